export const id = 1459;
export const ids = [1459];
export const modules = {

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

/***/ 361812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ artifactPlace)
/* harmony export */ });
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(453920);

function artifactPlace(github) {
    return {
        list: (name) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .listArtifacts */ .wn)(github, name),
        download: (id) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .downloadArtifact */ .bk)(github, id),
        run: (id) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .readArtifactOrigin */ .b5)(github, id),
    };
}


/***/ }),

/***/ 318388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ trustedBranches)
/* harmony export */ });
async function trustedBranches(values, github) {
    if (values['trusted-branches'].length > 0)
        return values['trusted-branches'];
    return [(await github.read('repos.get', {})).default_branch];
}


/***/ }),

/***/ 643019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ textAt),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   t: () => (/* binding */ numberAt)
/* harmony export */ });
function at(value, ...path) {
    let here = value;
    for (const step of path) {
        if (typeof here !== 'object' || here === null)
            return undefined;
        here = here[step];
    }
    return here;
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function numberAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}


/***/ }),

/***/ 589630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./packages/base/lib/json-path.js
var json_path = __webpack_require__(643019);
;// CONCATENATED MODULE: ./packages/evidence/lib/status/allow.js
function like(form) {
    return (value) => (typeof value === 'string' && form.test(value) ? value : undefined);
}
function oneOf(words) {
    return (value) => words.find((word) => word === value);
}
const finite = (value) => typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const time = (value) => {
    const at = typeof value === 'string' || typeof value === 'number' ? new Date(value).getTime() : Number.NaN;
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};
function orNull(allowed) {
    return (value) => allowed(value) ?? null;
}
function record(shape) {
    return (value) => {
        if (typeof value !== 'object' || value === null)
            return undefined;
        const read = {};
        for (const [name, allowed] of Object.entries(shape)) {
            const found = allowed(Object.hasOwn(value, name) ? value[name] : undefined);
            if (found === undefined)
                return undefined;
            read[name] = found;
        }
        return read;
    };
}
function listOf(allowed, most) {
    return (value) => {
        if (!Array.isArray(value))
            return undefined;
        const shown = [];
        for (const one of value) {
            if (shown.length === most)
                break;
            const read = allowed(one);
            if (read !== undefined)
                shown.push(read);
        }
        return { shown, more: value.length - shown.length };
    };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/status/status-facts.js
const ENVIRONMENT_STATES = ['live', 'releasing', 'held', 'unresolved', 'unknown'];
const RELEASE_ENDS = [
    'released',
    'rolled-back',
    'partly-rolled-back',
    'failed',
    'held',
    'closed',
    'unresolved',
    'open',
];
const INCIDENT_CAUSES = [
    'failed-release',
    'rollback',
    'lost-run',
    'by-hand',
];
const DRILL_NAMES = ['restore', 'alert'];

;// CONCATENATED MODULE: ./packages/evidence/lib/status/public-status.js



const STATUS_KIND = 'lockstep-status/1';
const MOST = 20;
const TITLE = /^(?!(?:\D*\d){5})[\p{L}\p{N}][\p{L}\p{N} .&'()–-]{0,59}$/u;
const RELEASE_ID = like(/^\d{8}T\d{6}Z-[0-9a-f]{6}$/);
const commit = (value) => like(/^[0-9a-f]{7,64}$/)(value)?.slice(0, 7);
const share = (value) => {
    const number = finite(value);
    return number !== undefined && number >= 0 && number <= 1 ? number : undefined;
};
const whole = (value) => Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
const duration = (value) => {
    const number = finite(value);
    return number !== undefined && number >= 0 ? Math.round(number) : undefined;
};
function allowedOf(lines) {
    const name = like(/^[A-Za-z0-9](?:[\w .-]{0,38}[\w.])?$/);
    const service = (value) => (value === '' ? '' : name(value));
    const line = { environment: name, service };
    const listed = (allowed) => (value) => {
        const read = allowed(value);
        return read !== undefined && lines.has(lineName(read)) ? read : undefined;
    };
    const ofLine = (allowed) => (value) => {
        const of = (0,json_path.at)(value, 'line');
        return of === null || listed(record(line))(of) !== undefined ? allowed(value) : undefined;
    };
    const when = orNull(time);
    const budget = record({ allowedMs: duration, spentMs: duration, left: finite, coverage: share });
    const rate = record({
        longMs: duration,
        limit: finite,
        severity: oneOf(['page', 'ticket']),
        rate: orNull(finite),
        state: oneOf(['burning', 'calm', 'unknown', 'not-asked']),
    });
    const availability = record({
        kind: oneOf(['measured', 'not-measured']),
        good: orNull(share),
        coverage: orNull(share),
    });
    return record({
        title: like(TITLE),
        at: time,
        environments: orNull(listOf(listed(record({
            ...line,
            state: oneOf(ENVIRONMENT_STATES),
            release: orNull(RELEASE_ID),
            commit: orNull(commit),
            since: when,
        })), MOST)),
        releases: orNull(listOf(listed(record({
            ...line,
            id: RELEASE_ID,
            commit: orNull(commit),
            begunAt: time,
            endedAt: when,
            end: oneOf(RELEASE_ENDS),
            goneAt: when,
        })), MOST)),
        incidents: orNull(listOf(ofLine(record({
            number: whole,
            cause: oneOf(INCIDENT_CAUSES),
            openedAt: time,
            acknowledgedAt: when,
            restoredAt: when,
            closedAt: when,
        })), MOST)),
        availability: orNull(listOf(listed(record({
            ...line,
            report: record({
                objective: share,
                windowMs: duration,
                at: time,
                availability,
                budget: orNull(budget),
                rates: listOf(rate, 10),
            }),
        })), MOST)),
        drills: orNull(listOf(record({
            name: oneOf(DRILL_NAMES),
            at: time,
            verdict: oneOf(['pass', 'fail', 'unknown']),
            recoveryMs: orNull(duration),
            dataAgeMs: orNull(duration),
            acknowledgedMs: orNull(duration),
        }), MOST)),
        controls: orNull(record({ current: whole, failing: whole, stale: whole, missing: whole, notCollected: whole })),
    });
}
function lineName({ environment, service }) {
    return service === '' ? environment : `${environment}/${service}`;
}
function publicStatus(facts, lines) {
    const read = allowedOf(new Set(lines))(facts);
    return read === undefined ? undefined : { kind: STATUS_KIND, ...read };
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
;// CONCATENATED MODULE: ./packages/evidence/lib/status/html.js
class Html {
    markup;
    constructor(markup) {
        this.markup = markup;
    }
}
const MARKS = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function html(texts, ...parts) {
    return new Html(texts.map((text, at) => text + (at < parts.length ? markupOf(parts[at] ?? '') : '')).join(''));
}
function markupOf(part) {
    if (part instanceof Html)
        return part.markup;
    if (Array.isArray(part))
        return part.map(markupOf).join('');
    return String(part).replaceAll(/[&<>"']/g, (mark) => MARKS[mark] ?? '');
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/evidence/lib/status/parts.js


const NOT_MEASURED = 'not measured';
function listed(list, words, draw) {
    if (list === null)
        return html `<p class="none">${words.missing}</p>`;
    const rest = list.more > 0 ? html `<p class="none">${words.more(list.more)}</p>` : new Html('');
    if (list.shown.length === 0)
        return list.more > 0 ? rest : html `<p class="none">${words.none}</p>`;
    return html `${draw(list.shown)}${rest}`;
}
function badge(words, tone) {
    return html `<span class="badge ${tone}">${words}</span>`;
}
function timeOf(at) {
    if (at === null)
        return html `<span class="none">–</span>`;
    return html `<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;
}
function between(from, to) {
    const ms = from === null || to === null ? -1 : Date.parse(to) - Date.parse(from);
    return ms < 0 ? '–' : (0,lib_duration/* formatDuration */.a)(ms);
}
function table(caption, columns, rows) {
    const [first, ...others] = columns;
    const head = columns.map(({ title }) => html `<th role="columnheader" scope="col">${title}</th>`);
    const body = rows.map((row) => html `<tr role="row"><th role="rowheader" scope="row">${first?.cell(row) ?? ''}</th>${others.map(({ cell, title }) => html `<td role="cell"><span class="label" aria-hidden="true">${title}</span> ${cell(row)}</td>`)}</tr>
`);
    return html `<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body}</tbody></table>`;
}

// EXTERNAL MODULE: ./packages/evidence/lib/availability/budget-checks.js
var budget_checks = __webpack_require__(522810);
// EXTERNAL MODULE: ./packages/evidence/lib/availability/budget-report.js
var budget_report = __webpack_require__(731731);
;// CONCATENATED MODULE: ./packages/evidence/lib/status/sections/availability.js






function availability({ availability: list }) {
    const content = listed(list, {
        missing: 'Availability: not measured. No monitor was asked.',
        none: 'Availability: not measured.',
        more: (count) => `${count} more are not shown here.`,
    }, (shown) => html `${shown.map(one)}`);
    return { id: 'availability', title: 'Availability', content };
}
function one(listed) {
    const { availability: measured, at, budget, objective, rates, windowMs } = listed.report;
    const isMeasured = measured.kind === 'measured' && measured.good !== null && measured.coverage !== null;
    return html `<article><h3>${lineName(listed)}</h3>
<dl><dt>Available, last ${(0,budget_checks/* days */._)(windowMs)}</dt><dd>${isMeasured ? html `<strong>${(0,budget_report/* percent */.KN)(measured.good ?? 0)}</strong> of what was observed` : NOT_MEASURED}</dd>
<dt>Coverage</dt><dd>${isMeasured ? html `${(0,budget_report/* percent */.KN)(measured.coverage ?? 0)} of the time was observed` : NOT_MEASURED}</dd>
<dt>Objective</dt><dd>${(0,budget_report/* percent */.KN)(objective)}, that is ${(0,lib_duration/* formatDuration */.a)(windowMs * (1 - objective))} of ${(0,budget_checks/* days */._)(windowMs)} may be bad</dd>
<dt>Error budget</dt><dd>${budgetWords(budget)}</dd>
<dt>As of</dt><dd>${timeOf(at)}</dd></dl>
${budget === null ? '' : bar(budget.left)}
${rates.shown.length === 0 ? '' : rateTable(rates.shown)}</article>
`;
}
function budgetWords(budget) {
    if (budget === null)
        return `${NOT_MEASURED}: too little was observed`;
    const words = `${(0,lib_duration/* formatDuration */.a)(budget.spentMs)} of ${(0,lib_duration/* formatDuration */.a)(budget.allowedMs)} spent`;
    return html `${words} ${budget.left > 0 ? badge(`${(0,budget_report/* percent */.KN)(budget.left)} left`, 'good') : badge('Spent', 'bad')}`;
}
function bar(left) {
    const width = Math.round(Math.min(1, Math.max(0, left)) * 100);
    return html `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4"/><rect class="left" width="${width}" height="4"/></svg>`;
}
function rateTable(rates) {
    return table('How fast the error budget is spent (1 is as fast as allowed)', [
        { title: 'Window', cell: ({ longMs }) => (0,budget_checks/* days */._)(longMs) },
        { title: 'Rate', cell: ({ rate }) => (rate === null ? NOT_MEASURED : String(Number(rate.toFixed(1)))) },
        { title: 'Limit', cell: ({ limit }) => String(limit) },
        { title: 'State', cell: stateOf },
    ], rates);
}
function stateOf({ state }) {
    switch (state) {
        case 'burning':
            return badge('Too fast', 'bad');
        case 'calm':
            return badge('Within the limit', 'good');
        case 'unknown':
        case 'not-asked':
            return NOT_MEASURED;
    }
}

;// CONCATENATED MODULE: ./packages/evidence/lib/status/sections/drills.js


const NAMES = {
    restore: 'A backup was restored',
    alert: 'People were alerted',
};
const VERDICTS = {
    pass: ['Passed', 'good'],
    fail: ['Failed', 'bad'],
    unknown: ['Unknown', 'open'],
};
function drills({ drills: list }) {
    const content = listed(list, { missing: 'Drills: not recorded.', none: 'None recorded.', more: (count) => `${count} more are not shown here.` }, (shown) => table('The last of each kind', [
        { title: 'Drill', cell: ({ name }) => NAMES[name] },
        { title: 'Last', cell: ({ at }) => timeOf(at) },
        { title: 'Result', cell: ({ verdict }) => badge(...VERDICTS[verdict]) },
        { title: 'Measured', cell: measured },
    ], shown));
    return { id: 'drills', title: 'Drills', content };
}
function measured({ acknowledgedMs, dataAgeMs, recoveryMs }) {
    const parts = [
        ...(recoveryMs === null ? [] : [`restored in ${(0,lib_duration/* formatDuration */.a)(recoveryMs)}`]),
        ...(dataAgeMs === null ? [] : [`data of ${(0,lib_duration/* formatDuration */.a)(dataAgeMs)} before`]),
        ...(acknowledgedMs === null ? [] : [`acknowledged after ${(0,lib_duration/* formatDuration */.a)(acknowledgedMs)}`]),
    ];
    return parts.length === 0 ? NOT_MEASURED : parts.join(', ');
}

;// CONCATENATED MODULE: ./packages/evidence/lib/status/sections/environments.js



const STATES = {
    live: ['Live', 'good'],
    releasing: ['A release is in progress', 'open'],
    held: ['A release is held: a person decides', 'open'],
    unresolved: ['The end of a release could not be confirmed', 'bad'],
    unknown: ['No release is known to be live', 'plain'],
};
function environments({ environments: list }) {
    const content = listed(list, {
        missing: 'Environments: not recorded.',
        none: 'None recorded.',
        more: (count) => `${count} more are not shown here.`,
    }, (shown) => html `<ul class="cards">
${shown.map((one) => {
        const [words, tone] = STATES[one.state];
        return html `<li><h3>${lineName(one)}</h3><p>${badge(words, tone)}</p>
<dl><dt>Release</dt><dd>${one.release ?? '–'}</dd><dt>Commit</dt><dd>${one.commit ?? '–'}</dd><dt>Since</dt><dd>${timeOf(one.since)}</dd></dl></li>
`;
    })}</ul>`);
    return { id: 'environments', title: 'What is live', content };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/status/sections/evidence.js

function evidence({ controls }) {
    const about = { id: 'evidence', title: 'Evidence' };
    if (controls === null)
        return { ...about, content: html `<p class="none">Controls: none recorded.</p>` };
    const { current, failing, missing, notCollected, stale } = controls;
    const all = current + failing + missing + notCollected + stale;
    return {
        ...about,
        content: html `<p><strong>${current} of ${all} controls have current evidence.</strong> This says what evidence there is, not whether a law or a standard is met.</p>
<dl><dt>Failing</dt><dd>${failing}</dd><dt>Too old</dt><dd>${stale}</dd><dt>Missing</dt><dd>${missing}</dd><dt>Not collected</dt><dd>${notCollected}</dd></dl>`,
    };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/status/sections/incidents.js

const CAUSES = {
    'failed-release': 'A release that failed after users had it',
    rollback: 'A release that was rolled back',
    'lost-run': 'A release that lost its runner',
    'by-hand': 'A person',
};
function incidents({ incidents: list }) {
    const content = listed(list, {
        missing: 'Incidents: not recorded.',
        none: 'None recorded.',
        more: (count) => `${count} more are not shown here.`,
    }, (shown) => table('The newest first', [
        { title: 'Incident', cell: ({ number }) => `#${number}` },
        { title: 'Opened by', cell: ({ cause }) => CAUSES[cause] },
        { title: 'Opened', cell: ({ openedAt }) => timeOf(openedAt) },
        { title: 'Until acknowledged', cell: ({ acknowledgedAt, openedAt }) => between(openedAt, acknowledgedAt) },
        { title: 'Until restored', cell: ({ openedAt, restoredAt }) => between(openedAt, restoredAt) },
        { title: 'State', cell: incidents_stateOf },
    ], shown));
    return { id: 'incidents', title: 'Incidents', content };
}
function incidents_stateOf({ closedAt, restoredAt }) {
    if (closedAt !== null)
        return badge('Closed', 'good');
    return restoredAt === null ? badge('Open', 'bad') : badge('Restored, not yet closed', 'open');
}

;// CONCATENATED MODULE: ./packages/evidence/lib/status/sections/releases.js


const ENDS = {
    released: ['Released', 'good'],
    'rolled-back': ['Rolled back', 'bad'],
    'partly-rolled-back': ['Partly rolled back', 'bad'],
    failed: ['Failed before users had it', 'bad'],
    held: ['Held: a person decides', 'open'],
    closed: ['Held, then closed by a person', 'plain'],
    unresolved: ['Its end could not be confirmed', 'bad'],
    open: ['In progress', 'open'],
};
function releases({ releases: list }) {
    const content = listed(list, {
        missing: 'Releases: not recorded.',
        none: 'None recorded.',
        more: (count) => `${count} more are in the ledger.`,
    }, (shown) => table('The newest first', [
        { title: 'Release', cell: ({ id }) => id },
        { title: 'To', cell: lineName },
        { title: 'Commit', cell: ({ commit }) => commit ?? '–' },
        { title: 'Began', cell: ({ begunAt }) => timeOf(begunAt) },
        { title: 'Took', cell: ({ begunAt, endedAt }) => between(begunAt, endedAt) },
        { title: 'End', cell: endOf },
    ], shown));
    return { id: 'releases', title: 'Last releases', content };
}
function endOf({ end, goneAt }) {
    if (end === 'closed' && goneAt !== null)
        return badge('Held, and rolled back later', 'bad');
    if (end === 'released' && goneAt !== null)
        return badge('Released, and rolled back later', 'bad');
    return badge(...ENDS[end]);
}

;// CONCATENATED MODULE: ./packages/evidence/lib/status/sections.js






const sections = [
    environments,
    incidents,
    availability,
    releases,
    drills,
    evidence,
];

;// CONCATENATED MODULE: ./packages/evidence/lib/status/style.js
const STYLE = `:root{color-scheme:light dark;--back:#fff;--card:#f5f7f9;--text:#16191d;--dim:#414952;--line:#b9c1c9;--good:#07552c;--bad:#a3121a;--open:#5f3a00}
@media (prefers-color-scheme:dark){:root{--back:#0e1116;--card:#171c23;--text:#eef1f4;--dim:#c0c8d0;--line:#444d57;--good:#5fd699;--bad:#ff9b9b;--open:#f2c063}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:64rem;margin:0 auto;padding:1rem}h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:0 0 .5rem}
p{margin:.5rem 0}.none,footer,caption,.label{color:var(--dim)}a{color:inherit}
.cards{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr))}.cards li,article{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin-bottom:1rem}.cards li{margin:0}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.25rem 1rem;margin:.5rem 0}dt{color:var(--dim)}dd{margin:0}
.badge{display:inline-block;padding:0 .5rem;border:1px solid;border-left-width:.35rem;border-radius:.25rem;font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--open)}.plain{color:var(--dim)}
.bar{display:block;width:100%;height:.5rem;margin:.5rem 0;border-radius:.25rem}.rest{fill:var(--line)}.left{fill:var(--good)}
table{width:100%;border-collapse:collapse}caption{text-align:left;padding-bottom:.25rem}th,td{text-align:left;vertical-align:top;padding:.4rem .5rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400}thead th{font-weight:600}.label{display:none}
@media (max-width:44rem){table,tbody,tr,th,td,caption{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}th,td{border:0;padding:.1rem 0}tbody th{font-weight:600}.label{display:inline-block;min-width:8rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{body{background:#fff;color:#000}.cards li,article,tr{break-inside:avoid}}`;

;// CONCATENATED MODULE: ./packages/evidence/lib/status/page.js





const MOST_BYTES = 200_000;
function statusPage(status) {
    const drawn = sections.map((section) => section(status));
    return `${html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${status.title}: status</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header><h1>${status.title}: status</h1>
<p>${incidentLine(status)} As of ${timeOf(status.at)}.</p></header>
<main>
${drawn.map(sectionOf)}</main>
<footer><p>A run of a workflow writes this page, so it shows what was known at that time. It does not observe the app.</p>
<p>Made by Lockstep. The same facts as data: status.json.</p></footer>
</body>
</html>
`.markup}`;
}
function sectionOf({ content, id, title }) {
    return html `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}
</section>
`;
}
function incidentLine({ incidents }) {
    if (incidents === null)
        return 'Incidents are not recorded.';
    const open = incidents.shown.filter(({ closedAt }) => closedAt === null).length;
    if (open > 0)
        return `${(0,lists/* count */.U9)(open, 'incident')} ${open === 1 ? 'is' : 'are'} open.`;
    return incidents.more > 0 ? 'Of the incidents that are shown here, none is open.' : 'No incident is open.';
}
function statusJson(status) {
    return `${JSON.stringify(status, undefined, 2)}\n`;
}

// EXTERNAL MODULE: ./packages/action-kit/lib/availability.js + 3 modules
var lib_availability = __webpack_require__(87197);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./packages/evidence/lib/incidents/subject.js
var subject = __webpack_require__(70346);
;// CONCATENATED MODULE: ./packages/evidence/lib/status/from-facts.js

function environmentOf({ commitOf, environment, releases, service }) {
    const newest = [...releases].sort((a, b) => b.begunAt - a.begunAt);
    const live = newest.find((each) => each.goneAt === null && hasUsers(each));
    return {
        environment,
        service,
        state: from_facts_stateOf(newest[0], live),
        release: live?.id ?? null,
        commit: live === undefined ? null : commitOf(live.id),
        since: live?.trafficAt ?? live?.endedAt ?? null,
    };
}
function hasUsers({ end, trafficAt }) {
    if (end === 'released')
        return true;
    return trafficAt !== null && (end === 'held' || end === 'closed' || end === 'unresolved');
}
function from_facts_stateOf(newest, live) {
    if (newest?.end === 'open')
        return 'releasing';
    if (newest?.end === 'held' || newest?.end === 'unresolved')
        return newest.end;
    return live === undefined ? 'unknown' : 'live';
}
function releasesOf(lines) {
    return lines
        .flatMap(({ commitOf, environment, releases, service }) => releases.map(({ begunAt, end, endedAt, goneAt, id }) => ({
        ...{ environment, service, id, begunAt, endedAt, end, goneAt },
        commit: commitOf(id),
    })))
        .sort((a, b) => b.begunAt - a.begunAt);
}
function drillsOf({ acknowledged, dataAge, restore }) {
    const none = { recoveryMs: null, dataAgeMs: null, acknowledgedMs: null };
    const restored = restore === undefined ? [] : [{ ...restore, name: 'restore', recoveryMs: restore.ms }];
    const alerted = acknowledged === undefined ? [] : [{ ...acknowledged, name: 'alert', acknowledgedMs: acknowledged.ms }];
    return [
        ...restored.map((one) => ({ ...none, ...one, dataAgeMs: dataAge?.ms ?? null })),
        ...alerted.map((one) => ({ ...none, ...one })),
    ].map(({ acknowledgedMs, atMs: at, dataAgeMs, name, recoveryMs, verdict }) => ({
        ...{ name, at, verdict, recoveryMs, dataAgeMs, acknowledgedMs },
    }));
}
function controlsOf({ rows }) {
    const many = (wanted) => rows.filter(({ state }) => state === wanted).length;
    return {
        current: many('current'),
        failing: many('failing'),
        stale: many('stale'),
        missing: many('missing'),
        notCollected: many('not-collected'),
    };
}
function statusIncidents(incidents, lines) {
    const named = new Map(lines.map(({ as, of }) => [(0,subject/* subjectOf */.e)(of), as]));
    return incidents
        .flatMap(({ acknowledgedMs, cause, closedMs, number, openedMs, restoredMs, subject }) => {
        const line = cause === 'by-hand' ? null : named.get(subject);
        return line === undefined
            ? []
            : {
                ...{ line, number, cause, openedAt: openedMs, acknowledgedAt: acknowledgedMs },
                ...{ restoredAt: restoredMs, closedAt: closedMs },
            };
    })
        .sort((a, b) => b.openedAt - a.openedAt);
}

// EXTERNAL MODULE: ./packages/evidence/lib/numbers/from-ledger.js
var from_ledger = __webpack_require__(958841);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/gather-drills.js
var gather_drills = __webpack_require__(656789);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/measured.js
var documents_measured = __webpack_require__(961667);
// EXTERNAL MODULE: ./packages/github/lib/ledger/services.js
var ledger_services = __webpack_require__(409718);
// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(767828);
// EXTERNAL MODULE: ./packages/github/lib/ledger/key.js
var ledger_key = __webpack_require__(299431);
// EXTERNAL MODULE: ./packages/github/lib/ledger/ledger.js
var ledger_ledger = __webpack_require__(109614);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/artifact-place.js
var artifact_place = __webpack_require__(361812);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/trusted-branches.js
var trusted_branches = __webpack_require__(318388);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/status-facts.js








const LOOK_BACK_MS = 180 * 86_400_000;
const MOST_RELEASES = 30;
const FURTHER = [
    { fromMs: 0, most: MOST_RELEASES },
    { fromMs: 0, most: 120 },
];
function linesOf(values) {
    const given = values['status-lines'];
    if (given.length === 0)
        return [{ environment: values.environment, service: values.service }];
    return given.map((line) => {
        const [environment = '', ...service] = line.split('/');
        return { environment, service: service.join('/') };
    });
}
async function collectFacts(values, tools) {
    const { github } = tools;
    const gaps = [];
    const part = async (name, read) => {
        try {
            return await read();
        }
        catch (error) {
            if (tools.signal.aborted || !(error instanceof errors/* RemoteError */.Hi))
                throw error;
            gaps.push(`${name}: ${(0,errors/* describe */.q0)(error)}`);
            return null;
        }
    };
    const keys = linesOf(values);
    let shown;
    const nowMs = tools.clock.now();
    const lines = await part('releases', async () => {
        const line = await onlyLine(github, values, nowMs);
        if (line === 'several')
            gaps.push(`releases: ${values.environment} has several services; name those that may be shown in status-lines`);
        const named = typeof line === 'object' ? [line] : keys;
        if (line !== 'several')
            shown = shownLines(named, keys);
        const read = await Promise.all(named.map((key) => readLine(github, values, key, { nowMs, gaps })));
        return read.map((each, nth) => ({ ...each, ...keys[nth] }));
    });
    const incidents = incidentsFor(values, tools, { shown: shown ?? namedLines(values, keys), gaps });
    const drills = await part('drills', () => readDrills(github, values, gaps));
    const [first] = keys;
    const report = values['availability-source'] === '' ? undefined : await (0,lib_availability/* measureBudget */.C)(values, tools);
    if (report?.availability.kind === 'not-measured')
        gaps.push(`availability: ${report.availability.what}`);
    return {
        gaps,
        facts: {
            title: values['status-title'],
            at: nowMs,
            environments: lines?.map(environmentOf) ?? null,
            releases: lines === null ? null : releasesOf(lines),
            incidents,
            availability: report === undefined || first === undefined ? null : [{ ...first, report }],
            drills,
            controls: values['controls-report'] === '' ? null : readControls(values['controls-report'], tools),
        },
    };
}
async function onlyLine(github, values, nowMs) {
    const { environment, service } = values;
    if (values['status-lines'].length > 0 || service !== '')
        return undefined;
    const source = { github, creator: values['ledger-creator'] };
    const lately = await (0,ledger_services/* servicesIn */.q)(source, environment, { fromMs: nowMs - LOOK_BACK_MS });
    const services = lately.length > 0 ? lately : await (0,ledger_services/* servicesIn */.q)(source, environment, { fromMs: 0 });
    const [only = '', ...others] = services;
    return others.length > 0 ? 'several' : { environment, service: only };
}
async function readLine(github, values, key, at) {
    const source = { github, creator: values['ledger-creator'] };
    const spans = [{ fromMs: at.nowMs - LOOK_BACK_MS, most: MOST_RELEASES }, ...FURTHER];
    let line = { ...key, releases: [], commitOf: () => null };
    for (const span of spans) {
        const history = await (0,ledger_history/* readHistory */.L)(source, key, span);
        line = await lineOf(source, key, history);
        if (environmentOf(line).release !== null || (span.fromMs === 0 && history.isWhole))
            return line;
    }
    const most = spans.at(-1)?.most;
    at.gaps.push(`releases: what is live in ${(0,ledger_key/* showKey */.N)(key)} is not known: of its ledger only the newest ${most} were read, and users have none of them`);
    return line;
}
async function lineOf(source, key, history) {
    const ledger = (0,ledger_ledger/* openLedger */.a)(source);
    const ended = new Set();
    for (const release of history.releases)
        if (release.state === 'begun' && (await ledger.runState(release)).kind === 'ended')
            ended.add(release.id);
    const aside = { commits: [], startedAt: null, approvedAt: null };
    return {
        ...key,
        releases: (0,from_ledger/* releaseFacts */.t)(history, (id) => ({ ...aside, hasEnded: ended.has(id) })),
        commitOf: (id) => history.releases.find((release) => release.id === id)?.candidate.commit ?? null,
    };
}
async function readDrills(github, values, gaps) {
    const { found, notes } = await (0,gather_drills/* gatherDrills */.s)((0,artifact_place/* artifactPlace */.g)(github), await (0,trusted_branches/* trustedBranches */.Q)(values, github));
    gaps.push(...notes.map((note) => `drills: ${note}`));
    return found.length === 0 && notes.length > 0 ? null : drillsOf((0,documents_measured/* readMeasured */.LT)(found));
}
function jsonIn(text) {
    try {
        return [JSON.parse(text)];
    }
    catch {
        return [];
    }
}
function readControls(path, tools) {
    const rows = listIn({ input: 'controls-report', path, kind: 'lockstep-controls/1', field: 'rows' }, tools);
    return controlsOf({ rows: rows });
}
function shownLines(named, keys) {
    return named.flatMap((of, nth) => (keys[nth] === undefined ? [] : { of, as: keys[nth] }));
}
function namedLines(values, keys) {
    return values.service === '' && values['status-lines'].length === 0 ? undefined : shownLines(keys, keys);
}
function incidentsFor(values, tools, { gaps, shown }) {
    const path = values['incidents-report'];
    if (path === '')
        return null;
    const list = listIn({ input: 'incidents-report', path, kind: 'lockstep-incidents/1', field: 'incidents' }, tools);
    const found = statusIncidents(list, shown ?? []);
    if (shown !== undefined || found.length === list.length)
        return found;
    gaps.push('incidents: of services that no one named; name those that may be shown in status-lines');
    return null;
}
function listIn({ field, input, kind, path }, { env }) {
    let text = '';
    try {
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(env.workspace, path), 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "${input}": ${path} cannot be read`, { cause });
    }
    const [report] = jsonIn(text);
    const list = (0,json_path.at)(report, field);
    if ((0,json_path.at)(report, 'kind') !== kind || !Array.isArray(list) || !list.every(fields/* isMap */.j))
        throw new errors/* InputError */.dz(`input "${input}": ${path} is no report of the kind ${kind}`);
    return list;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/status.js



const NOTHING = {
    at: 0,
    ...{ environments: null, releases: null, incidents: null, availability: null, drills: null, controls: null },
};
function statusProblems(values) {
    const title = values['status-title'];
    if (publicStatus({ ...NOTHING, title }, []) !== undefined)
        return (0,lib_availability/* availabilityProblems */.O)(values);
    return [
        ...(0,lib_availability/* availabilityProblems */.O)(values),
        `input "status-title": expected a title for the public: at most 60 letters, digits, spaces and .&'()-, got "${title}"`,
    ];
}
async function statusPages(values, tools, folder) {
    const { facts, gaps } = await collectFacts(values, tools);
    const names = linesOf(values).map(lineName);
    const shown = publicStatus(facts, names);
    if (shown === undefined)
        throw new Error('the title was checked before');
    const page = statusPage(shown);
    const size = `${Math.ceil(Buffer.byteLength(page) / 1_000)} kB`;
    return {
        ...{ names, size, gaps },
        files: { 'index.html': page, 'status.json': statusJson(shown) },
        outcome: gaps.length === 0
            ? { verdict: 'pass', reason: 'page-written', message: `the status page is in ${folder}, ${size}` }
            : {
                ...{ verdict: 'unknown', reason: 'page-incomplete' },
                message: `the status page is in ${folder}, without ${gaps.join('; ')}`,
            },
    };
}

// EXTERNAL MODULE: ./packages/base/lib/together.js
var together = __webpack_require__(323512);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json-text.js
var json_text = __webpack_require__(883149);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/controls.js + 2 modules
var controls = __webpack_require__(262193);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var given = __webpack_require__(777481);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/words.js
var evidence_words = __webpack_require__(684728);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/status.js





async function status_status(call) {
    const { signal, terminal } = call;
    const { folder, values, world } = await (0,together/* readTogether */.V)({
        folder: () => (0,controls/* assertFolder */.Zp)(call, 'status-directory', 'index.html'),
        values: () => valuesOf(call),
        world: () => (0,given/* connected */.aW)(call),
    });
    const tools = { ...world, signal, mask: () => undefined, env: { workspace: process.cwd() } };
    const { files, gaps, outcome } = await statusPages(values, tools, folder);
    const { reason, verdict } = outcome;
    const message = evidence_words/* WORDS */.q.text(outcome.message);
    const paths = (0,controls/* writeAll */.f4)(folder, files);
    for (const gap of gaps)
        terminal.tell(`warning: not on the page: ${evidence_words/* WORDS */.q.text(gap)}\n`);
    const words = [
        `${terminal.paint(verdict, verdict)} (${reason}): ${message}`,
        ...paths.map((path) => `wrote ${path}`),
    ];
    terminal.write(call.json ? (0,json_text/* jsonText */.s)({ verdict, reason, message, files: paths }) : `${words.join('\n')}\n`);
    return verdict;
}
function valuesOf(call) {
    const problems = [];
    const values = {
        ...{ environment: call.text('environment'), service: call.text('service') },
        'ledger-creator': call.text('ledger-creator'),
        'trusted-branches': call.texts('trusted-branch'),
        'status-title': call.text('status-title'),
        'status-lines': call.texts('status-line'),
        'incidents-report': call.text('incidents-report'),
        'controls-report': call.text('controls-report'),
        ...(0,given/* availabilityOf */.nS)(call, problems),
    };
    const all = problems.length > 0 ? problems : statusProblems(values);
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    return values;
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

/***/ 961667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ readMeasured),
/* harmony export */   nS: () => (/* binding */ hasMeasured)
/* harmony export */ });
/* unused harmony export NOT_MEASURED */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1015169);

const NOT_MEASURED = { restore: undefined, dataAge: undefined, acknowledged: undefined };
const BACKUP = 'lockstep-drill/1';
const ALERT = 'lockstep-alert-drill/1';
function readMeasured(found) {
    return {
        restore: newest(found, BACKUP, 'restoreMs'),
        dataAge: newest(found, BACKUP, 'dataAgeMs'),
        acknowledged: newest(found, ALERT, 'acknowledgedMs'),
    };
}
function hasMeasured(record) {
    const { acknowledged, restore } = readMeasured([record]);
    return restore !== undefined || acknowledged !== undefined;
}
function newest(found, kind, field) {
    let last;
    for (const record of found) {
        if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(record) || record['kind'] !== kind)
            continue;
        const atMs = Date.parse(String(record['at']));
        const verdict = ['pass', 'fail', 'unknown'].find((one) => one === record['verdict']);
        if (Number.isNaN(atMs) || verdict === undefined)
            continue;
        const ms = typeof record[field] === 'number' && record[field] >= 0 ? record[field] : null;
        if (last === undefined || atMs > last.atMs)
            last = { ms, verdict, atMs };
    }
    return last;
}


/***/ }),

/***/ 70346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ subjectOf)
/* harmony export */ });
/* unused harmony export recordedSubject */

function subjectOf({ environment, service, }) {
    return [environment, service]
        .filter((part) => part !== '')
        .map((part) => encodeURIComponent(part).replaceAll(/[!'()*~]/g, escaped))
        .join('/');
}
function escaped(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
function recordedSubject(subject) {
    return codeOf(subject.split('/').map(decoded).join('/'));
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
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


/***/ }),

/***/ 958841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ releaseFacts)
/* harmony export */ });
function releaseFacts(ledger, asideOf) {
    return ledger.releases
        .filter(({ adopted, before, deployment }) => !adopted && (deployment === null || before.deployment !== deployment))
        .map((release) => factsOf(release, ledger.swaps, asideOf(release.id)));
}
function factsOf(release, swaps, aside) {
    const own = swaps.filter((swap) => swap.release === release.id);
    const { end, endedAt } = endOf(release, aside);
    const trafficAt = earliest(own.map(reachedAt)) ?? (end === 'released' ? endedAt : null);
    const prepared = timeOf(release.evidence?.at);
    const begunAt = Date.parse(release.createdAt);
    return {
        id: release.id,
        service: release.service,
        commits: aside.commits,
        startedAt: aside.startedAt,
        preparedAt: prepared !== null && prepared <= begunAt ? prepared : null,
        approvedAt: aside.approvedAt,
        begunAt,
        trafficAt,
        end,
        endedAt,
        goneAt: trafficAt === null || end === 'held' || end === 'open' ? null : goneAt(release, swaps, trafficAt),
    };
}
const ENDS = {
    released: 'released',
    'rolled-back': 'rolled-back',
    'partly-rolled-back': 'partly-rolled-back',
    held: 'held',
};
function endOf({ said, state }, { hasEnded }) {
    const undecided = { end: 'unresolved', endedAt: null };
    const committed = said.find((one) => one.state === 'released');
    if (committed !== undefined)
        return said.at(-1)?.state === 'unknown' ? undecided : { end: 'released', endedAt: timeOf(committed.at) };
    if (state === 'acknowledged' && said.at(-1)?.state === 'held')
        return { end: 'closed', endedAt: null };
    if (state === 'begun')
        return hasEnded ? undecided : { end: 'open', endedAt: null };
    const end = ENDS[state] ?? 'unresolved';
    const isOver = end === 'rolled-back' || end === 'partly-rolled-back';
    return { end, endedAt: isOver ? timeOf(firstOf(said, state)) : null };
}
function reachedAt({ createdAt, firstStageAt, said, state }) {
    if (state === 'unchanged')
        return null;
    return earliest([timeOf(firstStageAt), timeOf(firstOf(said, 'swapped'))]) ?? timeOf(createdAt);
}
function goneAt(release, swaps, trafficAt) {
    const undone = swaps
        .filter((swap) => swap.release === release.id)
        .map(({ said }) => timeOf(firstOf(said, 'put-back')));
    const takenBack = swaps
        .filter(({ takesBack }) => takesBack?.includes(release.id) === true)
        .map(({ said }) => timeOf(firstOf(said, 'swapped')));
    const later = [...undone, ...takenBack].filter((at) => at !== null && at >= trafficAt);
    const over = release.said.find(({ state }) => state === 'rolled-back' || state === 'partly-rolled-back');
    return earliest(later) ?? timeOf(over?.at);
}
function firstOf(said, state) {
    return said.find((one) => one.state === state)?.at;
}
function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}
function earliest(times) {
    const known = times.filter((time) => time !== null);
    return known.length === 0 ? null : Math.min(...known);
}


/***/ }),

/***/ 656789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ gatherDrills)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1015169);
/* harmony import */ var _documents_measured_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(961667);
/* harmony import */ var _trail_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(651974);
/* harmony import */ var _judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(734543);
/* harmony import */ var _zip_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(517368);





const ARTIFACTS = ['lockstep-drill', 'lockstep-alert-drill'];
const FILE = 'drill.json';
const MOST_BYTES = 64 * 1024 * 1024;
async function gatherDrills(place, branches) {
    const found = [];
    const notes = [];
    for (const name of ARTIFACTS) {
        const kept = await newestOf(place, name, branches);
        if (kept === undefined)
            continue;
        const read = await readDrill(place, kept);
        if (read.kind === 'read')
            found.push(read.record);
        else
            notes.push(`${name}: the drill of ${kept.run.url} cannot be read: ${read.why}`);
    }
    return { found, notes };
}
async function newestOf(place, name, branches) {
    for await (const artifact of place.list(name)) {
        if ((0,_judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfOthers */ .Ft)(artifact, branches))
            continue;
        const run = await place.run(artifact.runId);
        if (run !== undefined && (0,_judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .doubtOf */ .kv)(run, branches) === undefined)
            return { artifact, run };
    }
    return undefined;
}
async function readDrill(place, { artifact, run }) {
    const broken = (why) => ({ kind: 'broken', why });
    if (artifact.expired)
        return broken('its artifact has expired');
    if (artifact.bytes > MOST_BYTES)
        return broken(`its artifact has ${artifact.bytes} bytes`);
    let archive;
    try {
        archive = await place.download(artifact.id);
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi)
            return broken((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error));
        throw error;
    }
    if (artifact.digest !== null && artifact.digest !== `sha256:${(0,_trail_record_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(archive)}`)
        return broken('the archive is not the one that GitHub stored');
    const zip = (0,_zip_js__WEBPACK_IMPORTED_MODULE_3__/* .readZip */ .u)(archive, (name) => name === FILE, { files: 10_000, bytes: MOST_BYTES });
    if (zip.kind === 'broken')
        return broken(zip.why);
    const record = parsed(zip.files.get(FILE)?.toString('utf8') ?? '');
    if (record === undefined)
        return broken(`there is no ${FILE} in it, or it is no JSON`);
    if (!(0,_documents_measured_js__WEBPACK_IMPORTED_MODULE_4__/* .hasMeasured */ .nS)(record))
        return broken(`its ${FILE} is no record of a drill`);
    const about = { tool: '', artifact, run };
    const why = (0,_judge_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .mismatchOf */ .mW)({ at: String(record['at']), run: textOr(record['run']), tool: { name: '' } }, about);
    return why === undefined ? { kind: 'read', record } : broken(why);
}
function parsed(text) {
    try {
        const data = JSON.parse(text);
        return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(data) ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function textOr(value) {
    return typeof value === 'string' ? value : null;
}


/***/ }),

/***/ 734543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isOfOthers),
/* harmony export */   kv: () => (/* binding */ doubtOf),
/* harmony export */   mW: () => (/* binding */ mismatchOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85008);

function doubtOf(run, branches) {
    if (run === undefined)
        return 'the run that made it is gone';
    if (run.headRepository !== run.repository)
        return `it is of a commit of ${run.headRepository}`;
    if (run.event.startsWith('pull_request'))
        return `it is of a run that ${run.event} started, which runs what anyone may propose`;
    const { branch } = run;
    const trusted = [...branches, ...(run.event === 'merge_group' ? queuesOf(branches) : [])];
    if (branch === null || !trusted.some((one) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(one, branch)))
        return `it is of branch ${branch ?? 'no name'}, and only ${branches.join(', ')} are trusted`;
    return undefined;
}
function queuesOf(branches) {
    return branches.map((one) => `gh-readonly-queue/${one}/*`);
}
function isOfOthers({ head }, branches) {
    if (head === null)
        return false;
    const { branch, isOwn } = head;
    const isElsewhere = branch !== null && ![...branches, ...queuesOf(branches)].some((one) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(one, branch));
    return !isOwn || isElsewhere;
}
const SLACK_MS = 5 * 60_000;
function mismatchOf(list, about) {
    const { artifact, run, tool } = about;
    if (list.tool.name !== tool)
        return `it is a report of ${list.tool.name}`;
    if (list.run !== null && !new RegExp(`/actions/runs/${artifact.runId}(?:/|$)`).test(list.run))
        return 'it names another run than the one that kept it';
    const at = Date.parse(list.at);
    const isWithin = at >= run.createdMs - SLACK_MS && at <= artifact.createdMs + SLACK_MS;
    return isWithin ? undefined : 'its time is not within the run that kept it';
}


/***/ }),

/***/ 453920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ newestRun),
/* harmony export */   b5: () => (/* binding */ readArtifactOrigin),
/* harmony export */   bk: () => (/* binding */ downloadArtifact),
/* harmony export */   wn: () => (/* binding */ listArtifacts)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

async function* listArtifacts(github, name) {
    for await (const page of github.pages('actions.listArtifactsForRepo', { name }))
        for (const one of page.artifacts) {
            const createdMs = Date.parse(one.created_at ?? '');
            const { head_branch: branch = null, head_repository_id: from, id: runId, repository_id: own, } = one.workflow_run ?? {};
            if (runId === undefined || Number.isNaN(createdMs))
                continue;
            const head = from === undefined || own === undefined ? null : { isOwn: from === own, branch };
            const { digest = null, expired, id, size_in_bytes: bytes } = one;
            yield { id, name: one.name, bytes, expired, createdMs, digest, runId, head };
        }
}
async function downloadArtifact(github, id) {
    const data = await github.read('actions.downloadArtifact', { artifact_id: id, archive_format: 'zip' });
    if (data instanceof ArrayBuffer)
        return Buffer.from(data);
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: artifact ${id}: the answer is no archive`, { service: 'GitHub', retryable: false });
}
async function readArtifactOrigin(github, runId) {
    try {
        const run = await github.read('actions.getWorkflowRun', { run_id: runId });
        return {
            repository: run.repository.full_name,
            headRepository: run.head_repository?.full_name ?? 'a repository that is gone',
            branch: run.head_branch,
            event: run.event,
            path: run.path,
            createdMs: Date.parse(run.created_at),
            url: run.html_url,
            commit: run.head_sha,
        };
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && error.status === 404)
            return undefined;
        throw error;
    }
}
const MOST_SHOWN = 1000;
async function newestRun(github, workflow, branch) {
    const search = { workflow_id: workflow, branch, status: 'completed' };
    let many = 0;
    try {
        for await (const { workflow_runs: runs } of github.pages('actions.listWorkflowRuns', search)) {
            many += runs.length;
            const own = runs.find(({ event, head_repository: head, repository }) => {
                const isOwn = head === null || head.full_name === repository.full_name;
                return isOwn && !event.startsWith('pull_request');
            });
            if (own !== undefined)
                return { conclusion: own.conclusion ?? 'unknown', endedMs: Date.parse(own.updated_at), url: own.html_url };
        }
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && error.status === 404)
            return undefined;
        throw error;
    }
    if (many < MOST_SHOWN)
        return undefined;
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${workflow}: the newest ${many} runs on ${branch} are all of pull requests`, {
        ...{ service: 'GitHub', retryable: false },
    });
}


/***/ }),

/***/ 767828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHistory)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(166242);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(184602);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(638973);




async function readHistory(source, key, { fromMs, most }) {
    const { creator, github } = source;
    const isByUs = (record) => record.creator?.login === creator;
    const isOfLine = ({ payload }) => ((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload))?.service === key.service;
    const span = { fromMs, most, isOurs: (record) => isByUs(record) && isOfLine(record) };
    const swaps = await takeRecords(github, key, { ...span, task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj });
    const wanted = new Set(swaps.records.flatMap(({ payload }) => (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload)?.takesBack ?? []));
    const releases = await takeRecords(github, key, { ...span, task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_TASK */ .OT, wanted });
    const own = await swapsOf(github, key, { ...span, releases: releases.earlier });
    const known = new Set(swaps.records.map(({ id }) => id));
    const more = own.filter(({ id }) => !known.has(id));
    const records = [...releases.records, ...releases.earlier, ...swaps.records, ...more];
    const view = (0,_view_js__WEBPACK_IMPORTED_MODULE_1__/* .foldLedger */ .n2)(key, creator, records);
    const statusesOf = (id) => records.filter(({ payload }) => idOf(payload) === id).flatMap(({ statuses }) => statuses);
    const isEarlier = ({ record }) => releases.earlier.some(({ id }) => id === record);
    const past = view.releases.map((release) => ({
        ...release,
        said: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .readSaid */ .ys)(statusesOf(release.id), creator, _states_js__WEBPACK_IMPORTED_MODULE_2__/* .RELEASE_STATES */ .dQ),
    }));
    return {
        releases: past.filter((release) => !isEarlier(release)),
        earlier: past.filter(isEarlier),
        swaps: view.swaps.map((swap) => {
            const statuses = statusesOf(swap.id);
            return { ...swap, said: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .readSaid */ .ys)(statuses, creator, _states_js__WEBPACK_IMPORTED_MODULE_2__/* .SWAP_STATES */ .DB), firstStageAt: (0,_states_js__WEBPACK_IMPORTED_MODULE_2__/* .firstStageAt */ .aI)(statuses, creator) };
        }),
        isWhole: releases.isWhole && swaps.isWhole,
    };
}
function idOf(payload) {
    return ((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload))?.id;
}
async function swapsOf(github, key, { isOurs, most, releases }) {
    if (releases.length === 0)
        return [];
    const ids = new Set(releases.map(({ payload }) => idOf(payload)));
    const isOfThem = ({ payload }) => ids.has((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(payload)?.release ?? undefined);
    const fromMs = Math.min(...releases.map(({ created_at }) => Date.parse(created_at)));
    const taking = {
        task: _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj,
        fromMs,
        most,
        isOurs: (record) => isOurs(record) && isOfThem(record),
    };
    return (await takeRecords(github, key, taking)).records;
}
async function takeRecords(github, key, { fromMs, isOurs, most, task, wanted }) {
    const records = [];
    const earlier = [];
    const open = new Set(wanted);
    let isWhole = true;
    for await (const record of (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .deployments */ .bg)(github, key, task)) {
        const isOld = Date.parse(record.created_at) < fromMs;
        if (isOld && open.size === 0)
            break;
        if (!isOurs(record))
            continue;
        const isWanted = open.delete(idOf(record.payload) ?? '');
        if (!isOld && records.length < most)
            records.push(await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withStatuses */ .Vd)(github, record));
        else if (isWanted && earlier.length < most)
            earlier.push(await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .withStatuses */ .Vd)(github, record));
        else if (!isOld || isWanted)
            isWhole = false;
        if (!isWhole && open.size === 0)
            break;
    }
    return { records, earlier, isWhole };
}


/***/ }),

/***/ 409718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ servicesIn)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(166242);


async function servicesIn({ creator, github }, environment, { fromMs }) {
    const services = new Map();
    for (const task of [_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE_TASK */ .OT, _payload_js__WEBPACK_IMPORTED_MODULE_0__/* .SWAP_TASK */ .Wj])
        for await (const record of (0,_read_records_js__WEBPACK_IMPORTED_MODULE_1__/* .deployments */ .bg)(github, { environment, service: '' }, task)) {
            if (Date.parse(record.created_at) < fromMs)
                break;
            if (record.creator?.login !== creator)
                continue;
            const payload = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleasePayload */ .Cy)(record.payload) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .readSwapPayload */ .gX)(record.payload);
            if (payload !== undefined)
                services.set(payload.service, (services.get(payload.service) ?? 0) + 1);
        }
    return [...services.keys()].sort((a, b) => (services.get(a) ?? 0) - (services.get(b) ?? 0) || (a < b ? -1 : 1));
}


/***/ })

};
