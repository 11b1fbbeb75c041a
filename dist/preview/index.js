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

/***/ 565658:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

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

/***/ 74813:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(706536);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 706536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
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
function json_path_at(value, ...path) {
    let here = value;
    for (const step of path) {
        if (typeof here !== 'object' || here === null)
            return undefined;
        here = here[step];
    }
    return here;
}
function json_path_textAt(value, ...path) {
    const found = json_path_at(value, ...path);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function numberAt(value, ...path) {
    const found = json_path_at(value, ...path);
    return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/answer.js

function listAt(value, ...path) {
    const found = json_path_at(value, ...path);
    return Array.isArray(found) ? found : undefined;
}
function textsAt(value, ...path) {
    const found = json_path_at(value, ...path);
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
    const code = json_path_textAt(answer.body, 'error', 'code') ?? json_path_textAt(answer.body, 'code');
    const words = json_path_textAt(answer.body, 'error', 'message') ?? json_path_textAt(answer.body, 'message') ?? wordsFor(status);
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
                const next = numberAt(json_path_at(answer, 'pagination'), 'next');
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
async function client_orAbsent(work) {
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

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
;// CONCATENATED MODULE: ./packages/github/lib/comment/find-pull.js

async function readPull(github, pull) {
    const found = await github.read('pulls.get', { pull_number: pull });
    return { number: found.number, open: found.state === 'open', head: found.head.sha };
}
const MOST_FILES = 300;
async function changedFiles(github, pull) {
    const found = new Set();
    for await (const page of github.pages('pulls.listFiles', { pull_number: pull })) {
        for (const { filename } of page)
            found.add(filename);
        if (found.size >= MOST_FILES)
            break;
    }
    return found;
}
async function pullOfCommit(github, commit, headRepository) {
    const pulls = await github
        .read('repos.listPullRequestsAssociatedWithCommit', { commit_sha: commit, per_page: 100 })
        .catch((error) => {
        if (error instanceof RemoteError && error.status === 422)
            return [];
        throw error;
    });
    const own = `${github.repository.owner}/${github.repository.repo}`.toLowerCase();
    const matching = pulls.filter((pull) => pull.state === 'open' &&
        pull.head.sha === commit &&
        pull.base.repo.full_name.toLowerCase() === own &&
        (headRepository === undefined || pull.head.repo?.full_name.toLowerCase() === headRepository.toLowerCase()));
    const [pull, ...others] = matching;
    if (pull === undefined)
        return { kind: 'none' };
    if (others.length > 0)
        return { kind: 'several', numbers: matching.map((one) => one.number) };
    return { kind: 'found', pull: { number: pull.number, open: true, head: pull.head.sha } };
}

;// CONCATENATED MODULE: ./packages/github/lib/retire.js
async function retireDeployments(github, commit) {
    let retired = 0;
    for await (const page of github.pages('repos.listDeployments', { sha: commit, task: 'deploy' }))
        for (const deployment of page.filter((one) => one.transient_environment === true)) {
            const answer = await github.change('repos.createDeploymentStatus', {
                deployment_id: Number(deployment.id),
                state: 'inactive',
                description: 'the pull request is closed',
            });
            if (answer.kind !== 'accepted')
                throw answer.error;
            retired++;
        }
    return retired;
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __nccwpck_require__(487083);
// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __nccwpck_require__(896818);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/sql-error.js

class SqlError extends errors/* RemoteError */.Hi {
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
class ConnectionLost extends errors/* RemoteError */.Hi {
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
    const text = (0,lines/* oneLine */.T)([detail, server.hint].filter((part) => part !== '').join(' '), '; ');
    return text === '' ? undefined : text;
}

;// CONCATENATED MODULE: external "node:net"
let external_node_net_namespaceObject_kept;
const external_node_net_namespaceObject = () => (external_node_net_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net"));
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(984731);
;// CONCATENATED MODULE: ./packages/postgres/lib/quote.js
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

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/explain.js



function explainFailedLogin(target, error) {
    if (error instanceof errors/* InputError */.dz)
        return error;
    const code = error instanceof SqlError ? error.server.code : (error.code ?? '');
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
    const direct = directHostHint(target.host);
    if (direct !== undefined &&
        /^(ENETUNREACH|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EADDRNOTAVAIL|EAI_AGAIN)/.test(reason(error))) {
        return new errors/* InputError */.dz(`database-url: ${direct}`, { cause: error });
    }
    return error instanceof errors/* RemoteError */.Hi && !(error instanceof SqlError) && !(error instanceof ConnectionLost)
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
        this.#reject(this.#unreadable ?? (isAnswer ? new SqlError(fields(error)) : error), this.#tags, this.#hadItsTurn);
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
            throw (0,lib_clock/* cancellation */.WN)(options.signal);
        const cause = isLate ? new Error(`no answer within ${(0,lib_duration/* formatDuration */.a)(withinMs)}`, { cause: error }) : error;
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
                if (error instanceof SqlError && !endsConnection(error.server.code))
                    resolve({ ok: false, error, tags });
                else if (error instanceof SqlError || this.lost || isSocketError(error)) {
                    this.lost = true;
                    resolve({ ok: false, error: new ConnectionLost(error), tags });
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
        `files would mean something else here; run "alter role ${identifier(role)} set standard_conforming_strings = on" ` +
        'and, in files that need it, "set standard_conforming_strings = off"');
}
function isSocketError(error) {
    if (!(error instanceof Error))
        return false;
    const code = error.code ?? '';
    return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/previews/preview-database.js


const MARK = 'lockstep preview of ';
const NAME = /^[a-z][a-z0-9_]{0,57}$/;
const UNFINISHED = '__new';
async function openPreview(server, preview, template = '') {
    const { name, owner } = preview;
    if (!NAME.test(name))
        throw new errors/* InputError */.dz(`database ${name}: expected up to 58 lower-case letters, digits and underscores`);
    return withSession(server, async (session) => {
        const url = urlOf(server, name);
        if (await isThere(session, preview))
            return { url, made: false };
        const passing = quoted(`${name}${UNFINISHED}`);
        await session.rows(`drop database if exists ${passing} with (force)`);
        await session.rows(`create database ${passing}${template === '' ? '' : ` template ${quoted(template)}`}`);
        await session.rows(`comment on database ${passing} is ${preview_database_literal(`${MARK}${owner}`)}`);
        try {
            await session.rows(`alter database ${passing} rename to ${quoted(name)}`);
        }
        catch (error) {
            if (!(error instanceof SqlError) || error.server.code !== '42P04')
                throw error;
            await session.rows(`drop database if exists ${passing} with (force)`);
            return { url, made: !(await isThere(session, preview)) };
        }
        return { url, made: true };
    });
}
function listPreviews(server, owners) {
    return withSession(server, async (session) => [...(await databases(session))].flatMap(([name, comment]) => comment?.startsWith(`${MARK}${owners}`) === true ? [{ name, owner: comment.slice(MARK.length) }] : []));
}
function dropPreview(server, preview) {
    return withSession(server, async (session) => {
        if (!(await isThere(session, preview)))
            return false;
        await session.rows(`drop database if exists ${quoted(preview.name)} with (force)`);
        return true;
    });
}
async function withSession(server, work) {
    const { log, signal, url } = server;
    const target = readDatabaseUrl(url.reveal());
    const session = await openSession(target, { log, signal, applicationName: 'lockstep preview' });
    try {
        return await work(session);
    }
    finally {
        await session.close();
    }
}
async function isThere(session, { name, owner }) {
    const all = await databases(session);
    if (!all.has(name))
        return false;
    const comment = all.get(name);
    if (comment === `${MARK}${owner}`)
        return true;
    const says = comment === undefined ? 'has no comment' : `says "${comment}"`;
    throw new errors/* InputError */.dz(`database ${name}: ${says}, so it is not the preview of ${owner}; it was left alone, name another one`);
}
async function databases(session) {
    const rows = await session.rows("select datname, shobj_description(oid, 'pg_database') from pg_database");
    return new Map(rows.map(([name, comment]) => [name ?? '', comment ?? undefined]));
}
function urlOf({ url }, name) {
    const own = new URL(url.reveal().trim());
    own.pathname = `/${name}`;
    return new lib_secret/* Secret */.z(own.href);
}
function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function preview_database_literal(text) {
    return `'${text.replaceAll("'", "''")}'`;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/deployment.js


async function readDeployment(api, idOrUrl) {
    const path = `/v13/deployments/${encodeURIComponent(idOrUrl)}`;
    return deploymentOf(await api.read(path), `GET ${path}`);
}
function deploymentOf(body, call) {
    const id = needed(json_path_textAt(body, 'id') ?? json_path_textAt(body, 'uid'), 'id', call);
    const meta = textsAt(body, 'meta');
    const message = json_path_textAt(body, 'errorMessage');
    const code = json_path_textAt(body, 'errorCode');
    return {
        id,
        url: needed(json_path_textAt(body, 'url'), 'url', call),
        projectId: json_path_textAt(body, 'projectId') ?? json_path_textAt(body, 'project', 'id'),
        readyState: needed(json_path_textAt(body, 'readyState') ?? json_path_textAt(body, 'state'), 'readyState', call),
        substate: json_path_textAt(body, 'readySubstate'),
        target: json_path_textAt(body, 'target'),
        commit: json_path_textAt(body, 'gitSource', 'sha') ?? meta['githubCommitSha'] ?? meta['gitCommitSha'],
        inspectorUrl: json_path_textAt(body, 'inspectorUrl'),
        aliasAssigned: json_path_at(body, 'aliasAssigned') === true || numberAt(body, 'aliasAssigned') !== undefined,
        aliasError: json_path_textAt(body, 'aliasError', 'message') ?? json_path_textAt(body, 'aliasError', 'code'),
        checks: json_path_textAt(body, 'checksConclusion') ?? json_path_textAt(body, 'checks', 'deployment-alias', 'state'),
        error: message === undefined && code === undefined ? undefined : { code, message: message ?? code ?? '' },
        blocked: { code: json_path_textAt(body, 'seatBlock', 'blockCode'), reason: json_path_textAt(body, 'readyStateReason') },
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
    const host = json_path_textAt(item, 'alias');
    if (host === undefined || numberAt(item, 'deletedAt') !== undefined)
        return undefined;
    return {
        host,
        uid: json_path_textAt(item, 'uid'),
        deploymentId: json_path_textAt(item, 'deploymentId') ?? json_path_textAt(item, 'deployment', 'id'),
    };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/project.js


async function readProject(api, idOrName) {
    const path = `/v9/projects/${encodeURIComponent(idOrName)}`;
    const body = await api.read(path, { rollbackInfo: true });
    return {
        id: needed(json_path_textAt(body, 'id'), 'id', `GET ${path}`),
        name: json_path_textAt(body, 'name') ?? idOrName,
        rootDirectory: json_path_textAt(body, 'rootDirectory'),
        production: json_path_textAt(body, 'targets', 'production', 'id'),
        crons: numberAt(body, 'crons', 'disabledAt') === undefined ? json_path_textAt(body, 'crons', 'deploymentId') : undefined,
        autoAssign: json_path_at(body, 'autoAssignCustomDomains') !== false,
        rolledBack: (json_path_at(body, 'lastRollbackTarget') ?? null) !== null,
        job: jobOf(json_path_at(body, 'lastAliasRequest')),
        git: json_path_at(body, 'gitProviderOptions', 'createDeployments') === 'disabled' ? undefined : gitOf(json_path_at(body, 'link')),
        pinsClients: (numberAt(body, 'skewProtectionMaxAge') ?? 0) > 0,
        rollingReleases: (json_path_at(body, 'rollingRelease') ?? null) !== null,
    };
}
function jobOf(value) {
    const to = json_path_textAt(value, 'toDeploymentId');
    const type = json_path_textAt(value, 'type');
    const requestedAt = numberAt(value, 'requestedAt');
    if (to === undefined || type === undefined || requestedAt === undefined)
        return undefined;
    return { type, to, requestedAt, from: json_path_textAt(value, 'fromDeploymentId'), status: json_path_textAt(value, 'jobStatus') ?? '' };
}
function gitOf(link) {
    if (json_path_textAt(link, 'type') === undefined)
        return undefined;
    const owner = json_path_textAt(link, 'org') ?? json_path_textAt(link, 'projectNamespace') ?? json_path_textAt(link, 'owner');
    const name = json_path_textAt(link, 'repo') ?? json_path_textAt(link, 'projectName') ?? json_path_textAt(link, 'slug');
    const repository = [owner, name].filter((part) => part !== undefined).join('/') || 'a repository';
    return { repository, branch: json_path_textAt(link, 'productionBranch') ?? 'main' };
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

;// CONCATENATED MODULE: ./packages/vercel/lib/previews.js





const PREVIEW_META = 'lockstepPreview';
async function readPreviews(api, idOrName, which) {
    const project = await readProject(api, idOrName);
    const narrowed = 'owner' in which ? { [`meta-${PREVIEW_META}`]: which.owner } : { since: which.sinceMs };
    const rows = await api.readAll('/v6/deployments', 'deployments', { projectId: project.id, ...narrowed });
    const deployments = rows.filter((row) => json_path_textAt(row, 'meta', PREVIEW_META) !== undefined);
    if (deployments.length === 0)
        return { project, deployments: [], aliases: [], domains: [] };
    const domains = await api.readAll(`/v9/projects/${encodeURIComponent(project.id)}/domains`, 'domains');
    return {
        project,
        deployments: deployments.map((row) => deploymentOf(row, 'GET /v6/deployments')),
        aliases: [...(await readAliases(api, project.id)).values()],
        domains: domains.flatMap((item) => ((json_path_at(item, 'gitBranch') ?? null) === null ? (json_path_textAt(item, 'name') ?? []) : [])),
    };
}
function previewOwners({ deployments }) {
    return [...new Set(deployments.map(ownerOf))];
}
function planRemoval(state, owners) {
    const remove = [];
    const kept = [];
    for (const deployment of state.deployments.filter((one) => owners.includes(ownerOf(one)))) {
        const why = whyKeep(state, deployment);
        if (why === undefined)
            remove.push(deployment);
        else
            kept.push(`${nameOf(deployment.id, deployment.commit)} is kept: ${why}`);
    }
    return { remove, kept };
}
function whyKeep({ project, aliases, domains }, deployment) {
    if (deployment.target === 'production')
        return 'it was built for production';
    if (project.production === deployment.id)
        return 'production points to it';
    const names = aliases.filter(({ deploymentId, host }) => deploymentId === deployment.id && domains.includes(host));
    if (names.length === 0)
        return undefined;
    return `${(0,lists/* nameSome */.Kf)(names.map(({ host }) => host), 3)} points to it`;
}
async function removeDeployment(api, id) {
    const path = `/v13/deployments/${encodeURIComponent(id)}`;
    const answer = await api.change('DELETE', path);
    if (answer.kind === 'refused' && answer.error.status === 404)
        return false;
    if (answer.kind === 'refused')
        throw answer.error;
    const left = await client_orAbsent(api.read(path));
    if (left === undefined || json_path_textAt(left, 'readyState') === 'DELETED')
        return true;
    if (answer.kind === 'lost')
        throw answer.error;
    throw new errors/* RemoteError */.Hi(`${id} still exists, although Vercel accepted its deletion`, {
        service: 'Vercel',
        retryable: true,
    });
}
function ownerOf({ meta }) {
    return meta[PREVIEW_META] ?? '';
}

;// CONCATENATED MODULE: ./packages/base/lib/fields.js


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
        const ms = text === '' ? absent : parseDuration(text);
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
        return new Secret(text);
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

;// CONCATENATED MODULE: ./actions/preview/lib/owner.js

function ownersOf({ repository }) {
    return `${repository.owner}/${repository.repo}#`;
}
function pullOf(values, env) {
    if (values['pull-request'] !== undefined)
        return values['pull-request'];
    const pull = env.event()['pull_request'];
    return isMap(pull) && typeof pull['number'] === 'number' ? pull['number'] : undefined;
}
function databaseName(values, env, pull) {
    return `${values['database-prefix'] || prefixOf(env.repository.repo)}_pr_${pull}`;
}
function prefixOf(repository) {
    const plain = repository
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .slice(0, 40);
    return /^[a-z]/.test(plain) ? plain : `db_${plain}`.slice(0, 40);
}

;// CONCATENATED MODULE: ./actions/preview/lib/close.js







const LOOK_BACK_MS = 180 * 24 * 3_600_000;
async function close_close(values, shell) {
    const clients = clientsOf(values, shell);
    const pull = pullOf(values, shell.env);
    const owners = ownersOf(shell.env);
    if (pull !== undefined && (await readPull(clients.github, pull)).open)
        return {
            verdict: 'fail',
            reason: 'still-open',
            message: `pull request #${pull} is still open; nothing was deleted`,
        };
    const left = await findLeftovers(values, clients, pull === undefined ? undefined : `${owners}${pull}`, owners);
    for (const why of left.kept)
        shell.log.warning(why);
    const what = `${(0,lists/* count */.U9)(left.remove.length, 'deployment')} and ${(0,lists/* count */.U9)(left.databases.length, 'database')}`;
    if (left.remove.length === 0 && left.databases.length === 0)
        return {
            verdict: 'pass',
            reason: 'nothing-to-remove',
            message: pull === undefined ? 'no closed pull request has anything left' : `pull request #${pull} has nothing left`,
            outputs: none,
        };
    if (values['dry-run']) {
        for (const { id, url } of left.remove)
            shell.log.info(`would delete deployment ${id} (${url})`);
        for (const { name } of left.databases)
            shell.log.info(`would drop database ${name}`);
        return { verdict: 'pass', reason: 'dry-run', message: `would delete ${what}`, outputs: none };
    }
    return await remove(clients, left, shell, what);
}
const none = { removed: [], dropped: [] };
async function findLeftovers(values, { github, vercel, server }, one, owners) {
    const which = one === undefined ? { sinceMs: github.clock.now() - LOOK_BACK_MS } : { owner: one };
    const state = vercel && (await readPreviews(vercel, values['vercel-project'], which));
    const databases = server === undefined ? [] : await listPreviews(server, owners);
    const all = [...(state === undefined ? [] : previewOwners(state)), ...databases.map(({ owner }) => owner)];
    const over = one === undefined ? await closedAmong(github, new Set(all), owners) : [one];
    const plan = state === undefined ? { remove: [], kept: [] } : planRemoval(state, over);
    return { ...plan, databases: databases.filter(({ owner }) => over.includes(owner)) };
}
async function closedAmong(github, all, owners) {
    const closed = [];
    for (const owner of all) {
        const number = owner.startsWith(owners) ? Number(owner.slice(owners.length)) : Number.NaN;
        if (Number.isInteger(number) && !(await readPull(github, number)).open)
            closed.push(owner);
    }
    return closed;
}
async function remove(clients, left, shell, what) {
    const [removed, dropped, problems] = [[], [], []];
    const attempt = async (work) => {
        try {
            await work();
        }
        catch (error) {
            if (shell.signal.aborted)
                throw error;
            problems.push((0,errors/* describe */.q0)(error));
        }
    };
    const { github, vercel, server } = clients;
    for (const { id, url } of left.remove)
        await attempt(async () => {
            if (vercel !== undefined && (await removeDeployment(vercel, id)))
                shell.log.info(`deleted deployment ${id} (${url})`);
            removed.push(id);
        });
    for (const database of left.databases)
        await attempt(async () => {
            if (server !== undefined && (await dropPreview(server, database)))
                shell.log.info(`dropped database ${database.name}`);
            dropped.push(database.name);
        });
    for (const commit of new Set(left.remove.flatMap((one) => one.commit ?? [])))
        await retireDeployments(github, commit).catch((error) => shell.log.warning(`GitHub still shows the preview of ${commit.slice(0, 7)}: ${(0,errors/* describe */.q0)(error)}`));
    const outputs = { removed, dropped };
    if (problems.length === 0)
        return { verdict: 'pass', reason: 'removed', message: `deleted ${what}`, outputs };
    const message = `${problems.length} of ${what} could not be deleted: ${problems.join('; ')}`;
    return { verdict: 'unknown', reason: 'cleanup-incomplete', message, outputs };
}
function clientsOf(values, shell) {
    const { log, signal } = shell;
    return {
        github: githubClient(values, shell),
        vercel: values['vercel-token'].isEmpty ? undefined : vercelClient(values, shell),
        server: values['database-server'].isEmpty ? undefined : { url: values['database-server'], log, signal },
    };
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
function shape_token(defaultText) {
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
    const parse = (value) => ok(parseList(value));
    return field({ type: 'list', expected: 'one value a line', empty: parseList(defaultText ?? ''), others: [['text']], parse }, defaultText, options);
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
    'ledger-creator': described(text('github-actions[bot]'), 'GitHub login that `github-token` acts as. Ledger records by other authors are ignored.'),
});
const ledgerInputs = () => ({
    ...creatorInputs(),
    'github-token': described(token('${{ github.token }}'), 'GitHub token for the ledger. It needs `deployments: write` and `actions: read`.'),
});
const serviceInputs = () => ({
    service: described(text(), 'Name of the service, where several services are released to the same environment. Leave empty where there is only one.'),
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
    'dry-run': described(flag(false), 'Show the plan and run all checks, but change nothing.'),
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

;// CONCATENATED MODULE: ./actions/preview/lib/inputs.js



const inputs = {
    command: shape_oneOf(['open', 'close'], undefined, { required: true }),
    'pull-request': integer(undefined, { min: 1 }),
    'database-server': shape_secret(),
    'database-prefix': shape_text(undefined, {
        pattern: /^[a-z][a-z0-9_]{0,39}$/,
        expected: 'up to 40 lower-case letters, digits and underscores',
    }),
    'database-template': shape_text(),
    fresh: shape_flag(false),
    ...vercelInputs({}),
    ...requestInputs(),
    'dry-run': shape_flag(false),
    'github-token': shape_token('${{ github.token }}'),
};
function problemsOf(values) {
    const problems = [...vercelPairProblems(values, 'to delete deployments')];
    const noServer = values['database-server'].isEmpty;
    if (values.command === 'open' && noServer)
        problems.push('input "database-server": the secret is empty; `open` creates the database on this server');
    if (values.command === 'close' && noServer && values['vercel-project'] === '')
        problems.push('inputs "vercel-project" and "database-server": `close` needs at least one of them, to know where to look');
    return problems;
}

;// CONCATENATED MODULE: ./actions/preview/lib/open.js


async function open_open(values, shell) {
    const { env, log, signal } = shell;
    const pull = pullOf(values, env);
    if (pull === undefined)
        return {
            verdict: 'fail',
            reason: 'no-pull-request',
            message: `the event ${env.eventName} has no pull request; give its number in "pull-request"`,
        };
    const owner = `${ownersOf(env)}${pull}`;
    const name = databaseName(values, env, pull);
    if (values['dry-run'])
        return { verdict: 'pass', reason: 'dry-run', message: `would create or reuse database ${name} for ${owner}` };
    const server = { url: values['database-server'], log, signal };
    if (values.fresh && (await dropPreview(server, { name, owner })))
        log.info(`dropped database ${name}, to create it again`);
    const { url, made } = await openPreview(server, { name, owner }, values['database-template']);
    shell.mask(url);
    const copied = values['database-template'] === '' ? '' : `, a copy of ${values['database-template']}`;
    return {
        verdict: 'pass',
        reason: made ? 'created' : 'already-there',
        message: made ? `created database ${name} for ${owner}${copied}` : `database ${name} of ${owner} exists already`,
        outputs: { database: name, 'database-url': url },
    };
}

;// CONCATENATED MODULE: ./actions/preview/lib/run.js




const action = defineAction({ name: 'preview', inputs: inputs, check: problemsOf, run });
function run(values, shell) {
    return values.command === 'open' ? open_open(values, shell) : close_close(values, shell);
}


/***/ }),

/***/ 991619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:crypto"
let external_node_crypto_namespaceObject_kept;
const external_node_crypto_namespaceObject = () => (external_node_crypto_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto"));
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
    const token = (0,external_node_crypto_namespaceObject().randomUUID)();
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
        tempDir: variable('RUNNER_TEMP') || (0,external_node_path_namespaceObject.join)(workspace, '.lockstep'),
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
    const folder = (0,external_node_path_namespaceObject.join)(tempDir, 'lockstep');
    const begun = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).filter((name) => /^release-.*\.jsonl$/.test(name)) : [];
    if (begun.length > 0)
        throw new errors/* InputError */.dz(`${JOURNAL_VARIABLE} is not set, although a release was begun in this job (${(0,external_node_path_namespaceObject.join)(folder, begun[0] ?? '')}): no step of the job may change it`);
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
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_namespaceObject.dirname)(path)))
        (0,external_node_fs_.mkdirSync)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
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
    return (0,external_node_crypto_namespaceObject().createHash)('sha256').update(text).digest('hex');
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
    const state = runnerState(process.env, (key) => (0,external_node_path_namespaceObject.join)(tempDir, 'lockstep-state', `${state.get('instance')}-${key}.json`));
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
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony exports isCancellation, isFresh */
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
/******/ 		return ({"410":"../shared/transport.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","945":"../shared/pg.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(74813);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
