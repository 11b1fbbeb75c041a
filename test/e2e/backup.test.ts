import { expect } from '@jest/globals';
import { ROLE } from './aws.ts';
import { type BackupSite, backupSite, notMade } from './backups.ts';
import { rare, test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, errorsOf } from './team.ts';

const stage = useStage();
const site = (options?: Parameters<typeof backupSite>[1]) => backupSite(stage, options);

const verdictOf = (run: Awaited<ReturnType<BackupSite['nightly']>>, job = 'backup') =>
  run.nodes.get(job)?.outputs['verdict'];

rare('a store without backups is red although nothing failed, until the night that makes one', async () => {
  const shop = await site();
  const noon = await shop.noon();
  expect(checks(noon)).toEqual(['Backup / Back up: failure']);
  expect(notMade(noon)).toBe('skipped');
  expect(verdictOf(noon)).toBe('fail');
  expect(shop.issues()).toEqual([['production: backup did not pass', 'open', 0]]);
  expect(shop.pings()).toEqual(['/backup/start', '/backup/fail']);

  const night = await shop.nightly();
  expect([errorsOf(night), night.conclusion, verdictOf(night)]).toEqual([[], 'success', 'pass']);
  expect(shop.issues()).toEqual([['production: backup did not pass', 'closed', 1]]);
  expect(shop.pings()).toEqual(['/backup/start', '/backup']);
  expect(shop.stored()).toContain('manifest.json');

  const drill = await shop.drill();
  expect([errorsOf(drill.run), drill.run.conclusion, verdictOf(drill.run, 'drill')]).toEqual([[], 'success', 'pass']);
  expect(drill.services).toEqual([
    { id: 'postgres', image: 'postgres:17', env: { POSTGRES_PASSWORD: 'postgres' }, ports: ['5432'] },
  ]);
  expect(Number(drill.run.nodes.get('drill')?.outputs['restore-seconds'])).toBeGreaterThan(0);
  expect(shop.pings()).toEqual(['/drill/start', '/drill']);
});

test('a backup that cannot be made is red, has an issue and fails its heartbeat', async () => {
  const shop = await site();
  expect((await shop.nightly()).conclusion).toBe('success');
  shop.pings();
  await shop.sql('select lo_create(0)');
  const failed = await shop.nightly();
  expect(verdictOf(failed)).toBe('fail');
  expect(shop.issues()).toEqual([['production: backup did not pass', 'open', 0]]);
  expect(shop.issueText()).toContain('No backup was made: large-objects.');
  expect(shop.pings()).toEqual(['/backup/start', '/backup/fail']);
  expect(shop.messages()).toEqual(['production: backup did not pass — newest backup …']);
});

test('without a drill the nightly check is red; a backup that was changed in the store turns the drill red', async () => {
  const shop = await site({ maxDrillAge: '35d' });
  const first = await shop.nightly();
  expect([notMade(first), verdictOf(first), shop.issues().length]).toEqual(['success', 'fail', 1]);
  expect((await shop.drill()).run.conclusion).toBe('success');
  expect((await shop.noon()).conclusion).toBe('success');
  shop.tamper();
  const { run } = await shop.drill();
  expect(checks(run)).toEqual(['Drill / Drill: failure']);
  expect(verdictOf(run, 'drill')).toBe('fail');
  expect(shop.issues()).toEqual([
    ['production: backup did not pass', 'closed', 1],
    ['production: drill did not pass', 'open', 0],
  ]);
  expect(shop.pings().slice(-2)).toEqual(['/drill/start', '/drill/fail']);
});

test('a drill without the key is red: the environment of backups has none', async () => {
  const shop = await site();
  expect((await shop.nightly()).conclusion).toBe('success');
  const { run } = await shop.drill({ environments: {} });
  expect(verdictOf(run, 'drill')).not.toBe('pass');
  expect(run.conclusion).toBe('failure');
});

test('as plain steps, the same: started by hand, once to make a backup and once to check only', async () => {
  const shop = await site({ plain: true });
  const made = await shop.byHand('backup', { create: 'true' });
  expect([errorsOf(made), made.conclusion]).toEqual([[], 'success']);
  const before = shop.stored().length;
  const checked = await shop.byHand('backup', { create: 'false' });
  expect([checked.conclusion, notMade(checked), shop.stored().length]).toEqual(['success', 'skipped', before]);
  const { run } = await shop.drill();
  expect([errorsOf(run), run.conclusion]).toEqual([[], 'success']);
});

test('the runbook of a drill is committed, and what is not true any more is told every night', async () => {
  const runbook = (store: string) => `
recovery: { max-data-age: 26h, max-restore-time: 1h }
runbook:
  owner: Platform team
  restorers: [Ada, Grace]
  key: the safe
  store: ${store}
  target: a new project
  reviewed: ${new Date().toISOString().slice(0, 10)}
`;
  const shop = await site({ policy: runbook('s3://acme-backups/shop') });
  const first = await shop.nightly();
  expect([first.conclusion, shop.counts(first)]).toEqual(['failure', { failed: '1', unknown: '2' }]);
  const { run } = await shop.drill();
  expect([errorsOf(run), run.conclusion]).toEqual([[], 'success']);
  shop.commit('docs/BACKUP-RUNBOOK.md', shop.runbook());
  const second = await shop.noon();
  expect([errorsOf(second), second.conclusion]).toEqual([[], 'success']);
  shop.commit('.lockstep/backup.yml', runbook('s3://acme-backups/elsewhere'));
  expect(shop.counts(await shop.noon())).toEqual({ failed: '2', unknown: '0' });
});

test.each([false, true])('with a role of AWS and no key at all (plain steps: %j), as with keys', async (plain) => {
  const shop = await site({ byRole: true, plain });
  const night = plain ? await shop.byHand('backup', { create: 'true' }) : await shop.nightly();
  expect([errorsOf(night), night.conclusion]).toEqual([[], 'success']);
  const { run } = await shop.drill();
  expect([errorsOf(run), run.conclusion]).toEqual([[], 'success']);
  // The store recomputes every signature, and takes the keys of a session only together with its token.
  expect(shop.sessions().map(({ role }) => role)).toEqual([ROLE, ROLE]);
});
