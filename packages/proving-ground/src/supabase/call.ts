import type { SupabaseProjectSeed } from './project.ts';

/** One request that is known, allowed and well-formed. */
export interface Call {
  readonly project: SupabaseProjectSeed;
  /** Of the path, such as `function_slug`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly now: number;
}
