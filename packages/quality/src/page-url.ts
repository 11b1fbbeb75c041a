import { InputError } from '@lockstep/base';
import type { ReportSubject } from './report.ts';

/**
 * What makes a page: origin and path. Its query and fragment are left out, since pages write into them while they
 * load; and so are the credentials that may be in them, which nothing shows then. Undefined for what is no address.
 */
export function pageOf(url: string): string | undefined {
  const parsed = parse(url);
  return parsed === undefined ? undefined : `${parsed.origin}${parsed.pathname.replace(/\/$/, '')}`;
}

export function originOf(url: string): string | undefined {
  return parse(url)?.origin;
}

function parse(url: string): URL | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed : undefined;
}

/** Whether a report is about this address. One that names none is not. */
export function isAbout(url: string, { kind, urls }: ReportSubject): boolean {
  const identity = kind === 'page' ? pageOf : originOf;
  const wanted = identity(url);
  return wanted !== undefined && urls.some((one) => identity(one) === wanted);
}

const VARIABLE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/;

export function isAddress(url: string): boolean {
  return VARIABLE.test(url) || pageOf(url) !== undefined;
}

/** What of a gate says which page a report has to be about. */
interface Addressed {
  readonly name: string;
  readonly url: string | undefined;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The gate with the address that its `url` stands for: a preview's is known only when it runs, so it may begin with
 * a variable of the environment. Throws InputError where that is none.
 */
export function withAddress<Gate extends Addressed>(
  gate: Gate,
  env: Readonly<Record<string, string | undefined>>,
): Gate {
  const { url } = gate;
  if (url === undefined) return gate;
  const [variable = '', braced, plain] = VARIABLE.exec(url) ?? [];
  const name = braced ?? plain;
  if (name === undefined) return gate;
  const value = gate.env[name] ?? env[name] ?? '';
  const address = `${value}${url.slice(variable.length)}`;
  if (pageOf(address) === undefined)
    throw new InputError(
      `gate "${gate.name}": "url": the environment variable ${name} ${value === '' ? 'is not set' : 'has no address that begins with http:// or https://'}`,
    );
  return { ...gate, url: address };
}
