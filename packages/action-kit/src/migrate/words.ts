import { nameSome } from '@lockstep/base';
import type { UpPlan } from '@lockstep/migrations';

/** For the end of a message. */
export function noteWords(notes: readonly string[]): string {
  return notes.length === 0 ? '' : `; ${nameSome(notes, 3)}`;
}

/** Many reasons in one message: the first of them, and how many more. */
export function joinSome(messages: readonly string[]): string {
  const more = messages.length - MOST;
  return [...messages.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

const MOST = 10;

export function heldWords(plan: UpPlan): string {
  if (plan.held.length === 0) return '';
  const names = nameSome(
    plan.held.map((each) => each.migration.file),
    3,
  );
  return `; held back: ${names}`;
}

/** An older checkout, or somebody else's work: nothing is wrong with it, and nobody should be surprised by it. */
export function toKnow({ notes, withoutFile }: UpPlan): string {
  const unknown =
    withoutFile.length === 0 ? '' : `; applied, and not in this folder: ${nameSome(withoutFile.toReversed(), 3)}`;
  return unknown + noteWords(notes);
}
