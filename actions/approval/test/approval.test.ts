import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type Evidence, sealEvidence } from '@lockstep/base';
import { type SpawnedAction, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let faults: Faults;
let github: GitHub;
let repo: RepositorySeed;
let sha: string;
beforeEach(async () => {
  faults = new Faults();
  github = await startGitHub({ faults });
  repo = github.repository('acme/shop');
  sha = repo.commit();
  for (const login of ['dana', 'olga']) repo.invite(login, 'write');
});
afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

const WRITES = { deployments: 'write', actions: 'read', contents: 'read' } as const;

/** A step in a run that somebody started by the button. */
function step(
  actor: string,
  inputs: Readonly<Record<string, string>>,
  permissions: Readonly<Record<string, 'read' | 'write'>> = WRITES,
): Promise<SpawnedAction> {
  const { login, id, type } = repo.user(actor);
  const sender = { login, id, type };
  return spawnAction(
    'approval',
    { environment: 'production', service: 'web', ...inputs },
    {
      temp: scope.folder(),
      github: {
        event: { inputs: {}, sender },
        api_url: github.url,
        event_name: 'workflow_dispatch',
        repository: 'acme/shop',
        run_id: String(repo.run({ actor, jobs: [inputs['command'] === 'request' ? 'Promote / Ask' : 'Approve'] })),
        run_attempt: '1',
        sha,
        actor,
        triggering_actor: actor,
        token: github.token({ repository: 'acme/shop', permissions }),
      },
    },
  );
}

const evidence = (more: Partial<Evidence> = {}) =>
  JSON.stringify({
    ...sealEvidence({
      deployment: 'dpl_next',
      commit: sha,
      planDigest: null,
      folderDigest: null,
      verdicts: { 'health-gate:pre': 'pass' },
      run: 'https://github.com/acme/shop/actions/runs/1/attempts/1',
      at: '2026-11-22T04:00:00Z',
    }),
    ...more,
  });
const asking = () => ({ 'deployment-id': 'dpl_next', 'commit-sha': sha, evidence: evidence(), command: 'request' });
const approving = (request: string, more = {}) => ({ command: 'approve', request, ...more });
const states = () => repo.deployments('lockstep:request').map(({ statuses }) => statuses.at(-1)?.description);

async function ask(more = {}): Promise<string> {
  const asked = await step('dana', { ...asking(), ...more });
  expect(asked.outputs).toMatchObject({ verdict: 'pass', reason: 'requested', 'requested-by': 'dana' });
  return asked.outputs['request-id'] ?? '';
}

describe('four eyes', () => {
  test('a request says how it is approved, and whoever else may write approves it, once', async () => {
    const asked = await step('dana', asking());
    const request = asked.outputs['request-id'] ?? '';
    expect(asked.summary).toContain(`    /approve-release ${request}\n`);
    const rehearsed = await step('olga', approving(request, { 'dry-run': 'true' }), { ...WRITES, deployments: 'read' });
    expect(rehearsed.outputs).toMatchObject({ reason: 'dry-run', 'approved-by': 'olga' });
    expect(states()).toEqual(['requested: by dana']);
    const approved = await step('olga', approving(request));
    expect(approved).toMatchObject({
      status: 0,
      outputs: {
        reason: 'approved',
        'requested-by': 'dana',
        'approved-by': 'olga',
        mode: 'same-build',
        'deployment-id': 'dpl_next',
        'commit-sha': sha,
      },
    });
    expect(JSON.parse(approved.outputs['evidence'] ?? '')).toEqual(JSON.parse(evidence()));
    expect(states()).toEqual(['approved: by olga']);
    expect(await step('olga', approving(request))).toMatchObject({ status: 1, outputs: { reason: 'request-used' } });
  });

  test.each([
    ['self-approval', 'dana'],
    ['no-write-access', 'mallory'],
    ['approver-is-bot', 'helper[bot]'],
  ])('%s: %s may not', async (reason, who) => {
    const request = await ask();
    const refused = await step(who, approving(request));
    expect(refused).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason } });
    expect(states()).toEqual(['requested: by dana']);
  });

  test('what is too late, withdrawn or not there is refused', async () => {
    const late = await ask({ expires: '1ms' });
    expect((await step('olga', approving(late))).outputs['reason']).toBe('request-expired');
    expect((await step('olga', approving('20200101T000000Z-000000'))).outputs['reason']).toBe('no-such-request');
    expect((await step('olga', approving('newest'))).outputs['reason']).toBe('invalid-input');
    expect((await step('olga', approving(''))).outputs['reason']).toBe('no-request-named');
  });

  test('evidence that was changed after it was sealed is not asked with', async () => {
    const refused = await step('dana', { ...asking(), evidence: evidence({ deployment: 'dpl_other' }) });
    expect(refused).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
    expect(states()).toEqual([]);
  });

  test('a permission that is missing is named, and nothing is approved', async () => {
    const request = await ask();
    const refused = await step('olga', approving(request), { ...WRITES, deployments: 'read' });
    expect(refused).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
    expect(refused.log).toContain('deployments');
    expect(states()).toEqual(['requested: by dana']);
  });

  test('a question whose answer is lost is asked once', async () => {
    faults.plant({ service: 'github', method: 'POST', path: /deployments$/, effect: { kind: 'reset-after' } });
    await ask();
    expect(states()).toEqual(['requested: by dana']);
  });

  test('a dry run of a question writes nothing', async () => {
    expect((await step('dana', { ...asking(), 'dry-run': 'true' })).outputs['reason']).toBe('dry-run');
    expect(states()).toEqual([]);
  });

  test('the same commit is asked for without a deployment, and a build with one', async () => {
    const inputs = { ...asking(), mode: 'same-commit' };
    expect((await step('dana', inputs)).outputs['reason']).toBe('invalid-input');
    expect((await step('dana', { ...inputs, 'deployment-id': '' })).outputs['reason']).toBe('requested');
    expect((await step('dana', { ...asking(), 'deployment-id': '' })).outputs['reason']).toBe('invalid-input');
  });
});

describe('protection', () => {
  const told = async (more = {}) => {
    const { status, outputs } = await step('dana', { command: 'protection', ...more }, { actions: 'read' });
    expect(status).toBe(0);
    return [outputs['verdict'], outputs['reason'], outputs['protection']];
  };

  test('is what asks somebody, in either environment', async () => {
    expect(await told()).toEqual(['fail', 'not-protected', 'none']);
    repo.environment('production', [], { protectedBranches: true });
    expect(await told()).toEqual(['pass', 'protected', 'branches']);
    repo.environment('approval', ['olga']);
    expect(await told({ 'approval-environment': 'approval' })).toEqual(['pass', 'protected', 'reviewers']);
    const request = await ask();
    repo.environment('production');
    expect(await told({ request })).toEqual(['pass', 'protected', 'four-eyes']);
  });

  test('is unknown where GitHub does not say, and the step passes', async () => {
    const { status, outputs } = await step('dana', { command: 'protection' }, { contents: 'read' });
    expect([status, outputs['verdict'], outputs['reason']]).toEqual([0, 'unknown', 'protection-unknown']);
  });
});
