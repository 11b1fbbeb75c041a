export const id = 3957;
export const ids = [3957];
export const modules = {

/***/ 966584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pc: () => (/* binding */ readAccept),
/* harmony export */   sH: () => (/* binding */ planReport)
/* harmony export */ });
/* unused harmony exports auditReasons, reportChecks */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81541);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89622);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(827298);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1018894);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(318647);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97419);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(943750);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(285194);
/* harmony import */ var _yaml_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(386820);




const auditReasons = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .defineReasons */ .v)({
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
    const { value, problems } = (0,_yaml_input_js__WEBPACK_IMPORTED_MODULE_3__/* .readYamlInput */ .c)(text, 'input "accept"');
    return problems.length > 0 ? { acceptances: [], problems } : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .readAcceptances */ .$o)(value, 'input "accept"');
}
function planReport(facts, values, directory) {
    const list = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .makeCheckList */ .P)({ ...facts, accept: readAccept(values.accept).acceptances });
    const rule = { onUnknown: values['on-unknown'], reportOnly: values['report-only'] };
    const judgement = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .judgeChecks */ .L)(list, rule, facts.nowMs);
    const { counts, verdict, reason, message, blocks } = judgement;
    return {
        files: {
            'checks.json': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .checksJson */ .A)(judgement),
            'checks.sarif': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_8__/* .checksSarif */ .z)(judgement),
            'checks.junit.xml': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_9__/* .checksJunit */ .g)(judgement),
            'comment.md': (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_10__/* .checksComment */ .v)(judgement).markdown,
        },
        judgement,
        outcome: {
            verdict,
            reason,
            message,
            passes: !blocks,
            outputs: {
                'report-path': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'checks.json'),
                'report-directory': directory,
                'summary-path': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'comment.md'),
                'sarif-path': (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'checks.sarif'),
                passed: counts.passed,
                failed: counts.failed,
                unknown: counts.unknown + counts.notVerified,
            },
        },
    };
}
function reportChecks(shell, facts, values) {
    const directory = values['report-directory'] || join(shell.env.tempDir, `lockstep-${facts.tool.name}-${shell.instance}`);
    const { files, judgement, outcome } = planReport(facts, values, directory);
    mkdirSync(directory, { recursive: true });
    for (const [name, text] of Object.entries(files))
        writeFileSync(join(directory, name), redactText(text));
    shell.summary.add(checksSummary(judgement));
    for (const annotation of checksAnnotations(judgement))
        shell.annotate(annotation);
    for (const note of judgement.notes)
        shell.log.warning(note);
    return { ...outcome, section: files['comment.md'] ?? '' };
}


/***/ }),

/***/ 908519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ idleWarnings),
  e: () => (/* binding */ planControlsReport)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __webpack_require__(113934);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __webpack_require__(173384);
// EXTERNAL MODULE: ./packages/evidence/lib/controls/collect.js + 2 modules
var collect = __webpack_require__(48182);
// EXTERNAL MODULE: ./packages/evidence/lib/controls/formats/words.js
var words = __webpack_require__(904462);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/as-checks.js

const VERDICTS = {
    current: 'pass',
    failing: 'fail',
    stale: 'unknown',
    missing: 'unknown',
};
const REMEDIES = {
    current: '',
    failing: 'Look at the report that the evidence names, and correct what it found.',
    stale: 'Run the workflow that makes this evidence again, or review the document.',
    missing: 'Set up what makes this evidence, or write `not-collected` with the reason into the map of controls.',
};
function controlChecks(report) {
    return {
        checks: report.rows.flatMap((row) => (row.state === 'not-collected' ? [] : [checkOf(row, row.state)])),
        notVerified: report.rows
            .filter(({ state }) => state === 'not-collected')
            .map(({ control }) => ({
            ...{ id: control.id, what: control.title, because: control.notCollected, remedy: '', chosen: true },
        })),
        accept: report.rows.flatMap(({ control, exception }) => exception === undefined
            ? []
            : ['fail', 'unknown'].map((verdict) => ({
                ...{ check: control.id, verdict, reason: exception.reason, until: exception.until },
            }))),
    };
}
function checkOf(row, state) {
    const { control } = row;
    return {
        id: control.id,
        title: control.title,
        verdict: state === 'failing' && row.rows.every(({ verdict }) => verdict !== 'fail') ? 'unknown' : VERDICTS[state],
        reason: `evidence-${state}`,
        what: control.framework,
        measured: `${words/* STATE_WORDS */.I7[state]}: ${(0,words/* becauseOf */.W$)(row)}`,
        expected: row.rows.map(({ source }) => (0,words/* sourceWords */.hI)(source)).join('; '),
        remedy: REMEDIES[state],
    };
}

// EXTERNAL MODULE: ./packages/evidence/lib/sources/collected.js + 1 modules
var sources_collected = __webpack_require__(744419);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/rows.js

const COLUMNS = [
    'framework',
    'control',
    'title',
    'control state',
    'evidence',
    'evidence state',
    'verdict',
    'because',
    'file',
    'sha256',
    'age',
    'run',
    'exception',
];
function rowsOf({ rows }) {
    return rows.flatMap((row) => {
        const { control } = row;
        const first = [control.framework, control.id, control.title, words/* STATE_WORDS */.I7[row.state]];
        const exception = (0,words/* exceptionWords */.DY)(row);
        if (row.rows.length === 0)
            return [[...first, '', words/* STATE_WORDS */.I7['not-collected'], '', control.notCollected, '', '', '', '', exception]];
        return row.rows.map((each) => [
            ...first,
            (0,words/* sourceWords */.hI)(each.source),
            words/* STATE_WORDS */.I7[each.state],
            each.verdict ?? '',
            each.because,
            each.file,
            each.digest,
            (0,words/* ageOf */.hy)(each),
            each.run ?? '',
            exception,
        ]);
    });
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/csv.js

function controlsCsv(report) {
    return [COLUMNS, ...rowsOf(report)].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
function cell(text) {
    const line = text.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(/\p{Cc}/gu, '');
    const safe = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line;
    return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/html.js

function controlsHtml(report) {
    const frameworks = [...new Set(report.rows.map(({ control }) => control.framework))];
    const sections = frameworks.map((framework) => {
        const rows = report.rows.filter(({ control }) => control.framework === framework).map(rowOf);
        const name = html_text(framework);
        return `<section><h2>${name}</h2><table><caption>${name}: controls and their evidence</caption><thead><tr><th scope="col">Control</th><th scope="col">Evidence is</th><th scope="col">Evidence</th><th scope="col">Because</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
    });
    const idle = report.idle.map((one) => `<li>${html_text((0,words/* idleWords */._e)(one))}</li>`).join('');
    const terms = words/* TERMS */._.map(([term, means]) => `<dt>${html_text(term)}</dt><dd>${html_text(means)}</dd>`).join('');
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evidence of controls</title><style>${STYLE}</style></head>
<body><main><h1>Evidence of controls</h1><p><strong>${html_text((0,words/* headline */.Pl)(report))}</strong>, on <time datetime="${html_text(report.at)}">${html_text(report.at)}</time>.</p>
${sections.join('\n')}
${idle === '' ? '' : `<section><h2>Exceptions without effect</h2><ul>${idle}</ul></section>`}
<section><h2>How to read this</h2><dl>${terms}</dl></section>
</main></body></html>
`;
}
function rowOf(row) {
    const { control, rows, state } = row;
    const because = [(0,words/* becauseOf */.W$)(row), (0,words/* exceptionWords */.DY)(row)].filter(Boolean).join('; ');
    const evidence = rows.length === 0 ? 'none' : rows.map(evidenceOf).join('');
    return `<tr><th scope="row">${html_text(control.id)}<br>${html_text(control.title)}</th><td><span class="label">Evidence is </span><span class="${state}">${html_text(words/* STATE_WORDS */.I7[state])}</span></td><td><span class="label">Evidence </span>${evidence}</td><td><span class="label">Because </span>${html_text(because)}</td></tr>`;
}
function evidenceOf(each) {
    const age = (0,words/* ageOf */.hy)(each);
    const lines = [
        each.file === '' ? '' : `file ${html_text(each.file)}${age === '' ? '' : `, ${html_text(age)} old`}`,
        each.digest === '' ? '' : `SHA-256 <code>${html_text(each.digest)}</code>`,
        each.run === null ? '' : `run ${linkOf(each.run)}`,
        each.verdict === null ? '' : `verdict ${each.verdict}`,
    ].filter(Boolean);
    return `<p>${html_text((0,words/* sourceWords */.hI)(each.source))}${lines.map((line) => `<br>${line}`).join('')}</p>`;
}
function linkOf(run) {
    return /^https:\/\/[^\s"<>]+$/.test(run) ? `<a href="${html_text(run)}">${html_text(run)}</a>` : html_text(run);
}
const STYLE = `:root{color-scheme:light dark;--back:#fff;--text:#16191d;--line:#8a939c;--good:#07552c;--bad:#a3121a;--open:#5f3a00}
@media (prefers-color-scheme:dark){:root{--back:#0e1116;--text:#eef1f4;--line:#6d7781;--good:#5fd699;--bad:#ff9b9b;--open:#f2c063}}
body{background:var(--back);color:var(--text);font:16px/1.45 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem;overflow-wrap:anywhere}
a{color:inherit}code{font-size:.9375em}p{margin:.25rem 0}dt{font-weight:600}dd{margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding-bottom:.25rem}th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}th[scope=row]{font-weight:400}
.current{color:var(--good)}.failing{color:var(--bad)}.stale,.missing{color:var(--open)}.label{display:none}
@media screen and (max-width:44rem){table,tbody,tr,th,td,caption{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}th,td{border:0;padding:.1rem 0}th[scope=row]{font-weight:600}.label{display:inline;font-weight:600}}
@media print{:root{color-scheme:light;--back:#fff;--text:#000;--line:#666;--good:#000;--bad:#000;--open:#000}body{font-size:10pt;max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}`;
function html_text(raw) {
    const marks = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;',
    };
    return raw.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '');
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/in-toto.js
function controlsPredicate(report) {
    const properties = report.rows
        .filter(({ state }) => state === 'current')
        .map(({ control }) => `EVIDENCE_CURRENT:${control.id}`);
    const predicate = { verifier: { id: 'https://lockstep-ci.dev/evidence' }, timeCreated: report.at, properties };
    return `${JSON.stringify(predicate, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/json.js

function controlsJson(report) {
    return `${JSON.stringify({ kind: 'lockstep-controls/1', headline: (0,words/* headline */.Pl)(report), ...report }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/markdown.js


const HEAD = ['Control', 'Evidence is', 'Evidence', 'Verdict', 'Because', 'File', 'SHA-256', 'Age', 'Run', 'Exception'];
function controlsMarkdown(report) {
    const parts = [`# Evidence of controls`, `**${(0,words/* headline */.Pl)(report)}**, on ${report.at}.`];
    for (const framework of new Set(report.rows.map(({ control }) => control.framework))) {
        const rows = report.rows.filter(({ control }) => control.framework === framework);
        parts.push(`## ${(0,inline_text/* inlineText */.l)(framework)}`, (0,markdown_table/* markdownTable */.Q)(HEAD, rows.flatMap(linesOf)));
    }
    if (report.idle.length > 0)
        parts.push('## Exceptions without effect', report.idle.map((one) => `- ${(0,inline_text/* inlineText */.l)((0,words/* idleWords */._e)(one))}`).join('\n'));
    return `${parts.join('\n\n')}\n`;
}
function linesOf(row) {
    const { control, rows, state } = row;
    const title = (0,inline_text/* inlineText */.l)(`${control.id} ${control.title}`);
    const exception = (0,inline_text/* inlineText */.l)((0,words/* exceptionWords */.DY)(row));
    if (rows.length === 0)
        return [[title, words/* STATE_WORDS */.I7[state], '', '', (0,inline_text/* inlineText */.l)((0,words/* becauseOf */.W$)(row)), '', '', '', '', exception]];
    return rows.map((each) => [
        title,
        words/* STATE_WORDS */.I7[state],
        (0,inline_text/* inlineText */.l)((0,words/* sourceWords */.hI)(each.source)),
        each.verdict ?? '',
        (0,inline_text/* inlineText */.l)(each.because),
        (0,inline_text/* inlineText */.l)(each.file),
        (0,inline_text/* inlineText */.l)(each.digest),
        (0,words/* ageOf */.hy)(each),
        runIn(each.run ?? ''),
        exception,
    ]);
}
function runIn(run) {
    return /^https:\/\/[^\s"<>]+$/.test(run) ? `[run](${(0,inline_text/* linkTarget */.C)(run)})` : (0,inline_text/* inlineText */.l)(run);
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/oscal.js


const OSCAL_VERSION = '1.2.0';
const NAMESPACE = 'https://lockstep-ci.dev/oscal';
function controlsOscal(report) {
    const id = (...parts) => uuid([report.at, ...parts]);
    const observations = report.rows.map((row) => observation(row, id, report.at));
    const findings = report.rows
        .filter(({ state }) => state === 'current' || state === 'failing')
        .map((row) => finding(row, id));
    const result = {
        uuid: id('result'),
        title: (0,words/* headline */.Pl)(report),
        description: 'Evidence that was collected for controls. It is no statement that a law or a standard is complied with.',
        start: report.at,
        end: report.at,
        'reviewed-controls': {
            'control-selections': [
                { 'include-controls': report.rows.map(({ control }) => ({ 'control-id': token(control.id) })) },
            ],
        },
        observations,
        ...(findings.length === 0 ? {} : { findings }),
    };
    const document = {
        'assessment-results': {
            uuid: id('document'),
            metadata: {
                title: 'Evidence of controls',
                'last-modified': report.at,
                version: '1',
                'oscal-version': OSCAL_VERSION,
            },
            'import-ap': { href: '#plan' },
            results: [result],
        },
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function observation(row, id, at) {
    const relevant = row.rows.filter(({ file }) => file !== '').map(evidence);
    return {
        uuid: id('observation', row.control.id),
        title: row.control.id,
        description: `${row.control.title}: ${(0,words/* becauseOf */.W$)(row)}`,
        props: [
            { name: 'evidence', value: row.state, ns: NAMESPACE },
            { name: 'verdict', value: verdictOf(row), ns: NAMESPACE },
        ],
        methods: [row.rows.some(({ source }) => source.kind === 'checks') ? 'TEST' : 'EXAMINE'],
        ...(relevant.length === 0 ? {} : { 'relevant-evidence': relevant }),
        collected: at,
        ...remarksOf(row),
    };
}
function verdictOf({ rows, state }) {
    if (state === 'current')
        return 'pass';
    const hasFailed = rows.some((one) => one.state === 'failing' && one.verdict === 'fail');
    return state === 'failing' && hasFailed ? 'fail' : 'unknown';
}
function remarksOf(row) {
    return verdictOf(row) === 'unknown' ? { remarks: `Unknown, because ${whyUnknown(row)}` } : {};
}
function whyUnknown(row) {
    if (row.rows.length === 0)
        return `nothing is collected: ${row.control.notCollected}`;
    const open = row.rows.filter(({ state }) => state !== 'current');
    return open
        .map(({ because, source, state }) => `${(0,words/* sourceWords */.hI)(source)}: ${state === 'failing' ? 'undecided' : words/* STATE_WORDS */.I7[state]} (${because})`)
        .join('; ');
}
const REASONS = { pass: 'pass', fail: 'fail', unknown: 'other' };
function evidence({ digest, file, run, source }) {
    return {
        href: run ?? `#sha256-${digest}`,
        description: `${(0,words/* sourceWords */.hI)(source)}: ${file}`,
        ...(digest === '' ? {} : { props: [{ name: 'sha256', value: digest, ns: NAMESPACE }] }),
    };
}
function finding(row, id) {
    return {
        uuid: id('finding', row.control.id),
        title: row.control.id,
        description: (0,words/* becauseOf */.W$)(row),
        target: {
            type: 'objective-id',
            'target-id': `${token(row.control.id)}_obj`,
            status: {
                state: row.state === 'current' ? 'satisfied' : 'not-satisfied',
                reason: REASONS[verdictOf(row)],
                ...remarksOf(row),
            },
        },
        'related-observations': [{ 'observation-uuid': id('observation', row.control.id) }],
    };
}
function token(id) {
    return /^[a-z_]/.test(id) ? id : `_${id}`;
}
function uuid(parts) {
    const hex = (0,external_node_crypto_().createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
    const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/formats/all.js






const CONTROL_FORMATS = {
    'controls.json': controlsJson,
    'controls.csv': controlsCsv,
    'controls.md': controlsMarkdown,
    'controls.html': controlsHtml,
    'controls.oscal.json': controlsOscal,
    'controls.predicate.json': controlsPredicate,
};

;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/spread.js
function spreadOf(durations) {
    if (durations.length === 0)
        return null;
    const sorted = [...durations].sort((a, b) => a - b);
    return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}
function quantile(sorted, share) {
    const place = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return below + (above - below) * (place - Math.floor(place));
}

;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/dora.js

const PHASES = [
    'until-merged',
    'until-started',
    'until-prepared',
    'until-approved',
    'until-begun',
    'until-released',
];
const PHASE_WORDS = {
    'until-merged': 'from the commit until it reached the branch: review',
    'until-started': 'until a release with it was started',
    'until-prepared': 'until its candidate was built and checked',
    'until-approved': 'until a person approved it',
    'until-begun': 'until the release began: a free place in the queue',
    'until-released': 'until the release ended: migrations, traffic, bake',
};
const DEFINITIONS = {
    deployments: 'Releases that ended as released within the window, also those that were rolled back later.',
    leadTime: 'For each commit: from its commit time until the end of the release that it stayed with. A commit that was rolled back and released again counts once, with the later release. Where several services are released, each commit counts once for each service that it was released with.',
    changeFailures: 'Of the releases that users reached and that are decided: the share that was rolled back, by its own undo or later. Held releases are not decided until a person commits them or rolls them back.',
    recovery: 'For each failed release: from its first users until they had the previous build again.',
};
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
function doraOf(releases, window) {
    const within = releases.filter((each) => isWithin(each.endedAt ?? each.begunAt, window));
    const released = within.filter(({ end }) => end === 'released');
    const reached = within.filter(({ trafficAt }) => trafficAt !== null);
    const decided = reached.filter(isDecided);
    const failed = decided.filter(isFailed);
    const stayed = changesThatStayed(releases).filter(({ release }) => isWithin(release.endedAt ?? 0, window));
    const timed = stayed.filter(({ commit, release }) => commit.committedAt <= (release.endedAt ?? 0));
    const recovered = failed.flatMap(({ goneAt, trafficAt }) => goneAt === null || trafficAt === null ? [] : [goneAt - trafficAt]);
    const weeks = (window.toMs - window.fromMs) / WEEK_MS;
    return {
        deployments: {
            count: released.length,
            perWeek: weeks > 0 ? released.length / weeks : null,
            days: new Set(released.map(({ endedAt }) => Math.floor((endedAt ?? 0) / DAY_MS))).size,
        },
        leadTime: spreadOf(timed.map(({ commit, release }) => (release.endedAt ?? 0) - commit.committedAt)),
        changeFailures: {
            failed: failed.length,
            of: decided.length,
            share: decided.length === 0 ? null : failed.length / decided.length,
        },
        recovery: spreadOf(recovered),
        phases: phasesOf(timed),
        apart: {
            neverReached: within.filter(({ end, trafficAt }) => trafficAt === null && end !== 'released' && end !== 'open')
                .length,
            undecided: reached.length - decided.length,
            recoveryUnknown: failed.length - recovered.length,
            datedAhead: stayed.length - timed.length,
        },
    };
}
function isWithin(at, { fromMs, toMs }) {
    return at >= fromMs && at < toMs;
}
function isDecided({ end, goneAt }) {
    if (end === 'closed')
        return goneAt !== null;
    return end !== 'held' && end !== 'unresolved' && end !== 'open';
}
function isFailed({ end, goneAt }) {
    return end !== 'released' || goneAt !== null;
}
function changesThatStayed(releases) {
    const first = new Map();
    const stayed = releases.filter((each) => each.end === 'released' && each.goneAt === null);
    for (const release of stayed.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)))
        for (const commit of release.commits) {
            const key = JSON.stringify([release.service, commit.sha]);
            if (!first.has(key))
                first.set(key, { commit, release });
        }
    return [...first.values()];
}
function phasesOf(changes) {
    const durations = new Map(PHASES.map((phase) => [phase, []]));
    for (const { commit, release } of changes) {
        let before = commit.committedAt;
        const { approvedAt, begunAt, endedAt, preparedAt, startedAt } = release;
        const ends = [commit.mergedAt, startedAt, preparedAt, approvedAt, begunAt, endedAt];
        for (const [nth, phase] of PHASES.entries()) {
            const at = ends[nth] ?? null;
            if (at === null)
                continue;
            durations.get(phase)?.push(Math.max(0, at - before));
            before = Math.max(before, at);
        }
    }
    const spreads = PHASES.map((phase) => [phase, spreadOf(durations.get(phase) ?? [])]);
    return Object.fromEntries(spreads);
}

;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/gates.js
function gateHistory(facts) {
    const gates = grouped(unique(facts), ({ gate }) => gate);
    return [...gates].map(([gate, all]) => historyOf(gate, all)).sort(byInterest);
}
function unique(facts) {
    return [...new Map(facts.map((fact) => [keyOf(fact, fact.gate, fact.run, fact.atMs), fact])).values()];
}
function historyOf(gate, facts) {
    const many = (verdict) => facts.filter((fact) => fact.verdict === verdict).length;
    const again = [...grouped(facts, (fact) => keyOf(fact, fact.commit)).values()].filter((said) => said.length > 1);
    const wavered = again.filter((said) => {
        const verdicts = said.map(({ verdict }) => verdict);
        return verdicts.includes('pass') && verdicts.includes('fail');
    });
    return {
        gate,
        ...{ passed: many('pass'), failed: many('fail'), unknown: many('unknown') },
        wavered: commitsOf(wavered),
        judgedAgain: commitsOf(again).length,
    };
}
function commitsOf(groups) {
    return [...new Set(groups.flatMap(([first]) => (first === undefined ? [] : [first.commit])))];
}
function keyOf({ service }, ...parts) {
    return JSON.stringify([service ?? null, ...parts]);
}
function byInterest(one, other) {
    return other.wavered.length - one.wavered.length || other.failed - one.failed || (one.gate < other.gate ? -1 : 1);
}
function grouped(all, key) {
    const groups = new Map();
    for (const one of all)
        groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
    return groups;
}

// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __webpack_require__(1018894);
;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/over-time.js

function auditsOverTime(lists) {
    return lists
        .filter(({ list }) => drillOf(list) === undefined)
        .map(({ list }) => {
        const at = Date.parse(list.at);
        const { counts, verdict } = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, at);
        const { failed, notVerified, passed, unknown } = counts;
        const about = { tool: list.tool.name, subject: list.subject, atMs: at, run: list.run };
        return { ...about, verdict, passed, failed, unknown: unknown + notVerified };
    })
        .sort((a, b) => b.atMs - a.atMs);
}
function drillsOverTime(lists, records) {
    const reported = lists.flatMap(({ list }) => {
        const drill = drillOf(list);
        if (drill === undefined)
            return [];
        const atMs = Date.parse(list.at);
        const { verdict } = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, atMs);
        const timed = list.checks.find(({ id }) => id === drill.timed);
        return [{ what: drill.what, atMs, verdict, measured: timed?.measured ?? '', run: list.run }];
    });
    const read = new Set(lists.map(({ digest }) => digest));
    const recorded = records
        .filter(({ record }) => record.event === 'drill' && !Object.values(record.files).some((digest) => read.has(digest)))
        .map(({ record: { happenedAt, subject, verdict } }) => ({
        ...{ what: subject, atMs: Date.parse(happenedAt), verdict },
        ...{ measured: '', run: null },
    }));
    return [...reported, ...recorded].sort((a, b) => b.atMs - a.atMs);
}
const DRILLS = [
    { tool: 'backup', has: 'backup-restores', what: 'restore of a backup', timed: 'restore-time' },
    { tool: 'alert-drill', has: 'alert-delivered', what: 'alert', timed: 'alert-acknowledged' },
];
function drillOf({ checks, notVerified, tool }) {
    return DRILLS.find((one) => one.tool === tool.name && [...checks, ...notVerified].some(({ id }) => id === one.has));
}

;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/numbers.js




function numbersOf(facts, lists, records) {
    const { environment, gaps, gates, releases, service, window } = facts;
    const within = (atMs) => atMs >= window.fromMs && atMs < window.toMs;
    const ids = new Set(releases.filter((one) => within(one.endedAt ?? one.begunAt)).map(({ id }) => id));
    const sizes = facts.sizes.filter(({ release }) => ids.has(release));
    const spread = (of) => spreadOf(sizes.flatMap((size) => size[of] ?? []));
    return {
        ...{ environment, service, window, gaps },
        dora: doraOf(releases, window),
        definitions: DEFINITIONS,
        sizes: {
            ...{ commits: spread('commits'), files: spread('files'), lines: spread('lines') },
            unknown: [...ids].filter((id) => (sizes.find(({ release }) => release === id)?.commits ?? null) === null).length,
        },
        gates: gateHistory(gates.filter(({ atMs }) => within(atMs))),
        drills: drillsOverTime(lists, records).filter(({ atMs }) => within(atMs)),
        audits: auditsOverTime(lists).filter(({ atMs }) => within(atMs)),
    };
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var lib_verdict = __webpack_require__(186491);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/evidence/lib/numbers/numbers-markdown.js


const SHOWN = 25;
function numbersMarkdown(numbers) {
    const { environment, gaps, service, window } = numbers;
    const days = `${day(window.fromMs)} to ${day(window.toMs - 1)}`;
    const parts = [
        `# Numbers of ${(0,inline_text/* inlineText */.l)(service === '' ? environment : `${service} in ${environment}`)}`,
        `From ${days}, in UTC.`,
        ...gaps.map((gap) => `Missing: ${(0,inline_text/* inlineText */.l)(gap)}.`),
        '## Releases',
        releasesTable(numbers),
        '## Lead time by phase',
        (0,markdown_table/* markdownTable */.Q)(['Phase', 'Half of the changes within', '9 of 10 within', 'Changes'], PHASES.map((phase) => [PHASE_WORDS[phase], ...spreadCells(numbers.dora.phases[phase])])),
        '## Sizes',
        sizesTable(numbers),
        '## Gates',
        gatesTable(numbers),
        '## Drills',
        drillsTable(numbers),
        '## Audits',
        auditsTable(numbers),
    ];
    return `${parts.join('\n\n')}\n`;
}
function releasesTable({ definitions, dora }) {
    const { apart, changeFailures, deployments, leadTime, recovery } = dora;
    const share = changeFailures.share === null ? NONE : `${Math.round(changeFailures.share * 1_000) / 10} %`;
    const perWeek = deployments.perWeek === null ? '' : `, ${Math.round(deployments.perWeek * 10) / 10} a week`;
    const rows = [
        ['Deployments', `${deployments.count}${perWeek}, on ${(0,lists/* count */.U9)(deployments.days, 'day')}`, definitions.deployments],
        ['Lead time', spreadWords(leadTime), definitions.leadTime],
        ['Change failures', `${share} (${changeFailures.failed} of ${changeFailures.of})`, definitions.changeFailures],
        ['Recovery', spreadWords(recovery), definitions.recovery],
        [
            'Reached no user',
            String(apart.neverReached),
            'Failed or were undone before any user reached them: in none of the four.',
        ],
        [
            'Not decided',
            String(apart.undecided),
            'Held, or ended with nothing certain: in none of the four until a person decides.',
        ],
        [
            'Recovery not known',
            String(apart.recoveryUnknown),
            'Failed, and no one knows when users had the previous build again.',
        ],
        ['Dated ahead', String(apart.datedAhead), 'Commits that say they were made after their release: in no lead time.'],
    ];
    return (0,markdown_table/* markdownTable */.Q)(['', '', 'Meaning'], rows);
}
function sizesTable({ sizes }) {
    const cells = (spread) => spread === null ? [NONE, '', '0'] : [round(spread.median), round(spread.p90), String(spread.count)];
    const rows = ['commits', 'files', 'lines'].map((of) => [of, ...cells(sizes[of])]);
    const unknown = sizes.unknown === 0 ? '' : `\n\nOf ${(0,lists/* count */.U9)(sizes.unknown, 'release')} no one can say how much was in it.`;
    return `${(0,markdown_table/* markdownTable */.Q)(['A release has', 'half of them up to', '9 of 10 up to', 'releases'], rows)}${unknown}`;
}
function gatesTable({ gates }) {
    if (gates.length === 0)
        return 'No report of a gate was found.';
    const rows = gates.slice(0, SHOWN).map(({ failed, gate, judgedAgain, passed, unknown, wavered }) => {
        const words = judgedAgain === 0 ? 'never judged a commit twice' : `${wavered.length} of ${judgedAgain}`;
        return [(0,inline_text/* inlineText */.l)(gate), String(passed), String(failed), String(unknown), words];
    });
    const head = ['Gate', 'Passed', 'Failed', 'Unknown', 'Same commit, different verdicts'];
    return (0,markdown_table/* markdownTable */.Q)(head, rows);
}
function drillsTable({ drills }) {
    if (drills.length === 0)
        return 'No drill was found.';
    const rows = drills
        .slice(0, SHOWN)
        .map(({ atMs, measured, verdict, what }) => [
        day(atMs),
        (0,inline_text/* inlineText */.l)(what),
        lib_verdict/* VERDICT_MARKS */.r[verdict],
        (0,inline_text/* inlineText */.l)(measured),
    ]);
    return (0,markdown_table/* markdownTable */.Q)(['Day', 'What', '', 'Measured'], rows);
}
function auditsTable({ audits }) {
    if (audits.length === 0)
        return 'No report of an audit was found.';
    const rows = audits.slice(0, SHOWN).map(({ atMs, failed, passed, subject, tool, unknown, verdict }) => {
        const counts = [passed, failed, unknown].map(String);
        return [day(atMs), (0,inline_text/* inlineText */.l)(tool), (0,inline_text/* inlineText */.l)(subject), lib_verdict/* VERDICT_MARKS */.r[verdict], ...counts];
    });
    return (0,markdown_table/* markdownTable */.Q)(['Day', 'Audit', 'Of', '', 'Passed', 'Failed', 'Unknown'], rows);
}
const NONE = 'nothing to measure';
function spreadCells(spread) {
    return spread === null
        ? [NONE, '', '0']
        : [(0,duration/* formatDuration */.a)(spread.median), (0,duration/* formatDuration */.a)(spread.p90), String(spread.count)];
}
function spreadWords(spread) {
    if (spread === null)
        return NONE;
    return `half within ${(0,duration/* formatDuration */.a)(spread.median)}, 9 of 10 within ${(0,duration/* formatDuration */.a)(spread.p90)}, of ${spread.count}`;
}
function round(value) {
    return String(Math.round(value * 10) / 10);
}
function day(atMs) {
    return new Date(atMs).toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js
var lib_audit = __webpack_require__(966584);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/report.js




function planControlsReport({ collected, map, name, run, version }, audit, directory) {
    const nowMs = Date.parse(collected.at);
    const controls = (0,collect/* collectEvidence */.m)(map, collected.found, nowMs);
    const { accept, ...checks } = controlChecks(controls);
    const values = { ...audit, accept: accept.length === 0 ? '' : JSON.stringify(accept) };
    const { files, judgement, outcome } = (0,lib_audit/* planReport */.sH)({ ...{ subject: name, nowMs, tool: { name: 'controls', version }, run }, ...checks }, values, directory);
    return {
        ...{ controls, judgement },
        files: { ...files, ...filesOf(collected, controls), 'evidence.json': (0,sources_collected/* collectedJson */.a)(collected) },
        outcome: {
            ...outcome,
            message: (0,words/* headline */.Pl)(controls),
            outputs: {
                ...outcome.outputs,
                'evidence-path': (0,external_node_path_.join)(directory, 'evidence.json'),
                controls: controls.rows.length,
                current: controls.current,
            },
        },
        summary: summaryOf(controls, collected),
        warnings: [...collected.notes, ...idleWarnings(controls, name)],
    };
}
function idleWarnings({ idle }, name) {
    return idle.map((one) => `${name}: ${(0,words/* idleWords */._e)(one)}`);
}
function filesOf({ found, numbers }, controls) {
    const formats = Object.entries(CONTROL_FORMATS).map(([name, render]) => [name, render(controls)]);
    if (numbers === null)
        return Object.fromEntries(formats);
    const counted = numbersOf(numbers, found.lists, found.records);
    return {
        ...Object.fromEntries(formats),
        'numbers.json': `${JSON.stringify({ kind: 'lockstep-numbers/1', ...counted }, null, 1)}\n`,
        'numbers.md': numbersMarkdown(counted),
    };
}
const report_SHOWN = 40;
function summaryOf(controls, { notes }) {
    const open = controls.rows.filter(({ state }) => state !== 'current' && state !== 'not-collected');
    const left = controls.rows.filter(({ state }) => state === 'not-collected').length;
    const rows = open
        .slice(0, report_SHOWN)
        .map(({ control, rows: found, state }) => [
        (0,inline_text/* inlineText */.l)(control.id),
        state,
        (0,inline_text/* inlineText */.l)(found.map(({ because }) => because).join('; ')),
    ]);
    return [
        '### Evidence of controls',
        `**${(0,words/* headline */.Pl)(controls)}**; of ${left} the map says why nothing is collected.`,
        ...(rows.length === 0 ? [] : [(0,markdown_table/* markdownTable */.Q)(['Control', 'Evidence is', 'Because'], rows)]),
        ...(open.length > report_SHOWN ? [`… and ${open.length - report_SHOWN} more in controls.md`] : []),
        ...notes.map((note) => `- ${(0,inline_text/* inlineText */.l)(note)}`),
    ].join('\n\n');
}


/***/ }),

/***/ 386820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readYamlInput)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(910221);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(464659);


function readYamlInput(text, where) {
    try {
        return { value: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)({ LineCounter: yaml__WEBPACK_IMPORTED_MODULE_0__.LineCounter, parseDocument: yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument }, text, where).data, problems: [] };
    }
    catch (error) {
        if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz))
            throw error;
        return { value: undefined, problems: error.problems };
    }
}


/***/ }),

/***/ 81541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ defineReasons)
/* harmony export */ });
function defineReasons(reasons) {
    return reasons;
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

/***/ 48182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ collectEvidence)
});

// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __webpack_require__(85008);
// EXTERNAL MODULE: ./packages/base/lib/since-day.js
var since_day = __webpack_require__(538342);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/report-artifacts.js
var report_artifacts = __webpack_require__(115581);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/aged.js

const DAY_MS = 86_400_000;
function none(source, because) {
    return { source, state: 'missing', verdict: null, file: '', digest: '', ageMs: null, run: null, because };
}
function absent(source, { unread }, kind, because) {
    const why = unread[kind];
    return none(source, why === undefined ? because : `${kind} were not read: ${why}`);
}
const CLOCKS_MS = 5 * 60_000;
function aged(verdict, ageMs, maxAgeMs, words) {
    if (ageMs < -CLOCKS_MS)
        return { state: 'failing', because: `${words}, of ${(0,duration/* formatDuration */.a)(-ageMs)} from now` };
    if (verdict !== 'pass')
        return { state: 'failing', because: words };
    if (ageMs > maxAgeMs)
        return { state: 'stale', because: `${words}; older than ${(0,duration/* formatDuration */.a)(maxAgeMs)}` };
    return { state: 'current', because: words };
}
function newestOf(all, at) {
    let newest;
    for (const one of all)
        if (newest === undefined || at(one) > at(newest))
            newest = one;
    return newest;
}

// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __webpack_require__(1018894);
;// CONCATENATED MODULE: ./packages/evidence/lib/controls/look-at-checks.js


const WORST = ['failing', 'missing', 'stale', 'current'];
function lookAtChecks(source, found, nowMs) {
    const lists = found.lists.filter(({ list }) => list.tool.name === source.tool);
    const chosen = new Map();
    const unseen = [];
    for (const pattern of source.ids) {
        const newest = newestOf(lists.filter((each) => has(each, pattern)), atOf);
        if (newest === undefined)
            unseen.push(pattern);
        else
            chosen.set(newest, [...(chosen.get(newest) ?? []), pattern]);
    }
    const broken = newestOf(found.broken
        .filter(({ tool }) => tool === source.tool)
        .filter((one) => isInTheWay(one, [...chosen.keys()], unseen)), ({ atMs }) => atMs);
    if (broken !== undefined) {
        const { atMs, digest, file, run, why } = broken;
        return { source, state: 'failing', verdict: 'unknown', file, digest, ageMs: nowMs - atMs, run, because: why };
    }
    const rows = [...chosen].map(([each, patterns]) => rowOf(source, { each, patterns }, nowMs));
    const worst = rows.sort(byState)[0];
    if (worst === undefined)
        return absent(source, found, 'reports', `no report of ${source.tool} has ${source.ids.join(', ')}`);
    if (worst.state !== 'current' || unseen.length === 0)
        return worst;
    const because = `no report of ${source.tool} has ${unseen.join(', ')}; ${worst.because}`;
    return { ...worst, state: 'missing', verdict: 'unknown', because };
}
const atOf = ({ list }) => Date.parse(list.at);
function has({ list }, pattern) {
    return [...list.checks, ...list.notVerified].some(({ id }) => (0,glob/* fits */.l)(pattern, id));
}
function isInTheWay(broken, chosen, unseen) {
    const own = chosen.filter(({ file }) => file === broken.file);
    return own.length === 0 ? unseen.length > 0 : own.some((each) => broken.atMs >= atOf(each));
}
function rowOf(source, { each, patterns }, nowMs) {
    const isOne = ({ id }) => patterns.some((pattern) => (0,glob/* fits */.l)(pattern, id));
    const { digest, file, list } = each;
    const checks = list.checks.filter(isOne);
    const notVerified = list.notVerified.filter(isOne).map((gap) => ({ ...gap, chosen: false }));
    const rule = { onUnknown: 'fail', reportOnly: false };
    const { counts, verdict } = (0,judge_checks/* judgeChecks */.L)({ ...list, checks, notVerified }, rule, nowMs);
    const ageMs = nowMs - Date.parse(list.at);
    const accepted = counts.accepted === 0 ? '' : `, ${counts.accepted} accepted`;
    const words = `${counts.passed} of ${checks.length + notVerified.length} checks passed${accepted}`;
    return { source, ...aged(verdict, ageMs, source.maxAgeMs, words), verdict, file, digest, ageMs, run: list.run };
}
function byState(one, other) {
    return WORST.indexOf(one.state) - WORST.indexOf(other.state) || (other.ageMs ?? 0) - (one.ageMs ?? 0);
}

;// CONCATENATED MODULE: ./packages/evidence/lib/controls/collect.js




const collect_WORST = ['failing', 'missing', 'stale', 'current'];
function collectEvidence(map, found, nowMs) {
    const rows = map.controls.map((control) => collect_rowOf(control, map, found, nowMs));
    const used = new Set(rows.flatMap(({ exception }) => exception ?? []));
    return {
        at: new Date(nowMs).toISOString(),
        rows,
        current: rows.filter(({ state }) => state === 'current').length,
        idle: map.exceptions
            .filter((each) => !used.has(each))
            .map((each) => ({ ...each, why: isOpen(each, nowMs) ? 'not-needed' : 'over' })),
    };
}
function collect_rowOf(control, { exceptions }, found, nowMs) {
    const rows = control.evidence.map((source) => look(source, found, nowMs));
    const state = rows.length === 0 ? 'not-collected' : (collect_WORST.find((one) => rows.some((row) => row.state === one)) ?? 'missing');
    const open = exceptions.find((each) => each.control === control.id && isOpen(each, nowMs));
    return { control, state, rows, exception: state === 'current' ? undefined : open };
}
function isOpen({ until }, nowMs) {
    return nowMs < Date.parse(until) + DAY_MS;
}
function look(source, found, nowMs) {
    switch (source.kind) {
        case 'checks':
            return lookAtChecks(source, found, nowMs);
        case 'record':
            return lookAtRecords(source, found, nowMs);
        case 'workflow':
            return lookAtRuns(source, found, nowMs);
        case 'document':
            return lookAtDocument(source, found, nowMs);
        case 'attestation':
            return lookAtAttestation(source, found, nowMs);
    }
}
function lookAtRecords(source, found, nowMs) {
    const matching = found.records.filter(({ record }) => record.event === source.event && isOf(source.subject, record.subject));
    const newest = newestOf(matching, ({ record }) => Date.parse(record.happenedAt));
    if (newest === undefined)
        return absent(source, found, 'records', `the audit trail has no ${source.event} of ${source.subject}`);
    const { digest, file, record, run = null } = newest;
    const ageMs = nowMs - Date.parse(record.happenedAt);
    const { verdict } = record;
    return { source, ...aged(verdict, ageMs, source.maxAgeMs, record.reason), verdict, file, digest, ageMs, run };
}
function isOf(pattern, subject) {
    return (0,glob/* fits */.l)(pattern, subject) || (!subject.includes('/') && (0,glob/* fits */.l)(pattern, `${subject}/`));
}
function lookAtRuns(source, found, nowMs) {
    const newest = newestOf(found.runs.filter(({ workflow }) => workflow === source.workflow), ({ endedMs }) => endedMs);
    if (newest === undefined)
        return absent(source, found, 'runs', `${source.workflow} has not run to its end`);
    const { conclusion, endedMs, url } = newest;
    const verdict = conclusion === 'success' ? 'pass' : conclusion === 'failure' ? 'fail' : 'unknown';
    const ageMs = nowMs - endedMs;
    const because = aged(verdict, ageMs, source.maxAgeMs, `it ended with ${conclusion}`);
    return { source, ...because, verdict, file: source.workflow, digest: '', ageMs, run: url };
}
function lookAtDocument(source, found, nowMs) {
    const file = found.files.get(source.file);
    if (file === undefined)
        return none(source, `${source.file} is not there`);
    const about = { source, file: file.file, digest: file.digest, run: null };
    const { judged } = file;
    const broken = newestOf(found.broken.filter(({ atMs, tool }) => tool === report_artifacts/* DOCUMENTS */.f && atMs >= (judged?.atMs ?? 0)), ({ atMs }) => atMs);
    if (broken !== undefined)
        return {
            ...{ source, state: 'failing', verdict: 'unknown', file: broken.file, digest: broken.digest },
            ...{ ageMs: nowMs - broken.atMs, run: broken.run, because: broken.why },
        };
    if (judged === null)
        return { ...absent(source, found, 'reports', 'no report on documents has it'), ...about, verdict: 'unknown' };
    if (file.reviewedAt === null)
        return {
            ...about,
            state: 'stale',
            verdict: 'unknown',
            ageMs: null,
            because: 'it does not say when it was reviewed',
        };
    const ageMs = (0,since_day/* sinceDay */.B)(file.reviewedAt, nowMs) ?? nowMs - file.reviewedAt;
    const { problems } = judged;
    const verdict = problems.length === 0 ? 'pass' : 'fail';
    const words = problems.length === 0 ? 'reviewed' : problems.join('; ');
    return { ...about, ...aged(verdict, ageMs, source.maxAgeMs, words), verdict, ageMs };
}
function lookAtAttestation(source, { files }, nowMs) {
    const file = files.get(source.file);
    if (file === undefined)
        return none(source, `${source.file} is not there`);
    const isOver = nowMs >= Date.parse(source.until) + DAY_MS;
    const about = { source, file: file.file, digest: file.digest, run: null, ageMs: null };
    return isOver
        ? { ...about, state: 'stale', verdict: 'unknown', because: `it ended on ${source.until}` }
        : { ...about, state: 'current', verdict: 'pass', because: `until ${source.until}` };
}


/***/ }),

/***/ 904462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ exceptionWords),
/* harmony export */   I7: () => (/* binding */ STATE_WORDS),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   W$: () => (/* binding */ becauseOf),
/* harmony export */   _: () => (/* binding */ TERMS),
/* harmony export */   _e: () => (/* binding */ idleWords),
/* harmony export */   hI: () => (/* binding */ sourceWords),
/* harmony export */   hy: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(984731);

function headline({ current, rows }) {
    return `${current} of ${rows.length} controls have current evidence`;
}
const STATE_WORDS = {
    current: 'current',
    failing: 'failing',
    stale: 'too old',
    missing: 'missing',
    'not-collected': 'not collected',
};
function sourceWords(source) {
    switch (source.kind) {
        case 'checks':
            return `checks of ${source.tool}: ${source.ids.join(', ')}`;
        case 'record':
            return `${source.event} of ${source.subject} in the audit trail`;
        case 'workflow':
            return `newest run of ${source.workflow}`;
        case 'document':
            return `document ${source.file}`;
        case 'attestation':
            return `attestation ${source.file}`;
    }
}
function ageOf({ ageMs }) {
    return ageMs === null ? '' : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.max(0, ageMs));
}
function becauseOf({ control, rows }) {
    return rows.length === 0
        ? `not collected because ${control.notCollected}`
        : rows.map(({ because }) => because).join('; ');
}
function exceptionWords({ exception }) {
    return exception === undefined ? '' : `until ${exception.until}, by user ${exception.owner}: ${exception.reason}`;
}
function idleWords({ control, line, until, why }) {
    return why === 'over'
        ? `line ${line}: the exception of ${control} ended on ${until}: remove it, or decide again and write a new end`
        : `line ${line}: the exception of ${control} is not needed, since it has current evidence: remove it`;
}
const TERMS = [
    ['current', 'All evidence of the control is there, was made recently enough, and passed.'],
    ['failing', 'Some of it failed, could not decide, or cannot be believed. An older one that passed does not count.'],
    ['too old', 'Some of it is older than the control allows, or its end is over.'],
    ['missing', 'Some of it was not found. It says nothing of whether the control works.'],
    ['not collected', 'Nothing is collected, for the reason that is given: people show it in another way.'],
    [
        'exception',
        'A person decided that the control may be without current evidence until a day. It is still not counted as current.',
    ],
    ['SHA-256', 'The digest of the file: `sha256sum FILE` gives it again, and another one where the file was changed.'],
    [
        'run',
        'The run of a workflow that made the file and keeps it as an artifact, in the section "Artifacts" of its page.',
    ],
    ['checks of', 'Checks of a report (`checks.json`) by that tool. `*` stands for any characters of their ids.'],
    ['audit trail', 'Records in a chain, each with the digest of the one before it, so that a change of one shows.'],
];


/***/ })

};
