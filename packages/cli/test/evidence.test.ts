import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { evidence } from '../src/commands/evidence.ts';
import { runProgram } from '../src/program.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

async function lockstep(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const write = (text: string) => {
    out += text;
  };
  const tell = (text: string) => {
    err += text;
  };
  const code = await runProgram(['evidence', ...args], [evidence], {
    ...{ stdin: process.stdin, write, writeSecret: write, tell, person: undefined },
    ...{ paint: (_verdict, word) => word, debug: true, onInterrupt: () => () => undefined },
  });
  return { code, out, err };
}

const reviewed = ['--event', 'access-change', '--subject', 'production', '--code', 'reviewed', '--result', 'pass'];

test('what is recorded in a folder is verified by its anchor, and a change is found', async () => {
  const to = scope.folder('lockstep-trail-');
  const proof = join(scope.folder('lockstep-proof-'), 'review.md');
  writeFileSync(proof, 'reviewed');
  const record = (id: string) => lockstep('record', '--to', to, ...reviewed, '--file', proof, '--id', id, '--json');
  await record('one');
  const second = JSON.parse((await record('two')).out) as { number: number; anchor: string };
  expect(second).toMatchObject({ verdict: 'pass', number: 2, isAgain: false });
  expect(JSON.parse((await record('two')).out)).toMatchObject({ number: 2, isAgain: true });
  expect(await lockstep('verify', '--to', to)).toMatchObject({ code: 2 });
  expect(await lockstep('verify', '--to', to, '--anchor', second.anchor)).toMatchObject({ code: 0 });
  const file = join(scope.folder('lockstep-anchors-'), 'mail.txt');
  writeFileSync(file, `> ${second.anchor}\n`);
  rmSync(join(to, 'records/000000002.json'));
  const bad = await lockstep('verify', '--to', to, '--anchor-file', file);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain(`${file} knows record 2`);
});

test('all that is wrong with a call is told at once', async () => {
  const to = scope.folder('lockstep-trail-');
  const bare = await lockstep('record', '--to', to, '--file', 'none.md', '--actor-id', 'jane');
  expect(bare.code).toBe(64);
  expect(bare.err).toMatch(/--event: required.*--subject: required.*--actor-id: .*--file: none\.md cannot be read/s);
  expect(await lockstep('record', '--to', to, ...reviewed, '--actor-id', '7', '--id', 'a b')).toMatchObject({
    code: 64,
  });
  expect(await lockstep('verify', '--to', to, '--anchor', 'none', '--anchor-file', 'none.txt')).toMatchObject({
    code: 64,
  });
  expect(await lockstep('collect', '--to', to)).toMatchObject({ code: 64 });
});

const MAP = `version: 1
controls:
  - { id: desks, framework: F, title: T, not-collected: a repository does not see desks }
`;

let github: GitHub;
const variables = ['GITHUB_TOKEN', 'GITHUB_API_URL', 'GITHUB_REPOSITORY'] as const;
beforeEach(async () => {
  github = await startGitHub({ faults: new Faults() });
  github.repository('acme/shop').commit();
});
afterEach(async () => {
  for (const name of variables) delete process.env[name];
  await github.close();
  github.expectNoViolations();
});

test('a trail on a branch is written and read with a token from the environment', async () => {
  delete process.env['GITHUB_TOKEN'];
  process.env['GITHUB_REPOSITORY'] = 'acme/shop';
  process.env['GITHUB_API_URL'] = github.url;
  expect((await lockstep('verify')).err).toContain('GITHUB_TOKEN: required');
  process.env['GITHUB_TOKEN'] = github.token({ repository: 'acme/shop', permissions: { contents: 'write' } });
  const { code, out } = await lockstep('record', ...reviewed);
  expect(code).toBe(0);
  const anchor = /^lockstep-anchor .*$/m.exec(out)?.[0] ?? '';
  expect(await lockstep('verify', '--anchor', anchor)).toMatchObject({ code: 0 });
});

test.each([
  ['behind', -10 * 60_000],
  ['ahead of', 10 * 60_000],
])(
  'a machine whose clock is ten minutes %s that of GitHub records and judges by the time of GitHub',
  async (words, ms) => {
    const to = scope.folder('lockstep-trail-');
    process.env['GITHUB_REPOSITORY'] = 'acme/shop';
    process.env['GITHUB_API_URL'] = github.url;
    process.env['GITHUB_TOKEN'] = github.token({
      ...{ repository: 'acme/shop', permissions: { actions: 'read', contents: 'read', deployments: 'read' } },
    });
    const right = Date.now;
    const map = join(scope.folder('lockstep-map-'), 'controls.yml');
    writeFileSync(map, MAP);
    expect(await lockstep('record', '--to', to, ...reviewed, '--id', 'one')).toMatchObject({ code: 0 });
    Date.now = () => right() + ms;
    try {
      const { code, err, out } = await lockstep('record', '--to', to, ...reviewed, '--id', 'two');
      expect(code).toBe(0);
      expect(err).toMatch(new RegExp(`the clock of this machine is (9|10) min.* ${words} GitHub's`));
      const two = JSON.parse(readFileSync(join(to, 'records/000000002.json'), 'utf8')) as Record<string, string>;
      for (const field of ['happenedAt', 'recordedAt'])
        expect(Math.abs(Date.parse(two[field] ?? '') - right())).toBeLessThan(120_000);
      const anchor = /^lockstep-anchor .*$/m.exec(out)?.[0] ?? '';
      expect(await lockstep('verify', '--to', to, '--anchor', anchor)).toMatchObject({ code: 0 });
      const folder = scope.folder('lockstep-collected-');
      mkdirSync(folder, { recursive: true });
      await lockstep('collect', '--to', to, '--anchor', anchor, '--controls-file', map, '--report-directory', folder);
      const { at } = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as { at: string };
      expect(Math.abs(Date.parse(at) - right())).toBeLessThan(120_000);
    } finally {
      Date.now = right;
    }
  },
);
