import { afterAll, expect } from '@jest/globals';
import { sealEvidence } from '@lockstep/base';
import { type SpawnedAction, spawnAction, wordsOf } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** The one place that holds sentences of this action: all other tests ask for reasons, outputs and states. */
const scope = new Scope();
const github = await startGitHub({ faults: new Faults() });
const repo = github.repository('acme/shop');
const sha = repo.commit();
for (const login of ['dana', 'olga']) repo.invite(login, 'write');
afterAll(async () => {
  await github.close();
});

const evidence = JSON.stringify(
  sealEvidence({
    deployment: 'dpl_next',
    commit: sha,
    planDigest: null,
    folderDigest: null,
    verdicts: { 'health-gate:pre': 'pass' },
    run: 'https://github.com/acme/shop/actions/runs/1/attempts/1',
    at: '2026-11-22T04:00:00Z',
  }),
);

function step(actor: string, inputs: Readonly<Record<string, string>>): Promise<SpawnedAction> {
  const { login, id, type } = repo.user(actor);
  const permissions = { deployments: 'write', actions: 'read', contents: 'read' } as const;
  return spawnAction(
    'approval',
    { environment: 'production', service: 'web', ...inputs },
    {
      temp: scope.folder(),
      github: {
        event: { inputs: {}, sender: { login, id, type } },
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

const words = (run: SpawnedAction, request = 'none') =>
  wordsOf(run, { [request]: '<request>', [sha]: '<commit>', [github.url]: '<github>' });
const asking = { command: 'request', 'deployment-id': 'dpl_next', 'commit-sha': sha, evidence };

test('a request, its approval by another person, and a second approval', async () => {
  const asked = await step('dana', asking);
  const request = asked.outputs['request-id'] ?? '';
  expect(words(asked, request)).toMatchSnapshot('requested');
  expect(words(await step('dana', { command: 'approve', request }), request)).toMatchSnapshot('by the same person');
  expect(words(await step('olga', { command: 'approve', request }), request)).toMatchSnapshot('approved');
  expect(words(await step('olga', { command: 'approve', request }), request)).toMatchSnapshot('again');
});

test('a denial', async () => {
  const request = (await step('dana', asking)).outputs['request-id'] ?? '';
  const denial = { command: 'deny', request, 'denial-reason': 'wait for the audit' };
  expect(words(await step('olga', denial), request)).toMatchSnapshot('denied');
  expect(words(await step('olga', { command: 'approve', request }), request)).toMatchSnapshot('approved after it');
});

test('what protects a release, where nothing does', async () => {
  expect(words(await step('dana', { command: 'protection' }))).toMatchSnapshot();
});
