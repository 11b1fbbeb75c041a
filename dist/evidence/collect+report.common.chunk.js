export const id = 641;
export const ids = [641];
export const modules = {

/***/ 18065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ anchoredTrail)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_action_kit_evidence_bytes_in__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(871850);
/* harmony import */ var _lockstep_action_kit_evidence_found_trail__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(346107);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79068);
/* harmony import */ var _trail_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(235222);






async function anchoredTrail(values, shell) {
    const given = givenAnchors(values, shell.env.workspace);
    return await (0,_lockstep_action_kit_evidence_found_trail__WEBPACK_IMPORTED_MODULE_1__/* .readAnchored */ .J)(await (0,_trail_js__WEBPACK_IMPORTED_MODULE_2__/* .trailOf */ .Q)(values, shell), given, shell);
}
function givenAnchors(values, workspace) {
    const problems = [];
    const inText = values.anchors.flatMap((line) => {
        const found = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__/* .anchorsIn */ .IC)(line, 'the input anchors');
        if (found.length === 0)
            problems.push(`input "anchors": no anchor in "${line}", expected lockstep-anchor NUMBER DIGEST`);
        return found;
    });
    const inFiles = values['anchor-files'].flatMap((path) => {
        const text = (0,_lockstep_action_kit_evidence_bytes_in__WEBPACK_IMPORTED_MODULE_4__/* .bytesIn */ .t)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, path), workspace, 'anywhere')?.toString('utf8');
        if (text === undefined)
            problems.push(`input "anchor-files": ${path} cannot be read`);
        const found = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__/* .anchorsInFile */ .QL)(text ?? '', path);
        if (text !== undefined && found.length === 0)
            problems.push(`input "anchor-files": no anchor in ${path}`);
        return found;
    });
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(problems);
    return [...inText, ...inFiles];
}


/***/ }),

/***/ 353731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ controlsIn)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/text-in.js
var text_in = __webpack_require__(733557);
// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
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
    const { data, lineOf } = (0,yaml/* readYaml */.g)({ LineCounter: dist/* LineCounter */.HN, parseDocument: dist/* parseDocument */.Tp }, text, name);
    if (!(0,lib_fields/* isMap */.j)(data))
        throw new errors/* InputError */.dz(`${name}: expected a map with version and controls, got ${data === null ? 'an empty file' : 'something else'}; "lockstep init --documents" writes one to begin with`);
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
        fields.complain('controls', 'expected at least one; "lockstep init --documents" writes one to begin with');
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
        return [`${where}: ${path.join('.')}[${nth}] (line ${lines[1]}): ${shown(one)} of line ${lines[0]}: ${what}`];
    });
}
function strangers(exceptions, ids, { where }) {
    return exceptions.flatMap(({ control, line }) => control === '' || ids.has(control)
        ? []
        : [`${where}: exceptions (line ${line}): there is no control ${shown(control)}; it is the "id" of one above`]);
}
function onLine({ lineOf, path }) {
    const line = lineOf(path);
    return line === undefined ? '' : ` (line ${line})`;
}

;// CONCATENATED MODULE: ./actions/evidence/lib/collect/controls-in.js


const NO_MAP = '"lockstep init --documents" writes one, and a job needs actions/checkout';
function controlsIn(values, shell) {
    const name = values['controls-file'];
    const text = (0,text_in/* textIn */.r)('controls-file', name, NO_MAP, shell.env.workspace);
    return readControls(text, name, shell.clock.now());
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

/***/ 556147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ gathered)
});

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
// EXTERNAL MODULE: ./packages/evidence/lib/sources/report-artifacts.js
var report_artifacts = __webpack_require__(115581);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/found-files.js



function filesOf(sources) {
    return [
        ...new Set(sources.flatMap((source) => (source.kind === 'document' || source.kind === 'attestation' ? [source.file] : []))),
    ];
}
function foundFile(file, bytes, lists) {
    const text = bytes.toString('utf8');
    return { file, digest: (0,record/* digestOf */.ol)(bytes), reviewedAt: reviewedIn(text), judged: judgedBy(lists, file) };
}
function judgedBy(lists, file) {
    const [newest] = lists
        .filter(({ checks, tool }) => tool.name === report_artifacts/* DOCUMENTS */.f && checks.some(isOf(file)))
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    if (newest === undefined)
        return null;
    const problems = newest.checks
        .filter(isOf(file))
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ measured, title }) => (measured === '' ? `not so: ${title}` : `not so: ${title} (${measured})`));
    return { atMs: Date.parse(newest.at), problems };
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

// EXTERNAL MODULE: ./packages/action-kit/lib/past-releases.js + 2 modules
var past_releases = __webpack_require__(990698);
// EXTERNAL MODULE: ./packages/action-kit/lib/services-of.js
var services_of = __webpack_require__(742332);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/artifact-place.js
var artifact_place = __webpack_require__(361812);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/bytes-in.js
var bytes_in = __webpack_require__(871850);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/found-trail.js + 1 modules
var found_trail = __webpack_require__(346107);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/trusted-branches.js
var trusted_branches = __webpack_require__(318388);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/gather.js









const MOST_ARTIFACTS = 12;
const MOST_RELEASES = 60;
const MOST_RERUNS = 20;
async function gather(values, map, tools) {
    const { clock, github, log, repository, run, version, workspace } = tools;
    const nowMs = clock.now();
    const notes = [];
    const unread = {};
    const sources = map.controls.flatMap(({ evidence }) => evidence);
    const window = { fromMs: nowMs - values.window, toMs: nowMs };
    const given = reportsIn(values['report-files'], workspace);
    const gathered = await orSay(async () => await (0,gather_reports/* gatherReports */.H)((0,artifact_place/* artifactPlace */.g)(github), {
        branches: await (0,trusted_branches/* trustedBranches */.Q)(values, github),
        ...{ fromMs: window.fromMs, most: MOST_ARTIFACTS, log },
    }), (why) => {
        unread.reports = why;
    });
    notes.push(...(gathered?.notes ?? []));
    if (gathered?.unread !== undefined)
        unread.reports = gathered.unread;
    const trail = await orSay(async () => (0,found_trail/* foundTrail */.T)(await tools.trail(), { maxUnanchoredMs: values['max-unanchored'], repository, run, version }), (why) => {
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
        const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
        return bytes === undefined ? [] : [[file, foundFile(file, bytes, checkLists)]];
    });
    const gates = (gathered?.gates ?? []).flatMap(({ gates: all, ...of }) => all.map(({ name, verdict }) => ({ gate: name, commit: of.commit, verdict, atMs: of.atMs, run: of.run })));
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
        const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace, 'anywhere');
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
    const { environment } = values;
    const creator = values['ledger-creator'];
    const services = await (0,services_of/* servicesOf */.Y)(github, { environment, service: values.service, creator, fromMs: window.fromMs });
    const all = await (0,services_of/* readServices */.J)(services, MOST_RELEASES, async (service, most) => {
        const found = await (0,past_releases/* readPastReleases */.z)(github, { environment, service, creator, window, most });
        return { found, records: found.records };
    });
    const reruns = await readRerunJobs(github, values['quality-workflow'], { fromMs: window.fromMs, most: MOST_RERUNS });
    const jobs = reruns.map(({ atMs, attempt, commit, hasPassed, job }) => ({
        ...{ gate: `job ${job}, of runs that ran again`, commit, atMs, run: attempt },
        verdict: hasPassed ? 'pass' : 'fail',
    }));
    return {
        ...{ environment, window, service: services.length === 1 ? (services[0] ?? '') : '' },
        releases: all.flatMap(({ releases }) => releases),
        sizes: all.flatMap(({ sizes }) => sizes),
        gates: [...all.flatMap(({ gates }) => gates), ...jobs],
        gaps: all.flatMap(({ gaps }) => gaps),
    };
}

// EXTERNAL MODULE: ./packages/action-kit/lib/github.js
var github = __webpack_require__(635046);
// EXTERNAL MODULE: ./actions/evidence/lib/anchored-trail.js
var anchored_trail = __webpack_require__(18065);
// EXTERNAL MODULE: ./actions/evidence/lib/in-server-time.js + 2 modules
var in_server_time = __webpack_require__(963934);
// EXTERNAL MODULE: ./actions/evidence/lib/tool.js
var tool = __webpack_require__(519420);
;// CONCATENATED MODULE: ./actions/evidence/lib/collect/gathered.js





async function gathered(values, map, given) {
    const shell = await (0,in_server_time/* inServerTime */.Q)(values, given);
    const { clock, env, log } = shell;
    const { owner, repo } = env.repository;
    return await gather(values, map, {
        ...{ clock, log, workspace: env.workspace, github: (0,github/* githubClient */.$)(values, shell) },
        trail: () => (0,anchored_trail/* anchoredTrail */.j)(values, shell),
        repository: `${env.serverUrl}/${owner}/${repo}`,
        ...{ run: env.runId === 0 ? null : env.runUrl, version: (0,tool/* toolOf */.w)().version },
    });
}


/***/ }),

/***/ 601171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ writeFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(580229);



function writeFiles(directory, files) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
    for (const [name, text] of Object.entries(files))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .redactText */ .Rd)(text));
}


/***/ }),

/***/ 346107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ foundTrail),
  J: () => (/* binding */ readAnchored)
});

// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(827298);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/anchor-place.js
var anchor_place = __webpack_require__(373726);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/verify.js + 2 modules
var verify = __webpack_require__(460622);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/past.js
var trail_past = __webpack_require__(42216);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/checks.js
var checks = __webpack_require__(265716);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var trail_record = __webpack_require__(651974);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/found-records.js


function foundRecords(objects, repository) {
    return objects.flatMap(({ bytes, key }) => {
        const read = (0,read_record/* readRecord */.aE)(bytes);
        if (read.kind !== 'record')
            return [];
        const { record } = read;
        const { attempt, id } = record.run ?? {};
        const run = id === undefined ? {} : { run: `${repository}/actions/runs/${id}/attempts/${attempt}` };
        return [{ file: key, digest: (0,trail_record/* digestOf */.ol)(bytes), record, ...run }];
    });
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/found-trail.js


async function readAnchored({ anchors: place, trail }, given, { clock, signal }) {
    const kept = place === undefined ? undefined : await (0,anchor_place/* readAnchors */.DB)(place, clock.now(), { signal });
    const objects = await (0,verify/* readTrail */.h)(trail, { signal });
    const past = await (0,trail_past/* readPast */.rj)(trail, { signal });
    const anchors = [...given, ...(kept?.anchors ?? [])];
    return { name: trail.name, objects, anchors, mayHide: kept?.mayHide, past, nowMs: clock.now() };
}
function foundTrail({ name, ...facts }, looks) {
    const report = (0,verify/* judgeTrail */.o)(facts);
    const list = (0,make_list/* makeCheckList */.P)({
        ...{ subject: name, nowMs: facts.nowMs, run: looks.run, tool: { name: 'evidence', version: looks.version } },
        ...(0,checks/* trailChecks */.Y)(facts, report, { name, maxUnanchoredMs: looks.maxUnanchoredMs }),
    });
    const digest = report.head?.digest ?? (0,trail_record/* digestOf */.ol)(Buffer.alloc(0));
    const found = [{ file: name, digest, list }];
    if (report.findings.length > 0)
        return { records: [], lists: found, doubt: `it shows ${(0,lists/* count */.U9)(report.findings.length, 'sign')} of tampering` };
    return { records: foundRecords(facts.objects, looks.repository), lists: found, doubt: undefined };
}


/***/ }),

/***/ 908519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ idleWarnings),
  e: () => (/* binding */ planControlsReport)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __webpack_require__(113934);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __webpack_require__(173384);
// EXTERNAL MODULE: ./packages/evidence/lib/controls/collect.js + 2 modules
var collect = __webpack_require__(48182);
// EXTERNAL MODULE: ./packages/evidence/lib/controls/formats/words.js
var words = __webpack_require__(904462);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/as-checks.js

const VERDICTS = {
    current: 'pass',
    failing: 'fail',
    stale: 'unknown',
    missing: 'unknown',
};
const REMEDIES = {
    current: '',
    failing: 'Look at the report that the evidence names, and correct what it found.',
    stale: 'Run the workflow that makes this evidence again, or review the document.',
    missing: 'Set up what makes this evidence, or write `not-collected` with the reason into the map of controls.',
};
function controlChecks(report) {
    return {
        checks: report.rows.flatMap((row) => (row.state === 'not-collected' ? [] : [checkOf(row, row.state)])),
        notVerified: report.rows
            .filter(({ state }) => state === 'not-collected')
            .map(({ control }) => ({
            ...{ id: control.id, what: control.title, because: control.notCollected, remedy: '', chosen: true },
        })),
        accept: report.rows.flatMap(({ control, exception }) => exception === undefined
            ? []
            : ['fail', 'unknown'].map((verdict) => ({
                ...{ check: control.id, verdict, reason: exception.reason, until: exception.until },
            }))),
    };
}
function checkOf(row, state) {
    const { control } = row;
    return {
        id: control.id,
        title: control.title,
        verdict: state === 'failing' && row.rows.every(({ verdict }) => verdict !== 'fail') ? 'unknown' : VERDICTS[state],
        reason: `evidence-${state}`,
        what: control.framework,
        measured: `${words/* STATE_WORDS */.I7[state]}: ${(0,words/* becauseOf */.W$)(row)}`,
        expected: row.rows.map(({ source }) => (0,words/* sourceWords */.hI)(source)).join('; '),
        remedy: REMEDIES[state],
    };
}

// EXTERNAL MODULE: ./packages/evidence/lib/sources/collected.js + 1 modules
var sources_collected = __webpack_require__(744419);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/rows.js

const COLUMNS = [
    'framework',
    'control',
    'title',
    'control state',
    'evidence',
    'evidence state',
    'verdict',
    'because',
    'file',
    'sha256',
    'age',
    'run',
    'exception',
];
function rowsOf({ rows }) {
    return rows.flatMap((row) => {
        const { control } = row;
        const first = [control.framework, control.id, control.title, words/* STATE_WORDS */.I7[row.state]];
        const exception = (0,words/* exceptionWords */.DY)(row);
        if (row.rows.length === 0)
            return [[...first, '', words/* STATE_WORDS */.I7['not-collected'], '', control.notCollected, '', '', '', '', exception]];
        return row.rows.map((each) => [
            ...first,
            (0,words/* sourceWords */.hI)(each.source),
            words/* STATE_WORDS */.I7[each.state],
            each.verdict ?? '',
            each.because,
            each.file,
            each.digest,
            (0,words/* ageOf */.hy)(each),
            each.run ?? '',
            exception,
        ]);
    });
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/csv.js

function controlsCsv(report) {
    return [COLUMNS, ...rowsOf(report)].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
function cell(text) {
    const line = text.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(/\p{Cc}/gu, '');
    const safe = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line;
    return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/html.js

function controlsHtml(report) {
    const frameworks = [...new Set(report.rows.map(({ control }) => control.framework))];
    const sections = frameworks.map((framework) => {
        const rows = report.rows.filter(({ control }) => control.framework === framework).map(rowOf);
        const name = html_text(framework);
        return `<section><h2>${name}</h2><table><caption>${name}: controls and their evidence</caption><thead><tr><th scope="col">Control</th><th scope="col">Evidence is</th><th scope="col">Evidence</th><th scope="col">Because</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
    });
    const idle = report.idle.map((one) => `<li>${html_text((0,words/* idleWords */._e)(one))}</li>`).join('');
    const terms = words/* TERMS */._.map(([term, means]) => `<dt>${html_text(term)}</dt><dd>${html_text(means)}</dd>`).join('');
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evidence of controls</title><style>${STYLE}</style></head>
<body><main><h1>Evidence of controls</h1><p><strong>${html_text((0,words/* headline */.Pl)(report))}</strong>, on <time datetime="${html_text(report.at)}">${html_text(report.at)}</time>.</p>
${sections.join('\n')}
${idle === '' ? '' : `<section><h2>Exceptions without effect</h2><ul>${idle}</ul></section>`}
<section><h2>How to read this</h2><dl>${terms}</dl></section>
</main></body></html>
`;
}
function rowOf(row) {
    const { control, rows, state } = row;
    const because = [(0,words/* becauseOf */.W$)(row), (0,words/* exceptionWords */.DY)(row)].filter(Boolean).join('; ');
    const evidence = rows.length === 0 ? 'none' : rows.map(evidenceOf).join('');
    return `<tr><th scope="row">${html_text(control.id)}<br>${html_text(control.title)}</th><td><span class="label">Evidence is </span><span class="${state}">${html_text(words/* STATE_WORDS */.I7[state])}</span></td><td><span class="label">Evidence </span>${evidence}</td><td><span class="label">Because </span>${html_text(because)}</td></tr>`;
}
function evidenceOf(each) {
    const age = (0,words/* ageOf */.hy)(each);
    const lines = [
        each.file === '' ? '' : `file ${html_text(each.file)}${age === '' ? '' : `, ${html_text(age)} old`}`,
        each.digest === '' ? '' : `SHA-256 <code>${html_text(each.digest)}</code>`,
        each.run === null ? '' : `run ${linkOf(each.run)}`,
        each.verdict === null ? '' : `verdict ${each.verdict}`,
    ].filter(Boolean);
    return `<p>${html_text((0,words/* sourceWords */.hI)(each.source))}${lines.map((line) => `<br>${line}`).join('')}</p>`;
}
function linkOf(run) {
    return /^https:\/\/[^\s"<>]+$/.test(run) ? `<a href="${html_text(run)}">${html_text(run)}</a>` : html_text(run);
}
const STYLE = `:root{color-scheme:light dark;--back:#fff;--text:#16191d;--line:#8a939c;--good:#07552c;--bad:#a3121a;--open:#5f3a00}
@media (prefers-color-scheme:dark){:root{--back:#0e1116;--text:#eef1f4;--line:#6d7781;--good:#5fd699;--bad:#ff9b9b;--open:#f2c063}}
body{background:var(--back);color:var(--text);font:16px/1.45 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem;overflow-wrap:anywhere}
a{color:inherit}code{font-size:.9375em}p{margin:.25rem 0}dt{font-weight:600}dd{margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding-bottom:.25rem}th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}th[scope=row]{font-weight:400}
.current{color:var(--good)}.failing{color:var(--bad)}.stale,.missing{color:var(--open)}.label{display:none}
@media screen and (max-width:44rem){table,tbody,tr,th,td,caption{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}th,td{border:0;padding:.1rem 0}th[scope=row]{font-weight:600}.label{display:inline;font-weight:600}}
@media print{:root{color-scheme:light;--back:#fff;--text:#000;--line:#666;--good:#000;--bad:#000;--open:#000}body{font-size:10pt;max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}`;
function html_text(raw) {
    const marks = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;',
    };
    return raw.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '');
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/in-toto.js
function controlsPredicate(report) {
    const properties = report.rows
        .filter(({ state }) => state === 'current')
        .map(({ control }) => `EVIDENCE_CURRENT:${control.id}`);
    const predicate = { verifier: { id: 'https://lockstep-ci.dev/evidence' }, timeCreated: report.at, properties };
    return `${JSON.stringify(predicate, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/json.js

function controlsJson(report) {
    return `${JSON.stringify({ kind: 'lockstep-controls/1', headline: (0,words/* headline */.Pl)(report), ...report }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/markdown.js


const HEAD = ['Control', 'Evidence is', 'Evidence', 'Verdict', 'Because', 'File', 'SHA-256', 'Age', 'Run', 'Exception'];
function controlsMarkdown(report) {
    const parts = [`# Evidence of controls`, `**${(0,words/* headline */.Pl)(report)}**, on ${report.at}.`];
    for (const framework of new Set(report.rows.map(({ control }) => control.framework))) {
        const rows = report.rows.filter(({ control }) => control.framework === framework);
        parts.push(`## ${(0,inline_text/* inlineText */.l)(framework)}`, (0,markdown_table/* markdownTable */.Q)(HEAD, rows.flatMap(linesOf)));
    }
    if (report.idle.length > 0)
        parts.push('## Exceptions without effect', report.idle.map((one) => `- ${(0,inline_text/* inlineText */.l)((0,words/* idleWords */._e)(one))}`).join('\n'));
    return `${parts.join('\n\n')}\n`;
}
function linesOf(row) {
    const { control, rows, state } = row;
    const title = (0,inline_text/* inlineText */.l)(`${control.id} ${control.title}`);
    const exception = (0,inline_text/* inlineText */.l)((0,words/* exceptionWords */.DY)(row));
    if (rows.length === 0)
        return [[title, words/* STATE_WORDS */.I7[state], '', '', (0,inline_text/* inlineText */.l)((0,words/* becauseOf */.W$)(row)), '', '', '', '', exception]];
    return rows.map((each) => [
        title,
        words/* STATE_WORDS */.I7[state],
        (0,inline_text/* inlineText */.l)((0,words/* sourceWords */.hI)(each.source)),
        each.verdict ?? '',
        (0,inline_text/* inlineText */.l)(each.because),
        (0,inline_text/* inlineText */.l)(each.file),
        (0,inline_text/* inlineText */.l)(each.digest),
        (0,words/* ageOf */.hy)(each),
        runIn(each.run ?? ''),
        exception,
    ]);
}
function runIn(run) {
    return /^https:\/\/[^\s"<>]+$/.test(run) ? `[run](${(0,inline_text/* linkTarget */.C)(run)})` : (0,inline_text/* inlineText */.l)(run);
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/oscal.js


const OSCAL_VERSION = '1.2.0';
const NAMESPACE = 'https://lockstep-ci.dev/oscal';
function controlsOscal(report) {
    const id = (...parts) => uuid([report.at, ...parts]);
    const observations = report.rows.map((row) => observation(row, id, report.at));
    const findings = report.rows
        .filter(({ state }) => state === 'current' || state === 'failing')
        .map((row) => finding(row, id));
    const result = {
        uuid: id('result'),
        title: (0,words/* headline */.Pl)(report),
        description: 'Evidence that was collected for controls. It is no statement that a law or a standard is complied with.',
        start: report.at,
        end: report.at,
        'reviewed-controls': {
            'control-selections': [
                { 'include-controls': report.rows.map(({ control }) => ({ 'control-id': token(control.id) })) },
            ],
        },
        observations,
        ...(findings.length === 0 ? {} : { findings }),
    };
    const document = {
        'assessment-results': {
            uuid: id('document'),
            metadata: {
                title: 'Evidence of controls',
                'last-modified': report.at,
                version: '1',
                'oscal-version': OSCAL_VERSION,
            },
            'import-ap': { href: '#plan' },
            results: [result],
        },
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function observation(row, id, at) {
    const relevant = row.rows.filter(({ file }) => file !== '').map(evidence);
    return {
        uuid: id('observation', row.control.id),
        title: row.control.id,
        description: `${row.control.title}: ${(0,words/* becauseOf */.W$)(row)}`,
        props: [
            { name: 'evidence', value: row.state, ns: NAMESPACE },
            { name: 'verdict', value: verdictOf(row), ns: NAMESPACE },
        ],
        methods: [row.rows.some(({ source }) => source.kind === 'checks') ? 'TEST' : 'EXAMINE'],
        ...(relevant.length === 0 ? {} : { 'relevant-evidence': relevant }),
        collected: at,
        ...remarksOf(row),
    };
}
function verdictOf({ rows, state }) {
    if (state === 'current')
        return 'pass';
    const hasFailed = rows.some((one) => one.state === 'failing' && one.verdict === 'fail');
    return state === 'failing' && hasFailed ? 'fail' : 'unknown';
}
function remarksOf(row) {
    return verdictOf(row) === 'unknown' ? { remarks: `Unknown, because ${whyUnknown(row)}` } : {};
}
function whyUnknown(row) {
    if (row.rows.length === 0)
        return `nothing is collected: ${row.control.notCollected}`;
    const open = row.rows.filter(({ state }) => state !== 'current');
    return open
        .map(({ because, source, state }) => `${(0,words/* sourceWords */.hI)(source)}: ${state === 'failing' ? 'undecided' : words/* STATE_WORDS */.I7[state]} (${because})`)
        .join('; ');
}
const REASONS = { pass: 'pass', fail: 'fail', unknown: 'other' };
function evidence({ digest, file, run, source }) {
    return {
        href: run ?? `#sha256-${digest}`,
        description: `${(0,words/* sourceWords */.hI)(source)}: ${file}`,
        ...(digest === '' ? {} : { props: [{ name: 'sha256', value: digest, ns: NAMESPACE }] }),
    };
}
function finding(row, id) {
    return {
        uuid: id('finding', row.control.id),
        title: row.control.id,
        description: (0,words/* becauseOf */.W$)(row),
        target: {
            type: 'objective-id',
            'target-id': `${token(row.control.id)}_obj`,
            status: {
                state: row.state === 'current' ? 'satisfied' : 'not-satisfied',
                reason: REASONS[verdictOf(row)],
                ...remarksOf(row),
            },
        },
        'related-observations': [{ 'observation-uuid': id('observation', row.control.id) }],
    };
}
function token(id) {
    return /^[a-z_]/.test(id) ? id : `_${id}`;
}
function uuid(parts) {
    const hex = (0,external_node_crypto_().createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
    const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/all.js






const CONTROL_FORMATS = {
    'controls.json': controlsJson,
    'controls.csv': controlsCsv,
    'controls.md': controlsMarkdown,
    'controls.html': controlsHtml,
    'controls.oscal.json': controlsOscal,
    'controls.predicate.json': controlsPredicate,
};

;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/spread.js
function spreadOf(durations) {
    if (durations.length === 0)
        return null;
    const sorted = [...durations].sort((a, b) => a - b);
    return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}
function quantile(sorted, share) {
    const place = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return below + (above - below) * (place - Math.floor(place));
}

;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/dora.js

const PHASES = [
    'until-merged',
    'until-started',
    'until-prepared',
    'until-approved',
    'until-begun',
    'until-released',
];
const PHASE_WORDS = {
    'until-merged': 'from the commit until it reached the branch: review',
    'until-started': 'until a release with it was started',
    'until-prepared': 'until its candidate was built and checked',
    'until-approved': 'until a person approved it',
    'until-begun': 'until the release began: a free place in the queue',
    'until-released': 'until the release ended: migrations, traffic, bake',
};
const DEFINITIONS = {
    deployments: 'Releases that ended as released within the window, also those that were rolled back later.',
    leadTime: 'For each commit: from its commit time until the end of the release that it stayed with. A commit that was rolled back and released again counts once, with the later release. Where several services are released, each commit counts once for each service that it was released with.',
    changeFailures: 'Of the releases that users reached and that are decided: the share that was rolled back, by its own undo or later. Held releases are not decided until a person commits them or rolls them back.',
    recovery: 'For each failed release: from its first users until they had the previous build again.',
};
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
function doraOf(releases, window) {
    const within = releases.filter((each) => isWithin(each.endedAt ?? each.begunAt, window));
    const released = within.filter(({ end }) => end === 'released');
    const reached = within.filter(({ trafficAt }) => trafficAt !== null);
    const decided = reached.filter(isDecided);
    const failed = decided.filter(isFailed);
    const stayed = changesThatStayed(releases).filter(({ release }) => isWithin(release.endedAt ?? 0, window));
    const timed = stayed.filter(({ commit, release }) => commit.committedAt <= (release.endedAt ?? 0));
    const recovered = failed.flatMap(({ goneAt, trafficAt }) => goneAt === null || trafficAt === null ? [] : [goneAt - trafficAt]);
    const weeks = (window.toMs - window.fromMs) / WEEK_MS;
    return {
        deployments: {
            count: released.length,
            perWeek: weeks > 0 ? released.length / weeks : null,
            days: new Set(released.map(({ endedAt }) => Math.floor((endedAt ?? 0) / DAY_MS))).size,
        },
        leadTime: spreadOf(timed.map(({ commit, release }) => (release.endedAt ?? 0) - commit.committedAt)),
        changeFailures: {
            failed: failed.length,
            of: decided.length,
            share: decided.length === 0 ? null : failed.length / decided.length,
        },
        recovery: spreadOf(recovered),
        phases: phasesOf(timed),
        apart: {
            neverReached: within.filter(({ end, trafficAt }) => trafficAt === null && end !== 'released' && end !== 'open')
                .length,
            undecided: reached.length - decided.length,
            recoveryUnknown: failed.length - recovered.length,
            datedAhead: stayed.length - timed.length,
        },
    };
}
function isWithin(at, { fromMs, toMs }) {
    return at >= fromMs && at < toMs;
}
function isDecided({ end, goneAt }) {
    if (end === 'closed')
        return goneAt !== null;
    return end !== 'held' && end !== 'unresolved' && end !== 'open';
}
function isFailed({ end, goneAt }) {
    return end !== 'released' || goneAt !== null;
}
function changesThatStayed(releases) {
    const first = new Map();
    const stayed = releases.filter((each) => each.end === 'released' && each.goneAt === null);
    for (const release of stayed.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)))
        for (const commit of release.commits) {
            const key = JSON.stringify([release.service, commit.sha]);
            if (!first.has(key))
                first.set(key, { commit, release });
        }
    return [...first.values()];
}
function phasesOf(changes) {
    const durations = new Map(PHASES.map((phase) => [phase, []]));
    for (const { commit, release } of changes) {
        let before = commit.committedAt;
        const { approvedAt, begunAt, endedAt, preparedAt, startedAt } = release;
        const ends = [commit.mergedAt, startedAt, preparedAt, approvedAt, begunAt, endedAt];
        for (const [nth, phase] of PHASES.entries()) {
            const at = ends[nth] ?? null;
            if (at === null)
                continue;
            durations.get(phase)?.push(Math.max(0, at - before));
            before = Math.max(before, at);
        }
    }
    const spreads = PHASES.map((phase) => [phase, spreadOf(durations.get(phase) ?? [])]);
    return Object.fromEntries(spreads);
}

;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/gates.js
function gateHistory(facts) {
    const gates = grouped(unique(facts), ({ gate }) => gate);
    return [...gates].map(([gate, all]) => historyOf(gate, all)).sort(byInterest);
}
function unique(facts) {
    return [...new Map(facts.map((fact) => [keyOf(fact, fact.gate, fact.run, fact.atMs), fact])).values()];
}
function historyOf(gate, facts) {
    const many = (verdict) => facts.filter((fact) => fact.verdict === verdict).length;
    const again = [...grouped(facts, (fact) => keyOf(fact, fact.commit)).values()].filter((said) => said.length > 1);
    const wavered = again.filter((said) => {
        const verdicts = said.map(({ verdict }) => verdict);
        return verdicts.includes('pass') && verdicts.includes('fail');
    });
    return {
        gate,
        ...{ passed: many('pass'), failed: many('fail'), unknown: many('unknown') },
        wavered: commitsOf(wavered),
        judgedAgain: commitsOf(again).length,
    };
}
function commitsOf(groups) {
    return [...new Set(groups.flatMap(([first]) => (first === undefined ? [] : [first.commit])))];
}
function keyOf({ service }, ...parts) {
    return JSON.stringify([service ?? null, ...parts]);
}
function byInterest(one, other) {
    return other.wavered.length - one.wavered.length || other.failed - one.failed || (one.gate < other.gate ? -1 : 1);
}
function grouped(all, key) {
    const groups = new Map();
    for (const one of all)
        groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
    return groups;
}

// EXTERNAL MODULE: ./packages/evidence/lib/numbers/over-time.js
var over_time = __webpack_require__(601270);
;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/numbers.js




function numbersOf(facts, lists, records) {
    const { environment, gaps, gates, releases, service, window } = facts;
    const within = (atMs) => atMs >= window.fromMs && atMs < window.toMs;
    const ids = new Set(releases.filter((one) => within(one.endedAt ?? one.begunAt)).map(({ id }) => id));
    const sizes = facts.sizes.filter(({ release }) => ids.has(release));
    const spread = (of) => spreadOf(sizes.flatMap((size) => size[of] ?? []));
    return {
        ...{ environment, service, window, gaps },
        dora: doraOf(releases, window),
        definitions: DEFINITIONS,
        sizes: {
            ...{ commits: spread('commits'), files: spread('files'), lines: spread('lines') },
            unknown: [...ids].filter((id) => (sizes.find(({ release }) => release === id)?.commits ?? null) === null).length,
        },
        gates: gateHistory(gates.filter(({ atMs }) => within(atMs))),
        drills: (0,over_time/* drillsOverTime */.M1)(lists, records).filter(({ atMs }) => within(atMs)),
        audits: (0,over_time/* auditsOverTime */.Gn)(lists).filter(({ atMs }) => within(atMs)),
    };
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var lib_verdict = __webpack_require__(186491);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/numbers-markdown.js


const SHOWN = 25;
function numbersMarkdown(numbers) {
    const { environment, gaps, service, window } = numbers;
    const days = `${day(window.fromMs)} to ${day(window.toMs - 1)}`;
    const parts = [
        `# Numbers of ${(0,inline_text/* inlineText */.l)(service === '' ? environment : `${service} in ${environment}`)}`,
        `From ${days}, in UTC.`,
        ...gaps.map((gap) => `Missing: ${(0,inline_text/* inlineText */.l)(gap)}.`),
        '## Releases',
        releasesTable(numbers),
        '## Lead time by phase',
        (0,markdown_table/* markdownTable */.Q)(['Phase', 'Half of the changes within', '9 of 10 within', 'Changes'], PHASES.map((phase) => [PHASE_WORDS[phase], ...spreadCells(numbers.dora.phases[phase])])),
        '## Sizes',
        sizesTable(numbers),
        '## Gates',
        gatesTable(numbers),
        '## Drills',
        drillsTable(numbers),
        '## Audits',
        auditsTable(numbers),
    ];
    return `${parts.join('\n\n')}\n`;
}
function releasesTable({ definitions, dora }) {
    const { apart, changeFailures, deployments, leadTime, recovery } = dora;
    const share = changeFailures.share === null ? NONE : `${Math.round(changeFailures.share * 1_000) / 10} %`;
    const perWeek = deployments.perWeek === null ? '' : `, ${Math.round(deployments.perWeek * 10) / 10} a week`;
    const rows = [
        ['Deployments', `${deployments.count}${perWeek}, on ${(0,lists/* count */.U9)(deployments.days, 'day')}`, definitions.deployments],
        ['Lead time', spreadWords(leadTime), definitions.leadTime],
        ['Change failures', `${share} (${changeFailures.failed} of ${changeFailures.of})`, definitions.changeFailures],
        ['Recovery', spreadWords(recovery), definitions.recovery],
        [
            'Reached no user',
            String(apart.neverReached),
            'Failed or were undone before any user reached them: in none of the four.',
        ],
        [
            'Not decided',
            String(apart.undecided),
            'Held, or ended with nothing certain: in none of the four until a person decides.',
        ],
        [
            'Recovery not known',
            String(apart.recoveryUnknown),
            'Failed, and no one knows when users had the previous build again.',
        ],
        ['Dated ahead', String(apart.datedAhead), 'Commits that say they were made after their release: in no lead time.'],
    ];
    return (0,markdown_table/* markdownTable */.Q)(['', '', 'Meaning'], rows);
}
function sizesTable({ sizes }) {
    const cells = (spread) => spread === null ? [NONE, '', '0'] : [round(spread.median), round(spread.p90), String(spread.count)];
    const rows = ['commits', 'files', 'lines'].map((of) => [of, ...cells(sizes[of])]);
    const unknown = sizes.unknown === 0 ? '' : `\n\nOf ${(0,lists/* count */.U9)(sizes.unknown, 'release')} no one can say how much was in it.`;
    return `${(0,markdown_table/* markdownTable */.Q)(['A release has', 'half of them up to', '9 of 10 up to', 'releases'], rows)}${unknown}`;
}
function gatesTable({ gates }) {
    if (gates.length === 0)
        return 'No report of a gate was found.';
    const rows = gates.slice(0, SHOWN).map(({ failed, gate, judgedAgain, passed, unknown, wavered }) => {
        const words = judgedAgain === 0 ? 'never judged a commit twice' : `${wavered.length} of ${judgedAgain}`;
        return [(0,inline_text/* inlineText */.l)(gate), String(passed), String(failed), String(unknown), words];
    });
    const head = ['Gate', 'Passed', 'Failed', 'Unknown', 'Same commit, different verdicts'];
    return (0,markdown_table/* markdownTable */.Q)(head, rows);
}
function drillsTable({ drills }) {
    if (drills.length === 0)
        return 'No drill was found.';
    const rows = drills
        .slice(0, SHOWN)
        .map(({ atMs, measured, verdict, what }) => [
        day(atMs),
        (0,inline_text/* inlineText */.l)(what),
        lib_verdict/* VERDICT_MARKS */.r[verdict],
        (0,inline_text/* inlineText */.l)(measured),
    ]);
    return (0,markdown_table/* markdownTable */.Q)(['Day', 'What', '', 'Measured'], rows);
}
function auditsTable({ audits }) {
    if (audits.length === 0)
        return 'No report of an audit was found.';
    const rows = audits.slice(0, SHOWN).map(({ atMs, failed, passed, subject, tool, unknown, verdict }) => {
        const counts = [passed, failed, unknown].map(String);
        return [day(atMs), (0,inline_text/* inlineText */.l)(tool), (0,inline_text/* inlineText */.l)(subject), lib_verdict/* VERDICT_MARKS */.r[verdict], ...counts];
    });
    return (0,markdown_table/* markdownTable */.Q)(['Day', 'Audit', 'Of', '', 'Passed', 'Failed', 'Unknown'], rows);
}
const NONE = 'nothing to measure';
function spreadCells(spread) {
    return spread === null
        ? [NONE, '', '0']
        : [(0,duration/* formatDuration */.a)(spread.median), (0,duration/* formatDuration */.a)(spread.p90), String(spread.count)];
}
function spreadWords(spread) {
    if (spread === null)
        return NONE;
    return `half within ${(0,duration/* formatDuration */.a)(spread.median)}, 9 of 10 within ${(0,duration/* formatDuration */.a)(spread.p90)}, of ${spread.count}`;
}
function round(value) {
    return String(Math.round(value * 10) / 10);
}
function day(atMs) {
    return new Date(atMs).toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js + 12 modules
var lib_audit = __webpack_require__(966584);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/report.js




function planControlsReport({ collected, map, name, run, version }, audit, directory) {
    const nowMs = Date.parse(collected.at);
    const controls = (0,collect/* collectEvidence */.m)(map, collected.found, nowMs);
    const { accept, ...checks } = controlChecks(controls);
    const values = { ...audit, accept: accept.length === 0 ? '' : JSON.stringify(accept) };
    const { files, judgement, outcome } = (0,lib_audit/* planReport */.sH)({ ...{ subject: name, nowMs, tool: { name: 'controls', version }, run }, ...checks }, values, directory);
    return {
        ...{ controls, judgement },
        files: { ...files, ...filesOf(collected, controls), 'evidence.json': (0,sources_collected/* collectedJson */.a)(collected) },
        outcome: {
            ...outcome,
            message: (0,words/* headline */.Pl)(controls),
            outputs: {
                ...outcome.outputs,
                'evidence-path': (0,external_node_path_.join)(directory, 'evidence.json'),
                controls: controls.rows.length,
                current: controls.current,
            },
        },
        summary: summaryOf(controls, collected),
        warnings: [...collected.notes, ...idleWarnings(controls, name)],
    };
}
function idleWarnings({ idle }, name) {
    return idle.map((one) => `${name}: ${(0,words/* idleWords */._e)(one)}`);
}
function filesOf({ found, numbers }, controls) {
    const formats = Object.entries(CONTROL_FORMATS).map(([name, render]) => [name, render(controls)]);
    if (numbers === null)
        return Object.fromEntries(formats);
    const counted = numbersOf(numbers, found.lists, found.records);
    return {
        ...Object.fromEntries(formats),
        'numbers.json': `${JSON.stringify({ kind: 'lockstep-numbers/1', ...counted }, null, 1)}\n`,
        'numbers.md': numbersMarkdown(counted),
    };
}
const report_SHOWN = 40;
function summaryOf(controls, { notes }) {
    const open = controls.rows.filter(({ state }) => state !== 'current' && state !== 'not-collected');
    const left = controls.rows.filter(({ state }) => state === 'not-collected').length;
    const rows = open
        .slice(0, report_SHOWN)
        .map(({ control, rows: found, state }) => [
        (0,inline_text/* inlineText */.l)(control.id),
        state,
        (0,inline_text/* inlineText */.l)(found.map(({ because }) => because).join('; ')),
    ]);
    return [
        '### Evidence of controls',
        `**${(0,words/* headline */.Pl)(controls)}**; of ${left} the map says why nothing is collected.`,
        ...(rows.length === 0 ? [] : [(0,markdown_table/* markdownTable */.Q)(['Control', 'Evidence is', 'Because'], rows)]),
        ...(open.length > report_SHOWN ? [`… and ${open.length - report_SHOWN} more in controls.md`] : []),
        ...notes.map((note) => `- ${(0,inline_text/* inlineText */.l)(note)}`),
    ].join('\n\n');
}


/***/ }),

/***/ 733557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _bytes_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(871850);


const MOST_BYTES = 1024 * 1024;
function textIn(input, file, remedy, workspace) {
    const bytes = (0,_bytes_in_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesIn */ .t)(file, workspace);
    const refuse = (why) => new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`input "${input}": ${file} ${why}`);
    if (bytes === undefined)
        throw refuse(`cannot be read; ${remedy}`);
    if (bytes.length > MOST_BYTES)
        throw refuse(`has ${bytes.length} bytes, and at most ${MOST_BYTES} are read`);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw refuse('is not UTF-8; store it as UTF-8');
    }
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
// EXTERNAL MODULE: ./packages/base/lib/since-day.js
var since_day = __webpack_require__(538342);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/report-artifacts.js
var report_artifacts = __webpack_require__(115581);
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
    const { digest, file, record, run = null } = newest;
    const ageMs = nowMs - Date.parse(record.happenedAt);
    const { verdict } = record;
    return { source, ...aged(verdict, ageMs, source.maxAgeMs, record.reason), verdict, file, digest, ageMs, run };
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
function lookAtDocument(source, found, nowMs) {
    const file = found.files.get(source.file);
    if (file === undefined)
        return none(source, `${source.file} is not there`);
    const about = { source, file: file.file, digest: file.digest, run: null };
    const { judged } = file;
    const broken = newestOf(found.broken.filter(({ atMs, tool }) => tool === report_artifacts/* DOCUMENTS */.f && atMs >= (judged?.atMs ?? 0)), ({ atMs }) => atMs);
    if (broken !== undefined)
        return {
            ...{ source, state: 'failing', verdict: 'unknown', file: broken.file, digest: broken.digest },
            ...{ ageMs: nowMs - broken.atMs, run: broken.run, because: broken.why },
        };
    if (judged === null)
        return { ...absent(source, found, 'reports', 'no report on documents has it'), ...about, verdict: 'unknown' };
    if (file.reviewedAt === null)
        return {
            ...about,
            state: 'stale',
            verdict: 'unknown',
            ageMs: null,
            because: 'it does not say when it was reviewed',
        };
    const ageMs = (0,since_day/* sinceDay */.B)(file.reviewedAt, nowMs) ?? nowMs - file.reviewedAt;
    const { problems } = judged;
    const verdict = problems.length === 0 ? 'pass' : 'fail';
    const words = problems.length === 0 ? 'reviewed' : problems.join('; ');
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
    const isHidden = file.trim() !== file || /\p{C}/u.test(file);
    return !isFar && !isHidden && !file.split('/').some((part) => part === '' || part === '.' || part === '..');
}


/***/ }),

/***/ 744419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ collectedJson),
  q: () => (/* binding */ readCollected)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/checks/read-list.js
var read_list = __webpack_require__(539215);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/collected-shape.js

const is = (isRight) => (value) => isRight(value) ? undefined : '';
const collected_shape_text = is((value) => typeof value === 'string');
const number = is(Number.isFinite);
const MOST_MS = 8.64e15;
const time = is((value) => Number.isFinite(value) && Math.abs(value) <= MOST_MS);
const oneOf = (...names) => is((value) => names.includes(value));
const verdict = oneOf('pass', 'fail', 'unknown');
const orNull = (shape) => (value) => value === null ? undefined : shape(value);
const optional = (shape) => (value) => value === undefined ? undefined : shape(value);
const listOf = (shape) => (value) => Array.isArray(value) ? first(value.map((one, nth) => [`[${nth}]`, shape(one)])) : '';
const mapOf = (shape) => (value) => (0,fields/* isMap */.j)(value) ? first(Object.entries(value).map(([name, one]) => [`[${JSON.stringify(name)}]`, shape(one)])) : '';
const collected_shape_fields = (shapes) => (value) => (0,fields/* isMap */.j)(value) ? first(Object.entries(shapes).map(([name, shape]) => [`.${name}`, shape(value[name])])) : '';
function first(all) {
    for (const [at, wrong] of all)
        if (wrong !== undefined)
            return `${at}${wrong}`;
    return undefined;
}
const found = { file: collected_shape_text, digest: collected_shape_text };
const release = collected_shape_fields({
    ...{ id: collected_shape_text, service: collected_shape_text, begunAt: time },
    commits: listOf(collected_shape_fields({ sha: collected_shape_text, committedAt: time, mergedAt: time })),
    ...{ startedAt: orNull(time), preparedAt: orNull(time), approvedAt: orNull(time), trafficAt: orNull(time) },
    end: oneOf('released', 'rolled-back', 'partly-rolled-back', 'failed', 'held', 'closed', 'unresolved', 'open'),
    ...{ endedAt: orNull(time), goneAt: orNull(time) },
});
const COLLECTED = collected_shape_fields({
    at: is((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))),
    found: collected_shape_fields({
        lists: listOf(collected_shape_fields({ ...found, list: collected_shape_fields({}) })),
        broken: listOf(collected_shape_fields({ ...found, tool: collected_shape_text, atMs: time, run: orNull(collected_shape_text), why: collected_shape_text })),
        records: listOf(collected_shape_fields({ ...found, record: collected_shape_fields({}), run: optional(collected_shape_text) })),
        runs: listOf(collected_shape_fields({ workflow: collected_shape_text, conclusion: collected_shape_text, endedMs: time, url: collected_shape_text })),
        files: mapOf(collected_shape_fields({
            ...{ ...found, reviewedAt: orNull(time) },
            judged: orNull(collected_shape_fields({ atMs: time, problems: listOf(collected_shape_text) })),
        })),
        unread: mapOf(collected_shape_text),
    }),
    numbers: orNull(collected_shape_fields({
        ...{ environment: collected_shape_text, service: collected_shape_text, window: collected_shape_fields({ fromMs: time, toMs: time }) },
        releases: listOf(release),
        sizes: listOf(collected_shape_fields({ release: collected_shape_text, commits: orNull(number), files: orNull(number), lines: orNull(number) })),
        gates: listOf(collected_shape_fields({ gate: collected_shape_text, commit: collected_shape_text, service: optional(collected_shape_text), verdict, atMs: time, run: collected_shape_text })),
        gaps: listOf(collected_shape_text),
    })),
    notes: listOf(collected_shape_text),
});
function misshapenAt(collected) {
    const at = COLLECTED(collected);
    return at === undefined ? undefined : at.replace(/^\./, '').slice(0, 200);
}

;// CONCATENATED MODULE: ./packages/evidence/lib/sources/collected.js



const COLLECTED_KIND = 'lockstep-collected/1';
function collectedJson({ at, found, notes, numbers }) {
    const files = Object.fromEntries(found.files);
    return `${JSON.stringify({ kind: COLLECTED_KIND, at, found: { ...found, files }, numbers, notes }, null, 1)}\n`;
}
function readCollected(text, name) {
    const refuse = (why, cause) => {
        throw new errors/* InputError */.dz(`${name}: ${why}; pass the file evidence.json of the command collect as it is`, { cause });
    };
    let data;
    try {
        data = JSON.parse(text);
    }
    catch (cause) {
        return refuse('not readable as JSON', cause);
    }
    if (!(0,fields/* isMap */.j)(data) || data['kind'] !== COLLECTED_KIND)
        return refuse('no collected evidence');
    const at = misshapenAt(data);
    if (at !== undefined)
        return refuse(`${at} is not as it was written`);
    const collected = data;
    const read = collected.found;
    const lists = read.lists.map((each) => ({
        ...each,
        list: (0,read_list/* readCheckList */.X)(JSON.stringify(each.list), `${name}: ${each.file}`),
    }));
    for (const { record } of read.records) {
        const { kind: _kind, number: _number, previous: _previous, recordedAt: _recordedAt, ...entry } = record;
        if ((0,read_record/* entryProblems */.VF)(entry).length > 0)
            return refuse('a record in it is none');
    }
    return { ...collected, found: { ...read, lists, files: new Map(Object.entries(read.files)) } };
}


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
    const { anchors } = await listAnchors(place, options);
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
async function readAnchors(place, nowMs, options) {
    const { anchors, mayHide, newest } = await listAnchors(place, options);
    const stored = newest === undefined ? undefined : await place.head(newest, options);
    const isLocked = (stored?.lockedUntilMs ?? 0) > nowMs;
    return { anchors: isLocked ? anchors : anchors.map((anchor) => ({ ...anchor, isLoose: true })), mayHide };
}
async function listAnchors(place, options) {
    const anchors = [];
    let newest;
    const { keys, mayHide } = await keysAt(place, options);
    for (const { atMs, isDeleted, key } of keys) {
        const [, number, digest = ''] = /^anchors\/(\d{9})-([0-9a-f]{64})$/.exec(key) ?? [];
        if (number === undefined || Number(number) === 0)
            continue;
        if (!isDeleted && (newest === undefined || key > newest))
            newest = key;
        const name = `${place.name}/${key.slice(0, key.indexOf('-') + 13)}…`;
        anchors.push({
            number: Number(number),
            digest,
            source: isDeleted ? `${name} (deleted since)` : name,
            ...(atMs === undefined ? {} : { atMs }),
        });
    }
    return { anchors, mayHide, newest };
}
async function keysAt(place, options) {
    const ever = await place.everStored?.(ANCHORS, options);
    if (typeof ever === 'object')
        return {
            keys: ever.keys.map(({ firstMs, isDeleted, key }) => ({ key, atMs: firstMs, isDeleted })),
            mayHide: undefined,
        };
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
    'post-dated': { title: 'No record is dated after it was there', byAnyTimes: true },
    overwritten: { title: 'No record was stored over', byPast: true },
    deleted: { title: 'No record was deleted', byPast: true },
    'recorded-before': { title: 'Nothing was recorded before it happened' },
    repeated: { title: 'Nothing is recorded twice' },
    'cut-off': { title: 'The trail has every record that an anchor knows', byAnchors: true },
    rewritten: { title: 'Every record is the one that an anchor knows', byAnchors: true },
    'anchors-disagree': { title: 'All anchors know the same records', byAnchors: true },
};
const INVESTIGATE = 'Find out who could write to the trail and when it changed, and compare with a copy. Append nothing until it is known.';
const KEEP_ANCHORS = 'Give anchor-to a bucket with Object Lock, or put the output anchor of record into a message, and give it to verify.';
const LOCK_ANCHORS = 'Switch on Object Lock with a default retention for the bucket of anchor-to, and let the key read it (s3:GetObjectRetention).';
const SHOW_PAST = 'Give the key s3:ListBucketVersions on the bucket of the trail, and switch on versions there.';
const PAST_WORDS = {
    'no-past': 'the store does not show what was there before',
    'no-versions': 'the bucket keeps no versions',
    'not-whole': 'versions were off when the bucket got some of the records, which leave no trace where they are replaced',
    'no-right': 'the key may not list deleted versions',
};
const SHOW_DELETED = 'Give the key s3:ListBucketVersions on this bucket. Without it, an anchor that someone deleted is not seen.';
function trailChecks(facts, report, policy) {
    const { anchors, objects } = facts;
    const checks = [];
    const notVerified = [];
    const hasTimes = objects.some(({ modifiedMs }) => modifiedMs !== undefined);
    const why = whyNoPast(facts);
    const hasDates = anchors.some(({ atMs }) => atMs !== undefined);
    for (const [what, rule] of Object.entries(RULES)) {
        const findings = report.findings.filter((finding) => finding.what === what);
        const base = { id: `trail-${what}`, title: rule.title, expected: rule.title };
        if (findings.length > 0)
            checks.push(...findings.map((finding) => failed(base, finding)));
        else if (rule.byAnchors && anchors.length === 0)
            notVerified.push(left(base.id, policy.name, 'no anchor was found', KEEP_ANCHORS));
        else if (objects.length > 0 && !hasTimes && (rule.byTimes === true || (rule.byAnyTimes === true && !hasDates)))
            notVerified.push({
                ...left(`store-${what}`, policy.name, 'the store says no time that a writer cannot set', ''),
                chosen: true,
            });
        else if (rule.byPast && why !== undefined && objects.length > 0)
            notVerified.push(pastNotShown(what, why, policy.name));
        else if (objects.length > 0)
            checks.push(held(base, policy.name, (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(objects.length, 'record')));
    }
    if (facts.mayHide !== undefined)
        notVerified.push(left('trail-anchors-deleted', facts.mayHide, 'the key may not list deleted versions', SHOW_DELETED));
    checks.push(anchoredCheck(facts, report, policy));
    return { checks, notVerified };
}
function whyNoPast({ past }) {
    if (typeof past !== 'object')
        return past ?? 'no-past';
    return past.isWhole ? undefined : 'not-whole';
}
function pastNotShown(what, why, name) {
    const chosen = why !== 'no-right';
    return {
        ...left(`${chosen ? 'store' : 'trail'}-${what}`, name, PAST_WORDS[why], why === 'no-past' ? '' : SHOW_PAST),
        chosen,
    };
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
function anchoredCheck({ nowMs, objects }, { anchored, head, looselyAnchored }, policy) {
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
    if (anchored === 0 && looselyAnchored > 0)
        return {
            ...{ ...base, verdict: 'unknown', reason: 'anchor-not-locked', remedy: LOCK_ANCHORS },
            measured: `anchors know records 1 to ${looselyAnchored} of ${head.number}, in a place that shows no lock`,
        };
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


/***/ })

};
