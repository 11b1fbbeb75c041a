import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { gitPath } from '../src/index.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'git-path-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('git itself is the judge: what it prints with quotes is what it prints without', () => {
  const all = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code + 1)).filter((char) => char !== '/');
  for (const char of [...all, 'é', '—', '🐘']) writeFileSync(join(root, `x${char}${char}7`), '');
  for (const name of ['"', '"a', 'a"', '\\', '"a"']) writeFileSync(join(root, name), '');
  execFileSync('git', ['init', '-q', root]);
  const list = (...more: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'core.quotePath=false', 'ls-files', '--others', ...more], {
      encoding: 'utf8',
    });
  const plain = list('-z').split('\0').slice(0, -1);
  expect(plain.length).toBeGreaterThan(130);
  expect(list().split('\n').slice(0, -1).map(gitPath)).toEqual(plain);
});
