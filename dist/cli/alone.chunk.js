export const id = 9851;
export const ids = [9851];
export const modules = {

/***/ 505652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAlone: () => (/* binding */ runAlone)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/run/envelope.js
var envelope = __webpack_require__(351321);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/leftovers.js



function clearLeftovers(context, segment, how) {
    return attempted(segment, async () => {
        const { engine, session } = context;
        if ((await leftoversOf(session, segment.what, how.ours)).length === 0)
            return;
        if (how.patient)
            await session.rows((0,envelope/* lockTimeout */.ZI)(engine, true).sql);
        try {
            await dropLeftovers(context, segment.what, how.ours);
        }
        finally {
            if (how.patient && !session.lost)
                await session.send((0,envelope/* lockTimeout */.ZI)(engine, false).sql);
        }
    });
}
async function dropLeftovers({ engine, session }, what, ours) {
    if (what.does === 'create-index')
        await waitForBuilders(session, what.table);
    for (const [schema, name] of await leftoversOf(session, what, ours)) {
        engine.log.info(`dropping the invalid index ${schema}.${name} that an interrupted build left behind`);
        const drop = `drop index concurrently if exists ${(0,quote/* identifier */.Cv)(schema ?? '')}.${(0,quote/* identifier */.Cv)(name ?? '')}`;
        const result = await session.send(drop);
        if (result.ok)
            continue;
        const stays = what.does === 'reindex' && 'server' in result.error && result.error.server.code === NO_PERMISSION;
        if (!stays)
            throw result.error;
        engine.log.warning(`the invalid index ${schema}.${name} could not be dropped: ${(0,errors/* describe */.q0)(result.error)}`);
    }
}
const NO_PERMISSION = '42501';
async function waitForBuilders(session, table) {
    const [row] = await session.rows(`select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(table)}) and c.relkind = 'r'`);
    if (row === undefined)
        return;
    const name = `${(0,quote/* identifier */.Cv)(row[0] ?? '')}.${(0,quote/* identifier */.Cv)(row[1] ?? '')}`;
    const locked = await session.send(`begin; lock table only ${name} in share update exclusive mode; commit`);
    if (locked.ok)
        return;
    if (!session.lost)
        await session.send('rollback');
    throw locked.error;
}
async function leftoversOf(session, what, ours) {
    if (what.does === 'create-index' && (ours || what.index !== '')) {
        const named = what.index === '' ? '' : `and c.relname = ${(0,quote/* literal */.eu)(what.index)}`;
        return session.rows(`${INVALID_INDEXES} and ${onTable(what.table)} ${named}`);
    }
    if (what.does !== 'reindex' || !ours)
        return [];
    return session.rows(`${INVALID_INDEXES} and c.relname ~ '_cc(new|old)[0-9]*$'
     and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid)`);
}
function onTable(table) {
    return `i.indrelid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(table)})`;
}
const INVALID_INDEXES = `
  select n.nspname, c.relname from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where not (i.indisvalid and i.indisready) and c.relkind = 'i'`;
function requireValid({ session }, segment) {
    return attempted(segment, async () => {
        const { what } = segment;
        if (what.does !== 'create-index' || what.index === '')
            return;
        const [row] = await leftoversOf(session, what, false);
        if (row === undefined)
            return;
        throw new sql_error/* SqlError */.L8({
            ...{ code: '55000', message: `the index ${row[0]}.${row[1]} is invalid after its build: it enforces nothing` },
            ...{ position: undefined, detail: '', where: '', constraint: '', table: '', column: '' },
            hint: 'run again, which drops it and builds it again',
        });
    });
}
async function isDoneAlready(session, { what }) {
    if (what.does === 'create-index' && what.index !== '') {
        const [row] = await session.rows(`select count(*) from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
        where ${onTable(what.table)} and c.relname = ${(0,quote/* literal */.eu)(what.index)} and i.indisvalid and i.indisready`);
        return row?.[0] === '1';
    }
    if (what.does !== 'detach-partition')
        return false;
    const [row] = await session.rows(`select pg_catalog.to_json(p)->>'inhdetachpending' from pg_catalog.pg_inherits p
      where p.inhparent = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(what.table)})
        and p.inhrelid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(what.partition)})`);
    if (row === undefined)
        return true;
    if (row[0] !== 'true')
        return false;
    await session.rows(`alter table ${what.table} detach partition ${what.partition} finalize`);
    return true;
}
async function attempted({ piece }, work) {
    try {
        await work();
        return { ok: true };
    }
    catch (error) {
        if (!(error instanceof sql_error/* SqlError */.L8 || error instanceof sql_error/* ConnectionLost */.pz))
            throw error;
        return { ok: false, error, at: { in: 'statement', part: piece, nth: 0, position: undefined, row: undefined } };
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/run/parts.js
var parts = __webpack_require__(1036960);
// EXTERNAL MODULE: ./packages/migrations/lib/run/retry-locks.js + 1 modules
var retry_locks = __webpack_require__(667803);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/alone.js





async function runAlone(context, segment, begunBefore) {
    const { engine, script, session } = context;
    let ours = begunBefore;
    const result = await (0,retry_locks/* retryLocks */.Z)(engine, session, script.source.name, async () => {
        const before = ours ? await doneBefore(context, segment) : undefined;
        if (before !== undefined)
            return before;
        const cleared = await clearLeftovers(context, segment, { ours, patient: true });
        if (!cleared.ok)
            return cleared;
        ours = true;
        const execution = await send(context, segment, isPatient(segment));
        if (execution.ok)
            return requireValid(context, segment);
        return begunBefore && saysDone(segment, execution) ? { ok: true } : execution;
    });
    if (!result.execution.ok && !session.lost)
        await clearUp(context, segment);
    return result;
}
function isPatient({ what }) {
    return what.does === 'create-index' || ('concurrent' in what && what.concurrent);
}
async function doneBefore({ session }, segment) {
    let isDone = false;
    const asked = await attempted(segment, async () => {
        isDone = await isDoneAlready(session, segment);
    });
    return isDone || !asked.ok ? asked : undefined;
}
async function clearUp(context, segment) {
    const cleared = await clearLeftovers(context, segment, { ours: true, patient: false });
    if (cleared.ok || cleared.error === undefined || context.session.lost)
        return;
    const { log } = context.engine;
    log.warning(`an invalid index stays until this migration is run again: ${(0,errors/* describe */.q0)(cleared.error)}`);
}
function saysDone({ what }, execution) {
    if (execution.ok || what.does !== 'once' || execution.error === undefined)
        return false;
    return 'server' in execution.error && execution.error.server.code === what.doneState;
}
async function send(context, { piece }, patient) {
    const { engine, session } = context;
    const before = patient ? (0,envelope/* join */.fj)((0,envelope/* assertLockHeld */.j8)(session), (0,envelope/* lockTimeout */.ZI)(engine, true)) : (0,envelope/* assertLockHeld */.j8)(session);
    const prepared = await (0,parts/* runPart */.Lk)(context, (0,parts/* own */.ZV)(before));
    if (!prepared.ok)
        return prepared;
    const done = await (0,parts/* runPart */.Lk)(context, (0,parts/* bare */.$B)({ ...piece, kind: 'sql', statements: 1 }));
    if (!done.ok || session.status() !== 'I')
        await (0,parts/* rolledBack */.EN)(session, done, envelope/* empty */.Ie);
    if (patient && !session.lost)
        await session.send((0,envelope/* lockTimeout */.ZI)(engine, false).sql);
    return done;
}


/***/ })

};
