export const id = 772;
export const ids = [772];
export const modules = {

/***/ 550902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collect: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48182);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(744419);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(904462);
/* harmony import */ var _collect_controls_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(353731);
/* harmony import */ var _collect_directory_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(223797);
/* harmony import */ var _collect_gather_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(689501);
/* harmony import */ var _collect_write_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(601171);






const collect = { problems: () => [], run };
async function run(values, shell) {
    const map = (0,_collect_controls_in_js__WEBPACK_IMPORTED_MODULE_1__/* .controlsIn */ .y)(values, shell);
    const collected = await (0,_collect_gather_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .k)(values, map, shell);
    const report = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__/* .collectEvidence */ .m)(map, collected.found, Date.parse(collected.at));
    const directory = (0,_collect_directory_of_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryOf */ .j)(values, shell);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'evidence.json');
    (0,_collect_write_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFiles */ .h)(directory, { 'evidence.json': (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__/* .collectedJson */ .a)(collected) });
    for (const note of collected.notes)
        shell.log.warning(note);
    (0,_collect_controls_in_js__WEBPACK_IMPORTED_MODULE_1__/* .warnOfIdle */ .g)(report, values, shell);
    const isWhole = Object.keys(collected.found.unread).length === 0 && collected.numbers !== null;
    shell.summary.add(`### Evidence\n\n**${(0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__/* .headline */ .Pl)(report)}**`);
    return {
        verdict: isWhole ? 'pass' : 'unknown',
        reason: isWhole ? 'collected' : 'collected-in-part',
        message: (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__/* .headline */ .Pl)(report),
        passes: isWhole || values['on-unknown'] === 'warn' || values['report-only'],
        outputs: {
            'evidence-path': path,
            'report-directory': directory,
            controls: report.rows.length,
            current: report.current,
        },
    };
}


/***/ }),

/***/ 519420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ toolOf)
/* harmony export */ });
function toolOf(name = 'evidence') {
    return { name, version: process.env['GITHUB_ACTION_REF'] || 'v1' };
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


/***/ })

};
