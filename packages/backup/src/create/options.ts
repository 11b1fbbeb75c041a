import type { Clock, Logger } from '@lockstep/base';
import type { Target } from '@lockstep/postgres';
import type { FileOptions } from '../files/copy-files.ts';
import type { Tier } from '../manifest/manifest.ts';
import type { Encryption } from '../seal/recipients.ts';
import type { Selection } from '../source/inventory.ts';
import type { BackupTarget } from '../targets/target.ts';

export interface CreateOptions {
  readonly target: Target;
  readonly place: BackupTarget;
  readonly tier: Tier;
  readonly encryption: Encryption;
  readonly selection: Selection;
  /** How many tables are copied at a time. */
  readonly parallel: number;
  readonly lockTimeoutMs: number;
  readonly maxDurationMs: number;
  readonly pgDumpPath: string | undefined;
  /** What becomes of the files of Supabase Storage; absent: they are not looked at. */
  readonly files?: FileOptions;
  /** The release that is live, where that is known. */
  readonly release: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal | undefined;
}
