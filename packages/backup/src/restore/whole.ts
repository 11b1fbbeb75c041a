import type { Check, Clock, Logger, NotVerified } from '@lockstep/base';
import { openSession, type Session, type Target } from '@lockstep/postgres';
import { brokenCheck, wholeChecks } from '../drill/broken.ts';
import { manifestCheck } from '../drill/measured.ts';
import { compareAll, readTheRest } from '../drill/verify.ts';
import { readContents, readManifest } from '../manifest/read-manifest.ts';
import type { BackupTarget } from '../targets/target.ts';
import { restoreBackup } from './restore.ts';
import { isUsed } from './scratch.ts';

export interface WholeOptions {
  readonly place: BackupTarget;
  /** `daily/ID/` */
  readonly prefix: string;
  readonly identities: readonly string[];
  /** An empty database. */
  readonly target: Target;
  readonly parallel: number;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal | undefined;
}

export type WholeRestored =
  /** Something is in the target already: nothing was changed. */
  | { readonly kind: 'not-empty' }
  /** `begun`: the target was changed. All is as it was only where every check passed. */
  | {
      readonly kind: 'restored';
      readonly begun: boolean;
      readonly checks: readonly Check[];
      readonly notVerified: readonly NotVerified[];
      readonly rows: number;
      readonly restoreMs: number;
      readonly dataAgeMs: number | undefined;
    };

/** Restores a backup for good into an empty database, and compares all of it. What was restored before an error stays there. */
export async function restoreWhole(options: WholeOptions): Promise<WholeRestored> {
  const { place, prefix, identities, target, log, signal, clock } = options;
  const backup = prefix.replace(/\/$/, '');
  const sessions: Session[] = [];
  const open = async () => {
    const session = await openSession(target, { log, signal, applicationName: 'lockstep restore' });
    sessions.push(session);
    return session;
  };
  const started = clock.now();
  const read = await readManifest(place, prefix, options);
  const checks: Check[] = [manifestCheck(read, backup)];
  const nothing = { kind: 'restored', begun: false, notVerified: [], rows: 0, restoreMs: 0 } as const;
  if (read.kind !== 'read') return { ...nothing, checks, dataAgeMs: undefined };
  const { manifest } = read;
  const dataAgeMs = started - Date.parse(manifest.takenAt);
  let begun = false;
  const stop = () => {
    for (const session of sessions) session.abandon();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const session = await open();
    if (await isUsed(session)) return { kind: 'not-empty' };
    const roles = await session.rows('select rolname from pg_catalog.pg_roles');
    const from = { target: place, prefix, identities };
    const contents = await readContents(from, manifest, options);
    const verifying = { ...options, from, manifest, contents };
    await readTheRest(verifying);
    begun = true;
    const restored = await restoreBackup({ ...verifying, open });
    const restoreMs = clock.now() - started;
    const bytes = manifest.objects.reduce((sum, object) => sum + object.bytes, manifest.contents.bytes);
    checks.push(...wholeChecks(backup, manifest.objects.length + 1, bytes));
    const rolesBefore = new Set(roles.map(([role]) => role ?? ''));
    const equal = await compareAll(verifying, { restored, rolesBefore, open });
    checks.push(...equal.checks);
    return {
      kind: 'restored',
      begun,
      checks,
      notVerified: equal.notVerified,
      rows: manifest.totals.rows,
      restoreMs,
      dataAgeMs,
    };
  } catch (error) {
    const check = brokenCheck(error, backup);
    if (check === undefined) throw error;
    return { ...nothing, begun, checks: [...checks, check], dataAgeMs };
  } finally {
    signal?.removeEventListener('abort', stop);
    for (const session of sessions) session.abandon();
  }
}
