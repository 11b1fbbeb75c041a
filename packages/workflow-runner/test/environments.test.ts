import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { conclusions, job, logOf, WorkflowLab } from './workflow-lab.ts';

const steps = `
    steps:
      - run: echo "secret=\${#SECRET} other=\${#OTHER} var=$VAR"
        env:
          SECRET: \${{ secrets.SECRET }}
          OTHER: \${{ secrets.OTHER }}
          VAR: \${{ vars.PLACE }}
`;
const environment = 'production';
const release = `jobs:
  release:
    runs-on: ubuntu-latest
    environment: { name: ${environment}, deployment: false }${steps}`;
const secrets = { SECRET: 'repository' };
const production = { secrets: { SECRET: 'of-the-environment', OTHER: 'five5' }, vars: { PLACE: 'there' } };

describe('an environment', () => {
  let lab: WorkflowLab;
  beforeEach(() => {
    lab = new WorkflowLab();
  });
  afterEach(() => lab[Symbol.dispose]());

  test('secrets and variables of an environment win in its jobs', async () => {
    const result = await lab.run(
      `${release}
  other:
    runs-on: ubuntu-latest${steps}`,
      { secrets, vars: { PLACE: 'here' }, environments: { [environment]: production } },
    );
    expect(logOf(result, 'release')).toContain('secret=18 other=5 var=there');
    expect(logOf(result, 'other')).toContain('secret=10 other=0 var=here');
  });

  test("where an environment's secrets do not cross owners, a called workflow of another owner has none", async () => {
    lab.workflow(`jobs:
  call:
    uses: other/kit/.github/workflows/release.yml@v1
    secrets: { SECRET: '\${{ secrets.SECRET }}' }
`);
    const kit = new WorkflowLab();
    kit.write(
      '.github/workflows/release.yml',
      `on: { workflow_call: { secrets: { SECRET: { required: false } } } }\n${release}`,
    );
    const run = (environmentSecretsAcrossOwners: 'arrive' | 'empty') =>
      lab.runner.run(
        lab.options({
          actions: { 'other/kit': kit.root },
          environments: { [environment]: production },
          environmentSecretsAcrossOwners,
        }),
      );
    expect(logOf(await run('arrive'), 'call / release')).toContain('secret=18');
    expect(logOf(await run('empty'), 'call / release')).toContain('secret=0');
    kit[Symbol.dispose]();
  });

  test('an approved job runs after its approval', async () => {
    let approve: (answer: 'approved') => void = () => undefined;
    const answer = new Promise<'approved'>((resolve) => {
      approve = resolve;
    });
    const asked: unknown[] = [];
    const result = await lab.run(release, {
      environments: {
        Production: {
          approve: (request) => {
            asked.push(request);
            setTimeout(() => approve('approved'), 50);
            return answer;
          },
        },
      },
    });
    expect(conclusions(result)).toEqual({ release: 'success' });
    expect(asked).toEqual([{ environment, job: 'release', runId: result.runId }]);
    expect(lab.events.map((event) => event.type).slice(0, 3)).toEqual(['run-started', 'job-waiting', 'job-started']);
  });

  test('a rejected job fails without a step', async () => {
    const result = await lab.run(release, { environments: { [environment]: { approve: () => 'rejected' } } });
    expect(job(result, 'release')).toMatchObject({ conclusion: 'failure', steps: [] });
    expect(job(result, 'release').annotations[0]?.message).toContain('The deployment was rejected');
  });

  test('makes a deployment unless the job says `deployment: false`', async () => {
    await lab.run(release);
    expect(lab.events.filter((event) => event.type === 'deployment')).toEqual([]);
    await lab.run(`jobs:
  plain:
    runs-on: ubuntu-latest
    environment: staging
    steps: [{ run: 'false' }]`);
    expect(lab.events.filter((event) => event.type === 'deployment')).toEqual([
      { type: 'deployment', job: 'plain', environment: 'staging', state: 'in_progress' },
      { type: 'deployment', job: 'plain', environment: 'staging', state: 'failure' },
    ]);
  });

  test.each([
    ['secrets: { SECRET: "${{ secrets.SECRET }}" }', 'secret=18 other=0'],
    ['secrets: inherit', 'secret=18 other=5'],
    ['', 'secret=0 other=0'],
  ])('a called workflow gets secrets of its environment only by names that were passed: %s', async (passed, seen) => {
    const declared = passed === '' ? '' : '\n    secrets: { SECRET: { required: false }, OTHER: { required: false } }';
    lab.write('.github/workflows/called.yml', `on:\n  workflow_call:${declared}\n${release}`);
    const result = await lab.run(`jobs:\n  call:\n    uses: ./.github/workflows/called.yml\n    ${passed}\n`, {
      secrets,
      environments: { [environment]: production },
    });
    expect(logOf(result, 'call / release')).toContain(seen);
  });

  test('one with an empty name is none', async () => {
    const result = await lab.run(release.replace(`name: ${environment}`, "name: '${{ vars.NOTHING }}'"), { secrets });
    expect(job(result, 'release').environment).toBeUndefined();
    expect(conclusions(result)).toEqual({ release: 'success' });
  });
});
