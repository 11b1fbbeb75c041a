import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import pg from 'pg';
import { issue, listPrescriptions, type Query, readNew } from '../../examples/prescriptions/lib/prescriptions.ts';
import { type Folder, readFolder } from '../../packages/migrations/src/files/folder.ts';
import { up } from '../../packages/migrations/src/up/up.ts';
import { verify } from '../../packages/migrations/src/verify/verify.ts';
import { type Database, engineOn, type Ground, startGround } from '../../packages/migrations/test/ground.ts';
import { together as test } from '../e2e/sampled.ts';

const app = join(import.meta.dirname, '../../examples/prescriptions');
const folder: Folder = readFolder({
  directory: 'supabase/migrations',
  downDirectory: 'supabase/rollbacks',
  layout: 'auto',
  base: app,
});

/** Two clinics, each with a practitioner and an auditor, and one patient. */
const IDS = {
  north: '00000000-0000-4000-8000-00000000000a',
  south: '00000000-0000-4000-8000-00000000000b',
  nora: '00000000-0000-4000-8000-000000000001',
  nils: '00000000-0000-4000-8000-000000000002',
  sofia: '00000000-0000-4000-8000-000000000003',
  anna: '00000000-0000-4000-8000-0000000000aa',
  bert: '00000000-0000-4000-8000-0000000000bb',
} as const;
const SEED = `
insert into auth.users (id, email) select id::uuid, id || '@example.com' from unnest(array['${IDS.nora}', '${IDS.nils}', '${IDS.sofia}']) id;
insert into clinics values ('${IDS.north}', 'North'), ('${IDS.south}', 'South');
insert into members values ('${IDS.north}', '${IDS.nora}', 'practitioner'), ('${IDS.north}', '${IDS.nils}', 'auditor'),
  ('${IDS.south}', '${IDS.sofia}', 'practitioner');
insert into patients values ('${IDS.anna}', '${IDS.north}', 'Anna', '1970-01-01'), ('${IDS.bert}', '${IDS.south}', 'Bert', '1980-01-01');
insert into medicines (name, atc_code) values ('Amoxicillin', 'J01CA04');
`;

let ground: Ground;
let database: Database;

beforeAll(async () => {
  ground = await startGround();
  database = await ground.database();
});
afterAll(async () => {
  await ground.end();
});

/** Queries of a user, as the app asks them: in a transaction with the role and the claims of that user. */
async function as<T>(user: string | undefined, work: (query: Query) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('role', $1, true), set_config('request.jwt.claim.sub', $2, true)", [
      user === undefined ? 'anon' : 'authenticated',
      user ?? '',
    ]);
    const result = await work((sql, values = []) => client.query(sql, [...values]));
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'allowed',
    ({ code }) => code,
  );
const prescription = { patient: IDS.anna, medicine: 1, amount: 500, unit: 'mg' };

test('every migration has a down migration, which restores the schema as it was', async () => {
  const report = await verify(engineOn(database), { folder, shadowUrl: undefined });
  expect(report.baseProblem).toBeUndefined();
  const problems = report.files.map((file) => file.problems);
  expect(problems.slice(0, 8)).toEqual(Array(8).fill([]));
  // A dropped column comes back as the last one: what the table has is the same, in another order.
  const [last, ...more] = problems[8] ?? [];
  expect(more).toEqual([]);
  expect(last?.kind).toBe('verify-down-differs');
  const lines = last !== undefined && 'differences' in last ? last.differences.flatMap((one) => one.lines) : [];
  const columns = (sign: string) =>
    lines.flatMap((line) => (line.startsWith(sign) ? [line.replace(/^. column \d+ /, '')] : [])).sort();
  expect(columns('-')).toEqual(columns('+'));
  expect(columns('+')).toContain('dosage text');
});

describe('once the expand migrations are applied', () => {
  beforeAll(async () => {
    const { applied } = await up(engineOn(database), { folder, phase: 'expand', allowOutOfOrder: false });
    expect(applied).toHaveLength(8);
    await database.run(SEED);
  });

  test('a practitioner issues, and sees it with its dose', async () => {
    const id = await as(IDS.nora, (query) => issue(query, prescription));
    expect(await as(IDS.nora, (query) => listPrescriptions(query))).toEqual([
      { id, patient: 'Anna', medicine: 'Amoxicillin', dose: '500 mg', issuedAt: expect.any(String) },
    ]);
  });

  test('another clinic neither sees it nor its patient, nor can issue for that patient', async () => {
    expect(await as(IDS.sofia, (query) => listPrescriptions(query))).toEqual([]);
    expect(await as(IDS.sofia, (query) => query('select name from patients'))).toMatchObject({
      rows: [{ name: 'Bert' }],
    });
    expect(await as(IDS.sofia, (query) => issue(query, prescription))).toBeUndefined();
    const planted = (query: Query) =>
      query(`insert into patients (clinic_id, name, born_on) values ('${IDS.north}', 'Planted', '1990-01-01')`);
    expect(await codeOf(as(IDS.sofia, planted))).toBe('42501');
  });

  test('an auditor cannot issue, and no one changes what was issued, or issues for another', async () => {
    expect(await codeOf(as(IDS.nils, (query) => issue(query, prescription)))).toBe('42501');
    for (const sql of [
      "update prescriptions set dose_unit = 'g'",
      'delete from prescriptions',
      'truncate prescriptions',
    ])
      expect([sql, await codeOf(as(IDS.nora, (query) => query(sql)))]).toEqual([sql, '42501']);
    const forged = (query: Query) =>
      query(`insert into prescriptions (clinic_id, patient_id, medicine_id, dosage, issued_by)
        values ('${IDS.north}', '${IDS.anna}', 1, '1 mg', '${IDS.nils}')`);
    expect(await codeOf(as(IDS.nora, forged))).toBe('42501');
  });

  test('who is not signed in sees no table', async () => {
    const tables = [
      'clinics',
      'members',
      'patients',
      'medicines',
      'prescriptions',
      'payments',
      'audit_log',
      'lockstep_rate_limit',
    ];
    for (const table of tables)
      expect([table, await codeOf(as(undefined, (query) => query(`select from ${table}`)))]).toEqual([table, '42501']);
  });

  test('the audit log has who did what, its own auditors read it, and not even its owner changes it', async () => {
    const log = (user: string) =>
      as(user, (query) => query('select actor, action from audit_log where actor is not null'));
    expect((await log(IDS.nils)).rows).toEqual([{ actor: IDS.nora, action: 'insert prescriptions' }]);
    expect((await log(IDS.nora)).rows).toEqual([]);
    for (const sql of ["update audit_log set action = ''", 'delete from audit_log', 'truncate audit_log'])
      expect([sql, await codeOf(database.run(sql))]).toEqual([sql, '42501']);
  });

  test('the code of the release before still writes and reads doses as texts', async () => {
    const before = (query: Query) =>
      query(`insert into prescriptions (clinic_id, patient_id, medicine_id, dosage)
        values ('${IDS.north}', '${IDS.anna}', 1, '2.5 ml') returning dose_amount::float, dose_unit`);
    expect((await as(IDS.nora, before)).rows).toEqual([{ dose_amount: 2.5, dose_unit: 'ml' }]);
    const texts = await database.rows('select dosage from prescriptions order by dosage');
    expect(texts).toEqual([['2.5 ml'], ['500 mg']]);
  });

  test('the contract migration drops the text, and the code goes on', async () => {
    const { applied } = await up(engineOn(database), { folder, phase: 'contract', allowOutOfOrder: false });
    expect(applied.map(({ name }) => name)).toEqual(['drop_dosage']);
    expect((await as(IDS.nora, (query) => listPrescriptions(query))).map(({ dose }) => dose)).toEqual([
      '2.5 ml',
      '500 mg',
    ]);
    expect(await as(IDS.nora, (query) => issue(query, prescription))).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['an id that is none', { ...prescription, patient: "' or true" }],
  ['an amount of zero', { ...prescription, amount: 0 }],
  ['an amount that is no number', { ...prescription, amount: Number.NaN }],
  ['a unit that is not known', { ...prescription, unit: 'handful' }],
])('%s is refused with what is wrong', (_what, body) => {
  expect(readNew(body)).toEqual(expect.arrayContaining([expect.stringMatching(/: expected /)]));
});

test('what is well formed is taken', () => {
  expect(readNew(prescription)).toEqual(prescription);
});
