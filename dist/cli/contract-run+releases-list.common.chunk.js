export const id = 9669;
export const ids = [9669];
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
        isObject(found.candidate) &&
        isObject(found.before);
    return whole ? found : undefined;
}
function readSwapPayload(payload) {
    const found = parsed(payload);
    const whole = found?.kind === 'lockstep-swap/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        typeof found.to === 'string' &&
        isAuthor(found.author) &&
        isObject(found.aliases);
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
    return isObject(value) && typeof value.runId === 'number';
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
    return (view.releases.find((other) => other.id !== release.id && other.record < release.record && other.state === 'begun') ?? unsettledSwaps(view).find((swap) => swap.release === null && swap.record < release.record));
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


/***/ }),

/***/ 166242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ RECORDS_READ),
/* harmony export */   Ml: () => (/* binding */ readView),
/* harmony export */   Xw: () => (/* binding */ readLine),
/* harmony export */   tl: () => (/* binding */ readReleases)
/* harmony export */ });
/* unused harmony exports deployments, withStatuses */
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
    const look = async (record) => {
        looked++;
        const whole = await withStatuses(github, record);
        records.push(whole);
        const [release] = (0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .foldLedger */ .n2)(key, creator, [whole]).releases;
        liveBefore = release?.before.release ?? null;
        if (release?.state !== 'released')
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
        if (found)
            break;
    }
    if (!found)
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
/* harmony export */   al: () => (/* binding */ describeStage),
/* harmony export */   dQ: () => (/* binding */ RELEASE_STATES),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* unused harmony exports readSaid, firstStageAt */
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
function unsettledRelease(view) {
    const newest = view.releases[0];
    return newest === undefined || isSettled(newest.state) ? undefined : newest;
}
function unsettledSwaps(view) {
    const settled = new Set(view.releases.filter((release) => isSettled(release.state)).map((release) => release.id));
    const since = lastReleased(view)?.record ?? 0;
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
