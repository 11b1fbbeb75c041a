import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BUILT_FROM, digestOfBuild, isBuilt } from '../../scripts/sources.mjs';

let base: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
};
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'sources-'));
  write('pnpm-lock.yaml', 'locked');
  write('scripts/chunks.mjs', 'cuts');
  write('packages/base/src/clock.ts', 'one');
  write('packages/base/package.json', '{}');
  write('packages/base/README.md', 'what it is for');
  write('packages/cli/README.md', 'packed');
  write('actions/notify/src/main.ts', 'two');
  write('dist/notify/index.js', 'three');
  write(`dist/${BUILT_FROM}`, `${digestOfBuild(base)}\n`);
});
afterEach(() => rmSync(base, { recursive: true }));

test('what is built of the sources as they are is not built again', () => {
  expect(isBuilt(base)).toBe(true);
  write('packages/base/README.md', 'said better');
  expect(isBuilt(base)).toBe(true);
});

test.each([
  ['a source', () => write('packages/base/src/clock.ts', 'oNe')],
  ['a new source', () => write('actions/notify/src/more.ts', '')],
  ['a source of another name', () => write('packages/base/src/clocks.ts', 'one')],
  ['what is installed', () => write('pnpm-lock.yaml', 'locked anew')],
  ['how it is bundled', () => write('scripts/chunks.mjs', 'cuts otherwise')],
  ['what is packed with the command', () => write('packages/cli/README.md', 'packed anew')],
  ['a bundle', () => write('dist/notify/index.js', 'by hand')],
  ['a bundle that is gone', () => rmSync(join(base, 'dist/notify/index.js'))],
  ['a bundle that nobody builds', () => write('dist/old/index.js', '')],
  ['what the last build wrote', () => rmSync(join(base, 'dist', BUILT_FROM))],
])('%s is another: it is built', (_what, change) => {
  change();
  expect(isBuilt(base)).toBe(false);
});
