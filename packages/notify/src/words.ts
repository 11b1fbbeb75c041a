import { formatDuration } from '@lockstep/base';
import { isDone, type ReleaseMessage, type ReleaseState, severityOf, waitedMs } from './message.ts';
import { timeText } from './time.ts';

const PHRASES: Readonly<Record<ReleaseState, string>> = {
  waiting: 'waiting for approval',
  started: 'release started',
  gating: 'release is being checked',
  released: 'released',
  'rolled-back': 'rolled back',
  'partly-rolled-back': 'partly rolled back',
  held: 'held until a person decides',
  failed: 'release failed',
  unknown: 'outcome unknown',
  contracting: 'contract migrations are being applied',
  contracted: 'contract migrations applied',
  'contract-failed': 'contract migrations not applied',
  'task-started': 'started',
  'task-passed': 'passed',
  'task-failed': 'did not pass',
  drill: 'alert drill, nothing is wrong',
};

/** Of a message's first lines; the rest is in its details. */
const LINE = { summary: 200, cause: 600, next: 400, changes: 300, undone: 300 };
/** Of a failure's lines in one. */
const CAUSE_LINES = 3;
const MOST_CHANGES = 3;

/** `production / web: rolled back`, of a rolling release with its stage. One line, without the summary. */
export function headline(message: ReleaseMessage): string {
  const where = message.service === '' ? message.environment : `${message.environment} / ${message.service}`;
  const what = message.task === undefined ? '' : `${message.task} `;
  return `${where === '' ? message.repository : where}: ${what}${PHRASES[message.state]}${stageText(message)}`;
}

/** How far a rolling release came; nothing where all users have it for good. */
function stageText({ stage, state }: ReleaseMessage): string {
  if (stage === undefined || isDone(state)) return '';
  return `, at stage ${stage.number} of ${stage.of} (${stage.percentage} %)`;
}

/** Green when it ended well, red or yellow when it did not, blue while it is under way, violet for a drill. */
export function lookOf({ state }: ReleaseMessage): { readonly sign: string; readonly color: string } {
  if (isDone(state)) return { sign: '🟢', color: '#2da44e' };
  if (state === 'drill') return { sign: '🔔', color: '#8250df' };
  const severity = severityOf(state);
  if (severity === 'error') return { sign: '🔴', color: '#d1242f' };
  return severity === 'warning' ? { sign: '🟡', color: '#d9a50d' } : { sign: '🔵', color: '#1f7ae0' };
}

/**
 * What a reader must know at once, one line each, at most six: what it is, for how long it waits, why it failed, what was undone, what to do,
 * what changes.
 */
export function mainLines(message: ReleaseMessage): readonly (readonly [label: string, text: string])[] {
  const { changes, next, summary } = message;
  const left = changes.length - MOST_CHANGES;
  const some = changes.slice(0, MOST_CHANGES).map((change) => oneLine(change, LINE.changes / MOST_CHANGES));
  const lines: readonly (readonly [string, string])[] = [
    ['', oneLine(summary, LINE.summary)],
    ['Waiting', waitingText(message)],
    ['Cause', causeOf(message)],
    ['Undo', oneLine(undoneNames(message), LINE.undone)],
    ['Next', oneLine(next, LINE.next)],
    ['Changes', `${some.join('; ')}${left > 0 ? ` … and ${left} more` : ''}`],
  ];
  return lines.filter(([, text]) => text !== '');
}

/** `for 5 h 10 min, since 2026-11-22 04:00 UTC`: the age of a release that waits for a person. */
export function waitingText(message: ReleaseMessage): string {
  const { timeZone, waitingSince = '' } = message;
  const ms = waitedMs(message);
  if (ms === undefined) return '';
  return `for ${formatDuration(ms)}, since ${timeText({ at: waitingSince, ...(timeZone === undefined ? {} : { timeZone }) })}`;
}

/** Whether there is a failure to explain: while all is well there is none. */
export function hasCause(message: ReleaseMessage): boolean {
  return message.failure !== '' && severityOf(message.state) !== 'info';
}

function causeOf(message: ReleaseMessage): string {
  if (!hasCause(message)) return '';
  const lines = failureLines(message);
  const left = lines.length - CAUSE_LINES;
  return cut(`${lines.slice(0, CAUSE_LINES).join('; ')}${left > 0 ? ` … and ${left} more` : ''}`, LINE.cause);
}

function failureLines({ failure }: ReleaseMessage): readonly string[] {
  return failure
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whether the details have more about it than the first lines. */
export function hasMore(message: ReleaseMessage): boolean {
  const { changes, undone } = message;
  const isCut = hasCause(message) && causeOf(message) !== failureLines(message).join('; ');
  return isCut || undone.length > 0 || changes.length > MOST_CHANGES;
}

/** `alias-swap done, migrate failed`. */
function undoneNames({ undone }: ReleaseMessage): string {
  const words = { pass: 'done', fail: 'failed', unknown: 'not confirmed' } as const;
  return undone.map(({ action, verdict }) => `${action} ${words[verdict]}`).join(', ');
}

/** Who, of which commit and pull request: label, value and where it leads; without those that are not known. */
export function facts(message: ReleaseMessage): readonly (readonly [label: string, value: string, url: string])[] {
  const { actor, approvedBy, commit, commitUrl = '', pull, pullUrl = '', releaseId, repository } = message;
  const all: readonly (readonly [string, string, string])[] = [
    ['Commit', commit.slice(0, 12), commitUrl],
    ['Pull request', pull === undefined ? '' : `#${pull}`, pullUrl],
    ['Started by', actor, ''],
    ['Approved by', approvedBy, ''],
    ['Release', releaseId, ''],
    ['Repository', repository, ''],
  ];
  return all.filter(([, value]) => value !== '');
}

/** One line for each undo step: `migrate: pass, went down from 12 to 11`. */
export function undoLines(message: ReleaseMessage): readonly string[] {
  return message.undone.map(({ action, verdict, message: words }) => `${action}: ${verdict}, ${words}`);
}

/** The whole message as plain text, for mail and for logs: what matters in the first lines, then all of it. */
export function plainText(message: ReleaseMessage): string {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `- ${line}`)];
  const [first, second, ...others] = facts(message).map(([label, value, url]) =>
    label === 'Pull request' || label === 'Commit' ? `${label}: ${value} ${url}`.trimEnd() : `${label}: ${value}`,
  );
  return [
    `${lookOf(message).sign} ${headline(message)}`,
    ...mainLines(message).map(([label, text]) => (label === '' ? text : `${label}: ${text}`)),
    ...[first, second].filter((line) => line !== undefined),
    '',
    ...others,
    `Time: ${timeText(message)}`,
    ...section('Changes', message.changes.length > MOST_CHANGES ? message.changes : []),
    ...section('Undone', undoLines(message)),
    ...(hasCause(message) ? ['', 'What failed:', message.failure] : []),
    ...section(
      'Links',
      message.links.map(({ label, url }) => `${label}: ${url}`),
    ),
  ].join('\n');
}

/** A list within limits: each entry cut to `length`, all of them to `total` characters, and how many are left out. */
export function listed(
  entries: readonly string[],
  { length, total }: { readonly length: number; readonly total: number },
): readonly string[] {
  const kept: string[] = [];
  let used = 0;
  for (const entry of entries) {
    const line = oneLine(entry, length);
    used += line.length + 1;
    if (used > total) break;
    kept.push(line);
  }
  const left = entries.length - kept.length;
  return left === 0 ? kept : [...kept, `… and ${left} more`];
}

function oneLine(text: string, most: number): string {
  return cut(text.replace(/\s+/g, ' ').trim(), most);
}

/** At most `limit` UTF-16 units, the last one an ellipsis where something was cut; never half of a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
