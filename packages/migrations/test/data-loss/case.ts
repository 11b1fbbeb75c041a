import { expect } from '@jest/globals';
import { type DownReport, down } from '../../src/down/down.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground } from '../ground.ts';

/** One migration, and what happens around it. */
export interface Case {
  /** What is there before the migration. */
  readonly before?: string;
  readonly up: string;
  readonly down: string;
  /** What happens between up and down. */
  readonly meanwhile?: string;
}

/** A database in which the migration of a case is applied, and what follows it has happened. */
export async function applyCase(ground: Ground, { before = '', meanwhile = '', ...files }: Case): Promise<Database> {
  const database = await ground.database();
  if (before !== '') await database.run(before);
  const folder = folderOf(ground.scope, { 'migrations/1_case.sql': files.up, 'rollbacks/1_case.sql': files.down });
  const report = await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  expect(report.failure).toBeUndefined();
  if (meanwhile !== '') await database.run(meanwhile);
  return database;
}

/** Takes the newest migration down. */
export function goDown(database: Database, onDataLoss: 'refuse' | 'allow' = 'refuse'): Promise<DownReport> {
  return down(engineOn(database), { range: { kind: 'steps', steps: 1 }, onDataLoss });
}

export const table = { up: 'create table t (id int, a text);', down: 'drop table t;' };
export const users =
  "create table users (id int primary key, name text); insert into users values (1, 'ada'), (2, 'bob');";
