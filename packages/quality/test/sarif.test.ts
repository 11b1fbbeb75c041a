import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Repository } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

type Json = Readonly<Record<string, unknown>>;
const rule = (id: string, level?: string, more: Json = {}) => ({
  id,
  ...more,
  ...(level === undefined ? {} : { defaultConfiguration: { level } }),
});

/** The levels of a run's results, or why there are none. */
async function levels(run: Json): Promise<readonly string[] | string> {
  const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, ...run }] };
  const reading = await repo.read('sarif', repo.write('a.sarif', JSON.stringify(log)));
  return reading.kind === 'report' ? reading.report.findings.map(({ level }) => level) : reading.why;
}

test('CodeQL: a rule that is in an extension', async () => {
  const { findings } = await repo.report('sarif', repo.made('codeql-extension.sarif'));
  expect(findings).toMatchObject([{ rule: 'js/sql-injection', level: 'error' }]);
});

describe('where the level of a result comes from (SARIF 2.1.0, 3.27.10)', () => {
  const tool = {
    driver: { name: 'x', guid: 'AA', rules: [rule('d0', 'note'), rule('d1', 'error', { guid: 'r1' })] },
    extensions: [
      { name: 'e0', guid: 'bb', rules: [rule('x', 'error')] },
      { name: 'e1', rules: [rule('x', 'note'), rule('y/sub', 'error'), rule('z')] },
    ],
  };
  test.each<[string, Json, string]>([
    ['ruleIndex alone', { ruleIndex: 1 }, 'error'],
    ['rule.index alone', { rule: { index: 1 } }, 'error'],
    ['ruleIndex -1 is none', { ruleIndex: -1, ruleId: 'd1' }, 'error'],
    ['a hierarchical id', { ruleId: 'd1/2/long' }, 'error'],
    ['a hierarchical id by reference', { rule: { id: 'd1/2' } }, 'error'],
    ['an id that only begins like it', { ruleId: 'd1x' }, 'warning'],
    ['a guid', { rule: { guid: 'R1' } }, 'error'],
    ['an extension by index', { rule: { id: 'x', toolComponent: { index: 0 } } }, 'error'],
    ['the other extension by index', { rule: { id: 'x', toolComponent: { index: 1 } } }, 'note'],
    ['an extension by index, its rule by index', { rule: { index: 1, toolComponent: { index: 1 } } }, 'error'],
    ['an extension by guid', { rule: { id: 'x', toolComponent: { guid: 'BB' } } }, 'error'],
    ['an extension by name', { rule: { id: 'x', toolComponent: { name: 'e1' } } }, 'note'],
    ['ruleIndex counts in the component', { ruleIndex: 0, rule: { toolComponent: { index: 0 } } }, 'error'],
    ['the driver by index -1', { rule: { id: 'd0', toolComponent: { index: -1 } } }, 'note'],
    ['an id of an extension without a component: the strictest', { ruleId: 'x' }, 'error'],
    ['a hierarchical id of an extension', { ruleId: 'y/sub/1' }, 'error'],
    ['a rule without a level', { ruleId: 'z', rule: { toolComponent: { index: 1 } } }, 'warning'],
    ['a rule without a description', { ruleId: 'nobody' }, 'warning'],
    ['its own level', { ruleId: 'd1', level: 'note' }, 'note'],
    ['its own level none', { ruleId: 'd1', level: 'none' }, 'note'],
    ['place and id that do not agree: the strictest', { ruleIndex: 0, ruleId: 'd1' }, 'error'],
    ['a question to a reviewer has no level', { ruleId: 'd1', kind: 'review' }, 'note'],
    ['one that only informs, with a level', { ruleId: 'd0', kind: 'informational', level: 'error' }, 'error'],
  ])('%s', async (_name, result, level) => {
    expect(await levels({ tool, results: [{ message: { text: 'm' }, ...result }] })).toEqual([level]);
  });

  test('a rule that is named by its place gives the finding its name', async () => {
    const log = { runs: [{ tool, results: [{ ruleIndex: 1 }] }] };
    const { findings } = await repo.report('sarif', repo.write('a.sarif', JSON.stringify(log)));
    expect(findings).toMatchObject([{ rule: 'd1', message: 'd1' }]);
  });

  test.each<[string, Json]>([
    ['a place behind the last rule', { ruleIndex: 9 }],
    ['an extension that is not there', { rule: { id: 'x', toolComponent: { index: 7 } } }],
    ['a guid of no rule', { rule: { guid: 'nobody' } }],
  ])('%s: how bad it is, is not known', async (_name, result) => {
    expect(await levels({ tool, results: [result] })).toBe('report-incomplete');
  });
});

describe('what an invocation changed of a rule', () => {
  const tool = { driver: { name: 'x', rules: [rule('r', 'warning'), rule('s', 'error')] } };
  const override = (descriptor: Json, level?: string) => ({
    executionSuccessful: true,
    ruleConfigurationOverrides: [{ descriptor, configuration: level === undefined ? {} : { level } }],
  });
  const by = (ruleId: string, invocationIndex?: number) => ({
    ruleId,
    ...(invocationIndex === undefined ? {} : { provenance: { invocationIndex } }),
  });

  test('counts for what that invocation found', async () => {
    const invocations = [override({ index: 0 }, 'error'), override({ id: 's' }, 'note')];
    const results = [by('r', 0), by('r', 1), by('s', 0), by('s', 1)];
    expect(await levels({ tool, invocations, results })).toEqual(['error', 'warning', 'error', 'note']);
  });

  test('where it is not stated which invocation found it, what was raised is raised and nothing lowered', async () => {
    const invocations = [override({ id: 'r' }, 'error'), override({ id: 's' }, 'note')];
    expect(await levels({ tool, invocations, results: [by('r'), by('s')] })).toEqual(['error', 'error']);
  });

  test('an override without a level leaves the default', async () => {
    expect(await levels({ tool, invocations: [override({ id: 's' })], results: [by('s', 0)] })).toEqual(['error']);
  });

  test('of a rule in an extension, by hierarchical id', async () => {
    const extended = { ...tool, extensions: [{ name: 'e', rules: [rule('q', 'note')] }] };
    const invocations = [override({ id: 'q', toolComponent: { index: 0 } }, 'error')];
    expect(await levels({ tool: extended, invocations, results: [by('q/1', 0)] })).toEqual(['error']);
  });
});

describe('a log that does not say all of it', () => {
  test.each(['results', 'driver', 'extensions', 'invocations'])('%s in a file of its own', async (part) => {
    const run = { results: [{ ruleId: 'r' }], externalPropertyFileReferences: { [part]: {} } };
    expect(await levels(run)).toBe('report-incomplete');
  });

  test('an invocation that does not say how it ended, but reports errors', async () => {
    const invocations = [{ toolExecutionNotifications: [{ level: 'error' }] }];
    expect(await levels({ invocations, results: [] })).toBe('tool-crashed');
  });
});
