export const id = 6745;
export const ids = [6745];
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

/***/ 299431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ showKey)
/* harmony export */ });
function showKey({ environment, service }) {
    return service === '' ? environment : `${environment}/${service}`;
}


/***/ }),

/***/ 109614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ openLedger)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(166242);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(184602);
/* harmony import */ var _write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(686140);





function openLedger({ github, creator }) {
    return {
        async read(key) {
            return await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readView */ .Ml)({ github, creator }, key);
        },
        releases: (key) => (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleases */ .tl)({ github, creator }, key),
        line: (key, wanted) => (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readLine */ .Xw)({ github, creator }, key, wanted),
        async runState({ author }) {
            try {
                const run = await github.read('actions.getWorkflowRunAttempt', {
                    run_id: author.runId,
                    attempt_number: author.runAttempt,
                });
                return run.status === 'completed' ? { kind: 'ended', conclusion: run.conclusion ?? null } : { kind: 'running' };
            }
            catch (error) {
                if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi && error.status === 404)
                    return { kind: 'ended', conclusion: null };
                throw error;
            }
        },
        async begin(environment, ref, payload) {
            const name = payload.service === '' ? environment : `${payload.service} in ${environment}`;
            const description = payload.adopted ? `Found live: ${name}` : `Release of ${name}`;
            const record = await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecord */ .eC)(github, { environment, ref, task: _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .RELEASE_TASK */ .OT, description, payload });
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
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, release.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_STATES */ .dQ[state],
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(state, message),
                log_url: release.author.url,
            });
        },
        async markReleased(release, deployment, note = '') {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, release.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_STATES */ .dQ.released,
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeReleased */ .TI)(deployment, note),
                log_url: release.author.url,
            });
        },
        async open(environment, ref, payload) {
            const description = `Swap to ${payload.to}`;
            const record = await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecord */ .eC)(github, { environment, ref, task: _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .SWAP_TASK */ .Wj, description, payload });
            await countsAsOurs(record, 'unchanged');
            const swap = { ...payload, ...recorded(record), state: 'open', message: '' };
            const status = { state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB.open, description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)('open', ''), log_url: payload.author.url };
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, record.id, status);
            return swap;
        },
        async reach(swap, stage) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, swap.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB.open,
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeStage */ .al)(stage),
                log_url: swap.author.url,
            });
        },
        async close(swap, state, message) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, swap.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB[state],
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(state, message),
                log_url: swap.author.url,
            });
        },
    };
    async function countsAsOurs(record, end) {
        const by = record.creator?.login ?? '';
        if (by === creator)
            return;
        const description = (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(end, 'nothing was begun: ledger-creator is not the login that wrote this');
        await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, record.id, { state: 'failure', description });
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`);
    }
}
function recorded(record) {
    return { record: record.id, createdAt: record.created_at, since: record.created_at };
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
/* harmony export */   Ek: () => (/* binding */ RECORDS_READ),
/* harmony export */   Ml: () => (/* binding */ readView),
/* harmony export */   Vd: () => (/* binding */ withStatuses),
/* harmony export */   Xw: () => (/* binding */ readLine),
/* harmony export */   bg: () => (/* binding */ deployments),
/* harmony export */   tl: () => (/* binding */ readReleases)
/* harmony export */ });
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
/* harmony export */   Bi: () => (/* binding */ unsettledReleases),
/* harmony export */   Lc: () => (/* binding */ isRepeatRelease),
/* harmony export */   g3: () => (/* binding */ wentThrough),
/* harmony export */   iH: () => (/* binding */ lastReleased),
/* harmony export */   n2: () => (/* binding */ foldLedger),
/* harmony export */   pq: () => (/* binding */ unsettledSwaps),
/* harmony export */   yS: () => (/* binding */ unsettledRelease)
/* harmony export */ });
/* unused harmony exports isSettled, unchangedSince */
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
