#!/usr/bin/env node
/**
 * Cold start and size of every bundle: `node dist/NAME/index.js` against bare node, interleaved, the fastest of each.
 * Without inputs an action loads all that every run of it loads, and then ends with the complaint that they are
 * missing, which it tells as on a runner: outputs, state and summary go to files.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 20;

/** Ratio to bare node, and kilobytes of the JavaScript that is loaded at the start, by what an action talks to. */
const NO_CLIENT = { ratio: 1.6, kilobytes: 70 };
const HTTP = { ratio: 2.5, kilobytes: 400 };
const BUDGETS = {
  'database-report': HTTP,
  'alias-swap': HTTP,
  approval: HTTP,
  backup: { ratio: 2.5, kilobytes: 700 },
  cli: HTTP,
  'contract-check': HTTP,
  'edge-audit': HTTP,
  evidence: HTTP,
  'gate-verdict': NO_CLIENT,
  handover: NO_CLIENT,
  'health-gate': HTTP,
  migrate: HTTP,
  notify: HTTP,
  'platform-audit': HTTP,
  preview: HTTP,
  'preview-comment': HTTP,
  promotion: HTTP,
  'quality-gate': HTTP,
  release: HTTP,
  'release-notes': HTTP,
  'restore-point': HTTP,
  rollback: { ratio: 2.5, kilobytes: 700 },
  'tenant-audit': HTTP,
  'vercel-deploy': { ratio: 2.5, kilobytes: 1300 },
};

/** Of actions that can run without any input: one that is wrong ends them. @type {Readonly<Record<string, NodeJS.ProcessEnv>>} */
const WRONG = { evidence: { 'INPUT_LOOK-BACK': 'never' } };

/** One row for each bundle; `ok` false where it is over its budget, or has none. */
export async function* bench() {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  try {
    const bare = join(folder, 'bare.mjs');
    writeFileSync(bare, '');
    const names = readdirSync(join(root, 'dist'))
      .filter((name) => existsSync(join(root, 'dist', name, 'index.js')))
      .sort();
    const scripts = [bare, ...names.map((name) => join(root, 'dist', name, 'index.js'))];
    const best = new Map(scripts.map((script) => [script, Number.POSITIVE_INFINITY]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const script of scripts)
        best.set(script, Math.min(best.get(script), run(script, folder, WRONG[basename(dirname(script))])));
    }
    const floor = best.get(bare);
    for (const name of names) {
      const budget = BUDGETS[name] ?? { ratio: 0, kilobytes: 0 };
      const ratio = best.get(join(root, 'dist', name, 'index.js')) / floor;
      const { eager, all } = sizes(join(root, 'dist', name));
      yield {
        what: `${name}: cold start and size`,
        measured: `${ratio.toFixed(2)} × bare node (${floor.toFixed(0)} ms), ${eager} kB loaded, ${all} kB in all`,
        budget: `≤ ${budget.ratio} ×, ≤ ${budget.kilobytes} kB`,
        ok: ratio <= budget.ratio && eager <= budget.kilobytes,
      };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(script, folder, inputs = {}) {
  const places = ['OUTPUT', 'STATE', 'ENV', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder, name)]);
  for (const [, path] of places) writeFileSync(path, '');
  const given = { GITHUB_ACTIONS: 'true', RUNNER_TEMP: folder, ...Object.fromEntries(places) };
  const env = { PATH: process.env.PATH, ...given, ...inputs };
  const started = process.hrtime.bigint();
  spawnSync(actionNode(), [script], { env, stdio: 'ignore', cwd: folder });
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** The runtime that GitHub's runner gives to actions, where it is installed. */
function actionNode() {
  try {
    const from = createRequire(join(root, 'packages/workflow-runner/node24/package.json'));
    return from.resolve(`node-${process.platform}-${process.arch}/bin/node`);
  } catch {
    return process.execPath;
  }
}

/** Kilobytes of JavaScript: of index.js, and with the chunks that it loads when it needs them. */
function sizes(folder) {
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const kilobytes = (files) =>
    Math.round(files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1000);
  return { eager: kilobytes(scripts.filter((file) => file === 'index.js')), all: kilobytes(scripts) };
}
