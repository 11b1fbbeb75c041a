import { describe, expect } from '@jest/globals';
import { recordRestorePoint } from '@lockstep/github';
import type { ContractData, RestoredTable } from '@lockstep/migrations';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import type { History } from '../../../test/faults/history.ts';
import { decideContract } from '../src/contract.ts';
import { judgeData } from '../src/restore-data.ts';
import { rollbackWorld } from './rollback-world.ts';

const { world, postgres, aLine, rollback, ended } = await rollbackWorld();
const { faults } = world;

const query = ({ databaseUrl }: History, sql: string) =>
  postgres.query<Record<string, unknown>>(sql, [], new URL(databaseUrl).pathname.slice(1));

const DAY = 86_400_000;
const contract = {
  up: 'alter table t2 drop column gone;',
  down: 'alter table t2 add column gone int;',
};

/** `r2` has a table with a column, whose values `r3` drops and archives. */
async function contracted(more: { readonly up?: string; readonly down?: string; readonly keepMs?: number } = {}) {
  const line = await aLine();
  await line.release({ state: 'released', live: true, up: 'create table t2 (id int primary key, gone int);' });
  await query(line, 'insert into t2 values (1, 10), (2, 20), (3, null)');
  const { keepMs = 30 * DAY, ...sql } = more;
  const r3 = await line.release({
    ...{ state: 'released', live: true, contract: true },
    ...{ ...contract, ...sql, archivedForMs: keepMs },
  } as const);
  return { line, r3, confirm: await asked(line) };
}

/** What the plan wants to be typed. */
async function asked(line: History, inputs: Readonly<Record<string, string>> = {}) {
  const { outputs } = await rollback(line, { ...inputs, 'dry-run': 'true' });
  const plan = outputs?.['plan'] as { readonly restore?: { readonly confirmation: string } } | undefined;
  return { 'confirm-contract': plan?.restore?.confirmation ?? '' };
}

const rows = (line: History) => query(line, 'select id, gone from t2 order by id');

describe('a rollback past a contract whose archive is complete', () => {
  test('asks for confirmation, and then restores schema, data and traffic', async () => {
    const { confirm, line, r3 } = await contracted();
    await query(line, 'insert into t2 values (4); update t2 set id = 3 where id = 3');
    const look = await rollback(line, { 'dry-run': 'true' });
    expect(look).toMatchObject({ verdict: 'fail', reason: 'contract-not-confirmed' });
    expect(confirm['confirm-contract']).toMatch(new RegExp(`^${r3.id} [0-9a-f]{8}$`));
    expect(look.message).toContain(confirm['confirm-contract']);
    expect(look.outputs?.['plan']).toMatchObject({
      restore: {
        applied: [{ state: 'complete', archives: [{ source: 'public.t2', rows: 2, writtenSince: 2, gone: 0 }] }],
      },
    });
    for (const typed of ['', 'previous', r3.id, `${r3.id} 00000000`]) {
      const refused = await rollback(line, { 'confirm-contract': typed });
      expect(refused).toMatchObject({ verdict: 'fail', reason: 'contract-not-confirmed' });
    }
    expect(line.shop.seen()).toEqual([r3.candidate.deployment]);
    const end = await rollback(line, confirm);
    expect(await ended(line, end)).toMatchObject({ end: 'pass rolled-back', told: ['r2 released', 'r3 rolled-back'] });
    expect(end.outputs).toMatchObject({ 'restored-rows': 2, 'traffic-moved': true });
    expect(await rows(line)).toEqual([
      { id: 1, gone: 10 },
      { id: 2, gone: 20 },
      { id: 3, gone: null },
      { id: 4, gone: null },
    ]);
  });

  test('a down migration that fills the column again is not in the way', async () => {
    const { confirm, line } = await contracted({ down: `${contract.down} update t2 set gone = 0;` });
    expect(await rollback(line, confirm)).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
    expect(await rows(line)).toEqual([
      { id: 1, gone: 10 },
      { id: 2, gone: 20 },
      { id: 3, gone: 0 },
    ]);
  });

  test('a conflict leaves the traffic; it ends once someone has decided', async () => {
    const { confirm, line, r3 } = await contracted({
      up: 'alter table t2 drop column gone;',
      down: 'alter table t2 add column gone int check (gone < 20);',
    });
    const end = await rollback(line, confirm);
    expect(await ended(line, end)).toMatchObject({
      end: 'fail contract-data-not-restored',
      seen: [r3.candidate.deployment],
      told: ['r2 released', 'r3 unknown'],
    });
    expect(end.outputs).toMatchObject({ 'rolled-back-to': '', 'restored-rows': 1, 'traffic-moved': false });
    // The data that is missing is not forgotten by the next run.
    const again = await rollback(line, { to: 'finish' });
    expect(again).toMatchObject({ verdict: 'fail', reason: 'contract-data-not-restored' });
    await query(line, 'alter table t2 drop constraint t2_gone_check');
    expect(await ended(line, await rollback(line, { to: 'finish' }))).toMatchObject({
      end: 'pass rolled-back',
      told: ['r2 released', 'r3 rolled-back'],
    });
    expect(await rows(line)).toEqual([
      { id: 1, gone: 10 },
      { id: 2, gone: 20 },
      { id: 3, gone: null },
    ]);
  });

  test('a run that ends between schema and traffic is finished by the next one, with its data', async () => {
    const { confirm, line, r3 } = await contracted();
    faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /rollback/,
      times: 9,
      effect: { kind: 'status', status: 403 },
    });
    const end = await rollback(line, confirm);
    expect(end.verdict).not.toBe('pass');
    faults.clear();
    expect(line.shop.seen()).toEqual([r3.candidate.deployment]);
    expect(await rollback(line, { to: 'finish' })).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
    expect(await rows(line)).toMatchObject([{ gone: 10 }, { gone: 20 }, { gone: null }]);
  });
});

describe('a confirmation', () => {
  test('is of one plan: another number of archived rows is another one', async () => {
    const { confirm, line, r3 } = await contracted();
    const [archive] = await query(line, 'select contents from lockstep_archive.archives');
    await query(
      line,
      `delete from lockstep_archive.${String(archive?.['contents'])} where id = 1;
       update lockstep_archive.archives set rows = 1, digest = null;
       insert into lockstep.events (kind, version, detail) select 'erase-archive', version, jsonb_build_object('archive', id::text, 'rows', 1) from lockstep_archive.archives`,
    );
    expect(await rollback(line, confirm)).toMatchObject({ verdict: 'fail', reason: 'contract-not-confirmed' });
    expect(line.shop.seen()).toEqual([r3.candidate.deployment]);
    const now = await asked(line);
    expect(now).not.toEqual(confirm);
    // As someone may paste it.
    const pasted = { 'confirm-contract': ` ${now['confirm-contract'].replace(' ', '  ')} ` };
    expect(await rollback(line, pasted)).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  });

  test('of two contracts that archived values of one table: each comes back after its own down migration', async () => {
    const line = await aLine();
    const r2 = await line.release({
      ...{ state: 'released', live: true },
      up: 'create table t2 (id int primary key, form numeric(10, 4));',
    });
    await query(line, 'insert into t2 values (1, 1.2345), (2, 2)');
    const archivedForMs = DAY;
    await line.release({
      ...{ state: 'released', live: true, contract: true, archivedForMs },
      up: 'alter table t2 alter form type numeric(10, 2);',
      down: 'alter table t2 alter form type numeric(10, 4);',
    });
    await line.release({
      ...{ state: 'released', live: true, contract: true, archivedForMs },
      up: 'alter table t2 drop form;',
      down: 'alter table t2 add form numeric(10, 2);',
    });
    const to = r2.id;
    const confirm = await asked(line, { to });
    expect(confirm['confirm-contract']).not.toBe('');
    const end = await rollback(line, { ...confirm, to });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'rolled-back', outputs: { 'restored-rows': 3 } });
    expect(await query(line, 'select id, form from t2 order by id')).toEqual([
      { id: 1, form: '1.2345' },
      { id: 2, form: '2.0000' },
    ]);
  });
});

describe('stays contract-applied', () => {
  const changed = async (line: History, sql: string) => {
    const [archive] = await query(line, 'select contents from lockstep_archive.archives');
    await query(line, sql.replaceAll('CONTENTS', `lockstep_archive.${String(archive?.['contents'])}`));
  };
  test.each([
    ['expired', "update lockstep_archive.archives set expires = now() - interval '1 minute'"],
    ['changed by someone', 'update CONTENTS set gone = 11 where id = 1'],
    ['rows removed', 'delete from CONTENTS where id = 1'],
    ['removed', 'drop table CONTENTS; delete from lockstep_archive.archives'],
    ['its table gone', 'drop table CONTENTS'],
    ['its rows deleted by users', 'delete from t2 where id = 2'],
  ])('where the archive is not complete: %s', async (_what, sql) => {
    const { confirm, line, r3 } = await contracted();
    await changed(line, sql);
    expect(await rollback(line, confirm)).toMatchObject({ verdict: 'fail', reason: 'contract-applied' });
    expect(line.shop.seen()).toEqual([r3.candidate.deployment]);
    expect(Object.keys((await query(line, 'select * from t2'))[0] ?? {})).toEqual(['id']);
  });

  test('which names the restore point that was made before', async () => {
    const { confirm, line, r3 } = await contracted();
    await changed(line, 'drop table CONTENTS');
    const { candidate } = r3;
    await recordRestorePoint(line.github, 'github-actions[bot]', line.shop.environment, {
      ...{ kind: 'lockstep-restore-point/1', id: 'p1', service: '', actor: 'olga', release: r3.id },
      ...{ author: r3.author, commit: candidate.commit ?? '', project: 'abcdefghijklmnopqrst' },
      ...{ name: 'ls-20261130T0900-1', completed: '2026-11-30T09:00:00Z' },
    });
    const { message, reason } = await rollback(line, confirm);
    expect(reason).toBe('contract-applied');
    expect(message).toContain('ls-20261130T0900-1 of the Supabase project abcdefghijklmnopqrst, complete since 2026');
  });

  test('where an expand migration came after the contract', async () => {
    const { confirm, line } = await contracted();
    await line.release({ state: 'released', live: true });
    const to = `${line.shop.environment}-r2`;
    const end = await rollback(line, { to, ...confirm });
    expect(end).toMatchObject({ verdict: 'fail', reason: 'contract-applied' });
  });
});

describe('decideContract', () => {
  const data = (over: Partial<ContractData>): ContractData => ({
    ...{ version: '5', name: 'c', isApplied: true, state: 'complete', archives: [] },
    ...over,
  });
  const question = {
    schema: {
      chosen: [{ version: '5', name: 'c', phase: 'contract', down: 'd' }],
      contracts: 1,
      stays: undefined,
      atRisk: '',
      ours: { releases: [], line: undefined },
    },
    data: [data({})],
    policy: 'keep',
    confirmed: '',
    releases: ['r3'],
    target: 'dpl_1',
  } as const;
  const wanted = (over: object) => {
    const decided = decideContract({ ...question, ...over, confirmed: '' } as never);
    return decided.kind === 'refuse' ? (decided.restore?.confirmation ?? '') : '';
  };

  test.each([
    ['complete and confirmed', {}, 'restore'],
    ['allowed', { policy: 'allow' }, 'none'],
    ['not confirmed', { confirmed: '' }, 'contract-not-confirmed'],
    ['the id alone', { confirmed: 'r3' }, 'contract-not-confirmed'],
    ['another release', { confirmed: wanted({ releases: ['r2'] }) }, 'contract-not-confirmed'],
    ['another target', { confirmed: wanted({ target: 'dpl_2' }) }, 'contract-not-confirmed'],
    ['another policy', { confirmed: wanted({ policy: 'archive' }) }, 'contract-not-confirmed'],
    ['another down migration', { confirmed: wanted({ schema: changedDown() }) }, 'contract-not-confirmed'],
    [
      'another archive',
      { confirmed: wanted({ data: [data({ archives: [archive(false)] })] }) },
      'contract-not-confirmed',
    ],
    ['unknown to the archive', { data: [] }, 'contract-applied'],
    ['not archived', { data: [data({ state: 'not-archived' })] }, 'contract-applied'],
    ['expired', { data: [data({ state: 'expired' })] }, 'contract-applied'],
    [
      'pending, nothing applied',
      {
        schema: { ...question.schema, chosen: [], contracts: 0 },
        confirmed: '',
        data: [data({ isApplied: false, archives: [archive(false)] })],
      },
      'restore',
    ],
    [
      'restored by an earlier run',
      {
        schema: { ...question.schema, chosen: [], contracts: 0 },
        data: [data({ isApplied: false, archives: [archive(true)] })],
      },
      'none',
    ],
    [
      'accepted as it is',
      {
        schema: { ...question.schema, chosen: [], contracts: 0 },
        data: [data({ isApplied: false, state: 'accepted' })],
      },
      'none',
    ],
    [
      'rolled back, and its archive is gone',
      {
        schema: { ...question.schema, chosen: [], contracts: 0 },
        data: [data({ isApplied: false, state: 'missing' })],
      },
      'contract-applied',
    ],
    [
      'values whose rows were written since',
      { data: [data({ archives: [{ ...archive(false), overwritten: 1 }] })] },
      'contract-applied',
    ],
    [
      'needed by another service',
      { policy: 'allow', schema: { ...question.schema, stays: { kind: 'shared', because: 'x' } } },
      'contract-applied',
    ],
  ] as const)('%s', (_what, over, kind) => {
    const decided = decideContract({ ...question, confirmed: wanted({}), ...over } as never);
    expect(decided.kind === 'refuse' ? decided.reason : decided.kind).toBe(kind);
  });

  function changedDown() {
    return { ...question.schema, chosen: question.schema.chosen.map((each) => ({ ...each, down: 'other' })) };
  }

  function archive(isRestored: boolean) {
    const since = { writtenSince: undefined, gone: undefined, overwritten: undefined };
    const times = { at: '2026-01-01T00:00:00Z', expires: '2026-02-01T00:00:00Z' };
    return { id: '1', source: 'public.t', rows: 1, ...times, isRestored, ...since };
  }
});

test('judgeData: an archive that is gone, or not all restored, is not the whole', () => {
  const table = {
    id: '1',
    source: 'public.t',
    inserted: 2,
    set: 1,
    conflicts: { server: 1 },
    contents: 'x.a1',
  } as unknown as RestoredTable;
  expect(judgeData([table], [])).toMatchObject({ kind: 'whole', rows: 3 });
  expect(judgeData([table], ['1'])).toMatchObject({ kind: 'partial', rows: 3 });
  expect(judgeData([], ['2'])).toMatchObject({ kind: 'partial', rows: 0 });
});
