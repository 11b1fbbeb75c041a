/**
 * What people and services wrote, without what belongs in no message: the names and addresses that a commit message ends
 * in, and credentials that this step was never given as a secret and so cannot know.
 */
export function clean(text: string): string {
  return text
    .replace(TRAILER, '')
    .replace(LOGIN, '$1***@')
    .replace(SETTING, '$1***')
    .replace(HEADER, '$1***')
    .replace(TOKEN, '***')
    .replace(NAMED_ADDRESS, '<***>')
    .replace(ADDRESS, '***@$1');
}

/** `Co-authored-by: Ada Lovelace <ada@example.com>`, to the end of its line. */
const TRAILER =
  /\s{0,4}\b(?:co-authored|signed-off|reviewed|acked|reported|suggested|tested|helped|committed)-by:[^\n]*/gi;
/** Of an address, user and password: `postgres://app:secret@db`, `https://TOKEN@github.com`. */
const LOGIN = /(\w:\/\/)[^\s/@]{1,500}@/g;
const NAME = '(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|signature)';
/** `?access_token=…`, `Password=…;` of a connection string. */
const SETTING = new RegExp(String.raw`((?:${NAME}|[?&](?:sig|auth))=['"]?)(?!\*\*\*)[^\s&;,"'<>)]{4,}`, 'gi');
/** `x-api-key: …`, `Authorization: Bearer …`: what is long and has a digit, since words follow a colon as well. */
const HEADER = new RegExp(
  String.raw`((?:${NAME}|authorization)"?: {0,2}"?(?:bearer |basic )?)(?=[^\s"]{0,200}\d)[^\s"',;<>)]{12,}`,
  'gi',
);
/** Of GitHub, Slack, Sentry, Grafana, Stripe, AWS, Vercel's and Supabase's, and any signed token (JWT). */
const TOKEN =
  /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abeprs]-[\w-]{10,}|sntry[su]_[\w+/=-]{16,}|glsa_\w{16,}|[rs]k_(?:live|test)_\w{10,}|AKIA[A-Z0-9]{16}|sbp_\w{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,})/g;
const MAILBOX = String.raw`[\w.%+-]{1,64}@(?!\d+\.\d)((?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24})`;
/** `Ada Lovelace <ada@example.com>`, as git writes people. */
const NAMED_ADDRESS = new RegExp(String.raw`(?:\p{Lu}[\p{L}'.-]{0,30} ){0,4}<${MAILBOX}>`, 'gu');
/** A version behind a package (`next@16.0.0-rc`) is no address. */
const ADDRESS = new RegExp(MAILBOX, 'g');
