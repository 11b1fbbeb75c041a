import { basename } from 'node:path';
import type { Secret } from '@lockstep/base';
import {
  compareSchemas,
  type Difference,
  openSession,
  readSchema,
  readSchemaWithin,
  type Schema,
  type Session,
} from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import type { Migration } from '../files/migration.ts';
import { mentionsSupabase } from '../files/supabase-project.ts';
import { HISTORY_SCHEMAS } from '../history/tables.ts';
import { loadParser } from '../parse/parser.ts';
import { up } from '../up/up.ts';
import { withShadow } from '../verify/shadow.ts';
import type { State } from './item.ts';
import { findLost } from './lost.ts';
import { readNames } from './names.ts';
import type { Before } from './renames.ts';
import { readState } from './state.ts';
import { undo } from './trial.ts';

export interface DraftOptions {
  /** Up to and with the migration that a down migration is drafted for: its newest. */
  readonly folder: Folder;
  /** An empty database that may be overwritten; without one, one is made beside the target. */
  readonly shadowUrl: Secret | undefined;
}

/** A down migration that a program wrote. */
export interface Draft {
  readonly statements: readonly string[];
  /** Rows and values that no statement brings back. A person has to write or to accept it: lint is red until then. */
  readonly lost: readonly string[];
  /** What of the schema is not as it was; the same holds of it. */
  readonly remains: readonly string[];
}

export type Drafted =
  | { readonly kind: 'drafted'; readonly draft: Draft; readonly text: string }
  /** The migration, or one before it, could not be applied to the shadow. */
  | { readonly kind: 'not-applied'; readonly message: string };

/** Drafts the down migration of the newest file of a folder, on a database that is thrown away. */
export async function draftDown(engine: Engine, { folder, shadowUrl }: DraftOptions): Promise<Drafted> {
  const { migrations } = folder;
  const subject = migrations.at(-1);
  if (subject === undefined) return { kind: 'not-applied', message: 'no migration in the folder' };
  const needsSupabase = mentionsSupabase(migrations);
  return await withShadow(engine, { given: shadowUrl, needsSupabase }, async (shadow): Promise<Drafted> => {
    const base = await applied(shadow, { ...folder, migrations: migrations.slice(0, -1) });
    if (base !== undefined) return { kind: 'not-applied', message: `earlier migrations: ${base}` };
    const before = await within(shadow, readKnown);
    const own = await applied(shadow, folder);
    if (own !== undefined) return { kind: 'not-applied', message: own };
    const after = await within(shadow, readKnown);
    const draft = await draftFrom(shadow, { migration: subject, before, after });
    return { kind: 'drafted', draft, text: draftText(subject, draft) };
  });
}

/** All that is known of a schema at one time. */
export interface Known extends Before {
  readonly schema: Schema;
}

export interface Change {
  readonly migration: Migration;
  readonly before: Known;
  readonly after: Known;
}

/** On a database to which the migration was applied, and nothing since. Changes nothing. */
export async function draftFrom(shadow: Engine, { after, before, migration }: Change): Promise<Draft> {
  const lost = findLost(migration, await loadParser(), before.state, after.state);
  return await within(shadow, async (session) => {
    await session.rows("begin; set local search_path = ''; set local check_function_bodies = off");
    try {
      const statements = await undo(session, before, after);
      const emptied = findEmptied({ before, after }, await readState(session));
      if (emptied.length > 0) return { statements: [], lost, remains: emptied.map(byHand) };
      const left = compareSchemas(before.schema, await readSchemaWithin(session, HISTORY_SCHEMAS));
      return { statements, lost, remains: left.map(remainder) };
    } finally {
      await session.send('rollback');
    }
  });
}

/**
 * Tables and columns of before and after that would be made again, and lose what is in them. The plan avoids that; this is
 * the net under it.
 */
function findEmptied({ after, before }: Omit<Change, 'migration'>, now: State): readonly string[] {
  const addresses = ({ items }: State) => new Set([...items.values()].map(({ address }) => address));
  const [kept, there] = [addresses(after.state), addresses(now)];
  return [...before.state.items.values()]
    .filter(({ facts, kind }) => kind.name === 'table' || (kind.name === 'column' && facts['generated'] === ''))
    .filter(({ address, parent }) => kept.has(address) && !there.has(address) && !isPartition(now, parent))
    .map(({ id }) => id);
}

/** Its columns are those of the table that it is a part of. */
function isPartition({ items }: State, parent: string): boolean {
  return (items.get(parent)?.facts['parents'] ?? null) !== null;
}

function byHand(id: string): string {
  return `${id} would lose its rows: this down migration has to be written by hand`;
}

export async function readKnown(session: Session): Promise<Known> {
  const schema = await readSchema(session, HISTORY_SCHEMAS);
  await session.rows("begin; set local search_path = ''");
  const [state, names] = [await readState(session), await readNames(session)];
  await session.rows('rollback');
  return { schema, state, names };
}

export async function within<T>(shadow: Engine, work: (session: Session) => Promise<T>): Promise<T> {
  const { log, signal, target } = shadow;
  const session = await openSession(target, { log, signal, applicationName: 'lockstep draft' });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

async function applied(shadow: Engine, folder: Folder): Promise<string | undefined> {
  const { failure } = await up(shadow, { folder, phase: 'all', allowOutOfOrder: true });
  return failure?.message;
}

/** What is left of a difference, for a person. */
function remainder({ kind, lines, object }: Difference): string {
  const bare = (sign: string) =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(2).replace(/^column \d+ /, 'column '))
      .sort();
  const isOrder = kind === 'changed' && JSON.stringify(bare('-')) === JSON.stringify(bare('+'));
  if (isOrder) return `the columns of ${object} are in another order: PostgreSQL adds columns at the end`;
  const what = { missing: 'is not created again', extra: 'is not dropped', changed: 'is not as it was' }[kind];
  return `${object} ${what}`;
}

/** The file. */
export function draftText({ file }: Pick<Migration, 'file'>, { lost, remains, statements }: Draft): string {
  const name = basename(file);
  const head = `-- Draft of the down migration of ${name}: read it before it is committed.\n`;
  const todo = [...lost, ...remains]
    .map((each) => `-- lockstep: unfinished ${each.replaceAll(/\s+/g, ' ')}\n`)
    .join('');
  if (statements.length === 0)
    return `${head}${todo}${todo === '' ? '-- Nothing to reverse: the migration does not change the schema.\n' : ''}`;
  return `${head}${todo}\n${statements.map((each) => `${each};\n`).join('\n')}`;
}
