import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 500430:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

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

/***/ 377109:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 300501:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 560640:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 233932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 247035:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 189053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 179030:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(193688);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(341856);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .actionFor */ .c)((0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)('command')));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 341856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ actionFor)
});

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

;// CONCATENATED MODULE: ./actions/evidence/lib/commands/all.js
const commands = {
    record: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(692), __nccwpck_require__.e(927)]).then(__nccwpck_require__.bind(__nccwpck_require__, 413724))).record,
    verify: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(494), __nccwpck_require__.e(692), __nccwpck_require__.e(638)]).then(__nccwpck_require__.bind(__nccwpck_require__, 687632))).verify,
    'error-budget': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(494), __nccwpck_require__.e(220)]).then(__nccwpck_require__.bind(__nccwpck_require__, 539525))).errorBudget,
    documents: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(494), __nccwpck_require__.e(337)]).then(__nccwpck_require__.bind(__nccwpck_require__, 981243))).documents,
    incident: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(494), __nccwpck_require__.e(692), __nccwpck_require__.e(809)]).then(__nccwpck_require__.bind(__nccwpck_require__, 258086))).incident,
    collect: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(494), __nccwpck_require__.e(692), __nccwpck_require__.e(969), __nccwpck_require__.e(712), __nccwpck_require__.e(827), __nccwpck_require__.e(641), __nccwpck_require__.e(134)]).then(__nccwpck_require__.bind(__nccwpck_require__, 550902))).collect,
    report: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(494), __nccwpck_require__.e(692), __nccwpck_require__.e(969), __nccwpck_require__.e(712), __nccwpck_require__.e(827), __nccwpck_require__.e(641), __nccwpck_require__.e(989)]).then(__nccwpck_require__.bind(__nccwpck_require__, 124175))).report,
    status: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(969), __nccwpck_require__.e(844)]).then(__nccwpck_require__.bind(__nccwpck_require__, 205707))).status,
};

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

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs.js


const vercelInputs = (options = { required: true }) => ({
    'vercel-token': described(secret(options), 'Vercel access token. A token scoped to the project is enough.'),
    'vercel-project': described(text(undefined, options), 'Vercel project: its id (`prj_…`) or its name.'),
    'vercel-team': described(text(), 'Vercel team that owns the project: its id (`team_…`) or its slug. Leave empty for a personal account.'),
    'vercel-api-url': described(url('https://api.vercel.com'), "Base URL of Vercel's API. The token is sent to this address only."),
});
const supabaseInputs = (options = {}) => ({
    'supabase-project': described(text(undefined, { ...options, pattern: /^([a-z]{20})?$/, expected: 'the 20 letters of https://REF.supabase.co' }), 'Supabase project: its reference, the 20 letters of `https://REF.supabase.co`.'),
    'supabase-token': described(secret(options), 'Supabase access token. A token scoped to the project and to what the README lists under Permissions is enough.'),
    'supabase-api-url': described(url('https://api.supabase.com'), "Base URL of Supabase's Management API. The token is sent to this address only."),
});
const availabilityInputs = () => ({
    'availability-source': shape_described(shape_text(), 'Monitor that observes the app all the time: YAML, or the path of a YAML file in the repository, with `provider` (`prometheus`, `gatus` or `json`) and its fields. Without one nothing is measured.'),
    'availability-objective': shape_described(shape_text('99.9 %'), 'Share of the time in which the app has to be available. The rest is the error budget.'),
    'budget-window': shape_described(shape_duration('30d'), 'Time for which the error budget is.'),
    'metrics-secrets': shape_described(shape_secret(), 'Secrets that `availability-source` names as `$NAME`: `NAME=value`, one per line. Each is only sent to the address of the monitor.'),
});
const requestInputs = () => ({
    'request-timeout': shape_described(shape_duration('10s'), 'Timeout of a single request.'),
});
const creatorInputs = () => ({
    'ledger-creator': shape_described(shape_text('github-actions[bot]'), 'GitHub login that `github-token` acts as. Ledger records by other authors are ignored.'),
});
const ledgerInputs = () => ({
    ...creatorInputs(),
    'github-token': described(token('${{ github.token }}'), 'GitHub token for the ledger. It needs `deployments: write` and `actions: read`.'),
});
const serviceInputs = () => ({
    service: shape_described(shape_text(), 'Name of the service, where several services are released to the same environment. Leave empty where there is only one.'),
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
    'trusted-branches': shape_described(shape_list(), "Branches whose workflow runs may write the records that this action relies on (requests, staged deployments, releases of other environments), one per line; `*` matches any characters. Default: the repository's default branch. Every workflow with `deployments: write` can write such records, so GitHub is asked which run of which branch wrote them."),
});
const modeInputs = () => ({
    mode: described(oneOf(['same-build', 'same-commit'], 'same-build'), '`same-build` promotes the deployment that was staged. `same-commit` promotes the commit that another environment released; production gets its own build of it.'),
});
const dryRunInputs = () => ({
    'dry-run': described(flag(false), 'Show the plan and run all checks, but change nothing.'),
});
const auditInputs = () => ({
    accept: shape_described(shape_text(), 'Failures to accept, as a YAML list of `check` (an id, `*` matches anything), `reason`, `until` (a day), and optionally `what` and `verdict` (`fail` or `unknown`).'),
    'on-unknown': shape_described(shape_oneOf(['fail', 'warn'], 'fail'), 'Whether a check that cannot be decided fails the step (`fail`) or is only reported (`warn`).'),
    'report-only': shape_described(shape_flag(false), 'Set to `true` to report everything and never fail the step.'),
    'report-directory': shape_described(shape_text(), 'Directory for the reports. By default one in the temporary directory of the job.'),
});
const storeInputs = () => ({
    's3-region': shape_described(shape_text(), 'Region of the bucket; `auto` for Cloudflare R2. By default `AWS_REGION`.'),
    's3-endpoint': shape_described(shape_text(), 'Address of a store that is compatible with S3. By default AWS.'),
    's3-access-key-id': shape_described(shape_text(), 'Id of the access key. By default the credentials that `aws-actions/configure-aws-credentials` leaves in the environment. The key needs no right to delete.'),
    's3-secret-access-key': shape_described(shape_secret(), 'The secret of the access key.'),
});

// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __nccwpck_require__(651974);
;// CONCATENATED MODULE: ./actions/evidence/lib/inputs.js



const inputs = {
    command: shape_oneOf(['record', 'verify', 'error-budget', 'documents', 'incident', 'collect', 'report', 'status'], 'record'),
    to: shape_text('branch:lockstep-evidence'),
    event: shape_oneOf(['', ...record/* EVENTS */.qY], ''),
    subject: shape_text(),
    'event-result': shape_oneOf(['pass', 'fail', 'unknown'], 'unknown'),
    'event-code': shape_text(),
    'actor-id': shape_text('', { pattern: /^([1-9]\d{0,14})?$/, expected: 'the numeric id of a person' }),
    files: shape_list(),
    'happened-at': shape_text(),
    'event-id': shape_text(),
    'anchor-to': shape_text(),
    anchors: shape_list(),
    'anchor-files': shape_list(),
    'max-unanchored': shape_duration('35d'),
    environment: shape_text('production'),
    ...serviceInputs(),
    ...creatorInputs(),
    ...trustInputs(),
    'controls-file': shape_text('.lockstep/controls.yml'),
    'evidence-path': shape_text(),
    'report-files': shape_list(),
    window: shape_duration('90d'),
    'quality-workflow': shape_text('lockstep-pull-request.yml'),
    ...availabilityInputs(),
    override: shape_text(),
    'status-title': shape_text(),
    'status-lines': shape_list(),
    'status-directory': shape_text(),
    'controls-report': shape_text(),
    'incidents-report': shape_text(),
    'commit-sha': commit(),
    ...requestInputs(),
    'documents-file': shape_text('.lockstep/documents.yml'),
    'drill-files': shape_list(),
    'follow-links': shape_flag(true),
    'link-timeout': shape_duration('15s'),
    'acknowledge-within': shape_duration('1h'),
    'postmortem-within': shape_duration('14d'),
    postmortems: shape_text('docs/postmortems'),
    'look-back': shape_duration('35d'),
    ...auditInputs(),
    'github-token': shape_token('${{ github.token }}'),
    ...storeInputs(),
    'dry-run': shape_flag(false),
};

;// CONCATENATED MODULE: ./actions/evidence/lib/run.js



async function actionFor(asked) {
    const name = asked.trim() || inputs.command.default;
    const isOne = name !== undefined && Object.hasOwn(commands, name);
    const { problems, run } = await commands[isOne ? name : 'record']();
    return defineAction({ name: 'evidence', inputs: inputs, check: isOne ? problems : () => [], run });
}


/***/ }),

/***/ 1032177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ readEnvironment)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(15945);
// EXTERNAL MODULE: external "os"
let external_os__kept;
const external_os_ = () => (external_os__kept ??= __nccwpck_require__(247035));
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+github@9.1.1_patch_hash=b420892019d1f5abc2287869812bc38aa2c96072bb4527098c5db269b8f758de/node_modules/@actions/github/lib/context.js
class Context{constructor(){var e,s,r;if(this.payload={},process.env.GITHUB_EVENT_PATH)if((0,external_fs_.existsSync)(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse((0,external_fs_.readFileSync)(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let e=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${external_os_().EOL}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=null!=(e=process.env.GITHUB_API_URL)?e:"https://api.github.com",this.serverUrl=null!=(s=process.env.GITHUB_SERVER_URL)?s:"https://github.com",this.graphqlUrl=null!=(r=process.env.GITHUB_GRAPHQL_URL)?r:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,s]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:s}}if(this.payload.repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'")}}var errors=__nccwpck_require__(203906);

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


/***/ }),

/***/ 345531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ JOURNAL_VARIABLE),
  C: () => (/* binding */ Journal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
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
function command_issueCommand(e,t,r){let s=new Command(e,t,r);process.stdout.write(s.toString()+external_os_().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,r){e||(e="missing.command"),this.command=e,this.properties=t,this.message=r}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let r in this.properties)if(this.properties.hasOwnProperty(r)){let s=this.properties[r];s&&(t?t=!1:e+=",",e+=`${r}=${escapeProperty(s)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}

;// CONCATENATED MODULE: external "crypto"
let external_crypto_namespaceObject_kept;
const external_crypto_namespaceObject = () => (external_crypto_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto"));
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(15945);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let t=process.env[`GITHUB_${e}`];if(!t)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_.existsSync(t))throw Error(`Missing file at path: ${t}`);external_fs_.appendFileSync(t,`${toCommandValue(n)}${external_os_().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let t=`ghadelimiter_${external_crypto_namespaceObject().randomUUID()}`,r=toCommandValue(n);if(e.includes(t))throw Error(`Unexpected input: name should not contain the delimiter "${t}"`);if(r.includes(t))throw Error(`Unexpected input: value should not contain the delimiter "${t}"`);return`${e}<<${t}${external_os_().EOL}${r}${external_os_().EOL}${t}`}

;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
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

// EXTERNAL MODULE: ./packages/action-shell/lib/environment.js + 1 modules
var environment = __nccwpck_require__(1032177);
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

// EXTERNAL MODULE: ./packages/action-shell/lib/journal.js + 1 modules
var journal = __nccwpck_require__(345531);
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
        throw new errors/* InputError */.dz(`${journal/* JOURNAL_VARIABLE */.V} is not set, although a release was begun in this job (${(0,external_node_path_.join)(folder, begun[0] ?? '')}): no step of the job may change it`);
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

// EXTERNAL MODULE: ./packages/action-shell/lib/step.js + 2 modules
var lib_step = __nccwpck_require__(193688);
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
    const inputs = (0,lib_step/* takeInputs */.LY)(step);
    const named = (0,lib_step/* shellOf */.of)(step, abortOnSignals());
    const main = step.state.get('main') ?? 'interrupted';
    const jobStatus = ((0,lib_step/* inputText */.AN)('job-status') || 'failure');
    const known = knownRelease(step.state);
    const at = (path) => (0,lib_step/* journalOf */.PR)(path, step.action.name, step.instance);
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
    const { tempDir } = (0,environment/* readEnvironment */.Q)();
    const state = runnerState(process.env, (key) => (0,external_node_path_.join)(tempDir, 'lockstep-state', `${state.get('instance')}-${key}.json`));
    return state;
}
async function runMain(action, edge, state) {
    const instance = stepId();
    state.save('instance', instance);
    const step = { action, edge, state, instance };
    const shell = (0,lib_step/* shellOf */.of)(step, abortOnSignals());
    const fail = (error) => {
        state.save('main', 'failed');
        publishError(step, error, 'main');
        noteFailure(shell, outcomeOfError(error));
    };
    onStrayError(fail);
    try {
        const inputs = (0,lib_step/* takeInputs */.LY)(step);
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

/***/ 193688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  AN: () => (/* binding */ inputText),
  PR: () => (/* binding */ journalOf),
  of: () => (/* binding */ shellOf),
  LY: () => (/* binding */ takeInputs)
});

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/action-shell/lib/environment.js + 1 modules
var environment = __nccwpck_require__(1032177);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
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

// EXTERNAL MODULE: ./packages/action-shell/lib/journal.js + 1 modules
var journal = __nccwpck_require__(345531);
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
    const path = process.env[journal/* JOURNAL_VARIABLE */.V] ?? '';
    if (path !== '')
        edge.holdSummary((markdown) => holdSummary(path, action.name, markdown));
    return {
        log: edge.log,
        signal,
        clock: clock/* systemClock */.ml,
        env: (0,environment/* readEnvironment */.Q)(),
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
    return new journal/* Journal */.C(path, { action, instance, clock: clock/* systemClock */.ml });
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

/***/ 651974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qY: () => (/* binding */ EVENTS),
  zc: () => (/* binding */ MOST_RECORDS),
  W7: () => (/* binding */ MOST_RECORD_BYTES),
  ft: () => (/* binding */ RECORDS),
  dJ: () => (/* binding */ RECORD_KIND),
  $$: () => (/* binding */ bytesOf),
  ol: () => (/* binding */ digestOf),
  TN: () => (/* binding */ keyOf),
  rl: () => (/* binding */ numberOf)
});

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

;// CONCATENATED MODULE: ./packages/evidence/lib/trail/record.js


const RECORD_KIND = 'lockstep-record/1';
const EVENTS = [
    'release',
    'approval',
    'rollback',
    'migration',
    'drill',
    'audit',
    'incident',
    'access-change',
];
function bytesOf(record) {
    return Buffer.from(`${canonicalJson(record)}\n`);
}
const MOST_RECORD_BYTES = 64 * 1024;
function digestOf(bytes) {
    return (0,external_node_crypto_().createHash)('sha256').update(bytes).digest('hex');
}
const PREFIX = 'records/';
const DIGITS = 9;
const MOST_RECORDS = 10 ** DIGITS - 1;
function keyOf(number) {
    return `${PREFIX}${String(number).padStart(DIGITS, '0')}.json`;
}
const RECORDS = PREFIX;
function numberOf(key) {
    const found = /^records\/(\d{9})\.json$/.exec(key);
    const number = Number(found?.[1] ?? 0);
    return number > 0 ? number : undefined;
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
/******/ 		return ({"9":"../shared/yaml.common.chunk.js","36":"evidence-documents.chunk.js","134":"collect.chunk.js","220":"error-budget.chunk.js","243":"..-happened.chunk.js","337":"documents.chunk.js","410":"transport.chunk.js","494":"collect+documents+error-budget+incident+report+verify.common.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","555":"../shared/micromark-core-commonmark.common.chunk.js","638":"verify.chunk.js","641":"collect+report.common.chunk.js","692":"collect+incident+record+report+verify.common.chunk.js","712":"collect+report+action-kit-evidence-incidents.common.chunk.js","726":"action-kit-evidence-incidents.chunk.js","734":"health-monitor.chunk.js","809":"incident.chunk.js","827":"..-happened+collect+report.common.chunk.js","844":"status.chunk.js","892":"action-kit-evidence-documents.chunk.js","915":"s3.chunk.js","927":"record.chunk.js","969":"..-happened+collect+report+status+action-kit-evidence-incidents.common.chunk.js","989":"report.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(179030);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
