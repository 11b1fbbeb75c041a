/** Somebody who wrote something. `login` and `url` are '' where GitHub does not know who it was. */
export interface Person {
  readonly login: string;
  /** As in the commit; '' where only the login is known. */
  readonly name: string;
  readonly url: string;
  readonly isBot: boolean;
}

/** `account` as the API gives it: null, or empty, for an author without one. */
export function personOf(account: object | null | undefined, name = ''): Person {
  const { login, html_url, type } = (account ?? {}) as { login?: unknown; html_url?: unknown; type?: unknown };
  const known = typeof login === 'string' ? login : '';
  return {
    login: known,
    name,
    url: typeof html_url === 'string' ? html_url : '',
    isBot: type === 'Bot' || (known === '' ? name : known).endsWith('[bot]'),
  };
}

/** A name and an address; what is longer is neither. */
const LONGEST_TRAILER = 1_000;

/** The names behind `Co-authored-by:` at the end of a commit message (docs.github.com, co-authored commits). */
export function coAuthors(message: string): Person[] {
  return message.split('\n').flatMap((line) => {
    const [, said = ''] = /^co-authored-by:(.*)$/i.exec(line.slice(0, LONGEST_TRAILER).trim()) ?? [];
    const at = said.indexOf('<');
    const name = said.slice(0, Math.max(0, at)).trim();
    const isAddress = at > 0 && said.indexOf('>') === said.length - 1 && said.length - at > 2;
    return isAddress && name !== '' && name.length <= 200 ? [personOf(null, name)] : [];
  });
}

/** Everybody once, bots left out, in order of their first appearance. */
export function contributors(people: readonly Person[]): Person[] {
  const named = new Set(people.filter((one) => one.login !== '').map((one) => one.name.toLowerCase()));
  const seen = new Map<string, Person>();
  for (const person of people) {
    // A co-author is a name alone: one whose account wrote another commit here is that account.
    const isKnown = person.login === '' && named.has(person.name.toLowerCase());
    const key = person.login === '' ? `name ${person.name.toLowerCase()}` : person.login.toLowerCase();
    if (!person.isBot && !isKnown && key !== 'name ' && !seen.has(key)) seen.set(key, person);
  }
  return [...seen.values()];
}
