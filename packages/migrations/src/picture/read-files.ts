import type { Migration } from '../files/migration.ts';
import type { Parse } from '../parse/parser.ts';
import { calledBy, type Routines } from '../parse/runs.ts';
import { readStatements, type Statement } from '../parse/statements.ts';
import { cutSegments } from '../sql/segments.ts';
import type { Known } from './known.ts';
import { namesIn } from './read-known.ts';
import { runsOf } from './routines.ts';

export interface ReadFile {
  readonly migration: Migration;
  readonly statements: readonly Statement[];
}

/** Reads files that are applied one after another: what one makes, those behind it may call. */
export function readFiles(migrations: readonly Migration[], parse: Parse, routines: Routines = new Map()): ReadFile[] {
  return migrations.map((migration) => ({ migration, statements: readStatements(migration.up, parse, routines) }));
}

/** Asks the database what it has of some names. */
export type Ask = (names: ReadonlySet<string>, parse: Parse) => Promise<Known>;

/** A routine may call another one, and that a third; further down nobody looks. */
const DEPTH = 3;

/**
 * The same with a database, which knows what routines do that the files call and that none of them makes.
 */
export async function readFilesWith(
  migrations: readonly Migration[],
  parse: Parse,
  ask: Ask,
): Promise<{ readonly files: readonly ReadFile[]; readonly known: Known | undefined }> {
  let files = readFiles(migrations, parse);
  let names = namesIn(files.flatMap(({ statements }) => statements));
  if (names.size === 0) return { files, known: undefined };
  let known = await ask(names, parse);
  for (let depth = 0; depth < DEPTH; depth++) {
    const routines = runsOf(known.routines, parse);
    if (!files.some(({ statements }) => statements.some((each) => callsAny(each, routines)))) break;
    files = readFiles(migrations, parse, routines);
    const more = namesIn(files.flatMap(({ statements }) => statements));
    if (more.size === names.size) break;
    names = more;
    known = await ask(names, parse);
  }
  return { files, known };
}

function callsAny({ parsed }: Statement, routines: Routines): boolean {
  return parsed !== undefined && routines.size > 0 && calledBy(parsed).some((name) => routines.has(name));
}

/** For each statement the transaction that it is committed with. */
export function transactionsOf({ up }: Migration, statements: readonly Statement[]): readonly number[] {
  const ends = cutSegments(up.pieces).flatMap((segment, nth) => {
    const pieces = segment.kind === 'alone' ? [segment.piece] : segment.pieces;
    return pieces.map(({ to }) => ({ nth, to }));
  });
  let at = 0;
  return statements.map((statement) => {
    while (at < ends.length - 1 && (ends[at]?.to ?? 0) <= statement.at) at++;
    return ends[at]?.nth ?? 0;
  });
}
