#!/usr/bin/env node
/**
 * Releases a commit of your repository on the proving ground, by your own workflow: PostgreSQL, Vercel, GitHub, Slack and
 * the runner are on this machine, and nothing else is asked. Exits 1 where the last release did not go well.
 *
 *   npm run rehearse -- FOLDER
 *     --last N             releases the newest N commits, one after another (1)
 *     --workflow PATH      which workflow (.github/workflows/lockstep-release.yml)
 *     --with INPUT=VALUE   an input of ours, over what the workflow gives; the services, times and project of the
 *                          rehearsal are given by itself
 *     --keep               leaves the world up until Ctrl-C
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describe } from '../packages/base/lib/index.js';
import { rehearse } from '../packages/proving-ground/lib/index.js';

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      last: { type: 'string', default: '1' },
      workflow: { type: 'string', default: '.github/workflows/lockstep-release.yml' },
      with: { type: 'string', multiple: true, default: [] },
      keep: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new Error('name the folder of one repository');
  if (!/^[1-9]\d?$/.test(values.last)) throw new Error(`--last: expected a number from 1 to 99, got "${values.last}"`);
  const wrong = values.with.find((pair) => !/^[a-z][a-z-]*=/.test(pair));
  if (wrong !== undefined) throw new Error(`--with: expected INPUT=VALUE, got "${wrong}"`);
  const inputs = Object.fromEntries(
    values.with.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  // npm runs its scripts in the folder of its package, whatever folder it was called in.
  const from = process.env.INIT_CWD ?? process.cwd();
  return {
    folder: resolve(from, folder),
    workflow: values.workflow,
    last: Number(values.last),
    inputs,
    keep: values.keep,
  };
}

try {
  process.exitCode = (await rehearse({ ...options(), print: (line) => console.log(line) })) ? 0 : 1;
} catch (error) {
  console.error(`rehearse: ${describe(error)}`);
  process.exitCode = 1;
}
