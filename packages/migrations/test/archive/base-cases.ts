import type { Case } from '../data-loss/case.ts';

/** Three rows with a key. */
export const users =
  "create table users (id int primary key, name text, n int); insert into users values (1, 'ada', 1), (2, 'bob', 2), (3, 'cid', 3);";

/** A down migration that destroys fifty rows. */
export const lossy: Case = {
  up: 'create table t (id int primary key, a text);',
  meanwhile: "insert into t select i, repeat('x', 100) from generate_series(1, 50) i",
  down: 'drop table t;',
};
