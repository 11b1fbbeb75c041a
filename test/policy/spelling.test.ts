import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { together as test } from '../e2e/sampled.ts';

const root = join(import.meta.dirname, '..', '..');

/** The words of a page that the spelling check of `.ci/run` refuses, with its settings and its dictionary. */
function refusedIn(text: string): readonly string[] {
  const checker = join(root, 'node_modules', 'cspell', 'bin.mjs');
  const args = [checker, 'lint', '--no-progress', '--no-summary', '--words-only', 'stdin://docs/page.md'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

test('spelling is American, with our own words', () => {
  const text = 'The licence of this behaviour is misspeled, and so is the colour.\n';
  expect(refusedIn(text)).toEqual(['licence', 'behaviour', 'misspeled', 'colour']);
  expect(refusedIn('The license of this behavior: Supabase, zizmor, `dpl_5Kq2wZ`, 0f1e2d3c.\n')).toEqual([]);
});
