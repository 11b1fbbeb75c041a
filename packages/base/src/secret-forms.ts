/** Shorter values would turn whole logs into stars; GitHub's own advice is not to mask them. */
const SHORTEST_MASK = 4;
/** Of base64 inside other base64, shorter pieces would hit by chance. */
const SHORTEST_PIECE = 8;

/**
 * Every form in which a secret may turn up: as it is, each line of it, base64 (padded, not, URL-safe, and amid the base64
 * of something longer), URL-encoded, JSON-escaped, and, if it is a URL, its password, alone and behind `user:`, in each
 * of those forms. Longest first, so that a text masked in this order keeps no tail.
 */
export function secretForms(value: string): string[] {
  return sorted([...wholeForms(value), ...lineForms(value)]);
}

/** The forms of the secret itself, and of what a URL holds of it. */
export function wholeForms(value: string): string[] {
  return sorted([value, ...urlSecrets(value)].flatMap(encodings));
}

/** The forms of each line of a secret that has several. */
export function lineForms(value: string): string[] {
  const lines = value.split(/[\r\n]+/);
  return lines.length < 2 ? [] : sorted(lines.flatMap(encodings));
}

function sorted(forms: readonly string[]): string[] {
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST_MASK).sort((a, b) => b.length - a.length);
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
    ...inLongerBase64(Buffer.from(text, 'utf8')),
    encodeURIComponent(text),
    encodeURI(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

/** What stays the same of its base64 wherever it begins in something longer (`Basic` of an unknown user). */
function inLongerBase64(bytes: Buffer): string[] {
  return [0, 1, 2]
    .map((offset) => {
      const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
      return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    })
    .filter((piece) => piece.length >= SHORTEST_PIECE);
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
