#!/usr/bin/env node
/**
 * Packs what npm gets: @lockstep-ci/cli out of dist/cli, and @lockstep-ci/rehearse out of the checkout. dist is only read.
 *
 *   node scripts/pack.mjs FOLDER [VERSION]     writes two tarballs into that folder; as 0.0.0, or as a version
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMain } from './is-main.mjs';
import { packCli, packOne } from './pack-cli.mjs';
import { packRehearse } from './pack-rehearse.mjs';
import { parseVersion } from './publish-plan.mjs';

/** The tarballs, by the name of their package. */
export async function packAll(to, version) {
  const work = mkdtempSync(join(tmpdir(), 'lockstep-pack-'));
  try {
    await packRehearse(join(work, 'rehearse'));
    return Object.fromEntries([packCli(to, version), packOne(join(work, 'rehearse'), to, version)]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  const [folder, version, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
    console.error('expected a folder, and a version if any: node scripts/pack.mjs FOLDER [VERSION]');
    process.exitCode = 1;
  } else if (version !== undefined && parseVersion(version) === undefined) {
    console.error(`expected a version like 1.2.3, got ${version}`);
    process.exitCode = 1;
  } else for (const file of Object.values(await packAll(folder, version))) console.log(file);
}
