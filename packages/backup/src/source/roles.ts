import { identifier, literal, type Session } from '@lockstep/postgres';

/** What outlives a database and belongs to it: its roles, without passwords, and its own settings. */
export interface Globals {
  readonly roles: readonly string[];
  /** SQL that makes what is not there yet. */
  readonly script: string;
}

type Row = readonly (string | null)[];

const ATTRIBUTES = ['superuser', 'inherit', 'createrole', 'createdb', 'login', 'replication', 'bypassrls'] as const;

/** Reads them; settings of roles too, which may be secrets, so what it returns is never stored unencrypted by default. */
export async function readGlobals(session: Session): Promise<Globals> {
  const roles = await session.rows(
    `select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit,
            pg_catalog.shobj_description(oid, 'pg_authid')
       from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1`,
  );
  const members = await session.rows(
    `select distinct pg_catalog.pg_get_userbyid(m.roleid), pg_catalog.pg_get_userbyid(m.member), m.admin_option
       from pg_catalog.pg_auth_members m order by 1, 2`,
  );
  const settings = await session.rows(
    `select case when s.setrole = 0 then null else pg_catalog.pg_get_userbyid(s.setrole)::text end, s.setdatabase <> 0, setting
       from pg_catalog.pg_db_role_setting s cross join pg_catalog.unnest(s.setconfig) setting
      where s.setdatabase in (0, (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()))
      order by 1 nulls first, 2, 3`,
  );
  const [database] = await session.rows(
    `select pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.shobj_description(d.oid, 'pg_database')
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`,
  );
  const rights = await session.rows(
    `select case when a.grantee = 0 then null else pg_catalog.pg_get_userbyid(a.grantee)::text end, a.privilege_type, a.is_grantable
       from pg_catalog.pg_database d cross join pg_catalog.aclexplode(d.datacl) a
      where d.datname = pg_catalog.current_database() order by 1 nulls first, 2`,
  );
  const [hasOwnRights] = await session.rows(
    'select datacl is not null from pg_catalog.pg_database where datname = pg_catalog.current_database()',
  );
  return {
    roles: roles.map(([name]) => name ?? ''),
    script: [
      `create temporary table ${NEW_ROLES} (name text);`,
      ...roles.map(createRole),
      ...members.map(grantRole),
      ...databaseScript(database ?? [], rights, hasOwnRights?.[0] === 't'),
      ...settings.map(setting),
      `drop table ${NEW_ROLES};`,
      '',
    ].join('\n'),
  };
}

const NEW_ROLES = 'pg_temp.lockstep_new_roles';

/** What a role already has is left as it is: roles belong to a server, and others may use them there. */
function createRole([name, ...attributes]: Row): string {
  const comment = attributes.pop();
  const words = ATTRIBUTES.map((word, at) => (attributes[at] === 't' ? word : `no${word}`));
  const create = `create role ${identifier(name ?? '')} ${words.join(' ')} connection limit ${attributes.at(-1)}`;
  const said =
    comment === null || comment === undefined
      ? ''
      : ` execute ${literal(`comment on role ${identifier(name ?? '')} is ${literal(comment)}`)};`;
  return block(
    `if not exists (select from pg_catalog.pg_roles where rolname = ${literal(name ?? '')}) then
  execute ${literal(create)};${said} insert into ${NEW_ROLES} values (${literal(name ?? '')}); end if;`,
  );
}

function grantRole([role, member, isAdmin]: Row): string {
  const admin = isAdmin === 't' ? ' with admin option' : '';
  const grant = `grant ${identifier(role ?? '')} to ${identifier(member ?? '')}${admin}`;
  return block(`if ${isNew(role)} or ${isNew(member)} then execute ${literal(grant)}; end if;`);
}

function isNew(role: string | null | undefined): string {
  return `exists (select from ${NEW_ROLES} where name = ${literal(role ?? '')})`;
}

function block(body: string, declarations = ''): string {
  return `do $lockstep$ ${declarations}begin ${body} end $lockstep$;`;
}

function databaseScript([owner, comment]: Row, rights: readonly Row[], hasOwn: boolean): string[] {
  const statements = [`alter database %1$I owner to ${identifier(owner ?? '').replaceAll('%', '%%')}`];
  if (comment !== null && comment !== undefined)
    statements.push(`comment on database %1$I is ${literal(comment).replaceAll('%', '%%')}`);
  if (hasOwn) statements.push('revoke all on database %1$I from public');
  for (const [grantee, privilege, isGrantable] of rights) {
    const to = grantee === null || grantee === undefined ? 'public' : identifier(grantee).replaceAll('%', '%%');
    statements.push(
      `grant ${privilege} on database %1$I to ${to}${isGrantable === 't' && to !== 'public' ? ' with grant option' : ''}`,
    );
  }
  return statements.map(onThisDatabase);
}

/** `%1$I` stands for the database that it is run in, whatever its name. */
function onThisDatabase(format: string): string {
  return block(`execute pg_catalog.format(${literal(format)}, pg_catalog.current_database());`);
}

/** A setting may be a list: only the server knows how it is written, so it is set here first and taken over from there. */
function setting([role, isOfDatabase, text]: Row): string {
  const at = (text ?? '').indexOf('=');
  const name = (text ?? '').slice(0, at);
  const value = (text ?? '').slice(at + 1);
  const parameter = name.split('.').map(identifier).join('.').replaceAll('%', '%%');
  const where = isOfDatabase === 't' ? ' in database %1$I' : '';
  const isOfRole = role !== null && role !== undefined;
  const whose = isOfRole ? `alter role ${identifier(role).replaceAll('%', '%%')}${where}` : 'alter database %1$I';
  const isWanted = isOfRole && isOfDatabase !== 't' ? isNew(role) : 'true';
  return block(
    `if ${isWanted} then
  perform pg_catalog.set_config(${literal(name)}, ${literal(value)}, false);
  execute pg_catalog.format(${literal(`${whose} set ${parameter} from current`)}, pg_catalog.current_database());
  perform pg_catalog.set_config(${literal(name)}, before, false); end if;`,
    `declare before text := pg_catalog.current_setting(${literal(name)}, true); `,
  );
}
