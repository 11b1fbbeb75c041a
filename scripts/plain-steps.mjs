#!/usr/bin/env node
/**
 * Writes the starters as plain steps, as `lockstep init --plain-steps` does: the jobs of the reusable workflows that they
 * call are in the file itself, with the inputs put in.
 *
 *   node scripts/plain-steps.mjs            writes workflows-templates/plain-steps
 *   node scripts/plain-steps.mjs --check    exits 1 where that is not what it would write
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainSteps, sourcesIn } from '../packages/starters/lib/index.js';
import { isMain } from './is-main.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The starters as plain steps, and what GitHub shows of each: file name → text. */
function plainTemplates() {
  const folder = join(root, 'workflows-templates');
  const sources = sourcesIn(root);
  const files = readdirSync(folder).filter((name) => /\.(yml|properties\.json)$/.test(name));
  return new Map(files.map((name) => [name, plainFile(name, readFileSync(join(folder, name), 'utf8'), sources)]));
}

function plainFile(name, text, sources) {
  if (name.endsWith('.yml')) return plainSteps(text, sources);
  return text.replace(/"name": "([^"]+)"/, '"name": "$1, as plain steps"');
}

function main(check) {
  const out = join(root, 'workflows-templates/plain-steps');
  const fresh = plainTemplates();
  const there = existsSync(out) ? readdirSync(out) : [];
  const stale = [...fresh].filter(
    ([name, text]) => !there.includes(name) || readFileSync(join(out, name), 'utf8') !== text,
  );
  const strange = there.filter((name) => !fresh.has(name));
  if (check && stale.length + strange.length > 0)
    throw new Error(
      `workflows-templates/plain-steps: not fresh: ${[...stale.map(([name]) => name), ...strange].join(', ')}; run "node scripts/plain-steps.mjs"`,
    );
  if (strange.length > 0) throw new Error(`workflows-templates/plain-steps: of no starter: ${strange.join(', ')}`);
  mkdirSync(out, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(out, name), text);
}

if (isMain(import.meta.url)) {
  try {
    main(process.argv.includes('--check'));
  } catch (error) {
    console.error(`plain-steps: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
