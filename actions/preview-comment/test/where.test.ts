import { expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { originOf } from '../src/where.ts';

const head = 'a'.repeat(40);
const run = (eventName: string, event: object, more: object = {}) => ({
  eventName,
  event: event as Readonly<Record<string, unknown>>,
  sha: 'b'.repeat(40),
  runId: 100,
  runAttempt: 2,
  runUrl: 'https://github.com/run/100',
  ...more,
});
const followed = (more: object = {}) => ({
  workflow_run: {
    id: 77,
    run_attempt: 3,
    head_sha: head,
    html_url: 'https://github.com/run/77',
    event: 'pull_request',
    head_repository: { full_name: 'stranger/shop' },
    pull_requests: [{ number: 666 }],
    ...more,
  },
});

test.each<[string, Parameters<typeof run>, number | undefined, object]>([
  [
    'a pull request',
    ['pull_request', { pull_request: { number: 5, head: { sha: head } } }],
    undefined,
    { kind: 'pull', number: 5, commit: head },
  ],
  [
    'a comment on one',
    ['issue_comment', { issue: { number: 5, pull_request: {} } }],
    undefined,
    { kind: 'pull', number: 5, commit: '' },
  ],
  ['a comment on an issue', ['issue_comment', { issue: { number: 5 } }], undefined, { kind: 'nowhere' }],
  ['a push', ['push', {}], undefined, { kind: 'commit', commit: 'b'.repeat(40), headRepository: undefined }],
  ['a named number', ['workflow_dispatch', {}], 9, { kind: 'pull', number: 9, commit: '' }],
  ['a schedule', ['schedule', {}], undefined, { kind: 'nowhere' }],
  ['a merge queue', ['merge_group', {}], 9, { kind: 'merge-queue' }],
  [
    'a run that follows a merge queue',
    ['workflow_run', followed({ event: 'merge_group' })],
    undefined,
    { kind: 'merge-queue' },
  ],
  [
    'a run that follows another',
    ['workflow_run', followed()],
    undefined,
    { kind: 'commit', commit: head, headRepository: 'stranger/shop' },
  ],
  ['a commit that is none', ['workflow_run', followed({ head_sha: 'main' })], undefined, { kind: 'nowhere' }],
  ['a repository that is gone', ['workflow_run', followed({ head_repository: null })], undefined, { kind: 'nowhere' }],
])('%s', (_what, given, number, where) => {
  expect(originOf(run(...given), number).where).toEqual(where);
});

test('the version is that of the run whose result it is', () => {
  expect(originOf(run('pull_request', {}), 1).version).toEqual({ run: 100, attempt: 2 });
  expect(originOf(run('workflow_run', followed()), undefined).version).toEqual({ run: 77, attempt: 3 });
});

test('a number is never taken in a workflow_run, nor data of others anywhere else', () => {
  expect(() => originOf(run('workflow_run', followed()), 5)).toThrow(InputError);
  expect(() => originOf(run('pull_request_target', {}), undefined, true)).toThrow(InputError);
});
