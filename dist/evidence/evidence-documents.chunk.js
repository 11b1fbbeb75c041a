export const id = 36;
export const ids = [36];
export const modules = {

/***/ 106301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(636190);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(984731);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);



async function withDeadline(what, ms, work, { clock, signal: outer }) {
    if (outer?.aborted)
        throw (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer);
    const inner = new AbortController();
    const stopTimer = new AbortController();
    const onOuter = () => inner.abort((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer));
    outer?.addEventListener('abort', onOuter, { once: true });
    const aborted = new Promise((_, reject) => {
        inner.signal.addEventListener('abort', () => reject((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(inner.signal)), { once: true });
    });
    aborted.catch(() => undefined);
    clock
        .sleep(ms, stopTimer.signal)
        .then(() => inner.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(`${what} took longer than ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(ms)}`)))
        .catch(() => undefined);
    try {
        return await Promise.race([work(inner.signal), aborted]);
    }
    finally {
        stopTimer.abort();
        outer?.removeEventListener('abort', onOuter);
    }
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

/***/ 177088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ sameName)
/* harmony export */ });
function sameName(one, other) {
    return bare(one) === bare(other);
}
function bare(text) {
    return text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}


/***/ }),

/***/ 639417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followLinks: () => (/* reexport */ followLinks),
  judgeDocuments: () => (/* reexport */ judgeDocuments),
  readDocument: () => (/* reexport */ read_document/* readDocument */.u),
  readDocumentList: () => (/* reexport */ readDocumentList),
  readMeasured: () => (/* reexport */ measured/* readMeasured */.LT),
  reportFileOf: () => (/* reexport */ reportFileOf)
});

// EXTERNAL MODULE: ./packages/base/lib/checks/acceptance.js
var acceptance = __webpack_require__(687133);
// EXTERNAL MODULE: ./packages/base/lib/since-day.js
var since_day = __webpack_require__(538342);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/names.js
var names = __webpack_require__(977626);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/rule.js
var rule = __webpack_require__(850747);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/rules/common.js
var common = __webpack_require__(830558);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/table.js
var documents_table = __webpack_require__(919619);
;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/access-review.js





const WITHIN_MS = 92 * names/* DAY_MS */.s;
const RESULTS = ['unchanged', 'changed'];
const systems = {
    id: 'access-reviewed',
    title: 'Access to each system was reviewed',
    judge: (document, { nowMs, settings }) => {
        const withinMs = settings.reviewedWithinMs ?? WITHIN_MS;
        const expected = `each system within ${(0,common/* days */._3)(withinMs)}, with the result "unchanged" or "changed"`;
        const table = (0,documents_table/* tableBelow */.w)(document, 'Systems', 'System');
        const remedy = 'review who may use the system, and write the day and the result below "Systems"';
        if (table === undefined || table.rows.length === 0)
            return (0,rule/* bad */.MB)('none-there', { measured: 'none', expected, remedy });
        for (const row of table.rows) {
            const day = (0,documents_table/* cellOf */.W)(table, row, 'Reviewed on');
            const result = (0,documents_table/* cellOf */.W)(table, row, 'Result').toLowerCase();
            const where = { expected, remedy, line: row.line };
            if (!(0,acceptance/* isDay */.N)(day) || !RESULTS.some((one) => one === result))
                return (0,rule/* bad */.MB)('row-unreadable', {
                    ...where,
                    measured: 'a row without a day like 2026-11-30, or with another result',
                });
            const ageMs = (0,since_day/* sinceDay */.B)(Date.parse(day), nowMs);
            if (ageMs === undefined || ageMs > withinMs + names/* DAY_MS */.s)
                return (0,rule/* bad */.MB)('access-overdue', { ...where, measured: day });
        }
        return (0,rule/* good */.uw)('access-reviewed', (0,lists/* count */.U9)(table.rows.length, 'system'), expected);
    },
};
const accessReview = {
    name: 'access-review',
    title: 'Access review',
    reviewedWithinMs: WITHIN_MS,
    headings: ['Systems', 'Changes'],
    tables: [{ heading: 'Systems', columns: ['System', 'Who may', 'Reviewed by', 'Reviewed on', 'Result'], fewest: 1 }],
    rules: [systems],
};

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/document.js
var documents_document = __webpack_require__(177088);
;// CONCATENATED MODULE: ./packages/evidence/lib/documents/rules/people.js




const FEWEST = 2;
const ROLES = ['Incident lead', 'Technical lead', 'Data protection', 'Communication'];
const REMEDY = 'add a row for each person below "Contacts"';
const people = {
    id: 'people',
    title: 'Each role has more than one person',
    judge: (document, { settings }) => {
        const expected = `at least ${FEWEST} people in each role`;
        const table = (0,documents_table/* tableBelow */.w)(document, 'Contacts', 'Role');
        if (table === undefined)
            return (0,rule/* bad */.MB)('no-roles', { measured: 'no table of roles', expected, remedy: REMEDY });
        const wanted = settings.roles.length > 0 ? settings.roles : ROLES;
        const roles = peopleByRole(table);
        const few = [...roles].filter(([, names]) => names.size < FEWEST).map(([role]) => role);
        const missing = wanted.filter((role) => ![...roles.keys()].some((one) => (0,documents_document/* sameName */.q)(one, role)));
        const { line } = table;
        if (missing.length > 0)
            return (0,rule/* bad */.MB)('roles-missing', { measured: `no one is ${(0,lists/* nameSome */.Kf)(missing, 5)}`, expected, remedy: REMEDY, line });
        if (few.length > 0)
            return (0,rule/* bad */.MB)('too-few-people', {
                measured: `one person alone is ${(0,lists/* nameSome */.Kf)(few, 5)}`,
                expected,
                remedy: REMEDY,
                line,
            });
        return (0,rule/* good */.uw)('enough-people', (0,lists/* count */.U9)(roles.size, 'role'), expected);
    },
};
function peopleByRole(table) {
    const roles = new Map();
    for (const row of table.rows) {
        const role = (0,documents_table/* cellOf */.W)(table, row, 'Role');
        const person = (0,documents_table/* cellOf */.W)(table, row, 'Person').toLowerCase().replace(/\s+/g, ' ');
        if (role === '')
            continue;
        const name = [...roles.keys()].find((one) => (0,documents_document/* sameName */.q)(one, role)) ?? role;
        const known = roles.get(name) ?? new Set();
        if (person !== '')
            known.add(person);
        roles.set(name, known);
    }
    return roles;
}
const escalation = {
    id: 'escalation',
    title: 'It is written who is called next, and when',
    judge: (document) => {
        const expected = 'two steps or more, each later than the one before, to roles with contacts';
        const remedy = 'correct the table below "Escalation": After is a duration like 15m';
        const table = (0,documents_table/* tableBelow */.w)(document, 'Escalation', 'After');
        if (table === undefined || table.rows.length < 2)
            return (0,rule/* bad */.MB)('no-escalation', { measured: (0,lists/* count */.U9)(table?.rows.length ?? 0, 'step'), expected, remedy });
        const known = rolesOf(document);
        let before = -1;
        for (const row of table.rows) {
            const ms = (0,duration/* parseDuration */.E)((0,documents_table/* cellOf */.W)(table, row, 'After'));
            const role = (0,documents_table/* cellOf */.W)(table, row, 'Role');
            const where = { expected, remedy, line: row.line };
            if (ms === undefined || ms <= before)
                return (0,rule/* bad */.MB)('steps-unordered', { ...where, measured: 'a time that is none, or too early' });
            if (!known.some((one) => (0,documents_document/* sameName */.q)(one, role)))
                return (0,rule/* bad */.MB)('role-unknown', { ...where, measured: 'a role without contacts' });
            before = ms;
        }
        return (0,rule/* good */.uw)('escalates', (0,lists/* count */.U9)(table.rows.length, 'step'), expected);
    },
};
function rolesOf(document) {
    const table = (0,documents_table/* tableBelow */.w)(document, 'Contacts', 'Role');
    return table === undefined ? [] : table.rows.map((row) => (0,documents_table/* cellOf */.W)(table, row, 'Role'));
}

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/contacts.js




const reached = {
    id: 'contacts-reached',
    title: 'The last alert drill reached a person',
    judge: (_document, { measured: { acknowledged }, nowMs, settings }) => {
        const expected = `an alert drill that passed, within ${(0,common/* days */._3)(settings.drilledWithinMs)}`;
        const remedy = 'run the drill of notify, and give its report to this step';
        if (acknowledged === undefined)
            return (0,rule/* unclear */.lD)('no-drill', { measured: 'no drill', expected, remedy });
        const measured = `${acknowledged.verdict} on ${new Date(acknowledged.atMs).toISOString().slice(0, 10)}`;
        if (acknowledged.verdict === 'fail')
            return (0,rule/* bad */.MB)('not-reached', {
                measured,
                expected,
                remedy: 'check who is on call and how they are reached; drill again',
            });
        const ageMs = nowMs - acknowledged.atMs;
        const isOld = ageMs > settings.drilledWithinMs || ageMs < -300_000;
        if (acknowledged.verdict === 'unknown' || acknowledged.ms === null || isOld)
            return (0,rule/* unclear */.lD)('drill-not-current', { measured, expected, remedy });
        return (0,rule/* good */.uw)('reached', measured, expected);
    },
};
const contacts = {
    name: 'contacts',
    title: 'Contacts and escalation',
    reviewedWithinMs: 92 * names/* DAY_MS */.s,
    headings: ['Contacts', 'Escalation', 'Outside'],
    tables: [
        { heading: 'Contacts', columns: ['Role', 'Person', 'Reached by'], fewest: 2 },
        { heading: 'Escalation', columns: ['Step', 'After', 'Role'], fewest: 2 },
        { heading: 'Outside', columns: ['Who', 'For what', 'Reached by'], fewest: 1 },
    ],
    rules: [people, escalation, reached],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/dpia.js




const LEVELS = ['low', 'medium', 'high'];
const JUDGED = ['Likelihood', 'Severity', 'Remaining'];
const risks = {
    id: 'risks',
    title: 'No high risk remains',
    judge: (document) => {
        const expected = 'each risk low, medium or high; none of them high with its measures';
        const table = (0,documents_table/* tableBelow */.w)(document, 'Risks', 'Remaining');
        const remedy = 'correct the table below "Risks"';
        if (table === undefined || table.rows.length === 0)
            return (0,rule/* bad */.MB)('no-risks', { measured: 'none', expected, remedy });
        for (const row of table.rows) {
            const levels = JUDGED.map((name) => LEVELS.find((one) => one === (0,documents_table/* cellOf */.W)(table, row, name).toLowerCase()));
            if (levels.includes(undefined))
                return (0,rule/* bad */.MB)('level-unreadable', { measured: 'a word that is none of them', expected, remedy, line: row.line });
            if (levels.at(-1) === 'high')
                return (0,rule/* bad */.MB)('high-risk', {
                    measured: 'a high risk remains',
                    expected,
                    remedy: 'find another measure; otherwise the supervisory authority is consulted before (GDPR article 36)',
                    line: row.line,
                });
        }
        return (0,rule/* good */.uw)('risks-assessed', (0,lists/* count */.U9)(table.rows.length, 'risk'), expected);
    },
};
const dpia = {
    name: 'dpia',
    title: 'Data protection impact assessment',
    reviewedWithinMs: 365 * names/* DAY_MS */.s,
    headings: ['Processing', 'Necessity', 'Risks', 'Measures', 'Consulted'],
    tables: [{ heading: 'Risks', columns: ['Risk', 'Likelihood', 'Severity', 'Measure', 'Remaining'], fewest: 1 }],
    rules: [risks],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/rules/numbers.js



function numberRule({ id, measured, of, remedy, title }) {
    return {
        id,
        title,
        judge: (document, facts) => {
            const promised = of(document);
            if (promised === undefined)
                return (0,rule/* bad */.MB)('not-promised', {
                    measured: 'the document has no such number',
                    expected: 'a number',
                    remedy: remedy.promise,
                    line: 1,
                });
            const expected = `at most ${(0,duration/* formatDuration */.a)(promised)}`;
            return compare(promised, facts.measured[measured], { expected, remedy, facts });
        },
    };
}
function compare(promised, drill, { expected, facts, remedy }) {
    const drillIt = { expected, remedy: remedy.drill };
    if (drill === undefined)
        return (0,rule/* unclear */.lD)('not-measured', { ...drillIt, measured: 'no drill' });
    const { atMs, ms, verdict } = drill;
    const day = new Date(atMs).toISOString().slice(0, 10);
    if (ms === null) {
        const measured = `the drill of ${day} did not get that far`;
        return verdict === 'fail'
            ? (0,rule/* bad */.MB)('drill-failed', { ...drillIt, measured })
            : (0,rule/* unclear */.lD)('not-measured', { ...drillIt, measured });
    }
    const words = `${(0,duration/* formatDuration */.a)(ms)} on ${day}`;
    if (ms > promised)
        return (0,rule/* bad */.MB)('slower-than-promised', { expected, remedy: remedy.keep, measured: words });
    const ageMs = facts.nowMs - atMs;
    if (ageMs > facts.settings.drilledWithinMs || ageMs < -300_000)
        return (0,rule/* unclear */.lD)('drill-too-old', { ...drillIt, measured: `${words}, ${(0,common/* days */._3)(ageMs)} ago` });
    if (verdict !== 'pass')
        return (0,rule/* unclear */.lD)('drill-not-passed', { ...drillIt, measured: `${words}, in a drill that did not pass` });
    return (0,rule/* good */.uw)('promise-kept', words, expected);
}
function durationOf({ facts }, name) {
    const said = facts[name];
    return typeof said === 'string' ? (0,duration/* parseDuration */.E)(said) : undefined;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/incident-response.js


const incidentResponse = {
    name: 'incident-response',
    title: 'Incident response plan',
    reviewedWithinMs: 365 * names/* DAY_MS */.s,
    headings: ['Scope', 'Roles', 'Severity', 'Detect', 'Contain', 'Recover', 'Notify', 'Learn'],
    tables: [{ heading: 'Severity', columns: ['Severity', 'Example', 'First answer within'], fewest: 2 }],
    rules: [
        numberRule({
            id: 'acknowledge-time',
            title: 'Alerts are acknowledged as fast as the plan says',
            of: (document) => durationOf(document, 'acknowledge-within'),
            measured: 'acknowledged',
            remedy: {
                promise: 'write "acknowledge-within: 15m" into the lines between --- at the top',
                drill: 'run the drill of notify, and give its report to this step',
                keep: 'check who is on call and how they are reached, or promise a longer time',
            },
        }),
    ],
};

// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
// EXTERNAL MODULE: ./packages/evidence/lib/is-path.js
var is_path = __webpack_require__(736065);
;// CONCATENATED MODULE: ./packages/evidence/lib/documents/settings.js




const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];
const QUARTER_MS = 92 * names/* DAY_MS */.s;
const MOST_MS = 3650 * names/* DAY_MS */.s;
function readDocumentList(text, name) {
    const { data, lineOf } = (0,yaml/* readYaml */.g)({ LineCounter: dist/* LineCounter */.HN, parseDocument: dist/* parseDocument */.Tp }, text, name);
    if (!(0,lib_fields/* isMap */.j)(data))
        throw new errors/* InputError */.dz(`${name}: expected a map with version and documents, got ${data === null ? 'an empty file' : 'something else'}; "lockstep init --documents" writes one to begin with`);
    const top = new lib_fields/* Fields */.C(data, name, (field) => lineOf([field]), { hasSecrets: false });
    if (data['version'] !== 1)
        top.complain('version', 'expected 1, without quotes');
    top.any('version');
    const within = ageOf(top, 'reviewed-within');
    const given = top.map('documents') ?? {};
    if (Object.keys(given).length === 0 && top.problems.length === 0)
        top.complain('documents', `expected a map of kinds: ${names/* KINDS */.G.join(', ')}`);
    top.refuseOthers();
    const problems = [...top.problems];
    const documents = [];
    const leftOut = [];
    for (const [key, value] of Object.entries(given)) {
        const kind = names/* KINDS */.G.find((one) => one === key);
        if (kind === undefined) {
            const line = lineOf(['documents', key]);
            problems.push(`${name}: documents (line ${line}): there is no kind "${key}"; expected one of ${names/* KINDS */.G.join(', ')}`);
            continue;
        }
        const at = (field) => lineOf(['documents', kind, field]);
        const where = `${name}: documents: ${kind}`;
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(value) ? value : { file: value }, where, at, { hasSecrets: false });
        const because = fields.text('not-needed');
        if (because === '')
            documents.push(settingsOf(kind, fields, within));
        else
            leftOut.push({ kind, because });
        if (because !== '' && (0,lib_fields/* isMap */.j)(value) && Object.hasOwn(value, 'file'))
            fields.complain('not-needed', 'expected either a file, or the reason why there is none: remove one of them');
        fields.any('file');
        fields.refuseOthers();
        problems.push(...fields.problems);
    }
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { documents, leftOut };
}
function settingsOf(kind, fields, within) {
    const file = fields.text('file', { required: true, expected: 'a path within the repository, or "not-needed"' });
    if (file !== '' && !(0,is_path/* isPath */.u)(file))
        fields.complain('file', `expected a path within the repository, with / and without .., got ${JSON.stringify(file.slice(0, 60))}`);
    return {
        kind,
        file,
        reviewedWithinMs: ageOf(fields, 'reviewed-within') ?? within,
        drilledWithinMs: ageOf(fields, 'drilled-within') ?? QUARTER_MS,
        roles: kind === 'contacts' ? fields.list('roles') : [],
        failsFrom: kind === 'pentest' ? fields.oneOf('fails-from', [...SEVERITIES, 'none'], 'high') : 'none',
    };
}
function ageOf(fields, name) {
    const text = fields.text(name);
    if (text === '')
        return undefined;
    const ms = (0,duration/* parseDuration */.E)(text);
    if (ms !== undefined && ms >= names/* DAY_MS */.s && ms <= MOST_MS)
        return ms;
    fields.complain(name, `expected an age from 1d up to 3650d, such as 92d, got ${JSON.stringify(text.slice(0, 60))}; m is minutes`);
    return undefined;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/pentest.js






const STATES = ['open', 'fixed', 'accepted'];
const pentest_WITHIN_MS = 365 * names/* DAY_MS */.s;
const TOP = 'the lines between --- at the top';
const tested = {
    id: 'pentest-age',
    title: 'The penetration test is recent',
    judge: ({ facts }, { nowMs, settings }) => {
        const withinMs = settings.reviewedWithinMs ?? pentest_WITHIN_MS;
        const expected = `within ${(0,common/* days */._3)(withinMs)}`;
        const day = facts['tested'];
        const remedy = `have it tested again, and write the last day of the test into "tested:" of ${TOP}`;
        if (typeof day !== 'string' || !(0,acceptance/* isDay */.N)(day))
            return (0,rule/* bad */.MB)('no-day', { measured: 'no day like 2026-11-30', expected, remedy, line: 1 });
        const ageMs = (0,since_day/* sinceDay */.B)(Date.parse(day), nowMs);
        if (ageMs === undefined)
            return (0,rule/* bad */.MB)('test-in-future', { measured: day, expected, remedy, line: 1 });
        return ageMs <= withinMs + names/* DAY_MS */.s
            ? (0,rule/* good */.uw)('recent', day, expected)
            : (0,rule/* bad */.MB)('test-too-old', { measured: day, expected, remedy, line: 1 });
    },
};
const said = {
    id: 'pentest-facts',
    title: 'Tester and scope of the penetration test are written down',
    judge: ({ facts }) => {
        const expected = 'tester, scope';
        const missing = ['tester', 'scope'].filter((name) => isEmpty(facts[name]));
        if (missing.length === 0)
            return (0,rule/* good */.uw)('facts-there', 'both', expected);
        const measured = `missing: ${missing.join(', ')}`;
        return (0,rule/* bad */.MB)('facts-missing', { measured, expected, remedy: `write them into ${TOP}; scope is a list`, line: 1 });
    },
};
function isEmpty(value) {
    const texts = Array.isArray(value) ? value : [value];
    return texts.length === 0 || texts.some((text) => typeof text !== 'string' || text.trim() === '');
}
function reportFileOf({ facts }) {
    const file = facts['report-file'];
    return typeof file === 'string' && file !== '' ? file : undefined;
}
const report = {
    id: 'pentest-report',
    title: 'The report of the penetration test is the one that is written down',
    judge: (document, { digests }) => {
        const expected = 'the SHA-256 of the report';
        const digest = document.facts['report'];
        const remedy = `write "report: sha256:…" into ${TOP}: the sum that sha256sum gives of the report`;
        if (typeof digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(digest))
            return (0,rule/* bad */.MB)('no-digest', { measured: 'no digest', expected, remedy, line: 1 });
        const file = reportFileOf(document);
        if (file === undefined)
            return (0,rule/* good */.uw)('digest-there', 'a digest; the report is kept elsewhere', expected);
        const found = digests.get(file) ?? null;
        if (found === null)
            return (0,rule/* unclear */.lD)('report-missing', {
                measured: `no readable file ${file}`,
                expected,
                remedy: 'correct "report-file:"',
                line: 1,
            });
        if (`sha256:${found}` === digest)
            return (0,rule/* good */.uw)('same-report', file, expected);
        return (0,rule/* bad */.MB)('other-report', { measured: `${file} has another digest`, expected, remedy, line: 1 });
    },
};
function findingsOf(document) {
    const table = (0,documents_table/* tableBelow */.w)(document, 'Findings', 'Severity');
    if (table === undefined)
        return [];
    return table.rows.map((row) => {
        const severity = (0,documents_table/* cellOf */.W)(table, row, 'Severity').toLowerCase();
        const state = (0,documents_table/* cellOf */.W)(table, row, 'State').toLowerCase();
        return {
            line: row.line,
            severity: SEVERITIES.find((one) => one === severity),
            state: STATES.find((one) => one === state),
            until: (0,documents_table/* cellOf */.W)(table, row, 'Until'),
        };
    });
}
const findings = {
    id: 'pentest-findings',
    title: 'No finding of the penetration test is open that the policy forbids',
    judge: (document, { nowMs, settings: { failsFrom } }) => {
        const expected = failsFrom === 'none' ? 'each finding with its state' : `none that is ${failsFrom} or worse, and open`;
        const remedy = 'fix it, or write "accepted" and the day until which that holds';
        const all = findingsOf(document);
        const problem = unreadable(document, all, expected);
        if (problem !== undefined)
            return problem;
        const isOpen = ({ state, until }) => state === 'open' || (state === 'accepted' && nowMs >= Date.parse(until) + names/* DAY_MS */.s);
        const worst = failsFrom === 'none' ? -1 : SEVERITIES.indexOf(failsFrom);
        const open = all.filter(isOpen);
        const forbidden = open.filter(({ severity }) => severity !== undefined && SEVERITIES.indexOf(severity) <= worst);
        const measured = `${(0,lists/* count */.U9)(all.length, 'finding')}, ${open.length} open`;
        const [first] = forbidden;
        if (first === undefined)
            return (0,rule/* good */.uw)('findings-settled', measured, expected);
        return (0,rule/* bad */.MB)('findings-open', {
            measured: `${measured}, ${forbidden.length} of them ${failsFrom} or worse`,
            expected,
            remedy,
            line: first.line,
        });
    },
};
function unreadable(document, all, expected) {
    const said = document.facts['findings'];
    if (typeof said !== 'number' || said !== all.length) {
        const measured = `${(0,lists/* count */.U9)(all.length, 'row')}; "findings:" of ${TOP} says ${typeof said === 'number' ? said : 'no number'}`;
        return (0,rule/* bad */.MB)('findings-uncounted', {
            measured,
            expected,
            remedy: 'write every finding into the table, and their number above',
            line: 1,
        });
    }
    const wrong = all.find((one) => one.severity === undefined || one.state === undefined || (one.state === 'accepted' && !(0,acceptance/* isDay */.N)(one.until)));
    if (wrong === undefined)
        return undefined;
    const remedy = `severity is one of ${SEVERITIES.join(', ')}; state one of ${STATES.join(', ')}; accepted ones have a day in "Until"`;
    return (0,rule/* bad */.MB)('finding-unreadable', { measured: 'a row that cannot be read', expected, remedy, line: wrong.line });
}
const pentest = {
    name: 'pentest',
    title: 'Penetration test',
    reviewedWithinMs: pentest_WITHIN_MS,
    headings: ['Scope', 'Method', 'Findings'],
    tables: [],
    rules: [tested, said, report, findings],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/rules/ends.js





function endsRule({ heading, id, of, openEnded, title }) {
    return {
        id,
        title,
        judge: (document, { nowMs }) => {
            const table = (0,documents_table/* tableBelow */.w)(document, heading, of);
            const expected = openEnded === undefined ? 'a last day that is to come' : `a last day that is to come, or "${openEnded}"`;
            const remedy = `correct the column "Ends" below "${heading}", or renew what has ended`;
            const rows = table === undefined ? [] : table.rows.map((row) => ({ line: row.line, end: (0,documents_table/* cellOf */.W)(table, row, 'Ends') }));
            if (rows.length === 0)
                return (0,rule/* bad */.MB)('none-there', { measured: 'none', expected, remedy });
            const isOpen = (end) => openEnded !== undefined && (0,documents_document/* sameName */.q)(end, openEnded);
            const unreadable = rows.find(({ end }) => !(0,acceptance/* isDay */.N)(end) && !isOpen(end));
            if (unreadable !== undefined)
                return (0,rule/* bad */.MB)('end-unreadable', { measured: 'no day like 2027-03-31', expected, remedy, line: unreadable.line });
            const over = rows.filter(({ end }) => !isOpen(end) && nowMs >= Date.parse(end) + names/* DAY_MS */.s);
            const [first] = over;
            if (first !== undefined)
                return (0,rule/* bad */.MB)('ended', { measured: `${over.length} of ${rows.length} ended`, expected, remedy, line: first.line });
            return (0,rule/* good */.uw)('in-force', (0,lists/* count */.U9)(rows.length, 'row'), expected);
        },
    };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/processors.js






const attested = {
    id: 'attested',
    title: 'Each processor attests encryption at rest',
    judge: (document) => {
        const expected = 'a row below "Encryption at rest" for each processor';
        const named = namesOf(document, 'Processors');
        const has = namesOf(document, 'Encryption at rest');
        const missing = named.filter((name) => !has.some((one) => (0,documents_document/* sameName */.q)(one, name)));
        if (named.length > 0 && missing.length === 0)
            return (0,rule/* good */.uw)('attested', `${named.length} of ${named.length}`, expected);
        const measured = named.length === 0 ? 'no processor' : `without one: ${(0,lists/* nameSome */.Kf)(missing, 5)}`;
        return (0,rule/* bad */.MB)('not-attested', {
            measured,
            expected,
            remedy: 'ask the processor for its report, and write who attests it and until when',
        });
    },
};
function namesOf(document, heading) {
    const table = (0,documents_table/* tableBelow */.w)(document, heading, 'Processor');
    return table === undefined ? [] : table.rows.map((row) => (0,documents_table/* cellOf */.W)(table, row, 'Processor'));
}
const processors = {
    name: 'processors',
    title: 'Processors and their agreements',
    reviewedWithinMs: 365 * names/* DAY_MS */.s,
    headings: ['Processors', 'Encryption at rest'],
    tables: [
        { heading: 'Processors', columns: ['Processor', 'Purpose', 'Data', 'Agreement', 'Ends'], fewest: 1 },
        { heading: 'Encryption at rest', columns: ['Processor', 'Attested by', 'Ends'], fewest: 1 },
    ],
    rules: [
        endsRule({
            id: 'agreements',
            title: 'Agreements with processors are in force',
            heading: 'Processors',
            of: 'Processor',
            openEnded: 'open-ended',
        }),
        attested,
        endsRule({
            id: 'encryption-at-rest',
            title: 'Attestations of encryption at rest are in force',
            heading: 'Encryption at rest',
            of: 'Processor',
        }),
    ],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/records-of-processing.js

const recordsOfProcessing = {
    name: 'records-of-processing',
    title: 'Records of processing',
    reviewedWithinMs: 365 * names/* DAY_MS */.s,
    headings: ['Controller', 'Processing', 'Security'],
    tables: [
        {
            heading: 'Processing',
            columns: ['Processing', 'Purpose', 'People', 'Data', 'Recipients', 'Transfers', 'Erased after'],
            fewest: 1,
        },
    ],
    rules: [],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/retention.js

const retention = {
    name: 'retention',
    title: 'Retention schedule',
    reviewedWithinMs: 365 * names/* DAY_MS */.s,
    headings: ['Schedule', 'Backups', 'Requests for erasure'],
    tables: [{ heading: 'Schedule', columns: ['Data', 'Kept for', 'Because', 'Deleted by'], fewest: 1 }],
    rules: [],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/runbook.js




const REWRITE = 'run `lockstep backup runbook` and commit what it writes';
const generated = {
    id: 'generated',
    title: 'The runbook is the one that backup writes',
    judge: ({ runbook }) => {
        const expected = 'the last line of the generator';
        if (runbook === undefined)
            return (0,rule/* bad */.MB)('not-generated', { measured: 'another last line, or none', expected, remedy: REWRITE });
        return (0,rule/* good */.uw)('generated', 'its last line', expected);
    },
};
const restorers = {
    id: 'people',
    title: 'Each role has more than one person',
    judge: ({ runbook }) => {
        const people = runbook?.people ?? 0;
        const expected = 'at least 2 people who may restore';
        const remedy = 'name another person in `restorers` of the policy of backups, and write the runbook again';
        if (people >= 2)
            return (0,rule/* good */.uw)('enough-people', (0,lists/* count */.U9)(people, 'person', 'people'), expected);
        return (0,rule/* bad */.MB)('too-few-people', { measured: (0,lists/* count */.U9)(people, 'person', 'people'), expected, remedy });
    },
};
const runbook = {
    name: 'runbook',
    title: 'Runbook for a lost database',
    reviewedWithinMs: 180 * names/* DAY_MS */.s,
    headings: [],
    tables: [],
    rules: [
        generated,
        restorers,
        numberRule({
            id: 'recovery-time',
            title: 'A restore is as fast as the runbook says (RTO)',
            of: ({ runbook: facts }) => facts?.maxRestoreMs ?? undefined,
            measured: 'restore',
            remedy: {
                promise: 'write `max-restore-time` into the policy of backups, and write the runbook again',
                drill: 'run the drill of backup, and give its report to this step',
                keep: 'restore more tables at a time, or promise a longer time',
            },
        }),
        numberRule({
            id: 'recovery-point',
            title: 'Restored data is as young as the runbook says (RPO)',
            of: ({ runbook: facts }) => facts?.maxDataAgeMs ?? undefined,
            measured: 'dataAge',
            remedy: {
                promise: 'write `max-data-age` into the policy of backups, and write the runbook again',
                drill: 'run the drill of backup, and give its report to this step',
                keep: 'back up more often, or promise older data',
            },
        }),
    ],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds/security-policy.js

const securityPolicy = {
    name: 'security-policy',
    title: 'Security policy',
    reviewedWithinMs: 365 * names/* DAY_MS */.s,
    headings: [
        'Scope',
        'Responsibility',
        'Access',
        'Devices',
        'Encryption',
        'Changes',
        'Logging',
        'Vulnerabilities',
        'Suppliers',
        'Training',
        'Exceptions',
    ],
    tables: [],
    rules: [],
};

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/kinds.js










const documentKinds = {
    'incident-response': incidentResponse,
    runbook: runbook,
    contacts: contacts,
    dpia: dpia,
    'records-of-processing': recordsOfProcessing,
    processors: processors,
    retention: retention,
    pentest: pentest,
    'security-policy': securityPolicy,
    'access-review': accessReview,
};

// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
;// CONCATENATED MODULE: ./packages/evidence/lib/documents/links/link-answer.js
function placeOfLink(target, from) {
    if (/^https?:/i.test(target))
        return URL.canParse(target) ? { kind: 'web', url: withoutAnchor(target) } : { kind: 'nowhere' };
    if (/^[a-z][a-z0-9+.-]*:/i.test(target))
        return { kind: 'other' };
    if (target.startsWith('//'))
        return { kind: 'nowhere' };
    const [path = '', anchor = ''] = target.split('#', 2);
    const file = path === '' ? from : resolved(decoded(path.split('?')[0] ?? ''), from);
    return file === undefined ? { kind: 'nowhere' } : { kind: 'file', file, anchor: decoded(anchor) };
}
function withoutAnchor(target) {
    const url = new URL(target);
    url.hash = '';
    return url.href;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function resolved(path, from) {
    const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}
function anchorsOf(headings) {
    const anchors = new Set();
    for (const heading of headings) {
        const slug = heading
            .trim()
            .toLowerCase()
            .replace(/[^\p{L}\p{N}\s_-]/gu, '')
            .replace(/\s/g, '-');
        let anchor = slug;
        for (let nth = 1; anchors.has(anchor); nth++)
            anchor = `${slug}-${nth}`;
        anchors.add(anchor);
    }
    return anchors;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/links/follow-links.js


const AT_ONCE = 6;
const AGENT = 'lockstep-evidence (checks whether links of a document lead anywhere)';
async function followLinks(documents, tools) {
    const answers = new Map();
    const asked = new Map();
    const waiting = limited(AT_ONCE);
    const all = documents.flatMap(({ file, links }) => links.map(({ target }) => ({ file, target })));
    await Promise.all(all.map(async ({ file, target }) => {
        const place = placeOfLink(target, file);
        if (place.kind === 'other')
            return;
        const name = linkName(file, target);
        if (place.kind === 'nowhere')
            answers.set(name, { kind: 'dead', why: 'it leads out of the repository, or is no address' });
        else if (place.kind === 'file')
            answers.set(name, inRepository(place, tools));
        else {
            const answer = asked.get(place.url) ?? waiting(() => ask(place.url, tools));
            asked.set(place.url, answer);
            answers.set(name, await answer);
        }
    }));
    return answers;
}
function linkName(file, target) {
    return `${file} ${target}`;
}
function inRepository({ anchor, file }, { headingsIn }) {
    const headings = headingsIn(file);
    if (headings === undefined)
        return { kind: 'dead', why: 'there is no such file' };
    if (anchor === '' || !/\.md$/i.test(file) || anchorsOf(headings).has(anchor.toLowerCase()))
        return { kind: 'alive' };
    return { kind: 'dead', why: 'there is no such heading' };
}
async function ask(url, tools) {
    const head = await askOnce(url, 'HEAD', tools);
    return head.kind === 'alive' ? head : await askOnce(url, 'GET', tools);
}
async function askOnce(url, method, tools) {
    const { clock, signal, timeoutMs } = tools;
    try {
        return await (0,deadline/* withDeadline */.N)('the answer', timeoutMs, async (inner) => {
            const response = await tools.fetch(url, { method, signal: inner, headers: { 'user-agent': AGENT } });
            await response.body?.cancel();
            return answerOf(response.status, new URL(response.url || url).hostname);
        }, { clock, signal });
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return isNoHost(error) ? { kind: 'dead', why: 'there is no such host' } : { kind: 'unclear', why: (0,errors/* describe */.q0)(error) };
    }
}
function answerOf(status, host) {
    if (status >= 200 && status < 300)
        return { kind: 'alive' };
    const isHidden = host === 'github.com' && status === 404;
    if ((status === 404 || status === 410) && !isHidden)
        return { kind: 'dead', why: `HTTP ${status}` };
    return { kind: 'unclear', why: isHidden ? 'HTTP 404, as for a private repository' : `HTTP ${status}` };
}
function isNoHost(error) {
    for (let one = error, depth = 0; one instanceof Object && depth < 5; depth++) {
        if ('code' in one && one.code === 'ENOTFOUND')
            return true;
        one = 'cause' in one ? one.cause : undefined;
    }
    return false;
}
function limited(atOnce) {
    let free = atOnce;
    const queue = [];
    return async (work) => {
        if (free > 0)
            free--;
        else
            await new Promise((go) => queue.push(go));
        try {
            return await work();
        }
        finally {
            const next = queue.shift();
            if (next === undefined)
                free++;
            else
                next();
        }
    };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/documents/links/link-findings.js




const EXPECTED = 'whoever follows a link finds something';
const link_findings_REMEDY = 'correct the link, or delete it';
function linkFindings({ file, links }, answers) {
    const known = links.flatMap((link) => {
        const answer = answers.get(linkName(file, link.target));
        return answer === undefined ? [] : [{ link, answer }];
    });
    const alive = known.filter(({ answer }) => answer.kind === 'alive');
    const rest = known.flatMap(({ answer, link }) => (answer.kind === 'alive' ? [] : [findingOf(link, answer, file)]));
    return rest.length > 0 && alive.length === 0
        ? rest
        : [(0,rule/* good */.uw)('links-alive', (0,lists/* count */.U9)(alive.length, 'link'), EXPECTED), ...rest];
}
function findingOf({ line, target }, answer, file) {
    const words = { what: shown(target, file), measured: answer.why, expected: EXPECTED, line };
    if (answer.kind === 'dead')
        return (0,rule/* bad */.MB)('link-dead', { ...words, remedy: link_findings_REMEDY });
    return (0,rule/* unclear */.lD)('link-unclear', {
        ...words,
        remedy: 'follow it; if it leads to the right place, accept this check with an end',
    });
}
function shown(target, file) {
    const place = placeOfLink(target, file);
    if (place.kind !== 'web')
        return target;
    const { origin, pathname } = new URL(place.url);
    return `${origin}${pathname}`;
}

// EXTERNAL MODULE: ./packages/evidence/lib/documents/rules/tables.js
var tables = __webpack_require__(386324);
;// CONCATENATED MODULE: ./packages/evidence/lib/documents/judge-documents.js





function judgeDocuments({ documents, leftOut }, facts) {
    const gap = (kind, because, remedy) => ({
        ...{ id: 'document/there', what: kind, because, remedy, chosen: true },
    });
    const unlisted = names/* KINDS */.G.filter((kind) => ![...documents, ...leftOut].some((one) => one.kind === kind));
    return {
        checks: documents.flatMap((settings) => checksOf(settings, facts)),
        notVerified: [
            ...leftOut.map(({ because, kind }) => gap(kind, `not needed: ${because}`, '')),
            ...unlisted.map((kind) => gap(kind, 'it is not in the list of documents', 'add it, or say why it is not needed')),
        ],
    };
}
function checksOf(settings, facts) {
    const kind = documentKinds[settings.kind];
    const document = facts.documents.get(settings.file);
    const expected = `${kind.title}, as a Markdown file`;
    const there = {
        ...{ id: 'document/there', title: 'The document is there', what: nameOf(settings), expected },
    };
    if (document === undefined) {
        const remedy = kind.headings.length > 0
            ? 'write it: "lockstep init --documents" writes a template for each kind that people write'
            : 'run "lockstep backup runbook", and commit what it writes';
        return [{ ...there, verdict: 'fail', reason: 'document-missing', measured: 'no such file', remedy }];
    }
    const judged = rulesOf(kind).flatMap((rule) => [rule.judge(document, { ...facts, settings })].flat().map((finding) => checkOf(rule, finding, settings)));
    const links = facts.links === undefined ? [] : linkFindings(document, facts.links);
    return [
        { ...there, verdict: 'pass', reason: 'document-there', measured: 'it is there', remedy: '' },
        ...judged,
        ...links.map((finding) => checkOf(LINKS, finding, settings)),
    ];
}
const LINKS = { id: 'links', title: 'Links of the document lead somewhere' };
function rulesOf(kind) {
    const isWritten = kind.headings.length > 0;
    return [
        ...(isWritten ? [common/* owner */.eC, common/* ofKind */.CZ, (0,common/* headingsRule */.qQ)(kind.headings)] : []),
        ...(kind.tables.length > 0 ? [(0,tables/* tablesRule */.K)(kind.tables)] : []),
        (0,common/* reviewRule */.$O)(kind),
        common/* filled */.Bq,
        ...kind.rules,
    ];
}
function nameOf({ file, kind }) {
    return `${kind}: ${file}`;
}
function checkOf(rule, finding, settings) {
    const { code, expected, line, measured, remedy, verdict, what } = finding;
    return {
        id: `document/${rule.id}`,
        title: rule.title,
        verdict,
        reason: code,
        what: what === undefined ? nameOf(settings) : `${nameOf(settings)}: ${what}`,
        where: { file: settings.file, ...(line === undefined ? {} : { line }) },
        measured,
        expected,
        remedy,
    };
}

// EXTERNAL MODULE: ./packages/evidence/lib/documents/measured.js
var measured = __webpack_require__(961667);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/read-document.js
var read_document = __webpack_require__(392175);
;// CONCATENATED MODULE: ./packages/evidence/lib/documents/index.js








/***/ }),

/***/ 977626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ KINDS),
/* harmony export */   s: () => (/* binding */ DAY_MS)
/* harmony export */ });
const KINDS = [
    'incident-response',
    'runbook',
    'contacts',
    'dpia',
    'records-of-processing',
    'processors',
    'retention',
    'pentest',
    'security-policy',
    'access-review',
];
const DAY_MS = 86_400_000;


/***/ }),

/***/ 392175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(311327);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1015169);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(203906);
/* harmony import */ var mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(528755);
/* harmony import */ var mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(248893);
/* harmony import */ var micromark_extension_gfm_table__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(733771);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(464659);





const UNFILLED = /\[FILL IN\b|\b(?:TODO|TBD|FIXME)\b|\blorem ipsum\b/i;
const RUNBOOK = /<!-- lockstep-runbook: (\{.*\}) -->\s*$/;
function readDocument(file, text) {
    const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    const [, front = ''] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(source) ?? [];
    const body = front === '' ? source : source.replace(/^---\n[\s\S]*?\n---/, (lines) => lines.replace(/[^\n]/g, ''));
    return {
        file,
        ...factsOf(front, source),
        ...bodyOf(body),
        unfilled: unfilledLines(source),
        runbook: runbookOf(source),
    };
}
function bodyOf(body) {
    try {
        const tree = (0,mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_1__/* .fromMarkdown */ .Y)(body, { extensions: [(0,micromark_extension_gfm_table__WEBPACK_IMPORTED_MODULE_2__/* .gfmTable */ .x)()], mdastExtensions: [(0,mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_3__/* .gfmTableFromMarkdown */ .c)()] });
        return { ...partsOf(tree), links: linksBelow(tree) };
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        const factsProblem = 'quotes, lists or links within each other, too deep to read';
        return { facts: {}, factsProblem, factsLine: 1, sections: [], tables: [], links: [] };
    }
}
function factsOf(front, source) {
    const none = (factsProblem, factsLine = 1) => ({ facts: {}, factsProblem, factsLine });
    if (front === '')
        return none(lostFront(source));
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(front, { lineCounter, logLevel: 'silent', prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
        const line = lineCounter.linePos(error.pos[0]).line + 1;
        return none(`not readable as YAML: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .yamlReason */ .c)(error.message)}`, line);
    }
    try {
        const data = document.toJS();
        return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(data) ? { ...none(''), facts: data } : none('no map of names and values', 2);
    }
    catch (error) {
        if (error instanceof ReferenceError)
            return none(`not readable as YAML: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .yamlReason */ .c)((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .describe */ .q0)(error))}`, 2);
        throw error;
    }
}
function lostFront(source) {
    if (/^---\n[\w-]+:/.test(source))
        return 'there is no second line ---';
    if (/^\s*\n---\n[\w-]+:/.test(source))
        return 'the line --- is not the first of the file';
    return /^[\w-]+: .*\n(?:[\w-]+: .*\n)*---\n/.test(source) ? 'the first line is not ---' : '';
}
function partsOf(tree) {
    const sections = [];
    const tables = [];
    for (const node of tree.children) {
        if (node.type === 'heading') {
            sections.push({ heading: textOf(node), line: lineOf(node), depth: node.depth, hasText: false });
            continue;
        }
        if (!hasWords(node))
            continue;
        markAbove(sections);
        if (node.type === 'table')
            tables.push(tableOf(node, sections.at(-1)?.heading ?? ''));
    }
    return { sections: sections.map(({ depth: _, ...section }) => section), tables };
}
function markAbove(sections) {
    let depth = Number.POSITIVE_INFINITY;
    for (const section of [...sections].reverse()) {
        if (section.depth >= depth)
            continue;
        section.hasText = true;
        depth = section.depth;
    }
}
function hasWords(node) {
    return (node.type !== 'html' && node.type !== 'definition' && node.type !== 'thematicBreak' && textOf(node).trim() !== '');
}
function tableOf(table, heading) {
    const [head, ...rows] = table.children.map((row) => ({
        line: lineOf(row),
        cells: row.children.map((cell) => textOf(cell).trim()),
    }));
    return { heading, line: lineOf(table), columns: head?.cells ?? [], rows };
}
function linksBelow(node) {
    const own = node.type === 'link' || node.type === 'definition' || node.type === 'image'
        ? [{ line: lineOf(node), target: node.url }]
        : [];
    return 'children' in node ? [...own, ...node.children.flatMap((child) => linksBelow(child))] : own;
}
function unfilledLines(source) {
    const shown = source.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
    return shown.split('\n').flatMap((line, nth) => (UNFILLED.test(line) ? [nth + 1] : []));
}
function runbookOf(source) {
    const [, text] = RUNBOOK.exec(source) ?? [];
    if (text === undefined)
        return undefined;
    try {
        const mark = JSON.parse(text);
        if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(mark))
            return undefined;
        const recovery = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(mark['recovery']) ? mark['recovery'] : {};
        return {
            reviewed: typeof mark['reviewed'] === 'string' ? mark['reviewed'] : null,
            people: numberOr(mark['people']),
            maxRestoreMs: numberOr(recovery['maxRestoreMs']),
            maxDataAgeMs: numberOr(recovery['maxDataAgeMs']),
        };
    }
    catch {
        return undefined;
    }
}
function numberOr(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
function textOf(node) {
    if (node.type === 'html')
        return '';
    if ('value' in node)
        return node.value;
    if ('children' in node)
        return node.children.map((child) => textOf(child)).join(node.type === 'list' ? '\n' : '');
    return node.type === 'image' ? (node.alt ?? '') : '';
}
function lineOf(node) {
    return node.position?.start.line ?? 1;
}


/***/ }),

/***/ 850747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ bad),
/* harmony export */   lD: () => (/* binding */ unclear),
/* harmony export */   uw: () => (/* binding */ good)
/* harmony export */ });
function good(code, measured, expected) {
    return { verdict: 'pass', code, measured, expected, remedy: '' };
}
function bad(code, words) {
    return { verdict: 'fail', code, ...words };
}
function unclear(code, words) {
    return { verdict: 'unknown', code, ...words };
}


/***/ }),

/***/ 830558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ reviewRule),
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   eC: () => (/* binding */ owner),
/* harmony export */   qQ: () => (/* binding */ headingsRule)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(687133);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(538342);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(672435);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(177088);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977626);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(850747);




const FRONT = 'the lines between --- at the top';
const owner = {
    id: 'owner',
    title: 'The document has an owner',
    judge: ({ facts, factsLine, factsProblem }) => {
        const expected = 'a person or a role that keeps it true';
        const remedy = `write "owner:" into ${FRONT}`;
        if (factsProblem !== '')
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('facts-unreadable', {
                ...{ measured: factsProblem, expected, line: factsLine },
                remedy: `correct ${FRONT}; put texts with a colon, a # or another mark of YAML into quotes`,
            });
        const said = facts['owner'];
        const isThere = (typeof said === 'string' && said.trim() !== '') || typeof said === 'number';
        return isThere
            ? (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('owned', 'it has one', expected)
            : (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('no-owner', { measured: 'none', expected, remedy, line: 1 });
    },
};
const ofKind = {
    id: 'kind',
    title: 'The document is of the kind that the list says',
    judge: ({ facts }, { settings: { kind: expected } }) => {
        const said = facts['kind'];
        if (said === expected)
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('of-kind', expected, expected);
        if (said === undefined || said === null)
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('of-kind', 'it does not say', expected);
        const given = typeof said === 'string' && /^[a-z-]{1,40}$/.test(said) ? said : 'another word';
        const remedy = `correct "kind:" in ${FRONT}, or the file in the list of documents`;
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('other-kind', { measured: given, expected, remedy, line: 1 });
    },
};
function reviewRule({ reviewedWithinMs }) {
    return {
        id: 'reviewed',
        title: 'The document was reviewed',
        judge: ({ facts, runbook }, { nowMs, settings }) => {
            const withinMs = settings.reviewedWithinMs ?? reviewedWithinMs;
            const expected = `within ${days(withinMs)}`;
            const said = runbook === undefined ? facts['reviewed'] : runbook.reviewed;
            const remedy = 'read it, correct it, and write the day into "reviewed:"';
            if (typeof said !== 'string' || !(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isDay */ .N)(said)) {
                const given = typeof said === 'string' || typeof said === 'number' ? `${said}`.slice(0, 20) : '';
                const measured = given === '' ? 'no day like 2026-11-30' : `${given}, which is no day like 2026-11-30`;
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('no-review', { measured, expected, remedy, line: 1 });
            }
            const ageMs = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .sinceDay */ .B)(Date.parse(said), nowMs);
            if (ageMs === undefined)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('review-in-future', { measured: said, expected, remedy, line: 1 });
            if (ageMs <= withinMs + _names_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY_MS */ .s)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('reviewed', said, expected);
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('review-overdue', { measured: `${said}, ${days(ageMs)} ago`, expected, remedy, line: 1 });
        },
    };
}
const filled = {
    id: 'filled',
    title: 'No text of the template is left',
    judge: ({ unfilled }) => {
        const [line] = unfilled;
        const expected = 'every place of the template filled in';
        if (line === undefined)
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('filled', 'none is left', expected);
        const measured = `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(unfilled.length, 'line')}: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .nameSome */ .Kf)(unfilled.map(String), 5)}`;
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('template-text', { measured, expected, remedy: 'write what is true for your team', line });
    },
};
function headingsRule(headings) {
    return {
        id: 'headings',
        title: 'The document has the sections of its kind',
        judge: ({ sections }) => {
            const found = headings.map((heading) => ({
                heading,
                section: sections.find((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .sameName */ .q)(one.heading, heading)),
            }));
            const missing = found.flatMap(({ heading, section }) => (section === undefined ? [heading] : []));
            const empty = found.flatMap(({ section }) => (section?.hasText === false ? [section] : []));
            const expected = headings.join(', ');
            const remedy = 'write the section, or why there is nothing to write';
            if (missing.length > 0)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('sections-missing', { measured: `missing: ${missing.join(', ')}`, expected, remedy });
            const [first] = empty;
            if (first === undefined)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('sections-there', 'all of them, with text', expected);
            const measured = `empty: ${empty.map(({ heading }) => heading).join(', ')}`;
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('sections-empty', { measured, expected, remedy, line: first.line });
        },
    };
}
function days(ms) {
    return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(Math.round(ms / _names_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY_MS */ .s), 'day');
}


/***/ }),

/***/ 386324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ tablesRule)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(672435);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(177088);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(850747);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(919619);




function tablesRule(tables) {
    return {
        id: 'tables',
        title: 'The tables of the document are filled in',
        judge: (document) => tables.map((table) => judgeTable(table, document)),
    };
}
function judgeTable({ columns, fewest, heading }, document) {
    const [first = ''] = columns;
    const expected = `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(fewest, 'row')} or more with ${columns.join(', ')}`;
    const about = { what: heading, expected };
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .tableBelow */ .w)(document, heading, first);
    const remedy = `fill in the table below "${heading}"`;
    if (table === undefined)
        return { ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('no-table', { ...about, measured: 'no such table', remedy }) };
    const { line } = table;
    const missing = columns.filter((name) => !table.columns.some((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .sameName */ .q)(one, name)));
    if (missing.length > 0)
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('columns-missing', { ...about, measured: `no column ${missing.join(', ')}`, remedy, line });
    if (table.rows.length < fewest)
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('too-few-rows', { ...about, measured: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(table.rows.length, 'row'), remedy, line });
    const empty = table.rows.filter((row) => columns.some((name) => (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .cellOf */ .W)(table, row, name) === ''));
    const [row] = empty;
    if (row !== undefined)
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('cells-empty', {
            ...about,
            measured: `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(empty.length, 'row')} with an empty cell`,
            remedy,
            line: row.line,
        });
    return { ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .good */ .uw)('table-filled', (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(table.rows.length, 'row'), expected), what: heading };
}


/***/ }),

/***/ 919619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cellOf),
/* harmony export */   w: () => (/* binding */ tableBelow)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(177088);

function tableBelow({ tables }, heading, column) {
    return tables.find((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(one.heading, heading) && columnOf(one, column) >= 0);
}
function columnOf({ columns }, name) {
    return columns.findIndex((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(one, name));
}
function cellOf(table, row, column) {
    const text = row.cells[columnOf(table, column)] ?? '';
    return /^[-–—?.]*$/.test(text) ? '' : text;
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


/***/ })

};
