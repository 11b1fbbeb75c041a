/**
 * A value that must not be seen. It prints as `***` everywhere; only `reveal()` gives it away, and only the edge that
 * sends it calls that.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  get isEmpty(): boolean {
    return this.#value === '';
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}

/** Shorter values would turn whole logs into stars; GitHub's own advice is not to mask them. */
const SHORTEST_MASK = 4;

/**
 * Every form in which a secret may turn up in a log: as it is, each line of it, base64 (padded, not, and URL-safe),
 * URL-encoded, JSON-escaped, and, if it is a URL, its password, alone and behind `user:`, in each of those forms. Longest first, so that a log masked in this order keeps no tail.
 */
export function secretForms(value: string): string[] {
  const forms = new Set<string>();
  for (const part of [value, ...value.split(/\r?\n/), ...urlSecrets(value)])
    for (const form of encodings(part)) forms.add(form);
  return [...forms].filter((form) => form.length >= SHORTEST_MASK).sort((a, b) => b.length - a.length);
}

function encodings(part: string): string[] {
  const text = part.trim();
  if (text.length < SHORTEST_MASK) return [];
  const base64 = Buffer.from(text, 'utf8').toString('base64');
  return [
    part,
    text,
    base64,
    base64.replace(/=+$/, ''),
    base64.replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_'),
    encodeURIComponent(text),
    encodeURI(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

/** The password of `scheme://user:password@host`, where it may hold an `@` itself, and of PostgreSQL's `?password=`. */
function urlSecrets(value: string): string[] {
  const url = value.trim();
  const [, user = '', password = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^:/?#]*):([^/?#]*)@/i.exec(url) ?? [];
  const [, parameter = ''] = /^[a-z][a-z0-9+.-]*:\/\/.*[?&]password=([^&#]*)/i.exec(url) ?? [];
  const plain = decode(password);
  const credentials = plain === '' ? '' : `${decode(user)}:${plain}`;
  return [password, plain, credentials, parameter, decode(parameter)].filter((text) => text !== '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
