import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '../src/console/command-line.ts';
import { readKeyValues } from '../src/console/key-value-file.ts';
import { Masker } from '../src/console/masker.ts';
import { StepConsole } from '../src/console/step-console.ts';

function consoleOf(...lines: readonly string[]): StepConsole {
  const console = new StepConsole({ masker: new Masker(), workspace: '/srv/app' });
  for (const line of lines) console.receive(line);
  return console;
}

describe('a command in a line of output', () => {
  const known = (name: string) => ['error', 'group'].includes(name.toLowerCase());
  test.each([
    ['::error::text', { name: 'error', properties: {}, data: 'text' }],
    ['  ::ERROR::text', { name: 'error', properties: {}, data: 'text' }],
    [
      '::error file=a%2Cb.sql,line=3,Title=x%3Ay::100%25%0Anext',
      { name: 'error', properties: { file: 'a,b.sql', line: '3', title: 'x:y' }, data: '100%\nnext' },
    ],
    ['::error file=,line=3::text', { name: 'error', properties: { line: '3' }, data: 'text' }],
    ['before ##[group]Title', { name: 'group', properties: {}, data: 'Title' }],
    ['##[error file=a%5D;line=1]x%3By', { name: 'error', properties: { file: 'a]', line: '1' }, data: 'x;y' }],
    ['::error', undefined],
    ['text ::error::text', undefined],
    ['::unknown::text', undefined],
    ['%25 not a command', undefined],
  ])('%s', (line, command) => {
    expect(parseCommand(line, known)).toEqual(command);
  });
});

describe('the console of a step', () => {
  test('keeps ten annotations of each level and shows all in the log', () => {
    const lines = Array.from({ length: 12 }, (_, index) => [`::error::e${index}`, `::notice::n${index}`]).flat();
    const console = consoleOf(...lines);
    expect(console.annotations.filter((a) => a.level === 'error')).toHaveLength(10);
    expect(console.annotations.filter((a) => a.level === 'notice')).toHaveLength(10);
    expect(console.lines).toHaveLength(24);
  });

  test('cuts a long message', () => {
    expect(consoleOf(`::error::${'x'.repeat(5_000)}`).annotations[0]?.message).toHaveLength(4_096);
  });

  test('shows a file relative to the workspace where it lies inside', () => {
    const console = consoleOf(
      '::error file=/srv/app/db/a.sql,line=1,endLine=2,col=3,endColumn=4::x',
      '::error file=/etc/hosts::y',
    );
    expect(console.annotations).toEqual([
      { level: 'error', message: 'x', file: 'db/a.sql', line: 1, endLine: 2, column: 3, endColumn: 4 },
      { level: 'error', message: 'y', file: '/etc/hosts' },
    ]);
  });

  test('still takes the old output and state commands, and refuses to set variables or paths', () => {
    const console = consoleOf('::set-output name=a::1', '::save-state name=b::2', '::set-env name=c::3');
    expect([...console.outputs, ...console.state]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(console.commandFailed).toBe(true);
    expect(console.annotations[0]?.message).toBe("Unable to process command 'set-env' successfully.");
  });

  test('takes no token for stop-commands that is a command itself', () => {
    const console = consoleOf('::stop-commands::add-mask', '::error::still on');
    expect(console.commandFailed).toBe(true);
    expect(console.annotations.at(-1)?.message).toBe('still on');
  });

  test('masks what annotations say', () => {
    const masker = new Masker();
    masker.addSecret('hunter22');
    const console = new StepConsole({ masker, workspace: '/' });
    console.receive('::error::password hunter22 refused');
    expect(console.annotations[0]?.message).toBe('password *** refused');
  });
});

describe('a mask', () => {
  const masked = (secret: string, text: string) => {
    const masker = new Masker();
    masker.addSecret(secret);
    return masker.mask(text);
  };
  test.each([
    ['its value', 'abcd', 'x abcd y abcd', 'x *** y ***'],
    ['finds that touch, as one', 'abab', 'xabababx', 'x***x'],
    ['each line of it', 'one\ntwo', 'two then one', '*** then ***'],
    ['its base64', 'password1', Buffer.from('password1').toString('base64'), '***'],
    ['its base64 behind a user name', 'password1', Buffer.from('u:password1').toString('base64'), 'dTpw***'],
    ['its form in a URL', 'a b&c/d', 'x=a%20b%26c%2Fd', 'x=***'],
    ['its form in JSON', 'say "hi"', JSON.stringify('say "hi"'), '"***"'],
    ['its form in an expression', "it's it", "'it''s it'", "'***'"],
    ['the part behind the last &', 'url?a=b&sslmode=require', 'with sslmode=require', 'with ***'],
    ['nothing when it is empty', '', 'text', 'text'],
  ])('hides %s', (_what, secret, text, result) => {
    expect(masked(secret, text)).toBe(result);
  });
});

describe('a file of names and values', () => {
  test.each([
    [
      'a=1\nb=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a=\n\nb=x<<y',
      [
        ['a', ''],
        ['b', 'x<<y'],
      ],
    ],
    [
      'a<<E\nE\nb<<E\n1\n\n2\nE\n',
      [
        ['a', ''],
        ['b', '1\n\n2'],
      ],
    ],
    ['a<<E=F\nx\nE=F\n', [['a', 'x']]],
  ])('%j', (text, pairs) => {
    expect([...readKeyValues(text)]).toEqual(pairs);
  });

  test.each([
    ['nothing', "Invalid format 'nothing'"],
    ['<<E', "Invalid format '<<E'. Name must not be empty and delimiter must not be empty"],
    ['a<<E\n1\n', "Invalid value. Matching delimiter not found 'E'"],
  ])('%j is refused', (text, message) => {
    expect(() => [...readKeyValues(text)]).toThrow(message);
  });
});
