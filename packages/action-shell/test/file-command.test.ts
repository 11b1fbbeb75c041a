import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { giveRunner, keyValue } from '../src/file-command.ts';
import { stepId } from '../src/step-id.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'));
  for (const name of ['OUTPUT', 'STATE', 'ENV']) {
    process.env[`GITHUB_${name}`] = join(folder, name);
    writeFileSync(join(folder, name), '');
  }
});
afterEach(() => {
  for (const name of ['OUTPUT', 'STATE', 'ENV']) delete process.env[`GITHUB_${name}`];
  delete process.env['A_VARIABLE'];
  rmSync(folder, { recursive: true });
});
const written = (name: string) => readFileSync(join(folder, name), 'utf8');

test('what is given is redacted and goes to its file; a Secret is given on purpose', () => {
  const secret = new Secret('correct horse battery');
  giveRunner('output', 'plan', { text: 'correct horse battery' });
  giveRunner('state', 'lockstep-n', 3);
  giveRunner('output', 'key', secret);
  giveRunner('variable', 'A_VARIABLE', 'a\nb');
  expect(written('OUTPUT')).toBe(
    'plan<<lockstep_end\n{"text":"***"}\nlockstep_end\nkey<<lockstep_end\ncorrect horse battery\nlockstep_end\n',
  );
  expect(written('STATE')).toBe('lockstep-n<<lockstep_end\n3\nlockstep_end\n');
  expect(written('ENV')).toBe('A_VARIABLE<<lockstep_end\na\nb\nlockstep_end\n');
  expect(process.env['A_VARIABLE']).toBe('a\nb');
});

test.each(['', 'a', '\n', 'lockstep_end', 'a\nlockstep_end\nb<<lockstep_end_\nlockstep_end_', 'lockstep_end\r\n'])(
  'the value %j is read as it is: no line of it is its end',
  (value) => {
    const [head = '', ...lines] = keyValue('name', value).split('\n');
    const end = head.slice('name<<'.length);
    expect(head).toBe(`name<<${end}`);
    const found = lines.indexOf(end);
    expect(lines.slice(0, found).join('\n')).toBe(value);
    expect(lines.slice(found)).toEqual([end, '']);
  },
);

test('the name of a step is a UUID of version 7, and another one each time', () => {
  const ids = Array.from({ length: 1_000 }, () => stepId());
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1_000);
  expect(stepId(0, () => 0)).toBe('00000000-0000-7000-8000-000000000000');
  expect(stepId(2 ** 48 - 1, () => 1 - 2 ** -53)).toBe('ffffffff-ffff-7fff-bfff-ffffffffffff');
});
