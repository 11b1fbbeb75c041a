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
import { isPair, isScalar, parseDocument, visit } from 'yaml';
import { isMain } from './is-main.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HOME = 'lockstep-ci/lockstep';

/**
 * A workflow with every `uses: $/…` pinned; everything else, comments included, stays as it was written.
 * Throws where the text is no YAML.
 */
export function pinReferences(text, { repository = HOME, ref, olderServer = false }) {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw document.errors[0];
  const edits = [];
  visit(document, {
    Pair(_key, pair, path) {
      if (!isPair(pair) || !isScalar(pair.key) || !isScalar(pair.value)) return;
      const { value } = pair.value;
      if (pair.key.value === 'uses' && typeof value === 'string' && value.startsWith('$/')) {
        const [from, to] = /** @type {[number, number, number]} */ (pair.value.range);
        edits.push({ from, to, text: `${repository}/${value.slice('$/'.length)}@${ref}` });
      }
      if (olderServer && isNews(pair, path)) edits.push({ ...wholeLine(text, pair), text: '' });
      if (olderServer && mayFail(pair, path)) edits.push(lineBelow(text, pair, 'continue-on-error: true'));
    },
  });
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((done, { from, to, text: now }) => done.slice(0, from) + now + done.slice(to), text);
}

/**
 * `concurrency: { queue }` since May 2026, `environment: { deployment }` and `schedule: [{ timezone }]` since March 2026
 * (github.blog/changelog, docs.github.com).
 */
function isNews(pair, path) {
  const above = path.findLast((node) => isPair(node))?.key?.value;
  return (
    (above === 'concurrency' && pair.key.value === 'queue') ||
    (above === 'environment' && pair.key.value === 'deployment') ||
    (above === 'schedule' && pair.key.value === 'timezone')
  );
}

/**
 * Servers have no artifacts of version 4 and later (github.com/actions/upload-artifact, "GHES Support"): what keeps or
 * fetches one, and a job that lives on one, may fail without failing the run.
 */
function mayFail(pair, path) {
  const artifact = (uses) => /^actions\/(upload|download)-artifact@/.test(String(uses));
  if (pair.key.value === 'uses') return artifact(pair.value.value);
  if (pair.key.value !== 'runs-on') return false;
  const steps = path.at(-1).get('steps')?.items ?? [];
  return steps.some((step) => String(step.get('uses')).startsWith('actions/download-artifact@'));
}

function lineBelow(text, pair, line) {
  const [start] = pair.key.range;
  const [, end] = pair.value.range;
  const column = start - text.lastIndexOf('\n', start) - 1;
  const at = text.indexOf('\n', end) + 1;
  return { from: at, to: at, text: `${' '.repeat(column)}${line}\n` };
}

function wholeLine(text, pair) {
  const [start] = pair.key.range;
  const [, end] = pair.value.range;
  const from = text.lastIndexOf('\n', start) + 1;
  if (text.slice(from, start).trim() !== '') throw new Error(`"${pair.key.value}" has no line of its own`);
  return { from, to: text.indexOf('\n', end) + 1 };
}

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
