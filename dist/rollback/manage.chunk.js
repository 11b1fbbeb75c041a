export const id = 602;
export const ids = [602];
export const modules = {

/***/ 430618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readArchives)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247753);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(596310);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(420829);



async function readArchives(session) {
    const [exists] = await session.rows(`select pg_catalog.to_regclass(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHIVES */ ._t)}) is not null`);
    if (exists?.[0] !== 't')
        return [];
    const time = (column) => `pg_catalog.to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    const rows = await session.rows(`
    select id, version, migration, coalesce(release, ''), source, target, kind, contents, columns, key, dropped, whole, rows, bytes,
           digest, xid, cluster, ${time('at')}, ${time('expires')}, expires <= pg_catalog.clock_timestamp(), restored, direction
      from ${_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHIVES */ ._t} order by id`);
    return rows.map((row) => {
        const text = (at) => row[at] ?? '';
        const columns = JSON.parse(text(8));
        return {
            id: text(0),
            direction: text(21) === 'up' ? 'up' : 'down',
            version: text(1),
            migration: text(2),
            release: text(3),
            source: text(4),
            target: text(5),
            kind: text(6),
            contents: `${_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHIVE_SCHEMA */ .ZS}.${text(7)}`,
            columns: columns.map(({ as_text: asText, name, type }) => ({ name, type, asText })),
            key: JSON.parse(text(9)),
            dropped: JSON.parse(text(10)),
            whole: row[11] === 't',
            rows: Number(text(12)),
            bytes: Number(text(13)),
            digest: row[14] ?? undefined,
            xid: text(15),
            cluster: row[16] ?? undefined,
            at: text(17),
            expires: text(18),
            isExpired: row[19] === 't',
            restored: row[20] === null ? undefined : text(20),
        };
    });
}


/***/ }),

/***/ 889155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _5: () => (/* binding */ isUnchanged),
/* harmony export */   n0: () => (/* binding */ digestSql),
/* harmony export */   vW: () => (/* binding */ sealArchives)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247753);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(420829);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(577446);



function digestSql(columns) {
    const values = [...columns.map(({ name }) => `a.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(name)}`), 'a._lockstep_lost'];
    return `pg_catalog.count(*) || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(row(${values.join(', ')})::pg_catalog.text, 0)::pg_catalog.numeric), 0)`;
}
async function sealArchives(session, archives) {
    for (const { columns, contents, digest, id } of archives) {
        if (digest !== undefined)
            continue;
        await session.rows(`begin; ${_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .asArchivist */ .Cv}; update ${_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHIVES */ ._t} set digest = (select ${digestSql(columns)} from ${contents} a) where id = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(id)} and digest is null; commit`);
    }
}
async function isUnchanged(session, archive) {
    const { columns, contents, digest, rows } = archive;
    const [exists] = await session.rows(`select pg_catalog.to_regclass(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(contents)}) is not null`);
    if (exists?.[0] !== 't')
        return false;
    const [row] = await session.rows(`select ${digestSql(columns)}, pg_catalog.count(*), pg_catalog.count(distinct a.xmin::pg_catalog.text) from ${contents} a`);
    if (Number(row?.[1]) !== rows)
        return false;
    return digest === undefined ? Number(row?.[2]) <= 1 : row?.[0] === digest;
}


/***/ }),

/***/ 795158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eraseFromArchives: () => (/* binding */ eraseFromArchives),
/* harmony export */   extendArchive: () => (/* binding */ extendArchive),
/* harmony export */   listArchives: () => (/* binding */ listArchives),
/* harmony export */   pruneArchives: () => (/* binding */ pruneArchives),
/* harmony export */   removeArchive: () => (/* binding */ removeArchive)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(247753);
/* harmony import */ var _history_write_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(573145);
/* harmony import */ var _run_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(319709);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(430618);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(889155);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(420829);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(577446);








function listArchives(engine) {
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withReader */ .mp)(engine, ({ session }) => (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .readArchives */ .i)(session));
}
function pruneArchives(engine, { dryRun }) {
    if (dryRun)
        return listArchives(engine).then((all) => all.filter(({ isExpired }) => isExpired));
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withRunner */ .T4)(engine, { creates: false }, async (runner) => {
        const over = (await (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .readArchives */ .i)(runner.session)).filter(({ isExpired }) => isExpired);
        for (const archive of over)
            await drop(runner, archive, 'prune-archive', 'its time is over');
        return over;
    });
}
function removeArchive(engine, id, { because, dryRun = false }) {
    if (dryRun)
        return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withReader */ .mp)(engine, ({ session }) => find(session, id));
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withRunner */ .T4)(engine, { creates: false }, async (runner) => {
        const archive = await find(runner.session, id);
        await drop(runner, archive, 'remove-archive', because);
        return archive;
    });
}
function extendArchive(engine, id, { because, dryRun = false, keepMs }) {
    if (dryRun)
        return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withReader */ .mp)(engine, ({ session }) => find(session, id));
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withRunner */ .T4)(engine, { creates: false }, async ({ session }) => {
        const archive = await find(session, id);
        const expires = `pg_catalog.clock_timestamp() + ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(`${keepMs} milliseconds`)}::pg_catalog.interval`;
        const note = `pg_catalog.jsonb_build_object('at', pg_catalog.clock_timestamp(), 'by', ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(engine.provenance.actor)}::text, 'because', ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(because)}::text)`;
        const event = (0,_history_write_js__WEBPACK_IMPORTED_MODULE_3__/* .insertEvent */ .Ul)({
            kind: 'extend-archive',
            version: archive.version,
            by: engine.provenance,
            detail: { archive: id, because, keepMs },
        });
        await session.rows(`begin; ${_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .asArchivist */ .Cv}; update ${_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .ARCHIVES */ ._t} set expires = greatest(expires, ${expires}), extended = extended || ${note} where id = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(id)}; ${event} commit`);
        return find(session, id);
    });
}
function eraseFromArchives(engine, erasures, { because, dryRun }) {
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withRunner */ .T4)(engine, { creates: false }, async (runner) => {
        const done = [];
        for (const archive of await (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .readArchives */ .i)(runner.session)) {
            for (const [nth, erasure] of erasures.entries()) {
                if (!isFrom(archive, erasure.table))
                    continue;
                done.push({ erasure: nth, ...(await eraseOne(runner, archive, erasure, { because, dryRun })) });
            }
        }
        return done;
    });
}
function isFrom({ source, target }, table) {
    const quoted = table
        .split('.')
        .map((part) => (/^[a-z_][a-z0-9_$]*$/.test(part) ? part : (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .identifier */ .Cv)(part)))
        .join('.');
    return [table, quoted].some((name) => name === source || name === target);
}
async function eraseOne({ engine, session }, archive, { column, value }, { because, dryRun }) {
    const { columns, contents, id, source, version } = archive;
    const about = { id, source, column };
    if (!columns.some(({ name }) => name === column))
        return { ...about, rows: 0, unknown: true };
    const where = `${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .identifier */ .Cv)(column)}::pg_catalog.text = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(value)}`;
    const [found] = await session.rows(`begin read only; ${_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .asArchivist */ .Cv}; select pg_catalog.count(*) from ${contents} where ${where}; commit`);
    const rows = Number(found?.[0]);
    if (dryRun || rows === 0)
        return { ...about, rows, unknown: false };
    const event = (0,_history_write_js__WEBPACK_IMPORTED_MODULE_3__/* .insertEvent */ .Ul)({
        kind: 'erase-archive',
        version,
        by: engine.provenance,
        detail: { archive: id, column, rows, because },
    });
    await session.rows(`begin; ${_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .asArchivist */ .Cv}; lock table ${contents} in access exclusive mode; delete from ${contents} where ${where};
    update ${_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .ARCHIVES */ ._t} set rows = (select pg_catalog.count(*) from ${contents}), digest = (select ${(0,_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestSql */ .n0)(columns)} from ${contents} a) where id = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(id)};
    ${event} commit`);
    await session.rows(`vacuum full ${contents}`);
    return { ...about, rows, unknown: false };
}
async function find(session, id) {
    const archive = (await (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .readArchives */ .i)(session)).find((each) => each.id === id);
    if (archive === undefined)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .InputError */ .dz(`input "archive-id": there is no archive ${id}; command: list-archives shows them`);
    return archive;
}
async function drop({ engine, session }, { contents, id, rows, source, version }, kind, because) {
    const event = (0,_history_write_js__WEBPACK_IMPORTED_MODULE_3__/* .insertEvent */ .Ul)({ kind, version, by: engine.provenance, detail: { archive: id, source, rows, because } });
    await session.rows(`begin; drop table if exists ${contents}; delete from ${_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .ARCHIVES */ ._t} where id = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(id)}; ${event} commit`);
}


/***/ }),

/***/ 596310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZS: () => (/* binding */ ARCHIVE_SCHEMA),
/* harmony export */   eM: () => (/* binding */ planArchive),
/* harmony export */   wA: () => (/* binding */ lostColumns)
/* harmony export */ });
/* unused harmony export OWN_COLUMN */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247753);
/* harmony import */ var _data_loss_losses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(567526);
/* harmony import */ var _data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(938493);
/* harmony import */ var _data_loss_relations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(982996);




const OWN_COLUMN = '_lockstep_';
const ARCHIVE_SCHEMA = 'lockstep_archive';
function planArchive(found, sources) {
    const relations = new Map(found.threats.map(({ relation }) => [relation.oid, relation]));
    const refusals = [];
    const copies = [];
    const claimed = new Set();
    for (const relation of relations.values()) {
        const losses = found.losses.filter((loss) => isOf(loss, relation));
        for (const loss of losses)
            claimed.add(loss);
        if (losses.length === 0)
            continue;
        const planned = planCopy(relation, losses, found, sources.get(relation.oid));
        if (typeof planned === 'string')
            refusals.push(notPossible(relation.name, planned));
        else
            copies.push(planned);
    }
    for (const loss of found.losses) {
        if (!claimed.has(loss))
            refusals.push(notPossible(loss.object, WITHOUT_TABLE[loss.kind] ?? 'untestable'));
    }
    const [first, ...more] = refusals;
    return first === undefined ? { kind: 'copy', copies } : { kind: 'refuse', refusals: [first, ...more] };
}
const WITHOUT_TABLE = {
    numbers: 'sequence',
    foreign: 'foreign-table',
    refresh: 'view',
    type: 'labels',
};
function notPossible(object, because) {
    return { kind: 'not-possible', object, because };
}
function isOf({ kind, object }, { columns, name }) {
    if (kind === 'numbers' || kind === 'untestable')
        return false;
    return object === name || [...columns.values()].some((column) => object === `${name}.${column.name}`);
}
function planCopy(relation, losses, { after, before, own, threats }, source) {
    if (_data_loss_relations_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGE_OBJECTS */ .h.includes(relation.oid))
        return 'large-object';
    if (relation.kind === 'foreign')
        return 'foreign-table';
    if (relation.kind === 'view')
        return 'view';
    if (relation.plainName.startsWith(`${ARCHIVE_SCHEMA}.`))
        return 'own-schema';
    if (source === undefined)
        return 'untestable';
    if (losses.some(({ kind }) => kind === 'unlogged'))
        return 'unlogged';
    if ([...relation.columns.values()].some(({ name }) => name.startsWith(OWN_COLUMN)))
        return 'reserved-name';
    const { aboutRows, target } = source;
    const now = after.get(relation.oid);
    const common = { relation, target, aboutRows, condition: (0,_data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignRow */ .p6)(own, relation) };
    if (now === undefined) {
        const key = source.keys.find((names) => columnsNamed(relation, names) !== undefined) ?? [];
        return { ...common, kind: 'rows', columns: allColumns(relation, source), key, dropped: [] };
    }
    const key = source.keys.find((names) => isKept(relation, now, names));
    const dropped = threats
        .toSorted(byColumn)
        .flatMap((threat) => threat.kind === 'column' &&
        threat.relation.oid === relation.oid &&
        losses.some(({ kind, object }) => kind === 'column' && object === `${relation.name}.${threat.column.name}`)
        ? [{ name: threat.column.name, condition: `(${(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_2__/* .lossCondition */ .pT)(threat, own)})` }]
        : []);
    const others = losses.filter(({ kind }) => kind !== 'column');
    if (others.length === 0) {
        if (key === undefined)
            return 'no-key';
        const names = new Set([...key, ...dropped.map(({ name }) => name)]);
        const columns = allColumns(relation, source).filter(({ name }) => names.has(name));
        const condition = dropped.map((each) => each.condition).join(' or ');
        return { ...common, kind: 'values', columns, key, dropped, condition };
    }
    const updates = now.filenode === relation.filenode && now.updated > (before.get(relation.oid)?.updated ?? 0);
    const deletesOnly = dropped.length === 0 && !updates && others.every(({ kind }) => kind === 'rows');
    if (key === undefined && !deletesOnly)
        return 'no-key';
    return { ...common, kind: 'mixed', columns: allColumns(relation, source), key: key ?? [], dropped };
}
function byColumn(a, b) {
    return ('attnum' in a ? a.attnum : 0) - ('attnum' in b ? b.attnum : 0);
}
function allColumns({ columns }, source) {
    return [...columns]
        .sort(([a], [b]) => a - b)
        .flatMap(([attnum, { generated, name, type }]) => {
        if (generated)
            return [];
        const { hasOwnCollation, keepsType } = source.columns.get(attnum) ?? { hasOwnCollation: false, keepsType: false };
        const value = keepsType ? `t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .identifier */ .Cv)(name)}` : `t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .identifier */ .Cv)(name)}::pg_catalog.text`;
        const sql = hasOwnCollation ? `(${value} collate pg_catalog."default")` : value;
        return [{ name, type, asText: !keepsType, sql }];
    });
}
function columnsNamed({ columns }, names) {
    const found = names.map((name) => [...columns].find(([, column]) => column.name === name && !column.generated)?.[0]);
    return found.every((attnum) => attnum !== undefined) ? found : undefined;
}
function isKept(relation, now, names) {
    const attnums = columnsNamed(relation, names);
    return attnums?.every((attnum) => now.columns.get(attnum)?.shape === relation.columns.get(attnum)?.shape) === true;
}
function lostColumns(dropped) {
    const each = dropped.map(({ condition, name }) => `case when ${condition} then ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(name)} end`);
    return each.length === 0
        ? `'{}'::pg_catalog.text[]`
        : `pg_catalog.array_remove(array[${each.join(', ')}]::pg_catalog.text[], null)`;
}


/***/ }),

/***/ 420829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ RESTORES),
/* harmony export */   NW: () => (/* binding */ closeToOthers),
/* harmony export */   _t: () => (/* binding */ ARCHIVES),
/* harmony export */   cX: () => (/* binding */ ensureArchiveSchema)
/* harmony export */ });
/* unused harmony export findOpenings */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247753);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(596310);


const ARCHIVES = `${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.archives`;
const RESTORES = `${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.restores`;
const TABLES = `
create table ${ARCHIVES} (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  -- What deleted it: the down migration of this version, or (up) the contract migration itself.
  direction text not null,
  -- The migration, and the release that had applied it.
  version text not null,
  migration text not null,
  release text,
  -- Who archived.
  by_release text,
  commit_sha text,
  actor text,
  run text,
  -- The table as it was called then, and where a restore puts its rows.
  source text not null,
  target text not null,
  -- rows, values or mixed, see packages/migrations/src/archive/plan.ts.
  kind text not null,
  contents text not null,
  columns jsonb not null,
  key jsonb not null,
  dropped jsonb not null,
  -- Rows that migrations put there are among them.
  whole boolean not null,
  rows bigint not null,
  bytes bigint not null,
  -- Of all rows, summed up after the commit: whether they were changed since.
  digest text,
  -- The transaction that archived, on this very cluster.
  xid xid8 not null default pg_catalog.pg_current_xact_id(),
  cluster text,
  expires timestamptz not null,
  -- all, partial: a restore brought back all of it, or not yet.
  restored text,
  restored_at timestamptz,
  extended jsonb not null default '[]'
);
-- Transactions that restored something: what they wrote, no user did.
create table ${RESTORES} (
  xid xid8 not null primary key default pg_catalog.pg_current_xact_id(),
  archive bigint not null,
  at timestamptz not null default pg_catalog.clock_timestamp()
);
`;
async function ensureArchiveSchema(session) {
    const [found] = await session.rows(`
    select pg_catalog.pg_has_role(current_user, n.nspowner, 'usage'), pg_catalog.pg_get_userbyid(n.nspowner), c.relkind,
           (select pg_catalog.count(*) from pg_catalog.pg_attribute a where a.attrelid = c.oid and not a.attisdropped
               and a.attname in ('id', 'version', 'contents', 'columns', 'digest', 'expires', 'extended'))
      from pg_catalog.pg_namespace n
      left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives'
     where n.nspname = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}`);
    if (found?.[0] === 'f')
        return { kind: 'schema', because: 'taken', who: found[1] ?? '' };
    if (found !== undefined && found[2] !== null) {
        const isOurs = found[2] === 'r' && found[3] === '7';
        return isOurs ? undefined : { kind: 'schema', because: 'name-taken', who: 'what is named archives' };
    }
    const [right] = await session.rows(`select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')`);
    if (found === undefined && right?.[0] !== 't')
        return { kind: 'schema', because: 'no-right', who: '' };
    if (found === undefined)
        await session.rows(`create schema ${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}`);
    await session.rows(`${TABLES} comment on schema ${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`);
    return undefined;
}
const OBJECTS = `
  select n.oid, 'schema'::pg_catalog.text as what, n.nspowner as owner, n.nspacl as acl, n.nspname::pg_catalog.text as name
    from pg_catalog.pg_namespace n where n.nspname = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}
  union all
  select c.oid, case c.relkind when 'S' then 'sequence' else 'table' end, c.relowner, c.relacl, '${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.' || pg_catalog.quote_ident(c.relname)
    from pg_catalog.pg_class c
   where c.relnamespace = pg_catalog.to_regnamespace(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}) and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`;
const GRANTED = `
  select object.what, object.name,
         case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee
    from (${OBJECTS}) as object, pg_catalog.aclexplode(object.acl) as acl where acl.grantee <> object.owner`;
async function closeToOthers(session) {
    const open = await session.rows(`select c.name from (${OBJECTS}) as c join pg_catalog.pg_class k on k.oid = c.oid where c.what = 'table' and k.relkind = 'r' and not k.relrowsecurity`);
    for (const [name] of open)
        await session.rows(`alter table ${name} enable row level security`);
    for (const [what, name, grantee] of await session.rows(`select distinct what, name, grantee from (${GRANTED}) as g`)) {
        await session.rows(`revoke all on ${what} ${name} from ${grantee} cascade`);
    }
    return findOpenings(session);
}
async function findOpenings(session) {
    const [granted] = await session.rows(`
    select name || ' to ' || grantee from (${GRANTED}) as g
    union all
    select '${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.' || c.relname || '.' || a.attname || ' to others' from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
     where c.relnamespace = pg_catalog.to_regnamespace(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}) and a.attacl is not null
    union all
    select o.name || ' has no row level security' from (${OBJECTS}) as o join pg_catalog.pg_class c on c.oid = o.oid
     where o.what = 'table' and c.relkind = 'r' and not c.relrowsecurity
    union all
    select o.name || ' has a policy' from (${OBJECTS}) as o join pg_catalog.pg_policy p on p.polrelid = o.oid
    limit 1`);
    if (granted !== undefined)
        return { kind: 'schema', because: 'granted', who: granted[0] ?? '' };
    const [published] = await session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
     where p.puballtables or exists (select from (${OBJECTS}) as o
             join pg_catalog.pg_publication_rel r on r.prrelid = o.oid and r.prpubid = p.oid)
     order by 1 limit 1`);
    if (published !== undefined)
        return { kind: 'schema', because: 'published', who: published[0] ?? '' };
    const [wholeSchema] = await publishedSchemas(session);
    return wholeSchema === undefined ? undefined : { kind: 'schema', because: 'published', who: wholeSchema[0] ?? '' };
}
async function publishedSchemas(session) {
    if (session.version < 150_000)
        return [];
    return session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
      join pg_catalog.pg_publication_namespace s on s.pnpubid = p.oid
     where s.pnnspid = pg_catalog.to_regnamespace(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}) limit 1`);
}


/***/ }),

/***/ 577446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ withinSettings),
/* harmony export */   Cv: () => (/* binding */ asArchivist),
/* harmony export */   PM: () => (/* binding */ pastPolicies)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247753);

const FORMATS = {
    search_path: '',
    row_security: 'off',
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '3',
    lc_monetary: 'C',
    xmloption: 'content',
    quote_all_identifiers: 'off',
    standard_conforming_strings: 'on',
};
const FORMAT_NAMES = ['statement_timeout', ...Object.keys(FORMATS)];
const WHO = ['session_authorization', 'role'];
async function readSettings(session) {
    const names = [...WHO, ...FORMAT_NAMES];
    const asked = names.map((name) => `pg_catalog.current_setting(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)})`);
    const [row] = await session.rows(`select ${asked.join(', ')}`);
    return new Map(names.map((name, nth) => [name, row?.[nth] ?? '']));
}
function restored(name, settings) {
    return `pg_catalog.set_config(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}, ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(settings.get(name) ?? '')}, true)`;
}
const asArchivist = 'set local session authorization default; set local role none; ' +
    Object.entries(FORMATS)
        .map(([name, value]) => `set local ${name} = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(value)}`)
        .join('; ');
async function withinSettings(session, work) {
    const before = await readSettings(session);
    await session.rows(asArchivist);
    const ours = await readSettings(session);
    const result = await work();
    const rest = FORMAT_NAMES.map((name) => restored(name, before)).join(', ');
    await session.rows(`select ${rest}`);
    for (const name of WHO) {
        if (before.get(name) !== ours.get(name))
            await session.rows(`select ${restored(name, before)}`);
    }
    return result;
}
async function pastPolicies(session, relations, work) {
    const oids = relations.map(({ oid }) => oid).join(',');
    const forced = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${oids}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`);
    const names = forced.map((row) => row[0] ?? '');
    for (const name of names) {
        await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
    }
    const result = await work();
    for (const name of names)
        await session.rows(`alter table only ${name} force row level security`);
    return result;
}


/***/ })

};
