/**
 * A text that a POSIX regular expression matches, for the expressions that check constraints are made of: classes, groups,
 * alternatives, counts. Undefined where there is something else in it (back references, look-around). Whether it really
 * matches is the server's to say.
 */
export function samplePattern(pattern: string, salt: number): string | undefined {
  try {
    const reader = new Reader(pattern, salt);
    const text = reader.alternatives();
    return reader.isAtEnd ? text : undefined;
  } catch {
    return undefined;
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const WORD = LETTERS + DIGITS;
const CLASSES: Readonly<Record<string, string>> = {
  alpha: LETTERS,
  lower: LETTERS,
  upper: LETTERS.toUpperCase(),
  digit: DIGITS,
  alnum: WORD,
  xdigit: `${DIGITS}abcdef`,
  space: ' ',
  punct: '-._',
};
const ESCAPES: Readonly<Record<string, string>> = { d: DIGITS, w: WORD, s: ' ', S: WORD, D: LETTERS, W: '-.' };
const PRINTABLE = `${WORD}${LETTERS.toUpperCase()}-._@ !#$%&*+/=?`;
const NOTHING = ['^', '$'];

class Reader {
  readonly #pattern: string;
  #at = 0;
  #salt: number;

  constructor(pattern: string, salt: number) {
    this.#pattern = pattern;
    this.#salt = salt;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pattern.length;
  }

  /** The first one; the others are read and not used. */
  alternatives(): string {
    const first = this.#sequence();
    while (this.#take('|')) this.#sequence();
    return first;
  }

  #sequence(): string {
    let text = '';
    while (!this.isAtEnd && this.#next() !== '|' && this.#next() !== ')') text += this.#repeated();
    return text;
  }

  #repeated(): string {
    const from = this.#at;
    const one = this.#atom();
    const many = this.#count();
    let text = many === 0 ? '' : one;
    const after = this.#at;
    for (let more = 1; more < many; more++) {
      this.#at = from;
      text += this.#atom();
    }
    this.#at = after;
    return text;
  }

  #count(): number {
    let many = 1;
    if (this.#take('*')) many = 4;
    else if (this.#take('+')) many = 4;
    else if (this.#take('?')) many = 1;
    else {
      const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(this.#pattern.slice(this.#at));
      if (bounds === null) return 1;
      this.#at += bounds[0].length;
      const least = Number(bounds[1]);
      many = bounds[2] === '' ? least : Math.max(least, Math.min(least + 3, Number(bounds[3] || least + 3)));
    }
    this.#take('?');
    return many;
  }

  #atom(): string {
    const sign = this.#pattern[this.#at++] ?? '';
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#pick(this.#set());
    if (sign === '.') return this.#pick(WORD);
    if (sign === '\\') return this.#escape();
    return NOTHING.includes(sign) ? '' : sign;
  }

  #group(): string {
    if (this.#take('?') && !this.#take(':')) throw new Error('look-around');
    const text = this.alternatives();
    if (!this.#take(')')) throw new Error('not closed');
    return text;
  }

  #escape(): string {
    const sign = this.#pattern[this.#at++] ?? '';
    if (/[1-9]/.test(sign)) throw new Error('back reference');
    if (/[mMyYAZ]/.test(sign)) return '';
    const set = ESCAPES[sign];
    return set === undefined ? sign : this.#pick(set);
  }

  #set(): string {
    const isNot = this.#take('^');
    let set = '';
    let isFirst = true;
    while (isFirst || this.#next() !== ']') {
      if (this.isAtEnd) throw new Error('not closed');
      isFirst = false;
      const named = /^\[:(\w+):\]/.exec(this.#pattern.slice(this.#at));
      if (named !== null) {
        this.#at += named[0].length;
        set += CLASSES[named[1] ?? ''] ?? '';
        continue;
      }
      const sign = this.#pattern[this.#at++] ?? '';
      const from = sign === '\\' ? (this.#pattern[this.#at++] ?? '') : sign;
      if (sign === '\\' && ESCAPES[from] !== undefined) set += ESCAPES[from];
      else if (this.#next() === '-' && this.#pattern[this.#at + 1] !== ']') {
        this.#at++;
        set += between(from, this.#pattern[this.#at++] ?? '');
      } else set += from;
    }
    this.#at++;
    return isNot ? [...PRINTABLE].filter((one) => !set.includes(one)).join('') : set;
  }

  /** Another one each time, so that two samples of one expression differ. */
  #pick(set: string): string {
    if (set === '') throw new Error('nothing to pick');
    this.#salt = (this.#salt * 48_271 + 11) % 2_147_483_647;
    return set[this.#salt % set.length] ?? '';
  }

  #next(): string {
    return this.#pattern[this.#at] ?? '';
  }

  #take(sign: string): boolean {
    if (this.#next() !== sign) return false;
    this.#at++;
    return true;
  }
}

function between(from: string, to: string): string {
  let text = '';
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) text += String.fromCharCode(code);
  return text;
}
