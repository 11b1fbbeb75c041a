export const id = 2950;
export const ids = [2950];
export const modules = {

/***/ 262193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zp: () => (/* binding */ assertFolder),
  p5: () => (/* binding */ collectedIn),
  ux: () => (/* binding */ controlsOf),
  f4: () => (/* binding */ writeAll)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
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
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
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
    const { data, lineOf } = (0,yaml/* readYaml */.g)({ LineCounter: dist.LineCounter, parseDocument: dist.parseDocument }, text, name);
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

// EXTERNAL MODULE: ./packages/evidence/lib/sources/collected.js + 1 modules
var collected = __webpack_require__(744419);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/zip.js
var sources_zip = __webpack_require__(517368);
// EXTERNAL MODULE: ./packages/cli/lib/files.js
var lib_files = __webpack_require__(110354);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/controls.js





const EVIDENCE = 'evidence.json';
const LIMITS = { files: 1_000, bytes: 256 * 1024 * 1024 };
const ZIP = Buffer.from('PK\u0003\u0004');
function controlsOf(call) {
    const name = call.text('controls-file');
    const text = (0,lib_files/* read */.LF)(name, 'name it with --controls-file; "lockstep init --documents" writes one to begin with');
    return readControls(text, name, Date.now());
}
function collectedIn(path) {
    const file = isFolder(path) ? (0,external_node_path_.join)(path, EVIDENCE) : path;
    const bytes = (0,lib_files/* readBytes */.io)(file, 'name what `lockstep evidence collect` wrote, or an artifact of evidence.yml');
    return (0,collected/* readCollected */.q)((0,lib_files/* decode */.D4)(unpacked(bytes, file), file), file);
}
function isFolder(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}
function unpacked(bytes, file) {
    if (!bytes.subarray(0, ZIP.length).equals(ZIP))
        return bytes;
    const zip = (0,sources_zip/* readZip */.u)(bytes, (name) => name === EVIDENCE, LIMITS);
    if (zip.kind === 'broken')
        throw new errors/* InputError */.dz(`${file}: ${zip.why}; download it again`);
    const found = zip.files.get(EVIDENCE);
    if (found === undefined)
        throw new errors/* InputError */.dz(`${file}: the archive has no ${EVIDENCE}; name the artifact lockstep-controls`);
    return found;
}
function assertFolder(call, option = 'report-directory', file = EVIDENCE) {
    const folder = call.text(option);
    if (folder === '')
        throw new errors/* InputError */.dz(`--${option}: expected a folder`);
    (0,lib_files/* assertWritable */.Bz)((0,external_node_path_.join)(folder, file));
    return folder;
}
function writeAll(folder, files) {
    return Object.entries(files).map(([name, text]) => {
        const path = (0,external_node_path_.join)(folder, name);
        (0,lib_files/* write */.M9)(path, text);
        return path;
    });
}


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


/***/ })

};
