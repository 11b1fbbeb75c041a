export const id = 8620;
export const ids = [8620];
export const modules = {

/***/ 106301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(636190);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(984731);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);



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

/***/ 744302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ serviceUrl),
/* harmony export */   x: () => (/* binding */ askService)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(636190);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(106301);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);



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
        const answer = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .withDeadline */ .N)(what, limitMs, exchange, { clock, signal });
        log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
        return answer;
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .cancellation */ .WN)(signal);
        log.debug(`${what}: no answer after ${clock.now() - started} ms`);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`${what}: no answer`, { service, retryable: true, cause });
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

/***/ 830633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ SUPABASE_API),
  S: () => (/* binding */ createSupabaseClient)
});

// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __webpack_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/service-api.js
var service_api = __webpack_require__(744302);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/supabase/lib/failure.js

function failureOf(what, answer, nowMs) {
    const { header, status } = answer;
    const requestId = header('x-request-id') ?? header('cf-ray') ?? header('x-gotrue-id');
    const retryAfterMs = retryAfterOf(answer, nowMs);
    const hint = hintFor(status);
    return new errors/* RemoteError */.Hi(`Supabase: ${what}: ${wordsOf(answer)}`, {
        service: 'Supabase',
        status,
        retryable: status === 408 || status === 429 || status >= 500,
        ...(requestId === null ? {} : { requestId }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function notJson(what, { status }) {
    return new errors/* RemoteError */.Hi(`Supabase: ${what}: the answer is not JSON`, {
        service: 'Supabase',
        status,
        retryable: true,
        hint: 'check supabase-api-url and any proxy in between',
    });
}
function retryAfterOf({ header, status }, nowMs) {
    const asked = (0,retry/* parseRetryAfter */.mu)(header('retry-after'), nowMs);
    if (asked !== undefined || status !== 429)
        return asked;
    const seconds = Number(header('x-ratelimit-reset') ?? '');
    return seconds > 0 ? seconds * 1_000 : undefined;
}
function wordsOf({ body, status }) {
    const message = typeof body === 'object' && body !== null ? body.message : undefined;
    if (typeof message === 'string' && message !== '')
        return message;
    if (Array.isArray(message))
        return message.join('; ');
    if (status >= 300 && status < 400)
        return 'a redirect, which is not followed since it could carry the token away';
    return status >= 500 ? 'Supabase returned a server error' : 'refused';
}
function hintFor(status) {
    if (status >= 300 && status < 400)
        return 'check supabase-api-url';
    if (status === 401)
        return 'supabase-token is not accepted: create a new one and store it as a secret';
    if (status === 402)
        return 'the plan of the organization does not have it';
    if (status === 403)
        return 'the token must reach the project and have the permission that the call needs';
    if (status === 404)
        return 'check supabase-project: a project of another organization answers 404 too';
    if (status === 429)
        return 'Supabase allows 120 requests per minute and account';
    return undefined;
}

;// CONCATENATED MODULE: ./packages/supabase/lib/openapi.generated.js
const PATHS = {
    'v1-create-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
    'v1-get-a-function': '/v1/projects/{ref}/functions/{function_slug}',
    'v1-get-an-organization': '/v1/organizations/{slug}',
    'v1-get-auth-service-config': '/v1/projects/{ref}/config/auth',
    'v1-get-backup-schedule': '/v1/projects/{ref}/database/backups/schedule',
    'v1-get-network-restrictions': '/v1/projects/{ref}/network-restrictions',
    'v1-get-postgrest-service-config': '/v1/projects/{ref}/postgrest',
    'v1-get-project': '/v1/projects/{ref}',
    'v1-get-project-legacy-api-keys': '/v1/projects/{ref}/api-keys/legacy',
    'v1-get-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
    'v1-get-security-advisors': '/v1/projects/{ref}/advisors/security',
    'v1-get-services-health': '/v1/projects/{ref}/health',
    'v1-get-ssl-enforcement-config': '/v1/projects/{ref}/ssl-enforcement',
    'v1-list-all-backups': '/v1/projects/{ref}/database/backups',
    'v1-list-all-buckets': '/v1/projects/{ref}/storage/buckets',
    'v1-list-all-functions': '/v1/projects/{ref}/functions',
    'v1-list-organization-members': '/v1/organizations/{slug}/members',
    'v1-list-project-addons': '/v1/projects/{ref}/billing/addons',
};

;// CONCATENATED MODULE: ./packages/supabase/lib/ref.js

const REF = /^[a-z]{20}$/;
function assertRef(ref) {
    if (!REF.test(ref))
        throw new errors/* InputError */.dz(`supabase-project: "${ref}" is not a project reference; expected the 20 lower-case letters of https://REF.supabase.co`);
}

;// CONCATENATED MODULE: ./packages/supabase/lib/client.js




const SUPABASE_API = 'https://api.supabase.com';
const POLICY = { ...retry/* defaultRetry */.iU, budgetMs: 90_000 };
function createSupabaseClient(options) {
    const { clock, log, random, signal } = options;
    return {
        clock,
        signal,
        read: (operation, ref, ...[query]) => (0,retry/* retry */.L5)(async () => {
            const url = addressOf(options.apiUrl, operation, ref, query);
            const answer = await (0,service_api/* askService */.x)('Supabase', options, { method: 'GET', url });
            const what = `GET ${url.pathname}`;
            if (answer.status !== 200)
                throw failureOf(what, answer, clock.now());
            if (answer.body === undefined)
                throw notJson(what, answer);
            return answer.body;
        }, options.retry ?? POLICY, {
            clock,
            signal,
            ...(random === undefined ? {} : { random }),
            onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} again in ${Math.round(delayMs)} ms`),
        }),
        async change(operation, ref, body) {
            const url = addressOf(options.apiUrl, operation, ref);
            const what = `POST ${url.pathname}`;
            let answer;
            try {
                answer = await (0,service_api/* askService */.x)('Supabase', options, { method: 'POST', url, ...jsonBody(body) });
            }
            catch (error) {
                if (error instanceof errors/* RemoteError */.Hi)
                    return { kind: 'lost', error };
                throw error;
            }
            const { status } = answer;
            if (status >= 200 && status < 300) {
                if (answer.body === undefined)
                    return { kind: 'lost', error: notJson(what, answer) };
                return { kind: 'accepted', data: answer.body };
            }
            const error = failureOf(what, answer, clock.now());
            return status < 500 && status !== 408 ? { kind: 'refused', error } : { kind: 'lost', error };
        },
    };
}
function addressOf(apiUrl, operation, ref, query = {}) {
    assertRef(ref);
    const { path, rest } = inPath(PATHS[operation].replace('{ref}', ref), query);
    const url = (0,service_api/* serviceUrl */.R)(apiUrl, path);
    for (const [name, value] of rest)
        for (const one of Array.isArray(value) ? value : [value])
            if (one !== undefined)
                url.searchParams.append(name, String(one));
    return url;
}
function inPath(path, query) {
    const rest = [];
    let filled = path;
    for (const [name, value] of Object.entries(query)) {
        const place = `{${name}}`;
        if (filled.includes(place))
            filled = filled.replace(place, () => encodeURIComponent(String(value)));
        else
            rest.push([name, value]);
    }
    return { path: filled, rest };
}
function jsonBody(body) {
    if (body === undefined)
        return {};
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}


/***/ }),

/***/ 389761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _d: () => (/* binding */ listFunctions),
/* harmony export */   mx: () => (/* binding */ isFunctionName)
/* harmony export */ });
/* unused harmony export getFunction */
/* harmony import */ var _unsure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(626518);



const NAME = /^[A-Za-z0-9_-]+$/;
function isFunctionName(name) {
    return NAME.test(name);
}
async function listFunctions(api, ref) {
    const answer = (0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .needed */ .Ow)((0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(await api.read('v1-list-all-functions', ref)), '[]', 'the functions');
    return answer.map(functionOf).sort((a, b) => (a.name < b.name ? -1 : 1));
}
async function getFunction(api, ref, name) {
    if (!isFunctionName(name))
        throw new InputError(`"${name}" is not the name of a function; expected letters, digits, - and _`);
    const answer = await orNone(api.read('v1-get-a-function', ref, { function_slug: name }), [404]);
    return answer === undefined ? undefined : functionOf(answer);
}
function functionOf(answer) {
    const of = 'a function';
    const status = (0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .needed */ .Ow)((0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(answer?.status), 'status', of);
    return {
        name: (0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .needed */ .Ow)((0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(answer?.slug), 'slug', of),
        state: stateOf(status),
        status,
        version: (0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .needed */ .Ow)((0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(answer?.version), 'version', of),
        verifyJwt: (0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanOf */ .SF)(answer?.verify_jwt),
        updatedAtMs: (0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .needed */ .Ow)((0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(answer?.updated_at), 'updated_at', of),
        sha256: (0,_unsure_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(answer?.ezbr_sha256),
    };
}
function stateOf(status) {
    switch (status) {
        case 'ACTIVE':
            return 'active';
        case 'THROTTLED':
            return 'throttled';
        case 'REMOVED':
            return 'removed';
        default:
            return 'not-known';
    }
}


/***/ }),

/***/ 279104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lastChange),
/* harmony export */   u: () => (/* binding */ gitIn)
/* harmony export */ });
let node_child_process__WEBPACK_IMPORTED_MODULE_0___kept;
const node_child_process__WEBPACK_IMPORTED_MODULE_0__ = () => (node_child_process__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(237763));
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(243189);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(636190);



function gitIn(root, signal) {
    return async (args) => {
        const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
        const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__().execFile)('git', ['--no-optional-locks', ...args], {
            cwd: root,
            env: { ...env, GIT_TERMINAL_PROMPT: '0' },
            signal,
            timeout: 60_000,
            maxBuffer: 1024 * 1024,
        });
        return stdout.trim();
    };
}
async function lastChange(git, paths, signal) {
    try {
        const literal = paths.map((path) => `:(literal)${path}`);
        const isShallow = (await git(['rev-parse', '--is-shallow-repository'])) === 'true';
        const line = await git([
            '-c',
            'log.showSignature=false',
            'log',
            '-1',
            '--first-parent',
            '--format=%H %ct',
            '--',
            ...literal,
        ]);
        const [sha = '', seconds = ''] = line.split(' ');
        if (!/^[0-9a-f]{40,64}$/.test(sha) || !/^\d+$/.test(seconds))
            return isShallow ? { kind: 'shallow' } : { kind: 'never' };
        if (isShallow && (await isBoundary(git, sha)))
            return { kind: 'shallow' };
        return { kind: 'commit', sha, atMs: Number(seconds) * 1_000 };
    }
    catch (error) {
        if (signal.aborted)
            throw (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .cancellation */ .WN)(signal);
        return { kind: 'no-history', because: causeOf(error) };
    }
}
async function isBoundary(git, sha) {
    const first = await git(['rev-list', '--first-parent', '--max-parents=0', 'HEAD']);
    return first.split('\n').includes(sha);
}
function causeOf(error) {
    const { code, stderr } = error;
    if (code === 'ENOENT')
        return 'git is not installed';
    const [line = ''] = String(stderr ?? '').split('\n');
    return line.includes('dubious ownership')
        ? 'git refuses the repository, which belongs to another user'
        : 'git cannot read the history of the repository';
}


/***/ }),

/***/ 626518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ needed),
/* harmony export */   SF: () => (/* binding */ booleanOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function numberOf(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
function booleanOf(value) {
    return typeof value === 'boolean' ? value : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value : undefined;
}
function timeOf(value) {
    const text = textOf(value);
    if (text === undefined)
        return undefined;
    const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
    return Number.isNaN(time) ? undefined : time;
}
function needed(found, member, of) {
    if (found !== undefined)
        return found;
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`Supabase's answer for ${of} has no "${member}" that can be read`, {
        service: 'Supabase',
        retryable: false,
        hint: 'the Management API may have changed: look for a newer version of this action',
    });
}


/***/ })

};
