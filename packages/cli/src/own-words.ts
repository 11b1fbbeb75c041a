import { InputError, type NotVerified, RemoteError } from '@lockstep/base';

interface Told {
  readonly expected: string;
  readonly remedy: string;
}

/**
 * What an engine says, in the words of a command line: engines name the inputs of their action, and the user of a command
 * has options and variables instead. `names`: each input by what it is called here.
 */
export class OwnWords {
  readonly #names: ReadonlyMap<string, string>;
  readonly #anywhere: RegExp;

  constructor(names: Readonly<Record<string, string>>) {
    this.#names = new Map(Object.entries(names));
    const all = [...this.#names.keys()].sort((a, b) => b.length - a.length);
    // A name of one word is also a word: it is the input only in quotes, or in front of its own problem.
    const compound = all.filter((name) => name.includes('-')).map((name) => `(?<![\\w-])${name}(?![\\w-])`);
    const quoted = all.map((name) => `\`${name}\``);
    const leading = all.map((name) => `^${name}(?=:)`);
    const inputs = all.map((name) => `(?:the )?input "${name}"`);
    this.#anywhere = new RegExp([...inputs, ...quoted, ...leading, ...compound].join('|'), 'g');
  }

  text(text: string): string {
    return text.replace(this.#anywhere, (found) => {
      const name = found.replace(/^(?:the )?input |["`]/g, '');
      return this.#names.get(name) ?? found;
    });
  }

  checks<T extends Told>(checks: readonly T[]): readonly T[] {
    return checks.map((one) => ({ ...one, expected: this.text(one.expected), remedy: this.text(one.remedy) }));
  }

  gaps(gaps: readonly NotVerified[]): readonly NotVerified[] {
    return gaps.map((one) => ({ ...one, because: this.text(one.because), remedy: this.text(one.remedy) }));
  }

  /** What `work` gives; its error is in these words. */
  async wait<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.error(error);
    }
  }

  /** The same error, to be thrown instead. */
  error(error: unknown): unknown {
    if (error instanceof InputError)
      return new InputError(
        error.problems.map((problem) => this.text(problem)),
        { cause: error.cause },
      );
    if (!(error instanceof RemoteError)) return error;
    const { service, status, code, requestId, retryable, retryAfterMs, hint, cause } = error;
    return new RemoteError(this.text(error.message), {
      ...{ service, retryable, cause },
      ...(status === undefined ? {} : { status }),
      ...(code === undefined ? {} : { code }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(hint === undefined ? {} : { hint: this.text(hint) }),
    });
  }
}
