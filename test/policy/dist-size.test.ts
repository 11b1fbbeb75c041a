import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const MOST_BYTES = 14_000_000;

function git(...args: readonly string[]): readonly string[] {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  expect(status).toBe(0);
  return stdout.split('\0').filter(Boolean);
}

test('what a runner downloads of the bundles stays within its budget', () => {
  const files = git('ls-files', '-z', '--', 'dist');
  const answers = git('check-attr', '-z', 'export-ignore', '--', ...files);
  // Three fields each: path, attribute, value.
  const left = new Set(answers.filter((_, at) => at % 3 === 0 && answers[at + 2] === 'set'));
  const sent = files.filter((file) => !left.has(file));
  expect(sent.length).toBeGreaterThan(150);
  expect(left.size).toBeGreaterThan(10);
  const bytes = sent.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});
