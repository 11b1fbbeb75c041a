import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { judgeNeeds, parseJobs, parseNeeds, parsePolicy } from '../src/needs.ts';

const judge = (results: Readonly<Record<string, string>>, policy: readonly string[] = [], event = 'pull_request') =>
  judgeNeeds(new Map(Object.entries(results)), parsePolicy(policy), [], event);
const blocking = (...args: Parameters<typeof judge>) =>
  judge(...args).jobs.flatMap((job) => (job.blocks ? [job.job] : []));

describe('a set of jobs', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], string, readonly string[]]>([
    ['all green', { a: 'success', b: 'success' }, [], 'pass', []],
    ['one red', { a: 'success', b: 'failure' }, [], 'fail', ['b']],
    ['skipped', { a: 'success', b: 'skipped' }, [], 'unknown', ['b']],
    ['cancelled', { a: 'success', b: 'cancelled' }, [], 'unknown', ['b']],
    ['an unknown result', { a: 'neutral' }, [], 'unknown', ['a']],
    ['red and skipped', { a: 'failure', b: 'skipped' }, [], 'fail', ['a', 'b']],
    ['skipped, and it may', { a: 'success', b: 'skipped' }, ['b: may-skip'], 'pass', []],
    ['red, though it may skip', { a: 'failure' }, ['a: may-skip'], 'fail', ['a']],
    ['cancelled, though it may skip', { a: 'cancelled' }, ['a: may-skip'], 'unknown', ['a']],
    ['cancelled, and it may', { a: 'cancelled' }, ['a: may-skip may-cancel'], 'pass', []],
    ['red, but advisory', { a: 'success', b: 'failure' }, ['b: advisory'], 'pass', []],
    ['nothing at all', {}, [], 'unknown', []],
  ])('%s', (_what, results, policy, verdict, blocks) => {
    expect(judge(results, policy).verdict).toBe(verdict);
    expect(blocking(results, policy)).toEqual(blocks);
  });
});

test('a policy may hold for some events only', () => {
  const policy = ['preview: may-skip on merge_group, push', 'preview: required'];
  const results = { test: 'success', preview: 'skipped' };
  expect(blocking(results, policy, 'merge_group')).toEqual([]);
  expect(blocking(results, policy, 'push')).toEqual([]);
  expect(blocking(results, policy, 'pull_request')).toEqual(['preview']);
});

test('a pinned job that fell out of needs blocks', () => {
  const judged = judgeNeeds(new Map([['a', 'success']]), [], ['a', 'e2e'], 'push');
  expect(judged).toMatchObject({ verdict: 'unknown', jobs: [{}, { job: 'e2e', result: 'missing', blocks: true }] });
});

test('a policy for a job that is not there is a renamed job, and an error', () => {
  expect(() => judge({ tests: 'success' }, ['test: may-skip'])).toThrow('job "test"');
});

test.each(['lint', 'lint:', 'lint: optional', ': required', 'a b: required', 'a: may-skip on merge-group'])(
  'policy line "%s" is refused',
  (line) => {
    expect(() => parsePolicy([line])).toThrow(InputError);
  },
);

test('a job cannot be called by what is no id', () => {
  expect(() => parseJobs(['lint', 'unit tests'])).toThrow('expected a job\'s id, got "unit tests"');
});

test.each([
  ['', 'not JSON'],
  ['[]', 'not an object'],
  ['null', 'not an object'],
])('needs that are %j are refused: %s', (json, why) => {
  expect(() => parseNeeds(json)).toThrow(why);
});

test('a job whose entry has no result blocks', () => {
  expect(judgeNeeds(parseNeeds('{"a":{"outputs":{}}}'), [], [], 'push').verdict).toBe('unknown');
});
