import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 762681:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 419275:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 381487:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 15945:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 823569:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 565658:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 377109:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 956446:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 243189:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 233932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 247035:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 502408:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 439179:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 830690:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 476411:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 636025:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 847809:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(788610);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 788610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: external "node:os"
let external_node_os_namespaceObject_kept;
const external_node_os_namespaceObject = () => (external_node_os_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os"));
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(1015169);
// EXTERNAL MODULE: ./packages/quality/lib/finding.js
var lib_finding = __nccwpck_require__(270680);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
;// CONCATENATED MODULE: ./packages/base/lib/byte-order-mark.js
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
}

;// CONCATENATED MODULE: ./packages/quality/lib/memory-file.js


function readMemoryFile(what, path) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        if (cause.code === 'ENOENT')
            return undefined;
        throw new errors/* InputError */.dz(`${what} ${path}: cannot be read: ${(0,errors/* describe */.q0)(cause)}`, { cause });
    }
    try {
        return JSON.parse(withoutMark(text));
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${what} ${path}: no JSON; take it from the default branch again`, { cause });
    }
}

;// CONCATENATED MODULE: ./packages/quality/lib/baseline.js



function readBaseline(path) {
    const value = readMemoryFile('baseline', path);
    if (value === undefined)
        return undefined;
    if ((0,lib_fields/* isMap */.j)(value) && value['version'] === 1 && (0,lib_fields/* isMap */.j)(value['gates']))
        return value;
    throw new errors/* InputError */.dz(`baseline ${path}: expected {"version": 1, "gates": …}`);
}
function baselineText(gates) {
    const sorted = Object.fromEntries(Object.entries(gates)
        .sort(byKey)
        .map(([gate, known]) => [gate, Object.fromEntries(Object.entries(known).sort(byKey))]));
    return `${JSON.stringify({ version: 1, gates: sorted }, null, 2)}\n`;
}
function splitByBaseline(findings, baseline, lineText) {
    if (Object.keys(baseline).length === 0)
        return { fresh: findings, known: [], fixed: 0, shrunk: baseline };
    const fresh = [];
    const known = [];
    const used = new Map();
    for (const finding of findings) {
        const print = (0,lib_finding/* fingerprint */.Rj)(finding, lineText(finding));
        const count = used.get(print) ?? 0;
        if (count < (baseline[print]?.count ?? 0)) {
            used.set(print, count + 1);
            known.push(finding);
        }
        else {
            fresh.push(finding);
        }
    }
    const shrunk = Object.fromEntries(Object.entries(baseline).flatMap(([print, entry]) => {
        const count = used.get(print) ?? 0;
        return count === 0 ? [] : [[print, { ...entry, count }]];
    }));
    const fixed = Object.entries(baseline).reduce((sum, [print, { count }]) => sum + count - (used.get(print) ?? 0), 0);
    return { fresh, known, fixed, shrunk };
}
function baselineOf(findings, lineText) {
    const known = {};
    for (const finding of findings) {
        const print = (0,lib_finding/* fingerprint */.Rj)(finding, lineText(finding));
        const { rule, file } = finding;
        known[print] = { count: (known[print]?.count ?? 0) + 1, rule, ...(file === undefined ? {} : { file }) };
    }
    return known;
}
function byKey([a], [b]) {
    return a < b ? -1 : 1;
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: external "node:child_process"
let external_node_child_process_namespaceObject_kept;
const external_node_child_process_namespaceObject = () => (external_node_child_process_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process"));
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
;// CONCATENATED MODULE: external "node:stream/promises"
let promises_namespaceObject_kept;
const promises_namespaceObject = () => (promises_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises"));
;// CONCATENATED MODULE: ./packages/quality/lib/leftovers.js

const MARK = 'LOCKSTEP_COMMAND';
const ROUNDS = 5;
function marked(env, id) {
    return { ...env, [MARK]: id };
}
function endLeftovers(id) {
    for (let round = 0; round < ROUNDS; round++) {
        const found = processesOf(`${MARK}=${id}`);
        if (found.length === 0)
            return;
        for (const pid of found)
            endProcess(pid);
    }
}
function processesOf(mark) {
    return allProcesses().filter((pid) => {
        try {
            return (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark);
        }
        catch {
            return false;
        }
    });
}
function allProcesses() {
    try {
        return (0,external_node_fs_.readdirSync)('/proc').flatMap((name) => /^\d+$/.test(name) && name !== String(process.pid) ? [Number(name)] : []);
    }
    catch {
        return [];
    }
}
function endProcess(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./packages/quality/lib/command.js





const GRACE_MS = 3_000;
function commandEnvironment(env) {
    const own = /^(?:INPUT_|STATE_|ACTIONS_)|^GITHUB_(?:OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$|^LOCKSTEP_/;
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || own.test(name) ? [] : [[name, value]])));
}
async function runCommand(request) {
    const log = (0,external_node_fs_.createWriteStream)(request.logPath);
    const stdout = request.stdoutPath === undefined ? undefined : (0,external_node_fs_.createWriteStream)(request.stdoutPath);
    const id = (0,external_node_crypto_().randomUUID)();
    const child = start({ ...request, env: marked(request.env, id) });
    child.stdout?.on('data', (piece) => {
        log.write(piece);
        stdout?.write(piece);
    });
    child.stderr?.on('data', (piece) => log.write(piece));
    try {
        return await endOf(child, request, () => endAll(child, id));
    }
    finally {
        await Promise.all([command_close(log), command_close(stdout)]);
    }
}
function start(request) {
    const options = { cwd: request.directory, env: request.env, stdio: ['ignore', 'pipe', 'pipe'] };
    if (process.platform === 'win32')
        return (0,external_node_child_process_namespaceObject().spawn)(request.script, { ...options, stdio: [...options.stdio], shell: true });
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', request.script];
    return (0,external_node_child_process_namespaceObject().spawn)('bash', args, { ...options, stdio: [...options.stdio], detached: true });
}
function endOf(child, request, end) {
    return new Promise((resolve) => {
        let stopped;
        let killer;
        const stop = (why) => {
            stopped ??= why;
            kill(child, 'SIGTERM');
            killer ??= setTimeout(end, GRACE_MS);
        };
        const onAbort = () => stop('cancelled');
        const timer = setTimeout(() => stop('timed-out'), request.timeoutMs);
        request.signal.addEventListener('abort', onAbort, { once: true });
        if (request.signal.aborted)
            onAbort();
        const settle = (ended) => {
            clearTimeout(timer);
            clearTimeout(killer);
            request.signal.removeEventListener('abort', onAbort);
            end();
            resolve(stopped === undefined ? ended : { kind: stopped });
        };
        child.once('error', (error) => settle({ kind: 'not-started', why: error.message }));
        child.once('exit', () => {
            setTimeout(end, 100);
        });
        child.once('close', (code, signal) => settle(code === null ? { kind: 'killed', by: signal ?? 'a signal' } : { kind: 'exited', exitCode: code }));
    });
}
function endAll(child, id) {
    kill(child, 'SIGKILL');
    endLeftovers(id);
}
function kill(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill(signal);
        else
            process.kill(-child.pid, signal);
    }
    catch {
    }
}
async function command_close(stream) {
    if (stream === undefined)
        return;
    stream.end();
    await (0,promises_namespaceObject().finished)(stream);
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/acceptance.js
function applyAcceptances(items, acceptances, covers, nowMs) {
    const today = new Date(nowMs).toISOString().slice(0, 10);
    const isOver = ({ until }) => until !== undefined && until < today;
    const valid = acceptances.filter((one) => !isOver(one));
    const used = new Set();
    const rest = [];
    const accepted = [];
    for (const item of items) {
        const those = valid.filter((one) => covers(one, item));
        for (const one of those)
            used.add(one);
        const [by] = those;
        if (by === undefined)
            rest.push(item);
        else
            accepted.push({ item, by });
    }
    return {
        rest,
        accepted,
        expired: acceptances.filter(isOver),
        endless: valid.filter(({ until }) => until === undefined),
        idle: valid.filter((one) => !used.has(one)),
    };
}
function isDay(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text))
        return false;
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
function expiredWords(name, { until = '', reason }) {
    return `"${name}" was accepted until ${until}: decide again (${reason})`;
}

;// CONCATENATED MODULE: ./packages/quality/lib/acceptance.js


function withoutAccepted(findings, acceptances, nowMs) {
    return applyAcceptances(findings, acceptances, covers, nowMs);
}
function covers(acceptance, finding) {
    if (acceptance.what !== finding.rule && acceptance.what !== finding.package)
        return false;
    const severity = finding.severity ?? 'info';
    return lib_finding/* ADVISORY_SEVERITIES */.Wy.indexOf(severity) <= lib_finding/* ADVISORY_SEVERITIES */.Wy.indexOf(acceptance.upTo);
}

;// CONCATENATED MODULE: ./packages/quality/lib/budget.js
const FACTORS = {
    '': 1,
    ms: 1,
    s: 1_000,
    '%': 0.01,
    B: 1,
    kB: 1_000,
    MB: 1_000_000,
    KiB: 1_024,
    MiB: 1_048_576,
};
function parseBudget(text) {
    const [, metric = '', operator = '', value = ''] = /^([^<>=]*)(<=|>=|<|>)([^<>=]*)$/.exec(text) ?? [];
    const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s?(\D*)$/.exec(value.trim()) ?? [];
    const factor = FACTORS[unit];
    if (metric.trim() === '' || digits === undefined || factor === undefined)
        return undefined;
    return { metric: metric.trim(), operator: operator, limit: Number(digits) * factor, unit };
}
function compareToBudgets(budgets, metrics) {
    const pairs = budgets.map((budget) => ({ budget, value: measured(metrics, budget.metric) }));
    return {
        missing: pairs.filter(({ value }) => value === undefined).map(({ budget }) => budget.metric),
        exceeded: pairs.flatMap(({ budget, value }) => value === undefined || isWithin(budget, value)
            ? []
            : [
                `${budget.metric} ${inUnit(value, budget.unit)}, budget ${budget.operator} ${inUnit(budget.limit, budget.unit)}`,
            ]),
    };
}
function measuredWords(budgets, metrics) {
    const words = budgets.flatMap(({ metric, unit }) => {
        const value = measured(metrics, metric);
        return value === undefined ? [] : [`${metric} ${inUnit(value, unit)}`];
    });
    return [...new Set(words)];
}
function measured(metrics, metric) {
    return Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
}
function isWithin({ limit, operator }, value) {
    switch (operator) {
        case '<=':
            return value <= limit;
        case '<':
            return value < limit;
        case '>=':
            return value >= limit;
        case '>':
            return value > limit;
    }
}
function inUnit(value, unit) {
    const own = value / (FACTORS[unit] ?? 1);
    return `${Number(own.toFixed(Math.abs(own) >= 100 ? 1 : 4))}${unit}`;
}

// EXTERNAL MODULE: ./packages/quality/lib/page-url.js
var page_url = __nccwpck_require__(261982);
;// CONCATENATED MODULE: ./packages/quality/lib/ratchet.js


const SLACK = 5;
function readFloors(path) {
    const value = readMemoryFile('ratchet', path);
    if (value === undefined)
        return undefined;
    if ((0,lib_fields/* isMap */.j)(value) && Object.values(value).every((floor) => typeof floor === 'number'))
        return value;
    throw new errors/* InputError */.dz(`ratchet ${path}: expected numbers by metric, like {"lines": 81.2}`);
}
function compareToFloors(metrics, floors, direction, tolerance) {
    const behind = [];
    const missing = [];
    const slack = [];
    const next = { ...floors };
    for (const [metric, floor] of Object.entries(floors)) {
        const value = metrics[metric];
        if (value === undefined) {
            missing.push(metric);
            continue;
        }
        const scale = direction === 'up' ? 1 : floor / 100;
        const ahead = direction === 'up' ? value - floor : floor - value;
        if (ahead < -tolerance * scale - 1e-9)
            behind.push(`${metric} ${shown(value, direction)}, was ${shown(floor, direction)}`);
        if (ahead > SLACK * scale)
            slack.push(metric);
        if (ahead > 0)
            next[metric] = roundedFloor(value, direction);
    }
    return { behind, missing, slack, next, moved: Object.keys(floors).some((metric) => next[metric] !== floors[metric]) };
}
function firstFloors(metrics, direction) {
    return Object.fromEntries(Object.entries(metrics).map(([metric, value]) => [metric, roundedFloor(value, direction)]));
}
function floorsText(floors) {
    return `${JSON.stringify(floors, null, 2)}\n`;
}
function shown(value, direction) {
    return direction === 'up' ? `${Math.floor(value * 100) / 100} %` : `${(value / 1_000).toFixed(1)} kB`;
}
function roundedFloor(value, direction) {
    return direction === 'up' ? Math.floor(value * 100) / 100 : Math.ceil(value);
}

// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(106301);
// EXTERNAL MODULE: ./packages/quality/lib/report.js
var report = __nccwpck_require__(1980);
// EXTERNAL MODULE: ./packages/quality/lib/source.js
var lib_source = __nccwpck_require__(532124);
;// CONCATENATED MODULE: ./packages/quality/lib/merge.js


async function merged(sources, reader, together = (reports) => (0,report/* reading */.h)(sumOf(reports))) {
    const reports = [];
    for (const source of sources) {
        const one = sources.length === 1 ? await reader(source) : await (0,lib_source/* inSource */.hR)(source, () => reader(source));
        if (one.kind === 'unreadable')
            return sources.length === 1 ? one : (0,report/* unreadable */.O)(one.why, naming(source, one.detail));
        reports.push(one.report);
    }
    const [only] = reports;
    return reports.length === 1 && only !== undefined ? { kind: 'report', report: only } : together(reports);
}
function naming(source, detail) {
    const name = (0,lib_source/* shown */.SP)(source);
    return detail.startsWith(`${name}: `) ? detail : `${name}: ${detail}`;
}
function sumOf(reports) {
    const checked = reports.map((report) => report.checked);
    const findings = [];
    for (const report of reports)
        for (const finding of report.findings)
            findings.push(finding);
    const tests = reports.map((report) => report.tests).filter((one) => one !== undefined);
    return {
        checked: checked.includes(undefined) ? undefined : checked.reduce((sum, one) => sum + (one ?? 0), 0),
        findings,
        ...(tests.length === 0 ? {} : { tests: tests.reduce(addTests) }),
    };
}
function addTests(a, b) {
    return {
        total: a.total + b.total,
        passed: a.passed + b.passed,
        failed: a.failed + b.failed,
        skipped: a.skipped + b.skipped,
        flaky: a.flaky + b.flaky,
    };
}

;// CONCATENATED MODULE: ./packages/quality/lib/readers.js




function each(kind, load) {
    const read = async (sources, allowed) => {
        const reader = await load();
        return await merged(sources, async (source) => await reader(source, allowed));
    };
    return { kind, read };
}
function coverage(load) {
    return { kind: 'coverage', read: async (sources) => await (await load())(sources) };
}
function runs(load) {
    const read = async (sources) => {
        const reader = await load();
        const { medianOf } = await __nccwpck_require__.e(/* import() */ 854).then(__nccwpck_require__.bind(__nccwpck_require__, 135127));
        return await merged(sources, reader, medianOf);
    };
    return { kind: 'measurements', read };
}
const READERS = {
    eslint: each('findings', async () => (await Promise.all(/* import() */[__nccwpck_require__.e(863), __nccwpck_require__.e(928)]).then(__nccwpck_require__.bind(__nccwpck_require__, 719018))).readEslint),
    typescript: each('findings', async () => (await __nccwpck_require__.e(/* import() */ 730).then(__nccwpck_require__.bind(__nccwpck_require__, 664108))).readTypescript),
    junit: each('tests', async () => (await Promise.all(/* import() */[__nccwpck_require__.e(649), __nccwpck_require__.e(650)]).then(__nccwpck_require__.bind(__nccwpck_require__, 581068))).readJunit),
    ctrf: each('tests', async () => (await __nccwpck_require__.e(/* import() */ 426).then(__nccwpck_require__.bind(__nccwpck_require__, 628767))).readCtrf),
    playwright: each('tests', async () => (await __nccwpck_require__.e(/* import() */ 378).then(__nccwpck_require__.bind(__nccwpck_require__, 192760))).readPlaywright),
    tap: each('tests', async () => (await __nccwpck_require__.e(/* import() */ 424).then(__nccwpck_require__.bind(__nccwpck_require__, 61391))).readTap),
    jest: each('tests', async () => (await __nccwpck_require__.e(/* import() */ 751).then(__nccwpck_require__.bind(__nccwpck_require__, 572550))).readJest),
    lcov: coverage(async () => (await __nccwpck_require__.e(/* import() */ 434).then(__nccwpck_require__.bind(__nccwpck_require__, 533841))).readLcov),
    istanbul: coverage(async () => (await __nccwpck_require__.e(/* import() */ 527).then(__nccwpck_require__.bind(__nccwpck_require__, 735797))).readIstanbul),
    cobertura: coverage(async () => (await Promise.all(/* import() */[__nccwpck_require__.e(649), __nccwpck_require__.e(376)]).then(__nccwpck_require__.bind(__nccwpck_require__, 655759))).readCobertura),
    sarif: each('findings', async () => (await Promise.all(/* import() */[__nccwpck_require__.e(863), __nccwpck_require__.e(125)]).then(__nccwpck_require__.bind(__nccwpck_require__, 965281))).readSarif),
    'npm-audit': each('advisories', async () => (await __nccwpck_require__.e(/* import() */ 470).then(__nccwpck_require__.bind(__nccwpck_require__, 2161))).readNpmAudit),
    'pnpm-audit': each('advisories', async () => (await __nccwpck_require__.e(/* import() */ 470).then(__nccwpck_require__.bind(__nccwpck_require__, 2161))).readPnpmAudit),
    'yarn-audit': each('advisories', async () => (await __nccwpck_require__.e(/* import() */ 470).then(__nccwpck_require__.bind(__nccwpck_require__, 2161))).readYarnAudit),
    'yarn-npm-audit': each('advisories', async () => (await __nccwpck_require__.e(/* import() */ 677).then(__nccwpck_require__.bind(__nccwpck_require__, 770661))).readYarnNpmAudit),
    'bun-audit': each('advisories', async () => (await __nccwpck_require__.e(/* import() */ 566).then(__nccwpck_require__.bind(__nccwpck_require__, 391905))).readBunAudit),
    osv: each('advisories', async () => (await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 1013314))).readOsv),
    zap: each('advisories', async () => (await __nccwpck_require__.e(/* import() */ 386).then(__nccwpck_require__.bind(__nccwpck_require__, 241933))).readZap),
    'supabase-advisors': each('findings', async () => (await __nccwpck_require__.e(/* import() */ 737).then(__nccwpck_require__.bind(__nccwpck_require__, 326372))).readSupabaseAdvisors),
    secretlint: each('findings', async () => (await Promise.all(/* import() */[__nccwpck_require__.e(863), __nccwpck_require__.e(304)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1043206))).readSecretlint),
    licenses: each('findings', async () => (await __nccwpck_require__.e(/* import() */ 197).then(__nccwpck_require__.bind(__nccwpck_require__, 549902))).readLicenses),
    lighthouse: runs(async () => (await __nccwpck_require__.e(/* import() */ 169).then(__nccwpck_require__.bind(__nccwpck_require__, 45432))).readLighthouse),
    k6: runs(async () => (await __nccwpck_require__.e(/* import() */ 380).then(__nccwpck_require__.bind(__nccwpck_require__, 575534))).readK6),
    autocannon: runs(async () => (await __nccwpck_require__.e(/* import() */ 219).then(__nccwpck_require__.bind(__nccwpck_require__, 477128))).readAutocannon),
    bundle: each('sizes', async () => (await __nccwpck_require__.e(/* import() */ 941).then(__nccwpck_require__.bind(__nccwpck_require__, 57578))).readBundle),
    'next-build': each('sizes', async () => (await __nccwpck_require__.e(/* import() */ 941).then(__nccwpck_require__.bind(__nccwpck_require__, 57578))).readNextBuild),
};
const FORMATS = Object.keys(READERS);
function kindOf(format) {
    return READERS[format].kind;
}
const READING_MS = 120_000;
async function readReport(format, sources, allowed, around) {
    const reader = READERS[format].read;
    try {
        const reading = await (0,deadline/* withDeadline */.N)('reading the report', READING_MS, async (signal) => await (0,lib_source/* read */.LF)(sources, (all) => reader(all.map((source) => ({ ...source, signal })), allowed)), around);
        return withoutRunnerPaths(reading, sources[0]?.root ?? '');
    }
    catch (error) {
        if (error instanceof errors/* DeadlineError */.j3)
            return (0,report/* unreadable */.O)('reading-timed-out', error.message);
        if (around.signal?.aborted === true)
            return (0,report/* unreadable */.O)('reading-timed-out', 'the job ended while the report was read');
        throw error;
    }
}
function withoutRunnerPaths(reading, root) {
    if (reading.kind !== 'report' || root.length < 2)
        return reading;
    const prefix = root.endsWith('/') ? root : `${root}/`;
    const plain = reading.report.findings.map((one) => {
        const message = one.message.replaceAll(prefix, '');
        return message.length === one.message.length ? one : { ...one, message };
    });
    return { kind: 'report', report: { ...reading.report, findings: plain } };
}

;// CONCATENATED MODULE: ./packages/quality/lib/judge.js








function judgeGate(gate, evidence, committed) {
    const nothing = { findings: [], known: [], accepted: [], notes: [] };
    const broken = brokenEnd(evidence.end);
    if (broken !== undefined)
        return { ...nothing, ...broken };
    const { reading } = evidence;
    if (reading === undefined)
        return { ...nothing, ...byExitCode(evidence.end) };
    if (reading.kind === 'unreadable')
        return {
            ...nothing,
            verdict: 'unknown',
            reason: reading.why,
            message: `${reading.detail}${exitWords(evidence.end)}`,
        };
    const other = anotherPage(gate, reading.report);
    if (other !== undefined)
        return { ...nothing, ...other };
    return byReport(gate, reading.report, evidence.end, committed);
}
function brokenEnd(end) {
    switch (end?.kind) {
        case undefined:
            return undefined;
        case 'timed-out':
            return { verdict: 'unknown', reason: 'timed-out', message: 'the command did not end within its "timeout"' };
        case 'cancelled':
            return { verdict: 'unknown', reason: 'cancelled', message: 'the job was cancelled' };
        case 'killed':
            return { verdict: 'unknown', reason: 'tool-crashed', message: `the command was ended by ${end.by}` };
        case 'not-started':
            return { verdict: 'unknown', reason: 'not-started', message: end.why };
        case 'exited':
            if (end.exitCode === 126 || end.exitCode === 127) {
                const message = `the command was not found or gave up (exit code ${end.exitCode}); see its log`;
                return { verdict: 'unknown', reason: 'not-started', message };
            }
            if (end.exitCode > 128)
                return {
                    verdict: 'unknown',
                    reason: 'tool-crashed',
                    message: `the command ended with exit code ${end.exitCode}`,
                };
            return undefined;
    }
}
function exitWords(end) {
    return end?.kind === 'exited' && end.exitCode !== 0
        ? `; the command ended with exit code ${end.exitCode}, see its log`
        : '';
}
function byExitCode(end) {
    const exitCode = end?.kind === 'exited' ? end.exitCode : 1;
    return exitCode === 0
        ? { verdict: 'pass', reason: 'exit-code', message: 'exit code 0' }
        : { verdict: 'fail', reason: 'exit-code', message: `exit code ${exitCode}` };
}
function byReport(gate, report, end, committed) {
    const { rest, accepted, expired } = withoutAccepted(report.findings, gate.accept, committed.nowMs);
    const split = splitByBaseline(rest, (gate.newOnly ? committed.baseline : undefined) ?? {}, committed.lineText);
    const { metrics } = report;
    const ratchet = ratchetOf(gate, metrics ?? {}, committed.floors);
    const notes = [
        ...expired.map((one) => expiredWords(one.what, one)),
        ...(split.fixed > 0
            ? [
                `${(0,lists/* count */.U9)(split.fixed, 'finding')} of the baseline fixed: commit the new baseline ("write-baseline: true" writes it)`,
            ]
            : []),
        ...ratchet.notes,
    ];
    const answer = decideFindings(gate, split.fresh, report) ??
        limitAnswer(gate, metrics ?? {}) ??
        budgetAnswer(gate, report) ??
        ratchet.answer ??
        contradiction(end, report) ??
        clean(gate, report, split.known.length, accepted.length);
    return {
        ...answer,
        findings: split.fresh,
        known: split.known,
        accepted: accepted.map(({ item }) => item),
        notes,
        ...(report.tests === undefined ? {} : { tests: report.tests }),
        ...(metrics === undefined ? {} : { metrics }),
        ...(gate.newOnly ? { baseline: nextBaseline(split, committed) } : {}),
        ...(ratchet.next === undefined ? {} : { floors: ratchet.next }),
    };
}
function nextBaseline(split, committed) {
    return committed.baseline === undefined ? baselineOf(split.fresh, committed.lineText) : split.shrunk;
}
function decideFindings(gate, fresh, report) {
    const blocking = fresh.filter((finding) => counts(gate, finding));
    const what = gate.newOnly ? 'new finding' : 'finding';
    if (blocking.length > 0 && report.tests !== undefined) {
        const { failed, total } = report.tests;
        return { verdict: 'fail', reason: 'tests-failed', message: `${failed} of ${(0,lists/* count */.U9)(total, 'test')} failed` };
    }
    if (blocking.length > 0)
        return { verdict: 'fail', reason: 'findings', message: (0,lists/* count */.U9)(blocking.length, what) };
    const warnings = fresh.filter((finding) => finding.level === 'warning').length;
    if (gate.maxWarnings !== undefined && warnings > gate.maxWarnings)
        return {
            verdict: 'fail',
            reason: 'too-many-warnings',
            message: `${(0,lists/* count */.U9)(warnings, 'warning')}, "max-warnings" is ${gate.maxWarnings}`,
        };
    return undefined;
}
function counts(gate, finding) {
    if (finding.severity === undefined)
        return (0,lib_finding/* isAtLeast */.du)(finding.level, gate.failOn);
    return lib_finding/* ADVISORY_SEVERITIES */.Wy.indexOf(finding.severity) >= lib_finding/* ADVISORY_SEVERITIES */.Wy.indexOf(gate.failOnSeverity);
}
function limitAnswer(gate, metrics) {
    const limits = [...Object.entries(gate.minimum), ...Object.entries(gate.maximum)];
    const missing = limits.map(([metric]) => metric).filter((metric) => metrics[metric] === undefined);
    if (missing.length > 0)
        return { verdict: 'unknown', reason: 'metric-missing', message: `the report has no ${(0,lists/* nameSome */.Kf)(missing, 5)}` };
    const low = Object.entries(gate.minimum).filter(([metric, limit]) => (metrics[metric] ?? 0) < limit);
    if (low.length > 0) {
        const words = low.map(([metric, limit]) => `${metric} ${shown(metrics[metric] ?? 0, 'up')} < ${limit} %`);
        return { verdict: 'fail', reason: 'below-minimum', message: (0,lists/* nameSome */.Kf)(words, 5) };
    }
    const high = Object.entries(gate.maximum).filter(([metric, limit]) => (metrics[metric] ?? 0) > limit);
    if (high.length === 0)
        return undefined;
    const words = high.map(([metric, limit]) => `${metric} ${shown(metrics[metric] ?? 0, 'down')} > ${shown(limit, 'down')}`);
    return { verdict: 'fail', reason: 'over-maximum', message: (0,lists/* nameSome */.Kf)(words, 5) };
}
function budgetAnswer(gate, { checked, metrics = {} }) {
    const { missing, exceeded } = compareToBudgets(gate.budgets, metrics);
    if (missing.length > 0) {
        const had = (0,lists/* nameSome */.Kf)(Object.keys(metrics), 20) || 'none';
        const message = `the report has no ${(0,lists/* nameSome */.Kf)(missing, 5)}; it has ${had}`;
        return { verdict: 'unknown', reason: 'metric-missing', message };
    }
    if (exceeded.length > 0)
        return { verdict: 'fail', reason: 'over-budget', message: (0,lists/* nameSome */.Kf)(exceeded, 5) };
    const measures = gate.format !== undefined && kindOf(gate.format) === 'measurements';
    if (!measures || gate.budgets.length > 0 || checked !== 0)
        return undefined;
    const message = 'the report has no thresholds, and the gate no "budgets": nothing was judged';
    return { verdict: 'unknown', reason: 'nothing-checked', message };
}
function anotherPage(gate, { about }) {
    if (gate.url === undefined || about === undefined || (0,page_url/* isAbout */.KH)(gate.url, about))
        return undefined;
    const message = `the report is about ${(0,lists/* nameSome */.Kf)(about.urls.map((url) => (0,page_url/* pageOf */.ZZ)(url) ?? 'no page'), 3)}, not ${(0,page_url/* pageOf */.ZZ)(gate.url) ?? ''}`;
    return { verdict: 'unknown', reason: 'wrong-url', message };
}
function directionOf(gate) {
    return gate.format !== undefined && kindOf(gate.format) === 'sizes' ? 'down' : 'up';
}
function ratchetOf(gate, metrics, floors) {
    if (gate.ratchet === undefined)
        return { notes: [] };
    if (floors === undefined) {
        const message = `${gate.ratchet} does not exist; commit the one among the reports ("write-baseline: true" writes it)`;
        const first = firstFloors(metrics, directionOf(gate));
        return { answer: { verdict: 'unknown', reason: 'no-ratchet', message, floors: first }, notes: [] };
    }
    const direction = directionOf(gate);
    const { behind, missing, slack, next, moved } = compareToFloors(metrics, floors, direction, gate.tolerance);
    const better = Object.entries(next)
        .filter(([metric, floor]) => floor !== floors[metric])
        .map(([metric, floor]) => `${metric} ${shown(floor, direction)}`);
    const notes = [
        ...(moved
            ? [
                `${gate.ratchet} can be tightened to ${(0,lists/* nameSome */.Kf)(better, 6)}: commit the new one ("write-baseline: true" writes it)`,
            ]
            : []),
        ...(slack.length > 0
            ? [`${gate.ratchet} is too lenient: ${(0,lists/* nameSome */.Kf)(slack, 5)} could lose more than 5 points unnoticed`]
            : []),
    ];
    const rest = moved ? { next, notes } : { notes };
    if (missing.length > 0)
        return {
            ...rest,
            answer: { verdict: 'unknown', reason: 'metric-missing', message: `the report has no ${(0,lists/* nameSome */.Kf)(missing, 5)}` },
        };
    if (behind.length > 0)
        return { ...rest, answer: { verdict: 'fail', reason: 'behind-ratchet', message: (0,lists/* nameSome */.Kf)(behind, 5) } };
    return rest;
}
function contradiction(end, report) {
    if (end?.kind !== 'exited' || end.exitCode === 0 || report.findings.length > 0)
        return undefined;
    const message = `the command ended with exit code ${end.exitCode}, but its report has no findings; see its log`;
    return { verdict: 'unknown', reason: 'exit-contradicts-report', message };
}
function clean(gate, report, known, accepted) {
    const metrics = metricWords(gate, report.metrics ?? {});
    const parts = [
        (0,lists/* nameSome */.Kf)(metrics, 6),
        report.tests === undefined ? '' : testWords(report.tests),
        report.tests === undefined && metrics.length === 0 && report.checked !== undefined
            ? `${report.checked} checked`
            : '',
        report.findings.length - known - accepted > 0 ? `${report.findings.length - known - accepted} below "fail-on"` : '',
        known > 0 ? `${known} known` : '',
        accepted > 0 ? `${accepted} accepted` : '',
    ].filter((part) => part !== '');
    return { verdict: 'pass', reason: 'clean', message: parts.length === 0 ? 'nothing found' : parts.join(', ') };
}
function metricWords(gate, metrics) {
    if (gate.format !== undefined && kindOf(gate.format) === 'measurements')
        return measuredWords(gate.budgets, metrics);
    return Object.entries(metrics).map(([metric, value]) => `${metric} ${shown(value, directionOf(gate))}`);
}
function testWords({ passed, skipped, flaky }) {
    return [`${(0,lists/* count */.U9)(passed, 'test')} passed`, skipped > 0 ? `${skipped} skipped` : '', flaky > 0 ? `${flaky} flaky` : '']
        .filter((part) => part !== '')
        .join(', ');
}

;// CONCATENATED MODULE: ./packages/base/lib/glob.js
function fits(pattern, text) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return text === pattern;
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found < 0 || found + part.length > text.length - last.length)
            return false;
        at = found + part.length;
    }
    return true;
}

;// CONCATENATED MODULE: ./packages/quality/lib/report-paths.js



const MOST_ENTRIES = 200_000;
const MOST_FILES = 1_000;
const LEFT_OUT = ['node_modules', '.git'];
function isPattern(path) {
    return path.includes('*');
}
function reportPaths(gate, place) {
    const paths = new Set();
    const missing = [];
    for (const report of gate.reports) {
        const { base, pattern } = baseOf(report, gate, place);
        const found = pattern.length === 0 ? [base] : matches(base, pattern);
        if (found.length === 0)
            missing.push(report);
        for (const path of found)
            paths.add(path);
    }
    return { paths: [...paths], missing };
}
function stdoutPath(gate, place) {
    return (0,external_node_path_.join)(place.reportDirectory, `${gate.name}.stdout`);
}
function baseOf(report, gate, place) {
    if (report === 'stdout')
        return { base: stdoutPath(gate, place), pattern: [] };
    const inReports = /^\$LOCKSTEP_REPORTS(?=\/|$)/.exec(report)?.[0];
    const folder = inReports === undefined ? (0,external_node_path_.resolve)(place.root, gate.directory) : place.reportDirectory;
    const named = inReports === undefined ? report : `.${report.slice(inReports.length)}`;
    if (!isPattern(named))
        return { base: (0,external_node_path_.resolve)(folder, named), pattern: [] };
    const parts = named.split('/');
    const first = parts.findIndex(isPattern);
    const literal = parts.slice(0, first).join('/');
    return {
        base: (0,external_node_path_.resolve)(folder, literal === '' && named.startsWith('/') ? '/' : literal),
        pattern: parts.slice(first),
    };
}
function matches(base, pattern) {
    const found = new Set();
    let looked = 0;
    const walk = (folder, parts) => {
        const [part = '', ...rest] = parts;
        if (part === '**') {
            walk(folder, rest.length === 0 ? ['*'] : rest);
            for (const entry of entriesOf(folder))
                if (entry.isDirectory() && !LEFT_OUT.includes(entry.name) && looked < MOST_ENTRIES)
                    walk((0,external_node_path_.join)(folder, entry.name), parts);
            return;
        }
        for (const entry of entriesOf(folder)) {
            if (++looked > MOST_ENTRIES || found.size >= MOST_FILES)
                return;
            if (!fits(part, entry.name))
                continue;
            if (rest.length > 0) {
                if (entry.isDirectory())
                    walk((0,external_node_path_.join)(folder, entry.name), rest);
            }
            else if (!entry.isDirectory())
                found.add((0,external_node_path_.join)(folder, entry.name));
        }
    };
    walk(base, pattern);
    return [...found].sort();
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./packages/quality/lib/schedule.js
async function inOrder(items, limit, work) {
    const results = new Map();
    const waiting = [...items];
    const running = new Map();
    while (waiting.length > 0 || running.size > 0) {
        for (let room = limit - running.size; room > 0; room--) {
            const next = waiting.findIndex((item) => item.after.every((name) => results.has(name)));
            const item = waiting[next];
            if (item === undefined)
                break;
            waiting.splice(next, 1);
            const task = work(item).then((result) => {
                results.set(item.name, result);
                return item.name;
            });
            running.set(item.name, task);
        }
        running.delete(await Promise.race(running.values()));
    }
    return items.map((item) => results.get(item.name));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(377109);
;// CONCATENATED MODULE: ./packages/base/lib/git-path.js
const ESCAPES = {
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
};
function gitPath(shown) {
    if (shown.length < 2 || !shown.startsWith('"') || !shown.endsWith('"'))
        return shown;
    return shown
        .slice(1, -1)
        .replaceAll(/\\([0-7]{3}|.)/g, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code));
}

;// CONCATENATED MODULE: ./packages/quality/lib/secrets/scan.js





const LARGEST_BYTES = 1_048_576;
async function scanForSecrets(root, readGit, signal) {
    let files;
    try {
        files = await filesOf(readGit);
    }
    catch (error) {
        return (0,report/* unreadable */.O)('tool-crashed', `git cannot list the files: ${(0,errors/* describe */.q0)(error)}`);
    }
    const lint = await linter();
    const findings = [];
    let checked = 0;
    for (const file of files) {
        signal?.throwIfAborted();
        const path = (0,external_node_path_.join)(root, file);
        const stats = (0,lib_source/* statOf */._N)(path);
        if (stats === undefined || !stats.isFile() || stats.size > LARGEST_BYTES)
            continue;
        const bytes = await (0,promises_.readFile)(path);
        if (bytes.subarray(0, 8_000).includes(0))
            continue;
        checked++;
        findings.push(...(await lint(file, bytes.toString('utf8'))));
    }
    return (0,report/* reading */.h)({ checked, findings });
}
async function filesOf(readGit) {
    const listed = await readGit(['ls-files', '--cached', '--others', '--exclude-standard']);
    return [...new Set(listed.split('\n').filter((file) => file !== ''))].map(gitPath);
}
async function linter() {
    const [{ lintSource }, preset, own] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 343).then(__nccwpck_require__.bind(__nccwpck_require__, 235391)),
        __nccwpck_require__.e(/* import() */ 748).then(__nccwpck_require__.bind(__nccwpck_require__, 935487)),
        __nccwpck_require__.e(/* import() */ 476).then(__nccwpck_require__.bind(__nccwpck_require__, 200934)),
    ]);
    const rules = [
        { id: '@secretlint/secretlint-rule-preset-recommend', rule: preset.creator },
        { id: own.creator.meta.id, rule: own.creator },
    ];
    return async (file, content) => {
        const source = { filePath: file, content, ext: '', contentType: 'text' };
        const { messages } = await lintSource({ source, options: { config: { rules }, maskSecrets: true } });
        const isTwice = ({ ruleId, range: [from, to] }) => ruleId === own.creator.meta.id &&
            messages.some((other) => other.ruleId !== ruleId && other.range[0] < to && from < other.range[1]);
        const once = messages.filter((message) => !isTwice(message));
        return once.map(({ ruleId, message, severity, loc, range }) => {
            const secret = content.slice(range[0], range[1]);
            return {
                rule: `${ruleId.replace(/^@secretlint\/secretlint-rule-/, '')}`,
                level: severity === 'warning' || severity === 'info' ? 'warning' : 'error',
                message: secret === '' ? message : message.replaceAll(secret, '***'),
                file,
                line: loc.start.line,
            };
        });
    };
}

;// CONCATENATED MODULE: ./packages/quality/lib/stamp.js


function stampOf(path) {
    const stats = (0,external_node_fs_.statSync)(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined)
        return undefined;
    if (!stats.isDirectory())
        return words(stats);
    const buildId = (0,external_node_fs_.statSync)((0,external_node_path_.join)(path, 'BUILD_ID'), { bigint: true, throwIfNoEntry: false });
    if (buildId !== undefined)
        return words(buildId);
    return (0,external_node_fs_.readdirSync)(path, { recursive: true })
        .map((file) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(path, String(file)), { bigint: true, throwIfNoEntry: false }))
        .filter((one) => one !== undefined)
        .map(words)
        .sort()
        .join('\n');
}
function writtenAt(path) {
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    const build = stats?.isDirectory() === true ? (0,external_node_fs_.statSync)((0,external_node_path_.join)(path, 'BUILD_ID'), { throwIfNoEntry: false }) : undefined;
    return (build ?? stats)?.mtimeMs;
}
function words({ ino, mtimeNs, size }) {
    return `${ino}:${mtimeNs}:${size}`;
}

;// CONCATENATED MODULE: ./packages/quality/lib/run-gates.js













const RETRY_DELAYS_MS = [1_000, 4_000, 10_000, 20_000, 30_000];
async function runGates(declared, around) {
    const gates = declared.map((gate) => (0,page_url/* withAddress */.pX)(gate, around.env));
    (0,external_node_fs_.mkdirSync)(around.reportDirectory, { recursive: true });
    const before = new Map(gates.map((gate) => [gate.name, stampsOf(gate, around)]));
    const committed = {
        lineText: lineReader(around.root),
        floors: new Map(gates.map((gate) => [gate.name, floorsOf(gate, around)])),
    };
    return await inOrder(gates, around.concurrency, async (gate) => {
        const result = await runGate(gate, around, before.get(gate.name) ?? new Map(), committed);
        around.onEnd?.(result);
        return result;
    });
}
async function runGate(gate, around, before, committed) {
    const started = around.clock.now();
    for (let attempt = 1;; attempt++) {
        around.onStart?.(gate, attempt);
        const judgement = await tryGate(gate, around, attempt === 1 ? before : stampsOf(gate, around), committed);
        const again = judgement.verdict !== 'pass' && attempt <= gate.retry && !around.signal.aborted;
        if (again) {
            await around.clock.sleep(RETRY_DELAYS_MS[attempt - 1] ?? 0, around.signal).catch(() => undefined);
            continue;
        }
        const logPath = gate.run === undefined ? undefined : logOf(gate, around);
        return { gate, judgement, attempts: attempt, durationMs: around.clock.now() - started, logPath };
    }
}
async function tryGate(gate, around, before, committed) {
    const end = gate.run === undefined ? undefined : await around.runCommand(requestOf(gate, gate.run, around));
    const ended = end === undefined || end.kind === 'exited';
    const reading = ended ? await readingOf(gate, around, end, before) : undefined;
    return judgeGate(gate, { end, reading }, {
        baseline: around.baseline?.gates[gate.name],
        floors: committed.floors.get(gate.name),
        lineText: committed.lineText,
        nowMs: around.clock.now(),
    });
}
async function readingOf(gate, around, end, before) {
    if (gate.uses === 'secrets')
        return await scanForSecrets(around.root, around.readGit, around.signal);
    if (gate.format === undefined)
        return undefined;
    const found = reportPaths(gate, around);
    const problem = notAll(gate, found) ?? fromBefore(gate, around, found.paths, before);
    if (problem !== undefined)
        return problem;
    const sources = found.paths.map((path) => ({
        path,
        root: around.root,
        directory: (0,external_node_path_.resolve)(around.root, gate.directory),
        exitCode: end?.kind === 'exited' ? end.exitCode : undefined,
    }));
    return await readReport(gate.format, sources, gate.allow, around);
}
function notAll({ shards, reports }, { paths, missing }) {
    if (missing.length > 0)
        return (0,report/* unreadable */.O)('report-absent', `no file matches ${(0,lists/* nameSome */.Kf)(missing, 5)}`);
    if (shards === undefined || paths.length === shards)
        return undefined;
    const found = `${(0,lists/* count */.U9)(paths.length, 'file')} for ${(0,lists/* nameSome */.Kf)(reports, 3)}`;
    return (0,report/* unreadable */.O)('report-incomplete', `found ${found}, expected ${shards} ("shards")`);
}
function fromBefore(gate, around, paths, before) {
    const writtenHere = gate.run !== undefined || gate.after.length > 0;
    for (const path of paths) {
        const shown = path === stdoutPath(gate, around) ? 'stdout' : (0,external_node_path_.relative)(around.root, path);
        const stamp = before.get(path);
        if (writtenHere && stamp !== undefined && stampOf(path) === stamp)
            return (0,report/* unreadable */.O)('report-stale', `${shown} is from before this run: it was not written again`);
        const written = writtenAt(path);
        if (gate.maxAgeMs === undefined || written === undefined)
            continue;
        const ageMs = around.clock.now() - written;
        if (!(0,clock/* isFresh */.pL)(ageMs, gate.maxAgeMs))
            return (0,report/* unreadable */.O)('report-stale', `${shown} was written ${ageMs < 0 ? 'in the future' : `${(0,duration/* formatDuration */.a)(ageMs)} ago`}`);
    }
    return undefined;
}
function stampsOf(gate, around) {
    return new Map(reportPaths(gate, around).paths.map((path) => [path, stampOf(path)]));
}
function requestOf(gate, script, around) {
    return {
        script,
        directory: (0,external_node_path_.resolve)(around.root, gate.directory),
        env: { ...commandEnvironment(around.env), ...gate.env, LOCKSTEP_REPORTS: around.reportDirectory },
        timeoutMs: gate.timeoutMs,
        logPath: logOf(gate, around),
        stdoutPath: gate.reports.includes('stdout') ? stdoutPath(gate, around) : undefined,
        signal: around.signal,
    };
}
function logOf(gate, around) {
    return (0,external_node_path_.join)(around.reportDirectory, `${gate.name}.log`);
}
function floorsOf(gate, around) {
    return gate.ratchet === undefined ? undefined : readFloors((0,external_node_path_.resolve)(around.root, gate.ratchet));
}
function lineReader(root) {
    const files = new Map();
    return ({ file, line }) => {
        if (file === undefined || line === undefined)
            return undefined;
        let lines = files.get(file);
        if (lines === undefined) {
            try {
                lines = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, file), 'utf8').split('\n');
            }
            catch {
                lines = [];
            }
            files.set(file, lines);
        }
        return lines[line - 1];
    };
}

;// CONCATENATED MODULE: ./packages/quality/lib/diff.js

function parseDiff(diff) {
    const changed = new Map();
    let file;
    for (const line of diff.split('\n')) {
        const target = /^\+\+\+ (.*?)\t?$/.exec(line)?.[1];
        if (target !== undefined)
            file = /^b\/(.*)$/s.exec(gitPath(target))?.[1];
        const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
        if (hunk === null || file === undefined)
            continue;
        const from = Number(hunk[1]);
        const length = Number(hunk[2] ?? '1');
        if (length === 0)
            continue;
        const ranges = changed.get(file) ?? [];
        if (ranges.length === 0)
            changed.set(file, ranges);
        ranges.push([from, from + length - 1]);
    }
    return changed;
}
async function changedSince(readGit, base) {
    if (!/^[0-9a-f]{40}$/.test(base))
        return undefined;
    const args = ['diff', '--unified=0', '--no-color', '--no-ext-diff', `${base}...HEAD`];
    try {
        return parseDiff(await readGit(args));
    }
    catch {
        return undefined;
    }
}
function isInDiff(finding, changed) {
    if (finding.file === undefined)
        return false;
    const ranges = changed?.get(finding.file);
    if (ranges === undefined)
        return false;
    const { line } = finding;
    return line === undefined || ranges.some(([from, to]) => line >= from && line <= to);
}

;// CONCATENATED MODULE: ./packages/quality/lib/annotations.js


const KEPT = 500;
function inOrderOfInterest(results, changed) {
    return results.flatMap((result) => mostInteresting(result, changed)).sort(byInterest);
}
function mostInteresting({ gate, judgement }, changed) {
    const kinds = new Map();
    for (const finding of judgement.findings) {
        const inDiff = isInDiff(finding, changed);
        const level = gate.required || finding.level === 'note' ? finding.level : 'warning';
        const kind = `${inDiff} ${level}`;
        const kept = kinds.get(kind) ?? [];
        kinds.set(kind, kept);
        if (kept.length < KEPT)
            kept.push({ gate: gate.name, finding, inDiff, level });
    }
    return [...kinds.values()].flat();
}
function byInterest(a, b) {
    return (Number(b.inDiff) - Number(a.inDiff) ||
        lib_finding/* LEVELS */.A_.indexOf(b.level) - lib_finding/* LEVELS */.A_.indexOf(a.level) ||
        compare(a.finding.file ?? '', b.finding.file ?? '') ||
        (a.finding.line ?? 0) - (b.finding.line ?? 0));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/base/lib/verdict.js
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };

;// CONCATENATED MODULE: ./packages/base/lib/checks/block-rule.js
function verdictBlocks(verdict, { onUnknown, reportOnly }) {
    if (reportOnly || verdict === 'pass')
        return false;
    return verdict === 'fail' || onUnknown === 'fail';
}

;// CONCATENATED MODULE: ./packages/quality/lib/outcome.js

function verdictOfGates(results) {
    const required = results.filter(({ gate }) => gate.required).map(({ judgement }) => judgement.verdict);
    return required.length === 0 && results.length > 0 ? 'pass' : combine(required);
}
function blocks({ gate, judgement }, onUnknown) {
    return verdictBlocks(judgement.verdict, { onUnknown: gate.onUnknown ?? onUnknown, reportOnly: !gate.required });
}

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
;// CONCATENATED MODULE: ./packages/base/lib/plain-line.js
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
function plainLine(text, most = Number.POSITIVE_INFINITY) {
    const head = text.length > most * 10 + 1_000 ? `${text.slice(0, most * 10 + 1_000)}…` : text;
    const line = head.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
    if (line.length <= most)
        return line;
    const characters = [...line];
    if (characters.length <= most)
        return line;
    return `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

;// CONCATENATED MODULE: ./packages/base/lib/inline-text.js

const GAP = '\u200b';
function inlineText(text, most = 200) {
    return plainLine(text, most)
        .replace(/@(?=\S)/g, `@${GAP}`)
        .replace(/#(?=\d)/g, `#${GAP}`)
        .replace(/\bGH-(?=\d)/gi, (found) => `${found}${GAP}`)
        .replace(/:\/\//g, `:${GAP}//`)
        .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}${GAP}.`)
        .replace(/[\\`*_{}[\]<>|~&$#]/g, '\\$&')
        .replace(/^(?:[-+=]|\d+(?=[.)]))/, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`));
}
function linkTarget(url) {
    return url.replace(/[\s()<>|\\`]/g, (found) => encodeURIComponent(found).replace('(', '%28').replace(')', '%29'));
}

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./packages/quality/lib/markdown.js


const SHOWN = 25;
const OPEN = 8;
const LINE_LENGTH = 700;
const CELL_LENGTH = 160;
const RANK = { fail: 0, unknown: 1, pass: 2 };
function summaryBlocks(results, ordered, onUnknown = 'fail', linkOf = () => undefined) {
    const { mark, text, rest } = outcomeOf(results, onUnknown);
    const shown = detailBlocks(results, ordered, onUnknown, linkOf);
    return [`${mark} **${text}**${rest}`, table(byWeight(results, onUnknown)), ...shown];
}
function detailBlocks(results, ordered, onUnknown = 'fail', linkOf = () => undefined) {
    return byWeight(results, onUnknown).flatMap((result) => details(result, ordered, blocks(result, onUnknown), linkOf));
}
function commentRows(results, onUnknown = 'fail') {
    return byWeight(results, onUnknown).map((result) => ({
        name: inline(result.gate.name),
        verdict: result.judgement.verdict,
        sentence: inlineText(result.judgement.message, CELL_LENGTH),
        time: timeOf(result),
        ...(result.gate.required ? {} : { advisory: true }),
    }));
}
function byWeight(results, onUnknown) {
    return [...results].sort((a, b) => Number(blocks(b, onUnknown)) - Number(blocks(a, onUnknown)) ||
        RANK[a.judgement.verdict] - RANK[b.judgement.verdict]);
}
function outcomeHeading(results, onUnknown) {
    const { mark, text, rest } = outcomeOf(results, onUnknown);
    return `### ${mark} Quality gates: ${text.charAt(0).toLowerCase()}${text.slice(1)}${rest}`;
}
function outcomeOf(results, onUnknown) {
    const blocking = results.filter((result) => blocks(result, onUnknown));
    const names = (some) => some.map(({ gate }) => inline(gate.name)).join(', ');
    if (blocking.length > 0) {
        const isFail = blocking.some(({ judgement }) => judgement.verdict === 'fail');
        const verb = blocking.length === 1 ? 'blocks' : 'block';
        const text = `${blocking.length} of ${(0,lists/* count */.U9)(results.length, 'gate')} ${verb}: ${names(blocking)}`;
        return { mark: VERDICT_MARKS[isFail ? 'fail' : 'unknown'], text, rest: '' };
    }
    const notPassed = results.filter(({ judgement }) => judgement.verdict !== 'pass');
    if (notPassed.length > 0)
        return {
            mark: VERDICT_MARKS.unknown,
            text: 'No gate blocks',
            rest: `; ${names(notPassed)} did not pass, which is allowed`,
        };
    const text = results.length === 1 ? 'The gate passed' : `All ${results.length} gates passed`;
    return { mark: VERDICT_MARKS.pass, text, rest: '' };
}
function table(results) {
    const rows = results.map((result) => {
        const { gate, judgement } = result;
        const name = `${VERDICT_MARKS[judgement.verdict]} ${inline(gate.name)}${gate.required ? '' : ' (advisory)'}`;
        return [name, inlineText(judgement.message, CELL_LENGTH), timeOf(result)];
    });
    return markdownTable(['Gate', 'Result', 'Time'], rows);
}
function timeOf({ attempts, durationMs }) {
    return `${(0,duration/* formatDuration */.a)(durationMs)}${attempts > 1 ? ` (${attempts} tries)` : ''}`;
}
function details(result, ordered, isOpen, linkOf) {
    const { gate, judgement } = result;
    const own = ordered.filter((one) => one.gate === gate.name);
    const notes = judgement.notes.map((note) => `- ${inline(note)}`);
    if (own.length === 0 && notes.length === 0)
        return [];
    const lines = own.slice(0, SHOWN).map((one) => line(one, linkOf(one)));
    const hidden = judgement.findings.length - lines.length;
    const rest = hidden > 0 ? [`- … and ${hidden} more`] : [];
    const all = [...notes, ...lines, ...rest];
    if (!isOpen) {
        const what = own.length > 0 ? (0,lists/* count */.U9)(judgement.findings.length, 'finding') : (0,lists/* count */.U9)(notes.length, 'note');
        return [fold(`${VERDICT_MARKS[judgement.verdict]} ${inline(gate.name)}: ${what}`, all)];
    }
    const heading = `**${inline(gate.name)}**: ${inline(judgement.message)}`;
    const open = all.slice(0, OPEN);
    const more = all.slice(OPEN);
    return [
        [heading, '', ...open].join('\n'),
        ...(more.length === 0 ? [] : [fold(`More of ${inline(gate.name)}`, more)]),
    ];
}
function line({ finding, inDiff }, link) {
    const { file, line: row } = finding;
    const place = file === undefined ? '' : `\`${code(file)}${row === undefined ? '' : `:${row}`}\``;
    const at = place === '' || link === undefined ? place : `[${place}](${linkTarget(link)})`;
    return `- ${at === '' ? '' : `${at} `}${inline(finding.message)} (${inline(finding.rule)}${inDiff ? ', in this change' : ''})`;
}
function fold(title, lines) {
    return [`<details><summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}
function inline(text) {
    return inlineText(text, LINE_LENGTH);
}
function code(text) {
    return text.replace(/[`\n|]/g, ' ');
}

;// CONCATENATED MODULE: ./packages/base/lib/file-uri.js
function fileUri(file) {
    const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
    return whole.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./packages/quality/lib/sarif-log.js


const RUNS = 20;
const RESULTS_PER_RUN = 5_000;
function sarifLog(results) {
    const certain = results.filter(({ judgement }) => judgement.verdict !== 'unknown').slice(0, RUNS);
    const log = {
        version: '2.1.0',
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        runs: certain.map(({ gate, judgement }) => {
            const fresh = judgement.findings.filter(hasPlace).slice(0, RESULTS_PER_RUN);
            const known = judgement.known.filter(hasPlace).slice(0, RESULTS_PER_RUN - fresh.length);
            const leftOut = judgement.findings.length + judgement.known.length - fresh.length - known.length;
            return {
                tool: { driver: { name: `lockstep/${gate.name}`, rules: rulesOf([...fresh, ...known]) } },
                automationDetails: { id: `lockstep/${gate.name}/` },
                invocations: [{ executionSuccessful: leftOut === 0 }],
                results: [
                    ...fresh.map((finding) => resultOf(finding, gate.newOnly ? 'new' : undefined)),
                    ...known.map((finding) => resultOf(finding, 'unchanged')),
                ],
                ...(leftOut > 0 ? { properties: { leftOut } } : {}),
            };
        }),
    };
    return log;
}
function hasPlace(finding) {
    return finding.file !== undefined;
}
function rulesOf(findings) {
    return [...new Set(findings.map((finding) => finding.rule))].map((id) => ({ id }));
}
function resultOf(finding, baselineState) {
    const { file, line, column } = finding;
    const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
    return {
        ruleId: finding.rule,
        level: finding.level,
        message: { text: finding.message },
        ...(baselineState === undefined ? {} : { baselineState }),
        partialFingerprints: { 'lockstep/v1': (0,lib_finding/* fingerprint */.Rj)(finding, undefined) },
        locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...region } }],
    };
}

;// CONCATENATED MODULE: ./packages/quality/lib/report-files.js







const FINDINGS_PER_GATE = 5_000;
function writeReports(folder, run) {
    const { verdict, results, ordered, baseline, onUnknown, linkOf } = run;
    const reportPath = (0,external_node_path_.join)(folder, 'report.json');
    const summaryPath = (0,external_node_path_.join)(folder, 'summary.md');
    const commentPath = (0,external_node_path_.join)(folder, 'comment.md');
    const rowsPath = (0,external_node_path_.join)(folder, 'comment-rows.json');
    const sarifPath = (0,external_node_path_.join)(folder, 'quality.sarif');
    (0,external_node_fs_.writeFileSync)(reportPath, `${JSON.stringify((0,redact/* redactData */.Ed)({ version: 1, verdict, gates: results.map(gateJson) }), null, 1)}\n`);
    (0,external_node_fs_.writeFileSync)(summaryPath, (0,redact/* redactText */.Rd)(`${summaryBlocks(results, ordered, onUnknown, linkOf).join('\n\n')}\n`));
    (0,external_node_fs_.writeFileSync)(commentPath, (0,redact/* redactText */.Rd)(detailBlocks(results, ordered, onUnknown, linkOf).join('\n\n')));
    (0,external_node_fs_.writeFileSync)(rowsPath, JSON.stringify((0,redact/* redactData */.Ed)(commentRows(results, onUnknown)), null, 1));
    (0,external_node_fs_.writeFileSync)(sarifPath, JSON.stringify((0,redact/* redactData */.Ed)(sarifLog(results))));
    for (const { gate, judgement } of results) {
        if (gate.ratchet === undefined || judgement.metrics === undefined)
            continue;
        const { floors } = judgement;
        if (floors !== undefined)
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, `${gate.name}.ratchet.json`), floorsText(floors));
    }
    const usesBaseline = results.some(({ gate }) => gate.newOnly);
    const baselinePath = usesBaseline ? (0,external_node_path_.join)(folder, 'baseline.json') : undefined;
    if (baselinePath !== undefined)
        (0,external_node_fs_.writeFileSync)(baselinePath, baselineText(shrunk(results, baseline)));
    return { reportPath, summaryPath, commentPath, rowsPath, sarifPath, baselinePath };
}
function shrunk(results, baseline) {
    const gates = { ...baseline?.gates };
    for (const { gate, judgement } of results)
        if (judgement.baseline !== undefined)
            gates[gate.name] = judgement.baseline;
    return gates;
}
function gateJson({ gate, judgement, attempts, durationMs, logPath }) {
    const { findings, known, accepted, baseline: _own, ...rest } = judgement;
    return {
        name: gate.name,
        required: gate.required,
        ...rest,
        attempts,
        durationMs,
        logPath,
        known: known.length,
        accepted: accepted.length,
        findingCount: findings.length,
        findings: findings.slice(0, FINDINGS_PER_GATE),
    };
}

;// CONCATENATED MODULE: ./packages/quality/lib/causes.js

const NAMED = 5;
function byCause(ordered) {
    const causes = new Map();
    for (const one of ordered) {
        const { rule, message, file, line } = one.finding;
        const key = JSON.stringify(line === undefined ? causes.size : [one.gate, one.level, rule, message, file]);
        const known = causes.get(key);
        if (known === undefined)
            causes.set(key, { first: one, others: [] });
        else if (line !== undefined)
            known.others.push(line);
    }
    return [...causes.values()].map(({ first, others }) => others.length === 0 ? first : { ...first, finding: { ...first.finding, message: withOthers(first, others) } });
}
function withOthers({ finding }, others) {
    const lines = [...new Set(others)].sort((a, b) => a - b);
    const named = (0,lists/* nameSome */.Kf)(lines.map(String), NAMED);
    return `${finding.message} (also in ${lines.length === 1 ? 'line' : 'lines'} ${named})`;
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/annotate.js

const LOGGED = 100;
function annotateFindings(shell, ordered, all) {
    const causes = byCause(ordered);
    if (all > LOGGED && causes.length > LOGGED)
        shell.log.info(`${causes.length - LOGGED} more findings are in the report only`);
    for (const { gate, finding, level } of causes.slice(0, LOGGED)) {
        const { file, line, column, message, rule } = finding;
        shell.annotate({
            level: level === 'note' ? 'notice' : level,
            title: `${gate}: ${rule}`,
            message,
            ...(file === undefined ? {} : { file }),
            ...(line === undefined ? {} : { line }),
            ...(column === undefined ? {} : { column }),
        });
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/committed.js


function writeCommitted({ baseline, reportDirectory, root }, files, results) {
    const copies = [];
    if (files.baselinePath !== undefined)
        copies.push([files.baselinePath, baseline]);
    for (const { gate } of results)
        if (gate.ratchet !== undefined)
            copies.push([(0,external_node_path_.join)(reportDirectory, `${gate.name}.ratchet.json`), gate.ratchet]);
    return copies.flatMap(([from, to]) => {
        if (!(0,external_node_fs_.existsSync)(from))
            return [];
        const target = (0,external_node_path_.resolve)(root, to);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        (0,external_node_fs_.copyFileSync)(from, target);
        return [to];
    });
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/console.js


const SHOWN_BYTES = 200_000;
const HEARTBEAT_MS = 30_000;
class GateConsole {
    #log;
    #running = new Map();
    #heartbeat;
    #queue = Promise.resolve();
    constructor(log) {
        this.#log = log;
        this.#heartbeat = setInterval(() => this.#logRunning(), HEARTBEAT_MS);
        this.#heartbeat.unref();
    }
    started(gate, attempt) {
        if (attempt === 1)
            this.#running.set(gate.name, Date.now());
        this.#enqueue(() => this.#log.info(`${gate.name}: ${attempt === 1 ? 'started' : `try ${attempt}`}`));
    }
    ended(result) {
        const { gate, judgement, durationMs, logPath, attempts } = result;
        this.#running.delete(gate.name);
        const tries = attempts > 1 ? ` after ${(0,lists/* count */.U9)(attempts, 'try', 'tries')}` : '';
        this.#enqueue(async () => {
            if (logPath !== undefined)
                await this.#log.group(`${gate.name}: output`, async () => this.#log.foreign(tail(logPath)));
            const result = `${judgement.verdict} (${judgement.reason}) in ${(0,duration/* formatDuration */.a)(durationMs)}${tries}`;
            this.#log.info(`${gate.name}: ${result}: ${judgement.message}`);
            for (const note of judgement.notes)
                this.#log.info(`${gate.name}: ${note}`);
        });
    }
    async close() {
        clearInterval(this.#heartbeat);
        await this.#queue;
    }
    #logRunning() {
        const now = Date.now();
        const words = [...this.#running].map(([name, since]) => `${name} for ${(0,duration/* formatDuration */.a)(now - since)}`);
        if (words.length > 0)
            this.#enqueue(() => this.#log.info(`still running: ${words.join(', ')}`));
    }
    #enqueue(work) {
        this.#queue = this.#queue.then(work);
    }
}
function tail(path) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        const length = Math.min(size, SHOWN_BYTES);
        const bytes = Buffer.alloc(length);
        (0,external_node_fs_.readSync)(file, bytes, 0, length, size - length);
        const text = bytes.toString('utf8').trimEnd();
        return length < size
            ? `(the first ${size - length} bytes are only in the log file among the reports)\n${text}`
            : text || '(no output)';
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/event-commits.js

function commitsOf(event, runSha) {
    const pull = (0,lib_fields/* isMap */.j)(event['pull_request']) ? event['pull_request'] : undefined;
    if (pull !== undefined)
        return { base: shaOf(pull['base']), head: shaOf(pull['head']) || runSha };
    const group = (0,lib_fields/* isMap */.j)(event['merge_group']) ? event['merge_group'] : undefined;
    if (group !== undefined)
        return { base: String(group['base_sha'] ?? ''), head: String(group['head_sha'] ?? runSha) };
    return { base: typeof event['before'] === 'string' ? event['before'] : '', head: runSha };
}
function shaOf(side) {
    return (0,lib_fields/* isMap */.j)(side) && typeof side['sha'] === 'string' ? side['sha'] : '';
}

;// CONCATENATED MODULE: ./packages/base/lib/yaml-reason.js
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}

;// CONCATENATED MODULE: ./node_modules/.pnpm/js-yaml@5.5.0/node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED=Symbol("NOT_RESOLVED");function defineScalarTag(e,t){return{tagName:e,nodeKind:"scalar",implicit:t.implicit??!1,matchByTagPrefix:t.matchByTagPrefix??!1,implicitFirstChars:t.implicitFirstChars??null,resolve:t.resolve,identify:t.identify,represent:t.represent??(e=>String(e)),representTagName:t.representTagName??(()=>e)}}function defineSequenceTag(e,t){let n=void 0===t.finalize;return{tagName:e,nodeKind:"sequence",implicit:!1,matchByTagPrefix:t.matchByTagPrefix??!1,create:t.create,addItem:t.addItem,finalize:t.finalize??(e=>e),carrierIsResult:n,identify:t.identify,represent:t.represent??(e=>e),representTagName:t.representTagName??(()=>e)}}function defineMappingTag(e,t){let n=void 0===t.finalize;return{tagName:e,nodeKind:"mapping",implicit:!1,matchByTagPrefix:t.matchByTagPrefix??!1,create:t.create,addPair:t.addPair,has:t.has,keys:t.keys,get:t.get,finalize:t.finalize??(e=>e),carrierIsResult:n,identify:t.identify,represent:t.represent??(e=>e),representTagName:t.representTagName??(()=>e)}}var strTag=defineScalarTag("tag:yaml.org,2002:str",{resolve:e=>e,identify:e=>"string"==typeof e}),NULL_VALUES$1=["","~","null","Null","NULL"],nullCoreTag=defineScalarTag("tag:yaml.org,2002:null",{implicit:!0,implicitFirstChars:["","~","n","N"],resolve:e=>-1!==NULL_VALUES$1.indexOf(e)?null:NOT_RESOLVED,identify:e=>null===e,represent:()=>"null"}),nullJsonTag=defineScalarTag("tag:yaml.org,2002:null",{implicit:!0,implicitFirstChars:["n"],resolve:(e,t)=>"null"===e||t&&""===e?null:NOT_RESOLVED,identify:e=>null===e,represent:()=>"null"}),NULL_VALUES=["","~","null","Null","NULL"],nullYaml11Tag=defineScalarTag("tag:yaml.org,2002:null",{implicit:!0,implicitFirstChars:["","~","n","N"],resolve:e=>-1!==NULL_VALUES.indexOf(e)?null:NOT_RESOLVED,identify:e=>null===e,represent:()=>"null"}),TRUE_VALUES$2=["true","True","TRUE"],FALSE_VALUES$2=["false","False","FALSE"],boolCoreTag=defineScalarTag("tag:yaml.org,2002:bool",{implicit:!0,implicitFirstChars:["t","T","f","F"],resolve:e=>-1!==TRUE_VALUES$2.indexOf(e)||-1===FALSE_VALUES$2.indexOf(e)&&NOT_RESOLVED,identify:e=>"[object Boolean]"===Object.prototype.toString.call(e),represent:e=>e?"true":"false"}),TRUE_VALUES$1=["true"],FALSE_VALUES$1=["false"],boolJsonTag=defineScalarTag("tag:yaml.org,2002:bool",{implicit:!0,implicitFirstChars:["t","f"],resolve:e=>-1!==TRUE_VALUES$1.indexOf(e)||-1===FALSE_VALUES$1.indexOf(e)&&NOT_RESOLVED,identify:e=>"[object Boolean]"===Object.prototype.toString.call(e),represent:e=>e?"true":"false"}),TRUE_VALUES=["true","True","TRUE","y","Y","yes","Yes","YES","on","On","ON"],FALSE_VALUES=["false","False","FALSE","n","N","no","No","NO","off","Off","OFF"],boolYaml11Tag=defineScalarTag("tag:yaml.org,2002:bool",{implicit:!0,implicitFirstChars:["y","Y","n","N","t","T","f","F","o","O"],resolve:e=>-1!==TRUE_VALUES.indexOf(e)||-1===FALSE_VALUES.indexOf(e)&&NOT_RESOLVED,identify:e=>"[object Boolean]"===Object.prototype.toString.call(e),represent:e=>e?"true":"false"}),YAML_INTEGER_IMPLICIT_PATTERN$1=RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$"),YAML_INTEGER_EXPLICIT_PATTERN$1=RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");function parseYamlInteger$2(e){let t=e,n=1;return(("-"===t[0]||"+"===t[0])&&("-"===t[0]&&(n=-1),t=t.slice(1)),t.startsWith("0b"))?n*parseInt(t.slice(2),2):t.startsWith("0o")?n*parseInt(t.slice(2),8):t.startsWith("0x")?n*parseInt(t.slice(2),16):n*parseInt(t,10)}function resolveYamlInteger$2(e,t){if(t){if(!YAML_INTEGER_EXPLICIT_PATTERN$1.test(e))return NOT_RESOLVED}else if(!YAML_INTEGER_IMPLICIT_PATTERN$1.test(e))return NOT_RESOLVED;let n=parseYamlInteger$2(e);return Number.isFinite(n)?n:NOT_RESOLVED}var intCoreTag=defineScalarTag("tag:yaml.org,2002:int",{implicit:!0,implicitFirstChars:["-","+",..."0123456789"],resolve:resolveYamlInteger$2,identify:e=>Number.isInteger(e)&&!Object.is(e,-0)&&0>e.toString(10).indexOf("e"),represent:e=>e.toString(10)}),YAML_INTEGER_IMPLICIT_PATTERN=RegExp("^-?(?:0|[1-9][0-9]*)$"),YAML_INTEGER_EXPLICIT_PATTERN=RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");function parseYamlInteger$1(e){let t=e,n=1;return(("-"===t[0]||"+"===t[0])&&("-"===t[0]&&(n=-1),t=t.slice(1)),t.startsWith("0b"))?n*parseInt(t.slice(2),2):t.startsWith("0o")?n*parseInt(t.slice(2),8):t.startsWith("0x")?n*parseInt(t.slice(2),16):n*parseInt(t,10)}function resolveYamlInteger$1(e,t){if(t){if(!YAML_INTEGER_EXPLICIT_PATTERN.test(e))return NOT_RESOLVED}else if(!YAML_INTEGER_IMPLICIT_PATTERN.test(e))return NOT_RESOLVED;let n=parseYamlInteger$1(e);return Number.isFinite(n)?n:NOT_RESOLVED}var intJsonTag=defineScalarTag("tag:yaml.org,2002:int",{implicit:!0,implicitFirstChars:["-",..."0123456789"],resolve:resolveYamlInteger$1,identify:e=>Number.isInteger(e)&&!Object.is(e,-0)&&0>e.toString(10).indexOf("e"),represent:e=>e.toString(10)}),YAML_INTEGER_PATTERN=RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");function parseYamlInteger(e){let t=e.replace(/_/g,""),n=1;if(("-"===t[0]||"+"===t[0])&&("-"===t[0]&&(n=-1),t=t.slice(1)),t.startsWith("0b"))return n*parseInt(t.slice(2),2);if(t.startsWith("0x"))return n*parseInt(t.slice(2),16);if(t.includes(":")){let e=0;for(let n of t.split(":"))e=60*e+Number(n);return n*e}return"0"!==t&&"0"===t[0]?n*parseInt(t,8):n*parseInt(t,10)}function resolveYamlInteger(e){if(!YAML_INTEGER_PATTERN.test(e))return NOT_RESOLVED;let t=parseYamlInteger(e);return Number.isFinite(t)?t:NOT_RESOLVED}var intYaml11Tag=defineScalarTag("tag:yaml.org,2002:int",{implicit:!0,implicitFirstChars:["-","+",..."0123456789"],resolve:resolveYamlInteger,identify:e=>Number.isInteger(e)&&!Object.is(e,-0)&&0>e.toString(10).indexOf("e"),represent:e=>e.toString(10)}),YAML_FLOAT_PATTERN$1=RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$"),YAML_FLOAT_SPECIAL_PATTERN$1=RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");function resolveYamlFloat$2(e){if(!YAML_FLOAT_PATTERN$1.test(e))return NOT_RESOLVED;let t=e.toLowerCase(),n="-"===t[0]?-1:1;if("+-".includes(t[0])&&(t=t.slice(1)),".inf"===t)return 1===n?1/0:-1/0;if(".nan"===t)return 0/0;let r=n*parseFloat(t);return Number.isFinite(r)||YAML_FLOAT_SPECIAL_PATTERN$1.test(e)?r:NOT_RESOLVED}function representYamlFloat$2(e){if(isNaN(e))return".nan";if(1/0===e)return".inf";if(-1/0===e)return"-.inf";if(Object.is(e,-0))return"-0.0";let t=e.toString(10);return/^[-+]?[0-9]+e/.test(t)?t.replace("e",".e"):t}var floatCoreTag=defineScalarTag("tag:yaml.org,2002:float",{implicit:!0,implicitFirstChars:["-","+",".",..."0123456789"],resolve:resolveYamlFloat$2,identify:e=>"number"==typeof e&&(!Number.isInteger(e)||Object.is(e,-0)||e.toString(10).indexOf("e")>=0),represent:representYamlFloat$2}),YAML_FLOAT_IMPLICIT_PATTERN=RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$"),YAML_FLOAT_EXPLICIT_PATTERN=RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");function resolveYamlFloat$1(e,t){if(t){if(!YAML_FLOAT_EXPLICIT_PATTERN.test(e))return NOT_RESOLVED;let t=e.toLowerCase(),n="-"===t[0]?-1:1;if("+-".includes(t[0])&&(t=t.slice(1)),".inf"===t)return 1===n?1/0:-1/0;if(".nan"===t)return 0/0;let r=n*parseFloat(t);return Number.isFinite(r)?r:NOT_RESOLVED}if(!YAML_FLOAT_IMPLICIT_PATTERN.test(e))return NOT_RESOLVED;let n=Number(e);return Number.isFinite(n)?n:NOT_RESOLVED}function representYamlFloat$1(e){if(isNaN(e))return".nan";if(1/0===e)return".inf";if(-1/0===e)return"-.inf";if(Object.is(e,-0))return"-0.0";let t=e.toString(10);return/^[-+]?[0-9]+e/.test(t)?t.replace("e",".e"):t}var floatJsonTag=defineScalarTag("tag:yaml.org,2002:float",{implicit:!0,implicitFirstChars:["-",..."0123456789"],resolve:resolveYamlFloat$1,identify:e=>"number"==typeof e&&(!Number.isInteger(e)||Object.is(e,-0)||e.toString(10).indexOf("e")>=0),represent:representYamlFloat$1}),YAML_FLOAT_PATTERN=RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$"),YAML_FLOAT_SPECIAL_PATTERN=RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");function resolveYamlFloat(e){if(!YAML_FLOAT_PATTERN.test(e))return NOT_RESOLVED;let t=e.toLowerCase().replace(/_/g,""),n="-"===t[0]?-1:1;if("+-".includes(t[0])&&(t=t.slice(1)),".inf"===t)return 1===n?1/0:-1/0;if(".nan"===t)return 0/0;let r=0;if(t.includes(":")){for(let e of t.split(":"))r=60*r+Number(e);r*=n}else r=n*parseFloat(t);return Number.isFinite(r)||YAML_FLOAT_SPECIAL_PATTERN.test(e)?r:NOT_RESOLVED}function representYamlFloat(e){if(isNaN(e))return".nan";if(1/0===e)return".inf";if(-1/0===e)return"-.inf";if(Object.is(e,-0))return"-0.0";let t=e.toString(10);return/^[-+]?[0-9]+e/.test(t)?t.replace("e",".e"):t}var floatYaml11Tag=defineScalarTag("tag:yaml.org,2002:float",{implicit:!0,implicitFirstChars:["-","+",".",..."0123456789"],resolve:resolveYamlFloat,identify:e=>"number"==typeof e&&(!Number.isInteger(e)||Object.is(e,-0)||e.toString(10).indexOf("e")>=0),represent:representYamlFloat}),mergeTag=defineScalarTag("tag:yaml.org,2002:merge",{implicit:!0,implicitFirstChars:["<"],resolve:(e,t)=>"<<"===e||t&&""===e?"<<":NOT_RESOLVED,identify:()=>!1}),BASE64_PATTERN=/^[A-Za-z0-9+/]*={0,2}$/;function resolveYamlBinary(e){let t=e.replace(/\s/g,"");if(t.length%4!=0||!BASE64_PATTERN.test(t))return NOT_RESOLVED;let n=atob(t),r=new Uint8Array(n.length);for(let e=0;e<n.length;e++)r[e]=n.charCodeAt(e);return r}function representYamlBinary(e){let t="";for(let n=0;n<e.length;n++)t+=String.fromCharCode(e[n]);return btoa(t)}var binaryTag=defineScalarTag("tag:yaml.org,2002:binary",{resolve:resolveYamlBinary,identify:e=>"[object Uint8Array]"===Object.prototype.toString.call(e),represent:representYamlBinary}),YAML_DATE_REGEXP=RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$"),YAML_TIMESTAMP_REGEXP=RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");function makeUtcDate(e,t,n,r=0,a=0,o=0,l=0){let s=new Date(Date.UTC(e,t,n,r,a,o,l));return s.setUTCFullYear(e,t,n),s}function resolveYamlTimestamp(e){let t=YAML_DATE_REGEXP.exec(e);if(null===t&&(t=YAML_TIMESTAMP_REGEXP.exec(e)),null===t)return NOT_RESOLVED;let n=+t[1],r=t[2]-1,a=+t[3];if(!t[4]){let e=makeUtcDate(n,r,a);return e.getUTCFullYear()!==n||e.getUTCMonth()!==r||e.getUTCDate()!==a?NOT_RESOLVED:e}let o=+t[4],l=+t[5],s=+t[6],c=0;if(o>23||l>59||s>59)return NOT_RESOLVED;if(t[7]){let e=t[7].slice(0,3);for(;e.length<3;)e+="0";c=+e}let p=makeUtcDate(n,r,a,o,l,s,c);if(p.getUTCFullYear()!==n||p.getUTCMonth()!==r||p.getUTCDate()!==a)return NOT_RESOLVED;if(t[9]){let e=+t[10],n=+(t[11]||0);if(e>23||n>59)return NOT_RESOLVED;let r=(60*e+n)*6e4;p.setTime(p.getTime()-("-"===t[9]?-r:r))}return p}var timestampTag=defineScalarTag("tag:yaml.org,2002:timestamp",{implicit:!0,implicitFirstChars:[..."0123456789"],resolve:resolveYamlTimestamp,identify:e=>e instanceof Date,represent:e=>e.toISOString()}),seqTag=defineSequenceTag("tag:yaml.org,2002:seq",{create:()=>[],addItem:(e,t)=>{e.push(t)},identify:Array.isArray});function isPlainObject(e){if(null===e||"object"!=typeof e||Array.isArray(e))return!1;let t=Object.getPrototypeOf(e);return null===t||t===Object.prototype}function pick(e,t){let n={};for(let r of t)void 0!==e[r]&&(n[r]=e[r]);return n}var omapTag=defineSequenceTag("tag:yaml.org,2002:omap",{create:()=>({list:[],seen:new Set}),addItem:(e,t)=>{let n;if(t instanceof Map){if(1!==t.size)return"cannot resolve an ordered map item";n=t.keys().next().value}else{if(!isPlainObject(t))return"cannot resolve an ordered map item";let e=Object.keys(t);if(1!==e.length)return"cannot resolve an ordered map item";n=e[0]}return e.seen.has(n)?"duplicate key in ordered map":(e.seen.add(n),e.list.push(t),"")},finalize:e=>e.list,identify:()=>!1}),pairsTag=defineSequenceTag("tag:yaml.org,2002:pairs",{create:()=>[],addItem:(e,t)=>{if(t instanceof Map)return 1!==t.size?"cannot resolve a pairs item":(e.push(t.entries().next().value),"");if("[object Object]"!==Object.prototype.toString.call(t))return"cannot resolve a pairs item";let n=Object.keys(t);return 1!==n.length?"cannot resolve a pairs item":(e.push([n[0],t[n[0]]]),"")},identify:()=>!1}),mapTag=defineMappingTag("tag:yaml.org,2002:map",{create:()=>({}),identify:isPlainObject,represent:e=>{let t=new Map;for(let n of Object.keys(e))t.set(n,e[n]);return t},addPair:(e,t,n)=>{if(null!==t&&"object"==typeof t)return"object-based map does not support complex keys";let r=String(t);return"__proto__"===r?Object.defineProperty(e,r,{value:n,enumerable:!0,configurable:!0,writable:!0}):e[r]=n,""},has:(e,t)=>(null===t||"object"!=typeof t)&&Object.prototype.hasOwnProperty.call(e,String(t)),keys:e=>Object.keys(e),get:(e,t)=>{let n=String(t);return Object.prototype.hasOwnProperty.call(e,n)?e[n]:null}}),setTag=defineMappingTag("tag:yaml.org,2002:set",{create:()=>new Set,identify:e=>e instanceof Set,represent:e=>{let t=new Map;for(let n of e)t.set(n,null);return t},addPair:(e,t,n)=>null!==n?"cannot resolve a set item":(e.add(t),""),has:(e,t)=>e.has(t),keys:e=>e.keys(),get:()=>null});function createTagDefinitionMap(){return{scalar:Object.create(null),sequence:Object.create(null),mapping:Object.create(null)}}function createTagDefinitionListMap(){return{scalar:[],sequence:[],mapping:[]}}function compileTags(e){let t=[];for(let n of e){let e=t.length;for(let r=0;r<t.length;r++){let a=t[r];if(a.nodeKind===n.nodeKind&&a.tagName===n.tagName&&a.matchByTagPrefix===n.matchByTagPrefix){e=r;break}}t[e]=n}return t}var Schema=class e{tags;implicitScalarTags;implicitScalarByFirstChar;implicitScalarAnyFirstChar;defaultScalarTag;defaultSequenceTag;defaultMappingTag;exact;prefix;constructor(e){let t=compileTags(e),n=[],r=createTagDefinitionMap(),a=createTagDefinitionListMap();for(let e of t){if("scalar"===e.nodeKind&&e.implicit){if(e.matchByTagPrefix)throw Error("Implicit scalar tags cannot match by tag prefix");n.push(e)}switch(e.nodeKind){case"scalar":e.matchByTagPrefix?a.scalar.push(e):r.scalar[e.tagName]=e;break;case"sequence":e.matchByTagPrefix?a.sequence.push(e):r.sequence[e.tagName]=e;break;case"mapping":e.matchByTagPrefix?a.mapping.push(e):r.mapping[e.tagName]=e}}let o=n.filter(e=>null===e.implicitFirstChars),l=new Set;for(let e of n)if(null!==e.implicitFirstChars)for(let t of e.implicitFirstChars)l.add(t);let s=new Map;for(let e of l)s.set(e,n.filter(t=>null===t.implicitFirstChars||-1!==t.implicitFirstChars.indexOf(e)));let c=r.scalar["tag:yaml.org,2002:str"];if(!c)throw Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");this.tags=t,this.implicitScalarTags=n,this.implicitScalarByFirstChar=s,this.implicitScalarAnyFirstChar=o,this.defaultScalarTag=c,this.defaultSequenceTag=r.sequence["tag:yaml.org,2002:seq"],this.defaultMappingTag=r.mapping["tag:yaml.org,2002:map"],this.exact=r,this.prefix=a}lookupScalarTag(e){let t=this.exact.scalar[e];if(t)return t;for(let t of this.prefix.scalar)if(e.startsWith(t.tagName))return t}lookupSequenceTag(e){let t=this.exact.sequence[e];if(t)return t;for(let t of this.prefix.sequence)if(e.startsWith(t.tagName))return t}lookupMappingTag(e){let t=this.exact.mapping[e];if(t)return t;for(let t of this.prefix.mapping)if(e.startsWith(t.tagName))return t}resolveImplicitScalarTag(e){for(let t of this.implicitScalarByFirstChar.get(e.charAt(0))??this.implicitScalarAnyFirstChar){let n=t.resolve(e,!1,t.tagName);if(n!==NOT_RESOLVED)return{value:n,tag:t}}let t=this.defaultScalarTag;return{value:t.resolve(e,!1,t.tagName),tag:t}}withTags(...t){let n=[];for(let e of t)n=n.concat(e);return new e([...this.tags,...n])}},FAILSAFE_SCHEMA=new Schema([strTag,seqTag,mapTag]),JSON_SCHEMA=new Schema([...FAILSAFE_SCHEMA.tags,nullJsonTag,boolJsonTag,intJsonTag,floatJsonTag]),CORE_SCHEMA=new Schema([...FAILSAFE_SCHEMA.tags,nullCoreTag,boolCoreTag,intCoreTag,floatCoreTag]),YAML11_SCHEMA=new Schema([...FAILSAFE_SCHEMA.tags,nullYaml11Tag,boolYaml11Tag,intYaml11Tag,floatYaml11Tag,timestampTag,mergeTag,binaryTag,omapTag,pairsTag,setTag]),DUMP_SCHEMA=YAML11_SCHEMA.withTags({...intYaml11Tag,resolve:(e,t,n)=>{let r=intYaml11Tag.resolve(e,t,n);return r===NOT_RESOLVED?intCoreTag.resolve(e,t,n):r}},{...floatYaml11Tag,resolve:(e,t,n)=>{let r=floatYaml11Tag.resolve(e,t,n);return r===NOT_RESOLVED?floatCoreTag.resolve(e,t,n):r}}),realMapTag=defineMappingTag("tag:yaml.org,2002:map",{create:()=>new Map,addPair:(e,t,n)=>(e.set(t,n),""),has:(e,t)=>e.has(t),keys:e=>e.keys(),get:(e,t)=>e.get(t),identify:e=>e instanceof Map||isPlainObject(e),represent:e=>{if(e instanceof Map)return e;let t=new Map;for(let n of Object.keys(e))t.set(n,e[n]);return t}});function normalizeKey(e){if(Array.isArray(e)){let t=Array.prototype.slice.call(e);for(let e=0;e<t.length;e++){if(Array.isArray(t[e]))return null;"object"==typeof t[e]&&"[object Object]"===Object.prototype.toString.call(t[e])&&(t[e]="[object Object]")}return String(t)}return"object"==typeof e&&"[object Object]"===Object.prototype.toString.call(e)?"[object Object]":String(e)}var legacyMapTag=defineMappingTag("tag:yaml.org,2002:map",{create:()=>({}),identify:isPlainObject,represent:e=>{let t=new Map;for(let n of Object.keys(e))t.set(n,e[n]);return t},addPair:(e,t,n)=>{let r=normalizeKey(t);return null===r?"nested arrays are not supported inside keys":("__proto__"===r?Object.defineProperty(e,r,{value:n,enumerable:!0,configurable:!0,writable:!0}):e[r]=n,"")},has:(e,t)=>{let n=normalizeKey(t);return null!==n&&Object.prototype.hasOwnProperty.call(e,n)},keys:e=>Object.keys(e),get:(e,t)=>{let n=String(t);return Object.prototype.hasOwnProperty.call(e,n)?e[n]:null}}),DEFAULT_SNIPPET_OPTIONS={maxLength:79,indent:1,linesBefore:3,linesAfter:2};function getLine(e,t,n,r,a){let o="",l="",s=Math.floor(a/2)-1;return r-t>s&&(t=r-s+(o=" ... ").length),n-r>s&&(n=r+s-(l=" ...").length),{str:o+e.slice(t,n).replace(/\t/g,"→")+l,pos:r-t+o.length}}function padStart(e,t){return" ".repeat(Math.max(t-e.length,0))+e}function makeSnippet(e,t){let n;if(!e.buffer)return null;let r={...DEFAULT_SNIPPET_OPTIONS,...t},a=/\r?\n|\r|\0/g,o=[0],l=[],s=-1;for(;n=a.exec(e.buffer);)l.push(n.index),o.push(n.index+n[0].length),e.position<=n.index&&s<0&&(s=o.length-2);s<0&&(s=o.length-1);let c="",p=Math.min(e.line+r.linesAfter,l.length).toString().length,u=r.maxLength-(r.indent+p+3);for(let t=1;t<=r.linesBefore&&!(s-t<0);t++){let n=getLine(e.buffer,o[s-t],l[s-t],e.position-(o[s]-o[s-t]),u);c=`${" ".repeat(r.indent)}${padStart((e.line-t+1).toString(),p)} | ${n.str}
${c}`}let d=getLine(e.buffer,o[s],l[s],e.position,u);c+=`${" ".repeat(r.indent)}${padStart((e.line+1).toString(),p)} | ${d.str}
${"-".repeat(r.indent+p+3+d.pos)}^
`;for(let t=1;t<=r.linesAfter&&!(s+t>=l.length);t++){let n=getLine(e.buffer,o[s+t],l[s+t],e.position-(o[s]-o[s+t]),u);c+=`${" ".repeat(r.indent)}${padStart((e.line+t+1).toString(),p)} | ${n.str}
`}return c.replace(/\n$/,"")}function formatError(e,t){let n="";return e.mark?(e.mark.name&&(n+=`in "${e.mark.name}" `),n+=`(${e.mark.line+1}:${e.mark.column+1})`,!t&&e.mark.snippet&&(n+=`

${e.mark.snippet}`),`${e.reason} ${n}`):e.reason}var YAMLException=class e extends Error{reason;mark;constructor(e,t){super(),this.name="YAMLException",this.reason=e,this.mark=t,this.message=formatError(this,!1),Error.captureStackTrace&&Error.captureStackTrace(this,this.constructor)}toString(e){return`${this.name}: ${formatError(this,e)}`}static throwAt(t,n,r,a=""){let o=0,l=0;for(let e=0;e<n;e++){let n=t.charCodeAt(e);10===n?(o++,l=e+1):13===n&&(o++,10===t.charCodeAt(e+1)&&e++,l=e+1)}let s={name:a,buffer:t,position:n,line:o,column:n-l};throw s.snippet=makeSnippet(s),new e(r,s)}},EVENT_ID={DOCUMENT:1,SEQUENCE:2,MAPPING:3,SCALAR:4,ALIAS:5,POP:6},SCALAR_STYLE={PLAIN:1,SINGLE_QUOTED:2,DOUBLE_QUOTED:3,LITERAL_BLOCK:4,FOLDED_BLOCK:5},COLLECTION_STYLE={BLOCK:1,FLOW:2},CHOMPING_MODE={CLIP:1,STRIP:2,KEEP:3},NO_RANGE$3=-1;function simpleEscapeSequence(e){switch(e){case 48:return"\0";case 97:return"\x07";case 98:return"\b";case 116:case 9:return"	";case 110:return"\n";case 118:return"\v";case 102:return"\f";case 114:return"\r";case 101:return"\x1b";case 32:return" ";case 34:return'"';case 47:return"/";case 92:return"\\";case 78:return"\x85";case 95:return"\xa0";case 76:return"\u2028";case 80:return"\u2029";default:return""}}var simpleEscapeCheck=Array(256),simpleEscapeMap=Array(256);for(let i=0;i<256;i++)simpleEscapeCheck[i]=+!!simpleEscapeSequence(i),simpleEscapeMap[i]=simpleEscapeSequence(i);function charFromCodepoint(e){return e<=65535?String.fromCharCode(e):String.fromCharCode((e-65536>>10)+55296,(e-65536&1023)+56320)}function fromHexCode$1(e){return e>=48&&e<=57?e-48:(32|e)-97+10}function escapedHexLen$1(e){return 120===e?2:117===e?4:8}function skipFoldedBreaks(e,t,n){let r=0;for(;t<n;){let n=e.charCodeAt(t);if(10===n)r++,t++;else if(13===n)r++,t++,10===e.charCodeAt(t)&&t++;else if(32===n||9===n)t++;else break}return{position:t,breaks:r}}function foldedBreaks(e){return 1===e?" ":"\n".repeat(e-1)}function getPlainValue(e,t,n){let r="",a=t,o=t,l=t;for(;a<n;){let t=e.charCodeAt(a);if(10===t||13===t){r+=e.slice(o,l);let t=skipFoldedBreaks(e,a,n);r+=foldedBreaks(t.breaks),a=o=l=t.position}else a++,32!==t&&9!==t&&(l=a)}return r+e.slice(o,l)}function getSingleQuotedValue(e,t,n){let r="",a=t,o=t,l=t;for(;a<n;){let t=e.charCodeAt(a);if(39===t)r+=e.slice(o,a)+"'",a+=2,o=l=a;else if(10===t||13===t){r+=e.slice(o,l);let t=skipFoldedBreaks(e,a,n);r+=foldedBreaks(t.breaks),a=o=l=t.position}else a++,32!==t&&9!==t&&(l=a)}return r+e.slice(o,n)}function getDoubleQuotedValue(e,t,n){let r="",a=t,o=t,l=t;for(;a<n;){let t=e.charCodeAt(a);if(92===t){r+=e.slice(o,a),a++;let t=e.charCodeAt(a);if(10===t||13===t)a=skipFoldedBreaks(e,a,n).position;else if(t<256&&simpleEscapeCheck[t])r+=simpleEscapeMap[t],a++;else{let n=escapedHexLen$1(t),o=0;for(;n>0;n--)a++,o=(o<<4)+fromHexCode$1(e.charCodeAt(a));r+=charFromCodepoint(o),a++}o=l=a}else if(10===t||13===t){r+=e.slice(o,l);let t=skipFoldedBreaks(e,a,n);r+=foldedBreaks(t.breaks),a=o=l=t.position}else a++,32!==t&&9!==t&&(l=a)}return r+e.slice(o,n)}function getBlockValue(e,t,n,r,a,o){let l=r<0?0:r,s=e.slice(t,n).replace(/\r\n?/g,"\n"),c=""===s?[]:(s.endsWith("\n")?s.slice(0,-1):s).split("\n"),p="",u=!1,d=0,E=!1;for(let e of c){let t=0;for(;t<l&&32===e.charCodeAt(t);)t++;if(r<0||t>=e.length){d++;continue}let n=e.slice(l),a=n.charCodeAt(0);o?32===a||9===a?(E=!0,p+="\n".repeat(u?1+d:d)):E?(E=!1,p+="\n".repeat(d+1)):0===d?u&&(p+=" "):p+="\n".repeat(d):p+="\n".repeat(u?1+d:d),p+=n,u=!0,d=0}return a===CHOMPING_MODE.KEEP?p+="\n".repeat(u?1+d:d):a!==CHOMPING_MODE.STRIP&&u&&(p+="\n"),p}function getScalarValue(e,t){if(t.valueStart===NO_RANGE$3)return"";let{valueStart:n,valueEnd:r}=t;if(t.fast)return e.slice(n,r);switch(t.style){case SCALAR_STYLE.SINGLE_QUOTED:return getSingleQuotedValue(e,n,r);case SCALAR_STYLE.DOUBLE_QUOTED:return getDoubleQuotedValue(e,n,r);case SCALAR_STYLE.LITERAL_BLOCK:return getBlockValue(e,n,r,t.indent,t.chomping,!1);case SCALAR_STYLE.FOLDED_BLOCK:return getBlockValue(e,n,r,t.indent,t.chomping,!0);default:return getPlainValue(e,n,r)}}var DEFAULT_TAG_HANDLERS=Object.assign(Object.create(null),{"!":"!","!!":"tag:yaml.org,2002:"}),TAG_SUFFIX_CHARS="-#;/?:@&=+$_.~*'()",TAG_URI_CHARS=TAG_SUFFIX_CHARS+"!,[]",HEX="0123456789ABCDEF";function percentByte(e){return"%"+HEX[e>>4]+HEX[15&e]}function tagPercentEncode(e,t){let n=t?TAG_SUFFIX_CHARS:TAG_URI_CHARS,r="";for(let t=0;t<e.length;t++){let a=e.charCodeAt(t);if(a>=48&&a<=57||a>=65&&a<=90||a>=97&&a<=122||n.includes(e[t])){r+=e[t];continue}a>=55296&&a<=56319&&(a=65536+((1023&a)<<10)+(1023&e.charCodeAt(++t))),a<128?r+=percentByte(a):a<2048?r+=percentByte(192|a>>6)+percentByte(128|63&a):a<65536?r+=percentByte(224|a>>12)+percentByte(128|a>>6&63)+percentByte(128|63&a):r+=percentByte(240|a>>18)+percentByte(128|a>>12&63)+percentByte(128|a>>6&63)+percentByte(128|63&a)}return r}function tagPercentDecode(e){let t="",n=0;for(;n<e.length;){if(37!==e.charCodeAt(n)){t+=e[n++];continue}let r=parseInt(e.slice(n+1,n+3),16);if(n+=3,r>=192){let t=r<224?1:r<240?2:3;for(r&=(1<<6-t)-1;t-- >0;)r=r<<6|63&parseInt(e.slice(n+1,n+3),16),n+=3}r<65536?t+=String.fromCharCode(r):(r-=65536,t+=String.fromCharCode(55296|r>>10,56320|1023&r))}return t}function tagNameFull(e,t){if(e.startsWith("!<")&&e.endsWith(">"))return tagPercentDecode(e.slice(2,-1));let n=e.indexOf("!",1),r=-1===n?"!":e.slice(0,n+1);return tagPercentDecode(t?.[r]??DEFAULT_TAG_HANDLERS[r]??r)+tagPercentDecode(e.slice(r.length))}function tagNameShort(e){let t=e;return 33===t.charCodeAt(0)?(t=t.slice(1),`!${tagPercentEncode(t,!0)}`):"tag:yaml.org,2002:"===t.slice(0,18)?`!!${tagPercentEncode(t.slice(18),!0)}`:`!<${tagPercentEncode(t,!1)}>`}var NO_RANGE$2=-1,MERGE_TAG_NAME="tag:yaml.org,2002:merge",DEFAULT_CONSTRUCTOR_OPTIONS={filename:"",schema:CORE_SCHEMA,json:!1,maxTotalMergeKeys:1e4,maxAliases:-1};function eventPosition$1(e){return"tagStart"in e&&e.tagStart!==NO_RANGE$2?e.tagStart:"anchorStart"in e&&e.anchorStart!==NO_RANGE$2?e.anchorStart:"valueStart"in e&&e.valueStart!==NO_RANGE$2?e.valueStart:"start"in e?e.start:0}function throwError$1(e,t){YAMLException.throwAt(e.source,e.position,t,e.filename)}function finalizeCollection(e,t,n,r){try{return n.finalize(r)}catch(n){if(n instanceof YAMLException)throw n;YAMLException.throwAt(e.source,t,n instanceof Error?n.message:String(n),e.filename)}}function constructScalar(e,t){let n=getScalarValue(e.source,t),r=t.tagStart===NO_RANGE$2?"":e.source.slice(t.tagStart,t.tagEnd),a=e.schema.defaultScalarTag;if(""!==r){if("!"===r)return{value:n,tag:a};let t=tagNameFull(r,e.tagHandlers),o=e.schema.lookupScalarTag(t);if(o){let r=o.resolve(n,!0,t);return r===NOT_RESOLVED&&throwError$1(e,`cannot resolve a node with !<${t}> explicit tag`),{value:r,tag:o}}let l=e.schema.lookupMappingTag(t)??e.schema.lookupSequenceTag(t);if(l){""!==n&&throwError$1(e,`cannot resolve a node with !<${t}> explicit tag`);let r=l.create(t);return{value:l.carrierIsResult?r:finalizeCollection(e,e.position,l,r),tag:l}}throwError$1(e,`unknown scalar tag !<${t}>`)}return t.style===SCALAR_STYLE.PLAIN?e.schema.resolveImplicitScalarTag(n):{value:a.resolve(n,!1,a.tagName),tag:a}}function collectionTagName(e,t,n){let r=t.tagStart===NO_RANGE$2?"":e.source.slice(t.tagStart,t.tagEnd);return""===r||"!"===r?n:tagNameFull(r,e.tagHandlers)}function isMappingTag(e){return"mapping"===e.nodeKind}function chargeMergeWork(e){e.totalMergeKeys++,-1!==e.maxTotalMergeKeys&&e.totalMergeKeys>e.maxTotalMergeKeys&&throwError$1(e,`merge keys exceeded maxTotalMergeKeys (${e.maxTotalMergeKeys})`)}function mergeKeys(e,t,n,r){for(let a of(chargeMergeWork(e),r.keys(n))){if(chargeMergeWork(e),t.tag.has(t.value,a))continue;let o=t.tag.addPair(t.value,a,r.get(n,a));o&&throwError$1(e,o),t.overridable??=new Set,t.overridable.add(a)}}function mergeSource(e,t,n,r){if(e.position=t.keyPosition,isMappingTag(r))mergeKeys(e,t,n,r);else if("sequence"===r.nodeKind&&Array.isArray(n))for(let r of(n.length>100&&throwError$1(e,"abnormal merge sequence size"),n)){let n=e.nodeTags.get(r);n||throwError$1(e,"cannot merge mappings; the provided source object is unacceptable"),mergeKeys(e,t,r,n)}else throwError$1(e,"cannot merge mappings; the provided source object is unacceptable")}function addMappingValue(e,t,n,r,a){if(e.position=t.keyPosition,t.keyIsMerge)return void mergeSource(e,t,r,a);!e.json&&t.tag.has(t.value,n)&&!t.overridable?.has(n)&&throwError$1(e,"duplicated mapping key");let o=t.tag.addPair(t.value,n,r);o&&throwError$1(e,o),t.overridable?.delete(n)}function addValue(e,t,n){let r=e.frames[e.frames.length-1];if("document"===r.kind)r.value=t,r.hasValue=!0;else if("sequence"===r.kind){isMappingTag(n)&&e.nodeTags.set(t,n);let a=r.tag.addItem(r.value,t,r.index++);a&&throwError$1(e,a)}else if(r.hasKey){let a=r.key;r.key=void 0,r.hasKey=!1,addMappingValue(e,r,a,t,n)}else r.key=t,r.keyPosition=e.position,r.hasKey=!0,r.keyIsMerge=n.tagName===MERGE_TAG_NAME}function storeAnchor(e,t,n,r,a){if(t.anchorStart!==NO_RANGE$2){let o={value:n,tag:r,isValueFinal:a};return e.anchors.set(e.source.slice(t.anchorStart,t.anchorEnd),o),o}return null}function constructFromEvents(e,t){let n={...DEFAULT_CONSTRUCTOR_OPTIONS,...t,events:e,documents:[],eventIndex:0,position:0,frames:[],anchors:new Map,nodeTags:new Map,tagHandlers:Object.create(null),totalMergeKeys:0,aliasCount:0};for(;n.eventIndex<n.events.length;){let e=n.events[n.eventIndex++];switch(n.position=eventPosition$1(e),e.type){case EVENT_ID.DOCUMENT:for(let t of(n.anchors=new Map,n.nodeTags=new Map,n.aliasCount=0,n.tagHandlers=Object.create(null),e.directives))"tag"===t.kind&&(n.tagHandlers[t.handle]=t.prefix);n.frames.push({kind:"document",position:n.position,value:void 0,hasValue:!1});break;case EVENT_ID.SCALAR:{let{value:t,tag:r}=constructScalar(n,e);storeAnchor(n,e,t,r,!0),addValue(n,t,r);break}case EVENT_ID.SEQUENCE:{let t=collectionTagName(n,e,"tag:yaml.org,2002:seq"),r=n.schema.lookupSequenceTag(t);r||throwError$1(n,`unknown sequence tag !<${t}>`);let a=r.create(t),o=storeAnchor(n,e,a,r,r.carrierIsResult);n.frames.push({kind:"sequence",position:n.position,value:a,tag:r,anchor:o,index:0});break}case EVENT_ID.MAPPING:{let t=collectionTagName(n,e,"tag:yaml.org,2002:map"),r=n.schema.lookupMappingTag(t);r||throwError$1(n,`unknown mapping tag !<${t}>`);let a=r.create(t),o=storeAnchor(n,e,a,r,r.carrierIsResult);n.frames.push({kind:"mapping",position:n.position,value:a,tag:r,anchor:o,key:void 0,keyPosition:n.position,hasKey:!1,keyIsMerge:!1,overridable:null});break}case EVENT_ID.ALIAS:{-1!==n.maxAliases&&++n.aliasCount>n.maxAliases&&throwError$1(n,`aliases exceeded maxAliases (${n.maxAliases})`);let t=n.source.slice(e.anchorStart,e.anchorEnd),r=n.anchors.get(t);r||throwError$1(n,`unidentified alias "${t}"`),r.isValueFinal||throwError$1(n,`recursive alias "${t}" is not supported for tag ${r.tag.tagName} because it uses finalize()`),addValue(n,r.value,r.tag);break}case EVENT_ID.POP:{let e=n.frames.pop();if("mapping"===e.kind&&e.hasKey&&(n.position=e.keyPosition,throwError$1(n,"incomplete mapping pair in event stream")),"document"===e.kind)n.documents.push(e.value);else{let t=e.tag.carrierIsResult?e.value:finalizeCollection(n,e.position,e.tag,e.value);e.anchor&&(e.anchor.value=t,e.anchor.isValueFinal=!0),addValue(n,t,e.tag)}}}}return n.documents}var NO_RANGE$1=-1,HAS_OWN=Object.prototype.hasOwnProperty,CONTEXT_FLOW_IN=1,CONTEXT_FLOW_OUT=2,CONTEXT_BLOCK_IN=3,CONTEXT_BLOCK_OUT=4,PATTERN_NON_PRINTABLE=/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,PATTERN_FLOW_INDICATORS=/[,\[\]{}]/,PATTERN_TAG_HANDLE=/^(?:!|!!|![0-9A-Za-z-]+!)$/,NS_URI_CHAR=String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`,NS_TAG_CHAR=String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`,PATTERN_TAG_URI=RegExp(`^(?:${NS_URI_CHAR})*$`),PATTERN_TAG_SUFFIX=RegExp(`^(?:${NS_TAG_CHAR})+$`),PATTERN_TAG_PREFIX=RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`),DEFAULT_PARSER_OPTIONS={filename:"",maxDepth:100};function addDocumentEvent(e,t,n){e.events.push({type:EVENT_ID.DOCUMENT,explicitStart:t,explicitEnd:n,directives:e.directives})}function addSequenceEvent(e,t,n,r,a,o,l){e.events.push({type:EVENT_ID.SEQUENCE,start:t,anchorStart:n,anchorEnd:r,tagStart:a,tagEnd:o,style:l})}function addMappingEvent(e,t,n,r,a,o,l){e.events.push({type:EVENT_ID.MAPPING,start:t,anchorStart:n,anchorEnd:r,tagStart:a,tagEnd:o,style:l})}function insertFlowPairMappingEvent(e,t){e.events.splice(t.eventsLength,0,{type:EVENT_ID.MAPPING,start:t.position,anchorStart:NO_RANGE$1,anchorEnd:NO_RANGE$1,tagStart:NO_RANGE$1,tagEnd:NO_RANGE$1,style:COLLECTION_STYLE.FLOW})}function addScalarEvent(e,t,n,r,a,o,l,s,c=CHOMPING_MODE.CLIP,p=-1,u=!1){e.events.push({type:EVENT_ID.SCALAR,valueStart:t,valueEnd:n,anchorStart:r,anchorEnd:a,tagStart:o,tagEnd:l,style:s,chomping:c,indent:p,fast:u})}function addAliasEvent(e,t,n){e.events.push({type:EVENT_ID.ALIAS,anchorStart:t,anchorEnd:n})}function addPopEvent(e){e.events.push({type:EVENT_ID.POP})}function addEmptyScalarEvent(e){addScalarEvent(e,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,SCALAR_STYLE.PLAIN)}function emptyProperties(){return{anchorStart:NO_RANGE$1,anchorEnd:NO_RANGE$1,tagStart:NO_RANGE$1,tagEnd:NO_RANGE$1}}function snapshotState(e){return{position:e.position,line:e.line,lineStart:e.lineStart,lineIndent:e.lineIndent,firstTabInLine:e.firstTabInLine,eventsLength:e.events.length}}function restoreState(e,t){e.position=t.position,e.line=t.line,e.lineStart=t.lineStart,e.lineIndent=t.lineIndent,e.firstTabInLine=t.firstTabInLine,e.events.length=t.eventsLength}function throwError(e,t){YAMLException.throwAt(e.input.slice(0,e.length),e.position,t,e.filename)}function isEol(e){return 10===e||13===e}function isWhiteSpace(e){return 9===e||32===e}function isWsOrEol(e){return isWhiteSpace(e)||isEol(e)}function isWsOrEolOrEnd(e){return 0===e||isWsOrEol(e)}function isFlowIndicator(e){return 44===e||91===e||93===e||123===e||125===e}function fromDecimalCode(e){return e>=48&&e<=57?e-48:-1}function fromHexCode(e){if(e>=48&&e<=57)return e-48;let t=32|e;return t>=97&&t<=102?t-97+10:-1}function escapedHexLen(e){return 120===e?2:117===e?4:8*(85===e)}function isSimpleEscape(e){return 48===e||97===e||98===e||116===e||9===e||110===e||118===e||102===e||114===e||101===e||32===e||34===e||47===e||92===e||78===e||95===e||76===e||80===e}function consumeLineBreak(e){10===e.input.charCodeAt(e.position)?e.position++:(e.position++,10===e.input.charCodeAt(e.position)&&e.position++),e.line++,e.lineStart=e.position,e.lineIndent=0,e.firstTabInLine=-1}function skipSeparationSpace(e,t){let n=0,r=e.input.charCodeAt(e.position),a=e.position===e.lineStart||isWsOrEol(e.input.charCodeAt(e.position-1));for(;0!==r;){for(;isWhiteSpace(r);)a=!0,9===r&&-1===e.firstTabInLine&&(e.firstTabInLine=e.position),r=e.input.charCodeAt(++e.position);if(t&&a&&35===r)do r=e.input.charCodeAt(++e.position);while(!isEol(r)&&0!==r);if(!isEol(r))break;for(consumeLineBreak(e),n++,a=!0,r=e.input.charCodeAt(e.position);32===r;)e.lineIndent++,r=e.input.charCodeAt(++e.position)}return n}function testDocumentSeparator(e,t=e.position){let n=e.input.charCodeAt(t);if((45===n||46===n)&&n===e.input.charCodeAt(t+1)&&n===e.input.charCodeAt(t+2)){let n=e.input.charCodeAt(t+3);return 0===n||isWsOrEol(n)}return!1}function skipByteOrderMark(e){e.position===e.lineStart&&65279===e.input.charCodeAt(e.position)&&(e.position++,e.lineStart=e.position)}function testDocumentBoundary(e){if(e.position!==e.lineStart)return!1;if(testDocumentSeparator(e))return!0;if(65279!==e.input.charCodeAt(e.position))return!1;let t=snapshotState(e);skipByteOrderMark(e),skipSeparationSpace(e,!0);let n=e.input.charCodeAt(e.position),r=e.position===e.lineStart&&(37===n||45===n&&testDocumentSeparator(e));return restoreState(e,t),r}function skipUntilLineEnd(e){let t=e.input.charCodeAt(e.position);for(;0!==t&&!isEol(t);)t=e.input.charCodeAt(++e.position)}function checkPrintable(e,t,n){let r=PATTERN_NON_PRINTABLE.exec(e.input.slice(t,n));null!==r&&(e.position=t+r.index+r[0].length-1,throwError(e,"the stream contains non-printable characters"))}function readTagProperty(e,t,n){let r;if(33!==e.input.charCodeAt(e.position))return!1;t.tagStart!==NO_RANGE$1&&throwError(e,"duplication of a tag property");let a=e.position,o=!1,l=!1,s="!",c=e.input.charCodeAt(++e.position);60===c?(o=!0,c=e.input.charCodeAt(++e.position)):33===c&&(l=!0,s="!!",c=e.input.charCodeAt(++e.position));let p=e.position;if(o){for(;0!==c&&62!==c;)c=e.input.charCodeAt(++e.position);62!==c&&throwError(e,"unexpected end of the stream within a verbatim tag"),r=e.input.slice(p,e.position),e.position++}else{for(;0!==c&&!isWsOrEol(c)&&!(n&&isFlowIndicator(c));)33===c&&(l?throwError(e,"tag suffix cannot contain exclamation marks"):(s=e.input.slice(p-1,e.position+1),PATTERN_TAG_HANDLE.test(s)||throwError(e,"named tag handle cannot contain such characters"),l=!0,p=e.position+1)),c=e.input.charCodeAt(++e.position);r=e.input.slice(p,e.position),PATTERN_FLOW_INDICATORS.test(r)&&throwError(e,"tag suffix cannot contain flow indicator characters")}return!r||(o?PATTERN_TAG_URI.test(r):PATTERN_TAG_SUFFIX.test(r))||throwError(e,`tag name cannot contain such characters: ${r}`),o||"!"===s||"!!"===s||HAS_OWN.call(e.tagHandlers,s)||throwError(e,`undeclared tag handle "${s}"`),t.tagStart=a,t.tagEnd=e.position,!0}function readAnchorProperty(e,t){if(38!==e.input.charCodeAt(e.position))return!1;t.anchorStart!==NO_RANGE$1&&throwError(e,"duplication of an anchor property"),e.position++;let n=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position))&&!isFlowIndicator(e.input.charCodeAt(e.position));)e.position++;return e.position===n&&throwError(e,"name of an anchor node must contain at least one character"),t.anchorStart=n,t.anchorEnd=e.position,!0}function readAlias(e,t){if(42!==e.input.charCodeAt(e.position))return!1;(t.anchorStart!==NO_RANGE$1||t.tagStart!==NO_RANGE$1)&&throwError(e,"alias node should not have any properties"),e.position++;let n=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position))&&!isFlowIndicator(e.input.charCodeAt(e.position));)e.position++;return e.position===n&&throwError(e,"name of an alias node must contain at least one character"),addAliasEvent(e,n,e.position),!0}function readFlowScalarBreak(e,t){skipSeparationSpace(e,!1),e.lineIndent<t&&throwError(e,"deficient indentation")}function readSingleQuotedScalar(e,t,n){if(39!==e.input.charCodeAt(e.position))return!1;e.position++;let r=e.position,a=!0;for(;0!==e.input.charCodeAt(e.position);){let o=e.input.charCodeAt(e.position);if(39===o){if(39===e.input.charCodeAt(e.position+1)){a=!1,e.position+=2;continue}let t=e.position;return e.position++,addScalarEvent(e,r,t,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,SCALAR_STYLE.SINGLE_QUOTED,CHOMPING_MODE.CLIP,-1,a),!0}isEol(o)?(a=!1,readFlowScalarBreak(e,t)):e.position===e.lineStart&&testDocumentSeparator(e)?throwError(e,"unexpected end of the document within a single quoted scalar"):9!==o&&o<32?throwError(e,"expected valid JSON character"):e.position++}throwError(e,"unexpected end of the stream within a single quoted scalar")}function readDoubleQuotedScalar(e,t,n){if(34!==e.input.charCodeAt(e.position))return!1;e.position++;let r=e.position,a=!0;for(;0!==e.input.charCodeAt(e.position);){let o=e.input.charCodeAt(e.position);if(34===o){let t=e.position;return e.position++,addScalarEvent(e,r,t,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,SCALAR_STYLE.DOUBLE_QUOTED,CHOMPING_MODE.CLIP,-1,a),!0}if(92===o){a=!1;let n=e.input.charCodeAt(++e.position);if(isEol(n))readFlowScalarBreak(e,t);else if(isSimpleEscape(n))e.position++;else{let t=escapedHexLen(n);for(0===t&&throwError(e,"unknown escape sequence");t-- >0;)e.position++,0>fromHexCode(e.input.charCodeAt(e.position))&&throwError(e,"expected hexadecimal character");e.position++}}else isEol(o)?(a=!1,readFlowScalarBreak(e,t)):e.position===e.lineStart&&testDocumentSeparator(e)?throwError(e,"unexpected end of the document within a double quoted scalar"):9!==o&&o<32?throwError(e,"expected valid JSON character"):e.position++}throwError(e,"unexpected end of the stream within a double quoted scalar")}function readBlockScalar(e,t,n){let r=e.input.charCodeAt(e.position),a=CHOMPING_MODE.CLIP,o=-1,l=!1;if(124!==r&&62!==r)return!1;let s=124===r?SCALAR_STYLE.LITERAL_BLOCK:SCALAR_STYLE.FOLDED_BLOCK;for(e.position++;0!==e.input.charCodeAt(e.position);){let n=e.input.charCodeAt(e.position),r=fromDecimalCode(n);if(43===n||45===n)a!==CHOMPING_MODE.CLIP&&throwError(e,"repeat of a chomping mode identifier"),a=43===n?CHOMPING_MODE.KEEP:CHOMPING_MODE.STRIP,e.position++;else if(r>=0)0===r&&throwError(e,"bad explicit indentation width of a block scalar; it cannot be less than one"),l&&throwError(e,"repeat of an indentation width identifier"),o=t+r-1,l=!0,e.position++;else break}let c=!1;for(;isWhiteSpace(e.input.charCodeAt(e.position));)c=!0,e.position++;c&&35===e.input.charCodeAt(e.position)&&skipUntilLineEnd(e),isEol(e.input.charCodeAt(e.position))?consumeLineBreak(e):0!==e.input.charCodeAt(e.position)&&throwError(e,"a line break is expected");let p=l?o:-1,u=0,d=e.position,E=e.position;for(;0!==e.input.charCodeAt(e.position);){let n=e.position,r=0;for(;32===e.input.charCodeAt(n+r);)r++;let a=e.input.charCodeAt(n+r);if(0===a){p>=0?r>p&&(E=n+r):r>0&&(E=n+r);break}if(testDocumentBoundary(e))break;if(!l&&-1===p&&isEol(a)&&(u=Math.max(u,r)),!l&&-1===p&&!isEol(a)&&(9===a&&r<t&&(e.position=n+r,throwError(e,"tab characters must not be used in indentation")),r>=t&&r<u&&(e.position=n+r,throwError(e,"bad indentation of a mapping entry"))),-1===p&&0!==a&&!isEol(a)&&r<t){e.lineIndent=r,e.position=n+r;break}l||0===a||isEol(a)||-1!==p||(p=r);let o=-1===p?t+1:p;if(0!==a&&!isEol(a)&&r<o){e.lineIndent=r,e.position=n+r;break}skipUntilLineEnd(e),E=e.position,isEol(e.input.charCodeAt(e.position))&&(consumeLineBreak(e),E=e.position)}return checkPrintable(e,d,E),addScalarEvent(e,d,E,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,s,a,p),!0}function canStartPlainScalar(e,t){let n=e.input.charCodeAt(e.position),r=t===CONTEXT_FLOW_IN;if(0===n||isWsOrEol(n)||35===n||38===n||42===n||33===n||124===n||62===n||39===n||34===n||37===n||64===n||96===n||isFlowIndicator(n))return!1;if(63===n||45===n){let t=e.input.charCodeAt(e.position+1);if(isWsOrEolOrEnd(t)||r&&isFlowIndicator(t))return!1}return!0}function readPlainScalar(e,t,n,r){if(!canStartPlainScalar(e,n))return!1;let a=e.position,o=e.position,l=e.input.charCodeAt(e.position),s=n===CONTEXT_FLOW_IN,c=!1;for(;0!==l&&!testDocumentBoundary(e);){if(58===l){let t=e.input.charCodeAt(e.position+1);if(isWsOrEolOrEnd(t)||s&&isFlowIndicator(t))break}else if(35===l){if(isWsOrEol(e.input.charCodeAt(e.position-1)))break}else if(s&&isFlowIndicator(l))break;else if(isEol(l)){let n=e.position,r=e.line,a=e.lineStart,o=e.lineIndent;if(skipSeparationSpace(e,!1),e.lineIndent>=t){c=!0,l=e.input.charCodeAt(e.position);continue}e.position=n,e.line=r,e.lineStart=a,e.lineIndent=o;break}isWhiteSpace(l)||(o=e.position+1),l=e.input.charCodeAt(++e.position)}return o!==a&&(checkPrintable(e,a,o),addScalarEvent(e,a,o,r.anchorStart,r.anchorEnd,r.tagStart,r.tagEnd,SCALAR_STYLE.PLAIN,CHOMPING_MODE.CLIP,-1,!c),!0)}function skipFlowSeparationSpace(e,t){let n=e.line;skipSeparationSpace(e,!0),(e.line>n&&e.lineIndent<t||-1!==e.firstTabInLine&&e.lineIndent<t)&&throwError(e,"deficient indentation")}function readFlowCollection(e,t,n){let r=e.input.charCodeAt(e.position),a=123===r,o=e.position,l=!0;if(91!==r&&123!==r)return!1;let s=a?125:93;for(a?addMappingEvent(e,o,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,COLLECTION_STYLE.FLOW):addSequenceEvent(e,o,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,COLLECTION_STYLE.FLOW),e.position++;0!==e.input.charCodeAt(e.position);){skipFlowSeparationSpace(e,t);let n=e.input.charCodeAt(e.position);if(n===s)return e.position++,addPopEvent(e),!0;l?44===n&&throwError(e,"expected the node content, but found ','"):throwError(e,"missed comma between flow collection entries");let r=!1,o=!1;63===n&&isWsOrEol(e.input.charCodeAt(e.position+1))&&(r=o=!0,e.position+=1,skipFlowSeparationSpace(e,t));let c=e.line,p=snapshotState(e),u=parseNode(e,t,CONTEXT_FLOW_IN,!1,!0);skipFlowSeparationSpace(e,t),n=e.input.charCodeAt(e.position),(a||o||e.line===c)&&58===n?(r=!0,e.position++,skipFlowSeparationSpace(e,t),a||insertFlowPairMappingEvent(e,p),u||addEmptyScalarEvent(e),parseNode(e,t,CONTEXT_FLOW_IN,!1,!0)||addEmptyScalarEvent(e),skipFlowSeparationSpace(e,t),a||addPopEvent(e)):a&&r?(u||addEmptyScalarEvent(e),addEmptyScalarEvent(e)):a?addEmptyScalarEvent(e):r&&(insertFlowPairMappingEvent(e,p),u||addEmptyScalarEvent(e),addEmptyScalarEvent(e),addPopEvent(e)),44===(n=e.input.charCodeAt(e.position))?(l=!0,e.position++):l=!1}throwError(e,"unexpected end of the stream within a flow collection")}function readBlockSequence(e,t,n){if(-1!==e.firstTabInLine||45!==e.input.charCodeAt(e.position)||!isWsOrEolOrEnd(e.input.charCodeAt(e.position+1)))return!1;for(addSequenceEvent(e,e.position,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,COLLECTION_STYLE.BLOCK);45===e.input.charCodeAt(e.position)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+1));){-1!==e.firstTabInLine&&(e.position=e.firstTabInLine,throwError(e,"tab characters must not be used in indentation"));let n=e.line;e.position++;let r=skipSeparationSpace(e,!0)>0;if(-1!==e.firstTabInLine&&45===e.input.charCodeAt(e.position)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+1))&&throwError(e,"bad indentation of a sequence entry"),r&&e.lineIndent<=t?addEmptyScalarEvent(e):parseNode(e,t,CONTEXT_BLOCK_IN,!1,!0),skipSeparationSpace(e,!0),e.lineIndent<t||e.position>=e.length)break;e.lineIndent>t&&throwError(e,"bad indentation of a sequence entry"),e.line===n&&45===e.input.charCodeAt(e.position)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+1))&&throwError(e,"bad indentation of a sequence entry")}return addPopEvent(e),!0}function readBlockMapping(e,t,n,r){let a=!1,o=!1,l=!1,s=!1;if(-1!==e.firstTabInLine)return!1;let c=e.input.charCodeAt(e.position);for(;0!==c;){a||-1===e.firstTabInLine||(e.position=e.firstTabInLine,throwError(e,"tab characters must not be used in indentation"));let p=e.input.charCodeAt(e.position+1),u=e.line;if((63===c||58===c)&&isWsOrEolOrEnd(p))l||(addMappingEvent(e,e.position,r.anchorStart,r.anchorEnd,r.tagStart,r.tagEnd,COLLECTION_STYLE.BLOCK),l=!0),63===c?(a&&addEmptyScalarEvent(e),o=!0,a=!0):(a||(addEmptyScalarEvent(e),o=!0),a=!1),e.position+=1,s=!0;else{a&&(addEmptyScalarEvent(e),a=!1);let t=snapshotState(e);if(!parseNode(e,n,CONTEXT_FLOW_OUT,!1,!0))break;if(e.line===u){for(c=e.input.charCodeAt(e.position);isWhiteSpace(c);)c=e.input.charCodeAt(++e.position);if(58===c)isWsOrEolOrEnd(c=e.input.charCodeAt(++e.position))||throwError(e,"a whitespace character is expected after the key-value separator within a block mapping"),l||(e.events.splice(t.eventsLength,0,{type:EVENT_ID.MAPPING,start:t.position,anchorStart:r.anchorStart,anchorEnd:r.anchorEnd,tagStart:r.tagStart,tagEnd:r.tagEnd,style:COLLECTION_STYLE.BLOCK}),l=!0),o=!0,a=!1,s=!1;else if(o)throwError(e,"expected ':' after a mapping key");else{if(r.anchorStart!==NO_RANGE$1||r.tagStart!==NO_RANGE$1)return restoreState(e,t),!1;return!0}}else if(o)throwError(e,"can not read a block mapping entry; a multiline key may not be an implicit key");else{if(r.anchorStart!==NO_RANGE$1||r.tagStart!==NO_RANGE$1)return restoreState(e,t),!1;return!0}}if(parseNode(e,t,CONTEXT_BLOCK_OUT,!0,s)&&(s=!1),!a&&s&&(addEmptyScalarEvent(e),s=!1),skipSeparationSpace(e,!0),c=e.input.charCodeAt(e.position),(e.line===u||e.lineIndent>t)&&0!==c)throwError(e,"bad indentation of a mapping entry");else if(e.lineIndent<t)break}return!!o&&(a&&addEmptyScalarEvent(e),l&&addPopEvent(e),!0)}function parseNode(e,t,n,r,a,o=!0){e.depth>=e.maxDepth&&throwError(e,`nesting exceeded maxDepth (${e.maxDepth})`),e.depth++;let l=1,s=!1,c=!1,p=null,u=emptyProperties(),d=n===CONTEXT_BLOCK_OUT||n===CONTEXT_BLOCK_IN,E=d,f=d;if(r&&skipSeparationSpace(e,!0)&&(s=!0,l=e.lineIndent>t?1:e.lineIndent===t?0:-1),1===l)for(;;){let r=e.input.charCodeAt(e.position),a=snapshotState(e);if(s&&1!==l&&(33===r||38===r))break;if(s&&f&&(u.tagStart!==NO_RANGE$1||u.anchorStart!==NO_RANGE$1)&&(33===r||38===r)){let n=snapshotState(e),r=t+1;if(readBlockMapping(e,e.position-e.lineStart,r,u)&&e.events[n.eventsLength]?.type===EVENT_ID.MAPPING)return e.depth--,!0;restoreState(e,n)}if(s&&(33===r&&u.tagStart!==NO_RANGE$1||38===r&&u.anchorStart!==NO_RANGE$1)||!readTagProperty(e,u,n===CONTEXT_FLOW_IN)&&!readAnchorProperty(e,u))break;null===p&&(p=a),skipSeparationSpace(e,!0)?(s=!0,E=f,l=e.lineIndent>t?1:e.lineIndent===t?0:-1):E=!1}if(E&&(E=s||a),1===l||n===CONTEXT_BLOCK_OUT){let r=n===CONTEXT_FLOW_IN||n===CONTEXT_FLOW_OUT?t:t+1,a=e.position-e.lineStart;if(1===l)if(E&&(readBlockSequence(e,a,u)||readBlockMapping(e,a,r,u))||readFlowCollection(e,r,u))c=!0;else{let t=e.input.charCodeAt(e.position);if(null!==p&&o&&f&&!E&&124!==t&&62!==t){let t=snapshotState(e),n=p.position-p.lineStart;restoreState(e,p),readBlockMapping(e,n,r,emptyProperties())&&e.events[t.eventsLength]?.type===EVENT_ID.MAPPING?c=!0:restoreState(e,t)}!c&&(d&&readBlockScalar(e,r,u)||readSingleQuotedScalar(e,r,u)||readDoubleQuotedScalar(e,r,u)||readAlias(e,u)||readPlainScalar(e,r,n,u))&&(c=!0)}else 0===l&&(c=E&&readBlockSequence(e,a,u))}return d=d&&!c,!c&&(u.anchorStart!==NO_RANGE$1||u.tagStart!==NO_RANGE$1||d)&&(addScalarEvent(e,NO_RANGE$1,NO_RANGE$1,u.anchorStart,u.anchorEnd,u.tagStart,u.tagEnd,SCALAR_STYLE.PLAIN),c=!0),e.depth--,c||u.anchorStart!==NO_RANGE$1||u.tagStart!==NO_RANGE$1}function readDirective(e){if(e.lineIndent>0||37!==e.input.charCodeAt(e.position))return!1;e.position++;let t=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position));)e.position++;let n=e.input.slice(t,e.position),r=[];for(0===n.length&&throwError(e,"directive name must not be less than one character in length");0!==e.input.charCodeAt(e.position)&&!isEol(e.input.charCodeAt(e.position));){for(;isWhiteSpace(e.input.charCodeAt(e.position));)e.position++;if(35===e.input.charCodeAt(e.position)||isEol(e.input.charCodeAt(e.position))||0===e.input.charCodeAt(e.position))break;let t=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position));)e.position++;r.push(e.input.slice(t,e.position))}if(isEol(e.input.charCodeAt(e.position))&&consumeLineBreak(e),"YAML"===n){e.directives.some(e=>"yaml"===e.kind)&&throwError(e,"duplication of %YAML directive"),1!==r.length&&throwError(e,"YAML directive accepts exactly one argument");let t=/^([0-9]+)\.([0-9]+)$/.exec(r[0]);null===t&&throwError(e,"ill-formed argument of the YAML directive"),1!==parseInt(t[1],10)&&throwError(e,"unacceptable YAML version of the document"),e.directives.push({kind:"yaml",version:r[0]})}else if("TAG"===n){2!==r.length&&throwError(e,"TAG directive accepts exactly two arguments");let[t,n]=r;PATTERN_TAG_HANDLE.test(t)||throwError(e,"ill-formed tag handle (first argument) of the TAG directive"),HAS_OWN.call(e.tagHandlers,t)&&throwError(e,`there is a previously declared suffix for "${t}" tag handle`),PATTERN_TAG_PREFIX.test(n)||throwError(e,"ill-formed tag prefix (second argument) of the TAG directive"),e.tagHandlers[t]=n,e.directives.push({kind:"tag",handle:t,prefix:n})}return!0}function readDocument(e){e.directives=[],e.tagHandlers=Object.create(null);let t=!1;for(skipSeparationSpace(e,!0);readDirective(e);)t=!0,skipSeparationSpace(e,!0);let n=!1,r=!1,a=!0;if(0===e.lineIndent&&45===e.input.charCodeAt(e.position)&&45===e.input.charCodeAt(e.position+1)&&45===e.input.charCodeAt(e.position+2)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+3))){n=!0;let t=e.line;e.position+=3,skipSeparationSpace(e,!0),a=e.line>t}else t&&throwError(e,"directives end mark is expected");let o=e.events.length;if(!n&&e.position===e.lineStart&&46===e.input.charCodeAt(e.position)&&testDocumentSeparator(e)){e.position+=3,skipSeparationSpace(e,!0);return}if(addDocumentEvent(e,n,!1),parseNode(e,e.lineIndent-1,CONTEXT_BLOCK_OUT,!1,a,a)||addEmptyScalarEvent(e),skipSeparationSpace(e,!0),e.position===e.lineStart&&testDocumentSeparator(e)&&(r=46===e.input.charCodeAt(e.position))){let t=e.line;e.position+=3,skipSeparationSpace(e,!0),e.line===t&&e.position<e.length&&throwError(e,"end of the stream or a document separator is expected")}let l=e.events[o];l?.type===EVENT_ID.DOCUMENT&&(l.explicitEnd=r),addPopEvent(e),r||!(e.position<e.length)||testDocumentBoundary(e)||throwError(e,"end of the stream or a document separator is expected")}function parseEvents(e,t){let n=e.length,r={...DEFAULT_PARSER_OPTIONS,...t,input:`${e}\0`,length:n,position:0,line:0,lineStart:0,lineIndent:0,firstTabInLine:-1,depth:0,directives:[],tagHandlers:Object.create(null),events:[]},a=e.indexOf("\0");for(-1!==a&&YAMLException.throwAt(e,a,"null byte is not allowed in input",r.filename);r.position<r.length&&(skipByteOrderMark(r),skipSeparationSpace(r,!0),!(r.position>=r.length));){let e=r.position;readDocument(r),r.position===e&&throwError(r,"can not read a document")}return r.events}var DEFAULT_LOAD_OPTIONS={...DEFAULT_PARSER_OPTIONS,...DEFAULT_CONSTRUCTOR_OPTIONS};function loadDocuments(e,t={}){let n={...DEFAULT_LOAD_OPTIONS,...t},r=String(e),a=Object.keys(DEFAULT_PARSER_OPTIONS),o=Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);return constructFromEvents(parseEvents(r,pick(n,a)),{...pick(n,o),source:r})}function loadAll(e,t,n){let r=null;"function"==typeof t?r=t:null!==t&&"object"==typeof t&&(n=t);let a=loadDocuments(e,n);if(null===r)return a;for(let e of a)r(e)}function load(e,t){let n=loadDocuments(e,t);if(0===n.length)throw new YAMLException("expected a document, but the input is empty");if(1===n.length)return n[0];throw new YAMLException("expected a single document in the stream, but found more")}var INVALID=Symbol("INVALID");function buildRepresentTypes(e){let t=new Set([e.defaultScalarTag,e.defaultSequenceTag,e.defaultMappingTag].filter(e=>void 0!==e)),n=e.implicitScalarTags,r=e.tags.filter(e=>!("scalar"===e.nodeKind&&e.implicit)&&!t.has(e)),a=e.tags.filter(e=>t.has(e));return[...n.map(e=>({tag:e,implicitTag:!0})),...r.map(e=>({tag:e,implicitTag:!1})),...a.map(e=>({tag:e,implicitTag:!0}))]}function matchTag(e,t){for(let n=0,r=e.representTypes.length;n<r;n+=1){let{tag:r,implicitTag:a}=e.representTypes[n];if(r.identify(t)){let e;return e=r.matchByTagPrefix?r.representTagName(t):r.tagName,{tag:r,tagName:e,implicitTag:a}}}return null}function build(e,t){if(!e.noRefs&&null!==t&&"object"==typeof t){let n=e.refs.get(t);if(n)return void 0===n.anchor&&(n.anchor=`ref_${e.refCounter++}`),{kind:"alias",anchor:n.anchor}}let n=matchTag(e,t);if(!n){if(void 0===t||e.skipInvalid)return INVALID;throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(t)}`)}let{tag:r,tagName:a,implicitTag:o}=n,l=o?a:tagNameShort(a);if("scalar"===r.nodeKind)return{kind:"scalar",tag:l,tagged:!o,style:SCALAR_STYLE.PLAIN,value:r.represent(t)};if("sequence"===r.nodeKind){let n=r.represent(t),a={kind:"sequence",tag:l,tagged:!o,style:COLLECTION_STYLE.BLOCK,items:[]};e.noRefs||e.refs.set(t,a);for(let t=0,r=n.length;t<r;t+=1){let r=build(e,n[t]);r===INVALID&&void 0===n[t]&&(r=build(e,null)),r!==INVALID&&a.items.push(r)}return a}let s=r.represent(t),c={kind:"mapping",tag:l,tagged:!o,style:COLLECTION_STYLE.BLOCK,items:[]};for(let[n,r]of(e.noRefs||e.refs.set(t,c),s)){let t=build(e,n);if(t===INVALID)continue;let a=build(e,r);a!==INVALID&&c.items.push({key:t,value:a})}return c}function jsToAst(e,t,n={}){let r=build({representTypes:buildRepresentTypes(t),noRefs:n.noRefs??!1,skipInvalid:n.skipInvalid??!1,refs:new Map,refCounter:0},e);return[{contents:r===INVALID?null:r,directives:[]}]}var VISIT_BREAK=Symbol("visit:break"),VISIT_SKIP=Symbol("visit:skip");function visitNode(e,t,n){let r=t(e,n);if(r===VISIT_BREAK)return!0;if(r===VISIT_SKIP)return!1;let a=n.depth+1;switch(e.kind){case"sequence":for(let n of e.items)if(visitNode(n,t,{depth:a,parent:e,isKey:!1}))return!0;break;case"mapping":for(let{key:n,value:r}of e.items)if(visitNode(n,t,{depth:a,parent:e,isKey:!0})||visitNode(r,t,{depth:a,parent:e,isKey:!1}))return!0}return!1}function visit(e,t){for(let n of e)if(n.contents&&visitNode(n.contents,t,{depth:0,parent:null,isKey:!1}))return}function hasBit(e,t){return(e&1<<t)!=0}var DEFAULT_SCALAR_STYLE_RULES={applyQuoteFlowKeysOption,doubleQuoteForInvisibles,doubleQuoteWhitespaceOnly,applyForceQuotesOption,tryLongOrMultilineAsBlock,quoteInvalidPlain,fallbackToDoubleQuoted};function _preferredQuotedStyle(e){return"single"===e.presenterOptions.quoteStyle&&hasBit(e.allowedStylesMask,SCALAR_STYLE.SINGLE_QUOTED)?SCALAR_STYLE.SINGLE_QUOTED:SCALAR_STYLE.DOUBLE_QUOTED}function applyQuoteFlowKeysOption(e){!e.presenterOptions.quoteFlowKeys||e.isKey&&e.flowOnly&&e.style===SCALAR_STYLE.PLAIN&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function doubleQuoteForInvisibles(e){e.style===SCALAR_STYLE.PLAIN&&/[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(e.node.value)&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function doubleQuoteWhitespaceOnly(e){e.style===SCALAR_STYLE.PLAIN&&/^\s+$/.test(e.node.value)&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function applyForceQuotesOption(e){!e.presenterOptions.forceQuotes||e.isKey||e.style!==SCALAR_STYLE.PLAIN||e.node.tag===e.presenterOptions.schema.defaultScalarTag.tagName&&(e.style=e.node.value.includes("\n")?SCALAR_STYLE.DOUBLE_QUOTED:_preferredQuotedStyle(e))}function tryLongOrMultilineAsBlock(e){if(e.style!==SCALAR_STYLE.PLAIN||e.isKey)return;let t=e.node.value,n=-1!==t.indexOf("\n");if(!hasBit(e.allowedStylesMask,SCALAR_STYLE.LITERAL_BLOCK)){n&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED);return}let r=e.presenterOptions.lineWidth;if(-1===r){n&&(e.style=SCALAR_STYLE.LITERAL_BLOCK);return}let a=Math.max(Math.min(r,40),r-e.shiftOfContent),o=0,l=!1;for(;o<=t.length;){let e=t.length,n=t.indexOf("\n",o);-1!==n&&(e=n);let r=t.slice(o,e);if(r.length>a&&" "!==r[0]&&/ [^ \t]/.test(r)&&(l=!0),-1===n)break;o=n+1}l?e.style=SCALAR_STYLE.FOLDED_BLOCK:n&&(e.style=SCALAR_STYLE.LITERAL_BLOCK)}function quoteInvalidPlain(e){e.style!==SCALAR_STYLE.PLAIN||hasBit(e.allowedStylesMask,SCALAR_STYLE.PLAIN)||(e.style=_preferredQuotedStyle(e))}function fallbackToDoubleQuoted(e){hasBit(e.allowedStylesMask,e.style)||(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function setBit(e,t){return e|1<<t}var SRC_C_PRINTABLE="[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]",SRC_B_CHAR="[\\n\\r]",SRC_C_BYTE_ORDER_MARK="\\uFEFF",SRC_S_WHITE="[ \\t]",SRC_NB_CHAR=`(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`,SRC_NS_CHAR=`(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`,SRC_NB_JSON="[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]",SRC_C_INDICATOR="[-?:,\\[\\]{}#&*!|>'\"%@`]",SRC_C_FLOW_INDICATOR="[,\\[\\]{}]",SRC_NS_PLAIN_SAFE_FLOW_OUT=SRC_NS_CHAR,SRC_NS_PLAIN_SAFE_FLOW_IN=`(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`,SRC_NS_PLAIN_FIRST_FLOW_OUT=`(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`,SRC_NS_PLAIN_FIRST_FLOW_IN=`(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`,SRC_NS_PLAIN_CHAR_FLOW_OUT=`(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`,SRC_NS_PLAIN_CHAR_FLOW_IN=`(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`,SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT=`(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`,SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN=`(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`,SRC_NS_PLAIN_ONE_LINE_FLOW_OUT=`${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`,SRC_NS_PLAIN_ONE_LINE_FLOW_IN=`${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`,SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY=SRC_NS_PLAIN_ONE_LINE_FLOW_OUT,SRC_NS_PLAIN_ONE_LINE_FLOW_KEY=SRC_NS_PLAIN_ONE_LINE_FLOW_IN,SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT=`\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`,SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN=`\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`,SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT=`${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`,SRC_NS_PLAIN_MULTI_LINE_FLOW_IN=`${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`,NS_PLAIN_FLOW_OUT=RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`,"u"),NS_PLAIN_FLOW_IN=RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`,"u"),NS_PLAIN_BLOCK_KEY=RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`,"u"),NS_PLAIN_FLOW_KEY=RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`,"u"),NB_SINGLE_ONE_LINE=RegExp(`^(?:${SRC_NB_JSON})*$`,"u"),NB_SINGLE_MULTI_LINE=RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`,"u"),BLOCK_SCALAR_CONTENT=RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`,"u"),C_FORBIDDEN_FIRST_LINE=/^(?:---|\.\.\.)(?=$|[ \t\n\r])/,C_FORBIDDEN_CONTENT=/^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;function canUsePlain(e){let t=e.node.value;if(""!==t){if(!(e.isKey?e.flowOnly?NS_PLAIN_FLOW_KEY:NS_PLAIN_BLOCK_KEY:e.flowOnly?NS_PLAIN_FLOW_IN:NS_PLAIN_FLOW_OUT).test(t)||0===e.shiftOfFirstLine&&C_FORBIDDEN_FIRST_LINE.test(t))return!1;if(0===e.shiftOfContent){let e=t.indexOf("\n");if(-1!==e){let n=t.slice(e+1);if(C_FORBIDDEN_CONTENT.test(n))return!1}}}let n=e.presenterOptions.schema.resolveImplicitScalarTag(t).tag.tagName;return(!!e.node.tagged||n===e.node.tag)&&(!!e.node.tagged||"="!==t||n!==e.presenterOptions.schema.defaultScalarTag.tagName)}function canUseSingleQuoted(e){let t=e.node.value;if(!(e.isKey?NB_SINGLE_ONE_LINE:NB_SINGLE_MULTI_LINE).test(t)||/[ \t]\n|\n[ \t]/.test(t))return!1;if(!e.isKey&&0===e.shiftOfContent){let e=t.indexOf("\n");if(-1!==e&&C_FORBIDDEN_CONTENT.test(t.slice(e+1)))return!1}return!0}function canUseBlock(e){if(e.flowOnly||!BLOCK_SCALAR_CONTENT.test(e.node.value))return!1;let t=e.shiftOfContent-e.shiftOfParent;return!(t<1||t>9&&/^\n* /.test(e.node.value)||0===e.shiftOfContent&&C_FORBIDDEN_CONTENT.test(e.node.value))}function detectAllowedStyles(e){let t=setBit(0,SCALAR_STYLE.DOUBLE_QUOTED);canUsePlain(e)&&(t=setBit(t,SCALAR_STYLE.PLAIN)),canUseSingleQuoted(e)&&(t=setBit(t,SCALAR_STYLE.SINGLE_QUOTED)),canUseBlock(e)&&(t=setBit(setBit(t,SCALAR_STYLE.LITERAL_BLOCK),SCALAR_STYLE.FOLDED_BLOCK)),e.allowedStylesMask=t}function renderScalar(e){switch(e.style){case SCALAR_STYLE.PLAIN:return renderPlain(e);case SCALAR_STYLE.SINGLE_QUOTED:return renderSingleQuoted(e);case SCALAR_STYLE.LITERAL_BLOCK:return renderLiteralBlock(e);case SCALAR_STYLE.FOLDED_BLOCK:return renderFoldedBlock(e);case SCALAR_STYLE.DOUBLE_QUOTED:return renderDoubleQuoted(e)}}function renderPlain(e){return encodeFlowBreaks(e.node.value,e.shiftOfContent)}function renderSingleQuoted(e){return`'${encodeFlowBreaks(e.node.value,e.shiftOfContent).replace(/'/g,"''")}'`}function renderLiteralBlock(e){let t=e.node.value;return"|"+blockHeader(t,e.shiftOfParent,e.shiftOfContent)+dropEndingNewline(indentString(t,e.shiftOfContent))}function renderFoldedBlock(e){let t=e.node.value,n=e.presenterOptions.lineWidth,r=1/0;return -1!==n&&(r=Math.max(Math.min(n,40),n-e.shiftOfContent)),">"+blockHeader(t,e.shiftOfParent,e.shiftOfContent)+dropEndingNewline(indentString(foldBlockScalar(t,r),e.shiftOfContent))}function renderDoubleQuoted(e){return`"${escapeString(e.node.value)}"`}function encodeFlowBreaks(e,t){let n,r=e.indexOf("\n");if(-1===r)return e;let a=" ".repeat(t),o=e.slice(0,r),l=/(\n+)([^\n]*)/g;for(l.lastIndex=r;n=l.exec(e);){let e=n[1].length,t=n[2];o+="\n".repeat(e+1)+a+t}return o}function indentString(e,t){let n=" ".repeat(t),r=0,a="",o=e.length;for(;r<o;){let t,l=e.indexOf("\n",r);-1===l?(t=e.slice(r),r=o):(t=e.slice(r,l+1),r=l+1),t.length&&"\n"!==t&&(a+=n),a+=t}return a}function needIndentIndicator(e){return/^\n* /.test(e)}function blockHeader(e,t,n){let r=needIndentIndicator(e)?String(n-t):"",a="\n"===e[e.length-1];return`${r}${a&&("\n"===e[e.length-2]||"\n"===e)?"+":a?"":"-"}
`}function dropEndingNewline(e){return"\n"===e[e.length-1]?e.slice(0,-1):e}function isMoreIndented(e){return" "===e||"	"===e}function foldLine(e,t){let n,r;if(""===e||isMoreIndented(e[0]))return e;let a=/ [^ \t]/g,o=0,l=0,s=0,c="";for(;n=a.exec(e);)(s=n.index)-o>t&&(r=l>o?l:s,c+=`
${e.slice(o,r)}`,o=r+1),l=s;return c+="\n",e.length-o>t&&l>o?c+=`${e.slice(o,l)}
${e.slice(l+1)}`:c+=e.slice(o),c.slice(1)}function foldBlockScalar(e,t){let n,r,a=/(\n+)([^\n]*)/g,o=e.indexOf("\n");-1===o&&(o=e.length),a.lastIndex=o;let l=foldLine(e.slice(0,o),t),s="\n"===e[0]||isMoreIndented(e[0]);for(;r=a.exec(e);){let e=r[1],a=r[2];n=""!==a&&isMoreIndented(a[0]),l+=e+(s||n||""===a?"":"\n")+foldLine(a,t),s=n}return l}var CHARACTERS_TO_ESCAPE=/["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;function escapeCharacter(e){switch(e){case"\0":return"\\0";case"\x07":return"\\a";case"\b":return"\\b";case"	":return"\\t";case"\n":return"\\n";case"\v":return"\\v";case"\f":return"\\f";case"\r":return"\\r";case"\x1b":return"\\e";case'"':return'\\"';case"\\":return"\\\\";case"\x85":return"\\N";case"\xa0":return"\\_";case"\u2028":return"\\L";case"\u2029":return"\\P"}let t=e.charCodeAt(0),n=t.toString(16).toUpperCase();return t<=255?`\\x${"0".repeat(2-n.length)}${n}`:`\\u${"0".repeat(4-n.length)}${n}`}function escapeString(e){return e.replace(CHARACTERS_TO_ESCAPE,escapeCharacter)}var CHAR_LINE_FEED=10,DEFAULT_PRESENTER_OPTIONS={indent:2,seqNoIndent:!1,seqInlineFirst:!0,lineWidth:80,flowBracketPadding:!1,flowSkipCommaSpace:!1,flowSkipColonSpace:!1,quoteFlowKeys:!1,quoteStyle:"single",forceQuotes:!1,scalarStyleRules:Object.keys(DEFAULT_SCALAR_STYLE_RULES).map(e=>Reflect.get(DEFAULT_SCALAR_STYLE_RULES,e)),tagBeforeAnchor:!1};function nodeTagShort(e){return e.tagged?e.tag:tagNameShort(e.tag)}function createPresenterState(e){let t={...DEFAULT_PRESENTER_OPTIONS,...e};return t.flowSkipColonSpace&&(t.quoteFlowKeys=!0),{...t,defaultScalarTagName:t.schema.defaultScalarTag.tagName,openEnded:!1}}function generateNextLine(e,t){return`
${" ".repeat(e.indent*t)}`}function scalarLayout(e,t,n,r,a,o){return{node:t,parent:n,level:r,isKey:a,flowOnly:o,shiftOfParent:0===r?-1:e.indent*(r-1),shiftOfContent:e.indent*Math.max(1,r),shiftOfFirstLine:0===r?0:e.indent*r,presenterOptions:e,allowedStylesMask:0,style:t.style}}function writeFlowSequence(e,t,n){let r="";for(let a=0,o=n.items.length;a<o;a+=1){let o=writeNode(e,t,n.items[a],n,{}).text;a>0&&(r+=`,${!e.flowSkipCommaSpace?" ":""}`),r+=o}let a=e.flowBracketPadding&&n.items.length>0?" ":"";return`[${a}${r}${a}]`}function writeBlockSequence(e,t,n,r){let a="";for(let o=0,l=n.items.length;o<l;o+=1){let l=writeNode(e,t+1,n.items[o],n,{block:!0,compact:e.seqInlineFirst,isblockseq:!0}).text;r&&""===a||(a+=generateNextLine(e,t)),""===l||CHAR_LINE_FEED===l.charCodeAt(0)?a+="-":a+="- ",a+=l}return a}function writeFlowMapping(e,t,n){let r="";for(let{key:a,value:o}of n.items){let l="";""!==r&&(l+=`,${!e.flowSkipCommaSpace?" ":""}`);let s=writeNode(e,t,a,n,{iskey:!0}),c=s.text,p=writeNode(e,t,o,n,{}).text,u=e.flowSkipColonSpace||""===p?"":" ",d="scalar"===a.kind&&s.noBody&&(a.tagged||void 0!==a.anchor),E="alias"===a.kind||d?" ":"";l+=`${c}${E}:${u}${p}`,r+=l}let a=e.flowBracketPadding&&""!==r?" ":"";return`{${a}${r}${a}}`}function writeBlockMapping(e,t,n,r){let a="";for(let o=0,l=n.items.length;o<l;o+=1){let l="";r&&""===a||(l+=generateNextLine(e,t));let{key:s,value:c}=n.items[o],p=("mapping"===s.kind||"sequence"===s.kind)&&s.style===COLLECTION_STYLE.BLOCK&&0!==s.items.length||"scalar"===s.kind&&(s.style===SCALAR_STYLE.LITERAL_BLOCK||s.style===SCALAR_STYLE.FOLDED_BLOCK),u=p?writeNode(e,t+1,s,n,{block:!0,compact:!0,isblockseq:!cannotBeCompact(e,s,t+1)}):writeNode(e,t+1,s,n,{block:!0,compact:!0,iskey:!0}),d=u.text,E="scalar"===s.kind&&-1!==s.value.indexOf("\n"),f=d.length>1024&&/^[\s\S]{1025}/u.test(d),_=p||E||f;_&&(d&&CHAR_LINE_FEED===d.charCodeAt(0)?l+="?":l+="? "),l+=d,_&&(l+=generateNextLine(e,t));let S=writeNode(e,t+1,c,n,{block:!0,compact:_,isblockseq:_&&!cannotBeCompact(e,c,t+1)}).text,A="scalar"===s.kind&&u.noBody&&(s.tagged||void 0!==s.anchor),N=!_&&("alias"===s.kind||A)?" ":"";""===S||CHAR_LINE_FEED===S.charCodeAt(0)?l+=`${N}:`:l+=`${N}: `,l+=S,a+=l}return a}function cannotBeCompact(e,t,n){return"alias"===t.kind||t.tagged||void 0!==t.anchor||e.indent<2&&n>0}function writeNode(e,t,n,r,a){let o;if("alias"===n.kind)return e.openEnded=!1,{text:`*${n.anchor}`,noBody:!1};let{block:l=!1,iskey:s=!1,isblockseq:c=!1}=a,p=a.compact??!1,u=void 0!==n.anchor;cannotBeCompact(e,n,t)&&(p=!1);let d=n.tagged,E=l&&("mapping"===n.kind||"sequence"===n.kind)&&n.style===COLLECTION_STYLE.BLOCK&&0!==n.items.length;if("mapping"===n.kind)o=E?writeBlockMapping(e,t,n,p):writeFlowMapping(e,t,n);else if("sequence"===n.kind)o=E?e.seqNoIndent&&!c&&t>0?writeBlockSequence(e,t-1,n,p):writeBlockSequence(e,t,n,p):writeFlowSequence(e,t,n);else{let a=scalarLayout(e,n,r,t,s,!l);for(let t of(detectAllowedStyles(a),e.scalarStyleRules))t(a);o=renderScalar(a),e.openEnded=(a.style===SCALAR_STYLE.LITERAL_BLOCK||a.style===SCALAR_STYLE.FOLDED_BLOCK)&&("\n"===n.value||n.value.endsWith("\n\n")),d=n.tagged||""===o&&a.flowOnly&&r?.kind==="sequence"&&!u||a.style!==SCALAR_STYLE.PLAIN&&n.tag!==e.defaultScalarTagName}"mapping"!==n.kind&&"sequence"!==n.kind||E||(e.openEnded=!1),E&&p&&t>0&&e.indent>2&&(o=`${" ".repeat(e.indent-2)}${o}`);let f=""===o,_=o;if(d||u){let t=[],r=d?nodeTagShort(n):null,a=u?`&${n.anchor}`:null;e.tagBeforeAnchor?(null!==r&&t.push(r),null!==a&&t.push(a)):(null!==a&&t.push(a),null!==r&&t.push(r));let l=""===o||o.charCodeAt(0)===CHAR_LINE_FEED?"":" ";_=`${t.join(" ")}${l}${o}`}return{text:_,noBody:f}}function rootStartsOwnLine(e){return("sequence"===e.kind||"mapping"===e.kind)&&e.style===COLLECTION_STYLE.BLOCK&&0!==e.items.length&&!e.tagged&&void 0===e.anchor}function writeDocumentDirectives(e){let t="";for(let n of e.directives){if("yaml"===n.kind){t+=`%YAML ${n.version}
`;continue}let{handle:e,prefix:r}=n;t+=`%TAG ${e} ${r}
`}return t}function present(e,t){let n=createPresenterState(t),r="",a=!1;for(let t=0;t<e.length;t+=1){let o=e[t];n.openEnded=!1;let l=writeDocumentDirectives(o),s=""!==l,c=o.explicitStart||s||t>0&&!a;if(r+=l,null===o.contents)c&&(r+="---\n");else if(c){let e=writeNode(n,0,o.contents,null,{block:!0,compact:!0}).text,t=""===e?"":s||rootStartsOwnLine(o.contents)?"\n":" ";r+=`---${t}${e}
`}else r+=writeNode(n,0,o.contents,null,{block:!0,compact:!0}).text+"\n";(a=o.explicitEnd||n.openEnded)&&(r+="...\n")}return r}var DEFAULT_DUMP_OPTIONS={...DEFAULT_PRESENTER_OPTIONS,schema:DUMP_SCHEMA,skipInvalid:!1,noRefs:!1,flowLevel:-1,sortKeys:!1,transform:()=>{}};function defaultCompareFn(e,t){let n=String(e),r=String(t);return n<r?-1:+(n>r)}function dump(e,t={}){let n={...DEFAULT_DUMP_OPTIONS,...t},r=jsToAst(e,n.schema,{noRefs:n.noRefs,skipInvalid:n.skipInvalid});if(n.flowLevel>=0&&visit(r,(e,t)=>{if(!(t.depth<n.flowLevel))return("sequence"===e.kind||"mapping"===e.kind)&&(e.style=COLLECTION_STYLE.FLOW),VISIT_SKIP}),n.sortKeys){let e=!0===n.sortKeys?defaultCompareFn:n.sortKeys;visit(r,t=>{"mapping"===t.kind&&t.items.sort((t,n)=>e("scalar"===t.key.kind?t.key.value:"","scalar"===n.key.kind?n.key.value:""))})}return n.transform(r),present(r,{...pick(n,Object.keys(DEFAULT_PRESENTER_OPTIONS)),schema:n.schema})}var NO_RANGE=null;function eventPosition(e){return"tagStart"in e&&e.tagStart!==NO_RANGE?e.tagStart:"anchorStart"in e&&e.anchorStart!==NO_RANGE?e.anchorStart:"valueStart"in e&&e.valueStart!==NO_RANGE?e.valueStart:"start"in e?e.start:0}function rawTag(e,t){return t.tagStart===NO_RANGE?"":e.source.slice(t.tagStart,t.tagEnd)}function anchorName(e,t){return t.anchorStart===NO_RANGE?void 0:e.source.slice(t.anchorStart,t.anchorEnd)}function buildScalar(e,t){let n,r=getScalarValue(e.source,t),a=rawTag(e,t),o=!1;return""!==a?(o=!0,n=a):n=t.style===SCALAR_STYLE.PLAIN?e.schema.resolveImplicitScalarTag(r).tag.tagName:e.schema.defaultScalarTag.tagName,{kind:"scalar",tag:n,tagged:o,style:t.style,anchor:anchorName(e,t),value:r}}function buildCollection(e,t,n){let r,a=rawTag(e,t),o=!1;return""===a?r=n:(r=a,o=!0),{tag:r,tagged:o,style:t.style,anchor:anchorName(e,t)}}function addNode(e,t){let n=e.frames[e.frames.length-1];"document"===n.kind?n.doc.contents=t:"sequence"===n.kind?n.node.items.push(t):n.key?(n.node.items.push({key:n.key,value:t}),n.key=null):n.key=t}function eventsToAst(e,t){let n={source:t.source,schema:t.schema,eventIndex:0,position:0,frames:[],documents:[]};for(;n.eventIndex<e.length;){let t=e[n.eventIndex++];switch(n.position=eventPosition(t),t.type){case EVENT_ID.DOCUMENT:{let e={contents:null,explicitStart:t.explicitStart,explicitEnd:t.explicitEnd,directives:t.directives};n.frames.push({kind:"document",doc:e});break}case EVENT_ID.SCALAR:addNode(n,buildScalar(n,t));break;case EVENT_ID.SEQUENCE:{let{tag:e,tagged:r,style:a,anchor:o}=buildCollection(n,t,"tag:yaml.org,2002:seq"),l={kind:"sequence",tag:e,tagged:r,style:a,anchor:o,items:[]};n.frames.push({kind:"sequence",node:l});break}case EVENT_ID.MAPPING:{let{tag:e,tagged:r,style:a,anchor:o}=buildCollection(n,t,"tag:yaml.org,2002:map"),l={kind:"mapping",tag:e,tagged:r,style:a,anchor:o,items:[]};n.frames.push({kind:"mapping",node:l,key:null});break}case EVENT_ID.ALIAS:addNode(n,{kind:"alias",anchor:n.source.slice(t.anchorStart,t.anchorEnd)});break;case EVENT_ID.POP:{let e=n.frames.pop();if("mapping"===e.kind&&e.key)throw Error("incomplete mapping pair in event stream");"document"===e.kind?n.documents.push(e.doc):addNode(n,e.node)}}}return n.documents}var EVENT_DOCUMENT=EVENT_ID.DOCUMENT,EVENT_SEQUENCE=EVENT_ID.SEQUENCE,EVENT_MAPPING=EVENT_ID.MAPPING,EVENT_SCALAR=EVENT_ID.SCALAR,EVENT_ALIAS=EVENT_ID.ALIAS,EVENT_POP=EVENT_ID.POP,SCALAR_STYLE_PLAIN=SCALAR_STYLE.PLAIN,SCALAR_STYLE_SINGLE_QUOTED=SCALAR_STYLE.SINGLE_QUOTED,SCALAR_STYLE_DOUBLE_QUOTED=SCALAR_STYLE.DOUBLE_QUOTED,SCALAR_STYLE_LITERAL_BLOCK=SCALAR_STYLE.LITERAL_BLOCK,SCALAR_STYLE_FOLDED_BLOCK=SCALAR_STYLE.FOLDED_BLOCK,COLLECTION_STYLE_BLOCK=COLLECTION_STYLE.BLOCK,COLLECTION_STYLE_FLOW=COLLECTION_STYLE.FLOW,CHOMPING_CLIP=CHOMPING_MODE.CLIP,CHOMPING_STRIP=CHOMPING_MODE.STRIP,CHOMPING_KEEP=CHOMPING_MODE.KEEP;

;// CONCATENATED MODULE: ./packages/quality/lib/idle-fields.js


const NAMES_ITS_PAGE = ['lighthouse', 'autocannon', 'zap'];
function idleFields(gate, given) {
    const { format } = gate;
    const kind = format === undefined ? undefined : kindOf(format);
    const hasFindings = format !== undefined || gate.uses !== undefined;
    const words = kind === 'advisories' ? lib_finding/* ADVISORY_SEVERITIES */.Wy : lib_finding/* LEVELS */.A_;
    const foreign = kind === 'advisories' ? lib_finding/* LEVELS */.A_ : lib_finding/* ADVISORY_SEVERITIES */.Wy;
    const rules = [
        [['new-only', 'fail-on', 'max-warnings', 'accept'], !hasFindings, 'has no effect: an exit code has no findings'],
        [
            ['fail-on'],
            hasFindings && foreign.includes(String(given['fail-on'])),
            `expected one of ${words.join(', ')} here`,
        ],
        [['timeout', 'retry', 'env'], gate.run === undefined, 'has no effect without "run"'],
        [['shards'], gate.reports.length === 0 || kind === 'sizes', 'has no effect without a "report" of files'],
        [['max-age'], format === undefined, 'has no effect without a "report"'],
        [['allow'], format !== 'licenses', 'has no effect without "format: licenses"'],
        [['budgets'], kind !== 'measurements', 'has no effect without a "format" of measured values'],
        [
            ['url'],
            !NAMES_ITS_PAGE.includes(format ?? ''),
            `has no effect: reports of ${NAMES_ITS_PAGE.join(', ')} alone name a page`,
        ],
        [['tolerance'], gate.ratchet === undefined, 'has no effect without "ratchet"'],
        [['minimum'], kind === 'sizes', 'has no effect on sizes, which have a "maximum"'],
        [['maximum'], kind !== undefined && kind !== 'sizes', 'has no effect on coverage, which has a "minimum"'],
    ];
    return rules.flatMap(([names, isIdle, why]) => names.flatMap((name) => (isIdle && given[name] !== undefined ? [{ name, why }] : [])));
}

;// CONCATENATED MODULE: ./packages/quality/lib/config.js








const DEFAULT_TIMEOUT_MS = 600_000;
const UNITS = { B: 1, kB: 1_000, MB: 1_000_000, KiB: 1_024, MiB: 1_048_576 };
function parseGates(yaml, where) {
    const given = parseYaml(yaml, where);
    const list = (0,lib_fields/* isMap */.j)(given) ? given['gates'] : given;
    if (!Array.isArray(list) || list.length === 0)
        throw new errors/* InputError */.dz(`${where}: expected a YAML list of gates, or "gates:" with one`);
    return gatesOf(list, where);
}
function gatesOf(list, where) {
    const problems = [];
    const gates = list.map((entry, index) => {
        const given = (0,lib_fields/* isMap */.j)(entry) ? entry : {};
        const name = typeof given['name'] === 'string' ? `gate "${given['name']}"` : `gate ${index + 1}`;
        const fields = new lib_fields/* Fields */.C(given, `${where}, ${name}`);
        const gate = gateOf(fields);
        for (const { name, why } of idleFields(gate, given))
            fields.complain(name, why);
        problems.push(...fields.problems);
        return gate;
    });
    problems.push(...twice(gates, where), ...wrongOrder(gates, where));
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return gates;
}
function gateOf(fields) {
    const gate = {
        name: fields.text('name', { required: true }),
        run: fields.text('run') || undefined,
        uses: wordOf(fields, 'uses', ['secrets']),
        reports: fields.list('report'),
        shards: fields.number('shards', { min: 1, max: 1_000 }),
        format: wordOf(fields, 'format', FORMATS),
        directory: fields.text('directory') || '.',
        env: textsOf(fields, 'env'),
        timeoutMs: fields.duration('timeout', DEFAULT_TIMEOUT_MS),
        maxAgeMs: fields.text('max-age') === '' ? undefined : fields.duration('max-age', 0),
        retry: fields.number('retry', { min: 0, max: 5 }) ?? 0,
        after: fields.list('after'),
        required: fields.oneOf('policy', ['required', 'advisory'], 'required') === 'required',
        onUnknown: wordOf(fields, 'on-unknown', ['fail', 'warn']),
        newOnly: fields.flag('new-only', false),
        ...failOnOf(fields),
        maxWarnings: fields.number('max-warnings', { min: 0 }),
        accept: acceptancesOf(fields),
        allow: fields.list('allow'),
        minimum: limitsOf(fields, 'minimum', percentage),
        maximum: limitsOf(fields, 'maximum', bytes),
        budgets: budgetsOf(fields),
        url: fields.text('url') || undefined,
        ratchet: fields.text('ratchet') || undefined,
        tolerance: fields.number('tolerance', { min: 0, max: 100 }) ?? 0,
    };
    complainOfContradictions(fields, gate);
    fields.refuseOthers();
    return gate;
}
const METRICS = ['coverage', 'sizes'];
function complainOfContradictions(fields, gate) {
    if (!/^[\w.-]+$/.test(gate.name))
        fields.complain('name', 'expected letters, digits, dots, hyphens');
    if (gate.run === undefined && gate.uses === undefined && gate.reports.length === 0)
        fields.complain('run', 'required, expected a command, or "uses", or a "report" to read');
    if (gate.run !== undefined && gate.uses !== undefined)
        fields.complain('uses', 'a gate has either "run" or "uses"');
    if ((gate.reports.length === 0) !== (gate.format === undefined))
        fields.complain('format', '"report" and "format" go together');
    const fromStdout = gate.reports.includes('stdout');
    if (fromStdout && gate.run === undefined)
        fields.complain('report', '"stdout" needs a "run"');
    if (fromStdout && gate.reports.length > 1)
        fields.complain('report', '"stdout" cannot be combined with other reports');
    const isOneFolder = gate.format !== undefined && kindOf(gate.format) === 'sizes';
    if (isOneFolder && (gate.reports.length > 1 || gate.reports.some(isPattern)))
        fields.complain('report', `${gate.format} reads one folder`);
    const limits = Object.keys({ ...gate.minimum, ...gate.maximum }).length > 0 || gate.ratchet !== undefined;
    if (limits && (gate.format === undefined || !METRICS.includes(kindOf(gate.format))))
        fields.complain('format', `"minimum", "maximum" and "ratchet" need one of ${FORMATS.filter((format) => METRICS.includes(kindOf(format))).join(', ')}`);
    if ((gate.format === 'lighthouse' || gate.format === 'autocannon') && fields.any('budgets') === undefined)
        fields.complain('budgets', 'required, expected a list of limits like "p99 <= 500ms"');
    if (gate.url !== undefined && !(0,page_url/* isAddress */.PW)(gate.url))
        fields.complain('url', 'expected an address with http:// or https://, or a variable like $PREVIEW_URL');
    if (gate.format === 'licenses' && gate.allow.length === 0)
        fields.complain('allow', 'required, expected a list of SPDX ids of allowed licenses');
}
function failOnOf(fields) {
    const word = fields.text('fail-on');
    const level = lib_finding/* LEVELS */.A_.find((one) => one === word);
    const severity = lib_finding/* ADVISORY_SEVERITIES */.Wy.find((one) => one === word);
    if (word !== '' && level === undefined && severity === undefined)
        fields.complain('fail-on', `expected one of ${[...lib_finding/* LEVELS */.A_, ...lib_finding/* ADVISORY_SEVERITIES */.Wy].join(', ')}`);
    return { failOn: level ?? 'error', failOnSeverity: severity ?? 'high' };
}
function wordOf(fields, name, words) {
    const text = fields.text(name);
    const word = words.find((one) => one === text);
    if (text !== '' && word === undefined)
        fields.complain(name, `expected one of ${words.join(', ')}`);
    return word;
}
function acceptancesOf(fields) {
    const list = fields.any('accept') ?? [];
    if (!Array.isArray(list)) {
        fields.complain('accept', 'expected a list');
        return [];
    }
    return list.map((entry, index) => {
        const one = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `accept ${index + 1}`);
        const acceptance = {
            what: one.text('what', { required: true, expected: 'a rule, an advisory or a package' }),
            upTo: one.oneOf('up-to', lib_finding/* ADVISORY_SEVERITIES */.Wy, 'critical'),
            until: one.text('until', { required: true, expected: 'a day like 2026-12-31' }),
            reason: one.text('reason', { required: true }),
        };
        if (acceptance.until !== '' && !isDay(acceptance.until))
            one.complain('until', 'expected a day like 2026-12-31');
        one.refuseOthers();
        for (const problem of one.problems)
            fields.complain('accept', problem);
        return acceptance;
    });
}
function budgetsOf(fields) {
    return fields.list('budgets').flatMap((text) => {
        const budget = parseBudget(text);
        if (budget !== undefined)
            return [budget];
        fields.complain('budgets', `"${text}": expected a limit like "p95 <= 500ms", "error-rate < 1%" or "seo-score >= 90"`);
        return [];
    });
}
function textsOf(fields, name) {
    return Object.fromEntries(Object.entries(fields.map(name) ?? {}).map(([key, value]) => [key, String(value ?? '')]));
}
function limitsOf(fields, name, parse) {
    const limits = Object.entries(fields.map(name) ?? {}).map(([key, value]) => [key, parse(value)]);
    for (const [key, limit] of limits)
        if (limit === undefined)
            fields.complain(name, `"${key}": expected a percentage, or a size like 250kB`);
    return Object.fromEntries(limits.map(([key, limit]) => [key, limit ?? 0]));
}
function percentage(value) {
    return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;
}
function bytes(value) {
    const [, digits, unit = 'B'] = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|KiB|MiB)?$/.exec(String(value)) ?? [];
    const factor = UNITS[unit];
    return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}
function twice(gates, where) {
    const names = gates.map((gate) => gate.name);
    const repeated = new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index));
    return [...repeated].map((name) => `${where}: two gates are named "${name}"`);
}
function wrongOrder(gates, where) {
    const byName = new Map(gates.map((gate) => [gate.name, gate]));
    const problems = gates.flatMap((gate) => gate.after
        .filter((name) => !byName.has(name))
        .map((name) => `${where}, gate "${gate.name}": "after": there is no gate "${name}"`));
    const settled = new Set();
    for (let moved = true; moved;) {
        moved = false;
        for (const gate of gates)
            if (!settled.has(gate.name) && gate.after.every((name) => settled.has(name) || !byName.has(name))) {
                settled.add(gate.name);
                moved = true;
            }
    }
    const circle = gates.filter((gate) => !settled.has(gate.name)).map((gate) => gate.name);
    return circle.length === 0 ? problems : [...problems, `${where}: ${circle.join(', ')} wait for each other`];
}
function parseYaml(yaml, where) {
    try {
        return load(yaml);
    }
    catch (thrown) {
        if (!(thrown instanceof YAMLException))
            throw thrown;
        const at = thrown.mark === undefined ? '' : ` in line ${thrown.mark.line + 1}, column ${thrown.mark.column + 1}`;
        throw new errors/* InputError */.dz(`${where}: not readable as YAML${at}: ${yamlReason(thrown.reason)}`);
    }
}

;// CONCATENATED MODULE: ./packages/quality/lib/detect.js




const LOCKFILES = {
    npm: ['package-lock.json', 'npm-shrinkwrap.json'],
    pnpm: ['pnpm-lock.yaml'],
    yarn: ['yarn.lock'],
    bun: ['bun.lock', 'bun.lockb'],
};
const MIGRATIONS = 'supabase/migrations';
function lookAt(root) {
    const path = (0,external_node_path_.join)(root, 'package.json');
    let manifest;
    try {
        manifest = JSON.parse(withoutMark((0,external_node_fs_.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${path}: missing or not JSON; check out the repository first, or declare "gates"`, {
            cause,
        });
    }
    const own = (0,lib_fields/* isMap */.j)(manifest) ? manifest : {};
    const names = (key) => ((0,lib_fields/* isMap */.j)(own[key]) ? Object.keys(own[key]) : []);
    const scripts = (0,lib_fields/* isMap */.j)(own['scripts']) ? own['scripts'] : {};
    const has = (file) => (0,lib_source/* statOf */._N)((0,external_node_path_.join)(root, file)) !== undefined;
    return {
        manager: Object.keys(LOCKFILES).find((one) => LOCKFILES[one].some(has)),
        dependencies: new Set([...names('dependencies'), ...names('devDependencies')]),
        scripts: Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, String(script)])),
        installed: has('node_modules') || has('.pnp.cjs'),
        modernYarn: has('.yarnrc.yml') || /^yarn@(?!1\.)/.test(String(own['packageManager'])) || isModernLock(root),
        hasPolicies: createsPolicies((0,external_node_path_.join)(root, MIGRATIONS)),
        has,
    };
}
const LOOKED_AT = 1_000_000;
function createsPolicies(folder) {
    if ((0,lib_source/* statOf */._N)(folder)?.isDirectory() !== true)
        return false;
    const files = (0,external_node_fs_.readdirSync)(folder).filter((name) => name.endsWith('.sql'));
    return files.some((name) => {
        const path = (0,external_node_path_.join)(folder, name);
        const stat = (0,lib_source/* statOf */._N)(path);
        const isShort = stat?.isFile() === true && stat.size <= LOOKED_AT;
        return isShort && /\bcreate\s+policy\b/i.test((0,external_node_fs_.readFileSync)(path, 'utf8'));
    });
}
function isModernLock(root) {
    const path = (0,external_node_path_.join)(root, 'yarn.lock');
    return (0,lib_source/* statOf */._N)(path)?.isFile() === true && /^__metadata:/m.test((0,external_node_fs_.readFileSync)(path, 'utf8').slice(0, 2_000));
}
function detectGates(project) {
    const gates = [];
    const found = [];
    const left = [];
    const add = (why, gate) => {
        gates.push(gate);
        found.push(`${String(gate['name'])}: ${why}`);
    };
    lint(project, add, left);
    types(project, add, left);
    tests(project, add, left);
    audit(project, add, left);
    add('built in; files as they are now, not their history', { name: 'secrets', uses: 'secrets' });
    if (project.dependencies.has('next') && project.scripts['build'] !== undefined)
        left.push('build and bundle: a build needs your environment; declare a gate with "format: next-build" after it');
    if (project.dependencies.has('@playwright/test'))
        left.push('playwright: it needs browsers and a server; declare a gate with its junit reporter');
    if (project.has(MIGRATIONS)) {
        left.push(`${MIGRATIONS}: use the migrate action with "command: lint"`);
        left.push('advisors: declare a gate with "format: supabase-advisors" and a database for `supabase db advisors`');
    }
    if (project.hasPolicies)
        left.push('tenants: policies keep rows apart; set "tenant-audit: worse", or use the tenant-audit action');
    left.push('licenses: declare a gate with "format: licenses" and the allowed ones in "allow"');
    return { gates, found, left };
}
function lint(project, add, left) {
    if (project.dependencies.has('eslint')) {
        const report = '$LOCKSTEP_REPORTS/eslint.json';
        const run = `${exec(project)} eslint . --format json --output-file "${report}"`;
        add('eslint', { name: 'lint', run, report, format: 'eslint', timeout: '10m' });
    }
    else if (project.dependencies.has('@biomejs/biome')) {
        add('biome, by its exit code', { name: 'lint', run: `${exec(project)} biome ci .` });
    }
    else if (project.scripts['lint'] !== undefined) {
        add('the script "lint", by its exit code', { name: 'lint', run: `${project.manager ?? 'npm'} run lint` });
    }
    else {
        left.push('lint: neither eslint nor biome nor a script "lint"');
    }
}
function types(project, add, left) {
    if (project.dependencies.has('typescript') && project.has('tsconfig.json')) {
        const run = `${exec(project)} tsc --noEmit --pretty false`;
        add('typescript', { name: 'types', run, report: 'stdout', format: 'typescript' });
    }
    else {
        left.push('types: no typescript with a tsconfig.json');
    }
}
function tests(project, add, left) {
    const report = '$LOCKSTEP_REPORTS/tests.json';
    const ratchet = '.lockstep/coverage.json';
    const withCoverage = project.has(ratchet);
    const folder = '"$LOCKSTEP_REPORTS/coverage"';
    if (project.dependencies.has('vitest')) {
        const coverage = ` --coverage.enabled --coverage.reporter=json-summary --coverage.reportsDirectory=${folder}`;
        const run = `${exec(project)} vitest run --reporter=default --reporter=json --outputFile.json="${report}"`;
        add('vitest', { name: 'tests', run: `${run}${withCoverage ? coverage : ''}`, report, format: 'jest' });
    }
    else if (project.dependencies.has('jest')) {
        const coverage = ` --coverage --coverageReporters=json-summary --coverageDirectory=${folder}`;
        const run = `${exec(project)} jest --ci --json --outputFile="${report}"`;
        add('jest', { name: 'tests', run: `${run}${withCoverage ? coverage : ''}`, report, format: 'jest' });
    }
    else if (project.scripts['test'] !== undefined) {
        add('the script "test", by its exit code', { name: 'tests', run: `${project.manager ?? 'npm'} run test` });
        return;
    }
    else {
        left.push('tests: neither vitest nor jest nor a script "test"');
        return;
    }
    if (!withCoverage) {
        left.push(`coverage: commit ${ratchet} ({"lines": 0}) to have it measured and enforced`);
        return;
    }
    const summary = '$LOCKSTEP_REPORTS/coverage/coverage-summary.json';
    add('coverage, enforced by its ratchet', {
        name: 'coverage',
        report: summary,
        format: 'istanbul',
        after: ['tests'],
        ratchet,
        tolerance: 0.1,
    });
}
function audit(project, add, left) {
    const found = auditOf(project);
    if (found === undefined) {
        left.push('audit: no lockfile');
        return;
    }
    const [format, run] = found;
    add(`${run.replace(/ --.*/, '')}, high and above`, { name: 'audit', run, report: 'stdout', format, retry: 2 });
}
function auditOf(project) {
    switch (project.manager) {
        case 'npm':
        case 'pnpm':
            return [`${project.manager}-audit`, `${project.manager} audit --json`];
        case 'yarn':
            return project.modernYarn
                ? ['yarn-npm-audit', 'yarn npm audit --all --recursive --no-deprecations --json']
                : ['yarn-audit', 'yarn audit --json'];
        case 'bun':
            return ['bun-audit', 'bun audit --json'];
        case undefined:
            return undefined;
    }
}
function exec({ manager }) {
    if (manager === 'pnpm')
        return 'pnpm exec';
    if (manager === 'yarn')
        return 'yarn run';
    return manager === 'bun' ? 'bun x --no-install' : 'npx --no-install';
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/gates.js



function findGates(values, shell) {
    if (values.gates !== '')
        return { gates: parseGates(values.gates, 'gates'), from: 'declared in the input "gates"', detected: undefined };
    const path = (0,external_node_path_.resolve)(shell.env.workspace, values.config);
    if ((0,external_node_fs_.existsSync)(path)) {
        const gates = parseGates((0,external_node_fs_.readFileSync)(path, 'utf8'), values.config);
        return { gates, from: `declared in ${values.config}`, detected: undefined };
    }
    const project = lookAt(shell.env.workspace);
    const { gates, found, left } = detectGates(project);
    for (const line of found)
        shell.log.info(`found: ${line}`);
    for (const line of left)
        shell.log.info(`not run: ${line}`);
    if (!project.installed)
        shell.log.warning('there is no node_modules: install the dependencies in an earlier step');
    return { gates: gatesOf(gates, 'detected gates'), from: 'detected', detected: gates };
}

// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __nccwpck_require__(896818);
;// CONCATENATED MODULE: ./packages/action-shell/lib/programs.js

const COMPLAINT_BYTES = 2_000;
async function readProgram(program, args, limits) {
    const { clock, mostBytes, signal, withinMs } = limits;
    const { exec } = await __nccwpck_require__.e(/* import() */ 296).then(__nccwpck_require__.bind(__nccwpck_require__, 519168));
    const printed = new Collected(mostBytes);
    const complaint = new Collected(COMPLAINT_BYTES);
    const listeners = {
        stdout: (piece) => printed.add(piece),
        stderr: (piece) => complaint.add(piece),
    };
    const options = { silent: true, ignoreReturnCode: true, listeners };
    const run = async () => await exec(program, [...args], options);
    const exitCode = await (0,deadline/* withDeadline */.N)(program, withinMs, run, { clock, signal });
    if (exitCode !== 0)
        throw new Error((0,lines/* oneLine */.T)(`${program} ended with ${exitCode}: ${complaint.text()}`, '; '));
    if (printed.isMore)
        throw new Error(`${program} printed more than ${mostBytes} bytes`);
    return printed.text();
}
class Collected {
    #most;
    #pieces = [];
    #bytes = 0;
    constructor(most) {
        this.#most = most;
    }
    add(piece) {
        if (this.#bytes < this.#most)
            this.#pieces.push(piece.subarray(0, this.#most - this.#bytes));
        this.#bytes += piece.length;
    }
    get isMore() {
        return this.#bytes > this.#most;
    }
    text() {
        return Buffer.concat(this.#pieces).toString('utf8');
    }
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/git.js

const WITHIN_MS = 120_000;
const MOST_BYTES = 256 << 20;
function gitIn(root, { clock, signal }) {
    const limits = { clock, signal, withinMs: WITHIN_MS, mostBytes: MOST_BYTES };
    return (args) => readProgram('git', ['-C', root, '-c', 'core.quotePath=false', ...args], limits);
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(487083);
;// CONCATENATED MODULE: ./packages/action-shell/lib/shape.js

const ok = (value) => ({ ok: true, value });
const no = { ok: false };
function field({ type, empty, others, expected, parse }, defaultText, options = {}) {
    return {
        default: defaultText,
        required: options.required ?? false,
        secret: options.secret ?? false,
        type,
        expected,
        empty,
        others,
        parse,
    };
}
function shape_text(defaultText, options = {}) {
    const parse = (value) => (options.pattern === undefined || options.pattern.test(value) ? ok(value) : no);
    const form = { type: 'text', expected: options.expected ?? 'some text', empty: '', others: ['text'], parse };
    return field(form, defaultText, options);
}
const shape_hidden = {
    empty: new secret/* Secret */.z(''),
    others: [new secret/* Secret */.z('-', 'part')],
    parse: (value) => ok(new secret/* Secret */.z(value)),
};
function shape_secret(options = {}) {
    return field({ type: 'secret', expected: 'a secret', ...shape_hidden }, undefined, { ...options, secret: true });
}
function described(field, description) {
    return { ...field, description };
}
function token(defaultText) {
    return field({ type: 'secret', expected: 'a token', ...shape_hidden }, defaultText, { secret: true });
}
function jobStatus() {
    return described(shape_text('${{ job.status }}'), 'Set by the action itself; it passes the result of the job to the post step.');
}
function commit() {
    return shape_text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
}
function oneOf(words, defaultWord, options = {}) {
    const known = words;
    const parse = (value) => (known.includes(value) ? ok(value) : no);
    return field({
        type: words.map((word) => `\`${word}\``).join(', '),
        expected: `one of ${words.filter((word) => word !== '').join(', ')}${words.includes('') ? ', or nothing' : ''}`,
        empty: defaultWord ?? '',
        others: words,
        parse,
    }, defaultWord, options);
}
function flag(defaultValue) {
    const parse = (value) => (value === 'true' ? ok(true) : value === 'false' ? ok(false) : no);
    const form = { type: 'boolean', expected: 'true or false', empty: defaultValue, others: [!defaultValue], parse };
    return field(form, String(defaultValue));
}
function shape_duration(defaultText, options = {}) {
    const parse = (value) => {
        const ms = parseDuration(value);
        return ms === undefined ? no : ok(ms);
    };
    const empty = defaultText === undefined ? undefined : parseDuration(defaultText);
    return field({ type: 'duration', expected: 'a duration like 200ms, 30s or 5m', empty, others: [60_000], parse }, defaultText, options);
}
function integer(defaultValue, range = {}) {
    return numeric({ type: 'integer', what: 'a whole number' }, /^-?\d{1,15}$/, defaultValue, range);
}
function decimal(defaultValue, range = {}) {
    return numeric({ type: 'number', what: 'a number' }, /^-?\d{1,15}(\.\d{1,15})?$/, defaultValue, range);
}
function numeric({ type, what }, form, defaultValue, range) {
    const { min = -Infinity, max = Infinity } = range;
    const parse = (value) => {
        const n = Number(value);
        return form.test(value) && n >= min && n <= max ? ok(n) : no;
    };
    const limits = [min === -Infinity ? '' : ` from ${min}`, max === Infinity ? '' : ` up to ${max}`].join('');
    const others = [min === -Infinity ? 1 : min];
    const words = { type, expected: `${what}${limits}`, empty: defaultValue, others, parse };
    return field(words, defaultValue?.toString(), range);
}
function list(defaultText, options = {}) {
    const parse = (value) => ok(parseList(value));
    return field({ type: 'list', expected: 'one value a line', empty: parseList(defaultText ?? ''), others: [['text']], parse }, defaultText, options);
}
function url(defaultText, options = {}) {
    const empty = defaultText === undefined || defaultText === '' ? undefined : new URL(defaultText);
    return field({
        ...{ type: 'URL', expected: 'a URL that starts with https:// or http://', parse: parseUrl },
        ...{ empty, others: [new URL('https://example.com')] },
    }, defaultText, options);
}
function parseUrl(value) {
    if (!URL.canParse(value))
        return no;
    const parsed = new URL(value);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? ok(parsed) : no;
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/inputs.js

const inputs = {
    gates: shape_text(),
    config: shape_text('.lockstep/quality.yml'),
    concurrency: integer(undefined, { min: 1, max: 64 }),
    baseline: shape_text('.lockstep/baseline.json'),
    'write-baseline': flag(false),
    'on-unknown': oneOf(['fail', 'warn'], 'fail'),
    'base-sha': shape_text(undefined, { pattern: /^[0-9a-f]{40}$/, expected: 'a whole commit id' }),
    'check-run': flag(false),
    'check-name': shape_text('Lockstep quality'),
    'github-token': token('${{ github.token }}'),
    'dry-run': flag(false),
};

;// CONCATENATED MODULE: ./actions/quality-gate/lib/links.js


function linksTo(env, head) {
    const { owner, repo } = env.repository;
    if (owner === '' || repo === '' || head === '')
        return () => undefined;
    const base = `${env.serverUrl}/${owner}/${repo}`;
    const pull = env.event()['pull_request'];
    const number = (0,lib_fields/* isMap */.j)(pull) && typeof pull['number'] === 'number' ? pull['number'] : undefined;
    return ({ finding: { file, line }, inDiff }) => {
        if (file === undefined)
            return undefined;
        if (inDiff && number !== undefined && line !== undefined)
            return `${base}/pull/${number}/files#diff-${(0,external_node_crypto_().createHash)('sha256').update(file).digest('hex')}R${line}`;
        const path = file.split('/').map(encodeURIComponent).join('/');
        return `${base}/blob/${head}/${path}${line === undefined ? '' : `#L${line}`}`;
    };
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/run.js













const action = defineAction({ name: 'quality-gate', inputs: inputs, run });
async function run(values, shell) {
    const found = findGates(values, shell);
    if (values['dry-run'])
        return dryRun(found, shell);
    const root = shell.env.workspace;
    const reportDirectory = (0,external_node_path_.join)(shell.env.tempDir, `lockstep-quality-${shell.instance}`);
    const baseline = readBaseline((0,external_node_path_.resolve)(root, values.baseline));
    const readGit = gitIn(root, shell);
    const console = new GateConsole(shell.log);
    const results = await runGates(found.gates, {
        root,
        reportDirectory,
        concurrency: values.concurrency ?? (0,external_node_os_namespaceObject().availableParallelism)(),
        baseline,
        env: process.env,
        clock: shell.clock,
        signal: shell.signal,
        runCommand: runCommand,
        readGit,
        onStart: (gate, attempt) => console.started(gate, attempt),
        onEnd: (result) => console.ended(result),
    });
    await console.close();
    const commits = commitsOf(shell.env.event(), shell.env.sha);
    const changed = await changedSince(readGit, values['base-sha'] || commits.base);
    if (changed === undefined)
        shell.log.debug('the changed lines are not known: the checkout does not contain the base commit');
    const ordered = inOrderOfInterest(results, changed);
    const verdict = verdictOfGates(results);
    const onUnknown = values['on-unknown'];
    const linkOf = linksTo(shell.env, commits.head);
    const files = writeReports(reportDirectory, { verdict, results, ordered, baseline, onUnknown, linkOf });
    if (values['write-baseline'])
        for (const path of writeCommitted({ root, baseline: values.baseline, reportDirectory }, files, results))
            shell.log.info(`wrote ${path}: commit it`);
    annotateFindings(shell, ordered, countFindings(results));
    const [outcomeLine = '', ...shown] = summaryBlocks(results, ordered, onUnknown, linkOf);
    for (const block of [outcomeHeading(results, onUnknown), ...shown])
        shell.summary.add(block);
    const outcome = run_outcomeOf(results, values);
    if (values['check-run']) {
        const summary = [outcomeLine, ...shown].join('\n\n');
        const words = { title: outcome.message, summary, findings: countFindings(results), ordered };
        const state = { passes: outcome.passes === true, certain: verdict === 'pass' };
        const { writeCheck } = await __nccwpck_require__.e(/* import() */ 277).then(__nccwpck_require__.bind(__nccwpck_require__, 660824));
        await writeCheck(values, shell, commits.head, { ...words, ...state }).catch((error) => shell.log.warning(`the check run was not written: ${(0,errors/* describe */.q0)(error)}; the step summary has everything`));
    }
    return {
        ...outcome,
        verdict,
        outputs: {
            'failed-gates': results.filter((result) => blocks(result, onUnknown)).map(({ gate }) => gate.name),
            'report-path': files.reportPath,
            'report-directory': reportDirectory,
            'summary-path': files.summaryPath,
            'comment-path': files.commentPath,
            'rows-path': files.rowsPath,
            'sarif-path': files.sarifPath,
            'baseline-path': files.baselinePath ?? '',
        },
    };
}
function run_outcomeOf(results, values) {
    const blocking = results.filter((result) => blocks(result, values['on-unknown']));
    const words = (some) => (0,lists/* nameSome */.Kf)(some.map(({ gate, judgement: { message, reason, verdict } }) => verdict === 'fail' ? `${gate.name} (${message})` : `${gate.name} (${reason}: ${message})`), 5);
    if (blocking.length > 0) {
        const failed = blocking.some(({ judgement }) => judgement.verdict === 'fail');
        const verb = blocking.length === 1 ? 'blocks' : 'block';
        const message = `${blocking.length} of ${(0,lists/* count */.U9)(results.length, 'gate')} ${verb}: ${words(blocking)}`;
        return { reason: failed ? 'gate-failed' : 'gate-unknown', message, passes: false };
    }
    const unsure = results.filter(({ gate, judgement }) => gate.required && judgement.verdict === 'unknown');
    if (unsure.length > 0) {
        const verb = unsure.length === 1 ? 'is' : 'are';
        const message = `${words(unsure)} ${verb} inconclusive (allowed by "on-unknown: warn")`;
        return { reason: 'passed-with-unknown', message, passes: true };
    }
    return { reason: 'passed', message: `${(0,lists/* count */.U9)(results.length, 'gate')}, none blocks`, passes: true };
}
function countFindings(results) {
    return results.reduce((sum, { judgement }) => sum + judgement.findings.length, 0);
}
function dryRun(found, shell) {
    const names = (0,lists/* nameSome */.Kf)(found.gates.map((gate) => gate.name), 20);
    if (found.detected !== undefined)
        shell.log.foreign(`gates:\n${found.detected.map((gate) => `  - ${JSON.stringify(gate)}`).join('\n')}`);
    for (const gate of found.gates)
        shell.log.info(`would run ${gate.name}: ${gate.run ?? gate.uses ?? gate.reports.join(', ')}`);
    return { verdict: 'pass', reason: 'dry-run', message: `would run ${names} (${found.from}); nothing was run` };
}


/***/ }),

/***/ 991619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: external "os"
let external_os__kept;
const external_os_ = () => (external_os__kept ??= __nccwpck_require__(247035));
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/utils.js
function toCommandValue(n){return null==n?"":"string"==typeof n||n instanceof String?n:JSON.stringify(n)}function toCommandProperties(n){return Object.keys(n).length?{title:n.title,file:n.file,line:n.startLine,endLine:n.endLine,col:n.startColumn,endColumn:n.endColumn}:{}}

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/command.js
function command_issueCommand(e,t,r){let s=new Command(e,t,r);process.stdout.write(s.toString()+external_os_().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,r){e||(e="missing.command"),this.command=e,this.properties=t,this.message=r}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let r in this.properties)if(this.properties.hasOwnProperty(r)){let s=this.properties[r];s&&(t?t=!1:e+=",",e+=`${r}=${escapeProperty(s)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}

;// CONCATENATED MODULE: external "crypto"
let external_crypto_namespaceObject_kept;
const external_crypto_namespaceObject = () => (external_crypto_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto"));
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(15945);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let t=process.env[`GITHUB_${e}`];if(!t)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_.existsSync(t))throw Error(`Missing file at path: ${t}`);external_fs_.appendFileSync(t,`${toCommandValue(n)}${external_os_().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let t=`ghadelimiter_${external_crypto_namespaceObject().randomUUID()}`,r=toCommandValue(n);if(e.includes(t))throw Error(`Unexpected input: name should not contain the delimiter "${t}"`);if(r.includes(t))throw Error(`Unexpected input: value should not contain the delimiter "${t}"`);return`${e}<<${t}${external_os_().EOL}${r}${external_os_().EOL}${t}`}var external_path_=__nccwpck_require__(502408);

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/core.js
var ExitCode,__awaiter=function(e,n,t,o){return new(t||(t=Promise))(function(r,i){function s(e){try{a(o.next(e))}catch(e){i(e)}}function u(e){try{a(o.throw(e))}catch(e){i(e)}}function a(e){var n;e.done?r(e.value):((n=e.value)instanceof t?n:new t(function(e){e(n)})).then(s,u)}a((o=o.apply(e,n||[])).next())})};function exportVariable(e,n){let t=toCommandValue(n);if(process.env[e]=t,process.env.GITHUB_ENV||0)return file_command_issueFileCommand("ENV",prepareKeyValueMessage(e,n));command_issueCommand("set-env",{name:e},t)}function setSecret(e){command_issueCommand("add-mask",{},e)}function addPath(e){process.env.GITHUB_PATH?issueFileCommand("PATH",e):issueCommand("add-path",{},e),process.env.PATH=`${e}${path.delimiter}${process.env.PATH}`}function getInput(e,n){let t=process.env[`INPUT_${e.replace(/ /g,"_").toUpperCase()}`]||"";if(n&&n.required&&!t)throw Error(`Input required and not supplied: ${e}`);return n&&!1===n.trimWhitespace?t:t.trim()}function getMultilineInput(e,n){let t=getInput(e,n).split("\n").filter(e=>""!==e);return n&&!1===n.trimWhitespace?t:t.map(e=>e.trim())}function getBooleanInput(e,n){let t=getInput(e,n);if(["true","True","TRUE"].includes(t))return!0;if(["false","False","FALSE"].includes(t))return!1;throw TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${e}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``)}function setOutput(e,n){if(process.env.GITHUB_OUTPUT)return file_command_issueFileCommand("OUTPUT",prepareKeyValueMessage(e,n));process.stdout.write(external_os_().EOL),command_issueCommand("set-output",{name:e},toCommandValue(n))}function setCommandEcho(e){issue("echo",e?"on":"off")}function setFailed(e){process.exitCode=ExitCode.Failure,error(e)}function isDebug(){return"1"===process.env.RUNNER_DEBUG}function debug(e){command_issueCommand("debug",{},e)}function error(e,n={}){command_issueCommand("error",toCommandProperties(n),e instanceof Error?e.toString():e)}function warning(e,n={}){command_issueCommand("warning",toCommandProperties(n),e instanceof Error?e.toString():e)}function notice(e,n={}){command_issueCommand("notice",toCommandProperties(n),e instanceof Error?e.toString():e)}function info(e){process.stdout.write(e+external_os_().EOL)}function startGroup(e){command_issue("group",e)}function endGroup(){command_issue("endgroup")}function group(e,n){return __awaiter(this,void 0,void 0,function*(){let t;startGroup(e);try{t=yield n()}finally{endGroup()}return t})}function saveState(e,n){if(process.env.GITHUB_STATE)return file_command_issueFileCommand("STATE",prepareKeyValueMessage(e,n));command_issueCommand("save-state",{name:e},toCommandValue(n))}function getState(e){return process.env[`STATE_${e}`]||""}function getIDToken(e){return __awaiter(this,void 0,void 0,function*(){return yield OidcClient.getIDToken(e)})}!function(e){e[e.Success=0]="Success",e[e.Failure=1]="Failure"}(ExitCode||(ExitCode={}));var redact=__nccwpck_require__(580229),secret_forms=__nccwpck_require__(399624),secret=__nccwpck_require__(487083),errors=__nccwpck_require__(203906),lists=__nccwpck_require__(672435);

;// CONCATENATED MODULE: ./packages/action-shell/lib/budgets.js

const SUMMARY_LIMIT_BYTES = 900_000;
const ANNOTATIONS_PER_LEVEL = 10;
const TAIL_BYTES = 120;
function fitBlocks(blocks, limit) {
    const all = blocks.join('\n\n');
    if (all === '' || Buffer.byteLength(all) < limit)
        return all === '' ? '' : `${all}\n`;
    const sizes = blocks.map((block) => Buffer.byteLength(block) + 2);
    const room = limit - TAIL_BYTES;
    const kept = countThatFit(sizes, room);
    const left = room - sizes.slice(0, kept).reduce((sum, size) => sum + size, 0);
    const cut = left > 2 * TAIL_BYTES ? blocks.slice(kept, kept + 1).map((block) => fitLines(block, left)) : [];
    const hidden = blocks.length - kept - cut.length;
    const tail = hidden === 0 ? [] : [`… and ${(0,lists/* count */.U9)(hidden, 'more block')} that did not fit; the log has everything.`];
    return `${[...blocks.slice(0, kept), ...cut, ...tail].join('\n\n')}\n`;
}
function fitLines(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const lines = text.split('\n');
    const room = Math.max(0, limit - TAIL_BYTES);
    const kept = countThatFit(lines.map((line) => Buffer.byteLength(line) + 1), room);
    if (kept > 0)
        return `${lines.slice(0, kept).join('\n')}\n\n… and ${(0,lists/* count */.U9)(lines.length - kept, 'more line')} that did not fit`;
    const start = Buffer.from(text)
        .subarray(0, room)
        .toString('utf8')
        .replace(/\uFFFD$/, '')
        .split('\n', 1)[0] ?? '';
    const missing = Buffer.byteLength(text) - Buffer.byteLength(start);
    return `${start}\n\n… and ${(0,lists/* count */.U9)(missing, 'more byte')} that did not fit`;
}
function countThatFit(sizes, room) {
    let used = 0;
    const over = sizes.findIndex((size) => {
        used += size;
        return used > room;
    });
    return over < 0 ? sizes.length : over;
}
function fitCount(items, places) {
    if (items.length <= places)
        return { shown: items, hidden: 0 };
    return { shown: items.slice(0, places - 1), hidden: items.length - places + 1 };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/file-command.js



const PLACES = {
    output: { variable: 'GITHUB_OUTPUT', print: setOutput },
    state: { variable: 'GITHUB_STATE', print: saveState },
    variable: { variable: 'GITHUB_ENV', print: exportVariable },
};
function giveRunner(kind, name, value) {
    const { variable, print } = PLACES[kind];
    const path = process.env[variable] ?? '';
    const text = value instanceof secret/* Secret */.z ? value.reveal() : textOf((0,redact/* redactData */.Ed)({ [name]: value })[name]);
    if (path === '')
        return void print(name, text);
    if (kind === 'variable')
        process.env[name] = text;
    (0,external_node_fs_.appendFileSync)(path, keyValue(name, text));
}
function keyValue(name, value) {
    let end = 'lockstep_end';
    while (value.includes(end))
        end += '_';
    return `${name}<<${end}\n${value}\n${end}\n`;
}
function textOf(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/edge.js






const emit = { error: error, warning: warning, notice: notice };
class Edge {
    #annotations = [];
    #blocks = [];
    #hold;
    log;
    summary = { add: (block) => void this.#blocks.push((0,redact/* redactText */.Rd)(block).trimEnd()) };
    constructor() {
        this.log = {
            info: (line) => info(harmless((0,redact/* redactText */.Rd)(line))),
            debug: (line) => (isDebug() ? debug((0,redact/* redactText */.Rd)(line)) : undefined),
            warning: (line) => this.#say('warning', line),
            notice: (line) => this.#say('notice', line),
            group: (title, work) => group(harmless((0,redact/* redactText */.Rd)(title)), work),
            foreign,
        };
    }
    annotate(annotation) {
        this.#annotations.push((0,redact/* redactData */.Ed)(annotation));
    }
    annotateFirst(annotations) {
        this.#annotations.unshift(...annotations.map((annotation) => (0,redact/* redactData */.Ed)(annotation)));
    }
    holdSummary(hold) {
        this.#hold = hold;
    }
    mask(secret) {
        for (const form of (0,secret_forms/* secretForms */.eo)(secret.reveal()))
            setSecret(form);
    }
    outputs(values) {
        for (const [name, value] of Object.entries(values)) {
            if (value instanceof secret/* Secret */.z)
                this.mask(value);
            giveRunner('output', name, value);
        }
    }
    exportVariable(name, value) {
        giveRunner('variable', name, value);
    }
    flush() {
        for (const level of ['error', 'warning', 'notice']) {
            const all = this.#annotations.filter((annotation) => annotation.level === level);
            const { shown, hidden } = fitCount(all, ANNOTATIONS_PER_LEVEL);
            for (const annotation of shown)
                emit[level](annotation.message, properties(annotation));
            if (hidden > 0)
                emit[level](`… and ${hidden} more; all of them are in the log`);
            for (const annotation of all.slice(shown.length))
                info(harmless(`${level}: ${place(annotation)}${annotation.message}`));
        }
        this.#annotations.length = 0;
        const path = process.env['GITHUB_STEP_SUMMARY'];
        const text = fitBlocks(this.#blocks, SUMMARY_LIMIT_BYTES);
        this.#blocks.length = 0;
        if (text === '' || this.#isHeld(text))
            return;
        if (path !== undefined && path !== '')
            this.#append(path, text);
    }
    #isHeld(text) {
        try {
            return this.#hold?.(text) ?? false;
        }
        catch (error) {
            this.log.debug(`the summary could not be kept for the page of the release: ${(0,errors/* describe */.q0)(error)}`);
            return false;
        }
    }
    #append(path, text) {
        try {
            (0,external_node_fs_.appendFileSync)(path, text);
        }
        catch (error) {
            warning(`the step summary could not be written: ${(0,errors/* describe */.q0)(error)}`);
        }
    }
    #say(level, line) {
        this.log.info(`${level}: ${line}`);
        this.annotate({ level, message: line });
    }
}
function harmless(line) {
    return line.replace(/^([^\S\n\r\u2028\u2029]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
function foreign(text) {
    const token = (0,external_node_crypto_().randomUUID)();
    info(`::stop-commands::${token}`);
    info((0,redact/* redactText */.Rd)(text));
    info(`::${token}::`);
}
function place(annotation) {
    if (annotation.file === undefined)
        return '';
    return `${annotation.file}${annotation.line === undefined ? '' : `:${annotation.line}`}: `;
}
function properties(annotation) {
    return {
        ...(annotation.title === undefined ? {} : { title: annotation.title }),
        ...(annotation.file === undefined ? {} : { file: annotation.file }),
        ...(annotation.line === undefined ? {} : { startLine: annotation.line }),
        ...(annotation.column === undefined ? {} : { startColumn: annotation.column }),
    };
}

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+github@9.1.1_patch_hash=b420892019d1f5abc2287869812bc38aa2c96072bb4527098c5db269b8f758de/node_modules/@actions/github/lib/context.js
class Context{constructor(){var e,s,r;if(this.payload={},process.env.GITHUB_EVENT_PATH)if((0,external_fs_.existsSync)(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse((0,external_fs_.readFileSync)(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let e=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${external_os_().EOL}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=null!=(e=process.env.GITHUB_API_URL)?e:"https://api.github.com",this.serverUrl=null!=(s=process.env.GITHUB_SERVER_URL)?s:"https://github.com",this.graphqlUrl=null!=(r=process.env.GITHUB_GRAPHQL_URL)?r:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,s]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:s}}if(this.payload.repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'")}}

;// CONCATENATED MODULE: ./packages/action-shell/lib/environment.js




function readEnvironment() {
    const context = contextWithoutEvent();
    const runId = context.runId || 0;
    const runAttempt = context.runAttempt || 1;
    const { owner, repo } = repositoryOf(context);
    const serverUrl = context.serverUrl || 'https://github.com';
    const workspace = variable('GITHUB_WORKSPACE') || process.cwd();
    return {
        repository: { owner, repo },
        sha: context.sha ?? '',
        ref: context.ref ?? '',
        runId,
        runAttempt,
        actor: variable('GITHUB_TRIGGERING_ACTOR') || (context.actor ?? ''),
        workflow: context.workflow ?? '',
        job: context.job ?? '',
        eventName: context.eventName ?? '',
        serverUrl,
        apiUrl: context.apiUrl || 'https://api.github.com',
        runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
        tempDir: variable('RUNNER_TEMP') || (0,external_node_path_.join)(workspace, '.lockstep'),
        workspace,
        event: readEvent,
    };
}
const EVENT_PATH = 'GITHUB_EVENT_PATH';
function variable(name) {
    return process.env[name] ?? '';
}
function contextWithoutEvent() {
    const path = process.env[EVENT_PATH];
    delete process.env[EVENT_PATH];
    try {
        return new Context();
    }
    finally {
        if (path !== undefined)
            process.env[EVENT_PATH] = path;
    }
}
function repositoryOf(context) {
    try {
        const { owner, repo = '' } = context.repo;
        return { owner, repo };
    }
    catch {
        return { owner: '', repo: '' };
    }
}
function readEvent() {
    const path = variable(EVENT_PATH);
    if (path !== '' && !(0,external_node_fs_.existsSync)(path))
        throw new errors/* InputError */.dz(`event payload ${path}: there is no such file`);
    try {
        return new Context().payload;
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`event payload ${path}: not readable as JSON`, { cause });
    }
}

;// CONCATENATED MODULE: ./packages/base/lib/failure.js

function failureOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const message = (0,errors/* describe */.q0)(error);
    if (error instanceof errors/* InputError */.dz)
        return { verdict: 'fail', reason: 'invalid-input', whose: 'caller', message, problems: error.problems };
    const unknown = (reason, whose = 'world') => ({ verdict: 'unknown', reason, whose, message, problems: [] });
    if (error instanceof errors/* RemoteError */.Hi)
        return unknown('remote-error');
    if (error instanceof errors/* CancelledError */.cc)
        return unknown('cancelled');
    if (error instanceof errors/* DeadlineError */.j3)
        return unknown('deadline');
    return unknown('internal-error', 'ours');
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/failure.js

function outcomeOfError(thrown) {
    const { message, problems, reason, verdict, whose } = failureOf(thrown);
    if (whose === 'ours')
        return {
            verdict,
            reason,
            message: `a fault of Lockstep itself, please report it with the debug log: ${message}`,
        };
    const causes = problems.map((problem) => ({ message: problem }));
    return { verdict, reason, message, ...(causes.length === 0 ? {} : { causes }) };
}
function stackOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const ours = ![errors/* InputError */.dz, errors/* RemoteError */.Hi, errors/* CancelledError */.cc, errors/* DeadlineError */.j3].some((kind) => error instanceof kind);
    return ours ? error.stack : undefined;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/journal-state.js
const KEPT_BY_EARLIER = ['kept-after-traffic', 'kept-by-request', 'kept-data', 'kept-for-others'];
function readResult(written) {
    return { ...written, kept: written.kept ?? KEPT_BY_EARLIER.includes(written.reason) };
}
function foldJournal(written) {
    const entries = written.map((entry) => entry.kind === 'undone' ? { ...entry, result: readResult(entry.result) } : entry);
    const head = entries.find((entry) => entry.kind === 'release');
    if (head === undefined)
        return undefined;
    const held = entries.find((entry) => entry.kind === 'held');
    const committed = entries.some((entry) => entry.kind === 'committed');
    const undoStarted = entries.find((entry) => entry.kind === 'undo-started');
    const undone = new Map();
    for (const entry of entries)
        if (entry.kind === 'undone')
            undone.set(entry.instance, entry.result);
    return {
        release: head.release,
        state: committed ? 'committed' : held === undefined ? 'open' : 'held',
        heldBecause: held?.reason,
        traffic: entries.findLast((entry) => entry.kind === 'traffic')?.traffic ?? 'untouched',
        undoStartedAt: undoStarted === undefined ? undefined : Date.parse(undoStarted.at),
        undone: [...undone.values()],
        entries,
    };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/journal.js



const JOURNAL_VARIABLE = 'LOCKSTEP_JOURNAL';
class Journal {
    path;
    #action;
    #instance;
    #clock;
    constructor(path, writer) {
        this.path = path;
        this.#action = writer.action;
        this.#instance = writer.instance;
        this.#clock = writer.clock;
    }
    exists() {
        return (0,external_node_fs_.existsSync)(this.path);
    }
    read() {
        const state = foldJournal(readEntries(this.path));
        if (state === undefined)
            throw new errors/* InputError */.dz(`release journal ${this.path}: holds no release; run "release begin" first`);
        return state;
    }
    open(release) {
        if ((0,external_node_fs_.existsSync)(this.path))
            throw new errors/* InputError */.dz(`release journal ${this.path}: is there already; one job, one release`);
        const draft = `${this.path}.draft`;
        (0,external_node_fs_.writeFileSync)(draft, this.#line({ kind: 'release', release }, this.#action), { mode: 0o600, flush: true });
        (0,external_node_fs_.renameSync)(draft, this.path);
    }
    began(action, detail) {
        this.#append({ kind: 'began', ...(detail === undefined ? {} : { detail }) }, action);
    }
    finished(action, detail) {
        this.#append({ kind: 'finished', ...(detail === undefined ? {} : { detail }) }, action);
    }
    traffic(traffic, detail) {
        this.#append({ kind: 'traffic', traffic, ...(detail === undefined ? {} : { detail }) });
    }
    held(reason) {
        this.#append({ kind: 'held', reason });
    }
    committed() {
        this.#append({ kind: 'committed' });
    }
    undoStarted() {
        this.#append({ kind: 'undo-started' });
    }
    undone(action, result) {
        this.#append({ kind: 'undone', result: { action, kept: false, ...result } }, action);
    }
    note(note, detail) {
        this.#append({ kind: 'note', note, detail });
    }
    #append(fact, action = this.#action) {
        const line = this.#line(fact, action);
        const file = (0,external_node_fs_.openSync)(this.path, 'a+');
        try {
            (0,external_node_fs_.writeFileSync)(file, endsInMidLine(file) ? `\n${line}` : line);
            (0,external_node_fs_.fsyncSync)(file);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    #line(fact, action) {
        const at = new Date(this.#clock.now()).toISOString();
        return `${JSON.stringify({ at, action, instance: this.#instance, ...(0,redact/* redactData */.Ed)(fact) })}\n`;
    }
}
function endsInMidLine(file) {
    const { size } = (0,external_node_fs_.fstatSync)(file);
    if (size === 0)
        return false;
    const last = Buffer.alloc(1);
    (0,external_node_fs_.readSync)(file, last, 0, 1, size - 1);
    return last[0] !== 0x0a;
}
function readEntries(path) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`release journal ${path}: cannot be read; ${JOURNAL_VARIABLE} must not be changed within a job`, { cause });
    }
    return text.split('\n').flatMap((line) => {
        try {
            return line === '' ? [] : [JSON.parse(line)];
        }
        catch {
            return [];
        }
    });
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/known-release.js




const KEY = 'release';
function noteRelease(state, journal) {
    if (journal === undefined)
        return;
    const read = readOrWhy(journal);
    if (typeof read === 'string')
        return;
    state.save(KEY, { path: journal.path, release: read.release });
}
function knownRelease(state) {
    return state.get(KEY);
}
function refuseHiddenRelease(tempDir) {
    const folder = (0,external_node_path_.join)(tempDir, 'lockstep');
    const begun = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).filter((name) => /^release-.*\.jsonl$/.test(name)) : [];
    if (begun.length > 0)
        throw new errors/* InputError */.dz(`${JOURNAL_VARIABLE} is not set, although a release was begun in this job (${(0,external_node_path_.join)(folder, begun[0] ?? '')}): no step of the job may change it`);
}
function standingOf(known, named, at) {
    const path = known?.path ?? named;
    if (path === '')
        return { kind: 'none' };
    const journal = at(path);
    const state = readOrWhy(journal);
    if (typeof state !== 'string' && (known === undefined || state.release.id === known.release.id))
        return { kind: 'journal', journal, state };
    if (known === undefined)
        return { kind: 'none' };
    const why = typeof state === 'string' ? state : `release journal ${path}: is of another release, ${state.release.id}`;
    return { kind: 'lost', known, why };
}
function readOrWhy(journal) {
    try {
        return journal.read();
    }
    catch (error) {
        return (0,errors/* describe */.q0)(error);
    }
}
function resumeHint({ environment, service }) {
    const of = service === '' ? '' : `, "service: ${service}"`;
    return `resolve it with the rollback action, "to: finish", "environment: ${environment}"${of}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/proxy.js
async function honourProxy(env, log) {
    const wanted = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (env[name] ?? '') !== '');
    if (!wanted)
        return;
    const http = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 447779, 19));
    const set = http.setGlobalProxyFromEnv;
    if (set !== undefined)
        set();
    else if (env['NODE_USE_ENV_PROXY'] !== '1') {
        log.warning(`Node ${process.versions.node} of this runner goes around the proxy; update the runner, or set NODE_USE_ENV_PROXY to 1`);
    }
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/reason-link.js
function reasonLink(reason, env) {
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const repository = (env['GITHUB_ACTION_REPOSITORY'] ?? '').split('/').slice(0, 2).join('/') || 'lockstep-ci/lockstep';
    const ref = env['GITHUB_ACTION_REF'] || 'main';
    return `${server}/${repository}/blob/${ref}/docs/reasons.md#${reason}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/publish.js


function passes(outcome) {
    return outcome.passes ?? outcome.verdict === 'pass';
}
function publish({ action, edge }, outcome, part) {
    const failed = !passes(outcome);
    edge.log.info(`${action.name}: ${outcome.verdict} (${outcome.reason}): ${outcome.message}`);
    if (failed || outcome.verdict !== 'pass') {
        const level = failed ? 'error' : 'warning';
        const title = `${action.name}: ${outcome.reason}`;
        const link = reasonLink(outcome.reason, process.env);
        edge.log.info(`What it means and what to do: ${link}`);
        const [first = { message: outcome.message }, ...more] = outcome.causes ?? [];
        const causes = [{ ...first, message: `${first.message}\n${link}` }, ...more];
        edge.annotateFirst(causes.map((cause) => ({ level, title, ...cause })));
    }
    if (part === 'main') {
        edge.outputs({ ...outcome.outputs, verdict: outcome.verdict, reason: outcome.reason });
    }
    edge.flush();
    if (failed)
        process.exitCode = 1;
}
function publishError(speaker, error, part) {
    const stack = stackOf(error);
    if (stack !== undefined)
        speaker.edge.log.debug(stack);
    publish(speaker, outcomeOfError(error), part);
}
function onStrayError(tell) {
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => {
        tell(error);
        process.exit();
    });
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/action-shell/lib/cancelled-job.js
const WORKER_LIVES_MS = 285_000;
const STEP_ENDS_MS = 10_000;
const UNDO_DEADLINE_MS = 240_000;
const TELLING_MS = 12_000;
const TELLING_STEPS = 2;
const SLACK_MS = 11_000;
function tellingTime(wished, job) {
    return job === 'success' ? wished : Math.min(wished, TELLING_MS);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/lost-journal.js


async function ask({ post }, inputs, shell, { release }) {
    if (post?.witness === undefined)
        return 'unknown';
    try {
        return await post.witness(inputs, shell, release);
    }
    catch (error) {
        shell.log.warning(`the ledger could not be read about release ${release.id}: ${(0,errors/* describe */.q0)(error)}`);
        return 'unknown';
    }
}
async function undoWithoutJournal(action, inputs, shell, lost) {
    const { known, why } = lost;
    const says = await ask(action, inputs, shell, known);
    if (says === 'released') {
        shell.log.warning(`${why}; the ledger says that release ${known.release.id} was committed, so nothing is undone`);
        return undefined;
    }
    const certain = says === 'not-released' && shell.jobStatus !== 'success';
    const undone = certain ? await action.post?.run(inputs, shell) : undefined;
    const what = undone === undefined ? `${action.name} undid nothing` : `${action.name}: ${undone.reason}: ${undone.message}`;
    return {
        verdict: 'unknown',
        reason: 'journal-lost',
        message: `release ${known.release.id} is unresolved: ${why}; ${what}; ${resumeHint(known.release)}`,
        ...(undone?.left === undefined ? {} : { left: undone.left }),
    };
}
function unconfirmedCommit({ release }) {
    return {
        verdict: 'unknown',
        reason: 'commit-not-confirmed',
        message: `release ${release.id} is unresolved: its journal says committed, its ledger does not, and the job failed; nothing was undone; ${resumeHint(release)}`,
    };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/signals.js


function abortOnSignals() {
    const controller = new AbortController();
    (0,external_node_events_namespaceObject.setMaxListeners)(0, controller.signal);
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => controller.abort(new errors/* CancelledError */.cc(`cancelled by ${signal}`)));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
;// CONCATENATED MODULE: ./packages/action-shell/lib/held-summary.js


const materialOf = (journal) => `${journal}.summary`;
const usedOf = (journal) => `${materialOf(journal)}.used`;
function holdSummary(journal, action, markdown) {
    if (!(0,external_node_fs_.existsSync)(journal) || (0,external_node_fs_.existsSync)(usedOf(journal)))
        return false;
    (0,external_node_fs_.appendFileSync)(materialOf(journal), `${JSON.stringify({ action, markdown: (0,redact/* redactText */.Rd)(markdown) })}\n`, {
        mode: 0o600,
    });
    return true;
}
function takeSummaries(journal) {
    return takeMaterial(journal).flatMap((line) => {
        try {
            return line === '' ? [] : [titled(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
function takeMaterial(journal) {
    const material = materialOf(journal);
    try {
        appendFileSync(material, '', { mode: 0o600 });
        renameSync(material, usedOf(journal));
        return readFileSync(usedOf(journal), 'utf8').split('\n');
    }
    catch {
        return [];
    }
}
function titled({ action, markdown }) {
    const heading = /^\s*#+ (.+)\n/.exec(markdown);
    if (heading === null)
        return { title: action, markdown: markdown.trim() };
    return { title: heading[1] ?? action, markdown: markdown.slice(heading[0].length).trim() };
}

// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __nccwpck_require__(896818);
;// CONCATENATED MODULE: ./packages/action-shell/lib/read-inputs.js

function readInputs(shape, raw) {
    const values = {};
    const problems = [];
    const wrong = [];
    for (const [name, one] of Object.entries(shape)) {
        const { value, problem } = readInput(name, one, (0,lines/* trimAscii */.i)(raw(name)));
        values[name] = value;
        if (problem === undefined)
            continue;
        problems.push(problem);
        wrong.push(name);
    }
    return { values: values, problems, wrong };
}
function problemsBetween(shape, { values, wrong }, check) {
    let certain = check(values);
    for (const name of wrong)
        for (const other of shape[name]?.others ?? []) {
            if (certain.length === 0)
                return [];
            const also = check({ ...values, [name]: other });
            certain = certain.filter((problem) => also.includes(problem));
        }
    return certain;
}
function requireInputs(shape, raw) {
    const { values, problems } = readInputs(shape, raw);
    if (problems.length > 0)
        throw new InputError(problems);
    return values;
}
function readInput(name, one, given) {
    const effective = given === '' && one.default !== undefined && !one.default.includes('${{') ? one.default : given;
    if (effective === '')
        return { value: one.empty, problem: one.required ? missing(name, one) : undefined };
    const parsed = one.parse(effective);
    if (!parsed.ok) {
        const got = one.secret ? 'something else' : quote(given);
        return { value: one.empty, problem: `input "${name}": expected ${one.expected}, got ${got}` };
    }
    const isShort = one.secret && effective.length < 4;
    const problem = isShort ? `input "${name}": too short for a secret (under 4 characters)` : undefined;
    return { value: parsed.value, problem };
}
function missing(name, one) {
    if (!one.secret)
        return `input "${name}": required, expected ${one.expected}, got nothing`;
    return `input "${name}": the secret is empty; set it where the caller's "with:" takes it from (an unset secret arrives as an empty text)`;
}
function quote(value) {
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/step.js





function shellOf({ action, edge, state, instance }, signal) {
    const path = process.env[JOURNAL_VARIABLE] ?? '';
    if (path !== '')
        edge.holdSummary((markdown) => holdSummary(path, action.name, markdown));
    return {
        log: edge.log,
        signal,
        clock: clock/* systemClock */.ml,
        env: readEnvironment(),
        journal: path === '' ? undefined : journalOf(path, action.name, instance),
        state,
        summary: edge.summary,
        instance,
        annotate: (annotation) => edge.annotate(annotation),
        mask: (secret) => edge.mask(secret),
        exportVariable: (variable, value) => edge.exportVariable(variable, value),
    };
}
function journalOf(path, action, instance) {
    return new Journal(path, { action, instance, clock: clock/* systemClock */.ml });
}
function takeInputs({ action, edge }) {
    const read = readInputs(action.inputs, inputText);
    const { values } = read;
    for (const [name, field] of Object.entries(action.inputs))
        if (field.secret)
            edge.mask(values[name]);
        else
            (0,redact/* rememberPublic */.DU)(inputText(name).trim());
    const between = problemsBetween(action.inputs, read, (all) => action.check?.(all) ?? []);
    const all = [...read.problems, ...between];
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    return values;
}
function inputText(name) {
    return process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '';
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/undo-decision.js
function decideUndo(question) {
    if (question.release === 'committed' || question.release === 'held')
        return { undo: false, why: question.release };
    if (question.onFailure === 'keep')
        return { undo: false, why: 'kept-by-request' };
    if (question.release === 'open')
        return { undo: true, why: 'release-not-committed' };
    if (question.main !== 'finished')
        return { undo: true, why: 'own-failure' };
    if (question.job === 'success')
        return { undo: false, why: 'job-succeeded' };
    return question.onFailure === 'undo' ? { undo: true, why: 'asked-for' } : { undo: false, why: 'not-ours-to-undo' };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/run-post.js










const LONGEST_TIMER_MS = 2 ** 31 - 1;
async function runPost(action, edge, state) {
    const instance = state.get('instance');
    const { post } = action;
    if (post === undefined || state.get('ready') !== true || instance === undefined)
        return;
    const step = openPost({ action, edge, state, instance }, post);
    const task = await chooseTask(step);
    switch (task.kind) {
        case 'without-journal': {
            const lone = { ...step.shell, signal: withinUndoBudget(step.shell), undo: LOST };
            const outcome = await undoWithoutJournal(action, step.inputs, lone, task.lost);
            return outcome === undefined ? edge.flush() : publish(step, outcome, 'post');
        }
        case 'say':
            return publish(step, task.outcome, 'post');
        case 'nothing':
            return leaveAll(step, task.why);
        case 'run':
            return await runPart(step, task);
    }
}
function openPost(step, post) {
    const inputs = takeInputs(step);
    const named = shellOf(step, abortOnSignals());
    const main = step.state.get('main') ?? 'interrupted';
    const jobStatus = (inputText('job-status') || 'failure');
    const known = knownRelease(step.state);
    const at = (path) => journalOf(path, step.action.name, step.instance);
    const standing = standingOf(known, named.journal?.path ?? '', at);
    const journal = standing.kind === 'journal' ? standing.journal : undefined;
    const lost = standing.kind === 'lost' ? { release: standing.known.release, why: standing.why } : undefined;
    return { ...step, post, inputs, known, standing, shell: { ...named, journal, main, jobStatus, lost } };
}
async function chooseTask(step) {
    const { action, post, inputs, shell, known, standing } = step;
    if (post.when === 'undo' && standing.kind === 'lost')
        return { kind: 'without-journal', lost: standing };
    const release = standing.kind === 'journal' ? standing.state.state : 'none';
    if (release === 'committed' && shell.jobStatus !== 'success' && known !== undefined && post.witness !== undefined) {
        if ((await ask(action, inputs, { ...shell, undo: LOST }, known)) === 'not-released')
            return { kind: 'say', outcome: unconfirmedCommit(known) };
    }
    const undo = decideUndo({ release, main: shell.main, job: shell.jobStatus, onFailure: onFailureOf(inputs) });
    if (post.when === 'always' || undo.undo)
        return { kind: 'run', part: post.run, undo };
    return release === 'open' && undo.why === 'kept-by-request' && post.keep !== undefined
        ? { kind: 'run', part: post.keep, undo }
        : { kind: 'nothing', why: undo.why };
}
const LOST = { undo: true, why: 'release-not-committed' };
function leaveAll(step, why) {
    step.edge.log.info(`nothing to undo: ${why}`);
    if (why === 'kept-by-request')
        noteUnsaid(step, { verdict: 'pass', reason: why, message: 'on-failure is keep', kept: true });
}
async function runPart(step, { part, undo }) {
    const { edge, inputs, post, shell } = step;
    const fail = (error) => {
        record(step, outcomeOfError(error));
        publishError(step, error, 'post');
    };
    const signal = post.when === 'undo' ? withinUndoBudget(shell) : shell.signal;
    onStrayError(fail);
    try {
        const outcome = await part(inputs, { ...shell, signal, undo });
        if (outcome === undefined) {
            if (post.when === 'undo')
                noteUnsaid(step, { verdict: 'pass', reason: 'nothing-to-undo', message: 'there was nothing to undo' });
            return edge.flush();
        }
        record(step, outcome);
        publish(step, outcome, 'post');
    }
    catch (error) {
        fail(error);
    }
}
function record({ action, post, shell }, outcome) {
    if (post.when !== 'undo')
        return;
    const { kept = false, left, message, reason, verdict } = outcome;
    shell.journal?.undone(action.name, { verdict, reason, message, kept, ...(left === undefined ? {} : { left }) });
}
function noteUnsaid({ action, shell }, outcome) {
    const began = shell.journal
        ?.read()
        .entries.some((entry) => entry.kind === 'began' && entry.instance === shell.instance);
    if (began === true)
        shell.journal?.undone(action.name, outcome);
}
function withinUndoBudget(shell) {
    const before = shell.journal?.read();
    if (before !== undefined && before.undoStartedAt === undefined)
        shell.journal?.undoStarted();
    const budget = before?.release.undoDeadlineMs ?? UNDO_DEADLINE_MS;
    const used = shell.clock.now() - (before?.undoStartedAt ?? shell.clock.now());
    const controller = new AbortController();
    const late = new errors/* DeadlineError */.j3(`the undo of this job took longer than its budget of ${(0,duration/* formatDuration */.a)(budget)}`);
    const left = Math.min(Math.max(0, budget - used), LONGEST_TIMER_MS);
    setTimeout(() => controller.abort(late), left).unref();
    const either = AbortSignal.any([shell.signal, controller.signal]);
    (0,external_node_events_namespaceObject.setMaxListeners)(0, either);
    return either;
}
function onFailureOf(inputs) {
    const value = inputs['on-failure'];
    return value === 'auto' || value === 'undo' || value === 'keep' ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/state.js





const PREFIX = 'lockstep-';
const STATE_LIMIT_BYTES = 16_000;
const SMALL_BYTES = 4_000;
function runnerState(env, fileOf) {
    const own = new Map();
    const put = (key, text) => {
        const others = [...own]
            .filter(([other]) => other !== key)
            .reduce((sum, [, one]) => sum + Buffer.byteLength(one), 0);
        const bytes = others + Buffer.byteLength(text);
        if (bytes > STATE_LIMIT_BYTES)
            throw new Error(`state "${key}": ${bytes} bytes with the others, the limit is ${STATE_LIMIT_BYTES}; keep() it`);
        own.set(key, text);
        giveRunner('state', `${PREFIX}${key}`, text);
    };
    return {
        save: (key, value) => put(key, JSON.stringify((0,redact/* redactData */.Ed)(value))),
        keep: (key, value) => {
            const text = JSON.stringify((0,redact/* redactData */.Ed)(value));
            if (Buffer.byteLength(text) <= SMALL_BYTES)
                return put(key, text);
            const path = fileOf(key);
            writeWhole(path, text);
            put(key, JSON.stringify({ lockstepFile: path, digest: digestOf(text) }));
        },
        get: (key) => {
            const text = own.get(key) ?? env[`STATE_${PREFIX}${key}`];
            if (text === undefined || text === '')
                return undefined;
            const value = JSON.parse(text);
            return isInFile(value) ? readWhole(key, value) : value;
        },
    };
}
function writeWhole(path, text) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(path)))
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(`${path}.draft`, text, { mode: 0o600, flush: true });
    (0,external_node_fs_.renameSync)(`${path}.draft`, path);
}
function readWhole(key, { lockstepFile, digest }) {
    const changed = `what this step kept for its post step (${key}, ${lockstepFile})`;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(lockstepFile, 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${changed} is gone: no step of the job may remove files of RUNNER_TEMP`, { cause });
    }
    if (digestOf(text) !== digest)
        throw new errors/* InputError */.dz(`${changed} was changed: no step of the job may write to files of RUNNER_TEMP`);
    return JSON.parse(text);
}
function isInFile(value) {
    return typeof value === 'object' && value !== null && typeof value.lockstepFile === 'string';
}
function digestOf(text) {
    return (0,external_node_crypto_().createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/step-id.js
function stepId(now = Date.now(), random = Math.random) {
    const bits = (count) => Math.floor(random() * 2 ** count);
    const hex = (value, digits) => value.toString(16).padStart(digits, '0');
    const time = hex(now, 12);
    const tail = `${hex(bits(24), 6)}${hex(bits(24), 6)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${hex(0x8000 + bits(14), 4)}-${tail}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/run-action.js












const LINGER_MS = 2_000;
async function runAction(action) {
    const edge = new Edge();
    try {
        await honourProxy(process.env, edge.log);
        const state = openState();
        if (state.get('phase') === undefined) {
            state.save('phase', 'post');
            await runMain(action, edge, state);
        }
        else {
            await runPost(action, edge, state);
        }
    }
    catch (error) {
        publishError({ action, edge }, error, 'main');
    }
    onStrayError(() => undefined);
    setTimeout(() => process.exit(), LINGER_MS).unref();
}
function openState() {
    const { tempDir } = readEnvironment();
    const state = runnerState(process.env, (key) => (0,external_node_path_.join)(tempDir, 'lockstep-state', `${state.get('instance')}-${key}.json`));
    return state;
}
async function runMain(action, edge, state) {
    const instance = stepId();
    state.save('instance', instance);
    const step = { action, edge, state, instance };
    const shell = shellOf(step, abortOnSignals());
    const fail = (error) => {
        state.save('main', 'failed');
        publishError(step, error, 'main');
        noteFailure(shell, outcomeOfError(error));
    };
    onStrayError(fail);
    try {
        const inputs = takeInputs(step);
        state.save('ready', true);
        if (shell.journal === undefined)
            refuseHiddenRelease(shell.env.tempDir);
        noteRelease(state, shell.journal);
        const outcome = await action.run(inputs, shell);
        state.save('main', passes(outcome) ? 'finished' : 'failed');
        if (!passes(outcome))
            noteFailure(shell, outcome);
        publish(step, outcome, 'main');
    }
    catch (error) {
        fail(error);
    }
}
function noteFailure(shell, outcome) {
    if (shell.journal?.exists() === true)
        shell.journal.note('failure', { reason: outcome.reason, message: outcome.message });
}


/***/ }),

/***/ 636190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   pL: () => (/* binding */ isFresh)
/* harmony export */ });
/* unused harmony export isCancellation */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(cancellation(signal));
        let left = ms;
        let timer;
        signal?.addEventListener('abort', stop, { once: true });
        go();
        function go() {
            const part = Math.min(left, LONGEST_TIMER_MS);
            left -= part;
            timer = setTimeout(left > 0 ? go : done, part);
        }
        function done() {
            signal?.removeEventListener('abort', stop);
            resolve();
        }
        function stop() {
            clearTimeout(timer);
            reject(cancellation(signal));
        }
    }),
};
function cancellation(signal) {
    const isBare = signal?.reason instanceof DOMException;
    return !isBare && signal?.reason instanceof Error ? signal.reason : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('cancelled');
}
function isCancellation(error, signal) {
    return error instanceof CancelledError || (signal?.aborted === true && error === signal.reason);
}
const CLOCKS_APART_MS = 300_000;
function isFresh(ageMs, mostMs) {
    return ageMs >= -CLOCKS_APART_MS && ageMs <= mostMs;
}


/***/ }),

/***/ 106301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(636190);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(984731);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(203906);



async function withDeadline(what, ms, work, { clock, signal: outer }) {
    if (outer?.aborted)
        throw (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer);
    const inner = new AbortController();
    const stopTimer = new AbortController();
    const onOuter = () => inner.abort((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer));
    outer?.addEventListener('abort', onOuter, { once: true });
    const aborted = new Promise((_, reject) => {
        inner.signal.addEventListener('abort', () => reject((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(inner.signal)), { once: true });
    });
    aborted.catch(() => undefined);
    clock
        .sleep(ms, stopTimer.signal)
        .then(() => inner.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(`${what} took longer than ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(ms)}`)))
        .catch(() => undefined);
    try {
        return await Promise.race([work(inner.signal), aborted]);
    }
    finally {
        stopTimer.abort();
        outer?.removeEventListener('abort', onOuter);
    }
}


/***/ }),

/***/ 984731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
function parseDuration(text) {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
    if (match === null)
        return undefined;
    const ms = Number(match[1]) * UNITS[match[2]];
    return Number.isSafeInteger(ms) ? ms : undefined;
}
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${trim(ms / 1_000)} s`;
    if (ms < 3_600_000)
        return pair(ms, MINUTE, SECOND);
    return pair(ms, HOUR, MINUTE);
}
function trim(value) {
    return (Math.floor(value * 10) / 10).toFixed(1).replace(/\.0$/, '');
}
const SECOND = { ms: 1_000, name: 's' };
const MINUTE = { ms: 60_000, name: 'min' };
const HOUR = { ms: 3_600_000, name: 'h' };
function pair(ms, big, small) {
    const rest = Math.floor((ms % big.ms) / small.ms);
    const head = `${Math.floor(ms / big.ms)} ${big.name}`;
    return rest === 0 ? head : `${head} ${rest} ${small.name}`;
}


/***/ }),

/***/ 203906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   z3: () => (/* binding */ describeTry),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(896818);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(580229);


class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems, options) {
        const list = typeof problems === 'string' ? [problems] : problems;
        super(list.join('\n'), options);
        this.problems = list;
    }
}
class RemoteError extends Error {
    name = 'RemoteError';
    service;
    status;
    code;
    requestId;
    retryable;
    retryAfterMs;
    hint;
    constructor(message, failure) {
        super(message, failure.cause === undefined ? undefined : { cause: failure.cause });
        this.service = failure.service;
        this.status = failure.status;
        this.code = failure.code;
        this.requestId = failure.requestId;
        this.retryable = failure.retryable;
        this.retryAfterMs = failure.retryAfterMs;
        this.hint = failure.hint;
    }
}
class CancelledError extends Error {
    name = 'CancelledError';
}
class DeadlineError extends Error {
    name = 'DeadlineError';
}
function asError(thrown) {
    return isError(thrown) ? thrown : new Error(String(thrown));
}
function isError(thrown) {
    return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}
function describe(thrown) {
    const parts = [];
    let error = thrown;
    for (let depth = 0; depth < 5 && error !== undefined && error !== null; depth++) {
        const text = ownWords(error);
        if (text !== '' && !parts.some((part) => part.includes(text)))
            parts.push(text);
        error = isError(error) ? error.cause : undefined;
    }
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)((0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redactText */ .Rd)(parts.join(': ')), '; ');
}
function describeTry(thrown) {
    if (!(thrown instanceof RemoteError))
        return describe(thrown);
    return `${thrown.service}: ${thrown.status === undefined ? 'no answer' : `HTTP ${thrown.status}`}`;
}
function ownWords(error) {
    if (!(error instanceof RemoteError)) {
        const aggregate = error instanceof AggregateError && error.message === '' ? error.errors.map(ownWords).join('; ') : '';
        return isError(error) ? error.message || aggregate || error.name : String(error);
    }
    const facts = [
        error.status === undefined ? '' : `HTTP ${error.status}`,
        error.code ?? '',
        error.requestId === undefined ? '' : `request ${error.requestId}`,
    ].filter((fact) => fact !== '');
    const head = facts.length === 0 ? error.message : `${error.message} (${facts.join(', ')})`;
    return error.hint === undefined ? head : `${head}; ${error.hint}`;
}


/***/ }),

/***/ 1015169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(984731);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(487083);


const MOST_SHOWN = 40;
class Fields {
    #given;
    #where;
    #lineOf;
    #hasSecrets;
    #known = new Set();
    problems = [];
    constructor(given, where, lineOf = () => undefined, { hasSecrets = true } = {}) {
        this.#given = given;
        this.#where = where;
        this.#lineOf = lineOf;
        this.#hasSecrets = hasSecrets;
    }
    text(name, options = {}) {
        const value = this.#take(name);
        if (value === undefined || value === null || isBlank(value)) {
            if (options.required === true)
                this.complain(name, `required, expected ${options.expected ?? 'some text'}`);
            return '';
        }
        if (typeof value === 'string' || typeof value === 'number')
            return String(value);
        this.complain(name, `expected ${options.expected ?? 'some text'}, got ${kindOf(value)}`);
        return '';
    }
    oneOf(name, words, absent) {
        const text = this.text(name);
        if (text === '')
            return absent;
        const word = words.find((one) => one === text);
        if (word === undefined)
            this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
        return word ?? absent;
    }
    needed(name, words) {
        const text = this.text(name);
        if (text === '') {
            this.complain(name, `required, expected one of ${words.join(', ')}`);
            return undefined;
        }
        const word = words.find((one) => one === text);
        if (word === undefined)
            this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
        return word;
    }
    flag(name, absent) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return absent;
        if (typeof value === 'boolean')
            return value;
        this.complain(name, `expected true or false${this.#got(value)}`);
        return absent;
    }
    number(name, options = {}) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return undefined;
        const { min = -Infinity, max = Infinity, isWhole = false } = options;
        const fits = typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value));
        if (fits)
            return value;
        const limits = `${min === -Infinity ? '' : ` from ${min}`}${max === Infinity ? '' : ` up to ${max}`}`;
        this.complain(name, `expected a ${isWhole ? 'whole ' : ''}number${limits}${this.#got(value)}`);
        return undefined;
    }
    duration(name, absent) {
        const text = this.text(name);
        const ms = text === '' ? absent : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
        if (ms === undefined)
            this.complain(name, `expected a duration like 200ms, 30s or 5m${this.#got(this.#given[name])}`);
        return ms ?? absent;
    }
    map(name) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return undefined;
        if (isMap(value))
            return value;
        this.complain(name, `expected a map, got ${kindOf(value)}`);
        return undefined;
    }
    any(name) {
        return this.#take(name);
    }
    list(name, options = {}) {
        const value = this.#take(name) ?? [];
        const items = Array.isArray(value) ? value : [value];
        if (items.some((item) => typeof item !== 'string' || isBlank(item))) {
            this.complain(name, 'expected a list of texts');
            return [];
        }
        if (items.length === 0 && options.required === true)
            this.complain(name, 'required, expected a list of texts');
        return items;
    }
    secret(name, fallback) {
        const text = this.text(name);
        if (text === '' && fallback !== undefined && !fallback.isEmpty)
            return fallback;
        if (text === '') {
            this.complain(name, 'the secret is empty; an unset secret arrives as an empty text');
        }
        return new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(text);
    }
    secretUrl(name, protocols) {
        const secret = this.secret(name);
        if (secret.isEmpty)
            return secret;
        const text = secret.reveal();
        if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
            this.complain(name, `expected a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`);
        return secret;
    }
    complain(name, what) {
        const line = this.#lineOf(name);
        this.problems.push(`${this.#where}: "${name}"${line === undefined ? '' : ` (line ${line})`}: ${what}`);
    }
    refuseOthers() {
        const others = Object.keys(this.#given).filter((name) => !this.#known.has(name));
        const known = [...this.#known].sort();
        for (const name of others) {
            const meant = known.find((one) => bare(one) === bare(name));
            this.complain(name, `no such field; ${meant === undefined ? `known are ${known.join(', ') || 'none'}` : `it is called "${meant}"`}`);
        }
    }
    refuseAll(why) {
        for (const name of Object.keys(this.#given)) {
            this.#known.add(name);
            this.complain(name, `expected nothing here: ${why}`);
        }
    }
    #got(value) {
        if (this.#hasSecrets)
            return '';
        const text = JSON.stringify(value) ?? kindOf(value);
        return `, got ${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}`;
    }
    #take(name) {
        this.#known.add(name);
        return this.#given[name];
    }
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isBlank(value) {
    return typeof value === 'string' && value.trim() === '';
}
function kindOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
}


/***/ }),

/***/ 896818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   i: () => (/* binding */ trimAscii)
/* harmony export */ });
function oneLine(text, between = ' ') {
    if (!text.includes('\n'))
        return text;
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(between);
}
function trimAscii(text) {
    let from = 0;
    let to = text.length;
    while (from < to && isAsciiSpace(text.charCodeAt(from)))
        from++;
    while (to > from && isAsciiSpace(text.charCodeAt(to - 1)))
        to--;
    return text.slice(from, to);
}
function isAsciiSpace(code) {
    return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}


/***/ }),

/***/ 672435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* unused harmony export parseList */

function parseList(text) {
    return text
        .split(/\r?\n/)
        .map(trimAscii)
        .filter((line) => line !== '');
}
function nameSome(names, keep) {
    if (names.length <= keep)
        return names.join(', ');
    return `${names.slice(0, keep).join(', ')} and ${names.length - keep} more`;
}
function count(n, one, many = `${one}s`) {
    return `${n} ${n === 1 ? one : many}`;
}


/***/ }),

/***/ 580229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ rememberPublic),
/* harmony export */   Ed: () => (/* binding */ redactData),
/* harmony export */   Gz: () => (/* binding */ rememberSecret),
/* harmony export */   Rd: () => (/* binding */ redactText)
/* harmony export */ });
/* unused harmony export forgetSecrets */
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(399624);

const STARS = '***';
const known = { whole: new Set(), part: new Set() };
let publicTexts = [];
let forms;
const SHORTEST_IN_DATA = 8;
const LONGEST_NAME = 24;
function rememberSecret(value, kind = 'whole') {
    const before = known.whole.size + known.part.size;
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeForms */ .jO)(value))
        known[kind].add(form);
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .lineForms */ .g0)(value))
        known.part.add(form);
    if (known.whole.size + known.part.size > before)
        forms = undefined;
}
function rememberPublic(text) {
    if (text === '' || publicTexts.includes(text))
        return;
    publicTexts = [...publicTexts, text];
    forms = undefined;
}
function forgetSecrets() {
    known.whole.clear();
    known.part.clear();
    publicTexts = [];
    forms = undefined;
}
function redactText(text) {
    const tame = withoutControls(text);
    if (!tame.includes('<!-- '))
        return starred(tame, lookedFor().text);
    return tame
        .split(/(<!-- \/?lockstep:[^<>\n]{0,9000} -->)/)
        .map((part, at) => starred(part, at % 2 === 0 ? lookedFor().text : lookedFor().data))
        .join('');
}
function redactData(value) {
    return redacted(value, '');
}
const FOR_PEOPLE = /^(?:because|body|changes|detail|details|error|failure|headline|html|message|next|notes|proof|sentence|subject|summary|text|title)$/;
function redacted(value, name) {
    if (typeof value === 'string')
        return FOR_PEOPLE.test(name) ? redactText(value) : starred(value, lookedFor().data);
    if (Array.isArray(value))
        return value.map((one) => redacted(one, name));
    if (typeof value !== 'object' || value === null || !isPlain(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redacted(one, key)]));
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function withoutControls(text) {
    return text.replace(SEQUENCES, '').replace(CONTROLS, '');
}
const SEQUENCES = /\u001b\[[0-9;:?]{0,40}[@-~]/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
function lookedFor() {
    if (forms !== undefined)
        return forms;
    const all = [...known.whole, ...known.part];
    const isPublic = (form) => form.length < LONGEST_NAME && publicTexts.some((one) => one.includes(form));
    const text = [...known.whole, ...[...known.part].filter((form) => !isOrdinary(form))];
    const data = all.filter((form) => form.length >= SHORTEST_IN_DATA && !isOrdinary(form) && !isPublic(form));
    forms = { text: longestFirst(text), data: longestFirst(data) };
    return forms;
}
function isOrdinary(form) {
    return (/^(?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14})(?:[ _./-](?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14}))*$/.test(form) || /^\d{1,7}$/.test(form));
}
function standsAlone(text, at, length) {
    return !/[A-Za-z0-9]/.test(text[at - 1] ?? '') && !/[A-Za-z0-9]/.test(text[at + length] ?? '');
}
function longestFirst(all) {
    return [...new Set(all)].sort((a, b) => b.length - a.length);
}
function starred(text, secrets) {
    const finds = [];
    for (const form of secrets)
        for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
            if (!isOrdinary(form) || standsAlone(text, at, form.length))
                finds.push([at, at + form.length]);
    if (finds.length === 0)
        return text;
    finds.sort((a, b) => a[0] - b[0]);
    let left = '';
    let from = 0;
    for (const [start, end] of finds) {
        if (start > from || (start === 0 && from === 0))
            left += text.slice(from, start) + STARS;
        from = Math.max(from, end);
    }
    return left + text.slice(from);
}


/***/ }),

/***/ 399624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   g0: () => (/* binding */ lineForms),
/* harmony export */   jO: () => (/* binding */ wholeForms)
/* harmony export */ });
const SHORTEST_MASK = 4;
const SHORTEST_PIECE = 8;
function secretForms(value) {
    return sorted([...wholeForms(value), ...lineForms(value)]);
}
function wholeForms(value) {
    return sorted([value, ...urlSecrets(value)].flatMap(encodings));
}
function lineForms(value) {
    const lines = value.split(/[\r\n]+/);
    return lines.length < 2 ? [] : sorted(lines.flatMap(encodings));
}
function sorted(forms) {
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST_MASK).sort((a, b) => b.length - a.length);
}
function encodings(part) {
    const text = part.trim();
    if (text.length < SHORTEST_MASK)
        return [];
    const base64 = Buffer.from(text, 'utf8').toString('base64');
    return [
        part,
        text,
        base64,
        base64.replace(/=+$/, ''),
        base64.replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_'),
        ...inLongerBase64(Buffer.from(text, 'utf8')),
        encodeURIComponent(text),
        encodeURI(text),
        JSON.stringify(text).slice(1, -1),
    ];
}
function inLongerBase64(bytes) {
    return [0, 1, 2]
        .map((offset) => {
        const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    })
        .filter((piece) => piece.length >= SHORTEST_PIECE);
}
function urlSecrets(value) {
    const url = value.trim();
    const [, user = '', password = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^:/?#]*):([^/?#]*)@/i.exec(url) ?? [];
    const [, parameter = ''] = /^[a-z][a-z0-9+.-]*:\/\/.*[?&]password=([^&#]*)/i.exec(url) ?? [];
    const plain = decode(password);
    const credentials = plain === '' ? '' : `${decode(user)}:${plain}`;
    return [password, plain, credentials, parameter, decode(parameter)].filter((text) => text !== '');
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 487083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(580229);

class Secret {
    #value;
    constructor(value, kind = 'whole') {
        this.#value = value;
        (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .rememberSecret */ .Gz)(value, kind);
    }
    reveal() {
        return this.#value;
    }
    get isEmpty() {
        return this.#value === '';
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '***';
    }
}


/***/ }),

/***/ 270680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   Wy: () => (/* binding */ ADVISORY_SEVERITIES),
/* harmony export */   du: () => (/* binding */ isAtLeast)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __nccwpck_require__(823569));

const LEVELS = ['note', 'warning', 'error'];
const ADVISORY_SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'];
function isAtLeast(level, least) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}
function fingerprint(finding, lineText) {
    const what = lineText === undefined ? finding.message : lineText.trim().replace(/\s+/g, ' ');
    const parts = [finding.rule, finding.file ?? '', finding.package ?? '', what];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}


/***/ }),

/***/ 261982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   ZZ: () => (/* binding */ pageOf),
/* harmony export */   pX: () => (/* binding */ withAddress)
/* harmony export */ });
/* unused harmony export originOf */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);

function pageOf(url) {
    const parsed = parse(url);
    return parsed === undefined ? undefined : `${parsed.origin}${parsed.pathname.replace(/\/$/, '')}`;
}
function originOf(url) {
    return parse(url)?.origin;
}
function parse(url) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed : undefined;
}
function isAbout(url, { kind, urls }) {
    const identity = kind === 'page' ? pageOf : originOf;
    const wanted = identity(url);
    return wanted !== undefined && urls.some((one) => identity(one) === wanted);
}
const VARIABLE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/;
function isAddress(url) {
    return VARIABLE.test(url) || pageOf(url) !== undefined;
}
function withAddress(gate, env) {
    const { url } = gate;
    if (url === undefined)
        return gate;
    const [variable = '', braced, plain] = VARIABLE.exec(url) ?? [];
    const name = braced ?? plain;
    if (name === undefined)
        return gate;
    const value = gate.env[name] ?? env[name] ?? '';
    const address = `${value}${url.slice(variable.length)}`;
    if (pageOf(address) === undefined)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`gate "${gate.name}": "url": the environment variable ${name} ${value === '' ? 'is not set' : 'has no address that begins with http:// or https://'}`);
    return { ...gate, url: address };
}


/***/ }),

/***/ 1980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadable),
/* harmony export */   h: () => (/* binding */ reading)
/* harmony export */ });
function unreadable(why, detail) {
    return { kind: 'unreadable', why, detail };
}
function reading(report) {
    if (report.checked === 0)
        return unreadable('nothing-checked', 'nothing was checked');
    const { tests } = report;
    if (tests !== undefined && tests.total > 0 && tests.skipped === tests.total)
        return unreadable('nothing-checked', `all ${tests.total} tests were skipped`);
    return { kind: 'report', report };
}


/***/ }),

/***/ 532124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Gy: () => (/* binding */ UnreadableError),
/* harmony export */   JF: () => (/* binding */ jsonLinesOf),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   _N: () => (/* binding */ statOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   hR: () => (/* binding */ inSource),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   yJ: () => (/* binding */ inRepository),
/* harmony export */   yj: () => (/* binding */ positive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1015169);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1980);




const LITERAL_LENGTH = 5;
const MB = 1_048_576;
const LARGEST_TEXT = 64 * MB;
const LARGEST_STREAM = 512 * MB;
const LONGEST_MESSAGE = 4_000;
class UnreadableError extends Error {
    why;
    constructor(why, detail) {
        super(detail);
        this.why = why;
    }
}
async function read(sources, reader) {
    const [first] = sources;
    if (first === undefined)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-absent', 'there is no file');
    for (const source of sources)
        if (statOf(source.path) === undefined)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-absent', `${shown(source)} does not exist`);
    return await inSource(sources.length === 1 ? first : undefined, () => reader(sources));
}
async function inSource(source, work) {
    const named = (detail) => (source === undefined ? detail : `${shown(source)}: ${detail}`);
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof UnreadableError)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(error.why, named(error.message));
        if (error instanceof Error && error.name === 'AbortError')
            throw error;
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-malformed', named(`cannot be read: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(error)}`));
    }
}
async function textOf(source, mayBeEmpty = false) {
    const pieces = [];
    for await (const piece of piecesOf(source, LARGEST_TEXT))
        pieces.push(piece);
    const text = pieces.join('');
    if (text.trim() === '' && !mayBeEmpty)
        throw new UnreadableError('report-empty', 'it is empty');
    return text;
}
async function jsonOf(source) {
    const text = await textOf(source);
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw broken(text, error.message);
    }
}
async function jsonLinesOf(source, mayBeEmpty = false) {
    const lines = (await textOf(source, mayBeEmpty)).split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => {
        try {
            return JSON.parse(line);
        }
        catch (error) {
            throw broken(line, error.message);
        }
    });
}
async function* piecesOf(source, largest = LARGEST_STREAM) {
    const stats = statOf(source.path);
    if (stats?.isFile() !== true)
        throw new UnreadableError('report-malformed', `it is ${stats?.isDirectory() === true ? 'a folder' : 'not a plain file'}`);
    if (stats.size > largest)
        throw tooLarge(largest);
    const { signal } = source;
    const stream = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(source.path, {
        encoding: 'utf8',
        highWaterMark: 1 << 16,
        ...(signal === undefined ? {} : { signal }),
    });
    let first = true;
    for await (const piece of stream) {
        if (stream.bytesRead > largest)
            throw tooLarge(largest);
        yield first ? piece.replace(/^\ufeff/, '') : piece;
        first = false;
    }
}
function tooLarge(largest) {
    return new UnreadableError('report-too-large', `it is larger than ${largest / MB} MB`);
}
async function* linesOf(source) {
    const parts = [];
    let length = 0;
    for await (const piece of piecesOf(source)) {
        const [head = '', ...others] = piece.split('\n');
        parts.push(head);
        length += head.length;
        if (length > LARGEST_TEXT)
            throw new UnreadableError('report-too-large', 'it has a line without an end');
        for (const next of others) {
            yield parts.join('').trim();
            parts.length = 0;
            parts.push(next);
            length = next.length;
        }
    }
    const last = parts.join('').trim();
    if (last !== '')
        yield last;
}
function messageOf(value) {
    const text = textField(value);
    return text.length <= LONGEST_MESSAGE ? text : Buffer.from(`${text.slice(0, LONGEST_MESSAGE)}…`).toString();
}
function mapOf(value, what) {
    if ((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .j)(value))
        return value;
    throw new UnreadableError('report-malformed', `expected ${what} to be an object`);
}
function listOf(value, what) {
    if (Array.isArray(value))
        return value;
    throw new UnreadableError('report-malformed', `expected ${what} to be a list`);
}
function countOf(value, what) {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw new UnreadableError('report-malformed', `expected ${what} to be a count`);
}
function textField(value) {
    return typeof value === 'string' ? value : '';
}
function positive(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
function inRepository(source, file) {
    const plain = file.startsWith('file://') ? pathOfUrl(file) : file;
    if (plain === '')
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(source.root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(plain) ? plain : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(source.directory, plain));
    return path === '' || path.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? undefined : path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
function pathOfUrl(url) {
    try {
        return decodeURIComponent(new URL(url).pathname);
    }
    catch {
        return '';
    }
}
function place(file, line, column) {
    if (file === undefined)
        return {};
    return {
        file,
        ...(line === undefined ? {} : { line }),
        ...(line === undefined || column === undefined ? {} : { column }),
    };
}
function statOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
}
function broken(text, message) {
    const length = text.trimEnd().length;
    const at = /at position (\d+)/.exec(message)?.[1];
    const atEnd = /end of JSON|Unterminated/.test(message) || (at !== undefined && Number(at) >= length - LITERAL_LENGTH);
    return atEnd && /^\s*[[{]/.test(text)
        ? new UnreadableError('report-truncated', 'it ends in the middle')
        : new UnreadableError('report-malformed', 'it is not JSON');
}
function shown(source) {
    return inRepository(source, source.path) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(source.path);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return ({"38":"istanbul-lib-coverage.chunk.js","125":"readers-sarif.chunk.js","169":"readers-lighthouse.chunk.js","197":"readers-licenses.chunk.js","219":"readers-autocannon.chunk.js","277":"check.chunk.js","296":"../shared/actions-exec.chunk.js","304":"readers-secretlint.chunk.js","343":"secretlint-core.chunk.js","376":"readers-cobertura.chunk.js","378":"readers-playwright.chunk.js","380":"readers-k6.chunk.js","386":"readers-zap.chunk.js","410":"../shared/transport.chunk.js","424":"readers-tap.chunk.js","426":"readers-ctrf.chunk.js","434":"readers-lcov.chunk.js","470":"readers-audit.chunk.js","476":"rule.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","527":"readers-istanbul.chunk.js","566":"readers-bun-audit.chunk.js","649":"saxes.common.chunk.js","650":"readers-junit.chunk.js","677":"readers-yarn-npm-audit.chunk.js","730":"readers-typescript.chunk.js","737":"readers-supabase-advisors.chunk.js","748":"secretlint-secretlint-rule-preset-recommend.chunk.js","751":"readers-jest.chunk.js","854":"median.chunk.js","863":"streamparser-json.common.chunk.js","928":"readers-eslint.chunk.js","941":"readers-bundle.chunk.js","945":"readers-osv.chunk.js"})[chunkId];
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(847809);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
