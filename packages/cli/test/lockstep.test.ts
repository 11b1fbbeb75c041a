import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  type Check,
  checksComment,
  checksJson,
  checksJunit,
  checksSarif,
  checksSummary,
  checksText,
  judgeChecks,
  makeCheckList,
} from '@lockstep/base';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { commands } from '../src/commands.ts';
import { hasColours } from '../src/terminal.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const bundle = join(root, 'dist', 'cli', 'index.js');
const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

let folder: string;
beforeAll(() => {
  if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli');
  folder = mkdtempSync(join(tmpdir(), 'lockstep-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the bundle to its end. */
function lockstep(...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], FORCE_COLOR: '1' };
  const options = { cwd: folder, env, encoding: 'utf8', input: '', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

const list = (...verdicts: readonly Check['verdict'][]) =>
  makeCheckList({
    subject: 'https://shop.example',
    nowMs: Date.parse('2026-11-29T12:00:00Z'),
    run: null,
    tool: { name: 'edge-audit', version: '1.0.0' },
    checks: verdicts.map((verdict) => ({
      id: 'hsts',
      title: 'HSTS is set',
      verdict,
      reason: 'as-seen',
      what: `shop.example, ${verdict}`,
      where: { file: 'vercel.json', line: 3 },
      measured: 'no header',
      expected: 'max-age of a year',
      remedy: 'set the header',
    })),
  });

function written(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('checks', () => {
  test.each<[string, readonly Check['verdict'][], number]>([
    ['passes', ['pass'], 0],
    ['fails', ['pass', 'fail', 'unknown'], 1],
    ['is unknown', ['pass', 'unknown'], 2],
    ['is empty', [], 2],
  ])('of a list that %s ends with its code', (_what, verdicts, code) => {
    const path = written('list.json', JSON.stringify(list(...verdicts)));
    expect(lockstep('checks', path)).toMatchObject({ code, err: '' });
  });

  test('gives what each renderer gives, and no colours where nobody sees them', () => {
    const given = list('pass', 'fail', 'unknown');
    const path = written('list.json', JSON.stringify(given));
    const judgement = judgeChecks(given, { onUnknown: 'fail', reportOnly: false }, Date.now());
    const expected = {
      text: checksText(judgement),
      summary: `${checksSummary(judgement)}\n`,
      comment: `${checksComment(judgement).markdown}\n`,
      sarif: checksSarif(judgement),
      junit: checksJunit(judgement),
      json: checksJson(judgement),
    };
    for (const [format, text] of Object.entries(expected))
      expect(lockstep('checks', path, '--format', format)).toEqual({ code: 1, out: text, err: '' });
    expect(lockstep('checks', path, '--json').out).toBe(expected.json);
    expect(lockstep('checks', path).out).toBe(expected.text);
  });

  test('reads standard input, also what it wrote itself', () => {
    const json = checksJson(judgeChecks(list('unknown'), { onUnknown: 'fail', reportOnly: false }, Date.now()));
    const { status, stdout } = spawnSync(process.execPath, [bundle, 'checks', '-'], { input: json, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stdout).toContain('unknown edge-audit: 1 check: 1 unknown');
  });

  test.each<[string, () => string, RegExp]>([
    ['is not there', () => join(folder, 'absent.json'), /cannot be read: it is not there/],
    ['is a folder', () => folder, /cannot be read: it is a folder/],
    ['has no end', () => '/dev/zero', /longer than 67108864 bytes/],
    ['is no text', () => written('bytes', Buffer.from([0x22, 0xff, 0x22])), /not UTF-8/],
    ['is no JSON', () => written('half.json', '{'), /not readable as JSON/],
    ['is no list', () => written('other.json', '{}'), /no list of checks/],
    ['has many faults', () => written('bad.json', '{"kind":"lockstep-checks/1","checks":[{}]}'), /"subject": required/],
  ])('of a file that %s is wrong usage, and no answer', (_what, file, told) => {
    const { code, out, err } = lockstep('checks', file());
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toMatch(told);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('that nobody reads to the end still ends with its code', () => {
    const many = Array.from({ length: 3_000 }, () => 'fail' as const);
    const path = written('many.json', JSON.stringify(list(...many)));
    const script = '"$0" "$1" checks "$2" --json | head -c 1 >/dev/null; echo "${PIPESTATUS[0]}"';
    const args = ['-c', script, process.execPath, bundle, path];
    expect(spawnSync('bash', args, { encoding: 'utf8' })).toMatchObject({ stdout: '1\n', stderr: '' });
  });

  test('ends with 130 on Ctrl-C, whatever it waits for', async () => {
    const child = spawn(process.execPath, [bundle, 'checks', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece));
    const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    // More than a pipe holds: once it is written, the command reads, and so it listens.
    await new Promise((resolve) => child.stdin.write(' '.repeat(1024 * 1024), resolve));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, signal: null });
    expect(said).toBe('');
  });
});

describe('explain', () => {
  test('says what every action means by a reason', () => {
    const { code, out, err } = lockstep('explain', 'evidence-stale');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^evidence-stale \(alias-swap\): fail\n {2}\S.*\n {2}Run `health-gate`.*\n {2}https:/);
    expect(out).toMatch(/^evidence-stale \(release\): fail$/m);
    expect(out).toContain('https://github.com/lockstep-ci/lockstep/tree/main/actions/alias-swap\n');
  });

  test('knows what everybody may say', () => {
    expect(lockstep('explain', 'internal-error').out).toMatch(
      /^internal-error \(every action and command\): unknown$/m,
    );
  });

  test('as JSON', () => {
    const { code, meanings } = JSON.parse(lockstep('explain', 'evidence-stale', '--json').out);
    expect(code).toBe('evidence-stale');
    expect(meanings).toContainEqual(expect.objectContaining({ action: 'alias-swap', verdict: 'fail' }));
  });

  test('of a reason that nobody says names the nearest', () => {
    expect(lockstep('explain', 'evidense-stale')).toEqual({
      code: 64,
      out: '',
      err: "error: no reason is named 'evidense-stale'; did you mean evidence-stale?\n",
    });
    expect(lockstep('explain', 'x'.repeat(10_000)).err).not.toContain('did you mean');
  });

  test('knows every reason of the documentation', () => {
    const page = readFileSync(join(root, 'docs/reasons.md'), 'utf8');
    const codes = new Set([...page.matchAll(/^\| (?:<a [^>]*><\/a>)?`([a-z0-9-]+)`/gm)].map(([, code]) => code));
    expect(codes.size).toBeGreaterThan(100);
    const known = readFileSync(join(root, 'packages/cli/src/reasons.generated.ts'), 'utf8');
    expect([...codes].filter((code) => !known.includes(`{"code":"${code}"`))).toEqual([]);
  });
});

describe('help', () => {
  test('lists all commands', () => {
    const { code, out, err } = lockstep('help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`^ +${name} +${summary}$`, 'm'));
    expect(lockstep('--help')).toMatchObject({ code: 0, out, err: '' });
    expect(JSON.parse(lockstep('help', '--json').out)).toHaveLength(commands.length);
  });

  test.each(commands.map(({ name }) => name))('of %s is what the README says', (name) => {
    const { code, out } = lockstep('help', name);
    expect(code).toBe(0);
    expect(lockstep(name, '--help').out).toBe(out);
    expect(readme).toContain(`\`\`\`text\n${out.trimEnd()}\n\`\`\``);
    expect(JSON.parse(lockstep('help', name, '--json').out)).toMatchObject({ name });
  });
});

test('version says which lockstep and which node', () => {
  const facts = { lockstep: '0.0.0', node: process.versions.node };
  expect(lockstep('version').out).toBe(`lockstep ${facts.lockstep} (node ${facts.node})\n`);
  expect(JSON.parse(lockstep('version', '--json').out)).toEqual(facts);
  for (const tried of ['--version', '-v', '-V']) expect(lockstep(tried).out).toBe(lockstep('version').out);
  expect(JSON.parse(lockstep('--version', '--json').out)).toEqual(facts);
});

test.each<[string, readonly string[], RegExp]>([
  ['nothing', [], /Usage: lockstep COMMAND/],
  ['a command that is not there', ['chekcs'], /unknown command 'chekcs'\n\(Did you mean checks\?\)/],
  ['a word that is like no command', ['migrate-everything'], /unknown command 'migrate-everything'/],
  ['help for a command that is not there', ['help', 'chekcs'], /unknown command 'chekcs'; did you mean checks\?/],
  [
    'an option that is not there',
    ['checks', 'x', '--fromat', 'json'],
    /unknown option '--fromat'\n\(Did you mean --format\?\)/,
  ],
  ['a value that may not be', ['checks', 'x', '--format', 'yaml'], /Allowed choices are text, summary, comment/],
  ['an option without its value', ['checks', 'x', '--format'], /argument missing/],
  ['no argument', ['explain'], /missing required argument 'CODE'/],
  ['an argument too many', ['explain', 'a', 'b'], /too many arguments/],
])('%s is wrong usage: told on standard error, and no answer', (_what, args, told) => {
  const { code, out, err } = lockstep(...args);
  expect({ code, out }).toEqual({ code: 64, out: '' });
  expect(err).toMatch(told);
});

test.each<[string, Readonly<Record<string, string>>, boolean, boolean]>([
  ['a terminal', {}, true, true],
  ['no terminal', {}, false, false],
  ['NO_COLOR', { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
  ['a terminal that shows none', { TERM: 'dumb' }, true, false],
])('colours on %s', (_what, env, isTerminal, expected) => {
  expect(hasColours(env, isTerminal)).toBe(expected);
});

test('the bundle is a package that installs from its tarball alone, and runs', () => {
  const cache = join(folder, 'npm');
  const npm = (...args: readonly string[]) =>
    execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', `--cache=${cache}`], {
      cwd: folder,
      encoding: 'utf8',
    });
  npm('pack', join(root, 'dist', 'cli'));
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  expect(tarball).toBe('lockstep-ci-cli-0.0.0.tgz');
  npm('install', '--prefix', 'there', join(folder, tarball));
  const installed = join(folder, 'there', 'node_modules');
  expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['@lockstep-ci']);
  const manifest = JSON.parse(readFileSync(join(installed, '@lockstep-ci', 'cli', 'package.json'), 'utf8'));
  expect(manifest).not.toHaveProperty('dependencies');
  // None that runs where it is installed.
  expect(Object.keys(manifest.scripts)).toEqual(['prepack', 'postpack']);
  for (const file of ['pg_dump.cjs', 'pg_dump.wasm', 'dump-worker.cjs'])
    expect(existsSync(join(installed, '@lockstep-ci', 'cli', file))).toBe(true);
  expect(execFileSync(join(installed, '.bin', 'lockstep'), ['version'], { encoding: 'utf8' })).toMatch(
    /^lockstep 0\.0\.0 /,
  );
});
