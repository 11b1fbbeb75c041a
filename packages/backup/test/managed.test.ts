import { expect, test } from '@jest/globals';
import type { TableRecord } from '../src/manifest/manifest.ts';
import { planManaged } from '../src/restore/project/managed.ts';

const table = (name: string): TableRecord => ({
  ...{ name, columns: ['id'], types: ['integer'], condition: null, object: name, rows: 1, bytes: 2, hash: 'x' },
});

const there = { columns: new Map([['id', { type: 'integer', isRequired: true }]]), hasRows: true, mayInsert: true };

test('rows of what Supabase runs itself are left and named, even where the project has such rows', () => {
  const run = ['cron.job', 'vault.secrets', 'realtime.subscription', 'net.http_request_queue', '"_realtime".tenants'];
  const tables = [...run, 'public.people', 'auth.users'].map(table);
  const project = new Map([...run.map((name) => [name, there] as const), ['auth.users', { ...there, hasRows: false }]]);
  const plan = planManaged({ tables }, project);
  expect(plan.left.map(({ what }) => what)).toEqual(run.map((name) => `rows of ${name}`));
  expect(plan.rows.map(({ name }) => name)).toEqual(['auth.users']);
  expect(plan).toMatchObject({ differences: [], used: [], defaults: [] });
});
