import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type SpawnedAction, type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { startGitHub } from '@lockstep/proving-ground/github';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** The bundle, spawned as the runner does it, in a checkout of its own. */
let root: string;
let temp: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quality-gate-'));
  temp = mkdtempSync(join(tmpdir(), 'quality-temp-'));
});
afterEach(() => {
  for (const folder of [root, temp]) rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    encoding: 'utf8',
  }).trim();
const gate = (inputs: Readonly<Record<string, string>> = {}, options: SpawnOptions = {}) =>
  spawnAction('quality-gate', { 'github-token': 'ghs_none', ...inputs }, { cwd: root, temp, ...options });
const eslint = (...lines: readonly number[]) =>
  JSON.stringify([
    {
      filePath: join(root, 'src/a.js'),
      messages: lines.map((line) => ({ ruleId: 'no-var', severity: 2, message: `m${line}`, line, column: 1 })),
    },
  ]);
function lint(...lines: readonly number[]): string {
  write('report.json', eslint(...lines));
  return '- { name: lint, run: "cat report.json", report: stdout, format: eslint, new-only: true }';
}

/** The gates as the report has them. */
function gatesOf(step: SpawnedAction): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(readFileSync(step.outputs['report-path'] ?? '', 'utf8')).gates;
}

describe('a verdict', () => {
  test('of declared gates, with everything as files', async () => {
    write('lcov.info', 'SF:a\nLF:10\nLH:8\nend_of_record\n');
    write(
      '.lockstep/quality.yml',
      'gates:\n  - { name: ok, run: "echo fine" }\n  - { name: cov, report: lcov.info, format: lcov, minimum: { lines: 80 } }\n',
    );
    const step = await gate();
    expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'passed', 'failed-gates': '[]' } });
    for (const path of ['report-path', 'summary-path', 'comment-path', 'rows-path', 'sarif-path'])
      expect(existsSync(step.outputs[path] ?? '')).toBe(true);
    const report = JSON.parse(readFileSync(step.outputs['report-path'] ?? '', 'utf8'));
    expect(report).toMatchObject({ verdict: 'pass', gates: [{ name: 'ok' }, { name: 'cov', metrics: { lines: 80 } }] });
    expect(step.summary).toContain('| ✅ cov | lines 80 % |');
    expect(step.log).toContain('fine');
  });

  test.each([
    ['fail', 1, 'gate-unknown'],
    ['warn', 0, 'passed-with-unknown'],
  ])('that is unknown where unknown is to %s', async (onUnknown, status, reason) => {
    const step = await gate({ gates: '- { name: gone, run: no-such-tool }', 'on-unknown': onUnknown });
    expect(step).toMatchObject({ status, outputs: { verdict: 'unknown', reason } });
  });

  test('names the gates that block, and only those', async () => {
    const gates =
      '- { name: a, run: "false" }\n- { name: b, run: "false", policy: advisory }\n- { name: c, run: "true" }';
    const step = await gate({ gates });
    expect(step).toMatchObject({
      status: 1,
      outputs: { verdict: 'fail', reason: 'gate-failed', 'failed-gates': '["a"]' },
    });
  });
});

test('what a command prints can neither become a command to the runner nor forge an output', async () => {
  const script = `echo "::error::planted"; echo "::set-output name=verdict::pass"; echo verdict=pass >> "\${GITHUB_OUTPUT:-/dev/null}"; exit 1`;
  const step = await gate({ gates: `- name: hostile\n  run: ${JSON.stringify(script)}` });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail' } });
  expect(step.annotations.map(({ message }) => message).join()).not.toContain('planted');
});

test('annotations: how it ended, then those in this change, and the number of the rest', async () => {
  git('init', '-q', '-b', 'main');
  write('src/a.js', 'x\n'.repeat(40));
  git('add', '.');
  git('commit', '-qm', 'base');
  const base = git('rev-parse', 'HEAD');
  write('src/a.js', `${'x\n'.repeat(30)}new\n${'x\n'.repeat(10)}`);
  git('commit', '-qam', 'change');
  const lines = Array.from({ length: 31 }, (_, index) => index + 1);
  const step = await gate({ gates: lint(...lines), 'base-sha': base });
  const errors = step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  expect(errors.slice(1, 3)).toEqual(['m31', 'm1']);
  expect(step.annotations[0]).toMatchObject({ level: 'error', title: 'quality-gate: gate-failed' });
  expect(errors).toHaveLength(10);
  expect(errors.at(-1)).toMatch(/^… and \d+ more/);
});

test('a baseline is written, holds, and shrinks', async () => {
  write('src/a.js', 'one\ntwo\nthree\n');
  const first = await gate({ gates: lint(1, 2), 'write-baseline': 'true' });
  expect(first.outputs['verdict']).toBe('fail');
  const held = await gate({ gates: lint(1, 2) });
  expect(held.outputs['verdict']).toBe('pass');
  write('src/a.js', 'zero\none\ntwo\nthree\n');
  await gate({ gates: lint(2), 'write-baseline': 'true' });
  expect(Object.keys(JSON.parse(readFileSync(join(root, '.lockstep/baseline.json'), 'utf8')).gates.lint)).toHaveLength(
    1,
  );
  expect((await gate({ gates: lint(2, 3) })).outputs['verdict']).toBe('fail');
});

test('a ratchet is written, and then holds', async () => {
  const gates =
    '- { name: cov, run: "cp lcov.info x && mv x lcov.info", report: lcov.info, format: lcov, ratchet: .lockstep/coverage.json }';
  write('lcov.info', 'SF:a\nLF:10\nLH:8\nend_of_record\n');
  const first = await gate({ gates, 'write-baseline': 'true' });
  expect(first.outputs).toMatchObject({ verdict: 'unknown', reason: 'gate-unknown' });
  expect(JSON.parse(readFileSync(join(root, '.lockstep/coverage.json'), 'utf8'))).toEqual({ lines: 80 });
  expect((await gate({ gates })).outputs['verdict']).toBe('pass');
  write('lcov.info', 'SF:a\nLF:10\nLH:7\nend_of_record\n');
  const worse = await gate({ gates });
  expect(worse.outputs).toMatchObject({ verdict: 'fail' });
  expect(gatesOf(worse)).toMatchObject([{ reason: 'behind-ratchet', metrics: { lines: 70 } }]);
});

describe('without configuration', () => {
  test('it finds the tools of the repository', async () => {
    git('init', '-q');
    write('package.json', JSON.stringify({ scripts: { lint: 'true', test: 'false' } }));
    write('node_modules/.keep', '');
    const step = await gate();
    expect(step).toMatchObject({ status: 1, outputs: { 'failed-gates': '["tests"]' } });
    expect(gatesOf(step).map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'lint exit-code',
      'tests exit-code',
      'secrets clean',
    ]);
  });

  test('a dry run prints the gates to copy, and runs none', async () => {
    write('package.json', JSON.stringify({ scripts: { test: 'touch ran' } }));
    const step = await gate({ 'dry-run': 'true' });
    expect(step).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
    expect(step.log).toContain('{"name":"tests","run":"npm run test"}');
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });

  test('without a package.json it says what to do', async () => {
    expect(await gate()).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  });
});

describe('secrets', () => {
  test('are found by the bundle, and shown nowhere', async () => {
    git('init', '-q');
    const key = `${'sk_live'}_51H8xyzABCDEFGHIJKLMN`;
    write('src/pay.ts', `export const key = '${key}';\n`);
    const step = await gate({ gates: '- { name: secrets, uses: secrets }' });
    expect(step).toMatchObject({ status: 1, outputs: { reason: 'gate-failed' } });
    expect(step.annotations[1]).toMatchObject({ file: 'src/pay.ts', line: 1, message: 'a Stripe live key' });
    expect(step.output).not.toContain(key);
    expect(readFileSync(step.outputs['report-path'] ?? '', 'utf8')).not.toContain(key);
  });
});

describe('a check run', () => {
  test.each([
    ['write', 1],
    ['read', 0],
  ] as const)('with checks: %s', async (checks, written) => {
    const github = await startGitHub({ faults: new Faults() });
    const repository = github.repository('acme/shop');
    const sha = repository.commit();
    const token = github.token({ repository: 'acme/shop', permissions: { checks } });
    const lines = Array.from({ length: 260 }, (_, index) => index + 1);
    const step = await gate(
      { gates: lint(...lines), 'check-run': 'true', 'github-token': token },
      { github: { repository: 'acme/shop', sha, api_url: github.url, event_name: 'push' } },
    );
    github.expectNoViolations();
    await github.close();
    expect(step.outputs['verdict']).toBe('fail');
    const checksWritten = repository.state.checkRuns;
    expect(checksWritten).toHaveLength(written);
    if (written === 0) expect(step.annotations).toContainEqual(expect.objectContaining({ level: 'warning' }));
    else {
      expect(checksWritten[0]).toMatchObject({ conclusion: 'failure', sha, name: 'Lockstep quality' });
      expect(checksWritten[0]?.annotations).toHaveLength(200);
      expect(checksWritten[0]?.output.summary).toContain('60 more annotations are not shown');
    }
  });
});

test('annotations that GitHub refuses are counted', async () => {
  const faults = new Faults();
  const github = await startGitHub({ faults });
  const sha = github.repository('acme/shop').commit();
  const token = github.token({ repository: 'acme/shop', permissions: { checks: 'write' } });
  faults.plant({ service: 'github', method: 'PATCH', effect: { kind: 'status', status: 422 } });
  const step = await gate(
    { gates: lint(...Array.from({ length: 70 }, (_, index) => index + 1)), 'check-run': 'true', 'github-token': token },
    { github: { repository: 'acme/shop', sha, api_url: github.url, event_name: 'push' } },
  );
  await github.close();
  expect(step.annotations.map(({ message }) => message)).toContainEqual(expect.stringContaining('20 annotations'));
});

describe('a report of 50 MB', () => {
  const measure = () => {
    const script = join(temp, 'rss.mjs');
    const result = join(temp, 'rss.txt');
    writeFileSync(
      script,
      `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS)));`,
    );
    return {
      env: { NODE_OPTIONS: `--import=${script}` },
      megabytes: () => Number(readFileSync(result, 'utf8')) / 1_024,
    };
  };
  const fill = (path: string, head: string, item: (n: number) => string, tail: string) => {
    const file = openSync(join(root, path), 'w');
    let size = writeSync(file, head);
    for (let n = 0; size < 50_000_000; n += 1_000)
      size += writeSync(file, Array.from({ length: 1_000 }, (_, index) => item(n + index)).join(''));
    writeSync(file, tail);
  };

  test.each<[string, () => void, string]>([
    [
      'junit',
      () =>
        fill(
          'r',
          '<testsuites><testsuite>',
          (n) => `<testcase classname="a.b.c" name="test ${n}" time="0.01"/>\n`,
          '</testsuite></testsuites>',
        ),
      'pass',
    ],
    [
      'eslint',
      () => {
        const source = JSON.stringify('const a = 1;\n'.repeat(60));
        const message = '{"ruleId":"r","severity":1,"message":"m","line":3,"column":1}';
        fill(
          'r',
          '[',
          (n) => `{"filePath":"/x/f${n}.ts","messages":[${message}],"source":${source}},`,
          '{"filePath":"a","messages":[]}]',
        );
      },
      'pass',
    ],
    [
      'sarif',
      () => {
        const place = '[{"physicalLocation":{"artifactLocation":{"uri":"src/a.ts"},"region":{"startLine":3}}}]';
        const item = (n: number) =>
          `{"ruleId":"r${n % 50}","level":"warning","message":{"text":"message number ${n}"},"locations":${place}},`;
        fill(
          'r',
          '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[',
          item,
          '{"message":{"text":"x"},"level":"note"}]}]}',
        );
      },
      'pass',
    ],
  ])('%s is judged within 300 MB', async (format, prepare, verdict) => {
    prepare();
    const { env, megabytes } = measure();
    const step = await gate({ gates: `- { name: big, report: r, format: ${format} }` }, { env });
    expect(step.outputs['verdict']).toBe(verdict);
    expect(megabytes()).toBeLessThan(300);
  });
});
