import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { conclusions, job, logOf, WorkflowLab } from './workflow-lab.ts';

describe('a job', () => {
  let lab: WorkflowLab;
  beforeEach(() => {
    lab = new WorkflowLab();
  });
  afterEach(() => lab[Symbol.dispose]());

  test('gets a token with its permissions: the job, else the workflow, else the default', async () => {
    const asked: Record<string, unknown> = {};
    const mintToken = (permissions: unknown, id: string) => {
      asked[id] = permissions;
      return `ghs_of_${id}_1234`;
    };
    const job =
      'runs-on: ubuntu-latest, steps: [{ run: "test -n \\"$T\\"", env: { T: "${{ github.token }}${{ secrets.GITHUB_TOKEN }}" } }]';
    await lab.run(`jobs: { none: { ${job} } }`, { mintToken });
    await lab.run(
      `permissions: read-all\njobs: { workflow: { ${job} }, own: { permissions: { deployments: write }, ${job} } }`,
      { mintToken },
    );
    expect(asked['none']).toEqual({ contents: 'read', packages: 'read' });
    expect(asked['workflow']).toMatchObject({ contents: 'read', deployments: 'read' });
    expect(asked['own']).toEqual({ deployments: 'write' });
  });

  test('hides its token in its log', async () => {
    const result = await lab.run(
      'jobs: { main: { runs-on: ubuntu-latest, steps: [{ run: "echo ${{ github.token }}" }] } }',
      {
        mintToken: () => 'ghs_very_secret',
      },
    );
    expect(logOf(result, 'main').split('\n').at(-1)).toBe('***');
    expect(result.masks).toContain('ghs_very_secret');
  });

  test('with continue-on-error fails, and counts as a success for those that need it and for the run', async () => {
    const result = await lab.run(`jobs:
  shaky: { runs-on: ubuntu-latest, continue-on-error: true, steps: [{ run: exit 1 }] }
  after: { needs: shaky, runs-on: ubuntu-latest, steps: [{ run: 'echo \${{ needs.shaky.result }}' }] }
`);
    expect(conclusions(result)).toEqual({ shaky: 'failure', after: 'success' });
    expect(job(result, 'shaky').result).toBe('success');
    expect(result.conclusion).toBe('success');
  });

  test('of a matrix is cancelled when another one fails, unless fail-fast is off', async () => {
    const matrix = (failFast: boolean) => `jobs:
  m:
    runs-on: ubuntu-latest
    strategy: { fail-fast: ${failFast}, matrix: { seconds: [0, 0.4] } }
    steps: [{ run: 'sleep \${{ matrix.seconds }}; [ \${{ matrix.seconds }} != 0 ]' }]
`;
    expect(conclusions(await lab.run(matrix(true)))).toEqual({ 'm (0)': 'failure', 'm (0.4)': 'cancelled' });
    expect(conclusions(await lab.run(matrix(false)))).toEqual({ 'm (0)': 'failure', 'm (0.4)': 'success' });
  });

  test('with a matrix from the output of another job has a job for each of its values, at most so many at a time', async () => {
    let running = 0;
    let most = 0;
    const result = await lab.run(
      `jobs:
  list:
    runs-on: ubuntu-latest
    outputs: { names: '\${{ steps.x.outputs.names }}' }
    steps: [{ id: x, run: 'echo ''names=["a","b","c"]'' >> "$GITHUB_OUTPUT"' }]
  each:
    needs: list
    name: For \${{ matrix.name }} (\${{ strategy.job-index }} of \${{ strategy.job-total }})
    runs-on: ubuntu-latest
    strategy: { max-parallel: 2, matrix: { name: '\${{ fromJSON(needs.list.outputs.names) }}' } }
    steps: [{ run: sleep 0.1 }]
`,
      {
        onEvent: (event) => {
          if (event.type === 'job-started') most = Math.max(most, ++running);
          if (event.type === 'job-finished') running -= 1;
        },
      },
    );
    expect(result.jobs.map((each) => each.name).sort()).toEqual([
      'For a (0 of 3)',
      'For b (1 of 3)',
      'For c (2 of 3)',
      'list',
    ]);
    expect(most).toBe(2);
  });

  test('with an empty matrix fails', async () => {
    const result = await lab.run(
      'jobs: { m: { runs-on: ubuntu-latest, strategy: { matrix: { x: "${{ fromJSON(\'[]\') }}" } }, steps: [{ run: echo }] } }',
    );
    expect(job(result, 'm').annotations[0]?.message).toBe('Matrix vector does not contain any values');
  });

  test('runs its scripts by the defaults of the job, else of the workflow', async () => {
    const result = await lab.run(`defaults: { run: { shell: sh, working-directory: / } }
jobs:
  main:
    runs-on: ubuntu-latest
    defaults: { run: { working-directory: /tmp } }
    steps:
      - run: echo "$0 in $PWD"
      - run: import os; print(os.getcwd())
        shell: python3
        working-directory: /usr
`);
    expect(logOf(result, 'main')).toMatch(/\.sh in \/tmp$/m);
    expect(logOf(result, 'main')).toMatch(/^shell: sh -e \{0\}$/m);
    expect(logOf(result, 'main')).toMatch(/^\/usr$/m);
  });

  test('gets folders of its own, and a home', async () => {
    const run = 'echo "$RUNNER_TEMP|$GITHUB_WORKSPACE|$HOME|$PWD|$CI|$RUNNER_OS"';
    const result = await lab.run(
      `jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: '${run}' }] }, b: { runs-on: ubuntu-latest, steps: [{ run: '${run}' }] } }`,
    );
    const [a = '', b = ''] = ['a', 'b'].map((id) => logOf(result, id).split('\n').at(-1));
    const [temp, workspace, home, pwd, ci, os] = a.split('|');
    expect([pwd, ci, os]).toEqual([workspace, 'true', { linux: 'Linux', darwin: 'macOS' }[process.platform as string]]);
    expect(new Set([temp, workspace, home, ...b.split('|').slice(0, 3)]).size).toBe(6);
  });

  test('runs on as many machines as there are', async () => {
    let running = 0;
    let most = 0;
    await lab.run(
      'jobs: { m: { runs-on: ubuntu-latest, strategy: { matrix: { x: [1, 2, 3] } }, steps: [{ run: sleep 0.05 }] } }',
      {
        machines: 1,
        onEvent: (event) => {
          if (event.type === 'job-started') most = Math.max(most, ++running);
          if (event.type === 'job-finished') running -= 1;
        },
      },
    );
    expect(most).toBe(1);
  });

  test('whose step fails to be evaluated fails there, and its post steps run', async () => {
    const result = await lab.run(`jobs:
  main:
    runs-on: ubuntu-latest
    steps:
      - uses: lockstep-ci/lockstep/actions/probe@v1
      - run: echo
        env: { X: "\${{ fromJSON('not json') }}" }
`);
    expect(job(result, 'main').steps.map((step) => step.conclusion)).toEqual(['success', 'failure', 'success']);
  });
});
