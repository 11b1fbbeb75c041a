import { callsIn } from '../parse/calls.ts';
import { canonical, child, children, listName, type Node, type Parsed, text } from '../parse/parser.ts';
import { CALLS } from '../parse/runs.ts';
import type { Statement } from '../parse/statements.ts';
import { type Known, nameIn, wasThere } from './relations.ts';

const CALLING = new RegExp(`^((Select|Call|Insert|Update|Delete|Merge|CreateTableAs)Stmt|${CALLS})$`);

/**
 * Functions that change something which is in no table of the schema. `nextval` is none: a sequence that is further on
 * gives no number twice.
 */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/^(lo_(creat|create|import|from_bytea|put|unlink|truncate|truncate64)|lowrite)$/, 'large objects'],
  [/^dblink(_exec|_send_query)?$/, 'what is behind another connection'],
  [/^pg_(create|drop|copy)_\w*replication_slot$|^pg_replication_origin_(create|drop)$/, 'what is replicated'],
];
/** Of services beside the schema; what reads there changes nothing. */
const SERVICES = /^(cron|vault|net|pgmq|partman|pgsodium|realtime|supabase_functions)$/;
const READS = /^(topic|get_|read|list_|metrics|show_|decrypt|crypto_)/;
/** Schemas of PostgreSQL and of extensions that mostly compute: not every function of theirs is known. */
const COMPUTES = /^(public|extensions|pg_catalog|information_schema|auth|storage|graphql|topology)$/;

/** What the functions change that a statement calls, where nobody can read it or it is in no table. */
export function calls({ line, parsed }: Statement, { routines, ...known }: Known): readonly string[] {
  if (parsed === undefined || !CALLING.test(parsed.type)) return [];
  const all = [...callsIn(parsed.fields)];
  const found = all.flatMap((each) => {
    const [name = '', schema = ''] = each.split('.').reverse();
    const own = /^(|pg_catalog|public|extensions)$/.test(schema)
      ? CHANGES.find(([pattern]) => pattern.test(name))
      : undefined;
    if (own !== undefined) return [`line ${line} calls ${name}: it changes ${own[1]}, and that stays changed`];
    const isOther = SERVICES.test(schema)
      ? !READS.test(name)
      : schema !== '' && !COMPUTES.test(schema) && !routines.has(canonical(each));
    return isOther ? [`line ${line} calls ${each}: what that changes stays changed`] : [];
  });
  const isMoved = settings(parsed).some((each) => each === undefined || wasThere(nameIn(each), { routines, ...known }));
  return isMoved ? [...found, `line ${line} calls setval: how far the sequence had come is not restored`] : found;
}

/** Of each setval the sequence, or the table that has it, by the text of its first argument; undefined for an expression. */
function settings({ fields }: Parsed): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const call = child(node as Node, 'FuncCall');
    if (call !== undefined && /^(pg_catalog\.)?setval$/.test(listName(children(call, 'funcname'))))
      found.push(constantIn(children(call, 'args')[0]));
    for (const value of Object.values(node)) visit(value);
  };
  visit(fields);
  return found;
}

/** `'a'`, `'a'::regclass`, `pg_get_serial_sequence('a', 'id')`. */
function constantIn(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const constant = child(node, 'A_Const');
  if (constant !== undefined) return text(child(constant, 'sval'), 'sval') || undefined;
  const cast = child(node, 'TypeCast');
  if (cast !== undefined) return constantIn(child(cast, 'arg'));
  const call = child(node, 'FuncCall');
  const isSerial = call !== undefined && /(^|\.)pg_get_serial_sequence$/.test(listName(children(call, 'funcname')));
  return isSerial ? constantIn(children(call, 'args')[0]) : undefined;
}
