import type { Reply } from '../http/http-service.ts';

/** Vercel says no: thrown anywhere behind the API, sent as `{ error: { code, message, … } }`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly extra: Readonly<Record<string, unknown>>;
  /** Of its own, besides those of every answer. */
  readonly headers: Readonly<Record<string, string>> = {};

  constructor(status: number, code: string, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }

  reply(headers: Readonly<Record<string, string>> = {}): Reply {
    const error = { code: this.code, message: this.message, ...this.extra };
    return { status: this.status, headers: { ...headers, ...this.headers }, body: { error } };
  }
}
