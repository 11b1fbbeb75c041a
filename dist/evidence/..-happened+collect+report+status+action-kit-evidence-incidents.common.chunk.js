export const id = 969;
export const ids = [969];
export const modules = {

/***/ 252541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ sendOnce)
});

;// CONCATENATED MODULE: ./packages/base/lib/looks.js
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

;// CONCATENATED MODULE: ./packages/base/lib/at-most-once.js

async function sendOnce(change, persistence, waiter) {
    for (let turn = 1;; turn++) {
        const answer = await change.send();
        if (answer.kind === 'accepted')
            return answer.data;
        if (answer.kind === 'refused')
            throw answer.error;
        persistence.onLost?.(answer.error);
        const found = await lookAfter(waiter, persistence.lookAfterMs, () => change.look());
        if (found !== undefined)
            return found;
        if (turn >= persistence.sends)
            throw answer.error;
    }
}


/***/ }),

/***/ 601270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gn: () => (/* binding */ auditsOverTime),
/* harmony export */   M1: () => (/* binding */ drillsOverTime),
/* harmony export */   pL: () => (/* binding */ drillOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1018894);

function auditsOverTime(lists) {
    return lists
        .filter(({ list }) => drillOf(list) === undefined)
        .map(({ list }) => {
        const at = Date.parse(list.at);
        const { counts, verdict } = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .L)(list, { onUnknown: 'fail', reportOnly: false }, at);
        const { failed, notVerified, passed, unknown } = counts;
        const about = { tool: list.tool.name, subject: list.subject, atMs: at, run: list.run };
        return { ...about, verdict, passed, failed, unknown: unknown + notVerified };
    })
        .sort((a, b) => b.atMs - a.atMs);
}
function drillsOverTime(lists, records) {
    const reported = lists.flatMap(({ list }) => {
        const drill = drillOf(list);
        if (drill === undefined)
            return [];
        const atMs = Date.parse(list.at);
        const { verdict } = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .L)(list, { onUnknown: 'fail', reportOnly: false }, atMs);
        const timed = list.checks.find(({ id }) => id === drill.timed);
        return [{ what: drill.what, atMs, verdict, measured: timed?.measured ?? '', run: list.run }];
    });
    const read = new Set(lists.map(({ digest }) => digest));
    const recorded = records
        .filter(({ record }) => record.event === 'drill' && !Object.values(record.files).some((digest) => read.has(digest)))
        .map(({ record: { happenedAt, subject, verdict } }) => ({
        ...{ what: subject, atMs: Date.parse(happenedAt), verdict },
        ...{ measured: '', run: null },
    }));
    return [...reported, ...recorded].sort((a, b) => b.atMs - a.atMs);
}
const DRILLS = [
    { tool: 'backup', has: 'backup-restores', what: 'restore of a backup', timed: 'restore-time' },
    { tool: 'alert-drill', has: 'alert-delivered', what: 'alert', timed: 'alert-acknowledged' },
];
function drillOf({ checks, notVerified, tool }) {
    return DRILLS.find((one) => one.tool === tool.name && [...checks, ...notVerified].some(({ id }) => id === one.has));
}


/***/ }),

/***/ 767828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHistory)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(166242);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(184602);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(638973);




async function readHistory(source, key, { fromMs, most }) {
    const { creator, github } = source;
    const isByUs = (record) => record.creator?.login === creator;
    const isOfLine = ({ payload }) => ((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload))?.service === key.service;
    const span = { fromMs, most, isOurs: (record) => isByUs(record) && isOfLine(record) };
    const swaps = await takeRecords(github, key, { ...span, task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj });
    const wanted = new Set(swaps.records.flatMap(({ payload }) => (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload)?.takesBack ?? []));
    const releases = await takeRecords(github, key, { ...span, task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_TASK */ .OT, wanted });
    const own = await swapsOf(github, key, { ...span, releases: releases.earlier });
    const known = new Set(swaps.records.map(({ id }) => id));
    const more = own.filter(({ id }) => !known.has(id));
    const records = [...releases.records, ...releases.earlier, ...swaps.records, ...more];
    const view = (0,_view_js__WEBPACK_IMPORTED_MODULE_1__/* .foldLedger */ .n2)(key, creator, records);
    const statusesOf = (id) => records.filter(({ payload }) => idOf(payload) === id).flatMap(({ statuses }) => statuses);
    const isEarlier = ({ record }) => releases.earlier.some(({ id }) => id === record);
    const past = view.releases.map((release) => ({
        ...release,
        said: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .readSaid */ .ys)(statusesOf(release.id), creator, _states_js__WEBPACK_IMPORTED_MODULE_2__/* .RELEASE_STATES */ .dQ),
    }));
    return {
        releases: past.filter((release) => !isEarlier(release)),
        earlier: past.filter(isEarlier),
        swaps: view.swaps.map((swap) => {
            const statuses = statusesOf(swap.id);
            return { ...swap, said: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .readSaid */ .ys)(statuses, creator, _states_js__WEBPACK_IMPORTED_MODULE_2__/* .SWAP_STATES */ .DB), firstStageAt: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStageAt */ .aI)(statuses, creator) };
        }),
        isWhole: releases.isWhole && swaps.isWhole,
    };
}
function idOf(payload) {
    return ((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload))?.id;
}
async function swapsOf(github, key, { isOurs, most, releases }) {
    if (releases.length === 0)
        return [];
    const ids = new Set(releases.map(({ payload }) => idOf(payload)));
    const isOfThem = ({ payload }) => ids.has((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload)?.release ?? undefined);
    const fromMs = Math.min(...releases.map(({ created_at }) => Date.parse(created_at)));
    const taking = {
        task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj,
        fromMs,
        most,
        isOurs: (record) => isOurs(record) && isOfThem(record),
    };
    return (await takeRecords(github, key, taking)).records;
}
async function takeRecords(github, key, { fromMs, isOurs, most, task, wanted }) {
    const records = [];
    const earlier = [];
    const open = new Set(wanted);
    let isWhole = true;
    for await (const record of (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .deployments */ .bg)(github, key, task)) {
        const isOld = Date.parse(record.created_at) < fromMs;
        if (isOld && open.size === 0)
            break;
        if (!isOurs(record))
            continue;
        const isWanted = open.delete(idOf(record.payload) ?? '');
        if (!isOld && records.length < most)
            records.push(await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withStatuses */ .Vd)(github, record));
        else if (isWanted && earlier.length < most)
            earlier.push(await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withStatuses */ .Vd)(github, record));
        else if (!isOld || isWanted)
            isWhole = false;
        if (!isWhole && open.size === 0)
            break;
    }
    return { records, earlier, isWhole };
}


/***/ }),

/***/ 299431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ showKey)
/* harmony export */ });
function showKey({ environment, service }) {
    return service === '' ? environment : `${environment}/${service}`;
}


/***/ }),

/***/ 595278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ readReleasePayload),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   OT: () => (/* binding */ RELEASE_TASK),
/* harmony export */   Re: () => (/* binding */ recordId),
/* harmony export */   Wj: () => (/* binding */ SWAP_TASK),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   ad: () => (/* binding */ isAuthor),
/* harmony export */   gX: () => (/* binding */ readSwapPayload)
/* harmony export */ });
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


/***/ }),

/***/ 166242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ml: () => (/* binding */ readView),
/* harmony export */   Vd: () => (/* binding */ withStatuses),
/* harmony export */   Xw: () => (/* binding */ readLine),
/* harmony export */   bg: () => (/* binding */ deployments),
/* harmony export */   tl: () => (/* binding */ readReleases)
/* harmony export */ });
/* unused harmony export RECORDS_READ */
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(595278);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(638973);
/* harmony import */ var _write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(686140);



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
        const [release] = (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .foldLedger */ .n2)(key, creator, [whole]).releases;
        liveBefore = release?.before.release ?? null;
        isAnchored ||= release?.state === 'released';
        if (release === undefined || !(0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .wentThrough */ .g3)(release))
            return false;
        if (since === 0)
            since = record.id;
        return !(0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .isRepeatRelease */ .Lc)(release);
    };
    let found = false;
    for await (const record of deployments(github, key, _payload_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE_TASK */ .OT)) {
        const payload = record.creator?.login === creator ? (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleasePayload */ .Cy)(record.payload) : undefined;
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
    for await (const record of deployments(github, key, _payload_js__WEBPACK_IMPORTED_MODULE_1__/* .SWAP_TASK */ .Wj)) {
        if (record.id < since)
            break;
        const ours = record.creator?.login === creator && (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSwapPayload */ .gX)(record.payload)?.service === key.service;
        if (!ours)
            records.push({ ...record, statuses: [] });
        else if (++swaps <= RECORDS_READ)
            records.push(await withStatuses(github, record));
    }
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .foldLedger */ .n2)(key, creator, records);
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
    for await (const record of deployments(github, key, _payload_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE_TASK */ .OT)) {
        const payload = (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleasePayload */ .Cy)(record.payload);
        if (payload?.service !== key.service || record.creator?.login !== creator || seen.has(payload.id))
            continue;
        seen.add(payload.id);
        yield { payload, record };
    }
}
async function whole({ creator, github }, key, record) {
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .foldLedger */ .n2)(key, creator, [await withStatuses(github, record)]).releases;
}
async function* deployments(github, key, task) {
    for await (const page of github.pages('repos.listDeployments', { environment: key.environment, task }))
        yield* page.map(_write_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentOf */ .PE);
}
async function withStatuses(github, record) {
    const statuses = [];
    for await (const page of github.pages('repos.listDeploymentStatuses', { deployment_id: record.id }))
        statuses.push(...page.map((status) => ({ ...status, id: Number(status.id) })));
    return { ...record, statuses };
}


/***/ }),

/***/ 409718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ servicesIn)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(166242);


async function servicesIn({ creator, github }, environment, { fromMs }) {
    const services = new Map();
    for (const task of [_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_TASK */ .OT, _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj])
        for await (const record of (0,_read_records_js__WEBPACK_IMPORTED_MODULE_1__/* .deployments */ .bg)(github, { environment, service: '' }, task)) {
            if (Date.parse(record.created_at) < fromMs)
                break;
            if (record.creator?.login !== creator)
                continue;
            const payload = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(record.payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(record.payload);
            if (payload !== undefined)
                services.set(payload.service, (services.get(payload.service) ?? 0) + 1);
        }
    return [...services.keys()].sort((a, b) => (services.get(a) ?? 0) - (services.get(b) ?? 0) || (a < b ? -1 : 1));
}


/***/ }),

/***/ 184602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ SWAP_STATES),
/* harmony export */   Jw: () => (/* binding */ describeState),
/* harmony export */   NW: () => (/* binding */ readStage),
/* harmony export */   TI: () => (/* binding */ describeReleased),
/* harmony export */   aI: () => (/* binding */ firstStageAt),
/* harmony export */   al: () => (/* binding */ describeStage),
/* harmony export */   dQ: () => (/* binding */ RELEASE_STATES),
/* harmony export */   un: () => (/* binding */ readState),
/* harmony export */   ys: () => (/* binding */ readSaid)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(580229);

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
function describeState(state, message) {
    const text = message === '' ? state : `${state}: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .redactText */ .Rd)(message).replace(/\s+/g, ' ').trim()}`;
    return text.length <= DESCRIPTION_LIMIT ? text : `${text.slice(0, DESCRIPTION_LIMIT - 1)}…`;
}
function describeReleased(deployment, note) {
    const words = [deployment === null ? '' : `${deployment} is live`, note].filter((part) => part !== '');
    return describeState('released', words.join('; '));
}
function describeStage({ number, of, percentage }) {
    return describeState('open', `stage ${number} of ${of}, ${percentage} %`);
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


/***/ }),

/***/ 638973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ isRepeatRelease),
/* harmony export */   g3: () => (/* binding */ wentThrough),
/* harmony export */   n2: () => (/* binding */ foldLedger)
/* harmony export */ });
/* unused harmony exports isSettled, lastReleased, unchangedSince, unsettledReleases, unsettledRelease, unsettledSwaps */
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(595278);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(184602);


function isSettled(state) {
    return state === 'released' || state === 'rolled-back' || state === 'partly-rolled-back' || state === 'acknowledged';
}
const RELEASE = { known: _states_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_STATES */ .dQ, first: 'begun', ended: isSettled };
const ADOPTED = { ...RELEASE, first: 'released' };
const SWAP = { known: _states_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_STATES */ .DB, first: 'open', ended: isClosed };
function foldLedger(key, creator, records) {
    const releases = [];
    const swaps = [];
    const ignored = [];
    for (const record of unique(records)) {
        const payload = record.task === _payload_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE_TASK */ .OT ? (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleasePayload */ .Cy)(record.payload) : (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSwapPayload */ .gX)(record.payload);
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
                ...(0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .readState */ .un)(record.statuses, creator, payload.adopted ? ADOPTED : RELEASE),
            });
        else {
            const reached = payload.stages === undefined ? undefined : (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .readStage */ .NW)(record.statuses, creator);
            const state = (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .readState */ .un)(record.statuses, creator, SWAP);
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
        const payload = (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readReleasePayload */ .Cy)(record.payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .readSwapPayload */ .gX)(record.payload);
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
function lastReleased(view) {
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
function unsettledReleases({ releases }) {
    const last = releases.findIndex(wentThrough);
    return (last < 0 ? releases : releases.slice(0, last)).filter(({ state }) => !isSettled(state));
}
function unsettledRelease(view) {
    return unsettledReleases(view)[0];
}
function unsettledSwaps(view) {
    const settled = new Set(view.releases.filter((release) => isSettled(release.state)).map((release) => release.id));
    const since = view.releases.find(wentThrough)?.record ?? 0;
    return view.swaps.filter((swap) => (swap.state === 'open' || swap.state === 'unresolved') &&
        swap.record > since &&
        !(swap.release !== null && settled.has(swap.release)));
}


/***/ }),

/***/ 686140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ createStatus),
/* harmony export */   PE: () => (/* binding */ deploymentOf),
/* harmony export */   eC: () => (/* binding */ createRecord)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252541);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(595278);


const LOOK_AFTER_MS = [0, 500];
const SENDS = 3;
async function createRecord(github, wanted) {
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
            const found = list.find((record) => (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .recordId */ .Re)(record.payload) === payload.id);
            return found === undefined ? undefined : deploymentOf(found);
        },
    });
}
function deploymentOf(raw) {
    const { task, payload, creator, created_at } = raw;
    return { id: Number(raw.id), task, payload, creator, created_at };
}
async function createStatus(github, record, status) {
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
    return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .sendOnce */ .E)(change, { sends: SENDS, lookAfterMs: LOOK_AFTER_MS, onLost }, github);
}


/***/ })

};
