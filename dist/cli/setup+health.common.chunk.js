export const id = 7806;
export const ids = [7806];
export const modules = {

/***/ 963418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withoutMark)
/* harmony export */ });
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
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

/***/ 1047354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   kH: () => (/* binding */ noIdentity),
/* harmony export */   o$: () => (/* binding */ identityOfAnswer),
/* harmony export */   oD: () => (/* binding */ matchIdentity)
/* harmony export */ });
/* unused harmony export showIdentity */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(599621);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441876);


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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ judgeAnswer)
});

// EXTERNAL MODULE: ./packages/base/lib/byte-order-mark.js
var byte_order_mark = __webpack_require__(963418);
// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __webpack_require__(85008);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/health/lib/exchange.js

function jsonOf({ body }) {
    try {
        return { value: JSON.parse((0,byte_order_mark/* withoutMark */.E)(body)) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/health/lib/conditions/evaluate.js


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
    const json = jsonOf(answer);
    return json === undefined ? answer.body : json.value;
}
function wholeBody(answer) {
    const json = jsonOf(answer)?.value;
    return json === undefined || typeof json === 'object' ? (0,byte_order_mark/* withoutMark */.E)(answer.body).trim() : json;
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
    return literal.kind === 'pattern' ? (0,glob/* fits */.l)(literal.pattern, text) : text === String(literal.value);
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
        return (0,duration/* formatDuration */.a)(Number(value));
    if (typeof value === 'string')
        return `a text of ${value.length} characters`;
    return value === null ? 'null' : Array.isArray(value) ? 'a list' : `another ${typeof value}`;
}

;// CONCATENATED MODULE: ./packages/health/lib/criticality.js

function isCritical(name, criticality) {
    if (criticality.critical.length > 0)
        return criticality.critical.some((pattern) => (0,glob/* fits */.l)(pattern, name));
    return !criticality.advisory.some((pattern) => (0,glob/* fits */.l)(pattern, name));
}
function absentCritical(names, criticality) {
    return criticality.critical.filter((pattern) => !names.some((name) => (0,glob/* fits */.l)(pattern, name)));
}

;// CONCATENATED MODULE: ./packages/health/lib/finding.js
const ruleNames = (/* unused pure expression or super */ null && ([
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
]));
function violation(rule, message) {
    return { rule, weight: 'violation', message };
}
function note(rule, message) {
    return { rule, weight: 'note', message };
}
function allowing(findings, allowed) {
    return findings.map((finding) => (allowed.includes(finding.rule) ? { ...finding, weight: 'note' } : finding));
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

// EXTERNAL MODULE: ./packages/health/lib/fields.js
var fields = __webpack_require__(441876);
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
        found.push(note('clock-skew', `the server's clock is ${(0,duration/* formatDuration */.a)(Math.abs(skew))} ${skew > 0 ? 'ahead' : 'behind'}`));
    const age = (serverDate(answer) ?? answer.at + answer.ms) - timestamp;
    if (age > maxAgeMs)
        found.push(violation('old-timestamp', `generated ${(0,duration/* formatDuration */.a)(age)} ago, "max-age" is ${(0,duration/* formatDuration */.a)(maxAgeMs)}`));
    if (age < -SKEW_MS)
        found.push(note('future-timestamp', `its timestamp is ${(0,duration/* formatDuration */.a)(-age)} in the future`));
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

// EXTERNAL MODULE: ./packages/health/lib/identity.js
var lib_identity = __webpack_require__(1047354);
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
var protection = __webpack_require__(751273);
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
        identity: rest.identity ?? lib_identity/* noIdentity */.kH,
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
            identity: (0,lib_identity/* identityOf */.cu)(json['releaseId']),
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
        const released = (0,lib_identity/* identityOf */.cu)(json['releaseId']);
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
    const json = jsonOf(answer);
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
    const findings = allowing([
        ...staleness(exchange, reading, format, { maxAgeMs: expect.maxAgeMs, earlier }),
        ...inconsistencies(reading, format, expect.criticality, {
            status: exchange.status,
            isNamed: namesStatus(expect, exchange.status),
        }),
        ...expect.conditions
            .flatMap((condition) => unmet(condition, exchange) ?? [])
            .map((text) => violation('condition', text)),
    ], expect.allowed);
    const match = (0,lib_identity/* matchIdentity */.oD)(expect.identity, identity);
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
    return expect.conditions.some((condition) => pinsStatus(condition, status));
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


/***/ }),

/***/ 7964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
var node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ openProber),
/* harmony export */   h: () => (/* binding */ bypassOnly)
/* harmony export */ });
let node_http__WEBPACK_IMPORTED_MODULE_0___kept;
const node_http__WEBPACK_IMPORTED_MODULE_0__ = () => (node_http__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(447779));
let node_https__WEBPACK_IMPORTED_MODULE_1___kept;
const node_https__WEBPACK_IMPORTED_MODULE_1__ = () => (node_https__WEBPACK_IMPORTED_MODULE_1___kept ??= __webpack_require__(300501));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452958);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(636190);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(441876);




const BODY_LIMIT_BYTES = 262_144;
const MOST_REDIRECTS = 3;
function bypassOnly(bypass) {
    return async () => (bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass });
}
function openProber(options) {
    const { origin, host } = options.target;
    const secure = origin.protocol === 'https:';
    const agent = new (secure ? /*#__PURE__*/ (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_https__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_https__WEBPACK_IMPORTED_MODULE_1__(), 2))) : /*#__PURE__*/ (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_http__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_http__WEBPACK_IMPORTED_MODULE_0__(), 2)))).Agent({
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
                const reply = await get(agent, asked((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .onOrigin */ .W)(next, origin), options.query), headers, stop);
                const onward = redirects < MOST_REDIRECTS ? redirectWithin(reply, (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .onOrigin */ .W)(next, seenAs)) : undefined;
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
                throw (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .cancellation */ .WN)(signal);
            if (timer.signal.aborted)
                return lost('timeout', 'NO_ANSWER');
            return lost('network', (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(error.code));
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
        const request = secure ? node_https__WEBPACK_IMPORTED_MODULE_1__().request(url, options, take) : node_http__WEBPACK_IMPORTED_MODULE_0__().request(url, options, take);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redirectTarget),
/* harmony export */   I: () => (/* binding */ wallIn)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(441876);

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


/***/ })

};
