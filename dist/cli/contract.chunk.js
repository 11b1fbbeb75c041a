export const id = 667;
export const ids = [667];
export const modules = {

/***/ 2098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6298);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(394);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6029);



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

/***/ 3506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ yamlReason)
/* harmony export */ });
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}


/***/ }),

/***/ 6532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   JL: () => (/* binding */ mediaType),
/* harmony export */   gq: () => (/* binding */ succeeded),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
function mediaType({ headers }) {
    return (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}
function isJson(type) {
    return type === 'application/json' || /^[\w.-]+\/[\w.-]+\+json$/.test(type);
}
function succeeded({ status }) {
    return status >= 200 && status < 300;
}
function jsonOf({ body }) {
    try {
        return { value: JSON.parse(body) };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ wallIn)
/* harmony export */ });
function wallIn({ status, headers, body }) {
    const html = (headers['content-type'] ?? '').includes('text/html');
    const traces = `${headers['location'] ?? ''}\n${headers['set-cookie'] ?? ''}\n${html ? body : ''}`;
    if (['vercel.com/sso-api', '_vercel_sso_nonce', '_vercel_password', 'vercel.com/login'].some((one) => traces.includes(one)))
        return "Vercel's Deployment Protection";
    if (html && /<title>\s{0,80}Authentication Required/i.test(body))
        return "Vercel's Deployment Protection";
    if (/^(challenge|deny)$/i.test(headers['x-vercel-mitigated'] ?? ''))
        return "Vercel's firewall";
    if (headers['cf-mitigated'] !== undefined ||
        (html && status >= 400 && /cf-error-details|challenge-platform/.test(body)))
        return "Cloudflare's protection";
    if (headers['x-amzn-waf-action'] !== undefined)
        return "AWS's firewall";
    if (headers['x-sucuri-block'] !== undefined || headers['x-iinfo'] !== undefined)
        return 'a firewall';
    if (status === 429)
        return 'a rate limit';
    return undefined;
}


/***/ }),

/***/ 4817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EG: () => (/* binding */ checkOf),
/* harmony export */   Pd: () => (/* binding */ isUnavailable),
/* harmony export */   cI: () => (/* binding */ seen)
/* harmony export */ });
/* unused harmony export TITLES */
const TITLES = {
    'operation/mounted': 'The backend has the operation',
    'operation/status': 'The status of the answer is documented',
    'operation/content-type': 'The type of the answer is documented',
    'operation/body': 'The body of the answer is valid',
    'operation/undocumented-fields': 'The answer has no fields that the contract does not name',
    'operation/headers': 'The headers of the answer are as documented',
    'operation/refuses-no-token': 'The operation refuses a request without credentials',
    'operation/refuses-wrong-token': 'The operation refuses a request with wrong credentials',
    'operation/error-shape': 'A refusal is a documented error',
    'operation/next-page': 'The link to the next page works',
    'operation/latency': 'The answer comes within the budget',
    'operation/clean-up': 'What the check created is gone again',
    'identity/may': 'The identity gets an answer',
    'identity/may-not': 'The identity is refused',
};
function checkOf(id, { call }, finding, who) {
    const { operation } = call;
    return {
        id,
        title: TITLES[id],
        verdict: finding.verdict,
        reason: finding.reason,
        what: who === undefined ? operation.name : `${operation.name} as ${who}`,
        ...(operation.where === undefined ? {} : { where: operation.where }),
        measured: finding.measured,
        expected: finding.expected,
        remedy: finding.verdict === 'pass' ? '' : (finding.remedy ?? ''),
    };
}
function seen(exchange) {
    if (exchange.kind === 'lost')
        return exchange.why === 'timeout' ? 'no answer in time' : `no answer (${exchange.code})`;
    const type = (exchange.headers['content-type'] ?? '').replace(/;.*$/s, '').trim();
    return `HTTP ${exchange.status}${/^[\w.+/-]{1,60}$/.test(type) ? `, ${type}` : ''}`;
}
function isUnavailable(status) {
    return status === 502 || status === 503 || status === 504;
}


/***/ }),

/***/ 553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   J8: () => (/* binding */ METHODS),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* unused harmony export SAFE_METHODS */
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'];
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
function isSafe({ method }) {
    return SAFE_METHODS.includes(method);
}
function ruleFor(operation, status) {
    const find = (name) => operation.responses.find((rule) => rule.status.toUpperCase() === name);
    return find(String(status)) ?? find(`${Math.floor(status / 100)}XX`) ?? find('DEFAULT');
}


/***/ }),

/***/ 1667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PATTERN_FORM: () => (/* reexport */ pattern/* PATTERN_FORM */.Y),
  askPostgrest: () => (/* reexport */ askPostgrest),
  checkContract: () => (/* reexport */ checkContract),
  checkData: () => (/* reexport */ checkData),
  checkRequirements: () => (/* reexport */ checkRequirements),
  checkRowSecurity: () => (/* reexport */ checkRowSecurity),
  checkWebhook: () => (/* reexport */ checkWebhook),
  compatibility: () => (/* reexport */ compatibility),
  createClient: () => (/* reexport */ createClient),
  judgeUses: () => (/* reexport */ judgeUses),
  missingOf: () => (/* reexport */ missingOf),
  planCalls: () => (/* reexport */ plan/* planCalls */.j),
  readContract: () => (/* reexport */ readContract),
  readDataRules: () => (/* reexport */ readDataRules),
  readExamples: () => (/* reexport */ readExamples),
  readIdentities: () => (/* reexport */ identities/* readIdentities */.d1),
  readPattern: () => (/* reexport */ pattern/* readPattern */.Z),
  readRequirements: () => (/* reexport */ readRequirements),
  readRoutes: () => (/* reexport */ readRoutes),
  readSources: () => (/* reexport */ readSources),
  readWebhooks: () => (/* reexport */ readWebhooks),
  readYaml: () => (/* reexport */ readYaml),
  relationsOf: () => (/* reexport */ relationsOf),
  repositoryFiles: () => (/* reexport */ repositoryFiles),
  repositoryPath: () => (/* reexport */ repositoryPath),
  revealed: () => (/* reexport */ identities/* revealed */.Dr),
  traceGone: () => (/* reexport */ traceGone),
  understoodLines: () => (/* reexport */ understoodLines),
  unknownExamples: () => (/* reexport */ unknownExamples),
  unreadUses: () => (/* reexport */ unreadUses),
  usesOf: () => (/* reexport */ usesOf)
});

// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(2098);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(6298);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
;// CONCATENATED MODULE: ./packages/contract/lib/ask/client.js

const BODY_LIMIT = 8 * 1024 * 1024;
function createClient({ timeoutMs, clock, signal, always, fetch: send }) {
    return async ({ method, url, headers, body }) => {
        const path = `${url.pathname}${url.search}`;
        const started = performance.now();
        const ask = async (inner) => {
            const response = await send(url, {
                method,
                headers: {
                    accept: '*/*',
                    'cache-control': 'no-cache',
                    'user-agent': 'lockstep-contract-check',
                    ...always,
                    ...headers,
                },
                redirect: 'manual',
                signal: inner,
                ...(body === undefined ? {} : { body }),
            });
            const ms = performance.now() - started;
            const { text, truncated } = await readBody(response);
            return {
                kind: 'answer',
                status: response.status,
                headers: Object.fromEntries(response.headers),
                body: text,
                truncated,
                ms,
                path,
            };
        };
        try {
            return await (0,deadline/* withDeadline */.N)(`${method} ${path}`, timeoutMs, ask, { clock, signal });
        }
        catch (error) {
            if (signal.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            if (error instanceof errors/* DeadlineError */.j3)
                return { kind: 'lost', why: 'timeout', code: 'NO_ANSWER', path };
            return { kind: 'lost', why: 'network', code: codeOf(error), path };
        }
    };
}
async function readBody(response) {
    const pieces = [];
    let size = 0;
    const reader = response.body?.getReader();
    while (reader !== undefined) {
        const { done, value } = await reader.read();
        if (done)
            break;
        pieces.push(value);
        size += value.length;
        if (size <= BODY_LIMIT)
            continue;
        await reader.cancel();
        break;
    }
    return { text: Buffer.concat(pieces).toString('utf8'), truncated: size > BODY_LIMIT };
}
function codeOf(error) {
    const cause = error?.cause;
    const code = cause?.code;
    return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'NETWORK';
}

// EXTERNAL MODULE: ./packages/contract/lib/contract.js
var contract = __webpack_require__(553);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(9311);
// EXTERNAL MODULE: ./packages/contract/lib/read/pointer.js
var read_pointer = __webpack_require__(3485);
// EXTERNAL MODULE: ./packages/contract/lib/schema/public-key.js
var public_key = __webpack_require__(2304);
;// CONCATENATED MODULE: ./packages/contract/lib/compare/differences.js



const DEEPEST = 12;
function differences(before, after, direction) {
    const found = [];
    const seen = new Set();
    const visit = (old, now, place, depth) => {
        const one = shapeOf(old);
        const other = shapeOf(now);
        const key = `${one.pointer}\n${other.pointer}`;
        if (depth > DEEPEST || seen.has(key))
            return;
        seen.add(key);
        const add = (kind, was, is, at = place) => found.push({ kind, place: at || '/', before: was, after: is });
        const [from, to] = direction === 'answer' ? [one, other] : [other, one];
        const types = to.types.filter((type) => !permits(from.types, type));
        if (from.types.length > 0 && types.length > 0)
            add('type-changed', one.types.join(' or '), other.types.join(' or '));
        if (from.values !== undefined) {
            const known = new Set(from.values);
            const values = to.values?.filter((value) => !known.has(value));
            if (values === undefined)
                add('enum-changed', valuesOf(one.values), valuesOf(other.values));
            else if (values.length > 0)
                add('enum-changed', valuesOf(one.values), valuesOf(other.values));
        }
        for (const [name, property] of one.properties) {
            const at = `${place}/${(0,public_key/* publicKey */.j)(name)}`;
            const next = other.properties.get(name);
            if (next !== undefined)
                visit({ ...old, pointer: property }, { ...now, pointer: next }, at, depth + 1);
            else if (direction === 'answer')
                add('field-removed', 'documented', 'not there', at);
            if (next !== undefined && direction === 'answer' && one.required.has(name) && !other.required.has(name))
                add('field-optional', 'always there', 'may be missing', at);
        }
        if (direction === 'request')
            for (const name of other.required)
                if (!one.required.has(name))
                    add('field-required', 'not required', 'required', `${place}/${(0,public_key/* publicKey */.j)(name)}`);
        if (one.items !== undefined && other.items !== undefined)
            visit({ ...old, pointer: one.items }, { ...now, pointer: other.items }, `${place}/*`, depth + 1);
    };
    visit(before, after, '', 0);
    return found;
}
function shapeOf({ document, pointer }) {
    const { value, pointer: own } = (0,read_pointer/* follow */.e)(document, pointer);
    const schema = (0,lib_fields/* isMap */.j)(value) ? value : {};
    const parts = (Array.isArray(schema['allOf']) ? [...schema['allOf'].keys()] : []).map((index) => shapeOf({ document, pointer: `${own}/allOf/${index}` }));
    const { type, enum: values, const: only, properties, required, items } = schema;
    const listed = Array.isArray(values) ? values : only === undefined ? undefined : [only];
    const named = (0,lib_fields/* isMap */.j)(properties) ? Object.keys(properties) : [];
    return {
        pointer: own,
        types: type === undefined ? parts.flatMap((one) => one.types) : [type].flat().map(String),
        values: listed?.map((one) => JSON.stringify(one)) ?? parts.find((one) => one.values !== undefined)?.values,
        properties: new Map([
            ...parts.flatMap((one) => [...one.properties]),
            ...named.map((name) => [name, `${own}/properties/${(0,read_pointer/* step */.P)(name)}`]),
        ]),
        required: new Set([
            ...parts.flatMap((one) => [...one.required]),
            ...(Array.isArray(required) ? required.map(String) : []),
        ]),
        items: (0,lib_fields/* isMap */.j)(items) ? `${own}/items` : parts.find((one) => one.items !== undefined)?.items,
    };
}
function permits(types, type) {
    return types.includes(type) || (type === 'integer' && types.includes('number'));
}
function valuesOf(values) {
    return values === undefined
        ? 'any value'
        : `one of ${values.slice(0, 8).join(', ')}${values.length > 8 ? ', …' : ''}`;
}

;// CONCATENATED MODULE: ./packages/contract/lib/compare/compatibility.js


const TITLE = 'Callers of the live contract keep working';
function compatibility(live, next) {
    const now = new Map(next.operations.map((operation) => [shapeName(operation), operation]));
    const checks = live.operations.flatMap((before) => {
        const after = now.get(shapeName(before));
        const breaks = after === undefined ? [removed] : breaksOf({ live, before, next, after });
        return breaks.map((one) => checkOf(one, before, after));
    });
    if (checks.length > 0)
        return checks;
    return [
        {
            id: 'compatibility/kept',
            title: TITLE,
            verdict: 'pass',
            reason: 'compatible',
            what: 'all operations of the live contract',
            measured: `${live.operations.length} operations compared`,
            expected: 'no breaking change',
            remedy: '',
        },
    ];
}
const removed = { kind: 'operation-removed', place: '', before: 'documented', after: 'not there' };
function checkOf({ kind, place, before, after }, old, now) {
    const where = now?.where;
    return {
        id: `compatibility/${kind}`,
        title: TITLE,
        verdict: 'fail',
        reason: kind,
        what: place === '' ? old.name : `${old.name} ${place}`,
        ...(where === undefined ? {} : { where }),
        measured: after,
        expected: before,
        remedy: 'keep the old form until no caller uses it, add the new one next to it, or accept this with a reason and an end',
    };
}
function shapeName({ method, path }) {
    return `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
}
function breaksOf(pair) {
    const { before, after } = pair;
    return [
        ...authBreaks(before, after),
        ...parameterBreaks(before, after),
        ...answerBreaks(pair),
        ...requestBreaks(pair),
    ];
}
const STRICTNESS = { none: 0, unstated: 0, optional: 1, required: 2 };
function authBreaks({ security: was }, { security: is }) {
    if (is !== 'required' || STRICTNESS[is] <= STRICTNESS[was])
        return [];
    return [{ kind: 'stricter-auth', place: '', before: `credentials ${was}`, after: `credentials ${is}` }];
}
function parameterBreaks(before, after) {
    return after.parameters
        .filter(({ required, in: place }) => required && place !== 'path')
        .filter((one) => !before.parameters.some((old) => old.name === one.name && old.in === one.in && old.required))
        .map((one) => ({
        kind: 'parameter-required',
        place: `${one.in} ${one.name}`,
        before: 'not required',
        after: 'required',
    }));
}
function answerBreaks({ live, before, next, after }) {
    return before.responses
        .filter(({ status }) => /^2/.test(status))
        .flatMap((rule) => {
        const now = (0,contract/* ruleFor */.sG)(after, Number(rule.status.replace(/XX/i, '00')));
        if (now === undefined)
            return [{ kind: 'status-removed', place: `HTTP ${rule.status}`, before: 'documented', after: 'not there' }];
        return mediaBreaks(rule.content ?? [], now.content ?? [], (old, one) => differences({ document: live.document, pointer: old }, { document: next.document, pointer: one }, 'answer').map((difference) => ({ ...difference, kind: `answer-${difference.kind}` })));
    });
}
function requestBreaks({ live, before, next, after }) {
    return mediaBreaks(before.request, after.request, (old, one) => differences({ document: live.document, pointer: old }, { document: next.document, pointer: one }, 'request').map((difference) => ({ ...difference, kind: `request-${difference.kind}` })));
}
function mediaBreaks(before, after, compare) {
    return before.flatMap(({ type, schema }) => {
        const now = after.find((one) => one.type === type);
        if (now === undefined)
            return [{ kind: 'type-removed', place: type, before: 'documented', after: 'not there' }];
        return schema === undefined || now.schema === undefined ? [] : compare(schema, now.schema);
    });
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(7574);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 1 modules
var database_url = __webpack_require__(6932);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(6498);
;// CONCATENATED MODULE: ./packages/contract/lib/requires/condition.js
const CONDITION_FORM = 'comparisons like ">=2.4.0", "= 0" or ">=1.2 <2"';
const PART = /^(>=|<=|>|<|=|!=)?\s*v?(\d+(?:\.\d+)*)$/;
function readCondition(text) {
    const parts = text
        .trim()
        .replace(/([<>=!]=?)\s+/g, '$1')
        .split(/[\s,]+/);
    const read = parts.map((part) => PART.exec(part));
    if (text.trim() === '' || read.some((part) => part === null))
        return undefined;
    const holds = (value) => {
        const given = /^v?(\d+(?:\.\d+)*)$/.exec(value.trim())?.[1];
        if (given === undefined)
            return undefined;
        return read.every((part) => decides(part?.[1] ?? '=', compare(given, part?.[2] ?? '')));
    };
    return { text: text.trim(), holds };
}
function decides(operator, order) {
    switch (operator) {
        case '>=':
            return order >= 0;
        case '<=':
            return order <= 0;
        case '>':
            return order > 0;
        case '<':
            return order < 0;
        case '!=':
            return order !== 0;
        default:
            return order === 0;
    }
}
function compare(a, b) {
    const [one, other] = [a.split('.'), b.split('.')];
    for (let at = 0; at < Math.max(one.length, other.length); at++) {
        const [left, right] = [BigInt(one[at] ?? 0), BigInt(other[at] ?? 0)];
        if (left !== right)
            return left < right ? -1 : 1;
    }
    return 0;
}

;// CONCATENATED MODULE: ./packages/contract/lib/data/data-checks.js



const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;
function readDataRules(value, where) {
    const list = (0,lib_fields/* isMap */.j)(value) ? value['checks'] : undefined;
    if (!Array.isArray(list) || list.length === 0)
        return { rules: [], problems: [`${where}: expected a map with "checks", a list with at least one check`] };
    const problems = [];
    const rules = list.map((entry, index) => {
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const name = fields.text('name', { required: true, expected: 'what reports call it, such as no-orphans' });
        if (name !== '' && !NAME.test(name))
            fields.complain('name', 'expected lower-case letters, digits and -');
        const query = fields.text('query', { required: true, expected: 'SQL that returns one row of counts' });
        const expect = expectedOf((0,lib_fields/* isMap */.j)(entry) ? entry['expect'] : undefined, fields);
        problems.push(...fields.problems);
        return { name, query: query.trim().replace(/;+$/, ''), expect };
    });
    const names = rules.map(({ name }) => name);
    for (const name of new Set(names.filter((one, at) => one !== '' && names.indexOf(one) !== at)))
        problems.push(`${where}: two checks are called "${name}"`);
    return { rules, problems };
}
function expectedOf(value, fields) {
    const entries = (0,lib_fields/* isMap */.j)(value) ? Object.entries(value) : [['', value]];
    const found = new Map();
    for (const [column, text] of entries) {
        const condition = typeof text === 'string' || typeof text === 'number' ? readCondition(String(text)) : undefined;
        if (condition === undefined)
            fields.complain('expect', `expected ${CONDITION_FORM}, or a map of columns to them`);
        else
            found.set(column, condition);
    }
    return found;
}
async function checkData(url, rules, tools) {
    const { log, signal } = tools;
    const session = await (0,connection_session/* openSession */.f)((0,database_url/* readDatabaseUrl */.Bq)(url), { log, signal, applicationName: 'lockstep data checks' });
    try {
        const checks = [];
        for (const rule of rules)
            checks.push(judge(rule, await countsOf(session, rule, tools)));
        return checks;
    }
    finally {
        await session.close();
    }
}
async function countsOf(session, { query }, { timeoutMs }) {
    const begin = `begin transaction read only; set local statement_timeout = ${Math.ceil(timeoutMs)}; set local lock_timeout = 1000;`;
    const result = await session.send(`${begin} select pg_catalog.query_to_xml(${(0,quote/* literal */.eu)(query)}, true, true, '')::text`, { keepRows: true });
    if (!session.lost)
        await session.send('rollback');
    if (!result.ok) {
        const code = 'server' in result.error ? result.error.server.code : '';
        return { failed: code === '57014' ? 'timeout' : 'sql', code };
    }
    const rows = result.reply.rows;
    const texts = rows
        .flatMap(([text]) => text ?? [])
        .map((text) => text.trim())
        .filter((text) => text !== '');
    if (texts.length !== 1)
        return { failed: 'rows', code: '' };
    const cells = [...(texts[0] ?? '').matchAll(/<([^\s/<>]+)>([^<]*)<\/\1>/g)];
    if (cells.length === 0 || /<row[\s>][\s\S]*<row[\s>]/.test(texts[0] ?? ''))
        return { failed: 'rows', code: '' };
    const counts = new Map(cells.map(([, name = '', value = '']) => [name, value]));
    const isCount = [...counts.values()].every((value) => /^\d{1,18}$/.test(value)) && !/xsi:nil/.test(texts[0] ?? '');
    return isCount ? counts : { failed: 'no-counts', code: '' };
}
const REMEDIES = {
    timeout: 'add an index, narrow the query, or raise "data-timeout"',
    sql: 'correct the query; it may only read',
    rows: 'let the query return exactly one row',
    'no-counts': 'let every column be a count: a whole number of at least 0',
};
function judge({ expect, name }, counts) {
    const expected = [...expect].map(([column, { text }]) => (column === '' ? text : `${column} ${text}`)).join(', ');
    const facts = { id: 'data/rule', title: 'The data is as the rule says', what: name, expected };
    if ('failed' in counts)
        return {
            ...facts,
            verdict: 'unknown',
            reason: `query-${counts.failed}`,
            measured: counts.code === '' ? 'no counts' : `SQLSTATE ${counts.code}`,
            remedy: REMEDIES[counts.failed],
        };
    const measured = [...counts].map(([column, value]) => `${column} ${value}`).join(', ');
    const missing = [...expect.keys()].filter((column) => (column === '' ? counts.size !== 1 : !counts.has(column)));
    if (missing.length > 0)
        return {
            ...facts,
            verdict: 'unknown',
            reason: 'other-columns',
            measured,
            remedy: 'let "expect" name the columns of the query',
        };
    const broken = [...expect].filter(([column, { holds }]) => holds(counts.get(column) ?? [...counts.values()][0] ?? '') !== true);
    return broken.length === 0
        ? { ...facts, verdict: 'pass', reason: 'holds', measured, remedy: '' }
        : {
            ...facts,
            verdict: 'fail',
            reason: 'does-not-hold',
            measured,
            remedy: 'look at the rows that the query counts',
        };
}

;// CONCATENATED MODULE: ./packages/contract/lib/data/row-security.js

async function checkRowSecurity(url, schemas, { log, signal }) {
    const session = await (0,connection_session/* openSession */.f)((0,database_url/* readDatabaseUrl */.Bq)(url), { log, signal, applicationName: 'lockstep contract-check' });
    try {
        const roles = await session.rows("select rolname from pg_catalog.pg_roles where rolname in ('anon', 'authenticated')");
        if (roles.length === 0)
            return { checks: [], notVerified: [noRoles(schemas)] };
        const rows = await session.rows(`select n.nspname || '.' || c.relname, c.relrowsecurity from pg_catalog.pg_class c
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname = any (${(0,quote/* textArray */.TS)(schemas)})
          and exists (select from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated')
            and pg_catalog.has_schema_privilege(r.oid, n.oid, 'usage')
            and (pg_catalog.has_table_privilege(r.oid, c.oid, 'select, insert, update, delete')
              or pg_catalog.has_any_column_privilege(r.oid, c.oid, 'select, insert, update')))
        order by 1`);
        return { checks: judgeTables(rows.map(([name, on]) => ({ name: name ?? '', on: on === 't' }))), notVerified: [] };
    }
    finally {
        await session.close();
    }
}
function judgeTables(tables) {
    const facts = {
        id: 'data/row-security',
        title: 'Row-level security is active on every table that the Data API serves',
        expected: 'row-level security enabled',
    };
    const open = tables.filter(({ on }) => !on);
    if (open.length === 0)
        return [
            {
                ...facts,
                verdict: 'pass',
                reason: 'active',
                what: 'all tables',
                measured: `${tables.length} tables, all with row-level security`,
                remedy: '',
            },
        ];
    return open.map(({ name }) => ({
        ...facts,
        verdict: 'fail',
        reason: 'not-active',
        what: name,
        measured: 'anon or authenticated may use it, and it has no row-level security',
        remedy: `alter table ${name} enable row level security, with policies; whether they hold is for tenant-audit`,
    }));
}
function noRoles(schemas) {
    return {
        id: 'data/row-security',
        what: schemas.join(', '),
        because: 'the database has no role anon and no role authenticated',
        remedy: 'give the database of the Supabase project in "database-url"',
        chosen: false,
    };
}

;// CONCATENATED MODULE: ./packages/contract/lib/lazy.js
async function checkContract(contract, rules, tools) {
    const { runChecks } = await Promise.all(/* import() */[__webpack_require__.e(699), __webpack_require__.e(935)]).then(__webpack_require__.bind(__webpack_require__, 6935));
    return await runChecks(contract, rules, tools);
}
async function askPostgrest(baseUrl, send, headers) {
    const { readPostgrest } = await Promise.all(/* import() */[__webpack_require__.e(444), __webpack_require__.e(907)]).then(__webpack_require__.bind(__webpack_require__, 5329));
    return await readPostgrest(baseUrl, send, headers);
}
async function usesOf(sources, schema) {
    const { findUses } = await Promise.all(/* import() */[__webpack_require__.e(999), __webpack_require__.e(254)]).then(__webpack_require__.bind(__webpack_require__, 1254));
    return sources.flatMap((source) => findUses(source, schema));
}

;// CONCATENATED MODULE: ./packages/contract/lib/plan/examples.js

function readExamples(value, where) {
    if (value === undefined || value === null || value === '')
        return { examples: [], problems: [] };
    if (!(0,lib_fields/* isMap */.j)(value))
        return { examples: [], problems: [`${where}: expected a map of operations, such as GET /patients/{id}`] };
    const problems = [];
    const examples = Object.entries(value).map(([operation, entry]) => {
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `${where} "${operation}"`);
        const expect = fields.number('expect', { min: 100, max: 599 });
        const example = {
            operation: operation.trim().replace(/\s+/g, ' '),
            path: textsOf(fields, 'path'),
            query: textsOf(fields, 'query'),
            headers: textsOf(fields, 'headers'),
            body: fields.any('body'),
            expect,
            cleanUp: cleanUpOf(fields),
        };
        fields.refuseOthers();
        problems.push(...fields.problems);
        return example;
    });
    return { examples, problems };
}
function unknownExamples(examples, contract) {
    const names = new Set(contract.operations.map(({ name }) => name));
    return examples
        .filter(({ operation }) => !names.has(operation))
        .map(({ operation }) => `examples: the contract has no operation "${operation}"`);
}
function textsOf(fields, name) {
    const given = fields.map(name) ?? {};
    const entries = Object.entries(given).flatMap(([key, value]) => {
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
            return [[key, String(value)]];
        fields.complain(name, `"${key}": expected a text, a number, true or false`);
        return [];
    });
    return Object.fromEntries(entries);
}
function cleanUpOf(fields) {
    const given = fields.map('clean-up');
    if (given === undefined)
        return undefined;
    const own = new lib_fields/* Fields */.C(given, 'clean-up');
    const call = callOf(own.text('call', { required: true, expected: 'a call like DELETE /patients/{id}' }));
    const gone = callOf(own.text('gone', { required: true, expected: 'a call like GET /patients/{id}' }));
    const take = textsOf(own, 'take');
    own.refuseOthers();
    for (const problem of own.problems)
        fields.complain('clean-up', problem);
    if (call === undefined || gone === undefined) {
        fields.complain('clean-up', 'expected calls like DELETE /patients/{id}');
        return undefined;
    }
    const unknown = [...`${call.path} ${gone.path}`.matchAll(/\{([^{}]+)\}/g)].filter(([, name = '']) => !(name in take));
    if (unknown.length > 0)
        fields.complain('clean-up', '"take" does not say where in the answer each name in braces is');
    return { call, gone, take };
}
function callOf(text) {
    const match = /^([A-Z]+) (\/\S*)$/.exec(text);
    return match === null ? undefined : { method: match[1] ?? '', path: match[2] ?? '' };
}

// EXTERNAL MODULE: ./packages/contract/lib/plan/identities.js
var identities = __webpack_require__(8981);
// EXTERNAL MODULE: ./packages/contract/lib/plan/pattern.js
var pattern = __webpack_require__(4677);
// EXTERNAL MODULE: ./packages/contract/lib/plan/plan.js
var plan = __webpack_require__(7528);
;// CONCATENATED MODULE: ./packages/contract/lib/read/read-contract.js

async function readContract(file, format, files) {
    const isMarkdown = format === 'markdown' || (format === 'auto' && /\.(md|mdx|markdown)$/i.test(file));
    const contract = isMarkdown
        ? await (await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(245)]).then(__webpack_require__.bind(__webpack_require__, 3245))).readMarkdown(file, files)
        : await (await Promise.all(/* import() */[__webpack_require__.e(444), __webpack_require__.e(997)]).then(__webpack_require__.bind(__webpack_require__, 2387))).readOpenApi(file, files);
    if (contract.operations.length === 0)
        throw new errors/* InputError */.dz(`${file}: has no operation that could be read: a check of nothing would pass everything`);
    return contract;
}

// EXTERNAL MODULE: ./packages/base/lib/yaml-reason.js
var yaml_reason = __webpack_require__(3506);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
;// CONCATENATED MODULE: ./packages/contract/lib/read/read-yaml.js


function readYaml(text, where) {
    try {
        return { value: (0,dist.parse)(text, { logLevel: 'silent', prettyErrors: false }), problems: [] };
    }
    catch (error) {
        return { value: undefined, problems: [`${where}: not readable as YAML: ${(0,yaml_reason/* yamlReason */.c)((0,errors/* describe */.q0)(error))}`] };
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/contract/lib/read/repository-files.js



function repositoryFiles(root) {
    return {
        read: async (path) => {
            try {
                const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path));
                if (!isBelow(await (0,promises_.realpath)(root), real))
                    throw new errors/* InputError */.dz('it is outside of the repository');
                return await (0,promises_.readFile)(real, 'utf8');
            }
            catch (cause) {
                throw new errors/* InputError */.dz(`${path}: cannot be read: ${withoutPath(cause)}`, { cause });
            }
        },
    };
}
function isBelow(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
function withoutPath(error) {
    const code = error.code;
    if (code === 'ENOENT')
        return 'there is no such file; check out the repository first';
    return code ?? (0,errors/* describe */.q0)(error);
}
function repositoryPath(root, given) {
    const way = (0,external_node_path_.isAbsolute)(given) ? (0,external_node_path_.relative)(root, given) : given;
    return way.split(external_node_path_.sep).join('/').replace(/^\.\//, '');
}

// EXTERNAL MODULE: ./packages/contract/lib/ask/exchange.js
var ask_exchange = __webpack_require__(6532);
// EXTERNAL MODULE: ./packages/contract/lib/checks/check.js
var check = __webpack_require__(4817);
;// CONCATENATED MODULE: ./packages/contract/lib/requires/check-requires.js




function readRequirements(value, where) {
    if (value === undefined || value === null || value === '')
        return { requirements: [], problems: [] };
    if (!(0,lib_fields/* isMap */.j)(value))
        return { requirements: [], problems: [`${where}: expected a map of names to what is needed`] };
    const problems = [];
    const requirements = Object.entries(value).flatMap(([name, entry]) => {
        const short = typeof entry === 'string' || typeof entry === 'number' ? { needs: String(entry) } : entry;
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(short) ? short : {}, `${where}: ${name}`);
        const needs = fields.text('needs', { required: true, expected: CONDITION_FORM });
        const url = fields.text('url');
        const at = fields.text('at') || `/metadata/${name === 'schema' ? 'schema_version' : name === 'backend' ? 'version' : name}`;
        fields.refuseOthers();
        const condition = readCondition(needs);
        if (needs !== '' && condition === undefined)
            fields.complain('needs', `expected ${CONDITION_FORM}`);
        if (url !== '' && !(/^https?:/.test(url) && URL.canParse(url)))
            fields.complain('url', 'expected a URL');
        if (!at.startsWith('/'))
            fields.complain('at', 'expected a path within JSON, such as /metadata/version');
        problems.push(...fields.problems);
        if (condition === undefined || fields.problems.length > 0)
            return [];
        return [{ name, url: url === '' ? undefined : new URL(url), at, needs: condition }];
    });
    return { requirements, problems };
}
async function checkRequirements(requirements, { healthUrl, send, contact }) {
    const answers = new Map();
    const checks = [];
    for (const requirement of requirements) {
        const url = requirement.url ?? healthUrl;
        const exchange = answers.get(url.href) ?? (await send({ method: 'GET', url, headers: {} }));
        answers.set(url.href, exchange);
        checks.push(check_requires_judge(requirement, url, exchange, contact));
    }
    return checks;
}
function check_requires_judge({ at, name, needs }, url, exchange, contact) {
    const facts = {
        id: 'requires/live',
        title: 'What this release requires is live',
        what: name,
        expected: `${needs.text}, at ${at} of ${url.host}${url.pathname}`,
    };
    const value = exchange.kind === 'answer' ? versionAt((0,ask_exchange/* jsonOf */.o_)(exchange)?.value, at) : undefined;
    if (value === undefined)
        return {
            ...facts,
            verdict: 'unknown',
            reason: exchange.kind === 'lost' ? 'no-answer' : 'no-version',
            measured: (0,check/* seen */.cI)(exchange),
            remedy: `${contact === '' ? '' : `call ${contact}; `}let the health route name the version of ${name}, or set "at" to where it does`,
        };
    const holds = needs.holds(value);
    if (holds === undefined)
        return {
            ...facts,
            verdict: 'unknown',
            reason: 'not-comparable',
            measured: 'no version of digits and dots',
            remedy: 'name versions by digits and dots',
        };
    return holds
        ? { ...facts, verdict: 'pass', reason: 'live', measured: value, remedy: '' }
        : {
            ...facts,
            verdict: 'fail',
            reason: 'not-live-yet',
            measured: value,
            remedy: `release ${name} first; in a rollback, roll this release back before ${name}`,
        };
}
function versionAt(value, at) {
    let found = value;
    for (const key of at.slice(1).split('/'))
        found = (0,lib_fields/* isMap */.j)(found) ? found[key] : undefined;
    if (typeof found === 'number')
        return String(found);
    return typeof found === 'string' && /^[\w.+-]{1,80}$/.test(found) ? found : undefined;
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(5917);
;// CONCATENATED MODULE: ./packages/contract/lib/routes/read-routes.js

function readRoutes(text, file) {
    if (!text.trimStart().startsWith('{')) {
        const lines = (0,lists/* parseList */.E1)(text).filter((line) => !line.startsWith('#'));
        const wrong = lines.filter((line) => !line.startsWith('/'));
        if (wrong.length > 0)
            throw new errors/* InputError */.dz(`${file}: expected paths that begin with a slash, one per line`);
        return [...new Set(lines.map(template))];
    }
    let data;
    try {
        data = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${file}: not readable as JSON`, { cause });
    }
    const entries = Object.entries((0,lib_fields/* isMap */.j)(data) ? data : {});
    const handlers = entries.filter(([key, value]) => key.endsWith('/route') && typeof value === 'string');
    if (handlers.length === 0)
        throw new errors/* InputError */.dz(`${file}: has no route handlers; expected Next's app-path-routes-manifest.json, or one path per line`);
    return [...new Set(handlers.map(([, value]) => template(String(value))))].sort();
}
function template(path) {
    return path.replace(/\[\[?(?:\.\.\.)?([^[\]]+)\]\]?/g, '{$1}').replace(/:([A-Za-z_]\w*)/g, '{$1}');
}

;// CONCATENATED MODULE: ./packages/contract/lib/understood.js

function understoodLines(contract) {
    return contract.operations.map((operation) => {
        const { where, name } = operation;
        const place = where === undefined ? '' : `${where.file}${where.line === undefined ? '' : `:${where.line}`}: `;
        return `${place}${name}: ${facts(operation).join(', ')}`;
    });
}
function facts(operation) {
    const { security, responses } = operation;
    const statuses = responses.map(({ status }) => status).join(' ');
    const hasBody = responses.some(({ content }) => content?.some(({ schema }) => schema !== undefined));
    const words = {
        required: 'needs credentials',
        optional: 'credentials optional',
        none: 'public',
        unstated: 'says nothing of credentials',
    };
    return [
        words[security],
        statuses === '' ? 'no status named' : `status ${statuses}`,
        hasBody ? 'body described' : 'no body described',
        ...((0,contract/* isSafe */.IP)(operation) ? [] : ['may change something']),
    ];
}

;// CONCATENATED MODULE: ./packages/contract/lib/uses/judge-uses.js
function missingOf(uses, schema) {
    return uses.flatMap((use) => use.kind === 'relation' ? missingIn(use, schema) : use.kind === 'function' ? missingCall(use, schema) : []);
}
function missingIn(use, schema) {
    const name = `${use.schema}.${use.name}`;
    const relation = schema.relations.get(name);
    if (relation === undefined)
        return [{ kind: 'table', name, of: '', place: use.place }];
    const embeds = new Map();
    const selected = missingSelected(use.selected, { name, relation, place: use.place, schema, embeds });
    const filtered = use.columns.flatMap(({ name: column, place }) => {
        const [first = '', rest] = column.split('.');
        if (rest === undefined)
            return lacks(name, column, schema) ? [{ kind: 'column', name: `${name}.${column}`, of: name, place }] : [];
        const target = embeds.get(first) ?? known(`${use.schema}.${first}`, schema);
        if (target === undefined || !lacks(target, rest, schema))
            return [];
        return [{ kind: 'column', name: `${target}.${rest}`, of: target, place }];
    });
    return [...selected, ...filtered];
}
const known = (name, { relations }) => (relations.has(name) ? name : undefined);
function missingSelected(items, at) {
    return items.flatMap((item) => {
        const { name, place, schema } = at;
        if (item.embedded === undefined)
            return lacks(name, item.name, schema) ? [{ kind: 'column', name: `${name}.${item.name}`, of: name, place }] : [];
        const target = embeddedIn(item, at);
        if (target === undefined)
            return [{ kind: 'relationship', name: `${name} → ${item.name}`, of: name, place }];
        const relation = schema.relations.get(target);
        if (relation === undefined)
            return [];
        at.embeds.set(item.alias, target).set(item.name, target);
        return missingSelected(item.embedded.items, { ...at, name: target, relation });
    });
}
function embeddedIn({ name }, at) {
    const [schemaName = ''] = at.name.split('.');
    const named = `${schemaName}.${name}`;
    if (at.schema.relations.has(named))
        return named;
    const own = at.relation.links.find(({ columns, constraint }) => constraint === name || columns.includes(name));
    if (own !== undefined)
        return own.to;
    for (const [other, { links }] of at.schema.relations)
        if (links.some(({ constraint, to }) => constraint === name && to === at.name))
            return other;
    const computed = (at.schema.functions.get(named) ?? []).find(({ of }) => of === at.name);
    return computed === undefined ? undefined : computed.returns || named;
}
function lacks(relation, column, { functions, relations }) {
    const known = relations.get(relation);
    if (known === undefined || column === '*' || column === '' || known.columns.has(column))
        return false;
    const [schemaName = ''] = relation.split('.');
    return !(functions.get(`${schemaName}.${column}`) ?? []).some(({ of }) => of === relation);
}
function missingCall({ args, name, place, schema }, { functions }) {
    const full = `${schema}.${name}`;
    const forms = functions.get(full);
    if (forms === undefined)
        return [{ kind: 'function', name: full, of: '', place }];
    if (args === undefined || forms.some((form) => takes(form, args)))
        return [];
    return [{ kind: 'function-arguments', name: `${full}(${[...args].sort().join(', ')})`, of: full, place }];
}
function takes(form, args) {
    if (form.args.length === 1 && form.args[0] === '')
        return true;
    return args.every((one) => form.args.includes(one)) && form.required.every((one) => args.includes(one));
}
const judge_uses_TITLE = 'The schema of the migrations has what the code asks for';
function judgeUses(uses, schema, rules) {
    const missing = missingOf(uses, schema);
    const read = uses.filter(({ kind }) => kind !== 'unread').length;
    if (missing.length === 0)
        return [
            {
                id: 'source/schema',
                title: judge_uses_TITLE,
                verdict: read === 0 ? 'unknown' : 'pass',
                reason: read === 0 ? 'no-calls-found' : 'all-there',
                what: 'supabase-js calls of the source',
                measured: `${read} calls read`,
                expected: 'at least one call, and nothing that the schema lacks',
                remedy: read === 0 ? 'name the directories of the code that calls supabase-js in "source"' : '',
            },
        ];
    const by = new Map();
    for (const one of missing) {
        const file = rules.goneWith(one.name);
        if (file !== undefined)
            by.set(file, [...(by.get(file) ?? []), one]);
    }
    return [
        ...missing.map((one) => missingCheck(one, rules)),
        ...[...by].map(([file, gone]) => dropCheck(file, gone, rules)),
    ];
}
function missingCheck({ kind, name, place }, rules) {
    const file = rules.goneWith(name);
    const reported = rules.missing === 'warn' ? '-reported' : '';
    return {
        id: `source/${kind}`,
        title: judge_uses_TITLE,
        verdict: rules.missing === 'fail' ? 'fail' : 'pass',
        reason: `${kind}-missing${reported}`,
        what: name,
        where: place,
        measured: file === undefined ? 'no migration creates it' : `dropped or renamed by ${file}`,
        expected: 'in the schema after all migrations',
        remedy: file === undefined
            ? 'add the migration, or correct the name in the code'
            : `change the code at this line first; ${file} may only be applied once no released code asks for it`,
    };
}
const SHOWN = 20;
function dropCheck(file, gone, { missing }) {
    const places = gone.map(({ name, place }) => `${name} at ${place.file}:${place.line ?? 1}`);
    const more = places.length > SHOWN ? `, and ${places.length - SHOWN} more` : '';
    return {
        id: 'source/drop',
        title: 'No migration drops what the code still uses',
        verdict: missing === 'fail' ? 'fail' : 'pass',
        reason: missing === 'fail' ? 'still-used' : 'still-used-reported',
        what: file,
        where: { file },
        measured: places.slice(0, SHOWN).join(', ') + more,
        expected: 'no code that uses what it drops or renames',
        remedy: 'release code that no longer uses it, and apply this migration after that',
    };
}
const PARTS = {
    table: 'the name of the table is not a constant',
    function: 'the name of the function is not a constant',
    schema: 'the name of the schema is not a constant',
    columns: 'the selected columns or a filter are not a constant',
    row: 'the written row is not an object with constant keys',
    file: 'the file could not be parsed',
};
function unreadUses(uses, missing) {
    return uses.flatMap((use) => use.kind !== 'unread'
        ? []
        : [
            {
                id: 'source/schema',
                what: `${use.place.file}:${use.place.line ?? 1}`,
                because: PARTS[use.part],
                remedy: 'write it as a constant where it is used, or in the same file',
                chosen: missing === 'warn',
            },
        ]);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/contract/lib/uses/read-sources.js



const SOURCE = /\.[cm]?[jt]sx?$/;
const LEFT_OUT = /^(?:node_modules|\..*|coverage|dist|build|out)$/;
const DECLARATION = /\.d\.[cm]?ts$/;
const MOST_FILES = 20_000;
const MOST_BYTES = 2_000_000;
function readSources(root, paths) {
    const found = new Map();
    const problems = [];
    for (const path of paths) {
        const before = found.size;
        try {
            const real = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, path));
            if ((0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(root), real).startsWith('..'))
                problems.push(`${path}: is outside of the repository`);
            else
                for (const file of filesBelow(real, path.replace(/\/+$/, '')))
                    found.set(file.file, file);
        }
        catch (cause) {
            if (cause.code !== 'ENOENT')
                throw cause;
            problems.push(`${path}: there is no such file or directory; check out the repository first`);
            continue;
        }
        if (found.size === before && problems.length === 0)
            problems.push(`${path}: has no JavaScript or TypeScript`);
        if (found.size > MOST_FILES)
            throw new errors/* InputError */.dz(`${path}: more than ${MOST_FILES} files; name smaller directories`);
    }
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems.map((one) => `input "source": ${one}`));
    return [...found.values()];
}
function filesBelow(real, path) {
    const stat = (0,external_node_fs_.statSync)(real);
    if (stat.isFile()) {
        if (stat.size > MOST_BYTES)
            throw new errors/* InputError */.dz(`${path}: longer than ${MOST_BYTES} bytes`);
        return [{ file: path.split(external_node_path_.sep).join('/').replace(/^\.\//, ''), text: (0,external_node_fs_.readFileSync)(real, 'utf8') }];
    }
    return (0,external_node_fs_.readdirSync)(real, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
        const below = path === '' || path === '.' ? entry.name : `${path}/${entry.name}`;
        if (entry.isDirectory())
            return LEFT_OUT.test(entry.name) ? [] : filesBelow((0,external_node_path_.join)(real, entry.name), below);
        const wanted = entry.isFile() && SOURCE.test(entry.name) && !DECLARATION.test(entry.name);
        return wanted ? filesBelow((0,external_node_path_.join)(real, entry.name), below) : [];
    });
}

;// CONCATENATED MODULE: ./packages/contract/lib/uses/relations.js

const OURS = `n.nspname not in ('information_schema', 'pg_catalog', 'lockstep') and n.nspname !~ '^pg_(toast|temp)'`;
const NAMED = `n.nspname || '.' || c.relname`;
const RELATION_OF = (type) => `coalesce((select rn.nspname || '.' || r.relname from pg_catalog.pg_type t join pg_catalog.pg_class r on r.oid = t.typrelid
     join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace where t.oid = ${type} and r.relkind in ('r', 'p', 'v', 'm', 'f')), '')`;
const COLUMNS = `select ${NAMED}, a.attname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS}`;
const LINKS = `select ${NAMED}, o.conname, tn.nspname || '.' || t.relname,
    (select pg_catalog.jsonb_agg(a.attname) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = any (o.conkey))::text
    from pg_catalog.pg_constraint o join pg_catalog.pg_class c on c.oid = o.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_class t on t.oid = o.confrelid join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
   where o.contype = 'f' and ${OURS}`;
const FUNCTIONS = `select n.nspname || '.' || p.proname, pg_catalog.to_jsonb(p.proargnames)::text, pg_catalog.to_jsonb(p.proargmodes)::text,
    p.pronargs, p.pronargdefaults, ${RELATION_OF('p.proargtypes[0]')}, ${RELATION_OF('p.prorettype')}
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where p.prokind = 'f' and ${OURS}`;
async function relationsOf(target, { log, signal }) {
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep contract-check' });
    try {
        return await readRelations(session);
    }
    finally {
        await session.close();
    }
}
async function readRelations(session) {
    const relations = new Map();
    for (const [name, column] of await session.rows(COLUMNS)) {
        const relation = relations.get(name ?? '') ?? { columns: new Set(), links: [] };
        relation.columns.add(column ?? '');
        relations.set(name ?? '', relation);
    }
    for (const [name, constraint, to, columns] of await session.rows(LINKS))
        relations
            .get(name ?? '')
            ?.links.push({ constraint: constraint ?? '', columns: JSON.parse(columns ?? '[]'), to: to ?? '' });
    const functions = new Map();
    for (const [name, names, modes, count, defaults, of, returns] of await session.rows(FUNCTIONS)) {
        const args = inputsOf(JSON.parse(names ?? 'null'), JSON.parse(modes ?? 'null'), Number(count));
        const required = args.slice(0, Number(count) - Number(defaults));
        const callable = { args, required, of: of ?? '', returns: returns ?? '' };
        functions.set(name ?? '', [...(functions.get(name ?? '') ?? []), callable]);
    }
    return { relations, functions };
}
function inputsOf(names, modes, count) {
    const given = (names ?? []).filter((_, nth) => modes === null || /^[ibv]$/.test(modes[nth] ?? 'i'));
    return Array.from({ length: count }, (_, nth) => given[nth] ?? '');
}

;// CONCATENATED MODULE: ./packages/contract/lib/uses/trace-gone.js

function traceGone(uses, missing) {
    const there = new Set();
    const gone = new Map();
    return {
        look: (file, schema) => {
            const lacking = new Set(missingOf(uses, schema).map(({ name }) => name));
            for (const { name, of } of missing) {
                const is = !lacking.has(name) && (of === '' || schema.relations.has(of) || schema.functions.has(of));
                if (is)
                    there.add(name);
                else if (there.delete(name))
                    gone.set(name, file);
            }
        },
        goneWith: (name) => gone.get(name),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/contract/lib/ask/wall.js
var wall = __webpack_require__(1641);
;// CONCATENATED MODULE: ./packages/contract/lib/webhook/stripe-signature.js

function stripeSignature(payload, secret, seconds) {
    const digest = (0,external_node_crypto_.createHmac)('sha256', secret).update(`${seconds}.${payload}`, 'utf8').digest('hex');
    return `t=${seconds},v1=${digest}`;
}

;// CONCATENATED MODULE: ./packages/contract/lib/webhook/check-webhook.js





const STALE_SECONDS = 3_600;
const HARMLESS = { object: 'event', type: 'lockstep.probe', livemode: false, data: { object: {} } };
async function checkWebhook(webhook, tools) {
    const { url } = webhook;
    const seconds = Math.floor(tools.nowMs() / 1000);
    const payload = JSON.stringify({ id: newId(), created: seconds, ...HARMLESS });
    const post = (body, signature) => tools.send({
        method: 'POST',
        url,
        headers: {
            'content-type': 'application/json',
            ...(signature === undefined ? {} : { 'stripe-signature': signature }),
        },
        body,
    });
    const wrongSecret = `whsec_${(0,external_node_crypto_.randomBytes)(24).toString('hex')}`;
    const checks = [
        refusal('webhook/refuses-unsigned', 'The webhook refuses an event without a signature', url, await post(payload)),
        refusal('webhook/refuses-wrong-signature', 'The webhook refuses an event with a wrong signature', url, await post(payload, stripeSignature(payload, wrongSecret, seconds))),
    ];
    if (tools.secret.isEmpty)
        return {
            checks,
            notVerified: [
                withoutSecret('webhook/refuses-stale', url),
                ...(tools.disposable ? [withoutSecret('webhook/accepts-signed', url)] : []),
            ],
        };
    const secret = tools.secret.reveal();
    const stale = await post(payload, stripeSignature(payload, secret, seconds - STALE_SECONDS));
    checks.push(refusal('webhook/refuses-stale', 'The webhook refuses an event with an old signature', url, stale));
    if (!tools.disposable || webhook.event === '')
        return { checks, notVerified: [] };
    return { checks: [...checks, ...(await acceptance(webhook, { ...tools, post, secret }))], notVerified: [] };
}
async function acceptance({ url, event, effectUrl }, tools) {
    const seconds = Math.floor(tools.nowMs() / 1000);
    const payload = JSON.stringify({ ...JSON.parse(event), id: newId(), created: seconds });
    const signature = stripeSignature(payload, tools.secret, seconds);
    const effects = [await effectOf(effectUrl, tools.send)];
    const answers = [];
    for (const _ of [1, 2]) {
        answers.push(await tools.post(payload, signature));
        effects.push(await effectOf(effectUrl, tools.send));
    }
    const refused = answers.find((one) => one.kind === 'lost' || !(0,ask_exchange/* succeeded */.gq)(one));
    const accepted = {
        id: 'webhook/accepts-signed',
        title: 'The webhook accepts a signed event, also when it comes again',
        what: place(url),
        verdict: refused === undefined ? 'pass' : refused.kind === 'lost' || isBlocked(refused) ? 'unknown' : 'fail',
        reason: refused === undefined ? 'accepted-twice' : refused.kind === 'lost' ? 'no-answer' : 'refused',
        measured: answers.map(check/* seen */.cI).join(', then '),
        expected: 'HTTP 2xx both times',
        remedy: refused === undefined ? '' : 'answer 2xx to an event that was handled before: Stripe sends it again otherwise',
    };
    if (effectUrl === undefined)
        return [accepted];
    const [before, first, second] = effects;
    const known = before !== undefined && first !== undefined && second !== undefined;
    const once = known && first === before + 1 && second === first;
    return [
        accepted,
        {
            id: 'webhook/one-effect',
            title: 'An event that comes twice has one effect',
            what: place(url),
            verdict: !known ? 'unknown' : once ? 'pass' : 'fail',
            reason: !known ? 'effect-not-readable' : once ? 'one-effect' : second === before ? 'no-effect' : 'other-effects',
            measured: effects.map((one) => one ?? 'not a number').join(', then '),
            expected: 'one more after the first time, and no more after the second',
            remedy: !known
                ? 'let effect-url answer with a number, or with JSON that has one in "count"'
                : once
                    ? ''
                    : 'remember the ids of events that were handled, in the same transaction as their effect',
        },
    ];
}
async function effectOf(url, send) {
    if (url === undefined)
        return undefined;
    const exchange = await send({ method: 'GET', url, headers: {} });
    if (exchange.kind === 'lost' || !(0,ask_exchange/* succeeded */.gq)(exchange))
        return undefined;
    const value = (0,ask_exchange/* jsonOf */.o_)(exchange)?.value;
    const count = typeof value === 'number' ? value : value?.count;
    return typeof count === 'number' && Number.isSafeInteger(count) ? count : undefined;
}
function refusal(id, title, url, exchange) {
    const facts = { id, title, what: place(url), measured: (0,check/* seen */.cI)(exchange), expected: 'HTTP 400, or another refusal' };
    if (exchange.kind === 'lost' || isBlocked(exchange))
        return {
            ...facts,
            verdict: 'unknown',
            reason: exchange.kind === 'lost' ? 'no-answer' : 'walled',
            remedy: 'let the check reach the webhook itself',
        };
    const { status } = exchange;
    if ((0,ask_exchange/* succeeded */.gq)(exchange))
        return {
            ...facts,
            verdict: 'fail',
            reason: 'accepted',
            remedy: 'verify the signature before anything else, with its time',
        };
    if (status === 404 || status === 405)
        return { ...facts, verdict: 'fail', reason: 'not-there', remedy: 'correct the address, or deploy the webhook' };
    if (status >= 300 && status < 400)
        return {
            ...facts,
            verdict: 'fail',
            reason: 'redirected',
            remedy: 'give the address itself: Stripe follows no redirects',
        };
    if (status >= 500)
        return {
            ...facts,
            verdict: 'unknown',
            reason: 'server-error',
            remedy: 'answer 400 where the signature is not right: a crash shows no refusal',
        };
    return { ...facts, verdict: 'pass', reason: 'refused', remedy: '' };
}
function isBlocked(exchange) {
    return exchange.kind === 'answer' && ((0,check/* isUnavailable */.Pd)(exchange.status) || (0,wall/* wallIn */.I)(exchange) !== undefined);
}
function withoutSecret(id, url) {
    return {
        id,
        what: place(url),
        because: 'the signing secret of the webhook was not given',
        remedy: 'give it in "webhook-secret"',
        chosen: false,
    };
}
const place = (url) => `POST ${url.host}${url.pathname}`;
const newId = () => `evt_lockstep_${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;

;// CONCATENATED MODULE: ./packages/contract/lib/webhook/read-webhooks.js

function readWebhooks(value, where) {
    if (value === undefined || value === null || value === '')
        return { webhooks: [], problems: [] };
    if (!Array.isArray(value))
        return { webhooks: [], problems: [`${where}: expected a list of webhooks`] };
    const problems = [];
    const webhooks = value.flatMap((entry, index) => {
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const url = urlOf(fields, 'url', fields.text('url', { required: true, expected: 'the address of the webhook' }));
        const effectUrl = urlOf(fields, 'effect-url', fields.text('effect-url'));
        const event = fields.map('event');
        if (effectUrl !== undefined && event === undefined)
            fields.complain('event', 'required with effect-url: expected the event that has the effect');
        fields.refuseOthers();
        problems.push(...fields.problems);
        return url === undefined ? [] : [{ url, effectUrl, event: event === undefined ? '' : JSON.stringify(event) }];
    });
    return { webhooks, problems };
}
function urlOf(fields, name, text) {
    if (text === '')
        return undefined;
    if (/^https?:/.test(text) && URL.canParse(text))
        return new URL(text);
    fields.complain(name, 'expected a URL that begins with https:// or http://');
    return undefined;
}

;// CONCATENATED MODULE: ./packages/contract/lib/index.js























/***/ }),

/***/ 8981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ revealed),
/* harmony export */   aq: () => (/* binding */ wrongCredentials),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   fI: () => (/* binding */ rightIdentity)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9311);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9558);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4677);


const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const NAME = /^[A-Za-z0-9][\w .@-]{0,59}$/;
const OWN_HEADERS = ['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade'];
function readIdentities(value, where) {
    if (value === undefined || value === null || value === '')
        return { identities: [], problems: [] };
    if (!Array.isArray(value))
        return { identities: [], problems: [`${where}: expected a list of identities`] };
    const problems = [];
    const identities = value.map((entry, index) => {
        const fields = new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const name = fields.text('name', { required: true, expected: 'what reports call it, such as patient' });
        if (name !== '' && !NAME.test(name))
            fields.complain('name', 'expected letters, digits, spaces and . @ - _');
        const headers = headersOf(fields);
        const may = patternsOf(fields, 'may');
        const mayNot = patternsOf(fields, 'may-not');
        fields.refuseOthers();
        problems.push(...fields.problems);
        return { name, headers, may, mayNot };
    });
    const names = identities.map(({ name }) => name);
    for (const name of new Set(names.filter((one, index) => one !== '' && names.indexOf(one) !== index)))
        problems.push(`${where}: two identities are called "${name}"`);
    return { identities, problems };
}
function headersOf(fields) {
    const given = fields.map('headers') ?? {};
    if (Object.keys(given).length === 0)
        fields.complain('headers', 'required, expected a map of headers');
    return Object.fromEntries(Object.entries(given).map(([name, value]) => {
        const lower = name.toLowerCase();
        const secret = new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(typeof value === 'string' ? value : '');
        if (!HEADER.test(name) || OWN_HEADERS.includes(lower))
            fields.complain('headers', `"${HEADER.test(name) ? name : '…'}" is no header that can be set`);
        else if (typeof value !== 'string' || !/^[\x20-\x7e]{4,}$/.test(value))
            fields.complain('headers', `"${name}": expected a text of at least 4 printable characters; an unset secret arrives as an empty text`);
        return [lower, secret];
    }));
}
function patternsOf(fields, name) {
    return fields.list(name).flatMap((text) => {
        const pattern = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .readPattern */ .Z)(text);
        if (pattern === undefined)
            fields.complain(name, `expected ${_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .PATTERN_FORM */ .Y}`);
        return pattern === undefined ? [] : [pattern];
    });
}
function rightIdentity(identities, operation) {
    return identities.find(({ may, mayNot }) => !mayNot.some((one) => one.covers(operation)) && (may.length === 0 || may.some((one) => one.covers(operation))));
}
function revealed(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, secret]) => [name, secret.reveal()]));
}
function wrongCredentials(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, secret]) => [name, spoiled(secret.reveal())]));
}
function spoiled(value) {
    const [, scheme = '', credential = value] = /^(\S+ )?(\S.*)$/s.exec(value) ?? [];
    const token = /^([\w-]+\.[\w-]+\.)([\w-]+)$/.exec(credential);
    return token === null ? scheme + rotated(credential) : `${scheme}${token[1]}${rotated(token[2] ?? '')}`;
}
function rotated(text) {
    const next = (first, size) => (one) => String.fromCharCode(first.charCodeAt(0) + ((one.charCodeAt(0) - first.charCodeAt(0) + 7) % size));
    return text.replace(/[a-z]/g, next('a', 26)).replace(/[A-Z]/g, next('A', 26)).replace(/\d/g, next('0', 10));
}


/***/ }),

/***/ 4677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ PATTERN_FORM),
/* harmony export */   Z: () => (/* binding */ readPattern)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(660);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(553);


function readPattern(text) {
    const match = /^(?:([A-Za-z*]+)\s+)?(\/\S*|\*)$/.exec(text.trim());
    if (match === null)
        return undefined;
    const method = (match[1] ?? '*').toUpperCase();
    const path = match[2] ?? '*';
    if (method !== '*' && !_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .METHODS */ .J8.some((one) => one === method))
        return undefined;
    return {
        text: text.trim(),
        covers: (operation) => (method === '*' || method === operation.method) && (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .l)(path, operation.path),
    };
}
const PATTERN_FORM = 'a path like /patients/*, with or without a method before it (GET /patients/*)';


/***/ }),

/***/ 7528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ planCalls)
/* harmony export */ });
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(553);
/* harmony import */ var _identities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8981);


function planCalls(contract, options) {
    const planned = contract.operations.map((operation) => planOperation(contract, operation, options));
    return {
        calls: planned.filter((one) => 'url' in one),
        notCalled: planned.filter((one) => !('url' in one)),
    };
}
function planOperation(contract, operation, options) {
    const example = options.examples.find((one) => one.operation === operation.name);
    const skipped = options.skip.find((one) => one.covers(operation));
    if (skipped !== undefined)
        return {
            operation,
            reason: 'skipped',
            because: `left out by the pattern "${skipped.text}"`,
            remedy: 'remove the pattern from "skip"',
            chosen: true,
        };
    const unsafe = (0,_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .isSafe */ .IP)(operation) ? undefined : whyNotChanged(operation, example, options.methods);
    if (unsafe !== undefined)
        return unsafe;
    const { values, missing } = parameterValues(operation, example);
    if (missing.length > 0)
        return {
            operation,
            reason: 'no-example',
            because: `no value is known for ${missing.map((name) => `"${name}"`).join(', ')}`,
            remedy: `add "${operation.name}" to "examples"`,
            chosen: false,
        };
    const isProtected = operation.security === 'required' || options.protectedBy.some((pattern) => pattern.covers(operation));
    const prefix = prefixOf(contract, options.baseUrl);
    return {
        operation,
        url: addressOf(operation, values, options.baseUrl, prefix),
        prefix,
        headers: { ...values.header, ...(example?.body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: example?.body === undefined ? undefined : JSON.stringify(example.body),
        example,
        valuesGiven: operation.parameters
            .filter((one) => one.in === 'path')
            .every(({ name }) => example?.path[name] !== undefined),
        isProtected,
        identity: operation.security === 'none' && !isProtected ? undefined : (0,_identities_js__WEBPACK_IMPORTED_MODULE_1__/* .rightIdentity */ .fI)(options.identities, operation),
    };
}
function whyNotChanged(operation, example, methods) {
    if (methods === 'safe')
        return {
            operation,
            reason: 'unsafe-method',
            because: `${operation.method} may change something, and only safe methods are called`,
            remedy: 'to call it, set "methods: all" against a backend whose data may be thrown away, with an example',
            chosen: true,
        };
    if (example === undefined)
        return {
            operation,
            reason: 'no-example',
            because: `${operation.method} is only called with an example`,
            remedy: `add "${operation.name}" to "examples"`,
            chosen: false,
        };
    if (operation.method !== 'POST' || example.cleanUp !== undefined || example.expect !== undefined)
        return undefined;
    return {
        operation,
        reason: 'no-clean-up',
        because: 'the example does not say how what it creates is removed again',
        remedy: 'add "clean-up" to the example, or "expect" with the status of a refusal',
        chosen: false,
    };
}
function parameterValues(operation, example) {
    const values = {
        path: { ...example?.path },
        query: { ...example?.query },
        header: { ...example?.headers },
    };
    const missing = [];
    const inPath = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
    for (const parameter of [...operation.parameters, ...undeclared(operation, inPath)]) {
        if (!parameter.required || parameter.in === 'cookie')
            continue;
        const own = values[parameter.in];
        if (own[parameter.name] !== undefined)
            continue;
        if (parameter.in === 'header' && parameter.name.toLowerCase() === 'authorization')
            continue;
        if (parameter.example === undefined)
            missing.push(parameter.name);
        else
            own[parameter.name] = parameter.example;
    }
    return { values, missing };
}
function undeclared(operation, names) {
    const declared = new Set(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name));
    return names
        .filter((name) => !declared.has(name))
        .map((name) => ({ name, in: 'path', required: true, example: undefined }));
}
function prefixOf(contract, baseUrl) {
    const own = baseUrl.pathname.replace(/\/+$/, '');
    return own === '' ? contract.prefix : own;
}
function addressOf(operation, values, baseUrl, prefix) {
    const url = new URL(baseUrl.origin);
    url.pathname =
        prefix + operation.path.replace(/\{([^{}]+)\}/g, (_, name) => encodeURIComponent(values.path[name] ?? ''));
    for (const [name, value] of Object.entries(values.query))
        url.searchParams.set(name, value);
    return url;
}


/***/ }),

/***/ 3485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ step),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9311);

function step(key) {
    return encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
}
function at(document, pointer) {
    if (pointer === '#' || pointer === '')
        return document;
    if (!pointer.startsWith('#/'))
        return undefined;
    let value = document;
    for (const part of pointer.slice(2).split('/')) {
        const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
        if (Array.isArray(value))
            value = value[Number(key)];
        else if ((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(value) && Object.hasOwn(value, key))
            value = value[key];
        else
            return undefined;
    }
    return value;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function follow(document, pointer) {
    const seen = new Set();
    for (let place = pointer; !seen.has(place);) {
        seen.add(place);
        const value = at(document, place);
        const ref = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(value) ? value['$ref'] : undefined;
        if (typeof ref !== 'string')
            return { value, pointer: place };
        place = ref;
    }
    return { value: undefined, pointer };
}


/***/ }),

/***/ 2304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ publicKey)
/* harmony export */ });
function publicKey(key) {
    return /^(\d{1,6}|[A-Za-z_$][\w$-]{0,60})$/.test(key) ? key : '*';
}


/***/ })

};
