import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

test('licenses.txt has every package that any chunk holds, and what a compiled file was made of', () => {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const library = (name: string, license?: string) => {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.2.3', license, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, `module.exports = ${JSON.stringify(name)};\n`);
    write(`node_modules/${name}/LICENSE.md`, `Terms of ${name}`);
  };
  for (const name of ['eager', '@scope/lazy', 'lazier', 'unused', 'compiled', 'unread']) library(name, 'MIT');
  write('node_modules/compiled/compiled.wasm', '');
  write('node_modules/unread/unread.wasm', '');
  library('unnamed');
  write(
    'packages/engine/package.json',
    '{"bundledFiles":["compiled/compiled.wasm"],"bundledLicenses":["licenses/inside.txt"]}',
  );
  write('packages/engine/licenses/inside.txt', 'inside of compiled\nBSD\n');
  // The action has the package too, and nothing of it that would read its file.
  write('packages/idle/package.json', '{"bundledFiles":["unread/unread.wasm"],"bundledLicenses":["idle.txt"]}');
  write('packages/idle/idle.txt', 'idle');
  write('actions/x/action.yml', '');
  write(
    'actions/x/package.json',
    '{"type":"module","minify":true,"dependencies":{"@lockstep/engine":"*","@lockstep/idle":"*"}}',
  );
  write(
    'actions/x/lib/main.js',
    "import eager from 'eager';\nimport unnamed from 'unnamed';\nconst lazy = await import('@scope/lazy');\nconst lazier = await import('lazier');\nconsole.log(eager, unnamed, lazy, lazier, 'compiled.wasm');\n",
  );
  const build = pathToFileURL(join(import.meta.dirname, '../../scripts/build.mjs')).href;
  const script = `const { bundle } = await import(${JSON.stringify(build)});
    const files = await bundle('x', ${JSON.stringify(folder)});
    console.log([...files.keys()].join(' '), files.get('licenses.txt').toString());`;
  const text = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  for (const name of ['@scope/lazy', 'compiled', 'eager', 'lazier'])
    expect(text).toContain(`${name} 1.2.3\nMIT\nTerms of ${name}\n`);
  expect(text).toContain('unnamed 1.2.3\nno license named\nTerms of unnamed\n');
  expect(text).toContain('inside of compiled\nBSD\n');
  expect(text).toContain(' compiled.wasm ');
  expect(text).not.toMatch(/unused|unread|idle/);
});
