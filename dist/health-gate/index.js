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

/***/ 504641:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(482651);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 482651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

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

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
;// CONCATENATED MODULE: ./packages/base/lib/retry.js


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
    if (!(error instanceof errors/* RemoteError */.Hi) || !error.retryable || attempt >= policy.attempts)
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/gate-credentials.js


const credentialInputs = () => ({
    'trusted-sources': shape_described(shape_flag(false), "Whether to open Deployment Protection of hosts of the project with a GitHub OIDC token (Vercel's Trusted Sources). Needs the permission `id-token: write`."),
    'trusted-audience': shape_described(shape_text(), "Audience of that token, if the project's rule expects another one than GitHub's default."),
    headers: shape_described(shape_secret(), 'Request headers to send when hosts are asked, one per line (`Name: value`). Their values are treated as secrets and are only sent to hosts of the project and to `production-url`.'),
});
const TOKEN_LIFE_MS = 240_000;
const OWN_HEADERS = ['host', 'accept', 'accept-encoding', 'cache-control', 'connection'];
function headerLine(line) {
    const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e]+)$/.exec(line);
    return match === null ? undefined : [(match[1] ?? '').toLowerCase(), new lib_secret/* Secret */.z(match[2] ?? '', 'part')];
}
function credentialProblems(values, instead = 'leave it out') {
    const problems = [];
    for (const [index, line] of (0,lists/* parseList */.E1)(values.headers.reveal()).entries()) {
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
    for (const line of (0,lists/* parseList */.E1)(values.headers.reveal())) {
        const header = headerLine(line);
        if (header === undefined)
            continue;
        shell.mask(header[1]);
        fixed[header[0]] = header[1];
    }
    if (!values['trusted-sources'])
        return async () => fixed;
    const ask = () => gitHubToken(values['trusted-audience'], shell);
    const token = renewed(() => retry(ask, defaultRetry, { clock: shell.clock, signal: shell.signal }), shell.clock);
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
    const bearer = new lib_secret/* Secret */.z(process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '');
    const fault = { service: 'GitHub OIDC', retryable: false };
    if (address === '' || bearer.isEmpty)
        throw new errors/* RemoteError */.Hi('the runner provides no OIDC token', {
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
        throw new errors/* RemoteError */.Hi('the runner did not issue an OIDC token', { ...fault, retryable: true, cause });
    });
    const body = answer.ok ? (await answer.json()) : {};
    if (typeof body.value !== 'string')
        throw new errors/* RemoteError */.Hi('the runner did not issue an OIDC token', {
            ...fault,
            status: answer.status,
            retryable: answer.status >= 500,
        });
    const token = new lib_secret/* Secret */.z(body.value);
    shell.mask(token);
    return token;
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/with-metrics.js
function withMetrics(ending, verdict, metrics) {
    if (ending.verdict === 'fail' || verdict === 'pass')
        return ending;
    if (verdict === 'unknown' && ending.verdict === 'unknown')
        return ending;
    const decided = metrics.find((metric) => metric.critical && metric.verdict === verdict);
    const message = decided === undefined ? 'a metric did not pass' : `metric ${decided.name}: ${decided.message}`;
    const reason = verdict === 'fail' ? 'metric-failed' : 'metric-unknown';
    return { verdict, reason, message, path: undefined, mayBeOurFault: false };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/metrics-inputs.js



function yamlOrFile(input, given, workspace) {
    const path = given.trim();
    if (!/^[^\n{[:]+\.ya?ml$/.test(path))
        return { text: given, name: `input "${input}"` };
    try {
        return { text: (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8'), name: path };
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "${input}": the file ${path} cannot be read; check out the repository first`, {
            cause,
        });
    }
}
function metricsSecrets(given, shell) {
    const { problems, values } = parseVariables(given.reveal());
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems.map((problem) => `input "metrics-secrets": ${problem}`));
    return new Map([...values].map(([name, value]) => {
        const secret = new lib_secret/* Secret */.z(value);
        shell.mask(secret);
        return [name, secret];
    }));
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/gate-metrics.js



async function metricsOf(inputs, subject, shell) {
    if (inputs.metrics.trim() === '')
        return undefined;
    const engine = await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(745)]).then(__nccwpck_require__.bind(__nccwpck_require__, 118049));
    const secrets = metricsSecrets(inputs['metrics-secrets'], shell);
    const metrics = engine.readMetrics(yamlOrFile('metrics', inputs.metrics, shell.env.workspace), subject.bakeMs, {
        clock: shell.clock,
        fetch,
        requestTimeoutMs: inputs['request-timeout'],
        secretOf: (name) => secrets.get(name),
        openDatabase: inputs['database-url'].isEmpty ? undefined : engine.databaseOpener(inputs['database-url'], shell.log),
        vercel: inputs['vercel-token'].isEmpty
            ? undefined
            : {
                token: inputs['vercel-token'],
                project: inputs['vercel-project'],
                team: inputs['vercel-team'],
                apiUrl: inputs['vercel-api-url'] ?? new URL('https://api.vercel.com'),
            },
    });
    const unnamed = subject.unnamed(engine.unnamedBuilds(metrics, subject));
    if (unnamed.length > 0)
        throw new errors/* InputError */.dz(unnamed);
    const slowest = Math.max(...metrics.map(({ delayMs }) => delayMs));
    if (subject.bakeMs + slowest >= subject.deadlineMs)
        throw new errors/* InputError */.dz(`input "deadline": expected more than bake-time and the longest "delay" of a metric together (${(subject.bakeMs + slowest) / 1000}s), got ${subject.deadlineMs / 1000}s`);
    const plan = {
        metrics,
        candidate: subject.candidate,
        baseline: subject.baseline,
        swap: subject.swap,
        bakeMs: subject.bakeMs,
        deadlineAt: shell.clock.now() + subject.deadlineMs,
    };
    return { plan, beside: (gate) => sideBySide(plan, engine, shell, gate) };
}
async function sideBySide(plan, engine, { clock, log, signal }, gate) {
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    let failed;
    const watched = engine.runMetrics(plan, { clock, log, signal: both }, ({ metric, ending }) => {
        failed ??= {
            verdict: 'fail',
            reason: 'metric-failed',
            message: `metric ${metric.name}: ${ending.message}`,
            path: undefined,
            mayBeOurFault: false,
        };
        stop.abort();
    });
    try {
        const run = await gate(() => failed);
        if (run.ending.verdict === 'fail')
            stop.abort();
        const { runs, verdict } = await watched;
        const metrics = runs.map(engine.reportOnMetric);
        return { gate: { ...run, ending: withMetrics(run.ending, verdict, metrics) }, metrics, verdict };
    }
    finally {
        stop.abort();
        await watched.catch((error) => log.debug((0,errors/* describe */.q0)(error)));
        await Promise.all(plan.metrics.map(({ source }) => source.close?.()));
    }
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
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
const site_path_SITE_PATH = /^\/(?![/\\])\S*$/;
function onOrigin(path, origin) {
    const [, pathname = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(path) ?? [];
    const url = new URL(origin.origin);
    url.pathname = pathname;
    url.search = search;
    return url;
}

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

;// CONCATENATED MODULE: ./packages/health/lib/finding.js
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
            found.push(cached('cached-answer', `${name}: ${(0,fields/* word */.Vm)(value)}; served from a cache, not by the application`));
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
        found.push(note('cacheable', `cache-control: ${(0,fields/* word */.Vm)(shared)} allows caches to answer for the application; send no-store`));
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

;// CONCATENATED MODULE: ./packages/health/lib/availability.js
const startingWealth = { value: 1, lastFailed: false };
const SICK = 0.1;
function bet(wealth, failed, floor) {
    if (wealth.lastFailed)
        return { value: wealth.value, lastFailed: failed };
    const tolerated = 1 - floor;
    const sick = Math.max(SICK, 2 * tolerated);
    const factor = failed ? sick / tolerated : (1 - sick) / (1 - tolerated);
    return { value: wealth.value * factor, lastFailed: failed };
}

;// CONCATENATED MODULE: ./packages/health/lib/response-class.js
const responseClasses = (/* unused pure expression or super */ null && ([
    'ok',
    'degraded',
    'unhealthy',
    'contract-violation',
    'wrong-identity',
    'identity-absent',
    'stale',
    'protected',
    'redirected',
    'platform-error',
    'timeout',
    'network',
]));
function wordOf(answer) {
    return answer.format === 'identity' && answer.class === 'ok' ? 'names its build' : answer.class;
}
function kindOf(responseClass, degraded) {
    switch (responseClass) {
        case 'ok':
            return 'success';
        case 'degraded':
            return degraded === 'fail' ? 'failure' : 'success';
        case 'timeout':
        case 'network':
        case 'platform-error':
            return 'error';
        case 'unhealthy':
        case 'contract-violation':
        case 'wrong-identity':
        case 'identity-absent':
        case 'stale':
        case 'protected':
        case 'redirected':
            return 'failure';
    }
}
function failureIn(responseClass, degraded) {
    if (responseClass === 'ok' || responseClass === 'timeout' || responseClass === 'network')
        return undefined;
    return kindOf(responseClass, degraded) === 'failure' ? responseClass : undefined;
}
function isFinal(responseClass) {
    return responseClass === 'protected' || responseClass === 'wrong-identity' || responseClass === 'identity-absent';
}

;// CONCATENATED MODULE: ./packages/health/lib/gate.js




const FALSE_ALARM = 0.002;
const REASONS = {
    degraded: 'degraded',
    unhealthy: 'unhealthy',
    'contract-violation': 'contract-violation',
    'wrong-identity': 'wrong-identity',
    'identity-absent': 'identity-absent',
    stale: 'stale',
    protected: 'protected',
    redirected: 'redirected',
    'platform-error': 'platform-error',
};
const unseen = {
    warmed: false,
    probes: 0,
    successes: 0,
    failures: 0,
    errors: 0,
    lost: 0,
    successRun: 0,
    failureRun: 0,
    failedAs: undefined,
    errorRun: [],
    wealth: startingWealth,
    freshness: undefined,
};
function openGate(rules) {
    return {
        paths: Object.fromEntries(rules.paths.map((path) => [path, unseen])),
        identified: false,
        degraded: undefined,
        ending: undefined,
    };
}
function observe(rules, state, path, judgement) {
    if (state.ending !== undefined)
        return state;
    const before = { ...(state.paths[path] ?? unseen), freshness: fresher(state.paths[path]?.freshness, judgement.read) };
    const identified = state.identified || judgement.identified;
    if (isFinal(judgement.class)) {
        const ending = failing(REASONS[judgement.class], `${path}: ${sentence(judgement)}`, path);
        return { ...state, identified, paths: { ...state.paths, [path]: tally(rules, before, judgement) }, ending };
    }
    if (!before.warmed && !rules.judgeColdStart)
        return { ...state, identified, paths: { ...state.paths, [path]: { ...before, warmed: true } } };
    const after = tally(rules, before, judgement);
    return {
        paths: { ...state.paths, [path]: after },
        identified,
        degraded: state.degraded ?? (judgement.class === 'degraded' ? `${path} ${judgement.because}` : undefined),
        ending: limitReached(rules, path, after, judgement),
    };
}
function tally(rules, before, judgement) {
    const kind = kindOf(judgement.class, rules.degraded);
    return {
        ...before,
        warmed: true,
        probes: before.probes + 1,
        successes: before.successes + (kind === 'success' ? 1 : 0),
        failures: before.failures + (kind === 'failure' ? 1 : 0),
        errors: before.errors + (kind === 'error' ? 1 : 0),
        lost: before.lost + (judgement.class === 'timeout' || judgement.class === 'network' ? 1 : 0),
        successRun: kind === 'success' ? before.successRun + 1 : 0,
        failureRun: kind === 'success' ? 0 : before.failureRun + (kind === 'failure' ? 1 : 0),
        failedAs: failureIn(judgement.class, rules.degraded) ?? before.failedAs,
        errorRun: kind === 'success' ? [] : kind === 'error' ? [...before.errorRun, judgement.class] : before.errorRun,
        wealth: bet(before.wealth, kind !== 'success', rules.availabilityFloor),
    };
}
function fresher(before, read) {
    if (before === 'alive' || read === undefined)
        return before;
    return before !== undefined && moved(before, read) ? 'alive' : (before ?? read);
}
function limitReached(rules, path, after, last) {
    const lately = `${path}: ${sentence(last)}`;
    if (after.failedAs !== undefined && after.failureRun > rules.failureLimit) {
        const often = after.failureRun === 1 ? '' : `, ${after.failureRun} times in a row`;
        return failing(REASONS[after.failedAs], `${lately}${often}`, path);
    }
    if (after.errorRun.length > rules.errorLimit) {
        const often = `${lately}, the last of ${(0,lists/* count */.U9)(after.errorRun.length, 'error')} in a row`;
        const certain = after.errorRun.every((one) => one === 'platform-error');
        return certain
            ? failing(REASONS['platform-error'], often, path)
            : { verdict: 'unknown', reason: 'unreachable', message: often, path, mayBeOurFault: true };
    }
    if (after.wealth.value >= rules.paths.length / FALSE_ALARM) {
        const bad = after.failures + after.errors;
        const message = `${path}: ${bad} of ${(0,lists/* count */.U9)(after.probes, 'probe')} failed, too many for an availability floor of ${Number((rules.availabilityFloor * 100).toFixed(3))} %; the last: ${last.because}`;
        const certain = bad > 2 * after.lost;
        return { verdict: certain ? 'fail' : 'unknown', reason: 'unavailable', message, path, mayBeOurFault: !certain };
    }
    return undefined;
}
function endingAt(rules, state, elapsedMs) {
    if (state.ending !== undefined)
        return state.ending;
    const missing = rules.paths.filter((path) => !settled(state.paths[path] ?? unseen, rules.successThreshold));
    if (missing.length === 0 && elapsedMs >= rules.bakeMs) {
        if (rules.identityAsked && !state.identified)
            return failing(REASONS['identity-absent'], 'no path names its build; make one of them report its deployment or commit');
        if (state.degraded !== undefined && rules.degraded === 'warn')
            return passing('degraded', `passed with degraded responses: ${state.degraded}`);
        return passing('passed', 'every path is healthy');
    }
    if (elapsedMs < rules.deadlineMs)
        return undefined;
    const what = missing.length === 0 ? 'the bake did not end' : `${missing.join(', ')} did not settle`;
    const message = `${what} within ${(0,lib_duration/* formatDuration */.a)(rules.deadlineMs)}: needs ${rules.successThreshold} successes in a row; see what was slow, or raise "deadline"`;
    return { verdict: 'unknown', reason: 'deadline', message, path: missing[0], mayBeOurFault: false };
}
function settled(path, successThreshold) {
    return path.successRun >= successThreshold && (path.freshness === undefined || path.freshness === 'alive');
}
function passing(reason, message) {
    return { verdict: 'pass', reason, message, path: undefined, mayBeOurFault: false };
}
function failing(reason, message, path) {
    return { verdict: 'fail', reason, message, path, mayBeOurFault: false };
}
function sentence(judgement) {
    const { because, remedy } = judgement;
    return remedy === undefined ? because : `${because}; ${remedy}`;
}

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
    const text = (0,fields/* identifier */.Cv)(name) ?? '';
    return {
        deployment: text.startsWith('dpl_') ? text : undefined,
        commit: /^[0-9a-f]{7,40}$/i.test(text) ? text : undefined,
    };
}
function identityOfAnswer(answer, inBody, header) {
    const named = header === undefined ? undefined : (0,fields/* identifier */.Cv)(answer.headers[header]);
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
    return host === 'same.invalid' ? 'the same host, in a loop' : (0,fields/* hostName */.Sm)(host);
}

// EXTERNAL MODULE: ./packages/health/lib/exchange.js
var exchange = __nccwpck_require__(766084);
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
        word: (0,fields/* word */.Vm)(status),
        health: meaning(status),
        checks: rest.checks ?? [],
        checksStated: rest.checks !== undefined,
        timestamp: timeOf(rest.timestamp),
        uptime: typeof rest.uptime === 'number' ? rest.uptime : undefined,
        identity: rest.identity ?? noIdentity,
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
    const json = (0,exchange/* jsonOf */.o)(answer);
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
            .flatMap((condition) => (0,evaluate/* unmet */.iY)(condition, exchange) ?? [])
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

;// CONCATENATED MODULE: ./packages/health/lib/run-gate.js




async function runGate(plan, world) {
    const { rules } = plan;
    await world.clock.sleep(plan.initialDelayMs, world.signal);
    const startedAt = world.clock.now();
    const records = [];
    const reads = new Map();
    let state = openGate(rules);
    for (let round = 0;; round++) {
        const roundAt = world.clock.now();
        const left = Math.max(1, rules.deadlineMs - (roundAt - startedAt));
        const timeoutMs = Math.min(plan.requestTimeoutMs, left);
        const exchanges = await Promise.all(rules.paths.map((path) => world.prober.ask(path, timeoutMs, world.signal)));
        for (const [index, path] of rules.paths.entries()) {
            const exchange = exchanges[index];
            const expectations = plan.expectations[path];
            if (exchange === undefined || expectations === undefined)
                continue;
            const earlier = reads.get(path);
            const judgement = judgeAnswer(exchange, expectations, earlier);
            if (judgement.read !== undefined)
                reads.set(path, laterRead(earlier, judgement.read));
            const warmUp = round === 0 && !rules.judgeColdStart && !isFinal(judgement.class);
            records.push({ ...judgement, path, round, warmUp });
            world.log.info(line(path, judgement, warmUp));
            state = observe(rules, state, path, judgement);
        }
        const now = world.clock.now();
        const ending = endingAt(rules, state, now - startedAt) ?? world.endedBy?.();
        if (ending !== undefined)
            return { ending, state, records, startedAt, endedAt: now };
        const rest = plan.intervalMs - (now - roundAt);
        const untilDeadline = rules.deadlineMs - (now - startedAt);
        if (round > 0 || rules.judgeColdStart)
            await world.clock.sleep(Math.max(0, Math.min(rest, untilDeadline)), world.signal);
    }
}
function line(path, judgement, warmUp) {
    const status = judgement.status === undefined ? '' : `, HTTP ${judgement.status}`;
    const notes = judgement.findings.filter((finding) => finding.weight === 'note').map((finding) => finding.message);
    const tail = notes.length === 0 ? '' : ` [${notes.join('; ')}]`;
    const what = warmUp ? `warm-up, ${wordOf(judgement)}` : wordOf(judgement);
    return `${path}: ${what}${status}, ${Math.round(judgement.ms)} ms, ${judgement.because}${tail}`;
}

// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var lib_verdict = __nccwpck_require__(186491);
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




const comparison_FALSE_ALARM = 0.01;
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
        return { at: pairs, falseAlarm: share(comparison_FALSE_ALARM), miss: share(MISS) };
    });
}
function compareAt(look, rules, candidate, baseline) {
    const latency = compareLatency(look, rules, candidate, baseline);
    const errors = compareErrors(look, rules, candidate, baseline);
    return { verdict: (0,lib_verdict/* combine */.k)([latency.verdict, errors.verdict]), latency, errors, pairs: look.at };
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
    return looksOf(4 * FEWEST).at(-1)?.falseAlarm ?? comparison_FALSE_ALARM;
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

;// CONCATENATED MODULE: ./packages/health/lib/proof.js


function identityTimeline(records) {
    const spans = [];
    for (const { identity, at } of records) {
        if (identity.deployment === undefined && identity.commit === undefined)
            continue;
        const last = spans.at(-1);
        if (last !== undefined &&
            last.identity.deployment === identity.deployment &&
            last.identity.commit === identity.commit)
            spans[spans.length - 1] = { ...last, to: at, answers: last.answers + 1 };
        else
            spans.push({ identity, from: at, to: at, answers: 1 });
    }
    return spans;
}
function proofLine(where, rules, run) {
    const judged = run.records.filter((record) => !record.warmUp).length;
    const builds = identityTimeline(run.records).map((span) => showIdentity(span.identity));
    const of = builds.length === 0 ? 'an unidentified build' : [...new Set(builds)].join(', then ');
    return `asked ${where} for ${rules.paths.join(', ')}: ${(0,lists/* count */.U9)(judged, 'probe')} of ${of} in ${(0,lib_duration/* formatDuration */.a)(run.endedAt - run.startedAt)}; would have failed on ${whatFails(rules)}`;
}
function whatFails(rules) {
    return [
        rules.failureLimit === 0 ? 'one failure' : `${rules.failureLimit + 1} failures in a row`,
        `${rules.errorLimit + 1} platform errors in a row`,
        'a login wall',
        ...(rules.identityAsked ? ['another build or an unidentified one'] : []),
    ].join(', ');
}

;// CONCATENATED MODULE: ./packages/health/lib/report.js



function reportOn({ asked, phase, rules }, run, { compared, metrics = [] } = {}) {
    const decides = compared?.required === true && run.ending.verdict === 'pass';
    const { verdict, reason, message, path } = decides ? endingOf(compared.run, run) : run.ending;
    const judged = run.records.filter((record) => !record.warmUp);
    const bad = run.records.find((record) => kindOf(record.class, rules.degraded) !== 'success' && !record.warmUp);
    return {
        kind: 'lockstep-health-report/1',
        asked,
        phase,
        ...{ verdict, reason, message, path },
        proof: proofLine(asked, rules, run),
        startedAt: iso(run.startedAt),
        endedAt: iso(run.endedAt),
        rules,
        identities: identityTimeline(run.records),
        paths: rules.paths.map((path) => {
            const own = judged.filter((record) => record.path === path);
            const kinds = own.map((record) => kindOf(record.class, rules.degraded));
            const times = own.filter((record) => record.status !== undefined).map((record) => record.ms);
            return {
                path,
                format: own.find((record) => record.format !== undefined)?.format,
                probes: own.length,
                successes: kinds.filter((kind) => kind === 'success').length,
                failures: kinds.filter((kind) => kind === 'failure').length,
                errors: kinds.filter((kind) => kind === 'error').length,
                latency: latencyOf(times),
            };
        }),
        comparison: compared === undefined
            ? undefined
            : {
                ...compared.run,
                baseline: compared.baseline,
                required: compared.required,
                falseAlarm: 2 * comparison_FALSE_ALARM,
                miss: MISS,
            },
        metrics,
        firstFailure: bad === undefined ? undefined : probeLine(bad),
        probes: run.records.map(probeLine),
    };
}
function endingOf(comparison, gate) {
    const { verdict, message, result } = comparison;
    if (verdict === 'pass')
        return gate.ending;
    if (verdict === 'unknown')
        return { verdict, reason: 'comparison-unknown', message };
    return { verdict, reason: result?.latency.verdict === 'fail' ? 'slower' : 'more-errors', message };
}
function probeLine(record) {
    const { path, round, warmUp, ms, status, because, remedy, findings, identity } = record;
    return {
        path,
        round,
        warmUp,
        at: iso(record.at),
        ms: Math.round(ms * 10) / 10,
        status,
        class: record.class,
        format: record.format,
        because,
        remedy,
        findings,
        deployment: identity.deployment,
        commit: identity.commit,
    };
}
function latencyOf(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
    return sorted.length === 0 ? undefined : { median: at(0.5), p95: at(0.95), max: at(1) };
}
function iso(at) {
    return new Date(at).toISOString();
}

;// CONCATENATED MODULE: ./packages/health/lib/control.js



const TRIES = 3;
const PAUSE_MS = 500;
async function withControl(ending, plan, world) {
    const { path } = ending;
    const expect = path === undefined ? undefined : plan.expectations[path];
    if (ending.verdict !== 'unknown' || !ending.mayBeOurFault || path === undefined || expect === undefined)
        return ending;
    for (let turn = 0; turn < TRIES; turn++) {
        if (turn > 0)
            await world.clock.sleep(PAUSE_MS, world.signal);
        const exchange = await world.baseline.ask(path, plan.requestTimeoutMs, world.signal);
        const judgement = judgeAnswer(exchange, { ...expect, identity: noIdentity }, undefined);
        if (kindOf(judgement.class, 'pass') !== 'success')
            return { ...ending, message: `${ending.message}; the baseline cannot be measured either (${judgement.class})` };
    }
    return {
        ...ending,
        verdict: 'fail',
        message: `${ending.message}; the baseline responds normally at the same time, so the candidate is at fault`,
    };
}

;// CONCATENATED MODULE: ./packages/health/lib/compare/run-comparison.js




const WARM_UPS = 2;
async function runComparison(plan, world) {
    const { rules, paths } = plan;
    const startedAt = world.clock.now();
    const random = seeded(plan.seed);
    const arms = { candidate: new Collector(), baseline: new Collector() };
    const names = ['candidate', 'baseline'];
    const ask = async (arm, path) => {
        const expectations = plan.expectations[path];
        if (expectations === undefined)
            throw new Error(`no expectations for ${path}`);
        const baseline = { ...expectations, identity: plan.baselineIdentity ?? noIdentity };
        const expect = arm === 'candidate' ? expectations : baseline;
        return judgeAnswer(await world[arm].ask(path, plan.requestTimeoutMs, world.signal), expect, undefined);
    };
    const end = (verdict, message, result) => ({
        verdict,
        message,
        result,
        seed: plan.seed,
        candidateMs: arms.candidate.times.map((time) => time.ms),
        baselineMs: arms.baseline.times.map((time) => time.ms),
    });
    for (let turn = 0; turn < WARM_UPS; turn++)
        for (const path of paths) {
            const [candidate, baseline] = [await ask('candidate', path), await ask('baseline', path)];
            const problem = astray(plan, candidate, baseline) ?? incomparable(candidate, baseline);
            if (turn === WARM_UPS - 1 && problem !== undefined)
                return end('unknown', problem);
        }
    const looks = looksOf(rules.samples);
    for (let pair = 1;; pair++) {
        if (world.clock.now() - startedAt > plan.deadlineMs)
            return end('unknown', `the deadline passed after ${pair - 1} of ${rules.samples} pairs`);
        const path = paths[pair % paths.length] ?? '/';
        const pairAt = world.clock.now();
        for (const arm of random() < 0.5 ? names : [...names].reverse()) {
            const answer = await ask(arm, path);
            const problem = astray(plan, answer);
            if (problem !== undefined)
                return end('unknown', problem);
            arms[arm].add(path, answer);
        }
        await world.clock.sleep(Math.max(0, (plan.intervalMs ?? 0) - (world.clock.now() - pairAt)), world.signal);
        const look = looks.find((one) => one.at === pair);
        if (look === undefined)
            continue;
        const result = compareAt(look, rules, arms.candidate, arms.baseline);
        if (result.verdict !== 'unknown' || pair === rules.samples)
            return end(result.verdict, `${result.latency.message}; ${result.errors.message}; ${pair} pairs`, result);
    }
}
class Collector {
    times = [];
    asked = 0;
    add(path, judgement) {
        this.asked++;
        if (kindOf(judgement.class, 'pass') === 'success')
            this.times.push({ path, ms: judgement.ms });
    }
}
function astray({ baselineIdentity }, ...answers) {
    if (baselineIdentity === undefined)
        return undefined;
    return answers.find((answer) => answer.class === 'wrong-identity')?.because;
}
function incomparable(candidate, baseline) {
    if (kindOf(baseline.class, 'pass') !== 'success')
        return `the baseline cannot be measured: ${baseline.because}`;
    const { deployment } = candidate.identity;
    if (deployment !== undefined && deployment === baseline.identity.deployment)
        return `candidate and baseline are the same build (${showIdentity(candidate.identity)})`;
    return undefined;
}
function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
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

;// CONCATENATED MODULE: ./actions/health-gate/lib/inputs.js




const inputs = {
    url: shape_url(undefined, { required: true }),
    phase: shape_oneOf(['pre', 'post'], 'pre'),
    paths: shape_list('/api/health'),
    host: shape_text(undefined, { pattern: /^[A-Za-z0-9.-]+(:\d+)?$/, expected: 'a host name, with a port where needed' }),
    format: shape_oneOf(['auto', ...formatNames], 'auto'),
    'expect-deployment': shape_text(),
    'expect-commit': shape_text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' }),
    'identity-header': shape_text(undefined, { pattern: /^[A-Za-z0-9-]+$/, expected: 'the name of a response header' }),
    conditions: shape_list(),
    'critical-checks': shape_list(),
    'advisory-checks': shape_list(),
    degraded: shape_oneOf(['pass', 'warn', 'fail'], 'warn'),
    'max-age': shape_duration('10s'),
    'allow-findings': shape_list(),
    'success-threshold': integer(3, { min: 1, max: 1000 }),
    'failure-limit': integer(undefined, { min: 0, max: 1000 }),
    'error-limit': integer(4, { min: 0, max: 1000 }),
    'availability-floor': decimal(99.5, { min: 1, max: 99.999 }),
    'initial-delay': shape_duration('0s'),
    interval: shape_duration('5s'),
    ...requestInputs(),
    'bake-time': shape_duration(),
    deadline: shape_duration(),
    'judge-cold-start': shape_flag(false),
    'on-unknown': shape_oneOf(['fail', 'hold', 'warn']),
    'compare-url': shape_url(),
    'require-comparison': shape_flag(false),
    samples: integer(60, { min: 2, max: 5000 }),
    'max-latency-ratio': decimal(1.5, { min: 1.01, max: 100 }),
    'min-latency-delta': shape_duration('10ms'),
    'max-error-delta': decimal(undefined, { min: 0.001, max: 1 }),
    seed: integer(1, { min: 0, max: 4_294_967_295 }),
    'protection-bypass': shape_secret(),
    'trusted-sources': shape_flag(false),
    'trusted-audience': credentialInputs()['trusted-audience'],
    headers: shape_secret(),
    metrics: shape_text(),
    'metrics-secrets': shape_secret(),
    'baseline-deployment': shape_text(),
    'baseline-commit': shape_text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' }),
    'database-url': shape_secret(),
    ...vercelInputs({}),
    'plan-digest': shape_text(),
    'folder-digest': shape_text(),
    'dry-run': shape_flag(false),
};

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

;// CONCATENATED MODULE: ./packages/health/lib/gatus-condition.js
function gatusCondition({ left, operator, right, }) {
    if (left.place === 'HEADER')
        return { not: 'Gatus looks at no headers' };
    const place = placeOf(left);
    if (place === undefined)
        return { not: 'its paths have no such key' };
    if (!isIndex(left.path[0]) && isIndex(left.path[1]))
        return { not: 'Gatus crashes on an answer of another form' };
    const isEquality = operator === '==' || operator === '!=';
    const ofBody = left.place === 'BODY' && left.kind === 'place';
    if (ofBody && !isEquality && !cutsTheSame(operator, right))
        return { not: cutsOff(operator) };
    const value = operandOf(ofBody && left.path.length === 0 ? alsoQuoted(right) : right, isEquality, ofBody);
    if (value === undefined)
        return { not: 'it reads that value otherwise' };
    const said = `${place} ${operator} ${value}`;
    if (left.place !== 'BODY' || left.path.length === 0)
        return { conditions: [said] };
    const isHas = left.kind === 'has';
    const isObject = isIndex(left.path[0]) || (operator === '==' && !isHas) ? [] : ['[BODY] == pat({*)'];
    if (isHas)
        return { conditions: isAbsence(operator, right) ? [said] : [...isObject, said] };
    const isThere = operator === '==' ? [] : [`has(${placeOf({ ...left, kind: 'place' })}) == true`];
    return { conditions: [...isObject, ...isThere, said] };
}
function isAbsence(operator, [literal]) {
    return (operator === '==') === (literal?.kind === 'value' && literal.value === false);
}
function alsoQuoted(right) {
    return right.flatMap((one) => one.kind === 'value' && typeof one.value === 'string' ? [one, { ...one, value: `"${one.value}"` }] : [one]);
}
function cutsTheSame(operator, [literal]) {
    const limit = literal?.kind === 'value' ? Number(literal.value) : Number.NaN;
    return operator === '<' || operator === '>=' ? limit >= 1 : limit <= -1;
}
function cutsOff(operator) {
    const other = { '<=': '<', '>': '>=' }[operator];
    return `Gatus cuts fractions off${other === undefined ? '' : `; with ${other} it would be in it`}`;
}
function isIndex(step = '') {
    return /^\d+$/.test(step);
}
function placeOf({ kind, place, path }) {
    const steps = path.map((step) => isIndex(step) ? `[${step}]` : /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : undefined);
    if (steps.includes(undefined))
        return undefined;
    const whole = `[${place}]${steps.join('')}`;
    return kind === 'place' ? whole : `${kind}(${whole})`;
}
function operandOf(right, isEquality, ofBody) {
    const values = right.map((one) => {
        if (one.kind === 'pattern')
            return patternOf(one.pattern);
        const isLarge = ofBody && isEquality && Math.abs(Number(one.value)) >= 1e6;
        return isLarge ? undefined : plainOf(one.value, isEquality);
    });
    const [only] = values;
    if (only === undefined || values.includes(undefined))
        return undefined;
    if (values.length === 1)
        return only;
    return right.some(({ kind }) => kind === 'pattern') ? undefined : anyOf(values);
}
function plainOf(value, isEquality) {
    if (typeof value === 'number')
        return Number.isSafeInteger(value) ? String(value) : undefined;
    if (typeof value === 'boolean')
        return String(value);
    return value !== null && isEquality && /^("?)[\w.:/+-]+(?: [\w.:/+-]+)*\1$/.test(value) ? value : undefined;
}
function patternOf(pattern) {
    return /^[\w\s.:+*"'{}<>=,-]+$/.test(pattern) && !/ (?:[=!]=|[<>]=?) |\n/.test(pattern)
        ? `pat(${pattern})`
        : undefined;
}
function anyOf(words) {
    return words.length === 1 ? (words[0] ?? '') : `any(${words.join(', ')})`;
}

;// CONCATENATED MODULE: ./packages/health/lib/gatus.js



const INTERVAL = '60s';
function gatusFile(gate) {
    const lines = [
        '# Written by the health gate of Lockstep: the same paths and conditions, for Gatus (https://github.com/TwiN/gatus).',
        '# Add who is notified of a failure: https://github.com/TwiN/gatus#alerting',
        'endpoints:',
        ...namesOf(gate.paths).flatMap(([path, name]) => endpoint(gate, path, name)),
    ];
    return `${lines.join('\n')}\n`;
}
function namesOf(paths) {
    const seen = new Map();
    return paths.map((path) => {
        const key = path.toLowerCase().replace(/[/_., #+&]/g, '-');
        const earlier = seen.get(key) ?? 0;
        seen.set(key, earlier + 1);
        return [path, earlier === 0 ? path : `${path} (${earlier + 1})`];
    });
}
function endpoint(gate, path, name) {
    const { origin, host, requestTimeoutMs } = gate;
    const seen = gate.seen?.[path];
    const expected = gate.expectations[path];
    const format = expected?.format === 'auto' ? (seen?.format ?? 'auto') : (expected?.format ?? 'auto');
    const { conditions, left } = conditionsOf(expected && { ...expected, format }, gate.degraded);
    const headers = [
        ...(host === undefined ? [] : [['Host', host]]),
        ...(gate.isProtected ? [['x-vercel-protection-bypass', '${VERCEL_AUTOMATION_BYPASS_SECRET}']] : []),
    ];
    return [
        ...left.map((what) => `  # Not in it: ${what.replaceAll('$', '$$$$')}`),
        `  - name: ${literal(name)}`,
        `    group: ${literal(host ?? origin.host)}`,
        `    url: ${literal(onOrigin(seen?.landed ?? path, origin).href)}`,
        `    interval: ${INTERVAL}`,
        ...(headers.length === 0
            ? []
            : ['    headers:', ...headers.map(([name = '', value]) => `      ${name}: ${JSON.stringify(value)}`)]),
        '    client:',
        `      timeout: ${requestTimeoutMs}ms`,
        '      ignore-redirect: true',
        '    conditions:',
        ...conditions.map((one) => `      - ${literal(one)}`),
    ];
}
function literal(value) {
    return JSON.stringify(value.replaceAll('$', '$$$$'));
}
function conditionsOf(expected, degraded) {
    const accepted = degraded === 'fail' ? ['healthy'] : ['healthy', 'degraded'];
    const left = [];
    const conditions = new Set(expected === undefined ? [] : ofFormat(expected, accepted));
    if (expected?.format === 'auto')
        left.push('what the answers say of themselves; name the format of the path instead of `auto`');
    for (const condition of expected?.conditions ?? []) {
        const said = gatusCondition(condition);
        if ('not' in said)
            left.push(`${oneLine(condition.source)} (${said.not})`);
        else
            for (const one of said.conditions)
                conditions.add(one);
    }
    const { critical, advisory } = expected?.criticality ?? { critical: [], advisory: [] };
    if (critical.length + advisory.length > 0)
        left.push('critical-checks and advisory-checks, since Gatus knows no advisory check');
    return { conditions: conditions.size > 0 ? [...conditions] : ['[CONNECTED] == true'], left };
}
function ofFormat({ conditions, format }, accepted) {
    const named = formatNamed(format === 'auto' ? 'plain' : format);
    const codes = Array.from({ length: 500 }, (_, at) => at + 100).filter((code) => accepted.some((health) => named.statusFits(health, code)));
    const [first = 100, last = 599] = [codes[0], codes.at(-1)];
    const isNamed = conditions.some(({ left, operator }) => left.place === 'STATUS' && operator === '==');
    const status = isNamed
        ? []
        : first === last
            ? [`[STATUS] == ${first}`]
            : codes.length === 500
                ? []
                : [`[STATUS] >= ${first}`, `[STATUS] < ${last + 1}`];
    if (named.withoutChecks === true)
        return status;
    const isWell = (status) => {
        const { health } = named.read({ status });
        return health !== undefined && accepted.includes(health);
    };
    const words = isWell('no word of a format') ? [] : WORDS.filter(isWell);
    return words.length === 0 ? status : [...status, `[BODY].status == ${anyOf(words)}`];
}
const WORDS = ['healthy', 'degraded', 'alive', 'ready', 'ok', 'pass', 'warn', 'up', 'UP', 'UNKNOWN'];
function oneLine(text) {
    return text.replace(/\s+/g, ' ');
}

;// CONCATENATED MODULE: ./actions/health-gate/lib/look-ahead.js

async function lookAhead(values, plan, target, shell) {
    const { paths } = plan.rules;
    const asked = `${target.origin.origin}${target.host === undefined ? '' : ` as ${target.host}`}`;
    const monitor = (seen) => ({ gatus: monitorOf(values, plan, target, seen) });
    if (values.phase === 'pre')
        return valid(`the inputs are valid; would ask ${asked} for ${paths.join(', ')}, no request was sent`, monitor({}));
    const prober = openProber({ target, credentials: async () => ({}), proxyEnv: process.env });
    const exchanges = await Promise.all(paths.map((path) => prober.ask(path, plan.requestTimeoutMs, shell.signal))).finally(() => prober.close());
    const from = target.host === undefined ? target.origin : new URL(`${target.origin.protocol}//${target.host}`);
    const seen = {};
    for (const [index, exchange] of exchanges.entries()) {
        const [path, to] = [paths[index] ?? '', sentOnTo(exchange, from)];
        const expectations = plan.expectations[path];
        if (expectations === undefined)
            continue;
        const { because, class: answerClass, format } = judgeAnswer(exchange, expectations, undefined);
        if (exchange.kind === 'answer')
            seen[path] = { landed: exchange.landed, format };
        if (to === undefined)
            continue;
        if (answerClass === 'redirected')
            return redirected(`${from.origin}${path} is ${because}`, to);
        shell.log.info(`${from.origin}${path}: ${because}`);
    }
    return valid(`the inputs are valid; would ask ${asked} for ${paths.join(', ')}, and none redirects to another host`, monitor(seen));
}
function redirected(what, to) {
    const message = `${what}, so that every bake would fail there; set "url" (production-url in the workflows) to ${to}`;
    return { verdict: 'fail', reason: 'redirected', message };
}
function valid(message, outputs) {
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
}
function monitorOf(values, plan, { origin, host }, seen) {
    const { expectations, requestTimeoutMs, rules } = plan;
    const isProtected = values['protection-bypass'].reveal() !== '';
    return gatusFile({
        origin,
        host,
        paths: rules.paths,
        seen,
        expectations,
        degraded: rules.degraded,
        requestTimeoutMs,
        isProtected,
    });
}

;// CONCATENATED MODULE: ./actions/health-gate/lib/metrics-subject.js
function metricsSubject(inputs, times, shell) {
    return {
        ...buildsOf(inputs, shell),
        swap: swapSpan(shell),
        bakeMs: times.bakeMs,
        deadlineMs: times.deadlineMs,
        unnamed: (problems) => (inputs['dry-run'] ? [] : problems),
    };
}
function buildsOf(inputs, { journal }) {
    const release = journal?.exists() === true ? journal.read().release : undefined;
    return {
        candidate: {
            deployment: inputs['expect-deployment'] || undefined,
            commit: inputs['expect-commit'] || release?.commit || undefined,
        },
        baseline: {
            deployment: inputs['baseline-deployment'] || undefined,
            commit: inputs['baseline-commit'] || release?.commitBefore || undefined,
        },
    };
}
function swapSpan({ clock, journal }) {
    const now = clock.now();
    const entries = journal?.exists() === true ? journal.read().entries : [];
    const reached = entries.findLast((entry) => entry.kind === 'traffic' && entry.traffic === 'reached');
    const finished = entries.findLast((entry) => entry.kind === 'finished' && entry.action === 'alias-swap');
    const to = finished === undefined ? now : Date.parse(finished.at);
    return { from: reached === undefined ? to : Math.min(Date.parse(reached.at), to), to };
}

// EXTERNAL MODULE: ./packages/health/lib/conditions/parse.js + 1 modules
var parse = __nccwpck_require__(710955);
// EXTERNAL MODULE: ./packages/health/lib/conditions/tokens.js
var tokens = __nccwpck_require__(940057);
;// CONCATENATED MODULE: ./packages/action-kit/lib/gate-lines.js


function pathLine(line) {
    const [path = '', format, ...rest] = line.split(/[ \t]+/);
    if (!site_path_SITE_PATH.test(path) || path.includes('#') || rest.length > 0)
        return undefined;
    if (format === undefined)
        return { path, format: undefined };
    return isFormat(format) ? { path, format } : undefined;
}
function isFormat(value) {
    return value === 'auto' || formatNames.includes(value);
}
function conditionLine(line) {
    const [, path, rest = ''] = /^(\/[^ \t]*)[ \t]+(.*)$/.exec(line) ?? [undefined, undefined, line];
    try {
        return { path, condition: (0,parse/* parseCondition */.z)(rest) };
    }
    catch (error) {
        if (error instanceof tokens/* ConditionError */.i)
            throw new tokens/* ConditionError */.i(error.message, error.column + line.length - rest.length);
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/health-gate/lib/plan.js




const FAILURE_LIMIT = { pre: 0, post: 3 };
const BAKE_MS = { pre: 0, post: 120_000 };
const SETTLE_MS = 300_000;
function problemsOf(inputs) {
    return [
        ...listProblems(inputs),
        ...conditionProblems(inputs),
        ...addressProblems(inputs),
        ...timeProblems(inputs),
        ...comparisonProblems(inputs),
    ];
}
function problem(name, text) {
    return `input "${name}": ${text}`;
}
function listProblems(inputs) {
    const problems = [];
    const formats = ['auto', ...formatNames].join(', ');
    if (inputs.paths.length === 0)
        problems.push(problem('paths', 'expected at least one path'));
    for (const line of inputs.paths)
        if (pathLine(line) === undefined)
            problems.push(problem('paths', `expected "/path" or "/path FORMAT" (${formats}), got ${JSON.stringify(line)}`));
    const paths = inputs.paths.map((line) => pathLine(line)?.path);
    if (new Set(paths).size < paths.length)
        problems.push(problem('paths', 'expected each path once'));
    const known = ruleNames;
    for (const rule of inputs['allow-findings'])
        if (!known.includes(rule))
            problems.push(problem('allow-findings', `expected names of findings (${known.join(', ')}), got "${rule}"`));
    return problems;
}
function conditionProblems(inputs) {
    const paths = inputs.paths.map((line) => pathLine(line)?.path);
    return inputs.conditions.flatMap((line) => {
        try {
            const { path } = conditionLine(line);
            if (path === undefined || paths.includes(path))
                return [];
            return [problem('conditions', `${JSON.stringify(line)}: ${path} is not in "paths"`)];
        }
        catch (error) {
            if (!(error instanceof tokens/* ConditionError */.i))
                throw error;
            return [problem('conditions', `${JSON.stringify(line)}, column ${error.column}: ${error.message}`)];
        }
    });
}
function addressProblems(inputs) {
    const problems = [];
    for (const name of ['url', 'compare-url'])
        if (inputs[name]?.hostname.includes('*') === true)
            problems.push(problem(name, `expected a single host, got ${inputs[name].hostname}: use a host name that the wildcard covers`));
        else if (inputs[name] !== undefined && (inputs[name].username !== '' || inputs[name].password !== ''))
            problems.push(problem(name, 'expected no user name or password in it; send them with "headers"'));
    return [...problems, ...credentialProblems(inputs, 'use "host" to set the host')];
}
function timeProblems(inputs) {
    const problems = [];
    if (inputs.phase === 'pre' && inputs.metrics.trim() !== '')
        problems.push(problem('metrics', 'needs phase post: before the swap there is no traffic to measure'));
    if (inputs.phase === 'pre' && inputs['on-unknown'] === 'hold')
        problems.push(problem('on-unknown', 'expected fail or warn in phase pre: before the swap there is nothing to hold'));
    const bakeMs = bakeMsOf(inputs);
    const deadlineMs = deadlineMsOf(inputs);
    if (bakeMs >= deadlineMs)
        problems.push(problem('deadline', `expected more than bake-time (${(0,lib_duration/* formatDuration */.a)(bakeMs)}), got ${(0,lib_duration/* formatDuration */.a)(deadlineMs)}`));
    return problems;
}
function bakeMsOf(inputs) {
    return inputs['bake-time'] ?? BAKE_MS[inputs.phase];
}
function deadlineMsOf(inputs) {
    return inputs.deadline ?? bakeMsOf(inputs) + SETTLE_MS;
}
function comparisonProblems(inputs) {
    if (inputs.samples < FEWEST)
        return [problem('samples', `${inputs.samples} samples cannot decide; it needs ${FEWEST} per build`)];
    if (!inputs['require-comparison'])
        return [];
    const problems = [];
    if (inputs['compare-url'] === undefined)
        problems.push(problem('require-comparison', 'needs "compare-url", the immutable URL of the baseline'));
    const delta = inputs['max-error-delta'];
    const needed = delta === undefined ? 0 : errorSamples(delta);
    if (inputs.samples < needed)
        problems.push(problem('samples', `${inputs.samples} samples cannot decide on a max-error-delta of ${delta}; it needs ${needed} per build`));
    return problems;
}
function planOf(inputs) {
    const { phase } = inputs;
    const lines = inputs.paths.map(pathLine).filter((line) => line !== undefined);
    const conditions = inputs.conditions.map(conditionLine);
    const identity = {
        deployment: inputs['expect-deployment'] || undefined,
        commit: inputs['expect-commit'] || undefined,
    };
    const expectationsOf = ({ path, format }) => ({
        format: format ?? inputs.format,
        identity,
        identityHeader: inputs['identity-header'].toLowerCase() || undefined,
        conditions: conditions.filter((line) => (line.path ?? path) === path).map((line) => line.condition),
        criticality: { critical: inputs['critical-checks'], advisory: inputs['advisory-checks'] },
        maxAgeMs: inputs['max-age'],
        allowed: inputs['allow-findings'],
    });
    return {
        rules: {
            paths: lines.map((line) => line.path),
            successThreshold: inputs['success-threshold'],
            failureLimit: inputs['failure-limit'] ?? FAILURE_LIMIT[phase],
            errorLimit: inputs['error-limit'],
            bakeMs: bakeMsOf(inputs),
            deadlineMs: deadlineMsOf(inputs),
            degraded: inputs.degraded,
            availabilityFloor: inputs['availability-floor'] / 100,
            judgeColdStart: inputs['judge-cold-start'],
            identityAsked: identity.deployment !== undefined || identity.commit !== undefined,
        },
        expectations: Object.fromEntries(lines.map((line) => [line.path, expectationsOf(line)])),
        intervalMs: inputs.interval,
        requestTimeoutMs: inputs['request-timeout'],
        initialDelayMs: inputs['initial-delay'],
    };
}
function comparisonPlanOf(inputs, gate) {
    return {
        rules: {
            samples: inputs.samples,
            maxLatencyRatio: inputs['max-latency-ratio'],
            minLatencyDeltaMs: inputs['min-latency-delta'],
            maxErrorDelta: inputs['max-error-delta'] ?? findableDelta(inputs.samples),
        },
        paths: gate.rules.paths,
        expectations: gate.expectations,
        requestTimeoutMs: gate.requestTimeoutMs,
        deadlineMs: gate.rules.deadlineMs,
        seed: inputs.seed,
    };
}

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
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
    const value = evidence_parse(text);
    if (typeof value !== 'object' || value === null || value.kind !== 'lockstep-evidence/1')
        throw new InputError('evidence: not Lockstep evidence; pass the output "evidence" of health-gate as it is');
    const { digest, ...content } = value;
    const actual = digestOf(content);
    if (digest !== actual)
        throw new InputError(`evidence: changed after it was sealed (digest ${digest}, content ${actual}); run the gate again`);
    return value;
}
function digestOf(content) {
    return `sha256:${(0,external_node_crypto_().createHash)('sha256').update(canonicalJson(content)).digest('hex')}`;
}
function evidence_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new InputError('evidence: not readable as JSON; pass the output "evidence" of health-gate as it is', {
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __nccwpck_require__(896818);
;// CONCATENATED MODULE: ./packages/health/lib/plot.js
const blocks = '▁▂▃▄▅▆▇█';
const STRIP_LENGTH = 60;
const CHART_POINTS = 60;
const COLORS = ['#1f7ae0', '#d9730d', '#2da44e', '#a855f7', '#d1242f', '#808080'];
const COLOR_NAMES = ['blue', 'orange', 'green', 'purple', 'red', 'gray'];
function strip(marks) {
    const shown = marks.slice(-STRIP_LENGTH);
    const most = Math.max(1, ...shown.filter((mark) => mark.kind === 'success').map((mark) => mark.ms));
    return shown
        .map(({ ms, kind }) => {
        if (kind !== 'success')
            return kind === 'failure' ? 'x' : '?';
        return blocks[Math.min(blocks.length - 1, Math.floor((ms / most) * blocks.length))] ?? '';
    })
        .join('');
}
function chart(title, axis, lines) {
    const drawn = lines.filter((line) => line.values.length > 1);
    if (drawn.length === 0)
        return undefined;
    const top = Math.max(10, ...drawn.flatMap((line) => line.values));
    const [label, from, to] = axis;
    const text = (value) => `"${value.replace(/["\n]/g, ' ')}"`;
    return [
        '```mermaid',
        `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${COLORS.join(', ')}"}}}}%%`,
        'xychart-beta',
        `  title ${text(title)}`,
        `  x-axis ${text(label)} ${from} --> ${to}`,
        `  y-axis "ms" 0 --> ${Math.ceil(top * 1.1)}`,
        ...drawn.map((line) => `  line [${thin(line.values)
            .map((value) => Math.round(value * 10) / 10)
            .join(', ')}]`),
        '```',
        drawn.length === 1
            ? ''
            : `Lines: ${drawn.map(({ name }, at) => `${name} ${COLOR_NAMES[at % COLORS.length]}`).join(', ')}.`,
    ]
        .join('\n')
        .trimEnd();
}
function thin(values) {
    const step = Math.ceil(values.length / CHART_POINTS);
    if (step === 1)
        return values;
    return Array.from({ length: Math.ceil(values.length / step) }, (_, index) => Math.max(...values.slice(index * step, (index + 1) * step)));
}
function percentiles(values) {
    const sorted = [...values].sort((a, b) => a - b);
    if (sorted.length === 0)
        return [];
    return Array.from({ length: 19 }, (_, index) => sorted[Math.floor(((index + 1) / 20) * sorted.length)] ?? 0);
}

// EXTERNAL MODULE: ./packages/health/lib/metrics/judge-reading.js
var judge_reading = __nccwpck_require__(987762);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/metrics-summary.js



const ROWS = 20;
function metricsTable(metrics) {
    if (metrics.length === 0)
        return [];
    return [
        markdownTable(['Metric', 'Last', 'Expected', 'Each reading: value, `x` failure, `?` unknown', 'Why'], metrics.map((metric) => [
            `${lib_verdict/* VERDICT_MARKS */.r[metric.verdict]} ${metrics_summary_plain(metric.name)}${metric.critical ? '' : ' (advisory)'}`,
            lastOf(metric.readings),
            code(metric.expected),
            metric.readings.length === 0 ? '–' : `\`${stripOf(metric.readings)}\``,
            metrics_summary_plain(metric.verdict === 'pass' ? metric.message : `${metric.reason}: ${metric.message}`),
        ])),
    ];
}
function readingsTable(metrics) {
    const all = metrics.flatMap((metric) => metric.readings.map((reading) => ({ metric, reading })));
    if (all.length === 0)
        return [];
    const shown = [...all].sort((a, b) => a.reading.at.localeCompare(b.reading.at)).slice(-ROWS);
    const rows = shown.map(({ metric, reading }) => [
        reading.at.slice(11, 19),
        metrics_summary_plain(metric.name),
        `${reading.from.slice(11, 19)} – ${reading.to.slice(11, 19)}`,
        reading.reason,
        metrics_summary_plain(reading.message),
    ]);
    const hidden = all.length - shown.length;
    const title = hidden === 0 ? '' : `The last ${shown.length} readings; the ${hidden} before them are in the report.\n\n`;
    return [`${title}${markdownTable(['Read (UTC)', 'Metric', 'Window', 'Result', 'Why'], rows)}`];
}
function lastOf(readings) {
    const value = readings.findLast((reading) => reading.value !== undefined)?.value;
    return value === undefined ? '–' : (0,judge_reading/* showNumber */.Zo)(value);
}
function stripOf(readings) {
    const most = Math.max(Number.MIN_VALUE, ...readings.map(({ value }) => value ?? 0));
    return strip(readings.map(({ outcome, value }) => ({
        ms: ((value ?? 0) / most) * 100,
        kind: outcome === 'fail' ? 'failure' : outcome === 'pass' ? 'success' : 'error',
    })));
}
function code(text) {
    return `\`${text.replace(/[`|\n]/g, '')}\``;
}
function metrics_summary_plain(text) {
    return (0,lines/* oneLine */.T)(text).replace(/[\\`*_{}[\]<>|#@]/g, (mark) => `\\${mark}`);
}

;// CONCATENATED MODULE: ./packages/health/lib/summary.js





const summary_ROWS = 30;
const CAUSES = 5;
const CHARTED = 20;
function summaryOf(report) {
    const { comparison, message, metrics, phase, reason, verdict } = report;
    const title = `### ${lib_verdict/* VERDICT_MARKS */.r[verdict]} Health gate (${phase})`;
    return [
        verdict === 'pass' ? `${title}: ${plainText(message)}` : `${title}: ${verdict}, ${reason}\n\n${plainText(message)}`,
        markdownTable(['Path', 'Probes', 'Median', 'p95', 'Max', 'Each probe: latency, `x` failure, `?` error'], report.paths.map((path) => [
            `${lib_verdict/* VERDICT_MARKS */.r[verdictOfPath(report, path)]} ${summary_code(path.path)}${path.format === undefined ? '' : ` (${path.format})`}`,
            probesOf(path),
            ...summary_latencyOf(path),
            path.probes === 0 ? '–' : `\`${summary_stripOf(report, path.path)}\``,
        ])),
        ...metricsTable(metrics),
        ...(verdict === 'pass' ? [] : causes(report)),
        ...(comparison === undefined ? [] : [comparisonLine(comparison)]),
        fold(`${(0,lists/* count */.U9)(report.probes.length, 'probe')}, one by one`, [
            ...identities(report),
            `Proof: ${plainText(report.proof)}`,
            ...[latencies(report)].filter((block) => block !== undefined),
            ...(comparison === undefined ? [] : percentileChart(comparison)),
            probes(report),
            ...readingsTable(metrics),
        ]),
    ];
}
function verdictOfPath(report, { path, probes, successes }) {
    if (report.path === path)
        return report.verdict;
    return report.verdict === 'pass' || (probes > 0 && successes === probes) ? 'pass' : 'unknown';
}
function probesOf({ successes, failures, errors }) {
    const parts = [
        `${successes} ok`,
        failures > 0 ? `**${failures} failed**` : '',
        errors > 0 ? `**${(0,lists/* count */.U9)(errors, 'error')}**` : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function summary_latencyOf({ latency }) {
    return [latency?.median, latency?.p95, latency?.max].map((ms) => (ms === undefined ? '–' : `${ms} ms`));
}
function causes(report) {
    const found = new Map();
    for (const probe of report.probes) {
        if (probe.warmUp || kindOf(probe.class, report.rules.degraded) === 'success')
            continue;
        const key = JSON.stringify([probe.path, probe.class, probe.status, probe.because]);
        const known = found.get(key);
        if (known === undefined)
            found.set(key, { first: probe, times: 1 });
        else
            known.times++;
    }
    if (found.size < 2)
        return [];
    const all = [...found.values()].sort((a, b) => b.times - a.times);
    const rows = all
        .slice(0, CAUSES)
        .map(({ first, times }) => [
        summary_code(first.path),
        first.class,
        first.status === undefined ? '' : String(first.status),
        String(times),
        first.at.slice(11, 19),
        plainText(first.because),
    ]);
    const rest = all.length - rows.length;
    const table = markdownTable(['Failed path', 'Class', 'HTTP', 'Times', 'First (UTC)', 'Why'], rows);
    return [rest > 0 ? `${table}\n\n… and ${(0,lists/* count */.U9)(rest, 'more cause', 'more causes')} in the report` : table];
}
function fold(title, blocks) {
    return [`<details><summary>${title}</summary>`, ...blocks, '</details>'].join('\n\n');
}
function summary_stripOf(report, path) {
    return strip(judged(report, path).map((probe) => ({ ms: probe.ms, kind: kindOf(probe.class, report.rules.degraded) })));
}
function judged(report, path) {
    return report.probes.filter((probe) => probe.path === path && !probe.warmUp);
}
function latencies(report) {
    const lines = report.paths.map((path) => ({
        name: summary_code(path.path),
        values: judged(report, path.path).map((probe) => probe.ms),
    }));
    const rounds = Math.max(0, ...lines.map((line) => line.values.length));
    return rounds < CHARTED ? undefined : chart('Latency of each probe', ['probe', 1, rounds], lines);
}
function identities(report) {
    if (report.identities.length < 2)
        return [];
    const rows = report.identities.map((span) => [
        plainText(showIdentity(span.identity)),
        new Date(span.from).toISOString(),
        new Date(span.to).toISOString(),
        String(span.answers),
    ]);
    return [markdownTable(['Build that answered', 'From', 'To', 'Answers'], rows)];
}
function comparisonLine(compared) {
    const weight = compared.required ? 'decides' : 'advisory';
    const heading = `${lib_verdict/* VERDICT_MARKS */.r[compared.verdict]} Compared with the baseline ${summary_code(compared.baseline)} (${weight}): ${compared.verdict}`;
    return `${heading}. ${plainText(compared.message)}`;
}
function percentileChart({ baselineMs, candidateMs }) {
    if (Math.min(baselineMs.length, candidateMs.length) < CHARTED)
        return [];
    const picture = chart('Latency by percentile', ['percentile', 5, 95], [
        { name: 'candidate', values: percentiles(candidateMs) },
        { name: 'baseline', values: percentiles(baselineMs) },
    ]);
    return picture === undefined ? [] : [picture];
}
function probes(report) {
    const shown = report.probes.slice(-summary_ROWS);
    const hidden = report.probes.length - shown.length;
    const title = hidden === 0 ? '' : `The last ${shown.length} probes; the ${hidden} before them are in the report.\n\n`;
    return `${title}${probeTable(shown)}`;
}
function probeTable(probes) {
    const rows = probes.map((probe) => [
        probe.at.slice(11, 23),
        summary_code(probe.path),
        probe.warmUp ? `warm-up, ${wordOf(probe)}` : wordOf(probe),
        probe.status === undefined ? '' : String(probe.status),
        `${Math.round(probe.ms)} ms`,
        plainText([
            probe.because,
            ...probe.findings.filter((finding) => finding.weight === 'note').map((finding) => finding.message),
        ].join('; ')),
    ]);
    return markdownTable(['Time (UTC)', 'Path', 'Class', 'HTTP', 'Took', 'Why'], rows);
}
function summary_code(text) {
    return `\`${text.replace(/[`|\n]/g, '')}\``;
}
function plainText(text) {
    return (0,lines/* oneLine */.T)(text).replace(/[\\`*_{}[\]<>|#@]/g, (mark) => `\\${mark}`);
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

;// CONCATENATED MODULE: ./packages/base/lib/xml.js

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function xmlQuoted(text) {
    const allowed = plainLine(text).replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    const marked = allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
    return `"${marked.replaceAll('##[', '#&#35;[')}"`;
}

;// CONCATENATED MODULE: ./packages/health/lib/junit.js

function junitOf(report) {
    const cases = report.paths.map((path) => {
        const own = report.probes.filter((probe) => probe.path === path.path);
        const decided = report.path === path.path;
        return {
            name: `${path.path} answers well`,
            seconds: own.reduce((sum, probe) => sum + probe.ms, 0) / 1000,
            state: decided ? report.verdict : path.successes > 0 ? 'pass' : 'unknown',
            message: decided ? report.message : 'was not settled when the gate ended',
        };
    });
    if (report.comparison !== undefined) {
        const { verdict, message, required } = report.comparison;
        const state = required || verdict === 'pass' ? verdict : 'advisory';
        cases.push({ name: 'no worse than the baseline', seconds: 0, state, message });
    }
    for (const { critical, message, name, verdict } of report.metrics)
        cases.push({
            name: `metric ${name}`,
            seconds: 0,
            state: critical || verdict === 'pass' ? verdict : 'advisory',
            message,
        });
    const seconds = (Date.parse(report.endedAt) - Date.parse(report.startedAt)) / 1000;
    cases.push({ name: 'the gate', seconds, state: report.verdict, message: report.message });
    const many = (state) => cases.filter((one) => one.state === state).length;
    const suite = `health-gate ${report.phase} ${report.asked}`;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites><testsuite name=${xmlQuoted(suite)} tests="${cases.length}" failures="${many('fail')}" errors="${many('unknown')}" skipped="${many('advisory')}" time="${seconds}" timestamp=${xmlQuoted(report.startedAt)}>`,
        ...cases.map((one) => caseXml(one, suite)),
        '</testsuite></testsuites>',
        '',
    ].join('\n');
}
function caseXml({ name, seconds, state, message }, suite) {
    const element = { pass: undefined, fail: 'failure', unknown: 'error', advisory: 'skipped' }[state];
    const inner = element === undefined ? '' : `<${element} message=${xmlQuoted(message)}/>`;
    return `<testcase classname=${xmlQuoted(suite)} name=${xmlQuoted(name)} time="${seconds.toFixed(3)}">${inner}</testcase>`;
}

;// CONCATENATED MODULE: ./actions/health-gate/lib/publish.js




function onUnknown(inputs) {
    return inputs['on-unknown'] || (inputs.phase === 'pre' ? 'fail' : 'hold');
}
function publish(report, inputs, shell) {
    const { verdict, reason, message, comparison } = report;
    shell.log.info(`proof: ${report.proof}`);
    if (comparison !== undefined) {
        const line = `comparison (${comparison.required ? 'decides' : 'advisory'}): ${comparison.verdict}, ${comparison.message}`;
        if (comparison.required || comparison.verdict === 'pass')
            shell.log.info(line);
        else
            shell.log.warning(line);
    }
    for (const metric of report.metrics) {
        const line = lineOf(metric);
        if (metric.critical || metric.verdict === 'pass')
            shell.log.info(line);
        else
            shell.log.warning(line);
    }
    if (verdict === 'pass' && isDegraded(report))
        shell.log.warning(message);
    for (const noted of notesOf(report))
        shell.log.notice(noted);
    for (const block of summaryOf(report))
        shell.summary.add(block);
    const policy = onUnknown(inputs);
    if (verdict === 'unknown' && policy === 'hold')
        shell.journal?.held(reason);
    const last = report.identities.at(-1)?.identity;
    const identity = { deployment: last?.deployment ?? null, commit: last?.commit ?? null };
    const folder = (0,external_node_path_.join)(shell.env.tempDir, 'lockstep', 'health-gate', shell.instance);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const clean = (0,redact/* redactData */.Ed)(report);
    const write = (name, text) => {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), text);
        return (0,external_node_path_.join)(folder, name);
    };
    return {
        verdict,
        reason,
        message,
        passes: verdict === 'pass' || (verdict === 'unknown' && policy === 'warn'),
        outputs: {
            evidence: evidenceOf(report, identity, inputs, shell),
            identity,
            proof: report.proof,
            'report-path': write('report.json', `${JSON.stringify(clean, null, 2)}\n`),
            'junit-path': write('junit.xml', junitOf(clean)),
            'first-failure': report.firstFailure ?? '',
            metrics: metricsOutput(report.metrics),
            'metrics-line': report.metrics.map((metric) => `${metric.name} ${metric.verdict}`).join(', '),
        },
    };
}
function lineOf({ critical, message, name, reason, verdict }) {
    return `metric ${name} (${critical ? 'critical' : 'advisory'}): ${verdict}, ${reason}, ${message}`;
}
function metricsOutput(metrics) {
    if (metrics.length === 0)
        return '';
    return metrics.map(({ readings, ...metric }) => ({
        ...metric,
        value: readings.findLast((one) => one.value !== undefined)?.value ?? null,
    }));
}
function isDegraded({ probes, rules }) {
    return rules.degraded === 'warn' && probes.some((probe) => !probe.warmUp && probe.class === 'degraded');
}
function notesOf(report) {
    const notes = new Map();
    for (const { path, findings } of report.probes)
        for (const { rule, weight, message } of findings) {
            if (weight !== 'note')
                continue;
            const known = notes.get(rule);
            if (known === undefined)
                notes.set(rule, { paths: new Set([path]), message });
            else
                known.paths.add(path);
        }
    return [...notes].map(([rule, { paths, message }]) => `${[...paths].join(', ')}: ${rule}, ${message}`);
}
function evidenceOf(report, identity, inputs, shell) {
    const compared = report.comparison === undefined ? {} : { comparison: report.comparison.verdict };
    const metrics = Object.fromEntries(report.metrics.map(({ name, verdict }) => [`metric:${name}`, verdict]));
    return sealEvidence({
        ...identity,
        planDigest: inputs['plan-digest'] || null,
        folderDigest: inputs['folder-digest'] || null,
        verdicts: { [`health-gate:${report.phase}`]: report.verdict, ...compared, ...metrics },
        run: shell.env.runUrl,
        at: report.endedAt,
    });
}

;// CONCATENATED MODULE: ./actions/health-gate/lib/run.js










const action = defineAction({ name: 'health-gate', inputs: inputs, check: problemsOf, run });
async function run(values, shell) {
    try {
        return await ask(values, shell);
    }
    catch (error) {
        const cancelled = error instanceof errors/* CancelledError */.cc || shell.signal.aborted;
        if (!cancelled && onUnknown(values) === 'hold')
            shell.journal?.held('gate-error');
        throw error;
    }
}
async function ask(values, shell) {
    if (values.url === undefined)
        throw new errors/* InputError */.dz('input "url": required, expected a URL');
    const { phase, host } = values;
    const { clock, signal, log } = shell;
    const plan = planOf(values);
    const candidate = { origin: new URL(values.url.origin), host: host || undefined };
    const asked = host === '' ? candidate.origin.origin : `${candidate.origin.origin} as ${host}`;
    const watch = await metricsOf(values, metricsSubject(values, plan.rules, shell), shell);
    if (values['dry-run'])
        return await lookAhead(values, plan, candidate, shell);
    const credentials = credentialsOf(values, shell);
    const using = async (target, keepAlive, work) => {
        const prober = openProber({ target, credentials, keepAlive, proxyEnv: process.env });
        return await work(prober).finally(() => prober.close());
    };
    const probe = (endedBy) => using(candidate, false, (prober) => runGate(plan, { prober, clock, signal, log, ...(endedBy && { endedBy }) }));
    const { gate, metrics } = await log.group(`Asking ${asked} for ${plan.rules.paths.join(', ')}`, async () => watch === undefined ? { gate: await probe(), metrics: [] } : await watch.beside(probe));
    const { ending, compared } = await against({ values, plan, candidate, using }, gate, shell);
    const report = reportOn({ asked, phase, rules: plan.rules }, { ...gate, ending }, { compared, metrics });
    return publish(report, values, shell);
}
async function against({ candidate, plan, using, values }, gate, { clock, signal, log }) {
    const url = values['compare-url'];
    if (url === undefined || gate.ending.verdict === 'fail')
        return { ending: gate.ending, compared: undefined };
    return await using({ origin: new URL(url.origin), host: undefined }, true, async (baseline) => {
        if (gate.ending.verdict === 'unknown') {
            const world = { baseline, clock, signal };
            return { ending: await withControl(gate.ending, plan, world), compared: undefined };
        }
        log.info(`comparing with ${url.origin}: at most ${values.samples} pairs of probes`);
        const run = await using(candidate, true, (prober) => runComparison(comparisonPlanOf(values, plan), { candidate: prober, baseline, clock, signal }));
        return { ending: gate.ending, compared: { baseline: url.origin, required: values['require-comparison'], run } };
    });
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
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
/* unused harmony export describeTry */
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
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* unused harmony export nameSome */
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

/***/ 1015763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Js: () => (/* binding */ testCounts)
/* harmony export */ });
/* unused harmony exports FALSE_ALARM, MISS, spendOf */
/* harmony import */ var _compare_normal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(428108);
/* harmony import */ var _usual_rate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(840944);


const FALSE_ALARM = 0.02;
const MISS = 0.01;
const AFTER = 0.1;
function spendOf({ bakeMs, intervalMs, sinceMs }) {
    if (sinceMs > bakeMs)
        return (FALSE_ALARM * AFTER) / 2 ** Math.ceil((sinceMs - bakeMs) / intervalMs);
    const within = FALSE_ALARM * (1 - AFTER);
    const by = (ms) => (ms <= 0 ? 0 : 2 * (0,_compare_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .upperTail */ .f)((0,_compare_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .upperQuantile */ .k)(within / 2) / Math.sqrt(ms / bakeMs)));
    return by(sinceMs) - by(sinceMs - intervalMs);
}
function testCounts({ bad, all }, usual, rule) {
    const { detect, sinceMs } = rule;
    const { atLeast, count: expected } = (0,_usual_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedOf */ .EX)(usual, all, sinceMs);
    const count = Math.round(bad);
    const p = atLeast(count, 1);
    const isNearer = bad >= expected * Math.sqrt(detect);
    if (p <= spendOf(rule) && isNearer)
        return { outcome: 'worse', expected, p };
    const asBad = 1 - atLeast(count + 1, detect);
    return { outcome: asBad <= MISS ? 'not-worse' : 'undecided', expected, p };
}


/***/ }),

/***/ 987762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Zo: () => (/* binding */ showNumber),
/* harmony export */   gx: () => (/* binding */ judgeReading)
/* harmony export */ });
/* unused harmony exports samplesOf, measuredValue */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(984731);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(672435);
/* harmony import */ var _conditions_evaluate_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(736508);
/* harmony import */ var _counts_test_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1015763);
/* harmony import */ var _metric_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(640894);




const LATE_MS = 15_000;
function judgeReading(metric, facts) {
    const { measured, span, at, since } = facts;
    const bare = {
        at,
        span,
        lasts: measured.kind === 'not-available',
        value: undefined,
        ratio: undefined,
        samples: undefined,
    };
    const not = (outcome, reason, message) => ({
        ...bare,
        outcome,
        reason,
        message,
    });
    if (measured.kind === 'error')
        return not('error', 'metric-error', measured.what);
    if (measured.kind === 'not-available')
        return not('undecided', 'metric-not-available', measured.what);
    if (measured.kind === 'empty')
        return not('undecided', 'metric-empty', measured.what);
    if (measured.kind === 'counts' && !areCounts(measured))
        return not('error', 'metric-error', `${showNumber(measured.bad)} bad events of ${showNumber(measured.all)} are no counts; check "query" and "of"`);
    const began = measured.kind === 'value' ? (measured.from ?? span.from) : span.from;
    if (metric.about !== 'baseline' && began < since)
        return not('undecided', 'metric-window-before-swap', `its window began ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(since - began)} before the swap was finished, so that it is partly about the build before`);
    if (measured.newestAt !== undefined && measured.newestAt < span.to - LATE_MS)
        return not('undecided', 'metric-late-data', `the newest data is ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(span.to - measured.newestAt)} older than the end of the window; raise "delay" if that is usual`);
    return judgeNumbers(metric, facts, measured);
}
function areCounts({ all, bad }) {
    return bad >= 0 && all >= 0 && bad <= all * 1.05 + 1;
}
function judgeNumbers(metric, facts, measured) {
    const samples = samplesOf(measured);
    const value = measuredValue(measured);
    const ratio = ratioOf(metric, value, measured, facts.baseline);
    const bare = { at: facts.at, span: facts.span, lasts: false, value, ratio, samples };
    const seen = shown(value, ratio, samples, measured);
    const undecided = (reason, message, lasts = false) => ({
        ...bare,
        outcome: 'undecided',
        reason,
        lasts,
        message,
    });
    if (metric.minSamples > 0 && (samples ?? 0) < metric.minSamples)
        return undecided('metric-too-few-samples', samples === undefined
            ? `${seen}; the source does not say of how many samples`
            : `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(samples, 'sample')}; "min-samples" needs ${metric.minSamples}`);
    if (value === undefined)
        return undecided('metric-too-few-samples', 'no events in the window');
    if ((0,_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .uses */ .r9)(metric, 'SAMPLES') && samples === undefined)
        return undecided('metric-too-few-samples', `${seen}; the source does not say of how many samples`);
    if ((0,_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .usesRatio */ .QR)(metric) && ratio === undefined)
        return undecided('metric-no-baseline', `${seen}; the baseline has no value to compare with`, true);
    const test = judgeCounts(metric, facts, measured);
    if (test === 'no-baseline')
        return undecided('metric-no-baseline', `${seen}; too little is known of the time before the swap`);
    const measures = { VALUE: value, RATIO: ratio, SAMPLES: samples };
    const failed = metric.failure !== undefined && (0,_conditions_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .meets */ .D)(metric.failure, measures);
    const succeeded = metric.success === undefined ? undefined : (0,_conditions_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .meets */ .D)(metric.success, measures);
    if (failed)
        return {
            ...bare,
            outcome: 'fail',
            reason: 'metric-failed',
            message: `${seen}; fails on ${metric.failure?.source}`,
        };
    if (test?.outcome === 'worse')
        return { ...bare, outcome: 'fail', reason: 'metric-failed', message: `${seen}; ${test.message}` };
    if (succeeded === false && metric.failure === undefined)
        return {
            ...bare,
            outcome: 'fail',
            reason: 'metric-failed',
            message: `${seen}; expected ${metric.success?.source}`,
        };
    if (succeeded === false)
        return undecided('metric-undecided', `${seen}; meets neither condition`);
    if (test?.outcome === 'undecided')
        return undecided('metric-undecided', `${seen}; ${test.message}`);
    return { ...bare, outcome: 'pass', reason: 'metric-met', message: seen };
}
function judgeCounts(metric, { bakeMs, since, span, usual }, measured) {
    if (metric.detect === undefined)
        return undefined;
    if (usual === undefined || measured.kind !== 'counts')
        return 'no-baseline';
    const { outcome, expected, p } = (0,_counts_test_js__WEBPACK_IMPORTED_MODULE_4__/* .testCounts */ .Js)(measured, usual, {
        detect: metric.detect,
        sinceMs: span.to - since,
        bakeMs,
        intervalMs: metric.intervalMs,
    });
    const usually = `usual is ${percent(usual.rate)}, ${showNumber(expected)} of as many (p ${p < 0.0001 ? 'below 0.0001' : p.toFixed(4)})`;
    const message = outcome === 'undecided' ? `${usually}; too few events to exclude ${metric.detect} times that` : usually;
    return { outcome, message };
}
function samplesOf(measured) {
    if (measured.kind === 'counts')
        return measured.all;
    return measured.kind === 'value' ? measured.samples : undefined;
}
function measuredValue(measured) {
    if (measured?.kind === 'counts')
        return measured.all === 0 ? undefined : measured.bad / measured.all;
    return measured?.kind === 'value' ? measured.value : undefined;
}
function ratioOf(metric, value, measured, asked) {
    const few = asked !== undefined && metric.minSamples > 0 && (samplesOf(asked) ?? 0) < metric.minSamples;
    const baseline = few
        ? undefined
        : (measuredValue(asked) ?? (measured.kind === 'value' ? measured.baseline : undefined));
    if (baseline === undefined || value === undefined)
        return undefined;
    if (baseline === 0)
        return value === 0 ? 1 : undefined;
    return value / baseline;
}
function shown(value, ratio, samples, measured) {
    const counts = measured.kind === 'counts' ? `${showNumber(measured.bad)} of ${showNumber(measured.all)}` : undefined;
    const parts = [
        value === undefined ? 'no value' : `value ${showNumber(value)}`,
        ratio === undefined ? '' : `${showNumber(ratio)} times the baseline`,
        counts ?? (samples === undefined ? '' : `of ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(Math.round(samples), 'sample')}`),
        measured.kind === 'value' ? (measured.detail ?? '') : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function showNumber(value) {
    return String(Number(value.toPrecision(4)));
}
function percent(share) {
    return `${showNumber(share * 100)} %`;
}


/***/ }),

/***/ 640894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ usesRatio),
/* harmony export */   r7: () => (/* binding */ buildNames),
/* harmony export */   r9: () => (/* binding */ uses),
/* harmony export */   yo: () => (/* binding */ subjects)
/* harmony export */ });
const subjects = ['candidate', 'baseline', 'window'];
const buildNames = ['deployment', 'commit'];
function usesRatio(metric) {
    return uses(metric, 'RATIO');
}
function uses({ success, failure }, place) {
    return [success, failure].some((condition) => condition?.left.place === place);
}


/***/ }),

/***/ 840944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qB: () => (/* binding */ SLICES),
  EX: () => (/* binding */ expectedOf),
  sB: () => (/* binding */ usualOf)
});

// UNUSED EXPORTS: FEWEST_SLICES

;// CONCATENATED MODULE: ./packages/health/lib/metrics/negative-binomial.js
function atLeast(count, mean, s) {
    if (count <= 0)
        return 1;
    if (mean <= 0)
        return 0;
    if (count > mean)
        return Math.min(1, tail(count, mean, s, 1));
    return Math.max(0, 1 - tail(count - 1, mean, s, -1));
}
function tail(from, mean, s, step) {
    const size = sizeOf(mean, s);
    let term = Math.exp(logChance(from, mean, size));
    let total = 0;
    for (let k = from; k >= 0 && (term > total * 1e-12 || total === 0); k += step) {
        total += term;
        const share = size === Number.POSITIVE_INFINITY ? mean : mean / (mean + size);
        const weight = (at) => (size === Number.POSITIVE_INFINITY ? 1 : at + size);
        term = step === 1 ? (term * share * weight(k)) / (k + 1) : (term * k) / (share * weight(k - 1));
        if (term === 0)
            break;
    }
    return total;
}
function logChanceOf(count, mean, s) {
    return logChance(count, mean, sizeOf(mean, s));
}
function sizeOf(mean, s) {
    return s * mean < 1e-6 ? Number.POSITIVE_INFINITY : 1 / s;
}
function logChance(k, mean, size) {
    if (size === Number.POSITIVE_INFINITY)
        return k * Math.log(mean) - mean - logGamma(k + 1);
    return (logGamma(k + size) -
        logGamma(size) -
        logGamma(k + 1) -
        size * Math.log1p(mean / size) +
        k * Math.log(mean / (mean + size)));
}
function logGamma(x) {
    let shift = 0;
    let at = x;
    for (; at < 7; at++)
        shift += Math.log(at);
    const inverse = 1 / (at * at);
    const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
    return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/usual-rate.js

const SLICES = 24;
const FEWEST_SLICES = 6;
const WANDERINGS = [0.02, 0.06, 0.12, 0.2, 0.35, 0.6, 1];
const BACK_MS = [60_000, 300_000];
const HICCUP = 2.5;
const HICCUPS = 8;
function usualOf(slices, sliceMs, floor) {
    const counted = slices.filter(({ all }) => all > 0);
    if (counted.length < FEWEST_SLICES)
        return undefined;
    const middle = Math.max(floor, middleOf(counted.map(({ all, bad }) => bad / all)));
    const steady = withoutHiccups(slices, middle);
    const [bad, all] = [sum(steady.map((slice) => slice.bad)), sum(steady.map((slice) => slice.all))];
    const rate = Math.max(floor, bad / all);
    const followed = BACK_MS.flatMap((backMs) => WANDERINGS.map((wandering) => follow(steady, { sliceMs, rate, wandering, backMs })));
    const best = Math.max(...followed.map(({ foresaw }) => foresaw));
    const weights = followed.map(({ foresaw }) => Math.exp(foresaw - best));
    const whole = sum(weights);
    return {
        rate,
        floor,
        sliceMs,
        unknown: 1 / (rate * all),
        wanderers: followed.map(({ foresaw: _, ...one }, index) => ({ ...one, weight: (weights[index] ?? 0) / whole })),
    };
}
function middleOf(rates) {
    return [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
}
function withoutHiccups(slices, middle) {
    const most = slices.map(({ all }) => {
        const mean = middle * all;
        return mean + HICCUP * Math.sqrt(mean + 0.05 * mean ** 2);
    });
    const above = (index) => (slices[index]?.bad ?? 0) / (most[index] ?? 1);
    const hiccups = slices
        .map((_, index) => index)
        .filter((index) => above(index) > 1)
        .sort((a, b) => above(b) - above(a))
        .slice(0, Math.floor(slices.length / HICCUPS));
    return slices.map(({ all, bad }, index) => ({ all, bad: hiccups.includes(index) ? (most[index] ?? bad) : bad }));
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
function leftIn(time) {
    return (1 - Math.exp(-time)) / time;
}
function wanderingIn(time) {
    return (2 * (time - 1 + Math.exp(-time))) / time ** 2;
}
function follow(slices, { backMs, rate: usual, sliceMs, wandering }) {
    const length = sliceMs / backMs;
    const spread = wandering ** 2 * wanderingIn(length);
    const stays = leftIn(length) ** 2 / wanderingIn(length);
    let [rate, unknown, foresaw] = [usual, spread, 0];
    for (const { all, bad } of slices) {
        rate = rate ** stays * usual ** (1 - stays);
        unknown = stays ** 2 * unknown + (1 - stays ** 2) * spread;
        if (all === 0)
            continue;
        const count = Math.round(bad);
        foresaw += logChanceOf(count, all * rate, unknown);
        const shape = 1 / unknown + count;
        rate = shape / (1 / unknown / rate + all);
        unknown = 1 / shape;
    }
    return { wandering, backMs, rate, unknown, foresaw };
}
function expectedOf(usual, all, sinceMs) {
    const parts = usual.wanderers.map(({ backMs, rate, unknown, wandering, weight }) => {
        const [slice, since] = [usual.sliceMs / backMs, Math.max(1, sinceMs) / backMs];
        const left = (leftIn(slice) * leftIn(since)) / wanderingIn(slice);
        const wandersOn = Math.max(0, wanderingIn(since) - left ** 2 * wanderingIn(slice));
        return {
            weight,
            mean: all * Math.max(usual.floor, rate ** left * usual.rate ** (1 - left)),
            s: left ** 2 * unknown + wandersOn * wandering ** 2 + (1 - left) ** 2 * usual.unknown,
        };
    });
    const over = (of) => parts.reduce((sum, part) => sum + part.weight * of(part), 0);
    return {
        count: over(({ mean }) => mean),
        atLeast: (count, times) => over(({ mean, s }) => atLeast(count, mean * times, s)),
    };
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
/******/ 		return ({"9":"../shared/yaml.common.chunk.js","745":"health-metrics.chunk.js","945":"../shared/pg.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(504641);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
