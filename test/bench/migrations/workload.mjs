import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a product's first two years look like: `tables` times five small files. */
export function smallMigrations(tables) {
  const files = [];
  const add = (name, sql) => files.push([`${20240101000000 + files.length}_${name}.sql`, `${sql}\n`]);
  for (let i = 0; i < tables; i++) {
    const t = `things_${i}`;
    add(`create_${t}`, `create table ${t} (id bigint generated always as identity primary key, name text not null);`);
    add(
      `extend_${t}`,
      `alter table ${t} add column owner bigint;\nalter table ${t} add column at timestamptz not null default now();`,
    );
    add(`index_${t}`, `create index ${t}_owner on ${t} (owner);`);
    add(
      `trigger_${t}`,
      `create function ${t}_touch() returns trigger language plpgsql as $$ begin new.at := now(); return new; end $$;\n` +
        `create trigger touch before update on ${t} for each row execute function ${t}_touch();`,
    );
    add(
      `policy_${t}`,
      `alter table ${t} enable row level security;\ncreate policy own on ${t} using (owner = 1);\ncomment on table ${t} is 'things';`,
    );
  }
  return files;
}

/** A data file of `megabytes`: INSERTs of `rows` rows each. */
export function dataFile(megabytes, rows) {
  const parts = ['create table bulk (id int, a text, b text);\n'];
  let size = parts[0].length;
  for (let id = 0; size < megabytes << 20; ) {
    const values = [];
    for (let i = 0; i < rows; i++, id++)
      values.push(`(${id}, 'name of ${id}', 'some text that a row may well hold, ${id * 7}')`);
    const statement = `insert into bulk (id, a, b) values ${values.join(',\n')};\n`;
    parts.push(statement);
    size += statement.length;
  }
  return [['20240101000000_bulk.sql', parts.join('')]];
}

/** Lays files out for one tool, below `root`. */
export function layOut(root, files, tool) {
  const folder = join(root, tool === 'ours' || tool === 'supabase' ? 'supabase/migrations' : tool);
  mkdirSync(folder, { recursive: true });
  for (const [name, sql] of files) writeFileSync(join(folder, name), framed(tool, sql));
  return folder;
}

function framed(tool, sql) {
  if (tool === 'dbmate') return `-- migrate:up\n${sql}\n-- migrate:down\n`;
  return tool === 'node-pg-migrate' ? `-- Up Migration\n${sql}` : sql;
}
