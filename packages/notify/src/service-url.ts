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
