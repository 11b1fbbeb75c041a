import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Check } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { compareChecks } from '../src/worse.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles });
});
afterAll(() => scope[Symbol.asyncDispose]());

const schema = `create table public.todo (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users, what text not null);
alter table public.todo enable row level security; grant all on public.todo to anon, authenticated;
create policy own on public.todo to authenticated using (user_id = (select auth.uid()));`;
const open = 'create policy open on public.todo for select using (true);';

test('rights are compared with the committed document, which is written on demand', async () => {
  const url = await postgres.createDatabase('review');
  await postgres.query(schema, [], 'review');
  const cwd = scope.folder('lockstep-review-');
  const review = (more: Readonly<Record<string, string>> = {}) =>
    spawnAction(
      'tenant-audit',
      { command: 'review', 'scratch-database-url': url, ...more },
      { cwd, temp: scope.folder('lockstep-temp-') },
    );
  expect(await review()).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'no-review' } });
  expect(await review({ 'write-review': 'true' })).toMatchObject({ status: 0, outputs: { reason: 'review-written' } });
  expect(await review()).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'rights-as-reviewed' } });
  await postgres.query(open, [], 'review');
  const step = await review();
  expect(step).toMatchObject({
    status: 1,
    outputs: { verdict: 'fail', reason: 'rights-differ', 'rights-added': '3', 'rights-removed': '2' },
  });
  expect(step.outputs['section']).toContain('````diff');
  expect(step.outputs['section']).toContain('+ | `public.todo` | open | select | everyone | using true |');
  expect(readFileSync(step.outputs['summary-path'] ?? '', 'utf8')).toBe(step.outputs['section']);
  expect(await review({ 'report-only': 'true' })).toMatchObject({ status: 0, outputs: { verdict: 'fail' } });
});

test('what a change made worse is told apart from what was so before', async () => {
  const audit = async (name: string, sql: string, more: Readonly<Record<string, string>> = {}) => {
    const url = await postgres.createDatabase(name);
    await postgres.query(sql, [], name);
    const cwd = scope.folder('lockstep-worse-');
    mkdirSync(join(cwd, '.lockstep'));
    writeFileSync(join(cwd, '.lockstep/tenants.yml'), 'tenant-table: auth.users\n');
    const inputs = { 'scratch-database-url': url, 'intent-path': '.lockstep/tenants.yml', ...more };
    return spawnAction('tenant-audit', inputs, { cwd, temp: scope.folder('lockstep-temp-') });
  };
  const sound = await audit('worse_sound', schema);
  const leaky = await audit('worse_leaky', schema + open);
  const [before, after] = [sound, leaky].map(({ outputs }) => outputs['report-path'] ?? '');
  const worse = await audit('worse_now', schema + open, { 'compare-with': before ?? '', blocks: 'worse' });
  expect(worse).toMatchObject({ status: 1, outputs: { verdict: 'fail', worse: '3' } });
  expect(worse.outputs['section']).toContain('This change made 3 checks worse');
  const same = await audit('worse_same', schema + open, { 'compare-with': after ?? '', blocks: 'worse' });
  expect(same).toMatchObject({ status: 0, outputs: { verdict: 'fail', worse: '0' } });
  const all = await audit('worse_all', schema + open, { 'compare-with': after ?? '' });
  expect(all).toMatchObject({ status: 1, outputs: { verdict: 'fail', worse: '0' } });
  const none = await audit('worse_none', schema + open, { 'compare-with': 'none.json', blocks: 'worse' });
  expect(none).toMatchObject({ status: 1, outputs: { verdict: 'fail', worse: '' } });
  expect(none.outputs['section']).toContain('not known');
});

test('an intent is given once, by the file or by inputs', async () => {
  const step = await spawnAction('tenant-audit', {
    'intent-path': 'none.yml',
    'tenant-table': 'public.todo',
    blocks: 'worse',
  });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const said = step.annotations.map(({ message }) => message).join('\n');
  for (const name of ['tenant-table', 'intent-path', 'blocks']) expect(said).toContain(name);
});

test.each<[string, string | undefined, string, boolean]>([
  ['a new failure', undefined, 'fail', true],
  ['a failure that had passed', 'pass', 'fail', true],
  ['one that could not be decided before', 'unknown', 'fail', true],
  ['a failure as before', 'fail', 'fail', false],
  ['what had passed and is unknown', 'pass', 'unknown', true],
  ['what is new and unknown', undefined, 'unknown', false],
  ['what passes', 'fail', 'pass', false],
])('%s', (_name, was, is, isWorse) => {
  const check = { id: 'a', what: 'b' };
  const before = was === undefined ? [] : [{ ...check, verdict: was }];
  expect(compareChecks(before, [{ ...check, verdict: is } as Check])).toHaveLength(isWorse ? 1 : 0);
});
