export const id = 854;
export const ids = [854];
export const modules = {

/***/ 589065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drill: () => (/* binding */ drill)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
;// CONCATENATED MODULE: ./packages/base/lib/reasons.js
function defineReasons(reasons) {
    return reasons;
}

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __webpack_require__(1015169);
;// CONCATENATED MODULE: ./packages/base/lib/glob.js
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

;// CONCATENATED MODULE: ./packages/base/lib/checks/acceptance.js
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

;// CONCATENATED MODULE: ./packages/base/lib/checks/limits.js
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

;// CONCATENATED MODULE: ./packages/base/lib/checks/accept-checks.js




function coversCheck(acceptance, { id, what, verdict }) {
    return (acceptance.verdict === verdict &&
        fits(acceptance.check, id) &&
        (acceptance.what === undefined || fits(acceptance.what, what)));
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
    if (value.length > CHECK_LIMITS.accept)
        return { acceptances: [], problems: [`${where}: ${value.length} entries, at most ${CHECK_LIMITS.accept} may be`] };
    const problems = [];
    const acceptances = value.map((entry, index) => {
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const check = fields.text('check', { required: true, expected: 'the id of a check, or a pattern like csp-*' });
        const what = fields.text('what');
        const until = fields.text('until');
        if (until !== '' && !isDay(until))
            fields.complain('until', 'expected a day like 2026-12-31');
        const acceptance = {
            check,
            ...(what === '' ? {} : { what }),
            verdict: fields.oneOf('verdict', ['fail', 'unknown'], 'fail'),
            reason: fields.text('reason', { required: true }),
            ...(until === '' ? {} : { until }),
        };
        for (const [name, text] of Object.entries({ check, what, reason: acceptance.reason }))
            if (text.length > CHECK_LIMITS.text)
                fields.complain(name, `longer than ${CHECK_LIMITS.text} characters`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return acceptance;
    });
    return { acceptances, problems };
}

// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __webpack_require__(797442);
;// CONCATENATED MODULE: ./packages/base/lib/checks/check.js
const CHECKS_KIND = 'lockstep-checks/1';

;// CONCATENATED MODULE: ./packages/base/lib/checks/order.js
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

;// CONCATENATED MODULE: ./packages/base/lib/checks/make-list.js




function makeCheckList(facts) {
    const { accept = [], notVerified = [] } = facts;
    const checks = [...facts.checks].sort(byInterest).slice(0, CHECK_LIMITS.checks);
    const gaps = [...notVerified, ...leftOut('checks', facts.checks.length - checks.length)];
    const kept = gaps.slice(0, CHECK_LIMITS.notVerified - 1);
    return {
        kind: CHECKS_KIND,
        subject: (0,plain_line/* plainLine */.h)(facts.subject, CHECK_LIMITS.name),
        at: new Date(facts.nowMs).toISOString(),
        run: facts.run,
        tool: {
            name: (0,plain_line/* plainLine */.h)(facts.tool.name, CHECK_LIMITS.name),
            version: (0,plain_line/* plainLine */.h)(facts.tool.version, CHECK_LIMITS.name),
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
    assertCode(check.id, CHECK_ID, 'id');
    assertCode(check.reason, CHECK_REASON, `reason of ${check.id}`);
    const { id, verdict, reason, where } = check;
    return {
        id,
        title: (0,plain_line/* plainLine */.h)(check.title, CHECK_LIMITS.name),
        verdict,
        reason,
        what: (0,plain_line/* plainLine */.h)(check.what, CHECK_LIMITS.text),
        ...(where === undefined ? {} : { where: checkedPlace(where, id) }),
        measured: (0,plain_line/* plainLine */.h)(check.measured, CHECK_LIMITS.text),
        expected: (0,plain_line/* plainLine */.h)(check.expected, CHECK_LIMITS.text),
        remedy: (0,plain_line/* plainLine */.h)(check.remedy, CHECK_LIMITS.text),
    };
}
function cleanGap(gap) {
    assertCode(gap.id, CHECK_ID, 'id');
    return {
        id: gap.id,
        what: (0,plain_line/* plainLine */.h)(gap.what, CHECK_LIMITS.text),
        because: (0,plain_line/* plainLine */.h)(gap.because, CHECK_LIMITS.text),
        remedy: (0,plain_line/* plainLine */.h)(gap.remedy, CHECK_LIMITS.text),
        chosen: gap.chosen,
    };
}
function checkedPlace(where, id) {
    if (!isRepositoryPath(where.file) || where.file.length > CHECK_LIMITS.text)
        throw new Error(`check ${id}: "${where.file}" is no path within the repository`);
    return where;
}
function assertCode(code, shape, what) {
    if (!shape.test(code) || code.length > CHECK_LIMITS.code)
        throw new Error(`check: "${code}" can be no ${what}`);
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
;// CONCATENATED MODULE: ./packages/base/lib/checks/block-rule.js
function verdictBlocks(verdict, { onUnknown, reportOnly }) {
    if (reportOnly || verdict === 'pass')
        return false;
    return verdict === 'fail' || onUnknown === 'fail';
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/judge-checks.js





function judgeChecks(list, rule, nowMs) {
    const items = [
        ...[...list.checks].sort(byInterest).map((check) => ({ check, ...check })),
        ...list.notVerified.map((gap) => ({ gap, ...gap, verdict: gap.chosen ? 'pass' : 'unknown' })),
    ];
    const sifted = applyAcceptances(items, list.accept ?? [], coversCheck, nowMs);
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
            ...sifted.expired.map((one) => expiredWords(acceptanceName(one), one)),
            ...sifted.endless.map((one) => `"${acceptanceName(one)}" is accepted without an end: give it one (${one.reason})`),
            ...sifted.idle.map((one) => `"${acceptanceName(one)}" accepts nothing here: is it still needed? (${one.reason})`),
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
                            justification: (0,plain_line/* plainLine */.h)(`${acceptedBy.reason} (${acceptanceName(acceptedBy)})`, 1_000),
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
    const all = [...judgement.checks.map(caseOfCheck), ...judgement.gaps.map(caseOfGap)].sort((a, b) => junit_RANK[a.state] - junit_RANK[b.state]);
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
const junit_RANK = { failure: 0, error: 1, skipped: 2, passed: 3 };
function caseOfCheck({ check, acceptedBy }) {
    const name = titleAndWhat(check);
    const place = check.where === undefined ? '' : ` (${check.where.file}:${check.where.line ?? 1})`;
    const seen = check.measured === '' ? '' : `measured ${check.measured}, `;
    const message = `${check.id} ${check.reason}: ${seen}expected ${check.expected}. ${check.remedy}${place}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
    if (check.verdict === 'pass')
        return { name, state: 'passed', message: '' };
    return { name, state: check.verdict === 'fail' ? 'failure' : 'error', message };
}
function caseOfGap({ gap, acceptedBy }) {
    const name = `${gap.id}: ${gap.what}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
    if (gap.chosen)
        return { name, state: 'skipped', message: `left out on purpose: ${gap.because}` };
    return { name, state: 'error', message: `not verified: ${gap.because}. ${gap.remedy}` };
}
function others(rest) {
    const worst = rest.map(({ state }) => state).sort((a, b) => junit_RANK[a] - junit_RANK[b])[0] ?? 'passed';
    return { name: `… and ${rest.length} more`, state: worst, message: 'the JSON report has all of them' };
}
function caseXml({ name, state, message }, owner) {
    const inner = state === 'passed' ? '' : `<${state} message=${xmlQuoted(message)}/>`;
    return `<testcase classname=${owner} name=${xmlQuoted(name)} time="0">${inner}</testcase>`;
}

// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __webpack_require__(113934);
;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./packages/base/lib/verdict.js
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };

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
    return `${VERDICT_MARKS[verdict]} **${(0,inline_text/* inlineText */.l)(list.tool.name, 80)}**: ${message}${allowed} (${(0,inline_text/* inlineText */.l)(list.subject)})`;
}
function badTable(checks, rows) {
    const shown = checks
        .slice(0, rows)
        .map((check) => [
        `${VERDICT_MARKS[check.verdict]} ${cell(check.title)}`,
        whatAndWhere(check),
        cell(check.measured),
        cell(check.expected),
        cell(check.remedy),
    ]);
    const table = markdownTable(['Check', 'Of', 'Measured', 'Expected', 'What to do'], shown);
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
        return [fold(`${title}: ${some.length}`, markdownTable(head, cells), some.length - cells.length)];
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
    const table = markdownTable(['Accepted', 'Of', 'Until', 'Why'], cells);
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
        return [`${VERDICT_MARKS.pass} ${cell(those[0]?.title ?? id)}`, of];
    });
    return [fold(`Passed: ${checks.length}`, markdownTable(['Check', 'Of'], cells), byId.size - cells.length)];
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

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/yaml-reason.js
var yaml_reason = __webpack_require__(311327);
;// CONCATENATED MODULE: ./packages/base/lib/yaml.js


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
            throw new errors/* InputError */.dz(problemsOf(document.errors, { text, lines, name, remedy }));
        return { data: document.toJS(), lineOf: lineFinder(document, lines) };
    }
    catch (error) {
        if (error instanceof ReferenceError)
            throw new errors/* InputError */.dz(`${name}: not readable as YAML: ${(0,yaml_reason/* yamlReason */.c)((0,errors/* describe */.q0)(error))}; check its aliases (*name)`);
        if (error instanceof RangeError)
            throw new errors/* InputError */.dz(`${name}: not readable as YAML: lists or maps within each other, too deep to read`);
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
            first.set(line, `${place}: ${REASONS[code] ?? (0,yaml_reason/* yamlReason */.c)(message)}; ${REMEDIES[code] ?? remedy}`);
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

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
;// CONCATENATED MODULE: ./packages/action-kit/lib/yaml-input.js


function readYamlInput(text, where) {
    try {
        return { value: readYaml({ LineCounter: dist/* LineCounter */.HN, parseDocument: dist/* parseDocument */.Tp }, text, where).data, problems: [] };
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
    return problems.length > 0 ? { acceptances: [], problems } : readAcceptances(value, 'input "accept"');
}
function planReport(facts, values, directory) {
    const list = makeCheckList({ ...facts, accept: readAccept(values.accept).acceptances });
    const rule = { onUnknown: values['on-unknown'], reportOnly: values['report-only'] };
    const judgement = judgeChecks(list, rule, facts.nowMs);
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

// EXTERNAL MODULE: ./packages/notify/lib/words.js
var lib_words = __webpack_require__(547238);
// EXTERNAL MODULE: ./packages/notify/lib/drill/run-drill.js
var run_drill = __webpack_require__(656905);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/notify/lib/drill/drill-checks.js


const DELIVERED = { id: 'alert-delivered', title: 'Every target accepts an alert' };
const ANSWERED = { id: 'alert-acknowledged', title: 'A person acknowledges an alert in time' };
function drillChecks(reports, options) {
    const checks = [];
    const gaps = [];
    for (const report of reports) {
        checks.push(deliveredCheck(report));
        const answer = answerOf(report, options);
        if ('because' in answer)
            gaps.push(answer);
        else
            checks.push(answer);
    }
    const canShow = reports.some(({ answered }) => answered.kind !== 'cannot-show');
    if (!canShow && options.awaited !== 'none')
        gaps.push({
            id: ANSWERED.id,
            what: 'all targets',
            because: 'none of the targets can show that a person acknowledged an alert',
            remedy: 'Add a target of type slack, github-issue, or pagerduty with "token"; or set acknowledge to none.',
            chosen: false,
        });
    return { checks, gaps };
}
const drill_checks_VERDICTS = { confirmed: 'pass', accepted: 'pass', failed: 'fail', unknown: 'unknown' };
function deliveredCheck({ delivery, detail, target }) {
    const word = delivery === 'filtered' ? 'unknown' : delivery;
    const verdict = drill_checks_VERDICTS[word];
    return {
        ...DELIVERED,
        verdict,
        reason: `delivery-${word}`,
        what: target,
        measured: `${word}: ${detail}`,
        expected: 'accepted or confirmed',
        remedy: verdict === 'pass' ? '' : 'Correct the token, the address or the channel of this target.',
    };
}
function answerOf({ answered, delivery, target }, options) {
    const within = (0,duration/* formatDuration */.a)(options.withinMs);
    const check = { ...ANSWERED, what: target, expected: `acknowledged within ${within}` };
    switch (answered.kind) {
        case 'yes': {
            const isLate = answered.afterMs > options.withinMs;
            const verdict = isLate ? 'fail' : 'pass';
            const remedy = isLate ? LATE : '';
            return { ...check, verdict, reason: isLate ? 'late' : 'acknowledged', measured: (0,run_drill/* answerText */.yy)(answered), remedy };
        }
        case 'no':
            return { ...check, verdict: 'fail', reason: 'not-acknowledged', measured: 'not acknowledged', remedy: LATE };
        case 'unseen': {
            const remedy = 'Give the token of this target the right to read answers, or remove the token that cannot.';
            return { ...check, verdict: 'unknown', reason: 'answer-unseen', measured: answered.because, remedy };
        }
        case 'cannot-show':
            return gap(target, 'this target cannot show that a person acknowledged an alert');
        case 'not-awaited':
            return gap(target, notAwaited(delivery, options));
    }
}
const LATE = 'Check who is on call and what their notifications are set to, then run the drill again.';
function notAwaited(delivery, { awaited }) {
    if (awaited === 'none')
        return 'no acknowledgement was awaited';
    return delivery === 'failed' || delivery === 'unknown'
        ? 'the alert is not known to have arrived, so no answer was awaited'
        : 'the alert was acknowledged at another target first';
}
function gap(what, because) {
    return { id: ANSWERED.id, what, because, remedy: '', chosen: true };
}

// EXTERNAL MODULE: ./actions/notify/lib/compose.js + 3 modules
var compose = __webpack_require__(197601);
// EXTERNAL MODULE: ./actions/notify/lib/memory.js
var memory = __webpack_require__(661399);
;// CONCATENATED MODULE: ./actions/notify/lib/drill.js







async function drill(values, shell, targets) {
    const { problems } = readAccept(values.accept);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const message = drill_messageOf(values, shell);
    const names = (0,lists/* nameSome */.Kf)(targets.map(({ name }) => name), 10);
    if (values['dry-run']) {
        shell.log.foreign((0,lib_words/* plainText */.wh)(message));
        return {
            verdict: 'pass',
            reason: 'dry-run',
            message: `would send a drill to ${names}`,
            outputs: { delivery: [] },
        };
    }
    const options = { awaited: values.acknowledge, withinMs: values['acknowledge-within'] };
    const world = { fetch, clock: shell.clock, signal: shell.signal, timeoutMs: values.timeout };
    const reports = await shell.log.group(`Alert drill: ${names}`, () => (0,run_drill/* runDrill */.BT)(targets, message, options, world));
    for (const report of reports)
        shell.log.info(lineOf(report));
    const { checks, gaps } = drillChecks(reports, options);
    const outcome = reportChecks(shell, {
        subject: [message.environment, message.service].filter((part) => part !== '').join('/') || message.repository,
        nowMs: shell.clock.now(),
        run: shell.env.runId === 0 ? null : shell.env.runUrl,
        tool: { name: 'alert-drill', version: process.env['GITHUB_ACTION_REF'] || 'main' },
        checks,
        notVerified: gaps,
    }, values);
    const { section: _, ...rest } = outcome;
    const record = {
        kind: 'lockstep-alert-drill/1',
        verdict: rest.verdict,
        at: new Date(shell.clock.now()).toISOString(),
        acknowledgedMs: (0,run_drill/* acknowledgedAfter */.fP)(reports, options.awaited),
        withinMs: options.withinMs,
        run: shell.env.runId === 0 ? null : shell.env.runUrl,
    };
    const folder = String(rest.outputs?.['report-directory'] ?? '');
    if (folder !== '')
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'drill.json'), (0,redact/* redactText */.Rd)(`${JSON.stringify(record, null, 2)}\n`));
    return { ...rest, outputs: { ...rest.outputs, result: rest.message, delivery: reports.map(shownOf) } };
}
function drill_messageOf(values, shell) {
    const head = (0,compose/* headOf */.Uo)({ ...values, key: '' }, shell, undefined);
    const key = `alert-drill/${head.key}`;
    const end = { state: 'drill', undone: [], failure: '', next: '' };
    const summary = values.summary || 'A test of this alert, started by a workflow.';
    return (0,compose/* compose */.Zz)({ ...values, summary }, shell, { head: { ...head, key }, memory: (0,memory/* recall */.I9)([], key), end });
}
function lineOf({ answered, delivery, detail, target }) {
    const answer = answered.kind === 'yes' ? `, acknowledged ${(0,run_drill/* answerText */.yy)(answered)}` : '';
    return `${target}: ${delivery}: ${detail}${answer}`;
}
function shownOf({ answered, delivery, detail, target, type }) {
    if (answered.kind !== 'yes')
        return { target, type, delivery, detail, acknowledged: answered.kind };
    const { acknowledgement, afterMs } = answered;
    const { by, how } = acknowledgement;
    return { target, type, delivery, detail, acknowledged: 'yes', by, how, seconds: Math.round(afterMs / 1_000) };
}


/***/ })

};
