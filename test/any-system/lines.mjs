import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NOTES =
  'create table notes (id bigint primary key, body text not null);\nalter table notes enable row level security;\nrevoke all on notes from anon, authenticated;\n';
const TAGS = 'create table tags (id bigint primary key);\nalter table tags enable row level security;\n';

/**
 * What a developer does without a database of their own.
 * @param {ReturnType<typeof import('./runner.mjs').runner>} run
 * @param {{ shop: string, inside: string }} where
 */
export function onFiles(run, { inside, shop }) {
  let count = 0;
  const step = (...given) => {
    count++;
    return run(...given);
  };
  const git = (...words) => execFileSync('git', words, { cwd: shop, encoding: 'utf8' });
  const migrations = join('supabase', 'migrations');
  step(['version', '--json'], 0, ({ lockstep }) => /^\d+\.\d+\.\d+/.test(lockstep));
  step(['help'], 0, (text) => text.includes('lockstep COMMAND'));
  step(['help', 'up'], 0, (text) => text.includes('--dry-run'));
  step(['explain', 'evidence-stale', '--json'], 0, ({ meanings }) => meanings.length > 0);
  step(['explain', 'no-such-reason'], 64);
  // No repository yet.
  step(['init', '--dry-run'], 64);
  git('init', '--quiet', '--initial-branch=main');
  const place = ['--vercel-project', 'shop', '--vercel-team', 'acme', '--production-url', 'https://shop.example'];
  const isOne = ({ files, written }) => files[0].path === '.github/workflows/lockstep-release.yml' && written === false;
  step(['init', 'release', '--dry-run', '--json', ...place], 0, isOne);

  const made = JSON.parse(step(['new', 'Add notes', '--json'], 0, ({ files }) => files.length === 2)).files;
  if (!made[0].startsWith(migrations)) throw new Error(`${made[0]}: expected it in ${migrations}`);
  // Its down migration is not written yet.
  step(['lint', '--json'], 1, ({ findings }) => findings.length > 0);
  writeFileSync(join(shop, made[0]), NOTES);
  writeFileSync(join(shop, made[1]), 'drop table notes;\n');
  step(['lint', '--json'], 0, ({ reason }) => reason === 'linted');
  git('add', '.');
  const isStaged = ({ findings, verdict }) => verdict === 'pass' && findings.length === 0;
  step(['lint', '--staged', '--json'], 0, isStaged);
  // As Windows writes the end of a line, and with what must not be committed.
  writeFileSync(join(shop, made[0]), `${NOTES}drop table if exists other;\n`.replaceAll('\n', '\r\n'));
  step(['lint', '--staged', '--json'], 0, isStaged);
  git('add', '.');
  const isNamed = ({ findings }) => findings.some(({ file, line }) => file.endsWith('_add_notes.sql') && line === 4);
  step(['lint', '--staged', '--fail-on', 'warning', '--json'], 1, isNamed);
  const isSarif = (text) => JSON.parse(text).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
  step(['lint', '--staged', '--format', 'sarif'], 0, (text) => isSarif(text).startsWith('supabase/migrations/'));
  writeFileSync(join(shop, made[0]), NOTES);

  writeFileSync(join(shop, 'tags.sql'), TAGS);
  const isProven = ({ files, verdict }) =>
    verdict === 'pass' && /drop table .*tags/.test(readFileSync(join(shop, files[1]), 'utf8'));
  step(['new', 'Add tags', '--from', 'tags.sql', '--json', '--postgres', '17'], 0, isProven);
  step(['verify', '--json'], 0, ({ reason }) => reason === 'verified');

  step(['status'], 64);
  step(['db', '--run', inside], 0, (text) => text.includes(' passed, 0 failed'));
  step(['db', '--run', 'exit 3'], 1);
  return count;
}

/**
 * What a developer does with a database, which the environment names.
 * @param {ReturnType<typeof import('./runner.mjs').runner>} run
 */
export function onDatabase(run) {
  const states = (wanted) => (answer) => answer.migrations.map(({ state }) => state).join(' ') === wanted;
  const lines = [
    [['status', '--json'], 0, states('pending pending')],
    [['lint', '--json'], 0, ({ reason }) => reason === 'linted'],
    [['plan', '--json'], 0, ({ plan, reason }) => reason === 'planned' && plan.migrations.length === 2],
    [['up', '--dry-run'], 0, (text) => text.includes('_add_notes.sql')],
    [['up', '--json'], 0, ({ applied, reason }) => reason === 'applied' && applied.length === 2],
    [['status', '--json'], 0, states('applied applied')],
    [['up', '--json'], 0, ({ applied }) => applied.length === 0],
    [['down', '--json'], 0, ({ verdict }) => verdict === 'pass'],
    [['status', '--json'], 0, states('applied pending')],
    [['down', '--to', '0', '--json'], 0, ({ verdict }) => verdict === 'pass'],
    [['status', '--json'], 0, states('pending pending')],
  ];
  for (const line of lines) run(...line);
  return lines.length;
}
