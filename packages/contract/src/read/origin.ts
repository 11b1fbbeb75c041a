import type { LineOf } from '@lockstep/base';

/** Where a document came from. */
export interface Origin {
  /** Undefined where it is no file of the repository. */
  readonly file: string | undefined;
  readonly line: LineOf;
  readonly format: 'openapi' | 'postgrest';
}
