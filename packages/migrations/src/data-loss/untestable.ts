import { literal, type Session } from '@lockstep/postgres';
import { firstWord } from '../sql/classify.ts';
import type { Script } from '../sql/inspect.ts';
import { cutSegments } from '../sql/segments.ts';
import { type Token, tokens } from '../sql/tokens.ts';
import type { Loss } from './losses.ts';

/**
 * What a down migration does outside of a transaction that could be tried and rolled back: code that commits by itself,
 * what another transaction or database holds, and what leaves the database. Indexes, partitions and VACUUM take no data
 * away.
 */
export async function findUntestable(session: Session, script: Script): Promise<readonly Loss[]> {
  return [...untestableIn(script), ...(await untestableInFunctions(session, script))];
}

function untestableIn(script: Script): readonly Loss[] {
  return cutSegments(script.pieces).flatMap((segment): Loss[] => {
    const within = segment.kind === 'transaction' ? segment.pieces.flatMap((piece) => leaving(script, piece)) : [];
    const piece = segment.kind === 'alone' ? segment.piece : segment.end;
    if (piece === undefined || piece.kind === 'rollback') return within;
    const statement = script.source.read(piece.from, piece.to);
    const words = tokens(statement, 2).map((token) => token.value);
    const what = words
      .slice(0, firstWord(statement) === 'call' ? 1 : 2)
      .join(' ')
      .toUpperCase();
    if (!/^(CALL|DO|COMMIT PREPARED|PREPARE TRANSACTION|DROP DATABASE)/.test(what)) return within;
    return [...within, untestable(`line ${piece.line} (${what.replace(/^DO .*/, 'DO')})`)];
  });
}

function untestable(object: string): Loss {
  return { kind: 'untestable', object, rows: 0, more: true };
}

/**
 * Calls of another server, or of a program, and of setval: no rollback reverses them. A sequence that is set by what
 * a table holds does not give numbers again which are in it.
 */
const LEAVES: readonly (readonly [name: string, sql: string])[] = [
  ['dblink', String.raw`\ydblink\w*\s*\(`],
  ['COPY … PROGRAM', String.raw`\ycopy\y.*\yprogram\y`],
  ['setval', String.raw`\ysetval\s*\((?![^;]{0,200}\yselect\y)`],
];

/** Statements that only define or drop something run nothing of it. */
const DEFINES = new Set(['alter', 'comment', 'create', 'drop', 'grant', 'revoke']);

/** The statements of a stretch of a script that run something, each as its tokens. */
function running(script: Script, { from, to }: { from: number; to: number }): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens(script.source.read(from, to))) {
    if (token.kind === 'mark' && token.value === ';') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter(([first]) => first !== undefined && !DEFINES.has(first.value));
}

function leaving(script: Script, piece: { from: number; line: number; to: number }): Loss[] {
  const texts = running(script, piece).map((list) => list.map(({ value }) => value).join(' '));
  return LEAVES.flatMap(([name, sql]) => {
    const pattern = new RegExp(sql.replaceAll('\\y', '\\b'), 'is');
    return texts.some((text) => pattern.test(text)) ? [untestable(`line ${piece.line} (${name})`)] : [];
  });
}

/** The same in functions of somebody's that the text names: asked before they are called. */
async function untestableInFunctions(session: Session, script: Script): Promise<readonly Loss[]> {
  const names = new Set<string>();
  for (const { kind, value } of script.pieces.flatMap((piece) => running(script, piece).flat())) {
    if (kind === 'word' || kind === 'name') names.add(value);
    // What a block of code calls stands in its text.
    else if (kind === 'text') for (const [word] of value.matchAll(/\w+/g)) names.add(word.toLowerCase());
  }
  if (names.size === 0) return [];
  const rows = await session.rows(
    `select p.oid::pg_catalog.regprocedure from pg_catalog.pg_proc p
      where p.proname = any (array[${[...names].map(literal).join(', ')}]::pg_catalog.name[])
        and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace and p.probin is null
        and (${LEAVES.map(([, sql]) => `p.prosrc ~* ${literal(sql)}`).join(' or ')})`,
  );
  return rows.map((row) => untestable(`the function ${row[0] ?? ''}`));
}
