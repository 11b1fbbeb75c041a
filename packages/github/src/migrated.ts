import type { GitHub } from './client.ts';
import { type Author, isAuthor, isObject, type LedgerKey, parsed } from './ledger/payload.ts';
import type { LedgerSource } from './ledger/read-records.ts';
import { describeState } from './ledger/states.ts';
import { createStatus } from './ledger/write.ts';
import { createOurs, recordsOf } from './promotion/records.ts';

const MIGRATED_TASK = 'lockstep:migrated';

/** A migration by its texts: SHA-256 in hex of the migration and of its down migration; null where it has none. */
export interface MigrationDigests {
  readonly version: string;
  readonly up: string;
  readonly down: string | null;
}

/** The migrations that a committed release had applied, in order. */
export interface MigratedPayload {
  readonly kind: 'lockstep-migrated/1';
  readonly id: string;
  readonly service: string;
  readonly author: Author;
  readonly release: string;
  readonly commit: string;
  readonly applied: readonly MigrationDigests[];
  /** How many steps of the release applied some: several may be of several databases. Absent: one. */
  readonly steps?: number;
}

/** A record of them, as it is in the ledger. */
export interface MigratedRecord {
  readonly record: number;
  readonly createdAt: string;
  /** Undefined where it cannot be read. */
  readonly payload: MigratedPayload | undefined;
}

/** Writes down what a release applied. `creator` is whose records count. Throws RemoteError, InputError for another one. */
export async function recordMigrated(
  github: GitHub,
  creator: string,
  environment: string,
  payload: MigratedPayload,
): Promise<void> {
  const description = `Migrations of release ${payload.release}`;
  const wanted = { environment, ref: payload.commit, task: MIGRATED_TASK, description, payload };
  const record = await createOurs(github, creator, wanted);
  // A deployment without any status looks as if it were about to begin.
  const said = describeState('migrated', `${payload.applied.length} of release ${payload.release}`);
  await createStatus(github, record.id, { state: 'inactive', description: said, log_url: payload.author.url });
}

/** So many are looked at: what anyone wrote to be in the way does not push out what releases wrote. */
const MOST_RECORDS = 2_000;

/** The records of a line since a time, newest first. Whose word they are is for `believeMigrated`. Throws RemoteError. */
export async function readMigrated(
  { creator, github }: LedgerSource,
  key: LedgerKey,
  { fromMs, most = MOST_RECORDS }: { readonly fromMs: number; readonly most?: number },
): Promise<{ readonly records: readonly MigratedRecord[]; readonly isWhole: boolean }> {
  const records: MigratedRecord[] = [];
  let looked = 0;
  for await (const { created_at: createdAt, id: record, payload: given } of recordsOf(
    github,
    creator,
    key,
    MIGRATED_TASK,
  )) {
    if (Date.parse(createdAt) < fromMs) break;
    if (++looked > most) return { records, isWhole: false };
    const { service } = (parsed(given) ?? {}) as { readonly service?: unknown };
    const isOthers = typeof service === 'string' && service !== key.service;
    if (!isOthers) records.push({ record, createdAt, payload: readPayload(given) });
  }
  return { records, isWhole: true };
}

function readPayload(payload: unknown): MigratedPayload | undefined {
  const found = parsed(payload) as Partial<MigratedPayload> | undefined;
  const whole =
    found?.kind === 'lockstep-migrated/1' &&
    typeof found.id === 'string' &&
    typeof found.service === 'string' &&
    typeof found.release === 'string' &&
    isAuthor(found.author) &&
    (found.steps === undefined || Number.isSafeInteger(found.steps)) &&
    Array.isArray(found.applied) &&
    found.applied.every(isDigests);
  return whole ? (found as MigratedPayload) : undefined;
}

const HEX = /^[0-9a-f]{64}$/;

export function isDigests(value: unknown): value is MigrationDigests {
  if (!isObject(value)) return false;
  const { down, up, version } = value as Partial<MigrationDigests>;
  return typeof version === 'string' && HEX.test(String(up)) && (down === null || HEX.test(String(down)));
}
