export const id = 9710;
export const ids = [9710];
export const modules = {

/***/ 81541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ defineReasons)
/* harmony export */ });
function defineReasons(reasons) {
    return reasons;
}


/***/ }),

/***/ 1027241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);


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

/***/ 580024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listReleases: () => (/* binding */ listReleases)
});

// EXTERNAL MODULE: ./packages/base/lib/reasons.js
var reasons = __webpack_require__(81541);
// EXTERNAL MODULE: ./packages/github/lib/ledger/plan-begin.js
var plan_begin = __webpack_require__(85127);
;// CONCATENATED MODULE: ./packages/action-kit/lib/blocker.js


const blockerReasons = (0,reasons/* defineReasons */.v)({
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
    const record = (0,plan_begin/* blockingRecord */.vc)(view);
    return record === undefined ? undefined : { record, run: await ledger.runState(record) };
}

// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __webpack_require__(883149);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/github/lib/ledger/ledger.js
var ledger_ledger = __webpack_require__(109614);
// EXTERNAL MODULE: ./packages/github/lib/ledger/payload.js
var ledger_payload = __webpack_require__(595278);
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
    const found = (0,ledger_payload/* parsed */.Yz)(payload);
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
        (0,ledger_payload/* isAuthor */.ad)(found.author) &&
        (0,ledger_payload/* isObject */.Gv)(found.evidence));
}

// EXTERNAL MODULE: ./packages/github/lib/ledger/write.js
var write = __webpack_require__(686140);
;// CONCATENATED MODULE: ./packages/github/lib/promotion/records.js


async function* recordsOf(github, creator, { environment }, task) {
    for await (const page of github.pages('repos.listDeployments', { environment, task }))
        yield* page.map(write/* deploymentOf */.PE).filter((record) => record.creator?.login === creator);
}
const LONGEST_JOB_MS = (/* unused pure expression or super */ null && (6 * 3_600_000));
const MOST_RECORDS = 2_000;
async function records_findWritten(github, creator, key, { task, read, wanted }) {
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

;// CONCATENATED MODULE: ./packages/github/lib/promotion/request-states.js
const request_states_REQUEST_STATES = {
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
        task: REQUEST_TASK,
        read: readRequestPayload,
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
    for await (const record of recordsOf(github, creator, key, payload_REQUEST_TASK)) {
        const payload = payload_readRequestPayload(record.payload);
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

// EXTERNAL MODULE: ./packages/github/lib/ledger/read-records.js
var read_records = __webpack_require__(166242);
// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/read-text.js
var read_text = __webpack_require__(51962);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/github/lib/ledger/view.js
var ledger_view = __webpack_require__(638973);
;// CONCATENATED MODULE: ./packages/github/lib/ledger/interrupted-rollback.js

function interruptedRollback(view, to) {
    if (to !== 'finish' && to !== 'previous')
        return undefined;
    const open = (0,ledger_view/* unsettledRelease */.yS)(view);
    const newest = open ?? (0,ledger_view/* lastReleased */.iH)(view);
    const rollbacks = (0,ledger_view/* unsettledSwaps */.pq)(view).filter(takesReleasesBack);
    const own = rollbacks.find(({ takesBack }) => newest !== undefined && takesBack.includes(newest.id));
    return own ?? (to === 'finish' && open === undefined ? rollbacks[0] : undefined);
}
function rollbackToFinish(view, live) {
    return (0,ledger_view/* unsettledSwaps */.pq)(view)
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

// EXTERNAL MODULE: ./packages/github/lib/ledger/key.js
var key = __webpack_require__(299431);
;// CONCATENATED MODULE: ./packages/github/lib/ledger/rollback-target.js




function findTarget(to, facts) {
    const open = (0,ledger_view/* unsettledRelease */.yS)(facts.view);
    const busy = inProgress(open ?? (0,ledger_view/* unsettledSwaps */.pq)(facts.view)[0], facts);
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
    const swaps = (0,ledger_view/* unsettledSwaps */.pq)(facts.view);
    const alone = swaps.find(({ takesBack }) => takesBack === undefined);
    if (alone !== undefined)
        return rollBackSwap(alone);
    if (swaps[0] !== undefined)
        return resumeRollback({ ...swaps[0], takesBack: swaps[0].takesBack ?? [] }, facts);
    const message = `${(0,key/* showKey */.N)(facts.view.key)} has no unfinished release or swap`;
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
        return refuse('no-such-release', `a rollback to ${to} (${swap.author.url}) did not finish, and ${(0,key/* showKey */.N)(view.key)} has no longer all releases that it rolls back (${(0,lists/* nameSome */.Kf)(missing, 3)}): set "to" to the release or deployment that users are to get`);
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
    const last = (0,ledger_view/* lastReleased */.iH)(view);
    if (last === undefined)
        return refuse('no-rollback-target', `${(0,key/* showKey */.N)(view.key)} has no release to roll back`);
    if (last.deployment === null && last.before.deployment !== null && last.before.deployment === live)
        return refuse('no-rollback-target', `the deployment of release ${last.id} is not recorded, and ${live}, which was live before it, still is: set "to" to the release or deployment that you want`);
    return rollBackOne(last, facts);
}
function rollBackOne(release, { view }) {
    const releases = [release];
    for (let first = release; (0,ledger_view/* isRepeatRelease */.Lc)(first);) {
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
    const own = release !== undefined && release === (0,ledger_view/* unsettledRelease */.yS)(view);
    const swap = own ? view.swaps.find((one) => one.release === release.id) : (0,ledger_view/* unsettledSwaps */.pq)(view).at(-1);
    return swap?.autoAssign;
}
function earlier(to, { view, line, live }) {
    const at = line.findIndex(({ deployment, id, state }) => id === to || (deployment === to && state === 'released'));
    const wanted = line[at];
    if (wanted === undefined && !to.startsWith('dpl_'))
        return refuse('no-such-release', `${(0,key/* showKey */.N)(view.key)} has no release ${to}: give a release id, a deployment id, previous or finish`);
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
    const other = newer.findLastIndex((one) => !((0,ledger_view/* isRepeatRelease */.Lc)(one) && one.deployment === wanted.deployment));
    return newer.slice(0, other + 1);
}
function mayBeInPlace(state) {
    return state !== 'rolled-back' && state !== 'acknowledged';
}
function refuse(reason, message) {
    return { kind: 'refuse', reason, message };
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/releases/line.js

function describeLine({ author, line, requests, view }) {
    const live = liveRelease(view);
    const previous = findTarget('previous', { view, line, author: undefined, live: undefined });
    const releases = line.map((release) => {
        const { actor, author: wrote, candidate, createdAt, deployment, id, message, since, state } = release;
        const isLive = release.id === live?.id;
        const isPrevious = previous.kind === 'roll-back' && previous.to.deployment === deployment && deployment !== null;
        const isTarget = state === 'released' && deployment !== null && deployment !== live?.deployment;
        return {
            ...{ id, state, live: isLive, commit: candidate.commit, deployment, begun: createdAt, since, actor, message },
            rollbackTarget: isTarget ? (isPrevious && !(0,ledger_view/* isRepeatRelease */.Lc)(release) ? 'previous' : 'yes') : 'no',
            run: wrote.url,
        };
    });
    const plan = (0,plan_begin/* planBegin */.pX)(view, { candidate: null, live: 'not-asked', author });
    const refused = plan.kind === 'refuse' ? plan : undefined;
    return {
        verdict: refused === undefined ? 'pass' : 'fail',
        reason: refused?.reason ?? 'line-clear',
        message: refused?.message ?? clear(live),
        releases,
        waiting: [...unsettled(view), ...requests.map(waitingRequest)],
        notes: [...(0,plan_begin/* describeIgnored */.MS)(view), ...swappedSince(view, live)],
    };
}
function liveRelease(view) {
    const open = (0,ledger_view/* unsettledRelease */.yS)(view);
    return open?.state === 'held' ? open : (0,ledger_view/* lastReleased */.iH)(view);
}
function clear(live) {
    const what = live === undefined ? 'there is no release yet' : `release ${live.id} is live`;
    return `${what}, and the next one can begin`;
}
function unsettled(view) {
    const releases = (0,ledger_view/* unsettledReleases */.Bi)(view);
    const swaps = (0,ledger_view/* unsettledSwaps */.pq)(view).filter((swap) => !releases.some(({ id }) => id === swap.release));
    return [...releases.map((release) => waitingRelease(release, view)), ...swaps.map(waitingSwap)];
}
function waitingRelease({ author, id, message, state }, { swaps }) {
    const stage = swaps.find((swap) => swap.release === id && swap.reached !== undefined);
    const parts = [state, stage === undefined ? '' : stageOf(stage), message].filter((part) => part !== '');
    return { kind: 'release', id, what: parts.join(', '), run: author.url };
}
function waitingSwap(swap) {
    const parts = [`${swap.from ?? 'nothing'} to ${swap.to} is ${swap.state}`, stageOf(swap)].filter((one) => one !== '');
    return { kind: 'swap', id: swap.id, what: parts.join(', '), run: swap.author.url };
}
function stageOf({ reached }) {
    return reached === undefined ? '' : `stage ${reached.number} of ${reached.of}, ${reached.percentage} % of users`;
}
function waitingRequest({ actor, approvedBy, author, commit, deployment, expiresAt, id, state }) {
    const wanted = deployment ?? commit.slice(0, 7);
    const stands = state === 'approved'
        ? `approved by ${approvedBy ?? 'somebody'}, not released yet`
        : `needs an approval until ${expiresAt}`;
    return { kind: 'request', id, what: `${actor} asks to release ${wanted}: ${stands}`, run: author.url };
}
function swappedSince({ swaps }, live) {
    const alone = swaps.find(({ record, release, state, takesBack }) => release === null && takesBack === undefined && state === 'swapped' && record > (live?.record ?? 0));
    return alone === undefined
        ? []
        : [`traffic was moved to ${alone.to} outside of a release (${alone.author.url}), so that is what users have`];
}

// EXTERNAL MODULE: ./packages/cli/lib/columns.js
var columns = __webpack_require__(403819);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/releases/show.js


function lineText(line, place, paint) {
    const { message, notes, reason, releases, verdict, waiting } = line;
    const table = (0,columns/* columns */.Y)(['release', 'state', 'roll back to', 'commit', 'deployment', 'begun', 'by'], releases.map(row));
    const waits = waiting.map(({ id, kind, run, what }) => `waits: ${kind} ${id}: ${what}\n    ${run}\n`);
    return [
        `${place.repository}, ${(0,key/* showKey */.N)(place)}\n`,
        ...(releases.length === 0 ? [] : [table]),
        ...waits,
        ...notes.map((note) => `note: ${note}\n`),
        `${paint(verdict, verdict)} releases (${reason}): ${message}\n`,
    ].join('');
}
function row({ actor, begun, commit, deployment, id, live, rollbackTarget, state }) {
    return [
        ...[
            id,
            live ? (state === 'released' ? 'live' : `${state}, live`) : state,
            rollbackTarget === 'no' ? '' : rollbackTarget,
            commit?.slice(0, 7) ?? '',
        ],
        ...[deployment ?? '', begun, actor],
    ];
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/releases/list.js







const MOST = 200;
const LONGEST_TOKEN = 4096;
async function listReleases(call) {
    const { creator, environment, most, repository, service, token } = await questionOf(call);
    const github = (0,github_access/* githubOf */.zq)(repository, call.signal, token);
    const ledger = (0,ledger_ledger/* openLedger */.a)({ github, creator });
    const key = { environment, service };
    const view = await ledger.read(key);
    const author = (await readBlocker(ledger, view))?.run;
    const requests = await openRequests(github, creator, key, Date.now());
    const line = most <= read_records/* RECORDS_READ */.Ek && view.releases.length >= most ? view.releases.slice(0, most) : await newest(most);
    const found = describeLine({ view, line, author, requests });
    const answer = { command: 'releases', repository, environment, service, ...found };
    call.terminal.write(call.json ? (0,json_text/* jsonText */.s)(answer) : lineText(found, { ...key, repository }, call.terminal.paint));
    return found.verdict;
    async function newest(wanted) {
        const known = new Map(view.releases.map((release) => [release.id, release]));
        const all = [];
        for await (const release of ledger.releases(key)) {
            all.push(known.get(release.id) ?? release);
            if (all.length >= wanted)
                break;
        }
        return all;
    }
}
async function questionOf(call) {
    const problems = [];
    const repository = await (0,github_access/* repositoryIn */.ce)(call.text('in') || '.', call, problems);
    const most = Number(call.text('number'));
    if (!Number.isInteger(most) || most < 1 || most > MOST)
        problems.push(`--number: expected a number from 1 to ${MOST}, got "${call.text('number')}"`);
    const [environment, creator] = [call.text('environment'), call.text('ledger-creator')];
    if (environment === '')
        problems.push('--environment: expected the name of an environment');
    if (creator === '')
        problems.push('--ledger-creator: expected a login, such as github-actions[bot]');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { repository, environment, creator, service: call.text('service'), most, token: await askToken(call) };
}
async function askToken(call) {
    const file = call.text('token-file');
    if (file !== '') {
        const text = (await (0,read_text/* readText */.y)(file, LONGEST_TOKEN, call)).trim();
        if (text === '')
            throw new errors/* InputError */.dz(`--token-file: ${file} is empty`);
        return new secret/* Secret */.z(text);
    }
    const token = (0,github_access/* tokenOf */.B9)();
    if (!token.isEmpty)
        return token;
    const person = await call.terminal.person?.();
    const typed = (await person?.secret('Token for GitHub', call.signal)) ?? '';
    if (typed !== '')
        return new secret/* Secret */.z(typed);
    throw new errors/* InputError */.dz('GITHUB_TOKEN is not set: run it as GITHUB_TOKEN=$(gh auth token) lockstep releases, or name a file in --token-file');
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

/***/ 495441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   E$: () => (/* binding */ repositoryIfAny),
/* harmony export */   Mh: () => (/* binding */ patientGithubOf),
/* harmony export */   Wf: () => (/* binding */ githubAddress),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   cg: () => (/* binding */ webAddressOf),
/* harmony export */   zD: () => (/* binding */ githubWithArtifacts),
/* harmony export */   zE: () => (/* binding */ WITHIN_MS),
/* harmony export */   zq: () => (/* binding */ githubOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(487083);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(636190);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(463499);
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(598035);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(851712);



const WITHIN_MS = 15_000;
function tokenOf(env = process.env) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(env['GITHUB_TOKEN'] || env['GH_TOKEN'] || '');
}
function githubOf(repository, signal, token, env = process.env) {
    const retry = { ..._lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .defaultRetry */ .iU, budgetMs: WITHIN_MS };
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_3__/* .createGitHubClient */ .L)({ ...optionsOf(repository, signal, token, env), ...QUICK, retry });
}
function patientGithubOf(repository, signal, token) {
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_3__/* .createGitHubClient */ .L)({ ...optionsOf(repository, signal, token, process.env), ...QUICK });
}
function githubWithArtifacts(repository, signal, token) {
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_3__/* .createGitHubClient */ .L)(optionsOf(repository, signal, token, process.env));
}
const QUICK = { requestTimeoutMs: WITHIN_MS, redirects: 'refused' };
function githubAddress(env = process.env) {
    const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    if (!URL.canParse(apiUrl))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('GITHUB_API_URL: expected an address');
    return apiUrl.replace(/\/$/, '');
}
function optionsOf(repository, signal, token, env) {
    const [owner = '', repo = ''] = repository.split('/');
    return {
        ...{ token, apiUrl: githubAddress(env), repository: { owner, repo } },
        ...{ clock: _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .ml, log: _lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .silent */ .K, signal },
    };
}
function webAddressOf(repository, env = process.env) {
    const { host, origin, pathname } = new URL(githubAddress(env));
    const named = pathname === '/api/v3' ? origin : host.startsWith('api.') ? `https://${host.slice(4)}` : '';
    return `${env['GITHUB_SERVER_URL'] || named || 'https://github.com'}/${repository}`;
}
async function repositoryIn(folder, call, problems) {
    return checked(given(call) || (await ofGit(folder, call)), problems);
}
async function repositoryIfAny(call, problems) {
    const repository = given(call) || (await ofGit('.', call));
    return repository === '' ? undefined : checked(repository, problems);
}
const given = (call) => call.text('repository') || process.env['GITHUB_REPOSITORY'] || '';
function checked(repository, problems) {
    if (/^[\w.-]+\/[\w.-]+$/.test(repository))
        return repository;
    problems.push(repository === ''
        ? '--repository: expected OWNER/NAME, as git knows no remote "origin" on GitHub'
        : `--repository: expected OWNER/NAME, got "${repository}"`);
    return '';
}
async function ofGit(folder, call) {
    const { repositoryOf } = await __webpack_require__.e(/* import() */ 5261).then(__webpack_require__.bind(__webpack_require__, 287253));
    return (await repositoryOf(async (...args) => (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .askGit */ .gG)(['-C', folder, ...args], call))?.trim())) ?? '';
}


/***/ }),

/***/ 598035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ createGitHubClient)
/* harmony export */ });
/* unused harmony export repositoryProblem */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(898178);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(564604);



const MOST_PAGES = 100;
const beyond = new Set(_endpoints_js__WEBPACK_IMPORTED_MODULE_0__/* .BEYOND_REPOSITORY */ .d$);
function repositoryProblem({ owner, repo }) {
    if (owner !== '' && repo !== '')
        return undefined;
    const given = [owner, repo].filter((part) => part !== '').join('/');
    return `GITHUB_REPOSITORY: expected OWNER/NAME, ${given === '' ? 'and it is not set' : `got "${given}"`}; a runner sets it, elsewhere set it to the repository on GitHub`;
}
function createGitHubClient(options) {
    const { clock, log, signal, repository, random } = options;
    const policy = options.retry ?? _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .defaultRetry */ .iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describeTry */ .z3)(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
    };
    let transport;
    const send = async (endpoint, parameters) => {
        const problem = beyond.has(endpoint) ? undefined : repositoryProblem(repository);
        if (problem !== undefined)
            throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(problem);
        transport ??= Promise.all(/* import() */[__webpack_require__.e(5517), __webpack_require__.e(6410)]).then(__webpack_require__.bind(__webpack_require__, 291810)).then(({ openTransport }) => openTransport(options));
        return await (await transport)(endpoint, parameters);
    };
    return {
        clock,
        log,
        signal,
        repository,
        async read(endpoint, parameters) {
            const answer = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => send(endpoint, parameters), policy, tools);
            return answer.data;
        },
        async *pages(endpoint, parameters) {
            for (let page = 1; page <= MOST_PAGES; page++) {
                const answer = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
                yield answer.data;
                if (!/rel="next"/.test(String(answer.headers['link'] ?? '')))
                    return;
            }
            throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`GitHub: ${endpoint}: more than ${MOST_PAGES} pages`, {
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
                    if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi) || (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingDone */ .mh)(error))
                        throw error;
                    return { kind: 'lost', error };
                }
            };
            try {
                return await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(once, policy, tools);
            }
            catch (error) {
                if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi))
                    throw error;
                return { kind: 'refused', error };
            }
        },
    };
}


/***/ }),

/***/ 898178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ CHANGES),
/* harmony export */   d$: () => (/* binding */ BEYOND_REPOSITORY),
/* harmony export */   yT: () => (/* binding */ READS)
/* harmony export */ });
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(896818);

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

/***/ 85127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ describeIgnored),
/* harmony export */   pX: () => (/* binding */ planBegin),
/* harmony export */   vc: () => (/* binding */ blockingRecord)
/* harmony export */ });
/* unused harmony exports beganBefore, resumeHint */
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(299431);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(638973);


function blockingRecord(view) {
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .unsettledRelease */ .yS)(view) ?? (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .unsettledSwaps */ .pq)(view)[0];
}
function planBegin(view, facts) {
    const release = (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .unsettledRelease */ .yS)(view);
    const completes = release !== undefined && wasCommitted(release, facts);
    if (release !== undefined && !completes)
        return refuseRelease(view, release, facts);
    const swap = completes ? undefined : (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .unsettledSwaps */ .pq)(view)[0];
    if (swap !== undefined)
        return refuseSwap(view, swap, facts);
    const previous = completes ? release : (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .lastReleased */ .iH)(view);
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
    const name = `release ${release.id} of ${(0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .showKey */ .N)(view.key)}`;
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
    const what = `the swap of ${(0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .showKey */ .N)(view.key)} from ${swap.from ?? 'nothing'} to ${swap.to}`;
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


/***/ })

};
