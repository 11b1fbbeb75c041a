export const id = 712;
export const ids = [712];
export const modules = {

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

/***/ 538342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sinceDay)
/* harmony export */ });
const EAST_MS = 14 * 3_600_000;
function sinceDay(dayMs, nowMs) {
    const ageMs = nowMs - dayMs;
    return ageMs < -EAST_MS ? undefined : Math.max(0, ageMs);
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


/***/ }),

/***/ 109614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ openLedger)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(166242);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(184602);
/* harmony import */ var _write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(686140);





function openLedger({ github, creator }) {
    return {
        async read(key) {
            return await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readView */ .Ml)({ github, creator }, key);
        },
        releases: (key) => (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleases */ .tl)({ github, creator }, key),
        line: (key, wanted) => (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readLine */ .Xw)({ github, creator }, key, wanted),
        async runState({ author }) {
            try {
                const run = await github.read('actions.getWorkflowRunAttempt', {
                    run_id: author.runId,
                    attempt_number: author.runAttempt,
                });
                return run.status === 'completed' ? { kind: 'ended', conclusion: run.conclusion ?? null } : { kind: 'running' };
            }
            catch (error) {
                if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi && error.status === 404)
                    return { kind: 'ended', conclusion: null };
                throw error;
            }
        },
        async begin(environment, ref, payload) {
            const name = payload.service === '' ? environment : `${payload.service} in ${environment}`;
            const description = payload.adopted ? `Found live: ${name}` : `Release of ${name}`;
            const record = await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecord */ .eC)(github, { environment, ref, task: _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .RELEASE_TASK */ .OT, description, payload });
            await countsAsOurs(record, 'rolled-back');
            const { deployment } = payload.candidate;
            const release = { ...payload, ...recorded(record), deployment, state: 'begun', message: '' };
            if (!payload.adopted) {
                await this.setState(release, 'begun', '');
                return release;
            }
            await this.markReleased(release, null, 'found live');
            return { ...release, state: 'released' };
        },
        async setState(release, state, message) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, release.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_STATES */ .dQ[state],
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(state, message),
                log_url: release.author.url,
            });
        },
        async markReleased(release, deployment, note = '') {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, release.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_STATES */ .dQ.released,
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeReleased */ .TI)(deployment, note),
                log_url: release.author.url,
            });
        },
        async open(environment, ref, payload) {
            const description = `Swap to ${payload.to}`;
            const record = await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecord */ .eC)(github, { environment, ref, task: _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .SWAP_TASK */ .Wj, description, payload });
            await countsAsOurs(record, 'unchanged');
            const swap = { ...payload, ...recorded(record), state: 'open', message: '' };
            const status = { state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB.open, description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)('open', ''), log_url: payload.author.url };
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, record.id, status);
            return swap;
        },
        async reach(swap, stage) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, swap.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB.open,
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeStage */ .al)(stage),
                log_url: swap.author.url,
            });
        },
        async close(swap, state, message) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, swap.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB[state],
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(state, message),
                log_url: swap.author.url,
            });
        },
    };
    async function countsAsOurs(record, end) {
        const by = record.creator?.login ?? '';
        if (by === creator)
            return;
        const description = (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(end, 'nothing was begun: ledger-creator is not the login that wrote this');
        await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, record.id, { state: 'failure', description });
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`);
    }
}
function recorded(record) {
    return { record: record.id, createdAt: record.created_at, since: record.created_at };
}


/***/ })

};
