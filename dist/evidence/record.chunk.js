export const id = 927;
export const ids = [927];
export const modules = {

/***/ 413724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  record: () => (/* binding */ record_record)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/entry.js




function entryOf(values, { nowMs, run, workspace }) {
    const { event, subject } = values;
    const code = values['event-code'] || event;
    const happenedAt = values['happened-at'] || new Date(nowMs).toISOString();
    const { digests, problems: unread } = digestsOf(values.files, workspace);
    const once = run === null ? happenedAt.replace(/\.\d+Z$/, 'Z') : run.id;
    const entry = {
        id: values['event-id'] || [event, subject, code, once].join('/'),
        event: event,
        subject,
        verdict: values['event-result'],
        reason: code,
        actor: actorOf(values['actor-id']),
        run,
        happenedAt,
        files: digests,
    };
    const problems = [...problemsOfEntry(entry, values), ...unread];
    const toCome = values['happened-at'] !== '' && Date.parse(values['happened-at']) > nowMs;
    if (toCome)
        problems.push(`input "happened-at": ${values['happened-at']} is still to come`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return entry;
}
function actorOf(text) {
    if (text === '')
        return null;
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : Number.NaN;
}
const FROM = {
    id: 'event-id',
    verdict: 'event-result',
    reason: 'event-code',
    actor: 'actor-id',
    happenedAt: 'happened-at',
};
function problemsOfEntry(entry, values) {
    const all = (0,read_record/* entryProblems */.VF)(entry).map((problem) => {
        const [, field = '', rest = ''] = /^(\w+): (.*)$/s.exec(problem) ?? [];
        const input = FROM[field] ?? field;
        const isMissing = (input === 'event' || input === 'subject') && values[input] === '';
        const isMade = (input === 'event-id' || input === 'event-code') && values[input] === '';
        return { isMade, problem: `input "${input}": ${isMissing ? 'required, ' : ''}${rest}` };
    });
    const given = all.filter(({ isMade }) => !isMade);
    return (given.length > 0 ? given : all).map(({ problem }) => problem);
}
function digestsOf(paths, workspace) {
    const problems = [];
    const digests = paths.flatMap((path) => {
        try {
            const from = (0,external_node_path_.resolve)(workspace, path);
            const name = nameOf(from, workspace);
            if (!(0,read_record/* isFileName */.oV)(name))
                problems.push(`input "files": ${path} has a name with other than letters, digits and . _ : / + -`);
            return [[name, (0,record/* digestOf */.ol)((0,external_node_fs_.readFileSync)(from))]];
        }
        catch {
            problems.push(`input "files": ${path} cannot be read`);
            return [];
        }
    });
    const names = digests.map(([name]) => name);
    const twice = names.find((name, nth) => names.indexOf(name) !== nth);
    if (twice !== undefined)
        problems.push(`input "files": two of them would be recorded as ${twice}; rename one`);
    return { digests: Object.fromEntries(digests), problems };
}
function nameOf(path, workspace) {
    const within = (0,external_node_path_.relative)(workspace, path);
    return within.startsWith('..') || (0,external_node_path_.resolve)(within) === within ? (0,external_node_path_.basename)(path) : within.split(external_node_path_.sep).join('/');
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/anchor-place.js
var anchor_place = __webpack_require__(373726);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/append.js + 1 modules
var append = __webpack_require__(4547);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/anchor.js
var trail_anchor = __webpack_require__(79068);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/record.js


const AGAINST = { verdict: 'fail', reason: 'anchors-differ' };
const EMPTY = { verdict: 'unknown', reason: 'nothing-happened' };
async function recordEntries({ anchors, trail }, entries, tools) {
    const { signal } = tools;
    const against = anchors === undefined ? undefined : await (0,anchor_place/* anchorAgainst */.$K)(trail, anchors, { signal });
    if (against !== undefined) {
        const message = `${trail.name}: ${against.source} knows another record ${against.number}; nothing was appended. Run verify`;
        return { end: AGAINST, message };
    }
    const appended = await (0,append/* appendEntries */.PI)(trail, entries, tools);
    const head = await (0,append/* headOf */.Uo)(trail, { signal });
    if (head === undefined)
        return { end: EMPTY, message: `${trail.name}: nothing to record, and no record yet` };
    const kept = anchors === undefined ? undefined : await (0,anchor_place/* keepAnchor */.jR)(anchors, head, { signal });
    const others = entries.filter((_, nth) => appended[nth]?.differs === true).map(({ id }) => id);
    const isUnlocked = kept !== undefined && (kept.lockedUntilMs ?? 0) <= tools.clock.now();
    const end = endOf(appended, isUnlocked, others.length > 0);
    const where = anchors === undefined ? '' : anchorWords(anchors.name, head, { until: kept?.lockedUntilMs, isUnlocked });
    const differs = others.length === 0 ? '' : otherWords(others);
    const message = `${trail.name}: ${wordsOf(entries, appended)}${where}${differs}`;
    return { end, message, appended, head, ...(kept === undefined ? {} : { kept }) };
}
function endOf(appended, isUnlocked, differs) {
    if (differs)
        return { verdict: 'unknown', reason: 'recorded-otherwise' };
    if (isUnlocked)
        return { verdict: 'unknown', reason: 'anchor-not-locked' };
    if (appended.length === 0)
        return EMPTY;
    const isNew = appended.some(({ isAgain }) => !isAgain);
    return { verdict: 'pass', reason: isNew ? 'recorded' : 'already-recorded' };
}
function wordsOf(entries, appended) {
    if (entries.length === 0)
        return 'nothing to record';
    const again = appended.filter(({ isAgain }) => isAgain).length;
    const added = entries.filter((_, nth) => appended[nth]?.isAgain === false);
    return `${namesOf(added)} added${again === 0 ? '' : `, ${(0,lists/* count */.U9)(again, 'record')} there already`}`;
}
function namesOf(entries) {
    return entries.length === 1 ? (entries[0]?.id ?? '') : (0,lists/* count */.U9)(entries.length, 'record');
}
function otherWords(ids) {
    return `; the trail says something else of ${(0,lists/* nameSome */.Kf)(ids, 5)}`;
}
function anchorWords(place, { number }, { isUnlocked, until }) {
    const at = until === undefined ? '' : new Date(until).toISOString();
    const lock = at === '' ? 'which shows no lock' : isUnlocked ? `where its lock ended at ${at}` : `locked until ${at}`;
    return `; the head, record ${number}, is kept in ${place}, ${lock}`;
}
function headFacts(head) {
    return { records: head.number, digest: head.digest, anchor: (0,trail_anchor/* anchorLine */.q7)(head) };
}

// EXTERNAL MODULE: ./actions/evidence/lib/in-server-time.js + 2 modules
var in_server_time = __webpack_require__(963934);
// EXTERNAL MODULE: ./actions/evidence/lib/trail.js + 8 modules
var trail = __webpack_require__(235222);
;// CONCATENATED MODULE: ./actions/evidence/lib/commands/record.js





const record_record = { problems: problemsOf, run };
const OF_ONE_EVENT = ['subject', 'event-code', 'event-id', 'actor-id', 'happened-at'];
function problemsOf(values) {
    if (values.event !== '')
        return values.subject === '' ? ['input "subject": required with event'] : [];
    const given = [...OF_ONE_EVENT.filter((name) => values[name] !== ''), ...(values.files.length > 0 ? ['files'] : [])];
    return given.map((name) => `input "${name}": needs event; without one, what the ledger and the audits say is recorded`);
}
async function run(values, given) {
    const shell = await (0,in_server_time/* inServerTime */.Q)(values, given);
    const { clock, log, signal } = shell;
    const entries = values.event === '' ? await lately(values, shell) : [ownEntry(values, shell)];
    if (values['dry-run']) {
        for (const entry of entries)
            log.info(JSON.stringify(entry));
        return {
            verdict: 'pass',
            reason: 'dry-run',
            message: `would record ${namesOf(entries)}, where they are not there yet`,
        };
    }
    const recorded = await recordEntries(await (0,trail/* trailOf */.Q)(values, shell), entries, { clock, signal });
    const { appended, end, head, message } = recorded;
    const passes = end.verdict === 'unknown' ? values['on-unknown'] === 'warn' || values['report-only'] : undefined;
    const ended = { ...end, message, passes: passes ?? (end.verdict === 'pass' || values['report-only']) };
    if (head === undefined || appended === undefined)
        return ended;
    log.info((0,trail_anchor/* anchorLine */.q7)(head));
    const number = appended.at(-1)?.number;
    return {
        ...ended,
        outputs: {
            ...{ added: appended.filter(({ isAgain }) => !isAgain).length, ...headFacts(head) },
            ...(number === undefined ? {} : { number }),
        },
    };
}
function ownEntry(values, { clock, env }) {
    const run = env.runId === 0 ? null : { id: env.runId, attempt: env.runAttempt };
    return entryOf(values, { run, nowMs: clock.now(), workspace: env.workspace });
}
async function lately(values, shell) {
    const { happenedLately } = await Promise.all(/* import() */[__webpack_require__.e(969), __webpack_require__.e(827), __webpack_require__.e(243)]).then(__webpack_require__.bind(__webpack_require__, 518391));
    return await happenedLately(values, shell);
}


/***/ }),

/***/ 1015169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(984731);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(487083);


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
        if (value === undefined || value === null || isBlank(value)) {
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
        if (items.some((item) => typeof item !== 'string' || isBlank(item))) {
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
function isBlank(value) {
    return typeof value === 'string' && value.trim() === '';
}
function kindOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
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

/***/ 4547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PI: () => (/* binding */ appendEntries),
  D4: () => (/* binding */ appendEntry),
  Uo: () => (/* binding */ headOf)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/store.js
var trail_store = __webpack_require__(453521);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/find-again.js




const AGAIN_WITHIN_MS = 31 * 86_400_000;
const CLOCKS_MS = 5 * 60_000;
const AT_ONCE = 8;
async function findAgain(store, entries, { known, numbers, tools }) {
    const wanted = new Map(entries.map((entry) => [entry.id, entry]));
    const found = new Map();
    const happened = entries.map(({ happenedAt }) => Date.parse(happenedAt));
    const since = Math.min(tools.clock.now() - AGAIN_WITHIN_MS, ...happened) - CLOCKS_MS;
    const newest = [...numbers].sort((a, b) => b - a);
    let expected = newest[0] ?? 0;
    let isLong = false;
    for await (const { kept, number } of inOrder(store, newest, { known, signal: tools.signal })) {
        if (!isLong && number !== expected)
            throw changed(store, `there is no ${(0,record/* keyOf */.TN)(expected)}`);
        expected = number - 1;
        if (kept === undefined) {
            if (isLong)
                continue;
            throw noRecord(store, number);
        }
        known.set(number, kept);
        const { id, recordedAt } = kept.record;
        const entry = wanted.get(id);
        if (entry !== undefined)
            found.set(id, { number, digest: kept.digest, differs: !isSame(entry, kept.record) });
        if (found.size === wanted.size)
            return found;
        isLong ||= Date.parse(recordedAt) < since;
    }
    if (!isLong && expected > 0)
        throw changed(store, `there is no ${(0,record/* keyOf */.TN)(expected)}`);
    return found;
}
async function* inOrder(store, numbers, { known, signal }) {
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
        signal.throwIfAborted();
        const some = numbers.slice(from, from + AT_ONCE);
        const reads = some.map(async (number) => known.get(number) ?? (await keptIn(store, number, signal)));
        await Promise.allSettled(reads);
        for (const [nth, number] of some.entries())
            yield { number, kept: await reads[nth] };
    }
}
function isSame(entry, record) {
    return ['event', 'subject', 'verdict', 'reason'].every((name) => entry[name] === record[name]);
}
async function readKept(store, number, signal) {
    const kept = await keptIn(store, number, signal);
    if (kept === undefined)
        throw noRecord(store, number);
    return kept;
}
async function keptIn(store, number, signal) {
    const bytes = await (0,trail_store/* readAll */.y)(await store.get((0,record/* keyOf */.TN)(number), { signal }), record/* MOST_RECORD_BYTES */.W7);
    const read = (0,read_record/* readRecord */.aE)(bytes);
    const isRecord = read.kind === 'record' && read.record.number === number;
    return isRecord ? { record: read.record, digest: (0,record/* digestOf */.ol)(bytes) } : undefined;
}
function noRecord(store, number) {
    return changed(store, `${(0,record/* keyOf */.TN)(number)} is no record of the audit trail`);
}
function changed({ name }, what) {
    return new errors/* RemoteError */.Hi(`${name}: ${what}`, {
        service: 'the audit trail',
        retryable: false,
        hint: 'run verify; nothing is appended to a changed trail',
    });
}

;// CONCATENATED MODULE: ./packages/evidence/lib/trail/append.js




const append_CLOCKS_MS = 5 * 60_000;
const MOST_TRIES = 100;
async function appendEntry(store, entry, tools) {
    const [appended] = await appendEntries(store, [entry], tools);
    if (appended === undefined)
        throw new Error('nothing was appended');
    return appended;
}
async function appendEntries(store, entries, tools) {
    assertEntries(entries, tools.clock.now());
    const { known = new Map() } = tools;
    const ended = new Map();
    const isOpen = ({ id }) => !ended.has(id);
    for (let tries = 0; tries < MOST_TRIES && entries.some(isOpen); tries++) {
        tools.signal.throwIfAborted();
        const numbers = await numbersIn(store, tools.signal);
        const last = lastOf(numbers);
        const open = entries.filter(isOpen);
        for (const [id, again] of await findAgain(store, open, { numbers, known, tools }))
            ended.set(id, { ...again, isAgain: true });
        assertClock(store, known.get(last)?.record, tools.clock.now());
        assertRoom(store, last + entries.filter(isOpen).length);
        const links = chainOf(entries.filter(isOpen), { last, previous: known.get(last)?.digest ?? null, tools });
        for (const { head, id } of await putLinks(store, links, tools))
            ended.set(id, { ...head, isAgain: false, differs: false });
    }
    if (!entries.some(isOpen))
        return entries.flatMap(({ id }) => ended.get(id) ?? []);
    throw new errors/* RemoteError */.Hi(`${store.name}: other writers were faster ${MOST_TRIES} times`, {
        service: 'the audit trail',
        retryable: true,
    });
}
function assertEntries(entries, nowMs) {
    const toCome = ({ happenedAt }) => Date.parse(happenedAt) > nowMs + append_CLOCKS_MS ? [`happenedAt: ${happenedAt} is still to come`] : [];
    const problems = entries.flatMap((entry, nth) => [...(0,read_record/* entryProblems */.VF)(entry), ...toCome(entry)].map((problem) => `entry${entries.length === 1 ? '' : ` ${nth + 1}`}: ${problem}`));
    const ids = entries.map(({ id }) => id);
    const twice = ids.filter((id, nth) => ids.indexOf(id) !== nth);
    if (problems.length === 0 && twice.length > 0)
        problems.push(`entries: the id ${twice[0]} is there twice`);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
}
function assertClock(store, last, nowMs) {
    if (last === undefined || Date.parse(last.recordedAt) <= nowMs + append_CLOCKS_MS)
        return;
    throw new errors/* RemoteError */.Hi(`${store.name}: the last record is of ${last.recordedAt}, and here it is ${new Date(nowMs).toISOString()}`, {
        service: 'the audit trail',
        retryable: false,
        hint: 'set the clock of this machine; where it is right, the machine that wrote the last record was ahead: run it again after that time',
    });
}
function assertRoom(store, upTo) {
    if (upTo > record/* MOST_RECORDS */.zc)
        throw changed(store, `there is a record ${record/* MOST_RECORDS */.zc}, after which there can be none`);
}
function chainOf(entries, { last, previous, tools }) {
    let before = previous;
    return entries.map((entry, nth) => {
        const recordedAt = new Date(tools.clock.now()).toISOString();
        const number = last + nth + 1;
        const body = (0,record/* bytesOf */.$$)({ ...entry, kind: record/* RECORD_KIND */.dJ, number, previous: before, recordedAt });
        before = (0,record/* digestOf */.ol)(body);
        return { id: entry.id, key: (0,record/* keyOf */.TN)(number), body, head: { number, digest: before } };
    });
}
async function putLinks(store, links, { signal }) {
    if (links.length > 1 && store.putAllIfAbsent !== undefined)
        return (await store.putAllIfAbsent(links, { signal })) === 'stored' ? links : [];
    for (const [nth, { body, key }] of links.entries())
        if ((await store.putIfAbsent(key, body, { signal })) === 'exists')
            return links.slice(0, nth);
    return links;
}
async function headOf(store, { signal }) {
    const number = lastOf(await numbersIn(store, signal));
    return number === 0 ? undefined : { number, digest: (await readKept(store, number, signal)).digest };
}
async function numbersIn(store, signal) {
    const numbers = new Set();
    for await (const { key } of store.list(record/* RECORDS */.ft, { signal })) {
        const number = (0,record/* numberOf */.rl)(key);
        if (number !== undefined)
            numbers.add(number);
    }
    return numbers;
}
function lastOf(numbers) {
    let last = 0;
    for (const number of numbers)
        if (number > last)
            last = number;
    return last;
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


/***/ })

};
