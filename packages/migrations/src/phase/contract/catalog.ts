import { child, children, type Parsed, relationName } from '../../parse/parser.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Around } from './around.ts';

/** What PostgreSQL keeps of a database, and of the server (`pg_class.relname` of the schema pg_catalog, but for views). */
const CATALOG =
  /^pg_(class|attribute|attrdef|am|amop|amproc|aggregate|auth_members|authid|cast|collation|constraint|conversion|database|db_role_setting|default_acl|depend|description|enum|event_trigger|extension|foreign_(data_wrapper|server|table)|index|inherits|init_privs|language|largeobject(_metadata)?|namespace|opclass|operator|opfamily|parameter_acl|partitioned_table|policy|proc|publication(_namespace|_rel)?|range|replication_origin|rewrite|seclabel|sequence|shdepend|shdescription|shseclabel|statistic(_ext(_data)?)?|subscription(_rel)?|tablespace|transform|trigger|ts_(config(_map)?|dict|parser|template)|type|user_mapping|settings)$/;

/** The table of PostgreSQL's own that a statement writes; undefined where it writes none. */
export function catalogWritten({ fields, type }: Parsed, picture: Picture): string | undefined {
  if (!/^(Insert|Update|Delete|Merge|AlterTable|Truncate)Stmt$/.test(type)) return undefined;
  const [first] = children(fields, 'relations').map((each) => child(each, 'RangeVar'));
  const name = relationName(child(fields, 'relation') ?? first);
  if (/^(pg_catalog|information_schema)\./.test(name)) return name;
  return CATALOG.test(name) && picture.relation(name) === undefined ? name : undefined;
}

/** Rows of a catalog are what it says of objects: what becomes of them, no grammar tells. */
export function changedCatalog(statement: Parsed, { picture }: Around): string[] {
  const name = catalogWritten(statement, picture);
  // A setting of the session, as SET is.
  if (name === undefined || /pg_settings$/.test(name) || statement.type === 'InsertStmt') return [];
  return [`changes ${name} directly, which can break anything that uses it`];
}
