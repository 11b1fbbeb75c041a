import type { Shell } from '@lockstep/action-shell';
import { inlineText, nameSome } from '@lockstep/base';

const SHOWN = 20;

/** What people should know and what stops nothing: in the log and the summary. */
export function showNotes(shell: Shell, notes: readonly string[]): void {
  for (const note of notes.slice(0, SHOWN)) shell.log.warning(note);
  if (notes.length === 0) return;
  const lines = notes.slice(0, SHOWN).map((note) => `- ${inlineText(note, 400)}`);
  const more = notes.length > SHOWN ? [`- … and ${notes.length - SHOWN} more`] : [];
  shell.summary.add(`Notes:\n\n${[...lines, ...more].join('\n')}`);
}

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
