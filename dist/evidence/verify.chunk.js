export const id = 638;
export const ids = [638];
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

/***/ 687632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(966584);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(460622);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(265716);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79068);
/* harmony import */ var _anchored_trail_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18065);
/* harmony import */ var _in_server_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(963934);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(519420);





const verify = { problems: ({ accept }) => (0,_lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_1__/* .readAccept */ .pc)(accept).problems, run };
async function run(values, given) {
    const shell = await (0,_in_server_time_js__WEBPACK_IMPORTED_MODULE_2__/* .inServerTime */ .Q)(values, given);
    const { env, log } = shell;
    const { name, ...facts } = await (0,_anchored_trail_js__WEBPACK_IMPORTED_MODULE_0__/* .anchoredTrail */ .j)(values, shell);
    log.info(`${name}: ${facts.objects.length} records, ${facts.anchors.length} anchors`);
    const report = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__/* .judgeTrail */ .o)(facts);
    const policy = { name, maxUnanchoredMs: values['max-unanchored'] };
    const outcome = (0,_lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_1__/* .reportChecks */ .oG)(shell, {
        subject: name,
        nowMs: facts.nowMs,
        run: env.runId === 0 ? null : env.runUrl,
        tool: (0,_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .toolOf */ .w)(),
        ...(0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__/* .trailChecks */ .Y)(facts, report, policy),
    }, values);
    const head = report.head === undefined ? {} : { digest: report.head.digest, anchor: (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__/* .anchorLine */ .q7)(report.head) };
    return {
        ...outcome,
        outputs: { ...outcome.outputs, records: facts.objects.length, anchored: report.anchored, ...head },
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


/***/ }),

/***/ 42216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ pastFindings),
/* harmony export */   n5: () => (/* binding */ sinceWhen),
/* harmony export */   rj: () => (/* binding */ readPast)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(651974);

async function readPast(store, options) {
    return await store.everStored?.(_record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORDS */ .ft, options);
}
function pastFindings(past, objects) {
    const shown = new Map(objects.map(({ key, modifiedMs }) => [key, modifiedMs]));
    return past.flatMap(({ firstMs, isDeleted, isSame, key }) => {
        if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(key) === undefined)
            return [];
        const first = new Date(firstMs).toISOString();
        const found = { where: key, anchor: undefined };
        if (isDeleted)
            return [{ ...found, what: 'deleted', message: `the store got it at ${first}, and it was deleted since` }];
        const modifiedMs = shown.get(key);
        if (isSame)
            return [];
        const again = modifiedMs === undefined ? 'later' : `at ${new Date(modifiedMs).toISOString()}`;
        const message = `the store got it at ${first}, and again ${again}, with versions that differ in size or ETag`;
        return [{ ...found, what: 'overwritten', message }];
    });
}
function sinceWhen(past, objects) {
    const first = new Map(past.filter(({ isSame }) => isSame).map(({ firstMs, key }) => [key, firstMs]));
    return new Map(objects.map(({ key, modifiedMs }) => [
        key,
        modifiedMs === undefined ? undefined : Math.min(modifiedMs, first.get(key) ?? modifiedMs),
    ]));
}


/***/ }),

/***/ 690167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VF: () => (/* binding */ entryProblems),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   oV: () => (/* binding */ isFileName)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1015169);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(651974);


const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,199}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DIGEST = /^[0-9a-f]{64}$/;
const MOST_FILES = 50;
const code = [
    'at most 200 letters, digits and . _ : / + -',
    (value) => typeof value === 'string' && CODE.test(value),
];
const whole = (value, least) => Number.isSafeInteger(value) && value >= least;
const time = ['a time like 2026-11-30T07:20:05.000Z', (value) => typeof value === 'string' && isTime(value)];
const ENTRY = {
    id: code,
    event: [`one of ${_record_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENTS */ .qY.join(', ')}`, (value) => _record_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENTS */ .qY.some((one) => one === value)],
    subject: code,
    verdict: ['pass, fail or unknown', (value) => ['pass', 'fail', 'unknown'].includes(value)],
    reason: ['a code like rolled-back', (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value)],
    actor: ['the numeric id of a person, or null', (value) => value === null || whole(value, 1)],
    run: ['id and attempt of a run, or null', (value) => value === null || isRun(value)],
    happenedAt: time,
    files: [`at most ${MOST_FILES} names with a SHA-256 in hex`, isFiles],
};
const RECORD = {
    ...ENTRY,
    kind: [_record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_KIND */ .dJ, (value) => value === _record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_KIND */ .dJ],
    number: ['a number from 1', (value) => whole(value, 1)],
    previous: ['the digest of the record before it, or null', (value) => value === null || isDigest(value)],
    recordedAt: time,
};
function isFileName(name) {
    return CODE.test(name);
}
function entryProblems(entry) {
    return problemsOf(entry, ENTRY);
}
function readRecord(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        return { kind: 'none', problems: ['not JSON'] };
    }
    const problems = problemsOf(data, RECORD);
    if (problems.length > 0)
        return { kind: 'none', problems };
    const record = data;
    return (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(record).equals(bytes)
        ? { kind: 'record', record }
        : { kind: 'none', problems: ['not written as this tool writes it'] };
}
function problemsOf(data, fields) {
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(data))
        return ['not a map'];
    const wrong = Object.entries(fields).filter(([name, [, isRight]]) => !isRight(data[name]));
    const more = Object.keys(data).filter((name) => !Object.hasOwn(fields, name));
    return [
        ...wrong.map(([name, [expected]]) => `${name}: expected ${expected}`),
        ...(more.length === 0 ? [] : [`${more.length} more than a record has`]),
    ];
}
function isTime(value) {
    return TIME.test(value) && !Number.isNaN(Date.parse(value)) && new Date(Date.parse(value)).toISOString() === value;
}
function isDigest(value) {
    return typeof value === 'string' && DIGEST.test(value);
}
function isRun(value) {
    return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(value) && Object.keys(value).length === 2 && whole(value['id'], 1) && whole(value['attempt'], 1);
}
function isFiles(value) {
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .j)(value) || Object.keys(value).length > MOST_FILES)
        return false;
    return Object.entries(value).every(([name, digest]) => CODE.test(name) && isDigest(digest));
}


/***/ }),

/***/ 453521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
async function readAll(body, most) {
    const parts = [];
    let bytes = 0;
    for await (const part of body) {
        parts.push(part);
        bytes += part.length;
        if (bytes > most)
            break;
    }
    return Buffer.concat(parts).subarray(0, most + 1);
}


/***/ }),

/***/ 460622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ judgeTrail),
  h: () => (/* binding */ readTrail)
});

;// CONCATENATED MODULE: ./packages/evidence/lib/trail/dated.js
const STORED_WITHIN_MS = 60 * 60_000;
function datedFindings(anchors, links) {
    const dated = anchors.flatMap(({ atMs, number, source }) => (atMs === undefined ? [] : [{ atMs, number, source }]));
    dated.sort((a, b) => a.number - b.number);
    const before = latestBefore(dated);
    const knowing = earliestKnowing(dated);
    return links.flatMap(({ key, record: { number, recordedAt } }) => {
        const recorded = Date.parse(recordedAt);
        const [late, early] = [before(number), knowing(number)];
        const says = ({ atMs, number: last, source }) => `${source} got record ${last} as the last one at ${new Date(atMs).toISOString()}`;
        if (late !== undefined && late.atMs > recorded + STORED_WITHIN_MS)
            return [
                {
                    what: 'back-dated',
                    where: key,
                    message: `recorded at ${recordedAt}, but ${says(late)}`,
                    anchor: late.source,
                },
            ];
        if (early !== undefined && early.atMs < recorded - STORED_WITHIN_MS)
            return [
                {
                    ...{ what: 'post-dated', where: key, anchor: early.source },
                    message: `recorded at ${recordedAt}, but ${says(early)}`,
                },
            ];
        return [];
    });
}
function latestBefore(dated) {
    let [next, latest] = [0, undefined];
    return (number) => {
        for (let one = dated[next]; one !== undefined && one.number < number; one = dated[++next])
            if (latest === undefined || one.atMs > latest.atMs)
                latest = one;
        return latest;
    };
}
function earliestKnowing(dated) {
    const from = [];
    for (const one of [...dated].reverse()) {
        const known = from.at(-1);
        from.push(known !== undefined && known.atMs <= one.atMs ? known : one);
    }
    from.reverse();
    let next = 0;
    return (number) => {
        for (let one = dated[next]; one !== undefined && one.number < number; one = dated[++next])
            ;
        return from[next];
    };
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/past.js
var trail_past = __webpack_require__(42216);
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
function judgeTrail({ anchors, nowMs, objects, past }) {
    const findings = [];
    const links = new Map();
    const digests = new Map();
    const everStored = typeof past === 'object' ? past.keys : [];
    const since = (0,trail_past/* sinceWhen */.n5)(everStored, objects);
    for (const { bytes, key } of objects) {
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
            links.set(number, { key, record: read.record, digest, modifiedMs: since.get(key) });
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
    findings.push(...anchorFindings(anchors, digests, last));
    findings.push(...datedFindings(anchors, [...links.values()].sort((a, b) => a.record.number - b.record.number)));
    findings.push(...(0,trail_past/* pastFindings */.JR)(everStored, objects));
    const held = anchors.filter(({ digest, number }) => digests.get(number) === digest);
    const upTo = (some) => some.reduce((most, { number }) => Math.max(most, number), 0);
    const digest = digests.get(last);
    return {
        findings: withProof(findings, anchors),
        head: digest === undefined ? undefined : { number: last, digest },
        anchored: upTo(held.filter(({ isLoose }) => isLoose !== true)),
        looselyAnchored: upTo(held),
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
    if (modifiedMs !== undefined && modifiedMs < recorded - STORED_WITHIN_MS)
        findings.push(found('post-dated', key, `recorded at ${record.recordedAt}, stored at ${new Date(modifiedMs).toISOString()}`));
    return findings;
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


/***/ })

};
