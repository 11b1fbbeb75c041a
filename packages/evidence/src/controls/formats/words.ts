import { formatDuration } from '@lockstep/base';
import type { ControlReport, ControlRow, EvidenceRow, EvidenceSource, IdleException, RowState } from '../control.ts';

/** What is said of all: a count, and no verdict about a law or a standard. */
export function headline({ current, rows }: ControlReport): string {
  return `${current} of ${rows.length} controls have current evidence`;
}

export const STATE_WORDS: Readonly<Record<RowState, string>> = {
  current: 'current',
  failing: 'failing',
  stale: 'too old',
  missing: 'missing',
  'not-collected': 'not collected',
};

export function sourceWords(source: EvidenceSource): string {
  switch (source.kind) {
    case 'checks':
      return `checks of ${source.tool}: ${source.ids.join(', ')}`;
    case 'record':
      return `${source.event} of ${source.subject} in the audit trail`;
    case 'workflow':
      return `newest run of ${source.workflow}`;
    case 'document':
      return `document ${source.file}`;
    case 'attestation':
      return `attestation ${source.file}`;
  }
}

export function ageOf({ ageMs }: EvidenceRow): string {
  return ageMs === null ? '' : formatDuration(Math.max(0, ageMs));
}

/** Why a control is in its state: of its evidence, or of the map. */
export function becauseOf({ control, rows }: ControlRow): string {
  return rows.length === 0
    ? `not collected because ${control.notCollected}`
    : rows.map(({ because }) => because).join('; ');
}

export function exceptionWords({ exception }: ControlRow): string {
  return exception === undefined ? '' : `until ${exception.until}, by user ${exception.owner}: ${exception.reason}`;
}

/** What to do about an exception that excuses nothing. */
export function idleWords({ control, line, until, why }: IdleException): string {
  return why === 'over'
    ? `line ${line}: the exception of ${control} ended on ${until}: remove it, or decide again and write a new end`
    : `line ${line}: the exception of ${control} is not needed, since it has current evidence: remove it`;
}

/** What each word of a report means, for whoever reads it first. */
export const TERMS: readonly (readonly [string, string])[] = [
  ['current', 'All evidence of the control is there, was made recently enough, and passed.'],
  ['failing', 'Some of it failed, could not decide, or cannot be believed. An older one that passed does not count.'],
  ['too old', 'Some of it is older than the control allows, or its end is over.'],
  ['missing', 'Some of it was not found. It says nothing of whether the control works.'],
  ['not collected', 'Nothing is collected, for the reason that is given: people show it in another way.'],
  [
    'exception',
    'A person decided that the control may be without current evidence until a day. It is still not counted as current.',
  ],
  ['SHA-256', 'The digest of the file: `sha256sum FILE` gives it again, and another one where the file was changed.'],
  [
    'run',
    'The run of a workflow that made the file and keeps it as an artifact, in the section "Artifacts" of its page.',
  ],
  ['checks of', 'Checks of a report (`checks.json`) by that tool. `*` stands for any characters of their ids.'],
  ['audit trail', 'Records in a chain, each with the digest of the one before it, so that a change of one shows.'],
];
