import type { Check, Clock, Logger, NotVerified } from '@lockstep/base';
import { openSession, type Session, type Target } from '@lockstep/postgres';
import { brokenCheck, wholeChecks } from '../drill/broken.ts';
import { manifestCheck } from '../drill/measured.ts';
import { compareAll, readTheRest, refusedEntry, refusedLabel } from '../drill/verify.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { readContents, readManifest } from '../manifest/read-manifest.ts';
import type { BackupTarget } from '../targets/target.ts';
import { openAhead } from './open-ahead.ts';
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
  /** Something is in the target already: nothing was changed. In a Supabase project: which of its tables have rows. */
  | { readonly kind: 'not-empty'; readonly tables?: readonly string[] }
  /** A Supabase project whose services have other versions of their schemas: nothing was changed. */
  | { readonly kind: 'project-differs'; readonly differences: readonly string[] }
  /** `begun`: the target was changed. All is as it was only where every check passed. */
  | {
      readonly kind: 'restored';
      readonly begun: boolean;
      /** In a Supabase project: it was changed, and all of it was undone. */
      readonly rolledBack?: boolean;
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
    // With its engine, which no other command waits for.
    const { isProject, restoreIntoProject } = await import('./project/restore-project.ts');
    if (await isProject(session)) {
      const into = await restoreIntoProject({ ...verifying, open }, session);
      if (into.kind !== 'done') return into;
      const restoreMs = clock.now() - started;
      const all = manifest.objects.length + 1;
      const { kept, notVerified } = into;
      if (kept) checks.push(...wholeChecks(backup, all, bytesOf(manifest)));
      checks.push(...into.checks);
      const rows = kept ? into.rows : 0;
      return { kind: 'restored', begun: kept, rolledBack: !kept, checks, notVerified, rows, restoreMs, dataAgeMs };
    }
    const openLater = await openAhead(open, options.parallel);
    begun = true;
    const restored = await restoreBackup({ ...verifying, open });
    const restoreMs = clock.now() - started;
    checks.push(...wholeChecks(backup, manifest.objects.length + 1, bytesOf(manifest)));
    const rolesBefore = new Set(roles.map(([role]) => role ?? ''));
    const equal = await compareAll(verifying, { restored, rolesBefore, open: openLater });
    checks.push(...equal.checks);
    return {
      kind: 'restored',
      begun,
      checks,
      notVerified: [
        ...restored.refused.map(refusedEntry),
        ...restored.refusedLabels.map(refusedLabel),
        ...equal.notVerified,
      ],
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

function bytesOf({ objects, contents }: Manifest): number {
  return objects.reduce((sum, object) => sum + object.bytes, contents.bytes);
}
