export const id = 2059;
export const ids = [2059];
export const modules = {

/***/ 403819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ columns)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(797442);

const WIDEST = 200;
function columns(head, rows) {
    const all = [head, ...rows].map((cells) => cells.map((cell) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(cell, WIDEST)));
    const widths = head.map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)));
    return all
        .map((cells) => cells
        .map((cell, column) => (column === cells.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd())
        .map((line) => `${line}\n`)
        .join('');
}


/***/ }),

/***/ 851712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gG: () => (/* binding */ askGit),
/* harmony export */   lN: () => (/* binding */ noCommit),
/* harmony export */   lX: () => (/* binding */ readGit),
/* harmony export */   vj: () => (/* binding */ commitNamed)
/* harmony export */ });
let node_child_process__WEBPACK_IMPORTED_MODULE_0___kept;
const node_child_process__WEBPACK_IMPORTED_MODULE_0__ = () => (node_child_process__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(237763));
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(565658);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);



const WITHIN_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;
async function readGit(args, { signal }, answers = []) {
    return await run(args, { signal, env: await environmentOf(signal) }, answers);
}
async function askGit(args, call) {
    return await answered(readGit(args, call));
}
async function commitNamed(name, call) {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name))
        return name;
    if (name.startsWith('-'))
        return undefined;
    return (await askGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], call))?.trim() || undefined;
}
function noCommit(name) {
    return `--commit: git knows no commit "${name}" here; give its whole id, or a name that git has for it`;
}
function run(args, { env, signal }, answers = []) {
    return new Promise((resolve, reject) => {
        const options = { encoding: 'utf8', maxBuffer: MOST_BYTES, timeout: WITHIN_MS, signal, env };
        const line = ['--literal-pathspecs', '-c', 'core.quotePath=false', ...args];
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__().execFile)('git', line, options, (error, out, complaint) => {
            if (error === null || answers.some((code) => code === error.code))
                resolve(out);
            else if (signal.aborted)
                reject(signal.reason);
            else if (error.code === 'ENOENT')
                reject(new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('git is not installed, or not on the PATH', { cause: error }));
            else
                reject(new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`git: ${lineOfCause(complaint) || (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`, { cause: error }));
        });
    });
}
function lineOfCause(complaint) {
    const lines = complaint.trim().split(/\r?\n/);
    return lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1);
}
async function answered(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz)
            return undefined;
        throw error;
    }
}
async function environmentOf(signal) {
    const { GIT_DIR: given, GIT_WORK_TREE: top, ...env } = process.env;
    if (given === undefined || top !== undefined)
        return process.env;
    const ask = async (what) => (await answered(run(['rev-parse', what], { signal, env })))?.replace(/\r?\n$/, '');
    const own = await ask('--absolute-git-dir');
    if (own === undefined || realOf(own) !== realOf(given))
        return process.env;
    const found = await ask('--show-toplevel');
    return found === undefined ? process.env : { ...process.env, GIT_WORK_TREE: found };
}
function realOf(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 23020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  downDraft: () => (/* reexport */ downDraft),
  newMigration: () => (/* reexport */ newMigration),
  refusedEnd: () => (/* reexport */ refusedEnd),
  runDb: () => (/* reexport */ runDb),
  runs: () => (/* binding */ migration_commands_runs),
  runsWithout: () => (/* binding */ runsWithout)
});

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/end.js
function end(ends) {
    return ends;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/archive-end.js


function restoreEnd({ cancelled, passedOver, tables }, dryRun) {
    const sum = (of) => tables.reduce((all, table) => all + of(table), 0);
    const superseded = sum((table) => table.superseded);
    const older = superseded === 0 ? '' : `, ${superseded} left out as archived again later`;
    const done = `${(0,lists/* count */.U9)(sum(({ inserted }) => inserted), 'row')} inserted, ${(0,lists/* count */.U9)(sum(({ set }) => set), 'row')} with values set, ${sum(({ already }) => already)} already there${older}`;
    const conflicts = sum(conflictsOf);
    const blocked = tables.filter(({ notRestored }) => notRestored !== undefined).map(whyNot);
    if (cancelled)
        return end({ verdict: 'unknown', reason: 'cancelled', message: `cancelled: ${done}; run again to continue` });
    if (tables.length === 0) {
        return end({ verdict: 'pass', reason: 'nothing-to-restore', message: nothingWaits(passedOver) });
    }
    if (dryRun) {
        const left = conflicts > 0 ? `; ${(0,lists/* count */.U9)(conflicts, 'row')} would be left as conflicts` : '';
        const not = blocked.length > 0 ? `; not restored: ${(0,lists/* nameSome */.Kf)(blocked, 4)}` : '';
        return end({ verdict: 'pass', reason: 'dry-run', message: `would restore: ${done}${left}${not}` });
    }
    if (blocked.length > 0) {
        const message = `${done}; not restored: ${(0,lists/* nameSome */.Kf)(blocked, 4)}`;
        return end({ verdict: 'fail', reason: 'archive-not-restored', message });
    }
    if (conflicts > 0) {
        const where = tables.filter((table) => conflictsOf(table) > 0).map(({ contents }) => contents);
        const message = `${done}; ${(0,lists/* count */.U9)(conflicts, 'row')} left as conflicts, marked in the column _lockstep_conflict of ${(0,lists/* nameSome */.Kf)(where, 4)}`;
        return end({ verdict: 'fail', reason: 'archive-conflicts', message });
    }
    return end({ verdict: 'pass', reason: 'archive-restored', message: done });
}
function nothingWaits({ inPlace, restored }) {
    const parts = [
        ...(restored === 0 ? [] : [`${restored} already restored`]),
        ...(inPlace === 0 ? [] : [`${inPlace} of contract migrations that are still applied`]),
    ];
    return parts.length === 0
        ? 'no such archive was found; command: list-archives shows all'
        : `no archive waits to be restored: ${parts.join(', ')}`;
}
function conflictsOf({ conflicts }) {
    return Object.values(conflicts).reduce((sum, each) => sum + each, 0);
}
const NOT_RESTORED = {
    'not-applied': 'its migration is not applied',
    'not-rolled-back': 'its contract migration is still applied',
    expired: 'its time is over, extend it first',
    changed: 'it was changed since it was made',
    'no-target': 'there is no such table',
    'no-column': 'the table lacks one of its columns',
    hidden: 'policies hide the rows, so that only a run shows it',
};
function whyNot({ id, notRestored, source }) {
    return `archive ${id} of ${source} (${notRestored === undefined ? '' : NOT_RESTORED[notRestored]})`;
}
const CONFLICTS = {
    'row-exists': 'another row has the key',
    'row-gone': 'the row was deleted since',
    'written-since': 'the row was written since',
    'not-equal': 'a trigger or type made it another value',
    server: 'refused by the server',
};
const RESTORED_HEAD = ['archive', 'table', 'migration', 'inserted', 'set', 'already there', 'left'];
function restoredRow(table) {
    const conflicts = Object.entries(table.conflicts).map(([why, rows]) => `${rows} (${CONFLICTS[why]})`);
    const older = table.superseded === 0 ? [] : [`${table.superseded} (archived again later)`];
    const parts = [...conflicts, ...older].join(', ') || 'none';
    const left = table.notRestored === undefined ? parts : NOT_RESTORED[table.notRestored];
    const about = [table.id, table.source, `${table.version} ${table.migration}`];
    return [...about, ...[table.inserted, table.set, table.already].map(String), left];
}
const ARCHIVE_HEAD = [
    ...['archive', 'table', 'migration', 'release', 'rows', 'size'],
    ...['made at', 'kept until', 'restored'],
];
function archiveRow(each) {
    return [
        ...[each.id, each.source, `${each.version} ${each.migration}`, each.release, String(each.rows)],
        ...[`${Math.ceil(each.bytes / 1_000)} kB`, each.at, `${each.expires}${each.isExpired ? ' (over)' : ''}`],
        each.restored ?? 'no',
    ];
}
function shownArchive({ columns, ...archive }) {
    return { ...archive, columns: columns.map(({ name, type }) => ({ name, type })) };
}
function isOver({ isExpired }) {
    return isExpired;
}
function listEnd(archives) {
    const message = `${(0,lists/* count */.U9)(archives.length, 'archive')}, ${archives.filter(isOver).length} kept longer than they should be`;
    return end({ verdict: 'pass', reason: 'archives-listed', message });
}
function pruneEnd(pruned, dryRun) {
    const message = `${dryRun ? 'would delete' : 'deleted'} ${(0,lists/* count */.U9)(pruned.length, 'archive')} whose time is over`;
    return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'archives-pruned', message });
}
function extendEnd({ expires, id, source }, dryRun) {
    if (dryRun) {
        const message = `would keep archive ${id} of ${source} longer: it is kept until ${expires} now`;
        return end({ verdict: 'pass', reason: 'dry-run', message });
    }
    const message = `archive ${id} of ${source} is kept until ${expires}`;
    return end({ verdict: 'pass', reason: 'archive-extended', message });
}
function removeEnd({ id, rows, source }, dryRun) {
    if (dryRun) {
        const message = `would delete archive ${id} of ${source} (${(0,lists/* count */.U9)(rows, 'row')})`;
        return end({ verdict: 'pass', reason: 'dry-run', message });
    }
    const message = `archive ${id} of ${source} (${(0,lists/* count */.U9)(rows, 'row')}) is deleted`;
    return end({ verdict: 'pass', reason: 'archive-removed', message });
}
function eraseEnd(erased, asked, dryRun) {
    const rows = erased.reduce((sum, each) => sum + each.rows, 0);
    const unknown = erased.filter((each) => each.unknown);
    const done = `${dryRun ? 'would erase' : 'erased'} ${(0,lists/* count */.U9)(rows, 'row')} from ${(0,lists/* count */.U9)(new Set(erased.flatMap((each) => (each.rows > 0 ? [each.id] : []))).size, 'archive')}${foundNothing(erased, asked)}`;
    if (unknown.length > 0) {
        const names = unknown.map(({ column, id, source }) => `archive ${id} of ${source} has no column ${column}`);
        return end({
            verdict: 'unknown',
            reason: 'erase-incomplete',
            message: `${done}; not known: ${(0,lists/* nameSome */.Kf)(names, 4)}`,
        });
    }
    return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'archives-erased', message: done });
}
function foundNothing(erased, asked) {
    const without = { table: [], row: [] };
    for (let nth = 0; nth < asked; nth++) {
        const found = erased.filter(({ erasure }) => erasure === nth);
        if (found.length === 0)
            without.table.push(nth + 1);
        else if (found.every(({ rows, unknown }) => rows === 0 && !unknown))
            without.row.push(nth + 1);
    }
    const lines = (of) => `${of.length === 1 ? 'line' : 'lines'} ${(0,lists/* nameSome */.Kf)(of.map(String), 10)}`;
    return [
        without.table.length === 0 ? '' : `; no archive of the table in ${lines(without.table)}`,
        without.row.length === 0 ? '' : `; no archived row matches ${lines(without.row)}`,
    ].join('');
}
const ERASURE = /^(\S+\.\S+)\s+([^\s=]+)=(.*)$/;
function readErasures(text) {
    const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return lines.map((line, nth) => {
        const [, table, column, value] = ERASURE.exec(line) ?? [];
        if (table === undefined || column === undefined || value === undefined) {
            throw new errors/* InputError */.dz(`input "erase": line ${nth + 1}: expected TABLE COLUMN=VALUE, such as public.users id=42`);
        }
        return { table, column, value };
    });
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/lazily.js
var lazily = __webpack_require__(251229);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/commands.js

async function restoreArchives(engine, options) {
    return (await (0,lazily/* loadRestore */.TV)()).restoreArchives(engine, options);
}
async function readContractData(engine, releases) {
    return (await loadContractData()).readContractData(engine, releases);
}
async function listArchives(engine) {
    return (await (0,lazily/* loadManagement */.UO)()).listArchives(engine);
}
async function pruneArchives(engine, options) {
    return (await (0,lazily/* loadManagement */.UO)()).pruneArchives(engine, options);
}
async function extendArchive(engine, id, options) {
    return (await (0,lazily/* loadManagement */.UO)()).extendArchive(engine, id, options);
}
async function removeArchive(engine, id, options) {
    return (await (0,lazily/* loadManagement */.UO)()).removeArchive(engine, id, options);
}
async function eraseFromArchives(engine, erasures, options) {
    return (await (0,lazily/* loadManagement */.UO)()).eraseFromArchives(engine, erasures, options);
}

// EXTERNAL MODULE: ./packages/cli/lib/columns.js
var columns = __webpack_require__(403819);
// EXTERNAL MODULE: ./packages/cli/lib/read-text.js
var read_text = __webpack_require__(51962);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: external "node:os"
let external_node_os__kept;
const external_node_os_ = () => (external_node_os__kept ??= __webpack_require__(874406));
// EXTERNAL MODULE: ./packages/migrations/lib/engine/engine.js
var engine = __webpack_require__(772489);
// EXTERNAL MODULE: ./packages/cli/lib/git.js
var git = __webpack_require__(851712);
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/engine.js





async function engineOf(call, { url }, limits = {}) {
    const commit = (await (0,git/* askGit */.gG)(['rev-parse', 'HEAD'], call))?.trim() ?? '';
    return (0,engine/* createEngine */.P)({
        databaseUrl: url,
        provenance: {
            release: '',
            commit,
            actor: actorOf(),
            run: '',
            step: `terminal-${(0,external_node_crypto_().randomBytes)(6).toString('hex')}`,
        },
        limits,
        log: (0,log/* logOf */.G)(call.terminal),
        signal: call.signal,
    });
}
function actorOf() {
    try {
        return (0,external_node_os_().userInfo)().username;
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./packages/cli/lib/migrations/options.js
var migrations_options = __webpack_require__(355878);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/archive.js







const LIMIT = 1024 * 1024;
async function archive(call, database) {
    const command = call.text('COMMAND');
    const options = optionsOf(call, command);
    const erasures = command === 'erase' ? await erasuresOf(call) : [];
    const engine = await engineOf(call, database);
    switch (command) {
        case 'list': {
            const archives = await listArchives(engine);
            return { end: listEnd(archives), ...shown(archives) };
        }
        case 'prune': {
            const pruned = await pruneArchives(engine, options);
            return { end: pruneEnd(pruned, options.dryRun), ...shown(pruned) };
        }
        case 'restore':
            return await restore(call, engine, options.dryRun);
        case 'extend':
            return { end: extendEnd(await extendArchive(engine, options.id, options), options.dryRun) };
        case 'remove':
            return { end: removeEnd(await removeArchive(engine, options.id, options), options.dryRun) };
        case 'erase': {
            const erased = await eraseFromArchives(engine, erasures, options);
            return { end: eraseEnd(erased, erasures.length, options.dryRun), data: { erased } };
        }
    }
}
function shown(archives) {
    const text = archives.length === 0 ? '' : (0,columns/* columns */.Y)(ARCHIVE_HEAD, archives.map(archiveRow));
    return { text, data: { archives: archives.map(shownArchive) } };
}
async function restore(call, engine, dryRun) {
    const [version, release] = [(0,migrations_options/* versionOf */.E4)(call, 'migration'), call.text('release-id')];
    const only = { ...(version === '' ? {} : { version }), ...(release === '' ? {} : { release }) };
    const report = await restoreArchives(engine, { dryRun, triggersOff: call.text('archive-triggers') === 'off', only });
    const { tables } = report;
    const text = tables.length === 0 ? '' : (0,columns/* columns */.Y)(RESTORED_HEAD, tables.map(restoredRow));
    return { end: restoreEnd(report, dryRun), text, data: report };
}
function optionsOf(call, command) {
    const [id, because, keep] = [call.text('ARCHIVE'), call.text('because'), call.text('keep')];
    const keepMs = (0,duration/* parseDuration */.E)(keep);
    const isOfOne = command === 'extend' || command === 'remove';
    const given = [
        [isOfOne && id === '', `ARCHIVE: ${command} needs the number of an archive; lockstep archive list shows them`],
        [isOfOne && id !== '' && !/^\d+$/.test(id), `ARCHIVE: expected the number of an archive, got "${id}"`],
        [!isOfOne && id !== '', `ARCHIVE: ${command} is not about one archive, got "${id}"`],
        [
            (isOfOne || command === 'erase') && because === '',
            `--because: ${command} needs a reason; it is stored with your user name`,
        ],
        [command === 'extend' && (keepMs ?? 0) <= 0, `--keep: expected a duration such as 30d, got "${keep}"`],
        [
            command === 'erase' && call.text('erase-file') === '',
            '--erase-file: erase needs a file with lines TABLE COLUMN=VALUE; - reads standard input',
        ],
    ];
    const problems = given.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { id, because, keepMs: keepMs ?? 0, dryRun: call.flag('dry-run') };
}
async function erasuresOf(call) {
    const erasures = readErasures(await (0,read_text/* readText */.y)(call.text('erase-file'), LIMIT, call));
    if (erasures.length === 0)
        throw new errors/* InputError */.dz('--erase-file: it has no line TABLE COLUMN=VALUE');
    return erasures;
}

// EXTERNAL MODULE: ./packages/migrations/lib/archive/limits.js
var limits = __webpack_require__(553410);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/archived-words.js


function archivedRows(reverted) {
    return reverted.flatMap(({ archived }) => archived).reduce((sum, { rows }) => sum + rows, 0);
}
function describeArchived(reverted) {
    const archived = reverted.flatMap((each) => each.archived);
    const [first] = archived;
    if (first === undefined)
        return '';
    const tables = (0,lists/* nameSome */.Kf)([...new Set(archived.map(({ object }) => object))], 4);
    return `; ${(0,lists/* count */.U9)(archivedRows(reverted), 'row')} of ${tables} archived in lockstep_archive for ${(0,limits/* describeKeep */.bN)(first.keepMs)}`;
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 1 modules
var losses = __webpack_require__(567526);
;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/archive-reasons.js
const ARCHIVE_REASONS = {
    'not-possible': 'archive-not-possible',
    rows: 'archive-too-large',
    bytes: 'archive-too-large',
    'lock-time': 'archive-lock-limit',
    schema: 'archive-not-closed',
    server: 'archive-failed',
};

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/down-end.js




function downPlanEnd(plan) {
    const [refusal] = plan.refusals;
    if (refusal !== undefined) {
        const message = plan.refusals.map((each) => each.message).join('; ');
        return end({ verdict: 'fail', reason: refusal.reason, message });
    }
    const unarchived = plan.revert.flatMap((each) => each.archive?.unarchived ?? []);
    const [first] = unarchived;
    if (first !== undefined) {
        const message = unarchived.map((each) => each.message).join('; ');
        return end({ verdict: 'fail', reason: ARCHIVE_REASONS[first.kind], message });
    }
    const message = `would roll back ${(0,lists/* count */.U9)(plan.revert.length, 'migration')}, ${plan.fromVersion || 'none'} to ${plan.toVersion || 'none'}`;
    return end({ verdict: 'pass', reason: 'dry-run', message });
}
function downEnd({ cancelled, failure, plan, refused, reverted }, policy) {
    const done = `${(0,lists/* count */.U9)(reverted.length, 'migration')} rolled back`;
    const archived = describeArchived(reverted);
    const left = plan.chosen.filter(({ version }) => !reverted.some((each) => each.version === version)).map(nameOf);
    if (failure !== undefined) {
        const { message, reason } = failure;
        const said = `${message}; ${done} before it${archived}`;
        return end({ verdict: 'fail', reason, message: said, left });
    }
    const [unarchived] = refused?.unarchived ?? [];
    if (refused !== undefined && unarchived !== undefined) {
        const why = refused.unarchived.map((each) => each.message).join('; ');
        const message = `${refused.version} ${refused.name} stays applied: ${why}; ${done} before it${archived}`;
        return end({ verdict: 'fail', reason: ARCHIVE_REASONS[unarchived.kind], message, left });
    }
    if (refused !== undefined) {
        const lost = `${refused.version} ${refused.name} stays applied: rolling it back would delete ${(0,losses/* describeLosses */.bQ)(refused.losses)}`;
        if (policy === 'keep') {
            const message = `${lost}; ${done} before it`;
            return end({ verdict: 'pass', reason: 'kept-data', message, left, kept: true });
        }
        const message = `${lost}; set on-data-loss: archive to keep a copy of it, or allow to delete it; ${done} before it`;
        return end({ verdict: 'fail', reason: 'data-loss', message, left });
    }
    if (cancelled) {
        const message = `cancelled; ${done} before${archived}`;
        return end({ verdict: 'unknown', reason: 'cancelled', message, left });
    }
    const message = reverted.length === 0
        ? 'nothing to roll back'
        : `${done}, ${plan.fromVersion} to ${plan.toVersion || 'none'}: ${reverted.map(nameOf).join(', ')}${archived}`;
    const reason = reverted.length === 0 ? 'nothing-to-roll-back' : 'rolled-back';
    return end({ verdict: 'pass', reason, message });
}
function nameOf({ name, version }) {
    return `${version} ${name}`;
}

// EXTERNAL MODULE: ./packages/migrations/lib/down/preview.js
var down_preview = __webpack_require__(288117);
// EXTERNAL MODULE: ./packages/migrations/lib/down/down.js + 1 modules
var down = __webpack_require__(151650);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/down.js






async function down_down(call, database) {
    const policy = call.text('on-data-loss');
    const options = {
        range: rangeOf(call),
        onDataLoss: policy === 'allow' || policy === 'archive' ? policy : 'refuse',
        ...(policy === 'archive' ? { archiveLimits: limits/* defaultArchiveLimits */.gr } : {}),
    };
    const engine = await engineOf(call, database, (0,migrations_options/* limitsOf */.Af)(call));
    if (call.flag('dry-run')) {
        const preview = await (0,down_preview/* readDownPlan */.s2)(engine, options);
        return { end: downPlanEnd(preview), text: previewText(preview), data: dataOf(preview, []) };
    }
    const report = await (0,down/* down */.T)(engine, options);
    return { end: downEnd(report, policy), text: doneText(report), data: dataOf(report.plan, report.reverted) };
}
function rangeOf(call) {
    const [version, steps, release] = [(0,migrations_options/* versionOf */.E4)(call, 'to'), (0,migrations_options/* numberOf */.rl)(call, 'steps'), call.text('release-id')];
    const given = [version !== '', steps !== undefined, release !== ''].filter(Boolean).length;
    if (given > 1)
        throw new errors/* InputError */.dz('--to, --steps and --release-id: give one of them');
    if (version !== '')
        return { kind: 'to', version };
    if (release !== '')
        return { kind: 'release', release };
    return { kind: 'steps', steps: steps ?? 1 };
}
function previewText({ revert }) {
    const rows = revert.map((each) => [
        ...[each.version, each.name, each.side.phase],
        each.losses.length > 0 ? (0,losses/* describeLosses */.bQ)(each.losses) : each.opaque ? 'known when it runs' : 'none',
    ]);
    return rows.length === 0 ? '' : (0,columns/* columns */.Y)(['version', 'name', 'phase', 'data at risk'], rows);
}
function doneText({ reverted }) {
    const rows = reverted.map((each) => [each.version, each.name, (0,duration/* formatDuration */.a)(each.durationMs)]);
    return rows.length === 0 ? '' : (0,columns/* columns */.Y)(['rolled back', 'name', 'time'], rows);
}
function dataOf(plan, reverted) {
    const { fromVersion, refusals, toVersion } = plan;
    const planned = plan.revert.map(({ name, side, version }) => ({
        ...{ version, name, phase: side.phase, release: side.release },
        down: side.downDigest ?? null,
    }));
    return { fromVersion, toVersion, planned, reverted, refusals };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/words.js

function noteWords(notes) {
    return notes.length === 0 ? '' : `; ${(0,lists/* nameSome */.Kf)(notes, 3)}`;
}
function joinSome(messages) {
    const more = messages.length - MOST;
    return [...messages.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
const MOST = 10;
function heldWords(plan) {
    if (plan.held.length === 0)
        return '';
    const names = (0,lists/* nameSome */.Kf)(plan.held.map((each) => each.migration.file), 3);
    return `; held back: ${names}`;
}
function toKnow({ notes, withoutFile }) {
    const unknown = withoutFile.length === 0 ? '' : `; applied, and not in this folder: ${(0,lists/* nameSome */.Kf)(withoutFile.toReversed(), 3)}`;
    return unknown + noteWords(notes);
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/import-end.js



function importEnd(report, dryRun) {
    const { already, notes, pending, refusals, table, taken, tool } = report;
    const [refusal] = refusals;
    if (refusal !== undefined) {
        const message = joinSome(refusals.map((each) => each.message));
        return end({ verdict: 'fail', reason: refusal.reason, message });
    }
    const whose = `the history of ${tool} (${table})`;
    const known = already === 0 ? '' : `, ${(0,lists/* count */.U9)(already, 'migration')} recorded before`;
    const done = taken.length === 0
        ? `nothing to record from ${whose}${known}`
        : `${dryRun ? 'would record' : 'recorded'} ${(0,lists/* count */.U9)(taken.length, 'migration')} as applied, from ${whose}${known}${textWords(report)}; nothing was run`;
    const left = pending.length === 0 ? '' : `; never applied and still pending: ${(0,lists/* nameSome */.Kf)(pending, 3)}`;
    const message = `${done}${left}${noteWords(notes)}`;
    return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'adopted', message });
}
function textWords({ seesEdits, taken, tool }) {
    const filesOf = (wanted) => taken.filter(({ file, text }) => text === wanted && file !== '').map(({ file }) => file);
    const [accepted, unknown] = [filesOf('accepted'), filesOf('unknown')];
    const edited = accepted.length === 0 ? '' : `; edited since, and accepted: ${(0,lists/* nameSome */.Kf)(accepted, 3)}`;
    if (unknown.length === 0)
        return edited;
    return seesEdits
        ? `${edited}; an edit would not show, for there is nothing to compare with: ${(0,lists/* nameSome */.Kf)(unknown, 3)}`
        : `${edited}; ${tool} keeps nothing by which an edited file would show`;
}
function importedWords({ file, text }) {
    if (file === '')
        return 'no file; recorded without a down migration';
    return { same: 'as it was applied', accepted: 'edited since, accepted', unknown: '' }[text];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/import/lazily.js
const loadImport = () => __webpack_require__.e(/* import() */ 5554).then(__webpack_require__.bind(__webpack_require__, 90611));

// EXTERNAL MODULE: ./packages/migrations/lib/files/folder.js + 6 modules
var files_folder = __webpack_require__(961742);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/folder.js

function folderOf({ isNamed, ...where }, base) {
    return (0,files_folder/* readFolder */.j)({ ...where, mayBeEmpty: !isNamed, ...(base === undefined ? {} : { base }) });
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/import.js






async function importHistory(call, database) {
    const dryRun = !call.flag('yes');
    const place = (0,migrations_options/* placeOf */.$t)(call);
    const options = {
        ...{ folder: folderOf(place), directory: place.directory, base: process.cwd() },
        ...{ from: call.text('from'), table: call.text('history-table'), because: call.text('because') },
    };
    const engine = await engineOf(call, database);
    const { importHistory: take, readImportPlan } = await loadImport();
    const report = await (dryRun ? readImportPlan : take)(engine, options);
    const rows = report.taken.map((each) => [
        ...[each.version, each.name, each.hasDown ? 'yes' : 'no', each.file],
        importedWords(each),
    ]);
    const table = rows.length === 0 ? '' : (0,columns/* columns */.Y)(['version', 'name', 'down', 'file', ''], rows);
    const more = dryRun && rows.length > 0 ? 'nothing is recorded yet: run it again with --yes\n' : '';
    return { end: importEnd(report, dryRun), text: table + more, data: { ...report, recorded: !dryRun } };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/check-end.js


function lintEnd(findings, failOn, how = '') {
    const counted = { error: ['error'], warning: ['error', 'warning'], nothing: [] }[failOn];
    const isUnsafe = findings.some((each) => counted.includes(each.severity));
    const of = (severity) => (0,lists/* count */.U9)(findings.filter((each) => each.severity === severity).length, severity);
    const message = `${of('error')}, ${of('warning')}, ${of('note')}${how === '' ? '' : `; ${how}`}`;
    return isUnsafe
        ? end({ verdict: 'fail', reason: 'unsafe-changes', message })
        : end({ verdict: 'pass', reason: 'linted', message });
}
function lintedAlone(pending, all, unknown) {
    const which = pending === undefined
        ? `which files are pending is unknown, so each is checked as if all older ones were applied (${unknown})`
        : `${(0,lists/* count */.U9)(pending, 'file')} of ${all} checked as pending, the others as applied`;
    return `${which}; without a database-url, table sizes and objects that these files do not create are unknown`;
}
function verifyEnd({ baseProblem, files }) {
    if (baseProblem !== undefined) {
        const message = `earlier migrations: ${baseProblem}`;
        return end({ verdict: 'fail', reason: 'base-migrations-failed', message });
    }
    if (files.length === 0) {
        const message = 'nothing is pending, so nothing was verified';
        return end({ verdict: 'unknown', reason: 'nothing-to-verify', message, passes: true });
    }
    const wrong = files.filter((each) => each.problems.length > 0);
    const [first] = wrong.flatMap((each) => each.problems);
    if (first !== undefined) {
        const message = wrong
            .map((each) => `${each.file}: ${each.problems.map((problem) => problem.message).join('; ')}`)
            .join('; ');
        return end({ verdict: 'fail', reason: first.kind, message });
    }
    const message = `${(0,lists/* count */.U9)(files.length, 'migration')} applied, rolled back and applied again`;
    const untested = files.flatMap(({ data, file }) => (data?.kind === 'not-tested' ? [`${file}: ${data.message}`] : []));
    if (untested.length === 0)
        return end({ verdict: 'pass', reason: 'verified', message });
    const more = `${message}; ${untested.join('; ')}`;
    const reason = 'verify-data-not-tested';
    return end({ verdict: 'unknown', reason, message: more, passes: true });
}

// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __webpack_require__(883149);
// EXTERNAL MODULE: ./packages/migrations/lib/history/settle.js
var history_settle = __webpack_require__(608611);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/tables-in.js
var tables_in = __webpack_require__(140952);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/contract/around.js
var around = __webpack_require__(162602);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/known.js
var picture_known = __webpack_require__(10490);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/picture.js + 1 modules
var picture_picture = __webpack_require__(154706);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/read-files.js
var read_files = __webpack_require__(936890);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/read-known.js
var read_known = __webpack_require__(875370);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 1 modules
var runner = __webpack_require__(319709);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/problem.js
var problem = __webpack_require__(925626);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/beyond-file.js


const nothingBeyond = { indexed: [], granting: [] };
const ROLES = new Set(['anon', 'authenticated', 'service_role', 'public']);
async function readBeyond(session, tables, schemas) {
    const indexed = await session.rows(`select distinct n.nspname || '.' || c.relname || ' ' || a.attname
       from pg_catalog.pg_index x join pg_catalog.pg_class c on c.oid = x.indrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indisvalid and x.indpred is null and n.nspname || '.' || c.relname = any (${(0,quote/* textArray */.TS)(tables.map(parser/* canonical */.$N))})`);
    const granting = await session.rows(`select distinct s.name from pg_catalog.unnest(${(0,quote/* textArray */.TS)([...schemas])}) s (name)
       join pg_catalog.pg_default_acl d on d.defaclobjtype = 'r'
        and d.defaclrole = (select r.oid from pg_catalog.pg_roles r where r.rolname = current_user)
        and d.defaclnamespace in (0, coalesce((select n.oid from pg_catalog.pg_namespace n where n.nspname = s.name), 0))
      cross join lateral pg_catalog.aclexplode(d.defaclacl) a
       left join pg_catalog.pg_roles g on g.oid = a.grantee where coalesce(g.rolname, 'public') = any (${(0,quote/* textArray */.TS)([...ROLES])})`);
    return { indexed: indexed.map(([one]) => one ?? ''), granting: granting.map(([one]) => one ?? '') };
}
function beyondFile(statements, known = nothingBeyond) {
    const order = new Map(statements.map((statement, nth) => [statement, nth]));
    const indexed = new Set(known.indexed);
    const named = new Set();
    const whole = new Map();
    const from = new Map(known.granting.map((schema) => [schema, -1]));
    for (const [nth, { parsed }] of statements.entries()) {
        if (parsed === undefined)
            continue;
        for (const key of indexedBy(parsed))
            indexed.add(key);
        if (parsed.type === 'GrantStmt') {
            for (const { isSchema, name } of tablesGranted(parsed.fields))
                if (isSchema)
                    whole.set(name, nth);
                else
                    named.add(name);
        }
        for (const schema of grantedLater(parsed))
            if (!from.has(schema))
                from.set(schema, nth);
    }
    return {
        indexed,
        saysRights: (table, made) => {
            const name = (0,parser/* canonical */.$N)(table);
            const schema = name.slice(0, name.indexOf('.'));
            const at = order.get(made) ?? 0;
            const begins = [from.get(schema), from.get('*')].some((nth) => nth !== undefined && nth < at);
            return named.has(name) || begins || (whole.get(schema) ?? -1) > at;
        },
    };
}
function tablesGranted(fields) {
    if ((0,parser/* text */.Qq)(fields, 'objtype') !== 'OBJECT_TABLE')
        return [];
    const isWhole = (0,parser/* text */.Qq)(fields, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA';
    return (0,parser/* children */.Y_)(fields, 'objects').map((object) => {
        if (isWhole)
            return { isSchema: true, name: (0,parser/* text */.Qq)((0,parser/* child */.jf)(object, 'String'), 'sval') };
        const name = (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(object, 'RangeVar')));
        const isBuilt = name.endsWith('.…');
        return { isSchema: isBuilt, name: isBuilt ? name.slice(0, name.indexOf('.')) : name };
    });
}
function grantedLater({ fields, type }) {
    const action = type === 'AlterDefaultPrivilegesStmt' ? (0,parser/* child */.jf)(fields, 'action') : undefined;
    if (action?.['is_grant'] !== true || (0,parser/* text */.Qq)(action, 'objtype') !== 'OBJECT_TABLE')
        return [];
    const to = (0,parser/* children */.Y_)(action, 'grantees').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'RoleSpec'), 'rolename') || 'public');
    if (!to.some((role) => ROLES.has(role)))
        return [];
    const options = (0,parser/* children */.Y_)(fields, 'options').map((each) => (0,parser/* child */.jf)(each, 'DefElem') ?? {});
    const schemas = options.find((each) => (0,parser/* text */.Qq)(each, 'defname') === 'schemas');
    const items = (0,parser/* children */.Y_)((0,parser/* child */.jf)((0,parser/* child */.jf)(schemas ?? {}, 'arg') ?? {}, 'List') ?? {}, 'items');
    return schemas === undefined ? ['*'] : items.map((item) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(item, 'String'), 'sval'));
}
function indexedBy({ fields, type }) {
    const table = (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation')));
    if (type === 'IndexStmt') {
        const [first] = (0,parser/* children */.Y_)(fields, 'indexParams');
        const column = (0,parser/* text */.Qq)((0,parser/* child */.jf)(first ?? {}, 'IndexElem'), 'name');
        return column === '' || (0,parser/* child */.jf)(fields, 'whereClause') !== undefined ? [] : [`${table} ${column}`];
    }
    const parts = type === 'CreateStmt'
        ? (0,parser/* children */.Y_)(fields, 'tableElts')
        : type === 'AlterTableStmt'
            ? (0,parser/* children */.Y_)(fields, 'cmds').map((cmd) => (0,parser/* child */.jf)((0,parser/* opened */.Sg)(cmd).fields, 'def') ?? {})
            : [];
    return parts.flatMap(keyOf).map((column) => `${table} ${column}`);
}
function keyOf(part) {
    const column = (0,parser/* child */.jf)(part, 'ColumnDef');
    if (column !== undefined)
        return (0,parser/* children */.Y_)(column, 'constraints').some((each) => isKey((0,parser/* child */.jf)(each, 'Constraint')))
            ? [(0,parser/* text */.Qq)(column, 'colname')]
            : [];
    const constraint = (0,parser/* child */.jf)(part, 'Constraint');
    return isKey(constraint)
        ? (0,parser/* children */.Y_)(constraint ?? {}, 'keys')
            .slice(0, 1)
            .map((key) => (0,parser/* listName */.sY)([key]))
        : [];
}
function isKey(constraint) {
    return /^CONSTR_(PRIMARY|UNIQUE)$/.test((0,parser/* text */.Qq)(constraint, 'contype'));
}

// EXTERNAL MODULE: ./packages/migrations/lib/lint/locks.js
var lint_locks = __webpack_require__(377371);
// EXTERNAL MODULE: ./packages/migrations/lib/lint/sizes.js
var sizes = __webpack_require__(141841);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/predict.js
var predict = __webpack_require__(747311);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/segments.js
var segments = __webpack_require__(490810);
;// CONCATENATED MODULE: ./packages/migrations/lib/lint/whole-file.js


const OF_FILES = ['not-atomic', 'no-down-migration', 'no-archive-unused'];
function wholeFile(migration, parse) {
    const about = (rule, severity) => {
        const allowed = migration.up.allowances.find((each) => each.rule === rule)?.reason;
        const { file, up } = migration;
        const common = { rule, file, line: up.source.firstLine, statement: '', allowed };
        return { ...common, severity: allowed === undefined ? severity : 'note' };
    };
    const findings = [];
    if ((0,segments/* cutSegments */.Ld)(migration.up.pieces).length > 1) {
        findings.push({
            ...about('not-atomic', 'note'),
            message: 'cannot run in one transaction: if it fails, its first part stays applied until the next run continues',
            todo: 'put what cannot run in a transaction into a separate file',
        });
    }
    const missing = missingDown(migration);
    if (missing !== undefined) {
        findings.push({
            ...about('no-down-migration', missing),
            message: 'has no down migration: a release that fails leaves it applied',
            todo: 'write one; it may be only a comment if there is nothing to reverse',
        });
    }
    for (const script of [migration.up, migration.down]) {
        for (const what of script?.directives.unfinished ?? []) {
            findings.push({
                ...about('unfinished', 'error'),
                file: script?.source.name ?? migration.file,
                allowed: undefined,
                severity: 'error',
                message: `a draft that is not finished: ${what || 'a line says so'}`,
                todo: 'write what is missing, or accept it in a comment of your own, and delete the line',
            });
        }
        if (script === undefined || !isIdle(script, parse))
            continue;
        findings.push({
            ...about('no-archive-unused', 'warning'),
            file: script.source.name,
            line: script.source.firstLine,
            message: 'says "no-archive because …", and deletes nothing: what is added later would be deleted without a copy',
            todo: 'remove the line',
        });
    }
    return findings;
}
function isIdle(script, parse) {
    if (script.directives.noArchive === undefined)
        return false;
    const { deletes, opaque } = (0,predict/* predict */.K$)(script, parse);
    return deletes.length === 0 && !opaque;
}
function missingDown({ down, up }) {
    if (down !== undefined)
        return undefined;
    const isAllowed = up.allowances.some(({ rule }) => rule === 'no-down-migration');
    return isAllowed || up.directives.phase === 'contract' ? 'note' : 'warning';
}
function unusedAllowances(migration, statements, { findings, rules }) {
    return migration.up.allowances.flatMap(({ at, rule }) => {
        const statement = statements.find((each) => each.at === at);
        const line = statement?.line ?? migration.up.source.firstLine;
        const ofFile = OF_FILES.includes(rule);
        const known = ofFile || rules.includes(rule);
        const used = findings.some((each) => each.rule === rule && (ofFile || each.line === line) && each.allowed !== undefined);
        if (used)
            return [];
        const message = known ? `allows ${rule}, which finds nothing here` : `allows ${rule}, which is no rule`;
        return [
            {
                rule: 'unused-allowance',
                severity: 'warning',
                file: migration.file,
                line,
                statement: statement?.shown ?? '',
                message,
                todo: known ? 'remove it' : `the rules are ${[...rules, ...OF_FILES].join(', ')}`,
                allowed: undefined,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/lint/lint.js














async function lintPending(engine, options) {
    const parse = await (0,parser/* loadParser */.qd)();
    return (0,runner/* withReader */.mp)(engine, async ({ history, session }) => {
        const settled = (0,history_settle/* settle */.G9)(options.folder, history);
        if (settled.problems.length > 0)
            throw new problem/* FileError */.f(settled.problems);
        const pending = (0,history_settle/* pendingOf */.lc)(settled.folder.migrations, history);
        const { files, context } = await readLintContext(session, pending, { ...options, parse });
        return lintFiles(files, context);
    });
}
async function lintFolder({ exposedSchemas, pending, ...options }) {
    const parse = await (0,parser/* loadParser */.qd)();
    const older = options.folder.migrations.filter(({ version }) => pending?.has(version) === false);
    const applied = older.map(({ name, version }) => ({ version, name, applied: true, side: undefined }));
    const { folder, problems } = (0,history_settle/* settle */.G9)(options.folder, applied);
    if (problems.length > 0)
        throw new problem/* FileError */.f(problems);
    const picture = new picture_picture/* Picture */.V(picture_known/* nothingKnown */.H);
    const files = (0,read_files/* readFiles */.Ul)(folder.migrations, parse);
    const beyond = beyondFile(files.flatMap(({ statements }) => statements));
    const context = { parse, picture, exposedSchemas, sizes: undefined, beyond, rules: await loadRules() };
    if (pending === undefined) {
        return files.flatMap((file) => {
            picture.settle();
            return lintFiles([file], context);
        });
    }
    const isPending = ({ migration }) => pending.has(migration.version);
    for (const { statements } of files.filter((file) => !isPending(file)))
        for (const { parsed } of statements)
            picture.take(parsed);
    picture.settle();
    return lintFiles(files.filter(isPending), context);
}
async function readExposed(session, asked) {
    if (asked !== 'auto')
        return asked;
    const [row] = await session.rows("select exists (select from pg_catalog.pg_roles where rolname = 'anon')");
    return row?.[0] === 't' ? ['public'] : [];
}
async function loadRules() {
    const { rules } = await Promise.all(/* import() */[__webpack_require__.e(2734), __webpack_require__.e(8967)]).then(__webpack_require__.bind(__webpack_require__, 461601));
    return rules;
}
async function readLintContext(session, migrations, asked) {
    const ask = (names, parse) => (0,read_known/* readKnown */.U)(session, names, parse);
    const { files, known } = await (0,read_files/* readFilesWith */.uE)(migrations, asked.parse, ask);
    const exposedSchemas = await readExposed(session, asked.exposedSchemas);
    const statements = files.flatMap((file) => file.statements);
    const tables = files.flatMap(tablesOf);
    const context = {
        parse: asked.parse,
        picture: new picture_picture/* Picture */.V(known ?? { ...picture_known/* nothingKnown */.H, complete: true }),
        exposedSchemas,
        sizes: await (0,sizes/* readSizes */.P1)(session, tables),
        beyond: beyondFile(statements, await readBeyond(session, tables, exposedSchemas)),
        rules: await loadRules(),
    };
    return { files, context };
}
function tablesOf({ statements }) {
    return statements.flatMap(({ parsed }) => parsed === undefined
        ? []
        : [
            ...(0,lint_locks/* locksOf */.aZ)(parsed).map((lock) => lock.table),
            ...(0,lint_locks/* droppedIndexes */.r)(parsed),
            ...(parsed.type === 'InsertStmt' || parsed.type === 'SelectStmt' ? (0,tables_in/* tablesIn */.N)(parsed.fields) : []),
        ]);
}
function lintFiles(files, context) {
    const earlier = [];
    return files.flatMap((file) => {
        const findings = lintFile(file, { ...context, earlier: [...earlier] });
        earlier.push(...file.statements.filter(({ parsed }) => parsed?.type === 'AlterTableStmt'));
        return findings;
    });
}
function lintFile({ migration, statements }, known) {
    const { directives } = migration.up;
    const { picture, rules } = known;
    const findings = [];
    const transactions = (0,read_files/* transactionsOf */.v9)(migration, statements);
    const file = (0,around/* indexFile */.LV)(statements, transactions);
    let held;
    for (const [nth, statement] of statements.entries()) {
        if (transactions[nth] !== transactions[nth - 1])
            held = undefined;
        const context = {
            ...known,
            statements,
            nth,
            file,
            held,
            isTogether: (other) => transactions[statements.indexOf(other)] === transactions[nth],
            declaresPhase: directives.phase !== undefined,
            isArchived: directives.phase !== 'expand' && directives.noArchive === undefined,
        };
        for (const rule of rules)
            findings.push(...apply(rule, statement, context, migration));
        picture.take(statement.parsed);
        held ??= excluding(statement, picture);
    }
    const all = [...findings, ...wholeFile(migration, known.parse)];
    return [...all, ...unusedAllowances(migration, statements, { findings: all, rules: rules.map((rule) => rule.id) })];
}
function excluding({ line, parsed }, picture) {
    const locks = parsed === undefined ? [] : (0,lint_locks/* locksOf */.aZ)(parsed);
    const lock = locks.find(({ mode, table }) => mode === 'access-exclusive' && !picture.isMade(table) && !picture.isAbsent(table));
    return lock === undefined ? undefined : { table: lock.table, line };
}
function apply(rule, statement, context, migration) {
    const allowance = migration.up.allowances.find((each) => each.at === statement.at && each.rule === rule.id);
    return rule.check(statement, context).map(({ line = statement.line, message, table, todo, weight }) => {
        const size = table === undefined ? undefined : context.sizes?.get((0,parser/* canonical */.$N)(table));
        const known = table === undefined || context.sizes === undefined ? '' : ` (${(0,sizes/* describeSize */.jt)(size)})`;
        const severity = weight ?? (rule.weight === 'blocking' ? SEVERITY[(0,sizes/* weigh */.vi)(size)] : rule.weight);
        return {
            rule: rule.id,
            severity: allowance === undefined ? severity : 'note',
            file: migration.file,
            line,
            statement: statement.shown,
            message: `${message}${known}`,
            todo,
            allowed: allowance?.reason,
        };
    });
}
const SEVERITY = { small: 'note', unknown: 'warning', medium: 'warning', large: 'error' };

// EXTERNAL MODULE: ./packages/migrations/lib/files/supabase-project.js
var supabase_project = __webpack_require__(695098);
// EXTERNAL MODULE: ./packages/migrations/lib/files/supabase.js
var supabase = __webpack_require__(208215);
// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __webpack_require__(797442);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/findings.js

function findingLines(findings) {
    return findings
        .map(({ allowed, file, line, message, rule, severity, todo }) => {
        const what = allowed === undefined ? todo : `allowed: ${allowed}`;
        return `${(0,plain_line/* plainLine */.h)(file)}:${line}: ${severity} ${rule}: ${(0,plain_line/* plainLine */.h)(message, 400)}\n    ${(0,plain_line/* plainLine */.h)(what, 400)}\n`;
    })
        .join('');
}
const LEVELS = { error: 'error', warning: 'warning', note: 'notice' };
function githubLines(findings) {
    return findings
        .map(({ file, line, message, rule, severity, todo }) => {
        const place = `file=${property(file)},line=${line},title=${property(`lockstep: ${rule}`)}`;
        return `::${LEVELS[severity]} ${place}::${data(`${message}; ${todo}`)}\n`;
    })
        .join('');
}
function data(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(text) {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./packages/base/lib/file-uri.js
var file_uri = __webpack_require__(802700);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __webpack_require__(298176);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/findings-sarif.js



function findingsSarif(findings) {
    const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
    const seen = new Map();
    const results = findings.map((finding) => {
        const print = fingerprint(finding);
        const nth = (seen.get(print) ?? 0) + 1;
        seen.set(print, nth);
        return { ...resultOf(finding), partialFingerprints: { 'lockstep/v1': `${print}:${nth}` } };
    });
    const driver = {
        name: 'lockstep/lint',
        version: (0,version/* ownVersion */.X)(),
        rules: rules.map((id) => ({ id, shortDescription: { text: id } })),
    };
    const run = { tool: { driver }, automationDetails: { id: 'lockstep/lint/' }, results };
    return { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] };
}
function resultOf({ allowed, file, line, message, rule, severity, todo }) {
    const suppression = { kind: 'inSource', status: 'accepted', justification: (0,plain_line/* plainLine */.h)(allowed ?? '', 1_000) };
    return {
        ruleId: rule,
        level: severity,
        message: { text: (0,plain_line/* plainLine */.h)(`${message}; ${todo}`, 2_000) },
        locations: [{ physicalLocation: { artifactLocation: { uri: (0,file_uri/* fileUri */.b)(file) }, region: { startLine: line } } }],
        ...(allowed === undefined ? {} : { suppressions: [suppression] }),
    };
}
function fingerprint({ file, rule, statement }) {
    return (0,external_node_crypto_().createHash)('sha256')
        .update(JSON.stringify([rule, file, statement]))
        .digest('hex')
        .slice(0, 24);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/migrations/lib/files/layouts/flyway.js
var flyway = __webpack_require__(936379);
// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var files_migration = __webpack_require__(935980);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/stem.js



function stemOf(file, layout) {
    return STEMS[layout](file);
}
const STEMS = {
    supabase: (file) => /^([^/]+)\.sql$/.exec(file)?.[1],
    sections: (file) => /^([^/]+)\.sql$/.exec(file)?.[1],
    pairs: (file) => /^([^/]+)\.(?:up|down)\.sql$/.exec(file)?.[1],
    drizzle: (file) => /^([^/]+?)(?:\.down)?\.sql$/.exec(file)?.[1],
    folders: (file) => /^([^/]+)\/(?:migration|down)\.sql$/.exec(file)?.[1],
    flyway: (file) => {
        const [, , digits] = flyway/* FLYWAY_NAME */.N.exec(external_node_path_.posix.basename(file, '.conf')) ?? [];
        return digits === undefined ? undefined : (0,files_migration/* versionKey */._5)(digits.replaceAll('_', '.'));
    },
};

// EXTERNAL MODULE: ./packages/cli/lib/files.js
var lib_files = __webpack_require__(110354);
// EXTERNAL MODULE: ./packages/cli/lib/paths.js
var lib_paths = __webpack_require__(385464);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/staged.js








async function withStaged(call, named, work) {
    const place = inRepository(named);
    const prefix = await prefixOf(call);
    const changed = namesIn(await (0,git/* readGit */.lX)([...DIFF, '--cached'], call));
    const copy = (0,lib_files/* temporaryFolder */.yy)('lockstep-staged-');
    try {
        const files = namesIn(await (0,git/* readGit */.lX)(['ls-files', '--cached', '-z', '--', ...foldersOf(place)], call));
        if (files.length === 0)
            throw new errors/* InputError */.dz(`${named.directory}: no file of it is in git; stage the migrations, or name --directory`);
        await checkOut(call, copy, files);
        const folder = folderOf(place, (0,external_node_path_.join)(copy, prefix));
        return await work({ folder, pending: versionsOf(folder, place, prefix, changed) });
    }
    finally {
        (0,external_node_fs_.rmSync)(copy, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
}
async function changedSince(call, named, since) {
    const place = inRepository(named);
    const prefix = await prefixOf(call);
    const base = await commonCommit(call, since);
    const changed = namesIn(await (0,git/* readGit */.lX)([...DIFF, base, '--'], call));
    const listed = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ...foldersOf(place)];
    const others = namesIn(await (0,git/* readGit */.lX)(listed, call));
    const folder = folderOf(place);
    return { folder, pending: versionsOf(folder, place, prefix, [...changed, ...others]) };
}
const DIFF = ['-c', 'diff.relative=false', 'diff', '--name-only', '--no-renames', '-z'];
function inRepository(place) {
    const here = (0,external_node_fs_.realpathSync)('.');
    const own = (path) => (0,external_node_path_.relative)(here, realPath((0,external_node_path_.resolve)(path))) || '.';
    return { ...place, directory: own(place.directory), downDirectory: own(place.downDirectory) };
}
function realPath(path) {
    return (0,external_node_fs_.existsSync)(path) || (0,external_node_path_.dirname)(path) === path
        ? (0,external_node_fs_.realpathSync)(path)
        : (0,external_node_path_.join)(realPath((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
}
const foldersOf = ({ directory, downDirectory }) => [directory, downDirectory].map((path) => (0,lib_paths/* withSlashes */.sq)(path));
async function prefixOf(call) {
    return (await (0,git/* readGit */.lX)(['rev-parse', '--show-prefix'], call)).replace(/\r?\n$/, '');
}
async function commonCommit(call, since) {
    if (since.startsWith('-'))
        throw new errors/* InputError */.dz(`--since: expected a commit, got "${since}"`);
    const wanted = await (0,git/* readGit */.lX)(['rev-parse', '--quiet', '--verify', `${since}^{commit}`], call, [1]);
    if (wanted === '')
        throw new errors/* InputError */.dz(`--since: ${since} is no commit that is here; name another, or fetch it (git fetch, fetch-depth: 0)`);
    const bases = await (0,git/* readGit */.lX)(['merge-base', '--all', wanted.trim(), 'HEAD'], call, [1]);
    const [base] = bases.trim().split('\n');
    if (base === undefined || base === '')
        throw new errors/* InputError */.dz(`--since: ${since} and HEAD have no commit in common that is here; fetch their history (git fetch --unshallow, fetch-depth: 0)`);
    return base;
}
async function checkOut(call, copy, files) {
    for (let from = 0; from < files.length; from += 200)
        await (0,git/* readGit */.lX)(['checkout-index', `--prefix=${(0,lib_paths/* withSlashes */.sq)(copy)}/`, '--', ...files.slice(from, from + 200)], call);
}
function namesIn(listed) {
    return listed.split('\0').filter((path) => path !== '');
}
function versionsOf({ layout, migrations }, place, prefix, paths) {
    const fromTop = (path) => external_node_path_.posix.normalize(external_node_path_.posix.join(prefix, (0,lib_paths/* withSlashes */.sq)(path)));
    const folders = (layout === 'supabase' ? foldersOf(place) : [place.directory]).map(fromTop);
    const stemsOf = (path) => folders
        .map((folder) => external_node_path_.posix.relative(folder, path))
        .filter((file) => !file.startsWith('../'))
        .flatMap((file) => stemOf(file, layout) ?? []);
    const changed = new Set(paths.flatMap(stemsOf));
    const isChanged = ({ file }) => stemsOf(fromTop(file)).some((stem) => changed.has(stem));
    const ofVersion = (migration) => [migration, ...(migration.others ?? [])];
    return new Set(migrations.filter((each) => ofVersion(each).some(isChanged)).map(({ version }) => version));
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/lint.js









async function lint(call, database) {
    const asked = ['staged', 'since', 'steps'].filter((name) => call.flag(name) || call.text(name) !== '');
    if (asked.length > 1)
        throw new errors/* InputError */.dz(`${asked.map((name) => `--${name}`).join(' and ')}: give one of them`);
    const { end, findings } = await judge(call, asked.length > 0 ? undefined : database);
    const written = formats[call.text('format')]?.(findings);
    const answer = { end, text: findingLines(findings), data: { findings } };
    return written === undefined ? answer : { ...answer, written };
}
const formats = {
    sarif: (findings) => (0,json_text/* jsonText */.s)(findingsSarif(findings)),
    github: githubLines,
};
async function judge(call, database) {
    const failOn = call.text('fail-on');
    if (database !== undefined) {
        const engine = await engineOf(call, database);
        const folder = folderOf((0,migrations_options/* placeOf */.$t)(call));
        const findings = await lintPending(engine, { folder, exposedSchemas: (0,migrations_options/* schemasOf */.WP)(call) });
        return { end: lintEnd(findings, failOn), findings };
    }
    const alone = (changed) => lintAlone(call, changed);
    if (call.flag('staged'))
        return await withStaged(call, (0,migrations_options/* placeOf */.$t)(call), alone);
    const since = call.text('since');
    if (since !== '')
        return await alone(await changedSince(call, (0,migrations_options/* placeOf */.$t)(call), since));
    const folder = folderOf((0,migrations_options/* placeOf */.$t)(call));
    const steps = (0,migrations_options/* numberOf */.rl)(call, 'steps');
    const newest = steps === undefined ? undefined : folder.migrations.slice(-steps).map(({ version }) => version);
    return await alone({ folder, pending: newest && new Set(newest) });
}
async function lintAlone(call, { folder, pending }) {
    const asked = (0,migrations_options/* schemasOf */.WP)(call);
    const isSupabase = (0,supabase_project/* usesSupabase */.L)(folder) || (0,supabase/* isSupabaseFolder */.X)((0,migrations_options/* placeOf */.$t)(call).directory, undefined);
    const exposedSchemas = asked !== 'auto' ? asked : isSupabase ? ['public'] : [];
    const findings = await lintFolder({ folder, exposedSchemas, pending });
    const said = lintedAlone(pending?.size, folder.migrations.length, 'give --since, --staged or --steps');
    return { end: lintEnd(findings, call.text('fail-on'), said), findings };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/records-end.js



function statusEnd({ notes, versions }) {
    const inState = (state) => versions.filter((each) => each.state === state).length;
    const odd = ODD.map(([state, words]) => ({ found: inState(state), words })).filter(({ found }) => found > 0);
    const others = odd.map(({ found, words }) => `, ${found} ${words}`).join('');
    const message = `${(0,lists/* count */.U9)(versions.length, 'migration')}, ${inState('pending')} pending${others}${noteWords(notes)}`;
    return end({ verdict: 'pass', reason: 'status', message });
}
const ODD = [
    ['checksum-mismatch', 'edited since applied'],
    ['no-file', 'applied without a file here'],
    ['partial', 'stopped in the middle'],
    ['down-incomplete', 'stopped while its down migration ran'],
];
const UNAPPLIED = ['pending', 'partial'];
function newestApplied({ versions }) {
    return versions.findLast((each) => !UNAPPLIED.includes(each.state))?.version ?? '';
}
function adoptEnd({ adopted, lacking, notes }, dryRun) {
    const left = lacking.length === 0 ? '' : `; never applied and still pending: ${(0,lists/* nameSome */.Kf)(lacking, 3)}`;
    const done = `${dryRun ? 'would record' : 'recorded'} ${(0,lists/* count */.U9)(adopted.length, 'migration')} as applied`;
    const message = `${done}; nothing was run${left}${noteWords(notes)}`;
    return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'adopted', message });
}
function repairEnd(done, does, dryRun) {
    const what = does === 'drop' ? `drops the record of ${done.version}` : `accepts ${done.file} as it is now`;
    const message = `${dryRun ? 'dry run: ' : ''}${what}; nothing was run`;
    return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'repaired', message });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/records/commands.js
async function readAdoptPlan(engine, options) {
    return (await __webpack_require__.e(/* import() */ 4447).then(__webpack_require__.bind(__webpack_require__, 971254))).readAdoptPlan(engine, options);
}
async function adopt(engine, options) {
    return (await __webpack_require__.e(/* import() */ 4447).then(__webpack_require__.bind(__webpack_require__, 971254))).adopt(engine, options);
}
async function readRepairPlan(engine, options) {
    return (await __webpack_require__.e(/* import() */ 8028).then(__webpack_require__.bind(__webpack_require__, 947141))).readRepairPlan(engine, options);
}
async function repair(engine, options) {
    return (await __webpack_require__.e(/* import() */ 8028).then(__webpack_require__.bind(__webpack_require__, 947141))).repair(engine, options);
}
async function readEdits(engine, folder) {
    return (await __webpack_require__.e(/* import() */ 5196).then(__webpack_require__.bind(__webpack_require__, 467632))).readEdits(engine, folder);
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/records.js






async function records_adopt(call, database) {
    const to = (0,migrations_options/* versionOf */.E4)(call, 'VERSION');
    if (to === '')
        throw new errors/* InputError */.dz('VERSION: expected the last version that the database already has');
    const dryRun = call.flag('dry-run');
    const options = { folder: folderOf((0,migrations_options/* placeOf */.$t)(call)), to };
    const engine = await engineOf(call, database);
    const report = await (dryRun ? readAdoptPlan : adopt)(engine, options);
    const lines = report.adopted.map(({ file, records }) => `${(0,plain_line/* plainLine */.h)(file)}: ${records === 'both' ? 'recorded' : 'down migration stored'}\n`);
    return { end: adoptEnd(report, dryRun), text: lines.join(''), data: report };
}
async function records_repair(call, database) {
    const version = (0,migrations_options/* versionOf */.E4)(call, 'VERSION');
    const because = call.text('because');
    if (because === '')
        throw new errors/* InputError */.dz('--because: a repair needs a reason; it is stored with your user name');
    const does = call.flag('drop') ? 'drop' : 'accept';
    const folder = does === 'accept' ? folderOf((0,migrations_options/* placeOf */.$t)(call)) : undefined;
    const options = { version, does, because, folder };
    const engine = await engineOf(call, database);
    const dryRun = call.flag('dry-run');
    const done = await (dryRun ? readRepairPlan : repair)(engine, options);
    return { end: repairEnd(done, does, dryRun), data: { ...done, does } };
}

// EXTERNAL MODULE: ./packages/migrations/lib/history/foreign.js
var history_foreign = __webpack_require__(899292);
;// CONCATENATED MODULE: ./packages/migrations/lib/up/status.js





const RECORD_FIRST = '; record what it applied (lockstep import, or command: adopt with from: auto)';
async function readStatus(engine, folder) {
    return (0,runner/* withReader */.mp)(engine, async ({ history, session }) => {
        const { folder: settled, notes, problems } = (0,history_settle/* settle */.G9)(folder, history);
        const foreign = await (0,history_foreign/* readForeign */.vM)(session);
        const ambiguities = settled.ambiguity === undefined ? [] : [settled.ambiguity];
        const recorded = new Set(history.filter(({ applied }) => applied).map(({ version }) => (0,files_migration/* versionKey */._5)(version)));
        const open = settled.migrations.filter(({ version }) => !recorded.has((0,files_migration/* versionKey */._5)(version)));
        const made = foreign.map((each) => {
            const todo = open.some((migration) => (0,history_foreign/* knows */.ZT)(each, migration, settled.migrations)) ? RECORD_FIRST : '';
            return (0,history_foreign/* describeForeign */.eQ)(each, settled.migrations) + todo;
        });
        return {
            versions: statusOf(settled, history),
            notes: [...ambiguities, ...made, ...problems.map(problem/* describeProblem */.B), ...notes],
        };
    });
}
function statusOf(folder, history) {
    const records = new Map(history.map((record) => [(0,files_migration/* versionKey */._5)(record.version), record]));
    const files = new Map(folder.migrations.map((migration) => [(0,files_migration/* versionKey */._5)(migration.version), migration]));
    const versions = new Map([...history, ...folder.migrations].map(({ version }) => [(0,files_migration/* versionKey */._5)(version), version]));
    const sorted = [...versions.values()].sort((a, b) => (0,files_migration/* compareVersions */.Zy)(a, b, folder.order));
    return sorted.map((version) => {
        const migration = files.get((0,files_migration/* versionKey */._5)(version));
        const record = records.get((0,files_migration/* versionKey */._5)(version));
        const side = record?.side;
        return {
            version,
            name: migration?.name ?? side?.name ?? record?.name ?? '',
            file: migration?.file ?? '',
            state: stateOf(record, migration?.up.checksum),
            hasDown: record?.applied === true ? side?.downSql !== undefined : migration?.down !== undefined,
            release: side?.release ?? '',
            appliedAt: side?.finishedAt ?? '',
        };
    });
}
function stateOf(record, checksum) {
    const side = record?.side;
    if (side?.state === 'partial')
        return 'partial';
    if (side?.state === 'reverting')
        return 'down-incomplete';
    if (record?.applied !== true)
        return 'pending';
    if (checksum === undefined)
        return 'no-file';
    if (side === undefined)
        return 'applied-elsewhere';
    return side.checksum === checksum ? 'applied' : 'checksum-mismatch';
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/status.js







async function status_status(call, database) {
    const folder = folderOf((0,migrations_options/* placeOf */.$t)(call));
    const engine = await engineOf(call, database);
    const found = await readStatus(engine, folder);
    const isEdited = found.versions.some(({ state }) => state === 'checksum-mismatch');
    const edits = isEdited ? await readEdits(engine, folder) : [];
    const rows = found.versions.map((each) => [
        ...[each.version, each.name, each.state, each.hasDown ? 'yes' : 'no'],
        each.appliedAt,
    ]);
    const diffs = edits.map(({ diff, file }) => `edited since it was applied: ${(0,plain_line/* plainLine */.h)(file)}\n${indented(diff)}`);
    const table = (0,columns/* columns */.Y)(['version', 'name', 'state', 'down', 'applied at'], rows);
    return {
        end: statusEnd(found),
        text: (rows.length === 0 ? '' : table) + diffs.join(''),
        data: { newest: newestApplied(found), migrations: found.versions, notes: found.notes, edits },
    };
}
function indented(lines) {
    return lines.map((line) => `    ${line}\n`).join('');
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/up-end.js





function planEnd({ plan, refused }, asked) {
    const [refusal] = plan.refusals;
    if (refusal !== undefined) {
        const message = joinSome(plan.refusals.map((each) => each.message));
        return end({ verdict: 'fail', reason: refusal.reason, message });
    }
    if (refused !== undefined)
        return end({ verdict: 'fail', ...unarchived(refused) });
    const what = plan.apply.length === 0
        ? `nothing to apply${heldWords(plan)}`
        : `would apply ${(0,lists/* count */.U9)(plan.apply.length, 'migration')}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${heldWords(plan)}`;
    const message = `${what}${toKnow(plan)}`;
    return end({ verdict: 'pass', reason: asked ? 'planned' : 'dry-run', message });
}
function upEnd({ applied, cancelled, failure, plan, refused }) {
    const done = `${(0,lists/* count */.U9)(applied.length, 'migration')} applied`;
    const archived = describeArchived(applied);
    if (failure !== undefined) {
        const { column, file, line, message, reason } = failure;
        const place = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
        const verdict = failure.cancelled ? 'unknown' : 'fail';
        const causes = [{ message, ...place }];
        const said = `${message}; ${done} before it${archived}`;
        return end({ verdict, reason, message: said, causes });
    }
    if (refused !== undefined) {
        const { message, reason } = unarchived(refused);
        const said = `${message}; ${done} before it${archived}`;
        return end({ verdict: 'fail', reason, message: said });
    }
    if (cancelled) {
        const message = `cancelled; ${done} before${archived}`;
        return end({ verdict: 'unknown', reason: 'cancelled', message });
    }
    const without = (0,lists/* nameSome */.Kf)(applied.flatMap(({ file, unarchived: why }) => (why.length === 0 ? [] : [`${file} (${why.join('; ')})`])), 3);
    const rest = `${archived}${without === '' ? '' : `; not archived: ${without}`}${heldWords(plan)}${toKnow(plan)}`;
    const message = applied.length === 0
        ? `nothing to apply${rest}`
        : `${done}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${rest}`;
    const reason = applied.length === 0 ? 'nothing-to-apply' : 'applied';
    return end({ verdict: 'pass', reason, message });
}
function unarchived(refused) {
    const [first] = refused.unarchived;
    const lost = refused.losses.length === 0 ? '' : `it would delete ${(0,losses/* describeLosses */.bQ)(refused.losses)}; `;
    const why = joinSome(refused.unarchived.map(({ message }) => message));
    return {
        reason: ARCHIVE_REASONS[first?.kind ?? 'not-possible'],
        message: `${refused.file} is not applied: ${lost}${why}`,
    };
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/count-predicted.js + 1 modules
var count_predicted = __webpack_require__(752750);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/made.js
var parse_made = __webpack_require__(515095);
;// CONCATENATED MODULE: ./packages/migrations/lib/pull/deletions.js






const QUIET = new Set(['refresh', 'unlogged', 'sequence', 'identity']);
function predictUps(files, sizes) {
    const made = new Set();
    let isRenamed = false;
    return files.map((statements) => {
        const deletes = new Map();
        const locks = new Map();
        let opaque = false;
        for (const statement of statements) {
            const predicted = (0,predict/* predictStatement */.dz)(statement);
            opaque ||= predicted.opaque || statement.problem !== undefined;
            for (const each of predicted.deletes) {
                if (QUIET.has(each.kind) || ('table' in each && made.has(each.table)))
                    continue;
                deletes.set((0,predict/* describePrediction */.pC)(each), each);
            }
            for (const { mode, table } of statement.parsed === undefined ? [] : (0,lint_locks/* locksOf */.aZ)(statement.parsed)) {
                const [name, what] = [(0,parser/* canonical */.$N)(table), (0,lint_locks/* blocks */.Bv)(mode)];
                if (what === 'nothing' || made.has(name))
                    continue;
                if (locks.get(name)?.blocks === 'reads and writes')
                    continue;
                locks.set(name, { table: name, blocks: what, size: sizes?.get(name) ?? null });
            }
            isRenamed ||= statement.parsed !== undefined && (0,predict/* renames */.m2)(statement.parsed);
            const object = (0,parse_made/* madeBy */.v)(statement.parsed);
            if (object?.kind === 'table' && !object.ifNotExists)
                made.add((0,parser/* canonical */.$N)(object.name));
        }
        return { deletes: [...deletes.values()], opaque, locks: [...locks.values()], isRenamed };
    });
}
const WITHIN_MS = 2_000;
const MOST_COUNTED = 20;
async function countDeletions(ups, session) {
    let left = MOST_COUNTED;
    const counted = [];
    for (const { isRenamed, deletes } of ups) {
        const list = [];
        for (const each of deletes) {
            const isCounted = session !== undefined && !isRenamed && left-- > 0;
            const rows = isCounted ? await countOne(session, each) : undefined;
            if (each.kind === 'type' && rows?.count === 0)
                continue;
            list.push({ what: (0,predict/* describePrediction */.pC)(each), rows });
        }
        counted.push(list);
    }
    return counted;
}
async function countOne(session, deletion) {
    if ('table' in deletion) {
        const found = await session.rows(`select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname || '.' || c.relname = ${(0,quote/* literal */.eu)(deletion.table)}`);
        if (found.length === 0)
            return undefined;
    }
    const losses = await (0,count_predicted/* countPredicted */.yO)(session, [deletion], undefined, WITHIN_MS);
    return (losses && {
        count: losses.reduce((sum, loss) => sum + loss.rows, 0),
        more: losses.some(({ more }) => more),
    });
}

// EXTERNAL MODULE: ./packages/migrations/lib/parse/statements.js
var parse_statements = __webpack_require__(534731);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/directives.js
var directives = __webpack_require__(101529);
// EXTERNAL MODULE: ./packages/migrations/lib/up/plan.js + 1 modules
var plan = __webpack_require__(428713);
;// CONCATENATED MODULE: ./packages/migrations/lib/pull/pull-report.js



function pull_report_isOf({ added, rewritten }, version) {
    return added.has(version) || rewritten.has(version);
}
function pullReport({ asked, of, pending, deletions, ...question }) {
    const isOwn = ({ migration: { byName, version } }) => pull_report_isOf(of, byName ?? version);
    const own = pending.filter(isOwn);
    const { held, refusals } = (0,plan/* choose */.S)(pending, 'expand');
    const all = [...question.refusals.filter(({ betweenPhases }) => betweenPhases !== true), ...refusals];
    if (of.added.size + of.rewritten.size === 0)
        return undefined;
    const files = own.map((planned) => {
        const { decision, migration } = planned;
        const found = deletions.get(migration.version);
        const { locks, opaque, deletes } = found ?? { deletes: [], opaque: true, locks: [] };
        const refused = all.find(({ betweenPhases, file }) => file === migration.file && betweenPhases !== true);
        const fate = () => {
            if (refused !== undefined)
                return { kind: 'refused', reason: refused.reason };
            if (!asked && of.rewritten.has(migration.version))
                return { kind: 'rewritten' };
            if (!held.includes(planned))
                return { kind: 'applied' };
            return decision.phase === 'contract' ? { kind: 'held' } : { kind: 'behind' };
        };
        return {
            file: migration.file,
            phase: decision.phase,
            why: whyOf(planned),
            deletes,
            opaque,
            locks,
            down: found?.down ?? (missingDown(migration) === 'warning' ? 'missing' : 'not needed'),
            fate: fate(),
        };
    });
    const others = pending.filter((each) => !isOwn(each)).map(({ migration }) => migration.file);
    return files.length + all.length === 0 ? undefined : { asked, files, others, refusals: all };
}
function whyOf({ decision: { by, phase, reasons, unknown }, migration }) {
    const [first] = reasons;
    const more = reasons.length > 1 ? `, and ${reasons.length - 1} more` : '';
    if (first !== undefined) {
        return {
            line: first.line,
            what: `${first.what}${more}${phase === 'expand' ? '; its author declares it expand' : ''}`,
        };
    }
    if (phase === 'expand')
        return undefined;
    const [problem] = unknown;
    if (problem !== undefined) {
        return { line: problem.line, what: 'is not SQL that PostgreSQL accepts, so its effect is unknown' };
    }
    return by === 'directive' ? { line: directiveLine(migration), what: 'says "-- lockstep: contract"' } : undefined;
}
const HEAD_BYTES = 65_536;
function directiveLine({ up: { source } }) {
    const head = source.read(0, Math.min(source.size, HEAD_BYTES)).toString('utf8');
    const found = (0,directives/* findDirectives */.i)(head).find(({ directive }) => directive.kind === 'phase');
    return source.firstLine + (found?.line ?? 0);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/pull/read-pull.js









async function readPull({ of, pending, refusals, sizes }, session) {
    const parse = await (0,parser/* loadParser */.qd)();
    const read = pending.map(({ migration }) => (0,parse_statements/* readStatements */.b)(migration.up, parse));
    const isOwn = ({ migration: { byName, version } }) => pull_report_isOf(of, byName ?? version);
    const predicted = predictUps(read, sizes).flatMap((each, nth) => {
        const planned = pending[nth];
        return planned === undefined || !isOwn(planned) ? [] : [{ planned, ...each }];
    });
    const deletes = await countDeletions(predicted, session);
    const deletions = new Map(predicted.map(({ locks, opaque, planned: { migration } }, nth) => {
        const down = migration.down && (0,predict/* predict */.K$)(migration.down, parse);
        const downPart = down && { deletes: down.deletes.map(predict/* describePrediction */.pC), opaque: down.opaque };
        return [migration.version, { deletes: deletes[nth] ?? [], opaque, locks, down: downPart }];
    }));
    return pullReport({ asked: session !== undefined, pending, refusals, of, deletions });
}
async function readFolderPull({ allowOutOfOrder, of, ...given }) {
    const isOwn = ({ version }) => isOf(of, version);
    if (!given.folder.migrations.some(isOwn))
        return undefined;
    const history = given.folder.migrations
        .filter((each) => !isOwn(each))
        .map(({ name, version }) => ({ version, name, applied: true, side: undefined }));
    const { folder, notes, problems } = settle(given.folder, history);
    if (problems.length > 0)
        throw new FileError(problems);
    const pending = pendingOf(folder.migrations, history);
    const older = folder.migrations.filter((each) => !isOwn(each));
    const decisions = await decidePhases(pending, { loadParser, older });
    const plan = planUp({
        ...{ migrations: folder.migrations, decisions, history, phase: 'expand', to: undefined, steps: undefined },
        allowOutOfOrder: allowOutOfOrder || of.rewritten.size > 0,
        order: folder.order,
        notes,
    });
    return await readPull({ pending: plan.pending, refusals: plan.refusals, of }, undefined);
}

// EXTERNAL MODULE: ./packages/migrations/lib/up/contract-archives.js
var contract_archives = __webpack_require__(323346);
// EXTERNAL MODULE: ./packages/migrations/lib/up/up.js + 6 modules
var up = __webpack_require__(663067);
;// CONCATENATED MODULE: ./packages/migrations/lib/report/archive-report.js

const none = { size: null, byRequest: false, because: [] };
function archiveReport(archive) {
    switch (archive?.does) {
        case undefined:
            return null;
        case 'nothing':
            return { ...none, does: 'nothing' };
        case 'delete':
            return { ...none, does: 'delete', byRequest: archive.byRequest, because: archive.because };
        case 'refuse':
            return { ...none, does: 'refuse', because: archive.unarchived.map(({ message }) => message) };
        case 'archive': {
            const { preview } = archive;
            if (preview === undefined)
                return { ...none, does: 'archive' };
            const { atMost, bytes, lockMs, rows } = preview;
            return { ...none, does: 'archive', size: { rows, bytes, lockMs, atMost } };
        }
    }
}
function archiveWords(archive) {
    switch (archive?.does) {
        case undefined:
        case 'nothing':
            return '';
        case 'delete':
            return `⚠️ what it deletes is not archived: ${archive.because.join('; ')}`;
        case 'refuse':
            return `❌ not applied, because what it deletes cannot be archived: ${archive.because.join('; ')}`;
        case 'archive': {
            if (archive.size === null)
                return 'what it deletes is archived in `lockstep_archive` first; only its run shows how much';
            const { atMost, bytes, lockMs, rows } = archive.size;
            return `what it deletes is archived in \`lockstep_archive\` first: ${atMost ? 'at most ' : ''}${count(rows, 'row')}, ${bytes} bytes, its tables locked for about ${formatDuration(lockMs)}`;
        }
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/report/plan-report.js












const LISTED = 100;
async function readPlanReport(engine, options) {
    const parse = await (0,parser/* loadParser */.qd)();
    return (0,runner/* withReader */.mp)(engine, async (runner) => {
        const { session } = runner;
        const plan = await (0,up/* planFromHistory */.Uk)(engine, options, runner);
        const all = [...plan.pending];
        const pending = all.map(({ migration }) => migration);
        const { files, context } = await readLintContext(session, pending, { ...options, parse });
        const findings = lintFiles(files, context);
        const predicted = predictUps(files.map(({ statements }) => statements), context.sizes);
        const isApplied = (planned) => !plan.held.includes(planned) && plan.apply.includes(planned);
        const losses = await lossesOf(session, predicted.filter((_, nth) => all[nth]?.decision.phase === 'contract' && isApplied(all[nth])));
        const archives = await (0,contract_archives/* planArchives */.Ph)(runner, plan.apply, options.archive);
        const migrations = all.map((planned, nth) => {
            const file = files[nth];
            const does = isApplied(planned) ? 'apply' : 'hold';
            return {
                ...migrationReport(planned, does, parse),
                ...effectOf(predicted[nth]),
                losses: losses.get(predicted[nth]) ?? [],
                archive: archiveReport(archives.get(planned.migration.version)),
                ...statementReports(file, context.sizes),
                findings: findings.filter((finding) => finding.file === planned.migration.file),
            };
        });
        const { digest, fromVersion, notes, refusals, toVersion, withoutFile } = plan;
        const pull = options.pull &&
            (await readPull({ pending: plan.pending, refusals: plan.refusals, of: options.pull, sizes: context.sizes }, session));
        const refused = (0,contract_archives/* firstRefused */.L8)(plan.apply, archives);
        return {
            plan,
            pull,
            refused,
            report: { digest, fromVersion, toVersion, migrations, refusals, withoutFile, notes },
        };
    });
}
function migrationReport({ decision, migration, partial }, does, parse) {
    const { down, file, name, up, version } = migration;
    return {
        version,
        name,
        file,
        does,
        phase: decision.phase,
        phaseBy: decision.by,
        reasons: decision.reasons,
        atomic: (0,segments/* isAtomic */.sf)((0,segments/* cutSegments */.Ld)(up.pieces)),
        resumes: partial !== undefined,
        checksum: up.checksum,
        down: down === undefined ? null : downPart(down.checksum, (0,predict/* predict */.K$)(down, parse)),
        lacksDown: missingDown(migration) === 'warning',
    };
}
async function lossesOf(session, ups) {
    const counted = await countDeletions(ups, session);
    return new Map(ups.map((up, nth) => [up, counted[nth] ?? []]));
}
function effectOf(predicted) {
    const { locks = [], opaque = true, deletes = [] } = predicted ?? {};
    return { deletes: deletes.map(predict/* describePrediction */.pC), opaque, locks };
}
function statementReports({ statements }, sizes) {
    return {
        statements: statements.slice(0, LISTED).map((statement) => statementReport(statement, sizes)),
        moreStatements: Math.max(0, statements.length - LISTED),
    };
}
function downPart(checksum, { opaque, deletes }) {
    return { checksum, deletes: deletes.map(predict/* describePrediction */.pC), opaque };
}
const CONTROL = new Set(['begin', 'commit', 'rollback', 'prepare-transaction']);
function statementReport(statement, sizes) {
    const { line, parsed, tag } = statement;
    return {
        line,
        tag,
        class: statement.class === 'alone' ? 'alone' : CONTROL.has(statement.class) ? 'control' : 'transaction',
        locks: (parsed === undefined ? [] : (0,lint_locks/* locksOf */.aZ)(parsed)).map(({ mode, table }) => ({
            table,
            mode,
            blocks: (0,lint_locks/* blocks */.Bv)(mode),
            size: sizes?.get((0,parser/* canonical */.$N)(table)) ?? null,
        })),
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/report/migration-table.js


const COLUMNS = (/* unused pure expression or super */ null && (['migration', 'phase', 'locks', 'table size', 'down migration', 'data at risk']));
const SHOWN_TABLES = 2;
function lockCells(locks) {
    const rank = ({ blocks, size }) => (blocks === 'writes' ? 0 : 2 ** 60) + (size?.bytes ?? 2 ** 50);
    const shown = locks.toSorted((a, b) => rank(b) - rank(a)).slice(0, SHOWN_TABLES);
    const more = locks.length > shown.length ? [`${locks.length - shown.length} more`] : [];
    return [
        [...shown.map(({ blocks, table }) => `${table} (blocks ${blocks})`), ...more].join(', ') || 'none',
        shown.map(({ size }) => (size === null ? 'unknown' : describeSize(size))).join('; '),
    ];
}
function downCell(down) {
    if (down === 'missing')
        return '⚠️ no';
    if (down === 'not needed')
        return 'not needed';
    const words = down.deletes.length === 0 ? 'yes' : `yes, deletes ${down.deletes.join(', ')}`;
    return down.opaque ? `${words}; more may show when it runs` : words;
}
function riskCell(deletes, opaque) {
    const unknown = opaque ? ['known only when it runs'] : [];
    return [deletes.join(', '), ...unknown].filter((part) => part !== '').join('; ') || 'none';
}
function folded(title, blocks) {
    return blocks.length === 0 ? '' : `<details><summary>${title}</summary>\n\n${blocks.join('\n\n')}\n\n</details>`;
}
function rowsWords({ rows }) {
    if (rows === undefined)
        return 'rows not counted';
    return rows.more ? `more than ${(0,lists/* count */.U9)(rows.count, 'row')}` : (0,lists/* count */.U9)(rows.count, 'row');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/report/deletions.js



const NAMED = 8;
function describeDeletions({ migrations }) {
    const contract = migrations.filter(({ archive, does, phase }) => does === 'apply' && phase === 'contract' && (archive === null || archive.does === 'delete'));
    const known = contract.flatMap(({ losses }) => losses).filter(({ rows }) => rows?.count !== 0 || rows.more);
    const unseen = contract.filter(({ opaque }) => opaque).map(({ file }) => (0,external_node_path_.basename)(file));
    const parts = [
        ...(known.length === 0
            ? []
            : [
                (0,lists/* nameSome */.Kf)(known.map((each) => `${each.what} (${rowsWords(each)})`), NAMED),
            ]),
        ...(unseen.length === 0 ? [] : [`what shows only when ${(0,lists/* nameSome */.Kf)(unseen, NAMED)} runs`]),
    ];
    return parts.join(', and ');
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/up.js








function up_optionsOf(call) {
    const [to, steps] = [(0,migrations_options/* versionOf */.E4)(call, 'to'), (0,migrations_options/* numberOf */.rl)(call, 'steps')];
    if (to !== '' && steps !== undefined)
        throw new errors/* InputError */.dz('--to and --steps: give one of them');
    const expectDigest = call.text('expect-plan');
    if (expectDigest !== '' && !/^[0-9a-f]{64}$/.test(expectDigest))
        throw new errors/* InputError */.dz('--expect-plan: expected the digest that lockstep plan --json shows');
    const mode = call.text('archive');
    return {
        folder: folderOf((0,migrations_options/* placeOf */.$t)(call)),
        phase: call.text('phase'),
        to: to === '' ? undefined : to,
        steps,
        allowOutOfOrder: call.flag('allow-out-of-order'),
        expectDigest,
        archive: mode === 'never' ? undefined : { mode, limits: limits/* defaultArchiveLimits */.gr },
    };
}
async function up_up(call, database) {
    return call.flag('dry-run') ? await runPlan(call, database, false) : await runUp(call, database);
}
async function up_plan(call, database) {
    return await runPlan(call, database, true);
}
async function runPlan(call, database, asked) {
    const options = up_optionsOf(call);
    const engine = await engineOf(call, database);
    const { plan, refused, report } = await readPlanReport(engine, { ...options, exposedSchemas: (0,migrations_options/* schemasOf */.WP)(call) });
    const changed = (0,up/* otherPlan */.mp)(plan, options.expectDigest ?? '');
    const end = changed === undefined ? planEnd({ plan, refused }, asked) : { verdict: 'fail', ...changed };
    const deletes = describeDeletions(report);
    const text = planText(report) + (deletes === '' ? '' : `deletes: ${deletes}\n`);
    return { end, text, data: { plan: report } };
}
function planText({ migrations, notes }) {
    const rows = migrations.map(({ does, down, file, lacksDown, locks, phase }) => [
        does,
        phase,
        file,
        down === null ? (lacksDown ? 'none' : 'not needed') : 'yes',
        locks.map((lock) => `${lock.table} (${lock.blocks})`).join(', ') || 'none',
    ]);
    const table = rows.length === 0 ? '' : (0,columns/* columns */.Y)(['does', 'phase', 'migration', 'down', 'locked for'], rows);
    const findings = findingLines(migrations.flatMap((each) => each.findings));
    return `${table}${findings}${notes.map((note) => `note: ${(0,plain_line/* plainLine */.h)(note)}\n`).join('')}`;
}
async function runUp(call, database) {
    const limits = (0,migrations_options/* limitsOf */.Af)(call);
    const options = up_optionsOf(call);
    const report = await (0,up.up)(await engineOf(call, database, limits), options);
    const { applied, failure, plan } = report;
    const data = {
        fromVersion: plan.fromVersion,
        toVersion: applied.at(-1)?.version ?? plan.fromVersion,
        digest: plan.digest,
        applied,
        held: plan.held.map(({ migration }) => migration.file),
        failure: failure ?? null,
    };
    return { end: upEnd(report), text: upText(report), data };
}
function upText({ applied, plan }) {
    const rows = plan.apply.map(({ decision, migration: { file, version } }) => {
        const done = applied.find((each) => each.version === version);
        return [done === undefined ? 'not applied' : 'applied', decision.phase, file, formatted(done?.durationMs)];
    });
    return rows.length === 0 ? '' : (0,columns/* columns */.Y)(['result', 'phase', 'migration', 'time'], rows);
}
function formatted(ms) {
    return ms === undefined ? '' : (0,duration/* formatDuration */.a)(ms);
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/postgres/lib/schema/describe-schema.js + 3 modules
var describe_schema = __webpack_require__(129348);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/migrations/lib/history/tables.js
var tables = __webpack_require__(556271);
;// CONCATENATED MODULE: ./packages/migrations/lib/verify/server-wide.js


const SERVER_WIDE = /^(CreateRole|AlterRole|AlterRoleSet|DropRole|GrantRole|Createdb|Dropdb|AlterDatabase|AlterDatabaseSet|AlterSystem|CreateTableSpace|DropTableSpace|AlterTableSpaceOptions|ReassignOwned|DropOwned)Stmt$/;
const SHARED_OBJECT = /^OBJECT_(DATABASE|ROLE|TABLESPACE|PARAMETER_ACL)$/;
const IN_CODE = /\b(alter|drop)\s+(role|user|group|database|system|tablespace)\b(?!\s+mapping\b)/i;
const MAKES_ROLE = /\bcreate\s+(role|user|group)\b(?!\s+mapping\b)/i;
function findServerWide(base, subjects, parse) {
    return [
        ...base.flatMap(({ up }) => inScript(up, parse, false)),
        ...subjects.flatMap(({ down, up }) => [up, ...(down === undefined ? [] : [down])].flatMap((script) => inScript(script, parse, true))),
    ];
}
function inScript(script, parse, makesRoles) {
    return (0,parse_statements/* readStatements */.b)(script, parse).flatMap(({ line, nested, parsed, tag }) => {
        if (nested || parsed === undefined || !isServerWide(parsed, makesRoles))
            return [];
        const message = `${tag} changes the whole server, so verify would change the real one; set shadow-database-url to an empty database on a server that may be changed`;
        return [{ file: script.source.name, line, message }];
    });
}
function isServerWide({ fields, type }, makesRoles) {
    if (type === 'DoStmt') {
        const code = JSON.stringify(fields);
        return IN_CODE.test(code) || (makesRoles && MAKES_ROLE.test(code));
    }
    return SERVER_WIDE.test(type) || SHARED_OBJECT.test((0,parser/* text */.Qq)(fields, 'objtype'));
}

// EXTERNAL MODULE: ./packages/migrations/lib/verify/shadow.js + 1 modules
var shadow = __webpack_require__(1034599);
;// CONCATENATED MODULE: ./packages/migrations/lib/verify/verify.js











const loadVerifyData = () => Promise.all(/* import() */[__webpack_require__.e(5811), __webpack_require__.e(3238), __webpack_require__.e(9712)]).then(__webpack_require__.bind(__webpack_require__, 545122));
const NOT_ALL_THERE = 'the migrations run from the first one on an empty database; if they need extensions or objects that they do not create, set shadow-database-url to an empty database that has those and may be overwritten';
async function verify(engine, options) {
    const { folder, subjects } = await subjectsOf(engine, options);
    const isGiven = options.shadowUrl !== undefined && !options.shadowUrl.isEmpty;
    const first = subjects[0];
    const base = first === undefined ? folder.migrations : folder.migrations.slice(0, folder.migrations.indexOf(first));
    if (!isGiven) {
        const problems = findServerWide(base, subjects, await (0,parser/* loadParser */.qd)());
        if (problems.length > 0)
            throw new problem/* FileError */.f(problems);
    }
    const needsSupabase = (0,supabase_project/* mentionsSupabase */.E)([...base, ...subjects]);
    return (0,shadow/* withShadow */.to)(engine, { given: options.shadowUrl, needsSupabase }, async (shadow) => {
        const prepared = await verify_apply(shadow, { ...folder, migrations: base });
        if (prepared !== undefined) {
            const baseProblem = isGiven ? prepared.message : `${prepared.message}; ${NOT_ALL_THERE}`;
            return { base: base.length, baseProblem, files: [] };
        }
        const files = [];
        let before = await schemaOf(shadow);
        for (const migration of subjects) {
            const started = engine.clock.now();
            const upTo = folder.migrations.slice(0, folder.migrations.indexOf(migration) + 1);
            const one = { ...folder, migrations: upTo };
            const { problems: found, schema } = await verifyOne(shadow, one, { migration, before });
            before = schema;
            const isAsked = options.data === true && found.length === 0;
            const data = isAsked ? await (await loadVerifyData()).verifyData(shadow, one, migration.version) : undefined;
            const lost = data?.kind === 'differs' ? [{ kind: 'verify-data-differs', message: data.message }] : [];
            const problems = [...found, ...lost];
            files.push({
                version: migration.version,
                file: migration.file,
                problems,
                data,
                durationMs: engine.clock.now() - started,
            });
            if (problems.some((problem) => problem.kind === 'verify-up-failed' || problem.kind === 'verify-up-again-failed'))
                break;
        }
        return { base: base.length, baseProblem: undefined, files };
    });
}
async function subjectsOf(engine, { folder: found, newest, steps }) {
    return (0,runner/* withReader */.mp)(engine, async ({ history }) => {
        const settled = (0,history_settle/* settle */.G9)(found, history);
        const migrations = settled.folder.migrations.map(({ others: _, ...each }) => each);
        const folder = { ...settled.folder, migrations, strays: [], ambiguity: undefined };
        const pending = (0,history_settle/* pendingOf */.lc)(migrations, history);
        const recorded = migrations.filter((each) => !pending.includes(each)).flatMap(({ problems = [] }) => problems);
        (0,history_settle/* requireRunnable */.fl)({ ...settled, problems: [...settled.problems, ...recorded] }, history);
        if (newest !== undefined)
            return { folder, subjects: migrations.slice(-newest) };
        const [oldest] = pending;
        const from = oldest === undefined ? migrations.length : migrations.indexOf(oldest);
        return { folder, subjects: migrations.slice(Math.max(0, from - (steps ?? 0))) };
    });
}
async function verifyOne(shadow, folder, { before, migration }) {
    const failed = await verify_apply(shadow, folder);
    if (failed !== undefined)
        return { problems: [{ kind: 'verify-up-failed', ...failed }], schema: before };
    const after = await schemaOf(shadow);
    if (migration.down === undefined)
        return { problems: [{ kind: 'verify-no-down-migration', message: 'no down migration' }], schema: after };
    const notDown = await takeDown(shadow);
    if (notDown !== undefined)
        return { problems: [{ kind: 'verify-down-failed', ...notDown }], schema: await schemaOf(shadow) };
    const problems = [];
    const left = (0,describe_schema/* compareSchemas */._e)(before, await schemaOf(shadow));
    if (left.length > 0) {
        problems.push({
            kind: 'verify-down-differs',
            message: `the down migration does not restore ${objects(left)}`,
            differences: left,
        });
    }
    const failedAgain = await verify_apply(shadow, folder);
    if (failedAgain !== undefined)
        return { problems: [...problems, { kind: 'verify-up-again-failed', ...failedAgain }], schema: after };
    const again = await schemaOf(shadow);
    const differs = (0,describe_schema/* compareSchemas */._e)(after, again);
    if (differs.length > 0) {
        const message = `up, down and up again changes ${objects(differs)}`;
        problems.push({ kind: 'verify-up-again-differs', message, differences: differs });
    }
    return { problems, schema: again };
}
function objects(differences) {
    const names = differences.slice(0, 3).map((each) => each.object);
    return names.join(', ') + (differences.length > 3 ? ` and ${differences.length - 3} more` : '');
}
async function verify_apply(shadow, folder) {
    const { failure } = await (0,up.up)(shadow, { folder, phase: 'all', allowOutOfOrder: true });
    if (failure === undefined)
        return undefined;
    return { message: failure.message, ...(failure.line === undefined ? {} : { line: failure.line }) };
}
async function takeDown(shadow) {
    const { failure } = await (0,down/* down */.T)(shadow, { range: { kind: 'steps', steps: 1 }, onDataLoss: 'allow' });
    return failure === undefined ? undefined : { message: failure.message };
}
async function schemaOf({ log, signal, target }) {
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep shadow' });
    try {
        return await (0,describe_schema/* readSchema */.G7)(session, tables/* HISTORY_SCHEMAS */.gB);
    }
    finally {
        await session.close();
    }
}

// EXTERNAL MODULE: ./packages/cli/lib/local-database.js
var local_database = __webpack_require__(689040);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/verify.js








async function verify_verify(call, named) {
    const folder = folderOf((0,migrations_options/* placeOf */.$t)(call));
    const [steps, data] = [(0,migrations_options/* numberOf */.rl)(call, 'steps'), !call.flag('no-data')];
    if (named !== undefined && !call.flag('local')) {
        const shadow = process.env['LOCKSTEP_SHADOW_URL'] ?? '';
        const shadowUrl = shadow === '' ? undefined : new secret/* Secret */.z(shadow);
        return answerOf(await verify(await engineOf(call, named), { folder, shadowUrl, steps, data }));
    }
    return await (0,local_database/* withLocalServer */.RB)(call, async ({ createDatabase, url }) => {
        const engine = await engineOf(call, { url, source: 'the throw-away database' });
        const shadowUrl = await createDatabase('shadow');
        return answerOf(await verify(engine, { folder, shadowUrl, newest: steps, data }));
    });
}
function answerOf(report) {
    const rows = report.files.map((each) => [
        each.problems.length === 0 ? 'verified' : 'wrong',
        each.file,
        each.data === undefined ? 'schema only' : each.data.kind,
        (0,duration/* formatDuration */.a)(each.durationMs),
    ]);
    const table = rows.length === 0 ? '' : (0,columns/* columns */.Y)(['result', 'migration', 'rows', 'time'], rows);
    const details = report.files.flatMap(({ problems }) => problems.flatMap(differencesOf));
    return { end: verifyEnd(report), text: table + details.join(''), data: report };
}
function differencesOf(problem) {
    if (!('differences' in problem))
        return [];
    return problem.differences.flatMap(({ kind, lines, object }) => [
        `${(0,plain_line/* plainLine */.h)(object)} (${kind})\n`,
        ...lines.map((line) => `    ${line}\n`),
    ]);
}

// EXTERNAL MODULE: ./packages/migrations/lib/engine/migration-lock.js
var migration_lock = __webpack_require__(31555);
// EXTERNAL MODULE: ./packages/migrations/lib/run/refused.js
var refused = __webpack_require__(903744);
;// CONCATENATED MODULE: ./packages/action-kit/lib/migrate/refused-end.js




function refusedEnd(error) {
    if (error instanceof migration_lock/* MigrationLockError */.uR) {
        return end({ verdict: 'unknown', reason: error.reason, message: (0,errors/* describe */.q0)(error) });
    }
    if (!(error instanceof refused/* PlanRefused */.M))
        return undefined;
    return end({ verdict: 'fail', reason: error.reason, message: joinSome(error.problems) });
}

// EXTERNAL MODULE: external "node:child_process"
let external_node_child_process__kept;
const external_node_child_process_ = () => (external_node_child_process__kept ??= __webpack_require__(237763));
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/db.js





async function runDb(call) {
    return await (0,local_database/* withLocalServer */.RB)(call, async ({ url }) => {
        if (!call.flag('plain'))
            await (0,shadow/* seedAsSupabase */.Op)(await engineOf(call, { url, source: 'the new database' }));
        const command = call.text('run');
        if (command !== '')
            return await runCommand(command, url.reveal(), call);
        call.terminal.writeSecret(call.json ? (0,json_text/* jsonText */.s)({ url: url.reveal() }) : `${url.reveal()}\n`);
        call.terminal.tell('Ctrl-C ends it and deletes everything in it.\n');
        await new Promise((resolve) => call.signal.addEventListener('abort', () => resolve(), { once: true }));
        return 'pass';
    });
}
async function runCommand(command, url, { signal }) {
    const env = { ...process.env, LOCKSTEP_DATABASE_URL: url, DATABASE_URL: url };
    const isGroup = process.platform !== 'win32' && process.stdin.isTTY !== true;
    const child = (0,external_node_child_process_().spawn)(command, { shell: true, stdio: 'inherit', env, detached: isGroup });
    signal.addEventListener('abort', () => endAll(child, isGroup), { once: true });
    const code = await new Promise((resolve, reject) => {
        child.once('error', (cause) => reject(new errors/* InputError */.dz(`--run: ${cause.message}`, { cause })));
        child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (code !== 0)
        return 'fail';
    return 'pass';
}
function endAll(child, isGroup) {
    if (child.pid === undefined)
        return;
    if (process.platform === 'win32') {
        (0,external_node_child_process_().spawn)('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' }).on('error', () => child.kill());
        return;
    }
    try {
        process.kill(isGroup ? -child.pid : child.pid, 'SIGTERM');
    }
    catch {
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/inspect.js + 1 modules
var inspect = __webpack_require__(257718);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var sql_source = __webpack_require__(71514);
;// CONCATENATED MODULE: ./packages/migrations/lib/draft/folders.js



function withDown(folder, file, text) {
    const newest = folder.migrations.at(-1);
    if (newest === undefined)
        return folder;
    const { problems: _, ...whole } = newest;
    return { ...folder, migrations: [...folder.migrations.slice(0, -1), { ...whole, down: scriptOf(file, text) }] };
}
function withMigration(folder, { text, ...named }) {
    const migration = { ...named, up: scriptOf(named.file, text), down: undefined };
    return { ...folder, migrations: [...folder.migrations, migration] };
}
function upTo(folder, isWanted) {
    const at = folder.migrations.findIndex(isWanted);
    if (at < 0)
        return undefined;
    return { ...folder, migrations: folder.migrations.slice(0, at + 1), strays: [], ambiguity: undefined };
}
function scriptOf(file, text) {
    const problems = [];
    const script = (0,inspect/* inspect */.N)((0,sql_source/* textSource */.r)(file, text), problems);
    if (problems.length > 0)
        throw new problem/* FileError */.f(problems);
    return script;
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __webpack_require__(470217);
// EXTERNAL MODULE: ./packages/migrations/lib/files/find-marks.js
var find_marks = __webpack_require__(320233);
// EXTERNAL MODULE: ./packages/migrations/lib/files/marks.js
var marks = __webpack_require__(557367);
// EXTERNAL MODULE: ./packages/migrations/lib/files/sections.js + 1 modules
var sections = __webpack_require__(168182);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/down-half.js







function hasDownHalf(file, sql) {
    const source = textSource(file, sql);
    return hasSections(findMarks(source)) && cutSections(source, []).down !== undefined;
}
function readDownHalf(file, sql) {
    const problems = [];
    const { down } = (0,sections/* cutSections */.Bt)((0,sql_source/* textSource */.r)(file, sql), problems);
    if (problems.length > 0)
        throw new problem/* FileError */.f(problems);
    return down?.read(0, down.size).toString('utf8');
}
function hasStatements(sql) {
    const [first] = (0,walk/* walk */.G)((0,sql_source/* textSource */.r)('', sql));
    return first !== undefined && first.kind !== 'end';
}
function withDownHalf(file, sql, down) {
    const bytes = Buffer.from(sql, 'utf8');
    const marks = (0,find_marks/* findMarks */.C)((0,sql_source/* textSource */.r)(file, bytes)).filter(({ rule }) => rule.role !== 'refused');
    const lineAt = (at) => bytes.toString('utf8', at, endOfLine(bytes, at)).trim();
    const [own, second] = marks.filter(({ rule }) => rule.role === 'down');
    if (second !== undefined)
        throw new errors/* InputError */.dz(`${file}: has several down sections; write the draft of --print into one of them`);
    if (own === undefined) {
        const up = marks.find(({ rule }) => rule.role === 'up');
        const mark = (up === undefined ? undefined : downMarkOf(lineAt(up.at))) ?? '-- migrate:down';
        return `${sql}${/\n[ \t]*$/.test(sql) ? '' : '\n'}\n${mark}\n${asSection(down, mark)}`;
    }
    const from = endOfLine(bytes, own.at);
    const end = marks.find(({ at }) => at > own.at)?.at ?? bytes.length;
    const there = bytes.toString('utf8', from, end);
    const kept = hasStatements(there) ? '' : there.split('\n').filter(isKept).join('\n').trim();
    const head = bytes.toString('utf8', 0, from);
    const rest = bytes.toString('utf8', end);
    return [
        `${head}${head.endsWith('\n') ? '' : '\n'}`,
        kept === '' ? '' : `${kept}\n`,
        asSection(down, lineAt(own.at)),
        rest === '' ? '' : `\n${rest}`,
    ].join('');
}
function isKept(line) {
    return !/^\s*--\s*(?:lockstep:\s*unfinished\b|\+\s*\w+\s+Statement(?:Begin|End)\b)/i.test(line);
}
function endOfLine(bytes, at) {
    const end = bytes.indexOf(10, at);
    return end < 0 ? bytes.length : end + 1;
}
function downMarkOf(up) {
    const { tool } = (0,marks/* ruleOf */.Y)(up, false) ?? {};
    const bare = up.replace(/\s+(?:\w+\s*[:=]\s*\w+|no\s*transaction)\s*$/i, '').trimEnd();
    const lines = [bare, up].map((line) => line
        .replace(/\bmigration(?=\.sql\b)/i, 'down')
        .replace(/\bup(?=s?\b)/i, (word) => (word === 'UP' ? 'DOWN' : word === 'Up' ? 'Down' : 'down')));
    return lines.find((line) => {
        const rule = (0,marks/* ruleOf */.Y)(line, false);
        return rule?.role === 'down' && rule.tool === tool;
    });
}
function asSection(sql, mark) {
    const [, sign] = /^(--\s*\+\s*\w+)\s+(?:up|down)\b/i.exec(mark) ?? [];
    const bytes = Buffer.from(sql, 'utf8');
    if (sign === undefined || /^\s*--\s*\+\s*\w+\s+StatementBegin\b/im.test(sql))
        return sql;
    const parts = [];
    let done = 0;
    for (const item of (0,walk/* walk */.G)((0,sql_source/* textSource */.r)('', bytes))) {
        if (item.kind !== 'statement' || !item.bytes.includes(';'))
            continue;
        const statement = bytes.toString('utf8', item.start, item.to).trimEnd();
        parts.push(bytes.toString('utf8', done, item.start));
        parts.push(`${sign} StatementBegin\n${statement}${statement.endsWith(';') ? '' : ';'}\n${sign} StatementEnd`);
        done = item.to;
    }
    return parts.join('') + bytes.toString('utf8', done);
}

// EXTERNAL MODULE: ./packages/migrations/lib/parse/calls.js
var calls = __webpack_require__(876172);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/runs.js + 1 modules
var runs = __webpack_require__(5465);
;// CONCATENATED MODULE: ./packages/migrations/lib/draft/relations.js

function relations_nameOf(relation) {
    const fields = (0,parser/* child */.jf)(relation ?? {}, 'RangeVar') ?? relation;
    return { schema: (0,parser/* text */.Qq)(fields, 'schemaname'), name: (0,parser/* text */.Qq)(fields, 'relname') };
}
function relations_shown({ name, schema }) {
    return schema === '' ? name : `${schema}.${name}`;
}
function nameIn(text) {
    const [name = '', schema = ''] = text.replaceAll('"', '').split('.').reverse();
    return { schema, name };
}
function isCalled(full, { name, schema }) {
    const plain = full.replaceAll('"', '').replace(/^foreign table /, '');
    return schema === '' ? plain === name || plain.endsWith(`.${name}`) : plain === `${schema}.${name}`;
}
const MAKES = /^(Create|CreateTableAs|View|CreateForeignTable|CreateSeq|Select)Stmt$/;
function madeBy(statements) {
    return new Set(statements.flatMap(({ parsed }) => {
        if (parsed === undefined || !MAKES.test(parsed.type))
            return [];
        const { fields } = parsed;
        const base = (0,parser/* child */.jf)(fields, 'base') ?? fields;
        const into = (0,parser/* child */.jf)(fields, 'into') ?? (0,parser/* child */.jf)(fields, 'intoClause');
        const made = (0,parser/* child */.jf)((0,parser/* child */.jf)(into ?? {}, 'IntoClause') ?? into ?? {}, 'rel');
        const relation = made ?? (0,parser/* child */.jf)(base, 'relation') ?? (0,parser/* child */.jf)(base, 'view') ?? (0,parser/* child */.jf)(base, 'sequence');
        return relation === undefined ? [] : [relations_nameOf(relation).name];
    }));
}
const ROWS = ['table', 'view', 'materialized view', 'sequence', 'rare'];
function wasThere(name, { after, before, made }) {
    const called = ({ items }) => [...items.values()].filter(({ facts, kind, name: full }) => {
        const { sequence } = kind.name === 'column' ? facts : {};
        return ROWS.includes(kind.name) ? isCalled(full, name) : sequence && isCalled(sequence.name, name);
    });
    const old = new Set([...before.items.values()].map(({ address }) => address));
    const now = called(after);
    if (now.length > 0)
        return now.some((item) => leadsToOld(item, after, old));
    return called(before).length > 0 || !made.has(name.name);
}
function leadsToOld(item, state, old, seen = new Set()) {
    if (seen.has(item.id))
        return false;
    seen.add(item.id);
    if (old.has(item.address) || item.kind.name === 'rare')
        return true;
    if (item.kind.name !== 'view')
        return false;
    return state.edges
        .filter(({ dependent }) => dependent === item.id)
        .flatMap(({ needed }) => state.items.get(state.items.get(needed)?.parent || needed) ?? [])
        .filter(({ kind }) => ROWS.includes(kind.name))
        .some((each) => leadsToOld(each, state, old, seen));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/calls.js




const CALLING = new RegExp(`^((Select|Call|Insert|Update|Delete|Merge|CreateTableAs)Stmt|${runs/* CALLS */.q$})$`);
const CHANGES = [
    [/^(lo_(creat|create|import|from_bytea|put|unlink|truncate|truncate64)|lowrite)$/, 'large objects'],
    [/^dblink(_exec|_send_query)?$/, 'what is behind another connection'],
    [/^pg_(create|drop|copy)_\w*replication_slot$|^pg_replication_origin_(create|drop)$/, 'what is replicated'],
];
const SERVICES = /^(cron|vault|net|pgmq|partman|pgsodium|realtime|supabase_functions)$/;
const READS = /^(topic|get_|read|list_|metrics|show_|decrypt|crypto_)/;
const COMPUTES = /^(public|extensions|pg_catalog|information_schema|auth|storage|graphql|topology)$/;
function calls_calls({ line, parsed }, { routines, ...known }) {
    if (parsed === undefined || !CALLING.test(parsed.type))
        return [];
    const all = [...(0,calls/* callsIn */.T)(parsed.fields)];
    const found = all.flatMap((each) => {
        const [name = '', schema = ''] = each.split('.').reverse();
        const own = /^(|pg_catalog|public|extensions)$/.test(schema)
            ? CHANGES.find(([pattern]) => pattern.test(name))
            : undefined;
        if (own !== undefined)
            return [`line ${line} calls ${name}: it changes ${own[1]}, and that stays changed`];
        const isOther = SERVICES.test(schema)
            ? !READS.test(name)
            : schema !== '' && !COMPUTES.test(schema) && !routines.has((0,parser/* canonical */.$N)(each));
        return isOther ? [`line ${line} calls ${each}: what that changes stays changed`] : [];
    });
    const isMoved = settings(parsed).some((each) => each === undefined || wasThere(nameIn(each), { routines, ...known }));
    return isMoved ? [...found, `line ${line} calls setval: how far the sequence had come is not restored`] : found;
}
function settings({ fields }) {
    const found = [];
    const visit = (node) => {
        if (Array.isArray(node))
            for (const each of node)
                visit(each);
        if (typeof node !== 'object' || node === null || Array.isArray(node))
            return;
        const call = (0,parser/* child */.jf)(node, 'FuncCall');
        if (call !== undefined && /^(pg_catalog\.)?setval$/.test((0,parser/* listName */.sY)((0,parser/* children */.Y_)(call, 'funcname'))))
            found.push(constantIn((0,parser/* children */.Y_)(call, 'args')[0]));
        for (const value of Object.values(node))
            visit(value);
    };
    visit(fields);
    return found;
}
function constantIn(node) {
    if (node === undefined)
        return undefined;
    const constant = (0,parser/* child */.jf)(node, 'A_Const');
    if (constant !== undefined)
        return (0,parser/* text */.Qq)((0,parser/* child */.jf)(constant, 'sval'), 'sval') || undefined;
    const cast = (0,parser/* child */.jf)(node, 'TypeCast');
    if (cast !== undefined)
        return constantIn((0,parser/* child */.jf)(cast, 'arg'));
    const call = (0,parser/* child */.jf)(node, 'FuncCall');
    const isSerial = call !== undefined && /(^|\.)pg_get_serial_sequence$/.test((0,parser/* listName */.sY)((0,parser/* children */.Y_)(call, 'funcname')));
    return isSerial ? constantIn((0,parser/* children */.Y_)(call, 'args')[0]) : undefined;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/sets.js


const UNSEEN = {
    SecLabelStmt: 'a security label',
    AlterSystemStmt: 'a setting of the server',
    AlterDatabaseStmt: 'the database itself',
    AlterDatabaseSetStmt: 'a setting of the database',
    CreateSubscriptionStmt: 'a subscription',
    AlterSubscriptionStmt: 'a subscription',
    DropSubscriptionStmt: 'a subscription',
    CreateUserMappingStmt: 'a user mapping',
    AlterUserMappingStmt: 'a user mapping',
    DropUserMappingStmt: 'a user mapping',
};
function sets({ line, parsed }, known) {
    if (parsed === undefined)
        return [];
    const what = UNSEEN[parsed.type];
    if (what !== undefined)
        return [`line ${line} changes ${what}: that stays changed`];
    const counted = restarted(parsed);
    return counted !== undefined && wasThere(relations_nameOf(counted), known)
        ? [`line ${line} sets where the numbers of ${relations_shown(relations_nameOf(counted))} go on: how far they had come is not restored`]
        : [];
}
function restarted({ fields, type }) {
    if (type === 'AlterSeqStmt')
        return (0,parser/* has */.zy)(fields, 'options', 'restart') ? (0,parser/* child */.jf)(fields, 'sequence') : undefined;
    if (type !== 'AlterTableStmt')
        return undefined;
    const isAnew = (0,parser/* children */.Y_)(fields, 'cmds').some((each) => {
        const command = (0,parser/* child */.jf)(each, 'AlterTableCmd') ?? {};
        const options = (0,parser/* child */.jf)((0,parser/* child */.jf)(command, 'def') ?? {}, 'List') ?? {};
        return (0,parser/* text */.Qq)(command, 'subtype') === 'AT_SetIdentity' && (0,parser/* has */.zy)(options, 'items', 'restart');
    });
    return isAnew ? (0,parser/* child */.jf)(fields, 'relation') : undefined;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/using.js


function usingOf(statements) {
    return statements.flatMap(({ parsed }) => {
        if (parsed?.type !== 'AlterTableStmt')
            return [];
        const table = relations_nameOf((0,parser/* child */.jf)(parsed.fields, 'relation'));
        return (0,parser/* children */.Y_)(parsed.fields, 'cmds').flatMap((each) => {
            const command = (0,parser/* child */.jf)(each, 'AlterTableCmd') ?? {};
            if ((0,parser/* text */.Qq)(command, 'subtype') !== 'AT_AlterColumnType')
                return [];
            const definition = (0,parser/* child */.jf)((0,parser/* child */.jf)(command, 'def') ?? {}, 'ColumnDef') ?? {};
            const using = (0,parser/* child */.jf)(definition, 'raw_default');
            const column = (0,parser/* text */.Qq)(command, 'name');
            return using === undefined || isCast(using, column, typeName((0,parser/* child */.jf)(definition, 'typeName')))
                ? []
                : [{ table, column }];
        });
    });
}
function isColumn({ column, table }, { facts, kind }) {
    return (kind.name === 'column' &&
        isCalled(String(facts['table']), table) &&
        String(facts['column']).replace(/^"|"$/g, '').replaceAll('""', '"') === column);
}
function isCast(expression, column, type) {
    const { fields, type: kind } = (0,parser/* opened */.Sg)(expression);
    if (kind === 'ColumnRef')
        return (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'fields').slice(-1)) === column;
    if (kind !== 'TypeCast' || typeName((0,parser/* child */.jf)(fields, 'typeName')) !== type)
        return false;
    const inner = (0,parser/* opened */.Sg)((0,parser/* child */.jf)(fields, 'arg') ?? {});
    const isText = inner.type === 'TypeCast' && typeName((0,parser/* child */.jf)(inner.fields, 'typeName')) === typeName(TEXT);
    return isCast((isText ? (0,parser/* child */.jf)(inner.fields, 'arg') : (0,parser/* child */.jf)(fields, 'arg')) ?? {}, column, '');
}
const TEXT = { names: [{ String: { sval: 'text' } }], typemod: -1 };
function typeName(node) {
    const names = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(node ?? {}, 'names')).replace(/^pg_catalog\./, '');
    const bounds = (0,parser/* children */.Y_)(node ?? {}, 'arrayBounds').length;
    return JSON.stringify([names, bounds, modifiers((0,parser/* children */.Y_)(node ?? {}, 'typmods'))]);
}
function modifiers(nodes) {
    return nodes.map((each) => (0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'A_Const') ?? {}, 'ival') ?? {});
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/lost.js







function findLost(migration, parse, before, after) {
    const routines = routinesOf(before, parse);
    const statements = (0,parse_statements/* readStatements */.b)(migration.up, parse, routines);
    const known = { before, after, routines, made: madeBy(statements) };
    const written = statements.flatMap((each) => [...writes(each, known), ...sets(each, known), ...calls_calls(each, known)]);
    return [...new Set([...gone(before, after, usingOf(statements)), ...written])];
}
function routinesOf({ items }, parse) {
    const routines = new Map();
    for (const { facts, kind, name } of items.values())
        if (kind.name === 'routine')
            (0,parse_statements/* readStatements */.b)(scriptOf(name, `${facts['def']};\n`), parse, routines);
    return routines;
}
function gone(before, after, using) {
    const left = new Map([...after.items.values()].map((item) => [item.address, item]));
    const isLeft = (id) => left.has(before.items.get(id)?.address ?? '');
    return [...before.items.values()].flatMap((item) => {
        const { address, facts, kind, name, parent } = item;
        const now = left.get(address);
        if (kind.name === 'table' && now === undefined)
            return [`the rows of ${name} are deleted`];
        if (kind.name === 'sequence' && now === undefined && !comesBack(name, before))
            return [`how far the sequence ${name} had come is lost: it starts again`];
        if (kind.name !== 'column' || !isLeft(parent))
            return [];
        if (now === undefined)
            return facts['generated'] === '' ? [`the values of ${name} are deleted`] : [];
        const isSame = now.facts['typeId'] === facts['typeId'] || now.facts['type'] === facts['type'];
        if (!isSame && !isWider(facts['type'], now.facts['type']))
            return [
                `the values of ${name} were ${facts['type']} and are ${now.facts['type']}: what that changed in them stays`,
            ];
        const isChanged = using.some((each) => isColumn(each, item) || isColumn(each, now));
        return isChanged ? [`the values of ${name} were changed by USING: what that changed in them stays`] : [];
    });
}
function comesBack(name, { items }) {
    return items.get(`owner of sequence ${name}`)?.facts['counts'] === true;
}
const LARGER = [
    ['smallint', 'integer', 'bigint', 'numeric'],
    ['real', 'double precision'],
];
function isWider(was, is) {
    if (LARGER.some((each) => each.includes(was) && each.indexOf(is) > each.indexOf(was)))
        return true;
    const length = (type) => /^character varying(?:\((\d+)\))?$/.exec(type);
    if (length(was) === null)
        return false;
    const [before, now] = [Number(length(was)?.[1] ?? Infinity), Number(length(is)?.[1] ?? Infinity)];
    return is === 'text' || (length(is) !== null && now >= before);
}
const VERBS = {
    UpdateStmt: 'updates rows of',
    DeleteStmt: 'deletes rows of',
    InsertStmt: 'inserts rows into',
    MergeStmt: 'changes rows of',
    TruncateStmt: 'deletes the rows of',
    CopyStmt: 'inserts rows into',
};
const lost_UNSEEN = '…';
function writes({ line, parsed, unreadable }, known) {
    const unseen = `line ${line} runs SQL that is built when it runs: rows that it changes stay changed`;
    if (unreadable)
        return [unseen];
    const verb = parsed === undefined ? undefined : VERBS[parsed.type];
    if (parsed === undefined || verb === undefined || (parsed.type === 'CopyStmt' && parsed.fields['is_from'] !== true))
        return [];
    const single = parsed.fields['relation'];
    const relations = single === undefined ? (0,parser/* children */.Y_)(parsed.fields, 'relations') : [single];
    return relations.flatMap((relation) => {
        const name = relations_nameOf(relation);
        if (name.name.includes(lost_UNSEEN))
            return [unseen];
        return wasThere(name, known) ? [`line ${line} ${verb} ${relations_shown(name)}`] : [];
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/words.js
const HEAD = (without) => `with members as materialized (
    select x.classid, x.objid from pg_depend x where x.deptype = 'e'),
  own as materialized (select n.oid, n.nspname from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname not in (${without.map((name) => `'${name}'`).join(', ')})
      and not exists (select from members m where m.classid = 'pg_namespace'::regclass and m.objid = n.oid)) `;
function isOwn(oid, catalog, schema) {
    return `${schema} in (select oid from own) and ${isNoMember(oid, catalog)}`;
}
function isNoMember(oid, catalog) {
    return `${oid} not in (select m.objid from members m where m.classid = '${catalog}'::regclass)`;
}
function address(catalog, oid, sub = '0') {
    return `'${catalog}/' || ${oid} || '/' || ${sub}`;
}
function relationId(alias) {
    return `case ${alias}.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table ' when 'S' then 'sequence ' when 'c' then 'composite type ' when 'i' then 'index ' when 'I' then 'index ' else 'table ' end || ${alias}.oid::regclass`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/names.js



const GROUPS = [
    'schema',
    'relation',
    'type',
    'routine',
    'column',
    'label',
    'constraint',
    'trigger',
    'policy',
    'rule',
];
const relationWord = `case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'i' then 'index' when 'I' then 'index' when 'f' then 'foreign table' when 'c' then 'type' else 'table' end`;
const onTable = (word, from, oid, name) => `select '${word}', ${oid}, '', ${name}, '${word} ' || quote_ident(${name}) || ' on ' || c.oid::regclass from ${from}`;
const QUERIES = {
    schema: `select 'schema', 'pg_namespace/' || n.oid, '', n.nspname, 'schema ' || quote_ident(n.nspname) from pg_namespace n where n.oid in (select oid from own)`,
    relation: `select 'relation', 'pg_class/' || c.oid, c.relnamespace::regnamespace::text, c.relname, ${relationWord} || ' ' || c.oid::regclass from pg_class c
     where c.relkind in ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'f', 'c') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
       and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))`,
    type: `select 'type', 'pg_type/' || t.oid, t.typnamespace::regnamespace::text, t.typname, case t.typtype when 'd' then 'domain ' else 'type ' end || t.oid::regtype
     from pg_type t where t.typtype in ('e', 'd', 'r') and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`,
    routine: `select 'routine', 'pg_proc/' || p.oid, p.pronamespace::regnamespace::text, p.proname, case p.prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' else 'function ' end || p.oid::regprocedure
     from pg_proc p where ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}`,
    column: `select 'column', 'pg_class/' || c.oid || '/' || a.attnum, '', a.attname, case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'c' then 'type ' else 'table ' end || c.oid::regclass
            || case c.relkind when 'c' then ' rename attribute ' else ' rename column ' end || quote_ident(a.attname)
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and (a.attislocal or a.attinhcount = 0)
     where c.relkind in ('r', 'p', 'v', 'm', 'c') and not c.relispartition and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    label: `select 'label', 'pg_enum/' || e.oid, '', e.enumlabel, 'type ' || t.oid::regtype || ' rename value ' || quote_literal(e.enumlabel)
     from pg_enum e join pg_type t on t.oid = e.enumtypid where ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`,
    constraint: `select 'constraint', 'pg_constraint/' || o.oid, '', o.conname, 'table ' || o.conrelid::regclass || ' rename constraint ' || quote_ident(o.conname)
     from pg_constraint o join pg_class c on c.oid = o.conrelid where o.contype in ('c', 'f', 'p', 'u', 'x') and o.conparentid = 0 and (o.conislocal or o.coninhcount = 0) and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    trigger: `${onTable('trigger', 'pg_trigger t join pg_class c on c.oid = t.tgrelid', `'pg_trigger/' || t.oid`, 't.tgname')} where not t.tgisinternal and t.tgparentid = 0 and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    policy: `${onTable('policy', 'pg_policy p join pg_class c on c.oid = p.polrelid', `'pg_policy/' || p.oid`, 'p.polname')} where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    rule: `${onTable('rule', 'pg_rewrite r join pg_class c on c.oid = r.ev_class', `'pg_rewrite/' || r.oid`, 'r.rulename')} where r.rulename <> '_RETURN' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
};
async function readNames(session, groups = GROUPS) {
    const names = new Map();
    for (const each of groups) {
        for (const row of await session.rows(`${HEAD(tables/* HISTORY_SCHEMAS */.gB)} select q.*, quote_ident(q.named) from (${QUERIES[each]}) as q (grouped, address, schemed, named, now)`)) {
            const [group, address, schema, name, now, quoted] = row.map((value) => value ?? '');
            names.set(address ?? '', {
                group: group,
                address: address ?? '',
                schema: schema ?? '',
                name: name ?? '',
                now: now ?? '',
                quoted: quoted ?? '',
            });
        }
    }
    return names;
}
function rename(now, before) {
    const to = now.group === 'label' ? (0,quote/* literal */.eu)(before.name) : before.quoted;
    const moves = now.schema !== before.schema ? [`alter ${now.now} set schema ${before.schema}`] : [];
    if (now.name === before.name)
        return moves;
    const where = moves.length === 0 ? now.now : moved(now, before.schema);
    if (now.group === 'column' || now.group === 'label' || now.group === 'constraint')
        return [`alter ${where} to ${to}`];
    return [...moves, `alter ${where} rename to ${to}`];
}
function moved({ now, schema }, to) {
    return now.replace(` ${schema}.`, ` ${to}.`);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/containers.js

const schema = {
    name: 'schema',
    query: `select quote_ident(n.nspname), ${address('pg_namespace', 'n.oid')}, '', '{}'::jsonb from pg_namespace n join own o on o.oid = n.oid`,
    create: ({ name }) => [`create schema ${name}`],
    drop: ({ name }) => [`drop schema ${name}`],
};
const extension = {
    name: 'extension',
    query: `select quote_ident(e.extname), ${address('pg_extension', 'e.oid')}, '',
            jsonb_build_object('schema', e.extnamespace::regnamespace, 'version', e.extversion, 'movable', e.extrelocatable)
       from pg_extension e`,
    create: ({ facts, name }) => [
        `create extension ${name} with schema ${facts['schema']} version '${facts['version']}'`,
    ],
    drop: ({ name }) => [`drop extension ${name}`],
    change: (from, to) => {
        if (from === undefined || to === undefined || from.facts['version'] !== to.facts['version'])
            return undefined;
        return to.facts['movable'] ? [`alter extension ${to.name} set schema ${to.facts['schema']}`] : undefined;
    },
};
const eventTrigger = {
    name: 'event trigger',
    query: `select quote_ident(t.evtname), ${address('pg_event_trigger', 't.oid')}, '',
            jsonb_build_object('event', t.evtevent, 'tags', (select string_agg(quote_literal(tag), ', ') from unnest(t.evttags) tag),
              'function', t.evtfoid::regproc, 'enabled', t.evtenabled)
       from pg_event_trigger t where ${isNoMember('t.oid', 'pg_event_trigger')}`,
    create: ({ facts, name }) => [
        `create event trigger ${name} on ${facts['event']}${facts['tags'] === null ? '' : ` when tag in (${facts['tags']})`} execute function ${facts['function']}()`,
        ...(facts['enabled'] === 'D' ? [`alter event trigger ${name} disable`] : []),
    ],
    drop: ({ name }) => [`drop event trigger ${name}`],
};
const publication = {
    name: 'publication',
    query: `select quote_ident(p.pubname), ${address('pg_publication', 'p.oid')}, '',
            jsonb_build_object('all', p.puballtables, 'root', p.pubviaroot, 'publish', concat_ws(', ', case when p.pubinsert then 'insert' end,
              case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end))
       from pg_publication p where ${isNoMember('p.oid', 'pg_publication')}`,
    create: ({ facts, name }) => [
        `create publication ${name}${facts['all'] ? ' for all tables' : ''} with (${published(facts)})`,
    ],
    drop: ({ name }) => [`drop publication ${name}`],
    change: (from, to) => to === undefined || from?.facts['all'] !== to.facts['all']
        ? undefined
        : [`alter publication ${to.name} set (${published(to.facts)})`],
};
function published(facts) {
    return `publish = '${facts['publish']}'${facts['root'] === true ? ', publish_via_partition_root = true' : ''}`;
}
const published_table = {
    name: 'published table',
    query: `select quote_ident(p.pubname) || ' ' || r.prrelid::regclass, ${address('pg_publication_rel', 'r.oid')}, 'publication ' || quote_ident(p.pubname),
            jsonb_build_object('publication', quote_ident(p.pubname), 'table', r.prrelid::regclass, 'where', pg_get_expr(r.prqual, r.prrelid),
              'columns', (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = r.prrelid and a.attnum = any (r.prattrs::int2[])))
       from pg_publication_rel r join pg_publication p on p.oid = r.prpubid`,
    create: ({ facts }) => [
        `alter publication ${facts['publication']} add table ${facts['table']}${facts['columns'] === null ? '' : ` (${facts['columns']})`}${facts['where'] === null ? '' : ` where (${facts['where']})`}`,
    ],
    drop: ({ facts }) => [`alter publication ${facts['publication']} drop table ${facts['table']}`],
};

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/on-tables.js

const constraint = {
    name: 'constraint',
    query: `select quote_ident(o.conname) || ' on ' || coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text), ${address('pg_constraint', 'o.oid')},
            case when o.conrelid <> 0 then 'table ' || o.conrelid::regclass else 'domain ' || o.contypid::regtype end,
            jsonb_build_object('on', case when o.conrelid <> 0 then 'table ' || o.conrelid::regclass else 'domain ' || o.contypid::regtype end, 'constraint', quote_ident(o.conname), 'def', pg_get_constraintdef(o.oid))
       from pg_constraint o where o.contype in ('c', 'f', 'p', 'u', 'x') and o.connamespace in (select oid from own)
        and (o.conislocal or o.coninhcount = 0) and o.conparentid = 0
        and o.conrelid not in (select m.objid from members m where m.classid = 'pg_class'::regclass)
        and o.contypid not in (select m.objid from members m where m.classid = 'pg_type'::regclass)`,
    create: ({ facts }) => [`alter ${facts['on']} add constraint ${facts['constraint']} ${facts['def']}`],
    drop: ({ facts }) => [`alter ${facts['on']} drop constraint ${facts['constraint']}`],
};
const index = {
    name: 'index',
    query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('def', pg_get_indexdef(c.oid), 'valid', i.indisvalid)
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where t.relkind in ('r', 'p', 'm') and ${isOwn('t.oid', 'pg_class', 't.relnamespace')} and not c.relispartition
        and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))`,
    create: ({ facts }) => [facts['def']],
    drop: ({ name }) => [`drop index ${name}`],
};
const trigger = {
    name: 'trigger',
    query: `select quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass, ${address('pg_trigger', 't.oid')}, ${relationId('c')},
            jsonb_build_object('table', t.tgrelid::regclass, 'trigger', quote_ident(t.tgname), 'def', pg_get_triggerdef(t.oid), 'enabled', t.tgenabled)
       from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0 and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    create: ({ facts }) => [facts['def'], ...(facts['enabled'] === 'O' ? [] : [enabling(facts)])],
    drop: ({ facts }) => [`drop trigger ${facts['trigger']} on ${facts['table']}`],
    change: (from, to) => from === undefined || to === undefined || from.facts['def'] !== to.facts['def'] ? undefined : [enabling(to.facts)],
};
const ENABLED = {
    O: 'enable trigger',
    D: 'disable trigger',
    R: 'enable replica trigger',
    A: 'enable always trigger',
};
function enabling(facts) {
    return `alter table ${facts['table']} ${ENABLED[String(facts['enabled'])]} ${facts['trigger']}`;
}
const rule = {
    name: 'rule',
    query: `select quote_ident(r.rulename) || ' on ' || r.ev_class::regclass, ${address('pg_rewrite', 'r.oid')}, ${relationId('c')},
            jsonb_build_object('table', r.ev_class::regclass, 'rule', quote_ident(r.rulename), 'def', rtrim(pg_get_ruledef(r.oid), ';'))
       from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    create: ({ facts }) => [facts['def']],
    drop: ({ facts }) => [`drop rule ${facts['rule']} on ${facts['table']}`],
};
const COMMANDS = { r: 'select', a: 'insert', w: 'update', d: 'delete', '*': 'all' };
const policy = {
    name: 'policy',
    query: `select quote_ident(p.polname) || ' on ' || p.polrelid::regclass, ${address('pg_policy', 'p.oid')}, 'table ' || p.polrelid::regclass,
            jsonb_build_object('table', p.polrelid::regclass, 'policy', quote_ident(p.polname), 'permissive', p.polpermissive, 'command', p.polcmd,
              'roles', (select string_agg(case when r = 0 then 'public' else quote_ident(pg_get_userbyid(r)) end, ', ' order by 1) from unnest(p.polroles) r),
              'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
       from pg_policy p join pg_class c on c.oid = p.polrelid where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
         or exists (select from pg_namespace n where n.oid = c.relnamespace and n.nspname in ('storage', 'realtime'))`,
    create: ({ facts }) => [
        [
            `create policy ${facts['policy']} on ${facts['table']}${facts['permissive'] ? '' : ' as restrictive'} for ${COMMANDS[facts['command']]} to ${facts['roles']}`,
            ...(facts['using'] === null ? [] : [`using (${facts['using']})`]),
            ...(facts['check'] === null ? [] : [`with check (${facts['check']})`]),
        ].join(' '),
    ],
    drop: ({ facts }) => [`drop policy ${facts['policy']} on ${facts['table']}`],
};
const statistics = {
    name: 'statistics',
    query: `select s.stxnamespace::regnamespace || '.' || quote_ident(s.stxname), ${address('pg_statistic_ext', 's.oid')}, '',
            jsonb_build_object('def', pg_get_statisticsobjdef(s.oid)) from pg_statistic_ext s where s.stxnamespace in (select oid from own)`,
    create: ({ facts }) => [facts['def']],
    drop: ({ name }) => [`drop statistics ${name}`],
};

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/rights.js

const GRANTS = (acl) => `(select coalesce(jsonb_object_agg(g.grantee, g.rights), '{}') from (
    select case e.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(e.grantee)) end as grantee,
           jsonb_agg(lower(e.privilege_type) || case when e.is_grantable then '*' else '' end order by e.privilege_type) as rights
      from aclexplode(${acl}) e group by e.grantee) as g)`;
const facts = (word, of, acl, usual) => `jsonb_build_object('word', ${word}, 'of', ${of}, 'grants', ${GRANTS(`coalesce(${acl}, acldefault(${usual}))`)})`;
const grants = {
    name: 'rights',
    query: `select ${relationId('c')}, '', '', ${facts(`case c.relkind when 'S' then 'sequence' else 'table' end`, 'c.oid::regclass::text', 'c.relacl', `(case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner`)}
       from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
     union all select p.oid::regprocedure::text, '', '', ${facts(`case p.prokind when 'p' then 'procedure' else 'function' end`, 'p.oid::regprocedure::text', 'p.proacl', `'f'::"char", p.proowner`)}
       from pg_proc p where ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
     union all select 'type ' || t.oid::regtype, '', '', ${facts(`'type'`, 't.oid::regtype::text', 't.typacl', `'T'::"char", t.typowner`)}
       from pg_type t where t.typtype in ('e', 'd', 'r') and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}
     union all select 'schema ' || quote_ident(n.nspname), '', '', ${facts(`'schema'`, 'quote_ident(n.nspname)', 'n.nspacl', `'n'::"char", n.nspowner`)}
       from pg_namespace n where n.oid in (select oid from own)
     union all select 'column ' || c.oid::regclass || '.' || quote_ident(a.attname), '', '',
         jsonb_build_object('word', 'table', 'of', c.oid::regclass::text, 'column', quote_ident(a.attname), 'grants', ${GRANTS('a.attacl')})
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attacl is not null and not a.attisdropped where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    change: (from, to) => {
        const { column, of, word } = (to ?? from)?.facts ?? {};
        if (column === undefined && (from === undefined || to === undefined))
            return [];
        const part = column === undefined ? '' : ` (${column})`;
        return difference(from?.facts['grants'] ?? {}, to?.facts['grants'] ?? {}, {
            right: (right) => `${right}${part}`,
            on: `on ${word} ${of}`,
            before: '',
        });
    },
};
function difference(is, was, { before, on, right }) {
    const grantees = [...new Set([...Object.keys(is), ...Object.keys(was)])].sort();
    return grantees.flatMap((grantee) => {
        const now = (is[grantee] ?? []);
        const then = (was[grantee] ?? []);
        const bare = (rights) => rights.map((each) => each.replace('*', ''));
        const gone = bare(now).filter((each) => !bare(then).includes(each));
        const lesser = then.filter((each) => !each.endsWith('*') && now.includes(`${each}*`));
        const plain = then.filter((each) => !each.endsWith('*') && !bare(now).includes(each));
        const strong = bare(then.filter((each) => each.endsWith('*') && !now.includes(each)));
        const list = (rights) => rights.map(right).join(', ');
        return [
            ...(gone.length === 0 ? [] : [`${before}revoke ${list(gone)} ${on} from ${grantee}`]),
            ...(lesser.length === 0 ? [] : [`${before}revoke grant option for ${list(lesser)} ${on} from ${grantee}`]),
            ...(plain.length === 0 ? [] : [`${before}grant ${list(plain)} ${on} to ${grantee}`]),
            ...(strong.length === 0 ? [] : [`${before}grant ${list(strong)} ${on} to ${grantee} with grant option`]),
        ];
    });
}
const LETTERS = `case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas' end`;
const defaultRights = {
    name: 'default rights',
    query: `select pg_get_userbyid(d.defaclrole) || ' ' || d.defaclnamespace || ' ' || d.defaclobjtype::text, '', '', jsonb_build_object('role', quote_ident(pg_get_userbyid(d.defaclrole)),
            'schema', nullif(d.defaclnamespace, 0)::regnamespace, 'word', ${LETTERS}, 'grants', ${GRANTS('d.defaclacl')},
            'usual', case when d.defaclnamespace = 0 then ${GRANTS("acldefault((case d.defaclobjtype when 'S' then 's' else d.defaclobjtype::text end)::\"char\", d.defaclrole)")} else '{}'::jsonb end)
       from pg_default_acl d where d.defaclnamespace = 0 or d.defaclnamespace in (select oid from own)`,
    change: (from, to) => {
        const { role, schema, usual, word } = (to ?? from)?.facts ?? {};
        const place = schema === null ? '' : ` in schema ${schema}`;
        return difference(from?.facts['grants'] ?? usual, to?.facts['grants'] ?? usual, {
            right: (each) => each,
            on: `on ${word}`,
            before: `alter default privileges for role ${role}${place} `,
        });
    },
};

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/routines.js

const routine = {
    name: 'routine',
    query: `select p.oid::regprocedure::text, ${address('pg_proc', 'p.oid')}, '', jsonb_build_object('word', case p.prokind when 'p' then 'procedure' else 'function' end,
            'def', rtrim(pg_get_functiondef(p.oid), E'\\n'), 'shape', concat_ws(' ', p.prokind, p.prorettype::regtype, p.proretset, p.proargnames, p.proargmodes, p.proallargtypes), 'defaults', p.pronargdefaults)
       from pg_proc p where p.prokind <> 'a' and ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
        and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`,
    create: ({ facts }) => [facts['def']],
    drop: ({ facts, name }) => [`drop ${facts['word']} ${name}`],
    change: (from, to) => from === undefined ||
        to === undefined ||
        from.facts['shape'] !== to.facts['shape'] ||
        from.facts['defaults'] > to.facts['defaults']
        ? undefined
        : [to.facts['def']],
};
const rare = {
    name: 'rare',
    query: `select i.type || ' ' || i.identity, x.class || '/' || x.oid || '/0', '', jsonb_build_object('drop', 'drop ' || i.type || ' ' || i.identity)
       from (${[
        ['pg_operator', 'oprnamespace'],
        ['pg_opclass', 'opcnamespace'],
        ['pg_opfamily', 'opfnamespace'],
        ['pg_collation', 'collnamespace'],
        ['pg_conversion', 'connamespace'],
        ['pg_ts_config', 'cfgnamespace'],
        ['pg_ts_dict', 'dictnamespace'],
        ['pg_ts_parser', 'prsnamespace'],
        ['pg_ts_template', 'tmplnamespace'],
    ]
        .map(([table, schema]) => `select '${table}' as class, '${table}'::regclass as classid, o.oid from ${table} o where ${isOwn('o.oid', String(table), `o.${schema}`)}`)
        .join(' union all ')}
         union all select 'pg_proc', 'pg_proc'::regclass, p.oid from pg_proc p where p.prokind = 'a' and ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
         ${['pg_cast', 'pg_am', 'pg_foreign_data_wrapper', 'pg_foreign_server', 'pg_language', 'pg_transform']
        .map((table) => `union all select '${table}', '${table}'::regclass, o.oid from ${table} o where o.oid >= 16384 and ${isNoMember('o.oid', table)}`)
        .join(' ')}
         union all select 'pg_class', 'pg_class'::regclass, c.oid from pg_class c where c.relkind = 'f' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}) as x
       cross join lateral pg_identify_object(x.classid, x.oid, 0) as i`,
    drop: ({ facts }) => [facts['drop']],
};

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/settings.js

const rowSecurity = {
    name: 'row security',
    query: `select c.oid::regclass::text, '', 'table ' || c.oid::regclass, jsonb_build_object('on', c.relrowsecurity, 'forced', c.relforcerowsecurity)
       from pg_class c where c.relkind in ('r', 'p') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    change: (from, to) => [
        ...(from?.facts['on'] === to?.facts['on']
            ? []
            : [`alter table ${(to ?? from)?.name} ${to?.facts['on'] ? 'enable' : 'disable'} row level security`]),
        ...(from?.facts['forced'] === to?.facts['forced']
            ? []
            : [`alter table ${(to ?? from)?.name} ${to?.facts['forced'] ? 'force' : 'no force'} row level security`]),
    ],
};
const IDENTITIES = { d: 'default', n: 'nothing', f: 'full' };
const replicaIdentity = {
    name: 'replica identity',
    query: `select c.oid::regclass::text, '', 'table ' || c.oid::regclass, jsonb_build_object('identity', c.relreplident,
            'index', (select quote_ident(x.relname) from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid and i.indisreplident),
            'cluster', (select quote_ident(x.relname) from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid and i.indisclustered))
       from pg_class c where c.relkind in ('r', 'p') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    change: (from, to) => {
        if (from === undefined || to === undefined)
            return [];
        const alter = `alter table ${to.name}`;
        const { cluster, identity, index } = to.facts;
        const words = identity === 'i' ? `using index ${index}` : IDENTITIES[identity];
        return [
            ...(from.facts['identity'] === identity && from.facts['index'] === index
                ? []
                : [`${alter} replica identity ${words}`]),
            ...(from.facts['cluster'] === cluster
                ? []
                : [cluster === null ? `${alter} set without cluster` : `${alter} cluster on ${cluster}`]),
        ];
    },
};
const owner = {
    name: 'owner',
    query: `select ${relationId('c')}, '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(c.relowner)), 'word', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'c' then 'type' when 'f' then 'foreign table' else 'table' end, 'of', c.oid::regclass)
       from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'c', 'f', 'S') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
         and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
     union all select p.oid::regprocedure::text, '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(p.proowner)), 'word', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end, 'of', p.oid::regprocedure)
       from pg_proc p where ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
     union all select 'type ' || t.oid::regtype, '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(t.typowner)), 'word', case t.typtype when 'd' then 'domain' else 'type' end, 'of', t.oid::regtype)
       from pg_type t where t.typtype in ('e', 'd', 'r') and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}
     union all select 'schema ' || quote_ident(n.nspname), '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(n.nspowner)), 'word', 'schema', 'of', quote_ident(n.nspname))
       from pg_namespace n where n.oid in (select oid from own)`,
    change: (from, to) => from === undefined || to === undefined
        ? []
        : [`alter ${to.facts['word']} ${to.facts['of']} owner to ${to.facts['owner']}`],
};
const TARGETS = [
    [/ column$/, 'column'],
    [/^table constraint$/, 'constraint'],
    [/^composite type$/, 'type'],
    [/^statistics object$/, 'statistics'],
    [/^foreign-data wrapper$/, 'foreign data wrapper'],
];
const comment = {
    name: 'comment',
    query: `select i.type || ' ' || i.identity, '', '', jsonb_build_object('type', i.type, 'identity', i.identity, 'text', quote_literal(d.description))
       from pg_description d cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) as i
      where (d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass)
        and (i.schema is null or exists (select from own o where quote_ident(o.nspname) = i.schema))
        and (d.classoid <> 'pg_namespace'::regclass or d.objoid in (select oid from own)) and i.type !~ '^(operator of|function of)'
        and d.classoid not in ('pg_extension'::regclass)
        and not exists (select from members m where m.classid = d.classoid and m.objid = d.objoid)`,
    change: (from, to) => {
        const { identity, type } = (to ?? from)?.facts ?? {};
        const word = TARGETS.find(([pattern]) => pattern.test(type))?.[1] ?? type;
        const where = type === 'domain constraint' ? String(identity).replace(' on ', ' on domain ') : identity;
        return [
            `comment on ${type === 'domain constraint' ? 'constraint' : word} ${where} is ${to?.facts['text'] ?? 'null'}`,
        ];
    },
};

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/go-on.js

const USUAL = /^(-1|1|-?32767|-32768|-?2147483647|-2147483648|-?9223372036854775807|-9223372036854775808)$/;
function goOn({ increment, max, min, name, start }, { column, table }) {
    const falls = String(increment).startsWith('-');
    const [most, further, sign, end] = falls ? ['min', 'least', '<=', min] : ['max', 'greatest', '>=', max];
    const reached = `${further}(${most}(${column}), ${start})`;
    const value = USUAL.test(String(end)) ? reached : `${falls ? 'greatest' : 'least'}(${reached}, ${end})`;
    return `select pg_catalog.setval(${(0,quote/* literal */.eu)(name)}, (${value})::bigint, ${most}(${column}) ${sign} ${start}) from ${table}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/tables.js


const BASE = `pg_class c where c.relkind in ('r', 'p') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`;
const table = {
    name: 'table',
    query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('unlogged', c.relpersistence = 'u',
            'options', (select jsonb_object_agg(split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)) from unnest(c.reloptions) o where o !~ '^pg_'),
            'partitionBy', pg_get_partkeydef(c.oid), 'bound', pg_get_expr(c.relpartbound, c.oid), 'isPartition', c.relispartition,
            'parents', (select jsonb_agg(i.inhparent::regclass order by i.inhseqno) from pg_inherits i where i.inhrelid = c.oid),
            'accessMethod', (select nullif(m.amname, 'heap') from pg_am m where m.oid = c.relam))
       from ${BASE}`,
    create: (item, state) => [createTable(item, state)],
    drop: ({ name }) => [`drop table ${name}`],
    change: (from, to) => {
        if (from === undefined || to === undefined)
            return undefined;
        const alter = `alter table ${to.name}`;
        const [is, was] = [from.facts, to.facts];
        if (is['partitionBy'] !== was['partitionBy'] || is['accessMethod'] !== was['accessMethod'])
            return undefined;
        return [
            ...(is['unlogged'] === was['unlogged'] ? [] : [`${alter} set ${was['unlogged'] ? 'unlogged' : 'logged'}`]),
            ...optionChanges(alter, is['options'] ?? {}, was['options'] ?? {}),
            ...parentChanges(to.name, is, was),
        ];
    },
};
function createTable({ facts, id, name }, { items }) {
    const unlogged = facts['unlogged'] ? 'unlogged ' : '';
    const options = Object.entries((facts['options'] ?? {})).map(([key, value]) => `${key} = '${value}'`);
    const by = facts['partitionBy'] === null ? '' : ` partition by ${facts['partitionBy']}`;
    const using = facts['accessMethod'] === null ? '' : ` using ${facts['accessMethod']}`;
    const settings = options.length === 0 ? '' : ` with (${options.join(', ')})`;
    const parents = (facts['parents'] ?? []);
    if (facts['isPartition'])
        return `create ${unlogged}table ${name} partition of ${parents[0]} ${facts['bound']}${by}${using}${settings}`;
    const columns = [...items.values()]
        .filter(({ kind, parent }) => kind.name === 'column' && parent === id)
        .sort((one, other) => one.facts['position'] - other.facts['position'])
        .map(columnText);
    const body = columns.length === 0 ? '()' : `(\n  ${columns.join(',\n  ')}\n)`;
    const inherits = parents.length === 0 ? '' : ` inherits (${parents.join(', ')})`;
    return `create ${unlogged}table ${name} ${body}${inherits}${by}${using}${settings}`;
}
function optionChanges(alter, is, was) {
    const gone = Object.keys(is).filter((key) => !(key in was));
    const set = Object.entries(was).filter(([key, value]) => is[key] !== value);
    return [
        ...(gone.length === 0 ? [] : [`${alter} reset (${gone.join(', ')})`]),
        ...(set.length === 0 ? [] : [`${alter} set (${set.map(([key, value]) => `${key} = '${value}'`).join(', ')})`]),
    ];
}
function parentChanges(name, is, was) {
    const [now, before] = [is['parents'] ?? [], was['parents'] ?? []];
    if (JSON.stringify([now, is['bound']]) === JSON.stringify([before, was['bound']]))
        return [];
    const leave = (now ?? []).map((parent) => is['isPartition'] ? `alter table ${parent} detach partition ${name}` : `alter table ${name} no inherit ${parent}`);
    const enter = (before ?? []).map((parent) => was['isPartition']
        ? `alter table ${parent} attach partition ${name} ${was['bound']}`
        : `alter table ${name} inherit ${parent}`);
    return [...leave, ...enter];
}
const column = {
    name: 'column',
    query: `select c.oid::regclass || '.' || quote_ident(a.attname), ${address('pg_class', 'c.oid', 'a.attnum')}, 'table ' || c.oid::regclass,
            jsonb_build_object('table', c.oid::regclass, 'column', quote_ident(a.attname), 'position', a.attnum, 'typeId', a.atttypid || ' ' || a.atttypmod, 'type', format_type(a.atttypid, a.atttypmod),
              'collation', (select k.oid::regcollation::text from pg_collation k where k.oid = a.attcollation and a.attcollation <> t.typcollation),
              'notNull', a.attnotnull, 'generated', a.attgenerated, 'default', pg_get_expr(d.adbin, d.adrelid), 'identity', a.attidentity,
              'sequence', case when a.attidentity <> '' then (select jsonb_build_object('name', s.seqrelid::regclass, 'start', s.seqstart::text, 'increment', s.seqincrement::text,
                 'min', s.seqmin::text, 'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle) from pg_sequence s
                 where s.seqrelid = pg_get_serial_sequence(c.oid::regclass::text, a.attname)::regclass) end,
              'storage', case when a.attstorage <> t.typstorage then a.attstorage end, 'usual', t.typstorage, 'compression', nullif(a.attcompression, ''),
              'statistics', nullif(coalesce(a.attstattarget, -1), -1),
              'options', (select jsonb_agg(o) from unnest(a.attoptions) o where o !~ '^pg_'))
       from ${BASE.replace('pg_class c where', `pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where (a.attislocal or a.attinhcount = 0) and not c.relispartition and`)}`,
    create: (item) => [`alter table ${item.facts['table']} add column ${columnText(item)}`],
    drop: ({ facts }) => [`alter table ${facts['table']} drop column ${facts['column']}`],
    change: (from, to) => (from === undefined || to === undefined ? undefined : columnChanges(from.facts, to.facts)),
    blocks: ({ facts: is }, { facts: was }) => is['type'] !== was['type'] || is['collation'] !== was['collation'],
};
const STORAGE = { p: 'plain', e: 'external', m: 'main', x: 'extended' };
function columnText({ facts }) {
    return [
        `${facts['column']} ${facts['type']}`,
        ...(facts['collation'] === null ? [] : [`collate ${facts['collation']}`]),
        ...(facts['generated'] === 's' ? [`generated always as (${facts['default']}) stored`] : []),
        ...(facts['generated'] === 'v' ? [`generated always as (${facts['default']}) virtual`] : []),
        ...(facts['generated'] === '' && facts['default'] !== null ? [`default ${facts['default']}`] : []),
        ...(facts['identity'] === '' ? [] : [identityText(facts)]),
        ...(facts['notNull'] ? ['not null'] : []),
    ].join(' ');
}
function identityText({ identity, sequence }) {
    const { cache, cycle, increment, max, min, name, start } = sequence;
    return `generated ${identity === 'a' ? 'always' : 'by default'} as identity (sequence name ${name} start with ${start} increment by ${increment} minvalue ${min} maxvalue ${max} cache ${cache}${cycle ? ' cycle' : ''})`;
}
function columnChanges(is, was) {
    if (is['generated'] !== was['generated'] || (was['generated'] !== '' && is['default'] !== was['default'])) {
        return is['generated'] !== '' && was['generated'] === ''
            ? [`alter table ${was['table']} alter column ${was['column']} drop expression`]
            : undefined;
    }
    const alter = `alter table ${was['table']} alter column ${was['column']}`;
    const isTyped = is['type'] !== was['type'] || is['collation'] !== was['collation'];
    const dropsDefault = is['default'] !== null && (isTyped || was['default'] === null);
    const setsDefault = was['default'] !== null && was['generated'] === '' && (dropsDefault || is['default'] !== was['default']);
    const collate = was['collation'] === null ? '' : ` collate ${was['collation']}`;
    return [
        ...(dropsDefault && is['generated'] === '' ? [`${alter} drop default`] : []),
        ...(is['identity'] !== '' && was['identity'] === '' ? [`${alter} drop identity`] : []),
        ...(isTyped ? [`${alter} type ${was['type']}${collate} using ${was['column']}::${was['type']}`] : []),
        ...(setsDefault ? [`${alter} set default ${was['default']}`] : []),
        ...(is['notNull'] === was['notNull'] ? [] : [`${alter} ${was['notNull'] ? 'set' : 'drop'} not null`]),
        ...identityChanges(alter, is, was),
        ...(is['storage'] === was['storage'] ? [] : [`${alter} set storage ${STORAGE[was['storage'] ?? was['usual']]}`]),
        ...(is['compression'] === was['compression']
            ? []
            : [`${alter} set compression ${COMPRESSION[was['compression'] ?? ''] ?? 'default'}`]),
        ...(is['statistics'] === was['statistics'] ? [] : [`${alter} set statistics ${was['statistics'] ?? -1}`]),
        ...attributeOptions(alter, is['options'] ?? [], was['options'] ?? []),
    ];
}
const COMPRESSION = { p: 'pglz', l: 'lz4' };
function identityChanges(alter, is, was) {
    if (was['identity'] === '' ||
        JSON.stringify([is['identity'], is['sequence']]) === JSON.stringify([was['identity'], was['sequence']]))
        return [];
    if (is['identity'] === '')
        return [`${alter} add ${identityText(was)}`, goOn(was['sequence'], { table: was['table'], column: was['column'] })];
    const { cache, cycle, increment, max, min, start } = was['sequence'];
    return [
        ...(is['identity'] === was['identity']
            ? []
            : [`${alter} set generated ${was['identity'] === 'a' ? 'always' : 'by default'}`]),
        ...(JSON.stringify(is['sequence']) === JSON.stringify(was['sequence'])
            ? []
            : [
                `${alter} set start with ${start} set increment by ${increment} set minvalue ${min} set maxvalue ${max} set cache ${cache} set ${cycle ? '' : 'no '}cycle`,
            ]),
    ];
}
function attributeOptions(alter, is, was) {
    if (JSON.stringify(is) === JSON.stringify(was))
        return [];
    const gone = is.map((each) => each.split('=')[0]).filter((key) => !was.some((each) => each.startsWith(`${key}=`)));
    return [
        ...(gone.length === 0 ? [] : [`${alter} reset (${gone.join(', ')})`]),
        ...(was.length === 0 ? [] : [`${alter} set (${was.join(', ')})`]),
    ];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/types.js

const type = (letter, facts) => `select t.oid::regtype::text, ${address('pg_type', 't.oid')}, '', ${facts}
   from pg_type t where t.typtype = '${letter}' and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`;
const enumeration = {
    name: 'type',
    query: type('e', `jsonb_build_object('labels', (select jsonb_agg(quote_literal(e.enumlabel) order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
       'schema', t.typnamespace::regnamespace, 'bare', quote_ident(t.typname))`),
    create: ({ facts, name }) => [`create type ${name} as enum (${labels(facts).join(', ')})`],
    drop: ({ name }) => [`drop type ${name}`],
    change: (from, to, states) => {
        if (from === undefined || to === undefined)
            return undefined;
        const [is, was] = [labels(from.facts), labels(to.facts)];
        if (is.every((label) => was.includes(label)))
            return addLabels(to.name, is, was);
        return replaceEnum(from, to, states);
    },
    blocks: (from, to) => !labels(from.facts).every((label) => labels(to.facts).includes(label)),
};
function labels(facts) {
    return facts['labels'] ?? [];
}
function addLabels(name, is, was) {
    const all = [...is];
    return was.flatMap((label, nth) => {
        if (all.includes(label))
            return [];
        const next = was.slice(nth + 1).find((each) => all.includes(each));
        all.push(label);
        return [`alter type ${name} add value ${label}${next === undefined ? '' : ` before ${next}`}`];
    });
}
function replaceEnum(from, to, { from: now, to: before }) {
    const spare = `${String(from.facts['bare']).replace(/^"|"$/g, '').slice(0, 50)}_replaced`;
    const quoted = /^[a-z_][a-z0-9_]*$/.test(spare) ? spare : `"${spare}"`;
    const columns = now.edges
        .filter(({ needed }) => needed === from.id)
        .flatMap(({ dependent }) => now.items.get(dependent) ?? [])
        .filter(({ kind }) => kind.name === 'column');
    const moved = [...new Set(columns)].flatMap((column) => {
        const was = before.items.get(column.id);
        if (was === undefined)
            return [];
        const { column: name, table } = column.facts;
        const isArray = String(was.facts['type']).endsWith('[]');
        const text = isArray ? 'text[]' : 'text';
        const alter = `alter table ${table} alter column ${name}`;
        return [
            ...(column.facts['default'] === null ? [] : [`${alter} drop default`]),
            `${alter} type ${was.facts['type']} using ${name}::${text}::${was.facts['type']}`,
            ...(was.facts['default'] === null ? [] : [`${alter} set default ${was.facts['default']}`]),
        ];
    });
    return [
        `alter type ${from.name} rename to ${quoted}`,
        `create type ${to.name} as enum (${labels(to.facts).join(', ')})`,
        ...moved,
        `drop type ${to.facts['schema']}.${quoted}`,
    ];
}
const domain = {
    name: 'domain',
    query: type('d', `jsonb_build_object('base', format_type(t.typbasetype, t.typtypmod), 'default', t.typdefault, 'notNull', t.typnotnull,
       'collation', (select c.oid::regcollation::text from pg_collation c join pg_type b on b.oid = t.typbasetype where c.oid = t.typcollation and t.typcollation <> b.typcollation))`),
    create: ({ facts, name }) => [
        `create domain ${name} as ${facts['base']}${facts['collation'] === null ? '' : ` collate ${facts['collation']}`}${facts['default'] === null ? '' : ` default ${facts['default']}`}${facts['notNull'] ? ' not null' : ''}`,
    ],
    drop: ({ name }) => [`drop domain ${name}`],
    change: (from, to) => {
        if (from === undefined || to === undefined || from.facts['base'] !== to.facts['base'])
            return undefined;
        const alter = `alter domain ${to.name}`;
        const wasDefault = to.facts['default'];
        return [
            ...(from.facts['default'] === wasDefault
                ? []
                : [wasDefault === null ? `${alter} drop default` : `${alter} set default ${wasDefault}`]),
            ...(from.facts['notNull'] === to.facts['notNull']
                ? []
                : [`${alter} ${to.facts['notNull'] ? 'set' : 'drop'} not null`]),
        ];
    },
};
const range = {
    name: 'range type',
    query: `select t.oid::regtype::text, ${address('pg_type', 't.oid')}, '', jsonb_build_object('of', format_type(r.rngsubtype, null),
            'difference', nullif(r.rngsubdiff, 0)::regproc, 'collation', nullif(r.rngcollation, 0)::regcollation)
       from pg_range r join pg_type t on t.oid = r.rngtypid where ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`,
    create: ({ facts, name }) => [
        `create type ${name} as range (subtype = ${facts['of']}${facts['difference'] === null ? '' : `, subtype_diff = ${facts['difference']}`}${facts['collation'] === null ? '' : `, collation = ${facts['collation']}`})`,
    ],
    drop: ({ name }) => [`drop type ${name}`],
};
const composite = {
    name: 'composite type',
    query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('columns',
            (select jsonb_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
       from pg_class c where c.relkind = 'c' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')} and ${relationId('c')} is not null`,
    create: ({ facts, name }) => [`create type ${name} as (${(facts['columns'] ?? []).join(', ')})`],
    drop: ({ name }) => [`drop type ${name}`],
};

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds/views.js


const view_query = (letter) => `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '',
    jsonb_build_object('def', rtrim(pg_get_viewdef(c.oid), ';'), 'options', (select string_agg(o, ', ') from unnest(c.reloptions) o where o !~ '^pg_'), 'filled', c.relispopulated,
      'columns', (select jsonb_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0))
  from pg_class c where c.relkind = '${letter}' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`;
const view = {
    name: 'view',
    query: view_query('v'),
    create: (item) => [`create view ${viewText(item)}`],
    drop: ({ name }) => [`drop view ${name}`],
    change: (from, to) => to === undefined || !begins(from, to) ? undefined : [`create or replace view ${viewText(to)}`],
};
function begins(from, to) {
    const [is, was] = [(from?.facts['columns'] ?? []), (to.facts['columns'] ?? [])];
    return is.every((column, nth) => column === was[nth]);
}
function viewText({ facts, name }) {
    return `${name}${facts['options'] === null ? '' : ` with (${facts['options']})`} as${facts['def'].startsWith('\n') ? '' : '\n'}${facts['def']}`;
}
const materializedView = {
    name: 'materialized view',
    query: view_query('m'),
    create: (item) => [`create materialized view ${viewText(item)}${item.facts['filled'] ? '' : ' with no data'}`],
    drop: ({ name }) => [`drop materialized view ${name}`],
};
const sequence = {
    name: 'sequence',
    query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('type', format_type(s.seqtypid, null), 'start', s.seqstart::text,
            'increment', s.seqincrement::text, 'min', s.seqmin::text, 'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle)
       from pg_sequence s join pg_class c on c.oid = s.seqrelid where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')`,
    create: (item) => [`create sequence ${item.name} ${sequenceText(item)}`],
    drop: ({ name }) => [`drop sequence ${name}`],
    change: (_from, to) => (to === undefined ? undefined : [`alter sequence ${to.name} ${sequenceText(to)}`]),
};
function sequenceText({ facts }) {
    return `as ${facts['type']} start with ${facts['start']} increment by ${facts['increment']} minvalue ${facts['min']} maxvalue ${facts['max']} cache ${facts['cache']} ${facts['cycle'] ? '' : 'no '}cycle`;
}
const ownedBy = {
    name: 'owner of sequence',
    query: `select c.oid::regclass::text, '', '', jsonb_build_object('column', d.refobjid::regclass || '.' || quote_ident(a.attname),
            'table', d.refobjid::regclass, 'name', quote_ident(a.attname), 'counts', a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype))
       from pg_class c join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a' and d.refobjsubid > 0
         join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where c.relkind = 'S' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
    change: (from, to, states) => {
        const owned = `alter sequence ${(to ?? from)?.name} owned by ${to?.facts['column'] ?? 'none'}`;
        return to === undefined || !isRemade(to, states) ? [owned] : [owned, continued(to, states.to)];
    },
};
function isRemade({ facts, name }, { from, to }) {
    const isOther = (id) => from.items.get(id)?.address !== to.items.get(id)?.address;
    return facts['counts'] === true && isOther(`sequence ${name}`) && !isOther(`column ${facts['column']}`);
}
function continued({ facts, name }, { items }) {
    const sequence = items.get(`sequence ${name}`)?.facts ?? {};
    return goOn({ ...sequence, name }, { table: facts['table'], column: facts['name'] });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/kinds.js








const KINDS = [
    ...[schema, extension, enumeration, domain, range, composite, sequence],
    ...[rare, table, column, routine, constraint, index, statistics, view, materializedView],
    ...[rule, trigger, policy, publication, published_table, eventTrigger],
    ...[ownedBy, owner, rowSecurity, replicaIdentity, grants, defaultRights, comment],
];

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/state.js



async function readState(session) {
    const head = HEAD(tables/* HISTORY_SCHEMAS */.gB);
    const items = new Map();
    for (const kind of KINDS) {
        for (const [name, address, parent, facts] of await session.rows(head + kind.query)) {
            const id = `${kind.name} ${name ?? ''}`;
            const read = JSON.parse(facts ?? '{}');
            items.set(id, { kind, id, name: name ?? '', address: address ?? '', parent: parent ?? '', facts: read });
        }
    }
    const rows = await session.rows(`select classid::regclass || '/' || objid || '/' || objsubid, refclassid::regclass || '/' || refobjid || '/' || refobjsubid, deptype
      from pg_depend where objid >= 16384 and refobjid >= 16384 and deptype in ('n', 'a', 'i', 'P', 'S')`);
    const depends = rows.map(([dependent, needed, how]) => [dependent ?? '', needed ?? '', how ?? '']);
    return { items, edges: edgesOf(items, depends) };
}
function edgesOf(items, depends) {
    const byAddress = new Map([...items.values()].flatMap((each) => (each.address === '' ? [] : [[each.address, each.id]])));
    const whole = new Map();
    for (const [dependent, needed, how] of depends) {
        const isInside = how === 'i' || (how === 'a' && dependent.startsWith('pg_attrdef/'));
        if (isInside && !byAddress.has(dependent) && dependent !== needed && !whole.has(dependent))
            whole.set(dependent, needed);
    }
    const idOf = (address, depth = 0) => {
        const id = byAddress.get(address) ?? byAddress.get(address.replace(/\/\d+$/, '/0'));
        if (id !== undefined || depth > 8)
            return id;
        const outer = whole.get(address) ?? whole.get(address.replace(/\/\d+$/, '/0'));
        return outer === undefined ? undefined : idOf(outer, depth + 1);
    };
    const edges = new Map();
    const add = (dependent, needed, isPart) => {
        if (dependent === undefined || needed === undefined || dependent === needed)
            return;
        const key = `${dependent}\0${needed}`;
        edges.set(key, { dependent, needed, isPart: isPart || edges.get(key)?.isPart === true });
    };
    for (const [dependent, needed, how] of depends) {
        add(idOf(dependent), idOf(needed), how !== 'n' && byAddress.has(dependent));
    }
    for (const { id, parent } of items.values())
        if (items.has(parent))
            add(id, parent, true);
    return [...edges.values()];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/faithful.js
const LITERALS = "(?:'(?:[^']|'')*'::character varying(?:, )?)+";
const VALUE = '(?:\\([^()]*\\)|"[^"]+"|[\\w.]+)';
const faithful_LISTED = new RegExp(`(${VALUE})::text (= ANY|<> ALL) \\(\\(ARRAY\\[(${LITERALS})\\]\\)::text\\[\\]\\)`, 'g');
function faithful(definition) {
    return definition.replace(faithful_LISTED, (_all, value, operator, list) => {
        const bare = /^\((\w+|"[^"]+")\)$/.exec(value)?.[1] ?? value;
        return `${bare} ${operator === '= ANY' ? 'IN' : 'NOT IN'} (${list})`;
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/plan.js

function planRound(states, refused) {
    const objects = planObjects(states, refused);
    return objects.length > 0 ? objects : planSettings(states);
}
function planDrop(from, ids) {
    const plan = new Plan({ from, to: { items: new Map(), edges: [] } }, new Set());
    for (const id of ids)
        plan.drops.add(id);
    plan.close();
    return plan.steps();
}
function planSettings(states) {
    const { from, to } = states;
    const ids = [...new Set([...from.items.keys(), ...to.items.keys()])];
    const found = ids.flatMap((id) => {
        const [now, before] = [from.items.get(id), to.items.get(id)];
        const kind = (now ?? before)?.kind;
        if (kind === undefined || isObject(kind) || isSame(now, before))
            return [];
        const statements = kind.change?.(now, before, states) ?? [];
        return statements.length === 0 ? [] : [{ does: 'set', id, statements }];
    });
    return found.sort((one, other) => rank(one.id, states) - rank(other.id, states));
}
function planObjects(states, refused) {
    const { from, to } = states;
    const plan = new Plan(states, refused);
    const old = new Set([...to.items.values()].map(({ address }) => address));
    for (const item of from.items.values())
        if (isObject(item.kind) && !to.items.has(item.id) && !isOld(item, old, to))
            plan.drops.add(item.id);
    for (const item of to.items.values()) {
        if (!isObject(item.kind))
            continue;
        const now = from.items.get(item.id);
        if (now === undefined)
            plan.creates.add(item.id);
        else if (!isSame(now, item))
            plan.alter(now, item);
    }
    plan.close();
    return plan.steps();
}
function isObject(kind) {
    return kind.drop !== undefined;
}
function isSame(one, other) {
    if (one === undefined || other === undefined)
        return one === other;
    const text = ({ facts: { position: _, typeId: __, ...facts } }) => JSON.stringify(facts);
    return text(one) === text(other);
}
function isOld({ address, kind, parent }, old, to) {
    if (kind.name !== 'table' && kind.name !== 'column')
        return false;
    return old.has(address) || (to.items.get(parent)?.facts['parents'] ?? null) !== null;
}
function holdsRows({ facts: is, kind }, { facts: was }) {
    return kind.name === 'table' || (kind.name === 'column' && is['generated'] === '' && was['generated'] === '');
}
function rank(id, { from, to }) {
    const kind = (from.items.get(id) ?? to.items.get(id))?.kind;
    return kind === undefined ? 0 : KINDS.indexOf(kind);
}
class Plan {
    drops = new Set();
    creates = new Set();
    #changes = new Map();
    #implied = new Set();
    #blocked = new Set();
    #states;
    #refused;
    constructor(states, refused) {
        this.#states = states;
        this.#refused = refused;
    }
    alter(now, before) {
        const changes = this.#refused.has(now.id) ? undefined : now.kind.change?.(now, before, this.#states);
        if (changes === undefined) {
            if (holdsRows(now, before))
                return;
            this.drops.add(now.id);
            this.creates.add(now.id);
            return;
        }
        if (changes.length === 0)
            return;
        this.#changes.set(now.id, changes);
        if (now.kind.blocks?.(now, before) === true)
            this.#blocked.add(now.id);
    }
    close() {
        const { from, to } = this.#states;
        const needing = byNeeded(from);
        const queue = [...this.drops, ...this.#blocked];
        for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
            for (const { dependent, isPart } of needing.get(id) ?? []) {
                const isGoing = this.drops.has(id);
                const isColumn = from.items.get(dependent)?.kind.name === 'column';
                if (this.drops.has(dependent)) {
                    if (isPart && isGoing)
                        this.#imply(dependent);
                    continue;
                }
                if (isPart && !isGoing)
                    continue;
                if (isColumn && !isPart) {
                    if (!isGoing && !this.#blocked.has(dependent)) {
                        this.#blocked.add(dependent);
                        queue.push(dependent);
                    }
                    continue;
                }
                if (!isPart && from.items.get(dependent)?.kind.name === 'table' && to.items.has(dependent))
                    continue;
                if (isPart)
                    this.#imply(dependent);
                this.drops.add(dependent);
                this.#changes.delete(dependent);
                if (to.items.has(dependent))
                    this.creates.add(dependent);
                queue.push(dependent);
            }
        }
    }
    #imply(id) {
        const item = this.#states.from.items.get(id);
        const isForeignKey = String(item?.facts['def']).startsWith('FOREIGN KEY');
        if (!isForeignKey || !this.#refused.has(item?.parent ?? ''))
            this.#implied.add(id);
    }
    steps() {
        const { from, to } = this.#states;
        const steps = new Map();
        const add = (step) => {
            if (step.statements.length > 0)
                steps.set(`${step.does} ${step.id}`, step);
        };
        const byRank = (ids) => [...ids].sort((a, b) => rank(a, this.#states) - rank(b, this.#states));
        for (const id of byRank(this.drops).reverse()) {
            const item = from.items.get(id);
            if (item !== undefined && !this.#implied.has(id))
                add({ does: 'drop', id, statements: item.kind.drop?.(item, from) ?? [] });
        }
        for (const [id, statements] of this.#changes)
            add({ does: 'change', id, statements });
        for (const id of byRank(this.creates)) {
            const item = to.items.get(id);
            if (item === undefined || (item.kind.name === 'column' && this.creates.has(item.parent)))
                continue;
            add({ does: 'create', id, statements: item.kind.create?.(item, to) ?? [] });
        }
        return this.#sorted(steps);
    }
    #sorted(steps) {
        const { from, to } = this.#states;
        const needing = byNeeded(from);
        const needs = byDependent(to);
        const sorted = [];
        const seen = new Set();
        const of = (does, id) => does.map((each) => `${each} ${this.#carrier(each, id)}`);
        const before = ({ does, id }) => {
            if (does === 'drop')
                return (needing.get(id) ?? []).flatMap(({ dependent }) => of(['drop', 'change'], dependent));
            const dropped = (needing.get(id) ?? []).flatMap(({ dependent }) => does === 'change' ? of(['drop'], dependent) : []);
            const ids = [id, ...this.#carried(id)];
            const needed = ids.flatMap((each) => (needs.get(each) ?? []).flatMap(({ needed: other }) => of(['create', 'change'], other)));
            return [...(does === 'create' ? [`drop ${id}`] : dropped), ...needed];
        };
        const visit = (key) => {
            const step = steps.get(key);
            if (step === undefined || seen.has(key))
                return;
            seen.add(key);
            for (const other of before(step))
                visit(other);
            sorted.push(step);
        };
        for (const key of steps.keys())
            visit(key);
        return sorted;
    }
    #carrier(does, id) {
        if (does !== 'create')
            return id;
        const item = this.#states.to.items.get(id);
        return item?.kind.name === 'column' && this.creates.has(item.parent) ? item.parent : id;
    }
    #carried(id) {
        if (!this.creates.has(id))
            return [];
        return [...this.#states.to.items.values()].flatMap((item) => item.kind.name === 'column' && item.parent === id ? [item.id] : []);
    }
}
function byNeeded({ edges }) {
    const found = new Map();
    for (const edge of edges)
        found.set(edge.needed, [...(found.get(edge.needed) ?? []), edge]);
    return found;
}
function byDependent({ edges }) {
    const found = new Map();
    for (const edge of edges)
        found.set(edge.dependent, [...(found.get(edge.dependent) ?? []), edge]);
    return found;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/run-all.js

const POINT = 'lockstep_draft';
async function runAll(session, statements) {
    await session.rows(`savepoint ${(0,quote/* identifier */.Cv)(POINT)}`);
    const result = await session.send(statements.map((each) => `${each};`).join('\n'));
    if (!result.ok)
        await session.rows(`rollback to savepoint ${(0,quote/* identifier */.Cv)(POINT)}`);
    await session.rows(`release savepoint ${(0,quote/* identifier */.Cv)(POINT)}`);
    return result.ok;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/renames.js





async function renameAll(session, { after, before }, done) {
    const groups = new Set(renamed(after.names, before).map(({ now }) => now.group));
    for (const group of GROUPS.filter((each) => groups.has(each))) {
        const all = renamed(await readNames(session, [group]), before);
        let left = await renameFree(session, all, done);
        left = await makeRoom(session, left, { before, done });
        await renameCircles(session, left, { before, done, group });
    }
}
function renamed(names, before) {
    return [...names.values()].flatMap((now) => {
        const was = before.names.get(now.address);
        return was !== undefined && (was.name !== now.name || was.schema !== now.schema) ? [{ now, was }] : [];
    });
}
async function renameFree(session, all, done) {
    const left = [];
    for (const each of all) {
        const statements = rename(each.now, each.was);
        if (await runAll(session, statements))
            done.push(...statements);
        else
            left.push(each);
    }
    return left.length === 0 || left.length === all.length ? left : renameFree(session, left, done);
}
async function makeRoom(session, all, { before, done }) {
    const left = [];
    for (const each of all) {
        const statements = rename(each.now, each.was);
        const current = await readState(session);
        const inTheWay = [...current.items.values()].filter((item) => isInTheWay(item, each.was, before.state));
        const ids = inTheWay.map(({ id }) => id);
        const drops = planDrop(current, ids).flatMap((step) => step.statements);
        if (ids.length > 0 && (await runAll(session, [...drops, ...statements])))
            done.push(...drops, ...statements);
        else
            left.push(each);
    }
    return left.length === 0 || left.length === all.length ? left : renameFree(session, left, done);
}
const BETWEEN = 'lockstep_name_between';
const renames_POINT = 'lockstep_circle';
async function renameCircles(session, left, { before, done, group }) {
    const [first, ...others] = left;
    if (first === undefined || others.length === 0)
        return;
    const said = [];
    await session.rows(`savepoint ${(0,quote/* identifier */.Cv)(renames_POINT)}`);
    const { now } = first;
    const aside = rename(now, { ...now, name: BETWEEN, quoted: (0,quote/* identifier */.Cv)(BETWEEN) });
    let next = others;
    let isBack = false;
    if (await runAll(session, aside)) {
        said.push(...aside);
        next = await renameFree(session, others, said);
        const again = renamed(await readNames(session, [group]), before).find((each) => each.now.address === now.address);
        isBack = again !== undefined && (await renameFree(session, [again], said)).length === 0;
    }
    if (isBack)
        done.push(...said);
    else
        await session.rows(`rollback to savepoint ${(0,quote/* identifier */.Cv)(renames_POINT)}`);
    await session.rows(`release savepoint ${(0,quote/* identifier */.Cv)(renames_POINT)}`);
    await renameCircles(session, isBack ? next : others, { before, done, group });
}
function isInTheWay(item, was, before) {
    if (item.address === '' || [...before.items.values()].some(({ address }) => address === item.address))
        return false;
    const plain = item.name.replaceAll('"', '').replace(/\(.*$/, '');
    return was.schema === '' ? plain.split(/[. ]/).includes(was.name) : plain === `${was.schema}.${was.name}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/trial.js





const ROUNDS = 8;
async function undo(session, before, after) {
    const done = [];
    await renameAll(session, { before, after }, done);
    let from = done.length === 0 ? after.state : await readState(session);
    const room = dropsOfIdentities(from, before.state);
    if (room.length > 0 && (await runAll(session, room))) {
        done.push(...room);
        from = await readState(session);
    }
    const refused = new Set();
    for (let round = 0; round < ROUNDS; round++) {
        const steps = planRound({ from, to: before.state }, refused);
        let moved = false;
        for (const step of steps)
            moved = (await take(session, step, { done, refused })) || moved;
        if (!moved)
            break;
        from = await readState(session);
    }
    return done;
}
function dropsOfIdentities(now, before) {
    return [...now.items.values()].flatMap(({ facts, id, kind }) => {
        const isNew = kind.name === 'column' && facts['identity'] !== '' && before.items.get(id)?.facts['identity'] === '';
        return isNew && before.items.has(`sequence ${facts['sequence'].name}`)
            ? [`alter table ${facts['table']} alter column ${facts['column']} drop identity`]
            : [];
    });
}
async function take(session, { does, id, statements: given }, { done, refused }) {
    const statements = id.startsWith('routine ') ? given : given.map(faithful);
    if ((does === 'change' || does === 'set') && statements.every((each) => done.includes(each)))
        return false;
    const isNew = !refused.has(id);
    if (await runAll(session, statements)) {
        done.push(...statements);
        return true;
    }
    refused.add(id);
    return isNew;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/draft/draft.js











async function draftDown(engine, { folder, shadowUrl }) {
    const { migrations } = folder;
    const subject = migrations.at(-1);
    if (subject === undefined)
        return { kind: 'not-applied', message: 'no migration in the folder' };
    const needsSupabase = (0,supabase_project/* mentionsSupabase */.E)(migrations);
    return await (0,shadow/* withShadow */.to)(engine, { given: shadowUrl, needsSupabase }, async (shadow) => {
        const base = await applied(shadow, { ...folder, migrations: migrations.slice(0, -1) });
        if (base !== undefined)
            return { kind: 'not-applied', message: `earlier migrations: ${base}` };
        const before = await within(shadow, readKnown);
        const own = await applied(shadow, folder);
        if (own !== undefined)
            return { kind: 'not-applied', message: own };
        const after = await within(shadow, readKnown);
        const draft = await draftFrom(shadow, { migration: subject, before, after });
        return { kind: 'drafted', draft, text: draftText(subject, draft) };
    });
}
async function draftFrom(shadow, { after, before, migration }) {
    const lost = findLost(migration, await (0,parser/* loadParser */.qd)(), before.state, after.state);
    return await within(shadow, async (session) => {
        await session.rows("begin; set local search_path = ''; set local check_function_bodies = off");
        try {
            const statements = await undo(session, before, after);
            const emptied = findEmptied({ before, after }, await readState(session));
            if (emptied.length > 0)
                return { statements: [], lost, remains: emptied.map(byHand) };
            const left = (0,describe_schema/* compareSchemas */._e)(before.schema, await (0,describe_schema/* readSchemaWithin */.zT)(session, tables/* HISTORY_SCHEMAS */.gB));
            return { statements, lost, remains: left.map(remainder) };
        }
        finally {
            await session.send('rollback');
        }
    });
}
function findEmptied({ after, before }, now) {
    const addresses = ({ items }) => new Set([...items.values()].map(({ address }) => address));
    const [kept, there] = [addresses(after.state), addresses(now)];
    return [...before.state.items.values()]
        .filter(({ facts, kind }) => kind.name === 'table' || (kind.name === 'column' && facts['generated'] === ''))
        .filter(({ address, parent }) => kept.has(address) && !there.has(address) && !isPartition(now, parent))
        .map(({ id }) => id);
}
function isPartition({ items }, parent) {
    return (items.get(parent)?.facts['parents'] ?? null) !== null;
}
function byHand(id) {
    return `${id} would lose its rows: this down migration has to be written by hand`;
}
async function readKnown(session) {
    const schema = await (0,describe_schema/* readSchema */.G7)(session, tables/* HISTORY_SCHEMAS */.gB);
    await session.rows("begin; set local search_path = ''");
    const [state, names] = [await readState(session), await readNames(session)];
    await session.rows('rollback');
    return { schema, state, names };
}
async function within(shadow, work) {
    const { log, signal, target } = shadow;
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep draft' });
    try {
        return await work(session);
    }
    finally {
        await session.close();
    }
}
async function applied(shadow, folder) {
    const { failure } = await (0,up.up)(shadow, { folder, phase: 'all', allowOutOfOrder: true });
    return failure?.message;
}
function remainder({ kind, lines, object }) {
    const bare = (sign) => lines
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(2).replace(/^column \d+ /, 'column '))
        .sort();
    const isOrder = kind === 'changed' && JSON.stringify(bare('-')) === JSON.stringify(bare('+'));
    if (isOrder)
        return `the columns of ${object} are in another order: PostgreSQL adds columns at the end`;
    const what = { missing: 'is not created again', extra: 'is not dropped', changed: 'is not as it was' }[kind];
    return `${object} ${what}`;
}
function draftText({ file }, { lost, remains, statements }) {
    const name = (0,external_node_path_.basename)(file);
    const head = `-- Draft of the down migration of ${name}: read it before it is committed.\n`;
    const todo = [...lost, ...remains]
        .map((each) => `-- lockstep: unfinished ${each.replaceAll(/\s+/g, ' ')}\n`)
        .join('');
    if (statements.length === 0)
        return `${head}${todo}${todo === '' ? '-- Nothing to reverse: the migration does not change the schema.\n' : ''}`;
    return `${head}${todo}\n${statements.map((each) => `${each};\n`).join('\n')}`;
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/draft.js





async function draftAndVerify(call, folder, { asWritten, file }) {
    return await (0,local_database/* withLocalServer */.RB)(call, async ({ createDatabase, url }) => {
        const quiet = { ...call, terminal: { ...call.terminal, tell: () => undefined } };
        const engine = await engineOf(quiet, { url, source: 'the throw-away database' });
        const drafted = await draftDown(engine, { folder, shadowUrl: await createDatabase('draft') });
        if (drafted.kind === 'not-applied')
            throw new errors/* InputError */.dz(drafted.message);
        const { draft, text } = drafted;
        const shadowUrl = await createDatabase('proof');
        const proof = await verify(engine, { folder: withDown(folder, file, asWritten(text) ?? ''), shadowUrl, newest: 1 });
        return { draft, text, proof };
    });
}
function reportDraft(call, command, { draft, proof }, files) {
    const { end, text } = answerOf(proof);
    const unfinished = [...draft.lost, ...draft.remains];
    const isProven = end.verdict === 'pass';
    const verdict = unfinished.length > 0 ? 'unknown' : isProven ? 'pass' : 'fail';
    const reason = unfinished.length > 0 ? 'draft-unfinished' : isProven ? 'drafted' : 'draft-wrong';
    const message = {
        'draft-unfinished': `${(0,lists/* count */.U9)(unfinished.length, 'line is', 'lines are')} left to a person, and lint fails until they are replaced; ${isProven ? 'the schema is restored (verified: up, down and up again)' : 'the schema is not restored without them'}`,
        drafted: 'the draft restores the schema: verified by up, down and up again',
        'draft-wrong': `the draft does not restore the schema: ${end.message}`,
    }[reason];
    const { terminal } = call;
    const statements = draft.statements.length;
    if (call.json)
        terminal.write((0,json_text/* jsonText */.s)({ command, verdict, reason, message, files, statements, unfinished, proof }));
    else {
        const wrote = files.map((file) => `wrote ${(0,plain_line/* plainLine */.h)(file)}\n`).join('');
        const todo = unfinished.map((line) => `unfinished: ${(0,plain_line/* plainLine */.h)(line)}\n`).join('');
        terminal.tell(`${wrote}${todo}${isProven ? '' : text}${terminal.paint(verdict, verdict)} ${command} (${reason}): ${(0,plain_line/* plainLine */.h)(message)}\n`);
    }
    return verdict;
}

// EXTERNAL MODULE: ./packages/base/lib/redact.js + 1 modules
var redact = __webpack_require__(580229);
;// CONCATENATED MODULE: ./packages/cli/lib/migrations/write-files.js




function assertNoSecret({ path, text }) {
    if ((0,redact/* redactData */.Ed)(text) === text)
        return;
    const nth = text.split('\n').findIndex((line) => (0,redact/* redactData */.Ed)(line) !== line);
    const where = nth < 0 ? '' : `line ${nth + 1} `;
    throw new errors/* InputError */.dz(`${path}: ${where}has a secret that is also on the command line or in a setting of this command; nothing was written: take it out of the SQL`);
}
function writeNewFiles(files) {
    for (const file of files)
        assertNoSecret(file);
    const there = files.filter(({ path }) => (0,external_node_fs_.existsSync)(path)).map(({ path }) => `${path}: is there already`);
    if (there.length > 0)
        throw new errors/* InputError */.dz(there);
    const written = [];
    const folders = [];
    for (const { path, text } of files) {
        try {
            for (const folder of missingFolders(path))
                if (makeFolder(folder))
                    folders.unshift(() => (0,external_node_fs_.rmdirSync)(folder));
            (0,external_node_fs_.writeFileSync)(path, text, { flag: 'wx' });
            written.push(() => (0,external_node_fs_.rmSync)(path));
        }
        catch (cause) {
            const isThere = cause.code === 'EEXIST';
            if (!isThere)
                quietly(() => (0,external_node_fs_.rmSync)(path, { force: true }));
            for (const undo of [...written, ...folders])
                quietly(undo);
            if (isThere)
                throw new errors/* InputError */.dz(`${path}: is there already; nothing was written`, { cause });
            const why = (0,lib_files/* whyUnwritten */.l2)(cause);
            if (why === undefined)
                throw cause;
            throw new errors/* InputError */.dz(`${path} cannot be written: ${why}; nothing was written`, { cause });
        }
    }
    return () => {
        for (const undo of written)
            quietly(undo);
    };
}
function makeFolder(folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder);
        return true;
    }
    catch (cause) {
        if (cause.code === 'EEXIST' && (0,external_node_fs_.statSync)(folder).isDirectory())
            return false;
        throw cause;
    }
}
function missingFolders(path) {
    const missing = [];
    for (let folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)); !(0,external_node_fs_.existsSync)(folder) && (0,external_node_path_.dirname)(folder) !== folder; folder = (0,external_node_path_.dirname)(folder))
        missing.unshift(folder);
    return missing;
}
function quietly(undo) {
    try {
        undo();
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/down-draft.js









async function downDraft(call) {
    const file = call.text('FILE');
    assertReadable(file);
    const directory = call.text('directory') || directoryOf(file);
    const place = { ...(0,migrations_options/* placeOf */.$t)({ ...call, text: (name) => (name === 'directory' ? directory : call.text(name)) }) };
    const folder = upTo(folderOf(place), (each) => (0,external_node_path_.resolve)(each.file) === (0,external_node_path_.resolve)(file));
    if (folder === undefined)
        throw new errors/* InputError */.dz(`FILE: ${file} is no migration of ${place.directory}`);
    const target = downFileOf(folder, place, file);
    const isPrinted = call.flag('print');
    if (!isPrinted && !call.flag('force'))
        refuseWritten(folder, target);
    const wholeOf = (text) => fileWith(folder, target, text);
    const proven = await draftAndVerify(call, folder, {
        file: target,
        asWritten: (text) => (folder.layout === 'sections' && !isPrinted ? readDownHalf(target, wholeOf(text)) : text),
    });
    if (isPrinted) {
        assertNoSecret({ path: 'the draft', text: proven.text });
        if (!call.json)
            call.terminal.write(proven.text);
        return reportDraft(call, 'down-draft', proven, []);
    }
    write({ path: target, text: wholeOf(proven.text) });
    return reportDraft(call, 'down-draft', proven, [target]);
}
function assertReadable(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.R_OK);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`FILE: ${file} cannot be read: ${(0,lib_files/* whyUnread */.Ms)(cause) ?? (0,errors/* describe */.q0)(cause)}; name a migration`, {
            cause,
        });
    }
}
function directoryOf(file) {
    const folder = (0,external_node_path_.dirname)(file);
    return (0,external_node_path_.basename)(file) === 'migration.sql' ? (0,external_node_path_.dirname)(folder) : folder;
}
function downFileOf({ layout }, { downDirectory }, file) {
    const name = (0,external_node_path_.basename)(file);
    const beside = (other) => (0,external_node_path_.join)((0,external_node_path_.dirname)(file), other);
    switch (layout) {
        case 'supabase':
            return (0,external_node_path_.join)(downDirectory, name);
        case 'pairs':
            return beside(name.replace(/\.up\.sql$/, '.down.sql'));
        case 'flyway':
            return beside(name.replace(/^V/, 'U'));
        case 'folders':
            return beside('down.sql');
        case 'drizzle':
            return beside(name.replace(/\.sql$/, '.down.sql'));
        case 'sections':
            return file;
    }
}
function refuseWritten({ layout }, target) {
    if (!(0,external_node_fs_.existsSync)(target))
        return;
    const text = textOf(target);
    const down = layout === 'sections' ? readDownHalf(target, text) : text;
    if (down !== undefined && hasStatements(down))
        throw new errors/* InputError */.dz(`${target}: has a down migration already; --force replaces it, --print shows a draft`);
}
function fileWith({ layout }, target, down) {
    return layout === 'sections' ? withDownHalf(target, textOf(target), down) : down;
}
function textOf(path) {
    const bytes = (0,lib_files/* readBytes */.io)(path, 'name another file');
    (0,lib_files/* decode */.D4)(bytes, path);
    return bytes.toString('utf8');
}
function write(file) {
    if (!(0,external_node_fs_.existsSync)(file.path)) {
        writeNewFiles([file]);
        return;
    }
    assertNoSecret(file);
    (0,lib_files/* writeExactly */.gN)(file.path, file.text);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/style.js






const DBMATE = { up: '-- migrate:up', down: '-- migrate:down' };
function readStyle(options) {
    const { base = '.', directory, layout } = options;
    if (!(0,external_node_fs_.existsSync)(external_node_path_.resolve(base, directory)))
        return { layout: layout === 'auto' ? 'supabase' : layout, marks: DBMATE };
    const folder = (0,files_folder/* readFolder */.j)({ ...options, mayBeEmpty: true });
    const newest = folder.migrations.at(-1)?.file;
    if (folder.layout !== 'sections' || newest === undefined)
        return { layout: folder.layout, marks: DBMATE };
    const source = (0,sql_source/* fileSource */.I)(newest, external_node_path_.resolve(base, newest));
    const marks = (0,find_marks/* findMarks */.C)(source);
    const lineOf = (role) => markLine(source, marks.find(({ rule }) => rule.role === role));
    const [up, down] = [lineOf('up'), lineOf('down')];
    if (up === undefined)
        return { layout: folder.layout, marks: down === undefined ? DBMATE : { up: '', down } };
    return { layout: folder.layout, marks: { up, down: down ?? downMarkOf(up) ?? DBMATE.down } };
}
function markLine(source, mark) {
    if (mark === undefined)
        return undefined;
    const [line = ''] = source
        .read(mark.at, Math.min(source.size, mark.at + 400))
        .toString('utf8')
        .split(/\r?\n/);
    return line.replace(/\s+\w+\s*[:=]\s*\w+\s*$/, '').trimEnd();
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/next-files.js

const NUMBERED = /^(\d+)[_.-]/;
const FLYWAY = /^[VU](\d+)(?:[._]\d+)*__/;
function nextFiles({ layout, names }, name, nowMs) {
    const word = slug(name);
    const version = nextVersion(versionsIn(names, layout), layout, nowMs);
    switch (layout) {
        case 'flyway':
            return { version, name: word, up: `V${version}__${word}.sql`, down: `U${version}__${word}.sql` };
        case 'folders':
            return { version, name: word, up: `${version}_${word}/migration.sql`, down: `${version}_${word}/down.sql` };
        case 'drizzle':
            throw new errors/* InputError */.dz('a folder of Drizzle has a journal: write the migration with drizzle-kit generate');
        case 'pairs':
            return { version, name: word, up: `${version}_${word}.up.sql`, down: `${version}_${word}.down.sql` };
        default:
            return { version, name: word, up: `${version}_${word}.sql`, down: `${version}_${word}.sql` };
    }
}
function versionsIn(names, layout) {
    const pattern = layout === 'flyway' ? FLYWAY : NUMBERED;
    return names.flatMap((each) => pattern.exec(each)?.[1] ?? []);
}
function slug(name) {
    const word = name
        .normalize('NFKD')
        .replace(/[\u0300-\u036f'’]/g, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '');
    if (word === '')
        throw new errors/* InputError */.dz(`NAME: expected letters from a to z or digits, got "${name}"`);
    if (word.length > 120)
        throw new errors/* InputError */.dz('NAME: expected at most 120 letters');
    if (/(^|_)(up|down|undo|rollback|revert)$/.test(word))
        throw new errors/* InputError */.dz(`NAME: "${name}" ends like the name of a half of a migration; choose another`);
    return word;
}
function nextVersion(versions, layout, nowMs) {
    const newest = versions.reduce((most, each) => (BigInt(each) > most ? BigInt(each) : most), 0n);
    const last = versions.findLast((each) => BigInt(each) === newest);
    if (last === undefined)
        return layout === 'flyway' ? '1' : timestamp(nowMs);
    const now = clockVersion(last, nowMs);
    const next = now !== undefined && BigInt(now) > newest ? BigInt(now) : newest + 1n;
    return String(next).padStart(last.startsWith('0') || now !== undefined ? last.length : 0, '0');
}
function clockVersion(last, nowMs) {
    if (/^(19|20)\d{12}$/.test(last))
        return timestamp(nowMs);
    if (/^(19|20)\d{10}$/.test(last))
        return timestamp(nowMs).slice(0, 12);
    if (/^(19|20)\d{6}$/.test(last))
        return timestamp(nowMs).slice(0, 8);
    if (/^1\d{12}$/.test(last))
        return String(nowMs);
    if (/^1\d{9}$/.test(last))
        return String(Math.floor(nowMs / 1_000));
    return undefined;
}
function timestamp(nowMs) {
    return new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/new-files.js






function planFiles(place, name, options) {
    const folder = look(place);
    const { down, name: word, up, version } = nextFiles(folder, name, options.nowMs);
    const bare = options.isBare ? ['-- lockstep: no-transaction'] : [];
    const upText = lines([...(options.isContract ? ['-- lockstep: contract'] : []), ...bare, options.up ?? '']);
    const downText = lines([...bare, options.down || '-- lockstep: unfinished write what reverses the migration']);
    const path = (0,external_node_path_.join)(place.directory, up);
    const downFile = (0,external_node_path_.join)(folder.layout === 'supabase' ? place.downDirectory : place.directory, down);
    const made = { version, name: word, upText, downFile };
    if (folder.layout !== 'sections')
        return {
            ...made,
            files: [
                { path, text: upText },
                { path: downFile, text: downText },
            ],
        };
    const { marks } = folder;
    const head = marks.up === '' ? '' : `${marks.up}\n`;
    const text = `${head}${asSection(upText, marks.up)}\n${marks.down}\n${asSection(downText, marks.down)}`;
    return { ...made, files: [{ path, text }] };
}
const TRIES = 50;
function writeMigration(place, plan) {
    for (let nth = 1; nth <= TRIES; nth++) {
        try {
            const made = writeOnce(place, plan);
            if (made !== undefined)
                return made;
        }
        catch (error) {
            if (nth === TRIES || !isFileGone(error))
                throw error;
        }
    }
    throw new errors/* InputError */.dz(`${place.directory}: others write migrations there all the time; nothing was written, try again`);
}
function writeOnce(place, plan) {
    const made = plan();
    const takeBack = writeNewFiles(made.files);
    try {
        if (isOnlyOne(place, made))
            return made;
    }
    catch (error) {
        takeBack();
        throw error;
    }
    takeBack();
    return undefined;
}
function isFileGone(error) {
    return error instanceof errors/* InputError */.dz && error.cause?.code === 'ENOENT';
}
function isOnlyOne(place, { files, version }) {
    const { layout, names } = look(place);
    const own = new Set(files.map(({ path }) => (0,external_node_path_.basename)(layout === 'folders' ? (0,external_node_path_.dirname)(path) : path)));
    const others = names.filter((name) => !own.has(name));
    return !versionsIn(others, layout).includes(version);
}
function look(place) {
    const names = listed(place.directory);
    const { isNamed: _, ...where } = place;
    const style = readStyle(where);
    const downs = style.layout === 'supabase' ? listed(place.downDirectory) : [];
    return { ...style, names: [...names, ...downs] };
}
function listed(directory) {
    if (!(0,external_node_fs_.existsSync)(directory))
        return [];
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${directory}: cannot be read: ${(0,errors/* describe */.q0)(cause)}`, { cause });
    }
}
function lines(all) {
    const text = all.filter((line) => line !== '').join('\n');
    return text === '' ? '' : `${text.trimEnd()}\n`;
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/new.js









const new_LIMIT = 16 * 1024 * 1024;
async function newMigration(call) {
    const place = (0,migrations_options/* placeOf */.$t)(call);
    const options = { isContract: call.flag('contract'), isBare: call.flag('no-transaction'), nowMs: Date.now() };
    const from = call.text('from');
    if (from === '') {
        const { files } = writeMigration(place, () => planFiles(place, call.text('NAME'), options));
        const paths = files.map(({ path }) => path);
        call.terminal.write(call.json ? (0,json_text/* jsonText */.s)({ files: paths }) : paths.map((path) => `wrote ${(0,plain_line/* plainLine */.h)(path)}\n`).join(''));
        return 'pass';
    }
    const up = await (0,read_text/* readText */.y)(from, new_LIMIT, call);
    const plan = (down) => planFiles(place, call.text('NAME'), { ...options, up, down });
    const { upText, downFile, files, name, version } = plan('');
    for (const each of files)
        assertNoSecret(each);
    const file = files[0]?.path ?? '';
    const directory = (0,external_node_fs_.existsSync)(place.directory) ? place.directory : 'none';
    const folder = withMigration(folderOf({ ...place, directory, isNamed: false }), {
        version,
        name,
        file,
        text: upText,
    });
    const proven = await draftAndVerify(call, { ...folder, strays: [], ambiguity: undefined }, {
        file: downFile,
        asWritten: (text) => {
            const written = plan(text).files;
            const [whole, down] = written;
            return down?.text ?? readDownHalf(downFile, whole?.text ?? '');
        },
    });
    const written = writeMigration(place, () => plan(proven.text)).files;
    return reportDraft(call, 'new', proven, written.map(({ path }) => path));
}

;// CONCATENATED MODULE: ./packages/cli/lib/migrations/migration-commands.js












const migration_commands_runs = { up: up_up, plan: up_plan, down: down_down, status: status_status, adopt: records_adopt, import: importHistory, repair: records_repair, archive: archive };
const runsWithout = { lint: lint, verify: verify_verify };


/***/ }),

/***/ 251229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ loadArchivist),
/* harmony export */   TV: () => (/* binding */ loadRestore),
/* harmony export */   UO: () => (/* binding */ loadManagement),
/* harmony export */   oX: () => (/* binding */ loadCarry),
/* harmony export */   qs: () => (/* binding */ loadSealing),
/* harmony export */   xB: () => (/* binding */ loadPreview)
/* harmony export */ });
/* unused harmony export loadContractData */
const loadArchivist = () => Promise.all(/* import() */[__webpack_require__.e(9803), __webpack_require__.e(8995)]).then(__webpack_require__.bind(__webpack_require__, 521933));
const loadPreview = () => __webpack_require__.e(/* import() */ 2881).then(__webpack_require__.bind(__webpack_require__, 1030075));
const loadRestore = () => Promise.all(/* import() */[__webpack_require__.e(5811), __webpack_require__.e(3238)]).then(__webpack_require__.bind(__webpack_require__, 812771));
const loadSealing = () => __webpack_require__.e(/* import() */ 1146).then(__webpack_require__.bind(__webpack_require__, 610771));
const loadContractData = () => Promise.all(/* import() */[__webpack_require__.e(5811), __webpack_require__.e(2724)]).then(__webpack_require__.bind(__webpack_require__, 810177));
const loadManagement = () => __webpack_require__.e(/* import() */ 6602).then(__webpack_require__.bind(__webpack_require__, 795158));
const loadCarry = () => Promise.all(/* import() */[__webpack_require__.e(5811), __webpack_require__.e(1194)]).then(__webpack_require__.bind(__webpack_require__, 858774));


/***/ }),

/***/ 151650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ down)
});

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/lazily.js
var lazily = __webpack_require__(251229);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/limits.js
var limits = __webpack_require__(553410);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/notes.js
var notes = __webpack_require__(597064);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 1 modules
var data_loss_losses = __webpack_require__(567526);
// EXTERNAL MODULE: ./packages/migrations/lib/history/tables.js
var tables = __webpack_require__(556271);
// EXTERNAL MODULE: ./packages/migrations/lib/run/refused.js
var refused = __webpack_require__(903744);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 1 modules
var runner = __webpack_require__(319709);
// EXTERNAL MODULE: ./packages/migrations/lib/down/plan.js
var down_plan = __webpack_require__(4678);
// EXTERNAL MODULE: ./packages/migrations/lib/down/preview.js
var preview = __webpack_require__(288117);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/guarded-runs.js + 7 modules
var guarded_runs = __webpack_require__(929509);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/untestable.js
var data_loss_untestable = __webpack_require__(294589);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(573145);
// EXTERNAL MODULE: ./packages/migrations/lib/run/failure.js + 1 modules
var run_failure = __webpack_require__(665958);
// EXTERNAL MODULE: ./packages/migrations/lib/run/retry-locks.js + 1 modules
var retry_locks = __webpack_require__(667803);
// EXTERNAL MODULE: ./packages/migrations/lib/run/run-segments.js + 1 modules
var run_segments = __webpack_require__(119265);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/segments.js
var sql_segments = __webpack_require__(490810);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/split-hints.js
var split_hints = __webpack_require__(238537);
// EXTERNAL MODULE: ./packages/migrations/lib/down/erasure.js
var erasure = __webpack_require__(573598);
// EXTERNAL MODULE: ./packages/migrations/lib/down/stored.js
var down_stored = __webpack_require__(5795);
;// CONCATENATED MODULE: ./packages/migrations/lib/down/revert.js














async function revert(runner, reverting) {
    const plain = await revertBy(runner, firstAttempt(runner, reverting, false));
    return plain.refused && reverting.archive !== undefined
        ? await revertBy(runner, firstAttempt(runner, reverting, true))
        : plain;
}
async function revertBy(runner, first) {
    let attempt = first;
    for (;;) {
        const turn = await runAttempt(runner, attempt);
        if (turn.kind === 'ended')
            return turn.reverted;
        runner.engine.log.info(`${attempt.file}: ${turn.because}`);
        attempt = { ...attempt, hints: turn.hints, progress: undefined };
    }
}
function firstAttempt({ engine, tables }, reverting, archives) {
    const { allowsLoss, planned } = reverting;
    const { side, sql, version } = planned;
    const file = (0,down_stored/* nameOf */.Vb)(planned);
    const destroyed = allowsLoss || archives || side.state !== 'applied';
    const detail = { downDigest: side.downDigest, destroyed };
    const event = (isOne) => {
        const more = isOne ? (0,write/* traceDetail */.bI)(tables.cluster) : '';
        return (0,write/* insertEvent */.Ul)({ kind: 'down', version, by: engine.provenance, detail, more });
    };
    return {
        ...reverting,
        archives,
        file,
        stored: (0,down_stored/* readStored */.CL)(file, sql),
        hints: (0,down_stored/* hintsFor */.uK)(planned),
        progress: side.state === 'reverting' ? { digests: side.segmentDigests, begun: side.segmentBegun } : undefined,
        records: (isOne) => ({ sql: `${(0,write/* removeRecords */.DR)(version)} ${event(isOne)}`, statements: 3 }),
    };
}
async function runAttempt(runner, attempt) {
    const { engine, session } = runner;
    const { allowsLoss, file, hints, newer, planned, progress, stored } = attempt;
    const script = (0,split_hints/* withHints */.z9)(stored, hints);
    const segments = (0,sql_segments/* cutSegments */.Ld)(script.pieces);
    const untestable = await (0,data_loss_untestable/* findUntestable */.l)(session, script);
    if (untestable.length > 0 && !allowsLoss)
        return revert_refused(untestable, attempt.archives ? untested(untestable) : []);
    const { noArchive } = script.directives;
    if (attempt.archives && noArchive !== undefined)
        return revert_refused([], [(0,erasure/* erasure */.C)(file, noArchive)]);
    const context = { session, engine, script, isWhole: true };
    const carrier = (await (0,notes/* ownsArchives */.D)(session)) ? await (await (0,lazily/* loadCarry */.oX)()).carrierFor(session) : undefined;
    const guard = { allowsLoss, own: () => (0,down_stored/* readOwnRows */.OX)(runner, planned, newer), carrier };
    const newArchivist = await archivistFor(runner, attempt);
    const runs = (0,guarded_runs/* guardedRuns */.Z)(guard, newArchivist);
    if (segments.length > 1 && progress === undefined && !allowsLoss) {
        const { kept, losses } = await runs.tryAll(context, segments);
        if (newArchivist === undefined ? losses.length > 0 : kept.refusals.length > 0)
            return revert_refused(losses, kept.refusals);
    }
    const outcome = await runAll(context, attempt, segments, runs.transaction);
    const { kept, losses: lost } = runs.went();
    const { execution } = outcome;
    const losses = [...lost, ...untestable];
    const { archived, refusals: unarchived } = kept;
    if (execution.ok) {
        return { kind: 'ended', reverted: { failure: undefined, refused: false, losses, archived, unarchived: [] } };
    }
    if (execution.at === 'refused')
        return revert_refused(losses, unarchived);
    if (execution.error === undefined)
        throw new errors/* CancelledError */.cc(`${file}: cancelled`);
    if (execution.error instanceof sql_error/* ConnectionLost */.pz)
        throw execution.error;
    const refined = outcome.segmentsDone === 0 ? (0,split_hints/* hintFrom */.EF)(stored, hints, execution) : undefined;
    if (refined !== undefined)
        return { kind: 'again', ...refined };
    const failing = { version: planned.version, file, script };
    const failure = (0,run_failure/* failureOf */.g)(engine, failing, { ...outcome, execution }, execution.error);
    return { kind: 'ended', reverted: { failure, refused: false, losses: [], archived, unarchived } };
}
function revert_refused(losses, unarchived) {
    const reverted = { failure: undefined, refused: true, losses, archived: [], unarchived };
    return { kind: 'ended', reverted };
}
function untested(losses) {
    return losses.map(({ object }) => ({
        kind: 'not-possible',
        message: `${object} cannot be archived: what it does cannot be tested beforehand`,
    }));
}
async function archivistFor({ engine, tables }, { archive, archives, planned: { name, side, version } }) {
    if (!archives || archive === undefined)
        return undefined;
    const { createArchivist } = await (0,lazily/* loadArchivist */.Gj)();
    const of = { direction: 'down', version, migration: name, release: side.release, cluster: tables.cluster };
    return () => createArchivist(engine, of, archive);
}
async function runAll(context, attempt, segments, transaction) {
    const { engine, session } = context;
    const { file, progress, records } = attempt;
    const [only] = segments;
    return (0,sql_segments/* isAtomic */.sf)(segments) && progress === undefined && only?.kind === 'transaction'
        ? { ...(await (0,retry_locks/* retryLocks */.Z)(engine, session, file, () => transaction(context, only, records(true)))), segmentsDone: 0 }
        : await revertSegments(context, attempt, segments, transaction);
}
function revertSegments(context, { hints, planned: { side, version }, progress, records }, segments, transaction) {
    const open = progress === undefined ? (0,write/* beginDown */.K9)(version) : (0,write/* resumeSide */.nf)(version, hints, { ...context.engine.provenance, ...side });
    const book = {
        open: { sql: open, statements: 1 },
        begin: { sql: (0,write/* beginSegment */.xT)(version), statements: 1 },
        finish: (digest) => ({ sql: (0,write/* finishSegment */.Xe)(version, digest, 'harmless'), statements: 1 }),
        last: () => records(false),
    };
    return (0,run_segments/* runSegments */.G)(context, { segments, progress: progress ?? { digests: [], begun: false }, book, transaction });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/down.js











async function down(engine, options) {
    const progress = { startedAt: engine.clock.now(), plan: undefined, hasBegun: false, reverted: [] };
    try {
        const access = { creates: false, endsOrphans: options.endsOrphans ?? false };
        return await (0,runner/* acrossConnections */.Lp)(engine, () => (0,runner/* withRunner */.T4)(engine, access, (runner) => runDown(runner, options, progress)));
    }
    catch (error) {
        if (!(0,clock/* isCancellation */.iB)(error, engine.signal) || progress.plan === undefined)
            throw error;
        return report(progress, progress.plan, { cancelled: true });
    }
}
async function runDown(runner, options, progress) {
    const { engine } = runner;
    const current = (0,down_plan/* planDown */.g)(runner.history, options.range, options.expectDigests);
    progress.plan ??= current;
    const { plan } = progress;
    await recover(runner, plan, progress, options);
    const releasedSince = progress.hasBegun ? [] : await (0,preview/* othersSince */.oT)(runner, current, options.ours);
    if (releasedSince.length > 0)
        return report(progress, plan, { releasedSince });
    progress.hasBegun = true;
    const todo = current === plan ? current.revert : remaining(plan, runner);
    const [refusal, ...more] = current.refusals;
    if (refusal !== undefined && current === plan)
        throw new refused/* PlanRefused */.M([refusal, ...more]);
    if (todo.length > 0)
        await refuseIntruders(runner);
    const archive = options.onDataLoss === 'archive' ? (options.archiveLimits ?? limits/* defaultArchiveLimits */.gr) : undefined;
    if (options.onDataLoss !== 'allow') {
        const now = archive && (0,limits/* limitsNow */.RN)(archive, engine.clock.now() - progress.startedAt);
        const previewed = await (0,preview/* previewDown */.z4)(runner, todo, now);
        const blocked = previewed.find((each) => archive === undefined ? each.losses.length > 0 : (each.archive?.unarchived.length ?? 0) > 0);
        if (blocked !== undefined) {
            const { losses, name, version } = blocked;
            const unarchived = blocked.archive?.unarchived ?? [];
            return report(progress, plan, { refused: { version, name, losses, unarchived } });
        }
    }
    for (const planned of todo) {
        if (engine.signal?.aborted)
            return report(progress, plan, { cancelled: true });
        const { version, name } = planned;
        const started = engine.clock.now();
        const place = plan.revert.findIndex((each) => each.version === version);
        const newer = plan.revert.slice(0, place);
        const left = archive && (0,limits/* limitsNow */.RN)(archive, started - progress.startedAt);
        const done = await revert(runner, { planned, newer, allowsLoss: options.onDataLoss === 'allow', archive: left });
        const { archived, failure, losses, unarchived } = done;
        if (done.refused)
            return report(progress, plan, { refused: { version, name, losses, unarchived } });
        if (failure !== undefined)
            return report(progress, plan, { failure, cancelled: failure.cancelled });
        const durationMs = engine.clock.now() - started;
        engine.log.info(`${version} ${name}: rolled back in ${(0,duration/* formatDuration */.a)(durationMs)}`);
        if (losses.length > 0) {
            const how = archived.length > 0 ? 'archived' : 'deleted with it';
            engine.log.warning(`${version} ${name}: ${how}: ${(0,data_loss_losses/* describeLosses */.bQ)(losses)}`);
        }
        progress.reverted.push({ version, name, durationMs, losses, archived });
        if (archived.length > 0)
            await seal(runner);
    }
    await (0,notes/* noteArchives */.g)(engine, runner.session, { rolledBack: progress.reverted.map(({ version }) => version) });
    return report(progress, plan, {});
}
async function seal({ engine, session }) {
    try {
        const { readArchives, sealArchives } = await (0,lazily/* loadSealing */.qs)();
        await sealArchives(session, await readArchives(session));
    }
    catch (error) {
        if (session.lost || engine.signal?.aborted)
            throw error;
        engine.log.warning(`the archive is complete, but was not summed up: ${(0,errors/* describe */.q0)(error)}`);
    }
}
function report({ reverted }, plan, end) {
    return { plan, reverted, failure: undefined, refused: undefined, releasedSince: [], cancelled: false, ...end };
}
async function recover(runner, plan, { reverted }, { archiveLimits: { keepMs } = limits/* defaultArchiveLimits */.gr, onDataLoss }) {
    const gone = plan.revert.filter((each) => !runner.history.some((record) => record.version === each.version));
    for (const planned of gone) {
        const { name, version } = planned;
        if (reverted.some((done) => done.version === version))
            continue;
        const archived = onDataLoss === 'archive' ? await archivedUnseen(runner, planned, keepMs) : [];
        reverted.push({ version, name, durationMs: 0, losses: [], archived });
        if (archived.length > 0)
            await seal(runner);
    }
}
async function archivedUnseen({ engine, session, tables }, { side: { xminHorizon }, version }, keepMs) {
    if (xminHorizon === undefined)
        return [];
    try {
        const archives = await (await (0,lazily/* loadSealing */.qs)()).readArchives(session);
        return archives
            .filter((each) => each.version === version && each.cluster === tables.cluster)
            .filter(({ xid }) => BigInt(xid) >= BigInt(xminHorizon))
            .map(({ bytes, id, kind, rows, source }) => ({ id, object: source, kind, rows, bytes, keepMs }));
    }
    catch (error) {
        if (session.lost || engine.signal?.aborted)
            throw error;
        engine.log.warning(`${version}: what was archived of it is not known: ${(0,errors/* describe */.q0)(error)}`);
        return [];
    }
}
function remaining(plan, { history }) {
    return plan.revert.flatMap((planned) => {
        const side = history.find((record) => record.version === planned.version)?.side;
        return side === undefined ? [] : [{ ...planned, side }];
    });
}
async function refuseIntruders({ session }) {
    const intruders = await (0,tables/* findIntruders */.uZ)(session);
    if (intruders.length === 0)
        return;
    throw new errors/* InputError */.dz(`the stored down migrations cannot be trusted: ${intruders.join('; ')}; they run with this role's rights, so no other role may write them`);
}


/***/ }),

/***/ 573598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ erasure)
/* harmony export */ });
function erasure(file, because) {
    const message = `${file} is not archived, because it says "no-archive because ${because}"; use on-data-loss: allow where the data is to be deleted`;
    return { kind: 'not-possible', message };
}


/***/ }),

/***/ 4678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ planDown)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(672435);
/* harmony import */ var _files_migration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(935980);
/* harmony import */ var _history_write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(573145);



function planDown(history, range, expected = new Map()) {
    const present = history.filter((record) => record.applied || record.side?.state === 'partial');
    const chosen = choose(present, range);
    const oldest = chosen[0];
    const refusals = [...unknownTarget(present, range)];
    if (oldest !== undefined) {
        const between = present.slice(present.indexOf(oldest) + 1).filter((record) => !chosen.includes(record));
        if (between.length > 0)
            refusals.push(notNewest(between));
    }
    const revert = chosen.toReversed().flatMap((record) => {
        const refusal = judge(record, expected);
        if (refusal !== undefined)
            refusals.push(refusal);
        const { side, version } = record;
        return side?.downSql === undefined ? [] : [{ version, name: side.name, side, sql: side.downSql }];
    });
    const left = present.filter((record) => !chosen.includes(record));
    return {
        chosen: chosen.toReversed().map(({ version, name, side }) => ({
            version,
            name: side?.name ?? name,
            phase: side?.phase ?? '',
        })),
        revert: refusals.length > 0 ? [] : revert,
        refusals,
        fromVersion: present.at(-1)?.version ?? '',
        toVersion: (refusals.length > 0 ? present : left).at(-1)?.version ?? '',
    };
}
function choose(present, range) {
    switch (range.kind) {
        case 'steps':
            return range.steps === 0 ? [] : present.slice(-range.steps);
        case 'to':
            return newerThan(present, range.version) ?? [];
        case 'step':
            return present.filter((record) => record.side?.step === range.step);
        case 'release':
            return present.filter((record) => record.side?.release === range.release);
        case 'releases':
            return present.filter((record) => range.releases.includes(record.side?.release ?? ''));
        case 'versions':
            return present.filter((record) => range.versions.includes(record.version));
    }
}
function newerThan(present, version) {
    const at = present.findIndex((record) => (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(record.version) === (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version));
    if (version === '0' || (at < 0 && (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version) === '0'))
        return present;
    return at < 0 ? undefined : present.slice(at + 1);
}
function unknownTarget(present, range) {
    if (range.kind !== 'to' || newerThan(present, range.version) !== undefined)
        return [];
    return [{ reason: 'no-such-version', message: `to: version ${range.version} is not applied` }];
}
function notNewest(between) {
    const names = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .nameSome */ .Kf)(between.map((record) => `${record.version}${record.side?.release ? ` (release ${record.side.release})` : ''}`), 3);
    return {
        reason: 'newer-migrations-applied',
        message: `${names}: applied since and not in the requested range; roll back the newer ones first, or keep the schema as it is`,
    };
}
function judge({ version, side }, expected) {
    if (side === undefined) {
        return {
            reason: 'down-not-stored',
            message: `version ${version}: applied by another tool, so no down migration is stored; write a new migration that reverses it`,
        };
    }
    if (side.downSql === undefined) {
        return {
            reason: 'down-not-stored',
            message: `version ${version} (${side.name}): applied without a down migration; write a new migration that reverses it`,
        };
    }
    const digest = (0,_history_write_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(side.downSql);
    if (digest !== side.downDigest || (expected.has(version) && expected.get(version) !== digest)) {
        return {
            reason: 'digest-differs',
            message: `version ${version} (${side.name}): the stored down migration is not the recorded one; find out who changed lockstep.migrations`,
        };
    }
    return undefined;
}


/***/ }),

/***/ 288117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oT: () => (/* binding */ othersSince),
/* harmony export */   s2: () => (/* binding */ readDownPlan),
/* harmony export */   z4: () => (/* binding */ previewDown)
/* harmony export */ });
/* harmony import */ var _archive_lazily_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(251229);
/* harmony import */ var _archive_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(553410);
/* harmony import */ var _data_loss_count_predicted_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(752750);
/* harmony import */ var _data_loss_predict_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(747311);
/* harmony import */ var _data_loss_untestable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(294589);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(658489);
/* harmony import */ var _records_releases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(846938);
/* harmony import */ var _run_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(319709);
/* harmony import */ var _sql_split_hints_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(238537);
/* harmony import */ var _erasure_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(573598);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4678);
/* harmony import */ var _stored_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5795);












async function readDownPlan(engine, options) {
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withReader */ .mp)(engine, async (runner) => {
        const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planDown */ .g)(runner.history, options.range, options.expectDigests);
        const releasedSince = await othersSince(runner, plan, options.ours);
        return { ...plan, revert: await previewDown(runner, plan.revert, options.archiveLimits), releasedSince };
    });
}
async function othersSince(runner, { chosen }, ours) {
    const versions = new Set(chosen.map(({ version }) => version));
    const times = runner.history.flatMap(({ side, version }) => side !== undefined && versions.has(version) ? [Date.parse(side.startedAt)] : []);
    return ours === undefined || times.length === 0 ? [] : (0,_records_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .readReleasesSince */ .FD)(runner, Math.min(...times), ours);
}
function spend(limits, ms) {
    return { ...(0,_archive_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limitsNow */ .RN)(limits, ms), leftMs: Math.max(0, (limits.leftMs ?? 0) - ms) };
}
async function previewDown(runner, revert, archiveLimits) {
    const parse = revert.length === 0 ? undefined : await (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .loadParser */ .qd)();
    const list = [];
    let limits = archiveLimits;
    for (const [nth, planned] of revert.entries()) {
        const script = (0,_sql_split_hints_js__WEBPACK_IMPORTED_MODULE_5__/* .withHints */ .z9)((0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .readStored */ .CL)((0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(planned), planned.sql), (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .hintsFor */ .uK)(planned));
        const { opaque, deletes } = parse === undefined ? { opaque: true, deletes: [] } : (0,_data_loss_predict_js__WEBPACK_IMPORTED_MODULE_7__/* .predict */ .K$)(script, parse);
        const own = deletes.length === 0 ? undefined : await (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .readOwnRows */ .OX)(runner, planned, revert.slice(0, nth));
        const counted = await (0,_data_loss_count_predicted_js__WEBPACK_IMPORTED_MODULE_8__/* .countPredicted */ .yO)(runner.session, deletes, own);
        const losses = [...(counted ?? []), ...(await (0,_data_loss_untestable_js__WEBPACK_IMPORTED_MODULE_9__/* .findUntestable */ .l)(runner.session, script))];
        const isUnseen = opaque || counted === undefined || (await (0,_data_loss_count_predicted_js__WEBPACK_IMPORTED_MODULE_8__/* .reachesOthers */ .RV)(runner.session, deletes));
        const { noArchive } = script.directives;
        const erased = { rows: 0, bytes: 0, lockMs: 0, atMost: false };
        let archive;
        if (limits !== undefined && losses.length > 0 && noArchive !== undefined) {
            archive = { ...erased, unarchived: [(0,_erasure_js__WEBPACK_IMPORTED_MODULE_10__/* .erasure */ .C)((0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb)(planned), noArchive)] };
        }
        else if (limits !== undefined && losses.length > 0) {
            archive = await (await (0,_archive_lazily_js__WEBPACK_IMPORTED_MODULE_11__/* .loadPreview */ .xB)()).previewArchive(runner.session, { deletes, losses, own }, limits);
        }
        if (limits?.leftMs !== undefined && archive !== undefined)
            limits = spend(limits, archive.lockMs);
        list.push({ ...planned, deletes, opaque: isUnseen, losses, archive });
    }
    return list;
}


/***/ }),

/***/ 5795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ readStored),
/* harmony export */   OX: () => (/* binding */ readOwnRows),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   uK: () => (/* binding */ hintsFor)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247753);
/* harmony import */ var _data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(938493);
/* harmony import */ var _sql_inspect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(257718);
/* harmony import */ var _sql_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(925626);
/* harmony import */ var _sql_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71514);
/* harmony import */ var _sql_split_hints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(238537);






function nameOf({ name, version }) {
    return `${version}_${name} (down)`;
}
async function readOwnRows({ session, tables }, { side, version }, newer) {
    const horizon = side.xminHorizon;
    if (side.facts === undefined || horizon === undefined)
        return undefined;
    const [row] = await session.rows(`select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()),
            exists (select from lockstep.events e
                     where e.id > (select coalesce(max(up.id), 0) from lockstep.events up where up.kind = 'up' and up.version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(version)})
                       and case when e.kind in ('up', 'down', 'adopt') then e.detail->>'destroyed' is distinct from 'false'
                                when e.kind in ('failed', 'cancelled') then e.detail->>'segmentsDone' is distinct from '0' end)
         or exists (select from supabase_migrations.schema_migrations h
                     where pg_catalog.age(h.xmin) <= pg_catalog.age((${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(horizon)}::bigint & ${0xffffffff})::text::xid)
                       and not exists (select from lockstep.migrations m where m.version = h.version))`);
    const now = { cluster: tables.cluster, currentXid: row?.[0] ?? '0', destroyedSince: row?.[1] !== 'f' };
    return (0,_data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .ownRows */ .qf)(side, newer.map((each) => each.side), now);
}
function hintsFor({ side }) {
    return side.state === 'reverting' ? side.hints : _sql_split_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .noHints */ .Ah;
}
function readStored(file, sql) {
    const problems = [];
    const script = (0,_sql_inspect_js__WEBPACK_IMPORTED_MODULE_3__/* .inspect */ .N)((0,_sql_source_js__WEBPACK_IMPORTED_MODULE_4__/* .textSource */ .r)(file, sql), problems);
    if (problems.length > 0)
        throw new _sql_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .FileError */ .f(problems);
    return script;
}


/***/ }),

/***/ 377371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   aZ: () => (/* binding */ locksOf),
/* harmony export */   r: () => (/* binding */ droppedIndexes)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

function blocks(mode) {
    if (mode === 'access-exclusive')
        return 'reads and writes';
    return mode === 'share' || mode === 'share-row-exclusive' || mode === 'exclusive' ? 'writes' : 'nothing';
}
const NUMBERED = [
    'access-share',
    'access-share',
    'access-share',
    'row-exclusive',
    'share-update-exclusive',
    'share',
    'share-row-exclusive',
    'exclusive',
    'access-exclusive',
];
function locksOf({ fields, type }) {
    const relation = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'relation'));
    const on = (mode, table = relation) => (table === '' ? [] : [{ table, mode }]);
    switch (type) {
        case 'AlterTableStmt':
            return alterTable(fields, relation);
        case 'IndexStmt':
            return on(fields['concurrent'] === true ? 'share-update-exclusive' : 'share');
        case 'CreateStmt':
            return createTable(fields);
        case 'DropStmt':
            return dropped(fields);
        case 'TruncateStmt':
            return relations(fields, 'relations').flatMap((table) => on('access-exclusive', table));
        case 'LockStmt': {
            const mode = NUMBERED[Number(fields['mode'])] ?? 'access-exclusive';
            return relations(fields, 'relations').flatMap((table) => on(mode, table));
        }
        case 'CreateTrigStmt':
            return on('share-row-exclusive');
        case 'CreatePolicyStmt':
        case 'AlterPolicyStmt':
            return on('access-exclusive', (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'table')));
        case 'RenameStmt':
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'renameType') === 'OBJECT_INDEX' ? [] : on('access-exclusive');
        case 'RuleStmt':
        case 'AlterObjectSchemaStmt':
        case 'ClusterStmt':
            return on('access-exclusive');
        case 'ReindexStmt':
            return on((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .has */ .zy)(fields, 'params', 'concurrently') ? 'share-update-exclusive' : 'share');
        case 'RefreshMatViewStmt':
            return on(fields['concurrent'] === true ? 'exclusive' : 'access-exclusive');
        case 'VacuumStmt': {
            const mode = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .has */ .zy)(fields, 'options', 'full') ? 'access-exclusive' : 'share-update-exclusive';
            const tables = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'rels').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'VacuumRelation') ?? {}, 'relation')));
            return tables.flatMap((table) => on(mode, table));
        }
        case 'CommentStmt':
            return /^OBJECT_(TABLE|COLUMN|VIEW|INDEX)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'objtype'))
                ? on('share-update-exclusive', commented(fields))
                : [];
        case 'CreateStatsStmt':
            return relations(fields, 'relations').flatMap((table) => on('share-update-exclusive', table));
        case 'UpdateStmt':
        case 'DeleteStmt':
        case 'MergeStmt':
            return on('row-exclusive');
        default:
            return [];
    }
}
function relations(fields, name) {
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, name).map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'RangeVar')));
}
function commented(fields) {
    const names = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'object') ?? {}, 'List') ?? {}, 'items');
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'objtype') === 'OBJECT_COLUMN' ? names.slice(0, -1) : names);
}
const LIGHT = new Set([
    'AT_ValidateConstraint',
    'AT_SetStatistics',
    'AT_SetRelOptions',
    'AT_ResetRelOptions',
    'AT_SetOptions',
    'AT_ClusterOn',
    'AT_DropCluster',
    'AT_AttachPartition',
]);
const TRIGGERS = /^AT_(Enable|Disable)(AlwaysTrig|ReplicaTrig|TrigAll|TrigUser|Trig)$/;
function alterTable(fields, table) {
    if (/^OBJECT_(INDEX|TYPE)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'objtype')) || table === '')
        return [];
    const locks = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'cmds').flatMap((each) => {
        const cmd = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(each).fields;
        const subtype = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(cmd, 'subtype');
        const constraint = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'Constraint');
        const partition = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cmd, 'def') ?? {}, 'PartitionCmd');
        if (subtype === 'AT_AddConstraint' && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'contype') === 'CONSTR_FOREIGN') {
            const other = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(constraint ?? {}, 'pktable'));
            return [
                { table, mode: 'share-row-exclusive' },
                { table: other, mode: 'share-row-exclusive' },
            ];
        }
        if (subtype === 'AT_AttachPartition') {
            const part = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(partition ?? {}, 'name'));
            return [
                { table, mode: 'share-update-exclusive' },
                { table: part, mode: 'access-exclusive' },
            ];
        }
        if (subtype === 'AT_DetachPartition' && partition?.['concurrent'] === true)
            return [{ table, mode: 'share-update-exclusive' }];
        if (subtype === 'AT_DetachPartition') {
            const part = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(partition ?? {}, 'name'));
            return [table, part].map((each) => ({ table: each, mode: 'access-exclusive' }));
        }
        if (LIGHT.has(subtype))
            return [{ table, mode: 'share-update-exclusive' }];
        return [{ table, mode: TRIGGERS.test(subtype) ? 'share-row-exclusive' : 'access-exclusive' }, ...referenced(cmd)];
    });
    return strongest(locks);
}
function referenced(node) {
    const column = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'def') ?? {}, 'ColumnDef') ?? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'ColumnDef') ?? {};
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(column, 'constraints').flatMap((each) => {
        const table = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'Constraint') ?? {}, 'pktable'));
        return table === '' ? [] : [{ table, mode: 'share-row-exclusive' }];
    });
}
function createTable(fields) {
    const elements = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'tableElts');
    const keys = elements.flatMap((each) => {
        const table = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'Constraint') ?? {}, 'pktable'));
        return table === '' ? referenced(each) : [{ table, mode: 'share-row-exclusive' }];
    });
    const isPartition = fields['partbound'] !== undefined;
    const parents = relations(fields, 'inhRelations').map((table) => ({ table, mode: isPartition ? 'access-exclusive' : 'share-update-exclusive' }));
    return strongest([...keys, ...parents]);
}
function dropped(fields) {
    const kind = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'removeType');
    if (fields['concurrent'] === true)
        return [];
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'objects').flatMap((each) => {
        const items = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'List') ?? {}, 'items');
        if (/^OBJECT_(TABLE|VIEW|MATVIEW|FOREIGN_TABLE)$/.test(kind))
            return [{ table: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(items), mode: 'access-exclusive' }];
        if (/^OBJECT_(TRIGGER|POLICY|RULE)$/.test(kind))
            return [{ table: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(items.slice(0, -1)), mode: 'access-exclusive' }];
        return [];
    });
}
function droppedIndexes({ fields, type }) {
    if (type !== 'DropStmt' || (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'removeType') !== 'OBJECT_INDEX' || fields['concurrent'] === true)
        return [];
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'objects').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'List') ?? {}, 'items')));
}
function strongest(locks) {
    const found = new Map();
    for (const { mode, table } of locks) {
        const known = found.get(table);
        if (known === undefined || NUMBERED.lastIndexOf(mode) > NUMBERED.lastIndexOf(known))
            found.set(table, mode);
    }
    return [...found].map(([table, mode]) => ({ table, mode }));
}


/***/ }),

/***/ 141841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ readSizes),
/* harmony export */   jt: () => (/* binding */ describeSize),
/* harmony export */   vi: () => (/* binding */ weigh)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247753);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);


async function readSizes(session, names) {
    const wanted = [...new Set(names.map(_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N))];
    if (wanted.length === 0)
        return new Map();
    const rows = await session.rows(`select name, case when min(reltuples) < 0 then -1 else sum(reltuples)::bigint end, sum(pg_catalog.pg_total_relation_size(oid))::bigint
       from (select n.nspname || '.' || c.relname as name, part.oid, part.reltuples
               from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
               cross join lateral (select p.oid, p.reltuples from pg_catalog.pg_class p
                 where c.relkind not in ('p', 'I') and p.oid = c.oid
                    or c.relkind in ('p', 'I') and p.oid in (select relid from pg_catalog.pg_partition_tree(c.oid) where isleaf)) as part
              where c.relkind in ('r', 'm', 'p', 'i', 'I')) as found
      where name = any (${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .textArray */ .TS)(wanted)}) group by name`);
    return new Map(rows.map(([name, tuples, bytes]) => [
        name ?? '',
        { rows: Number(tuples) < 0 ? undefined : Number(tuples), bytes: Number(bytes) },
    ]));
}
const SMALL = { rows: 10_000, bytes: 10 << 20 };
const LARGE = { rows: 1_000_000, bytes: 1 << 30 };
function weigh(size) {
    if (size === undefined)
        return 'unknown';
    if (size.bytes >= LARGE.bytes || (size.rows ?? 0) >= LARGE.rows)
        return 'large';
    return size.bytes <= SMALL.bytes && (size.rows ?? 0) <= SMALL.rows ? 'small' : 'medium';
}
function describeSize(size) {
    if (size === undefined)
        return 'size unknown';
    const rows = size.rows === undefined ? '' : `about ${size.rows.toLocaleString('en')} rows, `;
    return `${rows}${bytes(size.bytes)}`;
}
function bytes(count) {
    const unit = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = count;
    let step = 0;
    for (; value >= 1_024 && step < unit.length - 1; step++)
        value /= 1_024;
    return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${unit[step]}`;
}


/***/ }),

/***/ 140952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ tablesIn)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

function tablesIn(node) {
    if (Array.isArray(node))
        return node.flatMap(tablesIn);
    if (typeof node !== 'object' || node === null)
        return [];
    return Object.entries(node).flatMap(([key, value]) => key === 'RangeVar' || key === 'relation' || key === 'rel' ? [(0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(value)] : tablesIn(value));
}


/***/ }),

/***/ 162602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ securesRows),
/* harmony export */   LV: () => (/* binding */ indexFile),
/* harmony export */   Ry: () => (/* binding */ behind),
/* harmony export */   kJ: () => (/* binding */ onTable)
/* harmony export */ });
/* harmony import */ var _parse_made_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(515095);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(658489);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(116242);



function indexFile(statements, transactions = []) {
    const made = new Map();
    const on = new Map();
    const droppedTriggers = new Set();
    let lastFunctionDrop = -1;
    const put = (map, name, placed) => {
        const list = map.get(name);
        if (list === undefined)
            map.set(name, [placed]);
        else
            list.push(placed);
    };
    for (const [nth, { parsed: by }] of statements.entries()) {
        if (by === undefined)
            continue;
        const object = (0,_parse_made_js__WEBPACK_IMPORTED_MODULE_0__/* .madeBy */ .v)(by);
        if (object !== undefined)
            put(made, object.name, { nth, by });
        const table = ON_TABLES.test(by.type) ? (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .tableOf */ .c_)(by.fields) : '';
        if (table !== '')
            put(on, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(table), { nth, by });
        if (by.type === 'DropStmt' && /^OBJECT_(FUNCTION|ROUTINE)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(by.fields, 'removeType')))
            lastFunctionDrop = nth;
        if (by.type !== 'DropStmt' || (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(by.fields, 'removeType') !== 'OBJECT_TRIGGER')
            continue;
        for (const each of (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(by.fields, 'objects')) {
            const items = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(each, 'List') ?? {}, 'items');
            droppedTriggers.add(`${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .listName */ .sY)(items.slice(0, -1)))} ${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .listName */ .sY)(items.slice(-1))}`);
        }
    }
    return {
        ...{ made, on, droppedTriggers, lastFunctionDrop, statements: statements.map(({ parsed }) => parsed) },
        isTogether: (one, other) => transactions[one] === transactions[other],
    };
}
const ON_TABLES = /^(AlterTable|Index|CreatePolicy|AlterPolicy|CreateTrig|Rule)Stmt$/;
function onTable({ on }, type, table) {
    return (on.get((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(table)) ?? []).filter(({ by }) => by.type === type);
}
function behind({ file, nth }, type, table) {
    return onTable(file, type, table).flatMap((each) => (each.nth > nth ? [each.by] : []));
}
function securesRows(file, table) {
    const enables = ({ by }) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(by.fields, 'cmds').some((cmd) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .opened */ .Sg)(cmd).fields, 'subtype') === 'AT_EnableRowSecurity');
    if (onTable(file, 'AlterTableStmt', table).some(enables))
        return true;
    return ['…', 'public.…'].some((each) => (file.on.get((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(each)) ?? []).some(enables));
}


/***/ }),

/***/ 116242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ objectName),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   mU: () => (/* binding */ USED)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

const USED = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'foreign table',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'procedure',
    OBJECT_ROUTINE: 'routine',
    OBJECT_AGGREGATE: 'aggregate',
    OBJECT_SCHEMA: 'schema',
    OBJECT_EXTENSION: 'extension',
    OBJECT_COLUMN: 'column',
    OBJECT_ATTRIBUTE: 'attribute',
    OBJECT_OPERATOR: 'operator',
    OBJECT_CAST: 'cast',
    OBJECT_COLLATION: 'collation',
    OBJECT_TSCONFIGURATION: 'text search configuration',
    OBJECT_PUBLICATION: 'publication',
    OBJECT_FOREIGN_SERVER: 'server',
    OBJECT_ROLE: 'role',
    OBJECT_DATABASE: 'database',
};
function objectName(object) {
    const { type, fields } = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(object);
    if (type === 'List' && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'items').some((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'TypeName') !== undefined))
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'items')
            .map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'TypeName') ?? {}, 'names').slice(-1)))
            .join(' as ');
    if (type === 'List')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'items'));
    if (type === 'String')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'sval');
    if (type === 'TypeName')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'names'));
    return type === 'ObjectWithArgs' ? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'objname')) : '';
}
function tableOf(fields) {
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'relation') ?? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'table'));
}


/***/ })

};
