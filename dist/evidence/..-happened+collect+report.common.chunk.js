export const id = 827;
export const ids = [827];
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

/***/ 539215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readCheckList)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(203906);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1015169);
/* harmony import */ var _accept_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89622);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(321434);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(504394);





const PROBLEMS_TOLD = 50;
const VERDICTS = ['pass', 'fail', 'unknown'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
function readCheckList(text, where) {
    const given = parse(text, where);
    const fields = new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C(given, where);
    const problems = [];
    const tool = new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C(fields.map('tool') ?? {}, `${where}: "tool"`);
    const list = {
        kind: _check_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS_KIND */ .Z,
        subject: textOf(fields, 'subject', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
        at: instantOf(fields),
        run: runOf(fields),
        tool: {
            name: textOf(tool, 'name', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
            version: textOf(tool, 'version', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
        },
        checks: entriesOf(fields, 'checks', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.checks, problems).map((one) => checkOf(one, problems)),
        notVerified: entriesOf(fields, 'notVerified', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.notVerified, problems).map((one) => gapOf(one, problems)),
        ...acceptOf(fields, where, problems),
    };
    for (const name of ['kind', 'judgement'])
        fields.any(name);
    fields.refuseOthers();
    tool.refuseOthers();
    refuse([...fields.problems, ...tool.problems, ...problems]);
    return list;
}
function parse(text, where) {
    if (text.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.file)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${where}: ${text.length} characters, at most ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.file} are read`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${where}: not readable as JSON; pass the report of an audit as it is`, { cause });
    }
    if (!(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(value) || value['kind'] !== _check_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS_KIND */ .Z)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${where}: no list of checks: expected a JSON object whose "kind" is "${_check_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS_KIND */ .Z}"`);
    return value;
}
function refuse(problems) {
    if (problems.length === 0)
        return;
    const rest = problems.length - PROBLEMS_TOLD;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(rest <= 0 ? problems : [...problems.slice(0, PROBLEMS_TOLD), `… and ${rest} more problems`]);
}
function entriesOf(fields, name, most, problems) {
    const value = fields.any(name);
    if (!Array.isArray(value)) {
        fields.complain(name, 'required, expected a list');
        return [];
    }
    if (value.length > most) {
        fields.complain(name, `${value.length} entries, at most ${most} are read`);
        return [];
    }
    return value.map((entry, index) => {
        const where = `${name} ${index + 1}`;
        if (!(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(entry))
            problems.push(`${where}: expected a map`);
        return new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(entry) ? entry : {}, where);
    });
}
function checkOf(fields, problems) {
    const where = placeOf(fields);
    const check = {
        id: codeOf(fields, 'id', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_ID */ .zP),
        title: textOf(fields, 'title', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.name, true),
        verdict: verdictOf(fields),
        reason: codeOf(fields, 'reason', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_REASON */ .CG),
        what: textOf(fields, 'what', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true),
        ...(where === undefined ? {} : { where }),
        measured: textOf(fields, 'measured', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
        expected: textOf(fields, 'expected', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
        remedy: textOf(fields, 'remedy', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
    };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return check;
}
function gapOf(fields, problems) {
    const gap = {
        id: codeOf(fields, 'id', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_ID */ .zP),
        what: textOf(fields, 'what', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true),
        because: textOf(fields, 'because', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true),
        remedy: textOf(fields, 'remedy', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text),
        chosen: fields.flag('chosen', false),
    };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return gap;
}
function acceptOf(fields, where, problems) {
    const read = (0,_accept_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .readAcceptances */ .$o)(fields.any('accept'), `${where}: accept`);
    problems.push(...read.problems);
    return read.acceptances.length === 0 ? {} : { accept: read.acceptances };
}
function placeOf(fields) {
    const given = fields.map('where');
    if (given === undefined)
        return undefined;
    const place = new _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .Fields */ .C(given, 'where');
    const file = textOf(place, 'file', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text, true);
    if (file !== '' && !(0,_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .isRepositoryPath */ .og)(file))
        place.complain('file', 'expected a path within the repository');
    const line = place.number('line', { min: 1, max: Number.MAX_SAFE_INTEGER });
    const column = place.number('column', { min: 1, max: Number.MAX_SAFE_INTEGER });
    place.refuseOthers();
    for (const problem of place.problems)
        fields.complain('where', problem);
    if (![line, column].every((one) => one === undefined || Number.isInteger(one)))
        fields.complain('where', 'a line and a column are whole numbers');
    return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
function verdictOf(fields) {
    const text = fields.text('verdict', { required: true, expected: 'pass, fail or unknown' });
    const verdict = VERDICTS.find((one) => one === text);
    if (text !== '' && verdict === undefined)
        fields.complain('verdict', `expected one of ${VERDICTS.join(', ')}`);
    return verdict ?? 'unknown';
}
function codeOf(fields, name, shape) {
    const code = textOf(fields, name, _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.code, true);
    if (code !== '' && !shape.test(code))
        fields.complain(name, 'expected lower-case words with hyphens between them');
    return code;
}
function textOf(fields, name, most, required = false) {
    const text = fields.text(name, { required });
    if (text.length > most && [...text].length > most)
        fields.complain(name, `longer than ${most} characters`);
    return text;
}
function instantOf(fields) {
    const at = fields.text('at', { required: true, expected: 'a time like 2026-11-29T12:00:00Z' });
    if (at !== '' && (!INSTANT.test(at) || Number.isNaN(Date.parse(at))))
        fields.complain('at', 'expected a time like 2026-11-29T12:00:00Z');
    return at;
}
function runOf(fields) {
    const run = textOf(fields, 'run', _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECK_LIMITS */ .OO.text);
    if (run === '')
        return null;
    if (!/^https?:\/\//.test(run) || !URL.canParse(run))
        fields.complain('run', 'expected the address of a run, or null');
    return run;
}


/***/ }),

/***/ 158639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ gatherReports)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/checks/read-list.js
var read_list = __webpack_require__(539215);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
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

/***/ 115581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ REPORT_ARTIFACTS),
/* harmony export */   f: () => (/* binding */ DOCUMENTS)
/* harmony export */ });
const checks = (artifact, tool) => ({
    artifact,
    tool,
    form: 'checks',
    file: 'checks.json',
});
const gates = (artifact) => ({
    artifact,
    tool: 'quality-gate',
    form: 'gates',
    file: 'report.json',
});
const DOCUMENTS = 'documents';
const REPORT_ARTIFACTS = [
    checks('lockstep-edge-audit', 'edge-audit'),
    checks('lockstep-platform-audit', 'platform-audit'),
    checks('lockstep-database-report', 'database-report'),
    checks('lockstep-tenant-audit', 'tenant-audit'),
    checks('lockstep-contract-check', 'contract-check'),
    checks('lockstep-backup-status', 'backup'),
    checks('lockstep-drill', 'backup'),
    checks('lockstep-alert-drill', 'alert-drill'),
    checks('lockstep-incidents', 'incidents'),
    checks('lockstep-documents', DOCUMENTS),
    gates('lockstep-quality'),
    gates('lockstep-scan'),
    gates('lockstep-candidate-tests'),
];


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
