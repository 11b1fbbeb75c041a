import type { Script } from '../sql/inspect.ts';
import type { Problem } from '../sql/problem.ts';

/** One step of the schema, as the files say. */
export interface Migration {
  /**
   * The digits of the file name, as they stand there; in the layout `flyway` with dots between: `1.2`. For folders of one
   * number see `same-number.ts`.
   */
  readonly version: string;
  /** What the names of the files alone say, where the history knows it by another version. */
  readonly byName?: string;
  readonly name: string;
  /** The path as found. */
  readonly file: string;
  /** What Drizzle knows it by: when it was generated, in milliseconds. */
  readonly stamp?: string;
  readonly up: Script;
  readonly down: Script | undefined;
  /** Why it cannot be run as it is. Of no matter where it has been. */
  readonly problems?: readonly Problem[];
  /** More files of the same version. The history may know which of them was run. */
  readonly others?: readonly Migration[];
}

/**
 * Which of two versions is the later one. `text`: as the Supabase CLI and dbmate sort their files, where 2025… comes
 * before 20260116 and 10 before 9.
 */
export type Order = 'number' | 'text';

export function compareVersions(a: string, b: string, order: Order = 'number'): number {
  if (order === 'text') return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [a.split('.'), b.split('.')];
  for (let nth = 0; nth < Math.max(left.length, right.length); nth++) {
    const [one, other] = [BigInt(left[nth] ?? 0), BigInt(right[nth] ?? 0)];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** What a version can look like: digits, and parts of them in the layout `flyway`. */
export const VERSION = /^\d+(\.\d+)*$/;

/** The same for all spellings of a version: 0007 and 7, 1 and 1.0. */
export function versionKey(version: string): string {
  const parts = version.split('.').map((part) => String(BigInt(part)));
  while (parts.length > 1 && parts.at(-1) === '0') parts.pop();
  return parts.join('.');
}

/** Two versions, the first pair of them, that change places with the order; undefined where all agree. */
export function ordersDiffer(versions: readonly string[]): readonly [string, string] | undefined {
  const sorted = versions.toSorted((a, b) => compareVersions(a, b));
  for (const [nth, version] of sorted.entries()) {
    const before = sorted[nth - 1];
    if (before !== undefined && compareVersions(before, version) < 0 && compareVersions(before, version, 'text') > 0) {
      return [before, version];
    }
  }
  return undefined;
}

/**
 * Two versions of which the first begins the second; undefined where there are none. As text the shorter one is the
 * earlier one, so the Supabase CLI 3 applies them; dbmate and the CLI before (`fs.ReadDir` in pkg/migration/list.go) sort
 * by the names of the files, where `_` comes behind all digits: 10_b before 1_a.
 */
export function beginsAnother(versions: readonly string[]): readonly [string, string] | undefined {
  // 1.01 is another folder of the number 1.
  const numbers = versions.filter((version) => !version.includes('.'));
  const sorted = numbers.toSorted((a, b) => compareVersions(a, b, 'text'));
  for (const [nth, version] of sorted.entries()) {
    const before = sorted[nth - 1];
    if (before !== undefined && version.startsWith(before)) return [before, version];
  }
  return undefined;
}
