import { Fields, isMap, Secret } from '@lockstep/base';
import type { Operation } from '../contract.ts';
import { type OperationPattern, PATTERN_FORM, readPattern } from './pattern.ts';

/** Somebody who asks: a patient, a doctor, a machine. */
export interface Identity {
  readonly name: string;
  /** The headers that say who it is. */
  readonly headers: Readonly<Record<string, Secret>>;
  readonly may: readonly OperationPattern[];
  readonly mayNot: readonly OperationPattern[];
}

const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const NAME = /^[A-Za-z0-9][\w .@-]{0,59}$/;
/** What the client sets, and must be right about. */
const OWN_HEADERS = ['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade'];

/** Reads identities from data that is already parsed. No identity may be used where there is a problem. */
export function readIdentities(
  value: unknown,
  where: string,
): { readonly identities: readonly Identity[]; readonly problems: readonly string[] } {
  if (value === undefined || value === null || value === '') return { identities: [], problems: [] };
  if (!Array.isArray(value)) return { identities: [], problems: [`${where}: expected a list of identities`] };
  const problems: string[] = [];
  const identities = value.map((entry: unknown, index): Identity => {
    const fields = new Fields(isMap(entry) ? entry : {}, `${where} ${index + 1}`);
    const name = fields.text('name', { required: true, expected: 'what reports call it, such as patient' });
    if (name !== '' && !NAME.test(name)) fields.complain('name', 'expected letters, digits, spaces and . @ - _');
    const headers = headersOf(fields);
    const may = patternsOf(fields, 'may');
    const mayNot = patternsOf(fields, 'may-not');
    fields.refuseOthers();
    problems.push(...fields.problems);
    return { name, headers, may, mayNot };
  });
  const names = identities.map(({ name }) => name);
  for (const name of new Set(names.filter((one, index) => one !== '' && names.indexOf(one) !== index)))
    problems.push(`${where}: two identities are called "${name}"`);
  return { identities, problems };
}

function headersOf(fields: Fields): Readonly<Record<string, Secret>> {
  const given = fields.map('headers') ?? {};
  if (Object.keys(given).length === 0) fields.complain('headers', 'required, expected a map of headers');
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const lower = name.toLowerCase();
      const secret = new Secret(typeof value === 'string' ? value : '');
      if (!HEADER.test(name) || OWN_HEADERS.includes(lower))
        fields.complain('headers', `"${HEADER.test(name) ? name : '…'}" is no header that can be set`);
      else if (typeof value !== 'string' || !/^[\x20-\x7e]{4,}$/.test(value))
        fields.complain(
          'headers',
          `"${name}": expected a text of at least 4 printable characters; an unset secret arrives as an empty text`,
        );
      return [lower, secret];
    }),
  );
}

function patternsOf(fields: Fields, name: string): readonly OperationPattern[] {
  return fields.list(name).flatMap((text) => {
    const pattern = readPattern(text);
    if (pattern === undefined) fields.complain(name, `expected ${PATTERN_FORM}`);
    return pattern === undefined ? [] : [pattern];
  });
}

/** Who should get an answer from an operation: the first of the list that may use it. Without a list, one may all. */
export function rightIdentity(identities: readonly Identity[], operation: Operation): Identity | undefined {
  return identities.find(
    ({ may, mayNot }) =>
      !mayNot.some((one) => one.covers(operation)) && (may.length === 0 || may.some((one) => one.covers(operation))),
  );
}

/** The headers as they are sent. */
export function revealed(headers: Readonly<Record<string, Secret>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, secret]) => [name, secret.reveal()]));
}

/**
 * The same headers with credentials that nobody issued. A JSON Web Token keeps its header and its claims and gets another
 * signature: a backend that reads the claims and does not verify them is open, and only such a token shows it.
 */
export function wrongCredentials(headers: Readonly<Record<string, Secret>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, secret]) => [name, spoiled(secret.reveal())]));
}

function spoiled(value: string): string {
  const [, scheme = '', credential = value] = /^(\S+ )?(\S.*)$/s.exec(value) ?? [];
  const token = /^([\w-]+\.[\w-]+\.)([\w-]+)$/.exec(credential);
  return token === null ? scheme + rotated(credential) : `${scheme}${token[1]}${rotated(token[2] ?? '')}`;
}

/** Letters and digits, each replaced by another of its kind, so that the length and the form stay. */
function rotated(text: string): string {
  const next = (first: string, size: number) => (one: string) =>
    String.fromCharCode(first.charCodeAt(0) + ((one.charCodeAt(0) - first.charCodeAt(0) + 7) % size));
  return text.replace(/[a-z]/g, next('a', 26)).replace(/[A-Z]/g, next('A', 26)).replace(/\d/g, next('0', 10));
}
