import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readBaseline } from '../src/baseline.ts';
import { readFloors } from '../src/ratchet.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each([
  ['a baseline', readBaseline, '{"version":1,"gates":{}}'],
  ['a ratchet', readFloors, '{"lines":81.2}'],
])('%s', (_what, read, good) => {
  const written = (text: string) => {
    writeFileSync(join(folder, 'memory.json'), text);
    return join(folder, 'memory.json');
  };

  test('is read', () => {
    expect(read(written(good))).toEqual(JSON.parse(good));
  });

  test('is none where there is no file', () => {
    expect(read(join(folder, 'memory.json'))).toBeUndefined();
  });

  test('is not taken for none where it cannot be read', () => {
    mkdirSync(join(folder, 'memory.json'));
    expect(() => read(join(folder, 'memory.json'))).toThrow(/memory\.json: cannot be read: .*EISDIR/);
  });

  test.each(['', '{', '[]', '{"lines":"81"}'])('is refused with its path where it says %j', (text) => {
    expect(() => read(written(text))).toThrow(/memory\.json: (no JSON|expected)/);
  });
});
