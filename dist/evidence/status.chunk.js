export const id = 844;
export const ids = [844];
export const modules = {

/***/ 601171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ writeFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(580229);



function writeFiles(directory, files) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
    for (const [name, text] of Object.entries(files))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .redactText */ .Rd)(text));
}


/***/ }),

/***/ 205707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
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

// EXTERNAL MODULE: ./packages/action-kit/lib/github.js
var github = __webpack_require__(635046);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/write-files.js
var write_files = __webpack_require__(601171);
// EXTERNAL MODULE: ./actions/evidence/lib/in-server-time.js + 2 modules
var in_server_time = __webpack_require__(963934);
;// CONCATENATED MODULE: ./actions/evidence/lib/commands/status.js





const status_status = { problems: statusProblems, run };
async function run(values, given) {
    const shell = await (0,in_server_time/* inServerTime */.Q)(values, given);
    const { env, log, summary } = shell;
    const folder = (0,external_node_path_.resolve)(env.workspace, values['status-directory'] || 'status');
    const tools = { ...shell, github: (0,github/* githubClient */.$)(values, shell) };
    const { files, gaps, names, outcome, size } = await statusPages(values, tools, folder);
    (0,write_files/* writeFiles */.h)(folder, files);
    summary.add(`### Status page\n\n${size}, of ${names.join(', ')}.`);
    for (const gap of gaps)
        log.warning(`not on the page: ${gap}`);
    return {
        ...outcome,
        passes: outcome.verdict === 'pass' || values['on-unknown'] === 'warn' || values['report-only'],
        outputs: { 'status-directory': folder },
    };
}


/***/ }),

/***/ 963934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ inServerTime)
});

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/github/lib/server-time.js

const ACCURACY_MS = 5_000;
function serverTime(local, apiUrl, ask = fetch) {
    const { host } = new URL(apiUrl);
    let ahead;
    return {
        clock: { now: () => local.now() + (ahead ?? 0), sleep: (ms, signal) => local.sleep(ms, signal) },
        aheadMs: () => ahead,
        fetch: async (input, init) => {
            const askedMs = local.now();
            const answer = await ask(input, init);
            const saidMs = Date.parse(answer.headers.get('date') ?? '');
            const isOwn = hostOf(answer) === host && answer.headers.get('age') === null;
            if (ahead === undefined && isOwn && !Number.isNaN(saidMs)) {
                const found = saidMs + 500 - (askedMs + local.now()) / 2;
                ahead = Math.abs(found) > ACCURACY_MS + (local.now() - askedMs) / 2 ? Math.round(found) : 0;
            }
            return answer;
        },
    };
}
function hostOf({ url }) {
    return URL.canParse(url) ? new URL(url).host : '';
}
async function learnTime(github, time) {
    if (time.aheadMs() !== undefined)
        return undefined;
    try {
        await github.read('repos.get', {});
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        return time.aheadMs() === undefined ? (0,errors/* describe */.q0)(error) : undefined;
    }
    return time.aheadMs() === undefined ? 'its answers have no Date' : undefined;
}

// EXTERNAL MODULE: ./packages/github/lib/client.js
var client = __webpack_require__(598035);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/server-time.js


const ONCE = { attempts: 1, firstDelayMs: 0, maxDelayMs: 0, budgetMs: 0 };
async function clockOfGitHub(tools) {
    const { apiUrl, clock, log } = tools;
    const time = serverTime(clock, apiUrl);
    const unknown = await learnTime((0,client/* createGitHubClient */.L)({ ...tools, fetch: time.fetch, retry: ONCE }), time);
    if (unknown !== undefined)
        log.debug(`GitHub's time is not known: ${unknown}`);
    const ahead = time.aheadMs() ?? 0;
    if (ahead !== 0)
        log.warning(`the clock of this machine is ${(0,duration/* formatDuration */.a)(Math.abs(ahead))} ${ahead > 0 ? 'behind' : 'ahead of'} GitHub's, whose time is used here; set it, for example with an NTP service`);
    return time.clock;
}

;// CONCATENATED MODULE: ./actions/evidence/lib/in-server-time.js

async function inServerTime(values, shell) {
    const { apiUrl, repository } = shell.env;
    const { clock, log, signal } = shell;
    const asked = { token: values['github-token'], requestTimeoutMs: values['request-timeout'] };
    return { ...shell, clock: await clockOfGitHub({ ...asked, apiUrl, repository, clock, log, signal }) };
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
    const { readMonitor } = await Promise.all(/* import() */[__webpack_require__.e(9), __webpack_require__.e(734)]).then(__webpack_require__.bind(__webpack_require__, 948640));
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

/***/ 635046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ githubClient)
/* harmony export */ });
/* unused harmony export ledgerClient */
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598035);

function githubClient(values, shell, signal = shell.signal) {
    const { apiUrl, repository } = shell.env;
    const timeout = values['request-timeout'];
    return (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .createGitHubClient */ .L)({
        token: values['github-token'],
        apiUrl,
        repository,
        clock: shell.clock,
        log: shell.log,
        signal,
        ...(timeout === undefined ? {} : { requestTimeoutMs: timeout }),
    });
}
function ledgerClient(values, shell, signal = shell.signal) {
    return openLedger({ github: githubClient(values, shell, signal), creator: values['ledger-creator'] });
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

/***/ 643019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ textAt),
/* harmony export */   at: () => (/* binding */ at)
/* harmony export */ });
/* unused harmony export numberAt */
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

/***/ 1027241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);


const defaultRetry = { attempts: 5, firstDelayMs: 250, maxDelayMs: 8_000, budgetMs: 60_000 };
async function retry(work, policy, tools) {
    const started = tools.clock.now();
    for (let attempt = 1;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            const delay = nextDelay(error, attempt, policy, tools.random ?? Math.random);
            if (delay === undefined || tools.clock.now() + delay - started > policy.budgetMs)
                throw error;
            tools.onRetry?.(error, attempt, delay);
            await tools.clock.sleep(delay, tools.signal);
        }
    }
}
function nextDelay(error, attempt, policy, random) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi) || !error.retryable || attempt >= policy.attempts)
        return undefined;
    const backoff = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
    const jittered = backoff / 2 + (backoff / 2) * random();
    return error.retryAfterMs === undefined ? jittered : Math.max(error.retryAfterMs, 0) + jittered / 4;
}
function parseRetryAfter(header, nowMs) {
    if (header === null || header === undefined || header.trim() === '')
        return undefined;
    if (/^\d+(\.\d+)?$/.test(header.trim()))
        return Number(header.trim()) * 1_000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
async function until(look, delays, clock, signal) {
    for (let turn = 0;; turn++) {
        const answer = await look();
        if (answer !== undefined)
            return answer;
        await clock.sleep(delayAt(delays, turn), signal);
    }
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
/* harmony export */   e: () => (/* binding */ subjectOf),
/* harmony export */   v: () => (/* binding */ recordedSubject)
/* harmony export */ });
/* harmony import */ var _sources_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(657420);

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
    return (0,_sources_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(subject.split('/').map(decoded).join('/'));
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

/***/ 657420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   E3: () => (/* binding */ base),
/* harmony export */   LH: () => (/* binding */ reportEntries),
/* harmony export */   O2: () => (/* binding */ ledgerEntries),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   ng: () => (/* binding */ runOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1018894);
/* harmony import */ var _numbers_over_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(601270);


const RELEASE_VERDICTS = {
    released: 'pass',
    'rolled-back': 'fail',
    'partly-rolled-back': 'fail',
    held: 'unknown',
    unknown: 'unknown',
};
const ROLLBACK_VERDICTS = {
    swapped: 'pass',
    'put-back': 'fail',
    unchanged: 'fail',
    unresolved: 'unknown',
};
function ledgerEntries(line, idOf) {
    const subject = subjectOf(line);
    const releases = line.releases.filter(({ adopted }) => !adopted);
    return [
        ...releases.flatMap((release) => approvalEntries(release, subject, idOf)),
        ...releases.flatMap((release) => releaseEntries(release, subject, idOf)),
        ...line.swaps.flatMap((swap) => rollbackEntries(swap, subject)),
    ].sort(byTime);
}
function reportEntries(lists) {
    const entries = lists.map(({ digest, file, list }) => {
        const { reason, verdict } = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .L)(list, { onUnknown: 'fail', reportOnly: false }, Date.parse(list.at));
        const event = (0,_numbers_over_time_js__WEBPACK_IMPORTED_MODULE_1__/* .drillOf */ .pL)(list) === undefined ? 'audit' : 'drill';
        return {
            ...base({ id: `${event}/${codeOf(list.tool.name)}/${digest.slice(0, 32)}`, event, at: list.at }),
            ...{ subject: codeOf(list.tool.name), verdict, reason, run: runOf(list.run), files: { [codeOf(file)]: digest } },
        };
    });
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byTime);
}
function approvalEntries({ actor, approval, author, createdAt, id }, subject, idOf) {
    if (approval === undefined)
        return [];
    const reason = approval.by === actor ? 'approved-by-the-same-person' : 'approved';
    const entry = base({ id: codeOf(`approval/${id}`), event: 'approval', at: createdAt });
    return [{ ...entry, subject, reason, verdict: 'pass', actor: idOf(approval.by), run: attempt(author) }];
}
function releaseEntries(release, subject, idOf) {
    const { actor, author, evidence, id, said } = release;
    const digests = { evidence: evidence?.digest, plan: evidence?.planDigest ?? undefined };
    const files = Object.fromEntries(Object.entries(digests).flatMap(([name, digest]) => {
        const hex = /^(?:sha256:)?([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
        return hex === undefined ? [] : [[name, hex]];
    }));
    return firstOfEach(said).flatMap(({ at, state }) => {
        const verdict = RELEASE_VERDICTS[state];
        if (verdict === undefined)
            return [];
        const entry = base({ id: codeOf(`release/${id}/${state}`), event: 'release', at });
        return [{ ...entry, subject, verdict, reason: state, actor: idOf(actor), run: attempt(author), files }];
    });
}
function rollbackEntries({ author, id, said, takesBack }, subject) {
    if (takesBack === undefined)
        return [];
    return firstOfEach(said).flatMap(({ at, state }) => {
        const verdict = ROLLBACK_VERDICTS[state];
        if (verdict === undefined)
            return [];
        const entry = base({ id: codeOf(`rollback/${id}/${state}`), event: 'rollback', at });
        return [{ ...entry, subject, verdict, reason: state, run: attempt(author) }];
    });
}
function subjectOf({ environment, service }) {
    return codeOf(service === '' ? environment : `${environment}/${service}`);
}
function base({ at, event, id }) {
    return { id, event, actor: null, run: null, happenedAt: new Date(Date.parse(at)).toISOString(), files: {} };
}
function attempt({ runAttempt, runId }) {
    return runId > 0 ? { id: runId, attempt: Math.max(1, runAttempt) } : null;
}
function runOf(url) {
    const [, id, nth = '1'] = /\/actions\/runs\/([1-9]\d*)(?:\/attempts\/([1-9]\d*))?/.exec(url ?? '') ?? [];
    return id === undefined ? null : { id: Number(id), attempt: Number(nth) };
}
function firstOfEach(said) {
    return said.filter(({ state }, nth) => said.findIndex((one) => one.state === state) === nth);
}
function codeOf(text) {
    return (text
        .replace(/[^A-Za-z0-9._:/+-]/g, '_')
        .replace(/^[^A-Za-z0-9]+/, '')
        .slice(0, 200) || 'none');
}
function byTime(a, b) {
    return Date.parse(a.happenedAt) - Date.parse(b.happenedAt);
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

/***/ 517368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readZip)
/* harmony export */ });
let node_zlib__WEBPACK_IMPORTED_MODULE_0___kept;
const node_zlib__WEBPACK_IMPORTED_MODULE_0__ = () => (node_zlib__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(233932));

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const FARTHEST_END = 22 + 65_535;
const STORED = 0;
const DEFLATED = 8;
const ELSEWHERE = 0xffffffff;
function readZip(bytes, isWanted, limits) {
    try {
        return { kind: 'files', files: filesOf(bytes, isWanted, limits) };
    }
    catch (error) {
        return { kind: 'broken', why: error instanceof BrokenZip ? error.message : 'the archive is damaged' };
    }
}
class BrokenZip extends Error {
}
function filesOf(bytes, isWanted, limits) {
    const end = endOf(bytes);
    const many = bytes.readUInt16LE(end + 10);
    if (many > limits.files)
        throw new BrokenZip(`the archive has ${many} files, at most ${limits.files} are read`);
    const files = new Map();
    let [at, left] = [bytes.readUInt32LE(end + 16), limits.bytes];
    for (let nth = 0; nth < many; nth++) {
        const entry = entryAt(bytes, at);
        at = entry.next;
        if (!isWanted(entry.name))
            continue;
        left -= entry.size;
        if (left < 0)
            throw new BrokenZip(`the archive unpacks to more than ${limits.bytes} bytes`);
        if (files.has(entry.name))
            throw new BrokenZip('the archive has a file twice');
        files.set(entry.name, unpacked(bytes, entry));
    }
    return files;
}
function endOf(bytes) {
    for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - FARTHEST_END); at--)
        if (bytes.readUInt32LE(at) === END)
            return at;
    throw new BrokenZip('the archive has no end: it is cut off, or no ZIP archive');
}
function entryAt(bytes, at) {
    if (bytes.readUInt32LE(at) !== ENTRY)
        throw new BrokenZip('the list of the archive is damaged');
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [packed, size, local] = [20, 24, 42].map((field) => bytes.readUInt32LE(at + field));
    if ([packed, size, local].includes(ELSEWHERE))
        throw new BrokenZip('the archive is in the long form, which is not read');
    if ((bytes.readUInt16LE(at + 8) & 1) === 1)
        throw new BrokenZip('the archive is encrypted');
    return {
        name: bytes.toString('utf8', at + 46, at + 46 + name),
        method: bytes.readUInt16LE(at + 10),
        ...{ packed, size, local },
        next: at + 46 + name + extra + comment,
    };
}
function unpacked(bytes, { local, method, packed, size }) {
    if (bytes.readUInt32LE(local) !== LOCAL)
        throw new BrokenZip('the archive is damaged');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(from, from + packed);
    if (raw.length !== packed)
        throw new BrokenZip('the archive is cut off');
    if (method !== STORED && method !== DEFLATED)
        throw new BrokenZip(`the archive is packed by method ${method}`);
    const content = method === STORED ? raw : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__().inflateRawSync)(raw, { maxOutputLength: Math.max(1, size) });
    if (content.length !== size)
        throw new BrokenZip('a file of the archive has another size than its list says');
    return content;
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

/***/ 598035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ createGitHubClient)
/* harmony export */ });
/* unused harmony export repositoryProblem */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(898178);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(564604);



const MOST_PAGES = 100;
const beyond = new Set(_endpoints_js__WEBPACK_IMPORTED_MODULE_0__/* .BEYOND_REPOSITORY */ .d$);
function repositoryProblem({ owner, repo }) {
    if (owner !== '' && repo !== '')
        return undefined;
    const given = [owner, repo].filter((part) => part !== '').join('/');
    return `GITHUB_REPOSITORY: expected OWNER/NAME, ${given === '' ? 'and it is not set' : `got "${given}"`}; a runner sets it, elsewhere set it to the repository on GitHub`;
}
function createGitHubClient(options) {
    const { clock, log, signal, repository, random } = options;
    const policy = options.retry ?? _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .defaultRetry */ .iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describeTry */ .z3)(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
    };
    let transport;
    const send = async (endpoint, parameters) => {
        const problem = beyond.has(endpoint) ? undefined : repositoryProblem(repository);
        if (problem !== undefined)
            throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(problem);
        transport ??= Promise.all(/* import() */[__webpack_require__.e(517), __webpack_require__.e(410)]).then(__webpack_require__.bind(__webpack_require__, 291810)).then(({ openTransport }) => openTransport(options));
        return await (await transport)(endpoint, parameters);
    };
    return {
        clock,
        log,
        signal,
        repository,
        async read(endpoint, parameters) {
            const answer = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => send(endpoint, parameters), policy, tools);
            return answer.data;
        },
        async *pages(endpoint, parameters) {
            for (let page = 1; page <= MOST_PAGES; page++) {
                const answer = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
                yield answer.data;
                if (!/rel="next"/.test(String(answer.headers['link'] ?? '')))
                    return;
            }
            throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(`GitHub: ${endpoint}: more than ${MOST_PAGES} pages`, {
                service: 'GitHub',
                retryable: false,
            });
        },
        async change(endpoint, parameters) {
            const once = async () => {
                try {
                    const answer = await send(endpoint, parameters);
                    return { kind: 'accepted', status: answer.status, data: answer.data };
                }
                catch (error) {
                    if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi) || (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingDone */ .mh)(error))
                        throw error;
                    return { kind: 'lost', error };
                }
            };
            try {
                return await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(once, policy, tools);
            }
            catch (error) {
                if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi))
                    throw error;
                return { kind: 'refused', error };
            }
        },
    };
}


/***/ }),

/***/ 898178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ CHANGES),
/* harmony export */   d$: () => (/* binding */ BEYOND_REPOSITORY)
/* harmony export */ });
/* unused harmony export READS */
const BEYOND_REPOSITORY = ['orgs.get', 'orgs.getAuditLog', 'orgs.listMembers', 'users.getById'];
const READS = [
    ...BEYOND_REPOSITORY,
    'actions.downloadArtifact',
    'actions.getAllowedActionsRepository',
    'actions.getForkPrContributorApprovalPermissionsRepository',
    'actions.getGithubActionsDefaultWorkflowPermissionsRepository',
    'actions.getGithubActionsPermissionsRepository',
    'actions.getReviewsForRun',
    'actions.getWorkflowRun',
    'actions.getWorkflowRunAttempt',
    'actions.listArtifactsForRepo',
    'actions.listEnvironmentSecrets',
    'actions.listEnvironmentVariables',
    'actions.listJobsForWorkflowRunAttempt',
    'actions.listRepoOrganizationSecrets',
    'actions.listRepoOrganizationVariables',
    'actions.listRepoSecrets',
    'actions.listRepoVariables',
    'actions.listWorkflowRuns',
    'checks.listForRef',
    'codeScanning.getDefaultSetup',
    'git.getBlob',
    'git.getTree',
    'git.listMatchingRefs',
    'issues.get',
    'issues.getComment',
    'issues.listComments',
    'issues.listEvents',
    'issues.listForRepo',
    'pulls.get',
    'pulls.listFiles',
    'repos.checkAutomatedSecurityFixes',
    'repos.checkImmutableReleases',
    'repos.checkPrivateVulnerabilityReporting',
    'repos.checkVulnerabilityAlerts',
    'repos.compareCommitsWithBasehead',
    'repos.get',
    'repos.getAllEnvironments',
    'repos.getBranch',
    'repos.getBranchProtection',
    'repos.getBranchRules',
    'repos.getCollaboratorPermissionLevel',
    'repos.getCommit',
    'repos.getContent',
    'repos.getEnvironment',
    'repos.getRelease',
    'repos.getRepoRuleset',
    'repos.getRepoRulesetHistory',
    'repos.listCommits',
    'repos.listDeploymentStatuses',
    'repos.listDeployments',
    'repos.listPullRequestsAssociatedWithCommit',
    'repos.listReleases',
];
const CHANGES = [
    'actions.cancelWorkflowRun',
    'checks.create',
    'checks.update',
    'git.createCommit',
    'git.createRef',
    'git.createTree',
    'git.updateRef',
    'issues.create',
    'issues.createComment',
    'issues.deleteComment',
    'issues.update',
    'issues.updateComment',
    'repos.createDeployment',
    'repos.createDeploymentStatus',
    'repos.createRelease',
    'repos.updateRelease',
];


/***/ }),

/***/ 564604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(896818);

const SECONDARY_WAIT_MS = 60_000;
function refusalOf(what, answer, nowMs) {
    const { status } = answer;
    const limited = limitWaitMs(answer, nowMs);
    const requestId = answer.headers['x-github-request-id'];
    const hint = limited === undefined ? hintFor(answer) : 'the rate limit of the token is used up for now';
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: ${words(answer)}`, {
        service: 'GitHub',
        status,
        retryable: limited !== undefined || status === 408 || status >= 500,
        ...(requestId === undefined ? {} : { requestId: String(requestId) }),
        ...(limited === undefined ? {} : { retryAfterMs: limited }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function noAnswer(what, cause) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: no answer`, { service: 'GitHub', retryable: true, cause });
}
function notJson(what, status) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: the answer is not JSON`, {
        service: 'GitHub',
        status,
        retryable: true,
        hint: 'check GITHUB_API_URL and any proxy in between',
    });
}
function nothingDone(error) {
    return error.status !== undefined && error.status >= 300 && error.status < 500 && error.status !== 408;
}
function limitWaitMs({ status, headers, data }, nowMs) {
    if (status !== 403 && status !== 429)
        return undefined;
    const after = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(text(headers['retry-after']), nowMs);
    if (after !== undefined)
        return after;
    if (text(headers['x-ratelimit-remaining']) === '0')
        return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1_000 - nowMs);
    return status === 429 || /rate limit/i.test(messageOf(data) ?? '') ? SECONDARY_WAIT_MS : undefined;
}
function hintFor({ status, headers, data }) {
    const accepted = text(headers['x-accepted-github-permissions']) ?? '';
    if (status < 400)
        return 'it answers with a redirect; use the address that it redirects to';
    if (status === 401)
        return 'github-token is not accepted: it is wrong, or has expired';
    if (status === 403 && accepted !== '')
        return `the job needs permissions: ${permissions(accepted)}`;
    if (status === 403 && /not accessible/.test(messageOf(data) ?? ''))
        return 'the job lacks a permission; grant it under permissions:';
    if (status === 404)
        return 'it does not exist, or the token may not read it';
    return undefined;
}
function permissions(accepted) {
    const one = (set) => set
        .split(',')
        .map((entry) => entry.trim().replaceAll('_', '-').replace('=', ': '))
        .join(' and ');
    return accepted.split(';').map(one).join(' or ');
}
function words({ data, status }) {
    const message = messageOf(data);
    if (message === undefined)
        return status >= 500 ? 'GitHub returned a server error' : 'refused';
    const errors = data.errors;
    const details = Array.isArray(errors) ? errors.map((entry) => JSON.stringify(entry)).join(', ') : '';
    return [(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .T)(message.slice(0, 2_000)), details].filter((part) => part !== '').join(': ');
}
function messageOf(data) {
    const message = typeof data === 'object' && data !== null ? data.message : undefined;
    return typeof message === 'string' ? message : undefined;
}
function text(header) {
    return header === undefined ? undefined : String(header);
}


/***/ }),

/***/ 109614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ openLedger)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(595278);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(166242);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(184602);
/* harmony import */ var _write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(686140);





function openLedger({ github, creator }) {
    return {
        async read(key) {
            return await (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readView */ .Ml)({ github, creator }, key);
        },
        releases: (key) => (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readReleases */ .tl)({ github, creator }, key),
        line: (key, wanted) => (0,_read_records_js__WEBPACK_IMPORTED_MODULE_0__/* .readLine */ .Xw)({ github, creator }, key, wanted),
        async runState({ author }) {
            try {
                const run = await github.read('actions.getWorkflowRunAttempt', {
                    run_id: author.runId,
                    attempt_number: author.runAttempt,
                });
                return run.status === 'completed' ? { kind: 'ended', conclusion: run.conclusion ?? null } : { kind: 'running' };
            }
            catch (error) {
                if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi && error.status === 404)
                    return { kind: 'ended', conclusion: null };
                throw error;
            }
        },
        async begin(environment, ref, payload) {
            const name = payload.service === '' ? environment : `${payload.service} in ${environment}`;
            const description = payload.adopted ? `Found live: ${name}` : `Release of ${name}`;
            const record = await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecord */ .eC)(github, { environment, ref, task: _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .RELEASE_TASK */ .OT, description, payload });
            await countsAsOurs(record, 'rolled-back');
            const { deployment } = payload.candidate;
            const release = { ...payload, ...recorded(record), deployment, state: 'begun', message: '' };
            if (!payload.adopted) {
                await this.setState(release, 'begun', '');
                return release;
            }
            await this.markReleased(release, null, 'found live');
            return { ...release, state: 'released' };
        },
        async setState(release, state, message) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, release.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_STATES */ .dQ[state],
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(state, message),
                log_url: release.author.url,
            });
        },
        async markReleased(release, deployment, note = '') {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, release.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_STATES */ .dQ.released,
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeReleased */ .TI)(deployment, note),
                log_url: release.author.url,
            });
        },
        async open(environment, ref, payload) {
            const description = `Swap to ${payload.to}`;
            const record = await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecord */ .eC)(github, { environment, ref, task: _payload_js__WEBPACK_IMPORTED_MODULE_3__/* .SWAP_TASK */ .Wj, description, payload });
            await countsAsOurs(record, 'unchanged');
            const swap = { ...payload, ...recorded(record), state: 'open', message: '' };
            const status = { state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB.open, description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)('open', ''), log_url: payload.author.url };
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, record.id, status);
            return swap;
        },
        async reach(swap, stage) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, swap.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB.open,
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeStage */ .al)(stage),
                log_url: swap.author.url,
            });
        },
        async close(swap, state, message) {
            await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, swap.record, {
                state: _states_js__WEBPACK_IMPORTED_MODULE_4__/* .SWAP_STATES */ .DB[state],
                description: (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(state, message),
                log_url: swap.author.url,
            });
        },
    };
    async function countsAsOurs(record, end) {
        const by = record.creator?.login ?? '';
        if (by === creator)
            return;
        const description = (0,_states_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(end, 'nothing was begun: ledger-creator is not the login that wrote this');
        await (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .createStatus */ .JB)(github, record.id, { state: 'failure', description });
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`);
    }
}
function recorded(record) {
    return { record: record.id, createdAt: record.created_at, since: record.created_at };
}


/***/ })

};
