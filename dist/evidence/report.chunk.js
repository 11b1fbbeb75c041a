export const id = 396;
export const ids = [396];
export const modules = {

/***/ 124175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js + 11 modules
var lib_audit = __webpack_require__(966584);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
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

// EXTERNAL MODULE: ./packages/evidence/lib/sources/collected.js
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
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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


function controlsMarkdown(report) {
    const parts = [`# Evidence of controls`, `**${(0,words/* headline */.Pl)(report)}**, on ${report.at}.`];
    for (const framework of new Set(report.rows.map(({ control }) => control.framework))) {
        const rows = report.rows.filter(({ control }) => control.framework === framework);
        const table = rows.map((row) => [
            (0,inline_text/* inlineText */.l)(`${row.control.id} ${row.control.title}`),
            words/* STATE_WORDS */.I7[row.state],
            (0,inline_text/* inlineText */.l)(row.rows.map((each) => `${(0,words/* sourceWords */.hI)(each.source)}${ageIn((0,words/* ageOf */.hy)(each))}`).join('; ')),
            (0,inline_text/* inlineText */.l)((0,words/* becauseOf */.W$)(row)),
            (0,inline_text/* inlineText */.l)((0,words/* exceptionWords */.DY)(row)),
        ]);
        parts.push(`## ${(0,inline_text/* inlineText */.l)(framework)}`, (0,markdown_table/* markdownTable */.Q)(['Control', 'Evidence is', 'Evidence', 'Because', 'Exception'], table));
    }
    if (report.idle.length > 0)
        parts.push('## Exceptions without effect', report.idle.map((one) => `- ${(0,inline_text/* inlineText */.l)((0,words/* idleWords */._e)(one))}`).join('\n'));
    return `${parts.join('\n\n')}\n`;
}
const ageIn = (age) => (age === '' ? '' : `, ${age} old`);

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
        props: [{ name: 'evidence', value: row.state, ns: NAMESPACE }],
        methods: [row.rows.some(({ source }) => source.kind === 'checks') ? 'TEST' : 'EXAMINE'],
        ...(relevant.length === 0 ? {} : { 'relevant-evidence': relevant }),
        collected: at,
        ...(row.state === 'current' || row.state === 'failing' ? {} : { remarks: 'There is no evidence that decides it.' }),
    };
}
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
            status: { state: row.state === 'current' ? 'satisfied' : 'not-satisfied' },
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
    leadTime: 'For each commit: from its commit time until the end of the release that it stayed with. A commit that was rolled back and released again counts once, with the later release.',
    changeFailures: 'Of the releases that users reached and that are decided: the share that was rolled back, by its own undo or later. Held releases are not decided until a person ends them.',
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
    const recovered = failed.flatMap(({ goneAt, trafficAt }) => goneAt === null || trafficAt === null ? [] : [goneAt - trafficAt]);
    const weeks = (window.toMs - window.fromMs) / WEEK_MS;
    return {
        deployments: {
            count: released.length,
            perWeek: weeks > 0 ? released.length / weeks : null,
            days: new Set(released.map(({ endedAt }) => Math.floor((endedAt ?? 0) / DAY_MS))).size,
        },
        leadTime: spreadOf(stayed.map(({ commit, release }) => (release.endedAt ?? 0) - commit.committedAt)),
        changeFailures: {
            failed: failed.length,
            of: decided.length,
            share: decided.length === 0 ? null : failed.length / decided.length,
        },
        recovery: spreadOf(recovered),
        phases: phasesOf(stayed),
        apart: {
            neverReached: within.filter(({ end, trafficAt }) => trafficAt === null && end !== 'released' && end !== 'open')
                .length,
            undecided: reached.length - decided.length,
            recoveryUnknown: failed.length - recovered.length,
        },
    };
}
function isWithin(at, { fromMs, toMs }) {
    return at >= fromMs && at < toMs;
}
function isDecided({ end }) {
    return end !== 'held' && end !== 'unresolved' && end !== 'open';
}
function isFailed({ end, goneAt }) {
    return end !== 'released' || goneAt !== null;
}
function changesThatStayed(releases) {
    const first = new Map();
    const stayed = releases.filter((each) => each.end === 'released' && each.goneAt === null);
    for (const release of stayed.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)))
        for (const commit of release.commits)
            if (!first.has(commit.sha))
                first.set(commit.sha, { commit, release });
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
    return [...new Map(facts.map((fact) => [`${fact.gate} ${fact.run} ${fact.atMs}`, fact])).values()];
}
function historyOf(gate, facts) {
    const many = (verdict) => facts.filter((fact) => fact.verdict === verdict).length;
    const commits = [...grouped(facts, ({ commit }) => commit)].filter(([, said]) => said.length > 1);
    const wavered = commits.filter(([, said]) => {
        const verdicts = said.map(({ verdict }) => verdict);
        return verdicts.includes('pass') && verdicts.includes('fail');
    });
    return {
        gate,
        ...{ passed: many('pass'), failed: many('fail'), unknown: many('unknown') },
        wavered: wavered.map(([commit]) => commit),
        judgedAgain: commits.length,
    };
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
    const recorded = records
        .filter(({ record }) => record.event === 'drill')
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
        ['Deployments', `${deployments.count}${perWeek}, on ${deployments.days} days`, definitions.deployments],
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
    ];
    return (0,markdown_table/* markdownTable */.Q)(['', '', 'Meaning'], rows);
}
function sizesTable({ sizes }) {
    const cells = (spread) => spread === null ? [NONE, '', '0'] : [round(spread.median), round(spread.p90), String(spread.count)];
    const rows = ['commits', 'files', 'lines'].map((of) => [of, ...cells(sizes[of])]);
    const unknown = sizes.unknown === 0 ? '' : `\n\nOf ${sizes.unknown} releases no one can say how much they brought.`;
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

// EXTERNAL MODULE: ./actions/evidence/lib/collect/controls-in.js + 2 modules
var controls_in = __webpack_require__(353731);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/directory-of.js
var directory_of = __webpack_require__(223797);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/gather.js + 4 modules
var gather = __webpack_require__(689501);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/write-files.js
var write_files = __webpack_require__(601171);
// EXTERNAL MODULE: ./actions/evidence/lib/files.js
var files = __webpack_require__(111291);
// EXTERNAL MODULE: ./actions/evidence/lib/tool.js
var tool = __webpack_require__(519420);
;// CONCATENATED MODULE: ./actions/evidence/lib/commands/report.js










const report = { problems: () => [], run };
async function run(values, shell) {
    const map = (0,controls_in/* controlsIn */.y)(values, shell);
    const collected = await collectedOf(values, map, shell);
    const controls = (0,collect/* collectEvidence */.m)(map, collected.found, Date.parse(collected.at));
    const directory = (0,directory_of/* directoryOf */.j)(values, shell);
    const { accept, ...checks } = controlChecks(controls);
    const { env } = shell;
    const audit = { ...values, accept: accept.length === 0 ? '' : JSON.stringify(accept) };
    const { files, outcome } = (0,lib_audit/* planReport */.sH)({
        ...{ subject: values['controls-file'], nowMs: Date.parse(collected.at), tool: (0,tool/* toolOf */.w)('controls') },
        ...{ run: env.runId === 0 ? null : env.runUrl, ...checks },
    }, audit, directory);
    const all = { ...files, ...filesOf(collected, controls), 'evidence.json': (0,sources_collected/* collectedJson */.a)(collected) };
    (0,write_files/* writeFiles */.h)(directory, all);
    shell.summary.add(summaryOf(controls, collected));
    for (const note of collected.notes)
        shell.log.warning(note);
    (0,controls_in/* warnOfIdle */.g)(controls, values, shell);
    return {
        ...outcome,
        message: (0,words/* headline */.Pl)(controls),
        outputs: {
            ...outcome.outputs,
            ...{
                'evidence-path': (0,external_node_path_.join)(directory, 'evidence.json'),
                controls: controls.rows.length,
                current: controls.current,
            },
        },
    };
}
async function collectedOf(values, map, shell) {
    const path = values['evidence-path'];
    if (path === '')
        return await (0,gather/* gather */.k)(values, map, shell);
    const bytes = (0,files/* bytesIn */.t)(path, shell.env.workspace, 'anywhere');
    if (bytes === undefined)
        throw new errors/* InputError */.dz(`input "evidence-path": ${path} cannot be read`);
    return (0,sources_collected/* readCollected */.q)(bytes.toString('utf8'), `input "evidence-path": ${path}`);
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


/***/ })

};
