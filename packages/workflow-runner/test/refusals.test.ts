import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import type { RunOptions } from '../src/plan/options.ts';
import { WorkflowLab } from './workflow-lab.ts';

const steps = (list: string) => `jobs:\n  main:\n    runs-on: ubuntu-latest\n    steps:\n${list}`;
const good = steps('      - run: echo');

describe('a run is refused before anything has run', () => {
  let lab: WorkflowLab;
  beforeEach(() => {
    lab = new WorkflowLab({
      '.github/workflows/called.yml': `on:
  workflow_call:
    inputs: { count: { type: number, required: true } }
    secrets: { token: { required: true } }
permissions: { deployments: write }
${good}`,
      '.github/workflows/circle.yml': 'on: workflow_call\njobs: { again: { uses: ./.github/workflows/circle.yml } }',
      'container/action.yml': 'name: x\ndescription: x\nruns: { using: docker, image: Dockerfile }',
      'broken/action.yml': 'name: x\ndescription: x\nruns: { using: node24 }',
      'old/action.yml': 'name: x\ndescription: x\nruns: { using: node16, main: x.js }',
      'nested/action.yml': 'name: x\ndescription: x\nruns:\n  using: composite\n  steps: [{ uses: $/container }]',
    });
  });
  afterEach(() => lab[Symbol.dispose]());

  const refused = async (workflow: string, more: Partial<RunOptions> = {}): Promise<readonly string[]> => {
    const error: unknown = await lab.run(workflow, more).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(lab.events).toEqual([]);
    return (error as InputError).problems;
  };

  test.each<[what: string, workflow: string, problem: string | RegExp]>([
    ['a key that is none', good.replace('steps:', 'stepps:'), "main.yml (Line: 5, Col: 5): Unexpected value 'stepps'"],
    [
      'needs that cannot be met',
      good.replace('steps:', 'needs: nobody\n    steps:'),
      'The workflow must contain at least one job with no dependencies.',
    ],
    [
      'a context that is not there',
      steps('      - run: echo ${{ nowhere.at.all }}'),
      "Unrecognized named-value: 'nowhere'",
    ],
    ['text that is no YAML', 'jobs: [', /main\.yml: .* at line 2, column 8$/m],
    [
      'a service that nothing stands in for',
      good.replace('steps:', 'services: { db: { image: postgres } }\n    steps:'),
      'main.yml:5: service db is not known here; give it in `services`',
    ],
    [
      'a container',
      good.replace('steps:', 'container: node\n    steps:'),
      'main.yml:5: `container` is not supported here',
    ],
    [
      'another system',
      good.replace('ubuntu-latest', 'windows-latest'),
      'main.yml:4: `runs-on: windows-latest` is not supported here; use ubuntu-latest',
    ],
    [
      'background steps',
      steps('      - run: echo\n        background: true'),
      /main\.yml:6: `background` is not supported here|Unexpected value 'background'/,
    ],
    [
      'hashFiles',
      steps("      - run: echo ${{ hashFiles('*.lock') }}"),
      'main.yml:6: hashFiles() is not supported here',
    ],
    [
      'hashFiles in an if',
      steps("      - run: echo\n        if: hashFiles('*.lock') != ''"),
      'hashFiles() is not supported here',
    ],
    [
      'a shell that is not there',
      steps('      - run: echo\n        shell: pwsh'),
      'main.yml:7: `shell: pwsh` is not supported here',
    ],
    [
      'an image as an action',
      steps('      - uses: docker://alpine:3'),
      'main.yml:6: container actions are not supported here: docker://alpine:3',
    ],
    [
      'a container action',
      steps('      - uses: $/container'),
      'main.yml:6: $/container runs on docker, which is not supported here',
    ],
    [
      'an action for an old Node',
      steps('      - uses: $/old'),
      'main.yml:6: $/old runs on node16, which is not supported here',
    ],
    [
      'what a composite action uses',
      steps('      - uses: $/nested'),
      /nested\/action\.yml:5: \$\/container runs on docker/,
    ],
    ['an action that is not valid', steps('      - uses: $/broken'), /broken\/action\.yml/],
    [
      'an action that is not there',
      steps('      - uses: $/nowhere'),
      "main.yml:6: Can't find 'action.yml' or 'action.yaml'",
    ],
    [
      'a repository that is not mapped',
      steps('      - uses: some/action@v1'),
      'main.yml:6: some/action is not known here; map it',
    ],
    [
      'a $/ reference with a version',
      steps('      - uses: $/nested@v1'),
      'main.yml:6: $/nested@v1: a $/ reference takes no @ref',
    ],
    [
      'an input that a called workflow needs',
      'jobs: { c: { uses: ./.github/workflows/called.yml, secrets: { token: x } } }',
      'Input count is required, but not provided while calling.',
    ],
    [
      'a secret that a called workflow needs',
      'jobs: { c: { uses: ./.github/workflows/called.yml, with: { count: 1 } } }',
      'Secret token is required',
    ],
    [
      'an input that a called workflow does not have',
      'jobs: { c: { uses: ./.github/workflows/called.yml, with: { count: 1, more: 2 }, secrets: inherit } }',
      'Invalid input, more is not defined in the referenced workflow.',
    ],
    [
      'a called workflow that is not there',
      'jobs: { c: { uses: ./.github/workflows/none.yml } }',
      'there is no workflow .github/workflows/none.yml',
    ],
    [
      'a called workflow elsewhere',
      'jobs: { c: { uses: ./workflows/none.yml } }',
      'is not a workflow: reusable workflows are in .github/workflows',
    ],
    [
      'workflows that call in a circle',
      'jobs: { c: { uses: ./.github/workflows/circle.yml } }',
      'is called in a circle',
    ],
    [
      'more permissions than the caller has',
      'permissions: { contents: read }\njobs: { c: { uses: ./.github/workflows/called.yml, with: { count: 1 }, secrets: inherit } }',
      "job 'main' is requesting 'deployments: write', but is only allowed 'deployments: none'",
    ],
  ])('for %s', async (_what, workflow, problem) => {
    const problems = (await refused(workflow)).join('\n');
    if (typeof problem === 'string') expect(problems).toContain(problem);
    else expect(problems).toMatch(problem);
  });

  test('for all that is wrong at once', async () => {
    const problems = await refused(
      steps('      - uses: some/action@v1\n      - uses: $/container\n      - run: echo\n        shell: fish'),
    );
    expect(problems).toHaveLength(3);
  });

  const dispatch = `on:
  workflow_dispatch:
    inputs:
      target: { type: choice, options: [a, b] }
      dry: { type: boolean, default: false }
      name: { type: string, required: true }
${good}`;
  test.each([
    [{}, "Required input 'name' not provided"],
    [{ name: 'x', target: 'c' }, "Provided value 'c' for input 'target' not in the list of allowed values"],
    [{ name: 'x', dry: 'maybe' }, "Provided value 'maybe' for input 'dry' is not a boolean"],
    [{ name: 'x', other: 1 }, 'Unexpected inputs provided: ["other"]'],
  ])('for the inputs %j', async (inputs, problem) => {
    expect(await refused(dispatch, { inputs })).toEqual([problem]);
  });

  test('for an event that does not start it', async () => {
    expect(await refused(good, { event: { name: 'push' } })).toEqual([
      '.github/workflows/main.yml does not run on push; it runs on workflow_dispatch',
    ]);
  });

  test('for a repository or a workflow that is not there', async () => {
    expect(await refused(good, { repository: { name: 'app', root: lab.root } })).toEqual([
      'repository app is not of the form owner/name',
    ]);
    expect((await refused(good, { workflow: '.github/workflows/other.yml' }))[0]).toContain(
      'there is no workflow .github/workflows/other.yml',
    );
  });

  test('a server that does not know $/ refuses it', async () => {
    const self = steps('      - uses: $/loose');
    lab.write('loose/action.yml', 'runs: { using: composite, steps: [{ run: "true", shell: bash }] }');
    expect((await lab.run(self)).conclusion).toBe('success');
    lab.events.length = 0;
    expect(await refused(self, { selfReferences: false })).toEqual([
      expect.stringContaining("Self-repository reference '$/loose' was not resolved"),
    ]);
    const called = 'jobs: { call: { uses: $/.github/workflows/called.yml } }';
    expect((await refused(called, { selfReferences: false }))[0]).toContain('Self-repository reference');
  });
});

test('inputs of a called workflow that are of the wrong type fail the call, as they are known only then', async () => {
  using lab = new WorkflowLab({
    '.github/workflows/called.yml': `on: { workflow_call: { inputs: { count: { type: number } } } }\n${good}`,
  });
  const result = await lab.run(
    'jobs: { c: { uses: ./.github/workflows/called.yml, with: { count: "${{ \'three\' }}" } } }',
  );
  expect(result.conclusion).toBe('failure');
  expect(result.jobs[0]?.annotations[0]?.message).toBe(
    '.github/workflows/main.yml:2: input count must be a number, got "three"',
  );
});
