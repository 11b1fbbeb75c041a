import { describe } from '@lockstep/base';
import type { Action, Outcome, PostShell } from './action.ts';
import { type KnownRelease, resumeHint } from './known-release.ts';
import type { Shape, Values } from './shape.ts';

/** What the ledger says of a release, where it could be asked: the second witness beside the journal. */
export type Witness = 'released' | 'not-released' | 'unknown';

/** Asks the action's witness; one that cannot be reached, or that there is none of, knows nothing. */
export async function ask<S extends Shape>(
  { post }: Action<S>,
  inputs: Values<S>,
  shell: PostShell,
  { release }: KnownRelease,
): Promise<Witness> {
  if (post?.witness === undefined) return 'unknown';
  try {
    return await post.witness(inputs, shell, release);
  } catch (error) {
    shell.log.warning(`the ledger could not be read about release ${release.id}: ${describe(error)}`);
    return 'unknown';
  }
}

/**
 * The undo of a step whose journal is lost. What is certain is done: with the ledger's word that the release was not
 * committed, in a job that failed, a step that needs nothing but its own state takes back what it did. It is unresolved
 * in any case, since the journal is what all other steps go by, and a person goes on from the ledger. Undefined where the
 * ledger says that the release went through.
 */
export async function undoWithoutJournal<S extends Shape>(
  action: Action<S>,
  inputs: Values<S>,
  shell: PostShell,
  lost: { readonly known: KnownRelease; readonly why: string },
): Promise<Outcome | undefined> {
  const { known, why } = lost;
  const says = await ask(action, inputs, shell, known);
  if (says === 'released') {
    shell.log.warning(`${why}; the ledger says that release ${known.release.id} was committed, so nothing is undone`);
    return undefined;
  }
  const certain = says === 'not-released' && shell.jobStatus !== 'success';
  const undone = certain ? await action.post?.run(inputs, shell) : undefined;
  const what =
    undone === undefined ? `${action.name} undid nothing` : `${action.name}: ${undone.reason}: ${undone.message}`;
  return {
    verdict: 'unknown',
    reason: 'journal-lost',
    message: `release ${known.release.id} is unresolved: ${why}; ${what}; ${resumeHint(known.release)}`,
    ...(undone?.left === undefined ? {} : { left: undone.left }),
  };
}

/** A commit that the journal has and the ledger, which could be asked, has not: somebody else wrote it. */
export function unconfirmedCommit({ release }: KnownRelease): Outcome {
  return {
    verdict: 'unknown',
    reason: 'commit-not-confirmed',
    message: `release ${release.id} is unresolved: its journal says committed, its ledger does not, and the job failed; nothing was undone; ${resumeHint(release)}`,
  };
}
