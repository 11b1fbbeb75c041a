import { expect, test } from '@jest/globals';
import { classify } from '../../src/sql/classify.ts';

const plain = { kind: 'plain' };
const other = { kind: 'alone', what: { does: 'other' } };
const once = (doneState: string, concurrent = false) => ({
  kind: 'alone',
  what: { does: 'once', doneState, concurrent },
});
const reindex = (concurrent: boolean) => ({ kind: 'alone', what: { does: 'reindex', concurrent } });
const index = (name: string, table: string) => ({ kind: 'alone', what: { does: 'create-index', index: name, table } });

test.each<[string, object]>([
  ['create table t (concurrently int)', plain],
  ['create index i on t (a)', plain],
  ['create index concurrently i on t (a)', index('i', 't')],
  ['CREATE UNIQUE INDEX /* now */ CONCURRENTLY IF NOT EXISTS "I x" ON ONLY s."T" (a)', index('I x', 's."T"')],
  ['create index concurrently on s.t using gin (a)', index('', 's.t')],
  ['drop index concurrently if exists i', once('42704', true)],
  ['drop index i', plain],
  ['reindex index i', plain],
  ['reindex (verbose, concurrently) table t', reindex(true)],
  ['reindex (concurrently off) table t', reindex(false)],
  ['reindex index concurrently "I"', reindex(true)],
  ['reindex index "concurrently"', plain],
  ['reindex database d', reindex(false)],
  ['refresh materialized view concurrently v', plain],
  ['vacuum analyze t', other],
  ['cluster', other],
  ['cluster verbose', other],
  ['cluster t using i', plain],
  ['discard all', other],
  ['discard temp', plain],
  ['alter system set work_mem = 1', other],
  ['create database d', once('42P04')],
  ['drop database d', once('3D000')],
  ['alter database d set tablespace x', other],
  ['alter database d set search_path = a', plain],
  ['create tablespace x location y', once('42710')],
  ["create subscription s connection 'x' publication p", once('42710')],
  ["create subscription s connection 'x' publication p with (create_slot = false, slot_name = none)", plain],
  ['alter subscription s refresh publication', other],
  [
    'alter table p detach partition s.q concurrently',
    {
      kind: 'alone',
      what: { does: 'detach-partition', table: 'p', partition: 's.q', concurrent: true },
    },
  ],
  [
    'alter table only s.p detach partition q finalize',
    {
      kind: 'alone',
      what: { does: 'detach-partition', table: 's.p', partition: 'q', concurrent: false },
    },
  ],
  ['alter table p detach partition q', plain],
  ['alter table t add column concurrently int', plain],
  ["alter type e add value if not exists 'it''s' before 'x'", { kind: 'enum-value', label: "'it''s'" }],
  ["alter type e rename value 'a' to 'b'", plain],
  ['begin isolation level serializable', { kind: 'begin', readOnly: false }],
  ['start transaction read only', { kind: 'begin', readOnly: true }],
  ['commit and chain', { kind: 'commit', chain: true }],
  ['commit and no chain', { kind: 'commit', chain: false }],
  ['end', { kind: 'commit', chain: false }],
  ['abort', { kind: 'rollback', chain: false }],
  ['rollback to savepoint a', plain],
  ['rollback transaction to a', plain],
  ['savepoint a', plain],
  ['release a', plain],
  ["commit prepared 'x'", once('42704')],
  ["rollback prepared 'x'", once('42704')],
  ["prepare transaction 'x'", { kind: 'prepare-transaction' }],
  ['prepare p as select 1', plain],
  ['copy t (a, "from") from stdin csv', { kind: 'copy-from-stdin' }],
  ["copy t from '/file'", plain],
  ['copy t to stdout', plain],
  ['copy (select 1 from stdin) to stdout', plain],
  ["set standard_conforming_strings = 'off'", { kind: 'string-syntax', standard: false }],
  ['set local standard_conforming_strings to on', { kind: 'string-syntax', standard: true }],
  ["set client_encoding = 'LATIN1'", { kind: 'client-encoding', encoding: 'latin1' }],
  ['set role x', plain],
  ['', plain],
])('%s', (sql, expected) => {
  expect(classify(Buffer.from(sql))).toEqual(expected);
});
