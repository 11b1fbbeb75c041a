import {
  defineAction,
  type JobStatus,
  type Outcome,
  type PostShell,
  type Shell,
  tellingTime,
} from '@lockstep/action-shell';
import { count, InputError, nameSome } from '@lockstep/base';
import {
  channelTypes,
  deliver,
  hasEnded,
  headline,
  parseTargets,
  plainText,
  type ReleaseMessage,
  type Target,
  type TargetReport,
  verdictOf,
} from '@lockstep/notify';
import { compose, headOf, stateNow, taskNow } from './compose.ts';
import { earlierPhases, readEarlierJobs } from './earlier-jobs.ts';
import { decideEnd, endOfLost, journalOfLost } from './end.ts';
import { type Inputs, inputs, linkProblems, shortLines, taskProblems } from './inputs.ts';
import { issuesOf } from './issues.ts';
import { knows, type Memory, NOTE, noteOf, recall } from './memory.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({
  name: 'notify',
  inputs,
  check: (values) => [...taskProblems(values), ...linkProblems(values.links), ...targetProblems(values)],
  run,
  post: { when: 'always', run: reportEnd },
});

/** Enough to check targets. */
const nowhere = {
  repository: 'owner/repo',
  slackApiUrl: '',
  openIssues: () => {
    throw new Error('targets that are only checked send nothing');
  },
};

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const targets = openTargets(values, shell);
  if (values.command === 'drill') {
    const { drill } = await import('./drill.ts');
    return await drill(values, shell, targets);
  }
  // A scheduled job is about no release, even where one is open.
  const journal = values.task === '' ? shell.journal?.read() : undefined;
  const head = headOf(values, shell, journal);
  // A re-run of a release that is over: it did not start again, so its message stays as it is.
  if (values.state === 'started' && journal?.state === 'committed')
    return nothingNew(`release ${head.releaseId} has ended already and was not started again`);
  const memory = recall(journal?.entries ?? [], head.key);
  const job = (values['job-status'] || 'success') as JobStatus;
  const now = values.task === '' ? stateNow(journal, job, memory) : taskNow(job);
  const state = values.state === 'auto' ? now : values.state;
  const message = compose(values, shell, {
    head,
    memory,
    end: { state, undone: [], failure: values.failure, next: '' },
  });
  const short = shortLines(values.targets.reveal());
  // Once per release is enough: in the dry run of release.yml before anything changes, else with the first message.
  if (short !== '' && (values['dry-run'] || (journal !== undefined && memory.isFirst))) shell.log.warning(short);
  if (values['dry-run']) return rehearse(shell, targets, message);
  // The first notify step of a release reports its end: its post step runs after every undo.
  if (journal !== undefined && memory.isFirst) shell.state.save('reports-the-end', true);
  return await send(values, shell, targets, { message, memory });
}

function nothingNew(message: string, reports: readonly TargetReport[] = []): Outcome<Reason> {
  return { verdict: 'pass', reason: 'nothing-to-send', message, outputs: { delivery: reports.map(shownOf) } };
}

async function reportEnd(values: Inputs, shell: PostShell): Promise<Outcome<Reason> | undefined> {
  const journal = shell.journal?.read() ?? journalOfLost(shell.lost?.release);
  if (journal === undefined || shell.state.get('reports-the-end') !== true) return undefined;
  const head = headOf(values, shell, journal);
  const memory = recall(journal.entries, head.key);
  const end = shell.lost === undefined ? decideEnd(journal, shell.jobStatus) : endOfLost(shell.lost.why);
  const message = compose(values, shell, { head, memory, end });
  const targets = openTargets(values, shell).filter((target) => !knows(memory, target.name, message.state));
  if (targets.length === 0) {
    shell.log.info(`every target has already been notified: ${headline(message)}`);
    return undefined;
  }
  const timeout = tellingTime(values.timeout, shell.jobStatus);
  return await send({ ...values, timeout }, shell, targets, { message, memory });
}

async function send(
  values: Inputs,
  shell: Shell,
  targets: readonly Target[],
  { memory, message }: { readonly message: ReleaseMessage; readonly memory: Memory },
): Promise<Outcome<Reason>> {
  const world = { fetch, clock: shell.clock, signal: shell.signal, timeoutMs: values.timeout };
  const reports = await deliver(targets, await withEarlierJobs(values, shell, targets, message), memory.handles, world);
  shell.journal?.note(NOTE, noteOf(message, reports));
  for (const { target, delivery, detail } of reports) shell.log.info(`${target}: ${delivery}: ${detail}`);
  return outcomeOf(message, reports, values.required);
}

/** The whole way of a release that has ended, for traces: also what ran before it, which its journal does not know. */
async function withEarlierJobs(
  values: Inputs,
  shell: Shell,
  targets: readonly Target[],
  message: ReleaseMessage,
): Promise<ReleaseMessage> {
  const { startedAt, state, timeline = [] } = message;
  const isWanted = startedAt !== undefined && hasEnded(state) && targets.some(({ type }) => type === 'otlp');
  if (!isWanted || values['github-token'].isEmpty) return message;
  const earlier = earlierPhases(await readEarlierJobs(values['github-token'], shell), startedAt);
  return { ...message, timeline: [...earlier, ...timeline] };
}

function outcomeOf(message: ReleaseMessage, reports: readonly TargetReport[], required: boolean): Outcome<Reason> {
  const verdict = verdictOf(reports);
  const heard = reports.filter(({ delivery }) => delivery === 'confirmed' || delivery === 'accepted');
  const missed = reports.filter(({ delivery }) => delivery === 'failed' || delivery === 'unknown');
  const reason = missed.length === 0 ? 'delivered' : verdict === 'fail' ? 'not-delivered' : 'delivery-unknown';
  const words = missed.map(({ target, delivery, detail }) => `${target} ${delivery}: ${detail}`);
  if (heard.length + missed.length === 0) return nothingNew(`no target listens to state "${message.state}"`, reports);
  const sent = `"${headline(message)}" sent to ${heard.length} of ${count(heard.length + missed.length, 'target')}`;
  return {
    verdict,
    reason,
    message: words.length === 0 ? sent : `${sent}; ${nameSome(words, 5)}`,
    outputs: { delivery: reports.map(shownOf) },
    passes: verdict === 'pass' || !required,
  };
}

function shownOf({ target, type, delivery, detail }: TargetReport): object {
  return { target, type, delivery, detail };
}

function rehearse(shell: Shell, targets: readonly Target[], message: ReleaseMessage): Outcome<Reason> {
  shell.log.foreign(plainText(message));
  const names = targets.map((target) => target.name);
  return {
    verdict: 'pass',
    reason: 'dry-run',
    message: `would notify ${nameSome(names, 10)}: ${headline(message)}`,
    outputs: { delivery: [] },
  };
}

function openTargets(values: Inputs, shell: Shell): readonly Target[] {
  const { owner, repo } = shell.env.repository;
  const targets = parseTargets(values.targets.reveal(), channelTypes, {
    repository: `${owner}/${repo}`,
    githubToken: values['github-token'],
    openIssues: issuesOf({ apiUrl: shell.env.apiUrl, log: shell.log, signal: shell.signal }),
    slackApiUrl: (values['slack-api-url']?.href ?? '').replace(/\/$/, ''),
  });
  for (const secret of targets.flatMap((target) => target.channel.secrets)) shell.mask(secret);
  return targets;
}

/** So that wrong targets are reported together with all other wrong inputs. */
function targetProblems(values: Inputs): readonly string[] {
  try {
    parseTargets(values.targets.reveal(), channelTypes, { ...nowhere, githubToken: values['github-token'] });
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
