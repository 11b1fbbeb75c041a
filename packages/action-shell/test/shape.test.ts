import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import {
  decimal,
  duration,
  flag,
  integer,
  jobStatus,
  list,
  oneOf,
  problemsBetween,
  readInputs,
  requireInputs,
  type Shape,
  secret,
  text,
  token,
  url,
  type Values,
} from '../src/index.ts';

const shape = {
  command: oneOf(['up', 'down'], 'up'),
  'database-url': secret({ required: true }),
  directory: text('supabase/migrations'),
  timeout: duration('200ms'),
  interval: duration(),
  steps: integer(undefined, { min: 1 }),
  ratio: decimal(1.5, { min: 1 }),
  aliases: list(),
  'api-url': url('https://api.vercel.com'),
  'dry-run': flag(false),
  'github-token': token('${{ github.token }}'),
  'job-status': jobStatus(),
} satisfies Shape;

const given = (values: Readonly<Record<string, string>>) => (name: string) => values[name] ?? '';

test('what is not given has its default, or is plainly absent', () => {
  const values = requireInputs(shape, given({ 'database-url': 'postgres://x' }));
  expect(values).toMatchObject({
    command: 'up',
    directory: 'supabase/migrations',
    timeout: 200,
    interval: undefined,
    steps: undefined,
    ratio: 1.5,
    aliases: [],
    'dry-run': false,
    'job-status': '',
  });
  expect(values['api-url']?.href).toBe('https://api.vercel.com/');
  expect(values['github-token'].isEmpty).toBe(true);
});

test('what is given is typed', () => {
  const values = requireInputs(
    shape,
    given({
      'database-url': ' s3cret \n',
      steps: '2',
      aliases: 'a.test\n\n b.test',
      interval: '5s',
      'dry-run': 'true',
    }),
  );
  expect(values['database-url'].reveal()).toBe('s3cret');
  expect(values).toMatchObject({ steps: 2, aliases: ['a.test', 'b.test'], interval: 5_000, 'dry-run': true });
});

test('all wrong inputs are told at once, each with its value and what was expected', () => {
  const wrong = { command: 'sideways', timeout: '5', steps: '0', ratio: '0.5', 'api-url': 'ftp://x', 'dry-run': 'yes' };
  const { problems } = readInputs(shape, given(wrong));
  expect(problems).toEqual([
    'input "command": expected one of up, down, got "sideways"',
    expect.stringMatching(/^input "database-url": the secret is empty; set it/),
    'input "timeout": expected a duration like 200ms, 30s or 5m, got "5"',
    'input "steps": expected a whole number from 1, got "0"',
    'input "ratio": expected a number from 1, got "0.5"',
    'input "api-url": expected a URL that starts with https:// or http://, got "ftp://x"',
    'input "dry-run": expected true or false, got "yes"',
  ]);
  expect(() => requireInputs(shape, given(wrong))).toThrow(InputError);
});

test.each(['True', 'TRUE', 'yes', '1', 'on'])('a boolean is exactly true or false, not %j', (value) => {
  expect(readInputs({ 'dry-run': flag(false) }, () => value).problems).toHaveLength(1);
});

test('a complaint about a secret does not show it', () => {
  const { problems } = readInputs({ key: secret() }, () => 'abc');
  expect(problems).toEqual(['input "key": too short for a secret (under 4 characters)']);
});

test('a long value is cut in the complaint', () => {
  const { problems } = readInputs({ steps: integer() }, () => 'x'.repeat(10_000));
  expect(problems[0]?.length).toBeLessThan(300);
});

describe('what is wrong between inputs is told together with what is wrong with one', () => {
  const check = (values: Values<typeof shape>) => [
    ...(values.steps !== undefined && values.aliases.length > 0 ? ['inputs "steps" and "aliases": give one'] : []),
    ...(values['dry-run'] ? [] : ['input "dry-run": required with this']),
    ...(values.command === 'up' ? [] : [`input "steps": ${values.command} has none`]),
  ];
  const between = (texts: Readonly<Record<string, string>>) => {
    const read = readInputs(shape, given({ 'database-url': 'postgres://x', ...texts }));
    return { one: read.problems.length, between: problemsBetween(shape, read, check) };
  };

  test('where it has nothing to do with that', () => {
    const texts = { timeout: 'soon', 'api-url': 'x', steps: '2', aliases: 'a.test', 'dry-run': 'true' };
    expect(between(texts)).toEqual({ one: 2, between: ['inputs "steps" and "aliases": give one'] });
  });

  test('not where it follows from an input that cannot be read', () => {
    expect(between({ 'dry-run': 'yes', command: 'sideways' })).toEqual({ one: 2, between: [] });
    expect(between({ command: 'sideways', 'dry-run': 'true' })).toEqual({ one: 1, between: [] });
  });

  test('where it is wrong whatever was meant', () => {
    expect(between({ command: 'sideways' })).toEqual({ one: 1, between: ['input "dry-run": required with this'] });
  });
});
