import { Fields, InputError, isMap, type LineOf, parseDuration, readYaml } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';
import { isBackupId, TIERS, type Tier } from '../manifest/manifest.ts';
import { type Runbook, readRunbook } from '../runbook/settings.ts';
import type { Recovery } from './recovery.ts';

/** Where a team keeps what it promises of its backups. */
export const POLICY_FILE = '.lockstep/backup.yml';

/** What a team promises of its backups: read by `status` and `drill`, and written into its runbook. */
export interface PolicyFile {
  readonly recovery: Recovery;
  /** For how long each tier is kept; a tier that is not named has no limit. */
  readonly retention: Readonly<Partial<Record<Tier, number>>>;
  readonly legalHolds: readonly LegalHold[];
  readonly runbook: Runbook | undefined;
}

/** A backup that must not be deleted, whatever the limit of its tier is. */
export interface LegalHold {
  readonly backup: string;
  /** The last day of it: YYYY-MM-DD, in UTC. */
  readonly until: string;
  readonly reason: string;
}

const DAY_MS = 86_400_000;

/** Reads a policy file; `name` is how messages call it. Throws InputError with all that is wrong in it. */
export function readPolicyFile(text: string, name: string): PolicyFile {
  const { data, lineOf } = readYaml({ LineCounter, parseDocument }, text, name);
  if (!isMap(data)) throw new InputError(`${name}: expected a map with recovery, retention, legal-holds or runbook`);
  const fields = new Fields(data, name, (field) => lineOf([field]));
  const problems: string[] = [];
  /** The fields of a section; none where it is not there. */
  const section = (field: string) =>
    new Fields(fields.map(field) ?? {}, `${name}: ${field}`, (one) => lineOf([field, one]));
  const runbook = fields.map('runbook');
  const policy: PolicyFile = {
    recovery: readRecovery(section('recovery'), problems),
    retention: readRetention(section('retention'), problems),
    legalHolds: readHolds(fields.any('legal-holds'), { where: `${name}: legal-holds`, lineOf }, problems),
    runbook: runbook === undefined ? undefined : readRunbook(section('runbook'), problems),
  };
  fields.refuseOthers();
  problems.unshift(...fields.problems);
  if (problems.length > 0) throw new InputError(problems);
  return policy;
}

function readRecovery(fields: Fields, problems: string[]): Recovery {
  const duration = (name: string) => {
    const text = fields.text(name);
    const ms = text === '' ? undefined : parseDuration(text);
    if (text !== '' && ms === undefined) fields.complain(name, `expected a duration like 2h or 26h, got "${text}"`);
    return ms;
  };
  const recovery = { maxDataAgeMs: duration('max-data-age'), maxRestoreMs: duration('max-restore-time') };
  fields.refuseOthers();
  problems.push(...fields.problems);
  return recovery;
}

function readRetention(fields: Fields, problems: string[]): PolicyFile['retention'] {
  const retention: Partial<Record<Tier, number>> = {};
  for (const tier of TIERS) {
    const text = fields.text(tier);
    if (text === '') continue;
    const ms = parseDuration(text);
    // A bucket's lifecycle counts in days.
    if (ms === undefined || ms < DAY_MS || ms % DAY_MS !== 0)
      fields.complain(tier, `expected whole days like 14d, got "${text}"`);
    else retention[tier] = ms;
  }
  fields.refuseOthers();
  problems.push(...fields.problems);
  return retention;
}

interface Place {
  readonly where: string;
  readonly lineOf: LineOf;
}

function readHolds(given: unknown, { where, lineOf }: Place, problems: string[]): readonly LegalHold[] {
  if (given === undefined || given === null) return [];
  const onLine = (path: readonly (string | number)[]) => ` (line ${lineOf(path)})`;
  if (!Array.isArray(given)) {
    problems.push(`${where}${onLine(['legal-holds'])}: expected a list of backup, until and reason`);
    return [];
  }
  return given.flatMap((entry: unknown, at): LegalHold[] => {
    const place = `${where}: entry ${at + 1}`;
    if (!isMap(entry)) {
      problems.push(`${place}${onLine(['legal-holds', at])}: expected backup, until and reason`);
      return [];
    }
    const fields = new Fields(entry, place, (field) => lineOf(['legal-holds', at, field]));
    const hold = {
      backup: fields.text('backup', { required: true, expected: 'the id of a backup' }),
      until: fields.text('until', { required: true, expected: 'a day like 2027-06-30' }),
      reason: fields.text('reason', { required: true, expected: 'why it is held' }),
    };
    if (hold.backup !== '' && !isBackupId(hold.backup))
      fields.complain('backup', `"${hold.backup}" is no id of a backup, such as 20260112T030000Z-0a1b2c3d`);
    if (hold.until !== '' && lastMomentOf(hold.until) === undefined)
      fields.complain('until', `expected a day like 2027-06-30, got "${hold.until}"`);
    fields.refuseOthers();
    problems.push(...fields.problems);
    return fields.problems.length === 0 ? [hold] : [];
  });
}

/** The end of a day in UTC; undefined where it is none. */
export function lastMomentOf(day: string): number | undefined {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
  return isDay ? start + DAY_MS : undefined;
}
