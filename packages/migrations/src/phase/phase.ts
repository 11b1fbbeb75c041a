import type { Migration } from '../files/migration.ts';
import { madeBy } from '../parse/made.ts';
import type { Parse } from '../parse/parser.ts';
import type { Routines } from '../parse/runs.ts';
import { readStatements, type Statement } from '../parse/statements.ts';
import { nothingKnown } from '../picture/known.ts';
import { Picture } from '../picture/picture.ts';
import { type Ask, readFiles, readFilesWith, transactionsOf } from '../picture/read-files.ts';
import { isHarmless } from './glance.ts';

/** Whether old and new code can both work after a migration. */
export interface PhaseDecision {
  readonly phase: 'expand' | 'contract';
  /** `directive`: the author said so. `statements`: they show it. */
  readonly by: 'directive' | 'statements';
  /** What makes it contract, with the line of the file; also where the author overruled it. */
  readonly reasons: readonly { readonly line: number; readonly what: string }[];
  /** Statements that PostgreSQL's grammar does not take: nobody knows what they do. */
  readonly unknown: readonly { readonly line: number; readonly what: string }[];
}

export interface Judging {
  /** Called only where a statement needs it. */
  readonly loadParser: () => Promise<Parse>;
  /** Asks the database what it has of some names; without it nothing is known. */
  readonly ask?: Ask;
  /** Migrations of the same run that are applied already: what they made, nobody uses yet. */
  readonly begun?: readonly Migration[];
  /** Migrations that were applied before and are in use: what is there, as far as files tell, where no database is asked. */
  readonly older?: readonly Migration[];
}

/** The rule of lint by which an author says that a statement is right though the grammar does not know it. */
export const NOT_SQL = 'not-sql';

/** Judges pending migrations, which are applied in this order, by version. */
export async function decidePhases(
  migrations: readonly Migration[],
  { ask, begun = [], loadParser, older = [] }: Judging,
): Promise<ReadonlyMap<string, PhaseDecision>> {
  // From behind: what stands before one that needs the parser is read by it, and needs no look.
  const last = migrations.findLastIndex(({ up }) => up.directives.phase !== 'contract' && !isHarmless(up));
  const parse = last < 0 ? undefined : await loadParser();
  const asked = migrations.slice(0, last + 1);
  const routines: Routines = new Map();
  const before = parse === undefined ? [] : readFiles(older, parse, routines);
  const { files, known } =
    parse === undefined
      ? { files: [], known: undefined }
      : ask === undefined
        ? { files: readFiles(asked, parse, routines), known: undefined }
        : await readFilesWith(asked, parse, ask);
  const read = new Map(files.map(({ migration, statements }) => [migration.version, statements]));
  const picture = new Picture(known ?? nothingKnown);
  if (parse !== undefined) {
    for (const { parsed } of before.flatMap(({ statements }) => statements)) picture.take(parsed);
    if (older.length > 0) picture.settle();
    for (const { parsed } of begun.flatMap(({ up }) => readStatements(up, parse))) {
      const object = madeBy(parsed);
      if (object?.ifNotExists === false) picture.claim(object.name);
    }
  }
  // Without the parser there is no statement to judge, and what judges them need not be loaded either.
  const judgeScript =
    parse === undefined ? undefined : (await import('./contract/contract-statements.ts')).contractStatements;
  const judged = migrations.map((migration): [string, PhaseDecision] => {
    const statements = read.get(migration.version) ?? [];
    const reasons = judgeScript?.(statements, picture, transactionsOf(migration, statements)) ?? [];
    return [migration.version, judge(migration, statements, reasons)];
  });
  return new Map(judged);
}

/** Judges one migration by itself, without asking any database. */
export async function decidePhase(migration: Migration, loadParser: () => Promise<Parse>): Promise<PhaseDecision> {
  const judged = await decidePhases([migration], { loadParser });
  return judged.get(migration.version) as PhaseDecision;
}

function judge({ up }: Migration, statements: readonly Statement[], reasons: PhaseDecision['reasons']): PhaseDecision {
  const { phase } = up.directives;
  const unknown = statements.flatMap(({ at, problem }) =>
    problem === undefined || up.allowances.some((each) => each.at === at && each.rule === NOT_SQL)
      ? []
      : [{ line: problem.line, what: problem.message }],
  );
  if (phase === 'contract') return { phase, by: 'directive', reasons: [], unknown };
  if (phase === 'expand') return { phase, by: 'directive', reasons, unknown };
  const isExpand = reasons.length === 0 && unknown.length === 0;
  return { phase: isExpand ? 'expand' : 'contract', by: 'statements', reasons, unknown };
}
