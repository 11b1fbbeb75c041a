import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as always, beforeEach, describe, expect } from '@jest/globals';
import { visitPage, workflowRunEvent } from '@lockstep/proving-ground/ground';
import { type Site, seat } from './consumers.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { type Change, checks, commitChange, logs, openPull, pullEvent, runWorkflowOf } from './team.ts';

const stage = useStage();
const PULL_REQUEST = '.github/workflows/lockstep-pull-request.yml';
let shop: Site;
let secrets: Readonly<Record<string, string>>;

beforeEach(async () => {
  shop = (await stage.liveTeam('full')).shop;
  const role = shop.database.replaceAll('-', '_');
  await stage.ground.postgres.query(`create role ${role}_previews login createdb password 'previews-pass'`);
  const server = new URL(stage.ground.postgres.url('postgres', `${role}_previews`));
  server.password = 'previews-pass';
  secrets = { ...shop.secrets, PREVIEW_DATABASE_SERVER: server.href };
});

const deployments = () =>
  [...stage.ground.vercel.state.deployments.values()].filter(
    ({ projectId, target }) => projectId === shop.project.id && target === 'preview',
  );
const databases = async () => {
  const like = `${shop.database.replaceAll('-', '\\_')}\\_pr\\_%`;
  const rows = await stage.ground.postgres.query<{ datname: string }>(
    `select datname from pg_database where datname like '${like}' order by 1`,
  );
  return rows.map(({ datname }) => datname);
};
const named = (number: number) => `${shop.database.replaceAll('-', '_')}_pr_${number}`;
const comments = (number: number) => shop.consumer.github.comments(number).map(({ body }) => body);
const run = (pull: { number: number; sha: string }, action = 'opened', fork = false) =>
  runWorkflowOf(shop, {
    ...{ sha: pull.sha, workflow: PULL_REQUEST, event: pullEvent(shop, pull.number, action), secrets, fork },
    ref: `refs/pull/${pull.number}/merge`,
  });
const open = (branch: string, change: Change = {}, fork?: string) => openPull(shop, branch, change, fork);

/** Production is as it was, whatever happened to a pull request. */
async function expectProductionUntouched(): Promise<void> {
  expect(await visitPage(shop, '/')).toMatchObject({ status: 200, body: { version: 1 } });
}

describe('a pull request', () => {
  always('is judged, shown with its own database, and reported in one comment', async () => {
    const pull = await open('dosage', { version: 2, folders: ['v1', 'v2'] });
    const result = await run(pull);
    expect(checks(result)).toEqual([
      'Preview / Comment: success',
      'Preview / Migrations: success',
      'Preview / Preview: success',
      'Preview / Test: skipped',
      'Quality / Comment: success',
      'Quality / Gates: success',
      'Quality / Verdict: success',
      'Verdict: success',
    ]);
    const [preview] = deployments();
    expect(deployments()).toHaveLength(1);
    expect(preview).toMatchObject({ commit: pull.sha, readyState: 'READY' });
    expect(await visitPage(shop, '/', preview?.url)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await databases()).toEqual([named(pull.number)]);
    expect(comments(pull.number)).toHaveLength(1);
    expect(comments(pull.number)[0]).toContain('Quality');
    expect(comments(pull.number)[0]).toContain(preview?.url);
    expect(comments(pull.number)[0]).toContain(named(pull.number));
    expect(comments(pull.number)[0]).toContain('| ✅ Migrations | 1 migration, none of them contract. |');
    expect(comments(pull.number)[0]).toMatch(/^\| ✅ Preview \| \[\S+\]\(http\S+\) is healthy \|/m);
    expect(comments(pull.number)[0]).toMatch(/dosage\.sql \| expand \| [^|]+ \| unknown \| yes[^|]* \| none \|/);
    expect(logs(result)).not.toContain('previews-pass');
    await expectProductionUntouched();
  });

  test('says what a release would do with its migrations, and nothing once it has none', async () => {
    const sql = (version: number, up: string): Readonly<Record<string, string>> => ({
      [`supabase/migrations/${version}_f.sql`]: up,
      [`supabase/rollbacks/${version}_f.sql`]: 'select 1;',
    });
    const files = {
      ...sql(20270101000000, 'drop table prescriptions;'),
      ...sql(20270102000000, 'create table a (i int);'),
    };
    secrets = { ...secrets, DATABASE_URL: stage.ground.postgres.url(shop.database) };
    seat(shop, { database: 'plan' });
    const workflow = readFileSync(join(shop.consumer.root, PULL_REQUEST), 'utf8');
    const secret = 'DATABASE_URL: ${{ secrets.DATABASE_URL }}';
    const planning = { [PULL_REQUEST]: workflow.replace('PREVIEW_DATABASE_SERVER:', `${secret}\n      $&`) };
    const planned = await open('less', { files: { ...files, ...planning } });
    await run(planned);
    const [counted = ''] = comments(planned.number).map((body) => body.replaceAll('\\', ''));
    expect(counted).toMatch(/^❌ .*\*\*Migrations failed\*\*/m);
    expect(counted).toMatch(
      /^\| \d+0101000000_f.sql \| contract, held back \| public\.prescriptions \(blocks reads and writes\) \| [^|]+ \| yes[^|]* \| table public\.prescriptions \(\d+ rows?\) \|$/m,
    );
    expect(counted).toMatch(/^❌ .*`expand-behind-contract`.*20270102000000_f\.sql.*20270101000000_f\.sql/m);
    expect(counted).toContain('❌ refused (expand-behind-contract)');

    seat(shop, { database: 'none' });
    await run({ ...planned, sha: await commitChange(shop, { files: { 'README.md': 'x' } }) }, 'synchronize');
    expect(comments(planned.number)[0]).toContain('No database was used');

    shop.consumer.switchTo('main');
    const other = await open('words', { files: { 'README.md': 'y' } });
    await run(other);
    expect(comments(other.number)[0]).not.toContain('Migrations');
    await expectProductionUntouched();
  });

  test('that is pushed to again keeps its database, or has it made anew, and its comment follows', async () => {
    const first = await open('dosage', { version: 2, folders: ['v1', 'v2'] });
    expect((await run(first)).conclusion).toBe('success');
    const [older] = deployments();
    const rewritten = { 'supabase/migrations/20260112090000_dosage.sql': 'alter table prescriptions add dosage int;' };
    const sha = await commitChange(shop, { version: 2, folders: ['v1'], files: rewritten });
    expect(checks(await run({ ...first, sha }, 'synchronize'))).toContain('Preview / Preview: failure');
    expect(comments(first.number)).toHaveLength(1);
    expect(comments(first.number)[0]).toMatch(/^\| ❌ Preview \| Migrating its database failed \(`[a-z-]+`\)\. \|/m);
    expect(comments(first.number)[0]).toMatch(/^❌ \*\*Preview failed\*\*/m);
    expect(comments(first.number)[0]).not.toContain(older?.url);

    seat(shop, { database: 'fresh' });
    const again = await commitChange(shop, { version: 2, folders: ['v1'], files: rewritten });
    expect((await run({ ...first, sha: again }, 'synchronize')).conclusion).toBe('success');
    expect(comments(first.number)).toHaveLength(1);
    expect(comments(first.number)[0]).toContain(deployments().at(-1)?.url);
    await expectProductionUntouched();
  });

  test.each<[string, Change, string, string]>([
    ['whose gates fail', { files: { 'test/broken.mjs': 'throw new Error("no");' } }, 'Quality / Gates', 'gate-failed'],
    [
      'whose build fails',
      { app: { behaviour: 'build-fails' } },
      'Preview / Preview',
      'The deployment failed (`build-failed`)',
    ],
    ['whose preview is sick', { app: { behaviour: 'sick' } }, 'Preview / Preview', 'The health gate failed (`'],
  ])('%s is not green, and its comment says why', async (_what, change, check, says) => {
    const pull = await open('bad', { version: 1, ...change });
    const result = await run(pull);
    expect(checks(result)).toEqual(expect.arrayContaining([`${check}: failure`, 'Verdict: failure']));
    expect(result.conclusion).toBe('failure');
    expect(`${comments(pull.number)[0]}${logs(result)}`).toContain(says);
    await expectProductionUntouched();
  });

  test('from a fork is judged without secrets, has no preview, and gets its comment from the trusted half', async () => {
    const pull = await open('fix', { version: 2, folders: ['v1', 'v2'] }, 'mallory/shop');
    const result = await run(pull, 'opened', true);
    expect(checks(result)).toEqual([
      'Preview / Comment: success',
      'Preview / Migrations: success',
      'Preview / Preview: skipped',
      'Quality / Comment: skipped',
      'Quality / Gates: success',
      'Quality / Verdict: success',
      'Verdict: success',
    ]);
    expect(deployments()).toEqual([]);
    expect(await databases()).toEqual([]);
    expect(comments(pull.number)).toEqual([]);

    shop.consumer.switchTo('main');
    const followed = workflowRunEvent(shop.consumer, { ...result, fork: 'mallory/shop' });
    const trusted = { workflow: '.github/workflows/lockstep-fork-comments.yml', event: followed };
    const main = shop.consumer.github.state.refs.get('heads/main') ?? '';
    const comment = await runWorkflowOf(shop, { ...trusted, sha: main, secrets });
    expect(checks(comment)).toEqual(['Comment / Comment: success']);
    expect(comments(pull.number)).toHaveLength(1);
    expect(comments(pull.number)[0]).toContain('pull requests from forks');
    expect(comments(pull.number)[0]).toContain('1 test passed');
    expect(comments(pull.number)[0]).toMatch(/dosage\.sql \| expand \| [^|]+ \| unknown \| yes[^|]* \| none \|/);
  });

  test('from a fork runs no code of its own where an event brings secrets', async () => {
    const pull = await open('fix', { version: 2, folders: ['v1', 'v2'] }, 'mallory/shop');
    const file = join(shop.consumer.root, PULL_REQUEST);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\bpull_request\b/g, 'pull_request_target'));
    const main = shop.consumer.commit('On pull_request_target');
    const event = { ...pullEvent(shop, pull.number, 'opened'), name: 'pull_request_target' };
    const result = await runWorkflowOf(shop, { sha: main, workflow: PULL_REQUEST, event, secrets });
    const ended = (job: string) => result.jobs.find(({ id }) => id === job);
    expect(ended('preview / preview')).toMatchObject({ conclusion: 'failure' });
    expect(ended('quality / gates')).toMatchObject({ conclusion: 'failure' });
    const ran = ['preview / preview', 'quality / gates'].flatMap(
      (job) => ended(job)?.steps.filter(({ conclusion }) => conclusion !== 'skipped') ?? [],
    );
    expect(ran.map(({ name }) => name)).toEqual([
      'Refuse code from forks',
      'Pass values to the comment',
      "Refuse events without the change's code",
      'Pass values to the comment',
    ]);
    expect(deployments()).toEqual([]);
    expect(await databases()).toEqual([]);
  });

  test('in the merge queue is judged without a preview', async () => {
    const pull = await open('dosage', { version: 2, folders: ['v1', 'v2'] });
    const event = { name: 'merge_group', payload: { merge_group: { head_sha: pull.sha } } };
    const result = await runWorkflowOf(shop, { sha: pull.sha, workflow: PULL_REQUEST, event, secrets });
    expect(checks(result)).toEqual([
      'Preview: skipped',
      'Quality / Comment: skipped',
      'Quality / Gates: success',
      'Quality / Verdict: success',
      'Verdict: success',
    ]);
    expect(deployments()).toEqual([]);
  });

  test('without a token for Vercel ends in its first step that needs it, which names the secret', async () => {
    const pull = await open('dosage', { version: 2, folders: ['v1', 'v2'] });
    const event = pullEvent(shop, pull.number);
    const result = await runWorkflowOf(shop, {
      ...{ sha: pull.sha, workflow: PULL_REQUEST, event, secrets: { ...secrets, VERCEL_TOKEN: '' } },
    });
    expect(checks(result)).toContain('Preview / Preview: failure');
    expect(logs(result)).toContain('input "vercel-token": the secret is empty');
  });
});

describe('a closed pull request', () => {
  const clean = (sha: string, event: Parameters<typeof runWorkflowOf>[1]['event']) =>
    runWorkflowOf(shop, { sha, workflow: '.github/workflows/lockstep-cleanup.yml', secrets, ...(event && { event }) });

  test('leaves nothing behind, and takes nothing of another with it', async () => {
    const [one, two] = [await open('one'), await open('two')];
    for (const pull of [one, two]) expect((await run(pull)).conclusion).toBe('success');
    shop.consumer.github.close(one.number);
    const result = await clean(two.sha, pullEvent(shop, one.number, 'closed'));
    expect(checks(result)).toEqual(['Clean up / Clean up: success']);
    expect(deployments().map(({ commit }) => commit)).toEqual([two.sha]);
    expect(await databases()).toEqual([named(two.number)]);
    expect(comments(one.number)).toHaveLength(1);
    expect(comments(one.number)[0]).toContain('This pull request is closed');
    expect(comments(two.number)[0]).not.toContain('This pull request is closed');
    const shown = shop.consumer.github.deployments('deploy').map(({ sha, statuses }) => [sha, statuses.at(-1)?.state]);
    expect(shown).toEqual([
      [one.sha, 'inactive'],
      [two.sha, 'success'],
    ]);
    await expectProductionUntouched();
  });

  test('whose end nobody saw is found by the schedule', async () => {
    const pull = await open('one');
    expect((await run(pull)).conclusion).toBe('success');
    shop.consumer.github.close(pull.number);
    expect((await clean(pull.sha, { name: 'schedule' })).conclusion).toBe('success');
    expect(deployments()).toEqual([]);
    expect(await databases()).toEqual([]);
    await expectProductionUntouched();
  });
});
