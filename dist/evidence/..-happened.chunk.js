export const id = 455;
export const ids = [455];
export const modules = {

/***/ 6455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  happenedLately: () => (/* binding */ happenedLately)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/github.js + 1 modules
var lib_github = __webpack_require__(9383);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/gather-reports.js + 2 modules
var gather_reports = __webpack_require__(4227);
// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __webpack_require__(2117);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/entries.js

const RELEASE_VERDICTS = {
    released: 'pass',
    'rolled-back': 'fail',
    'partly-rolled-back': 'fail',
    held: 'unknown',
    unknown: 'unknown',
};
const ROLLBACK_VERDICTS = {
    swapped: 'pass',
    'put-back': 'fail',
    unchanged: 'fail',
    unresolved: 'unknown',
};
const DRILLS = ['backup', 'alert-drill'];
function ledgerEntries(line, idOf) {
    const subject = line.service === '' ? codeOf(line.environment) : codeOf(`${line.environment}/${line.service}`);
    const releases = line.releases.filter(({ adopted }) => !adopted);
    return [
        ...releases.flatMap((release) => approvalEntries(release, subject, idOf)),
        ...releases.flatMap((release) => releaseEntries(release, subject, idOf)),
        ...line.swaps.flatMap((swap) => rollbackEntries(swap, subject)),
    ].sort(byTime);
}
function reportEntries(lists, nowMs) {
    const entries = lists.map(({ digest, file, list }) => {
        const { reason, verdict } = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, nowMs);
        const event = DRILLS.includes(list.tool.name) ? 'drill' : 'audit';
        return {
            ...base({ id: `${event}/${codeOf(list.tool.name)}/${digest.slice(0, 32)}`, event, at: list.at }),
            ...{ subject: codeOf(list.tool.name), verdict, reason, run: runOf(list.run), files: { [codeOf(file)]: digest } },
        };
    });
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byTime);
}
function approvalEntries({ actor, approval, author, createdAt, id }, subject, idOf) {
    if (approval === undefined)
        return [];
    const reason = approval.by === actor ? 'approved-by-the-same-person' : 'approved';
    const entry = base({ id: codeOf(`approval/${id}`), event: 'approval', at: createdAt });
    return [{ ...entry, subject, reason, verdict: 'pass', actor: idOf(approval.by), run: attempt(author) }];
}
function releaseEntries(release, subject, idOf) {
    const { actor, author, evidence, id, said } = release;
    const digests = { evidence: evidence?.digest, plan: evidence?.planDigest ?? undefined };
    const files = Object.fromEntries(Object.entries(digests).flatMap(([name, digest]) => {
        const hex = /^(?:sha256:)?([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
        return hex === undefined ? [] : [[name, hex]];
    }));
    return firstOfEach(said).flatMap(({ at, state }) => {
        const verdict = RELEASE_VERDICTS[state];
        if (verdict === undefined)
            return [];
        const entry = base({ id: codeOf(`release/${id}/${state}`), event: 'release', at });
        return [{ ...entry, subject, verdict, reason: state, actor: idOf(actor), run: attempt(author), files }];
    });
}
function rollbackEntries({ author, id, said, takesBack }, subject) {
    if (takesBack === undefined)
        return [];
    return firstOfEach(said).flatMap(({ at, state }) => {
        const verdict = ROLLBACK_VERDICTS[state];
        if (verdict === undefined)
            return [];
        const entry = base({ id: codeOf(`rollback/${id}/${state}`), event: 'rollback', at });
        return [{ ...entry, subject, verdict, reason: state, run: attempt(author) }];
    });
}
function base({ at, event, id }) {
    return { id, event, actor: null, run: null, happenedAt: new Date(Date.parse(at)).toISOString(), files: {} };
}
function attempt({ runAttempt, runId }) {
    return runId > 0 ? { id: runId, attempt: Math.max(1, runAttempt) } : null;
}
function runOf(url) {
    const [, id, nth = '1'] = /\/actions\/runs\/([1-9]\d*)(?:\/attempts\/([1-9]\d*))?/.exec(url ?? '') ?? [];
    return id === undefined ? null : { id: Number(id), attempt: Number(nth) };
}
function firstOfEach(said) {
    return said.filter(({ state }, nth) => said.findIndex((one) => one.state === state) === nth);
}
function codeOf(text) {
    return (text
        .replace(/[^A-Za-z0-9._:/+-]/g, '_')
        .replace(/^[^A-Za-z0-9]+/, '')
        .slice(0, 200) || 'none');
}
function byTime(a, b) {
    return Date.parse(a.happenedAt) - Date.parse(b.happenedAt);
}

// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(5074);
// EXTERNAL MODULE: ./packages/github/lib/artifacts.js
var artifacts = __webpack_require__(1837);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
;// CONCATENATED MODULE: ./packages/github/lib/promotion/people.js

async function readPerson(github, login) {
    const nobody = { login, id: undefined, isBot: login.endsWith('[bot]'), maySeeAndPush: false, role: 'none' };
    try {
        const { permission, role_name, user } = await github.read('repos.getCollaboratorPermissionLevel', {
            username: login,
        });
        return {
            login,
            id: user === null ? undefined : Number(user.id),
            isBot: nobody.isBot || (user !== null && user.type !== 'User'),
            maySeeAndPush: permission === 'admin' || permission === 'write',
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

;// CONCATENATED MODULE: ./actions/evidence/lib/happened.js



const MOST_RELEASES = 300;
const MOST_REPORTS = 10;
async function happenedLately(values, shell) {
    const github = (0,lib_github/* githubClient */.$)(values, shell);
    const nowMs = shell.clock.now();
    const fromMs = nowMs - values['look-back'];
    const key = { environment: values.environment, service: values.service };
    const source = { github, creator: values['ledger-creator'] };
    const history = await (0,ledger_history/* readHistory */.L)(source, key, { fromMs, most: MOST_RELEASES });
    if (!history.isWhole)
        shell.log.warning(`only the newest ${MOST_RELEASES} records of the ledger were read`);
    const logins = history.releases.flatMap(({ actor, approval }) => [
        actor,
        ...(approval === undefined ? [] : [approval.by]),
    ]);
    const reports = await (0,gather_reports/* gatherReports */.H)({
        list: (name) => (0,artifacts/* listArtifacts */.wn)(github, name),
        download: (id) => (0,artifacts/* downloadArtifact */.bk)(github, id),
        run: (id) => (0,artifacts/* readArtifactOrigin */.b5)(github, id),
    }, { branches: await trustedBranches(values, github), fromMs, most: MOST_REPORTS, log: shell.log });
    for (const note of reports.notes)
        shell.log.info(note);
    for (const { file, why } of reports.broken)
        shell.log.warning(`${file} is not recorded: ${why}`);
    return [
        ...ledgerEntries({ ...key, ...history }, await idsOf(github, logins)),
        ...reportEntries(reports.lists, nowMs),
    ].sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt));
}
async function trustedBranches(values, github) {
    if (values['trusted-branches'].length > 0)
        return values['trusted-branches'];
    return [(await github.read('repos.get', {})).default_branch];
}
async function idsOf(github, logins) {
    const ids = new Map();
    for (const login of new Set(logins.filter((one) => one !== ''))) {
        const { id, isBot } = await readPerson(github, login);
        ids.set(login, isBot ? null : (id ?? null));
    }
    return (login) => ids.get(login) ?? null;
}


/***/ }),

/***/ 87:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readCheckList)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6029);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9311);
/* harmony import */ var _accept_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2694);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(444);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9414);





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

/***/ 4227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ gatherReports)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/checks/read-list.js
var read_list = __webpack_require__(87);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(1140);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/judge-artifact.js
var judge_artifact = __webpack_require__(1605);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(9311);
// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(8125);
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

;// CONCATENATED MODULE: ./packages/evidence/lib/sources/report-artifacts.js
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
const REPORT_ARTIFACTS = [
    checks('lockstep-edge-audit', 'edge-audit'),
    checks('lockstep-platform-audit', 'platform-audit'),
    checks('lockstep-database-report', 'database-report'),
    checks('lockstep-tenant-audit', 'tenant-audit'),
    checks('lockstep-contract-check', 'contract-check'),
    checks('lockstep-backup-status', 'backup'),
    checks('lockstep-drill', 'backup'),
    checks('lockstep-alert-drill', 'alert-drill'),
    gates('lockstep-quality'),
    gates('lockstep-scan'),
    gates('lockstep-candidate-tests'),
];

// EXTERNAL MODULE: ./packages/evidence/lib/sources/zip.js + 1 modules
var sources_zip = __webpack_require__(4057);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/gather-reports.js






const MOST_BYTES = 64 * 1024 * 1024;
const LIMITS = { files: 10_000, bytes: MOST_BYTES };
async function gatherReports(place, options) {
    const found = { lists: [], broken: [], gates: [] };
    const notes = [];
    for (const kind of REPORT_ARTIFACTS) {
        let many = 0;
        for await (const artifact of place.list(kind.artifact)) {
            if (artifact.createdMs < options.fromMs)
                break;
            if (++many > options.most) {
                notes.push(`${kind.artifact}: only the newest ${options.most} artifacts were read`);
                break;
            }
            const run = await place.run(artifact.runId);
            const doubt = (0,judge_artifact/* doubtOf */.k)(run, options.branches);
            if (doubt !== undefined)
                options.log.debug(`artifact ${kind.artifact} of run ${artifact.runId}: ${doubt}`);
            if (run === undefined || (doubt !== undefined && kind.form === 'checks'))
                continue;
            if (artifact.expired) {
                notes.push(`${kind.artifact}: the artifact of ${run.url} and those before it have expired`);
                break;
            }
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
    return { ...found, notes };
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
        const why = (0,judge_artifact/* mismatchOf */.m)(list, { tool: kind.tool, artifact, run });
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


/***/ })

};
