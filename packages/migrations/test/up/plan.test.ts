import { describe, expect, test } from '@jest/globals';
import type { Migration } from '../../src/files/migration.ts';
import type { HistoryRecord, SideRecord } from '../../src/history/record.ts';
import { inspect } from '../../src/sql/inspect.ts';
import { textSource } from '../../src/sql/source.ts';
import { noHints } from '../../src/sql/split-hints.ts';
import { planUp, type UpQuestion } from '../../src/up/plan.ts';

/** `E1 C2 E3`: expand and contract files with these versions. */
function filesOf(text: string) {
  const words = text.split(' ').filter((word) => word !== '');
  const migrations = words.map((word): Migration => {
    const file = `${word.slice(1)}_f.sql`;
    return {
      version: word.slice(1),
      name: 'f',
      file,
      up: inspect(textSource(file, `select ${word.slice(1)};`), []),
      down: undefined,
    };
  });
  const decisions = new Map(
    words.map((word) => [
      word.slice(1),
      {
        phase: word.startsWith('C') ? ('contract' as const) : ('expand' as const),
        by: 'directive' as const,
        reasons: [],
        unknown: [],
      },
    ]),
  );
  return { migrations, decisions };
}

const side: SideRecord = {
  ...{ name: 'f', checksum: '', phase: 'expand', state: 'applied', downSql: undefined, downDigest: undefined },
  ...{ release: '', commit: '', actor: '', run: '', step: '', attempt: '', segments: 1, segmentDigests: [] },
  ...{
    segmentBegun: false,
    hints: noHints,
    facts: undefined,
    xminHorizon: undefined,
    cluster: undefined,
  },
  ...{ startedAt: '', finishedAt: undefined },
};

/** Applied by others, so that nothing is known of their text. */
const applied = (...versions: string[]) =>
  versions.map((version): HistoryRecord => ({ version, applied: true, name: 'f', side: undefined }));

/** What a plan does, in one line: what it applies, what it holds, why it refuses. */
function plan(files: string, question: Partial<UpQuestion> = {}): string {
  const { apply, held, refusals } = planUp({
    ...filesOf(files),
    ...{ history: [], phase: 'all', to: undefined, steps: undefined, allowOutOfOrder: false },
    ...question,
  });
  const names = (list: typeof apply) => list.map((each) => each.migration.version).join(' ');
  return [
    `apply ${names(apply) || 'nothing'}`,
    held.length > 0 ? `hold ${names(held)}` : '',
    refusals.length > 0 ? `refused: ${refusals.map((refusal) => refusal.reason).join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

describe('phases', () => {
  test.each<[UpQuestion['phase'], string, string[], string]>([
    ['all', 'E1 C2 E3', [], 'apply 1 2 3'],
    ['expand', 'E1 E2', [], 'apply 1 2'],
    ['expand', 'E1 C2', [], 'apply 1; hold 2'],
    ['expand', 'E1 C2 C3', [], 'apply 1; hold 2 3'],
    ['expand', 'C1', [], 'apply nothing; hold 1'],
    ['expand', 'E1 C2 E3', [], 'apply nothing; hold 2 3; refused: expand-behind-contract'],
    ['expand', 'C1 E2', ['1'], 'apply 2'],
    ['contract', 'E1 C2', ['1'], 'apply 2'],
    ['contract', 'E1 C2 C3 E4', ['1'], 'apply 2 3; hold 4'],
    ['contract', 'E1 C2', [], 'apply nothing; hold 1 2; refused: contract-behind-expand'],
    ['contract', 'E1', [], 'apply nothing; hold 1'],
    ['contract', '', [], 'apply nothing'],
  ])('%s of "%s", %j applied: %s', (phase, files, done, expected) => {
    expect(plan(files, { phase, history: applied(...done) })).toBe(expected);
  });
});

describe('order', () => {
  test.each<[string, string[], boolean, string]>([
    ['E1 E2', ['1', '2'], false, 'apply nothing'],
    ['E9 E10', ['9'], false, 'apply 10'],
    ['E1 E2 E3', ['2'], false, 'apply nothing; refused: out-of-order'],
    ['E1 E2 E3', ['2'], true, 'apply 1 3'],
    // Spelt in two ways, one version all the same.
    ['E01 E2', ['1'], false, 'apply 2'],
    // Applied from elsewhere, or by a newer checkout: what is here is older than it.
    ['E1 E2', ['1', '7'], false, 'apply nothing; refused: out-of-order'],
  ])('of "%s", %j applied, out of order allowed: %s', (files, done, allowOutOfOrder, expected) => {
    expect(plan(files, { history: applied(...done), allowOutOfOrder })).toBe(expected);
  });

  test('a file that was interrupted goes on, though newer ones are applied', () => {
    const partial: HistoryRecord = { version: '1', applied: false, name: 'f', side: { ...side, state: 'partial' } };
    expect(plan('E1 E2', { history: [partial, ...applied('2')] })).toBe('apply 1');
  });

  test("versions without a file are named, and in nobody's way", () => {
    const { withoutFile } = planUp({
      ...filesOf('E1 E3'),
      ...{ history: applied('1', '2'), phase: 'all', to: undefined, steps: undefined, allowOutOfOrder: false },
    });
    expect(withoutFile).toEqual(['2']);
    expect(plan('E1 E3', { history: applied('1', '2') })).toBe('apply 3');
  });
});

describe('how far', () => {
  test.each<[string, Partial<UpQuestion>, string]>([
    ['to a version', { to: '2' }, 'apply 1 2'],
    ['to a version in another spelling', { to: '02' }, 'apply 1 2'],
    ['to one that is not there', { to: '7' }, 'apply nothing; refused: no-such-version'],
    ['to one that is applied', { to: '1', history: applied('1', '2') }, 'apply nothing'],
    ['so many', { steps: 1 }, 'apply 1'],
    ['so many of the phase', { steps: 5, phase: 'expand' }, 'apply 1 2 3'],
  ])('%s', (_name, question, expected) => {
    expect(plan('E1 E2 E3', question)).toBe(expected);
  });

  test('a contract file behind the target is neither applied nor held', () => {
    expect(plan('E1 C2 E3', { to: '1', phase: 'expand' })).toBe('apply 1');
  });
});

describe('what stops everything', () => {
  const of =
    (state: SideRecord['state'], checksum = '') =>
    (version: string): HistoryRecord => ({
      version,
      applied: true,
      name: 'f',
      side: { ...side, state, checksum },
    });

  test('a file that was edited since it was applied', () => {
    expect(plan('E1 E2', { history: [of('applied', 'another')('1')] })).toBe(
      'apply nothing; refused: checksum-mismatch',
    );
  });

  test('a version that is half taken down', () => {
    const { checksum } = filesOf('E1').migrations[0]?.up ?? { checksum: '' };
    expect(plan('E1 E2', { history: [of('reverting', checksum)('1')] })).toBe(
      'apply nothing; refused: down-incomplete',
    );
  });

  test('all of it is said at once', () => {
    const history = [of('reverting', 'another')('2')];
    expect(plan('E1 E2 E3', { history, to: '9' })).toBe(
      'apply nothing; refused: checksum-mismatch, down-incomplete, no-such-version, out-of-order',
    );
  });
});
