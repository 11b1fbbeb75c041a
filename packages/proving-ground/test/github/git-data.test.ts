import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Faults } from '../../src/faults/faults.ts';
import { type GitHub, type RepositorySeed, startGitHub } from '../../src/github/index.ts';
import { ask } from './ask.ts';

let github: GitHub;
let repo: RepositorySeed;
let token: string;

beforeEach(async () => {
  github = await startGitHub({ faults: new Faults() });
  repo = github.repository('acme/shop');
  repo.commit({ files: { 'README.md': 'Shop\n', 'docs/a.md': 'a\n' } });
  token = github.token({ repository: 'acme/shop', permissions: { contents: 'write' } });
});

afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

const call = (route: string, body?: unknown) => ask(github, token, route.replace(' ', ' /repos/acme/shop/git/'), body);
const file = (path: string, content: string) => ({ path, mode: '100644', type: 'blob', content });

async function commitOf(files: Readonly<Record<string, string>>, parents: readonly string[] = []): Promise<string> {
  const tree = await call('POST trees', { tree: Object.entries(files).map(([path, text]) => file(path, text)) });
  const commit = await call('POST commits', { message: 'Log', tree: tree.body.sha, parents });
  return commit.body.sha;
}

test('a branch without a past is made of a tree and a commit, and read back', async () => {
  const sha = await commitOf({ 'a.jsonl': '{"a":1}\n' });
  expect((await call('POST refs', { ref: 'refs/heads/log', sha })).status).toBe(201);
  expect((await call('POST refs', { ref: 'refs/heads/log', sha })).body.message).toBe('Reference already exists');
  const { body } = await call(`GET trees/${sha}`);
  expect(body.tree).toMatchObject([{ path: 'a.jsonl', type: 'blob', size: 8 }]);
  const blob = await call(`GET blobs/${body.tree[0].sha}`);
  expect(Buffer.from(blob.body.content, 'base64').toString()).toBe('{"a":1}\n');
  expect((await call(`GET commits/${sha}`)).body).toMatchObject({ sha, parents: [], message: 'Log' });
});

test('a branch moves forward only, unless it is forced', async () => {
  const first = await commitOf({ a: '1' });
  await call('POST refs', { ref: 'refs/heads/log', sha: first });
  const [second, other] = [await commitOf({ a: '2' }, [first]), await commitOf({ a: '3' }, [first])];
  expect((await call('PATCH refs/heads/log', { sha: second, force: false })).body.object.sha).toBe(second);
  const late = await call('PATCH refs/heads/log', { sha: other });
  expect([late.status, late.body.message]).toEqual([422, 'Update is not a fast forward']);
  expect((await call('PATCH refs/heads/log', { sha: other, force: true })).status).toBe(200);
  expect((await call('PATCH refs/heads/none', { sha: other })).body.message).toBe('Reference does not exist');
  expect((await call('PATCH refs/heads/log', { sha: '0'.repeat(40) })).body.message).toBe('Object does not exist');
});

test('a tree is made of another one, of blobs and of texts, and of nothing that is not there', async () => {
  const root = await call('GET trees/main');
  const blob = await call('POST blobs', { content: Buffer.from('b\n').toString('base64'), encoding: 'base64' });
  const tree = [
    { path: 'docs/b.md', mode: '100644', type: 'blob', sha: blob.body.sha },
    { path: 'README.md', mode: '100644', type: 'blob', sha: null },
  ];
  const made = await call('POST trees', { base_tree: root.body.sha, tree });
  expect(made.status).toBe(422);
  const base = (await call(`GET commits/${repo.state.refs.get('heads/main')}`)).body.tree.sha;
  const right = await call('POST trees', { base_tree: base, tree });
  expect(right.body.tree).toMatchObject([{ path: 'docs', type: 'tree' }]);
  const none = { tree: [{ path: 'x', mode: '100644', type: 'blob', sha: '0'.repeat(40) }] };
  expect((await call('POST trees', none)).status).toBe(422);
  expect((await call('POST commits', { message: 'x', tree: '0'.repeat(40) })).body.message).toBe(
    'Tree SHA does not exist',
  );
  const parents = ['0'.repeat(40)];
  expect((await call('POST commits', { message: 'x', tree: base, parents })).status).toBe(422);
  expect((await call(`GET blobs/${'0'.repeat(40)}`)).status).toBe(404);
});

test('objects are for a token with contents: write alone', async () => {
  token = github.token({ repository: 'acme/shop', permissions: { contents: 'read' } });
  const refused = await call('POST trees', { tree: [file('a', '1')] });
  expect([refused.status, refused.headers.get('x-accepted-github-permissions')]).toEqual([403, 'contents=write']);
});
