import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { sealEvidence } from '@lockstep/base';
import { type SpawnedAction, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const ID = '20261122T040000Z-a1b2c3';
const scope = new Scope();
let github: GitHub;
let repo: RepositorySeed;
let sha: string;
beforeEach(async () => {
  github = await startGitHub({ faults: new Faults() });
  repo = github.repository('acme/shop');
  sha = repo.commit();
  for (const login of ['dana', 'mallory', 'olga']) repo.invite(login, 'write');
});
afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

/** Any workflow of any branch, that may write deployments, writes this. */
async function write(more: object = {}, author: { runId: number; runAttempt?: number } = { runId: 1 }): Promise<void> {
  const token = github.token({ repository: 'acme/shop', permissions: { deployments: 'write' } });
  const evidence = sealEvidence({
    ...{ deployment: 'dpl_next', commit: sha, planDigest: null, folderDigest: null },
    ...{ verdicts: { 'health-gate:pre': 'pass' as const }, run: 'https://x.example', at: '2026-11-22T04:00:00Z' },
  });
  const payload = {
    ...{ kind: 'lockstep-request/1', id: ID, service: 'web', actor: 'dana', mode: 'same-build' },
    ...{ deployment: 'dpl_next', commit: sha, evidence },
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    author: { runAttempt: 1, url: 'https://github.example/x', ...author },
    ...more,
  };
  const answer = await fetch(`${github.url}/repos/acme/shop/deployments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ ref: sha, task: 'lockstep:request', environment: 'production', payload },
      ...{ auto_merge: false, required_contexts: [] },
    }),
  });
  expect([answer.status, await answer.text()]).toEqual([201, expect.any(String)]);
}

/** Somebody answers by the button; `sender` is who the event names. */
function answer(actor: string, inputs: Readonly<Record<string, string>> = {}, sender = actor): Promise<SpawnedAction> {
  const { login, id, type } = repo.user(sender);
  const permissions = { deployments: 'write', actions: 'read', contents: 'read' } as const;
  return spawnAction(
    'approval',
    { environment: 'production', service: 'web', command: 'approve', request: ID, ...inputs },
    {
      temp: scope.folder(),
      github: {
        event: { inputs: {}, sender: { login, id, type } },
        ...{ api_url: github.url, event_name: 'workflow_dispatch', repository: 'acme/shop', run_attempt: '1', sha },
        run_id: String(repo.run({ actor, jobs: ['Approve'] })),
        ...{ actor, triggering_actor: actor },
        token: github.token({ repository: 'acme/shop', permissions }),
      },
    },
  );
}

const states = () => repo.deployments('lockstep:request').flatMap(({ statuses }) => statuses);
async function refused(reason: string, who = 'mallory'): Promise<string> {
  const end = await answer(who);
  expect([end.outputs['reason'], end.status]).toEqual([reason, 1]);
  expect(states()).toEqual([]);
  return end.log;
}
const asking = (more = {}) => repo.run({ actor: 'dana', jobs: ['Promote / Ask'], ...more });

describe('a request that somebody else’s name stands in', () => {
  test('and that their own run wrote is theirs: somebody else may approve it', async () => {
    await write({}, { runId: asking() });
    expect((await answer('mallory')).outputs).toMatchObject({ reason: 'approved', 'requested-by': 'dana' });
  });

  test('is who GitHub says asked, whoever its text names', async () => {
    await write({ actor: 'dana' }, { runId: asking({ actor: 'mallory' }) });
    await refused('self-approval');
    await write({ actor: 'mallory', id: '20261122T040001Z-a1b2c3' }, { runId: asking({ actor: 'dana' }) });
    const end = await answer('mallory', { request: '20261122T040001Z-a1b2c3' });
    expect(end.outputs).toMatchObject({ reason: 'approved', 'requested-by': 'dana' });
  });

  test('and no run is not believed', async () => {
    await write({}, { runId: 999 });
    expect(await refused('request-not-trusted')).toContain('GitHub has no such run');
  });

  test.each<[string, () => number, string]>([
    ['a branch of their own', () => asking({ branch: 'evil', sha: repo.commit({ branch: 'evil' }) }), 'ran on evil'],
    [
      'a tag that bears the branch’s name',
      () => {
        const own = repo.commit({ branch: 'evil' });
        repo.tag('main', own);
        return asking({ sha: own });
      },
      'ran a commit that branch main does not have',
    ],
    ['a fork', () => asking({ fork: 'mallory/shop' }), 'ran a commit of mallory/shop'],
    ['a pull request', () => asking({ event: 'pull_request_target' }), 'was started by pull_request_target'],
    ['the same branch, by another job', () => asking({ jobs: ['CI / Test'] }), 'had no job "Ask" at work'],
    [
      'the same branch, which came to no question',
      () => {
        const id = asking({ jobs: ['Promote / Choose'] });
        repo.job(id, 'Promote / Ask', 'completed', 'skipped');
        return id;
      },
      'had no job "Ask" at work',
    ],
  ])('and a run of %s is not believed', async (_what, run, why) => {
    await write({}, { runId: run() });
    expect(await refused('request-not-trusted')).toContain(why);
  });

  test('and a run that was over by then, or an attempt that never was, is not believed', async () => {
    const old = asking();
    repo.setRun(old, 'completed', 'success');
    repo.job(old, 'Promote / Ask', 'completed', 'success');
    const job = repo.state.runs.at(-1)?.attempts[0]?.jobs[0];
    Object.assign(job ?? {}, { at: '2026-11-22T04:00:00Z', completedAt: '2026-11-22T04:00:30Z' });
    await write({}, { runId: old });
    expect(await refused('request-not-trusted')).toContain('had no job "Ask" at work');
    await write({ id: '20261122T040001Z-a1b2c3' }, { runId: old, runAttempt: 7 });
    const end = await answer('mallory', { request: '20261122T040001Z-a1b2c3' });
    expect(end.outputs['reason']).toBe('request-not-trusted');
  });

  test('beside the one that the run really wrote: neither is believed, also not by the same id', async () => {
    const runId = asking();
    await write({ id: '20261122T040001Z-a1b2c3' }, { runId });
    await write({}, { runId });
    expect(await refused('request-not-trusted')).toContain('is named by 2 such records');
    const again = asking();
    const twice = '20261122T040002Z-a1b2c3';
    await write({ id: twice }, { runId: again });
    await write({ id: twice, deployment: 'dpl_evil' }, { runId: again });
    expect((await answer('mallory', { request: twice })).outputs['reason']).toBe('request-not-trusted');
  });

  test('other branches ask where that is said', async () => {
    const own = repo.commit({ branch: 'release/7' });
    await write({}, { runId: asking({ branch: 'release/7', sha: own }) });
    await refused('request-not-trusted');
    const end = await answer('olga', { 'trusted-branches': 'main\nrelease/*' });
    expect(end.outputs['reason']).toBe('approved');
  });

  test('that a bot was made to ask is nobody’s', async () => {
    await write({ actor: 'dana' }, { runId: asking({ actor: 'github-actions[bot]' }) });
    await refused('request-not-trusted');
  });
});

describe('a login', () => {
  test('that was changed since approves nothing of its own', async () => {
    await write({ actor: 'mallory' }, { runId: asking({ actor: 'mallory' }) });
    repo.rename('mallory', 'mallory2');
    await refused('self-approval', 'mallory2');
  });

  test('that somebody else has by now is not who the event names', async () => {
    await write({}, { runId: asking() });
    const { id } = repo.user('olga');
    repo.rename('olga', 'olga-old');
    repo.invite('olga', 'write');
    // GitHub's event of a moment ago still says olga, with the account that she was.
    repo.state.renamed.set('olga', 4_711);
    expect(id).not.toBe(4_711);
    const { login } = repo.user('olga');
    const runId = repo.run({ actor: 'olga-old' });
    const end = await spawnAction(
      'approval',
      { environment: 'production', service: 'web', command: 'approve', request: ID },
      {
        temp: scope.folder(),
        github: {
          event: { sender: { login, id, type: 'User' } },
          ...{ api_url: github.url, event_name: 'workflow_dispatch', repository: 'acme/shop', run_attempt: '1', sha },
          ...{ run_id: String(runId), actor: 'olga', triggering_actor: 'olga' },
          token: github.token({
            repository: 'acme/shop',
            permissions: { deployments: 'write', actions: 'read', contents: 'read' },
          }),
        },
      },
    );
    expect(end.outputs['reason']).toBe('not-started-by-person');
  });

  test('of who started a run again is not who the event names', async () => {
    await write({}, { runId: asking() });
    const end = await answer('mallory', {}, 'olga');
    expect(end.outputs['reason']).toBe('rerun-by-other-user');
  });
});

describe('a time', () => {
  test.each(['never', '', 'Infinity', '9999', '2030', 'tomorrow', '2026-13-45T99:99:99Z'])(
    '%j is none: such a request is not there',
    async (expiresAt) => {
      await write({ expiresAt }, { runId: asking() });
      await refused('no-such-request');
    },
  );

  test('far away is no later than a request may be approved', async () => {
    await write({ expiresAt: '9999-12-31T23:59:59Z' }, { runId: asking() });
    const record = repo.deployments('lockstep:request').at(-1);
    Object.assign(record ?? {}, { createdAt: '2026-01-01T00:00:00Z' });
    await refused('request-expired');
  });
});

describe('a request that is over', () => {
  const says = async (state: string, description: string) => {
    const record = repo.deployments('lockstep:request').at(-1);
    const token = github.token({ repository: 'acme/shop', permissions: { deployments: 'write' } });
    const made = await fetch(`${github.url}/repos/acme/shop/deployments/${record?.id}/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ state, description }),
    });
    expect([made.status, await made.text()]).toEqual([201, expect.any(String)]);
  };

  test.each([
    ['used', 'success', 'used: by release x', 'request-used'],
    ['denied', 'failure', 'denied: by olga: not now', 'request-denied'],
    ['withdrawn', 'inactive', '', 'request-withdrawn'],
  ])('is not brought back by another word: %s', async (_what, state, description, reason) => {
    await write({}, { runId: asking() });
    await says(state, description);
    await says('pending', 'requested: by dana');
    const end = await answer('mallory');
    expect(end.outputs['reason']).toBe(reason);
  });
});

describe('saying no', () => {
  test('is told with its reason, to whoever approves after that', async () => {
    await write({}, { runId: asking() });
    const end = await answer('olga', { command: 'deny', 'denial-reason': 'the audit\nis not over' });
    expect(end).toMatchObject({
      status: 0,
      outputs: { verdict: 'pass', reason: 'denied', 'denied-by': 'olga', 'denial-reason': 'the audit is not over' },
    });
    expect(end.summary).toContain('the audit is not over');
    expect(states().map(({ description }) => description)).toEqual(['denied: by olga: the audit is not over']);
    const late = await answer('mallory');
    expect(late.outputs['reason']).toBe('request-denied');
    expect(late.log).toContain('was denied by olga: the audit is not over');
    expect((await answer('mallory', { command: 'deny' })).log).toContain('was denied by olga already');
  });

  test('needs somebody who may write here, and may be done by who asked', async () => {
    await write({}, { runId: asking() });
    expect((await answer('eve', { command: 'deny' })).outputs['reason']).toBe('no-write-access');
    expect((await answer('dana', { command: 'deny', 'dry-run': 'true' })).outputs['reason']).toBe('dry-run');
    expect(states()).toEqual([]);
    expect((await answer('dana', { command: 'deny' })).outputs['reason']).toBe('denied');
  });
});
