export const id = 8024;
export const ids = [8024];
export const modules = {

/***/ 119127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  databaseOpener: () => (/* reexport */ databaseOpener),
  judgeDatabase: () => (/* reexport */ judgeDatabase),
  lookAtStatistics: () => (/* reexport */ lookAtStatistics),
  readDatabase: () => (/* reexport */ readDatabase),
  readSnapshot: () => (/* reexport */ readSnapshot),
  usualLimits: () => (/* reexport */ usualLimits),
  writeSnapshot: () => (/* reexport */ writeSnapshot)
});

// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
;// CONCATENATED MODULE: ./packages/health/lib/database/statements.js

const OWN = '/* lockstep-metrics */';
async function readStatements(session) {
    const [place] = await session.rows(`select ${OWN} quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`);
    const schema = place?.[0];
    if (schema === undefined || schema === null)
        return missing('the extension pg_stat_statements is not installed (create extension pg_stat_statements)');
    const loaded = await session.send(session.version >= 140_000
        ? `select ${OWN} stats_reset, dealloc from ${schema}.pg_stat_statements_info`
        : `select ${OWN} null, 0`, { keepRows: true });
    if (!loaded.ok) {
        if (loaded.error instanceof sql_error/* ConnectionLost */.pz)
            throw loaded.error;
        return missing('pg_stat_statements is not in shared_preload_libraries, or this role may not read it');
    }
    const rows = await session.rows(`select ${OWN} queryid::text, sum(calls)::text, sum(total_exec_time)::text,
            sum(calls * (stddev_exec_time ^ 2 + mean_exec_time ^ 2))::text
       from ${schema}.pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
        and coalesce(query, '') not like '%lockstep-metrics%'
      group by queryid`);
    if (rows.some(([id]) => id === null))
        return missing('this role sees its own statements only (grant pg_read_all_stats to it)');
    const [info] = loaded.reply.rows;
    return {
        kind: 'read',
        snapshot: {
            statements: new Map(rows.map(([id, calls, totalMs, squares]) => [
                id ?? '',
                { id: id ?? '', calls: Number(calls), totalMs: Number(totalMs), squares: Number(squares) },
            ])),
            resetAt: info?.[0] ?? '',
            evictions: Number(info?.[1] ?? 0),
        },
    };
}
function missing(what) {
    return { kind: 'not-available', what };
}

;// CONCATENATED MODULE: ./packages/health/lib/database/facts.js

async function readDatabase(session) {
    const statements = await readStatements(session);
    const tables = await session.rows(`select ${OWN} schemaname || '.' || relname, n_live_tup::text, n_dead_tup::text, seq_scan::text, seq_tup_read::text, coalesce(idx_scan, 0)::text
       from pg_stat_user_tables order by 1`);
    const indexes = await session.rows(`select ${OWN} s.schemaname || '.' || s.indexrelname, s.schemaname || '.' || s.relname, pg_relation_size(s.indexrelid)::text, s.idx_scan::text,
            i.indisunique or i.indisprimary or i.indisexclusion or i.indisreplident
       from pg_stat_user_indexes s join pg_index i on i.indexrelid = s.indexrelid order by 1`);
    const sessions = await session.rows(`select ${OWN} pid::text, state, (extract(epoch from clock_timestamp() - xact_start) * 1000)::bigint::text
       from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null order by xact_start`);
    const [counted] = await session.rows(`select ${OWN} (extract(epoch from stats_reset) * 1000)::bigint::text from pg_stat_database where datname = current_database()`);
    return {
        statements,
        tables: tables.map(([table, live, dead, scans, read, index]) => ({
            table: table ?? '',
            liveRows: Number(live),
            deadRows: Number(dead),
            scans: Number(scans),
            scannedRows: Number(read),
            indexReads: Number(index),
        })),
        indexes: indexes.map(([index, table, bytes, reads, guards]) => ({
            index: index ?? '',
            table: table ?? '',
            bytes: Number(bytes),
            reads: Number(reads),
            guards: guards === 't',
        })),
        sessions: sessions.map(([pid, state, open]) => ({ pid: Number(pid), state: state ?? '', openMs: Number(open) })),
        countedSinceMs: counted?.[0] === null || counted?.[0] === undefined ? null : Number(counted[0]),
    };
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 1 modules
var database_url = __webpack_require__(735351);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
;// CONCATENATED MODULE: ./packages/health/lib/database/open.js

const STATEMENT_MS = 10_000;
function databaseOpener(databaseUrl, log) {
    const target = (0,database_url/* readDatabaseUrl */.Bq)(databaseUrl.reveal());
    return async (signal) => {
        const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep metrics' });
        await session.rows(`select set_config('statement_timeout', '${STATEMENT_MS}', false), set_config('lock_timeout', '1s', false),
              set_config('default_transaction_read_only', 'on', false)`);
        return session;
    };
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/health/lib/compare/normal.js
function upperTail(z) {
    const tail = erfc(Math.abs(z) / Math.SQRT2) / 2;
    return z >= 0 ? tail : 1 - tail;
}
function upperQuantile(p) {
    let low = -40;
    let high = 40;
    while (high - low > 1e-12) {
        const middle = (low + high) / 2;
        if (upperTail(middle) > p)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
function erfc(x) {
    const t = 1 / (1 + x / 2);
    const fit = [
        0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
        -1.26551223,
    ].reduce((sum, coefficient) => sum * t + coefficient, 0);
    return t * Math.exp(-x * x + fit);
}

;// CONCATENATED MODULE: ./packages/health/lib/database/compare-statements.js

const FALSE_ALARM = 0.01;
const LEAST_MS = 1;
function compareStatements(before, after, minCalls) {
    if (before.resetAt !== after.resetAt)
        return 'reset';
    const grown = [...after.statements.values()].map((now) => ({ was: before.statements.get(now.id), now }));
    if (grown.some(({ was, now }) => was !== undefined && now.calls < was.calls))
        return 'reset';
    if (before.evictions !== after.evictions)
        return 'evicted';
    const deltas = grown.map(({ was, now }) => ({ was, delta: minus(now, was) })).filter(({ delta }) => delta.calls > 0);
    const totalMs = deltas.reduce((sum, { delta }) => sum + delta.totalMs, 0);
    const both = deltas.flatMap(({ was, delta }) => was !== undefined && was.calls >= minCalls && delta.calls >= minCalls ? [{ was, delta }] : []);
    const needed = upperQuantile(FALSE_ALARM / Math.max(1, both.length));
    const slower = both
        .map(({ was, delta }) => slowerBy(was, delta, needed))
        .filter((one) => one !== undefined)
        .sort((a, b) => b.ratio - a.ratio);
    const fresh = deltas
        .filter(({ was }) => was === undefined)
        .map(({ delta }) => ({
        id: delta.id,
        calls: delta.calls,
        meanMs: delta.totalMs / delta.calls,
        share: totalMs === 0 ? 0 : delta.totalMs / totalMs,
    }))
        .sort((a, b) => b.share - a.share);
    const sumOf = (all) => all.reduce((sum, { delta }) => sum + delta.calls, 0);
    return { compared: both.length, calls: sumOf(both), slower, fresh, allCalls: sumOf(deltas) };
}
function minus(now, was) {
    if (was === undefined)
        return now;
    return {
        id: now.id,
        calls: now.calls - was.calls,
        totalMs: Math.max(0, now.totalMs - was.totalMs),
        squares: Math.max(0, now.squares - was.squares),
    };
}
function slowerBy(was, delta, needed) {
    const [before, after] = [momentsOf(was), momentsOf(delta)];
    const rise = after.mean - before.mean;
    const error = Math.sqrt(before.variance / was.calls + after.variance / delta.calls);
    if (rise < LEAST_MS || before.mean <= 0 || (error > 0 && rise / error < needed))
        return undefined;
    return {
        id: delta.id,
        ratio: after.mean / before.mean,
        beforeMs: before.mean,
        afterMs: after.mean,
        calls: delta.calls,
    };
}
function momentsOf({ calls, totalMs, squares }) {
    const mean = totalMs / calls;
    return { mean, variance: Math.max(0, squares / calls - mean ** 2) };
}

;// CONCATENATED MODULE: ./packages/health/lib/database/report.js


const usualLimits = {
    slowMs: 500,
    minCalls: 50,
    heavier: 2,
    newShare: 0.25,
    deadShare: 0.2,
    openMs: 300_000,
};
const MANY_ROWS = 10_000;
const LARGE_BYTES = 1_000_000;
const WEEK_MS = 7 * 86_400_000;
const NAMED = 10;
function judgeDatabase(facts, earlier, limits, nowMs) {
    const parts = [
        ofStatements(facts, limits),
        ofChanges(facts, earlier, limits),
        ofIndexes(facts, nowMs),
        checked(RULES.missing, facts.tables
            .filter(lacksIndex)
            .map((one) => ({ what: one.table, measured: `${(0,lists/* count */.U9)(one.scans, 'read')} of all its ${one.liveRows} rows` }))),
        checked({ ...RULES.bloat, expected: `less than ${percent(limits.deadShare)} dead rows` }, facts.tables
            .filter((one) => one.deadRows >= MANY_ROWS && one.deadRows > limits.deadShare * (one.liveRows + one.deadRows))
            .map((one) => ({ what: one.table, measured: `${one.deadRows} dead of ${one.liveRows + one.deadRows} rows` }))),
        checked({ ...RULES.transactions, expected: `at most ${(0,duration/* formatDuration */.a)(limits.openMs)}` }, facts.sessions
            .filter(({ openMs }) => openMs > limits.openMs)
            .map(({ pid, state, openMs }) => ({
            what: `session ${pid}`,
            measured: `${state}, open for ${(0,duration/* formatDuration */.a)(openMs)}`,
        }))),
    ];
    return {
        checks: parts.flatMap(({ checks }) => checks),
        notVerified: parts.flatMap(({ notVerified }) => notVerified),
    };
}
function ofStatements({ statements }, limits) {
    if (statements.kind === 'not-available')
        return unread(RULES.slow, statements.what);
    const slow = [...statements.snapshot.statements.values()]
        .filter(({ calls, totalMs }) => calls >= limits.minCalls && totalMs / calls > limits.slowMs)
        .sort((a, b) => b.totalMs - a.totalMs)
        .map(({ id, calls, totalMs }) => ({
        what: `statement ${id}`,
        measured: `${Math.round(totalMs / calls)} ms on average in ${(0,lists/* count */.U9)(calls, 'call')}`,
    }));
    return checked({ ...RULES.slow, expected: `at most ${limits.slowMs} ms on average` }, slow);
}
function ofChanges({ statements }, earlier, limits) {
    const both = (because, chosen = false) => ({
        checks: [],
        notVerified: [RULES.heavier, RULES.fresh].map(({ id }) => ({
            id,
            what: 'statements',
            because,
            remedy: RERUN,
            chosen,
        })),
    });
    if (statements.kind === 'not-available')
        return both(statements.what);
    if (earlier === undefined)
        return both('no snapshot of an earlier report was given', true);
    const compared = compareStatements(earlier, statements.snapshot, limits.minCalls);
    if (compared === 'reset')
        return both('the statistics were reset since the earlier report');
    if (compared === 'evicted')
        return both('statements were evicted since the earlier report (pg_stat_statements.max)');
    const heavier = compared.slower
        .filter(({ ratio }) => ratio >= limits.heavier)
        .map(({ id, beforeMs, afterMs }) => ({
        what: `statement ${id}`,
        measured: `${afterMs.toFixed(1)} ms, was ${beforeMs.toFixed(1)} ms`,
    }));
    const fresh = compared.fresh
        .filter(({ share, calls }) => share >= limits.newShare && calls >= limits.minCalls)
        .map(({ id, share, meanMs }) => ({
        what: `statement ${id}`,
        measured: `${percent(share)} of the time, ${meanMs.toFixed(1)} ms on average`,
    }));
    const rules = [
        checked({ ...RULES.heavier, expected: `less than ${limits.heavier} times its earlier time` }, heavier),
        checked({ ...RULES.fresh, expected: `less than ${percent(limits.newShare)} of the time` }, fresh),
    ];
    return { checks: rules.flatMap(({ checks }) => checks), notVerified: [] };
}
const RERUN = 'Write a snapshot with each report, and give it to the next one.';
function ofIndexes({ countedSinceMs, indexes }, nowMs) {
    if (countedSinceMs !== null && nowMs - countedSinceMs < WEEK_MS)
        return unread(RULES.unused, 'reads of indexes are counted since less than a week');
    const unused = indexes
        .filter(({ bytes, guards, reads }) => reads === 0 && !guards && bytes >= LARGE_BYTES)
        .sort((a, b) => b.bytes - a.bytes)
        .map(({ index, bytes, table }) => ({
        what: index,
        measured: `no read, ${Math.round(bytes / 1e6)} MB, on ${table}`,
    }));
    return checked(RULES.unused, unused);
}
function lacksIndex({ indexReads, liveRows, scannedRows, scans }) {
    return liveRows >= MANY_ROWS && scans >= 100 && scans > indexReads && scannedRows >= 10 * liveRows;
}
const RULES = {
    slow: {
        id: 'slow-statements',
        title: 'No statement is slow',
        expected: '',
        remedy: 'Read its text with "select query from pg_stat_statements where queryid = …" and its plan with EXPLAIN (ANALYZE, BUFFERS).',
    },
    heavier: {
        id: 'heavier-statements',
        title: 'No statement became heavier',
        expected: '',
        remedy: 'Compare its plan with what was released since the earlier report.',
    },
    fresh: {
        id: 'new-statements',
        title: 'No new statement is heavy',
        expected: '',
        remedy: 'Read its text in pg_stat_statements by its queryid; it came after the earlier report.',
    },
    unused: {
        id: 'unused-indexes',
        title: 'Every index is used',
        expected: 'at least one read',
        remedy: 'Drop it with a contract migration, unless a rare job or a replica needs it.',
    },
    missing: {
        id: 'missing-indexes',
        title: 'Large tables are read by an index',
        expected: 'more reads by an index than of the whole table',
        remedy: 'Look at the statements that read this table, and create an index concurrently for their conditions.',
    },
    bloat: {
        id: 'bloat',
        title: 'Dead rows are cleaned up',
        expected: '',
        remedy: 'Look for a transaction or a replication slot that keeps them, then at the settings of autovacuum for this table.',
    },
    transactions: {
        id: 'long-transactions',
        title: 'No transaction is open for long',
        expected: '',
        remedy: 'Find what opened it by its process id in pg_stat_activity; set idle_in_transaction_session_timeout.',
    },
};
function checked(rule, found) {
    const { id, title, expected, remedy } = rule;
    if (found.length === 0)
        return {
            checks: [
                {
                    id,
                    title,
                    verdict: 'pass',
                    reason: 'within-limits',
                    what: 'the database',
                    measured: 'none',
                    expected,
                    remedy: '',
                },
            ],
            notVerified: [],
        };
    const failed = (one) => ({
        id,
        title,
        verdict: 'fail',
        reason: 'over-limit',
        expected,
        remedy,
        ...one,
    });
    const more = found.length - NAMED;
    const rest = more > 0 ? [failed({ what: (0,lists/* count */.U9)(more, 'other'), measured: 'over the limit as well' })] : [];
    return { checks: [...found.slice(0, NAMED).map(failed), ...rest], notVerified: [] };
}
function unread({ id }, because) {
    return {
        checks: [],
        notVerified: [
            { id, what: 'the database', because, remedy: 'See what it needs, and run the report again.', chosen: false },
        ],
    };
}
function percent(share) {
    return `${Math.round(share * 100)} %`;
}

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/health/lib/database/snapshot.js

const KIND = 'lockstep-statements/1';
function writeSnapshot({ evictions, resetAt, statements }) {
    return `${JSON.stringify({ kind: KIND, resetAt, evictions, statements: [...statements.values()] })}\n`;
}
function readSnapshot(text, name) {
    const data = parsed(text);
    const statements = (0,fields/* isMap */.j)(data) && data['kind'] === KIND ? data['statements'] : undefined;
    if (!(0,fields/* isMap */.j)(data) || !Array.isArray(statements))
        throw new errors/* InputError */.dz(`${name}: expected a snapshot that an earlier report wrote`);
    const counts = statements.filter(fields/* isMap */.j).map((one) => {
        const id = String(one['id']);
        return [id, { id, calls: Number(one['calls']), totalMs: Number(one['totalMs']), squares: Number(one['squares']) }];
    });
    return { resetAt: String(data['resetAt']), evictions: Number(data['evictions']), statements: new Map(counts) };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/health/lib/database/look.js




async function lookAtStatistics({ databaseUrl, earlier, limits, log, nowMs, signal, }) {
    const session = await databaseOpener(databaseUrl, log)(signal);
    const facts = await readDatabase(session).finally(() => session.close());
    const { statements } = facts;
    return {
        ...judgeDatabase(facts, earlier, limits, nowMs()),
        snapshot: statements.kind === 'read' ? writeSnapshot(statements.snapshot) : undefined,
    };
}

;// CONCATENATED MODULE: ./packages/health/lib/database/index.js







/***/ })

};
