import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 500430:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 237763:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 823569:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 883053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

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

/***/ 300501:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 440606:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 874406:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 560640:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 346835:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 193482:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 243189:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 233932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 189053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 197601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zz: () => (/* binding */ compose),
  Uo: () => (/* binding */ headOf),
  Sz: () => (/* binding */ stateNow),
  QJ: () => (/* binding */ taskNow)
});

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __nccwpck_require__(1015169);
;// CONCATENATED MODULE: ./actions/notify/lib/stages.js

function stagesIn(entries) {
    return entries.flatMap((entry) => {
        if (entry.kind !== 'note' || entry.note !== 'stage' || !(0,fields/* isMap */.j)(entry.detail))
            return [];
        const { number, of, percentage } = entry.detail;
        if (typeof number !== 'number' || typeof of !== 'number' || typeof percentage !== 'number')
            return [];
        return [{ number, of, percentage, at: entry.at, instance: entry.instance }];
    });
}

;// CONCATENATED MODULE: ./actions/notify/lib/timeline.js

function timelineOf({ entries }, endedAt) {
    return [
        ...tasks(entries, endedAt),
        ...stages(entries, endedAt),
        ...serving(entries, endedAt),
        ...undos(entries),
    ].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}
function tasks(entries, endedAt) {
    const stopped = entries.find((entry) => entry.kind === 'undo-started')?.at ?? endedAt;
    return entries
        .filter((entry) => entry.kind === 'began')
        .map(({ action, at, instance }) => {
        const end = entries.find((entry) => entry.kind === 'finished' && entry.instance === instance);
        return { name: action, startedAt: at, endedAt: end?.at ?? stopped, verdict: end === undefined ? 'fail' : 'pass' };
    });
}
function stages(entries, endedAt) {
    const stopped = entries.find((entry) => entry.kind === 'held' || entry.kind === 'undo-started');
    const begun = stagesIn(entries);
    return begun.map(({ at, instance, number, of, percentage }, i) => {
        const finished = entries.find((entry) => entry.kind === 'finished' && entry.instance === instance);
        const next = begun[i + 1]?.at ?? finished?.at;
        const name = `stage ${number} of ${of} (${percentage} %)`;
        if (next !== undefined)
            return { name, startedAt: at, endedAt: next, verdict: 'pass' };
        return {
            ...{ name, startedAt: at, endedAt: stopped?.at ?? endedAt },
            verdict: stopped?.kind === 'undo-started' ? 'fail' : 'unknown',
        };
    });
}
function serving(entries, endedAt) {
    const reached = entries.find((entry) => entry.kind === 'traffic' && entry.traffic === 'reached');
    if (reached === undefined)
        return [];
    const end = entries.find((entry) => entry.kind === 'committed' || entry.kind === 'held' || (entry.kind === 'traffic' && entry.traffic === 'restored'));
    const verdict = end === undefined ? 'unknown' : end.kind === 'committed' ? 'pass' : 'fail';
    return [{ name: 'serving before commit', startedAt: reached.at, endedAt: end?.at ?? endedAt, verdict }];
}
function undos(entries) {
    let from = entries.find((entry) => entry.kind === 'undo-started')?.at;
    const phases = [];
    for (const entry of entries) {
        if (entry.kind !== 'undone')
            continue;
        phases.push({
            name: `undo ${entry.result.action}`,
            startedAt: from ?? entry.at,
            endedAt: entry.at,
            verdict: entry.result.verdict,
        });
        from = entry.at;
    }
    return phases;
}

;// CONCATENATED MODULE: ./actions/notify/lib/history.js


function historyOf(journal, now) {
    if (journal === undefined)
        return {};
    const { entries, release, traffic } = journal;
    const at = (word) => entries.findLast((entry) => entry.kind === 'traffic' && entry.traffic === word)?.at;
    const began = entries.find((entry) => entry.kind === 'release')?.at ?? '';
    const reachedAt = at('reached');
    const restoredAt = traffic === 'restored' ? at('restored') : undefined;
    const last = stagesIn(entries).at(-1);
    return {
        ...(release.commitBefore === undefined ? {} : { commitBefore: release.commitBefore }),
        ...(began === '' ? {} : { startedAt: began }),
        ...(last === undefined ? {} : { stage: { number: last.number, of: last.of, percentage: last.percentage } }),
        timeline: timelineOf(journal, now),
        traffic: {
            ...(reachedAt === undefined ? {} : { reachedAt }),
            ...(restoredAt === undefined ? {} : { restoredAt }),
        },
    };
}

// EXTERNAL MODULE: ./actions/notify/lib/inputs.js + 2 modules
var lib_inputs = __nccwpck_require__(392891);
;// CONCATENATED MODULE: ./actions/notify/lib/compose.js



function headOf(inputs, shell, journal) {
    const release = journal?.release;
    const environment = inputs.environment || (release?.environment ?? '');
    const service = inputs.service || (release?.service ?? '');
    const releaseId = release?.id ?? '';
    const { task } = inputs;
    const run = `${shell.env.runId}.${shell.env.runAttempt}`;
    const now = new Date(shell.clock.now()).toISOString();
    return {
        key: inputs.key || [environment, service, ...(task === '' ? [] : [task]), releaseId || run].join('/'),
        ...(task === '' ? {} : { task }),
        continues: inputs.key !== '',
        releaseId,
        environment,
        service,
        commit: inputs['commit-sha'] || (release?.commit ?? '') || shell.env.sha,
        ...(inputs['commit-sha'] === '' ? {} : { isCommitKnown: true }),
        ...(inputs['waiting-since'] === '' ? {} : { waitingSince: inputs['waiting-since'] }),
        ...historyOf(journal, now),
        ...givenHistory(inputs, now),
    };
}
function givenHistory(inputs, now) {
    return {
        ...(inputs['commit-before'] === '' ? {} : { commitBefore: inputs['commit-before'] }),
        ...stageGiven(inputs['rolling-stage']),
        ...(inputs['traffic-restored'] ? { traffic: { restoredAt: now } } : {}),
    };
}
function stageGiven(text) {
    const [number, of, percentage] = (text.match(/\d+/g) ?? []).map(Number);
    if (number === undefined || of === undefined || percentage === undefined)
        return {};
    return { stage: { number, of, percentage } };
}
function compose(inputs, shell, { end, head, memory }) {
    const { env } = shell;
    const before = memory.content;
    const links = inputs.links.map(lib_inputs/* readLink */.XF).filter((link) => link !== undefined);
    const run = { label: `run ${env.runId}`, url: env.runUrl };
    return {
        ...head,
        ...end,
        repository: `${env.repository.owner}/${env.repository.repo}`,
        ...pullOf(inputs, env, head.commit),
        commitUrl: /^[0-9a-f]{40}$/.test(head.commit)
            ? `${env.serverUrl}/${env.repository.owner}/${env.repository.repo}/commit/${head.commit}`
            : '',
        actor: env.actor,
        summary: inputs.summary || (before?.summary ?? ''),
        changes: inputs.changes.length > 0 ? inputs.changes : (before?.changes ?? []),
        approvedBy: inputs['approved-by'] || (before?.approvedBy ?? ''),
        links: links.length > 0 || before === undefined ? [run, ...links] : before.links,
        at: new Date(shell.clock.now()).toISOString(),
    };
}
function pullOf(inputs, env, commit) {
    const pull = inputs['pull-request'] ?? pullOfEvent(env.event(), commit);
    if (pull === undefined)
        return {};
    return { pull, pullUrl: `${env.serverUrl}/${env.repository.owner}/${env.repository.repo}/pull/${pull}` };
}
function pullOfEvent(event, commit) {
    const { head_commit: head, pull_request: pull } = event;
    if ((0,fields/* isMap */.j)(pull) && typeof pull['number'] === 'number')
        return pull['number'];
    if (!(0,fields/* isMap */.j)(head) || head['id'] !== commit || typeof head['message'] !== 'string')
        return undefined;
    const [title = ''] = head['message'].slice(0, 1_000).split('\n');
    const number = /^Merge pull request #(\d{1,9}) from /.exec(title)?.[1] ?? /\(#(\d{1,9})\)$/.exec(title.trimEnd())?.[1];
    return number === undefined ? undefined : Number(number);
}
function stateNow(journal, job, memory) {
    if (journal === undefined)
        return job === 'success' ? 'released' : 'failed';
    if (journal.state === 'committed')
        return 'released';
    if (journal.state === 'held')
        return 'held';
    return memory.isFirst ? 'started' : 'gating';
}
function taskNow(job) {
    return job === 'success' ? 'task-passed' : 'task-failed';
}


/***/ }),

/***/ 392891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  QL: () => (/* binding */ inputs),
  zp: () => (/* binding */ linkProblems),
  XF: () => (/* binding */ readLink),
  _W: () => (/* binding */ shortLines),
  Kw: () => (/* binding */ taskProblems)
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
    accept: shape_described(shape_text(), 'Failures to accept, as a YAML list of `check` (an id, `*` matches anything), `reason`, `until` (a day), and optionally `what` and `verdict` (`fail` or `unknown`).'),
    'on-unknown': shape_described(shape_oneOf(['fail', 'warn'], 'fail'), 'Whether a check that cannot be decided fails the step (`fail`) or is only reported (`warn`).'),
    'report-only': shape_described(shape_flag(false), 'Set to `true` to report everything and never fail the step.'),
    'report-directory': shape_described(shape_text(), 'Directory for the reports. By default one in the temporary directory of the job.'),
});
const storeInputs = () => ({
    's3-region': described(text(), 'Region of the bucket; `auto` for Cloudflare R2. By default `AWS_REGION`.'),
    's3-endpoint': described(text(), 'Address of a store that is compatible with S3. By default AWS.'),
    's3-access-key-id': described(text(), 'Id of the access key. By default the credentials that `aws-actions/configure-aws-credentials` leaves in the environment. The key needs no right to delete.'),
    's3-secret-access-key': described(secret(), 'The secret of the access key.'),
});

// EXTERNAL MODULE: ./packages/notify/lib/message.js
var message = __nccwpck_require__(213115);
// EXTERNAL MODULE: ./packages/notify/lib/drill/run-drill.js
var run_drill = __nccwpck_require__(656905);
;// CONCATENATED MODULE: ./actions/notify/lib/inputs.js




const inputs = {
    targets: shape_secret({ required: true }),
    command: shape_oneOf(['report', 'drill'], 'report'),
    state: shape_oneOf(['auto', ...message/* RELEASE_STATES */.dQ], 'auto'),
    task: shape_text(),
    key: shape_text(),
    summary: shape_text(),
    environment: shape_text(),
    service: shape_text(),
    'commit-sha': commit(),
    'commit-before': commit(),
    'traffic-restored': shape_flag(false),
    'waiting-since': shape_text(undefined, {
        pattern: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)?$/,
        expected: 'a time in UTC such as 2026-11-22T04:00:00Z',
    }),
    'rolling-stage': shape_text(undefined, {
        pattern: /^(\d{1,3} of \d{1,3} \(\d{1,3} %\))?$/,
        expected: 'a stage of a rolling release such as 2 of 3 (50 %)',
    }),
    'pull-request': integer(undefined, { min: 1 }),
    changes: shape_list(),
    'approved-by': shape_text(),
    links: shape_list(),
    failure: shape_text(),
    required: shape_flag(false),
    acknowledge: shape_oneOf(run_drill/* AWAITED */.A7, 'any'),
    'acknowledge-within': shape_duration('10m'),
    timeout: shape_duration('30s'),
    ...auditInputs(),
    'slack-api-url': shape_url('https://slack.com/api'),
    'github-token': shape_token('${{ github.token }}'),
    'dry-run': shape_flag(false),
    'job-status': jobStatus(),
};
function readLink(line) {
    const [, label = '', address = ''] = /^(?:(.*\S)\s+)?(https?:\/\/\S+)$/.exec(line) ?? [];
    return URL.canParse(address) ? { label: label === '' ? new URL(address).host : label, url: address } : undefined;
}
function taskProblems({ command, state, task }) {
    if (command === 'drill')
        return drillProblems({ state, task });
    if (state === 'auto')
        return [];
    const isTask = (0,message/* subjectOf */.et)(state) === 'task';
    if (isTask && task === '')
        return [`input "task": required with state "${state}", expected a name such as backup`];
    return !isTask && task !== '' ? [`input "state": expected auto or a task-… state with task, got "${state}"`] : [];
}
function drillProblems({ state, task }) {
    const because = 'with "command: drill", which reports nothing that happened';
    return [
        ...(state === 'auto' ? [] : [`input "state": expected auto ${because}, got "${state}"`]),
        ...(task === '' ? [] : [`input "task": expected none ${because}, got "${task}"`]),
    ];
}
function linkProblems(lines) {
    return lines
        .filter((line) => readLink(line) === undefined)
        .map((line) => `input "links": expected a label followed by an http(s) URL, got "${line}"`);
}
const SHORTEST_LINE = 4;
function shortLines(targets) {
    const numbers = targets.split(/\r?\n/).flatMap((line, at) => {
        const { length } = line.trim();
        return length > 0 && length < SHORTEST_LINE ? [at + 1] : [];
    });
    if (numbers.length === 0)
        return '';
    const which = `${numbers.length === 1 ? 'line' : 'lines'} ${(0,lists/* nameSome */.Kf)(numbers.map(String), 8)}`;
    return `input "targets", ${which}: shorter than four characters. If the targets are a secret, GitHub masks this text wherever it occurs in a log, and drops job outputs that contain it: write the whole list on one line, like [{"type": "slack", "channel": "…"}]`;
}


/***/ }),

/***/ 293517:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(638433);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 661399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ recall),
/* harmony export */   VS: () => (/* binding */ NOTE),
/* harmony export */   ZT: () => (/* binding */ knows),
/* harmony export */   kH: () => (/* binding */ noteOf)
/* harmony export */ });
const NOTE = 'notify';
function noteOf(message, reports) {
    const { key, state, summary, changes, approvedBy, links } = message;
    const sent = reports.map(({ target, delivery, handle }) => ({
        target,
        delivery,
        ...(handle === undefined ? {} : { handle }),
    }));
    return { key, state, content: { summary, changes, approvedBy, links }, sent };
}
function recall(entries, key) {
    const all = entries.flatMap((entry) => (entry.kind === 'note' && entry.note === NOTE ? [entry.detail] : []));
    const ours = all.filter((note) => note.key === key);
    const handles = new Map();
    const heard = new Map();
    for (const { state, sent } of ours) {
        for (const { target, delivery, handle } of sent) {
            if (handle !== undefined)
                handles.set(target, handle);
            if (delivery !== 'filtered')
                heard.set(target, { state, delivery });
        }
    }
    return { isFirst: all.length === 0, content: ours.at(-1)?.content, handles, heard };
}
function knows(memory, target, state) {
    const settled = ['confirmed', 'accepted'];
    const last = memory.heard.get(target);
    return last !== undefined && last.state === state && settled.includes(last.delivery);
}


/***/ }),

/***/ 638433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: ./packages/action-shell/lib/cancelled-job.js
var cancelled_job = __nccwpck_require__(747606);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/notify/lib/words.js
var lib_words = __nccwpck_require__(547238);
// EXTERNAL MODULE: ./packages/notify/lib/deliver.js + 1 modules
var deliver = __nccwpck_require__(953739);
// EXTERNAL MODULE: ./packages/notify/lib/message.js
var lib_message = __nccwpck_require__(213115);
// EXTERNAL MODULE: ./packages/notify/lib/targets.js + 1 modules
var lib_targets = __nccwpck_require__(259815);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
// EXTERNAL MODULE: ./packages/notify/lib/undelivered.js
var undelivered = __nccwpck_require__(699318);
;// CONCATENATED MODULE: ./packages/notify/lib/exchange.js


const PATIENCE = {
    requestTimeoutMs: 10_000,
    retry: { attempts: 4, firstDelayMs: 500, maxDelayMs: 4_000, budgetMs: 20_000 },
};
const UNREACHED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS.*|.*CERT.*|UND_ERR_CONNECT_TIMEOUT)$/;
async function exchange(call, world) {
    const tools = { clock: world.clock, ...(world.signal === undefined ? {} : { signal: world.signal }) };
    return await (0,retry/* retry */.L5)(() => once(call, world), PATIENCE.retry, tools);
}
async function once(call, world) {
    const { service } = call;
    let response;
    let text;
    try {
        [response, text] = await (0,deadline/* withDeadline */.N)(`${service}`, PATIENCE.requestTimeoutMs, async (signal) => {
            const answer = await world.fetch(call.url, { ...requestOf(call), signal });
            return [answer, await answer.text()];
        }, world);
    }
    catch (thrown) {
        if (world.signal?.aborted === true)
            throw unanswered(service, thrown, false);
        throw unanswered(service, thrown, call.repeatable);
    }
    if (response.ok && call.anyAnswer !== true && PAGE.test(text))
        throw paged(call, response.status);
    if (response.ok)
        return { status: response.status, text };
    throw refused(call, response, text, world.clock.now());
}
function requestOf(call) {
    return {
        method: call.method,
        redirect: 'manual',
        headers: { 'user-agent': 'lockstep-notify', ...call.headers },
        ...(call.body === undefined ? {} : { body: bodyOf(call.body, call.key) }),
    };
}
function bodyOf(body, key) {
    const clean = (0,redact/* redactData */.Ed)(body);
    if (key === undefined)
        return clean;
    const field = `${JSON.stringify(key.field)}:${JSON.stringify(key.secret.reveal())}`;
    return clean.replace(/^\{(\}?)/, (_open, end) => `{${field}${end === '' ? ',' : '}'}`);
}
const PAGE = /^\s*<(!doctype|html)\b/i;
function paged({ repeatable, service }, status) {
    const hint = 'it answered with a page of HTML, as a proxy or a login page does';
    const failure = { service, status, effect: 'unknown', retryable: repeatable, hint };
    return new undelivered/* Undelivered */.A(`${service} gave an unexpected answer`, failure);
}
function unanswered(service, thrown, repeatable) {
    const error = (0,errors/* asError */.zR)(thrown);
    const unreached = codesOf(error).some((code) => UNREACHED.test(code));
    return new undelivered/* Undelivered */.A(unreached ? `${service} cannot be reached` : `${service} did not answer`, {
        service,
        effect: unreached ? 'none' : 'unknown',
        retryable: unreached || repeatable,
        cause: error,
    });
}
function codesOf(error) {
    const codes = [];
    let at = error;
    for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
        const { cause, code } = at;
        if (typeof code === 'string')
            codes.push(code);
        at = cause;
    }
    return codes;
}
function refused(call, response, text, nowMs) {
    const { service } = call;
    const { status } = response;
    if (status >= 300 && status < 400) {
        const hint = 'it answers with a redirect; use the URL that it redirects to';
        return new undelivered/* Undelivered */.A(`${service} refused the message`, {
            service,
            status,
            effect: 'none',
            retryable: false,
            hint,
        });
    }
    const retryAfterMs = (0,retry/* parseRetryAfter */.mu)(response.headers.get('retry-after'), nowMs);
    const hint = call.hints?.[status];
    const code = /^[a-z_]{3,60}$/.exec(text.trim())?.[0] ?? codeIn(text);
    return new undelivered/* Undelivered */.A(status === 429 ? `${service} reports a rate limit` : `${service} refused the message`, {
        service,
        status,
        effect: status >= 500 ? 'unknown' : 'none',
        retryable: status === 429 || (status >= 500 && call.repeatable),
        ...(code === undefined ? {} : { code }),
        ...(hint === undefined ? {} : { hint }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
}
function codeIn(text) {
    try {
        const answer = JSON.parse(text);
        const code = (0,lib_fields/* isMap */.j)(answer) ? answer['code'] : undefined;
        return typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code))
            ? String(code)
            : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/notify/lib/mention.js

const NO_ONE = { when: 'on-failure', who: [] };
function readMention(fields, form, expected) {
    const text = fields.text('mention').trim();
    if (text === '')
        return NO_ONE;
    const [when, ...names] = text.split(/[\s,]+/).filter((word) => word !== '');
    const who = names.map((name) => name.replace(/^@/, ''));
    const isRight = (when === 'on-failure' || when === 'always') && who.length > 0 && who.every((name) => form.test(name));
    if (!isRight)
        fields.complain('mention', `expected on-failure or always, then ${expected}`);
    return { when: when === 'always' ? 'always' : 'on-failure', who };
}
function mentioned({ when, who }, message) {
    return when === 'always' || (0,lib_message/* severityOf */.xJ)(message.state) !== 'info' ? who : [];
}

;// CONCATENATED MODULE: ./packages/notify/lib/parts.js


async function sendParts(parts, handle, { mode, best }) {
    const kept = { ...handle };
    const details = [];
    let worst = best;
    for (const { name, mark, repeatable, run } of parts) {
        if (kept[name] === mark)
            continue;
        if (kept[name] === maybe(mark)) {
            worst = worst === 'failed' ? 'failed' : 'unknown';
            details.push(`${name}: may have been sent before, so it is not sent again`);
            continue;
        }
        try {
            details.push(await run());
            kept[name] = mark;
        }
        catch (thrown) {
            const delivery = (0,undelivered/* deliveryOf */.h)(thrown);
            if (delivery === 'unknown' && !repeatable)
                kept[name] = maybe(mark);
            worst = worst === 'failed' || delivery === 'failed' ? 'failed' : 'unknown';
            details.push(`${name}: ${(0,errors/* describe */.q0)(thrown)}`);
            if (mode === 'in-order')
                break;
        }
    }
    return { delivery: worst, detail: details.join('; ') || 'sent before', handle: kept };
}
function maybe(mark) {
    return `maybe ${mark}`;
}

;// CONCATENATED MODULE: ./packages/notify/lib/service-url.js
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
function serviceUrl(fields, name, absent) {
    const text = fields.text(name) || absent;
    if (text === '') {
        fields.complain(name, 'required, expected a URL that starts with https://');
        return '';
    }
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
    if (url === undefined || !isSafe || url.username !== '' || url.password !== '' || url.search !== '')
        fields.complain(name, 'expected a URL that starts with https://, without a user, a password or a query');
    return text.replace(/\/+$/, '');
}
function refuseAddress(fields, name, text, wrong) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const first = url === undefined ? undefined : wrong.find(({ test }) => test(url));
    if (first !== undefined)
        fields.complain(name, first.expected);
}
const NOT_IN_CLEAR = {
    test: ({ hostname, protocol }) => protocol === 'http:' && !LOOPBACK.includes(hostname),
    expected: 'expected a URL that starts with https://, since it is a secret itself',
};

;// CONCATENATED MODULE: ./packages/notify/lib/channels/discord-embed.js

const LENGTH = { title: 250, description: 1_800, fact: 200, detail: 500, links: 700 };
function discordEmbed(message) {
    const { color, sign } = (0,lib_words/* lookOf */.Li)(message);
    const lines = (0,lib_words/* mainLines */.Zz)(message).map(([label, text]) => label === '' ? escaped(text) : `**${label}:** ${escaped(text)}`);
    const ms = Date.parse(message.at);
    return {
        title: (0,lib_words/* cut */.Jj)(`${sign} ${(0,lib_words/* headline */.Pl)(message)}`, LENGTH.title),
        ...(lines.length === 0 ? {} : { description: fitted(lines.join('\n'), LENGTH.description) }),
        color: Number.parseInt(color.slice(1), 16),
        fields: [...factFields(message), ...detailFields(message), ...linkField(message)],
        ...(Number.isNaN(ms) ? {} : { timestamp: new Date(ms).toISOString() }),
    };
}
function factFields(message) {
    return (0,lib_words/* facts */.Ix)(message).map(([name, value, url]) => {
        const shown = fitted(escaped((0,lib_words/* cut */.Jj)(value, 60)), LENGTH.fact / 2);
        const linked = `[${shown}](${url})`;
        return { name, value: url !== '' && linked.length <= LENGTH.fact ? linked : shown, inline: true };
    });
}
function detailFields(message) {
    const list = (lines) => (0,lib_words/* listed */.KE)(lines, { length: 120, total: LENGTH.detail / 2 })
        .map((line) => `- ${escaped(line)}`)
        .join('\n');
    const fence = '```';
    const failure = (0,lib_words/* cut */.Jj)(message.failure.replaceAll(fence, "'''"), LENGTH.detail - 10);
    const all = [
        { name: 'What failed', value: (0,lib_words/* hasCause */.ar)(message) ? `${fence}\n${failure}\n${fence}` : '' },
        { name: 'Undone', value: fitted(list((0,lib_words/* undoLines */.Eq)(message)), LENGTH.detail) },
        { name: 'Changes', value: message.changes.length > 3 ? fitted(list(message.changes), LENGTH.detail) : '' },
    ];
    return all.filter(({ value }) => value !== '');
}
function linkField({ links }) {
    const kept = [];
    let used = 0;
    for (const { label, url } of links) {
        const link = `[${escaped((0,lib_words/* cut */.Jj)(label, 60))}](${url})`;
        used += link.length + 3;
        if (used > LENGTH.links)
            break;
        kept.push(link);
    }
    return kept.length === 0 ? [] : [{ name: 'Links', value: kept.join(' · ') }];
}
function escaped(text) {
    return text.replace(/[\\*_~`|>#[\]()<@:-]/g, '\\$&');
}
function fitted(text, limit) {
    return text.length <= limit ? text : (0,lib_words/* cut */.Jj)(text, limit).replace(/\\+…$/, '…');
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/discord.js










const UNKNOWN_MESSAGE = '10008';
const discord = {
    type: 'discord',
    tasks: 'failures',
    open(fields) {
        const url = fields.secretUrl('url', ['https:', 'http:']);
        refuseAddress(fields, 'url', url.reveal(), [
            {
                test: ({ pathname }) => !/\/webhooks\/[^/]+\/[^/]+/.test(pathname),
                expected: 'expected the URL of a webhook, https://discord.com/api/webhooks/ID/TOKEN',
            },
            NOT_IN_CLEAR,
        ]);
        const broadcast = fields.flag('broadcast', true);
        const form = /^(\d{15,20}|&\d{15,20}|here|everyone)$/;
        const mention = readMention(fields, form, '@USER-ID, @&ROLE-ID, @here or @everyone');
        return {
            place: 'webhook',
            secrets: [url],
            async send(message, handle, world) {
                const hook = { url, world };
                const names = mentioned(mention, message);
                const shown = await show(hook, message, handle, names);
                const isWanted = names.length > 0 || (broadcast && (0,lib_message/* severityOf */.xJ)(message.state) !== 'info');
                if (!shown.isEdit || !isWanted)
                    return shown.sent;
                const mode = { mode: 'each', best: 'confirmed' };
                const sent = await sendParts([discord_alert(hook, message, names)], shown.sent.handle, mode);
                return { ...sent, detail: `${shown.sent.detail}; ${sent.detail}` };
            },
        };
    },
};
async function show(hook, message, handle, names) {
    const embeds = [discordEmbed(message)];
    const id = handle?.['id'];
    if (id !== undefined) {
        try {
            await ask(hook, 'PATCH', id, { embeds, allowed_mentions: { parse: [] } });
            const sent = { delivery: 'confirmed', detail: `Discord shows it as ${id}`, handle: { ...handle, id } };
            return { sent, isEdit: true };
        }
        catch (thrown) {
            if (!(thrown instanceof undelivered/* Undelivered */.A) || thrown.code !== UNKNOWN_MESSAGE)
                throw thrown;
        }
    }
    const answer = await ask(hook, 'POST', '', { username: 'Lockstep', ...mentionsOf(names, ''), embeds });
    const posted = answer['id'];
    if (typeof posted !== 'string')
        throw new undelivered/* Undelivered */.A('Discord gave an unexpected answer', {
            service: 'Discord',
            effect: 'unknown',
            retryable: false,
        });
    const sent = { delivery: 'confirmed', detail: `Discord shows it as ${posted}`, handle: { id: posted } };
    return { sent, isEdit: false };
}
function discord_alert(hook, message, names) {
    const words = `${(0,lib_words/* lookOf */.Li)(message).sign} **${escaped((0,lib_words/* headline */.Pl)(message))}**`;
    const mark = (0,external_node_crypto_().createHash)('sha256').update(`${message.state}\n${message.failure}`).digest('hex').slice(0, 16);
    return {
        name: 'alert',
        mark,
        repeatable: false,
        run: async () => {
            await ask(hook, 'POST', '', { username: 'Lockstep', ...mentionsOf(names, words) });
            return 'and posted an alert, because edits notify no one';
        },
    };
}
function mentionsOf(names, words) {
    const users = names.filter((name) => /^\d/.test(name));
    const roles = names.filter((name) => name.startsWith('&')).map((name) => name.slice(1));
    const all = names.some((name) => name === 'here' || name === 'everyone');
    const shown = names.map((name) => (/^[&\d]/.test(name) ? `<@${name}>` : `@${name}`));
    const content = [...shown, words].filter((word) => word !== '').join(' ');
    return {
        ...(content === '' ? {} : { content }),
        allowed_mentions: { parse: all ? ['everyone'] : [], users, roles },
    };
}
async function ask(hook, method, id, body) {
    const url = new URL(hook.url.reveal());
    if (method === 'POST')
        url.searchParams.set('wait', 'true');
    else
        url.pathname = `${url.pathname.replace(/\/$/, '')}/messages/${encodeURIComponent(id)}`;
    const { text } = await exchange({
        service: 'Discord',
        method,
        url: url.href,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        repeatable: method === 'PATCH',
        hints: { 401: "the webhook's URL is wrong; copy it again", 404: 'the webhook was deleted; create a new one' },
    }, hook.world);
    try {
        const answer = JSON.parse(text);
        return (0,lib_fields/* isMap */.j)(answer) ? answer : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/email.js





const CONNECT_TIMEOUT_MS = 10_000;
const BEFORE_DATA = ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO'];
const TORN = {
    test: ({ hash, pathname, search }) => `${pathname}${search}${hash}`.includes('@'),
    expected: 'expected smtps://USER:PASSWORD@HOST:465, with special characters percent-encoded',
};
const email = {
    type: 'email',
    tasks: 'failures',
    open(fields) {
        const smtp = fields.secretUrl('smtp', ['smtps:', 'smtp:']);
        refuseAddress(fields, 'smtp', smtp.reveal(), [TORN]);
        const from = fields.text('from', { required: true, expected: 'an address' });
        const to = fields.list('to', { required: true });
        return {
            place: to.join(', '),
            secrets: [smtp],
            async send(message) {
                const { default: nodemailer } = await __nccwpck_require__.e(/* import() */ 909).then(__nccwpck_require__.bind(__nccwpck_require__, 708403));
                const server = new URL(smtp.reveal());
                const local = ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname);
                let isHandedOver = false;
                const transport = nodemailer.createTransport({
                    host: server.hostname.replace(/^\[|\]$/g, ''),
                    port: server.port === '' ? (server.protocol === 'smtps:' ? 465 : 587) : Number(server.port),
                    secure: server.protocol === 'smtps:',
                    requireTLS: server.protocol === 'smtp:' && server.username !== '' && !local,
                    connectionTimeout: CONNECT_TIMEOUT_MS,
                    greetingTimeout: CONNECT_TIMEOUT_MS,
                    socketTimeout: CONNECT_TIMEOUT_MS,
                    ...(server.username === '' ? {} : { auth: login(server) }),
                    transactionLog: true,
                    logger: {
                        debug: (entry, words) => {
                            isHandedOver ||= (0,lib_fields/* isMap */.j)(entry) && entry['tnx'] === 'client' && words === 'DATA';
                        },
                    },
                });
                try {
                    const info = await transport.sendMail({ ...(0,redact/* redactData */.Ed)(mail(message)), from, to: [...to] });
                    if (info.rejected.length === 0)
                        return { delivery: 'accepted', detail: `${server.hostname} accepted the mail` };
                    return { delivery: 'failed', detail: `${server.hostname} refused the mail for ${info.rejected.join(', ')}` };
                }
                catch (thrown) {
                    throw email_undelivered(thrown, server.hostname, isHandedOver);
                }
                finally {
                    transport.close();
                }
            },
        };
    },
};
function login(server) {
    return { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) };
}
function mail(message) {
    const thread = `<${(0,external_node_crypto_().createHash)('sha256').update(message.key).digest('hex').slice(0, 32)}@lockstep.invalid>`;
    return {
        subject: `${(0,lib_words/* lookOf */.Li)(message).sign} ${(0,lib_words/* headline */.Pl)(message)}${message.summary === '' ? '' : ` (${message.summary})`}`,
        text: (0,lib_words/* plainText */.wh)(message),
        messageId: `<${(0,external_node_crypto_().randomUUID)()}@lockstep.invalid>`,
        inReplyTo: thread,
        references: [thread],
        headers: { 'auto-submitted': 'auto-generated' },
    };
}
function email_undelivered(thrown, host, isHandedOver) {
    const error = (0,errors/* asError */.zR)(thrown);
    const { code, command, responseCode } = error;
    const refused = responseCode !== undefined && responseCode >= 400;
    const early = !isHandedOver && command !== undefined && BEFORE_DATA.includes(command);
    return new undelivered/* Undelivered */.A(`the mail server ${host} did not accept the mail`, {
        service: host,
        effect: refused || early ? 'none' : 'unknown',
        retryable: false,
        ...(responseCode === undefined ? {} : { status: responseCode }),
        ...(code === undefined ? {} : { code }),
        ...(code === 'EAUTH' ? { hint: 'check user and password in "smtp"; both are URL-encoded there' } : {}),
        cause: error,
    });
}

// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __nccwpck_require__(113934);
// EXTERNAL MODULE: ./packages/notify/lib/time.js
var time = __nccwpck_require__(568098);
;// CONCATENATED MODULE: ./packages/notify/lib/channels/issue-answers.js



const SERVICE = 'GitHub';
const HINTS = {
    403: 'give the job "issues: write"',
    404: 'check "repository" and that the token can write its issues',
    410: 'issues are switched off in this repository',
};
function taken(answer) {
    if (answer.kind === 'accepted')
        return answer.data;
    throw issue_answers_undelivered(answer.error);
}
function issue_answers_undelivered(error) {
    const { status } = error;
    if (status === undefined)
        return unanswered(SERVICE, error, false);
    const hint = HINTS[status] ?? error.hint;
    return new undelivered/* Undelivered */.A(`${SERVICE} ${status === 429 ? 'reports a rate limit' : 'refused the message'}`, {
        service: SERVICE,
        status,
        effect: status >= 500 || status < 300 ? 'unknown' : 'none',
        retryable: false,
        ...(hint === undefined ? {} : { hint }),
    });
}
function unread(thrown) {
    return thrown instanceof errors/* RemoteError */.Hi ? issue_answers_undelivered(thrown) : thrown;
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/issue-acknowledged.js

function issueAcknowledging(issuesOf) {
    return {
        how: 'answer with a comment',
        async look({ handle, sentAtMs }, world) {
            const since = new Date(Math.floor(sentAtMs / 1_000) * 1_000).toISOString();
            const first = await firstOfTeam(issuesOf(world), Number(handle['issue']), since).catch((thrown) => {
                throw unread(thrown);
            });
            if (first === undefined)
                return { isShown: true };
            return { isShown: true, acknowledgement: { by: first.authorId, how: 'comment', atMs: first.atMs } };
        },
        async close({ handle }, acknowledgement, world) {
            if (acknowledgement !== undefined)
                taken(await issuesOf(world).close(Number(handle['issue'])));
        },
    };
}
async function firstOfTeam(issues, number, since) {
    const remarks = await issues.remarks(number, since);
    for (const remark of remarks)
        if (remark.isPerson && remark.atMs >= Date.parse(since) && (await remark.isOfTeam()))
            return remark;
    return undefined;
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/github-issue.js







const LINE_LENGTH = 1_000;
const LIST = { length: LINE_LENGTH, total: 12_000 };
const FAILURE_LENGTH = 16_000;
const githubIssue = {
    type: 'github-issue',
    tasks: 'all',
    open(fields, surroundings) {
        const name = fields.text('repository') || surroundings.repository;
        if (!/^[\w.-]+\/[\w.-]+$/.test(name))
            fields.complain('repository', 'expected owner/repo');
        const token = fields.secret('token', surroundings.githubToken);
        const label = fields.text('label') || 'lockstep-release';
        const form = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(\/[\w.-]{1,100})?$/;
        const mention = readMention(fields, form, '@user or @organization/team');
        const at = (world, names = []) => ({
            issues: surroundings.openIssues(name, token, world),
            label,
            names,
        });
        return {
            place: name,
            secrets: [token],
            acknowledging: issueAcknowledging((world) => at(world).issues),
            async send(message, _handle, world) {
                const names = mentioned(mention, message);
                const repository = at(world, names);
                const severe = (0,lib_message/* severityOf */.xJ)(message.state) !== 'info';
                if (!severe && !(0,lib_message/* isDone */.$L)(message.state))
                    return { delivery: 'confirmed', detail: 'no issue is opened for what is under way' };
                const open = await findOpen(repository, message);
                return severe ? await report(repository, message, open) : await github_issue_close(repository, message, open);
            },
        };
    },
};
async function report(at, message, open) {
    const { issues, label, names } = at;
    if (open !== undefined) {
        taken(await issues.comment(open.number, body(message, names)));
        return { delivery: 'confirmed', detail: `added to ${open.url}`, handle: { issue: String(open.number) } };
    }
    const answer = await issues.create({
        title: (0,lib_words/* headline */.Pl)(message),
        body: `${marker(message)}\n${body(message, names)}`,
        label,
    });
    const found = answer.kind === 'lost' ? await findOpen(at, message) : undefined;
    const issue = found ?? taken(answer);
    return { delivery: 'confirmed', detail: `opened ${issue.url}`, handle: { issue: String(issue.number) } };
}
async function github_issue_close(at, message, open) {
    if (open === undefined)
        return { delivery: 'confirmed', detail: 'no issue is open' };
    taken(await at.issues.comment(open.number, body(message, at.names)));
    const answer = await at.issues.close(open.number);
    if (answer.kind !== 'lost' || (await findOpen(at, message)) !== undefined)
        taken(answer);
    return { delivery: 'confirmed', detail: `closed ${open.url}` };
}
async function findOpen({ issues, label }, message) {
    const open = await issues.listOpen(label).catch((thrown) => {
        throw unread(thrown);
    });
    return open.find((issue) => issue.body.startsWith(marker(message)));
}
function marker(message) {
    const line = [message.environment, message.service].map(encodeURIComponent).join('/');
    if (message.state === 'drill')
        return `<!-- lockstep:drill ${line} -->`;
    return message.task === undefined
        ? `<!-- lockstep:release ${line} -->`
        : `<!-- lockstep:task ${line}/${encodeURIComponent(message.task)} -->`;
}
function body(message, names) {
    const lines = (0,lib_words/* mainLines */.Zz)(message).map(([label, text]) => `- ${label === '' ? '' : `**${label}**: `}${plain(text)}`);
    const known = (0,lib_words/* facts */.Ix)(message).map(([label, value, url]) => `${label} ${linked(value, url)}`);
    const links = message.links.map(({ label, url }) => linked(label, url));
    return [
        `${(0,lib_words/* lookOf */.Li)(message).sign} **${plain((0,lib_words/* headline */.Pl)(message))}**`,
        ...(names.length === 0 ? [] : ['', names.map((name) => `@${name}`).join(' ')]),
        '',
        ...lines,
        `- ${[...known, ...links, (0,time/* timeText */.T)(message)].join(' · ')}`,
        ...((0,lib_words/* hasCause */.ar)(message) ? fold('What failed', indented((0,lib_words/* cut */.Jj)(message.failure, FAILURE_LENGTH))) : []),
        ...fold('Undone', bullets((0,lib_words/* listed */.KE)((0,lib_words/* undoLines */.Eq)(message), LIST))),
        ...fold('Changes', bullets((0,lib_words/* listed */.KE)(message.changes, LIST))),
    ]
        .join('\n')
        .slice(0, 60_000);
}
function fold(title, lines) {
    return lines.length === 0 ? [] : ['', `<details><summary>${title}</summary>`, '', ...lines, '', '</details>'];
}
function bullets(lines) {
    return lines.map((line) => `- ${plain(line)}`);
}
function linked(label, url) {
    return url === '' ? plain(label) : `[${plain(label)}](${(0,inline_text/* linkTarget */.C)(url)})`;
}
function plain(text) {
    return (0,inline_text/* inlineText */.l)(text, LINE_LENGTH);
}
function indented(text) {
    return text.split('\n').map((line) => `    ${line}`);
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/grafana.js






const JSON_CONTENT = { 'content-type': 'application/json' };
const grafana = {
    type: 'grafana',
    tasks: 'none',
    open(fields) {
        const url = serviceUrl(fields, 'url', '');
        refuseAddress(fields, 'url', url, [
            {
                test: ({ pathname }) => /\/api(\/annotations)?\/?$/.test(pathname),
                expected: 'expected the base URL of Grafana; /api/annotations is added to it',
            },
        ]);
        const token = fields.secret('token');
        const tags = fields.list('tags');
        const dashboard = fields.text('dashboard');
        return {
            place: URL.canParse(url) ? new URL(url).host : '',
            secrets: [token],
            async send(message, handle, world) {
                if (!(0,lib_message/* isDone */.$L)(message.state) && (0,lib_message/* severityOf */.xJ)(message.state) === 'info')
                    return { delivery: 'confirmed', detail: 'the annotation is written when the release has ended' };
                const to = { url, token, world };
                const body = annotationOf(message, tags);
                const id = handle?.['id'];
                if (id !== undefined) {
                    await grafana_ask(to, { method: 'PATCH', path: `/${encodeURIComponent(id)}`, body, repeatable: true });
                    return shown(id);
                }
                return await add(to, { ...body, ...(dashboard === '' ? {} : { dashboardUID: dashboard }) });
            },
        };
    },
};
function annotationOf(message, more) {
    const timeEnd = Date.parse(message.at);
    const start = Date.parse(message.startedAt ?? '');
    const { environment, service, key, state } = message;
    const named = Object.entries({ environment, service, state, release: key }).filter(([, value]) => value !== '');
    const namedTags = named.map(([name, value]) => (0,lib_words/* cut */.Jj)(`${name}:${value}`, 100));
    const lines = [
        `${(0,lib_words/* lookOf */.Li)(message).sign} ${(0,lib_words/* headline */.Pl)(message)}`,
        ...(0,lib_words/* mainLines */.Zz)(message).map(([label, text]) => (label === '' ? text : `${label}: ${text}`)),
        ...(0,lib_words/* facts */.Ix)((0,lib_message/* withoutPeople */.wd)(message)).map(([label, value]) => `${label}: ${value}`),
        ...message.links.slice(0, 3).map(({ label, url }) => `${label}: ${url}`),
    ];
    return {
        time: Number.isNaN(start) ? timeEnd : start,
        timeEnd,
        tags: state === 'drill' ? ['lockstep-drill', (0,lib_words/* cut */.Jj)(`drill:${key}`, 100)] : ['lockstep', ...namedTags, ...more],
        text: (0,lib_words/* cut */.Jj)(lines.map(escapeHtml).join('\n'), 4_000),
    };
}
async function add(to, body) {
    try {
        const answer = await grafana_ask(to, { method: 'POST', path: '', body, repeatable: false });
        const id = (0,lib_fields/* isMap */.j)(answer) ? answer['id'] : undefined;
        if (typeof id === 'number')
            return shown(String(id));
        const failure = { service: 'Grafana', effect: 'unknown', retryable: false };
        throw new undelivered/* Undelivered */.A('Grafana gave an unexpected answer', failure);
    }
    catch (thrown) {
        if (!(thrown instanceof undelivered/* Undelivered */.A) || thrown.effect === 'none')
            throw thrown;
        return await find(to, body, thrown);
    }
}
async function find(to, { tags, time, timeEnd }, lost) {
    const query = new URLSearchParams([
        ['from', String(time - 1)],
        ['to', String(timeEnd + 1)],
        ...tags.map((tag) => ['tags', tag]),
    ]);
    const list = await grafana_ask(to, { method: 'GET', path: `?${query}`, repeatable: true }).catch(() => {
        throw lost;
    });
    if (!Array.isArray(list))
        throw lost;
    const [found] = list;
    if ((0,lib_fields/* isMap */.j)(found) && typeof found['id'] === 'number')
        return shown(String(found['id']));
    const failure = { service: 'Grafana', effect: 'none', retryable: false, cause: lost };
    throw new undelivered/* Undelivered */.A('Grafana lost the annotation: it is not in its list', failure);
}
function shown(id) {
    return { delivery: 'confirmed', detail: `Grafana keeps it as annotation ${id}`, handle: { id } };
}
async function grafana_ask({ token, url, world }, question) {
    const { body, method, path, repeatable } = question;
    const { text } = await exchange({
        service: 'Grafana',
        method,
        url: `${url}/api/annotations${path}`,
        headers: { authorization: `Bearer ${token.reveal()}`, ...(body === undefined ? {} : JSON_CONTENT) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        repeatable,
        hints: {
            401: 'check "token": a service account token (glsa_…)',
            403: 'the service account may not write annotations: give it the role Editor, or annotations:create and :write',
            404: 'check "url", the base URL of Grafana',
        },
    }, world);
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function escapeHtml(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/heartbeat.js




const BODY_LENGTH = 8_000;
const STARTS = [
    ['started', 'released'],
    ['task-started', 'task-passed'],
];
const heartbeat = {
    type: 'heartbeat',
    tasks: 'all',
    open(fields) {
        const url = fields.secretUrl('url', ['https:', 'http:']);
        refuseAddress(fields, 'url', url.reveal(), [
            {
                test: ({ pathname }) => /\/(start|fail|log)\/?$/.test(pathname),
                expected: 'expected the ping URL of the check itself; /start and /fail are added to it',
            },
        ]);
        const states = fields.list('on');
        for (const [start, end] of STARTS)
            if (states.includes(start) && !states.includes(end))
                fields.complain('on', `a start without an end looks like a release that hangs; add ${end} and the bad ends`);
        return {
            place: URL.canParse(url.reveal()) ? new URL(url.reveal()).host : '',
            secrets: [url],
            async send(message, _handle, world) {
                const signal = signalOf(message.state);
                if (signal === undefined)
                    return { delivery: 'confirmed', detail: `no ping for "${message.state}"` };
                const address = new URL(url.reveal());
                if (signal !== 'success')
                    address.pathname = `${address.pathname.replace(/\/$/, '')}/${signal}`;
                await exchange({
                    service: 'the heartbeat monitor',
                    method: 'POST',
                    url: address.href,
                    headers: { 'content-type': 'text/plain; charset=utf-8' },
                    body: (0,lib_words/* cut */.Jj)((0,lib_words/* plainText */.wh)((0,lib_message/* withoutPeople */.wd)(message)), BODY_LENGTH),
                    repeatable: true,
                    hints: { 404: 'there is no such check; copy its ping URL again, without /start or /fail' },
                }, world);
                return { delivery: 'accepted', detail: `the heartbeat monitor accepted "${signal}"` };
            },
        };
    },
};
function signalOf(state) {
    if ((0,lib_message/* isDone */.$L)(state))
        return 'success';
    if (state === 'drill')
        return 'log';
    if ((0,lib_message/* severityOf */.xJ)(state) !== 'info')
        return 'fail';
    return state === 'started' || state === 'contracting' || state === 'task-started' ? 'start' : undefined;
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(487083);
;// CONCATENATED MODULE: ./packages/notify/lib/channels/otlp-trace.js



const FLAGS = 0x101;
const INTERNAL = 1;
const STATUS = { ok: 1, error: 2 };
const TEXT_LENGTH = 1_000;
const TRACE_PARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;
function otlpTrace(message, parent) {
    const [, parentTrace, parentSpan] = TRACE_PARENT.exec(parent) ?? [];
    const traceId = parentTrace ?? hash(message.key, 32);
    const isDrill = message.state === 'drill';
    const rootId = hash(`${message.key}\n${message.state}`, 16);
    const root = {
        ...common(traceId, rootId, { startedAt: startOf(message), endedAt: message.at }),
        ...(parentSpan === undefined ? {} : { parentSpanId: parentSpan }),
        name: (0,lib_words/* cut */.Jj)(`${isDrill ? 'ALERT DRILL' : 'RELEASE'} ${message.environment} ${message.service}`.trim(), 200),
        attributes: attributesOf(isDrill ? drillFacts(message) : releaseFacts(message)),
        status: (0,lib_message/* isDone */.$L)(message.state) || isDrill ? { code: STATUS.ok } : { code: STATUS.error, message: (0,lib_words/* headline */.Pl)(message) },
    };
    const tasks = (message.timeline ?? []).map((phase, at) => taskOf(phase, { traceId, rootId, at }));
    const resource = attributesOf({
        'service.name': 'lockstep',
        'vcs.repository.name': message.repository,
        'vcs.repository.url.full': message.commitUrl?.replace(/\/commit\/.*$/, '') ?? '',
    });
    return {
        resourceSpans: [
            {
                resource: { attributes: resource, droppedAttributesCount: 0 },
                scopeSpans: [{ scope: { name: 'lockstep/notify' }, spans: [root, ...tasks] }],
            },
        ],
    };
}
function startOf({ at, startedAt = at, timeline = [] }) {
    const [first = startedAt] = [startedAt, ...timeline.map((phase) => phase.startedAt)].sort((a, b) => Date.parse(a) - Date.parse(b));
    return first;
}
function taskOf(phase, { at, rootId, traceId }) {
    const spanId = hash(`${rootId}\n${at}\n${phase.name}`, 16);
    const result = { pass: 'success', fail: 'failure', unknown: 'error' };
    return {
        ...common(traceId, spanId, phase),
        parentSpanId: rootId,
        name: phase.name,
        attributes: attributesOf({
            'cicd.pipeline.task.name': phase.name,
            'cicd.pipeline.task.run.id': spanId,
            'cicd.pipeline.task.run.result': result[phase.verdict],
            'cicd.pipeline.task.type': 'deploy',
        }),
        status: { code: phase.verdict === 'pass' ? STATUS.ok : STATUS.error },
    };
}
function common(traceId, spanId, { endedAt, startedAt }) {
    const start = Date.parse(startedAt) || 0;
    const end = Math.max(start, Date.parse(endedAt) || 0);
    return {
        traceId,
        spanId,
        kind: INTERNAL,
        startTimeUnixNano: nanos(start),
        endTimeUnixNano: nanos(end),
        droppedAttributesCount: 0,
        events: [],
        droppedEventsCount: 0,
        links: [],
        droppedLinksCount: 0,
        flags: FLAGS,
    };
}
function releaseFacts(message) {
    const { environment, key, links, pull, releaseId, service, state } = message;
    const [run] = links;
    return {
        'cicd.pipeline.name': 'Lockstep release',
        'cicd.pipeline.action.name': 'RUN',
        'cicd.pipeline.run.id': releaseId || key,
        'cicd.pipeline.run.url.full': run?.url ?? '',
        'cicd.pipeline.result': (0,lib_message/* isDone */.$L)(state) ? 'success' : state === 'unknown' ? 'error' : 'failure',
        'deployment.id': releaseId,
        'deployment.name': service,
        'deployment.environment.name': environment,
        'deployment.status': (0,lib_message/* isDone */.$L)(state) ? 'succeeded' : 'failed',
        'lockstep.release.state': state,
        'lockstep.release.failure': message.failure,
        'vcs.ref.head.revision': (0,lib_message/* commitOf */.D3)(message),
        'vcs.change.id': pull === undefined ? '' : String(pull),
    };
}
function drillFacts({ key, links }) {
    const [run] = links;
    return {
        'cicd.pipeline.name': 'Lockstep alert drill',
        'cicd.pipeline.run.id': key,
        'cicd.pipeline.run.url.full': run?.url ?? '',
        'cicd.pipeline.result': 'success',
    };
}
function attributesOf(given) {
    return Object.entries(given)
        .filter(([, text]) => text !== '')
        .map(([key, text]) => ({ key, value: { stringValue: (0,lib_words/* cut */.Jj)(text, TEXT_LENGTH) } }));
}
function nanos(ms) {
    return String(BigInt(ms) * 1000000n);
}
function hash(text, length) {
    return (0,external_node_crypto_().createHash)('sha256').update(text).digest('hex').slice(0, length);
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/otlp.js






const otlp = {
    type: 'otlp',
    tasks: 'none',
    open(fields) {
        const endpoint = fields.secretUrl('endpoint', ['https:', 'http:']);
        refuseAddress(fields, 'endpoint', endpoint.reveal(), [
            {
                test: ({ pathname }) => /\/v1\/(traces|metrics|logs)\/?$/.test(pathname),
                expected: 'expected the base URL; /v1/traces is added to it',
            },
        ]);
        const headers = Object.entries(fields.map('headers') ?? {}).map(([name, value]) => {
            if (!/^[\w-]+$/.test(name) || typeof value !== 'string' || value === '' || /[\r\n]/.test(value))
                fields.complain('headers', 'expected a map of names and texts; an unset secret arrives as an empty text');
            return [name, String(value)];
        });
        const credentials = headers.filter(([, value]) => value.length >= 8).map(([, value]) => new secret/* Secret */.z(value));
        const parent = fields.text('traceparent');
        if (parent !== '' && !TRACE_PARENT.test(parent))
            fields.complain('traceparent', 'expected W3C Trace Context, as 00-TRACE-SPAN-01');
        return {
            place: URL.canParse(endpoint.reveal()) ? new URL(endpoint.reveal()).host : '',
            secrets: [endpoint, ...credentials],
            async send(message, _handle, world) {
                if (!(0,lib_message/* isDone */.$L)(message.state) && (0,lib_message/* severityOf */.xJ)(message.state) === 'info')
                    return { delivery: 'confirmed', detail: 'the trace is sent when the release has ended' };
                const url = new URL(endpoint.reveal());
                url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
                const { text } = await exchange({
                    service: 'the OpenTelemetry collector',
                    method: 'POST',
                    url: url.href,
                    headers: {
                        'content-type': 'application/json',
                        ...Object.fromEntries(headers),
                    },
                    body: JSON.stringify(otlpTrace(message, parent)),
                    repeatable: true,
                    hints: {
                        401: 'check "headers"',
                        404: 'check "endpoint": it is the base URL, without /v1/traces',
                        415: 'the collector must take OTLP over HTTP in JSON (port 4318 by default)',
                    },
                }, world);
                refusePart(text);
                return { delivery: 'accepted', detail: 'the OpenTelemetry collector accepted the trace' };
            },
        };
    },
};
function refusePart(text) {
    const rejected = rejectedSpans(text);
    if (rejected === 0)
        return;
    const failure = { service: 'the OpenTelemetry collector', effect: 'none', retryable: false };
    throw new undelivered/* Undelivered */.A(`the OpenTelemetry collector refused ${rejected} spans`, failure);
}
function rejectedSpans(text) {
    try {
        const answer = JSON.parse(text);
        const partial = (0,lib_fields/* isMap */.j)(answer) ? answer['partialSuccess'] : undefined;
        return (0,lib_fields/* isMap */.j)(partial) ? Number(partial['rejectedSpans'] ?? 0) || 0 : 0;
    }
    catch {
        return 0;
    }
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/pagerduty-key.js


const DEDUP_LENGTH = 255;
function dedupKeyOf(message) {
    const { environment, key: own, repository, service, state, task } = message;
    const kind = (0,lib_message/* subjectOf */.et)(state);
    const more = kind === 'drill' ? [own] : task === undefined ? [] : [task];
    const parts = [repository, environment, service, ...more];
    const line = parts.map(encodeURIComponent).join('/');
    const key = `lockstep:${kind}:${line}`;
    return key.length <= DEDUP_LENGTH ? key : `lockstep:${kind}:${(0,external_node_crypto_().createHash)('sha256').update(line).digest('hex')}`;
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/pagerduty-acknowledged.js




function readRest(fields) {
    const token = new secret/* Secret */.z(fields.text('token'));
    const url = serviceUrl(fields, 'rest-api-url', 'https://api.pagerduty.com');
    return token.isEmpty ? undefined : { url, token };
}
function pagerAcknowledging(rest, send) {
    return {
        how: 'acknowledge the incident',
        async look({ message }, world) {
            const incident = await read(rest, dedupKeyOf(message), world);
            return incident === undefined ? { isShown: false } : { isShown: true, acknowledgement: ackOf(incident) };
        },
        async close({ message }, _acknowledgement, world) {
            await send(world, { event_action: 'resolve', dedup_key: dedupKeyOf(message) });
        },
    };
}
async function read({ token, url }, key, world) {
    const { text } = await exchange({
        service: 'PagerDuty',
        method: 'GET',
        url: `${url}/incidents?${new URLSearchParams({ incident_key: key, limit: '1' })}`,
        headers: { authorization: `Token token=${token.reveal()}`, accept: 'application/json' },
        repeatable: true,
        hints: {
            401: 'check "token": a REST API key, which may be read-only',
            403: 'the REST API key may not read incidents',
        },
    }, world);
    const answer = JSON.parse(text);
    const incidents = (0,lib_fields/* isMap */.j)(answer) && Array.isArray(answer['incidents']) ? answer['incidents'] : [];
    return incidents.filter(lib_fields/* isMap */.j).find((incident) => incident['incident_key'] === key);
}
function ackOf(incident) {
    const { acknowledgements, last_status_change_at: at, last_status_change_by: by, status } = incident;
    const all = Array.isArray(acknowledgements) ? acknowledgements.filter(lib_fields/* isMap */.j) : [];
    const [first] = all.flatMap((one) => personOf(one['acknowledger'], one['at']));
    return first ?? (status === 'resolved' ? personOf(by, at)[0] : undefined);
}
function personOf(who, at) {
    if (!(0,lib_fields/* isMap */.j)(who) || typeof who['id'] !== 'string' || !/^user(_reference)?$/.test(String(who['type'])))
        return [];
    const atMs = Date.parse(String(at));
    return [{ by: who['id'], how: 'acknowledgement', ...(Number.isNaN(atMs) ? {} : { atMs }) }];
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/pagerduty.js







const SUMMARY_LENGTH = 1_024;
const MOST_LINKS = 10;
const pagerduty = {
    type: 'pagerduty',
    tasks: 'all',
    open(fields) {
        const routingKey = fields.secret('routing-key');
        const apiUrl = serviceUrl(fields, 'api-url', 'https://events.pagerduty.com');
        if (!routingKey.isEmpty && !/^[A-Za-z0-9]{32}$/.test(routingKey.reveal()))
            fields.complain('routing-key', 'expected the 32 letters and digits of an integration key (Events API v2)');
        refuseAddress(fields, 'api-url', apiUrl, [
            {
                test: ({ hostname }) => /^api\.([\w-]+\.)?pagerduty\.com$/.test(hostname),
                expected: 'this is the address of the REST API, which is "rest-api-url"; events have https://events.pagerduty.com',
            },
            {
                test: ({ pathname }) => /\/v2(\/|$)/.test(pathname),
                expected: 'expected the base URL; /v2/enqueue is added to it',
            },
        ]);
        const incidents = fields.flag('incidents', true);
        const changes = fields.flag('changes', true);
        const rest = readRest(fields);
        if (!incidents && !changes)
            fields.complain('changes', 'expected true where "incidents" is false');
        if (incidents)
            refuseHalf(fields);
        return {
            place: URL.canParse(apiUrl) ? new URL(apiUrl).host : '',
            secrets: [routingKey, ...(rest === undefined ? [] : [rest.token])],
            acknowledging: rest === undefined
                ? undefined
                : pagerAcknowledging(rest, (world, body) => enqueue({ url: apiUrl, routingKey, world }, '/v2/enqueue', body, true)),
            async send(message, handle, world) {
                const to = { url: apiUrl, routingKey, world };
                const alerts = incidents || message.state === 'drill';
                const parts = [...(alerts ? incident(to, message) : []), ...(changes ? change(to, message) : [])];
                if (parts.length === 0)
                    return { delivery: 'confirmed', detail: `PagerDuty needs no event for "${message.state}"` };
                return await sendParts(parts, handle, { mode: 'each', best: 'accepted' });
            },
        };
    },
};
const GOOD = [
    ['released', 'release'],
    ['contracted', 'contract'],
    ['task-passed', 'task'],
];
function refuseHalf(fields) {
    const why = 'the event that resolves an alert would be dropped';
    if (!['', 'info'].includes(fields.text('min-severity')))
        fields.complain('min-severity', `${why}; let the service in PagerDuty decide by severity`);
    const states = fields.list('on');
    const bad = states.filter((state) => lib_message/* RELEASE_STATES */.dQ.includes(state) && (0,lib_message/* severityOf */.xJ)(state) !== 'info');
    for (const [good, subject] of GOOD)
        if (bad.some((state) => (0,lib_message/* subjectOf */.et)(state) === subject) && !states.includes(good))
            fields.complain('on', `${why}; add ${good}`);
}
function incident(to, message) {
    const isBad = (0,lib_message/* severityOf */.xJ)(message.state) !== 'info';
    if (!isBad && !(0,lib_message/* isDone */.$L)(message.state))
        return [];
    const body = isBad ? triggerOf(message) : { event_action: 'resolve', dedup_key: dedupKeyOf(message) };
    return [
        {
            name: 'alert',
            mark: message.state,
            repeatable: true,
            run: async () => {
                await enqueue(to, '/v2/enqueue', body, true);
                return `PagerDuty accepted the event that ${isBad ? 'opens' : 'resolves'} the alert`;
            },
        },
    ];
}
function change(to, message) {
    if (['task', 'drill'].includes((0,lib_message/* subjectOf */.et)(message.state)))
        return [];
    const isEnd = (0,lib_message/* isDone */.$L)(message.state) || ((0,lib_message/* severityOf */.xJ)(message.state) !== 'info' && message.state !== 'failed');
    if (!isEnd)
        return [];
    return [
        {
            name: 'change event',
            mark: message.state,
            repeatable: false,
            run: async () => {
                await enqueue(to, '/v2/change/enqueue', changeOf(message), false);
                return 'PagerDuty accepted the change event';
            },
        },
    ];
}
async function enqueue(to, path, body, repeatable) {
    await exchange({
        service: 'PagerDuty',
        method: 'POST',
        url: `${to.url}${path}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        key: { field: 'routing_key', secret: to.routingKey },
        repeatable,
        hints: { 400: 'check that "routing-key" is the integration key of an "Events API v2" integration' },
    }, to.world);
}
function triggerOf(message) {
    const [first] = message.links;
    return {
        event_action: 'trigger',
        dedup_key: dedupKeyOf(message),
        client: 'Lockstep',
        ...(first === undefined ? {} : { client_url: first.url }),
        links: linksOf(message),
        payload: {
            ...payloadOf(message),
            severity: pagerSeverity(message.state),
            class: message.state,
            ...(message.environment === '' ? {} : { group: message.environment }),
            ...(message.service === '' ? {} : { component: message.service }),
        },
    };
}
function changeOf(message) {
    return { links: linksOf(message), payload: payloadOf(message) };
}
function pagerSeverity(state) {
    if (state === 'unknown' || state === 'partly-rolled-back')
        return 'critical';
    return (0,lib_message/* severityOf */.xJ)(state) === 'warning' ? 'warning' : 'error';
}
function payloadOf(message) {
    const tail = message.summary === '' ? '' : ` — ${message.summary.replace(/\s+/g, ' ')}`;
    return {
        summary: (0,lib_words/* cut */.Jj)(`${(0,lib_words/* headline */.Pl)(message)}${tail}`, SUMMARY_LENGTH),
        source: message.repository,
        timestamp: message.at,
        custom_details: detailsOf(message),
    };
}
function detailsOf(message) {
    const list = (lines) => (0,lib_words/* listed */.KE)(lines, { length: 300, total: 4_000 }).join('\n');
    const entries = [
        ...(0,lib_words/* mainLines */.Zz)(message).map(([label, text]) => [label || 'Summary', text]),
        ...(0,lib_words/* facts */.Ix)(message).map(([label, value]) => [label, value]),
        ['All changes', message.changes.length > 3 ? list(message.changes) : ''],
        ['Undo steps', list((0,lib_words/* undoLines */.Eq)(message))],
        ['What failed', (0,lib_words/* hasCause */.ar)(message) ? (0,lib_words/* cut */.Jj)(message.failure, 4_000) : ''],
    ];
    return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
function linksOf(message) {
    const known = (0,lib_words/* facts */.Ix)(message).map(([label, value, url]) => ({ href: url, text: `${label} ${value}` }));
    const given = message.links.map(({ label, url }) => ({ href: url, text: label }));
    return [...given, ...known].filter(({ href }) => href !== '').slice(0, MOST_LINKS);
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/sentry.js






const sentry_HINTS = {
    400: 'connect the repository in Sentry under the name that "repository" gives, or set "commits: false"',
    401: 'check "token": an organization token, or one with the scope project:releases',
    403: 'the token needs the scope project:releases, and access to these projects',
    404: 'check "organization", "projects" and "api-url"',
};
const sentry_JSON_CONTENT = { 'content-type': 'application/json' };
const sentry = {
    type: 'sentry',
    tasks: 'none',
    open(fields, surroundings) {
        const token = fields.secret('token');
        const organization = fields.text('organization', { required: true, expected: "the organization's slug" });
        const projects = fields.list('projects', { required: true });
        const apiUrl = serviceUrl(fields, 'api-url', 'https://sentry.io');
        refuseAddress(fields, 'api-url', apiUrl, [
            {
                test: ({ pathname }) => /\/api(\/0)?\/?$/.test(pathname),
                expected: 'expected the base URL of Sentry; /api/0 is added to it',
            },
        ]);
        if (URL.canParse(token.reveal()))
            fields.complain('token', 'expected an organization token (sntrys_…); this is an address, such as a DSN');
        if (fields.text('repository').includes('://'))
            fields.complain('repository', "expected the repository's name in Sentry, such as owner/repo, and no URL");
        const versionPrefix = fields.text('version-prefix');
        const repository = fields.text('repository') || surroundings.repository;
        const commits = fields.flag('commits', true);
        return {
            place: `${organization}/${projects.join(',')}`,
            secrets: [token],
            async send(message, handle, world) {
                const url = `${apiUrl}/api/0/organizations/${encodeURIComponent(organization)}/releases/`;
                const sentry = { url, token, world, projects, versionPrefix, repository: commits ? repository : '' };
                if (message.state === 'drill')
                    return await tryOut(sentry);
                const parts = planParts(sentry, message);
                if (parts.length === 0)
                    return {
                        delivery: 'confirmed',
                        detail: 'Sentry gets nothing of a release that users never had, or whose end, commit or environment is not known',
                    };
                return await sendParts(parts, handle, { mode: 'in-order', best: 'confirmed' });
            },
        };
    },
};
async function tryOut(sentry) {
    await sentry_ask(sentry, { method: 'GET', path: '?per_page=1', repeatable: true });
    return { delivery: 'accepted', detail: 'Sentry accepted the token; a drill writes no release' };
}
function planParts(sentry, message) {
    const { commit, commitBefore = '', state, traffic } = message;
    const reached = traffic?.reachedAt;
    const restored = traffic?.restoredAt;
    if ((0,lib_message/* commitOf */.D3)(message) === '' || message.environment === '')
        return [];
    if (state === 'released')
        return [create(sentry, message), finish(sentry, message), deploy(sentry, message, commit, reached)];
    if (state === 'held' && reached !== undefined)
        return [create(sentry, message), deploy(sentry, message, commit, reached)];
    const isBack = state === 'rolled-back' || state === 'partly-rolled-back';
    if (isBack && message.continues === true && reached === undefined && restored !== undefined && commitBefore !== '')
        return [
            create(sentry, { ...message, commit: commitBefore, commitBefore: '' }),
            deploy(sentry, message, commitBefore, restored),
        ];
    if (!isBack || reached === undefined || restored === undefined)
        return [];
    const again = commitBefore === '' ? [] : [deploy(sentry, message, commitBefore, restored)];
    return [create(sentry, message), deploy(sentry, message, commit, reached), ...again];
}
function create(sentry, message) {
    const { commit, commitBefore = '', links } = message;
    const [run] = links;
    const ref = {
        repository: sentry.repository,
        commit,
        ...(commitBefore === '' ? {} : { previousCommit: commitBefore }),
    };
    const body = {
        version: versionOf(sentry, commit),
        projects: sentry.projects,
        ...(run === undefined ? {} : { url: run.url }),
        ...(sentry.repository === '' ? {} : { refs: [ref] }),
    };
    return part('release', commit, true, async () => {
        await sentry_ask(sentry, { method: 'POST', path: '', body, repeatable: true });
        return `Sentry has release ${body.version.slice(0, 60)}`;
    });
}
function finish(sentry, message) {
    return part('date', message.at, true, async () => {
        const path = `${encodeURIComponent(versionOf(sentry, message.commit))}/`;
        const body = { projects: sentry.projects, dateReleased: message.at };
        await sentry_ask(sentry, { method: 'PUT', path, body, repeatable: true });
        return 'with its date';
    });
}
function deploy(sentry, message, commit, at) {
    const isRollback = commit !== message.commit;
    const name = `${isRollback ? 'rollback of ' : ''}${message.releaseId || message.key}`.slice(0, 64);
    const path = `${encodeURIComponent(versionOf(sentry, commit))}/deploys/`;
    const [run] = message.links;
    const body = {
        environment: message.environment,
        name,
        projects: sentry.projects,
        ...(run === undefined ? {} : { url: run.url }),
        ...(isRollback || message.startedAt === undefined ? {} : { dateStarted: message.startedAt }),
        dateFinished: at ?? message.at,
    };
    return part(isRollback ? 'rollback' : 'deploy', commit, false, async () => {
        try {
            await sentry_ask(sentry, { method: 'POST', path, body, repeatable: false });
        }
        catch (thrown) {
            if (!(thrown instanceof undelivered/* Undelivered */.A) || thrown.effect === 'none')
                throw thrown;
            if (!(await hasDeploy(sentry, path, body)))
                throw lost(thrown);
        }
        return isRollback ? 'and the deploy of the release that users have again' : 'and its deploy';
    });
}
async function hasDeploy(sentry, path, { environment, name }) {
    const list = JSON.parse(await sentry_ask(sentry, { method: 'GET', path, repeatable: true }));
    return (Array.isArray(list) && list.some((one) => (0,lib_fields/* isMap */.j)(one) && one['name'] === name && one['environment'] === environment));
}
function lost(cause) {
    const failure = { service: 'Sentry', effect: 'none', retryable: false, cause };
    return new undelivered/* Undelivered */.A('Sentry lost the deploy: it is not in its list', failure);
}
function part(name, mark, repeatable, run) {
    return { name, mark, repeatable, run };
}
function versionOf({ versionPrefix }, commit) {
    return `${versionPrefix}${commit}`;
}
async function sentry_ask({ token, url, world }, { body, method, path, repeatable }) {
    const { text } = await exchange({
        service: 'Sentry',
        method,
        url: `${url}${path}`,
        headers: { authorization: `Bearer ${token.reveal()}`, ...(body === undefined ? {} : sentry_JSON_CONTENT) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        repeatable,
        hints: sentry_HINTS,
    }, world);
    return text;
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/slack-api.js


const MAY_HAVE_WORKED = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];
const TOKEN_HINT = 'check the bot token (xoxb-…) that the target\'s "token" gives';
const slack_api_HINTS = {
    invalid_auth: TOKEN_HINT,
    not_authed: TOKEN_HINT,
    account_inactive: TOKEN_HINT,
    token_revoked: TOKEN_HINT,
    token_expired: TOKEN_HINT,
    missing_scope: 'give the app the scope chat:write',
    channel_not_found: "use the channel's id, and invite the app to it",
    not_in_channel: 'invite the app to the channel',
    is_archived: 'the channel is archived; choose another',
};
async function slackCall(api, method, args, repeatable) {
    const body = { type: 'application/json; charset=utf-8', text: JSON.stringify(args) };
    return await slack_api_ask(api, method, body, repeatable);
}
async function slackRead(api, method, args) {
    const body = { type: 'application/x-www-form-urlencoded', text: String(new URLSearchParams(args)) };
    return await slack_api_ask(api, method, body, true);
}
async function slack_api_ask(api, method, body, repeatable) {
    const { text } = await exchange({
        service: 'Slack',
        method: 'POST',
        url: `${api.url}/${method}`,
        headers: { authorization: `Bearer ${api.token.reveal()}`, 'content-type': body.type },
        body: body.text,
        repeatable,
    }, api.world);
    const answer = parse(text);
    if (answer?.['ok'] === true)
        return answer;
    const code = typeof answer?.['error'] === 'string' ? answer['error'] : undefined;
    const hint = code === undefined ? undefined : slack_api_HINTS[code];
    throw new undelivered/* Undelivered */.A(code === undefined ? 'Slack gave an unexpected answer' : `Slack refused ${method}`, {
        service: 'Slack',
        effect: code === undefined || MAY_HAVE_WORKED.includes(code) ? 'unknown' : 'none',
        retryable: false,
        ...(code === undefined ? {} : { code }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/slack-acknowledged.js



function slackAcknowledging(apiOf) {
    const people = new Map();
    return {
        how: 'react to this message with any emoji, or answer in its thread',
        async look({ handle }, world) {
            const at = { channel: handle['channel'] ?? '', ts: handle['ts'] ?? '' };
            const api = apiOf(world);
            const [reacted, answered] = await Promise.allSettled([reaction(api, at, people), answer(api, at)]);
            if (reacted.status === 'rejected' && answered.status === 'rejected')
                throw cannotLook(reacted.reason);
            const first = reacted.status === 'fulfilled' ? reacted.value : undefined;
            const reply = answered.status === 'fulfilled' ? answered.value : undefined;
            if (!(first instanceof Unjudged))
                return { isShown: true, acknowledgement: first ?? reply };
            if (reply === undefined)
                throw first;
            return { isShown: true, acknowledgement: reply };
        },
    };
}
class Unjudged extends undelivered/* Undelivered */.A {
    constructor(cause) {
        const hint = 'give the app the scope users:read, or answer in the thread';
        const failure = { service: 'Slack', effect: 'unknown', retryable: false, hint, cause: (0,errors/* asError */.zR)(cause) };
        super('Slack does not show whether a reaction is that of a person', failure);
    }
}
async function reaction(api, { channel, ts }, people) {
    const { message } = await slackRead(api, 'reactions.get', { channel, timestamp: ts, full: 'true' });
    const reactions = (0,lib_fields/* isMap */.j)(message) ? listOf(message['reactions']) : [];
    const ids = reactions.flatMap(({ users }) => (Array.isArray(users) ? users : []));
    let unjudged;
    for (const by of new Set(ids.filter((id) => typeof id === 'string'))) {
        try {
            const isPerson = people.get(by) ?? (await isPersonOf(api, by));
            people.set(by, isPerson);
            if (isPerson)
                return { by, how: 'reaction' };
        }
        catch (thrown) {
            unjudged = thrown;
        }
    }
    return unjudged === undefined ? undefined : new Unjudged(unjudged);
}
async function isPersonOf(api, id) {
    if (id === 'USLACKBOT')
        return false;
    const { user } = await slackRead(api, 'users.info', { user: id });
    if (!(0,lib_fields/* isMap */.j)(user))
        throw new undelivered/* Undelivered */.A('Slack gave an unexpected answer', UNEXPECTED);
    return user['is_bot'] !== true && user['is_workflow_bot'] !== true;
}
const UNEXPECTED = { service: 'Slack', effect: 'unknown', retryable: false };
async function answer(api, { channel, ts }) {
    const { messages } = await slackRead(api, 'conversations.replies', { channel, ts, limit: '20' });
    const first = listOf(messages).find((one) => one['ts'] !== ts && one['bot_id'] === undefined);
    if (first === undefined || typeof first['user'] !== 'string')
        return undefined;
    const atMs = Number(first['ts']) * 1_000;
    return { by: first['user'], how: 'reply', ...(Number.isFinite(atMs) ? { atMs } : {}) };
}
function cannotLook(thrown) {
    if (!(thrown instanceof undelivered/* Undelivered */.A) || thrown.code !== 'missing_scope')
        return thrown;
    const hint = 'give the app the scopes reactions:read and users:read, or channels:history';
    const failure = { service: 'Slack', effect: 'none', retryable: false, code: thrown.code, hint };
    return new undelivered/* Undelivered */.A('Slack does not show who acknowledged', failure);
}
function listOf(value) {
    return Array.isArray(value) ? value.filter(lib_fields/* isMap */.j) : [];
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/slack-blocks.js

const HEADER_LENGTH = 150;
const slack_blocks_TEXT_LENGTH = 2_900;
const PART_LENGTH = 1_400;
function slackContent(message) {
    const { sign, color } = (0,lib_words/* lookOf */.Li)(message);
    const head = (0,lib_words/* cut */.Jj)(`${sign} ${(0,lib_words/* headline */.Pl)(message)}`, HEADER_LENGTH);
    return {
        text: slackText(message),
        blocks: [{ type: 'header', text: { type: 'plain_text', text: head, emoji: true } }],
        attachments: [{ color, blocks: slack_blocks_bodyOf(message) }],
    };
}
function slack_blocks_bodyOf(message) {
    const lines = (0,lib_words/* mainLines */.Zz)(message).map(([label, text]) => {
        const words = escapeMrkdwn(text);
        return label === '' ? words : `*${label}:* ${words}`;
    });
    return [
        ...(lines.length === 0 ? [] : [{ type: 'section', text: mrkdwn((0,lib_words/* cut */.Jj)(lines.join('\n'), slack_blocks_TEXT_LENGTH)) }]),
        ...context(factLine(message)),
        ...context([...message.links.map(({ label, url }) => slack_blocks_link(label, url)), timeOf(message.at)]),
    ];
}
function factLine(message) {
    return (0,lib_words/* facts */.Ix)(message).map(([label, value, url]) => {
        const shown = (0,lib_words/* cut */.Jj)(value, 200);
        return `${label} ${url === '' ? escapeMrkdwn(shown) : slack_blocks_link(shown, url)}`;
    });
}
function slack_blocks_link(label, url) {
    return `<${url.replaceAll('|', '%7C')}|${escapeMrkdwn(label)}>`;
}
function context(parts) {
    return parts.length === 0 ? [] : [{ type: 'context', elements: [mrkdwn(slack_blocks_fitted(parts, '  ·  '))] }];
}
function slack_blocks_fitted(parts, separator) {
    const kept = [];
    let used = 0;
    for (const part of parts) {
        used += part.length + separator.length;
        if (used > slack_blocks_TEXT_LENGTH)
            break;
        kept.push(part);
    }
    return kept.join(separator);
}
const SLACK_NAME = /^([UW][A-Z0-9]{5,20}|S[A-Z0-9]{5,20}|here|channel|everyone)$/;
const SLACK_NAMES = '@USER-ID (U…), @USER-GROUP-ID (S…), @here or @channel';
function slackMention(name) {
    if (name.startsWith('S'))
        return `<!subteam^${name}>`;
    return /^[UW]/.test(name) ? `<@${name}>` : `<!${name}>`;
}
function slackDetail(message, names = []) {
    const fence = '```';
    const failure = (0,lib_words/* cut */.Jj)(escapeMrkdwn(message.failure).replaceAll(fence, "'''"), PART_LENGTH);
    const blocks = [
        names.length === 0 ? '' : `${names.map(slackMention).join(' ')} ${escapeMrkdwn((0,lib_words/* headline */.Pl)(message))}`,
        (0,lib_words/* waitingText */.rQ)(message) === '' ? '' : `*Waiting* ${escapeMrkdwn((0,lib_words/* waitingText */.rQ)(message))}`,
        (0,lib_words/* hasCause */.ar)(message) ? `*What failed*\n${fence}${failure}${fence}` : '',
        slack_blocks_bullets('Undone', (0,lib_words/* undoLines */.Eq)(message)),
        slack_blocks_bullets('Changes', message.changes),
    ];
    return (0,lib_words/* cut */.Jj)(blocks.filter((block) => block !== '').join('\n'), slack_blocks_TEXT_LENGTH);
}
function slackText(message) {
    const tail = message.summary === '' ? '' : ` — ${message.summary}`;
    return escapeMrkdwn((0,lib_words/* cut */.Jj)(`${(0,lib_words/* headline */.Pl)(message)}${tail}`, slack_blocks_TEXT_LENGTH));
}
function slack_blocks_bullets(title, entries) {
    if (entries.length === 0)
        return '';
    const lines = entries.map((entry) => `• ${escapeMrkdwn((0,lib_words/* cut */.Jj)(entry, 300))}`);
    const kept = [];
    let used = 0;
    for (const line of lines) {
        used += line.length + 1;
        if (used > PART_LENGTH / 2)
            break;
        kept.push(line);
    }
    const left = lines.length - kept.length;
    return [`*${title}*`, ...kept, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n');
}
function timeOf(at) {
    const seconds = Math.floor(Date.parse(at) / 1_000);
    const plain = escapeMrkdwn(at);
    return Number.isNaN(seconds) ? plain : `<!date^${seconds}^{date_short_pretty}, {time}|${plain}>`;
}
function mrkdwn(text) {
    return { type: 'mrkdwn', text };
}
function escapeMrkdwn(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/slack.js








const EVENT_TYPE = 'lockstep_release';
const LOOK_BACK = 50;
const CANNOT_EDIT = ['channel_not_found', 'message_not_found', 'cant_update_message', 'edit_window_closed'];
const slack = {
    type: 'slack',
    tasks: 'failures',
    open(fields, surroundings) {
        const token = fields.secret('token');
        const channel = fields.text('channel', { required: true, expected: "the channel's id (C…)" });
        const broadcast = fields.flag('broadcast', true);
        const mention = readMention(fields, SLACK_NAME, SLACK_NAMES);
        const apiOf = (world) => ({ url: surroundings.slackApiUrl, token, world });
        return {
            place: channel,
            secrets: [token],
            acknowledging: slackAcknowledging(apiOf),
            async send(message, handle, world) {
                const api = apiOf(world);
                const root = await slack_show(api, channel, message, handle);
                return await explain(api, message, root, { broadcast, names: mentioned(mention, message) });
            },
        };
    },
};
async function slack_show(api, channel, message, handle) {
    const content = slackContent(message);
    const { channel: id, ts } = handle ?? (message.continues ? await ofAnotherJob(api, channel, message) : {});
    if (id !== undefined && ts !== undefined) {
        try {
            await slackCall(api, 'chat.update', { channel: id, ts, ...content }, true);
            return { ...handle, channel: id, ts };
        }
        catch (thrown) {
            if (!(thrown instanceof undelivered/* Undelivered */.A) || !CANNOT_EDIT.includes(thrown.code ?? ''))
                throw thrown;
        }
    }
    const metadata = { event_type: EVENT_TYPE, event_payload: { key: message.key, state: message.state } };
    try {
        const answer = await slackCall(api, 'chat.postMessage', { channel, unfurl_links: false, metadata, ...content }, false);
        return { channel: String(answer['channel']), ts: String(answer['ts']) };
    }
    catch (thrown) {
        if (!(thrown instanceof undelivered/* Undelivered */.A) || thrown.effect === 'none')
            throw thrown;
        return await slack_find(api, channel, message, thrown);
    }
}
async function ofAnotherJob(api, channel, { key }) {
    const messages = await newest(api, channel).catch(() => []);
    const found = messages.find(({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload?.key === key);
    return found === undefined ? {} : { channel, ts: found.ts };
}
async function newest(api, channel) {
    const args = { channel, limit: LOOK_BACK, include_all_metadata: true };
    const answer = await slackCall(api, 'conversations.history', args, true);
    return (answer['messages'] ?? []);
}
async function slack_find(api, channel, message, lost) {
    const messages = await newest(api, channel).catch(() => {
        throw lost;
    });
    const found = messages.find(({ metadata }) => metadata?.event_type === EVENT_TYPE &&
        metadata.event_payload?.key === message.key &&
        metadata.event_payload.state === message.state);
    if (found !== undefined)
        return { channel, ts: found.ts };
    throw new undelivered/* Undelivered */.A('Slack lost the message: it is not in the channel', {
        service: 'Slack',
        effect: 'none',
        retryable: false,
        cause: lost,
    });
}
async function explain(api, message, root, { broadcast, names }) {
    const shown = {
        delivery: 'confirmed',
        detail: `Slack shows it as ${root.ts} in ${root.channel}`,
        handle: root,
    };
    const isBad = (0,lib_message/* severityOf */.xJ)(message.state) !== 'info';
    if (!(0,lib_words/* hasCause */.ar)(message) && !(0,lib_words/* hasMore */.u9)(message) && names.length === 0)
        return shown;
    const subject = isBad || names.length > 0
        ? `${message.state}\n${message.failure}\n${message.waitingSince === undefined ? '' : message.at}`
        : message.changes.join('\n');
    const explained = (0,external_node_crypto_().createHash)('sha256').update(subject).digest('hex').slice(0, 16);
    if (root['explained'] === explained)
        return shown;
    try {
        const { channel, ts } = root;
        const args = { channel, thread_ts: ts, text: slackDetail(message, names), reply_broadcast: broadcast && isBad };
        await slackCall(api, 'chat.postMessage', args, false);
        return { ...shown, handle: { ...root, explained } };
    }
    catch (thrown) {
        if (!(thrown instanceof undelivered/* Undelivered */.A))
            throw thrown;
        const delivery = thrown.effect === 'none' ? 'failed' : 'unknown';
        const detail = `the message was updated, but its thread has no details: ${thrown.message} (${thrown.code ?? thrown.status ?? 'no answer'})`;
        return { delivery, detail, handle: root };
    }
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/slack-webhook.js




const slackWebhook = {
    type: 'slack-webhook',
    tasks: 'failures',
    open(fields) {
        const url = fields.secretUrl('url', ['https:', 'http:']);
        const mention = readMention(fields, SLACK_NAME, SLACK_NAMES);
        return {
            place: 'incoming webhook',
            secrets: [url],
            async send(message, _handle, world) {
                const { text, blocks, attachments } = slackContent(message);
                const [main] = attachments;
                const names = mentioned(mention, message);
                const detail = { type: 'section', text: { type: 'mrkdwn', text: slackDetail(message, names) } };
                const body = names.length > 0 || ((0,lib_words/* hasCause */.ar)(message) && (0,lib_words/* hasMore */.u9)(message))
                    ? { ...main, blocks: [...main.blocks, detail] }
                    : main;
                await exchange({
                    service: 'the Slack webhook',
                    method: 'POST',
                    url: url.reveal(),
                    headers: { 'content-type': 'application/json; charset=utf-8' },
                    body: JSON.stringify({ text, blocks, attachments: [body] }),
                    repeatable: false,
                    hints: { 404: 'the webhook was deleted; create a new one in the Slack app' },
                }, world);
                return { delivery: 'accepted', detail: 'the Slack webhook accepted it' };
            },
        };
    },
};

;// CONCATENATED MODULE: ./packages/notify/lib/channels/teams-card.js



const MOST_BYTES = 26_000;
const DETAIL_LENGTHS = [4_000, 1_500, 400, 0];
const teams_card_MOST_LINKS = 5;
function teamsMessage(message, names) {
    for (const length of DETAIL_LENGTHS) {
        const envelope = envelopeOf(cardOf(message, names, length));
        if (length === 0 || Buffer.byteLength(JSON.stringify(envelope)) <= MOST_BYTES)
            return envelope;
    }
    throw new Error('there is no length left');
}
function envelopeOf(content) {
    const contentType = 'application/vnd.microsoft.card.adaptive';
    return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
function cardOf(message, names, detailLength) {
    const details = detailLength === 0 ? [] : teams_card_detailsOf(message, detailLength);
    const lines = (0,lib_words/* mainLines */.Zz)(message).map(([label, text]) => rich(label === '' ? [run(text)] : [run(`${label}: `, { weight: 'Bolder' }), run(text)]));
    return {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
            rich([
                run((0,lib_words/* cut */.Jj)(`${(0,lib_words/* lookOf */.Li)(message).sign} ${(0,lib_words/* headline */.Pl)(message)}`, 300), {
                    size: 'Large',
                    weight: 'Bolder',
                    color: colorOf(message),
                }),
            ]),
            ...names.map((name) => ({ type: 'TextBlock', text: at(name), wrap: true })),
            ...lines,
            rich(factRuns(message)),
            ...(details.length === 0 ? [] : [{ type: 'Container', id: 'details', isVisible: false, items: details }]),
        ],
        actions: [
            ...(details.length === 0
                ? []
                : [{ type: 'Action.ToggleVisibility', title: 'Details', targetElements: ['details'] }]),
            ...message.links.slice(0, teams_card_MOST_LINKS).map(({ label, url }) => ({
                type: 'Action.OpenUrl',
                title: (0,lib_words/* cut */.Jj)(label, 60),
                url,
            })),
        ],
        msteams: {
            width: 'Full',
            entities: names.map((name) => ({ type: 'mention', text: at(name), mentioned: { id: name, name } })),
        },
    };
}
function at(name) {
    return `<at>${name}</at>`;
}
function colorOf({ state }) {
    const severity = (0,lib_message/* severityOf */.xJ)(state);
    if (state === 'drill')
        return 'Accent';
    if (severity !== 'info')
        return severity === 'error' ? 'Attention' : 'Warning';
    return (0,lib_message/* isDone */.$L)(state) ? 'Good' : 'Accent';
}
function factRuns(message) {
    const quiet = { isSubtle: true };
    const known = (0,lib_words/* facts */.Ix)(message).flatMap(([label, value, url]) => [
        run(`${label} `, quiet),
        run((0,lib_words/* cut */.Jj)(value, 200), url === '' ? quiet : { selectAction: { type: 'Action.OpenUrl', url } }),
        run('  ·  ', quiet),
    ]);
    return [...known, run((0,time/* timeText */.T)(message), quiet)];
}
function teams_card_detailsOf(message, length) {
    if (!(0,lib_words/* hasCause */.ar)(message) && !(0,lib_words/* hasMore */.u9)(message))
        return [];
    const list = (lines) => (0,lib_words/* listed */.KE)(lines, { length: 300, total: length });
    const failure = (0,lib_words/* hasCause */.ar)(message) ? (0,lib_words/* cut */.Jj)(message.failure, length).split('\n').slice(0, 60) : [];
    return [
        ...section('What failed', failure, { fontType: 'Monospace' }),
        ...section('Undone', list((0,lib_words/* undoLines */.Eq)(message))),
        ...section('Changes', list(message.changes)),
    ];
}
function section(title, lines, look = {}) {
    if (lines.length === 0)
        return [];
    return [rich([run(title, { weight: 'Bolder' })]), ...lines.map((line) => rich([run(line, look)]))];
}
function rich(inlines) {
    return { type: 'RichTextBlock', inlines };
}
function run(text, look = {}) {
    return { type: 'TextRun', text: text === '' ? ' ' : text, ...look };
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels/teams.js




const CONNECTOR = /(^|\.)(webhook\.office\.com|outlook\.office\.com|outlook\.office365\.com)$/;
const teams = {
    type: 'teams',
    tasks: 'failures',
    open(fields) {
        const url = fields.secretUrl('url', ['https:', 'http:']);
        const text = url.reveal();
        refuseAddress(fields, 'url', text, [
            {
                test: ({ hostname }) => CONNECTOR.test(hostname),
                expected: 'this is an Office 365 connector, which Teams no longer serves; create a workflow instead',
            },
            NOT_IN_CLEAR,
        ]);
        const mention = readMention(fields, /^[^\s@<>&]+@[^\s@<>&]+$/, 'user principal names such as @ada@example.com');
        return {
            place: 'workflow',
            secrets: [url],
            async send(message, _handle, world) {
                const { status } = await exchange({
                    service: 'the Teams workflow',
                    method: 'POST',
                    url: text,
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify(teamsMessage(message, mentioned(mention, message))),
                    repeatable: false,
                    hints: {
                        400: 'the workflow must begin with "When a Teams webhook request is received" and post the card it gets',
                        401: 'let anyone trigger the workflow: its URL is the secret',
                        403: 'let anyone trigger the workflow: its URL is the secret',
                        404: 'the workflow was deleted or switched off',
                    },
                }, world);
                return {
                    delivery: 'accepted',
                    detail: `the Teams workflow answered ${status}; whether it posted is not known`,
                };
            },
        };
    },
};

;// CONCATENATED MODULE: ./packages/notify/lib/channels/webhook.js




const PREFIX = 'whsec_';
const KEY_BYTES = { min: 24, max: 64 };
const webhook = {
    type: 'webhook',
    tasks: 'all',
    open(fields) {
        const url = fields.secretUrl('url', ['https:', 'http:']);
        const secret = fields.secret('secret');
        const key = Buffer.from(secret.reveal().replace(PREFIX, ''), 'base64');
        if (!secret.isEmpty && (key.length < KEY_BYTES.min || key.length > KEY_BYTES.max)) {
            const size = `${KEY_BYTES.min} to ${KEY_BYTES.max} bytes`;
            fields.complain('secret', `expected ${PREFIX} and ${size} in base64; create one with: openssl rand -base64 32`);
        }
        const place = URL.canParse(url.reveal()) ? new URL(url.reveal()).host : '';
        return {
            place,
            secrets: [url, secret],
            async send(message, _handle, world) {
                const id = `msg_${(0,external_node_crypto_().randomUUID)()}`;
                const timestamp = Math.floor(world.clock.now() / 1_000);
                const { continues: _, isCommitKnown: ____, timeZone: __, timeline: ___, ...rest } = message;
                const data = { ...rest, severity: (0,lib_message/* severityOf */.xJ)(message.state), headline: (0,lib_words/* headline */.Pl)(message) };
                const body = JSON.stringify({ type: typeOf(message.state), timestamp: message.at, data });
                const signature = (0,external_node_crypto_().createHmac)('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
                const { status } = await exchange({
                    service: `the webhook at ${place}`,
                    method: 'POST',
                    url: url.reveal(),
                    headers: {
                        'content-type': 'application/json',
                        'webhook-id': id,
                        'webhook-timestamp': String(timestamp),
                        'webhook-signature': `v1,${signature}`,
                    },
                    body,
                    repeatable: true,
                    anyAnswer: true,
                    hints: { 401: 'the receiver does not accept the signature; compare the secrets' },
                }, world);
                return { delivery: 'accepted', detail: `${place} answered ${status}` };
            },
        };
    },
};
function typeOf(state) {
    switch (state) {
        case 'task-started':
            return 'task.started';
        case 'task-passed':
            return 'task.passed';
        case 'task-failed':
            return 'task.failed';
        case 'drill':
            return 'alert.drill';
        default:
            return `release.${state}`;
    }
}

;// CONCATENATED MODULE: ./packages/notify/lib/channels.js












const channelTypes = [
    slack,
    slackWebhook,
    teams,
    discord,
    email,
    webhook,
    githubIssue,
    pagerduty,
    sentry,
    heartbeat,
    otlp,
    grafana,
];

// EXTERNAL MODULE: ./actions/notify/lib/compose.js + 3 modules
var compose = __nccwpck_require__(197601);
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

;// CONCATENATED MODULE: ./actions/notify/lib/earlier-jobs.js



const PATIENCE_MS = 5_000;
const SHORTEST_WAIT_MS = 15_000;
function earlierPhases(jobs, beganAt) {
    const began = Date.parse(beganAt);
    const ended = jobs
        .flatMap(({ completedAt, conclusion, name, startedAt }) => startedAt === null || completedAt === null || conclusion === 'skipped'
        ? []
        : [{ name: shortName(name), startedAt, endedAt: completedAt, verdict: verdictOf(conclusion) }])
        .filter(({ endedAt }) => Date.parse(endedAt) <= began)
        .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
    const starts = [...ended, { name: 'the release', startedAt: beganAt }];
    const waits = starts.flatMap(({ name, startedAt }) => waitBefore(name, startedAt, ended));
    return [...ended, ...waits].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}
function waitBefore(name, startedAt, ended) {
    const start = Date.parse(startedAt);
    const before = ended
        .filter((one) => Date.parse(one.startedAt) < start)
        .map(({ endedAt }) => Date.parse(endedAt))
        .filter((at) => at <= start);
    const from = Math.max(...before);
    if (before.length === 0 || start - from < SHORTEST_WAIT_MS)
        return [];
    return [
        { name: `waiting for ${name}`, startedAt: new Date(from).toISOString(), endedAt: startedAt, verdict: 'pass' },
    ];
}
function shortName(name) {
    return name.split(' / ').at(-1) ?? name;
}
function verdictOf(conclusion) {
    if (conclusion === 'success' || conclusion === 'neutral')
        return 'pass';
    return conclusion === 'failure' || conclusion === 'timed_out' ? 'fail' : 'unknown';
}
async function readEarlierJobs(token, shell) {
    const { apiUrl, repository, runAttempt, runId } = shell.env;
    const { clock, log, signal } = shell;
    const at = { run_id: runId, attempt_number: runAttempt };
    try {
        return await (0,deadline/* withDeadline */.N)('the jobs of this run', PATIENCE_MS, async (inner) => {
            const github = createGitHubClient({ ...PATIENCE, token, apiUrl, repository, clock, log, fetch, signal: inner });
            const jobs = [];
            for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at))
                for (const { completed_at: completedAt, conclusion, name, started_at: startedAt } of page.jobs)
                    jobs.push({ name, startedAt, completedAt, conclusion });
            return jobs;
        }, { clock, signal });
    }
    catch (thrown) {
        log.debug(`the trace has no span for earlier jobs: ${(0,errors/* describe */.q0)(thrown)}`);
        return [];
    }
}

// EXTERNAL MODULE: ./packages/action-shell/lib/journal-state.js
var journal_state = __nccwpck_require__(906574);
;// CONCATENATED MODULE: ./packages/action-shell/lib/release-end.js

function releaseEnd(journal, job) {
    const changes = changesOf(journal);
    const changed = changes.length > 0 || journal.traffic !== 'untouched';
    if (journal.state === 'committed')
        return { kind: 'released', changed, left: [], because: [] };
    if (journal.state === 'held') {
        const because = [`held: ${journal.heldBecause ?? 'no reason given'}`, ...failuresNoted(journal)];
        return { kind: 'held', changed, left: changes.map(({ action }) => action), because };
    }
    const because = failuresOf(journal, job);
    const traffic = journal.traffic === 'reached' || journal.traffic === 'unconfirmed' ? ['traffic'] : [];
    const unsure = changes.filter(({ undone }) => undone === undefined || undone.verdict === 'unknown');
    const kept = changes.filter(({ undone }) => undone?.verdict === 'fail' || undone?.kept === true);
    const left = [...new Set([...traffic, ...[...unsure, ...kept].map(nameOf)])];
    const kind = traffic.length > 0 || unsure.length > 0 ? 'unknown' : kept.length > 0 ? 'partly-rolled-back' : 'rolled-back';
    return { kind, changed, left, because };
}
function nameOf({ action, undone }) {
    const names = undone?.left ?? [];
    return names.length === 0 ? action : `${action} (${(0,lists/* nameSome */.Kf)(names, 3)})`;
}
function changesOf(journal) {
    const changes = new Map();
    for (const entry of journal.entries) {
        if (entry.kind === 'began')
            changes.set(entry.instance, { action: entry.action, undone: undefined });
        if (entry.kind === 'undone')
            changes.set(entry.instance, { action: entry.action, undone: entry.result });
    }
    return [...changes.values()];
}
function failuresOf(journal, job) {
    const reported = failuresNoted(journal);
    if (reported.length > 0)
        return reported;
    if (job === 'cancelled')
        return ['the job was cancelled'];
    const silent = silentActions(journal);
    if (silent.length > 0)
        return silent.map((action) => `${action}: its process exited without reporting a result`);
    if (job === 'failure')
        return [
            "a step failed without reporting a result to the release: it is not one of Lockstep's, or it was killed; the log names it",
        ];
    return ['the job ended without "release" and "command: commit"'];
}
function failuresNoted(journal) {
    return journal.entries.flatMap((entry) => {
        if (entry.kind !== 'note' || entry.note !== 'failure')
            return [];
        const { reason, message } = entry.detail;
        return [`${entry.action}: ${reason}: ${message}`];
    });
}
function silentActions(journal) {
    const ended = new Set(journal.entries.flatMap((entry) => (entry.kind === 'finished' ? [entry.instance] : [])));
    return journal.entries.flatMap((entry) => entry.kind === 'began' && !ended.has(entry.instance) ? [entry.action] : []);
}

;// CONCATENATED MODULE: ./actions/notify/lib/end.js


const FINISH = 'run the rollback workflow with "to: finish", then check what production serves';
function journalOfLost(release) {
    if (release === undefined)
        return undefined;
    return (0,journal_state/* foldJournal */.n)([{ kind: 'release', at: '', action: 'release', instance: '', release }]);
}
function endOfLost(why) {
    return { state: 'unknown', undone: [], failure: why, next: FINISH };
}
function decideEnd(journal, job) {
    const end = releaseEnd(journal, job);
    const undone = journal.undone.map(({ action, verdict, message }) => ({ action, verdict, message }));
    const failure = end.because.join('\n');
    const left = end.left.length === 0 ? '' : `still in place: ${(0,lists/* nameSome */.Kf)(end.left, 5)}; `;
    switch (end.kind) {
        case 'released':
            return { state: 'released', undone: [], failure: '', next: '' };
        case 'held': {
            const next = 'keep it with "release" and "command: commit", or roll it back with the rollback workflow';
            return { state: 'held', undone: [], failure, next };
        }
        case 'rolled-back':
            return { state: end.changed ? 'rolled-back' : 'failed', undone, failure, next: '' };
        case 'partly-rolled-back':
            return { state: 'partly-rolled-back', undone, failure, next: `${left}to finish the rollback, ${FINISH}` };
        case 'unknown':
            return { state: 'unknown', undone, failure, next: `${left}${FINISH}` };
    }
}

// EXTERNAL MODULE: ./actions/notify/lib/inputs.js + 2 modules
var inputs = __nccwpck_require__(392891);
;// CONCATENATED MODULE: ./packages/github/lib/promotion/people.js

async function readPerson(github, login) {
    const may = { maySeeAndPush: false, mayTriage: false };
    const nobody = { login, id: undefined, isBot: login.endsWith('[bot]'), ...may, role: 'none' };
    try {
        const { permission, role_name, user } = await github.read('repos.getCollaboratorPermissionLevel', {
            username: login,
        });
        const maySeeAndPush = permission === 'admin' || permission === 'write';
        return {
            login,
            id: user === null ? undefined : Number(user.id),
            isBot: nobody.isBot || (user !== null && user.type !== 'User'),
            maySeeAndPush,
            mayTriage: maySeeAndPush || user?.permissions?.triage === true,
            role: role_name,
        };
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return nobody;
        throw error;
    }
}
async function readEnvironmentApprover(github, runId, environment) {
    const reviews = await github.read('actions.getReviewsForRun', { run_id: runId });
    const approved = reviews.filter(({ environments, state }) => state === 'approved' && environments.some(({ name }) => name?.toLowerCase() === environment.toLowerCase()));
    return approved.at(-1)?.user.login;
}

;// CONCATENATED MODULE: ./packages/github/lib/team.js

const TEAM = ['OWNER', 'MEMBER', 'COLLABORATOR'];
function teamOf(github) {
    const people = new Map();
    const mayTriage = (login) => {
        const asked = people.get(login) ?? readPerson(github, login).then((person) => person.mayTriage);
        people.set(login, asked);
        return asked;
    };
    return async ({ author_association: association = '', user }) => TEAM.includes(association) || (user !== null && (await mayTriage(user.login)));
}

;// CONCATENATED MODULE: ./packages/github/lib/issues.js

function openIssues(github) {
    const isOfTeam = teamOf(github);
    return {
        async listOpen(label) {
            const list = await github.read('issues.listForRepo', { state: 'open', labels: label, per_page: 100 });
            return list.map(issueOf);
        },
        async create({ title, body, label }) {
            const answer = await github.change('issues.create', { title, body, labels: [label] });
            return answer.kind === 'accepted' ? { ...answer, data: issueOf(answer.data) } : answer;
        },
        async remarks(number, since) {
            const list = await github.read('issues.listComments', { issue_number: number, since, per_page: 100 });
            return list.map(({ author_association, created_at, user }) => ({
                authorId: user === null ? '' : String(user.id),
                isPerson: user?.type === 'User',
                isOfTeam: () => isOfTeam({ author_association, user }),
                atMs: Date.parse(created_at),
            }));
        },
        comment: (number, body) => github.change('issues.createComment', { issue_number: number, body }),
        close: (number) => github.change('issues.update', { issue_number: number, state: 'closed', state_reason: 'completed' }),
    };
}
function issueOf(raw) {
    return { number: raw.number, url: raw.html_url, body: raw.body ?? '' };
}

;// CONCATENATED MODULE: ./actions/notify/lib/issues.js


function issuesOf(caller) {
    const { apiUrl, log } = caller;
    return (name, token, world) => {
        const [owner = '', repo = ''] = name.split('/');
        const { clock, fetch, signal = caller.signal } = world;
        const at = { token, apiUrl, repository: { owner, repo }, redirects: 'refused' };
        return openIssues(createGitHubClient({ ...PATIENCE, ...at, clock, fetch, log, signal }));
    };
}

// EXTERNAL MODULE: ./actions/notify/lib/memory.js
var lib_memory = __nccwpck_require__(661399);
;// CONCATENATED MODULE: ./actions/notify/lib/run.js









const action = defineAction({
    name: 'notify',
    inputs: inputs/* inputs */.QL,
    check: (values) => [...(0,inputs/* taskProblems */.Kw)(values), ...(0,inputs/* linkProblems */.zp)(values.links), ...targetProblems(values)],
    run: run_run,
    post: { when: 'always', run: reportEnd },
});
const nowhere = {
    repository: 'owner/repo',
    slackApiUrl: '',
    openIssues: () => {
        throw new Error('targets that are only checked send nothing');
    },
};
async function run_run(values, shell) {
    const targets = openTargets(values, shell);
    if (values.command === 'drill') {
        const { drill } = await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(854)]).then(__nccwpck_require__.bind(__nccwpck_require__, 589065));
        return await drill(values, shell, targets);
    }
    const journal = values.task === '' ? shell.journal?.read() : undefined;
    const head = (0,compose/* headOf */.Uo)(values, shell, journal);
    if (values.state === 'started' && journal?.state === 'committed')
        return nothingNew(`release ${head.releaseId} has ended already and was not started again`);
    const memory = (0,lib_memory/* recall */.I9)(journal?.entries ?? [], head.key);
    const job = (values['job-status'] || 'success');
    const now = values.task === '' ? (0,compose/* stateNow */.Sz)(journal, job, memory) : (0,compose/* taskNow */.QJ)(job);
    const state = values.state === 'auto' ? now : values.state;
    const message = (0,compose/* compose */.Zz)(values, shell, {
        head,
        memory,
        end: { state, undone: [], failure: values.failure, next: '' },
    });
    const short = (0,inputs/* shortLines */._W)(values.targets.reveal());
    if (short !== '' && (values['dry-run'] || (journal !== undefined && memory.isFirst)))
        shell.log.warning(short);
    if (values['dry-run'])
        return rehearse(shell, targets, message);
    if (journal !== undefined && memory.isFirst)
        shell.state.save('reports-the-end', true);
    return await send(values, shell, targets, { message, memory });
}
function nothingNew(message, reports = []) {
    return { verdict: 'pass', reason: 'nothing-to-send', message, outputs: { delivery: reports.map(shownOf) } };
}
async function reportEnd(values, shell) {
    const journal = shell.journal?.read() ?? journalOfLost(shell.lost?.release);
    if (journal === undefined || shell.state.get('reports-the-end') !== true)
        return undefined;
    const head = (0,compose/* headOf */.Uo)(values, shell, journal);
    const memory = (0,lib_memory/* recall */.I9)(journal.entries, head.key);
    const end = shell.lost === undefined ? decideEnd(journal, shell.jobStatus) : endOfLost(shell.lost.why);
    const message = (0,compose/* compose */.Zz)(values, shell, { head, memory, end });
    const targets = openTargets(values, shell).filter((target) => !(0,lib_memory/* knows */.ZT)(memory, target.name, message.state));
    if (targets.length === 0) {
        shell.log.info(`every target has already been notified: ${(0,lib_words/* headline */.Pl)(message)}`);
        return undefined;
    }
    const timeout = (0,cancelled_job/* tellingTime */.hn)(values.timeout, shell.jobStatus);
    return await send({ ...values, timeout }, shell, targets, { message, memory });
}
async function send(values, shell, targets, { memory, message }) {
    const world = { fetch, clock: shell.clock, signal: shell.signal, timeoutMs: values.timeout };
    const reports = await (0,deliver/* deliver */.cK)(targets, await withEarlierJobs(values, shell, targets, message), memory.handles, world);
    shell.journal?.note(lib_memory/* NOTE */.VS, (0,lib_memory/* noteOf */.kH)(message, reports));
    for (const { target, delivery, detail } of reports)
        shell.log.info(`${target}: ${delivery}: ${detail}`);
    return outcomeOf(message, reports, values.required);
}
async function withEarlierJobs(values, shell, targets, message) {
    const { startedAt, state, timeline = [] } = message;
    const isWanted = startedAt !== undefined && (0,lib_message/* hasEnded */.hY)(state) && targets.some(({ type }) => type === 'otlp');
    if (!isWanted || values['github-token'].isEmpty)
        return message;
    const earlier = earlierPhases(await readEarlierJobs(values['github-token'], shell), startedAt);
    return { ...message, timeline: [...earlier, ...timeline] };
}
function outcomeOf(message, reports, required) {
    const verdict = (0,deliver/* verdictOf */.Vj)(reports);
    const heard = reports.filter(({ delivery }) => delivery === 'confirmed' || delivery === 'accepted');
    const missed = reports.filter(({ delivery }) => delivery === 'failed' || delivery === 'unknown');
    const reason = missed.length === 0 ? 'delivered' : verdict === 'fail' ? 'not-delivered' : 'delivery-unknown';
    const words = missed.map(({ target, delivery, detail }) => `${target} ${delivery}: ${detail}`);
    if (heard.length + missed.length === 0)
        return nothingNew(`no target listens to state "${message.state}"`, reports);
    const sent = `"${(0,lib_words/* headline */.Pl)(message)}" sent to ${heard.length} of ${(0,lists/* count */.U9)(heard.length + missed.length, 'target')}`;
    return {
        verdict,
        reason,
        message: words.length === 0 ? sent : `${sent}; ${(0,lists/* nameSome */.Kf)(words, 5)}`,
        outputs: { delivery: reports.map(shownOf) },
        passes: verdict === 'pass' || !required,
    };
}
function shownOf({ target, type, delivery, detail }) {
    return { target, type, delivery, detail };
}
function rehearse(shell, targets, message) {
    shell.log.foreign((0,lib_words/* plainText */.wh)(message));
    const names = targets.map((target) => target.name);
    return {
        verdict: 'pass',
        reason: 'dry-run',
        message: `would notify ${(0,lists/* nameSome */.Kf)(names, 10)}: ${(0,lib_words/* headline */.Pl)(message)}`,
        outputs: { delivery: [] },
    };
}
function openTargets(values, shell) {
    const { owner, repo } = shell.env.repository;
    const targets = (0,lib_targets/* parseTargets */.S)(values.targets.reveal(), channelTypes, {
        repository: `${owner}/${repo}`,
        githubToken: values['github-token'],
        openIssues: issuesOf({ apiUrl: shell.env.apiUrl, log: shell.log, signal: shell.signal }),
        slackApiUrl: (values['slack-api-url']?.href ?? '').replace(/\/$/, ''),
    });
    for (const secret of targets.flatMap((target) => target.channel.secrets))
        shell.mask(secret);
    return targets;
}
function targetProblems(values) {
    try {
        (0,lib_targets/* parseTargets */.S)(values.targets.reveal(), channelTypes, { ...nowhere, githubToken: values['github-token'] });
        return [];
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return error.problems;
        throw error;
    }
}


/***/ }),

/***/ 747606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RM: () => (/* binding */ UNDO_DEADLINE_MS),
/* harmony export */   hn: () => (/* binding */ tellingTime)
/* harmony export */ });
/* unused harmony exports WORKER_LIVES_MS, STEP_ENDS_MS, TELLING_MS, TELLING_STEPS, SLACK_MS */
const WORKER_LIVES_MS = 285_000;
const STEP_ENDS_MS = 10_000;
const UNDO_DEADLINE_MS = 240_000;
const TELLING_MS = 12_000;
const TELLING_STEPS = 2;
const SLACK_MS = 11_000;
function tellingTime(wished, job) {
    return job === 'success' ? wished : Math.min(wished, TELLING_MS);
}


/***/ }),

/***/ 906574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ foldJournal)
/* harmony export */ });
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
function command_issueCommand(e,t,s){let r=new Command(e,t,s);process.stdout.write(r.toString()+external_os_namespaceObject().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,s){e||(e="missing.command"),this.command=e,this.properties=t,this.message=s}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let s in this.properties)if(this.properties.hasOwnProperty(s)){let r=this.properties[s];r&&(t?t=!1:e+=",",e+=`${s}=${escapeProperty(r)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}

;// CONCATENATED MODULE: external "crypto"
let external_crypto_namespaceObject_kept;
const external_crypto_namespaceObject = () => (external_crypto_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto"));
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let t=process.env[`GITHUB_${e}`];if(!t)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_namespaceObject.existsSync(t))throw Error(`Missing file at path: ${t}`);external_fs_namespaceObject.appendFileSync(t,`${toCommandValue(n)}${external_os_namespaceObject().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let t=`ghadelimiter_${external_crypto_namespaceObject().randomUUID()}`,a=toCommandValue(n);if(e.includes(t))throw Error(`Unexpected input: name should not contain the delimiter "${t}"`);if(a.includes(t))throw Error(`Unexpected input: value should not contain the delimiter "${t}"`);return`${e}<<${t}${external_os_namespaceObject().EOL}${a}${external_os_namespaceObject().EOL}${t}`}

;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
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
class Context{constructor(){var e,s,r;if(this.payload={},process.env.GITHUB_EVENT_PATH)if((0,external_fs_namespaceObject.existsSync)(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse((0,external_fs_namespaceObject.readFileSync)(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let e=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${external_os_namespaceObject().EOL}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=null!=(e=process.env.GITHUB_API_URL)?e:"https://api.github.com",this.serverUrl=null!=(s=process.env.GITHUB_SERVER_URL)?s:"https://github.com",this.graphqlUrl=null!=(r=process.env.GITHUB_GRAPHQL_URL)?r:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,s]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:s}}if(this.payload.repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'")}}

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

// EXTERNAL MODULE: ./packages/action-shell/lib/journal-state.js
var journal_state = __nccwpck_require__(906574);
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
        const state = (0,journal_state/* foldJournal */.n)(readEntries(this.path));
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
// EXTERNAL MODULE: ./packages/action-shell/lib/cancelled-job.js
var cancelled_job = __nccwpck_require__(747606);
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
    const budget = before?.release.undoDeadlineMs ?? cancelled_job/* UNDO_DEADLINE_MS */.RM;
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

/***/ 1015169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(984731);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(487083);


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
        const ms = text === '' ? absent : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
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
        return new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(text);
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


/***/ }),

/***/ 113934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ linkTarget),
/* harmony export */   l: () => (/* binding */ inlineText)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(797442);

const GAP = '\u200b';
function inlineText(text, most = 200) {
    return (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(text, most)
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

/***/ 797442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ plainLine)
/* harmony export */ });
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

/***/ 311327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ yamlReason)
/* harmony export */ });
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
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


/***/ }),

/***/ 953739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cK: () => (/* binding */ deliver),
  Bn: () => (/* binding */ deliverTo),
  Vj: () => (/* binding */ verdictOf)
});

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
;// CONCATENATED MODULE: ./packages/notify/lib/clean.js
function clean(text) {
    return text
        .replace(TRAILER, '')
        .replace(LOGIN, '$1***@')
        .replace(SETTING, '$1***')
        .replace(HEADER, '$1***')
        .replace(TOKEN, '***')
        .replace(NAMED_ADDRESS, '<***>')
        .replace(ADDRESS, '***@$1');
}
const TRAILER = /\s{0,4}\b(?:co-authored|signed-off|reviewed|acked|reported|suggested|tested|helped|committed)-by:[^\n]*/gi;
const LOGIN = /(\w:\/\/)[^\s/@]{1,500}@/g;
const NAME = '(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|signature)';
const SETTING = new RegExp(String.raw `((?:${NAME}|[?&](?:sig|auth))=['"]?)(?!\*\*\*)[^\s&;,"'<>)]{4,}`, 'gi');
const HEADER = new RegExp(String.raw `((?:${NAME}|authorization)"?: {0,2}"?(?:bearer |basic )?)(?=[^\s"]{0,200}\d)[^\s"',;<>)]{12,}`, 'gi');
const TOKEN = /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abeprs]-[\w-]{10,}|sntry[su]_[\w+/=-]{16,}|glsa_\w{16,}|[rs]k_(?:live|test)_\w{10,}|AKIA[A-Z0-9]{16}|sbp_\w{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,})/g;
const MAILBOX = String.raw `[\w.%+-]{1,64}@(?!\d+\.\d)((?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24})`;
const NAMED_ADDRESS = new RegExp(String.raw `(?:\p{Lu}[\p{L}'.-]{0,30} ){0,4}<${MAILBOX}>`, 'gu');
const ADDRESS = new RegExp(MAILBOX, 'g');

// EXTERNAL MODULE: ./packages/notify/lib/targets.js + 1 modules
var lib_targets = __nccwpck_require__(259815);
// EXTERNAL MODULE: ./packages/notify/lib/undelivered.js
var undelivered = __nccwpck_require__(699318);
;// CONCATENATED MODULE: ./packages/notify/lib/deliver.js




async function deliver(targets, given, handles, world) {
    return await Promise.all(targets.map(async (target) => {
        const { name, type } = target;
        if (!(0,lib_targets/* wants */.Y)(target.filter, given))
            return { target: name, type, delivery: 'filtered', detail: `does not listen to "${given.state}"` };
        return await deliverTo(target, given, handles.get(name), world);
    }));
}
async function deliverTo(target, given, handle, world) {
    const message = { ...redactMessage(given), timeZone: target.timeZone };
    const sent = await sendWithin(target, message, handle, world);
    const kept = sent.handle ?? handle;
    return {
        target: target.name,
        type: target.type,
        delivery: sent.delivery,
        detail: (0,redact/* redactText */.Rd)(sent.detail),
        ...(kept === undefined ? {} : { handle: kept }),
    };
}
function verdictOf(reports) {
    if (reports.some((report) => report.delivery === 'failed'))
        return 'fail';
    return reports.some((report) => report.delivery === 'unknown') ? 'unknown' : 'pass';
}
async function sendWithin(target, message, handle, { timeoutMs, ...world }) {
    try {
        return await (0,deadline/* withDeadline */.N)(`notifying ${target.name}`, timeoutMs, (signal) => target.channel.send(message, handle, { ...world, signal }), world);
    }
    catch (thrown) {
        return { delivery: (0,undelivered/* deliveryOf */.h)(thrown), detail: (0,errors/* describe */.q0)(thrown) };
    }
}
function redactMessage(message) {
    const { changes, failure, links, next, summary, undone } = message;
    return (0,redact/* redactData */.Ed)({
        ...message,
        summary: clean(summary),
        failure: clean(failure),
        next: clean(next),
        changes: changes.map(clean).filter((change) => change.trim() !== ''),
        undone: undone.map((one) => ({ ...one, message: clean(one.message) })),
        links: links.map(({ label, url }) => ({ label: (0,redact/* redactText */.Rd)(clean(label)), url: clean(url) })),
    });
}


/***/ }),

/***/ 656905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ AWAITED),
/* harmony export */   BT: () => (/* binding */ runDrill),
/* harmony export */   fP: () => (/* binding */ acknowledgedAfter),
/* harmony export */   yy: () => (/* binding */ answerText)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(636190);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(106301);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(580229);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(984731);
/* harmony import */ var _deliver_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(953739);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(568098);
/* harmony import */ var _undelivered_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(699318);




const AWAITED = ['any', 'all', 'none'];
const LOOK_EVERY_MS = 10_000;
async function runDrill(targets, message, options, world) {
    const start = world.clock.now();
    const all = await Promise.all(targets.map((target) => begin(target, message, options, world)));
    try {
        await watch(all, start, options, world);
    }
    finally {
        await Promise.all(all.map((one) => end(one, world)));
    }
    return all.map(({ answered, report }) => ({ ...report, answered }));
}
async function begin(target, given, { awaited, withinMs }, world) {
    const sentAtMs = world.clock.now();
    const { acknowledging } = target.channel;
    const until = (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .timeText */ .T)({ at: new Date(sentAtMs + withinMs).toISOString(), timeZone: target.timeZone });
    const next = acknowledging === undefined || awaited === 'none' ? given.next : `${acknowledging.how}, until ${until}`;
    const message = { ...given, next };
    const report = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_1__/* .deliverTo */ .Bn)(target, message, undefined, world);
    const isThere = report.delivery === 'confirmed' || report.delivery === 'accepted';
    const drill = { message, handle: report.handle ?? {}, sentAtMs };
    const isOpen = isThere && acknowledging !== undefined && awaited !== 'none';
    const answered = { kind: acknowledging === undefined ? 'cannot-show' : isOpen ? 'no' : 'not-awaited' };
    return { target, drill: isThere ? drill : undefined, report, answered, isOpen };
}
async function watch(all, start, { awaited, withinMs }, world) {
    const isOver = () => all.every(({ isOpen }) => !isOpen) || (awaited === 'any' && all.some(({ answered }) => answered.kind === 'yes'));
    while (!isOver()) {
        if (world.signal?.aborted === true)
            throw (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .cancellation */ .WN)(world.signal);
        await Promise.all(all.filter(({ isOpen }) => isOpen).map((one) => look(one, world)));
        const left = start + withinMs - world.clock.now();
        if (isOver() || left <= 0)
            break;
        await world.clock.sleep(Math.min(LOOK_EVERY_MS, left), world.signal);
    }
    if (awaited !== 'any' || !all.some(({ answered }) => answered.kind === 'yes'))
        return;
    for (const one of all)
        if (one.answered.kind === 'no')
            one.answered = { kind: 'not-awaited' };
}
async function look(one, { timeoutMs, ...world }) {
    const { drill, target } = one;
    const { acknowledging } = target.channel;
    if (drill === undefined || acknowledging === undefined)
        return;
    try {
        const seen = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(`looking at ${target.name}`, timeoutMs, (signal) => acknowledging.look(drill, { ...world, signal }), world);
        if (seen.isShown)
            one.report = { ...one.report, delivery: 'confirmed' };
        if (seen.acknowledgement === undefined) {
            one.answered = { kind: 'no' };
            return;
        }
        const { atMs = world.clock.now() } = seen.acknowledgement;
        const afterMs = Math.max(0, atMs - drill.sentAtMs);
        one.answered = { kind: 'yes', acknowledgement: seen.acknowledgement, afterMs };
        one.isOpen = false;
    }
    catch (thrown) {
        one.answered = { kind: 'unseen', because: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .redactText */ .Rd)((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .describe */ .q0)(thrown)) };
        if (thrown instanceof _undelivered_js__WEBPACK_IMPORTED_MODULE_6__/* .Undelivered */ .A && thrown.effect === 'none' && !thrown.retryable)
            one.isOpen = false;
    }
}
async function end({ answered, drill, report, target }, { clock, fetch, timeoutMs }) {
    const close = target.channel.acknowledging?.close;
    if (drill === undefined || close === undefined || report.handle === undefined)
        return;
    const acknowledgement = answered.kind === 'yes' ? answered.acknowledgement : undefined;
    await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(`closing the drill at ${target.name}`, timeoutMs, (signal) => close(drill, acknowledgement, { clock, fetch, signal }), { clock }).catch(() => undefined);
}
function answerText({ acknowledgement, afterMs }) {
    return `by ${acknowledgement.by} (${acknowledgement.how}) after ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .formatDuration */ .a)(afterMs)}`;
}
function acknowledgedAfter(reports, awaited) {
    const open = reports.filter(({ answered }) => answered.kind !== 'cannot-show' && answered.kind !== 'not-awaited');
    const times = open.flatMap(({ answered }) => (answered.kind === 'yes' ? [answered.afterMs] : []));
    if (times.length === 0)
        return null;
    if (awaited === 'any')
        return Math.min(...times);
    return times.length === open.length ? Math.max(...times) : null;
}


/***/ }),

/***/ 213115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   Vy: () => (/* binding */ isSevere),
/* harmony export */   dQ: () => (/* binding */ RELEASE_STATES),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   h0: () => (/* binding */ waitedMs),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   wd: () => (/* binding */ withoutPeople),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
const RELEASE_STATES = [
    'waiting',
    'started',
    'gating',
    'released',
    'rolled-back',
    'partly-rolled-back',
    'held',
    'failed',
    'unknown',
    'contracting',
    'contracted',
    'contract-failed',
    'task-started',
    'task-passed',
    'task-failed',
];
function subjectOf(state) {
    switch (state) {
        case 'contracting':
        case 'contracted':
        case 'contract-failed':
            return 'contract';
        case 'task-started':
        case 'task-passed':
        case 'task-failed':
            return 'task';
        case 'drill':
            return 'drill';
        default:
            return 'release';
    }
}
const SEVERITIES = ['info', 'warning', 'error'];
function severityOf(state) {
    switch (state) {
        case 'waiting':
        case 'started':
        case 'gating':
        case 'released':
        case 'contracting':
        case 'contracted':
        case 'task-started':
        case 'task-passed':
            return 'info';
        case 'rolled-back':
            return 'warning';
        case 'partly-rolled-back':
        case 'held':
        case 'failed':
        case 'unknown':
        case 'contract-failed':
        case 'task-failed':
        case 'drill':
            return 'error';
    }
}
function isDone(state) {
    return state === 'released' || state === 'contracted' || state === 'task-passed';
}
function hasEnded(state) {
    return isDone(state) || severityOf(state) !== 'info';
}
function isSevere(severity, atLeast) {
    return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(atLeast);
}
function commitOf({ commit, continues, isCommitKnown, startedAt }) {
    return continues === true && startedAt === undefined && isCommitKnown !== true ? '' : commit;
}
function withoutPeople(message) {
    return { ...message, actor: '', approvedBy: '' };
}
function waitedMs({ at, waitingSince = '' }) {
    const ms = Date.parse(at) - Date.parse(waitingSince);
    return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}


/***/ }),

/***/ 259815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ parseTargets),
  Y: () => (/* binding */ wants)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/yaml-reason.js
var yaml_reason = __nccwpck_require__(311327);
;// CONCATENATED MODULE: ./node_modules/.pnpm/js-yaml@5.5.0/node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED=Symbol("NOT_RESOLVED");function defineScalarTag(e,t){return{tagName:e,nodeKind:"scalar",implicit:t.implicit??!1,matchByTagPrefix:t.matchByTagPrefix??!1,implicitFirstChars:t.implicitFirstChars??null,resolve:t.resolve,identify:t.identify,represent:t.represent??(e=>String(e)),representTagName:t.representTagName??(()=>e)}}function defineSequenceTag(e,t){let n=void 0===t.finalize;return{tagName:e,nodeKind:"sequence",implicit:!1,matchByTagPrefix:t.matchByTagPrefix??!1,create:t.create,addItem:t.addItem,finalize:t.finalize??(e=>e),carrierIsResult:n,identify:t.identify,represent:t.represent??(e=>e),representTagName:t.representTagName??(()=>e)}}function defineMappingTag(e,t){let n=void 0===t.finalize;return{tagName:e,nodeKind:"mapping",implicit:!1,matchByTagPrefix:t.matchByTagPrefix??!1,create:t.create,addPair:t.addPair,has:t.has,keys:t.keys,get:t.get,finalize:t.finalize??(e=>e),carrierIsResult:n,identify:t.identify,represent:t.represent??(e=>e),representTagName:t.representTagName??(()=>e)}}var strTag=defineScalarTag("tag:yaml.org,2002:str",{resolve:e=>e,identify:e=>"string"==typeof e}),NULL_VALUES$1=["","~","null","Null","NULL"],nullCoreTag=defineScalarTag("tag:yaml.org,2002:null",{implicit:!0,implicitFirstChars:["","~","n","N"],resolve:e=>-1!==NULL_VALUES$1.indexOf(e)?null:NOT_RESOLVED,identify:e=>null===e,represent:()=>"null"}),nullJsonTag=defineScalarTag("tag:yaml.org,2002:null",{implicit:!0,implicitFirstChars:["n"],resolve:(e,t)=>"null"===e||t&&""===e?null:NOT_RESOLVED,identify:e=>null===e,represent:()=>"null"}),NULL_VALUES=["","~","null","Null","NULL"],nullYaml11Tag=defineScalarTag("tag:yaml.org,2002:null",{implicit:!0,implicitFirstChars:["","~","n","N"],resolve:e=>-1!==NULL_VALUES.indexOf(e)?null:NOT_RESOLVED,identify:e=>null===e,represent:()=>"null"}),TRUE_VALUES$2=["true","True","TRUE"],FALSE_VALUES$2=["false","False","FALSE"],boolCoreTag=defineScalarTag("tag:yaml.org,2002:bool",{implicit:!0,implicitFirstChars:["t","T","f","F"],resolve:e=>-1!==TRUE_VALUES$2.indexOf(e)||-1===FALSE_VALUES$2.indexOf(e)&&NOT_RESOLVED,identify:e=>"[object Boolean]"===Object.prototype.toString.call(e),represent:e=>e?"true":"false"}),TRUE_VALUES$1=["true"],FALSE_VALUES$1=["false"],boolJsonTag=defineScalarTag("tag:yaml.org,2002:bool",{implicit:!0,implicitFirstChars:["t","f"],resolve:e=>-1!==TRUE_VALUES$1.indexOf(e)||-1===FALSE_VALUES$1.indexOf(e)&&NOT_RESOLVED,identify:e=>"[object Boolean]"===Object.prototype.toString.call(e),represent:e=>e?"true":"false"}),TRUE_VALUES=["true","True","TRUE","y","Y","yes","Yes","YES","on","On","ON"],FALSE_VALUES=["false","False","FALSE","n","N","no","No","NO","off","Off","OFF"],boolYaml11Tag=defineScalarTag("tag:yaml.org,2002:bool",{implicit:!0,implicitFirstChars:["y","Y","n","N","t","T","f","F","o","O"],resolve:e=>-1!==TRUE_VALUES.indexOf(e)||-1===FALSE_VALUES.indexOf(e)&&NOT_RESOLVED,identify:e=>"[object Boolean]"===Object.prototype.toString.call(e),represent:e=>e?"true":"false"}),YAML_INTEGER_IMPLICIT_PATTERN$1=RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$"),YAML_INTEGER_EXPLICIT_PATTERN$1=RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");function parseYamlInteger$2(e){let t=e,n=1;return(("-"===t[0]||"+"===t[0])&&("-"===t[0]&&(n=-1),t=t.slice(1)),t.startsWith("0b"))?n*parseInt(t.slice(2),2):t.startsWith("0o")?n*parseInt(t.slice(2),8):t.startsWith("0x")?n*parseInt(t.slice(2),16):n*parseInt(t,10)}function resolveYamlInteger$2(e,t){if(t){if(!YAML_INTEGER_EXPLICIT_PATTERN$1.test(e))return NOT_RESOLVED}else if(!YAML_INTEGER_IMPLICIT_PATTERN$1.test(e))return NOT_RESOLVED;let n=parseYamlInteger$2(e);return Number.isFinite(n)?n:NOT_RESOLVED}var intCoreTag=defineScalarTag("tag:yaml.org,2002:int",{implicit:!0,implicitFirstChars:["-","+",..."0123456789"],resolve:resolveYamlInteger$2,identify:e=>Number.isInteger(e)&&!Object.is(e,-0)&&0>e.toString(10).indexOf("e"),represent:e=>e.toString(10)}),YAML_INTEGER_IMPLICIT_PATTERN=RegExp("^-?(?:0|[1-9][0-9]*)$"),YAML_INTEGER_EXPLICIT_PATTERN=RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");function parseYamlInteger$1(e){let t=e,n=1;return(("-"===t[0]||"+"===t[0])&&("-"===t[0]&&(n=-1),t=t.slice(1)),t.startsWith("0b"))?n*parseInt(t.slice(2),2):t.startsWith("0o")?n*parseInt(t.slice(2),8):t.startsWith("0x")?n*parseInt(t.slice(2),16):n*parseInt(t,10)}function resolveYamlInteger$1(e,t){if(t){if(!YAML_INTEGER_EXPLICIT_PATTERN.test(e))return NOT_RESOLVED}else if(!YAML_INTEGER_IMPLICIT_PATTERN.test(e))return NOT_RESOLVED;let n=parseYamlInteger$1(e);return Number.isFinite(n)?n:NOT_RESOLVED}var intJsonTag=defineScalarTag("tag:yaml.org,2002:int",{implicit:!0,implicitFirstChars:["-",..."0123456789"],resolve:resolveYamlInteger$1,identify:e=>Number.isInteger(e)&&!Object.is(e,-0)&&0>e.toString(10).indexOf("e"),represent:e=>e.toString(10)}),YAML_INTEGER_PATTERN=RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");function parseYamlInteger(e){let t=e.replace(/_/g,""),n=1;if(("-"===t[0]||"+"===t[0])&&("-"===t[0]&&(n=-1),t=t.slice(1)),t.startsWith("0b"))return n*parseInt(t.slice(2),2);if(t.startsWith("0x"))return n*parseInt(t.slice(2),16);if(t.includes(":")){let e=0;for(let n of t.split(":"))e=60*e+Number(n);return n*e}return"0"!==t&&"0"===t[0]?n*parseInt(t,8):n*parseInt(t,10)}function resolveYamlInteger(e){if(!YAML_INTEGER_PATTERN.test(e))return NOT_RESOLVED;let t=parseYamlInteger(e);return Number.isFinite(t)?t:NOT_RESOLVED}var intYaml11Tag=defineScalarTag("tag:yaml.org,2002:int",{implicit:!0,implicitFirstChars:["-","+",..."0123456789"],resolve:resolveYamlInteger,identify:e=>Number.isInteger(e)&&!Object.is(e,-0)&&0>e.toString(10).indexOf("e"),represent:e=>e.toString(10)}),YAML_FLOAT_PATTERN$1=RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$"),YAML_FLOAT_SPECIAL_PATTERN$1=RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");function resolveYamlFloat$2(e){if(!YAML_FLOAT_PATTERN$1.test(e))return NOT_RESOLVED;let t=e.toLowerCase(),n="-"===t[0]?-1:1;if("+-".includes(t[0])&&(t=t.slice(1)),".inf"===t)return 1===n?1/0:-1/0;if(".nan"===t)return 0/0;let r=n*parseFloat(t);return Number.isFinite(r)||YAML_FLOAT_SPECIAL_PATTERN$1.test(e)?r:NOT_RESOLVED}function representYamlFloat$2(e){if(isNaN(e))return".nan";if(1/0===e)return".inf";if(-1/0===e)return"-.inf";if(Object.is(e,-0))return"-0.0";let t=e.toString(10);return/^[-+]?[0-9]+e/.test(t)?t.replace("e",".e"):t}var floatCoreTag=defineScalarTag("tag:yaml.org,2002:float",{implicit:!0,implicitFirstChars:["-","+",".",..."0123456789"],resolve:resolveYamlFloat$2,identify:e=>"number"==typeof e&&(!Number.isInteger(e)||Object.is(e,-0)||e.toString(10).indexOf("e")>=0),represent:representYamlFloat$2}),YAML_FLOAT_IMPLICIT_PATTERN=RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$"),YAML_FLOAT_EXPLICIT_PATTERN=RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");function resolveYamlFloat$1(e,t){if(t){if(!YAML_FLOAT_EXPLICIT_PATTERN.test(e))return NOT_RESOLVED;let t=e.toLowerCase(),n="-"===t[0]?-1:1;if("+-".includes(t[0])&&(t=t.slice(1)),".inf"===t)return 1===n?1/0:-1/0;if(".nan"===t)return 0/0;let r=n*parseFloat(t);return Number.isFinite(r)?r:NOT_RESOLVED}if(!YAML_FLOAT_IMPLICIT_PATTERN.test(e))return NOT_RESOLVED;let n=Number(e);return Number.isFinite(n)?n:NOT_RESOLVED}function representYamlFloat$1(e){if(isNaN(e))return".nan";if(1/0===e)return".inf";if(-1/0===e)return"-.inf";if(Object.is(e,-0))return"-0.0";let t=e.toString(10);return/^[-+]?[0-9]+e/.test(t)?t.replace("e",".e"):t}var floatJsonTag=defineScalarTag("tag:yaml.org,2002:float",{implicit:!0,implicitFirstChars:["-",..."0123456789"],resolve:resolveYamlFloat$1,identify:e=>"number"==typeof e&&(!Number.isInteger(e)||Object.is(e,-0)||e.toString(10).indexOf("e")>=0),represent:representYamlFloat$1}),YAML_FLOAT_PATTERN=RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$"),YAML_FLOAT_SPECIAL_PATTERN=RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");function resolveYamlFloat(e){if(!YAML_FLOAT_PATTERN.test(e))return NOT_RESOLVED;let t=e.toLowerCase().replace(/_/g,""),n="-"===t[0]?-1:1;if("+-".includes(t[0])&&(t=t.slice(1)),".inf"===t)return 1===n?1/0:-1/0;if(".nan"===t)return 0/0;let r=0;if(t.includes(":")){for(let e of t.split(":"))r=60*r+Number(e);r*=n}else r=n*parseFloat(t);return Number.isFinite(r)||YAML_FLOAT_SPECIAL_PATTERN.test(e)?r:NOT_RESOLVED}function representYamlFloat(e){if(isNaN(e))return".nan";if(1/0===e)return".inf";if(-1/0===e)return"-.inf";if(Object.is(e,-0))return"-0.0";let t=e.toString(10);return/^[-+]?[0-9]+e/.test(t)?t.replace("e",".e"):t}var floatYaml11Tag=defineScalarTag("tag:yaml.org,2002:float",{implicit:!0,implicitFirstChars:["-","+",".",..."0123456789"],resolve:resolveYamlFloat,identify:e=>"number"==typeof e&&(!Number.isInteger(e)||Object.is(e,-0)||e.toString(10).indexOf("e")>=0),represent:representYamlFloat}),mergeTag=defineScalarTag("tag:yaml.org,2002:merge",{implicit:!0,implicitFirstChars:["<"],resolve:(e,t)=>"<<"===e||t&&""===e?"<<":NOT_RESOLVED,identify:()=>!1}),BASE64_PATTERN=/^[A-Za-z0-9+/]*={0,2}$/;function resolveYamlBinary(e){let t=e.replace(/\s/g,"");if(t.length%4!=0||!BASE64_PATTERN.test(t))return NOT_RESOLVED;let n=atob(t),r=new Uint8Array(n.length);for(let e=0;e<n.length;e++)r[e]=n.charCodeAt(e);return r}function representYamlBinary(e){let t="";for(let n=0;n<e.length;n++)t+=String.fromCharCode(e[n]);return btoa(t)}var binaryTag=defineScalarTag("tag:yaml.org,2002:binary",{resolve:resolveYamlBinary,identify:e=>"[object Uint8Array]"===Object.prototype.toString.call(e),represent:representYamlBinary}),YAML_DATE_REGEXP=RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$"),YAML_TIMESTAMP_REGEXP=RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");function makeUtcDate(e,t,n,r=0,a=0,o=0,l=0){let s=new Date(Date.UTC(e,t,n,r,a,o,l));return s.setUTCFullYear(e,t,n),s}function resolveYamlTimestamp(e){let t=YAML_DATE_REGEXP.exec(e);if(null===t&&(t=YAML_TIMESTAMP_REGEXP.exec(e)),null===t)return NOT_RESOLVED;let n=+t[1],r=t[2]-1,a=+t[3];if(!t[4]){let e=makeUtcDate(n,r,a);return e.getUTCFullYear()!==n||e.getUTCMonth()!==r||e.getUTCDate()!==a?NOT_RESOLVED:e}let o=+t[4],l=+t[5],s=+t[6],c=0;if(o>23||l>59||s>59)return NOT_RESOLVED;if(t[7]){let e=t[7].slice(0,3);for(;e.length<3;)e+="0";c=+e}let p=makeUtcDate(n,r,a,o,l,s,c);if(p.getUTCFullYear()!==n||p.getUTCMonth()!==r||p.getUTCDate()!==a)return NOT_RESOLVED;if(t[9]){let e=+t[10],n=+(t[11]||0);if(e>23||n>59)return NOT_RESOLVED;let r=(60*e+n)*6e4;p.setTime(p.getTime()-("-"===t[9]?-r:r))}return p}var timestampTag=defineScalarTag("tag:yaml.org,2002:timestamp",{implicit:!0,implicitFirstChars:[..."0123456789"],resolve:resolveYamlTimestamp,identify:e=>e instanceof Date,represent:e=>e.toISOString()}),seqTag=defineSequenceTag("tag:yaml.org,2002:seq",{create:()=>[],addItem:(e,t)=>{e.push(t)},identify:Array.isArray});function isPlainObject(e){if(null===e||"object"!=typeof e||Array.isArray(e))return!1;let t=Object.getPrototypeOf(e);return null===t||t===Object.prototype}function pick(e,t){let n={};for(let r of t)void 0!==e[r]&&(n[r]=e[r]);return n}var omapTag=defineSequenceTag("tag:yaml.org,2002:omap",{create:()=>({list:[],seen:new Set}),addItem:(e,t)=>{let n;if(t instanceof Map){if(1!==t.size)return"cannot resolve an ordered map item";n=t.keys().next().value}else{if(!isPlainObject(t))return"cannot resolve an ordered map item";let e=Object.keys(t);if(1!==e.length)return"cannot resolve an ordered map item";n=e[0]}return e.seen.has(n)?"duplicate key in ordered map":(e.seen.add(n),e.list.push(t),"")},finalize:e=>e.list,identify:()=>!1}),pairsTag=defineSequenceTag("tag:yaml.org,2002:pairs",{create:()=>[],addItem:(e,t)=>{if(t instanceof Map)return 1!==t.size?"cannot resolve a pairs item":(e.push(t.entries().next().value),"");if("[object Object]"!==Object.prototype.toString.call(t))return"cannot resolve a pairs item";let n=Object.keys(t);return 1!==n.length?"cannot resolve a pairs item":(e.push([n[0],t[n[0]]]),"")},identify:()=>!1}),mapTag=defineMappingTag("tag:yaml.org,2002:map",{create:()=>({}),identify:isPlainObject,represent:e=>{let t=new Map;for(let n of Object.keys(e))t.set(n,e[n]);return t},addPair:(e,t,n)=>{if(null!==t&&"object"==typeof t)return"object-based map does not support complex keys";let r=String(t);return"__proto__"===r?Object.defineProperty(e,r,{value:n,enumerable:!0,configurable:!0,writable:!0}):e[r]=n,""},has:(e,t)=>(null===t||"object"!=typeof t)&&Object.prototype.hasOwnProperty.call(e,String(t)),keys:e=>Object.keys(e),get:(e,t)=>{let n=String(t);return Object.prototype.hasOwnProperty.call(e,n)?e[n]:null}}),setTag=defineMappingTag("tag:yaml.org,2002:set",{create:()=>new Set,identify:e=>e instanceof Set,represent:e=>{let t=new Map;for(let n of e)t.set(n,null);return t},addPair:(e,t,n)=>null!==n?"cannot resolve a set item":(e.add(t),""),has:(e,t)=>e.has(t),keys:e=>e.keys(),get:()=>null});function createTagDefinitionMap(){return{scalar:Object.create(null),sequence:Object.create(null),mapping:Object.create(null)}}function createTagDefinitionListMap(){return{scalar:[],sequence:[],mapping:[]}}function compileTags(e){let t=[];for(let n of e){let e=t.length;for(let r=0;r<t.length;r++){let a=t[r];if(a.nodeKind===n.nodeKind&&a.tagName===n.tagName&&a.matchByTagPrefix===n.matchByTagPrefix){e=r;break}}t[e]=n}return t}var Schema=class e{tags;implicitScalarTags;implicitScalarByFirstChar;implicitScalarAnyFirstChar;defaultScalarTag;defaultSequenceTag;defaultMappingTag;exact;prefix;constructor(e){let t=compileTags(e),n=[],r=createTagDefinitionMap(),a=createTagDefinitionListMap();for(let e of t){if("scalar"===e.nodeKind&&e.implicit){if(e.matchByTagPrefix)throw Error("Implicit scalar tags cannot match by tag prefix");n.push(e)}switch(e.nodeKind){case"scalar":e.matchByTagPrefix?a.scalar.push(e):r.scalar[e.tagName]=e;break;case"sequence":e.matchByTagPrefix?a.sequence.push(e):r.sequence[e.tagName]=e;break;case"mapping":e.matchByTagPrefix?a.mapping.push(e):r.mapping[e.tagName]=e}}let o=n.filter(e=>null===e.implicitFirstChars),l=new Set;for(let e of n)if(null!==e.implicitFirstChars)for(let t of e.implicitFirstChars)l.add(t);let s=new Map;for(let e of l)s.set(e,n.filter(t=>null===t.implicitFirstChars||-1!==t.implicitFirstChars.indexOf(e)));let c=r.scalar["tag:yaml.org,2002:str"];if(!c)throw Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");this.tags=t,this.implicitScalarTags=n,this.implicitScalarByFirstChar=s,this.implicitScalarAnyFirstChar=o,this.defaultScalarTag=c,this.defaultSequenceTag=r.sequence["tag:yaml.org,2002:seq"],this.defaultMappingTag=r.mapping["tag:yaml.org,2002:map"],this.exact=r,this.prefix=a}lookupScalarTag(e){let t=this.exact.scalar[e];if(t)return t;for(let t of this.prefix.scalar)if(e.startsWith(t.tagName))return t}lookupSequenceTag(e){let t=this.exact.sequence[e];if(t)return t;for(let t of this.prefix.sequence)if(e.startsWith(t.tagName))return t}lookupMappingTag(e){let t=this.exact.mapping[e];if(t)return t;for(let t of this.prefix.mapping)if(e.startsWith(t.tagName))return t}resolveImplicitScalarTag(e){for(let t of this.implicitScalarByFirstChar.get(e.charAt(0))??this.implicitScalarAnyFirstChar){let n=t.resolve(e,!1,t.tagName);if(n!==NOT_RESOLVED)return{value:n,tag:t}}let t=this.defaultScalarTag;return{value:t.resolve(e,!1,t.tagName),tag:t}}withTags(...t){let n=[];for(let e of t)n=n.concat(e);return new e([...this.tags,...n])}},FAILSAFE_SCHEMA=new Schema([strTag,seqTag,mapTag]),JSON_SCHEMA=new Schema([...FAILSAFE_SCHEMA.tags,nullJsonTag,boolJsonTag,intJsonTag,floatJsonTag]),CORE_SCHEMA=new Schema([...FAILSAFE_SCHEMA.tags,nullCoreTag,boolCoreTag,intCoreTag,floatCoreTag]),YAML11_SCHEMA=new Schema([...FAILSAFE_SCHEMA.tags,nullYaml11Tag,boolYaml11Tag,intYaml11Tag,floatYaml11Tag,timestampTag,mergeTag,binaryTag,omapTag,pairsTag,setTag]),DUMP_SCHEMA=YAML11_SCHEMA.withTags({...intYaml11Tag,resolve:(e,t,n)=>{let r=intYaml11Tag.resolve(e,t,n);return r===NOT_RESOLVED?intCoreTag.resolve(e,t,n):r}},{...floatYaml11Tag,resolve:(e,t,n)=>{let r=floatYaml11Tag.resolve(e,t,n);return r===NOT_RESOLVED?floatCoreTag.resolve(e,t,n):r}}),realMapTag=defineMappingTag("tag:yaml.org,2002:map",{create:()=>new Map,addPair:(e,t,n)=>(e.set(t,n),""),has:(e,t)=>e.has(t),keys:e=>e.keys(),get:(e,t)=>e.get(t),identify:e=>e instanceof Map||isPlainObject(e),represent:e=>{if(e instanceof Map)return e;let t=new Map;for(let n of Object.keys(e))t.set(n,e[n]);return t}});function normalizeKey(e){if(Array.isArray(e)){let t=Array.prototype.slice.call(e);for(let e=0;e<t.length;e++){if(Array.isArray(t[e]))return null;"object"==typeof t[e]&&"[object Object]"===Object.prototype.toString.call(t[e])&&(t[e]="[object Object]")}return String(t)}return"object"==typeof e&&"[object Object]"===Object.prototype.toString.call(e)?"[object Object]":String(e)}var legacyMapTag=defineMappingTag("tag:yaml.org,2002:map",{create:()=>({}),identify:isPlainObject,represent:e=>{let t=new Map;for(let n of Object.keys(e))t.set(n,e[n]);return t},addPair:(e,t,n)=>{let r=normalizeKey(t);return null===r?"nested arrays are not supported inside keys":("__proto__"===r?Object.defineProperty(e,r,{value:n,enumerable:!0,configurable:!0,writable:!0}):e[r]=n,"")},has:(e,t)=>{let n=normalizeKey(t);return null!==n&&Object.prototype.hasOwnProperty.call(e,n)},keys:e=>Object.keys(e),get:(e,t)=>{let n=String(t);return Object.prototype.hasOwnProperty.call(e,n)?e[n]:null}}),DEFAULT_SNIPPET_OPTIONS={maxLength:79,indent:1,linesBefore:3,linesAfter:2};function getLine(e,t,n,r,a){let o="",l="",s=Math.floor(a/2)-1;return r-t>s&&(t=r-s+(o=" ... ").length),n-r>s&&(n=r+s-(l=" ...").length),{str:o+e.slice(t,n).replace(/\t/g,"→")+l,pos:r-t+o.length}}function padStart(e,t){return" ".repeat(Math.max(t-e.length,0))+e}function makeSnippet(e,t){let n;if(!e.buffer)return null;let r={...DEFAULT_SNIPPET_OPTIONS,...t},a=/\r?\n|\r|\0/g,o=[0],l=[],s=-1;for(;n=a.exec(e.buffer);)l.push(n.index),o.push(n.index+n[0].length),e.position<=n.index&&s<0&&(s=o.length-2);s<0&&(s=o.length-1);let c="",p=Math.min(e.line+r.linesAfter,l.length).toString().length,u=r.maxLength-(r.indent+p+3);for(let t=1;t<=r.linesBefore&&!(s-t<0);t++){let n=getLine(e.buffer,o[s-t],l[s-t],e.position-(o[s]-o[s-t]),u);c=`${" ".repeat(r.indent)}${padStart((e.line-t+1).toString(),p)} | ${n.str}
${c}`}let d=getLine(e.buffer,o[s],l[s],e.position,u);c+=`${" ".repeat(r.indent)}${padStart((e.line+1).toString(),p)} | ${d.str}
${"-".repeat(r.indent+p+3+d.pos)}^
`;for(let t=1;t<=r.linesAfter&&!(s+t>=l.length);t++){let n=getLine(e.buffer,o[s+t],l[s+t],e.position-(o[s]-o[s+t]),u);c+=`${" ".repeat(r.indent)}${padStart((e.line+t+1).toString(),p)} | ${n.str}
`}return c.replace(/\n$/,"")}function formatError(e,t){let n="";return e.mark?(e.mark.name&&(n+=`in "${e.mark.name}" `),n+=`(${e.mark.line+1}:${e.mark.column+1})`,!t&&e.mark.snippet&&(n+=`

${e.mark.snippet}`),`${e.reason} ${n}`):e.reason}var YAMLException=class e extends Error{reason;mark;constructor(e,t){super(),this.name="YAMLException",this.reason=e,this.mark=t,this.message=formatError(this,!1),Error.captureStackTrace&&Error.captureStackTrace(this,this.constructor)}toString(e){return`${this.name}: ${formatError(this,e)}`}static throwAt(t,n,r,a=""){let o=0,l=0;for(let e=0;e<n;e++){let n=t.charCodeAt(e);10===n?(o++,l=e+1):13===n&&(o++,10===t.charCodeAt(e+1)&&e++,l=e+1)}let s={name:a,buffer:t,position:n,line:o,column:n-l};throw s.snippet=makeSnippet(s),new e(r,s)}},EVENT_ID={DOCUMENT:1,SEQUENCE:2,MAPPING:3,SCALAR:4,ALIAS:5,POP:6},SCALAR_STYLE={PLAIN:1,SINGLE_QUOTED:2,DOUBLE_QUOTED:3,LITERAL_BLOCK:4,FOLDED_BLOCK:5},COLLECTION_STYLE={BLOCK:1,FLOW:2},CHOMPING_MODE={CLIP:1,STRIP:2,KEEP:3},NO_RANGE$3=-1;function simpleEscapeSequence(e){switch(e){case 48:return"\0";case 97:return"\x07";case 98:return"\b";case 116:case 9:return"	";case 110:return"\n";case 118:return"\v";case 102:return"\f";case 114:return"\r";case 101:return"\x1b";case 32:return" ";case 34:return'"';case 47:return"/";case 92:return"\\";case 78:return"\x85";case 95:return"\xa0";case 76:return"\u2028";case 80:return"\u2029";default:return""}}var simpleEscapeCheck=Array(256),simpleEscapeMap=Array(256);for(let i=0;i<256;i++)simpleEscapeCheck[i]=+!!simpleEscapeSequence(i),simpleEscapeMap[i]=simpleEscapeSequence(i);function charFromCodepoint(e){return e<=65535?String.fromCharCode(e):String.fromCharCode((e-65536>>10)+55296,(e-65536&1023)+56320)}function fromHexCode$1(e){return e>=48&&e<=57?e-48:(32|e)-97+10}function escapedHexLen$1(e){return 120===e?2:117===e?4:8}function skipFoldedBreaks(e,t,n){let r=0;for(;t<n;){let n=e.charCodeAt(t);if(10===n)r++,t++;else if(13===n)r++,t++,10===e.charCodeAt(t)&&t++;else if(32===n||9===n)t++;else break}return{position:t,breaks:r}}function foldedBreaks(e){return 1===e?" ":"\n".repeat(e-1)}function getPlainValue(e,t,n){let r="",a=t,o=t,l=t;for(;a<n;){let t=e.charCodeAt(a);if(10===t||13===t){r+=e.slice(o,l);let t=skipFoldedBreaks(e,a,n);r+=foldedBreaks(t.breaks),a=o=l=t.position}else a++,32!==t&&9!==t&&(l=a)}return r+e.slice(o,l)}function getSingleQuotedValue(e,t,n){let r="",a=t,o=t,l=t;for(;a<n;){let t=e.charCodeAt(a);if(39===t)r+=e.slice(o,a)+"'",a+=2,o=l=a;else if(10===t||13===t){r+=e.slice(o,l);let t=skipFoldedBreaks(e,a,n);r+=foldedBreaks(t.breaks),a=o=l=t.position}else a++,32!==t&&9!==t&&(l=a)}return r+e.slice(o,n)}function getDoubleQuotedValue(e,t,n){let r="",a=t,o=t,l=t;for(;a<n;){let t=e.charCodeAt(a);if(92===t){r+=e.slice(o,a),a++;let t=e.charCodeAt(a);if(10===t||13===t)a=skipFoldedBreaks(e,a,n).position;else if(t<256&&simpleEscapeCheck[t])r+=simpleEscapeMap[t],a++;else{let n=escapedHexLen$1(t),o=0;for(;n>0;n--)a++,o=(o<<4)+fromHexCode$1(e.charCodeAt(a));r+=charFromCodepoint(o),a++}o=l=a}else if(10===t||13===t){r+=e.slice(o,l);let t=skipFoldedBreaks(e,a,n);r+=foldedBreaks(t.breaks),a=o=l=t.position}else a++,32!==t&&9!==t&&(l=a)}return r+e.slice(o,n)}function getBlockValue(e,t,n,r,a,o){let l=r<0?0:r,s=e.slice(t,n).replace(/\r\n?/g,"\n"),c=""===s?[]:(s.endsWith("\n")?s.slice(0,-1):s).split("\n"),p="",u=!1,d=0,E=!1;for(let e of c){let t=0;for(;t<l&&32===e.charCodeAt(t);)t++;if(r<0||t>=e.length){d++;continue}let n=e.slice(l),a=n.charCodeAt(0);o?32===a||9===a?(E=!0,p+="\n".repeat(u?1+d:d)):E?(E=!1,p+="\n".repeat(d+1)):0===d?u&&(p+=" "):p+="\n".repeat(d):p+="\n".repeat(u?1+d:d),p+=n,u=!0,d=0}return a===CHOMPING_MODE.KEEP?p+="\n".repeat(u?1+d:d):a!==CHOMPING_MODE.STRIP&&u&&(p+="\n"),p}function getScalarValue(e,t){if(t.valueStart===NO_RANGE$3)return"";let{valueStart:n,valueEnd:r}=t;if(t.fast)return e.slice(n,r);switch(t.style){case SCALAR_STYLE.SINGLE_QUOTED:return getSingleQuotedValue(e,n,r);case SCALAR_STYLE.DOUBLE_QUOTED:return getDoubleQuotedValue(e,n,r);case SCALAR_STYLE.LITERAL_BLOCK:return getBlockValue(e,n,r,t.indent,t.chomping,!1);case SCALAR_STYLE.FOLDED_BLOCK:return getBlockValue(e,n,r,t.indent,t.chomping,!0);default:return getPlainValue(e,n,r)}}var DEFAULT_TAG_HANDLERS=Object.assign(Object.create(null),{"!":"!","!!":"tag:yaml.org,2002:"}),TAG_SUFFIX_CHARS="-#;/?:@&=+$_.~*'()",TAG_URI_CHARS=TAG_SUFFIX_CHARS+"!,[]",HEX="0123456789ABCDEF";function percentByte(e){return"%"+HEX[e>>4]+HEX[15&e]}function tagPercentEncode(e,t){let n=t?TAG_SUFFIX_CHARS:TAG_URI_CHARS,r="";for(let t=0;t<e.length;t++){let a=e.charCodeAt(t);if(a>=48&&a<=57||a>=65&&a<=90||a>=97&&a<=122||n.includes(e[t])){r+=e[t];continue}a>=55296&&a<=56319&&(a=65536+((1023&a)<<10)+(1023&e.charCodeAt(++t))),a<128?r+=percentByte(a):a<2048?r+=percentByte(192|a>>6)+percentByte(128|63&a):a<65536?r+=percentByte(224|a>>12)+percentByte(128|a>>6&63)+percentByte(128|63&a):r+=percentByte(240|a>>18)+percentByte(128|a>>12&63)+percentByte(128|a>>6&63)+percentByte(128|63&a)}return r}function tagPercentDecode(e){let t="",n=0;for(;n<e.length;){if(37!==e.charCodeAt(n)){t+=e[n++];continue}let r=parseInt(e.slice(n+1,n+3),16);if(n+=3,r>=192){let t=r<224?1:r<240?2:3;for(r&=(1<<6-t)-1;t-- >0;)r=r<<6|63&parseInt(e.slice(n+1,n+3),16),n+=3}r<65536?t+=String.fromCharCode(r):(r-=65536,t+=String.fromCharCode(55296|r>>10,56320|1023&r))}return t}function tagNameFull(e,t){if(e.startsWith("!<")&&e.endsWith(">"))return tagPercentDecode(e.slice(2,-1));let n=e.indexOf("!",1),r=-1===n?"!":e.slice(0,n+1);return tagPercentDecode(t?.[r]??DEFAULT_TAG_HANDLERS[r]??r)+tagPercentDecode(e.slice(r.length))}function tagNameShort(e){let t=e;return 33===t.charCodeAt(0)?(t=t.slice(1),`!${tagPercentEncode(t,!0)}`):"tag:yaml.org,2002:"===t.slice(0,18)?`!!${tagPercentEncode(t.slice(18),!0)}`:`!<${tagPercentEncode(t,!1)}>`}var NO_RANGE$2=-1,MERGE_TAG_NAME="tag:yaml.org,2002:merge",DEFAULT_CONSTRUCTOR_OPTIONS={filename:"",schema:CORE_SCHEMA,json:!1,maxTotalMergeKeys:1e4,maxAliases:-1};function eventPosition$1(e){return"tagStart"in e&&e.tagStart!==NO_RANGE$2?e.tagStart:"anchorStart"in e&&e.anchorStart!==NO_RANGE$2?e.anchorStart:"valueStart"in e&&e.valueStart!==NO_RANGE$2?e.valueStart:"start"in e?e.start:0}function throwError$1(e,t){YAMLException.throwAt(e.source,e.position,t,e.filename)}function finalizeCollection(e,t,n,r){try{return n.finalize(r)}catch(n){if(n instanceof YAMLException)throw n;YAMLException.throwAt(e.source,t,n instanceof Error?n.message:String(n),e.filename)}}function constructScalar(e,t){let n=getScalarValue(e.source,t),r=t.tagStart===NO_RANGE$2?"":e.source.slice(t.tagStart,t.tagEnd),a=e.schema.defaultScalarTag;if(""!==r){if("!"===r)return{value:n,tag:a};let t=tagNameFull(r,e.tagHandlers),o=e.schema.lookupScalarTag(t);if(o){let r=o.resolve(n,!0,t);return r===NOT_RESOLVED&&throwError$1(e,`cannot resolve a node with !<${t}> explicit tag`),{value:r,tag:o}}let l=e.schema.lookupMappingTag(t)??e.schema.lookupSequenceTag(t);if(l){""!==n&&throwError$1(e,`cannot resolve a node with !<${t}> explicit tag`);let r=l.create(t);return{value:l.carrierIsResult?r:finalizeCollection(e,e.position,l,r),tag:l}}throwError$1(e,`unknown scalar tag !<${t}>`)}return t.style===SCALAR_STYLE.PLAIN?e.schema.resolveImplicitScalarTag(n):{value:a.resolve(n,!1,a.tagName),tag:a}}function collectionTagName(e,t,n){let r=t.tagStart===NO_RANGE$2?"":e.source.slice(t.tagStart,t.tagEnd);return""===r||"!"===r?n:tagNameFull(r,e.tagHandlers)}function isMappingTag(e){return"mapping"===e.nodeKind}function chargeMergeWork(e){e.totalMergeKeys++,-1!==e.maxTotalMergeKeys&&e.totalMergeKeys>e.maxTotalMergeKeys&&throwError$1(e,`merge keys exceeded maxTotalMergeKeys (${e.maxTotalMergeKeys})`)}function mergeKeys(e,t,n,r){for(let a of(chargeMergeWork(e),r.keys(n))){if(chargeMergeWork(e),t.tag.has(t.value,a))continue;let o=t.tag.addPair(t.value,a,r.get(n,a));o&&throwError$1(e,o),t.overridable??=new Set,t.overridable.add(a)}}function mergeSource(e,t,n,r){if(e.position=t.keyPosition,isMappingTag(r))mergeKeys(e,t,n,r);else if("sequence"===r.nodeKind&&Array.isArray(n))for(let r of(n.length>100&&throwError$1(e,"abnormal merge sequence size"),n)){let n=e.nodeTags.get(r);n||throwError$1(e,"cannot merge mappings; the provided source object is unacceptable"),mergeKeys(e,t,r,n)}else throwError$1(e,"cannot merge mappings; the provided source object is unacceptable")}function addMappingValue(e,t,n,r,a){if(e.position=t.keyPosition,t.keyIsMerge)return void mergeSource(e,t,r,a);!e.json&&t.tag.has(t.value,n)&&!t.overridable?.has(n)&&throwError$1(e,"duplicated mapping key");let o=t.tag.addPair(t.value,n,r);o&&throwError$1(e,o),t.overridable?.delete(n)}function addValue(e,t,n){let r=e.frames[e.frames.length-1];if("document"===r.kind)r.value=t,r.hasValue=!0;else if("sequence"===r.kind){isMappingTag(n)&&e.nodeTags.set(t,n);let a=r.tag.addItem(r.value,t,r.index++);a&&throwError$1(e,a)}else if(r.hasKey){let a=r.key;r.key=void 0,r.hasKey=!1,addMappingValue(e,r,a,t,n)}else r.key=t,r.keyPosition=e.position,r.hasKey=!0,r.keyIsMerge=n.tagName===MERGE_TAG_NAME}function storeAnchor(e,t,n,r,a){if(t.anchorStart!==NO_RANGE$2){let o={value:n,tag:r,isValueFinal:a};return e.anchors.set(e.source.slice(t.anchorStart,t.anchorEnd),o),o}return null}function constructFromEvents(e,t){let n={...DEFAULT_CONSTRUCTOR_OPTIONS,...t,events:e,documents:[],eventIndex:0,position:0,frames:[],anchors:new Map,nodeTags:new Map,tagHandlers:Object.create(null),totalMergeKeys:0,aliasCount:0};for(;n.eventIndex<n.events.length;){let e=n.events[n.eventIndex++];switch(n.position=eventPosition$1(e),e.type){case EVENT_ID.DOCUMENT:for(let t of(n.anchors=new Map,n.nodeTags=new Map,n.aliasCount=0,n.tagHandlers=Object.create(null),e.directives))"tag"===t.kind&&(n.tagHandlers[t.handle]=t.prefix);n.frames.push({kind:"document",position:n.position,value:void 0,hasValue:!1});break;case EVENT_ID.SCALAR:{let{value:t,tag:r}=constructScalar(n,e);storeAnchor(n,e,t,r,!0),addValue(n,t,r);break}case EVENT_ID.SEQUENCE:{let t=collectionTagName(n,e,"tag:yaml.org,2002:seq"),r=n.schema.lookupSequenceTag(t);r||throwError$1(n,`unknown sequence tag !<${t}>`);let a=r.create(t),o=storeAnchor(n,e,a,r,r.carrierIsResult);n.frames.push({kind:"sequence",position:n.position,value:a,tag:r,anchor:o,index:0});break}case EVENT_ID.MAPPING:{let t=collectionTagName(n,e,"tag:yaml.org,2002:map"),r=n.schema.lookupMappingTag(t);r||throwError$1(n,`unknown mapping tag !<${t}>`);let a=r.create(t),o=storeAnchor(n,e,a,r,r.carrierIsResult);n.frames.push({kind:"mapping",position:n.position,value:a,tag:r,anchor:o,key:void 0,keyPosition:n.position,hasKey:!1,keyIsMerge:!1,overridable:null});break}case EVENT_ID.ALIAS:{-1!==n.maxAliases&&++n.aliasCount>n.maxAliases&&throwError$1(n,`aliases exceeded maxAliases (${n.maxAliases})`);let t=n.source.slice(e.anchorStart,e.anchorEnd),r=n.anchors.get(t);r||throwError$1(n,`unidentified alias "${t}"`),r.isValueFinal||throwError$1(n,`recursive alias "${t}" is not supported for tag ${r.tag.tagName} because it uses finalize()`),addValue(n,r.value,r.tag);break}case EVENT_ID.POP:{let e=n.frames.pop();if("mapping"===e.kind&&e.hasKey&&(n.position=e.keyPosition,throwError$1(n,"incomplete mapping pair in event stream")),"document"===e.kind)n.documents.push(e.value);else{let t=e.tag.carrierIsResult?e.value:finalizeCollection(n,e.position,e.tag,e.value);e.anchor&&(e.anchor.value=t,e.anchor.isValueFinal=!0),addValue(n,t,e.tag)}}}}return n.documents}var NO_RANGE$1=-1,HAS_OWN=Object.prototype.hasOwnProperty,CONTEXT_FLOW_IN=1,CONTEXT_FLOW_OUT=2,CONTEXT_BLOCK_IN=3,CONTEXT_BLOCK_OUT=4,PATTERN_NON_PRINTABLE=/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,PATTERN_FLOW_INDICATORS=/[,\[\]{}]/,PATTERN_TAG_HANDLE=/^(?:!|!!|![0-9A-Za-z-]+!)$/,NS_URI_CHAR=String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`,NS_TAG_CHAR=String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`,PATTERN_TAG_URI=RegExp(`^(?:${NS_URI_CHAR})*$`),PATTERN_TAG_SUFFIX=RegExp(`^(?:${NS_TAG_CHAR})+$`),PATTERN_TAG_PREFIX=RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`),DEFAULT_PARSER_OPTIONS={filename:"",maxDepth:100};function addDocumentEvent(e,t,n){e.events.push({type:EVENT_ID.DOCUMENT,explicitStart:t,explicitEnd:n,directives:e.directives})}function addSequenceEvent(e,t,n,r,a,o,l){e.events.push({type:EVENT_ID.SEQUENCE,start:t,anchorStart:n,anchorEnd:r,tagStart:a,tagEnd:o,style:l})}function addMappingEvent(e,t,n,r,a,o,l){e.events.push({type:EVENT_ID.MAPPING,start:t,anchorStart:n,anchorEnd:r,tagStart:a,tagEnd:o,style:l})}function insertFlowPairMappingEvent(e,t){e.events.splice(t.eventsLength,0,{type:EVENT_ID.MAPPING,start:t.position,anchorStart:NO_RANGE$1,anchorEnd:NO_RANGE$1,tagStart:NO_RANGE$1,tagEnd:NO_RANGE$1,style:COLLECTION_STYLE.FLOW})}function addScalarEvent(e,t,n,r,a,o,l,s,c=CHOMPING_MODE.CLIP,p=-1,u=!1){e.events.push({type:EVENT_ID.SCALAR,valueStart:t,valueEnd:n,anchorStart:r,anchorEnd:a,tagStart:o,tagEnd:l,style:s,chomping:c,indent:p,fast:u})}function addAliasEvent(e,t,n){e.events.push({type:EVENT_ID.ALIAS,anchorStart:t,anchorEnd:n})}function addPopEvent(e){e.events.push({type:EVENT_ID.POP})}function addEmptyScalarEvent(e){addScalarEvent(e,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,NO_RANGE$1,SCALAR_STYLE.PLAIN)}function emptyProperties(){return{anchorStart:NO_RANGE$1,anchorEnd:NO_RANGE$1,tagStart:NO_RANGE$1,tagEnd:NO_RANGE$1}}function snapshotState(e){return{position:e.position,line:e.line,lineStart:e.lineStart,lineIndent:e.lineIndent,firstTabInLine:e.firstTabInLine,eventsLength:e.events.length}}function restoreState(e,t){e.position=t.position,e.line=t.line,e.lineStart=t.lineStart,e.lineIndent=t.lineIndent,e.firstTabInLine=t.firstTabInLine,e.events.length=t.eventsLength}function throwError(e,t){YAMLException.throwAt(e.input.slice(0,e.length),e.position,t,e.filename)}function isEol(e){return 10===e||13===e}function isWhiteSpace(e){return 9===e||32===e}function isWsOrEol(e){return isWhiteSpace(e)||isEol(e)}function isWsOrEolOrEnd(e){return 0===e||isWsOrEol(e)}function isFlowIndicator(e){return 44===e||91===e||93===e||123===e||125===e}function fromDecimalCode(e){return e>=48&&e<=57?e-48:-1}function fromHexCode(e){if(e>=48&&e<=57)return e-48;let t=32|e;return t>=97&&t<=102?t-97+10:-1}function escapedHexLen(e){return 120===e?2:117===e?4:8*(85===e)}function isSimpleEscape(e){return 48===e||97===e||98===e||116===e||9===e||110===e||118===e||102===e||114===e||101===e||32===e||34===e||47===e||92===e||78===e||95===e||76===e||80===e}function consumeLineBreak(e){10===e.input.charCodeAt(e.position)?e.position++:(e.position++,10===e.input.charCodeAt(e.position)&&e.position++),e.line++,e.lineStart=e.position,e.lineIndent=0,e.firstTabInLine=-1}function skipSeparationSpace(e,t){let n=0,r=e.input.charCodeAt(e.position),a=e.position===e.lineStart||isWsOrEol(e.input.charCodeAt(e.position-1));for(;0!==r;){for(;isWhiteSpace(r);)a=!0,9===r&&-1===e.firstTabInLine&&(e.firstTabInLine=e.position),r=e.input.charCodeAt(++e.position);if(t&&a&&35===r)do r=e.input.charCodeAt(++e.position);while(!isEol(r)&&0!==r);if(!isEol(r))break;for(consumeLineBreak(e),n++,a=!0,r=e.input.charCodeAt(e.position);32===r;)e.lineIndent++,r=e.input.charCodeAt(++e.position)}return n}function testDocumentSeparator(e,t=e.position){let n=e.input.charCodeAt(t);if((45===n||46===n)&&n===e.input.charCodeAt(t+1)&&n===e.input.charCodeAt(t+2)){let n=e.input.charCodeAt(t+3);return 0===n||isWsOrEol(n)}return!1}function skipByteOrderMark(e){e.position===e.lineStart&&65279===e.input.charCodeAt(e.position)&&(e.position++,e.lineStart=e.position)}function testDocumentBoundary(e){if(e.position!==e.lineStart)return!1;if(testDocumentSeparator(e))return!0;if(65279!==e.input.charCodeAt(e.position))return!1;let t=snapshotState(e);skipByteOrderMark(e),skipSeparationSpace(e,!0);let n=e.input.charCodeAt(e.position),r=e.position===e.lineStart&&(37===n||45===n&&testDocumentSeparator(e));return restoreState(e,t),r}function skipUntilLineEnd(e){let t=e.input.charCodeAt(e.position);for(;0!==t&&!isEol(t);)t=e.input.charCodeAt(++e.position)}function checkPrintable(e,t,n){let r=PATTERN_NON_PRINTABLE.exec(e.input.slice(t,n));null!==r&&(e.position=t+r.index+r[0].length-1,throwError(e,"the stream contains non-printable characters"))}function readTagProperty(e,t,n){let r;if(33!==e.input.charCodeAt(e.position))return!1;t.tagStart!==NO_RANGE$1&&throwError(e,"duplication of a tag property");let a=e.position,o=!1,l=!1,s="!",c=e.input.charCodeAt(++e.position);60===c?(o=!0,c=e.input.charCodeAt(++e.position)):33===c&&(l=!0,s="!!",c=e.input.charCodeAt(++e.position));let p=e.position;if(o){for(;0!==c&&62!==c;)c=e.input.charCodeAt(++e.position);62!==c&&throwError(e,"unexpected end of the stream within a verbatim tag"),r=e.input.slice(p,e.position),e.position++}else{for(;0!==c&&!isWsOrEol(c)&&!(n&&isFlowIndicator(c));)33===c&&(l?throwError(e,"tag suffix cannot contain exclamation marks"):(s=e.input.slice(p-1,e.position+1),PATTERN_TAG_HANDLE.test(s)||throwError(e,"named tag handle cannot contain such characters"),l=!0,p=e.position+1)),c=e.input.charCodeAt(++e.position);r=e.input.slice(p,e.position),PATTERN_FLOW_INDICATORS.test(r)&&throwError(e,"tag suffix cannot contain flow indicator characters")}return!r||(o?PATTERN_TAG_URI.test(r):PATTERN_TAG_SUFFIX.test(r))||throwError(e,`tag name cannot contain such characters: ${r}`),o||"!"===s||"!!"===s||HAS_OWN.call(e.tagHandlers,s)||throwError(e,`undeclared tag handle "${s}"`),t.tagStart=a,t.tagEnd=e.position,!0}function readAnchorProperty(e,t){if(38!==e.input.charCodeAt(e.position))return!1;t.anchorStart!==NO_RANGE$1&&throwError(e,"duplication of an anchor property"),e.position++;let n=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position))&&!isFlowIndicator(e.input.charCodeAt(e.position));)e.position++;return e.position===n&&throwError(e,"name of an anchor node must contain at least one character"),t.anchorStart=n,t.anchorEnd=e.position,!0}function readAlias(e,t){if(42!==e.input.charCodeAt(e.position))return!1;(t.anchorStart!==NO_RANGE$1||t.tagStart!==NO_RANGE$1)&&throwError(e,"alias node should not have any properties"),e.position++;let n=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position))&&!isFlowIndicator(e.input.charCodeAt(e.position));)e.position++;return e.position===n&&throwError(e,"name of an alias node must contain at least one character"),addAliasEvent(e,n,e.position),!0}function readFlowScalarBreak(e,t){skipSeparationSpace(e,!1),e.lineIndent<t&&throwError(e,"deficient indentation")}function readSingleQuotedScalar(e,t,n){if(39!==e.input.charCodeAt(e.position))return!1;e.position++;let r=e.position,a=!0;for(;0!==e.input.charCodeAt(e.position);){let o=e.input.charCodeAt(e.position);if(39===o){if(39===e.input.charCodeAt(e.position+1)){a=!1,e.position+=2;continue}let t=e.position;return e.position++,addScalarEvent(e,r,t,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,SCALAR_STYLE.SINGLE_QUOTED,CHOMPING_MODE.CLIP,-1,a),!0}isEol(o)?(a=!1,readFlowScalarBreak(e,t)):e.position===e.lineStart&&testDocumentSeparator(e)?throwError(e,"unexpected end of the document within a single quoted scalar"):9!==o&&o<32?throwError(e,"expected valid JSON character"):e.position++}throwError(e,"unexpected end of the stream within a single quoted scalar")}function readDoubleQuotedScalar(e,t,n){if(34!==e.input.charCodeAt(e.position))return!1;e.position++;let r=e.position,a=!0;for(;0!==e.input.charCodeAt(e.position);){let o=e.input.charCodeAt(e.position);if(34===o){let t=e.position;return e.position++,addScalarEvent(e,r,t,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,SCALAR_STYLE.DOUBLE_QUOTED,CHOMPING_MODE.CLIP,-1,a),!0}if(92===o){a=!1;let n=e.input.charCodeAt(++e.position);if(isEol(n))readFlowScalarBreak(e,t);else if(isSimpleEscape(n))e.position++;else{let t=escapedHexLen(n);for(0===t&&throwError(e,"unknown escape sequence");t-- >0;)e.position++,0>fromHexCode(e.input.charCodeAt(e.position))&&throwError(e,"expected hexadecimal character");e.position++}}else isEol(o)?(a=!1,readFlowScalarBreak(e,t)):e.position===e.lineStart&&testDocumentSeparator(e)?throwError(e,"unexpected end of the document within a double quoted scalar"):9!==o&&o<32?throwError(e,"expected valid JSON character"):e.position++}throwError(e,"unexpected end of the stream within a double quoted scalar")}function readBlockScalar(e,t,n){let r=e.input.charCodeAt(e.position),a=CHOMPING_MODE.CLIP,o=-1,l=!1;if(124!==r&&62!==r)return!1;let s=124===r?SCALAR_STYLE.LITERAL_BLOCK:SCALAR_STYLE.FOLDED_BLOCK;for(e.position++;0!==e.input.charCodeAt(e.position);){let n=e.input.charCodeAt(e.position),r=fromDecimalCode(n);if(43===n||45===n)a!==CHOMPING_MODE.CLIP&&throwError(e,"repeat of a chomping mode identifier"),a=43===n?CHOMPING_MODE.KEEP:CHOMPING_MODE.STRIP,e.position++;else if(r>=0)0===r&&throwError(e,"bad explicit indentation width of a block scalar; it cannot be less than one"),l&&throwError(e,"repeat of an indentation width identifier"),o=t+r-1,l=!0,e.position++;else break}let c=!1;for(;isWhiteSpace(e.input.charCodeAt(e.position));)c=!0,e.position++;c&&35===e.input.charCodeAt(e.position)&&skipUntilLineEnd(e),isEol(e.input.charCodeAt(e.position))?consumeLineBreak(e):0!==e.input.charCodeAt(e.position)&&throwError(e,"a line break is expected");let p=l?o:-1,u=0,d=e.position,E=e.position;for(;0!==e.input.charCodeAt(e.position);){let n=e.position,r=0;for(;32===e.input.charCodeAt(n+r);)r++;let a=e.input.charCodeAt(n+r);if(0===a){p>=0?r>p&&(E=n+r):r>0&&(E=n+r);break}if(testDocumentBoundary(e))break;if(!l&&-1===p&&isEol(a)&&(u=Math.max(u,r)),!l&&-1===p&&!isEol(a)&&(9===a&&r<t&&(e.position=n+r,throwError(e,"tab characters must not be used in indentation")),r>=t&&r<u&&(e.position=n+r,throwError(e,"bad indentation of a mapping entry"))),-1===p&&0!==a&&!isEol(a)&&r<t){e.lineIndent=r,e.position=n+r;break}l||0===a||isEol(a)||-1!==p||(p=r);let o=-1===p?t+1:p;if(0!==a&&!isEol(a)&&r<o){e.lineIndent=r,e.position=n+r;break}skipUntilLineEnd(e),E=e.position,isEol(e.input.charCodeAt(e.position))&&(consumeLineBreak(e),E=e.position)}return checkPrintable(e,d,E),addScalarEvent(e,d,E,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,s,a,p),!0}function canStartPlainScalar(e,t){let n=e.input.charCodeAt(e.position),r=t===CONTEXT_FLOW_IN;if(0===n||isWsOrEol(n)||35===n||38===n||42===n||33===n||124===n||62===n||39===n||34===n||37===n||64===n||96===n||isFlowIndicator(n))return!1;if(63===n||45===n){let t=e.input.charCodeAt(e.position+1);if(isWsOrEolOrEnd(t)||r&&isFlowIndicator(t))return!1}return!0}function readPlainScalar(e,t,n,r){if(!canStartPlainScalar(e,n))return!1;let a=e.position,o=e.position,l=e.input.charCodeAt(e.position),s=n===CONTEXT_FLOW_IN,c=!1;for(;0!==l&&!testDocumentBoundary(e);){if(58===l){let t=e.input.charCodeAt(e.position+1);if(isWsOrEolOrEnd(t)||s&&isFlowIndicator(t))break}else if(35===l){if(isWsOrEol(e.input.charCodeAt(e.position-1)))break}else if(s&&isFlowIndicator(l))break;else if(isEol(l)){let n=e.position,r=e.line,a=e.lineStart,o=e.lineIndent;if(skipSeparationSpace(e,!1),e.lineIndent>=t){c=!0,l=e.input.charCodeAt(e.position);continue}e.position=n,e.line=r,e.lineStart=a,e.lineIndent=o;break}isWhiteSpace(l)||(o=e.position+1),l=e.input.charCodeAt(++e.position)}return o!==a&&(checkPrintable(e,a,o),addScalarEvent(e,a,o,r.anchorStart,r.anchorEnd,r.tagStart,r.tagEnd,SCALAR_STYLE.PLAIN,CHOMPING_MODE.CLIP,-1,!c),!0)}function skipFlowSeparationSpace(e,t){let n=e.line;skipSeparationSpace(e,!0),(e.line>n&&e.lineIndent<t||-1!==e.firstTabInLine&&e.lineIndent<t)&&throwError(e,"deficient indentation")}function readFlowCollection(e,t,n){let r=e.input.charCodeAt(e.position),a=123===r,o=e.position,l=!0;if(91!==r&&123!==r)return!1;let s=a?125:93;for(a?addMappingEvent(e,o,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,COLLECTION_STYLE.FLOW):addSequenceEvent(e,o,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,COLLECTION_STYLE.FLOW),e.position++;0!==e.input.charCodeAt(e.position);){skipFlowSeparationSpace(e,t);let n=e.input.charCodeAt(e.position);if(n===s)return e.position++,addPopEvent(e),!0;l?44===n&&throwError(e,"expected the node content, but found ','"):throwError(e,"missed comma between flow collection entries");let r=!1,o=!1;63===n&&isWsOrEol(e.input.charCodeAt(e.position+1))&&(r=o=!0,e.position+=1,skipFlowSeparationSpace(e,t));let c=e.line,p=snapshotState(e),u=parseNode(e,t,CONTEXT_FLOW_IN,!1,!0);skipFlowSeparationSpace(e,t),n=e.input.charCodeAt(e.position),(a||o||e.line===c)&&58===n?(r=!0,e.position++,skipFlowSeparationSpace(e,t),a||insertFlowPairMappingEvent(e,p),u||addEmptyScalarEvent(e),parseNode(e,t,CONTEXT_FLOW_IN,!1,!0)||addEmptyScalarEvent(e),skipFlowSeparationSpace(e,t),a||addPopEvent(e)):a&&r?(u||addEmptyScalarEvent(e),addEmptyScalarEvent(e)):a?addEmptyScalarEvent(e):r&&(insertFlowPairMappingEvent(e,p),u||addEmptyScalarEvent(e),addEmptyScalarEvent(e),addPopEvent(e)),44===(n=e.input.charCodeAt(e.position))?(l=!0,e.position++):l=!1}throwError(e,"unexpected end of the stream within a flow collection")}function readBlockSequence(e,t,n){if(-1!==e.firstTabInLine||45!==e.input.charCodeAt(e.position)||!isWsOrEolOrEnd(e.input.charCodeAt(e.position+1)))return!1;for(addSequenceEvent(e,e.position,n.anchorStart,n.anchorEnd,n.tagStart,n.tagEnd,COLLECTION_STYLE.BLOCK);45===e.input.charCodeAt(e.position)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+1));){-1!==e.firstTabInLine&&(e.position=e.firstTabInLine,throwError(e,"tab characters must not be used in indentation"));let n=e.line;e.position++;let r=skipSeparationSpace(e,!0)>0;if(-1!==e.firstTabInLine&&45===e.input.charCodeAt(e.position)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+1))&&throwError(e,"bad indentation of a sequence entry"),r&&e.lineIndent<=t?addEmptyScalarEvent(e):parseNode(e,t,CONTEXT_BLOCK_IN,!1,!0),skipSeparationSpace(e,!0),e.lineIndent<t||e.position>=e.length)break;e.lineIndent>t&&throwError(e,"bad indentation of a sequence entry"),e.line===n&&45===e.input.charCodeAt(e.position)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+1))&&throwError(e,"bad indentation of a sequence entry")}return addPopEvent(e),!0}function readBlockMapping(e,t,n,r){let a=!1,o=!1,l=!1,s=!1;if(-1!==e.firstTabInLine)return!1;let c=e.input.charCodeAt(e.position);for(;0!==c;){a||-1===e.firstTabInLine||(e.position=e.firstTabInLine,throwError(e,"tab characters must not be used in indentation"));let p=e.input.charCodeAt(e.position+1),u=e.line;if((63===c||58===c)&&isWsOrEolOrEnd(p))l||(addMappingEvent(e,e.position,r.anchorStart,r.anchorEnd,r.tagStart,r.tagEnd,COLLECTION_STYLE.BLOCK),l=!0),63===c?(a&&addEmptyScalarEvent(e),o=!0,a=!0):(a||(addEmptyScalarEvent(e),o=!0),a=!1),e.position+=1,s=!0;else{a&&(addEmptyScalarEvent(e),a=!1);let t=snapshotState(e);if(!parseNode(e,n,CONTEXT_FLOW_OUT,!1,!0))break;if(e.line===u){for(c=e.input.charCodeAt(e.position);isWhiteSpace(c);)c=e.input.charCodeAt(++e.position);if(58===c)isWsOrEolOrEnd(c=e.input.charCodeAt(++e.position))||throwError(e,"a whitespace character is expected after the key-value separator within a block mapping"),l||(e.events.splice(t.eventsLength,0,{type:EVENT_ID.MAPPING,start:t.position,anchorStart:r.anchorStart,anchorEnd:r.anchorEnd,tagStart:r.tagStart,tagEnd:r.tagEnd,style:COLLECTION_STYLE.BLOCK}),l=!0),o=!0,a=!1,s=!1;else if(o)throwError(e,"expected ':' after a mapping key");else{if(r.anchorStart!==NO_RANGE$1||r.tagStart!==NO_RANGE$1)return restoreState(e,t),!1;return!0}}else if(o)throwError(e,"can not read a block mapping entry; a multiline key may not be an implicit key");else{if(r.anchorStart!==NO_RANGE$1||r.tagStart!==NO_RANGE$1)return restoreState(e,t),!1;return!0}}if(parseNode(e,t,CONTEXT_BLOCK_OUT,!0,s)&&(s=!1),!a&&s&&(addEmptyScalarEvent(e),s=!1),skipSeparationSpace(e,!0),c=e.input.charCodeAt(e.position),(e.line===u||e.lineIndent>t)&&0!==c)throwError(e,"bad indentation of a mapping entry");else if(e.lineIndent<t)break}return!!o&&(a&&addEmptyScalarEvent(e),l&&addPopEvent(e),!0)}function parseNode(e,t,n,r,a,o=!0){e.depth>=e.maxDepth&&throwError(e,`nesting exceeded maxDepth (${e.maxDepth})`),e.depth++;let l=1,s=!1,c=!1,p=null,u=emptyProperties(),d=n===CONTEXT_BLOCK_OUT||n===CONTEXT_BLOCK_IN,E=d,f=d;if(r&&skipSeparationSpace(e,!0)&&(s=!0,l=e.lineIndent>t?1:e.lineIndent===t?0:-1),1===l)for(;;){let r=e.input.charCodeAt(e.position),a=snapshotState(e);if(s&&1!==l&&(33===r||38===r))break;if(s&&f&&(u.tagStart!==NO_RANGE$1||u.anchorStart!==NO_RANGE$1)&&(33===r||38===r)){let n=snapshotState(e),r=t+1;if(readBlockMapping(e,e.position-e.lineStart,r,u)&&e.events[n.eventsLength]?.type===EVENT_ID.MAPPING)return e.depth--,!0;restoreState(e,n)}if(s&&(33===r&&u.tagStart!==NO_RANGE$1||38===r&&u.anchorStart!==NO_RANGE$1)||!readTagProperty(e,u,n===CONTEXT_FLOW_IN)&&!readAnchorProperty(e,u))break;null===p&&(p=a),skipSeparationSpace(e,!0)?(s=!0,E=f,l=e.lineIndent>t?1:e.lineIndent===t?0:-1):E=!1}if(E&&(E=s||a),1===l||n===CONTEXT_BLOCK_OUT){let r=n===CONTEXT_FLOW_IN||n===CONTEXT_FLOW_OUT?t:t+1,a=e.position-e.lineStart;if(1===l)if(E&&(readBlockSequence(e,a,u)||readBlockMapping(e,a,r,u))||readFlowCollection(e,r,u))c=!0;else{let t=e.input.charCodeAt(e.position);if(null!==p&&o&&f&&!E&&124!==t&&62!==t){let t=snapshotState(e),n=p.position-p.lineStart;restoreState(e,p),readBlockMapping(e,n,r,emptyProperties())&&e.events[t.eventsLength]?.type===EVENT_ID.MAPPING?c=!0:restoreState(e,t)}!c&&(d&&readBlockScalar(e,r,u)||readSingleQuotedScalar(e,r,u)||readDoubleQuotedScalar(e,r,u)||readAlias(e,u)||readPlainScalar(e,r,n,u))&&(c=!0)}else 0===l&&(c=E&&readBlockSequence(e,a,u))}return d=d&&!c,!c&&(u.anchorStart!==NO_RANGE$1||u.tagStart!==NO_RANGE$1||d)&&(addScalarEvent(e,NO_RANGE$1,NO_RANGE$1,u.anchorStart,u.anchorEnd,u.tagStart,u.tagEnd,SCALAR_STYLE.PLAIN),c=!0),e.depth--,c||u.anchorStart!==NO_RANGE$1||u.tagStart!==NO_RANGE$1}function readDirective(e){if(e.lineIndent>0||37!==e.input.charCodeAt(e.position))return!1;e.position++;let t=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position));)e.position++;let n=e.input.slice(t,e.position),r=[];for(0===n.length&&throwError(e,"directive name must not be less than one character in length");0!==e.input.charCodeAt(e.position)&&!isEol(e.input.charCodeAt(e.position));){for(;isWhiteSpace(e.input.charCodeAt(e.position));)e.position++;if(35===e.input.charCodeAt(e.position)||isEol(e.input.charCodeAt(e.position))||0===e.input.charCodeAt(e.position))break;let t=e.position;for(;0!==e.input.charCodeAt(e.position)&&!isWsOrEol(e.input.charCodeAt(e.position));)e.position++;r.push(e.input.slice(t,e.position))}if(isEol(e.input.charCodeAt(e.position))&&consumeLineBreak(e),"YAML"===n){e.directives.some(e=>"yaml"===e.kind)&&throwError(e,"duplication of %YAML directive"),1!==r.length&&throwError(e,"YAML directive accepts exactly one argument");let t=/^([0-9]+)\.([0-9]+)$/.exec(r[0]);null===t&&throwError(e,"ill-formed argument of the YAML directive"),1!==parseInt(t[1],10)&&throwError(e,"unacceptable YAML version of the document"),e.directives.push({kind:"yaml",version:r[0]})}else if("TAG"===n){2!==r.length&&throwError(e,"TAG directive accepts exactly two arguments");let[t,n]=r;PATTERN_TAG_HANDLE.test(t)||throwError(e,"ill-formed tag handle (first argument) of the TAG directive"),HAS_OWN.call(e.tagHandlers,t)&&throwError(e,`there is a previously declared suffix for "${t}" tag handle`),PATTERN_TAG_PREFIX.test(n)||throwError(e,"ill-formed tag prefix (second argument) of the TAG directive"),e.tagHandlers[t]=n,e.directives.push({kind:"tag",handle:t,prefix:n})}return!0}function readDocument(e){e.directives=[],e.tagHandlers=Object.create(null);let t=!1;for(skipSeparationSpace(e,!0);readDirective(e);)t=!0,skipSeparationSpace(e,!0);let n=!1,r=!1,a=!0;if(0===e.lineIndent&&45===e.input.charCodeAt(e.position)&&45===e.input.charCodeAt(e.position+1)&&45===e.input.charCodeAt(e.position+2)&&isWsOrEolOrEnd(e.input.charCodeAt(e.position+3))){n=!0;let t=e.line;e.position+=3,skipSeparationSpace(e,!0),a=e.line>t}else t&&throwError(e,"directives end mark is expected");let o=e.events.length;if(!n&&e.position===e.lineStart&&46===e.input.charCodeAt(e.position)&&testDocumentSeparator(e)){e.position+=3,skipSeparationSpace(e,!0);return}if(addDocumentEvent(e,n,!1),parseNode(e,e.lineIndent-1,CONTEXT_BLOCK_OUT,!1,a,a)||addEmptyScalarEvent(e),skipSeparationSpace(e,!0),e.position===e.lineStart&&testDocumentSeparator(e)&&(r=46===e.input.charCodeAt(e.position))){let t=e.line;e.position+=3,skipSeparationSpace(e,!0),e.line===t&&e.position<e.length&&throwError(e,"end of the stream or a document separator is expected")}let l=e.events[o];l?.type===EVENT_ID.DOCUMENT&&(l.explicitEnd=r),addPopEvent(e),r||!(e.position<e.length)||testDocumentBoundary(e)||throwError(e,"end of the stream or a document separator is expected")}function parseEvents(e,t){let n=e.length,r={...DEFAULT_PARSER_OPTIONS,...t,input:`${e}\0`,length:n,position:0,line:0,lineStart:0,lineIndent:0,firstTabInLine:-1,depth:0,directives:[],tagHandlers:Object.create(null),events:[]},a=e.indexOf("\0");for(-1!==a&&YAMLException.throwAt(e,a,"null byte is not allowed in input",r.filename);r.position<r.length&&(skipByteOrderMark(r),skipSeparationSpace(r,!0),!(r.position>=r.length));){let e=r.position;readDocument(r),r.position===e&&throwError(r,"can not read a document")}return r.events}var DEFAULT_LOAD_OPTIONS={...DEFAULT_PARSER_OPTIONS,...DEFAULT_CONSTRUCTOR_OPTIONS};function loadDocuments(e,t={}){let n={...DEFAULT_LOAD_OPTIONS,...t},r=String(e),a=Object.keys(DEFAULT_PARSER_OPTIONS),o=Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);return constructFromEvents(parseEvents(r,pick(n,a)),{...pick(n,o),source:r})}function loadAll(e,t,n){let r=null;"function"==typeof t?r=t:null!==t&&"object"==typeof t&&(n=t);let a=loadDocuments(e,n);if(null===r)return a;for(let e of a)r(e)}function load(e,t){let n=loadDocuments(e,t);if(0===n.length)throw new YAMLException("expected a document, but the input is empty");if(1===n.length)return n[0];throw new YAMLException("expected a single document in the stream, but found more")}var INVALID=Symbol("INVALID");function buildRepresentTypes(e){let t=new Set([e.defaultScalarTag,e.defaultSequenceTag,e.defaultMappingTag].filter(e=>void 0!==e)),n=e.implicitScalarTags,r=e.tags.filter(e=>!("scalar"===e.nodeKind&&e.implicit)&&!t.has(e)),a=e.tags.filter(e=>t.has(e));return[...n.map(e=>({tag:e,implicitTag:!0})),...r.map(e=>({tag:e,implicitTag:!1})),...a.map(e=>({tag:e,implicitTag:!0}))]}function matchTag(e,t){for(let n=0,r=e.representTypes.length;n<r;n+=1){let{tag:r,implicitTag:a}=e.representTypes[n];if(r.identify(t)){let e;return e=r.matchByTagPrefix?r.representTagName(t):r.tagName,{tag:r,tagName:e,implicitTag:a}}}return null}function build(e,t){if(!e.noRefs&&null!==t&&"object"==typeof t){let n=e.refs.get(t);if(n)return void 0===n.anchor&&(n.anchor=`ref_${e.refCounter++}`),{kind:"alias",anchor:n.anchor}}let n=matchTag(e,t);if(!n){if(void 0===t||e.skipInvalid)return INVALID;throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(t)}`)}let{tag:r,tagName:a,implicitTag:o}=n,l=o?a:tagNameShort(a);if("scalar"===r.nodeKind)return{kind:"scalar",tag:l,tagged:!o,style:SCALAR_STYLE.PLAIN,value:r.represent(t)};if("sequence"===r.nodeKind){let n=r.represent(t),a={kind:"sequence",tag:l,tagged:!o,style:COLLECTION_STYLE.BLOCK,items:[]};e.noRefs||e.refs.set(t,a);for(let t=0,r=n.length;t<r;t+=1){let r=build(e,n[t]);r===INVALID&&void 0===n[t]&&(r=build(e,null)),r!==INVALID&&a.items.push(r)}return a}let s=r.represent(t),c={kind:"mapping",tag:l,tagged:!o,style:COLLECTION_STYLE.BLOCK,items:[]};for(let[n,r]of(e.noRefs||e.refs.set(t,c),s)){let t=build(e,n);if(t===INVALID)continue;let a=build(e,r);a!==INVALID&&c.items.push({key:t,value:a})}return c}function jsToAst(e,t,n={}){let r=build({representTypes:buildRepresentTypes(t),noRefs:n.noRefs??!1,skipInvalid:n.skipInvalid??!1,refs:new Map,refCounter:0},e);return[{contents:r===INVALID?null:r,directives:[]}]}var VISIT_BREAK=Symbol("visit:break"),VISIT_SKIP=Symbol("visit:skip");function visitNode(e,t,n){let r=t(e,n);if(r===VISIT_BREAK)return!0;if(r===VISIT_SKIP)return!1;let a=n.depth+1;switch(e.kind){case"sequence":for(let n of e.items)if(visitNode(n,t,{depth:a,parent:e,isKey:!1}))return!0;break;case"mapping":for(let{key:n,value:r}of e.items)if(visitNode(n,t,{depth:a,parent:e,isKey:!0})||visitNode(r,t,{depth:a,parent:e,isKey:!1}))return!0}return!1}function visit(e,t){for(let n of e)if(n.contents&&visitNode(n.contents,t,{depth:0,parent:null,isKey:!1}))return}function hasBit(e,t){return(e&1<<t)!=0}var DEFAULT_SCALAR_STYLE_RULES={applyQuoteFlowKeysOption,doubleQuoteForInvisibles,doubleQuoteWhitespaceOnly,applyForceQuotesOption,tryLongOrMultilineAsBlock,quoteInvalidPlain,fallbackToDoubleQuoted};function _preferredQuotedStyle(e){return"single"===e.presenterOptions.quoteStyle&&hasBit(e.allowedStylesMask,SCALAR_STYLE.SINGLE_QUOTED)?SCALAR_STYLE.SINGLE_QUOTED:SCALAR_STYLE.DOUBLE_QUOTED}function applyQuoteFlowKeysOption(e){!e.presenterOptions.quoteFlowKeys||e.isKey&&e.flowOnly&&e.style===SCALAR_STYLE.PLAIN&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function doubleQuoteForInvisibles(e){e.style===SCALAR_STYLE.PLAIN&&/[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(e.node.value)&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function doubleQuoteWhitespaceOnly(e){e.style===SCALAR_STYLE.PLAIN&&/^\s+$/.test(e.node.value)&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function applyForceQuotesOption(e){!e.presenterOptions.forceQuotes||e.isKey||e.style!==SCALAR_STYLE.PLAIN||e.node.tag===e.presenterOptions.schema.defaultScalarTag.tagName&&(e.style=e.node.value.includes("\n")?SCALAR_STYLE.DOUBLE_QUOTED:_preferredQuotedStyle(e))}function tryLongOrMultilineAsBlock(e){if(e.style!==SCALAR_STYLE.PLAIN||e.isKey)return;let t=e.node.value,n=-1!==t.indexOf("\n");if(!hasBit(e.allowedStylesMask,SCALAR_STYLE.LITERAL_BLOCK)){n&&(e.style=SCALAR_STYLE.DOUBLE_QUOTED);return}let r=e.presenterOptions.lineWidth;if(-1===r){n&&(e.style=SCALAR_STYLE.LITERAL_BLOCK);return}let a=Math.max(Math.min(r,40),r-e.shiftOfContent),o=0,l=!1;for(;o<=t.length;){let e=t.length,n=t.indexOf("\n",o);-1!==n&&(e=n);let r=t.slice(o,e);if(r.length>a&&" "!==r[0]&&/ [^ \t]/.test(r)&&(l=!0),-1===n)break;o=n+1}l?e.style=SCALAR_STYLE.FOLDED_BLOCK:n&&(e.style=SCALAR_STYLE.LITERAL_BLOCK)}function quoteInvalidPlain(e){e.style!==SCALAR_STYLE.PLAIN||hasBit(e.allowedStylesMask,SCALAR_STYLE.PLAIN)||(e.style=_preferredQuotedStyle(e))}function fallbackToDoubleQuoted(e){hasBit(e.allowedStylesMask,e.style)||(e.style=SCALAR_STYLE.DOUBLE_QUOTED)}function setBit(e,t){return e|1<<t}var SRC_C_PRINTABLE="[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]",SRC_B_CHAR="[\\n\\r]",SRC_C_BYTE_ORDER_MARK="\\uFEFF",SRC_S_WHITE="[ \\t]",SRC_NB_CHAR=`(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`,SRC_NS_CHAR=`(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`,SRC_NB_JSON="[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]",SRC_C_INDICATOR="[-?:,\\[\\]{}#&*!|>'\"%@`]",SRC_C_FLOW_INDICATOR="[,\\[\\]{}]",SRC_NS_PLAIN_SAFE_FLOW_OUT=SRC_NS_CHAR,SRC_NS_PLAIN_SAFE_FLOW_IN=`(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`,SRC_NS_PLAIN_FIRST_FLOW_OUT=`(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`,SRC_NS_PLAIN_FIRST_FLOW_IN=`(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`,SRC_NS_PLAIN_CHAR_FLOW_OUT=`(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`,SRC_NS_PLAIN_CHAR_FLOW_IN=`(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`,SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT=`(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`,SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN=`(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`,SRC_NS_PLAIN_ONE_LINE_FLOW_OUT=`${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`,SRC_NS_PLAIN_ONE_LINE_FLOW_IN=`${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`,SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY=SRC_NS_PLAIN_ONE_LINE_FLOW_OUT,SRC_NS_PLAIN_ONE_LINE_FLOW_KEY=SRC_NS_PLAIN_ONE_LINE_FLOW_IN,SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT=`\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`,SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN=`\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`,SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT=`${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`,SRC_NS_PLAIN_MULTI_LINE_FLOW_IN=`${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`,NS_PLAIN_FLOW_OUT=RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`,"u"),NS_PLAIN_FLOW_IN=RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`,"u"),NS_PLAIN_BLOCK_KEY=RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`,"u"),NS_PLAIN_FLOW_KEY=RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`,"u"),NB_SINGLE_ONE_LINE=RegExp(`^(?:${SRC_NB_JSON})*$`,"u"),NB_SINGLE_MULTI_LINE=RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`,"u"),BLOCK_SCALAR_CONTENT=RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`,"u"),C_FORBIDDEN_FIRST_LINE=/^(?:---|\.\.\.)(?=$|[ \t\n\r])/,C_FORBIDDEN_CONTENT=/^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;function canUsePlain(e){let t=e.node.value;if(""!==t){if(!(e.isKey?e.flowOnly?NS_PLAIN_FLOW_KEY:NS_PLAIN_BLOCK_KEY:e.flowOnly?NS_PLAIN_FLOW_IN:NS_PLAIN_FLOW_OUT).test(t)||0===e.shiftOfFirstLine&&C_FORBIDDEN_FIRST_LINE.test(t))return!1;if(0===e.shiftOfContent){let e=t.indexOf("\n");if(-1!==e){let n=t.slice(e+1);if(C_FORBIDDEN_CONTENT.test(n))return!1}}}let n=e.presenterOptions.schema.resolveImplicitScalarTag(t).tag.tagName;return(!!e.node.tagged||n===e.node.tag)&&(!!e.node.tagged||"="!==t||n!==e.presenterOptions.schema.defaultScalarTag.tagName)}function canUseSingleQuoted(e){let t=e.node.value;if(!(e.isKey?NB_SINGLE_ONE_LINE:NB_SINGLE_MULTI_LINE).test(t)||/[ \t]\n|\n[ \t]/.test(t))return!1;if(!e.isKey&&0===e.shiftOfContent){let e=t.indexOf("\n");if(-1!==e&&C_FORBIDDEN_CONTENT.test(t.slice(e+1)))return!1}return!0}function canUseBlock(e){if(e.flowOnly||!BLOCK_SCALAR_CONTENT.test(e.node.value))return!1;let t=e.shiftOfContent-e.shiftOfParent;return!(t<1||t>9&&/^\n* /.test(e.node.value)||0===e.shiftOfContent&&C_FORBIDDEN_CONTENT.test(e.node.value))}function detectAllowedStyles(e){let t=setBit(0,SCALAR_STYLE.DOUBLE_QUOTED);canUsePlain(e)&&(t=setBit(t,SCALAR_STYLE.PLAIN)),canUseSingleQuoted(e)&&(t=setBit(t,SCALAR_STYLE.SINGLE_QUOTED)),canUseBlock(e)&&(t=setBit(setBit(t,SCALAR_STYLE.LITERAL_BLOCK),SCALAR_STYLE.FOLDED_BLOCK)),e.allowedStylesMask=t}function renderScalar(e){switch(e.style){case SCALAR_STYLE.PLAIN:return renderPlain(e);case SCALAR_STYLE.SINGLE_QUOTED:return renderSingleQuoted(e);case SCALAR_STYLE.LITERAL_BLOCK:return renderLiteralBlock(e);case SCALAR_STYLE.FOLDED_BLOCK:return renderFoldedBlock(e);case SCALAR_STYLE.DOUBLE_QUOTED:return renderDoubleQuoted(e)}}function renderPlain(e){return encodeFlowBreaks(e.node.value,e.shiftOfContent)}function renderSingleQuoted(e){return`'${encodeFlowBreaks(e.node.value,e.shiftOfContent).replace(/'/g,"''")}'`}function renderLiteralBlock(e){let t=e.node.value;return"|"+blockHeader(t,e.shiftOfParent,e.shiftOfContent)+dropEndingNewline(indentString(t,e.shiftOfContent))}function renderFoldedBlock(e){let t=e.node.value,n=e.presenterOptions.lineWidth,r=1/0;return -1!==n&&(r=Math.max(Math.min(n,40),n-e.shiftOfContent)),">"+blockHeader(t,e.shiftOfParent,e.shiftOfContent)+dropEndingNewline(indentString(foldBlockScalar(t,r),e.shiftOfContent))}function renderDoubleQuoted(e){return`"${escapeString(e.node.value)}"`}function encodeFlowBreaks(e,t){let n,r=e.indexOf("\n");if(-1===r)return e;let a=" ".repeat(t),o=e.slice(0,r),l=/(\n+)([^\n]*)/g;for(l.lastIndex=r;n=l.exec(e);){let e=n[1].length,t=n[2];o+="\n".repeat(e+1)+a+t}return o}function indentString(e,t){let n=" ".repeat(t),r=0,a="",o=e.length;for(;r<o;){let t,l=e.indexOf("\n",r);-1===l?(t=e.slice(r),r=o):(t=e.slice(r,l+1),r=l+1),t.length&&"\n"!==t&&(a+=n),a+=t}return a}function needIndentIndicator(e){return/^\n* /.test(e)}function blockHeader(e,t,n){let r=needIndentIndicator(e)?String(n-t):"",a="\n"===e[e.length-1];return`${r}${a&&("\n"===e[e.length-2]||"\n"===e)?"+":a?"":"-"}
`}function dropEndingNewline(e){return"\n"===e[e.length-1]?e.slice(0,-1):e}function isMoreIndented(e){return" "===e||"	"===e}function foldLine(e,t){let n,r;if(""===e||isMoreIndented(e[0]))return e;let a=/ [^ \t]/g,o=0,l=0,s=0,c="";for(;n=a.exec(e);)(s=n.index)-o>t&&(r=l>o?l:s,c+=`
${e.slice(o,r)}`,o=r+1),l=s;return c+="\n",e.length-o>t&&l>o?c+=`${e.slice(o,l)}
${e.slice(l+1)}`:c+=e.slice(o),c.slice(1)}function foldBlockScalar(e,t){let n,r,a=/(\n+)([^\n]*)/g,o=e.indexOf("\n");-1===o&&(o=e.length),a.lastIndex=o;let l=foldLine(e.slice(0,o),t),s="\n"===e[0]||isMoreIndented(e[0]);for(;r=a.exec(e);){let e=r[1],a=r[2];n=""!==a&&isMoreIndented(a[0]),l+=e+(s||n||""===a?"":"\n")+foldLine(a,t),s=n}return l}var CHARACTERS_TO_ESCAPE=/["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;function escapeCharacter(e){switch(e){case"\0":return"\\0";case"\x07":return"\\a";case"\b":return"\\b";case"	":return"\\t";case"\n":return"\\n";case"\v":return"\\v";case"\f":return"\\f";case"\r":return"\\r";case"\x1b":return"\\e";case'"':return'\\"';case"\\":return"\\\\";case"\x85":return"\\N";case"\xa0":return"\\_";case"\u2028":return"\\L";case"\u2029":return"\\P"}let t=e.charCodeAt(0),n=t.toString(16).toUpperCase();return t<=255?`\\x${"0".repeat(2-n.length)}${n}`:`\\u${"0".repeat(4-n.length)}${n}`}function escapeString(e){return e.replace(CHARACTERS_TO_ESCAPE,escapeCharacter)}var CHAR_LINE_FEED=10,DEFAULT_PRESENTER_OPTIONS={indent:2,seqNoIndent:!1,seqInlineFirst:!0,lineWidth:80,flowBracketPadding:!1,flowSkipCommaSpace:!1,flowSkipColonSpace:!1,quoteFlowKeys:!1,quoteStyle:"single",forceQuotes:!1,scalarStyleRules:Object.keys(DEFAULT_SCALAR_STYLE_RULES).map(e=>Reflect.get(DEFAULT_SCALAR_STYLE_RULES,e)),tagBeforeAnchor:!1};function nodeTagShort(e){return e.tagged?e.tag:tagNameShort(e.tag)}function createPresenterState(e){let t={...DEFAULT_PRESENTER_OPTIONS,...e};return t.flowSkipColonSpace&&(t.quoteFlowKeys=!0),{...t,defaultScalarTagName:t.schema.defaultScalarTag.tagName,openEnded:!1}}function generateNextLine(e,t){return`
${" ".repeat(e.indent*t)}`}function scalarLayout(e,t,n,r,a,o){return{node:t,parent:n,level:r,isKey:a,flowOnly:o,shiftOfParent:0===r?-1:e.indent*(r-1),shiftOfContent:e.indent*Math.max(1,r),shiftOfFirstLine:0===r?0:e.indent*r,presenterOptions:e,allowedStylesMask:0,style:t.style}}function writeFlowSequence(e,t,n){let r="";for(let a=0,o=n.items.length;a<o;a+=1){let o=writeNode(e,t,n.items[a],n,{}).text;a>0&&(r+=`,${!e.flowSkipCommaSpace?" ":""}`),r+=o}let a=e.flowBracketPadding&&n.items.length>0?" ":"";return`[${a}${r}${a}]`}function writeBlockSequence(e,t,n,r){let a="";for(let o=0,l=n.items.length;o<l;o+=1){let l=writeNode(e,t+1,n.items[o],n,{block:!0,compact:e.seqInlineFirst,isblockseq:!0}).text;r&&""===a||(a+=generateNextLine(e,t)),""===l||CHAR_LINE_FEED===l.charCodeAt(0)?a+="-":a+="- ",a+=l}return a}function writeFlowMapping(e,t,n){let r="";for(let{key:a,value:o}of n.items){let l="";""!==r&&(l+=`,${!e.flowSkipCommaSpace?" ":""}`);let s=writeNode(e,t,a,n,{iskey:!0}),c=s.text,p=writeNode(e,t,o,n,{}).text,u=e.flowSkipColonSpace||""===p?"":" ",d="scalar"===a.kind&&s.noBody&&(a.tagged||void 0!==a.anchor),E="alias"===a.kind||d?" ":"";l+=`${c}${E}:${u}${p}`,r+=l}let a=e.flowBracketPadding&&""!==r?" ":"";return`{${a}${r}${a}}`}function writeBlockMapping(e,t,n,r){let a="";for(let o=0,l=n.items.length;o<l;o+=1){let l="";r&&""===a||(l+=generateNextLine(e,t));let{key:s,value:c}=n.items[o],p=("mapping"===s.kind||"sequence"===s.kind)&&s.style===COLLECTION_STYLE.BLOCK&&0!==s.items.length||"scalar"===s.kind&&(s.style===SCALAR_STYLE.LITERAL_BLOCK||s.style===SCALAR_STYLE.FOLDED_BLOCK),u=p?writeNode(e,t+1,s,n,{block:!0,compact:!0,isblockseq:!cannotBeCompact(e,s,t+1)}):writeNode(e,t+1,s,n,{block:!0,compact:!0,iskey:!0}),d=u.text,E="scalar"===s.kind&&-1!==s.value.indexOf("\n"),f=d.length>1024&&/^[\s\S]{1025}/u.test(d),_=p||E||f;_&&(d&&CHAR_LINE_FEED===d.charCodeAt(0)?l+="?":l+="? "),l+=d,_&&(l+=generateNextLine(e,t));let S=writeNode(e,t+1,c,n,{block:!0,compact:_,isblockseq:_&&!cannotBeCompact(e,c,t+1)}).text,A="scalar"===s.kind&&u.noBody&&(s.tagged||void 0!==s.anchor),N=!_&&("alias"===s.kind||A)?" ":"";""===S||CHAR_LINE_FEED===S.charCodeAt(0)?l+=`${N}:`:l+=`${N}: `,l+=S,a+=l}return a}function cannotBeCompact(e,t,n){return"alias"===t.kind||t.tagged||void 0!==t.anchor||e.indent<2&&n>0}function writeNode(e,t,n,r,a){let o;if("alias"===n.kind)return e.openEnded=!1,{text:`*${n.anchor}`,noBody:!1};let{block:l=!1,iskey:s=!1,isblockseq:c=!1}=a,p=a.compact??!1,u=void 0!==n.anchor;cannotBeCompact(e,n,t)&&(p=!1);let d=n.tagged,E=l&&("mapping"===n.kind||"sequence"===n.kind)&&n.style===COLLECTION_STYLE.BLOCK&&0!==n.items.length;if("mapping"===n.kind)o=E?writeBlockMapping(e,t,n,p):writeFlowMapping(e,t,n);else if("sequence"===n.kind)o=E?e.seqNoIndent&&!c&&t>0?writeBlockSequence(e,t-1,n,p):writeBlockSequence(e,t,n,p):writeFlowSequence(e,t,n);else{let a=scalarLayout(e,n,r,t,s,!l);for(let t of(detectAllowedStyles(a),e.scalarStyleRules))t(a);o=renderScalar(a),e.openEnded=(a.style===SCALAR_STYLE.LITERAL_BLOCK||a.style===SCALAR_STYLE.FOLDED_BLOCK)&&("\n"===n.value||n.value.endsWith("\n\n")),d=n.tagged||""===o&&a.flowOnly&&r?.kind==="sequence"&&!u||a.style!==SCALAR_STYLE.PLAIN&&n.tag!==e.defaultScalarTagName}"mapping"!==n.kind&&"sequence"!==n.kind||E||(e.openEnded=!1),E&&p&&t>0&&e.indent>2&&(o=`${" ".repeat(e.indent-2)}${o}`);let f=""===o,_=o;if(d||u){let t=[],r=d?nodeTagShort(n):null,a=u?`&${n.anchor}`:null;e.tagBeforeAnchor?(null!==r&&t.push(r),null!==a&&t.push(a)):(null!==a&&t.push(a),null!==r&&t.push(r));let l=""===o||o.charCodeAt(0)===CHAR_LINE_FEED?"":" ";_=`${t.join(" ")}${l}${o}`}return{text:_,noBody:f}}function rootStartsOwnLine(e){return("sequence"===e.kind||"mapping"===e.kind)&&e.style===COLLECTION_STYLE.BLOCK&&0!==e.items.length&&!e.tagged&&void 0===e.anchor}function writeDocumentDirectives(e){let t="";for(let n of e.directives){if("yaml"===n.kind){t+=`%YAML ${n.version}
`;continue}let{handle:e,prefix:r}=n;t+=`%TAG ${e} ${r}
`}return t}function present(e,t){let n=createPresenterState(t),r="",a=!1;for(let t=0;t<e.length;t+=1){let o=e[t];n.openEnded=!1;let l=writeDocumentDirectives(o),s=""!==l,c=o.explicitStart||s||t>0&&!a;if(r+=l,null===o.contents)c&&(r+="---\n");else if(c){let e=writeNode(n,0,o.contents,null,{block:!0,compact:!0}).text,t=""===e?"":s||rootStartsOwnLine(o.contents)?"\n":" ";r+=`---${t}${e}
`}else r+=writeNode(n,0,o.contents,null,{block:!0,compact:!0}).text+"\n";(a=o.explicitEnd||n.openEnded)&&(r+="...\n")}return r}var DEFAULT_DUMP_OPTIONS={...DEFAULT_PRESENTER_OPTIONS,schema:DUMP_SCHEMA,skipInvalid:!1,noRefs:!1,flowLevel:-1,sortKeys:!1,transform:()=>{}};function defaultCompareFn(e,t){let n=String(e),r=String(t);return n<r?-1:+(n>r)}function dump(e,t={}){let n={...DEFAULT_DUMP_OPTIONS,...t},r=jsToAst(e,n.schema,{noRefs:n.noRefs,skipInvalid:n.skipInvalid});if(n.flowLevel>=0&&visit(r,(e,t)=>{if(!(t.depth<n.flowLevel))return("sequence"===e.kind||"mapping"===e.kind)&&(e.style=COLLECTION_STYLE.FLOW),VISIT_SKIP}),n.sortKeys){let e=!0===n.sortKeys?defaultCompareFn:n.sortKeys;visit(r,t=>{"mapping"===t.kind&&t.items.sort((t,n)=>e("scalar"===t.key.kind?t.key.value:"","scalar"===n.key.kind?n.key.value:""))})}return n.transform(r),present(r,{...pick(n,Object.keys(DEFAULT_PRESENTER_OPTIONS)),schema:n.schema})}var NO_RANGE=null;function eventPosition(e){return"tagStart"in e&&e.tagStart!==NO_RANGE?e.tagStart:"anchorStart"in e&&e.anchorStart!==NO_RANGE?e.anchorStart:"valueStart"in e&&e.valueStart!==NO_RANGE?e.valueStart:"start"in e?e.start:0}function rawTag(e,t){return t.tagStart===NO_RANGE?"":e.source.slice(t.tagStart,t.tagEnd)}function anchorName(e,t){return t.anchorStart===NO_RANGE?void 0:e.source.slice(t.anchorStart,t.anchorEnd)}function buildScalar(e,t){let n,r=getScalarValue(e.source,t),a=rawTag(e,t),o=!1;return""!==a?(o=!0,n=a):n=t.style===SCALAR_STYLE.PLAIN?e.schema.resolveImplicitScalarTag(r).tag.tagName:e.schema.defaultScalarTag.tagName,{kind:"scalar",tag:n,tagged:o,style:t.style,anchor:anchorName(e,t),value:r}}function buildCollection(e,t,n){let r,a=rawTag(e,t),o=!1;return""===a?r=n:(r=a,o=!0),{tag:r,tagged:o,style:t.style,anchor:anchorName(e,t)}}function addNode(e,t){let n=e.frames[e.frames.length-1];"document"===n.kind?n.doc.contents=t:"sequence"===n.kind?n.node.items.push(t):n.key?(n.node.items.push({key:n.key,value:t}),n.key=null):n.key=t}function eventsToAst(e,t){let n={source:t.source,schema:t.schema,eventIndex:0,position:0,frames:[],documents:[]};for(;n.eventIndex<e.length;){let t=e[n.eventIndex++];switch(n.position=eventPosition(t),t.type){case EVENT_ID.DOCUMENT:{let e={contents:null,explicitStart:t.explicitStart,explicitEnd:t.explicitEnd,directives:t.directives};n.frames.push({kind:"document",doc:e});break}case EVENT_ID.SCALAR:addNode(n,buildScalar(n,t));break;case EVENT_ID.SEQUENCE:{let{tag:e,tagged:r,style:a,anchor:o}=buildCollection(n,t,"tag:yaml.org,2002:seq"),l={kind:"sequence",tag:e,tagged:r,style:a,anchor:o,items:[]};n.frames.push({kind:"sequence",node:l});break}case EVENT_ID.MAPPING:{let{tag:e,tagged:r,style:a,anchor:o}=buildCollection(n,t,"tag:yaml.org,2002:map"),l={kind:"mapping",tag:e,tagged:r,style:a,anchor:o,items:[]};n.frames.push({kind:"mapping",node:l,key:null});break}case EVENT_ID.ALIAS:addNode(n,{kind:"alias",anchor:n.source.slice(t.anchorStart,t.anchorEnd)});break;case EVENT_ID.POP:{let e=n.frames.pop();if("mapping"===e.kind&&e.key)throw Error("incomplete mapping pair in event stream");"document"===e.kind?n.documents.push(e.doc):addNode(n,e.node)}}}return n.documents}var EVENT_DOCUMENT=EVENT_ID.DOCUMENT,EVENT_SEQUENCE=EVENT_ID.SEQUENCE,EVENT_MAPPING=EVENT_ID.MAPPING,EVENT_SCALAR=EVENT_ID.SCALAR,EVENT_ALIAS=EVENT_ID.ALIAS,EVENT_POP=EVENT_ID.POP,SCALAR_STYLE_PLAIN=SCALAR_STYLE.PLAIN,SCALAR_STYLE_SINGLE_QUOTED=SCALAR_STYLE.SINGLE_QUOTED,SCALAR_STYLE_DOUBLE_QUOTED=SCALAR_STYLE.DOUBLE_QUOTED,SCALAR_STYLE_LITERAL_BLOCK=SCALAR_STYLE.LITERAL_BLOCK,SCALAR_STYLE_FOLDED_BLOCK=SCALAR_STYLE.FOLDED_BLOCK,COLLECTION_STYLE_BLOCK=COLLECTION_STYLE.BLOCK,COLLECTION_STYLE_FLOW=COLLECTION_STYLE.FLOW,CHOMPING_CLIP=CHOMPING_MODE.CLIP,CHOMPING_STRIP=CHOMPING_MODE.STRIP,CHOMPING_KEEP=CHOMPING_MODE.KEEP,lib_message=__nccwpck_require__(213115),time=__nccwpck_require__(568098);

;// CONCATENATED MODULE: ./packages/notify/lib/targets.js




function wants(filter, message) {
    if (filter.states.length > 0 && !filter.states.includes(message.state))
        return false;
    if (filter.environments.length > 0 && !filter.environments.includes(message.environment))
        return false;
    if (!(0,lib_message/* isSevere */.Vy)((0,lib_message/* severityOf */.xJ)(message.state), filter.atLeast))
        return false;
    return wantsTask(filter, message) && isEscalated(filter, message);
}
function isEscalated({ escalateAfterMs, tasks }, message) {
    if (escalateAfterMs === undefined)
        return true;
    if ((0,lib_message/* isDone */.$L)(message.state))
        return tasks === 'all';
    return ((0,lib_message/* waitedMs */.h0)(message) ?? -1) >= escalateAfterMs;
}
function wantsTask({ states, tasks }, { state }) {
    if ((0,lib_message/* subjectOf */.et)(state) !== 'task' || tasks === 'all')
        return true;
    return tasks === 'failures' && ((0,lib_message/* severityOf */.xJ)(state) !== 'info' || states.includes(state));
}
function parseTargets(yaml, types, surroundings) {
    const given = parseYaml(yaml);
    if (!Array.isArray(given) || given.length === 0)
        throw new errors/* InputError */.dz('input "targets": expected a YAML list with at least one target ("- type: slack")');
    const problems = [];
    const targets = given.map((entry, index) => {
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `input "targets", number ${index + 1}`);
        const target = targets_open(fields, types, surroundings);
        problems.push(...fields.problems);
        return target;
    });
    const names = targets.map((target) => target?.name);
    const twice = names.filter((name, index) => name !== undefined && names.indexOf(name) !== index);
    for (const name of new Set(twice))
        problems.push(`input "targets": two targets have the name "${name}"; give each a different "name"`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return targets.filter((target) => target !== undefined);
}
function targets_open(fields, types, surroundings) {
    const word = fields.text('type');
    const type = types.find((one) => one.type === word);
    if (type === undefined) {
        fields.complain('type', `expected one of ${types.map((one) => one.type).join(', ')}`);
        return undefined;
    }
    const name = fields.text('name');
    const states = fields.list('on');
    for (const state of states)
        if (!lib_message/* RELEASE_STATES */.dQ.includes(state))
            fields.complain('on', `expected states out of ${lib_message/* RELEASE_STATES */.dQ.join(', ')}`);
    const after = fields.text('escalate-after');
    const escalateAfterMs = after === '' ? undefined : (0,duration/* parseDuration */.E)(after);
    if (after !== '' && escalateAfterMs === undefined)
        fields.complain('escalate-after', 'expected a duration such as 2h');
    const filter = {
        states,
        atLeast: fields.oneOf('min-severity', lib_message/* SEVERITIES */.oC, 'info'),
        environments: fields.list('environments'),
        tasks: type.tasks,
        escalateAfterMs,
    };
    const timeZone = fields.text('time-zone') || 'UTC';
    if (!(0,time/* isTimeZone */.k)(timeZone))
        fields.complain('time-zone', 'expected a name such as Europe/Berlin');
    const channel = type.open(fields, surroundings);
    fields.refuseOthers();
    return { name: name === '' ? `${type.type} ${channel.place}` : name, type: type.type, channel, filter, timeZone };
}
function parseYaml(yaml) {
    try {
        return load(yaml);
    }
    catch (thrown) {
        if (!(thrown instanceof YAMLException))
            throw thrown;
        const { mark } = thrown;
        const where = mark === undefined ? '' : ` in line ${mark.line + 1}, column ${mark.column + 1}`;
        const quotes = 'put values that begin with * & ! % @ ` { [ or # in quotes';
        throw new errors/* InputError */.dz(`input "targets": not readable as YAML${where}: ${(0,yaml_reason/* yamlReason */.c)(thrown.reason)}; ${quotes}`);
    }
}


/***/ }),

/***/ 568098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ timeText),
/* harmony export */   k: () => (/* binding */ isTimeZone)
/* harmony export */ });
function timeText({ at, timeZone = 'UTC' }) {
    const ms = Date.parse(at);
    if (Number.isNaN(ms))
        return at;
    const format = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'shortOffset',
    });
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    const of = (type) => parts.get(type) ?? '';
    const zone = /^GMT(\+0)?$/.test(of('timeZoneName')) ? 'UTC' : of('timeZoneName');
    return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')} ${zone}`;
}
function isTimeZone(name) {
    try {
        return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 699318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Undelivered),
/* harmony export */   h: () => (/* binding */ deliveryOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);

class Undelivered extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    effect;
    constructor(message, failure) {
        super(message, failure);
        this.effect = failure.effect;
    }
}
function deliveryOf(thrown) {
    const certain = thrown instanceof Undelivered ? thrown.effect === 'none' : false;
    return certain && !(thrown instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .DeadlineError */ .j3) ? 'failed' : 'unknown';
}


/***/ }),

/***/ 547238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eq: () => (/* binding */ undoLines),
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Li: () => (/* binding */ lookOf),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Zz: () => (/* binding */ mainLines),
/* harmony export */   ar: () => (/* binding */ hasCause),
/* harmony export */   rQ: () => (/* binding */ waitingText),
/* harmony export */   u9: () => (/* binding */ hasMore),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(984731);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(213115);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(568098);



const PHRASES = {
    waiting: 'waiting for approval',
    started: 'release started',
    gating: 'release is being checked',
    released: 'released',
    'rolled-back': 'rolled back',
    'partly-rolled-back': 'partly rolled back',
    held: 'held until a person decides',
    failed: 'release failed',
    unknown: 'outcome unknown',
    contracting: 'contract migrations are being applied',
    contracted: 'contract migrations applied',
    'contract-failed': 'contract migrations not applied',
    'task-started': 'started',
    'task-passed': 'passed',
    'task-failed': 'did not pass',
    drill: 'alert drill, nothing is wrong',
};
const LINE = { summary: 200, cause: 600, next: 400, changes: 300, undone: 300 };
const CAUSE_LINES = 3;
const MOST_CHANGES = 3;
function headline(message) {
    const where = message.service === '' ? message.environment : `${message.environment} / ${message.service}`;
    const what = message.task === undefined ? '' : `${message.task} `;
    return `${where === '' ? message.repository : where}: ${what}${PHRASES[message.state]}${stageText(message)}`;
}
function stageText({ stage, state }) {
    if (stage === undefined || (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .isDone */ .$L)(state))
        return '';
    return `, at stage ${stage.number} of ${stage.of} (${stage.percentage} %)`;
}
function lookOf({ state }) {
    if ((0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .isDone */ .$L)(state))
        return { sign: '🟢', color: '#2da44e' };
    if (state === 'drill')
        return { sign: '🔔', color: '#8250df' };
    const severity = (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOf */ .xJ)(state);
    if (severity === 'error')
        return { sign: '🔴', color: '#d1242f' };
    return severity === 'warning' ? { sign: '🟡', color: '#d9a50d' } : { sign: '🔵', color: '#1f7ae0' };
}
function mainLines(message) {
    const { changes, next, summary } = message;
    const left = changes.length - MOST_CHANGES;
    const some = changes.slice(0, MOST_CHANGES).map((change) => oneLine(change, LINE.changes / MOST_CHANGES));
    const lines = [
        ['', oneLine(summary, LINE.summary)],
        ['Waiting', waitingText(message)],
        ['Cause', causeOf(message)],
        ['Undo', oneLine(undoneNames(message), LINE.undone)],
        ['Next', oneLine(next, LINE.next)],
        ['Changes', `${some.join('; ')}${left > 0 ? ` … and ${left} more` : ''}`],
    ];
    return lines.filter(([, text]) => text !== '');
}
function waitingText(message) {
    const { timeZone, waitingSince = '' } = message;
    const ms = (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .waitedMs */ .h0)(message);
    if (ms === undefined)
        return '';
    return `for ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(ms)}, since ${(0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .T)({ at: waitingSince, ...(timeZone === undefined ? {} : { timeZone }) })}`;
}
function hasCause(message) {
    return message.failure !== '' && (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOf */ .xJ)(message.state) !== 'info';
}
function causeOf(message) {
    if (!hasCause(message))
        return '';
    const lines = failureLines(message);
    const left = lines.length - CAUSE_LINES;
    return cut(`${lines.slice(0, CAUSE_LINES).join('; ')}${left > 0 ? ` … and ${left} more` : ''}`, LINE.cause);
}
function failureLines({ failure }) {
    return failure
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
function hasMore(message) {
    const { changes, undone } = message;
    const isCut = hasCause(message) && causeOf(message) !== failureLines(message).join('; ');
    return isCut || undone.length > 0 || changes.length > MOST_CHANGES;
}
function undoneNames({ undone }) {
    const words = { pass: 'done', fail: 'failed', unknown: 'not confirmed' };
    return undone.map(({ action, verdict }) => `${action} ${words[verdict]}`).join(', ');
}
function facts(message) {
    const { actor, approvedBy, commit, commitUrl = '', pull, pullUrl = '', releaseId, repository } = message;
    const all = [
        ['Commit', commit.slice(0, 12), commitUrl],
        ['Pull request', pull === undefined ? '' : `#${pull}`, pullUrl],
        ['Started by', actor, ''],
        ['Approved by', approvedBy, ''],
        ['Release', releaseId, ''],
        ['Repository', repository, ''],
    ];
    return all.filter(([, value]) => value !== '');
}
function undoLines(message) {
    return message.undone.map(({ action, verdict, message: words }) => `${action}: ${verdict}, ${words}`);
}
function plainText(message) {
    const section = (title, lines) => lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `- ${line}`)];
    const [first, second, ...others] = facts(message).map(([label, value, url]) => label === 'Pull request' || label === 'Commit' ? `${label}: ${value} ${url}`.trimEnd() : `${label}: ${value}`);
    return [
        `${lookOf(message).sign} ${headline(message)}`,
        ...mainLines(message).map(([label, text]) => (label === '' ? text : `${label}: ${text}`)),
        ...[first, second].filter((line) => line !== undefined),
        '',
        ...others,
        `Time: ${(0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .timeText */ .T)(message)}`,
        ...section('Changes', message.changes.length > MOST_CHANGES ? message.changes : []),
        ...section('Undone', undoLines(message)),
        ...(hasCause(message) ? ['', 'What failed:', message.failure] : []),
        ...section('Links', message.links.map(({ label, url }) => `${label}: ${url}`)),
    ].join('\n');
}
function listed(entries, { length, total }) {
    const kept = [];
    let used = 0;
    for (const entry of entries) {
        const line = oneLine(entry, length);
        used += line.length + 1;
        if (used > total)
            break;
        kept.push(line);
    }
    const left = entries.length - kept.length;
    return left === 0 ? kept : [...kept, `… and ${left} more`];
}
function oneLine(text, most) {
    return cut(text.replace(/\s+/g, ' ').trim(), most);
}
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const kept = text.slice(0, limit - 1);
    return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
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
/******/ 		return ({"9":"../shared/yaml.common.chunk.js","410":"../shared/transport.chunk.js","517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","854":"drill.chunk.js","909":"nodemailer.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(293517);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
