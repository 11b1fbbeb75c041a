export const id = 440;
export const ids = [440];
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

/***/ 87197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ availabilityProblems),
  C: () => (/* binding */ measureBudget)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/availability/budget-report.js
var budget_report = __webpack_require__(731731);
// EXTERNAL MODULE: ./packages/evidence/lib/numbers/error-budget.js
var error_budget = __webpack_require__(279044);
;// CONCATENATED MODULE: ./packages/evidence/lib/availability/windows.js

function windowsOf(budgetMs, nowMs) {
    const lengths = [budgetMs, ...error_budget/* BURN_RATES */.aM.flatMap(({ longMs, shortMs }) => [longMs, shortMs])];
    return [...new Set(lengths)].map((ms) => ({ fromMs: nowMs - ms, toMs: nowMs }));
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

;// CONCATENATED MODULE: ./packages/action-kit/lib/availability.js



const HOUR_MS = 3_600_000;
const YEAR_MS = 8_760 * HOUR_MS;
function availabilityProblems(inputs) {
    const { 'availability-objective': objective, 'budget-window': windowMs } = inputs;
    return [
        ...(objectiveIn(objective) === undefined
            ? [`input "availability-objective": expected a share below 100 % such as 99.9 %, got "${objective}"`]
            : []),
        ...(windowMs < HOUR_MS || windowMs > YEAR_MS ? ['input "budget-window": expected from 1h to 365d'] : []),
    ];
}
function objectiveIn(text) {
    const number = Number(/^\s*(\d{1,2}(?:\.\d{1,4})?)\s*%\s*$/.exec(text)?.[1] ?? Number.NaN);
    return number > 0 ? Math.round(number * 1e4) / 1e6 : undefined;
}
async function measureBudget(inputs, shell) {
    const objective = objectiveIn(inputs['availability-objective']);
    if (objective === undefined)
        throw new errors/* InputError */.dz(availabilityProblems(inputs));
    const rule = { objective, windowMs: inputs['budget-window'] };
    const nowMs = shell.clock.now();
    const source = inputs['availability-source'];
    return (0,budget_report/* reportBudget */.qd)(rule, source.trim() === '' ? [] : await observed(inputs, rule, nowMs, shell), nowMs);
}
async function observed(inputs, { windowMs }, nowMs, { clock, env, mask, signal }) {
    const { readMonitor } = await __webpack_require__.e(/* import() */ 3278).then(__webpack_require__.bind(__webpack_require__, 948640));
    const secrets = metricsSecrets(inputs['metrics-secrets'], { mask });
    const monitor = readMonitor(yamlOrFile('availability-source', inputs['availability-source'], env.workspace), {
        ...{ clock, fetch, requestTimeoutMs: inputs['request-timeout'] },
        secretOf: (name) => secrets.get(name),
        ...{ openDatabase: undefined, vercel: undefined },
    });
    const spans = windowsOf(windowMs, nowMs)
        .map(({ fromMs, toMs }) => ({ from: fromMs, to: toMs }))
        .filter(({ from, to }) => monitor.onlyMs === undefined || to - from === monitor.onlyMs);
    if (spans.length === 0)
        throw new errors/* InputError */.dz('input "budget-window": is not the window that the monitor answers for');
    const uptimes = await monitor.observe(spans, signal);
    return spans.map(({ from, to }, at) => {
        const found = uptimes[at] ?? { kind: 'not-measured', what: 'the monitor did not answer' };
        return { ...found, windowMs: to - from };
    });
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

/***/ 477325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  errorBudget: () => (/* binding */ errorBudget)
});

// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js
var audit = __webpack_require__(966584);
// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __webpack_require__(113934);
;// CONCATENATED MODULE: ./packages/evidence/lib/availability/override.js
const OVERRIDE_FORM = 'the commit, at least 7 characters of it, and a reason of 10 to 200: 3f9a2c1 it ends the outage';
function readOverride(text) {
    const [, commit, reason] = /^([0-9a-f]{7,64})\s+(\S[^\r\n]{8,198}\S)$/.exec(text.trim()) ?? [];
    return commit === undefined || reason === undefined ? undefined : { commit, reason };
}
function overrides(override, commit) {
    return commit.startsWith(override.commit);
}

// EXTERNAL MODULE: ./packages/evidence/lib/availability/budget-checks.js
var budget_checks = __webpack_require__(522810);
// EXTERNAL MODULE: ./packages/evidence/lib/availability/budget-report.js
var budget_report = __webpack_require__(731731);
// EXTERNAL MODULE: ./packages/action-kit/lib/availability.js + 3 modules
var availability = __webpack_require__(87197);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/error-budget.js



function errorBudgetProblems(values) {
    const { override } = values;
    const isOne = override === '' || readOverride(override) !== undefined;
    return [...(0,availability/* availabilityProblems */.O)(values), ...(isOne ? [] : [`input "override": expected ${OVERRIDE_FORM}`])];
}
async function judgeErrorBudget(values, tools) {
    const { clock, log } = tools;
    const report = await (0,availability/* measureBudget */.C)(values, tools);
    const name = values.subject || 'the app';
    const checks = (0,budget_checks/* budgetChecks */.z)(report, name);
    const bad = checks.filter(({ verdict }) => verdict !== 'pass');
    const overridden = bad.length === 0 ? undefined : reasonOf(values, tools);
    for (const { measured, title, verdict } of checks)
        log.info(`${WORDS[verdict]}: ${title}: ${measured}`);
    return {
        facts: { subject: `error budget of ${name}`, nowMs: clock.now(), checks },
        overridden,
        accept: overridden === undefined ? '' : accepting(bad, overridden, clock.now()),
        outputs: {
            result: bad.length === 0 ? (checks[0]?.measured ?? '') : bad.map((one) => `${one.title}: ${one.measured}`).join('; '),
            overridden: overridden === undefined ? '' : `error-budget: ${overridden}`,
            'budget-left': report.budget === null ? '' : (0,budget_report/* percent */.KN)(Math.max(0, report.budget.left)),
            coverage: report.availability.kind === 'measured' ? (0,budget_report/* percent */.KN)(report.availability.coverage) : '',
        },
    };
}
function overriddenEnd(message, why) {
    return { verdict: 'pass', reason: 'overridden', message: `${message}; overridden: ${why}` };
}
const WORDS = { pass: 'Passed', fail: 'Failed', unknown: 'Unknown' };
function reasonOf(values, { commit, log }) {
    const override = readOverride(values.override);
    if (override === undefined)
        return undefined;
    if (overrides(override, commit)) {
        log.warning(`the error budget is overridden for ${commit}: ${(0,inline_text/* inlineText */.l)(override.reason)}`);
        return override.reason;
    }
    log.warning(`the override is for commit ${override.commit}, not for ${commit}: it is not used`);
    return undefined;
}
function accepting(bad, reason, nowMs) {
    const until = new Date(nowMs).toISOString().slice(0, 10);
    return JSON.stringify(bad.map(({ id, verdict }) => ({ check: id, verdict, reason, until })));
}

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/cli/lib/git.js
var git = __webpack_require__(851712);
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var given = __webpack_require__(777481);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/error-budget.js






async function errorBudget(call) {
    const { signal, terminal } = call;
    const problems = [];
    const values = { ...(0,given/* availabilityOf */.nS)(call, problems), subject: call.text('subject'), override: call.text('override') };
    const all = problems.length > 0 ? [...problems] : [...errorBudgetProblems(values)];
    const commit = await commitOf(call, all);
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    const judged = await judgeErrorBudget(values, {
        ...{ clock: clock/* systemClock */.ml, log: (0,log/* logOf */.G)(terminal), signal, mask: () => undefined, commit },
        env: { workspace: process.cwd() },
    });
    const accept = judged.overridden === undefined ? [] : (0,audit/* readAccept */.pc)(judged.accept).acceptances;
    const { overridden } = judged;
    return (0,given/* answered */.oQ)(call, judged.facts, 'evidence', {
        accept,
        ...(overridden === undefined ? {} : { endOf: (message) => overriddenEnd(message, overridden) }),
    });
}
async function commitOf(call, problems) {
    const asked = call.text('commit');
    if (asked === '' && call.text('override') === '')
        return '';
    const commit = await (0,git/* commitNamed */.vj)(asked || 'HEAD', call);
    if (commit === undefined)
        problems.push(asked === '' ? '--commit: required with --override, as git knows no commit here' : (0,git/* noCommit */.lN)(asked));
    return commit ?? '';
}


/***/ }),

/***/ 522810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ days),
/* harmony export */   z: () => (/* binding */ budgetChecks)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(984731);
/* harmony import */ var _budget_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(731731);


function budgetChecks(report, subject) {
    return [
        budgetCheck(report, subject),
        ...report.rates
            .filter(({ severity, state }) => severity === 'page' && state !== 'not-asked')
            .map((rate) => rateCheck(rate, subject)),
    ];
}
function budgetCheck({ availability, budget, objective, windowMs }, what) {
    const window = days(windowMs);
    const check = {
        id: 'error-budget',
        title: `The error budget of ${window} is not spent`,
        what,
        expected: `less than ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(windowMs * (1 - objective))} of ${window} bad (${(0,_budget_report_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(objective)})`,
    };
    if (budget === null)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'not-measured',
            measured: `not measured: ${(0,_budget_report_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNot */ .OB)(availability)}`,
            remedy: 'Name a monitor that observes the app all the time in `availability-source`, and wait until it has.',
        };
    const isLeft = budget.left > 0;
    return {
        ...check,
        verdict: isLeft ? 'pass' : 'fail',
        reason: isLeft ? 'budget-left' : 'budget-spent',
        measured: `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(budget.spentMs)} bad, at a coverage of ${(0,_budget_report_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(budget.coverage)}`,
        remedy: isLeft
            ? ''
            : 'Release only what makes the app more reliable until the budget has recovered, or override it with a reason.',
    };
}
function rateCheck({ limit, longMs, rate, shortMs, state, what: why }, what) {
    const check = {
        id: `burn-rate-${days(longMs).replace(' ', '')}`,
        title: `The error budget is not spent more than ${limit} times too fast`,
        what,
        expected: `at most ${limit} times as fast as allowed, over ${days(longMs)} and over ${days(shortMs)}`,
    };
    if (state === 'unknown' || rate === null)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'not-measured',
            measured: `not measured: ${why}`,
            remedy: 'Find out why the monitor did not observe the app, and run the job again.',
        };
    const isCalm = state === 'calm';
    return {
        ...check,
        verdict: isCalm ? 'pass' : 'fail',
        reason: isCalm ? 'burn-rate-low' : 'burn-rate-high',
        measured: `${Number(rate.toFixed(1))} times as fast as allowed`,
        remedy: isCalm ? '' : 'Users see errors now: end that first, by a rollback if a release brought it.',
    };
}
function days(ms) {
    return ms % 86_400_000 === 0 ? `${ms / 86_400_000} d` : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(ms);
}


/***/ }),

/***/ 731731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   OB: () => (/* binding */ whyNot),
/* harmony export */   qd: () => (/* binding */ reportBudget)
/* harmony export */ });
/* harmony import */ var _numbers_error_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(279044);

function reportBudget(rule, measured, nowMs) {
    const of = (windowMs) => measured.find((one) => one.windowMs === windowMs);
    const availability = of(rule.windowMs) ?? notAsked(rule.windowMs);
    return {
        ...rule,
        at: new Date(nowMs).toISOString(),
        availability,
        budget: (availability.kind === 'measured' ? (0,_numbers_error_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .budgetOf */ .nT)(availability, rule.objective) : undefined) ?? null,
        rates: _numbers_error_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .BURN_RATES */ .aM.map(({ longMs, rate: limit, severity, shortMs }) => {
            const [long, short] = [of(longMs), of(shortMs)];
            const about = { longMs, shortMs, limit, severity };
            if (long === undefined || short === undefined)
                return { ...about, rate: null, state: 'not-asked', what: 'the monitor answers for other windows alone' };
            return { ...about, ...stateOf([long, short], limit, rule.objective) };
        }),
    };
}
function notAsked(windowMs) {
    return { kind: 'not-measured', windowMs, what: 'no monitor was asked' };
}
function stateOf([long, short], limit, objective) {
    const rate = rateOf(long, objective);
    if (rate === null)
        return { rate, state: 'unknown', what: whyNot(long) };
    if (rate <= limit)
        return { rate, state: 'calm', what: '' };
    const now = rateOf(short, objective);
    if (now === null)
        return { rate, state: 'unknown', what: whyNot(short) };
    return { rate, state: now > limit ? 'burning' : 'calm', what: '' };
}
function rateOf(measured, objective) {
    if (measured.kind !== 'measured' || !(0,_numbers_error_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .isMeasured */ .V2)(measured))
        return null;
    return (0,_numbers_error_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .burnRate */ .g0)(measured, objective);
}
function whyNot(measured) {
    if (measured.kind === 'measured' && measured.coverage >= _numbers_error_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .LEAST_COVERAGE */ .tw)
        return 'no request was observed in it';
    return measured.kind === 'measured'
        ? `only ${percent(measured.coverage)} of it was observed, and ${percent(_numbers_error_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .LEAST_COVERAGE */ .tw)} is the least`
        : measured.what;
}
function percent(share) {
    return `${Number((Math.floor(share * 1e5 + 1e-6) / 1e3).toFixed(3))} %`;
}


/***/ }),

/***/ 279044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V2: () => (/* binding */ isMeasured),
/* harmony export */   aM: () => (/* binding */ BURN_RATES),
/* harmony export */   g0: () => (/* binding */ burnRate),
/* harmony export */   nT: () => (/* binding */ budgetOf),
/* harmony export */   tw: () => (/* binding */ LEAST_COVERAGE)
/* harmony export */ });
const LEAST_COVERAGE = 0.95;
function isMeasured({ coverage, good }) {
    return coverage >= LEAST_COVERAGE && good >= 0 && good <= 1;
}
function budgetOf(measured, objective) {
    if (measured === undefined || !isMeasured(measured))
        return undefined;
    const allowedMs = Math.round(measured.windowMs * (1 - objective));
    const spentMs = Math.round(measured.windowMs * (1 - measured.good));
    return {
        objective,
        allowedMs,
        spentMs,
        left: allowedMs === 0 ? 0 : 1 - spentMs / allowedMs,
        coverage: measured.coverage,
    };
}
const BURN_RATES = [
    { longMs: 3_600_000, shortMs: 300_000, rate: 14.4, severity: 'page' },
    { longMs: 21_600_000, shortMs: 1_800_000, rate: 6, severity: 'page' },
    { longMs: 259_200_000, shortMs: 21_600_000, rate: 1, severity: 'ticket' },
];
function burnRate(measured, objective) {
    return objective >= 1 ? Number.POSITIVE_INFINITY : (1 - measured.good) / (1 - objective);
}


/***/ })

};
