import { describe, expect, jest } from '@jest/globals';
import { type DispatchOptions, type Shop, workflowRunEvent } from '@lockstep/proving-ground/ground';
import type { Rerun, RunResult } from '@lockstep/workflow-runner';
import type { Site } from './consumers.ts';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { type Press, promote, requests, shopThatStages, stageVersion, start } from './promotion.ts';
import { chains } from './sampled.ts';
import { useStage } from './stage.ts';
import { type Change, checks, commitChange, installStarters, openPull, pullEvent, runWorkflowOf } from './team.ts';
import { expectTruth } from './truth.ts';

const stage = useStage();
// A chain of ten runs, on a machine with other work to do.
jest.setTimeout(600_000);
const { test, short } = chains(5);
const two = { version: 2, folders: ['v1', 'v2'] };
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);

/** The run of a starter once more, held to the truth after. */
async function again(
  shop: Shop,
  starter: Parameters<typeof start>[1],
  { run }: Press,
  jobs: Rerun['jobs'],
  more: Omit<DispatchOptions, 'sha'> = {},
): Promise<Press> {
  const end = await start(shop, starter, { ...more, rerun: { of: run, jobs } });
  await expectTruth(shop);
  return end;
}

/** The jobs that ran, the last first: what is run again skips what depends on it where it fails. */
const ids = ({ run }: Press) =>
  run.jobs
    .filter(({ conclusion }) => conclusion !== 'skipped')
    .map(({ id }) => id)
    .reverse();

describe.each([
  ['that calls', false, 'promote / release / release'],
  ['as plain steps', true, 'release-release'],
] as const)('the run of a promotion %s', (_how, plain, releasing) => {
  test('has nothing to do again: each of its jobs, alone, ends legally and changes nothing', async () => {
    const shop = await shopThatStages(stage, {}, { plain });
    await stageVersion(shop, two);
    let last = await promote(shop);
    expect(last).toMatchObject({ conclusion: 'success', ...live('v2') });
    const before = await look(shop);
    const jobs = ids(last);
    expect(jobs).toContain(releasing);
    for (const id of jobs) {
      last = await again(shop, 'promote', last, { id });
      expect(await look(shop)).toEqual(before);
      // Whatever chooses anew sees that users have it, and says so.
      expect([id, last.conclusion]).toEqual([id, last.errors.includes('already-live') ? 'failure' : 'success']);
    }
    last = await again(shop, 'promote', last, 'all');
    expect(last).toMatchObject({ conclusion: 'failure', errors: expect.stringContaining('already-live') });
    expect(await look(shop)).toEqual(before);
  });

  test('that a person cancelled goes through when its failed jobs run again', async () => {
    const shop = await shopThatStages(stage, {}, { plain });
    await stageVersion(shop, two);
    const first = await promote(shop, { strikes: [{ do: 'cancel', step: 'bake', afterMs: 300 }] });
    expect(first).toMatchObject({ conclusion: 'cancelled', ...live('v1') });
    expect(await again(shop, 'promote', first, 'failed')).toMatchObject({
      ...{ errors: '', conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') },
    });
  });

  test('by four eyes asks and is approved once, however often its jobs run again', async () => {
    const shop = await shopThatStages(stage, { 'four-eyes': 'true' }, { plain });
    await stageVersion(shop, two);
    const asked = await promote(shop);
    const [first] = requests(shop);
    expect(first).toMatchObject({ state: 'requested: by dana' });
    const inputs = { request: first?.id ?? '' };
    let last = await start(shop, 'approve', { actor: 'olga', inputs });
    expect(last).toMatchObject({ errors: '', conclusion: 'success', ...live('v2'), ledger: [found, done] });
    const before = await look(shop);
    for (const id of ids(last)) {
      last = await again(shop, 'approve', last, { id }, { actor: 'olga', inputs });
      expect([id, await look(shop)]).toEqual([id, before]);
    }
    // Nor can who asked let it through by running the job of who approved.
    const other = await again(shop, 'approve', last, 'all', { actor: 'dana', inputs });
    expect(other.conclusion).toBe('failure');
    expect(await look(shop)).toEqual(before);
    const anew = await again(shop, 'promote', asked, 'all');
    expect(anew).toMatchObject({ conclusion: 'failure', errors: expect.stringContaining('already-live') });
    expect(requests(shop)).toHaveLength(1);
  });

  test('the run that staged stages anew, and what is staged twice is promoted once', async () => {
    const shop = await shopThatStages(stage, {}, { plain });
    await stageVersion(shop, two);
    const sha = shop.consumer.github.state.refs.get('heads/main') ?? '';
    const event = { name: 'push' };
    let last = await start(shop, 'stage', { event });
    for (const id of [...ids(last), 'all' as const]) {
      const jobs = id === 'all' ? id : { id };
      last = await again(shop, 'stage', last, jobs, { event });
      expect([id, last.conclusion]).toEqual([id, 'success']);
      expect(await look(shop)).toMatchObject({ ...live('v1'), ledger: [] });
    }
    expect(await promote(shop)).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(shop.consumer.github.deployments('lockstep').at(-1)?.payload).toMatchObject({ candidate: { commit: sha } });
  });
});

describe.each([
  ['that calls', false],
  ['as plain steps', true],
] as const)('the run of a pull request %s', (_how, plain) => {
  async function team(): Promise<{ shop: Site; secrets: Readonly<Record<string, string>> }> {
    const { shop } = await stage.liveTeam('full');
    const role = shop.database.replaceAll('-', '_');
    await stage.ground.postgres.query(`create role ${role}_previews login createdb password 'previews-pass'`);
    const server = new URL(stage.ground.postgres.url('postgres', `${role}_previews`));
    server.password = 'previews-pass';
    return { shop, secrets: { ...shop.secrets, PREVIEW_DATABASE_SERVER: server.href } };
  }

  async function opened(change: Change, fork?: string) {
    const { shop, secrets } = await team();
    if (plain) {
      // Its own database, as the one that calls has: only then is the whole app asked.
      installStarters(shop, ['pull-request', 'cleanup', 'fork-comments'], { plain, inputs: { database: 'own' } });
      await commitChange(shop);
    }
    const pull = await openPull(shop, 'dosage', change, fork);
    let last: RunResult | undefined;
    const run = async (jobs?: Rerun['jobs']): Promise<RunResult> => {
      const rerun = last === undefined || jobs === undefined ? {} : { rerun: { of: last, jobs } };
      last = await runWorkflowOf(shop, {
        ...{ sha: pull.sha, workflow: '.github/workflows/lockstep-pull-request.yml', secrets },
        ...{ event: pullEvent(shop, pull.number), ref: `refs/pull/${pull.number}/merge`, ...rerun },
        fork: fork !== undefined,
      });
      return last;
    };
    const comments = () => shop.consumer.github.comments(pull.number).map(({ body }) => body);
    return { shop, secrets, pull, run, comments };
  }

  test('that is green stays green, and its comment one, whichever of its jobs runs again', async () => {
    const { run, comments, shop, secrets, pull } = await opened(two);
    const first = await run();
    expect(first.conclusion).toBe('success');
    const green = checks(first);
    for (const { id } of first.jobs) {
      const next = await run({ id });
      expect([id, checks(next)]).toEqual([id, green]);
      expect(comments()).toHaveLength(1);
    }
    expect(checks(await run('all'))).toEqual(green);
    expect(comments()).toHaveLength(1);
    shop.consumer.github.close(pull.number);
    const cleanup = (of?: RunResult) =>
      runWorkflowOf(shop, {
        ...{ sha: pull.sha, workflow: '.github/workflows/lockstep-cleanup.yml', secrets },
        ...{
          event: pullEvent(shop, pull.number, 'closed'),
          ...(of === undefined ? {} : { rerun: { of, jobs: 'all' } }),
        },
      });
    const gone = await cleanup();
    expect(checks(gone)).toEqual(['Clean up / Clean up: success']);
    expect(checks(await cleanup(gone))).toEqual(['Clean up / Clean up: success']);
    expect(comments()).toHaveLength(1);
  });

  test('from a fork has one comment by the trusted half, however often that runs, and on what', async () => {
    const { run, comments, shop, secrets } = await opened(two, 'mallory/shop');
    const pulls = [await run(), await run('all')];
    expect(comments()).toEqual([]);
    shop.consumer.switchTo('main');
    const sha = shop.consumer.github.state.refs.get('heads/main') ?? '';
    const follow = (of: RunResult | undefined, rerun?: Rerun) =>
      runWorkflowOf(shop, {
        ...{ sha, workflow: '.github/workflows/lockstep-fork-comments.yml', secrets },
        ...(of === undefined ? {} : { event: workflowRunEvent(shop.consumer, { ...of, fork: 'mallory/shop' }) }),
        ...(rerun === undefined ? {} : { rerun }),
      });
    let last = await follow(pulls[0]);
    expect(checks(last)).toEqual(['Comment / Comment: success']);
    const said = comments();
    expect(said).toHaveLength(1);
    for (const jobs of [...last.jobs.map(({ id }) => ({ id })), 'all'] as const) {
      last = await follow(pulls[0], { of: last, jobs });
      expect([jobs, checks(last), comments()]).toEqual([jobs, ['Comment / Comment: success'], said]);
    }
    // The pull request was judged anew: the comment follows that, and the run of before says nothing over it.
    expect(checks(await follow(pulls[1]))).toEqual(['Comment / Comment: success']);
    const newer = comments();
    expect(checks(await follow(pulls[0], { of: last, jobs: 'all' }))).toEqual(['Comment / Comment: success']);
    expect(comments()).toEqual(newer);
    expect(newer).toHaveLength(1);
  });

  /** A red one, by its run and by its comment, however often its failed jobs run again. */
  async function staysRed(change: Change): Promise<void> {
    const { run, comments } = await opened(change);
    const first = await run();
    expect(first.conclusion).toBe('failure');
    const red = checks(first);
    for (const jobs of ['failed', 'all'] as const) {
      expect([jobs, checks(await run(jobs))]).toEqual([jobs, red]);
      expect(comments()).toHaveLength(1);
    }
  }

  test('whose preview is sick stays red, and says no more and no less', () =>
    staysRed({ version: 1, app: { behaviour: 'sick' } }));

  (plain ? test : short)('whose gates fail stays red, and says no more and no less', () =>
    staysRed({ version: 1, files: { 'test/broken.mjs': 'throw new Error("no");' } }),
  );
});
