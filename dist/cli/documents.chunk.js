export const id = 7213;
export const ids = [7213];
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

/***/ 930816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  documents: () => (/* binding */ documents)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/gather-drills.js
var gather_drills = __webpack_require__(656789);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
var record = __webpack_require__(651974);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/artifact-place.js
var artifact_place = __webpack_require__(361812);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/bytes-in.js
var bytes_in = __webpack_require__(871850);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/text-in.js


const MOST_BYTES = 1024 * 1024;
function textIn(input, file, remedy, workspace) {
    const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
    const refuse = (why) => new errors/* InputError */.dz(`input "${input}": ${file} ${why}`);
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

// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/trusted-branches.js
var trusted_branches = __webpack_require__(318388);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/documents.js








const NO_LIST = '"lockstep init --documents" writes one, and a job needs actions/checkout';
async function documentChecks(values, tools) {
    const { clock, log, signal, workspace } = tools;
    const engine = await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(7555), __webpack_require__.e(8813)]).then(__webpack_require__.bind(__webpack_require__, 639417));
    const name = values['documents-file'];
    const list = engine.readDocumentList(textIn('documents-file', name, NO_LIST, workspace), name);
    const read = readAll(list, workspace, engine.readDocument);
    const drills = await drillsOf(values, tools);
    const links = values['follow-links']
        ? await engine.followLinks([...read.values()], {
            ...{ fetch, clock, signal, timeoutMs: values['link-timeout'] },
            headingsIn: (file) => headingsIn(file, workspace, engine.readDocument),
        })
        : undefined;
    const named = [...read.values()].flatMap((document) => engine.reportFileOf(document) ?? []);
    const nowMs = clock.now();
    const report = engine.judgeDocuments(list, {
        documents: read,
        measured: engine.readMeasured(drills),
        digests: new Map(named.map((file) => [file, digestIn(file, workspace)])),
        links,
        nowMs,
    });
    for (const { kind } of list.leftOut)
        log.info(`${kind}: not needed, as the list says`);
    return { subject: name, nowMs, ...report };
}
function readAll({ documents: wanted }, workspace, readDocument) {
    return new Map(wanted.flatMap(({ file }) => {
        const text = (0,bytes_in/* bytesIn */.t)(file, workspace)?.toString('utf8');
        return text === undefined ? [] : [[file, readDocument(file, text)]];
    }));
}
async function drillsOf(values, tools) {
    const { github, log, workspace } = tools;
    const given = values['drill-files'];
    if (given.length > 0)
        return given.map((path) => drillIn(path, workspace));
    if (github === undefined)
        return [];
    try {
        const { found, notes } = await (0,gather_drills/* gatherDrills */.s)((0,artifact_place/* artifactPlace */.g)(github), await (0,trusted_branches/* trustedBranches */.Q)(values, github));
        for (const note of notes)
            log.warning(note);
        return found;
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        log.warning(`the artifacts of drills cannot be read: ${(0,errors/* describe */.q0)(error)}`);
        return [];
    }
}
function drillIn(path, workspace) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8'));
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "drill-files": ${path} cannot be read as JSON`, { cause });
    }
}
function digestIn(file, workspace) {
    const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
    return bytes === undefined ? null : (0,record/* digestOf */.ol)(bytes);
}
function headingsIn(file, workspace, readDocument) {
    const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
    if (bytes !== undefined)
        return /\.md$/i.test(file) ? readDocument(file, bytes.toString('utf8')).sections.map(({ heading }) => heading) : [];
    try {
        return (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(workspace, file)).isDirectory() ? [] : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var evidence_given = __webpack_require__(777481);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/documents.js





async function documents(call) {
    const { signal, terminal } = call;
    const problems = [];
    const timeoutMs = (0,evidence_given/* durationOf */.cf)(call, 'link-timeout', problems);
    const given = call.texts('drill-file');
    const hasToken = !(0,github_access/* tokenOf */.B9)().isEmpty;
    const repository = given.length === 0 && hasToken ? await (0,github_access/* repositoryIfAny */.E$)(call, problems) : undefined;
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    if (repository === undefined && given.length === 0)
        terminal.tell(`note: without ${hasToken ? 'a repository on GitHub (--repository)' : 'GITHUB_TOKEN'} no drill is read, and what drills measured is unknown; --drill-file names one\n`);
    const found = await documentChecks({
        'documents-file': call.text('documents-file'),
        'drill-files': given,
        'follow-links': !call.flag('skip-links'),
        'link-timeout': timeoutMs,
        'trusted-branches': call.texts('trusted-branch'),
    }, {
        ...{ clock: clock/* systemClock */.ml, log: (0,log/* logOf */.G)(terminal), signal, workspace: process.cwd() },
        github: repository === undefined ? undefined : (0,github_access/* githubWithArtifacts */.zD)(repository, signal, (0,github_access/* tokenOf */.B9)()),
    });
    return (0,evidence_given/* answered */.oQ)(call, found, 'documents');
}


/***/ }),

/***/ 961667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ readMeasured),
/* harmony export */   nS: () => (/* binding */ hasMeasured)
/* harmony export */ });
/* unused harmony export NOT_MEASURED */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1015169);

const NOT_MEASURED = { restore: undefined, dataAge: undefined, acknowledged: undefined };
const BACKUP = 'lockstep-drill/1';
const ALERT = 'lockstep-alert-drill/1';
function readMeasured(found) {
    return {
        restore: newest(found, BACKUP, 'restoreMs'),
        dataAge: newest(found, BACKUP, 'dataAgeMs'),
        acknowledged: newest(found, ALERT, 'acknowledgedMs'),
    };
}
function hasMeasured(record) {
    const { acknowledged, restore } = readMeasured([record]);
    return restore !== undefined || acknowledged !== undefined;
}
function newest(found, kind, field) {
    let last;
    for (const record of found) {
        if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(record) || record['kind'] !== kind)
            continue;
        const atMs = Date.parse(String(record['at']));
        const verdict = ['pass', 'fail', 'unknown'].find((one) => one === record['verdict']);
        if (Number.isNaN(atMs) || verdict === undefined)
            continue;
        const ms = typeof record[field] === 'number' && record[field] >= 0 ? record[field] : null;
        if (last === undefined || atMs > last.atMs)
            last = { ms, verdict, atMs };
    }
    return last;
}


/***/ }),

/***/ 656789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ gatherDrills)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1015169);
/* harmony import */ var _documents_measured_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(961667);
/* harmony import */ var _trail_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(651974);
/* harmony import */ var _judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(734543);
/* harmony import */ var _zip_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(517368);





const ARTIFACTS = ['lockstep-drill', 'lockstep-alert-drill'];
const FILE = 'drill.json';
const MOST_BYTES = 64 * 1024 * 1024;
async function gatherDrills(place, branches) {
    const found = [];
    const notes = [];
    for (const name of ARTIFACTS) {
        const kept = await newestOf(place, name, branches);
        if (kept === undefined)
            continue;
        const read = await readDrill(place, kept);
        if (read.kind === 'read')
            found.push(read.record);
        else
            notes.push(`${name}: the drill of ${kept.run.url} cannot be read: ${read.why}`);
    }
    return { found, notes };
}
async function newestOf(place, name, branches) {
    for await (const artifact of place.list(name)) {
        if ((0,_judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfOthers */ .Ft)(artifact, branches))
            continue;
        const run = await place.run(artifact.runId);
        if (run !== undefined && (0,_judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .doubtOf */ .kv)(run, branches) === undefined)
            return { artifact, run };
    }
    return undefined;
}
async function readDrill(place, { artifact, run }) {
    const broken = (why) => ({ kind: 'broken', why });
    if (artifact.expired)
        return broken('its artifact has expired');
    if (artifact.bytes > MOST_BYTES)
        return broken(`its artifact has ${artifact.bytes} bytes`);
    let archive;
    try {
        archive = await place.download(artifact.id);
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi)
            return broken((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error));
        throw error;
    }
    if (artifact.digest !== null && artifact.digest !== `sha256:${(0,_trail_record_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(archive)}`)
        return broken('the archive is not the one that GitHub stored');
    const zip = (0,_zip_js__WEBPACK_IMPORTED_MODULE_3__/* .readZip */ .u)(archive, (name) => name === FILE, { files: 10_000, bytes: MOST_BYTES });
    if (zip.kind === 'broken')
        return broken(zip.why);
    const record = parsed(zip.files.get(FILE)?.toString('utf8') ?? '');
    if (record === undefined)
        return broken(`there is no ${FILE} in it, or it is no JSON`);
    if (!(0,_documents_measured_js__WEBPACK_IMPORTED_MODULE_4__/* .hasMeasured */ .nS)(record))
        return broken(`its ${FILE} is no record of a drill`);
    const about = { tool: '', artifact, run };
    const why = (0,_judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatchOf */ .mW)({ at: String(record['at']), run: textOr(record['run']), tool: { name: '' } }, about);
    return why === undefined ? { kind: 'read', record } : broken(why);
}
function parsed(text) {
    try {
        const data = JSON.parse(text);
        return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(data) ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function textOr(value) {
    return typeof value === 'string' ? value : null;
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

/***/ 517368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readZip)
/* harmony export */ });
let node_zlib__WEBPACK_IMPORTED_MODULE_0___kept;
const node_zlib__WEBPACK_IMPORTED_MODULE_0__ = () => (node_zlib__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(233932));

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const FARTHEST_END = 22 + 65_535;
const STORED = 0;
const DEFLATED = 8;
const ELSEWHERE = 0xffffffff;
function readZip(bytes, isWanted, limits) {
    try {
        return { kind: 'files', files: filesOf(bytes, isWanted, limits) };
    }
    catch (error) {
        return { kind: 'broken', why: error instanceof BrokenZip ? error.message : 'the archive is damaged' };
    }
}
class BrokenZip extends Error {
}
function filesOf(bytes, isWanted, limits) {
    const end = endOf(bytes);
    const many = bytes.readUInt16LE(end + 10);
    if (many > limits.files)
        throw new BrokenZip(`the archive has ${many} files, at most ${limits.files} are read`);
    const files = new Map();
    let [at, left] = [bytes.readUInt32LE(end + 16), limits.bytes];
    for (let nth = 0; nth < many; nth++) {
        const entry = entryAt(bytes, at);
        at = entry.next;
        if (!isWanted(entry.name))
            continue;
        left -= entry.size;
        if (left < 0)
            throw new BrokenZip(`the archive unpacks to more than ${limits.bytes} bytes`);
        if (files.has(entry.name))
            throw new BrokenZip('the archive has a file twice');
        files.set(entry.name, unpacked(bytes, entry));
    }
    return files;
}
function endOf(bytes) {
    for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - FARTHEST_END); at--)
        if (bytes.readUInt32LE(at) === END)
            return at;
    throw new BrokenZip('the archive has no end: it is cut off, or no ZIP archive');
}
function entryAt(bytes, at) {
    if (bytes.readUInt32LE(at) !== ENTRY)
        throw new BrokenZip('the list of the archive is damaged');
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [packed, size, local] = [20, 24, 42].map((field) => bytes.readUInt32LE(at + field));
    if ([packed, size, local].includes(ELSEWHERE))
        throw new BrokenZip('the archive is in the long form, which is not read');
    if ((bytes.readUInt16LE(at + 8) & 1) === 1)
        throw new BrokenZip('the archive is encrypted');
    return {
        name: bytes.toString('utf8', at + 46, at + 46 + name),
        method: bytes.readUInt16LE(at + 10),
        ...{ packed, size, local },
        next: at + 46 + name + extra + comment,
    };
}
function unpacked(bytes, { local, method, packed, size }) {
    if (bytes.readUInt32LE(local) !== LOCAL)
        throw new BrokenZip('the archive is damaged');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(from, from + packed);
    if (raw.length !== packed)
        throw new BrokenZip('the archive is cut off');
    if (method !== STORED && method !== DEFLATED)
        throw new BrokenZip(`the archive is packed by method ${method}`);
    const content = method === STORED ? raw : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__().inflateRawSync)(raw, { maxOutputLength: Math.max(1, size) });
    if (content.length !== size)
        throw new BrokenZip('a file of the archive has another size than its list says');
    return content;
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


/***/ })

};
