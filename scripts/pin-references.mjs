#!/usr/bin/env node
/**
 * Writes our reusable workflows with pinned references in place of `$/…`, which GitHub Enterprise Server and runners
 * before 2.336.0 do not know. The result belongs into `.github/workflows` of a repository on that server; it calls
 * actions and workflows of the mirror of this one.
 *
 *   node scripts/pin-references.mjs --ref v1.2.3 --out FOLDER
 *     --repository OWNER/NAME   the mirror of this repository on that server (lockstep-ci/lockstep)
 *     --older-server            leaves out what servers do not support: `queue: max`, `deployment: false`, the `timezone` of a
 *                               schedule, and artifacts, which may fail then
 *     --check                   writes nothing, exits 1 where FOLDER is not what would be written
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { pinReferences } from '../packages/starters/lib/index.js';
import { isMain } from './is-main.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HOME = 'lockstep-ci/lockstep';

/** The workflows that other repositories call, those of our own self-test left out: file name → text. */
export function reusableWorkflows(base = root) {
  const folder = join(base, '.github', 'workflows');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml') && !name.startsWith('selftest'));
  return new Map(
    files
      .map((name) => /** @type {const} */ ([name, readFileSync(join(folder, name), 'utf8')]))
      .filter(([, text]) => parseDocument(text).hasIn(['on', 'workflow_call'])),
  );
}

function options(args) {
  const { values } = parseArgs({
    args,
    options: {
      ref: { type: 'string' },
      out: { type: 'string' },
      repository: { type: 'string', default: HOME },
      'older-server': { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const { ref = '', out = '', repository } = values;
  if (!/^(v\d+(\.\d+\.\d+)?|[0-9a-f]{40})$/.test(ref))
    throw new Error(`--ref: expected a tag like v1 or v1.2.3, or a whole commit id, got "${ref}"`);
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error(`--repository: expected OWNER/NAME, got "${repository}"`);
  if (out === '') throw new Error('--out: name the folder to write to');
  return { ref, out, repository, olderServer: values['older-server'], check: values.check };
}

function main(args) {
  const { out, check, ...pins } = options(args);
  const stale = [];
  for (const [name, text] of reusableWorkflows()) {
    const path = join(out, name);
    const now = pinReferences(text, pins);
    if (existsSync(path) && readFileSync(path, 'utf8') === now) continue;
    stale.push(name);
    if (check) continue;
    mkdirSync(out, { recursive: true });
    writeFileSync(path, now);
  }
  if (check && stale.length > 0) throw new Error(`${out}: not fresh: ${stale.join(', ')}; run without --check`);
  console.log(stale.length === 0 ? `${out} is fresh` : `${out}: wrote ${stale.join(', ')}`);
  if (pins.olderServer && !check)
    console.log('without "queue: max", a release that waits is cancelled as soon as another one waits behind it');
}

if (isMain(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
