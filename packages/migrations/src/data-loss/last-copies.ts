import { literal, type Session, SqlError } from '@lockstep/postgres';
import { constantValue } from '../parse/logic.ts';
import { child, children, listName, loadParser, type Node, opened } from '../parse/parser.ts';
import type { Relation } from './relations.ts';

/**
 * The rows of a materialized view that its own query would not bring back as things are now: of these it holds the last
 * copy. All of its rows where the query cannot be asked. Counts and sums change with what they are of, and are nobody's
 * data: where the query reads ordinary tables alone, only the other columns are compared.
 */
export async function countLastCopies(session: Session, { name, oid }: Relation): Promise<number> {
  const [view] = await session.rows(
    `select c.relispopulated, pg_catalog.pg_get_viewdef(c.oid) from pg_catalog.pg_class c where c.oid = ${literal(oid)}::pg_catalog.oid`,
  );
  if (view?.[0] !== 't') return 0;
  const query = (view[1] ?? '').replace(/;\s*$/, '');
  await session.rows('savepoint lockstep_count');
  try {
    const [row] = await session.rows(
      `select count(*) from (select m::text from ${name} m except all select q::text from (${query}) q) as last_copies`,
    );
    const all = Number(row?.[0]);
    const columns = all === 0 ? undefined : await columnsOfData(session, oid, query);
    const left = columns === undefined ? all : await countWithout(session, name, query, columns);
    await session.rows('release lockstep_count');
    return left;
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    await session.rows('rollback to lockstep_count');
    const [row] = await session.rows(`select count(*) from ${name}`);
    return Number(row?.[0]);
  }
}

/** Which columns of a view are more than computed from many rows; undefined where that cannot be told of all. */
async function columnsOfData(session: Session, oid: string, query: string): Promise<readonly boolean[] | undefined> {
  const [read] = await session.rows(
    `select pg_catalog.bool_and(case d.refclassid when 'pg_catalog.pg_class'::pg_catalog.regclass then c.relkind in ('r', 'p') or c.oid = r.ev_class
              else d.refclassid <> 'pg_catalog.pg_proc'::pg_catalog.regclass end)
       from pg_catalog.pg_rewrite r join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
       left join pg_catalog.pg_class c on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.refobjid
      where r.ev_class = ${literal(oid)}::pg_catalog.oid`,
  );
  if (read?.[0] !== 't') return undefined;
  const parse = await loadParser();
  const select = parse(query);
  if (select?.type !== 'SelectStmt' || CHOOSES.some((clause) => select.fields[clause] !== undefined)) return undefined;
  return children(select.fields, 'targetList').map(
    (each) => !isComputed(child(child(each, 'ResTarget') ?? {}, 'val') ?? {}),
  );
}

/** With these, a row is one of the table, or one of several queries. */
const CHOOSES = ['larg', 'distinctClause', 'limitCount', 'limitOffset', 'withClause', 'valuesLists'];

/** Aggregates that keep no value of any row. */
const OF_MANY =
  /^(count|sum|avg|stddev(_pop|_samp)?|variance|var_(pop|samp)|bool_and|bool_or|every|corr|covar_(pop|samp)|regr_\w+)$/;
const OF_NUMBERS = /^(round|ceil|ceiling|floor|trunc|abs|greatest|least)$/;

/** An aggregate, or a calculation with nothing else in it but constants. */
function isComputed(node: Node): boolean {
  const { fields, type } = opened(node);
  switch (type) {
    case 'FuncCall': {
      const name = listName(children(fields, 'funcname').slice(-1));
      if (fields['over'] !== undefined) return false;
      return OF_MANY.test(name) || (OF_NUMBERS.test(name) && ofComputed(children(fields, 'args')));
    }
    case 'TypeCast':
      return isComputed(child(fields, 'arg') ?? {});
    case 'CoalesceExpr':
      return ofComputed(children(fields, 'args'));
    case 'A_Expr':
      return ofComputed([child(fields, 'lexpr'), child(fields, 'rexpr')].filter((each) => each !== undefined));
    default:
      return false;
  }
}

function ofComputed(nodes: readonly Node[]): boolean {
  return nodes.some(isComputed) && nodes.every((each) => isComputed(each) || constantValue(each) !== undefined);
}

/** The same count with only some columns; of none, there is nothing to lose. */
async function countWithout(
  session: Session,
  name: string,
  query: string,
  columns: readonly boolean[],
): Promise<number> {
  const names = columns.map((_, nth) => `c${nth}`);
  const kept = names.filter((_, nth) => columns[nth]);
  if (kept.length === 0) return 0;
  const row = (of: string) => `row(${kept.map((each) => `${of}.${each}`).join(', ')})::text`;
  const [found] = await session.rows(
    `select count(*) from (select ${row('m')} from ${name} m (${names.join(', ')})
       except all select ${row('q')} from (${query}) q (${names.join(', ')})) as last_copies`,
  );
  return Number(found?.[0]);
}
