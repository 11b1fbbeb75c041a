import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { release, type Wish } from '../e2e/release.ts';
import { useStage } from '../e2e/stage.ts';
import { type Change, openPull, pullEvent, runWorkflowOf } from '../e2e/team.ts';
import { jobsOf, type Seen } from './runs.ts';

/** Where `scripts/gallery.mjs` wants them; without it nobody needs these runs, which other tests judge. */
const folder = process.env['LOCKSTEP_GALLERY'] ?? '';
const stage = useStage();

function keep(seen: Seen): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${seen.name}.json`), JSON.stringify(seen, undefined, 2));
}

/** Long enough that there is something to see in the bake. */
const WATCHED = { 'bake-time': '5s', 'bake-interval': '200ms' };

/** Nobody gets an answer of its health any more, once the bake has begun. */
function unreachable({ host }: Shop): Wish['faults'] {
  const path = new RegExp(`^${host.replace(/:.*/, '')}\\S*/api/health`);
  const cut = { service: 'edge', path, after: 2, times: Number.POSITIVE_INFINITY } as const;
  return [{ ...cut, effect: { kind: 'reset-before' } }];
}

test.each<[string, string, Omit<Wish, 'version'>, string]>([
  ['good', 'A good release', {}, 'success'],
  ['sick-before', 'Unhealthy before the swap', { behaviour: 'sick' }, 'failure'],
  [
    'sick-in-bake',
    'Unhealthy in the bake',
    { behaviour: 'sick-after-traffic', with: { 'on-failure': 'undo' } },
    'failure',
  ],
  ['held', 'Held: no answer in the bake', {}, 'failure'],
])('%s', async (name, title, wish, conclusion) => {
  const shop = await stage.liveShop();
  const before = stage.ground.slack.messages.length;
  const faults = name === 'held' ? { faults: unreachable(shop) ?? [] } : {};
  const end = await release(shop, { version: 2, ...wish, ...faults, with: { ...WATCHED, ...wish.with } });
  expect(end.conclusion).toBe(conclusion);
  const messages = stage.ground.slack.messages.slice(before);
  keep({ name, title, conclusion, jobs: jobsOf(end.run), messages });
});

test.each<[string, string, Change, string]>([
  ['pull-good', 'A good pull request', { version: 2, folders: ['v1', 'v2'] }, 'success'],
  [
    'pull-bad',
    'A bad pull request',
    {
      version: 2,
      app: { behaviour: 'sick' },
      folders: ['v1', 'v2'],
      files: {
        'test/broken.mjs': 'throw new Error("dose is not a number");',
        'supabase/migrations/20260113090000_rename.sql': 'alter table prescriptions rename column medicine to drug;\n',
      },
    },
    'failure',
  ],
])('%s', async (name, title, change, conclusion) => {
  const { shop } = await stage.liveTeam('full');
  const role = shop.database.replaceAll('-', '_');
  await stage.ground.postgres.query(`create role ${role}_previews login createdb password 'previews-pass'`);
  const server = new URL(stage.ground.postgres.url('postgres', `${role}_previews`));
  server.password = 'previews-pass';
  const pull = await openPull(shop, 'dosage', change);
  const run = await runWorkflowOf(shop, {
    ...{ sha: pull.sha, workflow: '.github/workflows/lockstep-pull-request.yml' },
    ...{ event: pullEvent(shop, pull.number), ref: `refs/pull/${pull.number}/merge` },
    secrets: { ...shop.secrets, PREVIEW_DATABASE_SERVER: server.href },
  });
  expect(run.conclusion).toBe(conclusion);
  const comment = shop.consumer.github.comments(pull.number).map(({ body }) => body)[0] ?? '';
  keep({ name, title, conclusion, jobs: jobsOf(run), comment });
});
