import { auditInputs } from '@lockstep/action-kit/inputs';
import {
  commit,
  duration,
  flag,
  integer,
  jobStatus,
  list,
  oneOf,
  type Shape,
  secret,
  text,
  token,
  url,
  type Values,
} from '@lockstep/action-shell';
import { nameSome } from '@lockstep/base';
import { AWAITED, type Link, RELEASE_STATES, subjectOf } from '@lockstep/notify';

export const inputs = {
  targets: secret({ required: true }),
  command: oneOf(['report', 'drill'], 'report'),
  state: oneOf(['auto', ...RELEASE_STATES], 'auto'),
  task: text(),
  key: text(),
  summary: text(),
  environment: text(),
  service: text(),
  'commit-sha': commit(),
  'commit-before': commit(),
  'traffic-restored': flag(false),
  'waiting-since': text(undefined, {
    pattern: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)?$/,
    expected: 'a time in UTC such as 2026-11-22T04:00:00Z',
  }),
  'rolling-stage': text(undefined, {
    pattern: /^(\d{1,3} of \d{1,3} \(\d{1,3} %\))?$/,
    expected: 'a stage of a rolling release such as 2 of 3 (50 %)',
  }),
  'pull-request': integer(undefined, { min: 1 }),
  changes: list(),
  'approved-by': text(),
  links: list(),
  failure: text(),
  required: flag(false),
  acknowledge: oneOf(AWAITED, 'any'),
  'acknowledge-within': duration('10m'),
  timeout: duration('30s'),
  ...auditInputs(),
  'slack-api-url': url('https://slack.com/api'),
  'github-token': token('${{ github.token }}'),
  'dry-run': flag(false),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** `Preview https://shop.example` → label and address. Undefined where the line has no address at its end. */
export function readLink(line: string): Link | undefined {
  const [, label = '', address = ''] = /^(?:(.*\S)\s+)?(https?:\/\/\S+)$/.exec(line) ?? [];
  return URL.canParse(address) ? { label: label === '' ? new URL(address).host : label, url: address } : undefined;
}

/** A scheduled job has a name, and no state of a release. */
export function taskProblems({ command, state, task }: Pick<Inputs, 'command' | 'state' | 'task'>): readonly string[] {
  if (command === 'drill') return drillProblems({ state, task });
  if (state === 'auto') return [];
  const isTask = subjectOf(state) === 'task';
  if (isTask && task === '') return [`input "task": required with state "${state}", expected a name such as backup`];
  return !isTask && task !== '' ? [`input "state": expected auto or a task-… state with task, got "${state}"`] : [];
}

/** A drill is about nothing that happened. */
function drillProblems({ state, task }: Pick<Inputs, 'state' | 'task'>): readonly string[] {
  const because = 'with "command: drill", which reports nothing that happened';
  return [
    ...(state === 'auto' ? [] : [`input "state": expected auto ${because}, got "${state}"`]),
    ...(task === '' ? [] : [`input "task": expected none ${because}, got "${task}"`]),
  ];
}

export function linkProblems(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => readLink(line) === undefined)
    .map((line) => `input "links": expected a label followed by an http(s) URL, got "${line}"`);
}

/** GitHub masks shorter ones wherever they occur. */
const SHORTEST_LINE = 4;

/** A warning about lines that turn whole logs into asterisks; `''` where there are none. The lines are not shown. */
export function shortLines(targets: string): string {
  const numbers = targets.split(/\r?\n/).flatMap((line, at) => {
    const { length } = line.trim();
    return length > 0 && length < SHORTEST_LINE ? [at + 1] : [];
  });
  if (numbers.length === 0) return '';
  const which = `${numbers.length === 1 ? 'line' : 'lines'} ${nameSome(numbers.map(String), 8)}`;
  return `input "targets", ${which}: shorter than four characters. If the targets are a secret, GitHub masks this text wherever it occurs in a log, and drops job outputs that contain it: write the whole list on one line, like [{"type": "slack", "channel": "…"}]`;
}
