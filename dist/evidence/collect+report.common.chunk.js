export const id = 633;
export const ids = [633];
export const modules = {

/***/ 3703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ anchoredTrail)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6029);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2584);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(314);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1126);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7099);
/* harmony import */ var _trail_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7290);





async function anchoredTrail(values, shell) {
    const { clock, env, signal } = shell;
    const given = givenAnchors(values, env.workspace);
    const { anchors: place, trail } = await (0,_trail_js__WEBPACK_IMPORTED_MODULE_2__/* .trailOf */ .Q)(values, shell);
    const kept = place === undefined ? [] : await (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__/* .anchorsAt */ .o)(place, { signal });
    const objects = await (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_4__/* .readTrail */ .h)(trail, { signal });
    return { name: trail.name, objects, anchors: [...given, ...kept], nowMs: clock.now() };
}
function givenAnchors(values, workspace) {
    const problems = [];
    const inText = values.anchors.flatMap((line) => {
        const found = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__/* .anchorsIn */ .IC)(line, 'the input anchors');
        if (found.length === 0)
            problems.push(`input "anchors": no anchor in "${line}", expected lockstep-anchor NUMBER DIGEST`);
        return found;
    });
    const inFiles = values['anchor-files'].flatMap((path) => {
        const text = (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesIn */ .t)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, path), workspace, 'anywhere')?.toString('utf8');
        if (text === undefined)
            problems.push(`input "anchor-files": ${path} cannot be read`);
        const found = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__/* .anchorsInFile */ .QL)(text ?? '', path);
        if (text !== undefined && found.length === 0)
            problems.push(`input "anchor-files": no anchor in ${path}`);
        return found;
    });
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .dz(problems);
    return [...inText, ...inFiles];
}


/***/ }),

/***/ 2534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ controlsIn)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(9311);
// EXTERNAL MODULE: ./packages/base/lib/yaml-reason.js
var yaml_reason = __webpack_require__(3506);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(1140);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/read-controls.js



const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+){0,30}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const KINDS = ['checks', 'record', 'workflow', 'document', 'attestation'];
const YEAR_MS = 365 * 86_400_000;
function readControls(text, name) {
    const document = (0,dist/* parseDocument */.Tp)(text, { logLevel: 'error', prettyErrors: false });
    if (document.errors.length > 0)
        throw new errors/* InputError */.dz(document.errors.map(({ message }) => `${name}: not readable as YAML: ${message.split('\n')[0]}`));
    const data = dataOf(document, name);
    if (!(0,lib_fields/* isMap */.j)(data))
        throw new errors/* InputError */.dz(`${name}: expected a map with controls`);
    const top = new lib_fields/* Fields */.C(data, name);
    const problems = [];
    if (top.number('version') !== 1)
        problems.push(`${name}: "version": expected 1`);
    const controls = itemsOf(top, 'controls', problems, name).map((given, nth) => controlOf(given, `${name}: controls[${nth}]`, problems));
    const exceptions = itemsOf(top, 'exceptions', problems, name).map((given, nth) => exceptionOf(given, `${name}: exceptions[${nth}]`, problems));
    top.refuseOthers();
    if (controls.length === 0)
        problems.push(`${name}: "controls": expected at least one`);
    problems.push(...twice(controls, name), ...strangers(exceptions, controls, name));
    const all = [...top.problems, ...problems];
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    return { controls, exceptions };
}
function dataOf(document, name) {
    try {
        return document.toJS();
    }
    catch (error) {
        if (!(error instanceof ReferenceError))
            throw error;
        throw new errors/* InputError */.dz(`${name}: not readable as YAML: ${(0,yaml_reason/* yamlReason */.c)((0,errors/* describe */.q0)(error))}; check its aliases (*name)`);
    }
}
function itemsOf(fields, member, problems, name) {
    const value = fields.any(member) ?? [];
    if (Array.isArray(value) && value.every(lib_fields/* isMap */.j))
        return value;
    problems.push(`${name}: "${member}": expected a list of maps`);
    return [];
}
function controlOf(given, where, problems) {
    const fields = new lib_fields/* Fields */.C(given, where);
    const id = fields.text('id', { required: true });
    if (id !== '' && !ID.test(id))
        fields.complain('id', 'expected small letters and digits, with . or - between them');
    const framework = fields.text('framework', { required: true });
    const title = fields.text('title', { required: true });
    const notCollected = fields.text('not-collected');
    const evidence = itemsOf(fields, 'evidence', problems, where).map((one, nth) => sourceOf(one, `${where}: evidence[${nth}]`, problems));
    if ((notCollected === '') === (evidence.length === 0))
        fields.complain('evidence', 'expected evidence, or "not-collected" with the reason why there is none');
    fields.refuseOthers();
    problems.push(...fields.problems);
    return { id, framework, title, evidence, notCollected };
}
function sourceOf(given, where, problems) {
    const fields = new lib_fields/* Fields */.C(given, where);
    const [kind = 'document', more] = KINDS.filter((one) => Object.hasOwn(given, one));
    if (more !== undefined || !Object.hasOwn(given, kind))
        problems.push(`${where}: expected one of ${KINDS.join(', ')}`);
    const named = fields.text(kind, { required: true });
    const source = read(kind, named, fields);
    fields.refuseOthers();
    problems.push(...fields.problems);
    return source;
}
function read(kind, named, fields) {
    if (kind === 'attestation') {
        const until = dayOf(fields);
        return { kind, file: named, until };
    }
    const maxAgeMs = fields.duration('max-age', YEAR_MS);
    if (kind === 'document')
        return { kind, file: named, maxAgeMs };
    if (kind === 'workflow')
        return { kind, workflow: named, maxAgeMs };
    if (kind === 'checks')
        return { kind, tool: named, ids: fields.list('ids', { required: true }), maxAgeMs };
    const event = record/* EVENTS */.qY.find((one) => one === named);
    if (event === undefined && named !== '')
        fields.complain('record', `expected one of ${record/* EVENTS */.qY.join(', ')}`);
    return { kind, event: event ?? 'audit', subject: fields.text('subject') || '*', maxAgeMs };
}
function exceptionOf(given, where, problems) {
    const fields = new lib_fields/* Fields */.C(given, where);
    const control = fields.text('control', { required: true });
    const reason = fields.text('reason', { required: true });
    const owner = fields.number('owner', { min: 1 }) ?? 0;
    if (owner === 0)
        fields.complain('owner', 'required, expected the numeric id of a person');
    const until = dayOf(fields);
    fields.refuseOthers();
    problems.push(...fields.problems);
    return { control, reason, owner, until };
}
function dayOf(fields) {
    const until = fields.text('until', { required: true });
    const isDay = DAY.test(until) && !Number.isNaN(Date.parse(until)) && new Date(until).toISOString().startsWith(until);
    if (until !== '' && !isDay)
        fields.complain('until', 'expected a day like 2027-03-31');
    return until;
}
function twice(controls, name) {
    const ids = controls.map(({ id }) => id).filter((id) => id !== '');
    const more = ids.filter((id, nth) => ids.indexOf(id) !== nth);
    return [...new Set(more)].map((id) => `${name}: "controls": ${id} is there twice`);
}
function strangers(exceptions, controls, name) {
    const ids = new Set(controls.map(({ id }) => id));
    return exceptions
        .filter(({ control }) => control !== '' && !ids.has(control))
        .map(({ control }) => `${name}: "exceptions": there is no control ${control}`);
}

// EXTERNAL MODULE: ./actions/evidence/lib/files.js
var files = __webpack_require__(7099);
;// CONCATENATED MODULE: ./actions/evidence/lib/collect/controls-in.js



function controlsIn(values, shell) {
    const name = values['controls-file'];
    const text = (0,files/* bytesIn */.t)(name, shell.env.workspace)?.toString('utf8');
    if (text === undefined)
        throw new errors/* InputError */.dz(`input "controls-file": ${name} cannot be read; docs/evidence.md has maps to begin with, and the job needs actions/checkout`);
    return readControls(text, name);
}


/***/ }),

/***/ 7674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ directoryOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

function directoryOf(values, shell) {
    return values['report-directory'] || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(shell.env.tempDir, `lockstep-evidence-${shell.instance}`);
}


/***/ }),

/***/ 5689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ gather)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/github.js + 1 modules
var lib_github = __webpack_require__(9383);
// EXTERNAL MODULE: ./packages/action-kit/lib/past-releases.js + 2 modules
var past_releases = __webpack_require__(4980);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/checks/read-list.js
var read_list = __webpack_require__(87);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/gather-reports.js + 2 modules
var gather_reports = __webpack_require__(4227);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8009);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(1140);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/found-files.js


function filesOf(sources) {
    return [
        ...new Set(sources.flatMap((source) => (source.kind === 'document' || source.kind === 'attestation' ? [source.file] : []))),
    ];
}
function foundFile(file, bytes, lists) {
    const judged = lists.filter(({ checks, tool }) => tool.name === 'documents' && checks.some(isOf(file)));
    const newest = judged.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
    const problems = (newest?.checks ?? [])
        .filter(isOf(file))
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ measured, title }) => (measured === '' ? `not so: ${title}` : `not so: ${title} (${measured})`));
    return { file, digest: (0,record/* digestOf */.ol)(bytes), reviewedAt: reviewedIn(bytes.toString('utf8')), problems };
}
const isOf = (file) => ({ where }) => where?.file === file;
function reviewedIn(text) {
    const [, front] = /^\uFEFF?---\r?\n([\s\S]{0,20000}?)\r?\n---/.exec(text) ?? [];
    if (front === undefined)
        return null;
    const day = (0,dist/* parseDocument */.Tp)(front, { logLevel: 'silent', schema: 'failsafe' }).get('reviewed');
    if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day))
        return null;
    const time = Date.parse(day);
    return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? null : time;
}

// EXTERNAL MODULE: ./packages/github/lib/artifacts.js
var artifacts = __webpack_require__(1837);
;// CONCATENATED MODULE: ./packages/github/lib/rerun-jobs.js

const MOST_ATTEMPTS = 10;
async function readRerunJobs(github, workflow, { fromMs, most }) {
    const jobs = [];
    try {
        const page = await github.read('actions.listWorkflowRuns', { workflow_id: workflow, per_page: 100 });
        const again = page.workflow_runs.filter((run) => (run.run_attempt ?? 1) > 1 && Date.parse(run.created_at) >= fromMs);
        for (const run of again.slice(0, most))
            for (let attempt = 1; attempt <= Math.min(run.run_attempt ?? 1, MOST_ATTEMPTS); attempt++)
                jobs.push(...(await jobsOf(github, { id: run.id, attempt, commit: run.head_sha, url: run.html_url })));
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return jobs;
        throw error;
    }
    return jobs;
}
async function jobsOf(github, { attempt, commit, id, url }) {
    const jobs = [];
    const at = { run_id: id, attempt_number: attempt };
    for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at))
        for (const { completed_at, conclusion, name, run_attempt } of page.jobs) {
            if ((run_attempt ?? attempt) !== attempt || (conclusion !== 'success' && conclusion !== 'failure'))
                continue;
            const about = { job: name, commit, atMs: Date.parse(completed_at ?? ''), attempt: `${url}/attempts/${attempt}` };
            jobs.push({ ...about, hasPassed: conclusion === 'success' });
        }
    return jobs;
}

// EXTERNAL MODULE: ./actions/evidence/lib/artifact-place.js
var artifact_place = __webpack_require__(8786);
// EXTERNAL MODULE: ./actions/evidence/lib/files.js
var lib_files = __webpack_require__(7099);
// EXTERNAL MODULE: ./actions/evidence/lib/trusted-branches.js
var trusted_branches = __webpack_require__(2444);
// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(8125);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(5917);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/verify.js
var verify = __webpack_require__(314);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/checks.js
var checks = __webpack_require__(7062);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(6105);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/found-records.js


function foundRecords(objects) {
    return objects.flatMap(({ bytes, key }) => {
        const read = (0,read_record/* readRecord */.a)(bytes);
        return read.kind === 'record' ? [{ file: key, digest: (0,record/* digestOf */.ol)(bytes), record: read.record }] : [];
    });
}

// EXTERNAL MODULE: ./actions/evidence/lib/anchored-trail.js
var anchored_trail = __webpack_require__(3703);
// EXTERNAL MODULE: ./actions/evidence/lib/tool.js
var tool = __webpack_require__(4928);
;// CONCATENATED MODULE: ./actions/evidence/lib/collect/found-trail.js




async function foundTrail(values, shell) {
    const { env } = shell;
    const { name, ...facts } = await (0,anchored_trail/* anchoredTrail */.j)(values, shell);
    const report = (0,verify/* judgeTrail */.o)(facts);
    const list = (0,make_list/* makeCheckList */.P)({
        ...{ subject: name, nowMs: facts.nowMs, run: env.runId === 0 ? null : env.runUrl, tool: (0,tool/* toolOf */.w)() },
        ...(0,checks/* trailChecks */.Y)(facts, report, { name, maxUnanchoredMs: values['max-unanchored'] }),
    });
    const digest = report.head?.digest ?? (0,record/* digestOf */.ol)(Buffer.alloc(0));
    const found = [{ file: name, digest, list }];
    if (report.findings.length > 0)
        return { records: [], lists: found, doubt: `it shows ${(0,lists/* count */.U9)(report.findings.length, 'sign')} of tampering` };
    return { records: foundRecords(facts.objects), lists: found, doubt: undefined };
}

;// CONCATENATED MODULE: ./actions/evidence/lib/collect/gather.js









const MOST_ARTIFACTS = 12;
const MOST_RELEASES = 60;
const MOST_RERUNS = 20;
async function gather(values, map, shell) {
    const { clock, env, log } = shell;
    const nowMs = clock.now();
    const notes = [];
    const unread = {};
    const github = (0,lib_github/* githubClient */.$)(values, shell);
    const sources = map.controls.flatMap(({ evidence }) => evidence);
    const window = { fromMs: nowMs - values.window, toMs: nowMs };
    const given = reportsIn(values['report-files'], env.workspace);
    const gathered = await orSay(async () => await (0,gather_reports/* gatherReports */.H)((0,artifact_place/* artifactPlace */.g)(github), {
        branches: await (0,trusted_branches/* trustedBranches */.Q)(values, github),
        ...{ fromMs: window.fromMs, most: MOST_ARTIFACTS, log },
    }), (why) => {
        unread.reports = why;
    });
    notes.push(...(gathered?.notes ?? []));
    const trail = await orSay(async () => await foundTrail(values, shell), (why) => {
        unread.records = why;
    });
    if (trail?.doubt !== undefined)
        unread.records = trail.doubt;
    const workflows = sources.flatMap((source) => (source.kind === 'workflow' ? [source.workflow] : []));
    const runs = await orSay(async () => await runsOf(github, [...new Set(workflows)], await (0,trusted_branches/* trustedBranches */.Q)(values, github)), (why) => {
        unread.runs = why;
    });
    const numbers = await orSay(async () => await numbersFrom(github, values, window), (why) => {
        notes.push(`the ledger was not read: ${why}`);
    });
    for (const [kind, why] of Object.entries(unread))
        notes.push(`${kind} were not read: ${why}`);
    const lists = [...given, ...(gathered?.lists ?? []), ...(trail?.lists ?? [])];
    const checkLists = lists.map(({ list }) => list);
    const files = filesOf(sources).flatMap((file) => {
        const bytes = (0,lib_files/* bytesIn */.t)(file, env.workspace);
        return bytes === undefined ? [] : [[file, foundFile(file, bytes, checkLists)]];
    });
    const gates = (gathered?.gates ?? []).flatMap(({ atMs, commit, gates: all, run }) => all.map(({ name, verdict }) => ({ gate: name, commit, verdict, atMs, run })));
    return {
        at: new Date(nowMs).toISOString(),
        found: {
            ...{ lists, unread, broken: gathered?.broken ?? [], records: trail?.records ?? [], runs: runs ?? [] },
            files: new Map(files),
        },
        numbers: numbers === undefined ? null : { ...numbers, gates: [...numbers.gates, ...gates] },
        notes,
    };
}
async function orSay(read, say) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        say((0,errors/* describe */.q0)(error));
        return undefined;
    }
}
function reportsIn(paths, workspace) {
    const problems = [];
    const lists = paths.flatMap((file) => {
        const bytes = (0,lib_files/* bytesIn */.t)(file, workspace, 'anywhere');
        try {
            if (bytes === undefined)
                throw new errors/* InputError */.dz(`${file} cannot be read`);
            return [{ file, digest: (0,record/* digestOf */.ol)(bytes), list: (0,read_list/* readCheckList */.X)(bytes.toString('utf8'), file) }];
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            problems.push(...error.problems.map((problem) => `input "report-files": ${problem}`));
            return [];
        }
    });
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return lists;
}
async function runsOf(github, workflows, branches) {
    const runs = [];
    for (const branch of branches.filter((one) => !one.includes('*')))
        for (const workflow of workflows) {
            const run = await (0,artifacts/* newestRun */.KO)(github, workflow, branch);
            if (run !== undefined)
                runs.push({ workflow, ...run });
        }
    return runs;
}
async function numbersFrom(github, values, window) {
    const { environment, service } = values;
    const creator = values['ledger-creator'];
    const facts = await (0,past_releases/* readPastReleases */.z)(github, { environment, service, creator, window, most: MOST_RELEASES });
    const reruns = await readRerunJobs(github, values['quality-workflow'], { fromMs: window.fromMs, most: MOST_RERUNS });
    const jobs = reruns.map(({ atMs, attempt, commit, hasPassed, job }) => ({
        ...{ gate: `job ${job}, of runs that ran again`, commit, atMs, run: attempt },
        verdict: hasPassed ? 'pass' : 'fail',
    }));
    return { ...facts, gates: [...facts.gates, ...jobs] };
}


/***/ }),

/***/ 7099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ bytesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function bytesIn(file, workspace, where = 'within') {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace);
        const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, file));
        if (where === 'within' && !path.startsWith(`${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`))
            return undefined;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile() ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readPastReleases)
});

// EXTERNAL MODULE: ./packages/evidence/lib/numbers/from-ledger.js
var from_ledger = __webpack_require__(927);
// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(5074);
// EXTERNAL MODULE: ./packages/github/lib/ledger/ledger.js
var ledger_ledger = __webpack_require__(633);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
;// CONCATENATED MODULE: ./packages/github/lib/run-times.js

async function readRunTimes(github, author, job) {
    const at = { run_id: author.runId, attempt_number: author.runAttempt };
    try {
        const run = await github.read('actions.getWorkflowRunAttempt', at);
        const startedAt = timeOf(run.run_started_at ?? run.created_at);
        return { startedAt, jobStartedAt: job === undefined ? null : await jobStart(github, at, job) };
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return { startedAt: null, jobStartedAt: null };
        throw error;
    }
}
async function jobStart(github, at, name) {
    for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at)) {
        const found = page.jobs.find((job) => job.name.split(' / ').at(-1) === name && job.conclusion === 'success');
        if (found !== undefined)
            return timeOf(found.started_at);
    }
    return null;
}
function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}

;// CONCATENATED MODULE: ./packages/github/lib/brought.js

const MOST_FILES = 300;
const MOST_COMMITS = 2_000;
async function readBrought(github, base, head) {
    const commits = [];
    let files;
    try {
        for await (const page of github.pages('repos.compareCommitsWithBasehead', { basehead: `${base}...${head}` })) {
            commits.push(...page.commits);
            files ??= page.files;
            if (commits.length > MOST_COMMITS)
                return undefined;
            if (commits.length >= page.total_commits)
                break;
        }
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && (error.status === 404 || error.status === 422))
            return undefined;
        throw error;
    }
    const isCut = files === undefined || files.length >= MOST_FILES;
    return {
        commits: datedCommits(commits, head),
        files: isCut ? null : (files?.length ?? null),
        lines: isCut ? null : (files?.reduce((sum, { changes }) => sum + changes, 0) ?? null),
    };
}
function datedCommits(commits, head) {
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    const tip = commits.find(({ sha }) => sha === head) ?? commits.at(-1);
    const mainline = [];
    for (let at = tip; at !== undefined && !mainline.includes(at); at = bySha.get(at.parents[0]?.sha ?? ''))
        mainline.push(at);
    const mergedAt = new Map();
    for (const merge of mainline.reverse()) {
        const open = [merge];
        for (let one = open.pop(); one !== undefined; one = open.pop()) {
            if (mergedAt.has(one.sha))
                continue;
            mergedAt.set(one.sha, brought_timeOf(merge));
            for (const { sha = '' } of one.parents) {
                const parent = bySha.get(sha);
                if (parent !== undefined)
                    open.push(parent);
            }
        }
    }
    return commits
        .filter((commit) => !Number.isNaN(brought_timeOf(commit)))
        .map((commit) => ({
        sha: commit.sha,
        committedAt: brought_timeOf(commit),
        mergedAt: mergedAt.get(commit.sha) ?? brought_timeOf(commit),
    }));
}
function brought_timeOf({ commit }) {
    return Date.parse(commit.committer?.date ?? '');
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/past-releases.js


const BEFORE_MS = 7 * 86_400_000;
const APPROVING = 'Approve';
async function readPastReleases(github, options) {
    const { creator, environment, most, service, window } = options;
    const key = { environment, service };
    const fromMs = window.fromMs - BEFORE_MS;
    const history = await (0,ledger_history/* readHistory */.L)({ github, creator }, key, { fromMs, most });
    const ledger = (0,ledger_ledger/* openLedger */.a)({ github, creator });
    const asides = new Map();
    const sizes = [];
    for (const release of history.releases.filter(({ adopted }) => !adopted)) {
        const brought = await broughtBy(github, release);
        const times = await readRunTimes(github, release.author, release.approval === undefined ? undefined : APPROVING);
        const run = release.state === 'begun' ? await ledger.runState(release) : undefined;
        asides.set(release.id, {
            commits: brought?.commits ?? [],
            startedAt: times.startedAt,
            approvedAt: times.jobStartedAt,
            hasEnded: run?.kind !== 'running',
        });
        const { files = null, lines = null } = brought ?? {};
        sizes.push({ release: release.id, commits: brought?.commits.length ?? null, files, lines });
    }
    return {
        ...{ environment, service, window, sizes },
        releases: (0,from_ledger/* releaseFacts */.t)(history, (id) => asides.get(id) ?? NOTHING),
        gates: history.releases.flatMap(gatesOf),
        gaps: history.isWhole ? [] : [`only the newest ${most} records of the ledger were read`],
    };
}
const NOTHING = { commits: [], startedAt: null, approvedAt: null, hasEnded: true };
async function broughtBy(github, { before, candidate }) {
    if (before.commit === null || candidate.commit === null || before.commit === candidate.commit)
        return undefined;
    return await readBrought(github, before.commit, candidate.commit);
}
function gatesOf({ author, candidate, evidence }) {
    const { commit } = candidate;
    if (evidence === undefined || commit === null)
        return [];
    const atMs = Date.parse(evidence.at);
    return Object.entries(evidence.verdicts).map(([gate, verdict]) => ({ gate, commit, verdict, atMs, run: author.url }));
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

/***/ 1250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ collectEvidence)
});

// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __webpack_require__(660);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(394);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/aged.js

const DAY_MS = 86_400_000;
function none(source, because) {
    return { source, state: 'missing', verdict: null, file: '', digest: '', ageMs: null, run: null, because };
}
function absent(source, { unread }, kind, because) {
    const why = unread[kind];
    return none(source, why === undefined ? because : `${kind} were not read: ${why}`);
}
const CLOCKS_MS = 5 * 60_000;
function aged(verdict, ageMs, maxAgeMs, words) {
    if (ageMs < -CLOCKS_MS)
        return { state: 'failing', because: `${words}, of ${(0,duration/* formatDuration */.a)(-ageMs)} from now` };
    if (verdict !== 'pass')
        return { state: 'failing', because: words };
    if (ageMs > maxAgeMs)
        return { state: 'stale', because: `${words}; older than ${(0,duration/* formatDuration */.a)(maxAgeMs)}` };
    return { state: 'current', because: words };
}
function newestOf(all, at) {
    let newest;
    for (const one of all)
        if (newest === undefined || at(one) > at(newest))
            newest = one;
    return newest;
}

// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __webpack_require__(2117);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/look-at-checks.js


const WORST = ['failing', 'missing', 'stale', 'current'];
function lookAtChecks(source, found, nowMs) {
    const lists = found.lists.filter(({ list }) => list.tool.name === source.tool);
    const chosen = new Map();
    const unseen = [];
    for (const pattern of source.ids) {
        const newest = newestOf(lists.filter((each) => has(each, pattern)), atOf);
        if (newest === undefined)
            unseen.push(pattern);
        else
            chosen.set(newest, [...(chosen.get(newest) ?? []), pattern]);
    }
    const broken = newestOf(found.broken
        .filter(({ tool }) => tool === source.tool)
        .filter((one) => isInTheWay(one, [...chosen.keys()], unseen)), ({ atMs }) => atMs);
    if (broken !== undefined) {
        const { atMs, digest, file, run, why } = broken;
        return { source, state: 'failing', verdict: 'unknown', file, digest, ageMs: nowMs - atMs, run, because: why };
    }
    const rows = [...chosen].map(([each, patterns]) => rowOf(source, { each, patterns }, nowMs));
    const worst = rows.sort(byState)[0];
    if (worst === undefined)
        return absent(source, found, 'reports', `no report of ${source.tool} has ${source.ids.join(', ')}`);
    if (worst.state !== 'current' || unseen.length === 0)
        return worst;
    const because = `no report of ${source.tool} has ${unseen.join(', ')}; ${worst.because}`;
    return { ...worst, state: 'missing', verdict: 'unknown', because };
}
const atOf = ({ list }) => Date.parse(list.at);
function has({ list }, pattern) {
    return [...list.checks, ...list.notVerified].some(({ id }) => (0,glob/* fits */.l)(pattern, id));
}
function isInTheWay(broken, chosen, unseen) {
    const own = chosen.filter(({ file }) => file === broken.file);
    return own.length === 0 ? unseen.length > 0 : own.some((each) => broken.atMs >= atOf(each));
}
function rowOf(source, { each, patterns }, nowMs) {
    const isOne = ({ id }) => patterns.some((pattern) => (0,glob/* fits */.l)(pattern, id));
    const { digest, file, list } = each;
    const checks = list.checks.filter(isOne);
    const notVerified = list.notVerified.filter(isOne).map((gap) => ({ ...gap, chosen: false }));
    const rule = { onUnknown: 'fail', reportOnly: false };
    const { counts, verdict } = (0,judge_checks/* judgeChecks */.L)({ ...list, checks, notVerified }, rule, nowMs);
    const ageMs = nowMs - Date.parse(list.at);
    const accepted = counts.accepted === 0 ? '' : `, ${counts.accepted} accepted`;
    const words = `${counts.passed} of ${checks.length + notVerified.length} checks passed${accepted}`;
    return { source, ...aged(verdict, ageMs, source.maxAgeMs, words), verdict, file, digest, ageMs, run: list.run };
}
function byState(one, other) {
    return WORST.indexOf(one.state) - WORST.indexOf(other.state) || (other.ageMs ?? 0) - (one.ageMs ?? 0);
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/collect.js



const collect_WORST = ['failing', 'missing', 'stale', 'current'];
function collectEvidence(map, found, nowMs) {
    const rows = map.controls.map((control) => collect_rowOf(control, map, found, nowMs));
    const used = new Set(rows.flatMap(({ exception }) => exception ?? []));
    return {
        at: new Date(nowMs).toISOString(),
        rows,
        current: rows.filter(({ state }) => state === 'current').length,
        idle: map.exceptions.filter((each) => !used.has(each)).map(({ control }) => control),
    };
}
function collect_rowOf(control, { exceptions }, found, nowMs) {
    const rows = control.evidence.map((source) => look(source, found, nowMs));
    const state = rows.length === 0 ? 'not-collected' : (collect_WORST.find((one) => rows.some((row) => row.state === one)) ?? 'missing');
    const open = exceptions.find((each) => each.control === control.id && nowMs < Date.parse(each.until) + DAY_MS);
    return { control, state, rows, exception: state === 'current' ? undefined : open };
}
function look(source, found, nowMs) {
    switch (source.kind) {
        case 'checks':
            return lookAtChecks(source, found, nowMs);
        case 'record':
            return lookAtRecords(source, found, nowMs);
        case 'workflow':
            return lookAtRuns(source, found, nowMs);
        case 'document':
            return lookAtDocument(source, found, nowMs);
        case 'attestation':
            return lookAtAttestation(source, found, nowMs);
    }
}
function lookAtRecords(source, found, nowMs) {
    const matching = found.records.filter(({ record }) => record.event === source.event && (0,glob/* fits */.l)(source.subject, record.subject));
    const newest = newestOf(matching, ({ record }) => Date.parse(record.happenedAt));
    if (newest === undefined)
        return absent(source, found, 'records', `the audit trail has no ${source.event} of ${source.subject}`);
    const { digest, file, record } = newest;
    const ageMs = nowMs - Date.parse(record.happenedAt);
    const { verdict } = record;
    return { source, ...aged(verdict, ageMs, source.maxAgeMs, record.reason), verdict, file, digest, ageMs, run: null };
}
function lookAtRuns(source, found, nowMs) {
    const newest = newestOf(found.runs.filter(({ workflow }) => workflow === source.workflow), ({ endedMs }) => endedMs);
    if (newest === undefined)
        return absent(source, found, 'runs', `${source.workflow} has not run to its end`);
    const { conclusion, endedMs, url } = newest;
    const verdict = conclusion === 'success' ? 'pass' : conclusion === 'failure' ? 'fail' : 'unknown';
    const ageMs = nowMs - endedMs;
    const because = aged(verdict, ageMs, source.maxAgeMs, `it ended with ${conclusion}`);
    return { source, ...because, verdict, file: source.workflow, digest: '', ageMs, run: url };
}
function lookAtDocument(source, { files }, nowMs) {
    const file = files.get(source.file);
    if (file === undefined)
        return none(source, `${source.file} is not there`);
    const about = { source, file: file.file, digest: file.digest, run: null };
    if (file.reviewedAt === null)
        return {
            ...about,
            state: 'stale',
            verdict: 'unknown',
            ageMs: null,
            because: 'it does not say when it was reviewed',
        };
    const ageMs = nowMs - file.reviewedAt;
    const verdict = file.problems.length === 0 ? 'pass' : 'fail';
    const words = file.problems.length === 0 ? 'reviewed' : file.problems.join('; ');
    return { ...about, ...aged(verdict, ageMs, source.maxAgeMs, words), verdict, ageMs };
}
function lookAtAttestation(source, { files }, nowMs) {
    const file = files.get(source.file);
    if (file === undefined)
        return none(source, `${source.file} is not there`);
    const isOver = nowMs >= Date.parse(source.until) + DAY_MS;
    const about = { source, file: file.file, digest: file.digest, run: null, ageMs: null };
    return isOver
        ? { ...about, state: 'stale', verdict: 'unknown', because: `it ended on ${source.until}` }
        : { ...about, state: 'current', verdict: 'pass', because: `until ${source.until}` };
}


/***/ }),

/***/ 7333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ exceptionWords),
/* harmony export */   I7: () => (/* binding */ STATE_WORDS),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   W$: () => (/* binding */ becauseOf),
/* harmony export */   hI: () => (/* binding */ sourceWords),
/* harmony export */   hy: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(394);

function headline({ current, rows }) {
    return `${current} of ${rows.length} controls have current evidence`;
}
const STATE_WORDS = {
    current: 'current',
    failing: 'failing',
    stale: 'too old',
    missing: 'missing',
    'not-collected': 'not collected',
};
function sourceWords(source) {
    switch (source.kind) {
        case 'checks':
            return `checks of ${source.tool}: ${source.ids.join(', ')}`;
        case 'record':
            return `${source.event} of ${source.subject} in the audit trail`;
        case 'workflow':
            return `newest run of ${source.workflow}`;
        case 'document':
            return `document ${source.file}`;
        case 'attestation':
            return `attestation ${source.file}`;
    }
}
function ageOf({ ageMs }) {
    return ageMs === null ? '' : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.max(0, ageMs));
}
function becauseOf({ control, rows }) {
    return rows.length === 0
        ? `not collected because ${control.notCollected}`
        : rows.map(({ because }) => because).join('; ');
}
function exceptionWords({ exception }) {
    return exception === undefined ? '' : `until ${exception.until}, by user ${exception.owner}: ${exception.reason}`;
}


/***/ }),

/***/ 6982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ collectedJson),
/* harmony export */   q: () => (/* binding */ readCollected)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6029);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9311);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87);
/* harmony import */ var _trail_read_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6105);


const COLLECTED_KIND = 'lockstep-collected/1';
function collectedJson({ at, found, notes, numbers }) {
    const files = Object.fromEntries(found.files);
    return `${JSON.stringify({ kind: COLLECTED_KIND, at, found: { ...found, files }, numbers, notes }, null, 1)}\n`;
}
function readCollected(text, name) {
    const refuse = (why, cause) => {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name}: ${why}; pass the file evidence.json of the command collect as it is`, { cause });
    };
    let data;
    try {
        data = JSON.parse(text);
    }
    catch (cause) {
        return refuse('not readable as JSON', cause);
    }
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(data) || data['kind'] !== COLLECTED_KIND || Number.isNaN(Date.parse(String(data['at']))))
        return refuse('no collected evidence');
    const { found } = data;
    const isWhole = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(found) && LISTS.every((one) => Array.isArray(found[one])) && (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(found['files']);
    if (!isWhole || !(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(found['unread']) || !Array.isArray(data['notes']))
        return refuse('a part of it is missing');
    const read = found;
    for (const { file, list } of read.lists)
        (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .readCheckList */ .X)(JSON.stringify(list), `${name}: ${file}`);
    for (const { record } of read.records) {
        const { kind: _kind, number: _number, previous: _previous, recordedAt: _recordedAt, ...entry } = record;
        if ((0,_trail_read_record_js__WEBPACK_IMPORTED_MODULE_3__/* .entryProblems */ .V)(entry).length > 0)
            return refuse('a record in it is none');
    }
    const collected = data;
    return { ...collected, found: { ...read, files: new Map(Object.entries(read.files)) } };
}
const LISTS = ['lists', 'broken', 'records', 'runs'];


/***/ }),

/***/ 2584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ keepAnchor),
/* harmony export */   o: () => (/* binding */ anchorsAt)
/* harmony export */ });
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1126);

const ANCHORS = 'anchors/';
async function keepAnchor(place, head, options) {
    const key = anchorKey(head);
    await place.putIfAbsent(key, Buffer.from(`${(0,_anchor_js__WEBPACK_IMPORTED_MODULE_0__/* .anchorLine */ .q7)(head)}\n`), options);
    const stored = await place.head(key, options);
    return { key, lockedUntilMs: stored?.lockedUntilMs };
}
async function anchorsAt(place, options) {
    const anchors = [];
    for await (const { key, modifiedMs } of place.list(ANCHORS, options)) {
        const [, number, digest = ''] = /^anchors\/(\d{9})-([0-9a-f]{64})$/.exec(key) ?? [];
        if (number === undefined || Number(number) === 0)
            continue;
        const at = modifiedMs === undefined ? {} : { atMs: modifiedMs };
        anchors.push({
            number: Number(number),
            digest,
            source: `${place.name}/${key.slice(0, key.indexOf('-') + 13)}…`,
            ...at,
        });
    }
    return anchors;
}
function anchorKey({ digest, number }) {
    return `${ANCHORS}${String(number).padStart(9, '0')}-${digest}`;
}


/***/ }),

/***/ 1126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ anchorsIn),
/* harmony export */   QL: () => (/* binding */ anchorsInFile),
/* harmony export */   q7: () => (/* binding */ anchorLine)
/* harmony export */ });
function anchorLine({ digest, number }) {
    return `lockstep-anchor ${number} ${digest}`;
}
function anchorsIn(text, source) {
    return [...text.matchAll(/\blockstep-anchor ([1-9]\d{0,8}) ([0-9a-f]{64})(?![0-9a-f])/g)].map((found) => ({
        number: Number(found[1]),
        digest: found[2] ?? '',
        source,
    }));
}
function anchorsInFile(text, source) {
    return [text, ...statementsIn(text)].flatMap((one) => anchorsIn(one, source));
}
function statementsIn(text) {
    return [...text.matchAll(/"payload"\s*:\s*"([A-Za-z0-9+/=]+)"/g)].map(([, payload = '']) => Buffer.from(payload, 'base64').toString('utf8'));
}


/***/ }),

/***/ 7062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ trailChecks)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5917);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(394);
/* harmony import */ var _read_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6105);


const RULES = {
    'foreign-object': { title: 'Nothing but records is stored among the records' },
    'not-a-record': { title: 'Every record reads as it was written' },
    'wrong-number': { title: 'Every record has the number under which it is stored' },
    missing: { title: 'No record is missing' },
    'chain-broken': { title: 'Every record has the digest of the one before it' },
    'back-dated': { title: 'No record is dated before the one that it follows' },
    'future-dated': { title: 'No record is dated in the future' },
    'stored-later': { title: 'Every record was stored when it was recorded', byTimes: true },
    'recorded-before': { title: 'Nothing was recorded before it happened' },
    repeated: { title: 'Nothing is recorded twice' },
    'cut-off': { title: 'The trail has every record that an anchor knows', byAnchors: true },
    rewritten: { title: 'Every record is the one that an anchor knows', byAnchors: true },
    'anchors-disagree': { title: 'All anchors know the same records', byAnchors: true },
};
const INVESTIGATE = 'Find out who could write to the trail and when it changed, and compare with a copy. Append nothing until it is known.';
const KEEP_ANCHORS = 'Give anchor-to a bucket with Object Lock, or put the output anchor of record into a message, and give it to verify.';
function trailChecks(facts, report, policy) {
    const { anchors, objects } = facts;
    const checks = [];
    const notVerified = [];
    const hasTimes = objects.some(({ modifiedMs }) => modifiedMs !== undefined);
    for (const [what, rule] of Object.entries(RULES)) {
        const findings = report.findings.filter((finding) => finding.what === what);
        const base = { id: `trail-${what}`, title: rule.title, expected: rule.title };
        if (findings.length > 0)
            checks.push(...findings.map((finding) => failed(base, finding)));
        else if (rule.byAnchors && anchors.length === 0)
            notVerified.push(left(base.id, policy.name, 'no anchor was found', KEEP_ANCHORS));
        else if (rule.byTimes && !hasTimes && objects.length > 0)
            notVerified.push({
                ...left(base.id, policy.name, 'the store says no time that a writer cannot set', ''),
                chosen: true,
            });
        else if (objects.length > 0)
            checks.push(held(base, policy.name, (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(objects.length, 'record')));
    }
    checks.push(anchoredCheck(facts, report, policy));
    return { checks, notVerified };
}
function failed(base, { message, what, where }) {
    return { ...base, verdict: 'fail', reason: what, what: where, measured: message, remedy: INVESTIGATE };
}
function held(base, what, measured) {
    return { ...base, verdict: 'pass', reason: 'holds', what, measured, remedy: '' };
}
function left(id, what, because, remedy) {
    return { id, what, because, remedy, chosen: false };
}
function anchoredCheck({ nowMs, objects }, { anchored, head }, policy) {
    const id = 'trail-anchored';
    const title = 'An anchor proves all but the newest records';
    const limit = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(policy.maxUnanchoredMs);
    const base = { id, title, what: policy.name, expected: `no record without an anchor is older than ${limit}` };
    if (head === undefined)
        return { ...base, verdict: 'unknown', reason: 'empty', measured: 'no record', remedy: 'Record something first.' };
    const records = objects.flatMap(({ bytes }) => {
        const read = (0,_read_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .a)(bytes);
        return read.kind === 'record' ? [read.record] : [];
    });
    const [oldest] = records.filter(({ number }) => number > anchored).sort((a, b) => a.number - b.number);
    const measured = `an anchor proves records 1 to ${anchored} of ${head.number}`;
    if (anchored === 0)
        return {
            ...base,
            verdict: 'unknown',
            reason: 'no-anchor',
            measured: 'no anchor proves a record',
            remedy: KEEP_ANCHORS,
        };
    if (oldest !== undefined && nowMs - Date.parse(oldest.recordedAt) > policy.maxUnanchoredMs)
        return {
            ...base,
            verdict: 'unknown',
            reason: 'anchor-old',
            measured: `${measured}; record ${oldest.number} is of ${oldest.recordedAt}`,
            remedy: KEEP_ANCHORS,
        };
    return { ...base, verdict: 'pass', reason: 'anchored', measured, remedy: '' };
}


/***/ }),

/***/ 314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readTrail),
/* harmony export */   o: () => (/* binding */ judgeTrail)
/* harmony export */ });
/* harmony import */ var _read_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6105);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1140);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4998);



const CLOCKS_MS = 5 * 60_000;
const STORED_WITHIN_MS = 60 * 60_000;
const AT_ONCE = 8;
async function readTrail(store, options) {
    const listed = [];
    for await (const { key, modifiedMs } of store.list(_record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORDS */ .ft, options))
        listed.push({ key, modifiedMs });
    const objects = [];
    for (let from = 0; from < listed.length; from += AT_ONCE) {
        const reads = listed.slice(from, from + AT_ONCE).map(async (one) => ({
            ...one,
            bytes: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(one.key) === undefined ? Buffer.alloc(0) : await (0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .readAll */ .y)(await store.get(one.key, options)),
        }));
        objects.push(...(await Promise.all(reads)));
    }
    return objects;
}
function judgeTrail({ anchors, nowMs, objects }) {
    const findings = [];
    const links = new Map();
    const digests = new Map();
    for (const { bytes, key, modifiedMs } of objects) {
        const number = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(key);
        if (number === undefined) {
            findings.push(found('foreign-object', key, 'no record has such a name'));
            continue;
        }
        const digest = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
        digests.set(number, digest);
        const read = (0,_read_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .a)(bytes);
        if (read.kind === 'none')
            findings.push(found('not-a-record', key, read.problems.join('; ')));
        else if (read.record.number !== number)
            findings.push(found('wrong-number', key, `it says that it is number ${read.record.number}`));
        else
            links.set(number, { key, record: read.record, digest, modifiedMs });
    }
    const last = Math.max(0, ...digests.keys());
    for (const [from, upTo] of gaps(digests, last))
        findings.push(found('missing', placeOf(from, upTo), 'not in the store'));
    const seen = new Map();
    for (let number = 1; number <= last; number++) {
        const link = links.get(number);
        if (link === undefined)
            continue;
        findings.push(...linkFindings(link, digests.get(number - 1), links.get(number - 1), nowMs));
        const before = seen.get(link.record.id);
        if (before !== undefined)
            findings.push(found('repeated', link.key, `its id is that of record ${before} too`));
        seen.set(link.record.id, before ?? number);
    }
    findings.push(...anchorFindings(anchors, digests, last), ...datedFindings(anchors, links));
    const held = anchors.filter(({ digest, number }) => digests.get(number) === digest).map(({ number }) => number);
    const digest = digests.get(last);
    return {
        findings,
        head: digest === undefined ? undefined : { number: last, digest },
        anchored: Math.max(0, ...held),
    };
}
function found(what, where, message, anchor) {
    return { what, where, message, anchor };
}
function gaps(there, last) {
    const list = [];
    for (let number = 1; number <= last; number++) {
        if (there.has(number))
            continue;
        const open = list.at(-1);
        if (open !== undefined && open[1] === number - 1)
            open[1] = number;
        else
            list.push([number, number]);
    }
    return list;
}
function placeOf(from, upTo) {
    return from === upTo ? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(from) : `${(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(from)} to ${(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(upTo)}`;
}
function linkFindings({ key, modifiedMs, record }, digestBefore, before, nowMs) {
    const findings = [];
    const recorded = Date.parse(record.recordedAt);
    const isFirst = record.number === 1;
    if (isFirst ? record.previous !== null : digestBefore !== undefined && record.previous !== digestBefore)
        findings.push(found('chain-broken', key, isFirst ? 'the first record follows no other' : 'it follows another record'));
    if (before !== undefined && recorded < Date.parse(before.record.recordedAt) - CLOCKS_MS)
        findings.push(found('back-dated', key, `recorded at ${record.recordedAt}, before the record that it follows`));
    if (recorded > nowMs + CLOCKS_MS)
        findings.push(found('future-dated', key, `recorded at ${record.recordedAt}`));
    if (Date.parse(record.happenedAt) > recorded + CLOCKS_MS)
        findings.push(found('recorded-before', key, `recorded at ${record.recordedAt}, happened at ${record.happenedAt}`));
    if (modifiedMs !== undefined && modifiedMs > recorded + STORED_WITHIN_MS)
        findings.push(found('stored-later', key, `recorded at ${record.recordedAt}, stored at ${new Date(modifiedMs).toISOString()}`));
    return findings;
}
function datedFindings(anchors, links) {
    const dated = anchors.flatMap(({ atMs, number, source }) => (atMs === undefined ? [] : [{ atMs, number, source }]));
    dated.sort((a, b) => b.atMs - a.atMs);
    return [...links.values()].flatMap(({ key, record }) => {
        const limit = Date.parse(record.recordedAt) + STORED_WITHIN_MS;
        const proof = dated.find(({ atMs, number }) => number < record.number && atMs > limit);
        if (proof === undefined)
            return [];
        const message = `recorded at ${record.recordedAt}, but ${proof.source} got record ${proof.number} as the last one at ${new Date(proof.atMs).toISOString()}`;
        return [found('back-dated', key, message, proof.source)];
    });
}
function anchorFindings(anchors, digests, last) {
    const findings = [];
    const first = new Map();
    for (const anchor of anchors) {
        const { digest, number, source } = anchor;
        const other = first.get(number);
        first.set(number, other ?? anchor);
        const there = digests.get(number);
        if (number > last)
            findings.push(found('cut-off', (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(number), `the trail ends at ${last}, ${source} knows record ${number}`, source));
        else if (there !== undefined && there !== digest)
            findings.push(found('rewritten', (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(number), `${source} knows another record ${number}`, source));
        if (other !== undefined && other.digest !== digest)
            findings.push(found('anchors-disagree', (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(number), `${other.source} and ${source} know different ones`, source));
    }
    return findings;
}


/***/ })

};
