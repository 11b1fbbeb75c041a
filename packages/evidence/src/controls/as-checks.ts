import type { Check, CheckAcceptance, NotVerified } from '@lockstep/base';
import type { ControlReport, ControlRow, RowState } from './control.ts';
import { becauseOf, STATE_WORDS, sourceWords } from './formats/words.ts';

type Judged = Exclude<RowState, 'not-collected'>;

const VERDICTS: Readonly<Record<Judged, Check['verdict']>> = {
  current: 'pass',
  failing: 'fail',
  stale: 'unknown',
  missing: 'unknown',
};

const REMEDIES: Readonly<Record<Judged, string>> = {
  current: '',
  failing: 'Look at the report that the evidence names, and correct what it found.',
  stale: 'Run the workflow that makes this evidence again, or review the document.',
  missing: 'Set up what makes this evidence, or write `not-collected` with the reason into the map of controls.',
};

/** The controls as a list of checks: each is one. Exceptions are accepted until they end. Pure. */
export function controlChecks(report: ControlReport): {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
  readonly accept: readonly CheckAcceptance[];
} {
  return {
    checks: report.rows.flatMap((row) => (row.state === 'not-collected' ? [] : [checkOf(row, row.state)])),
    notVerified: report.rows
      .filter(({ state }) => state === 'not-collected')
      .map(({ control }) => ({
        ...{ id: control.id, what: control.title, because: control.notCollected, remedy: '', chosen: true },
      })),
    accept: report.rows.flatMap(({ control, exception }) =>
      exception === undefined
        ? []
        : (['fail', 'unknown'] as const).map((verdict) => ({
            ...{ check: control.id, verdict, reason: exception.reason, until: exception.until },
          })),
    ),
  };
}

function checkOf(row: ControlRow, state: Judged): Check {
  const { control } = row;
  return {
    id: control.id,
    title: control.title,
    verdict: state === 'failing' && row.rows.every(({ verdict }) => verdict !== 'fail') ? 'unknown' : VERDICTS[state],
    reason: `evidence-${state}`,
    what: control.framework,
    measured: `${STATE_WORDS[state]}: ${becauseOf(row)}`,
    expected: row.rows.map(({ source }) => sourceWords(source)).join('; '),
    remedy: REMEDIES[state],
  };
}
