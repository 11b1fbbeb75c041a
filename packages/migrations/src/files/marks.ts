/** A comment line that a migration tool gives a meaning of its own. */
export interface MarkRule {
  /** Whose it is, as messages name it. */
  readonly tool: string;
  /**
   * - `up`, `down`: what follows is that half of the migration
   * - `refused`: it changes what the file means in a way that is not followed here
   */
  readonly role: 'up' | 'down' | 'refused';
  /** Tried on the line without the white space around it. */
  readonly line: RegExp;
  /** Of a refused one: what it does, and what to do instead. */
  readonly why?: string;
  /** Where only a few words distinguish it from prose: it counts in files that have a mark of this tool anyway. */
  readonly loose?: boolean;
  /** Its tool takes it also behind a statement, on the same line. */
  readonly anywhere?: boolean;
}

/** A heading that nobody but people (and many small home-made runners) gives a meaning: a file may have it by chance. */
export const HEADING = 'a section heading';

const sections = (tool: string, up: RegExp | undefined, down: RegExp): readonly MarkRule[] => [
  ...(up === undefined ? [] : [{ tool, role: 'up' as const, line: up }]),
  { tool, role: 'down', line: down },
];
const refused = (tool: string, line: RegExp, why: string): MarkRule => ({ tool, role: 'refused', line, why });

/**
 * Every such line of the tools that keep migrations for PostgreSQL in SQL files; the first rule that fits counts. Letter
 * case and spacing are taken as loosely as any of the tools takes them. Ordinary prose must not fit: a rule asks for a
 * whole line, or for a word that only its tool writes.
 */
export const MARKS: readonly MarkRule[] = [
  ...sections('dbmate', /^--\s*migrate:up\b/i, /^--\s*migrate:down\b/i),
  refused(
    'goose (ENVSUB)',
    /^--\s*\+\s*goose\s+envsub\s+on\b/i,
    'it inserts environment variables into the SQL; write the values themselves',
  ),
  ...sections('goose', /^--\s*\+\s*goose\s+up\b/i, /^--\s*\+\s*goose\s+down\b/i),
  ...sections('sql-migrate', /^--\s*\+\s*migrate\s+up\b/i, /^--\s*\+\s*migrate\s+down\b/i),
  ...sections('micrate', /^--\s*\+\s*micrate\s+up\b/i, /^--\s*\+\s*micrate\s+down\b/i),
  ...sections('a tool like goose', /^--\s*\+\s*\w+\s+up$/i, /^--\s*\+\s*\w+\s+down$/i),
  ...sections('rambler', /^--\s*rambler\s+up\b/i, /^--\s*rambler\s+down\b/i),
  ...sections(
    'node-pg-migrate',
    /^--[\s-]*up\s+migration\s*([^\w\s].*)?$/i,
    /^--[\s-]*down\s+migration\s*([^\w\s].*)?$/i,
  ),
  { tool: 'node-pg-migrate', role: 'down', line: /^--[\s-]*down\s+migration\b/i, loose: true },
  { tool: 'tern', role: 'down', line: /^-{2,}\s*create\s+above\s*\/\s*drop\s+below\b/i, anywhere: true },
  ...sections('MyBatis', undefined, /^--\s*(\/\/)?\s*@undo\b/i),
  refused(
    'Play evolutions',
    /^#.*!\s*(ups|downs)\b/i,
    'its marks begin with a #, which is no comment in SQL; write "-- !Ups" and "-- !Downs"',
  ),
  ...sections('Play evolutions', /^--.*!\s*ups\b/i, /^--.*!\s*downs\b/i),
  ...sections('Atlas (txtar)', /^--\s+migration\.sql\s+--$/i, /^--\s+down\.sql\s+--$/i),
  refused(
    'Atlas (txtar)',
    /^--\s*atlas:txtar\b/i,
    'it holds several files in one; write the one named migration.sql alone',
  ),
  refused(
    'Atlas (checkpoint)',
    /^--\s*atlas:checkpoint\b/i,
    'it replaces all files before it, which would run as well; delete those or this one',
  ),
  refused('Atlas (delimiter)', /^--\s*atlas:delimiter\b/i, 'end statements with a semicolon instead'),
  refused(
    'Liquibase (formatted SQL)',
    /^--\s*(liquibase\s+formatted\s+sql\b|changeset\s+[^\s:]+:\S+)/i,
    'its changesets, preconditions and rollbacks are not followed; write one file per changeset, with its rollback as the down migration',
  ),
  refused('graphile-migrate (include)', /^--!\s*include\s+\S/i, 'the other file would be missing; write its SQL here'),
  refused(
    'Sqitch',
    /^--\s*(revert\s+\S+\s+from|verify\s+\S+\s+on)\s+(pg|cockroach|yugabyte|mysql|sqlite)$/i,
    'this is a revert or verify script; use the deploy script, and the revert script as its down migration',
  ),
  refused('Bytebase', /^--\s*txn-mode\s*=\s*off\b/i, 'write "-- lockstep: no-transaction" instead'),
  ...sections(HEADING, headingOf('up'), headingOf('down')),
  { tool: HEADING, role: 'down', line: /^--\W*(undo|(undo|rollback)\W+(script|sql|section|part|migration))\W*$/i },
];

/** `-- DOWN`, `--;; down`, `-- ==== Down ====`, `-- @Down()`, `-- #DOWN:`, `-- Migration: down`; never more words. */
function headingOf(half: 'up' | 'down'): RegExp {
  const between = '[^\\p{L}\\p{N}]';
  return new RegExp(
    `^--${between}*(?:(?:migrat(?:e|ion)|schema|sql|db|name|direction|section)${between}+)?${half}s?` +
      `(?:${between}+(?:script|sql|section|part|migrations?))?${between}*$`,
    'iu',
  );
}

/** The rule that a line fits, if any. `isBehind`: something else stands before it on its line. */
export function ruleOf(line: string, isBehind: boolean): MarkRule | undefined {
  return MARKS.find((rule) => (!isBehind || rule.anywhere === true) && rule.line.test(line));
}
