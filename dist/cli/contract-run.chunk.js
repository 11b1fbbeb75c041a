export const id = 8442;
export const ids = [8442];
export const modules = {

/***/ 966584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pc: () => (/* binding */ readAccept),
/* harmony export */   sH: () => (/* binding */ planReport)
/* harmony export */ });
/* unused harmony exports auditReasons, reportChecks */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81541);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89622);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(827298);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1018894);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(318647);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97419);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(943750);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(285194);
/* harmony import */ var _yaml_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(386820);




const auditReasons = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .defineReasons */ .v)({
    'checks-passed': {
        verdict: 'pass',
        meaning: 'Every check passed or was accepted, and none was left out against the will of the caller.',
        remedy: 'Nothing.',
    },
    'checks-failed': {
        verdict: 'fail',
        meaning: 'At least one check failed and was not accepted. The summary and the report list each with what was expected.',
        remedy: 'Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date.',
    },
    'checks-unknown': {
        verdict: 'unknown',
        meaning: 'No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.',
        remedy: 'Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking.',
    },
    'nothing-checked': {
        verdict: 'unknown',
        meaning: 'Not a single check could be decided, so nothing is known.',
        remedy: 'Look at the list of what was not verified in the summary; correct the inputs that select the checks.',
    },
});
function readAccept(text) {
    const { value, problems } = (0,_yaml_input_js__WEBPACK_IMPORTED_MODULE_3__/* .readYamlInput */ .c)(text, 'input "accept"');
    return problems.length > 0 ? { acceptances: [], problems } : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .readAcceptances */ .$o)(value, 'input "accept"');
}
function planReport(facts, values, directory) {
    const list = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .makeCheckList */ .P)({ ...facts, accept: readAccept(values.accept).acceptances });
    const rule = { onUnknown: values['on-unknown'], reportOnly: values['report-only'] };
    const judgement = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .judgeChecks */ .L)(list, rule, facts.nowMs);
    const { counts, verdict, reason, message, blocks } = judgement;
    return {
        files: {
            'checks.json': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .checksJson */ .A)(judgement),
            'checks.sarif': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_8__/* .checksSarif */ .z)(judgement),
            'checks.junit.xml': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_9__/* .checksJunit */ .g)(judgement),
            'comment.md': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_10__/* .checksComment */ .v)(judgement).markdown,
        },
        judgement,
        outcome: {
            verdict,
            reason,
            message,
            passes: !blocks,
            outputs: {
                'report-path': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'checks.json'),
                'report-directory': directory,
                'summary-path': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'comment.md'),
                'sarif-path': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'checks.sarif'),
                passed: counts.passed,
                failed: counts.failed,
                unknown: counts.unknown + counts.notVerified,
            },
        },
    };
}
function reportChecks(shell, facts, values) {
    const directory = values['report-directory'] || join(shell.env.tempDir, `lockstep-${facts.tool.name}-${shell.instance}`);
    const { files, judgement, outcome } = planReport(facts, values, directory);
    mkdirSync(directory, { recursive: true });
    for (const [name, text] of Object.entries(files))
        writeFileSync(join(directory, name), redactText(text));
    shell.summary.add(checksSummary(judgement));
    for (const annotation of checksAnnotations(judgement))
        shell.annotate(annotation);
    for (const note of judgement.notes)
        shell.log.warning(note);
    return { ...outcome, section: files['comment.md'] ?? '' };
}


/***/ }),

/***/ 802620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uz: () => (/* binding */ identityPath),
/* harmony export */   ZM: () => (/* binding */ auditInputs),
/* harmony export */   iD: () => (/* binding */ supabaseInputs),
/* harmony export */   jU: () => (/* binding */ requestInputs)
/* harmony export */ });
/* unused harmony exports vercelInputs, availabilityInputs, creatorInputs, ledgerInputs, serviceInputs, identityInputs, trafficInputs, lockInputs, orderInputs, freezeInputs, trustInputs, modeInputs, dryRunInputs, storeInputs */
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(494139);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452958);


const vercelInputs = (options = { required: true }) => ({
    'vercel-token': described(secret(options), 'Vercel access token. A token scoped to the project is enough.'),
    'vercel-project': described(text(undefined, options), 'Vercel project: its id (`prj_…`) or its name.'),
    'vercel-team': described(text(), 'Vercel team that owns the project: its id (`team_…`) or its slug. Leave empty for a personal account.'),
    'vercel-api-url': described(url('https://api.vercel.com'), "Base URL of Vercel's API. The token is sent to this address only."),
});
const supabaseInputs = (options = {}) => ({
    'supabase-project': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(undefined, { ...options, pattern: /^([a-z]{20})?$/, expected: 'the 20 letters of https://REF.supabase.co' }), 'Supabase project: its reference, the 20 letters of `https://REF.supabase.co`.'),
    'supabase-token': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)(options), 'Supabase access token. A token scoped to the project and to what the README lists under Permissions is enough.'),
    'supabase-api-url': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ)('https://api.supabase.com'), "Base URL of Supabase's Management API. The token is sent to this address only."),
});
const availabilityInputs = () => ({
    'availability-source': described(text(), 'Monitor that observes the app all the time: YAML, or the path of a YAML file in the repository, with `provider` (`prometheus`, `gatus` or `json`) and its fields. Without one nothing is measured.'),
    'availability-objective': described(text('99.9 %'), 'Share of the time in which the app has to be available. The rest is the error budget.'),
    'budget-window': described(duration('30d'), 'Time for which the error budget is.'),
    'metrics-secrets': described(secret(), 'Secrets that `availability-source` names as `$NAME`: `NAME=value`, one per line. Each is only sent to the address of the monitor.'),
});
const requestInputs = () => ({
    'request-timeout': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)('10s'), 'Timeout of a single request.'),
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
const identityPath = () => (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('/api/health', {
    pattern: new RegExp(`^none$|${_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .SITE_PATH */ .G.source}`),
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
    accept: (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), 'Failures to accept, as a YAML list of `check` (an id, `*` matches anything), `reason`, `until` (a day), and optionally `what` and `verdict` (`fail` or `unknown`).'),
    'on-unknown': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['fail', 'warn'], 'fail'), 'Whether a check that cannot be decided fails the step (`fail`) or is only reported (`warn`).'),
    'report-only': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false), 'Set to `true` to report everything and never fail the step.'),
    'report-directory': (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .described */ .WY)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), 'Directory for the reports. By default one in the temporary directory of the job.'),
});
const storeInputs = () => ({
    's3-region': described(text(), 'Region of the bucket; `auto` for Cloudflare R2. By default `AWS_REGION`.'),
    's3-endpoint': described(text(), 'Address of a store that is compatible with S3. By default AWS.'),
    's3-access-key-id': described(text(), 'Id of the access key. By default the credentials that `aws-actions/configure-aws-credentials` leaves in the environment. The key needs no right to delete.'),
    's3-secret-access-key': described(secret(), 'The secret of the access key.'),
});


/***/ }),

/***/ 386820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readYamlInput)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(910221);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(464659);


function readYamlInput(text, where) {
    try {
        return { value: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)({ LineCounter: yaml__WEBPACK_IMPORTED_MODULE_0__.LineCounter, parseDocument: yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument }, text, where).data, problems: [] };
    }
    catch (error) {
        if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz))
            throw error;
        return { value: undefined, problems: error.problems };
    }
}


/***/ }),

/***/ 131943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ problemsBetween),
/* harmony export */   Ko: () => (/* binding */ readInputs)
/* harmony export */ });
/* unused harmony export requireInputs */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(896818);

function readInputs(shape, raw) {
    const values = {};
    const problems = [];
    const wrong = [];
    for (const [name, one] of Object.entries(shape)) {
        const { value, problem } = readInput(name, one, (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .trimAscii */ .i)(raw(name)));
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


/***/ }),

/***/ 494139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WY: () => (/* binding */ described),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony exports token, jobStatus */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(487083);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(984731);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(672435);

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

/***/ 81541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ defineReasons)
/* harmony export */ });
function defineReasons(reasons) {
    return reasons;
}


/***/ }),

/***/ 452958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 786195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js
var audit = __webpack_require__(966584);
;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/dry-run.js
function dryRunEnd({ would }) {
    return { verdict: 'pass', reason: 'dry-run', message: would || 'the inputs are right; nothing was asked' };
}

;// CONCATENATED MODULE: ./packages/contract/lib/requires/order.js
function orderOf(requirements, own = 'this release') {
    if (requirements.length === 0)
        return undefined;
    const needed = requirements.map(({ name }) => name).join(' and ');
    return { release: `${needed}, then ${own}`, rollback: `${own}, then ${needed}` };
}

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
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

// EXTERNAL MODULE: ./packages/contract/lib/contract.js
var contract = __webpack_require__(585962);
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

// EXTERNAL MODULE: ./packages/contract/lib/plan/plan.js
var plan_plan = __webpack_require__(486340);
;// CONCATENATED MODULE: ./packages/contract/lib/lazy.js
async function checkContract(contract, rules, tools) {
    const { runChecks } = await Promise.all(/* import() */[__webpack_require__.e(7699), __webpack_require__.e(6935)]).then(__webpack_require__.bind(__webpack_require__, 730199));
    return await runChecks(contract, rules, tools);
}
async function askPostgrest(baseUrl, send, headers) {
    const { readPostgrest } = await Promise.all(/* import() */[__webpack_require__.e(6444), __webpack_require__.e(907)]).then(__webpack_require__.bind(__webpack_require__, 463199));
    return await readPostgrest(baseUrl, send, headers);
}
async function usesOf(sources, schema) {
    const { findUses } = await Promise.all(/* import() */[__webpack_require__.e(9999), __webpack_require__.e(1254)]).then(__webpack_require__.bind(__webpack_require__, 469084));
    return sources.flatMap((source) => findUses(source, schema));
}

// EXTERNAL MODULE: ./packages/contract/lib/read/pointer.js
var read_pointer = __webpack_require__(333531);
// EXTERNAL MODULE: ./packages/contract/lib/schema/public-key.js
var public_key = __webpack_require__(127953);
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
function authBreaks(before, after) {
    const [was, is] = [before.security, after.security];
    if (is !== 'required')
        return [];
    if (was === 'required')
        return credentialBreaks(before, after);
    if (STRICTNESS[is] <= STRICTNESS[was])
        return [];
    return [{ kind: 'stricter-auth', place: '', before: `credentials ${was}`, after: `credentials ${is}` }];
}
function credentialBreaks({ credentials: before = [] }, { credentials: after = [] }) {
    if (after.length === 0)
        return [];
    const lost = before.filter((had) => !after.some((needed) => needed.every((one) => had.includes(one))));
    return lost.map((had) => ({
        kind: 'stricter-auth',
        place: '',
        before: had.join(' and '),
        after: after.map((needed) => needed.join(' and ')).join(', or '),
    }));
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

;// CONCATENATED MODULE: ./packages/contract/lib/read/read-contract.js

async function readContract(file, format, files) {
    const isMarkdown = format === 'markdown' || (format === 'auto' && /\.(md|mdx|markdown)$/i.test(file));
    const contract = isMarkdown
        ? await (await Promise.all(/* import() */[__webpack_require__.e(7555), __webpack_require__.e(3245)]).then(__webpack_require__.bind(__webpack_require__, 995893))).readMarkdown(file, files)
        : await (await Promise.all(/* import() */[__webpack_require__.e(6444), __webpack_require__.e(5997)]).then(__webpack_require__.bind(__webpack_require__, 541454))).readOpenApi(file, files);
    if (contract.operations.length === 0)
        throw new errors/* InputError */.dz(`${file}: has no operation that could be read: a check of nothing would pass everything`);
    return contract;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(377109);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
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
                throw new errors/* InputError */.dz(`${path}: cannot be read: ${withoutPath(cause)}`);
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

// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(636190);
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

// EXTERNAL MODULE: ./packages/contract/lib/plan/identities.js
var identities = __webpack_require__(926230);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/findings.js
const NOTHING = { checks: [], notVerified: [] };
function together(parts) {
    return {
        checks: parts.flatMap(({ checks }) => checks),
        notVerified: parts.flatMap(({ notVerified }) => notVerified),
    };
}

// EXTERNAL MODULE: ./packages/action-shell/lib/shape.js
var shape = __webpack_require__(494139);
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

;// CONCATENATED MODULE: ./packages/contract/lib/requires/ledger-place.js
function readLedgerPlace(fields) {
    const repository = fields.text('repository', { required: true, expected: 'OWNER/NAME' });
    const [, owner = '', repo = ''] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(repository) ?? [];
    if (repository !== '' && owner === '')
        fields.complain('repository', 'expected OWNER/NAME');
    const environment = fields.text('environment') || 'production';
    const service = fields.text('service');
    const contains = fields.text('contains');
    if (contains !== '' && (!/^[\w./+-]{1,200}$/.test(contains) || contains.includes('..')))
        fields.complain('contains', 'expected a commit, a tag or a branch');
    const creator = fields.text('creator') || 'github-actions[bot]';
    fields.refuseOthers();
    return fields.problems.length > 0
        ? undefined
        : { repository: { owner, repo }, environment, service, contains, creator };
}

;// CONCATENATED MODULE: ./packages/contract/lib/requires/requirement.js



function readRequirements(value, where) {
    if (value === undefined || value === null || value === '')
        return { requirements: [], problems: [] };
    if (!(0,lib_fields/* isMap */.j)(value))
        return { requirements: [], problems: [`${where}: expected a map of names to what is needed`] };
    const problems = [];
    const requirements = Object.entries(value).flatMap(([name, entry]) => {
        const short = typeof entry === 'string' || typeof entry === 'number' ? { needs: String(entry) } : entry;
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(short) ? short : {}, `${where}: ${name}`);
        const place = fields.map('ledger');
        const needs = fields.text('needs', { required: place === undefined, expected: CONDITION_FORM });
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
        const inner = place === undefined ? undefined : new lib_fields/* Fields */.C(place, `${where}: ${name}: ledger`);
        const ledger = inner === undefined ? undefined : readLedgerPlace(inner);
        const wrong = [...fields.problems, ...(inner?.problems ?? [])];
        problems.push(...wrong);
        if (wrong.length > 0)
            return [];
        return [{ name, url: url === '' ? undefined : new URL(url), at, needs: condition, ledger }];
    });
    return { requirements, problems };
}

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

// EXTERNAL MODULE: ./packages/contract/lib/plan/pattern.js
var pattern = __webpack_require__(486479);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/supabase/lib/functions/answers.js

async function checkAnswers(wanted, { ask: method, expect }, tools) {
    if (method === undefined)
        return { checks: [], notVerified: [notAsked(wanted.name)] };
    const key = tools.key.isEmpty ? undefined : tools.key.reveal();
    const credentials = key === undefined ? {} : { apikey: key, authorization: `Bearer ${key}` };
    const once = (name, headers) => tools.ask({ method, url: addressOf(tools.functionsUrl, name), headers: { ...preflight(method), ...headers } });
    const send = async (name, headers) => {
        const first = await once(name, headers);
        return first.kind === 'lost' ? await once(name, headers) : first;
    };
    const nowhere = `lockstep-none-${(0,external_node_crypto_().randomBytes)(6).toString('hex')}`;
    const control = await send(nowhere, credentials);
    const answer = await send(wanted.name, credentials);
    const answers = judgeAnswer(wanted, { method, expect, answer, control });
    if (!wanted.verifyJwt || method !== 'GET')
        return { checks: [answers], notVerified: [] };
    if (key === undefined)
        return {
            checks: [answers],
            notVerified: [
                {
                    id: 'function/refuses-no-token',
                    what: wanted.name,
                    because: 'no key was given, so nothing shows that the function would answer with one',
                    remedy: 'give the key of its callers in "functions-key"',
                    chosen: false,
                },
            ],
        };
    return { checks: [answers, judgeRefusal(wanted, await send(wanted.name, {}), answers)], notVerified: [] };
}
function judgeAnswer({ name, where }, { answer, control, expect, method }) {
    const facts = {
        id: 'function/answers',
        title: 'The function answers',
        what: name,
        ...(where === undefined ? {} : { where }),
        measured: `${method}: ${said(answer)}; a name that does not exist: ${said(control)}`,
        expected: expect === undefined ? 'HTTP 2xx' : `HTTP ${expect}`,
    };
    const unknown = (reason, remedy) => ({ ...facts, verdict: 'unknown', reason, remedy });
    const fail = (reason, remedy) => ({ ...facts, verdict: 'fail', reason, remedy });
    if (control.kind === 'lost' || isBusy(control.status))
        return unknown('no-answer', 'try again later: Supabase does not answer for its functions');
    if (answer.kind === 'lost')
        return fail('no-answer', 'look at the logs of the function: it does not answer in time');
    if (answer.status === 429)
        return unknown('rate-limit', 'try again later');
    if (control.status !== 404)
        return unknown('nothing-differs', 'a name that does not exist is not answered with 404: correct "functions-url", or ask with GET');
    if (answer.status === 404)
        return fail('not-served', `deploy it: supabase functions deploy ${name}`);
    if (answer.status >= 500)
        return fail('server-error', 'look at the logs of the function: it does not start, or it fails');
    const right = expect === undefined ? answer.status >= 200 && answer.status < 300 : answer.status === expect;
    if (right)
        return { ...facts, verdict: 'pass', reason: 'answers', remedy: '' };
    if (expect === undefined && (answer.status === 401 || answer.status === 403))
        return unknown('refused', 'give the key of its callers in "functions-key", or say with "expect" that it refuses');
    return fail('other-status', 'correct the function, or "expect"');
}
function judgeRefusal({ name, where }, answer, answers) {
    const facts = {
        id: 'function/refuses-no-token',
        title: 'The function refuses a request without a token',
        what: name,
        ...(where === undefined ? {} : { where }),
        measured: said(answer),
        expected: 'HTTP 401, and an answer with the key',
    };
    if (answer.kind === 'answer' && answer.status < 400)
        return {
            ...facts,
            verdict: 'fail',
            reason: 'accepted',
            remedy: `deploy it with verification: set verify_jwt = true for [functions.${name}]`,
        };
    const refused = answer.kind === 'answer' && (answer.status === 401 || answer.status === 403);
    if (refused && answers.verdict === 'pass')
        return { ...facts, verdict: 'pass', reason: 'refused', remedy: '' };
    return {
        ...facts,
        verdict: 'unknown',
        reason: refused ? 'no-control' : 'no-answer',
        remedy: 'correct "functions-key": only an answer with it shows that the refusal is about the token',
    };
}
function notAsked(name) {
    return {
        id: 'function/answers',
        what: name,
        because: 'it was not declared how it may be asked',
        remedy: 'set "ask: OPTIONS" or "ask: GET" for it in "functions"',
        chosen: true,
    };
}
function addressOf(base, name) {
    return new URL(`${base.href.replace(/\/$/, '')}/${encodeURIComponent(name)}`);
}
function preflight(method) {
    if (method === 'GET')
        return {};
    return { origin: 'https://lockstep.invalid', 'access-control-request-method': 'POST' };
}
const isBusy = (status) => status === 429 || status >= 500;
const said = (answer) => (answer.kind === 'lost' ? 'no answer' : `HTTP ${answer.status}`);

// EXTERNAL MODULE: ./packages/supabase/lib/functions/functions.js
var functions = __webpack_require__(389761);
;// CONCATENATED MODULE: ./packages/supabase/lib/functions/judge.js
function judgeFunctions(expected, deployed) {
    return expected.flatMap(({ change, wanted }) => {
        const facts = factsOf(wanted);
        if (deployed.kind === 'unanswered')
            return [
                {
                    ...facts('function/deployed', 'The function is deployed', 'deployed'),
                    verdict: 'unknown',
                    reason: 'not-readable',
                    measured: deployed.because,
                    remedy: deployed.remedy,
                },
            ];
        const found = deployed.functions.find(({ name }) => name === wanted.name);
        if (found === undefined || found.state === 'removed')
            return [
                {
                    ...facts('function/deployed', 'The function is deployed', 'deployed'),
                    verdict: 'fail',
                    reason: 'not-deployed',
                    measured: found === undefined ? 'no function of this name' : 'removed',
                    remedy: `deploy it: supabase functions deploy ${wanted.name}`,
                },
            ];
        return [
            {
                ...facts('function/deployed', 'The function is deployed', 'deployed'),
                verdict: 'pass',
                reason: 'deployed',
                measured: `version ${found.version}`,
                remedy: '',
            },
            active(found, facts('function/active', 'The function is active', 'ACTIVE')),
            verified(found, wanted, facts),
            ...(change === undefined ? [] : [current(found, change, facts)]),
        ];
    });
}
function judgeStrays(expected, deployed, undocumented) {
    if (deployed.kind === 'unanswered')
        return [];
    const known = new Set(expected.map(({ wanted }) => wanted.name));
    return deployed.functions
        .filter(({ name, state }) => state !== 'removed' && !known.has(name))
        .map(({ name, version }) => ({
        id: 'function/known',
        title: 'Every deployed function is in the repository',
        what: name,
        verdict: undocumented === 'fail' ? 'fail' : 'pass',
        reason: undocumented === 'fail' ? 'not-in-repository' : 'not-in-repository-reported',
        measured: `deployed as version ${version}`,
        expected: 'a folder of the functions directory, or a name in "functions"',
        remedy: `delete it where it is not used any more: supabase functions delete ${name}`,
    }));
}
const factsOf = ({ name, where }) => (id, title, expected) => ({ id, title, what: name, ...(where === undefined ? {} : { where }), expected });
function active({ state, status }, facts) {
    const measured = /^[A-Z_]{1,40}$/.test(status) ? status : 'another word';
    switch (state) {
        case 'active':
            return { ...facts, verdict: 'pass', reason: 'active', measured, remedy: '' };
        case 'not-known':
            return {
                ...facts,
                verdict: 'unknown',
                reason: 'state-not-known',
                measured,
                remedy: 'look at the function in the dashboard of Supabase: this word is newer than this version',
            };
        default:
            return {
                ...facts,
                verdict: 'fail',
                reason: 'not-active',
                measured,
                remedy: 'look at the limits of the project in the dashboard of Supabase, then deploy the function again',
            };
    }
}
function verified({ verifyJwt }, wanted, factsFor) {
    const is = (value) => (value === undefined ? 'not said' : `verify_jwt = ${value}`);
    const title = 'The function verifies tokens as wanted';
    if (wanted.verifyJwt === undefined || verifyJwt === undefined)
        return {
            ...factsFor('function/verify-jwt', title, is(wanted.verifyJwt)),
            verdict: 'unknown',
            reason: wanted.verifyJwt === undefined ? 'wish-not-known' : 'not-said',
            measured: is(verifyJwt),
            remedy: 'say what is wanted with "verify-jwt" in "functions"; look at the setting in the dashboard of Supabase',
        };
    const same = verifyJwt === wanted.verifyJwt;
    return {
        ...factsFor('function/verify-jwt', title, is(wanted.verifyJwt)),
        verdict: same ? 'pass' : 'fail',
        reason: same ? 'as-wanted' : wanted.verifyJwt ? 'open' : 'closed',
        measured: is(verifyJwt),
        remedy: same
            ? ''
            : `set verify_jwt of [functions.${wanted.name}] in supabase/config.toml, and deploy the function again`,
    };
}
function current({ name, updatedAtMs }, change, factsFor) {
    const id = 'function/current';
    const title = 'The function is not older than its code';
    const measured = `deployed ${instant(updatedAtMs)}`;
    if (change.kind !== 'commit') {
        const { because, remedy } = unsureOf(change);
        return {
            ...factsFor(id, title, 'deployed after the last commit that touched it'),
            verdict: 'unknown',
            reason: change.kind === 'shallow' ? 'history-cut' : 'no-history',
            measured: `${measured}; ${because}`,
            remedy,
        };
    }
    const fresh = updatedAtMs >= change.atMs;
    return {
        ...factsFor(id, title, `deployed after commit ${change.sha.slice(0, 12)} of ${instant(change.atMs)}`),
        verdict: fresh ? 'pass' : 'fail',
        reason: fresh ? 'current' : 'older-than-code',
        measured,
        remedy: fresh ? '' : `deploy it from this commit: supabase functions deploy ${name}`,
    };
}
function unsureOf(change) {
    switch (change.kind) {
        case 'shallow':
            return {
                because: 'the history of the checkout ends before its last commit is found',
                remedy: 'check out the whole history: `with: { fetch-depth: 0 }` for actions/checkout',
            };
        case 'never':
            return { because: 'its files are in no commit', remedy: 'commit the function' };
        case 'no-history':
            return { because: change.because, remedy: 'check out the repository with actions/checkout and fetch-depth: 0' };
    }
}
const instant = (ms) => Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : 'at an impossible time';

// EXTERNAL MODULE: ./packages/supabase/lib/functions/last-change.js
var last_change = __webpack_require__(279104);
;// CONCATENATED MODULE: ./packages/supabase/lib/functions/requests.js


const requests_NOTHING = { verifyJwt: undefined, ask: undefined, expect: undefined };
const FORM = '"all", or a map of names ("*" means all) to "verify-jwt", "ask" and "expect"';
function readFunctionRequests(value, where) {
    if (value === undefined || value === null || value === '')
        return { requests: undefined, problems: [] };
    if (value === 'all' || value === '*')
        return { requests: { all: requests_NOTHING, named: new Map() }, problems: [] };
    if (!(0,lib_fields/* isMap */.j)(value) || Object.keys(value).length === 0)
        return { requests: undefined, problems: [`${where}: expected ${FORM}`] };
    const problems = [];
    const named = new Map();
    let all;
    for (const [name, entry] of Object.entries(value)) {
        const { wish, problems: wrong } = readWish(entry, `${where}: ${name}`);
        problems.push(...wrong);
        if (name === '*')
            all = wish;
        else if ((0,functions/* isFunctionName */.mx)(name))
            named.set(name, wish);
        else
            problems.push(`${where}: ${JSON.stringify(name)} is not the name of a function`);
    }
    return { requests: problems.length > 0 ? undefined : { all, named }, problems };
}
function readWish(entry, where) {
    if (entry === null || entry === undefined || entry === '')
        return { wish: requests_NOTHING, problems: [] };
    if (!(0,lib_fields/* isMap */.j)(entry))
        return { wish: requests_NOTHING, problems: [`${where}: expected a map of "verify-jwt", "ask" and "expect"`] };
    const fields = new lib_fields/* Fields */.C(entry, where);
    const verifyJwt = fields.any('verify-jwt');
    if (verifyJwt !== undefined && typeof verifyJwt !== 'boolean')
        fields.complain('verify-jwt', 'expected true or false');
    const ask = fields.oneOf('ask', ['OPTIONS', 'GET', ''], '');
    const expect = fields.number('expect', { min: 200, max: 499 });
    if (expect !== undefined && ask === '')
        fields.complain('ask', 'required with expect: OPTIONS or GET');
    fields.refuseOthers();
    return {
        wish: {
            verifyJwt: typeof verifyJwt === 'boolean' ? verifyJwt : undefined,
            ask: ask === '' ? undefined : ask,
            expect,
        },
        problems: fields.problems,
    };
}
function wishFor(name, { all = requests_NOTHING, named }) {
    const own = named.get(name) ?? requests_NOTHING;
    return {
        verifyJwt: own.verifyJwt ?? all.verifyJwt,
        ask: own.ask ?? all.ask,
        expect: own.expect ?? (own.ask === undefined ? all.expect : undefined),
    };
}

;// CONCATENATED MODULE: ./packages/supabase/lib/functions/made-of.js

const RELATIVE = /["'`](\.{1,2}\/[^"'`\n]{1,200})["'`]/g;
const CODE = /\.(?:[cm]?[jt]sx?|jsonc?)$/;
const MOST_FILES = 2_000;
async function madeOf(folder, starts) {
    const parts = new Set();
    const files = [];
    const take = async (path) => {
        if ([...parts].some((part) => path === part || path.startsWith(`${part}/`)))
            return;
        const kind = await folder.kind(path);
        if (kind !== 'file' && kind !== 'folder')
            return;
        parts.add(path);
        if (kind === 'file')
            files.push(path);
        else
            files.push(...(await filesBelow(folder, path)));
    };
    for (const start of starts)
        await take(external_node_path_.posix.normalize(start).replace(/\/$/, ''));
    for (let at = 0; at < files.length && at < MOST_FILES; at++) {
        const path = files[at] ?? '';
        if (!CODE.test(path))
            continue;
        const text = (await folder.read(path)) ?? '';
        for (const [, named = ''] of text.matchAll(RELATIVE)) {
            const target = external_node_path_.posix.join(external_node_path_.posix.dirname(path), named).replace(/\/$/, '');
            if (target !== '.' && target !== '..' && !target.startsWith('../'))
                await take(target);
        }
    }
    return [...parts].sort();
}
async function filesBelow(folder, path) {
    const found = [];
    const open = [path];
    for (let next = open.pop(); next !== undefined && found.length < MOST_FILES; next = open.pop())
        for (const { kind, name } of (await folder.list(next)) ?? []) {
            if (name === 'node_modules' || name === '.git')
                continue;
            if (kind === 'folder')
                open.push(external_node_path_.posix.join(next, name));
            else if (kind === 'file')
                found.push(external_node_path_.posix.join(next, name));
        }
    return found;
}

;// CONCATENATED MODULE: ./packages/supabase/lib/functions/wanted.js




async function readWantedFunctions(folder, { directory, ref }) {
    const root = external_node_path_.posix.normalize(directory).replace(/\/$/, '');
    const configPath = external_node_path_.posix.join(external_node_path_.posix.dirname(root), 'config.toml');
    const text = await folder.read(configPath);
    const configured = text === undefined ? {} : configuredIn(await parsed(text, configPath), ref);
    const entries = (await folder.list(root)) ?? [];
    const folders = entries.filter(({ kind, name }) => kind === 'folder' && (0,functions/* isFunctionName */.mx)(name) && !name.startsWith('_'));
    const names = [...new Set([...folders.map(({ name }) => name), ...Object.keys(configured).filter(functions/* isFunctionName */.mx)])];
    const wanted = [];
    for (const name of names.sort()) {
        const settings = configured[name] ?? {};
        if (settings['enabled'] === false)
            continue;
        const verify = settings['verify_jwt'];
        const named = ['entrypoint', 'import_map'].flatMap((key) => {
            const value = settings[key];
            return typeof value === 'string' && value !== '' ? [external_node_path_.posix.join(external_node_path_.posix.dirname(configPath), value)] : [];
        });
        const has = folders.some((one) => one.name === name);
        const line = text === undefined ? undefined : lineOf(text, name);
        wanted.push({
            name,
            verifyJwt: verify === undefined ? true : typeof verify === 'boolean' ? verify : undefined,
            madeOf: await madeOf(folder, [...(has ? [external_node_path_.posix.join(root, name)] : []), ...named]),
            where: line === undefined ? (has ? { file: external_node_path_.posix.join(root, name) } : undefined) : { file: configPath, line },
        });
    }
    return wanted;
}
async function parsed(text, path) {
    const { parse } = await __webpack_require__.e(/* import() */ 1041).then(__webpack_require__.bind(__webpack_require__, 385770));
    try {
        return parse(text);
    }
    catch (error) {
        throw new errors/* InputError */.dz(`${path}: it is not TOML: ${(0,errors/* describe */.q0)(error).split('\n')[0] ?? ''}`);
    }
}
function configuredIn(config, ref) {
    const remotes = mapsOf(config['remotes']);
    const remote = Object.values(remotes).find((one) => one['project_id'] === ref);
    const [common, own] = [mapsOf(config['functions']), mapsOf(remote?.['functions'])];
    const merged = { ...common };
    for (const [name, settings] of Object.entries(own))
        merged[name] = { ...merged[name], ...settings };
    return merged;
}
function mapsOf(value) {
    if (!(0,lib_fields/* isMap */.j)(value))
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => (0,lib_fields/* isMap */.j)(entry[1])));
}
function lineOf(text, name) {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => {
        const header = /^\s*\[\s*functions\s*\.\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*\]/.exec(line);
        return (header?.[1] ?? header?.[2] ?? header?.[3]) === name;
    });
    return at < 0 ? undefined : at + 1;
}

;// CONCATENATED MODULE: ./packages/supabase/lib/functions/check-functions.js







async function checkFunctions(rules, tools) {
    const wanted = await wantedBy(rules, tools.folder);
    const expected = [];
    for (const one of wanted) {
        const change = one.madeOf.length === 0 ? undefined : await (0,last_change/* lastChange */.$)(tools.git, one.madeOf, tools.api.signal);
        expected.push({ wanted: one, change });
    }
    const deployed = await deployedIn(rules.ref, tools.api);
    const checks = [...judgeFunctions(expected, deployed)];
    if (rules.requests.all !== undefined)
        checks.push(...judgeStrays(expected, deployed, rules.undocumented));
    const notVerified = wanted
        .filter(({ madeOf }) => madeOf.length === 0)
        .map(({ name }) => notHere(name, rules.directory));
    for (const one of wanted) {
        const answers = await checkAnswers(one, wishFor(one.name, rules.requests), tools);
        checks.push(...answers.checks);
        notVerified.push(...answers.notVerified);
    }
    return { checks, notVerified };
}
async function wantedBy({ directory, ref, requests }, folder) {
    const there = await readWantedFunctions(folder, { directory, ref });
    if (requests.all !== undefined && there.length === 0)
        throw new errors/* InputError */.dz(`functions: "${directory}" has no functions to check; check out the repository, or correct "functions-directory"`);
    const names = new Set([
        ...(requests.all === undefined ? [] : there.map(({ name }) => name)),
        ...requests.named.keys(),
    ]);
    return [...names].sort().map((name) => {
        const found = there.find((one) => one.name === name) ?? {
            name,
            verifyJwt: undefined,
            madeOf: [],
            where: undefined,
        };
        return { ...found, verifyJwt: wishFor(name, requests).verifyJwt ?? found.verifyJwt };
    });
}
async function deployedIn(ref, api) {
    try {
        return { kind: 'answered', functions: await (0,functions/* listFunctions */._d)(api, ref) };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        return { kind: 'unanswered', because: (0,errors/* describe */.q0)(error), remedy: error.hint ?? 'run again later' };
    }
}
function notHere(name, directory) {
    return {
        id: 'function/current',
        what: name,
        because: `its code is not in "${directory}"`,
        remedy: 'check it where its code is, or correct "functions-directory"',
        chosen: false,
    };
}

;// CONCATENATED MODULE: ./packages/supabase/lib/functions/folder.js


const LARGEST = 1024 * 1024;
function folderOf(root) {
    async function inside(path) {
        try {
            const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path));
            const way = (0,external_node_path_.relative)(await (0,promises_.realpath)(root), real);
            return way === '..' || way.startsWith(`..${external_node_path_.sep}`) ? undefined : real;
        }
        catch {
            return undefined;
        }
    }
    return {
        async list(path) {
            const real = await inside(path);
            if (real === undefined)
                return undefined;
            try {
                const entries = await (0,promises_.readdir)(real, { withFileTypes: true });
                return entries
                    .map((entry) => ({
                    name: entry.name,
                    kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
                }))
                    .sort((a, b) => (a.name < b.name ? -1 : 1));
            }
            catch {
                return undefined;
            }
        },
        async read(path) {
            const real = await inside(path);
            if (real === undefined)
                return undefined;
            try {
                return (await (0,promises_.stat)(real)).size > LARGEST ? undefined : await (0,promises_.readFile)(real, 'utf8');
            }
            catch {
                return undefined;
            }
        },
        async kind(path) {
            const real = await inside(path);
            if (real === undefined)
                return undefined;
            const found = await (0,promises_.stat)(real).catch(() => undefined);
            if (found === undefined)
                return undefined;
            return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
        },
    };
}

;// CONCATENATED MODULE: ./packages/supabase/lib/functions/ask.js

function createAsk({ timeoutMs, clock, signal, fetch: send }) {
    return async ({ headers, method, url }) => {
        try {
            return await (0,deadline/* withDeadline */.N)(`${method} ${url.pathname}`, timeoutMs, async (inner) => {
                const response = await send(url, {
                    method,
                    headers: { 'user-agent': 'lockstep', ...headers },
                    redirect: 'manual',
                    signal: inner,
                });
                await response.body?.cancel();
                return { kind: 'answer', status: response.status };
            }, { clock, signal });
        }
        catch {
            if (signal.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            return { kind: 'lost' };
        }
    };
}

// EXTERNAL MODULE: ./packages/supabase/lib/client.js + 3 modules
var client = __webpack_require__(830633);
;// CONCATENATED MODULE: ./packages/action-kit/lib/supabase.js

function supabaseClient(values, shell) {
    return (0,client/* createSupabaseClient */.S)({
        token: values['supabase-token'],
        apiUrl: values['supabase-api-url'] ?? new URL(client/* SUPABASE_API */._),
        clock: shell.clock,
        log: shell.log,
        signal: shell.signal,
        fetch,
        requestTimeoutMs: values['request-timeout'],
    });
}

// EXTERNAL MODULE: ./packages/action-kit/lib/yaml-input.js
var yaml_input = __webpack_require__(386820);
;// CONCATENATED MODULE: ./packages/action-kit/lib/functions.js




const functionInputs = () => ({
    functions: (0,shape/* described */.WY)((0,shape/* text */.Qq)(), 'Edge Functions of Supabase that must be live: `all` for those of `functions-directory`, or a YAML map from names (`*` means all) to `verify-jwt` (`true` or `false`, where it is not as supabase/config.toml says), `ask` (`OPTIONS` or `GET`) and `expect` (a status). Only a function with `ask` is called.'),
    'functions-directory': (0,shape/* described */.WY)((0,shape/* text */.Qq)('supabase/functions'), 'Directory of the Edge Functions. `config.toml` is read from the directory above it.'),
    'functions-url': (0,shape/* described */.WY)((0,shape/* url */.OZ)(), 'Address of the Edge Functions, where it is not `https://REF.supabase.co/functions/v1`.'),
    'functions-key': (0,shape/* described */.WY)((0,shape/* secret */.rJ)(), 'Key that callers of the Edge Functions send, such as the anon key of the project. It is sent to `functions-url` only.'),
});
function functionProblems(values) {
    if (values.functions === '')
        return [];
    return [
        ...requestsOf(values).problems,
        ...(values['supabase-project'] === '' ? ['input "supabase-project": expected the project of "functions"'] : []),
        ...(values['supabase-token'].isEmpty
            ? ['input "supabase-token": expected a token that may read the project of "functions"']
            : []),
    ];
}
async function checkEdgeFunctions(values, shell) {
    const { requests } = requestsOf(values);
    if (requests === undefined)
        return { checks: [], notVerified: [] };
    const { clock, env, signal } = shell;
    const ref = values['supabase-project'];
    return await checkFunctions({ ref, requests, directory: values['functions-directory'], undocumented: values.undocumented }, {
        api: supabaseClient(values, shell),
        folder: folderOf(env.workspace),
        git: (0,last_change/* gitIn */.u)(env.workspace, signal),
        ask: createAsk({ timeoutMs: values['request-timeout'], clock, signal, fetch }),
        functionsUrl: values['functions-url'] ?? new URL(`https://${ref}.supabase.co/functions/v1`),
        key: values['functions-key'],
    });
}
function requestsOf({ functions }) {
    if (functions === '')
        return readFunctionRequests(undefined, 'input "functions"');
    const { value, problems } = (0,yaml_input/* readYamlInput */.c)(functions, 'input "functions"');
    return problems.length > 0 ? { requests: undefined, problems } : readFunctionRequests(value, 'input "functions"');
}

// EXTERNAL MODULE: ./packages/action-kit/lib/inputs.js
var inputs = __webpack_require__(802620);
;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/inputs.js






const inputs_inputs = {
    contract: (0,shape/* text */.Qq)(),
    'base-url': (0,shape/* url */.OZ)(),
    as: (0,shape/* secret */.rJ)(),
    examples: (0,shape/* text */.Qq)(),
    'coverage-minimum': (0,shape/* decimal */._)(1, { min: 0, max: 1 }),
    undocumented: (0,shape/* oneOf */.yL)(['warn', 'fail'], 'warn'),
    'live-contract': (0,shape/* text */.Qq)(),
    routes: (0,shape/* text */.Qq)(),
    source: (0,shape/* list */.p_)(),
    'scratch-database-url': (0,shape/* secret */.rJ)(),
    'missing-in-schema': (0,shape/* oneOf */.yL)(['warn', 'fail'], 'warn'),
    requires: (0,shape/* text */.Qq)(),
    'health-url': (0,shape/* url */.OZ)(),
    'ledger-token': (0,shape/* secret */.rJ)(),
    webhooks: (0,shape/* text */.Qq)(),
    'webhook-secret': (0,shape/* secret */.rJ)(),
    'data-checks': (0,shape/* text */.Qq)(),
    'row-security': (0,shape/* list */.p_)(),
    'database-url': (0,shape/* secret */.rJ)(),
    protected: (0,shape/* list */.p_)(),
    skip: (0,shape/* list */.p_)(),
    methods: (0,shape/* oneOf */.yL)(['safe', 'all'], 'safe'),
    disposable: (0,shape/* flag */.Jt)(false),
    'latency-budget': (0,shape/* duration */.p0)(),
    contact: (0,shape/* text */.Qq)(),
    'contract-format': (0,shape/* oneOf */.yL)(['auto', 'openapi', 'markdown'], 'auto'),
    'request-timeout': (0,shape/* duration */.p0)('10s'),
    directory: (0,shape/* text */.Qq)('supabase/migrations'),
    'down-directory': (0,shape/* text */.Qq)('supabase/rollbacks'),
    'source-schema': (0,shape/* text */.Qq)('public'),
    'data-timeout': (0,shape/* duration */.p0)('10s'),
    'dry-run': (0,shape/* flag */.Jt)(false),
    ...(0,inputs/* auditInputs */.ZM)(),
    'protection-bypass': (0,shape/* secret */.rJ)(),
    ...functionInputs(),
    ...(0,inputs/* supabaseInputs */.iD)(),
};
function problemsOf(values) {
    const problems = [
        ...identitiesOf(values).problems,
        ...examplesOf(values).problems,
        ...(0,audit/* readAccept */.pc)(values.accept).problems,
        ...requirementsOf(values).problems,
        ...webhooksOf(values).problems,
        ...functionProblems(values),
        ...patternProblems('protected', values.protected),
        ...patternProblems('skip', values.skip),
    ];
    const others = [values.requires, values.webhooks, values['data-checks'], values.functions];
    if (values.contract === '' && [...values.source, ...values['row-security'], ...others].every((one) => one === ''))
        problems.push('input "contract": expected a file with the contract, or one of "source", "requires", "webhooks", "data-checks", "row-security" and "functions" to check that alone');
    for (const name of ['base-url', 'health-url', 'functions-url'])
        if (values[name]?.username || values[name]?.password)
            problems.push(`input "${name}": expected a URL without a user and a password; give credentials in "as", which is a secret`);
    const needsHealth = requirementsOf(values).requirements.some(({ needs, url: own }) => needs !== undefined && own === undefined);
    if (needsHealth && values['health-url'] === undefined)
        problems.push('input "health-url": expected the URL of the health route that names what "requires" is about');
    if ((values['data-checks'] !== '' || values['row-security'].length > 0) && values['database-url'].isEmpty)
        problems.push('input "database-url": expected the URL of the database for "data-checks" and "row-security"');
    if (values.contract === '' && values['live-contract'] !== '')
        problems.push('input "contract": expected the file of this release that "live-contract" is compared with');
    if (values.source.length > 0 && values['scratch-database-url'].isEmpty)
        problems.push('input "scratch-database-url": expected the URL of a disposable PostgreSQL server, where "source" is compared with the schema of the migrations');
    if (values.contract !== '' &&
        values['base-url'] === undefined &&
        (values['live-contract'] === '' || values.contract === 'postgrest'))
        problems.push('input "base-url": expected the URL of the live backend, or "live-contract" to compare two contracts without asking a backend');
    if (values.methods === 'all' && !values.disposable)
        problems.push('input "methods": all calls methods that change data; declare with "disposable: true" that the data of this backend may be thrown away');
    return problems;
}
function identitiesOf({ as }) {
    const { value, problems } = (0,yaml_input/* readYamlInput */.c)(as.reveal(), 'input "as"');
    return problems.length > 0 ? { identities: [], problems } : (0,identities/* readIdentities */.d1)(value, 'input "as"');
}
function examplesOf({ examples }) {
    const { value, problems } = (0,yaml_input/* readYamlInput */.c)(examples, 'input "examples"');
    return problems.length > 0 ? { examples: [], problems } : readExamples(value, 'input "examples"');
}
function requirementsOf({ requires }) {
    const { value, problems } = (0,yaml_input/* readYamlInput */.c)(requires, 'input "requires"');
    return problems.length > 0 ? { requirements: [], problems } : readRequirements(value, 'input "requires"');
}
function webhooksOf({ webhooks }) {
    const { value, problems } = (0,yaml_input/* readYamlInput */.c)(webhooks, 'input "webhooks"');
    return problems.length > 0 ? { webhooks: [], problems } : readWebhooks(value, 'input "webhooks"');
}
function patternsOf(lines) {
    return lines.flatMap((line) => (0,pattern/* readPattern */.Z)(line) ?? []);
}
function patternProblems(name, lines) {
    return lines
        .filter((line) => (0,pattern/* readPattern */.Z)(line) === undefined)
        .map((line) => `input "${name}": expected ${pattern/* PATTERN_FORM */.Y}, got ${JSON.stringify(line.slice(0, 200))}`);
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/backend-part.js




const NO_CONTRACT = { ...NOTHING, operations: undefined, coverage: undefined, would: '' };
async function checkBackend(values, shell) {
    const baseUrl = values['base-url'];
    if (values.contract === '')
        return NO_CONTRACT;
    if (baseUrl === undefined) {
        const contract = await readFileContract(values.contract, values, shell);
        const checks = values['dry-run'] ? [] : await comparedWithLive(values, contract, shell);
        return { ...NO_CONTRACT, checks, operations: contract.operations.length, would: 'would compare two contracts' };
    }
    const { identities } = identitiesOf(values);
    const { examples } = examplesOf(values);
    for (const { headers } of identities)
        for (const secret of Object.values(headers))
            maskParts(secret, shell);
    const send = backend_part_client(values, shell);
    const contract = await contractOf(values, { baseUrl, send, shell });
    const problems = unknownExamples(examples, contract);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const plan = {
        baseUrl,
        identities,
        examples,
        methods: values.methods,
        protectedBy: patternsOf(values.protected),
        skip: patternsOf(values.skip),
    };
    await shell.log.group(`Understood ${contract.operations.length} operations of ${values.contract}`, async () => {
        for (const line of understoodLines(contract))
            shell.log.info(line);
    });
    for (const note of contract.notes)
        shell.log.warning(note);
    if (values['dry-run'])
        return dryRun(contract, (0,plan_plan/* planCalls */.j)(contract, plan), shell);
    const { checks, notVerified, coverage } = await checkContract(contract, {
        ...plan,
        undocumented: values.undocumented,
        coverageMinimum: values['coverage-minimum'],
        latencyBudgetMs: values['latency-budget'],
        contact: values.contact,
        routes: await routesOf(values, shell),
    }, { send, clock: shell.clock, signal: shell.signal, onOperation: (name) => shell.log.info(`asking ${name}`) });
    const compared = await comparedWithLive(values, contract, shell);
    return { checks: [...checks, ...compared], notVerified, coverage, operations: coverage.all, would: '' };
}
async function comparedWithLive(values, contract, shell) {
    if (values['live-contract'] === '')
        return [];
    return compatibility(await readFileContract(values['live-contract'], values, shell), contract);
}
async function readFileContract(path, values, { env }) {
    return await readContract(repositoryPath(env.workspace, path), values['contract-format'], repositoryFiles(env.workspace));
}
function dryRun(contract, plan, shell) {
    for (const { operation, url, identity } of plan.calls)
        shell.log.info(`would ask ${operation.method} ${url.pathname}${url.search} as ${identity?.name ?? 'no one'}`);
    for (const { operation, because } of plan.notCalled)
        shell.log.info(`would not call ${operation.name}: ${because}`);
    const all = contract.operations.length;
    return { ...NO_CONTRACT, operations: all, would: `would call ${plan.calls.length} of ${all} operations` };
}
function backend_part_client(values, { clock, signal }) {
    const bypass = values['protection-bypass'];
    const always = bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass.reveal() };
    return createClient({ timeoutMs: values['request-timeout'], clock, signal, always, fetch });
}
async function contractOf(values, { baseUrl, send, shell }) {
    const [first] = identitiesOf(values).identities;
    if (values.contract === 'postgrest')
        return await askPostgrest(baseUrl, send, first === undefined ? {} : (0,identities/* revealed */.Dr)(first.headers));
    return await readFileContract(values.contract, values, shell);
}
async function routesOf({ routes }, { env }) {
    if (routes === '')
        return undefined;
    const path = repositoryPath(env.workspace, routes);
    return readRoutes(await repositoryFiles(env.workspace).read(path), path);
}
function maskParts(secret, shell) {
    shell.mask(secret);
    const [, credential = ''] = /^\S+ (\S{4,})$/.exec(secret.reveal()) ?? [];
    if (credential !== '')
        shell.mask(new lib_secret/* Secret */.z(credential));
}

// EXTERNAL MODULE: ./packages/contract/lib/ask/exchange.js
var ask_exchange = __webpack_require__(556167);
// EXTERNAL MODULE: ./packages/contract/lib/checks/check.js
var check = __webpack_require__(940098);
;// CONCATENATED MODULE: ./packages/contract/lib/requires/check-requires.js



async function checkRequirements(requirements, { healthUrl, send, contact }) {
    const answers = new Map();
    const checks = [];
    for (const { at, name, needs, url: own } of requirements) {
        const url = own ?? healthUrl;
        if (needs === undefined || url === undefined)
            continue;
        const exchange = answers.get(url.href) ?? (await send({ method: 'GET', url, headers: {} }));
        answers.set(url.href, exchange);
        checks.push(judge({ at, name, needs }, url, exchange, contact));
    }
    return checks;
}
function judge({ at, name, needs }, url, exchange, contact) {
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

;// CONCATENATED MODULE: ./packages/contract/lib/requires/ledger.js
async function checkLedgers(requirements, ask) {
    const checks = [];
    const notVerified = [];
    for (const { ledger, name } of requirements) {
        if (ledger === undefined)
            continue;
        if (ask === undefined)
            notVerified.push({
                id: 'requires/released',
                what: name,
                because: `no token was given for the ledger of ${placeOf(ledger)}`,
                remedy: 'give one in "ledger-token"; it must read deployments, actions and contents of that repository',
                chosen: false,
            });
        else
            checks.push(judgeLedger(name, ledger, await ask(ledger)));
    }
    return { checks, notVerified };
}
function judgeLedger(name, place, answer) {
    const wanted = place.contains === '' ? 'a committed release' : `a committed release that contains ${place.contains}`;
    const facts = {
        id: 'requires/released',
        title: 'What this release requires was released, and no one is about to roll it back',
        what: name,
        expected: `${wanted}, in the ledger of ${placeOf(place)}`,
    };
    switch (answer.kind) {
        case 'unanswered':
            return { ...facts, verdict: 'unknown', reason: 'no-answer', measured: answer.because, remedy: answer.remedy };
        case 'open':
            return {
                ...facts,
                verdict: 'unknown',
                reason: 'in-progress',
                measured: answer.what,
                remedy: `wait until the release of ${name} is committed or rolled back`,
            };
        case 'none':
            return {
                ...facts,
                verdict: 'fail',
                reason: 'never-released',
                measured: answer.what,
                remedy: `release ${name} first, or correct "repository", "environment", "service" and "creator" of its ledger`,
            };
        case 'released':
            if (answer.contains === undefined)
                return {
                    ...facts,
                    verdict: 'unknown',
                    reason: 'not-comparable',
                    measured: answer.what,
                    remedy: `name in "contains" a commit, tag or branch that ${place.repository.owner}/${place.repository.repo} has`,
                };
            return answer.contains
                ? { ...facts, verdict: 'pass', reason: 'released', measured: answer.what, remedy: '' }
                : {
                    ...facts,
                    verdict: 'fail',
                    reason: 'not-live-yet',
                    measured: answer.what,
                    remedy: `release ${name} first; in a rollback, roll this release back before ${name}`,
                };
    }
}
function placeOf({ environment, repository: { owner, repo }, service }) {
    return `${owner}/${repo}, ${environment}${service === '' ? '' : `/${service}`}`;
}

// EXTERNAL MODULE: ./packages/contract/lib/ask/wall.js
var wall = __webpack_require__(227845);
;// CONCATENATED MODULE: ./packages/contract/lib/webhook/stripe-signature.js

function stripeSignature(payload, secret, seconds) {
    const digest = (0,external_node_crypto_().createHmac)('sha256', secret).update(`${seconds}.${payload}`, 'utf8').digest('hex');
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
    const wrongSecret = `whsec_${(0,external_node_crypto_().randomBytes)(24).toString('hex')}`;
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
const newId = () => `evt_lockstep_${(0,external_node_crypto_().randomBytes)(12).toString('hex')}`;

// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 1 modules
var database_url = __webpack_require__(735351);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
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
            checks.push(data_checks_judge(rule, await countsOf(session, rule, tools)));
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
    if (!session.lost)
        await session.send('discard all');
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
function data_checks_judge({ expect, name }, counts) {
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

// EXTERNAL MODULE: ./packages/github/lib/client.js
var lib_client = __webpack_require__(598035);
// EXTERNAL MODULE: ./packages/github/lib/ledger/ledger.js
var ledger = __webpack_require__(109614);
// EXTERNAL MODULE: ./packages/github/lib/ledger/view.js
var ledger_view = __webpack_require__(638973);
// EXTERNAL MODULE: ./packages/github/lib/ledger/plan-begin.js
var plan_begin = __webpack_require__(85127);
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/ledger.js


function ledgerOf(values, shell) {
    if (values['ledger-token'].isEmpty)
        return undefined;
    return async (place) => {
        try {
            return await ask(place, values, shell);
        }
        catch (error) {
            if (!(error instanceof errors/* RemoteError */.Hi))
                throw error;
            const remedy = error.hint ?? 'give a "ledger-token" that may read deployments, actions and contents of that repository';
            return { kind: 'unanswered', because: (0,errors/* describe */.q0)(error), remedy };
        }
    };
}
async function ask(place, values, { clock, env, log, signal }) {
    const { contains, creator, environment, repository, service } = place;
    const token = values['ledger-token'];
    const github = (0,lib_client/* createGitHubClient */.L)({
        ...{ token, apiUrl: env.apiUrl, repository, clock, log, signal },
        requestTimeoutMs: values['request-timeout'],
        redirects: 'refused',
    });
    const view = await (0,ledger/* openLedger */.a)({ github, creator }).read({ environment, service });
    const open = (0,ledger_view/* unsettledRelease */.yS)(view) ?? (0,plan_begin/* blockingRecord */.vc)(view);
    if (open !== undefined)
        return { kind: 'open', what: `${open.id} is ${open.state}: ${open.author.url}` };
    const release = (0,ledger_view/* lastReleased */.iH)(view);
    if (release === undefined)
        return { kind: 'none', what: 'no committed release' };
    const { commit } = release.candidate;
    const what = `release ${release.id} of ${commit === null ? 'an unrecorded commit' : `commit ${commit.slice(0, 12)}`}`;
    if (contains === '')
        return { kind: 'released', release: release.id, contains: true, what };
    const order = commit === null ? 'unknown' : await compareCommits(github, contains, commit);
    return {
        kind: 'released',
        release: release.id,
        contains: order === 'unknown' ? undefined : order === 'ahead' || order === 'identical',
        what,
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/other-parts.js







async function checkOthers(values, shell) {
    const rules = await rulesOf(values, shell);
    if (values['dry-run'])
        return NOTHING;
    const { clock, log, signal } = shell;
    const send = createClient({ timeoutMs: values['request-timeout'], clock, signal, always: {}, fetch });
    const parts = [];
    const healthUrl = values['health-url'];
    const { requirements } = requirementsOf(values);
    if (requirements.length > 0) {
        const { contact } = values;
        parts.push({ checks: await checkRequirements(requirements, { healthUrl, send, contact }), notVerified: [] });
        parts.push(await checkLedgers(requirements, ledgerOf(values, shell)));
    }
    const secret = values['webhook-secret'];
    for (const webhook of webhooksOf(values).webhooks)
        parts.push(await checkWebhook(webhook, { send, nowMs: clock.now, secret, disposable: values.disposable }));
    const database = values['database-url'];
    if (rules.length > 0) {
        const tools = { log, signal, timeoutMs: values['data-timeout'] };
        parts.push({ checks: await checkData(database.reveal(), rules, tools), notVerified: [] });
    }
    if (values['row-security'].length > 0)
        parts.push(await checkRowSecurity(database.reveal(), values['row-security'], { log, signal }));
    parts.push(await checkEdgeFunctions(values, shell));
    return together(parts);
}
async function rulesOf(values, { env }) {
    if (values['data-checks'] === '')
        return [];
    const path = repositoryPath(env.workspace, values['data-checks']);
    const { value, problems } = (0,yaml_input/* readYamlInput */.c)(await repositoryFiles(env.workspace).read(path), path);
    const read = problems.length > 0 ? { rules: [], problems } : readDataRules(value, path);
    if (read.problems.length > 0)
        throw new errors/* InputError */.dz(read.problems);
    return read.rules;
}

// EXTERNAL MODULE: ./packages/base/lib/log.js
var lib_log = __webpack_require__(463499);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
;// CONCATENATED MODULE: ./packages/contract/lib/uses/read-sources.js



const SOURCE = /\.[cm]?[jt]sx?$/;
const LEFT_OUT = /^(?:node_modules|\..*|coverage|dist|build|out)$/;
const DECLARATION = /\.d\.[cm]?ts$/;
const read_sources_MOST_FILES = 20_000;
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
                for (const file of read_sources_filesBelow(real, path.replace(/\/+$/, '')))
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
        if (found.size > read_sources_MOST_FILES)
            throw new errors/* InputError */.dz(`${path}: more than ${read_sources_MOST_FILES} files; name smaller directories`);
    }
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems.map((one) => `input "source": ${one}`));
    return [...found.values()];
}
function read_sources_filesBelow(real, path) {
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
            return LEFT_OUT.test(entry.name) ? [] : read_sources_filesBelow((0,external_node_path_.join)(real, entry.name), below);
        const wanted = entry.isFile() && SOURCE.test(entry.name) && !DECLARATION.test(entry.name);
        return wanted ? read_sources_filesBelow((0,external_node_path_.join)(real, entry.name), below) : [];
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/source-part.js



const LIMITS = {
    lockTimeoutMs: 10_000,
    lockRetryForMs: 10_000,
    migrationLockTimeoutMs: 10_000,
    statementTimeoutMs: 300_000,
};
async function checkSource(values, shell) {
    if (values.source.length === 0)
        return NOTHING;
    const sources = readSources(shell.env.workspace, values.source);
    const uses = await usesOf(sources, values['source-schema']);
    const read = uses.filter(({ kind }) => kind !== 'unread').length;
    shell.log.info(`${(0,lists/* count */.U9)(read, 'call')} of supabase-js read in ${(0,lists/* count */.U9)(sources.length, 'file')}`);
    if (values['dry-run'])
        return NOTHING;
    const { buildByFile, createEngine, readFolder, withBuiltSchema } = await Promise.all(/* import() */[__webpack_require__.e(9324), __webpack_require__.e(7203)]).then(__webpack_require__.bind(__webpack_require__, 92318));
    const { clock, env, log, signal } = shell;
    const engine = createEngine({
        databaseUrl: values['scratch-database-url'],
        provenance: { release: '', commit: '', actor: env.actor, run: env.runUrl, step: shell.instance },
        limits: LIMITS,
        log: lib_log/* silent */.K,
        clock,
        signal,
    });
    const folder = readFolder({
        directory: values.directory,
        downDirectory: values['down-directory'],
        layout: 'auto',
        base: env.workspace,
    });
    const built = await withBuiltSchema(engine, folder, (target) => relationsOf(target, { log, signal }));
    if (built.kind === 'not-built')
        return notBuilt(built.message);
    const trace = traceGone(uses, missingOf(uses, built.value));
    if (missingOf(uses, built.value).length > 0) {
        const again = await buildByFile(engine, folder, async (target, file) => trace.look(file, await relationsOf(target, { log, signal })));
        if (again.kind === 'not-built')
            return notBuilt(again.message);
    }
    return judged(uses, built.value, { missing: values['missing-in-schema'], goneWith: trace.goneWith });
}
function judged(uses, schema, rules) {
    return { checks: judgeUses(uses, schema, rules), notVerified: unreadUses(uses, rules.missing) };
}
function notBuilt(message) {
    return {
        checks: [],
        notVerified: [
            {
                id: 'source/schema',
                what: 'supabase-js calls of the source',
                because: `the migrations could not be applied to a new database: ${message}`,
                remedy: 'fix the migration, or give a server of the version of production in "scratch-database-url"',
                chosen: false,
            },
        ],
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/contract-check/engine.js






async function checkEverything(values, host) {
    const backend = await checkBackend(values, host);
    const source = await checkSource(values, host);
    const others = await checkOthers(values, host);
    return {
        ...together([backend, source, others]),
        backend,
        order: orderOf(requirementsOf(values).requirements),
        subject: values['base-url']?.host ?? (values.contract || values['health-url']?.host || 'the backend'),
    };
}

// EXTERNAL MODULE: ./packages/action-shell/lib/read-inputs.js
var read_inputs = __webpack_require__(131943);
// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __webpack_require__(797442);
// EXTERNAL MODULE: ./packages/cli/lib/own-words.js
var own_words = __webpack_require__(986623);
// EXTERNAL MODULE: ./packages/cli/lib/read-text.js
var read_text = __webpack_require__(51962);
// EXTERNAL MODULE: ./packages/cli/lib/tell-checks.js
var tell_checks = __webpack_require__(106447);
// EXTERNAL MODULE: ./packages/cli/lib/tell-end.js
var tell_end = __webpack_require__(345000);
// EXTERNAL MODULE: ./packages/cli/lib/commands/contract/options.js
var options = __webpack_require__(884925);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/contract/run.js











const LONGEST_INPUT = 1024 * 1024;
const LISTS = ['source', 'row-security', 'protected', 'skip'];
const WORDS = new own_words/* OwnWords */.u({
    ...Object.fromEntries(options/* options */.fF.map(({ name }) => [name, `--${name}`])),
    ...options/* VARIABLES */.ut,
    contract: 'CONTRACT',
});
async function run(call) {
    const values = await readValues(call);
    const { backend, checks, notVerified, order, subject } = await checkEverything(values, hostOf(call));
    if (order !== undefined)
        call.terminal.tell(`releases: ${order.release}; rollbacks: ${order.rollback}\n`);
    if (values['dry-run'])
        return (0,tell_end/* tellEnd */.H)(call, 'contract-check', dryRunEnd(backend));
    return (0,tell_checks/* tellChecks */.z)(call, {
        ...{ subject, tool: 'contract-check', onUnknown: values['on-unknown'] },
        accept: (0,audit/* readAccept */.pc)(values.accept).acceptances,
        checks: WORDS.checks(checks),
        notVerified: WORDS.gaps(notVerified),
    });
}
async function readValues(call) {
    const raw = new Map([['contract', call.text('CONTRACT')]]);
    for (const { name, value } of options/* options */.fF) {
        const given = value === undefined ? String(call.flag(name)) : call.text(name);
        const isFile = options/* FILES */.cn.some((one) => one === name) && given !== '' && !(name === 'functions' && given === 'all');
        const text = isFile ? await (0,read_text/* readText */.y)(given, LONGEST_INPUT, call) : given;
        raw.set(name, LISTS.includes(name) ? text.replaceAll(',', '\n') : text);
    }
    for (const [name, variable] of Object.entries(options/* VARIABLES */.ut))
        raw.set(name, process.env[variable] ?? '');
    const read = (0,read_inputs/* readInputs */.Ko)(inputs_inputs, (name) => raw.get(name) ?? '');
    const problems = [...read.problems, ...(0,read_inputs/* problemsBetween */.H_)(inputs_inputs, read, problemsOf)];
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems.map((one) => WORDS.text(one)));
    return read.values;
}
function hostOf({ signal, terminal }) {
    const line = (text) => terminal.tell(`${(0,plain_line/* plainLine */.h)(text)}\n`);
    return {
        ...{ clock: lib_clock/* systemClock */.ml, instance: 'terminal', signal, mask: () => { } },
        env: {
            ...{ actor: '', runUrl: '', workspace: process.cwd() },
            apiUrl: process.env['GITHUB_API_URL'] || 'https://api.github.com',
        },
        log: {
            ...{ ...lib_log/* silent */.K, info: line, notice: line, warning: line, foreign: line },
            group: async (title, work) => {
                line(title);
                return await work();
            },
        },
    };
}


/***/ }),

/***/ 556167:
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

/***/ 227845:
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

/***/ 940098:
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

/***/ 585962:
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

/***/ 926230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ revealed),
/* harmony export */   aq: () => (/* binding */ wrongCredentials),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   fI: () => (/* binding */ rightIdentity)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1015169);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(487083);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(486479);


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

/***/ 486479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ PATTERN_FORM),
/* harmony export */   Z: () => (/* binding */ readPattern)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85008);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(585962);


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

/***/ 486340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ planCalls)
/* harmony export */ });
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(585962);
/* harmony import */ var _identities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(926230);


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

/***/ 333531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ step),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1015169);

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

/***/ 127953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ publicKey)
/* harmony export */ });
function publicKey(key) {
    return /^(\d{1,6}|[A-Za-z_$][\w$-]{0,60})$/.test(key) ? key : '*';
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
