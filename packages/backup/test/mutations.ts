import { writeFileSync } from 'node:fs';
import type { Tampering } from './tamper.ts';

/** What it is called, of which backup, how, and each thing that is not well then. */
export type Mutation = readonly [string, 'plain' | 'sealed', (backup: Tampering) => void, readonly string[]];

export const schema = `
create role reader nologin;
create table public.people (id serial primary key, name text default 'x', mail text);
insert into public.people (name, mail) select 'n' || g, 'm' || g from generate_series(1, 50) g;
create table public.notes (id int, body text); insert into public.notes select g, 'note ' || g from generate_series(1, 9) g;
alter table public.notes enable row level security;
create policy own on public.notes for select to reader using (id = 1);
grant select on public.people to reader;
create function public.touch() returns trigger language plpgsql as 'begin
return new;
end';
create role writer nologin; grant reader to writer; alter role reader set work_mem = '5MB';
alter default privileges in schema public grant select on tables to reader;
alter table public.notes force row level security; alter table public.notes owner to writer;
comment on table public.people is 'they';
create trigger touch before insert on public.people for each row execute function public.touch();
create index people_mail on public.people (mail);
`;

const data = 'data/00001.sql.gz';
const flipped = (at: number) => (bytes: Buffer) => {
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes;
};
const twice = (text: string) => text.replace(/^3\tnote 3$/m, '2\tnote 2');

/** What is done to a backup of `schema`, and what a drill finds in it. */
export const mutations: readonly Mutation[] = [
  ['a changed byte', 'plain', (b) => b.bytes(data, flipped(-20)), ['backup-whole object-changed BACKUP']],
  [
    'a changed byte that unpacks as before',
    'plain',
    (b) => b.bytes(data, flipped(4)),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'a changed byte of what is encrypted',
    'sealed',
    (b) => b.bytes(`${data}.age`, flipped(-20)),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'a changed byte of the script for psql',
    'plain',
    (b) => b.bytes('restore.sh', flipped(-20)),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'a row that is replaced by another one',
    'plain',
    (b) => b.script(b.data('public.notes'), twice),
    ['backup-whole rows-differ BACKUP'],
  ],
  [
    'a row that was added',
    'plain',
    (b) => b.script(b.data('public.notes'), (t) => t.replace('\\.\n', '10\tnew\n\\.\n')),
    ['backup-whole rows-differ BACKUP'],
  ],
  [
    'an object that is cut',
    'plain',
    (b) => b.bytes(data, (bytes) => bytes.subarray(0, -30)),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'an object that is cut, encrypted',
    'sealed',
    (b) => b.bytes(`${data}.age`, (bytes) => bytes.subarray(0, -30)),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'rows that are cut, and nobody else sees it',
    'plain',
    (b) => b.script(b.data('public.notes'), (t) => t.slice(0, -20)),
    ['backup-whole object-changed BACKUP'],
  ],
  ['a table that is missing', 'plain', (b) => b.remove(data), ['backup-whole object-missing BACKUP']],
  [
    'a table that is missing in the manifest as well',
    'plain',
    (b) => {
      b.remove(data);
      b.rewrite((m) => ({ ...m, objects: m.objects.filter(({ name }) => name !== data) }));
    },
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'an object too many',
    'plain',
    (b) => writeFileSync(b.path('data/00099.sql.gz'), 'x'),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'a table too many',
    'plain',
    (b) => b.script('before.sql.gz', (t) => `${t}\ncreate table public.more (id int);`),
    ['schema-equal schema-differs table public.more'],
  ],
  [
    'two objects that changed places',
    'plain',
    (b) => b.swap(data, 'data/00002.sql.gz'),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'two objects that changed places, covered up',
    'plain',
    (b) => {
      b.swap(data, 'data/00002.sql.gz');
      b.coverUp(data);
      b.coverUp('data/00002.sql.gz');
    },
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'a policy that is lost',
    'plain',
    (b) => b.script('after.sql.gz', (t) => t.replace(/^CREATE POLICY[^;]*;/m, '')),
    ['schema-equal schema-differs policy own on public.notes'],
  ],
  [
    'row-level security that is lost',
    'plain',
    (b) => b.script('after.sql.gz', (t) => t.replace(/^ALTER TABLE .* ENABLE ROW LEVEL SECURITY;/m, '')),
    ['schema-equal schema-differs table public.notes'],
  ],
  [
    'a grant that is lost',
    'plain',
    (b) => b.script('before.sql.gz', (t) => t.replace(/^GRANT SELECT[^;]*;/m, '')),
    ['schema-equal schema-differs table public.people'],
  ],
  [
    'row-level security that is no longer forced',
    'plain',
    (b) => b.script('before.sql.gz', (t) => t.replace(/^ALTER TABLE .* FORCE ROW LEVEL SECURITY;/m, '')),
    ['schema-equal schema-differs table public.notes'],
  ],
  [
    'default privileges that are lost',
    'plain',
    (b) => b.script('after.sql.gz', (t) => t.replace(/^ALTER DEFAULT PRIVILEGES[^;]*;/m, '')),
    ['schema-equal schema-differs default privileges of postgres in public'],
  ],
  [
    'an owner that is another one',
    'plain',
    (b) => b.script('before.sql.gz', (t) => t.replace(/^ALTER TABLE public.notes OWNER TO writer;/m, '')),
    ['schema-equal schema-differs table public.notes'],
  ],
  [
    'a line of a function that is lost',
    'plain',
    (b) => b.script('before.sql.gz', (t) => t.replace(/^return new;\n/m, '')),
    ['schema-equal schema-differs function public.touch()'],
  ],
  [
    'a comment that is lost',
    'plain',
    (b) => b.script('before.sql.gz', (t) => t.replace(/^COMMENT ON TABLE[^;]*;/m, '')),
    ['schema-equal schema-differs table public.people'],
  ],
  [
    'a membership that is lost',
    'plain',
    (b) => b.script('globals.sql.gz', (t) => t.replace(/^.*grant "?reader"? to "?writer"?.*$/m, '')),
    ['schema-equal schema-differs role writer'],
  ],
  [
    'a default that is lost',
    'plain',
    (b) => b.script('before.sql.gz', (t) => t.replace(" DEFAULT 'x'::text", '')),
    ['schema-equal schema-differs table public.people'],
  ],
  [
    'an index that is lost',
    'plain',
    (b) => b.script('after.sql.gz', (t) => t.replace(/^CREATE INDEX people_mail[^;]*;/m, '')),
    ['schema-equal schema-differs index public.people_mail'],
  ],
  [
    'a trigger that is lost',
    'plain',
    (b) => b.script('after.sql.gz', (t) => t.replace(/^CREATE TRIGGER[^;]*;/m, '')),
    ['schema-equal schema-differs trigger touch on public.people'],
  ],
  [
    'a statement that the server refuses',
    'plain',
    (b) => b.script('after.sql.gz', (t) => `${t}\ndrop table nothing;`),
    ['backup-restores statement-refused BACKUP'],
  ],
  [
    'a sequence that is behind',
    'plain',
    (b) => b.script('sequences.sql.gz', (t) => t.replace('50, true', '40, true')),
    ['sequences-equal sequence-differs public.people_id_seq'],
  ],
  [
    'a manifest that was edited',
    'plain',
    (b) => b.write({ ...b.manifest, tier: 'yearly' }),
    ['manifest-whole manifest-edited BACKUP'],
  ],
  [
    'a manifest with other counts, whose digest fits',
    'plain',
    (b) => b.rewrite((m) => ({ ...m, totals: { ...m.totals, rows: 1 } })),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'a manifest with another time, whose digest fits',
    'plain',
    (b) => b.rewrite((m) => ({ ...m, takenAt: new Date().toISOString() })),
    ['backup-whole object-changed BACKUP'],
  ],
  [
    'a manifest of another backup',
    'plain',
    (b) => b.rewrite((m) => ({ ...m, id: m.id.replace(/.$/, 'z') })),
    ['manifest-whole manifest-edited BACKUP'],
  ],
  [
    'a manifest of a newer version',
    'plain',
    (b) => b.write({ ...b.manifest, kind: 'lockstep-backup/2' }),
    ['manifest-whole manifest-newer BACKUP'],
  ],
  ['no manifest', 'plain', (b) => b.remove('manifest.json'), ['manifest-whole no-manifest BACKUP']],
  [
    'half a manifest',
    'plain',
    (b) => b.bytes('manifest.json', (bytes) => bytes.subarray(0, 100)),
    ['manifest-whole manifest-unreadable BACKUP'],
  ],
];
