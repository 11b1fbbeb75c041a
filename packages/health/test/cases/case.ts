import type { FindingRule } from '../../src/finding.ts';
import type { Expectations } from '../../src/judgement.ts';
import type { ResponseClass } from '../../src/response-class.ts';
import type { Route } from '../app.ts';

/** A real answer over HTTP and what the gate must make of it. */
export interface Case {
  readonly what: string;
  readonly answers: Route;
  readonly asked?: Partial<Expectations>;
  readonly is: ResponseClass;
  readonly rule?: FindingRule;
}

type Headers = Readonly<Record<string, string>>;

export function json(status: number, body: unknown): Route {
  return () => ({ status, body });
}

export function html(status: number, body: string, headers: Headers = {}): Route {
  return () => ({ status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body });
}

/** ISO 8601, so many milliseconds ago. */
export function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

export const loginPage = '<html><body><form><input name=user><input type="password"></form></body></html>';
export const dead = { database: { status: 'fail', message: 'x' } };
