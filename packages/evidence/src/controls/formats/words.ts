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
