import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { RunOptions } from '../src/plan/options.ts';
import type { RunEvent } from '../src/plan/result.ts';
import { runWorkflow } from '../src/runner.ts';
import { job, logOf, WorkflowLab } from './workflow-lab.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const base: RunOptions = {
  repository: { name: 'octo-org/octo-app', root: `${fixtures}consumer` },
  workflow: '.github/workflows/release.yml',
  actions: { 'lockstep-ci/lockstep': `${fixtures}repo` },
  secrets: { VERCEL_TOKEN: 'very-secret-token' },
};

describe('a run', () => {
  test('goes through needs, a called workflow, actions with post, and outputs', async () => {
    const events: RunEvent[] = [];
    const result = await runWorkflow({ ...base, onEvent: (event) => events.push(event) });
    expect(result.jobs.map((job) => [job.id, job.name, job.conclusion])).toEqual([
      ['build', 'build', 'success'],
      ['release / release', 'release / Release to production', 'success'],
      ['after', 'after', 'success'],
    ]);
    const [build, release, after] = result.jobs;
    expect(build?.outputs).toEqual({ version: '1.2.3-blue' });
    expect(build?.annotations.map((a) => a.message)).toEqual(["Skip output 'leak' since it may contain secret."]);
    expect(release?.steps.map((step) => [step.name, step.conclusion])).toEqual([
      ['Run $/actions/probe', 'success'],
      ['Use the secret', 'success'],
      ['Post Run $/actions/probe', 'success'],
    ]);
    expect(release?.environment).toBe('production');
    expect(release?.permissions).toEqual({ contents: 'read', deployments: 'write' });
    expect(after?.steps[0]?.log).toContain('released 1.2.3-blue/3 leak=[]');
    expect(JSON.stringify([result.jobs, events]).includes('very-secret-token')).toBe(false);
    expect(release?.steps[1]?.log).toMatch(/^the secret is \*{3}$/m);
    expect(events.at(0)?.type).toBe('run-started');
    expect(events.at(-1)).toEqual({ type: 'run-finished', conclusion: 'success' });
  });

  test('a service is what stands in for it, at the port that it says', async () => {
    using lab = new WorkflowLab();
    const asked: unknown[] = [];
    const workflow = `on:
  workflow_dispatch:
    inputs: { image: { default: 'postgres:17' } }
jobs:
  main:
    runs-on: ubuntu-latest
    services:
      db: { image: "\${{ inputs.image }}", env: { POSTGRES_PASSWORD: x }, ports: [5432] }
    steps:
      - run: echo "at \${{ job.services.db.ports['5432'] }}, \${{ job.status }}"
`;
    const db = (request: unknown) => {
      asked.push(request);
      return { '5432': '54321' };
    };
    const result = await lab.run(workflow, { services: { db } });
    expect(logOf(result, 'main')).toContain('at 54321, success');
    expect(asked).toEqual([{ id: 'db', image: 'postgres:17', env: { POSTGRES_PASSWORD: 'x' }, ports: ['5432'] }]);
  });

  test('the steps of a composite action share the ten annotations of the whole', async () => {
    using lab = new WorkflowLab();
    const warn = (what: string) =>
      `    - { shell: bash, run: 'for n in 1 2 3 4 5 6 7 8; do echo "::warning::${what} $n"; done' }\n`;
    lab.write('many/action.yml', `runs:\n  using: composite\n  steps:\n${warn('first')}${warn('second')}`);
    const result = await lab.run('jobs:\n  main:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: $/many\n');
    const messages = job(result, 'main').steps[0]?.annotations.map(({ message }) => message) ?? [];
    expect(messages).toHaveLength(10);
    expect(messages.slice(7)).toEqual(['first 8', 'second 1', 'second 2']);
    expect(logOf(result, 'main')).toContain('##[warning]second 8');
  });
});
