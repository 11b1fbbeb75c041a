import { type Losing, one } from './losing.ts';

/** How far sequences have counted: numbers that were given once are given again. */
export const counted: readonly Losing[] = [
  ['set back by setval', "select setval('sq', 1); drop table a;"],
  ['set back by setval in a block of code', "do $$ begin perform setval('sq', 1, false); end $$; drop table a;"],
  ['set back', 'alter sequence sq restart with 1; drop table a;'],
  ['set back by a block of code', "do $$ begin execute 'alter sequence sq restart'; end $$; drop table a;"],
  ['that is gone', 'drop sequence sq; drop table a;'],
  ['set back, which numbers a column', 'alter table bills alter id restart; drop table a;', 'bills_id_seq'],
  [
    'of an identity that goes, while its column stays',
    'alter table bills alter id drop identity; drop table a;',
    'bills_id_seq',
  ],
  ['set back where it falls', 'alter sequence falling restart; drop table a;', 'falling'],
].map(([what, down = '', sequence = 'sq']) => ({
  name: `a sequence ${what}`,
  history: one(
    'create table a (id int);',
    down,
    undefined,
    "create sequence sq; select setval('sq', 500); create sequence falling increment -1; select nextval('falling'), nextval('falling'); create table bills (id int generated always as identity); insert into bills default values;",
  ),
  stays: `select last_value, is_called from ${sequence}`,
}));
