import { count, formatDuration, inlineText, markdownTable, VERDICT_MARKS } from '@lockstep/base';
import { PHASE_WORDS, PHASES } from './dora.ts';
import type { Numbers } from './numbers.ts';
import type { Spread } from './spread.ts';

/** How many drills, audits and gates are shown; the JSON has all of them. */
const SHOWN = 25;

/** Each number with what it means; what could not be measured says so. */
export function numbersMarkdown(numbers: Numbers): string {
  const { environment, gaps, service, window } = numbers;
  const days = `${day(window.fromMs)} to ${day(window.toMs - 1)}`;
  const parts = [
    `# Numbers of ${inlineText(service === '' ? environment : `${service} in ${environment}`)}`,
    `From ${days}, in UTC.`,
    ...gaps.map((gap) => `Missing: ${inlineText(gap)}.`),
    '## Releases',
    releasesTable(numbers),
    '## Lead time by phase',
    markdownTable(
      ['Phase', 'Half of the changes within', '9 of 10 within', 'Changes'],
      PHASES.map((phase) => [PHASE_WORDS[phase], ...spreadCells(numbers.dora.phases[phase])]),
    ),
    '## Sizes',
    sizesTable(numbers),
    '## Gates',
    gatesTable(numbers),
    '## Drills',
    drillsTable(numbers),
    '## Audits',
    auditsTable(numbers),
  ];
  return `${parts.join('\n\n')}\n`;
}

function releasesTable({ definitions, dora }: Numbers): string {
  const { apart, changeFailures, deployments, leadTime, recovery } = dora;
  const share = changeFailures.share === null ? NONE : `${Math.round(changeFailures.share * 1_000) / 10} %`;
  const perWeek = deployments.perWeek === null ? '' : `, ${Math.round(deployments.perWeek * 10) / 10} a week`;
  const rows = [
    ['Deployments', `${deployments.count}${perWeek}, on ${count(deployments.days, 'day')}`, definitions.deployments],
    ['Lead time', spreadWords(leadTime), definitions.leadTime],
    ['Change failures', `${share} (${changeFailures.failed} of ${changeFailures.of})`, definitions.changeFailures],
    ['Recovery', spreadWords(recovery), definitions.recovery],
    [
      'Reached no user',
      String(apart.neverReached),
      'Failed or were undone before any user reached them: in none of the four.',
    ],
    [
      'Not decided',
      String(apart.undecided),
      'Held, or ended with nothing certain: in none of the four until a person decides.',
    ],
    [
      'Recovery not known',
      String(apart.recoveryUnknown),
      'Failed, and no one knows when users had the previous build again.',
    ],
    ['Dated ahead', String(apart.datedAhead), 'Commits that say they were made after their release: in no lead time.'],
  ];
  return markdownTable(['', '', 'Meaning'], rows);
}

function sizesTable({ sizes }: Numbers): string {
  const cells = (spread: Spread | null) =>
    spread === null ? [NONE, '', '0'] : [round(spread.median), round(spread.p90), String(spread.count)];
  const rows = (['commits', 'files', 'lines'] as const).map((of) => [of, ...cells(sizes[of])]);
  const unknown =
    sizes.unknown === 0 ? '' : `\n\nOf ${count(sizes.unknown, 'release')} no one can say how much was in it.`;
  return `${markdownTable(['A release has', 'half of them up to', '9 of 10 up to', 'releases'], rows)}${unknown}`;
}

function gatesTable({ gates }: Numbers): string {
  if (gates.length === 0) return 'No report of a gate was found.';
  const rows = gates.slice(0, SHOWN).map(({ failed, gate, judgedAgain, passed, unknown, wavered }) => {
    const words = judgedAgain === 0 ? 'never judged a commit twice' : `${wavered.length} of ${judgedAgain}`;
    return [inlineText(gate), String(passed), String(failed), String(unknown), words];
  });
  const head = ['Gate', 'Passed', 'Failed', 'Unknown', 'Same commit, different verdicts'];
  return markdownTable(head, rows);
}

function drillsTable({ drills }: Numbers): string {
  if (drills.length === 0) return 'No drill was found.';
  const rows = drills
    .slice(0, SHOWN)
    .map(({ atMs, measured, verdict, what }) => [
      day(atMs),
      inlineText(what),
      VERDICT_MARKS[verdict],
      inlineText(measured),
    ]);
  return markdownTable(['Day', 'What', '', 'Measured'], rows);
}

function auditsTable({ audits }: Numbers): string {
  if (audits.length === 0) return 'No report of an audit was found.';
  const rows = audits.slice(0, SHOWN).map(({ atMs, failed, passed, subject, tool, unknown, verdict }) => {
    const counts = [passed, failed, unknown].map(String);
    return [day(atMs), inlineText(tool), inlineText(subject), VERDICT_MARKS[verdict], ...counts];
  });
  return markdownTable(['Day', 'Audit', 'Of', '', 'Passed', 'Failed', 'Unknown'], rows);
}

const NONE = 'nothing to measure';

function spreadCells(spread: Spread | null): readonly string[] {
  return spread === null
    ? [NONE, '', '0']
    : [formatDuration(spread.median), formatDuration(spread.p90), String(spread.count)];
}

function spreadWords(spread: Spread | null): string {
  if (spread === null) return NONE;
  return `half within ${formatDuration(spread.median)}, 9 of 10 within ${formatDuration(spread.p90)}, of ${spread.count}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function day(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
