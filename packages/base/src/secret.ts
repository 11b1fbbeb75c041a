import { rememberSecret } from './redact.ts';

/**
 * A value that must not be seen. It prints as `***` everywhere; only `reveal()` gives it away, and only the edge that
 * sends it calls that. Whatever leaves the process from then on is without it (`redact.ts`).
 */
export class Secret {
  readonly #value: string;

  /** @param kind `part`: a setting among others, which need not be secret (`NODE_ENV=production`) */
  constructor(value: string, kind: 'whole' | 'part' = 'whole') {
    this.#value = value;
    rememberSecret(value, kind);
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
