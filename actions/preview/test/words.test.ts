import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let github: GitHub;
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
  github = await startGitHub({ faults: new Faults() });
  github.repository('acme/shop').commit();
});
afterAll(async () => {
  await github.close();
  await scope[Symbol.asyncDispose]();
});

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>) {
  const token = github.token({ repository: 'acme/shop', permissions: { 'pull-requests': 'read' } });
  const around = { api_url: github.url, repository: 'acme/shop', event_name: 'schedule', event: {}, token };
  const step = await spawnAction(
    'preview',
    { 'github-token': token, 'database-server': postgres.url('postgres'), 'database-prefix': 'words', ...inputs },
    { github: around },
  );
  const steady = (text: string) => text.replace(/127\.0\.0\.1:\d+/g, 'SERVER').replaceAll(github.url, 'GITHUB');
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('preview: ')) ?? ''),
    annotations: step.annotations.map(({ level, message }) => steady(`${level}: ${message.split('\n')[0]}`)),
    summary: steady(step.summary),
  };
}

test('words: a database from its creation to its end', async () => {
  const repo = github.repository('acme/shop');
  repo.commit({ branch: 'feature' });
  const number = repo.pull({ title: 'A change', head: 'feature' });
  const pull = { 'pull-request': String(number) };
  const words: unknown[] = [];
  for (const inputs of [
    { command: 'open', 'dry-run': 'true' },
    { command: 'open' },
    { command: 'open' },
    { command: 'open', fresh: 'true' },
    { command: 'close' },
  ])
    words.push(await wordsOf({ ...inputs, ...pull }));
  repo.close(number);
  for (const dry of ['true', 'false', 'false'])
    words.push(await wordsOf({ command: 'close', ...pull, 'dry-run': dry }));
  words.push(await wordsOf({ command: 'close' }));
  expect(words).toMatchSnapshot();
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['no server', { command: 'open', 'database-server': '' }],
  ['no pull request', { command: 'open' }],
  ['nowhere to look', { command: 'close', 'database-server': '' }],
])('words: %s', async (_name, inputs) => {
  expect(await wordsOf(inputs)).toMatchSnapshot();
});
