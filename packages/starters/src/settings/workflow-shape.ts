/** A workflow as YAML gives it, as far as its needs are read. */
export interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
  readonly permissions?: Granted;
}

export type Granted = string | Readonly<Record<string, string>>;

export interface Job {
  readonly name?: string;
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly environment?: string | { readonly name?: string };
  readonly permissions?: Granted;
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly uses?: string;
  readonly if?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

const OURS = /^lockstep-ci\/lockstep\/actions\/([\w-]+)@/;

/** Which action of ours a step is. */
export function actionOf({ uses = '' }: Step): string | undefined {
  return OURS.exec(uses)?.[1];
}

/** Names of a context that are used anywhere below: `secrets.NAME`. */
export function named(context: 'secrets' | 'vars', node: unknown): ReadonlySet<string> {
  const found = (JSON.stringify(node) ?? '').matchAll(new RegExp(`\\b${context}\\.([A-Za-z_][A-Za-z0-9_]*)`, 'g'));
  return new Set([...found].map(([, name = '']) => name.toUpperCase()));
}
