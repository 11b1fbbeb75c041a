import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { compareReviews, reviewDatabase, reviewDiffText } from '../src/index.ts';
import { type Ground, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const schema = `
create table public.note (id int primary key, owner uuid, body text);
alter table public.note enable row level security;
create policy own on public.note for select to authenticated using (owner = (select auth.uid()));
grant select, insert on public.note to authenticated;
grant update (body) on public.note to authenticated;
grant all on public.note to service_role;
create table public.price (id int);
grant select on public.price to anon;
create view public.notes as select * from public.note;
create view public.own_notes with (security_invoker) as select * from public.note;
grant select on public.notes, public.own_notes to anon;
create function public.total(a int) returns int language sql security definer as 'select 1';
create function public.hidden() returns int language sql as 'select 1';
revoke execute on function public.hidden() from public;
`;

let count = 0;
async function review(sql: string): Promise<string> {
  const name = `review_${++count}`;
  const url = await ground.postgres.createDatabase(name);
  await ground.postgres.query(sql, [], name);
  const document = await reviewDatabase(url, ['public'], { log: silent, clock: systemClock, signal: undefined });
  await ground.postgres.dropDatabase(name);
  return document;
}

const rows = (document: string, object: string) =>
  document.split('\n').filter((line) => line.startsWith(`| \`${object}`));

describe('who may do what', () => {
  test('by role, key, object, policy and function', async () => {
    const document = await review(schema);
    expect(rows(document, 'public.note`')).toEqual([
      '| `public.note` | authenticated | insert, select, update (body) | by own |',
      expect.stringMatching(
        /^\| `public\.note` \| service_role \| .*delete.* \| all: no policy holds for the role \|$/,
      ),
      '| `public.note` | own | select | authenticated | using (owner = ( SELECT auth.uid() AS uid)) |',
    ]);
    expect(rows(document, 'public.price')).toEqual([
      '| `public.price` | anon | select | all: row-level security is off |',
    ]);
    expect(rows(document, 'public.notes')).toEqual(['| `public.notes` | anon | select | all that its owner may see |']);
    expect(rows(document, 'public.own_notes')).toEqual([
      '| `public.own_notes` | anon | select | those that its caller may see |',
    ]);
    expect(rows(document, 'public.total')).toEqual(['| `public.total(a integer)` | its owner | everyone |']);
    expect(rows(document, 'public.hidden')).toEqual(['| `public.hidden()` | its caller | its owner alone |']);
    expect(rows(document, 'anon')).toEqual(['| `anon` | the publishable key (anon), without a user | none |']);
  });

  test('the same schema gives the same text, and an empty one says so', async () => {
    expect(await review(schema)).toBe(await review(schema));
    expect(await review('select 1')).toContain('None.');
  });
});

describe('what changed', () => {
  const changed = async (sql: string) => compareReviews(await review(schema), await review(schema + sql));

  test.each<[string, string]>([
    ['grant delete on public.note to authenticated', 'delete, insert, select, update (body)'],
    ['grant select on public.note to anon', '| anon | select | none: no policy is for the role |'],
    ['alter policy own on public.note using (true)', '| using true |'],
    ['alter table public.note disable row level security', 'all: row-level security is off'],
    ['alter view public.own_notes reset (security_invoker)', 'all that its owner may see'],
    ['grant execute on function public.hidden() to anon', '| anon |'],
    ['alter function public.hidden() security definer', '| its owner |'],
    ['create sequence public.s; grant usage on sequence public.s to anon', '`public.s` | anon | usage'],
    ['grant select on public.price to authenticated with grant option', 'and give it away'],
  ])('%s', async (sql, line) => {
    const { added } = await changed(`${sql};`);
    expect(added.join('\n')).toContain(line);
  });

  test('where nothing changed there is no line', async () => {
    expect(await changed('create index on public.note (owner);')).toEqual({ added: [], removed: [] });
  });

  test('a diff has the old and the new line of one object next to each other', () => {
    const diff = compareReviews('| `a` | x |\n| `b` | y |\n', '| `a` | z |\r\n| `c` | y |\r\n');
    expect(reviewDiffText(diff)).toBe('- | `a` | x |\n+ | `a` | z |\n- | `b` | y |\n+ | `c` | y |');
  });
});
