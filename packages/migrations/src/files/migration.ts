import type { Script } from '../sql/inspect.ts';

/** One step of the schema, as the files say. */
export interface Migration {
  /** The digits of the file name, as they stand there. */
  readonly version: string;
  readonly name: string;
  /** The path as found. */
  readonly file: string;
  readonly up: Script;
  readonly down: Script | undefined;
}

/** Orders versions as numbers, whatever their length. */
export function compareVersions(a: string, b: string): number {
  const left = BigInt(a);
  const right = BigInt(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
