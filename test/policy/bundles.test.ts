import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { differences } from '../../scripts/build.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'index.js'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const built = new Map([['index.js', Buffer.from('one')]]);

test('a fresh bundle has no differences', () => {
  expect(differences(built, join(folder, 'dist'))).toEqual([]);
});

test.each<[string, () => void, string[]]>([
  ['a changed byte', () => writeFileSync(join(folder, 'dist', 'index.js'), 'onE'), ['changed: index.js']],
  ['a missing file', () => rmSync(join(folder, 'dist', 'index.js')), ['missing: index.js']],
  ['a file that nobody builds', () => writeFileSync(join(folder, 'dist', 'old.js'), ''), ['not built: old.js']],
  ['a missing folder', () => rmSync(join(folder, 'dist'), { recursive: true }), ['missing: index.js']],
])('%s is told', (_what, damage, told) => {
  damage();
  expect(differences(built, join(folder, 'dist'))).toEqual(told);
});

test('the bytes of a bundle do not depend on the folder it is built in, or from', () => {
  const make = (name: string, cwd: string) => {
    const base = join(folder, name);
    mkdirSync(join(base, 'actions', 'x', 'lib'), { recursive: true });
    writeFileSync(join(base, 'actions', 'x', 'action.yml'), '');
    writeFileSync(join(base, 'actions', 'x', 'package.json'), '{"type":"module"}');
    writeFileSync(join(base, 'actions', 'x', 'lib', 'main.js'), "import { two } from './two.js';\nconsole.log(two);\n");
    writeFileSync(join(base, 'actions', 'x', 'lib', 'two.js'), 'export const two = 2;\n');
    // In a process of its own, as the script runs: jest's keeps a working directory of its own.
    const build = pathToFileURL(join(import.meta.dirname, '../../scripts/build.mjs')).href;
    const script = `const { bundle } = await import(${JSON.stringify(build)});
      const files = await bundle('x', ${JSON.stringify(base)});
      console.log(JSON.stringify([...files].map(([path, bytes]) => [path, bytes.toString()])));`;
    return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd, encoding: 'utf8' });
  };
  const first = make('a', folder);
  expect(first).toContain('const two = 2');
  expect(make('some/other/place', import.meta.dirname)).toBe(first);
});
