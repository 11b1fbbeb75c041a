export const id = 3278;
export const ids = [3278];
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

/***/ 643019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ textAt),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   t: () => (/* binding */ numberAt)
/* harmony export */ });
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


/***/ }),

/***/ 441876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 948640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readMonitor: () => (/* reexport */ readMonitor)
});

// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
// EXTERNAL MODULE: ./packages/base/lib/json-path.js
var json_path = __webpack_require__(643019);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/health/lib/fields.js
var fields = __webpack_require__(441876);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/ask-json.js


const MOST_BYTES = 1_000_000;
async function askJson(question, { clock, fetch }, signal) {
    const { body, url } = question;
    try {
        return await (0,deadline/* withDeadline */.N)('the request', question.timeoutMs, async (inner) => {
            const response = await fetch(url, {
                method: body === undefined ? 'GET' : 'POST',
                redirect: 'manual',
                signal: inner,
                headers: {
                    accept: 'application/json',
                    'user-agent': 'lockstep',
                    ...(body?.kind === 'json' ? { 'content-type': 'application/json' } : {}),
                    ...revealed(question.headers),
                },
                ...(body === undefined ? {} : { body: body.kind === 'json' ? JSON.stringify(body.value) : body.value }),
            });
            const text = await textOf(response);
            return text === undefined
                ? none('the answer is longer than any metric is')
                : { kind: 'answer', status: response.status, json: jsonIn(text), headers: response.headers };
        }, { clock, signal });
    }
    catch (error) {
        if (signal.aborted)
            throw (0,lib_clock/* cancellation */.WN)(signal);
        return none(whyNot(error, url));
    }
}
async function textOf(response) {
    const parts = [];
    let size = 0;
    for await (const part of response.body ?? []) {
        size += part.length;
        if (size > MOST_BYTES)
            return undefined;
        parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
}
function revealed(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value.reveal()]));
}
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function none(what) {
    return { kind: 'none', what };
}
function whyNot(error, { host }) {
    const found = error;
    const from = `from ${(0,fields/* hostName */.Sm)(host)}`;
    if (found.name === 'DeadlineError')
        return `no complete answer ${from} within the timeout of a request; raise "request-timeout" if it is slow`;
    const known = found.cause?.code === undefined ? '' : ` (${(0,fields/* code */.aY)(found.cause.code)})`;
    return `no answer ${from}${known}; check the address`;
}
function refused(status, service, check) {
    if (status === 400 || status === 404)
        return { kind: 'error', what: `${service} answered HTTP ${status}; check ${check}` };
    if (status === 401 || status === 403)
        return { kind: 'error', what: `${service} refuses the token (HTTP ${status}); check it and what it may read` };
    if (status === 402)
        return { kind: 'not-available', what: `${service} does not offer this in the current plan (HTTP 402)` };
    if (status === 429)
        return { kind: 'error', what: `${service} limits how often it is asked (HTTP 429); raise "interval"` };
    if (status >= 300 && status < 400)
        return { kind: 'error', what: `${service} redirects (HTTP ${status}); set its "url" to the address that answers` };
    return { kind: 'error', what: `${service} answered HTTP ${status}` };
}
function numberIn(value) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/provider.js

function authOf(fields, { secretOf }) {
    const token = referenced(fields, 'token', secretOf);
    const username = referenced(fields, 'username', secretOf);
    const password = referenced(fields, 'password', secretOf);
    if (token !== undefined && (username !== undefined || password !== undefined))
        fields.complain('token', 'expected either a token or a username with a password');
    if ((username === undefined) !== (password === undefined))
        fields.complain(username === undefined ? 'username' : 'password', 'expected both username and password');
    if (token !== undefined)
        return { authorization: new secret/* Secret */.z(`Bearer ${token.reveal()}`) };
    if (username === undefined || password === undefined)
        return {};
    const pair = Buffer.from(`${username.reveal()}:${password.reveal()}`).toString('base64');
    return { authorization: new secret/* Secret */.z(`Basic ${pair}`) };
}
function referenced(fields, name, secretOf) {
    const text = fields.text(name);
    if (text === '')
        return undefined;
    const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/.exec(text)?.[1];
    if (reference === undefined) {
        fields.complain(name, 'expected the name of a secret, such as $METRICS_TOKEN; its value is given in "metrics-secrets"');
        return undefined;
    }
    const secret = secretOf(reference);
    if (secret === undefined || secret.isEmpty)
        fields.complain(name, `$${reference} is not in "metrics-secrets", or is empty there`);
    return secret;
}
const unconnected = async () => ({ kind: 'error', what: 'its provider is not set up' });
function addressOf(fields, name = 'url') {
    const text = fields.text(name, { required: true, expected: 'a URL that starts with https:// or http://' });
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        fields.complain(name, 'expected a URL that starts with https:// or http://');
        return undefined;
    }
    if (url.username !== '' || url.password !== '') {
        fields.complain(name, 'expected no user name or password in it; name secrets in token, or username and password');
        return undefined;
    }
    return url;
}

;// CONCATENATED MODULE: ./packages/health/lib/monitor/monitor.js
function dueIn(windowMs, everyMs) {
    return Math.max(1, Math.floor(windowMs / everyMs) - 1);
}
function uptimeOf({ all, everyMs, good, seen }, { from, to }) {
    const windowMs = to - from;
    const due = dueIn(windowMs, everyMs);
    if (windowMs < 2 * everyMs)
        return notMeasured('the window is shorter than two observations are apart');
    if (seen > due * 1.05 + 2)
        return notMeasured(`${Math.round(seen)} observations were made where ${due} are due; set "every" to the time between two of them`);
    if (all <= 0)
        return notMeasured('nothing was observed');
    if (good < 0 || good > all * 1.001)
        return notMeasured('more was good than was observed; check what "good" counts');
    return { kind: 'measured', good: Math.min(1, good / all), coverage: Math.min(1, seen / due) };
}
function notMeasured(what) {
    return { kind: 'not-measured', what };
}
const LEAST_EVERY_MS = 1_000;
function everyOf(fields) {
    const required = fields.text('every', { required: true, expected: 'the time between two observations, such as 60s' });
    const everyMs = required === '' ? LEAST_EVERY_MS : fields.duration('every', LEAST_EVERY_MS);
    if (everyMs < LEAST_EVERY_MS)
        fields.complain('every', 'expected at least 1s');
    return everyMs;
}

;// CONCATENATED MODULE: ./packages/health/lib/monitor/sources/gatus.js




const PAGE_SIZE = 1_000;
const MOST_PAGES = 200;
const gatus = {
    type: 'gatus',
    read(fields, surroundings) {
        const url = addressOf(fields);
        const headers = authOf(fields, surroundings);
        const everyMs = everyOf(fields);
        const endpoint = fields.text('endpoint', {
            required: true,
            expected: 'group and name as Gatus joins them: core_shop',
        });
        if (endpoint !== '' && !/^[^\s/_.,#+&?]*_[^\s/_.,#+&?]+$/.test(endpoint))
            fields.complain('endpoint', 'expected group and name as Gatus joins them: core_shop, or _shop without a group');
        if (url === undefined || fields.problems.length > 0)
            return undefined;
        const path = `${url.href.replace(/\/$/, '')}/api/v1/endpoints/${encodeURIComponent(endpoint)}/statuses`;
        return {
            onlyMs: undefined,
            async observe(spans, signal) {
                const since = Math.min(...spans.map(({ from }) => from));
                const read = await readResults({ path, headers, surroundings }, since, signal);
                return spans.map((span) => (read.kind === 'none' ? notMeasured(read.what) : counted(read, span, everyMs)));
            },
        };
    },
};
async function readResults({ headers, path, surroundings }, since, signal) {
    const { clock, fetch, requestTimeoutMs: timeoutMs } = surroundings;
    const good = new Map();
    for (let page = 1; page <= MOST_PAGES; page++) {
        const url = new URL(`${path}?page=${page}&pageSize=${PAGE_SIZE}`);
        const answer = await askJson({ url, headers, timeoutMs }, { clock, fetch }, signal);
        if (answer.kind === 'none')
            return { kind: 'none', what: `Gatus: ${answer.what}` };
        if (answer.status === 404)
            return { kind: 'none', what: 'Gatus knows no such "endpoint"' };
        if (answer.status !== 200)
            return { kind: 'none', what: refused(answer.status, 'Gatus', '"url"').what };
        const found = resultsIn(answer.json);
        if (found === undefined)
            return { kind: 'none', what: 'Gatus: the answer is not that of its API; check "url"' };
        for (const { at, success } of found)
            good.set(at, success);
        if (found.length < PAGE_SIZE || found.some(({ at }) => at < since))
            return { kind: 'results', good };
    }
    return { kind: 'none', what: `Gatus keeps more results than ${MOST_PAGES * PAGE_SIZE} in the window` };
}
function resultsIn(said) {
    const results = (0,lib_fields/* isMap */.j)(said) ? (said['results'] ?? []) : undefined;
    if (!Array.isArray(results) || (0,json_path/* textAt */.$)(said, 'key') === undefined)
        return undefined;
    const read = results.map((one) => ({
        at: Date.parse((0,json_path/* textAt */.$)(one, 'timestamp') ?? ''),
        success: (0,lib_fields/* isMap */.j)(one) ? one['success'] : undefined,
    }));
    return read.every((one) => {
        return !Number.isNaN(one.at) && typeof one.success === 'boolean';
    })
        ? read
        : undefined;
}
function counted({ good }, span, everyMs) {
    const within = [...good].filter(([at]) => at > span.from && at <= span.to);
    const uptime = uptimeOf({ good: within.filter(([, success]) => success).length, all: within.length, seen: within.length, everyMs }, span);
    const due = dueIn(span.to - span.from, everyMs);
    if (uptime.kind === 'measured' && within.length === good.size && uptime.coverage < 0.95) {
        const first = new Date(Math.min(...good.keys())).toISOString();
        return notMeasured(`Gatus has ${good.size} results, the first of ${first}, and the window has ${due}: it looks since then, or keeps no more (storage.maximum-number-of-results)`);
    }
    return uptime;
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/metric.js
const subjects = (/* unused pure expression or super */ null && (['candidate', 'baseline', 'window']));
const buildNames = ['deployment', 'commit'];
function usesRatio(metric) {
    return uses(metric, 'RATIO');
}
function uses({ success, failure }, place) {
    return [success, failure].some((condition) => condition?.left.place === place);
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/fill.js

const placeholders = ['deployment', 'commit', 'window', 'start', 'end'];
const FORM = /\{\{\s*([^{}]*?)\s*\}\}/g;
function placeholdersIn(query) {
    return [...query.matchAll(FORM)].map(([, name = '']) => name);
}
function templateOf(fields, name, options = {}) {
    const text = fields.text(name, options);
    const unknown = placeholdersIn(text).find((one) => !placeholders.includes(one));
    if (unknown !== undefined) {
        const isExpression = text.includes('${{');
        const known = placeholders.map((one) => `{{${one}}}`).join(', ');
        fields.complain(name, `{{${unknown.slice(0, 40)}}} is no placeholder; there are ${known}${isExpression ? ' (expressions of GitHub are evaluated in a workflow, not in a file)' : ''}`);
    }
    return text;
}
function buildNamesIn(query) {
    const found = placeholdersIn(query);
    return buildNames.filter((name) => found.includes(name));
}
function namesTime(query) {
    return placeholdersIn(query).some((name) => name === 'window' || name === 'start' || name === 'end');
}
function fill(query, span, build, shown = String) {
    const seconds = (ms) => String(Math.round(ms / 1000));
    const values = {
        deployment: build.deployment ?? '',
        commit: build.commit ?? '',
        window: `${Math.max(1, Math.round((span.to - span.from) / 1000))}s`,
        start: seconds(span.from),
        end: seconds(span.to),
    };
    return query.replace(FORM, (whole, name) => (name in values ? shown(values[name] ?? '') : whole));
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/json.js



const json = {
    type: 'json',
    connect(connection, surroundings) {
        const headers = connection === undefined ? {} : { ...authOf(connection, surroundings), ...headersOf(connection, surroundings) };
        const base = connection && addressOf(connection);
        return (metric) => {
            const query = templateOf(metric, 'query', {
                required: true,
                expected: 'the path and query of an address, such as /stats?since={{start}}',
            });
            if (connection === undefined)
                metric.complain('provider', 'needs the origin that is asked: "url" under "providers", "json"');
            const paths = {
                value: pathOf(metric, 'path', true),
                of: pathOf(metric, 'of', false),
                samples: pathOf(metric, 'samples', false),
                newest: pathOf(metric, 'newest', false),
                from: pathOf(metric, 'window-start', false),
                baseline: pathOf(metric, 'baseline-path', false),
            };
            if (query === '')
                return undefined;
            if (within(base ?? ANY_ORIGIN, query) === undefined)
                metric.complain('query', 'expected the path and query of an address, beginning with /, on the origin of "url"');
            return {
                measure: base === undefined
                    ? unconnected
                    : (span, build, signal) => measure({ query, base, headers, paths, surroundings }, span, build, signal),
                names: buildNamesIn(query),
                looksBack: namesTime(query) || buildNamesIn(query).length > 0,
                ownBaseline: paths.baseline !== undefined,
                counts: paths.of !== undefined,
                countsSamples: paths.of !== undefined || paths.samples !== undefined,
                isShare: paths.of !== undefined,
                asksWindow: namesTime(query),
                leastMs: 0,
                reachMs: 0,
                usualDelayMs: 0,
            };
        };
    },
};
const ANY_ORIGIN = new URL('https://origin.invalid');
async function measure(source, span, build, signal) {
    const { clock, fetch, requestTimeoutMs } = source.surroundings;
    const url = within(source.base, fill(source.query, span, build, encodeURIComponent));
    if (url === undefined)
        return { kind: 'error', what: 'the address leaves the origin of "url"' };
    const answer = await askJson({ url, headers: source.headers, timeoutMs: requestTimeoutMs }, { clock, fetch }, signal);
    if (answer.kind === 'none')
        return { kind: 'error', what: `the metric's address: ${answer.what}` };
    if (answer.status !== 200)
        return refused(answer.status, "the metric's address", '"url" and "query"');
    return readJson(source.paths, answer.json);
}
function readJson(paths, data) {
    if (data === undefined)
        return { kind: 'error', what: 'the answer is no JSON' };
    const at = (path) => (path === undefined ? undefined : below(data, path));
    const raw = at(paths.value);
    if (raw === undefined || raw === null)
        return { kind: 'empty', what: `the answer has nothing at ${shown(paths.value)}` };
    const value = numberIn(raw);
    if (value === undefined)
        return { kind: 'error', what: `what the answer has at ${shown(paths.value)} is no number; check "path"` };
    const newestAt = paths.newest === undefined ? undefined : (timeIn(at(paths.newest)) ?? 0);
    if (paths.of !== undefined) {
        const all = numberIn(at(paths.of));
        if (all === undefined)
            return { kind: 'empty', what: `the answer has no number at ${shown(paths.of)}; check "of"` };
        return { kind: 'counts', bad: value, all, newestAt };
    }
    return {
        kind: 'value',
        value,
        newestAt,
        samples: paths.samples === undefined ? undefined : (numberIn(at(paths.samples)) ?? 0),
        from: paths.from === undefined ? undefined : (timeIn(at(paths.from)) ?? 0),
        baseline: numberIn(at(paths.baseline)),
    };
}
function pathOf(metric, name, required) {
    const text = metric.text(name, { required, expected: 'a path such as data.errors or series[0].value' });
    if (text === '')
        return undefined;
    if (!/^(?:[A-Za-z0-9_$-]+|\[\d+\])(?:\.[A-Za-z0-9_$-]+|\[\d+\])*$/.test(text)) {
        metric.complain(name, 'expected a path such as data.errors or series[0].value');
        return undefined;
    }
    if (/^\$(?:$|[.[])/.test(text)) {
        metric.complain(name, `expected the path to begin with the name of a field: ${text.replace(/^\$\.?/, '') || 'data'}`);
        return undefined;
    }
    return text.match(/[A-Za-z0-9_$-]+/g) ?? undefined;
}
function shown(path) {
    return (path ?? []).join('.');
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
function timeIn(value) {
    const number = numberIn(value);
    if (number !== undefined)
        return number < 1e11 ? number * 1000 : number;
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? undefined : at;
}
function within(base, query) {
    const text = `${base.href.replace(/\/$/, '')}${query}`;
    const url = query.startsWith('/') && URL.canParse(text) ? new URL(text) : undefined;
    return url?.origin === base.origin ? url : undefined;
}
function headersOf(fields, surroundings) {
    const name = fields.text('header');
    const value = referenced(fields, 'header-value', surroundings.secretOf);
    if ((name === '') !== (value === undefined))
        fields.complain('header', 'expected both header and header-value');
    if (name === '' || value === undefined)
        return {};
    if (!/^[A-Za-z0-9-]{1,64}$/.test(name))
        fields.complain('header', 'expected the name of a header');
    return { [name.toLowerCase()]: value };
}

;// CONCATENATED MODULE: ./packages/health/lib/monitor/sources/json.js



const json_json = {
    type: 'json',
    read(fields, surroundings) {
        const query = fields.text('query', {
            required: true,
            expected: 'the path and query of an address, such as /uptime?since={{start}}',
        });
        const [good, all, coverage] = ['good', 'of', 'coverage'].map((name) => fields.text(name));
        if (good === '')
            fields.complain('good', 'required, expected where in the answer the good observations are');
        if ((all === '') === (coverage === ''))
            fields.complain('of', 'expected either "of" with "every" (numbers of observations), or "coverage" (where "good" is a share)');
        const unit = fields.oneOf('unit', ['share', 'percent'], 'share');
        const everyMs = all === '' ? 0 : everyOf(fields);
        const fixed = fields.text('window') === '' ? undefined : fields.duration('window', 0);
        const namesTime = /\{\{\s*(?:start|end|window)\s*\}\}/.test(query);
        if (namesTime === (fixed !== undefined))
            fields.complain('window', 'expected exactly one: {{start}}, {{end}} or {{window}} in "query", or the one "window" that the monitor answers for, such as 30d');
        const inner = new lib_fields/* Fields */.C({ query, path: good, ...(all === '' ? { samples: coverage } : { of: all }) }, 'what is asked');
        const source = json.connect(fields, surroundings)(inner);
        for (const problem of inner.problems)
            fields.complain('query', problem);
        if (source === undefined || fields.problems.length > 0)
            return undefined;
        return {
            onlyMs: fixed,
            observe: (spans, signal) => Promise.all(spans.map((span) => fixed === undefined || span.to - span.from === fixed
                ? observe({ source, everyMs, scale: unit === 'percent' ? 100 : 1 }, span, signal)
                : notMeasured('the monitor answers for one window alone'))),
        };
    },
};
async function observe({ everyMs, scale, source }, span, signal) {
    const said = await source.measure(span, { deployment: undefined, commit: undefined }, signal);
    if (said.kind === 'counts')
        return uptimeOf({ good: said.bad, all: said.all, seen: said.all, everyMs }, span);
    if (said.kind !== 'value')
        return notMeasured(said.what);
    const [good, coverage] = [said.value / scale, (said.samples ?? 0) / scale];
    if (![good, coverage].every((share) => share >= 0 && share <= 1))
        return notMeasured(`a share is not between 0 and ${scale}; check "unit"`);
    return { kind: 'measured', good, coverage };
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/promql-reach.js

const OPAQUE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/g;
const RANGE = /\[\s*([^\]:]*?)\s*(:[^\]]*)?\]/g;
const OFFSET = /\boffset\s+(-?)((?:\d+(?:ms|[dhmswy]))+)/gi;
function reachOf(query) {
    const bare = query.replace(OPAQUE, '""');
    let range = 0;
    let subqueries = 0;
    let windowed = false;
    for (const [, length = '', step] of bare.matchAll(RANGE)) {
        const own = /\{\{\s*window\s*\}\}/.test(length);
        const ms = own ? 0 : (promDuration(length) ?? 0);
        if (step === undefined)
            range = Math.max(range, ms);
        else {
            subqueries += ms;
            windowed ||= own;
        }
    }
    const offsets = [...bare.matchAll(OFFSET)].map(([, minus, text = '']) => minus === '-' ? 0 : (promDuration(text) ?? 0));
    const ms = range + subqueries + Math.max(0, ...offsets);
    return { ms, exceedsWindow: windowed && ms > 0 };
}
function promDuration(text) {
    if (!/^(?:\d+(?:ms|[dhmswy]))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, number = '', unit = ''] of text.matchAll(/(\d+)(ms|[dhmswy])/g)) {
        const days = { w: 7, y: 365 }[unit];
        total += (0,duration/* parseDuration */.E)(days === undefined ? `${number}${unit}` : `${Number(number) * days}d`) ?? 0;
    }
    return total;
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/providers/prometheus.js






const USUAL_DELAY_MS = 15_000;
const prometheus = {
    type: 'prometheus',
    connect(connection, surroundings) {
        const url = connection && addressOf(connection);
        if (url !== undefined && /\/api\/v1\b/.test(url.pathname))
            connection?.complain('url', 'expected the address without /api/v1, which is added to it');
        const headers = connection === undefined ? {} : { ...authOf(connection, surroundings), ...tenantOf(connection) };
        return (metric) => {
            const query = templateOf(metric, 'query', {
                required: true,
                expected: 'a PromQL expression that gives one number',
            });
            const others = {
                of: templateOf(metric, 'of'),
                samples: templateOf(metric, 'samples'),
                newest: templateOf(metric, 'newest'),
            };
            if (others.of !== '' && others.samples !== '')
                metric.complain('samples', 'expected either "of" or "samples"');
            const all = [query, ...Object.values(others)];
            const reaches = all.map(reachOf);
            if (reaches.some(({ exceedsWindow }) => exceedsWindow))
                metric.complain('query', 'a subquery over {{window}} with a range within reaches back further than the window; write its range out, such as [2m:15s]');
            if (connection === undefined)
                metric.complain('provider', 'needs the address of Prometheus: "url" under "providers", "prometheus"');
            if (query === '')
                return undefined;
            const api = url && {
                url: new URL(`${url.href.replace(/\/$/, '')}/api/v1/query`),
                headers,
                surroundings,
            };
            return {
                measure: api === undefined
                    ? unconnected
                    : (span, build, signal) => prometheus_measure(api, { query, ...others }, { span, build, signal }),
                names: buildNamesIn(query),
                looksBack: true,
                ownBaseline: false,
                counts: others.of !== '',
                countsSamples: others.of !== '' || others.samples !== '',
                isShare: others.of !== '',
                asksWindow: all.some(namesTime),
                leastMs: 0,
                reachMs: Math.max(...reaches.map(({ ms }) => ms)),
                usualDelayMs: USUAL_DELAY_MS,
            };
        };
    },
};
function tenantOf(fields) {
    const tenant = fields.text('tenant');
    if (tenant === '')
        return {};
    if (!/^[A-Za-z0-9!\-_.*'()|]{1,150}$/.test(tenant))
        fields.complain('tenant', 'expected the id of a tenant');
    return { 'x-scope-orgid': tenant };
}
async function prometheus_measure(api, queries, about) {
    const ask = (query) => (query === '' ? undefined : instant(api, query, about));
    const [value, all, samples, newest] = await Promise.all([queries.query, queries.of, queries.samples, queries.newest].map(ask));
    for (const one of [value, all, samples, newest])
        if (one !== undefined && (one.kind === 'error' || one.kind === 'not-available'))
            return one;
    const newestAt = newest === undefined ? undefined : newest.kind === 'value' ? newest.value * 1000 : 0;
    if (all !== undefined) {
        if (all.kind !== 'value')
            return all;
        return { kind: 'counts', bad: value?.kind === 'value' ? value.value : 0, all: all.value, newestAt };
    }
    if (value?.kind !== 'value')
        return value ?? { kind: 'error', what: 'nothing was asked' };
    const seen = samples === undefined ? undefined : samples.kind === 'value' ? samples.value : 0;
    return { kind: 'value', value: value.value, samples: seen, newestAt };
}
async function instant(api, query, { span, build, signal }) {
    const { clock, fetch, requestTimeoutMs } = api.surroundings;
    const body = new URLSearchParams({ query: fill(query, span, build), time: String(span.to / 1000) });
    const answer = await askJson({ url: api.url, headers: api.headers, body: { kind: 'form', value: body }, timeoutMs: requestTimeoutMs }, { clock, fetch }, signal);
    if (answer.kind === 'none')
        return { kind: 'error', what: `Prometheus: ${answer.what}` };
    const said = (0,lib_fields/* isMap */.j)(answer.json) ? answer.json : {};
    if (said['status'] === 'error')
        return { kind: 'error', what: `Prometheus: HTTP ${answer.status}, ${(0,fields/* word */.Vm)(said['errorType'])}; check the query` };
    if (answer.status !== 200)
        return refused(answer.status, 'Prometheus', '"url" (that of Grafana Mimir ends in /prometheus)');
    return readAnswer(said);
}
function readAnswer(said) {
    const data = (0,lib_fields/* isMap */.j)(said['data']) ? said['data'] : undefined;
    const result = data?.['result'];
    if (said['status'] !== 'success' || data === undefined || !Array.isArray(result))
        return { kind: 'error', what: 'Prometheus: the answer is not that of its query API; check "url"' };
    if (said['isPartial'] === true)
        return { kind: 'error', what: 'Prometheus: the answer is partial' };
    if (!isNone(said['warnings']))
        return {
            kind: 'error',
            what: 'Prometheus: the answer has warnings, so it may be partial; run the query there to read them',
        };
    if (data['resultType'] === 'scalar')
        return numberOf(result);
    if (data['resultType'] !== 'vector')
        return {
            kind: 'error',
            what: 'Prometheus: the query gives no single number; it has to be an instant vector or a scalar',
        };
    if (result.length === 0)
        return { kind: 'empty', what: 'the query found no data; check its names and labels' };
    if (result.length > 1)
        return {
            kind: 'error',
            what: `Prometheus: the query gives ${(0,lists/* count */.U9)(result.length, 'series', 'series')}; aggregate them to one`,
        };
    const [series] = result;
    return numberOf((0,lib_fields/* isMap */.j)(series) ? series['value'] : undefined);
}
function isNone(list) {
    return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}
function numberOf(pair) {
    const text = Array.isArray(pair) ? pair[1] : undefined;
    if (text === 'NaN')
        return { kind: 'empty', what: 'the query gives no number (NaN): nothing was divided by nothing' };
    const value = numberIn(text);
    return value === undefined
        ? { kind: 'error', what: 'Prometheus: the answer has no finite number' }
        : { kind: 'value', value };
}

;// CONCATENATED MODULE: ./packages/health/lib/monitor/sources/prometheus.js



const SERIES = /^[A-Za-z_:][\w:]*(?:\{(?:[^{}"'`]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})?$/;
const prometheus_prometheus = {
    type: 'prometheus',
    read(fields, surroundings) {
        const everyMs = everyOf(fields);
        const series = fields.text('series');
        const own = ['good', 'of', 'seen'].map((name) => [name, fields.text(name)]);
        const given = own.filter(([, query]) => query !== '');
        if (series === '' && given.length < own.length)
            for (const [name] of own.filter(([, query]) => query === ''))
                fields.complain(name, 'required where there is no "series", expected a PromQL expression over [{{window}}]');
        if (series !== '' && given.length > 0)
            fields.complain('series', 'expected either one series, or "good", "of" and "seen"');
        if (series !== '' && !SERIES.test(series))
            fields.complain('series', 'expected one series with its labels, such as probe_success{instance="https://shop.example"}');
        for (const [name, query] of given)
            if (!/\{\{\s*window\s*\}\}/.test(query))
                fields.complain(name, 'expected a range of [{{window}}] in it');
        const counts = series === ''
            ? Object.fromEntries(own)
            : { good: `sum_over_time(${series}[{{window}}])`, of: `count_over_time(${series}[{{window}}])`, seen: '' };
        const read = prometheus.connect(fields, surroundings);
        const source = (queries) => {
            const inner = new lib_fields/* Fields */.C(queries, 'queries');
            const made = read(inner);
            for (const problem of inner.problems)
                fields.complain(series === '' ? 'good' : 'series', problem);
            return made;
        };
        const events = source({ query: counts['good'] ?? '', of: counts['of'] ?? '' });
        const looks = counts['seen'] === '' ? undefined : source({ query: counts['seen'] ?? '' });
        if (events === undefined || fields.problems.length > 0)
            return undefined;
        return {
            onlyMs: undefined,
            observe: (spans, signal) => Promise.all(spans.map((span) => prometheus_observe({ events, looks, everyMs }, span, signal))),
        };
    },
};
const NO_BUILD = { deployment: undefined, commit: undefined };
async function prometheus_observe({ events, everyMs, looks }, span, signal) {
    const [counted, seen] = await Promise.all([
        events.measure(span, NO_BUILD, signal),
        looks?.measure(span, NO_BUILD, signal),
    ]);
    if (counted.kind !== 'counts')
        return notMeasured(whatOf(counted));
    if (seen !== undefined && seen.kind !== 'value')
        return notMeasured(whatOf(seen));
    return uptimeOf({ good: counted.bad, all: counted.all, seen: seen?.value ?? counted.all, everyMs }, span);
}
function whatOf(measured) {
    return 'what' in measured ? measured.what : 'the query gives something else than one number';
}

;// CONCATENATED MODULE: ./packages/health/lib/monitor/sources.js



const monitors = [prometheus_prometheus, gatus, json_json];

;// CONCATENATED MODULE: ./packages/health/lib/monitor/read-monitor.js



function readMonitor({ name, text }, surroundings) {
    const { data: given } = (0,yaml/* readYaml */.g)({ LineCounter: dist.LineCounter, parseDocument: dist.parseDocument }, text, name, 'put queries in quotes');
    const known = monitors.map(({ type }) => type);
    if (!(0,lib_fields/* isMap */.j)(given))
        throw new errors/* InputError */.dz(`${name}: expected a map with "provider" (${known.join(', ')})`);
    const fields = new lib_fields/* Fields */.C(given, name);
    const provider = fields.text('provider');
    const type = monitors.find((one) => one.type === provider);
    if (type === undefined) {
        fields.complain('provider', `required, expected one of ${known.join(', ')}`);
        throw new errors/* InputError */.dz(fields.problems);
    }
    const monitor = type.read(fields, surroundings);
    fields.refuseOthers();
    if (fields.problems.length > 0 || monitor === undefined)
        throw new errors/* InputError */.dz(fields.problems);
    return monitor;
}

;// CONCATENATED MODULE: ./packages/health/lib/monitor/index.js



/***/ })

};
