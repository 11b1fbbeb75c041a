import type { Shell } from '@lockstep/action-shell';
import { inlineText } from '@lockstep/base';

const SHOWN = 20;

/** What people should know and what stops nothing: in the log and the summary. */
export function showNotes(shell: Shell, notes: readonly string[]): void {
  for (const note of notes.slice(0, SHOWN)) shell.log.warning(note);
  if (notes.length === 0) return;
  const lines = notes.slice(0, SHOWN).map((note) => `- ${inlineText(note, 400)}`);
  const more = notes.length > SHOWN ? [`- … and ${notes.length - SHOWN} more`] : [];
  shell.summary.add(`Notes:\n\n${[...lines, ...more].join('\n')}`);
}
