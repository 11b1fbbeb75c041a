export const id = 1962;
export const ids = [1962];
export const modules = {

/***/ 690878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ withCancellation)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(356042);


const AGAIN_EVERY_MS = 250;
const GIVE_UP_AFTER_MS = 5_000;
async function withCancellation(access, session, work) {
    const { signal } = access;
    if (signal === undefined)
        return work();
    const settled = new AbortController();
    let cancelling;
    const onAbort = () => {
        cancelling = cancelUntil(access, session, settled.signal);
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await work();
    }
    finally {
        settled.abort();
        signal.removeEventListener('abort', onAbort);
        await cancelling;
    }
}
async function cancelUntil(access, session, settled) {
    let second;
    const sleep = (ms) => access.clock.sleep(ms, settled).then(() => true, () => false);
    void sleep(GIVE_UP_AFTER_MS).then((inVain) => {
        if (!inVain)
            return;
        access.log.warning('the server did not end the statement in time, or does not answer; it may still be running');
        second?.abandon();
        session.abandon();
    });
    try {
        const options = { log: access.log, signal: undefined, applicationName: 'lockstep cancel' };
        second = await (0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .openSession */ .f)(access.target, { ...options, withinMs: GIVE_UP_AFTER_MS });
        while (!settled.aborted) {
            await second.rows(`select pg_catalog.pg_cancel_backend(${session.pid})`);
            await sleep(AGAIN_EVERY_MS);
        }
    }
    catch (error) {
        access.log.warning(`the running statement could not be cancelled on the server: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}`);
    }
    finally {
        await second?.close();
    }
}


/***/ }),

/***/ 155945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  auditDatabase: () => (/* reexport */ auditDatabase),
  compareReviews: () => (/* reexport */ review_compare/* compareReviews */.j),
  isListed: () => (/* reexport */ isListed),
  judgeAudit: () => (/* reexport */ judgeAudit),
  matrixHtml: () => (/* reexport */ matrixHtml),
  matrixMarkdown: () => (/* reexport */ matrixMarkdown),
  readIntent: () => (/* reexport */ readIntent),
  readWrittenIntent: () => (/* reexport */ readWrittenIntent),
  refuseProduction: () => (/* reexport */ refuseProduction),
  reviewDatabase: () => (/* reexport */ reviewDatabase),
  reviewDiffText: () => (/* reexport */ review_compare/* reviewDiffText */.z),
  whyUnreachable: () => (/* reexport */ whyUnreachable)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 1 modules
var database_url = __webpack_require__(735351);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/cancel.js
var cancel = __webpack_require__(690878);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var lib_quote = __webpack_require__(247753);
;// CONCATENATED MODULE: ./packages/tenants/lib/catalog/types.js
const BOUND = 'bound of the partition';
function isBound({ name }) {
    return name === BOUND;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/catalog/read-catalog.js


const NOT_OF_EXTENSION = (oid, catalog) => `not exists (select from pg_depend x where x.classid = '${catalog}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;
const names = (relation, numbers) => `(select coalesce(json_agg(a.attname order by listed.n), '[]') from unnest(${numbers}) with ordinality listed(num, n) join pg_attribute a on a.attrelid = ${relation} and a.attnum = listed.num)`;
const COLUMNS = `(select coalesce(json_agg(json_build_object(
    'name', a.attname, 'notNull', a.attnotnull or coalesce(d.typnotnull, false), 'identity', a.attidentity, 'generated', a.attgenerated <> '',
    'declared', format_type(a.atttypid, a.atttypmod), 'category', b.typcategory,
    'type', format_type(b.oid, case when d.oid is null then a.atttypmod else d.typtypmod end),
    'default', case when a.attgenerated = '' then coalesce(pg_get_expr(df.adbin, df.adrelid), d.typdefault) end,
    'labels', (select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_enum e where e.enumtypid = b.oid),
    'domainChecks', (with recursive up(oid, base) as (select d.oid, d.typbasetype union all select t.oid, t.typbasetype from up join pg_type t on t.oid = up.base and t.typtype = 'd')
       select coalesce(json_agg(pg_get_expr(k.conbin, 0)), '[]') from up join pg_constraint k on k.contypid = up.oid and k.contype = 'c'))
    order by a.attnum), '[]')
  from pg_attribute a left join pg_attrdef df on df.adrelid = a.attrelid and df.adnum = a.attnum
    left join pg_type d on d.oid = a.atttypid and d.typtype = 'd'
    cross join lateral (with recursive down(oid, base, typtype, typcategory) as (select t.oid, t.typbasetype, t.typtype, t.typcategory from pg_type t where t.oid = a.atttypid
        union all select t.oid, t.typbasetype, t.typtype, t.typcategory from down join pg_type t on t.oid = down.base where down.typtype = 'd')
      select oid, typcategory from down where typtype <> 'd') b
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`;
const PLATFORM = `'^(pg_|information_schema$|auth$|storage$|realtime$|vault$|extensions$|graphql|net$|cron$|supabase_|pgsodium|pgmq$|lockstep)'`;
const tablesSql = (schemas, extra) => `
with recursive wanted(oid) as (
  select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and (n.nspname = any(${(0,lib_quote/* textArray */.TS)(schemas)}) or n.nspname !~ ${PLATFORM} or n.nspname || '.' || c.relname = any(${(0,lib_quote/* textArray */.TS)(extra)}))
     and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}
  union select k.confrelid from wanted w join pg_constraint k on k.conrelid = w.oid and k.contype = 'f')
select json_build_object('oid', c.oid::text, 'schema', n.nspname, 'name', c.relname, 'label', n.nspname || '.' || c.relname,
  'sql', quote_ident(n.nspname) || '.' || quote_ident(c.relname), 'owner', pg_get_userbyid(c.relowner),
  'parent', case when c.relispartition then (select i.inhparent::text from pg_inherits i where i.inhrelid = c.oid) end,
  'bound', pg_get_partition_constraintdef(c.oid), 'triggers', exists (select from pg_trigger g join pg_proc f on f.oid = g.tgfoid join pg_language l on l.oid = f.prolang
    where g.tgrelid = c.oid and not g.tgisinternal and (l.lanname <> 'plpgsql' or f.prosrc ~* '\\m(insert|update|delete|merge|truncate|execute|perform|call|select)\\M'))
    or exists (select from pg_rewrite w where w.ev_class = c.oid and w.ev_type <> '1'),
  'rls', c.relrowsecurity, 'force', c.relforcerowsecurity, 'columns', ${COLUMNS},
  'foreignKeys', (select coalesce(json_agg(json_build_object('name', k.conname, 'columns', ${names('k.conrelid', 'k.conkey')}, 'target', k.confrelid::text, 'targetColumns', ${names('k.confrelid', 'k.confkey')}, 'onDelete', k.confdeltype) order by k.oid), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'),
  'uniques', (select coalesce(json_agg(${names('i.indrelid', 'i.indkey::int2[]')}), '[]') from pg_index i where i.indrelid = c.oid and i.indisunique),
  'primaryKey', coalesce((select ${names('k.conrelid', 'k.conkey')} from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), '[]'),
  'checks', (select coalesce(json_agg(json_build_object('name', k.conname, 'columns', ${names('k.conrelid', 'k.conkey')}, 'expression', pg_get_expr(k.conbin, k.conrelid)) order by k.oid), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'),
  'policies', (select coalesce(json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive, 'command', p.polcmd, 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid),
     'roles', (select json_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end) from unnest(p.polroles) r)) order by p.polname), '[]') from pg_policy p where p.polrelid = c.oid))
from wanted w join pg_class c on c.oid = w.oid join pg_namespace n on n.oid = c.relnamespace order by n.nspname, c.relname`;
const viewsSql = (schemas) => `
select json_build_object('oid', c.oid::text, 'label', n.nspname || '.' || c.relname, 'sql', quote_ident(n.nspname) || '.' || quote_ident(c.relname),
  'materialized', c.relkind = 'm', 'owner', pg_get_userbyid(c.relowner),
  'tables', (with recursive under(oid) as (select c.oid union
      select d.refobjid from under u join pg_rewrite r on r.ev_class = u.oid join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass)
    select coalesce(json_agg(t.oid::text), '[]') from under join pg_class t on t.oid = under.oid and t.relkind in ('r', 'p')),
  'insertable', c.relkind = 'v' and (pg_relation_is_updatable(c.oid, true) & 8) <> 0,
  'columns', (select coalesce(json_agg(json_build_object('name', found[1], 'of', found[2], 'column', a.attname) order by nth), '[]')
    from pg_rewrite r cross join lateral regexp_matches(r.ev_action::text, ':resname (\\S+) :ressortgroupref \\d+ :resorigtbl (\\d+) :resorigcol (\\d+) :resjunk false', 'g') with ordinality m(found, nth)
    join pg_attribute a on a.attrelid = found[2]::oid and a.attnum = found[3]::int where r.ev_class = c.oid and r.rulename = '_RETURN' and c.relkind = 'v'))
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('v', 'm') and n.nspname = any(${(0,lib_quote/* textArray */.TS)(schemas)}) and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}
order by c.relkind desc, c.oid`;
const routinesSql = (schemas) => `
select json_build_object('oid', p.oid::text, 'label', n.nspname || '.' || p.proname, 'sql', quote_ident(n.nspname) || '.' || quote_ident(p.proname),
  'types', (select coalesce(json_agg(format_type(a.t, null) order by a.n), '[]') from unnest(p.proargtypes) with ordinality a(t, n) where a.n <= p.pronargs - p.pronargdefaults),
  'names', coalesce(to_json(p.proargnames), '[]'), 'volatility', p.provolatile, 'definer', p.prosecdef, 'source', case when l.lanname in ('sql', 'plpgsql') then p.prosrc else '' end,
  'searchPath', (select substr(one, 13) from unnest(p.proconfig) one where one like 'search_path=%'),
  'aggregateOrTrigger', p.prokind <> 'f' or p.prorettype in ('trigger'::regtype, 'event_trigger'::regtype) or p.prorettype = 'internal'::regtype)
from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
where n.nspname = any(${(0,lib_quote/* textArray */.TS)(schemas)}) and ${NOT_OF_EXTENSION('p.oid', 'pg_proc')} order by p.oid`;
const hiddenSql = (schemas) => `
select distinct n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where p.prosecdef and n.nspname <> all(${(0,lib_quote/* textArray */.TS)(schemas)}) and n.nspname not in ('pg_catalog', 'information_schema') and ${NOT_OF_EXTENSION('p.oid', 'pg_proc')}`;
const sequencesSql = (roles) => `
select json_build_object('label', n.nspname || '.' || s.relname, 'table', d.refobjid::text,
  'readers', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r where r.rolname = any(${(0,lib_quote/* textArray */.TS)(roles)}) and has_schema_privilege(r.oid, n.oid, 'USAGE') and has_sequence_privilege(r.oid, s.oid, 'SELECT, USAGE, UPDATE')),
  'setters', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r where r.rolname = any(${(0,lib_quote/* textArray */.TS)(roles)}) and has_schema_privilege(r.oid, n.oid, 'USAGE') and has_sequence_privilege(r.oid, s.oid, 'UPDATE')))
from pg_class s join pg_namespace n on n.oid = s.relnamespace join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
where s.relkind = 'S' order by s.oid`;
const foreignTablesSql = (schemas, roles) => `
select json_build_object('label', n.nspname || '.' || c.relname, 'readers', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r
    where r.rolname = any(${(0,lib_quote/* textArray */.TS)(roles)}) and has_schema_privilege(r.oid, n.oid, 'USAGE') and has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE')))
from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'f' and n.nspname = any(${(0,lib_quote/* textArray */.TS)(schemas)}) order by c.oid`;
const schemasSql = (schemas, roles) => `
select json_build_object('label', n.nspname, 'creators', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r
    where r.rolname = any(${(0,lib_quote/* textArray */.TS)(roles)}) and not r.rolsuper and has_schema_privilege(r.oid, n.oid, 'CREATE')))
from pg_namespace n where n.nspname = any(${(0,lib_quote/* textArray */.TS)(schemas)}) order by n.nspname`;
const PUBLISHED = `select (quote_ident(p.schemaname) || '.' || quote_ident(p.tablename))::regclass::oid::text from pg_publication_tables p where p.pubname = 'supabase_realtime'`;
const MESSAGES = `select to_regclass('realtime.messages') is not null, exists (select from pg_policy where polrelid = to_regclass('realtime.messages'))`;
const rolesSql = (roles) => `
select json_build_object('name', r.rolname, 'superuser', r.rolsuper, 'bypassRls', r.rolbypassrls,
  'memberOf', (select json_agg(o.rolname) from pg_roles o where pg_has_role(r.oid, o.oid, 'usage')))
from pg_roles r where r.rolname = any(${(0,lib_quote/* textArray */.TS)(roles)})`;
async function objects(session, sql) {
    return (await session.rows(sql)).map(([text]) => JSON.parse(text ?? 'null'));
}
async function readCatalog(session, { schemas, extra, roles }) {
    const [before] = await session.rows("select pg_catalog.current_setting('search_path')");
    await session.rows('set local search_path = pg_catalog');
    const [messages] = await session.rows(MESSAGES);
    const catalog = {
        hasMessages: messages?.[0] === 't',
        messagePolicies: messages?.[1] === 't',
        tables: (await objects(session, tablesSql(schemas, extra))).map(withBound),
        views: await objects(session, viewsSql(schemas)),
        routines: await objects(session, routinesSql(schemas)),
        hidden: (await session.rows(hiddenSql(schemas))).map(([label]) => label ?? ''),
        sequences: await objects(session, sequencesSql(roles)),
        foreignTables: await objects(session, foreignTablesSql(schemas, roles)),
        schemas: await objects(session, schemasSql(schemas, roles)),
        published: (await session.rows(PUBLISHED)).map(([oid]) => oid ?? ''),
        roles: await objects(session, rolesSql(roles)),
    };
    await session.rows(`select pg_catalog.set_config('search_path', ${quoted(before?.[0] ?? '')}, true)`);
    return catalog;
}
function withBound({ bound, ...table }) {
    if (bound === null)
        return table;
    const columns = table.columns
        .map(({ name }) => name)
        .filter((name) => new RegExp(`(^|[^\\w])"?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?([^\\w]|$)`).test(bound));
    return { ...table, checks: [...table.checks, { name: BOUND, columns, expression: bound }] };
}
function quoted(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
async function readRights(session, role) {
    const can = (right) => `has_table_privilege(r.oid, c.oid, '${right}')`;
    const columns = (right) => `(select coalesce(json_agg(a.attname order by a.attnum) filter (where has_column_privilege(r.oid, c.oid, a.attnum, '${right}')), '[]') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`;
    const rows = await session.rows(`
    select c.oid::text, json_build_object('select', ${can('SELECT')}, 'insert', ${can('INSERT')}, 'update', ${can('UPDATE')}, 'delete', ${can('DELETE')}, 'truncate', ${can('TRUNCATE')},
      'selectColumns', ${columns('SELECT')}, 'insertColumns', ${columns('INSERT')}, 'updateColumns', ${columns('UPDATE')})
    from pg_catalog.pg_class c cross join pg_catalog.pg_roles r where r.rolname = ${quoted(role)} and c.relkind in ('r', 'p', 'v', 'm')
      and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast') and pg_catalog.has_schema_privilege(r.oid, c.relnamespace, 'USAGE')`);
    return new Map(rows.map(([oid, text]) => [oid ?? '', JSON.parse(text ?? '{}')]));
}
async function readCallable(session, role) {
    const rows = await session.rows(`
    select p.oid::text from pg_catalog.pg_proc p cross join pg_catalog.pg_roles r where r.rolname = ${quoted(role)}
      and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
      and pg_catalog.has_function_privilege(r.oid, p.oid, 'EXECUTE') and pg_catalog.has_schema_privilege(r.oid, p.pronamespace, 'USAGE')`);
    return new Set(rows.map(([oid]) => oid ?? ''));
}

;// CONCATENATED MODULE: ./packages/tenants/lib/intent.js
function isListed(name, patterns) {
    return patterns.some((pattern) => {
        const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
        return new RegExp(`^${parts.join('.*')}$`).test(name);
    });
}
function filled(value, words) {
    if (typeof value === 'string')
        return value.replace(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
    if (Array.isArray(value))
        return value.map((one) => filled(one, words));
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, words)]));
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/attempt.js

const OPEN = 'savepoint lockstep_probe';
const UNDO = 'rollback to savepoint lockstep_probe; release savepoint lockstep_probe';
const AT_ONCE = 40;
async function attemptAll(session, actor, attempts) {
    const answers = [];
    for (let at = 0; at < attempts.length; at += AT_ONCE) {
        const part = attempts.slice(at, at + AT_ONCE);
        const results = session.sendAll(part.flatMap(({ before, look, statement }) => [
            { sql: OPEN, options: {} },
            {
                sql: [
                    ...(before === undefined ? [] : [before]),
                    actor.become,
                    statement,
                    ...(look === undefined ? [] : ['reset role', look]),
                ].join(';\n'),
                options: { keepRows: true },
            },
            { sql: UNDO, options: {} },
        ]));
        for (let one = 0; one < results.length; one += 3) {
            const [opened, ran, undone] = await Promise.all([results[one], results[one + 1], results[one + 2]]);
            for (const step of [opened, undone])
                if (step?.ok === false)
                    throw step.error;
            if (ran === undefined)
                continue;
            if (ran.ok)
                answers.push({ rows: ran.reply.rows, code: '', message: '' });
            else if (ran.error instanceof sql_error/* SqlError */.L8)
                answers.push({ rows: [], code: ran.error.server.code, message: ran.error.message });
            else
                throw ran.error;
        }
    }
    return answers;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/actor.js


function actorOf(identity, words) {
    const set = settingsOf(identity, words).map(([name, value]) => setting(name, value));
    return {
        name: identity.name,
        role: identity.role,
        become: `select ${set.join(', ')}; set local role ${(0,lib_quote/* identifier */.Cv)(identity.role)}`,
    };
}
function tokenOf(identity, words) {
    const settings = settingsOf(identity, words);
    return {
        take: `select ${settings.map(([name, value]) => setting(name, value)).join(', ')}`,
        leave: `select ${settings.map(([name]) => setting(name, '')).join(', ')}`,
    };
}
function setting(name, value) {
    return `pg_catalog.set_config(${(0,lib_quote/* literal */.eu)(name)}, ${(0,lib_quote/* literal */.eu)(value)}, true)`;
}
function settingsOf(identity, words) {
    const own = identity.isUser
        ? { sub: '{user}', aud: identity.role, email: '{mark}@example.test', aal: 'aal1', is_anonymous: false }
        : {};
    const claims = filled({ role: identity.role, ...own, ...identity.claims }, words);
    const single = ['sub', 'role', 'email'].map((name) => {
        const value = claims[name];
        return [`request.jwt.claim.${name}`, typeof value === 'string' ? value : ''];
    });
    return [
        ['request.jwt.claims', JSON.stringify(claims)],
        ...single,
        ...Object.entries(filled(identity.settings, words)),
    ];
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/tenants/lib/seed/sample-pattern.js
function samplePattern(pattern, salt) {
    try {
        const reader = new Reader(pattern, salt);
        const text = reader.alternatives();
        return reader.isAtEnd ? text : undefined;
    }
    catch {
        return undefined;
    }
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const WORD = LETTERS + DIGITS;
const CLASSES = {
    alpha: LETTERS,
    lower: LETTERS,
    upper: LETTERS.toUpperCase(),
    digit: DIGITS,
    alnum: WORD,
    xdigit: `${DIGITS}abcdef`,
    space: ' ',
    punct: '-._',
};
const ESCAPES = { d: DIGITS, w: WORD, s: ' ', S: WORD, D: LETTERS, W: '-.' };
const PRINTABLE = `${WORD}${LETTERS.toUpperCase()}-._@ !#$%&*+/=?`;
const NOTHING = ['^', '$'];
class Reader {
    #pattern;
    #at = 0;
    #salt;
    constructor(pattern, salt) {
        this.#pattern = pattern;
        this.#salt = salt;
    }
    get isAtEnd() {
        return this.#at >= this.#pattern.length;
    }
    alternatives() {
        const first = this.#sequence();
        while (this.#take('|'))
            this.#sequence();
        return first;
    }
    #sequence() {
        let text = '';
        while (!this.isAtEnd && this.#next() !== '|' && this.#next() !== ')')
            text += this.#repeated();
        return text;
    }
    #repeated() {
        const from = this.#at;
        const one = this.#atom();
        const many = this.#count();
        let text = many === 0 ? '' : one;
        const after = this.#at;
        for (let more = 1; more < many; more++) {
            this.#at = from;
            text += this.#atom();
        }
        this.#at = after;
        return text;
    }
    #count() {
        let many = 1;
        if (this.#take('*'))
            many = 4;
        else if (this.#take('+'))
            many = 4;
        else if (this.#take('?'))
            many = 1;
        else {
            const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(this.#pattern.slice(this.#at));
            if (bounds === null)
                return 1;
            this.#at += bounds[0].length;
            const least = Number(bounds[1]);
            many = bounds[2] === '' ? least : Math.max(least, Math.min(least + 3, Number(bounds[3] || least + 3)));
        }
        this.#take('?');
        return many;
    }
    #atom() {
        const sign = this.#pattern[this.#at++] ?? '';
        if (sign === '(')
            return this.#group();
        if (sign === '[')
            return this.#pick(this.#set());
        if (sign === '.')
            return this.#pick(WORD);
        if (sign === '\\')
            return this.#escape();
        return NOTHING.includes(sign) ? '' : sign;
    }
    #group() {
        if (this.#take('?') && !this.#take(':'))
            throw new Error('look-around');
        const text = this.alternatives();
        if (!this.#take(')'))
            throw new Error('not closed');
        return text;
    }
    #escape() {
        const sign = this.#pattern[this.#at++] ?? '';
        if (/[1-9]/.test(sign))
            throw new Error('back reference');
        if (/[mMyYAZ]/.test(sign))
            return '';
        const set = ESCAPES[sign];
        return set === undefined ? sign : this.#pick(set);
    }
    #set() {
        const isNot = this.#take('^');
        let set = '';
        let isFirst = true;
        while (isFirst || this.#next() !== ']') {
            if (this.isAtEnd)
                throw new Error('not closed');
            isFirst = false;
            const named = /^\[:(\w+):\]/.exec(this.#pattern.slice(this.#at));
            if (named !== null) {
                this.#at += named[0].length;
                set += CLASSES[named[1] ?? ''] ?? '';
                continue;
            }
            const sign = this.#pattern[this.#at++] ?? '';
            const from = sign === '\\' ? (this.#pattern[this.#at++] ?? '') : sign;
            if (sign === '\\' && ESCAPES[from] !== undefined)
                set += ESCAPES[from];
            else if (this.#next() === '-' && this.#pattern[this.#at + 1] !== ']') {
                this.#at++;
                set += between(from, this.#pattern[this.#at++] ?? '');
            }
            else
                set += from;
        }
        this.#at++;
        return isNot ? [...PRINTABLE].filter((one) => !set.includes(one)).join('') : set;
    }
    #pick(set) {
        if (set === '')
            throw new Error('nothing to pick');
        this.#salt = (this.#salt * 48_271 + 11) % 2_147_483_647;
        return set[this.#salt % set.length] ?? '';
    }
    #next() {
        return this.#pattern[this.#at] ?? '';
    }
    #take(sign) {
        if (this.#next() !== sign)
            return false;
        this.#at++;
        return true;
    }
}
function between(from, to) {
    let text = '';
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++)
        text += String.fromCharCode(code);
    return text;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/seed/states.js
const PAST = '2001-01-01';
const FUTURE = '2090-01-01';
const GONE = /^(deleted|removed|revoked|left|ended|disabled|deactivated|archived|suspended|banned|blocked|cancelled|canceled|expires|expired|valid_until)(_(at|on|date|time))?$/;
const ARRIVED = /^(accepted|joined|confirmed|activated|approved|verified)(_(at|on))?$/;
const IS_ON = /^(is_)?(active|enabled|accepted|approved|confirmed)$/;
const IS_OFF = /^(is_)?(deleted|removed|revoked|disabled|archived|suspended|banned|blocked)$/;
const STATE = /^(status|state|membership_status|invitation_status)$/;
const NOT_IN = /pending|invited|revoked|removed|inactive|suspended|banned|blocked|expired|left|declined|rejected|disabled|deleted|cancell?ed|archived/i;
function endOf(column, table) {
    const isTime = column.category === 'D';
    if (isTime && GONE.test(column.name))
        return PAST;
    if (isTime && ARRIVED.test(column.name) && !column.notNull)
        return null;
    if (column.category === 'B' && IS_ON.test(column.name))
        return 'false';
    if (column.category === 'B' && IS_OFF.test(column.name))
        return 'true';
    if (!STATE.test(column.name))
        return undefined;
    const checked = table.checks.flatMap(({ columns, expression }) => columns.includes(column.name) ? [...expression.matchAll(/'([^']*)'/g)].map(([, text = '']) => text) : []);
    return [...column.labels, ...checked].find((one) => NOT_IN.test(one));
}
function inUseFirst({ category, name, notNull }, values) {
    if (category === 'D' && GONE.test(name))
        return [...(notNull ? [FUTURE] : [null]), ...values];
    if (category === 'B' && IS_ON.test(name))
        return ['true', ...values];
    if (category === 'B' && IS_OFF.test(name))
        return ['false', ...values];
    if (!STATE.test(name))
        return values;
    const isOut = (one) => one !== null && NOT_IN.test(one);
    return [...values.filter((one) => !isOut(one)), ...values.filter(isOut)];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/seed/values.js



function candidates(column, expressions, salt) {
    const found = [...ofType(column, expressions, salt)];
    const hasLabels = column.labels.length > 0 || column.category === 'B';
    const values = GRANTS.test(column.name) ? humbleFirst(found) : hasLabels ? rotated(found, salt.number) : found;
    return [...new Set(inUseFirst(column, [...values, ...(column.notNull ? [] : [null])]))];
}
const GRANTS = /(^|_)(roles?|permissions?|privileges?|access_level|(is_)?(admin|super\w*|staff|moderator|owner))$/i;
const MIGHTY = /admin|owner|super|root|staff|moderator|manager|editor|service|agent|write|full|^true$/i;
function humbleFirst(values) {
    return [...values.filter((one) => !MIGHTY.test(one)), ...values.filter((one) => MIGHTY.test(one))];
}
function rotated(list, by) {
    const cut = list.length === 0 ? 0 : by % list.length;
    return [...list.slice(cut), ...list.slice(0, cut)];
}
function ofType(column, expressions, salt) {
    const { category, labels, type } = column;
    if (labels.length > 0)
        return labels;
    if (/^uuid$/.test(type))
        return [(0,external_node_crypto_().randomUUID)()];
    if (/^jsonb?$/.test(type))
        return [JSON.stringify({ mark: salt.mark }), '[]', '{}', JSON.stringify(salt.mark), '1'];
    if (category === 'S')
        return texts(type, expressions, salt);
    if (category === 'N')
        return numbers(type, expressions, salt);
    if (category === 'B')
        return ['true', 'false'];
    if (category === 'D')
        return moments(type, expressions, salt);
    if (category === 'T')
        return ['01:00:00', '24:00:00', '-01:00:00', ...constants(expressions)];
    if (category === 'I')
        return [`10.${salt.number % 250}.0.${(salt.number % 250) + 1}`];
    if (category === 'R')
        return ranges(type, salt);
    if (category === 'A')
        return ['{}', ...constants(expressions)];
    return others(type, salt, expressions);
}
function texts(type, expressions, { mark, number }) {
    const most = Number(/\((\d+)\)/.exec(type)?.[1] ?? (type === '"char"' ? 1 : 10_000));
    const short = number.toString(36);
    const patterns = constants(expressions)
        .flatMap((text) => [samplePattern(text, number), samplePattern(text, number + 7)])
        .filter((text) => text !== undefined);
    const lengths = integers(expressions)
        .filter((size) => size > 0 && size <= 5_000)
        .flatMap((size) => [`${mark}${'x'.repeat(5_000)}`.slice(0, size), `${'0'.repeat(size)}${number}`.slice(-size)]);
    const all = [
        mark,
        ...constants(expressions),
        ...patterns,
        ...lengths,
        `${mark}@example.test`,
        `https://${mark}.example.test/`,
        mark.toUpperCase(),
        `+49151${1_000_000 + number}`,
        `${1_000_000 + number}`,
        short,
        `/${mark}`,
        'de',
        'EUR',
    ];
    const fitting = all.filter((text) => text.length <= most);
    return fitting.length > 0 ? fitting : [short.slice(-most)];
}
function numbers(type, expressions, { number }) {
    const near = decimals(expressions).flatMap((one) => [one + 1, one - 1, one]);
    const precise = /\((\d+),(\d+)\)/.exec(type);
    const most = precise !== null
        ? 10 ** (Number(precise[1]) - Number(precise[2])) - 1
        : type === 'smallint'
            ? 32_000
            : 2_000_000_000;
    const whole = /^(small|big)?int/.test(type);
    return [1_000 + number, number + 1, number % 100, ...near, 1, 0, -1, ...(whole ? [] : [0.5])]
        .filter((one) => Math.abs(one) <= most && !(whole && !Number.isInteger(one)))
        .map(String);
}
function moments(type, expressions, { number }) {
    if (/^time /.test(type))
        return ['12:00:00', '08:00:00', '18:00:00'];
    const day = (days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
    return [
        day(number % 300),
        day(400 + (number % 300)),
        day(-12_000 + number),
        '2090-01-01',
        ...constants(expressions).filter(isMoment),
    ];
}
function isMoment(text) {
    return /^\d{4}-\d\d-\d\d/.test(text);
}
function ranges(type, { number }) {
    if (type.includes('multi'))
        return ['{}'];
    const day = (days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
    return /date|ts/.test(type)
        ? [`[${day(number * 3)},${day(number * 3 + 1)})`]
        : [`[${number * 10},${number * 10 + 5})`];
}
function others(type, { mark, number }, expressions) {
    const name = type.replace(/^.*\./, '').replace(/"/g, '');
    const size = Number(/\((\d+)/.exec(type)?.[1] ?? 1);
    const known = {
        bytea: `\\x${Buffer.from(mark).toString('hex')}`,
        xml: `<m>${mark}</m>`,
        tsvector: mark,
        tsquery: mark,
        point: `(${number},1)`,
        line: '{1,1,1}',
        lseg: '[(0,0),(1,1)]',
        box: '(1,1),(0,0)',
        path: '((0,0),(1,1))',
        polygon: '((0,0),(1,1),(1,0))',
        circle: '<(0,0),1>',
        macaddr: '08:00:2b:01:02:03',
        macaddr8: '08:00:2b:01:02:03:04:05',
        pg_lsn: '0/1',
        ltree: mark,
        hstore: `mark=>${mark}`,
        jsonpath: '$',
        geometry: 'POINT(1 1)',
        geography: 'POINT(1 1)',
        vector: `[${Array.from({ length: size }, () => 0).join(',')}]`,
        halfvec: `[${Array.from({ length: size }, () => 0).join(',')}]`,
    };
    if (/^bit/.test(name))
        return ['1'.padStart(size, '0')];
    const value = known[name.replace(/\(.*$/, '')];
    return [...(value === undefined ? [] : [value]), ...constants(expressions), mark];
}
function constants(expressions) {
    return expressions.flatMap((text) => [...text.matchAll(/E?'((?:[^']|'')*)'/g)].map((found) => {
        const inside = (found[1] ?? '').replaceAll("''", "'");
        return found[0].startsWith('E') ? inside.replaceAll('\\\\', '\\') : inside;
    }));
}
function decimals(expressions) {
    return expressions.flatMap((text) => [...text.matchAll(/-?\b\d+(?:\.\d+)?\b/g)].map(([digits]) => Number(digits)));
}
function integers(expressions) {
    return decimals(expressions).filter((one) => Number.isInteger(one));
}

;// CONCATENATED MODULE: ./packages/tenants/lib/seed/choose-row.js


const MOST_TRIED = 1_500;
async function chooseRow(session, table, given, salt) {
    const row = {};
    for (const group of groups(table))
        Object.assign(row, await chooseGroup(session, { table, group, given, salt }));
    return row;
}
function groups(table) {
    const parts = new Map(table.columns.map(({ name }) => [name, new Set([name])]));
    for (const { columns } of table.checks) {
        const joined = new Set(columns.flatMap((name) => [...(parts.get(name) ?? [])]));
        for (const name of joined)
            parts.set(name, joined);
    }
    return [...new Set(parts.values())].map((part) => ({
        columns: table.columns.filter(({ name }) => part.has(name)),
        rules: [
            ...table.checks
                .filter(({ columns }) => columns.some((name) => part.has(name)))
                .map(({ expression }) => ({ expression, columnOf: undefined })),
            ...table.columns
                .filter(({ name }) => part.has(name))
                .flatMap(({ name, domainChecks }) => domainChecks.map((expression) => ({ expression, columnOf: name }))),
        ],
    }));
}
async function chooseGroup(session, { table, group, given, salt }) {
    const open = group.columns.filter((column) => !isServers(column));
    if (group.rules.length === 0) {
        return Object.fromEntries(open.flatMap((column) => {
            if (Object.hasOwn(given, column.name))
                return [[column.name, given[column.name] ?? null]];
            if (column.default !== null)
                return [];
            return [[column.name, candidates(column, [], salt)[0] ?? null]];
        }));
    }
    const expressions = group.rules.map(({ expression }) => expression);
    const lists = open.map((column) => {
        if (Object.hasOwn(given, column.name)) {
            const value = given[column.name] ?? null;
            return [value, ...(column.notNull || value === null ? [] : [null])];
        }
        const own = candidates(column, expressions, salt);
        return column.default === null ? own : [DEFAULT, ...own];
    });
    const rows = inOrder(lists, MOST_TRIED);
    const chosen = (await firstThatHolds(session, { table, group, open, rows })) ?? rows[0] ?? [];
    return Object.fromEntries(open.flatMap(({ name }, at) => (chosen[at] === DEFAULT ? [] : [[name, chosen[at]]])));
}
function isServers({ generated, identity }) {
    return generated || identity !== '';
}
const DEFAULT = Symbol('default');
function inOrder(lists, most) {
    const found = [];
    const last = lists.reduce((sum, list) => sum + Math.max(0, list.length - 1), 0);
    const add = (row, at, left) => {
        if (found.length >= most)
            return;
        const list = lists[at];
        if (list === undefined) {
            if (left === 0)
                found.push(row);
            return;
        }
        for (let step = 0; step < list.length && step <= left; step++)
            add([...row, list[step]], at + 1, left - step);
    };
    for (let far = 0; far <= last && found.length < most; far++)
        add([], 0, far);
    return found;
}
async function firstThatHolds(session, { group, open, rows }) {
    if (open.length === 0 || rows.length === 0)
        return undefined;
    const quote = (name) => `"${name.replaceAll('"', '""')}"`;
    const tuples = rows.map((row, at) => {
        const values = row.map((value, column) => {
            const { default: fallback, type } = open[column];
            if (value === DEFAULT)
                return `(${fallback})::${type}`;
            return value === null ? `null::${type}` : `${(0,lib_quote/* literal */.eu)(value)}::${type}`;
        });
        return `(${at}, ${values.join(', ')})`;
    });
    const isolated = group.columns
        .filter((column) => isServers(column))
        .map(({ name, type }) => `null::${type} as ${quote(name)}`);
    const rules = group.rules.map(({ expression, columnOf }) => columnOf === undefined
        ? `(${expression}) is not false`
        : `(select (${expression}) is not false from (select v.${quote(columnOf)} as value) d)`);
    const names = ['lockstep_at', ...open.map(({ name }) => quote(name))].join(', ');
    const sql = `select v.lockstep_at from (select *${isolated.map((one) => `, ${one}`).join('')} from (values ${tuples.join(', ')}) w(${names})) v where ${rules.join(' and ')} order by 1 limit 1`;
    await session.rows('savepoint lockstep_choose');
    const result = await session.send(sql, { keepRows: true });
    await session.rows('rollback to savepoint lockstep_choose; release savepoint lockstep_choose');
    const at = result.ok ? result.reply.rows[0]?.[0] : undefined;
    return at === undefined || at === null ? undefined : rows[Number(at)];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/seed/shown.js
const shown_PAST = '2001-01-01';
const shown_FUTURE = '2090-01-01';
function shownBy(table, deciding) {
    const names = (text, name) => place(table, name).test(text);
    const shows = ({ command, permissive, using }) => permissive && 'r*'.includes(command) && using !== null;
    const conditions = table.policies.filter(shows).map(({ using }) => using ?? '');
    const isOpen = (text) => !deciding.some((name) => names(text, name));
    const inOrder = [...conditions.filter(isOpen), ...conditions.filter((text) => !isOpen(text))];
    const free = table.columns.filter(({ generated, identity, name }) => !generated && identity === '' && !deciding.includes(name));
    const found = free.flatMap((column) => {
        const value = inOrder.map((text) => valueIn(text, table, column)).find((one) => one !== undefined);
        return value === undefined ? [] : [[column.name, value]];
    });
    return Object.fromEntries(found);
}
function place(table, name, before = '', after = '') {
    const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`${before}(?<![\\w."'])(?:"?${plain(table.name)}"?\\.)?"?${plain(name)}"?(?![\\w"'(.])${after}`);
}
function valueIn(text, table, column) {
    const { category, labels, name } = column;
    const matched = (before, after) => place(table, name, before, after).exec(text);
    if (category === 'B') {
        if (matched('', '') === null)
            return undefined;
        const isOff = matched('NOT \\(?', '') ?? matched('', '\\)? (?:= false|IS FALSE|IS NOT TRUE|<> true)');
        return isOff === null ? 'true' : 'false';
    }
    if (category === 'D') {
        const isBefore = matched('', '\\)?(?:::[\\w ]+)? (<=?|>=?) \\(?(?:now\\(\\)|CURRENT_)')?.[1];
        return isBefore === undefined ? undefined : isBefore.startsWith('<') ? shown_PAST : shown_FUTURE;
    }
    if (category !== 'S' && labels.length === 0)
        return undefined;
    const isText = "\\)?(?:::[\\w .\"]+)? = (?:ANY \\(\\(?ARRAY\\[)?\\(*'((?:[^']|'')*)'";
    return matched('', isText)?.[1]?.replaceAll("''", "'");
}

;// CONCATENATED MODULE: ./packages/tenants/lib/seed/world.js

function isRow(seeded) {
    return seeded !== undefined && 'key' in seeded;
}
let made = 0;
function salt(world) {
    made += 1;
    return { mark: `${world.mark}n${made}`, number: made };
}
function newTenant(name) {
    return { name, mark: newMark(), rows: new Map(), people: [] };
}
function newPerson(tenant, identity) {
    return { tenant, identity, userId: (0,external_node_crypto_().randomUUID)(), mark: newMark(), rows: new Map() };
}
function newMark() {
    return `m${(0,external_node_crypto_().randomBytes)(4).toString('hex')}`;
}
function idOf(table, row) {
    return row.values[table.primaryKey[0] ?? table.columns[0]?.name ?? ''] ?? '';
}

;// CONCATENATED MODULE: ./packages/tenants/lib/seed/seeder.js







const TRIES = 3;
const UNIQUE = '23505';
class Seeder {
    #session;
    #plan;
    #byOid;
    #shared = { mark: 'shared', rows: new Map() };
    constructor(session, plan) {
        this.#session = session;
        this.#plan = plan;
        this.#byOid = new Map(plan.tables.map((table) => [table.oid, table]));
    }
    get intent() {
        return this.#plan.intent;
    }
    async rowOf(table, person, bucket) {
        const world = this.worldOf(table, person);
        const place = placeIn(table, bucket);
        const known = world.rows.get(place);
        if (known === 'under way')
            return { why: 'foreign keys that must not be null lead in a circle', isCircle: true };
        if (known !== undefined)
            return known;
        world.rows.set(place, 'under way');
        const seeded = await this.#make(table, person, bucket);
        if (!isRow(seeded) && seeded.isCircle === true)
            world.rows.delete(place);
        else
            world.rows.set(place, seeded);
        return seeded;
    }
    worldOf(table, person) {
        const { kinship } = this.#plan;
        if (!kinship.isOfTenant(table))
            return this.#shared;
        return kinship.isOfUser(table) ? person : person.tenant;
    }
    known(table, person, bucket) {
        const seeded = this.worldOf(table, person).rows.get(placeIn(table, bucket));
        return seeded === 'under way' ? undefined : seeded;
    }
    async freshFor(table, like, bucket) {
        return this.valuesFor(table, newPerson(like.tenant, like.identity), bucket);
    }
    async valuesFor(table, person, bucket) {
        const given = await this.#given(table, person, bucket);
        return 'why' in given ? undefined : chooseRow(this.#session, this.#model(table), given.values, salt(person));
    }
    words(person) {
        const root = this.#plan.tables.find(({ label }) => label === this.#plan.intent.tenantTable);
        const row = root && this.known(root, person);
        const tenant = root !== undefined && isRow(row) ? idOf(root, row) : '';
        return { tenant, user: this.userId(person), mark: person.mark };
    }
    userId(person) {
        const users = this.#plan.tables.find(({ label }) => label === this.#plan.intent.userTable);
        const row = users && person.rows.get(users.oid);
        return users !== undefined && row !== 'under way' && isRow(row) ? idOf(users, row) : person.userId;
    }
    async #make(table, person, bucket) {
        const fixture = this.#plan.intent.fixtures[table.label];
        const given = await this.#given(table, person, bucket);
        if ('why' in given)
            return given;
        if (fixture !== undefined)
            return this.#fromFixture(table, filled(fixture, this.words(person)));
        const shown = { ...this.#shown(table), ...given.values };
        const put = await this.#choose(table, person, shown, given.values);
        const isSame = Object.keys(shown).length === Object.keys(given.values).length;
        return isRow(put) || isSame ? put : await this.#choose(table, person, given.values, given.values);
    }
    #shown(table) {
        const { intent, kinship } = this.#plan;
        if ([intent.userTable, intent.membership?.table, 'storage.objects'].includes(table.label))
            return {};
        const keys = table.foreignKeys.flatMap(({ columns }) => columns);
        return shownBy(table, [...kinship.deciding(table).flat(), ...kinship.userColumns(table), ...keys]);
    }
    async #choose(table, person, wanted, given) {
        let problem = '';
        for (let attempt = 0; attempt < TRIES; attempt++) {
            const values = await chooseRow(this.#session, this.#model(table), wanted, salt(this.worldOf(table, person)));
            const put = await this.#insert(`insert into ${table.sql} ${insertList(table, values)}`, table, person);
            if (isRow(put))
                return put;
            problem = put.why;
            if (put.code !== UNIQUE)
                break;
            const there = await this.#alreadyThere(table, values, given);
            if (there !== undefined)
                return there;
        }
        return { why: problem };
    }
    async #insert(sql, table, person) {
        const put = await this.#put(sql, table);
        if (isRow(put) || put.code === UNIQUE || !person.identity.isUser)
            return put;
        const { leave, take } = tokenOf(person.identity, this.words(person));
        await this.#session.rows(take);
        const again = await this.#put(sql, table);
        await this.#session.rows(leave);
        return isRow(again) ? again : put;
    }
    #model(table) {
        const part = this.#plan.tables.find(({ checks, parent }) => parent === table.oid && !isByHash(checks));
        if (part === undefined)
            return table;
        const bounds = this.#model(part).checks.filter((check) => !table.checks.includes(check) && isBound(check));
        return { ...table, checks: [...table.checks, ...bounds] };
    }
    async #given(table, person, bucket) {
        const { intent, kinship } = this.#plan;
        const values = {};
        for (const key of table.foreignKeys) {
            const found = await this.#refer(table, key, person);
            if ('why' in found)
                return found;
            for (const [name, value] of Object.entries(found.values))
                values[name] ??= value;
        }
        const words = this.words(person);
        const isKey = (name) => table.foreignKeys.some(({ columns }) => columns.includes(name));
        for (const name of kinship.userColumns(table))
            if (!isKey(name))
                values[name] = words['user'] ?? '';
        for (const name of kinship.tenantColumns(table))
            if (!isKey(name))
                values[name] = words['tenant'] ?? '';
        if (table.label === intent.userTable)
            Object.assign(values, userRow(table, person));
        const role = intent.membership?.roleColumn;
        if (table.label === intent.membership?.table && role !== undefined && person.identity.memberRole !== undefined)
            values[role] = person.identity.memberRole;
        if (table.label === 'storage.objects')
            Object.assign(values, await this.#bucketObject(person, bucket));
        return { values };
    }
    async #refer(table, key, person) {
        const isLoose = key.columns.some((name) => !table.columns.find((column) => column.name === name)?.notNull);
        const none = Object.fromEntries(key.columns
            .filter((name) => !table.columns.find((column) => column.name === name)?.notNull)
            .map((name) => [name, null]));
        const target = this.#byOid.get(key.target);
        if (target === undefined || target === table)
            return isLoose ? { values: none } : { values: {} };
        const row = await this.rowOf(target, person);
        if (!isRow(row))
            return isLoose
                ? { values: none }
                : { why: `needs a row of ${target.label}: ${row.why}`, isCircle: row.isCircle === true };
        return {
            values: Object.fromEntries(key.columns.map((name, at) => [name, row.values[key.targetColumns[at] ?? ''] ?? null])),
        };
    }
    async #bucketObject(person, wanted) {
        const { buckets } = this.#plan.intent;
        const bucket = wanted ?? Object.keys(buckets)[0] ?? '';
        const pattern = buckets[bucket];
        if (pattern === undefined)
            return {};
        await this.#session.rows(`insert into storage.buckets (id, name) values (${(0,lib_quote/* literal */.eu)(bucket)}, ${(0,lib_quote/* literal */.eu)(bucket)}) on conflict do nothing`);
        const user = this.userId(person);
        return { bucket_id: bucket, name: filled(pattern, this.words(person)), owner: user, owner_id: user };
    }
    async #put(sql, table) {
        const { columns } = table;
        const result = await this.#guarded(`${sql} returning tableoid::text || ctid::text${columns.map(({ name }) => `, ${(0,lib_quote/* identifier */.Cv)(name)}::text`).join('')}`);
        if ('error' in result)
            return { why: result.error.message, code: result.error instanceof sql_error/* SqlError */.L8 ? result.error.server.code : '' };
        const [row] = result.rows;
        if (row === undefined)
            return { why: 'a trigger or rule put the row somewhere else', code: '' };
        return {
            key: row[0] ?? '',
            values: Object.fromEntries(columns.map(({ name }, at) => [name, row[at + 1] ?? null])),
        };
    }
    async #alreadyThere(table, values, given) {
        for (const unique of table.uniques) {
            if (!unique.every((name) => typeof values[name] === 'string'))
                continue;
            const where = unique
                .map((name) => `${(0,lib_quote/* identifier */.Cv)(name)} = ${valueSql(table, name, values[name] ?? null)}`)
                .join(' and ');
            const set = Object.keys(given).map((name) => `${(0,lib_quote/* identifier */.Cv)(name)} = ${valueSql(table, name, given[name] ?? null)}`);
            const assign = set.length > 0 ? set.join(', ') : `${(0,lib_quote/* identifier */.Cv)(unique[0] ?? '')} = ${(0,lib_quote/* identifier */.Cv)(unique[0] ?? '')}`;
            const put = await this.#put(`update ${table.sql} set ${assign} where ${where}`, table);
            if (isRow(put))
                return put;
        }
        return undefined;
    }
    async #fromFixture(table, sql) {
        const keys = `select tableoid::text || ctid::text from ${table.sql}`;
        const before = new Set((await this.#session.rows(keys)).map(([key]) => key));
        const ran = await this.#guarded(sql);
        if ('error' in ran)
            return { why: `its fixture: ${ran.error.message}` };
        const { columns } = table;
        const rows = await this.#session.rows(`select tableoid::text || ctid::text${columns.map(({ name }) => `, ${(0,lib_quote/* identifier */.Cv)(name)}::text`).join('')} from ${table.sql}`);
        const row = rows.find(([key]) => !before.has(key ?? null));
        if (row === undefined)
            return { why: 'its fixture put in no row' };
        return {
            key: row[0] ?? '',
            values: Object.fromEntries(columns.map(({ name }, at) => [name, row[at + 1] ?? null])),
        };
    }
    async #guarded(sql) {
        await this.#session.rows('savepoint lockstep_seed');
        const result = await this.#session.send(sql, { keepRows: true });
        if (result.ok) {
            await this.#session.rows('release savepoint lockstep_seed');
            return { rows: result.reply.rows };
        }
        if (this.#session.lost)
            throw result.error;
        await this.#session.rows('rollback to savepoint lockstep_seed; release savepoint lockstep_seed');
        return { error: result.error };
    }
}
function isByHash(checks) {
    return checks.some(({ expression }) => expression.includes('satisfies_hash_partition('));
}
function placeIn({ oid }, bucket) {
    return bucket === undefined ? oid : `${oid} ${bucket}`;
}
function userRow(table, person) {
    const has = (name) => table.columns.some((column) => column.name === name);
    const key = table.columns.find(({ name }) => name === table.primaryKey[0]);
    return {
        ...(key?.type === 'uuid' ? { [key.name]: person.userId } : {}),
        ...(has('email') ? { email: `${person.mark}@example.test` } : {}),
    };
}
function valueSql(table, name, value) {
    const type = table.columns.find((column) => column.name === name)?.declared ?? 'text';
    return value === null ? 'null' : `${(0,lib_quote/* literal */.eu)(value)}::${type}`;
}
function insertList(table, values) {
    const names = Object.keys(values);
    if (names.length === 0)
        return 'default values';
    return `(${names.map(lib_quote/* identifier */.Cv).join(', ')}) values (${names.map((name) => valueSql(table, name, values[name] ?? null)).join(', ')})`;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/plan-table.js


const KEY = 'tableoid::text || ctid::text';
function planTable(subject, verbs) {
    return verbs.flatMap((verb) => PLANS[verb](subject));
}
const PLANS = {
    read: planRead,
    change: planChange,
    delete: planDelete,
    plant: planPlant,
    move: planMove,
};
function look({ foreign, own, table }) {
    const many = (keys) => `count(*) filter (where k = any(${(0,lib_quote/* textArray */.TS)(keys)}))`;
    return `select ${many(own)}, ${many(foreign)} from (select ${KEY} k from ${table.sql}) x`;
}
function counts({ rows }) {
    return [Number(rows[0]?.[0] ?? -1), Number(rows[0]?.[1] ?? -1)];
}
function planRead(subject) {
    const { own, rights, table } = subject;
    if (rights.select) {
        const statement = look(subject);
        return [
            {
                verb: 'read',
                shown: `select * from ${table.label}`,
                attempt: { statement },
                read: (answer) => ({ leak: counts(answer)[1] > 0, control: counts(answer)[0] > 0 }),
            },
        ];
    }
    const columns = rights.selectColumns.map(lib_quote/* identifier */.Cv).join(', ');
    return [
        {
            verb: 'read',
            shown: `select ${rights.selectColumns.join(', ')} from ${table.label}`,
            attempt: { statement: `select count(*) from (select ${columns} from ${table.sql}) x` },
            read: (answer) => {
                const many = Number(answer.rows[0]?.[0] ?? 0);
                return { leak: many > own.length, control: many > 0 && own.length > 0 };
            },
        },
    ];
}
function touched(subject) {
    return (answer) => {
        if (answer.code !== '')
            return { leak: false, control: false };
        const [own, foreign] = counts(answer);
        return { leak: foreign < subject.foreign.length, control: own < subject.own.length };
    };
}
const BEFORE = 'lockstep.rows_before';
function arrivals(table, columns, values) {
    const theirs = columns
        .filter((name) => name in values)
        .map((name) => `${(0,lib_quote/* identifier */.Cv)(name)} is not distinct from ${valueSql(table, name, values[name] ?? null)}`);
    const many = `select count(*) from ${table.sql} where ${['true', ...theirs].join(' and ')}`;
    return {
        before: `select pg_catalog.set_config('${BEFORE}', (${many})::text, true)`,
        look: `select (${many}) - pg_catalog.current_setting('${BEFORE}')::bigint`,
    };
}
function arrived({ code, rows }) {
    return code === '' && Number(rows[0]?.[0] ?? 0) > 0;
}
function whereIs(table, row) {
    const key = table.primaryKey;
    if (row === undefined || key.length === 0 || key.some((name) => typeof row[name] !== 'string'))
        return undefined;
    return key.map((name) => `${(0,lib_quote/* identifier */.Cv)(name)} = ${valueSql(table, name, row[name] ?? null)}`).join(' and ');
}
function plainColumn({ deciding, rights, table }) {
    const may = table.columns.filter(({ generated, identity, name }) => rights.updateColumns.includes(name) && !generated && identity !== 'a');
    const rank = (name) => (deciding.flat().includes(name) ? 8 : 0) +
        (table.primaryKey.includes(name) ? 4 : 0) +
        (table.foreignKeys.some(({ columns }) => columns.includes(name)) ? 2 : 0) +
        (table.uniques.some((unique) => unique.includes(name)) ? 1 : 0);
    return [...may].sort((one, other) => rank(one.name) - rank(other.name))[0]?.name;
}
function planChange(subject) {
    const { foreignRow, ownRow, rights, table } = subject;
    const column = plainColumn(subject);
    const row = ownRow ?? foreignRow;
    if (column === undefined || row === undefined)
        return [];
    const set = `update ${table.sql} set ${(0,lib_quote/* identifier */.Cv)(column)} = ${valueSql(table, column, row[column] ?? null)}`;
    const shown = `update ${table.label} set ${column} = …`;
    const read = touched(subject);
    const probe = (statement, text) => ({
        verb: 'change',
        shown: text,
        attempt: { statement, look: look(subject) },
        read,
    });
    const where = whereIs(table, foreignRow);
    const probes = [probe(set, shown)];
    if (where !== undefined && foreignRow !== undefined) {
        probes.push(probe(`${set} where ${where}`, `${shown} where ${table.primaryKey.join(', ')} = …`));
        const values = Object.fromEntries(table.columns
            .filter(({ generated, name }) => !generated && rights.insertColumns.includes(name))
            .map(({ name }) => [name, foreignRow[name] ?? null]));
        const key = table.primaryKey.map(lib_quote/* identifier */.Cv).join(', ');
        const overriding = insertList(table, values).replace(') values (', ') overriding system value values (');
        if (table.primaryKey.every((name) => name in values)) {
            probes.push({
                ...probe(`insert into ${table.sql} ${overriding} on conflict (${key}) do update set ${(0,lib_quote/* identifier */.Cv)(column)} = excluded.${(0,lib_quote/* identifier */.Cv)(column)}`, `insert into ${table.label} … on conflict (${table.primaryKey.join(', ')}) do update set ${column} = …`),
                isControl: true,
            });
        }
    }
    return probes;
}
function planDelete(subject) {
    const { foreignRow, table } = subject;
    const where = whereIs(table, foreignRow);
    const probe = (statement, shown) => ({
        verb: 'delete',
        shown,
        attempt: { statement, look: look(subject) },
        read: touched(subject),
    });
    return [
        probe(`delete from ${table.sql}`, `delete from ${table.label}`),
        ...(where === undefined
            ? []
            : [
                probe(`delete from ${table.sql} where ${where}`, `delete from ${table.label} where ${table.primaryKey.join(', ')} = …`),
            ]),
    ];
}
function planPlant(subject) {
    const { deciding, newForeign, newOwn, rights, table } = subject;
    const insert = (values) => {
        const may = Object.fromEntries(Object.entries(values).filter(([name]) => rights.insertColumns.includes(name)));
        return `insert into ${table.sql} ${insertList(table, may)}`;
    };
    const done = ({ code }) => code === '';
    const shown = `insert into ${table.label} …`;
    const tries = newForeign.map((values, at) => ({
        verb: 'plant',
        shown,
        attempt: { statement: insert(values), ...arrivals(table, deciding[0] ?? [], values) },
        read: (answer) => ({ leak: arrived(answer), control: false }),
        mixed: at > 0,
    }));
    if (newOwn === undefined)
        return tries;
    return [
        ...tries,
        {
            verb: 'plant',
            shown,
            attempt: { statement: insert(newOwn) },
            read: (answer) => ({ leak: false, control: done(answer) || answer.code === '23505' }),
            isControl: true,
        },
    ];
}
function planMove(subject) {
    const { deciding, foreignRow, own, ownRow, rights, table } = subject;
    if (own.length === 0 || ownRow === undefined || foreignRow === undefined)
        return [];
    const keys = [...new Set(table.foreignKeys.flatMap(({ columns }) => columns))];
    const all = [...new Set([...deciding.flat(), ...keys])];
    const ways = deciding.flatMap((columns) => (all.length > columns.length ? [columns, all] : [columns]));
    return ways
        .filter((columns) => columns.every((name) => rights.updateColumns.includes(name)))
        .filter((columns) => columns.some((name) => ownRow[name] !== foreignRow[name] && foreignRow[name] !== null))
        .flatMap((columns) => movesOf(subject, columns, { ownRow, foreignRow }));
}
function movesOf(subject, columns, { foreignRow, ownRow }) {
    const { table } = subject;
    const set = (row) => `update ${table.sql} set ${columns.map((name) => `${(0,lib_quote/* identifier */.Cv)(name)} = ${valueSql(table, name, row[name] ?? null)}`).join(', ')}`;
    const shown = `update ${table.label} set ${columns.map((name) => `${name} = …`).join(', ')}`;
    const where = whereIs(table, ownRow);
    const read = touched(subject);
    const move = (statement, text) => ({
        verb: 'move',
        shown: text,
        attempt: { statement, ...arrivals(table, columns, foreignRow) },
        read: (answer) => ({ leak: arrived(answer), control: false }),
    });
    return [
        move(set(foreignRow), shown),
        ...(where === undefined
            ? []
            : [move(`${set(foreignRow)} where ${where}`, `${shown} where ${table.primaryKey.join(', ')} = …`)]),
        {
            verb: 'move',
            shown,
            attempt: { statement: set(ownRow), look: look(subject) },
            read: (answer) => ({ leak: false, control: read(answer).control }),
            isControl: true,
        },
    ];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/refuse.js

async function systemIdentifier(session) {
    const result = await session.send('select system_identifier::text from pg_catalog.pg_control_system()', {
        keepRows: true,
    });
    return result.ok ? (result.reply.rows[0]?.[0] ?? undefined) : undefined;
}
async function productionRefusal(session, production) {
    if (production.length === 0)
        return undefined;
    const itself = await systemIdentifier(session);
    if (itself === undefined)
        return { kind: 'is-production', detail: 'its system identifier cannot be read' };
    return production.includes(itself) ? { kind: 'is-production', detail: `system identifier ${itself}` } : undefined;
}
const LOOKS = 20;
async function otherSessions(session) {
    let found;
    for (let look = 0; look < LOOKS; look++) {
        if (look > 0)
            await session.rows('select pg_catalog.pg_sleep(0.1)');
        found = await othersNow(session);
        if (found === undefined)
            return undefined;
    }
    return found;
}
async function othersNow(session) {
    const rows = await session.rows(`select a.application_name, a.usename from pg_catalog.pg_stat_activity a
      where a.datname = pg_catalog.current_database() and a.pid <> pg_catalog.pg_backend_pid()
        and coalesce(a.backend_type, 'client backend') = 'client backend' order by 1, 2 limit 5`);
    if (rows.length === 0)
        return undefined;
    const who = rows.map(([name, user]) => `${name || 'no name'} (user ${user ?? '?'})`);
    return { kind: 'in-use', detail: who.join(', ') };
}
async function foreignRows(session, tables, kinship) {
    const owned = tables.filter((table) => kinship.isOfTenant(table) && table.parent === null);
    if (owned.length === 0)
        return undefined;
    const whose = (table) => {
        const own = [...kinship.tenantColumns(table), ...kinship.userColumns(table)];
        const said = own.map((name) => `${(0,lib_quote/* identifier */.Cv)(name)} is not null`).join(' or ');
        if (said === '')
            return kinship.deciding(table).length > 0 ? 'false' : 'true';
        return said;
    };
    const rows = await session.rows(owned
        .map((table) => `select ${(0,lib_quote/* literal */.eu)(table.label)} where exists (select from ${table.sql} where ${whose(table)})`)
        .join(' union all '));
    if (rows.length === 0)
        return undefined;
    return {
        kind: 'has-rows',
        detail: rows
            .slice(0, 5)
            .map(([label]) => label)
            .join(', '),
    };
}
async function placesOf(session, tables) {
    const places = new Map(tables.map(({ oid }) => [oid, []]));
    if (tables.length === 0)
        return places;
    const rows = await session.rows(tables
        .map(({ oid, sql }) => `select ${(0,lib_quote/* literal */.eu)(oid)}, tableoid::text || ctid::text from ${sql}`)
        .join(' union all '));
    for (const [oid, key] of rows)
        places.get(oid ?? '')?.push(key ?? '');
    return places;
}
async function missingRoles(session, roles) {
    const rows = await session.rows(`select name from pg_catalog.unnest(${(0,lib_quote/* textArray */.TS)(roles)}) name where not exists (select from pg_catalog.pg_roles r where r.rolname = name)`);
    return rows.map(([name]) => name ?? '');
}
async function refreshAll(session, views) {
    for (const { materialized, sql } of views) {
        if (!materialized)
            continue;
        await session.rows(`savepoint ${(0,lib_quote/* identifier */.Cv)('lockstep_refresh')}`);
        const result = await session.send(`refresh materialized view ${sql}`);
        await session.rows(result.ok
            ? 'release savepoint lockstep_refresh'
            : 'rollback to savepoint lockstep_refresh; release savepoint lockstep_refresh');
    }
}

;// CONCATENATED MODULE: ./packages/tenants/lib/seed/kinship.js
function kinshipOf(tables, intent) {
    const byOid = new Map(tables.map((table) => [table.oid, table]));
    const byLabel = new Map(tables.map((table) => [table.label, table]));
    const root = byLabel.get(intent.tenantTable);
    const users = byLabel.get(intent.userTable);
    const member = intent.membership && byLabel.get(intent.membership.table);
    const tenantName = intent.membership?.tenantColumn;
    const userName = intent.membership?.userColumn;
    const usersAreTenants = root !== undefined && root === users;
    const leadsTo = (table, target) => table.foreignKeys.filter((key) => target !== undefined && key.target === target.oid && table !== target);
    const isReferrer = (table, column) => table.foreignKeys.some(({ columns }) => columns.includes(column.name));
    const named = (table, name, target) => {
        const key = target?.columns.find((column) => target.primaryKey.includes(column.name));
        return table.columns.filter((column) => name !== undefined &&
            column.name === name &&
            !isReferrer(table, column) &&
            (key === undefined || key.type === column.type));
    };
    const filledIn = (table) => table.columns.filter((column) => /\bauth\.uid\(\)/.test(column.default ?? '') && !isReferrer(table, column));
    const lone = (keys, target) => keys.flatMap(({ columns, targetColumns }) => columns.filter((_, at) => target?.primaryKey.includes(targetColumns[at] ?? '')));
    const userColumns = (table) => {
        const said = intent.ownerColumns[table.label];
        if (said !== undefined)
            return usersAreTenants ? [said] : [];
        return foundUserColumns(table);
    };
    const foundUserColumns = (table) => [
        ...new Set([
            ...lone(leadsTo(table, users), users),
            ...(table === users ? [] : named(table, userName, users).map(({ name }) => name)),
            ...filledIn(table).map(({ name }) => name),
            ...(table === member && userName !== undefined && leadsTo(table, users).length === 0 ? [userName] : []),
        ]),
    ];
    const tenantColumns = (table) => usersAreTenants || intent.ownerColumns[table.label] !== undefined
        ? [intent.ownerColumns[table.label] ?? userColumns(table)].flat()
        : [
            ...new Set([
                ...lone(leadsTo(table, root), root),
                ...(table === root ? [] : named(table, tenantName, root).map(({ name }) => name)),
                ...(table === member && tenantName !== undefined ? [tenantName] : []),
            ]),
        ];
    const spread = (isFirst, stops) => {
        const found = new Set(tables.filter(isFirst));
        for (let before = -1; before !== found.size;) {
            before = found.size;
            for (const table of tables) {
                if (stops.includes(table))
                    continue;
                if (table.foreignKeys.some(({ target }) => {
                    const to = byOid.get(target);
                    return to !== undefined && to !== table && found.has(to) && !stops.includes(to);
                }))
                    found.add(table);
                const parent = table.parent === null ? undefined : byOid.get(table.parent);
                if (parent !== undefined && found.has(parent))
                    found.add(table);
            }
        }
        return found;
    };
    const ofUser = spread((table) => table === users || table === member || (table !== root && userColumns(table).length > 0), [usersAreTenants ? undefined : root]);
    const isBucketObject = (table) => table.label === 'storage.objects' && Object.keys(intent.buckets).length > 0;
    const ofTenant = spread((table) => table === root || ofUser.has(table) || tenantColumns(table).length > 0 || isBucketObject(table), []);
    const leading = (table, columns) => {
        const must = columns.filter((name) => table.columns.find((column) => column.name === name)?.notNull === true);
        return must.length > 0 ? must : columns;
    };
    const deciding = (table) => {
        const own = leading(table, tenantColumns(table));
        if (own.length > 0)
            return own.map((name) => [name]);
        const parents = table.foreignKeys.filter(({ target }) => {
            const to = byOid.get(target);
            return to !== undefined && to !== table && to !== users && ofTenant.has(to);
        });
        if (parents.length > 0)
            return parents.map(({ columns }) => columns);
        return leading(table, userColumns(table)).map((name) => [name]);
    };
    return {
        tenantColumns,
        userColumns,
        isOfTenant: (table) => ofTenant.has(table),
        isOfUser: (table) => ofUser.has(table) && (usersAreTenants || table !== root),
        deciding: (table) => (table === root ? [] : deciding(table)),
    };
}

;// CONCATENATED MODULE: ./packages/tenants/lib/stage.js







const PEOPLE = [1, 2];
function setStage(session, catalog, intent) {
    const kinship = kinshipOf(catalog.tables, intent);
    const seeder = new Seeder(session, { tables: catalog.tables, intent, kinship });
    const isProbed = (table) => intent.schemas.includes(table.schema) ||
        (table.label === 'storage.objects' && Object.keys(intent.buckets).length > 0);
    return {
        catalog,
        kinship,
        seeder,
        tenants: [newTenant('A'), newTenant('B')],
        probed: catalog.tables.filter(isProbed),
    };
}
async function seedTenant(stage, tenant, intent) {
    const { catalog, kinship, seeder } = stage;
    const identities = intent.identities.filter(({ isUser }) => isUser);
    const users = catalog.tables.find(({ label }) => label === intent.userTable);
    const root = catalog.tables.find(({ label }) => label === intent.tenantTable);
    for (const identity of identities)
        for (const _ of PEOPLE)
            tenant.people.push(newPerson(tenant, identity));
    const first = [...(users === undefined ? [] : [users]), ...(root === undefined ? [] : [root])];
    const member = catalog.tables.filter(({ label }) => label === intent.membership?.table);
    const problems = new Map();
    const platform = (table) => ['auth', 'storage', 'realtime', 'vault'].includes(table.schema);
    const rest = catalog.tables.filter((table) => stage.probed.includes(table) || !platform(table));
    const wanted = [...first, ...member, ...rest.filter((table) => ![...first, ...member].includes(table))];
    const inOrder = [
        ...wanted.filter(({ parent }) => parent === null),
        ...wanted.filter(({ parent }) => parent !== null),
    ];
    for (const table of inOrder) {
        const people = kinship.isOfUser(table) ? tenant.people : tenant.people.slice(0, 1);
        for (const person of people) {
            if (table.parent !== null && needsNoRow(stage, table, person))
                continue;
            for (const bucket of bucketsOf(table, intent)) {
                const seeded = await seeder.rowOf(table, person, bucket);
                if (!isRow(seeded))
                    problems.set(table.label, seeded.why);
            }
        }
    }
    return problems;
}
function bucketsOf(table, intent) {
    return table.label === 'storage.objects' ? Object.keys(intent.buckets) : [undefined];
}
function needsNoRow(stage, table, person) {
    const isDivided = stage.catalog.tables.some(({ parent }) => parent === table.oid);
    return isDivided || rowValues(stage, table, person) !== undefined || isByHash(table.checks);
}
async function freshRows(stage, table, { bucket, person: actor }) {
    const { kinship, seeder, tenants } = stage;
    const like = tenants[1].people[0];
    if (like === undefined)
        return { own: undefined, foreign: [] };
    const foreign = await seeder.freshFor(table, like, bucket);
    if (actor === undefined)
        return { own: undefined, foreign: foreign === undefined ? [] : [foreign] };
    const own = await seeder.valuesFor(table, actor, bucket);
    const theirs = seeder.known(table, like, bucket);
    if (bucket !== undefined && own !== undefined) {
        const words = { ...seeder.words(like), user: seeder.userId(actor), mark: actor.mark };
        const name = filled(seeder.intent.buckets[bucket] ?? '', words);
        return { own, foreign: [...(foreign === undefined ? [] : [foreign]), { ...own, name }] };
    }
    const deciding = kinship.deciding(table).flat();
    const canMix = own !== undefined &&
        isRow(theirs) &&
        deciding.length > 0 &&
        Object.keys(own).some((name) => !deciding.includes(name));
    const mixed = canMix
        ? [{ ...own, ...Object.fromEntries(deciding.map((name) => [name, theirs.values[name] ?? null])) }]
        : [];
    return { own, foreign: [...(foreign === undefined ? [] : [foreign]), ...mixed] };
}
function partsOf(stage, intent) {
    const [mine] = stage.tenants;
    const parts = intent.identities.map((identity) => {
        const person = identity.isUser ? mine.people.find((one) => one.identity === identity) : undefined;
        const words = person === undefined ? { tenant: '', user: '', mark: '' } : stage.seeder.words(person);
        return { identity, actor: actorOf(identity, words), person };
    });
    const roles = [...new Set(intent.identities.filter(({ isUser }) => isUser).map(({ role }) => role))];
    return [
        ...parts,
        ...roles.map((role) => {
            const identity = {
                name: `${role} of no tenant`,
                role,
                isUser: true,
                claims: {},
                settings: {},
                memberRole: undefined,
            };
            const { mark, userId } = newPerson(mine, identity);
            return { identity, actor: actorOf(identity, { tenant: '', user: userId, mark }), person: undefined };
        }),
    ];
}
async function newPlaces(session, tables, before) {
    const now = await placesOf(session, tables);
    return new Map([...now].map(([oid, keys]) => {
        const known = new Set(before.get(oid));
        return [oid, keys.filter((key) => !known.has(key))];
    }));
}
async function settled(session, stage, { mine, others }) {
    const again = { mine: new Map(mine), others: new Map(others) };
    for (const table of stage.probed) {
        const now = await placesNow(session, stage, table, { mine, others });
        again.mine.set(table.oid, now.mine);
        again.others.set(table.oid, now.others);
    }
    return again;
}
async function placesNow(session, stage, table, { mine, others }) {
    const there = new Set((await placesOf(session, [table])).get(table.oid));
    const known = { mine: mine.get(table.oid) ?? [], others: others.get(table.oid) ?? [] };
    if ([...known.mine, ...known.others].every((key) => there.has(key)))
        return known;
    const again = async (nth, keys) => {
        const found = await seededPlaces(session, stage, { table, tenant: stage.tenants[nth] });
        return found.length > 0 ? found : keys.filter((key) => there.has(key));
    };
    return { mine: await again(0, known.mine), others: await again(1, known.others) };
}
async function placeNow(session, table, row) {
    const where = keyOf(table, row.values);
    if (where === undefined)
        return row.key;
    const [found] = await session.rows(`select tableoid::text || ctid::text from ${table.sql} where ${where}`);
    return found?.[0] ?? row.key;
}
function keyOf(table, values) {
    const key = table.primaryKey;
    if (key.length === 0 || key.some((name) => typeof values[name] !== 'string'))
        return undefined;
    return key.map((name) => `${(0,lib_quote/* identifier */.Cv)(name)} = ${valueSql(table, name, values[name] ?? null)}`).join(' and ');
}
async function seededPlaces(session, stage, { table, tenant }) {
    const rows = tenant.people.map((person) => rowValues(stage, table, person)).filter((row) => row !== undefined);
    const each = rows.map((row) => keyOf(table, row)).filter((one) => one !== undefined);
    if (each.length === 0)
        return [];
    const found = await session.rows(`select tableoid::text || ctid::text from ${table.sql} where ${each.map((one) => `(${one})`).join(' or ')}`);
    return found.map(([place]) => place ?? '');
}
function rowValues(stage, table, person, bucket) {
    if (person === undefined)
        return undefined;
    const own = stage.seeder.known(table, person, bucket);
    if (isRow(own))
        return own.values;
    let whole = table;
    while (whole.parent !== null) {
        const parent = stage.catalog.tables.find(({ oid }) => oid === whole.parent);
        if (parent === undefined)
            return undefined;
        whole = parent;
    }
    const seeded = stage.seeder.known(whole, person);
    if (!isRow(seeded))
        return undefined;
    return whole === table || seeded.key.startsWith(`${table.oid}(`) ? seeded.values : undefined;
}
function rootId(stage, intent, person) {
    const root = stage.catalog.tables.find(({ label }) => label === intent.tenantTable);
    const row = root && stage.seeder.known(root, person);
    return root !== undefined && isRow(row) ? idOf(root, row) : '';
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/cascade.js






const ACTS = ['c', 'n', 'd'];
async function cascades(extras) {
    const { intent, stage } = extras.run;
    const found = [];
    for (const child of stage.probed.filter((table) => stage.kinship.isOfTenant(table) && table.parent === null)) {
        for (const key of child.foreignKeys.filter(({ onDelete }) => ACTS.includes(onDelete))) {
            const target = stage.probed.find(({ oid }) => oid === key.target);
            if (target === undefined || target === child || !stage.kinship.isOfTenant(target))
                continue;
            if (!isListed(target.label, intent.publicObjects))
                continue;
            for (const part of extras.run.parts)
                if (part.person !== undefined)
                    found.push(...(await tried(extras, { child, key, target }, part)));
        }
    }
    return found;
}
async function tried({ run }, { child, key, target }, part) {
    const { actor, person } = part;
    const base = { id: 'tenant/cascade', label: child.label, actor: actor.name };
    const mine = rowValues(run.stage, target, person);
    const theirs = rowValues(run.stage, child, run.stage.tenants[1].people[0]);
    const [whereMine, whereTheirs] = [whereIs(target, mine), whereIs(child, theirs)];
    if (mine === undefined || whereMine === undefined || whereTheirs === undefined)
        return [{ ...base, kind: 'unknown', evidence: 'there are no rows to try it with, or no primary key' }];
    const values = key.columns.map((name, at) => [
        name,
        valueSql(child, name, mine[key.targetColumns[at] ?? ''] ?? null),
    ]);
    const link = values.map(([name, value]) => `${(0,lib_quote/* identifier */.Cv)(name ?? '')} = ${value}`);
    const [answer] = await attemptAll(run.session, actor, [
        {
            before: `update ${child.sql} set ${link.join(', ')} where ${whereTheirs}`,
            statement: `delete from ${target.sql} where ${whereMine}`,
            look: `select (select count(*) from ${target.sql} where ${whereMine}), (select count(*) from ${child.sql} where ${whereTheirs} and ${link.join(' and ')})`,
        },
    ]);
    if (answer?.code !== '')
        return [{ ...base, kind: 'apart', evidence: '' }];
    const [parents, children] = (answer.rows[0] ?? []).map(Number);
    if (parents !== 0)
        return [{ ...base, kind: 'refused', evidence: '' }];
    if (children !== 0)
        return [{ ...base, kind: 'apart', evidence: '' }];
    return [{ ...base, kind: 'leak', evidence: `delete from ${target.label} where ${target.primaryKey.join(', ')} = …` }];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/channels.js



const channels_MESSAGES = 'realtime.messages';
const EXTENSIONS = ['broadcast', 'presence'];
async function channels({ run }) {
    const { intent, parts, session, stage } = run;
    if (intent.channels.length === 0 || !stage.catalog.hasMessages)
        return [];
    const other = stage.tenants[1].people[0];
    const theirs = other === undefined ? {} : stage.seeder.words(other);
    const found = [];
    for (const pattern of intent.channels) {
        for (const { actor, person } of parts) {
            const mine = person === undefined ? undefined : filled(pattern, stage.seeder.words(person));
            const topics = [filled(pattern, theirs), ...(mine === undefined ? [] : [mine])];
            const tries = topics.flatMap((topic) => EXTENSIONS.flatMap((extension) => triesOf(topic, extension)));
            const answers = await attemptAll(session, actor, tries);
            const passes = answers.map(({ code, rows }) => code === '' && Number(rows[0]?.[0] ?? 0) > 0);
            for (const [at, verb] of ['listen', 'send'].entries()) {
                const of = (topic) => EXTENSIONS.some((_, nth) => passes[(topic * EXTENSIONS.length + nth) * 2 + at]);
                const odd = answers.find(({ code }, nth) => nth % 2 === at && code !== '' && code !== '42501' && code !== '22P02');
                found.push({
                    id: `channel/${verb}`,
                    label: pattern,
                    actor: actor.name,
                    kind: of(0) ? 'leak' : odd !== undefined ? 'unknown' : mine === undefined || !of(1) ? 'refused' : 'apart',
                    evidence: of(0) ? `the policies of ${channels_MESSAGES} approve the topic of another tenant` : (odd?.message ?? ''),
                });
            }
        }
    }
    return found;
}
function triesOf(topic, extension) {
    const insert = `insert into ${channels_MESSAGES} (topic, extension) values (${(0,lib_quote/* literal */.eu)(topic)}, ${(0,lib_quote/* literal */.eu)(extension)})`;
    const asked = `select pg_catalog.set_config('realtime.topic', ${(0,lib_quote/* literal */.eu)(topic)}, true)`;
    const seen = `select count(*) from ${channels_MESSAGES} where topic = ${(0,lib_quote/* literal */.eu)(topic)} and extension = ${(0,lib_quote/* literal */.eu)(extension)}`;
    return [
        { before: `${insert}; ${asked}`, statement: seen },
        { before: asked, statement: insert, look: seen },
    ];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/creators.js
async function creators({ run: { parts, stage } }) {
    return stage.catalog.schemas.flatMap(({ creators: roles, label }) => parts
        .filter(({ actor }) => roles.includes(actor.role))
        .map(({ actor }) => {
        const evidence = `grant create on schema ${label} to ${actor.role}`;
        return { id: 'schema/create', label, actor: actor.name, kind: 'told', evidence };
    }));
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/foreign-tables.js

async function foreignTables({ run: { intent, parts, stage } }) {
    const secret = stage.catalog.foreignTables.filter(({ label }) => !isListed(label, intent.publicObjects));
    return secret.flatMap(({ label, readers }) => parts.map(({ actor }) => {
        const isOpen = readers.includes(actor.role);
        const evidence = isOpen ? `the role ${actor.role} may use it` : '';
        return { id: 'foreign-table/open', label, actor: actor.name, kind: isOpen ? 'leak' : 'refused', evidence };
    }));
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/own-role.js





async function ownRole({ run }) {
    const { intent, parts, session, stage } = run;
    const { membership } = intent;
    const role = membership?.roleColumn;
    const table = stage.catalog.tables.find(({ label }) => label === membership?.table);
    if (role === undefined || table === undefined)
        return [];
    const isBound = (name) => intent.ownRows.some(({ identity }) => identity === name);
    const hasRules = intent.ownRows.length > 0;
    const found = [];
    for (const { actor, identity, person } of parts) {
        if (person === undefined || identity.memberRole === undefined || (hasRules && !isBound(identity.name)))
            continue;
        const higher = intent.identities.filter(({ memberRole, name }) => memberRole !== undefined && memberRole !== identity.memberRole && !(hasRules && isBound(name)));
        if (higher.length === 0)
            continue;
        const base = { id: 'own-rows/role', label: table.label, actor: identity.name };
        const where = whereIs(table, rowValues(stage, table, person));
        if (where === undefined) {
            found.push({ ...base, kind: 'unknown', evidence: 'there is no row of its own, or no primary key' });
            continue;
        }
        const raise = (whose, memberRole) => ({
            statement: `update ${table.sql} set ${(0,lib_quote/* identifier */.Cv)(role)} = ${valueSql(table, role, memberRole)} where ${whose}`,
            look: `select count(*) from ${table.sql} where ${whose} and ${(0,lib_quote/* identifier */.Cv)(role)}::text = ${(0,lib_quote/* literal */.eu)(memberRole)}`,
        });
        const all = (memberRole) => ({
            ...raise(where, memberRole),
            statement: `update ${table.sql} set ${(0,lib_quote/* identifier */.Cv)(role)} = ${valueSql(table, role, memberRole)}`,
        });
        const roles = higher.map(({ memberRole }) => memberRole ?? '');
        const own = roles.flatMap((memberRole) => [raise(where, memberRole), all(memberRole)]);
        const colleagues = hasRules ? [] : person.tenant.people.filter((one) => one !== person);
        const manages = colleagues.flatMap((one) => {
            const whose = whereIs(table, rowValues(stage, table, one));
            return whose === undefined
                ? []
                : roles.filter((to) => to !== one.identity.memberRole).map((to) => raise(whose, to));
        });
        const answers = await attemptAll(session, actor, [...own, ...manages]);
        const done = answers.map(({ code, rows }) => code === '' && Number(rows[0]?.[0] ?? 0) > 0);
        const isRaised = done.slice(0, own.length).includes(true) && !done.slice(own.length).includes(true);
        const evidence = isRaised ? `update ${table.label} set ${role} = …` : '';
        found.push({ ...base, kind: isRaised ? 'leak' : 'refused', evidence });
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/realtime.js

async function realtime({ cells, run }) {
    const { intent, parts, stage } = run;
    const published = stage.probed.filter((table) => stage.catalog.published.includes(table.oid) &&
        stage.kinship.isOfTenant(table) &&
        !isListed(table.label, intent.publicObjects));
    return published.flatMap((table) => parts.flatMap(({ actor }) => {
        const who = { label: table.label, actor: actor.name };
        const columns = run.rights.get(actor.role)?.get(table.oid)?.selectColumns ?? [];
        const read = cells.find((cell) => cell.table === table && cell.actor === actor.name && cell.verb === 'read');
        return [
            { id: 'realtime/changes', ...who, ...changes(table, columns, read?.kind) },
            { id: 'realtime/deletes', ...who, ...deletes(table, columns, run) },
        ];
    }));
}
function changes(table, columns, read) {
    if (columns.length === 0)
        return { kind: 'refused', evidence: '' };
    if (!table.rls)
        return { kind: 'leak', evidence: 'row-level security is off, so that every change is sent' };
    if (read === 'leak')
        return { kind: 'leak', evidence: 'the policies for select approve the row' };
    if (read === 'apart' || read === 'closed' || read === 'refused')
        return { kind: 'apart', evidence: '' };
    return { kind: 'unknown', evidence: 'whether it may read the row is not known' };
}
function deletes(table, columns, { stage }) {
    const sent = table.primaryKey.filter((name) => columns.includes(name));
    const saysWhose = [...stage.kinship.tenantColumns(table), ...stage.kinship.userColumns(table)];
    const telling = sent.filter((name) => saysWhose.includes(name) || table.columns.find((column) => column.name === name)?.category === 'S');
    if (telling.length === 0)
        return { kind: sent.length === 0 ? 'refused' : 'apart', evidence: '' };
    return { kind: 'leak', evidence: `a deleted row is sent to every subscriber with ${telling.join(', ')}` };
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/sequences.js
async function sequences({ run: { parts, stage } }) {
    return stage.catalog.sequences.flatMap(({ label, readers, setters, table }) => {
        const numbered = stage.probed.find(({ oid }) => oid === table);
        if (numbered === undefined || !stage.kinship.isOfTenant(numbered))
            return [];
        return parts.map(({ actor }) => {
            const isOpen = readers.includes(actor.role);
            const rights = setters.includes(actor.role) ? 'may read and set it' : 'may read it';
            const evidence = isOpen ? `the role ${actor.role} ${rights}; it numbers ${numbered.label}` : '';
            return { id: 'sequence/shared', label, actor: actor.name, kind: isOpen ? 'told' : 'apart', evidence };
        });
    });
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/side-effects.js





async function sideEffects(extras) {
    const { kinship, probed } = extras.run.stage;
    const found = [];
    const look = lookAtOthers(extras);
    const tables = probed.filter((one) => one.triggers && kinship.isOfTenant(one));
    if (tables.length === 0)
        return [];
    for (const part of extras.run.parts) {
        if (part.person === undefined)
            continue;
        const [usual] = await attemptAll(extras.run.session, part.actor, [{ statement: 'select 1', look }]);
        const asUsual = JSON.stringify(usual?.rows[0]);
        for (const table of tables)
            found.push(...(await side_effects_tried(extras, table, { part, look, asUsual })));
    }
    return found;
}
function lookAtOthers({ run: { intent, places, stage } }) {
    const tables = stage.probed.filter((table) => stage.kinship.isOfTenant(table) && table.parent === null);
    const other = stage.tenants[1].people[0];
    const tenant = other === undefined ? '' : rootId(stage, intent, other);
    const kept = tables.map(({ oid, sql }) => `select count(*) n from ${sql} where tableoid::text || ctid::text = any(${(0,lib_quote/* textArray */.TS)(places.others.get(oid) ?? [])})`);
    const theirs = tables.flatMap((table) => stage.kinship
        .tenantColumns(table)
        .slice(0, 1)
        .map((name) => `select count(*) n from ${table.sql} where ${(0,lib_quote/* identifier */.Cv)(name)}::text = ${(0,lib_quote/* literal */.eu)(tenant)}`));
    const sum = (parts) => parts.length === 0 ? '0' : `(select sum(n) from (${parts.join(' union all ')}) x)`;
    return `select ${sum(kept)}, ${sum(theirs)}`;
}
async function side_effects_tried({ freshOf, run }, table, { asUsual, look, part }) {
    const { actor, person } = part;
    const base = { id: 'tenant/side-effect', label: table.label, actor: actor.name };
    const rights = run.rights.get(actor.role)?.get(table.oid);
    if (rights === undefined)
        return [];
    const ownRow = rowValues(run.stage, table, person);
    const where = whereIs(table, ownRow);
    const column = rights.updateColumns.find((name) => !table.columns.some((one) => one.name === name && one.generated));
    const { own } = rights.insertColumns.length > 0 ? await freshOf({ table, bucket: undefined }, person) : { own: undefined };
    const may = Object.fromEntries(Object.entries(own ?? {}).filter(([name]) => rights.insertColumns.includes(name)));
    const tries = [
        ...(own === undefined ? [] : [`insert into ${table.sql} ${insertList(table, may)}`]),
        ...(where === undefined || column === undefined || ownRow === undefined
            ? []
            : [
                `update ${table.sql} set ${(0,lib_quote/* identifier */.Cv)(column)} = ${valueSql(table, column, ownRow[column] ?? null)} where ${where}`,
            ]),
        ...(where === undefined || !rights.delete ? [] : [`delete from ${table.sql} where ${where}`]),
    ];
    const answers = await attemptAll(run.session, actor, tries.map((statement) => ({ statement, look })));
    const isOdd = ({ code, rows }) => code === '' && JSON.stringify(rows[0]) !== asUsual;
    const at = answers.findIndex(isOdd);
    if (at >= 0) {
        const verb = (tries[at] ?? '').split(' ')[0] ?? '';
        return [{ ...base, kind: 'leak', evidence: `${verb} of an own row of ${table.label}` }];
    }
    const isDone = answers.some(({ code }) => code === '');
    return [{ ...base, kind: isDone ? 'apart' : 'refused', evidence: '' }];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/unique-oracle.js




const unique_oracle_UNIQUE = '23505';
async function uniqueOracle(extras) {
    const found = [];
    for (const table of extras.run.stage.probed) {
        const uniques = guessable(table, extras);
        if (uniques.length === 0)
            continue;
        for (const part of extras.run.parts)
            found.push(...(await asked(extras, table, { part, uniques })));
    }
    return found;
}
function guessable(table, { run: { stage } }) {
    if (!stage.kinship.isOfTenant(table))
        return [];
    const within = [...stage.kinship.deciding(table).flat(), ...stage.kinship.userColumns(table)];
    const canGuess = (name) => {
        const column = table.columns.find((one) => one.name === name);
        return column !== undefined && column.type !== 'uuid' && column.identity === '' && !column.generated;
    };
    const isNumbered = (name) => (table.columns.find((one) => one.name === name)?.default ?? '').startsWith('nextval(');
    return table.uniques.filter((unique) => unique.length > 0 &&
        unique.every((name) => canGuess(name) && !isNumbered(name)) &&
        !unique.some((name) => within.includes(name)));
}
async function asked({ freshOf, run }, table, { part, uniques }) {
    const { actor, person } = part;
    const rights = run.rights.get(actor.role)?.get(table.oid);
    const theirs = rowValues(run.stage, table, run.stage.tenants[1].people[0]);
    const base = { id: 'oracle/unique', label: table.label, actor: actor.name };
    if (rights === undefined || rights.insertColumns.length === 0 || theirs === undefined)
        return [];
    if (person === undefined)
        return [];
    const { own } = await freshOf({ table, bucket: undefined }, person);
    if (own === undefined)
        return [{ ...base, kind: 'refused', evidence: '' }];
    const insert = (values) => {
        const may = Object.fromEntries(Object.entries(values).filter(([name]) => rights.insertColumns.includes(name)));
        return { statement: `insert into ${table.sql} ${insertList(table, may)}` };
    };
    const tries = uniques.map((unique) => insert({ ...own, ...Object.fromEntries(unique.map((name) => [name, theirs[name] ?? null])) }));
    const [control, ...answers] = await attemptAll(run.session, actor, [insert(own), ...tries]);
    if (control?.code !== '')
        return [{ ...base, kind: 'refused', evidence: '' }];
    const at = answers.findIndex(({ code }) => code === unique_oracle_UNIQUE);
    if (at < 0)
        return [{ ...base, kind: 'apart', evidence: '' }];
    const names = (uniques[at] ?? []).map(lib_quote/* identifier */.Cv).join(', ');
    return [
        { ...base, kind: 'told', evidence: `insert into ${table.label} with a value of ${names} that another tenant has` },
    ];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/view-writes.js





async function viewWrites(extras) {
    const { parts, stage } = extras.run;
    const found = [];
    for (const view of stage.catalog.views) {
        const under = underOf(stage, view);
        if (under === undefined || !stage.kinship.isOfTenant(under.table))
            continue;
        for (const part of parts) {
            const rights = extras.run.rights.get(part.actor.role)?.get(view.oid);
            if (rights === undefined)
                continue;
            if (view.insertable && rights.insertColumns.length > 0)
                found.push(await planted(extras, { view, rights, ...under }, part));
            if (part.person !== undefined && rights.updateColumns.length > 0)
                found.push(...(await moved(extras, { view, rights, ...under }, part)));
        }
    }
    return found;
}
function underOf({ catalog, probed }, view, depth = 0) {
    const of = view.columns[0]?.of;
    const own = new Map(view.columns.filter((column) => column.of === of).map(({ column, name }) => [name, column]));
    const table = probed.find(({ oid }) => oid === of);
    if (table !== undefined)
        return { table, columns: own };
    const inner = catalog.views.find(({ oid }) => oid === of);
    const under = inner === undefined || depth > 8 ? undefined : underOf({ catalog, probed }, inner, depth + 1);
    if (under === undefined)
        return undefined;
    const through = [...own].flatMap(([name, column]) => {
        const last = under.columns.get(column);
        return last === undefined ? [] : [[name, last]];
    });
    return { table: under.table, columns: new Map(through) };
}
async function planted({ freshOf, run }, writing, { actor, person }) {
    const { columns, rights, table, view } = writing;
    const base = { id: 'view/plant', label: view.label, actor: actor.name };
    const { foreign, own } = await freshOf({ table, bucket: undefined }, person);
    const insert = (values) => {
        const may = [...columns].filter(([name, column]) => rights.insertColumns.includes(name) && column in values);
        const list = may.map(([name]) => (0,lib_quote/* identifier */.Cv)(name)).join(', ');
        const given = may.map(([, column]) => valueSql(table, column, values[column] ?? null)).join(', ');
        const deciding = run.stage.kinship.deciding(table)[0] ?? [];
        return {
            statement: `insert into ${view.sql} ${may.length === 0 ? 'default values' : `(${list}) values (${given})`}`,
            ...arrivals(table, deciding, values),
        };
    };
    const rows = [...foreign, ...(own === undefined ? [] : [own])];
    const answers = await attemptAll(run.session, actor, rows.map(insert));
    if (answers.slice(0, foreign.length).some(arrived))
        return { ...base, kind: 'leak', evidence: `insert into ${view.label} …` };
    const control = own === undefined ? undefined : answers.at(-1);
    return { ...base, kind: control !== undefined && control.code === '' ? 'apart' : 'refused', evidence: '' };
}
async function moved({ run }, writing, { actor, person }) {
    const { columns, rights, table, view } = writing;
    const base = { id: 'view/move', label: view.label, actor: actor.name };
    const mine = rowValues(run.stage, table, person);
    const theirs = rowValues(run.stage, table, run.stage.tenants[1].people[0]);
    if (mine === undefined || theirs === undefined || table.label === run.intent.tenantTable)
        return [];
    const nameOf = (column) => [...columns].find(([, one]) => one === column)?.[0];
    const ways = run.stage.kinship
        .deciding(table)
        .filter((way) => way.every((column) => rights.updateColumns.includes(nameOf(column) ?? '')))
        .filter((way) => way.some((column) => mine[column] !== theirs[column] && theirs[column] !== null));
    if (ways.length === 0)
        return [{ ...base, kind: 'refused', evidence: '' }];
    const set = (way, row) => `update ${view.sql} set ${way.map((column) => `${(0,lib_quote/* identifier */.Cv)(nameOf(column) ?? '')} = ${valueSql(table, column, row[column] ?? null)}`).join(', ')}`;
    const answers = await attemptAll(run.session, actor, ways.map((way) => ({ statement: set(way, theirs), ...arrivals(table, way, theirs) })));
    const at = answers.findIndex(arrived);
    if (at < 0) {
        const own = await attemptAll(run.session, actor, ways.map((way) => ({ statement: set(way, mine) })));
        return [{ ...base, kind: own.some(({ code }) => code === '') ? 'apart' : 'refused', evidence: '' }];
    }
    const names = (ways[at] ?? []).map((column) => `${nameOf(column)} = …`).join(', ');
    return [{ ...base, kind: 'leak', evidence: `update ${view.label} set ${names}` }];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/extras/index.js










const ALL = [
    viewWrites,
    realtime,
    channels,
    foreignTables,
    uniqueOracle,
    sequences,
    creators,
    sideEffects,
    cascades,
    ownRole,
];
async function findExtras(extras) {
    const found = [];
    for (const find of ALL)
        found.push(...(await find(extras)));
    return found;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/ended.js







async function endedParts(session, stage, intent) {
    const { membership } = intent;
    const table = stage.catalog.tables.find(({ label }) => label === membership?.table);
    if (membership === undefined || table === undefined)
        return [];
    const parts = [];
    for (const column of table.columns) {
        const end = endOf(column, table);
        if (end === undefined)
            continue;
        for (const identity of intent.identities.filter(({ isUser }) => isUser)) {
            const [person, other] = stage.tenants.map(({ people }) => people.find((one) => one.identity === identity));
            if (person === undefined || other === undefined)
                continue;
            const known = await stage.seeder.valuesFor(table, person);
            if (known === undefined)
                continue;
            const { [table.primaryKey.length === 1 ? (table.primaryKey[0] ?? '') : '']: _, ...rest } = known;
            const given = {
                ...rest,
                [membership.userColumn]: stage.seeder.userId(person),
                [membership.tenantColumn]: rootId(stage, intent, other),
                [column.name]: end,
            };
            const row = { ...(await chooseRow(session, table, given, salt(person))), [column.name]: end };
            const name = `${identity.name} with an ended membership (${column.name} ${end === null ? 'empty' : end})`;
            const { become, role } = actorOf({ ...identity, name }, stage.seeder.words(person));
            const insert = `insert into ${table.sql} ${insertList(table, row)}`;
            const set = `update ${table.sql} set ${(0,lib_quote/* identifier */.Cv)(column.name)} = ${valueSql(table, column.name, end)} where ${(0,lib_quote/* identifier */.Cv)(membership.userColumn)} = ${valueSql(table, membership.userColumn, given[membership.userColumn] ?? null)} and ${(0,lib_quote/* identifier */.Cv)(membership.tenantColumn)} = ${valueSql(table, membership.tenantColumn, given[membership.tenantColumn] ?? null)}`;
            parts.push({ identity, person, actor: { name, role, become: `${insert}; ${set}; ${become}` } });
        }
    }
    return parts;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/forged.js




async function forgedParts(session, stage, intent) {
    const metadata = metadataOf(stage.catalog);
    const shadow = shadowOf(stage.catalog, intent);
    const may = shadow === undefined ? new Set() : await mayHaveTemporary(session, intent);
    return intent.identities
        .filter(({ isUser }) => isUser)
        .flatMap((identity) => [
        ...(metadata.length === 0 ? [] : withMetadata(stage, intent, { identity, metadata })),
        ...(shadow === undefined || !may.has(identity.role) ? [] : withShadow(stage, intent, { identity, shadow })),
    ]);
}
const FIELD = /(?:user_metadata|raw_user_meta_data"?)'?(?:::text)?\)*\s*->>?\s*'(\w+)'(?:::text)?(?:\)*\s*=\s*'([^']*)')?/g;
const PATH = /\{user_metadata,(\w+)\}/g;
function metadataOf({ routines, tables }) {
    const texts = [
        ...tables.flatMap(({ policies }) => policies.flatMap(({ check, using }) => [using ?? '', check ?? ''])),
        ...routines.map(({ source }) => source),
    ];
    const found = texts.flatMap((text) => [
        ...[...text.matchAll(FIELD)].map(([, name = '', constant]) => ({ name, constant })),
        ...[...text.matchAll(PATH)].map(([, name = '']) => ({ name, constant: undefined })),
    ]);
    return [...new Map(found.map((field) => [field.name, field])).values()];
}
function withMetadata(stage, intent, { identity, metadata }) {
    const { seeder, tenants } = stage;
    const [person, other] = tenants.map(({ people }) => people.find((one) => one.identity === identity));
    if (person === undefined || other === undefined)
        return [];
    const tenant = rootId(stage, intent, other);
    const forged = Object.fromEntries(metadata.map(({ constant, name }) => [name, constant ?? tenant]));
    const { user_metadata: own } = identity.claims;
    const kept = own !== null && typeof own === 'object' ? own : {};
    const claims = { ...identity.claims, user_metadata: { ...kept, ...forged } };
    const name = `${identity.name} with edited user_metadata`;
    const actor = actorOf({ ...identity, name, claims }, seeder.words(person));
    const users = stage.catalog.tables.find(({ label }) => label === intent.userTable);
    const stored = users?.columns.some((column) => column.name === 'raw_user_meta_data') === true;
    const edit = stored
        ? `update ${users?.sql} set raw_user_meta_data = coalesce(raw_user_meta_data::jsonb, '{}') || ${(0,lib_quote/* literal */.eu)(JSON.stringify(forged))}::jsonb where ${(0,lib_quote/* identifier */.Cv)(users?.primaryKey[0] ?? 'id')}::text = ${(0,lib_quote/* literal */.eu)(seeder.userId(person))}; `
        : '';
    return [{ identity, person, actor: { ...actor, become: `${edit}${actor.become}` } }];
}
function shadowOf({ routines, tables }, { membership }) {
    const table = tables.find(({ label }) => label === membership?.table);
    if (table === undefined)
        return undefined;
    const bare = new RegExp(`(?<![.\\w"])"?${table.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?(?![\\w"])`, 'i');
    const policies = tables.flatMap((one) => one.policies.flatMap(({ check, using }) => [using ?? '', check ?? '']));
    const isOpen = (routine) => !(routine.searchPath ?? '').includes('pg_temp') &&
        bare.test(routine.source) &&
        policies.some((text) => text.includes(`${routine.sql}(`));
    return routines.some(isOpen) ? table : undefined;
}
function withShadow(stage, intent, { identity, shadow }) {
    const { membership } = intent;
    const [person, other] = stage.tenants.map(({ people }) => people.find((one) => one.identity === identity));
    if (person === undefined || other === undefined || membership === undefined)
        return [];
    const actor = actorOf({ ...identity, name: `${identity.name} with a temporary ${shadow.name}` }, stage.seeder.words(person));
    const given = new Map([
        [membership.userColumn, stage.seeder.userId(person)],
        [membership.tenantColumn, rootId(stage, intent, other)],
        ...(membership.roleColumn === undefined || identity.memberRole === undefined
            ? []
            : [[membership.roleColumn, identity.memberRole]]),
    ]);
    const columns = shadow.columns.map(({ declared, name }) => `${(0,lib_quote/* identifier */.Cv)(name)} ${declared}`).join(', ');
    const values = shadow.columns.map(({ name }) => valueSql(shadow, name, given.get(name) ?? null)).join(', ');
    const name = (0,lib_quote/* identifier */.Cv)(shadow.name);
    const create = `create temporary table ${name} (${columns}); insert into pg_temp.${name} values (${values}); grant select on pg_temp.${name} to public`;
    return [{ identity, person, actor: { ...actor, become: `${actor.become}; ${create}` } }];
}
async function mayHaveTemporary(session, { identities }) {
    const roles = [...new Set(identities.map(({ role }) => role))];
    const rows = await session.rows(`select name from pg_catalog.unnest(array[${roles.map(lib_quote/* literal */.eu).join(', ')}]) name where pg_catalog.has_database_privilege(name, pg_catalog.current_database(), 'TEMP')`);
    return new Set(rows.map(([name]) => name ?? ''));
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/closed.js
const COMMAND = { read: 'r', change: 'w', delete: 'd', plant: 'a', move: 'w' };
function closedBy(table, role, rights, verb) {
    if (rights === undefined)
        return `the role may not use the schema ${table.schema}`;
    if (!hasRight(rights, verb))
        return 'the role has no such privilege on the table';
    if (!isGuarded(table, role))
        return undefined;
    if (policiesFor(table, role, verb).some(({ permissive }) => permissive))
        return undefined;
    return 'row-level security is on and no policy applies to the role';
}
function hasRight(rights, verb) {
    if (verb === 'read')
        return rights.selectColumns.length > 0;
    if (verb === 'plant')
        return rights.insertColumns.length > 0;
    return verb === 'delete' ? rights.delete : rights.updateColumns.length > 0;
}
function isGuarded(table, role) {
    if (!table.rls || role.superuser || role.bypassRls)
        return false;
    return table.force || !role.memberOf.includes(table.owner);
}
function policiesFor(table, role, verb) {
    return table.policies.filter(({ command, roles }) => (command === '*' || command === COMMAND[verb]) &&
        roles.some((name) => name === 'public' || role.memberOf.includes(name)));
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/probe-table.js




const DENIED = '42501';
const RAISED = 'P0001';
const FOREIGN_KEY = '23503';
const NO_TENANT = ['42704', '22P02'];
async function probeTable(probing, subject, verbs) {
    const { actor, role, session } = probing;
    const { foreign, rights, table } = subject;
    const open = verbs.filter((verb) => closedBy(table, role, rights, verb) === undefined);
    const reads = verbs.includes('read') || closedBy(table, role, rights, 'read') !== undefined ? [] : ['read'];
    const probes = planTable(subject, [...open, ...reads]);
    const answers = await attemptAll(session, actor, probes.map(({ attempt }) => attempt));
    const tried = probes.map((probe, at) => ({ probe, answer: answers[at] }));
    const read = decide('read', tried, { isStranger: subject.own.length === 0, mayRead: false });
    const cells = [];
    for (const verb of verbs) {
        const cell = (kind, evidence) => ({
            verb,
            actor: actor.name,
            role: role.name,
            table,
            kind,
            evidence,
        });
        const closed = closedBy(table, role, rights, verb);
        if (closed !== undefined)
            cells.push(cell('closed', closed));
        else if (foreign.length === 0)
            cells.push(cell('no-row', ''));
        else {
            const facts = { isStranger: subject.own.length === 0, mayRead: read.control };
            const first = decide(verb, tried, facts);
            const found = first.kind === 'stopped-by-database' ? await againstOneRow(probing, subject, { verb, first }) : first;
            if (tried.some(({ probe }) => probe.verb === verb))
                cells.push(cell(found.kind, found.evidence));
        }
    }
    return cells;
}
function decide(verb, all, { isStranger, mayRead }) {
    const tried = all.filter(({ probe }) => probe.verb === verb);
    const signs = tried.map(({ answer, probe }) => ({ probe, answer, ...probe.read(answer) }));
    const control = signs.some((sign) => sign.control);
    const leak = signs.find((sign) => sign.leak);
    if (leak !== undefined)
        return { kind: 'leak', evidence: leak.probe.shown, control };
    const stopped = undecided(verb, tried, isStranger);
    if (stopped !== undefined)
        return { kind: 'stopped-by-database', evidence: stopped.message, control };
    if (control)
        return { kind: 'apart', evidence: '', control };
    if (isStranger || (mayRead && verb !== 'read'))
        return { kind: 'refused', evidence: '', control };
    const words = tried.find(({ answer }) => answer.code !== '')?.answer.message ?? 'it reached no row of its own';
    return { kind: 'control-failed', evidence: words, control };
}
function undecided(verb, tried, isStranger) {
    const aimed = tried.filter(({ probe }) => probe.isControl !== true);
    const isGuard = (code) => (code === RAISED && (verb === 'move' || verb === 'plant')) || (isStranger && NO_TENANT.includes(code));
    const stopped = aimed.filter(({ answer: { code }, probe }) => {
        if (code === '' || code === DENIED || isGuard(code))
            return false;
        return !(probe.mixed === true && code === FOREIGN_KEY);
    });
    if (verb === 'move' &&
        stopped.length < aimed.length &&
        aimed.some(({ answer }) => answer.code === DENIED || isGuard(answer.code)))
        return undefined;
    return stopped[0]?.answer;
}
async function againstOneRow(probing, subject, { first, verb }) {
    const [target] = subject.foreign;
    if ((verb !== 'change' && verb !== 'delete') || target === undefined)
        return first;
    const alone = { ...subject, own: [], foreign: [target] };
    const probes = planTable(alone, [verb]).filter(({ isControl }) => isControl !== true);
    const before = leaveOne(probing, subject.table, target);
    const answers = await attemptAll(probing.session, probing.actor, probes.map(({ attempt }) => ({ ...attempt, before })));
    const tried = probes.map((probe, at) => ({ probe, answer: answers[at] }));
    const { control } = first;
    for (const { answer, probe } of tried) {
        if (probe.read(answer).leak || (verb === 'delete' && answer.code === FOREIGN_KEY))
            return { kind: 'leak', evidence: probe.shown, control };
    }
    const odd = tried.find(({ answer: { code } }) => code !== '' && code !== DENIED && code !== RAISED);
    if (odd !== undefined)
        return { kind: 'stopped-by-database', evidence: odd.answer.message, control };
    return { kind: control ? 'apart' : 'refused', evidence: '', control };
}
function leaveOne({ superuser, tables }, table, key) {
    const rest = `delete from ${table.sql} where tableoid::text || ctid::text <> ${(0,lib_quote/* literal */.eu)(key)}`;
    if (superuser)
        return `set local session_replication_role = replica; ${rest}; set local session_replication_role = origin`;
    const referring = tables.flatMap((one) => one.foreignKeys
        .filter(({ target }) => target === table.oid && one.parent === null)
        .map(({ name }) => `alter table ${one.sql} drop constraint ${(0,lib_quote/* identifier */.Cv)(name)}`));
    const triggers = (state) => `alter table ${table.sql} ${state} trigger user`;
    return [...referring, triggers('disable'), rest, triggers('enable')].join('; ');
}

;// CONCATENATED MODULE: ./packages/tenants/lib/run-cells.js







async function auditCells(run, freshOf) {
    const cells = [];
    const auditTables = [];
    for (const table of run.stage.probed) {
        for (const bucket of bucketsOf(table, run.intent)) {
            for (const part of run.parts) {
                const subject = await subjectOf(run, { table, bucket }, part, freshOf);
                const found = await probeTable(probing(run, part), subject, verbsFor(run, table));
                cells.push(...found.map((cell) => (bucket === undefined ? cell : { ...cell, bucket })));
                if (isListed(table.label, run.intent.auditTables))
                    auditTables.push(await auditTable(run, part, subject));
            }
        }
    }
    return { cells, auditTables };
}
async function forgedCells(run, forged, known) {
    if (forged.length === 0)
        return [];
    const { cells } = await auditCells({ ...run, parts: forged }, async () => ({ own: undefined, foreign: [] }));
    const isKnown = (cell) => known.some(({ kind, role, table, verb }) => kind === 'leak' && role === cell.role && table.oid === cell.table.oid && verb === cell.verb);
    const decided = ['leak', 'apart', 'closed', 'refused'];
    return cells.filter((cell) => decided.includes(cell.kind) && !isKnown(cell));
}
function verbsFor({ intent, stage }, table) {
    const isPublic = isListed(table.label, intent.publicObjects);
    const isTenants = stage.kinship.isOfTenant(table);
    const read = isPublic ? [] : ['read'];
    if (!isTenants)
        return [...read, 'change', 'delete'];
    if (table.label === intent.tenantTable)
        return [...read, 'change', 'delete'];
    return [...read, 'change', 'delete', 'plant', 'move'];
}
function probing(run, { actor }) {
    const { session, stage, superuser } = run;
    return { session, actor, role: run.roleOf(actor.role), superuser, tables: stage.catalog.tables };
}
const NO_RIGHTS = {
    ...{ select: false, insert: false, update: false, delete: false, truncate: false },
    ...{ selectColumns: [], insertColumns: [], updateColumns: [] },
};
async function subjectOf(run, lot, part, freshOf) {
    const { places, stage } = run;
    const { bucket, table } = lot;
    const isOfTenant = stage.kinship.isOfTenant(table);
    const isOfLot = bucket === undefined ? () => true : await inBucket(run, bucket);
    const rights = run.rights.get(part.actor.role)?.get(table.oid) ?? NO_RIGHTS;
    const other = stage.tenants[1].people[0];
    const needsFresh = isOfTenant && rights.insertColumns.length > 0 && table.label !== run.intent.tenantTable;
    const fresh = needsFresh ? await freshOf(lot, part.person) : { own: undefined, foreign: [] };
    const now = await placesNow(run.session, stage, table, places);
    const [mine, theirs] = [now.mine.filter(isOfLot), now.others.filter(isOfLot)];
    return {
        table,
        rights,
        own: isOfTenant && part.person !== undefined ? mine : [],
        foreign: isOfTenant ? theirs : [...new Set([...mine, ...theirs])],
        ownRow: rowValues(stage, table, part.person, bucket),
        foreignRow: rowValues(stage, table, other, bucket),
        newOwn: fresh.own,
        newForeign: fresh.foreign,
        deciding: stage.kinship.deciding(table),
    };
}
async function inBucket({ session }, bucket) {
    const rows = await session.rows(`select tableoid::text || ctid::text from storage.objects where bucket_id = ${(0,lib_quote/* literal */.eu)(bucket)}`);
    const keys = new Set(rows.map(([key]) => key));
    return (key) => keys.has(key);
}
async function auditTable(run, part, subject) {
    const { table, rights } = subject;
    const kept = { table, actor: part.actor.name, kind: 'kept', evidence: '' };
    const keys = subject.own.length > 0 ? subject.own : subject.foreign;
    const row = subject.ownRow ?? subject.foreignRow;
    const turned = { ...subject, own: [], foreign: keys, ownRow: row, foreignRow: row };
    const probes = planTable(turned, ['change', 'delete']);
    const answers = await attemptAll(run.session, part.actor, probes.map(({ attempt }) => attempt));
    const at = probes.findIndex((probe, index) => probe.read(answers[index] ?? { rows: [], code: '-', message: '' }).leak);
    if (at >= 0)
        return { ...kept, kind: 'leak', evidence: probes[at]?.shown ?? '' };
    if (rights.truncate)
        return { ...kept, kind: 'leak', evidence: `truncate ${table.label}` };
    return kept;
}
async function withinCells(run) {
    const { intent, stage } = run;
    const cells = [];
    for (const rule of intent.ownRows) {
        const part = run.parts.find(({ identity }) => identity.name === rule.identity);
        const person = part?.person;
        const other = stage.tenants[0].people.find((one) => one !== person && one.identity === person?.identity);
        if (part === undefined || person === undefined || other === undefined)
            continue;
        for (const table of stage.probed.filter(({ label }) => isListed(label, rule.tables))) {
            const [own, foreign] = [person, other].map((one) => {
                const seeded = stage.kinship.isOfUser(table) ? stage.seeder.known(table, one) : undefined;
                return isRow(seeded) ? seeded : undefined;
            });
            const userColumns = stage.kinship.userColumns(table);
            const newOwn = userColumns.length > 0 ? await stage.seeder.valuesFor(table, person) : undefined;
            const newTheirs = newOwn === undefined ? undefined : await stage.seeder.freshFor(table, other);
            const subject = {
                table,
                rights: run.rights.get(part.actor.role)?.get(table.oid) ?? NO_RIGHTS,
                own: own === undefined ? [] : [await placeNow(run.session, table, own)],
                foreign: foreign === undefined ? [] : [await placeNow(run.session, table, foreign)],
                ownRow: own?.values,
                foreignRow: foreign?.values,
                newOwn,
                newForeign: newTheirs === undefined ? [] : [newTheirs],
                deciding: userColumns.map((name) => [name]),
            };
            const verbs = [
                'read',
                'change',
                'delete',
                ...(newOwn === undefined ? [] : ['plant', 'move']),
            ];
            cells.push(...(await probeTable(probing(run, part), subject, verbs)));
        }
    }
    return cells;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/functions.js



const MOST_CALLS = 24;
function callsOf(routine, about) {
    const lists = routine.types.map((type, at) => choices(type, routine.names[at] ?? '', about));
    if (lists.some((list) => list.length === 0))
        return [];
    const calls = [];
    const add = (call, at) => {
        if (calls.length >= MOST_CALLS)
            return;
        const list = lists[at];
        if (list === undefined)
            calls.push([...call]);
        else
            for (const choice of list)
                add([...call, choice], at + 1);
    };
    add([], 0);
    return calls;
}
function choices(type, name, { rows, tenantId, userId }) {
    const words = name
        .toLowerCase()
        .replace(/^(p|in|arg|_)_*/, '')
        .replace(/_?(id|uuid)$/, '');
    const near = (table) => words !== '' && (table.name.includes(words) || words.includes(table.name.replace(/s$/, '')));
    const ordered = [...rows].sort((one, other) => Number(near(other.table)) - Number(near(one.table)));
    const values = (matches, onlyKeys) => ordered.flatMap(({ table, values: row }) => table.columns
        .filter((column) => matches(column.type) && (!onlyKeys || table.primaryKey.includes(column.name)))
        .flatMap((column) => (typeof row[column.name] === 'string' ? [row[column.name]] : [])));
    const list = (found, absent) => [...new Set(found.filter((text) => text !== ''))].slice(0, MOST_CALLS).map((real) => ({ real, absent: absent() }));
    if (type === 'uuid') {
        const ids = /user|owner|author|uid|member/.test(name)
            ? [userId, tenantId]
            : /tenant|org|team|clinic|account|company/.test(name)
                ? [tenantId, userId]
                : [];
        return list([...ids, ...values((one) => one === 'uuid', true), tenantId, userId].filter(isUuid), external_node_crypto_().randomUUID);
    }
    if (/^(small|big)?int/.test(type))
        return list(values((one) => /^(small|big)?int/.test(one), true), () => '-7');
    if (type.endsWith('[]')) {
        const inner = choices(type.slice(0, -2), name, { rows, tenantId, userId });
        if (inner.length === 0)
            return [];
        const array = (all) => `{${all.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
        return [{ real: array(inner.map(({ real }) => real)), absent: array(inner.map(({ absent }) => absent)) }];
    }
    const whole = rows.filter(({ table }) => table.sql === type).map(({ table, values: row }) => wholeRow(table, row));
    if (whole.length > 0)
        return whole;
    if (/^(text|character varying|citext|.*\.citext)/.test(type)) {
        if (/query|sql|statement|command/i.test(name))
            return ordered.flatMap(({ table, values: row }) => query(table, row));
        if (/table|entity|relation|resource|collection/i.test(name))
            return ordered.flatMap(({ table }) => [table.name, table.label].map((one) => ({ real: one, absent: one })));
        const texts = values((one) => /text|character varying/.test(one), false);
        return list([...ids(name, tenantId, userId), ...texts], () => `absent-${(0,external_node_crypto_().randomUUID)()}`);
    }
    if (type === 'boolean')
        return [{ real: 'true', absent: 'true' }];
    return [];
}
function wholeRow(table, row) {
    const leads = new Set([...table.primaryKey, ...table.foreignKeys.flatMap(({ columns }) => columns)]);
    const real = table.columns.map(({ name }) => row[name] ?? null);
    const absent = table.columns.map(({ name, type }, at) => {
        if (!leads.has(name) || real[at] === null)
            return real[at] ?? null;
        return type === 'uuid' ? (0,external_node_crypto_().randomUUID)() : /^(small|big)?int/.test(type) ? '-7' : `absent-${(0,external_node_crypto_().randomUUID)()}`;
    });
    const text = (fields) => `(${fields.map((one) => (one === null ? '' : `"${one.replace(/["\\]/g, '\\$&')}"`)).join(',')})`;
    const changed = table.columns.map((_, at) => at).filter((at) => real[at] !== absent[at]);
    const of = (fields) => changed.map((at) => fields[at] ?? '');
    return { real: text(real), absent: text(absent), fields: { real: of(real), absent: of(absent) } };
}
function query(table, row) {
    const [key] = table.primaryKey;
    const value = key === undefined ? undefined : row[key];
    if (key === undefined || typeof value !== 'string')
        return [];
    const find = (condition) => `select ${(0,lib_quote/* identifier */.Cv)(key)} from ${table.sql} where ${condition}`;
    return [{ real: find(`${(0,lib_quote/* identifier */.Cv)(key)}::text = ${(0,lib_quote/* literal */.eu)(value)}`), absent: find('false') }];
}
function ids(name, tenantId, userId) {
    return /id$/.test(name) ? [tenantId, userId] : [];
}
function isUuid(text) {
    return /^[0-9a-f]{8}-/.test(text);
}
function without(text, choice, key) {
    const words = [choice[key], ...(choice.fields?.[key] ?? [])].filter((word) => word !== '');
    return words.reduce((rest, word) => rest.replaceAll(word, '·'), text);
}
const READS = /from|perform|execute|query|table|call |insert|update|delete|merge|copy|cursor/i;
const RECKONS = new Set(`in and or not any all if elsif when then else case return as values row array coalesce nullif greatest least lower upper initcap
   concat concat_ws format replace regexp_replace btrim ltrim rtrim trim left right substr length char_length split_part
   array_to_string string_to_array array_length cardinality unnest to_tsvector setweight to_char to_number date_trunc date_part now
   abs round floor ceil ceiling trunc power sqrt exp ln log mod sign md5 encode decode numeric varchar char decimal`.split(/\s+/));
function readsNothing({ source }) {
    if (source === '' || READS.test(source))
        return false;
    return [...source.matchAll(/([\w."]+)\s*\(/g)].every(([, name = '']) => RECKONS.has(name.replace(/^pg_catalog\./, '').toLowerCase()));
}
async function callAbout(session, actor, routine, about) {
    const calls = callsOf(routine, about);
    const statement = (values) => `select x::text from ${routine.sql}(${values.map((value, at) => `${(0,lib_quote/* literal */.eu)(value)}::${routine.types[at]}`).join(', ')}) x`;
    const answers = await attemptAll(session, actor, calls.flatMap((call) => [
        { statement: statement(call.map(({ real }) => real)) },
        { statement: statement(call.map(({ absent }) => absent)) },
    ]));
    let tells = false;
    for (let at = 0; at < answers.length; at += 2) {
        const [real, absent] = [answers[at], answers[at + 1]];
        const call = calls[at / 2] ?? [];
        if (real === undefined || absent === undefined || real.code !== '')
            continue;
        const plain = (rows, key) => JSON.stringify(rows.map((row) => call.reduce((text, choice) => without(text, choice, key), row[0] ?? '')));
        if (plain(real.rows, 'real') !== plain(absent.rows, 'absent'))
            tells = true;
    }
    return {
        tells,
        answered: answers.some(({ code }) => code === ''),
        message: answers.find(({ code }) => code !== '')?.message ?? '',
    };
}

;// CONCATENATED MODULE: ./packages/tenants/lib/probe/observe.js



function viewSight({ label, oid, sql }, rights) {
    if (rights === undefined || rights.selectColumns.length === 0)
        return undefined;
    const columns = rights.select ? '*' : rights.selectColumns.map(lib_quote/* identifier */.Cv).join(', ');
    const shown = `select ${rights.select ? '*' : rights.selectColumns.join(', ')} from ${label}`;
    return { label, oid, shown, statement: `select x::text from (select ${columns} from ${sql}) x` };
}
function callSight({ label, oid, sql }) {
    return { label, oid, shown: `select * from ${label}()`, statement: `select x::text from ${sql}() x` };
}
async function observe(session, actor, things) {
    const answers = await attemptAll(session, actor, things.map(({ statement }) => ({ statement })));
    return answers.map(({ code, message, rows }) => ({
        rows: rows.map(([text]) => digest(text ?? '')).sort(),
        code,
        message,
    }));
}
function appeared(before, after) {
    const left = new Map();
    for (const row of before.rows)
        left.set(row, (left.get(row) ?? 0) + 1);
    let many = 0;
    for (const row of after.rows) {
        const known = left.get(row) ?? 0;
        if (known === 0)
            many += 1;
        else
            left.set(row, known - 1);
    }
    return many;
}
function digest(text) {
    return (0,external_node_crypto_().createHash)('sha256').update(text).digest('base64url').slice(0, 22);
}

;// CONCATENATED MODULE: ./packages/tenants/lib/run-things.js







async function lookAround(session, { callable, catalog, intent, part, rights }) {
    const views = catalog.views.flatMap((view) => {
        const seen = isListed(view.label, intent.publicObjects) ? undefined : viewSight(view, rights?.get(view.oid));
        return seen === undefined ? [] : [{ view, seen }];
    });
    const routines = catalog.routines.filter(({ aggregateOrTrigger, label, oid }) => !aggregateOrTrigger && callable?.has(oid) === true && !isListed(label, intent.publicObjects));
    const mayCall = ({ label, volatility }) => volatility !== 'v' || isListed(label, intent.callable);
    const called = routines.filter(mayCall);
    const calls = called
        .filter(({ types }) => types.length === 0)
        .map((routine) => ({ routine, seen: callSight(routine) }));
    const things = [...views, ...calls].map(({ seen }) => seen);
    const before = await observe(session, part.actor, things);
    const again = await observe(session, part.actor, things);
    const restless = things
        .filter((_, at) => appeared(before[at], again[at]) > 0)
        .map(({ oid }) => oid);
    return {
        part,
        views,
        calls,
        asked: called.filter(({ types }) => types.length > 0),
        notCalled: routines.filter((routine) => !mayCall(routine) && mayExceed(routine, catalog)),
        before,
        restless: new Set(restless),
    };
}
function mayExceed({ definer, source }, { hidden }) {
    if (definer || source === '' || /\bexecute\b/i.test(source))
        return true;
    return hidden.some((label) => source.includes(label.slice(label.indexOf('.') + 1)));
}
async function otherThings(run, watches) {
    const views = [];
    const functions = [];
    const afters = [];
    for (const watch of watches)
        afters.push(await observe(run.session, watch.part.actor, seenBy(watch)));
    const shows = await showing(run, watches, afters);
    const compared = (watch, seen, sights) => {
        const found = compare(watch, seen, sights);
        if (found.kind !== 'apart' || found.evidence !== '' || shows.has(seen.oid))
            return found;
        return { kind: 'failed', evidence: 'no one sees a row in it, so that it proves nothing' };
    };
    for (const [nth, watch] of watches.entries()) {
        const { actor } = watch.part;
        const who = { actor: actor.name, role: actor.role };
        const after = afters[nth] ?? [];
        for (const [at, { seen, view }] of watch.views.entries()) {
            const { evidence, kind } = compared(watch, seen, [watch.before[at], after[at]]);
            const isMeant = kind === 'leak' && overPublic(run, view);
            views.push({ view, ...who, verb: 'read', kind: isMeant ? 'apart' : kind, evidence: isMeant ? '' : evidence });
        }
        for (const [at, { routine, seen }] of watch.calls.entries()) {
            const place = at + watch.views.length;
            functions.push({
                routine,
                ...who,
                ...compared(watch, seen, [watch.before[place], after[place]]),
            });
        }
        for (const routine of watch.asked)
            functions.push({ routine, ...who, ...(await run_things_asked(run, watch.part, routine)) });
        for (const routine of watch.notCalled)
            functions.push({ routine, ...who, kind: 'not-called', evidence: '' });
        for (const { view } of watch.views)
            views.push(...(await changedThrough(run, watch.part, view)));
    }
    return { views, functions };
}
function seenBy({ calls, views }) {
    return [...views, ...calls].map(({ seen }) => seen);
}
async function showing(run, watches, afters) {
    const shows = new Set();
    const all = new Map();
    for (const [nth, watch] of watches.entries())
        for (const [at, seen] of seenBy(watch).entries()) {
            all.set(seen.oid, seen);
            const sights = [watch.before[at], afters[nth]?.[at]];
            if (sights.some((sight) => (sight?.rows.length ?? 0) > 0))
                shows.add(seen.oid);
        }
    const rest = [...all.values()].filter(({ oid }) => !shows.has(oid));
    const itself = { name: '', role: '', become: 'select 1' };
    for (const [at, sight] of (await observe(run.session, itself, rest)).entries())
        if (sight.rows.length > 0)
            shows.add(rest[at]?.oid ?? '');
    return shows;
}
function compare(watch, seen, [before, after]) {
    if (before.code !== '' || after.code !== '')
        return { kind: after.code === '42501' ? 'apart' : 'failed', evidence: after.message || before.message };
    if (watch.restless.has(seen.oid))
        return { kind: 'failed', evidence: 'it answers differently each time' };
    return appeared(before, after) > 0
        ? { kind: 'leak', evidence: seen.shown }
        : { kind: 'apart', evidence: '' };
}
function overPublic({ intent, stage }, view) {
    const under = stage.catalog.tables.filter(({ oid }) => view.tables.includes(oid));
    const tenants = under.filter((table) => stage.kinship.isOfTenant(table));
    return under.length > 0 && tenants.every(({ label }) => isListed(label, intent.publicObjects));
}
async function run_things_asked(run, part, routine) {
    const other = run.stage.tenants[1].people[0];
    if (other === undefined)
        return { kind: 'not-callable-here', evidence: '' };
    const about = {
        tenantId: rootId(run.stage, run.intent, other),
        userId: run.stage.seeder.userId(other),
        rows: run.stage.catalog.tables.flatMap((table) => {
            const seeded = run.stage.seeder.known(table, other);
            const isSecret = run.stage.kinship.isOfTenant(table) && !isListed(table.label, run.intent.publicObjects);
            return isRow(seeded) && isSecret ? [{ table, values: seeded.values }] : [];
        }),
    };
    if (readsNothing(routine))
        return { kind: 'apart', evidence: '' };
    const called = await callAbout(run.session, part.actor, routine, about);
    if (called.tells)
        return { kind: 'leak', evidence: `select * from ${routine.label}(…) with ids of the other tenant` };
    if (called.answered)
        return { kind: 'apart', evidence: '' };
    return { kind: 'not-callable-here', evidence: called.message || 'no values for its arguments' };
}
const REFUSED = ['42501', '55000', '42809', '0A000'];
async function changedThrough(run, part, view) {
    const rights = run.rights.get(part.actor.role)?.get(view.oid);
    if (rights === undefined || (rights.updateColumns.length === 0 && !rights.delete))
        return [];
    const under = run.stage.probed.filter((table) => view.tables.includes(table.oid) && table.parent === null && run.stage.kinship.isOfTenant(table));
    const keys = [];
    for (const table of under)
        keys.push(...(await placesNow(run.session, run.stage, table, run.places)).others);
    if (keys.length === 0)
        return [];
    const rows = under.map(({ sql }) => `select tableoid::text || ctid::text k from ${sql}`).join(' union all ');
    const look = `select count(*) from (${rows}) x where k = any(${(0,lib_quote/* textArray */.TS)(keys)})`;
    const updates = rights.updateColumns.filter((name) => rights.selectColumns.includes(name)).slice(0, 4);
    const tries = [
        ...updates.map((name) => ({
            shown: `update ${view.label} set ${name} = …`,
            attempt: { statement: `update ${view.sql} set ${(0,lib_quote/* identifier */.Cv)(name)} = ${(0,lib_quote/* identifier */.Cv)(name)}`, look },
        })),
        ...(rights.delete
            ? [{ shown: `delete from ${view.label}`, attempt: { statement: `delete from ${view.sql}`, look } }]
            : []),
    ];
    const answers = await attemptAll(run.session, part.actor, tries.map(({ attempt }) => attempt));
    const at = answers.findIndex(({ code, rows: [row] }) => code === '' && row !== undefined && Number(row[0]) < keys.length);
    const who = { view, actor: part.actor.name, role: part.actor.role, verb: 'change' };
    if (at >= 0)
        return [{ ...who, kind: 'leak', evidence: tries[at]?.shown ?? '' }];
    const odd = answers.find(({ code }) => code !== '' && !REFUSED.includes(code));
    if (odd !== undefined && answers.every(({ code }) => code !== ''))
        return [{ ...who, kind: 'failed', evidence: odd.message }];
    return [{ ...who, kind: 'apart', evidence: '' }];
}

;// CONCATENATED MODULE: ./packages/tenants/lib/audit.js












const LOCK_TIMEOUT = '55P03';
async function auditTenants(session, options) {
    const why = await productionRefusal(session, options.production);
    if (why !== undefined)
        return { kind: 'refused', why };
    const others = await otherSessions(session);
    if (others !== undefined)
        return { kind: 'refused', why: others };
    await session.rows('begin');
    try {
        await session.rows(`set local lock_timeout = ${options.lockTimeoutMs}; set local statement_timeout = ${options.statementTimeoutMs}; set local idle_in_transaction_session_timeout = 0; set constraints all immediate`);
        return await audit(session, options);
    }
    catch (error) {
        if (error instanceof sql_error/* SqlError */.L8 && error.server.code === LOCK_TIMEOUT)
            return { kind: 'locked', message: error.message };
        throw error;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function audit(session, { dryRun, intent }) {
    const roleNames = [...new Set(intent.identities.map(({ role }) => role))];
    const missing = await missingRoles(session, roleNames);
    if (missing.length > 0)
        throw new errors/* InputError */.dz(`the database has no role ${missing.join(', ')}, which the identities name`);
    const extra = [
        intent.tenantTable,
        intent.userTable,
        intent.membership?.table ?? '',
        ...(Object.keys(intent.buckets).length > 0 ? ['storage.objects', 'storage.buckets'] : []),
    ];
    const catalog = await readCatalog(session, { schemas: intent.schemas, extra, roles: roleNames });
    refuseUnknown(catalog.tables, intent);
    const stage = setStage(session, catalog, intent);
    const used = await foreignRows(session, catalog.tables, stage.kinship);
    if (used !== undefined)
        return { kind: 'refused', why: used };
    if (dryRun) {
        const identities = intent.identities.map(({ name }) => name);
        return { kind: 'planned', tables: stage.probed.map(({ label }) => label), identities };
    }
    const before = await placesOf(session, stage.probed);
    const [mine, others] = stage.tenants;
    const problems = await seedTenant(stage, mine, intent);
    const root = problems.get(intent.tenantTable) ?? problems.get(intent.membership?.table ?? '');
    if (root !== undefined)
        return {
            kind: 'not-seeded',
            table: problems.has(intent.tenantTable) ? intent.tenantTable : (intent.membership?.table ?? ''),
            message: root,
        };
    await refreshAll(session, catalog.views);
    const own = await newPlaces(session, stage.probed, before);
    const parts = partsOf(stage, intent);
    await refuseUnreachable(session, parts);
    const rights = new Map();
    const callable = new Map();
    for (const role of roleNames) {
        rights.set(role, await readRights(session, role));
        callable.set(role, await readCallable(session, role));
    }
    const watches = [];
    for (const part of parts)
        watches.push(await lookAround(session, {
            part,
            catalog,
            intent,
            rights: rights.get(part.actor.role),
            callable: callable.get(part.actor.role),
        }));
    const later = await placesOf(session, stage.probed);
    const theirProblems = await seedTenant(stage, others, intent);
    await refreshAll(session, catalog.views);
    const foreign = await newPlaces(session, stage.probed, later);
    const run = {
        session,
        stage,
        intent,
        parts,
        rights,
        superuser: (await session.rows("select pg_catalog.current_setting('is_superuser')"))[0]?.[0] === 'on',
        places: await settled(session, stage, { mine: own, others: foreign }),
        roleOf: (name) => catalog.roles.find((role) => role.name === name),
    };
    const things = await otherThings(run, watches);
    const known = new Map();
    const freshOf = ({ bucket, table }, person) => {
        const key = [table.oid, bucket, person?.mark].join(' ');
        const fresh = known.get(key) ?? freshRows(stage, table, { bucket, person });
        known.set(key, fresh);
        return fresh;
    };
    const cells = await auditCells(run, freshOf);
    const pretending = [...(await forgedParts(session, stage, intent)), ...(await endedParts(session, stage, intent))];
    const forged = await forgedCells(run, pretending, cells.cells);
    const within = await withinCells(run);
    const extras = await findExtras({ run, cells: cells.cells, freshOf });
    return found(run, {
        cells: [...cells.cells, ...forged],
        extras,
        auditTables: cells.auditTables,
        within,
        ...things,
        notSeeded: [...new Map([...problems, ...theirProblems])].flatMap(([label, why]) => {
            const table = catalog.tables.find((one) => one.label === label);
            return table === undefined ? [] : [{ table, why }];
        }),
    });
}
function found({ intent, stage }, rest) {
    return {
        kind: 'audited',
        ...rest,
        bypass: stage.catalog.roles
            .filter(({ bypassRls, superuser }) => bypassRls || superuser)
            .map(({ name, superuser }) => ({ role: name, why: superuser ? 'it is a superuser' : 'it has BYPASSRLS' })),
        tables: stage.probed,
        ofNoTenant: stage.probed
            .filter((table) => !stage.kinship.isOfTenant(table) && !isListed(table.label, intent.publicObjects))
            .map(({ label }) => label),
        messagePolicies: stage.catalog.messagePolicies && intent.channels.length === 0,
        roles: stage.catalog.roles,
        kinship: stage.kinship,
    };
}
async function refuseUnreachable(session, parts) {
    const problems = [];
    for (const { actor } of parts) {
        const [answer] = await attemptAll(session, actor, [{ statement: 'select 1' }]);
        if (answer?.code !== '')
            problems.push(`identities: "${actor.name}" cannot be tried: ${answer?.message}; grant ${actor.role} to the role of the database URL`);
    }
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
}
function refuseUnknown(tables, intent) {
    const problems = [];
    const has = (label) => tables.some((table) => table.label === label);
    const column = (label, name) => name === undefined ||
        tables.find((table) => table.label === label)?.columns.some((one) => one.name === name) === true;
    if (!has(intent.tenantTable))
        problems.push(`tenant-table: the database has no table ${intent.tenantTable}`);
    const { membership } = intent;
    if (membership !== undefined && !has(membership.table))
        problems.push(`membership: the database has no table ${membership.table}`);
    else if (membership !== undefined) {
        for (const name of [membership.userColumn, membership.tenantColumn, membership.roleColumn])
            if (!column(membership.table, name))
                problems.push(`membership: ${membership.table} has no column ${name}`);
    }
    for (const label of Object.keys(intent.fixtures))
        if (!has(label))
            problems.push(`fixtures: the database has no table ${label}`);
    for (const [label, name] of Object.entries(intent.ownerColumns))
        if (!has(label))
            problems.push(`owner-columns: the database has no table ${label}`);
        else if (!column(label, name))
            problems.push(`owner-columns: ${label} has no column ${name}`);
    for (const pattern of intent.auditTables)
        if (!tables.some(({ label }) => isListed(label, [pattern])))
            problems.push(`audit-tables: no table is named ${pattern}`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
}

;// CONCATENATED MODULE: ./packages/tenants/lib/audit-database.js




async function auditDatabase(database, options) {
    const { clock, log, signal } = options;
    const target = typeof database === 'string' ? (0,database_url/* readDatabaseUrl */.Bq)(database) : database;
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep tenant-audit' });
    try {
        return await (0,cancel/* withCancellation */.a)({ target, log, clock, signal }, session, () => auditTenants(session, options));
    }
    finally {
        await session.close();
    }
}
async function whyUnreachable(url, { log, signal }) {
    try {
        const session = await (0,connection_session/* openSession */.f)((0,database_url/* readDatabaseUrl */.Bq)(url), { log, signal, applicationName: 'lockstep tenant-audit' });
        await session.close();
        return undefined;
    }
    catch (error) {
        return (0,errors/* describe */.q0)(error);
    }
}
async function refuseProduction(url, { log, production, signal }) {
    const session = await (0,connection_session/* openSession */.f)((0,database_url/* readDatabaseUrl */.Bq)(url), { log, signal, applicationName: 'lockstep tenant-audit' });
    try {
        return await productionRefusal(session, production);
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./packages/tenants/lib/judge/explain.js

function whyOpen(table, role, verb) {
    if (role.superuser || role.bypassRls)
        return `row-level security does not hold for the role ${role.name}`;
    if (!table.rls)
        return 'row-level security is off';
    if (!table.force && role.memberOf.includes(table.owner))
        return `the role ${role.name} owns the table, and row-level security is not forced on owners`;
    const permissive = policiesFor(table, role, verb).filter((policy) => policy.permissive);
    const names = permissive.map(({ check, name, using }) => {
        const isCheck = verb === 'plant' || verb === 'move';
        const text = (isCheck ? (check ?? using) : using) ?? 'true';
        return `"${name}" ${isCheck ? 'with check' : 'using'} ${text}`;
    });
    return `permissive ${names.length === 1 ? 'policy' : 'policies'}: ${names.join('; ')}`;
}
function suspects(table, role, verb) {
    return table.rls
        ? policiesFor(table, role, verb)
            .filter(({ permissive }) => permissive)
            .map(({ name }) => name)
        : [];
}
const COMMANDS = {
    read: 'select',
    change: 'update',
    move: 'update',
    delete: 'delete',
    plant: 'insert',
};
function suggested(table, role, verb, suggesting) {
    const condition = conditionOf(table, suggesting, 0);
    if (condition === undefined)
        return '';
    const command = COMMANDS[verb];
    const clauses = [
        ...(command === 'insert' ? [] : [`using (${condition})`]),
        ...(command === 'insert' || command === 'update' ? [`with check (${condition})`] : []),
    ];
    return `create policy tenant_${command} on ${table.sql} for ${command} to ${role} ${clauses.join(' ')};`;
}
function conditionOf(table, suggesting, depth) {
    const { intent, kinship, tables } = suggesting;
    const { membership } = intent;
    const me = '(select auth.uid())';
    if (intent.userTable !== 'auth.users')
        return undefined;
    if (intent.tenantTable === intent.userTable) {
        const [column] = kinship.userColumns(table);
        if (column !== undefined)
            return `${column} = ${me}`;
    }
    else if (membership !== undefined) {
        const belongs = (column) => `${column} in (select m.${membership.tenantColumn} from ${membership.table} m where m.${membership.userColumn} = ${me})`;
        if (table.label === membership.table)
            return `${membership.userColumn} = ${me}`;
        if (table.label === intent.tenantTable && table.primaryKey[0] !== undefined)
            return belongs(table.primaryKey[0]);
        const [column] = kinship.tenantColumns(table);
        if (column !== undefined)
            return belongs(column);
    }
    if (depth > 3)
        return undefined;
    for (const { columns, target, targetColumns } of table.foreignKeys) {
        const parent = tables.find(({ oid }) => oid === target);
        if (parent === undefined || parent === table || !kinship.isOfTenant(parent) || parent.label === intent.userTable)
            continue;
        const inner = conditionOf(parent, suggesting, depth + 1);
        if (inner === undefined)
            continue;
        return `${columns[0]} in (select p${depth}.${targetColumns[0]} from ${parent.sql} p${depth} where p${depth}.${inner})`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/judge/places.js
const KINDS = {
    table: 'create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?',
    view: 'create\\s+(?:or\\s+replace\\s+)?(?:materialized\\s+)?view\\s+(?:if\\s+not\\s+exists\\s+)?',
    function: 'create\\s+(?:or\\s+replace\\s+)?function\\s+',
};
function placeOf(files, made) {
    const pattern = made.kind === 'policy'
        ? `(?:create|alter)\\s+policy\\s+${named(made.name)}\\s+on\\s+(?:only\\s+)?${qualified(made.table)}`
        : `${KINDS[made.kind]}${qualified(made.name)}`;
    const find = new RegExp(`${pattern}(?![\\w$"])`, 'gi');
    for (const { file, text } of [...files].reverse()) {
        const found = [...text.matchAll(find)].at(-1);
        if (found !== undefined)
            return { file, line: text.slice(0, found.index).split('\n').length };
    }
    return undefined;
}
function qualified(label) {
    const at = label.indexOf('.');
    return `(?:${named(label.slice(0, at))}\\s*\\.\\s*)?${named(label.slice(at + 1))}`;
}
function named(name) {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^[a-z_][a-z0-9_$]*$/.test(name) ? `"?${plain}"?` : `"${plain.replaceAll('"', '""')}"`;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/judge/extra-check.js

const VIEW_REMEDY = 'Create the view with (security_invoker = true), or with check option and a condition on the tenant of the user, or revoke the privilege on it.';
const WORDS = {
    'view/plant': {
        title: 'No view inserts rows into another tenant',
        expected: 'rows of the own tenant only',
        measured: 'a row was inserted into another tenant by',
        remedy: VIEW_REMEDY,
    },
    'view/move': {
        title: 'No view moves a row into another tenant',
        expected: 'rows stay in their tenant',
        measured: 'an own row was moved into another tenant by',
        remedy: VIEW_REMEDY,
    },
    'realtime/changes': {
        title: 'Realtime sends no change of a row of another tenant',
        expected: 'changes of rows of the own tenant only',
        measured: "the publication supabase_realtime has the table, and another tenant's changes are sent",
        remedy: 'Enable row-level security on the table with a policy for select by tenant, or remove the table from the publication: `alter publication supabase_realtime drop table …`.',
    },
    'realtime/deletes': {
        title: 'Realtime sends no key that says whose a deleted row was',
        expected: 'a key that says nothing of its tenant, user or content',
        measured: 'policies do not hold for deletes in the publication supabase_realtime',
        remedy: 'Give the table a primary key without meaning, such as a uuid, or remove the table from the publication: `alter publication supabase_realtime drop table …`.',
    },
    'oracle/unique': {
        title: 'No error says that a value exists in another tenant',
        expected: 'unique within a tenant',
        measured: 'the error of a unique constraint says that the value exists',
        remedy: 'Add the tenant to the unique constraint, unless the value must be unique among all tenants.',
        told: 'betrays-existence',
    },
    'sequence/shared': {
        title: 'No sequence says how many rows other tenants have',
        expected: 'no privilege on the sequence',
        measured: 'the sequence counts the rows of all tenants',
        remedy: 'Revoke all on the sequence from the role: identity columns need no privilege. Or use a uuid.',
        told: 'betrays-number',
    },
    'tenant/side-effect': {
        title: 'No trigger touches rows of another tenant',
        expected: "the other tenant's rows as they were",
        measured: "another tenant's rows were changed, deleted or added by a trigger behind",
        remedy: 'Restrict the statements of the trigger function to the tenant of the row that fired it.',
    },
    'tenant/cascade': {
        title: 'No delete cascades to rows of another tenant',
        expected: 'a row that other tenants refer to cannot be deleted by one of them',
        measured: "another tenant's row was deleted, or lost what it refers to, by",
        remedy: 'Declare the foreign key `on delete restrict`, or let no tenant delete what others may refer to.',
    },
    'channel/listen': {
        title: 'No one listens on a private channel of another tenant',
        expected: 'topics of the own tenant only',
        measured: 'messages of the channel can be received',
        remedy: 'Compare realtime.topic() with the tenant of the user in the policy for select on realtime.messages.',
    },
    'channel/send': {
        title: 'No one sends on a private channel of another tenant',
        expected: 'topics of the own tenant only',
        measured: 'messages can be sent on the channel',
        remedy: 'Compare realtime.topic() with the tenant of the user in the policy for insert on realtime.messages.',
    },
    'foreign-table/open': {
        title: 'No one reaches a table of another server',
        expected: 'no privilege on the foreign table',
        measured: 'row-level security does not hold for foreign tables',
        remedy: 'Revoke all on it from the role, and offer a function or view that filters by tenant; or name it in `public-objects`.',
    },
    'schema/create': {
        title: 'No one creates objects in a schema of the application',
        expected: 'no privilege to create objects in the schema',
        measured: 'objects of the role are found by what names its own without a schema',
        remedy: 'Revoke create on the schema from the role and from public, and set the search_path of functions that run as their owner.',
        told: 'may-create',
    },
    'own-rows/role': {
        title: 'No one gives themselves a role that sees more of the tenant',
        expected: 'the own role cannot be changed',
        measured: 'the role of the own membership was changed by',
        remedy: 'Revoke update on the column of the role, or restrict the policy to those who manage members.',
    },
};
function extraCheck({ actor, evidence, id, kind, label }, files) {
    const { expected, measured, remedy, title, told } = WORDS[id];
    const base = { id, title, what: `${label} as ${actor}`, expected };
    if (kind === 'apart' || kind === 'refused')
        return { ...base, verdict: 'pass', reason: kind, measured: evidence, remedy: '' };
    const seen = `${measured}: ${evidence}`;
    if (kind === 'told')
        return { ...base, verdict: 'pass', reason: told ?? 'told', measured: seen, remedy };
    if (kind === 'unknown')
        return {
            ...base,
            verdict: 'unknown',
            reason: 'control-failed',
            measured: evidence,
            remedy: 'Give the table a row in `fixtures`, or correct `identities` until the identity reaches its own rows.',
        };
    const where = placeOf(files, { kind: 'view', name: label }) ?? placeOf(files, { kind: 'table', name: label });
    return {
        ...base,
        verdict: 'fail',
        reason: 'leak',
        ...(where === undefined ? {} : { where }),
        measured: seen,
        remedy,
    };
}

;// CONCATENATED MODULE: ./packages/tenants/lib/judge/words.js
const TITLES = {
    read: 'No one reads rows of another tenant',
    change: 'No one changes rows of another tenant',
    delete: 'No one deletes rows of another tenant',
    plant: 'No one inserts rows into another tenant',
    move: 'No one moves a row into another tenant',
};
const LEAKS = {
    read: "another tenant's row was returned",
    change: "another tenant's row was changed",
    delete: "another tenant's row was deleted",
    plant: 'a row was inserted into another tenant',
    move: 'an own row was moved into another tenant',
};
const MEASURED = {
    apart: 'possible with own rows, impossible with those of the other tenant',
    closed: '',
    refused: "impossible with the other tenant's rows, and not allowed with own rows either",
    'control-failed': 'the identity does not reach its own row either, so the attempt proves nothing',
    'stopped-by-database': 'the database stopped the statement for another reason than a policy',
    'no-row': 'there is no row of the other tenant to try it with',
};
const UNKNOWN_REMEDY = {
    'control-failed': 'Correct `identities` (the claims or settings that the policies read) until the identity sees its own rows, or revoke the privilege if no one should use the table.',
    'stopped-by-database': 'Give the table a row in `fixtures` that its constraints and triggers accept, or correct the trigger that fails.',
    'no-row': 'Give the table a row in `fixtures`.',
};

;// CONCATENATED MODULE: ./packages/tenants/lib/judge/judge.js




function judgeAudit(audited, { files, intent }) {
    const suggesting = { intent, kinship: audited.kinship, tables: audited.tables };
    const facts = { audited, suggesting, files };
    return {
        checks: [
            ...audited.cells.map((cell) => cellCheck(cell, facts)),
            ...audited.within.map((cell) => withinCheck(cell, facts)),
            ...audited.views.map((finding) => viewCheck(finding, files)),
            ...audited.functions.filter(({ kind }) => kind !== 'not-called').map((finding) => functionCheck(finding, files)),
            ...auditTableChecks(facts),
            ...audited.extras.map((extra) => extraCheck(extra, files)),
            ...audited.bypass.map(bypassCheck),
        ],
        notVerified: notVerified(audited),
    };
}
function cellCheck(cell, facts) {
    const { actor, bucket, evidence, kind, table, verb } = cell;
    const base = {
        id: `tenant/${verb}`,
        title: TITLES[verb],
        what: `${table.label}${bucket === undefined ? '' : ` in ${bucket}`} as ${actor}`,
        expected: facts.audited.ofNoTenant.includes(table.label)
            ? 'no access: the table is not public'
            : "no access to the other tenant's rows",
    };
    if (kind === 'leak')
        return leakCheck(cell, base, facts);
    if (kind === 'apart' || kind === 'closed' || kind === 'refused')
        return {
            ...base,
            verdict: 'pass',
            reason: kind,
            measured: kind === 'closed' ? evidence : MEASURED[kind],
            remedy: '',
        };
    const words = evidence === '' ? '' : ` (${evidence})`;
    return {
        ...base,
        verdict: 'unknown',
        reason: kind,
        measured: `${MEASURED[kind]}${words}`,
        remedy: UNKNOWN_REMEDY[kind],
    };
}
function leakCheck({ evidence, role, table, verb }, base, { audited, files, suggesting }) {
    const facts = audited.roles.find(({ name }) => name === role);
    const why = facts === undefined ? '' : `; ${whyOpen(table, facts, verb)}`;
    const [policy] = facts === undefined ? [] : suspects(table, facts, verb);
    const where = (policy === undefined ? undefined : placeOf(files, { kind: 'policy', name: policy, table: table.label })) ??
        placeOf(files, { kind: 'table', name: table.label });
    const isOfNoTenant = audited.ofNoTenant.includes(table.label);
    const policySql = isOfNoTenant ? '' : suggested(table, role, verb, suggesting);
    const enable = table.rls ? '' : `alter table ${table.sql} enable row level security; `;
    const remedy = isOfNoTenant
        ? 'If everyone may read the table on purpose, name it in `public-objects`; no one may change it through this role. Otherwise enable row-level security, or revoke the privileges.'
        : `Replace it, for example: ${enable}${policySql || 'with a policy that compares the tenant of the row with that of the user.'}`;
    return {
        ...base,
        verdict: 'fail',
        reason: isOfNoTenant ? 'not-declared-public' : 'leak',
        ...(where === undefined ? {} : { where }),
        measured: `${isOfNoTenant ? 'a row that belongs to no tenant was reached' : LEAKS[verb]} by: ${evidence}${why}`,
        remedy,
    };
}
function withinCheck(cell, facts) {
    const check = cellCheck(cell, facts);
    return {
        ...check,
        id: `own-rows/${cell.verb}`,
        title: `${check.title.replace('another tenant', 'another user of the same tenant')}`,
        measured: check.measured
            .replace("another tenant's", "another user's")
            .replace('the other tenant', 'the other user')
            .replace('into another tenant', 'in the name of another user'),
        expected: 'access to rows of its own only',
        remedy: check.verdict === 'fail' ? 'Restrict the policies of this table to rows of the user.' : check.remedy,
    };
}
function viewCheck({ actor, evidence, kind, verb, view }, files) {
    const where = placeOf(files, { kind: 'view', name: view.label });
    const base = {
        id: `view/${verb}`,
        title: `No view ${verb === 'read' ? 'shows' : 'changes'} rows of another tenant`,
        what: `${view.label} as ${actor}`,
        expected: 'the same rows whether another tenant exists or not',
    };
    if (kind === 'apart')
        return { ...base, verdict: 'pass', reason: 'apart', measured: evidence, remedy: '' };
    if (kind === 'failed')
        return {
            ...base,
            verdict: 'unknown',
            reason: 'view-not-readable',
            measured: evidence,
            remedy: 'Correct the view, or revoke the privilege on it.',
        };
    const remedy = view.materialized
        ? 'Row-level security does not hold for materialized views: revoke select on it, and offer a function or view that filters by tenant.'
        : `alter view ${view.sql} set (security_invoker = true); or name it in \`public-objects\` if everyone may see it.`;
    const seen = verb === 'read' ? "another tenant's rows show in" : "another tenant's row was changed by";
    return {
        ...base,
        verdict: 'fail',
        reason: 'leak',
        ...(where === undefined ? {} : { where }),
        measured: `${seen}: ${evidence}`,
        remedy,
    };
}
function functionCheck({ actor, evidence, kind, routine }, files) {
    const where = placeOf(files, { kind: 'function', name: routine.label });
    const base = {
        id: 'function/call',
        title: 'No function returns rows of another tenant',
        what: `${routine.label}(${routine.types.join(', ')}) as ${actor}`,
        expected: 'the same answer whether another tenant exists or not',
    };
    if (kind === 'apart')
        return { ...base, verdict: 'pass', reason: 'apart', measured: '', remedy: '' };
    if (kind === 'leak') {
        const rights = routine.definer ? 'it runs with the rights of its owner' : 'it runs with the rights of its caller';
        return {
            ...base,
            verdict: 'fail',
            reason: 'leak',
            ...(where === undefined ? {} : { where }),
            measured: `the answer depends on another tenant's rows: ${evidence}; ${rights}`,
            remedy: 'Filter by the tenant of the user in the function, make it `security invoker`, revoke execute on it, or name it in `public-objects` if everyone may know.',
        };
    }
    const reason = kind === 'not-callable-here' ? 'no-arguments' : 'call-failed';
    return {
        ...base,
        verdict: 'unknown',
        reason,
        measured: evidence,
        remedy: 'Revoke execute on the function if this role does not need it, or accept the check with a reason.',
    };
}
function auditTableChecks({ audited, files }) {
    return audited.auditTables.map(({ actor, evidence, kind, table }) => {
        const where = kind === 'leak' ? placeOf(files, { kind: 'table', name: table.label }) : undefined;
        return {
            id: 'audit-table/unchangeable',
            title: 'No one changes or deletes rows of an audit table',
            verdict: kind === 'leak' ? 'fail' : 'pass',
            reason: kind === 'leak' ? 'changeable' : 'unchangeable',
            what: `${table.label} as ${actor}`,
            ...(where === undefined ? {} : { where }),
            measured: evidence,
            expected: 'update, delete and truncate are refused',
            remedy: kind === 'leak'
                ? `revoke update, delete, truncate on ${table.sql} from the role, and give it no policy for them.`
                : '',
        };
    });
}
function bypassCheck({ role, why }) {
    return {
        id: 'role/bypass',
        title: 'Row-level security holds for every role that users get',
        verdict: 'fail',
        reason: 'bypasses-row-security',
        what: role,
        measured: why,
        expected: 'neither SUPERUSER nor BYPASSRLS',
        remedy: `alter role ${role} nosuperuser nobypassrls;`,
    };
}
function notVerified({ functions, messagePolicies, notSeeded }) {
    const once = new Map();
    for (const { actor, kind, routine } of functions) {
        if (kind !== 'not-called')
            continue;
        once.set(`${routine.oid} ${actor}`, {
            id: 'function/call',
            what: `${routine.label}(${routine.types.join(', ')}) as ${actor}`,
            because: 'it is volatile and may do more than its caller; it is called only where the caller declared it',
            remedy: 'Declare it `stable` if it only reads, name it in `callable` if a rollback undoes all it does, or revoke execute on it.',
            chosen: false,
        });
    }
    return [
        ...once.values(),
        ...(messagePolicies
            ? [
                {
                    id: 'channel/listen',
                    what: 'realtime.messages',
                    because: 'there are policies for private channels, and `channels` names no topic',
                    remedy: 'Name the topics of private channels in `channels`, with {tenant} or {user}.',
                    chosen: false,
                },
            ]
            : []),
        ...notSeeded.map(({ table, why }) => ({
            id: 'tenant/seed',
            what: table.label,
            because: `no row could be inserted: ${why}`,
            remedy: 'Give the table SQL that inserts a row in `fixtures`.',
            chosen: false,
        })),
    ];
}

// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __webpack_require__(113934);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __webpack_require__(173384);
;// CONCATENATED MODULE: ./packages/tenants/lib/judge/matrix.js

const VERBS = ['read', 'change', 'delete', 'plant', 'move'];
const HEAD = ['Object', 'Identity', 'Read', 'Change', 'Delete', 'Insert', 'Move'];
const SIGNS = {
    leak: '❌ leak',
    apart: '✅ apart',
    closed: '✅ closed',
    refused: '✅ refused',
    'control-failed': '❔ proves nothing',
    'stopped-by-database': '❔ stopped',
    'no-row': '❔ no row',
};
const LEGEND = 'apart: possible with own rows only. closed: no privilege or no policy. refused: not possible with own rows either.';
const TITLE = 'Tenants: who reaches rows of another tenant';
const EXTRA_SIGNS = { leak: '❌', told: 'ℹ️', unknown: '❔', apart: '', refused: '' };
const THING_SIGNS = {
    leak: '❌ leak',
    apart: '✅ apart',
    refused: '✅ refused',
    told: 'ℹ️ reported',
    unknown: '❔ proves nothing',
    failed: '❔ proves nothing',
    'not-called': '❔ not called',
    'not-callable-here': '❔ no arguments',
};
function rowsOf({ cells, extras, functions, views }) {
    const rows = new Map();
    const mark = (object, actor, verb, sign) => {
        const row = rows.get(`${object}\n${actor}`) ?? new Map();
        const known = row.get(verb);
        if (known === undefined || rank(sign) > rank(known))
            row.set(verb, sign);
        rows.set(`${object}\n${actor}`, row);
    };
    for (const { actor, bucket, kind, table, verb } of cells)
        mark(`${table.label}${bucket === undefined ? '' : ` in ${bucket}`}`, actor, verb, SIGNS[kind]);
    for (const { actor, kind, verb, view } of views)
        mark(`${view.materialized ? 'materialized view' : 'view'} ${view.label}`, actor, verb, THING_SIGNS[kind]);
    for (const { actor, id, kind, label } of extras)
        if (id === 'view/plant' || id === 'view/move')
            mark(`view ${label}`, actor, id === 'view/plant' ? 'plant' : 'move', THING_SIGNS[kind]);
        else if (id === 'channel/listen' || id === 'channel/send')
            mark(`channel ${label}`, actor, id === 'channel/listen' ? 'read' : 'plant', THING_SIGNS[kind]);
    for (const { actor, kind, routine } of functions)
        mark(`function ${routine.label}(${routine.types.join(', ')})`, actor, 'read', THING_SIGNS[kind]);
    return [...rows].map(([key, row]) => {
        const [object = '', actor = ''] = key.split('\n');
        return [object, actor, ...VERBS.map((verb) => row.get(verb) ?? '–')];
    });
}
function rank(sign) {
    return ['✅', 'ℹ️', '❔', '❌'].findIndex((one) => sign.startsWith(one));
}
function notesOf({ extras, notSeeded }) {
    return [
        ...extras
            .filter(({ kind }) => kind !== 'apart' && kind !== 'refused')
            .map(({ actor, evidence, id, kind, label }) => ({
            sign: EXTRA_SIGNS[kind],
            text: `${id} ${label} as ${actor}: ${evidence}`,
        })),
        ...notSeeded.map(({ table }) => ({ sign: '❔', text: `${table.label}: no row could be inserted` })),
    ];
}
function matrixMarkdown(audited) {
    const notes = notesOf(audited).map(({ sign, text }) => `- ${sign} ${(0,inline_text/* inlineText */.l)(text)}`);
    return [
        `# ${TITLE}`,
        (0,markdown_table/* markdownTable */.Q)(HEAD, rowsOf(audited).map((row) => row.map((cell) => (0,inline_text/* inlineText */.l)(cell)))),
        LEGEND,
        ...(notes.length > 0 ? [notes.join('\n')] : []),
    ].join('\n\n');
}
const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:2rem;color:#1f2328;background:#fff}table{border-collapse:collapse}
th,td{border:1px solid #d0d7de;padding:.25rem .6rem;text-align:left}th{background:#f6f8fa;position:sticky;top:0}
.bad{background:#ffebe9}.odd{background:#fff8c5}.good{background:#f0fff4}`;
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function matrixHtml(audited) {
    const cell = (text, nth) => {
        const kind = nth < 2 ? '' : ` class="${['good', 'odd', 'odd', 'bad'][rank(text)] ?? ''}"`;
        return `<td${kind}>${escapeHtml(text)}</td>`;
    };
    const rows = rowsOf(audited).map((row) => `<tr>${row.map(cell).join('')}</tr>`);
    const notes = notesOf(audited).map(({ sign, text }) => `<li>${sign} ${escapeHtml(text)}</li>`);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${TITLE}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${TITLE}</h1>
<table>
<thead><tr>${HEAD.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p>${LEGEND}</p>
${notes.length > 0 ? `<ul>\n${notes.join('\n')}\n</ul>\n` : ''}</body>
</html>
`;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/read-intent.js
const NAME = /^[^\s.,()"']+\.[^\s.,()"']+$/;
const KNOWN = ['name', 'role', 'user', 'claims', 'settings', 'member-role'];
const visitor = {
    name: 'anon',
    role: 'anon',
    isUser: false,
    claims: {},
    settings: {},
    memberRole: undefined,
};
const read_intent_DEFAULT = [visitor, { ...visitor, name: 'member', role: 'authenticated', isUser: true }];
function readIntent(written) {
    const problems = [];
    const name = (input, text) => {
        if (!NAME.test(text))
            problems.push(`input "${input}": expected SCHEMA.NAME, got "${text}"`);
        return text;
    };
    const identities = readIdentities(written.identities, problems);
    const intent = {
        tenantTable: name('tenant-table', written.tenantTable),
        userTable: name('user-table', written.userTable),
        membership: readMembership(written.membership, problems),
        identities,
        schemas: written.schemas,
        publicObjects: written.publicObjects.map((text) => name('public-objects', text)),
        auditTables: written.auditTables.map((text) => name('audit-tables', text)),
        callable: written.callable.map((text) => name('callable', text)),
        channels: written.channels.map((text) => topic(text, problems)),
        ownRows: readOwnRows(written.ownRows, identities, problems),
        ownerColumns: readTexts('owner-columns', written.ownerColumns, problems),
        buckets: readTexts('buckets', written.buckets, problems),
        fixtures: readTexts('fixtures', written.fixtures, problems),
    };
    if (intent.membership === undefined && intent.tenantTable !== intent.userTable && !identities.some(namesTenant))
        problems.push('input "membership": nothing says how a user belongs to a tenant; give the membership table, or `identities` whose claims or settings hold {tenant}');
    return { intent, problems };
}
const INPUTS = [
    ...['tenant-table', 'user-table', 'membership', 'identities', 'own-rows', 'owner-columns', 'buckets', 'fixtures'],
    ...['schemas', 'public-objects', 'audit-tables', 'callable', 'channels'],
];
function readWrittenIntent(document) {
    const fields = record(document) ?? {};
    const problems = Object.keys(fields)
        .filter((name) => !INPUTS.includes(name))
        .map((name) => `"${name}" is not known; expected ${INPUTS.join(', ')}`);
    if (record(document) === undefined)
        problems.push('the intent is no map of inputs');
    const text = (name, absent = '') => (typeof fields[name] === 'string' ? fields[name] : absent);
    const list = (name, absent = []) => {
        const value = fields[name] ?? absent;
        return Array.isArray(value) ? value.map(String) : [String(value)];
    };
    const read = readIntent({
        tenantTable: text('tenant-table'),
        userTable: text('user-table', 'auth.users'),
        membership: text('membership'),
        identities: fields['identities'],
        ownRows: fields['own-rows'],
        ownerColumns: fields['owner-columns'],
        buckets: fields['buckets'],
        fixtures: fields['fixtures'],
        schemas: list('schemas', ['public']),
        publicObjects: list('public-objects'),
        auditTables: list('audit-tables'),
        callable: list('callable'),
        channels: list('channels'),
    });
    return { intent: read.intent, problems: [...problems, ...read.problems] };
}
function topic(text, problems) {
    if (!/\{(tenant|user)\}/.test(text))
        problems.push(`input "channels": expected a topic with {tenant} or {user} in it, got "${text}"`);
    return text;
}
function namesTenant({ claims, settings }) {
    return JSON.stringify([claims, settings]).includes('{tenant}');
}
function readMembership(text, problems) {
    if (text === '')
        return undefined;
    const found = /^([^\s.()]+\.[^\s.()]+)\s*\(([^()]*)\)$/.exec(text.trim());
    const columns = (found?.[2] ?? '').split(',').map((one) => one.trim());
    const [userColumn = '', tenantColumn = '', roleColumn] = columns;
    if (found === null || columns.length < 2 || columns.length > 3 || columns.includes('')) {
        problems.push(`input "membership": expected SCHEMA.TABLE(USER_COLUMN, TENANT_COLUMN) or with a third column for the role, got "${text}"`);
        return undefined;
    }
    return { table: found[1] ?? '', userColumn, tenantColumn, roleColumn };
}
function readIdentities(written, problems) {
    if (written === undefined || written === null)
        return read_intent_DEFAULT;
    if (!Array.isArray(written) || written.length === 0) {
        problems.push('input "identities": expected a list');
        return read_intent_DEFAULT;
    }
    const identities = written.map((entry, at) => readIdentity(entry, `input "identities": entry ${at + 1}`, problems));
    const names = identities.map(({ name }) => name);
    const twice = names.filter((one, at) => names.indexOf(one) !== at);
    if (twice.length > 0)
        problems.push(`input "identities": the name "${twice[0]}" is given twice`);
    if (!identities.some(({ isUser }) => isUser))
        problems.push('input "identities": none of them is a user of a tenant');
    return identities;
}
function readIdentity(entry, where, problems) {
    const fields = record(entry);
    if (fields === undefined) {
        problems.push(`${where}: expected a map with name and role`);
        return visitor;
    }
    const unknown = Object.keys(fields).filter((key) => !KNOWN.includes(key));
    if (unknown.length > 0)
        problems.push(`${where}: "${unknown[0]}" is not known; expected ${KNOWN.join(', ')}`);
    const text = (key) => {
        const value = fields[key];
        if (typeof value === 'string' && value !== '')
            return value;
        problems.push(`${where}: "${key}" is missing`);
        return '';
    };
    const { claims = {}, settings = {}, user = true } = fields;
    if (record(claims) === undefined)
        problems.push(`${where}: "claims" is no map`);
    if (typeof user !== 'boolean')
        problems.push(`${where}: "user" is neither true nor false`);
    const memberRole = fields['member-role'];
    return {
        name: text('name'),
        role: text('role'),
        isUser: user === true,
        claims: record(claims) ?? {},
        settings: textsOf(settings, `${where}: "settings"`, problems),
        memberRole: memberRole === undefined ? undefined : String(memberRole),
    };
}
function readOwnRows(written, identities, problems) {
    if (written === undefined || written === null)
        return [];
    const fields = record(written);
    if (fields === undefined) {
        problems.push('input "own-rows": expected a map of identities, each with a list of tables');
        return [];
    }
    return Object.entries(fields).map(([identity, tables]) => {
        if (!identities.some(({ isUser, name }) => isUser && name === identity))
            problems.push(`input "own-rows": "${identity}" is none of the identities that are users`);
        const list = typeof tables === 'string' ? [tables] : Array.isArray(tables) ? tables.map(String) : [];
        if (list.length === 0)
            problems.push(`input "own-rows": "${identity}" has no table`);
        return { identity, tables: list };
    });
}
function readTexts(input, written, problems) {
    return written === undefined || written === null ? {} : textsOf(written, `input "${input}"`, problems);
}
function textsOf(written, where, problems) {
    const fields = record(written);
    if (fields !== undefined && Object.values(fields).every((value) => typeof value === 'string'))
        return fields;
    problems.push(`${where}: expected a map of texts`);
    return {};
}
function record(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value)
        ? value
        : undefined;
}

// EXTERNAL MODULE: ./packages/tenants/lib/review/compare.js
var review_compare = __webpack_require__(399295);
;// CONCATENATED MODULE: ./packages/tenants/lib/review/document.js

const KEYS = {
    anon: 'the publishable key (anon), without a user',
    authenticated: 'the publishable key, with the token of a user',
    service_role: 'the secret key (service_role)',
};
function accessDocument({ functions, objects, roles }) {
    const bypassing = new Set(roles.filter(({ bypassRls, superuser }) => bypassRls || superuser).map(({ name }) => name));
    return `${[
        '# Who may do what in the database',
        'Written by Lockstep (`tenant-audit` with `command: review`). A change of it is a change of rights: read it as one.',
        '## Roles and keys',
        table(['Role', 'Reached with', 'Attributes'], roles.map(roleRow)),
        '## Tables, views and sequences',
        table(['Object', 'Role', 'May', 'Which rows'], objects.flatMap((object) => objectRows(object, bypassing))),
        '## Policies',
        table(['Table', 'Policy', 'For', 'Roles', 'Condition'], objects.flatMap(policyRows)),
        '## Functions',
        table(['Function', 'Runs with the rights of', 'Who may call it'], functions.map(({ callers, definer, label }) => [
            label,
            definer ? 'its owner' : 'its caller',
            callers.map(everyone).toSorted().join(', ') || 'its owner alone',
        ])),
    ].join('\n\n')}\n`;
}
function table(head, rows) {
    return rows.length === 0
        ? 'None.'
        : (0,markdown_table/* markdownTable */.Q)(head, rows.map((row) => row.map(cell)));
}
function cell(text, nth) {
    const plain = text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('`', "'");
    return nth === 0 ? `\`${plain}\`` : plain.replace(/[<>@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function roleRow({ bypassRls, login, memberOf, name, superuser }) {
    const attributes = [
        ...(superuser ? ['superuser'] : []),
        ...(bypassRls ? ['no policy holds for it'] : []),
        ...(memberOf.length > 0 ? [`has the rights of ${memberOf.join(', ')}`] : []),
    ];
    return [name, KEYS[name] ?? (login ? 'a login' : 'another role'), attributes.join('; ') || 'none'];
}
function objectRows(object, bypassing) {
    const roles = [...new Set(object.grants.map(({ role }) => role))];
    const by = (role) => object.grants.filter((grant) => grant.role === role);
    return roles.map((role) => [
        object.label,
        everyone(role),
        by(role)
            .map(({ columns, grantable, right }) => `${right}${columns.length > 0 ? ` (${columns.join(', ')})` : ''}${grantable ? ', and give it away' : ''}`)
            .join(', '),
        document_rowsOf(object, role, bypassing),
    ]);
}
function document_rowsOf({ invoker, kind, policies, rls }, role, bypassing) {
    if (kind === 'sequence')
        return '';
    if (kind === 'view')
        return invoker ? 'those that its caller may see' : 'all that its owner may see';
    if (kind !== 'table')
        return `all: a ${kind} has no policies`;
    if (!rls)
        return 'all: row-level security is off';
    if (bypassing.has(role))
        return 'all: no policy holds for the role';
    const own = policies.filter(({ permissive, roles }) => permissive && (roles.includes(role) || roles.includes('public')));
    return own.length === 0 ? 'none: no policy is for the role' : `by ${own.map(({ name }) => name).join(', ')}`;
}
function policyRows({ label, policies, rls }) {
    return policies.map((policy) => [
        label,
        policy.name,
        `${policy.command}${policy.permissive ? '' : ', restrictive'}${rls ? '' : ', not in force'}`,
        policy.roles.map(everyone).join(', '),
        document_conditionOf(policy),
    ]);
}
function document_conditionOf({ check, using }) {
    return [using === null ? '' : `using ${using}`, check === null ? '' : `with check ${check}`]
        .filter(Boolean)
        .join(' ');
}
function everyone(role) {
    return role === 'public' ? 'everyone' : role;
}

;// CONCATENATED MODULE: ./packages/tenants/lib/review/read-access.js

const role = (oid) => `case when ${oid} = 0 then 'public' else pg_get_userbyid(${oid}) end`;
const read_access_NOT_OF_EXTENSION = (oid, catalog) => `not exists (select from pg_depend x where x.classid = '${catalog}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;
const objectsSql = (schemas) => `
select json_build_object('label', n.nspname || '.' || c.relname, 'rls', c.relrowsecurity, 'force', c.relforcerowsecurity,
  'kind', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' when 'S' then 'sequence' else 'table' end,
  'invoker', coalesce((select o.option_value::boolean from pg_options_to_table(c.reloptions) o where o.option_name = 'security_invoker'), false),
  'grants', (select coalesce(json_agg(g order by g.role, g.right), '[]') from (
      select ${role('a.grantee')} as role, lower(a.privilege_type) as right, '{}'::text[] as columns, bool_or(a.is_grantable) as grantable
        from aclexplode(c.relacl) a where a.grantee <> c.relowner group by 1, 2
      union all
      select ${role('a.grantee')}, lower(a.privilege_type), array_agg(t.attname::text order by t.attnum), bool_or(a.is_grantable)
        from pg_attribute t cross join lateral aclexplode(t.attacl) a where t.attrelid = c.oid and a.grantee <> c.relowner group by 1, 2) g),
  'policies', (select coalesce(json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive,
      'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      'roles', (select json_agg(${role('r')} order by 1) from unnest(p.polroles) r),
      'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname), '[]') from pg_policy p where p.polrelid = c.oid))
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname = any (${schemas}) and ${read_access_NOT_OF_EXTENSION('c.oid', 'pg_class')}
order by n.nspname collate "C", c.relname collate "C"`;
const functionsSql = (schemas) => `
select json_build_object('label', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', 'definer', p.prosecdef,
  'callers', (select coalesce(json_agg(distinct ${role('a.grantee')}), '[]') from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner))
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname = any (${schemas}) and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype) and ${read_access_NOT_OF_EXTENSION('p.oid', 'pg_proc')}
order by n.nspname collate "C", p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;
const read_access_rolesSql = (names) => `
select json_build_object('name', r.rolname, 'login', r.rolcanlogin, 'superuser', r.rolsuper, 'bypassRls', r.rolbypassrls,
  'memberOf', (select coalesce(json_agg(o.rolname order by o.rolname collate "C"), '[]') from pg_auth_members m join pg_roles o on o.oid = m.roleid where m.member = r.oid))
from pg_roles r where r.rolname = any (${names}) order by r.rolname collate "C"`;
async function read_access_objects(session, sql) {
    return (await session.rows(sql)).map(([text]) => JSON.parse(text ?? 'null'));
}
async function readAccess(session, schemas) {
    await session.rows('begin read only; set local search_path = pg_catalog');
    try {
        const wanted = (0,lib_quote/* textArray */.TS)([...schemas]);
        const all = await read_access_objects(session, objectsSql(wanted));
        const functions = await read_access_objects(session, functionsSql(wanted));
        const names = new Set([
            ...all.flatMap(({ grants, policies }) => [
                ...grants.map((grant) => grant.role),
                ...policies.flatMap((one) => one.roles),
            ]),
            ...functions.flatMap(({ callers }) => callers),
        ]);
        return { roles: await read_access_objects(session, read_access_rolesSql((0,lib_quote/* textArray */.TS)([...names]))), objects: all, functions };
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}

;// CONCATENATED MODULE: ./packages/tenants/lib/review/review-database.js



async function reviewDatabase(database, schemas, { clock, log, signal }) {
    const target = typeof database === 'string' ? (0,database_url/* readDatabaseUrl */.Bq)(database) : database;
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep access review' });
    try {
        return await (0,cancel/* withCancellation */.a)({ target, log, clock, signal }, session, async () => accessDocument(await readAccess(session, schemas)));
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./packages/tenants/lib/index.js









/***/ }),

/***/ 399295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ compareReviews),
/* harmony export */   z: () => (/* binding */ reviewDiffText)
/* harmony export */ });
function compareReviews(committed, now) {
    const [before, after] = [linesOf(committed), linesOf(now)];
    const [old, fresh] = [new Set(before), new Set(after)];
    return { added: after.filter((line) => !old.has(line)), removed: before.filter((line) => !fresh.has(line)) };
}
function linesOf(text) {
    return [...new Set(text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\|(-+\|)+$/.test(line)))];
}
function reviewDiffText({ added, removed }) {
    const lines = [...removed.map((line) => [line, '-']), ...added.map((line) => [line, '+'])];
    return lines
        .toSorted(([a, signA], [b, signB]) => objectOf(a).localeCompare(objectOf(b)) || Number(signA === '+') - Number(signB === '+'))
        .map(([line, sign]) => `${sign} ${line}`)
        .join('\n');
}
function objectOf(line) {
    return /`([^`]*)`/.exec(line)?.[1] ?? '';
}


/***/ })

};
