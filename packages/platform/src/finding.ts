import type { Verdict } from '@lockstep/base';
import type { Part } from './facts/part.ts';

/** What a line of the policy found: something that was seen, or something in the way. */
export type Finding = Seen | Gap;

export interface Seen {
  readonly kind: 'seen';
  readonly verdict: Verdict;
  readonly reason: string;
  readonly what: string;
  readonly measured: string;
  readonly expected: string;
  readonly remedy: string;
}

export interface Gap {
  readonly kind: 'gap';
  readonly what: string;
  readonly because: string;
  readonly remedy: string;
}

export interface Seeing {
  readonly what: string;
  readonly measured: string;
  readonly expected: string;
}

export function passed(seeing: Seeing): Seen {
  return { kind: 'seen', verdict: 'pass', reason: 'as-expected', remedy: '', ...seeing };
}

export function failed(reason: string, seeing: Seeing & { readonly remedy: string }): Seen {
  return { kind: 'seen', verdict: 'fail', reason, ...seeing };
}

export function unclear(reason: string, seeing: Seeing & { readonly remedy: string }): Seen {
  return { kind: 'seen', verdict: 'unknown', reason, ...seeing };
}

/** What could not be looked at. It counts as unknown. */
export function gap(what: string, because: string, remedy: string): Gap {
  return { kind: 'gap', what, because, remedy };
}

/** Looks at a part that was read; says why where it was not. */
export function looking<T>(
  part: Part<T> | undefined,
  about: { readonly what: string; readonly expected: string; readonly missing: string },
  look: (value: T) => readonly Finding[],
): readonly Finding[] {
  if (part === undefined) return [gap(about.what, about.missing, REMEDY_ABSENT)];
  if (part.kind === 'read') return look(part.value);
  if (part.kind === 'withheld') return [gap(about.what, part.because, part.remedy)];
  const { expected, what } = about;
  return [unclear('no-answer', { what, expected, measured: part.because, remedy: 'Run the audit again.' })];
}

const REMEDY_ABSENT = 'Pass the token and the name of the project, or remove the line from the policy.';
