import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

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

/***/ 383893:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(94483);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 94483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
;// CONCATENATED MODULE: ./packages/base/lib/reasons.js
function defineReasons(reasons) {
    return reasons;
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/key.js
function showKey({ environment, service }) {
    return service === '' ? environment : `${environment}/${service}`;
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/payload.js
const RELEASE_TASK = 'lockstep';
const SWAP_TASK = 'lockstep:swap';
function readReleasePayload(payload) {
    const found = payload_parsed(payload);
    const whole = found?.kind === 'lockstep-release/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        payload_isAuthor(found.author) &&
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
    const found = payload_parsed(payload);
    const whole = found?.kind === 'lockstep-swap/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        typeof found.to === 'string' &&
        payload_isAuthor(found.author) &&
        isTextOrNone(found.release) &&
        isTextOrNone(found.from) &&
        isObject(found.aliases) &&
        isAbsentOr(found.stages, (all) => Array.isArray(all) && all.every((one) => typeof one === 'number')) &&
        isAbsentOr(found.takesBack, (all) => Array.isArray(all) && all.every((one) => typeof one === 'string'));
    return whole ? found : undefined;
}
function recordId(payload) {
    const found = payload_parsed(payload);
    const ours = typeof found?.kind === 'string' && found.kind.startsWith('lockstep-');
    return ours && typeof found.id === 'string' ? found.id : undefined;
}
function payload_parsed(payload) {
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
function payload_isAuthor(value) {
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
function describeState(state, message) {
    const text = message === '' ? state : `${state}: ${(0,redact/* redactText */.Rd)(message).replace(/\s+/g, ' ').trim()}`;
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

;// CONCATENATED MODULE: ./packages/github/lib/ledger/plan-begin.js


function blockingRecord(view) {
    return unsettledRelease(view) ?? unsettledSwaps(view)[0];
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

;// CONCATENATED MODULE: ./packages/github/lib/ledger/write.js


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
            const found = list.find((record) => recordId(record.payload) === payload.id);
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
            const record = await createRecord(github, { environment, ref, task: RELEASE_TASK, description, payload });
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
            await createStatus(github, release.record, {
                state: RELEASE_STATES[state],
                description: describeState(state, message),
                log_url: release.author.url,
            });
        },
        async markReleased(release, deployment, note = '') {
            await createStatus(github, release.record, {
                state: RELEASE_STATES.released,
                description: describeReleased(deployment, note),
                log_url: release.author.url,
            });
        },
        async open(environment, ref, payload) {
            const description = `Swap to ${payload.to}`;
            const record = await createRecord(github, { environment, ref, task: SWAP_TASK, description, payload });
            await countsAsOurs(record, 'unchanged');
            const swap = { ...payload, ...recorded(record), state: 'open', message: '' };
            const status = { state: SWAP_STATES.open, description: describeState('open', ''), log_url: payload.author.url };
            await createStatus(github, record.id, status);
            return swap;
        },
        async reach(swap, stage) {
            await createStatus(github, swap.record, {
                state: SWAP_STATES.open,
                description: describeStage(stage),
                log_url: swap.author.url,
            });
        },
        async close(swap, state, message) {
            await createStatus(github, swap.record, {
                state: SWAP_STATES[state],
                description: describeState(state, message),
                log_url: swap.author.url,
            });
        },
    };
    async function countsAsOurs(record, end) {
        const by = record.creator?.login ?? '';
        if (by === creator)
            return;
        const description = describeState(end, 'nothing was begun: ledger-creator is not the login that wrote this');
        await createStatus(github, record.id, { state: 'failure', description });
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
const JOB_FORGOTTEN_MS = (/* unused pure expression or super */ null && (15 * 60_000));
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
        if (error instanceof RemoteError && error.status === 404)
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/live.js



async function readLive(values, shell) {
    if (values['vercel-project'] === '')
        return 'not-asked';
    const api = vercelClient(values, shell);
    const { production } = await readProject(api, values['vercel-project']);
    if (production === undefined)
        return 'nothing';
    const deployment = await readDeployment(api, production).catch((error) => {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return undefined;
        throw error;
    });
    return { deployment: production, commit: deployment?.commit ?? null };
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

;// CONCATENATED MODULE: ./packages/base/lib/verdict.js
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/github/lib/commits.js

async function compareCommits(github, base, head) {
    try {
        const { status } = await github.read('repos.compareCommitsWithBasehead', {
            basehead: `${base}...${head}`,
            per_page: 1,
        });
        return status;
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && (error.status === 404 || error.status === 422))
            return 'unknown';
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/freeze.js

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LINE = /^(\S+(?: \d\d:\d\d)?)\.\.(\S+(?: \d\d:\d\d)?)(?: .*)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const WEEKLY = new RegExp(`^(${DAYS.join('|')})(?: ([01]\\d|2[0-3]):([0-5]\\d))?$`);
const EXPECTED = 'expected FROM..TO and a reason, with 2026-12-20, 2026-12-20T16:00 or "Fri 16:00" at both ends, the last day included';
function readFreezes(lines) {
    const problems = freezeProblems(lines);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return lines.map(freezeOf).filter((freeze) => freeze !== undefined);
}
function freezeProblems(lines) {
    return lines
        .filter((text) => freezeOf(text) === undefined)
        .map((text) => `input "freeze": ${JSON.stringify(text.slice(0, 80))}: ${EXPECTED}`);
}
function freezeOf(text) {
    const [, from = '', to = ''] = LINE.exec(text) ?? [];
    const span = spanOf(from, to);
    return span === undefined ? undefined : { text, span };
}
function frozenBy(freezes, nowMs, zone) {
    const { moment, minute } = localTime(nowMs, zone);
    return freezes.find(({ span }) => {
        if (span.kind === 'once')
            return span.from <= moment && moment < span.to;
        return span.from < span.to ? span.from <= minute && minute < span.to : span.from <= minute || minute < span.to;
    });
}
function isZone(zone) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}
function spanOf(from, to) {
    const [weeklyFrom, weeklyTo] = [minuteOf(from, 0), minuteOf(to, 1)];
    if (weeklyFrom !== undefined && weeklyTo !== undefined)
        return { kind: 'weekly', from: weeklyFrom, to: weeklyTo % (7 * 24 * 60) };
    const [start, end] = [momentOf(from, 0), momentOf(to, 1)];
    if (start === undefined || end === undefined || end <= start)
        return undefined;
    return { kind: 'once', from: start, to: end };
}
function momentOf(text, daysOn) {
    if (MOMENT.test(text))
        return Number.isNaN(Date.parse(`${text}Z`)) ? undefined : text;
    if (!DATE.test(text))
        return undefined;
    const day = new Date(`${text}T00:00Z`);
    if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
        return undefined;
    day.setUTCDate(day.getUTCDate() + daysOn);
    return day.toISOString().slice(0, 16);
}
function minuteOf(text, daysOn) {
    const [, day = '', hour, minute] = WEEKLY.exec(text) ?? [];
    const at = DAYS.indexOf(day);
    if (at < 0)
        return undefined;
    return hour === undefined ? (at + daysOn) * 24 * 60 : (at * 24 + Number(hour)) * 60 + Number(minute);
}
function localTime(nowMs, zone) {
    const options = { timeZone: zone, hourCycle: 'h23', weekday: 'short' };
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
    const parts = new Intl.DateTimeFormat('en-GB', { ...options, ...digits }).formatToParts(nowMs);
    const part = (type) => parts.find((one) => one.type === type)?.value ?? '';
    const moment = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
    const minute = (DAYS.indexOf(part('weekday')) * 24 + Number(part('hour'))) * 60 + Number(part('minute'));
    return { moment, minute };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/refusals.js




const refusalReasons = defineReasons({
    'evidence-of-other-commit': {
        verdict: 'fail',
        meaning: 'The evidence was made for another commit than the one that is released.',
        remedy: 'Pass the evidence of this commit, or set `commit-sha` to the commit of the evidence.',
    },
    'evidence-not-passed': {
        verdict: 'fail',
        meaning: 'A verdict in the evidence is fail or unknown, so it does not show that the candidate is good.',
        remedy: 'Fix what the run that made the evidence found, and run that again.',
    },
    'evidence-stale': {
        verdict: 'fail',
        meaning: 'The evidence is older than `max-evidence-age`, or from the future.',
        remedy: 'Check the candidate again and pass the new evidence.',
    },
    superseded: {
        verdict: 'fail',
        meaning: 'The live commit is newer than this one, or this one does not contain it.',
        remedy: 'Rebase or merge the live commit first. To release an older commit on purpose, set `require-newer-commit: false`.',
    },
    frozen: {
        verdict: 'fail',
        meaning: 'A freeze applies now; the message names it. Freezes do not apply to rollbacks.',
        remedy: 'Run the job again after the freeze, or remove the freeze if this release must not wait.',
    },
});
function refuseEvidence(evidence, commit, age) {
    return refuseContent(evidence, commit) ?? refuseAge(evidence, age);
}
function refuseContent(evidence, commit) {
    if (evidence.commit !== null && !sameCommit(evidence.commit, commit)) {
        const message = `the evidence is for commit ${evidence.commit}, not for ${commit}`;
        return { reason: 'evidence-of-other-commit', message };
    }
    const verdict = combine(Object.values(evidence.verdicts));
    if (verdict === 'pass')
        return undefined;
    return {
        reason: 'evidence-not-passed',
        message: `${subjectOf(evidence, commit)} has the verdict ${verdict}, not pass`,
    };
}
function refuseAge(evidence, { nowMs, maxAgeMs }) {
    const age = nowMs - Date.parse(evidence.at);
    if (maxAgeMs === undefined || (0,lib_clock/* isFresh */.pL)(age, maxAgeMs))
        return undefined;
    const seen = age < 0 ? `is ${(0,lib_duration/* formatDuration */.a)(-age)} in the future` : `is ${(0,lib_duration/* formatDuration */.a)(age)} old`;
    const message = `${subjectOf(evidence, 'the release')} ${seen}; max-evidence-age is ${(0,lib_duration/* formatDuration */.a)(maxAgeMs)}: check the candidate again`;
    return { reason: 'evidence-stale', message };
}
function subjectOf({ deployment, commit }, otherwise) {
    return `the evidence of ${deployment ?? commit ?? otherwise}`;
}
async function refuseOrder(values, shell, live, commit) {
    if (!values['require-newer-commit'] || typeof live !== 'object' || live.commit === null)
        return undefined;
    const order = await compareCommits(githubClient(values, shell), live.commit, commit).catch((error) => {
        if (shell.signal.aborted)
            throw error;
        shell.log.warning((0,errors/* describe */.q0)(error));
        return 'unknown';
    });
    const override = 'require-newer-commit: false allows it';
    if (order === 'behind') {
        const message = `${commit} is older than ${live.commit}, which is live; ${override}`;
        return { reason: 'superseded', message };
    }
    if (order !== 'diverged')
        return undefined;
    const message = `${commit} does not contain ${live.commit}, which is live: rebase or merge first; ${override}`;
    return { reason: 'superseded', message };
}
function refuseFrozen(values, nowMs) {
    const freeze = frozenBy(readFreezes(values.freeze), nowMs, values['freeze-zone']);
    if (freeze === undefined)
        return [];
    const message = `a freeze applies now: ${freeze.text} (${values['freeze-zone']}); freezes do not apply to rollbacks`;
    return [{ reason: 'frozen', message }];
}

// EXTERNAL MODULE: ./packages/action-shell/lib/held-summary.js
var held_summary = __nccwpck_require__(691413);
// EXTERNAL MODULE: ./packages/action-shell/lib/journal.js + 1 modules
var lib_journal = __nccwpck_require__(345531);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
;// CONCATENATED MODULE: ./packages/base/lib/canonical.js
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}

;// CONCATENATED MODULE: ./packages/base/lib/evidence.js



function sealEvidence(facts) {
    const content = { kind: 'lockstep-evidence/1', ...facts };
    return { ...content, digest: digestOf(content) };
}
function openEvidence(text) {
    const value = parse(text);
    if (typeof value !== 'object' || value === null || value.kind !== 'lockstep-evidence/1')
        throw new errors/* InputError */.dz('evidence: not Lockstep evidence; pass the output "evidence" of health-gate as it is');
    const { digest, ...content } = value;
    const actual = digestOf(content);
    if (digest !== actual)
        throw new errors/* InputError */.dz(`evidence: changed after it was sealed (digest ${digest}, content ${actual}); run the gate again`);
    return value;
}
function digestOf(content) {
    return `sha256:${(0,external_node_crypto_().createHash)('sha256').update(canonicalJson(content)).digest('hex')}`;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz('evidence: not readable as JSON; pass the output "evidence" of health-gate as it is', {
            cause,
        });
    }
}

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

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/record-id.js

function newRecordId(nowMs) {
    const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
    return `${stamp}-${(0,external_node_crypto_().randomUUID)().slice(0, 6)}`;
}
const RECORD_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

;// CONCATENATED MODULE: ./packages/github/lib/trust/judge-origin.js
const SLACK_MS = 5_000;
function judgeOrigin(facts, rule) {
    if (facts === undefined)
        return doubted('GitHub has no such run (any more)');
    const { headBranch, event, url, by, path } = facts;
    if (facts.headRepository !== facts.repository)
        return doubted(`${url} ran a commit of ${facts.headRepository}`);
    if (/^pull_request/.test(event))
        return doubted(`${url} was started by ${event}, which runs commits that anyone may propose`);
    if (headBranch === null || !rule.branches.some((branch) => fits(headBranch, branch)))
        return doubted(`${url} ran on ${headBranch ?? 'no branch'}; only workflows of ${rule.branches.join(', ')} are trusted (trusted-branches)`);
    if (facts.commit !== 'identical' && facts.commit !== 'behind')
        return doubted(`${url} ran a commit that branch ${headBranch} does not have`);
    const named = facts.jobs.filter(({ name }) => rule.job === undefined || lastName(name) === rule.job);
    if (!named.some((job) => isAtWork(job, rule.madeAt))) {
        const job = rule.job === undefined ? 'no job' : `no job "${rule.job}"`;
        return doubted(`${url} had ${job} at work when the record was written: another run wrote it`);
    }
    if (rule.rivals > 0)
        return doubted(`${url} is named by ${rule.rivals + 1} such records: only one of them can be genuine`);
    return { kind: 'known', origin: { by, path, branch: headBranch, url } };
}
function lastName(name) {
    return (name.split(' / ').at(-1) ?? name).replace(/ \([^)]*\)$/, '');
}
function isAtWork({ conclusion, startedAt, completedAt }, madeAt) {
    if (startedAt === null || conclusion === 'skipped')
        return false;
    return madeAt >= startedAt - SLACK_MS && madeAt <= (completedAt ?? Number.POSITIVE_INFINITY) + SLACK_MS;
}
function fits(branch, pattern) {
    const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${escaped.join('.*')}$`).test(branch);
}
function doubted(why) {
    return { kind: 'doubted', why };
}

;// CONCATENATED MODULE: ./packages/github/lib/trust/read-origin.js



async function readOrigin(github, written, rule) {
    const repository = await github.read('repos.get', {});
    const branches = rule.branches.length > 0 ? rule.branches : [repository.default_branch];
    const facts = await factsOf(github, written.author, repository.full_name);
    const { rivals } = written;
    return judgeOrigin(facts, { branches, job: rule.job, madeAt: Date.parse(written.createdAt), rivals });
}
async function readStarter(github, author) {
    const run = await readRun(github, author);
    return run === undefined ? undefined : accountOf(run);
}
async function isOnBranch(github, sha, branches) {
    const named = branches.filter((branch) => !branch.includes('*'));
    const fallback = async () => [(await github.read('repos.get', {})).default_branch];
    for (const branch of named.length > 0 ? named : await fallback()) {
        const order = await standing(github, branch, sha);
        if (order === 'identical' || order === 'behind')
            return true;
    }
    return false;
}
function read_origin_at({ runId, runAttempt }) {
    return { run_id: runId, attempt_number: runAttempt };
}
function readRun(github, author) {
    return orGone(github.read('actions.getWorkflowRunAttempt', read_origin_at(author)));
}
async function factsOf(github, author, repository) {
    const run = await readRun(github, author);
    const by = run === undefined ? undefined : accountOf(run);
    if (run === undefined || by === undefined)
        return undefined;
    return {
        repository,
        headRepository: run.head_repository?.full_name ?? 'a repository that is gone',
        headBranch: run.head_branch,
        event: run.event,
        path: run.path,
        url: run.html_url,
        by,
        jobs: await jobsOf(github, author),
        commit: run.head_branch === null ? 'unknown' : await standing(github, run.head_branch, run.head_sha),
    };
}
async function standing(github, branch, sha) {
    const found = await orGone(github.read('repos.getBranch', { branch }));
    if (found === undefined)
        return 'unknown';
    return found.commit.sha === sha ? 'identical' : await compareCommits(github, found.commit.sha, sha);
}
async function jobsOf(github, author) {
    const jobs = [];
    for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', read_origin_at(author)))
        for (const { name, status, conclusion, started_at, completed_at } of page.jobs)
            jobs.push({ name, status, conclusion, startedAt: timeOf(started_at), completedAt: timeOf(completed_at) });
    return jobs;
}
function accountOf({ triggering_actor: actor }) {
    return actor == null ? undefined : { id: Number(actor.id), login: actor.login, isPerson: actor.type === 'User' };
}
function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}
async function orGone(asking) {
    try {
        return await asking;
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/github/lib/promotion/payload.js

const LONGEST_REQUEST_MS = (/* unused pure expression or super */ null && (31 * 24 * 3_600_000));
const CANDIDATE_TASK = 'lockstep:candidate';
const payload_REQUEST_TASK = 'lockstep:request';
function readCandidatePayload(payload) {
    const found = parsed(payload);
    const whole = found?.kind === 'lockstep-candidate/1' && isCommon(found) && typeof found.deployment === 'string';
    return whole ? found : undefined;
}
function payload_readRequestPayload(payload) {
    const found = payload_parsed(payload);
    const whole = found?.kind === 'lockstep-request/1' &&
        isCommon(found) &&
        typeof found.actor === 'string' &&
        (found.mode === 'same-build' || found.mode === 'same-commit') &&
        isTime(found.expiresAt);
    return whole ? found : undefined;
}
function isTime(value) {
    return (typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
        !Number.isNaN(Date.parse(value)));
}
function isCommon(found) {
    return (typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        typeof found.commit === 'string' &&
        payload_isAuthor(found.author) &&
        isObject(found.evidence));
}

;// CONCATENATED MODULE: ./packages/github/lib/promotion/records.js


async function* records_recordsOf(github, creator, { environment }, task) {
    for await (const page of github.pages('repos.listDeployments', { environment, task }))
        yield* page.map(deploymentOf).filter((record) => record.creator?.login === creator);
}
const LONGEST_JOB_MS = 6 * 3_600_000;
const MOST_RECORDS = 2_000;
async function findWritten(github, creator, key, { task, read, wanted }) {
    let found;
    const seen = [];
    let count = 0;
    for await (const record of records_recordsOf(github, creator, key, task)) {
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
    throw new errors/* InputError */.dz(`input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`);
}

;// CONCATENATED MODULE: ./packages/github/lib/promotion/request-states.js
const REQUEST_STATES = {
    requested: 'pending',
    approved: 'in_progress',
    denied: 'failure',
    used: 'success',
};
function request_states_standingOf(statuses, creator) {
    const oldestFirst = [...statuses].sort((a, b) => a.id - b.id);
    const first = (state) => oldestFirst.find(({ creator: by, description }) => by?.login === creator && wordOf(description) === state);
    const [approval, denial] = [first('approved'), first('denied')];
    const withdrawn = oldestFirst.some(({ state }) => state === 'inactive');
    const state = first('used') !== undefined
        ? 'used'
        : withdrawn
            ? 'withdrawn'
            : denial !== undefined
                ? 'denied'
                : approval !== undefined
                    ? 'approved'
                    : 'requested';
    return { state, approval, denial };
}
function wordOf(description) {
    return /^([a-z-]+)(?::|$)/.exec(description)?.[1];
}
function request_states_saidBy(status) {
    const [, by, reason = ''] = /^[a-z-]+: by (\S+?)(?:: (.*))?$/s.exec(status?.description ?? '') ?? [];
    return by === undefined ? undefined : { by, reason };
}

;// CONCATENATED MODULE: ./packages/github/lib/promotion/requests.js






const ASKING_JOB = 'Ask';
async function openRequest(github, creator, environment, payload) {
    const description = `${payload.actor} requests to release ${payload.deployment ?? payload.commit.slice(0, 7)}`;
    const wanted = { environment, ref: payload.commit, task: REQUEST_TASK, description, payload };
    const record = await createOurs(github, creator, wanted);
    await setRequestState(github, record.id, 'requested', { message: `by ${payload.actor}`, runUrl: payload.author.url });
}
async function findRequest(github, creator, key, id) {
    const found = await findWritten(github, creator, key, {
        task: payload_REQUEST_TASK,
        read: payload_readRequestPayload,
        wanted: (payload) => payload.id === id,
    });
    if (found === undefined)
        return undefined;
    const { payload, record, rivals } = found;
    return { ...(await standingRequest(github, creator, payload, record)), rivals };
}
const REQUESTS_READ = 10;
async function openRequests(github, creator, key, nowMs) {
    const found = [];
    let looked = 0;
    for await (const record of recordsOf(github, creator, key, REQUEST_TASK)) {
        const payload = readRequestPayload(record.payload);
        if (payload === undefined || payload.service !== key.service)
            continue;
        if (++looked > REQUESTS_READ)
            break;
        if (Date.parse(payload.expiresAt) <= nowMs || found.some(({ id }) => id === payload.id))
            continue;
        const request = await standingRequest(github, creator, payload, record);
        if (request.state === 'requested' || request.state === 'approved')
            found.push(request);
    }
    return found;
}
async function standingRequest(github, creator, payload, record) {
    const { state, approval, denial } = request_states_standingOf(await statusesOf(github, record.id), creator);
    return {
        ...payload,
        record: record.id,
        createdAt: record.created_at,
        state,
        approvedBy: request_states_saidBy(approval)?.by,
        approvedIn: approval?.log_url,
        denial: request_states_saidBy(denial),
    };
}
function readRequestOrigin(github, request, branches) {
    return readOrigin(github, request, { job: ASKING_JOB, branches });
}
async function approveRequest(github, creator, request, { by, runUrl }) {
    const id = await setRequestState(github, request.record, 'approved', { message: `by ${by}`, runUrl });
    const { approval: first } = standingOf(await statusesOf(github, request.record), creator);
    if (first === undefined || first.id === id)
        return { earlier: undefined };
    return { earlier: saidBy(first)?.by ?? 'another user' };
}
async function denyRequest(github, request, { by, reason, runUrl }) {
    const message = `by ${by}${reason === '' ? '' : `: ${reason}`}`;
    await setRequestState(github, request.record, 'denied', { message, runUrl });
}
async function useRequest(github, request, release, runUrl) {
    await setRequestState(github, request.record, 'used', { message: `by release ${release}`, runUrl });
}
function setRequestState(github, record, state, { message, runUrl }) {
    const description = describeState(state, message);
    return createStatus(github, record, { state: REQUEST_STATES[state], description, log_url: runUrl });
}
async function statusesOf(github, record) {
    const statuses = [];
    for await (const page of github.pages('repos.listDeploymentStatuses', { deployment_id: record }))
        statuses.push(...page.map((status) => ({ ...status, id: Number(status.id), log_url: status.log_url ?? '' })));
    return statuses;
}

;// CONCATENATED MODULE: ./packages/github/lib/promotion/people.js

async function readPerson(github, login) {
    const may = { maySeeAndPush: false, mayTriage: false };
    const nobody = { login, id: undefined, isBot: login.endsWith('[bot]'), ...may, role: 'none' };
    try {
        const { permission, role_name, user } = await github.read('repos.getCollaboratorPermissionLevel', {
            username: login,
        });
        const maySeeAndPush = permission === 'admin' || permission === 'write';
        return {
            login,
            id: user === null ? undefined : Number(user.id),
            isBot: nobody.isBot || (user !== null && user.type !== 'User'),
            maySeeAndPush,
            mayTriage: maySeeAndPush || user?.permissions?.triage === true,
            role: role_name,
        };
    }
    catch (error) {
        if (error instanceof RemoteError && error.status === 404)
            return nobody;
        throw error;
    }
}
async function readEnvironmentApprover(github, runId, environment) {
    const reviews = await github.read('actions.getReviewsForRun', { run_id: runId });
    const approved = reviews.filter(({ environments, state }) => state === 'approved' && environments.some(({ name }) => name?.toLowerCase() === environment.toLowerCase()));
    return approved.at(-1)?.user.login;
}

;// CONCATENATED MODULE: ./actions/release/lib/approval.js



async function readApproval(values, shell, candidate) {
    const github = githubClient(values, shell);
    if (values.request === '')
        return { approval: await reviewOf(values, shell), request: undefined };
    const key = { environment: values.environment, service: values.service };
    const request = await findRequest(github, values['ledger-creator'], key, values.request);
    if (request === undefined)
        return { reason: 'no-such-request', message: `there is no approval request ${values.request} in this environment` };
    const refusal = refuseRequest(request, candidate);
    if (refusal !== undefined)
        return refusal;
    const people = await readPeople(github, values, shell, request);
    return 'reason' in people ? people : { approval: { ...people, request: request.id }, request };
}
function refuseRequest(request, candidate) {
    const name = `request ${request.id}`;
    if (request.state === 'used')
        return { reason: 'request-used', message: `${name} was used by a release already: request an approval again` };
    if (request.denial !== undefined) {
        const { by, reason } = request.denial;
        const because = reason === '' ? '' : `: ${reason}`;
        return { reason: 'request-denied', message: `${name} was denied by ${by}${because}` };
    }
    if (request.state !== 'approved')
        return { reason: 'request-not-approved', message: `${name} is ${request.state}, not approved` };
    const deployment = candidate.evidence?.deployment ?? null;
    if (request.commit === candidate.commit && (request.deployment === null || request.deployment === deployment))
        return undefined;
    const asked = `${request.deployment ?? 'a build'} of commit ${request.commit}`;
    return { reason: 'request-for-other', message: `${name} is for ${asked}: request an approval for this one` };
}
async function readPeople(github, values, shell, request) {
    const name = `request ${request.id}`;
    const [, runId, attempt] = /\/actions\/runs\/(\d+)\/attempts\/(\d+)$/.exec(request.approvedIn ?? '') ?? [];
    if (Number(runId) !== shell.env.runId) {
        const message = `${name} was approved in another run, ${request.approvedIn ?? 'which is not recorded'}`;
        return { reason: 'request-not-approved', message };
    }
    const [asked, approver] = await Promise.all([
        readRequestOrigin(github, request, values['trusted-branches']),
        readStarter(github, { runId: shell.env.runId, runAttempt: Number(attempt) }),
    ]);
    if (asked.kind === 'doubted') {
        const message = `GitHub does not confirm that ${request.actor} requested ${name}: ${asked.why}; request an approval again`;
        return { reason: 'request-not-trusted', message };
    }
    const { by } = asked.origin;
    if (approver === undefined || !approver.isPerson || !by.isPerson)
        return { reason: 'request-not-trusted', message: `${name} was not requested and approved by two people` };
    if (approver.id === by.id)
        return {
            reason: 'self-approval',
            message: `${approver.login} both requested and approved ${name}: another person must approve`,
        };
    return { by: approver.login, requestedBy: by.login };
}
async function reviewOf(values, shell) {
    const environment = values['approval-environment'];
    if (environment === '')
        return undefined;
    try {
        const by = await readEnvironmentApprover(githubClient(values, shell), shell.env.runId, environment);
        return by === undefined ? undefined : { by };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        shell.log.warning(`who approved in environment ${environment} could not be read: ${error.message}`);
        return undefined;
    }
}
async function useApproval(values, shell, { request }, release) {
    if (request !== undefined)
        await useRequest(githubClient(values, shell), request, release, shell.env.runUrl);
}

;// CONCATENATED MODULE: ./actions/release/lib/begun.js


const BEGUN = 'begun';
function saveBegun(shell, begun) {
    shell.state.save(BEGUN, begun);
}
function begunBefore(shell) {
    return shell.state.get(BEGUN) ?? undefined;
}
function journalAt(path, shell) {
    if (!(0,external_node_fs_.existsSync)(path))
        return undefined;
    return new lib_journal/* Journal */.C(path, { action: 'release', instance: shell.instance, clock: shell.clock });
}
const COMMITTED = 'committed';
function saveCommitted(shell, committed) {
    shell.state.save(COMMITTED, committed);
}
function committedBefore(shell) {
    return shell.state.get(COMMITTED);
}
const NOTE = 'ledger';
function noteInLedger(journal, note) {
    journal.note(NOTE, note);
}
function inLedger(journal) {
    const note = journal.entries.findLast((entry) => entry.kind === 'note' && entry.note === NOTE);
    return note?.kind === 'note' ? note.detail : undefined;
}

;// CONCATENATED MODULE: ./actions/release/lib/overrides.js
const FORM = /^([a-z][a-z0-9-]{0,40}): (\S.{8,198}\S)$/;
function overrideProblems(lines) {
    return lines
        .filter((line) => !FORM.test(line))
        .map((line) => `input "overrides": expected GATE: REASON, as the output "overridden" of a gate has it, with a reason of 10 to 200 characters, got "${line.slice(0, 80)}"`);
}
function overridesIn(lines) {
    return lines.flatMap((line) => {
        const [, gate, reason] = FORM.exec(line) ?? [];
        return gate === undefined || reason === undefined ? [] : [{ gate, reason }];
    });
}

;// CONCATENATED MODULE: ./actions/release/lib/begin.js












async function begin(values, shell) {
    if (shell.journal !== undefined) {
        const { id } = shell.journal.read().release;
        return fail('already-begun', `this job has begun release ${id} already, and a job can hold only one`);
    }
    const commit = values['commit-sha'] || shell.env.sha;
    const evidence = values.evidence === '' ? undefined : openEvidence(values.evidence);
    const wrong = evidence === undefined ? undefined : refuseContent(evidence, commit);
    if (wrong !== undefined)
        return fail(wrong.reason, wrong.message);
    const key = keyOf(values);
    const ledger = ledgerClient(values, shell);
    const view = await ledger.read(key);
    const live = await readLive(values, shell);
    const blocker = await readBlocker(ledger, view);
    const plan = planBegin(view, { candidate: evidence?.deployment ?? null, live, author: blocker?.run });
    if (plan.kind === 'already-released')
        return reuse(ledger, plan, values, shell);
    const age = { nowMs: shell.clock.now(), maxAgeMs: values['max-evidence-age'] };
    const stale = evidence === undefined ? undefined : refuseAge(evidence, age);
    const [early] = [...(stale === undefined ? [] : [stale]), ...refuseFrozen(values, shell.clock.now())];
    if (early !== undefined)
        return fail(early.reason, early.message);
    if (plan.kind === 'refuse')
        return fail(plan.reason, plan.message);
    const late = (await refuseOrder(values, shell, live, commit)) ?? (await readApproval(values, shell, { commit, evidence }));
    if ('reason' in late)
        return fail(late.reason, late.message);
    for (const warning of plan.warnings)
        shell.log.warning(warning);
    if (values['dry-run'])
        return pass('dry-run', `would begin a release of ${showKey(key)}; if it failed, it ${rollsBackTo(plan)}`, live, {
            begun: false,
        });
    return begin_open(ledger, { key, commit, evidence, live, plan, approved: late }, values, shell);
}
async function reuse(ledger, { release, complete }, values, shell) {
    const what = `${release.deployment} is live already, by release ${release.id} of ${showKey(keyOf(values))} (${release.author.url})`;
    const outputs = {
        ...{ begun: false, 'release-id': release.id, 'previous-release-id': release.before.release ?? '' },
        ...{ 'previous-deployment-id': release.deployment ?? '', 'approved-by': release.approval?.by ?? '' },
    };
    if (values['dry-run'])
        return { verdict: 'pass', reason: 'dry-run', message: `would begin nothing: ${what}`, outputs };
    if (complete)
        await ledger.markReleased(release, release.deployment);
    const path = (0,external_node_path_.join)(shell.env.tempDir, 'lockstep', `release-${release.id}.jsonl`);
    const journal = openJournal(path, release, release.before.commit ?? undefined, { values, shell });
    noteInLedger(journal, {
        record: release.record,
        author: release.author,
        state: 'released',
        deployment: release.deployment,
    });
    journal.committed();
    (0,held_summary/* takeSummaries */.y)(path);
    shell.exportVariable(lib_journal/* JOURNAL_VARIABLE */.V, path);
    shell.summary.add(`### ✅ Users have ${release.deployment} already\n\nRelease ${release.id} brought it ([its run](${release.author.url})). Nothing was begun, and nothing is changed.`);
    return { verdict: 'pass', reason: 'already-released', message: `${what}: nothing was begun`, outputs };
}
async function begin_open(ledger, opening, values, shell) {
    const { key, live, plan } = opening;
    if (plan.complete !== undefined)
        await ledger.markReleased(plan.complete, plan.complete.deployment);
    const previous = plan.adopt === undefined ? plan.previous : await adopt(ledger, plan.adopt, values, shell);
    const candidate = { deployment: opening.evidence?.deployment ?? null, commit: opening.commit };
    const before = { ...(typeof live === 'object' ? live : nothing), release: previous?.id ?? null };
    const { evidence, approved } = opening;
    const payload = {
        ...payloadOf(candidate, values, shell),
        before,
        ...(evidence === undefined ? {} : { evidence }),
        ...(approved.approval === undefined ? {} : { approval: approved.approval }),
        ...(values.overrides.length === 0 ? {} : { overrides: overridesIn(values.overrides) }),
    };
    const path = (0,external_node_path_.join)(shell.env.tempDir, 'lockstep', `release-${payload.id}.jsonl`);
    saveBegun(shell, { id: payload.id, key, journal: path });
    const release = await ledger.begin(key.environment, opening.commit, payload);
    const earlier = beganBefore(await ledger.read(key), release);
    if (earlier !== undefined) {
        const what = earlier.kind === 'lockstep-release/1' ? `release ${earlier.id}` : 'a rollback';
        await ledger.setState(release, 'rolled-back', `nothing was begun: ${what} was first`);
        saveBegun(shell, null);
        const message = `${what} of ${showKey(key)} began at the same moment: wait for ${earlier.author.url}`;
        return fail('release-in-progress', message);
    }
    await useApproval(values, shell, approved, release.id);
    const journal = openJournal(path, release, before.commit ?? previous?.candidate.commit ?? undefined, {
        values,
        shell,
    });
    const known = before.deployment === null ? {} : { before: before.deployment };
    saveBegun(shell, { id: release.id, key, journal: path, opened: true, ...known });
    noteInLedger(journal, {
        record: release.record,
        author: release.author,
        state: 'begun',
        deployment: candidate.deployment,
    });
    shell.exportVariable(lib_journal/* JOURNAL_VARIABLE */.V, path);
    const title = `Release ${release.id} of ${showKey(key)} has begun; how it ended is below`;
    shell.summary.add(`<details><summary>${title}</summary>\n\n${begin_factsOf(release)}\n\nIf it fails, it ${rollsBackTo(plan)}.\n\n</details>`);
    const ids = {
        begun: true,
        'release-id': release.id,
        'previous-release-id': previous?.id ?? '',
        'approved-by': approved.approval?.by ?? '',
    };
    return pass('begun', `release ${release.id} of ${showKey(key)} has begun; if it fails, it ${rollsBackTo(plan)}`, live, ids);
}
function adopt(ledger, found, values, shell) {
    const payload = { ...payloadOf(found, values, shell), before: { ...nothing, release: null }, adopted: true };
    return ledger.begin(values.environment, shell.env.sha, payload);
}
const nothing = { deployment: null, commit: null };
function payloadOf(candidate, values, shell) {
    const { runId, runAttempt, runUrl, actor } = shell.env;
    return {
        kind: 'lockstep-release/1',
        id: newRecordId(shell.clock.now()),
        service: values.service,
        author: { runId, runAttempt, url: runUrl },
        actor,
        candidate,
        databaseVersion: values['database-version'] || null,
        adopted: false,
    };
}
function keyOf({ environment, service }) {
    return { environment, service };
}
function openJournal(path, release, commitBefore, { values, shell }) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const journal = new lib_journal/* Journal */.C(path, { action: 'release', instance: shell.instance, clock: shell.clock });
    const commit = release.candidate.commit ?? '';
    const known = commitBefore === undefined ? {} : { commitBefore };
    journal.open({ id: release.id, ...keyOf(values), commit, ...known, undoDeadlineMs: values['undo-deadline'] });
    return journal;
}
function rollsBackTo({ previous, adopt: found }) {
    if (found !== undefined)
        return `rolls back to ${found.deployment}, which was found live`;
    if (previous === undefined)
        return 'has nothing to roll back to';
    return `rolls back to release ${previous.id} (${previous.deployment ?? 'deployment not recorded'})`;
}
function begin_factsOf(release) {
    const rows = [
        ['Commit', release.candidate.commit ?? 'unknown'],
        ['Deployment', release.candidate.deployment ?? 'not built yet'],
        ['Live before', release.before.deployment ?? 'unknown'],
        ['Database before', release.databaseVersion ?? 'unknown'],
        ...(release.approval === undefined ? [] : [['Approved by', showApproval(release.approval)]]),
        ...(release.overrides ?? []).map(({ gate, reason }) => [
            `${gate} overridden by ${release.actor}`,
            plainLine(reason.replaceAll('`', "'").replaceAll('|', '/'), 200),
        ]),
    ];
    return factTable(rows);
}
function showApproval({ by, request, requestedBy }) {
    return request === undefined ? by : `${by}, requested by ${requestedBy} (${request})`;
}
function pass(reason, message, live, ids) {
    const deployment = typeof live === 'object' ? (live.deployment ?? '') : '';
    return { verdict: 'pass', reason, message, outputs: { ...ids, 'previous-deployment-id': deployment } };
}
function fail(reason, message) {
    return { verdict: 'fail', reason, message };
}

;// CONCATENATED MODULE: ./actions/release/lib/check.js

async function check(values, shell) {
    const [frozen] = refuseFrozen(values, shell.clock.now());
    if (frozen !== undefined)
        return { verdict: 'fail', ...frozen, passes: true };
    return {
        verdict: 'pass',
        reason: 'checked',
        message: 'the inputs of the release are valid, and no freeze applies now',
    };
}

;// CONCATENATED MODULE: ./packages/github/lib/ledger/plan-commit.js


function rollbacksToEnd(view) {
    const release = unsettledRelease(view);
    if (release === undefined)
        return [];
    return unsettledSwaps(view).filter(({ takesBack = [] }) => takesBack.includes(release.id));
}
function planCommit(view, { live, author, rollback }) {
    const release = unsettledRelease(view);
    const refuse = (reason, message) => ({ kind: 'refuse', reason, message });
    if (release === undefined) {
        const last = view.releases[0];
        const state = last === undefined ? 'there is none' : `the newest, ${last.id}, is ${last.state}`;
        return refuse('nothing-to-commit', `no release of ${showKey(view.key)} is unfinished: ${state}`);
    }
    if (release.state === 'begun' && author?.kind !== 'ended')
        return refuse('release-in-progress', `release ${release.id} is under way: wait for ${release.author.url}`);
    if (rollback !== undefined)
        return refuse('release-in-progress', `release ${release.id} is being rolled back: wait for ${rollback.author.url}`);
    const wanted = release.deployment;
    const found = typeof live === 'object' ? live.deployment : undefined;
    if (wanted === null || found !== wanted) {
        const seen = live === 'not-asked' ? 'it was not read; give vercel-token and vercel-project' : `${found ?? 'nothing'} is live`;
        return refuse('candidate-not-live', `release ${release.id} brings ${wanted ?? 'a deployment that it does not name'}, and it is not known that this is live: ${seen}`);
    }
    return { kind: 'commit', release, rollbacks: rollbacksToEnd(view) };
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
;// CONCATENATED MODULE: ./actions/release/lib/plan-commit.js


function planOwnCommit(journal, key) {
    const { release } = journal;
    const refuse = (reason, message) => ({ kind: 'refuse', reason, message });
    if (showKey(release) !== showKey(key))
        return refuse('other-release', `this job began a release of ${showKey(release)}, not of ${showKey(key)}`);
    if (journal.state === 'committed')
        return { kind: 'committed-before' };
    if (journal.state === 'held')
        return refuse('release-held', `release ${release.id} is held (${journal.heldBecause ?? 'no reason given'}): a person must decide, with "release" and "command: commit" in another run, or with the rollback action`);
    const unfinished = unfinishedActions(journal);
    if (unfinished.length > 0)
        return refuse('release-incomplete', `${(0,lists/* nameSome */.Kf)(unfinished, 3)} began and did not finish: let the job fail, so that the release is undone`);
    if (journal.traffic === 'restored' || journal.traffic === 'unconfirmed')
        return refuse('traffic-restored', 'the traffic of this release was moved back: begin another release');
    return { kind: 'commit' };
}
function unfinishedActions(journal) {
    const finished = new Set(journal.entries.flatMap((entry) => (entry.kind === 'finished' ? [entry.instance] : [])));
    const open = journal.entries.flatMap((entry) => entry.kind === 'began' && !finished.has(entry.instance) ? [entry.action] : []);
    return [...new Set(open)];
}
function liveDeployment(journal) {
    const reached = journal.entries.findLast((entry) => entry.kind === 'traffic' && entry.traffic === 'reached');
    const to = reached?.kind === 'traffic' ? reached.detail?.to : undefined;
    return typeof to === 'string' ? to : undefined;
}

;// CONCATENATED MODULE: ./packages/github/lib/migrated.js




const MIGRATED_TASK = 'lockstep:migrated';
async function recordMigrated(github, creator, environment, payload) {
    const description = `Migrations of release ${payload.release}`;
    const wanted = { environment, ref: payload.commit, task: MIGRATED_TASK, description, payload };
    const record = await records_createOurs(github, creator, wanted);
    const said = describeState('migrated', `${payload.applied.length} of release ${payload.release}`);
    await createStatus(github, record.id, { state: 'inactive', description: said, log_url: payload.author.url });
}
const migrated_MOST_RECORDS = 2_000;
async function readMigrated({ creator, github }, key, { fromMs, most = migrated_MOST_RECORDS }) {
    const records = [];
    let looked = 0;
    for await (const { created_at: createdAt, id: record, payload: given } of recordsOf(github, creator, key, MIGRATED_TASK)) {
        if (Date.parse(createdAt) < fromMs)
            break;
        if (++looked > most)
            return { records, isWhole: false };
        const { service } = (parsed(given) ?? {});
        const isOthers = typeof service === 'string' && service !== key.service;
        if (!isOthers)
            records.push({ record, createdAt, payload: readPayload(given) });
    }
    return { records, isWhole: true };
}
function readPayload(payload) {
    const found = parsed(payload);
    const whole = found?.kind === 'lockstep-migrated/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        typeof found.release === 'string' &&
        isAuthor(found.author) &&
        (found.steps === undefined || Number.isSafeInteger(found.steps)) &&
        Array.isArray(found.applied) &&
        found.applied.every(isDigests);
    return whole ? found : undefined;
}
const HEX = /^[0-9a-f]{64}$/;
function isDigests(value) {
    if (!isObject(value))
        return false;
    const { down, up, version } = value;
    return typeof version === 'string' && HEX.test(String(up)) && (down === null || HEX.test(String(down)));
}

;// CONCATENATED MODULE: ./actions/release/lib/record-applied.js



const MOST = 300;
async function recordApplied(values, shell, { author, state, within }) {
    const steps = appliedIn(state);
    const applied = steps.flat().slice(0, MOST);
    if (applied.length === 0)
        return;
    const { commit, environment, id: release, service } = state.release;
    const payload = { kind: 'lockstep-migrated/1', id: `${release}-migrated`, service, author, release, commit };
    const more = steps.length > 1 ? { steps: steps.length } : {};
    const write = (signal) => recordMigrated(githubClient(values, shell, signal), values['ledger-creator'], environment, {
        ...payload,
        applied,
        ...more,
    });
    try {
        await (0,deadline/* withDeadline */.N)('writing the migrations to the ledger', within, write, shell);
    }
    catch (error) {
        shell.log.warning(`the ledger does not have the migrations of this release: ${(0,errors/* describe */.q0)(error)}`);
    }
}
function appliedIn({ entries }) {
    return entries.flatMap((entry) => {
        if (entry.kind !== 'finished' || entry.action !== 'migrate')
            return [];
        const { texts } = (entry.detail ?? {});
        const applied = Array.isArray(texts) ? texts.filter(isDigests) : [];
        return applied.length === 0 ? [] : [applied];
    });
}

;// CONCATENATED MODULE: ./actions/release/lib/commit.js








function commit(values, shell) {
    return shell.journal === undefined ? commitHeld(values, shell) : commitOwn(values, shell, shell.journal);
}
async function commitOwn(values, shell, journal) {
    const state = journal.read();
    const key = { environment: values.environment, service: values.service };
    const decision = planOwnCommit(state, key);
    if (decision.kind === 'refuse')
        return { verdict: 'fail', reason: decision.reason, message: decision.message };
    const name = `release ${state.release.id} of ${showKey(key)}`;
    const outputs = { 'release-id': state.release.id };
    if (values['dry-run'])
        return { verdict: 'pass', reason: 'dry-run', message: `would commit ${name}; nothing was written`, outputs };
    if (decision.kind === 'commit')
        journal.committed();
    const known = inLedger(state);
    const keep = (recorded) => {
        if (known === undefined)
            return;
        const { record, author, deployment } = known;
        saveCommitted(shell, { at: { record, author }, live: liveDeployment(state) ?? deployment, recorded });
    };
    keep(false);
    const late = await recordReleased(values, shell, journal, values['ledger-timeout']);
    if (late === undefined)
        keep(true);
    if (late === undefined)
        return { verdict: 'pass', reason: 'committed', message: `${name} is committed`, outputs };
    shell.log.warning(`${late}; the release is committed, and the ledger is completed later`);
    return { verdict: 'pass', reason: 'committed-ledger-late', message: `${name} is committed; ${late}`, outputs };
}
async function recordReleased(values, shell, journal, within) {
    const state = journal.read();
    const known = inLedger(state);
    if (known === undefined)
        return 'the journal does not name the record of the release in the ledger';
    if (known.state === 'released')
        return undefined;
    const live = liveDeployment(state) ?? known.deployment;
    try {
        await (0,deadline/* withDeadline */.N)('writing the ledger', within, (signal) => ledgerClient(values, shell, signal).markReleased(known, live), shell);
        noteInLedger(journal, { ...known, state: 'released' });
    }
    catch (error) {
        return `the ledger could not be written within ${(0,lib_duration/* formatDuration */.a)(within)}: ${(0,errors/* describe */.q0)(error)}`;
    }
    await recordApplied(values, shell, { state, author: known.author, within });
    return undefined;
}
async function commitHeld(values, shell) {
    const key = { environment: values.environment, service: values.service };
    const ledger = ledgerClient(values, shell);
    const view = await ledger.read(key);
    const live = await readLive(values, shell);
    const blocker = await readBlocker(ledger, view);
    const rollback = await stillRunning(ledger, rollbacksToEnd(view));
    const plan = planCommit(view, { live, author: blocker?.run, rollback });
    for (const warning of describeIgnored(view))
        shell.log.warning(warning);
    if (plan.kind === 'refuse')
        return { verdict: 'fail', reason: plan.reason, message: plan.message };
    const { release } = plan;
    const outputs = { 'release-id': release.id, 'previous-release-id': release.before.release ?? '' };
    const what = `release ${release.id} of ${showKey(key)}, which was ${release.state}`;
    if (values['dry-run'])
        return { verdict: 'pass', reason: 'dry-run', message: `would commit ${what}`, outputs };
    for (const each of plan.rollbacks)
        await ledger.close(each, 'put-back', `the release is kept: committed by ${shell.env.actor}`);
    await ledger.markReleased(release, release.deployment, `committed by ${shell.env.actor}`);
    return { verdict: 'pass', reason: 'committed', message: `${what}, is committed by ${shell.env.actor}`, outputs };
}
async function stillRunning(ledger, swaps) {
    for (const swap of swaps)
        if (swap.state === 'open' && (await ledger.runState(swap)).kind === 'running')
            return swap;
    return undefined;
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

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __nccwpck_require__(487083);
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
function shape_commit() {
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
function list(defaultText, options = {}) {
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
const identityPath = () => text('/api/health', {
    pattern: new RegExp(`^none$|${SITE_PATH.source}`),
    expected: 'a path that starts with one /, or none',
});
const identityInputs = () => ({
    'identity-path': described(identityPath(), 'Path of the health route that reports which build answers (`metadata.deployment_id` or `metadata.git_commit`). It is requested on every production host after traffic was moved. `none` requests no host; then it is never certain that all traffic was moved back, so that a rollback keeps the schema.'),
    'protection-bypass': described(secret(), "Vercel's Protection Bypass for Automation secret, for hosts behind Deployment Protection. It is sent to hosts of the project only."),
});
const trafficInputs = () => ({
    'swap-timeout': described(duration('3m'), 'How long Vercel may take to move the traffic. Reading the result back may take another 30 seconds.'),
});
const lockInputs = () => ({
    'lock-timeout': described(duration('200ms'), "How long a statement may wait for a lock. While it waits, the app's queries on the same table wait too."),
    'lock-retry-for': described(duration('60s'), 'How long to keep retrying a migration that could not acquire its locks.'),
    'migration-lock-timeout': described(duration('60s'), 'How long to wait for another migration run to finish.'),
    'statement-timeout': described(duration('15m'), 'How long a single SQL statement may run.'),
});
const orderInputs = () => ({
    'require-newer-commit': shape_described(shape_flag(true), 'Require that the commit contains the live commit. An older or diverged commit fails with `superseded`.'),
});
const freezeInputs = () => ({
    freeze: shape_described(list(), "Periods in which no release may begin, one per line, as `FROM..TO reason`: `2026-12-20..2027-01-04 year's end`, `2026-11-26T16:00..2026-11-30T08:00`, `Fri 16:00..Mon 08:00 weekend`."),
    'freeze-zone': shape_described(shape_text('UTC'), 'Time zone of `freeze`, such as `Europe/Berlin`.'),
});
const trustInputs = () => ({
    'trusted-branches': shape_described(list(), "Branches whose workflow runs may write the records that this action relies on (requests, staged deployments, releases of other environments), one per line; `*` matches any characters. Default: the repository's default branch. Every workflow with `deployments: write` can write such records, so GitHub is asked which run of which branch wrote them."),
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

// EXTERNAL MODULE: ./packages/action-shell/lib/cancelled-job.js
var cancelled_job = __nccwpck_require__(747606);
;// CONCATENATED MODULE: ./actions/release/lib/inputs.js






const inputs = {
    command: shape_oneOf(['begin', 'commit', 'check'], undefined, { required: true }),
    environment: shape_text(undefined, { required: true }),
    ...serviceInputs(),
    'commit-sha': shape_commit(),
    evidence: shape_text(),
    'max-evidence-age': shape_duration(),
    ...freezeInputs(),
    ...orderInputs(),
    request: shape_text(undefined, { pattern: RECORD_ID, expected: 'the id of a request, like 20261122T041300Z-3f9a2c' }),
    'approval-environment': shape_text(),
    overrides: list(),
    ...trustInputs(),
    'database-version': shape_text(),
    'undo-deadline': shape_duration('4m'),
    ...ledgerInputs(),
    'ledger-timeout': shape_duration('30s'),
    ...vercelInputs({}),
    'vercel-project': shape_text(),
    ...requestInputs(),
    ...dryRunInputs(),
    'job-status': jobStatus(),
};
function problemsOf(values) {
    const problems = [
        ...ledgerProblems(values),
        ...freezeInputProblems(values),
        ...vercelPairProblems(values, 'to read what is live'),
        ...overrideProblems(values.overrides),
    ];
    if (values['undo-deadline'] > cancelled_job/* UNDO_DEADLINE_MS */.RM)
        problems.push(`input "undo-deadline": GitHub's runner ends a cancelled job after 4m45s, and recording the outcome must fit in too: give ${(0,lib_duration/* formatDuration */.a)(cancelled_job/* UNDO_DEADLINE_MS */.RM)} or less`);
    return problems;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/release-end.js

function releaseEnd(journal, job) {
    const changes = changesOf(journal);
    const changed = changes.length > 0 || journal.traffic !== 'untouched';
    if (journal.state === 'committed')
        return { kind: 'released', changed, left: [], because: [] };
    if (journal.state === 'held') {
        const because = [`held: ${journal.heldBecause ?? 'no reason given'}`, ...failuresNoted(journal)];
        return { kind: 'held', changed, left: changes.map(({ action }) => action), because };
    }
    const because = failuresOf(journal, job);
    const traffic = journal.traffic === 'reached' || journal.traffic === 'unconfirmed' ? ['traffic'] : [];
    const unsure = changes.filter(({ undone }) => undone === undefined || undone.verdict === 'unknown');
    const kept = changes.filter(({ undone }) => undone?.verdict === 'fail' || undone?.kept === true);
    const left = [...new Set([...traffic, ...[...unsure, ...kept].map(release_end_nameOf)])];
    const kind = traffic.length > 0 || unsure.length > 0 ? 'unknown' : kept.length > 0 ? 'partly-rolled-back' : 'rolled-back';
    return { kind, changed, left, because };
}
function release_end_nameOf({ action, undone }) {
    const names = undone?.left ?? [];
    return names.length === 0 ? action : `${action} (${(0,lists/* nameSome */.Kf)(names, 3)})`;
}
function changesOf(journal) {
    const changes = new Map();
    for (const entry of journal.entries) {
        if (entry.kind === 'began')
            changes.set(entry.instance, { action: entry.action, undone: undefined });
        if (entry.kind === 'undone')
            changes.set(entry.instance, { action: entry.action, undone: entry.result });
    }
    return [...changes.values()];
}
function failuresOf(journal, job) {
    const reported = failuresNoted(journal);
    if (reported.length > 0)
        return reported;
    if (job === 'cancelled')
        return ['the job was cancelled'];
    const silent = silentActions(journal);
    if (silent.length > 0)
        return silent.map((action) => `${action}: its process exited without reporting a result`);
    if (job === 'failure')
        return [
            "a step failed without reporting a result to the release: it is not one of Lockstep's, or it was killed; the log names it",
        ];
    return ['the job ended without "release" and "command: commit"'];
}
function failuresNoted(journal) {
    return journal.entries.flatMap((entry) => {
        if (entry.kind !== 'note' || entry.note !== 'failure')
            return [];
        const { reason, message } = entry.detail;
        return [`${entry.action}: ${reason}: ${message}`];
    });
}
function silentActions(journal) {
    const ended = new Set(journal.entries.flatMap((entry) => (entry.kind === 'finished' ? [entry.instance] : [])));
    return journal.entries.flatMap((entry) => entry.kind === 'began' && !ended.has(entry.instance) ? [entry.action] : []);
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

;// CONCATENATED MODULE: ./actions/release/lib/summary.js




const LONGEST_MESSAGE = 600;
const END_VERDICTS = {
    released: 'pass',
    'rolled-back': 'fail',
    'partly-rolled-back': 'fail',
    held: 'unknown',
    unknown: 'unknown',
};
function showReleaseEnd({ begun, end, held, live }, journal) {
    const summary = {
        verdict: END_VERDICTS[end.kind],
        title: titleOf(begun, end, live, journal?.traffic === 'restored'),
        lead: [...whyOf(begun, end), ...nextOf(begun, end)],
        steps: journal === undefined ? [] : stepsOf(journal.entries),
        details: held,
    };
    return showRunSummary(summary);
}
function titleOf({ before }, end, live, wasMoved) {
    const previous = before ?? 'what they had before';
    switch (end.kind) {
        case 'released':
            return `Users have ${live ?? 'the new release'}`;
        case 'rolled-back':
        case 'partly-rolled-back':
            return wasMoved ? `Users have ${previous} again` : `Users still have ${previous}`;
        case 'held':
            return `Users have ${live ?? 'the candidate'}, and a person must decide whether it stays`;
        case 'unknown':
            return 'It is not certain what users have';
    }
}
function whyOf({ id }, { because, changed, kind, left }) {
    if (kind === 'released')
        return [`Release ${id} is committed.`];
    const causes = because.map((one) => inlineText(one, LONGEST_MESSAGE));
    const why = causes.length === 1 ? [`Why: ${causes[0]}.`] : ['Why:', causes.map((one) => `- ${one}`).join('\n')];
    const remaining = left.length === 0 ? [] : [`${kind === 'held' ? 'In place' : 'Remaining'}: ${inlineText((0,lists/* nameSome */.Kf)(left, 6))}.`];
    return [`Release ${id}: ${kind}.`, ...why, ...remaining, ...(changed ? [] : ['The release changed nothing.'])];
}
function nextOf({ key }, { kind }) {
    switch (kind) {
        case 'released':
            return [];
        case 'rolled-back':
        case 'partly-rolled-back':
            return [`What to do: fix the cause, and release again ([\`${kind}\`](${(0,reason_link/* reasonLink */.N)(kind, process.env)})).`];
        case 'held':
            return [`What to do: keep it with "release" and "command: commit", or roll it back with ${resumeHint({ key })}.`];
        case 'unknown':
            return [`What to do: check what users have, then resolve it with ${resumeHint({ key })}.`];
    }
}
function stepsOf(entries) {
    const byStep = new Map();
    for (const entry of entries)
        if (entry.action !== 'release')
            byStep.set(entry.instance, [...(byStep.get(entry.instance) ?? []), entry]);
    const steps = [...byStep.values()].flatMap((own) => doneBy(own));
    const undone = [...byStep.values()].flatMap((own) => undoneBy(own));
    return [...steps, ...undone.reverse()];
}
function doneBy(own) {
    const [first] = own;
    const began = own.find(({ kind }) => kind === 'began');
    const finished = own.find(({ kind }) => kind === 'finished');
    const failure = own.find((entry) => entry.kind === 'note' && entry.note === 'failure');
    if (first === undefined || (began === undefined && failure === undefined))
        return [];
    const end = failure ?? finished;
    const ms = began === undefined || end === undefined ? undefined : Date.parse(end.at) - Date.parse(began.at);
    return [{ name: first.action, ...resultOf(failure, finished), ms }];
}
function resultOf(failure, finished) {
    if (failure?.kind === 'note') {
        const { reason } = failure.detail;
        return { verdict: 'fail', result: `[\`${reason}\`](${(0,reason_link/* reasonLink */.N)(reason, process.env)})` };
    }
    return finished === undefined
        ? { verdict: 'unknown', result: 'did not report a result' }
        : { verdict: 'pass', result: 'done' };
}
function undoneBy(own) {
    const last = own.findLast(({ kind }) => kind === 'undone');
    if (last?.kind !== 'undone')
        return [];
    const { left = [], message, verdict } = last.result;
    const remaining = left.length === 0 ? '' : ` (${(0,lists/* count */.U9)(left.length, 'change')} remaining)`;
    return [{ name: `undo of ${last.action}`, verdict, result: `${inlineText(message, 200)}${remaining}` }];
}

;// CONCATENATED MODULE: ./actions/release/lib/report-end.js








async function reportEnd(values, shell) {
    const committed = committedBefore(shell);
    if (committed !== undefined)
        return await recordLate(values, shell, committed);
    const begun = begunBefore(shell);
    if (begun === undefined)
        return undefined;
    const { end, journal } = await endOf(values, shell, begun);
    const late = journal !== undefined && end.kind === 'released'
        ? await recordReleased(values, shell, journal, (0,cancelled_job/* tellingTime */.hn)(values['ledger-timeout'], shell.jobStatus))
        : await recordEnd(values, shell, begun, end);
    if (late !== undefined)
        shell.log.warning(late);
    const message = [messageOf(begun, end), ...(late === undefined ? [] : [late])].join('; ');
    const verdict = END_VERDICTS[end.kind];
    const state = journal === undefined ? undefined : readOrWhy(journal, begun);
    const known = typeof state === 'string' ? undefined : state;
    const live = known === undefined ? undefined : (liveDeployment(known) ?? inLedger(known)?.deployment ?? undefined);
    const held = (0,held_summary/* takeSummaries */.y)(begun.journal);
    shell.summary.add(showReleaseEnd({ begun, end, held, live }, known));
    if (verdict === 'pass' && late === undefined)
        shell.log.notice(message);
    return { verdict, reason: end.kind, message };
}
async function recordLate(values, shell, { at, live, recorded }) {
    if (recorded)
        return undefined;
    const within = (0,cancelled_job/* tellingTime */.hn)(values['ledger-timeout'], shell.jobStatus);
    try {
        const write = (signal) => ledgerClient(values, shell, signal).markReleased(at, live);
        await (0,deadline/* withDeadline */.N)('writing the ledger', within, write, shell);
    }
    catch (error) {
        shell.log.warning(`the ledger could not be written within ${(0,lib_duration/* formatDuration */.a)(within)}: ${(0,errors/* describe */.q0)(error)}`);
    }
    return undefined;
}
async function endOf(values, shell, begun) {
    const journal = journalAt(begun.journal, shell);
    if (journal === undefined && begun.opened !== true)
        return { end: NEVER_OPENED, journal };
    const read = readOrWhy(journal, begun);
    if (typeof read === 'string') {
        const released = (await readLedger(values, shell, begun)) === 'released';
        if (released)
            shell.log.warning(`${read}; the ledger says that the release was committed`);
        return { end: released ? report_end_COMMITTED : unresolved(read), journal: undefined };
    }
    const end = releaseEnd(read, shell.jobStatus);
    if (end.kind !== 'released' || shell.jobStatus === 'success')
        return { end, journal };
    if ((await readLedger(values, shell, begun)) !== 'not-released')
        return { end, journal };
    return { end: unresolved('the journal says committed, the ledger does not, and the job failed'), journal: undefined };
}
function readOrWhy(journal, begun) {
    if (journal === undefined)
        return `release journal ${begun.journal}: was removed by a step of the job`;
    try {
        const state = journal.read();
        return state.release.id === begun.id
            ? state
            : `release journal ${begun.journal}: is of another release, ${state.release.id}`;
    }
    catch (error) {
        return (0,errors/* describe */.q0)(error);
    }
}
async function readLedger(values, shell, begun) {
    const within = (0,cancelled_job/* tellingTime */.hn)(values['ledger-timeout'], shell.jobStatus);
    try {
        const read = (signal) => ledgerClient(values, shell, signal).read(begun.key);
        const { releases } = await (0,deadline/* withDeadline */.N)('reading the ledger', within, read, shell);
        return releases.some(({ id, state }) => id === begun.id && state === 'released') ? 'released' : 'not-released';
    }
    catch (error) {
        shell.log.warning(`the ledger could not be read: ${(0,errors/* describe */.q0)(error)}`);
        return 'unknown';
    }
}
const report_end_COMMITTED = { kind: 'released', changed: true, left: [], because: [] };
function unresolved(why) {
    return { kind: 'unknown', changed: true, left: ['traffic'], because: [why] };
}
const NEVER_OPENED = {
    kind: 'rolled-back',
    changed: false,
    left: [],
    because: ['"release" with "command: begin" did not finish'],
};
async function recordEnd(values, shell, begun, end) {
    const { kind } = end;
    if (kind === 'released')
        return undefined;
    const within = (0,cancelled_job/* tellingTime */.hn)(values['ledger-timeout'], shell.jobStatus);
    try {
        await (0,deadline/* withDeadline */.N)('writing the ledger', within, async (signal) => {
            const ledger = ledgerClient(values, shell, signal);
            const release = await recordOf(ledger, shell, begun);
            if (release !== undefined)
                await ledger.setState(release, kind, describeEnd(end));
        }, shell);
        return undefined;
    }
    catch (error) {
        return `the ledger could not be written within ${(0,lib_duration/* formatDuration */.a)(within)}, and will show the release as dead: ${(0,errors/* describe */.q0)(error)}`;
    }
}
async function recordOf(ledger, shell, begun) {
    const noted = readOrWhy(journalAt(begun.journal, shell), begun);
    const known = typeof noted === 'string' ? undefined : inLedger(noted);
    if (known !== undefined)
        return known;
    return (await ledger.read(begun.key)).releases.find((release) => release.id === begun.id);
}
function describeEnd(end) {
    const left = end.left.length === 0 ? [] : [`${end.kind === 'held' ? 'in place' : 'remaining'}: ${(0,lists/* nameSome */.Kf)(end.left, 4)}`];
    return [...left, ...(end.changed ? [] : ['nothing was changed']), ...end.because].join('; ');
}
function messageOf({ id, key }, end) {
    const name = `release ${id} of ${showKey(key)}`;
    switch (end.kind) {
        case 'released':
            return `${name} is committed`;
        case 'rolled-back':
            return `${name} was rolled back (${describeEnd(end)})`;
        case 'partly-rolled-back':
            return `${name} was partly rolled back: users have what they had before (${describeEnd(end)})`;
        case 'held':
            return `${name} is held (${describeEnd(end)}): keep it with "release" and "command: commit", or roll it back with ${resumeHint({ key })}`;
        case 'unknown':
            return `${name} ended unresolved (${describeEnd(end)}): resolve it with ${resumeHint({ key })}`;
    }
}

;// CONCATENATED MODULE: ./actions/release/lib/run.js






const action = defineAction({
    name: 'release',
    inputs: inputs,
    check: problemsOf,
    run,
    post: { when: 'always', run: reportEnd },
});
function run(values, shell) {
    switch (values.command) {
        case 'begin':
            return begin(values, shell);
        case 'commit':
            return commit(values, shell);
        case 'check':
            return check(values, shell);
    }
}


/***/ }),

/***/ 747606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RM: () => (/* binding */ UNDO_DEADLINE_MS),
/* harmony export */   hn: () => (/* binding */ tellingTime)
/* harmony export */ });
/* unused harmony exports WORKER_LIVES_MS, STEP_ENDS_MS, TELLING_MS, TELLING_STEPS, SLACK_MS */
const WORKER_LIVES_MS = 285_000;
const STEP_ENDS_MS = 10_000;
const UNDO_DEADLINE_MS = 240_000;
const TELLING_MS = 12_000;
const TELLING_STEPS = 2;
const SLACK_MS = 11_000;
function tellingTime(wished, job) {
    return job === 'success' ? wished : Math.min(wished, TELLING_MS);
}


/***/ }),

/***/ 691413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ holdSummary),
/* harmony export */   y: () => (/* binding */ takeSummaries)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(565658);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(580229);


const materialOf = (journal) => `${journal}.summary`;
const usedOf = (journal) => `${materialOf(journal)}.used`;
function holdSummary(journal, action, markdown) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(journal) || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(usedOf(journal)))
        return false;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(materialOf(journal), `${JSON.stringify({ action, markdown: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .redactText */ .Rd)(markdown) })}\n`, {
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(material, '', { mode: 0o600 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(material, usedOf(journal));
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(usedOf(journal), 'utf8').split('\n');
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


/***/ }),

/***/ 345531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ JOURNAL_VARIABLE),
  C: () => (/* binding */ Journal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
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
function command_issueCommand(e,t,s){let r=new Command(e,t,s);process.stdout.write(r.toString()+external_os_namespaceObject().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,s){e||(e="missing.command"),this.command=e,this.properties=t,this.message=s}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let s in this.properties)if(this.properties.hasOwnProperty(s)){let r=this.properties[s];r&&(t?t=!1:e+=",",e+=`${s}=${escapeProperty(r)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}

;// CONCATENATED MODULE: external "crypto"
let external_crypto_namespaceObject_kept;
const external_crypto_namespaceObject = () => (external_crypto_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto"));
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let t=process.env[`GITHUB_${e}`];if(!t)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_namespaceObject.existsSync(t))throw Error(`Missing file at path: ${t}`);external_fs_namespaceObject.appendFileSync(t,`${toCommandValue(n)}${external_os_namespaceObject().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let t=`ghadelimiter_${external_crypto_namespaceObject().randomUUID()}`,a=toCommandValue(n);if(e.includes(t))throw Error(`Unexpected input: name should not contain the delimiter "${t}"`);if(a.includes(t))throw Error(`Unexpected input: value should not contain the delimiter "${t}"`);return`${e}<<${t}${external_os_namespaceObject().EOL}${a}${external_os_namespaceObject().EOL}${t}`}

;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
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
class Context{constructor(){var e,s,r;if(this.payload={},process.env.GITHUB_EVENT_PATH)if((0,external_fs_namespaceObject.existsSync)(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse((0,external_fs_namespaceObject.readFileSync)(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let e=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${external_os_namespaceObject().EOL}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=null!=(e=process.env.GITHUB_API_URL)?e:"https://api.github.com",this.serverUrl=null!=(s=process.env.GITHUB_SERVER_URL)?s:"https://github.com",this.graphqlUrl=null!=(r=process.env.GITHUB_GRAPHQL_URL)?r:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,s]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:s}}if(this.payload.repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'")}}

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

// EXTERNAL MODULE: ./packages/action-shell/lib/journal.js + 1 modules
var journal = __nccwpck_require__(345531);
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
        throw new errors/* InputError */.dz(`${journal/* JOURNAL_VARIABLE */.V} is not set, although a release was begun in this job (${(0,external_node_path_.join)(folder, begun[0] ?? '')}): no step of the job may change it`);
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
// EXTERNAL MODULE: ./packages/action-shell/lib/cancelled-job.js
var cancelled_job = __nccwpck_require__(747606);
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
// EXTERNAL MODULE: ./packages/action-shell/lib/held-summary.js
var held_summary = __nccwpck_require__(691413);
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
    const path = process.env[journal/* JOURNAL_VARIABLE */.V] ?? '';
    if (path !== '')
        edge.holdSummary((markdown) => (0,held_summary/* holdSummary */.W)(path, action.name, markdown));
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
    return new journal/* Journal */.C(path, { action, instance, clock: clock/* systemClock */.ml });
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
    const budget = before?.release.undoDeadlineMs ?? cancelled_job/* UNDO_DEADLINE_MS */.RM;
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
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);


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
        await clock.sleep(delayAt(delays, turn), signal);
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
/******/ 		return ({"410":"../shared/transport.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(383893);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
