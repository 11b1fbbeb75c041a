import { execFileSync } from 'node:child_process';
import { expect } from '@jest/globals';
import { type SpawnedAction, spawnAction } from '@lockstep/proving-ground/action';
import { writeConsumerApp } from '@lockstep/proving-ground/app';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { visitPage } from '@lockstep/proving-ground/ground';
import { startPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { release } from './release.ts';
import { inCi } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** A step of the procedure, in the words of docs/backup-and-recovery.md, with how long it took. */
interface Timed {
  readonly step: string;
  readonly ms: number;
}

function succeeded(run: SpawnedAction): SpawnedAction {
  expect({ log: run.status === 0 ? '' : run.log, status: run.status }).toEqual({ log: '', status: 0 });
  return run;
}

inCi('a region is lost: a second database and a second project take over, with every row of the backup', async () => {
  await using scope = new Scope();
  const shop = await stage.liveShop();
  const { ground, host, project } = shop;
  const { postgres, vercel } = ground;
  expect(await release(shop, { version: 2 })).toMatchObject({ conclusion: 'success' });
  await postgres.query(
    "insert into prescriptions (patient, medicine) select 'patient ' || i, 'medicine' from generate_series(1, 500) i",
    [],
    shop.database,
  );
  const key = await generateIdentity();
  const to = scope.folder('lockstep-backups-');
  const steps: Timed[] = [];
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    steps.push({ step, ms: Math.round(performance.now() - began) });
    return result;
  };

  const database = { 'database-url': postgres.url(shop.database), 'encrypt-to': await identityToRecipient(key) };
  const made = await timed('backup, as every night', () =>
    spawnAction('backup', { command: 'create', to, ...database }),
  );
  expect(succeeded(made).outputs).toMatchObject({ reason: 'backed-up' });

  // The region: its database and everything in it.
  await postgres.dropDatabase(shop.database);
  expect((await visitPage(shop, '/api/health')).status).toBe(503);

  const standby = await startPostgres(scope);
  const target = await timed('a new, empty database', () => standby.createDatabase('shop'));
  const restored = await timed('restore', () =>
    spawnAction('backup', {
      ...{ command: 'restore', to, 'decrypt-with': key, 'target-database-url': target },
      'confirm-target': `${new URL(target).hostname}/shop`,
    }),
  );
  expect(Number(succeeded(restored).outputs['rows'])).toBeGreaterThanOrEqual(500);

  const second = vercel.addProject({ name: `${project.name}-standby`, domains: [], env: { DATABASE_URL: target } });
  const account = {
    ...{ 'vercel-token': vercel.token, 'vercel-team': vercel.team.slug, 'vercel-api-url': vercel.url },
    'vercel-project': second.name,
  };
  const folder = scope.folder('lockstep-standby-');
  await timed('build of the commit that was live', async () => {
    await writeConsumerApp(folder, { version: 2, behaviour: 'healthy' });
    execFileSync(process.execPath, ['build.mjs'], { cwd: folder });
  });
  const deployed = await timed('deploy to the second project', () =>
    spawnAction(
      'vercel-deploy',
      { ...account, target: 'production', staged: 'false', directory: '.', 'github-deployment': 'false' },
      { cwd: folder },
    ),
  );
  const deployment = succeeded(deployed).outputs['deployment-id'] ?? '';

  await timed('move the domain', async () => {
    const ask = (method: string, path: string, body?: object) =>
      fetch(`${vercel.url}${path}?teamId=${vercel.team.id}`, {
        method,
        headers: { authorization: `Bearer ${vercel.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    expect((await ask('DELETE', `/v9/projects/${project.id}/domains/${host}`)).status).toBe(200);
    expect((await ask('POST', `/v10/projects/${second.id}/domains`, { name: host })).status).toBe(200);
  });

  const proof = await timed('prove it', () =>
    spawnAction(
      'health-gate',
      {
        ...{ url: `http://${host}`, phase: 'post', 'bake-time': '1s', interval: '100ms', paths: '/api/health' },
        'expect-deployment': deployment,
      },
      { env: { NODE_OPTIONS: withDnsHook() } },
    ),
  );
  expect(succeeded(proof).outputs).toMatchObject({ reason: 'passed' });
  expect(await visitPage(shop, '/')).toMatchObject({ status: 200, body: { version: 2 } });
  const counted = await standby.query<{ n: number }>('select count(*)::int as n from prescriptions', [], 'shop');
  expect(counted[0]?.n).toBeGreaterThanOrEqual(500);
  for (const { step, ms } of steps) process.stderr.write(`standby drill: ${step}: ${(ms / 1_000).toFixed(1)} s\n`);
});
