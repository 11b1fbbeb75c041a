import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readControls } from '../../packages/evidence/src/controls/read-controls.ts';
import { REPORT_ARTIFACTS } from '../../packages/evidence/src/sources/report-artifacts.ts';

const root = join(import.meta.dirname, '..', '..');
const DAY_MS = 86_400_000;
/** Where a workflow does not say: what repositories begin with. */
const DEFAULT_DAYS = 90;

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** For how many days at least the workflows keep each artifact. */
function keptDays(workflows: readonly string[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const text of workflows)
    for (const { steps = [] } of Object.values<{ steps?: readonly Step[] }>(parse(text).jobs))
      for (const { uses = '', with: given = {} } of steps) {
        if (!uses.startsWith('actions/upload-artifact@')) continue;
        const name = String(given['name']);
        const kept = Number(given['retention-days'] ?? DEFAULT_DAYS);
        days.set(name, Math.min(days.get(name) ?? Number.POSITIVE_INFINITY, kept));
      }
  return days;
}

/** How old evidence of each tool may be at most, of all rows that ask for it. */
function oldestDays(maps: readonly string[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const text of maps)
    for (const { evidence } of readControls(text, 'map', Date.now()).controls)
      for (const source of evidence)
        if (source.kind === 'checks')
          days.set(source.tool, Math.max(days.get(source.tool) ?? 0, source.maxAgeMs / DAY_MS));
  return days;
}

/** Artifacts that are gone while a row would still take what was in them. */
function goneTooEarly(workflows: readonly string[], maps: readonly string[]): readonly string[] {
  const [kept, oldest] = [keptDays(workflows), oldestDays(maps)];
  return REPORT_ARTIFACTS.flatMap(({ artifact, tool }) => {
    const [has, needs] = [kept.get(artifact) ?? 0, oldest.get(tool) ?? 0];
    return has >= needs ? [] : [`${artifact} is kept for ${has} days, and a row takes ${tool} of ${needs} days`];
  });
}

const textsIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
const workflows = textsIn('.github/workflows');
const maps = [...textsIn('packages/starters/controls'), ...textsIn('examples/prescriptions/.lockstep')];
const controls = maps.filter((text) => /^controls:/m.test(text));

test('an artifact is kept for as long as a row of the maps takes what is in it', () => {
  expect(controls.length).toBeGreaterThan(4);
  expect(goneTooEarly(workflows, controls)).toEqual([]);
});

test('one that is gone earlier would be found', () => {
  const shorter = workflows.map((text) => text.replaceAll('retention-days: 35', 'retention-days: 14'));
  expect(goneTooEarly(shorter, controls)).toEqual(
    ['lockstep-quality', 'lockstep-scan', 'lockstep-candidate-tests'].map(
      (artifact) => `${artifact} is kept for 14 days, and a row takes quality-gate of 35 days`,
    ),
  );
});
