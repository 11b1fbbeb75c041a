import type { JobStatus, JournalState, Shell } from '@lockstep/action-shell';
import { isMap } from '@lockstep/base';
import type { ReleaseMessage } from '@lockstep/notify';
import { type History, historyOf } from './history.ts';
import { type Inputs, readLink } from './inputs.ts';
import type { Memory } from './memory.ts';

type Head = Pick<
  ReleaseMessage,
  'key' | 'continues' | 'task' | 'releaseId' | 'environment' | 'service' | 'commit' | 'isCommitKnown' | 'waitingSince'
> &
  History;

/** What identifies the release: from the inputs, else from the open release, else from the run. */
export function headOf(inputs: Inputs, shell: Pick<Shell, 'env' | 'clock'>, journal: JournalState | undefined): Head {
  const release = journal?.release;
  const environment = inputs.environment || (release?.environment ?? '');
  const service = inputs.service || (release?.service ?? '');
  const releaseId = release?.id ?? '';
  const { task } = inputs;
  const run = `${shell.env.runId}.${shell.env.runAttempt}`;
  const now = new Date(shell.clock.now()).toISOString();
  return {
    key: inputs.key || [environment, service, ...(task === '' ? [] : [task]), releaseId || run].join('/'),
    ...(task === '' ? {} : { task }),
    // A key that is given is of a release that another job began; this job's own are new with it.
    continues: inputs.key !== '',
    releaseId,
    environment,
    service,
    commit: inputs['commit-sha'] || (release?.commit ?? '') || shell.env.sha,
    ...(inputs['commit-sha'] === '' ? {} : { isCommitKnown: true }),
    ...(inputs['waiting-since'] === '' ? {} : { waitingSince: inputs['waiting-since'] }),
    ...historyOf(journal, now),
    ...givenHistory(inputs, now),
  };
}

/** What a job knows that ends the release of another one. */
function givenHistory(inputs: Inputs, now: string): History {
  return {
    ...(inputs['commit-before'] === '' ? {} : { commitBefore: inputs['commit-before'] }),
    ...stageGiven(inputs['rolling-stage']),
    ...(inputs['traffic-restored'] ? { traffic: { restoredAt: now } } : {}),
  };
}

function stageGiven(text: string): Pick<History, 'stage'> {
  const [number, of, percentage] = (text.match(/\d+/g) ?? []).map(Number);
  if (number === undefined || of === undefined || percentage === undefined) return {};
  return { stage: { number, of, percentage } };
}

/** What a message says beyond the inputs of its step. */
export interface Known {
  readonly head: Head;
  readonly memory: Memory;
  readonly end: Pick<ReleaseMessage, 'state' | 'undone' | 'failure' | 'next'>;
}

/** The whole message. What this step's inputs leave out comes from an earlier step of the same release. */
export function compose(
  inputs: Inputs,
  shell: Pick<Shell, 'env' | 'clock'>,
  { end, head, memory }: Known,
): ReleaseMessage {
  const { env } = shell;
  const before = memory.content;
  const links = inputs.links.map(readLink).filter((link) => link !== undefined);
  const run = { label: `run ${env.runId}`, url: env.runUrl };
  return {
    ...head,
    ...end,
    repository: `${env.repository.owner}/${env.repository.repo}`,
    ...pullOf(inputs, env, head.commit),
    commitUrl: /^[0-9a-f]{40}$/.test(head.commit)
      ? `${env.serverUrl}/${env.repository.owner}/${env.repository.repo}/commit/${head.commit}`
      : '',
    actor: env.actor,
    summary: inputs.summary || (before?.summary ?? ''),
    changes: inputs.changes.length > 0 ? inputs.changes : (before?.changes ?? []),
    approvedBy: inputs['approved-by'] || (before?.approvedBy ?? ''),
    links: links.length > 0 || before === undefined ? [run, ...links] : before.links,
    at: new Date(shell.clock.now()).toISOString(),
  };
}

/** The pull request that the commit came from, as GitHub names it: in the event, or in the title of what it merged. */
function pullOf(inputs: Inputs, env: Shell['env'], commit: string): Pick<ReleaseMessage, 'pull' | 'pullUrl'> {
  const pull = inputs['pull-request'] ?? pullOfEvent(env.event(), commit);
  if (pull === undefined) return {};
  return { pull, pullUrl: `${env.serverUrl}/${env.repository.owner}/${env.repository.repo}/pull/${pull}` };
}

function pullOfEvent(event: Readonly<Record<string, unknown>>, commit: string): number | undefined {
  const { head_commit: head, pull_request: pull } = event;
  if (isMap(pull) && typeof pull['number'] === 'number') return pull['number'];
  if (!isMap(head) || head['id'] !== commit || typeof head['message'] !== 'string') return undefined;
  const [title = ''] = head['message'].slice(0, 1_000).split('\n');
  const number =
    /^Merge pull request #(\d{1,9}) from /.exec(title)?.[1] ?? /\(#(\d{1,9})\)$/.exec(title.trimEnd())?.[1];
  return number === undefined ? undefined : Number(number);
}

/** What `state: auto` means here and now. */
export function stateNow(journal: JournalState | undefined, job: JobStatus, memory: Memory): ReleaseMessage['state'] {
  if (journal === undefined) return job === 'success' ? 'released' : 'failed';
  if (journal.state === 'committed') return 'released';
  if (journal.state === 'held') return 'held';
  return memory.isFirst ? 'started' : 'gating';
}

/** The same for a scheduled job, which is no release. */
export function taskNow(job: JobStatus): ReleaseMessage['state'] {
  return job === 'success' ? 'task-passed' : 'task-failed';
}
