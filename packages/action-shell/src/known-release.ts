import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, InputError } from '@lockstep/base';
import { JOURNAL_VARIABLE, type Journal } from './journal.ts';
import type { JournalRelease, JournalState } from './journal-state.ts';
import type { StateStore } from './state.ts';

/**
 * The release that a step is part of, as its main part knew it. It lies in the step's own state, which the runner hands
 * to its post step alone: no other step of the job can change it, as each of them can the environment and the journal.
 */
export interface KnownRelease {
  readonly path: string;
  readonly release: JournalRelease;
}

const KEY = 'release';

/** Main notes which release it is part of. A journal that cannot be read is whoever's who reads it. */
export function noteRelease(state: StateStore, journal: Journal | undefined): void {
  if (journal === undefined) return;
  const read = readOrWhy(journal);
  if (typeof read === 'string') return;
  state.save(KEY, { path: journal.path, release: read.release } satisfies KnownRelease);
}

export function knownRelease(state: StateStore): KnownRelease | undefined {
  return state.get(KEY) as KnownRelease | undefined;
}

/** Throws InputError where a release was begun in this job, and a step has taken its variable away since. */
export function refuseHiddenRelease(tempDir: string): void {
  const folder = join(tempDir, 'lockstep');
  const begun = existsSync(folder) ? readdirSync(folder).filter((name) => /^release-.*\.jsonl$/.test(name)) : [];
  if (begun.length > 0)
    throw new InputError(
      `${JOURNAL_VARIABLE} is not set, although a release was begun in this job (${join(folder, begun[0] ?? '')}): no step of the job may change it`,
    );
}

/** How a step's release stands when its post part runs. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'journal'; readonly journal: Journal; readonly state: JournalState }
  /** Main knew a release, and its journal is gone, damaged, or another one. */
  | { readonly kind: 'lost'; readonly known: KnownRelease; readonly why: string };

/** `named` is what the environment says now: it counts only for a step that began before its release did. */
export function standingOf(known: KnownRelease | undefined, named: string, at: (path: string) => Journal): Standing {
  const path = known?.path ?? named;
  if (path === '') return { kind: 'none' };
  const journal = at(path);
  const state = readOrWhy(journal);
  if (typeof state !== 'string' && (known === undefined || state.release.id === known.release.id))
    return { kind: 'journal', journal, state };
  if (known === undefined) return { kind: 'none' };
  const why = typeof state === 'string' ? state : `release journal ${path}: is of another release, ${state.release.id}`;
  return { kind: 'lost', known, why };
}

function readOrWhy(journal: Journal): JournalState | string {
  try {
    return journal.read();
  } catch (error) {
    return describe(error);
  }
}

/** How a person goes on with a release. */
export function resumeHint({ environment, service }: Pick<JournalRelease, 'environment' | 'service'>): string {
  const of = service === '' ? '' : `, "service: ${service}"`;
  return `resolve it with the rollback action, "to: finish", "environment: ${environment}"${of}`;
}
