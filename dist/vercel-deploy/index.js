import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 762681:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 500430:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 212719:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 90523:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

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

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

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

/***/ 712661:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 439179:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 132048:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 636025:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 819581:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1041005);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1041005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: external "node:fs/promises"
let promises_namespaceObject_kept;
const promises_namespaceObject = () => (promises_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises"));
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
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
const MOST_PAGES = 200;
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
            for (let asked = 0; asked < MOST_PAGES; asked++) {
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
            throw new errors/* RemoteError */.Hi(`Vercel: GET ${path}: more than ${MOST_PAGES * PAGE} items`, {
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

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(984731);
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

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
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

;// CONCATENATED MODULE: ./packages/vercel/lib/deploy/prebuilt.js



const OUTPUT_FOLDER = '.vercel/output';
async function checkPrebuilt(directory, target) {
    const path = (0,external_node_path_.join)(directory, OUTPUT_FOLDER, 'builds.json');
    const builds = await readJson(path);
    if (builds === undefined)
        return;
    const problem = at(builds, 'error') ?? at(builds, 'builds', '0', 'error');
    if (problem !== undefined && problem !== null)
        throw new errors/* InputError */.dz(`${path}: the build failed (${textAt(problem, 'message') ?? 'no message'}): run it again`);
    const built = textAt(builds, 'target');
    if (built !== undefined && built !== target)
        throw new errors/* InputError */.dz(`${path}: built for ${built}, but the target is ${target}: ${target === 'production' ? 'run "vercel build --prod"' : `run "vercel build --target ${target}"`}, or set target: ${built}`);
}
async function neededFiles(directory) {
    const functions = (0,external_node_path_.join)(directory, OUTPUT_FOLDER, 'functions');
    const entries = await (0,promises_namespaceObject().readdir)(functions, { recursive: true, withFileTypes: true }).catch(() => []);
    const needed = [];
    for (const entry of entries) {
        if (entry.name !== '.vc-config.json')
            continue;
        const config = await readJson((0,external_node_path_.join)(entry.parentPath, entry.name));
        const map = at(config, 'filePathMap');
        if (typeof map !== 'object' || map === null)
            continue;
        const by = (0,external_node_path_.relative)(functions, entry.parentPath);
        for (const path of Object.values(map))
            if (typeof path === 'string')
                needed.push({ path, by });
    }
    return needed;
}
function rootOf(needed, roots, exists) {
    const root = roots.find((one) => needed.every(({ path }) => exists((0,external_node_path_.join)(one, path)))) ?? roots[0] ?? '.';
    const outside = needed.filter(({ path }) => leaves(root, path));
    if (outside.length === 0)
        return root;
    const named = outside.map(({ path, by }) => `${path} (for ${by})`).sort();
    throw new errors/* InputError */.dz(`functions need files from outside ${root}: ${(0,lists/* nameSome */.Kf)(named, 5)}; set directory to the folder in which "vercel build" ran, the repository's root in a monorepo`);
}
function leaves(root, path) {
    const inside = (0,external_node_path_.relative)(root, (0,external_node_path_.join)(root, path));
    return inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside);
}
async function readJson(path) {
    let text;
    try {
        text = await (0,promises_namespaceObject().readFile)(path, 'utf8');
    }
    catch {
        return undefined;
    }
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${path}: not valid JSON: run the build again`, { cause });
    }
}

;// CONCATENATED MODULE: ./packages/vercel/lib/deploy/deployment-files.js







const MANY_FILES = 2_500;
const AT_ONCE = 32;
async function collectFiles(choice) {
    const { buildFileTree } = await Promise.all(/* import() */[__nccwpck_require__.e(671), __nccwpck_require__.e(598)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 648858, 19));
    const { directory, prebuilt, built = directory } = choice;
    const options = {
        isDirectory: true,
        prebuilt,
        ...(prebuilt ? { vercelOutputDir: (0,external_node_path_.join)(built, OUTPUT_FOLDER) } : {}),
    };
    const { fileList, warning } = await buildFileTree(directory, options, () => undefined);
    const paths = [...new Set(fileList)];
    if (paths.length === 0)
        throw new errors/* InputError */.dz(`there is nothing to deploy in ${directory}`);
    const archived = choice.archive === 'tgz' || (choice.archive === 'auto' && paths.length > MANY_FILES);
    const files = archived ? await pack(directory, paths) : await digestAll(directory, paths);
    return { files, archived, warning };
}
async function pack(directory, paths) {
    const { createTgzFiles } = await Promise.all(/* import() */[__nccwpck_require__.e(671), __nccwpck_require__.e(700)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 311850, 19));
    const parts = await createTgzFiles(directory, [...paths]);
    return [...parts].flatMap(([sha, part]) => {
        const bytes = part.data ?? Buffer.alloc(0);
        return part.names.map((name) => ({
            file: posix((0,external_node_path_.relative)(directory, name)),
            mode: part.mode,
            sha,
            size: bytes.length,
            read: async () => bytes,
        }));
    });
}
async function digestAll(directory, paths) {
    const files = [];
    const gone = [];
    await atMost(AT_ONCE, paths, async (path) => {
        try {
            files.push(await digestOf(directory, path));
        }
        catch (error) {
            if (error.code !== 'ENOENT')
                throw error;
            gone.push(posix((0,external_node_path_.relative)(directory, path)));
        }
    });
    if (gone.length > 0)
        throw new errors/* InputError */.dz(`files that the deployment needs are missing: ${(0,lists/* nameSome */.Kf)(gone.sort(), 5)}; install the dependencies and build again`);
    return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}
async function digestOf(directory, path) {
    const stat = await (0,promises_namespaceObject().lstat)(path);
    const file = posix((0,external_node_path_.relative)(directory, path));
    if (stat.isDirectory())
        return { file, mode: stat.mode, sha: undefined, size: 0, read: async () => Buffer.alloc(0) };
    const digest = (0,external_node_crypto_().createHash)('sha1');
    if (stat.isSymbolicLink()) {
        const target = Buffer.from(await (0,promises_namespaceObject().readlink)(path));
        return {
            file,
            mode: stat.mode,
            sha: digest.update(target).digest('hex'),
            size: target.length,
            read: async () => target,
        };
    }
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        digest.update(chunk);
    return { file, mode: stat.mode, sha: digest.digest('hex'), size: stat.size, read: () => (0,promises_namespaceObject().readFile)(path) };
}
function posix(path) {
    return path.split(external_node_path_.sep).join('/');
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

;// CONCATENATED MODULE: ./packages/vercel/lib/deploy/create-deployment.js





const ATTEMPT_META = 'lockstepAttempt';
const newAttempt = () => (0,external_node_crypto_().randomUUID)();
const UPLOADS_AT_ONCE = 8;
const MOST_UPLOAD_ROUNDS = 3;
const LOOK_AFTER_MS = [0, 500, 1_000, 2_000, 3_000];
async function createDeployment(api, request) {
    const query = {
        forceNew: 1,
        withCache: 1,
        skipAutoDetectionConfirmation: 1,
        prebuilt: request.prebuilt ? 1 : undefined,
    };
    let lostOnce = false;
    for (let round = 0;;) {
        const answer = await api.change('POST', '/v13/deployments', query, bodyOf(request));
        if (answer.kind === 'accepted')
            return deploymentOf(answer.body, 'POST /v13/deployments');
        const missing = missingFiles(answer);
        if (missing !== undefined && round < MOST_UPLOAD_ROUNDS) {
            await upload(api, request.files, missing);
            round++;
            continue;
        }
        if (answer.kind === 'refused')
            throw answer.error;
        api.log.warning('no answer to the new deployment: checking whether Vercel created it');
        const found = await lookAfter(api, LOOK_AFTER_MS, () => findAttempt(api, request.projectId, request.attempt));
        if (found !== undefined)
            return found;
        if (lostOnce)
            throw answer.error;
        lostOnce = true;
    }
}
async function findAttempt(api, projectId, attempt) {
    const body = await api.read('/v7/deployments', { projectId, limit: 20 });
    const rows = (listAt(body, 'deployments') ?? []).filter((row) => textAt(row, 'meta', ATTEMPT_META) === attempt);
    return rows[0] === undefined ? undefined : deploymentOf(rows[0], 'GET /v7/deployments');
}
function missingFiles(answer) {
    if (answer.kind !== 'refused' || answer.error.code !== 'missing_files')
        return undefined;
    const missing = listAt(answer.body, 'error', 'missing') ?? [];
    return missing.filter((sha) => typeof sha === 'string');
}
async function upload(api, files, missing) {
    const bySha = new Map(files.map((file) => [file.sha, file]));
    const started = api.clock.now();
    let bytes = 0;
    await atMost(UPLOADS_AT_ONCE, missing, async (sha) => {
        const file = bySha.get(sha);
        if (file === undefined)
            throw new errors/* RemoteError */.Hi(`Vercel asks for a file ${sha} that is not part of this deployment`, {
                service: 'Vercel',
                retryable: false,
            });
        const body = await file.read();
        bytes += body.length;
        await api.put('/v2/files', {
            bytes: body,
            headers: { 'content-type': 'application/octet-stream', 'x-vercel-digest': sha },
        });
    });
    api.log.info(`uploaded ${(0,lists/* count */.U9)(missing.length, 'file')} of ${files.length} (${(bytes / 1e6).toFixed(1)} MB) in ${((api.clock.now() - started) / 1_000).toFixed(1)} s`);
}
function bodyOf(request) {
    const environment = request.target === 'production'
        ? { target: 'production' }
        : request.target === 'preview'
            ? {}
            : { customEnvironmentSlugOrId: request.target };
    return {
        version: 2,
        name: request.projectName,
        project: request.projectId,
        ...environment,
        ...(request.staged ? { autoAssignCustomDomains: false } : {}),
        meta: { ...request.meta, [ATTEMPT_META]: request.attempt },
        ...variablesOf(request.env),
        ...(Object.keys(request.gitMetadata).length === 0 ? {} : { gitMetadata: request.gitMetadata }),
        files: request.files.map(({ file, mode, sha, size }) => sha === undefined ? { file, mode } : { file, mode, sha, size }),
    };
}
function variablesOf(given) {
    const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.reveal()]));
    return Object.keys(env).length === 0 ? {} : { env, build: { env } };
}

;// CONCATENATED MODULE: ./packages/vercel/lib/deploy/wait-for-build.js


const DELAYS = [500, 500, 1_000, 1_000, 2_000, 3_000, 5_000, 10_000];
async function waitForBuild(api, created, until) {
    const path = `/v13/deployments/${encodeURIComponent(created.id)}`;
    let last = created;
    let domains = true;
    for (let turn = 0;; turn++) {
        try {
            const body = await api.read(path);
            const seen = deploymentOf(body, `GET ${path}`);
            if (seen.readyState !== last.readyState)
                api.log.info(`${seen.id} is ${seen.readyState}`);
            last = seen;
            domains = at(body, 'autoAssignCustomDomains') !== false || seen.target !== 'production';
        }
        catch (error) {
            const passing = error instanceof errors/* RemoteError */.Hi && (error.retryable || error.status === 404);
            if (!passing)
                throw error;
            api.log.warning((0,errors/* describe */.q0)(error));
        }
        const kind = endOf(last, domains);
        if (kind !== undefined)
            return { kind, deployment: last };
        if (!(await pause(api, DELAYS, turn, until)))
            return { kind: 'late', deployment: last };
    }
}
function endOf(deployment, domains) {
    switch (deployment.readyState) {
        case 'ERROR':
            return 'failed';
        case 'CANCELED':
            return 'cancelled';
        case 'BLOCKED':
            return 'blocked';
        case 'READY':
            if (deployment.checks === 'failed')
                return 'checks-failed';
            if (deployment.aliasError !== undefined)
                return 'alias-failed';
            return deployment.aliasAssigned || !domains ? 'ready' : undefined;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/vercel/lib/deploy/root-directory.js




function planRoot(facts) {
    const { directory, prebuilt, isFolder, isBuilt } = facts;
    const within = normal(facts.rootDirectory);
    const above = within === undefined ? undefined : aboveOf(facts, within);
    const inside = within === undefined ? directory : (0,external_node_path_.join)(directory, within);
    const roots = isFolder(inside) || above === undefined ? [directory] : [above, directory];
    if (prebuilt !== 'false') {
        const places = [...new Set(isFolder(inside) ? [directory, inside] : roots.toReversed())].filter(isBuilt);
        if (places.length > 1)
            throw new errors/* InputError */.dz(`there are two build outputs, ${places.map((place) => shown(facts, place)).join(' and ')}: delete the one that should not be deployed`);
        const [built] = places;
        if (built !== undefined)
            return { kind: 'prebuilt', built, roots };
        if (prebuilt === 'true')
            throw new errors/* InputError */.dz(`.vercel/output/config.json is not in ${[...new Set([...roots, inside])]
                .filter(isFolder)
                .map((place) => shown(facts, place))
                .join(' or ')}: run "vercel build" there first`);
    }
    const [root = directory] = roots;
    if (within !== undefined && !isFolder((0,external_node_path_.join)(root, within)))
        throw new errors/* InputError */.dz(misfit(facts, within));
    return { kind: 'source', root };
}
async function findRoot(request, target) {
    const isFolder = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const isBuilt = (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, OUTPUT_FOLDER, 'config.json'));
    const plan = planRoot({ ...request, isFolder, isBuilt });
    if (plan.kind === 'source')
        return { directory: plan.root, built: undefined };
    await checkPrebuilt(plan.built, target);
    const directory = rootOf(await neededFiles(plan.built), plan.roots, external_node_fs_.existsSync);
    return { directory, built: plan.built };
}
function normal(rootDirectory) {
    const parts = (rootDirectory ?? '').split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || rootDirectory?.startsWith('/') === true)
        throw new errors/* InputError */.dz(`Root Directory ${JSON.stringify(rootDirectory)} of the Vercel project is not a path below the repository: change it in the project's settings, Build and Deployment`);
    return parts.length === 0 ? undefined : parts.join(external_node_path_.sep);
}
function aboveOf({ workspace, directory }, within) {
    const path = (0,external_node_path_.relative)(workspace, directory);
    if (path === '..' || path.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(path))
        return undefined;
    if (path === within)
        return workspace;
    return path.endsWith(`${external_node_path_.sep}${within}`) ? (0,external_node_path_.join)(workspace, path.slice(0, -within.length - 1)) : undefined;
}
function misfit(facts, within) {
    const { workspace, directory, isFolder } = facts;
    const said = `Root Directory "${within}" of the Vercel project is not in ${shown(facts, directory)}`;
    if (isFolder((0,external_node_path_.join)(workspace, within)))
        return `${said}: set directory to "." or to "${within}"`;
    return `${said}: correct it in the project's settings (Build and Deployment), or set directory to the folder that holds ${within}`;
}
function shown({ workspace }, place) {
    const path = (0,external_node_path_.relative)(workspace, place);
    return path === '' ? 'the checkout' : path.startsWith('..') ? place : path;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/deploy/cancel-build.js


const OVER = ['READY', 'ERROR', 'CANCELED'];
async function cancelBuild(api, id) {
    const before = await readDeployment(api, id);
    if (OVER.includes(before.readyState))
        return { cancelled: false, deployment: before };
    const answer = await api.change('PATCH', `/v12/deployments/${encodeURIComponent(id)}/cancel`);
    if (answer.kind !== 'accepted')
        api.log.warning((0,errors/* describe */.q0)(answer.error));
    const deployment = await readDeployment(api, id);
    return { cancelled: deployment.readyState === 'CANCELED', deployment };
}

;// CONCATENATED MODULE: ./actions/vercel-deploy/lib/git-metadata.js
function gitFactsOf(env, givenCommit) {
    const event = env.event();
    const head = textIn(event, 'pull_request', 'head', 'sha');
    const commit = givenCommit || head || env.sha;
    const ref = textIn(event, 'pull_request', 'head', 'ref') || env.ref.replace(/^refs\/(heads|tags)\//, '');
    const isHead = textIn(event, 'head_commit', 'id') === commit;
    const message = isHead ? textIn(event, 'head_commit', 'message') : '';
    const author = isHead ? textIn(event, 'head_commit', 'author', 'name') : '';
    const { owner, repo } = env.repository;
    return {
        commit,
        metadata: filled({
            remoteUrl: `${env.serverUrl}/${owner}/${repo}.git`,
            commitSha: commit,
            commitRef: ref,
            commitMessage: message,
            commitAuthorName: author,
            ci: true,
            ciType: 'github-actions',
        }),
        meta: filled({
            githubDeployment: '1',
            githubOrg: owner,
            githubRepo: repo,
            githubCommitOrg: owner,
            githubCommitRepo: repo,
            githubCommitSha: commit,
            githubCommitRef: ref,
            githubCommitMessage: message,
            githubCommitAuthorName: author,
            githubRunUrl: env.runUrl,
        }),
    };
}
function textIn(value, ...path) {
    const found = path.reduce((here, step) => (typeof here === 'object' && here !== null ? here[step] : undefined), value);
    return typeof found === 'string' ? found : '';
}
function filled(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

// EXTERNAL MODULE: ./packages/github/lib/endpoints.js
var endpoints = __nccwpck_require__(898178);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __nccwpck_require__(564604);
;// CONCATENATED MODULE: ./packages/github/lib/client.js



const client_MOST_PAGES = 100;
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
            for (let page = 1; page <= client_MOST_PAGES; page++) {
                const answer = await (0,retry/* retry */.L5)(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
                yield answer.data;
                if (!/rel="next"/.test(String(answer.headers['link'] ?? '')))
                    return;
            }
            throw new errors/* RemoteError */.Hi(`GitHub: ${endpoint}: more than ${client_MOST_PAGES} pages`, {
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

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
;// CONCATENATED MODULE: ./actions/vercel-deploy/lib/github-deployment.js



function isShown(values, shell) {
    if (!values['github-deployment'] || shell.journal !== undefined)
        return false;
    return values.target !== 'production' || !values.staged;
}
async function openOnGitHub(values, shell, commit) {
    const problem = repositoryProblem(shell.env.repository);
    if (problem !== undefined) {
        shell.log.warning(`no GitHub Deployment was created: ${problem}`);
        return undefined;
    }
    const github = clientOf(values, shell);
    const answer = await github.change('repos.createDeployment', {
        ref: commit,
        task: 'deploy',
        environment: values.environment || values.target,
        description: `Vercel, ${values.target}`,
        auto_merge: false,
        required_contexts: [],
        transient_environment: values.target === 'preview',
        production_environment: values.target === 'production',
    });
    if (answer.kind === 'accepted' && 'id' in answer.data) {
        const id = Number(answer.data.id);
        await reportToGitHub(values, shell, id, { state: 'in_progress', description: '' });
        return id;
    }
    const why = answer.kind === 'accepted' ? `HTTP ${answer.status}` : (0,errors/* describe */.q0)(answer.error);
    shell.log.warning(`could not create a GitHub Deployment: ${why}; grant deployments: write, or set github-deployment: false`);
    return undefined;
}
async function reportToGitHub(values, shell, id, { description, state, url = '' }) {
    if (id === undefined)
        return;
    const answer = await clientOf(values, shell).change('repos.createDeploymentStatus', {
        deployment_id: id,
        state,
        description: (0,redact/* redactText */.Rd)(description).slice(0, 140),
        log_url: shell.env.runUrl,
        auto_inactive: state === 'success',
        ...(url === '' ? {} : { environment_url: url }),
    });
    if (answer.kind !== 'accepted')
        shell.log.warning(`could not set the GitHub Deployment to ${state}: ${(0,errors/* describe */.q0)(answer.error)}`);
}
function clientOf(values, shell) {
    return githubClient({ 'github-token': values['github-token'] }, shell);
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
    'request-timeout': described(duration('10s'), 'Timeout of a single request.'),
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

;// CONCATENATED MODULE: ./packages/base/lib/variables.js
const START = /^[ \t]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$/;
function parseVariables(text) {
    const lines = text.split(/\r?\n/);
    const values = new Map();
    const problems = [];
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at] ?? '';
        if (line.trim() === '' || /^[ \t]*#/.test(line))
            continue;
        const number = at + 1;
        const [, name = '', sign, rest = ''] = START.exec(line) ?? [];
        if (sign === undefined) {
            problems.push(`line ${number} is neither NAME=value nor NAME<<END with its lines and END`);
            continue;
        }
        if (values.has(name))
            problems.push(`line ${number} gives a variable that an earlier line gave`);
        if (sign === '=') {
            values.set(name, rest.trim());
            continue;
        }
        const end = rest.trim();
        let last = at + 1;
        while (last < lines.length && lines[last]?.trim() !== end)
            last++;
        if (end === '' || last === lines.length) {
            problems.push(`line ${number} begins a value of several lines, and no line ends it`);
            break;
        }
        values.set(name, lines.slice(at + 1, last).join('\n'));
        at = last;
    }
    return { values, problems };
}

;// CONCATENATED MODULE: ./actions/vercel-deploy/lib/inputs.js



const inputs = {
    ...vercelInputs(),
    directory: shape_text('.'),
    prebuilt: shape_oneOf(['auto', 'true', 'false'], 'auto'),
    'upload-archive': shape_oneOf(['auto', 'tgz', 'none'], 'auto'),
    target: shape_text('preview'),
    staged: shape_flag(true),
    'commit-sha': commit(),
    meta: shape_list(),
    env: shape_secret(),
    'build-timeout': shape_duration('15m'),
    'request-timeout': shape_duration('30s'),
    'github-deployment': shape_flag(true),
    environment: shape_text(),
    'dry-run': shape_flag(false),
    'github-token': shape_token('${{ github.token }}'),
    'job-status': jobStatus(),
};
const META = /^([A-Za-z0-9_.-]+)=(.*)$/;
function problemsOf(values) {
    const meta = values.meta
        .filter((line) => !META.test(line))
        .map((line) => `input "meta": expected one key=value per line, got ${JSON.stringify(line.slice(0, 80))}`);
    const env = parseVariables(values.env.reveal()).problems.map((problem) => `input "env": ${problem}`);
    return [...meta, ...env];
}
function metaOf(values) {
    const pairs = values.meta.map((line) => META.exec(line)).filter((match) => match !== null);
    return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value]));
}
function inputs_variablesOf(values) {
    const { values: variables } = parseVariables(values.env.reveal());
    return Object.fromEntries([...variables].map(([name, value]) => [name, new lib_secret/* Secret */.z(value, 'part')]));
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./packages/vercel/lib/deploy/build-trouble.js


const SPOKEN = new Set(['command', 'stdout', 'stderr', 'fatal']);
async function lastLines(api, deploymentId, most) {
    const path = `/v3/deployments/${encodeURIComponent(deploymentId)}/events`;
    try {
        const body = await api.read(path, { direction: 'backward', limit: most * 3, builds: 1 });
        const events = Array.isArray(body) ? body : [];
        return events
            .reverse()
            .filter((event) => SPOKEN.has(textAt(event, 'type') ?? ''))
            .flatMap((event) => (textAt(event, 'text') ?? textAt(event, 'payload', 'text') ?? '').split('\n'))
            .map((line) => (0,external_node_util_namespaceObject.stripVTControlCharacters)(line).trimEnd())
            .filter((line) => line !== '')
            .slice(-most);
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi)
            return [];
        throw error;
    }
}
const MISSING_SCHEMA = /\b42703\b|\b42P01\b|(column|relation) "?[\w.]{1,200}"? does not exist/i;
function schemaHint(lines) {
    const line = lines.find((text) => MISSING_SCHEMA.test(text));
    if (line === undefined)
        return undefined;
    return `the build reads a table or column that the database does not have yet ("${line.trim().slice(0, 160)}"): release with order: migrate-first, which applies the expand migrations before it builds`;
}
function explainBlock({ blocked, inspectorUrl, id }) {
    const where = inspectorUrl ?? id;
    switch (blocked.code) {
        case 'TEAM_ACCESS_REQUIRED':
            return `the commit's author, or the owner of vercel-token, is not a member of the team: invite them, or have a member approve it at ${where}`;
        case 'COMMIT_AUTHOR_REQUIRED':
            return `Vercel does not know the commit's author: connect their Git account with Vercel, or have a member approve it at ${where}`;
        default:
            return `${blocked.reason ?? 'Vercel gives no reason'}: a member of the team must approve it at ${where} (Vercel blocks unverified commits and authors without a seat)`;
    }
}

;// CONCATENATED MODULE: ./actions/vercel-deploy/lib/outcome.js


const LINES = 25;
async function outcomeOf(api, end, timeoutMs, shell) {
    const { deployment } = end;
    const { id, inspectorUrl } = deployment;
    const where = inspectorUrl === undefined ? '' : ` (${inspectorUrl})`;
    switch (end.kind) {
        case 'ready':
            return { verdict: 'pass', reason: 'deployed', message: `${id} is ready at ${originOf(deployment.url)}` };
        case 'failed': {
            const lines = await lastLines(api, id, LINES);
            showLines(lines, shell);
            const hint = schemaHint([...lines, deployment.error?.message ?? '']);
            const said = deployment.error?.message ?? lines.at(-1) ?? 'Vercel gives no reason';
            const message = `the build of ${id} failed: ${said}${where}`;
            return hint === undefined
                ? { verdict: 'fail', reason: 'build-failed', message, lines }
                : { verdict: 'fail', reason: 'build-misses-schema', message: `${message}; ${hint}`, lines };
        }
        case 'cancelled':
            return {
                verdict: 'fail',
                reason: 'build-cancelled-on-vercel',
                message: `the build of ${id} was cancelled on Vercel${where}`,
            };
        case 'blocked':
            return {
                verdict: 'fail',
                reason: 'build-blocked',
                message: `Vercel blocks the build of ${id}: ${explainBlock(deployment)}`,
            };
        case 'checks-failed':
            return {
                verdict: 'fail',
                reason: 'checks-failed',
                message: `the build of ${id} succeeded, but its deployment checks failed${where}`,
            };
        case 'alias-failed':
            return {
                verdict: 'fail',
                reason: 'alias-failed',
                message: `the build of ${id} succeeded, but Vercel could not assign its domains: ${deployment.aliasError}${where}`,
            };
        case 'late':
            return {
                verdict: 'unknown',
                reason: 'build-timeout',
                message: `${id} is still ${deployment.readyState} after build-timeout (${(0,lib_duration/* formatDuration */.a)(timeoutMs)})${where}; the post step cancels it`,
            };
    }
}
function showLines(lines, shell) {
    if (lines.length === 0)
        return;
    shell.log.info(`the last ${lines.length} lines of the build:`);
    shell.log.foreign(lines.join('\n'));
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

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./actions/vercel-deploy/lib/summary.js


const SIGNS = { pass: '✅', fail: '❌', unknown: '⚠️' };
function deploySummary(news) {
    const { deployment, verdict } = news;
    const { id, readyState, inspectorUrl } = deployment;
    const message = verdict === 'pass' ? [] : [sentence(news.message)];
    const link = (text, url) => `[${text}](${linkTarget(url)})`;
    const table = markdownTable(['deployment', 'address', 'target', 'commit', 'state on Vercel', 'time'], [
        [
            inspectorUrl === undefined ? id : link(id, inspectorUrl),
            verdict === 'pass' ? link(inlineText(deployment.url), originOf(deployment.url)) : '',
            `${inlineText(news.target)}${news.staged ? ', staged' : ''}`,
            `\`${news.commit.slice(0, 7)}\``,
            inlineText(readyState),
            (0,lib_duration/* formatDuration */.a)(news.tookMs),
        ],
    ]);
    const blocks = [`### ${SIGNS[verdict]} ${headline(news)}`, ...message, table];
    if (news.lines.length > 0)
        blocks.push(logOf(news.lines));
    return blocks.join('\n\n');
}
function headline({ deployment: { id }, staged, target, verdict }) {
    if (verdict === 'pass')
        return staged
            ? `${id} is staged for production: built, without traffic`
            : `${id} is deployed to ${inlineText(target)}`;
    return verdict === 'fail' ? `${id} was not deployed` : `${id} is not ready yet`;
}
function sentence(text) {
    const shown = inlineText(text, 1_000).replace(/^[a-z]+[ :]/, (word) => word[0]?.toUpperCase() + word.slice(1));
    return /[.!?]$/.test(shown) ? shown : `${shown}.`;
}
function logOf(lines) {
    const fence = '`'.repeat(Math.max(3, ...lines.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)));
    const text = `${fence}text\n${lines.join('\n')}\n${fence}`;
    return `<details open><summary>The last ${lines.length} lines of the build</summary>\n\n${text}\n\n</details>`;
}

;// CONCATENATED MODULE: ./actions/vercel-deploy/lib/run.js











const action = defineAction({
    name: 'vercel-deploy',
    inputs: inputs,
    check: problemsOf,
    run,
    post: { when: 'undo', run: cancel },
});
const BEGUN = 'deployment';
async function run(values, shell) {
    const directory = await folderOf(values, shell);
    const api = vercelClient(values, shell);
    const project = await readProject(api, values['vercel-project']);
    const root = await rootFor(values, project, directory, shell);
    const prebuilt = root.built !== undefined;
    const { files, archived, warning } = await collectFiles({
        directory: root.directory,
        prebuilt,
        archive: values['upload-archive'],
        ...(root.built === undefined ? {} : { built: root.built }),
    });
    if (warning !== undefined)
        shell.log.warning(warning);
    const staged = values.target === 'production' && values.staged;
    const what = `${archived ? 'an archive' : (0,lists/* count */.U9)(files.length, 'file')} (${megabytes(files)})${prebuilt ? ', prebuilt,' : ''} to ${values.target}${staged ? ', without traffic' : ''}`;
    shell.log.info(`${project.name}: deploying ${what}`);
    warnOfTraffic(values, project, shell);
    if (values['dry-run'])
        return { verdict: 'pass', reason: 'dry-run', message: `would deploy ${what}; nothing was sent` };
    const env = inputs_variablesOf(values);
    for (const value of Object.values(env))
        shell.mask(value);
    const git = gitFactsOf(shell.env, values['commit-sha']);
    const shown = isShown(values, shell) ? await openOnGitHub(values, shell, git.commit) : undefined;
    const begun = { projectId: project.id, attempt: newAttempt(), ...(shown === undefined ? {} : { shown }) };
    shell.state.save(BEGUN, begun);
    shell.journal?.began('vercel-deploy', begun);
    const started = shell.clock.now();
    const created = await createDeployment(api, {
        projectId: project.id,
        projectName: project.name,
        target: values.target,
        staged,
        prebuilt,
        files,
        meta: { ...git.meta, ...metaOf(values) },
        env,
        gitMetadata: git.metadata,
        attempt: begun.attempt,
    });
    shell.state.save(BEGUN, { ...begun, deploymentId: created.id });
    shell.log.info(`created ${created.id}: ${created.inspectorUrl ?? originOf(created.url)}`);
    const end = await waitForBuild(api, created, started + values['build-timeout']);
    const { lines = [], ...outcome } = await outcomeOf(api, end, values['build-timeout'], shell);
    const tookMs = shell.clock.now() - started;
    shell.log.info(`${end.deployment.readyState} after ${(0,lib_duration/* formatDuration */.a)(tookMs)}`);
    const { target } = values;
    const { commit } = git;
    shell.summary.add(deploySummary({ ...outcome, deployment: end.deployment, target, staged, commit, tookMs, lines }));
    if (outcome.verdict === 'pass')
        shell.journal?.finished('vercel-deploy', { deployment: created.id });
    const outputs = outputsOf(end.deployment, git.commit);
    const state = { pass: 'success', fail: 'failure', unknown: 'error' };
    await reportToGitHub(values, shell, shown, {
        state: state[outcome.verdict],
        description: outcome.reason,
        url: outputs['deployment-url'],
    });
    shell.state.save(BEGUN, { ...begun, deploymentId: created.id, ended: true });
    return { ...outcome, outputs };
}
function outputsOf(deployment, commit) {
    return {
        'deployment-id': deployment.id,
        'deployment-url': originOf(deployment.url),
        'inspector-url': deployment.inspectorUrl ?? '',
        'commit-sha': commit,
    };
}
async function folderOf(values, shell) {
    const directory = (0,external_node_path_.resolve)(shell.env.workspace, values.directory);
    const found = await (0,promises_namespaceObject().stat)(directory).catch(() => undefined);
    if (found?.isDirectory() !== true)
        throw new errors/* InputError */.dz(`input "directory": ${directory} is not a folder; check out the repository first`);
    return directory;
}
async function rootFor(values, project, directory, shell) {
    const { rootDirectory } = project;
    const { workspace } = shell.env;
    const root = await findRoot({ workspace, directory, rootDirectory, prebuilt: values.prebuilt }, values.target);
    const place = (0,external_node_path_.relative)(workspace, root.directory) || 'the checkout';
    if (rootDirectory !== undefined)
        shell.log.info(`sending files from ${place}; Root Directory of ${project.name}: ${rootDirectory}`);
    return root;
}
function warnOfTraffic(values, project, shell) {
    if (values.target !== 'production' || values.staged)
        return;
    if (project.autoAssign)
        shell.log.warning('staged: false: users get this build as soon as it is ready, without any gate');
    else
        shell.log.warning(`${project.name} does not assign production domains automatically: this build stays staged`);
}
function megabytes(files) {
    return `${(files.reduce((sum, file) => sum + file.size, 0) / 1e6).toFixed(1)} MB`;
}
async function cancel(values, shell) {
    const begun = shell.state.get(BEGUN);
    if (begun === undefined)
        return undefined;
    const live = values.target === 'production' && !values.staged;
    const outcome = await endBuild(vercelClient(values, shell), begun, live);
    if (begun.ended !== true)
        await reportToGitHub(values, shell, begun.shown, { state: 'error', description: outcome.reason });
    return outcome;
}
async function endBuild(api, begun, live) {
    const nothing = (message) => ({ verdict: 'pass', reason: 'nothing-to-cancel', message });
    const id = begun.deploymentId ?? (await findAttempt(api, begun.projectId, begun.attempt))?.id;
    if (id === undefined)
        return nothing('no deployment was created');
    const { cancelled, deployment } = await cancelBuild(api, id);
    if (cancelled)
        return { verdict: 'pass', reason: 'build-cancelled-by-undo', message: `the build of ${id} was cancelled` };
    if (deployment.readyState === 'READY')
        return nothing(live
            ? `${id} is live; restore the release before it with the rollback action`
            : `${id} is built and has no traffic`);
    if (['ERROR', 'CANCELED'].includes(deployment.readyState))
        return nothing(`${id} is ${deployment.readyState}`);
    return {
        verdict: 'unknown',
        reason: 'build-not-cancelled',
        message: `${id} is still ${deployment.readyState}; cancel it at ${deployment.inspectorUrl ?? deployment.url}`,
    };
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
let external_crypto__kept;function command_issueCommand(e,t,r){let s=new Command(e,t,r);process.stdout.write(s.toString()+external_os_().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,r){e||(e="missing.command"),this.command=e,this.properties=t,this.message=r}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let r in this.properties)if(this.properties.hasOwnProperty(r)){let s=this.properties[r];s&&(t?t=!1:e+=",",e+=`${r}=${escapeProperty(s)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}const external_crypto_=()=>external_crypto__kept??=__nccwpck_require__(90523);var external_fs_=__nccwpck_require__(15945);

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let r=process.env[`GITHUB_${e}`];if(!r)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_.existsSync(r))throw Error(`Missing file at path: ${r}`);external_fs_.appendFileSync(r,`${toCommandValue(n)}${external_os_().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let r=`ghadelimiter_${external_crypto_().randomUUID()}`,t=toCommandValue(n);if(e.includes(r))throw Error(`Unexpected input: name should not contain the delimiter "${r}"`);if(t.includes(r))throw Error(`Unexpected input: value should not contain the delimiter "${r}"`);return`${e}<<${r}${external_os_().EOL}${t}${external_os_().EOL}${r}`}var external_path_=__nccwpck_require__(502408);

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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ 		return ({"410":"../shared/transport.chunk.js","477":"vercel-microfrontends-utils.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","598":"vercel-client-utils.chunk.js","671":"fs-extra.common.chunk.js","700":"vercel-client-utils-archive.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(819581);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
