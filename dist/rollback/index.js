import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 90523:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 524678:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 381487:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 15945:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 424354:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 823569:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 565658:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 346835:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 502408:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 712661:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 439179:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 24811:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 636025:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 672900:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 611045:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(480717);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 480717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __nccwpck_require__(487083);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
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
    empty: new lib_secret/* Secret */.z(''),
    others: [new lib_secret/* Secret */.z('-', 'part')],
    parse: (value) => ok(new lib_secret/* Secret */.z(value)),
};
function shape_secret(options = {}) {
    return field({ type: 'secret', expected: 'a secret', ...shape_hidden }, undefined, { ...options, secret: true });
}
function shape_described(field, description) {
    return { ...field, description };
}
function token(defaultText) {
    return field({ type: 'secret', expected: 'a token', ...shape_hidden }, defaultText, { secret: true });
}
function jobStatus() {
    return shape_described(shape_text('${{ job.status }}'), 'Set by the action itself; it passes the result of the job to the post step.');
}
function commit() {
    return shape_text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
}
function shape_oneOf(words, defaultWord, options = {}) {
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
function shape_flag(defaultValue) {
    const parse = (value) => (value === 'true' ? ok(true) : value === 'false' ? ok(false) : no);
    const form = { type: 'boolean', expected: 'true or false', empty: defaultValue, others: [!defaultValue], parse };
    return field(form, String(defaultValue));
}
function shape_duration(defaultText, options = {}) {
    const parse = (value) => {
        const ms = (0,lib_duration/* parseDuration */.E)(value);
        return ms === undefined ? no : ok(ms);
    };
    const empty = defaultText === undefined ? undefined : (0,lib_duration/* parseDuration */.E)(defaultText);
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
function shape_list(defaultText, options = {}) {
    const parse = (value) => ok((0,lists/* parseList */.E1)(value));
    return field({ type: 'list', expected: 'one value a line', empty: (0,lists/* parseList */.E1)(defaultText ?? ''), others: [['text']], parse }, defaultText, options);
}
function shape_url(defaultText, options = {}) {
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

// EXTERNAL MODULE: ./packages/migrations/lib/archive/limits.js
var archive_limits = __nccwpck_require__(553410);
;// CONCATENATED MODULE: ./packages/action-kit/lib/archive-inputs.js


const archiveInputs = () => ({
    'archive-limit': shape_described(shape_list('1000000 rows\n100 MB'), 'How much one migration may archive, one limit per line: `N rows`, `N MB`. More is refused, and nothing is changed.'),
    'archive-lock-limit': shape_described(shape_duration('5s'), 'How long the tables of a migration may be locked while it archives and runs. Longer is refused, and nothing is changed.'),
    'archive-keep': shape_described(shape_duration('30d'), 'How long archived data is kept. What is older is reported by `up`, and deleted by `migrate` with `command: prune-archives`.'),
});
const LIMIT = /^(\d+) (rows|kB|MB|GB)$/;
const BYTES = { kB: 1e3, MB: 1e6, GB: 1e9 };
function archiveProblems(values) {
    const wrong = values['archive-limit'].filter((line) => !LIMIT.test(line));
    return [
        ...wrong.map((line) => `input "archive-limit": expected lines like "1000000 rows" or "100 MB", got "${line}"`),
        ...(values['archive-lock-limit'] > 0 ? [] : ['input "archive-lock-limit": 0 would refuse every archive']),
        ...(values['archive-keep'] > 0 ? [] : ['input "archive-keep": 0 would delete every archive at once']),
    ];
}
function archiveLimits(values, leftMs = Number.POSITIVE_INFINITY) {
    let { bytes, rows } = archive_limits/* defaultArchiveLimits */.gr;
    for (const line of values['archive-limit']) {
        const [, number, unit = ''] = LIMIT.exec(line) ?? [];
        if (unit === 'rows')
            rows = Number(number);
        else if (unit in BYTES)
            bytes = Number(number) * (BYTES[unit] ?? 1);
    }
    return {
        rows,
        bytes,
        lockMs: Math.max(0, Math.min(values['archive-lock-limit'], leftMs)),
        ...(Number.isFinite(leftMs) ? { leftMs: Math.max(0, leftMs) } : {}),
        keepMs: values['archive-keep'],
    };
}

;// CONCATENATED MODULE: ./packages/base/lib/reasons.js
function defineReasons(reasons) {
    return reasons;
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/payload.js
const RELEASE_TASK = 'lockstep';
const SWAP_TASK = 'lockstep:swap';
function readReleasePayload(payload) {
    const found = parsed(payload);
    const whole = found?.kind === 'lockstep-release/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        isAuthor(found.author) &&
        typeof found.actor === 'string' &&
        isBuild(found.candidate) &&
        isBuild(found.before) &&
        isTextOrNone(found.before.release) &&
        isTextOrNone(found.databaseVersion) &&
        isAbsentOr(found.evidence, isSeen) &&
        isAbsentOr(found.approval, ({ by }) => typeof by === 'string') &&
        isAbsentOr(found.overrides, (all) => Array.isArray(all) && all.every(isOverride));
    return whole ? found : undefined;
}
function readSwapPayload(payload) {
    const found = parsed(payload);
    const whole = found?.kind === 'lockstep-swap/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        typeof found.to === 'string' &&
        isAuthor(found.author) &&
        isTextOrNone(found.release) &&
        isTextOrNone(found.from) &&
        isObject(found.aliases) &&
        isAbsentOr(found.stages, (all) => Array.isArray(all) && all.every((one) => typeof one === 'number')) &&
        isAbsentOr(found.takesBack, (all) => Array.isArray(all) && all.every((one) => typeof one === 'string'));
    return whole ? found : undefined;
}
function recordId(payload) {
    const found = parsed(payload);
    const ours = typeof found?.kind === 'string' && found.kind.startsWith('lockstep-');
    return ours && typeof found.id === 'string' ? found.id : undefined;
}
function parsed(payload) {
    if (isObject(payload))
        return payload;
    try {
        const value = JSON.parse(String(payload));
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
function isAuthor(value) {
    const { runAttempt, runId, url } = (isObject(value) ? value : {});
    return isWhole(runId, 0) && isWhole(runAttempt, 1) && typeof url === 'string';
}
function isWhole(value, least) {
    return Number.isSafeInteger(value) && value >= least;
}
function isBuild(value) {
    const { commit, deployment } = (isObject(value) ? value : {});
    return isObject(value) && isTextOrNone(commit) && isTextOrNone(deployment);
}
function isTextOrNone(value) {
    return (value ?? null) === null || typeof value === 'string';
}
function isSeen({ at, verdicts }) {
    return typeof at === 'string' && isObject(verdicts);
}
function isOverride(value) {
    const { gate, reason } = (isObject(value) ? value : {});
    return typeof gate === 'string' && typeof reason === 'string';
}
function isAbsentOr(value, isRight) {
    return value === undefined || (isObject(value) && isRight(value));
}

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
;// CONCATENATED MODULE: ./packages/github/lib/ledger/states.js

const RELEASE_STATES = {
    begun: 'in_progress',
    released: 'success',
    'rolled-back': 'failure',
    'partly-rolled-back': 'failure',
    held: 'pending',
    unknown: 'error',
};
const SWAP_STATES = {
    open: 'in_progress',
    swapped: 'success',
    'put-back': 'failure',
    unchanged: 'failure',
    unresolved: 'error',
};
const DESCRIPTION_LIMIT = 140;
function states_describeState(state, message) {
    const text = message === '' ? state : `${state}: ${(0,redact/* redactText */.Rd)(message).replace(/\s+/g, ' ').trim()}`;
    return text.length <= DESCRIPTION_LIMIT ? text : `${text.slice(0, DESCRIPTION_LIMIT - 1)}…`;
}
function describeReleased(deployment, note) {
    const words = [deployment === null ? '' : `${deployment} is live`, note].filter((part) => part !== '');
    return states_describeState('released', words.join('; '));
}
function describeStage({ number, of, percentage }) {
    return states_describeState('open', `stage ${number} of ${of}, ${percentage} %`);
}
const STAGE = /^open: stage (\d+) of (\d+), (\d+) %$/;
function readStage(statuses, creator) {
    const newestFirst = [...statuses].sort((a, b) => b.id - a.id);
    for (const { creator: by, description } of newestFirst) {
        const [, number, of, percentage] = (by?.login === creator && STAGE.exec(description)) || [];
        if (number !== undefined)
            return { number: Number(number), of: Number(of), percentage: Number(percentage) };
    }
    return undefined;
}
const STATUS = /^([a-z-]+)(?:: ([\s\S]*))?$/;
const RELEASED = /^released: (\S+) is live(?:; |$)/;
function readStatus(description) {
    const [, word = '', message = ''] = STATUS.exec(description) ?? [];
    return { word, message, deployment: RELEASED.exec(description)?.[1] };
}
function readState(statuses, creator, { ended, first, known }) {
    const newestFirst = [...statuses].sort((a, b) => b.id - a.id);
    for (const status of newestFirst) {
        if (status.creator?.login !== creator)
            continue;
        const { word, message, deployment } = readStatus(status.description);
        if (!(word in known))
            continue;
        const state = word;
        const setInactive = newestFirst.find((later) => later.id > status.id && later.state === 'inactive');
        const said = {
            message,
            ...saidAt(status),
            ...(deployment === undefined ? {} : { confirmedDeployment: deployment }),
        };
        if (setInactive === undefined || ended(state))
            return { state, ...said };
        return acknowledged(setInactive);
    }
    const byHand = newestFirst.find((status) => status.state === 'inactive');
    return byHand === undefined ? { state: first, message: '' } : acknowledged(byHand);
}
function readSaid(statuses, creator, known) {
    const said = [];
    for (const status of [...statuses].sort((a, b) => a.id - b.id)) {
        const { word } = readStatus(status.description);
        if (status.creator?.login !== creator || !(word in known) || status.created_at === undefined)
            continue;
        if (said.at(-1)?.state !== word)
            said.push({ state: word, at: status.created_at });
    }
    return said;
}
function firstStageAt(statuses, creator) {
    const oldestFirst = [...statuses].sort((a, b) => a.id - b.id);
    const first = oldestFirst.find(({ creator: by, description }) => by?.login === creator && STAGE.test(description));
    return first?.created_at ?? null;
}
function acknowledged(status) {
    const message = `set inactive by ${status.creator?.login ?? 'another user'}`;
    return { state: 'acknowledged', message, ...saidAt(status) };
}
function saidAt({ created_at }) {
    return created_at === undefined ? {} : { since: created_at };
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/view.js


function isSettled(state) {
    return state === 'released' || state === 'rolled-back' || state === 'partly-rolled-back' || state === 'acknowledged';
}
const RELEASE = { known: RELEASE_STATES, first: 'begun', ended: isSettled };
const ADOPTED = { ...RELEASE, first: 'released' };
const SWAP = { known: SWAP_STATES, first: 'open', ended: isClosed };
function foldLedger(key, creator, records) {
    const releases = [];
    const swaps = [];
    const ignored = [];
    for (const record of unique(records)) {
        const payload = record.task === RELEASE_TASK ? readReleasePayload(record.payload) : readSwapPayload(record.payload);
        if (payload !== undefined && payload.service !== key.service)
            continue;
        const by = record.creator?.login ?? 'a deleted user';
        if (payload === undefined || by !== creator) {
            const why = by === creator ? 'unreadable' : 'other-creator';
            ignored.push({ record: record.id, task: record.task, creator: by, createdAt: record.created_at, why });
            continue;
        }
        const recorded = { record: record.id, createdAt: record.created_at, since: record.created_at };
        if (payload.kind === 'lockstep-release/1')
            releases.push({
                ...payload,
                ...recorded,
                ...readState(record.statuses, creator, payload.adopted ? ADOPTED : RELEASE),
            });
        else {
            const reached = payload.stages === undefined ? undefined : readStage(record.statuses, creator);
            const state = readState(record.statuses, creator, SWAP);
            swaps.push({ ...payload, ...recorded, ...state, ...(reached === undefined ? {} : { reached }) });
        }
    }
    return {
        key,
        releases: releases.map((release) => ({ ...release, deployment: deploymentOfRelease(release, swaps) })),
        swaps,
        ignored,
    };
}
function unique(records) {
    const byId = new Map();
    for (const record of [...records].sort((a, b) => a.id - b.id)) {
        const payload = readReleasePayload(record.payload) ?? readSwapPayload(record.payload);
        const key = payload === undefined ? `record ${record.id}` : `${record.creator?.login} ${payload.id}`;
        const first = byId.get(key);
        const statuses = [...(first?.statuses ?? []), ...record.statuses];
        byId.set(key, { ...(first ?? record), statuses });
    }
    return [...byId.values()].sort((a, b) => b.id - a.id);
}
function deploymentOfRelease(release, swaps) {
    const swap = swaps.find((one) => one.release === release.id && one.state !== 'put-back' && one.state !== 'unchanged');
    return release.candidate.deployment ?? swap?.to ?? release.confirmedDeployment ?? null;
}
function isClosed(state) {
    return state === 'swapped' || state === 'put-back' || state === 'unchanged';
}
function view_lastReleased(view) {
    return view.releases.find((release) => release.state === 'released');
}
function unchangedSince(view, release) {
    const moved = view.swaps.filter(({ record, state }) => record > release.record && state !== 'unchanged');
    const times = [release, ...moved].map(({ since }) => Date.parse(since));
    return Math.max(...times.map((time) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time)));
}
function isRepeatRelease(release) {
    return release.deployment !== null && release.before.deployment === release.deployment;
}
function wentThrough({ adopted, state }) {
    return state === 'released' && !adopted;
}
function view_unsettledReleases({ releases }) {
    const last = releases.findIndex(wentThrough);
    return (last < 0 ? releases : releases.slice(0, last)).filter(({ state }) => !isSettled(state));
}
function view_unsettledRelease(view) {
    return view_unsettledReleases(view)[0];
}
function view_unsettledSwaps(view) {
    const settled = new Set(view.releases.filter((release) => isSettled(release.state)).map((release) => release.id));
    const since = view.releases.find(wentThrough)?.record ?? 0;
    return view.swaps.filter((swap) => (swap.state === 'open' || swap.state === 'unresolved') &&
        swap.record > since &&
        !(swap.release !== null && settled.has(swap.release)));
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/plan-begin.js


function blockingRecord(view) {
    return view_unsettledRelease(view) ?? view_unsettledSwaps(view)[0];
}
function planBegin(view, facts) {
    const release = unsettledRelease(view);
    const completes = release !== undefined && wasCommitted(release, facts);
    if (release !== undefined && !completes)
        return refuseRelease(view, release, facts);
    const swap = completes ? undefined : unsettledSwaps(view)[0];
    if (swap !== undefined)
        return refuseSwap(view, swap, facts);
    const previous = completes ? release : lastReleased(view);
    const again = alreadyLive(previous, completes, facts);
    if (again !== undefined)
        return again;
    const found = adoptable(previous, facts.live);
    return {
        kind: 'begin',
        complete: completes ? release : undefined,
        adopt: found.adopt,
        previous: found.adopt === undefined ? previous : undefined,
        warnings: [...describeIgnored(view), ...found.warnings],
    };
}
function wasCommitted(release, { live, author }) {
    if (release.state !== 'begun' || author?.kind !== 'ended' || author.conclusion !== 'success')
        return false;
    return typeof live === 'object' && live.deployment !== null && live.deployment === release.deployment;
}
function alreadyLive(previous, completes, { candidate, live }) {
    if (candidate === null)
        return undefined;
    if (previous?.deployment === candidate && (live === 'not-asked' || isLive(candidate, live)))
        return { kind: 'already-released', release: previous, complete: completes };
    if (!isLive(candidate, live))
        return undefined;
    const since = previous === undefined ? 'no release brought it' : `release ${previous.id} is the last one`;
    const message = `${candidate} is live already, though ${since}: it was put live outside of Lockstep, so there would be nothing to roll back to; build another deployment and release that`;
    return { kind: 'refuse', reason: 'candidate-live', message };
}
function isLive(candidate, live) {
    return typeof live === 'object' && live.deployment === candidate;
}
function refuseRelease(view, release, { author }) {
    const refuse = (reason, message) => ({ kind: 'refuse', reason, message });
    const name = `release ${release.id} of ${showKey(view.key)}`;
    if (release.state === 'held')
        return refuse('release-held', `${name} is held${said(release)}: decide about it first: keep it with "release" and "command: commit", or roll it back with ${resumeHint(view)}`);
    if (release.state === 'unknown')
        return refuse('release-unresolved', `${name} ended unresolved${said(release)}: resolve it with ${resumeHint(view)}`);
    if (author?.kind !== 'ended')
        return refuse('release-in-progress', `${name} is under way since ${release.createdAt}: wait for ${release.author.url}`);
    const how = author.conclusion === null ? 'is gone' : `ended with ${author.conclusion}`;
    return refuse('release-found-dead', `${name} did not finish: its run ${release.author.url} ${how}: resolve it with ${resumeHint(view)}`);
}
function refuseSwap(view, swap, { author }) {
    const what = `the swap of ${showKey(view.key)} from ${swap.from ?? 'nothing'} to ${swap.to}`;
    if (swap.state === 'open' && author?.kind !== 'ended') {
        const message = `${what} is under way: wait for ${swap.author.url}`;
        return { kind: 'refuse', reason: 'release-in-progress', message };
    }
    const message = `${what} ended unresolved${said(swap)}: resolve it with ${resumeHint(view)}`;
    return { kind: 'refuse', reason: 'swap-unresolved', message };
}
function beganBefore(view, release) {
    return (unsettledReleases(view).find(({ id, record }) => id !== release.id && record < release.record) ??
        unsettledSwaps(view).find((swap) => swap.release === null && swap.record < release.record));
}
function adoptable(previous, live) {
    const none = (...warnings) => ({ adopt: undefined, warnings });
    if (live === 'not-asked')
        return previous !== undefined
            ? none()
            : none('first release, and what is live is not known: without vercel-project there is nothing to roll back to');
    if (live === 'nothing')
        return previous === undefined
            ? none('first release, and nothing is live: there is nothing to roll back to')
            : none(`nothing is live, though release ${previous.id} was the last one: there is nothing to roll back to`);
    if (previous === undefined)
        return { adopt: live, warnings: unknownCommit(live) };
    const known = previous.deployment;
    if (known === null || known === live.deployment)
        return none();
    const warning = `${live.deployment} is live, though release ${previous.id} brought ${known}: production was changed outside of Lockstep; a rollback now rolls back to that`;
    return { adopt: live, warnings: [warning, ...unknownCommit(live)] };
}
function unknownCommit(live) {
    if (live.commit !== null)
        return [];
    return [`the commit of ${live.deployment} is not known: it cannot be checked whether this release is newer`];
}
function describeIgnored(view) {
    return view.ignored.map((ignored) => ignored.why === 'unreadable'
        ? `ledger record ${ignored.record} (${ignored.task}, ${ignored.createdAt}) was written by another version of Lockstep: it is not counted`
        : `ledger record ${ignored.record} (${ignored.task}, ${ignored.createdAt}) was written by ${ignored.creator}: it is not counted; if that login makes your releases, set ledger-creator to it`);
}
function resumeHint({ key }) {
    const service = key.service === '' ? '' : `, "service: ${key.service}"`;
    return `the rollback action, "to: finish", "environment: ${key.environment}"${service}`;
}
function said(record) {
    return record.message === '' ? '' : ` (${record.message})`;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/blocker.js


const blockerReasons = defineReasons({
    'release-in-progress': {
        verdict: 'fail',
        meaning: 'Another release, swap or rollback of this environment and service is under way; the message links to its run.',
        remedy: 'Wait until that run has ended, then run this job again.',
    },
    'release-found-dead': {
        verdict: 'fail',
        meaning: 'The run of an earlier release ended without recording how the release ended. It may have left changes behind, so no other release begins.',
        remedy: 'Resolve it: run `rollback` with `to: finish`.',
    },
    'release-held': {
        verdict: 'fail',
        meaning: 'An earlier release is held: its deployment is live, and a person has to decide about it.',
        remedy: 'Keep it by running `release` with `command: commit`, or roll it back by running `rollback` with `to: finish`.',
    },
    'release-unresolved': {
        verdict: 'fail',
        meaning: 'It is not certain how an earlier release ended: its traffic, or the undo of a change, could not be confirmed.',
        remedy: 'Resolve it: run `rollback` with `to: finish`.',
    },
    'swap-unresolved': {
        verdict: 'fail',
        meaning: 'A swap outside of a release did not record how it ended, so it is not certain what users have.',
        remedy: 'Resolve it: run `rollback` with `to: finish`.',
    },
});
async function readBlocker(ledger, view) {
    const record = blockingRecord(view);
    return record === undefined ? undefined : { record, run: await ledger.runState(record) };
}

// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/github/lib/endpoints.js
var endpoints = __nccwpck_require__(898178);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __nccwpck_require__(564604);
;// CONCATENATED MODULE: ./packages/github/lib/client.js



const MOST_PAGES = 100;
const beyond = new Set(endpoints/* BEYOND_REPOSITORY */.d$);
function repositoryProblem({ owner, repo }) {
    if (owner !== '' && repo !== '')
        return undefined;
    const given = [owner, repo].filter((part) => part !== '').join('/');
    return `GITHUB_REPOSITORY: expected OWNER/NAME, ${given === '' ? 'and it is not set' : `got "${given}"`}; a runner sets it, elsewhere set it to the repository on GitHub`;
}
function createGitHubClient(options) {
    const { clock, log, signal, repository, random } = options;
    const policy = options.retry ?? retry/* defaultRetry */.iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
    };
    let transport;
    const send = async (endpoint, parameters) => {
        const problem = beyond.has(endpoint) ? undefined : repositoryProblem(repository);
        if (problem !== undefined)
            throw new errors/* InputError */.dz(problem);
        transport ??= Promise.all(/* import() */[__nccwpck_require__.e(517), __nccwpck_require__.e(410)]).then(__nccwpck_require__.bind(__nccwpck_require__, 291810)).then(({ openTransport }) => openTransport(options));
        return await (await transport)(endpoint, parameters);
    };
    return {
        clock,
        log,
        signal,
        repository,
        async read(endpoint, parameters) {
            const answer = await (0,retry/* retry */.L5)(() => send(endpoint, parameters), policy, tools);
            return answer.data;
        },
        async *pages(endpoint, parameters) {
            for (let page = 1; page <= MOST_PAGES; page++) {
                const answer = await (0,retry/* retry */.L5)(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
                yield answer.data;
                if (!/rel="next"/.test(String(answer.headers['link'] ?? '')))
                    return;
            }
            throw new errors/* RemoteError */.Hi(`GitHub: ${endpoint}: more than ${MOST_PAGES} pages`, {
                service: 'GitHub',
                retryable: false,
            });
        },
        async change(endpoint, parameters) {
            const once = async () => {
                try {
                    const answer = await send(endpoint, parameters);
                    return { kind: 'accepted', status: answer.status, data: answer.data };
                }
                catch (error) {
                    if (!(error instanceof errors/* RemoteError */.Hi) || (0,failure/* nothingDone */.mh)(error))
                        throw error;
                    return { kind: 'lost', error };
                }
            };
            try {
                return await (0,retry/* retry */.L5)(once, policy, tools);
            }
            catch (error) {
                if (!(error instanceof errors/* RemoteError */.Hi))
                    throw error;
                return { kind: 'refused', error };
            }
        },
    };
}

// EXTERNAL MODULE: ./packages/base/lib/looks.js
var looks = __nccwpck_require__(684464);
;// CONCATENATED MODULE: ./packages/base/lib/at-most-once.js

async function sendOnce(change, persistence, waiter) {
    for (let turn = 1;; turn++) {
        const answer = await change.send();
        if (answer.kind === 'accepted')
            return answer.data;
        if (answer.kind === 'refused')
            throw answer.error;
        persistence.onLost?.(answer.error);
        const found = await (0,looks/* lookAfter */.sR)(waiter, persistence.lookAfterMs, () => change.look());
        if (found !== undefined)
            return found;
        if (turn >= persistence.sends)
            throw answer.error;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/write.js


const LOOK_AFTER_MS = [0, 500];
const SENDS = 3;
async function write_createRecord(github, wanted) {
    const { environment, ref, task, description, payload } = wanted;
    return once(github, {
        send: async () => {
            const answer = await github.change('repos.createDeployment', {
                environment,
                ref,
                task,
                description,
                payload: { ...payload },
                auto_merge: false,
                required_contexts: [],
            });
            if (answer.kind !== 'accepted')
                return answer;
            if (!('id' in answer.data))
                throw new Error(`GitHub created no deployment: ${answer.data.message}`);
            return { ...answer, data: deploymentOf(answer.data) };
        },
        look: async () => {
            const list = await github.read('repos.listDeployments', { environment, task, per_page: 100 });
            const found = list.find((record) => recordId(record.payload) === payload.id);
            return found === undefined ? undefined : deploymentOf(found);
        },
    });
}
function deploymentOf(raw) {
    const { task, payload, creator, created_at } = raw;
    return { id: Number(raw.id), task, payload, creator, created_at };
}
async function write_createStatus(github, record, status) {
    const at = { deployment_id: record };
    const { id } = await once(github, {
        send: () => github.change('repos.createDeploymentStatus', {
            ...at,
            ...status,
            auto_inactive: false,
        }),
        look: async () => {
            const newest = (await github.read('repos.listDeploymentStatuses', { ...at, per_page: 100 }))[0];
            return newest?.state === status.state && newest.description === status.description ? newest : undefined;
        },
    });
    return Number(id);
}
function once(github, change) {
    const onLost = (lost) => github.log.debug(`${lost.message}: checking whether it took effect`);
    return sendOnce(change, { sends: SENDS, lookAfterMs: LOOK_AFTER_MS, onLost }, github);
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/read-records.js



const RECORDS_READ = 10;
async function readView(source, key) {
    const { creator, github } = source;
    const records = [];
    const passedOver = [];
    let [since, looked] = [0, 0];
    let liveBefore = null;
    let isAnchored = false;
    const look = async (record) => {
        looked++;
        const whole = await withStatuses(github, record);
        records.push(whole);
        const [release] = foldLedger(key, creator, [whole]).releases;
        liveBefore = release?.before.release ?? null;
        isAnchored ||= release?.state === 'released';
        if (release === undefined || !wentThrough(release))
            return false;
        if (since === 0)
            since = record.id;
        return !isRepeatRelease(release);
    };
    let found = false;
    for await (const record of deployments(github, key, RELEASE_TASK)) {
        const payload = record.creator?.login === creator ? readReleasePayload(record.payload) : undefined;
        if (payload?.service !== key.service)
            records.push({ ...record, statuses: [] });
        else if (looked >= RECORDS_READ && payload.id !== liveBefore)
            passedOver.push(record);
        else
            found = await look(record);
        if (found || (isAnchored && looked >= RECORDS_READ))
            break;
    }
    if (!found && !isAnchored)
        for (const record of passedOver.slice(0, RECORDS_READ))
            if (await look(record))
                break;
    let swaps = 0;
    for await (const record of deployments(github, key, SWAP_TASK)) {
        if (record.id < since)
            break;
        const ours = record.creator?.login === creator && readSwapPayload(record.payload)?.service === key.service;
        if (!ours)
            records.push({ ...record, statuses: [] });
        else if (++swaps <= RECORDS_READ)
            records.push(await withStatuses(github, record));
    }
    return foldLedger(key, creator, records);
}
async function* readReleases(source, key) {
    for await (const { record } of releasesOf(source, key))
        yield* await whole(source, key, record);
}
async function readLine(source, key, { isIt, most, view }) {
    const known = new Map(view.releases.map((release) => [release.id, release]));
    const line = [];
    let liveBefore = null;
    for await (const { payload, record } of releasesOf(source, key)) {
        const read = known.get(payload.id);
        const assumed = read === undefined && payload.id === liveBefore ? assumeReleased(payload, record) : undefined;
        const isEnough = assumed !== undefined && !isIt(assumed);
        const release = read ?? (isEnough ? assumed : (await whole(source, key, record))[0]);
        if (release === undefined)
            continue;
        line.push(release);
        if (isIt(release) || line.length >= most)
            break;
        if (release.state === 'released')
            liveBefore = release.before.release;
    }
    return line;
}
function assumeReleased(payload, record) {
    const { deployment } = payload.candidate;
    const { created_at: at, id } = record;
    return deployment === null
        ? undefined
        : { ...payload, record: id, createdAt: at, since: at, state: 'released', message: '', deployment };
}
async function* releasesOf({ creator, github }, key) {
    const seen = new Set();
    for await (const record of deployments(github, key, RELEASE_TASK)) {
        const payload = readReleasePayload(record.payload);
        if (payload?.service !== key.service || record.creator?.login !== creator || seen.has(payload.id))
            continue;
        seen.add(payload.id);
        yield { payload, record };
    }
}
async function whole({ creator, github }, key, record) {
    return foldLedger(key, creator, [await withStatuses(github, record)]).releases;
}
async function* deployments(github, key, task) {
    for await (const page of github.pages('repos.listDeployments', { environment: key.environment, task }))
        yield* page.map(deploymentOf);
}
async function withStatuses(github, record) {
    const statuses = [];
    for await (const page of github.pages('repos.listDeploymentStatuses', { deployment_id: record.id }))
        statuses.push(...page.map((status) => ({ ...status, id: Number(status.id) })));
    return { ...record, statuses };
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/ledger.js





function openLedger({ github, creator }) {
    return {
        async read(key) {
            return await readView({ github, creator }, key);
        },
        releases: (key) => readReleases({ github, creator }, key),
        line: (key, wanted) => readLine({ github, creator }, key, wanted),
        async runState({ author }) {
            try {
                const run = await github.read('actions.getWorkflowRunAttempt', {
                    run_id: author.runId,
                    attempt_number: author.runAttempt,
                });
                return run.status === 'completed' ? { kind: 'ended', conclusion: run.conclusion ?? null } : { kind: 'running' };
            }
            catch (error) {
                if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
                    return { kind: 'ended', conclusion: null };
                throw error;
            }
        },
        async begin(environment, ref, payload) {
            const name = payload.service === '' ? environment : `${payload.service} in ${environment}`;
            const description = payload.adopted ? `Found live: ${name}` : `Release of ${name}`;
            const record = await write_createRecord(github, { environment, ref, task: RELEASE_TASK, description, payload });
            await countsAsOurs(record, 'rolled-back');
            const { deployment } = payload.candidate;
            const release = { ...payload, ...recorded(record), deployment, state: 'begun', message: '' };
            if (!payload.adopted) {
                await this.setState(release, 'begun', '');
                return release;
            }
            await this.markReleased(release, null, 'found live');
            return { ...release, state: 'released' };
        },
        async setState(release, state, message) {
            await write_createStatus(github, release.record, {
                state: RELEASE_STATES[state],
                description: states_describeState(state, message),
                log_url: release.author.url,
            });
        },
        async markReleased(release, deployment, note = '') {
            await write_createStatus(github, release.record, {
                state: RELEASE_STATES.released,
                description: describeReleased(deployment, note),
                log_url: release.author.url,
            });
        },
        async open(environment, ref, payload) {
            const description = `Swap to ${payload.to}`;
            const record = await write_createRecord(github, { environment, ref, task: SWAP_TASK, description, payload });
            await countsAsOurs(record, 'unchanged');
            const swap = { ...payload, ...recorded(record), state: 'open', message: '' };
            const status = { state: SWAP_STATES.open, description: states_describeState('open', ''), log_url: payload.author.url };
            await write_createStatus(github, record.id, status);
            return swap;
        },
        async reach(swap, stage) {
            await write_createStatus(github, swap.record, {
                state: SWAP_STATES.open,
                description: describeStage(stage),
                log_url: swap.author.url,
            });
        },
        async close(swap, state, message) {
            await write_createStatus(github, swap.record, {
                state: SWAP_STATES[state],
                description: states_describeState(state, message),
                log_url: swap.author.url,
            });
        },
    };
    async function countsAsOurs(record, end) {
        const by = record.creator?.login ?? '';
        if (by === creator)
            return;
        const description = states_describeState(end, 'nothing was begun: ledger-creator is not the login that wrote this');
        await write_createStatus(github, record.id, { state: 'failure', description });
        throw new errors/* InputError */.dz(`input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`);
    }
}
function recorded(record) {
    return { record: record.id, createdAt: record.created_at, since: record.created_at };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/github.js

function githubClient(values, shell, signal = shell.signal) {
    const { apiUrl, repository } = shell.env;
    const timeout = values['request-timeout'];
    return createGitHubClient({
        token: values['github-token'],
        apiUrl,
        repository,
        clock: shell.clock,
        log: shell.log,
        signal,
        ...(timeout === undefined ? {} : { requestTimeoutMs: timeout }),
    });
}
function ledgerClient(values, shell, signal = shell.signal) {
    return openLedger({ github: githubClient(values, shell, signal), creator: values['ledger-creator'] });
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(106301);
;// CONCATENATED MODULE: ./packages/base/lib/service-api.js



function serviceUrl(apiUrl, path) {
    return new URL(`${apiUrl.href.replace(/\/$/, '')}${path}`);
}
const SLOWEST_BYTES_PER_MS = 125;
async function askService(service, access, { body, headers, method, url }) {
    const { clock, log, signal } = access;
    const what = `${service}: ${method} ${url.pathname}`;
    const started = clock.now();
    const exchange = async (inner) => {
        const response = await access.fetch(url, {
            method,
            redirect: 'manual',
            signal: inner,
            headers: {
                authorization: `Bearer ${access.token.reveal()}`,
                accept: 'application/json',
                'user-agent': 'lockstep',
                ...headers,
            },
            ...(body === undefined ? {} : { body }),
        });
        const text = await response.text();
        return { status: response.status, header: (name) => response.headers.get(name), text, body: jsonIn(text) };
    };
    const limitMs = access.requestTimeoutMs + (body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
    try {
        const answer = await (0,deadline/* withDeadline */.N)(what, limitMs, exchange, { clock, signal });
        log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
        return answer;
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,lib_clock/* cancellation */.WN)(signal);
        log.debug(`${what}: no answer after ${clock.now() - started} ms`);
        throw new errors/* RemoteError */.Hi(`${what}: no answer`, { service, retryable: true, cause });
    }
}
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/base/lib/json-path.js
function at(value, ...path) {
    let here = value;
    for (const step of path) {
        if (typeof here !== 'object' || here === null)
            return undefined;
        here = here[step];
    }
    return here;
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function numberAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/answer.js

function listAt(value, ...path) {
    const found = at(value, ...path);
    return Array.isArray(found) ? found : undefined;
}
function textsAt(value, ...path) {
    const found = at(value, ...path);
    if (typeof found !== 'object' || found === null)
        return {};
    return Object.fromEntries(Object.entries(found).filter((entry) => typeof entry[1] === 'string'));
}
function needed(found, member, of) {
    if (found !== undefined)
        return found;
    throw new errors/* RemoteError */.Hi(`Vercel's answer for ${of} has no "${member}"`, { service: 'Vercel', retryable: true });
}

;// CONCATENATED MODULE: ./packages/vercel/lib/failure.js

function failureOf(what, answer, nowMs) {
    const { status } = answer;
    const code = textAt(answer.body, 'error', 'code') ?? textAt(answer.body, 'code');
    const words = textAt(answer.body, 'error', 'message') ?? textAt(answer.body, 'message') ?? wordsFor(status);
    const requestId = answer.header('x-vercel-id');
    const retryAfterMs = retryAfterOf(answer, nowMs);
    const hint = hintFor(status, code);
    return new errors/* RemoteError */.Hi(`Vercel: ${what}: ${words}`, {
        service: 'Vercel',
        status,
        retryable: status === 408 || status === 429 || status >= 500,
        ...(code === undefined ? {} : { code }),
        ...(requestId === null ? {} : { requestId }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function notJson(what, answer) {
    return new errors/* RemoteError */.Hi(`Vercel: ${what}: the answer is not JSON`, {
        service: 'Vercel',
        status: answer.status,
        retryable: true,
        hint: 'check vercel-api-url and any proxy in between',
    });
}
function retryAfterOf(answer, nowMs) {
    const header = (0,retry/* parseRetryAfter */.mu)(answer.header('retry-after'), nowMs);
    if (header !== undefined || answer.status !== 429)
        return header;
    const resetMs = numberAt(answer.body, 'error', 'limit', 'resetMs');
    const resetSeconds = numberAt(answer.body, 'error', 'limit', 'reset');
    const reset = resetMs ?? (resetSeconds === undefined ? undefined : resetSeconds * 1_000);
    return reset === undefined ? undefined : Math.max(0, reset - nowMs);
}
function wordsFor(status) {
    if (status >= 300 && status < 400)
        return 'a redirect, which is not followed because it could send the token to another host';
    return status >= 500 ? 'Vercel returned a server error' : 'refused';
}
const HINTS = {
    too_many_files: 'set upload-archive: tgz',
    missing_project_settings: 'the project does not exist under that name: check vercel-project and vercel-team',
    builds_rate_limited: 'the plan allows no more builds for now',
    'api-deployments-free-per-day': 'the plan allows no more deployments today',
};
function hintFor(status, code) {
    const known = HINTS[code ?? ''];
    if (known !== undefined)
        return known;
    if (code?.startsWith('api-upload') === true)
        return 'the plan allows no more uploads for now: set upload-archive: tgz';
    if (status >= 300 && status < 400)
        return 'check vercel-api-url';
    if (status === 401 || code === 'not_authenticated' || code === 'invalid_token')
        return 'vercel-token is not accepted: create a new one and store it as a secret';
    if (status === 403)
        return 'the token must have access to the project, and vercel-team must be the team that owns it';
    if (status === 404)
        return 'check the id, vercel-project and vercel-team: what belongs to another team answers 404 too';
    if (status === 402)
        return 'the plan of the team does not allow it';
    return undefined;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/client.js



const VERCEL_API = 'https://api.vercel.com';
const PAGE = 100;
const client_MOST_PAGES = 200;
function createVercelClient(options) {
    const { clock, log, signal, random } = options;
    const policy = options.retry ?? retry/* defaultRetry */.iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} again in ${Math.round(delayMs)} ms`),
    };
    async function send(method, path, query, body) {
        const url = address(options, path, query);
        const answer = await askService('Vercel', options, { method, url, headers: body?.headers, body: body?.bytes });
        return answer.text.trim() === '' ? { ...answer, body: {} } : answer;
    }
    async function once(method, path, query, body) {
        const answer = await send(method, path, query, body);
        if (answer.status < 200 || answer.status >= 300)
            throw failureOf(`${method} ${path}`, answer, clock.now());
        return answer;
    }
    const read = (path, query = {}) => (0,retry/* retry */.L5)(async () => {
        const answer = await once('GET', path, query);
        if (answer.body === undefined)
            throw notJson(`GET ${path}`, answer);
        return answer.body;
    }, policy, tools);
    return {
        clock,
        log,
        signal,
        read,
        async readAll(path, member, query = {}) {
            const items = [];
            let until;
            for (let asked = 0; asked < client_MOST_PAGES; asked++) {
                const answer = await read(path, { ...query, limit: PAGE, until });
                const page = listAt(answer, member);
                if (page === undefined)
                    throw new errors/* RemoteError */.Hi(`Vercel: GET ${path}: no list "${member}" in the answer`, {
                        service: 'Vercel',
                        retryable: false,
                    });
                items.push(...page);
                const next = numberAt(at(answer, 'pagination'), 'next');
                if (next === undefined || next === until)
                    return items;
                until = next;
            }
            throw new errors/* RemoteError */.Hi(`Vercel: GET ${path}: more than ${client_MOST_PAGES * PAGE} items`, {
                service: 'Vercel',
                retryable: false,
            });
        },
        async change(method, path, query = {}, body = {}) {
            const what = `${method} ${path}`;
            const json = { bytes: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
            try {
                return await (0,retry/* retry */.L5)(async () => {
                    const answer = await attempt(() => send(method, path, query, json));
                    if (answer instanceof errors/* RemoteError */.Hi)
                        return { kind: 'lost', error: answer };
                    if (answer.status === 429)
                        throw failureOf(what, answer, clock.now());
                    return judge(what, answer, clock.now());
                }, policy, tools);
            }
            catch (error) {
                if (!(error instanceof errors/* RemoteError */.Hi))
                    throw error;
                return { kind: 'refused', error, body: undefined };
            }
        },
        async put(path, body) {
            await (0,retry/* retry */.L5)(() => once('POST', path, {}, body), policy, tools);
        },
    };
}
async function orAbsent(work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return undefined;
        throw error;
    }
}
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi)
            return error;
        throw error;
    }
}
function judge(what, answer, nowMs) {
    const { status, body } = answer;
    if (status >= 200 && status < 300)
        return body === undefined ? { kind: 'lost', error: notJson(what, answer) } : { kind: 'accepted', status, body };
    const error = failureOf(what, answer, nowMs);
    return status < 500 && status !== 408 ? { kind: 'refused', error, body } : { kind: 'lost', error };
}
function address(options, path, query) {
    const url = serviceUrl(options.apiUrl, path);
    for (const [name, value] of Object.entries(query))
        if (value !== undefined)
            url.searchParams.set(name, String(value));
    if (options.team !== '')
        url.searchParams.set(options.team.startsWith('team_') ? 'teamId' : 'slug', options.team);
    return url;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/vercel.js

function vercelClient(values, shell) {
    return createVercelClient({
        token: values['vercel-token'],
        team: values['vercel-team'],
        apiUrl: values['vercel-api-url'] ?? new URL(VERCEL_API),
        clock: shell.clock,
        log: shell.log,
        signal: shell.signal,
        fetch,
        requestTimeoutMs: values['request-timeout'],
    });
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/interrupted-rollback.js

function interruptedRollback(view, to) {
    if (to !== 'finish' && to !== 'previous')
        return undefined;
    const open = view_unsettledRelease(view);
    const newest = open ?? view_lastReleased(view);
    const rollbacks = view_unsettledSwaps(view).filter(takesReleasesBack);
    const own = rollbacks.find(({ takesBack }) => newest !== undefined && takesBack.includes(newest.id));
    return own ?? (to === 'finish' && open === undefined ? rollbacks[0] : undefined);
}
function rollbackToFinish(view, live) {
    return view_unsettledSwaps(view)
        .filter(takesReleasesBack)
        .find(({ to }) => to === live);
}
function takesReleasesBack(swap) {
    return swap.takesBack !== undefined && swap.takesBack.length > 0;
}
function endsRollback({ takesBack, to }) {
    const seen = new Set();
    return ({ before, deployment, id, state }) => {
        seen.add(id);
        if (!takesBack.every((one) => seen.has(one)))
            return false;
        return takesBack.includes(id) ? before.deployment === to : deployment === to && state === 'released';
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/key.js
function key_showKey({ environment, service }) {
    return service === '' ? environment : `${environment}/${service}`;
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/rollback-target.js




function findTarget(to, facts) {
    const open = view_unsettledRelease(facts.view);
    const busy = inProgress(open ?? view_unsettledSwaps(facts.view)[0], facts);
    if (busy !== undefined)
        return busy;
    const interrupted = interruptedRollback(facts.view, to);
    if (interrupted !== undefined)
        return resumeRollback(interrupted, facts);
    if (to === 'finish')
        return finish(open, facts);
    if (to === 'previous')
        return open === undefined ? previous(facts) : rollBackOne(open, facts);
    return earlier(to, facts);
}
function inProgress(record, { author }) {
    if (record === undefined || author?.kind !== 'running')
        return undefined;
    if (record.state !== 'begun' && record.state !== 'open')
        return undefined;
    return { kind: 'busy', message: `${record.author.url} is still running: cancel it, or wait until it ends` };
}
function finish(open, facts) {
    if (open !== undefined) {
        const { author, live } = facts;
        const succeeded = open.state === 'begun' && author?.kind === 'ended' && author.conclusion === 'success';
        return succeeded && open.deployment !== null && open.deployment === live
            ? { kind: 'complete', release: open }
            : rollBack([open], facts.view);
    }
    const swaps = view_unsettledSwaps(facts.view);
    const alone = swaps.find(({ takesBack }) => takesBack === undefined);
    if (alone !== undefined)
        return rollBackSwap(alone);
    if (swaps[0] !== undefined)
        return resumeRollback({ ...swaps[0], takesBack: swaps[0].takesBack ?? [] }, facts);
    const message = `${key_showKey(facts.view.key)} has no unfinished release or swap`;
    return { kind: 'nothing', reason: 'nothing-to-finish', message };
}
function rollBackSwap(swap) {
    if (swap.from === null)
        return refuse('no-rollback-target', `nothing was live before the swap to ${swap.to}: there is nothing to roll back to`);
    return {
        kind: 'roll-back',
        to: { deployment: swap.from, commit: null },
        release: null,
        from: swap.to,
        fromCommit: null,
        releases: [],
        aliases: swap.aliases,
        autoAssign: swap.autoAssign,
    };
}
function resumeRollback(swap, { line, view }) {
    const { autoAssign, from, takesBack, to } = swap;
    const releases = line.filter(({ id }) => takesBack.includes(id));
    const missing = takesBack.filter((id) => !releases.some((one) => one.id === id));
    if (missing.length > 0)
        return refuse('no-such-release', `a rollback to ${to} (${swap.author.url}) did not finish, and ${key_showKey(view.key)} has no longer all releases that it rolls back (${(0,lists/* nameSome */.Kf)(missing, 3)}): set "to" to the release or deployment that users are to get`);
    const [newest, oldest] = [releases[0], releases.at(-1)];
    const older = line.filter(({ record }) => oldest === undefined || record < oldest.record);
    const target = older.find(({ deployment, state }) => deployment === to && state === 'released');
    const before = oldest?.before.deployment === to ? oldest.before : undefined;
    return {
        kind: 'roll-back',
        to: { deployment: to, commit: target?.candidate.commit ?? before?.commit ?? null },
        release: target?.id ?? before?.release ?? null,
        from,
        fromCommit: newest?.candidate.commit ?? null,
        releases,
        aliases: undefined,
        autoAssign,
        resumes: true,
    };
}
function previous(facts) {
    const { view, live } = facts;
    const last = view_lastReleased(view);
    if (last === undefined)
        return refuse('no-rollback-target', `${key_showKey(view.key)} has no release to roll back`);
    if (last.deployment === null && last.before.deployment !== null && last.before.deployment === live)
        return refuse('no-rollback-target', `the deployment of release ${last.id} is not recorded, and ${live}, which was live before it, still is: set "to" to the release or deployment that you want`);
    return rollBackOne(last, facts);
}
function rollBackOne(release, { view }) {
    const releases = [release];
    for (let first = release; isRepeatRelease(first);) {
        const { id, before, record, deployment } = first;
        const older = view.releases.filter((other) => other.record < record && other.state === 'released');
        const next = older.find((other) => other.id === before.release) ?? older.find((other) => other.deployment === deployment);
        if (next?.deployment !== deployment || next === undefined)
            return refuse('no-rollback-target', `${deployment} was live before release ${id} too, and what was live before that is not recorded: set "to" to the release or deployment that you want`);
        releases.push(next);
        first = next;
    }
    return rollBack(releases, view);
}
function rollBack(releases, view) {
    const [newest, oldest] = [releases[0], releases.at(-1)];
    const { deployment, commit, release } = oldest?.before ?? { deployment: null, commit: null, release: null };
    if (deployment === null)
        return refuse('no-rollback-target', `release ${oldest?.id} is the first one, and what was live before it is not recorded: there is nothing to roll back to`);
    return {
        kind: 'roll-back',
        to: { deployment, commit },
        release,
        from: newest?.deployment ?? null,
        fromCommit: newest?.candidate.commit ?? null,
        releases,
        aliases: undefined,
        autoAssign: autoAssignBefore(view, newest),
    };
}
function autoAssignBefore(view, release) {
    const own = release !== undefined && release === view_unsettledRelease(view);
    const swap = own ? view.swaps.find((one) => one.release === release.id) : view_unsettledSwaps(view).at(-1);
    return swap?.autoAssign;
}
function earlier(to, { view, line, live }) {
    const at = line.findIndex(({ deployment, id, state }) => id === to || (deployment === to && state === 'released'));
    const wanted = line[at];
    if (wanted === undefined && !to.startsWith('dpl_'))
        return refuse('no-such-release', `${key_showKey(view.key)} has no release ${to}: give a release id, a deployment id, previous or finish`);
    if (wanted !== undefined && wanted.state !== 'released')
        return refuse('not-released', `release ${to} is ${wanted.state}: only a release that was once live can be a target`);
    if (wanted !== undefined && wanted.deployment === null)
        return refuse('no-rollback-target', `the deployment of release ${to} is not recorded: give the deployment id instead`);
    const deployment = wanted?.deployment ?? to;
    const first = rollbackToFinish(view, live);
    if (first !== undefined && deployment !== live)
        return refuse('rollback-unfinished', `users have ${live} by a rollback that did not finish (${first.author.url}): finish it first, with "to: finish" or "to: ${live}"`);
    const newer = wanted === undefined ? [] : newerThan(wanted, line.slice(0, at));
    const newest = newer[0];
    return {
        kind: 'roll-back',
        to: { deployment, commit: wanted?.candidate.commit ?? null },
        release: wanted?.id ?? null,
        from: newest?.deployment ?? live ?? null,
        fromCommit: newest?.candidate.commit ?? null,
        releases: newer,
        aliases: undefined,
        autoAssign: autoAssignBefore(view, undefined),
    };
}
function newerThan(wanted, releases) {
    const newer = releases.filter(({ state }) => mayBeInPlace(state));
    const other = newer.findLastIndex((one) => !(isRepeatRelease(one) && one.deployment === wanted.deployment));
    return newer.slice(0, other + 1);
}
function mayBeInPlace(state) {
    return state !== 'rolled-back' && state !== 'acknowledged';
}
function refuse(reason, message) {
    return { kind: 'refuse', reason, message };
}

;// CONCATENATED MODULE: ./packages/github/lib/promotion/records.js


async function* recordsOf(github, creator, { environment }, task) {
    for await (const page of github.pages('repos.listDeployments', { environment, task }))
        yield* page.map(deploymentOf).filter((record) => record.creator?.login === creator);
}
const LONGEST_JOB_MS = 6 * 3_600_000;
const MOST_RECORDS = 2_000;
async function findWritten(github, creator, key, { task, read, wanted }) {
    let found;
    const seen = [];
    let count = 0;
    for await (const record of recordsOf(github, creator, key, task)) {
        if (++count > MOST_RECORDS)
            break;
        const payload = read(record.payload);
        if (payload === undefined || payload.service !== key.service)
            continue;
        if (found === undefined && wanted(payload))
            found = { payload, record };
        else
            seen.push(payload);
        const from = found === undefined ? undefined : Date.parse(found.record.created_at) - LONGEST_JOB_MS;
        if (from !== undefined && Date.parse(record.created_at) < from)
            break;
    }
    if (found === undefined)
        return undefined;
    const { payload } = found;
    const own = JSON.stringify(payload);
    const rivals = seen.filter((other) => isSame(other.author, payload.author) && JSON.stringify(other) !== own);
    return { ...found, rivals: rivals.length };
}
function isSame(one, other) {
    return one.runId === other.runId && one.runAttempt === other.runAttempt;
}
async function records_createOurs(github, creator, wanted) {
    const record = await createRecord(github, wanted);
    const by = record.creator?.login ?? '';
    if (by === creator)
        return record;
    const description = 'not counted: ledger-creator is not the login that wrote this';
    await createStatus(github, record.id, { state: 'failure', description });
    throw new InputError(`input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`);
}

;// CONCATENATED MODULE: ./packages/github/lib/restore-points.js




const RESTORE_POINT_TASK = 'lockstep:restore-point';
async function recordRestorePoint(github, creator, environment, payload) {
    const description = `Restore point ${payload.name}`;
    const wanted = { environment, ref: payload.commit, task: RESTORE_POINT_TASK, description, payload };
    const record = await createOurs(github, creator, wanted);
    const said = describeState('restore-point', `${payload.name} of ${payload.project}`);
    await createStatus(github, record.id, { state: 'inactive', description: said, log_url: payload.author.url });
}
async function findRestorePoint(github, creator, key) {
    const found = await findWritten(github, creator, key, {
        task: RESTORE_POINT_TASK,
        read: readPayload,
        wanted: () => true,
    });
    return found?.payload;
}
function readPayload(payload) {
    const found = parsed(payload);
    const whole = found?.kind === 'lockstep-restore-point/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        typeof found.project === 'string' &&
        typeof found.name === 'string' &&
        isAuthor(found.author);
    return whole ? found : undefined;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/lazily.js
const loadArchivist = () => __nccwpck_require__.e(/* import() */ 803).then(__nccwpck_require__.bind(__nccwpck_require__, 521933));
const loadPreview = () => __nccwpck_require__.e(/* import() */ 881).then(__nccwpck_require__.bind(__nccwpck_require__, 1030075));
const loadRestore = () => Promise.all(/* import() */[__nccwpck_require__.e(811), __nccwpck_require__.e(238)]).then(__nccwpck_require__.bind(__nccwpck_require__, 812771));
const loadSealing = () => __nccwpck_require__.e(/* import() */ 146).then(__nccwpck_require__.bind(__nccwpck_require__, 610771));
const loadContractData = () => Promise.all(/* import() */[__nccwpck_require__.e(811), __nccwpck_require__.e(724)]).then(__nccwpck_require__.bind(__nccwpck_require__, 810177));
const lazily_loadManagement = () => __nccwpck_require__.e(/* import() */ 602).then(__nccwpck_require__.bind(__nccwpck_require__, 795158));
const loadCarry = () => Promise.all(/* import() */[__nccwpck_require__.e(811), __nccwpck_require__.e(194)]).then(__nccwpck_require__.bind(__nccwpck_require__, 858774));

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/commands.js

async function restoreArchives(engine, options) {
    return (await loadRestore()).restoreArchives(engine, options);
}
async function readContractData(engine, releases) {
    return (await loadContractData()).readContractData(engine, releases);
}
async function listArchives(engine) {
    return (await lazily_loadManagement()).listArchives(engine);
}
async function pruneArchives(engine, options) {
    return (await loadManagement()).pruneArchives(engine, options);
}
async function extendArchive(engine, id, options) {
    return (await loadManagement()).extendArchive(engine, id, options);
}
async function removeArchive(engine, id, options) {
    return (await loadManagement()).removeArchive(engine, id, options);
}
async function eraseFromArchives(engine, erasures, options) {
    return (await loadManagement()).eraseFromArchives(engine, erasures, options);
}

;// CONCATENATED MODULE: ./packages/vercel/lib/project.js


async function readProject(api, idOrName) {
    const path = `/v9/projects/${encodeURIComponent(idOrName)}`;
    const body = await api.read(path, { rollbackInfo: true });
    return {
        id: needed(textAt(body, 'id'), 'id', `GET ${path}`),
        name: textAt(body, 'name') ?? idOrName,
        rootDirectory: textAt(body, 'rootDirectory'),
        production: textAt(body, 'targets', 'production', 'id'),
        crons: numberAt(body, 'crons', 'disabledAt') === undefined ? textAt(body, 'crons', 'deploymentId') : undefined,
        autoAssign: at(body, 'autoAssignCustomDomains') !== false,
        rolledBack: (at(body, 'lastRollbackTarget') ?? null) !== null,
        job: jobOf(at(body, 'lastAliasRequest')),
        git: at(body, 'gitProviderOptions', 'createDeployments') === 'disabled' ? undefined : gitOf(at(body, 'link')),
        pinsClients: (numberAt(body, 'skewProtectionMaxAge') ?? 0) > 0,
        rollingReleases: (at(body, 'rollingRelease') ?? null) !== null,
    };
}
function jobOf(value) {
    const to = textAt(value, 'toDeploymentId');
    const type = textAt(value, 'type');
    const requestedAt = numberAt(value, 'requestedAt');
    if (to === undefined || type === undefined || requestedAt === undefined)
        return undefined;
    return { type, to, requestedAt, from: textAt(value, 'fromDeploymentId'), status: textAt(value, 'jobStatus') ?? '' };
}
function gitOf(link) {
    if (textAt(link, 'type') === undefined)
        return undefined;
    const owner = textAt(link, 'org') ?? textAt(link, 'projectNamespace') ?? textAt(link, 'owner');
    const name = textAt(link, 'repo') ?? textAt(link, 'projectName') ?? textAt(link, 'slug');
    const repository = [owner, name].filter((part) => part !== undefined).join('/') || 'a repository';
    return { repository, branch: textAt(link, 'productionBranch') ?? 'main' };
}
const JOB_FORGOTTEN_MS = 15 * 60_000;
function inFlight(job, nowMs) {
    if (job === undefined || nowMs - job.requestedAt > JOB_FORGOTTEN_MS)
        return false;
    return job.status === 'pending' || job.status === 'in-progress';
}
function isNewer(job, than) {
    if (than === undefined)
        return true;
    if (job.requestedAt !== than.requestedAt)
        return job.requestedAt > than.requestedAt;
    return job.type !== than.type || job.to !== than.to;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/deployment.js


async function readDeployment(api, idOrUrl) {
    const path = `/v13/deployments/${encodeURIComponent(idOrUrl)}`;
    return deployment_deploymentOf(await api.read(path), `GET ${path}`);
}
function deployment_deploymentOf(body, call) {
    const id = needed(textAt(body, 'id') ?? textAt(body, 'uid'), 'id', call);
    const meta = textsAt(body, 'meta');
    const message = textAt(body, 'errorMessage');
    const code = textAt(body, 'errorCode');
    return {
        id,
        url: needed(textAt(body, 'url'), 'url', call),
        projectId: textAt(body, 'projectId') ?? textAt(body, 'project', 'id'),
        readyState: needed(textAt(body, 'readyState') ?? textAt(body, 'state'), 'readyState', call),
        substate: textAt(body, 'readySubstate'),
        target: textAt(body, 'target'),
        commit: textAt(body, 'gitSource', 'sha') ?? meta['githubCommitSha'] ?? meta['gitCommitSha'],
        inspectorUrl: textAt(body, 'inspectorUrl'),
        aliasAssigned: at(body, 'aliasAssigned') === true || numberAt(body, 'aliasAssigned') !== undefined,
        aliasError: textAt(body, 'aliasError', 'message') ?? textAt(body, 'aliasError', 'code'),
        checks: textAt(body, 'checksConclusion') ?? textAt(body, 'checks', 'deployment-alias', 'state'),
        error: message === undefined && code === undefined ? undefined : { code, message: message ?? code ?? '' },
        blocked: { code: textAt(body, 'seatBlock', 'blockCode'), reason: textAt(body, 'readyStateReason') },
        meta,
    };
}
function originOf(host) {
    const name = host.replace(/:\d+$/, '');
    const local = name === 'localhost' || name.endsWith('.localhost') || name.endsWith('.test') || name === '127.0.0.1';
    return `${local ? 'http' : 'https'}://${host}`;
}
function nameOf(id, commit) {
    if (id === undefined)
        return 'nothing';
    return commit === undefined ? id : `${id} (${commit.slice(0, 7)})`;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/hosts.js


async function readProductionDomains(api, projectId) {
    const path = `/v9/projects/${encodeURIComponent(projectId)}/domains`;
    const items = await api.readAll(path, 'domains', { production: true, verified: true, redirects: false });
    const names = items.filter(servesProduction).flatMap((item) => textAt(item, 'name') ?? []);
    return [...new Set(names)].sort();
}
function servesProduction(item) {
    const none = (member) => (at(item, member) ?? null) === null;
    return none('redirect') && none('gitBranch') && none('customEnvironmentId') && at(item, 'verified') !== false;
}
async function readAliases(api, projectId) {
    const items = await api.readAll('/v4/aliases', 'aliases', { projectId });
    const rows = items.flatMap((item) => rowOf(item) ?? []);
    return new Map(rows.map((row) => [row.host, row]));
}
async function readAlias(api, host) {
    const body = await orAbsent(api.read(`/v4/aliases/${encodeURIComponent(host)}`));
    const row = rowOf(body);
    return row === undefined ? undefined : { ...row, projectId: textAt(body, 'projectId') };
}
function rowOf(item) {
    const host = textAt(item, 'alias');
    if (host === undefined || numberAt(item, 'deletedAt') !== undefined)
        return undefined;
    return {
        host,
        uid: textAt(item, 'uid'),
        deploymentId: textAt(item, 'deploymentId') ?? textAt(item, 'deployment', 'id'),
    };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/rollout.js


const NONE = [402, 403, 404];
function hasNone(error) {
    return error instanceof errors/* RemoteError */.Hi && NONE.includes(error.status ?? 0);
}
async function readRollout(api, projectId) {
    try {
        return rolloutOf(await api.read(rollout_pathOf(projectId), { state: 'ACTIVE' }));
    }
    catch (error) {
        if (hasNone(error))
            return undefined;
        throw error;
    }
}
function rollout_pathOf(projectId) {
    return `/v1/projects/${encodeURIComponent(projectId)}/rolling-release`;
}
function rolloutOf(body) {
    const release = at(body, 'rollingRelease');
    if (textAt(release, 'state') !== 'ACTIVE')
        return undefined;
    return {
        base: textAt(release, 'currentDeployment', 'id'),
        candidate: textAt(release, 'canaryDeployment', 'id'),
        stages: (listAt(release, 'stages') ?? []).map(stageOf).filter((stage) => stage !== undefined),
        active: stageOf(at(release, 'activeStage')),
        next: stageOf(at(release, 'nextStage')),
        paused: textAt(release, 'substate') === 'PAUSED',
        advancesByItself: textAt(release, 'advancementType') === 'automatic',
        queued: textAt(release, 'queuedDeploymentId'),
    };
}
function stageOf(value) {
    const [index, percentage] = [numberAt(value, 'index'), numberAt(value, 'targetPercentage')];
    if (index === undefined || percentage === undefined)
        return undefined;
    return { index, percentage, isFinal: at(value, 'isFinalStage') === true || percentage === 100 };
}
function placeOf({ active, stages }) {
    return active === undefined ? undefined : { stage: active, of: stages.length };
}
function nameStage(stage, of) {
    return `stage ${placeName({ stage, of })}`;
}
function placeName({ of, stage }) {
    return `${stage.index + 1} of ${of} (${stage.percentage} %)`;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/rolling-config.js



async function readRollingConfig(api, projectId) {
    try {
        const found = at(await api.read(`${rollout_pathOf(projectId)}/config`), 'rollingRelease');
        if (!rolling_config_isObject(found) || found['enabled'] === false)
            return { kind: 'off' };
        return { kind: 'on', config: configOf(found) };
    }
    catch (error) {
        if (hasNone(error))
            return { kind: 'not-available', error };
        throw error;
    }
}
function configOf(raw) {
    const stages = (listAt(raw, 'stages') ?? []).flatMap((stage) => {
        const percentage = numberAt(stage, 'targetPercentage');
        if (percentage === undefined)
            return [];
        const needsApproval = at(stage, 'requireApproval') === true;
        return [{ percentage, minutes: numberAt(stage, 'duration'), needsApproval }];
    });
    return { stages, gate: gateOf(raw['gate']), raw };
}
function gateOf(raw) {
    if (!rolling_config_isObject(raw))
        return undefined;
    return { enabled: raw['enabled'] === true, dryRun: raw['dryRun'] === true, action: String(raw['action']), raw };
}
function rolling_config_isObject(value) {
    return typeof value === 'object' && value !== null;
}
async function writeRollingConfig(api, projectId, body) {
    const answer = await api.change('PATCH', `${pathOf(projectId)}/config`, {}, body);
    if (answer.kind === 'refused')
        return { kind: 'refused', why: describe(answer.error) };
    if (answer.kind === 'lost')
        api.log.warning(`${describe(answer.error)}: what is configured is read back`);
    const settings = await readRollingConfig(api, projectId);
    if (settings.kind === 'on')
        return { kind: 'written', config: settings.config };
    return { kind: 'refused', why: 'Vercel shows no configuration after it was written' };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/swap-snapshot.js






async function readSwapSnapshot(api, projectIdOrName, candidateId) {
    const project = await readProject(api, projectIdOrName);
    const [candidate, current, productionDomains, aliases, rollout, rolling] = await Promise.all([
        readDeployment(api, candidateId),
        project.production === undefined ? undefined : readIfKept(api, project.production),
        readProductionDomains(api, project.id),
        readAliases(api, project.id),
        readRollout(api, project.id),
        project.rollingReleases ? readRollingConfig(api, project.id) : { kind: 'off' },
    ]);
    return { project, candidate, current, productionDomains, aliases, rollout, rolling };
}
async function readIfKept(api, id) {
    try {
        return await readDeployment(api, id);
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && (error.status === 404 || error.status === 410))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/cancel-run.js
async function cancelRun(github, runId) {
    const answer = await github.change('actions.cancelWorkflowRun', { run_id: runId });
    if (answer.kind === 'refused' && answer.error.status !== 409)
        throw answer.error;
}

;// CONCATENATED MODULE: ./actions/rollback/lib/cancel-release.js


const READ_EVERY_MS = 2_000;
const CANCEL_AGAIN_AFTER = 5;
async function cancelRelease({ github, ledger, key }, release, withinMs, shell) {
    const { clock, log, signal } = shell;
    log.info(`release ${release.id} is running: cancelling ${release.author.url}, and waiting until it has unwound`);
    let readings = 0;
    const read = async () => {
        if (readings++ % CANCEL_AGAIN_AFTER === 0)
            await cancelRun(github, release.author.runId);
        const { releases } = await ledger.read(key);
        const now = releases.find(({ id }) => id === release.id);
        if (now === undefined || now.state !== 'begun')
            return true;
        return (await ledger.runState(release)).kind === 'ended' ? true : undefined;
    };
    const started = clock.now();
    try {
        const wait = (inner) => (0,retry/* until */.TG)(read, [READ_EVERY_MS], clock, inner);
        await (0,deadline/* withDeadline */.N)(`the end of release ${release.id}`, withinMs, wait, { clock, signal });
    }
    catch (error) {
        if (!(error instanceof errors/* DeadlineError */.j3))
            throw error;
        return false;
    }
    log.info(`release ${release.id} ended after ${(0,lib_duration/* formatDuration */.a)(clock.now() - started)}`);
    return true;
}

// EXTERNAL MODULE: external "node:http"
let external_node_http__kept;
const external_node_http_ = () => (external_node_http__kept ??= __nccwpck_require__(447779));
let external_node_http_namespaceObject_kept;
const external_node_http_namespaceObject = () => (external_node_http_namespaceObject_kept ??= /*#__PURE__*/__nccwpck_require__.t(external_node_http_(), 2));
;// CONCATENATED MODULE: external "node:https"
let external_node_https_namespaceObject_kept;
const external_node_https_namespaceObject = () => (external_node_https_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https"));
let external_node_https_namespaceObject_0_kept;
const external_node_https_namespaceObject_0 = () => (external_node_https_namespaceObject_0_kept ??= /*#__PURE__*/__nccwpck_require__.t(external_node_https_namespaceObject(), 2));
;// CONCATENATED MODULE: ./packages/base/lib/site-path.js
const SITE_PATH = /^\/(?![/\\])\S*$/;
function onOrigin(path, origin) {
    const [, pathname = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(path) ?? [];
    const url = new URL(origin.origin);
    url.pathname = pathname;
    url.search = search;
    return url;
}

;// CONCATENATED MODULE: ./packages/health/lib/fields.js
function word(value) {
    if (typeof value !== 'string')
        return `<${typeName(value)}>`;
    return /^[A-Za-z0-9_.:/-][A-Za-z0-9_.:/ -]{0,47}$/.test(value) ? value : `<text of ${value.length} characters>`;
}
function identifier(value) {
    return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_.+-]{0,79}$/.test(value) ? value : undefined;
}
function hostName(value) {
    return /^[A-Za-z0-9.:[\]-]{1,253}$/.test(value) ? value : '<a host>';
}
function code(value) {
    return typeof value === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(value) ? value : 'UNKNOWN';
}
function typeName(value) {
    return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

;// CONCATENATED MODULE: ./packages/health/lib/probe.js




const BODY_LIMIT_BYTES = 262_144;
const MOST_REDIRECTS = 3;
function bypassOnly(bypass) {
    return async () => (bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass });
}
function openProber(options) {
    const { origin, host } = options.target;
    const secure = origin.protocol === 'https:';
    const agent = new (secure ? external_node_https_namespaceObject_0() : external_node_http_namespaceObject()).Agent({
        keepAlive: options.keepAlive ?? false,
        maxCachedSessions: 0,
        ...(options.proxyEnv === undefined ? {} : { proxyEnv: options.proxyEnv }),
    });
    const seenAs = new URL(host === undefined ? origin.origin : `${origin.protocol}//${host}`);
    async function ask(path, timeoutMs, signal) {
        const credentials = Object.entries(await options.credentials());
        const at = Date.now();
        const started = performance.now();
        const since = () => performance.now() - started;
        const lost = (kind, why) => ({ kind, code: why, path, at, ms: since() });
        const timer = new AbortController();
        const timeout = setTimeout(() => timer.abort(), timeoutMs);
        const stop = AbortSignal.any([timer.signal, signal]);
        try {
            const headers = {
                accept: 'application/health+json, application/json;q=0.9, */*;q=0.8',
                'accept-encoding': 'identity',
                'cache-control': 'no-cache',
                'user-agent': 'lockstep-health-gate',
                host: seenAs.host,
                ...Object.fromEntries(credentials.map(([name, secret]) => [name, secret.reveal()])),
            };
            for (let redirects = 0, next = path;; redirects++) {
                const reply = await get(agent, asked(onOrigin(next, origin), options.query), headers, stop);
                const onward = redirects < MOST_REDIRECTS ? redirectWithin(reply, onOrigin(next, seenAs)) : undefined;
                if (onward !== undefined) {
                    next = onward;
                    continue;
                }
                const credentialed = credentials.length > 0;
                return { kind: 'answer', path, landed: next, redirects, at, ms: since(), credentialed, ...reply };
            }
        }
        catch (error) {
            if (signal.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            if (timer.signal.aborted)
                return lost('timeout', 'NO_ANSWER');
            return lost('network', code(error.code));
        }
        finally {
            clearTimeout(timeout);
        }
    }
    return { ask, close: () => agent.destroy() };
}
function redirectWithin(reply, from) {
    const location = reply.headers['location'];
    if (reply.status < 300 || reply.status > 399 || location === undefined)
        return undefined;
    if (!URL.canParse(location, from.href))
        return undefined;
    const to = new URL(location, from);
    return to.origin === from.origin ? `${to.pathname}${to.search}` : undefined;
}
function asked(url, query) {
    if (query !== undefined)
        url.search = url.search === '' ? query : `${url.search.slice(1)}&${query}`;
    return url;
}
function get(agent, url, headers, signal) {
    return new Promise((resolve, reject) => {
        const options = { agent, headers, signal };
        const take = (response) => {
            const chunks = [];
            let size = 0;
            const ends = certificateEnds(response.socket);
            const finish = (truncated) => resolve({
                status: response.statusCode ?? 0,
                headers: flatten(response.headers),
                body: Buffer.concat(chunks).toString('utf8'),
                truncated,
                certificateEnds: ends,
            });
            response.on('data', (chunk) => {
                chunks.push(chunk);
                size += chunk.length;
                if (size <= BODY_LIMIT_BYTES)
                    return;
                finish(true);
                response.destroy();
            });
            response.on('end', () => finish(false));
            response.on('error', reject);
        };
        const secure = url.protocol === 'https:';
        const request = secure ? external_node_https_namespaceObject().request(url, options, take) : external_node_http_().request(url, options, take);
        request.on('error', reject);
        request.end();
    });
}
function flatten(headers) {
    const flat = {};
    for (const [name, value] of Object.entries(headers))
        if (value !== undefined)
            flat[name] = Array.isArray(value) ? value.join(', ') : value;
    return flat;
}
function certificateEnds(socket) {
    const certificate = socket.getPeerCertificate?.();
    const ends = Date.parse(certificate?.valid_to ?? '');
    return Number.isNaN(ends) ? undefined : ends;
}

;// CONCATENATED MODULE: ./packages/base/lib/same-build.js
const SHORTEST_COMMIT = 7;
function sameCommit(a, b) {
    const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
    return short.length >= SHORTEST_COMMIT && long.startsWith(short);
}
function sameDeployment(a, b) {
    return withoutPrefix(a) === withoutPrefix(b);
}
function withoutPrefix(id) {
    return id.replace(/^dpl_/, '');
}

;// CONCATENATED MODULE: ./packages/health/lib/identity.js


const noIdentity = { deployment: undefined, commit: undefined };
function identityOf(name) {
    const text = identifier(name) ?? '';
    return {
        deployment: text.startsWith('dpl_') ? text : undefined,
        commit: /^[0-9a-f]{7,40}$/i.test(text) ? text : undefined,
    };
}
function identityOfAnswer(answer, inBody, header) {
    const named = header === undefined ? undefined : identifier(answer.headers[header]);
    const byForm = identityOf(named);
    const inHeader = named === undefined || byForm.commit !== undefined ? byForm : { ...byForm, deployment: named };
    return {
        deployment: inHeader.deployment ?? inBody.deployment ?? deploymentInPage(answer),
        commit: inHeader.commit ?? inBody.commit,
    };
}
function deploymentInPage(answer) {
    if (!(answer.headers['content-type'] ?? '').includes('text/html'))
        return undefined;
    return /(?:data-dpl-id="|[?&](?:amp;)?dpl=)(dpl_[A-Za-z0-9]+)/.exec(answer.body)?.[1];
}
function matchIdentity(expected, got) {
    const parts = ['deployment', 'commit'].flatMap((what) => {
        const wanted = expected[what];
        const given = got[what];
        if (wanted === undefined)
            return [];
        if (given === undefined)
            return [{ kind: 'absent', what }];
        const same = what === 'commit' ? sameCommit(wanted, given) : sameDeployment(wanted, given);
        return [same ? { kind: 'same' } : { kind: 'other', what, expected: wanted, got: given }];
    });
    return (parts.find((part) => part.kind === 'other') ??
        parts.find((part) => part.kind === 'absent') ??
        parts[0] ?? { kind: 'not-asked' });
}
function showIdentity(identity) {
    const parts = [
        identity.deployment === undefined ? '' : `deployment ${identity.deployment}`,
        identity.commit === undefined ? '' : `commit ${identity.commit.slice(0, 12)}`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? 'an unidentified build' : parts.join(', ');
}

;// CONCATENATED MODULE: ./packages/base/lib/byte-order-mark.js
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
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

;// CONCATENATED MODULE: ./packages/health/lib/exchange.js

function jsonOf({ body }) {
    try {
        return { value: JSON.parse(withoutMark(body)) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/health/lib/conditions/evaluate.js


function unmet(condition, answer) {
    if (isUnread(condition, answer))
        return `${condition.source} (the body is longer than the gate reads)`;
    const value = valueFor(condition.left, answer);
    if (value !== undefined && holds(value, condition.operator, condition.right))
        return undefined;
    return `${condition.source} (it is ${shown(condition.left, value)})`;
}
function meets(condition, measured) {
    const { left, operator, right } = condition;
    const value = measured[left.place];
    return value !== undefined && holds(value, operator, right);
}
function isUnread({ left, operator }, answer) {
    return answer.truncated && left.place === 'BODY' && !(left.kind === 'place' && operator === '==');
}
function pinsStatus(condition, status) {
    const { left, operator, right } = condition;
    return left.kind === 'place' && left.place === 'STATUS' && operator === '==' && holds(status, '==', right);
}
function valueFor(reference, answer) {
    const at = placed(reference, answer);
    if (reference.kind === 'has')
        return at !== undefined && at !== null;
    if (reference.kind === 'place')
        return at;
    if (typeof at === 'string' || Array.isArray(at))
        return at.length;
    return typeof at === 'object' && at !== null ? Object.keys(at).length : undefined;
}
function placed(reference, answer) {
    switch (reference.place) {
        case 'STATUS':
            return answer.status;
        case 'RESPONSE_TIME':
            return answer.ms;
        case 'CERTIFICATE_EXPIRATION':
            return answer.certificateEnds === undefined ? undefined : answer.certificateEnds - answer.at;
        case 'HEADER':
            return answer.headers[reference.path[0] ?? ''];
        case 'BODY':
            return reference.kind === 'place' && reference.path.length === 0
                ? wholeBody(answer)
                : below(bodyOf(answer), reference.path);
        case 'VALUE':
        case 'RATIO':
        case 'SAMPLES':
            return undefined;
    }
}
function bodyOf(answer) {
    const json = jsonOf(answer);
    return json === undefined ? answer.body : json.value;
}
function wholeBody(answer) {
    const json = jsonOf(answer)?.value;
    return json === undefined || typeof json === 'object' ? withoutMark(answer.body).trim() : json;
}
function below(value, path) {
    let at = value;
    for (const step of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step))
            return undefined;
        at = at[step];
    }
    return at;
}
function holds(value, operator, right) {
    switch (operator) {
        case '==':
            return right.some((literal) => equal(value, literal));
        case '!=':
            return !right.some((literal) => equal(value, literal));
        case '<':
            return ordered(value, right, (a, b) => a < b);
        case '<=':
            return ordered(value, right, (a, b) => a <= b);
        case '>':
            return ordered(value, right, (a, b) => a > b);
        case '>=':
            return ordered(value, right, (a, b) => a >= b);
    }
}
function equal(value, literal) {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return literal.kind === 'pattern' ? fits(literal.pattern, text) : text === String(literal.value);
}
function ordered(value, right, compare) {
    const [literal] = right;
    if (literal?.kind !== 'value' || typeof literal.value !== 'number')
        return false;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && compare(number, literal.value);
}
function shown(reference, value) {
    if (value === undefined)
        return 'absent';
    if (reference.kind !== 'place')
        return String(value);
    if (reference.place === 'STATUS')
        return String(value);
    if (reference.place === 'RESPONSE_TIME' || reference.place === 'CERTIFICATE_EXPIRATION')
        return (0,lib_duration/* formatDuration */.a)(Number(value));
    if (typeof value === 'string')
        return `a text of ${value.length} characters`;
    return value === null ? 'null' : Array.isArray(value) ? 'a list' : `another ${typeof value}`;
}

;// CONCATENATED MODULE: ./packages/health/lib/criticality.js

function isCritical(name, criticality) {
    if (criticality.critical.length > 0)
        return criticality.critical.some((pattern) => fits(pattern, name));
    return !criticality.advisory.some((pattern) => fits(pattern, name));
}
function absentCritical(names, criticality) {
    return criticality.critical.filter((pattern) => !names.some((name) => fits(pattern, name)));
}

;// CONCATENATED MODULE: ./packages/health/lib/finding.js
const ruleNames = (/* unused pure expression or super */ null && ([
    'not-json',
    'unrecognized-format',
    'too-long',
    'unexpected-status',
    'unknown-status-word',
    'unclear-check',
    'healthy-with-failing-check',
    'degraded-without-warning',
    'unhealthy-without-failing-check',
    'unhealthy-with-success-status',
    'healthy-with-error-status',
    'missing-checks',
    'missing-critical-check',
    'missing-timestamp',
    'unreadable-timestamp',
    'old-timestamp',
    'future-timestamp',
    'repeating-timestamp',
    'cached-answer',
    'cacheable',
    'clock-skew',
    'advisory-check',
    'condition',
]));
function violation(rule, message) {
    return { rule, weight: 'violation', message };
}
function note(rule, message) {
    return { rule, weight: 'note', message };
}
function allowing(findings, allowed) {
    return findings.map((finding) => (allowed.includes(finding.rule) ? { ...finding, weight: 'note' } : finding));
}

;// CONCATENATED MODULE: ./packages/health/lib/consistency.js


function inconsistencies(reading, format, criticality, { isNamed, status }) {
    const found = [];
    const { health, word, checks } = reading;
    const critical = checks.filter((check) => isCritical(check.name, criticality));
    const names = (state) => critical.filter((check) => check.state === state).map((check) => check.name);
    const failing = names('fail');
    const unclear = names('unclear');
    if (health === undefined)
        found.push(violation('unknown-status-word', `status "${word}" is not defined by the format ${format.name}`));
    if (unclear.length > 0)
        found.push(violation('unclear-check', `check ${unclear.join(', ')}: its state is not defined by the format ${format.name}`));
    const missing = health === 'unhealthy' ? !reading.checksStated : checks.length === 0;
    if (format.needs.includes('checks') && missing)
        found.push(violation('missing-checks', `the format ${format.name} requires checks, the response has none`));
    for (const pattern of format.withoutChecks
        ? []
        : absentCritical(checks.map((check) => check.name), criticality))
        found.push(violation('missing-critical-check', `no check matches "${pattern}"`));
    if (health === 'healthy' && failing.length > 0)
        found.push(violation('healthy-with-failing-check', `says "${word}" while ${failing.join(', ')} fails`));
    if (health === 'degraded' &&
        reading.checksStated &&
        checks.length > 0 &&
        checks.every((check) => check.state === 'pass'))
        found.push(violation('degraded-without-warning', `says "${word}" while every check passes`));
    if (health === 'unhealthy' && reading.checksStated && !checks.some((check) => check.state !== 'pass'))
        found.push(note('unhealthy-without-failing-check', `says "${word}" while no check fails`));
    if (health !== undefined && !isNamed && !format.statusFits(health, status)) {
        const message = `says "${word}" with HTTP ${status}`;
        if (health === 'unhealthy' && status < 400)
            found.push(violation('unhealthy-with-success-status', message));
        else if (health !== 'unhealthy' && status >= 400)
            found.push(violation('healthy-with-error-status', message));
        else
            found.push(violation('unexpected-status', message));
    }
    const advisory = checks.filter((check) => check.state !== 'pass' && !isCritical(check.name, criticality));
    for (const check of advisory)
        found.push(note('advisory-check', `advisory check ${check.name}: ${check.state}; it does not affect the verdict`));
    return found;
}

;// CONCATENATED MODULE: ./packages/health/lib/freshness.js



const SKEW_MS = 120_000;
function staleness(answer, reading, format, wanted) {
    return [...cacheFindings(answer, format), ...timeFindings(answer, reading, format, wanted)];
}
const cacheHeaders = [
    ['x-vercel-cache', /^(HIT|STALE|PRERENDER)$/i],
    ['x-nextjs-cache', /^(HIT|STALE)$/i],
    ['x-nextjs-prerender', /^1$/],
    ['cf-cache-status', /^(HIT|STALE|REVALIDATED|UPDATING)$/i],
];
function cacheFindings(answer, format) {
    const found = [];
    const cached = format.name === 'plain' ? note : violation;
    for (const [name, served] of cacheHeaders) {
        const value = answer.headers[name];
        if (value !== undefined && served.test(value))
            found.push(cached('cached-answer', `${name}: ${word(value)}; served from a cache, not by the application`));
    }
    const age = Number(answer.headers['age'] ?? '0');
    if (age > 0)
        found.push(cached('cached-answer', `age: ${age}; served from a cache`));
    const directives = (answer.headers['cache-control'] ?? '')
        .toLowerCase()
        .split(',')
        .map((part) => part.trim());
    const shared = directives.find((directive) => /^(s-maxage|max-age)=[1-9]/.test(directive));
    if (shared !== undefined && !directives.some((directive) => directive === 'no-store' || directive === 'private'))
        found.push(note('cacheable', `cache-control: ${word(shared)} allows caches to answer for the application; send no-store`));
    return found;
}
function timeFindings(answer, reading, format, { earlier, maxAgeMs }) {
    const { timestamp } = reading;
    if (timestamp === 'unreadable')
        return [violation('unreadable-timestamp', 'the timestamp is not a valid time')];
    if (timestamp === undefined)
        return format.needs.includes('timestamp')
            ? [violation('missing-timestamp', `the format ${format.name} requires a timestamp, the response has none`)]
            : [];
    const found = [];
    const skew = (serverDate(answer) ?? answer.at) - answer.at;
    if (Math.abs(skew) > SKEW_MS)
        found.push(note('clock-skew', `the server's clock is ${(0,lib_duration/* formatDuration */.a)(Math.abs(skew))} ${skew > 0 ? 'ahead' : 'behind'}`));
    const age = (serverDate(answer) ?? answer.at + answer.ms) - timestamp;
    if (age > maxAgeMs)
        found.push(violation('old-timestamp', `generated ${(0,lib_duration/* formatDuration */.a)(age)} ago, "max-age" is ${(0,lib_duration/* formatDuration */.a)(maxAgeMs)}`));
    if (age < -SKEW_MS)
        found.push(note('future-timestamp', `its timestamp is ${(0,lib_duration/* formatDuration */.a)(-age)} in the future`));
    if (earlier !== undefined && repeats(earlier, answer, timestamp, reading.uptime))
        found.push(violation('repeating-timestamp', 'two responses have the same timestamp: the response is frozen'));
    return found;
}
function serverDate(answer) {
    const date = Date.parse(answer.headers['date'] ?? '');
    return Number.isNaN(date) ? undefined : date;
}
const RESOLUTION_MS = 1_000;
function repeats(earlier, answer, timestamp, uptime) {
    return !moved(earlier, { at: answer.at, timestamp, uptime }) && answer.at - earlier.at > RESOLUTION_MS;
}
function moved(first, second) {
    if (first.timestamp !== second.timestamp)
        return true;
    return first.uptime !== undefined && second.uptime !== undefined && second.uptime > first.uptime;
}
function laterRead(earlier, read) {
    return earlier === undefined || moved(earlier, read) ? read : earlier;
}

;// CONCATENATED MODULE: ./packages/health/lib/platform.js

function platformError(answer, statusNamed) {
    const errorCode = answer.headers['x-vercel-error'];
    if (errorCode !== undefined)
        return `${code(errorCode)} (HTTP ${answer.status})`;
    if (statusNamed)
        return undefined;
    if (answer.status === 429)
        return 'too many requests (HTTP 429)';
    const json = (answer.headers['content-type'] ?? '').includes('json') || /^\s*[[{]/.test(answer.body);
    if ([502, 503, 504].includes(answer.status) && !json)
        return `a gateway answered (HTTP ${answer.status})`;
    if ([520, 521, 522, 523, 524, 525, 526, 530].includes(answer.status))
        return `a gateway answered (HTTP ${answer.status})`;
    return undefined;
}

;// CONCATENATED MODULE: ./packages/health/lib/protection.js

const vercelMarks = ['vercel.com/sso-api', '_vercel_sso_nonce', '_vercel_password', 'vercel.com/login'];
function wallIn(answer, context) {
    const { status, headers } = answer;
    const html = (headers['content-type'] ?? '').includes('text/html');
    const location = headers['location'] ?? '';
    const traces = `${location}\n${headers['set-cookie'] ?? ''}\n${html ? answer.body : ''}`;
    if (vercelMarks.some((mark) => traces.includes(mark)) ||
        (html && /<title>\s{0,80}Authentication Required/i.test(answer.body)))
        return { what: `Vercel's Deployment Protection (HTTP ${status})`, remedy: bypassRemedy(answer.credentialed) };
    if (/^(challenge|deny)$/i.test(headers['x-vercel-mitigated'] ?? ''))
        return {
            what: `Vercel's firewall (HTTP ${status})`,
            remedy: 'add a firewall bypass rule for the runner, or turn off Attack Challenge Mode',
        };
    if ((status === 401 || status === 403) && !context.statusNamed && headers['x-vercel-error'] === undefined)
        return { what: `HTTP ${status}`, remedy: bypassRemedy(answer.credentialed) };
    if (!context.statusNamed && loginRedirect(answer))
        return { what: `a redirect to a login page (HTTP ${status})`, remedy: publicRemedy };
    if (context.expectsJson && html && /<input\s[^<>]{0,500}type=["']?password/i.test(answer.body))
        return { what: `a login page with HTTP ${status}`, remedy: publicRemedy };
    return undefined;
}
const publicRemedy = 'exclude the health route from the application\'s authentication, or send a token with "headers"';
function bypassRemedy(credentialed) {
    return credentialed
        ? 'the credential was sent but not accepted: check that it belongs to this project and is not revoked (a new bypass secret takes a second to work)'
        : 'set "protection-bypass" to the project\'s bypass secret, or "trusted-sources: true" with the permission id-token: write';
}
function loginRedirect(answer) {
    if (isLogin(answer.path))
        return false;
    const location = answer.headers['location'];
    if (answer.redirects > 0 && (answer.headers['content-type'] ?? '').includes('text/html'))
        return isLogin(answer.landed);
    if (answer.status < 300 || answer.status > 399 || location === undefined)
        return false;
    return URL.canParse(location, 'http://same.invalid') && isLogin(new URL(location, 'http://same.invalid').pathname);
}
function isLogin(path) {
    return /\/(log-?in|sign-?in|auth|sso|oauth2?|saml|authorize)(\/|\?|$)/i.test(path);
}
function redirectTarget(answer) {
    const location = answer.headers['location'];
    if (answer.status < 300 || answer.status > 399 || location === undefined)
        return undefined;
    const base = 'http://same.invalid';
    const host = URL.canParse(location, base) ? new URL(location, base).host : 'same.invalid';
    return host === 'same.invalid' ? 'the same host, in a loop' : hostName(host);
}

;// CONCATENATED MODULE: ./packages/health/lib/format.js
function success(status) {
    return status >= 200 && status < 300;
}
function exact(health, status) {
    return status === (health === 'unhealthy' ? 503 : 200);
}
function byClass(health, status) {
    return health === 'unhealthy' ? status >= 400 && status < 600 : status >= 200 && status < 400;
}

;// CONCATENATED MODULE: ./packages/health/lib/read-json.js


function reading(status, meaning, rest) {
    return {
        word: word(status),
        health: meaning(status),
        checks: rest.checks ?? [],
        checksStated: rest.checks !== undefined,
        timestamp: timeOf(rest.timestamp),
        uptime: typeof rest.uptime === 'number' ? rest.uptime : undefined,
        identity: rest.identity ?? noIdentity,
    };
}
function namedChecks(value, key, state) {
    if (!read_json_isObject(value))
        return undefined;
    return Object.entries(value).map(([name, check]) => ({ name: word(name), state: state(asObject(check)[key]) }));
}
function words(table) {
    return (value) => (typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined);
}
function stateOf(value) {
    if (value === undefined)
        return 'unclear';
    return value === 'healthy' ? 'pass' : value === 'degraded' ? 'warn' : 'fail';
}
function timeOf(value) {
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === 'number')
        return value > 1e11 ? value : value * 1_000;
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? 'unreadable' : at;
}
function read_json_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function asObject(value) {
    return read_json_isObject(value) ? value : {};
}

;// CONCATENATED MODULE: ./packages/health/lib/formats/actuator.js


const actuatorWords = words({
    UP: 'healthy',
    UNKNOWN: 'degraded',
    DOWN: 'unhealthy',
    OUT_OF_SERVICE: 'unhealthy',
});
const actuator = {
    name: 'actuator',
    recognizes: (body) => read_json_isObject(body) && actuatorWords(body['status']) !== undefined,
    read: (body) => {
        const json = asObject(body);
        return reading(json['status'], actuatorWords, {
            checks: namedChecks(json['components'] ?? json['details'], 'status', (value) => stateOf(actuatorWords(value))) ?? [],
        });
    },
    statusFits: exact,
    needs: [],
    identifies: false,
};

;// CONCATENATED MODULE: ./packages/health/lib/formats/health.js



const checkStates = words({ pass: 'pass', warn: 'warn', fail: 'fail' });
const health = {
    name: 'health',
    recognizes: (body) => read_json_isObject(body) && ['healthy', 'degraded', 'unhealthy'].includes(String(body['status'])),
    read: (body) => {
        const json = asObject(body);
        const metadata = asObject(json['metadata']);
        return reading(json['status'], words({ healthy: 'healthy', degraded: 'degraded', unhealthy: 'unhealthy' }), {
            checks: namedChecks(json['checks'], 'status', checkWords),
            timestamp: json['timestamp'],
            identity: {
                deployment: identifier(metadata['deployment_id']),
                commit: identifier(metadata['git_commit']),
            },
        });
    },
    statusFits: exact,
    needs: ['checks', 'timestamp'],
    identifies: true,
};
function checkWords(value) {
    return checkStates(value) ?? 'unclear';
}

;// CONCATENATED MODULE: ./packages/health/lib/formats/health-json.js




const ietfTable = words({
    pass: 'healthy',
    ok: 'healthy',
    up: 'healthy',
    warn: 'degraded',
    fail: 'unhealthy',
    error: 'unhealthy',
    down: 'unhealthy',
});
const ietf = {
    name: 'health+json',
    recognizes: (body, contentType) => read_json_isObject(body) &&
        (contentType.includes('application/health+json') ||
            (ietfWords(body['status']) !== undefined && Object.values(asObject(body['checks'])).some(Array.isArray))),
    read: (body) => {
        const json = asObject(body);
        const checks = read_json_isObject(json['checks'])
            ? Object.entries(json['checks']).flatMap(([name, entries]) => (Array.isArray(entries) ? entries : [entries]).map((entry) => {
                const status = asObject(entry)['status'];
                return { name: word(name), state: status === undefined ? 'pass' : ietfStates(status) };
            }))
            : [];
        return reading(json['status'], ietfWords, {
            checks,
            timestamp: newest(json['checks']),
            identity: identityOf(json['releaseId']),
        });
    },
    statusFits: byClass,
    needs: [],
    identifies: true,
};
function ietfWords(value) {
    return ietfTable(typeof value === 'string' ? value.toLowerCase() : value);
}
function ietfStates(value) {
    return stateOf(ietfWords(value));
}
function newest(checks) {
    const times = Object.values(asObject(checks))
        .flatMap((entries) => (Array.isArray(entries) ? entries : []))
        .map((entry) => timeOf(asObject(entry)['time']))
        .filter((time) => typeof time === 'number');
    return times.length === 0 ? undefined : Math.max(...times);
}

;// CONCATENATED MODULE: ./packages/health/lib/formats/identity.js



const identity = {
    name: 'identity',
    recognizes: () => false,
    read: (body) => {
        const json = asObject(body);
        const released = identityOf(json['releaseId']);
        const { deployment, commit } = health.read(body).identity;
        return reading('answered', words({ answered: 'healthy' }), {
            identity: { deployment: deployment ?? released.deployment, commit: commit ?? released.commit },
        });
    },
    statusFits: () => true,
    needs: [],
    identifies: true,
    withoutChecks: true,
};

;// CONCATENATED MODULE: ./packages/health/lib/formats/live.js


const live = {
    name: 'live',
    recognizes: (body) => read_json_isObject(body) && body['status'] === 'alive',
    read: (body) => {
        const json = asObject(body);
        return reading(json['status'], words({ alive: 'healthy' }), {
            timestamp: json['timestamp'],
            uptime: json['uptime'],
        });
    },
    statusFits: exact,
    needs: ['timestamp'],
    identifies: false,
};

;// CONCATENATED MODULE: ./packages/health/lib/formats/plain.js


const plain = {
    name: 'plain',
    recognizes: () => false,
    read: () => reading('answered', words({ answered: 'healthy' }), {}),
    statusFits: (_health, status) => success(status),
    needs: [],
    identifies: false,
    withoutChecks: true,
};

;// CONCATENATED MODULE: ./packages/health/lib/formats/ready.js



const ready = {
    name: 'ready',
    recognizes: (body) => read_json_isObject(body) && ['ready', 'not ready', 'error'].includes(String(body['status'])) && !('details' in body),
    read: (body) => {
        const json = asObject(body);
        const list = json['checks'];
        const checks = Array.isArray(list)
            ? list.map((entry) => {
                const check = asObject(entry);
                const state = check['ready'] === true ? 'pass' : check['ready'] === false ? 'fail' : 'unclear';
                return { name: word(check['component']), state };
            })
            : undefined;
        return reading(json['status'], words({ ready: 'healthy', 'not ready': 'unhealthy', error: 'unhealthy' }), {
            checks,
            timestamp: json['timestamp'],
        });
    },
    statusFits: exact,
    needs: ['checks'],
    identifies: false,
};

;// CONCATENATED MODULE: ./packages/health/lib/formats/supabase.js



const supabaseWords = words({ ACTIVE_HEALTHY: 'healthy', COMING_UP: 'degraded', UNHEALTHY: 'unhealthy' });
const supabase = {
    name: 'supabase',
    recognizes: (body) => Array.isArray(body) &&
        body.length > 0 &&
        body.every((entry) => supabaseWords(asObject(entry)['status']) !== undefined),
    read: (body) => {
        const entries = (Array.isArray(body) ? body : []).map(asObject);
        const checks = entries.map((entry) => ({ name: word(entry['name']), state: stateOf(supabaseWords(entry['status'])) }));
        const states = checks.map((check) => check.state);
        const worst = states.includes('fail') || states.includes('unclear') ? 'fail' : states.includes('warn') ? 'warn' : 'pass';
        const overall = words({ pass: 'healthy', warn: 'degraded', fail: 'unhealthy' });
        return reading(worst, overall, { checks: entries.length === 0 ? undefined : checks });
    },
    statusFits: (_health, status) => success(status),
    needs: ['checks'],
    identifies: false,
};

;// CONCATENATED MODULE: ./packages/health/lib/formats/terminus.js


const terminus = {
    name: 'terminus',
    recognizes: (body) => read_json_isObject(body) && ['ok', 'error', 'shutting_down'].includes(String(body['status'])) && read_json_isObject(body['details']),
    read: (body) => {
        const json = asObject(body);
        const states = words({ up: 'pass', down: 'fail' });
        return reading(json['status'], words({ ok: 'healthy', error: 'unhealthy', shutting_down: 'unhealthy' }), {
            checks: namedChecks(json['details'], 'status', (value) => states(value) ?? 'unclear'),
        });
    },
    statusFits: exact,
    needs: ['checks'],
    identifies: false,
};

;// CONCATENATED MODULE: ./packages/health/lib/formats.js









const FORMATS = [health, live, terminus, supabase, actuator, ietf, ready, identity, plain];
const formatNames = FORMATS.map(({ name }) => name);
function formatNamed(name) {
    return FORMATS.find((format) => format.name === name) ?? plain;
}
function detectFormat(body, contentType) {
    return FORMATS.find((format) => format.recognizes(body, contentType.toLowerCase()));
}

;// CONCATENATED MODULE: ./packages/health/lib/understand.js



function understand(answer, wanted) {
    if (wanted === 'plain')
        return { format: formatNamed('plain'), body: undefined, problem: undefined };
    if (answer.truncated)
        return unrecognized(violation('too-long', 'the body is longer than 256 KiB, which is all that the gate reads'));
    const contentType = answer.headers['content-type'] ?? '';
    const json = jsonOf(answer);
    if (json === undefined) {
        const what = contentType.includes('html') ? 'an HTML page' : 'something that is not JSON';
        return unrecognized(violation('not-json', `expected health JSON, got ${what} (HTTP ${answer.status})`));
    }
    const body = json.value;
    const format = wanted === 'auto' ? detectFormat(body, contentType) : formatNamed(wanted);
    if (format !== undefined)
        return { format, body, problem: undefined };
    return unrecognized(violation('unrecognized-format', `got JSON in no known health format (HTTP ${answer.status}); set "format", or use "plain" with conditions`));
}
function unrecognized(problem) {
    return { format: undefined, problem };
}

;// CONCATENATED MODULE: ./packages/health/lib/judgement.js









function judgeAnswer(exchange, expect, earlier) {
    const { at, ms } = exchange;
    const nothing = {
        at,
        ms,
        findings: [],
        identity: noIdentity,
        identified: false,
        format: undefined,
        status: undefined,
        read: undefined,
    };
    if (exchange.kind !== 'answer') {
        const because = exchange.kind === 'timeout' ? 'no response within the request timeout' : `no connection (${exchange.code})`;
        return { ...nothing, class: exchange.kind, because };
    }
    const answered = { ...nothing, status: exchange.status };
    const foreign = notFromApplication(exchange, expect);
    if (foreign !== undefined)
        return { ...answered, ...foreign };
    const understood = understand(exchange, expect.format);
    if (understood.format === undefined)
        return { ...answered, ...violated(understood.problem), findings: [understood.problem] };
    const { format, body } = understood;
    const reading = format.read(body);
    const identity = identityOfAnswer(exchange, reading.identity, expect.identityHeader);
    const findings = allowing([
        ...staleness(exchange, reading, format, { maxAgeMs: expect.maxAgeMs, earlier }),
        ...inconsistencies(reading, format, expect.criticality, {
            status: exchange.status,
            isNamed: namesStatus(expect, exchange.status),
        }),
        ...expect.conditions
            .flatMap((condition) => unmet(condition, exchange) ?? [])
            .map((text) => violation('condition', text)),
    ], expect.allowed);
    const match = matchIdentity(expect.identity, identity);
    const mustIdentify = format.identifies || expect.identityHeader !== undefined;
    const { timestamp, uptime } = reading;
    return {
        ...answered,
        ...(otherBuild(match) ??
            worst(findings) ??
            (mustIdentify ? unidentifiedBuild(match) : undefined) ??
            (format.withoutChecks ? { class: 'ok', because: 'responded' } : judgement_stateOf(reading, expect.criticality))),
        findings,
        identity,
        identified: match.kind === 'same',
        format: format.name,
        read: typeof timestamp === 'number' ? { at, timestamp, uptime } : undefined,
    };
}
function notFromApplication(answer, expect) {
    const statusNamed = namesStatus(expect, answer.status);
    const wall = wallIn(answer, { expectsJson: expect.format !== 'plain', statusNamed });
    if (wall !== undefined)
        return { class: 'protected', because: `blocked by ${wall.what}`, remedy: wall.remedy };
    const away = statusNamed ? undefined : redirectTarget(answer);
    if (away !== undefined) {
        const because = `redirected to ${away} (HTTP ${answer.status})`;
        return { class: 'redirected', because, remedy: `set "url" to ${away} if the application is served there` };
    }
    const platform = platformError(answer, statusNamed);
    return platform === undefined ? undefined : { class: 'platform-error', because: platform };
}
function namesStatus(expect, status) {
    return expect.conditions.some((condition) => pinsStatus(condition, status));
}
function otherBuild(match) {
    if (match.kind !== 'other')
        return undefined;
    const because = `expected ${match.what} ${match.expected}, got ${match.got}`;
    return { class: 'wrong-identity', because, remedy: 'check which deployment the host serves before you continue' };
}
function unidentifiedBuild(match) {
    if (match.kind !== 'absent')
        return undefined;
    const field = match.what === 'commit' ? 'git_commit' : 'deployment_id';
    const remedy = `add metadata.${field} to the response, name a response header in "identity-header", or remove "expect-${match.what}"`;
    return { class: 'identity-absent', because: `the response names no ${match.what}`, remedy };
}
const staleRules = ['cached-answer', 'old-timestamp', 'repeating-timestamp'];
function worst(findings) {
    const broken = findings.filter((finding) => finding.weight === 'violation');
    const stale = broken.find((finding) => staleRules.includes(finding.rule));
    if (stale === undefined)
        return broken[0] === undefined ? undefined : violated(broken[0]);
    const remedy = "make the route dynamic (Next.js: export const dynamic = 'force-dynamic') and send cache-control: no-store";
    return { class: 'stale', because: stale.message, remedy };
}
function violated(finding) {
    return { class: 'contract-violation', because: finding.message };
}
function judgement_stateOf(reading, criticality) {
    const { health = 'unhealthy', word } = reading;
    const notPassing = reading.checks.filter((check) => check.state !== 'pass');
    const critical = notPassing.filter((check) => isCritical(check.name, criticality));
    const shown = notPassing.map((check) => `${check.name}: ${check.state}`).join(', ');
    const because = `says "${word}"${shown === '' ? '' : ` (${shown})`}`;
    if (health === 'healthy')
        return { class: 'ok', because };
    if (notPassing.length > 0 && critical.length === 0)
        return { class: 'ok', because: `${because}; only advisory checks do not pass` };
    const failsElsewhere = notPassing.some((check) => check.state === 'fail' && !critical.includes(check));
    if (health === 'unhealthy' && failsElsewhere && critical.every((check) => check.state === 'warn'))
        return { class: 'degraded', because: `${because}; its failing checks are advisory` };
    return { class: health, because };
}

;// CONCATENATED MODULE: ./packages/health/lib/sent-on.js

function sentOnTo(exchange, from) {
    if (exchange.kind !== 'answer' || exchange.status < 300 || exchange.status > 399)
        return undefined;
    const location = exchange.headers['location'];
    if (location === undefined || !URL.canParse(location, from.href))
        return undefined;
    const { origin, protocol } = new URL(location, from);
    const isPage = protocol === 'https:' || protocol === 'http:';
    if (!isPage || origin === from.origin)
        return undefined;
    return wallIn(exchange, { expectsJson: true, statusNamed: false }) === undefined ? origin : undefined;
}

;// CONCATENATED MODULE: ./packages/health/lib/ask-identity.js




async function askIdentity(origin, question, signal) {
    const { credentials, path, timeoutMs, proxyEnv, query } = question;
    const prober = openProber({
        target: { origin, host: undefined },
        credentials,
        ...(proxyEnv === undefined ? {} : { proxyEnv }),
        ...(query === undefined ? {} : { query }),
    });
    try {
        const exchange = await prober.ask(path, timeoutMs, signal);
        const { identity, because, status } = judgeAnswer(exchange, anything, undefined);
        const to = sentOnTo(exchange, origin);
        const answer = { identity, because, status, sentOn: to === undefined ? undefined : new URL(to).host };
        if (exchange.kind === 'answer')
            return { ...answer, came: 'answer' };
        return { ...answer, came: exchange.code === 'ENOTFOUND' ? 'unresolved' : 'none' };
    }
    finally {
        prober.close();
    }
}
const anything = {
    format: 'auto',
    identity: noIdentity,
    identityHeader: undefined,
    conditions: [],
    criticality: { critical: [], advisory: ['*'] },
    maxAgeMs: Number.MAX_SAFE_INTEGER,
    allowed: [],
};

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/arms.js
const ARM_QUERIES = {
    candidate: 'vcrrForceCanary=true',
    base: 'vcrrForceStable=true',
};

;// CONCATENATED MODULE: ./packages/action-kit/lib/ask-host.js


function hostAsker(values, credentials = bypassOnly(values['protection-bypass'])) {
    const path = values['identity-path'];
    if (path === 'none')
        return undefined;
    const question = {
        path,
        timeoutMs: values['request-timeout'],
        credentials,
        proxyEnv: process.env,
    };
    return async (host, signal, arm) => {
        const asked = { ...question, query: arm === undefined ? undefined : ARM_QUERIES[arm] };
        const { identity, because, came, sentOn, status } = await askIdentity(new URL(originOf(host)), asked, signal);
        const named = identity.deployment !== undefined || identity.commit !== undefined;
        if (named)
            return { kind: 'served', deploymentId: identity.deployment, commit: identity.commit };
        if (came === 'unresolved')
            return { kind: 'unresolved' };
        const why = `does not say which build it is at ${path} (${because})`;
        const failing = came === 'none' || (status ?? 0) >= 500;
        return { kind: 'silent', why, answered: came === 'answer', failing, ...(sentOn === undefined ? {} : { sentOn }) };
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/swap-record.js


function openSwapRecord(ledger, shell, { environment, service, ref }, facts) {
    const { runId, runAttempt, runUrl } = shell.env;
    const author = { runId, runAttempt, url: runUrl };
    return ledger.open(environment, ref, { kind: 'lockstep-swap/1', id: (0,external_node_crypto_().randomUUID)(), service, author, ...facts });
}
async function reachStage(ledger, shell, record, stage) {
    try {
        await ledger.reach(record, stage);
    }
    catch (error) {
        if (shell.signal.aborted)
            throw error;
        shell.log.warning(`could not record stage ${stage.number} in the ledger: ${describe(error)}`);
    }
}
async function closeSwapRecord(ledger, shell, record, end) {
    try {
        await ledger.close(record, end.state, end.message);
    }
    catch (error) {
        shell.log.warning(`could not record in the ledger that the swap ended as "${end.state}": ${describe(error)}`);
    }
}

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/abort-rollout.js



const DELAYS = [250, 500, 1_000, 1_000, 2_000, 3_000];
const SHOW_UP_MS = 10_000;
const MOST_ASKED = 2;
async function abortRollout(api, order) {
    const path = `/v1/projects/${encodeURIComponent(order.projectId)}/rollback/${encodeURIComponent(order.to)}`;
    for (let asked = 0;;) {
        const answer = await api.change('POST', path);
        asked++;
        if (answer.kind !== 'accepted')
            api.log.warning(`${(0,errors/* describe */.q0)(answer.error)}: what Vercel shows decides`);
        const askAgainAt = answer.kind === 'accepted' ? order.until : api.clock.now() + SHOW_UP_MS;
        const seen = await watch(api, order, Math.min(askAgainAt, order.until));
        if (seen !== 'under-way')
            return seen;
        if (answer.kind === 'refused')
            return { kind: 'refused', error: answer.error };
        if (answer.kind === 'lost' && asked >= MOST_ASKED)
            return { kind: 'not-seen', error: answer.error };
        if (api.clock.now() + SHOW_UP_MS > order.until)
            return { kind: 'late', job: undefined };
    }
}
async function watch(api, order, until) {
    for (let turn = 0;; turn++) {
        const [rollout, { job }] = await Promise.all([
            readRollout(api, order.projectId),
            readProject(api, order.projectId),
        ]);
        const isOver = rollout?.candidate !== order.candidate && !inFlight(job, api.clock.now());
        if (isOver)
            return { kind: 'done', job: undefined };
        if (!(await (0,looks/* pause */.v7)(api, DELAYS, turn, until)))
            return 'under-way';
    }
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/alias-job.js


const alias_job_SHOW_UP_MS = 10_000;
const alias_job_DELAYS = [250, 500, 1_000, 1_000, 2_000, 3_000];
async function runAliasJob(api, order) {
    const end = await ask(api, order);
    if (end.kind !== 'not-seen' || api.clock.now() + alias_job_SHOW_UP_MS > order.until)
        return end;
    api.log.warning(`Vercel shows no ${order.verb} of ${order.to}: requesting it once more`);
    return ask(api, order);
}
async function ask(api, order) {
    const answer = await api.change('POST', alias_job_pathOf(order));
    switch (answer.kind) {
        case 'refused':
            return refusedOr(api, order, answer.error);
        case 'accepted':
            if (answer.status === 202)
                api.log.warning(`Vercel queued the ${order.verb} until a rolling release has ended`);
            return alias_job_watch(api, order, undefined);
        case 'lost':
            api.log.warning(`${(0,errors/* describe */.q0)(answer.error)}: it may have taken effect, so Vercel is asked before anything is repeated`);
            return alias_job_watch(api, order, answer.error);
    }
}
async function awaitJob(api, projectId, job, until) {
    for (let turn = 0;; turn++) {
        const project = await readProject(api, projectId);
        if (project.job === undefined || isNewer(project.job, job) || finished(project.job))
            return project;
        if (!(await (0,looks/* pause */.v7)(api, alias_job_DELAYS, turn, until)))
            return undefined;
    }
}
function alias_job_pathOf({ verb, projectId, to }) {
    const version = verb === 'promote' ? 'v10' : 'v1';
    return `/${version}/projects/${encodeURIComponent(projectId)}/${verb}/${encodeURIComponent(to)}`;
}
async function refusedOr(api, order, error) {
    if (error.status !== 409 && error.status !== 422)
        return { kind: 'refused', error };
    const project = await readProject(api, order.projectId);
    const ours = project.job !== undefined && isOurs(project.job, order);
    if (ours)
        return alias_job_watch(api, order, undefined);
    return project.production === order.to ? { kind: 'already' } : { kind: 'refused', error };
}
async function alias_job_watch(api, order, lost) {
    const showUpBy = api.clock.now() + alias_job_SHOW_UP_MS;
    let foreignJobs = 0;
    let last;
    for (let turn = 0;; turn++) {
        const { job } = await readProject(api, order.projectId);
        if (job !== undefined && isOurs(job, order)) {
            if (job.status === 'succeeded')
                return { kind: 'done', job };
            if (job.status === 'failed' || job.status === 'skipped')
                return { kind: job.status, job };
            last = job;
        }
        else if (job !== undefined && isNewer(job, order.before)) {
            if (++foreignJobs > 1)
                return { kind: 'superseded-by-other-promotion', job };
        }
        else if (lost !== undefined && api.clock.now() >= showUpBy) {
            return { kind: 'not-seen', error: lost };
        }
        if (!(await (0,looks/* pause */.v7)(api, alias_job_DELAYS, turn, order.until)))
            return { kind: 'late', job: last };
    }
}
function isOurs(job, order) {
    return isNewer(job, order.before) && job.type === order.verb && job.to === order.to;
}
function finished(job) {
    return job.status !== 'pending' && job.status !== 'in-progress';
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/auto-assign.js


const auto_assign_LOOK_AFTER_MS = [0, 500, 1_500];
const TRIES = 2;
const AUTO_ASSIGN_UNCHANGED = { state: 'unchanged', message: '' };
async function keepAutoAssign(api, before, after) {
    try {
        const known = after === 'rollback' && before.autoAssign;
        if (!known && !(await changes(api, before)))
            return AUTO_ASSIGN_UNCHANGED;
        const why = await set(api, before);
        return why === undefined ? restored(before, after) : notRestored(before, after, why);
    }
    catch (error) {
        if (api.signal.aborted)
            throw error;
        return notRestored(before, after, (0,errors/* describe */.q0)(error));
    }
}
async function changes(api, { projectId, autoAssign }) {
    const isOther = async () => ((await readProject(api, projectId)).autoAssign !== autoAssign ? true : undefined);
    return (await (0,looks/* lookAfter */.sR)(api, autoAssign ? [0] : auto_assign_LOOK_AFTER_MS.slice(0, 2), isOther)) ?? false;
}
async function set(api, { projectId, autoAssign }) {
    const path = `/v9/projects/${encodeURIComponent(projectId)}`;
    let why = `Vercel still shows it ${autoAssign ? 'off' : 'on'}`;
    for (let turn = 0; turn < TRIES; turn++) {
        const answer = await api.change('PATCH', path, {}, { autoAssignCustomDomains: autoAssign });
        if (answer.kind !== 'accepted')
            why = (0,errors/* describe */.q0)(answer.error);
        if (answer.kind === 'refused')
            break;
        const isBack = async () => ((await readProject(api, projectId)).autoAssign === autoAssign ? true : undefined);
        if (await (0,looks/* lookAfter */.sR)(api, auto_assign_LOOK_AFTER_MS, isBack))
            return undefined;
    }
    return why;
}
function restored({ autoAssign }, after) {
    const [was, is] = autoAssign ? ['off', 'on'] : ['on', 'off'];
    return {
        state: 'restored',
        message: `the ${after} had switched auto-assignment ${was}, it was switched ${is} again`,
    };
}
function notRestored({ autoAssign }, after, why) {
    const message = autoAssign
        ? `auto-assignment is off since the ${after} (${why}): later production builds stay staged until one is promoted, by the next release or by "Undo Rollback" in the dashboard`
        : `auto-assignment may be on since the ${after} (${why}): the next production build, also of a push, would go live automatically without any gate; switch "Auto-assign Custom Production Domains" off in the project's settings`;
    return { state: 'not-restored', message };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/confirm.js

const SETTLE_MS = 30_000;
const CRONS_PENDING = 'Vercel moves cron jobs only with a new deployment';
function placesOf({ differs, unclear }) {
    return [...differs, ...unclear];
}
function namePlaces(places, most) {
    return (0,lists/* nameSome */.Kf)(places.map(({ shown }) => shown), most);
}
function displacedBy(job, expected) {
    const from = job?.kind === 'done' ? job.job?.from : undefined;
    return from === undefined || expected.includes(from) ? undefined : from;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/move-aliases.js


async function moveAliases(api, steps) {
    for (const step of steps) {
        const end = await moveAlias(api, step);
        if (end.kind !== 'moved')
            return end;
    }
    return { kind: 'moved' };
}
async function moveAlias(api, { host, from, to }) {
    if (from === to)
        return { kind: 'moved' };
    const answer = to === undefined ? await remove(api, host) : await move_aliases_assign(api, host, to);
    if (answer.kind === 'accepted' && to !== undefined) {
        const old = textAt(answer.body, 'oldDeploymentId');
        if (old === undefined || old === from || old === to)
            return { kind: 'moved' };
        await move_aliases_assign(api, host, old);
        return conflict(host, `another user moved ${host} to ${old} at the same time, and it was assigned to ${old} again`);
    }
    const holder = (await readAlias(api, host))?.deploymentId;
    if (holder === to)
        return { kind: 'moved' };
    if (answer.kind === 'accepted')
        return conflict(host, `${host} was removed, and yet shows ${holder ?? 'nothing'}`);
    const words = `${host}: ${(0,errors/* describe */.q0)(answer.error)}; it shows ${holder ?? 'nothing'}`;
    return answer.kind === 'refused' || holder === from
        ? { kind: 'alias-refused', host, message: words }
        : conflict(host, words);
}
function remove(api, host) {
    return api.change('DELETE', `/v2/aliases/${encodeURIComponent(host)}`);
}
function move_aliases_assign(api, host, deploymentId) {
    return api.change('POST', `/v2/deployments/${encodeURIComponent(deploymentId)}/aliases`, {}, { alias: host });
}
function conflict(host, message) {
    return { kind: 'alias-conflict', host, message };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/at-most.js
async function atMost(width, items, work) {
    const queue = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined && !failed; item = queue.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(width, queue.length) }, worker));
}

;// CONCATENATED MODULE: ./packages/vercel/lib/wildcard.js

function isWildcard(host) {
    return host.startsWith('*.');
}
function nameBelow(wildcard) {
    return `lockstep-${(0,external_node_crypto_().randomUUID)().slice(0, 8)}${wildcard.slice(1)}`;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/read-back.js






const read_back_DELAYS = [250, 500, 1_000, 2_000, 3_000];
const AT_ONCE = 8;
async function readBack(api, expected, tools) {
    let pending = expected.hosts.map((host) => ({
        host,
        at: isWildcard(host) ? nameBelow(host) : host,
    }));
    const confirmed = new Set();
    const byRecord = new Set();
    for (let turn = 0;; turn++) {
        const control = await readControlPlane(api, expected);
        const edge = tools.probe === undefined || control.isRolling
            ? noEdge
            : await askHosts(api, expected, pending, probeOf(tools.probe, control));
        for (const host of edge.confirmed)
            confirmed.add(host);
        for (const host of edge.byRecord)
            byRecord.add(host);
        pending = pending.filter(({ host }) => !confirmed.has(host) && !byRecord.has(host));
        const differs = [...control.differs, ...edge.differs];
        const unclear = [...control.unclear, ...edge.unclear];
        const settled = differs.length === 0 && unclear.length === 0;
        if (settled || !(await (0,looks/* pause */.v7)(api, read_back_DELAYS, turn, tools.until)))
            return { differs, unclear, confirmed: [...confirmed], byRecord: [...byRecord] };
    }
}
const noEdge = { differs: [], unclear: [], confirmed: [], byRecord: [] };
const POINTERS = { production: 'production pointer', crons: 'cron jobs', rollout: 'rolling release' };
const VERBS = { name: 'shows', production: 'shows', crons: 'run on', rollout: 'is under way to' };
function placeShowing(kind, name, now) {
    return {
        kind,
        name,
        now,
        shown: `${kind === 'name' ? name : `the ${name}`} ${VERBS[kind]} ${now ?? 'nothing'}`,
    };
}
function probeOf(probe, { rollsOn }) {
    return rollsOn ? (host, signal) => probe(host, signal, 'base') : probe;
}
async function readControlPlane(api, expected) {
    try {
        const [project, aliases, rollout] = await Promise.all([
            expected.pointers ? readProject(api, expected.projectId) : undefined,
            readAliases(api, expected.projectId),
            expected.rolledOut === undefined ? undefined : readRollout(api, expected.projectId),
        ]);
        const seen = expected.hosts.map((host) => ({
            kind: 'name',
            name: host,
            to: aliases.get(host)?.deploymentId,
        }));
        if (project !== undefined)
            seen.push({ kind: 'production', name: POINTERS.production, to: project.production });
        if (project !== undefined && expected.crons && project.crons !== undefined)
            seen.push({ kind: 'crons', name: POINTERS.crons, to: project.crons });
        const differs = seen
            .filter(({ to }) => to !== expected.deploymentId)
            .map(({ kind, name, to }) => placeShowing(kind, name, to));
        const isRolling = rollout !== undefined && rollout.candidate === expected.rolledOut;
        if (isRolling)
            differs.push(placeShowing('rollout', POINTERS.rollout, rollout.candidate));
        return { ...noEdge, differs, isRolling, rollsOn: isLater(rollout, expected) };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        return {
            ...noEdge,
            isRolling: false,
            rollsOn: false,
            unclear: [{ kind: 'api', name: 'Vercel', now: undefined, shown: (0,errors/* describe */.q0)(error) }],
        };
    }
}
function isLater(rollout, { deploymentId, rolledOut }) {
    return rollout !== undefined && rollout.base === deploymentId && rollout.candidate !== rolledOut;
}
async function askHosts(api, expected, hosts, probe) {
    const seen = {
        differs: [],
        unclear: [],
        confirmed: [],
        byRecord: [],
    };
    await atMost(AT_ONCE, hosts, async ({ host, at }) => {
        const served = await probe(at, api.signal);
        const judged = read_back_judge(served, expected);
        if (judged === undefined)
            seen.confirmed.push(host);
        else if (saysNothing(host, served, expected))
            seen.byRecord.push(host);
        else
            seen[judged.as].push({ kind: 'host', name: host, now: judged.now, shown: `${at} ${judged.words}` });
    });
    return seen;
}
function saysNothing(host, served, { hosts }) {
    if (isWildcard(host))
        return served.kind === 'unresolved' || (served.kind === 'silent' && served.answered === true);
    return (served.kind === 'silent' && served.sentOn !== undefined && served.sentOn !== host && hosts.includes(served.sentOn));
}
function read_back_judge(served, expected) {
    if (served.kind === 'unresolved')
        return { as: 'unclear', words: 'does not resolve' };
    if (served.kind === 'silent')
        return { as: 'unclear', words: served.why };
    if (served.deploymentId !== undefined)
        return sameDeployment(served.deploymentId, expected.deploymentId)
            ? undefined
            : { as: 'differs', words: `serves ${served.deploymentId}`, now: served.deploymentId };
    if (served.commit === undefined)
        return { as: 'unclear', words: 'does not say which build it is' };
    if (expected.commit === undefined || expected.commit === expected.otherCommit)
        return { as: 'unclear', words: `names only commit ${served.commit}, from which both deployments were built` };
    return sameCommit(served.commit, expected.commit)
        ? undefined
        : { as: 'differs', words: `serves commit ${served.commit}`, now: served.commit };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/plan-undo.js



function planUndo(swap, state, nowMs) {
    return swap.strategy === 'alias' ? undoAliases(swap, state) : undoPromote(swap, state, nowMs);
}
function asItWent(swap, job, rollout) {
    const ours = job !== undefined && job.type === 'promote' && job.to === swap.to && isNewer(job, swap.jobBefore);
    const rolled = swap.strategy !== 'alias' && rollout?.candidate === swap.to ? rollout.base : undefined;
    const from = rolled ?? (ours ? job.from : undefined);
    if (from === undefined || from === swap.from || from === swap.to)
        return swap;
    const hosts = swap.hosts.map((move) => (move.from === swap.from ? { ...move, from } : move));
    return { ...swap, from, fromCommit: undefined, hosts };
}
function undoPromote(swap, { project, aliases, rollout }, nowMs) {
    const { job } = project;
    const atWork = job !== undefined && inFlight(job, nowMs) ? job : undefined;
    const ours = atWork?.to === (atWork?.type === 'promote' ? swap.to : swap.from);
    const places = [
        { kind: 'production', name: POINTERS.production, before: swap.from, now: project.production },
        ...swap.hosts.map(({ host, from }) => ({
            kind: 'name',
            name: host,
            before: from,
            now: aliases.get(host)?.deploymentId,
        })),
    ];
    const foreign = places.filter(({ before, now }) => now !== swap.to && now !== before && now !== swap.from);
    const differs = foreign.map(({ kind, name, now }) => placeShowing(kind, name, now));
    if (atWork !== undefined && !ours)
        differs.push(jobUnderWay(atWork));
    const isRolling = rollout !== undefined && rollout.candidate === swap.to;
    const isForeign = rollout !== undefined && (isRolling ? rollout.base !== swap.from : rollout.base === swap.to);
    if (isForeign)
        differs.push(placeShowing('rollout', POINTERS.rollout, rollout.candidate));
    if (differs.length > 0)
        return { kind: 'conflict', differs };
    if (atWork !== undefined)
        return { kind: 'wait', job: atWork };
    if (isRolling && swap.from !== undefined)
        return { kind: 'abort', to: swap.from, at: placeOf(rollout) };
    const moved = places.filter(({ before, now }) => now === swap.to && before !== swap.to);
    if (moved.length === 0)
        return { kind: 'nothing' };
    if (swap.from === undefined || swap.from === swap.to)
        return { kind: 'no-previous-deployment' };
    if (project.production === swap.to)
        return { kind: 'rollback', to: swap.from, before: job };
    return { kind: 'reassign', hosts: strandedHosts(swap, aliases), differs: [] };
}
function undoAliases(swap, { aliases }) {
    const moved = swap.hosts.filter(({ from, to }) => from !== to);
    const now = (host) => aliases.get(host)?.deploymentId;
    const differs = moved
        .filter(({ host, from, to }) => now(host) !== to && now(host) !== from)
        .map(({ host }) => placeShowing('name', host, now(host)));
    const hosts = strandedHosts(swap, aliases);
    if (hosts.length > 0)
        return { kind: 'reassign', hosts, differs };
    return differs.length > 0 ? { kind: 'conflict', differs } : { kind: 'nothing' };
}
function jobUnderWay({ type, to, status }) {
    return { kind: 'production', name: POINTERS.production, now: to, shown: `a ${type} to ${to} is ${status}` };
}
function strandedHosts(swap, aliases) {
    return swap.hosts
        .filter(({ host, from, to }) => aliases.get(host)?.deploymentId === to && from !== to)
        .map(({ host, from, to }) => ({ host, from: to, to: swap.strategy === 'alias' ? from : (from ?? swap.from) }));
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/read-homes.js

async function readHomes(api, swap, tools) {
    const parts = [];
    for (const expected of homesOf(swap))
        parts.push(await readBack(api, expected, tools));
    return {
        differs: parts.flatMap((part) => part.differs),
        unclear: parts.flatMap((part) => part.unclear),
        confirmed: parts.flatMap((part) => part.confirmed),
        byRecord: parts.flatMap((part) => part.byRecord),
    };
}
function homesOf(swap) {
    const common = { projectId: swap.projectId, otherCommit: swap.toCommit, crons: swap.crons !== undefined };
    if (swap.strategy !== 'alias') {
        if (swap.from === undefined)
            return [];
        const hosts = swap.hosts.map((move) => move.host);
        return [
            {
                ...common,
                deploymentId: swap.from,
                commit: swap.fromCommit,
                hosts,
                pointers: true,
                rolledOut: swap.rolls ? swap.to : undefined,
            },
        ];
    }
    const homes = new Map();
    for (const { host, from } of swap.hosts)
        if (from !== undefined)
            homes.set(from, [...(homes.get(from) ?? []), host]);
    return [...homes].map(([deploymentId, hosts]) => ({
        ...common,
        deploymentId,
        commit: undefined,
        hosts,
        pointers: false,
        rolledOut: undefined,
    }));
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/undo-swap.js












const MOST_ROLLBACKS = 2;
async function undoSwap(api, planned, tools) {
    let [swap, rollbacks] = [planned, 0];
    for (;;) {
        const state = await look(api, swap);
        const last = state.project.job;
        swap = asItWent(swap, last, state.rollout);
        const plan = planUndo(swap, state, api.clock.now());
        const ended = await takeTurn({ api, tools, swap, job: jobOfOurs(swap, last), rollbacks }, plan);
        if (!('again' in ended))
            return ended;
        if (ended.again === 'rollback-failed')
            rollbacks++;
    }
}
async function takeTurn(turn, plan) {
    switch (plan.kind) {
        case 'wait':
            return await waitFor(turn, plan.job);
        case 'rollback':
            return await undo_swap_rollBack(turn, plan);
        case 'abort':
            return await abort(turn, plan);
        case 'reassign':
            return await reassign(turn, plan);
        case 'nothing':
            return turn.rollbacks > 0
                ? await withAutoAssign(turn, await undo_swap_confirm(turn, UNDONE), turn.job)
                : await withAutoAssign(turn, await undo_swap_confirm(turn, NOTHING_MOVED), turn.job);
        case 'conflict':
            return end('fail', 'conflict', 'another release came after this one, so nothing was changed', {
                traffic: 'unconfirmed',
                moved: turn.rollbacks > 0,
                differs: plan.differs,
            });
        case 'no-previous-deployment':
            return end('fail', 'no-previous-deployment', `${turn.swap.to} stays live: nothing was live before it that could be restored`, { traffic: 'reached', moved: turn.rollbacks > 0 });
    }
}
async function waitFor({ api, swap, tools, rollbacks }, job) {
    const what = `the ${job.type} to ${job.to}`;
    api.log.info(`waiting for ${what} to end first (${job.status})`);
    if ((await awaitJob(api, swap.projectId, job, tools.until)) !== undefined)
        return { again: 'waited' };
    const message = `${what} is still ${job.status}`;
    return end('unknown', 'undo-unconfirmed', message, { traffic: 'reached', moved: rollbacks > 0 });
}
async function undo_swap_rollBack(turn, { to, before }) {
    const { swap, rollbacks } = turn;
    const job = await askForRollback(turn, to, before);
    if (job.kind === 'failed' && rollbacks + 1 < MOST_ROLLBACKS)
        return { again: 'rollback-failed' };
    const displaced = displacedBy(job, [swap.to, swap.from]);
    if (displaced !== undefined)
        return await restoreDisplaced(turn, displaced, 'job' in job ? job.job : undefined);
    return await withAutoAssign(turn, await undo_swap_confirm(turn, { ...UNDONE, trouble: unfinished(job) }), 'rollback');
}
async function abort(turn, { at, to }) {
    const { api, swap, tools } = turn;
    const what = at === undefined ? UNDONE.what : `${UNDONE.what} at ${nameStage(at.stage, at.of)}`;
    const job = await abortRollout(api, { projectId: swap.projectId, candidate: swap.to, to, until: tools.until });
    return await withAutoAssign(turn, await undo_swap_confirm(turn, { ...UNDONE, what, trouble: unfinished(job) }), 'rollback');
}
async function reassign(turn, plan) {
    const moved = await moveAliases(turn.api, plan.hosts);
    const trouble = moved.kind === 'moved' ? undefined : moved.message;
    const ended = await undo_swap_confirm(turn, { ...UNDONE, trouble });
    if (plan.differs.length === 0)
        return await withAutoAssign(turn, ended, turn.job);
    const cause = `${ended.cause}; what another user moved since was left alone`;
    return end('fail', 'conflict', cause, { traffic: ended.traffic, moved: ended.moved, differs: plan.differs });
}
function askForRollback({ api, swap, tools }, to, before) {
    return runAliasJob(api, { verb: 'rollback', projectId: swap.projectId, to, before, until: tools.until });
}
function jobOfOurs(swap, last) {
    if (swap.strategy === 'alias' || last === undefined || !isNewer(last, swap.jobBefore))
        return undefined;
    if (last.type === 'rollback' && last.to === swap.from)
        return 'rollback';
    return last.type === 'promote' && last.to === swap.to ? 'promote' : undefined;
}
async function withAutoAssign({ api, swap }, ended, after) {
    if (after === undefined)
        return ended;
    const assign = await keepAutoAssign(api, swap, after);
    const [message, cause] = [joined(ended.message, assign.message), joined(ended.cause, assign.message)];
    return { ...ended, message, cause, autoAssign: assign.state };
}
async function restoreDisplaced(turn, to, last) {
    const trouble = unfinished(await askForRollback(turn, to, last));
    const assign = await keepAutoAssign(turn.api, turn.swap, 'rollback');
    const how = trouble === undefined ? 'it was restored' : `it could not be restored: ${trouble}`;
    const message = joined(`another user released ${to} in between: ${how}`, assign.message);
    return end('fail', 'conflict', message, { traffic: 'unconfirmed', moved: true, autoAssign: assign.state });
}
async function look(api, { projectId, rolls }) {
    const [project, aliases, rollout] = await Promise.all([
        readProject(api, projectId),
        readAliases(api, projectId),
        rolls ? readRollout(api, projectId) : undefined,
    ]);
    return { project, aliases, rollout };
}
function unfinished(job) {
    switch (job.kind) {
        case 'done':
        case 'already':
            return undefined;
        case 'refused':
        case 'not-seen':
            return (0,errors/* describe */.q0)(job.error);
        case 'superseded-by-other-promotion':
            return `another ${job.job.type}, to ${job.job.to}, came in between`;
        case 'failed':
        case 'skipped':
        case 'late':
            return job.job === undefined ? 'Vercel shows no rollback' : `the rollback is ${job.job.status}`;
    }
}
const UNDONE = { reason: 'swap-undone', what: 'undone', moved: true };
const NOTHING_MOVED = { reason: 'nothing-to-undo', what: 'nothing to undo', moved: false };
async function undo_swap_confirm({ api, swap, tools }, { reason, what, moved, trouble }) {
    const until = trouble === undefined ? Math.min(tools.until, api.clock.now() + SETTLE_MS) : 0;
    const back = await readHomes(api, swap, { ...tools, until });
    const home = nameOf(swap.from, swap.fromCommit);
    const serve = `${what}: ${home} is live on ${(0,lists/* count */.U9)(swap.hosts.length, 'host')}`;
    const places = placesOf(back);
    if (places.length === 0) {
        if (tools.probe !== undefined)
            return end('pass', reason, serve, { traffic: 'restored', moved });
        const message = `${what}: ${home} is live by Vercel's records; hosts were not asked which build they serve`;
        return end('pass', reason, message, { traffic: 'unconfirmed', moved });
    }
    if (places.every(({ kind }) => kind === 'crons')) {
        const cause = `${serve}; ${CRONS_PENDING}, so release again`;
        return end('unknown', 'crons-pending', cause, {
            traffic: 'unconfirmed',
            moved,
            cronsPending: true,
            differs: places,
        });
    }
    const because = trouble === undefined ? '' : `; ${trouble}`;
    return back.differs.length > 0
        ? end('fail', 'undo-incomplete', `not everything shows ${home} again${because}`, {
            traffic: 'reached',
            moved,
            differs: places,
        })
        : end('unknown', 'undo-unconfirmed', `cannot confirm that everything shows ${home} again${because}`, {
            traffic: 'unconfirmed',
            moved,
            differs: places,
        });
}
function joined(...parts) {
    return parts.filter((part) => part !== '').join('; ');
}
function end(verdict, reason, cause, facts) {
    const { differs = [] } = facts;
    const message = differs.length === 0 ? cause : `${cause}: ${namePlaces(differs, 5)}`;
    return { verdict, reason, message, cause, cronsPending: false, autoAssign: 'unchanged', ...facts, differs };
}

;// CONCATENATED MODULE: ./actions/rollback/lib/end.js
function end_judge(schema, changed, message) {
    const partly = { state: 'partly-rolled-back', message };
    if (!changed && (schema.kind === 'down' || schema.kind === 'kept')) {
        const state = schema.left.length === 0 ? 'rolled-back' : partly.state;
        return { verdict: 'pass', reason: 'already-there', state, message: `nothing was changed: ${message}` };
    }
    switch (schema.kind) {
        case 'down':
            return { verdict: 'pass', reason: 'rolled-back', state: 'rolled-back', message };
        case 'kept':
            return { verdict: 'pass', reason: 'rolled-back-schema-kept', ...partly };
        case 'shared':
            return { verdict: 'unknown', reason: 'rolled-back-schema-shared', ...partly };
        case 'failed':
            return { verdict: 'fail', reason: 'schema-not-undone', ...partly };
        case 'unknown':
            return { verdict: 'unknown', reason: 'schema-unresolved', state: 'unknown', message };
    }
}
function unresolved(verdict, reason, message, before) {
    const { archivedRows = 0, reverted } = before;
    return { verdict, reason, state: 'unknown', message, reverted, archivedRows, changed: true };
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 2 modules
var database_url = __nccwpck_require__(735351);
;// CONCATENATED MODULE: ./packages/migrations/lib/engine/engine.js


const defaultLimits = {
    lockTimeoutMs: 200,
    lockRetryForMs: 60_000,
    migrationLockTimeoutMs: 60_000,
    statementTimeoutMs: 900_000,
    reconnectForMs: 60_000,
};
function createEngine(options) {
    return {
        target: (0,database_url/* readDatabaseUrl */.Bq)(options.databaseUrl.reveal()),
        provenance: options.provenance,
        limits: { ...defaultLimits, ...options.limits },
        log: options.log,
        clock: options.clock ?? lib_clock/* systemClock */.ml,
        signal: options.signal,
        random: options.random ?? Math.random,
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/migrations.js

function migrationEngine(values, shell, { release, commit, line }) {
    const { env } = shell;
    const { owner, repo } = env.repository;
    return createEngine({
        databaseUrl: values['database-url'],
        provenance: {
            release,
            commit,
            actor: env.actor,
            run: env.runUrl,
            step: shell.instance,
            ...(line === undefined
                ? {}
                : { line: { repository: `${owner}/${repo}`, environment: line.environment, service: line.service } }),
        },
        limits: {
            lockTimeoutMs: values['lock-timeout'],
            lockRetryForMs: values['lock-retry-for'],
            migrationLockTimeoutMs: values['migration-lock-timeout'],
            statementTimeoutMs: values['statement-timeout'],
        },
        log: shell.log,
        clock: shell.clock,
        signal: shell.signal,
    });
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/count-predicted.js + 1 modules
var count_predicted = __nccwpck_require__(752750);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js + 2 modules
var parser = __nccwpck_require__(658489);
;// CONCATENATED MODULE: ./packages/migrations/lib/parse/made.js

function madeBy(parsed) {
    if (parsed === undefined)
        return undefined;
    const { fields, type } = parsed;
    const base = (0,parser/* child */.jf)(fields, 'base') ?? fields;
    const ifNotExists = base['if_not_exists'] === true;
    const made = (name, kind) => ({ name: (0,parser/* canonical */.$N)(name), kind, ifNotExists });
    switch (type) {
        case 'CreateStmt':
        case 'CreateForeignTableStmt':
            return made((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(base, 'relation')), 'table');
        case 'CreateTableAsStmt':
            return made((0,parser/* relationName */.CJ)((0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'into') ?? {}, 'rel')), fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'view');
        case 'SelectStmt': {
            const into = (0,parser/* child */.jf)(fields, 'intoClause');
            return into === undefined ? undefined : made((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(into, 'rel')), 'table');
        }
        case 'ViewStmt':
            return made((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'view')), 'view');
        case 'CreateFunctionStmt':
            return made((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname')), 'other');
        case 'DefineStmt':
            return made((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'defnames')), 'other');
        case 'CreateSeqStmt':
            return made((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'sequence')), 'other');
        case 'CreateSchemaStmt':
            return made((0,parser/* text */.Qq)(fields, 'schemaname'), 'other');
        case 'CreateDomainStmt':
            return made((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'domainname')), 'other');
        case 'CompositeTypeStmt':
            return made((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'typevar')), 'other');
        case 'CreateRangeStmt':
        case 'CreateEnumStmt':
            return made((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'typeName')), 'other');
        default:
            return undefined;
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/classify.js
var classify = __nccwpck_require__(228791);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __nccwpck_require__(682065);
;// CONCATENATED MODULE: ./packages/migrations/lib/sql/excerpt.js


const SHOWN = 160;
const DATA = new Set(['insert', 'update', 'delete', 'merge', 'select', 'with', 'values', 'call', 'do']);
function excerpt(statement) {
    const hidesNumbers = DATA.has((0,classify/* firstWord */.Nk)(statement));
    let text = '';
    let end = 0;
    for (const token of (0,tokens/* tokens */.LU)(statement.subarray(0, 2048), 80)) {
        if (text !== '' && token.at > end)
            text += ' ';
        const isNumber = hidesNumbers && token.kind === 'word' && /^\d/.test(token.value);
        text += token.kind === 'text' ? "'…'" : isNumber ? '…' : statement.toString('utf8', token.at, token.end);
        end = token.end;
    }
    return text.length > SHOWN || end < statement.length ? `${text.slice(0, SHOWN)} …` : text;
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/lines.js
var lines = __nccwpck_require__(843286);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __nccwpck_require__(470217);
;// CONCATENATED MODULE: ./packages/migrations/lib/parse/code-block.js


const SQL = new Set(('alter drop create truncate update delete insert merge revoke grant lock reindex refresh vacuum cluster comment ' +
    'set reset copy').split(' '));
const OPENERS = new Set(['begin', 'then', 'else', 'loop']);
function readCodeBlock(fields) {
    const options = (0,parser/* children */.Y_)(fields, 'args').map((each) => (0,parser/* child */.jf)(each, 'DefElem') ?? {});
    const value = (name) => {
        const option = options.find((each) => (0,parser/* text */.Qq)(each, 'defname') === name);
        return (0,parser/* text */.Qq)((0,parser/* child */.jf)((0,parser/* child */.jf)(option ?? {}, 'arg') ?? {}, 'String'), 'sval');
    };
    if (!/^(plpgsql)?$/.test(value('language')))
        return { ...NOTHING, unreadable: true };
    return readPlpgsql(value('as'));
}
function readRoutine(fields) {
    const code = routineCode(fields);
    const parsed = (0,parser/* child */.jf)(fields, 'sql_body');
    if (parsed !== undefined)
        return { ...NOTHING, trees: treesIn(parsed) };
    const language = (0,parser/* text */.Qq)((0,parser/* child */.jf)(optionOf(fields, 'language'), 'String'), 'sval');
    return readBody(language, code);
}
function readBody(language, code) {
    if (language === 'sql')
        return { ...NOTHING, statements: code === '' ? [] : [code] };
    return language === 'plpgsql' ? readPlpgsql(code) : NOTHING;
}
const NOTHING = { statements: [], queries: [], trees: [], unreadable: false };
function treesIn(node) {
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    if (type === 'List')
        return (0,parser/* children */.Y_)(fields, 'items').flatMap(treesIn);
    return type === 'ReturnStmt'
        ? [{ type: 'SelectStmt', fields: { targetList: [fields['returnval']] } }]
        : [{ fields, type }];
}
function routineCode(fields) {
    const [body] = (0,parser/* children */.Y_)((0,parser/* child */.jf)(optionOf(fields, 'as'), 'List') ?? {}, 'items');
    return (0,parser/* text */.Qq)((0,parser/* child */.jf)(body ?? {}, 'String'), 'sval');
}
function optionOf(fields, name) {
    const options = (0,parser/* children */.Y_)(fields, 'options').map((each) => (0,parser/* child */.jf)(each, 'DefElem') ?? {});
    return (0,parser/* child */.jf)(options.find((each) => (0,parser/* text */.Qq)(each, 'defname') === name) ?? {}, 'arg') ?? {};
}
function readPlpgsql(code) {
    const body = Buffer.from(code);
    const list = (0,tokens/* tokens */.LU)(body);
    const statements = [];
    const queries = [];
    let unreadable = false;
    const loops = list.some(({ value }) => value === 'commit') ? undefined : new Map();
    const isWord = (at, value) => list[at]?.kind === 'word' && list[at]?.value === value;
    const find = (from, to, test) => {
        for (let nth = from; nth < to; nth++)
            if (test(list[nth]))
                return nth;
        return to;
    };
    for (let at = 0; at < list.length;) {
        const word = list[at]?.kind === 'word' ? (list[at]?.value ?? '') : '';
        const stop = find(at, list.length, (token) => token.kind === 'mark' && token.value === ';');
        const tail = list.slice(at + 1, stop);
        if (SQL.has(word)) {
            if (stop > at)
                statements.push(ofLoop(code_block_plain(body, list.slice(at, stop)), loops));
            at = stop + 1;
        }
        else if (word === 'with' || word === 'select') {
            queries.push(withoutInto(body, list.slice(at, stop)));
            at = stop + 1;
        }
        else if (word === 'perform' || word === 'call') {
            if (tail.length > 0)
                (word === 'call' ? queries : statements).push(`${word === 'call' ? 'call' : 'select'} ${textOf(body, tail)}`);
            at = stop + 1;
        }
        else if (word === 'execute') {
            const sql = executed(tail);
            if (sql === undefined)
                unreadable = true;
            else
                statements.push(sql);
            at = stop + 1;
        }
        else if (word === 'return' && isWord(at + 1, 'query')) {
            at += 2;
        }
        else if (word === 'for') {
            const loop = find(at, stop, (token) => token.kind === 'word' && token.value === 'loop');
            const from = find(at, loop, (token) => token.kind === 'word' && token.value === 'in') + 1;
            if (/^(select|with|insert|update|delete|merge)$/.test(list[from]?.value ?? '') && from < loop) {
                const query = textOf(body, list.slice(from, loop));
                queries.push(query);
                if (/^(select|with)$/.test(list[from]?.value ?? ''))
                    loops?.set(list[at + 1]?.value ?? '', query);
            }
            at = loop + 1;
        }
        else if (isWord(at, word) && isAssignment(list, at)) {
            const expression = list.slice(find(at, stop, ({ value }) => value === '=') + 1, stop);
            if (expression.some(({ value }) => value === '('))
                queries.push(`select ${textOf(body, expression)}`);
            at = stop + 1;
        }
        else {
            const opener = find(at, stop, (token) => token.kind === 'word' && OPENERS.has(token.value));
            const asked = /^(if|elsif|elseif|while|return|exit)$/.test(word) ? list.slice(at + 1, opener) : [];
            if (asked.some(({ value }) => value === '('))
                queries.push(`select ${textOf(body, asked)}`);
            at = opener + 1;
        }
    }
    return { statements, queries, trees: [], unreadable };
}
function ofLoop(sql, loops) {
    if (!/^(update|delete)\b/i.test(sql))
        return sql;
    const used = [...(loops ?? [])].filter(([name]) => name !== '' && new RegExp(`\\b${name}\\.\\w`, 'i').test(sql));
    if (used.length === 0)
        return sql;
    return `with ${used.map(([name, query]) => `"${name}" as (${query})`).join(', ')} ${sql}`;
}
function isAssignment(list, at) {
    const [next, other] = [list[at + 1]?.value, list[at + 2]?.value];
    return next === '=' || (next === ':' && other === '=');
}
function textOf(body, list) {
    const [first, last] = [list[0], list[list.length - 1]];
    return first === undefined || last === undefined ? '' : body.toString('utf8', first.at, last.end);
}
function withoutInto(body, list) {
    let depth = 0;
    const into = list.findIndex(({ kind, value }) => {
        if (kind === 'mark' && (value === '(' || value === ')'))
            depth += value === '(' ? 1 : -1;
        return depth === 0 && kind === 'word' && value === 'into';
    });
    if (into < 0 || list[into - 1]?.value === 'insert' || list[into - 1]?.value === 'merge')
        return textOf(body, list);
    let end = into + (list[into + 1]?.value === 'strict' ? 2 : 1);
    while (end < list.length && (list[end + 1]?.value === ',' || list[end + 1]?.value === '.'))
        end += 2;
    return `${textOf(body, list.slice(0, into))} ${textOf(body, list.slice(end + 1))}`.trimEnd();
}
function code_block_plain(body, list) {
    const [first, last] = [list[0], list[list.length - 1]];
    const returns = list.findIndex((token) => token.kind === 'word' && token.value === 'returning');
    const into = list.findIndex((token, i) => i > returns && token.kind === 'word' && token.value === 'into');
    if (returns < 0 || into < 0)
        return body.toString('utf8', first.at, last.end);
    return body.toString('utf8', first.at, list[into].at).trimEnd();
}
function executed(list) {
    const end = list.findIndex((token) => token.kind === 'word' && (token.value === 'into' || token.value === 'using'));
    const expression = end < 0 ? list : list.slice(0, end);
    const [first] = expression;
    if (first?.kind === 'text' && expression.length === 1)
        return content(first.value);
    if (!expression.some((token) => token.kind === 'text'))
        return undefined;
    const format = expression.find((token) => token.kind === 'text');
    if (first?.value === 'format' && format !== undefined) {
        return content(format.value)
            .replace(/%(\d+\$)?[Is]/g, '"…"')
            .replace(/%(\d+\$)?L/g, "'…'")
            .replaceAll('%%', '%');
    }
    const parts = expression.flatMap((token) => token.kind === 'text' ? [content(token.value)] : token.value === '|' ? [] : ['"…"']);
    return parts.filter((part, nth) => part !== '"…"' || parts[nth - 1] !== part).join('');
}
function content(constant) {
    const dollar = /^\$([^$]*)\$/.exec(constant)?.[0];
    if (dollar !== undefined)
        return constant.slice(dollar.length, -dollar.length);
    const quoted = constant.replace(/^[eEuU]?&?'/, '').replace(/'$/, '');
    return quoted.replaceAll("''", "'");
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var source = __nccwpck_require__(71514);
;// CONCATENATED MODULE: ./packages/migrations/lib/parse/calls.js

function callsIn(node) {
    const found = [];
    collect(node, found);
    return found;
}
function collect(node, found) {
    if (typeof node !== 'object' || node === null)
        return;
    if (Array.isArray(node)) {
        for (const each of node)
            collect(each, found);
        return;
    }
    for (const [key, value] of Object.entries(node)) {
        if (key === 'FuncCall' || key === 'funccall')
            found.push((0,parser/* listName */.sY)((0,parser/* children */.Y_)(value, 'funcname')).replace(/^pg_catalog\./, ''));
        collect(value, found);
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/parse/within.js

const WRITES = /^(Insert|Update|Delete|Merge)Stmt$/;
function statementsWithin(parsed) {
    if (parsed === undefined)
        return [];
    const { fields, type } = parsed;
    const runs = /^(Prepare|Copy|CreateTableAs)Stmt$/.test(type) || (type === 'ExplainStmt' && (0,parser/* has */.zy)(fields, 'options', 'analyze'));
    const inner = runs ? (0,parser/* child */.jf)(fields, 'query') : undefined;
    const source = type === 'InsertStmt' ? (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'selectStmt') ?? {}, 'SelectStmt') : undefined;
    const written = [fields, source ?? {}].flatMap(writtenBy);
    return [...(inner === undefined ? [] : [inner]), ...written].flatMap((each) => {
        const found = (0,parser/* opened */.Sg)(each);
        return [...(WRITES.test(found.type) ? [found] : []), ...statementsWithin(found)];
    });
}
function writtenBy(fields) {
    return (0,parser/* children */.Y_)((0,parser/* child */.jf)(fields, 'withClause') ?? {}, 'ctes').flatMap((each) => {
        const query = (0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'CommonTableExpr') ?? {}, 'ctequery');
        return query === undefined ? [] : [query];
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/parse/runs.js






const CALLS = 'Calls';
function ranBy({ queries, statements, trees }, parse) {
    const all = statements.flatMap((each) => parseAll(each, parse));
    const asked = queries
        .flatMap((each) => parseAll(each, parse))
        .flatMap((each) => (each === undefined ? [] : queried(each)));
    const runs = all.flatMap((each) => (each === undefined ? [] : [each]));
    return {
        runs: [...runs, ...trees.map((parsed) => ({ parsed, tag: tagOfTree(parsed) })), ...asked],
        isWhole: runs.length === all.length,
    };
}
function queried({ parsed, tag }) {
    if (parsed.type !== 'SelectStmt')
        return [{ parsed, tag }];
    const within = statementsWithin(parsed).map((each) => ({ parsed: each, tag: tagOfTree(each) }));
    return callsIn(parsed.fields).length === 0
        ? within
        : [{ parsed: { type: CALLS, fields: { query: parsed.fields } }, tag }, ...within];
}
function runBy(statement, own, routines) {
    const called = new Set();
    const all = [];
    const visit = (run, isFirst) => {
        if (!isFirst)
            all.push(run);
        for (const parsed of statementsWithin(run.parsed))
            all.push({ parsed, tag: run.tag });
        for (const name of calledBy(run.parsed)) {
            const runs = routines.get(name);
            if (runs === undefined || called.has(name))
                continue;
            called.add(name);
            for (const each of runs)
                visit(each, false);
        }
    };
    visit(statement, true);
    for (const each of own)
        visit(each, false);
    return all;
}
function calledBy({ fields, type }) {
    return CALLING.test(type) ? callsIn(fields).map(parser/* canonical */.$N) : [];
}
const CALLING = new RegExp(`^((Select|Call|Insert|Update|Delete|Merge|CreateTableAs)Stmt|${CALLS})$`);
function remember(routines, fields, runs) {
    routines.set((0,parser/* canonical */.$N)((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname'))), runs);
}
function parseAll(sql, parse) {
    return [...(0,walk/* walk */.G)((0,source/* textSource */.r)('', sql))].flatMap((item) => {
        if (item.kind !== 'statement')
            return [];
        const parsed = parse(item.bytes.toString('utf8'));
        return [parsed === undefined ? undefined : { parsed, tag: tagOf(item.bytes) }];
    });
}
function tagOfTree({ type }) {
    return type.replace(/Stmt$/, '').toUpperCase();
}
function tagOf(statement) {
    const [first = '', second = '', third = ''] = (0,tokens/* tokens */.LU)(statement.subarray(0, TAGGED), 3).map(capitals);
    if (!/^(CREATE|ALTER|DROP|COMMENT|REFRESH|REINDEX|TRUNCATE|LOCK)$/.test(first))
        return first;
    const skip = /^(UNIQUE|OR|TEMP|TEMPORARY|UNLOGGED|MATERIALIZED)$/.test(second);
    return `${first} ${second}${skip ? ` ${third}` : ''}`.trim();
}
const TAGGED = 2048;
function capitals({ kind, value }) {
    return kind === 'word' && /^[a-z_]+$/.test(value) ? value.toUpperCase() : '';
}

;// CONCATENATED MODULE: ./packages/migrations/lib/parse/statements.js






const ROWS = new Set(['insert', 'values', 'copy']);
const ROWS_PARSED = 2 << 20;
const ROW_PARSED = 256 << 10;
const PARSED = 4 << 20;
function readStatements(script, parse, routines = new Map()) {
    const lineOf = (0,lines/* lineCounter */.L)(script.source);
    const list = [];
    let rows = ROWS_PARSED;
    for (const item of (0,walk/* walk */.G)(script.source)) {
        if (item.kind !== 'statement')
            continue;
        const { bytes, standardStrings, start } = item;
        const isRow = ROWS.has((0,classify/* firstWord */.Nk)(bytes));
        const isRead = bytes.length <= (isRow ? Math.min(rows, ROW_PARSED) : PARSED);
        if (isRow)
            rows -= bytes.length;
        const sql = isRead ? bytes.toString('utf8') : '';
        const parsed = isRead ? parse(sql) : undefined;
        const tag = tagOf(bytes);
        const end = start + bytes.length;
        const shown = () => excerpt(script.source.read(start, end));
        const block = parsed?.type === 'DoStmt' ? readCodeBlock(parsed.fields) : undefined;
        const own = block === undefined ? undefined : ranBy(block, parse);
        const inner = parsed === undefined ? [] : runBy({ parsed, tag }, own?.runs ?? [], routines);
        const made = parsed?.type === 'CreateFunctionStmt' ? ranBy(readRoutine(parsed.fields), parse).runs : [];
        const found = {
            at: start,
            line: lineOf(start),
            tag,
            class: item.class.kind,
            parsed,
            problem: isRead && parsed === undefined && standardStrings ? problemIn(sql, parse, start, lineOf) : undefined,
            nested: false,
            unreadable: block !== undefined && (block.unreadable || own?.isWhole === false),
            runs: made,
        };
        list.push(showing(found, shown));
        for (const each of inner) {
            const nested = { ...found, ...each, problem: undefined, nested: true, unreadable: false, runs: [] };
            list.push(showing(nested, shown));
        }
        if (parsed?.type === 'CreateFunctionStmt')
            remember(routines, parsed.fields, made);
    }
    return list;
}
function showing(statement, shown) {
    return Object.defineProperty(statement, 'shown', { get: shown, enumerable: true });
}
function problemIn(sql, parse, start, lineOf) {
    const problem = parse.problemOf(sql);
    if (problem === undefined)
        return undefined;
    const before = Buffer.byteLength(Array.from(sql).slice(0, problem.at).join(''));
    return { message: problem.message, line: lineOf(start + before) };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/predict.js




function predict(script, parse) {
    const statements = readStatements(script, parse).filter(({ nested }) => !nested);
    const made = new Set();
    let isRenamed = false;
    const deletes = [];
    let opaque = false;
    for (const statement of statements) {
        const { parsed } = statement;
        const { opaque: isUnseen, deletes: found } = predictStatement(statement);
        const known = found.filter((each) => !isRenamed && !('table' in each && made.has(each.table)));
        deletes.push(...known);
        opaque ||= known.length < found.length || isUnseen;
        isRenamed ||= parsed !== undefined && renames(parsed);
        const object = madeBy(parsed);
        if (object !== undefined)
            made.add(object.name);
    }
    const renumbered = new Set(statements.flatMap(({ parsed }) => (parsed === undefined ? [] : numbers(parsed))));
    const left = deletes.filter((each) => each.kind !== 'identity' || !renumbered.has(`${each.table}.${each.column}`));
    const relabels = statements.filter(({ parsed }) => parsed !== undefined && isRelabel(parsed)).length > 1;
    return { deletes: left, opaque: opaque || relabels || left.length < deletes.length };
}
function isRelabel({ fields, type }) {
    return type === 'AlterEnumStmt' && (0,parser/* text */.Qq)(fields, 'oldVal') !== '';
}
function numbers({ fields, type }) {
    if (type !== 'AlterTableStmt')
        return [];
    const table = tableName((0,parser/* child */.jf)(fields, 'relation'));
    return (0,parser/* children */.Y_)(fields, 'cmds').flatMap((each) => {
        const cmd = (0,parser/* opened */.Sg)(each).fields;
        const isNumbered = ['AT_AddIdentity', 'AT_ColumnDefault'].includes((0,parser/* text */.Qq)(cmd, 'subtype'));
        return isNumbered ? [`${table}.${(0,parser/* text */.Qq)(cmd, 'name')}`] : [];
    });
}
function predictStatement({ parsed, tag }) {
    return {
        deletes: parsed === undefined ? [] : deletedBy(parsed.type, parsed.fields),
        opaque: OPAQUE.has(tag) || (parsed !== undefined && isOpaque(parsed)),
    };
}
function renames({ fields, type }) {
    return (type === 'RenameStmt' ||
        type === 'AlterObjectSchemaStmt' ||
        (type === 'VariableSetStmt' && (0,parser/* text */.Qq)(fields, 'name') === 'search_path'));
}
const OPAQUE = new Set(['CALL', 'DO', 'SELECT', 'WITH', 'EXECUTE', 'EXPLAIN']);
function isOpaque({ fields, type }) {
    switch (type) {
        case 'UpdateStmt':
        case 'MergeStmt':
        case 'DropOwnedStmt':
            return true;
        case 'DeleteStmt':
            return fields['whereClause'] !== undefined;
        case 'InsertStmt':
            return (0,parser/* text */.Qq)((0,parser/* child */.jf)(fields, 'onConflictClause'), 'action') === 'ONCONFLICT_UPDATE';
        case 'TruncateStmt':
            return fields['restart_seqs'] === true;
        case 'AlterSeqStmt':
            return (0,parser/* children */.Y_)(fields, 'options').some((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'DefElem'), 'defname') === 'restart');
        case 'DropStmt':
            return ((0,parser/* text */.Qq)(fields, 'behavior') === 'DROP_CASCADE' ||
                /^OBJECT_(TYPE|DOMAIN|EXTENSION)$/.test((0,parser/* text */.Qq)(fields, 'removeType')));
        case 'AlterTableStmt':
            if ((0,parser/* text */.Qq)(fields, 'objtype') === 'OBJECT_TYPE')
                return true;
            return (0,parser/* children */.Y_)(fields, 'cmds').some((each) => isOpaqueChange((0,parser/* opened */.Sg)(each).fields));
        default:
            return false;
    }
}
function isOpaqueChange(cmd) {
    const definition = (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'ColumnDef');
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_AlterColumnType')
        return definition?.['raw_default'] !== undefined;
    return (0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_SetIdentity';
}
function deletedBy(type, fields) {
    switch (type) {
        case 'DropStmt':
            return dropped(fields);
        case 'TruncateStmt':
            return (0,parser/* children */.Y_)(fields, 'relations').map((each) => ({ kind: 'rows', table: tableName((0,parser/* child */.jf)(each, 'RangeVar')) }));
        case 'DeleteStmt':
            return fields['whereClause'] === undefined ? [{ kind: 'rows', table: tableName((0,parser/* child */.jf)(fields, 'relation')) }] : [];
        case 'RefreshMatViewStmt':
            return [{ kind: 'refresh', table: tableName((0,parser/* child */.jf)(fields, 'relation')) }];
        case 'AlterTableStmt': {
            const table = tableName((0,parser/* child */.jf)(fields, 'relation'));
            return (0,parser/* children */.Y_)(fields, 'cmds').flatMap((each) => altered(table, (0,parser/* opened */.Sg)(each).fields));
        }
        default:
            return [];
    }
}
function tableName(relation) {
    return (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)(relation));
}
function dropped(fields) {
    const kind = (0,parser/* text */.Qq)(fields, 'removeType');
    if (kind === 'OBJECT_SCHEMA' && (0,parser/* text */.Qq)(fields, 'behavior') !== 'DROP_CASCADE')
        return [];
    return (0,parser/* children */.Y_)(fields, 'objects').flatMap((each) => {
        if (kind === 'OBJECT_SCHEMA')
            return [{ kind: 'schema', schema: (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'String'), 'sval') }];
        const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(each, 'List') ?? {}, 'items'));
        if (kind === 'OBJECT_TABLE')
            return [{ kind: 'table', table: (0,parser/* canonical */.$N)(name) }];
        if (kind === 'OBJECT_MATVIEW')
            return [{ kind: 'view', table: (0,parser/* canonical */.$N)(name) }];
        return kind === 'OBJECT_SEQUENCE' ? [{ kind: 'sequence', sequence: (0,parser/* canonical */.$N)(name) }] : [];
    });
}
function altered(table, cmd) {
    const column = (0,parser/* text */.Qq)(cmd, 'name');
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_DropColumn')
        return [{ kind: 'column', table, column }];
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_DropIdentity')
        return [{ kind: 'identity', table, column }];
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_SetUnLogged')
        return [{ kind: 'unlogged', table }];
    if ((0,parser/* text */.Qq)(cmd, 'subtype') !== 'AT_AlterColumnType')
        return [];
    const type = (0,parser/* child */.jf)((0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {}, 'typeName');
    return [{ kind: 'type', table, column, to: typeText(type ?? {}) }];
}
function typeText(type) {
    const names = (0,parser/* children */.Y_)(type, 'names').map((part) => (0,quote/* identifier */.Cv)((0,parser/* text */.Qq)((0,parser/* child */.jf)(part, 'String'), 'sval')));
    const numbers = (0,parser/* children */.Y_)(type, 'typmods').map((each) => {
        const value = (0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'A_Const') ?? {}, 'ival');
        return String(value?.['ival'] ?? 0);
    });
    const size = numbers.length === 0 ? '' : `(${numbers.join(', ')})`;
    return `${names.join('.')}${size}${'[]'.repeat((0,parser/* children */.Y_)(type, 'arrayBounds').length)}`;
}
function describePrediction(prediction) {
    switch (prediction.kind) {
        case 'schema':
            return `schema ${prediction.schema}`;
        case 'table':
            return `table ${prediction.table}`;
        case 'view':
            return `materialized view ${prediction.table}`;
        case 'rows':
            return `rows of table ${prediction.table}`;
        case 'refresh':
            return `rows of materialized view ${prediction.table}`;
        case 'unlogged':
            return `after a server crash, rows of table ${prediction.table}`;
        case 'sequence':
            return `sequence ${prediction.sequence}`;
        case 'identity':
            return `position of the sequence that numbers ${prediction.table}.${prediction.column}`;
        case 'column':
            return `column ${prediction.table}.${prediction.column}`;
        case 'type':
            return `type of column ${prediction.table}.${prediction.column}`;
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/segments.js

function cutSegments(pieces) {
    const segments = [];
    let open = [];
    let begin;
    const close = (end) => {
        const line = (begin ?? open[0] ?? end)?.line ?? 1;
        if (open.length > 0 || end !== undefined)
            segments.push({ kind: 'transaction', pieces: open, begin, end, line });
        open = [];
        begin = undefined;
    };
    for (const piece of pieces) {
        switch (piece.kind) {
            case 'sql':
            case 'copy':
                open.push(piece);
                break;
            case 'begin':
                close();
                begin = piece;
                break;
            case 'border':
                close();
                break;
            case 'commit':
            case 'rollback': {
                const opener = begin;
                close(piece.kind === 'rollback' || opener?.readOnly === true ? piece : undefined);
                if (piece.chain)
                    begin = opener;
                break;
            }
            case 'prepare':
                close(piece);
                break;
            case 'alone':
                close();
                segments.push({ kind: 'alone', piece, what: piece.what, line: piece.line });
                break;
        }
    }
    close();
    return segments.length > 0
        ? segments
        : [{ kind: 'transaction', pieces: [], begin: undefined, end: undefined, line: 1 }];
}
function isAtomic(segments) {
    const [only, ...rest] = segments;
    return rest.length === 0 && only?.kind === 'transaction' && only.end === undefined;
}
function segmentDigest(script, segment) {
    const hash = (0,external_node_crypto_().createHash)('sha256');
    const pieces = segment.kind === 'alone' ? [segment.piece] : segment.pieces;
    for (const piece of pieces) {
        const ranges = piece.kind === 'copy' ? [piece, piece.data] : [piece];
        for (const { from, to } of ranges) {
            for (let at = from; at < to; at += STEP)
                hash.update(script.source.read(at, Math.min(to, at + STEP)));
        }
    }
    return hash.digest('hex');
}
const STEP = 1 << 20;

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/untestable.js




async function findUntestable(session, script) {
    return [...untestableIn(script), ...(await untestableInFunctions(session, script))];
}
function untestableIn(script) {
    return cutSegments(script.pieces).flatMap((segment) => {
        const within = segment.kind === 'transaction' ? segment.pieces.flatMap((piece) => leaving(script, piece)) : [];
        const piece = segment.kind === 'alone' ? segment.piece : segment.end;
        if (piece === undefined || piece.kind === 'rollback')
            return within;
        const statement = script.source.read(piece.from, piece.to);
        const words = (0,tokens/* tokens */.LU)(statement, 2).map((token) => token.value);
        const what = words
            .slice(0, (0,classify/* firstWord */.Nk)(statement) === 'call' ? 1 : 2)
            .join(' ')
            .toUpperCase();
        if (!/^(CALL|DO|COMMIT PREPARED|PREPARE TRANSACTION|DROP DATABASE)/.test(what))
            return within;
        return [...within, untestable(`line ${piece.line} (${what.replace(/^DO .*/, 'DO')})`)];
    });
}
function untestable(object) {
    return { kind: 'untestable', object, rows: 0, more: true };
}
const LEAVES = [
    ['dblink', String.raw `\ydblink\w*\s*\(`],
    ['COPY … PROGRAM', String.raw `\ycopy\y.*\yprogram\y`],
    ['setval', String.raw `\ysetval\s*\((?![^;]{0,200}\yselect\y)`],
];
const DEFINES = new Set(['alter', 'comment', 'create', 'drop', 'grant', 'revoke']);
function running(script, { from, to }) {
    const statements = [[]];
    for (const token of (0,tokens/* tokens */.LU)(script.source.read(from, to))) {
        if (token.kind === 'mark' && token.value === ';')
            statements.push([]);
        else
            statements.at(-1)?.push(token);
    }
    return statements.filter(([first]) => first !== undefined && !DEFINES.has(first.value));
}
function leaving(script, piece) {
    const texts = running(script, piece).map((list) => list.map(({ value }) => value).join(' '));
    return LEAVES.flatMap(([name, sql]) => {
        const pattern = new RegExp(sql.replaceAll('\\y', '\\b'), 'is');
        return texts.some((text) => pattern.test(text)) ? [untestable(`line ${piece.line} (${name})`)] : [];
    });
}
async function untestableInFunctions(session, script) {
    const names = new Set();
    for (const { kind, value } of script.pieces.flatMap((piece) => running(script, piece).flat())) {
        if (kind === 'word' || kind === 'name')
            names.add(value);
        else if (kind === 'text')
            for (const [word] of value.matchAll(/\w+/g))
                names.add(word.toLowerCase());
    }
    if (names.size === 0)
        return [];
    const rows = await session.rows(`select p.oid::pg_catalog.regprocedure from pg_catalog.pg_proc p
      where p.proname = any (array[${[...names].map(quote/* literal */.eu).join(', ')}]::pg_catalog.name[])
        and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace and p.probin is null
        and (${LEAVES.map(([, sql]) => `p.prosrc ~* ${(0,quote/* literal */.eu)(sql)}`).join(' or ')})`);
    return rows.map((row) => untestable(`the function ${row[0] ?? ''}`));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/records/releases.js


function traceRelease(by, did) {
    return insertEvent({ kind: 'release', version: '', by, detail: { ...did, ...by.line } });
}
async function readReleasesSince({ session, tables }, sinceMs, ours) {
    if (!tables.side.exists)
        return [];
    const rows = await session.rows(`select distinct on (release) release, detail->>'repository', detail->>'environment', detail->>'service',
            pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
       from lockstep.events
      where kind in ('release', 'up') and release is not null and at > pg_catalog.to_timestamp(${sinceMs} / 1000.0)
      order by release, kind, id desc`);
    return rows
        .map(([release, repository, environment, service, at]) => {
        const line = { repository: repository ?? '', environment: environment ?? '', service: service ?? '' };
        return { release: release ?? '', line: repository ? line : undefined, at: at ?? '' };
    })
        .filter((trace) => !releases_isOurs(trace, ours))
        .sort((a, b) => b.at.localeCompare(a.at));
}
function releases_isOurs({ line, release }, ours) {
    if (ours.releases.includes(release))
        return true;
    const parts = ['repository', 'environment', 'service'];
    return line !== undefined && parts.every((part) => line[part] === ours.line?.[part]);
}
function describeReleases(traces) {
    const names = traces.map(({ at, line, release }) => line === undefined ? `release ${release} (${at})` : `${releases_nameOf(line)} (release ${release}, ${at})`);
    return (0,lists/* nameSome */.Kf)(names, 3);
}
function releases_nameOf({ environment, repository, service }) {
    return `${service === '' ? 'the release' : service} in ${environment} of ${repository}`;
}

// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 5 modules
var runner = __nccwpck_require__(319709);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/split-hints.js
var split_hints = __nccwpck_require__(238537);
;// CONCATENATED MODULE: ./packages/migrations/lib/down/erasure.js
function erasure(file, because) {
    const message = `${file} is not archived, because it says "no-archive because ${because}"; use on-data-loss: allow where the data is to be deleted`;
    return { kind: 'not-possible', message };
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var migration = __nccwpck_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __nccwpck_require__(573145);
;// CONCATENATED MODULE: ./packages/migrations/lib/down/plan.js



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
        const refusal = plan_judge(record, expected);
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
            return plan_newerThan(present, range.version) ?? [];
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
function plan_newerThan(present, version) {
    const at = present.findIndex((record) => (0,migration/* versionKey */._5)(record.version) === (0,migration/* versionKey */._5)(version));
    if (version === '0' || (at < 0 && (0,migration/* versionKey */._5)(version) === '0'))
        return present;
    return at < 0 ? undefined : present.slice(at + 1);
}
function unknownTarget(present, range) {
    if (range.kind !== 'to' || plan_newerThan(present, range.version) !== undefined)
        return [];
    return [{ reason: 'no-such-version', message: `to: version ${range.version} is not applied` }];
}
function notNewest(between) {
    const names = (0,lists/* nameSome */.Kf)(between.map((record) => `${record.version}${record.side?.release ? ` (release ${record.side.release})` : ''}`), 3);
    return {
        reason: 'newer-migrations-applied',
        message: `${names}: applied since and not in the requested range; roll back the newer ones first, or keep the schema as it is`,
    };
}
function plan_judge({ version, side }, expected) {
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
    const digest = (0,write/* digestOf */.ol)(side.downSql);
    if (digest !== side.downDigest || (expected.has(version) && expected.get(version) !== digest)) {
        return {
            reason: 'digest-differs',
            message: `version ${version} (${side.name}): the stored down migration is not the recorded one; find out who changed lockstep.migrations`,
        };
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/own-rows.js
var own_rows = __nccwpck_require__(938493);
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./packages/migrations/lib/sql/directives.js
const noDirectives = { phase: undefined, phaseReason: '', noTransaction: false };
const LINE = /^-{2,}[ \t]*lockstep[ \t]*:(.*)$/i;
const ALMOST = /^[\s*/]*(?:-{2,}[ \t]*)?lockstep(?:[ \t]*[-=:.][ \t]*|[ \t]+)(contract|no-transaction|(?:expand|no-archive|allow\s+\S+)\s+because\s.*)[\s*/.;]*$/i;
const NO_TRANSACTION = [
    /^--\s*pg-delta:\s*transaction=false$/i,
    /^--\s*migrate:\s*(up|down)\b.*\stransaction:\s*false\b/i,
    /^--\s*\+\s*goose\s+no\s+transaction$/i,
    /^--\s*\+\s*migrate\s+(up|down)\b.*\bnotransaction\b/i,
    /^--!\s*no-transaction\b/i,
    /^--\s*atlas:txmode\s+none$/i,
    /^--\s*postgres-migrations\s+disable-transaction$/i,
    /^--\s*morph:\s*nontransactional$/i,
    /^--\s*sem\.attribute\.transaction\s*=\s*none$/i,
];
const ON_TOP = /^--\s*(no-transaction|transactional:\s*false)$/i;
const ANY = /lockstep|transaction|txmode/i;
function findDirectives(text) {
    if (!ANY.test(text))
        return [];
    const lines = text.split('\n');
    return withoutBlocks(text)
        .split('\n')
        .flatMap((line, at) => {
        const directive = parse(line) ?? almost(lines[at] ?? '');
        return directive === undefined ? [] : [{ directive, line: at }];
    });
}
function parse(line) {
    const comment = line.trim();
    if (NO_TRANSACTION.some((pattern) => pattern.test(comment)))
        return { kind: 'no-transaction' };
    if (ON_TOP.test(comment))
        return { kind: 'no-transaction', onTopOnly: true };
    const said = LINE.exec(comment)?.[1]?.trim();
    if (said === undefined)
        return undefined;
    if (/^contract$/i.test(said))
        return { kind: 'phase', phase: 'contract', reason: '' };
    if (/^no-transaction$/i.test(said))
        return { kind: 'no-transaction' };
    const expand = /^expand\s+because\s+(\S.*)$/i.exec(said);
    if (expand?.[1] !== undefined)
        return { kind: 'phase', phase: 'expand', reason: expand[1] };
    const erasure = /^no-archive\s+because\s+(\S.*)$/i.exec(said);
    if (erasure?.[1] !== undefined)
        return { kind: 'no-archive', reason: erasure[1] };
    const allow = /^allow\s+([a-z][a-z0-9-]*)\s+because\s+(\S.*)$/i.exec(said);
    if (allow?.[1] !== undefined && allow[2] !== undefined) {
        return { kind: 'allow', allowance: { rule: allow[1].toLowerCase(), reason: allow[2] } };
    }
    const unfinished = /^unfinished\b\s*(.*)$/i.exec(said);
    if (unfinished?.[1] !== undefined)
        return { kind: 'unfinished', what: unfinished[1] };
    const hint = /^(expand|allow|no-archive)\b/i.test(said) ? 'a reason is required' : 'no such directive';
    return {
        kind: 'unknown',
        problem: `"lockstep: ${said}": ${hint}; known are "contract", "expand because …", "no-transaction", "no-archive because …" and "allow RULE because …"`,
    };
}
function almost(line) {
    const said = ALMOST.exec(line)?.[1];
    if (said === undefined)
        return undefined;
    return { kind: 'unknown', problem: `this is no directive; write it on a line of its own as "-- lockstep: ${said}"` };
}
function withoutBlocks(text) {
    let depth = 0;
    let inLine = false;
    let out = '';
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        const two = c + (text[i + 1] ?? '');
        if (c === '\n')
            inLine = false;
        if (!inLine && depth === 0 && two === '--')
            inLine = true;
        if (!inLine && (two === '/*' || (depth > 0 && two === '*/'))) {
            depth += two === '/*' ? 1 : -1;
            out += '  ';
            i++;
        }
        else
            out += depth > 0 && c !== '\n' ? ' ' : c;
    }
    return out;
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/pieces.js
var pieces = __nccwpck_require__(15576);
;// CONCATENATED MODULE: ./packages/migrations/lib/sql/script-builder.js




const KEPT_BYTES = 4 << 20;
const MAY_COMMIT = new Set(['call', 'do']);
class ScriptBuilder {
    #lineOf;
    #report;
    #pieces = [];
    #texts;
    #allowances = [];
    #labels = [];
    #directives = noDirectives;
    #words = new Set();
    #statements = 0;
    #sealed = false;
    #block;
    constructor(source, lineOf, report) {
        this.#lineOf = lineOf;
        this.#report = report;
        this.#texts = source.size <= KEPT_BYTES ? [] : undefined;
    }
    addPreamble(text) {
        for (const { directive } of findDirectives(text)) {
            const problem = directive.kind === 'allow' ? undefined : this.#take(directive, 0);
            if (problem !== undefined)
                this.#report(0, problem);
        }
    }
    add(item) {
        switch (item.kind) {
            case 'statement':
                this.#statement(item);
                break;
            case 'copy-data':
                this.#data(item.to, item.last);
                break;
            case 'meta':
                this.#meta(item);
                break;
            case 'end':
                this.#directivesIn(item.head, item.from, item.from + item.head.length);
                if (item.head.toString('utf8').trim() !== '')
                    this.#texts?.push({ from: item.from, to: item.from + item.head.length });
                break;
            case 'unterminated':
                this.#report(item.from, `a ${item.what} begins here and never ends`);
                break;
            case 'copy-line':
                this.#report(item.from, 'more SQL on the line of a COPY FROM STDIN; begin a new line after its data');
                break;
        }
    }
    finish() {
        if (this.#block !== undefined)
            this.#report(this.#block, 'BEGIN without COMMIT: its changes would be lost');
        return {
            statements: this.#statements,
            pieces: this.#pieces,
            directives: this.#directives,
            allowances: this.#allowances,
            texts: this.#texts,
            words: this.#words,
        };
    }
    #statement(item) {
        this.#directivesIn(item.head, item.from, item.start);
        this.#texts?.push({ from: item.from, to: item.end });
        this.#statements++;
        this.#words.add((0,classify/* firstWord */.Nk)(item.bytes));
        const { from, to } = item;
        const kind = item.class;
        if (item.bytes.includes('${') && hasPlaceholder(item.bytes, item.standardStrings)) {
            this.#report(item.start, 'a placeholder (${…}), which only its own tool fills in; write what it stands for');
        }
        if (this.#usesNewLabel(item.bytes)) {
            this.#pieces.push({ kind: 'border', from, to: from, line: this.#lineOf(item.start) });
        }
        if (kind.kind === 'plain' && this.#joins(from, to))
            return;
        const line = this.#lineOf(item.start);
        if (this.#runsAlone() && this.#pieces.length > 0)
            this.#pieces.push({ kind: 'border', from, to: from, line });
        switch (kind.kind) {
            case 'plain':
            case 'enum-value':
            case 'string-syntax':
            case 'client-encoding':
                this.#sql(item, line, kind);
                break;
            case 'copy-from-stdin':
                this.#pieces.push({ kind: 'copy', from, to, line, data: { from: to, to } });
                break;
            case 'alone':
                if (this.#block !== undefined)
                    this.#report(item.start, 'cannot run in a transaction block; move it out of it');
                this.#pieces.push({ kind: 'alone', from, to, line, what: kind.what });
                break;
            case 'begin':
                if (this.#block !== undefined)
                    this.#report(item.start, 'BEGIN inside of BEGIN; commit the first one before');
                this.#block = item.start;
                this.#pieces.push({ kind: 'begin', from, to, line, readOnly: kind.readOnly });
                break;
            case 'commit':
            case 'rollback':
            case 'prepare-transaction':
                this.#blockEnds(item, line, kind);
                break;
        }
    }
    #joins(from, to) {
        const last = this.#pieces.at(-1);
        if (last?.kind !== 'sql' || last.to !== from || this.#sealed || this.#runsAlone())
            return false;
        if (to - last.from > pieces/* MESSAGE_BYTES */._)
            return false;
        this.#pieces[this.#pieces.length - 1] = { ...last, to, statements: last.statements + 1 };
        return true;
    }
    #runsAlone() {
        return this.#directives.noTransaction && this.#block === undefined;
    }
    #sql(item, line, kind) {
        const { from, to } = item;
        if (kind.kind === 'client-encoding' && !/^(utf-?8|unicode)$/i.test(kind.encoding)) {
            this.#report(item.start, `client_encoding ${kind.encoding}: files are UTF-8; convert the file and remove this`);
        }
        if (this.#runsAlone() && MAY_COMMIT.has((0,classify/* firstWord */.Nk)(item.bytes))) {
            this.#pieces.push({ kind: 'alone', from, to, line, what: { does: 'other' } });
        }
        else if (!this.#joins(from, to))
            this.#pieces.push({ kind: 'sql', from, to, line, statements: 1 });
        this.#sealed = kind.kind === 'string-syntax';
        if (kind.kind === 'enum-value')
            this.#labels.push(Buffer.from(kind.label));
    }
    #blockEnds(item, line, kind) {
        const range = { from: item.from, to: item.to, line };
        if (this.#block === undefined) {
            if (kind.kind === 'commit' && !kind.chain) {
                this.#pieces.push({ kind: 'border', ...range });
                return;
            }
            const what = kind.kind === 'prepare-transaction' ? 'PREPARE TRANSACTION' : kind.kind.toUpperCase();
            const chain = kind.kind !== 'prepare-transaction' && kind.chain ? ' AND CHAIN' : '';
            this.#report(item.start, `${what}${chain} without BEGIN: psql would keep what is before it, other tools would not; write BEGIN where it is to begin`);
        }
        if (kind.kind === 'prepare-transaction')
            this.#pieces.push({ kind: 'prepare', ...range });
        else
            this.#pieces.push({ kind: kind.kind, ...range, chain: kind.chain });
        this.#block = kind.kind !== 'prepare-transaction' && kind.chain ? item.start : undefined;
    }
    #data(to, last) {
        const copy = this.#pieces.at(-1);
        if (copy?.kind !== 'copy')
            return;
        this.#pieces[this.#pieces.length - 1] = { ...copy, data: { from: copy.data.from, to } };
        const text = last ? this.#texts?.pop() : undefined;
        if (text !== undefined)
            this.#texts?.push({ ...text, rows: { from: copy.data.from, to } });
    }
    #meta(item) {
        const command = /^\\\S*/.exec(item.text)?.[0] ?? '\\';
        if (!item.inStatement && /^\\(un)?restrict$/.test(command))
            return;
        const todo = command === '\\copy' ? 'write COPY … FROM STDIN with the rows below it' : 'write SQL instead';
        this.#report(item.from, `${command} is a command of psql, not SQL; ${todo}`);
    }
    #usesNewLabel(statement) {
        if (this.#block !== undefined || !this.#labels.some((label) => statement.includes(label)))
            return false;
        this.#labels.length = 0;
        return true;
    }
    #directivesIn(head, from, at) {
        if (head.length < 12)
            return;
        for (const { directive, line } of findDirectives(head.toString('utf8'))) {
            const problem = this.#take(directive, at);
            if (problem !== undefined)
                this.#report(nthLine(head, line) + from, problem);
        }
    }
    #take(directive, at) {
        if (directive.kind === 'unknown')
            return directive.problem;
        if (directive.kind === 'unfinished') {
            this.#directives = { ...this.#directives, unfinished: [...(this.#directives.unfinished ?? []), directive.what] };
            return undefined;
        }
        if (directive.kind === 'allow') {
            this.#allowances.push({ ...directive.allowance, at });
            return undefined;
        }
        if (directive.kind === 'no-transaction' && directive.onTopOnly === true && this.#statements > 0)
            return undefined;
        if (this.#statements > 0)
            return 'this directive is about the whole file; write it before the first statement';
        if (directive.kind === 'no-transaction')
            this.#directives = { ...this.#directives, noTransaction: true };
        else if (directive.kind === 'no-archive')
            this.#directives = { ...this.#directives, noArchive: directive.reason };
        else if (this.#directives.phase !== undefined)
            return 'a second phase; a file has one';
        else
            this.#directives = { ...this.#directives, phase: directive.phase, phaseReason: directive.reason };
        return undefined;
    }
}
function hasPlaceholder(statement, standardStrings) {
    if (statement.includes('${flyway:'))
        return true;
    return (0,tokens/* tokens */.LU)(statement, Number.POSITIVE_INFINITY, standardStrings).some(({ at, kind, value }) => kind === 'name' ? /\$\{\w/.test(value) : kind === 'mark' && value === '$' && statement[at + 1] === 123);
}
function nthLine(bytes, nth) {
    let at = 0;
    for (let i = 0; i < nth; i++)
        at = bytes.indexOf(10, at) + 1;
    return at;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/inspect.js





function inspect(source, problems, preamble = '') {
    const body = inspect_withoutMark(source);
    const lineOf = (0,lines/* lineCounter */.L)(body);
    const report = (at, message) => {
        problems.push({ file: source.name, line: lineOf(at), message });
    };
    const hash = (0,external_node_crypto_().createHash)('sha256');
    const update = (bytes) => hash.update(bytes.includes(RETURN) ? Buffer.from(unixLines(bytes), 'latin1') : bytes);
    const builder = new ScriptBuilder(body, lineOf, report);
    if (preamble !== '')
        builder.addPreamble(preamble);
    let broken = false;
    let seen = 0;
    for (const item of (0,walk/* walk */.G)(body, (bytes, from) => {
        broken ||= !checkBytes(bytes, (at, message) => report(from + at, message));
        update(bytes);
        seen = from + bytes.length;
    })) {
        if (!broken)
            builder.add(item);
    }
    for (; seen < body.size; seen += inspect_STEP)
        update(body.read(seen, seen + inspect_STEP));
    const { allowances, directives, pieces, statements, texts, words } = builder.finish();
    return {
        ...{ source: body, checksum: hash.digest('hex'), statements, pieces, directives, allowances, words },
        get texts() {
            return texts?.map((text) => inspect_textOf(body, text));
        },
    };
}
function inspect_textOf(source, { from, rows, to }) {
    const text = source.read(from, to).toString('utf8').trim();
    return rows === undefined ? text : `${text};\n${source.read(rows.from, rows.to).toString('utf8')}\\.`;
}
const RETURN = 13;
const inspect_STEP = 1 << 20;
function unixLines(bytes) {
    return bytes.toString('latin1').replaceAll('\r\n', '\n');
}
function inspect_withoutMark(source) {
    if (!source.read(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
        return source;
    return { ...source, size: source.size - 3, read: (from, to) => source.read(from + 3, to + 3) };
}
function checkBytes(bytes, report) {
    const nul = bytes.indexOf(0);
    if (nul >= 0) {
        const wide = bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]));
        report(nul, `a NUL byte, which PostgreSQL text cannot hold; ${wide ? 'this is UTF-16: ' : ''}save the file as UTF-8`);
        return false;
    }
    if ((0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return true;
    let line = 0;
    for (let next = bytes.indexOf(10); next >= 0 && (0,external_node_buffer_namespaceObject.isUtf8)(bytes.subarray(line, next));) {
        line = next + 1;
        next = bytes.indexOf(10, line);
    }
    report(line, 'not valid UTF-8; convert the file (iconv -f LATIN1 -t UTF-8), or write the bytes as an escape');
    return false;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/problem.js

class FileError extends errors/* InputError */.dz {
    places;
    constructor(places) {
        super(places.map(describeProblem));
        this.places = places;
    }
}
function describeProblem(problem) {
    const line = problem.line === undefined ? '' : `:${problem.line}`;
    return `${problem.file}${line}: ${problem.message}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/stored.js






function stored_nameOf({ name, version }) {
    return `${version}_${name} (down)`;
}
async function readOwnRows({ session, tables }, { side, version }, newer) {
    const horizon = side.xminHorizon;
    if (side.facts === undefined || horizon === undefined)
        return undefined;
    const [row] = await session.rows(`select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()),
            exists (select from lockstep.events e
                     where e.id > (select coalesce(max(up.id), 0) from lockstep.events up where up.kind = 'up' and up.version = ${(0,quote/* literal */.eu)(version)})
                       and case when e.kind in ('up', 'down', 'adopt') then e.detail->>'destroyed' is distinct from 'false'
                                when e.kind in ('failed', 'cancelled') then e.detail->>'segmentsDone' is distinct from '0' end)
         or exists (select from supabase_migrations.schema_migrations h
                     where pg_catalog.age(h.xmin) <= pg_catalog.age((${(0,quote/* literal */.eu)(horizon)}::bigint & ${0xffffffff})::text::xid)
                       and not exists (select from lockstep.migrations m where m.version = h.version))`);
    const now = { cluster: tables.cluster, currentXid: row?.[0] ?? '0', destroyedSince: row?.[1] !== 'f' };
    return (0,own_rows/* ownRows */.qf)(side, newer.map((each) => each.side), now);
}
function hintsFor({ side }) {
    return side.state === 'reverting' ? side.hints : split_hints/* noHints */.Ah;
}
function readStored(file, sql) {
    const problems = [];
    const script = inspect((0,source/* textSource */.r)(file, sql), problems);
    if (problems.length > 0)
        throw new FileError(problems);
    return script;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/preview.js












async function readDownPlan(engine, options) {
    return (0,runner/* withReader */.mp)(engine, async (runner) => {
        const plan = planDown(runner.history, options.range, options.expectDigests);
        const releasedSince = await othersSince(runner, plan, options.ours);
        return { ...plan, revert: await previewDown(runner, plan.revert, options.archiveLimits), releasedSince };
    });
}
async function othersSince(runner, { chosen }, ours) {
    const versions = new Set(chosen.map(({ version }) => version));
    const times = runner.history.flatMap(({ side, version }) => side !== undefined && versions.has(version) ? [Date.parse(side.startedAt)] : []);
    return ours === undefined || times.length === 0 ? [] : readReleasesSince(runner, Math.min(...times), ours);
}
function spend(limits, ms) {
    return { ...(0,archive_limits/* limitsNow */.RN)(limits, ms), leftMs: Math.max(0, (limits.leftMs ?? 0) - ms) };
}
async function previewDown(runner, revert, archiveLimits) {
    const parse = revert.length === 0 ? undefined : await (0,parser/* loadParser */.qd)();
    const list = [];
    let limits = archiveLimits;
    for (const [nth, planned] of revert.entries()) {
        const script = (0,split_hints/* withHints */.z9)(readStored(stored_nameOf(planned), planned.sql), hintsFor(planned));
        const { opaque, deletes } = parse === undefined ? { opaque: true, deletes: [] } : predict(script, parse);
        const own = deletes.length === 0 ? undefined : await readOwnRows(runner, planned, revert.slice(0, nth));
        const counted = await (0,count_predicted/* countPredicted */.yO)(runner.session, deletes, own);
        const losses = [...(counted ?? []), ...(await findUntestable(runner.session, script))];
        const isUnseen = opaque || counted === undefined || (await (0,count_predicted/* reachesOthers */.RV)(runner.session, deletes));
        const { noArchive } = script.directives;
        const erased = { rows: 0, bytes: 0, lockMs: 0, atMost: false };
        let archive;
        if (limits !== undefined && losses.length > 0 && noArchive !== undefined) {
            archive = { ...erased, unarchived: [erasure(stored_nameOf(planned), noArchive)] };
        }
        else if (limits !== undefined && losses.length > 0) {
            archive = await (await loadPreview()).previewArchive(runner.session, { deletes, losses, own }, limits);
        }
        if (limits?.leftMs !== undefined && archive !== undefined)
            limits = spend(limits, archive.lockMs);
        list.push({ ...planned, deletes, opaque: isUnseen, losses, archive });
    }
    return list;
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 2 modules
var data_loss_losses = __nccwpck_require__(567526);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/notes.js


const ARCHIVES = 'lockstep_archive.archives';
async function ownsArchives(session) {
    const [list] = await session.rows(`
    select pg_catalog.count(*) = 5 from pg_catalog.pg_namespace n
      join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives' and c.relkind = 'r'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname in ('source', 'expires', 'version', 'restored', 'direction')
     where n.nspname = 'lockstep_archive' and pg_catalog.pg_has_role(current_user, c.relowner, 'usage')
       and pg_catalog.pg_has_role(current_user, n.nspowner, 'usage')`);
    return list?.[0] === 't';
}
async function noteArchives({ log }, session, changed) {
    if (!(await ownsArchives(session)))
        return;
    const [changedVersions, way] = 'applied' in changed ? [changed.applied, 'down'] : [changed.rolledBack, 'up'];
    const versions = changedVersions.length === 0 ? "''" : changedVersions.map(quote/* literal */.eu).join(', ');
    const rows = await session.rows(`
    select source, expires <= pg_catalog.clock_timestamp(), version in (${versions}) and direction = '${way}' and restored is distinct from 'all' from ${ARCHIVES}`);
    const over = rows.filter((row) => row[1] === 't').length;
    const waiting = rows.filter((row) => row[2] === 't' && row[1] !== 't').map((row) => row[0] ?? '');
    if (waiting.length > 0) {
        log.info(`archived data of ${(0,lists/* nameSome */.Kf)([...new Set(waiting)], 4)} can be restored now with command: restore-archive`);
    }
    if (over > 0 && 'applied' in changed) {
        log.warning(`${(0,lists/* count */.U9)(over, 'archive')} kept longer than archive-keep; delete with command: prune-archives`);
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/history/tables.js
var tables = __nccwpck_require__(556271);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/refused.js

class PlanRefused extends errors/* InputError */.dz {
    reason;
    constructor(refusals) {
        super(refusals.map(({ message }) => message));
        this.reason = refusals[0].reason;
    }
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/run/envelope.js
var envelope = __nccwpck_require__(351321);
// EXTERNAL MODULE: ./packages/migrations/lib/run/execute.js
var execute = __nccwpck_require__(680872);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/as-owner.js
async function asOwner(session, relations, count) {
    await session.rows('savepoint lockstep_measure; set local session authorization default; set local role none; set local row_security = off; ' +
        "set local search_path = ''; set local timezone = default; set local datestyle = default; " +
        'set local intervalstyle = default; set local bytea_output = default; set local extra_float_digits = default');
    const oids = relations.map(({ oid }) => oid).join(', ');
    const hidden = await session.rows(`select c.oid from pg_catalog.pg_class c where c.oid in (${oids || '0'}) and pg_catalog.row_security_active(c.oid)`);
    for (const { name, oid } of relations) {
        if (!hidden.some((row) => row[0] === oid))
            continue;
        await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
    }
    const result = await count();
    await session.rows('rollback to lockstep_measure; release lockstep_measure');
    return result;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/labels.js


async function readLabels(session) {
    const rows = await session.rows('select e.enumtypid, e.oid, e.enumlabel from pg_catalog.pg_enum e');
    const types = new Map();
    for (const [type, oid, label] of rows) {
        const labels = types.get(type ?? '') ?? new Map();
        types.set(type ?? '', labels.set(oid ?? '', label ?? ''));
    }
    return types;
}
function movedLabels(before, after) {
    const moved = new Map();
    for (const [type, labels] of before) {
        const now = after.get(type);
        if (now === undefined)
            continue;
        const names = new Set(labels.values());
        const others = [...labels].flatMap(([oid, label]) => {
            const other = now.get(oid);
            return other !== undefined && other !== label && names.has(other) ? [other] : [];
        });
        if (others.length > 0)
            moved.set(type, others);
    }
    return moved;
}
async function labelsLost(session, moved) {
    const losses = [];
    for (const [type, labels] of moved) {
        const columns = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname), a.attname, a.atttypid <> y.oid,
              pg_catalog.format_type(y.oid, -1)
         from pg_catalog.pg_type y join pg_catalog.pg_attribute a on a.atttypid in (y.oid, y.typarray) and a.attnum > 0 and not a.attisdropped
         join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'm') and c.relpersistence <> 't'
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where y.oid = ${(0,quote/* literal */.eu)(type)}::pg_catalog.oid order by 1, 2`);
        const list = `array[${labels.map(quote/* literal */.eu).join(', ')}]`;
        for (const [table, column, name, isArray, typeName] of columns) {
            const holds = isArray === 't' ? `t.${column} && ${list}::${typeName}[]` : `t.${column} = any (${list}::${typeName}[])`;
            const [row] = await session.rows(`select count(*) from only ${table} t where ${holds}`);
            losses.push((0,data_loss_losses/* lossOf */.je)('type', `${table}.${name}`, Number(row?.[0])));
        }
    }
    return losses.filter((loss) => loss !== undefined);
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/relations.js
var relations = __nccwpck_require__(982996);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/lock-tables.js

async function lockTables(session, threats) {
    const going = threats.filter(({ kind }) => kind !== 'rows').map(({ relation }) => relation.oid);
    const parents = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), min(a.level)
       from pg_catalog.unnest('{${going.join(',')}}'::oid[]) as leaf (oid)
       cross join pg_catalog.pg_partition_ancestors(leaf.oid) with ordinality as a (oid, level)
       join pg_catalog.pg_class c on c.oid = a.oid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'p' group by n.nspname, c.relname order by min(a.level) desc, 1`);
    for (const [name] of parents)
        await session.rows(`lock table only ${name} in access exclusive mode`);
    const modes = new Map();
    for (const { kind, relation } of threats) {
        if (relation.kind !== 'table' || relations/* LARGE_OBJECTS */.h.includes(relation.oid))
            continue;
        const known = modes.get(relation.name);
        modes.set(relation.name, kind === 'rows' && known !== 'access exclusive' ? 'exclusive' : 'access exclusive');
    }
    for (const [name, mode] of [...modes].sort(([a], [b]) => (a < b ? -1 : 1))) {
        await session.rows(`lock table only ${name} in ${mode} mode`);
    }
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 3 modules
var connection_session = __nccwpck_require__(356042);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/others.js

async function existsForOthers(engine, oids) {
    if (oids.length === 0)
        return [];
    const { log, signal } = engine;
    const session = await (0,connection_session/* openSession */.f)(engine.target, { log, signal, applicationName: 'lockstep look' });
    try {
        const rows = await session.rows(`select c.oid from pg_catalog.pg_class c where c.oid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and c.relkind in ('r', 'm', 'f')`);
        return rows.map((row) => row[0] ?? '');
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/row-snapshot.js




async function takeRowSnapshot(session, threats, tried, own) {
    const [row] = await session.rows(`select ${own_rows/* MOMENT */.BA}`);
    const touched = new Map(threats.flatMap((each) => each.kind === 'rows' || each.kind === 'type' ? [[each.relation.oid, each.relation]] : []));
    const tables = [];
    for (const relation of touched.values()) {
        const now = tried.get(relation.oid);
        if (now !== undefined)
            tables.push(await count(session, relation, now, own));
    }
    return { moment: row?.[0] ?? '0', tables };
}
async function count(session, relation, now, own) {
    const anew = now.filenode !== relation.filenode;
    const left = [...relation.columns].flatMap(([attnum, column]) => {
        const then = now.columns.get(attnum);
        return column.generated || then === undefined ? [] : [{ attnum, column, changes: then.shape !== column.shape }];
    });
    const columns = anew || left.some(({ changes }) => changes) ? left : [];
    const owned = (0,own_rows/* ownColumns */.Yc)(own, relation);
    const fixed = left.filter(({ attnum }) => owned?.has(attnum) === false).map(({ attnum }) => attnum);
    const asks = [
        'count(*)',
        `count(*) filter (where ${(0,own_rows/* foreignRow */.p6)(own, relation)})`,
        `count(*) filter (where ${(0,own_rows/* foreignVersion */.V0)(own, relation)})`,
        ...columns.flatMap((each) => sumOf(row_snapshot_textOf(each))),
        ...sumOfRows(columns.map(row_snapshot_textOf)),
        ...(owned === undefined ? [] : sumOfRows(textsOf(relation, fixed))),
    ];
    const [row] = await readLargeObjects(session, relation, `select ${asks.join(', ')} from only ${relation.name} t`);
    const [all, foreign, foreignVersions] = [row?.[0], row?.[1], row?.[2]].map(Number);
    const sum = (nth) => readSum(row ?? [], 3 + 2 * nth);
    return {
        ...{ relation, all, foreign, foreignVersions },
        columns: columns.map((each, nth) => ({ ...each, before: sum(nth) })),
        rows: columns.length === 0 ? undefined : sum(columns.length),
        fixed: owned === undefined ? undefined : { attnums: fixed, sum: sum(columns.length + (columns.length === 0 ? 0 : 1)) },
    };
}
function textsOf({ columns }, attnums) {
    return attnums.flatMap((attnum) => {
        const column = columns.get(attnum);
        return column === undefined ? [] : [`t.${(0,quote/* identifier */.Cv)(column.name)}::text`];
    });
}
async function readLargeObjects(session, { oid }, query) {
    await session.rows('savepoint lockstep_snapshot');
    try {
        const rows = await session.rows(query);
        await session.rows('release lockstep_snapshot');
        return rows;
    }
    catch (error) {
        if (!relations/* LARGE_OBJECTS */.h.includes(oid) || !(0,data_loss_losses/* isForbidden */.US)(error))
            throw error;
        await session.rows('rollback to lockstep_snapshot');
        return [];
    }
}
function row_snapshot_textOf({ changes, column }) {
    const name = `t.${(0,quote/* identifier */.Cv)(column.name)}`;
    return changes && column.hasFields
        ? `pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(${name}))::text`
        : `${name}::text`;
}
function sumOf(value) {
    return [`count(${value})`, `sum(pg_catalog.hashtextextended(${value}, 0)::numeric)`];
}
function sumOfRows(values) {
    return values.length === 0
        ? []
        : ['count(*)', `sum(pg_catalog.hashtextextended(row(${values.join(', ')})::text, 0)::numeric)`];
}
function readSum(row, at) {
    return { values: Number(row[at] ?? 0), hash: row[at + 1] ?? '' };
}
function isEqual(a, b) {
    return a.values === b.values && a.hash === b.hash;
}
const LARGE_OBJECT_LIST = 'pg_catalog.pg_largeobject_metadata';
async function findLosses(session, snapshot, { after, before: start, known, own }) {
    const losses = [];
    for (const table of snapshot.tables.toSorted((a) => (a.relation.name === LARGE_OBJECT_LIST ? -1 : 0))) {
        const [before, now] = [start.get(table.relation.oid), after.get(table.relation.oid)];
        if (before === undefined || now === undefined)
            continue;
        if (relations/* LARGE_OBJECTS */.h.includes(now.oid) && losses.some(({ object }) => object === LARGE_OBJECT_LIST))
            continue;
        const rows = await rowsLost(session, table, { before, now, own, moment: snapshot.moment });
        losses.push(...(rows === undefined ? await valuesLost(session, table, now, known) : [rows]));
    }
    return losses;
}
async function valuesLost(session, table, now, known) {
    const losses = [];
    const values = [];
    let isWhole = table.rows !== undefined;
    for (const kept of table.columns) {
        const object = `${table.relation.name}.${kept.column.name}`;
        const name = now.columns.get(kept.attnum)?.name;
        if (name === undefined || known.some((each) => each.object === object)) {
            isWhole = false;
            continue;
        }
        const same = await sameValue(session, now, { ...kept, column: { ...kept.column, name } }, kept.column.type);
        if (same !== undefined)
            values.push(same);
        else
            losses.push(...some((0,data_loss_losses/* lossOf */.je)('type', object, kept.before.values)));
    }
    if (losses.length > 0 || !isWhole || table.rows === undefined)
        return losses;
    const [row] = await session.rows(`select ${sumOfRows(values).join(', ')} from only ${now.name} t`);
    return isEqual(table.rows, readSum(row ?? [], 0)) ? [] : some((0,data_loss_losses/* lossOf */.je)('values', table.relation.name, table.all));
}
function some(loss) {
    return loss === undefined ? [] : [loss];
}
async function rowsLost(session, { all, fixed, foreign, foreignVersions, relation }, { before, moment, now, own }) {
    const ask = async (what) => {
        const [row] = await readLargeObjects(session, now, `select ${what} from only ${now.name} t`);
        return row ?? [];
    };
    const left = async (condition) => Number((await ask(`count(*) filter (where ${condition})`))[0]);
    const updated = now.updated - before.updated;
    if (Number.isNaN(all))
        return (0,data_loss_losses/* lossOf */.je)('values', relation.name, updated + now.deleted - before.deleted);
    if (now.filenode !== before.filenode) {
        const gone = all + now.inserted - before.inserted - (await left('true'));
        return (0,data_loss_losses/* lossOf */.je)('rows', relation.name, Math.min(foreign, gone)) ?? (0,data_loss_losses/* lossOf */.je)('values', relation.name, updated);
    }
    const untouched = (0,own_rows/* writtenBefore */.T2)(moment);
    const lost = foreign - (await left(`${(0,own_rows/* foreignRow */.p6)(own, relation)} and ${untouched}`));
    if (now.deleted > before.deleted || (updated === 0 && lost > 0))
        return (0,data_loss_losses/* lossOf */.je)('rows', relation.name, lost);
    if (updated === 0)
        return undefined;
    const same = await left(`${(0,own_rows/* foreignVersion */.V0)(own, relation)} and ${untouched}`);
    const overwritten = (0,data_loss_losses/* lossOf */.je)('values', relation.name, foreignVersions - same);
    if (overwritten !== undefined || fixed === undefined || fixed.attnums.length === 0)
        return overwritten;
    const sum = readSum(await ask(sumOfRows(textsOf(now, fixed.attnums)).join(', ')), 0);
    return isEqual(fixed.sum, sum) ? undefined : (0,data_loss_losses/* lossOf */.je)('values', relation.name, updated);
}
async function sameValue(session, relation, kept, type) {
    for (const value of [row_snapshot_textOf(kept), `t.${(0,quote/* identifier */.Cv)(kept.column.name)}::${type}::text`]) {
        await session.rows('savepoint lockstep_sum');
        try {
            const [row] = await session.rows(`select ${sumOf(value).join(', ')} from only ${relation.name} t`);
            await session.rows('release lockstep_sum');
            if (isEqual(kept.before, readSum(row ?? [], 0)))
                return value;
        }
        catch (error) {
            if (!(0,data_loss_losses/* isBadCast */.PA)(error))
                throw error;
            await session.rows('rollback to lockstep_sum');
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/sequences.js
var data_loss_sequences = __nccwpck_require__(168014);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/threats.js
var data_loss_threats = __nccwpck_require__(974034);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/touched.js

async function readTouched(session) {
    const rows = await session.rows(`
    with recursive locked as (
      select l.relation as oid, pg_catalog.bool_or(l.mode = 'RowExclusiveLock') as writes,
             pg_catalog.bool_or(l.mode = 'AccessExclusiveLock') as alone from pg_catalog.pg_locks l
       where l.locktype = 'relation' and l.pid = pg_catalog.pg_backend_pid()
         and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
         and l.mode not in ('AccessShareLock', 'RowShareLock')
       group by l.relation
    ), part (typ) as (
      select c.reltype from locked
       cross join lateral (select c.reltype from pg_catalog.pg_class c where c.oid = locked.oid and c.reltype <> 0 offset 0) c
      union
      select case when c.oid is null then d.objid else c.reltype end
        from part
       cross join lateral (select d.classid, d.objid from pg_catalog.pg_depend d
                            where d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.refobjid = part.typ offset 0) d
        left join lateral (select c.oid, c.reltype from pg_catalog.pg_class c
                            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.objid offset 0) c on true
       where d.classid in ('pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
         and (c.oid is null or c.reltype <> 0)
    )
    select oid, writes, alone from locked
    union all
    select y.typrelid, false, false from part
     cross join lateral (select y.typrelid from pg_catalog.pg_type y where y.oid = part.typ and y.typrelid <> 0 offset 0) y
     where y.typrelid not in (select oid from locked)`);
    const oids = rows.map((row) => row[0] ?? '');
    return {
        oids: [...new Set([...oids, ...relations/* LARGE_OBJECTS */.h])],
        writes: new Set(rows.filter((row) => row[1] === 't').map((row) => row[0] ?? '')),
        alone: new Set(rows.filter((row) => row[2] === 't').map((row) => row[0] ?? '')),
    };
}
function both(a, b) {
    return {
        oids: [...new Set([...a.oids, ...b.oids])],
        writes: new Set([...a.writes, ...b.writes]),
        alone: new Set([...a.alone, ...b.alone]),
    };
}
function without({ alone, oids, writes }, tables = new Set()) {
    const isOther = (oid) => !tables.has(oid);
    const others = (all) => new Set([...all].filter(isOther));
    return { oids: oids.filter(isOther), writes: others(writes), alone: others(alone) };
}
async function madeHere(session, oids) {
    if (oids.length === 0)
        return new Set();
    const rows = await session.rows(`
    select a.attrelid from pg_catalog.pg_attribute a
     cross join (select pg_catalog.pg_current_xact_id()::text::bigint as top,
                        (pg_catalog.pg_current_xact_id()::text::bigint & ${0xffffffff})::text::xid as top32) now
     where a.attrelid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and a.attnum = -1
       and case when pg_catalog.age(a.xmin) <= pg_catalog.age(top32) then pg_catalog.pg_xact_status(
             (top + pg_catalog.age(top32)::bigint - pg_catalog.age(a.xmin))::text::xid8) = 'in progress' else false end`);
    return new Set(rows.map((row) => row[0] ?? ''));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/guard.js













const guard_TRIES = 5;
const BLIND = 'track_counts is off, so rows that a down migration deletes cannot be counted; enable it for this database, or allow data loss';
const REFUSED = { ok: false, error: undefined, at: 'refused' };
async function runGuarded(context, segment, records, options) {
    const { script, session } = context;
    const empties = ['truncate', 'do', 'call', 'select'].some((word) => script.words.has(word));
    let losses = [];
    const execution = await (0,execute/* runInTransaction */.vg)(context, segment, records, async (send) => {
        const watched = { context, options, empties, run: () => withDeferred(session, send) };
        await session.rows('savepoint lockstep_trial');
        const trial = await watched.run();
        if (!trial.ok)
            return trial;
        let look = await firstLook(watched);
        for (let tries = 1;; tries++) {
            const turn = await runFor(watched, look);
            if (turn.kind === 'ended') {
                losses = turn.losses;
                return turn.execution;
            }
            if (tries === guard_TRIES)
                throw new Error(`the down migration does more each time than it did before: ${turn.more}`);
            look = turn.look;
        }
    });
    return { execution, losses };
}
async function withDeferred(session, send) {
    const done = await send();
    const settled = done.ok ? await session.send(envelope/* checkDeferred */._6.sql) : undefined;
    return settled?.ok === false ? { ok: false, error: settled.error, at: { in: 'commit' } } : done;
}
async function firstLook({ context: { session }, options }) {
    const touched = await readTouched(session);
    const after = await (0,relations/* readRelations */.A)(session, touched.oids);
    const [counts] = await session.rows("select pg_catalog.current_setting('track_counts')");
    if (counts?.[0] !== 'on' && !options.allowsLoss)
        throw new errors/* InputError */.dz(BLIND);
    return { touched, after, before: new Map() };
}
async function runFor(watched, { after: tried, before: counted, touched }) {
    const { context, empties, options } = watched;
    const { session } = context;
    const { archivist } = options;
    await session.rows('rollback to lockstep_trial');
    const threats = (0,data_loss_threats/* findThreats */.J)(withCounts(await (0,relations/* readRelations */.A)(session, touched.oids), counted), tried, touched, empties);
    archivist?.locked();
    await lockTables(session, threats);
    const own = await options.own();
    const changed = [...new Map(threats.map(({ relation }) => [relation.oid, relation])).values()];
    const written = threats.flatMap(({ kind, relation }) => (kind === 'rows' ? [relation.oid] : []));
    await options.carrier?.before(session, written);
    const counts = await asOwner(session, changed, async () => ({
        losses: await measureAll(session, threats, own),
        rows: await takeRowSnapshot(session, threats, tried, own),
        sequences: await (0,data_loss_sequences/* readSequences */.l)(session, touched.oids),
        labels: await readLabels(session),
    }));
    const known = { threats, own, touched, changed, ...counts };
    const stops = !options.allowsLoss && archivist === undefined;
    if (archivist === undefined && options.trialOnly === true)
        return guard_refuse(known.losses);
    if (known.losses.length > 0 && stops)
        return guard_refuse(known.losses);
    await session.rows('savepoint lockstep_run');
    const ran = await runLooking(watched, known);
    if ('kind' in ran)
        return ran;
    if (ran.losses.length > 0 && stops)
        return guard_refuse(ran.losses);
    const end = archivist === undefined || ran.losses.length === 0 ? ran : await runKept(watched, known, ran);
    if ('kind' in end)
        return end;
    if (options.trialOnly === true)
        return guard_refuse(end.losses);
    await options.carrier?.after(session);
    return { kind: 'ended', execution: { ok: true }, losses: end.losses };
}
function guard_refuse(losses) {
    return { kind: 'ended', execution: REFUSED, losses };
}
async function runLooking({ context, empties, options, run }, { changed, labels, losses, own, rows, sequences, threats, touched }) {
    const { session } = context;
    const start = await (0,relations/* readRelations */.A)(session, touched.oids);
    const done = await run();
    if (!done.ok)
        return { kind: 'ended', execution: done, losses };
    const now = without(await readTouched(session), options.carrier?.tables);
    const all = both(touched, now);
    const after = await (0,relations/* readRelations */.A)(session, all.oids);
    const unlooked = await findUnlooked(context, { known: touched, now, left: new Set(after.keys()) });
    const foreseen = new Set(threats.map(data_loss_threats/* threatKey */.Q));
    const unforeseen = (0,data_loss_threats/* findThreats */.J)(start, after, all, empties).filter((threat) => !foreseen.has((0,data_loss_threats/* threatKey */.Q)(threat)));
    if (unforeseen.length > 0 || unlooked.length > 0) {
        const more = [...unforeseen.map(data_loss_threats/* threatKey */.Q), ...unlooked.map((oid) => `relation ${oid}`)].join(', ');
        return { kind: 'again', look: { touched: all, after, before: start }, more };
    }
    const left = changed.flatMap(({ oid }) => after.get(oid) ?? []);
    const lost = await asOwner(session, left, async () => [
        ...(await findLosses(session, rows, { before: start, after, own, known: losses })),
        ...(await (0,data_loss_sequences/* sequencesLost */.J)(session, sequences, await (0,data_loss_sequences/* readSequences */.l)(session, all.oids), own)),
        ...(await labelsLost(session, movedLabels(labels, await readLabels(session)))),
    ]);
    return { losses: [...losses, ...lost], before: start, after };
}
async function runKept(watched, known, seen) {
    const { context, options } = watched;
    const { session } = context;
    const { own, threats, touched } = known;
    await session.rows('rollback to lockstep_run');
    const before = await (0,relations/* readRelations */.A)(session, touched.oids);
    const { after, losses } = seen;
    const isStaged = await options.archivist?.stage(session, { threats, losses, own, before, after });
    if (isStaged !== true)
        return guard_refuse(losses);
    await session.rows('savepoint lockstep_run');
    const ran = await runLooking(watched, known);
    if ('kind' in ran) {
        const isCutOff = ran.kind === 'ended' && (0,data_loss_losses/* isTooSlow */.gv)(ran.execution.ok ? undefined : ran.execution.error);
        return isCutOff && options.archivist?.isLate() === true ? guard_refuse(losses) : ran;
    }
    return (await options.archivist?.finish(session, ran)) === true ? ran : guard_refuse(ran.losses);
}
async function findUnlooked({ engine, session }, { known, left, now }) {
    const looked = new Set(known.oids);
    const met = now.oids.filter((oid) => !looked.has(oid));
    const made = await madeHere(session, met.filter((oid) => left.has(oid)));
    const gone = await findGone(session, met);
    return [...met.filter((oid) => left.has(oid) && !made.has(oid)), ...(await existsForOthers(engine, gone))];
}
async function findGone(session, oids) {
    if (oids.length === 0)
        return [];
    const rows = await session.rows(`select oid from pg_catalog.unnest('{${oids.join(',')}}'::oid[]) as met (oid) where oid not in (select c.oid from pg_catalog.pg_class c where c.oid = any ('{${oids.join(',')}}'::oid[]))`);
    return rows.map((row) => row[0] ?? '');
}
function withCounts(relations, counted) {
    const none = { deleted: 0, inserted: 0, updated: 0 };
    return new Map([...relations].map(([oid, relation]) => {
        const { deleted, inserted, updated } = counted.get(oid) ?? none;
        return [oid, { ...relation, deleted, inserted, updated }];
    }));
}
async function measureAll(session, threats, own) {
    const losses = [];
    for (const threat of threats) {
        const loss = threat.kind === 'rows' ? undefined : await (0,data_loss_losses/* measure */.xP)(session, threat, own);
        if (loss !== undefined)
            losses.push(loss);
    }
    return losses;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/guarded-runs.js


const guarded_runs_NOTHING = { losses: [], kept: { archived: [], refusals: [] } };
function guardedRuns(guard, newArchivist) {
    const lost = new Map();
    const kept = new Map();
    return {
        async transaction(context, segment, records) {
            if (segment.end !== undefined)
                return (0,execute/* runTransaction */.c4)(context, segment, records);
            const archivist = newArchivist?.();
            const guarded = await runGuarded(context, segment, records, { ...guard, archivist });
            lost.set(segment, guarded.losses);
            if (archivist !== undefined)
                kept.set(segment, archivist.kept());
            return guarded.execution;
        },
        async tryAll(context, segments) {
            const pieces = segments.flatMap((segment) => segment.kind === 'transaction' && segment.end === undefined ? segment.pieces : []);
            const all = { kind: 'transaction', pieces, begin: undefined, end: undefined, line: 1 };
            const archivist = newArchivist?.();
            const options = { ...guard, archivist, trialOnly: true };
            const tried = await runGuarded(context, all, { sql: '', statements: 0 }, options);
            if (tried.execution.ok || tried.execution.at !== 'refused')
                return guarded_runs_NOTHING;
            return { losses: tried.losses, kept: archivist?.kept() ?? guarded_runs_NOTHING.kept };
        },
        went() {
            const all = [...kept.values()];
            return {
                losses: [...lost.values()].flat(),
                kept: {
                    archived: all.flatMap(({ archived }) => archived),
                    refusals: all.flatMap(({ refusals }) => refusals),
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/error-position.js




function errorPosition(script, { nth, part, position, row }) {
    const bytes = script.source.read(part.from, part.to);
    const pointed = position === undefined ? undefined : byteOf(bytes, position);
    let found = { start: 0, end: bytes.length };
    let n = 0;
    for (const item of (0,walk/* walk */.G)((0,source/* textSource */.r)('', bytes))) {
        if (item.kind !== 'statement')
            continue;
        found = item;
        if (pointed === undefined ? n++ === nth : pointed <= item.end)
            break;
    }
    const at = pointed ?? found.start;
    const lineOf = (0,lines/* lineCounter */.L)(script.source);
    return {
        line: row === undefined ? lineOf(part.from + at) : lineOf(row.data) + row.line - 1,
        column: position === undefined ? undefined : columnOf(bytes, at),
        statement: excerpt(bytes.subarray(found.start, found.end)),
        start: part.from + found.start,
        end: part.from + found.end,
    };
}
function byteOf(bytes, position) {
    const before = [...bytes.toString('utf8')].slice(0, position - 1).join('');
    return Math.min(bytes.length, Buffer.byteLength(before));
}
function columnOf(bytes, at) {
    const line = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
    return [...bytes.toString('utf8', line, at)].length + 1;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/failure.js


function failure_failureOf(engine, { file, script, version }, { execution: { at }, tries, blockers, segmentsDone }, error) {
    const { code } = error.server;
    const cancelled = code === '57014' && engine.signal?.aborted === true;
    const reason = cancelled ? 'cancelled' : reasonOf(code, at);
    const place = typeof at === 'object' && at.in === 'statement' ? errorPosition(script, at) : undefined;
    const parts = [
        `${place === undefined ? script.source.name : `${script.source.name}:${place.line}`}: ${(0,errors/* describe */.q0)(error)}`,
        place === undefined ? when(at) : `in: ${place.statement}`,
        tries > 1 ? `tried ${tries} times` : '',
        blockers.length > 0 ? `blocked by: ${blockers.join('; ')}` : '',
        cancelled ? '' : (adviceFor(code) ?? ''),
        segmentsDone > 0
            ? `${segmentsDone} of its segments are committed; correct the rest and run again; it continues there`
            : '',
    ];
    return {
        reason,
        cancelled,
        message: parts.filter((part) => part !== '').join('; '),
        version,
        file,
        line: place?.line,
        column: place?.column,
        statement: place?.statement ?? '',
        sqlState: code,
        segmentsDone,
    };
}
function when(at) {
    if (typeof at === 'string' || at.in === 'statement')
        return '';
    if (at.in === 'commit')
        return 'at its commit, where deferred constraints are checked';
    return at.in === 'records' ? 'while its record was written' : 'before its first statement';
}
function reasonOf(code, at) {
    if (code === '57014')
        return 'statement-timeout';
    if (code === '55P03')
        return 'lock-timeout';
    if (typeof at === 'object' && at.in === 'preamble' && code === '22012')
        return 'migration-lock-lost';
    return typeof at === 'object' && at.in === 'records' ? 'history-write-failed' : 'statement-failed';
}
function adviceFor(sqlState) {
    return ADVICE[sqlState] ?? ADVICE[sqlState.slice(0, 2)];
}
const ADVICE = {
    '55P03': 'raise lock-retry-for, or run when the table is less busy',
    '57014': 'raise statement-timeout, or split the work',
    '55P04': 'use a new enum label in a later file',
    '42P07': 'it exists already: if it was created by hand, record the version with "adopt"',
    '42710': 'it exists already: if it was created by hand, record the version with "adopt"',
    '42701': 'it exists already: if it was created by hand, record the version with "adopt"',
    '42501': 'grant the right to the migrating role, or use the role that owns the object',
    '40P01': 'it deadlocked with the app; run again',
    '53100': "the server's disk is full",
    '23': 'existing rows break the constraint; correct them in an earlier file',
    '25001': 'write "-- lockstep: no-transaction" on its first line',
};

// EXTERNAL MODULE: ./packages/migrations/lib/run/retry-locks.js + 1 modules
var retry_locks = __nccwpck_require__(667803);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/replay-settings.js



async function replaySettings(session, script, done) {
    for (const segment of done) {
        const pieces = segment.kind === 'alone' ? [segment.piece] : segment.end === undefined ? segment.pieces : [];
        for (const piece of pieces) {
            const bytes = script.source.read(piece.from, piece.to);
            for (const item of (0,walk/* walk */.G)((0,source/* textSource */.r)('', bytes))) {
                if (item.kind === 'statement' && lasts(item.bytes))
                    await session.rows(item.bytes.toString('utf8'));
            }
        }
    }
}
function lasts(statement) {
    const words = (0,tokens/* tokens */.LU)(statement, 12).map((token) => token.value);
    if (words[0] === 'reset')
        return true;
    if (words[0] === 'set')
        return !['local', 'transaction', 'constraints'].includes(words[1] ?? '');
    const at = words[1] === 'pg_catalog' ? 3 : 1;
    return words[0] === 'select' && words[at] === 'set_config' && words.includes('false');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/run-segments.js





const nothing = { kind: 'transaction', pieces: [], begin: undefined, end: undefined, line: 1 };
async function runSegments(context, run) {
    const outcome = await runFrom({ ...context, isWhole: false }, run);
    await (0,execute/* clearSession */.q7)(context.session, context.engine);
    return outcome;
}
async function runFrom(context, { book, progress, segments, transaction = execute/* runTransaction */.c4 }) {
    const { engine, script, session } = context;
    const { name } = script.source;
    const digests = segments.map((segment) => segmentDigest(script, segment));
    const done = progress.digests.length;
    refuseEdits(name, segments, digests, progress.digests);
    const opened = await record(context, book.open);
    if (!opened.execution.ok)
        return { ...opened, segmentsDone: done };
    if (done > 0) {
        engine.log.info(`${name}: continues after segment ${done} of ${segments.length}`);
        await replaySettings(session, script, segments.slice(0, done));
    }
    let tries = 1;
    for (const [nth, segment] of segments.entries()) {
        if (nth < done)
            continue;
        const digest = digests[nth] ?? '';
        const records = nth === segments.length - 1 ? book.last(digest, segment) : book.finish(digest, segment);
        const result = segment.kind === 'transaction'
            ? await (0,retry_locks/* retryLocks */.Z)(engine, session, name, () => transaction(context, segment, records))
            : await alone(context, segment, nth === done && progress.begun, book.begin);
        tries = Math.max(tries, result.tries);
        if (!result.execution.ok)
            return { ...result, segmentsDone: nth };
        if (segment.kind === 'transaction')
            continue;
        const written = await record(context, records);
        if (!written.execution.ok)
            return { ...written, segmentsDone: nth };
    }
    return { execution: { ok: true }, tries, blockers: [], segmentsDone: segments.length };
}
function record(context, records) {
    const { engine, script, session } = context;
    return (0,retry_locks/* retryLocks */.Z)(engine, session, script.source.name, () => (0,execute/* runTransaction */.c4)(context, nothing, records));
}
async function alone(context, segment, begunBefore, announcement) {
    const announced = await record(context, announcement);
    if (!announced.execution.ok)
        return announced;
    const { runAlone } = await __nccwpck_require__.e(/* import() */ 851).then(__nccwpck_require__.bind(__nccwpck_require__, 505652));
    return runAlone(context, segment, begunBefore);
}
function refuseEdits(name, segments, digests, done) {
    const edited = done.findIndex((digest, nth) => digest !== digests[nth]);
    if (edited < 0)
        return;
    throw new errors/* InputError */.dz(`${name}:${segments[edited]?.line ?? 1}: segment ${edited + 1} was edited after it was committed; restore it as it ` +
        'was and write the correction into segments that have not run, or into a new file');
}

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
    const file = stored_nameOf(planned);
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
        stored: readStored(file, sql),
        hints: hintsFor(planned),
        progress: side.state === 'reverting' ? { digests: side.segmentDigests, begun: side.segmentBegun } : undefined,
        records: (isOne) => ({ sql: `${(0,write/* removeRecords */.DR)(version)} ${event(isOne)}`, statements: 3 }),
    };
}
async function runAttempt(runner, attempt) {
    const { engine, session } = runner;
    const { allowsLoss, file, hints, newer, planned, progress, stored } = attempt;
    const script = (0,split_hints/* withHints */.z9)(stored, hints);
    const segments = cutSegments(script.pieces);
    const untestable = await findUntestable(session, script);
    if (untestable.length > 0 && !allowsLoss)
        return refused(untestable, attempt.archives ? untested(untestable) : []);
    const { noArchive } = script.directives;
    if (attempt.archives && noArchive !== undefined)
        return refused([], [erasure(file, noArchive)]);
    const context = { session, engine, script, isWhole: true };
    const carrier = (await ownsArchives(session)) ? await (await loadCarry()).carrierFor(session) : undefined;
    const guard = { allowsLoss, own: () => readOwnRows(runner, planned, newer), carrier };
    const newArchivist = await archivistFor(runner, attempt);
    const runs = guardedRuns(guard, newArchivist);
    if (segments.length > 1 && progress === undefined && !allowsLoss) {
        const { kept, losses } = await runs.tryAll(context, segments);
        if (newArchivist === undefined ? losses.length > 0 : kept.refusals.length > 0)
            return refused(losses, kept.refusals);
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
        return refused(losses, unarchived);
    if (execution.error === undefined)
        throw new errors/* CancelledError */.cc(`${file}: cancelled`);
    if (execution.error instanceof sql_error/* ConnectionLost */.pz)
        throw execution.error;
    const refined = outcome.segmentsDone === 0 ? (0,split_hints/* hintFrom */.EF)(stored, hints, execution) : undefined;
    if (refined !== undefined)
        return { kind: 'again', ...refined };
    const failing = { version: planned.version, file, script };
    const failure = failure_failureOf(engine, failing, { ...outcome, execution }, execution.error);
    return { kind: 'ended', reverted: { failure, refused: false, losses: [], archived, unarchived } };
}
function refused(losses, unarchived) {
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
    const { createArchivist } = await loadArchivist();
    const of = { direction: 'down', version, migration: name, release: side.release, cluster: tables.cluster };
    return () => createArchivist(engine, of, archive);
}
async function runAll(context, attempt, segments, transaction) {
    const { engine, session } = context;
    const { file, progress, records } = attempt;
    const [only] = segments;
    return isAtomic(segments) && progress === undefined && only?.kind === 'transaction'
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
    return runSegments(context, { segments, progress: progress ?? { digests: [], begun: false }, book, transaction });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/down/down.js











async function down(engine, options) {
    const progress = { startedAt: engine.clock.now(), plan: undefined, hasBegun: false, reverted: [] };
    try {
        const access = { creates: false, endsOrphans: options.endsOrphans ?? false };
        return await (0,runner/* acrossConnections */.Lp)(engine, () => (0,runner/* withRunner */.T4)(engine, access, (runner) => runDown(runner, options, progress)));
    }
    catch (error) {
        if (!(0,lib_clock/* isCancellation */.iB)(error, engine.signal) || progress.plan === undefined)
            throw error;
        return report(progress, progress.plan, { cancelled: true });
    }
}
async function runDown(runner, options, progress) {
    const { engine } = runner;
    const current = planDown(runner.history, options.range, options.expectDigests);
    progress.plan ??= current;
    const { plan } = progress;
    await recover(runner, plan, progress, options);
    const releasedSince = progress.hasBegun ? [] : await othersSince(runner, current, options.ours);
    if (releasedSince.length > 0)
        return report(progress, plan, { releasedSince });
    progress.hasBegun = true;
    const todo = current === plan ? current.revert : remaining(plan, runner);
    const [refusal, ...more] = current.refusals;
    if (refusal !== undefined && current === plan)
        throw new PlanRefused([refusal, ...more]);
    if (todo.length > 0)
        await refuseIntruders(runner);
    const archive = options.onDataLoss === 'archive' ? (options.archiveLimits ?? archive_limits/* defaultArchiveLimits */.gr) : undefined;
    if (options.onDataLoss !== 'allow') {
        const now = archive && (0,archive_limits/* limitsNow */.RN)(archive, engine.clock.now() - progress.startedAt);
        const previewed = await previewDown(runner, todo, now);
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
        const left = archive && (0,archive_limits/* limitsNow */.RN)(archive, started - progress.startedAt);
        const done = await revert(runner, { planned, newer, allowsLoss: options.onDataLoss === 'allow', archive: left });
        const { archived, failure, losses, unarchived } = done;
        if (done.refused)
            return report(progress, plan, { refused: { version, name, losses, unarchived } });
        if (failure !== undefined)
            return report(progress, plan, { failure, cancelled: failure.cancelled });
        const durationMs = engine.clock.now() - started;
        engine.log.info(`${version} ${name}: rolled back in ${(0,lib_duration/* formatDuration */.a)(durationMs)}`);
        if (losses.length > 0) {
            const how = archived.length > 0 ? 'archived' : 'deleted with it';
            engine.log.warning(`${version} ${name}: ${how}: ${(0,data_loss_losses/* describeLosses */.bQ)(losses)}`);
        }
        progress.reverted.push({ version, name, durationMs, losses, archived });
        if (archived.length > 0)
            await seal(runner);
    }
    await noteArchives(engine, runner.session, { rolledBack: progress.reverted.map(({ version }) => version) });
    return report(progress, plan, {});
}
async function seal({ engine, session }) {
    try {
        const { readArchives, sealArchives } = await loadSealing();
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
async function recover(runner, plan, { reverted }, { archiveLimits: { keepMs } = archive_limits/* defaultArchiveLimits */.gr, onDataLoss }) {
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
        const archives = await (await loadSealing()).readArchives(session);
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
    return `; ${(0,lists/* count */.U9)(archivedRows(reverted), 'row')} of ${tables} archived in lockstep_archive for ${(0,archive_limits/* describeKeep */.bN)(first.keepMs)}`;
}

;// CONCATENATED MODULE: ./actions/rollback/lib/schema.js




function engineOf(values, shell, release) {
    if (values['database-url'].isEmpty)
        return undefined;
    const { environment, service } = values;
    return migrationEngine(values, shell, { release, commit: shell.env.sha, line: { environment, service } });
}
async function planSchema(engine, releases, known, limits) {
    const ours = { releases: known, line: engine.provenance.line };
    const range = { kind: 'releases', releases };
    const plan = await readDownPlan(engine, { range, ours, archiveLimits: limits });
    const { refusals, releasedSince, revert } = plan;
    const chosen = plan.chosen.map((each) => {
        const down = revert.find(({ version }) => version === each.version)?.side.downDigest ?? '';
        return { ...each, down };
    });
    const contracts = chosen.findLastIndex(({ phase }) => phase === 'contract') + 1;
    const refused = refusals.map(({ message }) => message).join('; ');
    const kept = refused === '' ? undefined : { kind: 'kept', because: refused };
    return { chosen, contracts, stays: sharedWith(releasedSince) ?? kept, ours, atRisk: atRiskOf(plan, limits) };
}
function atRiskOf({ revert }, limits) {
    const parts = revert.flatMap((each) => {
        const { archive, losses, opaque } = each;
        if (limits === undefined || archive === undefined) {
            const known = losses.length === 0 ? [] : [(0,data_loss_losses/* describeLosses */.bQ)(losses)];
            return [...known, ...(opaque ? ['what shows only when it runs'] : [])].map((what) => `${schema_nameOf(each)} would delete ${what}`);
        }
        if (archive.unarchived.length > 0)
            return archive.unarchived.map(({ message }) => message);
        if (archive.rows === 0)
            return [];
        const most = archive.atMost ? 'at most ' : '';
        const size = `${Math.ceil(archive.bytes / 1_000)} kB`;
        return [
            `${most}${(0,lists/* count */.U9)(archive.rows, 'row')} (${size}) of ${schema_nameOf(each)} archived for ${(0,archive_limits/* describeKeep */.bN)(limits.keepMs)}, tables locked for about ${(0,lib_duration/* formatDuration */.a)(archive.lockMs)}`,
        ];
    });
    return parts.join('; ');
}
function sharedWith(others) {
    if (others.length === 0)
        return undefined;
    const because = `${describeReleases(others)} released on this database since, and may need it; once that no longer does, roll it back with "migrate", "command: down"`;
    return { kind: 'shared', because };
}
async function rollBackSchema(engine, plan, range, values) {
    const policy = values['on-data-loss'];
    const todo = plan.chosen.slice(range.from, range.upTo);
    const names = todo.map(schema_nameOf);
    if (todo.length === 0)
        return { kind: 'down', reverted: [], left: [], message: 'no migrations to roll back' };
    if (plan.stays !== undefined)
        return { kind: plan.stays.kind, reverted: [], left: names, message: plan.stays.because };
    try {
        const versions = todo.map(({ version }) => version);
        const onDataLoss = policy === 'allow' || policy === 'archive' ? policy : 'refuse';
        const limits = policy === 'archive' ? { archiveLimits: archiveLimits(values) } : {};
        const range = { kind: 'versions', versions };
        return endOf(await down(engine, { range, onDataLoss, ...limits, ours: plan.ours }), names, policy);
    }
    catch (error) {
        if (engine.signal?.aborted)
            throw error;
        return { kind: 'unknown', reverted: [], left: names, message: (0,errors/* describe */.q0)(error) };
    }
}
function endOf(report, names, policy) {
    const reverted = report.reverted.map(schema_nameOf);
    const left = names.filter((name) => !reverted.includes(name));
    const rows = archivedRows(report.reverted);
    const archived = describeArchived(report.reverted);
    const ended = (kind, message) => {
        return { kind, reverted, left, archivedRows: rows, message: `${message}${archived}` };
    };
    const stays = sharedWith(report.releasedSince);
    if (stays !== undefined)
        return ended(stays.kind, stays.because);
    if (report.failure !== undefined)
        return ended('failed', report.failure.message);
    if (report.refused !== undefined) {
        const { version, name, losses, unarchived } = report.refused;
        if (unarchived.length > 0) {
            return ended('failed', `${version} ${name} stays: ${unarchived.map((each) => each.message).join('; ')}`);
        }
        const message = `${version} ${name} stays: its down migration would lose ${(0,data_loss_losses/* describeLosses */.bQ)(losses)}`;
        return policy === 'keep'
            ? ended('kept', message)
            : ended('failed', `${message}; on-data-loss: archive keeps a copy of it, allow deletes it`);
    }
    if (report.cancelled)
        return ended('unknown', 'cancelled');
    return ended('down', `${(0,lists/* count */.U9)(reverted.length, 'migration')} rolled back`);
}
function schema_nameOf({ version, name }) {
    return `${version} ${name}`;
}

;// CONCATENATED MODULE: ./actions/rollback/lib/contract.js



function decideContract(question) {
    const { confirmed, data, policy, schema } = question;
    const before = schema.chosen.slice(0, schema.contracts);
    const contracts = before.filter(({ phase }) => phase === 'contract');
    const pending = data.filter((each) => !each.isApplied && isOpen(each));
    const stays = contracts.length > 0 ? schema.stays : undefined;
    if (policy === 'allow' && stays === undefined)
        return { kind: 'none' };
    if (contracts.length === 0 && pending.length === 0)
        return { kind: 'none' };
    const known = contracts.map((each) => data.find(({ isApplied, version }) => isApplied && version === each.version));
    const applied = known.filter((each) => each !== undefined);
    const why = stays?.because ??
        contracts.map((each, nth) => whyNot(schema_nameOf(each), known[nth])).find((each) => each !== undefined) ??
        whyNotBefore(before) ??
        pending.map((each) => whyNot(schema_nameOf(each), each)).find((each) => each !== undefined);
    if (why !== undefined)
        return contract_refused(question, contracts.length > 0 ? contracts : pending, why);
    const confirmation = confirmationOf(question, [...applied, ...pending]);
    const accepted = data.filter(({ isApplied, state }) => !isApplied && state === 'accepted');
    const restore = { applied, pending, accepted, confirmation };
    const typed = confirmed.trim().split(/\s+/).join(' ');
    if (contracts.length === 0 || typed === confirmation)
        return { kind: 'restore', ...restore };
    const message = `contract migrations are rolled back and their data is restored from the archive (${describeRestore(restore)}): to confirm this plan, set confirm-contract to "${confirmation}"${otherPlan(typed, confirmation)}`;
    return { kind: 'refuse', reason: 'contract-not-confirmed', message, restore };
}
function otherPlan(typed, confirmation) {
    if (typed === '')
        return '';
    const isSameRelease = typed.split(' ')[0] === confirmation.split(' ')[0] && typed.includes(' ');
    return isSameRelease
        ? ` (it is "${typed}", which confirmed another plan: what would be done has changed since)`
        : ` (it is "${typed}")`;
}
const DIGEST_LENGTH = 8;
function confirmationOf({ policy, releases, schema, target }, data) {
    const plan = {
        target,
        releases,
        policy,
        migrations: schema.chosen.map(({ down, version }) => [version, down]),
        archives: data.flatMap(({ archives, version }) => archives.map(({ id, rows }) => [version, id, rows])),
    };
    const digest = (0,external_node_crypto_().createHash)('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, DIGEST_LENGTH);
    return `${releases[0] ?? target} ${digest}`;
}
function isOpen({ archives, state }) {
    return state !== 'accepted' && (state !== 'complete' || archives.some(({ isRestored }) => !isRestored));
}
const WHY = {
    'not-archived': 'what it deleted was not archived',
    missing: 'its archive is gone',
    expired: 'the time of its archive is over; extend it with a reason (migrate, command: extend-archive)',
    changed: 'its archive was changed since it was made',
};
function whyNot(name, data) {
    if (data === undefined)
        return `${name}: ${WHY['not-archived']}`;
    if (data.state !== 'complete' && data.state !== 'accepted')
        return `${name}: ${WHY[data.state]}`;
    const tables = data.archives.flatMap(({ gone = 0, overwritten = 0, source }) => [
        ...(gone > 0 ? [`${(0,lists/* count */.U9)(gone, 'row')} of ${source} deleted since`] : []),
        ...(overwritten > 0 ? [`${(0,lists/* count */.U9)(overwritten, 'row')} of ${source} written since`] : []),
    ]);
    return tables.length === 0
        ? undefined
        : `${name}: archived values belong to rows that were changed since (${(0,lists/* nameSome */.Kf)(tables, 4)})`;
}
function whyNotBefore(before) {
    const expand = before.filter(({ phase }) => phase !== 'contract');
    if (expand.length === 0)
        return undefined;
    return `${(0,lists/* nameSome */.Kf)(expand.map(schema_nameOf), 4)} came after it, and the live code needs that; roll back to the release before that one first`;
}
function contract_refused({ policy, schema, target }, contracts, why) {
    const names = (0,lists/* nameSome */.Kf)(contracts.map(({ version }) => version), 10);
    const next = schema.stays !== undefined || policy === 'allow'
        ? ''
        : '; on-data-loss: allow rolls back all the same, without the data that cannot be restored';
    const message = `contract migrations were applied since (${names}): the code of ${target} cannot work with them, and what they deleted cannot all be restored: ${why}${next}`;
    return { kind: 'refuse', reason: 'contract-applied', message, restore: undefined };
}
function describeRestore({ applied, pending }) {
    const archives = [...applied, ...pending].flatMap((each) => each.archives);
    const tables = archives.map(({ rows, source }) => `${(0,lists/* count */.U9)(rows, 'row')} of ${source}`);
    return tables.length === 0 ? 'they deleted nothing' : (0,lists/* nameSome */.Kf)(tables, 4);
}
function showRestore({ accepted, applied, pending }, nowMs) {
    const all = [...applied, ...pending];
    const lines = all.flatMap((each) => each.archives.map(({ at, expires, id, isRestored, rows, source, writtenSince }) => {
        const age = (0,lib_duration/* formatDuration */.a)(Math.max(0, nowMs - Date.parse(at)));
        const later = writtenSince === undefined
            ? 'rows written since then are not in it'
            : `${(0,lists/* count */.U9)(writtenSince, 'row')} written since then, of which it has nothing`;
        const state = isRestored ? 'restored already' : later;
        return `${schema_nameOf(each)}: archive ${id} of ${source}, ${(0,lists/* count */.U9)(rows, 'row')}, ${age} old, kept until ${expires}; ${state}`;
    }));
    const without = accepted.map((each) => `${schema_nameOf(each)}: rolled back earlier; what it deleted is not restored`);
    return [...(lines.length === 0 ? all.map((each) => `${schema_nameOf(each)}: deleted nothing`) : lines), ...without];
}

;// CONCATENATED MODULE: ./actions/rollback/lib/plan.js




function showPlan(plan, values, nowMs) {
    const { target } = plan;
    const releases = target.releases.map(({ id, state }) => `${id} (${state})`);
    return [
        `**Roll back to ${targetName(target)}**${target.release === null ? '' : `, release ${target.release}`}.`,
        '',
        `- releases rolled back: ${releases.length === 0 ? 'none' : (0,lists/* nameSome */.Kf)(releases, 10)}`,
        `- traffic: ${showTraffic(plan)}`,
        `- schema: ${showSchema(plan.schema, values)}`,
        ...(plan.restore === undefined ? [] : showRestore(plan.restore, nowMs)).map((line) => `- data: ${line}`),
        ...(needsConfirmation(plan) ? [`- to confirm this plan: \`confirm-contract: ${plan.restore?.confirmation}\``] : []),
    ].join('\n');
}
function needsConfirmation({ restore }) {
    return (restore?.applied.length ?? 0) > 0;
}
function targetName({ to }) {
    return nameOf(to.deployment ?? undefined, to.commit ?? undefined);
}
function changesNothing({ restore, target, traffic, schema }) {
    if (restore !== undefined)
        return false;
    const stays = traffic.kind === 'move' && traffic.first.kind === 'nothing' && (schema?.chosen.length ?? 0) === 0;
    return stays && target.releases.length === 0;
}
function plan_stageOf({ traffic }) {
    const at = traffic.kind === 'move' && traffic.first.kind === 'abort' ? traffic.first.at : undefined;
    return at === undefined ? '' : placeName(at);
}
function showTraffic(plan) {
    const { traffic } = plan;
    const stage = plan_stageOf(plan);
    if (traffic.kind === 'other-release-live')
        return `stays on ${traffic.live}, which another user or tool released; nothing of ours is live`;
    const { first, swap } = traffic;
    const hosts = (0,lists/* nameSome */.Kf)(swap.hosts.map(({ host }) => host), 5);
    switch (first.kind) {
        case 'nothing':
            return `already there (${hosts}); it is read back`;
        case 'rollback':
            return `${hosts}, the production pointer and the cron jobs move away from ${swap.to} in one job`;
        case 'abort':
            return `the rolling release of ${swap.to} is aborted${stage === '' ? '' : ` at stage ${stage}`}: ${hosts} show ${first.to} to all users again`;
        case 'reassign':
            return `${(0,lists/* nameSome */.Kf)(first.hosts.map(({ host }) => host), 5)} move away from ${swap.to} one after another`;
        case 'wait':
            return `waits for the ${first.job.type} to ${first.job.to} to end, then moves away from ${swap.to}`;
        case 'conflict':
        case 'no-previous-deployment':
            return 'stays';
    }
}
function showSchema(schema, values) {
    if (schema === undefined)
        return 'stays: without database-url it is not known whether a contract migration was applied since';
    if (schema.chosen.length === 0)
        return 'these releases applied no migrations';
    const names = (0,lists/* nameSome */.Kf)(schema.chosen.map(schema_nameOf), 10);
    if (schema.stays !== undefined)
        return `stays (${names}): ${schema.stays.because}`;
    const first = schema.contracts === 0
        ? ''
        : `; the newest ${schema.contracts} before the traffic, since the older code cannot work with them`;
    return `${names} rolled back after the traffic and ${(0,lib_duration/* formatDuration */.a)(values['drain-time'])} of draining${first}; on-data-loss: ${values['on-data-loss']}${schema.atRisk === '' ? '' : ` (${schema.atRisk})`}`;
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

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/run-summary.js

function showRunSummary({ verdict, title, lead, steps, details = [] }) {
    const rows = steps.map(({ name, verdict: sign, result, ms }) => [
        name,
        sign === undefined ? '–' : VERDICT_MARKS[sign],
        result,
        ms === undefined ? '' : (0,lib_duration/* formatDuration */.a)(ms),
    ]);
    const table = rows.length === 0 ? [] : [markdownTable(['Step', '', 'Result', 'Time'], rows)];
    return [
        `### ${VERDICT_MARKS[verdict]} ${title}`,
        ...lead,
        ...table,
        ...details.map((one) => `<details><summary>${one.title}</summary>\n\n${one.markdown}\n\n</details>`),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./packages/action-shell/lib/reason-link.js
var reason_link = __nccwpck_require__(11361);
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

;// CONCATENATED MODULE: ./actions/rollback/lib/summary.js



const LONGEST_MESSAGE = 1_000;
function trafficStep({ message, verdict }, ms) {
    return { name: 'Traffic', verdict, result: inlineText(message, LONGEST_MESSAGE), ms };
}
const SCHEMA_VERDICTS = {
    down: 'pass',
    kept: 'pass',
    shared: 'unknown',
    failed: 'fail',
    unknown: 'unknown',
};
function schemaStep(name, { kind, left, message, reverted }, ms) {
    const parts = [
        ...(reverted.length === 0 ? [] : [`rolled back: ${(0,lists/* nameSome */.Kf)(reverted, 10)}`]),
        ...(left.length === 0 ? [] : [`remaining: ${(0,lists/* nameSome */.Kf)(left, 10)}`]),
        ...(kind === 'down' && reverted.length > 0 ? [] : [message]),
    ];
    const verdict = kind === 'down' && reverted.length === 0 && left.length === 0 ? undefined : SCHEMA_VERDICTS[kind];
    return { name, verdict, result: inlineText(parts.filter((part) => part !== '').join('; '), LONGEST_MESSAGE), ms };
}
function dataStep({ kind, message }, ms) {
    const verdict = { whole: 'pass', partial: 'fail', unknown: 'unknown' };
    return { name: 'Data from the archive', verdict: verdict[kind], result: inlineText(message, LONGEST_MESSAGE), ms };
}
function showSummary({ hint, message, plan, reason, steps, title, verdict }) {
    const link = `[\`${reason}\`](${(0,reason_link/* reasonLink */.N)(reason, process.env)})`;
    const next = verdict === 'pass' ? [] : [hint === undefined ? `What to do: ${link}.` : `What to do: ${hint} (${link}).`];
    const details = plan === undefined ? [] : [{ title: 'The plan', markdown: plan }];
    return showRunSummary({ verdict, title, lead: [inlineText(message, LONGEST_MESSAGE), ...next], steps, details });
}

;// CONCATENATED MODULE: ./actions/rollback/lib/restore-data.js


async function restoreData(engine, contracts, triggersOff) {
    const ids = contracts.flatMap(({ archives }) => archives.map(({ id }) => id));
    const tables = [];
    try {
        for (const { version } of contracts) {
            const only = { version, direction: 'up' };
            const report = await restoreArchives(engine, { dryRun: false, triggersOff, only });
            tables.push(...report.tables);
            if (report.cancelled)
                return { kind: 'unknown', rows: rowsOf(tables), message: 'cancelled' };
        }
        const archives = ids.length === 0 ? [] : await listArchives(engine);
        const whole = new Set(archives.filter(({ restored }) => restored === 'all').map(({ id }) => id));
        return judgeData(tables, ids.filter((id) => !whole.has(id)));
    }
    catch (error) {
        if (engine.signal?.aborted)
            throw error;
        return { kind: 'unknown', rows: rowsOf(tables), message: (0,errors/* describe */.q0)(error) };
    }
}
function restore_data_both(before, now) {
    if (before === undefined)
        return now;
    const rows = before.rows + now.rows;
    return now.kind === 'whole' ? { ...now, rows, message: restoredWords(rows) } : { ...now, rows };
}
const restoredWords = (rows) => `${(0,lists/* count */.U9)(rows, 'row')} restored from the archive`;
function judgeData(tables, open) {
    const rows = rowsOf(tables);
    const done = restoredWords(rows);
    if (open.length === 0)
        return { kind: 'whole', rows, message: done };
    const left = open.map((id) => {
        const table = tables.find((each) => each.id === id);
        const conflicts = Object.values(table?.conflicts ?? {}).reduce((sum, each) => sum + each, 0);
        if (table === undefined)
            return `archive ${id} is gone`;
        if (table.notRestored !== undefined)
            return `archive ${id} of ${table.source} (${table.notRestored})`;
        return `${(0,lists/* count */.U9)(conflicts, 'row')} of ${table.source}, marked in the column _lockstep_conflict of ${table.contents}`;
    });
    return { kind: 'partial', rows, message: `${done}; not restored: ${(0,lists/* nameSome */.Kf)(left, 4)}` };
}
function rowsOf(tables) {
    return tables.reduce((sum, { inserted, set }) => sum + inserted + set, 0);
}

;// CONCATENATED MODULE: ./actions/rollback/lib/undo-contracts.js



async function undoContracts(tools, plan, values, shell) {
    const { restore, schema } = plan;
    const contracts = schema?.contracts ?? 0;
    const first = [];
    let done = NO_MIGRATIONS;
    let data;
    const bring = async (list) => {
        if (restore === undefined || tools.engine === undefined || list.length === 0)
            return undefined;
        const since = shell.clock.now();
        const end = await restoreData(tools.engine, list, values['archive-triggers'] === 'off');
        data = restore_data_both(data, end);
        first.push(dataStep(end, shell.clock.now() - since));
        const verdict = end.kind === 'partial' ? 'fail' : 'unknown';
        return end.kind === 'whole' ? undefined : { verdict, reason: 'contract-data-not-restored', message: end.message };
    };
    let blocked = await bring(restore?.pending.toReversed() ?? []);
    const step = restore === undefined ? contracts : 1;
    for (let from = 0; blocked === undefined && from < contracts; from += step) {
        const started = shell.clock.now();
        const range = { from, upTo: from + step };
        const part = await rollBackPart(tools, schema, range, contractValues(plan, values));
        first.push(schemaStep(step === 1 ? nameStep(schema, from) : 'Contract migrations', part, shell.clock.now() - started));
        done = undo_contracts_joined(done, part);
        if (part.kind === 'down') {
            const version = schema?.chosen[from]?.version;
            blocked = await bring(restore?.applied.filter((each) => each.version === version) ?? []);
        }
        else
            blocked = { verdict: 'fail', reason: 'contract-not-undone', message: part.message };
    }
    return { schema: done, data, first, blocked };
}
const NO_MIGRATIONS = { kind: 'down', reverted: [], left: [], message: '' };
function nameStep(schema, nth) {
    const version = schema?.chosen[nth]?.version ?? '';
    return (schema?.contracts ?? 0) > 1 ? `Contract migration ${version}` : 'Contract migration';
}
function undo_contracts_joined(before, { archivedRows = 0, reverted, ...now }) {
    const rows = (before.archivedRows ?? 0) + archivedRows;
    return { ...now, archivedRows: rows, reverted: [...before.reverted, ...reverted] };
}
function contractValues({ restore }, values) {
    return restore !== undefined && values['on-data-loss'] === 'keep'
        ? { ...values, 'on-data-loss': 'archive' }
        : values;
}
function rollBackPart({ engine }, schema, range, values) {
    if (engine === undefined || schema === undefined)
        return { kind: 'down', reverted: [], left: [], message: '' };
    return rollBackSchema(engine, schema, range, values);
}

;// CONCATENATED MODULE: ./actions/rollback/lib/carry-out.js









const NOTHING_DONE = 'Nothing was rolled back';
async function carryOut(tools, plan, values, shell) {
    const record = await openRecord(tools, plan, shell);
    const first = await beganMeanwhile(tools, plan, record);
    if (first !== undefined) {
        await tools.ledger.close(record, 'unchanged', `release ${first.id} was first`);
        const message = `${first.author.url} began a release at the same moment: nothing was changed`;
        return {
            outcome: { verdict: 'fail', reason: 'release-in-progress', message },
            lostRace: true,
            title: NOTHING_DONE,
            because: message,
            steps: [],
        };
    }
    const end = await carry_out_execute(tools, plan, values, shell);
    await recordEnd(tools, plan, { record, end }, shell);
    const outputs = {
        'rolled-back-to': end.state === 'unknown' ? '' : liveAfter(plan),
        state: plan.target.releases.length === 0 ? '' : end.state,
        changed: end.changed,
        'traffic-moved': end.moved === true,
        migrations: end.reverted.join('\n'),
        'archived-rows': end.archivedRows ?? 0,
        'restored-rows': end.restoredRows ?? 0,
        plan,
    };
    const message = end.state === 'unknown' ? `${end.message}; ${tools.hint}` : end.message;
    const outcome = { verdict: end.verdict, reason: end.reason, message, outputs };
    return { outcome, lostRace: false, title: end.title, because: end.message, steps: end.steps };
}
function liveAfter({ target, traffic }) {
    return traffic.kind === 'other-release-live' ? traffic.live : (target.to.deployment ?? '');
}
async function carry_out_execute(tools, plan, values, shell) {
    const { traffic: planned } = plan;
    if (planned.kind === 'other-release-live')
        return otherReleaseLive(planned.live);
    const title = `Users still have ${plan.target.from ?? 'what they had'}`;
    const { blocked, data, first, schema: before } = await undoContracts(tools, plan, values, shell);
    const restoredRows = data?.rows ?? 0;
    if (blocked !== undefined) {
        const message = `traffic was not touched: ${blocked.message}`;
        return { ...unresolved(blocked.verdict, blocked.reason, message, before), restoredRows, title, steps: first };
    }
    const end = await moveTraffic(tools, plan, { before, first, planned }, { values, shell });
    if (data === undefined || restoredRows === 0)
        return end;
    return { ...end, restoredRows, message: `${end.message}; ${data.message}` };
}
async function moveTraffic(tools, plan, { before, first, planned }, { shell, values }) {
    const { schema } = plan;
    const contracts = schema?.contracts ?? 0;
    const movingSince = shell.clock.now();
    const until = movingSince + values['swap-timeout'];
    const traffic = await undoSwap(tools.api, planned.swap, { probe: hostAsker(values), until });
    const steps = [...first, trafficStep(traffic, shell.clock.now() - movingSince)];
    const rest = { from: contracts, upTo: schema?.chosen.length ?? 0 };
    const ended = carry_out_endOf(tools, plan, { traffic, before, steps });
    if (traffic.cronsPending)
        return { ...ended(leaveSchema(schema, rest, '')), verdict: 'unknown', reason: 'rolled-back-crons-pending' };
    if (traffic.verdict !== 'pass')
        return {
            ...unresolved(traffic.verdict, UNDO_REASONS[traffic.reason], traffic.message, before),
            title: `It is not certain that users have ${targetName(plan.target)}`,
            steps,
        };
    if (rest.upTo > rest.from && schema?.stays === undefined) {
        const movedAt = traffic.moved ? shell.clock.now() : planned.movedAt;
        const stays = whySchemaStays(traffic, movedAt !== undefined && planned.swap.pinsClients);
        if (stays !== undefined)
            return ended(leaveSchema(schema, rest, stays));
        await drain(movedAt, values, shell);
    }
    const revertingSince = shell.clock.now();
    const end = await rollBackPart(tools, schema, rest, values);
    return ended(end, shell.clock.now() - revertingSince);
}
const UNDO_REASONS = {
    'swap-undone': 'undo-unconfirmed',
    'nothing-to-undo': 'undo-unconfirmed',
    'crons-pending': 'undo-unconfirmed',
    conflict: 'conflict',
    'no-previous-deployment': 'no-previous-deployment',
    'undo-incomplete': 'undo-incomplete',
    'undo-unconfirmed': 'undo-unconfirmed',
};
function otherReleaseLive(live) {
    const message = `users have ${live}, which another user or tool released: nothing was rolled back, and the schema stays`;
    return {
        title: `Users have ${live}`,
        verdict: 'pass',
        reason: 'other-release-live',
        state: 'partly-rolled-back',
        message,
        reverted: [],
        archivedRows: 0,
        changed: false,
        steps: [{ name: 'Traffic', verdict: undefined, result: `stays on ${live}` }],
    };
}
function whySchemaStays(traffic, pinned) {
    if (traffic.traffic !== 'restored')
        return 'not every host was confirmed to serve the target';
    return pinned ? 'skew protection keeps clients on the newer code until they reload' : undefined;
}
async function drain(movedAt, values, shell) {
    const left = (movedAt ?? Number.NEGATIVE_INFINITY) + values['drain-time'] - shell.clock.now();
    if (left <= 0)
        return;
    shell.log.info(`waiting ${(0,lib_duration/* formatDuration */.a)(left)} until the newer code has drained`);
    await shell.clock.sleep(left, shell.signal);
}
function leaveSchema(schema, range, message) {
    const left = (schema?.chosen ?? []).slice(range.from, range.upTo).map(schema_nameOf);
    return { kind: 'kept', reverted: [], left, message };
}
function carry_out_endOf({ open }, { target }, { before, steps, traffic }) {
    const resumes = open.length > 0 || target.releases.some(({ state }) => state !== 'released');
    return (schema, ms) => {
        const reverted = [...before.reverted, ...schema.reverted];
        const changed = resumes || traffic.moved || traffic.cronsPending || reverted.length > 0;
        const left = schema.left.length === 0 ? '' : `; remaining migrations: ${(0,lists/* nameSome */.Kf)(schema.left, 4)}`;
        const message = [traffic.message, schema.message].filter((one) => one !== '').join('; ') + left;
        return {
            ...end_judge(schema, changed, message),
            title: `Users have ${targetName(target)}${schema.kind === 'unknown' ? ', and the state of the schema is unknown' : ''}`,
            reverted,
            archivedRows: (before.archivedRows ?? 0) + (schema.archivedRows ?? 0),
            changed,
            moved: traffic.moved && traffic.verdict === 'pass',
            steps: [...steps, schemaStep('Schema', schema, ms)],
        };
    };
}
async function beganMeanwhile({ ledger, key }, { target }, swap) {
    const known = new Set(target.releases.map(({ id }) => id));
    const { releases } = await ledger.read(key);
    const begun = releases.filter(({ id, state, record }) => state === 'begun' && record < swap.record && !known.has(id));
    for (const release of begun)
        if ((await ledger.runState(release)).kind === 'running')
            return release;
    return undefined;
}
function openRecord({ ledger, key }, { target, traffic }, shell) {
    const hosts = traffic.kind === 'move' ? traffic.swap.hosts : [];
    return openSwapRecord(ledger, shell, { ...key, ref: shell.env.sha }, {
        release: null,
        from: target.from,
        to: target.to.deployment ?? '',
        aliases: Object.fromEntries(hosts.map(({ host, to }) => [host, to])),
        ...(traffic.kind === 'move' ? { autoAssign: traffic.swap.autoAssign } : {}),
        takesBack: target.releases.map(({ id }) => id),
    });
}
async function recordEnd({ ledger, open }, { target, traffic }, { end, record }, shell) {
    const hosts = traffic.kind === 'move' ? traffic.swap.hosts.map(({ host }) => host) : traffic.hosts;
    const superseded = open.filter(({ aliases }) => Object.keys(aliases).every((host) => hosts.includes(host)));
    try {
        if (end.state === 'unknown') {
            const [newest] = target.releases;
            if (newest !== undefined)
                await ledger.setState(newest, 'unknown', end.message);
            return await ledger.close(record, 'unresolved', end.reason);
        }
        for (const release of target.releases.toReversed())
            await ledger.setState(release, end.state, end.message);
        const closed = traffic.kind === 'move' ? 'put-back' : 'unchanged';
        for (const each of superseded)
            await ledger.close(each, closed, end.reason);
        await ledger.close(record, end.changed ? 'swapped' : 'unchanged', end.reason);
    }
    catch (error) {
        if (shell.signal.aborted)
            throw error;
        shell.log.warning(`how the rollback ended (${end.reason}) could not be written to the ledger: ${(0,errors/* describe */.q0)(error)}`);
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/input-problems.js

function ledgerProblems(values) {
    return values['github-token'].isEmpty
        ? ['input "github-token": is empty; the ledger needs a token with deployments: write and actions: read']
        : [];
}
function vercelPairProblems(values, purpose) {
    return (values['vercel-project'] === '') === values['vercel-token'].isEmpty
        ? []
        : [`inputs "vercel-project" and "vercel-token": give both, ${purpose}, or neither`];
}
function freezeInputProblems(values) {
    const zone = values['freeze-zone'];
    return [
        ...freezeProblems(values.freeze),
        ...(isZone(zone) ? [] : [`input "freeze-zone": expected a time zone like Europe/Berlin, got "${zone}"`]),
    ];
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs.js


const vercelInputs = (options = { required: true }) => ({
    'vercel-token': shape_described(shape_secret(options), 'Vercel access token. A token scoped to the project is enough.'),
    'vercel-project': shape_described(shape_text(undefined, options), 'Vercel project: its id (`prj_…`) or its name.'),
    'vercel-team': shape_described(shape_text(), 'Vercel team that owns the project: its id (`team_…`) or its slug. Leave empty for a personal account.'),
    'vercel-api-url': shape_described(shape_url('https://api.vercel.com'), "Base URL of Vercel's API. The token is sent to this address only."),
});
const supabaseInputs = (options = {}) => ({
    'supabase-project': described(text(undefined, { ...options, pattern: /^([a-z]{20})?$/, expected: 'the 20 letters of https://REF.supabase.co' }), 'Supabase project: its reference, the 20 letters of `https://REF.supabase.co`.'),
    'supabase-token': described(secret(options), 'Supabase access token. A token scoped to the project and to what the README lists under Permissions is enough.'),
    'supabase-api-url': described(url('https://api.supabase.com'), "Base URL of Supabase's Management API. The token is sent to this address only."),
});
const availabilityInputs = () => ({
    'availability-source': described(text(), 'Monitor that observes the app all the time: YAML, or the path of a YAML file in the repository, with `provider` (`prometheus`, `gatus` or `json`) and its fields. Without one nothing is measured.'),
    'availability-objective': described(text('99.9 %'), 'Share of the time in which the app has to be available. The rest is the error budget.'),
    'budget-window': described(duration('30d'), 'Time for which the error budget is.'),
    'metrics-secrets': described(secret(), 'Secrets that `availability-source` names as `$NAME`: `NAME=value`, one per line. Each is only sent to the address of the monitor.'),
});
const requestInputs = () => ({
    'request-timeout': shape_described(shape_duration('10s'), 'Timeout of a single request.'),
});
const creatorInputs = () => ({
    'ledger-creator': shape_described(shape_text('github-actions[bot]'), 'GitHub login that `github-token` acts as. Ledger records by other authors are ignored.'),
});
const ledgerInputs = () => ({
    ...creatorInputs(),
    'github-token': shape_described(token('${{ github.token }}'), 'GitHub token for the ledger. It needs `deployments: write` and `actions: read`.'),
});
const serviceInputs = () => ({
    service: shape_described(shape_text(), 'Name of the service, where several services are released to the same environment. Leave empty where there is only one.'),
});
const identityPath = () => shape_text('/api/health', {
    pattern: new RegExp(`^none$|${SITE_PATH.source}`),
    expected: 'a path that starts with one /, or none',
});
const identityInputs = () => ({
    'identity-path': shape_described(identityPath(), 'Path of the health route that reports which build answers (`metadata.deployment_id` or `metadata.git_commit`). It is requested on every production host after traffic was moved. `none` requests no host; then it is never certain that all traffic was moved back, so that a rollback keeps the schema.'),
    'protection-bypass': shape_described(shape_secret(), "Vercel's Protection Bypass for Automation secret, for hosts behind Deployment Protection. It is sent to hosts of the project only."),
});
const trafficInputs = () => ({
    'swap-timeout': shape_described(shape_duration('3m'), 'How long Vercel may take to move the traffic. Reading the result back may take another 30 seconds.'),
});
const lockInputs = () => ({
    'lock-timeout': shape_described(shape_duration('200ms'), "How long a statement may wait for a lock. While it waits, the app's queries on the same table wait too."),
    'lock-retry-for': shape_described(shape_duration('60s'), 'How long to keep retrying a migration that could not acquire its locks.'),
    'migration-lock-timeout': shape_described(shape_duration('60s'), 'How long to wait for another migration run to finish.'),
    'statement-timeout': shape_described(shape_duration('15m'), 'How long a single SQL statement may run.'),
});
const orderInputs = () => ({
    'require-newer-commit': described(flag(true), 'Require that the commit contains the live commit. An older or diverged commit fails with `superseded`.'),
});
const freezeInputs = () => ({
    freeze: described(list(), "Periods in which no release may begin, one per line, as `FROM..TO reason`: `2026-12-20..2027-01-04 year's end`, `2026-11-26T16:00..2026-11-30T08:00`, `Fri 16:00..Mon 08:00 weekend`."),
    'freeze-zone': described(text('UTC'), 'Time zone of `freeze`, such as `Europe/Berlin`.'),
});
const trustInputs = () => ({
    'trusted-branches': described(list(), "Branches whose workflow runs may write the records that this action relies on (requests, staged deployments, releases of other environments), one per line; `*` matches any characters. Default: the repository's default branch. Every workflow with `deployments: write` can write such records, so GitHub is asked which run of which branch wrote them."),
});
const modeInputs = () => ({
    mode: described(oneOf(['same-build', 'same-commit'], 'same-build'), '`same-build` promotes the deployment that was staged. `same-commit` promotes the commit that another environment released; production gets its own build of it.'),
});
const dryRunInputs = () => ({
    'dry-run': shape_described(shape_flag(false), 'Show the plan and run all checks, but change nothing.'),
});
const auditInputs = () => ({
    accept: described(text(), 'Failures to accept, as a YAML list of `check` (an id, `*` matches anything), `reason`, `until` (a day), and optionally `what` and `verdict` (`fail` or `unknown`).'),
    'on-unknown': described(oneOf(['fail', 'warn'], 'fail'), 'Whether a check that cannot be decided fails the step (`fail`) or is only reported (`warn`).'),
    'report-only': described(flag(false), 'Set to `true` to report everything and never fail the step.'),
    'report-directory': described(text(), 'Directory for the reports. By default one in the temporary directory of the job.'),
});
const storeInputs = () => ({
    's3-region': described(text(), 'Region of the bucket; `auto` for Cloudflare R2. By default `AWS_REGION`.'),
    's3-endpoint': described(text(), 'Address of a store that is compatible with S3. By default AWS.'),
    's3-access-key-id': described(text(), 'Id of the access key. By default the credentials that `aws-actions/configure-aws-credentials` leaves in the environment. The key needs no right to delete.'),
    's3-secret-access-key': described(secret(), 'The secret of the access key.'),
});

;// CONCATENATED MODULE: ./actions/rollback/lib/inputs.js




const inputs = {
    environment: shape_text(undefined, { required: true }),
    ...serviceInputs(),
    to: shape_text('previous'),
    'expect-newest': shape_text(),
    'cancel-running-release': shape_flag(false),
    'cancel-timeout': shape_duration('8m'),
    ...vercelInputs(),
    'database-url': shape_secret(),
    'on-data-loss': shape_oneOf(['fail', 'keep', 'archive', 'allow'], 'keep'),
    'confirm-contract': shape_text(),
    'archive-triggers': shape_oneOf(['on', 'off'], 'on'),
    ...archiveInputs(),
    'drain-time': shape_duration('30s'),
    ...trafficInputs(),
    ...identityInputs(),
    ...lockInputs(),
    ...requestInputs(),
    ...ledgerInputs(),
    ...dryRunInputs(),
};
function problemsOf(values) {
    return [...ledgerProblems(values), ...archiveProblems(values)];
}

;// CONCATENATED MODULE: ./actions/rollback/lib/traffic.js

function planTraffic(rollback, state, nowMs) {
    const { project, candidate: target } = state;
    const { job } = project;
    const swap = swapOf(rollback, state);
    const unfit = swap.strategy === 'alias' ? undefined : unfitness(state, swap);
    if (unfit !== undefined)
        return unfit;
    const first = planUndo(swap, state, nowMs);
    if (first.kind !== 'conflict') {
        const movedAt = job?.type === 'rollback' && job.to === target.id ? job.requestedAt : undefined;
        return { kind: 'move', swap, first, movedAt };
    }
    if (job !== undefined && inFlight(job, nowMs))
        return traffic_refuse('promotion-in-flight', `a ${job.type} to ${job.to} is ${job.status}: wait until it ends, then try again`);
    const shown = [project.production, ...swap.hosts.map(({ host }) => state.aliases.get(host)?.deploymentId)];
    const nothingOfOurs = shown.every((one) => one !== undefined && one !== swap.to && one !== swap.from);
    const wasOurs = rollback.resumes !== true && rollback.releases.some(({ state: one }) => one === 'released');
    if (project.production !== undefined && nothingOfOurs && !wasOurs)
        return { kind: 'other-release-live', live: project.production, hosts: swap.hosts.map(({ host }) => host) };
    return traffic_refuse('foreign-release', `another user or tool changed production since: ${first.differs.map(({ shown }) => shown).join(', ')}`);
}
function unfitness({ candidate: target, rollout }, swap) {
    if (target.readyState !== 'READY' || target.target !== 'production')
        return traffic_refuse('target-not-ready', `${target.id} is ${target.readyState} and built for ${target.target ?? 'preview'}: only a READY production deployment can be a target`);
    if (target.substate !== undefined && target.substate !== 'PROMOTED')
        return traffic_refuse('target-never-live', `${target.id} never had production traffic: release it instead`);
    if (rollout === undefined)
        return undefined;
    const { base = 'an unknown deployment', candidate = 'an unknown deployment' } = rollout;
    if (candidate !== swap.to)
        return traffic_refuse('rolling-release', `a rolling release to ${candidate} is under way: complete or abort it first`);
    return base === target.id
        ? undefined
        : traffic_refuse('rolling-release', `a rolling release from ${base} to ${candidate} is under way: roll back to ${base} first, to: finish`);
}
function swapOf(rollback, { project, candidate, productionDomains }) {
    const moved = rollback.aliases === undefined ? [] : Object.entries(rollback.aliases);
    const isAlias = moved.length > 0 && moved.every(([host]) => !productionDomains.includes(host));
    const rolledBack = rollback.from ?? candidate.id;
    const hosts = isAlias
        ? moved.map(([host, from]) => ({ host, from: from ?? undefined, to: rolledBack }))
        : productionDomains.map((host) => ({ host, from: candidate.id, to: rolledBack }));
    const { job } = project;
    return {
        strategy: isAlias ? 'alias' : 'promote',
        projectId: project.id,
        projectName: project.name,
        from: candidate.id,
        to: rolledBack,
        fromCommit: rollback.to.commit ?? candidate.commit,
        toCommit: rollback.fromCommit ?? undefined,
        hosts,
        crons: project.crons,
        autoAssign: rollback.autoAssign ?? project.autoAssign,
        pinsClients: project.pinsClients || project.rollingReleases,
        rolls: project.rollingReleases,
        jobBefore: job?.type === 'rollback' && job.to === candidate.id ? undefined : job,
        notes: [],
    };
}
function traffic_refuse(reason, message) {
    return { kind: 'refuse', reason, message };
}

;// CONCATENATED MODULE: ./actions/rollback/lib/run.js


















const action = defineAction({ name: 'rollback', inputs: inputs, check: problemsOf, run });
const MOST_RELEASES = 500;
const MOST_CANCELLATIONS = 5;
async function run(values, shell) {
    if (shell.journal !== undefined)
        return fail('inside-release', 'this job has a release of its own, whose steps undo themselves; run rollback in a job of its own');
    const clients = clientsOf(values, shell);
    let { to } = values;
    for (let turn = 0;; turn++) {
        const state = await run_readState(clients, to, values);
        const { running } = state;
        if (turn === 0)
            to = state.target;
        if (turn === 0)
            for (const warning of describeIgnored(state.facts.view))
                shell.log.warning(warning);
        if (running === undefined || !values['cancel-running-release'] || values.to === 'finish') {
            const { outcome, lostRace } = await decide(clients, state, values, shell);
            const again = lostRace && values['cancel-running-release'] && running === undefined;
            if (!again || turn >= MOST_CANCELLATIONS)
                return outcome;
            continue;
        }
        const release = `release ${running.id} (${running.author.url})`;
        if (values['dry-run']) {
            const message = `would cancel ${release}, wait until it has unwound, and roll back to ${to}`;
            return { verdict: 'pass', reason: 'dry-run', message, outputs: { ...outputsOf('nothing', running), target: to } };
        }
        const ended = turn < MOST_CANCELLATIONS && (await cancelRelease(clients, running, values['cancel-timeout'], shell));
        if (!ended)
            return fail('release-in-progress', `${release} was cancelled and has not ended: start the rollback again, or wait`);
    }
}
async function run_readState({ api, ledger, key }, to, values) {
    const view = await ledger.read(key);
    const project = await readProject(api, values['vercel-project']);
    const facts = {
        view,
        line: await run_readLine(ledger, view, to),
        author: (await readBlocker(ledger, view))?.run,
        live: project.production,
    };
    const release = view_unsettledRelease(view);
    const running = release?.state === 'begun' && facts.author?.kind === 'running' ? release : undefined;
    const settled = findTarget(to, { ...facts, author: undefined });
    const target = settled.kind === 'roll-back' && to !== 'finish' ? (settled.release ?? settled.to.deployment) : null;
    return { facts, decision: findTarget(to, facts), running, target: target ?? to };
}
async function decide(clients, state, values, shell) {
    const { api, ledger, key } = clients;
    const { decision } = state;
    switch (decision.kind) {
        case 'busy':
            return { ...run_refused(fail('release-in-progress', decision.message), shell), lostRace: true };
        case 'refuse':
            return run_refused(fail(decision.reason, decision.message), shell);
        case 'nothing':
            return ended({
                verdict: 'pass',
                reason: decision.reason,
                message: decision.message,
                outputs: outputsOf('nothing'),
            });
        case 'complete':
            return ended(await complete(ledger, decision.release, values));
        case 'roll-back':
            break;
    }
    const late = newerRelease(decision, values['expect-newest']);
    if (late !== undefined)
        return run_refused(late, shell);
    const engine = engineOf(values, shell, (0,external_node_crypto_().randomUUID)());
    const commits = { 'from-commit': decision.fromCommit ?? '', 'to-commit': decision.to.commit ?? '' };
    const found = { ...outputsOf(foundIn(decision), decision.releases[0]), ...commits, target: state.target };
    const planned = await makePlan(state, decision, { api, engine, nowMs: shell.clock.now() }, values);
    if (planned.kind === 'refuse' && planned.isFinal === true) {
        const message = planned.outcome.message + (await restorePointOf(clients, values, shell));
        return run_refused({ ...planned.outcome, message, outputs: found }, shell);
    }
    if (planned.kind === 'refuse') {
        const unconfirmed = planned.plan;
        if (unconfirmed === undefined)
            return run_refused({ ...planned.outcome, outputs: found }, shell);
        const shown = showPlan(unconfirmed, values, shell.clock.now());
        shell.log.info(shown);
        return run_refused({ ...planned.outcome, outputs: { ...found, plan: unconfirmed } }, shell, shown);
    }
    const plan = showPlan(planned.plan, values, shell.clock.now());
    const staged = { ...found, 'rolling-stage': plan_stageOf(planned.plan) };
    shell.log.info(plan);
    if (values['dry-run']) {
        const message = wouldDo(planned.plan);
        shell.summary.add(`### Dry run: ${message}\n\n${plan}`);
        const outputs = { ...staged, plan: planned.plan };
        return ended({ verdict: 'pass', reason: 'dry-run', message, outputs });
    }
    const hint = `resolve it with ${resumeHint({ key })}`;
    const tools = { api, ledger, engine, key, open: view_unsettledSwaps(state.facts.view), hint };
    const { outcome, ...attempt } = await carryOut(tools, planned.plan, values, shell);
    const isOpen = outcome.outputs?.['rolled-back-to'] === '';
    const { reason, verdict } = outcome;
    const { because: message, title } = attempt;
    shell.summary.add(showSummary({ verdict, reason, message, title, steps: attempt.steps, plan, hint: isOpen ? hint : undefined }));
    return { ...attempt, outcome: { ...outcome, outputs: { ...staged, ...outcome.outputs } } };
}
async function restorePointOf({ github, key }, values, shell) {
    try {
        const point = await findRestorePoint(github, values['ledger-creator'], key);
        if (point === undefined)
            return '';
        const at = point.completed === null ? '' : `, complete since ${point.completed}`;
        return `; the newest restore point is ${point.name} of the Supabase project ${point.project}${at}: restoring to it sets the whole database back, and loses what was written since`;
    }
    catch (error) {
        if (shell.signal.aborted)
            throw error;
        shell.log.warning(`whether there is a restore point could not be read: ${(0,errors/* describe */.q0)(error)}`);
        return '';
    }
}
function ended(outcome) {
    return { outcome, lostRace: false, title: NOTHING_DONE, because: outcome.message, steps: [] };
}
function run_refused(outcome, shell, plan) {
    const { message, reason, verdict } = outcome;
    shell.summary.add(showSummary({ verdict, reason, message, title: NOTHING_DONE, steps: [], plan }));
    return ended(outcome);
}
function newerRelease({ releases: [newest] }, expected) {
    if (expected === '' || newest === undefined || newest.id === expected || newest.state !== 'released')
        return undefined;
    const message = `release ${newest.id} (${newest.author.url}) is newer than the plan of this rollback: start the rollback again and check the new plan`;
    return fail('newer-release', message);
}
function foundIn({ releases: [newest], resumes }) {
    if (newest?.state === 'released' && resumes)
        return 'unresolved';
    switch (newest?.state) {
        case undefined:
            return 'swap';
        case 'begun':
            return 'dead';
        case 'held':
            return 'held';
        case 'unknown':
            return 'unresolved';
        case 'released':
        case 'rolled-back':
        case 'partly-rolled-back':
        case 'acknowledged':
            return 'released';
    }
}
function outputsOf(found, release) {
    const commits = { 'from-commit': '', 'to-commit': '' };
    const none = {
        target: '',
        'rolled-back-to': '',
        ...commits,
        state: '',
        changed: false,
        migrations: '',
        'archived-rows': 0,
        'restored-rows': 0,
        'rolling-stage': '',
        plan: {},
    };
    const known = {
        'release-id': release?.id ?? '',
        commit: release?.candidate.commit ?? '',
        'commit-before': release?.before.commit ?? '',
        since: release?.since ?? '',
    };
    return { ...none, ...known, found, 'traffic-moved': false };
}
async function run_readLine(ledger, view, to) {
    const interrupted = interruptedRollback(view, to);
    if (interrupted === undefined && (to === 'previous' || to === 'finish'))
        return view.releases;
    const ender = () => interrupted === undefined
        ?
            ({ deployment, id, state }) => id === to || (deployment === to && state === 'released')
        : endsRollback(interrupted);
    const isWhole = view.releases.length < RECORDS_READ;
    if (isWhole && view.releases.some(ender()))
        return view.releases;
    return await ledger.line(view.key, { view, isIt: ender(), most: MOST_RELEASES });
}
async function complete(ledger, release, values) {
    const { deployment, id } = release;
    const outputs = outputsOf('committed', release);
    const why = `its run succeeded and ${deployment} is live`;
    if (values['dry-run'])
        return { verdict: 'pass', reason: 'dry-run', message: `would mark release ${id} as committed: ${why}`, outputs };
    await ledger.markReleased(release, deployment);
    const message = `release ${id} is marked as committed: ${why}`;
    return { verdict: 'pass', reason: 'completed', message, outputs: { ...outputs, state: 'released' } };
}
async function makePlan({ facts }, target, { api, engine, nowMs }, values) {
    const state = await readSwapSnapshot(api, values['vercel-project'], target.to.deployment ?? '');
    const traffic = planTraffic(target, state, nowMs);
    if (traffic.kind === 'refuse')
        return { kind: 'refuse', outcome: fail(traffic.reason, traffic.message) };
    const releases = target.releases.map(({ id }) => id);
    const known = [...releases, ...[...facts.line, ...facts.view.releases].map(({ id }) => id)];
    const limits = values['on-data-loss'] === 'archive' ? archiveLimits(values) : undefined;
    const schema = engine === undefined ? undefined : await planSchema(engine, releases, known, limits);
    if (engine === undefined || schema === undefined || traffic.kind === 'other-release-live')
        return { kind: 'plan', plan: { target, traffic, schema } };
    const decision = decideContract({
        schema,
        data: await readContractData(engine, releases),
        policy: values['on-data-loss'],
        confirmed: values['confirm-contract'],
        releases,
        target: target.to.deployment ?? '',
    });
    if (decision.kind === 'none')
        return { kind: 'plan', plan: { target, traffic, schema } };
    const restore = decision.kind === 'restore' ? decision : decision.restore;
    const plan = { target, traffic, schema, restore };
    if (decision.kind === 'restore')
        return { kind: 'plan', plan };
    const outcome = fail(decision.reason, decision.message);
    return restore === undefined ? { kind: 'refuse', outcome, isFinal: true } : { kind: 'refuse', outcome, plan };
}
function wouldDo(plan) {
    const { deployment } = plan.target.to;
    return changesNothing(plan)
        ? `would change nothing: users have ${deployment} already`
        : `would roll back to ${deployment}`;
}
function fail(reason, message) {
    return { verdict: 'fail', reason, message };
}
function clientsOf(values, shell) {
    return {
        github: githubClient(values, shell),
        ledger: ledgerClient(values, shell),
        key: { environment: values.environment, service: values.service },
        api: vercelClient(values, shell),
    };
}


/***/ }),

/***/ 11361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ reasonLink)
/* harmony export */ });
function reasonLink(reason, env) {
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const repository = (env['GITHUB_ACTION_REPOSITORY'] ?? '').split('/').slice(0, 2).join('/') || 'lockstep-ci/lockstep';
    const ref = env['GITHUB_ACTION_REF'] || 'main';
    return `${server}/${repository}/blob/${ref}/docs/reasons.md#${reason}`;
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
;// CONCATENATED MODULE: external "os"
let external_os_namespaceObject_kept;
const external_os_namespaceObject = () => (external_os_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os"));
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/utils.js
function toCommandValue(n){return null==n?"":"string"==typeof n||n instanceof String?n:JSON.stringify(n)}function toCommandProperties(n){return Object.keys(n).length?{title:n.title,file:n.file,line:n.startLine,endLine:n.endLine,col:n.startColumn,endColumn:n.endColumn}:{}}

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/command.js
let external_crypto__kept;function command_issueCommand(e,t,r){let s=new Command(e,t,r);process.stdout.write(s.toString()+external_os_namespaceObject().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,r){e||(e="missing.command"),this.command=e,this.properties=t,this.message=r}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let r in this.properties)if(this.properties.hasOwnProperty(r)){let s=this.properties[r];s&&(t?t=!1:e+=",",e+=`${r}=${escapeProperty(s)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}const external_crypto_=()=>external_crypto__kept??=__nccwpck_require__(90523);var external_fs_=__nccwpck_require__(15945);

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let t=process.env[`GITHUB_${e}`];if(!t)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_.existsSync(t))throw Error(`Missing file at path: ${t}`);external_fs_.appendFileSync(t,`${toCommandValue(n)}${external_os_namespaceObject().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let t=`ghadelimiter_${external_crypto_().randomUUID()}`,r=toCommandValue(n);if(e.includes(t))throw Error(`Unexpected input: name should not contain the delimiter "${t}"`);if(r.includes(t))throw Error(`Unexpected input: value should not contain the delimiter "${t}"`);return`${e}<<${t}${external_os_namespaceObject().EOL}${r}${external_os_namespaceObject().EOL}${t}`}var external_path_=__nccwpck_require__(502408);

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/core.js
var ExitCode,__awaiter=function(e,n,t,o){return new(t||(t=Promise))(function(r,i){function s(e){try{a(o.next(e))}catch(e){i(e)}}function u(e){try{a(o.throw(e))}catch(e){i(e)}}function a(e){var n;e.done?r(e.value):((n=e.value)instanceof t?n:new t(function(e){e(n)})).then(s,u)}a((o=o.apply(e,n||[])).next())})};function exportVariable(e,n){let t=toCommandValue(n);if(process.env[e]=t,process.env.GITHUB_ENV||0)return file_command_issueFileCommand("ENV",prepareKeyValueMessage(e,n));command_issueCommand("set-env",{name:e},t)}function setSecret(e){command_issueCommand("add-mask",{},e)}function addPath(e){process.env.GITHUB_PATH?issueFileCommand("PATH",e):issueCommand("add-path",{},e),process.env.PATH=`${e}${path.delimiter}${process.env.PATH}`}function getInput(e,n){let t=process.env[`INPUT_${e.replace(/ /g,"_").toUpperCase()}`]||"";if(n&&n.required&&!t)throw Error(`Input required and not supplied: ${e}`);return n&&!1===n.trimWhitespace?t:t.trim()}function getMultilineInput(e,n){let t=getInput(e,n).split("\n").filter(e=>""!==e);return n&&!1===n.trimWhitespace?t:t.map(e=>e.trim())}function getBooleanInput(e,n){let t=getInput(e,n);if(["true","True","TRUE"].includes(t))return!0;if(["false","False","FALSE"].includes(t))return!1;throw TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${e}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``)}function setOutput(e,n){if(process.env.GITHUB_OUTPUT)return file_command_issueFileCommand("OUTPUT",prepareKeyValueMessage(e,n));process.stdout.write(external_os_namespaceObject().EOL),command_issueCommand("set-output",{name:e},toCommandValue(n))}function setCommandEcho(e){issue("echo",e?"on":"off")}function setFailed(e){process.exitCode=ExitCode.Failure,error(e)}function isDebug(){return"1"===process.env.RUNNER_DEBUG}function debug(e){command_issueCommand("debug",{},e)}function error(e,n={}){command_issueCommand("error",toCommandProperties(n),e instanceof Error?e.toString():e)}function warning(e,n={}){command_issueCommand("warning",toCommandProperties(n),e instanceof Error?e.toString():e)}function notice(e,n={}){command_issueCommand("notice",toCommandProperties(n),e instanceof Error?e.toString():e)}function info(e){process.stdout.write(e+external_os_namespaceObject().EOL)}function startGroup(e){command_issue("group",e)}function endGroup(){command_issue("endgroup")}function group(e,n){return __awaiter(this,void 0,void 0,function*(){let t;startGroup(e);try{t=yield n()}finally{endGroup()}return t})}function saveState(e,n){if(process.env.GITHUB_STATE)return file_command_issueFileCommand("STATE",prepareKeyValueMessage(e,n));command_issueCommand("save-state",{name:e},toCommandValue(n))}function getState(e){return process.env[`STATE_${e}`]||""}function getIDToken(e){return __awaiter(this,void 0,void 0,function*(){return yield OidcClient.getIDToken(e)})}!function(e){e[e.Success=0]="Success",e[e.Failure=1]="Failure"}(ExitCode||(ExitCode={}));var redact=__nccwpck_require__(580229),secret_forms=__nccwpck_require__(399624),secret=__nccwpck_require__(487083),errors=__nccwpck_require__(203906),lists=__nccwpck_require__(672435);

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
class Context{constructor(){var e,s,r;if(this.payload={},process.env.GITHUB_EVENT_PATH)if((0,external_fs_.existsSync)(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse((0,external_fs_.readFileSync)(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let e=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${external_os_namespaceObject().EOL}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=null!=(e=process.env.GITHUB_API_URL)?e:"https://api.github.com",this.serverUrl=null!=(s=process.env.GITHUB_SERVER_URL)?s:"https://github.com",this.graphqlUrl=null!=(r=process.env.GITHUB_GRAPHQL_URL)?r:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,s]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:s}}if(this.payload.repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'")}}

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

// EXTERNAL MODULE: ./packages/action-shell/lib/reason-link.js
var reason_link = __nccwpck_require__(11361);
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
        const link = (0,reason_link/* reasonLink */.N)(outcome.reason, process.env);
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
/* harmony export */   iB: () => (/* binding */ isCancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony export isFresh */
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
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc || (signal?.aborted === true && error === signal.reason);
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
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(896818);

function parseList(text) {
    return text
        .split(/\r?\n/)
        .map(_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .trimAscii */ .i)
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

/***/ 684464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ delayAt),
/* harmony export */   sR: () => (/* binding */ lookAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
function delayAt(delays, turn) {
    return delays[Math.min(turn, delays.length - 1)] ?? delays[0];
}
async function pause({ clock, signal }, delays, turn, untilMs) {
    const delay = delayAt(delays, turn);
    if (clock.now() + delay > untilMs)
        return false;
    await clock.sleep(delay, signal);
    return true;
}
async function lookAfter({ clock, signal }, waits, look) {
    for (const ms of waits) {
        await clock.sleep(ms, signal);
        const found = await look();
        if (found !== undefined)
            return found;
    }
    return undefined;
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

/***/ 1027241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   TG: () => (/* binding */ until),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _looks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(684464);


const defaultRetry = { attempts: 5, firstDelayMs: 250, maxDelayMs: 8_000, budgetMs: 60_000 };
async function retry(work, policy, tools) {
    const started = tools.clock.now();
    for (let attempt = 1;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            const delay = nextDelay(error, attempt, policy, tools.random ?? Math.random);
            if (delay === undefined || tools.clock.now() + delay - started > policy.budgetMs)
                throw error;
            tools.onRetry?.(error, attempt, delay);
            await tools.clock.sleep(delay, tools.signal);
        }
    }
}
function nextDelay(error, attempt, policy, random) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi) || !error.retryable || attempt >= policy.attempts)
        return undefined;
    const backoff = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
    const jittered = backoff / 2 + (backoff / 2) * random();
    return error.retryAfterMs === undefined ? jittered : Math.max(error.retryAfterMs, 0) + jittered / 4;
}
function parseRetryAfter(header, nowMs) {
    if (header === null || header === undefined || header.trim() === '')
        return undefined;
    if (/^\d+(\.\d+)?$/.test(header.trim()))
        return Number(header.trim()) * 1_000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
async function until(look, delays, clock, signal) {
    for (let turn = 0;; turn++) {
        const answer = await look();
        if (answer !== undefined)
            return answer;
        await clock.sleep((0,_looks_js__WEBPACK_IMPORTED_MODULE_1__/* .delayAt */ .J_)(delays, turn), signal);
    }
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

/***/ 898178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ CHANGES),
/* harmony export */   d$: () => (/* binding */ BEYOND_REPOSITORY)
/* harmony export */ });
/* unused harmony export READS */
const BEYOND_REPOSITORY = ['orgs.get', 'orgs.getAuditLog', 'orgs.listMembers', 'users.getById'];
const READS = [
    ...BEYOND_REPOSITORY,
    'actions.downloadArtifact',
    'actions.getAllowedActionsRepository',
    'actions.getForkPrContributorApprovalPermissionsRepository',
    'actions.getGithubActionsDefaultWorkflowPermissionsRepository',
    'actions.getGithubActionsPermissionsRepository',
    'actions.getReviewsForRun',
    'actions.getWorkflowRun',
    'actions.getWorkflowRunAttempt',
    'actions.listArtifactsForRepo',
    'actions.listEnvironmentSecrets',
    'actions.listEnvironmentVariables',
    'actions.listJobsForWorkflowRunAttempt',
    'actions.listRepoOrganizationSecrets',
    'actions.listRepoOrganizationVariables',
    'actions.listRepoSecrets',
    'actions.listRepoVariables',
    'actions.listWorkflowRuns',
    'checks.listForRef',
    'codeScanning.getDefaultSetup',
    'git.getBlob',
    'git.getTree',
    'git.listMatchingRefs',
    'issues.get',
    'issues.getComment',
    'issues.listComments',
    'issues.listEvents',
    'issues.listForRepo',
    'pulls.get',
    'pulls.listFiles',
    'repos.checkAutomatedSecurityFixes',
    'repos.checkImmutableReleases',
    'repos.checkPrivateVulnerabilityReporting',
    'repos.checkVulnerabilityAlerts',
    'repos.compareCommitsWithBasehead',
    'repos.get',
    'repos.getAllEnvironments',
    'repos.getBranch',
    'repos.getBranchProtection',
    'repos.getBranchRules',
    'repos.getCollaboratorPermissionLevel',
    'repos.getCommit',
    'repos.getContent',
    'repos.getEnvironment',
    'repos.getRelease',
    'repos.getRepoRuleset',
    'repos.getRepoRulesetHistory',
    'repos.listCommits',
    'repos.listDeploymentStatuses',
    'repos.listDeployments',
    'repos.listPullRequestsAssociatedWithCommit',
    'repos.listReleases',
];
const CHANGES = [
    'actions.cancelWorkflowRun',
    'checks.create',
    'checks.update',
    'git.createCommit',
    'git.createRef',
    'git.createTree',
    'git.updateRef',
    'issues.create',
    'issues.createComment',
    'issues.deleteComment',
    'issues.update',
    'issues.updateComment',
    'repos.createDeployment',
    'repos.createDeploymentStatus',
    'repos.createRelease',
    'repos.updateRelease',
];


/***/ }),

/***/ 564604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(896818);

const SECONDARY_WAIT_MS = 60_000;
function refusalOf(what, answer, nowMs) {
    const { status } = answer;
    const limited = limitWaitMs(answer, nowMs);
    const requestId = answer.headers['x-github-request-id'];
    const hint = limited === undefined ? hintFor(answer) : 'the rate limit of the token is used up for now';
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: ${words(answer)}`, {
        service: 'GitHub',
        status,
        retryable: limited !== undefined || status === 408 || status >= 500,
        ...(requestId === undefined ? {} : { requestId: String(requestId) }),
        ...(limited === undefined ? {} : { retryAfterMs: limited }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function noAnswer(what, cause) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: no answer`, { service: 'GitHub', retryable: true, cause });
}
function notJson(what, status) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: the answer is not JSON`, {
        service: 'GitHub',
        status,
        retryable: true,
        hint: 'check GITHUB_API_URL and any proxy in between',
    });
}
function nothingDone(error) {
    return error.status !== undefined && error.status >= 300 && error.status < 500 && error.status !== 408;
}
function limitWaitMs({ status, headers, data }, nowMs) {
    if (status !== 403 && status !== 429)
        return undefined;
    const after = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(text(headers['retry-after']), nowMs);
    if (after !== undefined)
        return after;
    if (text(headers['x-ratelimit-remaining']) === '0')
        return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1_000 - nowMs);
    return status === 429 || /rate limit/i.test(messageOf(data) ?? '') ? SECONDARY_WAIT_MS : undefined;
}
function hintFor({ status, headers, data }) {
    const accepted = text(headers['x-accepted-github-permissions']) ?? '';
    if (status < 400)
        return 'it answers with a redirect; use the address that it redirects to';
    if (status === 401)
        return 'github-token is not accepted: it is wrong, or has expired';
    if (status === 403 && accepted !== '')
        return `the job needs permissions: ${permissions(accepted)}`;
    if (status === 403 && /not accessible/.test(messageOf(data) ?? ''))
        return 'the job lacks a permission; grant it under permissions:';
    if (status === 404)
        return 'it does not exist, or the token may not read it';
    return undefined;
}
function permissions(accepted) {
    const one = (set) => set
        .split(',')
        .map((entry) => entry.trim().replaceAll('_', '-').replace('=', ': '))
        .join(' and ');
    return accepted.split(';').map(one).join(' or ');
}
function words({ data, status }) {
    const message = messageOf(data);
    if (message === undefined)
        return status >= 500 ? 'GitHub returned a server error' : 'refused';
    const errors = data.errors;
    const details = Array.isArray(errors) ? errors.map((entry) => JSON.stringify(entry)).join(', ') : '';
    return [(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .T)(message.slice(0, 2_000)), details].filter((part) => part !== '').join(': ');
}
function messageOf(data) {
    const message = typeof data === 'object' && data !== null ? data.message : undefined;
    return typeof message === 'string' ? message : undefined;
}
function text(header) {
    return header === undefined ? undefined : String(header);
}


/***/ }),

/***/ 553410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ limitsNow),
/* harmony export */   bN: () => (/* binding */ describeKeep),
/* harmony export */   gr: () => (/* binding */ defaultArchiveLimits),
/* harmony export */   mP: () => (/* binding */ expectedLockMs)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(672435);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(984731);

const DAY_MS = 86_400_000;
const defaultArchiveLimits = {
    rows: 1_000_000,
    bytes: 100_000_000,
    lockMs: 5_000,
    keepMs: 30 * DAY_MS,
};
const BYTES_A_SECOND = 25_000_000;
const ROWS_A_SECOND = 250_000;
function expectedLockMs({ bytes, rows }) {
    return Math.ceil(Math.max(bytes / BYTES_A_SECOND, rows / ROWS_A_SECOND) * 1_000);
}
function limitsNow(limits, spentMs) {
    const { leftMs, lockMs } = limits;
    return leftMs === undefined ? limits : { ...limits, lockMs: Math.max(0, Math.min(lockMs, leftMs - spentMs)) };
}
function describeKeep(ms) {
    return ms >= DAY_MS ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(Math.floor(ms / DAY_MS), 'day') : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(ms);
}


/***/ }),

/***/ 752750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yO: () => (/* binding */ countPredicted),
  Sh: () => (/* binding */ foresee),
  RV: () => (/* binding */ reachesOthers)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 2 modules
var data_loss_losses = __nccwpck_require__(567526);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/relations.js
var relations = __nccwpck_require__(982996);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/sequences.js
var data_loss_sequences = __nccwpck_require__(168014);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/threats.js
var threats = __nccwpck_require__(974034);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/simulate.js

function simulate(before, deletes, meaning) {
    const after = new Map(before);
    const writes = new Set();
    for (const take of deletes) {
        for (const oid of meaning(take)) {
            const relation = after.get(oid);
            if (relation === undefined)
                continue;
            if (take.kind === 'rows')
                writes.add(oid);
            const then = changed(relation, take);
            if (then === undefined)
                after.delete(oid);
            else
                after.set(oid, then);
        }
    }
    const touched = { oids: [...before.keys()], writes, alone: new Set() };
    return { threats: (0,threats/* findThreats */.J)(before, after, touched, false), after };
}
function changed(relation, take) {
    switch (take.kind) {
        case 'schema':
        case 'table':
        case 'view':
            return undefined;
        case 'rows':
        case 'sequence':
        case 'identity':
            return relation;
        case 'refresh':
            return { ...relation, filenode: '' };
        case 'unlogged':
            return { ...relation, unlogged: true };
        case 'column':
            return withColumn(relation, take.column, () => undefined);
        case 'type':
            return withColumn(relation, take.column, (column) => ({
                ...column,
                type: take.to,
                shape: `${take.to} of a text`,
            }));
    }
}
function withColumn(relation, name, change) {
    const columns = [...relation.columns].flatMap(([attnum, column]) => {
        const then = column.name === name ? change(column) : column;
        return then === undefined ? [] : [[attnum, then]];
    });
    return { ...relation, columns: new Map(columns) };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/count-predicted.js





async function countPredicted(session, deletes, own, withinMs) {
    if (deletes.length === 0)
        return [];
    const limit = withinMs === undefined ? '' : `; set local statement_timeout = ${withinMs}`;
    await session.rows(`begin read only; set local row_security = off${limit}`);
    try {
        const { meaning, threats } = await foresee(session, deletes);
        const losses = [];
        for (const threat of threats) {
            const loss = await (0,data_loss_losses/* measure */.xP)(session, threat, own);
            if (loss !== undefined)
                losses.push(loss);
        }
        const dropped = [
            ...deletes.flatMap((take) => (take.kind === 'sequence' ? meaning(take) : [])),
            ...(await identitiesOf(session, deletes, meaning)),
        ];
        const sequences = dropped.length === 0 ? new Map() : await (0,data_loss_sequences/* readSequences */.l)(session, dropped);
        return [...losses, ...(await (0,data_loss_sequences/* sequencesLost */.J)(session, sequences, new Map(), own))];
    }
    catch (error) {
        if (!(0,data_loss_losses/* isForbidden */.US)(error) && !(withinMs !== undefined && (0,data_loss_losses/* isTooSlow */.gv)(error)))
            throw error;
        return undefined;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function identitiesOf(session, deletes, meaning) {
    const found = [];
    for (const take of deletes) {
        if (take.kind !== 'identity')
            continue;
        const rows = await session.rows(`
      select d.objid from pg_catalog.pg_depend d join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
       where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
         and d.deptype = 'i' and d.refobjid = any ('{${meaning(take).join(',')}}'::pg_catalog.oid[]) and a.attname = ${(0,quote/* literal */.eu)(take.column)}`);
        found.push(...rows.map((row) => row[0] ?? ''));
    }
    return found;
}
async function foresee(session, deletes) {
    const meant = await readMeaning(session, deletes);
    const meaning = (take) => meant.get(keyOf(take)) ?? [];
    const before = await (0,relations/* readRelations */.A)(session, [...new Set(deletes.flatMap(meaning))]);
    return { meaning, before, ...simulate(before, deletes, meaning) };
}
async function reachesOthers(session, deletes) {
    const names = deletes.flatMap((take) => (take.kind === 'column' || take.kind === 'type' ? [take.table] : []));
    if (names.length === 0)
        return false;
    const [row] = await session.rows(`
    select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_type y on y.oid = c.reltype
      join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
       and d.refobjid in (y.oid, y.typarray) and d.deptype = 'n'
       and d.classid in ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass)
     where ${isNamed(names)})`);
    return row?.[0] === 't';
}
function isNamed(names) {
    const last = names.flatMap((name) => name.split('.').map((_part, nth, parts) => parts.slice(nth).join('.')));
    return `c.relname = any (${(0,quote/* textArray */.TS)(last)}) and n.nspname || '.' || c.relname = any (${(0,quote/* textArray */.TS)(names)})`;
}
function keyOf(take) {
    if (take.kind === 'schema')
        return `schema ${take.schema}`;
    return take.kind === 'sequence' ? take.sequence : take.table;
}
async function readMeaning(session, deletes) {
    const schemas = deletes.flatMap((take) => (take.kind === 'schema' ? [take.schema] : []));
    const ofSchemas = `union
      select 'schema ' || n.nspname, c.oid
        from pg_catalog.pg_namespace n join pg_catalog.pg_class c on n.oid = c.relnamespace
       where n.nspname = any (${(0,quote/* textArray */.TS)(schemas)})`;
    const rows = await session.rows(`
    with recursive meant (key, oid) as (
      select n.nspname || '.' || c.relname, c.oid
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where ${isNamed(deletes.map(keyOf))}
      ${schemas.length === 0 ? '' : ofSchemas}
      union
      select meant.key, c.oid from meant
        join pg_catalog.pg_inherits i on i.inhparent = meant.oid
        join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relispartition)
    select key, oid from meant`);
    const meant = new Map();
    for (const [key, oid] of rows) {
        const list = meant.get(key ?? '');
        if (list === undefined)
            meant.set(key ?? '', [oid ?? '']);
        else
            list.push(oid ?? '');
    }
    return meant;
}


/***/ }),

/***/ 567526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  bQ: () => (/* binding */ describeLosses),
  PA: () => (/* binding */ isBadCast),
  US: () => (/* binding */ isForbidden),
  gv: () => (/* binding */ isTooSlow),
  pT: () => (/* binding */ lossCondition),
  je: () => (/* binding */ lossOf),
  xP: () => (/* binding */ measure)
});

// UNUSED EXPORTS: COUNTED, isConstant

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js + 2 modules
var parser = __nccwpck_require__(658489);
;// CONCATENATED MODULE: ./packages/migrations/lib/parse/logic.js


const OPPOSITE = {
    '=': '<>',
    '<>': '=',
    '!=': '=',
    '<': '>=',
    '>': '<=',
    '<=': '>',
    '>=': '<',
};
const OPPOSITE_KIND = {
    AEXPR_DISTINCT: 'AEXPR_NOT_DISTINCT',
    AEXPR_NOT_DISTINCT: 'AEXPR_DISTINCT',
    AEXPR_BETWEEN: 'AEXPR_NOT_BETWEEN',
    AEXPR_NOT_BETWEEN: 'AEXPR_BETWEEN',
};
function negated(node) {
    const { fields, type } = opened(node);
    const not = { BoolExpr: { boolop: 'NOT_EXPR', args: [node] } };
    const constant = constantOf(node);
    if (constant !== undefined)
        return { A_Const: { boolval: constant ? {} : { boolval: true } } };
    if (type === 'BoolExpr') {
        const args = children(fields, 'args');
        const operator = text(fields, 'boolop');
        if (operator === 'NOT_EXPR')
            return args[0] ?? not;
        return { BoolExpr: { boolop: operator === 'AND_EXPR' ? 'OR_EXPR' : 'AND_EXPR', args: args.map(negated) } };
    }
    if (type === 'NullTest') {
        const isNull = text(fields, 'nulltesttype') === 'IS_NULL';
        return { NullTest: { ...fields, nulltesttype: isNull ? 'IS_NOT_NULL' : 'IS_NULL' } };
    }
    if (type !== 'A_Expr')
        return not;
    const kind = text(fields, 'kind');
    if (OPPOSITE_KIND[kind] !== undefined)
        return { A_Expr: { ...fields, kind: OPPOSITE_KIND[kind] } };
    const operator = OPPOSITE[listName(children(fields, 'name'))];
    if (operator === undefined || (kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN'))
        return not;
    return { A_Expr: { ...fields, name: [{ String: { sval: operator } }] } };
}
function constantValue(node) {
    if (node === undefined)
        return undefined;
    const cast = (0,parser/* child */.jf)(node, 'TypeCast');
    if (cast !== undefined)
        return constantValue((0,parser/* child */.jf)(cast, 'arg'));
    const constant = (0,parser/* child */.jf)(node, 'A_Const');
    if (constant === undefined || constant['isnull'] === true)
        return undefined;
    const whole = (0,parser/* child */.jf)(constant, 'ival');
    if (whole !== undefined)
        return Number(whole['ival'] ?? 0);
    const decimal = (0,parser/* child */.jf)(constant, 'fval');
    if (decimal !== undefined)
        return Number((0,parser/* text */.Qq)(decimal, 'fval'));
    const string = (0,parser/* child */.jf)(constant, 'sval');
    return string === undefined ? undefined : (0,parser/* text */.Qq)(string, 'sval');
}
const COUNTS = /^(length|char_length|character_length|octet_length|bit_length|cardinality|jsonb?_array_length|abs|count)$/;
function isNull(node) {
    return child(node, 'A_Const')?.['isnull'] === true;
}
function countsUp(left, operator, right) {
    const call = child(left, 'FuncCall');
    if (call === undefined || !COUNTS.test(listName(children(call, 'funcname').slice(-1))))
        return false;
    const value = constantValue(right);
    return (operator === '>=' && value === 0) || (/^(>|<>|!=)$/.test(operator) && typeof value === 'number' && value < 0);
}
function compareConstants(left, operator, right) {
    const [a, b] = [constantValue(left), constantValue(right)];
    if (a === undefined || b === undefined || typeof a !== typeof b)
        return undefined;
    const isOrdered = typeof a === 'number' && typeof b === 'number';
    switch (operator) {
        case '=':
            return a === b;
        case '<>':
        case '!=':
            return a !== b;
        case '<':
            return isOrdered ? a < b : undefined;
        case '>':
            return isOrdered ? a > b : undefined;
        case '<=':
            return isOrdered ? a <= b : undefined;
        case '>=':
            return isOrdered ? a >= b : undefined;
        default:
            return undefined;
    }
}
function isExhaustive(args) {
    return args.some((one) => {
        const other = negated(one);
        return args.some((each) => each !== one && isSameCondition(each, other));
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/last-copies.js



async function countLastCopies(session, { name, oid }) {
    const [view] = await session.rows(`select c.relispopulated, pg_catalog.pg_get_viewdef(c.oid) from pg_catalog.pg_class c where c.oid = ${(0,quote/* literal */.eu)(oid)}::pg_catalog.oid`);
    if (view?.[0] !== 't')
        return 0;
    const query = (view[1] ?? '').replace(/;\s*$/, '');
    await session.rows('savepoint lockstep_count');
    try {
        const [row] = await session.rows(`select count(*) from (select m::text from ${name} m except all select q::text from (${query}) q) as last_copies`);
        const all = Number(row?.[0]);
        const columns = all === 0 ? undefined : await columnsOfData(session, oid, query);
        const left = columns === undefined ? all : await countWithout(session, name, query, columns);
        await session.rows('release lockstep_count');
        return left;
    }
    catch (error) {
        if (!(error instanceof sql_error/* SqlError */.L8))
            throw error;
        await session.rows('rollback to lockstep_count');
        const [row] = await session.rows(`select count(*) from ${name}`);
        return Number(row?.[0]);
    }
}
async function columnsOfData(session, oid, query) {
    const [read] = await session.rows(`select pg_catalog.bool_and(case d.refclassid when 'pg_catalog.pg_class'::pg_catalog.regclass then c.relkind in ('r', 'p') or c.oid = r.ev_class
              else d.refclassid <> 'pg_catalog.pg_proc'::pg_catalog.regclass end)
       from pg_catalog.pg_rewrite r join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
       left join pg_catalog.pg_class c on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.refobjid
      where r.ev_class = ${(0,quote/* literal */.eu)(oid)}::pg_catalog.oid`);
    if (read?.[0] !== 't')
        return undefined;
    const parse = await (0,parser/* loadParser */.qd)();
    const select = parse(query);
    if (select?.type !== 'SelectStmt' || CHOOSES.some((clause) => select.fields[clause] !== undefined))
        return undefined;
    return (0,parser/* children */.Y_)(select.fields, 'targetList').map((each) => !isComputed((0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'ResTarget') ?? {}, 'val') ?? {}));
}
const CHOOSES = ['larg', 'distinctClause', 'limitCount', 'limitOffset', 'withClause', 'valuesLists'];
const OF_MANY = /^(count|sum|avg|stddev(_pop|_samp)?|variance|var_(pop|samp)|bool_and|bool_or|every|corr|covar_(pop|samp)|regr_\w+)$/;
const OF_NUMBERS = /^(round|ceil|ceiling|floor|trunc|abs|greatest|least)$/;
function isComputed(node) {
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    switch (type) {
        case 'FuncCall': {
            const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname').slice(-1));
            if (fields['over'] !== undefined)
                return false;
            return OF_MANY.test(name) || (OF_NUMBERS.test(name) && ofComputed((0,parser/* children */.Y_)(fields, 'args')));
        }
        case 'TypeCast':
            return isComputed((0,parser/* child */.jf)(fields, 'arg') ?? {});
        case 'CoalesceExpr':
            return ofComputed((0,parser/* children */.Y_)(fields, 'args'));
        case 'A_Expr':
            return ofComputed([(0,parser/* child */.jf)(fields, 'lexpr'), (0,parser/* child */.jf)(fields, 'rexpr')].filter((each) => each !== undefined));
        default:
            return false;
    }
}
function ofComputed(nodes) {
    return nodes.some(isComputed) && nodes.every((each) => isComputed(each) || constantValue(each) !== undefined);
}
async function countWithout(session, name, query, columns) {
    const names = columns.map((_, nth) => `c${nth}`);
    const kept = names.filter((_, nth) => columns[nth]);
    if (kept.length === 0)
        return 0;
    const row = (of) => `row(${kept.map((each) => `${of}.${each}`).join(', ')})::text`;
    const [found] = await session.rows(`select count(*) from (select ${row('m')} from ${name} m (${names.join(', ')})
       except all select ${row('q')} from (${query}) q (${names.join(', ')})) as last_copies`);
    return Number(found?.[0]);
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/own-rows.js
var own_rows = __nccwpck_require__(938493);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/losses.js



const COUNTED = 1_000;
function lossOf(kind, object, rows) {
    return rows <= 0 ? undefined : { kind, object, rows: Math.min(rows, COUNTED), more: rows > COUNTED };
}
async function measure(session, threat, own) {
    const { relation } = threat;
    if (threat.kind === 'foreign')
        return { kind: 'foreign', object: relation.name, rows: 0, more: true };
    if (relation.kind === 'view')
        return lossOf(threat.kind, relation.name, await countLastCopies(session, relation));
    const object = 'column' in threat ? `${relation.name}.${threat.column.name}` : relation.name;
    const rows = await countUpTo(session, relation, lossCondition(threat, own), 'column' in threat ? threat.column : undefined);
    return lossOf(threat.kind, object, rows);
}
function lossCondition(threat, own) {
    switch (threat.kind) {
        case 'table':
        case 'rows':
        case 'refresh':
        case 'unlogged':
            return (0,own_rows/* foreignRow */.p6)(own, threat.relation);
        case 'column': {
            const value = (0,own_rows/* isMade */.sX)(own, threat.relation, threat.attnum) ? ownValue(threat.column) : anyValue(threat.column);
            return `${value} and ${(0,own_rows/* foreignValue */.W4)(own, threat.relation, threat.attnum)}`;
        }
        case 'type': {
            const column = `t.${(0,quote/* identifier */.Cv)(threat.column.name)}`;
            return `${column}::${threat.to}::${threat.column.type}::text is distinct from ${column}::text`;
        }
    }
}
function ownValue(column) {
    if (!isConstant(column.defaultSql))
        return anyValue(column);
    return `t.${(0,quote/* identifier */.Cv)(column.name)}::text is distinct from (${column.defaultSql})::${column.type}::text`;
}
function anyValue({ defaultSql, name }) {
    return defaultSql === '' || /^NULL\b/i.test(defaultSql) ? `t.${(0,quote/* identifier */.Cv)(name)} is not null` : 'true';
}
function isConstant(sql) {
    return /^\(?(-?\d+(\.\d+)?|E?'([^']|'')*'|true|false|ARRAY\[\])\)?(::[\w ".]+(\(\d+(,\d+)?\))?(\[\])*)*$/i.test(sql);
}
async function countUpTo(session, relation, condition, column) {
    const query = (where) => `select count(*) from (select from only ${relation.name} t where ${where} limit ${COUNTED + 1}) as counted`;
    await session.rows('savepoint lockstep_count');
    try {
        const [row] = await session.rows(query(condition));
        await session.rows('release lockstep_count');
        return Number(row?.[0]);
    }
    catch (error) {
        if (!isBadCast(error) || column === undefined)
            throw error;
        await session.rows('rollback to lockstep_count');
        const [row] = await session.rows(query(`t.${(0,quote/* identifier */.Cv)(column.name)} is not null`));
        return Number(row?.[0]);
    }
}
function isBadCast(error) {
    return error instanceof sql_error/* SqlError */.L8 && /^(22|42)/.test(error.server.code) && !isForbidden(error);
}
function isForbidden(error) {
    return error instanceof sql_error/* SqlError */.L8 && error.server.code === '42501';
}
function isTooSlow(error) {
    return error instanceof sql_error/* SqlError */.L8 && (error.server.code === '57014' || error.server.code === '55P03');
}
const WORDS = {
    table: 'table',
    column: 'column',
    type: 'values of column',
    rows: 'rows of table',
    values: 'overwritten rows of table',
    refresh: 'rows that only this materialized view still has:',
    unlogged: 'after the next server crash, since it is unlogged, the rows of table',
};
function describeLosses(losses) {
    return losses
        .map(({ kind, more, object, rows }) => {
        if (kind === 'untestable')
            return `data that ${object} may delete, which cannot be tested beforehand`;
        if (kind === 'numbers')
            return `the position of sequence ${object}, which would assign the same numbers again`;
        if (kind === 'foreign')
            return `rows of the foreign table ${object}, which cannot be counted`;
        return `${WORDS[kind]} ${object} (${more ? 'more than ' : ''}${rows} row${rows === 1 ? '' : 's'})`;
    })
        .join(', ');
}


/***/ }),

/***/ 938493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ MOMENT),
/* harmony export */   T2: () => (/* binding */ writtenBefore),
/* harmony export */   V0: () => (/* binding */ foreignVersion),
/* harmony export */   W4: () => (/* binding */ foreignValue),
/* harmony export */   Yc: () => (/* binding */ ownColumns),
/* harmony export */   p6: () => (/* binding */ foreignRow),
/* harmony export */   qf: () => (/* binding */ ownRows),
/* harmony export */   sX: () => (/* binding */ isMade),
/* harmony export */   wu: () => (/* binding */ writtenSince)
/* harmony export */ });
/* harmony import */ var _relations_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(982996);

const EPOCH = 2n ** 31n;
function ownRows(side, together, now) {
    const { facts, xminHorizon } = side;
    if (facts === undefined || xminHorizon === undefined || side.cluster !== now.cluster)
        return undefined;
    const age = BigInt(now.currentXid) - BigInt(xminHorizon);
    if (age < 0n || age >= EPOCH)
        return undefined;
    const writerOf = (known) => ({
        facts: known,
        xids: known.xids.map(lowBits),
        isClean: !known.destroyed && !now.destroyedSince,
    });
    const newer = together.flatMap((each) => each.cluster === now.cluster && each.facts !== undefined ? [writerOf(each.facts)] : []);
    return { migration: writerOf(facts), newer, horizon: lowBits(xminHorizon) };
}
function lowBits(id) {
    return String(BigInt(id) & 0xffffffffn);
}
function insertedBy(own, { oid }) {
    const inserters = [own.migration, ...own.newer].filter(({ facts: { inserted, rewritten, tables, updated }, isClean }) => isClean &&
        (tables.has(oid) ||
            ((inserted.has(oid) || _relations_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGE_OBJECTS */ .h.includes(oid)) && !updated.has(oid) && !rewritten.has(oid))));
    return inserters.flatMap(({ xids }) => xids);
}
function assignedBy(own, { oid }) {
    return [own.migration, ...own.newer].filter(({ facts }) => facts.assigned.has(oid) && !facts.rewritten.has(oid));
}
function foreignRow(own, relation) {
    return own === undefined ? 'true' : notBy(insertedBy(own, relation));
}
function foreignVersion(own, relation) {
    if (own === undefined)
        return 'true';
    return notBy([...insertedBy(own, relation), ...assignedBy(own, relation).flatMap(({ xids }) => xids)]);
}
function ownColumns(own, relation) {
    const writers = own === undefined ? [] : assignedBy(own, relation);
    if (writers.length === 0)
        return undefined;
    return new Set(writers.flatMap(({ facts, isClean }) => [
        ...(facts.assigned.get(relation.oid) ?? []),
        ...((isClean ? facts.columns.get(relation.oid) : undefined) ?? []),
    ]));
}
function isMade(own, relation, attnum) {
    const { columns, tables } = own?.migration.facts ?? {};
    return attnum <= (tables?.get(relation.oid) ?? 0) || columns?.get(relation.oid)?.has(attnum) === true;
}
function foreignValue(own, relation, attnum) {
    if (own === undefined)
        return 'true';
    const inserted = insertedBy(own, relation);
    if (!isMade(own, relation, attnum))
        return notBy(inserted);
    return `${notBy([...inserted, ...(own.migration.isClean ? own.migration.xids : [])])} and ${sinceHorizon(own)}`;
}
function sinceHorizon({ horizon }) {
    return `pg_catalog.age(t.xmin) <= pg_catalog.age('${horizon}'::xid)`;
}
function writtenSince(own) {
    return `${notBy([own.migration, ...own.newer].flatMap(({ xids }) => xids))} and ${sinceHorizon(own)}`;
}
function notBy(xids) {
    return xids.length === 0 ? 'true' : `(${xids.map((xid) => `t.xmin <> '${xid}'::xid`).join(' and ')})`;
}
function writtenBefore(moment) {
    return `(pg_catalog.age('${moment}'::xid)::bigint - pg_catalog.age(t.xmin)) not between 0 and ${2 ** 30}`;
}
const MOMENT = `pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint & ${0xffffffff}`;


/***/ }),

/***/ 982996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readRelations),
/* harmony export */   h: () => (/* binding */ LARGE_OBJECTS)
/* harmony export */ });
const LARGE_OBJECTS = ['2995', '2613'];
async function readRelations(session, scope) {
    const where = 'where' in scope ? scope.where : `c.oid = any ('{${scope.join(',')}}'::pg_catalog.oid[])`;
    const rows = await session.rows(`savepoint lockstep_look; set local search_path = '';
    select c.oid, c.relkind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), n.nspname || '.' || c.relname, c.relfilenode,
           c.relpersistence = 'u', pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
           pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), a.attnum, a.attname,
           pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid || ' ' || a.atttypmod || coalesce(' ' || within.fields, ''),
           within.fields is not null, a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      left join lateral (
        with recursive part (typ) as (
          select a.atttypid
          union
          select next.typ from part
           cross join lateral (select * from pg_catalog.pg_type y where y.oid = part.typ and y.oid >= 16384 offset 0) y
           cross join lateral (
             select y.typelem union all select y.typbasetype
             union all select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = y.oid or r.rngmultitypid = y.oid
             union all select f.atttypid from pg_catalog.pg_attribute f
                        where y.typrelid <> 0 and f.attrelid = y.typrelid and f.attnum > 0 and not f.attisdropped) as next (typ)
           where next.typ <> 0)
        select pg_catalog.string_agg(y.oid || '.' || f.attnum || ':' || f.atttypid, ' ' order by y.oid, f.attnum) as fields
          from part
         cross join lateral (select * from pg_catalog.pg_type y where y.oid = part.typ and y.typrelid <> 0 offset 0) y
          join pg_catalog.pg_attribute f on f.attrelid = y.typrelid and f.attnum > 0 and not f.attisdropped
      ) as within on a.atttypid >= 16384
     where c.relkind in ('r', 'm', 'f') and c.relpersistence <> 't'
       and (n.nspname not in ('pg_catalog', 'information_schema') or c.oid in (${LARGE_OBJECTS.join(', ')}))
       and (${where});
    rollback to lockstep_look; release lockstep_look`);
    const relations = new Map();
    for (const row of rows) {
        const text = (at) => row[at] ?? '';
        const relation = relations.get(text(0)) ?? {
            oid: text(0),
            kind: text(1) === 'm' ? 'view' : text(1) === 'f' ? 'foreign' : 'table',
            name: text(2),
            plainName: text(3),
            filenode: text(4),
            unlogged: row[5] === 't',
            deleted: Number(row[6]),
            inserted: Number(row[7]),
            updated: Number(row[8]),
            columns: new Map(),
        };
        relations.set(relation.oid, relation);
        if (row[9] === null)
            continue;
        relation.columns.set(Number(row[9]), {
            name: text(10),
            type: text(11),
            shape: text(12),
            hasFields: row[13] === 't',
            generated: row[14] === 't',
            defaultSql: text(15),
        });
    }
    return relations;
}


/***/ }),

/***/ 168014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sequencesLost),
/* harmony export */   l: () => (/* binding */ readSequences)
/* harmony export */ });
/* harmony import */ var _losses_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(567526);
/* harmony import */ var _own_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(938493);


async function readSequences(session, oids) {
    const rows = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), s.seqincrement,
           (select a.xmin from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = -1),
           pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname), pg_catalog.quote_ident(a.attname), a.attrelid, a.attnum
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_sequence s on s.seqrelid = c.oid
      left join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.objsubid = 0
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
      left join pg_catalog.pg_class t on t.oid = d.refobjid
      left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            and (select y.typcategory from pg_catalog.pg_type y where y.oid = a.atttypid) = 'N'
     where c.oid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and c.relpersistence <> 't'`);
    const sequences = new Map();
    for (const [oid, name, increment, madeBy, table, column, relation, attnum] of rows) {
        const [state] = await session.rows(`select last_value, is_called from ${name}`);
        const value = BigInt(state?.[0] ?? 0);
        const isCalled = state?.[1] === 't';
        sequences.set(oid ?? '', {
            name: name ?? '',
            last: isCalled ? value : undefined,
            next: isCalled ? value + BigInt(increment ?? 1) : value,
            rises: !(increment ?? '').startsWith('-'),
            madeBy: madeBy ?? '',
            owner: typeof table === 'string' && typeof column === 'string'
                ? { table, column, relation: relation ?? '', attnum: Number(attnum) }
                : undefined,
        });
    }
    return sequences;
}
async function sequencesLost(session, before, after, own) {
    const losses = [];
    const ours = own === undefined ? [] : [own.migration, ...own.newer].flatMap(({ xids }) => xids);
    for (const [oid, sequence] of before) {
        const { last, madeBy, name, owner, rises } = sequence;
        if (last === undefined)
            continue;
        const now = after.get(oid);
        if (now === undefined) {
            if (owner !== undefined)
                losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, await countLeft(session, sequence, owner, { oid, own: ours.includes(madeBy) ? own : undefined })));
            else if (!ours.includes(madeBy))
                losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, 1));
            continue;
        }
        if (rises ? now.next > last : now.next < last)
            continue;
        if (now.owner === undefined) {
            losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, 1));
            continue;
        }
        const { column, table } = now.owner;
        const [low, high] = rises ? [now.next, last] : [last, now.next];
        const [row] = await session.rows(`select count(*) from ${table} where ${column} between ${low} and ${high}`);
        losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, Number(row?.[0])));
    }
    return losses.flatMap((loss) => loss ?? []);
}
async function countLeft(session, { last = 0n, rises }, { attnum, relation }, { oid, own }) {
    const [column] = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname),
            pg_catalog.row_security_active(c.oid), (
              select q.seqrelid::pg_catalog.regclass from pg_catalog.pg_depend s join pg_catalog.pg_sequence q on q.seqrelid in (s.objid, s.refobjid)
               where q.seqrelid <> '${oid}'::pg_catalog.oid
                 and (s.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and s.refclassid = s.classid and s.refobjid = c.oid and s.refobjsubid = a.attnum and s.deptype in ('a', 'i')
                   or s.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and s.objid = (
                     select e.oid from pg_catalog.pg_attrdef e where e.adrelid = c.oid and e.adnum = a.attnum)) limit 1)
       from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where a.attrelid = '${relation}'::pg_catalog.oid and a.attnum = ${attnum} and not a.attisdropped
        and (select y.typcategory from pg_catalog.pg_type y where y.oid = a.atttypid) = 'N'`);
    if (column === undefined)
        return 0;
    const [table, name, isHidden, successor] = column;
    const [next] = successor === null || successor === undefined
        ? []
        : await session.rows(`select last_value, is_called from ${successor}`);
    const value = BigInt(next?.[0] ?? (rises ? 1 : -1)) + (next?.[1] === 't' ? (rises ? 1n : -1n) : 0n);
    const [low, high] = rises ? [value, last] : [last, value];
    if (low > high)
        return 0;
    if (isHidden === 't')
        return 1;
    const since = own === undefined ? '' : ` and ${(0,_own_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenSince */ .wu)(own)}`;
    const [row] = await session.rows(`select pg_catalog.count(*) from ${table} t where ${name} between ${low} and ${high}${since}`);
    return Number(row?.[0]);
}


/***/ }),

/***/ 974034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findThreats),
/* harmony export */   Q: () => (/* binding */ threatKey)
/* harmony export */ });
function findThreats(before, after, { alone, writes }, empties = true) {
    return [...before.values()].flatMap((relation) => {
        const now = after.get(relation.oid);
        if (relation.kind === 'foreign') {
            const emptied = alone.has(relation.oid) && (now !== undefined || empties);
            return writes.has(relation.oid) || emptied ? [{ kind: 'foreign', relation }] : [];
        }
        if (now === undefined)
            return [{ kind: 'table', relation }];
        const isAnew = now.filenode !== relation.filenode;
        const counted = now.deleted > relation.deleted || now.updated > relation.updated;
        if (relation.kind === 'view')
            return isAnew || counted ? [{ kind: 'refresh', relation }] : [];
        const threats = [...relation.columns].flatMap(([attnum, column]) => {
            if (column.generated)
                return [];
            const left = now.columns.get(attnum);
            if (left === undefined)
                return [{ kind: 'column', relation, attnum, column }];
            return left.shape === column.shape ? [] : [{ kind: 'type', relation, attnum, column, to: left.type }];
        });
        if (now.unlogged && !relation.unlogged)
            threats.push({ kind: 'unlogged', relation });
        const uncounted = writes.has(relation.oid) && now.inserted === relation.inserted;
        return counted || uncounted || isAnew ? [...threats, { kind: 'rows', relation }] : threats;
    });
}
function threatKey(threat) {
    const column = 'column' in threat ? `.${threat.column.name}` : '';
    return `${threat.kind} ${threat.relation.name}${column}`;
}


/***/ }),

/***/ 31555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  uR: () => (/* binding */ MigrationLockError),
  et: () => (/* binding */ acquireMigrationLock),
  Xb: () => (/* binding */ endOwnOrphans),
  ub: () => (/* binding */ holdsLock)
});

// UNUSED EXPORTS: MIGRATION_LOCK, tryMigrationLock

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/postgres/lib/migration-lock.js
const MIGRATION_LOCK = '4120653457330203772';

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
;// CONCATENATED MODULE: ./packages/migrations/lib/engine/migration-lock.js



const HIGH = BigInt(MIGRATION_LOCK) >> 32n;
const LOW = BigInt(MIGRATION_LOCK) & 0xffffffffn;
const HELD_BY = `from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.classid::bigint = ${HIGH} and l.objid::bigint = ${LOW}
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`;
function holdsLock(session) {
    const taken = `pg_catalog.pg_try_advisory_lock(${MIGRATION_LOCK})`;
    return `1/(case when pg_catalog.pg_backend_pid() = ${session.pid} then ${taken} else false end)::int`;
}
async function tryMigrationLock(session) {
    const [taken] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${MIGRATION_LOCK})`);
    if (taken?.[0] !== 't')
        return false;
    const [held] = await session.rows(`select count(*) ${HELD_BY} and l.pid = ${session.pid}`);
    if (held?.[0] !== '1')
        throw lostLock();
    return true;
}
async function acquireMigrationLock(session, engine) {
    const started = engine.clock.now();
    for (let told = false;;) {
        if (await tryMigrationLock(session))
            return;
        const waited = engine.clock.now() - started;
        if (!told || waited >= engine.limits.migrationLockTimeoutMs) {
            const holder = await describeHolder(session);
            if (waited >= engine.limits.migrationLockTimeoutMs)
                throw lockHeld(holder, waited);
            engine.log.info(`waiting for another migration run: ${holder}`);
            told = true;
        }
        const left = engine.limits.migrationLockTimeoutMs - waited;
        await engine.clock.sleep(Math.min(left, 200 + 300 * engine.random()), engine.signal);
    }
}
async function describeHolder(session) {
    const rows = await session.rows(`select a.pid, a.application_name, a.usename, extract(epoch from now() - a.xact_start)::int
       from pg_catalog.pg_stat_activity a where a.pid in (select l.pid ${HELD_BY})`);
    const [pid, name, user, seconds] = rows[0] ?? [];
    if (pid === undefined)
        return 'it has just released it';
    const busy = seconds === null || seconds === undefined ? 'between transactions' : `in a transaction for ${seconds} s`;
    return `backend ${pid} (${name || 'no name'}, user ${user ?? '?'}), ${busy}`;
}
class MigrationLockError extends errors/* RemoteError */.Hi {
    reason;
    constructor(state, message, hint) {
        super(message, { service: 'PostgreSQL', retryable: state === 'held', hint });
        this.reason = `migration-lock-${state}`;
    }
}
function lockHeld(holder, waited) {
    return new MigrationLockError('held', `another migration run holds the migration lock after ${(0,duration/* formatDuration */.a)(waited)}: ${holder}`, 'wait for it to end and run again, or raise migration-lock-timeout');
}
function lostLock() {
    return new MigrationLockError('lost', 'this connection no longer holds the migration lock', 'a pooler in transaction mode changes the backend between transactions; use session mode or the server itself');
}
async function endOwnOrphans(session, applicationName) {
    const rows = await session.rows(`select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
      where a.pid in (select l.pid ${HELD_BY}) and a.pid <> ${session.pid}
        and a.application_name = ${(0,quote/* literal */.eu)(applicationName)}`);
    return rows.length;
}


/***/ }),

/***/ 162907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R3: () => (/* binding */ HAS_OBSERVERS),
/* harmony export */   xI: () => (/* binding */ OBSERVED),
/* harmony export */   yQ: () => (/* binding */ OBSERVERS)
/* harmony export */ });
/* unused harmony export observation */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(247753);

const OBSERVED = "nullif(pg_catalog.current_setting('lockstep.facts', true), '')::jsonb";
const PICTURE = 'lockstep.picture_3';
const OBSERVE = 'lockstep.observe_3';
const SUM_UPDATED = 'lockstep.sums_1';
const SUM_ROWS = 'lockstep.sum_1';
const BEFORE = `
#variable_conflict use_column
begin
  select pg_catalog.array_agg(l.relation), pg_catalog.array_agg(l.writes), pg_catalog.array_agg(l.alone),
         pg_catalog.array_agg(c.relkind), pg_catalog.array_agg(c.relnatts), pg_catalog.array_agg(c.relfilenode)
    into relations, writes, alone, kinds, natts, files
    from (select relation, pg_catalog.bool_or(mode = 'RowExclusiveLock') as writes, pg_catalog.bool_or(mode = 'AccessExclusiveLock') as alone
            from pg_catalog.pg_locks where locktype = 'relation' and pid = pg_catalog.pg_backend_pid()
             and mode not in ('AccessShareLock', 'RowShareLock') group by relation) l
    left join lateral (select c.relkind, c.relnatts, c.relfilenode from pg_catalog.pg_class c where c.oid = l.relation offset 0) c on true;
end`;
const COMPARED = 32 << 20;
const SUM = `
declare columns text; sum text;
begin
  if pg_catalog.row_security_active(relation) or pg_catalog.pg_table_size(relation) > ${COMPARED} then return null; end if;
  select pg_catalog.string_agg('t.' || pg_catalog.quote_ident(a.attname), ', ' order by a.attnum) into columns
    from pg_catalog.pg_attribute a where a.attrelid = relation and a.attnum between 1 and natts and not a.attisdropped;
  execute pg_catalog.format('select pg_catalog.count(*) || '' '' || pg_catalog.sum(pg_catalog.hashtextextended(row(%1$s)::pg_catalog.text, 0)::pg_catalog.numeric)
      || '' '' || pg_catalog.sum(pg_catalog.hashtextextended(row(%1$s)::pg_catalog.text, 1)::pg_catalog.numeric) from only %2$s t', columns, relation::pg_catalog.regclass) into sum;
  return sum;
end`;
const SUMS = `
#variable_conflict use_column
begin
  select pg_catalog.array_agg(l.oid), pg_catalog.array_agg(c.relnatts), pg_catalog.array_agg(${SUM_ROWS}(l.oid, c.relnatts))
    into relations, natts, sums
    from (select relation as oid from pg_catalog.pg_locks where locktype = 'relation' and pid = pg_catalog.pg_backend_pid() and mode = 'RowExclusiveLock'
             and pg_catalog.pg_stat_get_xact_tuples_updated(relation) > 0 group by relation) l
    join lateral (select c.relnatts from pg_catalog.pg_class c where c.oid = l.oid and c.relkind = 'r' offset 0) c on true;
end`;
function observation(claims) {
    const argument = claims === undefined ? 'null' : literal(JSON.stringify(claims));
    return {
        before: `declare lockstep_before no scroll cursor for select * from ${PICTURE}() union all select * from ${SUM_UPDATED}();`,
        after: `select ${OBSERVE}(${argument});`,
    };
}
const HAS_OBSERVERS = `pg_catalog.to_regprocedure('${PICTURE}()') is not null and pg_catalog.to_regprocedure('${OBSERVE}(jsonb)') is not null`;
const ours = (xmin) => `case when pg_catalog.age(${xmin}) <= pg_catalog.age(top32) then pg_catalog.pg_xact_status(
     (top + pg_catalog.age(top32)::bigint - pg_catalog.age(${xmin}))::text::xid8) = 'in progress' else false end`;
const ABOUT = `(pg_catalog.to_regclass(u->>'table') = t.oid or pg_catalog.to_regclass(u->>'table') in
  (select i.inhparent from pg_catalog.pg_inherits i where i.inhrelid = t.oid))`;
const CAPTURE = `
#variable_conflict use_column
declare
  cursor_before refcursor := 'lockstep_before';
  relations oid[]; writes boolean[]; alone boolean[]; kinds "char"[]; natts smallint[]; files oid[]; sums text[];
  compared oid[]; compared_natts smallint[];
  top bigint := pg_catalog.pg_current_xact_id()::text::bigint;
  top32 xid := (pg_catalog.pg_current_xact_id()::text::bigint & 4294967295)::text::xid;
  tables jsonb; columns jsonb; assigned jsonb;
  written oid[]; altered oid[]; altered_natts smallint[]; inserted oid[]; updated oid[]; rewritten oid[]; table_oid oid;
  destroyed boolean; is_left boolean;
begin
  if not pg_catalog.current_setting('track_counts')::boolean then raise 'nothing was counted'; end if;
  -- Fails where the migration has closed it; empty where the migration has read it.
  fetch cursor_before into relations, writes, alone, kinds, natts, files, sums;
  if not found then raise 'what was there before is unknown'; end if;
  select pg_catalog.jsonb_object_agg(t.oid, t.natts) filter (where t.made),
         pg_catalog.array_agg(t.oid) filter (where t.writes),
         pg_catalog.array_agg(t.oid) filter (where t.altered), pg_catalog.array_agg(t.was_natts) filter (where t.altered),
         pg_catalog.array_agg(t.oid) filter (where t.inserts and not t.made),
         pg_catalog.array_agg(t.oid) filter (where t.updates and not t.made),
         pg_catalog.array_agg(t.oid) filter (where t.was_file <> t.file and t.kind = 'r'),
         coalesce(pg_catalog.bool_or(not t.made and (
           t.kind is null and t.was_kind in ('r', 'm')
           or t.deletes
           or t.kind = 'f' and t.writes
           or t.kind = 'm' and (t.updates or t.was_file <> t.file))), false)
           or pg_catalog.pg_stat_get_xact_tuples_deleted(2613) > 0 or pg_catalog.pg_stat_get_xact_tuples_updated(2613) > 0
    into tables, written, altered, altered_natts, inserted, updated, rewritten, destroyed
    from (select l.oid, l.was_kind, l.was_natts, l.was_file, l.writes, c.kind, c.natts, c.file,
                 l.was_kind is not null and l.alone and c.kind in ('r', 'p', 'f', 'c') as altered,
                 l.was_kind is null and c.kind in ('r', 'm', 'p', 'f') and ${ours('a.made')} as made,
                 c.kind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_deleted(l.oid) > 0 as deletes,
                 c.kind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_updated(l.oid) > 0 as updates,
                 c.kind = 'r' and pg_catalog.pg_stat_get_xact_tuples_inserted(l.oid) > 0 as inserts
            from unnest(relations, writes, alone, kinds, natts, files) l (oid, writes, alone, was_kind, was_natts, was_file)
            left join lateral (select c.relkind as kind, c.relnatts as natts, c.relfilenode as file
                                 from pg_catalog.pg_class c where c.oid = l.oid offset 0) c on true
            left join lateral (select a.xmin as made from pg_catalog.pg_attribute a
                                where a.attrelid = l.oid and a.attnum = -1 and l.was_kind is null offset 0) a on true
           -- Indexes, sequences and what is too long for a row are parts of what is looked at.
           where coalesce(c.kind, l.was_kind, 'r') not in ('i', 'I', 'S', 't')) t;
  if altered is not null then
    select pg_catalog.jsonb_object_agg(t.oid, t.added) filter (where t.added is not null),
           destroyed or pg_catalog.bool_or(t.replaced)
      into columns, destroyed
      from (select t.oid,
                   pg_catalog.jsonb_agg(a.attnum) filter (where a.attnum > t.natts and not a.attisdropped) as added,
                   coalesce(pg_catalog.bool_or(a.attnum <= t.natts
                                               and (a.attisdropped or t.oid = any (rewritten))), false) as replaced
              from unnest(altered, altered_natts) t (oid, natts)
              left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and ${ours('a.xmin')}
             group by t.oid) t;
  end if;
  if updated is not null and claims is not null
     and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = any (written) and not t.tgisinternal)
     and not exists (select from pg_catalog.pg_rewrite w where w.ev_class = any (written))
     and not exists (select from pg_catalog.pg_proc p
                      where p.proname = any (array(select pg_catalog.jsonb_array_elements_text(claims->'calls')))
                        and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace
                        and p.prolang not in (select l.oid from pg_catalog.pg_language l where l.lanname in ('internal', 'c'))) then
    select pg_catalog.jsonb_object_agg(t.oid, coalesce(t.constants, '[]')),
           destroyed or pg_catalog.bool_or(t.outside) or count(*) < pg_catalog.cardinality(updated)
      into assigned, destroyed
      from (select t.oid, pg_catalog.jsonb_agg(distinct a.attnum) filter (where (u->>'constant')::boolean) as constants,
                   pg_catalog.bool_or(a.attnum is null or not (coalesce(columns->t.oid::text, '[]') @> pg_catalog.to_jsonb(a.attnum))) as outside,
                   pg_catalog.bool_or(a.attnum is null or not (u->>'constant')::boolean
                                      and not (coalesce(columns->t.oid::text, '[]') @> pg_catalog.to_jsonb(a.attnum))) as unknown
              from unnest(updated) t (oid)
              join pg_catalog.jsonb_array_elements(claims->'updates') u on ${ABOUT}
             cross join lateral pg_catalog.jsonb_array_elements_text(u->'columns') set_column (name)
              left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = set_column.name and a.attnum > 0 and not a.attisdropped
             group by t.oid) t
     where not t.unknown;
  elsif updated is not null and not destroyed then
    -- What was written cannot be read: it is compared. Where all rows are in their old columns what they were, none is lost.
    begin
      fetch cursor_before into relations, writes, alone, kinds, compared_natts, files, sums;
      compared := relations;
      destroyed := not coalesce(updated <@ compared and not updated && coalesce(rewritten, '{}')
        and (select pg_catalog.bool_and(s.sum is not null and s.sum = ${SUM_ROWS}(s.oid, s.natts))
               from unnest(compared, compared_natts, sums) s (oid, natts, sum) where s.oid = any (updated)), false);
    exception when others then
      destroyed := true;
    end;
  end if;
  -- A table that was rewritten may have been emptied before or after: then only newer rows are left.
  foreach table_oid in array coalesce(rewritten, '{}') loop
    exit when destroyed;
    execute pg_catalog.format('select exists (select from only %s offset %s)', table_oid::pg_catalog.regclass,
      pg_catalog.pg_stat_get_xact_tuples_inserted(table_oid)) into is_left;
    destroyed := not is_left;
  end loop;
  perform pg_catalog.set_config('lockstep.facts', pg_catalog.jsonb_build_object(
    'xid', top::text, 'tables', coalesce(tables, '{}'), 'columns', coalesce(columns, '{}'), 'updated', coalesce(updated, '{}'),
    'inserted', coalesce(inserted, '{}'), 'assigned', coalesce(assigned, '{}'), 'rewritten', coalesce(rewritten, '{}'), 'destroyed', coalesce(destroyed, true))::text, true);
  -- The server adds up what it counts until it is idle for a second: the next migration begins at zero.
  if pg_catalog.current_setting('server_version_num')::int >= 150000 then perform pg_catalog.pg_stat_force_next_flush(); end if;
exception when others then
  perform pg_catalog.set_config('lockstep.facts', '', true);
end`;
const ROW = 'out relations oid[], out writes boolean[], out alone boolean[], out kinds "char"[], out natts smallint[], out files oid[], out sums text[]';
const OBSERVERS = `
create or replace function ${SUM_ROWS}(relation oid, natts smallint) returns text language plpgsql stable
  set extra_float_digits = 3 set datestyle = 'ISO' set intervalstyle = 'postgres' set bytea_output = 'hex' as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(SUM)};
create or replace function ${SUM_UPDATED}(${ROW}) language plpgsql stable as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(SUMS)};
create or replace function ${PICTURE}(${ROW}) language plpgsql stable as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(BEFORE)};
create or replace function ${OBSERVE}(claims jsonb) returns void language plpgsql set plan_cache_mode = force_generic_plan as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(CAPTURE)};
revoke all on function ${SUM_ROWS}(oid, smallint) from public;
revoke all on function ${SUM_UPDATED}() from public;
revoke all on function ${PICTURE}() from public;
revoke all on function ${OBSERVE}(jsonb) from public;
`;


/***/ }),

/***/ 935980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ ordersDiffer),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   _5: () => (/* binding */ versionKey),
/* harmony export */   xv: () => (/* binding */ VERSION)
/* harmony export */ });
/* unused harmony export beginsAnother */
function compareVersions(a, b, order = 'number') {
    if (order === 'text')
        return a < b ? -1 : a > b ? 1 : 0;
    const [left, right] = [a.split('.'), b.split('.')];
    for (let nth = 0; nth < Math.max(left.length, right.length); nth++) {
        const [one, other] = [BigInt(left[nth] ?? 0), BigInt(right[nth] ?? 0)];
        if (one !== other)
            return one < other ? -1 : 1;
    }
    return 0;
}
const VERSION = /^\d+(\.\d+)*$/;
function versionKey(version) {
    const parts = version.split('.').map((part) => String(BigInt(part)));
    while (parts.length > 1 && parts.at(-1) === '0')
        parts.pop();
    return parts.join('.');
}
function ordersDiffer(versions) {
    const sorted = versions.toSorted((a, b) => compareVersions(a, b));
    for (const [nth, version] of sorted.entries()) {
        const before = sorted[nth - 1];
        if (before !== undefined && compareVersions(before, version) < 0 && compareVersions(before, version, 'text') > 0) {
            return [before, version];
        }
    }
    return undefined;
}
function beginsAnother(versions) {
    const numbers = versions.filter((version) => !version.includes('.'));
    const sorted = numbers.toSorted((a, b) => compareVersions(a, b, 'text'));
    for (const [nth, version] of sorted.entries()) {
        const before = sorted[nth - 1];
        if (before !== undefined && version.startsWith(before))
            return [before, version];
    }
    return undefined;
}


/***/ }),

/***/ 556271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J7: () => (/* binding */ findTables),
/* harmony export */   a3: () => (/* binding */ ensureTables),
/* harmony export */   uZ: () => (/* binding */ findIntruders)
/* harmony export */ });
/* unused harmony export HISTORY_SCHEMAS */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(182089);
/* harmony import */ var _facts_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(162907);



const HISTORY_SCHEMAS = (/* unused pure expression or super */ null && (['supabase_migrations', 'lockstep', 'lockstep_archive']));
async function findTables(session) {
    const [row] = await session.rows(`select
    (select pg_catalog.array_to_string(pg_catalog.array_agg(attname::text || ' ' || pg_catalog.format_type(atttypid, atttypmod)), ',')
       from pg_catalog.pg_attribute
      where attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations') and attnum > 0 and not attisdropped),
    pg_catalog.to_regclass('lockstep.migrations') is not null and pg_catalog.to_regclass('lockstep.events') is not null,
    exists (select from pg_catalog.pg_attribute
             where attrelid = pg_catalog.to_regclass('lockstep.migrations') and attname = 'facts' and not attisdropped), ${_facts_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .HAS_OBSERVERS */ .R3}`);
    const columns = (row?.[0] ?? '').split(',');
    const complete = columns.includes('version text') && columns.includes('statements text[]') && columns.includes('name text');
    return {
        cluster: await findCluster(session),
        supabase: { exists: complete, hasRollback: columns.includes('rollback text[]') },
        side: { exists: row?.[1] === 't', hasFacts: row?.[2] === 't', hasObservers: row?.[3] === 't' },
    };
}
async function findCluster(session) {
    const result = await session.send(`select s.system_identifier || '/' || d.oid from pg_catalog.pg_control_system() s, pg_catalog.pg_database d
      where d.datname = pg_catalog.current_database()`, { keepRows: true });
    if (!result.ok && result.error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .ConnectionLost */ .pz)
        throw result.error;
    return result.ok ? (result.reply.rows[0]?.[0] ?? undefined) : undefined;
}
const SUPABASE = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;
`;
const SIDE = `
create schema if not exists lockstep;
create table if not exists lockstep.migrations (
  version text not null primary key,
  name text not null,
  checksum text not null,
  phase text not null,
  -- applied: in the history too. partial: not there yet, the segments with digests are done. reverting: still there,
  -- and the segments of its down migration with digests are done.
  state text not null,
  down_sql text,
  down_digest text,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text not null,
  attempt text not null,
  segments int not null,
  segment_digests text[] not null default '{}',
  segment_begun boolean not null default false,
  lessons text,
  -- What is the migration's own: what it made and wrote, on this very cluster, as observed in each of its transactions
  -- (packages/migrations/src/facts). Without it, everything counts as data.
  xid xid8,
  facts jsonb,
  xmin_horizon xid8,
  cluster text,
  started_at timestamptz not null,
  finished_at timestamptz
);
alter table lockstep.migrations add column if not exists facts jsonb;
create table if not exists lockstep.events (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  kind text not null,
  version text not null,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text,
  detail jsonb not null default '{}'
);
alter table lockstep.migrations enable row level security;
alter table lockstep.events enable row level security;
${_facts_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .OBSERVERS */ .yQ}
comment on schema lockstep is 'Release records of Lockstep: leave it to its owner';
do $do$
declare grantee text;
begin
  for grantee in
    select distinct case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end
      from (select nspacl as list, nspowner as owner from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select relacl, relowner from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep')) as object,
           pg_catalog.aclexplode(object.list) as acl
     where acl.grantee <> object.owner
  loop
    execute pg_catalog.format('revoke all on schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all tables in schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all sequences in schema lockstep from %s', grantee);
  end loop;
end $do$;
`;
async function ensureTables(session, tables) {
    const isComplete = tables.side.exists && tables.side.hasFacts && tables.side.hasObservers;
    if (tables.supabase.exists && isComplete)
        return tables;
    try {
        await session.rows(`begin; set local lock_timeout = '4s'; ${tables.supabase.exists ? '' : SUPABASE} ${isComplete ? '' : SIDE} commit;`);
    }
    catch (error) {
        if (error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8 && !(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .endsConnection */ .B5)(error.server.code))
            await session.send('rollback');
        if (!(error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8) || error.server.code !== '42501')
            throw error;
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('database-url: this role may not create the schemas supabase_migrations and lockstep; use the role that owns the database, or let an administrator run: grant create on database DATABASE to ROLE', { cause: error });
    }
    return findTables(session);
}
async function findIntruders(session) {
    const rows = await session.rows(`
    select object.what || ' belongs to ' || pg_catalog.pg_get_userbyid(object.owner)
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r'
            union all
            select 'function ' || oid::pg_catalog.regprocedure, proowner, null from pg_catalog.pg_proc
             where pronamespace = pg_catalog.to_regnamespace('lockstep')) as object
     where not pg_catalog.pg_has_role(current_user, object.owner, 'usage')
    union all
    select distinct object.what || ' is granted to ' || case when acl.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(acl.grantee) end
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r') as object,
           pg_catalog.aclexplode(object.acl) as acl
     where acl.grantee <> object.owner
    union all
    select 'table lockstep.' || c.relname || ' has the trigger ' || t.tgname
      from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
     where c.relnamespace = pg_catalog.to_regnamespace('lockstep') and not t.tgisinternal`);
    return rows.map((row) => row[0] ?? '');
}


/***/ }),

/***/ 573145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ removeRecords),
/* harmony export */   K9: () => (/* binding */ beginDown),
/* harmony export */   Ul: () => (/* binding */ insertEvent),
/* harmony export */   Xe: () => (/* binding */ finishSegment),
/* harmony export */   bI: () => (/* binding */ traceDetail),
/* harmony export */   nf: () => (/* binding */ resumeSide),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   xT: () => (/* binding */ beginSegment)
/* harmony export */ });
/* unused harmony exports downText, insertHistory, upsertSide, isRecorded, destroyedDetail, finishSide, acceptSide */
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __nccwpck_require__(823569));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(580229);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(247753);
/* harmony import */ var _facts_capture_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(162907);
/* harmony import */ var _sql_split_hints_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(238537);





function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256').update(text, 'utf8').digest('hex');
}
function downText(script) {
    return script?.source.read(0, script.source.size).toString('utf8');
}
function insertHistory(entry, tables) {
    const { migration } = entry;
    const { up } = migration;
    const texts = up.texts ?? [
        `-- ${up.source.size} bytes, SHA-256 ${up.checksum}: too large to be kept here, see ${migration.file}`,
    ];
    const down = downText(migration.down);
    const rollback = tables.supabase.hasRollback && down !== undefined ? [', rollback', `, ${textArray([down])}`] : ['', ''];
    return (`insert into supabase_migrations.schema_migrations (version, name, statements${rollback[0]}) ` +
        `values (${literal(migration.version)}, ${literal(migration.name)}, ${textArray(texts)}${rollback[1]});`);
}
function upsertSide(entry, tables, state) {
    const { migration, provenance } = entry;
    const down = downText(migration.down);
    const isOne = state === 'applied' && entry.segments === 1;
    const isKnown = (isOne || state === 'partial') && tables.cluster !== undefined;
    const values = {
        version: literal(migration.version),
        name: literal(migration.name),
        checksum: literal(migration.up.checksum),
        phase: literal(entry.phase),
        state: literal(state),
        down_sql: down === undefined ? 'null' : literal(down),
        down_digest: down === undefined ? 'null' : literal(digestOf(down)),
        release: optional(provenance.release),
        commit_sha: optional(provenance.commit),
        actor: optional(provenance.actor),
        run: optional(provenance.run),
        step: literal(provenance.step),
        attempt: literal(entry.attempt),
        segments: String(entry.segments),
        segment_digests: "'{}'",
        segment_begun: 'false',
        lessons: optional(hintsToText(entry.hints)),
        xid: isOne ? 'pg_catalog.pg_current_xact_id()' : 'null',
        facts: !isKnown ? 'null' : isOne ? `'[]'::jsonb || ${OBSERVED}` : "'[]'",
        xmin_horizon: isKnown ? 'pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())' : 'null',
        cluster: isKnown ? optional(tables.cluster) : 'null',
        started_at: entry.isRecorded ? 'pg_catalog.clock_timestamp()' : 'pg_catalog.transaction_timestamp()',
        finished_at: state === 'applied' ? 'pg_catalog.clock_timestamp()' : 'null',
    };
    const names = Object.keys(values);
    return (`insert into lockstep.migrations (${names.join(', ')}) values (${Object.values(values).join(', ')}) ` +
        `on conflict (version) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')};`);
}
function isRecorded(version, attempt) {
    return (`exists (select from lockstep.migrations where version = ${literal(version)} ` +
        `and attempt = ${literal(attempt)} and state = 'applied')`);
}
function insertEvent({ by, detail = {}, kind, more = '', version }) {
    const values = [
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(kind),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.release),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.commit),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.actor),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.run),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.step),
        `${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(JSON.stringify((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .redactData */ .Ed)(detail)))}::jsonb${more}`,
    ];
    return `insert into lockstep.events (kind, version, release, commit_sha, actor, run, step, detail) values (${values.join(', ')});`;
}
function destroyedDetail(version) {
    return (" || (select pg_catalog.jsonb_build_object('destroyed', case when m.facts is not null then exists (select " +
        "from pg_catalog.jsonb_array_elements(m.facts) f where (f->>'destroyed')::boolean) end) " +
        `from lockstep.migrations m where m.version = ${literal(version)})`);
}
function traceDetail(cluster) {
    return (` || pg_catalog.jsonb_build_object('cluster', ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(cluster)}::text, ` +
        "'horizon', pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::pg_catalog.text)");
}
function beginSegment(version) {
    return `update lockstep.migrations set segment_begun = true where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`;
}
function finishSegment(version, digest, did) {
    const facts = { observed: `facts || ${_facts_capture_js__WEBPACK_IMPORTED_MODULE_3__/* .OBSERVED */ .xI}`, harmless: 'facts', unknown: 'null' }[did];
    return (`update lockstep.migrations set segment_digests = segment_digests || ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(digest)}::text, segment_begun = false, facts = ${facts} ` +
        `where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`);
}
function finishSide(version) {
    return ("update lockstep.migrations set state = 'applied', finished_at = pg_catalog.clock_timestamp() " +
        `where version = ${literal(version)};`);
}
function beginDown(version) {
    return ("update lockstep.migrations set state = 'reverting', segment_digests = '{}', segment_begun = false, lessons = null " +
        `where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`);
}
function acceptSide({ down, name, up }, version) {
    const sql = downText(down);
    const set = {
        name: literal(name),
        checksum: literal(up.checksum),
        down_sql: sql === undefined ? 'null' : literal(sql),
        down_digest: sql === undefined ? 'null' : literal(digestOf(sql)),
        xid: 'null',
        facts: 'null',
        xmin_horizon: 'null',
    };
    const list = Object.entries(set).map(([column, value]) => `${column} = ${value}`);
    const texts = up.texts === undefined ? '' : `, statements = ${textArray(up.texts)}`;
    return (`update lockstep.migrations set ${list.join(', ')} where version = ${literal(version)}; ` +
        `update supabase_migrations.schema_migrations set name = ${literal(name)}${texts} where version = ${literal(version)};`);
}
function resumeSide(version, hints, by) {
    const set = {
        lessons: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_sql_split_hints_js__WEBPACK_IMPORTED_MODULE_4__/* .hintsToText */ .xn)(hints)),
        release: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.release),
        commit_sha: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.commit),
        actor: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.actor),
        run: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.run),
        step: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(by.step),
    };
    const list = Object.entries(set).map(([name, value]) => `${name} = ${value}`);
    return `update lockstep.migrations set ${list.join(', ')} where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`;
}
function removeRecords(version, hasSide = true) {
    const where = `where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`;
    const side = hasSide ? `delete from lockstep.migrations ${where}` : '';
    return `delete from supabase_migrations.schema_migrations ${where} ${side}`;
}


/***/ }),

/***/ 658489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $N: () => (/* binding */ canonical),
  jf: () => (/* binding */ child),
  Y_: () => (/* binding */ children),
  zy: () => (/* binding */ has),
  sY: () => (/* binding */ listName),
  qd: () => (/* binding */ loadParser),
  Sg: () => (/* binding */ opened),
  CJ: () => (/* binding */ relationName),
  Qq: () => (/* binding */ parser_text)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./packages/migrations/lib/parse/parser.js




let loading;
function loadParser() {
    loading ??= load();
    return loading;
}
async function load() {
    globalThis.__dirname ??= '';
    const { default: start } = await __nccwpck_require__.e(/* import() */ 392).then(__nccwpck_require__.t.bind(__nccwpck_require__, 971976, 19));
    const wasm = (await start({ locateFile: wasmFile }));
    return Object.assign((sql) => parse(wasm, sql), { problemOf: (sql) => problemOf(wasm, sql) });
}
function wasmFile() {
    const folder = external_node_path_.dirname((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url));
    const bundled = ['.', '../shared'].map((each) => external_node_path_.join(folder, each, 'libpg-query.wasm')).find(external_node_fs_.existsSync);
    return bundled ?? (0,external_node_module_namespaceObject.createRequire)(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm');
}
function parse(wasm, sql) {
    return withResult(wasm, sql, (tree, error) => {
        if (tree === 0 || error !== 0)
            return undefined;
        const { stmts } = JSON.parse(wasm.UTF8ToString(tree));
        const statement = stmts?.[0]?.stmt;
        return statement === undefined ? undefined : opened(statement);
    });
}
function problemOf(wasm, sql) {
    return withResult(wasm, sql, (_tree, error) => {
        if (error === 0)
            return undefined;
        const message = wasm.UTF8ToString(wasm.getValue(error, 'i32'));
        return { message, at: Math.max(0, wasm.getValue(error + 16, 'i32') - 1) };
    });
}
function withResult(wasm, sql, read) {
    const size = wasm.lengthBytesUTF8(sql) + 1;
    const input = wasm._malloc(size);
    wasm.stringToUTF8(sql, input, size);
    const result = wasm._wasm_parse_query_raw(input);
    try {
        return read(wasm.getValue(result, 'i32'), wasm.getValue(result + 8, 'i32'));
    }
    finally {
        wasm._wasm_free_parse_result(result);
        wasm._free(input);
    }
}
function opened(node) {
    const [type = '', fields = {}] = Object.entries(node)[0] ?? [];
    return { type, fields: fields };
}
function child(node, name) {
    const value = node[name];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
function children(node, name) {
    const value = node[name];
    return Array.isArray(value) ? value : [];
}
function parser_text(node, name) {
    const value = node?.[name];
    return typeof value === 'string' ? value : '';
}
function relationName(relation) {
    if (relation === undefined)
        return '';
    const schema = parser_text(relation, 'schemaname');
    return schema === '' ? parser_text(relation, 'relname') : `${schema}.${parser_text(relation, 'relname')}`;
}
function listName(parts) {
    return parts.map((part) => parser_text(child(part, 'String'), 'sval')).join('.');
}
function canonical(name) {
    return name.includes('.') ? name : `public.${name}`;
}
function has(fields, list, name) {
    return children(fields, list).some((each) => {
        const element = child(each, 'DefElem') ?? {};
        return (parser_text(element, 'defname') === name &&
            JSON.stringify(element['arg'] ?? '').match(/false|off|"boolval":false/) === null);
    });
}


/***/ }),

/***/ 351321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ empty),
/* harmony export */   JJ: () => (/* binding */ assertNotAborted),
/* harmony export */   ZI: () => (/* binding */ lockTimeout),
/* harmony export */   _6: () => (/* binding */ checkDeferred),
/* harmony export */   c0: () => (/* binding */ asMigrator),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   j8: () => (/* binding */ assertLockHeld),
/* harmony export */   sy: () => (/* binding */ asyncCommit),
/* harmony export */   wD: () => (/* binding */ resetSession)
/* harmony export */ });
/* harmony import */ var _engine_migration_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31555);

function resetSession(session, engine, within = empty) {
    const settings = {
        lock_timeout: `${engine.limits.lockTimeoutMs}ms`,
        statement_timeout: `${engine.limits.statementTimeoutMs}ms`,
        idle_in_transaction_session_timeout: '60s',
    };
    if (session.noticesClientLoss)
        settings['client_connection_check_interval'] = '2s';
    const list = [
        'reset session authorization',
        'reset role',
        'reset all',
        ...Object.entries(settings).map(([name, value]) => `set ${name} = '${value}'`),
        ...(within.sql === '' ? [] : [within.sql.replace(/;$/, '')]),
        'close all',
        'deallocate all',
        'unlisten *',
        'discard sequences',
        'discard temp',
    ];
    return { sql: `${list.join('; ')};`, tags: list.length - (within.sql === '' ? 0 : 1) + within.tags };
}
function assertLockHeld(session, condition) {
    const also = condition === undefined ? '' : `, 1/(${condition})::int`;
    return { sql: `select ${(0,_engine_migration_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsLock */ .ub)(session)}${also};`, tags: 1 };
}
const assertNotAborted = { sql: 'select;', tags: 1 };
const checkDeferred = { sql: 'set constraints all immediate;', tags: 1 };
const asyncCommit = { sql: 'set local synchronous_commit = off;', tags: 1 };
const asMigrator = {
    sql: 'set local session authorization default; set local role none; set local search_path = pg_catalog, pg_temp; ' +
        "set local statement_timeout = '60s';",
    tags: 4,
};
function lockTimeout(engine, patient) {
    const [from, to] = [`${engine.limits.lockTimeoutMs}ms`, '0'];
    const [now, then] = patient ? [from, to] : [to, from];
    const sql = `select pg_catalog.set_config('lock_timeout', '${then}', false) ` +
        `where pg_catalog.current_setting('lock_timeout')::interval = '${now}'::interval;`;
    return { sql, tags: 1 };
}
const empty = { sql: '', tags: 0 };
function join(...parts) {
    return { sql: parts.map((part) => part.sql).join(' '), tags: parts.reduce((sum, part) => sum + part.tags, 0) };
}


/***/ }),

/***/ 680872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c4: () => (/* binding */ runTransaction),
/* harmony export */   q7: () => (/* binding */ clearSession),
/* harmony export */   vg: () => (/* binding */ runInTransaction)
/* harmony export */ });
/* unused harmony exports startSmallFiles, settleFailure */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(182089);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(351321);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1036960);



async function runTransaction(context, segment, records) {
    const { session } = context;
    const { head, end } = frame(context, segment, records);
    const done = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runParts */ .e2)(context, (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(segment.pieces, head, end));
    if (!done.ok)
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, done, clean(context));
    expectIdle(session.status());
    return done;
}
function expectIdle(status) {
    if (status !== 'I')
        throw new Error(`the session is in state ${status} after a transaction`);
}
function clean({ engine, isWhole, session }) {
    return isWhole ? (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .resetSession */ .wD)(session, engine) : _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie;
}
function frame({ engine, isWhole, script, session }, segment, records, { condition, isFollowed } = {}) {
    const { observation } = records;
    const observed = observation === undefined ? _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie : { sql: observation.after, tags: 1 };
    const back = isWhole ? (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .resetSession */ .wD)(session, engine, observed) : (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .asMigrator */ .c0, observed);
    const ourselves = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(back, isFollowed === true ? _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .asyncCommit */ .sy : _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie);
    const written = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(ourselves, { sql: `${records.sql} commit;`, tags: records.statements + 1 });
    const end = segment.end === undefined ? _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDeferred */ ._6 : { sql: `${(0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(script, segment.end)}\n; begin;`, tags: 2 };
    const proven = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)({ sql: 'begin;', tags: 1 }, (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .assertLockHeld */ .j8)(session, condition));
    const begun = segment.begin === undefined ? proven : (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(proven, { sql: `commit; ${(0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(script, segment.begin)};`, tags: 2 });
    const head = observation === undefined ? begun : (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(begun, { sql: observation.before, tags: 1 });
    return { head, end: (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(end, written) };
}
const OTHERS_FAULT = /^(55P03|57|40|42501|53)/;
async function runInTransaction(context, segment, records, body) {
    const { session } = context;
    const { head, end } = frame(context, segment, records);
    const run = async () => {
        for (const piece of segment.pieces) {
            const done = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runPart */ .Lk)(context, (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(piece));
            if (!done.ok)
                return done;
        }
        return { ok: true };
    };
    try {
        const begun = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runPart */ .Lk)(context, (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(head));
        const done = begun.ok ? await body(run) : begun;
        if (!done.ok)
            return await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, done, clean(context));
        const ended = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runPart */ .Lk)(context, { before: _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie, piece: undefined, after: end });
        return ended.ok ? ended : await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, ended, clean(context));
    }
    catch (error) {
        const isTheirs = error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .ConnectionLost */ .pz || (error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .SqlError */ .L8 && OTHERS_FAULT.test(error.server.code));
        const failed = { ok: false, error: error, at: { in: 'preamble' } };
        await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, failed, clean(context));
        if (!isTheirs)
            throw error;
        return failed;
    }
}
function startSmallFiles(session, engine, files) {
    const messages = files.map(({ condition, isFollowed, records, script, segment }) => {
        const context = { session, engine, script, isWhole: true };
        const { end, head } = frame(context, segment, records, { condition, isFollowed });
        const [piece] = segment.pieces;
        return messageOf(script, { before: head, piece, after: end });
    });
    return session.sendAll(messages).map(async (sent, nth) => {
        const result = await sent;
        if (result.ok)
            expectIdle(result.status);
        return messages[nth].outcomeOf(result);
    });
}
async function settleFailure(session, engine, execution) {
    return execution.ok ? execution : rolledBack(session, execution, resetSession(session, engine));
}
async function clearSession(session, engine) {
    if (session.lost || engine.signal?.aborted)
        return;
    await session.rows((0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .resetSession */ .wD)(session, engine).sql);
}


/***/ }),

/***/ 1036960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   EN: () => (/* binding */ rolledBack),
/* harmony export */   Lk: () => (/* binding */ runPart),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   e2: () => (/* binding */ runParts)
/* harmony export */ });
/* unused harmony exports isOneMessage, messageOf */
/* harmony import */ var _sql_pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(15576);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(351321);


function bare(piece) {
    return { before: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie, piece, after: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie };
}
function own(sql) {
    return { before: sql, piece: undefined, after: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie };
}
function partsOf(pieces, head, end) {
    const list = pieces.map(bare);
    const isSmall = (part) => part?.piece?.kind === 'sql' && part.piece.to - part.piece.from <= _sql_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .MESSAGE_BYTES */ ._;
    const [first] = list;
    if (first !== undefined && isSmall(first))
        list[0] = { ...first, before: head };
    else
        list.unshift(own(head));
    const last = list.at(-1);
    if (last !== undefined && isSmall(last))
        list[list.length - 1] = { ...last, after: end };
    else
        list.push({ before: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie, piece: undefined, after: end });
    return list;
}
function isOneMessage({ pieces }) {
    return partsOf(pieces, empty, empty).length === 1;
}
async function runParts(context, list) {
    let before = Promise.resolve({ ok: true });
    for (const [nth, part] of list.entries()) {
        const isEarly = nth > 1 && ![part, list[nth - 1]].some((each) => each?.piece?.kind === 'copy');
        const answered = isEarly ? undefined : await before;
        if (answered?.ok === false)
            return answered;
        const sent = runPart(context, isEarly ? { ...part, before: (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)(_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .assertNotAborted */ .JJ, part.before) } : part);
        const done = await before;
        if (!done.ok) {
            await sent;
            return done;
        }
        before = sent;
    }
    return before;
}
async function runPart({ engine, script, session }, part) {
    if (engine.signal?.aborted)
        return { ok: false, error: undefined, at: 'cancelled' };
    const { options, outcomeOf, sql } = messageOf(script, part);
    return outcomeOf(await session.send(sql, options));
}
function messageOf(script, part) {
    const { before, piece, after } = part;
    const head = before.sql === '' ? '' : `${before.sql}\n`;
    const tail = after.sql === '' ? '' : `\n; ${after.sql}`;
    const about = script.source.name;
    return {
        sql: `${head}${piece === undefined ? '' : textOf(script, piece)}${tail}`,
        options: piece?.kind === 'copy' ? { about, copyData: rowsOf(script, piece) } : { about },
        outcomeOf: (result) => result.ok ? { ok: true } : { ok: false, error: result.error, at: placeOf(part, head, result) },
    };
}
function placeOf({ after, before, piece }, head, { error, tags }) {
    const count = piece === undefined ? 0 : piece.kind === 'sql' ? piece.statements : 1;
    const nth = tags.length - before.tags;
    const server = 'server' in error ? error.server : undefined;
    const position = server?.position === undefined ? undefined : positionIn(head, server.position);
    const isOurs = nth < 0 && (position === undefined || server?.code !== '42601');
    if (isOurs)
        return { in: 'preamble' };
    if (piece === undefined || nth >= count) {
        const behind = nth - count;
        const settles = behind === 0 && after.sql.startsWith(_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .checkDeferred */ ._6.sql);
        return { in: settles || behind === after.tags - 1 ? 'commit' : 'records' };
    }
    const line = /^COPY [^\n\r]{0,300}?, line (\d+)/m.exec(server?.where ?? '')?.[1];
    return {
        in: 'statement',
        part: piece,
        nth: Math.max(0, nth),
        position,
        row: line === undefined || piece.kind !== 'copy' ? undefined : { data: piece.data.from, line: Number(line) },
    };
}
function positionIn(head, position) {
    const within = position - [...head].length;
    return within > 0 ? within : undefined;
}
async function rolledBack(session, failed, clean) {
    if (!session.lost)
        await session.send(`rollback; ${clean.sql}`);
    return failed;
}
function textOf(script, range) {
    return script.source.read(range.from, range.to).toString('utf8');
}
const COPY_STEP = 1 << 18;
function* rowsOf(script, piece) {
    for (let at = piece.data.from; at < piece.data.to; at += COPY_STEP) {
        yield script.source.read(at, Math.min(piece.data.to, at + COPY_STEP));
    }
}


/***/ }),

/***/ 667803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ retryLocks)
});

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 3 modules
var session = __nccwpck_require__(356042);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/blockers.js


const LOOK_EVERY_MS = 40;
class BlockerWatch {
    #access;
    #second;
    #seen = [];
    constructor(access) {
        this.#access = access;
    }
    get seen() {
        return this.#seen;
    }
    async during(session, work) {
        let over = false;
        const watching = this.#watch(session.pid, () => over).catch((error) => {
            this.#access.log.debug(`the sessions that hold the lock could not be read: ${(0,errors/* describe */.q0)(error)}`);
        });
        try {
            return await work();
        }
        finally {
            over = true;
            await watching;
        }
    }
    async #watch(pid, isOver) {
        this.#second ??= await (0,session/* openSession */.f)(this.#access.target, {
            log: this.#access.log,
            signal: undefined,
            applicationName: 'lockstep watch',
        });
        while (!isOver()) {
            const rows = await this.#second.rows(`select a.pid, a.application_name, a.usename, a.state, extract(epoch from now() - a.xact_start)::int
           from pg_catalog.pg_stat_activity a where a.pid = any(pg_catalog.pg_blocking_pids(${pid}))`);
            if (rows.length > 0)
                this.#seen = rows.map(line);
            await this.#access.clock.sleep(LOOK_EVERY_MS);
        }
    }
    async close() {
        await this.#second?.close();
    }
}
function line([pid, name, user, state, seconds]) {
    const who = `backend ${pid} (${name || 'no name'}, user ${user ?? '?'})`;
    return seconds === null || seconds === undefined
        ? `${who}, ${state ?? '?'}`
        : `${who}, ${state ?? '?'}, transaction open for ${seconds} s`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/retry-locks.js


const AGAIN = new Set(['55P03', '40001', '40P01']);
const PAUSE_MS = 400;
async function retryLocks(engine, session, what, attempt) {
    const started = engine.clock.now();
    const watch = new BlockerWatch(engine);
    try {
        for (let tries = 1;; tries++) {
            const execution = tries === 1 ? await attempt() : await watch.during(session, attempt);
            const done = { execution, tries, blockers: watch.seen };
            if (execution.ok || execution.error === undefined || !('server' in execution.error))
                return done;
            if (!AGAIN.has(execution.error.server.code))
                return done;
            const pause = PAUSE_MS * (0.5 + engine.random());
            if (tries > 1 && engine.clock.now() + pause - started > engine.limits.lockRetryForMs)
                return done;
            if (tries === 1) {
                const limit = (0,duration/* formatDuration */.a)(engine.limits.lockRetryForMs);
                engine.log.info(`${what}: waiting for a lock (${execution.error.server.code}), retrying for up to ${limit}`);
            }
            await engine.clock.sleep(Math.min(pause, engine.limits.lockRetryForMs), engine.signal);
        }
    }
    finally {
        await watch.close();
    }
}


/***/ }),

/***/ 319709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Lp: () => (/* binding */ acrossConnections),
  mp: () => (/* binding */ withReader),
  T4: () => (/* binding */ withRunner)
});

// UNUSED EXPORTS: applicationName

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 2 modules
var database_url = __nccwpck_require__(735351);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 3 modules
var connection_session = __nccwpck_require__(356042);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/pooler.js



async function refuseTransactionPooler(access, session) {
    if (session.announcedPid === session.pid)
        return;
    const second = await (0,connection_session/* openSession */.f)(access.target, {
        log: access.log,
        signal: access.signal,
        applicationName: 'lockstep probe',
    });
    try {
        let shared = second.pid === session.pid;
        if (!shared) {
            await second.rows('begin');
            const [now] = await session.rows('select pg_catalog.pg_backend_pid()');
            shared = Number(now?.[0]) !== session.pid;
            await second.rows('rollback');
        }
        if (!shared)
            return;
    }
    finally {
        await second.close();
    }
    throw new errors/* InputError */.dz(`database-url: ${access.target.host}:${access.target.port} is a pooler in transaction mode, on which locks and ` +
        `settings do not hold; use its session mode, ${(0,database_url/* sessionUrl */._c)(access.target)}, or the server itself`);
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/cancel.js


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
        second = await (0,connection_session/* openSession */.f)(access.target, { ...options, withinMs: GIVE_UP_AFTER_MS });
        while (!settled.aborted) {
            await second.rows(`select pg_catalog.pg_cancel_backend(${session.pid})`);
            await sleep(AGAIN_EVERY_MS);
        }
    }
    catch (error) {
        access.log.warning(`the running statement could not be cancelled on the server: ${(0,errors/* describe */.q0)(error)}`);
    }
    finally {
        await second?.close();
    }
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/engine/migration-lock.js + 1 modules
var migration_lock = __nccwpck_require__(31555);
;// CONCATENATED MODULE: ./packages/migrations/lib/history/owner.js

async function requireOwnRecords(session) {
    const [row] = await session.rows(`
    select pg_catalog.quote_ident(current_user), pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(object.owner)), object.what
      from (select nspowner as owner, 'schema lockstep' as what, false as readable
              from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select c.relowner, 'table lockstep.' || c.relname, false
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'lockstep' and c.relkind in ('r', 'p')
            union all
            select c.relowner, 'table supabase_migrations.' || c.relname,
                   pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_table_privilege(c.oid, 'select')
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations') as object
     where not pg_catalog.pg_has_role(current_user, object.owner, 'usage') and not object.readable
     order by object.what limit 1`);
    if (row === undefined)
        return;
    const [user, owner, what] = row;
    throw new errors/* InputError */.dz(`database-url: the records of migrations (${what}) belong to the role ${owner}, and this is ${user}; connect as ` +
        `${owner}, or let an administrator run: grant ${owner} to ${user}`);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/facts/facts.js
function readFacts(json) {
    const list = JSON.parse(json);
    const tables = new Map(list.flatMap((each) => Object.entries(each.tables)));
    const old = (oid) => !tables.has(oid);
    const isUpdated = (oid) => list.filter((each) => each.updated.map(String).includes(oid));
    const updated = new Set(list.flatMap((each) => each.updated.map(String)).filter(old));
    const readable = [...updated].filter((oid) => isUpdated(oid).every((each) => oid in each.assigned));
    const assigned = gather(list.map((each) => each.assigned));
    return {
        xids: list.map(({ xid }) => xid),
        tables,
        columns: gather(list.map((each) => each.columns)),
        inserted: new Set(list.flatMap((each) => each.inserted.map(String))),
        updated,
        assigned: new Map([...assigned].filter(([oid]) => readable.includes(oid))),
        rewritten: new Set(list.flatMap((each) => each.rewritten.map(String)).filter(old)),
        destroyed: list.some((each) => each.destroyed),
    };
}
function gather(list) {
    const all = new Map();
    for (const [oid, columns] of list.flatMap((each) => Object.entries(each))) {
        all.set(oid, new Set([...(all.get(oid) ?? []), ...columns]));
    }
    return all;
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var migration = __nccwpck_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/split-hints.js
var split_hints = __nccwpck_require__(238537);
;// CONCATENATED MODULE: ./packages/migrations/lib/history/record.js



async function readHistory(session, tables) {
    if (!tables.supabase.exists && !tables.side.exists)
        return [];
    const supabase = tables.supabase.exists
        ? 'select version, name from supabase_migrations.schema_migrations'
        : 'select null::text as version, null::text as name where false';
    const time = (column, digits) => `pg_catalog.to_char(m.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;
    const side = tables.side.exists
        ? 'select * from lockstep.migrations'
        : `select null::text as version, null::text as name, null::text as checksum, null::text as phase, null::text as state,
        null::text as down_sql, null::text as down_digest, null::text as release, null::text as commit_sha, null::text as actor,
        null::text as run, null::text as step, null::text as attempt, null::int as segments, null::text[] as segment_digests,
        null::boolean as segment_begun, null::text as lessons, null::xid8 as xmin_horizon, null::text as cluster,
        null::timestamptz as started_at, null::timestamptz as finished_at where false`;
    const facts = tables.side.hasFacts ? 'm.facts' : 'null';
    const rows = await session.rows(`
    select coalesce(h.version, m.version), h.version is not null, coalesce(h.name, ''), m.version is not null,
           m.name, m.checksum, m.phase, m.state, m.down_sql, m.down_digest, m.release, m.commit_sha, m.actor, m.run, m.step,
           m.attempt, m.segments, pg_catalog.array_to_string(m.segment_digests, ','), m.segment_begun,
           ${facts}, m.xmin_horizon::text, m.cluster, ${time('started_at', 'US')}, ${time('finished_at', 'MS')}, m.lessons
      from (${supabase}) h full join (${side}) m on m.version = h.version`);
    return inOrder(rows
        .map((row) => ({
        version: row[0] ?? '',
        applied: row[1] === 't',
        name: row[2] ?? '',
        side: row[3] === 't' ? sideRecord(row) : undefined,
    }))
        .filter((record) => migration/* VERSION */.xv.test(record.version)));
}
function inOrder(records) {
    const sorted = (order) => records.toSorted((a, b) => (0,migration/* compareVersions */.Zy)(a.version, b.version, order));
    if ((0,migration/* ordersDiffer */.KU)(records.map(({ version }) => version)) === undefined)
        return sorted('number');
    const byText = sorted('text');
    const times = byText.flatMap(({ side }) => (side === undefined ? [] : [side.startedAt]));
    return times.every((time, nth) => nth === 0 || time >= (times[nth - 1] ?? '')) ? byText : sorted('number');
}
function sideRecord(row) {
    const text = (at) => row[at] ?? '';
    const maybe = (at) => row[at] ?? undefined;
    return {
        name: text(4),
        checksum: text(5),
        phase: text(6) === 'contract' ? 'contract' : 'expand',
        state: text(7) === 'partial' || text(7) === 'reverting' ? text(7) : 'applied',
        downSql: maybe(8),
        downDigest: maybe(9),
        release: text(10),
        commit: text(11),
        actor: text(12),
        run: text(13),
        step: text(14),
        attempt: text(15),
        segments: Number(text(16)),
        segmentDigests: text(17) === '' ? [] : text(17).split(','),
        segmentBegun: row[18] === 't',
        facts: row[19] === null || row[19] === undefined ? undefined : readFacts(row[19]),
        xminHorizon: maybe(20),
        cluster: maybe(21),
        startedAt: text(22),
        finishedAt: maybe(23),
        hints: (0,split_hints/* hintsFromText */.gm)(text(24)),
    };
}

// EXTERNAL MODULE: ./packages/migrations/lib/history/tables.js
var history_tables = __nccwpck_require__(556271);
// EXTERNAL MODULE: ./packages/migrations/lib/run/execute.js
var execute = __nccwpck_require__(680872);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/runner.js







function applicationName(engine) {
    return `lockstep ${engine.provenance.step}`.slice(0, 63);
}
async function withReader(engine, work) {
    const session = await connect(engine);
    try {
        await requireOwnRecords(session);
        const tables = await (0,history_tables/* findTables */.J7)(session);
        return await work({ engine, session, tables, history: await readHistory(session, tables) });
    }
    finally {
        await session.close();
    }
}
async function withRunner(engine, options, work) {
    const session = await connect(engine);
    try {
        await refuseTransactionPooler(engine, session);
        if (options.endsOrphans === true)
            await (0,migration_lock/* endOwnOrphans */.Xb)(session, applicationName(engine));
        await (0,migration_lock/* acquireMigrationLock */.et)(session, engine);
        await (0,execute/* clearSession */.q7)(session, engine);
        return await withCancellation(engine, session, async () => {
            await requireOwnRecords(session);
            const runnerOf = async (tables) => ({
                ...{ engine, session, tables },
                history: await readHistory(session, tables),
            });
            const found = await (0,history_tables/* findTables */.J7)(session);
            if (options.creates && !found.side.exists)
                await options.beforeFirst?.(await runnerOf(found));
            return work(await runnerOf(options.creates ? await (0,history_tables/* ensureTables */.a3)(session, found) : found));
        });
    }
    finally {
        await session.close();
    }
}
function connect(engine) {
    return (0,connection_session/* openSession */.f)(engine.target, {
        log: engine.log,
        signal: engine.signal,
        applicationName: applicationName(engine),
    });
}
const PAUSE_MS = 500;
const LOSSES = 3;
async function acrossConnections(engine, work) {
    let brokenSince;
    for (let losses = 0;;) {
        try {
            return await work();
        }
        catch (error) {
            if (error instanceof errors/* CancelledError */.cc || engine.signal?.aborted)
                throw error;
            const isReconnect = error instanceof sql_error/* ConnectionLost */.pz || (brokenSince !== undefined && isUnreachable(error));
            if (!isReconnect)
                throw error;
            const now = engine.clock.now();
            if (error instanceof sql_error/* ConnectionLost */.pz)
                losses++;
            brokenSince = error instanceof sql_error/* ConnectionLost */.pz ? now : (brokenSince ?? now);
            if (losses > LOSSES || now - brokenSince >= engine.limits.reconnectForMs)
                throw error;
            engine.log.warning(`${(0,errors/* describe */.q0)(error)}; reconnecting; the history shows what was applied`);
            await engine.clock.sleep(PAUSE_MS * (1 + engine.random()), engine.signal);
        }
    }
}
function isUnreachable(error) {
    return error instanceof errors/* RemoteError */.Hi && error.retryable && !(error instanceof migration_lock/* MigrationLockError */.uR);
}


/***/ }),

/***/ 228791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   Nk: () => (/* binding */ firstWord)
/* harmony export */ });
/* unused harmony export qualifiedName */
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(682065);

const plain = { kind: 'plain' };
const other = { kind: 'alone', what: { does: 'other' } };
const once = (doneState, concurrent = false) => ({
    kind: 'alone',
    what: { does: 'once', doneState, concurrent },
});
const ENOUGH = 48;
function classify(statement, standardStrings = true) {
    const rule = rules.get(firstWord(statement));
    return rule === undefined ? plain : rule((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .tokens */ .LU)(statement, ENOUGH, standardStrings));
}
function firstWord(statement) {
    let end = 0;
    while (end < statement.length && end < 12 && ((statement[end] | 32) - 97) >>> 0 < 26)
        end++;
    let word = '';
    for (let i = 0; i < end; i++)
        word += String.fromCharCode(statement[i] | 32);
    return word;
}
const rules = new Map(Object.entries({
    begin,
    start: (list) => (says(list, 1, 'transaction') ? begin(list) : plain),
    commit: (list) => (says(list, 1, 'prepared') ? once('42704') : { kind: 'commit', chain: chains(list) }),
    end: (list) => ({ kind: 'commit', chain: chains(list) }),
    abort: (list) => ({ kind: 'rollback', chain: chains(list) }),
    rollback,
    prepare: (list) => (says(list, 1, 'transaction') ? { kind: 'prepare-transaction' } : plain),
    copy,
    create,
    drop,
    alter,
    set: setting,
    reset: (list) => (says(list, 1, 'standard_conforming_strings') ? { kind: 'string-syntax', standard: true } : plain),
    vacuum: () => other,
    cluster: (list) => (clustersEverything(list) ? other : plain),
    reindex,
    discard: (list) => (says(list, 1, 'all') ? other : plain),
}));
function says(list, at, ...words) {
    return words.every((word, i) => list[at + i]?.kind === 'word' && list[at + i]?.value === word);
}
function begin(list) {
    return { kind: 'begin', readOnly: list.some((_, i) => says(list, i, 'read', 'only')) };
}
function chains(list) {
    const and = list.findIndex((token) => token.kind === 'word' && token.value === 'and');
    return and > 0 && says(list, and + 1, 'chain');
}
function rollback(list) {
    if (says(list, 1, 'prepared'))
        return once('42704');
    const at = says(list, 1, 'work') || says(list, 1, 'transaction') ? 2 : 1;
    return says(list, at, 'to') ? plain : { kind: 'rollback', chain: chains(list) };
}
function copy(list) {
    let depth = 0;
    for (const [i, token] of list.entries()) {
        if (token.value === '(' && token.kind === 'mark')
            depth++;
        if (token.value === ')' && token.kind === 'mark')
            depth--;
        if (depth === 0 && token.kind === 'word' && token.value === 'from') {
            return says(list, i + 1, 'stdin') ? { kind: 'copy-from-stdin' } : plain;
        }
    }
    return plain;
}
function create(list) {
    const at = says(list, 1, 'unique') ? 2 : 1;
    if (says(list, at, 'index', 'concurrently'))
        return createIndex(list, at + 2);
    if (says(list, 1, 'database'))
        return once('42P04');
    if (says(list, 1, 'tablespace'))
        return once('42710');
    if (says(list, 1, 'subscription'))
        return optionIsOff(list, 'create_slot', 'connect') ? plain : once('42710');
    return plain;
}
function createIndex(list, from) {
    let at = says(list, from, 'if', 'not', 'exists') ? from + 3 : from;
    let index = '';
    if (!says(list, at, 'on'))
        index = list[at++]?.value ?? '';
    at += says(list, at + 1, 'only') ? 2 : 1;
    return { kind: 'alone', what: { does: 'create-index', index, table: qualifiedName(list, at) } };
}
function qualifiedName(list, at) {
    const part = (token) => token === undefined ? '' : token.kind === 'name' ? `"${token.value.replaceAll('"', '""')}"` : token.value;
    let name = part(list[at]);
    for (let i = at + 1; list[i]?.value === '.' && list[i]?.kind === 'mark'; i += 2)
        name += `.${part(list[i + 1])}`;
    return name;
}
function drop(list) {
    if (says(list, 1, 'index', 'concurrently'))
        return once('42704', true);
    if (says(list, 1, 'database'))
        return once('3D000');
    if (says(list, 1, 'tablespace'))
        return once('42704');
    return says(list, 1, 'subscription') ? once('42704') : plain;
}
function alter(list) {
    if (says(list, 1, 'system'))
        return other;
    if (says(list, 1, 'type'))
        return alterType(list);
    if (says(list, 1, 'database')) {
        const at = list.findIndex((token, i) => i > 2 && token.value === 'tablespace');
        return at > 0 && says(list, at - 1, 'set') ? other : plain;
    }
    if (says(list, 1, 'subscription')) {
        const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
        return words.some((word) => ['refresh', 'publication', 'slot_name', 'failover', 'two_phase'].includes(word))
            ? other
            : plain;
    }
    return says(list, 1, 'table') ? alterTable(list) : plain;
}
function alterTable(list) {
    const detach = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'detach');
    if (detach < 0 || !says(list, detach + 1, 'partition'))
        return plain;
    const modes = list
        .slice(detach + 3)
        .filter((token) => token.kind === 'word' && /^(concurrently|finalize)$/.test(token.value));
    if (modes.length === 0)
        return plain;
    const at = says(list, 2, 'if', 'exists') ? 4 : 2;
    const table = qualifiedName(list, says(list, at, 'only') ? at + 1 : at);
    const partition = qualifiedName(list, detach + 2);
    const concurrent = modes.every(({ value }) => value === 'concurrently');
    return { kind: 'alone', what: { does: 'detach-partition', table, partition, concurrent } };
}
function alterType(list) {
    const add = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'add');
    if (add < 0 || !says(list, add + 1, 'value'))
        return plain;
    const label = list.slice(add + 2).find((token) => token.kind === 'text');
    return label === undefined ? plain : { kind: 'enum-value', label: label.value };
}
function setting(list) {
    const at = says(list, 1, 'session') || says(list, 1, 'local') ? 2 : 1;
    const name = list[at]?.value;
    const value = list[at + 2]?.value.replace(/^'|'$/g, '').toLowerCase() ?? '';
    if (name === 'standard_conforming_strings') {
        return { kind: 'string-syntax', standard: !/^(off|false|no|0|of|f|fa|fal|fals|n)$/.test(value) };
    }
    if (name === 'client_encoding')
        return { kind: 'client-encoding', encoding: value };
    if (name === 'names')
        return { kind: 'client-encoding', encoding: list[at + 1]?.value.replace(/'/g, '') ?? '' };
    return plain;
}
function clustersEverything(list) {
    if (list.length === 1 || (list.length === 2 && says(list, 1, 'verbose')))
        return true;
    const close = list.findIndex((token) => token.value === ')' && token.kind === 'mark');
    return list[1]?.value === '(' && close === list.length - 1;
}
function reindex(list) {
    const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
    const runsAlone = words.some((word) => ['concurrently', 'database', 'system', 'schema'].includes(word));
    const mode = list.findIndex((token) => token.kind === 'word' && token.value === 'concurrently');
    const concurrent = mode > 0 && !/^'?(false|off|0)'?$/i.test(list[mode + 1]?.value ?? '');
    return runsAlone ? { kind: 'alone', what: { does: 'reindex', concurrent } } : plain;
}
function optionIsOff(list, ...names) {
    return list.some((token, i) => {
        if (token.kind !== 'word' || !names.includes(token.value))
            return false;
        return list[i + 1]?.value === '=' && /^'?(false|off|0)'?$/i.test(list[i + 2]?.value ?? '');
    });
}


/***/ }),

/***/ 686268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N5: () => (/* binding */ MINUS),
/* harmony export */   Ov: () => (/* binding */ wordEnd),
/* harmony export */   TM: () => (/* binding */ commentEnd),
/* harmony export */   VS: () => (/* binding */ stringEnd),
/* harmony export */   Vw: () => (/* binding */ STAR),
/* harmony export */   dd: () => (/* binding */ isWordStart),
/* harmony export */   ez: () => (/* binding */ lexOne),
/* harmony export */   fi: () => (/* binding */ DOUBLE_QUOTE),
/* harmony export */   gv: () => (/* binding */ dollarEnd),
/* harmony export */   hr: () => (/* binding */ DOLLAR),
/* harmony export */   jA: () => (/* binding */ QUOTE),
/* harmony export */   o: () => (/* binding */ SLASH),
/* harmony export */   xC: () => (/* binding */ isSpace)
/* harmony export */ });
/* unused harmony export isWord */
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const DOLLAR = 36;
const BACKSLASH = 92;
const MINUS = 45;
const SLASH = 47;
const STAR = 42;
const OPEN = 40;
const CLOSE = 41;
const SEMICOLON = 59;
function lexOne(bytes, from, options) {
    const length = bytes.length;
    let start = -1;
    let end = from;
    let parens = 0;
    let bodies = 0;
    let routine = 'start';
    const token = (at, behind) => {
        if (start < 0)
            start = at;
        end = behind;
    };
    const open = (what, at) => options.final ? { kind: 'unterminated', what, start: at } : { kind: 'more' };
    for (let i = from; i < length;) {
        const c = bytes[i];
        if (isSpace(c)) {
            i++;
        }
        else if (isWordStart(c)) {
            const behind = wordEnd(bytes, i);
            if (behind === length && !options.final)
                return { kind: 'more' };
            token(i, behind);
            if (bytes[behind] === QUOTE && isWord(bytes, i, behind, 'e')) {
                const stop = stringEnd(bytes, behind, true, options.final);
                if (stop < 0)
                    return open('quoted string', behind);
                end = stop;
                i = stop;
                continue;
            }
            if (routine !== 'routine')
                routine = nextStage(routine, bytes, i, behind);
            else if (parens === 0)
                bodies += bodyStep(bytes, i, behind, bodies);
            i = behind;
        }
        else if (c === QUOTE) {
            const stop = stringEnd(bytes, i, !options.standardStrings, options.final);
            if (stop < 0)
                return open('quoted string', i);
            token(i, stop);
            i = stop;
        }
        else if (c === DOUBLE_QUOTE) {
            const close = bytes.indexOf(DOUBLE_QUOTE, i + 1);
            if (close < 0)
                return open('quoted identifier', i);
            token(i, close + 1);
            i = close + 1;
        }
        else if (c === MINUS && bytes[i + 1] === MINUS) {
            i = lineEnd(bytes, i);
            if (i === length && !options.final)
                return { kind: 'more' };
        }
        else if (c === SLASH && bytes[i + 1] === STAR) {
            const stop = commentEnd(bytes, i);
            if (stop < 0)
                return open('comment', i);
            i = stop;
        }
        else if (c === DOLLAR) {
            const stop = dollarEnd(bytes, i, options.final);
            if (stop < 0)
                return open('dollar-quoted string', i);
            token(i, stop);
            i = stop;
        }
        else if (c === BACKSLASH) {
            const stop = lineEnd(bytes, i);
            if (stop === length && !options.final)
                return { kind: 'more' };
            return { kind: 'meta', start: i, end: stop, next: stop, inStatement: start >= 0 };
        }
        else if (c === SEMICOLON && parens === 0 && bodies === 0) {
            if (start >= 0)
                return { kind: 'statement', head: from, start, end, next: i + 1 };
            i++;
        }
        else {
            if (!options.final && i + 1 === length)
                return { kind: 'more' };
            if (c === OPEN)
                parens++;
            else if (c === CLOSE && parens > 0)
                parens--;
            token(i, i + 1);
            i++;
        }
    }
    if (!options.final)
        return { kind: 'more' };
    if (start < 0)
        return { kind: 'end', head: from, next: length };
    return { kind: 'statement', head: from, start, end, next: length };
}
function isSpace(c) {
    return c === 32 || (c >= 9 && c <= 13);
}
function isWordStart(c) {
    return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c >= 128 || isDigit(c);
}
function isDigit(c) {
    return c >= 48 && c <= 57;
}
function wordEnd(bytes, from) {
    let i = from + 1;
    for (; i < bytes.length; i++) {
        const c = bytes[i];
        if (!isWordStart(c) && c !== DOLLAR)
            break;
    }
    return i;
}
function stringEnd(bytes, from, escapes, final) {
    for (let i = from + 1;;) {
        const close = escapes ? unescapedQuote(bytes, i) : bytes.indexOf(QUOTE, i);
        if (close < 0)
            return -1;
        if (bytes[close + 1] === QUOTE) {
            i = close + 2;
            continue;
        }
        if (close + 1 === bytes.length && !final)
            return -1;
        const again = escapes ? continuation(bytes, close + 1) : -1;
        if (again < 0)
            return close + 1;
        i = again + 1;
    }
}
function unescapedQuote(bytes, from) {
    for (let i = from; i < bytes.length; i++) {
        if (bytes[i] === BACKSLASH)
            i++;
        else if (bytes[i] === QUOTE)
            return i;
    }
    return -1;
}
function continuation(bytes, from) {
    let i = from;
    let lines = 0;
    for (; i < bytes.length; i++) {
        const c = bytes[i];
        if (c === NEWLINE || c === RETURN)
            lines++;
        else if (lines > 0 && c === MINUS && bytes[i + 1] === MINUS)
            i = lineEnd(bytes, i);
        else if (!isSpace(c))
            break;
    }
    return lines > 0 && bytes[i] === QUOTE ? i : -1;
}
function commentEnd(bytes, from) {
    let depth = 1;
    for (let i = from + 2;;) {
        const slash = bytes.indexOf(SLASH, i);
        if (slash < 0)
            return -1;
        if (slash > i && bytes[slash - 1] === STAR) {
            depth--;
            i = slash + 1;
            if (depth === 0)
                return i;
        }
        else if (bytes[slash + 1] === STAR) {
            depth++;
            i = slash + 2;
        }
        else
            i = slash + 1;
    }
}
function lineEnd(bytes, from) {
    let i = from;
    while (i < bytes.length && bytes[i] !== NEWLINE && bytes[i] !== RETURN)
        i++;
    return i;
}
function dollarEnd(bytes, from, final) {
    let tag = from + 1;
    while (tag < bytes.length && isWordStart(bytes[tag]))
        tag++;
    if (tag === bytes.length && !final)
        return -1;
    if (bytes[tag] !== DOLLAR || isDigit(bytes[from + 1]))
        return from + 1;
    const quote = Buffer.from(bytes.buffer, bytes.byteOffset + from, tag + 1 - from);
    const close = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(quote, tag + 1);
    return close < 0 ? -1 : close + quote.length;
}
function nextStage(stage, bytes, at, behind) {
    const is = (word) => isWord(bytes, at, behind, word);
    if (stage === 'start')
        return is('create') ? 'create' : 'other';
    if (stage === 'create' && is('or'))
        return 'or';
    if (stage === 'or')
        return is('replace') ? 'replace' : 'other';
    return stage !== 'other' && (is('function') || is('procedure')) ? 'routine' : 'other';
}
function bodyStep(bytes, at, behind, depth) {
    if (isWord(bytes, at, behind, 'begin'))
        return 1;
    if (depth > 0 && isWord(bytes, at, behind, 'case'))
        return 1;
    return depth > 0 && isWord(bytes, at, behind, 'end') ? -1 : 0;
}
function isWord(bytes, at, behind, word) {
    if (behind - at !== word.length)
        return false;
    for (let i = 0; i < word.length; i++)
        if ((bytes[at + i] | 32) !== word.charCodeAt(i))
            return false;
    return true;
}


/***/ }),

/***/ 843286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineCounter)
/* harmony export */ });
/* unused harmony export countLines */
const STEP = 1 << 20;
function countLines(bytes, from = 0, to = bytes.length) {
    let lines = 0;
    for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1))
        lines++;
    return lines;
}
function lineCounter(source) {
    let counted = 0;
    let line = source.firstLine;
    return (at) => {
        if (at < counted) {
            counted = 0;
            line = source.firstLine;
        }
        while (counted < at) {
            const to = Math.min(at, counted + STEP);
            line += countLines(source.read(counted, to));
            counted = to;
        }
        return line;
    };
}


/***/ }),

/***/ 15576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ MESSAGE_BYTES)
/* harmony export */ });
const MESSAGE_BYTES = 1 << 20;


/***/ }),

/***/ 71514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ textSource)
/* harmony export */ });
/* unused harmony export fileSource */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(565658);

function textSource(name, text, firstLine = 1) {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    return { name, firstLine, size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
const KEPT_IN_MEMORY = (/* unused pure expression or super */ null && (1 << 20));
function fileSource(name, path) {
    const { size } = statSync(path);
    if (size <= KEPT_IN_MEMORY)
        return textSource(name, readRange(path, 0, size));
    return { name, firstLine: 1, size, read: (from, to) => readRange(path, from, Math.min(size, to)) };
}
function readRange(path, from, to) {
    const file = openSync(path, 'r');
    try {
        const wanted = Math.max(0, Math.min(to, fstatSync(file).size) - from);
        const bytes = Buffer.allocUnsafe(wanted);
        let filled = 0;
        while (filled < wanted) {
            const got = readSync(file, bytes, filled, wanted - filled, from + filled);
            if (got === 0)
                break;
            filled += got;
        }
        return bytes.subarray(0, filled);
    }
    finally {
        closeSync(file);
    }
}


/***/ }),

/***/ 238537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ noHints),
/* harmony export */   EF: () => (/* binding */ hintFrom),
/* harmony export */   gm: () => (/* binding */ hintsFromText),
/* harmony export */   xn: () => (/* binding */ hintsToText),
/* harmony export */   z9: () => (/* binding */ withHints)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(843286);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(71514);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(470217);



const noHints = { alone: new Set(), behindCommit: new Set() };
function hintsToText({ alone, behindCommit }) {
    if (alone.size === 0 && behindCommit.size === 0)
        return '';
    return JSON.stringify({ alone: [...alone], behindCommit: [...behindCommit] });
}
function hintsFromText(text) {
    if (text === '')
        return noHints;
    const { alone, behindCommit } = JSON.parse(text);
    return { alone: new Set(alone), behindCommit: new Set(behindCommit) };
}
const IN_TRANSACTION = '25001';
const COMMITS = '2D000';
const LABEL_TOO_NEW = '55P04';
function hintFrom(script, known, refusal) {
    const code = refusal.error?.server?.code;
    const at = refusal.at;
    if (at?.in !== 'statement')
        return undefined;
    if (code !== IN_TRANSACTION && code !== COMMITS && code !== LABEL_TOO_NEW)
        return undefined;
    const start = nthStatement(script, at.part, at.nth);
    if (start === undefined || isInBlock(script, start))
        return undefined;
    const line = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCounter */ .L)(script.source)(start);
    if (code === LABEL_TOO_NEW) {
        if (known.behindCommit.has(start))
            return undefined;
        return {
            hints: { ...known, behindCommit: new Set([...known.behindCommit, start]) },
            because: `line ${line} uses a new enum label (${code}); what is before it is committed first, separately`,
        };
    }
    if (known.alone.has(start))
        return undefined;
    return {
        hints: { ...known, alone: new Set([...known.alone, start]) },
        because: `line ${line} cannot run in a transaction (${code}); it runs alone, and what is before it is committed first`,
    };
}
function isInBlock(script, start) {
    let isOpen = false;
    for (const piece of script.pieces) {
        if (piece.from > start)
            break;
        if (piece.kind === 'begin')
            isOpen = true;
        if (piece.kind === 'commit' || piece.kind === 'rollback')
            isOpen = piece.chain;
        if (piece.kind === 'prepare')
            isOpen = false;
    }
    return isOpen;
}
function nthStatement(script, part, nth) {
    let n = 0;
    for (const item of (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .G)((0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .textSource */ .r)('', script.source.read(part.from, part.to)))) {
        if (item.kind === 'statement' && n++ === nth)
            return part.from + item.start;
    }
    return undefined;
}
function withHints(script, hints) {
    if (hints.alone.size === 0 && hints.behindCommit.size === 0)
        return script;
    return { ...script, pieces: script.pieces.flatMap((piece) => cut(script, piece, hints)) };
}
function cut(script, piece, hints) {
    const { from, line, to } = piece;
    const border = (at, nth) => ({ kind: 'border', from: at, to: at, line: nth });
    if (piece.kind !== 'sql') {
        const isCut = [...hints.behindCommit].some((start) => start >= from && start < to);
        return isCut ? [border(from, line), piece] : [piece];
    }
    const result = [];
    const lineOf = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCounter */ .L)(script.source);
    for (const item of (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .G)((0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .textSource */ .r)('', script.source.read(from, to)))) {
        if (item.kind !== 'statement')
            continue;
        const range = { from: from + item.from, to: from + item.to, line: lineOf(from + item.start) };
        if (hints.behindCommit.has(from + item.start))
            result.push(border(range.from, range.line));
        const last = result.at(-1);
        if (hints.alone.has(from + item.start))
            result.push({ kind: 'alone', ...range, what: { does: 'other' } });
        else if (last?.kind === 'sql')
            result[result.length - 1] = { ...last, to: range.to, statements: last.statements + 1 };
        else
            result.push({ kind: 'sql', ...range, statements: 1 });
    }
    return result;
}


/***/ }),

/***/ 682065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ tokens)
/* harmony export */ });
/* unused harmony exports parts, lineComments */
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(686268);

const LOWER = 32;
const ESCAPES = 'e'.charCodeAt(0);
const PREFIXES = new Set(Buffer.from('ebxn'));
function tokens(statement, limit = Number.POSITIVE_INFINITY, standardStrings = true) {
    const found = [];
    const bytes = Buffer.from(statement.buffer, statement.byteOffset, statement.byteLength);
    for (let i = 0; i < statement.length && found.length < limit;) {
        if ((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(statement[i])) {
            i++;
            continue;
        }
        const stop = tokenEnd(statement, i, standardStrings);
        if (stop.kind === 'comment') {
            i = stop.end;
            continue;
        }
        const raw = stop.kind === 'mark' ? String.fromCharCode(statement[i]) : bytes.toString('utf8', i, stop.end);
        const value = stop.kind === 'word' ? raw.toLowerCase() : stop.kind === 'name' ? unquoted(raw) : raw;
        found.push({ kind: stop.kind, value, at: i, end: stop.end });
        i = stop.end;
    }
    return found;
}
function parts(sql, standardStrings = true) {
    const found = [];
    for (let i = 0; i < sql.length;) {
        const stop = isSpace(sql[i]) ? { kind: 'space', end: i + 1 } : tokenEnd(sql, i, standardStrings);
        if (stop.kind !== 'space')
            found.push({ kind: stop.kind, text: sql.toString('utf8', i, stop.end).trimEnd() });
        i = stop.end;
    }
    return found;
}
function lineComments(sql, standardStrings = true) {
    const found = [];
    for (let i = 0; i < sql.length;) {
        const stop = tokenEnd(sql, i, standardStrings);
        if (stop.kind === 'comment' && sql[i] === 45)
            found.push({ at: i, end: stop.end });
        i = stop.end;
    }
    return found;
}
function tokenEnd(bytes, i, standardStrings) {
    const c = bytes[i];
    const orEnd = (end) => (end < 0 ? bytes.length : end);
    if ((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .isWordStart */ .dd)(c)) {
        const end = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .wordEnd */ .Ov)(bytes, i);
        const prefix = end === i + 1 && bytes[end] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .QUOTE */ .jA ? c | LOWER : 0;
        return PREFIXES.has(prefix)
            ? { kind: 'text', end: orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .stringEnd */ .VS)(bytes, end, !standardStrings || prefix === ESCAPES, true)) }
            : { kind: 'word', end };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .QUOTE */ .jA)
        return { kind: 'text', end: orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .stringEnd */ .VS)(bytes, i, !standardStrings, true)) };
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi) {
        let close = bytes.indexOf(_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi, i + 1);
        while (close >= 0 && bytes[close + 1] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi)
            close = bytes.indexOf(_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi, close + 2);
        return { kind: 'name', end: orEnd(close + 1 || -1) };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOLLAR */ .hr) {
        const end = orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .dollarEnd */ .gv)(bytes, i, true));
        return { kind: end === i + 1 ? 'mark' : 'text', end };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUS */ .N5 && bytes[i + 1] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUS */ .N5) {
        let end = i;
        while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13)
            end++;
        return { kind: 'comment', end };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .SLASH */ .o && bytes[i + 1] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .STAR */ .Vw)
        return { kind: 'comment', end: orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .commentEnd */ .TM)(bytes, i)) };
    return { kind: 'mark', end: i + 1 };
}
function unquoted(raw) {
    return raw.slice(1, -1).replaceAll('""', '"');
}


/***/ }),

/***/ 470217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(228791);
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(686268);


const WINDOW = 1 << 20;
function* walk(source, sink = () => undefined, window = WINDOW) {
    let base = 0;
    let bytes = source.read(0, window);
    let at = 0;
    let standardStrings = true;
    const isFinal = () => base + bytes.length >= source.size;
    const slide = () => {
        sink(bytes.subarray(0, at), base);
        const size = at === 0 ? bytes.length * 2 : window;
        base += at;
        at = 0;
        bytes = source.read(base, base + size);
    };
    for (;;) {
        const item = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .lexOne */ .ez)(bytes, at, { final: isFinal(), standardStrings });
        if (item.kind === 'more') {
            slide();
            continue;
        }
        if (item.kind === 'unterminated') {
            yield { kind: 'unterminated', from: base + item.start, what: item.what };
            return;
        }
        if (item.kind === 'end') {
            yield { kind: 'end', from: base + item.head, head: bytes.subarray(item.head) };
            at = bytes.length;
            sink(bytes, base);
            return;
        }
        if (item.kind === 'meta') {
            const text = bytes.toString('utf8', item.start, item.end);
            yield { kind: 'meta', from: base + item.start, to: base + item.next, text, inStatement: item.inStatement };
            at = item.next;
            continue;
        }
        const statement = bytes.subarray(item.start, item.end);
        const kind = (0,_classify_js__WEBPACK_IMPORTED_MODULE_1__/* .classify */ .L8)(statement, standardStrings);
        let next = item.next;
        if (kind.kind === 'copy-from-stdin') {
            const line = dataBegins(bytes, next);
            if (line === 'more' && !isFinal()) {
                slide();
                continue;
            }
            if (line === 'sql') {
                yield { kind: 'copy-line', from: base + item.next };
                return;
            }
            next = line === 'more' ? bytes.length : line;
        }
        yield {
            kind: 'statement',
            class: kind,
            from: base + item.head,
            start: base + item.start,
            end: base + item.end,
            to: base + next,
            head: bytes.subarray(item.head, item.start),
            bytes: statement,
            standardStrings,
        };
        at = next;
        if (kind.kind === 'string-syntax')
            standardStrings = kind.standard;
        if (kind.kind !== 'copy-from-stdin')
            continue;
        for (let done = false; !done;) {
            const data = dataEnds(bytes, at, isFinal());
            if (data === undefined) {
                slide();
                continue;
            }
            yield { kind: 'copy-data', from: base + at, to: base + data.end, last: data.last };
            at = data.next;
            done = data.last;
        }
    }
}
function dataBegins(bytes, from) {
    const line = bytes.indexOf(10, from);
    const rest = bytes.toString('latin1', from, line < 0 ? bytes.length : line);
    if (!/^[ \t\r]*(--.*)?$/s.test(rest))
        return 'sql';
    return line < 0 ? 'more' : line + 1;
}
function dataEnds(bytes, from, final) {
    for (let at = from;;) {
        const mark = bytes.indexOf('\\.', at);
        if (mark < 0)
            break;
        const startsLine = mark === from || bytes[mark - 1] === 10;
        const behind = bytes[mark + 2] === 13 ? mark + 3 : mark + 2;
        if (startsLine && (bytes[behind] === 10 || (behind >= bytes.length && final))) {
            return { end: mark, next: Math.min(behind + 1, bytes.length), last: true };
        }
        at = mark + 2;
    }
    if (final)
        return { end: bytes.length, next: bytes.length, last: true };
    const line = bytes.lastIndexOf(10);
    return line < from ? undefined : { end: line + 1, next: line + 1, last: false };
}


/***/ }),

/***/ 735351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Pu: () => (/* binding */ directHostHint),
  Bq: () => (/* binding */ readDatabaseUrl),
  _c: () => (/* binding */ sessionUrl)
});

// UNUSED EXPORTS: isLocal

;// CONCATENATED MODULE: external "node:net"
let external_node_net_namespaceObject_kept;
const external_node_net_namespaceObject = () => (external_node_net_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net"));
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/url-parameters.js
const READ = ['host', 'port', 'user', 'password', 'dbname', 'sslmode', 'sslrootcert', 'options', 'pgbouncer'];
const SCHEMAS = ['search_path', 'schema', 'currentSchema'];
const WITHOUT_EFFECT = new Set([
    ...['application_name', 'fallback_application_name', 'connect_timeout', 'gssencmode', 'sslsni', 'sslcompression'],
    ...['keepalives', 'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
    ...['channel_binding', 'uselibpqcompat'],
    ...['connection_limit', 'pool_timeout', 'socket_timeout', 'statement_cache_size', 'pool_max_conns'],
    ...['prepareThreshold', 'supa', 'workaround'],
]);
const HARMLESS = {
    client_encoding: ['utf8', 'utf-8', 'unicode', 'auto'],
    target_session_attrs: ['any', 'read-write', 'primary'],
    load_balance_hosts: ['disable'],
    sslnegotiation: ['postgres'],
    ssl_min_protocol_version: ['tlsv1.2'],
};
const WHY = {
    sslcert: 'client certificates are not supported; use a password',
    sslkey: 'client certificates are not supported; use a password',
    sslpassword: 'client certificates are not supported; use a password',
    ssl: 'write sslmode=verify-full, or sslmode=require',
    sslaccept: 'write sslmode=verify-full, or sslmode=require',
};
function readParameters(query) {
    const problems = [];
    const names = [...new Set(query.keys())];
    for (const name of names) {
        if (query.getAll(name).length > 1)
            problems.push(`database-url: ${name} is given twice; give it once`);
        else if (!isKnown(name, query.get(name) ?? ''))
            problems.push(`database-url: ${refusalOf(name)}`);
    }
    const paths = SCHEMAS.filter((name) => query.has(name));
    if (paths.length > 1)
        problems.push(`database-url: ${paths.join(' and ')} mean the same; give one of them`);
    const [path] = paths;
    const value = path === undefined ? '' : (query.get(path) ?? '').trim();
    if (path !== undefined && value === '')
        problems.push(`database-url: ${path} is empty; name a schema, or remove it`);
    const own = query.get('options') ?? '';
    const searchPath = path === 'schema' ? `"${value.replaceAll('"', '""')}"` : value;
    const options = searchPath === '' ? own : `${own} -c search_path=${escaped(searchPath)}`.trim();
    return { options, problems };
}
function isTorn({ hash, pathname, search, searchParams }) {
    if (`${pathname}${hash}`.includes('@'))
        return true;
    return search.includes('@') && [...searchParams.keys()].some((name) => !isName(name));
}
function isName(name) {
    const isFollowed = READ.includes(name) || WITHOUT_EFFECT.has(name) || SCHEMAS.some((each) => each === name);
    return isFollowed || HARMLESS[name] !== undefined;
}
function isKnown(name, value) {
    const harmless = HARMLESS[name];
    return harmless === undefined ? isName(name) : harmless.includes(value.toLowerCase());
}
function refusalOf(name) {
    const shown = name.slice(0, 40).replace(/[^\w.-]/g, '?');
    if (name.startsWith('x-'))
        return `${shown} is a setting of golang-migrate, which is not supported; remove it`;
    if (HARMLESS[name] !== undefined)
        return `${shown}: expected ${HARMLESS[name].join(', ')}`;
    const todo = WHY[name] ?? `remove it, or, for a setting of the server, write options=-c%20${shown}%3DVALUE`;
    return `the parameter ${shown} is not supported: ${todo}`;
}
function escaped(value) {
    return value.replace(/[\\\s]/g, '\\$&');
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/database-url.js



const SUPABASE_HOST = /(^|\.)(supabase\.(co|com|red|in))$/i;
const DIRECT_HOST = /^db\.([a-z0-9]{20})\.supabase\.(co|red|in)$/i;
function readDatabaseUrl(text) {
    const url = parse(text);
    const query = url.searchParams;
    const host = decodeURIComponent(query.get('host') ?? url.hostname).replace(/^\[|\]$/g, '');
    const user = (query.get('user') ?? decodeURIComponent(url.username)) || 'postgres';
    const asked = readParameters(query);
    const target = {
        host,
        port: Number(query.get('port') ?? (url.port || '5432')),
        database: (query.get('dbname') ?? decodeURIComponent(url.pathname.slice(1))) || user,
        user,
        password: query.get('password') ?? decodeURIComponent(url.password),
        tls: readTls(host, query),
        options: asked.options,
    };
    const problems = [...poolerProblems(target, query), ...tlsProblems(target, query), ...asked.problems];
    if (host === '')
        problems.push('database-url: no host in it');
    if (host.includes(','))
        problems.push('database-url: several hosts; name the one that takes writes');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return target;
}
function parse(text) {
    const hint = 'expected postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters percent-encoded';
    if (!/^postgres(ql)?:\/\//i.test(text.trim()))
        throw new errors/* InputError */.dz(`database-url: not a PostgreSQL URL; ${hint}`);
    let url;
    try {
        url = new URL(text.trim());
        for (const part of [url.username, url.password, url.pathname])
            decodeURIComponent(part);
    }
    catch {
        throw new errors/* InputError */.dz(`database-url: cannot be read; ${hint}`);
    }
    if (isTorn(url))
        throw new errors/* InputError */.dz(`database-url: cannot be read; ${hint}`);
    return url;
}
function isLocal(host) {
    if (host.startsWith('/'))
        return true;
    const family = (0,external_node_net_namespaceObject().isIP)(host);
    if (family === 4)
        return host.startsWith('127.');
    if (family === 6)
        return host === '::1';
    return !host.includes('.') || host.endsWith('.localhost');
}
function readTls(host, query) {
    const mode = query.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
    const roots = query.get('sslrootcert') ?? undefined;
    const supabase = SUPABASE_HOST.test(host);
    if (['disable', 'allow', 'prefer'].includes(mode))
        return { mode: 'off' };
    if (mode === 'verify-ca')
        return { mode: 'ca', roots, supabase };
    if (mode === 'require' || mode === 'no-verify') {
        const knowsRoots = mode === 'require' && (roots !== undefined || supabase);
        return { mode: knowsRoots ? 'ca' : 'none', roots, supabase };
    }
    return { mode: 'full', roots: roots === 'system' ? undefined : roots, supabase };
}
function tlsProblems({ host }, query) {
    const mode = query.get('sslmode');
    const known = ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'verify-full'];
    if (mode !== null && !known.includes(mode))
        return [`database-url: sslmode=${mode}: expected ${known.join(', ')}`];
    if (isLocal(host) || mode === null || !['disable', 'allow', 'prefer'].includes(mode))
        return [];
    return [`database-url: sslmode=${mode} would send the password over the network in the clear; use verify-full`];
}
function poolerProblems(target, query) {
    const asked = query.get('pgbouncer') === 'true';
    if (target.port !== 6543 && !asked)
        return [];
    const why = asked ? 'pgbouncer=true' : 'port 6543';
    return [
        `database-url: ${why} is a pooler in transaction mode, on which locks and settings do not hold; use ${sessionUrl(target)}`,
    ];
}
function sessionUrl(target) {
    const [user, database] = [target.user, target.database].map(encodeURIComponent);
    return `postgresql://${user}:[YOUR-PASSWORD]@${target.host}:5432/${database}`;
}
function directHostHint(host) {
    const project = DIRECT_HOST.exec(host)?.[1];
    if (project === undefined)
        return undefined;
    return (`${host} has only an IPv6 address and this machine has no IPv6 (nor have GitHub's runners); use the session ` +
        `pooler: postgresql://postgres.${project}:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:5432/postgres ` +
        '(dashboard: Connect, Session pooler), or the IPv4 add-on');
}


/***/ }),

/***/ 356042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession)
});

// UNUSED EXPORTS: clientConfig

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 2 modules
var database_url = __nccwpck_require__(735351);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(182089);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/explain.js



function explainFailedLogin(target, error) {
    if (error instanceof errors/* InputError */.dz)
        return error;
    const code = error instanceof sql_error/* SqlError */.L8 ? error.server.code : (error.code ?? '');
    const where = `${target.host}:${target.port}`;
    const say = (message, hint, retryable = false) => new errors/* RemoteError */.Hi(`database ${where}: ${message}`, {
        service: 'PostgreSQL',
        ...(code === '' ? {} : { code }),
        retryable,
        ...(hint === undefined ? {} : { hint }),
        cause: error,
    });
    if (code === '28P01' || code === '28000')
        return say('the login was refused', 'check user and password in database-url');
    if (code === '3D000')
        return say('no such database', 'check the path of database-url');
    if (code === '53300')
        return say('no connection is free', 'end some, or try again later', true);
    if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CERT_)|ERR_TLS/.test(code)) {
        const todo = 'name its authority with ?sslrootcert=FILE in database-url';
        return say(`its certificate was not accepted (${code})`, todo);
    }
    if (/does not support SSL/.test((0,errors/* describe */.q0)(error)))
        return say('the server speaks no TLS', 'it must, for any host that is not local');
    const direct = (0,database_url/* directHostHint */.Pu)(target.host);
    if (direct !== undefined &&
        /^(ENETUNREACH|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EADDRNOTAVAIL|EAI_AGAIN)/.test(reason(error))) {
        return new errors/* InputError */.dz(`database-url: ${direct}`, { cause: error });
    }
    return error instanceof errors/* RemoteError */.Hi && !(error instanceof sql_error/* SqlError */.L8) && !(error instanceof sql_error/* ConnectionLost */.pz)
        ? error
        : say('cannot be reached', UNREACHED.find(([form]) => form.test(reason(error)))?.[1] ?? USUAL_HINT, true);
}
const UNREACHED = [
    [/^ECONNREFUSED/, 'start it, or correct host and port in database-url'],
    [/^(ENOTFOUND|EAI_AGAIN)/, 'correct the host in database-url'],
];
const USUAL_HINT = 'check host and port in database-url, and whether a firewall is in between';
function reason(error) {
    if (error instanceof AggregateError)
        return reason(error.errors[0]);
    return error.code ?? (/timeout expired/.test((0,errors/* describe */.q0)(error)) ? 'ETIMEDOUT' : '');
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/message.js

class Message {
    #options;
    #resolve;
    #reject;
    #tags = [];
    #rows = [];
    #hadItsTurn = false;
    #over = false;
    #unreadable;
    callback = () => undefined;
    constructor(options, resolve, reject) {
        this.#options = options;
        this.#resolve = resolve;
        this.#reject = reject;
    }
    submit() {
        this.#hadItsTurn = true;
        this.#options.onTurn();
    }
    handleRowDescription() {
        this.#rows = [];
    }
    handleDataRow(message) {
        if (this.#options.keepRows)
            this.#rows.push(message.fields);
    }
    handleCommandComplete(message) {
        this.#tags.push(message.text);
    }
    handleEmptyQuery() { }
    handlePortalSuspended() { }
    handleCopyData(message, connection) {
        this.#options.onCopyRow?.(message.chunk, connection.stream);
    }
    handleCopyInResponse(connection) {
        const wire = connection;
        if (this.#options.copyData === undefined)
            wire.sendCopyFail('no rows follow this COPY in the file');
        else
            void this.#feed(wire, this.#options.copyData);
    }
    async #feed(wire, data) {
        try {
            for await (const chunk of data) {
                if (this.#over)
                    return;
                wire.sendCopyFromChunk(chunk);
                if (wire.stream.writableNeedDrain)
                    await drained(wire.stream);
            }
            if (!this.#over)
                wire.endCopyFrom();
        }
        catch (error) {
            this.#unreadable = error;
            wire.sendCopyFail('the rows could not be read');
        }
    }
    handleError(error) {
        this.#over = true;
        const isAnswer = error.severity !== undefined && error.code !== undefined;
        this.#reject(this.#unreadable ?? (isAnswer ? new sql_error/* SqlError */.L8(fields(error)) : error), this.#tags, this.#hadItsTurn);
    }
    handleReadyForQuery() {
        this.#over = true;
        this.#resolve({ tags: this.#tags, rows: this.#rows });
    }
}
function fields(error) {
    return {
        code: error.code ?? '',
        message: error.message,
        position: error.position === undefined ? undefined : Number(error.position),
        detail: error.detail ?? '',
        hint: error.hint ?? '',
        where: error.where ?? '',
        constraint: error.constraint ?? '',
        table: error.table ?? '',
        column: error.column ?? '',
    };
}
function drained(stream) {
    return new Promise((resolve) => {
        const over = () => {
            stream.off('drain', over).off('close', over);
            resolve();
        };
        stream.once('drain', over).once('close', over);
    });
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/supabase-ca.js
const supabaseRoots = [
    `-----BEGIN CERTIFICATE-----
MIIDxDCCAqygAwIBAgIUbLxMod62P2ktCiAkxnKJwtE9VPYwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTIxMDQyODEwNTY1M1oXDTMxMDQyNjEwNTY1M1ow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqQXW
QyHOB+qR2GJobCq/CBmQ40G0oDmCC3mzVnn8sv4XNeWtE5XcEL0uVih7Jo4Dkx1Q
DmGHBH1zDfgs2qXiLb6xpw/CKQPypZW1JssOTMIfQppNQ87K75Ya0p25Y3ePS2t2
GtvHxNjUV6kjOZjEn2yWEcBdpOVCUYBVFBNMB4YBHkNRDa/+S4uywAoaTWnCJLUi
cvTlHmMw6xSQQn1UfRQHk50DMCEJ7Cy1RxrZJrkXXRP3LqQL2ijJ6F4yMfh+Gyb4
O4XajoVj/+R4GwywKYrrS8PrSNtwxr5StlQO8zIQUSMiq26wM8mgELFlS/32Uclt
NaQ1xBRizkzpZct9DwIDAQABo2AwXjALBgNVHQ8EBAMCAQYwHQYDVR0OBBYEFKjX
uXY32CztkhImng4yJNUtaUYsMB8GA1UdIwQYMBaAFKjXuXY32CztkhImng4yJNUt
aUYsMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAB8spzNn+4VU
tVxbdMaX+39Z50sc7uATmus16jmmHjhIHz+l/9GlJ5KqAMOx26mPZgfzG7oneL2b
VW+WgYUkTT3XEPFWnTp2RJwQao8/tYPXWEJDc0WVQHrpmnWOFKU/d3MqBgBm5y+6
jB81TU/RG2rVerPDWP+1MMcNNy0491CTL5XQZ7JfDJJ9CCmXSdtTl4uUQnSuv/Qx
Cea13BX2ZgJc7Au30vihLhub52De4P/4gonKsNHYdbWjg7OWKwNv/zitGDVDB9Y2
CMTyZKG3XEu5Ghl1LEnI3QmEKsqaCLv12BnVjbkSeZsMnevJPs1Ye6TjjJwdik5P
o/bKiIz+Fq8=
-----END CERTIFICATE-----
`,
    `-----BEGIN CERTIFICATE-----
MIIDxzCCAq+gAwIBAgIUeX+gpfmsRW9asFkRvjyXjHxbfgcwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTI1MDkwMzA4MDEyNVoXDTM1MDkwMTA4MDEyNVow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5Ve7
i9UAmc7luUilELPtqzEk8nGHxg7nY0aCStr625M7+K4OPO6RUllTsHh47k1jWyzm
LXLlyYwCsYCjQp+3vn06H+F/HRUxBt6CK2B7bNng230exTunk0xFvfkX6YgHR7B3
1B7L25Rq3PhuRFPV4hnGYRam2XBZC4UNPqoAgrhV0HOYzXXAVoTr2yaBTMnB331Z
RwOmINh7eqTCk/JRZbb6vfZOhZRAVAe9AoRLoG8aKwmeoLGwlu0UuFx6z3E+6bmA
fSNa8Lx02GEoCdPLw9IRKUFq/SgBpQUKm44H1fDwTjH2CMM0N4p0mL/6wXnNeHvt
C40MmKZ0RcVmHE5wBwIDAQABo2MwYTAdBgNVHQ4EFgQUjvEE541toZcwtXQlZlcB
YOBRTnowHwYDVR0jBBgwFoAUjvEE541toZcwtXQlZlcBYOBRTnowDwYDVR0TAQH/
BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAYYwDQYJKoZIhvcNAQELBQADggEBACD5IcGP
XKvS9qg0CgEQPFqYavt5c7P+0xxFgiZe+xoG8fUw58yNeK2APtgGPRpxEOGfAlNx
z9HDt4gcyHEE00B3qAVDm49pqNxioFWzNqU2LGfM/HL1QmN6urR7hCOkVCJddvOc
FhFX4nZDuRfaBboDvS5HlK3Pzxddp9hvrJi2bemr8HLqYc3HzmVckgPGSLML6t+h
4LRCXSlQsDgQ1LZ4KHsl4cq7K51N6FOXQBLB5q4lMKhs0VUhCT8Pdsj12+84laCV
c22q6p2mdT9SaernCSRnWazXWisgpjv3H7Ex4S1DCYjJIwn3PUToGFv1r8YRN2/S
O19yVSxxCIf64Sg=
-----END CERTIFICATE-----
`,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/session.js







const CONNECT_WITHIN_MS = 20_000;
const CLOSE_WITHIN_MS = 2_000;
const KEEP_ALIVE_MS = 10_000;
const OLDEST = 130_000;
async function openSession(target, options) {
    if (options.signal?.aborted)
        throw new errors/* CancelledError */.cc('cancelled before connecting to the database');
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 971287));
    const withinMs = options.withinMs ?? CONNECT_WITHIN_MS;
    const client = new pg.Client(await clientConfig(target, options.applicationName, withinMs));
    const session = new PgSession(client, options.log);
    let isLate = false;
    const timer = setTimeout(() => {
        isLate = true;
        session.abandon();
    }, withinMs);
    const cancel = () => session.abandon();
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
        await client.connect();
        await session.greet();
    }
    catch (error) {
        await session.close();
        if (options.signal?.aborted)
            throw (0,clock/* cancellation */.WN)(options.signal);
        const cause = isLate ? new Error(`no answer within ${(0,duration/* formatDuration */.a)(withinMs)}`, { cause: error }) : error;
        throw explainFailedLogin(target, cause);
    }
    finally {
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', cancel);
    }
    return session;
}
async function clientConfig(target, applicationName, withinMs) {
    return {
        host: target.host,
        port: target.port,
        database: target.database,
        user: target.user,
        password: target.password,
        ...(target.options === '' ? {} : { options: target.options }),
        application_name: applicationName,
        connectionTimeoutMillis: withinMs,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
        ssl: await tlsOptions(target),
    };
}
async function tlsOptions({ tls, host }) {
    if (tls.mode === 'off')
        return false;
    if (tls.mode === 'none')
        return { rejectUnauthorized: false };
    const own = tls.roots === undefined ? undefined : readRoots(tls.roots);
    const ca = own ?? (tls.supabase ? [...(await systemRoots()), ...supabaseRoots] : undefined);
    return {
        host,
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca: [...ca] }),
        ...(tls.mode === 'ca' ? { checkServerIdentity: () => undefined } : {}),
    };
}
async function systemRoots() {
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 346835, 19));
    return rootCertificates;
}
function readRoots(path) {
    try {
        return [(0,external_node_fs_.readFileSync)(path, 'utf8')];
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`database-url: sslrootcert ${path} cannot be read`, { cause });
    }
}
class PgSession {
    #client;
    #about = '';
    #waiting = [];
    #handedOver = false;
    pid = 0;
    version = 0;
    noticesClientLoss = false;
    lost = false;
    constructor(client, log) {
        this.#client = client;
        client.on('error', () => {
            this.lost = true;
        });
        client.on('end', () => {
            this.lost = true;
        });
        client.on('notice', (notice) => {
            if (notice.code === '25P01')
                return;
            const text = notice.message ?? '';
            if (notice.severity === 'WARNING')
                log.info(`${this.#about}the server warns: ${text}`);
            else
                log.debug(`${this.#about}${notice.severity ?? 'NOTICE'}: ${text}`);
        });
    }
    async greet() {
        const [row] = await this.rows(`select pg_backend_pid(), current_setting('server_version_num'), pg_is_in_recovery(),
              current_setting('transaction_read_only'), current_setting('standard_conforming_strings'), session_user`);
        this.pid = Number(row?.[0]);
        this.version = Number(row?.[1]);
        if (row?.[2] === 't')
            throw new errors/* InputError */.dz('database-url: this server is a read replica; name the primary');
        if (row?.[3] === 'on')
            throw readOnly();
        if (row?.[4] === 'off')
            throw otherStrings(row[5] ?? '');
        if (this.version < OLDEST) {
            throw new errors/* InputError */.dz(`database-url: PostgreSQL ${Math.floor(this.version / 10_000)} is too old; 13 is the oldest`);
        }
        this.noticesClientLoss = (await this.send("set client_connection_check_interval = '2s'")).ok;
    }
    get announcedPid() {
        return this.#client.processID;
    }
    send(sql, options = {}) {
        const [sent] = this.sendAll([{ sql, options }]);
        return sent;
    }
    sendAll(messages) {
        const wire = this.#client.connection;
        if (!this.lost) {
            wire.stream.cork();
            for (const { sql } of messages)
                wire.query(sql);
            wire.stream.uncork();
        }
        const results = messages.map(({ options }) => this.#enqueue(options));
        this.#pump();
        return results;
    }
    #enqueue(options) {
        return new Promise((resolve, reject) => {
            const fail = (error, tags, hadItsTurn) => {
                if (!hadItsTurn)
                    this.#handOn();
                if (error instanceof sql_error/* SqlError */.L8 && !(0,sql_error/* endsConnection */.B5)(error.server.code))
                    resolve({ ok: false, error, tags });
                else if (error instanceof sql_error/* SqlError */.L8 || this.lost || isSocketError(error)) {
                    this.lost = true;
                    resolve({ ok: false, error: new sql_error/* ConnectionLost */.pz(error), tags });
                }
                else
                    reject(error);
            };
            const done = (reply) => resolve({ ok: true, reply, status: this.status() });
            const onTurn = () => {
                this.#about = options.about === undefined ? '' : `${options.about}: `;
                this.#handOn();
            };
            this.#waiting.push(new Message({ ...options, onTurn }, done, fail));
        });
    }
    #pump() {
        if (this.#handedOver)
            return;
        const next = this.#waiting.shift();
        if (next === undefined)
            return;
        this.#handedOver = true;
        this.#client.query(next);
    }
    #handOn() {
        this.#handedOver = false;
        this.#pump();
    }
    async rows(sql) {
        const result = await this.send(sql, { keepRows: true });
        if (!result.ok)
            throw result.error;
        return result.reply.rows;
    }
    status() {
        return this.#client.getTransactionStatus();
    }
    abandon() {
        this.lost = true;
        this.#client.connection.stream.destroy();
    }
    async close() {
        const timer = setTimeout(() => this.abandon(), CLOSE_WITHIN_MS);
        await this.#client.end().catch(() => undefined);
        clearTimeout(timer);
    }
}
function readOnly() {
    return new errors/* RemoteError */.Hi('the database is read-only', {
        service: 'PostgreSQL',
        code: '25006',
        retryable: false,
        hint: 'its disk may be full (Supabase switches to read-only then), or default_transaction_read_only is set for this role',
    });
}
function otherStrings(role) {
    return new errors/* InputError */.dz('database-url: a backslash escapes in the strings of this role or database (standard_conforming_strings is off), so ' +
        `files would mean something else here; run "alter role ${(0,quote/* identifier */.Cv)(role)} set standard_conforming_strings = on" ` +
        'and, in files that need it, "set standard_conforming_strings = off"');
}
function isSocketError(error) {
    if (!(error instanceof Error))
        return false;
    const code = error.code ?? '';
    return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}


/***/ }),

/***/ 182089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ endsConnection),
/* harmony export */   L8: () => (/* binding */ SqlError),
/* harmony export */   pz: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(896818);

class SqlError extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    server;
    constructor(server) {
        super(safeMessage(server), {
            service: 'PostgreSQL',
            code: server.code,
            retryable: /^(40|55P03|53)/.test(server.code),
            ...(safeHint(server) === undefined ? {} : { hint: safeHint(server) ?? '' }),
        });
        this.server = server;
    }
}
class ConnectionLost extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    constructor(cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        super(`the connection to the database was lost: ${words}`, { service: 'PostgreSQL', retryable: true, cause });
    }
}
function endsConnection(code) {
    return /^(08|57P0[1-5]|25P03|25P04)/.test(code);
}
function safeMessage(server) {
    return server.code.startsWith('22') ? server.message.replace(/"[^"]*"(?=$|[^\w])/g, '"…"') : server.message;
}
function safeHint(server) {
    const detail = /^(2B|42|55|57|0A)/.test(server.code) ? server.detail : '';
    const text = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)([detail, server.hint].filter((part) => part !== '').join(' '), '; ');
    return text === '' ? undefined : text;
}


/***/ }),

/***/ 247753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   TS: () => (/* binding */ textArray),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   lq: () => (/* binding */ optional)
/* harmony export */ });
function literal(text) {
    const quoted = text.replaceAll("'", "''");
    return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}
function optional(text) {
    return text === undefined || text === '' ? 'null' : literal(text);
}
function identifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function textArray(texts) {
    return `array[${texts.map(literal).join(',')}]::text[]`;
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
/******/ 		return ({"146":"sealing.chunk.js","194":"carry.chunk.js","238":"restore.chunk.js","392":"../shared/libpg-query.chunk.js","410":"../shared/transport.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","602":"manage.chunk.js","724":"contract-data.chunk.js","803":"archivist.chunk.js","811":"carry+contract-data+restore.common.chunk.js","851":"alone.chunk.js","881":"preview.chunk.js","945":"../shared/pg.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(611045);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
