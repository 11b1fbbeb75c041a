export const id = 214;
export const ids = [214];
export const modules = {

/***/ 18065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ anchoredTrail)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(373726);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(460622);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79068);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(111291);
/* harmony import */ var _trail_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(235222);





async function anchoredTrail(values, shell) {
    const { clock, env, signal } = shell;
    const given = givenAnchors(values, env.workspace);
    const { anchors: place, trail } = await (0,_trail_js__WEBPACK_IMPORTED_MODULE_2__/* .trailOf */ .Q)(values, shell);
    const kept = place === undefined ? undefined : await (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__/* .readAnchors */ .DB)(place, { signal });
    const objects = await (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_4__/* .readTrail */ .h)(trail, { signal });
    const anchors = [...given, ...(kept?.anchors ?? [])];
    return { name: trail.name, objects, anchors, mayHide: kept?.mayHide, nowMs: clock.now() };
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

/***/ 353731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ controlsIn),
  g: () => (/* binding */ warnOfIdle)
});

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/yaml-lines.js
var yaml_lines = __webpack_require__(392538);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/checks/acceptance.js
var acceptance = __webpack_require__(687133);
// EXTERNAL MODULE: ./packages/evidence/lib/is-path.js
var is_path = __webpack_require__(736065);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/report-artifacts.js
var report_artifacts = __webpack_require__(115581);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/read-source.js




const KINDS = ['checks', 'record', 'workflow', 'document', 'attestation'];
const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;
const OLDEST_MS = 10 * YEAR_MS;
const TOOL = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const WORKFLOW = /^[\w.-]+\.ya?ml$/;
const TOOLS = [...new Set([...report_artifacts/* REPORT_ARTIFACTS */.X.map(({ tool }) => tool), 'evidence'])];
function sourceOf(given, fields, place) {
    const [kind = 'document', more] = KINDS.filter((one) => Object.hasOwn(given, one));
    const line = place.lineOf(place.path);
    const isOne = more === undefined && Object.hasOwn(given, kind);
    if (!isOne)
        place.problems.push(`${place.where}${line === undefined ? '' : ` (line ${line})`}: expected one of ${KINDS.join(', ')}, got ${Object.keys(given).join(', ').slice(0, 80) || 'nothing'}`);
    if (more === undefined && !isOne)
        return { kind: 'document', file: '', maxAgeMs: YEAR_MS };
    const source = read(kind, fields.text(kind, { required: true }), fields);
    if (isOne)
        fields.refuseOthers();
    place.problems.push(...fields.problems);
    return source;
}
function read(kind, named, fields) {
    if (kind === 'attestation')
        return { kind, file: pathOf(kind, named, fields), until: dayOf(fields) };
    const maxAgeMs = ageOf(fields);
    if (kind === 'document')
        return { kind, file: pathOf(kind, named, fields), maxAgeMs };
    if (kind === 'workflow') {
        if (named !== '' && !WORKFLOW.test(named))
            fields.complain(kind, `expected the name of its file without folders, such as lockstep-audit.yml, got ${shown(named)}`);
        return { kind, workflow: named, maxAgeMs };
    }
    if (kind === 'checks') {
        const meant = TOOLS.find((one) => bare(one) === bare(named) && one !== named);
        if (meant !== undefined)
            fields.complain(kind, `it is called ${meant}, got ${shown(named)}`);
        else if (named !== '' && !TOOL.test(named))
            fields.complain(kind, `expected the name of a tool: ${TOOLS.join(', ')}, or one of your own; got ${shown(named)}`);
        return { kind, tool: named, ids: fields.list('ids', { required: true }), maxAgeMs };
    }
    const event = record/* EVENTS */.qY.find((one) => one === named);
    if (event === undefined && named !== '')
        fields.complain(kind, `expected one of ${record/* EVENTS */.qY.join(', ')}, got ${shown(named)}`);
    return { kind, event: event ?? 'audit', subject: fields.text('subject') || '*', maxAgeMs };
}
function ageOf(fields) {
    const text = fields.text('max-age');
    const ms = text === '' ? YEAR_MS : (0,duration/* parseDuration */.E)(text);
    if (ms !== undefined && ms >= HOUR_MS && ms <= OLDEST_MS)
        return ms;
    fields.complain('max-age', `expected an age from 1h up to 3650d, such as 35d, got ${shown(text)}; m is minutes`);
    return YEAR_MS;
}
function pathOf(kind, file, fields) {
    if (file !== '' && !(0,is_path/* isPath */.u)(file))
        fields.complain(kind, `expected a path within the repository, with / and without .., got ${shown(file)}`);
    return file;
}
function dayOf(fields) {
    const until = fields.text('until', { required: true, expected: 'a day like 2027-03-31' });
    if (until !== '' && !(0,acceptance/* isDay */.N)(until))
        fields.complain('until', `expected a day like 2027-03-31, got ${shown(until)}`);
    return until;
}
function bare(name) {
    return name
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .replace(/s$/, '');
}
function shown(text) {
    return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/read-controls.js



const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+){0,30}$/;
const DAY_MS = 86_400_000;
const LONGEST_MS = 731 * DAY_MS;
function readControls(text, name, nowMs) {
    const { data, lineOf } = (0,yaml_lines/* readYamlLines */.J)(text, name);
    if (!(0,lib_fields/* isMap */.j)(data))
        throw new errors/* InputError */.dz(`${name}: expected a map with version and controls, got ${data === null ? 'an empty file' : 'something else'}; docs/evidence.md has maps to begin with`);
    const problems = [];
    const top = { where: name, path: [], lineOf, problems };
    const fields = fieldsOf(data, top);
    if (data['version'] !== 1)
        fields.complain('version', 'expected 1, without quotes');
    fields.any('version');
    const controls = itemsOf(fields, 'controls', top).map(({ given, place }) => controlOf(given, place));
    const exceptions = itemsOf(fields, 'exceptions', top).map(({ given, place }) => exceptionOf(given, place, nowMs));
    fields.refuseOthers();
    if (isNone(data['controls']) && fields.problems.length === 0)
        fields.complain('controls', 'expected at least one; docs/evidence.md has maps to begin with');
    problems.unshift(...fields.problems);
    const ids = new Set(controls.map(({ id }) => id));
    problems.push(...twice(controls.map(({ id }) => id), { ...top, path: ['controls'] }, 'has an id that is there already: each control has one of its own'), ...twice(exceptions.map(({ control }) => control), { ...top, path: ['exceptions'] }, 'is a second exception of one control: keep one of them'), ...strangers(exceptions, ids, top));
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { controls, exceptions };
}
function fieldsOf(given, { lineOf, path, where }) {
    return new lib_fields/* Fields */.C(given, where, (field) => lineOf([...path, field]), { hasSecrets: false });
}
function itemsOf(fields, member, { lineOf, path, problems, where }) {
    const value = fields.any(member) ?? [];
    if (!Array.isArray(value)) {
        fields.complain(member, 'expected a list: each item begins with "- "');
        return [];
    }
    return value.flatMap((given, nth) => {
        const place = { where: `${where}: ${member}[${nth}]`, path: [...path, member, nth], lineOf, problems };
        if ((0,lib_fields/* isMap */.j)(given))
            return [{ given, place }];
        problems.push(`${place.where}${onLine(place)}: expected a map, such as "- id: …"`);
        return [];
    });
}
function controlOf(given, place) {
    const fields = fieldsOf(given, place);
    const id = fields.text('id', { required: true });
    if (typeof given['id'] === 'number')
        fields.complain('id', `put it into quotes: YAML reads the number ${id}`);
    else if (id !== '' && !ID.test(id))
        fields.complain('id', `expected small letters and digits, with . or - between them, got ${JSON.stringify(id.slice(0, 60))}`);
    const framework = fields.text('framework', { required: true });
    const title = fields.text('title', { required: true });
    const notCollected = fields.text('not-collected');
    const items = itemsOf(fields, 'evidence', place);
    const evidence = items.map((one) => sourceOf(one.given, fieldsOf(one.given, one.place), one.place));
    if (new Set(evidence.map((one) => JSON.stringify(one))).size < evidence.length)
        fields.complain('evidence', 'the same evidence is there twice: remove one of them');
    if (notCollected !== '' && items.length > 0)
        fields.complain('not-collected', 'expected either evidence, or the reason why there is none: remove one of them');
    else if (notCollected === '' && isNone(given['evidence']))
        fields.complain('evidence', 'expected evidence, or "not-collected" with the reason why there is none');
    fields.refuseOthers();
    place.problems.push(...fields.problems);
    return { id, framework, title, evidence, notCollected };
}
function exceptionOf(given, place, nowMs) {
    const fields = fieldsOf(given, place);
    const control = fields.text('control', { required: true });
    const reason = fields.text('reason', { required: true });
    const owner = given['owner'];
    if (!isPerson(owner))
        fields.complain('owner', `${owner === undefined || owner === null ? 'required' : 'wrong'}, expected the numeric id of a person, as \`gh api users/NAME --jq .id\` prints it`);
    fields.any('owner');
    const until = dayOf(fields);
    if (Date.parse(until) > nowMs + LONGEST_MS)
        fields.complain('until', `expected a day within two years, got ${until}; what lasts longer is no exception: write "not-collected" with the reason`);
    fields.refuseOthers();
    place.problems.push(...fields.problems);
    return { control, reason, owner: isPerson(owner) ? owner : 0, until, line: place.lineOf(place.path) ?? 0 };
}
function isNone(value) {
    return (value ?? '') === '' || (Array.isArray(value) && value.length === 0);
}
function isPerson(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
function twice(names, { lineOf, path, where }, what) {
    const first = new Map();
    return names.flatMap((one, nth) => {
        const before = first.get(one);
        if (one === '' || before === undefined) {
            first.set(one, nth);
            return [];
        }
        const lines = [before, nth].map((at) => lineOf([...path, at]));
        return [`${where}: ${path.join('.')}[${nth}] (line ${lines[1]}): ${one} of line ${lines[0]}: ${what}`];
    });
}
function strangers(exceptions, ids, { where }) {
    return exceptions.flatMap(({ control, line }) => control === '' || ids.has(control)
        ? []
        : [`${where}: exceptions (line ${line}): there is no control ${control}; it is the "id" of one above`]);
}
function onLine({ lineOf, path }) {
    const line = lineOf(path);
    return line === undefined ? '' : ` (line ${line})`;
}

// EXTERNAL MODULE: ./packages/evidence/lib/controls/formats/words.js
var words = __webpack_require__(904462);
// EXTERNAL MODULE: ./actions/evidence/lib/text-in.js
var text_in = __webpack_require__(490663);
;// CONCATENATED MODULE: ./actions/evidence/lib/collect/controls-in.js


function controlsIn(values, shell) {
    const name = values['controls-file'];
    const text = (0,text_in/* textIn */.r)('controls-file', name, 'docs/evidence.md has maps to begin with', shell);
    return readControls(text, name, shell.clock.now());
}
function warnOfIdle({ idle }, values, { log }) {
    for (const one of idle)
        log.warning(`${values['controls-file']}: ${(0,words/* idleWords */._e)(one)}`);
}


/***/ }),

/***/ 223797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ directoryOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);

function directoryOf(values, shell) {
    return values['report-directory'] || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(shell.env.tempDir, `lockstep-evidence-${shell.instance}`);
}


/***/ }),

/***/ 689501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ gather)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/github.js + 1 modules
var lib_github = __webpack_require__(635046);
// EXTERNAL MODULE: ./packages/action-kit/lib/past-releases.js + 2 modules
var past_releases = __webpack_require__(990698);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/checks/read-list.js
var read_list = __webpack_require__(539215);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/gather-reports.js + 1 modules
var gather_reports = __webpack_require__(158639);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
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
var artifacts = __webpack_require__(453920);
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
var artifact_place = __webpack_require__(464532);
// EXTERNAL MODULE: ./actions/evidence/lib/files.js
var lib_files = __webpack_require__(111291);
// EXTERNAL MODULE: ./actions/evidence/lib/trusted-branches.js
var trusted_branches = __webpack_require__(272589);
// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(827298);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/verify.js + 1 modules
var verify = __webpack_require__(460622);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/checks.js
var checks = __webpack_require__(265716);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/found-records.js


function foundRecords(objects) {
    return objects.flatMap(({ bytes, key }) => {
        const read = (0,read_record/* readRecord */.aE)(bytes);
        return read.kind === 'record' ? [{ file: key, digest: (0,record/* digestOf */.ol)(bytes), record: read.record }] : [];
    });
}

// EXTERNAL MODULE: ./actions/evidence/lib/anchored-trail.js
var anchored_trail = __webpack_require__(18065);
// EXTERNAL MODULE: ./actions/evidence/lib/tool.js
var tool = __webpack_require__(519420);
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

/***/ 111291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ bytesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);


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

/***/ 490663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(111291);


const MOST_BYTES = 1024 * 1024;
function textIn(input, file, remedy, { env }) {
    const bytes = (0,_files_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesIn */ .t)(file, env.workspace);
    const refuse = (why) => new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`input "${input}": ${file} ${why}`);
    if (bytes === undefined)
        throw refuse(`cannot be read; ${remedy}, and the job needs actions/checkout`);
    if (bytes.length > MOST_BYTES)
        throw refuse(`has ${bytes.length} bytes, and at most ${MOST_BYTES} are read`);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw refuse('is not in UTF-8; save it again in that encoding');
    }
}


/***/ }),

/***/ 990698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readPastReleases)
});

// EXTERNAL MODULE: ./packages/evidence/lib/numbers/from-ledger.js
var from_ledger = __webpack_require__(958841);
// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(767828);
// EXTERNAL MODULE: ./packages/github/lib/ledger/ledger.js
var ledger_ledger = __webpack_require__(109614);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
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

/***/ 311327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ yamlReason)
/* harmony export */ });
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}


/***/ }),

/***/ 48182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ collectEvidence)
});

// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __webpack_require__(85008);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
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
var judge_checks = __webpack_require__(1018894);
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
        idle: map.exceptions
            .filter((each) => !used.has(each))
            .map((each) => ({ ...each, why: isOpen(each, nowMs) ? 'not-needed' : 'over' })),
    };
}
function collect_rowOf(control, { exceptions }, found, nowMs) {
    const rows = control.evidence.map((source) => look(source, found, nowMs));
    const state = rows.length === 0 ? 'not-collected' : (collect_WORST.find((one) => rows.some((row) => row.state === one)) ?? 'missing');
    const open = exceptions.find((each) => each.control === control.id && isOpen(each, nowMs));
    return { control, state, rows, exception: state === 'current' ? undefined : open };
}
function isOpen({ until }, nowMs) {
    return nowMs < Date.parse(until) + DAY_MS;
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
    const matching = found.records.filter(({ record }) => record.event === source.event && isOf(source.subject, record.subject));
    const newest = newestOf(matching, ({ record }) => Date.parse(record.happenedAt));
    if (newest === undefined)
        return absent(source, found, 'records', `the audit trail has no ${source.event} of ${source.subject}`);
    const { digest, file, record } = newest;
    const ageMs = nowMs - Date.parse(record.happenedAt);
    const { verdict } = record;
    return { source, ...aged(verdict, ageMs, source.maxAgeMs, record.reason), verdict, file, digest, ageMs, run: null };
}
function isOf(pattern, subject) {
    return (0,glob/* fits */.l)(pattern, subject) || (!subject.includes('/') && (0,glob/* fits */.l)(pattern, `${subject}/`));
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

/***/ 904462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ exceptionWords),
/* harmony export */   I7: () => (/* binding */ STATE_WORDS),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   W$: () => (/* binding */ becauseOf),
/* harmony export */   _: () => (/* binding */ TERMS),
/* harmony export */   _e: () => (/* binding */ idleWords),
/* harmony export */   hI: () => (/* binding */ sourceWords),
/* harmony export */   hy: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(984731);

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
function idleWords({ control, line, until, why }) {
    return why === 'over'
        ? `line ${line}: the exception of ${control} ended on ${until}: remove it, or decide again and write a new end`
        : `line ${line}: the exception of ${control} is not needed, since it has current evidence: remove it`;
}
const TERMS = [
    ['current', 'All evidence of the control is there, was made recently enough, and passed.'],
    ['failing', 'Some of it failed, could not decide, or cannot be believed. An older one that passed does not count.'],
    ['too old', 'Some of it is older than the control allows, or its end is over.'],
    ['missing', 'Some of it was not found. It says nothing of whether the control works.'],
    ['not collected', 'Nothing is collected, for the reason that is given: people show it in another way.'],
    [
        'exception',
        'A person decided that the control may be without current evidence until a day. It is still not counted as current.',
    ],
    ['SHA-256', 'The digest of the file: `sha256sum FILE` gives it again, and another one where the file was changed.'],
    [
        'run',
        'The run of a workflow that made the file and keeps it as an artifact, in the section "Artifacts" of its page.',
    ],
    ['checks of', 'Checks of a report (`checks.json`) by that tool. `*` stands for any characters of their ids.'],
    ['audit trail', 'Records in a chain, each with the digest of the one before it, so that a change of one shows.'],
];


/***/ }),

/***/ 736065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isPath)
/* harmony export */ });
function isPath(file) {
    const isFar = file.startsWith('/') || file.includes('\\') || file.includes(':');
    return !isFar && !file.split('/').some((part) => part === '' || part === '.' || part === '..');
}


/***/ }),

/***/ 744419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ collectedJson),
/* harmony export */   q: () => (/* binding */ readCollected)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1015169);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(539215);
/* harmony import */ var _trail_read_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(690167);


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
        if ((0,_trail_read_record_js__WEBPACK_IMPORTED_MODULE_3__/* .entryProblems */ .VF)(entry).length > 0)
            return refuse('a record in it is none');
    }
    const collected = data;
    return { ...collected, found: { ...read, files: new Map(Object.entries(read.files)) } };
}
const LISTS = ['lists', 'broken', 'records', 'runs'];


/***/ }),

/***/ 373726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ anchorAgainst),
/* harmony export */   DB: () => (/* binding */ readAnchors),
/* harmony export */   jR: () => (/* binding */ keepAnchor)
/* harmony export */ });
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79068);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(651974);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(453521);



const ANCHORS = 'anchors/';
async function anchorAgainst(trail, place, options) {
    const { anchors } = await readAnchors(place, options);
    const newest = anchors.reduce((most, { number }) => Math.max(most, number), 0);
    if (newest === 0)
        return undefined;
    const there = await digestAt(trail, newest, options);
    return anchors.find(({ digest, number }) => number === newest && digest !== there);
}
async function keepAnchor(place, head, options) {
    const key = anchorKey(head);
    await place.putIfAbsent(key, Buffer.from(`${(0,_anchor_js__WEBPACK_IMPORTED_MODULE_0__/* .anchorLine */ .q7)(head)}\n`), options);
    const stored = await place.head(key, options);
    return { key, lockedUntilMs: stored?.lockedUntilMs };
}
async function readAnchors(place, options) {
    const anchors = [];
    const { keys, mayHide } = await keysAt(place, options);
    for (const { atMs, isDeleted, key } of keys) {
        const [, number, digest = ''] = /^anchors\/(\d{9})-([0-9a-f]{64})$/.exec(key) ?? [];
        if (number === undefined || Number(number) === 0)
            continue;
        const name = `${place.name}/${key.slice(0, key.indexOf('-') + 13)}…`;
        anchors.push({
            number: Number(number),
            digest,
            source: isDeleted ? `${name} (deleted since)` : name,
            ...(atMs === undefined ? {} : { atMs }),
        });
    }
    return { anchors, mayHide };
}
async function keysAt(place, options) {
    const ever = await place.everStored?.(ANCHORS, options);
    if (typeof ever === 'object')
        return { keys: ever.map(({ firstMs, isDeleted, key }) => ({ key, atMs: firstMs, isDeleted })), mayHide: undefined };
    const keys = [];
    for await (const { key, modifiedMs } of place.list(ANCHORS, options))
        keys.push({ key, atMs: modifiedMs, isDeleted: false });
    return { keys, mayHide: ever === 'no-right' ? place.name : undefined };
}
function anchorKey({ digest, number }) {
    return `${ANCHORS}${String(number).padStart(9, '0')}-${digest}`;
}
async function digestAt(trail, number, options) {
    const key = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(number);
    let isThere = false;
    for await (const one of trail.list(_record_js__WEBPACK_IMPORTED_MODULE_1__/* .RECORDS */ .ft, options))
        if (one.key === key)
            isThere = true;
    return isThere ? (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(await (0,_store_js__WEBPACK_IMPORTED_MODULE_2__/* .readAll */ .y)(await trail.get(key, options), _record_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_RECORD_BYTES */ .W7)) : undefined;
}


/***/ }),

/***/ 79068:
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

/***/ 265716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ trailChecks)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(672435);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(984731);
/* harmony import */ var _read_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(690167);


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
const SHOW_DELETED = 'Give the key s3:ListBucketVersions on this bucket. Without it, an anchor that someone deleted is not seen.';
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
    if (facts.mayHide !== undefined)
        notVerified.push(left('trail-anchors-deleted', facts.mayHide, 'the key may not list deleted versions', SHOW_DELETED));
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
        const read = (0,_read_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(bytes);
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

/***/ 460622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ judgeTrail),
  h: () => (/* binding */ readTrail)
});

// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/proof.js

const IN_THE_CHAIN = ['not-a-record', 'wrong-number', 'missing', 'chain-broken'];
function withProof(findings, anchors) {
    const sorted = [...anchors].sort((a, b) => a.number - b.number);
    return findings.map((finding) => {
        if (finding.anchor !== undefined || !IN_THE_CHAIN.includes(finding.what))
            return finding;
        const number = (0,record/* numberOf */.rl)(finding.where.split(' ')[0] ?? '');
        const proof = number === undefined ? undefined : sorted.find((anchor) => anchor.number >= number);
        if (proof === undefined)
            return finding;
        const message = `${finding.message}; proven by ${proof.source}, which knows the records up to ${proof.number}`;
        return { ...finding, message, anchor: proof.source };
    });
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/store.js
var trail_store = __webpack_require__(453521);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/verify.js




const CLOCKS_MS = 5 * 60_000;
const STORED_WITHIN_MS = 60 * 60_000;
const AT_ONCE = 8;
async function readTrail(store, options) {
    const listed = [];
    for await (const { key, modifiedMs } of store.list(record/* RECORDS */.ft, options))
        listed.push({ key, modifiedMs });
    const objects = [];
    for (let from = 0; from < listed.length; from += AT_ONCE) {
        const reads = listed.slice(from, from + AT_ONCE).map(async (one) => ({
            ...one,
            bytes: (0,record/* numberOf */.rl)(one.key) === undefined
                ? Buffer.alloc(0)
                : await (0,trail_store/* readAll */.y)(await store.get(one.key, options), record/* MOST_RECORD_BYTES */.W7),
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
        const number = (0,record/* numberOf */.rl)(key);
        if (number === undefined) {
            findings.push(found('foreign-object', key, 'no record has such a name'));
            continue;
        }
        const digest = (0,record/* digestOf */.ol)(bytes);
        digests.set(number, digest);
        const read = (0,read_record/* readRecord */.aE)(bytes);
        if (read.kind === 'none')
            findings.push(found('not-a-record', key, read.problems.join('; ')));
        else if (read.record.number !== number)
            findings.push(found('wrong-number', key, `it says that it is number ${read.record.number}`));
        else
            links.set(number, { key, record: read.record, digest, modifiedMs });
    }
    const numbers = [...digests.keys()].sort((a, b) => a - b);
    const last = numbers.at(-1) ?? 0;
    for (const [from, upTo] of gaps(numbers))
        findings.push(found('missing', placeOf(from, upTo), 'not in the store'));
    const seen = new Map();
    for (const number of numbers) {
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
        findings: withProof(findings, anchors),
        head: digest === undefined ? undefined : { number: last, digest },
        anchored: held.reduce((most, number) => Math.max(most, number), 0),
    };
}
function found(what, where, message, anchor) {
    return { what, where, message, anchor };
}
function gaps(numbers) {
    return numbers.flatMap((number, nth) => {
        const before = numbers[nth - 1] ?? 0;
        return number === before + 1 ? [] : [[before + 1, number - 1]];
    });
}
function placeOf(from, upTo) {
    return from === upTo ? (0,record/* keyOf */.TN)(from) : `${(0,record/* keyOf */.TN)(from)} to ${(0,record/* keyOf */.TN)(upTo)}`;
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
            findings.push(found('cut-off', (0,record/* keyOf */.TN)(number), `the trail ends at ${last}, ${source} knows record ${number}, unless it is of another trail`, source));
        else if (there !== undefined && there !== digest)
            findings.push(found('rewritten', (0,record/* keyOf */.TN)(number), `${source} knows another record ${number}, unless it is of another trail`, source));
        if (other !== undefined && other.digest !== digest)
            findings.push(found('anchors-disagree', (0,record/* keyOf */.TN)(number), `${other.source} and ${source} know different ones`, source));
    }
    return findings;
}


/***/ }),

/***/ 392538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readYamlLines)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(311327);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(464659);


const REMEDIES = {
    BAD_INDENT: 'check the blanks at the beginning of this line and of the one above',
    DUPLICATE_KEY: 'a name may be there once in a map: remove one of them',
    MULTIPLE_DOCS: 'remove this line: the file is one YAML document, and only its first part would count',
    TAB_AS_INDENT: 'indent with blanks, not with tabs',
};
const REMEDY = 'put texts with a colon, a # or another mark of YAML into quotes, and check the blanks at the beginning of the line';
function readYamlLines(text, name) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
    if (document.errors.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(problemsOf(document.errors, { text, lines, name }));
    const lineOf = (path) => {
        let node = document.contents;
        let line;
        const at = (found) => {
            if (found?.range)
                line = lines.linePos(found.range[0]).line;
        };
        for (const step of path) {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
                node = node.resolve(document);
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
                node = node.items[Number(step)];
                at(node);
                continue;
            }
            const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && String(key.value) === step) : undefined;
            if (pair === undefined)
                break;
            at(pair.key);
            node = pair.value;
        }
        return line;
    };
    return { data: dataOf(document, name), lineOf };
}
function problemsOf(errors, { lines, name, text }) {
    const conflict = text.split('\n').findIndex((line) => /^<{7}(?: |$)/.test(line));
    if (conflict >= 0)
        return [`${name} (line ${conflict + 1}): there is a merge conflict; resolve it first`];
    const first = new Map();
    for (const { code, message, pos } of errors) {
        const { col, line } = lines.linePos(pos[0]);
        const place = `${name}: not readable as YAML (line ${line}, column ${col})`;
        if (!first.has(line))
            first.set(line, `${place}: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .yamlReason */ .c)(message)}; ${REMEDIES[code] ?? REMEDY}`);
    }
    return [...first.values()];
}
function dataOf(document, name) {
    try {
        return document.toJS();
    }
    catch (error) {
        if (!(error instanceof ReferenceError))
            throw error;
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${name}: not readable as YAML: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .yamlReason */ .c)((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error))}; check its aliases (*name)`);
    }
}


/***/ })

};
