import { type Check, count, formatDuration, type NotVerified } from '@lockstep/base';
import type { ProviderBackups, SupabaseProject } from '@lockstep/supabase';
import { ageWords } from './age-words.ts';

/** What was asked of the provider: its answer, or why there is none. */
export type Asked<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'unanswered'; readonly because: string; readonly remedy: string };

export interface ProviderFacts {
  /** The reference of the project. */
  readonly ref: string;
  readonly project: Asked<SupabaseProject>;
  readonly backups: Asked<ProviderBackups>;
  /** The days of point-in-time recovery that are paid for; undefined where none are. */
  readonly pitrDays: Asked<number | undefined>;
  readonly nowMs: number;
}

/** What is promised of the provider's own backups. */
export interface ProviderPolicy {
  readonly maxAgeMs: number;
  /** How far back any point in time can be restored; undefined where that is not promised. */
  readonly minWindowMs: number | undefined;
}

export interface ProviderJudged {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** How far the end of the window may lag behind: WAL is archived every few minutes. */
const WINDOW_LAG_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * What the provider's own answers say of its backups. That something is switched on is no backup: only what is stored
 * counts. A project that does not run makes none, so that what is too old there is unknown and no fail.
 */
export function judgeProvider(facts: ProviderFacts, policy: ProviderPolicy): ProviderJudged {
  const { backups, project, ref } = facts;
  const gap = (
    id: string,
    what: string,
    asked: { readonly because: string; readonly remedy: string },
  ): NotVerified => ({
    id,
    what: `${what} of project ${ref}`,
    because: asked.because,
    remedy: asked.remedy,
    chosen: false,
  });
  const notVerified = [
    ...(project.kind === 'unanswered' ? [gap('provider-project', 'the state', project)] : []),
    ...(backups.kind === 'unanswered' ? [gap('provider-backup', 'the backups', backups)] : []),
  ];
  const condition = project.kind === 'answered' ? project.value : undefined;
  const checks = [
    ...(condition === undefined ? [] : [projectCheck(condition)]),
    ...(backups.kind === 'unanswered' ? [] : [backupCheck(facts, policy, backups.value)]),
    ...(backups.kind === 'unanswered' || policy.minWindowMs === undefined
      ? []
      : [windowCheck(facts, policy.minWindowMs, backups.value)]),
  ];
  return { checks, notVerified };
}

function projectCheck({ condition, ref, status }: SupabaseProject): Check {
  const check = {
    id: 'provider-project',
    title: 'The Supabase project runs, so that it makes backups',
    what: ref,
    measured: status,
    expected: 'ACTIVE_HEALTHY, or another state in which it runs',
  };
  if (condition === 'running') return { ...check, verdict: 'pass', reason: 'project-running', remedy: '' };
  if (condition === 'broken') {
    const remedy = 'look at the project in the dashboard of Supabase, and ask its support';
    return { ...check, verdict: 'fail', reason: 'project-broken', remedy };
  }
  const remedy =
    condition === 'changing' ? 'run again when it is back' : 'restore the project in the dashboard of Supabase';
  return { ...check, verdict: 'unknown', reason: 'project-not-running', remedy };
}

function backupCheck(facts: ProviderFacts, { maxAgeMs }: ProviderPolicy, value: ProviderBackups): Check {
  const check = {
    id: 'provider-backup',
    title: 'Supabase itself has stored a backup that is young enough',
    what: facts.ref,
    expected: `one of the last ${formatDuration(maxAgeMs)}`,
  };
  const { nowMs } = facts;
  const newest = value.backups[0];
  const stored = value.backups.find(({ state }) => state === 'stored');
  const newestMs = Math.max(stored?.atMs ?? -Infinity, value.window?.toMs ?? -Infinity);
  const failed = newest?.state === 'failed' ? '; the latest one failed' : '';
  const measured =
    newestMs === -Infinity
      ? `none of ${count(value.backups.length, 'backup')} is stored${failed}${switchedOn(value)}`
      : `${newestMs === stored?.atMs ? 'a backup' : 'a point in time'}, ${ageWords(nowMs - newestMs)} old${failed}`;
  if (nowMs - newestMs <= maxAgeMs)
    return { ...check, measured, verdict: 'pass', reason: 'provider-backup-stored', remedy: '' };
  const { project } = facts;
  if (project.kind === 'answered' && project.value.condition !== 'running') {
    const remedy = 'a project that does not run makes no backups: let it run, and run again a day later';
    return { ...check, measured, verdict: 'unknown', reason: 'project-not-running', remedy };
  }
  // What it says of the newest ones, this version does not understand: they may be stored.
  if (value.backups.some(({ atMs, state }) => state === 'not-known' && nowMs - atMs <= maxAgeMs)) {
    const remedy = 'Supabase has a new word for the state of a backup: look for a newer version of this action';
    return { ...check, measured, verdict: 'unknown', reason: 'provider-backup-unknown', remedy };
  }
  const reason = newestMs === -Infinity ? 'provider-backup-missing' : 'provider-backup-too-old';
  const remedy = 'look at Database, Backups in the dashboard of Supabase: the Free plan makes none';
  return { ...check, measured, verdict: 'fail', reason, remedy };
}

function windowCheck(facts: ProviderFacts, minWindowMs: number, value: ProviderBackups): Check {
  const { nowMs, pitrDays } = facts;
  const { pitrEnabled, window } = value;
  const check = {
    id: 'provider-pitr',
    title: 'Any point in time of long enough ago can be restored by Supabase',
    what: facts.ref,
    expected: `the last ${ageWords(minWindowMs)}`,
  };
  if (window === undefined) {
    const measured = pitrEnabled ? 'it is switched on, and nothing can be restored yet' : 'it is switched off';
    const remedy = pitrEnabled
      ? 'wait for its first backup, and ask the support of Supabase where none comes'
      : 'switch on the add-on Point in Time Recovery of the project';
    return { ...check, measured, verdict: 'fail', reason: pitrEnabled ? 'pitr-empty' : 'pitr-off', remedy };
  }
  const length = window.toMs - window.fromMs;
  const measured = `${new Date(window.fromMs).toISOString()} to ${new Date(window.toMs).toISOString()} (${ageWords(length)})`;
  if (nowMs - window.toMs > WINDOW_LAG_MS) {
    const remedy = 'nothing has been archived since: ask the support of Supabase';
    return { ...check, measured, verdict: 'fail', reason: 'pitr-behind', remedy };
  }
  if (length >= minWindowMs) return { ...check, measured, verdict: 'pass', reason: 'pitr-long-enough', remedy: '' };
  const days = pitrDays.kind === 'answered' ? pitrDays.value : undefined;
  const remedy =
    days !== undefined && days * DAY_MS >= minWindowMs
      ? `${count(days, 'day')} are paid for, and the window grows to it day by day: run again later`
      : 'choose a longer retention of the add-on Point in Time Recovery';
  return { ...check, measured, verdict: 'fail', reason: 'pitr-too-short', remedy };
}

function switchedOn({ pitrEnabled, walArchived }: ProviderBackups): string {
  const what = [...(walArchived ? ['archiving of WAL'] : []), ...(pitrEnabled ? ['point-in-time recovery'] : [])];
  return what.length === 0 ? '' : `; ${what.join(' and ')} being on is no backup`;
}
