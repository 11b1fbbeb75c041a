import { child, children, has, type Node, opened, type Parsed } from './parser.ts';

const WRITES = /^(Insert|Update|Delete|Merge)Stmt$/;

/**
 * The statements that another one runs as a part of it: what WITH writes, what EXPLAIN ANALYZE and COPY (…) run, what
 * CREATE TABLE AS reads by a WITH that writes, and what PREPARE is there to run.
 */
export function statementsWithin(parsed: Parsed | undefined): readonly Parsed[] {
  if (parsed === undefined) return [];
  const { fields, type } = parsed;
  const runs =
    /^(Prepare|Copy|CreateTableAs)Stmt$/.test(type) || (type === 'ExplainStmt' && has(fields, 'options', 'analyze'));
  const inner = runs ? child(fields, 'query') : undefined;
  const source = type === 'InsertStmt' ? child(child(fields, 'selectStmt') ?? {}, 'SelectStmt') : undefined;
  const written = [fields, source ?? {}].flatMap(writtenBy);
  return [...(inner === undefined ? [] : [inner]), ...written].flatMap((each) => {
    const found = opened(each);
    return [...(WRITES.test(found.type) ? [found] : []), ...statementsWithin(found)];
  });
}

function writtenBy(fields: Node): Node[] {
  return children(child(fields, 'withClause') ?? {}, 'ctes').flatMap((each) => {
    const query = child(child(each, 'CommonTableExpr') ?? {}, 'ctequery');
    return query === undefined ? [] : [query];
  });
}
