import type { History } from './histories.ts';

/** What is to go down, and SQL for what must still be there when it was not allowed to take anything away. */
export interface Losing {
  readonly name: string;
  readonly history: History;
  readonly stays: string;
}

export const users =
  "create table users (id int primary key, bio text, plan text default 'free'); insert into users select i, 'bio' || i, 'pro' from generate_series(1, 20) i;";
export const one = (up: string, down: string, meanwhile?: string, before = users): History => ({
  before,
  migrations: [meanwhile === undefined ? [up, down] : [up, down, meanwhile]],
});
export const several = (...migrations: History['migrations']): History => ({ before: users, migrations });
export const people = 'select count(*) from users';
export const bios = 'select count(bio), min(bio), max(bio) from users';
export const archive = 'select count(*) from archive';
