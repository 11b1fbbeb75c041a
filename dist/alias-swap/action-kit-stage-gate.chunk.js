export const id = 75;
export const ids = [75];
export const modules = {

/***/ 519437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkStages: () => (/* binding */ checkStages),
  gateStage: () => (/* binding */ gateStage),
  stageOrigin: () => (/* binding */ stageOrigin),
  summaryOf: () => (/* reexport */ summaryOf)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/verdict.js
var lib_verdict = __webpack_require__(186491);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __webpack_require__(173384);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __webpack_require__(896818);
// EXTERNAL MODULE: ./packages/health/lib/identity.js
var identity = __webpack_require__(1047354);
;// CONCATENATED MODULE: ./packages/health/lib/plot.js
const blocks = '▁▂▃▄▅▆▇█';
const STRIP_LENGTH = 60;
const CHART_POINTS = 60;
const COLORS = ['#1f7ae0', '#d9730d', '#2da44e', '#a855f7', '#d1242f', '#808080'];
const COLOR_NAMES = ['blue', 'orange', 'green', 'purple', 'red', 'gray'];
function strip(marks) {
    const shown = marks.slice(-STRIP_LENGTH);
    const most = Math.max(1, ...shown.filter((mark) => mark.kind === 'success').map((mark) => mark.ms));
    return shown
        .map(({ ms, kind }) => {
        if (kind !== 'success')
            return kind === 'failure' ? 'x' : '?';
        return blocks[Math.min(blocks.length - 1, Math.floor((ms / most) * blocks.length))] ?? '';
    })
        .join('');
}
function chart(title, axis, lines) {
    const drawn = lines.filter((line) => line.values.length > 1);
    if (drawn.length === 0)
        return undefined;
    const top = Math.max(10, ...drawn.flatMap((line) => line.values));
    const [label, from, to] = axis;
    const text = (value) => `"${value.replace(/["\n]/g, ' ')}"`;
    return [
        '```mermaid',
        `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${COLORS.join(', ')}"}}}}%%`,
        'xychart-beta',
        `  title ${text(title)}`,
        `  x-axis ${text(label)} ${from} --> ${to}`,
        `  y-axis "ms" 0 --> ${Math.ceil(top * 1.1)}`,
        ...drawn.map((line) => `  line [${thin(line.values)
            .map((value) => Math.round(value * 10) / 10)
            .join(', ')}]`),
        '```',
        drawn.length === 1
            ? ''
            : `Lines: ${drawn.map(({ name }, at) => `${name} ${COLOR_NAMES[at % COLORS.length]}`).join(', ')}.`,
    ]
        .join('\n')
        .trimEnd();
}
function thin(values) {
    const step = Math.ceil(values.length / CHART_POINTS);
    if (step === 1)
        return values;
    return Array.from({ length: Math.ceil(values.length / step) }, (_, index) => Math.max(...values.slice(index * step, (index + 1) * step)));
}
function percentiles(values) {
    const sorted = [...values].sort((a, b) => a - b);
    if (sorted.length === 0)
        return [];
    return Array.from({ length: 19 }, (_, index) => sorted[Math.floor(((index + 1) / 20) * sorted.length)] ?? 0);
}

// EXTERNAL MODULE: ./packages/health/lib/metrics/judge-reading.js
var judge_reading = __webpack_require__(987762);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/metrics-summary.js



const ROWS = 20;
function metricsTable(metrics) {
    if (metrics.length === 0)
        return [];
    return [
        (0,markdown_table/* markdownTable */.Q)(['Metric', 'Last', 'Expected', 'Each reading: value, `x` failure, `?` unknown', 'Why'], metrics.map((metric) => [
            `${lib_verdict/* VERDICT_MARKS */.r[metric.verdict]} ${plain(metric.name)}${metric.critical ? '' : ' (advisory)'}`,
            lastOf(metric.readings),
            code(metric.expected),
            metric.readings.length === 0 ? '–' : `\`${stripOf(metric.readings)}\``,
            plain(metric.verdict === 'pass' ? metric.message : `${metric.reason}: ${metric.message}`),
        ])),
    ];
}
function readingsTable(metrics) {
    const all = metrics.flatMap((metric) => metric.readings.map((reading) => ({ metric, reading })));
    if (all.length === 0)
        return [];
    const shown = [...all].sort((a, b) => a.reading.at.localeCompare(b.reading.at)).slice(-ROWS);
    const rows = shown.map(({ metric, reading }) => [
        reading.at.slice(11, 19),
        plain(metric.name),
        `${reading.from.slice(11, 19)} – ${reading.to.slice(11, 19)}`,
        reading.reason,
        plain(reading.message),
    ]);
    const hidden = all.length - shown.length;
    const title = hidden === 0 ? '' : `The last ${shown.length} readings; the ${hidden} before them are in the report.\n\n`;
    return [`${title}${(0,markdown_table/* markdownTable */.Q)(['Read (UTC)', 'Metric', 'Window', 'Result', 'Why'], rows)}`];
}
function lastOf(readings) {
    const value = readings.findLast((reading) => reading.value !== undefined)?.value;
    return value === undefined ? '–' : (0,judge_reading/* showNumber */.Zo)(value);
}
function stripOf(readings) {
    const most = Math.max(Number.MIN_VALUE, ...readings.map(({ value }) => value ?? 0));
    return strip(readings.map(({ outcome, value }) => ({
        ms: ((value ?? 0) / most) * 100,
        kind: outcome === 'fail' ? 'failure' : outcome === 'pass' ? 'success' : 'error',
    })));
}
function code(text) {
    return `\`${text.replace(/[`|\n]/g, '')}\``;
}
function plain(text) {
    return (0,lines/* oneLine */.T)(text).replace(/[\\`*_{}[\]<>|#@]/g, (mark) => `\\${mark}`);
}

;// CONCATENATED MODULE: ./packages/health/lib/response-class.js
const responseClasses = (/* unused pure expression or super */ null && ([
    'ok',
    'degraded',
    'unhealthy',
    'contract-violation',
    'wrong-identity',
    'identity-absent',
    'stale',
    'protected',
    'redirected',
    'platform-error',
    'timeout',
    'network',
]));
function wordOf(answer) {
    return answer.format === 'identity' && answer.class === 'ok' ? 'names its build' : answer.class;
}
function kindOf(responseClass, degraded) {
    switch (responseClass) {
        case 'ok':
            return 'success';
        case 'degraded':
            return degraded === 'fail' ? 'failure' : 'success';
        case 'timeout':
        case 'network':
        case 'platform-error':
            return 'error';
        case 'unhealthy':
        case 'contract-violation':
        case 'wrong-identity':
        case 'identity-absent':
        case 'stale':
        case 'protected':
        case 'redirected':
            return 'failure';
    }
}
function failureIn(responseClass, degraded) {
    if (responseClass === 'ok' || responseClass === 'timeout' || responseClass === 'network')
        return undefined;
    return kindOf(responseClass, degraded) === 'failure' ? responseClass : undefined;
}
function isFinal(responseClass) {
    return responseClass === 'protected' || responseClass === 'wrong-identity' || responseClass === 'identity-absent';
}

;// CONCATENATED MODULE: ./packages/health/lib/summary.js





const summary_ROWS = 30;
const CAUSES = 5;
const CHARTED = 20;
function summaryOf(report) {
    const { comparison, message, metrics, phase, reason, verdict } = report;
    const title = `### ${lib_verdict/* VERDICT_MARKS */.r[verdict]} Health gate (${phase})`;
    return [
        verdict === 'pass' ? `${title}: ${plainText(message)}` : `${title}: ${verdict}, ${reason}\n\n${plainText(message)}`,
        (0,markdown_table/* markdownTable */.Q)(['Path', 'Probes', 'Median', 'p95', 'Max', 'Each probe: latency, `x` failure, `?` error'], report.paths.map((path) => [
            `${lib_verdict/* VERDICT_MARKS */.r[verdictOfPath(report, path)]} ${summary_code(path.path)}${path.format === undefined ? '' : ` (${path.format})`}`,
            probesOf(path),
            ...latencyOf(path),
            path.probes === 0 ? '–' : `\`${summary_stripOf(report, path.path)}\``,
        ])),
        ...metricsTable(metrics),
        ...(verdict === 'pass' ? [] : causes(report)),
        ...(comparison === undefined ? [] : [comparisonLine(comparison)]),
        fold(`${(0,lists/* count */.U9)(report.probes.length, 'probe')}, one by one`, [
            ...identities(report),
            `Proof: ${plainText(report.proof)}`,
            ...[latencies(report)].filter((block) => block !== undefined),
            ...(comparison === undefined ? [] : percentileChart(comparison)),
            probes(report),
            ...readingsTable(metrics),
        ]),
    ];
}
function verdictOfPath(report, { path, probes, successes }) {
    if (report.path === path)
        return report.verdict;
    return report.verdict === 'pass' || (probes > 0 && successes === probes) ? 'pass' : 'unknown';
}
function probesOf({ successes, failures, errors }) {
    const parts = [
        `${successes} ok`,
        failures > 0 ? `**${failures} failed**` : '',
        errors > 0 ? `**${(0,lists/* count */.U9)(errors, 'error')}**` : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function latencyOf({ latency }) {
    return [latency?.median, latency?.p95, latency?.max].map((ms) => (ms === undefined ? '–' : `${ms} ms`));
}
function causes(report) {
    const found = new Map();
    for (const probe of report.probes) {
        if (probe.warmUp || kindOf(probe.class, report.rules.degraded) === 'success')
            continue;
        const key = JSON.stringify([probe.path, probe.class, probe.status, probe.because]);
        const known = found.get(key);
        if (known === undefined)
            found.set(key, { first: probe, times: 1 });
        else
            known.times++;
    }
    if (found.size < 2)
        return [];
    const all = [...found.values()].sort((a, b) => b.times - a.times);
    const rows = all
        .slice(0, CAUSES)
        .map(({ first, times }) => [
        summary_code(first.path),
        first.class,
        first.status === undefined ? '' : String(first.status),
        String(times),
        first.at.slice(11, 19),
        plainText(first.because),
    ]);
    const rest = all.length - rows.length;
    const table = (0,markdown_table/* markdownTable */.Q)(['Failed path', 'Class', 'HTTP', 'Times', 'First (UTC)', 'Why'], rows);
    return [rest > 0 ? `${table}\n\n… and ${(0,lists/* count */.U9)(rest, 'more cause', 'more causes')} in the report` : table];
}
function fold(title, blocks) {
    return [`<details><summary>${title}</summary>`, ...blocks, '</details>'].join('\n\n');
}
function summary_stripOf(report, path) {
    return strip(judged(report, path).map((probe) => ({ ms: probe.ms, kind: kindOf(probe.class, report.rules.degraded) })));
}
function judged(report, path) {
    return report.probes.filter((probe) => probe.path === path && !probe.warmUp);
}
function latencies(report) {
    const lines = report.paths.map((path) => ({
        name: summary_code(path.path),
        values: judged(report, path.path).map((probe) => probe.ms),
    }));
    const rounds = Math.max(0, ...lines.map((line) => line.values.length));
    return rounds < CHARTED ? undefined : chart('Latency of each probe', ['probe', 1, rounds], lines);
}
function identities(report) {
    if (report.identities.length < 2)
        return [];
    const rows = report.identities.map((span) => [
        plainText((0,identity/* showIdentity */.gI)(span.identity)),
        new Date(span.from).toISOString(),
        new Date(span.to).toISOString(),
        String(span.answers),
    ]);
    return [(0,markdown_table/* markdownTable */.Q)(['Build that answered', 'From', 'To', 'Answers'], rows)];
}
function comparisonLine(compared) {
    const weight = compared.required ? 'decides' : 'advisory';
    const heading = `${lib_verdict/* VERDICT_MARKS */.r[compared.verdict]} Compared with the baseline ${summary_code(compared.baseline)} (${weight}): ${compared.verdict}`;
    return `${heading}. ${plainText(compared.message)}`;
}
function percentileChart({ baselineMs, candidateMs }) {
    if (Math.min(baselineMs.length, candidateMs.length) < CHARTED)
        return [];
    const picture = chart('Latency by percentile', ['percentile', 5, 95], [
        { name: 'candidate', values: percentiles(candidateMs) },
        { name: 'baseline', values: percentiles(baselineMs) },
    ]);
    return picture === undefined ? [] : [picture];
}
function probes(report) {
    const shown = report.probes.slice(-summary_ROWS);
    const hidden = report.probes.length - shown.length;
    const title = hidden === 0 ? '' : `The last ${shown.length} probes; the ${hidden} before them are in the report.\n\n`;
    return `${title}${probeTable(shown)}`;
}
function probeTable(probes) {
    const rows = probes.map((probe) => [
        probe.at.slice(11, 23),
        summary_code(probe.path),
        probe.warmUp ? `warm-up, ${wordOf(probe)}` : wordOf(probe),
        probe.status === undefined ? '' : String(probe.status),
        `${Math.round(probe.ms)} ms`,
        plainText([
            probe.because,
            ...probe.findings.filter((finding) => finding.weight === 'note').map((finding) => finding.message),
        ].join('; ')),
    ]);
    return (0,markdown_table/* markdownTable */.Q)(['Time (UTC)', 'Path', 'Class', 'HTTP', 'Took', 'Why'], rows);
}
function summary_code(text) {
    return `\`${text.replace(/[`|\n]/g, '')}\``;
}
function plainText(text) {
    return (0,lines/* oneLine */.T)(text).replace(/[\\`*_{}[\]<>|#@]/g, (mark) => `\\${mark}`);
}

// EXTERNAL MODULE: ./packages/health/lib/compare/comparison.js + 2 modules
var comparison = __webpack_require__(554867);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/health/lib/proof.js


function identityTimeline(records) {
    const spans = [];
    for (const { identity, at } of records) {
        if (identity.deployment === undefined && identity.commit === undefined)
            continue;
        const last = spans.at(-1);
        if (last !== undefined &&
            last.identity.deployment === identity.deployment &&
            last.identity.commit === identity.commit)
            spans[spans.length - 1] = { ...last, to: at, answers: last.answers + 1 };
        else
            spans.push({ identity, from: at, to: at, answers: 1 });
    }
    return spans;
}
function proofLine(where, rules, run) {
    const judged = run.records.filter((record) => !record.warmUp).length;
    const builds = identityTimeline(run.records).map((span) => (0,identity/* showIdentity */.gI)(span.identity));
    const of = builds.length === 0 ? 'an unidentified build' : [...new Set(builds)].join(', then ');
    return `asked ${where} for ${rules.paths.join(', ')}: ${(0,lists/* count */.U9)(judged, 'probe')} of ${of} in ${(0,duration/* formatDuration */.a)(run.endedAt - run.startedAt)}; would have failed on ${whatFails(rules)}`;
}
function whatFails(rules) {
    return [
        rules.failureLimit === 0 ? 'one failure' : `${rules.failureLimit + 1} failures in a row`,
        `${rules.errorLimit + 1} platform errors in a row`,
        'a login wall',
        ...(rules.identityAsked ? ['another build or an unidentified one'] : []),
    ].join(', ');
}

;// CONCATENATED MODULE: ./packages/health/lib/report.js



function reportOn({ asked, phase, rules }, run, { compared, metrics = [] } = {}) {
    const decides = compared?.required === true && run.ending.verdict === 'pass';
    const { verdict, reason, message, path } = decides ? endingOf(compared.run, run) : run.ending;
    const judged = run.records.filter((record) => !record.warmUp);
    const bad = run.records.find((record) => kindOf(record.class, rules.degraded) !== 'success' && !record.warmUp);
    return {
        kind: 'lockstep-health-report/1',
        asked,
        phase,
        ...{ verdict, reason, message, path },
        proof: proofLine(asked, rules, run),
        startedAt: iso(run.startedAt),
        endedAt: iso(run.endedAt),
        rules,
        identities: identityTimeline(run.records),
        paths: rules.paths.map((path) => {
            const own = judged.filter((record) => record.path === path);
            const kinds = own.map((record) => kindOf(record.class, rules.degraded));
            const times = own.filter((record) => record.status !== undefined).map((record) => record.ms);
            return {
                path,
                format: own.find((record) => record.format !== undefined)?.format,
                probes: own.length,
                successes: kinds.filter((kind) => kind === 'success').length,
                failures: kinds.filter((kind) => kind === 'failure').length,
                errors: kinds.filter((kind) => kind === 'error').length,
                latency: report_latencyOf(times),
            };
        }),
        comparison: compared === undefined
            ? undefined
            : {
                ...compared.run,
                baseline: compared.baseline,
                required: compared.required,
                falseAlarm: 2 * comparison/* FALSE_ALARM */.o4,
                miss: comparison/* MISS */.Rq,
            },
        metrics,
        firstFailure: bad === undefined ? undefined : probeLine(bad),
        probes: run.records.map(probeLine),
    };
}
function endingOf(comparison, gate) {
    const { verdict, message, result } = comparison;
    if (verdict === 'pass')
        return gate.ending;
    if (verdict === 'unknown')
        return { verdict, reason: 'comparison-unknown', message };
    return { verdict, reason: result?.latency.verdict === 'fail' ? 'slower' : 'more-errors', message };
}
function probeLine(record) {
    const { path, round, warmUp, ms, status, because, remedy, findings, identity } = record;
    return {
        path,
        round,
        warmUp,
        at: iso(record.at),
        ms: Math.round(ms * 10) / 10,
        status,
        class: record.class,
        format: record.format,
        because,
        remedy,
        findings,
        deployment: identity.deployment,
        commit: identity.commit,
    };
}
function report_latencyOf(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
    return sorted.length === 0 ? undefined : { median: at(0.5), p95: at(0.95), max: at(1) };
}
function iso(at) {
    return new Date(at).toISOString();
}

// EXTERNAL MODULE: ./packages/health/lib/probe.js + 1 modules
var probe = __webpack_require__(7964);
// EXTERNAL MODULE: ./packages/health/lib/judgement.js + 4 modules
var lib_judgement = __webpack_require__(771197);
;// CONCATENATED MODULE: ./packages/health/lib/compare/run-comparison.js




const WARM_UPS = 2;
async function runComparison(plan, world) {
    const { rules, paths } = plan;
    const startedAt = world.clock.now();
    const random = seeded(plan.seed);
    const arms = { candidate: new Collector(), baseline: new Collector() };
    const names = ['candidate', 'baseline'];
    const ask = async (arm, path) => {
        const expectations = plan.expectations[path];
        if (expectations === undefined)
            throw new Error(`no expectations for ${path}`);
        const baseline = { ...expectations, identity: plan.baselineIdentity ?? identity/* noIdentity */.kH };
        const expect = arm === 'candidate' ? expectations : baseline;
        return (0,lib_judgement/* judgeAnswer */._)(await world[arm].ask(path, plan.requestTimeoutMs, world.signal), expect, undefined);
    };
    const end = (verdict, message, result) => ({
        verdict,
        message,
        result,
        seed: plan.seed,
        candidateMs: arms.candidate.times.map((time) => time.ms),
        baselineMs: arms.baseline.times.map((time) => time.ms),
    });
    for (let turn = 0; turn < WARM_UPS; turn++)
        for (const path of paths) {
            const [candidate, baseline] = [await ask('candidate', path), await ask('baseline', path)];
            const problem = astray(plan, candidate, baseline) ?? incomparable(candidate, baseline);
            if (turn === WARM_UPS - 1 && problem !== undefined)
                return end('unknown', problem);
        }
    const looks = (0,comparison/* looksOf */.uJ)(rules.samples);
    for (let pair = 1;; pair++) {
        if (world.clock.now() - startedAt > plan.deadlineMs)
            return end('unknown', `the deadline passed after ${pair - 1} of ${rules.samples} pairs`);
        const path = paths[pair % paths.length] ?? '/';
        const pairAt = world.clock.now();
        for (const arm of random() < 0.5 ? names : [...names].reverse()) {
            const answer = await ask(arm, path);
            const problem = astray(plan, answer);
            if (problem !== undefined)
                return end('unknown', problem);
            arms[arm].add(path, answer);
        }
        await world.clock.sleep(Math.max(0, (plan.intervalMs ?? 0) - (world.clock.now() - pairAt)), world.signal);
        const look = looks.find((one) => one.at === pair);
        if (look === undefined)
            continue;
        const result = (0,comparison/* compareAt */.Ln)(look, rules, arms.candidate, arms.baseline);
        if (result.verdict !== 'unknown' || pair === rules.samples)
            return end(result.verdict, `${result.latency.message}; ${result.errors.message}; ${pair} pairs`, result);
    }
}
class Collector {
    times = [];
    asked = 0;
    add(path, judgement) {
        this.asked++;
        if (kindOf(judgement.class, 'pass') === 'success')
            this.times.push({ path, ms: judgement.ms });
    }
}
function astray({ baselineIdentity }, ...answers) {
    if (baselineIdentity === undefined)
        return undefined;
    return answers.find((answer) => answer.class === 'wrong-identity')?.because;
}
function incomparable(candidate, baseline) {
    if (kindOf(baseline.class, 'pass') !== 'success')
        return `the baseline cannot be measured: ${baseline.because}`;
    const { deployment } = candidate.identity;
    if (deployment !== undefined && deployment === baseline.identity.deployment)
        return `candidate and baseline are the same build (${(0,identity/* showIdentity */.gI)(candidate.identity)})`;
    return undefined;
}
function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}

// EXTERNAL MODULE: ./packages/health/lib/freshness.js
var freshness = __webpack_require__(813849);
;// CONCATENATED MODULE: ./packages/health/lib/availability.js
const startingWealth = { value: 1, lastFailed: false };
const SICK = 0.1;
function bet(wealth, failed, floor) {
    if (wealth.lastFailed)
        return { value: wealth.value, lastFailed: failed };
    const tolerated = 1 - floor;
    const sick = Math.max(SICK, 2 * tolerated);
    const factor = failed ? sick / tolerated : (1 - sick) / (1 - tolerated);
    return { value: wealth.value * factor, lastFailed: failed };
}

;// CONCATENATED MODULE: ./packages/health/lib/gate.js




const FALSE_ALARM = 0.002;
const REASONS = {
    degraded: 'degraded',
    unhealthy: 'unhealthy',
    'contract-violation': 'contract-violation',
    'wrong-identity': 'wrong-identity',
    'identity-absent': 'identity-absent',
    stale: 'stale',
    protected: 'protected',
    redirected: 'redirected',
    'platform-error': 'platform-error',
};
const unseen = {
    warmed: false,
    probes: 0,
    successes: 0,
    failures: 0,
    errors: 0,
    lost: 0,
    successRun: 0,
    failureRun: 0,
    failedAs: undefined,
    errorRun: [],
    wealth: startingWealth,
    freshness: undefined,
};
function openGate(rules) {
    return {
        paths: Object.fromEntries(rules.paths.map((path) => [path, unseen])),
        identified: false,
        degraded: undefined,
        ending: undefined,
    };
}
function observe(rules, state, path, judgement) {
    if (state.ending !== undefined)
        return state;
    const before = { ...(state.paths[path] ?? unseen), freshness: fresher(state.paths[path]?.freshness, judgement.read) };
    const identified = state.identified || judgement.identified;
    if (isFinal(judgement.class)) {
        const ending = failing(REASONS[judgement.class], `${path}: ${sentence(judgement)}`, path);
        return { ...state, identified, paths: { ...state.paths, [path]: tally(rules, before, judgement) }, ending };
    }
    if (!before.warmed && !rules.judgeColdStart)
        return { ...state, identified, paths: { ...state.paths, [path]: { ...before, warmed: true } } };
    const after = tally(rules, before, judgement);
    return {
        paths: { ...state.paths, [path]: after },
        identified,
        degraded: state.degraded ?? (judgement.class === 'degraded' ? `${path} ${judgement.because}` : undefined),
        ending: limitReached(rules, path, after, judgement),
    };
}
function tally(rules, before, judgement) {
    const kind = kindOf(judgement.class, rules.degraded);
    return {
        ...before,
        warmed: true,
        probes: before.probes + 1,
        successes: before.successes + (kind === 'success' ? 1 : 0),
        failures: before.failures + (kind === 'failure' ? 1 : 0),
        errors: before.errors + (kind === 'error' ? 1 : 0),
        lost: before.lost + (judgement.class === 'timeout' || judgement.class === 'network' ? 1 : 0),
        successRun: kind === 'success' ? before.successRun + 1 : 0,
        failureRun: kind === 'success' ? 0 : before.failureRun + (kind === 'failure' ? 1 : 0),
        failedAs: failureIn(judgement.class, rules.degraded) ?? before.failedAs,
        errorRun: kind === 'success' ? [] : kind === 'error' ? [...before.errorRun, judgement.class] : before.errorRun,
        wealth: bet(before.wealth, kind !== 'success', rules.availabilityFloor),
    };
}
function fresher(before, read) {
    if (before === 'alive' || read === undefined)
        return before;
    return before !== undefined && (0,freshness/* moved */.aW)(before, read) ? 'alive' : (before ?? read);
}
function limitReached(rules, path, after, last) {
    const lately = `${path}: ${sentence(last)}`;
    if (after.failedAs !== undefined && after.failureRun > rules.failureLimit) {
        const often = after.failureRun === 1 ? '' : `, ${after.failureRun} times in a row`;
        return failing(REASONS[after.failedAs], `${lately}${often}`, path);
    }
    if (after.errorRun.length > rules.errorLimit) {
        const often = `${lately}, the last of ${(0,lists/* count */.U9)(after.errorRun.length, 'error')} in a row`;
        const certain = after.errorRun.every((one) => one === 'platform-error');
        return certain
            ? failing(REASONS['platform-error'], often, path)
            : { verdict: 'unknown', reason: 'unreachable', message: often, path, mayBeOurFault: true };
    }
    if (after.wealth.value >= rules.paths.length / FALSE_ALARM) {
        const bad = after.failures + after.errors;
        const message = `${path}: ${bad} of ${(0,lists/* count */.U9)(after.probes, 'probe')} failed, too many for an availability floor of ${Number((rules.availabilityFloor * 100).toFixed(3))} %; the last: ${last.because}`;
        const certain = bad > 2 * after.lost;
        return { verdict: certain ? 'fail' : 'unknown', reason: 'unavailable', message, path, mayBeOurFault: !certain };
    }
    return undefined;
}
function endingAt(rules, state, elapsedMs) {
    if (state.ending !== undefined)
        return state.ending;
    const missing = rules.paths.filter((path) => !settled(state.paths[path] ?? unseen, rules.successThreshold));
    if (missing.length === 0 && elapsedMs >= rules.bakeMs) {
        if (rules.identityAsked && !state.identified)
            return failing(REASONS['identity-absent'], 'no path names its build; make one of them report its deployment or commit');
        if (state.degraded !== undefined && rules.degraded === 'warn')
            return passing('degraded', `passed with degraded responses: ${state.degraded}`);
        return passing('passed', 'every path is healthy');
    }
    if (elapsedMs < rules.deadlineMs)
        return undefined;
    const what = missing.length === 0 ? 'the bake did not end' : `${missing.join(', ')} did not settle`;
    const message = `${what} within ${(0,duration/* formatDuration */.a)(rules.deadlineMs)}: needs ${rules.successThreshold} successes in a row; see what was slow, or raise "deadline"`;
    return { verdict: 'unknown', reason: 'deadline', message, path: missing[0], mayBeOurFault: false };
}
function settled(path, successThreshold) {
    return path.successRun >= successThreshold && (path.freshness === undefined || path.freshness === 'alive');
}
function passing(reason, message) {
    return { verdict: 'pass', reason, message, path: undefined, mayBeOurFault: false };
}
function failing(reason, message, path) {
    return { verdict: 'fail', reason, message, path, mayBeOurFault: false };
}
function sentence(judgement) {
    const { because, remedy } = judgement;
    return remedy === undefined ? because : `${because}; ${remedy}`;
}

;// CONCATENATED MODULE: ./packages/health/lib/run-gate.js




async function runGate(plan, world) {
    const { rules } = plan;
    await world.clock.sleep(plan.initialDelayMs, world.signal);
    const startedAt = world.clock.now();
    const records = [];
    const reads = new Map();
    let state = openGate(rules);
    for (let round = 0;; round++) {
        const roundAt = world.clock.now();
        const left = Math.max(1, rules.deadlineMs - (roundAt - startedAt));
        const timeoutMs = Math.min(plan.requestTimeoutMs, left);
        const exchanges = await Promise.all(rules.paths.map((path) => world.prober.ask(path, timeoutMs, world.signal)));
        for (const [index, path] of rules.paths.entries()) {
            const exchange = exchanges[index];
            const expectations = plan.expectations[path];
            if (exchange === undefined || expectations === undefined)
                continue;
            const earlier = reads.get(path);
            const judgement = (0,lib_judgement/* judgeAnswer */._)(exchange, expectations, earlier);
            if (judgement.read !== undefined)
                reads.set(path, (0,freshness/* laterRead */.zd)(earlier, judgement.read));
            const warmUp = round === 0 && !rules.judgeColdStart && !isFinal(judgement.class);
            records.push({ ...judgement, path, round, warmUp });
            world.log.info(line(path, judgement, warmUp));
            state = observe(rules, state, path, judgement);
        }
        const now = world.clock.now();
        const ending = endingAt(rules, state, now - startedAt) ?? world.endedBy?.();
        if (ending !== undefined)
            return { ending, state, records, startedAt, endedAt: now };
        const rest = plan.intervalMs - (now - roundAt);
        const untilDeadline = rules.deadlineMs - (now - startedAt);
        if (round > 0 || rules.judgeColdStart)
            await world.clock.sleep(Math.max(0, Math.min(rest, untilDeadline)), world.signal);
    }
}
function line(path, judgement, warmUp) {
    const status = judgement.status === undefined ? '' : `, HTTP ${judgement.status}`;
    const notes = judgement.findings.filter((finding) => finding.weight === 'note').map((finding) => finding.message);
    const tail = notes.length === 0 ? '' : ` [${notes.join('; ')}]`;
    const what = warmUp ? `warm-up, ${wordOf(judgement)}` : wordOf(judgement);
    return `${path}: ${what}${status}, ${Math.round(judgement.ms)} ms, ${judgement.because}${tail}`;
}

;// CONCATENATED MODULE: ./packages/health/lib/control.js



const TRIES = 3;
const PAUSE_MS = 500;
async function withControl(ending, plan, world) {
    const { path } = ending;
    const expect = path === undefined ? undefined : plan.expectations[path];
    if (ending.verdict !== 'unknown' || !ending.mayBeOurFault || path === undefined || expect === undefined)
        return ending;
    for (let turn = 0; turn < TRIES; turn++) {
        if (turn > 0)
            await world.clock.sleep(PAUSE_MS, world.signal);
        const exchange = await world.baseline.ask(path, plan.requestTimeoutMs, world.signal);
        const judgement = (0,lib_judgement/* judgeAnswer */._)(exchange, { ...expect, identity: identity/* noIdentity */.kH }, undefined);
        if (kindOf(judgement.class, 'pass') !== 'success')
            return { ...ending, message: `${ending.message}; the baseline cannot be measured either (${judgement.class})` };
    }
    return {
        ...ending,
        verdict: 'fail',
        message: `${ending.message}; the baseline responds normally at the same time, so the candidate is at fault`,
    };
}

// EXTERNAL MODULE: ./packages/vercel/lib/rolling/arms.js
var arms = __webpack_require__(686001);
// EXTERNAL MODULE: ./packages/action-kit/lib/gate-credentials.js
var gate_credentials = __webpack_require__(230658);
// EXTERNAL MODULE: ./packages/action-kit/lib/gate-lines.js
var gate_lines = __webpack_require__(947560);
;// CONCATENATED MODULE: ./packages/health/lib/metrics/with-metrics.js
function withMetrics(ending, verdict, metrics) {
    if (ending.verdict === 'fail' || verdict === 'pass')
        return ending;
    if (verdict === 'unknown' && ending.verdict === 'unknown')
        return ending;
    const decided = metrics.find((metric) => metric.critical && metric.verdict === verdict);
    const message = decided === undefined ? 'a metric did not pass' : `metric ${decided.name}: ${decided.message}`;
    const reason = verdict === 'fail' ? 'metric-failed' : 'metric-unknown';
    return { verdict, reason, message, path: undefined, mayBeOurFault: false };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
;// CONCATENATED MODULE: ./packages/base/lib/variables.js
const START = /^[ \t]*([A-Za-z_][A-Za-z0-9_]*)(=|<<)(.*)$/;
function parseVariables(text) {
    const lines = text.split(/\r?\n/);
    const values = new Map();
    const problems = [];
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at] ?? '';
        if (line.trim() === '' || /^[ \t]*#/.test(line))
            continue;
        const number = at + 1;
        const [, name = '', sign, rest = ''] = START.exec(line) ?? [];
        if (sign === undefined) {
            problems.push(`line ${number} is neither NAME=value nor NAME<<END with its lines and END`);
            continue;
        }
        if (values.has(name))
            problems.push(`line ${number} gives a variable that an earlier line gave`);
        if (sign === '=') {
            values.set(name, rest.trim());
            continue;
        }
        const end = rest.trim();
        let last = at + 1;
        while (last < lines.length && lines[last]?.trim() !== end)
            last++;
        if (end === '' || last === lines.length) {
            problems.push(`line ${number} begins a value of several lines, and no line ends it`);
            break;
        }
        values.set(name, lines.slice(at + 1, last).join('\n'));
        at = last;
    }
    return { values, problems };
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __webpack_require__(487083);
;// CONCATENATED MODULE: ./packages/action-kit/lib/metrics-inputs.js



function yamlOrFile(input, given, workspace) {
    const path = given.trim();
    if (!/^[^\n{[:]+\.ya?ml$/.test(path))
        return { text: given, name: `input "${input}"` };
    try {
        return { text: (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8'), name: path };
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "${input}": the file ${path} cannot be read; check out the repository first`, {
            cause,
        });
    }
}
function metricsSecrets(given, shell) {
    const { problems, values } = parseVariables(given.reveal());
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems.map((problem) => `input "metrics-secrets": ${problem}`));
    return new Map([...values].map(([name, value]) => {
        const secret = new lib_secret/* Secret */.z(value);
        shell.mask(secret);
        return [name, secret];
    }));
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/gate-metrics.js



async function metricsOf(inputs, subject, shell) {
    if (inputs.metrics.trim() === '')
        return undefined;
    const engine = await Promise.all(/* import() */[__webpack_require__.e(9), __webpack_require__.e(737)]).then(__webpack_require__.bind(__webpack_require__, 118049));
    const secrets = metricsSecrets(inputs['metrics-secrets'], shell);
    const metrics = engine.readMetrics(yamlOrFile('metrics', inputs.metrics, shell.env.workspace), subject.bakeMs, {
        clock: shell.clock,
        fetch,
        requestTimeoutMs: inputs['request-timeout'],
        secretOf: (name) => secrets.get(name),
        openDatabase: inputs['database-url'].isEmpty ? undefined : engine.databaseOpener(inputs['database-url'], shell.log),
        vercel: inputs['vercel-token'].isEmpty
            ? undefined
            : {
                token: inputs['vercel-token'],
                project: inputs['vercel-project'],
                team: inputs['vercel-team'],
                apiUrl: inputs['vercel-api-url'] ?? new URL('https://api.vercel.com'),
            },
    });
    const unnamed = subject.unnamed(engine.unnamedBuilds(metrics, subject));
    if (unnamed.length > 0)
        throw new errors/* InputError */.dz(unnamed);
    const slowest = Math.max(...metrics.map(({ delayMs }) => delayMs));
    if (subject.bakeMs + slowest >= subject.deadlineMs)
        throw new errors/* InputError */.dz(`input "deadline": expected more than bake-time and the longest "delay" of a metric together (${(subject.bakeMs + slowest) / 1000}s), got ${subject.deadlineMs / 1000}s`);
    const plan = {
        metrics,
        candidate: subject.candidate,
        baseline: subject.baseline,
        swap: subject.swap,
        bakeMs: subject.bakeMs,
        deadlineAt: shell.clock.now() + subject.deadlineMs,
    };
    return { plan, beside: (gate) => sideBySide(plan, engine, shell, gate) };
}
async function sideBySide(plan, engine, { clock, log, signal }, gate) {
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    let failed;
    const watched = engine.runMetrics(plan, { clock, log, signal: both }, ({ metric, ending }) => {
        failed ??= {
            verdict: 'fail',
            reason: 'metric-failed',
            message: `metric ${metric.name}: ${ending.message}`,
            path: undefined,
            mayBeOurFault: false,
        };
        stop.abort();
    });
    try {
        const run = await gate(() => failed);
        if (run.ending.verdict === 'fail')
            stop.abort();
        const { runs, verdict } = await watched;
        const metrics = runs.map(engine.reportOnMetric);
        return { gate: { ...run, ending: withMetrics(run.ending, verdict, metrics) }, metrics, verdict };
    }
    finally {
        stop.abort();
        await watched.catch((error) => log.debug((0,errors/* describe */.q0)(error)));
        await Promise.all(plan.metrics.map(({ source }) => source.close?.()));
    }
}

// EXTERNAL MODULE: ./packages/base/lib/looks.js
var looks = __webpack_require__(684464);
// EXTERNAL MODULE: ./packages/base/lib/same-build.js
var same_build = __webpack_require__(599621);
;// CONCATENATED MODULE: ./packages/action-kit/lib/tell-apart.js


const SHOW_UP_MS = 30_000;
const FAILING_MS = 15_000;
const FAILING_ROUNDS = 3;
const DELAYS = [250, 500, 1_000, 2_000, 3_000];
async function tellApart({ base, candidate, origin }, probe, { clock, signal }) {
    const until = clock.now() + SHOW_UP_MS;
    let failing;
    for (let turn = 0;; turn++) {
        const asked = clock.now();
        const [mine, other] = [await probe(origin.host, signal, 'candidate'), await probe(origin.host, signal, 'base')];
        const [by, otherBy] = [namedBy(mine, candidate, base), namedBy(other, base, candidate)];
        if (by !== undefined && by === otherBy)
            return { by };
        const failsAlone = mine.kind === 'silent' && mine.failing === true && otherBy !== undefined;
        failing = failsAlone ? { since: failing?.since ?? asked, rounds: (failing?.rounds ?? 0) + 1 } : undefined;
        if (await (0,looks/* pause */.v7)({ clock, signal }, DELAYS, turn, until))
            continue;
        const isAtFault = failing !== undefined && failing.rounds >= FAILING_ROUNDS && failing.since <= until - FAILING_MS;
        const problem = by === undefined
            ? `${origin.host} does not answer as ${candidate.deployment} where ${arms/* ARM_QUERIES */.S.candidate} asks for it (${shown(mine)})`
            : `${origin.host} does not answer as ${base.deployment} where ${arms/* ARM_QUERIES */.S.base} asks for it (${shown(other)})`;
        if (!isAtFault)
            return { verdict: 'unknown', problem };
        return {
            verdict: 'fail',
            problem: `${problem}, again and again, while ${base.deployment} answers as itself at the same address`,
        };
    }
}
function namedBy(served, wanted, other) {
    if (served.kind !== 'served')
        return undefined;
    if (served.deploymentId !== undefined)
        return (0,same_build/* sameDeployment */.q)(served.deploymentId, wanted.deployment) ? 'deployment' : undefined;
    const { commit } = wanted;
    if (commit === undefined || commit === other.commit || served.commit === undefined)
        return undefined;
    return (0,same_build/* sameCommit */.K)(served.commit, commit) ? 'commit' : undefined;
}
function shown(served) {
    if (served.kind === 'unresolved')
        return 'the name does not resolve';
    return served.kind === 'silent'
        ? served.why
        : `it serves ${served.deploymentId ?? served.commit ?? 'an unnamed build'}`;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/stage-gate.js








const SETTLE_MS = 300_000;
const SEED = 1;
async function gateStage(values, subject, probe, shell) {
    const told = await tellApart(subject, probe, shell);
    if ('problem' in told)
        return { verdict: told.verdict, message: told.problem, report: undefined };
    const plan = probePlan(values, subject, told.by);
    const watch = await metricsOf(values, metricsSubject(subject, plan, shell), shell);
    const credentials = (0,gate_credentials/* credentialsOf */.YN)(values, shell);
    const probers = {
        candidate: proberOf('candidate', subject, credentials),
        baseline: proberOf('base', subject, credentials),
    };
    try {
        const judged = await watchBoth(values, { plan, subject, by: told.by, probers }, shell, watch?.beside);
        const { compared, gate, metrics } = judged;
        const ending = unlessAstray(await controlled(gate, plan, probers.baseline, shell), gate);
        const seen = { compared: { baseline: ARM_NAMES.base, required: true, run: compared }, metrics };
        const asked = { asked: subject.origin.origin, phase: 'post', rules: plan.rules };
        const first = reportOn(asked, { ...gate, ending }, seen);
        const broken = first.verdict === 'unknown' ? await nowBroken(gate, () => tellApart(subject, probe, shell)) : undefined;
        const report = broken === undefined ? first : reportOn(asked, { ...gate, ending: broken }, seen);
        return { verdict: report.verdict, message: report.message, report };
    }
    finally {
        probers.candidate.close();
        probers.baseline.close();
    }
}
async function checkStages(values, { stages, ...builds }, shell) {
    await (0,gate_credentials/* credentialsOf */.YN)(values, shell)();
    const origin = new URL('https://not-asked.invalid');
    const watchMs = Math.min(...stages.map((stage) => stage.watchMs));
    const subject = { ...builds, origin, watchMs, since: shell.clock.now() };
    const watch = await metricsOf(values, metricsSubject(subject, probePlan(values, subject, 'deployment'), shell), shell);
    await Promise.all((watch?.plan.metrics ?? []).map(({ source }) => source.close?.()));
}
const ARM_NAMES = { candidate: 'the candidate', base: 'the current deployment' };
function identityOf(build, by) {
    return { deployment: undefined, commit: undefined, [by]: build[by] };
}
function probePlan(values, { candidate, watchMs }, by) {
    const conditions = values.conditions.map(gate_lines/* conditionLine */.u);
    const lines = values.paths.map(gate_lines/* pathLine */.e).filter((line) => line !== undefined);
    const expectations = lines.map(({ format, path }) => [
        path,
        {
            format: format ?? values.format,
            identity: identityOf(candidate, by),
            identityHeader: undefined,
            conditions: conditions.filter((line) => (line.path ?? path) === path).map(({ condition }) => condition),
            criticality: { critical: [], advisory: [] },
            maxAgeMs: 10_000,
            allowed: values['allow-findings'],
        },
    ]);
    return {
        rules: {
            paths: lines.map(({ path }) => path),
            successThreshold: 3,
            failureLimit: 3,
            errorLimit: 4,
            bakeMs: watchMs,
            deadlineMs: watchMs + SETTLE_MS,
            degraded: 'warn',
            availabilityFloor: 0.995,
            judgeColdStart: false,
            identityAsked: true,
        },
        expectations: Object.fromEntries(expectations),
        intervalMs: values.interval,
        requestTimeoutMs: values['request-timeout'],
        initialDelayMs: 0,
    };
}
function metricsSubject({ base, candidate, since, watchMs }, plan, { clock }) {
    return {
        candidate,
        baseline: base,
        swap: { from: since, to: clock.now() },
        bakeMs: watchMs,
        deadlineMs: plan.rules.deadlineMs,
        unnamed: (problems) => problems.length === 0
            ? []
            : [
                'input "metrics": a query has {{commit}}, and Vercel knows no commit for one of the two deployments; use {{deployment}}',
            ],
    };
}
function proberOf(arm, { origin }, credentials) {
    return (0,probe/* openProber */.$)({
        target: { origin, host: undefined },
        credentials,
        query: arms/* ARM_QUERIES */.S[arm],
        keepAlive: true,
        proxyEnv: process.env,
    });
}
async function watchBoth(values, { by, plan, probers, subject }, { clock, log, signal }, beside) {
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    let compared;
    const comparing = runComparison(comparisonPlan(values, { plan, subject, by }), {
        ...probers,
        clock,
        signal: both,
    }).then((run) => {
        compared = run;
        return run;
    });
    comparing.catch(() => undefined);
    const probing = (endedBy = () => undefined) => runGate(plan, {
        prober: probers.candidate,
        clock,
        signal,
        log,
        endedBy: () => endedBy() ?? (compared?.verdict === 'fail' ? worse(compared) : undefined),
    });
    try {
        const { gate, metrics } = beside === undefined ? { gate: await probing(), metrics: [] } : await beside(probing);
        if (gate.ending.verdict !== 'pass')
            stop.abort(new Decided());
        return { gate, metrics, compared: await ended(comparing) };
    }
    finally {
        stop.abort(new Decided());
    }
}
class Decided extends Error {
}
async function ended(comparing) {
    try {
        return await comparing;
    }
    catch (error) {
        if (!(error instanceof Decided))
            throw error;
        const message = 'it was decided before the comparison ended';
        return { verdict: 'unknown', message, result: undefined, seed: SEED, candidateMs: [], baselineMs: [] };
    }
}
function comparisonPlan(values, { by, plan, subject }) {
    const { samples } = values;
    return {
        rules: {
            samples,
            maxLatencyRatio: values['max-latency-ratio'],
            minLatencyDeltaMs: 10,
            maxErrorDelta: (0,comparison/* findableDelta */.kL)(samples),
        },
        paths: plan.rules.paths,
        expectations: plan.expectations,
        baselineIdentity: identityOf(subject.base, by),
        requestTimeoutMs: plan.requestTimeoutMs,
        deadlineMs: plan.rules.deadlineMs,
        intervalMs: subject.watchMs / samples,
        seed: SEED,
    };
}
function worse({ message, result }) {
    const reason = result?.latency.verdict === 'fail' ? 'slower' : 'more-errors';
    return { verdict: 'fail', reason, message, path: undefined, mayBeOurFault: false };
}
function controlled(gate, plan, baseline, { clock, signal }) {
    return withControl(gate.ending, plan, { baseline, clock, signal });
}
function unlessAstray(ending, run) {
    if (ending.verdict !== 'fail')
        return ending;
    const astray = astrayIn(run);
    if (astray === undefined && run.state.identified)
        return ending;
    const why = astray?.because ?? 'no answer named its build';
    return { ...ending, verdict: 'unknown', message: `it is not certain that the candidate answered: ${why}` };
}
function astrayIn({ records }) {
    return records.find((record) => record.class === 'wrong-identity');
}
async function nowBroken(run, askAgain) {
    if (astrayIn(run) !== undefined)
        return undefined;
    const told = await askAgain();
    if (!('problem' in told) || told.verdict !== 'fail')
        return undefined;
    return { verdict: 'fail', reason: 'unavailable', message: told.problem, path: undefined, mayBeOurFault: false };
}
function stageOrigin(given, hosts, originOf) {
    if (given !== undefined)
        return new URL(given.origin);
    const host = hosts.find((one) => !one.includes('*'));
    if (host === undefined)
        throw new errors/* InputError */.dz('input "production-url": needed, since the project has no production domain that is a single host');
    return new URL(originOf(host));
}


/***/ }),

/***/ 1015763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Js: () => (/* binding */ testCounts)
/* harmony export */ });
/* unused harmony exports FALSE_ALARM, MISS, spendOf */
/* harmony import */ var _compare_normal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(428108);
/* harmony import */ var _usual_rate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(840944);


const FALSE_ALARM = 0.02;
const MISS = 0.01;
const AFTER = 0.1;
function spendOf({ bakeMs, intervalMs, sinceMs }) {
    if (sinceMs > bakeMs)
        return (FALSE_ALARM * AFTER) / 2 ** Math.ceil((sinceMs - bakeMs) / intervalMs);
    const within = FALSE_ALARM * (1 - AFTER);
    const by = (ms) => (ms <= 0 ? 0 : 2 * (0,_compare_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .upperTail */ .f)((0,_compare_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .upperQuantile */ .k)(within / 2) / Math.sqrt(ms / bakeMs)));
    return by(sinceMs) - by(sinceMs - intervalMs);
}
function testCounts({ bad, all }, usual, rule) {
    const { detect, sinceMs } = rule;
    const { atLeast, count: expected } = (0,_usual_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedOf */ .EX)(usual, all, sinceMs);
    const count = Math.round(bad);
    const p = atLeast(count, 1);
    const isNearer = bad >= expected * Math.sqrt(detect);
    if (p <= spendOf(rule) && isNearer)
        return { outcome: 'worse', expected, p };
    const asBad = 1 - atLeast(count + 1, detect);
    return { outcome: asBad <= MISS ? 'not-worse' : 'undecided', expected, p };
}


/***/ }),

/***/ 987762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zo: () => (/* binding */ showNumber),
/* harmony export */   gx: () => (/* binding */ judgeReading)
/* harmony export */ });
/* unused harmony exports samplesOf, measuredValue */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(984731);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(672435);
/* harmony import */ var _conditions_evaluate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(736508);
/* harmony import */ var _counts_test_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1015763);
/* harmony import */ var _metric_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(640894);




const LATE_MS = 15_000;
function judgeReading(metric, facts) {
    const { measured, span, at, since } = facts;
    const bare = {
        at,
        span,
        lasts: measured.kind === 'not-available',
        value: undefined,
        ratio: undefined,
        samples: undefined,
    };
    const not = (outcome, reason, message) => ({
        ...bare,
        outcome,
        reason,
        message,
    });
    if (measured.kind === 'error')
        return not('error', 'metric-error', measured.what);
    if (measured.kind === 'not-available')
        return not('undecided', 'metric-not-available', measured.what);
    if (measured.kind === 'empty')
        return not('undecided', 'metric-empty', measured.what);
    if (measured.kind === 'counts' && !areCounts(measured))
        return not('error', 'metric-error', `${showNumber(measured.bad)} bad events of ${showNumber(measured.all)} are no counts; check "query" and "of"`);
    const began = measured.kind === 'value' ? (measured.from ?? span.from) : span.from;
    if (metric.about !== 'baseline' && began < since)
        return not('undecided', 'metric-window-before-swap', `its window began ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(since - began)} before the swap was finished, so that it is partly about the build before`);
    if (measured.newestAt !== undefined && measured.newestAt < span.to - LATE_MS)
        return not('undecided', 'metric-late-data', `the newest data is ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(span.to - measured.newestAt)} older than the end of the window; raise "delay" if that is usual`);
    return judgeNumbers(metric, facts, measured);
}
function areCounts({ all, bad }) {
    return bad >= 0 && all >= 0 && bad <= all * 1.05 + 1;
}
function judgeNumbers(metric, facts, measured) {
    const samples = samplesOf(measured);
    const value = measuredValue(measured);
    const ratio = ratioOf(metric, value, measured, facts.baseline);
    const bare = { at: facts.at, span: facts.span, lasts: false, value, ratio, samples };
    const seen = shown(value, ratio, samples, measured);
    const undecided = (reason, message, lasts = false) => ({
        ...bare,
        outcome: 'undecided',
        reason,
        lasts,
        message,
    });
    if (metric.minSamples > 0 && (samples ?? 0) < metric.minSamples)
        return undecided('metric-too-few-samples', samples === undefined
            ? `${seen}; the source does not say of how many samples`
            : `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(samples, 'sample')}; "min-samples" needs ${metric.minSamples}`);
    if (value === undefined)
        return undecided('metric-too-few-samples', 'no events in the window');
    if ((0,_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .uses */ .r9)(metric, 'SAMPLES') && samples === undefined)
        return undecided('metric-too-few-samples', `${seen}; the source does not say of how many samples`);
    if ((0,_metric_js__WEBPACK_IMPORTED_MODULE_2__/* .usesRatio */ .QR)(metric) && ratio === undefined)
        return undecided('metric-no-baseline', `${seen}; the baseline has no value to compare with`, true);
    const test = judgeCounts(metric, facts, measured);
    if (test === 'no-baseline')
        return undecided('metric-no-baseline', `${seen}; too little is known of the time before the swap`);
    const measures = { VALUE: value, RATIO: ratio, SAMPLES: samples };
    const failed = metric.failure !== undefined && (0,_conditions_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .meets */ .D)(metric.failure, measures);
    const succeeded = metric.success === undefined ? undefined : (0,_conditions_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .meets */ .D)(metric.success, measures);
    if (failed)
        return {
            ...bare,
            outcome: 'fail',
            reason: 'metric-failed',
            message: `${seen}; fails on ${metric.failure?.source}`,
        };
    if (test?.outcome === 'worse')
        return { ...bare, outcome: 'fail', reason: 'metric-failed', message: `${seen}; ${test.message}` };
    if (succeeded === false && metric.failure === undefined)
        return {
            ...bare,
            outcome: 'fail',
            reason: 'metric-failed',
            message: `${seen}; expected ${metric.success?.source}`,
        };
    if (succeeded === false)
        return undecided('metric-undecided', `${seen}; meets neither condition`);
    if (test?.outcome === 'undecided')
        return undecided('metric-undecided', `${seen}; ${test.message}`);
    return { ...bare, outcome: 'pass', reason: 'metric-met', message: seen };
}
function judgeCounts(metric, { bakeMs, since, span, usual }, measured) {
    if (metric.detect === undefined)
        return undefined;
    if (usual === undefined || measured.kind !== 'counts')
        return 'no-baseline';
    const { outcome, expected, p } = (0,_counts_test_js__WEBPACK_IMPORTED_MODULE_4__/* .testCounts */ .Js)(measured, usual, {
        detect: metric.detect,
        sinceMs: span.to - since,
        bakeMs,
        intervalMs: metric.intervalMs,
    });
    const usually = `usual is ${percent(usual.rate)}, ${showNumber(expected)} of as many (p ${p < 0.0001 ? 'below 0.0001' : p.toFixed(4)})`;
    const message = outcome === 'undecided' ? `${usually}; too few events to exclude ${metric.detect} times that` : usually;
    return { outcome, message };
}
function samplesOf(measured) {
    if (measured.kind === 'counts')
        return measured.all;
    return measured.kind === 'value' ? measured.samples : undefined;
}
function measuredValue(measured) {
    if (measured?.kind === 'counts')
        return measured.all === 0 ? undefined : measured.bad / measured.all;
    return measured?.kind === 'value' ? measured.value : undefined;
}
function ratioOf(metric, value, measured, asked) {
    const few = asked !== undefined && metric.minSamples > 0 && (samplesOf(asked) ?? 0) < metric.minSamples;
    const baseline = few
        ? undefined
        : (measuredValue(asked) ?? (measured.kind === 'value' ? measured.baseline : undefined));
    if (baseline === undefined || value === undefined)
        return undefined;
    if (baseline === 0)
        return value === 0 ? 1 : undefined;
    return value / baseline;
}
function shown(value, ratio, samples, measured) {
    const counts = measured.kind === 'counts' ? `${showNumber(measured.bad)} of ${showNumber(measured.all)}` : undefined;
    const parts = [
        value === undefined ? 'no value' : `value ${showNumber(value)}`,
        ratio === undefined ? '' : `${showNumber(ratio)} times the baseline`,
        counts ?? (samples === undefined ? '' : `of ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(Math.round(samples), 'sample')}`),
        measured.kind === 'value' ? (measured.detail ?? '') : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function showNumber(value) {
    return String(Number(value.toPrecision(4)));
}
function percent(share) {
    return `${showNumber(share * 100)} %`;
}


/***/ }),

/***/ 640894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ usesRatio),
/* harmony export */   r7: () => (/* binding */ buildNames),
/* harmony export */   r9: () => (/* binding */ uses),
/* harmony export */   yo: () => (/* binding */ subjects)
/* harmony export */ });
const subjects = ['candidate', 'baseline', 'window'];
const buildNames = ['deployment', 'commit'];
function usesRatio(metric) {
    return uses(metric, 'RATIO');
}
function uses({ success, failure }, place) {
    return [success, failure].some((condition) => condition?.left.place === place);
}


/***/ }),

/***/ 840944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qB: () => (/* binding */ SLICES),
  EX: () => (/* binding */ expectedOf),
  sB: () => (/* binding */ usualOf)
});

// UNUSED EXPORTS: FEWEST_SLICES

;// CONCATENATED MODULE: ./packages/health/lib/metrics/negative-binomial.js
function atLeast(count, mean, s) {
    if (count <= 0)
        return 1;
    if (mean <= 0)
        return 0;
    if (count > mean)
        return Math.min(1, tail(count, mean, s, 1));
    return Math.max(0, 1 - tail(count - 1, mean, s, -1));
}
function tail(from, mean, s, step) {
    const size = sizeOf(mean, s);
    let term = Math.exp(logChance(from, mean, size));
    let total = 0;
    for (let k = from; k >= 0 && (term > total * 1e-12 || total === 0); k += step) {
        total += term;
        const share = size === Number.POSITIVE_INFINITY ? mean : mean / (mean + size);
        const weight = (at) => (size === Number.POSITIVE_INFINITY ? 1 : at + size);
        term = step === 1 ? (term * share * weight(k)) / (k + 1) : (term * k) / (share * weight(k - 1));
        if (term === 0)
            break;
    }
    return total;
}
function logChanceOf(count, mean, s) {
    return logChance(count, mean, sizeOf(mean, s));
}
function sizeOf(mean, s) {
    return s * mean < 1e-6 ? Number.POSITIVE_INFINITY : 1 / s;
}
function logChance(k, mean, size) {
    if (size === Number.POSITIVE_INFINITY)
        return k * Math.log(mean) - mean - logGamma(k + 1);
    return (logGamma(k + size) -
        logGamma(size) -
        logGamma(k + 1) -
        size * Math.log1p(mean / size) +
        k * Math.log(mean / (mean + size)));
}
function logGamma(x) {
    let shift = 0;
    let at = x;
    for (; at < 7; at++)
        shift += Math.log(at);
    const inverse = 1 / (at * at);
    const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
    return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}

;// CONCATENATED MODULE: ./packages/health/lib/metrics/usual-rate.js

const SLICES = 24;
const FEWEST_SLICES = 6;
const WANDERINGS = [0.02, 0.06, 0.12, 0.2, 0.35, 0.6, 1];
const BACK_MS = [60_000, 300_000];
const HICCUP = 2.5;
const HICCUPS = 8;
function usualOf(slices, sliceMs, floor) {
    const counted = slices.filter(({ all }) => all > 0);
    if (counted.length < FEWEST_SLICES)
        return undefined;
    const middle = Math.max(floor, middleOf(counted.map(({ all, bad }) => bad / all)));
    const steady = withoutHiccups(slices, middle);
    const [bad, all] = [sum(steady.map((slice) => slice.bad)), sum(steady.map((slice) => slice.all))];
    const rate = Math.max(floor, bad / all);
    const followed = BACK_MS.flatMap((backMs) => WANDERINGS.map((wandering) => follow(steady, { sliceMs, rate, wandering, backMs })));
    const best = Math.max(...followed.map(({ foresaw }) => foresaw));
    const weights = followed.map(({ foresaw }) => Math.exp(foresaw - best));
    const whole = sum(weights);
    return {
        rate,
        floor,
        sliceMs,
        unknown: 1 / (rate * all),
        wanderers: followed.map(({ foresaw: _, ...one }, index) => ({ ...one, weight: (weights[index] ?? 0) / whole })),
    };
}
function middleOf(rates) {
    return [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
}
function withoutHiccups(slices, middle) {
    const most = slices.map(({ all }) => {
        const mean = middle * all;
        return mean + HICCUP * Math.sqrt(mean + 0.05 * mean ** 2);
    });
    const above = (index) => (slices[index]?.bad ?? 0) / (most[index] ?? 1);
    const hiccups = slices
        .map((_, index) => index)
        .filter((index) => above(index) > 1)
        .sort((a, b) => above(b) - above(a))
        .slice(0, Math.floor(slices.length / HICCUPS));
    return slices.map(({ all, bad }, index) => ({ all, bad: hiccups.includes(index) ? (most[index] ?? bad) : bad }));
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
function leftIn(time) {
    return (1 - Math.exp(-time)) / time;
}
function wanderingIn(time) {
    return (2 * (time - 1 + Math.exp(-time))) / time ** 2;
}
function follow(slices, { backMs, rate: usual, sliceMs, wandering }) {
    const length = sliceMs / backMs;
    const spread = wandering ** 2 * wanderingIn(length);
    const stays = leftIn(length) ** 2 / wanderingIn(length);
    let [rate, unknown, foresaw] = [usual, spread, 0];
    for (const { all, bad } of slices) {
        rate = rate ** stays * usual ** (1 - stays);
        unknown = stays ** 2 * unknown + (1 - stays ** 2) * spread;
        if (all === 0)
            continue;
        const count = Math.round(bad);
        foresaw += logChanceOf(count, all * rate, unknown);
        const shape = 1 / unknown + count;
        rate = shape / (1 / unknown / rate + all);
        unknown = 1 / shape;
    }
    return { wandering, backMs, rate, unknown, foresaw };
}
function expectedOf(usual, all, sinceMs) {
    const parts = usual.wanderers.map(({ backMs, rate, unknown, wandering, weight }) => {
        const [slice, since] = [usual.sliceMs / backMs, Math.max(1, sinceMs) / backMs];
        const left = (leftIn(slice) * leftIn(since)) / wanderingIn(slice);
        const wandersOn = Math.max(0, wanderingIn(since) - left ** 2 * wanderingIn(slice));
        return {
            weight,
            mean: all * Math.max(usual.floor, rate ** left * usual.rate ** (1 - left)),
            s: left ** 2 * unknown + wandersOn * wandering ** 2 + (1 - left) ** 2 * usual.unknown,
        };
    });
    const over = (of) => parts.reduce((sum, part) => sum + part.weight * of(part), 0);
    return {
        count: over(({ mean }) => mean),
        atLeast: (count, times) => over(({ mean, s }) => atLeast(count, mean * times, s)),
    };
}


/***/ })

};
