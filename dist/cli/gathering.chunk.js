export const id = 8479;
export const ids = [8479];
export const modules = {

/***/ 361812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ artifactPlace)
/* harmony export */ });
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(453920);

function artifactPlace(github) {
    return {
        list: (name) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .listArtifacts */ .wn)(github, name),
        download: (id) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .downloadArtifact */ .bk)(github, id),
        run: (id) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .readArtifactOrigin */ .b5)(github, id),
    };
}


/***/ }),

/***/ 871850:
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

/***/ 318388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ trustedBranches)
/* harmony export */ });
async function trustedBranches(values, github) {
    if (values['trusted-branches'].length > 0)
        return values['trusted-branches'];
    return [(await github.read('repos.get', {})).default_branch];
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

// EXTERNAL MODULE: ./packages/github/lib/ledger/key.js
var ledger_key = __webpack_require__(299431);
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
    const { creator, environment, isLedgerOnly = false, most, service, window } = options;
    const key = { environment, service };
    const fromMs = window.fromMs - BEFORE_MS;
    const history = await (0,ledger_history/* readHistory */.L)({ github, creator }, key, { fromMs, most });
    const ledger = (0,ledger_ledger/* openLedger */.a)({ github, creator });
    const asides = new Map();
    const sizes = [];
    const all = [...history.releases, ...history.earlier];
    for (const release of history.releases.filter(({ adopted }) => !adopted)) {
        const run = release.state === 'begun' ? await ledger.runState(release) : undefined;
        const hasEnded = run?.kind !== 'running';
        asides.set(release.id, { ...NOTHING, hasEnded });
        if (isLedgerOnly)
            continue;
        const brought = await broughtBy(github, release);
        const times = await readRunTimes(github, release.author, release.approval === undefined ? undefined : APPROVING);
        asides.set(release.id, {
            commits: brought?.commits ?? [],
            startedAt: times.startedAt,
            approvedAt: times.jobStartedAt,
            hasEnded,
        });
        const { files = null, lines = null } = brought ?? {};
        sizes.push({ release: release.id, commits: brought?.commits.length ?? null, files, lines });
    }
    return {
        ...{ environment, service, window, sizes },
        releases: (0,from_ledger/* releaseFacts */.t)({ releases: all, swaps: history.swaps }, (id) => asides.get(id) ?? NOTHING),
        gates: history.releases.flatMap(gatesOf),
        gaps: history.isWhole ? [] : [`of the ledger of ${(0,ledger_key/* showKey */.N)(key)} only the newest ${most} were read`],
        records: Math.max(all.length, history.swaps.length),
    };
}
const NOTHING = { commits: [], startedAt: null, approvedAt: null, hasEnded: true };
async function broughtBy(github, { before, candidate }) {
    if (before.commit === null || candidate.commit === null || before.commit === candidate.commit)
        return undefined;
    return await readBrought(github, before.commit, candidate.commit);
}
function gatesOf({ author, candidate, evidence, service }) {
    const { commit } = candidate;
    if (evidence === undefined || commit === null)
        return [];
    const atMs = Date.parse(evidence.at);
    return Object.entries(evidence.verdicts).map(([gate, verdict]) => ({
        gate,
        commit,
        service,
        verdict,
        atMs,
        run: author.url,
    }));
}


/***/ }),

/***/ 742332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readServices),
/* harmony export */   Y: () => (/* binding */ servicesOf)
/* harmony export */ });
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(409718);

async function servicesOf(github, wanted) {
    const { creator, environment, fromMs, service } = wanted;
    if (service !== '')
        return [service];
    const found = await (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .servicesIn */ .q)({ github, creator }, environment, { fromMs });
    return found.length === 0 ? [''] : found;
}
async function readServices(services, most, read) {
    const all = [];
    let left = most;
    for (const [nth, service] of services.entries()) {
        const { found, records } = await read(service, Math.max(1, Math.floor(left / (services.length - nth))));
        left -= records;
        all.push(found);
    }
    return all;
}


/***/ }),

/***/ 884763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gatheringOf: () => (/* binding */ gatheringOf)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/found-trail.js + 1 modules
var found_trail = __webpack_require__(346107);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/checks/read-list.js
var read_list = __webpack_require__(539215);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
var record = __webpack_require__(651974);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/judge-artifact.js
var judge_artifact = __webpack_require__(734543);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(827298);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/quality-report.js

const MOST_GATES = 1_000;
const NAME = /^[\w.-]{1,100}$/;
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
function readQualityReport(text, making) {
    const data = jsonOf(text);
    if (!(0,lib_fields/* isMap */.j)(data) || data['version'] !== 1 || !Array.isArray(data['gates']))
        return { kind: 'broken', why: 'it is no report of quality-gate' };
    const given = data['gates'];
    if (given.length === 0 || given.length > MOST_GATES)
        return { kind: 'broken', why: `it has ${given.length} gates, expected 1 to ${MOST_GATES}` };
    const read = given.map(gateOf);
    const gates = read.filter((gate) => gate !== undefined);
    if (gates.length < read.length)
        return { kind: 'broken', why: 'a gate has no name, verdict or reason' };
    if (new Set(gates.map(({ name }) => name)).size < gates.length)
        return { kind: 'broken', why: 'two gates have one name' };
    const checks = gates.filter(({ required }) => required).map(checkOf);
    const tool = { name: 'quality-gate', version: '1' };
    const list = (0,make_list/* makeCheckList */.P)({ ...making, tool, checks });
    return { kind: 'gates', gates: gates.map(({ name, verdict }) => ({ name, verdict })), list };
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function gateOf(given) {
    if (!(0,lib_fields/* isMap */.j)(given))
        return undefined;
    const fields = new lib_fields/* Fields */.C(given, 'gate');
    const [name, reason] = [fields.text('name', { required: true }), fields.text('reason', { required: true })];
    const word = fields.text('verdict', { required: true });
    const verdict = ['pass', 'fail', 'unknown'].find((one) => one === word);
    const required = fields.flag('required', true);
    const message = fields.text('message');
    const isWhole = fields.problems.length === 0 && NAME.test(name) && idOf(name) !== 'gate/' && isCode(reason);
    return isWhole && verdict !== undefined ? { name, verdict, reason, required, message } : undefined;
}
function checkOf({ message, name, reason, verdict }) {
    const remedy = verdict === 'pass' ? '' : 'Look at the report of this run.';
    const what = `gate ${name}`;
    return { id: idOf(name), title: what, verdict, reason, what, measured: message, expected: 'pass', remedy };
}
const isCode = (text) => CODE.test(text);
function idOf(name) {
    return `gate/${name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '')}`;
}

// EXTERNAL MODULE: ./packages/evidence/lib/sources/report-artifacts.js
var report_artifacts = __webpack_require__(115581);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/zip.js
var sources_zip = __webpack_require__(517368);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/gather-reports.js






const MOST_BYTES = 64 * 1024 * 1024;
const LOOKED_AT = 5;
const LIMITS = { files: 10_000, bytes: MOST_BYTES };
async function gatherReports(place, options) {
    const found = { lists: [], broken: [], gates: [] };
    const notes = [];
    const unread = [];
    for (const kind of report_artifacts/* REPORT_ARTIFACTS */.X) {
        const many = { lookedAt: 0, trusted: 0, others: 0 };
        for await (const artifact of place.list(kind.artifact)) {
            if (artifact.createdMs < options.fromMs)
                break;
            if (many.trusted >= options.most) {
                notes.push(`${kind.artifact}: only the newest ${options.most} artifacts were read`);
                break;
            }
            const isHistory = kind.form === 'gates' && !artifact.expired && many.others < options.most;
            if (!isHistory && (0,judge_artifact/* isOfOthers */.Ft)(artifact, options.branches))
                continue;
            if (many.lookedAt >= options.most * LOOKED_AT) {
                unread.push(`${kind.artifact}: ${many.lookedAt} artifacts were looked at, of which ${many.trusted} are of runs on branches that are trusted`);
                break;
            }
            many.lookedAt++;
            const run = await place.run(artifact.runId);
            const doubt = (0,judge_artifact/* doubtOf */.kv)(run, options.branches);
            if (doubt !== undefined)
                options.log.debug(`artifact ${kind.artifact} of run ${artifact.runId}: ${doubt}`);
            if (run === undefined || (doubt !== undefined && !isHistory))
                continue;
            if (artifact.expired) {
                notes.push(`${kind.artifact}: the artifact of ${run.url} and those before it have expired`);
                break;
            }
            many[doubt === undefined ? 'trusted' : 'others']++;
            const read = await readArtifact(place, kind, { artifact, run });
            if (read.kind === 'read' && read.gates !== undefined)
                found.gates.push(read.gates);
            if (doubt !== undefined)
                continue;
            if (read.kind === 'read')
                found.lists.push(read.list);
            else
                found.broken.push(brokenOf(kind, { artifact, run }, read));
        }
    }
    return { ...found, notes, unread: unread.length === 0 ? undefined : unread.join('; ') };
}
async function readArtifact(place, kind, kept) {
    const { artifact } = kept;
    const broken = (why, digest = '') => ({ kind: 'broken', why, digest });
    if (artifact.bytes > MOST_BYTES)
        return broken(`the artifact has ${artifact.bytes} bytes, at most ${MOST_BYTES} are read`);
    let archive;
    try {
        archive = await place.download(artifact.id);
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi)
            return broken(`it could not be downloaded: ${(0,errors/* describe */.q0)(error)}`);
        throw error;
    }
    const digest = (0,record/* digestOf */.ol)(archive);
    if (artifact.digest !== null && artifact.digest !== `sha256:${digest}`)
        return broken('the archive is not the one that GitHub stored', digest);
    const zip = (0,sources_zip/* readZip */.u)(archive, (name) => name === kind.file, LIMITS);
    if (zip.kind === 'broken')
        return broken(zip.why, digest);
    const file = zip.files.get(kind.file);
    return file === undefined ? broken(`there is no ${kind.file} in it`, digest) : readFile(file, kind, kept);
}
function readFile(file, kind, { artifact, run }) {
    const digest = (0,record/* digestOf */.ol)(file);
    const text = file.toString('utf8');
    const name = nameOf(kind);
    if (kind.form === 'gates') {
        const read = readQualityReport(text, { nowMs: artifact.createdMs, run: run.url, subject: run.repository });
        if (read.kind === 'broken')
            return { ...read, digest };
        const gates = { commit: run.commit, atMs: artifact.createdMs, run: run.url, gates: read.gates };
        return { kind: 'read', list: { file: name, digest, list: read.list }, gates };
    }
    try {
        const list = (0,read_list/* readCheckList */.X)(text, name);
        const why = (0,judge_artifact/* mismatchOf */.mW)(list, { tool: kind.tool, artifact, run });
        if (why !== undefined)
            return { kind: 'broken', why, digest };
        return { kind: 'read', list: { file: name, digest, list: { ...list, run: list.run ?? run.url } } };
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        return { kind: 'broken', why: error.problems[0] ?? 'it is no list of checks', digest };
    }
}
const nameOf = ({ artifact, file }) => `${artifact}/${file}`;
function brokenOf(kind, { artifact, run }, read) {
    const { digest, why } = read;
    return { tool: kind.tool, file: nameOf(kind), digest, atMs: artifact.createdMs, run: run.url, why };
}

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
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
    const day = (0,dist.parseDocument)(front, { logLevel: 'silent', schema: 'failsafe' }).get('reviewed');
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
    const gathered = await orSay(async () => await gatherReports((0,artifact_place/* artifactPlace */.g)(github), {
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

// EXTERNAL MODULE: ./packages/base/lib/together.js
var together = __webpack_require__(323512);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __webpack_require__(298176);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var given = __webpack_require__(777481);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/places.js + 4 modules
var places = __webpack_require__(540416);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/gathering.js








async function gatheringOf(call) {
    const { signal, terminal } = call;
    const { anchors, values, world } = await (0,together/* readTogether */.V)({
        values: () => valuesOf(call),
        anchors: () => (0,places/* givenAnchors */.i)(call),
        world: async () => worldOf(await repositoryOf(call), signal),
    });
    const clock = await (0,given/* clockOfTrail */.eG)(call);
    const tools = {
        ...{ clock, log: (0,log/* logOf */.G)(terminal), workspace: process.cwd(), run: null, version: (0,version/* ownVersion */.X)() },
        ...world,
        trail: async () => await (0,found_trail/* readAnchored */.J)(await (0,places/* placesOf */.e)(call, clock), anchors, { clock, signal }),
    };
    return (map) => gather(values, map, tools);
}
function worldOf(repository, signal) {
    return { github: (0,github_access/* githubWithArtifacts */.zD)(repository, signal, (0,github_access/* tokenOf */.B9)()), repository: (0,github_access/* webAddressOf */.cg)(repository) };
}
async function repositoryOf(call) {
    const problems = [];
    const repository = await (0,github_access/* repositoryIn */.ce)('.', call, problems);
    if ((0,github_access/* tokenOf */.B9)().isEmpty)
        problems.push('GITHUB_TOKEN: required in the environment to read runs, artifacts and the ledger; `report` of a file needs none');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return repository;
}
function valuesOf(call) {
    const problems = [];
    const name = (option, expected) => {
        const given = call.text(option);
        if (given === '')
            problems.push(`--${option}: expected ${expected}`);
        return given;
    };
    const duration = (option) => {
        const ms = (0,lib_duration/* parseDuration */.E)(call.text(option));
        if (ms === undefined)
            problems.push(`--${option}: expected a duration like 35d, got "${call.text(option)}"`);
        return ms ?? 0;
    };
    const values = {
        environment: name('environment', 'the name of an environment'),
        service: call.text('service'),
        'ledger-creator': name('ledger-creator', 'a login, such as github-actions[bot]'),
        'quality-workflow': name('quality-workflow', 'the file of a workflow'),
        'trusted-branches': call.texts('trusted-branch'),
        'report-files': call.texts('report-file'),
        window: duration('window'),
        'max-unanchored': duration('max-unanchored'),
    };
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return values;
}


/***/ }),

/***/ 958841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ releaseFacts)
/* harmony export */ });
function releaseFacts(ledger, asideOf) {
    return ledger.releases
        .filter(({ adopted, before, deployment }) => !adopted && (deployment === null || before.deployment !== deployment))
        .map((release) => factsOf(release, ledger.swaps, asideOf(release.id)));
}
function factsOf(release, swaps, aside) {
    const own = swaps.filter((swap) => swap.release === release.id);
    const { end, endedAt } = endOf(release, aside);
    const trafficAt = earliest(own.map(reachedAt)) ?? (end === 'released' ? endedAt : null);
    const prepared = timeOf(release.evidence?.at);
    const begunAt = Date.parse(release.createdAt);
    return {
        id: release.id,
        service: release.service,
        commits: aside.commits,
        startedAt: aside.startedAt,
        preparedAt: prepared !== null && prepared <= begunAt ? prepared : null,
        approvedAt: aside.approvedAt,
        begunAt,
        trafficAt,
        end,
        endedAt,
        goneAt: trafficAt === null || end === 'held' || end === 'open' ? null : goneAt(release, swaps, trafficAt),
    };
}
const ENDS = {
    released: 'released',
    'rolled-back': 'rolled-back',
    'partly-rolled-back': 'partly-rolled-back',
    held: 'held',
};
function endOf({ said, state }, { hasEnded }) {
    const undecided = { end: 'unresolved', endedAt: null };
    const committed = said.find((one) => one.state === 'released');
    if (committed !== undefined)
        return said.at(-1)?.state === 'unknown' ? undecided : { end: 'released', endedAt: timeOf(committed.at) };
    if (state === 'acknowledged' && said.at(-1)?.state === 'held')
        return { end: 'closed', endedAt: null };
    if (state === 'begun')
        return hasEnded ? undecided : { end: 'open', endedAt: null };
    const end = ENDS[state] ?? 'unresolved';
    const isOver = end === 'rolled-back' || end === 'partly-rolled-back';
    return { end, endedAt: isOver ? timeOf(firstOf(said, state)) : null };
}
function reachedAt({ createdAt, firstStageAt, said, state }) {
    if (state === 'unchanged')
        return null;
    return earliest([timeOf(firstStageAt), timeOf(firstOf(said, 'swapped'))]) ?? timeOf(createdAt);
}
function goneAt(release, swaps, trafficAt) {
    const undone = swaps
        .filter((swap) => swap.release === release.id)
        .map(({ said }) => timeOf(firstOf(said, 'put-back')));
    const takenBack = swaps
        .filter(({ takesBack }) => takesBack?.includes(release.id) === true)
        .map(({ said }) => timeOf(firstOf(said, 'swapped')));
    const later = [...undone, ...takenBack].filter((at) => at !== null && at >= trafficAt);
    const over = release.said.find(({ state }) => state === 'rolled-back' || state === 'partly-rolled-back');
    return earliest(later) ?? timeOf(over?.at);
}
function firstOf(said, state) {
    return said.find((one) => one.state === state)?.at;
}
function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}
function earliest(times) {
    const known = times.filter((time) => time !== null);
    return known.length === 0 ? null : Math.min(...known);
}


/***/ }),

/***/ 734543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isOfOthers),
/* harmony export */   kv: () => (/* binding */ doubtOf),
/* harmony export */   mW: () => (/* binding */ mismatchOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85008);

function doubtOf(run, branches) {
    if (run === undefined)
        return 'the run that made it is gone';
    if (run.headRepository !== run.repository)
        return `it is of a commit of ${run.headRepository}`;
    if (run.event.startsWith('pull_request'))
        return `it is of a run that ${run.event} started, which runs what anyone may propose`;
    const { branch } = run;
    const trusted = [...branches, ...(run.event === 'merge_group' ? queuesOf(branches) : [])];
    if (branch === null || !trusted.some((one) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(one, branch)))
        return `it is of branch ${branch ?? 'no name'}, and only ${branches.join(', ')} are trusted`;
    return undefined;
}
function queuesOf(branches) {
    return branches.map((one) => `gh-readonly-queue/${one}/*`);
}
function isOfOthers({ head }, branches) {
    if (head === null)
        return false;
    const { branch, isOwn } = head;
    const isElsewhere = branch !== null && ![...branches, ...queuesOf(branches)].some((one) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(one, branch));
    return !isOwn || isElsewhere;
}
const SLACK_MS = 5 * 60_000;
function mismatchOf(list, about) {
    const { artifact, run, tool } = about;
    if (list.tool.name !== tool)
        return `it is a report of ${list.tool.name}`;
    if (list.run !== null && !new RegExp(`/actions/runs/${artifact.runId}(?:/|$)`).test(list.run))
        return 'it names another run than the one that kept it';
    const at = Date.parse(list.at);
    const isWithin = at >= run.createdMs - SLACK_MS && at <= artifact.createdMs + SLACK_MS;
    return isWithin ? undefined : 'its time is not within the run that kept it';
}


/***/ }),

/***/ 453920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ newestRun),
/* harmony export */   b5: () => (/* binding */ readArtifactOrigin),
/* harmony export */   bk: () => (/* binding */ downloadArtifact),
/* harmony export */   wn: () => (/* binding */ listArtifacts)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

async function* listArtifacts(github, name) {
    for await (const page of github.pages('actions.listArtifactsForRepo', { name }))
        for (const one of page.artifacts) {
            const createdMs = Date.parse(one.created_at ?? '');
            const { head_branch: branch = null, head_repository_id: from, id: runId, repository_id: own, } = one.workflow_run ?? {};
            if (runId === undefined || Number.isNaN(createdMs))
                continue;
            const head = from === undefined || own === undefined ? null : { isOwn: from === own, branch };
            const { digest = null, expired, id, size_in_bytes: bytes } = one;
            yield { id, name: one.name, bytes, expired, createdMs, digest, runId, head };
        }
}
async function downloadArtifact(github, id) {
    const data = await github.read('actions.downloadArtifact', { artifact_id: id, archive_format: 'zip' });
    if (data instanceof ArrayBuffer)
        return Buffer.from(data);
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: artifact ${id}: the answer is no archive`, { service: 'GitHub', retryable: false });
}
async function readArtifactOrigin(github, runId) {
    try {
        const run = await github.read('actions.getWorkflowRun', { run_id: runId });
        return {
            repository: run.repository.full_name,
            headRepository: run.head_repository?.full_name ?? 'a repository that is gone',
            branch: run.head_branch,
            event: run.event,
            path: run.path,
            createdMs: Date.parse(run.created_at),
            url: run.html_url,
            commit: run.head_sha,
        };
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && error.status === 404)
            return undefined;
        throw error;
    }
}
const MOST_SHOWN = 1000;
async function newestRun(github, workflow, branch) {
    const search = { workflow_id: workflow, branch, status: 'completed' };
    let many = 0;
    try {
        for await (const { workflow_runs: runs } of github.pages('actions.listWorkflowRuns', search)) {
            many += runs.length;
            const own = runs.find(({ event, head_repository: head, repository }) => {
                const isOwn = head === null || head.full_name === repository.full_name;
                return isOwn && !event.startsWith('pull_request');
            });
            if (own !== undefined)
                return { conclusion: own.conclusion ?? 'unknown', endedMs: Date.parse(own.updated_at), url: own.html_url };
        }
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && error.status === 404)
            return undefined;
        throw error;
    }
    if (many < MOST_SHOWN)
        return undefined;
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${workflow}: the newest ${many} runs on ${branch} are all of pull requests`, {
        ...{ service: 'GitHub', retryable: false },
    });
}


/***/ }),

/***/ 767828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHistory)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(166242);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(184602);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(638973);




async function readHistory(source, key, { fromMs, most }) {
    const { creator, github } = source;
    const isByUs = (record) => record.creator?.login === creator;
    const isOfLine = ({ payload }) => ((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload))?.service === key.service;
    const span = { fromMs, most, isOurs: (record) => isByUs(record) && isOfLine(record) };
    const swaps = await takeRecords(github, key, { ...span, task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj });
    const wanted = new Set(swaps.records.flatMap(({ payload }) => (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload)?.takesBack ?? []));
    const releases = await takeRecords(github, key, { ...span, task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_TASK */ .OT, wanted });
    const own = await swapsOf(github, key, { ...span, releases: releases.earlier });
    const known = new Set(swaps.records.map(({ id }) => id));
    const more = own.filter(({ id }) => !known.has(id));
    const records = [...releases.records, ...releases.earlier, ...swaps.records, ...more];
    const view = (0,_view_js__WEBPACK_IMPORTED_MODULE_1__/* .foldLedger */ .n2)(key, creator, records);
    const statusesOf = (id) => records.filter(({ payload }) => idOf(payload) === id).flatMap(({ statuses }) => statuses);
    const isEarlier = ({ record }) => releases.earlier.some(({ id }) => id === record);
    const past = view.releases.map((release) => ({
        ...release,
        said: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .readSaid */ .ys)(statusesOf(release.id), creator, _states_js__WEBPACK_IMPORTED_MODULE_2__/* .RELEASE_STATES */ .dQ),
    }));
    return {
        releases: past.filter((release) => !isEarlier(release)),
        earlier: past.filter(isEarlier),
        swaps: view.swaps.map((swap) => {
            const statuses = statusesOf(swap.id);
            return { ...swap, said: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .readSaid */ .ys)(statuses, creator, _states_js__WEBPACK_IMPORTED_MODULE_2__/* .SWAP_STATES */ .DB), firstStageAt: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStageAt */ .aI)(statuses, creator) };
        }),
        isWhole: releases.isWhole && swaps.isWhole,
    };
}
function idOf(payload) {
    return ((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload))?.id;
}
async function swapsOf(github, key, { isOurs, most, releases }) {
    if (releases.length === 0)
        return [];
    const ids = new Set(releases.map(({ payload }) => idOf(payload)));
    const isOfThem = ({ payload }) => ids.has((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload)?.release ?? undefined);
    const fromMs = Math.min(...releases.map(({ created_at }) => Date.parse(created_at)));
    const taking = {
        task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj,
        fromMs,
        most,
        isOurs: (record) => isOurs(record) && isOfThem(record),
    };
    return (await takeRecords(github, key, taking)).records;
}
async function takeRecords(github, key, { fromMs, isOurs, most, task, wanted }) {
    const records = [];
    const earlier = [];
    const open = new Set(wanted);
    let isWhole = true;
    for await (const record of (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .deployments */ .bg)(github, key, task)) {
        const isOld = Date.parse(record.created_at) < fromMs;
        if (isOld && open.size === 0)
            break;
        if (!isOurs(record))
            continue;
        const isWanted = open.delete(idOf(record.payload) ?? '');
        if (!isOld && records.length < most)
            records.push(await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withStatuses */ .Vd)(github, record));
        else if (isWanted && earlier.length < most)
            earlier.push(await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withStatuses */ .Vd)(github, record));
        else if (!isOld || isWanted)
            isWhole = false;
        if (!isWhole && open.size === 0)
            break;
    }
    return { records, earlier, isWhole };
}


/***/ }),

/***/ 409718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ servicesIn)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(166242);


async function servicesIn({ creator, github }, environment, { fromMs }) {
    const services = new Map();
    for (const task of [_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_TASK */ .OT, _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj])
        for await (const record of (0,_read_records_js__WEBPACK_IMPORTED_MODULE_1__/* .deployments */ .bg)(github, { environment, service: '' }, task)) {
            if (Date.parse(record.created_at) < fromMs)
                break;
            if (record.creator?.login !== creator)
                continue;
            const payload = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(record.payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(record.payload);
            if (payload !== undefined)
                services.set(payload.service, (services.get(payload.service) ?? 0) + 1);
        }
    return [...services.keys()].sort((a, b) => (services.get(a) ?? 0) - (services.get(b) ?? 0) || (a < b ? -1 : 1));
}


/***/ })

};
