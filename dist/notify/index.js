import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 542:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 1312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zz: () => (/* binding */ compose),
  Uo: () => (/* binding */ headOf),
  Sz: () => (/* binding */ stateNow),
  QJ: () => (/* binding */ taskNow)
});

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __nccwpck_require__(9311);
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
var lib_inputs = __nccwpck_require__(2648);
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

/***/ 2648:
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
var lib_secret = __nccwpck_require__(9558);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(394);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
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
        expected: `one of ${words.join(', ')}`,
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
const identityInputs = () => ({
    'identity-path': described(text('/api/health', { pattern: /^(none|\/.*)$/, expected: 'a path that starts with /, or none' }), 'Path of the health route that reports which build answers (`metadata.deployment_id` or `metadata.git_commit`). It is requested on every production host after traffic was moved. `none` requests no host; then it is never certain that all traffic was moved back, so that a rollback keeps the schema.'),
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
var message = __nccwpck_require__(7363);
// EXTERNAL MODULE: ./packages/notify/lib/drill/run-drill.js
var run_drill = __nccwpck_require__(691);
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

/***/ 6283:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4743);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6294);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5357:
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

/***/ 6294:
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
var cancelled_job = __nccwpck_require__(4329);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/notify/lib/words.js
var lib_words = __nccwpck_require__(7133);
// EXTERNAL MODULE: ./packages/notify/lib/deliver.js + 1 modules
var deliver = __nccwpck_require__(8405);
// EXTERNAL MODULE: ./packages/notify/lib/message.js
var lib_message = __nccwpck_require__(7363);
// EXTERNAL MODULE: ./packages/notify/lib/targets.js + 2 modules
var lib_targets = __nccwpck_require__(3617);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(9311);
// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(782);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(2098);
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(4515);
// EXTERNAL MODULE: ./packages/notify/lib/undelivered.js
var undelivered = __nccwpck_require__(2473);
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
    const mark = (0,external_node_crypto_.createHash)('sha256').update(`${message.state}\n${message.failure}`).digest('hex').slice(0, 16);
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
const email = {
    type: 'email',
    tasks: 'failures',
    open(fields) {
        const smtp = fields.secretUrl('smtp', ['smtps:', 'smtp:']);
        const from = fields.text('from', { required: true, expected: 'an address' });
        const to = fields.list('to', { required: true });
        return {
            place: to.join(', '),
            secrets: [smtp],
            async send(message) {
                const { default: nodemailer } = await __nccwpck_require__.e(/* import() */ 909).then(__nccwpck_require__.bind(__nccwpck_require__, 5909));
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
    const thread = `<${(0,external_node_crypto_.createHash)('sha256').update(message.key).digest('hex').slice(0, 32)}@lockstep.invalid>`;
    return {
        subject: `${(0,lib_words/* lookOf */.Li)(message).sign} ${(0,lib_words/* headline */.Pl)(message)}${message.summary === '' ? '' : ` (${message.summary})`}`,
        text: (0,lib_words/* plainText */.wh)(message),
        messageId: `<${(0,external_node_crypto_.randomUUID)()}@lockstep.invalid>`,
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
var inline_text = __nccwpck_require__(6767);
// EXTERNAL MODULE: ./packages/notify/lib/time.js
var time = __nccwpck_require__(2403);
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
            const remarks = await issuesOf(world)
                .remarks(Number(handle['issue']), since)
                .catch((thrown) => {
                throw unread(thrown);
            });
            const first = remarks.find(({ isPerson, atMs }) => isPerson && atMs >= Date.parse(since));
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
var secret = __nccwpck_require__(9558);
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
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, length);
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
    return key.length <= DEDUP_LENGTH ? key : `lockstep:${kind}:${(0,external_node_crypto_.createHash)('sha256').update(line).digest('hex')}`;
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
    const explained = (0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex').slice(0, 16);
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
                const id = `msg_${(0,external_node_crypto_.randomUUID)()}`;
                const timestamp = Math.floor(world.clock.now() / 1_000);
                const { continues: _, isCommitKnown: ____, timeZone: __, timeline: ___, ...rest } = message;
                const data = { ...rest, severity: (0,lib_message/* severityOf */.xJ)(message.state), headline: (0,lib_words/* headline */.Pl)(message) };
                const body = JSON.stringify({ type: typeOf(message.state), timestamp: message.at, data });
                const signature = (0,external_node_crypto_.createHmac)('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
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
var compose = __nccwpck_require__(1312);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __nccwpck_require__(8896);
;// CONCATENATED MODULE: ./packages/github/lib/client.js


const MOST_PAGES = 100;
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
        transport ??= Promise.all(/* import() */[__nccwpck_require__.e(517), __nccwpck_require__.e(282)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2282)).then(({ openTransport }) => openTransport(options));
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
var journal_state = __nccwpck_require__(3163);
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
var inputs = __nccwpck_require__(2648);
;// CONCATENATED MODULE: ./packages/github/lib/issues.js
function openIssues(github) {
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
            return list.map(({ created_at, user }) => ({
                authorId: user === null ? '' : String(user.id),
                isPerson: user?.type === 'User',
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
var lib_memory = __nccwpck_require__(5357);
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
        const { drill } = await Promise.all(/* import() */[__nccwpck_require__.e(9), __nccwpck_require__.e(239)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1239));
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

/***/ 4329:
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

/***/ 3163:
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

/***/ 4743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(4515);
// EXTERNAL MODULE: ./packages/base/lib/secret-forms.js
var secret_forms = __nccwpck_require__(132);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(9558);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
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
            setOutput(name, value instanceof secret/* Secret */.z ? value.reveal() : outputText((0,redact/* redactData */.Ed)({ [name]: value })[name]));
        }
    }
    exportVariable(name, value) {
        exportVariable(name, (0,redact/* redactData */.Ed)(value));
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
function outputText(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
function harmless(line) {
    return line.replace(/^([^\S\n\r\u2028\u2029]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
function foreign(text) {
    const token = (0,external_node_crypto_.randomUUID)();
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


class Context {
    /**
     * Hydrate the context from the environment
     */
    constructor() {
        var _a, _b, _c;
        this.payload = {};
        if (process.env.GITHUB_EVENT_PATH) {
            if ((0,external_fs_namespaceObject.existsSync)(process.env.GITHUB_EVENT_PATH)) {
                this.payload = JSON.parse((0,external_fs_namespaceObject.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: 'utf8' }));
            }
            else {
                const path = process.env.GITHUB_EVENT_PATH;
                process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${external_os_namespaceObject.EOL}`);
            }
        }
        this.eventName = process.env.GITHUB_EVENT_NAME;
        this.sha = process.env.GITHUB_SHA;
        this.ref = process.env.GITHUB_REF;
        this.workflow = process.env.GITHUB_WORKFLOW;
        this.action = process.env.GITHUB_ACTION;
        this.actor = process.env.GITHUB_ACTOR;
        this.job = process.env.GITHUB_JOB;
        this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
        this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
        this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
        this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
        this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
        this.graphqlUrl =
            (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
    }
    get issue() {
        const payload = this.payload;
        return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
    }
    get repo() {
        if (process.env.GITHUB_REPOSITORY) {
            const [owner, repo] = process.env.GITHUB_REPOSITORY.split('/');
            return { owner, repo };
        }
        if (this.payload.repository) {
            return {
                owner: this.payload.repository.owner.login,
                repo: this.payload.repository.name
            };
        }
        throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
    }
}
//# sourceMappingURL=context.js.map
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

;// CONCATENATED MODULE: ./packages/action-shell/lib/failure.js

function outcomeOfError(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const message = (0,errors/* describe */.q0)(error);
    const unknown = (reason, text = message) => ({ verdict: 'unknown', reason, message: text });
    if (error instanceof errors/* InputError */.dz) {
        const causes = error.problems.map((problem) => ({ message: problem }));
        return { verdict: 'fail', reason: 'invalid-input', message, causes };
    }
    if (error instanceof errors/* RemoteError */.Hi)
        return unknown('remote-error');
    if (error instanceof errors/* CancelledError */.cc)
        return unknown('cancelled');
    if (error instanceof errors/* DeadlineError */.j3)
        return unknown('deadline');
    return unknown('internal-error', `a fault of Lockstep itself, please report it with the debug log: ${message}`);
}
function stackOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const ours = ![errors/* InputError */.dz, errors/* RemoteError */.Hi, errors/* CancelledError */.cc, errors/* DeadlineError */.j3].some((kind) => error instanceof kind);
    return ours ? error.stack : undefined;
}

// EXTERNAL MODULE: ./packages/action-shell/lib/journal-state.js
var journal_state = __nccwpck_require__(3163);
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
    const http = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
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

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(394);
// EXTERNAL MODULE: ./packages/action-shell/lib/cancelled-job.js
var cancelled_job = __nccwpck_require__(4329);
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
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => controller.abort(new errors/* CancelledError */.cc(`cancelled by ${signal}`)));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(6298);
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
var lines = __nccwpck_require__(7423);
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
    return AbortSignal.any([shell.signal, controller.signal]);
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
        saveState(`${PREFIX}${key}`, text);
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
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
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
    const instance = (0,external_node_crypto_.randomUUID)();
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

/***/ 6298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony exports isCancellation, isFresh */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);

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

/***/ 2098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6298);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(394);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6029);



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

/***/ 394:
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

/***/ 6029:
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
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7423);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4515);


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

/***/ 9311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(394);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9558);


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
        if (value === undefined || value === null || value === '') {
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
        if (items.some((item) => typeof item !== 'string' || item === '')) {
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
function kindOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
}


/***/ }),

/***/ 6767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ linkTarget),
/* harmony export */   l: () => (/* binding */ inlineText)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(663);

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

/***/ 7423:
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

/***/ 5917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7423);

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

/***/ 663:
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

/***/ 4515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ rememberPublic),
/* harmony export */   Ed: () => (/* binding */ redactData),
/* harmony export */   Gz: () => (/* binding */ rememberSecret),
/* harmony export */   Rd: () => (/* binding */ redactText)
/* harmony export */ });
/* unused harmony export forgetSecrets */
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(132);

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

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);


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

/***/ 132:
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

/***/ 9558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4515);

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

/***/ 8896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(782);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7423);

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

/***/ 8405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cK: () => (/* binding */ deliver),
  Bn: () => (/* binding */ deliverTo),
  Vj: () => (/* binding */ verdictOf)
});

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(4515);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(2098);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
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

// EXTERNAL MODULE: ./packages/notify/lib/targets.js + 2 modules
var lib_targets = __nccwpck_require__(3617);
// EXTERNAL MODULE: ./packages/notify/lib/undelivered.js
var undelivered = __nccwpck_require__(2473);
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

/***/ 691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ AWAITED),
/* harmony export */   BT: () => (/* binding */ runDrill),
/* harmony export */   fP: () => (/* binding */ acknowledgedAfter),
/* harmony export */   yy: () => (/* binding */ answerText)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6298);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2098);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4515);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6029);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(394);
/* harmony import */ var _deliver_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8405);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2403);
/* harmony import */ var _undelivered_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2473);




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

/***/ 7363:
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

/***/ 3617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ parseTargets),
  Y: () => (/* binding */ wants)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(9311);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(394);
;// CONCATENATED MODULE: ./packages/base/lib/yaml-reason.js
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}

;// CONCATENATED MODULE: ./node_modules/.pnpm/js-yaml@5.5.0/node_modules/js-yaml/dist/js-yaml.mjs
/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
//#region src/tag.ts
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
//#endregion
//#region src/tag/scalar/str.ts
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
//#endregion
//#region src/tag/scalar/null_core.ts
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_json.ts
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_yaml11.ts
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/bool_core.ts
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_json.ts
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_yaml11.ts
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/int_core.ts
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_json.ts
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_yaml11.ts
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/float_core.ts
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
//#endregion
//#region src/tag/scalar/float_json.ts
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
//#endregion
//#region src/tag/scalar/float_yaml11.ts
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
//#endregion
//#region src/tag/scalar/merge.ts
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
//#endregion
//#region src/tag/scalar/binary.ts
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
//#endregion
//#region src/tag/scalar/timestamp.ts
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
//#endregion
//#region src/tag/sequence/seq.ts
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
//#endregion
//#region src/common/object.ts
function isPlainObject(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
	const result = {};
	for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
	return result;
}
//#endregion
//#region src/tag/sequence/omap.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
//#endregion
//#region src/tag/sequence/pairs.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
//#endregion
//#region src/tag/mapping/map.ts
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/tag/mapping/set.ts
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
//#endregion
//#region src/schema.ts
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
/**
* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
* collection syntax.
*
* @category Schemas
*/
var JSON_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* YAML 1.1-compatible schema.
*
* @category Schemas
*/
var YAML11_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
//#endregion
//#region src/tag/mapping/real_map.ts
/**
* Recommended when non-string keys are actually needed. It uses native
* JavaScript `Map` objects, so keys keep their constructed types instead of
* being converted to strings.
*
* It is not the default to avoid widespread breaking changes in existing
* projects. `Map` has a different access API and does not pass deep equality
* checks against `{}`-based fixtures. Alongside the other changes in v5,
* making it the default was considered too disruptive.
*
* If these differences are acceptable for your project, we recommend using
* {@link realMapTag} to guarantee the absence of problems and side effects.
*
* @example
* Enable {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Tags
*/
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
//#endregion
//#region src/tag/mapping/legacy_map.ts
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
/**
* This implementation exists solely to reproduce v4 behavior exactly. Its use
* is strongly discouraged. If complex or non-string keys are needed, use
* {@link realMapTag} instead.
*
* @category Tags
*/
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/common/snippet.ts
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
//#endregion
//#region src/common/exception.ts
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
//#endregion
//#region src/parser/events.ts
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
//#endregion
//#region src/parser/parser_scalar.ts
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
//#endregion
//#region src/common/tagname.ts
var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
	return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
function tagPercentEncode(source, isSuffix) {
	const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
	let result = "";
	for (let index = 0; index < source.length; index++) {
		let ch = source.charCodeAt(index);
		if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
			result += source[index];
			continue;
		}
		if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
		if (ch < 128) result += percentByte(ch);
		else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
		else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
	}
	return result;
}
function tagPercentDecode(source) {
	let result = "";
	let index = 0;
	while (index < source.length) {
		if (source.charCodeAt(index) !== 37) {
			result += source[index++];
			continue;
		}
		let ch = parseInt(source.slice(index + 1, index + 3), 16);
		index += 3;
		if (ch >= 192) {
			let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
			ch &= (1 << 6 - remaining) - 1;
			while (remaining-- > 0) {
				ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
				index += 3;
			}
		}
		if (ch < 65536) result += String.fromCharCode(ch);
		else {
			ch -= 65536;
			result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
		}
	}
	return result;
}
function tagNameFull(rawTag, tagHandlers) {
	if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
	const handleEnd = rawTag.indexOf("!", 1);
	const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
	return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
function tagNameShort(fullTag) {
	let tag = fullTag;
	if (tag.charCodeAt(0) === 33) {
		tag = tag.slice(1);
		return `!${tagPercentEncode(tag, true)}`;
	}
	if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
	return `!<${tagPercentEncode(tag, false)}>`;
}
//#endregion
//#region src/parser/constructor.ts
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
function eventPosition$1(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function throwError$1(state, message) {
	YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
	try {
		return tag.finalize(carrier);
	} catch (error) {
		if (error instanceof YAMLException) throw error;
		YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
	}
}
function constructScalar(state, event) {
	const source = getScalarValue(state.source, event);
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	const strTag = state.schema.defaultScalarTag;
	if (rawTag !== "") {
		if (rawTag === "!") return {
			value: source,
			tag: strTag
		};
		const tagName = tagNameFull(rawTag, state.tagHandlers);
		const scalarTag = state.schema.lookupScalarTag(tagName);
		if (scalarTag) {
			const result = scalarTag.resolve(source, true, tagName);
			if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			return {
				value: result,
				tag: scalarTag
			};
		}
		const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
		if (collectionTagDef) {
			if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			const carrier = collectionTagDef.create(tagName);
			return {
				value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
				tag: collectionTagDef
			};
		}
		throwError$1(state, `unknown scalar tag !<${tagName}>`);
	}
	if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
	return {
		value: strTag.resolve(source, false, strTag.tagName),
		tag: strTag
	};
}
function collectionTagName(state, event, defaultTagName) {
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
	return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
	state.totalMergeKeys++;
	if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source, sourceTag) {
	chargeMergeWork(state);
	for (const sourceKey of sourceTag.keys(source)) {
		chargeMergeWork(state);
		if (frame.tag.has(frame.value, sourceKey)) continue;
		const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
		if (err) throwError$1(state, err);
		frame.overridable ??= /* @__PURE__ */ new Set();
		frame.overridable.add(sourceKey);
	}
}
function mergeSource(state, frame, source, sourceTag) {
	state.position = frame.keyPosition;
	if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
	else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
		if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
		for (const element of source) {
			const elementTag = state.nodeTags.get(element);
			if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
			mergeKeys(state, frame, element, elementTag);
		}
	} else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key, value, tag) {
	state.position = frame.keyPosition;
	if (frame.keyIsMerge) {
		mergeSource(state, frame, value, tag);
		return;
	}
	if (!state.json && frame.tag.has(frame.value, key) && !frame.overridable?.has(key)) throwError$1(state, "duplicated mapping key");
	const err = frame.tag.addPair(frame.value, key, value);
	if (err) throwError$1(state, err);
	frame.overridable?.delete(key);
}
function addValue(state, value, tag) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") {
		frame.value = value;
		frame.hasValue = true;
	} else if (frame.kind === "sequence") {
		if (isMappingTag(tag)) state.nodeTags.set(value, tag);
		const err = frame.tag.addItem(frame.value, value, frame.index++);
		if (err) throwError$1(state, err);
	} else if (frame.hasKey) {
		const key = frame.key;
		frame.key = void 0;
		frame.hasKey = false;
		addMappingValue(state, frame, key, value, tag);
	} else {
		frame.key = value;
		frame.keyPosition = state.position;
		frame.hasKey = true;
		frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
	}
}
function storeAnchor(state, event, value, tag, isValueFinal) {
	if (event.anchorStart !== NO_RANGE$2) {
		const anchor = {
			value,
			tag,
			isValueFinal
		};
		state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
		return anchor;
	}
	return null;
}
/**
* Constructs JavaScript documents directly from parser events, without an
* intermediate AST.
*
* @category Events
*/
function constructFromEvents(events, options) {
	const state = {
		...DEFAULT_CONSTRUCTOR_OPTIONS,
		...options,
		events,
		documents: [],
		eventIndex: 0,
		position: 0,
		frames: [],
		anchors: /* @__PURE__ */ new Map(),
		nodeTags: /* @__PURE__ */ new Map(),
		tagHandlers: Object.create(null),
		totalMergeKeys: 0,
		aliasCount: 0
	};
	while (state.eventIndex < state.events.length) {
		const event = state.events[state.eventIndex++];
		state.position = eventPosition$1(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT:
				state.anchors = /* @__PURE__ */ new Map();
				state.nodeTags = /* @__PURE__ */ new Map();
				state.aliasCount = 0;
				state.tagHandlers = Object.create(null);
				for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
				state.frames.push({
					kind: "document",
					position: state.position,
					value: void 0,
					hasValue: false
				});
				break;
			case EVENT_ID.SCALAR: {
				const { value, tag } = constructScalar(state, event);
				storeAnchor(state, event, value, tag, true);
				addValue(state, value, tag);
				break;
			}
			case EVENT_ID.SEQUENCE: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
				const tag = state.schema.lookupSequenceTag(tagName);
				if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "sequence",
					position: state.position,
					value,
					tag,
					anchor,
					index: 0
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
				const tag = state.schema.lookupMappingTag(tagName);
				if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "mapping",
					position: state.position,
					value,
					tag,
					anchor,
					key: void 0,
					keyPosition: state.position,
					hasKey: false,
					keyIsMerge: false,
					overridable: null
				});
				break;
			}
			case EVENT_ID.ALIAS: {
				if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
				const name = state.source.slice(event.anchorStart, event.anchorEnd);
				const anchor = state.anchors.get(name);
				if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
				if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
				addValue(state, anchor.value, anchor.tag);
				break;
			}
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.hasKey) {
					state.position = frame.keyPosition;
					throwError$1(state, "incomplete mapping pair in event stream");
				}
				if (frame.kind === "document") state.documents.push(frame.value);
				else {
					const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
					if (frame.anchor) {
						frame.anchor.value = value;
						frame.anchor.isValueFinal = true;
					}
					addValue(state, value, frame.tag);
				}
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/parser/parser.ts
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		...DEFAULT_PARSER_OPTIONS,
		...options,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
//#endregion
//#region src/load.ts
var DEFAULT_LOAD_OPTIONS = {
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
	const opts = {
		...DEFAULT_LOAD_OPTIONS,
		...options
	};
	const source = String(input);
	const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
	const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
	return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
		...pick(opts, CONSTRUCTOR_OPT_KEYS),
		source
	});
}
function loadAll(input, iteratorOrOptions, options) {
	let iterator = null;
	if (typeof iteratorOrOptions === "function") iterator = iteratorOrOptions;
	else if (iteratorOrOptions !== null && typeof iteratorOrOptions === "object") options = iteratorOrOptions;
	const documents = loadDocuments(input, options);
	if (iterator === null) return documents;
	for (const document of documents) iterator(document);
}
/**
* Parses `string` as a single YAML document. Throws {@link YAMLException} on
* error. This function does not understand multi-document or empty sources; it
* throws an exception on those.
*
* > [!NOTE]
* > 1. When processing untrusted input, see the
* >    [security considerations](../docs/safety.md).
* > 2. All exceptions MUST be caught, not just {@link YAMLException}.
* > 3. The default {@link CORE_SCHEMA} comes without the `!!merge` tag. You can
* >    easily enable it if needed.
* > 4. The default {@link mapTag} is `{}`-object based, with known limitations
* >    (see description). For full compatibility use {@link realMapTag}
* >    instead (it uses native JS `Map`).
*
* @example
* Enable {@link mergeTag} and {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag, realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Main
*/
function load(input, options) {
	const documents = loadDocuments(input, options);
	if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
	if (documents.length === 1) return documents[0];
	throw new YAMLException("expected a single document in the stream, but found more");
}
//#endregion
//#region src/ast/from_js.ts
var INVALID = Symbol("INVALID");
function buildRepresentTypes(schema) {
	const defaultTags = new Set([
		schema.defaultScalarTag,
		schema.defaultSequenceTag,
		schema.defaultMappingTag
	].filter((t) => t !== void 0));
	const implicitScalars = schema.implicitScalarTags;
	const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
	const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
	return [
		...implicitScalars.map((tag) => ({
			tag,
			implicitTag: true
		})),
		...explicitTags.map((tag) => ({
			tag,
			implicitTag: false
		})),
		...defaultTagsLast.map((tag) => ({
			tag,
			implicitTag: true
		}))
	];
}
function matchTag(state, object) {
	for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
		const { tag, implicitTag } = state.representTypes[index];
		if (tag.identify(object)) {
			let tagName;
			if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
			else tagName = tag.tagName;
			return {
				tag,
				tagName,
				implicitTag
			};
		}
	}
	return null;
}
function build(state, object) {
	if (!state.noRefs && object !== null && typeof object === "object") {
		const existing = state.refs.get(object);
		if (existing) {
			if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
			return {
				kind: "alias",
				anchor: existing.anchor
			};
		}
	}
	const matched = matchTag(state, object);
	if (!matched) {
		if (object === void 0) return INVALID;
		if (state.skipInvalid) return INVALID;
		throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
	}
	const { tag, tagName, implicitTag } = matched;
	const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
	if (tag.nodeKind === "scalar") return {
		kind: "scalar",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: SCALAR_STYLE.PLAIN,
		value: tag.represent(object)
	};
	if (tag.nodeKind === "sequence") {
		const container = tag.represent(object);
		const node = {
			kind: "sequence",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (let index = 0, length = container.length; index < length; index += 1) {
			let item = build(state, container[index]);
			if (item === INVALID && container[index] === void 0) item = build(state, null);
			if (item === INVALID) continue;
			node.items.push(item);
		}
		return node;
	}
	const map = tag.represent(object);
	const node = {
		kind: "mapping",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: COLLECTION_STYLE.BLOCK,
		items: []
	};
	if (!state.noRefs) state.refs.set(object, node);
	for (const [objectKey, objectValue] of map) {
		const key = build(state, objectKey);
		if (key === INVALID) continue;
		const value = build(state, objectValue);
		if (value === INVALID) continue;
		node.items.push({
			key,
			value
		});
	}
	return node;
}
/**
* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
* root becomes an empty document, which the presenter renders as an empty
* string.
*
* @category AST
*/
function jsToAst(input, schema, options = {}) {
	const root = build({
		representTypes: buildRepresentTypes(schema),
		noRefs: options.noRefs ?? false,
		skipInvalid: options.skipInvalid ?? false,
		refs: /* @__PURE__ */ new Map(),
		refCounter: 0
	}, input);
	return [{
		contents: root === INVALID ? null : root,
		directives: []
	}];
}
//#endregion
//#region src/ast/visit.ts
/**
* Return from a visitor to stop the whole traversal.
*
* @category AST
*/
var VISIT_BREAK = Symbol("visit:break");
/**
* Return from a visitor to skip the current node's children.
*
* @category AST
*/
var VISIT_SKIP = Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
	const control = visitor(node, ctx);
	if (control === VISIT_BREAK) return true;
	if (control === VISIT_SKIP) return false;
	const depth = ctx.depth + 1;
	switch (node.kind) {
		case "sequence":
			for (const item of node.items) if (visitNode(item, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
			break;
		case "mapping": for (const { key, value } of node.items) {
			if (visitNode(key, visitor, {
				depth,
				parent: node,
				isKey: true
			})) return true;
			if (visitNode(value, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
		}
	}
	return false;
}
/**
* Walk every node in the documents, calling {@link Visitor} once per
* node (pre-order).
*
* @category AST
*/
function visit(documents, visitor) {
	for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
		depth: 0,
		parent: null,
		isKey: false
	})) return;
}
//#endregion
//#region src/ast/styler_defaults.ts
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
//#endregion
//#region src/ast/scalar_styler.ts
function setBit(mask, bit) {
	return mask | 1 << bit;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
	const str = layout.node.value;
	if (str !== "") {
		if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
		if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
		if (layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1) {
				const content = str.slice(firstLineBreak + 1);
				if (C_FORBIDDEN_CONTENT.test(content)) return false;
			}
		}
	}
	const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
	if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
	if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
	return true;
}
function canUseSingleQuoted(layout) {
	const str = layout.node.value;
	if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
	if (/[ \t]\n|\n[ \t]/.test(str)) return false;
	if (!layout.isKey && layout.shiftOfContent === 0) {
		const firstLineBreak = str.indexOf("\n");
		if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
	}
	return true;
}
function canUseBlock(layout) {
	if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
	const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
	if (contentIndent < 1) return false;
	if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
	if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
	return true;
}
function detectAllowedStyles(layout) {
	let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
	if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
	if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
	if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
	layout.allowedStylesMask = mask;
}
function renderScalar(layout) {
	switch (layout.style) {
		case SCALAR_STYLE.PLAIN: return renderPlain(layout);
		case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
		case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
		case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
		case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
	}
}
function renderPlain(layout) {
	return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
function renderSingleQuoted(layout) {
	return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
function renderLiteralBlock(layout) {
	const value = layout.node.value;
	return "|" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
}
function renderFoldedBlock(layout) {
	const value = layout.node.value;
	const w = layout.presenterOptions.lineWidth;
	let availableWidth = Infinity;
	if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	return ">" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
}
function renderDoubleQuoted(layout) {
	return `"${escapeString(layout.node.value)}"`;
}
function encodeFlowBreaks(string, shiftOfContent) {
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) return string;
	const pad = " ".repeat(shiftOfContent);
	let result = string.slice(0, nextLF);
	const lineRe = /(\n+)([^\n]*)/g;
	lineRe.lastIndex = nextLF;
	let match;
	while (match = lineRe.exec(string)) {
		const breaks = match[1].length;
		const line = match[2];
		result += "\n".repeat(breaks + 1) + pad + line;
	}
	return result;
}
function indentString(string, spaces) {
	const indent = " ".repeat(spaces);
	let position = 0;
	let result = "";
	const length = string.length;
	while (position < length) {
		let line;
		const next = string.indexOf("\n", position);
		if (next === -1) {
			line = string.slice(position);
			position = length;
		} else {
			line = string.slice(position, next + 1);
			position = next + 1;
		}
		if (line.length && line !== "\n") result += indent;
		result += line;
	}
	return result;
}
function needIndentIndicator(string) {
	return /^\n* /.test(string);
}
function blockHeader(string, shiftOfParent, shiftOfContent) {
	const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
	const clip = string[string.length - 1] === "\n";
	return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
}
function dropEndingNewline(string) {
	return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
function isMoreIndented(char) {
	return char === " " || char === "	";
}
function foldLine(line, width) {
	if (line === "" || isMoreIndented(line[0])) return line;
	const breakRe = / [^ \t]/g;
	let match;
	let start = 0;
	let end;
	let curr = 0;
	let next = 0;
	let result = "";
	while (match = breakRe.exec(line)) {
		next = match.index;
		if (next - start > width) {
			end = curr > start ? curr : next;
			result += `\n${line.slice(start, end)}`;
			start = end + 1;
		}
		curr = next;
	}
	result += "\n";
	if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
	else result += line.slice(start);
	return result.slice(1);
}
function foldBlockScalar(string, width) {
	const lineRe = /(\n+)([^\n]*)/g;
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) nextLF = string.length;
	lineRe.lastIndex = nextLF;
	let result = foldLine(string.slice(0, nextLF), width);
	let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
	let moreIndented;
	let match;
	while (match = lineRe.exec(string)) {
		const prefix = match[1];
		const line = match[2];
		moreIndented = line !== "" && isMoreIndented(line[0]);
		result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
		prevMoreIndented = moreIndented;
	}
	return result;
}
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
	switch (character) {
		case "\0": return "\\0";
		case "\x07": return "\\a";
		case "\b": return "\\b";
		case "	": return "\\t";
		case "\n": return "\\n";
		case "\v": return "\\v";
		case "\f": return "\\f";
		case "\r": return "\\r";
		case "\x1B": return "\\e";
		case "\"": return "\\\"";
		case "\\": return "\\\\";
		case "": return "\\N";
		case "\xA0": return "\\_";
		case "\u2028": return "\\L";
		case "\u2029": return "\\P";
	}
	const code = character.charCodeAt(0);
	const hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
	return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
function escapeString(string) {
	return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
//#endregion
//#region src/ast/presenter.ts
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
function nodeTagShort(node) {
	return node.tagged ? node.tag : tagNameShort(node.tag);
}
function createPresenterState(options) {
	const opts = {
		...DEFAULT_PRESENTER_OPTIONS,
		...options
	};
	if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
	return {
		...opts,
		defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
		openEnded: false
	};
}
function generateNextLine(state, level) {
	return `\n${" ".repeat(state.indent * level)}`;
}
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
	return {
		node,
		parent,
		level,
		isKey,
		flowOnly,
		shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
		shiftOfContent: state.indent * Math.max(1, level),
		shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
		presenterOptions: state,
		allowedStylesMask: 0,
		style: node.style
	};
}
function writeFlowSequence(state, level, node) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level, node.items[index], node, {}).text;
		if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		result += item;
	}
	const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
	return `[${pad}${result}${pad}]`;
}
function writeBlockSequence(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level + 1, node.items[index], node, {
			block: true,
			compact: state.seqInlineFirst,
			isblockseq: true
		}).text;
		if (!compact || result !== "") result += generateNextLine(state, level);
		if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
		else result += "- ";
		result += item;
	}
	return result;
}
function writeFlowMapping(state, level, node) {
	let result = "";
	for (const { key, value } of node.items) {
		let pairBuffer = "";
		if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		const keyRender = writeNode(state, level, key, node, { iskey: true });
		const keyText = keyRender.text;
		const valueText = writeNode(state, level, value, node, {}).text;
		const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
		pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
		result += pairBuffer;
	}
	const pad = state.flowBracketPadding && result !== "" ? " " : "";
	return `{${pad}${result}${pad}}`;
}
function writeBlockMapping(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		let pairBuffer = "";
		if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
		const { key, value } = node.items[index];
		const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
		const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			isblockseq: !cannotBeCompact(state, key, level + 1)
		}) : writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			iskey: true
		});
		const keyText = keyRender.text;
		const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
		const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
		const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
		if (explicitPair) {
			if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
			else pairBuffer += "? ";
		}
		pairBuffer += keyText;
		if (explicitPair) pairBuffer += generateNextLine(state, level);
		const valueText = writeNode(state, level + 1, value, node, {
			block: true,
			compact: explicitPair,
			isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
		}).text;
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
		if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
		else pairBuffer += `${keyColonSep}: `;
		pairBuffer += valueText;
		result += pairBuffer;
	}
	return result;
}
function cannotBeCompact(state, node, level) {
	if (node.kind === "alias") return true;
	return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
function writeNode(state, level, node, parent, ctx) {
	if (node.kind === "alias") {
		state.openEnded = false;
		return {
			text: `*${node.anchor}`,
			noBody: false
		};
	}
	const { block = false, iskey = false, isblockseq = false } = ctx;
	let compact = ctx.compact ?? false;
	const hasAnchor = node.anchor !== void 0;
	if (cannotBeCompact(state, node, level)) compact = false;
	let body;
	let shouldPrintTag = node.tagged;
	const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
	if (node.kind === "mapping") {
		if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
		else body = writeFlowMapping(state, level, node);
	} else if (node.kind === "sequence") {
		if (useBlockCollection) {
			if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
			else body = writeBlockSequence(state, level, node, compact);
		} else body = writeFlowSequence(state, level, node);
	} else {
		const layout = scalarLayout(state, node, parent, level, iskey, !block);
		detectAllowedStyles(layout);
		for (const rule of state.scalarStyleRules) rule(layout);
		body = renderScalar(layout);
		state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
		shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
	}
	if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
	if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
	const noBody = body === "";
	let text = body;
	if (shouldPrintTag || hasAnchor) {
		const props = [];
		const tag = shouldPrintTag ? nodeTagShort(node) : null;
		const anchor = hasAnchor ? `&${node.anchor}` : null;
		if (state.tagBeforeAnchor) {
			if (tag !== null) props.push(tag);
			if (anchor !== null) props.push(anchor);
		} else {
			if (anchor !== null) props.push(anchor);
			if (tag !== null) props.push(tag);
		}
		const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
		text = `${props.join(" ")}${sep}${body}`;
	}
	return {
		text,
		noBody
	};
}
function rootStartsOwnLine(node) {
	return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
function writeDocumentDirectives(doc) {
	let result = "";
	for (const directive of doc.directives) {
		if (directive.kind === "yaml") {
			result += `%YAML ${directive.version}\n`;
			continue;
		}
		const { handle, prefix } = directive;
		result += `%TAG ${handle} ${prefix}\n`;
	}
	return result;
}
/**
* Build YAML from AST.
*
* @category AST
*/
function present(documents, options) {
	const state = createPresenterState(options);
	let result = "";
	let previousEnded = false;
	for (let index = 0; index < documents.length; index += 1) {
		const doc = documents[index];
		state.openEnded = false;
		const directives = writeDocumentDirectives(doc);
		const hasDirectives = directives !== "";
		const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
		result += directives;
		if (doc.contents === null) {
			if (marker) result += "---\n";
		} else if (marker) {
			const body = writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text;
			const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
			result += `---${sep}${body}\n`;
		} else result += writeNode(state, 0, doc.contents, null, {
			block: true,
			compact: true
		}).text + "\n";
		previousEnded = doc.explicitEnd || state.openEnded;
		if (previousEnded) result += "...\n";
	}
	return result;
}
//#endregion
//#region src/dump.ts
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
function defaultCompareFn(a, b) {
	const x = String(a);
	const y = String(b);
	if (x < y) return -1;
	if (x > y) return 1;
	return 0;
}
/**
* Serializes JS object as a YAML document. By default it can dump every
* supported YAML type, so it throws an exception if you try to dump regexps or
* functions. However, you can disable exceptions by setting the
* {@link DumpOptions.skipInvalid} option to `true`.
*
* @category Main
*/
function dump(input, options = {}) {
	const opts = {
		...DEFAULT_DUMP_OPTIONS,
		...options
	};
	const documents = jsToAst(input, opts.schema, {
		noRefs: opts.noRefs,
		skipInvalid: opts.skipInvalid
	});
	if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
		if (ctx.depth < opts.flowLevel) return;
		if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
		return VISIT_SKIP;
	});
	if (opts.sortKeys) {
		const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
		visit(documents, (node) => {
			if (node.kind !== "mapping") return;
			node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
		});
	}
	opts.transform(documents);
	return present(documents, {
		...pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
		schema: opts.schema
	});
}
//#endregion
//#region src/ast/from_events.ts
var NO_RANGE = (/* unused pure expression or super */ null && (-1));
function eventPosition(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function rawTag(state, event) {
	return event.tagStart === NO_RANGE ? "" : state.source.slice(event.tagStart, event.tagEnd);
}
function anchorName(state, event) {
	return event.anchorStart === NO_RANGE ? void 0 : state.source.slice(event.anchorStart, event.anchorEnd);
}
function buildScalar(state, event) {
	const value = getScalarValue(state.source, event);
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw !== "") {
		tagged = true;
		tag = raw;
	} else if (event.style === SCALAR_STYLE.PLAIN) tag = state.schema.resolveImplicitScalarTag(value).tag.tagName;
	else tag = state.schema.defaultScalarTag.tagName;
	return {
		kind: "scalar",
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event),
		value
	};
}
function buildCollection(state, event, defaultTagName) {
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw === "") tag = defaultTagName;
	else {
		tag = raw;
		tagged = true;
	}
	return {
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event)
	};
}
function addNode(state, node) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") frame.doc.contents = node;
	else if (frame.kind === "sequence") frame.node.items.push(node);
	else if (frame.key) {
		frame.node.items.push({
			key: frame.key,
			value: node
		});
		frame.key = null;
	} else frame.key = node;
}
/**
* Builds an AST from parser events
*
* @category AST
*/
function eventsToAst(events, options) {
	const state = {
		source: options.source,
		schema: options.schema,
		eventIndex: 0,
		position: 0,
		frames: [],
		documents: []
	};
	while (state.eventIndex < events.length) {
		const event = events[state.eventIndex++];
		state.position = eventPosition(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT: {
				const doc = {
					contents: null,
					explicitStart: event.explicitStart,
					explicitEnd: event.explicitEnd,
					directives: event.directives
				};
				state.frames.push({
					kind: "document",
					doc
				});
				break;
			}
			case EVENT_ID.SCALAR:
				addNode(state, buildScalar(state, event));
				break;
			case EVENT_ID.SEQUENCE: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:seq");
				const node = {
					kind: "sequence",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "sequence",
					node
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:map");
				const node = {
					kind: "mapping",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "mapping",
					node,
					key: null
				});
				break;
			}
			case EVENT_ID.ALIAS:
				addNode(state, {
					kind: "alias",
					anchor: state.source.slice(event.anchorStart, event.anchorEnd)
				});
				break;
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.key) throw new Error("incomplete mapping pair in event stream");
				if (frame.kind === "document") state.documents.push(frame.doc);
				else addNode(state, frame.node);
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/index.ts
/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
var EVENT_MAPPING = EVENT_ID.MAPPING;
/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
var EVENT_SCALAR = EVENT_ID.SCALAR;
/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
var EVENT_ALIAS = EVENT_ID.ALIAS;
/** @deprecated Use `EVENT_ID.POP` instead. @internal */
var EVENT_POP = EVENT_ID.POP;
/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;
//#endregion


//# sourceMappingURL=js-yaml.mjs.map
// EXTERNAL MODULE: ./packages/notify/lib/message.js
var lib_message = __nccwpck_require__(7363);
// EXTERNAL MODULE: ./packages/notify/lib/time.js
var time = __nccwpck_require__(2403);
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
        throw new errors/* InputError */.dz(`input "targets": not readable as YAML${where}: ${yamlReason(thrown.reason)}; ${quotes}`);
    }
}


/***/ }),

/***/ 2403:
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

/***/ 2473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Undelivered),
/* harmony export */   h: () => (/* binding */ deliveryOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);

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

/***/ 7133:
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
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(394);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7363);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2403);



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
/******/ 		return ({"9":"drill.common.chunk.js","239":"drill.chunk.js","282":"transport.chunk.js","517":"../shared/transport.common.contract-check.chunk.js","909":"nodemailer.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(6283);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
