export const id = 420;
export const ids = [420];
export const modules = {

/***/ 79483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runIncidents: () => (/* binding */ runIncidents)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js + 11 modules
var audit = __webpack_require__(966584);
// EXTERNAL MODULE: ./packages/action-kit/lib/github.js + 1 modules
var lib_github = __webpack_require__(635046);
// EXTERNAL MODULE: ./packages/action-kit/lib/past-releases.js + 2 modules
var past_releases = __webpack_require__(990698);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/append.js
var append = __webpack_require__(4547);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/verify.js + 1 modules
var verify = __webpack_require__(460622);
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
    return end === 'released' && goneAt !== null ? 'rollback' : undefined;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/incident.js
const INCIDENT_LABEL = 'lockstep-incident';
const DECISIONS = {
    affected: 'personal-data-affected',
    notAffected: 'no-personal-data',
    authorityNotified: 'authority-notified',
    peopleNotified: 'people-notified',
};
function decisionsIn(labels) {
    const given = labels.map((label) => label.toLowerCase());
    const has = (label) => given.includes(label);
    const [affected, notAffected] = [has(DECISIONS.affected), has(DECISIONS.notAffected)];
    const known = [...Object.values(DECISIONS), INCIDENT_LABEL];
    const unclear = given.filter((label) => !known.includes(label) && known.some((one) => isAlmost(label, one)));
    return {
        personalData: affected ? 'affected' : notAffected ? 'not-affected' : 'undecided',
        authorityNotified: has(DECISIONS.authorityNotified),
        peopleNotified: has(DECISIONS.peopleNotified),
        unclearLabels: [...(affected && notAffected ? [DECISIONS.affected, DECISIONS.notAffected] : []), ...unclear],
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
function markOf({ cause, key, subject }) {
    return `<!-- lockstep-incident: ${key} ${cause} ${subject} -->`;
}
function markIn({ body, number }) {
    const [, key, word, subject] = MARK.exec(body) ?? [];
    const cause = CAUSES.find((one) => one === word);
    if (key === undefined || cause === undefined)
        return { key: `issue/${number}`, cause: 'by-hand', subject: undefined };
    return { key, cause, subject };
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/markdown-table.js
var markdown_table = __webpack_require__(173384);
// EXTERNAL MODULE: ./packages/base/lib/inline-text.js
var inline_text = __webpack_require__(113934);
;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/clocks.js
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
function clocksOf(incident, nowMs) {
    const { authorityNotified, openedMs, peopleNotified } = incident;
    const clock = (id, title, ms, isDone) => {
        const dueMs = openedMs + ms;
        return { id, title, dueMs, state: stateOf(incident, isDone, nowMs >= dueMs) };
    };
    return [
        clock('gdpr-33', 'GDPR article 33: the supervisory authority, within 72 hours', 72 * HOUR_MS, authorityNotified),
        clock('hipaa-404', 'HIPAA 164.404 and 164.408: the individuals and HHS, within 60 days', 60 * DAY_MS, peopleNotified),
    ];
}
function stateOf({ personalData }, isDone, isOver) {
    if (isDone)
        return 'done';
    if (personalData === 'not-affected')
        return 'not-needed';
    if (!isOver)
        return 'running';
    return personalData === 'affected' ? 'overdue' : 'undecided';
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/times.js
const TIME_WORDS = {
    detectMs: 'From the first affected user until Lockstep or a person acted',
    acknowledgeMs: 'From the opened issue until the first comment of a person',
    restoreMs: 'From the first affected user until users had the previous build again',
};
function timesOf({ acknowledgedMs, detectedMs, openedMs, restoredMs, startedMs }) {
    const since = (from, to) => from === null || to === null ? null : Math.max(0, to - from);
    return {
        detectMs: since(startedMs, detectedMs ?? openedMs),
        acknowledgeMs: since(openedMs, acknowledgedMs),
        restoreMs: since(startedMs, restoredMs),
    };
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
    return `${markOf(facts)}
**${subject}**: ${texts_CAUSES[cause]}${release === null ? '' : ` (release \`${release}\`)`}.

1. Write a comment: it is the acknowledgement.
2. Decide whether personal data is affected, and add the label \`${DECISIONS.affected}\` or \`${DECISIONS.notAffected}\`.
3. After notifying, add \`${DECISIONS.authorityNotified}\` (GDPR article 33) or \`${DECISIONS.peopleNotified}\` (HIPAA 164.404).
4. Close it when it is over. Only a person closes it.

The comment below has the facts and a draft of the postmortem. Do not write personal data into this issue.
`;
}
function factsComment(incident, timeline, nowMs) {
    return `${FACTS_MARK}
${markOf(incident)}

### What is known

${timesTable(incident)}

${clocksTable(clocksOf(incident, nowMs))}

${timelineTable(timeline)}

<details><summary>Postmortem, to copy and fill in</summary>

${postmortemOf(incident, timeline)}
</details>
`;
}
function postmortemOf(incident, timeline) {
    const { cause, number, release, subject } = incident;
    return `# Postmortem of incident ${number}

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
        return [TIME_WORDS[name], ms === null ? 'not known' : (0,duration/* formatDuration */.a)(ms)];
    });
    return (0,markdown_table/* markdownTable */.Q)(['time', 'measured'], rows);
}
const STATES = {
    'not-needed': 'not needed: no personal data',
    done: 'notified',
    running: 'open',
    undecided: 'over, and no one has decided whether personal data is affected',
    overdue: 'over',
};
function clocksTable(clocks) {
    return (0,markdown_table/* markdownTable */.Q)(['who is notified, where personal data is affected', 'until', 'state'], clocks.map(({ dueMs, state, title }) => [title, timeText(dueMs), STATES[state]]));
}
function timelineTable(timeline) {
    return (0,markdown_table/* markdownTable */.Q)(['when', 'what'], timeline.map(({ atMs, what }) => [timeText(atMs), (0,inline_text/* inlineText */.l)(what, 300)]));
}
function timeText(atMs) {
    return `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/follow-incidents.js


async function openIncidents(planned, issues) {
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
        if (issue.isDuplicate || markIn(issue).subject !== undefined)
            continue;
        const { cause, key, subject } = markIn({ body: (await ownComment(issue.number, issues))?.body ?? '', number: 0 });
        if (subject !== undefined && cause !== 'by-hand')
            lost.set(issue.number, `${markOf({ cause, key, subject })}\n`);
    }
    return lost;
}
function firstOf(all, key) {
    const those = all.filter((issue) => markIn(issue).key === key && !issue.isDuplicate);
    return those.sort((a, b) => a.number - b.number)[0];
}
async function readIncidents(all, planned, { issues, subject }) {
    const ours = all.map(markIn).filter((mark) => mark.subject === undefined || mark.subject === subject);
    const keys = new Set(ours.map(({ key }) => key));
    const incidents = [];
    for (const key of keys) {
        const issue = firstOf(all, key);
        if (issue === undefined)
            continue;
        const facts = planned.find((one) => one.key === key) ?? unplanned(issue, subject);
        const same = all.filter((one) => markIn(one).key === key && !one.isDuplicate && one.closedMs === null);
        const copies = same.map(({ number }) => number).filter((number) => number !== issue.number);
        incidents.push({ ...facts, ...(await issueFacts(issue, issues)), copies });
    }
    return incidents.sort((a, b) => b.number - a.number);
}
function unplanned(issue, subject) {
    const { cause, key } = markIn(issue);
    const [, release = null] = /^release\/(.+)$/.exec(key) ?? [];
    return { key, cause, subject, release, startedMs: null, detectedMs: issue.createdMs, restoredMs: null };
}
async function issueFacts(issue, issues) {
    const { closedMs, createdMs, labels, number, url } = issue;
    const first = (await issues.comments(number)).find(({ isPerson }) => isPerson);
    return {
        number,
        url,
        openedMs: createdMs,
        acknowledgedMs: first?.atMs ?? null,
        acknowledgedBy: first?.authorId ?? null,
        closedMs,
        closedBy: closedMs === null ? null : await issues.closer(number),
        ...decisionsIn(labels),
    };
}
async function writeFacts(number, text, issues) {
    const own = await ownComment(number, issues);
    if (own === undefined)
        return await issues.comment(number, text);
    return own.body === text ? undefined : await issues.edit(own.id, text);
}
async function ownComment(number, issues) {
    return (await issues.comments(number)).find(({ body, isPerson }) => !isPerson && body.startsWith(FACTS_MARK));
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/records.js

const RECORDED_WITHIN_MS = 30 * 86_400_000;
function incidentRecords(incident, run, nowMs) {
    const { cause, closedBy, closedMs, key, openedMs, subject } = incident;
    const entry = (what, atMs) => ({
        ...{ id: `incident/${key}/${what}`, event: 'incident', subject, run },
        ...{ happenedAt: new Date(atMs).toISOString(), files: {} },
    });
    const all = [
        { ...entry('opened', openedMs), verdict: 'fail', reason: cause, actor: null },
        ...(closedMs === null
            ? []
            : [
                {
                    ...entry('closed', closedMs),
                    verdict: closedBy === null ? 'unknown' : 'pass',
                    reason: 'closed',
                    actor: closedBy,
                },
            ]),
    ];
    return all.filter(({ happenedAt }) => nowMs - Date.parse(happenedAt) <= RECORDED_WITHIN_MS);
}
function readTrailRecords(objects) {
    return objects.flatMap(({ bytes }) => {
        const read = (0,read_record/* readRecord */.aE)(bytes);
        return read.kind === 'record' ? [read.record] : [];
    });
}

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/checks.js




function incidentChecks(incidents, policy, nowMs) {
    return [
        known(incidents, policy),
        ...incidents.flatMap((incident) => [
            acknowledged(incident, policy, nowMs),
            ...clocks(incident, nowMs),
            ...unclear(incident),
            ...(incident.closedMs === null ? [] : [checks_closed(incident)]),
        ]),
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
function nameOf({ key, number, subject }) {
    return `#${number} in ${subject} (${key})`;
}
function acknowledged(incident, { acknowledgeWithinMs }, nowMs) {
    const { acknowledgeMs } = timesOf(incident);
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
    running: 'pass',
    undecided: 'unknown',
    overdue: 'fail',
};
function clocks(incident, nowMs) {
    return clocksOf(incident, nowMs).map(({ dueMs, id, state, title }) => ({
        ...{ id: `incident/${id}`, title, what: nameOf(incident), verdict: VERDICTS[state], reason: `clock-${state}` },
        measured: state,
        expected: `until ${new Date(dueMs).toISOString().slice(0, 16)}Z, where personal data is affected`,
        remedy: VERDICTS[state] === 'pass'
            ? ''
            : 'decide whether personal data is affected, notify, and add the labels to the issue',
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

;// CONCATENATED MODULE: ./packages/evidence/lib/incidents/timeline.js
const BEFORE_MS = 3_600_000;
function timelineOf(incident, release, records) {
    const moment = (atMs, what) => atMs === null || atMs === undefined ? [] : [{ atMs, what }];
    const by = (id) => (id === null ? '' : ` by the person ${id}`);
    const own = [
        ...moment(release?.begunAt, `release ${release?.id} began`),
        ...moment(incident.startedMs, 'users had the release'),
        ...moment(incident.restoredMs, 'users had the previous build again'),
        ...moment(incident.openedMs, 'the incident was opened'),
        ...moment(incident.acknowledgedMs, `acknowledged${by(incident.acknowledgedBy)}`),
        ...moment(incident.closedMs, `closed${by(incident.closedBy)}`),
    ];
    const from = Math.min(...own.map(({ atMs }) => atMs)) - BEFORE_MS;
    const to = incident.closedMs ?? Number.POSITIVE_INFINITY;
    const recorded = records
        .filter(({ event, subject }) => event !== 'incident' && isAbout(subject, incident.subject))
        .map(({ event, happenedAt, reason }) => ({ atMs: Date.parse(happenedAt), what: `recorded: ${event}, ${reason}` }))
        .filter(({ atMs }) => atMs >= from && atMs <= to);
    return [...own, ...recorded].sort((a, b) => a.atMs - b.atMs);
}
function isAbout(subject, of) {
    return subject === of || subject.startsWith(`${of}/`) || of.startsWith(`${subject}/`);
}

// EXTERNAL MODULE: ./packages/github/lib/ledger/history.js
var ledger_history = __webpack_require__(767828);
;// CONCATENATED MODULE: ./packages/github/lib/labelled-issues.js
function openLabelledIssues(github, label) {
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
                for (const { body = '', created_at: at, id, user } of page)
                    found.push({
                        id: Number(id),
                        authorId: Number(user?.id ?? 0),
                        isPerson: user?.type === 'User',
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

// EXTERNAL MODULE: ./actions/evidence/lib/collect/write-files.js
var write_files = __webpack_require__(601171);
// EXTERNAL MODULE: ./actions/evidence/lib/tool.js
var tool = __webpack_require__(519420);
// EXTERNAL MODULE: ./actions/evidence/lib/trail.js + 8 modules
var lib_trail = __webpack_require__(235222);
;// CONCATENATED MODULE: ./actions/evidence/lib/follow-incidents.js











const LEDGER_MS = 31 * 86_400_000;
const MOST_RELEASES = 200;
async function runIncidents(values, shell) {
    const { clock, env, log, signal } = shell;
    const github = (0,lib_github/* githubClient */.$)(values, shell);
    const nowMs = clock.now();
    const { environment, service } = values;
    const subject = [environment, service]
        .filter((part) => part !== '')
        .map(encodeURIComponent)
        .join('/');
    const past = await (0,past_releases/* readPastReleases */.z)(github, {
        ...{ environment, service, creator: values['ledger-creator'], most: MOST_RELEASES },
        window: { fromMs: nowMs - LEDGER_MS, toMs: nowMs },
    });
    const ledger = { github, creator: values['ledger-creator'] };
    const hasReleases = past.releases.length > 0 ||
        (await (0,ledger_history/* readHistory */.L)(ledger, { environment, service }, { fromMs: 0, most: 1 })).releases.length > 0;
    const planned = planIncidents(subject, past.releases);
    const issues = openLabelledIssues(github, INCIDENT_LABEL);
    if (values['dry-run']) {
        const keys = (0,lists/* nameSome */.Kf)(planned.map(({ key }) => key), 10);
        return {
            verdict: 'pass',
            reason: 'dry-run',
            message: `the ledger has ${planned.length} incidents: ${keys || 'none'}`,
        };
    }
    const opened = await openIncidents(planned, issues);
    for (const key of opened.opened)
        log.info(`opened an issue for ${key}`);
    const incidents = await readIncidents(opened.issues, planned, { issues, subject });
    const { trail } = await (0,lib_trail/* trailOf */.Q)(values, shell);
    const run = env.runId === 0 ? null : { id: env.runId, attempt: env.runAttempt };
    for (const incident of incidents)
        for (const entry of incidentRecords(incident, run, nowMs))
            await (0,append/* appendEntry */.D4)(trail, entry, { clock, signal });
    const stories = await storiesOf(incidents, past, { trail, nowMs, signal });
    for (const { incident, text } of stories)
        await writeFacts(incident.number, text, issues);
    const { section: _, ...outcome } = (0,audit/* reportChecks */.oG)(shell, {
        ...{
            subject: `incidents in ${subject}`,
            nowMs,
            run: env.runId === 0 ? null : env.runUrl,
            tool: (0,tool/* toolOf */.w)('incidents'),
        },
        checks: incidentChecks(incidents, { acknowledgeWithinMs: values['acknowledge-within'], hasReleases }, nowMs),
    }, values);
    const folder = String(outcome.outputs?.['report-directory'] ?? '');
    keep(folder, stories);
    const open = incidents.filter(({ closedMs }) => closedMs === null).length;
    return {
        ...outcome,
        outputs: {
            ...outcome.outputs,
            opened: opened.opened.length,
            open,
            'incidents-path': (0,external_node_path_.join)(folder, 'incidents.json'),
        },
    };
}
async function storiesOf(incidents, { releases }, { nowMs, signal, trail }) {
    if (incidents.length === 0)
        return [];
    const records = readTrailRecords(await (0,verify/* readTrail */.h)(trail, { signal }));
    return incidents.map((incident) => {
        const release = releases.find(({ id }) => id === incident.release);
        const timeline = timelineOf(incident, release, records);
        return { incident, text: factsComment(incident, timeline, nowMs), postmortem: postmortemOf(incident, timeline) };
    });
}
function keep(folder, stories) {
    const incidents = stories.map(({ incident }) => ({ ...incident, times: timesOf(incident) }));
    const all = { kind: 'lockstep-incidents/1', incidents };
    const drafts = stories.map(({ incident, postmortem }) => [`postmortem-${incident.number}.md`, postmortem]);
    (0,write_files/* writeFiles */.h)(folder, { 'incidents.json': `${JSON.stringify(all, null, 2)}\n`, ...Object.fromEntries(drafts) });
}


/***/ }),

/***/ 519420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ toolOf)
/* harmony export */ });
function toolOf(name = 'evidence') {
    return { name, version: process.env['GITHUB_ACTION_REF'] || 'v1' };
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
    const { creator, environment, most, service, window } = options;
    const key = { environment, service };
    const fromMs = window.fromMs - BEFORE_MS;
    const history = await (0,ledger_history/* readHistory */.L)({ github, creator }, key, { fromMs, most });
    const ledger = (0,ledger_ledger/* openLedger */.a)({ github, creator });
    const asides = new Map();
    const sizes = [];
    for (const release of history.releases.filter(({ adopted }) => !adopted)) {
        const brought = await broughtBy(github, release);
        const times = await readRunTimes(github, release.author, release.approval === undefined ? undefined : APPROVING);
        const run = release.state === 'begun' ? await ledger.runState(release) : undefined;
        asides.set(release.id, {
            commits: brought?.commits ?? [],
            startedAt: times.startedAt,
            approvedAt: times.jobStartedAt,
            hasEnded: run?.kind !== 'running',
        });
        const { files = null, lines = null } = brought ?? {};
        sizes.push({ release: release.id, commits: brought?.commits.length ?? null, files, lines });
    }
    return {
        ...{ environment, service, window, sizes },
        releases: (0,from_ledger/* releaseFacts */.t)(history, (id) => asides.get(id) ?? NOTHING),
        gates: history.releases.flatMap(gatesOf),
        gaps: history.isWhole ? [] : [`only the newest ${most} records of the ledger were read`],
    };
}
const NOTHING = { commits: [], startedAt: null, approvedAt: null, hasEnded: true };
async function broughtBy(github, { before, candidate }) {
    if (before.commit === null || candidate.commit === null || before.commit === candidate.commit)
        return undefined;
    return await readBrought(github, before.commit, candidate.commit);
}
function gatesOf({ author, candidate, evidence }) {
    const { commit } = candidate;
    if (evidence === undefined || commit === null)
        return [];
    const atMs = Date.parse(evidence.at);
    return Object.entries(evidence.verdicts).map(([gate, verdict]) => ({ gate, commit, verdict, atMs, run: author.url }));
}


/***/ }),

/***/ 4547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ appendEntry),
/* harmony export */   PI: () => (/* binding */ appendEntries),
/* harmony export */   Uo: () => (/* binding */ headOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);
/* harmony import */ var _read_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(690167);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(651974);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(453521);




const AGAIN_WITHIN_MS = 31 * 86_400_000;
const CLOCKS_MS = 5 * 60_000;
const MOST_TRIES = 100;
async function appendEntry(store, entry, tools) {
    const [appended] = await appendEntries(store, [entry], tools);
    if (appended === undefined)
        throw new Error('nothing was appended');
    return appended;
}
async function appendEntries(store, entries, tools) {
    assertEntries(entries, tools.clock.now());
    const known = new Map();
    const ended = new Map();
    const isOpen = ({ id }) => !ended.has(id);
    for (let tries = 0; tries < MOST_TRIES && entries.some(isOpen); tries++) {
        tools.signal.throwIfAborted();
        const last = await lastNumber(store, tools.signal);
        const open = entries.filter(isOpen);
        for (const [id, again] of await findAgain(store, open, { last, known, tools }))
            ended.set(id, { ...again, isAgain: true });
        assertClock(store, known.get(last)?.record, tools.clock.now());
        const links = chainOf(entries.filter(isOpen), { last, previous: known.get(last)?.digest ?? null, tools });
        for (const { head, id } of await putLinks(store, links, tools))
            ended.set(id, { ...head, isAgain: false, differs: false });
    }
    if (!entries.some(isOpen))
        return entries.flatMap(({ id }) => ended.get(id) ?? []);
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`${store.name}: other writers were faster ${MOST_TRIES} times`, {
        service: 'the audit trail',
        retryable: true,
    });
}
function assertEntries(entries, nowMs) {
    const toCome = ({ happenedAt }) => Date.parse(happenedAt) > nowMs + CLOCKS_MS ? [`happenedAt: ${happenedAt} is still to come`] : [];
    const problems = entries.flatMap((entry, nth) => [...(0,_read_record_js__WEBPACK_IMPORTED_MODULE_1__/* .entryProblems */ .VF)(entry), ...toCome(entry)].map((problem) => `entry${entries.length === 1 ? '' : ` ${nth + 1}`}: ${problem}`));
    const ids = entries.map(({ id }) => id);
    const twice = ids.filter((id, nth) => ids.indexOf(id) !== nth);
    if (problems.length === 0 && twice.length > 0)
        problems.push(`entries: the id ${twice[0]} is there twice`);
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
}
function assertClock(store, last, nowMs) {
    if (last === undefined || Date.parse(last.recordedAt) <= nowMs + CLOCKS_MS)
        return;
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`${store.name}: the last record is of ${last.recordedAt}, and here it is ${new Date(nowMs).toISOString()}`, {
        service: 'the audit trail',
        retryable: false,
        hint: 'set the clock of this machine; where it is right, the machine that wrote the last record was ahead: run it again after that time',
    });
}
function chainOf(entries, { last, previous, tools }) {
    let before = previous;
    return entries.map((entry, nth) => {
        const recordedAt = new Date(tools.clock.now()).toISOString();
        const number = last + nth + 1;
        const body = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)({ ...entry, kind: _record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_KIND */ .dJ, number, previous: before, recordedAt });
        before = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(body);
        return { id: entry.id, key: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(number), body, head: { number, digest: before } };
    });
}
async function putLinks(store, links, { signal }) {
    if (links.length > 1 && store.putAllIfAbsent !== undefined)
        return (await store.putAllIfAbsent(links, { signal })) === 'stored' ? links : [];
    for (const [nth, { body, key }] of links.entries())
        if ((await store.putIfAbsent(key, body, { signal })) === 'exists')
            return links.slice(0, nth);
    return links;
}
async function headOf(store, { signal }) {
    const number = await lastNumber(store, signal);
    return number === 0 ? undefined : { number, digest: (await readKept(store, number, signal)).digest };
}
async function lastNumber(store, signal) {
    let last = 0;
    for await (const { key } of store.list(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORDS */ .ft, { signal }))
        last = Math.max(last, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .numberOf */ .rl)(key) ?? 0);
    return last;
}
async function findAgain(store, entries, { known, last, tools }) {
    const wanted = new Map(entries.map((entry) => [entry.id, entry]));
    const found = new Map();
    const happened = entries.map(({ happenedAt }) => Date.parse(happenedAt));
    const since = Math.min(tools.clock.now() - AGAIN_WITHIN_MS, ...happened) - CLOCKS_MS;
    for (let number = last; number > 0; number--) {
        const kept = known.get(number) ?? (await readKept(store, number, tools.signal));
        known.set(number, kept);
        const { id, recordedAt } = kept.record;
        const entry = wanted.get(id);
        if (entry !== undefined)
            found.set(id, { number, digest: kept.digest, differs: !isSame(entry, kept.record) });
        if (found.size === wanted.size || Date.parse(recordedAt) < since)
            return found;
    }
    return found;
}
function isSame(entry, record) {
    return ['event', 'subject', 'verdict', 'reason'].every((name) => entry[name] === record[name]);
}
async function readKept(store, number, signal) {
    const bytes = await (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .readAll */ .y)(await store.get((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(number), { signal }), _record_js__WEBPACK_IMPORTED_MODULE_2__/* .MOST_RECORD_BYTES */ .W7);
    const read = (0,_read_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readRecord */ .aE)(bytes);
    if (read.kind === 'record' && read.record.number === number)
        return { record: read.record, digest: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes) };
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`${store.name}: ${(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(number)} is no record of the audit trail`, {
        service: 'the audit trail',
        retryable: false,
        hint: 'run verify; nothing is appended to a changed trail',
    });
}


/***/ }),

/***/ 460622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ judgeTrail),
  h: () => (/* binding */ readTrail)
});

// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(651974);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/proof.js

const IN_THE_CHAIN = ['not-a-record', 'wrong-number', 'missing', 'chain-broken'];
function withProof(findings, anchors) {
    const sorted = [...anchors].sort((a, b) => a.number - b.number);
    return findings.map((finding) => {
        if (finding.anchor !== undefined || !IN_THE_CHAIN.includes(finding.what))
            return finding;
        const number = (0,record/* numberOf */.rl)(finding.where.split(' ')[0] ?? '');
        const proof = number === undefined ? undefined : sorted.find((anchor) => anchor.number >= number);
        if (proof === undefined)
            return finding;
        const message = `${finding.message}; proven by ${proof.source}, which knows the records up to ${proof.number}`;
        return { ...finding, message, anchor: proof.source };
    });
}

// EXTERNAL MODULE: ./packages/evidence/lib/trail/read-record.js
var read_record = __webpack_require__(690167);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/store.js
var trail_store = __webpack_require__(453521);
;// CONCATENATED MODULE: ./packages/evidence/lib/trail/verify.js




const CLOCKS_MS = 5 * 60_000;
const STORED_WITHIN_MS = 60 * 60_000;
const AT_ONCE = 8;
async function readTrail(store, options) {
    const listed = [];
    for await (const { key, modifiedMs } of store.list(record/* RECORDS */.ft, options))
        listed.push({ key, modifiedMs });
    const objects = [];
    for (let from = 0; from < listed.length; from += AT_ONCE) {
        const reads = listed.slice(from, from + AT_ONCE).map(async (one) => ({
            ...one,
            bytes: (0,record/* numberOf */.rl)(one.key) === undefined
                ? Buffer.alloc(0)
                : await (0,trail_store/* readAll */.y)(await store.get(one.key, options), record/* MOST_RECORD_BYTES */.W7),
        }));
        objects.push(...(await Promise.all(reads)));
    }
    return objects;
}
function judgeTrail({ anchors, nowMs, objects }) {
    const findings = [];
    const links = new Map();
    const digests = new Map();
    for (const { bytes, key, modifiedMs } of objects) {
        const number = (0,record/* numberOf */.rl)(key);
        if (number === undefined) {
            findings.push(found('foreign-object', key, 'no record has such a name'));
            continue;
        }
        const digest = (0,record/* digestOf */.ol)(bytes);
        digests.set(number, digest);
        const read = (0,read_record/* readRecord */.aE)(bytes);
        if (read.kind === 'none')
            findings.push(found('not-a-record', key, read.problems.join('; ')));
        else if (read.record.number !== number)
            findings.push(found('wrong-number', key, `it says that it is number ${read.record.number}`));
        else
            links.set(number, { key, record: read.record, digest, modifiedMs });
    }
    const numbers = [...digests.keys()].sort((a, b) => a - b);
    const last = numbers.at(-1) ?? 0;
    for (const [from, upTo] of gaps(numbers))
        findings.push(found('missing', placeOf(from, upTo), 'not in the store'));
    const seen = new Map();
    for (const number of numbers) {
        const link = links.get(number);
        if (link === undefined)
            continue;
        findings.push(...linkFindings(link, digests.get(number - 1), links.get(number - 1), nowMs));
        const before = seen.get(link.record.id);
        if (before !== undefined)
            findings.push(found('repeated', link.key, `its id is that of record ${before} too`));
        seen.set(link.record.id, before ?? number);
    }
    findings.push(...anchorFindings(anchors, digests, last), ...datedFindings(anchors, links));
    const held = anchors.filter(({ digest, number }) => digests.get(number) === digest).map(({ number }) => number);
    const digest = digests.get(last);
    return {
        findings: withProof(findings, anchors),
        head: digest === undefined ? undefined : { number: last, digest },
        anchored: held.reduce((most, number) => Math.max(most, number), 0),
    };
}
function found(what, where, message, anchor) {
    return { what, where, message, anchor };
}
function gaps(numbers) {
    return numbers.flatMap((number, nth) => {
        const before = numbers[nth - 1] ?? 0;
        return number === before + 1 ? [] : [[before + 1, number - 1]];
    });
}
function placeOf(from, upTo) {
    return from === upTo ? (0,record/* keyOf */.TN)(from) : `${(0,record/* keyOf */.TN)(from)} to ${(0,record/* keyOf */.TN)(upTo)}`;
}
function linkFindings({ key, modifiedMs, record }, digestBefore, before, nowMs) {
    const findings = [];
    const recorded = Date.parse(record.recordedAt);
    const isFirst = record.number === 1;
    if (isFirst ? record.previous !== null : digestBefore !== undefined && record.previous !== digestBefore)
        findings.push(found('chain-broken', key, isFirst ? 'the first record follows no other' : 'it follows another record'));
    if (before !== undefined && recorded < Date.parse(before.record.recordedAt) - CLOCKS_MS)
        findings.push(found('back-dated', key, `recorded at ${record.recordedAt}, before the record that it follows`));
    if (recorded > nowMs + CLOCKS_MS)
        findings.push(found('future-dated', key, `recorded at ${record.recordedAt}`));
    if (Date.parse(record.happenedAt) > recorded + CLOCKS_MS)
        findings.push(found('recorded-before', key, `recorded at ${record.recordedAt}, happened at ${record.happenedAt}`));
    if (modifiedMs !== undefined && modifiedMs > recorded + STORED_WITHIN_MS)
        findings.push(found('stored-later', key, `recorded at ${record.recordedAt}, stored at ${new Date(modifiedMs).toISOString()}`));
    return findings;
}
function datedFindings(anchors, links) {
    const dated = anchors.flatMap(({ atMs, number, source }) => (atMs === undefined ? [] : [{ atMs, number, source }]));
    dated.sort((a, b) => b.atMs - a.atMs);
    return [...links.values()].flatMap(({ key, record }) => {
        const limit = Date.parse(record.recordedAt) + STORED_WITHIN_MS;
        const proof = dated.find(({ atMs, number }) => number < record.number && atMs > limit);
        if (proof === undefined)
            return [];
        const message = `recorded at ${record.recordedAt}, but ${proof.source} got record ${proof.number} as the last one at ${new Date(proof.atMs).toISOString()}`;
        return [found('back-dated', key, message, proof.source)];
    });
}
function anchorFindings(anchors, digests, last) {
    const findings = [];
    const first = new Map();
    for (const anchor of anchors) {
        const { digest, number, source } = anchor;
        const other = first.get(number);
        first.set(number, other ?? anchor);
        const there = digests.get(number);
        if (number > last)
            findings.push(found('cut-off', (0,record/* keyOf */.TN)(number), `the trail ends at ${last}, ${source} knows record ${number}, unless it is of another trail`, source));
        else if (there !== undefined && there !== digest)
            findings.push(found('rewritten', (0,record/* keyOf */.TN)(number), `${source} knows another record ${number}, unless it is of another trail`, source));
        if (other !== undefined && other.digest !== digest)
            findings.push(found('anchors-disagree', (0,record/* keyOf */.TN)(number), `${other.source} and ${source} know different ones`, source));
    }
    return findings;
}


/***/ })

};
