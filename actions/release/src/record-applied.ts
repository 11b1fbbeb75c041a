import { githubClient } from '@lockstep/action-kit/github';
import type { JournalState, Shell } from '@lockstep/action-shell';
import { describe, withDeadline } from '@lockstep/base';
import { type Author, isDigests, type MigrationDigests, recordMigrated } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** GitHub takes a payload of this size; more migrations than that are seen by the versions of the next release. */
const MOST = 300;

/**
 * Writes which migrations the release applied to the ledger, for the audit trail. Nothing of the release depends on it: what
 * could not be written, the next release shows by the version of the database that it finds.
 */
export async function recordApplied(
  values: Inputs,
  shell: Shell,
  { author, state, within }: { readonly state: JournalState; readonly author: Author; readonly within: number },
): Promise<void> {
  const steps = appliedIn(state);
  const applied = steps.flat().slice(0, MOST);
  if (applied.length === 0) return;
  const { commit, environment, id: release, service } = state.release;
  const payload = { kind: 'lockstep-migrated/1', id: `${release}-migrated`, service, author, release, commit } as const;
  const more = steps.length > 1 ? { steps: steps.length } : {};
  const write = (signal: AbortSignal) =>
    recordMigrated(githubClient(values, shell, signal), values['ledger-creator'], environment, {
      ...payload,
      applied,
      ...more,
    });
  try {
    await withDeadline('writing the migrations to the ledger', within, write, shell);
  } catch (error) {
    shell.log.warning(`the ledger does not have the migrations of this release: ${describe(error)}`);
  }
}

/** What each step of `migrate` noted that applied some, in their order. */
function appliedIn({ entries }: JournalState): readonly (readonly MigrationDigests[])[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'finished' || entry.action !== 'migrate') return [];
    const { texts } = (entry.detail ?? {}) as { readonly texts?: unknown };
    const applied = Array.isArray(texts) ? texts.filter(isDigests) : [];
    return applied.length === 0 ? [] : [applied];
  });
}
