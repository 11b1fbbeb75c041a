import type { Fields } from '@lockstep/base';

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The base URL of a service, without a slash at its end. Tokens are sent there, so it is `https:`, except on this machine.
 */
export function serviceUrl(fields: Fields, name: string, absent: string): string {
  const text = fields.text(name) || absent;
  if (text === '') {
    fields.complain(name, 'required, expected a URL that starts with https://');
    return '';
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (url === undefined || !isSafe || url.username !== '' || url.password !== '' || url.search !== '')
    fields.complain(name, 'expected a URL that starts with https://, without a user, a password or a query');
  return text.replace(/\/+$/, '');
}

/** What of an address a channel adds itself, or what shows that it is another one: found before the first message is lost. */
export interface WrongAddress {
  readonly test: (url: URL) => boolean;
  readonly expected: string;
}

/** Notes the first that is wrong with an address that could be read. */
export function refuseAddress(fields: Fields, name: string, text: string, wrong: readonly WrongAddress[]): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const first = url === undefined ? undefined : wrong.find(({ test }) => test(url));
  if (first !== undefined) fields.complain(name, first.expected);
}

/** For services on the internet, whose address is the secret itself. */
export const NOT_IN_CLEAR: WrongAddress = {
  test: ({ hostname, protocol }) => protocol === 'http:' && !LOOPBACK.includes(hostname),
  expected: 'expected a URL that starts with https://, since it is a secret itself',
};
