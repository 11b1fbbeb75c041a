import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { appliedVersions, releaseRecords, startProvingGround, visitPage } from '@lockstep/proving-ground/ground';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { releases } from '../../examples/prescriptions/history/lay.mjs';
import { type Built, buildCommandFor, builtLike, builtNow, example, isJudged } from './built.ts';
import { commitRelease, type Ended, liveCommit, openTeam, release, runWorkflow, type Team } from './replay.ts';

const judged = isJudged ? describe : describe.skip;
const LAST_OF_BEFORE = 5;
const CONTRACT = 7;
const WELL: Ended = { conclusion: 'success', failures: {}, reasons: [], errors: '' };

judged('the history of the example, release by release on the proving ground', () => {
  const scope = new Scope();
  const builds: Built[] = [];
  /** By the number of the release. */
  const commits: string[] = [];
  const deployments: string[] = [];
  let team: Team;

  // Two builds by next build: of the code of before, and of the newest.
  beforeAll(async () => {
    const now = builtNow();
    builds.push(now);
    builds.push(builtLike(LAST_OF_BEFORE, now));
    const ground = await startProvingGround(scope, { startPostgres: borrowPostgres });
    team = await openTeam(ground, buildCommandFor(builds, scope.folder('lockstep-builds-')));
  }, 600_000);
  afterAll(async () => {
    await scope[Symbol.asyncDispose]();
    for (const one of builds) one.remove();
  });

  const rows = (sql: string) => team.shop.ground.postgres.query<Record<string, unknown>>(sql, [], team.shop.database);
  const run = (sql: string) => team.shop.ground.postgres.query(sql, [], team.shop.database);
  const versionsUpTo = (number: number) =>
    releases
      .slice(0, number)
      .flatMap(({ migrations }: { migrations: string[] }) => migrations.map((one) => one.slice(0, 14)));
  const healthy = async () => (await visitPage(team.shop, '/api/health')).status;

  async function bring(number: number): Promise<void> {
    const sha = commitRelease(team, number);
    commits[number] = sha;
    const end = await release(team, sha);
    expect(end).toEqual(WELL);
    expect(liveCommit(team)).toBe(sha);
    deployments[number] = team.shop.ground.vercel.holder(team.shop.host) ?? '';
    expect(await healthy()).toBe(200);
  }

  test('releases 1 to 3: a platform from nothing, and rows that users wrote as texts', async () => {
    await bring(1);
    const [users] = readFileSync(join(example, 'tests/seed.sql'), 'utf8').split('insert into prescriptions');
    await run(users ?? '');
    await run(`insert into prescriptions (clinic_id, patient_id, medicine_id, dosage, issued_by) values
      ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000aa', 1, '2.5 ml', '00000000-0000-4000-8000-000000000001')`);
    await bring(2);
    await bring(3);
    expect(await appliedVersions(team.shop)).toEqual(versionsUpTo(3));
    // The rows of before have both.
    expect(await rows('select dosage, dose_amount::float, dose_unit from prescriptions')).toEqual([
      { dosage: '2.5 ml', dose_amount: 2.5, dose_unit: 'ml' },
    ]);
  }, 300_000);

  test('releases 4 to 6: the schema first, then the code that needs it', async () => {
    for (const number of [4, 5, 6]) await bring(number);
    expect(await appliedVersions(team.shop)).toEqual(versionsUpTo(6));
  }, 300_000);

  test('release 6 is rolled back, and released again', async () => {
    const end = await runWorkflow(team, 'rollback', {
      sha: commits[6] ?? '',
      inputs: { to: 'previous', 'dry-run': false },
      actor: 'olga',
    });
    expect(end).toEqual(WELL);
    expect(liveCommit(team)).toBe(commits[LAST_OF_BEFORE]);
    expect(await healthy()).toBe(200);
    // It had no migration: none was taken away.
    expect(await appliedVersions(team.shop)).toEqual(versionsUpTo(6));
    await bring(6);
  }, 300_000);

  test('release 7 holds its contract migration back, and the workflow "Contract" applies it', async () => {
    await bring(CONTRACT);
    expect(await appliedVersions(team.shop)).toEqual(versionsUpTo(6));
    const sha = commits[CONTRACT] ?? '';
    const end = await runWorkflow(team, 'contract', { sha, inputs: { 'dry-run': false } });
    expect(end).toEqual(WELL);
    expect(await appliedVersions(team.shop)).toEqual(versionsUpTo(CONTRACT));
    const columns = await rows("select column_name from information_schema.columns where table_name = 'prescriptions'");
    expect(columns.map(({ column_name: name }) => name)).not.toContain('dosage');
    expect(await healthy()).toBe(200);
  }, 300_000);

  test('release 8 is staged, and promoted by a person', async () => {
    const sha = commitRelease(team, 8, ['stage', 'promote']);
    commits[8] = sha;
    expect(await release(team, sha, 'stage')).toEqual(WELL);
    expect(liveCommit(team)).toBe(commits[CONTRACT]);
    team.shop.consumer.github.invite('olga', 'write');
    const end = await runWorkflow(team, 'promote', { sha, actor: 'olga' });
    expect(end).toEqual(WELL);
    expect(liveCommit(team)).toBe(sha);
    expect(releaseRecords(team.shop).at(-1)).toMatch(/^released/);
  }, 300_000);

  test('behind the contract no rollback goes unconfirmed: the code of release 5 would find no column', async () => {
    const end = await runWorkflow(team, 'rollback', {
      sha: commits[8] ?? '',
      inputs: { to: deployments[LAST_OF_BEFORE] ?? '', 'dry-run': false },
      actor: 'olga',
    });
    expect(end.conclusion).toBe('failure');
    // What the contract deleted is archived: a person could confirm it.
    expect(end.reasons).toContain('contract-not-confirmed');
    expect(end.failures).toEqual({});
    expect(liveCommit(team)).toBe(commits[8]);
  }, 300_000);

  test('release 8 is rolled back to release 7', async () => {
    const end = await runWorkflow(team, 'rollback', {
      sha: commits[8] ?? '',
      inputs: { to: 'previous', 'dry-run': false },
      actor: 'olga',
    });
    expect(end).toEqual(WELL);
    expect(liveCommit(team)).toBe(commits[CONTRACT]);
    expect(await healthy()).toBe(200);
  }, 300_000);

  test('its database is backed up, and the drill restores it on another server', async () => {
    const to = scope.folder('lockstep-backups-');
    const database = team.shop.ground.postgres.url(team.shop.database);
    const made = await spawnAction('backup', { command: 'create', to, 'database-url': database, 'encrypt-to': 'none' });
    expect(made).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
    const scratch = await borrowPostgres(scope);
    const drill = await spawnAction('backup', {
      command: 'drill',
      to,
      'scratch-database-url': scratch.url(),
      'after-restore': join(example, '.lockstep/erasures.sql'),
      'check-command': 'test -n "$LOCKSTEP_SCRATCH_URL"',
    });
    expect({ log: drill.log.split('\n').slice(-12), status: drill.status }).toMatchObject({ status: 0 });
    expect(drill.outputs).toMatchObject({ verdict: 'pass' });
  }, 300_000);
});
