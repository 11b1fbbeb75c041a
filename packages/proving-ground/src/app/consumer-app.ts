import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type Behaviour = 'healthy' | 'degraded' | 'sick' | 'sick-after-traffic' | 'crashes' | 'build-fails';

export interface ConsumerApp {
  readonly version: number;
  readonly behaviour: Behaviour;
  /** Table to the columns that this version reads; `requiresOf(version)` by default. */
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  /**
   * When `sick-after-traffic` turns: after so many visits, or seconds of them, on a production host, or one of a path
   * (20 visits).
   */
  readonly sickAfter?: { readonly requests?: number; readonly seconds?: number; readonly path?: string };
  /** When sick, visitors get 500 as well. */
  readonly failsVisitors?: boolean;
  /** The build reads the database, and fails where its schema is behind. */
  readonly prerender?: boolean;
}

// Both hold from src/app and from lib/app.
const APP = fileURLToPath(new URL('../../app', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url));

/** What each version of the app reads more than the one before it, as the fixture's migrations make it. */
const STEPS: readonly Readonly<Record<string, readonly string[]>>[] = [
  { prescriptions: ['id', 'patient', 'medicine', 'created_at'] },
  { prescriptions: ['dosage'] },
  { prescriptions: ['refills'] },
  { prescriptions: ['pharmacy'], pharmacies: ['id', 'name'] },
  { prescriptions: ['note'] },
];

/** Table to columns, for version 1 to 5 of the fixture. Later versions read what 5 reads. */
function requiresOf(version: number): Readonly<Record<string, readonly string[]>> {
  const all: Record<string, string[]> = {};
  for (const step of STEPS.slice(0, version))
    for (const [table, columns] of Object.entries(step)) all[table] = [...(all[table] ?? []), ...columns];
  return all;
}

/**
 * Lays one version of the sample app into a folder, as a consumer's commit of it: `api`, `build.mjs`, `app.json`,
 * `package.json`, `vendor` (pg, so that a build needs no install) and `.gitignore`. Other files there stay.
 */
export async function writeConsumerApp(folder: string, { requires, ...app }: ConsumerApp): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of ['api', 'build.mjs', 'package.json'])
    await cp(path.join(APP, name), path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, '.gitignore'), '.vercel\n');
  const whole = { ...app, requires: requires ?? requiresOf(app.version) };
  await writeFile(path.join(folder, 'app.json'), `${JSON.stringify(whole, null, 2)}\n`);
  // Not called node_modules: that is never sent to Vercel, which would install it there.
  const vendor = path.join(folder, 'vendor');
  await rm(vendor, { recursive: true, force: true });
  await vendorPackage('pg', PACKAGE, vendor);
}

/** Copies a package and what it needs, without types, maps and tests, side by side into one folder. */
async function vendorPackage(name: string, from: string, into: string): Promise<void> {
  const manifest = packageFile(name, from);
  const root = path.dirname(manifest);
  await cp(root, path.join(into, name), {
    recursive: true,
    filter: (file) =>
      !/node_modules|\/esm(\/|$)|\.d\.ts$|\.map$|\.test\.js$|\/(test|README|LICENSE|\.)/.test(file.slice(root.length)),
  });
  const { dependencies = {} } = JSON.parse(await readFile(manifest, 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  await Promise.all(Object.keys(dependencies).map((needed) => vendorPackage(needed, manifest, into)));
}

/** The manifest of a package as another one sees it, whatever its `exports` say. */
function packageFile(name: string, from: string): string {
  const entry = createRequire(from).resolve(name);
  const at = entry.lastIndexOf(`${path.sep}node_modules${path.sep}${name}${path.sep}`);
  if (at < 0) throw new Error(`cannot find the folder of ${name}; run npm run setup`);
  return path.join(entry.slice(0, at), 'node_modules', name, 'package.json');
}
