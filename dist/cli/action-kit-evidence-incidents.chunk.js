export const id = 3796;
export const ids = [3796];
export const modules = {

/***/ 871850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ bytesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);


function bytesIn(file, workspace, where = 'within') {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace);
        const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, file));
        if (where === 'within' && !path.startsWith(`${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`))
            return undefined;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile() ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 356576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  seenIncidents: () => (/* binding */ seenIncidents)
});

// UNUSED EXPORTS: followIncidents, ledgerIncidents

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/plan-incidents.js
function planIncidents(subject, releases) {
    return releases.flatMap((release) => {
        const cause = causeOf(release);
        if (cause === undefined)
            return [];
        const { endedAt, goneAt, id, trafficAt } = release;
        const acted = [goneAt, cause === 'failed-release' ? endedAt : null].filter((at) => at !== null);
        return [
            {
                ...{ key: `release/${id}`, cause, subject, release: id, startedMs: trafficAt },
                detectedMs: acted.length === 0 ? null : Math.min(...acted),
                restoredMs: goneAt,
            },
        ];
    });
}
function causeOf({ end, goneAt, trafficAt }) {
    if (end === 'unresolved')
        return 'lost-run';
    if (trafficAt === null)
        return undefined;
    if (end === 'rolled-back' || end === 'partly-rolled-back')
        return 'failed-release';
    return (end === 'released' || end === 'closed') && goneAt !== null ? 'rollback' : undefined;
}

// EXTERNAL MODULE: ./packages/evidence/lib/incidents/subject.js
var incidents_subject = __webpack_require__(70346);
;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/incident.js
function nameOf({ key, number, subject }) {
    return `#${number} in ${subject} (${key})`;
}
const INCIDENT_LABEL = 'lockstep-incident';
const DECISIONS = {
    affected: 'personal-data-affected',
    notAffected: 'no-personal-data',
    authorityNotified: 'authority-notified',
    peopleNotified: 'people-notified',
    postmortemDone: 'postmortem-done',
    noPostmortem: 'no-postmortem',
};
function decisionsIn(labels) {
    const given = labels.map((label) => label.toLowerCase());
    const has = (label) => given.includes(label);
    const [affected, notAffected] = [has(DECISIONS.affected), has(DECISIONS.notAffected)];
    const [isDone, isNone] = [has(DECISIONS.postmortemDone), has(DECISIONS.noPostmortem)];
    const known = [...Object.values(DECISIONS), INCIDENT_LABEL];
    const unclear = given.filter((label) => !known.includes(label) && known.some((one) => isAlmost(label, one)));
    return {
        personalData: affected ? 'affected' : notAffected ? 'not-affected' : 'undecided',
        authorityNotified: has(DECISIONS.authorityNotified),
        peopleNotified: has(DECISIONS.peopleNotified),
        postmortem: isDone ? 'done' : isNone ? 'not-needed' : 'open',
        unclearLabels: [
            ...(affected && notAffected ? [DECISIONS.affected, DECISIONS.notAffected] : []),
            ...(isDone && isNone ? [DECISIONS.postmortemDone, DECISIONS.noPostmortem] : []),
            ...unclear,
        ],
    };
}
function isAlmost(label, known) {
    const [one, other] = [label, known].map((text) => text.replaceAll(/[^a-z]/g, ''));
    let [from, to] = [0, 0];
    while (from < one.length && one[from] === other[from])
        from++;
    while (to < Math.min(one.length, other.length) - from && one.at(-1 - to) === other.at(-1 - to))
        to++;
    return Math.max(one.length, other.length) - from - to <= 1;
}
const MARK = /^<!-- lockstep-incident: ([A-Za-z0-9][\w./-]{0,150}) ([a-z-]+) ([\w.%/-]{1,200}) -->/m;
const CAUSES = ['failed-release', 'rollback', 'lost-run', 'by-hand'];
function incident_markOf({ cause, key, subject }) {
    return `<!-- lockstep-incident: ${key} ${cause} ${subject} -->`;
}
function markIn({ body, number }) {
    const [, key, word, subject] = MARK.exec(body) ?? [];
    const cause = CAUSES.find((one) => one === word);
    if (key === undefined || cause === undefined)
        return { key: `issue/${number}`, cause: 'by-hand', subject: undefined };
    return { key, cause, subject };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/texts.js




const texts_CAUSES = {
    'failed-release': 'a release failed after users had it',
    rollback: 'a release was rolled back after users had it',
    'lost-run': 'a run ended without a final state of its release',
    'by-hand': 'a person opened it',
};
const FACTS_MARK = '<!-- lockstep-incident-facts -->';
function titleOf({ cause, subject }) {
    return `Incident in ${subject}: ${texts_CAUSES[cause]}`;
}
function bodyOf(facts) {
    const { cause, release, subject } = facts;
    return `${incident_markOf(facts)}
**${subject}**: ${texts_CAUSES[cause]}${release === null ? '' : ` (release \`${release}\`)`}.

1. Write a comment: it is the acknowledgement.
2. Decide whether personal data is affected, and add the label \`${DECISIONS.affected}\` or \`${DECISIONS.notAffected}\`.
3. After notifying, add \`${DECISIONS.authorityNotified}\` (GDPR article 33) or \`${DECISIONS.peopleNotified}\` (HIPAA 164.404).
4. Close it when it is over. Only a person closes it.
5. Then write the postmortem: fill in the draft below, and store it in the folder of postmortems of this repository. Where it is
   elsewhere, add the label \`${DECISIONS.postmortemDone}\`; where none is needed, \`${DECISIONS.noPostmortem}\`.

The comment below has the facts and a draft of the postmortem. Do not write personal data into this issue.
`;
}
function texts_factsComment(incident, timeline, nowMs) {
    return `${FACTS_MARK}
${markOf(incident)}

### What is known

${timesTable(incident)}

${clocksTable(clocksOf(incident, nowMs))}

${timelineTable(timeline)}

<details><summary>Postmortem, to copy into a file and fill in</summary>

\`\`\`\`markdown
${texts_postmortemOf(incident, timeline)}\`\`\`\`

</details>
`;
}
function texts_postmortemOf(incident, timeline) {
    const { cause, number, release, subject } = incident;
    return `---
kind: postmortem
incident: ${number}
owner: "[FILL IN: a role that follows the measures]"
---

# Postmortem of incident ${number}

- Where: ${subject}
- What: ${texts_CAUSES[cause]}${release === null ? '' : `, release ${release}`}
- Personal data: ${incident.personalData}

${timesTable(incident)}

## Timeline

${timelineTable(timeline)}

## Impact

[FILL IN: who could not do what, how many, and for how long.]

## Causes

[FILL IN: what made it possible, and why no check saw it before. No names.]

## What helped, and what was in the way

[FILL IN]

## Measures

| Measure | Owner | Until |
|---|---|---|
| [FILL IN] | [FILL IN: role] | [FILL IN] |
`;
}
function timesTable(incident) {
    const times = timesOf(incident);
    const rows = ['detectMs', 'acknowledgeMs', 'restoreMs'].map((name) => {
        const ms = times[name];
        return [TIME_WORDS[name], ms === null ? 'not known' : formatDuration(ms)];
    });
    return markdownTable(['time', 'measured'], rows);
}
const STATES = {
    'not-needed': 'not needed: no personal data',
    done: 'notified',
    late: 'notified, and only after that time',
    undated: 'notified, and when is not known',
    running: 'open',
    undecided: 'over, and no one has decided whether personal data is affected',
    overdue: 'over',
};
function clocksTable(clocks) {
    return markdownTable(['who is notified, where personal data is affected', 'until', 'state'], clocks.map(({ dueMs, state, title }) => [title, timeText(dueMs), STATES[state]]));
}
function timelineTable(timeline) {
    return markdownTable(['when', 'what'], timeline.map(({ atMs, what }) => [timeText(atMs), inlineText(what, 300)]));
}
function timeText(atMs) {
    return `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/follow-incidents.js


async function follow_incidents_openIncidents(planned, issues) {
    const marks = await lostMarks(await issues.list(), issues);
    const list = async () => (await issues.list()).map((issue) => ({ ...issue, body: `${marks.get(issue.number) ?? ''}${issue.body}` }));
    let all = await list();
    const opened = [];
    for (const facts of planned) {
        if (firstOf(all, facts.key) !== undefined)
            continue;
        const answer = await issues.create({ title: titleOf(facts), body: bodyOf(facts) });
        all = await list();
        const first = firstOf(all, facts.key);
        if (first === undefined && answer.kind !== 'accepted')
            throw answer.error;
        opened.push(facts.key);
        if (answer.kind !== 'accepted' || first === undefined || answer.data.number === first.number)
            continue;
        opened.pop();
        await issues.closeAsDuplicate(answer.data.number);
    }
    return { issues: opened.length === 0 ? all : await list(), opened };
}
async function lostMarks(all, issues) {
    const lost = new Map();
    for (const issue of all) {
        if (markIn(issue).subject !== undefined)
            continue;
        const { cause, key, subject } = markIn({ body: (await ownComment(issue.number, issues))?.body ?? '', number: 0 });
        if (subject !== undefined && cause !== 'by-hand')
            lost.set(issue.number, `${incident_markOf({ cause, key, subject })}\n`);
    }
    return lost;
}
function firstOf(all, key) {
    const those = all.filter((issue) => markIn(issue).key === key).sort((a, b) => a.number - b.number);
    return those.find(({ isDuplicate }) => !isDuplicate) ?? those[0];
}
async function follow_incidents_readIncidents(all, planned, { isOurs, issues, subject }) {
    const ours = all.map(markIn).filter((mark) => mark.subject === undefined || isOurs(mark.subject));
    const keys = new Set(ours.map(({ key }) => key));
    const incidents = [];
    for (const key of keys) {
        const issue = firstOf(all, key);
        if (issue === undefined)
            continue;
        const comments = await issues.comments(issue.number);
        const known = planned.find((one) => one.key === key);
        const { cause } = markIn(issue);
        const facts = known === undefined ? unplanned(issue, subjectSaid(issue, comments) ?? subject) : { ...known, cause };
        const same = all.filter((one) => markIn(one).key === key && !one.isDuplicate && one.closedMs === null);
        const copies = same.map(({ number }) => number).filter((number) => number !== issue.number);
        incidents.push({ ...facts, ...(await issueFacts(issue, comments, issues)), copies });
    }
    return incidents.sort((a, b) => b.number - a.number);
}
function unplanned(issue, otherwise) {
    const { cause, key, subject = otherwise } = markIn(issue);
    const [, release = null] = /^release\/(.+)$/.exec(key) ?? [];
    return { key, cause, subject, release, startedMs: null, detectedMs: issue.createdMs, restoredMs: null };
}
function subjectSaid({ number }, comments) {
    const { key, subject } = markIn({ body: ownIn(comments)?.body ?? '', number });
    return key === `issue/${number}` ? subject : undefined;
}
async function issueFacts(issue, comments, issues) {
    const { closedMs, createdMs, labels, number, url } = issue;
    const first = await firstOfTeam(comments);
    const decisions = decisionsIn(labels);
    const hasNotified = decisions.authorityNotified || decisions.peopleNotified;
    const labelled = hasNotified ? await issues.labelled(number) : new Map();
    const since = (isSaid, label) => (isSaid ? (labelled.get(label) ?? null) : null);
    return {
        number,
        url,
        openedMs: createdMs,
        acknowledgedMs: first?.atMs ?? null,
        acknowledgedBy: first?.authorId ?? null,
        closedMs,
        closedBy: closedMs === null ? null : await issues.closer(number),
        ...decisions,
        authorityNotifiedMs: since(decisions.authorityNotified, DECISIONS.authorityNotified),
        peopleNotifiedMs: since(decisions.peopleNotified, DECISIONS.peopleNotified),
    };
}
async function firstOfTeam(comments) {
    for (const comment of comments)
        if (comment.isPerson && (await comment.isOfTeam()))
            return comment;
    return undefined;
}
async function follow_incidents_writeFacts(number, text, issues) {
    const own = await ownComment(number, issues);
    if (own === undefined)
        return await issues.comment(number, text);
    return own.body === text ? undefined : await issues.edit(own.id, text);
}
async function ownComment(number, issues) {
    return ownIn(await issues.comments(number));
}
function ownIn(comments) {
    return comments.find(({ body, isPerson }) => !isPerson && body.startsWith(FACTS_MARK));
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/clocks.js
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
function clocks_clocksOf(incident, nowMs) {
    const { authorityNotified, authorityNotifiedMs, detectedMs, openedMs, peopleNotified, peopleNotifiedMs } = incident;
    const knownMs = Math.min(openedMs, detectedMs ?? openedMs);
    const clock = (id, title, ms, said) => {
        const dueMs = knownMs + ms;
        return { id, title, dueMs, state: stateOf(incident.personalData, said, { dueMs, nowMs }) };
    };
    return [
        clock('gdpr-33', 'GDPR article 33: the supervisory authority, within 72 hours', 72 * HOUR_MS, {
            ...{ isDone: authorityNotified, atMs: authorityNotifiedMs },
        }),
        clock('hipaa-404', 'HIPAA 164.404 and 164.408: the individuals and HHS, within 60 days', 60 * DAY_MS, {
            ...{ isDone: peopleNotified, atMs: peopleNotifiedMs },
        }),
    ];
}
function stateOf(personalData, { atMs, isDone }, { dueMs, nowMs }) {
    const isOver = nowMs >= dueMs;
    if (isDone && (!isOver || (atMs !== null && atMs < dueMs)))
        return 'done';
    if (personalData === 'not-affected')
        return 'not-needed';
    if (isDone)
        return atMs === null ? 'undated' : 'late';
    if (!isOver)
        return 'running';
    return personalData === 'affected' ? 'overdue' : 'undecided';
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/postmortem-check.js


const BASE = { id: 'incident/postmortem', title: 'A closed incident has a postmortem' };
const { noPostmortem, postmortemDone } = DECISIONS;
function postmortemChecks(incidents, policy, { hasSeen, nowMs }) {
    const closed = incidents.flatMap((incident) => incident.closedMs === null ? [] : [checkOf(incident, incident.closedMs, policy, nowMs)]);
    if (closed.length > 0)
        return closed;
    const none = { ...BASE, what: 'issues', measured: 'no closed incident', expected: 'a postmortem of each' };
    return hasSeen
        ? [{ ...none, verdict: 'pass', reason: 'none-closed', remedy: '' }]
        : [{ ...none, verdict: 'unknown', reason: 'nothing-seen', remedy: 'see incident/known' }];
}
function checkOf(incident, closedMs, policy, nowMs) {
    const { postmortemWithinMs: withinMs, postmortems } = policy;
    const own = postmortems?.found.filter((one) => one.incident === incident.number) ?? [];
    const whole = own.find(({ problems }) => problems.length === 0);
    const expected = `within ${(0,duration/* formatDuration */.a)(withinMs)} of ${new Date(closedMs).toISOString().slice(0, 10)}`;
    const about = { ...BASE, what: nameOf(incident), expected };
    const pass = (reason, measured) => ({
        ...{ ...about, verdict: 'pass', reason, measured, remedy: '' },
        ...(whole === undefined ? {} : { where: { file: whole.file } }),
    });
    if (whole !== undefined)
        return pass('postmortem-written', whole.file);
    if (incident.postmortem === 'not-needed')
        return pass('postmortem-not-needed', `the label ${noPostmortem}`);
    const [unfinished] = own;
    if (unfinished === undefined && incident.postmortem === 'done')
        return pass('postmortem-done', `the label ${postmortemDone}`);
    const measured = unfinished === undefined ? missing(postmortems) : `${unfinished.file}: ${unfinished.problems.join('; ')}`;
    if (nowMs <= closedMs + withinMs)
        return pass('postmortem-awaited', `not yet: ${measured}`);
    if (unfinished !== undefined)
        return {
            ...{ ...about, verdict: 'fail', reason: 'postmortem-unfinished', measured, where: { file: unfinished.file } },
            remedy: 'finish it, or remove the file and add a label where the postmortem is elsewhere',
        };
    const remedy = `fill in the draft of the issue's comment and store it in the repository, or add the label ${postmortemDone} where it is elsewhere, ${noPostmortem} where none is needed`;
    if (postmortems === undefined)
        return {
            ...{ ...about, verdict: 'unknown', reason: 'postmortem-not-seen', measured },
            remedy: `let the job use actions/checkout, so that documents can be read; or add the label ${postmortemDone}`,
        };
    return { ...about, verdict: 'fail', reason: 'postmortem-missing', measured, remedy };
}
function missing(postmortems) {
    if (postmortems === undefined)
        return 'no label, and the files of the repository were not read';
    const { strays } = postmortems;
    return strays.length === 0
        ? 'no document and no label'
        : `no document and no label; without a readable "incident: NUMBER" at the top: ${(0,lists/* nameSome */.Kf)(strays, 5)}`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/times.js
const times_TIME_WORDS = {
    detectMs: 'From the first affected user until Lockstep or a person acted',
    acknowledgeMs: 'From the opened issue until the first comment of a person',
    restoreMs: 'From the first affected user until users had the previous build again',
};
function times_timesOf({ acknowledgedMs, detectedMs, openedMs, restoredMs, startedMs }) {
    const since = (from, to) => from === null || to === null ? null : Math.max(0, to - from);
    return {
        detectMs: since(startedMs, detectedMs ?? openedMs),
        acknowledgeMs: since(openedMs, acknowledgedMs),
        restoreMs: since(startedMs, restoredMs),
    };
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/checks.js





function checks_incidentChecks(incidents, policy, nowMs) {
    const hasSeen = policy.hasReleases || incidents.length > 0;
    return [
        known(incidents, policy),
        ...incidents.flatMap((incident) => [
            acknowledged(incident, policy, nowMs),
            ...clocks(incident, nowMs),
            ...unclear(incident),
            ...(incident.closedMs === null ? [] : [checks_closed(incident)]),
        ]),
        ...postmortemChecks(incidents, policy, { hasSeen, nowMs }),
    ];
}
function known(incidents, { hasReleases }) {
    const open = incidents.filter(({ closedMs }) => closedMs === null).length;
    const base = {
        ...{ id: 'incident/known', title: 'Incidents are known', what: 'ledger and issues' },
        expected: 'incidents, or releases without one',
    };
    return hasReleases || incidents.length > 0
        ? {
            ...{ ...base, verdict: 'pass', reason: 'read', remedy: '' },
            measured: `${(0,lists/* count */.U9)(incidents.length, 'incident')}, ${open} open`,
        }
        : {
            ...{ ...base, verdict: 'unknown', reason: 'nothing-seen', measured: 'no incident, and no release ever' },
            remedy: 'check environment, service and ledger-creator; before the first release, leave this step out',
        };
}
function acknowledged(incident, { acknowledgeWithinMs }, nowMs) {
    const { acknowledgeMs } = times_timesOf(incident);
    const soFarMs = acknowledgeMs ?? (incident.closedMs ?? nowMs) - incident.openedMs;
    const isLate = soFarMs > acknowledgeWithinMs;
    const isOver = acknowledgeMs !== null || incident.closedMs !== null || isLate;
    const measured = acknowledgeMs === null ? `by no one for ${(0,duration/* formatDuration */.a)(soFarMs)}` : (0,duration/* formatDuration */.a)(acknowledgeMs);
    return {
        ...{ id: 'incident/acknowledged', title: 'A person acknowledged the incident in time', what: nameOf(incident) },
        verdict: isLate || (isOver && acknowledgeMs === null) ? 'fail' : 'pass',
        reason: acknowledgeMs === null ? (isOver ? 'not-acknowledged' : 'awaited') : isLate ? 'late' : 'acknowledged',
        measured,
        expected: `within ${(0,duration/* formatDuration */.a)(acknowledgeWithinMs)}`,
        remedy: isLate ? 'write a comment, and check why alerts did not reach anyone: run the drill of notify' : '',
    };
}
const VERDICTS = {
    'not-needed': 'pass',
    done: 'pass',
    late: 'fail',
    undated: 'unknown',
    running: 'pass',
    undecided: 'unknown',
    overdue: 'fail',
};
const DECIDE = 'decide whether personal data is affected, notify, and add the labels to the issue';
const CLOCK_REMEDIES = {
    'not-needed': '',
    done: '',
    late: 'the label came after that time: where they were notified before, write into the postmortem when and how; GDPR 33(1) asks for the reasons of a delay',
    undated: 'the issue does not show when the label came: write into the postmortem when they were notified',
    running: '',
    undecided: DECIDE,
    overdue: DECIDE,
};
function clocks(incident, nowMs) {
    return clocks_clocksOf(incident, nowMs).map(({ dueMs, id, state, title }) => ({
        ...{ id: `incident/${id}`, title, what: nameOf(incident), verdict: VERDICTS[state], reason: `clock-${state}` },
        measured: state,
        expected: `until ${new Date(dueMs).toISOString().slice(0, 16)}Z, where personal data is affected`,
        remedy: CLOCK_REMEDIES[state],
    }));
}
function checks_closed(incident) {
    const isPerson = incident.closedBy !== null;
    return {
        ...{ id: 'incident/closed-by-person', title: 'A person closed the incident', what: nameOf(incident) },
        verdict: isPerson ? 'pass' : 'fail',
        reason: isPerson ? 'closed' : 'closed-by-machine',
        measured: isPerson ? `by the person ${incident.closedBy}` : 'by no person',
        expected: 'by a person',
        remedy: isPerson ? '' : 'open the issue again, and close it when it is over',
    };
}
function unclear(incident) {
    const { copies, unclearLabels } = incident;
    const of = { what: nameOf(incident), verdict: 'unknown' };
    const labels = {
        ...{ ...of, id: 'incident/labels', title: 'Labels of the incident are clear', reason: 'labels-unclear' },
        ...{ measured: unclearLabels.join(', '), expected: Object.values(DECISIONS).join(', ') },
        remedy: 'remove those that are wrong, and add the one that is meant',
    };
    const twice = {
        ...{ ...of, id: 'incident/one-issue', title: 'The incident has one issue', reason: 'copied' },
        ...{ measured: `also ${copies.map((number) => `#${number}`).join(', ')}`, expected: 'one issue' },
        remedy: 'close the other one as a duplicate; where it is about something else, remove its line that begins with <!--',
    };
    return [...(unclearLabels.length > 0 ? [labels] : []), ...(copies.length > 0 ? [twice] : [])];
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/unopened.js
function unopenedChecks(planned, seen) {
    const known = new Set(seen.map(({ key }) => key));
    return planned
        .filter(({ key }) => !known.has(key))
        .map(({ cause, key, subject }) => ({
        ...{ id: 'incident/opened', title: 'The incident has an issue', what: `${key} in ${subject}` },
        ...{ verdict: 'fail', reason: 'not-opened', measured: `none, of the cause ${cause}`, expected: 'an issue' },
        remedy: 'run the workflow of the action evidence, which opens it; its input incidents has to be true',
    }));
}

// EXTERNAL MODULE: ./packages/evidence/lib/documents/read-document.js
var read_document = __webpack_require__(392175);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/rules/common.js
var common = __webpack_require__(830558);
// EXTERNAL MODULE: ./packages/evidence/lib/documents/rules/tables.js
var tables = __webpack_require__(386324);
;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/postmortems.js



const POSTMORTEM_HEADINGS = ['Timeline', 'Impact', 'Causes', 'Measures'];
const RULES = [
    common/* owner */.eC,
    (0,common/* headingsRule */.qQ)(POSTMORTEM_HEADINGS),
    (0,tables/* tablesRule */.K)([{ heading: 'Measures', columns: ['Measure', 'Owner', 'Until'], fewest: 1 }]),
    common/* filled */.Bq,
];
function postmortemsIn(texts) {
    const documents = [...texts].map(([file, text]) => (0,read_document/* readDocument */.u)(file, text));
    const meant = documents.filter(({ facts, factsProblem }) => factsProblem !== '' || facts['kind'] === 'postmortem');
    return {
        found: meant.flatMap((document) => {
            const incident = incidentOf(document);
            return incident === undefined ? [] : [{ file: document.file, incident, problems: problemsOf(document) }];
        }),
        strays: meant.filter((document) => incidentOf(document) === undefined).map(({ file }) => file),
    };
}
function incidentOf({ facts }) {
    const said = facts['incident'];
    const number = typeof said === 'number' || typeof said === 'string' ? Number(said) : Number.NaN;
    return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
function problemsOf(document) {
    return RULES.flatMap((rule) => [rule.judge(document)]
        .flat()
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ measured }) => `not so: ${rule.title} (${measured})`));
}

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/github/lib/promotion/people.js

async function readPerson(github, login) {
    const may = { maySeeAndPush: false, mayTriage: false };
    const nobody = { login, id: undefined, isBot: login.endsWith('[bot]'), ...may, role: 'none' };
    try {
        const { permission, role_name, user } = await github.read('repos.getCollaboratorPermissionLevel', {
            username: login,
        });
        const maySeeAndPush = permission === 'admin' || permission === 'write';
        return {
            login,
            id: user === null ? undefined : Number(user.id),
            isBot: nobody.isBot || (user !== null && user.type !== 'User'),
            maySeeAndPush,
            mayTriage: maySeeAndPush || user?.permissions?.triage === true,
            role: role_name,
        };
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return nobody;
        throw error;
    }
}
async function readEnvironmentApprover(github, runId, environment) {
    const reviews = await github.read('actions.getReviewsForRun', { run_id: runId });
    const approved = reviews.filter(({ environments, state }) => state === 'approved' && environments.some(({ name }) => name?.toLowerCase() === environment.toLowerCase()));
    return approved.at(-1)?.user.login;
}

;// CONCATENATED MODULE: ./packages/github/lib/team.js

const TEAM = ['OWNER', 'MEMBER', 'COLLABORATOR'];
function teamOf(github) {
    const people = new Map();
    const mayTriage = (login) => {
        const asked = people.get(login) ?? readPerson(github, login).then((person) => person.mayTriage);
        people.set(login, asked);
        return asked;
    };
    return async ({ author_association: association = '', user }) => TEAM.includes(association) || (user !== null && (await mayTriage(user.login)));
}

;// CONCATENATED MODULE: ./packages/github/lib/labelled-issues.js

function openLabelledIssues(github, label) {
    const isOfTeam = teamOf(github);
    return {
        async list() {
            const found = [];
            for await (const page of github.pages('issues.listForRepo', { state: 'all', labels: label }))
                found.push(...page.filter(({ pull_request: pull }) => pull === undefined).map(issueOf));
            return found;
        },
        async create({ body, title }) {
            const answer = await github.change('issues.create', { title, body, labels: [label] });
            return answer.kind === 'accepted' ? { ...answer, data: issueOf(answer.data) } : answer;
        },
        closeAsDuplicate: (number) => github.change('issues.update', { issue_number: number, state: 'closed', state_reason: 'duplicate' }),
        async comments(number) {
            const found = [];
            for await (const page of github.pages('issues.listComments', { issue_number: number }))
                for (const { author_association, body = '', created_at: at, id, user } of page)
                    found.push({
                        id: Number(id),
                        authorId: Number(user?.id ?? 0),
                        isPerson: user?.type === 'User',
                        isOfTeam: () => isOfTeam({ author_association, user }),
                        atMs: Date.parse(at),
                        body,
                    });
            return found;
        },
        comment: (number, body) => github.change('issues.createComment', { issue_number: number, body }),
        edit: (comment, body) => github.change('issues.updateComment', { comment_id: comment, body }),
        async closer(number) {
            const { closed_by: by } = await github.read('issues.get', { issue_number: number });
            return by?.type === 'User' ? Number(by.id) : null;
        },
        async labelled(number) {
            const since = new Map();
            for await (const page of github.pages('issues.listEvents', { issue_number: number }))
                for (const one of page)
                    if (one.event === 'labeled' && 'label' in one)
                        since.set(one.label.name.toLowerCase(), Date.parse(one.created_at));
            return since;
        },
    };
}
function issueOf(raw) {
    return {
        number: raw.number,
        url: raw.html_url,
        body: raw.body ?? '',
        labels: raw.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
        isDuplicate: raw.state_reason === 'duplicate',
        createdMs: Date.parse(raw.created_at),
        closedMs: raw.closed_at === null ? null : Date.parse(raw.closed_at),
    };
}

// EXTERNAL MODULE: ./packages/github/lib/ledger/services.js
var services = __webpack_require__(409718);
// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(767828);
// EXTERNAL MODULE: ./packages/action-kit/lib/past-releases.js + 2 modules
var past_releases = __webpack_require__(990698);
// EXTERNAL MODULE: ./packages/action-kit/lib/services-of.js
var services_of = __webpack_require__(742332);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/bytes-in.js
var bytes_in = __webpack_require__(871850);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/markdown-in.js



const MOST_FILES = 2_000;
const MOST_BYTES = 1024 * 1024;
function markdownIn(folder, workspace) {
    const path = (0,external_node_path_.resolve)(workspace, folder);
    if (!(0,external_node_fs_.existsSync)(path))
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, '.git')) ? new Map() : undefined;
    const files = namesBelow(path)
        .filter((name) => /\.md$/i.test(name))
        .sort()
        .slice(0, MOST_FILES)
        .map((name) => `${folder.replace(/\/+$/, '')}/${name}`);
    return new Map(files.flatMap((file) => {
        const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
        return bytes === undefined || bytes.length > MOST_BYTES ? [] : [[file, bytes.toString('utf8')]];
    }));
}
function namesBelow(path) {
    try {
        return (0,external_node_fs_.readdirSync)(path, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/incidents.js





const LEDGER_MS = 31 * 86_400_000;
const MOST_RELEASES = 200;
async function ledgerIncidents(values, { clock, github }) {
    const nowMs = clock.now();
    const { environment } = values;
    const ledger = { github, creator: values['ledger-creator'] };
    const window = { fromMs: nowMs - LEDGER_MS, toMs: nowMs };
    const services = await (0,services_of/* servicesOf */.Y)(github, { ...ledger, environment, service: values.service, fromMs: window.fromMs });
    const lines = await (0,services_of/* readServices */.J)(services, MOST_RELEASES, async (service, most) => {
        const options = { ...{ environment, service, window }, creator: ledger.creator, most, isLedgerOnly: true };
        const past = await (0,past_releases/* readPastReleases */.z)(github, options);
        return {
            found: { ...past, planned: planIncidents((0,incidents_subject/* subjectOf */.e)({ environment, service }), past.releases) },
            records: past.records,
        };
    });
    const releases = lines.flatMap((line) => line.releases);
    const subject = (0,incidents_subject/* subjectOf */.e)({ environment, service: values.service });
    return {
        ...{ subject, nowMs, releases, planned: lines.flatMap(({ planned }) => planned) },
        notVerified: lines.flatMap(({ gaps }) => gaps).map(unreadOf),
        hasReleases: releases.length > 0 || (await hasEverReleased(ledger, values)),
        issues: openLabelledIssues(github, INCIDENT_LABEL),
        isOurs: (one) => one === subject || (values.service === '' && `${one}/`.startsWith(`${subject}/`)),
    };
}
function unreadOf(gap) {
    const remedy = 'follow incidents by a job for each service, with the input service';
    return { id: 'incident/known', what: 'older releases of the last 31 days', because: gap, remedy, chosen: false };
}
async function hasEverReleased(ledger, { environment, service }) {
    if (service === '')
        return (await (0,services/* servicesIn */.q)(ledger, environment, { fromMs: 0 })).length > 0;
    return (await (0,ledger_history/* readHistory */.L)(ledger, { environment, service }, { fromMs: 0, most: 1 })).releases.length > 0;
}
async function followIncidents(values, tools, trail) {
    const { log } = tools;
    const ledger = await ledgerIncidents(values, tools);
    const { issues, notVerified, nowMs, planned, releases, subject } = ledger;
    const opened = await openIncidents(planned, issues);
    for (const key of opened.opened)
        log.info(`opened an issue for ${key}`);
    const incidents = await readIncidents(opened.issues, planned, ledger);
    const { checks, records } = await keepRecords(incidents, trail, tools);
    const stories = storiesOf(incidents, releases, { records, nowMs });
    for (const { incident, text } of stories)
        await writeFacts(incident.number, text, issues);
    return {
        ...{ subject, nowMs, notVerified, files: filesOf(stories), opened: opened.opened.length, open: openOf(incidents) },
        checks: [...incidentChecks(incidents, policyOf(values, ledger, tools.workspace), nowMs), ...checks],
    };
}
async function seenIncidents(values, tools) {
    const ledger = await ledgerIncidents(values, tools);
    const { issues, notVerified, nowMs, planned, subject } = ledger;
    const { issues: all } = await follow_incidents_openIncidents([], issues);
    const incidents = await follow_incidents_readIncidents(all, planned, ledger);
    const judged = checks_incidentChecks(incidents, policyOf(values, ledger, tools.workspace), nowMs);
    return { subject, nowMs, notVerified, checks: [...judged, ...unopenedChecks(planned, incidents)] };
}
function openOf(incidents) {
    return incidents.filter(({ closedMs }) => closedMs === null).length;
}
function policyOf(values, { hasReleases }, workspace) {
    const texts = markdownIn(values.postmortems, workspace);
    return {
        ...{ acknowledgeWithinMs: values['acknowledge-within'], hasReleases },
        ...{ postmortemWithinMs: values['postmortem-within'], postmortems: texts && postmortemsIn(texts) },
    };
}
function storiesOf(incidents, releases, { nowMs, records }) {
    return incidents.map((incident) => {
        const release = releases.find(({ id }) => id === incident.release);
        const timeline = timelineOf(incident, release, records);
        return { incident, text: factsComment(incident, timeline, nowMs), postmortem: postmortemOf(incident, timeline) };
    });
}
function filesOf(stories) {
    const incidents = stories.map(({ incident }) => ({ ...incident, times: timesOf(incident) }));
    const all = { kind: 'lockstep-incidents/1', incidents };
    const drafts = stories.map(({ incident, postmortem }) => [`postmortem-${incident.number}.md`, postmortem]);
    return { 'incidents.json': `${JSON.stringify(all, null, 2)}\n`, ...Object.fromEntries(drafts) };
}


/***/ }),

/***/ 990698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readPastReleases)
});

// EXTERNAL MODULE: ./packages/evidence/lib/numbers/from-ledger.js
var from_ledger = __webpack_require__(958841);
// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(767828);
// EXTERNAL MODULE: ./packages/github/lib/ledger/ledger.js
var ledger_ledger = __webpack_require__(109614);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/github/lib/run-times.js

async function readRunTimes(github, author, job) {
    const at = { run_id: author.runId, attempt_number: author.runAttempt };
    try {
        const run = await github.read('actions.getWorkflowRunAttempt', at);
        const startedAt = timeOf(run.run_started_at ?? run.created_at);
        return { startedAt, jobStartedAt: job === undefined ? null : await jobStart(github, at, job) };
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return { startedAt: null, jobStartedAt: null };
        throw error;
    }
}
async function jobStart(github, at, name) {
    for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at)) {
        const found = page.jobs.find((job) => job.name.split(' / ').at(-1) === name && job.conclusion === 'success');
        if (found !== undefined)
            return timeOf(found.started_at);
    }
    return null;
}
function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}

// EXTERNAL MODULE: ./packages/github/lib/ledger/key.js
var ledger_key = __webpack_require__(299431);
;// CONCATENATED MODULE: ./packages/github/lib/brought.js

const MOST_FILES = 300;
const MOST_COMMITS = 2_000;
async function readBrought(github, base, head) {
    const commits = [];
    let files;
    try {
        for await (const page of github.pages('repos.compareCommitsWithBasehead', { basehead: `${base}...${head}` })) {
            commits.push(...page.commits);
            files ??= page.files;
            if (commits.length > MOST_COMMITS)
                return undefined;
            if (commits.length >= page.total_commits)
                break;
        }
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && (error.status === 404 || error.status === 422))
            return undefined;
        throw error;
    }
    const isCut = files === undefined || files.length >= MOST_FILES;
    return {
        commits: datedCommits(commits, head),
        files: isCut ? null : (files?.length ?? null),
        lines: isCut ? null : (files?.reduce((sum, { changes }) => sum + changes, 0) ?? null),
    };
}
function datedCommits(commits, head) {
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    const tip = commits.find(({ sha }) => sha === head) ?? commits.at(-1);
    const mainline = [];
    for (let at = tip; at !== undefined && !mainline.includes(at); at = bySha.get(at.parents[0]?.sha ?? ''))
        mainline.push(at);
    const mergedAt = new Map();
    for (const merge of mainline.reverse()) {
        const open = [merge];
        for (let one = open.pop(); one !== undefined; one = open.pop()) {
            if (mergedAt.has(one.sha))
                continue;
            mergedAt.set(one.sha, brought_timeOf(merge));
            for (const { sha = '' } of one.parents) {
                const parent = bySha.get(sha);
                if (parent !== undefined)
                    open.push(parent);
            }
        }
    }
    return commits
        .filter((commit) => !Number.isNaN(brought_timeOf(commit)))
        .map((commit) => ({
        sha: commit.sha,
        committedAt: brought_timeOf(commit),
        mergedAt: mergedAt.get(commit.sha) ?? brought_timeOf(commit),
    }));
}
function brought_timeOf({ commit }) {
    return Date.parse(commit.committer?.date ?? '');
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/past-releases.js


const BEFORE_MS = 7 * 86_400_000;
const APPROVING = 'Approve';
async function readPastReleases(github, options) {
    const { creator, environment, isLedgerOnly = false, most, service, window } = options;
    const key = { environment, service };
    const fromMs = window.fromMs - BEFORE_MS;
    const history = await (0,ledger_history/* readHistory */.L)({ github, creator }, key, { fromMs, most });
    const ledger = (0,ledger_ledger/* openLedger */.a)({ github, creator });
    const asides = new Map();
    const sizes = [];
    const all = [...history.releases, ...history.earlier];
    for (const release of history.releases.filter(({ adopted }) => !adopted)) {
        const run = release.state === 'begun' ? await ledger.runState(release) : undefined;
        const hasEnded = run?.kind !== 'running';
        asides.set(release.id, { ...NOTHING, hasEnded });
        if (isLedgerOnly)
            continue;
        const brought = await broughtBy(github, release);
        const times = await readRunTimes(github, release.author, release.approval === undefined ? undefined : APPROVING);
        asides.set(release.id, {
            commits: brought?.commits ?? [],
            startedAt: times.startedAt,
            approvedAt: times.jobStartedAt,
            hasEnded,
        });
        const { files = null, lines = null } = brought ?? {};
        sizes.push({ release: release.id, commits: brought?.commits.length ?? null, files, lines });
    }
    return {
        ...{ environment, service, window, sizes },
        releases: (0,from_ledger/* releaseFacts */.t)({ releases: all, swaps: history.swaps }, (id) => asides.get(id) ?? NOTHING),
        gates: history.releases.flatMap(gatesOf),
        gaps: history.isWhole ? [] : [`of the ledger of ${(0,ledger_key/* showKey */.N)(key)} only the newest ${most} were read`],
        records: Math.max(all.length, history.swaps.length),
    };
}
const NOTHING = { commits: [], startedAt: null, approvedAt: null, hasEnded: true };
async function broughtBy(github, { before, candidate }) {
    if (before.commit === null || candidate.commit === null || before.commit === candidate.commit)
        return undefined;
    return await readBrought(github, before.commit, candidate.commit);
}
function gatesOf({ author, candidate, evidence, service }) {
    const { commit } = candidate;
    if (evidence === undefined || commit === null)
        return [];
    const atMs = Date.parse(evidence.at);
    return Object.entries(evidence.verdicts).map(([gate, verdict]) => ({
        gate,
        commit,
        service,
        verdict,
        atMs,
        run: author.url,
    }));
}


/***/ }),

/***/ 742332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readServices),
/* harmony export */   Y: () => (/* binding */ servicesOf)
/* harmony export */ });
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(409718);

async function servicesOf(github, wanted) {
    const { creator, environment, fromMs, service } = wanted;
    if (service !== '')
        return [service];
    const found = await (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .servicesIn */ .q)({ github, creator }, environment, { fromMs });
    return found.length === 0 ? [''] : found;
}
async function readServices(services, most, read) {
    const all = [];
    let left = most;
    for (const [nth, service] of services.entries()) {
        const { found, records } = await read(service, Math.max(1, Math.floor(left / (services.length - nth))));
        left -= records;
        all.push(found);
    }
    return all;
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

/***/ 177088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ sameName)
/* harmony export */ });
function sameName(one, other) {
    return bare(one) === bare(other);
}
function bare(text) {
    return text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}


/***/ }),

/***/ 977626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ KINDS),
/* harmony export */   s: () => (/* binding */ DAY_MS)
/* harmony export */ });
const KINDS = [
    'incident-response',
    'runbook',
    'contacts',
    'dpia',
    'records-of-processing',
    'processors',
    'retention',
    'pentest',
    'security-policy',
    'access-review',
];
const DAY_MS = 86_400_000;


/***/ }),

/***/ 392175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(311327);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1015169);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(203906);
/* harmony import */ var mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(528755);
/* harmony import */ var mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(248893);
/* harmony import */ var micromark_extension_gfm_table__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(733771);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(464659);





const UNFILLED = /\[FILL IN\b|\b(?:TODO|TBD|FIXME)\b|\blorem ipsum\b/i;
const RUNBOOK = /<!-- lockstep-runbook: (\{.*\}) -->\s*$/;
function readDocument(file, text) {
    const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    const [, front = ''] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(source) ?? [];
    const body = front === '' ? source : source.replace(/^---\n[\s\S]*?\n---/, (lines) => lines.replace(/[^\n]/g, ''));
    return {
        file,
        ...factsOf(front, source),
        ...bodyOf(body),
        unfilled: unfilledLines(source),
        runbook: runbookOf(source),
    };
}
function bodyOf(body) {
    try {
        const tree = (0,mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_1__/* .fromMarkdown */ .Y)(body, { extensions: [(0,micromark_extension_gfm_table__WEBPACK_IMPORTED_MODULE_2__/* .gfmTable */ .x)()], mdastExtensions: [(0,mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_3__/* .gfmTableFromMarkdown */ .c)()] });
        return { ...partsOf(tree), links: linksBelow(tree) };
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        const factsProblem = 'quotes, lists or links within each other, too deep to read';
        return { facts: {}, factsProblem, factsLine: 1, sections: [], tables: [], links: [] };
    }
}
function factsOf(front, source) {
    const none = (factsProblem, factsLine = 1) => ({ facts: {}, factsProblem, factsLine });
    if (front === '')
        return none(lostFront(source));
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__.LineCounter();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(front, { lineCounter, logLevel: 'silent', prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
        const line = lineCounter.linePos(error.pos[0]).line + 1;
        return none(`not readable as YAML: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .yamlReason */ .c)(error.message)}`, line);
    }
    try {
        const data = document.toJS();
        return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(data) ? { ...none(''), facts: data } : none('no map of names and values', 2);
    }
    catch (error) {
        if (error instanceof ReferenceError)
            return none(`not readable as YAML: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .yamlReason */ .c)((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .describe */ .q0)(error))}`, 2);
        throw error;
    }
}
function lostFront(source) {
    if (/^---\n[\w-]+:/.test(source))
        return 'there is no second line ---';
    if (/^\s*\n---\n[\w-]+:/.test(source))
        return 'the line --- is not the first of the file';
    return /^[\w-]+: .*\n(?:[\w-]+: .*\n)*---\n/.test(source) ? 'the first line is not ---' : '';
}
function partsOf(tree) {
    const sections = [];
    const tables = [];
    for (const node of tree.children) {
        if (node.type === 'heading') {
            sections.push({ heading: textOf(node), line: lineOf(node), depth: node.depth, hasText: false });
            continue;
        }
        if (!hasWords(node))
            continue;
        markAbove(sections);
        if (node.type === 'table')
            tables.push(tableOf(node, sections.at(-1)?.heading ?? ''));
    }
    return { sections: sections.map(({ depth: _, ...section }) => section), tables };
}
function markAbove(sections) {
    let depth = Number.POSITIVE_INFINITY;
    for (const section of [...sections].reverse()) {
        if (section.depth >= depth)
            continue;
        section.hasText = true;
        depth = section.depth;
    }
}
function hasWords(node) {
    return (node.type !== 'html' && node.type !== 'definition' && node.type !== 'thematicBreak' && textOf(node).trim() !== '');
}
function tableOf(table, heading) {
    const [head, ...rows] = table.children.map((row) => ({
        line: lineOf(row),
        cells: row.children.map((cell) => textOf(cell).trim()),
    }));
    return { heading, line: lineOf(table), columns: head?.cells ?? [], rows };
}
function linksBelow(node) {
    const own = node.type === 'link' || node.type === 'definition' || node.type === 'image'
        ? [{ line: lineOf(node), target: node.url }]
        : [];
    return 'children' in node ? [...own, ...node.children.flatMap((child) => linksBelow(child))] : own;
}
function unfilledLines(source) {
    const shown = source.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
    return shown.split('\n').flatMap((line, nth) => (UNFILLED.test(line) ? [nth + 1] : []));
}
function runbookOf(source) {
    const [, text] = RUNBOOK.exec(source) ?? [];
    if (text === undefined)
        return undefined;
    try {
        const mark = JSON.parse(text);
        if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(mark))
            return undefined;
        const recovery = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(mark['recovery']) ? mark['recovery'] : {};
        return {
            reviewed: typeof mark['reviewed'] === 'string' ? mark['reviewed'] : null,
            people: numberOr(mark['people']),
            maxRestoreMs: numberOr(recovery['maxRestoreMs']),
            maxDataAgeMs: numberOr(recovery['maxDataAgeMs']),
        };
    }
    catch {
        return undefined;
    }
}
function numberOr(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
function textOf(node) {
    if (node.type === 'html')
        return '';
    if ('value' in node)
        return node.value;
    if ('children' in node)
        return node.children.map((child) => textOf(child)).join(node.type === 'list' ? '\n' : '');
    return node.type === 'image' ? (node.alt ?? '') : '';
}
function lineOf(node) {
    return node.position?.start.line ?? 1;
}


/***/ }),

/***/ 850747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ bad),
/* harmony export */   lD: () => (/* binding */ unclear),
/* harmony export */   uw: () => (/* binding */ good)
/* harmony export */ });
function good(code, measured, expected) {
    return { verdict: 'pass', code, measured, expected, remedy: '' };
}
function bad(code, words) {
    return { verdict: 'fail', code, ...words };
}
function unclear(code, words) {
    return { verdict: 'unknown', code, ...words };
}


/***/ }),

/***/ 830558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ reviewRule),
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   eC: () => (/* binding */ owner),
/* harmony export */   qQ: () => (/* binding */ headingsRule)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(687133);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(538342);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(672435);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(177088);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977626);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(850747);




const FRONT = 'the lines between --- at the top';
const owner = {
    id: 'owner',
    title: 'The document has an owner',
    judge: ({ facts, factsLine, factsProblem }) => {
        const expected = 'a person or a role that keeps it true';
        const remedy = `write "owner:" into ${FRONT}`;
        if (factsProblem !== '')
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('facts-unreadable', {
                ...{ measured: factsProblem, expected, line: factsLine },
                remedy: `correct ${FRONT}; put texts with a colon, a # or another mark of YAML into quotes`,
            });
        const said = facts['owner'];
        const isThere = (typeof said === 'string' && said.trim() !== '') || typeof said === 'number';
        return isThere
            ? (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('owned', 'it has one', expected)
            : (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('no-owner', { measured: 'none', expected, remedy, line: 1 });
    },
};
const ofKind = {
    id: 'kind',
    title: 'The document is of the kind that the list says',
    judge: ({ facts }, { settings: { kind: expected } }) => {
        const said = facts['kind'];
        if (said === expected)
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('of-kind', expected, expected);
        if (said === undefined || said === null)
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('of-kind', 'it does not say', expected);
        const given = typeof said === 'string' && /^[a-z-]{1,40}$/.test(said) ? said : 'another word';
        const remedy = `correct "kind:" in ${FRONT}, or the file in the list of documents`;
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('other-kind', { measured: given, expected, remedy, line: 1 });
    },
};
function reviewRule({ reviewedWithinMs }) {
    return {
        id: 'reviewed',
        title: 'The document was reviewed',
        judge: ({ facts, runbook }, { nowMs, settings }) => {
            const withinMs = settings.reviewedWithinMs ?? reviewedWithinMs;
            const expected = `within ${days(withinMs)}`;
            const said = runbook === undefined ? facts['reviewed'] : runbook.reviewed;
            const remedy = 'read it, correct it, and write the day into "reviewed:"';
            if (typeof said !== 'string' || !(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .isDay */ .N)(said)) {
                const given = typeof said === 'string' || typeof said === 'number' ? `${said}`.slice(0, 20) : '';
                const measured = given === '' ? 'no day like 2026-11-30' : `${given}, which is no day like 2026-11-30`;
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('no-review', { measured, expected, remedy, line: 1 });
            }
            const ageMs = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .sinceDay */ .B)(Date.parse(said), nowMs);
            if (ageMs === undefined)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('review-in-future', { measured: said, expected, remedy, line: 1 });
            if (ageMs <= withinMs + _names_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY_MS */ .s)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('reviewed', said, expected);
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('review-overdue', { measured: `${said}, ${days(ageMs)} ago`, expected, remedy, line: 1 });
        },
    };
}
const filled = {
    id: 'filled',
    title: 'No text of the template is left',
    judge: ({ unfilled }) => {
        const [line] = unfilled;
        const expected = 'every place of the template filled in';
        if (line === undefined)
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('filled', 'none is left', expected);
        const measured = `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(unfilled.length, 'line')}: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .nameSome */ .Kf)(unfilled.map(String), 5)}`;
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('template-text', { measured, expected, remedy: 'write what is true for your team', line });
    },
};
function headingsRule(headings) {
    return {
        id: 'headings',
        title: 'The document has the sections of its kind',
        judge: ({ sections }) => {
            const found = headings.map((heading) => ({
                heading,
                section: sections.find((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .sameName */ .q)(one.heading, heading)),
            }));
            const missing = found.flatMap(({ heading, section }) => (section === undefined ? [heading] : []));
            const empty = found.flatMap(({ section }) => (section?.hasText === false ? [section] : []));
            const expected = headings.join(', ');
            const remedy = 'write the section, or why there is nothing to write';
            if (missing.length > 0)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('sections-missing', { measured: `missing: ${missing.join(', ')}`, expected, remedy });
            const [first] = empty;
            if (first === undefined)
                return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .good */ .uw)('sections-there', 'all of them, with text', expected);
            const measured = `empty: ${empty.map(({ heading }) => heading).join(', ')}`;
            return (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .bad */ .MB)('sections-empty', { measured, expected, remedy, line: first.line });
        },
    };
}
function days(ms) {
    return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(Math.round(ms / _names_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY_MS */ .s), 'day');
}


/***/ }),

/***/ 386324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ tablesRule)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(672435);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(177088);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(850747);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(919619);




function tablesRule(tables) {
    return {
        id: 'tables',
        title: 'The tables of the document are filled in',
        judge: (document) => tables.map((table) => judgeTable(table, document)),
    };
}
function judgeTable({ columns, fewest, heading }, document) {
    const [first = ''] = columns;
    const expected = `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(fewest, 'row')} or more with ${columns.join(', ')}`;
    const about = { what: heading, expected };
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .tableBelow */ .w)(document, heading, first);
    const remedy = `fill in the table below "${heading}"`;
    if (table === undefined)
        return { ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('no-table', { ...about, measured: 'no such table', remedy }) };
    const { line } = table;
    const missing = columns.filter((name) => !table.columns.some((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .sameName */ .q)(one, name)));
    if (missing.length > 0)
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('columns-missing', { ...about, measured: `no column ${missing.join(', ')}`, remedy, line });
    if (table.rows.length < fewest)
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('too-few-rows', { ...about, measured: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(table.rows.length, 'row'), remedy, line });
    const empty = table.rows.filter((row) => columns.some((name) => (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .cellOf */ .W)(table, row, name) === ''));
    const [row] = empty;
    if (row !== undefined)
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bad */ .MB)('cells-empty', {
            ...about,
            measured: `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(empty.length, 'row')} with an empty cell`,
            remedy,
            line: row.line,
        });
    return { ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .good */ .uw)('table-filled', (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(table.rows.length, 'row'), expected), what: heading };
}


/***/ }),

/***/ 919619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cellOf),
/* harmony export */   w: () => (/* binding */ tableBelow)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(177088);

function tableBelow({ tables }, heading, column) {
    return tables.find((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(one.heading, heading) && columnOf(one, column) >= 0);
}
function columnOf({ columns }, name) {
    return columns.findIndex((one) => (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(one, name));
}
function cellOf(table, row, column) {
    const text = row.cells[columnOf(table, column)] ?? '';
    return /^[-–—?.]*$/.test(text) ? '' : text;
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
