import type { Check, Clock, Logger, NotVerified } from '@lockstep/base';
import { openSession, type Session, type Target } from '@lockstep/postgres';
import { verifying } from '../files/lazily.ts';
import type { Contents, Manifest } from '../manifest/manifest.ts';
import { readContents, readManifest } from '../manifest/read-manifest.ts';
import { openAhead } from '../restore/open-ahead.ts';
import { type Phase, restoreBackup } from '../restore/restore.ts';
import { createScratch, type Scratch, type ScratchRefusal, scratchRefusal } from '../restore/scratch.ts';
import type { Opened } from '../seal/sealed-object.ts';
import type { BackupTarget } from '../targets/target.ts';
import { afterRestore } from './after-restore.ts';
import { brokenCheck, wholeChecks } from './broken.ts';
import { ageCheck, leftCheck, manifestCheck, timeCheck } from './measured.ts';
import { compareAll, readTheRest, refusedEntry, refusedLabel } from './verify.ts';

export interface DrillOptions {
  readonly place: BackupTarget;
  /** `daily/ID/` */
  readonly prefix: string;
  readonly identities: readonly string[];
  readonly scratch: Target;
  readonly parallel: number;
  /** How old the data may be at most when it is restored; undefined where that is not judged. */
  readonly maxAgeMs: number | undefined;
  /** How long the restore may take at most. */
  readonly maxRestoreMs: number | undefined;
  /** SQL that repeats what was erased since. */
  readonly afterRestore: string | undefined;
  /** The caller's own look at the restored database, whose triggers are off by then. */
  readonly probe: ((target: Target) => Promise<readonly Check[]>) | undefined;
  /** False: the files of Supabase Storage are not read. */
  readonly files?: boolean;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal | undefined;
}

export type Drilled =
  | { readonly kind: 'refused'; readonly why: ScratchRefusal }
  | {
      readonly kind: 'drilled';
      readonly backup: string;
      readonly checks: readonly Check[];
      readonly notVerified: readonly NotVerified[];
      readonly manifest: Manifest | undefined;
      readonly phases: Readonly<Record<Phase, number>> | undefined;
      /** From the first byte that was read to the last constraint. */
      readonly restoreMs: number | undefined;
      readonly dataAgeMs: number | undefined;
    };

interface Findings {
  readonly checks: Check[];
  readonly notVerified: NotVerified[];
  manifest?: Manifest;
  phases?: Readonly<Record<Phase, number>>;
  restoreMs?: number;
  dataAgeMs?: number;
}

/** Restores a backup into a database of its own, compares all of it, and drops it. Throws InputError and RemoteError. */
export async function drillBackup(options: DrillOptions): Promise<Drilled> {
  const { prefix, clock } = options;
  const backup = prefix.replace(/\/$/, '');
  const findings: Findings = { checks: [], notVerified: [] };
  const started = clock.now();
  const read = await readManifest(options.place, prefix, options);
  findings.checks.push(manifestCheck(read, backup));
  if (read.kind === 'read') {
    const { manifest } = read;
    findings.manifest = manifest;
    findings.dataAgeMs = started - Date.parse(manifest.takenAt);
    findings.checks.push(...ageCheck(backup, findings.dataAgeMs, options.maxAgeMs));
    try {
      const refused = await restoreAndCompare(options, manifest, findings);
      if (refused !== undefined) return { kind: 'refused', why: refused };
      await readFiles(options, manifest, findings);
    } catch (error) {
      const check = brokenCheck(error, backup);
      if (check === undefined) throw error;
      findings.checks.push(check);
    }
  }
  const { checks, notVerified, manifest, phases, restoreMs, dataAgeMs } = findings;
  return { kind: 'drilled', backup, checks, notVerified, manifest, phases, restoreMs, dataAgeMs };
}

/** Reads the files of the backup, once the database is dropped again. */
async function readFiles(options: DrillOptions, manifest: Manifest, findings: Findings): Promise<void> {
  if (manifest.files === undefined) return;
  if (options.files === false) {
    const what = `${manifest.files.files} files of Supabase Storage`;
    findings.notVerified.push({ id: 'files-whole', what, because: 'left out on request', remedy: '', chosen: true });
    return;
  }
  const { place, prefix, identities, parallel, signal } = options;
  const { verifyFiles } = await verifying();
  const from = { target: place, prefix, identities };
  findings.checks.push(...(await verifyFiles({ from, manifest, parallel, signal })));
}

async function restoreAndCompare(
  options: DrillOptions,
  manifest: Manifest,
  findings: Findings,
): Promise<ScratchRefusal | undefined> {
  const { place, prefix, identities, scratch: target, log, signal } = options;
  const session = await openSession(target, { log, signal, applicationName: 'lockstep drill' });
  try {
    const refused = await scratchRefusal(session, manifest.source);
    if (refused !== undefined) return refused;
    const from = { target: place, prefix, identities };
    const contents = await readContents(from, manifest, options);
    findings.notVerified.push(...contents.notContained.map(notContained));
    const access = { target, log, clock: options.clock, signal };
    const scratch = await createScratch(access, session, contents);
    try {
      await compared({ ...options, from, manifest, contents }, scratch, findings);
    } finally {
      findings.checks.push(leftCheck(await scratch.end()));
    }
    return undefined;
  } finally {
    await session.close();
  }
}

interface Drilling extends DrillOptions {
  readonly from: Opened;
  readonly manifest: Manifest;
  readonly contents: Contents;
}

async function compared(drilling: Drilling, scratch: Scratch, findings: Findings): Promise<void> {
  const { manifest, prefix, log, clock } = drilling;
  const sessions: Session[] = [];
  const open = async () => {
    const session = await openSession(scratch.target, {
      log,
      signal: drilling.signal,
      applicationName: 'lockstep drill',
    });
    sessions.push(session);
    return session;
  };
  const stop = () => {
    for (const session of sessions) session.abandon();
  };
  drilling.signal?.addEventListener('abort', stop, { once: true });
  try {
    await readTheRest(drilling);
    // One more than are compared with, to switch triggers off.
    const openLater = await openAhead(open, drilling.parallel + 1);
    const started = clock.now();
    const restored = await restoreBackup({ ...drilling, open });
    findings.phases = restored.phases;
    findings.restoreMs = clock.now() - started;
    const all = [...manifest.objects, manifest.contents];
    const bytes = all.reduce((sum, object) => sum + object.bytes, 0);
    findings.checks.push(...wholeChecks(prefix.replace(/\/$/, ''), all.length, bytes));
    findings.checks.push(...timeCheck(findings.restoreMs, drilling.maxRestoreMs));
    findings.notVerified.push(...restored.refused.map(refusedEntry), ...restored.refusedLabels.map(refusedLabel));
    const equal = await compareAll(drilling, { restored, rolesBefore: scratch.rolesBefore, open: openLater });
    findings.checks.push(...equal.checks);
    findings.notVerified.push(...equal.notVerified);
    const after = await afterRestore({
      ...drilling,
      open: openLater,
      scratch: scratch.target,
      sql: drilling.afterRestore,
    });
    findings.checks.push(...after.checks);
    findings.notVerified.push(...after.notVerified);
  } finally {
    drilling.signal?.removeEventListener('abort', stop);
    for (const session of sessions) session.abandon();
  }
}

function notContained({ what, why }: Contents['notContained'][number]): NotVerified {
  return { id: 'contained', what, because: `not contained: ${why}`, remedy: '', chosen: true };
}
