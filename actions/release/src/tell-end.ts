import { ledgerClient } from '@lockstep/action-kit/github';
import {
  type Journal,
  type JournalState,
  type Outcome,
  type PostShell,
  type ReleaseEnd,
  releaseEnd,
  tellingTime,
} from '@lockstep/action-shell';
import { describe, formatDuration, nameSome, type Verdict, withDeadline } from '@lockstep/base';
import { type Ledger, type ReleaseRecord, resumeHint, showKey } from '@lockstep/github';
import { type Begun, begunBefore, type Committed, committedBefore, inLedger, journalAt } from './begun.ts';
import { tellReleased } from './commit.ts';
import type { Inputs } from './inputs.ts';

const VERDICTS: Readonly<Record<ReleaseEnd['kind'], Verdict>> = {
  released: 'pass',
  'rolled-back': 'fail',
  'partly-rolled-back': 'fail',
  held: 'unknown',
  unknown: 'unknown',
};

const MARKS: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', unknown: '⚠️' };

/** Runs last in the job, after every undo step, and writes how the release really ended. */
export async function tellEnd(values: Inputs, shell: PostShell): Promise<Outcome | undefined> {
  const committed = committedBefore(shell);
  if (committed !== undefined) return await tellLate(values, shell, committed);
  const begun = begunBefore(shell);
  if (begun === undefined) return undefined;
  const { end, journal } = await endOf(values, shell, begun);
  const late =
    journal !== undefined && end.kind === 'released'
      ? await tellReleased(values, shell, journal, tellingTime(values['ledger-timeout'], shell.jobStatus))
      : await tellLedger(values, shell, begun, end);
  if (late !== undefined) shell.log.warning(late);
  const message = [messageOf(begun, end), ...(late === undefined ? [] : [late])].join('; ');
  const verdict = VERDICTS[end.kind];
  shell.summary.add(`### ${MARKS[verdict]} Release ${begun.id}: ${end.kind}\n\n${message}`);
  // Above all summaries of the run's page; what is no success is told there by the shell.
  if (verdict === 'pass' && late === undefined) shell.log.notice(message);
  return { verdict, reason: end.kind, message };
}

/** The ledger once more, where commit could not tell it: undo steps that come after this one may ask it. */
async function tellLate(values: Inputs, shell: PostShell, { at, live, told }: Committed): Promise<undefined> {
  if (told) return undefined;
  const within = tellingTime(values['ledger-timeout'], shell.jobStatus);
  try {
    const tell = (signal: AbortSignal) => ledgerClient(values, shell, signal).markReleased(at, live);
    await withDeadline('writing the ledger', within, tell, shell);
  } catch (error) {
    shell.log.warning(`the ledger could not be told within ${formatDuration(within)}: ${describe(error)}`);
  }
  return undefined;
}

interface Told {
  readonly end: ReleaseEnd;
  /** Undefined where there is none that counts. */
  readonly journal: Journal | undefined;
}

/**
 * How it ended, by the journal; by the ledger where the journal is lost, and where it says committed although the job
 * failed: any step of the job can write that line, and commit tells the ledger too.
 */
async function endOf(values: Inputs, shell: PostShell, begun: Begun): Promise<Told> {
  const journal = journalAt(begun.journal, shell);
  if (journal === undefined && begun.opened !== true) return { end: neverOpened, journal };
  const read = readOrWhy(journal, begun);
  if (typeof read === 'string') {
    const released = (await ledgerSays(values, shell, begun)) === 'released';
    if (released) shell.log.warning(`${read}; the ledger says that the release went through`);
    return { end: released ? wentThrough : unresolved(read), journal: undefined };
  }
  const end = releaseEnd(read, shell.jobStatus);
  if (end.kind !== 'released' || shell.jobStatus === 'success') return { end, journal };
  if ((await ledgerSays(values, shell, begun)) !== 'not-released') return { end, journal };
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

async function ledgerSays(
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
    shell.log.warning(`the ledger could not be asked: ${describe(error)}`);
    return 'unknown';
  }
}

const wentThrough: ReleaseEnd = { kind: 'released', changed: true, left: [], because: [] };

function unresolved(why: string): ReleaseEnd {
  return { kind: 'unknown', changed: true, left: ['traffic'], because: [why] };
}

/** Begin ended between its record and its journal: no step of the job was ever part of the release. */
const neverOpened: ReleaseEnd = {
  kind: 'rolled-back',
  changed: false,
  left: [],
  because: ['"release begin" did not come to its end'],
};

async function tellLedger(
  values: Inputs,
  shell: PostShell,
  begun: Begun,
  end: ReleaseEnd,
): Promise<string | undefined> {
  // Where the journal is lost, only the ledger itself can have said so.
  const { kind } = end;
  if (kind === 'released') return undefined;
  const within = tellingTime(values['ledger-timeout'], shell.jobStatus);
  try {
    await withDeadline(
      'writing the ledger',
      within,
      async (signal) => {
        const ledger = ledgerClient(values, shell, signal);
        const release = await headOf(ledger, shell, begun);
        if (release !== undefined) await ledger.setState(release, kind, wordsFor(end));
      },
      shell,
    );
    return undefined;
  } catch (error) {
    return `the ledger could not be told within ${formatDuration(within)}, and will show the release as dead: ${describe(error)}`;
  }
}

/** By the journal, else by its id; undefined where it was never written. */
async function headOf(
  ledger: Ledger,
  shell: PostShell,
  begun: Begun,
): Promise<Pick<ReleaseRecord, 'record' | 'author'> | undefined> {
  const noted = readOrWhy(journalAt(begun.journal, shell), begun);
  const known = typeof noted === 'string' ? undefined : inLedger(noted);
  if (known !== undefined) return known;
  return (await ledger.read(begun.key)).releases.find((release) => release.id === begun.id);
}

/** What is left in place comes first: the ledger cuts the rest. */
function wordsFor(end: ReleaseEnd): string {
  const left = end.left.length === 0 ? [] : [`${end.kind === 'held' ? 'in place' : 'left'}: ${nameSome(end.left, 4)}`];
  return [...left, ...(end.changed ? [] : ['nothing was changed']), ...end.because].join('; ');
}

function messageOf({ id, key }: Begun, end: ReleaseEnd): string {
  const name = `release ${id} of ${showKey(key)}`;
  switch (end.kind) {
    case 'released':
      return `${name} is released`;
    case 'rolled-back':
      return `${name} was rolled back (${wordsFor(end)})`;
    case 'partly-rolled-back':
      return `${name} was partly rolled back: users get what they had before (${wordsFor(end)})`;
    case 'held':
      return `${name} is held (${wordsFor(end)}): keep it with "release" and "command: commit", or take it back with ${resumeHint({ key })}`;
    case 'unknown':
      return `${name} ended unresolved (${wordsFor(end)}): go on with ${resumeHint({ key })}`;
  }
}
