import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 500430:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

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

/***/ 691911:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 565658:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 440606:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

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

/***/ 189053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

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

/***/ 419047:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(173990);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 173990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

// EXTERNAL MODULE: ./packages/health/lib/probe.js + 1 modules
var probe = __nccwpck_require__(7964);
// EXTERNAL MODULE: ./packages/health/lib/identity.js
var identity = __nccwpck_require__(1047354);
// EXTERNAL MODULE: ./packages/health/lib/judgement.js + 4 modules
var judgement = __nccwpck_require__(771197);
// EXTERNAL MODULE: ./packages/health/lib/protection.js
var protection = __nccwpck_require__(751273);
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
    return (0,protection/* wallIn */.I)(exchange, { expectsJson: true, statusNamed: false }) === undefined ? origin : undefined;
}

;// CONCATENATED MODULE: ./packages/health/lib/ask-identity.js




async function askIdentity(origin, question, signal) {
    const { credentials, path, timeoutMs, proxyEnv, query } = question;
    const prober = (0,probe/* openProber */.$)({
        target: { origin, host: undefined },
        credentials,
        ...(proxyEnv === undefined ? {} : { proxyEnv }),
        ...(query === undefined ? {} : { query }),
    });
    try {
        const exchange = await prober.ask(path, timeoutMs, signal);
        const { identity, because, status } = (0,judgement/* judgeAnswer */._)(exchange, anything, undefined);
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
    identity: identity/* noIdentity */.kH,
    identityHeader: undefined,
    conditions: [],
    criticality: { critical: [], advisory: ['*'] },
    maxAgeMs: Number.MAX_SAFE_INTEGER,
    allowed: [],
};

// EXTERNAL MODULE: ./packages/vercel/lib/rolling/arms.js
var arms = __nccwpck_require__(686001);
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

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
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

;// CONCATENATED MODULE: ./packages/vercel/lib/deployment.js


async function readDeployment(api, idOrUrl) {
    const path = `/v13/deployments/${encodeURIComponent(idOrUrl)}`;
    return deploymentOf(await api.read(path), `GET ${path}`);
}
function deploymentOf(body, call) {
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/ask-host.js


function hostAsker(values, credentials = (0,probe/* bypassOnly */.h)(values['protection-bypass'])) {
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
        const asked = { ...question, query: arm === undefined ? undefined : arms/* ARM_QUERIES */.S[arm] };
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

// EXTERNAL MODULE: ./packages/action-kit/lib/gate-credentials.js
var gate_credentials = __nccwpck_require__(230658);
// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(1027241);
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
            return { ...answer, data: write_deploymentOf(answer.data) };
        },
        look: async () => {
            const list = await github.read('repos.listDeployments', { environment, task, per_page: 100 });
            const found = list.find((record) => recordId(record.payload) === payload.id);
            return found === undefined ? undefined : write_deploymentOf(found);
        },
    });
}
function write_deploymentOf(raw) {
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
        yield* page.map(write_deploymentOf);
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

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
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

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/rollout.js


const NONE = [402, 403, 404];
function hasNone(error) {
    return error instanceof errors/* RemoteError */.Hi && NONE.includes(error.status ?? 0);
}
async function readRollout(api, projectId) {
    try {
        return rolloutOf(await api.read(pathOf(projectId), { state: 'ACTIVE' }));
    }
    catch (error) {
        if (hasNone(error))
            return undefined;
        throw error;
    }
}
function pathOf(projectId) {
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
        const found = at(await api.read(`${pathOf(projectId)}/config`), 'rollingRelease');
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
        return { kind: 'refused', why: (0,errors/* describe */.q0)(answer.error) };
    if (answer.kind === 'lost')
        api.log.warning(`${(0,errors/* describe */.q0)(answer.error)}: what is configured is read back`);
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

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/plan-config.js

const SERVER_GATES = ['rollback', 'pause', 'keep'];
const CHECK = { type: 'error-rate-5xx', minSampleSize: 100, excludePaths: [], excludeStatusCodes: [] };
const GATE = { failureThreshold: 3, windowSize: 5 };
const MINUTE_MS = 60_000;
function planConfig(config, wish) {
    const stages = wish.stages.length > 0 ? wish.stages : stagesOf(config, wish.stageMs);
    if (stages.length === 0)
        return { kind: 'no-stages' };
    const same = agrees(config, stages);
    const automatic = config.stages.find((stage) => stage.percentage < 100 && advances(stage));
    if (wish.stages.length === 0 && automatic !== undefined)
        return { kind: 'advances-by-itself', percentage: automatic.percentage };
    const gate = wish.serverGate === 'keep' ? undefined : wish.serverGate;
    const needsGate = gate !== undefined && !gateIs(config.gate, gate);
    const body = { enabled: true, advancementType: 'manual-approval', ...kept(config), stages: bodyOf(stages) };
    return {
        kind: 'plan',
        plan: {
            stages,
            write: needsGate ? { ...body, gate: gateBody(config.gate, gate) } : same ? undefined : body,
            writeStages: same ? undefined : body,
            gate,
        },
    };
}
function agrees(config, stages) {
    const configured = config.stages.filter(({ percentage }) => percentage < 100);
    return (configured.length === stages.length &&
        configured.every((stage, index) => stage.percentage === stages[index]?.percentage && !advances(stage)));
}
function gateIs(gate, action) {
    return gate?.enabled === true && !gate.dryRun && gate.action === action && checksOf(gate).length > 0;
}
function advances({ minutes, needsApproval }) {
    return minutes !== undefined && minutes > 0 && !needsApproval;
}
function stagesOf({ stages }, stageMs) {
    return stages
        .filter(({ percentage }) => percentage < 100)
        .map(({ minutes, percentage }) => ({
        percentage,
        watchMs: minutes === undefined || minutes <= 0 ? stageMs : minutes * MINUTE_MS,
    }));
}
function kept({ raw }) {
    const { canaryResponseHeader, gate } = raw;
    return {
        ...(canaryResponseHeader === undefined ? {} : { canaryResponseHeader }),
        ...(gate === undefined ? {} : { gate }),
    };
}
function bodyOf(stages) {
    return [
        ...stages.map(({ percentage }) => ({ targetPercentage: percentage, requireApproval: true })),
        { targetPercentage: 100 },
    ];
}
function gateBody(gate, action) {
    const checks = gate === undefined ? [] : checksOf(gate);
    return { ...GATE, ...gate?.raw, enabled: true, dryRun: false, action, checks: checks.length > 0 ? checks : [CHECK] };
}
function checksOf({ raw }) {
    const { checks } = raw;
    return Array.isArray(checks) ? checks : [];
}
function showStages({ stages }) {
    const shown = stages.map(({ percentage, watchMs }) => `${percentage} % for ${(0,lib_duration/* formatDuration */.a)(watchMs)}`);
    return [...shown, 'then all users'].join(', ');
}

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/rolling-guards.js

const WHERE = 'Settings → Build and Deployment → Rolling Releases';
function rollingGuards(state, request) {
    const { project, rolling, rollout } = state;
    if (rollout !== undefined) {
        const message = `a rolling release to ${rollout.candidate ?? 'an unknown deployment'} is under way: complete or abort it first; one that Lockstep began is ended by the rollback action, to: finish`;
        return [{ code: 'rolling-release', message }];
    }
    if (project.production === undefined)
        return [];
    if (request.strategy === 'promote') {
        const message = `project ${project.name} has rolling releases switched on, so a promote would start one instead of a swap: set strategy: rolling, or switch them off in ${WHERE}`;
        return project.rollingReleases ? [{ code: 'rolling-release', message }] : [];
    }
    if (request.rolling === undefined)
        return [];
    if (rolling.kind === 'off') {
        const message = `project ${project.name} has rolling releases switched off: switch them on in ${WHERE} (a plan with rolling releases is needed), or set strategy: promote`;
        return [{ code: 'rolling-not-enabled', message }];
    }
    if (rolling.kind === 'not-available') {
        const message = `Vercel does not show the rolling releases of project ${project.name} (${rolling.error.message}): the plan and vercel-token must allow them, or set strategy: promote`;
        return [{ code: 'rolling-not-available', message }];
    }
    const planned = planConfig(rolling.config, request.rolling);
    switch (planned.kind) {
        case 'plan':
            return [];
        case 'advances-by-itself': {
            const message = `the stages of project ${project.name} advance automatically (${planned.percentage} %), before a health gate could decide: set them to manual approval in ${WHERE}, or give "stages"`;
            return [{ code: 'rolling-automatic', message }];
        }
        case 'no-stages': {
            const message = `project ${project.name} is configured without a stage below 100 %, so that all users would get the candidate at once: add one in ${WHERE}, or give "stages"`;
            return [{ code: 'rolling-without-stages', message }];
        }
    }
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/guards.js



function guard(state, request, nowMs) {
    const own = request.strategy === 'alias' ? aliasGuards(state, request) : promoteGuards(state, request, nowMs);
    return [...candidateGuards(state), ...own, ...evidenceGuards(state, request, nowMs)];
}
function candidateGuards({ candidate, project }) {
    const refusals = [];
    if (candidate.projectId !== undefined && candidate.projectId !== project.id)
        refusals.push(refuse('candidate-of-other-project', `${candidate.id} belongs to project ${candidate.projectId}, not to ${project.name} (${project.id})`));
    if (candidate.readyState !== 'READY')
        refusals.push(refuse('candidate-not-ready', `${candidate.id} is ${candidate.readyState}, not READY: wait for its build, or deploy again`));
    return refusals;
}
function promoteGuards(state, request, nowMs) {
    const { candidate, project } = state;
    const refusals = [];
    if (candidate.target !== 'production')
        refusals.push(refuse('candidate-not-production', `${candidate.id} was built for ${candidate.target ?? 'preview'}: Vercel would build it again for production, and that second build would be untested; deploy with target: production`));
    if (state.productionDomains.length === 0)
        refusals.push(refuse('no-production-domains', `project ${project.name} has no verified production domain to move`));
    const late = changedUnderUs(project, request.expectCurrent, nowMs);
    if (late !== undefined)
        refusals.push(late);
    refusals.push(...rollingGuards(state, request));
    refusals.push(...orderGuards(state, request.commitOrder));
    if (project.git !== undefined && (project.autoAssign || project.rolledBack) && !request.skipGitDeploymentCheck)
        refusals.push(refuse('git-auto-deploy-enabled', `Vercel automatically deploys every push to ${project.git.branch} of ${project.git.repository} to production, without any gate: set {"git": {"deploymentEnabled": {"${project.git.branch}": false}}} in vercel.json, then confirm it with skip-git-deployment-check: true (Vercel's API does not show that setting)`));
    return refusals;
}
function changedUnderUs(project, expected, nowMs) {
    if (expected !== undefined && project.production !== expected)
        return refuse('current-differs', `${project.production ?? 'nothing'} is live, ${expected} was expected: another release came in between; deploy and test again on top of it`);
    if (project.job !== undefined && inFlight(project.job, nowMs))
        return refuse('promotion-in-flight', `a ${project.job.type} to ${project.job.to} is ${project.job.status}: wait for its end, then run this step again`);
    return undefined;
}
function orderGuards({ candidate, current }, order) {
    const [mine, live] = [candidate.commit ?? 'an unknown commit', current?.commit ?? 'an unknown commit'];
    const way = 'require-newer-commit: false allows it';
    switch (order) {
        case undefined:
        case 'ahead':
        case 'identical':
        case 'not-recorded':
            return [];
        case 'behind':
            return [refuse('superseded', `${mine} is older than ${live}, which is live: a newer release came first; ${way}`)];
        case 'diverged':
            return [refuse('superseded', `${mine} does not contain ${live}, which is live: rebase or merge first; ${way}`)];
        case 'unknown':
            return [
                refuse('commit-order-unknown', `cannot determine whether ${mine} contains ${live}, which is live: both must be commits of this repository, and github-token needs contents: read; ${way}`),
            ];
    }
}
function evidenceGuards({ candidate }, request, nowMs) {
    const { evidence, maxEvidenceAgeMs } = request;
    if (evidence === undefined)
        return maxEvidenceAgeMs === undefined
            ? []
            : [
                refuse('evidence-missing', `no evidence that ${candidate.id} is healthy: pass the evidence output of health-gate`),
            ];
    const refusals = [];
    if (evidence.deploymentId !== candidate.id)
        refusals.push(refuse('evidence-not-for-candidate', `the evidence is for ${evidence.deploymentId}, not for ${candidate.id}`));
    if (evidence.verdict !== 'pass')
        refusals.push(refuse('evidence-not-passed', `the evidence says ${evidence.verdict}, not pass`));
    const age = nowMs - evidence.at;
    if (maxEvidenceAgeMs !== undefined && !(0,lib_clock/* isFresh */.pL)(age, maxEvidenceAgeMs))
        refusals.push(refuse('evidence-stale', `the evidence is ${age < 0 ? `${(0,lib_duration/* formatDuration */.a)(-age)} in the future` : `${(0,lib_duration/* formatDuration */.a)(age)} old`}, max-evidence-age is ${(0,lib_duration/* formatDuration */.a)(maxEvidenceAgeMs)}: run the health gate again`));
    return refusals;
}
function aliasGuards({ productionDomains, project }, request) {
    const refusals = [];
    const production = request.aliases.filter((alias) => productionDomains.includes(alias));
    if (production.length > 0)
        refusals.push(refuse('alias-is-production-domain', `${(0,lists/* nameSome */.Kf)(production, 3)}: moving a production domain as an alias leaves the production pointer and the cron jobs behind, and a later rollback would miss it; use strategy: promote`));
    const foreign = request.foreignAliases.filter((alias) => alias.projectId !== undefined && alias.projectId !== project.id);
    if (foreign.length > 0)
        refusals.push(refuse('alias-of-other-project', `${(0,lists/* nameSome */.Kf)(foreign.map((alias) => `${alias.host} (held by project ${alias.projectId})`), 3)}: that project would lose it; remove it there first`));
    return refusals;
}
function refuse(code, message) {
    return { code, message };
}

// EXTERNAL MODULE: ./packages/base/lib/same-build.js
var same_build = __nccwpck_require__(599621);
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

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
;// CONCATENATED MODULE: ./packages/vercel/lib/wildcard.js

function isWildcard(host) {
    return host.startsWith('*.');
}
function nameBelow(wildcard) {
    return `lockstep-${(0,external_node_crypto_().randomUUID)().slice(0, 8)}${wildcard.slice(1)}`;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/read-back.js






const DELAYS = [250, 500, 1_000, 2_000, 3_000];
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
        if (settled || !(await (0,looks/* pause */.v7)(api, DELAYS, turn, tools.until)))
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
        return (0,same_build/* sameDeployment */.q)(served.deploymentId, expected.deploymentId)
            ? undefined
            : { as: 'differs', words: `serves ${served.deploymentId}`, now: served.deploymentId };
    if (served.commit === undefined)
        return { as: 'unclear', words: 'does not say which build it is' };
    if (expected.commit === undefined || expected.commit === expected.otherCommit)
        return { as: 'unclear', words: `names only commit ${served.commit}, from which both deployments were built` };
    return (0,same_build/* sameCommit */.K)(served.commit, expected.commit)
        ? undefined
        : { as: 'differs', words: `serves commit ${served.commit}`, now: served.commit };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/plan-swap.js





function planSwap(state, request, nowMs) {
    const plan = planOf(state, request);
    const [first, ...more] = guard(state, request, nowMs);
    return first === undefined ? { kind: 'plan', plan } : { kind: 'refused', refusals: [first, ...more], plan };
}
function alreadyThere(plan) {
    const pointers = plan.strategy === 'alias' || (plan.from === plan.to && (plan.crons ?? plan.to) === plan.to);
    return pointers && plan.hosts.every((move) => move.from === move.to);
}
function planOf(state, request) {
    const { project, candidate, current } = state;
    const names = request.strategy === 'alias' ? request.aliases : state.productionDomains;
    const elsewhere = new Map(request.foreignAliases.map((alias) => [alias.host, alias.deploymentId]));
    const hosts = names.map((host) => ({
        host,
        from: state.aliases.get(host)?.deploymentId ?? elsewhere.get(host),
        to: candidate.id,
    }));
    const rolling = rollingOf(state, request);
    return {
        strategy: request.strategy === 'rolling' && project.production === undefined ? 'promote' : request.strategy,
        projectId: project.id,
        projectName: project.name,
        to: candidate.id,
        from: project.production,
        toCommit: candidate.commit,
        fromCommit: current?.commit,
        hosts,
        crons: project.crons,
        autoAssign: project.autoAssign,
        pinsClients: project.pinsClients || project.rollingReleases,
        rolls: project.rollingReleases,
        ...(rolling === undefined ? {} : { rolling }),
        jobBefore: project.job,
        notes: request.strategy === 'alias' ? [] : notesOf(state, request, hosts),
    };
}
function rollingOf({ project, rolling }, request) {
    if (request.rolling === undefined || project.production === undefined || rolling.kind !== 'on')
        return undefined;
    const planned = planConfig(rolling.config, request.rolling);
    return planned.kind === 'plan' ? planned.plan : undefined;
}
function notesOf({ project, current }, request, hosts) {
    const notes = [];
    if (project.production === undefined)
        notes.push('nothing is live yet, so this swap cannot be undone');
    if (project.production === undefined && request.strategy === 'rolling')
        notes.push('nothing is live yet to roll from, so all users get the deployment at once');
    const strayed = hosts.filter((move) => move.from !== project.production && move.from !== move.to);
    if (strayed.length > 0 && project.production !== undefined)
        notes.push(`${(0,lists/* nameSome */.Kf)(strayed.map((move) => `${move.host} (${move.from ?? 'unassigned'})`), 3)}: not on the production deployment now, so it was moved by hand; the promote moves it too, and an undo assigns it to ${project.production}`);
    if (project.production !== undefined && request.commitOrder === 'not-recorded')
        notes.push(`Vercel has no commit for ${nameOf(current?.id ?? project.production)}, so the order of commits is not checked this time`);
    if (!project.autoAssign)
        notes.push(project.rolledBack
            ? 'the project is rolled back and does not assign production domains automatically: this promote ends the rollback, and that setting is switched off again after it'
            : 'the project does not assign production domains automatically, as staged releases need');
    return notes;
}
const plan_swap_VERBS = { promote: 'promote', alias: 'assign aliases to', rolling: 'roll out' };
function describePlan(plan) {
    const line = (what, from, to) => from === to ? `${what}: stays on ${to}` : `${what}: ${from ?? 'nothing'} -> ${to}`;
    const pointers = plan.strategy === 'alias'
        ? []
        : [
            line(POINTERS.production, plan.from, plan.to),
            ...(plan.crons === undefined ? [] : [line(POINTERS.crons, plan.crons, plan.to)]),
        ];
    return [
        `${plan_swap_VERBS[plan.strategy]} ${nameOf(plan.to, plan.toCommit)} of ${plan.projectName}; live is ${nameOf(plan.from, plan.fromCommit)}`,
        ...plan.hosts.map((move) => line(move.host, move.from, move.to)),
        ...pointers,
        ...stageLines(plan),
        `auto-assignment of production domains is ${plan.autoAssign ? 'on' : 'off'}`,
        ...plan.notes,
    ];
}
function stageLines({ rolling }) {
    if (rolling === undefined)
        return [];
    const config = rolling.write === undefined ? [] : ['the stages or the gate of the project are configured first'];
    return [`stages: ${showStages(rolling)}`, ...config];
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/refusal.js
const SWAP_REFUSALS = {
    'candidate-not-ready': 'fail',
    'candidate-not-production': 'fail',
    'candidate-of-other-project': 'fail',
    'current-differs': 'fail',
    superseded: 'fail',
    'commit-order-unknown': 'unknown',
    'promotion-in-flight': 'fail',
    'rolling-release': 'fail',
    'rolling-not-available': 'fail',
    'rolling-not-enabled': 'fail',
    'rolling-automatic': 'fail',
    'rolling-without-stages': 'fail',
    'evidence-missing': 'fail',
    'evidence-stale': 'fail',
    'evidence-not-for-candidate': 'fail',
    'evidence-not-passed': 'fail',
    'git-auto-deploy-enabled': 'fail',
    'no-production-domains': 'fail',
    'alias-is-production-domain': 'fail',
    'alias-of-other-project': 'fail',
};
function verdictOf(refusals) {
    return refusals.some((refusal) => SWAP_REFUSALS[refusal.code] === 'fail') ? 'fail' : 'unknown';
}

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/alias-job.js


const SHOW_UP_MS = 10_000;
const alias_job_DELAYS = [250, 500, 1_000, 1_000, 2_000, 3_000];
async function runAliasJob(api, order) {
    const end = await ask(api, order);
    if (end.kind !== 'not-seen' || api.clock.now() + SHOW_UP_MS > order.until)
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
            return watch(api, order, undefined);
        case 'lost':
            api.log.warning(`${(0,errors/* describe */.q0)(answer.error)}: it may have taken effect, so Vercel is asked before anything is repeated`);
            return watch(api, order, answer.error);
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
        return watch(api, order, undefined);
    return project.production === order.to ? { kind: 'already' } : { kind: 'refused', error };
}
async function watch(api, order, lost) {
    const showUpBy = api.clock.now() + SHOW_UP_MS;
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

;// CONCATENATED MODULE: ./packages/vercel/lib/swap/apply-swap.js









async function recheck(api, plan) {
    if (plan.strategy === 'alias')
        return undefined;
    return changedUnderUs(await readProject(api, plan.projectId), plan.from, api.clock.now());
}
const LAST_LOOK_MS = 5_000;
function patience(job) {
    switch (job?.kind) {
        case 'refused':
        case 'not-seen':
        case 'superseded-by-other-promotion':
        case 'failed':
        case 'skipped':
            return 0;
        case 'late':
            return LAST_LOOK_MS;
        case 'done':
        case 'already':
        case undefined:
            return SETTLE_MS;
    }
}
async function applySwap(api, plan, tools) {
    if (plan.strategy === 'alias' || plan.from === plan.to) {
        const moved = await moveAliases(api, plan.hosts);
        if (moved.kind !== 'moved')
            return endSwap('fail', moved.kind, moved.message);
        return confirmSwap(api, plan, tools, undefined);
    }
    const tried = await promote(api, plan, api.clock.now() + tools.timeoutMs);
    const job = tried instanceof Error ? { kind: 'late', job: undefined } : tried;
    const ended = await confirmSwap(api, plan, tools, job);
    if (job.kind === 'refused' || job.kind === 'not-seen' || job.kind === 'superseded-by-other-promotion')
        return ended;
    const assign = await keepAutoAssign(api, plan, 'promote');
    if (assign.state === 'unchanged')
        return ended;
    api.log.warning(assign.message);
    const also = `; ${assign.message}`;
    return { ...ended, message: ended.message + also, cause: ended.cause + also, autoAssign: assign.state };
}
async function promote(api, plan, until) {
    try {
        return await runAliasJob(api, {
            verb: 'promote',
            projectId: plan.projectId,
            to: plan.to,
            before: plan.jobBefore,
            until,
        });
    }
    catch (error) {
        if (api.signal.aborted || !(error instanceof Error))
            throw error;
        api.log.warning((0,errors/* describe */.q0)(error));
        return error;
    }
}
async function confirmSwap(api, plan, tools, job) {
    const displaced = displacedBy(job, [plan.from]);
    if (displaced !== undefined)
        return endSwap('fail', 'displaced-other-release', `${displaced} was live when the promote came, not ${plan.from}: another release came in between, and the undo restores it`);
    const until = api.clock.now() + patience(job);
    const back = await readBack(api, expectationOf(plan), { probe: tools.probe, until });
    const name = nameOf(plan.to, plan.toCommit);
    if (placesOf(back).length === 0)
        return endSwap('pass', 'swapped', successMessage(plan, name, back, tools.probe !== undefined), back);
    switch (job?.kind) {
        case 'refused':
            return endSwap('fail', 'promote-refused', `${(0,errors/* describe */.q0)(job.error)}; no traffic was moved`, back);
        case 'not-seen':
            return endSwap('fail', 'promote-not-seen', `the promote of ${name} was lost (${(0,errors/* describe */.q0)(job.error)})`, back);
        case 'superseded-by-other-promotion':
            return endSwap('fail', 'superseded-by-other-promotion', `another ${job.job.type}, to ${job.job.to} (${job.job.status}), came in between`, back);
        case 'failed':
            return endSwap('fail', 'promote-failed', `Vercel could not finish the promote of ${name}`, back);
        case 'skipped':
            return endSwap('fail', 'promote-skipped', `Vercel skipped the promote of ${name}`, back);
        case 'late':
        case 'already':
        case 'done':
        case undefined:
            return back.unclear.length === 0 && job?.kind !== 'late'
                ? endSwap('fail', 'swap-incomplete', `${name} is not live everywhere${cronAdvice(back)}`, back)
                : endSwap('unknown', 'swap-unconfirmed', `cannot confirm that ${name} is live everywhere`, back);
    }
}
function expectationOf(plan) {
    return {
        projectId: plan.projectId,
        deploymentId: plan.to,
        commit: plan.toCommit,
        otherCommit: plan.from === plan.to ? undefined : plan.fromCommit,
        hosts: plan.hosts.map((move) => move.host),
        pointers: plan.strategy !== 'alias',
        crons: plan.crons !== undefined,
        rolledOut: plan.rolls ? plan.to : undefined,
    };
}
function cronAdvice(back) {
    return back.differs.some(({ kind }) => kind === 'crons') ? `; ${CRONS_PENDING}` : '';
}
function successMessage(plan, name, back, asked) {
    const hosts = (0,lists/* count */.U9)(plan.hosts.length, 'host');
    const identity = asked
        ? `${back.confirmed.length} of ${plan.hosts.length} report this build`
        : 'hosts were not asked which build they serve';
    const wild = back.byRecord.map((host) => `; ${host} is confirmed by its Vercel record only`);
    return `${name} is live on ${hosts} of ${plan.projectName}; ${identity}${wild.join('')}`;
}
function endSwap(verdict, reason, cause, back) {
    const places = back === undefined ? [] : placesOf(back);
    const message = places.length === 0 ? cause : `${cause}: ${namePlaces(places, 5)}`;
    return { verdict, reason, message, cause, readBack: back, autoAssign: 'unchanged' };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/abort-rollout.js



const abort_rollout_DELAYS = [250, 500, 1_000, 1_000, 2_000, 3_000];
const abort_rollout_SHOW_UP_MS = 10_000;
const MOST_ASKED = 2;
async function abortRollout(api, order) {
    const path = `/v1/projects/${encodeURIComponent(order.projectId)}/rollback/${encodeURIComponent(order.to)}`;
    for (let asked = 0;;) {
        const answer = await api.change('POST', path);
        asked++;
        if (answer.kind !== 'accepted')
            api.log.warning(`${(0,errors/* describe */.q0)(answer.error)}: what Vercel shows decides`);
        const askAgainAt = answer.kind === 'accepted' ? order.until : api.clock.now() + abort_rollout_SHOW_UP_MS;
        const seen = await abort_rollout_watch(api, order, Math.min(askAgainAt, order.until));
        if (seen !== 'under-way')
            return seen;
        if (answer.kind === 'refused')
            return { kind: 'refused', error: answer.error };
        if (answer.kind === 'lost' && asked >= MOST_ASKED)
            return { kind: 'not-seen', error: answer.error };
        if (api.clock.now() + abort_rollout_SHOW_UP_MS > order.until)
            return { kind: 'late', job: undefined };
    }
}
async function abort_rollout_watch(api, order, until) {
    for (let turn = 0;; turn++) {
        const [rollout, { job }] = await Promise.all([
            readRollout(api, order.projectId),
            readProject(api, order.projectId),
        ]);
        const isOver = rollout?.candidate !== order.candidate && !inFlight(job, api.clock.now());
        if (isOver)
            return { kind: 'done', job: undefined };
        if (!(await (0,looks/* pause */.v7)(api, abort_rollout_DELAYS, turn, until)))
            return 'under-way';
    }
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
            return await rollBack(turn, plan);
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
async function rollBack(turn, { to, before }) {
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

// EXTERNAL MODULE: ./packages/action-shell/lib/shape.js
var shape = __nccwpck_require__(494139);
// EXTERNAL MODULE: ./packages/base/lib/site-path.js
var site_path = __nccwpck_require__(452958);
;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs.js


const vercelInputs = (options = { required: true }) => ({
    'vercel-token': (0,shape/* described */.WY)((0,shape/* secret */.rJ)(options), 'Vercel access token. A token scoped to the project is enough.'),
    'vercel-project': (0,shape/* described */.WY)((0,shape/* text */.Qq)(undefined, options), 'Vercel project: its id (`prj_…`) or its name.'),
    'vercel-team': (0,shape/* described */.WY)((0,shape/* text */.Qq)(), 'Vercel team that owns the project: its id (`team_…`) or its slug. Leave empty for a personal account.'),
    'vercel-api-url': (0,shape/* described */.WY)((0,shape/* url */.OZ)('https://api.vercel.com'), "Base URL of Vercel's API. The token is sent to this address only."),
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
    'request-timeout': (0,shape/* described */.WY)((0,shape/* duration */.p0)('10s'), 'Timeout of a single request.'),
});
const creatorInputs = () => ({
    'ledger-creator': (0,shape/* described */.WY)((0,shape/* text */.Qq)('github-actions[bot]'), 'GitHub login that `github-token` acts as. Ledger records by other authors are ignored.'),
});
const ledgerInputs = () => ({
    ...creatorInputs(),
    'github-token': described(token('${{ github.token }}'), 'GitHub token for the ledger. It needs `deployments: write` and `actions: read`.'),
});
const serviceInputs = () => ({
    service: (0,shape/* described */.WY)((0,shape/* text */.Qq)(), 'Name of the service, where several services are released to the same environment. Leave empty where there is only one.'),
});
const identityPath = () => (0,shape/* text */.Qq)('/api/health', {
    pattern: new RegExp(`^none$|${site_path/* SITE_PATH */.G.source}`),
    expected: 'a path that starts with one /, or none',
});
const identityInputs = () => ({
    'identity-path': (0,shape/* described */.WY)(identityPath(), 'Path of the health route that reports which build answers (`metadata.deployment_id` or `metadata.git_commit`). It is requested on every production host after traffic was moved. `none` requests no host; then it is never certain that all traffic was moved back, so that a rollback keeps the schema.'),
    'protection-bypass': (0,shape/* described */.WY)((0,shape/* secret */.rJ)(), "Vercel's Protection Bypass for Automation secret, for hosts behind Deployment Protection. It is sent to hosts of the project only."),
});
const trafficInputs = () => ({
    'swap-timeout': (0,shape/* described */.WY)((0,shape/* duration */.p0)('3m'), 'How long Vercel may take to move the traffic. Reading the result back may take another 30 seconds.'),
});
const lockInputs = () => ({
    'lock-timeout': described(duration('200ms'), "How long a statement may wait for a lock. While it waits, the app's queries on the same table wait too."),
    'lock-retry-for': described(duration('60s'), 'How long to keep retrying a migration that could not acquire its locks.'),
    'migration-lock-timeout': described(duration('60s'), 'How long to wait for another migration run to finish.'),
    'statement-timeout': described(duration('15m'), 'How long a single SQL statement may run.'),
});
const orderInputs = () => ({
    'require-newer-commit': (0,shape/* described */.WY)((0,shape/* flag */.Jt)(true), 'Require that the commit contains the live commit. An older or diverged commit fails with `superseded`.'),
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
    'dry-run': (0,shape/* described */.WY)((0,shape/* flag */.Jt)(false), 'Show the plan and run all checks, but change nothing.'),
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

// EXTERNAL MODULE: ./packages/health/lib/formats.js + 11 modules
var formats = __nccwpck_require__(547477);
// EXTERNAL MODULE: ./packages/health/lib/compare/comparison.js + 2 modules
var comparison = __nccwpck_require__(554867);
// EXTERNAL MODULE: ./packages/health/lib/finding.js
var finding = __nccwpck_require__(404068);
// EXTERNAL MODULE: ./packages/health/lib/conditions/tokens.js
var tokens = __nccwpck_require__(940057);
// EXTERNAL MODULE: ./packages/action-kit/lib/gate-lines.js
var gate_lines = __nccwpck_require__(947560);
;// CONCATENATED MODULE: ./packages/action-kit/lib/rolling-inputs.js





const rollingInputs = () => ({
    stages: (0,shape/* described */.WY)((0,shape/* list */.p_)(), "With `strategy: rolling`, its stages below 100 %, one per line, as `PERCENT TIME`: `10% 5m`. They are written to the project's configuration on Vercel. Leave it empty to use the stages that are configured there."),
    'stage-time': (0,shape/* described */.WY)((0,shape/* duration */.p0)('5m'), 'With `strategy: rolling`, how long a stage without a time of its own is watched by its health gate before the next one is approved.'),
    'server-gate': (0,shape/* described */.WY)((0,shape/* oneOf */.yL)(SERVER_GATES, 'rollback'), "With `strategy: rolling`, what Vercel's own gate on 5xx errors does when it trips, also if the runner is lost: `rollback`, `pause`, or `keep` to leave it as the project configures it. It is set up where the plan has it and read back; else the step reports that it is not verified."),
    'production-url': (0,shape/* described */.WY)((0,shape/* url */.OZ)(), 'With `strategy: rolling`, the production URL at which the gate of each stage asks the candidate and the current deployment. Default: the first production domain of the project.'),
    paths: (0,shape/* described */.WY)((0,shape/* list */.p_)('/api/health'), 'With `strategy: rolling`, the health routes that the gate of each stage asks, one per line, as in `health-gate`.'),
    format: (0,shape/* described */.WY)((0,shape/* oneOf */.yL)(['auto', ...formats/* formatNames */.EI], 'auto'), 'With `strategy: rolling`, the format of the health routes, as in `health-gate`.'),
    conditions: (0,shape/* described */.WY)((0,shape/* list */.p_)(), 'With `strategy: rolling`, conditions that each answer of the candidate must meet, one per line, as in `health-gate`.'),
    'allow-findings': (0,shape/* described */.WY)((0,shape/* list */.p_)(), 'With `strategy: rolling`, findings that do not fail an answer, one name per line, as in `health-gate`.'),
    interval: (0,shape/* described */.WY)((0,shape/* duration */.p0)('5s'), 'With `strategy: rolling`, the time between two probes of the candidate.'),
    samples: (0,shape/* described */.WY)((0,shape/* integer */.nd)(60, { min: 2, max: 5000 }), 'With `strategy: rolling`, how many pairs of probes compare the candidate with the current deployment in each stage. They are spread over the time of the stage.'),
    'max-latency-ratio': (0,shape/* described */.WY)((0,shape/* decimal */._)(1.5, { min: 1.01, max: 100 }), 'With `strategy: rolling`, how many times slower than the current deployment the candidate may be.'),
    metrics: (0,shape/* described */.WY)((0,shape/* text */.Qq)(), 'With `strategy: rolling`, metrics of real traffic that are read during each stage, as in `health-gate`: YAML, or the path of a YAML file.'),
    'metrics-secrets': (0,shape/* described */.WY)((0,shape/* secret */.rJ)(), 'Secrets that `metrics` names as `$NAME`, as `NAME=value`, one per line.'),
    'database-url': (0,shape/* described */.WY)((0,shape/* secret */.rJ)(), 'Connection string of the database, for metrics of the provider `postgres`.'),
});
function rollingWish(values) {
    return {
        stages: values.stages.map((line) => stageLine(line, values['stage-time'])).filter((stage) => stage !== undefined),
        stageMs: values['stage-time'],
        serverGate: values['server-gate'],
    };
}
function stageLine(line, stageMs) {
    const [, percent, time] = /^(\d{1,3})[ \t]*%(?:[ \t]+(\S+))?$/.exec(line) ?? [];
    const watchMs = time === undefined ? stageMs : (0,lib_duration/* parseDuration */.E)(time);
    const percentage = Number(percent);
    return percent === undefined || watchMs === undefined || percentage > 99 ? undefined : { percentage, watchMs };
}
function rollingProblems(values) {
    const problems = [];
    let before = -1;
    for (const line of values.stages) {
        const stage = stageLine(line, values['stage-time']);
        if (stage === undefined)
            problems.push(`input "stages": expected "PERCENT TIME" with 0 to 99 percent, such as "10% 5m", got ${JSON.stringify(line)}; all users follow in the end`);
        else if (stage.percentage <= before)
            problems.push(`input "stages": expected each stage to have more percent than the one before, got ${JSON.stringify(line)}`);
        before = stage?.percentage ?? before;
    }
    if (values.samples < comparison/* FEWEST */.TQ)
        problems.push(`input "samples": ${values.samples} samples cannot decide; expected at least ${comparison/* FEWEST */.TQ}`);
    if (values.paths.length === 0)
        problems.push('input "paths": expected at least one path');
    for (const line of values.paths)
        if ((0,gate_lines/* pathLine */.e)(line) === undefined)
            problems.push(`input "paths": expected "/path" or "/path FORMAT", got ${JSON.stringify(line)}`);
    const known = finding/* ruleNames */.XZ;
    for (const rule of values['allow-findings'])
        if (!known.includes(rule))
            problems.push(`input "allow-findings": expected names of findings (${known.join(', ')}), got "${rule}"`);
    for (const line of values.conditions) {
        const problem = conditionProblem(line);
        if (problem !== undefined)
            problems.push(`input "conditions": ${JSON.stringify(line)}, ${problem}`);
    }
    return problems;
}
function conditionProblem(line) {
    try {
        (0,gate_lines/* conditionLine */.u)(line);
        return undefined;
    }
    catch (error) {
        if (error instanceof tokens/* ConditionError */.i)
            return `column ${error.column}: ${error.message}`;
        throw error;
    }
}
function checkStageTimes(stages) {
    const sum = stages.reduce((ms, { watchMs }) => ms + watchMs, 0);
    if (sum > LONGEST_MS)
        throw new errors/* InputError */.dz(`the stages take ${(0,lib_duration/* formatDuration */.a)(sum)} together: one job can watch at most ${(0,lib_duration/* formatDuration */.a)(LONGEST_MS)} of them; give shorter "stages"`);
}
const LONGEST_MS = 5 * 3_600_000;

;// CONCATENATED MODULE: ./actions/alias-swap/lib/inputs.js




const inputs = {
    ...vercelInputs(),
    'deployment-id': (0,shape/* text */.Qq)(undefined, { required: true }),
    strategy: (0,shape/* oneOf */.yL)(['promote', 'rolling', 'alias'], 'promote'),
    aliases: (0,shape/* list */.p_)(),
    'expect-current': (0,shape/* text */.Qq)(),
    ...orderInputs(),
    evidence: (0,shape/* text */.Qq)(),
    'max-evidence-age': (0,shape/* duration */.p0)(),
    ...identityInputs(),
    ...(0,gate_credentials/* credentialInputs */.HP)(),
    'skip-git-deployment-check': (0,shape/* flag */.Jt)(false),
    ...trafficInputs(),
    ...requestInputs(),
    ...rollingInputs(),
    'on-failure': (0,shape/* oneOf */.yL)(['auto', 'undo', 'keep'], 'auto'),
    ...dryRunInputs(),
    environment: (0,shape/* text */.Qq)(),
    ...serviceInputs(),
    ...creatorInputs(),
    'github-token': (0,shape/* token */.Sh)('${{ github.token }}'),
    'job-status': (0,shape/* jobStatus */.WB)(),
};
function problemsOf(values) {
    const problems = (0,gate_credentials/* credentialProblems */._e)(values);
    if (values.strategy === 'alias' && values.aliases.length === 0)
        problems.push('input "aliases": strategy: alias needs at least one name');
    if (values.strategy !== 'alias' && values.aliases.length > 0)
        problems.push(`input "aliases": strategy: ${values.strategy} moves all production domains and nothing else; leave aliases empty, or set strategy: alias`);
    if (values.strategy !== 'rolling')
        return problems;
    if (values['identity-path'] === 'none')
        problems.push('input "identity-path": expected a path with strategy: rolling, which asks by it which of two builds answers');
    problems.push(...rollingProblems(values));
    return problems;
}

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

// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var lib_verdict = __nccwpck_require__(186491);
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

;// CONCATENATED MODULE: ./actions/alias-swap/lib/commit-order.js


async function commitOrderOf(values, shell, github, { candidate, current }) {
    if (!values['require-newer-commit'] || values.strategy === 'alias')
        return undefined;
    const [mine, live] = [candidate.commit, current?.commit];
    if (live === undefined)
        return 'not-recorded';
    if (mine === undefined)
        return 'unknown';
    if (mine === live)
        return 'identical';
    try {
        return await compareCommits(github, live, mine);
    }
    catch (error) {
        if (shell.signal.aborted)
            throw error;
        shell.log.warning((0,errors/* describe */.q0)(error));
        return 'unknown';
    }
}

;// CONCATENATED MODULE: ./actions/alias-swap/lib/request.js




async function requestOf(values, shell, { api, github }, state) {
    return {
        strategy: values.strategy,
        rolling: values.strategy === 'rolling' ? rollingWish(values) : undefined,
        aliases: values.aliases,
        foreignAliases: values.strategy === 'alias' ? await foreignAliases(api, values.aliases, state) : [],
        expectCurrent: values['expect-current'] || undefined,
        commitOrder: await commitOrderOf(values, shell, github, state),
        evidence: values.evidence === '' ? undefined : evidenceOf(values.evidence),
        maxEvidenceAgeMs: values['max-evidence-age'],
        skipGitDeploymentCheck: values['skip-git-deployment-check'],
    };
}
function evidenceOf(text) {
    const { deployment, verdicts, at } = openEvidence(text);
    return { deploymentId: deployment ?? 'no deployment', verdict: (0,lib_verdict/* combine */.k)(Object.values(verdicts)), at: Date.parse(at) };
}
async function foreignAliases(api, names, state) {
    const held = await Promise.all(names.filter((name) => !state.aliases.has(name)).map((name) => readAlias(api, name)));
    return held.filter((alias) => alias !== undefined);
}

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/next-step.js
function planRolling({ from, to }, { production, rollout }, { completing, passed, seen, started }) {
    if (production === to)
        return { kind: 'completed' };
    if (rollout === undefined) {
        if (production !== from)
            return stop(started ? 'replaced' : 'current-differs', production);
        if (!seen)
            return { kind: 'start' };
        return completing ? { kind: 'wait' } : stop('aborted', production);
    }
    if (rollout.candidate !== to)
        return stop('replaced', rollout.candidate);
    if (rollout.base !== from)
        return stop('current-differs', rollout.base);
    if (rollout.advancesByItself)
        return stop('advances-by-itself', undefined);
    if (completing)
        return { kind: 'complete' };
    if (rollout.paused)
        return stop('paused', undefined);
    const { active, next } = rollout;
    if (active === undefined)
        return { kind: 'wait' };
    if (active.isFinal)
        return { kind: 'complete' };
    if (active.index > passed)
        return { kind: 'gate', stage: active };
    if (next !== undefined && !next.isFinal)
        return { kind: 'approve', next };
    return rollout.queued === undefined ? { kind: 'complete' } : stop('queued', rollout.queued);
}
function stop(why, found) {
    return { kind: 'stop', why, found };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/apply-rolling.js




const apply_rolling_DELAYS = [250, 500, 1_000, 1_000, 2_000, 3_000];
const apply_rolling_SHOW_UP_MS = 10_000;
const apply_rolling_MOST_ASKED = 2;
async function runRolling(api, order, tools) {
    return await new Drive(api, order, tools).run();
}
class Drive {
    #api;
    #order;
    #tools;
    #of;
    #progress = { started: false, seen: false, passed: -1, completing: false };
    #asked;
    #until;
    #at = { at: 'before its first stage', share: 0 };
    #queued;
    constructor(api, order, tools) {
        this.#api = api;
        this.#order = order;
        this.#tools = tools;
        this.#of = order.percentages.length + 1;
        this.#until = api.clock.now() + tools.timeoutMs;
    }
    async run() {
        try {
            return await this.#drive();
        }
        catch (error) {
            if (this.#api.signal.aborted || !this.#progress.started || !(error instanceof errors/* RemoteError */.Hi))
                throw error;
            return { kind: 'late', ...this.#at, why: (0,errors/* describe */.q0)(error) };
        }
    }
    async #drive() {
        for (let turn = 0;; turn++) {
            const step = planRolling(this.#order, await this.#look(), this.#progress);
            if (step.kind === 'completed')
                return { kind: 'completed', queued: this.#queued };
            if (step.kind === 'stop')
                return { kind: step.why, ...this.#at, found: step.found };
            if (step.kind === 'gate')
                turn = -1;
            const ended = await this.#take(step);
            if (ended !== undefined)
                return ended;
            if (step.kind === 'gate')
                continue;
            const late = await this.#wait(turn);
            if (late !== undefined)
                return late;
        }
    }
    async #look() {
        const { projectId, to } = this.#order;
        const [rollout, project] = await Promise.all([
            readRollout(this.#api, projectId),
            readProject(this.#api, projectId),
        ]);
        if (rollout?.candidate === to) {
            this.#progress = { ...this.#progress, seen: true };
            this.#queued = rollout.queued ?? this.#queued;
        }
        return { rollout, production: project.production };
    }
    async #take(step) {
        switch (step.kind) {
            case 'gate':
                return await this.#watch(step.stage);
            case 'start':
                return await this.#ask('start', { index: 0, percentage: this.#order.percentages[0] ?? 0, isFinal: false });
            case 'approve':
                return await this.#ask('approve', step.next);
            case 'complete':
                return await this.#ask('complete', { index: this.#of - 1, percentage: 100, isFinal: true });
            case 'wait':
                return undefined;
        }
    }
    async #watch(stage) {
        this.#at = { at: `at ${nameStage(stage, this.#of)}`, share: stage.percentage };
        const { message, verdict } = await this.#tools.gate(stage, this.#of);
        this.#until = this.#api.clock.now() + this.#tools.timeoutMs;
        if (verdict === 'pass') {
            this.#progress = { ...this.#progress, passed: stage.index };
            return undefined;
        }
        const step = planRolling(this.#order, await this.#look(), this.#progress);
        if (step.kind === 'stop')
            return { kind: step.why, ...this.#at, found: step.found };
        return { kind: 'stage', verdict, ...this.#at, message };
    }
    async #ask(change, stage) {
        const { clock, log } = this.#api;
        const isSame = this.#asked?.change === change && this.#asked.index === stage.index;
        const before = isSame ? this.#asked : undefined;
        if (before !== undefined && (clock.now() < before.showsBy || before.times >= apply_rolling_MOST_ASKED))
            return undefined;
        if (before === undefined) {
            await this.#tools.reached(stage, this.#of);
            this.#at = { ...this.#at, share: stage.percentage };
            this.#until = clock.now() + this.#tools.timeoutMs;
        }
        const { projectId, to } = this.#order;
        const which = change === 'approve' ? { nextStageIndex: stage.index } : {};
        const answer = await this.#api.change('POST', `${pathOf(projectId)}${PARTS[change]}`, {}, { canaryDeploymentId: to, ...which });
        const error = answer.kind === 'accepted' ? undefined : answer.error;
        const showsBy = clock.now() + apply_rolling_SHOW_UP_MS;
        this.#asked = { change, index: stage.index, showsBy, times: (before?.times ?? 0) + 1, error };
        const isOut = answer.kind !== 'refused';
        const { completing, started } = this.#progress;
        this.#progress = {
            ...this.#progress,
            started: started || isOut,
            completing: completing || (isOut && change === 'complete'),
        };
        if (error !== undefined)
            log.warning(`${(0,errors/* describe */.q0)(error)}: what Vercel shows decides`);
        const isOurs = isOut || change !== 'start' || (await this.#look()).rollout?.candidate === to;
        return isOurs || error === undefined ? undefined : { kind: 'not-started', error };
    }
    async #wait(turn) {
        const asked = this.#asked;
        const isLost = asked !== undefined && asked.times >= apply_rolling_MOST_ASKED && this.#api.clock.now() >= asked.showsBy;
        if (isLost && !this.#progress.seen && asked.error !== undefined)
            return { kind: 'not-started', error: asked.error };
        if (await (0,looks/* pause */.v7)(this.#api, apply_rolling_DELAYS, turn, this.#until))
            return undefined;
        const why = asked?.error === undefined ? `Vercel shows no effect of the ${asked?.change ?? 'gate'}` : (0,errors/* describe */.q0)(asked.error);
        return { kind: 'late', ...this.#at, why };
    }
}
const PARTS = { start: '/start', approve: '/approve-stage', complete: '/complete' };

;// CONCATENATED MODULE: ./packages/vercel/lib/rolling/rolling-swap.js







async function applyRollingSwap(api, plan, tools) {
    const { projectId, rolling } = plan;
    const configured = await configure(api, projectId, rolling);
    const { notVerified } = configured;
    for (const note of notVerified)
        api.log.warning(note);
    if (configured.refused !== undefined) {
        const cause = `the stages could not be configured (${configured.refused}): no user got ${nameOf(plan.to, plan.toCommit)}`;
        return { ...endSwap('fail', 'rollout-not-configured', cause), notVerified, share: 0 };
    }
    const percentages = rolling.stages.map(({ percentage }) => percentage);
    const order = { projectId, from: plan.from, to: plan.to, percentages };
    const ended = await runRolling(api, order, tools);
    if (ended.kind !== 'completed') {
        const none = ended.kind === 'not-started' || ended.kind === 'aborted';
        return { ...stopped(plan, ended), notVerified, share: none ? 0 : ended.share };
    }
    const confirmed = await confirmSwap(api, plan, tools, undefined);
    const { queued } = ended;
    const follows = queued === undefined ? [] : [`${queued} was queued behind it: Vercel rolls it out next`];
    const assign = await keepAutoAssign(api, plan, 'promote');
    const also = [...follows, ...(assign.state === 'unchanged' ? [] : [assign.message])];
    for (const line of also)
        api.log.warning(line);
    const [message, cause] = [confirmed.message, confirmed.cause].map((text) => [text, ...also].join('; '));
    return {
        ...confirmed,
        message: message ?? '',
        cause: cause ?? '',
        autoAssign: assign.state,
        notVerified,
        share: 100,
    };
}
async function configure(api, projectId, { gate, stages, write, writeStages }) {
    if (write === undefined)
        return { notVerified: [] };
    let wrote = await writeRollingConfig(api, projectId, write);
    if (problemOf(wrote, stages) !== undefined && gate !== undefined && writeStages !== undefined)
        wrote = await writeRollingConfig(api, projectId, writeStages);
    const problem = problemOf(wrote, stages);
    const gateRefused = writeStages === undefined && wrote.kind === 'refused';
    if (problem !== undefined && !gateRefused)
        return { refused: problem, notVerified: [] };
    const isThere = wrote.kind === 'written' && (gate === undefined || gateIs(wrote.config.gate, gate));
    if (isThere)
        return { notVerified: [] };
    const why = wrote.kind === 'refused' ? wrote.why : 'Vercel does not show it after it was written';
    return { notVerified: [`Vercel's own gate on 5xx errors is not verified: ${why}`] };
}
function problemOf(wrote, stages) {
    if (wrote.kind === 'refused')
        return wrote.why;
    return agrees(wrote.config, stages) ? undefined : 'Vercel shows other stages after they were written';
}
function stopped(plan, ended) {
    const name = nameOf(plan.to, plan.toCommit);
    switch (ended.kind) {
        case 'not-started':
            return endSwap('fail', 'rollout-not-started', `${(0,errors/* describe */.q0)(ended.error)}; no user got ${name}`);
        case 'stage':
            return ended.verdict === 'fail'
                ? endSwap('fail', 'stage-failed', `${name} ${ended.at} is not healthy: ${ended.message}`)
                : endSwap('unknown', 'stage-unknown', `it could not be decided whether ${name} ${ended.at} is healthy: ${ended.message}`);
        case 'paused':
            return endSwap('unknown', 'rollout-paused', `Vercel paused the rolling release of ${name} ${ended.at}, as its own gate does`);
        case 'queued':
            return endSwap('unknown', 'rollout-queued', `all stages of ${name} passed, and ${ended.found} is queued behind it: once all users have ${name}, Vercel rolls that one out without any gate of this release`);
        case 'aborted':
            return endSwap('fail', 'rollout-aborted', `the rolling release of ${name} was ended ${ended.at}, by Vercel's own gate or by a person: users have ${nameOf(plan.from, plan.fromCommit)}`);
        case 'advances-by-itself':
            return endSwap('fail', 'rollout-advances', `the rolling release of ${name} would advance automatically, before a health gate could decide`);
        case 'replaced':
            return endSwap('fail', 'rollout-replaced', `${ended.found ?? 'another deployment'} is live or rolled out instead of ${name}: another release came in between`);
        case 'current-differs':
            return endSwap('fail', 'displaced-other-release', `${ended.found ?? 'nothing'} was live when the rolling release began, not ${plan.from}: another release came in between, and the undo restores it`);
        case 'late':
            return endSwap('unknown', 'rollout-late', `the rolling release of ${name} did not go on ${ended.at}: ${ended.why}`);
    }
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
        shell.log.warning(`could not record stage ${stage.number} in the ledger: ${(0,errors/* describe */.q0)(error)}`);
    }
}
async function closeSwapRecord(ledger, shell, record, end) {
    try {
        await ledger.close(record, end.state, end.message);
    }
    catch (error) {
        shell.log.warning(`could not record in the ledger that the swap ended as "${end.state}": ${(0,errors/* describe */.q0)(error)}`);
    }
}

;// CONCATENATED MODULE: ./actions/alias-swap/lib/swap-record.js


async function recordSwap(values, shell, plan) {
    const release = shell.journal?.read().release;
    const environment = release?.environment ?? values.environment;
    if (environment === '')
        return undefined;
    const line = { environment, service: release?.service ?? values.service, ref: release?.commit || shell.env.sha };
    const { record, author } = await openSwapRecord(ledgerClient(values, shell), shell, line, {
        release: release?.id ?? null,
        from: plan.from ?? null,
        to: plan.to,
        aliases: Object.fromEntries(plan.hosts.map(({ host, from }) => [host, from ?? null])),
        autoAssign: plan.autoAssign,
        ...(plan.rolling === undefined ? {} : { stages: percentagesOf(plan.rolling) }),
    });
    return { record, author };
}
function percentagesOf({ stages }) {
    return [...stages.map(({ percentage }) => percentage), 100];
}
async function recordStage(values, shell, record, { stage, of }) {
    if (record === undefined)
        return;
    await reachStage(ledgerClient(values, shell), shell, record, {
        number: stage.index + 1,
        of,
        percentage: stage.percentage,
    });
}
async function recordEnd(values, shell, record, end) {
    if (record !== undefined)
        await closeSwapRecord(ledgerClient(values, shell), shell, record, end);
}

;// CONCATENATED MODULE: ./actions/alias-swap/lib/roll-out.js






function buildsOf({ from = '', fromCommit, to, toCommit }) {
    return { candidate: { deployment: to, commit: toCommit }, base: { deployment: from, commit: fromCommit } };
}
async function checkRolling(values, plan, shell) {
    const { checkStages, stageOrigin } = await __nccwpck_require__.e(/* import() */ 75).then(__nccwpck_require__.bind(__nccwpck_require__, 519437));
    const { stages } = plan.rolling;
    checkStageTimes(stages);
    stageOrigin(values['production-url'], plan.hosts.map(({ host }) => host), originOf);
    await checkStages(values, { ...buildsOf(plan), stages }, shell);
}
async function rollOut({ api, shell, values }, plan, record) {
    const engine = await __nccwpck_require__.e(/* import() */ 75).then(__nccwpck_require__.bind(__nccwpck_require__, 519437));
    const probe = hostAsker(values, (0,gate_credentials/* credentialsOf */.YN)(values, shell));
    if (probe === undefined)
        throw new errors/* InputError */.dz('input "identity-path": expected a path');
    const hosts = plan.hosts.map(({ host }) => host);
    const origin = engine.stageOrigin(values['production-url'], hosts, originOf);
    const builds = buildsOf(plan);
    const stages = [];
    let since = shell.clock.now();
    const ended = await applyRollingSwap(api, plan, {
        probe,
        timeoutMs: values['swap-timeout'],
        reached: async (stage, of) => {
            shell.journal?.note('stage', { number: stage.index + 1, of, percentage: stage.percentage });
            await recordStage(values, shell, record, { stage, of });
            if (stage.index === 0)
                since = shell.clock.now();
        },
        gate: async (stage, of) => {
            const watchMs = plan.rolling.stages[stage.index]?.watchMs ?? values['stage-time'];
            const subject = { origin, ...builds, watchMs, since };
            const { message, report, verdict } = await shell.log
                .group(`Watching ${nameStage(stage, of)}`, () => engine.gateStage(values, subject, probe, shell))
                .catch((error) => {
                if (shell.signal.aborted)
                    throw error;
                return { verdict: 'unknown', message: (0,errors/* describe */.q0)(error), report: undefined };
            });
            stages.push({ stage: stage.index + 1, percentage: stage.percentage, verdict, message });
            shell.log.info(`${nameStage(stage, of)}: ${verdict}, ${message}`);
            if (report !== undefined && verdict !== 'pass')
                for (const block of engine.summaryOf(report))
                    shell.summary.add(block);
            return { verdict, message };
        },
    });
    return { ...ended, stages };
}
function isRolling(plan) {
    return plan.strategy === 'rolling' && plan.rolling !== undefined;
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

// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __nccwpck_require__(173384);
;// CONCATENATED MODULE: ./actions/alias-swap/lib/summary.js


const MOST_ROWS = 10;
const LONGEST_MESSAGE = 1_000;
function swapSummary(plan, news) {
    const [sign, head] = headline(plan, news);
    const causes = ('causes' in news ? news.causes : undefined) ?? [];
    const rolled = 'rolled' in news ? news.rolled : undefined;
    const items = [...causes, ...plan.notes].map((text) => `- ${sentence(text)}`).join('\n');
    const places = rolled !== undefined && rolled.share < 100 ? '' : tableOf(plan, news);
    return [`### ${sign} ${head}`, items, stageTable(rolled), places].filter((block) => block !== '').join('\n\n');
}
function headline(plan, news) {
    const of = `of ${inlineText(plan.projectName)}`;
    const isPromote = plan.strategy !== 'alias';
    const [who, what, show] = isPromote ? ['Users', 'users', 'have'] : ['The aliases', 'aliases', 'show'];
    const to = nameOf(plan.to, plan.toCommit);
    const from = isPromote ? nameOf(plan.from, plan.fromCommit) : 'their previous deployments';
    switch (news.kind) {
        case 'live':
            return ['✅', `${who} ${of} ${show} ${to}`];
        case 'dry-run':
            return ['ℹ️', `${who} ${of} still ${show} ${from}: this was a dry run`];
        case 'unchanged':
            return ['❌', `${who} ${of} still ${show} ${from}: nothing was changed`];
        case 'outdated':
            return ['❌', `Nothing was changed: another promotion or release ${of} came first`];
        case 'failed':
        case 'uncertain':
            if (news.rolled !== undefined && news.rolled.share < 100)
                return partlyHeadline(plan, news.rolled, of);
            if (plan.from === plan.to)
                return ['❌', `${who} ${of} ${show} ${to}, but not everywhere`];
            if (news.kind === 'uncertain' || news.readBack === undefined)
                return ['⚠️', `It is not certain whether ${what} ${of} ${show} ${to} or ${from}`];
            return failedHeadline(plan, news.readBack, { who, what, show, of });
    }
}
function partlyHeadline(plan, { share }, of) {
    const [to, from] = [nameOf(plan.to, plan.toCommit), nameOf(plan.from, plan.fromCommit)];
    return share === 0
        ? ['❌', `Users ${of} still have ${from}: the rolling release ended`]
        : ['⚠️', `Up to ${share} % of the users ${of} may have ${to}, the others ${from}: the rolling release stopped`];
}
function stageTable(rolled) {
    if (rolled === undefined || rolled.stages.length === 0)
        return '';
    const rows = rolled.stages.map(({ message, percentage, stage, verdict }) => [
        `${lib_verdict/* VERDICT_MARKS */.r[verdict]} ${stage}`,
        `${percentage} %`,
        inlineText(message, LONGEST_MESSAGE),
    ]);
    return (0,markdown_table/* markdownTable */.Q)(['stage', 'users', 'health gate'], rows);
}
function failedHeadline(plan, back, { who, what, show, of }) {
    const kinds = ['name', 'host'];
    const seen = new Map(kinds.flatMap((kind) => back.differs.filter((place) => place.kind === kind)).map(({ name, now }) => [name, now]));
    const label = (id) => id === plan.to ? nameOf(id, plan.toCommit) : id === plan.from ? nameOf(id, plan.fromCommit) : nameOf(id);
    const now = [...new Set(plan.hosts.map(({ host }) => (seen.has(host) ? seen.get(host) : plan.to)))];
    const isUnmoved = plan.hosts.every(({ host, from, to }) => from === to || (seen.has(host) && seen.get(host) === from));
    if (isUnmoved)
        return ['❌', `${who} ${of} still ${show} ${(0,lists/* nameSome */.Kf)(now.map(label), 2)}: no traffic was moved`];
    if (back.unclear.length > 0)
        return ['⚠️', `It is not certain what ${what} ${of} ${show}: the swap failed`];
    if (now.length === 1)
        return ['❌', `${who} ${of} ${show} ${label(now[0])}: the swap failed`];
    return ['❌', `Some ${what} ${of} ${show} ${now.map(label).join(', some ')}: the swap failed`];
}
function tableOf(plan, news) {
    if (news.kind === 'dry-run' || news.kind === 'unchanged' || news.kind === 'outdated')
        return (0,markdown_table/* markdownTable */.Q)(['place', news.kind === 'outdated' ? 'when planned' : 'now', 'after a swap'], grouped(movesOf(plan), ({ from, to }) => [from ?? 'nothing', from === to ? 'stays' : to]));
    const seen = new Map();
    const back = news.kind === 'live' ? undefined : news.readBack;
    for (const place of back === undefined ? [] : placesOf(back))
        if (!seen.has(place.name))
            seen.set(place.name, place);
    const blind = news.kind !== 'live' && (back === undefined || back.unclear.some(({ kind }) => kind === 'api'));
    const now = ({ host, to }) => {
        const place = seen.get(host);
        if (place !== undefined)
            return place.now === undefined ? '⚠️ not confirmed' : `❌ ${place.now}`;
        return blind ? '⚠️ not confirmed' : `✅ ${to}`;
    };
    return (0,markdown_table/* markdownTable */.Q)(['place', 'before', 'now'], grouped(movesOf(plan), (move) => [move.from ?? 'nothing', now(move)]));
}
function movesOf(plan) {
    if (plan.strategy === 'alias')
        return plan.hosts;
    const pointers = [{ host: POINTERS.production, from: plan.from, to: plan.to }];
    if (plan.crons !== undefined)
        pointers.push({ host: POINTERS.crons, from: plan.crons, to: plan.to });
    return [...plan.hosts, ...pointers];
}
function grouped(moves, cellsOf) {
    const rows = moves.map((move) => ({ name: nameCell(move.host), cells: cellsOf(move) }));
    if (rows.length <= MOST_ROWS)
        return rows.map(({ name, cells }) => [name, ...cells]);
    const groups = new Map();
    for (const { name, cells } of rows) {
        const key = cells.join('\n');
        const group = groups.get(key) ?? { names: [], cells };
        group.names.push(name);
        groups.set(key, group);
    }
    return [...groups.values()].map(({ names, cells }) => [(0,lists/* nameSome */.Kf)(names, 3), ...cells]);
}
function nameCell(host) {
    return host === POINTERS.production || host === POINTERS.crons ? host : `\`${host}\``;
}
function sentence(text) {
    const shown = inlineText(text, LONGEST_MESSAGE).replace(/^[a-z]+[ :]/, (word) => word[0]?.toUpperCase() + word.slice(1));
    return /[.!?]$/.test(shown) ? shown : `${shown}.`;
}
function undoSummary(plan, end) {
    const rows = end.differs.map(({ name, now }) => [nameCell(name), now ?? 'not confirmed']);
    const table = rows.length === 0 ? [] : [(0,markdown_table/* markdownTable */.Q)(['place', 'now'], rows.slice(0, MOST_ROWS))];
    const more = rows.length > MOST_ROWS ? [`And ${(0,lists/* count */.U9)(rows.length - MOST_ROWS, 'more place')}.`] : [];
    const cause = end.verdict === 'pass' && end.autoAssign === 'unchanged' ? [] : [sentence(end.cause)];
    const then = end.cronsPending ? ', then release again' : '';
    const next = end.verdict === 'pass' ? [] : [`**Next:** run the \`rollback\` action with \`to: finish\`${then}.`];
    return [`### ${undoHeadline(plan, end)}`, ...cause, ...table, ...more, ...next].join('\n\n');
}
function undoHeadline(plan, end) {
    const of = `of ${inlineText(plan.projectName)}`;
    const isPromote = plan.strategy !== 'alias';
    const [who, have] = isPromote ? [`Users ${of}`, 'have'] : [`The aliases ${of}`, 'show'];
    const to = nameOf(plan.to, plan.toCommit);
    const from = isPromote ? nameOf(plan.from, plan.fromCommit) : 'their previous deployments';
    if (end.verdict === 'pass')
        return end.moved ? `↩️ ${who} ${have} ${from} again` : `✅ ${who} ${have} ${from}: nothing had to be undone`;
    if (end.cronsPending)
        return `⚠️ ${who} ${have} ${from} again, but its cron jobs do not run yet`;
    if (end.traffic === 'reached')
        return `❌ ${who} may still ${have} ${to}`;
    if (end.verdict === 'fail')
        return `❌ Another release changed what users ${of} have; it was left as it is`;
    return `⚠️ It is not certain what users ${of} have`;
}

;// CONCATENATED MODULE: ./actions/alias-swap/lib/run.js












const action = defineAction({
    name: 'alias-swap',
    inputs: inputs,
    check: problemsOf,
    run,
    post: { when: 'undo', run: undo, witness },
});
const BEGUN = 'swap';
const UNDO_MS = 120_000;
const LOOK_MS = 10_000;
async function run(values, shell) {
    const api = vercelClient(values, shell);
    const github = githubClient(values, shell);
    const state = await readSwapSnapshot(api, values['vercel-project'], values['deployment-id']);
    const planned = planSwap(state, await requestOf(values, shell, { api, github }, state), shell.clock.now());
    const { plan } = planned;
    await shell.log.group('The plan', async () => shell.log.info(describePlan(plan).join('\n')));
    const end = await carryOut({ values, shell, api }, planned);
    shell.summary.add(swapSummary(plan, end.news));
    const { news: _shown, stages = [], swapped = false, ...outcome } = end;
    const outputs = {
        'previous-deployment-id': plan.from ?? '',
        swapped,
        stages: stages.length === 0 ? '' : stages,
        plan,
    };
    return { ...outcome, outputs };
}
async function carryOut(tools, planned) {
    const { plan } = planned;
    if (alreadyThere(plan))
        return await confirmLive(tools, plan);
    if (planned.kind === 'refused') {
        const [first] = planned.refusals;
        const messages = planned.refusals.map(({ message }) => message);
        const causes = messages.map((message) => ({ message }));
        const news = { kind: 'unchanged', causes: messages };
        return { verdict: verdictOf(planned.refusals), reason: first.code, message: messages.join('; '), causes, news };
    }
    if (isRolling(plan))
        await checkRolling(tools.values, plan, tools.shell);
    if (tools.values['dry-run'])
        return { verdict: 'pass', reason: 'dry-run', message: wouldSwap(plan), news: { kind: 'dry-run' } };
    return await swap(tools, plan);
}
async function swap(tools, plan) {
    const { values, shell, api } = tools;
    const record = await recordSwap(values, shell, plan);
    const late = await recheck(api, plan);
    if (late !== undefined) {
        const { code, message } = late;
        await recordEnd(values, shell, record, { state: 'unchanged', message: code });
        return { verdict: 'fail', reason: code, message, news: { kind: 'outdated', causes: [message] } };
    }
    shell.state.keep(BEGUN, { plan, record });
    shell.journal?.began('alias-swap', { from: plan.from, to: plan.to, hosts: plan.hosts });
    shell.journal?.traffic('reached', { from: plan.from, to: plan.to });
    const done = isRolling(plan)
        ? rollOut(tools, plan, record)
        : applySwap(api, plan, { probe: asker(values, shell), timeoutMs: values['swap-timeout'] });
    const made = await done.catch((error) => {
        const news = { kind: 'uncertain', causes: [(0,errors/* describe */.q0)(error)], readBack: undefined };
        shell.summary.add(swapSummary(plan, news));
        throw error;
    });
    const { verdict, reason, message } = made;
    if (verdict === 'pass')
        shell.journal?.finished('alias-swap', { to: plan.to });
    if (verdict === 'unknown')
        shell.journal?.held(reason);
    const state = verdict === 'pass' ? 'swapped' : 'unresolved';
    await recordEnd(values, shell, record, { state, message: reason });
    const stages = 'stages' in made ? made.stages : [];
    return { verdict, reason, message, swapped: verdict === 'pass', stages, news: newsOf(made) };
}
function newsOf(made) {
    const { cause, readBack, verdict } = made;
    const rolled = 'stages' in made ? { stages: made.stages, share: made.share } : undefined;
    const causes = 'notVerified' in made ? [cause, ...made.notVerified] : [cause];
    if (verdict === 'pass')
        return { kind: 'live', causes: causes.slice(1), ...(rolled === undefined ? {} : { rolled }) };
    return { kind: NEWS[verdict], causes, readBack, ...(rolled === undefined ? {} : { rolled }) };
}
const NEWS = { fail: 'failed', unknown: 'uncertain' };
function asker(values, shell) {
    return hostAsker(values, (0,gate_credentials/* credentialsOf */.YN)(values, shell));
}
async function confirmLive({ values, shell, api }, plan) {
    const until = api.clock.now() + LOOK_MS;
    const back = await readBack(api, expectationOf(plan), { probe: asker(values, shell), until });
    const places = placesOf(back);
    const name = nameOf(plan.to, plan.toCommit);
    if (places.length === 0)
        return {
            verdict: 'pass',
            reason: 'already-live',
            message: `${name} was live everywhere already; nothing was changed`,
            news: { kind: 'live' },
        };
    const message = `${name} was live already, but ${places.map(({ shown }) => shown).join('; ')}`;
    return back.differs.length > 0
        ? { verdict: 'fail', reason: 'swap-incomplete', message, news: { kind: 'failed', causes: [], readBack: back } }
        : {
            verdict: 'unknown',
            reason: 'swap-unconfirmed',
            message,
            news: { kind: 'uncertain', causes: [], readBack: back },
        };
}
function wouldSwap(plan) {
    return `would move ${(0,lists/* count */.U9)(plan.hosts.length, 'host')} from ${nameOf(plan.from, plan.fromCommit)} to ${nameOf(plan.to, plan.toCommit)}; nothing was changed`;
}
async function undo(values, shell) {
    const begun = shell.state.get(BEGUN);
    if (begun === undefined)
        return undefined;
    const { plan, record } = begun;
    const api = vercelClient(values, shell);
    const until = shell.clock.now() + UNDO_MS;
    const end = await undoSwap(api, plan, { probe: asker(values, shell), until }).catch(undoUnknown);
    shell.journal?.traffic(end.traffic, { to: plan.from, pinned: plan.pinsClients });
    const message = end.verdict === 'pass' ? end.message : `${end.message}; resolve it with the rollback action, to: finish`;
    shell.summary.add(undoSummary(plan, end));
    const state = end.verdict !== 'pass' ? 'unresolved' : end.moved ? 'put-back' : 'unchanged';
    await recordEnd(values, shell, record, { state, message: end.reason });
    return { verdict: end.verdict, reason: end.reason, message };
}
function undoUnknown(error) {
    const message = (0,errors/* describe */.q0)(error);
    return {
        verdict: 'unknown',
        reason: 'undo-unconfirmed',
        message,
        cause: message,
        traffic: 'unconfirmed',
        moved: false,
        cronsPending: false,
        differs: [],
        autoAssign: 'unchanged',
    };
}
async function witness(values, shell, release) {
    const { environment, service } = release;
    const view = await ledgerClient(values, shell).read({ environment, service });
    return view.releases.some(({ id, state }) => id === release.id && state === 'released') ? 'released' : 'not-released';
}


/***/ }),

/***/ 230658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ credentialInputs),
/* harmony export */   YN: () => (/* binding */ credentialsOf),
/* harmony export */   _e: () => (/* binding */ credentialProblems)
/* harmony export */ });
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(494139);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(487083);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(672435);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(203906);


const credentialInputs = () => ({
    'trusted-sources': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false), "Whether to open Deployment Protection of hosts of the project with a GitHub OIDC token (Vercel's Trusted Sources). Needs the permission `id-token: write`."),
    'trusted-audience': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), "Audience of that token, if the project's rule expects another one than GitHub's default."),
    headers: (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)(), 'Request headers to send when hosts are asked, one per line (`Name: value`). Their values are treated as secrets and are only sent to hosts of the project and to `production-url`.'),
});
const TOKEN_LIFE_MS = 240_000;
const OWN_HEADERS = ['host', 'accept', 'accept-encoding', 'cache-control', 'connection'];
function headerLine(line) {
    const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e]+)$/.exec(line);
    return match === null ? undefined : [(match[1] ?? '').toLowerCase(), new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(match[2] ?? '', 'part')];
}
function credentialProblems(values, instead = 'leave it out') {
    const problems = [];
    for (const [index, line] of (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E1)(values.headers.reveal()).entries()) {
        const header = headerLine(line);
        const at = `input "headers": line ${index + 1}:`;
        if (header === undefined)
            problems.push(`${at} expected "Name: value"`);
        else if (OWN_HEADERS.includes(header[0]))
            problems.push(`${at} ${header[0]} is set by the gate; ${instead}`);
    }
    if (values['trusted-audience'] !== '' && !values['trusted-sources'])
        problems.push('input "trusted-audience": has no effect without "trusted-sources: true"');
    return problems;
}
function credentialsOf(values, shell) {
    const fixed = {};
    if (!values['protection-bypass'].isEmpty)
        fixed['x-vercel-protection-bypass'] = values['protection-bypass'];
    for (const line of (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E1)(values.headers.reveal())) {
        const header = headerLine(line);
        if (header === undefined)
            continue;
        shell.mask(header[1]);
        fixed[header[0]] = header[1];
    }
    if (!values['trusted-sources'])
        return async () => fixed;
    const ask = () => gitHubToken(values['trusted-audience'], shell);
    const token = renewed(() => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)(ask, _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .defaultRetry */ .iU, { clock: shell.clock, signal: shell.signal }), shell.clock);
    return async () => ({ ...fixed, 'x-vercel-trusted-oidc-idp-token': await token() });
}
function renewed(get, clock) {
    let current;
    let since = 0;
    return () => {
        if (current === undefined || clock.now() - since > TOKEN_LIFE_MS) {
            since = clock.now();
            current = get();
        }
        return current;
    };
}
async function gitHubToken(audience, shell) {
    const address = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const bearer = new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '');
    const fault = { service: 'GitHub OIDC', retryable: false };
    if (address === '' || bearer.isEmpty)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .RemoteError */ .Hi('the runner provides no OIDC token', {
            ...fault,
            hint: 'give the job the permission "id-token: write"',
        });
    const url = new URL(address);
    if (audience !== '')
        url.searchParams.set('audience', audience);
    const answer = await fetch(url, {
        headers: { authorization: `Bearer ${bearer.reveal()}` },
        signal: shell.signal,
    }).catch((cause) => {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .RemoteError */ .Hi('the runner did not issue an OIDC token', { ...fault, retryable: true, cause });
    });
    const body = answer.ok ? (await answer.json()) : {};
    if (typeof body.value !== 'string')
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .RemoteError */ .Hi('the runner did not issue an OIDC token', {
            ...fault,
            status: answer.status,
            retryable: answer.status >= 500,
        });
    const token = new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(body.value);
    shell.mask(token);
    return token;
}


/***/ }),

/***/ 947560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ pathLine),
/* harmony export */   u: () => (/* binding */ conditionLine)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452958);
/* harmony import */ var _lockstep_health__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(547477);
/* harmony import */ var _lockstep_health__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(710955);
/* harmony import */ var _lockstep_health__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(940057);


function pathLine(line) {
    const [path = '', format, ...rest] = line.split(/[ \t]+/);
    if (!_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .SITE_PATH */ .G.test(path) || path.includes('#') || rest.length > 0)
        return undefined;
    if (format === undefined)
        return { path, format: undefined };
    return isFormat(format) ? { path, format } : undefined;
}
function isFormat(value) {
    return value === 'auto' || _lockstep_health__WEBPACK_IMPORTED_MODULE_1__/* .formatNames */ .EI.includes(value);
}
function conditionLine(line) {
    const [, path, rest = ''] = /^(\/[^ \t]*)[ \t]+(.*)$/.exec(line) ?? [undefined, undefined, line];
    try {
        return { path, condition: (0,_lockstep_health__WEBPACK_IMPORTED_MODULE_2__/* .parseCondition */ .z)(rest) };
    }
    catch (error) {
        if (error instanceof _lockstep_health__WEBPACK_IMPORTED_MODULE_3__/* .ConditionError */ .i)
            throw new _lockstep_health__WEBPACK_IMPORTED_MODULE_3__/* .ConditionError */ .i(error.message, error.column + line.length - rest.length);
        throw error;
    }
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

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(691911);
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
    (0,external_node_events_.setMaxListeners)(0, controller.signal);
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
    (0,external_node_events_.setMaxListeners)(0, either);
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

/***/ 494139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Sh: () => (/* binding */ token),
/* harmony export */   WB: () => (/* binding */ jobStatus),
/* harmony export */   WY: () => (/* binding */ described),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony export commit */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(487083);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(984731);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(672435);

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
function text(defaultText, options = {}) {
    const parse = (value) => (options.pattern === undefined || options.pattern.test(value) ? ok(value) : no);
    const form = { type: 'text', expected: options.expected ?? 'some text', empty: '', others: ['text'], parse };
    return field(form, defaultText, options);
}
const hidden = {
    empty: new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(''),
    others: [new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z('-', 'part')],
    parse: (value) => ok(new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(value)),
};
function secret(options = {}) {
    return field({ type: 'secret', expected: 'a secret', ...hidden }, undefined, { ...options, secret: true });
}
function described(field, description) {
    return { ...field, description };
}
function token(defaultText) {
    return field({ type: 'secret', expected: 'a token', ...hidden }, defaultText, { secret: true });
}
function jobStatus() {
    return described(text('${{ job.status }}'), 'Set by the action itself; it passes the result of the job to the post step.');
}
function commit() {
    return text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
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
function duration(defaultText, options = {}) {
    const parse = (value) => {
        const ms = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(value);
        return ms === undefined ? no : ok(ms);
    };
    const empty = defaultText === undefined ? undefined : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(defaultText);
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
    const parse = (value) => ok((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E1)(value));
    return field({ type: 'list', expected: 'one value a line', empty: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E1)(defaultText ?? ''), others: [['text']], parse }, defaultText, options);
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


/***/ }),

/***/ 963418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withoutMark)
/* harmony export */ });
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
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

/***/ 85008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ fits)
/* harmony export */ });
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
/* harmony export */   sR: () => (/* binding */ lookAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* unused harmony export delayAt */
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

/***/ 173384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
/* unused harmony export factTable */
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
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

/***/ 599621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sameCommit),
/* harmony export */   q: () => (/* binding */ sameDeployment)
/* harmony export */ });
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

/***/ 452958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SITE_PATH),
/* harmony export */   W: () => (/* binding */ onOrigin)
/* harmony export */ });
const SITE_PATH = /^\/(?![/\\])\S*$/;
function onOrigin(path, origin) {
    const [, pathname = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(path) ?? [];
    const url = new URL(origin.origin);
    url.pathname = pathname;
    url.search = search;
    return url;
}


/***/ }),

/***/ 186491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ combine),
/* harmony export */   r: () => (/* binding */ VERDICT_MARKS)
/* harmony export */ });
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };


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

/***/ 554867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o4: () => (/* binding */ FALSE_ALARM),
  TQ: () => (/* binding */ FEWEST),
  Rq: () => (/* binding */ MISS),
  Ln: () => (/* binding */ compareAt),
  kL: () => (/* binding */ findableDelta),
  uJ: () => (/* binding */ looksOf)
});

// UNUSED EXPORTS: POWER, errorSamples

// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var verdict = __nccwpck_require__(186491);
;// CONCATENATED MODULE: ./packages/health/lib/compare/exact-test.js
function fisherP(candidateErrors, candidateTotal, baselineErrors, baselineTotal) {
    const errors = candidateErrors + baselineErrors;
    const logs = logFactorials(candidateTotal + baselineTotal);
    const choose = (n, k) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
    const all = choose(candidateTotal + baselineTotal, errors);
    let p = 0;
    for (let k = candidateErrors; k <= Math.min(errors, candidateTotal); k++) {
        if (errors - k > baselineTotal)
            continue;
        p += Math.exp(choose(candidateTotal, k) + choose(baselineTotal, errors - k) - all);
    }
    return Math.min(1, p);
}
function binomialAtMost(k, n) {
    const logs = logFactorials(n);
    const ways = Array.from({ length: Math.max(0, Math.min(k, n) + 1) }, (_, i) => (logs[n] ?? 0) - (logs[i] ?? 0) - (logs[n - i] ?? 0));
    return (p) => {
        if (k >= n || p <= 0)
            return k < 0 ? 0 : 1;
        if (p >= 1)
            return 0;
        return Math.min(1, ways.reduce((sum, way, i) => sum + Math.exp(way + i * Math.log(p) + (n - i) * Math.log1p(-p)), 0));
    };
}
function lowestRate(k, n, error) {
    if (k === 0)
        return 0;
    const below = binomialAtMost(k - 1, n);
    return bisect((rate) => 1 - below(rate) > error);
}
function highestRate(k, n, error) {
    if (k === n)
        return 1;
    const atMost = binomialAtMost(k, n);
    return bisect((rate) => atMost(rate) <= error);
}
function bisect(above) {
    let low = 0;
    let high = 1;
    while (high - low > 1e-10) {
        const middle = (low + high) / 2;
        if (above(middle))
            high = middle;
        else
            low = middle;
    }
    return (low + high) / 2;
}
function logFactorials(most) {
    const logs = new Float64Array(most + 1);
    for (let n = 2; n <= most; n++)
        logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
    return logs;
}

// EXTERNAL MODULE: ./packages/health/lib/compare/normal.js
var normal = __nccwpck_require__(428108);
;// CONCATENATED MODULE: ./packages/health/lib/compare/rank-test.js

function rankTest(candidate, baseline) {
    const [n, m] = [candidate.length, baseline.length];
    const all = [
        ...candidate.map((value) => ({ value, mine: true })),
        ...baseline.map((value) => ({ value, mine: false })),
    ].sort((a, b) => a.value - b.value);
    let rankSum = 0;
    let ties = 0;
    for (let from = 0; from < all.length;) {
        let to = from;
        while (to < all.length && all[to]?.value === all[from]?.value)
            to++;
        const rank = (from + 1 + to) / 2;
        for (const entry of all.slice(from, to))
            if (entry.mine)
                rankSum += rank;
        ties += (to - from) ** 3 - (to - from);
        from = to;
    }
    const u = rankSum - (n * (n + 1)) / 2;
    const total = n + m;
    const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
    const p = variance > 0 ? (0,normal/* upperTail */.f)((u - (n * m) / 2 - 0.5) / Math.sqrt(variance)) : 1;
    return { u, p, exceeds: u / (n * m) };
}
function shiftOf(candidate, baseline, error) {
    const [n, m] = [candidate.length, baseline.length];
    const differences = differencesOf(candidate, baseline);
    const cut = Math.floor((n * m) / 2 - (0,normal/* upperQuantile */.k)(error) * Math.sqrt((n * m * (n + m + 1)) / 12));
    const middle = (n * m + 1) / 2;
    return {
        estimate: (differences.smallest(Math.floor(middle)) + differences.smallest(Math.ceil(middle))) / 2,
        lower: cut < 1 ? Number.NEGATIVE_INFINITY : differences.smallest(cut),
        upper: cut < 1 ? Number.POSITIVE_INFINITY : differences.smallest(n * m + 1 - cut),
    };
}
function differencesOf(candidate, baseline) {
    const ascending = (a, b) => a - b;
    const [mine, other] = [Float64Array.from(candidate).sort(ascending), Float64Array.from(baseline).sort(ascending)];
    const notAbove = (limit) => {
        let count = 0;
        let below = 0;
        for (const value of mine) {
            while (below < other.length && value - (other[below] ?? 0) > limit)
                below++;
            count += other.length - below;
        }
        return count;
    };
    const smallest = (k) => {
        let low = (mine[0] ?? 0) - (other[other.length - 1] ?? 0);
        let high = (mine[mine.length - 1] ?? 0) - (other[0] ?? 0);
        if (notAbove(low) >= k)
            return low;
        for (const near = 1e-12 * Math.max(Math.abs(low), Math.abs(high)); high - low > near;) {
            const half = (low + high) / 2;
            if (notAbove(half) >= k)
                high = half;
            else
                low = half;
        }
        return high;
    };
    return { smallest };
}

;// CONCATENATED MODULE: ./packages/health/lib/compare/comparison.js




const FALSE_ALARM = 0.01;
const MISS = 0.1;
const POWER = 0.8;
const FEWEST = 30;
function looksOf(samples) {
    const planned = [Math.ceil(samples / 2), Math.ceil((3 * samples) / 4), samples];
    const at = [...new Set(planned)].filter((pairs) => pairs >= FEWEST || pairs === samples);
    const spent = (total, pairs) => pairs === samples ? total : 2 * (0,normal/* upperTail */.f)((0,normal/* upperQuantile */.k)(total / 2) / Math.sqrt(pairs / samples));
    return at.map((pairs, index) => {
        const before = at[index - 1];
        const share = (total) => spent(total, pairs) - (before === undefined ? 0 : spent(total, before));
        return { at: pairs, falseAlarm: share(FALSE_ALARM), miss: share(MISS) };
    });
}
function compareAt(look, rules, candidate, baseline) {
    const latency = compareLatency(look, rules, candidate, baseline);
    const errors = compareErrors(look, rules, candidate, baseline);
    return { verdict: (0,verdict/* combine */.k)([latency.verdict, errors.verdict]), latency, errors, pairs: look.at };
}
function compareLatency(look, rules, candidate, baseline) {
    const mine = logTimes(candidate, [candidate, baseline]);
    const other = logTimes(baseline, [candidate, baseline]);
    const fewest = Math.min(mine.length, other.length);
    if (fewest < FEWEST) {
        const message = `latency: ${fewest} successful responses of one build; needs ${FEWEST}`;
        return { verdict: 'unknown', message, p: 1, ratio: Number.NaN, exceeds: Number.NaN };
    }
    const { p, exceeds } = rankTest(mine, other);
    const shift = shiftOf(mine, other, look.miss);
    const ratio = Math.exp(shift.estimate);
    const usual = median(baseline.times.map((time) => time.ms));
    const limit = Math.log(Math.max(rules.maxLatencyRatio, 1 + rules.minLatencyDeltaMs / usual));
    const excluded = shift.upper < limit;
    const nearer = shift.estimate >= limit / 2;
    const verdict = excluded ? 'pass' : p <= look.falseAlarm && nearer ? 'fail' : 'unknown';
    const numbers = `${times(ratio)} (up to ${times(Math.exp(shift.upper))}), p ${showP(p)}, slower in ${percent(exceeds)} of pairs`;
    const needs = verdict === 'unknown' ? `; needs about ${latencySamples(other, limit)} samples per build` : '';
    return { verdict, message: `latency: ${numbers}; limit ${times(Math.exp(limit))}${needs}`, p, ratio, exceeds };
}
function compareErrors(look, rules, candidate, baseline) {
    const [mine, other] = [candidate.asked - candidate.times.length, baseline.asked - baseline.times.length];
    const limit = rules.maxErrorDelta;
    const p = fisherP(mine, candidate.asked, other, baseline.asked);
    const rise = mine / candidate.asked - other / baseline.asked;
    const error = other === 0 ? look.miss : look.miss / 2;
    const excluded = highestRate(mine, candidate.asked, error) - lowestRate(other, baseline.asked, error) < limit;
    const verdict = excluded ? 'pass' : p <= look.falseAlarm && rise >= limit / 2 ? 'fail' : 'unknown';
    const needs = verdict === 'unknown' ? `; needs about ${errorSamples(limit)} samples per build` : '';
    const message = `errors: ${mine} of ${candidate.asked} against ${other} of ${baseline.asked}, p ${showP(p)}; limit ${percent(limit)} more${needs}`;
    return { verdict, message, p, candidate: mine, baseline: other };
}
function logTimes(arm, both) {
    const byPath = new Map();
    for (const { path, ms } of both.flatMap((one) => one.times)) {
        const known = byPath.get(path);
        if (known === undefined)
            byPath.set(path, [ms]);
        else
            known.push(ms);
    }
    const usual = new Map([...byPath].map(([path, ms]) => [path, median(ms)]));
    return arm.times.map(({ path, ms }) => Math.log(Math.max(ms, 1e-3) / (usual.get(path) ?? 1)));
}
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
function latencySamples(baseline, limit) {
    const exceeds = rankTest(baseline.map((value) => value + limit), baseline).exceeds;
    const z = (0,normal/* upperQuantile */.k)(lastShare()) + (0,normal/* upperQuantile */.k)(1 - POWER - MISS);
    return Math.max(FEWEST, Math.ceil(z ** 2 / (6 * Math.max(exceeds - 0.5, 1e-3) ** 2)));
}
function errorSamples(delta) {
    let high = 1;
    while (lastLookPower(high, delta) < POWER + MISS)
        high *= 2;
    let low = high / 2;
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (lastLookPower(middle, delta) < POWER + MISS)
            low = middle;
        else
            high = middle;
    }
    return high;
}
function findableDelta(samples) {
    let low = 0;
    let high = 1000;
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (lastLookPower(samples, middle / 1000) < POWER + MISS)
            low = middle;
        else
            high = middle;
    }
    return high / 1000;
}
function lastLookPower(samples, delta) {
    let fewest = Math.ceil((samples * delta) / 2);
    while (fewest <= samples && fisherP(fewest, samples, 0, samples) > lastShare())
        fewest++;
    return fewest > samples ? 0 : 1 - binomialAtMost(fewest - 1, samples)(delta);
}
function lastShare() {
    return looksOf(4 * FEWEST).at(-1)?.falseAlarm ?? FALSE_ALARM;
}
function times(ratio) {
    return Number.isFinite(ratio) ? `${ratio.toFixed(2)} times` : 'any';
}
function percent(share) {
    return `${Number((share * 100).toFixed(1))} %`;
}
function showP(p) {
    return p < 0.0001 ? 'below 0.0001' : p.toFixed(4);
}


/***/ }),

/***/ 428108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ upperTail),
/* harmony export */   k: () => (/* binding */ upperQuantile)
/* harmony export */ });
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


/***/ }),

/***/ 736508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   fS: () => (/* binding */ pinsStatus),
/* harmony export */   iY: () => (/* binding */ unmet)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(963418);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(85008);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(984731);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(766084);


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
    const json = (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o)(answer);
    return json === undefined ? answer.body : json.value;
}
function wholeBody(answer) {
    const json = (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o)(answer)?.value;
    return json === undefined || typeof json === 'object' ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .withoutMark */ .E)(answer.body).trim() : json;
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
    return literal.kind === 'pattern' ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .fits */ .l)(literal.pattern, text) : text === String(literal.value);
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
        return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a)(Number(value));
    if (typeof value === 'string')
        return `a text of ${value.length} characters`;
    return value === null ? 'null' : Array.isArray(value) ? 'a list' : `another ${typeof value}`;
}


/***/ }),

/***/ 710955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ parseCondition),
  m: () => (/* binding */ parseMeasured)
});

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/health/lib/conditions/condition.js
const places = ['STATUS', 'RESPONSE_TIME', 'CERTIFICATE_EXPIRATION', 'BODY', 'HEADER'];
const measuredPlaces = ['VALUE', 'RATIO', 'SAMPLES'];

// EXTERNAL MODULE: ./packages/health/lib/conditions/tokens.js
var tokens = __nccwpck_require__(940057);
;// CONCATENATED MODULE: ./packages/health/lib/conditions/parse.js



function parseCondition(source) {
    return parseFor(source, places);
}
function parseMeasured(source) {
    const condition = parseFor(source, measuredPlaces);
    const { left, operator, right } = condition;
    if (left.kind !== 'place')
        throw new tokens/* ConditionError */.i('a metric has a number, and no len(…) or has(…)', 1);
    if (!isOrder(operator) && right.some((literal) => literal.kind !== 'value' || typeof literal.value !== 'number'))
        throw new tokens/* ConditionError */.i(`expected a number after ${operator}`, source.indexOf(operator) + 1);
    return condition;
}
function parseFor(source, known) {
    const reader = new Reader((0,tokens/* tokensOf */.k)(source), known);
    const left = reference(reader);
    if (left.kind === 'has' && reader.sees('end'))
        return { source, left, operator: '==', right: [{ kind: 'value', value: true }] };
    const { text } = reader.take('operator', 'one of ==, !=, <, <=, >, >=');
    const operator = text;
    const right = literals(reader, left, operator);
    reader.take('end', 'nothing more');
    return { source, left, operator, right };
}
class Reader {
    #tokens;
    known;
    #at = 0;
    constructor(tokens, known) {
        this.#tokens = tokens;
        this.known = known;
    }
    get next() {
        return this.#tokens[this.#at] ?? { kind: 'end', text: '', column: 1 };
    }
    sees(kind) {
        return this.next.kind === kind;
    }
    take(kind, expected) {
        const token = this.next;
        if (token.kind !== kind)
            throw wanted(expected, token);
        this.#at++;
        return token;
    }
}
function wanted(expected, got) {
    const shown = got.kind === 'end' ? 'the end' : JSON.stringify(got.kind === 'place' ? `[${got.text}]` : got.text);
    const isDecimal = got.kind === 'comma' || (got.kind === 'step' && /^\d/.test(got.text));
    return new tokens/* ConditionError */.i(`expected ${expected}, got ${shown}${isDecimal ? '; fractions are written as in 0.01' : ''}`, got.column);
}
function reference(reader) {
    const token = reader.next;
    if (token.kind === 'word' && (token.text === 'len' || token.text === 'has')) {
        reader.take('word', 'len or has');
        reader.take('open', '(');
        const inner = place(reader);
        reader.take('close', ')');
        return { ...inner, kind: token.text };
    }
    return place(reader);
}
function place(reader) {
    const all = reader.known.map((name) => `[${name}]`).join(', ');
    const token = reader.take('place', `a place like ${all}${reader.known === places ? ', or len(…), has(…)' : ''}`);
    const found = reader.known.find((name) => name === token.text);
    if (found === undefined)
        throw new tokens/* ConditionError */.i(`[${token.text}] is no place; there are ${all}`, token.column);
    const path = [];
    while (reader.sees('step')) {
        if (token.text !== 'BODY' && token.text !== 'HEADER')
            throw new tokens/* ConditionError */.i(`[${token.text}] has nothing below it`, reader.next.column);
        path.push(reader.take('step', 'a step').text);
    }
    if (token.text === 'HEADER' && path.length !== 1)
        throw new tokens/* ConditionError */.i('[HEADER] needs the name of one header, like [HEADER].content-type', token.column);
    return {
        kind: 'place',
        place: found,
        path: token.text === 'HEADER' ? path.map((name) => name.toLowerCase()) : path,
    };
}
function literals(reader, left, operator) {
    if (!(reader.sees('word') && reader.next.text === 'any'))
        return [literal(reader, left, operator)];
    const any = reader.take('word', 'any');
    if (isOrder(operator))
        throw new tokens/* ConditionError */.i(`any(…) goes with == and !=, not with ${operator}`, any.column);
    reader.take('open', '(');
    const found = [literal(reader, left, operator)];
    while (reader.sees('comma')) {
        reader.take('comma', ',');
        found.push(literal(reader, left, operator));
    }
    reader.take('close', ', or )');
    return found;
}
function literal(reader, left, operator) {
    const token = reader.next;
    if (reader.known === measuredPlaces && token.kind === 'duration')
        throw wanted('a number in the unit of the query', token);
    const isNumber = token.kind === 'number' || token.kind === 'duration';
    if (isOrder(operator) && !isNumber)
        throw wanted(`a number or a duration after ${operator}`, token);
    if (left.kind === 'place' && left.place === 'CERTIFICATE_EXPIRATION' && token.kind !== 'duration')
        throw wanted('a duration like 48h or 21d', token);
    if (left.kind === 'place' && left.place === 'STATUS' && token.kind !== 'number')
        throw wanted('a status code', token);
    switch (token.kind) {
        case 'number':
            return { kind: 'value', value: Number(reader.take('number', 'a number').text) };
        case 'duration':
            return { kind: 'value', value: (0,duration/* parseDuration */.E)(reader.take('duration', 'a duration').text) ?? 0 };
        case 'text':
            return { kind: 'value', value: reader.take('text', 'a text').text };
        case 'pattern':
            return { kind: 'pattern', pattern: reader.take('pattern', 'a pattern').text };
        case 'word':
            return { kind: 'value', value: wordValue(reader.take('word', 'a word').text) };
        default:
            throw wanted('a number, a duration, a word, "a text", pat(…) or any(…)', token);
    }
}
function wordValue(word) {
    if (word === 'true' || word === 'false')
        return word === 'true';
    return word === 'null' ? null : word;
}
function isOrder(operator) {
    return operator !== '==' && operator !== '!=';
}


/***/ }),

/***/ 940057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ ConditionError),
/* harmony export */   k: () => (/* binding */ tokensOf)
/* harmony export */ });
class ConditionError extends Error {
    name = 'ConditionError';
    column;
    constructor(message, column) {
        super(message);
        this.column = column;
    }
}
const forms = [
    ['place', /\[([A-Z][A-Z_]*)\]/y],
    ['step', /\.([A-Za-z0-9_$-]+)/y],
    ['step', /\[(\d+)\]/y],
    ['step', /\["([^"]*)"\]/y],
    ['duration', /(\d+(?:\.\d+)?(?:ms|s|m|h|d))(?![A-Za-z0-9_])/y],
    ['number', /(-?\d+(?:\.\d+)?)(?![A-Za-z0-9_])/y],
    ['text', /"([^"]*)"/y],
    ['text', /'([^']*)'/y],
    ['pattern', /pat\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)/y],
    ['word', /([A-Za-z_][A-Za-z0-9_./:-]*)/y],
    ['operator', /(==|!=|<=|>=|<|>)/y],
    ['open', /(\()/y],
    ['close', /(\))/y],
    ['comma', /(,)/y],
];
function tokensOf(source) {
    const tokens = [];
    let at = 0;
    while (at < source.length) {
        if (source[at] === ' ' || source[at] === '\t') {
            at++;
            continue;
        }
        const [token, next] = tokenAt(source, at);
        tokens.push(token);
        at = next;
    }
    return [...tokens, { kind: 'end', text: '', column: source.length + 1 }];
}
function tokenAt(source, at) {
    for (const [kind, form] of forms) {
        form.lastIndex = at;
        const match = form.exec(source);
        if (match === null)
            continue;
        const text = match.slice(1).find((group) => group !== undefined) ?? '';
        return [{ kind, text, column: at + 1 }, form.lastIndex];
    }
    throw new ConditionError(`unexpected ${JSON.stringify(source[at])}${hintOf(source[at] ?? '')}`, at + 1);
}
function hintOf(character) {
    if (character === '=')
        return '; equality is ==';
    if (character === '[')
        return '; places are written in capital letters, as in [STATUS] and [VALUE]';
    if (character === '%' || /[0-9-]/.test(character))
        return '; numbers are written as in 12 and 0.01, durations as in 500ms';
    if (character === '&' || character === '|')
        return '; a condition has one comparison, any(a, b) allows several values';
    return '';
}


/***/ }),

/***/ 766084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(963418);

function jsonOf({ body }) {
    try {
        return { value: JSON.parse((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .withoutMark */ .E)(body)) };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 441876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   Sm: () => (/* binding */ hostName),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   aY: () => (/* binding */ code)
/* harmony export */ });
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


/***/ }),

/***/ 404068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   Qf: () => (/* binding */ violation),
/* harmony export */   SL: () => (/* binding */ allowing),
/* harmony export */   XZ: () => (/* binding */ ruleNames)
/* harmony export */ });
const ruleNames = [
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
];
function violation(rule, message) {
    return { rule, weight: 'violation', message };
}
function note(rule, message) {
    return { rule, weight: 'note', message };
}
function allowing(findings, allowed) {
    return findings.map((finding) => (allowed.includes(finding.rule) ? { ...finding, weight: 'note' } : finding));
}


/***/ }),

/***/ 547477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Tz: () => (/* binding */ detectFormat),
  vq: () => (/* binding */ formatNamed),
  EI: () => (/* binding */ formatNames)
});

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

// EXTERNAL MODULE: ./packages/health/lib/fields.js
var fields = __nccwpck_require__(441876);
// EXTERNAL MODULE: ./packages/health/lib/identity.js
var identity = __nccwpck_require__(1047354);
;// CONCATENATED MODULE: ./packages/health/lib/read-json.js


function reading(status, meaning, rest) {
    return {
        word: (0,fields/* word */.Vm)(status),
        health: meaning(status),
        checks: rest.checks ?? [],
        checksStated: rest.checks !== undefined,
        timestamp: timeOf(rest.timestamp),
        uptime: typeof rest.uptime === 'number' ? rest.uptime : undefined,
        identity: rest.identity ?? identity/* noIdentity */.kH,
    };
}
function namedChecks(value, key, state) {
    if (!isObject(value))
        return undefined;
    return Object.entries(value).map(([name, check]) => ({ name: (0,fields/* word */.Vm)(name), state: state(asObject(check)[key]) }));
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
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function asObject(value) {
    return isObject(value) ? value : {};
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
    recognizes: (body) => isObject(body) && actuatorWords(body['status']) !== undefined,
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
    recognizes: (body) => isObject(body) && ['healthy', 'degraded', 'unhealthy'].includes(String(body['status'])),
    read: (body) => {
        const json = asObject(body);
        const metadata = asObject(json['metadata']);
        return reading(json['status'], words({ healthy: 'healthy', degraded: 'degraded', unhealthy: 'unhealthy' }), {
            checks: namedChecks(json['checks'], 'status', checkWords),
            timestamp: json['timestamp'],
            identity: {
                deployment: (0,fields/* identifier */.Cv)(metadata['deployment_id']),
                commit: (0,fields/* identifier */.Cv)(metadata['git_commit']),
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
    recognizes: (body, contentType) => isObject(body) &&
        (contentType.includes('application/health+json') ||
            (ietfWords(body['status']) !== undefined && Object.values(asObject(body['checks'])).some(Array.isArray))),
    read: (body) => {
        const json = asObject(body);
        const checks = isObject(json['checks'])
            ? Object.entries(json['checks']).flatMap(([name, entries]) => (Array.isArray(entries) ? entries : [entries]).map((entry) => {
                const status = asObject(entry)['status'];
                return { name: (0,fields/* word */.Vm)(name), state: status === undefined ? 'pass' : ietfStates(status) };
            }))
            : [];
        return reading(json['status'], ietfWords, {
            checks,
            timestamp: newest(json['checks']),
            identity: (0,identity/* identityOf */.cu)(json['releaseId']),
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



const identity_identity = {
    name: 'identity',
    recognizes: () => false,
    read: (body) => {
        const json = asObject(body);
        const released = (0,identity/* identityOf */.cu)(json['releaseId']);
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
    recognizes: (body) => isObject(body) && body['status'] === 'alive',
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
    recognizes: (body) => isObject(body) && ['ready', 'not ready', 'error'].includes(String(body['status'])) && !('details' in body),
    read: (body) => {
        const json = asObject(body);
        const list = json['checks'];
        const checks = Array.isArray(list)
            ? list.map((entry) => {
                const check = asObject(entry);
                const state = check['ready'] === true ? 'pass' : check['ready'] === false ? 'fail' : 'unclear';
                return { name: (0,fields/* word */.Vm)(check['component']), state };
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
        const checks = entries.map((entry) => ({ name: (0,fields/* word */.Vm)(entry['name']), state: stateOf(supabaseWords(entry['status'])) }));
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
    recognizes: (body) => isObject(body) && ['ok', 'error', 'shutting_down'].includes(String(body['status'])) && isObject(body['details']),
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









const FORMATS = [health, live, terminus, supabase, actuator, ietf, ready, identity_identity, plain];
const formatNames = FORMATS.map(({ name }) => name);
function formatNamed(name) {
    return FORMATS.find((format) => format.name === name) ?? plain;
}
function detectFormat(body, contentType) {
    return FORMATS.find((format) => format.recognizes(body, contentType.toLowerCase()));
}


/***/ }),

/***/ 813849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TZ: () => (/* binding */ staleness),
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   zd: () => (/* binding */ laterRead)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(984731);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(441876);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(404068);



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
    const cached = format.name === 'plain' ? _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .note */ .N4 : _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .violation */ .Qf;
    for (const [name, served] of cacheHeaders) {
        const value = answer.headers[name];
        if (value !== undefined && served.test(value))
            found.push(cached('cached-answer', `${name}: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(value)}; served from a cache, not by the application`));
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
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .note */ .N4)('cacheable', `cache-control: ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(shared)} allows caches to answer for the application; send no-store`));
    return found;
}
function timeFindings(answer, reading, format, { earlier, maxAgeMs }) {
    const { timestamp } = reading;
    if (timestamp === 'unreadable')
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .violation */ .Qf)('unreadable-timestamp', 'the timestamp is not a valid time')];
    if (timestamp === undefined)
        return format.needs.includes('timestamp')
            ? [(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .violation */ .Qf)('missing-timestamp', `the format ${format.name} requires a timestamp, the response has none`)]
            : [];
    const found = [];
    const skew = (serverDate(answer) ?? answer.at) - answer.at;
    if (Math.abs(skew) > SKEW_MS)
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .note */ .N4)('clock-skew', `the server's clock is ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(Math.abs(skew))} ${skew > 0 ? 'ahead' : 'behind'}`));
    const age = (serverDate(answer) ?? answer.at + answer.ms) - timestamp;
    if (age > maxAgeMs)
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .violation */ .Qf)('old-timestamp', `generated ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(age)} ago, "max-age" is ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(maxAgeMs)}`));
    if (age < -SKEW_MS)
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .note */ .N4)('future-timestamp', `its timestamp is ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(-age)} in the future`));
    if (earlier !== undefined && repeats(earlier, answer, timestamp, reading.uptime))
        found.push((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .violation */ .Qf)('repeating-timestamp', 'two responses have the same timestamp: the response is frozen'));
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


/***/ }),

/***/ 1047354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   gI: () => (/* binding */ showIdentity),
/* harmony export */   kH: () => (/* binding */ noIdentity),
/* harmony export */   o$: () => (/* binding */ identityOfAnswer),
/* harmony export */   oD: () => (/* binding */ matchIdentity)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(599621);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(441876);


const noIdentity = { deployment: undefined, commit: undefined };
function identityOf(name) {
    const text = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(name) ?? '';
    return {
        deployment: text.startsWith('dpl_') ? text : undefined,
        commit: /^[0-9a-f]{7,40}$/i.test(text) ? text : undefined,
    };
}
function identityOfAnswer(answer, inBody, header) {
    const named = header === undefined ? undefined : (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(answer.headers[header]);
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
        const same = what === 'commit' ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .sameCommit */ .K)(wanted, given) : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .sameDeployment */ .q)(wanted, given);
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


/***/ }),

/***/ 771197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ judgeAnswer)
});

// EXTERNAL MODULE: ./packages/health/lib/conditions/evaluate.js
var evaluate = __nccwpck_require__(736508);
// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __nccwpck_require__(85008);
;// CONCATENATED MODULE: ./packages/health/lib/criticality.js

function isCritical(name, criticality) {
    if (criticality.critical.length > 0)
        return criticality.critical.some((pattern) => (0,glob/* fits */.l)(pattern, name));
    return !criticality.advisory.some((pattern) => (0,glob/* fits */.l)(pattern, name));
}
function absentCritical(names, criticality) {
    return criticality.critical.filter((pattern) => !names.some((name) => (0,glob/* fits */.l)(pattern, name)));
}

// EXTERNAL MODULE: ./packages/health/lib/finding.js
var finding = __nccwpck_require__(404068);
;// CONCATENATED MODULE: ./packages/health/lib/consistency.js


function inconsistencies(reading, format, criticality, { isNamed, status }) {
    const found = [];
    const { health, word, checks } = reading;
    const critical = checks.filter((check) => isCritical(check.name, criticality));
    const names = (state) => critical.filter((check) => check.state === state).map((check) => check.name);
    const failing = names('fail');
    const unclear = names('unclear');
    if (health === undefined)
        found.push((0,finding/* violation */.Qf)('unknown-status-word', `status "${word}" is not defined by the format ${format.name}`));
    if (unclear.length > 0)
        found.push((0,finding/* violation */.Qf)('unclear-check', `check ${unclear.join(', ')}: its state is not defined by the format ${format.name}`));
    const missing = health === 'unhealthy' ? !reading.checksStated : checks.length === 0;
    if (format.needs.includes('checks') && missing)
        found.push((0,finding/* violation */.Qf)('missing-checks', `the format ${format.name} requires checks, the response has none`));
    for (const pattern of format.withoutChecks
        ? []
        : absentCritical(checks.map((check) => check.name), criticality))
        found.push((0,finding/* violation */.Qf)('missing-critical-check', `no check matches "${pattern}"`));
    if (health === 'healthy' && failing.length > 0)
        found.push((0,finding/* violation */.Qf)('healthy-with-failing-check', `says "${word}" while ${failing.join(', ')} fails`));
    if (health === 'degraded' &&
        reading.checksStated &&
        checks.length > 0 &&
        checks.every((check) => check.state === 'pass'))
        found.push((0,finding/* violation */.Qf)('degraded-without-warning', `says "${word}" while every check passes`));
    if (health === 'unhealthy' && reading.checksStated && !checks.some((check) => check.state !== 'pass'))
        found.push((0,finding/* note */.N4)('unhealthy-without-failing-check', `says "${word}" while no check fails`));
    if (health !== undefined && !isNamed && !format.statusFits(health, status)) {
        const message = `says "${word}" with HTTP ${status}`;
        if (health === 'unhealthy' && status < 400)
            found.push((0,finding/* violation */.Qf)('unhealthy-with-success-status', message));
        else if (health !== 'unhealthy' && status >= 400)
            found.push((0,finding/* violation */.Qf)('healthy-with-error-status', message));
        else
            found.push((0,finding/* violation */.Qf)('unexpected-status', message));
    }
    const advisory = checks.filter((check) => check.state !== 'pass' && !isCritical(check.name, criticality));
    for (const check of advisory)
        found.push((0,finding/* note */.N4)('advisory-check', `advisory check ${check.name}: ${check.state}; it does not affect the verdict`));
    return found;
}

// EXTERNAL MODULE: ./packages/health/lib/freshness.js
var freshness = __nccwpck_require__(813849);
// EXTERNAL MODULE: ./packages/health/lib/identity.js
var lib_identity = __nccwpck_require__(1047354);
// EXTERNAL MODULE: ./packages/health/lib/fields.js
var fields = __nccwpck_require__(441876);
;// CONCATENATED MODULE: ./packages/health/lib/platform.js

function platformError(answer, statusNamed) {
    const errorCode = answer.headers['x-vercel-error'];
    if (errorCode !== undefined)
        return `${(0,fields/* code */.aY)(errorCode)} (HTTP ${answer.status})`;
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

// EXTERNAL MODULE: ./packages/health/lib/protection.js
var protection = __nccwpck_require__(751273);
// EXTERNAL MODULE: ./packages/health/lib/exchange.js
var exchange = __nccwpck_require__(766084);
// EXTERNAL MODULE: ./packages/health/lib/formats.js + 11 modules
var formats = __nccwpck_require__(547477);
;// CONCATENATED MODULE: ./packages/health/lib/understand.js



function understand(answer, wanted) {
    if (wanted === 'plain')
        return { format: (0,formats/* formatNamed */.vq)('plain'), body: undefined, problem: undefined };
    if (answer.truncated)
        return unrecognized((0,finding/* violation */.Qf)('too-long', 'the body is longer than 256 KiB, which is all that the gate reads'));
    const contentType = answer.headers['content-type'] ?? '';
    const json = (0,exchange/* jsonOf */.o)(answer);
    if (json === undefined) {
        const what = contentType.includes('html') ? 'an HTML page' : 'something that is not JSON';
        return unrecognized((0,finding/* violation */.Qf)('not-json', `expected health JSON, got ${what} (HTTP ${answer.status})`));
    }
    const body = json.value;
    const format = wanted === 'auto' ? (0,formats/* detectFormat */.Tz)(body, contentType) : (0,formats/* formatNamed */.vq)(wanted);
    if (format !== undefined)
        return { format, body, problem: undefined };
    return unrecognized((0,finding/* violation */.Qf)('unrecognized-format', `got JSON in no known health format (HTTP ${answer.status}); set "format", or use "plain" with conditions`));
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
        identity: lib_identity/* noIdentity */.kH,
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
    const identity = (0,lib_identity/* identityOfAnswer */.o$)(exchange, reading.identity, expect.identityHeader);
    const findings = (0,finding/* allowing */.SL)([
        ...(0,freshness/* staleness */.TZ)(exchange, reading, format, { maxAgeMs: expect.maxAgeMs, earlier }),
        ...inconsistencies(reading, format, expect.criticality, {
            status: exchange.status,
            isNamed: namesStatus(expect, exchange.status),
        }),
        ...expect.conditions
            .flatMap((condition) => (0,evaluate/* unmet */.iY)(condition, exchange) ?? [])
            .map((text) => (0,finding/* violation */.Qf)('condition', text)),
    ], expect.allowed);
    const match = (0,lib_identity/* matchIdentity */.oD)(expect.identity, identity);
    const mustIdentify = format.identifies || expect.identityHeader !== undefined;
    const { timestamp, uptime } = reading;
    return {
        ...answered,
        ...(otherBuild(match) ??
            worst(findings) ??
            (mustIdentify ? unidentifiedBuild(match) : undefined) ??
            (format.withoutChecks ? { class: 'ok', because: 'responded' } : stateOf(reading, expect.criticality))),
        findings,
        identity,
        identified: match.kind === 'same',
        format: format.name,
        read: typeof timestamp === 'number' ? { at, timestamp, uptime } : undefined,
    };
}
function notFromApplication(answer, expect) {
    const statusNamed = namesStatus(expect, answer.status);
    const wall = (0,protection/* wallIn */.I)(answer, { expectsJson: expect.format !== 'plain', statusNamed });
    if (wall !== undefined)
        return { class: 'protected', because: `blocked by ${wall.what}`, remedy: wall.remedy };
    const away = statusNamed ? undefined : (0,protection/* redirectTarget */.E)(answer);
    if (away !== undefined) {
        const because = `redirected to ${away} (HTTP ${answer.status})`;
        return { class: 'redirected', because, remedy: `set "url" to ${away} if the application is served there` };
    }
    const platform = platformError(answer, statusNamed);
    return platform === undefined ? undefined : { class: 'platform-error', because: platform };
}
function namesStatus(expect, status) {
    return expect.conditions.some((condition) => (0,evaluate/* pinsStatus */.fS)(condition, status));
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
function stateOf(reading, criticality) {
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


/***/ }),

/***/ 7964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ bypassOnly),
  $: () => (/* binding */ openProber)
});

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
// EXTERNAL MODULE: ./packages/base/lib/site-path.js
var site_path = __nccwpck_require__(452958);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/health/lib/fields.js
var fields = __nccwpck_require__(441876);
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
                const reply = await get(agent, asked((0,site_path/* onOrigin */.W)(next, origin), options.query), headers, stop);
                const onward = redirects < MOST_REDIRECTS ? redirectWithin(reply, (0,site_path/* onOrigin */.W)(next, seenAs)) : undefined;
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
                throw (0,clock/* cancellation */.WN)(signal);
            if (timer.signal.aborted)
                return lost('timeout', 'NO_ANSWER');
            return lost('network', (0,fields/* code */.aY)(error.code));
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


/***/ }),

/***/ 751273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redirectTarget),
/* harmony export */   I: () => (/* binding */ wallIn)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(441876);

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
    return host === 'same.invalid' ? 'the same host, in a loop' : (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .hostName */ .Sm)(host);
}


/***/ }),

/***/ 686001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ARM_QUERIES)
/* harmony export */ });
const ARM_QUERIES = {
    candidate: 'vcrrForceCanary=true',
    base: 'vcrrForceStable=true',
};


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
/******/ 		return ({"9":"../shared/yaml.common.chunk.js","75":"action-kit-stage-gate.chunk.js","410":"../shared/transport.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","737":"health-metrics.chunk.js","945":"../shared/pg.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(419047);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
