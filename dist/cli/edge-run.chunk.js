export const id = 1920;
export const ids = [1920];
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

/***/ 599621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sameCommit),
/* harmony export */   q: () => (/* binding */ sameDeployment)
/* harmony export */ });
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

/***/ 940859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/action-shell/lib/shape.js
var shape = __webpack_require__(494139);
;// CONCATENATED MODULE: ./packages/edge/lib/plan.js
const ENVIRONMENTS = ['production', 'preview', 'candidate'];
const CSP_LEVELS = ['strict', 'balanced', 'report'];
const BEACONS = ['vercel-analytics', 'speed-insights', 'sentry'];
const BURST_LIMIT = 100;
function mayProbe({ environment, probeProduction }) {
    return environment !== 'production' || probeProduction;
}

// EXTERNAL MODULE: ./packages/action-kit/lib/inputs.js
var inputs = __webpack_require__(802620);
;// CONCATENATED MODULE: ./packages/action-kit/lib/edge-audit/inputs.js



const inputs_inputs = {
    url: (0,shape/* url */.OZ)(undefined, { required: true }),
    paths: (0,shape/* list */.p_)('/'),
    'site-kind': (0,shape/* oneOf */.yL)(ENVIRONMENTS, 'production'),
    'expect-deployment': (0,shape/* text */.Qq)(),
    'expect-commit': (0,shape/* commit */.cd)(),
    checks: (0,shape/* list */.p_)(),
    hosts: (0,shape/* list */.p_)(),
    'api-paths': (0,shape/* list */.p_)(),
    'cors-origins': (0,shape/* list */.p_)(),
    csp: (0,shape/* oneOf */.yL)(CSP_LEVELS, 'balanced'),
    'min-grade': (0,shape/* text */.Qq)('B+'),
    'min-tls': (0,shape/* oneOf */.yL)(['1.2', '1.3'], '1.2'),
    'min-days-left': (0,shape/* integer */.nd)(21, { min: 1, max: 365 }),
    telemetry: (0,shape/* list */.p_)(),
    'dns-resolvers': (0,shape/* list */.p_)('1.1.1.1\n8.8.8.8'),
    'dns-expect': (0,shape/* list */.p_)(),
    'dns-authority': (0,shape/* list */.p_)(),
    'dns-max-ttl': (0,shape/* duration */.p0)('60m'),
    'csrf-paths': (0,shape/* list */.p_)(),
    bursts: (0,shape/* list */.p_)(),
    'other-client': (0,shape/* secret */.rJ)(),
    'probe-production': (0,shape/* flag */.Jt)(false),
    'skip-paths': (0,shape/* list */.p_)(),
    'http-url': (0,shape/* url */.OZ)(),
    'identity-path': (0,inputs/* identityPath */.Uz)(),
    'protection-bypass': (0,shape/* secret */.rJ)(),
    'max-requests': (0,shape/* integer */.nd)(300, { min: 10, max: 2000 }),
    ...(0,inputs/* requestInputs */.jU)(),
    deadline: (0,shape/* duration */.p0)('3m'),
    ...(0,inputs/* auditInputs */.ZM)(),
    'dry-run': (0,shape/* flag */.Jt)(false),
};

// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __webpack_require__(85008);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/edge/lib/ask/allowed.js

const ACTING_PATHS = [
    '/api/cron*',
    '*/logout*',
    '*/log-out*',
    '*/signout*',
    '*/sign-out*',
    '*/unsubscribe*',
    '/api/webhook*',
];
function mayAsk(url, { hosts, skipPaths }) {
    const known = hosts.includes(url.host) || hosts.includes(url.hostname);
    return known && !skipPaths.some((pattern) => (0,glob/* fits */.l)(pattern, url.pathname));
}

// EXTERNAL MODULE: external "node:http"
let external_node_http__kept;
const external_node_http_ = () => (external_node_http__kept ??= __webpack_require__(447779));
let external_node_http_namespaceObject_kept;
const external_node_http_namespaceObject = () => (external_node_http_namespaceObject_kept ??= /*#__PURE__*/__webpack_require__.t(external_node_http_(), 2));
// EXTERNAL MODULE: external "node:https"
let external_node_https__kept;
const external_node_https_ = () => (external_node_https__kept ??= __webpack_require__(300501));
let external_node_https_namespaceObject_kept;
const external_node_https_namespaceObject = () => (external_node_https_namespaceObject_kept ??= /*#__PURE__*/__webpack_require__.t(external_node_https_(), 2));
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(636190);
// EXTERNAL MODULE: external "node:zlib"
let external_node_zlib__kept;
const external_node_zlib_ = () => (external_node_zlib__kept ??= __webpack_require__(233932));
;// CONCATENATED MODULE: ./packages/edge/lib/ask/decode.js

const BODY_LIMIT_BYTES = 2 * 1024 * 1024;
function decode(raw, encoding) {
    const options = { maxOutputLength: BODY_LIMIT_BYTES * 4 };
    try {
        switch (encoding.trim().toLowerCase()) {
            case '':
            case 'identity':
                return { bytes: raw, intact: true };
            case 'gzip':
            case 'x-gzip':
                return { bytes: (0,external_node_zlib_().gunzipSync)(raw, { ...options, finishFlush: external_node_zlib_().constants.Z_SYNC_FLUSH }), intact: true };
            case 'deflate':
                return { bytes: (0,external_node_zlib_().inflateSync)(raw, { ...options, finishFlush: external_node_zlib_().constants.Z_SYNC_FLUSH }), intact: true };
            case 'br':
                return {
                    bytes: (0,external_node_zlib_().brotliDecompressSync)(raw, { ...options, finishFlush: external_node_zlib_().constants.BROTLI_OPERATION_FLUSH }),
                    intact: true,
                };
            default:
                return { bytes: Buffer.alloc(0), intact: false };
        }
    }
    catch {
        return { bytes: Buffer.alloc(0), intact: false };
    }
}

;// CONCATENATED MODULE: ./packages/edge/lib/ask/asker.js





const USER_AGENT = 'lockstep-edge-audit (+https://github.com/lockstep-ci/lockstep)';
function openAsker(options) {
    const { allowance, bypass, mostRequests, origin, signal, timeoutMs } = options;
    const shared = { keepAlive: true, maxSockets: 6 };
    const plain = new (external_node_http_()).Agent(shared);
    const secure = new (external_node_https_()).Agent({ ...shared, ...(options.ca === undefined ? {} : { ca: [...options.ca] }) });
    let asked = 0;
    async function ask(url, { method = 'GET', headers = {}, body } = {}) {
        if (signal.aborted)
            throw (0,lib_clock/* cancellation */.WN)(signal);
        const none = (why, code = '') => ({ kind: 'none', url, why, code });
        if (!mayAsk(url, allowance))
            return none('not-allowed');
        if (asked >= mostRequests)
            return none('too-many');
        asked += 1;
        const timer = new AbortController();
        const timeout = setTimeout(() => timer.abort(), timeoutMs);
        try {
            const agent = url.protocol === 'https:' ? secure : plain;
            const sent = {
                'user-agent': USER_AGENT,
                accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
                'accept-encoding': 'br, gzip',
                ...headers,
                ...(bypass.isEmpty || url.origin !== origin.origin || !isPrivate(url)
                    ? {}
                    : { 'x-vercel-protection-bypass': bypass.reveal() }),
            };
            const { lookup } = options;
            const request = {
                agent,
                method,
                headers: sent,
                maxHeaderSize: MOST_HEADER_BYTES,
                signal: AbortSignal.any([timer.signal, signal]),
                ...(lookup === undefined ? {} : { lookup }),
            };
            return await send(url, request, body);
        }
        catch (error) {
            if (signal.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            if (timer.signal.aborted)
                return none('timeout');
            const { code = '' } = error;
            return none(whyOf(code), code);
        }
        finally {
            clearTimeout(timeout);
        }
    }
    return {
        ask,
        get asked() {
            return asked;
        },
        close: () => {
            plain.destroy();
            secure.destroy();
        },
    };
}
const MOST_HEADER_BYTES = 256 * 1024;
function isPrivate(url) {
    return url.protocol === 'https:' || url.hostname === '127.0.0.1' || url.hostname === 'localhost';
}
const CERTIFICATE_CODES = new Set([
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_SIGNATURE_FAILURE',
    'CERT_CHAIN_TOO_LONG',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'HOSTNAME_MISMATCH',
    'ERR_TLS_CERT_ALTNAME_INVALID',
]);
function whyOf(code) {
    if (CERTIFICATE_CODES.has(code))
        return 'certificate';
    return code === 'ENOTFOUND' ? 'unresolved' : 'network';
}
function send(url, options, body) {
    return new Promise((resolve, reject) => {
        const take = (response) => {
            const chunks = [];
            let size = 0;
            const finish = (cut) => resolve(answerOf(url, response, { raw: Buffer.concat(chunks), cut }));
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
        const closed = () => reject(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' }));
        const request = (url.protocol === 'https:' ? external_node_https_namespaceObject() : external_node_http_namespaceObject()).request(url, options, take);
        request.on('error', reject);
        request.on('upgrade', (_response, socket) => {
            socket.destroy();
            closed();
        });
        request.end(body);
    });
}
function answerOf(url, response, read) {
    const headers = [];
    for (let index = 0; index + 1 < response.rawHeaders.length; index += 2)
        headers.push([(response.rawHeaders[index] ?? '').toLowerCase(), response.rawHeaders[index + 1] ?? '']);
    const { bytes, intact } = decode(read.raw, response.headers['content-encoding'] ?? '');
    return {
        kind: 'answer',
        url,
        status: response.statusCode ?? 0,
        headers,
        body: bytes.toString('utf8'),
        bytes: bytes.length,
        truncated: read.cut || !intact,
    };
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/check.js
function passed(what, measured) {
    return { kind: 'seen', verdict: 'pass', reason: 'as-expected', what, measured };
}
function failed(reason, what, measured, instead = {}) {
    return { kind: 'seen', verdict: 'fail', reason, what, measured, ...instead };
}
function unclear(reason, what, measured, instead = {}) {
    return { kind: 'seen', verdict: 'unknown', reason, what, measured, ...instead };
}
function notWhole(what) {
    return unclear('not-read-to-its-end', what, 'longer than is read, or in an encoding that was not asked for', {
        remedy: 'Audit a smaller page of the same kind, and check its Content-Encoding.',
    });
}
function gap(what, because, remedy) {
    return { kind: 'gap', what, because, remedy, chosen: false };
}
function leftOut(what, because, remedy = '') {
    return { kind: 'gap', what, because, remedy, chosen: true };
}
function reported(check, findings) {
    const { id, title } = check;
    const checks = findings.flatMap((one) => {
        if (one.kind !== 'seen')
            return [];
        const { verdict, reason, what, measured, expected = check.expected, remedy = check.remedy } = one;
        return [{ id, title, verdict, reason, what, measured, expected, remedy: verdict === 'pass' ? '' : remedy }];
    });
    const gaps = findings.flatMap((one) => {
        if (one.kind !== 'gap')
            return [];
        const { what, because, remedy, chosen } = one;
        return [{ id, what, because, remedy, chosen }];
    });
    return { checks, gaps };
}

;// CONCATENATED MODULE: ./packages/edge/lib/ask/exchange.js
function headerLines({ headers }, name) {
    return headers.flatMap(([one, value]) => (one === name ? [value] : []));
}
function header(answer, name) {
    const lines = headerLines(answer, name);
    return lines.length === 0 ? undefined : lines.join(', ');
}
function shown(exchange) {
    if (exchange.kind === 'answer')
        return `HTTP ${exchange.status}`;
    const { code, why } = exchange;
    return code === '' ? WORDS[why] : `${WORDS[why]} (${code})`;
}
const WORDS = {
    timeout: 'no answer in time',
    network: 'no answer',
    unresolved: 'the name does not resolve',
    certificate: 'the certificate is not trusted',
    'not-allowed': 'not requested: outside what the audit may request',
    'too-many': 'not requested: the audit reached its limit of requests',
};
function isWall({ status }) {
    return status === 401 || status === 403 || status === 429;
}

;// CONCATENATED MODULE: ./packages/edge/lib/score/results.js
const MODIFIERS = {
    'csp-implemented-with-no-unsafe-default-src-none': 10,
    'csp-implemented-with-no-unsafe': 5,
    'csp-implemented-with-unsafe-inline-in-style-src-only': 0,
    'csp-implemented-with-insecure-scheme-in-passive-content-only': -10,
    'csp-implemented-with-unsafe-eval': -10,
    'csp-implemented-with-unsafe-inline': -20,
    'csp-implemented-with-insecure-scheme': -20,
    'csp-header-invalid': -25,
    'csp-not-implemented': -25,
    'csp-not-implemented-but-reporting-enabled': -25,
    'csp-implemented-but-duplicate-directives': 0,
    'cookies-secure-with-httponly-sessions-and-samesite': 5,
    'cookies-secure-with-httponly-sessions': 0,
    'cookies-not-found': 0,
    'cookies-without-secure-flag-but-protected-by-hsts': -5,
    'cookies-session-without-secure-flag-but-protected-by-hsts': -10,
    'cookies-without-secure-flag': -20,
    'cookies-samesite-flag-invalid': -20,
    'cookies-anticsrf-without-samesite-flag': -20,
    'cookies-session-without-httponly-flag': -30,
    'cookies-session-without-secure-flag': -40,
    'redirection-all-redirects-preloaded': 0,
    'redirection-to-https': 0,
    'redirection-not-needed-no-http': 0,
    'redirection-off-host-from-http': -5,
    'redirection-not-to-https-on-initial-redirection': -10,
    'redirection-not-to-https': -20,
    'redirection-missing': -20,
    'referrer-policy-private': 5,
    'referrer-policy-not-implemented': 0,
    'referrer-policy-unsafe': -5,
    'referrer-policy-header-invalid': -5,
    'hsts-preloaded': 5,
    'hsts-implemented-max-age-at-least-six-months': 0,
    'hsts-implemented-max-age-less-than-six-months': -10,
    'hsts-not-implemented': -20,
    'hsts-header-invalid': -20,
    'sri-implemented-and-all-scripts-loaded-securely': 5,
    'sri-implemented-and-external-scripts-loaded-securely': 5,
    'sri-not-implemented-response-not-html': 0,
    'sri-not-implemented-but-no-scripts-loaded': 0,
    'sri-not-implemented-but-all-scripts-loaded-from-secure-origin': 0,
    'sri-not-implemented-but-external-scripts-loaded-securely': -5,
    'sri-implemented-but-external-scripts-not-loaded-securely': -20,
    'sri-not-implemented-and-external-scripts-not-loaded-securely': -50,
    'x-content-type-options-nosniff': 0,
    'x-content-type-options-not-implemented': -5,
    'x-content-type-options-header-invalid': -5,
    'x-frame-options-implemented-via-csp': 5,
    'x-frame-options-sameorigin-or-deny': 0,
    'x-frame-options-allow-from-origin': 0,
    'x-frame-options-not-implemented': -20,
    'x-frame-options-header-invalid': -20,
    'corp-header-invalid': -5,
    'corp-implemented-with-cross-origin': 0,
    'corp-implemented-with-same-origin': 10,
    'corp-implemented-with-same-site': 10,
    'corp-not-implemented': 0,
};
const GRADES = 'A+ A A A- B+ B B B- C+ C C C- D+ D D D- F F F F F'.split(' ');
const EXTRA_CREDIT_FROM = 90;
function scoreOf(results) {
    const without = results.reduce((sum, result) => sum + Math.min(0, MODIFIERS[result]), 100);
    const all = results.reduce((sum, result) => sum + MODIFIERS[result], 100);
    return Math.max(0, without >= EXTRA_CREDIT_FROM ? all : without);
}
function gradeOf(score) {
    return { score, grade: GRADES[20 - Math.floor(Math.min(score, 100) / 5)] ?? 'F' };
}
function lowestScoreOf(grade) {
    const at = GRADES.lastIndexOf(grade.trim().toUpperCase());
    return at < 0 ? undefined : 100 - at * 5;
}
const GRADE_NAMES = [...new Set(GRADES)];

;// CONCATENATED MODULE: ./packages/edge/lib/site.js

function whatOf({ url }, path) {
    return `${url.host}${path}`;
}
function isReadable(visit) {
    return visit.first.kind === 'answer' && visit.first.status >= 200 && visit.first.status < 300;
}
function readableRemedy({ first }) {
    if (first.kind === 'none')
        return 'Check that the address is reachable from where the audit runs, and run it again.';
    if (isWall(first))
        return 'A protection wall answered. Pass `protection-bypass`, or let the audit through the firewall, and run it again.';
    if (first.status >= 300 && first.status < 400)
        return 'The page redirects to another host. List the page that it leads to, and its host under `hosts`.';
    return 'List pages that answer with status 200, and run the audit again.';
}
function isHtml(answer) {
    const type = (header(answer, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase();
    return type === 'text/html' || type === 'application/xhtml+xml';
}

;// CONCATENATED MODULE: ./packages/edge/lib/visit.js


const MOST_REDIRECTS = 4;
async function visit(asker, origin, path) {
    const first = await follow(asker, new URL(path, origin));
    const page = await pageOf(first);
    const second = await follow(asker, new URL(path, origin));
    return { path, first, second: withoutBody(second), page, secondPage: await pageOf(second) };
}
function withoutBody(answer) {
    return answer.kind === 'answer' ? { ...answer, body: '' } : answer;
}
async function follow(asker, url, question = {}) {
    let answer = await asker.ask(url, question);
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
        const onward = redirectOf(answer);
        if (onward === undefined || onward.protocol !== url.protocol)
            return answer;
        const next = await asker.ask(onward, question);
        if (next.kind === 'none' && next.why === 'not-allowed')
            return answer;
        answer = next;
    }
    return answer;
}
function redirectOf(answer) {
    if (answer.kind === 'none' || answer.status < 300 || answer.status > 399)
        return undefined;
    const location = header(answer, 'location');
    if (location === undefined || !URL.canParse(location, answer.url.href))
        return undefined;
    return new URL(location, answer.url.href);
}
async function pageOf(exchange) {
    if (exchange.kind === 'none' || !isHtml(exchange))
        return undefined;
    const { readPage } = await Promise.all(/* import() */[__webpack_require__.e(6820), __webpack_require__.e(1150)]).then(__webpack_require__.bind(__webpack_require__, 723205));
    return readPage(exchange.body);
}

;// CONCATENATED MODULE: ./node_modules/.pnpm/set-cookie-parser@3.2.3/node_modules/set-cookie-parser/lib/set-cookie.js
var defaultParseOptions={decodeValues:!0,map:!1,silent:!1,split:"auto"};function isForbiddenKey(e){return"string"!=typeof e||e in{}}function createNullObj(){return Object.create(null)}function isNonEmptyString(e){return"string"==typeof e&&!!e.trim()}function parseString(e,r){var t=e.split(";"),i=t.shift();if(!isNonEmptyString(i))return null;var s=parseNameValuePair(i),o=s.name,n=s.value;if(!o&&!n)return null;if(r=r?Object.assign({},defaultParseOptions,r):defaultParseOptions,isForbiddenKey(o))return r.silent||console.warn("set-cookie-parser: dropping cookie due to name:",o),null;try{n=r.decodeValues?decodeURIComponent(n):n}catch(e){r.silent||console.error("set-cookie-parser: failed to decode cookie value. Set options.decodeValues=false to disable decoding.",e)}var a=createNullObj();return a.name=o,a.value=n,t.forEach(function(e){var t=e.split("="),i=t.shift().trim().toLowerCase();if(isForbiddenKey(i)||"name"===i||"value"===i){r.silent||console.warn("set-cookie-parser: ignoring attribute:",e);return}var s=t.join("=").trim();if("expires"===i){var o=new Date(s);Number.isNaN(o.getTime())?r.silent||console.error("set-cookie-parser: failed to parse expires time:",s):a.expires=o}else"max-age"===i?/^-?\d+$/.test(s)?a.maxAge=parseInt(s,10):r.silent||console.error("set-cookie-parser: failed to parse max-age:",s):"secure"===i?a.secure=!0:"httponly"===i?a.httpOnly=!0:"samesite"===i?a.sameSite=s:"partitioned"===i?a.partitioned=!0:i&&(a[i]=s)}),a}function parseNameValuePair(e){var r="",t="",i=e.split("=");return i.length>1?(r=i.shift(),t=i.join("=")):t=e,{name:trimWsp(r),value:trimWsp(t)}}function trimWsp(e){for(var r=0,t=e.length;r<t&&isWsp(e.charCodeAt(r));)r+=1;for(;t>r&&isWsp(e.charCodeAt(t-1));)t-=1;return e.substring(r,t)}function isWsp(e){return 32===e||9===e}function parseSetCookie(e,r){if(r=r?Object.assign({},defaultParseOptions,r):defaultParseOptions,!e)if(!r.map)return[];else return createNullObj();if(e.headers)if("function"==typeof e.headers.getSetCookie)e=e.headers.getSetCookie();else if(e.headers["set-cookie"])e=e.headers["set-cookie"];else{var t=e.headers[Object.keys(e.headers).find(function(e){return"set-cookie"===e.toLowerCase()})];t||!e.headers.cookie||r.silent||console.warn("Warning: set-cookie-parser appears to have been called on a request object. It is designed to parse Set-Cookie headers from responses, not Cookie headers from requests."),e=t}var i=r.split,s=Array.isArray(e);if("auto"===i&&(i=!s),s||(e=[e]),e=e.filter(isNonEmptyString),i&&(e=e.map(splitCookiesString).flat()),!r.map)return e.map(function(e){return parseString(e,r)}).filter(Boolean);var o=createNullObj();return e.reduce(function(e,t){var i=parseString(t,r);return i&&(e[i.name]=i),e},o)}function splitCookiesString(e){if(Array.isArray(e))return e;if("string"!=typeof e)return[];var r,t,i,s,o,n=[],a=0;function l(){for(;a<e.length&&/\s/.test(e.charAt(a));)a+=1;return a<e.length}for(;a<e.length;){for(r=a,o=!1;l();)if(","===(t=e.charAt(a))){for(i=a,a+=1,l(),s=a;a<e.length&&"="!==(t=e.charAt(a))&&";"!==t&&","!==t;)a+=1;a<e.length&&"="===e.charAt(a)?(o=!0,a=s,n.push(e.substring(r,i)),r=a):a=i+1}else a+=1;(!o||a>=e.length)&&n.push(e.substring(r,e.length))}return n}parseSetCookie.parseSetCookie=parseSetCookie,parseSetCookie.parse=parseSetCookie,parseSetCookie.parseString=parseString,parseSetCookie.splitCookiesString=splitCookiesString;const set_cookie=null;

;// CONCATENATED MODULE: ./packages/edge/lib/score/cookie-score.js

const WORSE = [
    'cookies-without-secure-flag-but-protected-by-hsts',
    'cookies-without-secure-flag',
    'cookies-session-without-secure-flag-but-protected-by-hsts',
    'cookies-samesite-flag-invalid',
    'cookies-anticsrf-without-samesite-flag',
    'cookies-session-without-httponly-flag',
    'cookies-session-without-secure-flag',
];
const IGNORED = ['heroku-session-affinity'];
const SAME_SITES = ['lax', 'strict', 'none'];
function scoreCookies(own, all, hsts) {
    const found = own.some(hasInvalidSameSite) ? ['cookies-samesite-flag-invalid'] : [];
    const jar = jarOf(all);
    if (jar.length === 0)
        return 'cookies-not-found';
    for (const { name, secure, httpOnly, sameSite } of jar) {
        const session = /login|sess/i.test(name);
        if (!secure && sameSite === 'none')
            found.push('cookies-samesite-flag-invalid');
        if (!secure)
            found.push(hsts ? 'cookies-without-secure-flag-but-protected-by-hsts' : 'cookies-without-secure-flag');
        if (/csrf/i.test(name) && sameSite === undefined)
            found.push('cookies-anticsrf-without-samesite-flag');
        if (session && !secure)
            found.push(hsts ? 'cookies-session-without-secure-flag-but-protected-by-hsts' : 'cookies-session-without-secure-flag');
        if (session && !httpOnly)
            found.push('cookies-session-without-httponly-flag');
    }
    const worst = found.toSorted((a, b) => WORSE.indexOf(b) - WORSE.indexOf(a))[0];
    if (worst !== undefined)
        return worst;
    return jar.every(({ sameSite }) => sameSite !== undefined)
        ? 'cookies-secure-with-httponly-sessions-and-samesite'
        : 'cookies-secure-with-httponly-sessions';
}
function jarOf(lines) {
    const jar = new Map();
    for (const line of lines) {
        const [cookie] = parseSetCookie(line, { decodeValues: false, silent: true });
        if (cookie === undefined || cookie.name === '' || IGNORED.includes(cookie.name))
            continue;
        const sameSite = cookie.sameSite?.toLowerCase();
        const secure = cookie.secure === true;
        if (cookie.name.startsWith('__Secure-') && !secure)
            continue;
        if (cookie.name.startsWith('__Host-') && (!secure || cookie.domain !== undefined || cookie.path !== '/'))
            continue;
        jar.set(`${cookie.name};${cookie.domain ?? ''};${cookie.path ?? ''}`, {
            name: cookie.name,
            secure,
            httpOnly: cookie.httpOnly === true,
            sameSite: sameSite !== undefined && SAME_SITES.includes(sameSite) ? sameSite : undefined,
        });
    }
    return [...jar.values()];
}
function hasInvalidSameSite(line) {
    return line.split(';').some((part) => {
        const [key = '', value = ''] = part.trim().split('=');
        return key.trim().toLowerCase() === 'samesite' && !SAME_SITES.includes(value.trim().toLowerCase());
    });
}

;// CONCATENATED MODULE: ./packages/edge/lib/score/csp-parse.js
const SHORTEST = 6;
const MAY_REPEAT = ['report-uri', 'report-to'];
let collator;
function byName(a, b) {
    collator ??= new Intl.Collator('en');
    return collator.compare(a, b);
}
function parseForScore(policies) {
    const texts = policies.map((text) => text.replaceAll(/[\r\n]/g, '').trim());
    if (texts.some((text) => text.length < SHORTEST))
        return undefined;
    const merged = new Map();
    let repeated = false;
    for (const [index, text] of texts.entries()) {
        const seen = new Set();
        for (const part of text.split(';')) {
            const [name = '', ...values] = part.trim().split(/\s+/);
            if (name === '')
                continue;
            const directive = name.toLowerCase();
            if (seen.has(directive)) {
                if (!MAY_REPEAT.includes(directive))
                    return undefined;
                repeated = true;
            }
            seen.add(directive);
            const before = index === 0 ? [] : (merged.get(directive) ?? []);
            const kept = merge([...before, ...sourcesOf(directive, values, index)]);
            if (index === 0 && texts.length > 1)
                for (const source of kept)
                    source.keep = false;
            merged.set(directive, kept);
        }
    }
    const directives = new Map();
    for (const [directive, sources] of merged)
        directives.set(directive, new Set(sources.length === 0 ? ["'none'"] : sources.map(({ source }) => source)));
    return { directives, repeated };
}
function sourcesOf(directive, values, index) {
    const keep = index === 0;
    if (values.length === 0)
        return directive.endsWith('-src') ? [{ source: "'none'", index, keep }] : [];
    return values.map((value) => ({ source: value.toLowerCase(), index, keep }));
}
function merge(sources) {
    sources.sort((a, b) => byName(a.source, b.source));
    for (let at = 1; at < sources.length; at++) {
        const [previous, source] = [sources[at - 1], sources[at]];
        if (previous === undefined || source === undefined)
            continue;
        if (source.index === previous.index && source.source.startsWith(previous.source))
            source.keep = false;
        if (source.index !== previous.index && covers(previous.source, source.source))
            source.keep = true;
    }
    return sources.filter(({ keep }) => keep);
}
function covers(a, b) {
    if (a.length === 0 || (a === '/' && b.length === 0))
        return true;
    const exact = !a.endsWith('/');
    const [left, right] = [a.split('/'), b.split('/')];
    if (left.length > right.length || (exact && left.length !== right.length))
        return false;
    return (exact ? left : left.slice(0, -1)).every((piece, at) => decoded(piece) === decoded(right[at] ?? ''));
}
function decoded(piece) {
    try {
        return decodeURIComponent(piece);
    }
    catch {
        return piece;
    }
}

;// CONCATENATED MODULE: ./packages/edge/lib/score/csp-score.js

const BROAD = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*'];
const BROAD_OR_INLINE = [...BROAD, "'unsafe-inline'", 'data:'];
const PASSIVE = ['img-src', 'media-src'];
const HEADER_ONLY = ['frame-ancestors', 'report-uri', 'sandbox'];
function scoreCsp({ header, meta, reportOnly, secure }) {
    const parsed = parseForScore([...header, ...meta]);
    if (parsed === undefined)
        return { result: 'csp-header-invalid', framed: false };
    const inHeader = parseForScore(header)?.directives.size ?? 0;
    const inMeta = [...(parseForScore(meta)?.directives.keys() ?? [])].filter((name) => !HEADER_ONLY.includes(name)).length;
    if (inHeader + inMeta === 0)
        return { result: reportOnly ? 'csp-not-implemented-but-reporting-enabled' : 'csp-not-implemented', framed: false };
    const { directives: csp, repeated } = parsed;
    const result = judge(csp, secure);
    return {
        result: repeated && FORGIVEN.includes(result) ? 'csp-implemented-but-duplicate-directives' : result,
        framed: csp.has('frame-ancestors'),
    };
}
const FORGIVEN = [
    'csp-implemented-with-no-unsafe',
    'csp-implemented-with-no-unsafe-default-src-none',
    'csp-implemented-with-unsafe-inline-in-style-src-only',
    'csp-implemented-with-insecure-scheme-in-passive-content-only',
];
function judge(csp, secure) {
    const everything = () => new Set(['*']);
    const objects = csp.get('object-src') ?? csp.get('default-src') ?? everything();
    const scripts = csp.get('script-src') ?? csp.get('default-src') ?? everything();
    const styles = csp.get('style-src') ?? csp.get('default-src') ?? everything();
    for (const sources of [scripts, styles])
        if (hasNonceOrHash(sources))
            sources.delete("'unsafe-inline'");
    if (scripts.has("'strict-dynamic'")) {
        if (!hasNonceOrHash(scripts))
            return 'csp-header-invalid';
        for (const source of [...scripts])
            if (BROAD.some((broad) => source.startsWith(broad)) || source === "'self'")
                scripts.delete(source);
    }
    const active = [...csp].flatMap(([name, sources]) => PASSIVE.includes(name) || name === 'script-src' ? [] : [...sources]);
    const passive = PASSIVE.flatMap((name) => [...(csp.get(name) ?? csp.get('default-src') ?? [])]);
    if (hasAny(scripts, BROAD_OR_INLINE) || hasAny(objects, BROAD))
        return 'csp-implemented-with-unsafe-inline';
    if (secure && [...active, ...scripts].some(isInsecure))
        return 'csp-implemented-with-insecure-scheme';
    if (scripts.has("'unsafe-eval'") || styles.has("'unsafe-eval'"))
        return 'csp-implemented-with-unsafe-eval';
    if (secure && passive.some(isInsecure))
        return 'csp-implemented-with-insecure-scheme-in-passive-content-only';
    if (hasAny(styles, BROAD_OR_INLINE))
        return 'csp-implemented-with-unsafe-inline-in-style-src-only';
    const fallback = csp.get('default-src');
    return fallback?.size === 1 && fallback.has("'none'")
        ? 'csp-implemented-with-no-unsafe-default-src-none'
        : 'csp-implemented-with-no-unsafe';
}
function hasNonceOrHash(sources) {
    return [...sources].some((source) => /^'(?:nonce|sha256|sha384|sha512)-/.test(source));
}
function hasAny(sources, those) {
    return those.some((one) => sources.has(one));
}
function isInsecure(source) {
    return source.startsWith('http:') || source.startsWith('ftp:');
}

;// CONCATENATED MODULE: ./packages/edge/lib/score/header-score.js
const SIX_MONTHS_SECONDS = 15_552_000;
const PRELOADED_TLDS = new Set([
    ...['android', 'app', 'bank', 'boo', 'channel', 'chrome', 'dad', 'day', 'dev', 'eat', 'esq', 'fly', 'foo', 'gle'],
    ...['gmail', 'google', 'hangout', 'hotmail', 'how', 'ing', 'insurance', 'meet', 'meme', 'mov', 'new', 'nexus'],
    ...['page', 'phd', 'play', 'prof', 'rsvp', 'search', 'skype', 'windows', 'xbox', 'youtube', 'zip'],
]);
function scoreHsts(header, host) {
    if (PRELOADED_TLDS.has(host.split('.').at(-1) ?? ''))
        return 'hsts-preloaded';
    if (header === undefined)
        return 'hsts-not-implemented';
    const text = header.slice(0, 1024);
    const ages = text.split(';').flatMap((part) => /^max-age=(.*)$/.exec(part.trim().toLowerCase())?.[1] ?? []);
    const [age] = ages.slice(-1);
    if (text.includes(',') || age === undefined)
        return 'hsts-header-invalid';
    return Number.parseInt(age.slice(0, 120), 10) < SIX_MONTHS_SECONDS
        ? 'hsts-implemented-max-age-less-than-six-months'
        : 'hsts-implemented-max-age-at-least-six-months';
}
function scoreFrameOptions(header, framedByCsp) {
    if (framedByCsp)
        return 'x-frame-options-implemented-via-csp';
    const text = header?.trim().toLowerCase() ?? '';
    if (text === '')
        return header ? 'x-frame-options-header-invalid' : 'x-frame-options-not-implemented';
    if (text === 'deny' || text === 'sameorigin')
        return 'x-frame-options-sameorigin-or-deny';
    return text.startsWith('allow-from') ? 'x-frame-options-allow-from-origin' : 'x-frame-options-header-invalid';
}
function scoreContentType(header) {
    if (header === undefined || header === '')
        return 'x-content-type-options-not-implemented';
    return header.trim().toLowerCase() === 'nosniff'
        ? 'x-content-type-options-nosniff'
        : 'x-content-type-options-header-invalid';
}
const PRIVATE = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const UNSAFE = ['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade'];
function scoreReferrer(values) {
    if (values.length === 0)
        return 'referrer-policy-not-implemented';
    const known = values
        .join(', ')
        .split(',')
        .map((one) => one.trim().toLowerCase())
        .filter((one) => PRIVATE.includes(one) || UNSAFE.includes(one));
    const last = known.at(-1);
    if (last === undefined)
        return 'referrer-policy-header-invalid';
    return PRIVATE.includes(last) ? 'referrer-policy-private' : 'referrer-policy-unsafe';
}
function scoreResourcePolicy(header) {
    const text = header?.slice(0, 256).trim().toLowerCase() ?? '';
    if (text === '')
        return 'corp-not-implemented';
    if (text === 'same-site' || text === 'same-origin' || text === 'cross-origin')
        return `corp-implemented-with-${text}`;
    return 'corp-header-invalid';
}
function scoreRedirects(route) {
    const [first, second] = route;
    if (first === undefined)
        return 'redirection-not-needed-no-http';
    if (route.every(({ hostname }) => PRELOADED_TLDS.has(hostname.split('.').at(-1) ?? '')))
        return 'redirection-all-redirects-preloaded';
    if (second === undefined)
        return 'redirection-missing';
    if (route.at(-1)?.protocol !== 'https:')
        return 'redirection-not-to-https';
    if (second.protocol === 'http:')
        return 'redirection-not-to-https-on-initial-redirection';
    return first.hostname === second.hostname ? 'redirection-to-https' : 'redirection-off-host-from-http';
}

;// CONCATENATED MODULE: ./packages/edge/lib/score/script-score.js
const ORDER = [
    'sri-implemented-and-all-scripts-loaded-securely',
    'sri-implemented-and-external-scripts-loaded-securely',
    'sri-implemented-but-external-scripts-not-loaded-securely',
    'sri-not-implemented-but-external-scripts-loaded-securely',
    'sri-not-implemented-and-external-scripts-not-loaded-securely',
];
function scoreScripts(page, host) {
    if (page === undefined)
        return 'sri-not-implemented-response-not-html';
    if (page.scripts.length === 0)
        return 'sri-not-implemented-but-no-scripts-loaded';
    let result;
    let foreign = false;
    const worsen = (next) => {
        if (result === undefined || ORDER.indexOf(next) > ORDER.indexOf(result))
            result = next;
    };
    for (const { src, integrity = '' } of page.scripts) {
        if (src === undefined || src === '')
            continue;
        const protocolRelative = /^\/\/[^/]/.test(src);
        const absolute = /^https?:\/\//.test(src);
        const relative = !protocolRelative && !absolute;
        const own = relative || (absolute && URL.canParse(src) && siteOf(new URL(src).hostname) === siteOf(host));
        const secure = relative || src.startsWith('https:');
        if (own) {
            if (integrity !== '' && secure)
                result ??= 'sri-implemented-and-all-scripts-loaded-securely';
            continue;
        }
        foreign = true;
        if (integrity !== '' && !secure)
            worsen('sri-implemented-but-external-scripts-not-loaded-securely');
        else if (integrity === '')
            worsen(secure
                ? 'sri-not-implemented-but-external-scripts-loaded-securely'
                : 'sri-not-implemented-and-external-scripts-not-loaded-securely');
    }
    if (result !== undefined)
        return result;
    return foreign
        ? 'sri-implemented-and-external-scripts-loaded-securely'
        : 'sri-not-implemented-but-all-scripts-loaded-from-secure-origin';
}
function siteOf(host) {
    const labels = host.toLowerCase().split('.');
    const secondLevel = labels.length > 2 && (labels.at(-1) ?? '').length === 2 && (labels.at(-2) ?? '').length <= 3;
    return labels.slice(secondLevel ? -3 : -2).join('.');
}

;// CONCATENATED MODULE: ./packages/edge/lib/score/site-score.js









const MOST_HOPS = 8;
function scoreSite(site) {
    return site.once('score', async () => {
        const { plan, asker } = site;
        const [first] = await site.visits();
        if (plan.url.protocol !== 'https:' || first === undefined || !isReadable(first))
            return undefined;
        if (first.first.truncated)
            return undefined;
        const robots = await asker.ask(new URL('/robots.txt', plan.url));
        const own = headerLines(first.first, 'set-cookie');
        const more = robots.kind === 'answer' ? headerLines(robots, 'set-cookie') : [];
        const route = await routeFrom(site, plan.httpUrl);
        return scoreFacts({
            host: plan.url.hostname,
            answer: first.first,
            page: first.page,
            route,
            cookies: [...own, ...more],
        });
    });
}
function scoreFacts({ host, answer, page, route, cookies }) {
    const meta = page?.metaHeaders.get('content-security-policy') ?? [];
    const line = header(answer, 'content-security-policy');
    const csp = scoreCsp({
        header: line === undefined ? [] : [line],
        meta,
        reportOnly: (header(answer, 'content-security-policy-report-only') ?? '') !== '',
        secure: true,
    });
    const hsts = scoreHsts(header(answer, 'strict-transport-security'), host);
    const protectedByHsts = hsts === 'hsts-preloaded' || hsts === 'hsts-implemented-max-age-at-least-six-months';
    const referrer = header(answer, 'referrer-policy');
    const results = [
        csp.result,
        scoreCookies(headerLines(answer, 'set-cookie'), cookies, protectedByHsts),
        scoreRedirects(route),
        scoreReferrer([referrer, page?.metaReferrer].flatMap((one) => one ?? [])),
        hsts,
        scoreScripts(page, host),
        scoreContentType(header(answer, 'x-content-type-options')),
        scoreFrameOptions(header(answer, 'x-frame-options'), csp.framed),
        scoreResourcePolicy(header(answer, 'cross-origin-resource-policy')),
    ];
    return { score: scoreOf(results), results };
}
async function routeFrom({ asker, once }, plain) {
    const route = [];
    let answer = await once('plain', () => asker.ask(new URL('/', plain)));
    if (answer.kind === 'none')
        return [];
    route.push(answer.url);
    for (let hops = 0; hops < MOST_HOPS; hops++) {
        const next = redirectOf(answer);
        if (next === undefined)
            break;
        route.push(next);
        answer = await asker.ask(next);
        if (answer.kind === 'none')
            break;
    }
    return route;
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/observatory.js





const observatory = {
    id: 'observatory-grade',
    title: 'The headers reach the grade of Mozilla Observatory',
    expected: 'at least the grade of `min-grade`',
    remedy: 'Correct the results that cost points, the largest first: https://developer.mozilla.org/en-US/observatory explains each.',
    look: async (site) => [await observatory_judge(site)],
};
async function observatory_judge(site) {
    const { plan } = site;
    const what = plan.url.host;
    if (plan.url.protocol !== 'https:')
        return leftOut(what, 'the address is without TLS', 'Audit the https:// address.');
    const scored = await scoreSite(site);
    if (scored === undefined) {
        const [first] = await site.visits();
        if (first?.first.kind === 'answer' && first.first.truncated)
            return notWhole(what);
        if (first === undefined)
            return unclear('not-scored', what, 'no page is listed', { remedy: 'List a page under `paths`.' });
        return unclear('not-scored', what, shown(first.first), { remedy: readableRemedy(first) });
    }
    const { score, grade } = gradeOf(scored.score);
    const costs = scored.results
        .filter((result) => MODIFIERS[result] < 0)
        .toSorted((a, b) => MODIFIERS[a] - MODIFIERS[b])
        .map((result) => `${MODIFIERS[result]} ${result}`);
    const measured = [`${grade} (${score})`, ...costs].join('; ');
    const expected = `at least ${plan.minGrade}`;
    return score >= (lowestScoreOf(plan.minGrade) ?? 0)
        ? { ...passed(what, measured), expected }
        : failed('grade-too-low', what, measured, { expected });
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/pages.js



async function eachPage(site, judge) {
    const visits = await site.visits();
    const found = await Promise.all(visits.map(async (visit) => {
        const what = whatOf(site.plan, visit.path);
        if (isReadable(visit))
            return await judge(visit, what);
        return unclear('page-not-readable', what, shown(visit.first), { remedy: readableRemedy(visit) });
    }));
    return found.flat();
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/claims.js



const CLAIM = /\b(?:hipaa|gdpr|soc[ -]?2|pci(?:[ -]?dss)?|iso[ -]?27001|hitrust|fedramp|complian(?:t|ce))\b/i;
const claims = {
    id: 'header-claims',
    title: 'No header claims compliance',
    expected: 'no header that promises a law or a certificate',
    remedy: 'Remove the header. It proves nothing, and it is a promise to everyone who reads it.',
    look: (site) => eachPage(site, ({ first }, what) => {
        const found = first.headers.filter(([name, value]) => CLAIM.test(name.replaceAll('-', ' ')) || CLAIM.test(value));
        const named = found.filter(([name]) => name !== 'content-security-policy').map(([name]) => name);
        return named.length === 0
            ? passed(what, `${first.headers.length} headers`)
            : failed('unsupported-claim', what, [...new Set(named)].join(', '));
    }),
};
const rateLimitClaim = {
    id: 'rate-limit-claim',
    title: 'Headers of a rate limit count requests',
    expected: 'less that remains after each request',
    remedy: 'Remove headers that are always the same, or send them from the code that really counts (Vercel Firewall, a store). A fixed number makes clients and auditors trust a limit that is not there.',
    look: (site) => eachPage(site, async ({ first }, what) => {
        if (remainingOf(first) === undefined)
            return leftOut(what, 'no header of a rate limit');
        const url = first.url;
        const more = [];
        for (let turn = 0; turn < 4; turn++)
            more.push(await site.asker.ask(url));
        const numbers = [first, ...more].flatMap((one) => remainingOf(one) ?? []);
        if (numbers.length < 4)
            return unclear('too-few-answers', what, `${numbers.length} of 5 answers with the header`, { remedy: AGAIN });
        const moves = numbers.some((number) => number !== numbers[0]);
        return moves
            ? passed(what, `${numbers.length} answers, the number changes`)
            : failed('limit-never-counts', what, `${numbers.length} answers, always ${numbers[0]} remaining`);
    }),
};
const AGAIN = 'Run the audit again when the site answers.';
function remainingOf(answer) {
    if (answer.kind === 'none')
        return undefined;
    const plain = header(answer, 'x-ratelimit-remaining') ?? header(answer, 'ratelimit-remaining');
    const text = plain ?? /(?:^|[;,\s])(?:r|remaining)=(\d+)/.exec(header(answer, 'ratelimit') ?? '')?.[1];
    const found = /^\s*(\d{1,12})/.exec(text ?? '')?.[1];
    return found === undefined ? undefined : Number(found);
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/cookies.js




const SESSION = /sess|login|auth|jwt|token|^sid$|[._-]sid$/i;
const NOT_SESSION = /csrf|xsrf/i;
const cookies = {
    id: 'cookies',
    title: 'Cookies are sent over TLS alone, and sessions are out of reach of scripts',
    expected: 'Secure on every cookie; HttpOnly and SameSite on those of sessions; the promises of __Host- and __Secure-',
    remedy: 'Set the missing attributes where the cookie is created: `Secure; HttpOnly; SameSite=Lax; Path=/`.',
    look: (site) => eachPage(site, ({ first, second }, what) => {
        const lines = [first, second].flatMap((one) => (one.kind === 'answer' ? headerLines(one, 'set-cookie') : []));
        const all = new Map(lines.flatMap((line) => read(line)).map((cookie) => [cookie.name, cookie]));
        const findings = [...all.values()].flatMap((cookie) => {
            const fault = faultOf(cookie);
            return fault === undefined ? [] : [failed(fault.reason, `${what}: cookie ${cookie.name}`, fault.measured)];
        });
        if (findings.length > 0)
            return findings;
        return passed(what, all.size === 0 ? 'no cookies' : `${all.size} cookies: ${[...all.keys()].join(', ')}`);
    }),
};
function read(line) {
    return parseSetCookie(line, { decodeValues: false, silent: true });
}
function faultOf(cookie) {
    const { name, secure, httpOnly, domain, path } = cookie;
    const sameSite = cookie.sameSite?.toLowerCase();
    const session = SESSION.test(name) && !NOT_SESSION.test(name);
    if (secure !== true)
        return { reason: 'cookie-not-secure', measured: 'no Secure' };
    if (name.startsWith('__Host-') && (domain !== undefined || path !== '/'))
        return { reason: 'cookie-breaks-prefix', measured: '__Host- needs Path=/ and no Domain; browsers drop the cookie' };
    if (session && httpOnly !== true)
        return { reason: 'session-cookie-readable', measured: 'no HttpOnly' };
    if (sameSite !== undefined && !['lax', 'strict', 'none'].includes(sameSite))
        return { reason: 'cookie-samesite-invalid', measured: 'a SameSite that no browser knows' };
    if (session && (sameSite === undefined || sameSite === 'none'))
        return { reason: 'session-cookie-cross-site', measured: sameSite === undefined ? 'no SameSite' : 'SameSite=None' };
    return undefined;
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/cors.js



const cors = {
    id: 'cors-credentials',
    title: 'Other sites cannot read answers with the cookies of a visitor',
    expected: 'no Access-Control-Allow-Credentials for an origin that is not on a list',
    remedy: 'Compare the Origin of a request with a list of exact origins, and send `Access-Control-Allow-Credentials` only for those. Never repeat whatever Origin came.',
    look: async (site) => {
        const { plan } = site;
        const paths = [...new Set([...plan.paths, ...plan.apiPaths])];
        return await Promise.all(paths.map((path) => cors_judge(site, path)));
    },
};
function foreignOrigins({ hostname }) {
    return [
        'https://lockstep-audit.invalid',
        `https://${hostname}.lockstep-audit.invalid`,
        `https://lockstep-audit${hostname}`,
        'null',
    ];
}
async function cors_judge(site, path) {
    const { asker, plan } = site;
    const what = whatOf(plan, path);
    const url = new URL(path, plan.url);
    const control = await asker.ask(url);
    let last = control;
    for (const origin of foreignOrigins(plan.url)) {
        last = await asker.ask(url, { headers: { origin } });
        if (last.kind === 'none')
            break;
        const fault = cors_faultOf(last, origin);
        if (fault !== undefined)
            return failed(fault, what, `Access-Control-Allow-Credentials for the origin ${origin}`);
    }
    if (last.kind === 'none')
        return unclear('no-answer', what, shown(last), { remedy: UNREACHABLE });
    if (await isControlled(site, path))
        return passed(what, 'shared with the origins of `cors-origins`, not with others');
    if (isWall(last) || last.status >= 500)
        return unclear('answered-by-a-wall', what, `${shown(last)}, also without another origin: ${shown(control)}`, {
            remedy: WALL,
        });
    return passed(what, header(last, 'access-control-allow-origin') === undefined ? 'not shared' : 'shared without credentials');
}
function cors_faultOf(answer, origin) {
    if (header(answer, 'access-control-allow-credentials')?.trim().toLowerCase() !== 'true')
        return undefined;
    const allowed = allowedOrigin(answer);
    if (allowed === origin)
        return origin === 'null' ? 'null-origin-allowed' : 'any-origin-allowed';
    return allowed === '*' ? 'wildcard-with-credentials' : undefined;
}
const UNREACHABLE = 'Check that the path is reachable from where the audit runs, and run it again.';
const WALL = 'A refusal says nothing of what is sent to whoever is signed in. List an origin that may read the path under `cors-origins`, or a path that answers without a token, or pass `protection-bypass` for a protected deployment.';
const corsOrigins = {
    id: 'cors-origins',
    title: 'Your own other sites can read the API',
    expected: 'Access-Control-Allow-Origin with the origin, for each of `cors-origins`',
    remedy: 'Add the origin to the list that the API compares with, and answer `OPTIONS` and errors with the same headers. Without them the browser of a visitor discards the answer.',
    look: async (site) => {
        const { apiPaths, corsOrigins: origins, url } = site.plan;
        if (origins.length === 0)
            return [leftOut(url.host, 'no origin is listed for it', 'List origins under `cors-origins`.')];
        if (apiPaths.length === 0)
            return [leftOut(url.host, 'no path is listed for it', 'List paths under `api-paths`.')];
        const all = apiPaths.flatMap((path) => origins.map((origin) => ({ path, origin })));
        return await Promise.all(all.map(({ path, origin }) => judgeAllowed(site, path, origin)));
    },
};
function askAs({ asker, once, plan }, path, origin) {
    return once(`cors ${origin} ${path}`, () => asker.ask(new URL(path, plan.url), { headers: { origin } }));
}
async function judgeAllowed(site, path, origin) {
    const what = `${whatOf(site.plan, path)} from ${origin}`;
    const answer = await askAs(site, path, origin);
    if (answer.kind === 'none')
        return unclear('no-answer', what, shown(answer), { remedy: UNREACHABLE });
    if (allowedOrigin(answer) === origin || allowedOrigin(answer) === '*')
        return passed(what, shown(answer));
    return isWall(answer) || answer.status >= 500
        ? unclear('answered-by-a-wall', what, shown(answer), { remedy: WALL })
        : failed('origin-not-allowed', what, `${shown(answer)} without the header`);
}
async function isControlled(site, path) {
    if (!site.plan.apiPaths.includes(path))
        return false;
    for (const origin of site.plan.corsOrigins) {
        const answer = await askAs(site, path, origin);
        if (answer.kind === 'answer' && allowedOrigin(answer) === origin)
            return true;
    }
    return false;
}
function allowedOrigin(answer) {
    return header(answer, 'access-control-allow-origin')?.trim();
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/edge/lib/csp/policy.js

const policy_HEADER_ONLY = ['frame-ancestors', 'report-uri', 'sandbox'];
function enforcedPolicies(answer, page) {
    const header = splitPolicies(headerLines(answer, 'content-security-policy')).map((text) => parse('header', text));
    const meta = (page?.metaHeaders.get('content-security-policy') ?? []).map((text) => parse('meta', text));
    return [...header, ...meta].filter(({ directives }) => directives.size > 0);
}
function reportOnlyPolicies(answer) {
    const lines = headerLines(answer, 'content-security-policy-report-only');
    return splitPolicies(lines)
        .map((text) => parse('header', text))
        .filter(({ directives }) => directives.size > 0);
}
function splitPolicies(lines) {
    return lines.flatMap((line) => line.split(',')).filter((text) => text.trim() !== '');
}
function parse(from, text) {
    const directives = new Map();
    for (const part of text.split(';')) {
        const [name = '', ...values] = part.trim().split(/\s+/);
        const key = name.toLowerCase();
        if (key === '' || directives.has(key))
            continue;
        if (from === 'meta' && policy_HEADER_ONLY.includes(key))
            continue;
        directives.set(key, values);
    }
    return { from, text: text.trim(), directives };
}
function sourcesFor({ directives }, ...names) {
    for (const name of names) {
        const found = directives.get(name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function scriptSources(policy) {
    return sourcesFor(policy, 'script-src-elem', 'script-src', 'default-src');
}
function styleSources(policy) {
    return sourcesFor(policy, 'style-src-elem', 'style-src', 'default-src');
}
function noncesOf(sources) {
    return sources.flatMap((source) => /^'nonce-(.+)'$/i.exec(source)?.[1] ?? []);
}
function hasKeyword(sources, word) {
    return sources.some((source) => source.toLowerCase() === `'${word}'`);
}

;// CONCATENATED MODULE: ./packages/edge/lib/csp/sources.js
function allowsUrl(sources, url, page) {
    return sources.some((source) => matches(source.toLowerCase(), url, page));
}
function matches(source, url, page) {
    if (source === '*')
        return isWeb(url) || url.protocol === page.protocol;
    if (source === "'self'")
        return url.origin === page.origin || isUpgrade(url, page);
    if (source.startsWith("'"))
        return false;
    if (/^[a-z][a-z0-9+.-]*:$/.test(source))
        return schemeFits(source, url);
    const host = parseHost(source);
    return host !== undefined && hostMatches(host, url, page);
}
function parseHost(source) {
    const found = /^(?:([a-z][a-z0-9+.-]*):\/\/)?((?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\*|\[[0-9a-f:]+\])(?::(\d+|\*))?(\/[^?#]*)?$/.exec(source.toLowerCase());
    if (found === null)
        return undefined;
    const [, scheme = '', host = '', port = '', path = ''] = found;
    return { scheme: scheme === '' ? '' : `${scheme}:`, host, port, path };
}
function hostMatches({ scheme, host, port, path }, url, page) {
    const schemeOk = scheme === '' ? url.protocol === page.protocol || isWebUpgrade(url, page) : schemeFits(scheme, url);
    if (!schemeOk || !nameMatches(host, url.hostname))
        return false;
    const actual = url.port === '' ? defaultPort(url.protocol) : url.port;
    const wanted = port === '' ? defaultPort(scheme === '' ? url.protocol : scheme) : port;
    const upgraded = wanted === '80' && actual === '443' && url.protocol === 'https:';
    if (port !== '*' && actual !== wanted && !upgraded)
        return false;
    if (path === '' || path === '/')
        return true;
    const exact = !path.endsWith('/');
    return exact ? url.pathname.toLowerCase() === path : url.pathname.toLowerCase().startsWith(path);
}
function nameMatches(pattern, name) {
    if (pattern === '*')
        return true;
    if (pattern.startsWith('*.'))
        return name.endsWith(pattern.slice(1));
    return pattern === name;
}
function schemeFits(scheme, url) {
    if (scheme === url.protocol)
        return true;
    return scheme === 'http:' && url.protocol === 'https:';
}
function isWeb({ protocol }) {
    return protocol === 'http:' || protocol === 'https:';
}
function isWebUpgrade(url, page) {
    return page.protocol === 'http:' && url.protocol === 'https:';
}
function isUpgrade(url, page) {
    return isWebUpgrade(url, page) && url.hostname === page.hostname;
}
function defaultPort(protocol) {
    if (protocol === 'https:')
        return '443';
    return protocol === 'http:' ? '80' : '';
}

;// CONCATENATED MODULE: ./packages/edge/lib/csp/allows.js



function allowsScript(policy, script, page) {
    const sources = scriptSources(policy);
    if (sources === undefined)
        return 'allowed';
    const nonces = noncesOf(sources);
    if (script.nonce !== undefined && nonces.includes(script.nonce))
        return 'allowed';
    if (hashAllows(sources, script.src === undefined ? hashesOf(script.text) : (script.integrity ?? '').split(/\s+/)))
        return 'allowed';
    const missed = missedNonce(nonces, script.nonce);
    if (hasKeyword(sources, 'strict-dynamic'))
        return missed ?? (script.src === undefined ? 'inline' : 'host');
    if (script.src === undefined)
        return inlineAllowed(sources) ? 'allowed' : (missed ?? 'inline');
    const url = addressOf(script.src, page);
    if (url !== undefined && allowsUrl(sources, url, page))
        return 'allowed';
    return missed ?? 'host';
}
function allowsStyle(policy, style, page) {
    const sources = styleSources(policy);
    if (sources === undefined)
        return 'allowed';
    const nonces = noncesOf(sources);
    if (style.nonce !== undefined && nonces.includes(style.nonce))
        return 'allowed';
    const missed = missedNonce(nonces, style.nonce);
    if (style.href === undefined) {
        if (hashAllows(sources, hashesOf(style.text)) || inlineAllowed(sources))
            return 'allowed';
        return missed ?? 'inline';
    }
    const url = addressOf(style.href, page);
    return url !== undefined && allowsUrl(sources, url, page) ? 'allowed' : (missed ?? 'host');
}
function inlineAllowed(sources) {
    const better = sources.some((source) => /^'(?:nonce-|sha(?:256|384|512)-|strict-dynamic')/i.test(source));
    return hasKeyword(sources, 'unsafe-inline') && !better;
}
function allowsHandlers({ directives }) {
    const sources = directives.get('script-src-attr') ?? directives.get('script-src') ?? directives.get('default-src');
    return sources === undefined || inlineAllowed(sources) || hasKeyword(sources, 'unsafe-hashes');
}
function missedNonce(nonces, nonce) {
    if (nonces.length === 0)
        return undefined;
    return nonce === undefined || nonce === '' ? 'no-nonce' : 'wrong-nonce';
}
function hashAllows(sources, hashes) {
    const given = hashes.filter((hash) => hash !== '');
    return given.length > 0 && given.some((hash) => sources.includes(`'${hash}'`));
}
function hashesOf(text) {
    return ['sha256', 'sha384', 'sha512'].map((name) => `${name}-${(0,external_node_crypto_().createHash)(name).update(text).digest('base64')}`);
}
function addressOf(text, page) {
    return URL.canParse(text, page.href) ? new URL(text, page.href) : undefined;
}

;// CONCATENATED MODULE: ./packages/edge/lib/assets.js




const MOST_ASSETS = 12;
function scriptsOf(site) {
    return assetsOf(site, 'scripts', ({ scripts }) => scripts.map(({ src }) => src));
}
function stylesOf(site) {
    return assetsOf(site, 'styles', ({ styles }) => styles.map(({ href }) => href));
}
function imagesOf(site) {
    return assetsOf(site, 'images', ({ images }) => images, { accept: IMAGES });
}
async function builtOf(site) {
    const both = await Promise.all([scriptsOf(site), stylesOf(site)]);
    return { read: both.flatMap(({ read }) => read), missed: both.flatMap(({ missed }) => missed) };
}
function unreadAssets({ missed }) {
    return missed.map((one) => unclear('file-not-read', `${one.url.host}${one.url.pathname}`, shown(one), { remedy: assets_AGAIN }));
}
const assets_AGAIN = 'Check that the files of the pages answer where the audit runs, and run it again.';
const IMAGES = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';
function assetsOf(site, kind, written, headers = {}) {
    return site.once(kind, async () => {
        const visits = (await site.visits()).filter(isReadable);
        const all = visits.flatMap(({ first, page }) => {
            const base = baseOf(page, first.url);
            return (page === undefined ? [] : written(page)).flatMap((text) => text === undefined || text.startsWith('data:') ? [] : (addressOf(text, base) ?? []));
        });
        const urls = [...new Map(all.map((url) => [url.href, url])).values()].slice(0, MOST_ASSETS);
        const answers = await Promise.all(urls.map(async (url) => ({ url, answer: await site.asker.ask(url, { headers }) })));
        return {
            read: answers.flatMap(({ url, answer }) => answer.kind === 'answer' && answer.status === 200 ? [{ url, answer }] : []),
            missed: answers.flatMap(({ answer }) => (saysNothing(answer) ? [answer] : [])),
        };
    });
}
function baseOf(page, url) {
    return (page?.base === undefined ? undefined : addressOf(page.base, url)) ?? url;
}
function saysNothing(answer) {
    if (answer.kind === 'none')
        return answer.why !== 'not-allowed';
    return isWall(answer) || answer.status >= 500;
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/csp-hosts.js





const cspUnusedHosts = {
    id: 'csp-unused-hosts',
    title: 'The policy allows no host that no page uses',
    expected: 'every host of the policy named in a page that was read, or in one of its scripts and styles',
    remedy: 'Remove the hosts from the policy, or list under `paths` a page that uses them. Each allowed host is one more that can run scripts in your pages.',
    look: async (site) => {
        const what = site.plan.url.host;
        const visits = await site.visits();
        const read = visits.filter(isReadable);
        if (read.length < visits.length)
            return [
                unclear('page-not-readable', what, `${visits.length - read.length} of ${visits.length} pages not read`, {
                    remedy: 'List pages that answer with status 200, and run the audit again.',
                }),
            ];
        const allowed = new Set(read.flatMap((visit) => enforcedPolicies(visit.first, visit.page).flatMap(hostsOf)));
        if (allowed.size === 0)
            return [leftOut(what, 'no policy names a host')];
        const files = await builtOf(site);
        const answers = [...read.map(({ first }) => first), ...files.read.map(({ answer }) => answer)];
        const texts = answers.map(({ body }) => body.toLowerCase());
        const unused = [...allowed].filter((host) => !isNamed(host, texts)).sort();
        if (unused.length > 0 && files.missed.length > 0)
            return unreadAssets(files);
        const cut = answers.find(({ truncated }) => truncated);
        if (unused.length > 0 && cut !== undefined)
            return [notWhole(`${cut.url.host}${cut.url.pathname}`)];
        if (unused.length === 0)
            return [passed(what, `${allowed.size} hosts, all used`)];
        const measured = `named in none of ${read.length} pages and ${files.read.length} files: ${unused.join(', ')}`;
        return [site.plan.csp === 'strict' ? failed('host-never-used', what, measured) : passed(what, measured)];
    },
};
const FETCHES = [
    ['script-src-elem', 'script-src', 'default-src'],
    ['style-src-elem', 'style-src', 'default-src'],
    ['img-src', 'default-src'],
    ['font-src', 'default-src'],
    ['connect-src', 'default-src'],
    ['frame-src', 'child-src', 'default-src'],
    ['media-src', 'default-src'],
];
function hostsOf(policy) {
    return FETCHES.flatMap((names) => sourcesFor(policy, ...names) ?? []).filter((source) => !source.startsWith("'") && !source.endsWith(':') && parseHost(source) !== undefined && source !== '*');
}
function isNamed(source, texts) {
    const { host } = parseHost(source) ?? { host: source };
    const name = host.replace(/^\*/, '').toLowerCase();
    return texts.some((text) => text.includes(name));
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/csp-present.js




const cspPresent = {
    id: 'csp-present',
    title: 'Pages have a Content Security Policy that is enforced',
    expected: 'Content-Security-Policy with script-src or default-src',
    remedy: 'Send `Content-Security-Policy` with every page. Start with `Content-Security-Policy-Report-Only` to see what it would block.',
    look: (site) => eachPage(site, ({ first, page }, what) => {
        if (!isHtml(first))
            return leftOut(what, 'the answer is no HTML page');
        const policies = enforcedPolicies(first, page);
        if (policies.length === 0) {
            if (first.truncated)
                return notWhole(what);
            const only = reportOnlyPolicies(first).length > 0;
            return failed(only ? 'csp-report-only' : 'csp-missing', what, only ? 'a policy that only reports' : 'no policy');
        }
        const scripts = policies.some(({ directives }) => directives.has('script-src') || directives.has('default-src'));
        const many = `${policies.length} ${policies.length === 1 ? 'policy' : 'policies'}`;
        return scripts ? passed(what, many) : failed('csp-without-scripts', what, `${many}, none says which scripts run`);
    }),
};

;// CONCATENATED MODULE: ./packages/edge/lib/checks/csp-reports.js




const cspReports = {
    id: 'csp-reports',
    title: 'Reports of the policy are received',
    expected: 'an endpoint for each report-to and report-uri, which answers',
    remedy: 'Define the endpoint in the header `Reporting-Endpoints`, and make sure that its address exists and accepts POST. Violations that reach no one help no one.',
    look: (site) => eachPage(site, async (visit, what) => {
        const policies = [...enforcedPolicies(visit.first, visit.page), ...reportOnlyPolicies(visit.first)];
        const groups = policies.flatMap((policy) => valuesOf(policy, 'report-to'));
        const addresses = policies.flatMap((policy) => valuesOf(policy, 'report-uri'));
        if (groups.length + addresses.length === 0)
            return leftOut(what, 'the policy sends no reports');
        const endpoints = endpointsOf(visit);
        const missing = groups.filter((group) => !endpoints.has(group));
        const given = [...addresses, ...groups.flatMap((group) => endpoints.get(group) ?? [])];
        const urls = [...new Set(given)].flatMap((one) => URL.canParse(one, visit.first.url.href) ? new URL(one, visit.first.url.href) : []);
        return [
            ...(missing.length === 0
                ? []
                : [failed('endpoint-not-defined', what, `${[...new Set(missing)].join(', ')} in no Reporting-Endpoints`)]),
            ...(await Promise.all(urls.map((url) => csp_reports_judge(site, url)))),
        ];
    }),
};
function valuesOf({ directives }, name) {
    return directives.get(name) ?? [];
}
function endpointsOf({ first }) {
    const found = new Map();
    for (const line of headerLines(first, 'reporting-endpoints'))
        for (const [, name = '', url = ''] of line.matchAll(/(?<![a-z0-9_.*-])([a-z*][a-z0-9_.*-]*)\s{0,9}=\s{0,9}"([^"]*)"/gi))
            found.set(name, url);
    for (const line of headerLines(first, 'report-to')) {
        try {
            for (const group of JSON.parse(`[${line}]`))
                found.set(group.group ?? 'default', group.endpoints?.[0]?.url ?? '');
        }
        catch {
        }
    }
    return found;
}
async function csp_reports_judge({ asker, once }, url) {
    const what = `${url.host}${url.pathname}`;
    const answer = await once(`report ${url.href}`, () => asker.ask(url));
    if (answer.kind === 'none')
        return answer.why === 'not-allowed'
            ? leftOut(what, 'a host that is not listed', 'Add the host to `hosts` if it is yours.')
            : unclear('no-answer', what, shown(answer), {
                remedy: 'Check that the endpoint is reachable, and run the audit again.',
            });
    if (isWall(answer) || answer.status >= 500)
        return unclear('not-the-endpoint', what, shown(answer));
    return answer.status === 404 || answer.status === 410
        ? failed('endpoint-missing', what, shown(answer))
        : passed(what, shown(answer));
}

;// CONCATENATED MODULE: ./packages/edge/lib/page/page.js
function runs({ type }) {
    return type !== 'data';
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/csp-scripts.js







const DYNAMIC = 'The page is rendered before anyone asks for it, so it cannot contain the nonce of a request. Render it for each request (`await connection()` or `export const dynamic = "force-dynamic"` in Next.js), or give static pages a policy without nonces.';
const ONE_POLICY = 'A browser enforces every policy that it receives. Send one policy from one place: either next.config or middleware (proxy.ts), not both.';
const cspScripts = {
    id: 'csp-scripts',
    title: 'The policy allows the scripts of the page',
    expected: 'every script of the HTML allowed by every policy',
    remedy: 'Give each script the nonce of the policy, or add its hash or host to `script-src`. A script that the browser blocks never runs, so the page may show and not react.',
    look: (site) => eachPage(site, ({ first, page }, what) => {
        if (!isHtml(first) || page === undefined)
            return leftOut(what, 'the answer is no HTML page');
        const policies = enforcedPolicies(first, page);
        if (policies.length === 0)
            return leftOut(what, 'the page has no policy that is enforced');
        if (first.truncated)
            return notWhole(what);
        return csp_scripts_judge({ first, page, policies, what });
    }),
};
function csp_scripts_judge({ first, page, policies, what }) {
    const scripts = page.scripts.filter(runs);
    const blocked = scripts.map((script) => blockedBy(script, policies, first.url));
    const bad = blocked.filter((one) => one.length > 0);
    const handlers = page.handlers > 0 && !policies.every(allowsHandlers);
    if (bad.length === 0)
        return handlers
            ? failed('handler-blocked', what, `${page.handlers} elements with handlers in attributes, which the policy blocks`)
            : passed(what, `${scripts.length} of ${scripts.length} scripts allowed`);
    const measured = `${bad.length} of ${scripts.length} scripts blocked`;
    const whys = bad.flat();
    if (policies.length > 1 && bad.every((one) => one.length < policies.length))
        return failed('policies-intersect', what, `${measured} by one of ${policies.length} policies`, {
            remedy: ONE_POLICY,
        });
    if (whys.includes('no-nonce')) {
        const without = `${measured}, ${whys.filter((why) => why === 'no-nonce').length} without a nonce`;
        return isPrerendered(first)
            ? failed('prerendered-under-nonce', what, without, { remedy: DYNAMIC })
            : failed('script-without-nonce', what, without);
    }
    if (whys.includes('wrong-nonce'))
        return failed('nonce-differs', what, `${measured}: their nonce is not the one of the policy`);
    return failed('script-blocked', what, measured);
}
function blockedBy(script, policies, url) {
    return policies.flatMap((policy) => {
        const allowed = allowsScript(policy, script, url);
        return allowed === 'allowed' ? [] : [allowed];
    });
}
function isPrerendered(answer) {
    if (header(answer, 'x-nextjs-prerender') !== undefined || header(answer, 'x-nextjs-cache') !== undefined)
        return true;
    return ['HIT', 'STALE', 'PRERENDER'].includes(header(answer, 'x-vercel-cache')?.toUpperCase() ?? '');
}
const cspNonce = {
    id: 'csp-nonce-fresh',
    title: 'Every answer has a nonce of its own',
    expected: 'another nonce in the second answer',
    remedy: 'Make the nonce for each request from random bytes, and keep pages with a nonce out of every cache (`Cache-Control: private, no-store`). An attacker who knows the nonce can run scripts.',
    look: (site) => eachPage(site, ({ first, page, second, secondPage }, what) => {
        const nonces = nonceSet(enforcedPolicies(first, page));
        if (nonces.length === 0)
            return leftOut(what, 'the policy has no nonce');
        if (second.kind === 'none' || second.status >= 300)
            return unclear('asked-once', what, 'no second answer', { remedy: 'Run the audit again.' });
        const again = nonceSet(enforcedPolicies(second, secondPage));
        const same = nonces.some((nonce) => again.includes(nonce));
        return same ? failed('nonce-reused', what, 'the same nonce twice') : passed(what, 'two nonces');
    }),
};
function nonceSet(policies) {
    return policies.flatMap((policy) => noncesOf(scriptSources(policy) ?? []));
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/csp-styles.js




const cspStyles = {
    id: 'csp-styles',
    title: 'The policy allows the styles of the page',
    expected: 'every stylesheet and style element of the HTML allowed by every policy',
    remedy: 'Give each <style> the nonce of the policy, or add the hash or the host to `style-src`.',
    look: (site) => eachPage(site, ({ first, page }, what) => {
        const policies = enforcedPolicies(first, page);
        if (page === undefined || policies.length === 0)
            return leftOut(what, 'the page has no policy that is enforced');
        if (first.truncated)
            return notWhole(what);
        const blocked = page.styles.filter((style) => policies.some((policy) => allowsStyle(policy, style, first.url) !== 'allowed'));
        const all = page.styles.length;
        return blocked.length === 0
            ? passed(what, `${all} of ${all} styles allowed`)
            : failed('style-blocked', what, `${blocked.length} of ${all} styles blocked`);
    }),
};

;// CONCATENATED MODULE: ./packages/edge/lib/csp/evaluate.js
async function weaknesses(policies) {
    const { CspEvaluator } = await __webpack_require__.e(/* import() */ 761).then(__webpack_require__.t.bind(__webpack_require__, 494290, 19));
    const { CspParser } = await __webpack_require__.e(/* import() */ 3705).then(__webpack_require__.t.bind(__webpack_require__, 386377, 19));
    const { Type } = await __webpack_require__.e(/* import() */ 893).then(__webpack_require__.t.bind(__webpack_require__, 313587, 19));
    const all = policies.map(({ text }) => {
        try {
            return new CspEvaluator(new CspParser(text).csp).evaluate();
        }
        catch {
            return undefined;
        }
    });
    if (all.includes(undefined))
        return undefined;
    const each = all.map((findings = []) => {
        return new Map(findings.map(({ type, directive, severity }) => {
            const name = `${Type[type] ?? type} in ${directive}`;
            return [name, { name, severity: Number(severity) }];
        }));
    });
    const [first, ...others] = each;
    return [...(first?.values() ?? [])]
        .filter(({ name }) => others.every((one) => one.has(name)))
        .toSorted((a, b) => a.severity - b.severity);
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/csp-weaknesses.js




const FAILS_UP_TO = { strict: 45, balanced: 20, report: 0 };
const cspWeaknesses = {
    id: 'csp-weaknesses',
    title: 'The policy has no known weakness',
    expected: 'no finding of csp_evaluator that the level of `csp` fails',
    remedy: "Correct each finding; https://csp-evaluator.withgoogle.com explains them. The strongest policy is script-src with a nonce and 'strict-dynamic', object-src 'none' and base-uri 'none'.",
    look: (site) => eachPage(site, async ({ first, page }, what) => {
        const policies = enforcedPolicies(first, page);
        if (policies.length === 0)
            return leftOut(what, 'the page has no policy that is enforced');
        const found = await weaknesses(policies);
        if (found === undefined)
            return unclear('policy-not-read', what, 'csp_evaluator cannot read a source of the policy', {
                remedy: 'Correct the source that is no host, scheme or keyword, and run the audit again.',
            });
        const bad = found.filter(({ severity }) => severity <= FAILS_UP_TO[site.plan.csp]);
        const names = (bad.length > 0 ? bad : found).map(({ name }) => name).join(', ');
        return bad.length > 0
            ? failed('csp-weak', what, names)
            : passed(what, found.length === 0 ? 'no finding' : `below the level: ${names}`);
    }),
};

;// CONCATENATED MODULE: ./packages/edge/lib/checks/delivery.js




const YEAR_SECONDS = 31_536_000;
const WORTH_BYTES = 1024;
const compression = {
    id: 'compression',
    title: 'Text is compressed',
    expected: 'Content-Encoding br, gzip or zstd on text of more than 1 kB',
    remedy: 'Turn on compression where the answers are made or in the CDN.',
    look: async (site) => [
        ...(await eachPage(site, ({ first }, what) => judgeSize(first, what))),
        ...(await builtOf(site)).read.map(({ url, answer }) => judgeSize(answer, `${url.host}${url.pathname}`)),
        ...unreadAssets(await builtOf(site)),
    ],
};
function judgeSize(answer, what) {
    if (answer.bytes <= WORTH_BYTES && !answer.truncated)
        return passed(what, `${answer.bytes} bytes`);
    const encoding = header(answer, 'content-encoding') ?? '';
    return encoding === '' || encoding === 'identity'
        ? failed('not-compressed', what, `${answer.bytes} bytes as they are`)
        : passed(what, encoding);
}
const assetCaching = {
    id: 'asset-caching',
    title: 'Built files are cached for good',
    expected: `Cache-Control with max-age of at least ${YEAR_SECONDS} and immutable for /_next/static/`,
    remedy: 'Remove the header rule that overrides `Cache-Control` for `/_next/static/`; their names change with their content.',
    look: async (site) => {
        const built = await fingerprinted(site);
        if (built.read.length + built.missed.length === 0)
            return [leftOut(site.plan.url.host, 'no page loads a file from /_next/static/')];
        const found = built.read.map(({ url, answer }) => {
            const what = `${url.host}${url.pathname}`;
            const control = directives(answer);
            const age = Number(control.get('max-age') ?? 0);
            const measured = header(answer, 'cache-control') ?? 'no Cache-Control';
            return age >= YEAR_SECONDS && control.has('immutable') && !control.has('no-store')
                ? passed(what, measured)
                : failed('asset-not-immutable', what, measured);
        });
        return [...found, ...unreadAssets(built)];
    },
};
const cdnHit = {
    id: 'cdn-hit',
    title: 'Built files come from the cache of the CDN',
    expected: 'a hit (or an Age above 0) on the second request',
    remedy: 'Look at what keeps the CDN from caching: a cookie, a Vary, or a rule that sends requests to a function.',
    look: async (site) => {
        const built = await fingerprinted(site);
        const [asset] = built.read;
        if (asset === undefined)
            return built.missed.length > 0
                ? unreadAssets(built)
                : [leftOut(site.plan.url.host, 'no page loads a file from /_next/static/')];
        const what = `${asset.url.host}${asset.url.pathname}`;
        const again = await site.asker.ask(asset.url);
        if (again.kind === 'none' || again.status !== 200)
            return [unclear('no-answer', what, shown(again), { remedy: delivery_AGAIN })];
        const state = stateOf(again);
        if (state === undefined)
            return [unclear('no-cache-header', what, 'no header says whether a cache answered', { remedy: NO_CACHE })];
        return [state.hit ? passed(what, state.measured) : failed('cache-missed', what, state.measured)];
    },
};
const NO_CACHE = 'Without a CDN in front of the site, leave this check out with `checks: !cdn-hit`.';
function stateOf(answer) {
    const name = ['x-vercel-cache', 'cf-cache-status', 'x-cache', 'x-nextjs-cache'].find((one) => header(answer, one) !== undefined);
    const age = header(answer, 'age');
    if (name === undefined && age === undefined)
        return undefined;
    const value = name === undefined ? '' : (header(answer, name) ?? '');
    const hit = /\b(?:hit|stale|prerender|revalidated)\b/i.test(value) || Number(age ?? 0) > 0;
    return { hit, measured: name === undefined ? `Age: ${age}` : `${name}: ${value}` };
}
const privateHtml = {
    id: 'private-pages',
    title: 'Pages that set cookies are in no shared cache',
    expected: 'Cache-Control private or no-store on a page with Set-Cookie, and no hit of a cache',
    remedy: 'Send `Cache-Control: private, no-store` with pages that set cookies. A shared cache would give one visitor the cookie of another.',
    look: (site) => eachPage(site, ({ first, second }, what) => {
        const answers = second.kind === 'answer' ? [first, second] : [first];
        const setting = answers.filter((one) => headerLines(one, 'set-cookie').length > 0);
        const shared = setting.find((one) => {
            const control = directives(one);
            const age = Number(control.get('s-maxage') ?? 0);
            const isPublic = control.has('public') || age > 0;
            return (isPublic && !control.has('private') && !control.has('no-store')) || stateOf(one)?.hit === true;
        });
        if (shared !== undefined)
            return failed('cookie-in-shared-cache', what, header(shared, 'cache-control') ?? stateOf(shared)?.measured ?? '');
        if (second.kind === 'none')
            return unclear('asked-once', what, shown(second), { remedy: delivery_AGAIN });
        const [one] = setting;
        return passed(what, one === undefined ? 'no cookies' : (header(one, 'cache-control') ?? 'no Cache-Control'));
    }),
};
const delivery_AGAIN = 'Run the audit again when the site answers.';
async function fingerprinted(site) {
    const { read, missed } = await builtOf(site);
    const isBuilt = ({ url }) => url.pathname.includes('/_next/static/');
    return { read: read.filter(isBuilt), missed: missed.filter(isBuilt) };
}
function directives(answer) {
    const parts = (header(answer, 'cache-control') ?? '').toLowerCase().split(',');
    return new Map(parts.map((part) => {
        const [name = '', value = ''] = part.trim().split('=');
        return [name, value.replaceAll('"', '')];
    }));
}

// EXTERNAL MODULE: external "node:dns"
let external_node_dns__kept;
const external_node_dns_ = () => (external_node_dns__kept ??= __webpack_require__(883053));
// EXTERNAL MODULE: external "node:net"
let external_node_net__kept;
const external_node_net_ = () => (external_node_net__kept ??= __webpack_require__(440606));
// EXTERNAL MODULE: external "node:dgram"
let external_node_dgram__kept;
const external_node_dgram_ = () => (external_node_dgram__kept ??= __webpack_require__(884893));
;// CONCATENATED MODULE: ./packages/edge/lib/dns/zone.js




async function askZone(question) {
    const packets = await __webpack_require__.e(/* import() */ 1049).then(__webpack_require__.t.bind(__webpack_require__, 472410, 19));
    const id = (0,external_node_crypto_().randomInt)(65_536);
    const packet = { type: 'query', id, flags: 0, questions: [{ type: question.type, name: question.name }] };
    const read = async (bytes) => {
        if (bytes === undefined)
            return undefined;
        try {
            const answer = packets.decode(bytes);
            return answer.id === id && answer.flag_qr ? answer : undefined;
        }
        catch {
            return undefined;
        }
    };
    const first = await exchange(question, (end) => overUdp(question, packets.encode(packet), end));
    if (first.code !== '')
        return { kind: 'none', code: first.code };
    let answer = await read(first.bytes);
    if (answer?.flag_tc === true) {
        const second = await exchange(question, (end) => overTcp(question, packets.streamEncode(packet), end));
        if (second.code !== '')
            return { kind: 'none', code: second.code };
        answer = await read(second.bytes);
    }
    if (answer === undefined)
        return { kind: 'none', code: 'EBADRESP' };
    const refused = answer;
    if (refused.rcode !== 'NOERROR' && refused.rcode !== 'NXDOMAIN')
        return { kind: 'none', code: refused.rcode };
    const records = (answer.answers ?? []).flatMap((one) => 'ttl' in one ? [{ type: one.type, ttl: one.ttl ?? 0 }] : []);
    return { kind: 'answer', authoritative: answer.flag_aa, records };
}
function exchange({ timeoutMs, signal }, start) {
    return new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject((0,lib_clock/* cancellation */.WN)(signal));
        let ended = false;
        const finish = (what) => {
            if (ended)
                return;
            ended = true;
            clearTimeout(timer);
            signal.removeEventListener('abort', stop);
            close();
            what();
        };
        const stop = () => finish(() => reject((0,lib_clock/* cancellation */.WN)(signal)));
        const timer = setTimeout(() => finish(() => resolve({ bytes: undefined, code: 'ETIMEOUT' })), timeoutMs);
        signal.addEventListener('abort', stop, { once: true });
        const close = start((bytes, code = '') => finish(() => resolve({ bytes, code })));
    });
}
function overUdp({ server }, query, end) {
    const { host, port } = partsOf(server);
    const socket = (0,external_node_dgram_().createSocket)(host.includes(':') ? 'udp6' : 'udp4');
    socket.on('error', (error) => end(undefined, error.code ?? 'EIO'));
    socket.on('message', (bytes) => end(bytes));
    socket.connect(port, host, () => socket.send(query));
    return () => void socket.close();
}
function overTcp({ server }, query, end) {
    const { host, port } = partsOf(server);
    const socket = (0,external_node_net_().connect)(port, host, () => void socket.write(query));
    let come = Buffer.alloc(0);
    socket.on('error', (error) => end(undefined, error.code ?? 'EIO'));
    socket.on('close', () => end(undefined, 'ECONNRESET'));
    socket.on('data', (bytes) => {
        come = Buffer.concat([come, bytes]);
        if (come.length >= 2 && come.length >= 2 + come.readUInt16BE(0))
            end(come.subarray(2, 2 + come.readUInt16BE(0)));
    });
    return () => void socket.destroy();
}
function partsOf(server) {
    const found = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(server);
    return { host: found?.[1] ?? found?.[2] ?? server, port: Number(found?.[3] ?? 53) };
}

;// CONCATENATED MODULE: ./packages/edge/lib/dns/reader.js



function nodeDns({ timeoutMs, signal }) {
    async function ask(resolver, work) {
        const one = new (external_node_dns_()).promises.Resolver({ timeout: Math.max(500, Math.floor(timeoutMs / 2)), tries: 2 });
        const stop = () => one.cancel();
        signal.addEventListener('abort', stop, { once: true });
        try {
            one.setServers([resolver]);
            return { kind: 'records', records: await work(one) };
        }
        catch (error) {
            const { code = '' } = error;
            if (code === external_node_dns_().promises.NOTFOUND)
                return { kind: 'nothing', name: false };
            if (code === external_node_dns_().promises.NODATA)
                return { kind: 'nothing', name: true };
            return { kind: 'none', code };
        }
        finally {
            signal.removeEventListener('abort', stop);
        }
    }
    return {
        addresses: async (resolver, name) => {
            const [four, six] = await Promise.all([
                ask(resolver, (one) => one.resolve4(name, { ttl: true })),
                ask(resolver, (one) => one.resolve6(name, { ttl: true })),
            ]);
            if (four.kind === 'none')
                return four;
            if (six.kind === 'none')
                return six;
            const records = [four, six].flatMap((one) => (one.kind === 'records' ? one.records : []));
            if (records.length === 0)
                return four.kind === 'nothing' ? four : { kind: 'nothing', name: true };
            return { kind: 'records', records };
        },
        alias: (resolver, name) => ask(resolver, (one) => one.resolveCname(name)),
        caa: (resolver, name) => ask(resolver, async (one) => (await one.resolveCaa(name)).map(caaOf)),
        nameServers: (resolver, name) => ask(resolver, (one) => one.resolveNs(name)),
        zone: async (server, name) => {
            const question = { server, name, timeoutMs, signal };
            const four = await askZone({ ...question, type: 'A' });
            const silent = four.kind === 'answer' && four.records.length === 0;
            return silent ? await askZone({ ...question, type: 'AAAA' }) : four;
        },
    };
}
function caaOf({ issue, issuewild, }) {
    const domain = (text) => text.split(';')[0]?.trim().toLowerCase() ?? '';
    if (issue !== undefined)
        return { tag: 'issue', value: domain(issue) };
    if (issuewild !== undefined)
        return { tag: 'issuewild', value: domain(issuewild) };
    return { tag: 'other', value: '' };
}
function isDnsName(host) {
    return (0,external_node_net_().isIP)(host.replace(/^\[|\]$/g, '')) === 0 && host.includes('.') && !host.endsWith('.localhost');
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/dns.js


const dns_UNREACHABLE = 'Check that the resolvers of `dns-resolvers` can be reached over UDP port 53 from where the audit runs.';
async function named(site, look) {
    const { dns, url } = site.plan;
    if (!isDnsName(url.hostname))
        return [leftOut(url.hostname, 'the host is an address, which has no records')];
    if (dns.resolvers.length === 0)
        return [leftOut(url.hostname, 'no resolver is listed', 'List resolvers under `dns-resolvers`.')];
    return await look(url.hostname, dns.resolvers);
}
function addressesBy(site, host, resolver) {
    return site.once(`address ${resolver} ${host}`, () => site.dns.addresses(resolver, host));
}
function aliasBy(site, host, resolver) {
    return site.once(`alias ${resolver} ${host}`, () => site.dns.alias(resolver, host));
}
const dnsRecords = {
    id: 'dns-records',
    title: 'All resolvers give the host the same address',
    expected: 'one answer of all resolvers, as `dns-expect` says where it is set',
    remedy: 'Correct the record at the provider of the zone, and wait until the old one has expired everywhere.',
    look: (site) => named(site, async (host, resolvers) => {
        const answers = await Promise.all(resolvers.map(async (resolver) => {
            const [alias, addresses] = [await aliasBy(site, host, resolver), await addressesBy(site, host, resolver)];
            return { resolver, alias, addresses };
        }));
        const silent = answers.find(({ addresses }) => addresses.kind === 'none');
        if (silent?.addresses.kind === 'none')
            return [
                unclear('resolver-silent', host, `${silent.resolver}: ${silent.addresses.code}`, { remedy: dns_UNREACHABLE }),
            ];
        const sets = answers.map(({ alias, addresses }) => [
            ...dns_valuesOf(alias),
            ...dns_valuesOf(addresses).map(({ address }) => address),
        ]);
        const missing = answers.filter((_, at) => sets[at]?.length === 0).map(({ resolver }) => resolver);
        if (missing.length === sets.length)
            return [failed('no-record', host, 'no resolver knows an address')];
        if (missing.length > 0)
            return [failed('resolvers-disagree', host, `no address by ${missing.join(', ')}`)];
        const measured = sets.map((set) => set.join(' ')).join(' | ');
        const { expect } = site.plan.dns;
        if (expect.length > 0)
            return [
                sets.every((set) => set.some((one) => expect.includes(one.toLowerCase())))
                    ? passed(host, measured)
                    : failed('points-elsewhere', host, measured, { expected: expect.join(', ') }),
            ];
        const [first = []] = sets;
        return [
            sets.every((set) => set.some((one) => first.includes(one)))
                ? passed(host, measured)
                : unclear('answers-differ', host, measured, {
                    remedy: 'Set `dns-expect` to the addresses or the name that are meant.',
                }),
        ];
    }),
};
function dns_valuesOf(records) {
    return records.kind === 'records' ? records.records : [];
}
function climb(host) {
    const labels = host.split('.');
    return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/dns-caa.js


const AUTHORITIES = {
    "Let's Encrypt": ['letsencrypt.org'],
    'Google Trust Services': ['pki.goog'],
    'Google Trust Services LLC': ['pki.goog'],
    'DigiCert Inc': ['digicert.com'],
    'Sectigo Limited': ['sectigo.com', 'comodoca.com'],
    ZeroSSL: ['sectigo.com', 'zerossl.com'],
    'GlobalSign nv-sa': ['globalsign.com'],
    Amazon: ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'],
};
const dnsCaa = {
    id: 'dns-caa',
    title: 'CAA records say who may issue certificates, and allow the present issuer',
    expected: 'a CAA record with issue that names the issuer of the certificate',
    remedy: 'Add `0 issue "letsencrypt.org"` (for Vercel) at the provider of the zone. Without it every authority may issue a certificate for the host; with a wrong one, renewal fails.',
    look: (site) => named(site, async (host, [resolver = '']) => {
        for (const name of climb(host)) {
            const answer = await site.dns.caa(resolver, name);
            if (answer.kind === 'none')
                return [unclear('resolver-silent', name, `${resolver}: ${answer.code}`, { remedy: dns_UNREACHABLE })];
            const records = dns_valuesOf(answer).filter(({ tag }) => tag === 'issue');
            if (records.length > 0)
                return [judgeIssuer(name, records, await issuerOf(site))];
        }
        return [failed('caa-missing', host, 'no CAA record')];
    }),
};
function judgeIssuer(name, records, issuer) {
    const allowed = records.map(({ value }) => value).join(', ');
    const domains = issuer === undefined ? undefined : AUTHORITIES[issuer];
    if (domains === undefined)
        return unclear('issuer-not-known', name, `allowed: ${allowed}; issued by ${issuer ?? 'no one that could be seen'}`, { remedy: 'Compare the issuer with the CAA records by hand, and accept this result.' });
    return domains.some((domain) => records.some(({ value }) => value === domain))
        ? passed(name, allowed)
        : failed('issuer-not-allowed', name, `allowed: ${allowed}; issued by ${issuer}`);
}
async function issuerOf({ plan, tls }) {
    const handshake = plan.url.protocol === 'https:' ? await tls.inspect() : undefined;
    return handshake?.kind === 'shown' ? handshake.issuer : undefined;
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/dns-dangling.js




const dnsDangling = {
    id: 'dns-dangling',
    title: 'No name of yours points at nothing',
    expected: 'behind every CNAME of the host and of `hosts` an address, and a service that knows the name',
    remedy: 'Delete the record, or claim its target again. Whoever claims it first serves pages under your name.',
    look: (site) => named(site, async (_host, [resolver = '']) => {
        const { hosts, url } = site.plan;
        const all = [url.host, ...hosts].map((host) => new URL(`https://${host}/`));
        return await Promise.all(all.filter(({ hostname }) => isDnsName(hostname)).map((one) => dns_dangling_judge(site, one, resolver)));
    }),
};
async function dns_dangling_judge(site, url, resolver) {
    const name = url.hostname;
    const alias = await aliasBy(site, name, resolver);
    if (alias.kind === 'none')
        return unclear('resolver-silent', name, `${resolver}: ${alias.code}`, { remedy: dns_UNREACHABLE });
    const [target] = dns_valuesOf(alias);
    if (target === undefined)
        return passed(name, 'no CNAME');
    const behind = await site.dns.addresses(resolver, target);
    if (behind.kind === 'none')
        return unclear('resolver-silent', name, `${target}: ${behind.code}`, { remedy: dns_UNREACHABLE });
    if (behind.kind === 'nothing')
        return failed('dangling-name', name, `${target} has no address`);
    const answer = await site.once(`claimed ${url.host}`, () => site.asker.ask(url));
    if (answer.kind === 'none')
        return unclear('target-not-seen', name, `${target}: ${shown(answer)}`, {
            remedy: 'Check whether the service behind the name still serves it. A host that has no website needs no entry in `hosts`.',
        });
    return isUnclaimed(answer)
        ? failed('unclaimed-target', name, `${target} answers that it does not know the name`)
        : passed(name, target);
}
const UNCLAIMED = [
    /There isn't a GitHub Pages site here/,
    /<Code>NoSuchBucket<\/Code>/,
    /\/\/www\.herokucdn\.com\/error-pages\/no-such-app\.html/,
    /Fastly error: unknown domain/,
];
function isUnclaimed(answer) {
    if (answer.status < 400)
        return false;
    const vercel = header(answer, 'x-vercel-error');
    return vercel === 'DEPLOYMENT_NOT_FOUND' || UNCLAIMED.some((one) => one.test(answer.body));
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/dns-ttl.js



const dnsTtl = {
    id: 'dns-ttl',
    title: 'The address can be changed quickly',
    expected: 'a time to live of at most `dns-max-ttl`, as the zone itself gives it',
    remedy: 'Lower the TTL of the record at the provider of the zone. Until it has expired, visitors go to the old address.',
    look: (site) => named(site, async (host, [resolver = '']) => [await look(site, host, resolver)]),
};
const MOST_SERVERS = 3;
async function look(site, host, resolver) {
    const { authority } = site.plan.dns;
    const servers = authority.length > 0 ? authority : await authorityOf(site, host, resolver);
    if (servers.length === 0)
        return unclear('zone-not-found', host, 'no name server found', {
            remedy: 'List the name servers of the zone under `dns-authority`.',
        });
    let silent = '';
    for (const server of servers.slice(0, MOST_SERVERS)) {
        const answer = await site.dns.zone(server, host);
        if (answer.kind === 'answer')
            return dns_ttl_judge(site, host, { server, answer });
        silent = `${server}: ${answer.code}`;
    }
    return unclear('zone-silent', host, silent, { remedy: dns_UNREACHABLE });
}
function dns_ttl_judge({ plan }, host, { server, answer }) {
    if (!answer.authoritative)
        return unclear('not-the-zone', host, `${server} answers from a cache`, {
            remedy: 'List the name servers of the zone itself under `dns-authority`.',
        });
    if (answer.records.length === 0)
        return unclear('no-record', host, `${server} has no address and no CNAME for it`, {
            remedy: 'Compare `dns-authority` with the name servers of the zone.',
        });
    const ttl = Math.max(...answer.records.map((one) => one.ttl));
    const measured = `${ttl} seconds`;
    const { maxTtlSeconds } = plan.dns;
    return ttl <= maxTtlSeconds
        ? passed(host, measured)
        : failed('ttl-too-long', host, measured, { expected: `at most ${maxTtlSeconds} seconds` });
}
async function authorityOf(site, host, resolver) {
    for (const name of climb(host)) {
        const servers = await site.dns.nameServers(resolver, name);
        if (servers.kind !== 'records')
            continue;
        const found = await Promise.all(servers.records.slice(0, MOST_SERVERS).map((server) => site.dns.addresses(resolver, server)));
        const four = found.flatMap((addresses) => dns_valuesOf(addresses).filter(({ address }) => (0,external_node_net_().isIP)(address) === 4));
        if (four.length > 0)
            return four.map(({ address }) => address);
    }
    return [];
}

// EXTERNAL MODULE: ./packages/base/lib/site-path.js
var site_path = __webpack_require__(452958);
;// CONCATENATED MODULE: ./packages/edge/lib/checks/exposed-files.js





const SECRETS = [
    ...['/.env', '/.env.local', '/.env.production', '/.env.production.local'].map((path) => ({
        path,
        looksLike: /^[ \t]*(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_]*[ \t]*=/m,
    })),
    { path: '/.git/HEAD', looksLike: /^(?:ref: |[0-9a-f]{40}\s*$)/ },
    { path: '/.git/config', looksLike: /^[ \t]*\[(?:core|remote)/m },
    { path: '/.npmrc', looksLike: /^[ \t]*(?:\/\/|registry|_auth)/m },
    { path: '/.vercel/project.json', looksLike: /"projectId"/ },
    { path: '/.DS_Store', looksLike: /Bud1/ },
    { path: '/supabase/config.toml', looksLike: /^[ \t]*project_id[ \t]*=/m },
    { path: '/backup.sql', looksLike: /\b(?:CREATE TABLE|INSERT INTO|PostgreSQL database dump)\b/i },
    { path: '/dump.sql', looksLike: /\b(?:CREATE TABLE|INSERT INTO|PostgreSQL database dump)\b/i },
];
const exposedFiles = {
    id: 'exposed-files',
    title: 'Files of the project are not served',
    expected: 'no file of settings, of git or of a dump',
    remedy: 'Delete the file from `public/` or the output, and deploy again. Change every secret that was in it: it has been readable by everyone.',
    look: async (site) => {
        const found = await Promise.all(SECRETS.map((secret) => exposed_files_judge(site, secret)));
        const bad = found.filter(({ verdict }) => verdict !== 'pass');
        return bad.length > 0 ? bad : [passed(site.plan.url.host, `${SECRETS.length} paths, none served`)];
    },
};
async function exposed_files_judge(site, { path, looksLike }) {
    const what = `${site.plan.url.host}${path}`;
    const answer = await site.asker.ask(new URL(path, site.plan.url));
    if (answer.kind === 'none' || (await exposed_files_saysNothing(site, answer)))
        return unclear('no-answer', what, shown(answer), { remedy: exposed_files_AGAIN });
    const served = answer.status === 200 && !isPage(answer.body) && looksLike.test(answer.body.slice(0, 65_536));
    if (isUnread(answer))
        return notWhole(what);
    return served ? failed('file-served', what, `HTTP 200, ${answer.bytes} bytes`) : passed(what, shown(answer));
}
const directoryListing = {
    id: 'directory-listing',
    title: 'Directories are not listed',
    expected: 'no list of files for the directories of scripts and styles',
    remedy: 'Turn off directory listings where files are served.',
    look: async (site) => {
        const { plan } = site;
        const files = await builtOf(site);
        const folders = files.read.flatMap(({ url }) => parentsOf(url)).filter(({ origin }) => origin === plan.url.origin);
        const urls = [...new Map([new URL('/public/', plan.url), ...folders].map((url) => [url.href, url])).values()];
        const found = await Promise.all(urls.slice(0, 8).map((url) => judgeListing(site, url)));
        const bad = [...found.filter((one) => one.kind === 'gap' || one.verdict !== 'pass'), ...unreadAssets(files)];
        return bad.length > 0 ? bad : [passed(plan.url.host, `${found.length} directories, none listed`)];
    },
};
async function judgeListing(site, url) {
    const what = `${url.host}${url.pathname}`;
    const answer = await site.asker.ask(url);
    if (answer.kind === 'none' || (await exposed_files_saysNothing(site, answer)))
        return unclear('no-answer', what, shown(answer), { remedy: exposed_files_AGAIN });
    const listed = answer.status === 200 && /<title>\s*(?:index of|directory listing|listing directory)/i.test(answer.body);
    if (isUnread(answer))
        return notWhole(what);
    return listed ? failed('directory-listed', what, 'a list of files') : passed(what, shown(answer));
}
async function exposed_files_saysNothing(site, answer) {
    if (answer.status === 401 || answer.status === 429 || answer.status >= 500)
        return true;
    return answer.status === 403 && !(await site.visits()).some(isReadable);
}
function isUnread({ body, status, truncated }) {
    return status === 200 && truncated && body === '';
}
function parentsOf(url) {
    const parts = url.pathname.split('/').slice(0, -1);
    return parts.slice(1).map((_, at) => (0,site_path/* onOrigin */.W)(`${parts.slice(0, at + 2).join('/')}/`, url));
}
function isPage(body) {
    return /^\s*(?:<!doctype html|<html|<\?xml)/i.test(body);
}
const exposed_files_AGAIN = 'Check that nothing in front of the site refuses the audit, and run it again.';

;// CONCATENATED MODULE: ./packages/edge/lib/checks/hsts.js



const hsts_YEAR_SECONDS = 31_536_000;
const hsts = {
    id: 'hsts',
    title: 'HTTPS is remembered for at least a year (HSTS)',
    expected: `Strict-Transport-Security with max-age of at least ${hsts_YEAR_SECONDS}`,
    remedy: `Send \`Strict-Transport-Security: max-age=${hsts_YEAR_SECONDS * 2}; includeSubDomains\` once with every answer over HTTPS.`,
    look: (site) => eachHeader(site, hsts_judge),
};
const hstsPreload = {
    id: 'hsts-preload',
    title: 'HSTS asks for preloading only as the preload list accepts it',
    expected: `preload only together with includeSubDomains and max-age of at least ${hsts_YEAR_SECONDS}`,
    remedy: 'Either add `includeSubDomains` and a max-age of at least a year, or remove `preload`: browsers ship with the list, so a mistake in it lasts for months.',
    look: (site) => eachHeader(site, judgePreload),
};
async function eachHeader(site, judgeOne) {
    const { origin, protocol } = site.plan.url;
    if (protocol !== 'https:')
        return [leftOut(origin, 'browsers ignore HSTS on an address without TLS', 'Audit the https:// address.')];
    return await eachPage(site, ({ first }, what) => judgeOne(what, headerLines(first, 'strict-transport-security')));
}
function hsts_judge(what, lines) {
    const policy = parseHsts(lines);
    if (policy === undefined)
        return failed('hsts-missing', what, 'no Strict-Transport-Security');
    if (policy.lines > 1)
        return failed('hsts-twice', what, `${policy.lines} headers; browsers read the first alone`);
    if (policy.maxAge === undefined)
        return failed('hsts-invalid', what, 'no valid max-age');
    if (policy.maxAge < hsts_YEAR_SECONDS)
        return failed('hsts-too-short', what, `max-age=${policy.maxAge}`);
    return passed(what, `max-age=${policy.maxAge}${policy.subDomains ? '; includeSubDomains' : ''}`);
}
function judgePreload(what, lines) {
    const policy = parseHsts(lines);
    if (policy === undefined || !policy.preload)
        return passed(what, 'no preload');
    if (!policy.subDomains)
        return failed('preload-without-subdomains', what, 'preload without includeSubDomains');
    if ((policy.maxAge ?? 0) < hsts_YEAR_SECONDS)
        return failed('preload-too-short', what, `preload with max-age=${policy.maxAge ?? 0}`);
    return passed(what, 'preload as the list accepts it');
}
function parseHsts(lines) {
    const all = lines.flatMap((line) => line.split(','));
    const [first] = all;
    if (first === undefined)
        return undefined;
    const parts = first.split(';').map((part) => part.trim().toLowerCase());
    const ages = parts.filter((part) => /^max-age\s*=/.test(part));
    const age = /^max-age\s*=\s*"?(\d{1,15})"?$/.exec(ages[0] ?? '')?.[1];
    return {
        lines: all.length,
        maxAge: ages.length === 1 && age !== undefined ? Number(age) : undefined,
        subDomains: parts.includes('includesubdomains'),
        preload: parts.includes('preload'),
    };
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/https-redirect.js



const httpsRedirect = {
    id: 'https-redirect',
    title: 'Plain HTTP is redirected to HTTPS on the first hop',
    expected: 'a redirect to https:// on the same host as the very first answer',
    remedy: 'Redirect every request over HTTP to the same host and path over HTTPS before anything else, and only then to another host.',
    look: async (site) => [decide(site, await askPlain(site))],
};
function askPlain({ asker, once, plan }) {
    return once('plain', () => asker.ask(new URL('/', plan.httpUrl)));
}
function decide({ plan }, answer) {
    const what = plan.httpUrl.origin;
    if (answer.kind === 'none')
        return unclear('no-answer', what, shown(answer), { remedy: NO_ANSWER });
    const to = redirectOf(answer);
    if (to === undefined) {
        if (isWall(answer) || answer.status >= 500)
            return unclear('not-the-app', what, shown(answer), { remedy: NO_ANSWER });
        return failed('served-without-tls', what, shown(answer));
    }
    const measured = `HTTP ${answer.status} to ${to.origin}`;
    if (to.protocol !== 'https:')
        return failed('redirect-without-tls', what, measured);
    if (to.hostname !== plan.httpUrl.hostname)
        return failed('redirect-to-other-host', what, measured);
    return passed(what, measured);
}
const NO_ANSWER = 'It could not be seen what happens over plain HTTP. If port 80 is closed on purpose, leave this check out with `checks: !https-redirect`; otherwise check that the host is reachable.';

;// CONCATENATED MODULE: ./packages/edge/lib/checks/image-formats.js



const image_formats_WORTH_BYTES = 10_240;
const imageFormats = {
    id: 'image-formats',
    title: 'Images are sent in a format of today',
    expected: 'WebP, AVIF or SVG for every image of more than 10 kB, to a browser that accepts them',
    remedy: 'Render images with `next/image` and leave `images.formats` on, or convert the files. JPEG and PNG are about twice as large.',
    look: async (site) => {
        const images = await imagesOf(site);
        if (images.read.length + images.missed.length === 0)
            return [leftOut(site.plan.url.host, 'no page shows an image from a host that may be requested')];
        const found = images.read.map(({ url, answer }) => image_formats_judge(`${url.host}${url.pathname}`, answer));
        return [...found, ...unreadAssets(images)];
    },
};
function image_formats_judge(what, answer) {
    const type = (header(answer, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const size = `${type === '' ? 'no type' : type}, ${answer.bytes} bytes`;
    const old = /^image\/(?:jpe?g|png|gif|bmp|tiff)$/.test(type) && (answer.bytes > image_formats_WORTH_BYTES || answer.truncated);
    return old ? failed('old-image-format', what, size) : passed(what, size);
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/probes.js




const DECLARE = 'Set `site-kind` to `preview` or `candidate`, or allow probes of production with `probe-production: true`.';
const csrf = {
    id: 'csrf',
    title: 'A form of another site is refused',
    expected: 'a refusal (4xx) of a POST from another origin, where one from the own origin is answered otherwise',
    remedy: 'Compare `Origin` (or `Sec-Fetch-Site`) with the own host for every request that changes something, and refuse with 403; or require a token that another site cannot know.',
    last: true,
    look: async (site) => {
        if (site.plan.csrfPaths.length === 0)
            return [leftOut(site.plan.url.host, 'no path is listed for it', 'List paths under `csrf-paths`.')];
        if (!mayProbe(site.plan))
            return [leftOut(site.plan.url.host, 'probes do not run against production', DECLARE)];
        const found = [];
        for (const path of site.plan.csrfPaths)
            found.push(await judgeCsrf(site, path));
        return found;
    },
};
async function judgeCsrf({ asker, plan }, path) {
    const what = `POST ${whatOf(plan, path)}`;
    const url = new URL(path, plan.url);
    const post = (origin, relation) => asker.ask(url, {
        method: 'POST',
        headers: {
            origin,
            'sec-fetch-site': relation,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': '0',
        },
        body: '',
    });
    const foreign = await post('https://lockstep-audit.invalid', 'cross-site');
    if (foreign.kind === 'none' || foreign.status >= 500)
        return unclear('no-answer', what, shown(foreign), { remedy: CONTROL });
    if (foreign.status === 404 || foreign.status === 405)
        return unclear('no-such-route', what, shown(foreign), { remedy: CONTROL });
    if (foreign.status < 400)
        return failed('foreign-post-accepted', what, shown(foreign));
    const own = await post(plan.url.origin, 'same-origin');
    const measured = `${shown(foreign)} from another site, ${shown(own)} from the own`;
    if (own.kind === 'none' || own.status >= 500)
        return unclear('no-control', what, measured, { remedy: CONTROL });
    return own.status === foreign.status
        ? unclear('refused-for-another-reason', what, measured, { remedy: CONTROL })
        : passed(what, measured);
}
const CONTROL = 'A refusal counts only where the same request from the own origin is answered otherwise. List a route that accepts POST without signing in, and pass `protection-bypass` for a protected deployment.';
const rateLimit = {
    id: 'rate-limit',
    title: 'Many requests in a row are limited',
    expected: 'status 429 with Retry-After within the number of requests that was given',
    remedy: 'Limit the route where every request passes (Vercel Firewall, or a store that all instances share), and answer with 429 and `Retry-After`.',
    last: true,
    look: async (site) => {
        if (site.plan.bursts.length === 0)
            return [leftOut(site.plan.url.host, 'no path is listed for it', 'List paths under `bursts`.')];
        if (!mayProbe(site.plan))
            return [leftOut(site.plan.url.host, 'probes do not run against production', DECLARE)];
        const found = [];
        for (const burst of site.plan.bursts)
            found.push(...(await judgeBurst(site, burst)));
        return found;
    },
};
async function judgeBurst(site, burst) {
    const limited = await judgeLimit(site, burst);
    const isLimited = limited.kind === 'seen' && limited.verdict === 'pass';
    return isLimited ? [limited, await judgeOther(site, burst)] : [limited];
}
async function judgeLimit({ asker, plan }, { method, path, requests }) {
    const what = `${method} ${whatOf(plan, path)}`;
    const url = new URL(path, plan.url);
    for (let sent = 1; sent <= requests; sent++) {
        const answer = await asker.ask(url, { method });
        if (answer.kind === 'none' || answer.status >= 500)
            return unclear('no-answer', what, `${shown(answer)} at request ${sent}`, { remedy: BURST });
        if (answer.status === 401 || answer.status === 403 || answer.status === 404)
            return unclear('not-the-route', what, `${shown(answer)} at request ${sent}`, { remedy: BURST });
        if (answer.status !== 429)
            continue;
        if (sent === 1)
            return unclear('refused-at-once', what, 'HTTP 429 at request 1', { remedy: BURST });
        return header(answer, 'retry-after') === undefined
            ? failed('no-retry-after', what, `HTTP 429 at request ${sent}, without Retry-After`)
            : passed(what, `HTTP 429 at request ${sent}`);
    }
    return failed('never-limited', what, `${requests} requests, none refused`);
}
async function judgeOther({ asker, plan }, { method, path }) {
    const what = `${method} ${whatOf(plan, path)} of another client`;
    if (plan.otherClient.length === 0)
        return leftOut(what, 'no other client is given', 'Give its headers as `other-client`.');
    const headers = Object.fromEntries(plan.otherClient.map(({ name, value }) => [name, value.reveal()]));
    const answer = await asker.ask(new URL(path, plan.url), { method, headers });
    if (answer.kind === 'none' || answer.status >= 500)
        return unclear('no-answer', what, shown(answer), { remedy: BURST });
    if (answer.status === 401 || answer.status === 403)
        return unclear('other-client-not-known', what, shown(answer), {
            remedy: 'Give headers under `other-client` that the route accepts.',
        });
    return answer.status === 429
        ? failed('limits-everyone', what, shown(answer), {
            remedy: 'Count requests for each client (its user, key or address), not for all together: one client can otherwise turn the route off for everyone.',
        })
        : passed(what, shown(answer));
}
const BURST = 'List a route that answers without signing in, wait until an earlier limit is over, and run the audit again.';

;// CONCATENATED MODULE: ./packages/edge/lib/checks/source-maps.js



const sourceMaps = {
    id: 'source-maps',
    title: 'Source maps are not served',
    expected: 'no map next to a script or a style, in it, or where it says',
    remedy: 'Turn off `productionBrowserSourceMaps`, or upload the maps to your error tracker and delete them before the deployment. A map contains the source code of the app.',
    look: async (site) => {
        const files = await builtOf(site);
        if (files.read.length + files.missed.length === 0)
            return [leftOut(site.plan.url.host, 'no page loads a script or a style from a host that may be requested')];
        const found = await Promise.all(files.read.map(({ url, answer }) => source_maps_judge(site, url, answer)));
        return [...found, ...unreadAssets(files)];
    },
};
async function source_maps_judge({ asker }, url, answer) {
    const what = `${url.host}${url.pathname}`;
    const said = header(answer, 'sourcemap') ?? /[#@]\s*sourceMappingURL=(\S+)\s*(?:\*\/)?\s*$/.exec(answer.body.slice(-4096))?.[1];
    if (said?.startsWith('data:') === true)
        return failed('map-in-script', what, 'a map in the file itself');
    const beside = new URL(url);
    beside.pathname += '.map';
    const places = [beside.href, said ?? ''].filter((one) => one !== '' && URL.canParse(one, url.href));
    let asked = 0;
    for (const place of new Set(places.map((one) => new URL(one, url.href).href))) {
        const map = await asker.ask(new URL(place));
        if (map.kind === 'none') {
            if (map.why === 'not-allowed')
                continue;
            return unclear('no-answer', what, shown(map), { remedy: source_maps_AGAIN });
        }
        if (map.status === 429 || map.status >= 500)
            return unclear('no-answer', what, shown(map), { remedy: source_maps_AGAIN });
        asked += 1;
        if (map.status === 200 && isMap(map))
            return failed('map-served', what, new URL(place).pathname);
        if (map.status === 200 && map.truncated && map.body === '')
            return notWhole(what);
    }
    if (answer.truncated)
        return notWhole(what);
    return passed(what, `${asked} places asked`);
}
function isMap({ body, truncated }) {
    const isObject = body
        .replace(/^\)\]\}'/, '')
        .trimStart()
        .startsWith('{');
    const end = truncated ? /"(?:mappings|sections|sources)"\s{0,20}:/ : /"(?:mappings|sections)"\s{0,20}:/;
    return isObject && /"version"\s{0,20}:/.test(body) && end.test(body);
}
const source_maps_AGAIN = 'Run the audit again when the site answers.';

;// CONCATENATED MODULE: ./packages/edge/lib/checks/telemetry.js






const TRACES = {
    'vercel-analytics': {
        in: /\/_vercel\/insights|va\.vercel-scripts\.com\/v1\/script/,
        served: '/_vercel/insights/script.js',
        to: (_, page) => new URL('/_vercel/insights/view', page),
    },
    'speed-insights': {
        in: /\/_vercel\/speed-insights|va\.vercel-scripts\.com\/v1\/speed-insights/,
        served: '/_vercel/speed-insights/script.js',
        to: (_, page) => new URL('/_vercel/speed-insights/vitals', page),
    },
    sentry: { in: /\.ingest(?:\.[a-z]{2})?\.sentry\.io|__SENTRY__/, served: undefined, to: envelopeOf },
};
function envelopeOf(texts) {
    for (const text of texts) {
        const [, scheme, host = '', project = ''] = /\b(https?):\/\/[0-9a-f]{32}@([a-z0-9.-]+(?::\d{1,5})?)\/(\d{1,20})\b/.exec(text) ?? [];
        const address = `${scheme}://${host}/api/${project}/envelope/`;
        if (scheme !== undefined && URL.canParse(address))
            return new URL(address);
    }
    return undefined;
}
const telemetry = {
    id: 'telemetry',
    title: 'The telemetry that was promised is in the pages, and arrives',
    expected: 'the sender in the page or one of its scripts, allowed by connect-src, and answered where it sends to',
    remedy: 'Render the component (`<Analytics />`, `<SpeedInsights />`) or initialize the SDK in the client, turn the product on for the project, and deploy again.',
    look: async (site) => {
        if (site.plan.beacons.length === 0)
            return [leftOut(site.plan.url.host, 'no telemetry is listed', 'List it under `telemetry`.')];
        const found = await Promise.all(site.plan.beacons.map((beacon) => telemetry_judge(site, beacon)));
        return found.flat();
    },
};
async function telemetry_judge(site, beacon) {
    const { plan } = site;
    const what = `${plan.url.host}: ${beacon}`;
    const read = (await site.visits()).filter(isReadable);
    if (read.length === 0)
        return [unclear('page-not-readable', what, 'no page could be read', { remedy: telemetry_AGAIN })];
    const scripts = await scriptsOf(site);
    const answers = [...read.map(({ first }) => first), ...scripts.read.map(({ answer }) => answer)];
    const texts = answers.map(({ body }) => body);
    const trace = TRACES[beacon];
    if (!texts.some((text) => trace.in.test(text))) {
        if (scripts.missed.length > 0)
            return unreadAssets(scripts);
        const isCut = answers.some(({ truncated }) => truncated);
        return [isCut ? notWhole(what) : failed('not-in-page', what, `not in ${texts.length} pages and scripts`)];
    }
    const to = trace.to(texts, plan.url);
    const blocked = to === undefined ? undefined : read.find((visit) => !mayConnect(visit, to));
    if (to !== undefined && blocked !== undefined)
        return [
            failed('beacon-blocked', what, `connect-src of ${blocked.path} does not allow ${to.origin}`, {
                remedy: `Add ${to.origin === plan.url.origin ? "'self'" : to.origin} to \`connect-src\` of the policy.`,
            }),
        ];
    if (trace.served !== undefined)
        return [await judgeServed(site, what, new URL(trace.served, plan.url))];
    return [passed(what, 'in the page'), await judgeReceiver(site, what, to)];
}
function mayConnect({ first, page }, to) {
    return enforcedPolicies(first, page).every((policy) => {
        const sources = sourcesFor(policy, 'connect-src', 'default-src');
        return sources === undefined || allowsUrl(sources, to, first.url);
    });
}
async function judgeServed({ asker }, what, script) {
    const answer = await asker.ask(script);
    if (answer.kind === 'none' || answer.status === 429 || answer.status >= 500)
        return unclear('no-answer', what, shown(answer), { remedy: telemetry_AGAIN });
    return answer.status === 200
        ? passed(what, 'in the page, and served')
        : failed('script-not-served', what, `${script.pathname}: ${shown(answer)}`);
}
async function judgeReceiver({ asker }, what, to) {
    const receiver = `${what} receiver`;
    if (to === undefined)
        return leftOut(receiver, 'no address of a receiver is in the pages and scripts');
    const answer = await asker.ask(to);
    if (answer.kind === 'none')
        return answer.why === 'not-allowed'
            ? leftOut(receiver, `${to.host} is not listed`, 'Add the host to `hosts`, so that it is asked.')
            : unclear('no-answer', receiver, shown(answer), { remedy: telemetry_AGAIN });
    if (answer.status >= 500 || answer.status === 429)
        return unclear('no-answer', receiver, shown(answer), { remedy: telemetry_AGAIN });
    return answer.status === 404 || answer.status === 410
        ? failed('receiver-missing', receiver, `${to.pathname}: ${shown(answer)}`)
        : passed(receiver, shown(answer));
}
const telemetry_AGAIN = 'Check that the pages answer, and run the audit again.';

// EXTERNAL MODULE: external "node:tls"
let external_node_tls__kept;
const external_node_tls_ = () => (external_node_tls__kept ??= __webpack_require__(346835));
;// CONCATENATED MODULE: ./packages/edge/lib/tls/inspect.js



const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];
function inspect(target) {
    return shake(target, { ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => shownBy(socket, target));
}
const OLD = { ciphers: 'DEFAULT@SECLEVEL=0' };
const ACCEPTED = { kind: 'accepted' };
async function offer(target, version) {
    const old = version === 'TLSv1' || version === 'TLSv1.1' ? OLD : {};
    const shaken = await shake(target, { minVersion: version, maxVersion: version, ...old }, () => ACCEPTED);
    if (shaken.kind === 'accepted')
        return shaken;
    return REFUSALS.has(shaken.code) ? { kind: 'refused' } : shaken;
}
const REFUSALS = new Set([
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    'ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY',
    'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
]);
function shake({ host, port, timeoutMs, ca, lookup, signal }, options, read) {
    return new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject((0,lib_clock/* cancellation */.WN)(signal));
        const socket = external_node_tls_().connect({
            host,
            port,
            ...((0,external_node_net_().isIP)(host) === 0 ? { servername: host } : {}),
            rejectUnauthorized: false,
            checkServerIdentity: () => undefined,
            ...(ca === undefined ? {} : { ca: [...ca] }),
            ...(lookup === undefined ? {} : { lookup }),
            ...options,
        });
        const end = (what) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', cancelled);
            socket.destroy();
            what();
        };
        const cancelled = () => end(() => reject((0,lib_clock/* cancellation */.WN)(signal)));
        const timer = setTimeout(() => end(() => resolve({ kind: 'none', code: 'ETIMEDOUT' })), timeoutMs);
        signal.addEventListener('abort', cancelled, { once: true });
        socket.once('secureConnect', () => {
            const seen = read(socket);
            end(() => resolve(seen));
        });
        socket.on('error', (error) => end(() => resolve({ kind: 'none', code: error.code ?? '' })));
        socket.once('close', () => end(() => resolve({ kind: 'none', code: 'ECONNRESET' })));
    });
}
function shownBy(socket, { host }) {
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined)
        return { kind: 'none', code: 'NO_CERTIFICATE' };
    const fits = (0,external_node_net_().isIP)(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host);
    return {
        kind: 'shown',
        version: socket.getProtocol() ?? '',
        alpn: socket.alpnProtocol === false ? '' : (socket.alpnProtocol ?? ''),
        untrusted: codeOf(socket.authorizationError),
        nameFits: fits !== undefined,
        names: (certificate.subjectAltName ?? '').split(', ').filter((name) => name !== ''),
        validFromMs: Date.parse(certificate.validFrom),
        validToMs: Date.parse(certificate.validTo),
        issuer: inspect_issuerOf(certificate.issuer),
    };
}
function codeOf(error) {
    if (error === null || error === undefined)
        return '';
    if (typeof error === 'string')
        return error;
    return error.code ?? error.name;
}
function inspect_issuerOf(issuer) {
    const parts = new Map(issuer.split('\n').map((line) => {
        const [key = '', ...rest] = line.split('=');
        return [key, rest.join('=')];
    }));
    return parts.get('O') ?? parts.get('CN') ?? '';
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks/tls.js


const DAY_MS = 86_400_000;
const tls_UNREACHABLE = 'Check that the host answers over TLS from where the audit runs, and run it again.';
const tlsTrust = {
    id: 'tls-trust',
    title: 'The certificate chain is trusted',
    expected: 'a chain to a root that browsers trust',
    remedy: 'Install a certificate of a public authority together with its intermediate certificates, and renew it before it ends.',
    look: (site) => shownOnly(site, (shown, what) => {
        if (shown.untrusted === '')
            return passed(what, `issued by ${shown.issuer}`);
        if (!isValidNow(shown, site.nowMs))
            return unclear('not-valid-now', what, shown.untrusted, { remedy: tlsExpiry.remedy });
        return failed('chain-not-trusted', what, shown.untrusted);
    }),
};
const tlsName = {
    id: 'tls-name',
    title: 'The certificate is for this host',
    expected: 'the host among the names of the certificate',
    remedy: 'Add the domain to the project, so that a certificate for it is issued, or correct the address.',
    look: (site) => shownOnly(site, ({ nameFits, names }, what) => nameFits
        ? passed(what, names.slice(0, 5).join(', '))
        : failed('name-does-not-fit', what, names.slice(0, 5).join(', '))),
};
const tlsExpiry = {
    id: 'tls-expiry',
    title: 'The certificate is valid for long enough',
    expected: 'a certificate that is valid now and for the days of `min-days-left`',
    remedy: 'Renew the certificate. If renewal is automatic, it has failed: look at the DNS records and the CAA records that the authority checks.',
    look: (site) => shownOnly(site, (shown, what) => judgeExpiry(shown, what, site)),
};
const http2 = {
    id: 'http2',
    title: 'HTTP/2 is offered',
    expected: 'h2 chosen in the handshake',
    remedy: 'Turn on HTTP/2 where TLS ends (the CDN or the proxy).',
    look: (site) => shownOnly(site, ({ alpn }, what) => alpn === 'h2' ? passed(what, 'h2') : failed('http2-not-offered', what, alpn === '' ? 'no protocol chosen' : alpn)),
};
const tlsVersions = {
    id: 'tls-versions',
    title: 'Old versions of TLS are refused',
    expected: 'a refusal of every version below `min-tls`, and an answer in a newer one',
    remedy: 'Turn off the old versions where TLS ends (the CDN, the proxy or the load balancer).',
    look: async (site) => {
        const { minTls } = site.plan;
        const control = await shownOnly(site, ({ version }, what) => isOlder(version, minTls)
            ? failed('tls-too-old', what, `best version: ${version}`)
            : passed(what, `best version: ${version}`));
        const old = TLS_VERSIONS.slice(0, TLS_VERSIONS.indexOf(minTls));
        if (control.every((one) => one.kind === 'seen' && one.verdict === 'pass'))
            return [...control, ...(await Promise.all(old.map((version) => judgeVersion(site, version))))];
        const tried = control.some(({ kind }) => kind === 'gap')
            ? []
            : await Promise.all(old.map((version) => judgeVersion(site, version)));
        const accepted = tried.filter((one) => one.kind === 'seen' && one.verdict === 'fail');
        return accepted.length > 0 ? accepted : control;
    },
};
async function judgeVersion(site, version) {
    const what = `${hostOf(site)} ${version}`;
    const offered = await site.tls.offer(version);
    if (offered.kind === 'accepted')
        return failed('old-version-accepted', what, 'accepted');
    if (offered.kind === 'refused')
        return passed(what, 'refused');
    if (offered.code === 'ECONNRESET' && (await cutsAlways(site, version)))
        return passed(what, 'connection closed by the server, twice; a newer version answered in between');
    return unclear('version-not-tried', what, offered.code === '' ? 'no answer' : offered.code, { remedy: tls_UNREACHABLE });
}
async function cutsAlways({ tls }, version) {
    const control = await tls.inspectAgain();
    if (control.kind === 'none')
        return false;
    const again = await tls.offerAgain(version);
    return again.kind === 'refused' || (again.kind === 'none' && again.code === 'ECONNRESET');
}
async function shownOnly(site, judge) {
    const what = hostOf(site);
    if (site.plan.url.protocol !== 'https:')
        return [leftOut(what, 'the address is without TLS', 'Audit the https:// address.')];
    const handshake = await site.tls.inspect();
    if (handshake.kind === 'none')
        return [unclear('no-handshake', what, handshake.code, { remedy: tls_UNREACHABLE })];
    return [judge(handshake, what)];
}
function judgeExpiry({ validFromMs, validToMs }, what, { nowMs, plan }) {
    if (Number.isNaN(validToMs))
        return unclear('no-end-date', what, 'the certificate says no end', { remedy: tls_UNREACHABLE });
    const day = new Date(validToMs).toISOString().slice(0, 10);
    if (validFromMs > nowMs)
        return failed('not-yet-valid', what, `valid from ${new Date(validFromMs).toISOString().slice(0, 10)}`);
    if (validToMs <= nowMs)
        return failed('expired', what, `ended on ${day}`);
    const left = Math.floor((validToMs - nowMs) / DAY_MS);
    const measured = `${left} days left (ends on ${day})`;
    return left < plan.minDaysLeft ? failed('ends-soon', what, measured) : passed(what, measured);
}
function isValidNow({ validFromMs, validToMs }, nowMs) {
    return validFromMs <= nowMs && nowMs < validToMs;
}
function isOlder(version, than) {
    return TLS_VERSIONS.indexOf(version) < TLS_VERSIONS.indexOf(than);
}
function hostOf({ plan }) {
    return plan.url.host;
}

;// CONCATENATED MODULE: ./packages/edge/lib/checks.js























const edgeChecks = [
    httpsRedirect,
    hsts,
    hstsPreload,
    tlsTrust,
    tlsName,
    tlsExpiry,
    tlsVersions,
    http2,
    observatory,
    cspPresent,
    cspScripts,
    cspStyles,
    cspNonce,
    cspWeaknesses,
    cspUnusedHosts,
    cspReports,
    cookies,
    cors,
    corsOrigins,
    claims,
    rateLimitClaim,
    sourceMaps,
    exposedFiles,
    directoryListing,
    compression,
    imageFormats,
    assetCaching,
    cdnHit,
    privateHtml,
    telemetry,
    dnsRecords,
    dnsDangling,
    dnsTtl,
    dnsCaa,
    csrf,
    rateLimit,
];

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/edge/lib/deadline.js

class TimeLeft {
    signal;
    #cancel;
    #over = new AbortController();
    #timer = new AbortController();
    #ended;
    constructor(deadline, cancel) {
        this.#cancel = cancel;
        this.signal = AbortSignal.any([cancel, this.#over.signal]);
        const { signal } = this;
        this.#ended = new Promise((_, reject) => {
            if (signal.aborted)
                reject((0,lib_clock/* cancellation */.WN)(signal));
            else
                signal.addEventListener('abort', () => reject((0,lib_clock/* cancellation */.WN)(signal)), { once: true });
        });
        this.#ended.catch(() => undefined);
        if (deadline === undefined)
            return;
        const { clock, ms } = deadline;
        const end = () => this.#over.abort(new errors/* DeadlineError */.j3(`the audit took longer than ${(0,duration/* formatDuration */.a)(ms)}`));
        clock.sleep(ms, this.#timer.signal).then(end, () => undefined);
    }
    get over() {
        return this.#over.signal.aborted ? this.#over.signal.reason.message : '';
    }
    async within(work) {
        try {
            return await (this.signal.aborted ? this.#ended : Promise.race([work(), this.#ended]));
        }
        catch (error) {
            if (this.#cancel.aborted)
                throw (0,lib_clock/* cancellation */.WN)(this.#cancel);
            if (this.#over.signal.aborted)
                return undefined;
            throw error;
        }
    }
    end() {
        this.#timer.abort();
    }
}

// EXTERNAL MODULE: ./packages/base/lib/same-build.js
var same_build = __webpack_require__(599621);
;// CONCATENATED MODULE: ./packages/edge/lib/identity.js


const buildIdentity = {
    id: 'build-identity',
    title: 'The host serves the build that is meant',
    expected: 'the deployment or commit that was given',
    remedy: 'Audit the address of the deployment itself, or wait until traffic has been moved to it. Nothing else was looked at, because it would be about another build.',
};
const SILENT = 'Serve the build from the health route (`metadata.deployment_id` or `metadata.git_commit`), and check that the route is not behind a protection wall.';
function judgeBuild(what, expected, served) {
    const parts = [
        compare('deployment', expected.deployment, served.deployment, same_build/* sameDeployment */.q),
        compare('commit', expected.commit, served.commit, same_build/* sameCommit */.K),
    ].flatMap((one) => one ?? []);
    const other = parts.find(({ kind }) => kind === 'other');
    if (other !== undefined)
        return failed('other-build', what, other.measured, { expected: other.expected });
    const absent = parts.find(({ kind }) => kind === 'absent');
    if (absent !== undefined)
        return unclear('build-not-named', what, `${absent.measured} (${served.because})`, { remedy: SILENT });
    return passed(what, parts.map(({ measured }) => measured).join(', '));
}
function compare(name, expected, served, same) {
    if (expected === undefined)
        return undefined;
    const wanted = `${name} ${expected}`;
    if (served === undefined)
        return { kind: 'absent', measured: `no ${name} named`, expected: wanted };
    return { kind: same(expected, served) ? 'same' : 'other', measured: `${name} ${served}`, expected: wanted };
}
function notLookedAt({ title }, { verdict }) {
    return verdict === 'fail'
        ? gap(title, 'another build is served', buildIdentity.remedy)
        : gap(title, 'it is not known which build is served', SILENT);
}

;// CONCATENATED MODULE: ./packages/edge/lib/audit.js












function selectionProblems(patterns) {
    const idle = patterns.filter((pattern) => !edgeChecks.some(({ id }) => (0,glob/* fits */.l)(pattern.replace(/^!/, ''), id)));
    return idle.map((one) => `input "checks": "${one}" is about no check; there are ${edgeChecks.map(({ id }) => id).join(', ')}`);
}
function selectChecks(patterns) {
    const problems = selectionProblems(patterns);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
    const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    const isWanted = ({ id }) => (wanted.length === 0 || wanted.some((pattern) => (0,glob/* fits */.l)(pattern, id))) &&
        !unwanted.some((pattern) => (0,glob/* fits */.l)(pattern, id));
    return { run: edgeChecks.filter(isWanted), leftOut: edgeChecks.filter((one) => !isWanted(one)) };
}
async function auditEdge(plan, given) {
    const { run, leftOut } = selectChecks(plan.checks);
    const time = new TimeLeft(given.deadline, given.signal);
    const options = { ...given, signal: time.signal };
    const asker = openAsker({
        allowance: {
            hosts: [plan.url.host, plan.httpUrl.host, ...plan.hosts],
            skipPaths: [...ACTING_PATHS, ...plan.skipPaths],
        },
        timeoutMs: options.requestTimeoutMs,
        mostRequests: options.mostRequests,
        bypass: options.bypass,
        origin: plan.url,
        ...(options.ca === undefined ? {} : { ca: options.ca }),
        ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
        signal: options.signal,
    });
    try {
        const site = audit_siteOf(plan, options, asker);
        const checks = [];
        const gaps = leftOut.map(leftOutGap);
        const add = (found) => {
            checks.push(...found.checks);
            gaps.push(...found.gaps);
        };
        const end = (grade) => ({ checks, gaps, grade, asked: asker.asked });
        const { identity } = options;
        if (identity !== undefined) {
            const served = await time.within(() => identity.ask(time.signal));
            const finding = served === undefined ? tooLate(plan, time) : judgeBuild(plan.url.host, identity.expected, served);
            add(reported(buildIdentity, [finding]));
            if (finding.kind === 'gap' || finding.verdict !== 'pass') {
                for (const check of run)
                    add(reported(check, [finding.kind === 'gap' ? finding : notLookedAt(check, finding)]));
                return end();
            }
        }
        const look = async (check) => reported(check, (await time.within(() => check.look(site))) ?? [tooLate(plan, time)]);
        for (const found of await Promise.all(run.filter(({ last }) => last !== true).map(look)))
            add(found);
        for (const check of run.filter(({ last }) => last === true))
            add(await look(check));
        const isScored = run.some(({ id }) => id === observatory.id);
        const scored = isScored ? await time.within(() => scoreSite(site)) : undefined;
        return end(scored === undefined ? undefined : gradeOf(scored.score));
    }
    finally {
        time.end();
        asker.close();
    }
}
function tooLate({ url }, time) {
    return gap(url.origin, time.over, 'Raise `deadline`, or audit fewer paths.');
}
function audit_siteOf(plan, options, asker) {
    const answers = new Map();
    const once = (key, work) => {
        const known = answers.get(key);
        if (known !== undefined)
            return known;
        const made = work();
        answers.set(key, made);
        return made;
    };
    const target = {
        host: plan.url.hostname.replace(/^\[|\]$/g, ''),
        port: plan.url.port === '' ? 443 : Number(plan.url.port),
        timeoutMs: options.requestTimeoutMs,
        ...(options.ca === undefined ? {} : { ca: options.ca }),
        ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
        signal: options.signal,
    };
    const visitAll = async () => {
        const visits = [];
        for (let from = 0; from < plan.paths.length; from += 3) {
            const some = plan.paths.slice(from, from + 3);
            visits.push(...(await Promise.all(some.map((path) => visit(asker, plan.url, path)))));
        }
        return visits;
    };
    return {
        plan,
        nowMs: options.nowMs,
        asker,
        once,
        tls: {
            inspect: () => once('tls', () => inspect(target)),
            offer: (version) => once(`tls ${version}`, () => offer(target, version)),
            inspectAgain: () => inspect(target),
            offerAgain: (version) => offer(target, version),
        },
        dns: nodeDns({ timeoutMs: options.requestTimeoutMs, signal: options.signal }),
        visits: () => once('visits', visitAll),
    };
}
function leftOutGap({ id, title }) {
    return { id, what: title, because: 'left out by the input "checks"', remedy: '', chosen: true };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/edge-audit/look.js

function lookAtSite(values, plan, { clock, signal }) {
    const expected = {
        deployment: values['expect-deployment'] || undefined,
        commit: values['expect-commit'] || undefined,
    };
    const isExpected = expected.deployment !== undefined || expected.commit !== undefined;
    const identity = { expected, ask: (inner) => askBuild(values, plan, inner) };
    return auditEdge(plan, {
        requestTimeoutMs: values['request-timeout'],
        mostRequests: values['max-requests'],
        bypass: values['protection-bypass'],
        nowMs: clock.now(),
        deadline: { ms: values.deadline, clock },
        signal,
        ...(isExpected ? { identity } : {}),
    });
}
async function askBuild(values, plan, signal) {
    const { askIdentity, bypassOnly } = await Promise.all(/* import() */[__webpack_require__.e(7806), __webpack_require__.e(2688)]).then(__webpack_require__.bind(__webpack_require__, 357088));
    const question = {
        path: values['identity-path'],
        timeoutMs: values['request-timeout'],
        credentials: bypassOnly(values['protection-bypass']),
        proxyEnv: process.env,
    };
    const { identity, because } = await askIdentity(plan.url, question, signal);
    return { ...identity, because };
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js
var audit = __webpack_require__(966584);
;// CONCATENATED MODULE: ./packages/action-kit/lib/edge-audit/plan.js



const MOST_PATHS = 50;
function problemsOf(values) {
    const problems = [];
    for (const name of ['paths', 'api-paths', 'csrf-paths'])
        for (const path of values[name])
            if (!site_path/* SITE_PATH */.G.test(path))
                problems.push(`input "${name}": "${path}", expected a path that starts with one /`);
    if (values.paths.length === 0 || values.paths.length > MOST_PATHS)
        problems.push(`input "paths": ${values.paths.length} paths, expected 1 to ${MOST_PATHS}`);
    for (const line of values.bursts)
        if (burstOf(line) === undefined)
            problems.push(burstProblem(line));
    for (const origin of values['cors-origins'])
        if (!URL.canParse(origin) || new URL(origin).origin !== origin)
            problems.push(`input "cors-origins": "${origin}", expected an origin like https://app.example.com`);
    for (const line of clientOf(values['other-client'].reveal()).wrong)
        problems.push(`input "other-client": line ${line}, expected NAME: VALUE like Authorization: Bearer …`);
    for (const word of values.telemetry)
        if (beaconOf(word) === undefined)
            problems.push(`input "telemetry": "${word}", expected one of ${BEACONS.join(', ')}`);
    if (!GRADE_NAMES.includes(values['min-grade'].toUpperCase()))
        problems.push(`input "min-grade": "${values['min-grade']}", expected one of ${GRADE_NAMES.join(', ')}`);
    for (const host of values.hosts)
        if (!/^[a-z0-9.-]+(?::\d+)?$/i.test(host))
            problems.push(`input "hosts": "${host}", expected a host name, with a port where needed`);
    for (const name of ['dns-resolvers', 'dns-authority'])
        for (const address of values[name])
            if (!/^[0-9a-f.:[\]]+$/i.test(address))
                problems.push(`input "${name}": "${address}", expected an IP address`);
    if (!values['probe-production'] && values['site-kind'] === 'production')
        for (const name of ['csrf-paths', 'bursts'])
            if (values[name].length > 0)
                problems.push(`input "${name}": these probes send requests that can change something, and "site-kind" is production; audit a preview, or set "probe-production" to true`);
    if (values['identity-path'] === 'none' && (values['expect-deployment'] !== '' || values['expect-commit'] !== ''))
        problems.push('input "identity-path": none, expected a path, because "expect-deployment" or "expect-commit" is set');
    problems.push(...selectionProblems(values.checks), ...(0,audit/* readAccept */.pc)(values.accept).problems);
    return problems;
}
function planOf(values, url) {
    const httpUrl = values['http-url'] ?? new URL(`http://${url.hostname}/`);
    return {
        url: new URL(url.origin),
        httpUrl: new URL(httpUrl.origin),
        environment: values['site-kind'],
        paths: values.paths,
        hosts: values.hosts.map((host) => host.toLowerCase()),
        skipPaths: values['skip-paths'],
        checks: values.checks,
        minTls: values['min-tls'] === '1.3' ? 'TLSv1.3' : 'TLSv1.2',
        minDaysLeft: values['min-days-left'],
        minGrade: values['min-grade'].toUpperCase(),
        csp: values.csp,
        apiPaths: values['api-paths'],
        corsOrigins: values['cors-origins'],
        csrfPaths: values['csrf-paths'],
        bursts: values.bursts.flatMap((line) => burstOf(line) ?? []),
        otherClient: clientOf(values['other-client'].reveal()).headers,
        probeProduction: values['probe-production'],
        beacons: values.telemetry.flatMap((word) => beaconOf(word) ?? []),
        dns: {
            resolvers: values['dns-resolvers'],
            maxTtlSeconds: Math.floor(values['dns-max-ttl'] / 1000),
            expect: values['dns-expect'].map((one) => one.toLowerCase().replace(/\.$/, '')),
            authority: values['dns-authority'],
        },
    };
}
function burstOf(line) {
    const found = /^(GET|HEAD|POST) (\/\S*) (\d{1,3})$/.exec(line);
    if (found === null || !site_path/* SITE_PATH */.G.test(found[2] ?? ''))
        return undefined;
    const requests = Number(found[3]);
    if (requests < 2 || requests > BURST_LIMIT)
        return undefined;
    return { method: found[1], path: found[2] ?? '', requests };
}
function clientOf(text) {
    const lines = text.split('\n').map((line) => /^\s*(?:([A-Za-z0-9-]+):\s*(\S[^\r\n]*?))?\s*$/.exec(line));
    return {
        headers: lines.flatMap((found) => found?.[1] === undefined ? [] : [{ name: found[1].toLowerCase(), value: new secret/* Secret */.z(found[2] ?? '') }]),
        wrong: lines.flatMap((found, at) => (found === null ? [at + 1] : [])),
    };
}
function burstProblem(line) {
    return `input "bursts": "${line}", expected METHOD PATH COUNT like POST /api/login 20, with GET, HEAD or POST and 2 to ${BURST_LIMIT} requests`;
}
function beaconOf(word) {
    return BEACONS.find((one) => one === word);
}

// EXTERNAL MODULE: ./packages/action-shell/lib/read-inputs.js
var read_inputs = __webpack_require__(131943);
// EXTERNAL MODULE: ./packages/cli/lib/own-words.js
var own_words = __webpack_require__(986623);
// EXTERNAL MODULE: ./packages/cli/lib/tell-checks.js
var tell_checks = __webpack_require__(106447);
// EXTERNAL MODULE: ./packages/cli/lib/commands/edge/options.js
var options = __webpack_require__(760075);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/edge/run.js








const LISTS = new Set([
    ...['paths', 'api-paths', 'cors-origins', 'telemetry', 'checks', 'hosts', 'skip-paths'],
    ...['dns-resolvers', 'dns-expect', 'dns-authority'],
]);
const run_WORDS = new own_words/* OwnWords */.u({
    ...Object.fromEntries(Object.keys(options/* LEFT_OUT */.Pk).map((name) => [name, `${name} of the action edge-audit`])),
    ...Object.fromEntries(options/* options */.fF.map(({ name }) => [name, `--${name}`])),
    'protection-bypass': options/* BYPASS */.NG,
    url: 'URL',
});
async function run(call) {
    const { plan, values } = run_read(call);
    const { checks, gaps } = await lookAtSite(values, plan, { clock: lib_clock/* systemClock */.ml, signal: call.signal });
    const found = { checks: run_WORDS.checks(checks), notVerified: run_WORDS.gaps(gaps) };
    return (0,tell_checks/* tellChecks */.z)(call, { subject: plan.url.host, tool: 'edge-audit', ...found });
}
function run_read(call) {
    const raw = new Map([
        ['url', call.text('URL')],
        ['protection-bypass', process.env[options/* BYPASS */.NG] ?? ''],
        ...options/* options */.fF.map(({ name }) => {
            const text = call.text(name);
            return [name, LISTS.has(name) ? text.replaceAll(',', '\n') : text];
        }),
    ]);
    const given = (0,read_inputs/* readInputs */.Ko)(inputs_inputs, (name) => raw.get(name) ?? '');
    const problems = [...given.problems, ...(0,read_inputs/* problemsBetween */.H_)(inputs_inputs, given, problemsOf)];
    const { url } = given.values;
    if (problems.length > 0 || url === undefined)
        throw new errors/* InputError */.dz(problems.map((one) => run_WORDS.text(one)));
    return { values: given.values, plan: planOf(given.values, url) };
}


/***/ })

};
