export const id = 380;
export const ids = [380];
export const modules = {

/***/ 575534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readK6: () => (/* binding */ readK6)
});

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/quality/lib/report.js
var report = __webpack_require__(1980);
// EXTERNAL MODULE: ./packages/quality/lib/source.js
var lib_source = __webpack_require__(532124);
;// CONCATENATED MODULE: ./packages/quality/lib/readers/k6-summary.js


function k6SummaryOf(report) {
    const { results } = report;
    if ((0,fields/* isMap */.j)(results))
        return structuredOf(results, report['config']);
    return {
        metrics: Object.entries((0,lib_source/* mapOf */.A7)(report['metrics'], 'metrics')).map(([name, metric]) => metricOf(name, (0,lib_source/* mapOf */.A7)(metric, 'a metric'))),
        checks: checksOf(report['root_group']),
        hasThresholds: true,
    };
}
function structuredOf(results, config) {
    const checks = (0,lib_source/* mapOf */.A7)(results['checks'] ?? {}, 'results.checks');
    const duration = (0,fields/* isMap */.j)(config) ? config['duration'] : undefined;
    const metrics = [
        ...(0,lib_source/* listOf */.c3)(results['metrics'], 'results.metrics'),
        ...(0,lib_source/* listOf */.c3)(checks['metrics'] ?? [], 'results.checks.metrics'),
    ].map((one) => {
        const { name, type, values: stated } = (0,lib_source/* mapOf */.A7)(one, 'a metric');
        const values = numbersOf(stated);
        const { count, rate } = values;
        const hasRate = type !== 'counter' || rate !== undefined || count === undefined;
        const perSecond = hasRate || typeof duration !== 'number' || duration <= 0 ? {} : { rate: count / duration };
        return { name: (0,lib_source/* textField */.M8)(name), values: { ...values, ...perSecond }, thresholds: [] };
    });
    return {
        metrics,
        checks: (0,lib_source/* listOf */.c3)(checks['results'] ?? [], 'results.checks.results').map(checkOf),
        hasThresholds: false,
    };
}
function metricOf(name, metric) {
    const isSummaryData = (0,fields/* isMap */.j)(metric['values']);
    const values = numbersOf(isSummaryData ? metric['values'] : metric);
    const thresholds = Object.entries((0,lib_source/* mapOf */.A7)(metric['thresholds'] ?? {}, 'thresholds')).map(([expression, result]) => ({
        expression,
        isMet: isSummaryData ? isOk(result) : !isCrossed(result),
    }));
    return { name, values, thresholds };
}
function isOk(result) {
    const ok = (0,fields/* isMap */.j)(result) ? result['ok'] : undefined;
    if (typeof ok === 'boolean')
        return ok;
    throw new lib_source/* UnreadableError */.Gy('report-malformed', 'it has a threshold that says neither that it is met nor that it is not');
}
function isCrossed(result) {
    if (typeof result === 'boolean')
        return result;
    throw new lib_source/* UnreadableError */.Gy('report-malformed', 'it has a threshold that says neither that it is met nor that it is not');
}
function numbersOf(values) {
    const numbers = {};
    for (const [stat, value] of Object.entries((0,lib_source/* mapOf */.A7)(values, 'the values of a metric')))
        if (typeof value === 'number')
            numbers[stat] = value;
    return numbers;
}
function checksOf(root) {
    const checks = [];
    const groups = (0,fields/* isMap */.j)(root) ? [root] : [];
    for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
        const { checks: own, groups: inner } = (0,lib_source/* mapOf */.A7)(group, 'a group');
        for (const check of itemsOf(own))
            checks.push(checkOf(check));
        for (const one of itemsOf(inner))
            groups.push(one);
    }
    return checks;
}
function itemsOf(value) {
    return Array.isArray(value) ? value : Object.values((0,lib_source/* mapOf */.A7)(value ?? {}, 'checks and groups'));
}
function checkOf(check) {
    const { name, passes, fails } = (0,lib_source/* mapOf */.A7)(check, 'a check');
    return {
        name: (0,lib_source/* messageOf */.bD)(name) || 'a check without a name',
        passes: (0,lib_source/* countOf */.pq)(passes, 'passes'),
        fails: (0,lib_source/* countOf */.pq)(fails, 'fails'),
    };
}

;// CONCATENATED MODULE: ./packages/quality/lib/readers/k6.js




const THRESHOLDS_FAILED = 99;
async function readK6(source) {
    const output = await outputOf(source);
    if (output !== undefined)
        return (0,report/* unreadable */.O)('report-malformed', `it is what k6 writes with --out ${output}: samples, without what became of the thresholds. Give the summary of ` +
            'the end of the test, which k6 writes with --summary-export=FILE, or which handleSummary() returns');
    const summary = k6SummaryOf((0,lib_source/* mapOf */.A7)(await (0,lib_source/* jsonOf */.o_)(source), 'the report'));
    const { exitCode } = source;
    if (exitCode !== undefined && exitCode !== 0 && exitCode !== THRESHOLDS_FAILED)
        return (0,report/* unreadable */.O)('tool-crashed', `k6 ended with exit code ${exitCode}: the test did not run to its end`);
    const byName = new Map(summary.metrics.map((metric) => [metric.name, metric]));
    if ((byName.get('iterations')?.values['count'] ?? 0) === 0)
        return (0,report/* unreadable */.O)('nothing-checked', 'no iteration of the test was completed');
    const judged = summary.metrics.filter(({ thresholds }) => thresholds.length > 0);
    const unsampled = judged.find((metric) => hasNoSample(metric, byName));
    if (unsampled !== undefined)
        return (0,report/* unreadable */.O)('nothing-checked', `${(0,lib_source/* messageOf */.bD)(unsampled.name)} has a threshold, and no sample was taken`);
    return {
        kind: 'report',
        report: {
            checked: judged.reduce((sum, { thresholds }) => sum + thresholds.length, 0),
            findings: findingsOf(summary, exitCode),
            metrics: { ...ownNames(summary.metrics), ...commonNames(byName) },
        },
    };
}
async function outputOf(source) {
    for await (const line of (0,lib_source/* linesOf */.Dx)(source)) {
        if (line === '')
            continue;
        if (line.startsWith('metric_name,timestamp,'))
            return 'csv';
        const first = line.startsWith('{') ? parsed(line) : undefined;
        return (0,fields/* isMap */.j)(first) && (first['type'] === 'Metric' || first['type'] === 'Point') ? 'json' : undefined;
    }
    return undefined;
}
function parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function hasNoSample({ name, values }, byName) {
    if (values['passes'] !== undefined && values['fails'] !== undefined)
        return values['passes'] + values['fails'] === 0;
    return name.startsWith('http_req_') && (byName.get('http_reqs')?.values['count'] ?? 0) === 0;
}
function findingsOf({ metrics, checks }, exitCode) {
    const crossed = metrics.flatMap(({ name, thresholds }) => thresholds
        .filter(({ isMet }) => !isMet)
        .map(({ expression }) => {
        const message = (0,lib_source/* messageOf */.bD)(`${name}: the threshold ${expression} is not met`);
        return { rule: (0,lib_source/* messageOf */.bD)(name), level: 'error', message };
    }));
    if (crossed.length === 0 && exitCode === THRESHOLDS_FAILED) {
        const message = `a threshold is not met (exit code ${THRESHOLDS_FAILED}); this summary does not say which`;
        crossed.push({ rule: 'threshold', level: 'error', message });
    }
    const failed = checks
        .filter(({ fails }) => fails > 0)
        .map(({ name, passes, fails }) => {
        const message = `${name}: failed ${fails} of ${passes + fails} times`;
        return { rule: 'check', level: 'warning', message };
    });
    return [...crossed, ...failed];
}
function ownNames(metrics) {
    const named = {};
    for (const { name, values } of metrics) {
        for (const [stat, value] of Object.entries(values))
            named[`${name}.${stat}`] = value;
        const rate = rateOf(values);
        if (rate !== undefined)
            named[`${name}.rate`] = rate;
    }
    return named;
}
function commonNames(byName) {
    const named = {};
    const set = (name, value) => {
        if (value !== undefined)
            named[name] = value;
    };
    const requests = byName.get('http_reqs')?.values ?? {};
    if ((requests['count'] ?? 0) === 0)
        return named;
    const durations = byName.get('http_req_duration')?.values ?? {};
    for (const [stat, value] of Object.entries(durations)) {
        const percentile = /^p\(?(\d+(?:\.\d+)?)\)?$/.exec(stat)?.[1];
        if (percentile !== undefined)
            set(`p${percentile}`, value);
    }
    set('p50', durations['med']);
    set('mean', durations['avg']);
    set('max', durations['max']);
    set('error-rate', rateOf(byName.get('http_req_failed')?.values ?? {}));
    set('requests', requests['count']);
    set('requests-per-second', requests['rate']);
    return named;
}
function rateOf(values) {
    return values['rate'] ?? (values['passes'] === undefined ? undefined : values['value']);
}


/***/ })

};
