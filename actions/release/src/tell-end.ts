import { type Outcome, type PostShell, type ReleaseEnd, releaseEnd, tellingTime } from '@lockstep/action-shell';
import { describe, formatDuration, nameSome, type Verdict, withDeadline } from '@lockstep/base';
import { goOn, type Head, type Ledger, showKey } from '@lockstep/github';
import { type Begun, begunBefore, inLedger, journalAt } from './begun.ts';
import { tellReleased } from './commit.ts';
import type { Inputs } from './inputs.ts';
import { ledgerOf } from './worlds.ts';

const VERDICTS: Readonly<Record<ReleaseEnd['kind'], Verdict>> = {
  released: 'pass',
  'rolled-back': 'fail',
  'partly-rolled-back': 'fail',
  held: 'unknown',
  unknown: 'unknown',
};

/** Runs last in the job, after every undo step, and writes how the release really ended. */
export async function tellEnd(values: Inputs, shell: PostShell): Promise<Outcome | undefined> {
  const begun = begunBefore(shell);
  if (begun === undefined) return undefined;
  const journal = journalAt(begun.journal, shell);
  const end = journal === undefined ? neverOpened : releaseEnd(journal.read(), shell.jobStatus);
  const late =
    journal !== undefined && end.kind === 'released'
      ? await tellReleased(values, shell, journal, tellingTime(values['ledger-timeout'], shell.jobStatus))
      : await tellLedger(values, shell, begun, end);
  if (late !== undefined) shell.log.warning(late);
  const message = [messageOf(begun, end), ...(late === undefined ? [] : [late])].join('; ');
  shell.summary.add(`### Release ${begun.id}: ${end.kind}\n\n${message}`);
  return { verdict: VERDICTS[end.kind], reason: end.kind, message };
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
  const within = tellingTime(values['ledger-timeout'], shell.jobStatus);
  try {
    await withDeadline(
      'writing the ledger',
      within,
      async (signal) => {
        const ledger = ledgerOf(values, shell, signal);
        const head = await headOf(ledger, shell, begun);
        if (head !== undefined) await ledger.tell(head, end.kind, wordsFor(end));
      },
      shell.clock,
      shell.signal,
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
): Promise<Pick<Head, 'record' | 'author'> | undefined> {
  const noted = journalAt(begun.journal, shell)?.read();
  const known = noted === undefined ? undefined : inLedger(noted);
  if (known !== undefined) return known;
  return (await ledger.read(begun.key)).heads.find((head) => head.id === begun.id);
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
      return `${name} is held (${wordsFor(end)}): keep it with "release" and "command: commit", or take it back with ${goOn({ key })}`;
    case 'unknown':
      return `${name} ended unresolved (${wordsFor(end)}): go on with ${goOn({ key })}`;
  }
}
