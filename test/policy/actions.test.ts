import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type Action,
  described,
  flag,
  jobStatus,
  problemsBetween,
  readInputs,
  type Shape,
  text,
} from '@lockstep/action-shell';
import { defineReasons, type Reasons } from '@lockstep/base';
import { parse } from 'yaml';
import { actionNames } from '../../scripts/build.mjs';
import { contractOf, inputNotes, reasonsOf } from '../../scripts/contract-tables.mjs';
import { between } from '../../scripts/docs.mjs';
import {
  type ActionManifest,
  actionFindings,
  repeatedDescriptionFindings,
  sharedInputFindings,
} from './action-rules.ts';
import { languageFindings } from './language-service.ts';

const root = join(import.meta.dirname, '..', '..');
const names: string[] = actionNames();
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const manifestOf = (name: string): ActionManifest => parse(textOf(`actions/${name}/action.yml`));
const shapeOf = async (name: string): Promise<Shape> => (await import(`../../actions/${name}/src/inputs.ts`)).inputs;
const reasonsFrom = async (name: string): Promise<Reasons> =>
  (await import(`../../actions/${name}/src/reasons.ts`)).reasons;
const bundled = (path: string) => existsSync(join(root, path));

test('there are actions to look at', () => {
  expect(names).toEqual(
    expect.arrayContaining(['alias-swap', 'health-gate', 'migrate', 'notify', 'release', 'vercel-deploy']),
  );
});

test.each(names)('%s keeps its contract', async (name) => {
  expect(actionFindings(name, manifestOf(name), await shapeOf(name), bundled)).toEqual([]);
  expect(await languageFindings(root, `actions/${name}/action.yml`, textOf(`actions/${name}/action.yml`))).toEqual([]);
});

test.each(names)('%s judges its inputs together however many of them are wrong', async (name) => {
  for (const action of await actionsOf(name)) {
    const names = Object.keys(action.inputs);
    const check = (values: Readonly<Record<string, unknown>>) => action.check?.(values) ?? [];
    for (const wrong of [names, ...names.map((one) => [one])]) {
      const read = readInputs(action.inputs, (input) => (wrong.includes(input) ? '\u0000' : ''));
      expect(problemsBetween(action.inputs, read, check)).not.toContain('');
    }
  }
});

interface Entry {
  readonly action?: Action<Shape>;
  /** Of an action that loads one command only. */
  readonly actionFor?: (asked: string) => Promise<Action<Shape>>;
}

async function actionsOf(name: string): Promise<readonly Action<Shape>[]> {
  const { action, actionFor } = (await import(`../../actions/${name}/src/run.ts`)) as Entry;
  if (action !== undefined) return [action];
  if (actionFor === undefined) throw new Error(`${name} has neither action nor actionFor`);
  const commands = (await shapeOf(name))['command']?.others ?? [];
  expect(commands.length).toBeGreaterThan(0);
  return Promise.all(['', 'no command', ...commands].map((each) => actionFor(String(each))));
}

test.each(names)("%s's README shows its contract and its reasons as they are", async (name) => {
  const readme = textOf(`actions/${name}/README.md`);
  const text = textOf(`actions/${name}/action.yml`);
  const contract = contractOf({ manifest: manifestOf(name), text, shape: await shapeOf(name), name });
  expect(between(readme, 'contract', contract, name)).toBe(readme);
  expect(between(readme, 'reasons', `\n${reasonsOf(await reasonsFrom(name))}`, name)).toBe(readme);
});

test.each(names)('the README leads to %s', (name) => {
  expect(textOf('README.md')).toContain(`](actions/${name}) |`);
});

test('inputs of one name mean one thing', async () => {
  const shapes = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await shapeOf(name)] as const)));
  expect(sharedInputFindings(shapes)).toEqual([]);
});

test('what several actions say of an input is said once', async () => {
  const actions = await Promise.all(
    names.map(async (name) => ({ name, manifest: manifestOf(name), shape: await shapeOf(name) })),
  );
  expect(repeatedDescriptionFindings(actions)).toEqual([]);
});

describe('each rule is seen red', () => {
  const shape = {
    name: described(text('web', { required: true }), 'A name'),
    'dry-run': flag(false),
    'job-status': jobStatus(),
  } satisfies Shape;
  const sound: ActionManifest = {
    branding: { icon: 'lock', color: 'green' },
    inputs: {
      name: { description: 'A name', default: 'web', required: true },
      'dry-run': { description: 'Change nothing', default: 'false' },
      'job-status': {
        description: 'Set by the action itself; it passes the result of the job to the post step.',
        default: '${{ job.status }}',
      },
    },
    outputs: { verdict: { description: 'pass, fail or unknown' }, reason: { description: 'A code' } },
    runs: { using: 'node24', main: '../../dist/x/index.js', post: '../../dist/x/index.js', 'post-if': 'always()' },
  };
  const rulesOf = (manifest: ActionManifest, there = true) =>
    actionFindings('x', manifest, shape, () => there).map((one) => one.rule);
  const inputs = (changes: ActionManifest['inputs']) => ({ ...sound, inputs: { ...sound.inputs, ...changes } });
  const runs = (changes: Record<string, unknown>) => ({ ...sound, runs: { ...sound.runs, ...changes } });

  test('the fixture itself is sound', () => {
    expect(rulesOf(sound)).toEqual([]);
  });

  test.each<[string, ActionManifest]>([
    ['node24', runs({ using: 'node20' })],
    ['bundle-path', runs({ main: 'dist/index.js' })],
    ['post-always', runs({ 'post-if': 'failure()' })],
    ['branding', { ...sound, branding: { icon: 'lock' } }],
    ['described', inputs({ 'dry-run': { description: ' ', default: 'false' } })],
    ['verdict-and-reason', { ...sound, outputs: { verdict: { description: 'x' } } }],
    ['declared-inputs', inputs({ extra: { description: 'Not in the code' } })],
    ['same-default', inputs({ name: { description: 'A name', default: 'app', required: true } })],
    ['same-description', inputs({ name: { description: 'Its name', default: 'web', required: true } })],
    ['same-required', inputs({ name: { description: 'A name', default: 'web' } })],
  ])('%s', (rule, manifest) => {
    expect(rulesOf(manifest)).toEqual([rule]);
  });

  test('bundle-exists, kebab-case, dry-run and job-status', () => {
    expect(rulesOf(sound, false)).toEqual(['bundle-exists', 'bundle-exists']);
    expect(rulesOf(inputs({ dryRun: { description: 'x' } }))).toContain('kebab-case');
    expect(rulesOf(inputs({ 'dry-run': { description: 'x', default: 'no' } }))).toContain('dry-run');
    expect(rulesOf(inputs({ 'job-status': { description: 'x', default: 'success' } }))).toContain('job-status');
  });

  test('reasons: a row for each step that says them', () => {
    const reasons = defineReasons({
      a: { verdict: 'fail', meaning: 'c | d', remedy: 'Mend it.' },
      b: { verdict: ['fail', 'unknown'], step: 'post', meaning: 'e', remedy: 'Wait.' },
    });
    expect(
      reasonsOf(reasons)
        .split('\n')
        .filter((line) => line.startsWith('| `')),
    ).toEqual(['| `a` | fail | c \\| d | Mend it. |', '| `b` | fail or unknown | e | Wait. |']);
  });

  test('one description in two places', () => {
    const manifest = { inputs: { team: { description: 'A team' } } };
    const twice = (shape: Shape) =>
      repeatedDescriptionFindings([
        { name: 'a', manifest, shape },
        { name: 'b', manifest, shape },
      ]).map((one) => one.where);
    expect(twice({ team: text() })).toEqual(['team: a and b']);
    expect(twice({ team: described(text(), 'A team') })).toEqual([]);
    const copied = [
      { name: 'a', manifest, shape: { team: text() } },
      { name: 'b', manifest, shape: { team: described(text(), 'A team') } },
    ];
    expect(repeatedDescriptionFindings(copied).map((one) => one.where)).toEqual(['team: b and a']);
  });

  test('one name with two meanings', () => {
    expect(sharedInputFindings({ a: { wait: text() }, b: { wait: flag(false) } }).map((one) => one.where)).toEqual([
      'wait: a and b',
    ]);
    expect(sharedInputFindings({ a: { command: text() }, b: { command: flag(false) } })).toEqual([]);
  });

  test('a README without markers; an input without a group, a description or an example; a stale table', () => {
    expect(() => between('# x', 'contract', '', 'x')).toThrow('markers');
    expect(() => inputNotes('inputs:\n  a:\n    description: A\n', 'x')).toThrow('no group is above "a"');
    const yaml = 'inputs:\n  # Needed\n  # Example: b\n  a: {}\n';
    expect(inputNotes(yaml, 'x')).toEqual({ a: { group: 'Needed', example: 'b' } });
    const manifest = { inputs: { a: {} } };
    expect(() => contractOf({ manifest, text: yaml, shape: { a: flag(false) }, name: 'x' })).toThrow(
      '"a" has no description',
    );
    const described = { inputs: { a: { description: 'A' } } };
    const bare = 'inputs:\n  # Needed\n  a: {}\n';
    const withText = { manifest: described, shape: { a: text() }, name: 'x' };
    expect(() => contractOf({ ...withText, text: bare })).toThrow('"a" has no example');
    expect(contractOf({ ...withText, text: yaml })).toContain('`b`');
    const stale = '<!-- contract:start -->\nold\n<!-- contract:end -->';
    expect(between(stale, 'contract', 'new', 'x')).not.toBe(stale);
  });
});
