import { afterEach, describe, expect } from '@jest/globals';
import { type Backend, DOCTOR, type Fault, startBackend } from '../../packages/contract/test/backend.ts';
import { CLINIC } from '../../packages/contract/test/clinic.ts';
import { seat } from './consumers.ts';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { rare, test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, commitChange, installStarters, openPull, pullEvent, runWorkflowOf } from './team.ts';

const stage = useStage();
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.close();
  backend = undefined;
});

const FILES = { 'docs/api.yaml': CLINIC };
const SECRETS = { BACKEND_IDENTITIES: `- name: doctor\n  headers: { Authorization: '${DOCTOR}' }\n` };
const EXAMPLES = "'GET /patients/{id}': { path: { id: 1 } }";

/** A route of the backend that answers whoever asks. */
const OPENED: Fault = ({ path, who }) =>
  path === '/v1/admin/users' && who === undefined ? { status: 200, body: [] } : undefined;

async function asked(fault?: Fault) {
  backend = await startBackend(fault);
  return { contract: 'docs/api.yaml', 'backend-url': backend.url.href, 'contract-examples': EXAMPLES };
}

describe('a release that relies on a backend', () => {
  rare('ends before anything was built where the backend does not keep its contract', async () => {
    const shop = await stage.liveShop();
    const secrets = { ...shop.secrets, ...SECRETS };
    const end = await release(shop, { version: 2, files: FILES, secrets, with: await asked(OPENED) });
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [],
      swaps: [],
      messages: [],
    });
    const [prepare] = end.run.jobs.filter(({ id }) => id === 'release / prepare');
    const failed = prepare?.steps.filter(({ conclusion }) => conclusion === 'failure').map(({ name }) => name);
    expect(failed).toEqual(['Check the backend']);
    const built = prepare?.steps.filter(({ name, conclusion }) => name === 'Build' && conclusion !== 'skipped');
    expect(built).toEqual([]);
  });

  test('is refused by the name of what is not live yet, before anything was built, and goes on once it is', async () => {
    const shop = await stage.liveShop();
    let version = '2.3.9';
    const health: Fault = ({ path }) =>
      path === '/health' ? { status: 200, body: { metadata: { version } } } : undefined;
    backend = await startBackend(health);
    const required = { requires: 'backend: ">=2.4.0"', 'backend-health-url': new URL('/health', backend.url).href };
    const early = await release(shop, { version: 2, with: required });
    expect(early).toMatchObject({ conclusion: 'failure', ...live('v1'), ledger: [], swaps: [], messages: [] });
    const steps = early.run.jobs.flatMap((job) => job.steps);
    const failed = steps.filter(({ conclusion }) => conclusion === 'failure');
    expect(failed.map(({ name }) => name)).toEqual(['Check the backend']);
    expect(JSON.stringify(failed[0]?.annotations)).toContain('backend');
    version = '2.4.0';
    const end = await release(shop, { version: 3, with: required });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v3') });
    const summaries = end.run.jobs.flatMap((job) => job.steps).map(({ summary }) => summary);
    expect(summaries.filter((text) => text.includes('Of rollbacks: this release, then backend.'))).toHaveLength(2);
    expect(end.run.nodes.get('release')?.outputs['rollback-order']).toBe('this release, then backend');
  });

  test('goes on where it keeps it', async () => {
    const shop = await stage.liveShop();
    const secrets = { ...shop.secrets, ...SECRETS };
    const end = await release(shop, { version: 2, files: FILES, secrets, with: await asked() });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
    const kept = end.run.jobs.flatMap((job) => job.steps).find(({ name }) => name === 'Keep the report on the backend');
    expect(kept?.conclusion).toBe('success');
  });

  test('ends where the backend is down, which is unknown', async () => {
    const shop = await stage.liveShop();
    const inputs = await asked();
    await backend?.close();
    const secrets = { ...shop.secrets, ...SECRETS };
    const end = await release(shop, { version: 2, files: FILES, secrets, with: inputs });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v1'), ledger: [] });
  });
});

rare(
  'a pull request shows in its comment what it breaks of the contract, and what the backend does not keep',
  async () => {
    const { shop } = await stage.liveTeam('full');
    seat(shop, { ...(await asked(OPENED)), database: 'none' });
    await commitChange(shop, { files: FILES, folders: [] });
    const files = { 'docs/api.yaml': CLINIC.replace('/admin/users:', '/admin/people:') };
    const pull = await openPull(shop, 'breaking', { version: 2, files, folders: ['v1', 'v2'] });
    const run = await runWorkflowOf(shop, {
      ...{ sha: pull.sha, workflow: '.github/workflows/lockstep-pull-request.yml' },
      ...{ event: pullEvent(shop, pull.number), ref: `refs/pull/${pull.number}/merge` },
      secrets: { ...shop.secrets, ...SECRETS },
    });
    expect(checks(run)).toContain('Preview / Preview: success');
    const [comment] = shop.consumer.github.comments(pull.number).map(({ body }) => body);
    expect(comment).toMatch(/^\| ❌ Backend \| /m);
    expect(comment).toContain('GET /admin/users');
  },
);

describe('the workflow of a backend', () => {
  const install = async (fault?: Fault) => {
    const shop = await stage.emptyShop();
    const { contract, 'backend-url': url } = await asked(fault);
    const inputs = { contract, 'backend-url': url, examples: EXAMPLES };
    installStarters(shop, ['backend'], { inputs });
    await commitChange(shop, { files: FILES, folders: [] });
    return shop;
  };
  const workflow = '.github/workflows/lockstep-backend.yml';
  const secrets = SECRETS;

  rare('refuses a pull request that breaks callers, without asking the live backend', async () => {
    const shop = await install();
    const files = { 'docs/api.yaml': CLINIC.replace('/admin/users:', '/admin/people:') };
    const pull = await openPull(shop, 'breaking', { folders: [], files });
    const event = pullEvent(shop, pull.number);
    const run = await runWorkflowOf(shop, { sha: pull.sha, workflow, event, secrets });
    expect(checks(run)).toEqual(['Backend / Contract: failure']);
    const failed = run.jobs.flatMap(({ steps }) => steps.filter(({ conclusion }) => conclusion === 'failure'));
    expect(failed.map(({ name }) => name)).toEqual(['Compare the contracts']);
    expect(backend?.asked).toEqual([]);
  });

  rare('asks the live backend on a schedule, and keeps one issue for what is wrong', async () => {
    const shop = await install(OPENED);
    const sha = await commitChange(shop, { files: FILES, folders: [] });
    const { issues } = shop.consumer.github.state;
    const bad = await runWorkflowOf(shop, { sha, workflow, event: { name: 'schedule' }, secrets });
    expect([checks(bad), issues.map(({ state }) => state)]).toEqual([['Backend / Contract: failure'], ['open']]);
  });
});
