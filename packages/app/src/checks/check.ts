import type { Check, Verdict } from '@lockstep/base';
import type { AppFacts } from '../app-facts.ts';
import { lineAt, withoutComments } from '../source/code.ts';

/** A rule, and what it finds in an app. */
export interface AppCheck {
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly remedy: string;
  readonly look: (facts: AppFacts) => readonly Finding[];
}

export interface Finding {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly what: string;
  readonly measured: string;
  readonly line?: number;
}

/** The finding as a check of the list. What is well needs no remedy. */
export function checkOf(
  { id, title, expected, remedy }: AppCheck,
  finding: Finding,
  sources: AppFacts['sources'],
): Check {
  const { verdict, reason, what, measured, line } = finding;
  const file = sources.has(what) ? what : undefined;
  return {
    id,
    title,
    verdict,
    reason,
    what,
    ...(file === undefined ? {} : { where: { file, line: line ?? 1 } }),
    measured,
    expected,
    remedy: verdict === 'pass' ? '' : remedy,
  };
}

/** The first place in the code of some files that a pattern fits, file by file. */
export function placesOf(
  pattern: RegExp,
  paths: readonly string[],
  { sources }: AppFacts,
): readonly { readonly path: string; readonly line: number; readonly found: string }[] {
  return paths.flatMap((path) => {
    const code = withoutComments(sources.get(path) ?? '');
    const match = pattern.exec(code);
    return match === null ? [] : [{ path, line: lineAt(code, match.index), found: match[0] }];
  });
}

/** One failure for each place, or a pass. */
export function unlessFound(
  places: readonly { readonly path: string; readonly line: number }[],
  reason: string,
  words: { readonly what: string; readonly seen: string; readonly clean: string },
): readonly Finding[] {
  if (places.length === 0) return [{ verdict: 'pass', reason: 'as-expected', what: words.what, measured: words.clean }];
  return places.map(({ path, line }) => ({ verdict: 'fail', reason, what: path, measured: words.seen, line }));
}
