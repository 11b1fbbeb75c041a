import type { JobStatus, JournalState, Shell } from '@lockstep/action-shell';
import type { ReleaseMessage } from '@lockstep/notify';
import { type Inputs, readLink } from './inputs.ts';
import type { Memory } from './memory.ts';

type Head = Pick<ReleaseMessage, 'key' | 'continues' | 'releaseId' | 'environment' | 'service' | 'commit'>;

/** What identifies the release: from the inputs, else from the open release, else from the run. */
export function headOf(inputs: Inputs, shell: Pick<Shell, 'env'>, journal: JournalState | undefined): Head {
  const release = journal?.release;
  const environment = inputs.environment || (release?.environment ?? '');
  const service = inputs.service || (release?.service ?? '');
  const releaseId = release?.id ?? '';
  const run = `${shell.env.runId}.${shell.env.runAttempt}`;
  return {
    key: inputs.key || [environment, service, releaseId || run].join('/'),
    // A key that is given is of a release that another job began; this job's own are new with it.
    continues: inputs.key !== '',
    releaseId,
    environment,
    service,
    commit: inputs['commit-sha'] || (release?.commit ?? '') || shell.env.sha,
  };
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

/** What `state: auto` means here and now. */
export function stateNow(journal: JournalState | undefined, job: JobStatus, memory: Memory): ReleaseMessage['state'] {
  if (journal === undefined) return job === 'success' ? 'released' : 'failed';
  if (journal.state === 'committed') return 'released';
  if (journal.state === 'held') return 'held';
  return memory.isFirst ? 'started' : 'gating';
}
