import { describe, expect, test } from '@jest/globals';
import type { ImportReport } from '@lockstep/migrations';
import { importEnd } from '../src/migrate/import-end.ts';

const of = (file: string, text: ImportReport['taken'][number]['text']) => ({
  ...{ version: file.slice(0, 1), name: file.slice(2), file, hasDown: true, text },
});

const report = (seesEdits: boolean, ...taken: readonly ImportReport['taken'][number][]): ImportReport => ({
  ...{ from: 'flyway', tool: 'Flyway', seesEdits, table: 'public.flyway_schema_history', taken },
  ...{ already: 0, pending: [], refusals: [], notes: [] },
});

const message = (...args: Parameters<typeof report>) => importEnd(report(...args), true).message;

describe('what is known of the text of what another tool applied', () => {
  test('a tool that keeps nothing', () => {
    expect(message(false, of('1_a', 'unknown'))).toContain('Flyway keeps nothing by which an edited file would show');
  });

  test('a tool that keeps checksums, and has none of these files', () => {
    const all = message(true, of('1_a', 'unknown'));
    expect(all).not.toContain('keeps nothing');
    expect(all).toContain('; an edit would not show, for there is nothing to compare with: 1_a; nothing was run');
    expect(message(true, of('1_a', 'unknown'), of('2_b', 'same'))).toContain('nothing to compare with: 1_a;');
  });

  test('all that was compared, and what has no file', () => {
    const same = 'would record 2 migrations as applied, from the history of Flyway (public.flyway_schema_history)';
    const gone = { ...of('2_b', 'unknown'), file: '' };
    expect(message(true, of('1_a', 'same'), gone)).toBe(`${same}; nothing was run`);
    expect(message(false, gone, gone)).toBe(`${same}; nothing was run`);
  });

  test('what was accepted', () => {
    expect(message(true, of('1_a', 'accepted'))).toContain('; edited since, and accepted: 1_a; nothing was run');
  });
});
