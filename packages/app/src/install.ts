import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@lockstep/base';
import { type LayoutOptions, layoutOf } from './detect.ts';
import { type PlannedFile, planInstall, type Recorded, recordAfter } from './plan-install.ts';
import { readManifest } from './read-app.ts';
import { filesOf, type Layout, setNames } from './sets.ts';

const RECORD = '.lockstep/app.json';

export interface InstallOptions extends LayoutOptions {
  /** Names of sets; none installs all that are not optional. */
  readonly sets: readonly string[];
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Writes files, each by its path in the folder of the app: all of them or none. */
  readonly write: (files: ReadonlyMap<string, string>) => void;
}

export interface Installed {
  readonly layout: Layout;
  readonly sets: readonly string[];
  readonly plan: readonly PlannedFile[];
}

/** Installs sets of files into the app in a folder, or updates them. Throws InputError before anything is written. */
export function installApp(into: string, options: InstallOptions): Installed {
  const known = setNames();
  const problems = options.sets
    .filter((name) => !known.includes(name))
    .map((name) => `there is no set "${name}"; expected one of ${known.join(', ')}`);
  if (problems.length > 0) throw new InputError(problems);
  const has = (path: string) => existsSync(join(into, path));
  const layout = layoutOf({ manifest: readManifest(into), has }, options);
  if (layout === undefined) throw new InputError(`"${into}": expected the folder of a Next.js app`);
  const sets = options.sets.length === 0 ? setNames({ all: false }) : options.sets;
  const recorded = readRecord(join(into, RECORD));
  const read = (path: string) => (has(path) ? readFileSync(join(into, path), 'utf8') : undefined);
  const plan = planInstall(filesOf(sets, layout), recorded, { read, force: options.force });
  if (!options.dryRun) {
    const files = new Map(
      plan.flatMap(({ change, path, text }) =>
        change === 'new' || change === 'updated' ? [[path, text] as const] : [],
      ),
    );
    // A file that you have deleted, and that no set has any more, is none of ours.
    const left = Object.fromEntries(Object.entries(recorded).filter(([path]) => has(path)));
    options.write(files.set(RECORD, `${JSON.stringify(recordAfter(left, plan), null, 2)}\n`));
  }
  return { layout, sets, plan };
}

function readRecord(file: string): Recorded {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  } catch (cause) {
    throw new InputError(`${file} is no JSON: delete it, and changed files are kept`, { cause });
  }
}
