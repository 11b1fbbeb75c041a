import { createHash } from 'node:crypto';

/**
 * What happens to a file: `new`; `same`; `updated` (it is as it was installed, and there is a newer one); `yours` (you
 * have changed it, and there is nothing newer); `kept` (you have changed it, and there is a newer one).
 */
export type Change = 'new' | 'same' | 'updated' | 'yours' | 'kept';

export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly change: Change;
}

/** What was installed, as `.lockstep/app.json` has it: path → digest of the text as we wrote it. */
export type Recorded = Readonly<Record<string, string>>;

export interface There {
  /** The text of a file of the app, undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Replaces what was changed as well. */
  readonly force: boolean;
}

export function planInstall(
  files: ReadonlyMap<string, string>,
  recorded: Recorded,
  { read, force }: There,
): readonly PlannedFile[] {
  return [...files].map(([path, text]) => ({ path, text, change: changeOf(text, recorded[path], read(path), force) }));
}

function changeOf(text: string, installed: string | undefined, there: string | undefined, force: boolean): Change {
  if (there === undefined) return 'new';
  if (there === text) return 'same';
  if (force || installed === digestOf(there)) return 'updated';
  return installed === digestOf(text) ? 'yours' : 'kept';
}

/** The record after the plan was carried out. A file that was kept stays recorded as it was installed. */
export function recordAfter(recorded: Recorded, plan: readonly PlannedFile[]): Recorded {
  const written = plan.filter(({ change }) => change !== 'kept' && change !== 'yours');
  const all = { ...recorded, ...Object.fromEntries(written.map(({ path, text }) => [path, digestOf(text)])) };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
