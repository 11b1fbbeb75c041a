import { ledgerClient } from '@lockstep/action-kit/github';
import {
  type Journal,
  type JournalState,
  type Outcome,
  type PostShell,
  type ReleaseEnd,
  releaseEnd,
  takeSummaries,
  tellingTime,
} from '@lockstep/action-shell';
import { describe, formatDuration, nameSome, withDeadline } from '@lockstep/base';
import { type Ledger, type ReleaseRecord, resumeHint, showKey } from '@lockstep/github';
import { type Begun, begunBefore, type Committed, committedBefore, inLedger, journalAt } from './begun.ts';
import { recordReleased } from './commit.ts';
import type { Inputs } from './inputs.ts';
import { liveDeployment } from './plan-commit.ts';
import type { Reason } from './reasons.ts';
import { END_VERDICTS, showReleaseEnd } from './summary.ts';

/** Runs last in the job, after every undo step, and records the final state of the release. */
export async function reportEnd(values: Inputs, shell: PostShell): Promise<Outcome<Reason> | undefined> {
  const committed = committedBefore(shell);
  if (committed !== undefined) return await recordLate(values, shell, committed);
  const begun = begunBefore(shell);
  if (begun === undefined) return undefined;
  const { end, journal } = await endOf(values, shell, begun);
  const late =
    journal !== undefined && end.kind === 'released'
      ? await recordReleased(values, shell, journal, tellingTime(values['ledger-timeout'], shell.jobStatus))
      : await recordEnd(values, shell, begun, end);
  if (late !== undefined) shell.log.warning(late);
  const message = [messageOf(begun, end), ...(late === undefined ? [] : [late])].join('; ');
  const verdict = END_VERDICTS[end.kind];
  const state = journal === undefined ? undefined : readOrWhy(journal, begun);
  const known = typeof state === 'string' ? undefined : state;
  const live = known === undefined ? undefined : (liveDeployment(known) ?? inLedger(known)?.deployment ?? undefined);
  const held = takeSummaries(begun.journal);
  shell.summary.add(showReleaseEnd({ begun, end, held, live }, known));
  // An annotation is above all summaries of the run page; the shell writes one for what is no success.
  if (verdict === 'pass' && late === undefined) shell.log.notice(message);
  return { verdict, reason: end.kind, message };
}

/** The ledger once more, if commit could not write it: undo steps that come after this one may read it. */
async function recordLate(values: Inputs, shell: PostShell, { at, live, recorded }: Committed): Promise<undefined> {
  if (recorded) return undefined;
  const within = tellingTime(values['ledger-timeout'], shell.jobStatus);
  try {
    const write = (signal: AbortSignal) => ledgerClient(values, shell, signal).markReleased(at, live);
    await withDeadline('writing the ledger', within, write, shell);
  } catch (error) {
    shell.log.warning(`the ledger could not be written within ${formatDuration(within)}: ${describe(error)}`);
  }
  return undefined;
}

interface KnownEnd {
  readonly end: ReleaseEnd;
  /** Undefined if there is none that counts. */
  readonly journal: Journal | undefined;
}

/**
 * How it ended, by the journal; by the ledger if the journal is lost, or says committed although the job failed: any step
 * of the job can write that line, and commit writes the ledger too.
 */
async function endOf(values: Inputs, shell: PostShell, begun: Begun): Promise<KnownEnd> {
  const journal = journalAt(begun.journal, shell);
  if (journal === undefined && begun.opened !== true) return { end: NEVER_OPENED, journal };
  const read = readOrWhy(journal, begun);
  if (typeof read === 'string') {
    const released = (await readLedger(values, shell, begun)) === 'released';
    if (released) shell.log.warning(`${read}; the ledger says that the release was committed`);
    return { end: released ? COMMITTED : unresolved(read), journal: undefined };
  }
  const end = releaseEnd(read, shell.jobStatus);
  if (end.kind !== 'released' || shell.jobStatus === 'success') return { end, journal };
  if ((await readLedger(values, shell, begun)) !== 'not-released') return { end, journal };
  return { end: unresolved('the journal says committed, the ledger does not, and the job failed'), journal: undefined };
}

function readOrWhy(journal: Journal | undefined, begun: Begun): JournalState | string {
  if (journal === undefined) return `release journal ${begun.journal}: was removed by a step of the job`;
  try {
    const state = journal.read();
    return state.release.id === begun.id
      ? state
      : `release journal ${begun.journal}: is of another release, ${state.release.id}`;
  } catch (error) {
    return describe(error);
  }
}

async function readLedger(
  values: Inputs,
  shell: PostShell,
  begun: Begun,
): Promise<'released' | 'not-released' | 'unknown'> {
  const within = tellingTime(values['ledger-timeout'], shell.jobStatus);
  try {
    const read = (signal: AbortSignal) => ledgerClient(values, shell, signal).read(begun.key);
    const { releases } = await withDeadline('reading the ledger', within, read, shell);
    return releases.some(({ id, state }) => id === begun.id && state === 'released') ? 'released' : 'not-released';
  } catch (error) {
    shell.log.warning(`the ledger could not be read: ${describe(error)}`);
    return 'unknown';
  }
}

const COMMITTED: ReleaseEnd = { kind: 'released', changed: true, left: [], because: [] };

function unresolved(why: string): ReleaseEnd {
  return { kind: 'unknown', changed: true, left: ['traffic'], because: [why] };
}

/** `begin` ended between its record and its journal: no step of the job was ever part of the release. */
const NEVER_OPENED: ReleaseEnd = {
  kind: 'rolled-back',
  changed: false,
  left: [],
  because: ['"release" with "command: begin" did not finish'],
};

async function recordEnd(values: Inputs, shell: PostShell, begun: Begun, end: ReleaseEnd): Promise<string | undefined> {
  // If the journal is lost, only the ledger itself can have said so.
  const { kind } = end;
  if (kind === 'released') return undefined;
  const within = tellingTime(values['ledger-timeout'], shell.jobStatus);
  try {
    await withDeadline(
      'writing the ledger',
      within,
      async (signal) => {
        const ledger = ledgerClient(values, shell, signal);
        const release = await recordOf(ledger, shell, begun);
        if (release !== undefined) await ledger.setState(release, kind, describeEnd(end));
      },
      shell,
    );
    return undefined;
  } catch (error) {
    return `the ledger could not be written within ${formatDuration(within)}, and will show the release as dead: ${describe(error)}`;
  }
}

/** By the journal, else by its id; undefined if it was never written. */
async function recordOf(
  ledger: Ledger,
  shell: PostShell,
  begun: Begun,
): Promise<Pick<ReleaseRecord, 'record' | 'author'> | undefined> {
  const noted = readOrWhy(journalAt(begun.journal, shell), begun);
  const known = typeof noted === 'string' ? undefined : inLedger(noted);
  if (known !== undefined) return known;
  return (await ledger.read(begun.key)).releases.find((release) => release.id === begun.id);
}

/** What remains comes first: the ledger cuts the rest. */
function describeEnd(end: ReleaseEnd): string {
  const left =
    end.left.length === 0 ? [] : [`${end.kind === 'held' ? 'in place' : 'remaining'}: ${nameSome(end.left, 4)}`];
  return [...left, ...(end.changed ? [] : ['nothing was changed']), ...end.because].join('; ');
}

function messageOf({ id, key }: Begun, end: ReleaseEnd): string {
  const name = `release ${id} of ${showKey(key)}`;
  switch (end.kind) {
    case 'released':
      return `${name} is committed`;
    case 'rolled-back':
      return `${name} was rolled back (${describeEnd(end)})`;
    case 'partly-rolled-back':
      return `${name} was partly rolled back: users have what they had before (${describeEnd(end)})`;
    case 'held':
      return `${name} is held (${describeEnd(end)}): keep it with "release" and "command: commit", or roll it back with ${resumeHint({ key })}`;
    case 'unknown':
      return `${name} ended unresolved (${describeEnd(end)}): resolve it with ${resumeHint({ key })}`;
  }
}
