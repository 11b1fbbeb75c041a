import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ruleNames } from '../src/finding.ts';
import { detectFormat, formatNames } from '../src/formats.ts';

const readme = (...path: string[]) => readFileSync(join(import.meta.dirname, '..', '..', '..', ...path), 'utf8');

test("the action's README has a row for each format, and for no other", () => {
  const [, table = ''] = readme('actions', 'health-gate', 'README.md').split('\n## Formats\n');
  const rows = table.split('\n## ')[0]?.matchAll(/^\| `([^`]+)`/gm) ?? [];
  expect([...rows].map(([, name]) => name).sort()).toEqual([...formatNames].sort());
});

test("the action's input names each format", () => {
  const described = /^ {2}format:\n {4}description: "Format of the answers: (.*)"$/m.exec(
    readme('actions', 'health-gate', 'action.yml'),
  );
  for (const name of formatNames) expect(described?.[1]).toMatch(new RegExp(`\`${name.replace('+', '\\+')}\``));
});

describe('an answer that two formats recognize', () => {
  test.each([
    ['actuator before health+json, whose words are the same', { status: 'UP', checks: { db: [{}] } }, 'actuator'],
    ['health+json before ready, which has an error too', { status: 'error', checks: { db: [{}] } }, 'health+json'],
    ['terminus before health+json', { status: 'ok', details: {}, checks: { db: [{}] } }, 'terminus'],
  ])('%s', (_what, body, expected) => {
    expect(detectFormat(body, 'application/json')?.name).toBe(expected);
  });

  test.each(['healthy', 'alive'])('goes by its own word before its content type: %s', (status) => {
    expect(detectFormat({ status }, 'application/health+json')?.name).not.toBe('health+json');
  });

  test.each([[{ deployment: 'dpl_x' }], [{ status: 200 }], [[]]])('and one that none does is none: %j', (body) => {
    expect(detectFormat(body, 'application/json')).toBeUndefined();
  });
});

test("the action's README has a row for each finding, and for no other", () => {
  const [, section = ''] = readme('actions', 'health-gate', 'README.md').split('\n## Findings\n');
  const rows = section.split('\n## ')[0]?.matchAll(/^\| `([^`]+)`/gm) ?? [];
  expect([...rows].map(([, name]) => name).sort()).toEqual([...ruleNames].sort());
});
