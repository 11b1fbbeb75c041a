import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { bundle, differences } from '../../scripts/build.mjs';

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

test('the bytes of a bundle do not depend on the folder it is built in', async () => {
  const make = async (name: string) => {
    const base = join(folder, name);
    mkdirSync(join(base, 'actions', 'x', 'lib'), { recursive: true });
    writeFileSync(join(base, 'actions', 'x', 'action.yml'), '');
    writeFileSync(join(base, 'actions', 'x', 'package.json'), '{"type":"module"}');
    writeFileSync(join(base, 'actions', 'x', 'lib', 'main.js'), "import { two } from './two.js';\nconsole.log(two);\n");
    writeFileSync(join(base, 'actions', 'x', 'lib', 'two.js'), 'export const two = 2;\n');
    return bundle('x', base);
  };
  const [first, second] = [await make('a'), await make('some/other/place')];
  expect([...first.keys()]).toEqual([...second.keys()]);
  for (const [path, bytes] of first) expect(second.get(path)?.toString()).toBe(bytes.toString());
});
