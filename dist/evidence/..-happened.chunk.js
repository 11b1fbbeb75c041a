export const id = 243;
export const ids = [243];
export const modules = {

/***/ 518391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  happenedLately: () => (/* binding */ happenedLately)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/artifact-place.js
var artifact_place = __webpack_require__(361812);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/trusted-branches.js
var trusted_branches = __webpack_require__(318388);
// EXTERNAL MODULE: ./packages/action-kit/lib/github.js
var lib_github = __webpack_require__(635046);
// EXTERNAL MODULE: ./packages/action-kit/lib/services-of.js
var services_of = __webpack_require__(742332);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/gather-reports.js + 1 modules
var gather_reports = __webpack_require__(158639);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/entries.js
var sources_entries = __webpack_require__(657420);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/sound-entries.js


function soundEntries(all) {
    const first = new Map();
    const left = [];
    for (const entry of all) {
        const problems = (0,read_record/* entryProblems */.VF)(entry);
        const before = first.get(entry.id);
        if (problems.length > 0)
            left.push(`${entry.event} ${(0,sources_entries/* codeOf */.$N)(entry.id)} is not recorded: ${problems.join('; ')}`);
        else if (before === undefined)
            first.set(entry.id, entry);
        else if (JSON.stringify(before) !== JSON.stringify(entry))
            left.push(`${entry.event} ${entry.id} is there twice: only what happened first is recorded`);
    }
    return { entries: [...first.values()], left };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/sources/migration-entries.js

const byVersion = new Intl.Collator('en', { numeric: true });
const OF_ONE_RECORD = 25;
function migrationEntries(line) {
    const { migrated = [] } = line;
    return [...migrated.flatMap((one) => appliedEntries(one, (0,sources_entries/* subjectOf */.et)(line))), ...seenEntries(line, migrated)];
}
function appliedEntries({ applied, author, createdAt, release }, subject) {
    const parts = Array.from({ length: Math.ceil(applied.length / OF_ONE_RECORD) }, (_, nth) => applied.slice(nth * OF_ONE_RECORD, (nth + 1) * OF_ONE_RECORD));
    return parts.map((part, nth) => {
        const entry = (0,sources_entries/* base */.E3)({ id: (0,sources_entries/* codeOf */.$N)(`migration/${release}/${nth + 1}`), event: 'migration', at: createdAt });
        const digests = part.flatMap(({ down, up, version }) => [
            [`${fileOf(version)}/up`, up],
            ...(down === null ? [] : [[`${fileOf(version)}/down`, down]]),
        ]);
        const files = Object.fromEntries(digests);
        return { ...entry, subject, verdict: 'pass', reason: 'applied', run: (0,sources_entries/* attempt */.CD)(author), files };
    });
}
function fileOf(version) {
    return (0,sources_entries/* codeOf */.$N)(version).slice(0, 190);
}
function seenEntries(line, migrated) {
    let left = [];
    return inOrder(line.releases).flatMap(({ author, createdAt, databaseVersion, id }) => {
        const found = databaseVersion === '' ? undefined : (databaseVersion ?? undefined);
        const [from] = left;
        const isOther = found !== undefined && from !== undefined && !left.includes(found);
        const own = migrated.find(({ release }) => release === id);
        left = leftBy(found === undefined ? left : [found], own);
        if (!isOther)
            return [];
        const entry = (0,sources_entries/* base */.E3)({ id: (0,sources_entries/* codeOf */.$N)(`migration/${id}/${from}-to-${found}`), event: 'migration', at: createdAt });
        const reason = byVersion.compare(from, found) < 0 ? 'applied' : 'undone';
        return [{ ...entry, subject: (0,sources_entries/* subjectOf */.et)(line), verdict: 'pass', reason, run: (0,sources_entries/* attempt */.CD)(author) }];
    });
}
function inOrder(releases) {
    return [...releases].reverse().sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}
function leftBy(found, own) {
    if (own === undefined || found.length === 0)
        return found;
    const all = [...found, ...own.applied.map(({ version }) => version)];
    return (own.steps ?? 1) > 1 ? all : all.sort(byVersion.compare).slice(-1);
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/evidence/lib/sources/access-entries.js


const ACCESS = [
    ...[
        'github.environments',
        'github.secrets',
        'github.secretsOf',
        'github.rules',
        'github.rulesets',
        'github.workflow',
    ],
    ...['vercel.members', 'vercel.env', 'supabase.members', 'supabase.keys', 'supabase.network'],
];
const CHANGES = ['drift.change', 'drift.pinned'];
function accessEntries(lists) {
    const sorted = lists
        .filter(({ list }) => list.tool.name === 'platform-audit')
        .sort((a, b) => Date.parse(a.list.at) - Date.parse(b.list.at));
    const entries = sorted.flatMap(({ digest, file, list }) => list.checks.flatMap(({ expected, id, measured, reason, verdict, what }) => {
        const area = /^[a-z]+\.[A-Za-z]+/.exec(what)?.[0] ?? '';
        if (!CHANGES.includes(id) || !ACCESS.includes(area))
            return [];
        const change = (0,record/* digestOf */.ol)(Buffer.from(JSON.stringify([what, expected, measured])));
        const entry = (0,sources_entries/* base */.E3)({ id: `access-change/${area}/${change.slice(0, 32)}`, event: 'access-change', at: list.at });
        const files = { [(0,sources_entries/* codeOf */.$N)(file)]: digest, change };
        return [{ ...entry, subject: area, verdict, reason, run: (0,sources_entries/* runOf */.ng)(list.run), files }];
    }));
    const first = new Map();
    for (const entry of entries)
        if (!first.has(entry.id))
            first.set(entry.id, entry);
    return [...first.values()];
}

// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(767828);
// EXTERNAL MODULE: ./packages/github/lib/ledger/key.js
var ledger_key = __webpack_require__(299431);
// EXTERNAL MODULE: ./packages/github/lib/ledger/payload.js
var ledger_payload = __webpack_require__(595278);
// EXTERNAL MODULE: ./packages/github/lib/ledger/write.js
var write = __webpack_require__(686140);
;// CONCATENATED MODULE: ./packages/github/lib/promotion/records.js


async function* recordsOf(github, creator, { environment }, task) {
    for await (const page of github.pages('repos.listDeployments', { environment, task }))
        yield* page.map(write/* deploymentOf */.PE).filter((record) => record.creator?.login === creator);
}
const LONGEST_JOB_MS = (/* unused pure expression or super */ null && (6 * 3_600_000));
const MOST_RECORDS = 2_000;
async function findWritten(github, creator, key, { task, read, wanted }) {
    let found;
    const seen = [];
    let count = 0;
    for await (const record of recordsOf(github, creator, key, task)) {
        if (++count > MOST_RECORDS)
            break;
        const payload = read(record.payload);
        if (payload === undefined || payload.service !== key.service)
            continue;
        if (found === undefined && wanted(payload))
            found = { payload, record };
        else
            seen.push(payload);
        const from = found === undefined ? undefined : Date.parse(found.record.created_at) - LONGEST_JOB_MS;
        if (from !== undefined && Date.parse(record.created_at) < from)
            break;
    }
    if (found === undefined)
        return undefined;
    const { payload } = found;
    const own = JSON.stringify(payload);
    const rivals = seen.filter((other) => isSame(other.author, payload.author) && JSON.stringify(other) !== own);
    return { ...found, rivals: rivals.length };
}
function isSame(one, other) {
    return one.runId === other.runId && one.runAttempt === other.runAttempt;
}
async function records_createOurs(github, creator, wanted) {
    const record = await createRecord(github, wanted);
    const by = record.creator?.login ?? '';
    if (by === creator)
        return record;
    const description = 'not counted: ledger-creator is not the login that wrote this';
    await createStatus(github, record.id, { state: 'failure', description });
    throw new InputError(`input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`);
}

;// CONCATENATED MODULE: ./packages/github/lib/migrated.js




const MIGRATED_TASK = 'lockstep:migrated';
async function recordMigrated(github, creator, environment, payload) {
    const description = `Migrations of release ${payload.release}`;
    const wanted = { environment, ref: payload.commit, task: MIGRATED_TASK, description, payload };
    const record = await createOurs(github, creator, wanted);
    const said = describeState('migrated', `${payload.applied.length} of release ${payload.release}`);
    await createStatus(github, record.id, { state: 'inactive', description: said, log_url: payload.author.url });
}
const migrated_MOST_RECORDS = 2_000;
async function readMigrated({ creator, github }, key, { fromMs, most = migrated_MOST_RECORDS }) {
    const records = [];
    let looked = 0;
    for await (const { created_at: createdAt, id: record, payload: given } of recordsOf(github, creator, key, MIGRATED_TASK)) {
        if (Date.parse(createdAt) < fromMs)
            break;
        if (++looked > most)
            return { records, isWhole: false };
        const { service } = ((0,ledger_payload/* parsed */.Yz)(given) ?? {});
        const isOthers = typeof service === 'string' && service !== key.service;
        if (!isOthers)
            records.push({ record, createdAt, payload: readPayload(given) });
    }
    return { records, isWhole: true };
}
function readPayload(payload) {
    const found = (0,ledger_payload/* parsed */.Yz)(payload);
    const whole = found?.kind === 'lockstep-migrated/1' &&
        typeof found.id === 'string' &&
        typeof found.service === 'string' &&
        typeof found.release === 'string' &&
        (0,ledger_payload/* isAuthor */.ad)(found.author) &&
        (found.steps === undefined || Number.isSafeInteger(found.steps)) &&
        Array.isArray(found.applied) &&
        found.applied.every(isDigests);
    return whole ? found : undefined;
}
const HEX = /^[0-9a-f]{64}$/;
function isDigests(value) {
    if (!(0,ledger_payload/* isObject */.Gv)(value))
        return false;
    const { down, up, version } = value;
    return typeof version === 'string' && HEX.test(String(up)) && (down === null || HEX.test(String(down)));
}

;// CONCATENATED MODULE: ./packages/github/lib/believe-migrated.js
const CLOCKS_MS = 2_000;
function believeMigrated(records, releases) {
    const known = new Map(releases.map((release) => [release.id, release]));
    const taken = new Map();
    const refused = [];
    for (const { createdAt, payload, record } of [...records].sort((a, b) => a.record - b.record)) {
        const why = doubtOf(payload, createdAt, known);
        if (payload === undefined || why !== undefined) {
            refused.push({ record, why: why ?? UNREADABLE });
            continue;
        }
        const first = taken.get(payload.release);
        if (first === undefined)
            taken.set(payload.release, { ...payload, createdAt });
        else if (JSON.stringify({ ...payload, createdAt: first.createdAt }) !== JSON.stringify(first))
            refused.push({ record, why: 'the release had written another one before' });
    }
    return { migrated: [...taken.values()], refused };
}
const UNREADABLE = 'it cannot be read';
function doubtOf(payload, createdAt, releases) {
    if (payload === undefined)
        return UNREADABLE;
    const release = releases.get(payload.release);
    if (release === undefined)
        return 'the ledger, as far as it was read, has no such release';
    const { runAttempt, runId } = release.author;
    if (payload.author.runId !== runId || payload.author.runAttempt !== runAttempt)
        return 'another run wrote it than the one of its release';
    const committed = release.said.find(({ state }) => state === 'released');
    if (committed === undefined)
        return 'its release was not committed';
    return Date.parse(createdAt) < Date.parse(committed.at) - CLOCKS_MS
        ? 'it was there before its release was committed'
        : undefined;
}

// EXTERNAL MODULE: ./packages/github/lib/promotion/people.js
var people = __webpack_require__(113964);
;// CONCATENATED MODULE: ./actions/evidence/lib/happened.js







const MOST_RELEASES = 300;
const MOST_REPORTS = 10;
async function happenedLately(values, shell) {
    const github = (0,lib_github/* githubClient */.$)(values, shell);
    const nowMs = shell.clock.now();
    const fromMs = nowMs - values['look-back'];
    const source = { github, creator: values['ledger-creator'] };
    const { environment } = values;
    const services = await (0,services_of/* servicesOf */.Y)(github, { ...source, environment, service: values.service, fromMs });
    const lines = await (0,services_of/* readServices */.J)(services, MOST_RELEASES, async (service, most) => {
        const line = await lineOf(source, { environment, service }, { fromMs, most }, (problem) => shell.log.warning(problem));
        return { found: line, records: Math.max(line.releases.length, line.swaps.length) };
    });
    const logins = lines
        .flatMap(({ earlier, releases }) => [...releases, ...earlier])
        .flatMap(({ actor, approval }) => [actor, ...(approval === undefined ? [] : [approval.by])]);
    const idOf = await idsOf(github, logins);
    const reports = await (0,gather_reports/* gatherReports */.H)((0,artifact_place/* artifactPlace */.g)(github), {
        branches: await (0,trusted_branches/* trustedBranches */.Q)(values, github),
        fromMs,
        most: MOST_REPORTS,
        log: shell.log,
    });
    for (const note of reports.notes)
        shell.log.info(note);
    if (reports.unread !== undefined)
        shell.log.warning(`not all reports were found: ${reports.unread}`);
    for (const { file, why } of reports.broken)
        shell.log.warning(`${file} is not recorded: ${why}`);
    const { entries, left } = soundEntries([
        ...lines.flatMap(({ earlier, ...line }) => [
            ...(0,sources_entries/* ledgerEntries */.O2)({ ...line, releases: [...line.releases, ...earlier] }, idOf),
            ...migrationEntries(line),
        ]),
        ...(0,sources_entries/* reportEntries */.LH)(reports.lists),
        ...accessEntries(reports.lists),
    ].sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt)));
    for (const line of left)
        shell.log.warning(line);
    return entries;
}
async function lineOf(source, key, span, warn) {
    const history = await (0,ledger_history/* readHistory */.L)(source, key, span);
    if (!history.isWhole)
        warn(`of the ledger of ${(0,ledger_key/* showKey */.N)(key)} only the newest ${span.most} were read`);
    const { isWhole, records } = await readMigrated(source, key, { fromMs: span.fromMs });
    if (!isWhole)
        warn(`only the newest ${records.length} records of migrations of ${(0,ledger_key/* showKey */.N)(key)} were read`);
    const { migrated, refused } = believeMigrated(records, history.releases);
    for (const why of new Set(refused.map((one) => one.why))) {
        const all = refused.filter((one) => one.why === why).map(({ record }) => String(record));
        const names = `${(0,lists/* count */.U9)(all.length, 'deployment')} ${(0,lists/* nameSome */.Kf)(all, 5)}`;
        warn(`${names}, with migrations of ${(0,ledger_key/* showKey */.N)(key)}, not recorded: ${why}. Find out which workflow wrote that`);
    }
    return { ...key, ...history, migrated };
}
async function idsOf(github, logins) {
    const ids = new Map();
    for (const login of new Set(logins.filter((one) => one !== ''))) {
        const { id, isBot } = await (0,people/* readPerson */.c)(github, login);
        ids.set(login, isBot ? null : (id ?? null));
    }
    return (login) => ids.get(login) ?? null;
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

/***/ 89622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ coversCheck),
/* harmony export */   $o: () => (/* binding */ readAcceptances),
/* harmony export */   N_: () => (/* binding */ acceptanceName),
/* harmony export */   Vk: () => (/* binding */ acceptedWords)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1015169);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85008);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(687133);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(504394);




function coversCheck(acceptance, { id, what, verdict }) {
    return (acceptance.verdict === verdict &&
        (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(acceptance.check, id) &&
        (acceptance.what === undefined || (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(acceptance.what, what)));
}
function acceptanceName({ check, what }) {
    return what === undefined ? check : `${check} (${what})`;
}
function acceptedWords({ until, reason }) {
    return `accepted ${until === undefined ? 'without an end' : `until ${until}`}: ${reason}`;
}
function readAcceptances(value, where) {
    if (value === undefined || value === null)
        return { acceptances: [], problems: [] };
    if (!Array.isArray(value))
        return { acceptances: [], problems: [`${where}: expected a list`] };
    if (value.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.accept)
        return { acceptances: [], problems: [`${where}: ${value.length} entries, at most ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.accept} may be`] };
    const problems = [];
    const acceptances = value.map((entry, index) => {
        const fields = new _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .Fields */ .C((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const check = fields.text('check', { required: true, expected: 'the id of a check, or a pattern like csp-*' });
        const what = fields.text('what');
        const until = fields.text('until');
        if (until !== '' && !(0,_acceptance_js__WEBPACK_IMPORTED_MODULE_3__/* .isDay */ .N)(until))
            fields.complain('until', 'expected a day like 2026-12-31');
        const acceptance = {
            check,
            ...(what === '' ? {} : { what }),
            verdict: fields.oneOf('verdict', ['fail', 'unknown'], 'fail'),
            reason: fields.text('reason', { required: true }),
            ...(until === '' ? {} : { until }),
        };
        for (const [name, text] of Object.entries({ check, what, reason: acceptance.reason }))
            if (text.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text)
                fields.complain(name, `longer than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text} characters`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return acceptance;
    });
    return { acceptances, problems };
}


/***/ }),

/***/ 687133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   Rm: () => (/* binding */ applyAcceptances),
/* harmony export */   X6: () => (/* binding */ expiredWords)
/* harmony export */ });
function applyAcceptances(items, acceptances, covers, nowMs) {
    const today = new Date(nowMs).toISOString().slice(0, 10);
    const isOver = ({ until }) => until !== undefined && until < today;
    const valid = acceptances.filter((one) => !isOver(one));
    const used = new Set();
    const rest = [];
    const accepted = [];
    for (const item of items) {
        const those = valid.filter((one) => covers(one, item));
        for (const one of those)
            used.add(one);
        const [by] = those;
        if (by === undefined)
            rest.push(item);
        else
            accepted.push({ item, by });
    }
    return {
        rest,
        accepted,
        expired: acceptances.filter(isOver),
        endless: valid.filter(({ until }) => until === undefined),
        idle: valid.filter((one) => !used.has(one)),
    };
}
function isDay(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text))
        return false;
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
function expiredWords(name, { until = '', reason }) {
    return `"${name}" was accepted until ${until}: decide again (${reason})`;
}


/***/ }),

/***/ 321434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ CHECKS_KIND)
/* harmony export */ });
const CHECKS_KIND = 'lockstep-checks/1';


/***/ }),

/***/ 1018894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ judgeChecks)
});

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __webpack_require__(89622);
// EXTERNAL MODULE: ./packages/base/lib/checks/acceptance.js
var acceptance = __webpack_require__(687133);
;// CONCATENATED MODULE: ./packages/base/lib/checks/block-rule.js
function verdictBlocks(verdict, { onUnknown, reportOnly }) {
    if (reportOnly || verdict === 'pass')
        return false;
    return verdict === 'fail' || onUnknown === 'fail';
}

// EXTERNAL MODULE: ./packages/base/lib/checks/order.js
var order = __webpack_require__(666705);
;// CONCATENATED MODULE: ./packages/base/lib/checks/judge-checks.js





function judgeChecks(list, rule, nowMs) {
    const items = [
        ...[...list.checks].sort(order/* byInterest */.a).map((check) => ({ check, ...check })),
        ...list.notVerified.map((gap) => ({ gap, ...gap, verdict: gap.chosen ? 'pass' : 'unknown' })),
    ];
    const sifted = (0,acceptance/* applyAcceptances */.Rm)(items, list.accept ?? [], accept_checks/* coversCheck */.$k, nowMs);
    const acceptedBy = new Map(sifted.accepted.map(({ item, by }) => [item, by]));
    const judged = items.map((item) => {
        const by = acceptedBy.get(item);
        return { item, verdict: item.verdict, told: by === undefined ? {} : { acceptedBy: by } };
    });
    const checks = judged.flatMap(({ item, told }) => ('check' in item ? [{ check: item.check, ...told }] : []));
    const gaps = judged.flatMap(({ item, told }) => ('gap' in item ? [{ gap: item.gap, ...told }] : []));
    const counts = countsOf(checks, gaps);
    const certain = checks.some(({ check }) => check.verdict !== 'unknown');
    const reason = reasonOf(counts, certain);
    const verdict = VERDICTS[reason];
    return {
        list,
        verdict,
        reason,
        blocks: verdictBlocks(verdict, rule),
        message: messageOf(counts),
        counts,
        checks,
        gaps,
        notes: [
            ...sifted.expired.map((one) => (0,acceptance/* expiredWords */.X6)((0,accept_checks/* acceptanceName */.N_)(one), one)),
            ...sifted.endless.map((one) => `"${(0,accept_checks/* acceptanceName */.N_)(one)}" is accepted without an end: give it one (${one.reason})`),
            ...sifted.idle.map((one) => `"${(0,accept_checks/* acceptanceName */.N_)(one)}" accepts nothing here: is it still needed? (${one.reason})`),
        ],
    };
}
const VERDICTS = {
    'checks-passed': 'pass',
    'checks-failed': 'fail',
    'checks-unknown': 'unknown',
    'nothing-checked': 'unknown',
};
function reasonOf(counts, certain) {
    if (counts.failed > 0)
        return 'checks-failed';
    if (counts.unknown > 0 || counts.notVerified > 0)
        return 'checks-unknown';
    return certain ? 'checks-passed' : 'nothing-checked';
}
function countsOf(checks, gaps) {
    const open = checks.filter(({ acceptedBy }) => acceptedBy === undefined);
    const many = (verdict) => open.filter(({ check }) => check.verdict === verdict).length;
    const openGaps = gaps.filter(({ acceptedBy }) => acceptedBy === undefined);
    const leftOut = openGaps.filter(({ gap }) => gap.chosen).length;
    return {
        passed: many('pass'),
        failed: many('fail'),
        unknown: many('unknown'),
        accepted: checks.length - open.length + gaps.length - openGaps.length,
        notVerified: openGaps.length - leftOut,
        leftOut,
    };
}
function messageOf({ passed, failed, unknown, accepted, notVerified, leftOut }) {
    const parts = [
        failed > 0 ? `${failed} failed` : '',
        unknown > 0 ? `${unknown} unknown` : '',
        notVerified > 0 ? `${notVerified} not verified` : '',
        passed > 0 ? `${passed} passed` : '',
        accepted > 0 ? `${accepted} accepted` : '',
        leftOut > 0 ? `${leftOut} left out on purpose` : '',
    ].filter((part) => part !== '');
    const all = passed + failed + unknown + accepted + notVerified;
    return parts.length === 0 ? 'nothing was checked' : `${(0,lists/* count */.U9)(all, 'check')}: ${parts.join(', ')}`;
}


/***/ }),

/***/ 504394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ CHECK_REASON),
/* harmony export */   OO: () => (/* binding */ CHECK_LIMITS),
/* harmony export */   og: () => (/* binding */ isRepositoryPath),
/* harmony export */   zP: () => (/* binding */ CHECK_ID)
/* harmony export */ });
const CHECK_LIMITS = {
    file: 64 * 1024 * 1024,
    checks: 50_000,
    notVerified: 50_000,
    accept: 1_000,
    code: 120,
    name: 300,
    text: 1_000,
};
const CHECK_ID = /^[a-z0-9]+(?:[-./][a-z0-9]+)*$/;
const CHECK_REASON = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
function isRepositoryPath(file) {
    if (file === '' || file.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(file) || file.includes('\\'))
        return false;
    return !file.split('/').some((part) => part === '..' || part === '.' || part === '');
}


/***/ }),

/***/ 827298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ makeCheckList)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(797442);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(321434);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(504394);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(666705);




function makeCheckList(facts) {
    const { accept = [], notVerified = [] } = facts;
    const checks = [...facts.checks].sort(_order_js__WEBPACK_IMPORTED_MODULE_0__/* .byInterest */ .a).slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.checks);
    const gaps = [...notVerified, ...leftOut('checks', facts.checks.length - checks.length)];
    const kept = gaps.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.notVerified - 1);
    return {
        kind: _check_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECKS_KIND */ .Z,
        subject: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(facts.subject, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
        at: new Date(facts.nowMs).toISOString(),
        run: facts.run,
        tool: {
            name: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(facts.tool.name, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
            version: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(facts.tool.version, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
        },
        checks: checks.map(cleanCheck),
        notVerified: [...kept, ...leftOut('gaps', gaps.length - kept.length)].map(cleanGap),
        ...(accept.length === 0 ? {} : { accept }),
    };
}
function leftOut(what, many) {
    if (many <= 0)
        return [];
    const because = `${many} more did not fit into the list`;
    return [{ id: 'list-too-long', what, because, remedy: 'look at less at once', chosen: false }];
}
function cleanCheck(check) {
    assertCode(check.id, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_ID */ .zP, 'id');
    assertCode(check.reason, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_REASON */ .CG, `reason of ${check.id}`);
    const { id, verdict, reason, where } = check;
    return {
        id,
        title: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.title, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.name),
        verdict,
        reason,
        what: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.what, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        ...(where === undefined ? {} : { where: checkedPlace(where, id) }),
        measured: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.measured, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        expected: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.expected, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        remedy: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(check.remedy, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
    };
}
function cleanGap(gap) {
    assertCode(gap.id, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_ID */ .zP, 'id');
    return {
        id: gap.id,
        what: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(gap.what, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        because: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(gap.because, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        remedy: (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(gap.remedy, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text),
        chosen: gap.chosen,
    };
}
function checkedPlace(where, id) {
    if (!(0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .isRepositoryPath */ .og)(where.file) || where.file.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.text)
        throw new Error(`check ${id}: "${where.file}" is no path within the repository`);
    return where;
}
function assertCode(code, shape, what) {
    if (!shape.test(code) || code.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_LIMITS */ .OO.code)
        throw new Error(`check: "${code}" can be no ${what}`);
}


/***/ }),

/***/ 666705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ byInterest)
/* harmony export */ });
const RANK = { fail: 0, unknown: 1, pass: 2 };
function byInterest(a, b) {
    return (RANK[a.verdict] - RANK[b.verdict] ||
        compare(a.id, b.id) ||
        compare(a.what, b.what) ||
        compare(a.where?.file ?? '', b.where?.file ?? '') ||
        (a.where?.line ?? 0) - (b.where?.line ?? 0));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 85008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ fits)
/* harmony export */ });
function fits(pattern, text) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return text === pattern;
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found < 0 || found + part.length > text.length - last.length)
            return false;
        at = found + part.length;
    }
    return true;
}


/***/ }),

/***/ 797442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ plainLine)
/* harmony export */ });
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
function plainLine(text, most = Number.POSITIVE_INFINITY) {
    const head = text.length > most * 10 + 1_000 ? `${text.slice(0, most * 10 + 1_000)}…` : text;
    const line = head.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
    if (line.length <= most)
        return line;
    const characters = [...line];
    if (characters.length <= most)
        return line;
    return `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}


/***/ }),

/***/ 657420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   E3: () => (/* binding */ base),
/* harmony export */   LH: () => (/* binding */ reportEntries),
/* harmony export */   O2: () => (/* binding */ ledgerEntries),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   ng: () => (/* binding */ runOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1018894);
/* harmony import */ var _numbers_over_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(601270);


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
function ledgerEntries(line, idOf) {
    const subject = subjectOf(line);
    const releases = line.releases.filter(({ adopted }) => !adopted);
    return [
        ...releases.flatMap((release) => approvalEntries(release, subject, idOf)),
        ...releases.flatMap((release) => releaseEntries(release, subject, idOf)),
        ...line.swaps.flatMap((swap) => rollbackEntries(swap, subject)),
    ].sort(byTime);
}
function reportEntries(lists) {
    const entries = lists.map(({ digest, file, list }) => {
        const { reason, verdict } = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .L)(list, { onUnknown: 'fail', reportOnly: false }, Date.parse(list.at));
        const event = (0,_numbers_over_time_js__WEBPACK_IMPORTED_MODULE_1__/* .drillOf */ .pL)(list) === undefined ? 'audit' : 'drill';
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
function subjectOf({ environment, service }) {
    return codeOf(service === '' ? environment : `${environment}/${service}`);
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


/***/ }),

/***/ 113964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readPerson)
/* harmony export */ });
/* unused harmony export readEnvironmentApprover */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

async function readPerson(github, login) {
    const may = { maySeeAndPush: false, mayTriage: false };
    const nobody = { login, id: undefined, isBot: login.endsWith('[bot]'), ...may, role: 'none' };
    try {
        const { permission, role_name, user } = await github.read('repos.getCollaboratorPermissionLevel', {
            username: login,
        });
        const maySeeAndPush = permission === 'admin' || permission === 'write';
        return {
            login,
            id: user === null ? undefined : Number(user.id),
            isBot: nobody.isBot || (user !== null && user.type !== 'User'),
            maySeeAndPush,
            mayTriage: maySeeAndPush || user?.permissions?.triage === true,
            role: role_name,
        };
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && error.status === 404)
            return nobody;
        throw error;
    }
}
async function readEnvironmentApprover(github, runId, environment) {
    const reviews = await github.read('actions.getReviewsForRun', { run_id: runId });
    const approved = reviews.filter(({ environments, state }) => state === 'approved' && environments.some(({ name }) => name?.toLowerCase() === environment.toLowerCase()));
    return approved.at(-1)?.user.login;
}


/***/ })

};
