import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pullOfCommit } from '../../src/comment/find-pull.ts';
import { type CommentRequest, postComment } from '../../src/comment/post-comment.ts';
import { renderComment } from '../../src/comment/render-comment.ts';
import { parseComment, sectionOf } from '../../src/comment/sections.ts';
import { openWorld, type TestWorld } from '../world.ts';

const AUTHOR = 'github-actions[bot]';
let world: TestWorld;
let pull: number;
let head: string;
beforeEach(async () => {
  world = await openWorld();
  world.repo.branch('feature', world.sha);
  head = world.repo.commit({ branch: 'feature' });
  pull = world.repo.pull({ title: 'A change', head: 'feature' });
});
afterEach(() => world.close());

const github = (permissions: Readonly<Record<string, 'read' | 'write'>> = { 'pull-requests': 'write' }) =>
  world.client({ token: world.token(permissions) });
const said = (markdown: string) => ({ markdown, verdict: undefined, commit: 'abc', run: '', whole: '' });
const request = (name: string, body: string, run = 10, more: Partial<CommentRequest> = {}): CommentRequest => ({
  pull,
  author: AUTHOR,
  sections: [sectionOf(name, { run, attempt: 1 }, said(body))],
  closed: false,
  ...more,
});
const comments = () => world.repo.state.issues.find((issue) => issue.number === pull)?.comments ?? [];
const words = () =>
  comments().map(({ body }) => parseComment(body).sections.map((one) => `${one.name}: ${one.body.split('\n')[0]}`));

test('one comment with a section for each job, updated in place', async () => {
  expect(await postComment(github(), request('preview', 'building'))).toMatchObject({ kind: 'posted' });
  await postComment(github(), request('quality', 'all good'));
  await postComment(github(), request('preview', 'ready'));
  expect(words()).toEqual([['preview: ready', 'quality: all good']]);
});

test('what says the same already is not written again', async () => {
  await postComment(github(), request('preview', 'ready'));
  const before = comments()[0]?.updatedAt;
  const changes = () => world.server.exchanges.filter(({ method }) => method !== 'GET').length;
  const count = changes();
  expect(await postComment(github(), request('preview', 'ready'))).toMatchObject({ kind: 'unchanged' });
  expect([changes(), comments()[0]?.updatedAt]).toEqual([count, before]);
});

describe('a section that has nothing to say any more', () => {
  test('goes, and an older run does not bring it back', async () => {
    await postComment(github(), request('migrations', 'two files'));
    await postComment(github(), request('quality', 'all good'));
    expect(await postComment(github(), request('migrations', '', 11))).toMatchObject({ kind: 'posted' });
    expect(words()).toEqual([['quality: all good', 'migrations: ']]);
    expect(comments()[0]?.body).not.toContain('two files');
    expect(await postComment(github(), request('migrations', 'two files', 10))).toMatchObject({ kind: 'superseded' });
    await postComment(github(), request('migrations', 'one file', 12));
    expect(words()).toEqual([['quality: all good', 'migrations: one file']]);
  });

  test('does not take away what a newer run says', async () => {
    await postComment(github(), request('migrations', 'two files', 12));
    await postComment(github(), request('migrations', '', 11));
    expect(words()).toEqual([['migrations: two files']]);
  });

  test('makes no comment, and leaves no trace where it never was', async () => {
    expect(await postComment(github(), request('migrations', ''))).toEqual({ kind: 'nothing' });
    expect(comments()).toEqual([]);
    await postComment(github(), request('quality', 'all good'));
    expect(await postComment(github(), request('migrations', '', 11))).toMatchObject({ kind: 'unchanged' });
    expect(comments()[0]?.body).not.toContain('migrations');
  });
});

test('a comment that a person edited in the browser keeps the other sections', async () => {
  await postComment(github(), request('preview', 'ready'));
  await postComment(github(), request('quality', 'all good'));
  const [comment] = comments();
  if (comment === undefined) throw new Error('there is no comment');
  Object.assign(comment, { body: comment.body.replaceAll('\n', '\r\n') });
  expect(await postComment(github(), request('quality', 'all good'))).toMatchObject({ kind: 'unchanged' });
  await postComment(github(), request('quality', 'failed', 11));
  expect(words()).toEqual([['preview: ready', 'quality: failed']]);
});

describe('runs that overtake each other', () => {
  test('an older run never overwrites a newer one', async () => {
    await postComment(github(), request('preview', 'new', 11));
    expect(await postComment(github(), request('preview', 'old', 10))).toMatchObject({ kind: 'superseded' });
    expect(words()).toEqual([['preview: new']]);
  });

  test('the same content of a newer run still bars the runs between', async () => {
    await postComment(github(), request('preview', 'same', 10));
    await postComment(github(), request('preview', 'same', 12));
    expect(await postComment(github(), request('preview', 'other', 11))).toMatchObject({ kind: 'superseded' });
  });
});

describe('jobs at the same moment', () => {
  test('six of them end in one comment with six sections', async () => {
    const names = ['preview', 'quality', 'migrations', 'health', 'bundle', 'e2e'];
    const results = await Promise.all(names.map((name) => postComment(github(), request(name, `of ${name}`))));
    expect(results.map(({ kind }) => kind)).toEqual(Array(6).fill('posted'));
    expect(words()).toEqual([names.map((name) => `${name}: of ${name}`)]);
  });

  test('one that writes between our reading and our writing loses nothing', async () => {
    await postComment(github(), request('preview', 'first'));
    const other = renderComment({
      sections: [
        sectionOf('preview', { run: 10, attempt: 1 }, said('first')),
        sectionOf('quality', { run: 10, attempt: 1 }, said('theirs')),
      ],
      closed: false,
    });
    // They read when we did, and write after us: our section is gone until we look again.
    let once = true;
    world.faults.plant({
      service: 'github',
      method: 'GET',
      path: /comments/,
      after: 1,
      effect: {
        kind: 'actor',
        act: () => {
          const [comment] = comments();
          if (once && comment !== undefined) comment.body = other;
          once = false;
        },
      },
    });
    expect(await postComment(github(), request('health', 'ours'))).toMatchObject({ kind: 'posted' });
    expect(words()).toEqual([['preview: first', 'quality: theirs', 'health: ours']]);
  });
});

describe('comments of others', () => {
  const seed = (author: string, body: string) => {
    const issue = world.repo.state.issues.find((one) => one.number === pull);
    const user = { login: author, id: 99, type: 'User' as const };
    issue?.comments.push({ id: 5, user, body, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' });
  };

  test('are never taken for ours, whatever they contain', async () => {
    const forged = renderComment({
      sections: [sectionOf('preview', { run: 99, attempt: 1 }, said('forged'))],
      closed: false,
    });
    seed('mallory', forged);
    expect(await postComment(github(), request('preview', 'real'))).toMatchObject({ kind: 'posted' });
    expect(comments().map(({ user }) => user.login)).toEqual(['mallory', AUTHOR]);
    expect(comments()[0]?.body).toBe(forged);
  });

  test('of our own name without our marker are left alone', async () => {
    seed(AUTHOR, 'a comment of another action');
    await postComment(github(), request('preview', 'ours'));
    expect(comments()[0]?.body).toBe('a comment of another action');
  });
});

describe('answers that are lost', () => {
  test.each(['reset-after', 'reset-before'] as const)('%s: one comment in the end', async (kind) => {
    world.faults.plant({ service: 'github', method: 'POST', effect: { kind } });
    expect(await postComment(github(), request('preview', 'ready'))).toMatchObject({ kind: 'posted' });
    expect(words()).toEqual([['preview: ready']]);
  });

  test('a list that lags behind makes no second comment', async () => {
    world.faults.plant({
      service: 'github',
      method: 'GET',
      path: /issues\/\d+\/comments/,
      after: 1,
      effect: { kind: 'stale' },
    });
    expect(await postComment(github(), request('preview', 'ready'))).toMatchObject({ kind: 'posted' });
    expect(comments()).toHaveLength(1);
  });

  test('two comments that were made anyway become one', async () => {
    await postComment(github(), request('preview', 'first'));
    const issue = world.repo.state.issues.find((one) => one.number === pull);
    const [first] = comments();
    if (first === undefined) throw new Error('no comment');
    const second = renderComment({
      sections: [sectionOf('quality', { run: 10, attempt: 1 }, said('second'))],
      closed: false,
    });
    issue?.comments.push({ ...first, id: first.id + 1_000, body: second });
    expect(await postComment(github(), request('health', 'third'))).toMatchObject({ kind: 'posted' });
    expect(words()).toEqual([['preview: first', 'quality: second', 'health: third']]);
  });
});

test('a token that may not comment is refused, with its status', async () => {
  expect(await postComment(github({ 'pull-requests': 'read' }), request('preview', 'x'))).toMatchObject({
    kind: 'refused',
    status: 403,
  });
});

describe('a closed pull request', () => {
  test('folds everything, and unfolds when there is something new', async () => {
    const close = { sections: [], closed: true };
    expect(await postComment(github(), request('x', 'x', 10, close))).toEqual({ kind: 'nothing' });
    await postComment(github(), request('preview', 'ready'));
    expect(await postComment(github(), request('x', 'x', 10, close))).toMatchObject({ kind: 'posted' });
    expect(comments()[0]?.body).toContain('<details><summary>This pull request is closed');
    expect(words()).toEqual([['preview: ready']]);
    await postComment(github(), request('preview', 'again', 11));
    expect(comments()[0]?.body).not.toContain('This pull request is closed');
  });
});

describe('the pull request of a commit', () => {
  test('is the open one whose head it is', async () => {
    const read = github({ 'pull-requests': 'read', contents: 'read' });
    expect(await pullOfCommit(read, head, 'acme/shop')).toEqual({
      kind: 'found',
      pull: { number: pull, open: true, head },
    });
    expect(await pullOfCommit(read, head, 'mallory/shop')).toEqual({ kind: 'none' });
    expect(await pullOfCommit(read, world.sha, undefined)).toEqual({ kind: 'none' });
  });

  test('is none once it moved on', async () => {
    world.repo.commit({ branch: 'feature' });
    const issue = world.repo.state.issues.find((one) => one.number === pull);
    if (issue?.pull !== undefined) issue.pull.headSha = 'f'.repeat(40);
    expect(await pullOfCommit(github({ 'pull-requests': 'read', contents: 'read' }), head, undefined)).toEqual({
      kind: 'none',
    });
  });
});
