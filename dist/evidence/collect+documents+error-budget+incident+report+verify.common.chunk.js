export const id = 494;
export const ids = [494];
export const modules = {

/***/ 519420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ toolOf)
/* harmony export */ });
function toolOf(name = 'evidence') {
    return { name, version: process.env['GITHUB_ACTION_REF'] || 'v1' };
}


/***/ }),

/***/ 966584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sH: () => (/* binding */ planReport),
  pc: () => (/* binding */ readAccept),
  oG: () => (/* binding */ reportChecks)
});

// UNUSED EXPORTS: auditReasons

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
;// CONCATENATED MODULE: ./packages/base/lib/reasons.js
function defineReasons(reasons) {
    return reasons;
}

// EXTERNAL MODULE: ./packages/base/lib/checks/accept-checks.js
var accept_checks = __webpack_require__(89622);
// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(827298);
// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __webpack_require__(1018894);
;// CONCATENATED MODULE: ./packages/base/lib/checks/render/json-text.js
const UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function jsonText(value, indent = 1) {
    return `${JSON.stringify(value, null, indent)
        .replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '#\\u0023[')}\n`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/json.js

function checksJson(judgement) {
    const { list, verdict, reason, blocks, message, counts, notes } = judgement;
    return jsonText({ ...list, judgement: { verdict, reason, blocks, message, counts, notes } });
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/base/lib/file-uri.js
function fileUri(file) {
    const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
    return whole.split('/').map(encodeURIComponent).join('/');
}

// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __webpack_require__(797442);
;// CONCATENATED MODULE: ./packages/base/lib/checks/render/sarif.js





const RESULTS = 5_000;
function checksSarif(judgement) {
    const { list, checks, verdict } = judgement;
    const placed = checks.filter(({ check }) => check.verdict !== 'pass' && check.where !== undefined);
    const shown = placed.slice(0, RESULTS);
    const open = (some) => some.filter(({ acceptedBy }) => acceptedBy === undefined);
    const failed = open(checks).filter(({ check }) => check.verdict === 'fail').length;
    const failedHere = open(shown).filter(({ check }) => check.verdict === 'fail').length;
    const isWhole = verdict !== 'unknown' && failed === failedHere;
    const leftOut = placed.length - shown.length;
    const run = {
        tool: {
            driver: {
                name: `lockstep/${(0,plain_line/* plainLine */.h)(list.tool.name, 80)}`,
                version: (0,plain_line/* plainLine */.h)(list.tool.version, 80),
                rules: rulesOf(shown),
            },
        },
        automationDetails: { id: `lockstep/${(0,plain_line/* plainLine */.h)(list.tool.name, 80)}/` },
        invocations: [
            {
                executionSuccessful: isWhole,
                endTimeUtc: list.at,
                ...(isWhole ? {} : { toolExecutionNotifications: [notification(judgement, failed - failedHere)] }),
            },
        ],
        results: resultsOf(shown),
        ...(leftOut > 0 ? { properties: { leftOut } } : {}),
    };
    return jsonText({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] });
}
function notification({ message, verdict }, elsewhere) {
    const rest = elsewhere > 0 ? `; ${elsewhere} that failed have no place here` : '';
    return { level: verdict === 'fail' ? 'error' : 'warning', message: { text: `${message}${rest}` } };
}
function rulesOf(checks) {
    const byId = new Map();
    for (const { check } of checks)
        if (!byId.has(check.id))
            byId.set(check.id, check);
    return [...byId.values()].map(({ id, title, remedy }) => ({
        id,
        shortDescription: { text: (0,plain_line/* plainLine */.h)(title, 300) || id },
        help: { text: (0,plain_line/* plainLine */.h)(remedy, 1_000) || (0,plain_line/* plainLine */.h)(title, 300) || id },
    }));
}
function resultsOf(checks) {
    const seen = new Map();
    return checks.flatMap(({ check, acceptedBy }) => {
        if (check.where === undefined)
            return [];
        const print = fingerprint(check, check.where);
        const nth = (seen.get(print) ?? 0) + 1;
        seen.set(print, nth);
        return {
            ruleId: check.id,
            level: check.verdict === 'fail' ? 'error' : 'warning',
            message: { text: words(check) },
            locations: [locationOf(check.where)],
            partialFingerprints: { 'lockstep/v1': `${print}:${nth}` },
            ...(acceptedBy === undefined
                ? {}
                : {
                    suppressions: [
                        {
                            kind: 'external',
                            status: 'accepted',
                            justification: (0,plain_line/* plainLine */.h)(`${acceptedBy.reason} (${(0,accept_checks/* acceptanceName */.N_)(acceptedBy)})`, 1_000),
                        },
                    ],
                }),
        };
    });
}
function words({ title, verdict, what, measured, expected, remedy }) {
    const parts = [
        `${verdict === 'fail' ? '' : 'Not known: '}${title}${what === title ? '' : ` (${what})`}`,
        measured === '' ? '' : `Measured: ${measured}`,
        expected === '' ? '' : `Expected: ${expected}`,
        remedy,
    ];
    return parts
        .filter((part) => part !== '')
        .map((part) => (0,plain_line/* plainLine */.h)(part, 1_000))
        .join('. ');
}
function fingerprint({ id, what }, { file }) {
    return (0,external_node_crypto_().createHash)('sha256')
        .update(JSON.stringify([id, what, file]))
        .digest('hex')
        .slice(0, 24);
}
function locationOf({ file, line, column }) {
    const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
    return { physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...region } };
}

;// CONCATENATED MODULE: ./packages/base/lib/xml.js

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function xmlQuoted(text) {
    const allowed = (0,plain_line/* plainLine */.h)(text).replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    const marked = allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
    return `"${marked.replaceAll('##[', '#&#35;[')}"`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/parts.js
function openChecks({ checks }) {
    return checks.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ check }) => check);
}
function badChecks(judgement) {
    return openChecks(judgement).filter(({ verdict }) => verdict !== 'pass');
}
function openGaps({ gaps }) {
    return gaps.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ gap }) => gap);
}
function acceptedParts({ checks, gaps }) {
    return [
        ...checks.map(({ check: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
        ...gaps.map(({ gap: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
    ].flatMap(({ id, what, by }) => (by === undefined ? [] : [{ id, what, by }]));
}
function titleAndWhat({ title, what }) {
    return title === what ? title : `${title}: ${what}`;
}
function groupGaps(gaps) {
    const groups = new Map();
    for (const gap of gaps) {
        const key = JSON.stringify([gap.because, gap.remedy, gap.chosen]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [gap]);
        else
            group.push(gap);
    }
    return [...groups.values()].flatMap((some) => {
        const [first] = some;
        if (first === undefined)
            return [];
        const { because, chosen, remedy } = first;
        return [{ because, remedy, chosen, gaps: some }];
    });
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/junit.js



const CASES = 20_000;
function checksJunit(judgement) {
    const { list } = judgement;
    const all = [...judgement.checks.map(caseOfCheck), ...judgement.gaps.map(caseOfGap)].sort((a, b) => RANK[a.state] - RANK[b.state]);
    const cases = all.length <= CASES ? all : [...all.slice(0, CASES - 1), others(all.slice(CASES - 1))];
    const many = (state) => cases.filter((one) => one.state === state).length;
    const counts = `tests="${cases.length}" failures="${many('failure')}" errors="${many('error')}" skipped="${many('skipped')}"`;
    const suite = xmlQuoted(`${list.tool.name}: ${list.subject}`);
    const owner = xmlQuoted(list.tool.name);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites ${counts}><testsuite name=${suite} ${counts} time="0" timestamp=${xmlQuoted(list.at)}>`,
        ...cases.map((one) => caseXml(one, owner)),
        '</testsuite></testsuites>',
        '',
    ].join('\n');
}
const RANK = { failure: 0, error: 1, skipped: 2, passed: 3 };
function caseOfCheck({ check, acceptedBy }) {
    const name = titleAndWhat(check);
    const place = check.where === undefined ? '' : ` (${check.where.file}:${check.where.line ?? 1})`;
    const seen = check.measured === '' ? '' : `measured ${check.measured}, `;
    const message = `${check.id} ${check.reason}: ${seen}expected ${check.expected}. ${check.remedy}${place}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: (0,accept_checks/* acceptedWords */.Vk)(acceptedBy) };
    if (check.verdict === 'pass')
        return { name, state: 'passed', message: '' };
    return { name, state: check.verdict === 'fail' ? 'failure' : 'error', message };
}
function caseOfGap({ gap, acceptedBy }) {
    const name = `${gap.id}: ${gap.what}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: (0,accept_checks/* acceptedWords */.Vk)(acceptedBy) };
    if (gap.chosen)
        return { name, state: 'skipped', message: `left out on purpose: ${gap.because}` };
    return { name, state: 'error', message: `not verified: ${gap.because}. ${gap.remedy}` };
}
function others(rest) {
    const worst = rest.map(({ state }) => state).sort((a, b) => RANK[a] - RANK[b])[0] ?? 'passed';
    return { name: `… and ${rest.length} more`, state: worst, message: 'the JSON report has all of them' };
}
function caseXml({ name, state, message }, owner) {
    const inner = state === 'passed' ? '' : `<${state} message=${xmlQuoted(message)}/>`;
    return `<testcase classname=${owner} name=${xmlQuoted(name)} time="0">${inner}</testcase>`;
}

// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __webpack_require__(113934);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __webpack_require__(173384);
// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var lib_verdict = __webpack_require__(186491);
;// CONCATENATED MODULE: ./packages/base/lib/checks/render/markdown.js





const CELL = 240;
function checksMarkdown(judgement, limits) {
    for (let rows = limits.rows; rows > 0; rows = Math.floor(rows / 2)) {
        const text = blocksOf(judgement, rows, limits.passed).join('\n\n');
        if (Buffer.byteLength(text) <= limits.bytes)
            return text;
    }
    return outcomeLine(judgement);
}
function blocksOf(judgement, rows, withPassed) {
    const bad = badChecks(judgement);
    const passed = withPassed ? openChecks(judgement).filter(({ verdict }) => verdict === 'pass') : [];
    return [
        outcomeLine(judgement),
        ...judgement.notes.slice(0, rows).map((note) => `- ${(0,inline_text/* inlineText */.l)(note, CELL)}`),
        ...(judgement.notes.length > rows ? [more(judgement.notes.length - rows, 'note')] : []),
        ...(bad.length === 0 ? [] : [badTable(bad, rows)]),
        ...gapBlocks(judgement, rows),
        ...acceptedBlock(judgement, rows),
        ...passedBlock(passed, rows),
    ];
}
function outcomeLine({ verdict, blocks, message, list }) {
    const allowed = verdict !== 'pass' && !blocks ? ', which does not block' : '';
    return `${lib_verdict/* VERDICT_MARKS */.r[verdict]} **${(0,inline_text/* inlineText */.l)(list.tool.name, 80)}**: ${message}${allowed} (${(0,inline_text/* inlineText */.l)(list.subject)})`;
}
function badTable(checks, rows) {
    const shown = checks
        .slice(0, rows)
        .map((check) => [
        `${lib_verdict/* VERDICT_MARKS */.r[check.verdict]} ${cell(check.title)}`,
        whatAndWhere(check),
        cell(check.measured),
        cell(check.expected),
        cell(check.remedy),
    ]);
    const table = (0,markdown_table/* markdownTable */.Q)(['Check', 'Of', 'Measured', 'Expected', 'What to do'], shown);
    return checks.length > rows ? `${table}\n\n${more(checks.length - rows, 'check')}` : table;
}
function gapBlocks(judgement, rows) {
    const open = openGaps(judgement);
    const head = ['Of', 'Why', 'What to do'];
    const block = (chosen, title) => {
        const some = open.filter((gap) => gap.chosen === chosen);
        if (some.length === 0)
            return [];
        const cells = some.slice(0, rows).map((gap) => [cell(gap.what), cell(gap.because), cell(gap.remedy)]);
        return [fold(`${title}: ${some.length}`, (0,markdown_table/* markdownTable */.Q)(head, cells), some.length - cells.length)];
    };
    return [...block(false, 'Not verified'), ...block(true, 'Left out on purpose')];
}
function acceptedBlock(judgement, rows) {
    const all = acceptedParts(judgement);
    if (all.length === 0)
        return [];
    const cells = all
        .slice(0, rows)
        .map(({ id, what, by }) => [cell(id), cell(what), cell(by.until ?? 'no end'), cell(by.reason)]);
    const table = (0,markdown_table/* markdownTable */.Q)(['Accepted', 'Of', 'Until', 'Why'], cells);
    return [fold(`Accepted: ${all.length}`, table, all.length - cells.length)];
}
function passedBlock(checks, rows) {
    if (checks.length === 0)
        return [];
    const byId = new Map();
    for (const check of checks) {
        const those = byId.get(check.id);
        if (those === undefined)
            byId.set(check.id, [check]);
        else
            those.push(check);
    }
    const cells = [...byId].slice(0, rows).map(([id, those]) => {
        const names = those.slice(0, 2).map(({ what }) => (0,inline_text/* inlineText */.l)(what, 80));
        const rest = those.length - names.length;
        const of = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
        return [`${lib_verdict/* VERDICT_MARKS */.r.pass} ${cell(those[0]?.title ?? id)}`, of];
    });
    return [fold(`Passed: ${checks.length}`, (0,markdown_table/* markdownTable */.Q)(['Check', 'Of'], cells), byId.size - cells.length)];
}
function whatAndWhere({ title, what, where }) {
    const place = where === undefined ? '' : (0,inline_text/* inlineText */.l)(`${where.file}${where.line === undefined ? '' : `:${where.line}`}`, CELL);
    return [title === what ? '' : cell(what), place].filter((one) => one !== '').join('<br>');
}
function cell(text) {
    return (0,inline_text/* inlineText */.l)(text, CELL);
}
function fold(title, table, hidden) {
    const tail = hidden > 0 ? [more(hidden, 'row'), ''] : [];
    return [`<details><summary>${title}</summary>`, '', table, '', ...tail, '</details>'].join('\n');
}
function more(many, one) {
    return `… and ${(0,lists/* count */.U9)(many, `more ${one}`)}`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/summary.js

const SUMMARY_BYTES = 800_000;
const COMMENT_BYTES = 5_500;
function checksSummary(judgement) {
    return checksMarkdown(judgement, { bytes: SUMMARY_BYTES, rows: 1_000, passed: true });
}
function checksComment(judgement) {
    const markdown = checksMarkdown(judgement, { bytes: COMMENT_BYTES, rows: 10, passed: false });
    return { verdict: judgement.verdict, markdown };
}

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __webpack_require__(580229);
;// CONCATENATED MODULE: ./packages/base/lib/checks/render/annotations.js


const ANNOTATIONS = 50;
function checksAnnotations(judgement) {
    const open = badChecks(judgement);
    const name = (0,plain_line/* plainLine */.h)(judgement.list.tool.name, 80);
    const shown = open.length <= ANNOTATIONS ? open : open.slice(0, ANNOTATIONS - 1);
    const annotations = shown.map(({ id, title, verdict, what, measured, remedy, where }) => {
        const level = judgement.blocks && verdict === 'fail' ? 'error' : 'warning';
        const message = (0,plain_line/* plainLine */.h)(`${title}${what === title ? '' : ` (${what})`}: ${[measured, remedy].filter((one) => one !== '').join('. ')}`, 500);
        return { level, title: `${name}: ${id}`, message, ...where };
    });
    const hidden = open.length - shown.length;
    if (hidden === 0)
        return annotations;
    return [...annotations, { level: 'warning', title: name, message: `… and ${hidden} more; the report has them` }];
}

// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
;// CONCATENATED MODULE: ./packages/action-kit/lib/yaml-input.js


function readYamlInput(text, where) {
    try {
        return { value: (0,yaml/* readYaml */.g)({ LineCounter: dist/* LineCounter */.HN, parseDocument: dist/* parseDocument */.Tp }, text, where).data, problems: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        return { value: undefined, problems: error.problems };
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/audit.js




const auditReasons = defineReasons({
    'checks-passed': {
        verdict: 'pass',
        meaning: 'Every check passed or was accepted, and none was left out against the will of the caller.',
        remedy: 'Nothing.',
    },
    'checks-failed': {
        verdict: 'fail',
        meaning: 'At least one check failed and was not accepted. The summary and the report list each with what was expected.',
        remedy: 'Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date.',
    },
    'checks-unknown': {
        verdict: 'unknown',
        meaning: 'No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.',
        remedy: 'Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking.',
    },
    'nothing-checked': {
        verdict: 'unknown',
        meaning: 'Not a single check could be decided, so nothing is known.',
        remedy: 'Look at the list of what was not verified in the summary; correct the inputs that select the checks.',
    },
});
function readAccept(text) {
    const { value, problems } = readYamlInput(text, 'input "accept"');
    return problems.length > 0 ? { acceptances: [], problems } : (0,accept_checks/* readAcceptances */.$o)(value, 'input "accept"');
}
function planReport(facts, values, directory) {
    const list = (0,make_list/* makeCheckList */.P)({ ...facts, accept: readAccept(values.accept).acceptances });
    const rule = { onUnknown: values['on-unknown'], reportOnly: values['report-only'] };
    const judgement = (0,judge_checks/* judgeChecks */.L)(list, rule, facts.nowMs);
    const { counts, verdict, reason, message, blocks } = judgement;
    return {
        files: {
            'checks.json': checksJson(judgement),
            'checks.sarif': checksSarif(judgement),
            'checks.junit.xml': checksJunit(judgement),
            'comment.md': checksComment(judgement).markdown,
        },
        judgement,
        outcome: {
            verdict,
            reason,
            message,
            passes: !blocks,
            outputs: {
                'report-path': (0,external_node_path_.join)(directory, 'checks.json'),
                'report-directory': directory,
                'summary-path': (0,external_node_path_.join)(directory, 'comment.md'),
                'sarif-path': (0,external_node_path_.join)(directory, 'checks.sarif'),
                passed: counts.passed,
                failed: counts.failed,
                unknown: counts.unknown + counts.notVerified,
            },
        },
    };
}
function reportChecks(shell, facts, values) {
    const directory = values['report-directory'] || (0,external_node_path_.join)(shell.env.tempDir, `lockstep-${facts.tool.name}-${shell.instance}`);
    const { files, judgement, outcome } = planReport(facts, values, directory);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    for (const [name, text] of Object.entries(files))
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, name), (0,redact/* redactText */.Rd)(text));
    shell.summary.add(checksSummary(judgement));
    for (const annotation of checksAnnotations(judgement))
        shell.annotate(annotation);
    for (const note of judgement.notes)
        shell.log.warning(note);
    return { ...outcome, section: files['comment.md'] ?? '' };
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

/***/ 113934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ linkTarget),
/* harmony export */   l: () => (/* binding */ inlineText)
/* harmony export */ });
/* harmony import */ var _plain_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(797442);

const GAP = '\u200b';
function inlineText(text, most = 200) {
    return (0,_plain_line_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(text, most)
        .replace(/@(?=\S)/g, `@${GAP}`)
        .replace(/#(?=\d)/g, `#${GAP}`)
        .replace(/\bGH-(?=\d)/gi, (found) => `${found}${GAP}`)
        .replace(/:\/\//g, `:${GAP}//`)
        .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}${GAP}.`)
        .replace(/[\\`*_{}[\]<>|~&$#]/g, '\\$&')
        .replace(/^(?:[-+=]|\d+(?=[.)]))/, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`));
}
function linkTarget(url) {
    return url.replace(/[\s()<>|\\`]/g, (found) => encodeURIComponent(found).replace('(', '%28').replace(')', '%29'));
}


/***/ }),

/***/ 173384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
/* unused harmony export factTable */
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
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

/***/ 186491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ VERDICT_MARKS)
/* harmony export */ });
/* unused harmony export combine */
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };


/***/ }),

/***/ 311327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ yamlReason)
/* harmony export */ });
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}


/***/ }),

/***/ 910221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* unused harmony export lineFinder */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _yaml_reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(311327);


const REMEDIES = {
    BAD_INDENT: 'check the blanks at the beginning of this line and of the one above',
    DUPLICATE_KEY: 'a name may be there once in a map: remove one of them',
    MULTIPLE_DOCS: 'remove this line: only what is above it would count',
    TAB_AS_INDENT: 'indent with blanks, not with tabs',
};
const REASONS = { MULTIPLE_DOCS: 'a second document begins here' };
const REMEDY = 'put texts with a colon, a # or another mark of YAML into quotes, and check the blanks at the beginning of the line';
function readYaml({ LineCounter, parseDocument }, text, name, remedy = REMEDY) {
    const lines = new LineCounter();
    try {
        const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
        if (document.errors.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problemsOf(document.errors, { text, lines, name, remedy }));
        return { data: document.toJS(), lineOf: lineFinder(document, lines) };
    }
    catch (error) {
        if (error instanceof ReferenceError)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name}: not readable as YAML: ${(0,_yaml_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlReason */ .c)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error))}; check its aliases (*name)`);
        if (error instanceof RangeError)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name}: not readable as YAML: lists or maps within each other, too deep to read`);
        throw error;
    }
}
function problemsOf(errors, { lines, name, remedy, text }) {
    const conflict = text.split('\n').findIndex((line) => /^<{7}(?: |$)/.test(line));
    if (conflict >= 0)
        return [`${name} (line ${conflict + 1}): there is a merge conflict; resolve it first`];
    const first = new Map();
    for (const { code, message, pos } of errors) {
        const { col, line } = lines.linePos(pos[0]);
        const place = `${name}: not readable as YAML (line ${line}, column ${col})`;
        if (!first.has(line))
            first.set(line, `${place}: ${REASONS[code] ?? (0,_yaml_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlReason */ .c)(message)}; ${REMEDIES[code] ?? remedy}`);
    }
    return [...first.values()];
}
function lineFinder(document, lines) {
    return (path) => {
        let node = document.contents;
        let line;
        for (const step of path) {
            const found = below(target(node, document), step);
            if (found === undefined)
                break;
            const start = nodeOf(found.place)?.range?.[0];
            if (start !== undefined)
                line = lines.linePos(start).line;
            node = found.value;
        }
        return line;
    };
}
function target(node, document) {
    const resolve = nodeOf(node)?.resolve;
    return typeof resolve === 'function' ? resolve.call(node, document) : node;
}
function below(node, step) {
    const items = nodeOf(node)?.items ?? [];
    const pairs = items.filter(isPair);
    if (pairs.length < items.length) {
        const item = items[Number(step)];
        return item === undefined ? undefined : { place: item, value: item };
    }
    const pair = pairs.find(({ key }) => nameOf(key) === String(step));
    return pair === undefined ? undefined : { place: pair.key, value: pair.value };
}
function nodeOf(node) {
    return typeof node === 'object' && node !== null ? node : undefined;
}
function isPair(item) {
    return typeof item === 'object' && item !== null && 'key' in item;
}
function nameOf(key) {
    return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined;
}


/***/ })

};
