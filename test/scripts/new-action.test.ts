import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { flag, type Shape, text } from '@lockstep/action-shell';
import { parse } from 'yaml';
import { complaint, LISTS, skeleton } from '../../scripts/new-action.mjs';
import { actionFindings } from '../policy/action-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const files: Readonly<Record<string, string>> = skeleton('made-up', 'looks at what the world sees');

describe('the skeleton of a new action', () => {
  test('keeps the contract of an action', () => {
    const shape = { subject: text(undefined, { required: true }), 'dry-run': flag(false) } satisfies Shape;
    expect(actionFindings('made-up', parse(files['action.yml'] ?? ''), shape, () => true)).toEqual([]);
  });

  test('it declares every code that it says', () => {
    expect(files['src/reasons.ts']).toContain("'not-checked': {");
    expect(files['src/run.ts']).toContain("reason: 'not-checked'");
  });

  test.each(Object.entries(LISTS))('it is entered in %s, once', (path, listed) => {
    const before = readFileSync(join(root, path), 'utf8');
    const after: string = listed(before, 'made-up', 'looks at what the world sees');
    expect(after.split('made-up').length).toBeGreaterThan(before.split('made-up').length);
    expect(after.split('\n').filter((line) => !before.split('\n').includes(line))).toHaveLength(1);
  });

  test.each([
    [undefined, undefined, 'usage'],
    ['EdgeAudit', 'looks', 'not kebab-case'],
    ['made-up', 'a | b', 'one line'],
    ['release', 'looks at what the world sees', 'actions/release exists'],
    ['made-up', 'looks at what the world sees', ''],
  ])('%j %j: %s', (name, does, words) => {
    if (words === '') expect(complaint(name, does)).toBe('');
    else expect(complaint(name, does)).toContain(words);
  });
});
