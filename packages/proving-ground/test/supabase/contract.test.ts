import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Faults } from '../../src/faults/index.ts';
import { loadSupabaseContract, type Supabase, startSupabase, supabaseRoutes } from '../../src/supabase/index.ts';

const REF = 'abcdefghijklmnopqrst';
let supabase: Supabase;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-29T12:00:00Z');
  supabase = await startSupabase({ faults: new Faults(), now: () => now, perMinute: 3 });
});
afterEach(() => supabase.close());

const ask = (path: string, token = supabase.token()) =>
  fetch(`${supabase.url}/v1/projects/${path}`, { headers: { authorization: `Bearer ${token}` } });

test('it answers each operation of the cut', () => {
  expect(Object.keys(supabaseRoutes).sort()).toEqual([...loadSupabaseContract().operations].sort());
});

test("what Supabase's CLI recorded of a real project is what a new one answers", async () => {
  supabase.project(REF, { region: 'us-east-1' });
  expect(await (await ask(`${REF}/database/backups`)).json()).toEqual({
    region: 'us-east-1',
    pitr_enabled: false,
    walg_enabled: true,
    backups: [],
    physical_backup_data: {},
  });
  supabase.expectNoViolations();
});

test('a token needs the permission that the description names, and its project', async () => {
  supabase.project(REF);
  expect((await ask(`${REF}/database/backups`, 'sbp_other')).status).toBe(401);
  expect((await ask(`${REF}/database/backups`, supabase.token({ permissions: ['project_admin_read'] }))).status).toBe(
    403,
  );
  expect((await ask(`${REF}/database/backups`, supabase.token({ projects: [] }))).status).toBe(403);
  expect((await ask(`${REF}/database/backups`, supabase.token({ permissions: ['backups_read'] }))).status).toBe(200);
});

test.each([
  ['a query that nobody knows', `${REF}/database/backups?limit=1`, 200],
  ['a service that is none', `${REF}/health?services=mail`, 400],
  ['no services', `${REF}/health`, 400],
  ['a reference that is none', 'SHORT', 400],
  ['a route that nobody modelled', `${REF}/secrets`, 404],
])('a violation: %s', async (_what, path, status) => {
  supabase.project(REF);
  expect((await ask(path)).status).toBe(status);
  expect(() => supabase.expectNoViolations()).toThrow('violated');
  expect(supabase.takeViolations()).not.toEqual([]);
});

test('an answer that the description does not allow is a violation', async () => {
  supabase.project(REF, { status: 'ASLEEP' });
  await ask(REF);
  expect(supabase.takeViolations()).toMatchObject([{ kind: 'answer' }]);
});

test('one request too many waits for the next minute', async () => {
  supabase.project(REF);
  const token = supabase.token();
  for (let at = 0; at < 3; at++) expect((await ask(REF, token)).status).toBe(200);
  now += 20_000;
  const refused = await ask(REF, token);
  expect([refused.status, refused.headers.get('x-ratelimit-reset')]).toEqual([429, '40']);
  now += 40_000;
  expect((await ask(REF, token)).status).toBe(200);
});
