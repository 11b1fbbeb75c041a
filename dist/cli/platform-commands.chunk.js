export const id = 6217;
export const ids = [6217];
export const modules = {

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

/***/ 651186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commands: () => (/* binding */ commands)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
;// CONCATENATED MODULE: ./packages/platform/lib/state/plain.js
function mapped(part, to) {
    return part.kind === 'read' ? { kind: 'read', value: to(part.value) } : part;
}
function plain(value) {
    return JSON.parse(JSON.stringify(value));
}
function ordered(value) {
    if (Array.isArray(value))
        return value.map((one) => ordered(one));
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([name, one]) => [name, ordered(one)]));
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/github-state.js

function githubState(facts) {
    const secrets = Object.entries(facts.environmentSecrets).map(([name, part]) => [`secretsOf-${name}`, mapped(part, (names) => [...names])]);
    return {
        repository: mapped(facts.repository, ({ name: _name, organization: _owner, ...repository }) => plain(repository)),
        rulesets: mapped(facts.rules, ({ rulesets }) => Object.fromEntries(rulesets.map(({ id: _id, name, ...ruleset }) => [name, plain(ruleset)]))),
        rules: mapped(facts.rules, ({ rulesets: _rulesets, ...rules }) => plain(rules)),
        environments: mapped(facts.environments, (environments) => Object.fromEntries(environments.map(({ name, ...environment }) => [name, plain(environment)]))),
        actions: mapped(facts.actions, (actions) => plain(actions)),
        workflow: mapped(facts.workflow, (workflow) => plain(workflow)),
        forkApproval: mapped(facts.forkApproval, ({ policy }) => policy),
        immutableReleases: mapped(facts.immutableReleases, ({ enabled }) => enabled),
        dependabotAlerts: mapped(facts.dependabotAlerts, ({ enabled }) => enabled),
        dependabotUpdates: mapped(facts.dependabotUpdates, ({ enabled }) => enabled),
        codeScanning: mapped(facts.codeScanning, ({ configured }) => configured),
        vulnerabilityReports: mapped(facts.vulnerabilityReports, ({ enabled }) => enabled),
        secrets: mapped(facts.secrets, (names) => [...names]),
        ...Object.fromEntries(secrets),
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/supabase-state.js

function supabaseState(facts) {
    return {
        project: mapped(facts.project, ({ name, postgresMajor, region }) => ({ name, postgresMajor, region })),
        auth: mapped(facts.auth, (auth) => ({ ...auth })),
        ssl: mapped(facts.ssl, ({ enforced }) => ({ enforced })),
        network: mapped(facts.network, ({ allowed }) => ({ allowed: [...allowed] })),
        keys: mapped(facts.keys, ({ legacyEnabled }) => ({ legacyEnabled })),
        dataApi: mapped(facts.dataApi, (dataApi) => plain(dataApi)),
        functions: mapped(facts.functions, (functions) => Object.fromEntries(functions.map(({ slug, status, verifyJwt = null }) => [slug, { status, verifyJwt }]))),
        backups: mapped(facts.backups, ({ pitrEnabled }) => ({ pitrEnabled })),
        pitrDays: mapped(facts.pitrDays, (days) => days),
        members: mapped(facts.members, (members) => Object.fromEntries(members.map(({ name, role }) => [name, { role }]))),
        buckets: mapped(facts.buckets, (buckets) => Object.fromEntries(buckets.map((bucket) => [bucket.name, { public: bucket.public }]))),
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/vercel-state.js

function vercelState(facts) {
    return {
        project: mapped(facts.project, ({ id: _id, ...project }) => plain(project)),
        domains: mapped(facts.domains, (domains) => Object.fromEntries(domains
            .filter(({ name }) => !/\.vercel\.app$/.test(name))
            .map(({ name, verified: _verified, ...domain }) => [name, plain(domain)]))),
        env: mapped(facts.env, (rows) => Object.fromEntries(rows.map(({ gitBranch, key, targets, type }) => [
            [key, [...targets].sort().join('+'), ...(gitBranch === undefined ? [] : [gitBranch])].join(' '),
            { key, type, targets: [...targets].sort(), ...(gitBranch === undefined ? {} : { gitBranch }) },
        ]))),
        firewall: mapped(facts.firewall, ({ bypasses, enabled, managed, owasp, rules }) => ({
            enabled,
            managed: { ...managed },
            owasp: { ...owasp },
            bypasses: [...bypasses].sort(),
            rules: Object.fromEntries(rules.map(({ definition, name, whole }) => [name, { definition: plain(definition), whole }])),
        })),
        drains: mapped(facts.drains, (drains) => Object.fromEntries(drains.map(({ name, ...drain }) => [name, plain(drain)]))),
        webhooks: mapped(facts.webhooks, (webhooks) => Object.fromEntries(webhooks.map(({ events, host }) => [host, { events: [...events] }]))),
        team: mapped(facts.team, ({ slug: _slug, plan: _plan, ...team }) => plain(team)),
        members: mapped(facts.members, (members) => Object.fromEntries(members.map(({ name, role }) => [name, { role }]))),
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/snapshot.js





const SNAPSHOT_KIND = 'lockstep-platform/1';
function snapshotOf(facts) {
    const services = {
        ...(facts.vercel === undefined ? {} : { vercel: vercelState(facts.vercel) }),
        ...(facts.supabase === undefined ? {} : { supabase: supabaseState(facts.supabase) }),
        ...(facts.github === undefined ? {} : { github: githubState(facts.github) }),
        ...(facts.stripe === undefined
            ? {}
            : {
                stripe: {
                    webhooks: mapped(facts.stripe.endpoints, (endpoints) => Object.fromEntries(endpoints.map(({ apiVersion = null, events, live, status, url }) => [
                        url,
                        { apiVersion, events: [...events], live, status },
                    ]))),
                },
            }),
        ...(facts.sentry === undefined
            ? {}
            : {
                sentry: {
                    project: mapped(facts.sentry.project, ({ id: _id, ...project }) => plain(project)),
                    alerts: mapped(facts.sentry.alerts, (alerts) => Object.fromEntries(alerts.map(({ name, ...alert }) => [name, plain(alert)]))),
                },
            }),
    };
    const notRead = Object.entries(services).flatMap(([service, parts]) => Object.entries(parts).flatMap(([name, part]) => (part.kind === 'read' ? [] : [`${service}.${name}`])));
    return {
        kind: SNAPSHOT_KIND,
        services: Object.fromEntries(Object.entries(services).map(([service, parts]) => [
            service,
            Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => (part.kind === 'read' ? [[name, part.value]] : []))),
        ])),
        notRead: [...notRead, ...Object.keys(facts.unanswered ?? {})].sort(),
    };
}
function snapshotText(snapshot) {
    return `${JSON.stringify(ordered(plain(snapshot)), null, 2)}\n`;
}
const MOST_CHARACTERS = 16 * 1024 * 1024;
function readSnapshot(text, file) {
    if (text.length > MOST_CHARACTERS)
        throw new errors/* InputError */.dz(`${file}: too long for a snapshot`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${file}: not readable as JSON; expected a snapshot of \`lockstep platform snapshot\``, {
            cause,
        });
    }
    const { kind, notRead, services } = (value ?? {});
    const isWhole = isMap(services) && Object.values(services).every(isMap) && Array.isArray(notRead);
    if (kind !== SNAPSHOT_KIND || !isWhole || !notRead.every((one) => typeof one === 'string'))
        throw new errors/* InputError */.dz(`${file}: no snapshot: expected a JSON object whose "kind" is "${SNAPSHOT_KIND}"`);
    return value;
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/plain-line.js
var plain_line = __webpack_require__(797442);
// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __webpack_require__(85008);
;// CONCATENATED MODULE: ./packages/platform/lib/state/members.js

const ID = 'drift.members';
function isOfMembers(part) {
    return /^[a-z]+\.members$/.test(part);
}
function idOfGap(part) {
    return isOfMembers(part) ? ID : 'drift.not-compared';
}
function judgeMembers(compared, changes) {
    const checks = [];
    const notVerified = [];
    const came = changes.map(({ path }) => path).filter(isOfMembers);
    for (const part of new Set([...compared.filter(isOfMembers), ...came])) {
        const own = changes.filter(({ path }) => isWithin(part, path));
        const isPinned = own.some((change) => change.isPinned);
        if (own.length > 0 && !isPinned)
            notVerified.push({
                id: ID,
                what: part,
                because: `${(0,lists/* count */.U9)(own.length, 'change')} since the snapshot, and the policy does not say whether that is meant`,
                remedy: `If it was meant, commit a new snapshot. Pin ${part}* in the policy, and a change fails.`,
                chosen: true,
            });
        else
            checks.push(checkOf(part, own.length));
    }
    return { checks, notVerified };
}
function checkOf(what, changes) {
    const base = { id: ID, title: 'Who has access is as in the snapshot', what, expected: 'as in the snapshot' };
    return changes === 0
        ? { ...base, verdict: 'pass', reason: 'members-kept', measured: 'as in the snapshot', remedy: '' }
        : {
            ...{ ...base, verdict: 'fail', reason: 'members-changed' },
            measured: `${(0,lists/* count */.U9)(changes, 'change')}, of what the policy pins`,
            remedy: 'Take the access back, or commit a new snapshot if it was meant.',
        };
}
function isWithin(part, path) {
    return path.startsWith(part) && ['', '.', '['].includes(path.charAt(part.length));
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/path.js
function below(path, name) {
    if (path === '')
        return name;
    return /^[\w-]+$/.test(name) ? `${path}.${name}` : `${path}[${name}]`;
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/who.js
const NO_WITNESSES = { traces: [], untraced: [] };
function whoChanged(path, traces) {
    const [service = ''] = path.split('.');
    return traces
        .filter((trace) => trace.service === service)
        .filter(({ about, paths }) => about.some((name) => names(path, name)) || paths.some((one) => isBelow(path, one)))
        .sort((a, b) => b.atMs - a.atMs)[0];
}
function names(path, name) {
    return `${path}.`.includes(`.${name}.`) || path.includes(`[${name}]`) || path.includes(`[${name} `);
}
function isBelow(path, above) {
    return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}
function handleOf(name) {
    return name !== undefined && /^[\w.-]{1,64}(?:\[bot\])?$/.test(name) ? name : 'an account whose name is not shown';
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/compare.js





function compareSnapshots(before, after) {
    const left = new Set(partsNotCompared(before, after));
    const pruned = ({ services }) => Object.fromEntries(Object.entries(services).flatMap(([service, parts]) => {
        const kept = Object.entries(parts).filter(([name]) => !left.has(`${service}.${name}`));
        return kept.length === 0 ? [] : [[service, Object.fromEntries(kept)]];
    }));
    return differences('', pruned(before), pruned(after)).sort((a, b) => (a.path < b.path ? -1 : 1));
}
function partsNotCompared(before, after) {
    const services = [...new Set([...Object.keys(before.services), ...Object.keys(after.services)])];
    const alone = services
        .filter((service) => before.services[service] === undefined || after.services[service] === undefined)
        .flatMap((service) => Object.keys(before.services[service] ?? after.services[service] ?? {}).map((part) => `${service}.${part}`));
    return [...new Set([...before.notRead, ...after.notRead, ...alone])].sort();
}
function partsCompared(before, after) {
    const left = new Set(partsNotCompared(before, after));
    return Object.entries(before.services)
        .flatMap(([service, parts]) => Object.keys(parts).map((part) => `${service}.${part}`))
        .filter((part) => !left.has(part))
        .sort();
}
function partsLeftOut(before, after) {
    return partsNotCompared(before, after).filter((part) => {
        const [service = '', name = ''] = part.split('.');
        return before.services[service]?.[name] === undefined;
    });
}
function partsLost(before, after) {
    return Object.entries(before.services)
        .flatMap(([service, parts]) => Object.keys(parts)
        .filter((part) => after.services[service]?.[part] === undefined)
        .map((part) => `${service}.${part}`))
        .sort();
}
function differences(path, before, after) {
    if (compare_isMap(before) && compare_isMap(after)) {
        const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
        return names.flatMap((name) => differences(below(path, name), before[name], after[name]));
    }
    return compare_textOf(before) === compare_textOf(after) ? [] : [{ path, before, after }];
}
function compare_textOf(value) {
    return value === undefined ? '' : JSON.stringify(ordered(value));
}
function compare_isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const LONGEST = 1_000;
function judgeChanges(comparison) {
    const { changes, compared, leftOut, notCompared, pinned, whyNothing = () => undefined, witnesses } = comparison;
    const checks = changes.map((change) => {
        const isPinned = isPinnedBy(pinned, change);
        return {
            id: isPinned ? 'drift.pinned' : 'drift.change',
            title: isPinned ? 'Pinned settings did not change' : 'Settings that changed',
            verdict: isPinned ? 'fail' : 'pass',
            reason: isPinned ? 'pinned-setting-changed' : 'setting-changed',
            what: change.path,
            measured: `${shown(change.after)}${whoOf(change, witnesses)}`,
            expected: shown(change.before),
            remedy: isPinned
                ? 'Set it back (`lockstep platform restore-plan` prints how), or write a new snapshot if the change was meant.'
                : '',
        };
    });
    const notVerified = notCompared.map((what) => {
        const chosen = leftOut.includes(what) && !pinned.some((pattern) => mayName(pattern, what));
        return { id: idOfGap(what), what, ...whyNotCompared(what, leftOut, whyNothing), chosen };
    });
    const pins = changes.filter((change) => isPinnedBy(pinned, change));
    const seen = pinned.filter((pattern) => compared.some((part) => mayName(pattern, part)));
    const kept = pins.length > 0 || seen.length === 0 ? [] : [keptCheck(seen)];
    const unseen = pinned.filter((pattern) => ![...compared, ...notCompared].some((part) => mayName(pattern, part)) &&
        !changes.some((change) => isPinnedBy([pattern], change)));
    const same = changes.length > 0 || pinned.length > 0 || compared.length === 0 ? [] : [sameCheck(compared)];
    const changed = changes.map((change) => ({ path: change.path, isPinned: isPinnedBy(pinned, change) }));
    const members = judgeMembers(compared, changed);
    return {
        checks: [...checks, ...kept, ...same, ...members.checks],
        notVerified: [...notVerified, ...unseen.map(unseenPin), ...members.notVerified, ...unnamed(pins, witnesses)],
    };
}
function unseenPin(what) {
    return {
        ...{ id: 'drift.pinned', what, because: 'neither snapshot holds a part that this pin names', chosen: false },
        remedy: 'Correct the pin, or give the token access to what it names and write the snapshot again.',
    };
}
function keptCheck(pinned) {
    return {
        id: 'drift.pinned',
        title: 'Pinned settings did not change',
        verdict: 'pass',
        reason: 'pinned-settings-kept',
        what: pinned.join(', '),
        measured: 'as in the snapshot',
        expected: 'as in the snapshot',
        remedy: '',
    };
}
function sameCheck(compared) {
    return {
        id: 'drift.same',
        title: 'No setting changed',
        verdict: 'pass',
        reason: 'nothing-changed',
        what: compared.join(', '),
        measured: 'nothing changed',
        expected: 'as in the snapshot',
        remedy: '',
    };
}
function pinsNotCompared(pinned, remedy) {
    if (pinned.length === 0)
        return [];
    return [
        {
            id: 'drift.pinned',
            what: `${(0,lists/* count */.U9)(pinned.length, 'pinned path')} of the policy`,
            because: 'there was no snapshot to compare with',
            remedy,
            chosen: false,
        },
    ];
}
function changeLines(checks) {
    return checks
        .filter(isChange)
        .map(({ expected, measured, what }) => (0,plain_line/* plainLine */.h)(`changed ${what}: was ${expected}, is ${measured}`, LONGEST));
}
function isChange({ id, verdict }) {
    return id === 'drift.change' && verdict === 'pass';
}
function whyNotCompared(part, leftOut, whyNothing) {
    if (leftOut.includes(part))
        return {
            because: 'the earlier snapshot does not hold it',
            remedy: 'Give the token access to it, and write the snapshot again.',
        };
    const why = whyNothing(part.split('.')[0] ?? '');
    if (why !== undefined)
        return { because: why.because, remedy: why.remedy };
    return {
        because: 'the earlier snapshot holds it, and it could not be read now',
        remedy: 'Give the token access to it.',
    };
}
function mayName(pattern, part) {
    const [fixed = ''] = pattern.split('*');
    return part.startsWith(fixed) || fixed.startsWith(part);
}
function isPinnedBy(pinned, { path }) {
    return pinned.some((pattern) => (0,glob/* fits */.l)(pattern, path));
}
function whoOf({ path }, { traces }) {
    const found = whoChanged(path, traces);
    return found === undefined ? '' : ` (by ${found.who} at ${new Date(found.atMs).toISOString()})`;
}
function unnamed(changes, { traces, untraced }) {
    const without = changes.filter(({ path }) => whoChanged(path, traces) === undefined);
    const services = [...new Set(without.map(({ path }) => path.split('.')[0] ?? ''))];
    return services.map((service) => {
        const why = untraced.find((one) => one.service === service);
        return {
            id: 'drift.who',
            what: `who changed pinned settings of ${service}`,
            because: why?.because ?? 'its log of the last 30 days names no one for them',
            remedy: why?.remedy ?? 'Look in the log of the dashboard.',
            chosen: false,
        };
    });
}
function shown(value) {
    return value === undefined ? 'not there' : JSON.stringify(value);
}

// EXTERNAL MODULE: ./packages/base/lib/json-path.js
var json_path = __webpack_require__(643019);
;// CONCATENATED MODULE: ./packages/platform/lib/facts/pick.js

class UnexpectedAnswer extends Error {
    name = 'UnexpectedAnswer';
}
function flagAt(value, ...path) {
    const found = (0,json_path.at)(value, ...path);
    return typeof found === 'boolean' ? found : undefined;
}
function listAt(value, ...path) {
    const found = (0,json_path.at)(value, ...path);
    return Array.isArray(found) ? found : [];
}
function itemsOf(value, ...path) {
    const found = (0,json_path.at)(value, ...path);
    if (!Array.isArray(found))
        throw new UnexpectedAnswer(path.join('.') || 'a list');
    return found;
}
function pick_textOf(value, ...path) {
    const found = (0,json_path/* textAt */.$)(value, ...path);
    if (found === undefined)
        throw new UnexpectedAnswer(path.join('.'));
    return found;
}
function flagOf(value, ...path) {
    const found = flagAt(value, ...path);
    if (found === undefined)
        throw new UnexpectedAnswer(path.join('.'));
    return found;
}
function maybe(value, from, ...path) {
    if (value === undefined && (0,json_path.at)(from, ...path) != null && (0,json_path.at)(from, ...path) !== '')
        throw new UnexpectedAnswer(path.join('.'));
    return value;
}
const maybeText = (from, ...path) => maybe((0,json_path/* textAt */.$)(from, ...path), from, ...path);
const maybeFlag = (from, ...path) => maybe(flagAt(from, ...path), from, ...path);
const maybeNumber = (from, ...path) => maybe((0,json_path/* numberAt */.t)(from, ...path), from, ...path);
function maybeItems(from, ...path) {
    return (0,json_path.at)(from, ...path) == null ? [] : itemsOf(from, ...path);
}
function wordsOf(value, ...path) {
    return itemsOf(value, ...path).map((one) => pick_textOf(one));
}
function hostIn(value, ...path) {
    const host = hostOf(pick_textOf(value, ...path));
    if (host === undefined || host === '')
        throw new UnexpectedAnswer(path.join('.'));
    return host;
}
function textsAt(value, ...path) {
    return listAt(value, ...path).filter((one) => typeof one === 'string');
}
function hostOf(url) {
    return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}
function timeAt(value, ...path) {
    const text = (0,json_path/* textAt */.$)(value, ...path);
    if (text === undefined)
        return undefined;
    const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./packages/platform/lib/facts/part.js


async function readPart({ plan, scope, what }, work) {
    try {
        return { kind: 'read', value: await work() };
    }
    catch (error) {
        if (error instanceof UnexpectedAnswer)
            return { kind: 'no-answer', because: `the answer for ${what} is not what the service describes` };
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        const { retryable, service, status } = error;
        if (status === undefined || retryable || status === 408 || status === 429 || status >= 500 || status < 400)
            return { kind: 'no-answer', because: `${service} did not answer for ${what}` };
        if (status === 402)
            return {
                kind: 'withheld',
                because: `the plan ${plan === undefined ? 'of the account' : `"${plan}"`} does not have ${what}`,
                remedy: 'Remove the line from the policy, or accept it until the plan is changed.',
                status,
            };
        if (status === 401)
            return {
                kind: 'withheld',
                because: `${service} does not accept the token (HTTP 401)`,
                remedy: 'Create another token: this one is wrong, or it has ended.',
                status,
            };
        if (status === 404)
            return {
                kind: 'withheld',
                because: `${service} does not find ${what} (HTTP 404): a name is wrong, or the token may not see it`,
                remedy: `Check the name, and give the token this access: ${scope}.`,
                status,
            };
        return {
            kind: 'withheld',
            because: `${service} refused to show ${what} (HTTP ${status})${plan === undefined ? '' : ` on the plan "${plan}"`}`,
            remedy: `Give the token this access: ${scope}${plan === undefined ? '' : ', or change the plan'}.`,
            status,
        };
    }
}
function known(value) {
    return { kind: 'read', value };
}
function readValue(part) {
    return part?.kind === 'read' ? part.value : undefined;
}

;// CONCATENATED MODULE: ./packages/platform/lib/facts/absent.js

async function orAbsent(work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/platform/lib/facts/at-most.js
async function atMost(width, items, work) {
    const results = new Array(items.length);
    const queue = items.map((item, index) => ({ item, index }));
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
            results[next.index] = await work(next.item);
    };
    await Promise.all(Array.from({ length: Math.min(width, queue.length) }, worker));
    return results;
}

;// CONCATENATED MODULE: ./packages/platform/lib/facts/gate.js
function openGate(width) {
    let running = 0;
    const waiting = [];
    return async (work) => {
        if (running >= width)
            await new Promise((resolve) => waiting.push(resolve));
        running++;
        try {
            return await work();
        }
        finally {
            running--;
            waiting.shift()?.();
        }
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/github/branch.js


function branchOf(rules, rulesets, { checks, whole }) {
    const ofType = (type) => rules.filter((rule) => (0,json_path.at)(rule, 'type') === type);
    const pulls = ofType('pull_request');
    const review = (0,json_path.at)(whole, 'required_pull_request_reviews');
    const isOn = (...path) => (0,json_path.at)(whole, ...path) === true;
    const any = (list, name) => list.some((rule) => (0,json_path.at)(rule, 'parameters', name) === true);
    const required = [
        ...ofType('required_status_checks').flatMap((rule) => listAt(rule, 'parameters', 'required_status_checks')),
        ...listAt(checks, 'protection', 'required_status_checks', 'checks'),
    ].flatMap((one) => (0,json_path/* textAt */.$)(one, 'context') ?? []);
    return {
        requiredChecks: [...new Set(required)].sort(),
        pullRequest: pulls.length > 0 || review !== undefined,
        approvals: Math.max(0, ...pulls.map((rule) => (0,json_path/* numberAt */.t)(rule, 'parameters', 'required_approving_review_count') ?? 0), (0,json_path/* numberAt */.t)(review, 'required_approving_review_count') ?? 0),
        dismissesStale: any(pulls, 'dismiss_stale_reviews_on_push') || (0,json_path.at)(review, 'dismiss_stale_reviews') === true,
        codeOwners: any(pulls, 'require_code_owner_review') || (0,json_path.at)(review, 'require_code_owner_reviews') === true,
        signatures: ofType('required_signatures').length > 0 || isOn('required_signatures', 'enabled'),
        linear: ofType('required_linear_history').length > 0 || isOn('required_linear_history', 'enabled'),
        forcePushBlocked: ofType('non_fast_forward').length > 0 || isBlocked(whole, 'allow_force_pushes'),
        deletionBlocked: ofType('deletion').length > 0 || isBlocked(whole, 'allow_deletions'),
        rulesets: [...rulesets].sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
}
function isBlocked(whole, name) {
    return (0,json_path.at)(whole, name, 'enabled') === false;
}

;// CONCATENATED MODULE: ./packages/platform/lib/github/read.js







const GITHUB_READS = (/* unused pure expression or super */ null && ([
    'actions.getAllowedActionsRepository',
    'actions.getForkPrContributorApprovalPermissionsRepository',
    'actions.getGithubActionsDefaultWorkflowPermissionsRepository',
    'actions.getGithubActionsPermissionsRepository',
    'actions.listEnvironmentSecrets',
    'actions.listRepoSecrets',
    'codeScanning.getDefaultSetup',
    'orgs.get',
    'orgs.getAuditLog',
    'orgs.listMembers',
    'repos.checkAutomatedSecurityFixes',
    'repos.checkImmutableReleases',
    'repos.checkPrivateVulnerabilityReporting',
    'repos.checkVulnerabilityAlerts',
    'repos.get',
    'repos.getAllEnvironments',
    'repos.getBranch',
    'repos.getBranchProtection',
    'repos.getBranchRules',
    'repos.getRepoRuleset',
    'repos.getRepoRulesetHistory',
    'users.getById',
]));
const GITHUB_SCOPES = {
    metadata: 'Metadata: read',
    contents: 'Contents: read',
    actions: 'Actions: read',
    administration: 'Administration: read',
    secrets: 'Secrets: read',
    environments: 'Environments: read',
    owner: 'a token of an owner of the organization with Members: read',
    branch: 'Metadata: read and Contents: read, and Administration: read where the branch has a classic protection',
    bypass: 'Administration: write, since GitHub shows it only to who may change the ruleset',
    history: 'Administration: write',
    auditLog: 'a token of an owner of the organization with its permission Administration: read',
};
const MOST_RULESETS = 20;
async function readGitHub(api, environment) {
    const gate = openGate(4);
    let plan;
    const repository = await readPart({ what: 'the repository', scope: GITHUB_SCOPES.metadata }, async () => repositoryOf(await api.read('repos.get', {})));
    const part = (what, scope, work) => repository.kind === 'withheld' ? Promise.resolve(repository) : gate(() => readPart({ what, scope, plan }, work));
    const { defaultBranch: branch = 'main', organization: org } = readValue(repository) ?? {};
    const organization = org === undefined
        ? undefined
        : await part('the organization', GITHUB_SCOPES.metadata, async () => organizationOf(await api.read('orgs.get', { org })));
    plan = readValue(organization)?.plan;
    const withoutSecondFactor = org === undefined
        ? undefined
        : await part('the members without a second factor', GITHUB_SCOPES.owner, async () => loginsOf(await api.read('orgs.listMembers', { org, filter: '2fa_disabled', per_page: 100 })));
    const [rules, environments, actions, workflow, immutableReleases, secrets, ofEnvironment] = await Promise.all([
        part('the rules of the default branch', GITHUB_SCOPES.branch, () => rulesOf(api, branch)),
        part('the environments', GITHUB_SCOPES.actions, async () => itemsOf(await api.read('repos.getAllEnvironments', { per_page: 100 }), 'environments').map(environmentOf)),
        part('what Actions may run', GITHUB_SCOPES.administration, () => actionsOf(api)),
        part('the default of the token of workflows', GITHUB_SCOPES.administration, async () => workflowOf(await api.read('actions.getGithubActionsDefaultWorkflowPermissionsRepository', {}))),
        part('whether releases are immutable', GITHUB_SCOPES.administration, async () => ({
            enabled: (0,json_path.at)(await orAbsent(api.read('repos.checkImmutableReleases', {})), 'enabled') === true,
        })),
        part('the names of the secrets', GITHUB_SCOPES.secrets, async () => namesOf(await api.read('actions.listRepoSecrets', { per_page: 100 }))),
        part(`the names of the secrets of environment ${environment}`, GITHUB_SCOPES.environments, async () => namesOf(await orAbsent(api.read('actions.listEnvironmentSecrets', { environment_name: environment, per_page: 100 })))),
    ]);
    const [dependabotAlerts, dependabotUpdates, codeScanning, vulnerabilityReports, forkApproval] = await Promise.all([
        part('whether Dependabot alerts', GITHUB_SCOPES.administration, () => isThere(api, 'repos.checkVulnerabilityAlerts')),
        part('whether Dependabot opens pull requests', GITHUB_SCOPES.administration, async () => {
            const answer = await orAbsent(api.read('repos.checkAutomatedSecurityFixes', {}));
            return { enabled: (0,json_path.at)(answer, 'enabled') === true && (0,json_path.at)(answer, 'paused') !== true };
        }),
        part('the setup of code scanning', GITHUB_SCOPES.administration, async () => ({
            configured: (0,json_path/* textAt */.$)(await api.read('codeScanning.getDefaultSetup', {}), 'state') === 'configured',
        })),
        part('whether vulnerabilities can be reported in private', GITHUB_SCOPES.metadata, async () => ({
            enabled: (0,json_path.at)(await api.read('repos.checkPrivateVulnerabilityReporting', {}), 'enabled') === true,
        })),
        part('whose workflows from forks need an approval', GITHUB_SCOPES.administration, async () => ({
            policy: pick_textOf(await api.read('actions.getForkPrContributorApprovalPermissionsRepository', {}), 'approval_policy'),
        })),
    ]);
    return {
        repository,
        organization,
        withoutSecondFactor,
        rules,
        environments,
        actions,
        workflow,
        immutableReleases,
        secrets,
        environmentSecrets: { [environment]: ofEnvironment },
        dependabotAlerts,
        dependabotUpdates,
        codeScanning,
        vulnerabilityReports,
        forkApproval,
    };
}
async function isThere(api, endpoint) {
    return { enabled: (await orAbsent(api.read(endpoint, {}).then(() => true))) === true };
}
function repositoryOf(answer) {
    const state = (name) => {
        const status = (0,json_path/* textAt */.$)(answer, 'security_and_analysis', name, 'status');
        return status === undefined ? undefined : status === 'enabled';
    };
    return {
        name: pick_textOf(answer, 'full_name'),
        organization: (0,json_path/* textAt */.$)(answer, 'owner', 'type') === 'Organization' ? (0,json_path/* textAt */.$)(answer, 'owner', 'login') : undefined,
        private: flagOf(answer, 'private'),
        defaultBranch: pick_textOf(answer, 'default_branch'),
        secretScanning: state('secret_scanning'),
        pushProtection: state('secret_scanning_push_protection'),
        deletesMergedBranches: flagAt(answer, 'delete_branch_on_merge'),
    };
}
function organizationOf(answer) {
    return {
        plan: (0,json_path/* textAt */.$)(answer, 'plan', 'name'),
        requiresSecondFactor: flagAt(answer, 'two_factor_requirement_enabled'),
    };
}
function loginsOf(answer) {
    return itemsOf(answer)
        .map((one) => pick_textOf(one, 'login'))
        .sort();
}
async function rulesOf(api, branch) {
    const rules = await api.read('repos.getBranchRules', { branch, per_page: 100 });
    const list = itemsOf(rules);
    const ids = [...new Set(list.flatMap((rule) => (0,json_path/* numberAt */.t)(rule, 'ruleset_id') ?? []))];
    if (ids.length > MOST_RULESETS)
        throw new UnexpectedAnswer('an end');
    const rulesets = await atMost(2, ids, async (id) => rulesetOf(await api.read('repos.getRepoRuleset', { ruleset_id: id })));
    const named = await api.read('repos.getBranch', { branch });
    const isClassic = (0,json_path.at)(named, 'protection', 'enabled') === true;
    const classic = isClassic ? await orAbsent(api.read('repos.getBranchProtection', { branch })) : undefined;
    return branchOf(list, rulesets, { checks: named, whole: classic });
}
function rulesetOf(answer) {
    const actors = (0,json_path.at)(answer, 'bypass_actors');
    return {
        id: (0,json_path/* numberAt */.t)(answer, 'id'),
        name: (0,json_path/* textAt */.$)(answer, 'name') ?? '',
        enforcement: (0,json_path/* textAt */.$)(answer, 'enforcement') ?? '',
        rules: Object.fromEntries(listAt(answer, 'rules').map((rule) => [(0,json_path/* textAt */.$)(rule, 'type') ?? '', (0,json_path.at)(rule, 'parameters') ?? {}])),
        bypassActors: Array.isArray(actors)
            ? actors.map((one) => [pick_textOf(one, 'actor_type'), maybeNumber(one, 'actor_id') ?? '', maybeText(one, 'bypass_mode') ?? 'always']
                .filter((word) => word !== '')
                .join(' '))
            : undefined,
    };
}
function environmentOf(answer) {
    const rules = listAt(answer, 'protection_rules');
    const reviewers = rules.find((rule) => (0,json_path.at)(rule, 'type') === 'required_reviewers');
    const policy = (0,json_path.at)(answer, 'deployment_branch_policy');
    return {
        name: (0,json_path/* textAt */.$)(answer, 'name') ?? '',
        reviewers: listAt(reviewers, 'reviewers')
            .map((one) => (0,json_path/* textAt */.$)(one, 'reviewer', 'login') ?? (0,json_path/* textAt */.$)(one, 'reviewer', 'slug') ?? '')
            .sort(),
        reviewerIds: listAt(reviewers, 'reviewers')
            .map((one) => `${(0,json_path/* textAt */.$)(one, 'type') ?? ''} ${(0,json_path/* numberAt */.t)(one, 'reviewer', 'id') ?? ''}`)
            .sort(),
        preventsSelfReview: (0,json_path.at)(reviewers, 'prevent_self_review') === true,
        branches: policy == null ? 'all' : (0,json_path.at)(policy, 'protected_branches') === true ? 'protected' : 'custom',
        waitMinutes: (0,json_path/* numberAt */.t)(rules.find((rule) => (0,json_path.at)(rule, 'type') === 'wait_timer'), 'wait_timer') ?? 0,
    };
}
async function actionsOf(api) {
    const answer = await api.read('actions.getGithubActionsPermissionsRepository', {});
    const enabled = flagOf(answer, 'enabled');
    const allowed = enabled ? (maybeText(answer, 'allowed_actions') ?? 'all') : 'none';
    const selected = allowed === 'selected' ? await api.read('actions.getAllowedActionsRepository', {}) : undefined;
    return {
        enabled,
        allowed,
        shaPinning: maybeFlag(answer, 'sha_pinning_required') ?? false,
        patterns: allowed === 'selected' ? [...wordsOf(selected, 'patterns_allowed')].sort() : [],
        githubOwned: maybeFlag(selected, 'github_owned_allowed') ?? false,
        verifiedCreators: (0,json_path.at)(selected, 'verified_allowed') === undefined ? false : flagOf(selected, 'verified_allowed'),
    };
}
function workflowOf(answer) {
    return {
        tokenWrites: pick_textOf(answer, 'default_workflow_permissions') !== 'read',
        approvesPullRequests: flagOf(answer, 'can_approve_pull_request_reviews'),
    };
}
function namesOf(answer) {
    return maybeItems(answer, 'secrets')
        .map((one) => pick_textOf(one, 'name'))
        .sort();
}

;// CONCATENATED MODULE: ./packages/platform/lib/github/audit-log.js






const MOST_ENTRIES = 100;
async function readAuditLog(api, { org, repository }, sinceMs) {
    const what = 'the audit log of the organization';
    return await readPart({ what, scope: GITHUB_SCOPES.auditLog }, async () => {
        const phrase = `repo:${repository} created:>=${new Date(sinceMs).toISOString().slice(0, 10)}`;
        const entries = itemsOf(await api.read('orgs.getAuditLog', { org, phrase, order: 'desc', per_page: MOST_ENTRIES }));
        return entries.flatMap((entry) => {
            const atMs = (0,json_path/* numberAt */.t)(entry, '@timestamp') ?? (0,json_path/* numberAt */.t)(entry, 'created_at') ?? 0;
            const paths = pathsOf(entry);
            if (paths.length === 0 || atMs < sinceMs || (0,json_path/* textAt */.$)(entry, 'repo') !== repository)
                return [];
            return [{ service: 'github', who: handleOf((0,json_path/* textAt */.$)(entry, 'actor')), atMs, about: [], paths }];
        });
    });
}
const named = (part, member) => (entry) => {
    const name = (0,json_path/* textAt */.$)(entry, member);
    return name === undefined ? [] : [below(`github.${part}`, name)];
};
const always = (...paths) => () => paths.map((path) => `github.${path}`);
const secretsOf = (entry) => {
    const name = (0,json_path/* textAt */.$)(entry, 'environment_name');
    return name === undefined ? [] : [`github.secretsOf-${name}`];
};
const ACTIONS = {
    'environment.create_actions_secret': secretsOf,
    'environment.remove_actions_secret': secretsOf,
    'repo.access': always('repository.private'),
    'repo.actions_enabled': always('actions'),
    'repo.create_actions_secret': always('secrets'),
    'repo.remove_actions_secret': always('secrets'),
    'repo.set_actions_fork_pr_approvals_policy': always('forkApproval'),
    'repo.set_default_workflow_permissions': always('workflow.tokenWrites'),
    'repo.set_workflow_permission_can_approve_pr': always('workflow.approvesPullRequests'),
    'repo.update_actions_settings': always('actions'),
    'repo.update_default_branch': always('repository.defaultBranch'),
};
const CATEGORIES = {
    environment: named('environments', 'environment_name'),
    protected_branch: always('rules'),
    repository_ruleset: (entry) => [...named('rulesets', 'ruleset_name')(entry), 'github.rules'],
    repository_secret_scanning: always('repository.secretScanning'),
    repository_secret_scanning_push_protection: always('repository.pushProtection'),
    repository_vulnerability_alerts: always('dependabotAlerts'),
};
function pathsOf(entry) {
    const action = (0,json_path/* textAt */.$)(entry, 'action') ?? '';
    const category = action.slice(0, Math.max(0, action.indexOf('.')));
    const paths = own(ACTIONS, action) ?? own(CATEGORIES, category);
    return paths?.(entry) ?? [];
}
function own(table, name) {
    return Object.hasOwn(table, name) ? table[name] : undefined;
}

;// CONCATENATED MODULE: ./packages/platform/lib/github/traces.js







const MOST_PEOPLE = 5;
async function readRulesetTraces(api, { rulesets }, sinceMs) {
    const what = 'the history of the rulesets';
    return await readPart({ what, scope: GITHUB_SCOPES.history }, async () => {
        const histories = await atMost(2, rulesets, (ruleset) => historyOf(api, ruleset));
        const entries = histories.flat().filter(({ atMs }) => atMs >= sinceMs);
        const actors = [...new Set(entries.flatMap(({ actor }) => actor ?? []))].slice(0, MOST_PEOPLE);
        const names = await atMost(2, actors, async (id) => {
            return [id, (0,json_path/* textAt */.$)(await api.read('users.getById', { account_id: id }), 'login')];
        });
        const known = new Map(names);
        return entries.map(({ actor, atMs, ruleset }) => {
            const who = handleOf(actor === undefined ? undefined : known.get(actor));
            return {
                service: 'github',
                who,
                atMs,
                about: [],
                paths: [below('github.rulesets', ruleset.name), 'github.rules'],
            };
        });
    });
}
async function historyOf(api, ruleset) {
    if (ruleset.id === undefined)
        return [];
    const answer = await api.read('repos.getRepoRulesetHistory', { ruleset_id: ruleset.id, per_page: 100 });
    return itemsOf(answer).map((one) => ({
        ruleset,
        actor: (0,json_path/* numberAt */.t)(one, 'actor', 'id'),
        atMs: timeAt(one, 'updated_at') ?? 0,
    }));
}

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/rule-definition.js


const SECRET_CONDITIONS = ['header', 'cookie', 'query'];
function definitionOf(rule) {
    let whole = true;
    const conditionGroup = listAt(rule, 'conditionGroup').map((group) => ({
        conditions: listAt(group, 'conditions').map((condition) => {
            const type = (0,json_path/* textAt */.$)(condition, 'type') ?? '';
            const kept = Object.fromEntries(['type', 'op', 'neg', 'key', 'value'].flatMap((name) => {
                const value = (0,json_path.at)(condition, name);
                if (value === undefined)
                    return [];
                if (name === 'value' && SECRET_CONDITIONS.includes(type)) {
                    whole = false;
                    return [];
                }
                return [[name, value]];
            }));
            return kept;
        }),
    }));
    const mitigate = (0,json_path.at)(rule, 'action', 'mitigate');
    const definition = {
        name: (0,json_path/* textAt */.$)(rule, 'name') ?? '',
        active: (0,json_path.at)(rule, 'active') === true,
        conditionGroup,
        action: mitigate === undefined ? {} : { mitigate },
    };
    return { definition, whole };
}

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/read.js







const VERCEL_SCOPES = {
    project: 'a token of the project (any role that sees it, like Viewer)',
    team: 'a token of the team, of a member with the role Viewer or higher',
    owner: 'a token of the team, of a member with the role Owner, Member or Security',
};
async function readVercel(api, { project, team }) {
    const gate = openGate(4);
    const path = `/v9/projects/${encodeURIComponent(project)}`;
    const teamPart = await readPart({ what: 'the team', scope: VERCEL_SCOPES.team }, async () => team === '' ? NO_TEAM : teamOf(await api.read(`/v2/teams/${encodeURIComponent(team)}`)));
    const plan = readValue(teamPart)?.plan;
    const part = (what, scope, work) => gate(() => readPart({ what, scope, plan }, work));
    const projectPart = await part('the project', VERCEL_SCOPES.project, async () => projectOf(await api.read(path)));
    const byId = (what, work) => projectPart.kind === 'read'
        ? part(what, VERCEL_SCOPES.team, () => work(projectPart.value.id))
        : Promise.resolve(projectPart);
    const ofProject = (what, work) => projectPart.kind === 'withheld' ? Promise.resolve(projectPart) : part(what, VERCEL_SCOPES.project, work);
    const [domains, certificates, env, firewall, drains, webhooks, members] = await Promise.all([
        ofProject('the domains of the project', async () => (await api.readAll(`${path}/domains`, 'domains')).map(domainOf)),
        part('the certificates', VERCEL_SCOPES.team, async () => itemsOf(await api.read('/v8/certs'), 'certs').map(certificateOf)),
        ofProject('the environment variables', async () => variablesOf(await api.read(`/v10/projects/${encodeURIComponent(project)}/env`))),
        byId('the firewall', (projectId) => firewallNow(api, projectId)),
        byId('the drains', async (projectId) => itemsOf(await api.read('/v1/drains', { projectId }), 'drains').map(drainOf)),
        part('the webhooks', VERCEL_SCOPES.team, async () => itemsOf(await api.read('/v1/webhooks')).map(webhookOf)),
        part('the members of the team', VERCEL_SCOPES.owner, async () => team === '' ? [] : (await api.readAll(`/v3/teams/${encodeURIComponent(team)}/members`, 'members')).map(memberOf)),
    ]);
    const names = (readValue(domains) ?? []).map(({ name }) => name);
    const configurations = await atMost(4, names, async (name) => [
        name,
        await part(`the configuration of ${name}`, VERCEL_SCOPES.team, async () => configurationOf(await api.read(`/v6/domains/${encodeURIComponent(name)}/config`))),
    ]);
    return {
        plan,
        project: projectPart,
        domains,
        configurations: Object.fromEntries(configurations),
        certificates,
        env,
        firewall,
        drains,
        webhooks,
        team: teamPart,
        members,
    };
}
const NO_TEAM = {
    slug: '',
    plan: 'hobby',
    samlEnforced: false,
    sensitivePolicy: 'default',
    hidesAddresses: false,
    hidesAddressesInDrains: false,
};
function teamOf(answer) {
    return {
        slug: pick_textOf(answer, 'slug'),
        plan: (0,json_path/* textAt */.$)(answer, 'billing', 'plan'),
        samlEnforced: maybeFlag(answer, 'saml', 'enforced') ?? false,
        sensitivePolicy: maybeText(answer, 'sensitiveEnvironmentVariablePolicy') ?? 'default',
        hidesAddresses: maybeFlag(answer, 'hideIpAddresses') ?? false,
        hidesAddressesInDrains: maybeFlag(answer, 'hideIpAddressesInLogDrains') ?? false,
    };
}
function projectOf(answer) {
    const [org, repo] = [maybeText(answer, 'link', 'org'), maybeText(answer, 'link', 'repo')];
    const skew = maybeNumber(answer, 'skewProtectionMaxAge') ?? 0;
    return {
        id: pick_textOf(answer, 'id'),
        name: pick_textOf(answer, 'name'),
        framework: maybeText(answer, 'framework'),
        nodeVersion: maybeText(answer, 'nodeVersion'),
        rootDirectory: maybeText(answer, 'rootDirectory'),
        buildCommand: maybeText(answer, 'buildCommand'),
        installCommand: maybeText(answer, 'installCommand'),
        outputDirectory: maybeText(answer, 'outputDirectory'),
        regions: (0,json_path.at)(answer, 'resourceConfig') == null
            ? []
            : maybeItems(answer, 'resourceConfig', 'functionDefaultRegions').map((one) => pick_textOf(one)),
        repository: org === undefined || repo === undefined ? undefined : `${org}/${repo}`,
        productionBranch: maybeText(answer, 'link', 'productionBranch'),
        gitDeployments: gitDeploymentsOf(answer),
        verifiedCommits: maybeFlag(answer, 'gitProviderOptions', 'requireVerifiedCommits') ?? false,
        autoAssignDomains: maybeFlag(answer, 'autoAssignCustomDomains'),
        deploymentProtection: maybeText(answer, 'ssoProtection', 'deploymentType') ?? 'none',
        forkProtection: maybeFlag(answer, 'gitForkProtection'),
        publicSource: maybeFlag(answer, 'publicSource') ?? false,
        directoryListing: maybeFlag(answer, 'directoryListing'),
        skewProtectionSeconds: skew,
        cronsEnabled: maybeNumber(answer, 'crons', 'disabledAt') === undefined && maybeItems(answer, 'crons', 'definitions').length > 0,
        crons: Object.fromEntries(maybeItems(answer, 'crons', 'definitions').map((one) => [pick_textOf(one, 'path'), pick_textOf(one, 'schedule')])),
        previewDays: maybeNumber(answer, 'deploymentExpiration', 'expirationDays'),
    };
}
function gitDeploymentsOf(answer) {
    return maybeText(answer, 'gitProviderOptions', 'createDeployments') !== 'disabled';
}
function domainOf(answer) {
    return {
        name: pick_textOf(answer, 'name'),
        verified: flagOf(answer, 'verified'),
        redirect: maybeText(answer, 'redirect'),
        redirectStatus: maybeNumber(answer, 'redirectStatusCode'),
        gitBranch: maybeText(answer, 'gitBranch'),
    };
}
function configurationOf(answer) {
    return { misconfigured: flagOf(answer, 'misconfigured'), configuredBy: maybeText(answer, 'configuredBy') };
}
function certificateOf(answer) {
    return {
        names: wordsOf(answer, 'cns'),
        expiresAtMs: (0,json_path/* numberAt */.t)(answer, 'expiresAt') ?? 0,
        autoRenew: (0,json_path.at)(answer, 'autoRenew') === true,
    };
}
function variablesOf(answer) {
    if ((0,json_path.at)(answer, 'pagination', 'next') != null)
        throw new UnexpectedAnswer('an end');
    return itemsOf(answer, 'envs').map(variableOf);
}
function variableOf(answer) {
    const target = (0,json_path.at)(answer, 'target');
    const targets = typeof target === 'string' ? [target] : maybeItems(answer, 'target').map((one) => pick_textOf(one));
    const custom = maybeItems(answer, 'customEnvironmentIds').map((one) => pick_textOf(one));
    if (targets.length + custom.length === 0)
        throw new UnexpectedAnswer('target');
    return {
        key: pick_textOf(answer, 'key'),
        type: pick_textOf(answer, 'type'),
        targets: [...targets, ...custom],
        gitBranch: maybeText(answer, 'gitBranch'),
        updatedAtMs: maybeNumber(answer, 'updatedAt') ?? maybeNumber(answer, 'createdAt'),
    };
}
async function firewallNow(api, projectId) {
    const answer = await orAbsent(api.read('/v1/security/firewall/config/active', { projectId }));
    return {
        enabled: answer === undefined ? false : flagOf(answer, 'firewallEnabled'),
        managed: read_actionsOf((0,json_path.at)(answer, 'managedRules'), 'log'),
        owasp: read_actionsOf((0,json_path.at)(answer, 'crs'), 'log'),
        rules: maybeItems(answer, 'rules').map(ruleOf),
        bypasses: maybeItems(answer, 'ips')
            .filter((one) => pick_textOf(one, 'action') === 'bypass')
            .map((one) => pick_textOf(one, 'ip')),
    };
}
function read_actionsOf(groups, absent) {
    if (typeof groups !== 'object' || groups === null)
        return {};
    return Object.fromEntries(Object.entries(groups)
        .filter(([, group]) => (0,json_path.at)(group, 'active') === true)
        .map(([name, group]) => [name, (0,json_path/* textAt */.$)(group, 'action') ?? absent]));
}
const STOPPING = ['deny', 'challenge', 'rate_limit'];
function ruleOf(answer) {
    return {
        name: (0,json_path/* textAt */.$)(answer, 'name') ?? '',
        active: (0,json_path.at)(answer, 'active') === true,
        action: (0,json_path/* textAt */.$)(answer, 'action', 'mitigate', 'action') ?? '',
        limit: (0,json_path/* numberAt */.t)(answer, 'action', 'mitigate', 'rateLimit', 'limit'),
        onlyLogs: !STOPPING.includes((0,json_path/* textAt */.$)(answer, 'action', 'mitigate', 'rateLimit', 'action') ?? ''),
        windowSeconds: (0,json_path/* numberAt */.t)(answer, 'action', 'mitigate', 'rateLimit', 'window'),
        ...definitionOf(answer),
    };
}
function drainOf(answer) {
    const kinds = (0,json_path.at)(answer, 'schemas');
    return {
        name: (0,json_path/* textAt */.$)(answer, 'name') ?? '',
        host: hostOf((0,json_path/* textAt */.$)(answer, 'delivery', 'endpoint')),
        status: (0,json_path.at)(answer, 'status') === undefined ? 'enabled' : pick_textOf(answer, 'status'),
        kinds: typeof kinds === 'object' && kinds !== null ? Object.keys(kinds).sort() : [],
    };
}
function webhookOf(answer) {
    return { host: hostIn(answer, 'url'), events: [...wordsOf(answer, 'events')].sort() };
}
function memberOf(answer) {
    return {
        name: pick_textOf(answer, 'username'),
        role: pick_textOf(answer, 'role'),
        confirmed: (0,json_path.at)(answer, 'confirmed') === true,
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/traces.js





const NAMES = ['env_var_name', 'project_name', 'link', 'target', 'integration', 'hook_name'];
async function readVercelTraces(api, sinceMs, plan) {
    return await readPart({ what: 'the activity of the team', scope: VERCEL_SCOPES.team, plan }, async () => itemsOf(await api.read('/v3/events', { since: new Date(sinceMs).toISOString(), limit: 100 }), 'events').map(traceOf));
}
function traceOf(event) {
    const text = (0,json_path/* textAt */.$)(event, 'text') ?? '';
    const about = listAt(event, 'entities').flatMap((entity) => NAMES.includes((0,json_path/* textAt */.$)(entity, 'type') ?? '')
        ? [text.slice((0,json_path/* numberAt */.t)(entity, 'start') ?? 0, (0,json_path/* numberAt */.t)(entity, 'end') ?? 0)]
        : []);
    return {
        service: 'vercel',
        who: handleOf((0,json_path/* textAt */.$)(event, 'principal', 'username') ?? (0,json_path/* textAt */.$)(event, 'user', 'username')),
        atMs: (0,json_path/* numberAt */.t)(event, 'createdAt') ?? 0,
        about: about.filter((name) => name !== ''),
        paths: [],
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/traces.js




const LOG_MS = 30 * 86_400_000;
const WITHOUT_LOG = {
    supabase: "Supabase's Management API has no route for the audit log",
    stripe: 'Stripe has no event for changes of a webhook endpoint',
    sentry: "Sentry's description of its API has no route for the audit log",
};
const ENTERPRISE = 'enterprise';
const LOOK = 'Look in the audit log of the dashboard.';
async function readTraces(world, facts, changes) {
    const changed = new Set(changes.map(({ path }) => path.split('.')[0] ?? ''));
    const traces = [];
    const untraced = [...changed].flatMap((service) => {
        const because = WITHOUT_LOG[service];
        return because === undefined ? [] : [{ service, because, remedy: LOOK }];
    });
    const take = (service, part) => {
        if (part.kind === 'read')
            traces.push(...part.value);
        else {
            const remedy = part.kind === 'withheld' ? part.remedy : 'Run the audit again.';
            untraced.push({ service, because: part.because, remedy });
        }
    };
    const sinceMs = facts.nowMs - LOG_MS;
    if (changed.has('vercel') && world.vercel !== undefined)
        take('vercel', await readVercelTraces(world.vercel.api, sinceMs, facts.vercel?.plan));
    const rules = readValue(facts.github?.rules);
    if (changes.some(({ path }) => /^github\.rule/.test(path)) && world.github !== undefined && rules !== undefined)
        take('github', await readRulesetTraces(world.github.api, rules, sinceMs));
    if (changed.has('github') && world.github !== undefined) {
        const { name: repository = '', organization: org } = readValue(facts.github?.repository) ?? {};
        const plan = readValue(facts.github?.organization)?.plan;
        if (org !== undefined && (plan === undefined || plan === ENTERPRISE))
            take('github', await readAuditLog(world.github.api, { org, repository }, sinceMs));
        else
            untraced.push(withoutAuditLog(plan));
    }
    return { traces, untraced };
}
function withoutAuditLog(plan) {
    const of = plan === undefined ? '' : `; the plan is "${plan}"`;
    return {
        service: 'github',
        because: `GitHub's API shows the audit log of an organization on GitHub Enterprise Cloud alone${of}`,
        remedy: 'Look in the audit log of the organization, under Settings > Archive > Logs.',
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/access.js
const TITLES = {
    vercel: 'Vercel',
    supabase: 'Supabase',
    github: 'GitHub',
    stripe: 'Stripe',
    sentry: 'Sentry',
    bundle: 'the build',
};
const SERVICES = ['vercel', 'supabase', 'github', 'stripe', 'sentry'];
const TOKENS = 'https://github.com/lockstep-ci/lockstep/blob/main/docs/platform.md#what-each-token-needs says what it needs';
function partsOf(facts, service) {
    switch (service) {
        case 'vercel': {
            if (facts.vercel === undefined)
                return {};
            const { certificates, domains, drains, env, firewall, project, webhooks } = facts.vercel;
            return { project, domains, certificates, env, firewall, drains, webhooks };
        }
        case 'supabase': {
            if (facts.supabase === undefined)
                return {};
            const { plan: _plan, ...parts } = facts.supabase;
            return parts;
        }
        case 'github': {
            if (facts.github === undefined)
                return {};
            const { environmentSecrets: _secrets, organization: _org, withoutSecondFactor: _members, ...parts } = facts.github;
            return parts;
        }
        case 'stripe':
            return facts.stripe === undefined ? {} : { endpoints: facts.stripe.endpoints };
        case 'sentry': {
            if (facts.sentry === undefined)
                return {};
            const { alerts, members, project } = facts.sentry;
            return { project, alerts, members };
        }
    }
}
const REFUSALS = new Set([401, 403, 404]);
function refusalOf(facts, section) {
    const service = SERVICES.find((one) => one === section);
    if (service === undefined)
        return undefined;
    const parts = Object.values(partsOf(facts, service));
    const [first] = parts;
    const isRefused = parts.every((part) => part.kind === 'withheld' && REFUSALS.has(part.status));
    if (first?.kind !== 'withheld' || !isRefused)
        return undefined;
    const token = facts.tokenNames?.[service];
    const which = token === undefined ? 'the token' : `"${token}"`;
    if (first.status === 401)
        return {
            because: `${TITLES[service]} does not accept the token (HTTP 401)`,
            remedy: `Put another token into ${which}: this one is wrong, or it has ended. ${TOKENS}.`,
        };
    if (first.status === 404)
        return { because: first.because, remedy: `Check the name, and what ${which} may see. ${TOKENS}.` };
    return {
        because: `${TITLES[service]} refused everything that was asked (HTTP ${first.status})`,
        remedy: `Check ${which} and the names: the token is wrong, has ended, or may not see this. ${TOKENS}.`,
    };
}
function whyNothing(facts, section) {
    return facts.unasked?.[section] ?? refusalOf(facts, section);
}
function silenceOf(facts, service) {
    const late = facts.unanswered?.[service];
    if (late !== undefined)
        return { because: late, remedy: 'Run it again.' };
    const parts = Object.values(partsOf(facts, service));
    if (parts.length === 0 || parts.some(({ kind }) => kind !== 'no-answer'))
        return undefined;
    return { because: `${TITLES[service]} did not answer`, remedy: 'Run it again.' };
}
function unreadServices(facts) {
    return SERVICES.filter((one) => refusalOf(facts, one) !== undefined || silenceOf(facts, one) !== undefined);
}
function whatWasNotRead(facts) {
    const entry = (id, what, { because, remedy }, chosen = false) => {
        return { id, what, because, remedy, chosen };
    };
    const unasked = Object.entries(facts.unasked ?? {}).map(([section, why]) => entry(`${section}.not-asked`, TITLES[section] ?? section, why, why.chosen));
    const unread = SERVICES.flatMap((service) => {
        const refusal = refusalOf(facts, service);
        if (refusal !== undefined)
            return [entry(`${service}.token`, TITLES[service], refusal)];
        const silence = silenceOf(facts, service);
        if (silence !== undefined)
            return [entry(`${service}.answer`, TITLES[service], silence)];
        const found = new Map();
        for (const [name, part] of Object.entries(partsOf(facts, service))) {
            if (part.kind === 'read' || found.has(part))
                continue;
            const { because } = part;
            const remedy = part.kind === 'withheld' ? part.remedy : 'Run it again.';
            found.set(part, entry(`${service}.not-read`, `${service}.${name}`, { because, remedy }));
        }
        return [...found.values()];
    });
    return [...unread, ...unasked];
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/platform-drift.js

async function lookAtDrift({ earlier, facts, pinned, world }) {
    const now = snapshotOf(facts);
    const changes = compareSnapshots(earlier, now);
    const judged = judgeChanges({
        changes,
        pinned,
        witnesses: changes.length === 0 ? NO_WITNESSES : await readTraces(world, facts, changes),
        compared: partsCompared(earlier, now),
        notCompared: partsNotCompared(earlier, now),
        leftOut: partsLeftOut(earlier, now),
        whyNothing: (service) => whyNothing(facts, service),
    });
    return { changes, ...judged };
}

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __webpack_require__(464659);
;// CONCATENATED MODULE: ./packages/platform/lib/policy/write-policy.js

function writePolicy(facts, lines) {
    const sections = [...new Set(lines.map(({ key }) => key.slice(0, key.indexOf('.'))))];
    const parts = sections.map((section) => sectionText(section, facts, lines));
    return `${HEADER}${parts.join('\n')}\n${PINNED}`;
}
const HEADER = `# What production must look like. \`lockstep platform audit\` and the action platform-audit compare it with what is set.
# Every line is optional: remove what does not matter to you. No value of a secret belongs here.

`;
const PINNED = `# Paths of a snapshot whose change fails \`lockstep platform compare\`; * matches anything. Members are
# who has access: - vercel.members* and - supabase.members*, once a snapshot is committed.
pinned: []
`;
function sectionText(section, facts, lines) {
    const written = lines
        .filter(({ key }) => key.startsWith(`${section}.`))
        .map((line) => {
        const name = line.key.slice(section.length + 1);
        const value = line.propose(facts);
        const comment = `  # ${line.says}\n`;
        return value === undefined
            ? `${comment}  # ${name}:\n`
            : `${comment}${indented((0,dist.stringify)({ [name]: value }, { lineWidth: 0 }))}`;
    });
    return `${section}:\n${written.join('')}`;
}
function indented(text) {
    return text
        .split('\n')
        .map((one) => (one === '' ? '' : `  ${one}`))
        .join('\n');
}

;// CONCATENATED MODULE: ./packages/platform/lib/finding.js
function passed(seeing) {
    return { kind: 'seen', verdict: 'pass', reason: 'as-expected', remedy: '', ...seeing };
}
function failed(reason, seeing) {
    return { kind: 'seen', verdict: 'fail', reason, ...seeing };
}
function unclear(reason, seeing) {
    return { kind: 'seen', verdict: 'unknown', reason, ...seeing };
}
function gap(what, because, remedy) {
    return { kind: 'gap', what, because, remedy };
}
function looking(part, about, look) {
    if (part === undefined)
        return [gap(about.what, about.missing, REMEDY_ABSENT)];
    if (part.kind === 'read')
        return look(part.value);
    if (part.kind === 'withheld')
        return [gap(about.what, part.because, part.remedy)];
    const { expected, what } = about;
    return [unclear('no-answer', { what, expected, measured: part.because, remedy: 'Run the audit again.' })];
}
const REMEDY_ABSENT = 'Pass the token and the name of the project, or remove the line from the policy.';

;// CONCATENATED MODULE: ./packages/platform/lib/line.js

function line({ kind, judge, propose, forRelease = false, ...naming }) {
    return {
        ...naming,
        forRelease,
        expected: kind.expected,
        propose: (facts) => {
            const value = propose(facts);
            return value === undefined ? undefined : kind.read(value);
        },
        read: (value) => {
            const wanted = kind.read(value);
            return wanted === undefined ? undefined : { judge: (facts) => judge(wanted, facts) };
        },
    };
}
function setting(parts) {
    const { kind, now, part, recommended, remedy, title, bound = '', unsaid = () => undefined } = parts;
    const holds = parts.holds ?? kind.same;
    return line({
        ...parts,
        judge: (wanted, facts) => {
            const expected = [bound, kind.show(wanted)].filter((one) => one !== '').join(' ');
            return looking(part(facts), { what: title, expected, missing: missingOf(parts.key) }, (section) => {
                const found = now(section);
                if (found === undefined)
                    return [
                        gap(title, unsaid(facts) ?? 'the answer of the service does not say it', 'Check it in the dashboard.'),
                    ];
                const seeing = { what: title, measured: kind.show(found), expected };
                return [
                    holds(found, wanted) ? passed(seeing) : failed('differs-from-policy', { ...seeing, remedy: remedy(wanted) }),
                ];
            });
        },
        propose: (facts) => {
            const section = part(facts);
            if (section?.kind !== 'read')
                return undefined;
            const found = now(section.value);
            return found === undefined ? undefined : (recommended ?? found);
        },
    });
}
function missingOf(key) {
    return `nothing was asked of "${key.slice(0, key.indexOf('.'))}": no access was given`;
}
const atLeast = {
    bound: 'at least',
    holds: (now, wanted) => now >= wanted,
};
const line_atMost = {
    bound: 'at most',
    holds: (now, wanted) => now > 0 && now <= wanted,
};
const including = {
    bound: 'all of',
    holds: (now, wanted) => wanted.every((one) => now.includes(one)),
};
const onlyFrom = {
    bound: 'none but',
    holds: (now, wanted) => now.every((one) => wanted.includes(one)),
};

;// CONCATENATED MODULE: ./packages/platform/lib/policy/kinds.js
const identical = (a, b) => a === b;
const flag = {
    expected: 'true or false',
    read: (value) => (typeof value === 'boolean' ? value : undefined),
    show: (value) => (value ? 'on' : 'off'),
    same: identical,
};
const kinds_text = {
    expected: 'a text',
    read: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
    show: (value) => value,
    same: identical,
};
function word(words) {
    return {
        expected: `one of ${words.join(', ')}`,
        read: (value) => words.find((one) => one === value),
        show: (value) => value,
        same: identical,
    };
}
function integer(unit, min = 0) {
    return {
        expected: `a whole number of ${unit}${min > 0 ? `, at least ${min}` : ''}`,
        read: (value) => (Number.isSafeInteger(value) && value >= min ? value : undefined),
        show: (value) => `${value} ${unit}`,
        same: identical,
    };
}
const list = {
    expected: 'a list of texts',
    read: (value) => {
        const items = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [undefined];
        return items.every((item) => typeof item === 'string' && item !== '') ? items : undefined;
    },
    show: (value) => (value.length === 0 ? 'none' : [...value].sort().join(', ')),
    same: (a, b) => [...a].sort().join('\n') === [...b].sort().join('\n'),
};
const kinds_names = {
    ...list,
    expected: 'a list of at least one text',
    read: (value) => {
        const found = list.read(value);
        return found?.length === 0 ? undefined : found;
    },
};
const map = {
    expected: 'a map of texts',
    read: (value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return undefined;
        const entries = Object.entries(value).map(([name, one]) => [name, entryText(one)]);
        return entries.every((entry) => entry[1] !== undefined)
            ? Object.fromEntries(entries)
            : undefined;
    },
    show: (value) => {
        const entries = Object.entries(value).map(([name, one]) => `${name}: ${one}`);
        return entries.length === 0 ? 'none' : entries.sort().join(', ');
    },
    same: (a, b) => map.show(a) === map.show(b),
};
function entryText(value) {
    if (typeof value === 'string' && value !== '')
        return value;
    if (typeof value === 'number')
        return Number.isFinite(value) ? String(value) : undefined;
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
        return value.join(', ');
    return undefined;
}

;// CONCATENATED MODULE: ./packages/platform/lib/bundle/lines.js



const MISSING = 'no build was given to look at: neither a directory nor an address';
function ofBundle(parts) {
    const { look, propose, ...naming } = parts;
    return line({
        ...naming,
        scope: 'none',
        forRelease: true,
        propose: ({ bundle }) => (bundle?.kind === 'read' ? propose(bundle.value) : undefined),
        judge: (wanted, { bundle }) => looking(bundle, { what: naming.title, expected: naming.kind.show(wanted), missing: MISSING }, (value) => look(value, wanted)),
    });
}
function clean({ files, from }, bad, words) {
    const { expected, measured, reason, remedy } = words;
    if (bad.length === 0)
        return [passed({ what: from, measured: `${files} files, none of them`, expected })];
    return bad.map((what) => failed(reason, { what, measured, expected, remedy }));
}
const bundleLines = [
    ofBundle({
        key: 'bundle.supabase-project',
        title: 'The app talks to the project that is meant',
        says: 'Reference of the Supabase project that the app in the browser talks to, and no other.',
        source: 'https://supabase.com/docs/guides/api',
        kind: kinds_text,
        propose: ({ supabaseRefs }) => (supabaseRefs.length === 1 ? supabaseRefs[0] : undefined),
        look: ({ from, supabaseRefs }, wanted) => {
            const what = from;
            const expected = wanted;
            if (supabaseRefs.length === 0)
                return [
                    gap(what, 'no file names a Supabase project: it may be behind a domain of its own, or be used on the server only', 'Pass a page that uses Supabase in the browser, or remove the line.'),
                ];
            const measured = supabaseRefs.join(', ');
            const others = supabaseRefs.filter((one) => one !== wanted);
            return [
                others.length === 0
                    ? passed({ what, measured, expected })
                    : failed('other-project', {
                        what,
                        measured,
                        expected,
                        remedy: 'Correct NEXT_PUBLIC_SUPABASE_URL of production, and build again: the value is written into the build.',
                    }),
            ];
        },
    }),
    ofBundle({
        key: 'bundle.no-placeholder',
        title: 'No placeholder in the build',
        says: 'Whether the word [SENSITIVE], which `vercel env pull` writes for secrets, may not be in the build.',
        source: 'https://github.com/vercel/vercel/blob/main/packages/cli/CHANGELOG.md',
        kind: flag,
        propose: () => true,
        look: (bundle, wanted) => wanted
            ? clean(bundle, bundle.withPlaceholder, {
                reason: 'placeholder-in-build',
                measured: 'the word [SENSITIVE]',
                expected: 'no [SENSITIVE]',
                remedy: 'Do not build from a file of `vercel env pull`: give the build the values in another way, and build again.',
            })
            : [],
    }),
    ofBundle({
        key: 'bundle.no-server-key',
        title: 'No key for servers in the build',
        says: 'Whether no key for servers (service_role, sb_secret_…, sk_live_…) may be in the build.',
        source: 'https://supabase.com/docs/guides/api/api-keys',
        kind: flag,
        propose: () => true,
        look: (bundle, wanted) => wanted
            ? clean(bundle, bundle.withServerKey, {
                reason: 'server-key-in-build',
                measured: 'a key for servers',
                expected: 'only keys for browsers',
                remedy: 'Create a new key at once, since this one is public, use it on the server only, and build again.',
            })
            : [],
    }),
];

;// CONCATENATED MODULE: ./packages/platform/lib/github/maker.js

const REST = 'https://docs.github.com/en/rest/';
function maker(part, about) {
    return ({ place, ...parts }) => setting({
        ...parts,
        ...about,
        part,
        remedy: (wanted) => `Set it to ${parts.kind.show(wanted)} under Settings > ${place}.`,
    });
}

;// CONCATENATED MODULE: ./packages/platform/lib/github/lines-branch.js





const ofBranch = maker(({ github }) => github?.rules, {
    scope: GITHUB_SCOPES.branch,
    source: `${REST}repos/rules#get-rules-for-a-branch`,
});
const NO_RULESET = failed('no-ruleset', {
    what: 'default branch',
    measured: 'no ruleset',
    expected: 'a ruleset',
    remedy: 'Create one for the default branch under Settings > Rules > Rulesets.',
});
const branchLines = [
    ofBranch({
        key: 'github.required-checks',
        title: 'Required checks of the default branch',
        says: 'Status checks without which nothing is merged.',
        kind: kinds_names,
        ...including,
        now: ({ requiredChecks }) => requiredChecks,
        place: 'Rules > Rulesets > Require status checks to pass',
    }),
    ofBranch({
        key: 'github.pull-requests',
        title: 'Changes go through pull requests',
        says: 'Whether the default branch only takes pull requests.',
        kind: flag,
        recommended: true,
        now: ({ pullRequest }) => pullRequest,
        place: 'Rules > Rulesets > Require a pull request before merging',
    }),
    ofBranch({
        key: 'github.approvals',
        title: 'Approvals of a pull request',
        says: 'Approvals that a pull request needs.',
        kind: integer('approvals'),
        ...atLeast,
        now: ({ approvals }) => approvals,
        place: 'Rules > Rulesets > Required approvals',
    }),
    ofBranch({
        key: 'github.dismiss-stale-approvals',
        title: 'Approvals end with a new push',
        says: 'Whether a push after the approval needs a new approval.',
        kind: flag,
        now: ({ dismissesStale }) => dismissesStale,
        place: 'Rules > Rulesets > Dismiss stale pull request approvals',
    }),
    ofBranch({
        key: 'github.code-owner-approval',
        title: 'Approval by code owners',
        says: 'Whether a code owner has to approve.',
        kind: flag,
        now: ({ codeOwners }) => codeOwners,
        place: 'Rules > Rulesets > Require review from Code Owners',
    }),
    ofBranch({
        key: 'github.signed-commits',
        title: 'Signed commits',
        says: 'Whether commits of the default branch have to be signed.',
        kind: flag,
        now: ({ signatures }) => signatures,
        place: 'Rules > Rulesets > Require signed commits',
    }),
    ofBranch({
        key: 'github.linear-history',
        title: 'Linear history',
        says: 'Whether the default branch has no merge commits.',
        kind: flag,
        now: ({ linear }) => linear,
        place: 'Rules > Rulesets > Require linear history',
    }),
    ofBranch({
        key: 'github.force-push-blocked',
        title: 'Force pushes are blocked',
        says: 'Whether history of the default branch cannot be rewritten.',
        kind: flag,
        recommended: true,
        now: ({ forcePushBlocked }) => forcePushBlocked,
        place: 'Rules > Rulesets > Block force pushes',
    }),
    ofBranch({
        key: 'github.deletion-blocked',
        title: 'Deletion of the default branch is blocked',
        says: 'Whether the default branch cannot be deleted.',
        kind: flag,
        recommended: true,
        now: ({ deletionBlocked }) => deletionBlocked,
        place: 'Rules > Rulesets > Restrict deletions',
    }),
    line({
        key: 'github.bypass-actors',
        title: 'Who may bypass the rulesets',
        says: 'Who may bypass the rulesets of the default branch, as "TYPE ID MODE", and no one else.',
        scope: GITHUB_SCOPES.bypass,
        source: `${REST}repos/rules#get-a-repository-ruleset`,
        kind: list,
        propose: ({ github }) => {
            if (github?.rules.kind !== 'read' || github.rules.value.rulesets.length === 0)
                return undefined;
            const all = github.rules.value.rulesets.map(({ bypassActors }) => bypassActors);
            return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
        },
        judge: (wanted, { github }) => looking(github?.rules, { what: 'Who may bypass the rulesets', expected: list.show(wanted), missing: missingOf('github.rules') }, ({ rulesets }) => {
            if (rulesets.length === 0)
                return [NO_RULESET];
            return rulesets.map(({ bypassActors, name }) => {
                if (bypassActors === undefined)
                    return gap(`ruleset ${name}`, 'GitHub does not show who may bypass it to this token', 'Look under Settings > Rules > Rulesets, and accept this line with an end date: a token that may change the rules is too much for an audit.');
                const seeing = {
                    what: `ruleset ${name}`,
                    measured: list.show(bypassActors),
                    expected: `none but ${list.show(wanted)}`,
                };
                return bypassActors.every((one) => wanted.includes(one))
                    ? passed(seeing)
                    : failed('more-may-bypass', {
                        ...seeing,
                        remedy: 'Remove the others from the bypass list under Settings > Rules > Rulesets.',
                    });
            });
        }),
    }),
];

;// CONCATENATED MODULE: ./packages/platform/lib/github/lines-people.js





const PERSONAL = gap('second factor', 'the repository is of a personal account, and GitHub does not say whether that has a second factor', 'Move the repository to an organization, or remove the line from the policy.');
const peopleLines = [
    line({
        key: 'github.second-factor',
        title: 'Second factor at GitHub',
        says: 'Whether the organization demands a second factor of everyone who reaches its repositories.',
        scope: GITHUB_SCOPES.owner,
        source: `${REST}orgs/orgs#get-an-organization`,
        kind: flag,
        propose: ({ github }) => (github?.organization?.kind === 'read' ? true : undefined),
        judge: (wanted, { github }) => {
            if (github?.repository.kind === 'read' && github.organization === undefined)
                return [PERSONAL];
            const about = { what: 'organization', expected: flag.show(wanted), missing: missingOf('github.organization') };
            return looking(github?.organization, about, ({ plan, requiresSecondFactor: found }) => {
                if (found === undefined)
                    return [
                        gap(about.what, `GitHub shows it to owners of the organization only${plan === undefined ? '' : ` (plan "${plan}")`}`, `Give the token this access: ${GITHUB_SCOPES.owner}.`),
                    ];
                const seeing = { ...about, measured: flag.show(found) };
                const remedy = 'Set "Require two-factor authentication" under Organization > Settings > Authentication security.';
                return [found === wanted ? passed(seeing) : failed('differs-from-policy', { ...seeing, remedy })];
            });
        },
    }),
    line({
        key: 'github.members-second-factor',
        title: 'Members without a second factor at GitHub',
        says: 'Whether each member of the organization has to have a second factor.',
        scope: GITHUB_SCOPES.owner,
        source: `${REST}orgs/members#list-organization-members`,
        kind: flag,
        propose: ({ github }) => (github?.withoutSecondFactor?.kind === 'read' ? true : undefined),
        judge: (wanted, { github }) => {
            if (!wanted)
                return [];
            if (github?.repository.kind === 'read' && github.withoutSecondFactor === undefined)
                return [PERSONAL];
            const expected = 'a second factor';
            const about = { what: 'members', expected, missing: missingOf('github.members') };
            return looking(github?.withoutSecondFactor, about, (logins) => logins.length === 0
                ? [passed({ what: 'members', measured: 'none without one', expected })]
                : logins.map((what) => failed('no-second-factor', {
                    ...{ what, measured: 'none', expected },
                    remedy: 'Ask the member to turn it on, or remove the member from the organization.',
                })));
        },
    }),
];

;// CONCATENATED MODULE: ./packages/platform/lib/github/lines.js








const ofRepository = maker(({ github }) => github?.repository, {
    scope: `${GITHUB_SCOPES.metadata}, and ${GITHUB_SCOPES.administration} for scanning`,
    source: `${REST}repos/repos#get-a-repository`,
});
const ofActions = maker(({ github }) => github?.actions, {
    scope: GITHUB_SCOPES.administration,
    source: `${REST}actions/permissions`,
});
const ofWorkflow = maker(({ github }) => github?.workflow, {
    scope: GITHUB_SCOPES.administration,
    source: `${REST}actions/permissions#get-default-workflow-permissions-for-a-repository`,
});
const switchOf = (part, source) => maker(({ github }) => github?.[part], {
    scope: part === 'vulnerabilityReports' ? GITHUB_SCOPES.metadata : GITHUB_SCOPES.administration,
    source: `${REST}${source}`,
});
const OWN = ['actions/*', 'github/*'];
const VERIFIED = 'verified creators';
const FORKS = [
    'first_time_contributors_new_to_github',
    'first_time_contributors',
    'all_external_contributors',
];
const ALLOWED = ['all', 'selected', 'local_only', 'none'];
const withoutPlan = ({ github }) => {
    const plan = readValue(github?.organization)?.plan;
    return plan === undefined ? undefined : `GitHub does not show it to this token on the plan "${plan}"`;
};
function ofEnvironments(parts, now, holds) {
    const { place, ...naming } = parts;
    return line({
        ...naming,
        scope: GITHUB_SCOPES.actions,
        source: `${REST}deployments/environments#list-environments`,
        kind: map,
        propose: ({ github }) => {
            if (github?.environments.kind !== 'read')
                return undefined;
            const found = github.environments.value.flatMap((one) => {
                const value = now(one);
                return value === undefined || value === '' ? [] : [[one.name, value]];
            });
            return found.length === 0 ? undefined : Object.fromEntries(found);
        },
        judge: (wanted, { github }) => looking(github?.environments, { what: parts.title, expected: map.show(wanted), missing: missingOf(parts.key) }, (environments) => Object.entries(wanted).map(([name, value]) => {
            const found = environments.find((one) => one.name === name);
            const measured = found === undefined ? 'no such environment' : (now(found) ?? 'none') || 'none';
            const seeing = { what: `environment ${name}`, measured, expected: value };
            return found !== undefined && holds(found, value)
                ? passed(seeing)
                : failed('environment-differs', {
                    ...seeing,
                    remedy: `Set it to ${value} under Settings > Environments > ${name} > ${place}.`,
                });
        })),
    });
}
const settingLines = [
    ofEnvironments({
        key: 'github.environment-reviewers',
        title: 'Reviewers of environments',
        says: 'People or teams who have to approve jobs, as ENVIRONMENT: NAMES, with commas between them.',
        place: 'Required reviewers',
    }, ({ reviewers }) => reviewers.join(', '), ({ reviewers }, wanted) => reviewers.join(', ') ===
        wanted
            .split(',')
            .map((one) => one.trim())
            .sort()
            .join(', ')),
    ofEnvironments({
        key: 'github.environment-self-review',
        title: 'Approval of own runs',
        says: 'Whether who started a run may approve it, as ENVIRONMENT: refused or allowed.',
        place: 'Prevent self-review',
    }, ({ preventsSelfReview, reviewers }) => reviewers.length === 0 ? undefined : preventsSelfReview ? 'refused' : 'allowed', ({ preventsSelfReview }, wanted) => (preventsSelfReview ? 'refused' : 'allowed') === wanted),
    ofEnvironments({
        key: 'github.environment-branches',
        title: 'Branches of environments',
        says: 'Branches from which jobs may use an environment, as ENVIRONMENT: all, protected or custom.',
        place: 'Deployment branches and tags',
    }, ({ branches }) => branches, ({ branches }, wanted) => branches === wanted),
    ofActions({
        key: 'github.allowed-actions',
        title: 'Actions that workflows may use',
        says: `Actions that workflows may use: ${ALLOWED.join(', ')}.`,
        kind: word(ALLOWED),
        bound: 'at least as strict as',
        holds: (now, wanted) => ALLOWED.indexOf(now) >= ALLOWED.indexOf(wanted),
        now: ({ allowed }) => ALLOWED.find((one) => one === allowed),
        place: 'Actions > General > Actions permissions',
    }),
    ofActions({
        key: 'github.allowed-action-patterns',
        title: 'Patterns of actions that workflows may use',
        says: `Patterns of actions that workflows may use, and no others; "${VERIFIED}" are those of creators that GitHub verified.`,
        kind: list,
        ...onlyFrom,
        now: ({ allowed, patterns, githubOwned, verifiedCreators }) => allowed === 'all'
            ? ['*']
            : [...(githubOwned ? OWN : []), ...patterns, ...(verifiedCreators ? [VERIFIED] : [])].sort(),
        place: 'Actions > General > Allow specified actions',
    }),
    ofActions({
        key: 'github.actions-pinned',
        title: 'Actions are pinned to a commit',
        says: 'Whether workflows may use actions only by the full id of a commit.',
        kind: flag,
        now: ({ shaPinning }) => shaPinning,
        place: 'Actions > General > Require actions to be pinned to a full-length commit SHA',
    }),
    ofWorkflow({
        key: 'github.workflow-token-writes',
        title: 'Default of the token of workflows',
        says: 'Whether the token of a workflow may write where the workflow does not say.',
        kind: flag,
        recommended: false,
        now: ({ tokenWrites }) => tokenWrites,
        place: 'Actions > General > Workflow permissions',
    }),
    ofWorkflow({
        key: 'github.workflows-approve',
        title: 'Approval by workflows',
        says: 'Whether workflows may approve pull requests.',
        kind: flag,
        recommended: false,
        now: ({ approvesPullRequests }) => approvesPullRequests,
        place: 'Actions > General > Allow GitHub Actions to create and approve pull requests',
    }),
    maker(({ github }) => github?.forkApproval, {
        scope: GITHUB_SCOPES.administration,
        source: `${REST}actions/permissions#get-fork-pr-contributor-approval-permissions-for-a-repository`,
    })({
        key: 'github.fork-approval',
        title: 'Approval of workflows from forks',
        says: `Whose workflows wait for an approval: ${FORKS.join(', ')}.`,
        kind: word(FORKS),
        bound: 'at least as strict as',
        holds: (now, wanted) => FORKS.indexOf(now) >= FORKS.indexOf(wanted),
        now: ({ policy }) => FORKS.find((one) => one === policy),
        place: 'Actions > General > Approval for running fork pull request workflows from contributors',
    }),
    switchOf('immutableReleases', 'repos/repos#check-if-immutable-releases-are-enabled-for-a-repository')({
        key: 'github.immutable-releases',
        title: 'Releases are immutable',
        says: 'Whether tags and files of published releases cannot be changed.',
        kind: flag,
        now: ({ enabled }) => enabled,
        place: 'General > Releases > Enable release immutability',
    }),
    switchOf('dependabotAlerts', 'repos/repos#check-if-vulnerability-alerts-are-enabled-for-a-repository')({
        key: 'github.dependabot-alerts',
        title: 'Dependabot alerts',
        says: 'Whether Dependabot reports known vulnerabilities of dependencies.',
        kind: flag,
        recommended: true,
        now: ({ enabled }) => enabled,
        place: 'Advanced Security > Dependabot alerts',
    }),
    switchOf('dependabotUpdates', 'repos/repos#check-if-dependabot-security-updates-are-enabled-for-a-repository')({
        key: 'github.dependabot-updates',
        title: 'Dependabot security updates',
        says: 'Whether Dependabot opens pull requests that remove them.',
        kind: flag,
        recommended: true,
        now: ({ enabled }) => enabled,
        place: 'Advanced Security > Dependabot security updates',
    }),
    ofRepository({
        key: 'github.secret-scanning',
        title: 'Secret scanning',
        says: 'Whether GitHub looks for secrets in commits (public repositories, or Secret Protection).',
        kind: flag,
        recommended: true,
        now: ({ secretScanning }) => secretScanning,
        unsaid: withoutPlan,
        place: 'Advanced Security > Secret Protection',
    }),
    ofRepository({
        key: 'github.push-protection',
        title: 'Push protection',
        says: 'Whether GitHub refuses a push that holds a secret (public repositories, or Secret Protection).',
        kind: flag,
        recommended: true,
        now: ({ pushProtection }) => pushProtection,
        unsaid: withoutPlan,
        place: 'Advanced Security > Push protection',
    }),
    maker(({ github }) => github?.codeScanning, {
        scope: GITHUB_SCOPES.administration,
        source: `${REST}code-scanning/code-scanning#get-a-code-scanning-default-setup-configuration`,
    })({
        key: 'github.code-scanning',
        title: 'Code scanning',
        says: 'Whether the default setup of code scanning is on (public repositories, or Code Security).',
        kind: flag,
        now: ({ configured }) => configured,
        place: 'Advanced Security > CodeQL analysis',
    }),
    switchOf('vulnerabilityReports', 'repos/repos#check-if-private-vulnerability-reporting-is-enabled-for-a-repository')({
        key: 'github.private-reports',
        title: 'Private reports of vulnerabilities',
        says: 'Whether anyone can report a vulnerability in private (public repositories).',
        kind: flag,
        now: ({ enabled }) => enabled,
        place: 'Advanced Security > Private vulnerability reporting',
    }),
    ofRepository({
        key: 'github.private',
        title: 'Visibility of the repository',
        says: 'Whether the repository is private.',
        kind: flag,
        now: (repository) => repository.private,
        place: 'General > Danger Zone > Change repository visibility',
    }),
    setting({
        key: 'github.secrets',
        title: 'Secrets of the repository',
        says: 'Names of secrets that the workflows need.',
        scope: GITHUB_SCOPES.secrets,
        source: `${REST}actions/secrets#list-repository-secrets`,
        kind: kinds_names,
        ...including,
        part: ({ github }) => github?.secrets,
        now: (names) => names,
        remedy: (wanted) => `Run \`gh secret set NAME\` for each of ${list.show(wanted)} that is missing.`,
    }),
    line({
        key: 'github.environment-secrets',
        title: 'Secrets of the environment',
        says: 'Names of secrets that jobs of the environment of production need.',
        scope: GITHUB_SCOPES.environments,
        source: `${REST}actions/secrets#list-environment-secrets`,
        kind: kinds_names,
        propose: ({ github }) => {
            const part = Object.values(github?.environmentSecrets ?? {})[0];
            return part?.kind === 'read' && part.value.length > 0 ? part.value : undefined;
        },
        judge: (wanted, { github }) => {
            const [name = 'production', part] = Object.entries(github?.environmentSecrets ?? {})[0] ?? [];
            const about = { what: `environment ${name}`, expected: list.show(wanted), missing: missingOf('github.secrets') };
            return looking(part, about, (names) => {
                const missing = wanted.filter((one) => !names.includes(one));
                const seeing = {
                    what: `environment ${name}`,
                    measured: list.show(names),
                    expected: `all of ${list.show(wanted)}`,
                };
                if (missing.length === 0)
                    return [passed(seeing)];
                const remedy = `Run ${missing.map((one) => `\`gh secret set ${one} --env ${name}\``).join(', ')}.`;
                return [failed('secret-missing', { ...seeing, remedy })];
            });
        },
    }),
];
const githubLines = [...branchLines, ...settingLines, ...peopleLines];

// EXTERNAL MODULE: ./packages/platform/lib/sentry/drill.js
var drill = __webpack_require__(8157);
;// CONCATENATED MODULE: ./packages/platform/lib/sentry/read.js




const SENTRY_API = 'https://sentry.io';
const SENTRY_SCOPES = {
    project: 'project:read',
    alerts: 'alerts:read and project:read',
    events: 'project:read',
    members: 'member:read',
};
const MOST_PAGES = 10;
async function readSentry(api, place) {
    const organization = encodeURIComponent(place.organization);
    const path = `/api/0/projects/${organization}/${encodeURIComponent(place.project)}/`;
    const project = await readPart({ what: 'the project', scope: SENTRY_SCOPES.project }, async () => read_projectOf(await api.read(path)));
    const part = (what, scope, work) => project.kind === 'withheld' && project.status === 401 ? Promise.resolve(project) : readPart({ what, scope }, work);
    const [alerts, members, drill] = await Promise.all([
        alertsOf(project, async (id) => {
            const path = `/api/0/organizations/${organization}/workflows/`;
            const { items, whole } = await api.readPages(path, { project: id }, 1);
            if (!whole)
                throw new UnexpectedAnswer('an end');
            return items.map(alertOf);
        }),
        part('the members of the organization', SENTRY_SCOPES.members, async () => {
            const { items, whole } = await api.readPages(`/api/0/organizations/${organization}/members/`, {}, MOST_PAGES);
            if (!whole)
                throw new UnexpectedAnswer('an end');
            return items.map(read_memberOf);
        }),
        place.release === '' || place.drillSecret.isEmpty
            ? undefined
            : part('the events of the project', SENTRY_SCOPES.events, () => drillOf(api, `${path}events/`, place)),
    ]);
    return { project, alerts, members, drill };
}
function alertsOf(project, work) {
    return project.kind === 'read'
        ? readPart({ what: 'the alerts', scope: SENTRY_SCOPES.alerts }, () => work(project.value.id))
        : Promise.resolve(project);
}
async function drillOf(api, path, { drillSecret, release }) {
    const { items, whole } = await api.readPages(path, { statsPeriod: '24h' }, MOST_PAGES);
    return { release, events: items.flatMap((event) => claimOf(event, release, drillSecret.reveal()) ?? []), whole };
}
function claimOf(event, release, secret) {
    const tag = tagOf(event, drill/* DRILL_TAG */.R8);
    if (tag === undefined && (0,json_path/* textAt */.$)(event, 'metadata', 'type') !== 'ErrorDrill')
        return undefined;
    if (tagOf(event, 'release') !== release)
        return { kind: 'other-release' };
    if (tag === undefined)
        return { kind: 'unsigned' };
    const atMs = (0,drill/* provenAtMs */.gd)(tag, release, secret);
    return atMs === undefined ? { kind: 'forged' } : { kind: 'signed', atMs };
}
function read_memberOf(answer) {
    const user = (0,json_path.at)(answer, 'user');
    const role = pick_textOf(answer, 'orgRole');
    if (user === null && flagOf(answer, 'pending'))
        return { name: `invitation ${pick_textOf(answer, 'id')}`, role, secondFactor: undefined };
    return {
        name: pick_textOf(user, 'username').split('@')[0] || pick_textOf(answer, 'id'),
        role,
        secondFactor: flagOf(user, 'has2fa'),
    };
}
function read_projectOf(answer) {
    return {
        id: pick_textOf(answer, 'id'),
        slug: pick_textOf(answer, 'slug'),
        dataScrubber: flagAt(answer, 'dataScrubber'),
        scrubsAddresses: flagAt(answer, 'scrubIPAddresses'),
        verifiesTls: flagAt(answer, 'verifySSL'),
        requiresSecondFactor: flagAt(answer, 'organization', 'require2FA'),
        allowedDomains: [...wordsOf(answer, 'allowedDomains')].sort(),
    };
}
function alertOf(answer) {
    const actions = [
        ...listAt(answer, 'actionFilters').flatMap((one) => listAt(one, 'actions')),
        ...listAt(answer, 'triggers', 'actions'),
    ];
    const active = actions.filter((one) => (0,json_path.at)(one, 'status') !== 'disabled');
    return {
        name: pick_textOf(answer, 'name'),
        enabled: flagOf(answer, 'enabled'),
        environment: maybeText(answer, 'environment'),
        destinations: [...new Set(active.flatMap((one) => (0,json_path/* textAt */.$)(one, 'type') ?? []))].sort(),
    };
}
function tagOf(event, key) {
    return (0,json_path/* textAt */.$)(listAt(event, 'tags').find((one) => (0,json_path.at)(one, 'key') === key), 'value');
}

;// CONCATENATED MODULE: ./packages/platform/lib/sentry/line-drill.js




const MOST_AGE_MS = 24 * 3_600_000;
const AHEAD_MS = 5 * 60_000;
const ABOUT = {
    what: 'error drill',
    expected: 'a signed event of this release, of the last 24 hours',
    missing: missingOf('sentry.drill'),
};
const drillLine = line({
    key: 'sentry.drill-event',
    title: 'Sentry has the event of the error drill',
    says: 'Whether Sentry has to have the event of the signed error drill of this release. It needs the release and the secret.',
    scope: SENTRY_SCOPES.events,
    source: 'https://docs.sentry.io/api/events/list-a-projects-error-events/',
    kind: flag,
    propose: () => undefined,
    judge: (wanted, { nowMs, release, sentry }) => {
        if (!wanted)
            return [];
        if (sentry !== undefined && sentry.drill === undefined)
            return [gap(ABOUT.what, 'no release or no secret was given', 'Pass `sentry-release` and `sentry-drill-secret`.')];
        return looking(sentry?.drill, ABOUT, (drill) => [judged(drill, nowMs, release)]);
    },
});
const WORTHS = ['proven', 'old', 'forged', 'unsigned', 'other-release'];
function judged({ events, release: name, whole }, nowMs, release) {
    const worths = events.map((claim) => worthOf(claim, nowMs, release));
    const best = WORTHS.find((worth) => worths.includes(worth)) ?? 'none';
    const seeing = { what: `release ${name}`, measured: MEASURED[best], expected: ABOUT.expected };
    if (best === 'proven')
        return passed(seeing);
    if (!whole)
        return unclear('too-many-events', {
            ...seeing,
            measured: 'more events than are read',
            remedy: 'Run the drill directly before the audit.',
        });
    return failed(REASONS[best], { ...seeing, remedy: REMEDIES[best] });
}
function worthOf(claim, nowMs, { committedAtMs = 0 }) {
    if (claim.kind !== 'signed')
        return claim.kind;
    const isRecent = claim.atMs >= nowMs - MOST_AGE_MS && claim.atMs <= nowMs + AHEAD_MS;
    return isRecent && claim.atMs >= committedAtMs ? 'proven' : 'old';
}
const MEASURED = {
    proven: 'a signed event of this release',
    old: 'a signed event, of another time than the last 24 hours since the commit',
    forged: 'an event whose signature is not of the secret and this release',
    unsigned: 'an event of a drill without a signature',
    'other-release': 'an event of a drill of another release',
    none: 'no event of a drill',
};
const REASONS = {
    old: 'drill-too-old',
    forged: 'drill-forged',
    unsigned: 'drill-unsigned',
    'other-release': 'drill-of-another-release',
    none: 'drill-not-received',
};
const REMEDIES = {
    old: 'Run `lockstep error-drill` again, before the audit.',
    forged: 'Give the app, `lockstep error-drill` and the audit the same LOCKSTEP_DRILL_SECRET and the same release.',
    unsigned: 'Pass `scrubEvent` of lib/lockstep/scrub.ts as `beforeSend` to Sentry.init: it adds the signature.',
    'other-release': "Set `release` of the app's Sentry.init to the name that `sentry-release` has.",
    none: "Check the DSN of the app's Sentry client: errors of this release do not reach Sentry.",
};

;// CONCATENATED MODULE: ./packages/platform/lib/sentry/lines.js





const PROJECT = 'https://docs.sentry.io/api/projects/retrieve-a-project/';
const ALERTS = 'https://docs.sentry.io/api/monitors/fetch-alerts/';
function ofProject(parts, now) {
    const { place, ...naming } = parts;
    return setting({
        ...naming,
        scope: SENTRY_SCOPES.project,
        source: PROJECT,
        kind: flag,
        recommended: true,
        part: ({ sentry }) => sentry?.project,
        now,
        remedy: (wanted) => `Turn it ${wanted ? 'on' : 'off'} under ${place}.`,
    });
}
function alertFinding(name, found) {
    const expected = 'enabled';
    if (found === undefined)
        return failed('alert-missing', {
            what: name,
            measured: 'no such alert',
            expected,
            remedy: `Create the alert "${name}" under Monitors > Alerts.`,
        });
    const seeing = { what: name, measured: found.enabled ? 'enabled' : 'disabled', expected };
    return found.enabled
        ? passed(seeing)
        : failed('alert-disabled', { ...seeing, remedy: `Enable "${name}" under Monitors > Alerts.` });
}
const sentryLines = [
    line({
        key: 'sentry.alerts',
        title: 'Alerts at Sentry',
        says: 'Names of alerts that have to exist and be enabled.',
        scope: SENTRY_SCOPES.alerts,
        source: ALERTS,
        kind: kinds_names,
        propose: ({ sentry }) => sentry?.alerts.kind === 'read' && sentry.alerts.value.length > 0
            ? sentry.alerts.value.map(({ name }) => name).sort()
            : undefined,
        judge: (wanted, { sentry }) => looking(sentry?.alerts, { what: 'Alerts at Sentry', expected: list.show(wanted), missing: missingOf('sentry.alerts') }, (alerts) => wanted.map((name) => alertFinding(name, alerts.find((one) => one.name === name)))),
    }),
    line({
        key: 'sentry.alerts-reach-someone',
        title: 'Alerts reach a destination',
        says: 'Whether each enabled alert has to notify someone: an alert without an action reaches no one.',
        scope: SENTRY_SCOPES.alerts,
        source: ALERTS,
        kind: flag,
        propose: ({ sentry }) => (sentry?.alerts.kind === 'read' ? true : undefined),
        judge: (wanted, { sentry }) => wanted
            ? looking(sentry?.alerts, { what: 'Alerts at Sentry', expected: 'a destination', missing: missingOf('sentry.alerts') }, (alerts) => {
                const enabled = alerts.filter((one) => one.enabled);
                if (enabled.length === 0)
                    return [
                        failed('no-alert', {
                            what: 'Alerts at Sentry',
                            measured: 'none is enabled',
                            expected: 'a destination',
                            remedy: 'Create an alert under Monitors > Alerts.',
                        }),
                    ];
                return enabled.map(({ destinations, name }) => {
                    const seeing = { what: name, measured: list.show(destinations), expected: 'a destination' };
                    return destinations.length > 0
                        ? passed(seeing)
                        : failed('alert-without-destination', {
                            ...seeing,
                            remedy: `Add an action to "${name}" under Monitors > Alerts.`,
                        });
                });
            })
            : [],
    }),
    ofProject({
        key: 'sentry.data-scrubber',
        title: 'Scrubbing of data at Sentry',
        says: 'Whether Sentry removes passwords, card numbers and the like from events.',
        place: 'Project Settings > Security & Privacy > Data Scrubber',
    }, ({ dataScrubber }) => dataScrubber),
    ofProject({
        key: 'sentry.scrub-ip-addresses',
        title: 'Addresses of visitors at Sentry',
        says: 'Whether Sentry stores no addresses of visitors.',
        place: 'Project Settings > Security & Privacy > Prevent Storing of IP Addresses',
    }, ({ scrubsAddresses }) => scrubsAddresses),
    ofProject({
        key: 'sentry.second-factor',
        title: 'Second factor at Sentry',
        says: 'Whether members of the organization need a second factor.',
        place: 'Settings > Security & Privacy > Require Two-Factor Authentication',
    }, ({ requiresSecondFactor }) => requiresSecondFactor),
    setting({
        key: 'sentry.allowed-domains',
        title: 'Domains that may send events',
        says: 'Domains whose pages may send events, and no others; * is every one.',
        scope: SENTRY_SCOPES.project,
        source: PROJECT,
        kind: list,
        ...onlyFrom,
        part: ({ sentry }) => sentry?.project,
        now: ({ allowedDomains }) => allowedDomains,
        remedy: (wanted) => `Set the allowed domains to ${list.show(wanted)} under Project Settings > General.`,
    }),
    line({
        key: 'sentry.members-second-factor',
        title: 'Members without a second factor at Sentry',
        says: 'Whether each member of the organization has to have a second factor.',
        scope: SENTRY_SCOPES.members,
        source: 'https://docs.sentry.io/api/organizations/list-an-organizations-members/',
        kind: flag,
        propose: ({ sentry }) => (sentry?.members.kind === 'read' ? true : undefined),
        judge: (wanted, { sentry }) => (wanted ? looking(sentry?.members, MEMBERS, membersFindings) : []),
    }),
    drillLine,
];
const MEMBERS = { what: 'members', expected: 'a second factor', missing: missingOf('sentry.members') };
function membersFindings(members) {
    const { expected, what } = MEMBERS;
    const without = members.filter(({ secondFactor }) => secondFactor === false);
    if (members.length === 0)
        return [gap(what, 'Sentry lists none', 'Check the scope member:read.')];
    if (without.length === 0)
        return [passed({ what, measured: `${members.length}, none without one`, expected })];
    return without.map(({ name, role }) => failed('no-second-factor', {
        ...{ what: `${name} (${role})`, measured: 'none', expected },
        remedy: 'Turn on "Require Two-Factor Authentication" under Settings > Security & Privacy.',
    }));
}

;// CONCATENATED MODULE: ./packages/platform/lib/stripe/read.js



const STRIPE_SCOPE = 'a restricted key with Webhook Endpoints: Read, and nothing else';
const STRIPE_API = 'https://api.stripe.com';
const read_MOST_PAGES = 10;
async function readStripe(api, key) {
    const endpoints = await readPart({ what: 'the webhook endpoints', scope: STRIPE_SCOPE }, async () => {
        const found = [];
        let after;
        for (let page = 0; page < read_MOST_PAGES; page++) {
            const answer = await api.read('/v1/webhook_endpoints', {
                limit: '100',
                ...(after === undefined ? {} : { starting_after: after }),
            });
            const before = after;
            const data = itemsOf(answer, 'data');
            found.push(...data.map(endpointOf));
            after = (0,json_path/* textAt */.$)(data.at(-1), 'id');
            if (!flagOf(answer, 'has_more'))
                return found;
            if (after === undefined || after === before)
                break;
        }
        throw new UnexpectedAnswer('an end');
    });
    return { endpoints, key: { restricted: key.startsWith('rk_'), live: /^[a-z]+_live_/.test(key) } };
}
function endpointOf(answer) {
    return {
        url: bareAddress(pick_textOf(answer, 'url')),
        status: pick_textOf(answer, 'status'),
        events: [...wordsOf(answer, 'enabled_events')].sort(),
        live: flagOf(answer, 'livemode'),
        apiVersion: maybeText(answer, 'api_version'),
    };
}
function bareAddress(text) {
    if (!URL.canParse(text))
        throw new UnexpectedAnswer('url');
    const { host, pathname, protocol } = new URL(text);
    return `${protocol}//${host}${pathname}`;
}

;// CONCATENATED MODULE: ./packages/platform/lib/stripe/lines.js




const SOURCE = 'https://docs.stripe.com/api/webhook_endpoints/list';
const DASHBOARD = 'Developers > Webhooks';
function ofEndpoints(parts) {
    const { look, propose, ...naming } = parts;
    return line({
        ...naming,
        scope: STRIPE_SCOPE,
        source: SOURCE,
        propose: ({ stripe }) => (stripe?.endpoints.kind === 'read' ? propose(stripe.endpoints.value) : undefined),
        judge: (wanted, { stripe }) => looking(stripe?.endpoints, { what: naming.title, expected: naming.kind.show(wanted), missing: missingOf(naming.key) }, (endpoints) => look(endpoints, wanted)),
    });
}
const some = (values) => (values.length === 0 ? undefined : values);
function keyLine(parts, now) {
    return line({
        ...parts,
        scope: 'none: only the form of the key is looked at',
        source: 'https://docs.stripe.com/keys',
        kind: flag,
        propose: ({ stripe }) => (stripe === undefined ? undefined : true),
        judge: (wanted, { stripe }) => {
            const what = 'the key that was given';
            if (stripe === undefined)
                return [gap(what, missingOf(parts.key), 'Pass `stripe-key`, or remove the line.')];
            const is = now(stripe.key);
            const seeing = { what, measured: is ? 'yes' : 'no', expected: wanted ? 'yes' : 'no' };
            return [is === wanted ? passed(seeing) : failed('other-key', { ...seeing, remedy: parts.remedy })];
        },
    });
}
const NO_ENDPOINT = failed('no-endpoint', {
    what: 'Webhook endpoints',
    measured: 'none',
    expected: 'at least one',
    remedy: `Create it under ${DASHBOARD}, or pass the key of the account that has it.`,
});
const stripeLines = [
    ofEndpoints({
        key: 'stripe.webhooks',
        title: 'Webhook endpoints are there and enabled',
        says: 'Addresses of webhook endpoints that have to be enabled.',
        kind: kinds_names,
        propose: (endpoints) => some(endpoints.map(({ url }) => url)),
        look: (endpoints, wanted) => wanted.map((url) => {
            const found = endpoints.find((one) => one.url === url);
            const seeing = { what: url, measured: found?.status ?? 'no such endpoint', expected: 'enabled' };
            return found?.status === 'enabled'
                ? passed(seeing)
                : failed('webhook-not-enabled', {
                    ...seeing,
                    remedy: `Create or enable it under ${DASHBOARD}. Events of the last days can be sent again from there.`,
                });
        }),
    }),
    ofEndpoints({
        key: 'stripe.webhook-events',
        title: 'Events of the webhook endpoints',
        says: 'Events that the webhook endpoints have to get, together.',
        kind: kinds_names,
        propose: (endpoints) => some([...new Set(endpoints.flatMap(({ events }) => events))].sort()),
        look: (endpoints, wanted) => {
            const enabled = endpoints.filter(({ status }) => status !== 'disabled').flatMap(({ events }) => events);
            return wanted.map((event) => {
                const good = enabled.includes('*') || enabled.includes(event);
                const seeing = { what: event, measured: good ? 'is sent' : 'is sent to no endpoint', expected: 'is sent' };
                return good
                    ? passed(seeing)
                    : failed('event-not-sent', { ...seeing, remedy: `Add the event to the endpoint under ${DASHBOARD}.` });
            });
        },
    }),
    ofEndpoints({
        key: 'stripe.webhooks-live',
        title: 'Webhook endpoints are in live mode',
        says: 'Whether the webhook endpoints are in live mode: those of test mode get no event of a real payment.',
        kind: flag,
        propose: (endpoints) => (endpoints.length === 0 ? undefined : true),
        look: (endpoints, wanted) => {
            if (endpoints.length === 0)
                return [NO_ENDPOINT];
            return endpoints.map(({ live, url }) => {
                const seeing = {
                    what: url,
                    measured: live ? 'live mode' : 'test mode',
                    expected: wanted ? 'live mode' : 'test mode',
                };
                return live === wanted
                    ? passed(seeing)
                    : failed('other-mode', {
                        ...seeing,
                        remedy: `Create the endpoint in ${wanted ? 'live' : 'test'} mode under ${DASHBOARD}.`,
                    });
            });
        },
    }),
    ofEndpoints({
        key: 'stripe.webhook-versions',
        title: 'API versions of the webhook endpoints',
        says: 'API version of the events of each endpoint, as ADDRESS: VERSION.',
        kind: map,
        propose: (endpoints) => {
            const pairs = endpoints.flatMap(({ apiVersion, url }) => apiVersion === undefined ? [] : [[url, apiVersion]]);
            return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
        },
        look: (endpoints, wanted) => Object.entries(wanted).map(([url, version]) => {
            const found = endpoints.find((one) => one.url === url);
            const measured = found === undefined ? 'no such endpoint' : (found.apiVersion ?? 'the default of the account');
            const seeing = { what: url, measured, expected: version };
            return measured === version
                ? passed(seeing)
                : failed('other-api-version', {
                    ...seeing,
                    remedy: `The version of an endpoint cannot be changed: create another one with ${version}, then delete the old one.`,
                });
        }),
    }),
    setting({
        key: 'stripe.webhook-hosts',
        title: 'Hosts that get events of payments',
        says: 'Hosts that may get events of payments, and no others.',
        scope: STRIPE_SCOPE,
        source: SOURCE,
        kind: list,
        ...onlyFrom,
        part: ({ stripe }) => stripe?.endpoints,
        now: (endpoints) => [...new Set(endpoints.map(({ url }) => (URL.canParse(url) ? new URL(url).host : url)))].sort(),
        remedy: () => `Delete the others under ${DASHBOARD}, and look at who created them.`,
    }),
    keyLine({
        key: 'stripe.restricted-key',
        title: 'The key of this audit is a restricted one',
        says: 'Whether the key that reads this is a restricted one (rk_…).',
        remedy: 'Create a restricted key with Webhook Endpoints: Read under Developers > API keys, and roll the secret key that was used.',
    }, ({ restricted }) => restricted),
    keyLine({
        key: 'stripe.live-key',
        title: 'The key of this audit is of live mode',
        says: 'Whether the key that reads this is of live mode: one of test mode sees only the endpoints of test mode.',
        remedy: 'Create the restricted key in live mode.',
    }, ({ live }) => live),
    line({
        key: 'stripe.second-factor',
        title: 'Second factor at Stripe',
        says: 'Whether members need a second factor. Its API does not say it, so this line is always reported as not verified.',
        scope: 'none: Stripe has no documented route',
        source: 'https://docs.stripe.com/api',
        kind: flag,
        propose: () => undefined,
        judge: (wanted) => wanted
            ? [
                gap('Members of the account', "Stripe's description of its API says nothing of a second factor", 'Look under Settings > Team and security, and accept this line with an end date.'),
            ]
            : [],
    }),
];

// EXTERNAL MODULE: ./packages/supabase/lib/unsure.js
var unsure = __webpack_require__(626518);
;// CONCATENATED MODULE: ./packages/supabase/lib/project.js

const CONDITIONS = {
    ACTIVE_HEALTHY: 'running',
    ACTIVE_UNHEALTHY: 'running',
    INACTIVE: 'stopped',
    PAUSING: 'stopped',
    GOING_DOWN: 'stopped',
    REMOVED: 'stopped',
    COMING_UP: 'changing',
    RESTORING: 'changing',
    UPGRADING: 'changing',
    RESTARTING: 'changing',
    RESIZING: 'changing',
    INIT_FAILED: 'broken',
    RESTORE_FAILED: 'broken',
    PAUSE_FAILED: 'broken',
    UNKNOWN: 'not-known',
};
async function readProject(api, ref) {
    const answer = await api.read('v1-get-project', ref);
    const status = (0,unsure/* needed */.Ow)((0,unsure/* textOf */.b6)(answer?.status), 'status', 'the project');
    const conditions = CONDITIONS;
    return {
        ref: (0,unsure/* needed */.Ow)((0,unsure/* textOf */.b6)(answer?.ref), 'ref', 'the project'),
        name: (0,unsure/* textOf */.b6)(answer?.name) ?? '',
        region: (0,unsure/* needed */.Ow)((0,unsure/* textOf */.b6)(answer?.region), 'region', 'the project'),
        status,
        condition: conditions[status] ?? 'not-known',
        databaseVersion: (0,unsure/* textOf */.b6)(answer?.database?.version) ?? '',
        databaseHost: (0,unsure/* textOf */.b6)(answer?.database?.host) ?? '',
        postgresMajor: (0,unsure/* textOf */.b6)(answer?.database?.postgres_engine) ?? '',
    };
}
async function readHealth(api, ref, services) {
    const answer = (0,unsure/* needed */.Ow)((0,unsure/* listOf */.c3)(await api.read('v1-get-services-health', ref, { services })), '[]', 'the health');
    return services.map((name) => {
        const found = answer.find((one) => one?.name === name);
        return { name, health: healthOf(found?.status), error: (0,unsure/* textOf */.b6)(found?.error) ?? '' };
    });
}
function healthOf(status) {
    switch (status) {
        case 'ACTIVE_HEALTHY':
            return 'healthy';
        case 'UNHEALTHY':
            return 'unhealthy';
        case 'COMING_UP':
            return 'coming-up';
        default:
            return 'not-known';
    }
}

// EXTERNAL MODULE: ./packages/supabase/lib/functions/functions.js
var functions_functions = __webpack_require__(389761);
;// CONCATENATED MODULE: ./packages/supabase/lib/backups.js


async function readProviderBackups(api, ref) {
    const answer = await api.read('v1-list-all-backups', ref);
    const of = 'the backups';
    const backups = (0,unsure/* needed */.Ow)((0,unsure/* listOf */.c3)(answer?.backups), 'backups', of).map((backup) => {
        const status = (0,unsure/* needed */.Ow)((0,unsure/* textOf */.b6)(backup?.status), 'backups[].status', of);
        return {
            id: (0,unsure/* needed */.Ow)((0,unsure/* numberOf */.rl)(backup?.id), 'backups[].id', of),
            state: stateOf(status),
            isPhysical: (0,unsure/* booleanOf */.SF)(backup?.is_physical_backup) ?? false,
            atMs: (0,unsure/* needed */.Ow)((0,unsure/* timeOf */.nR)(backup?.inserted_at), 'backups[].inserted_at', of),
        };
    });
    const from = (0,unsure/* numberOf */.rl)(answer?.physical_backup_data?.earliest_physical_backup_date_unix);
    const to = (0,unsure/* numberOf */.rl)(answer?.physical_backup_data?.latest_physical_backup_date_unix);
    return {
        region: (0,unsure/* textOf */.b6)(answer?.region) ?? '',
        backups: backups.sort((a, b) => b.atMs - a.atMs),
        pitrEnabled: (0,unsure/* needed */.Ow)((0,unsure/* booleanOf */.SF)(answer?.pitr_enabled), 'pitr_enabled', of),
        walArchived: (0,unsure/* needed */.Ow)((0,unsure/* booleanOf */.SF)(answer?.walg_enabled), 'walg_enabled', of),
        window: from === undefined || to === undefined ? undefined : { fromMs: from * 1_000, toMs: to * 1_000 },
    };
}
function stateOf(status) {
    switch (status) {
        case 'COMPLETED':
            return 'stored';
        case 'FAILED':
        case 'CANCELLED':
            return 'failed';
        case 'PENDING':
            return 'running';
        case 'REMOVED':
        case 'ARCHIVED':
            return 'gone';
        default:
            return 'not-known';
    }
}
async function readBackupSchedule(api, ref) {
    const answer = await orNone(api.read('v1-get-backup-schedule', ref), [402, 404]);
    return answer === undefined ? undefined : needed(textOf(answer.schedule_for), 'schedule_for', 'the backup schedule');
}
const PITR_DAYS = /^pitr_(\d+)$/;
async function readPitrDays(api, ref) {
    const answer = await api.read('v1-list-project-addons', ref);
    const selected = (0,unsure/* needed */.Ow)((0,unsure/* listOf */.c3)(answer?.selected_addons), 'selected_addons', 'the add-ons');
    const pitr = selected.find((addon) => addon?.type === 'pitr');
    if (pitr === undefined)
        return undefined;
    const days = PITR_DAYS.exec((0,unsure/* textOf */.b6)(pitr.variant?.id) ?? '')?.[1];
    return Number((0,unsure/* needed */.Ow)(days, 'selected_addons[].variant.id', 'the add-ons'));
}
async function orNone(work, statuses) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof RemoteError && error.status !== undefined && statuses.includes(error.status))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/platform/lib/supabase/auth-members.js
const AUTH_MEMBERS = [
    'disable_signup',
    'external_anonymous_users_enabled',
    'external_email_enabled',
    'external_phone_enabled',
    'jwt_exp',
    'mailer_allow_unverified_email_sign_ins',
    'mailer_autoconfirm',
    'mailer_otp_exp',
    'mailer_otp_length',
    'mailer_secure_email_change_enabled',
    'mailer_notifications_email_changed_enabled',
    'mailer_notifications_mfa_factor_unenrolled_enabled',
    'mailer_notifications_password_changed_enabled',
    'mfa_max_enrolled_factors',
    'mfa_phone_enroll_enabled',
    'mfa_phone_verify_enabled',
    'mfa_totp_enroll_enabled',
    'mfa_totp_verify_enabled',
    'mfa_web_authn_enroll_enabled',
    'mfa_web_authn_verify_enabled',
    'password_hibp_enabled',
    'password_min_length',
    'password_required_characters',
    'rate_limit_anonymous_users',
    'rate_limit_email_sent',
    'rate_limit_otp',
    'rate_limit_sms_sent',
    'rate_limit_token_refresh',
    'rate_limit_verify',
    'rate_limit_web3',
    'refresh_token_rotation_enabled',
    'saml_enabled',
    'security_captcha_enabled',
    'security_captcha_provider',
    'security_manual_linking_enabled',
    'security_refresh_token_reuse_interval',
    'security_update_password_require_reauthentication',
    'sessions_inactivity_timeout',
    'sessions_single_per_user',
    'sessions_timebox',
    'site_url',
    'sms_autoconfirm',
    'uri_allow_list',
];

;// CONCATENATED MODULE: ./packages/platform/lib/supabase/read.js






const SUPABASE_SCOPES = {
    project: 'project_admin_read',
    ssl: 'database_ssl_config_read',
    network: 'database_network_restrictions_read',
    auth: 'auth_config_read',
    keys: 'api_gateway_keys_read',
    functions: 'edge_functions_read',
    backups: 'backups_read',
    addons: 'infra_add_ons_read',
    advisors: 'advisors_read',
    dataApi: 'data_api_config_read',
    organization: 'organization_admin_read',
    members: 'members_read',
    buckets: 'storage_read',
};
const read_SERVICES = ['auth', 'db', 'pooler', 'realtime', 'rest', 'storage'];
async function readSupabase(api, ref) {
    const gate = openGate(4);
    const part = (what, scope, work, plan) => gate(() => readPart({ what, scope: `the permission ${scope}`, plan }, work));
    let organization = '';
    const project = await part('the project', SUPABASE_SCOPES.project, async () => {
        organization = (0,json_path/* textAt */.$)(await api.read('v1-get-project', ref), 'organization_slug') ?? '';
        const { condition, name, postgresMajor, region, status } = await readProject(api, ref);
        return { ref, name, region, status, running: condition === 'running', postgresMajor };
    });
    const plan = organization === ''
        ? undefined
        : readValue(await part('the organization', SUPABASE_SCOPES.organization, async () => (0,json_path/* textAt */.$)(await api.read('v1-get-an-organization', ref, { slug: organization }), 'plan')));
    const isRefused = project.kind === 'withheld' && (project.status === 401 || project.status === 404);
    const ofPlan = (what, scope, work) => isRefused ? Promise.resolve(project) : part(what, scope, work, plan);
    const [health, ssl, network, auth, keys, functions, backups, pitrDays, advisors, dataApi, members, buckets] = await Promise.all([
        ofPlan('the health of the services', SUPABASE_SCOPES.project, async () => Object.fromEntries((await readHealth(api, ref, read_SERVICES)).map(({ health: is, name }) => [name, is]))),
        ofPlan('the enforcement of TLS', SUPABASE_SCOPES.ssl, async () => {
            const answer = await api.read('v1-get-ssl-enforcement-config', ref);
            return {
                enforced: flagOf(answer, 'currentConfig', 'database') && flagOf(answer, 'appliedSuccessfully'),
            };
        }),
        ofPlan('the network restrictions', SUPABASE_SCOPES.network, async () => networkOf(await api.read('v1-get-network-restrictions', ref))),
        ofPlan('the authentication settings', SUPABASE_SCOPES.auth, async () => authOf(await api.read('v1-get-auth-service-config', ref))),
        ofPlan('whether old API keys are on', SUPABASE_SCOPES.keys, async () => ({
            legacyEnabled: flagOf(await api.read('v1-get-project-legacy-api-keys', ref), 'enabled'),
        })),
        ofPlan('the Edge Functions', SUPABASE_SCOPES.functions, async () => (await (0,functions_functions/* listFunctions */._d)(api, ref)).map(functionOf)),
        ofPlan('the backups', SUPABASE_SCOPES.backups, async () => {
            const { backups: stored, pitrEnabled, window } = await readProviderBackups(api, ref);
            return {
                pitrEnabled,
                newestAtMs: stored.find(({ state }) => state === 'stored')?.atMs,
                windowFromMs: window?.fromMs,
                windowToMs: window?.toMs,
            };
        }),
        ofPlan('the add-ons', SUPABASE_SCOPES.addons, async () => (await readPitrDays(api, ref)) ?? 0),
        ofPlan('the advisors', SUPABASE_SCOPES.advisors, async () => itemsOf(await api.read('v1-get-security-advisors', ref, {}), 'lints').map(advisorOf)),
        ofPlan('the settings of the Data API', SUPABASE_SCOPES.dataApi, async () => dataApiOf(await api.read('v1-get-postgrest-service-config', ref))),
        project.kind === 'withheld'
            ? project
            : ofPlan('the members of the organization', SUPABASE_SCOPES.members, async () => itemsOf(await api.read('v1-list-organization-members', ref, { slug: read_needed(organization) })).map(supabase_read_memberOf)),
        ofPlan('the storage buckets', SUPABASE_SCOPES.buckets, async () => itemsOf(await api.read('v1-list-all-buckets', ref)).map((one) => ({
            name: pick_textOf(one, 'name'),
            public: flagOf(one, 'public'),
        }))),
    ]);
    return {
        plan,
        project,
        health,
        ssl,
        network,
        auth,
        keys,
        functions,
        backups,
        pitrDays,
        advisors,
        dataApi,
        members,
        buckets,
    };
}
function read_needed(organization) {
    if (organization === '')
        throw new UnexpectedAnswer('organization_slug');
    return organization;
}
const EVERYONE = ['0.0.0.0/0', '::/0'];
function networkOf(answer) {
    const ranges = ['dbAllowedCidrs', 'dbAllowedCidrsV6'].flatMap((name) => maybeItems(answer, 'config', name).map((one) => pick_textOf(one)));
    const applied = pick_textOf(answer, 'status') === 'applied';
    return { allowed: ranges.length === 0 ? EVERYONE : [...ranges].sort(), applied };
}
function authOf(answer) {
    const pairs = AUTH_MEMBERS.flatMap((name) => {
        const value = (0,json_path.at)(answer, name);
        const plain = typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' || value === null;
        return plain ? [[name, value]] : [];
    });
    const smtp = maybeText(answer, 'smtp_host') !== undefined;
    return { ...Object.fromEntries(pairs), custom_smtp: smtp };
}
function functionOf({ name, status, updatedAtMs, verifyJwt, version }) {
    return { slug: name, status, verifyJwt, version, updatedAtMs };
}
function advisorOf(answer) {
    const [schema, name] = [(0,json_path/* textAt */.$)(answer, 'metadata', 'schema'), (0,json_path/* textAt */.$)(answer, 'metadata', 'name')];
    return {
        name: pick_textOf(answer, 'name'),
        level: pick_textOf(answer, 'level'),
        entity: [schema, name].filter((one) => one !== undefined).join('.'),
    };
}
function dataApiOf(answer) {
    const schemas = (0,json_path.at)(answer, 'db_schema') === '' ? '' : pick_textOf(answer, 'db_schema');
    return {
        schemas: schemas
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
        maxRows: maybeNumber(answer, 'max_rows'),
    };
}
function supabase_read_memberOf(answer) {
    return {
        name: pick_textOf(answer, 'user_name'),
        role: pick_textOf(answer, 'role_name'),
        secondFactor: flagOf(answer, 'mfa_enabled'),
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/supabase/lines-limits.js




const lines_limits_SOURCE = 'https://supabase.com/docs/reference/api/v1-get-auth-service-config';
const LIMITS = [
    'rate_limit_anonymous_users',
    'rate_limit_email_sent',
    'rate_limit_otp',
    'rate_limit_sms_sent',
    'rate_limit_token_refresh',
    'rate_limit_verify',
    'rate_limit_web3',
];
const shortName = (member) => member.replace('rate_limit_', '').replaceAll('_', '-');
const rateLimits = line({
    key: 'supabase.auth-rate-limits',
    title: 'Rate limits of sign-in',
    says: `Requests that each route may answer at most in its time, as ROUTE: NUMBER: ${LIMITS.map(shortName).join(', ')}.`,
    scope: SUPABASE_SCOPES.auth,
    source: lines_limits_SOURCE,
    kind: map,
    propose: ({ supabase }) => {
        if (supabase?.auth.kind !== 'read')
            return undefined;
        const auth = supabase.auth.value;
        const found = LIMITS.flatMap((member) => {
            const value = auth[member];
            return typeof value === 'number' ? [[shortName(member), String(value)]] : [];
        });
        return found.length === 0 ? undefined : Object.fromEntries(found);
    },
    judge: (wanted, { supabase }) => looking(supabase?.auth, { what: 'Rate limits of sign-in', expected: map.show(wanted), missing: missingOf('supabase.auth') }, (auth) => Object.entries(wanted).map(([route, most]) => {
        const member = LIMITS.find((one) => shortName(one) === route);
        const value = member === undefined ? undefined : auth[member];
        if (member === undefined || typeof value !== 'number')
            return gap(route, 'Supabase names no such limit', `Use one of ${LIMITS.map(shortName).join(', ')}.`);
        const seeing = { what: route, measured: String(value), expected: `at most ${most}` };
        return value > 0 && /^\d+$/.test(most) && value <= Number(most)
            ? passed(seeing)
            : failed('limit-too-high', {
                ...seeing,
                remedy: `Set it to ${most} or less under Authentication > Rate Limits, or PATCH /v1/projects/REF/config/auth with "${member}".`,
            });
    })),
});

;// CONCATENATED MODULE: ./packages/platform/lib/supabase/lines-auth.js




const lines_auth_SOURCE = 'https://supabase.com/docs/reference/api/v1-get-auth-service-config';
function ofAuth({ member, now, place, ...parts }) {
    return setting({
        ...parts,
        scope: SUPABASE_SCOPES.auth,
        source: lines_auth_SOURCE,
        part: ({ supabase }) => supabase?.auth,
        now: (auth) => (member in auth ? now(auth[member] ?? null) : undefined),
        remedy: (wanted) => `Set it to ${parts.kind.show(wanted)} under Authentication > ${place}, or PATCH /v1/projects/REF/config/auth with "${member}".`,
    });
}
const asFlag = (value) => typeof value === 'boolean' || value === null ? value === true : undefined;
const asNumber = (value) => typeof value === 'number' || value === null ? (value ?? 0) : undefined;
const hours = asNumber;
function flagLine(key, member, words, recommended) {
    return ofAuth({
        key: `supabase.${key}`,
        member,
        ...words,
        kind: flag,
        now: asFlag,
        ...(recommended === undefined ? {} : { recommended }),
    });
}
const CHARACTERS = ['none', 'letters-digits', 'lower-upper-digits', 'lower-upper-digits-symbols'];
function charactersOf(value) {
    if (value === null || value === '')
        return 'none';
    if (typeof value !== 'string')
        return undefined;
    const kinds = value.split(':').length;
    return kinds >= 4 ? 'lower-upper-digits-symbols' : kinds === 3 ? 'lower-upper-digits' : 'letters-digits';
}
const entries = (value) => typeof value === 'string'
    ? value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : value === null
        ? []
        : undefined;
const authLines = [
    flagLine('auth-signup-disabled', 'disable_signup', {
        title: 'Sign-up by anyone',
        says: 'Whether new users can only be invited. Set it to true where no one may register alone.',
        place: 'Sign In / Providers',
    }),
    flagLine('auth-anonymous-users', 'external_anonymous_users_enabled', {
        title: 'Anonymous users',
        says: 'Whether users without any account get a session. Policies for "authenticated" hold for them too.',
        place: 'Sign In / Providers',
    }, false),
    flagLine('auth-autoconfirm', 'mailer_autoconfirm', {
        title: 'Addresses are confirmed without a mail',
        says: 'Whether an address counts as confirmed without a mail. With true anyone registers with the address of someone else.',
        place: 'Sign In / Providers > Email',
    }, false),
    flagLine('auth-sms-autoconfirm', 'sms_autoconfirm', {
        title: 'Numbers are confirmed without a message',
        says: 'Whether a telephone number counts as confirmed without a message.',
        place: 'Sign In / Providers > Phone',
    }, false),
    flagLine('auth-unverified-sign-ins', 'mailer_allow_unverified_email_sign_ins', {
        title: 'Sign-in with an address that is not confirmed',
        says: 'Whether users may sign in before they confirmed their address.',
        place: 'Sign In / Providers > Email',
    }, false),
    flagLine('auth-secure-email-change', 'mailer_secure_email_change_enabled', {
        title: 'Change of the address is confirmed by both',
        says: 'Whether a new address has to be confirmed from the old one too.',
        place: 'Sign In / Providers > Email',
    }, true),
    ofAuth({
        key: 'supabase.auth-second-factor',
        member: 'mfa_totp_verify_enabled',
        title: 'Second factor',
        says: 'Whether users may have an authenticator app as a second factor.',
        kind: flag,
        recommended: true,
        now: asFlag,
        place: 'Multi-Factor',
    }),
    flagLine('auth-second-factor-enroll', 'mfa_totp_enroll_enabled', {
        title: 'Enrollment of a second factor',
        says: 'Whether users may add an authenticator app.',
        place: 'Multi-Factor',
    }),
    flagLine('auth-second-factor-phone', 'mfa_phone_verify_enabled', {
        title: 'Second factor by telephone',
        says: 'Whether a message to a telephone is a second factor. It is the weakest one.',
        place: 'Multi-Factor',
    }),
    ofAuth({
        key: 'supabase.auth-password-min-length',
        member: 'password_min_length',
        title: 'Length of passwords',
        says: 'Characters that a password needs.',
        kind: integer('characters', 6),
        ...atLeast,
        recommended: 12,
        now: asNumber,
        place: 'Sign In / Providers > Email',
    }),
    ofAuth({
        key: 'supabase.auth-password-characters',
        member: 'password_required_characters',
        title: 'Kinds of characters in passwords',
        says: `Kinds of characters that a password needs: ${CHARACTERS.join(', ')}.`,
        kind: word(CHARACTERS),
        bound: 'at least',
        holds: (now, wanted) => CHARACTERS.indexOf(now) >= CHARACTERS.indexOf(wanted),
        now: charactersOf,
        place: 'Sign In / Providers > Email',
    }),
    flagLine('auth-leaked-passwords-refused', 'password_hibp_enabled', {
        title: 'Passwords that leaked elsewhere',
        says: 'Whether passwords that are known from leaks are refused (Pro plan or higher).',
        place: 'Sign In / Providers > Email',
    }, true),
    flagLine('auth-reauthentication', 'security_update_password_require_reauthentication', {
        title: 'New password only after a new sign-in',
        says: 'Whether a user has to sign in again before the password is changed.',
        place: 'Sign In / Providers > Email',
    }, true),
    flagLine('auth-manual-linking', 'security_manual_linking_enabled', {
        title: 'Linking of identities by users',
        says: 'Whether a user may link another identity to the account.',
        place: 'Sign In / Providers',
    }),
    ofAuth({
        key: 'supabase.auth-session-hours',
        member: 'sessions_timebox',
        title: 'Longest session',
        says: 'Hours after which every user has to sign in again (Pro plan or higher).',
        kind: integer('hours', 1),
        ...line_atMost,
        recommended: 24,
        now: hours,
        place: 'Sessions',
    }),
    ofAuth({
        key: 'supabase.auth-inactivity-hours',
        member: 'sessions_inactivity_timeout',
        title: 'Session without activity',
        says: 'Hours without activity after which a session ends (Pro plan or higher).',
        kind: integer('hours', 1),
        ...line_atMost,
        recommended: 8,
        now: hours,
        place: 'Sessions',
    }),
    flagLine('auth-single-session', 'sessions_single_per_user', {
        title: 'One session per user',
        says: 'Whether a new sign-in ends the other sessions of the user (Pro plan or higher).',
        place: 'Sessions',
    }),
    flagLine('auth-refresh-rotation', 'refresh_token_rotation_enabled', {
        title: 'Refresh tokens are used once',
        says: 'Whether a refresh token that was used again ends its session.',
        place: 'Sessions',
    }, true),
    ofAuth({
        key: 'supabase.auth-token-seconds',
        member: 'jwt_exp',
        title: 'Life of access tokens',
        says: 'Seconds that an access token is valid. A user who was blocked keeps access until it ends.',
        kind: integer('seconds', 1),
        ...line_atMost,
        recommended: 3600,
        now: asNumber,
        place: 'Sessions',
    }),
    ofAuth({
        key: 'supabase.auth-mail-code-seconds',
        member: 'mailer_otp_exp',
        title: 'Life of codes in mails',
        says: 'Seconds that a code or link in a mail is valid.',
        kind: integer('seconds', 1),
        ...line_atMost,
        recommended: 3600,
        now: asNumber,
        place: 'Sign In / Providers > Email',
    }),
    ofAuth({
        key: 'supabase.auth-mail-code-length',
        member: 'mailer_otp_length',
        title: 'Length of codes in mails',
        says: 'Digits of a code in a mail.',
        kind: integer('digits', 6),
        ...atLeast,
        now: asNumber,
        place: 'Sign In / Providers > Email',
    }),
    flagLine('auth-captcha', 'security_captcha_enabled', {
        title: 'Protection from bots at sign-in',
        says: 'Whether sign-in, sign-up and password reset need a captcha.',
        place: 'Attack Protection',
    }, true),
    rateLimits,
    ofAuth({
        key: 'supabase.auth-site-url',
        member: 'site_url',
        title: 'Address of the site in mails',
        says: 'Address to which links in mails lead.',
        kind: kinds_text,
        now: (value) => (typeof value === 'string' && value !== '' ? value : 'none'),
        place: 'URL Configuration',
    }),
    ofAuth({
        key: 'supabase.auth-redirects',
        member: 'uri_allow_list',
        title: 'Addresses to which a sign-in may lead',
        says: 'Addresses to which a sign-in may lead, and no others. A wildcard gives sessions to whoever controls a matching host.',
        kind: list,
        ...onlyFrom,
        now: entries,
        place: 'URL Configuration',
    }),
    ofAuth({
        key: 'supabase.auth-own-mail-server',
        member: 'custom_smtp',
        title: 'Mail server of your own',
        says: "Whether mails go through a mail server of your own. Supabase's own sends a few an hour, to members only.",
        kind: flag,
        now: asFlag,
        place: 'Emails > SMTP Settings',
    }),
    flagLine('auth-mail-password-changed', 'mailer_notifications_password_changed_enabled', {
        title: 'Mail after a change of the password',
        says: 'Whether a user gets a mail after the password was changed.',
        place: 'Emails > Security',
    }),
    flagLine('auth-mail-factor-removed', 'mailer_notifications_mfa_factor_unenrolled_enabled', {
        title: 'Mail after a second factor was removed',
        says: 'Whether a user gets a mail after a second factor was removed.',
        place: 'Emails > Security',
    }),
];

;// CONCATENATED MODULE: ./packages/platform/lib/supabase/lines-functions.js




const API = 'https://supabase.com/docs/reference/api/';
function ofFunctions(parts, now, look) {
    return line({
        ...parts,
        scope: SUPABASE_SCOPES.functions,
        source: `${API}v1-list-all-functions`,
        kind: kinds_names,
        forRelease: true,
        propose: ({ supabase }) => {
            if (supabase?.functions.kind !== 'read')
                return undefined;
            const found = now(supabase.functions.value);
            return found.length === 0 ? undefined : found;
        },
        judge: (wanted, { supabase }) => looking(supabase?.functions, { what: parts.title, expected: list.show(wanted), missing: missingOf(parts.key) }, (functions) => wanted.map((slug) => {
            const { good, measured, remedy } = look(functions.find((one) => one.slug === slug), slug);
            const seeing = { what: slug, measured, expected: parts.expected };
            return good ? passed(seeing) : failed('function-differs', { ...seeing, remedy });
        })),
    });
}
const functionLines = [
    ofFunctions({
        key: 'supabase.functions',
        title: 'Edge Functions are deployed',
        says: 'Edge Functions that have to be there and active.',
        expected: 'ACTIVE',
    }, (functions) => functions.map(({ slug }) => slug).sort(), (found, slug) => ({
        good: found?.status === 'ACTIVE',
        measured: found?.status ?? 'not deployed',
        remedy: `Run \`supabase functions deploy ${slug}\`.`,
    })),
    ofFunctions({
        key: 'supabase.functions-with-jwt',
        title: 'Edge Functions that need a session',
        says: 'Edge Functions that refuse requests without a valid token (verify_jwt).',
        expected: 'verify_jwt on',
    }, (functions) => functions
        .filter(({ verifyJwt }) => verifyJwt === true)
        .map(({ slug }) => slug)
        .sort(), (found, slug) => ({
        good: found?.verifyJwt === true,
        measured: found === undefined
            ? 'not deployed'
            : `verify_jwt ${found.verifyJwt === undefined ? 'not said' : found.verifyJwt ? 'on' : 'off'}`,
        remedy: `Deploy ${slug} without --no-verify-jwt, and set verify_jwt = true in supabase/config.toml.`,
    })),
    line({
        key: 'supabase.functions-current',
        title: 'Edge Functions are not older than the commit',
        says: 'Edge Functions whose code must not be newer in the commit that is released than what is deployed.',
        scope: SUPABASE_SCOPES.functions,
        source: `${API}v1-list-all-functions`,
        kind: kinds_names,
        forRelease: true,
        propose: () => undefined,
        judge: (wanted, { release, supabase }) => {
            const about = {
                what: 'Edge Functions',
                expected: 'deployed after the commit',
                missing: missingOf('supabase.functions'),
            };
            const { committedAtMs } = release;
            if (committedAtMs === undefined)
                return [
                    gap('Edge Functions', 'the time of the commit is not known', 'Run it in a checkout that has the commit.'),
                ];
            return looking(supabase?.functions, about, (functions) => wanted.map((slug) => {
                const found = functions.find((one) => one.slug === slug);
                const at = found?.updatedAtMs;
                const measured = at === undefined ? 'not deployed' : `deployed at ${new Date(at).toISOString()}`;
                const changed = release.functionsChangedAtMs ?? {};
                const sinceMs = changed[slug] ?? committedAtMs;
                const seeing = { what: slug, measured, expected: `after ${new Date(sinceMs).toISOString()}` };
                if (at !== undefined && at >= sinceMs)
                    return passed(seeing);
                if (at !== undefined && slug in changed && changed[slug] === undefined)
                    return unclear('history-unknown', {
                        ...seeing,
                        remedy: 'Check out the whole history, or give `github-token` the permission Contents: read.',
                    });
                return failed('older-than-commit', {
                    ...seeing,
                    remedy: `Run \`supabase functions deploy ${slug}\` from the commit.`,
                });
            }));
        },
    }),
];

;// CONCATENATED MODULE: ./packages/platform/lib/supabase/lines-project.js




const lines_project_API = 'https://supabase.com/docs/reference/api/';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LEVELS = ['ERROR', 'WARN', 'INFO'];
const supabaseProjectLines = [
    line({
        key: 'supabase.healthy',
        title: 'The project runs',
        says: 'Whether the project and its services have to be healthy.',
        scope: SUPABASE_SCOPES.project,
        source: `${lines_project_API}v1-get-services-health`,
        kind: flag,
        forRelease: true,
        propose: ({ supabase }) => (supabase?.project.kind === 'read' ? true : undefined),
        judge: (wanted, { supabase }) => {
            const about = { what: 'The project', expected: 'running', missing: missingOf('supabase.healthy') };
            if (!wanted)
                return [];
            return looking(supabase?.project, about, ({ running, status }) => {
                const seeing = { what: 'project', measured: status, expected: 'ACTIVE_HEALTHY' };
                if (!running || status !== 'ACTIVE_HEALTHY')
                    return [
                        failed('project-not-healthy', {
                            ...seeing,
                            remedy: 'Open the project in the dashboard, and restore or restart it.',
                        }),
                    ];
                return [
                    passed(seeing),
                    ...looking(supabase?.health, { ...about, what: 'services' }, (services) => Object.entries(services).map(([what, measured]) => {
                        const seen = { what, measured, expected: 'healthy' };
                        if (measured === 'healthy')
                            return passed(seen);
                        return measured === 'not-known'
                            ? gap(what, 'Supabase does not say how it is', 'Run the audit again.')
                            : failed('service-not-healthy', {
                                ...seen,
                                remedy: 'See status.supabase.com, and the logs of the service.',
                            });
                    })),
                ];
            });
        },
    }),
    setting({
        key: 'supabase.region',
        title: 'Region of the database',
        says: 'Region of the project. Data of patients may have to stay in a country.',
        scope: SUPABASE_SCOPES.project,
        source: `${lines_project_API}v1-get-project`,
        kind: kinds_text,
        part: ({ supabase }) => supabase?.project,
        now: ({ region }) => region,
        remedy: (wanted) => `A project cannot be moved: create one in ${wanted} and restore a backup into it, or correct the reference of the project.`,
    }),
    setting({
        key: 'supabase.postgres-major',
        title: 'Version of PostgreSQL',
        says: 'Major version of PostgreSQL.',
        scope: SUPABASE_SCOPES.project,
        source: `${lines_project_API}v1-get-project`,
        kind: kinds_text,
        part: ({ supabase }) => supabase?.project,
        now: ({ postgresMajor }) => postgresMajor,
        remedy: () => 'Upgrade under Project Settings > Infrastructure, after a backup and a drill.',
    }),
    setting({
        key: 'supabase.tls-enforced',
        title: 'TLS to the database is enforced',
        says: 'Whether the database refuses connections without TLS.',
        scope: SUPABASE_SCOPES.ssl,
        source: `${lines_project_API}v1-get-ssl-enforcement-config`,
        kind: flag,
        recommended: true,
        part: ({ supabase }) => supabase?.ssl,
        now: ({ enforced }) => enforced,
        remedy: (wanted) => `Turn "Enforce SSL on incoming connections" ${wanted ? 'on' : 'off'} under Database > Settings, or run \`supabase ssl-enforcement update --${wanted ? 'enable' : 'disable'}-db-ssl-enforcement\`.`,
    }),
    line({
        key: 'supabase.allowed-addresses',
        title: 'Addresses that may reach the database',
        says: 'Ranges of addresses that may reach the database, and no others. 0.0.0.0/0 is everyone.',
        scope: SUPABASE_SCOPES.network,
        source: `${lines_project_API}v1-get-network-restrictions`,
        kind: list,
        propose: ({ supabase }) => (supabase?.network.kind === 'read' ? supabase.network.value.allowed : undefined),
        judge: (wanted, { supabase }) => looking(supabase?.network, {
            what: 'Addresses that may reach the database',
            expected: list.show(wanted),
            missing: missingOf('supabase.network'),
        }, ({ allowed, applied }) => {
            const what = 'Addresses that may reach the database';
            const seeing = {
                what,
                measured: `${list.show(allowed)}${applied ? '' : ' (not applied)'}`,
                expected: `none but ${list.show(wanted)}`,
            };
            const good = applied && allowed.every((one) => wanted.includes(one));
            const remedy = `Run \`supabase network-restrictions update ${wanted.map((one) => `--db-allow-cidr ${one}`).join(' ')}\`.`;
            return [good ? passed(seeing) : failed('wider-than-policy', { ...seeing, remedy })];
        }),
    }),
    setting({
        key: 'supabase.legacy-keys',
        title: 'API keys of the old kind',
        says: 'Whether the old keys anon and service_role still work. Supabase ends them; one cannot be replaced without the other.',
        scope: SUPABASE_SCOPES.keys,
        source: `${lines_project_API}v1-get-project-legacy-api-keys`,
        kind: flag,
        recommended: false,
        part: ({ supabase }) => supabase?.keys,
        now: ({ legacyEnabled }) => legacyEnabled,
        remedy: () => 'Use keys like sb_publishable_… and sb_secret_… in the app, check under Project Settings > API Keys that the old ones were not used lately, then disable them.',
    }),
    setting({
        key: 'supabase.data-api-schemas',
        title: 'Schemas that the Data API shows',
        says: 'Schemas that the Data API shows, and no others.',
        scope: SUPABASE_SCOPES.dataApi,
        source: `${lines_project_API}v1-get-postgrest-service-config`,
        kind: list,
        ...onlyFrom,
        part: ({ supabase }) => supabase?.dataApi,
        now: ({ schemas }) => schemas,
        remedy: (wanted) => `Set the exposed schemas to ${list.show(wanted)} under Integrations > Data API, or PATCH /v1/projects/REF/postgrest with "db_schema".`,
    }),
    setting({
        key: 'supabase.data-api-max-rows',
        title: 'Rows of one answer of the Data API',
        says: 'Rows that one answer of the Data API may hold at most. It bounds what a stolen session can take at once.',
        scope: SUPABASE_SCOPES.dataApi,
        source: `${lines_project_API}v1-get-postgrest-service-config`,
        kind: integer('rows', 1),
        ...line_atMost,
        recommended: 1000,
        part: ({ supabase }) => supabase?.dataApi,
        now: ({ maxRows }) => maxRows,
        remedy: (wanted) => `Set "Max rows" to ${wanted} under Integrations > Data API, or PATCH /v1/projects/REF/postgrest with "max_rows".`,
    }),
    setting({
        key: 'supabase.public-buckets',
        title: 'Public buckets',
        says: 'Storage buckets whose files everyone may read, and no others.',
        scope: SUPABASE_SCOPES.buckets,
        source: `${lines_project_API}v1-list-all-buckets`,
        kind: list,
        ...onlyFrom,
        part: ({ supabase }) => supabase?.buckets,
        now: (buckets) => buckets
            .filter((one) => one.public)
            .map(({ name }) => name)
            .sort(),
        remedy: () => 'Make the others private under Storage, and serve their files by signed addresses.',
    }),
    line({
        key: 'supabase.backup-max-age-hours',
        title: 'Newest backup',
        says: 'Hours that the newest backup, or the newest restorable moment, may be old.',
        scope: SUPABASE_SCOPES.backups,
        source: `${lines_project_API}v1-list-all-backups`,
        kind: integer('hours', 1),
        propose: ({ supabase }) => (supabase?.backups.kind === 'read' ? 26 : undefined),
        judge: (wanted, { nowMs, supabase }) => looking(supabase?.backups, { what: 'Newest backup', expected: `at most ${wanted} hours old`, missing: missingOf('supabase.backups') }, ({ newestAtMs, windowToMs }) => {
            const newest = Math.max(newestAtMs ?? 0, windowToMs ?? 0);
            const expected = `at most ${wanted} hours old`;
            const remedy = 'See Database > Backups. The Free plan has none: use the action backup, or a larger plan.';
            const what = 'Newest backup';
            if (newest === 0)
                return [failed('no-backup', { what, measured: 'no backup', expected, remedy })];
            const age = Math.floor((nowMs - newest) / HOUR_MS);
            const seeing = { what, measured: `${age} hours old`, expected };
            if (age < -1)
                return [
                    unclear('backup-of-the-future', { ...seeing, remedy: 'Look under Database > Backups when it was made.' }),
                ];
            return [age <= wanted ? passed(seeing) : failed('backup-too-old', { ...seeing, remedy })];
        }),
    }),
    setting({
        key: 'supabase.pitr',
        title: 'Point-in-time recovery',
        says: 'Whether point-in-time recovery is on (an add-on).',
        scope: SUPABASE_SCOPES.backups,
        source: `${lines_project_API}v1-list-all-backups`,
        kind: flag,
        part: ({ supabase }) => supabase?.backups,
        now: ({ pitrEnabled }) => pitrEnabled,
        remedy: () => 'Turn it on under Database > Backups > Point in time.',
    }),
    setting({
        key: 'supabase.pitr-days',
        title: 'Days of point-in-time recovery',
        says: 'Days that point-in-time recovery has to reach back.',
        scope: SUPABASE_SCOPES.addons,
        source: `${lines_project_API}v1-list-project-addons`,
        kind: integer('days', 1),
        ...atLeast,
        part: ({ supabase }) => supabase?.pitrDays,
        now: (days) => (days === 0 ? 0 : days),
        remedy: (wanted) => `Choose at least ${wanted} days under Project Settings > Add-ons > Point in time recovery.`,
    }),
    setting({
        key: 'supabase.pitr-window-days',
        title: 'What can be restored to any moment',
        says: 'Days that have to be restorable now. It is measured from the oldest to the newest moment that Supabase names.',
        scope: SUPABASE_SCOPES.backups,
        source: `${lines_project_API}v1-list-all-backups`,
        kind: integer('days', 1),
        ...atLeast,
        part: ({ supabase }) => supabase?.backups,
        now: ({ windowFromMs, windowToMs }) => windowFromMs === undefined || windowToMs === undefined ? 0 : Math.floor((windowToMs - windowFromMs) / DAY_MS),
        remedy: () => 'Wait until enough backups were made, or look under Database > Backups why there are none.',
    }),
    line({
        key: 'supabase.advisors',
        title: "Supabase's security advisor",
        says: `Level from which a finding of Supabase's security advisor fails: ${LEVELS.join(', ')}. It is a second witness.`,
        scope: SUPABASE_SCOPES.advisors,
        source: `${lines_project_API}v1-get-security-advisors`,
        kind: word(LEVELS),
        propose: ({ supabase }) => (supabase?.advisors.kind === 'read' ? 'ERROR' : undefined),
        judge: (wanted, { supabase }) => looking(supabase?.advisors, {
            what: "Supabase's security advisor",
            expected: `no finding of ${wanted} or above`,
            missing: missingOf('supabase.advisors'),
        }, (lints) => {
            const milder = LEVELS.slice(LEVELS.indexOf(wanted) + 1);
            const bad = lints.filter(({ level }) => !milder.includes(level));
            const expected = `no finding of ${wanted} or above`;
            if (bad.length === 0)
                return [passed({ what: 'advisor', measured: 'none', expected })];
            return bad.map(({ entity, level, name }) => failed('advisor-finding', {
                what: entity === '' ? name : `${name}: ${entity}`,
                measured: level,
                expected,
                remedy: `See https://supabase.com/docs/guides/database/database-advisors?lint=${name}.`,
            }));
        }),
    }),
    line({
        key: 'supabase.members-second-factor',
        title: 'Second factor of the members',
        says: 'Whether every member of the organization has a second factor.',
        scope: SUPABASE_SCOPES.members,
        source: `${lines_project_API}v1-list-organization-members`,
        kind: flag,
        propose: ({ supabase }) => (supabase?.members.kind === 'read' ? true : undefined),
        judge: (wanted, { supabase }) => wanted
            ? looking(supabase?.members, {
                what: 'Members of the organization',
                expected: 'a second factor',
                missing: missingOf('supabase.members'),
            }, (members) => {
                const without = members.filter(({ secondFactor }) => !secondFactor);
                if (members.length === 0)
                    return [
                        gap('Members of the organization', 'Supabase lists none', 'Check the permission members_read.'),
                    ];
                if (without.length === 0)
                    return [
                        passed({
                            what: 'members',
                            measured: `${members.length} with a second factor`,
                            expected: 'a second factor',
                        }),
                    ];
                return without.map(({ name, role }) => failed('no-second-factor', {
                    what: `${name} (${role})`,
                    measured: 'none',
                    expected: 'a second factor',
                    remedy: 'Turn on "Require MFA" under Organization > Security.',
                }));
            })
            : [],
    }),
    setting({
        key: 'supabase.owners',
        title: 'Owners of the organization',
        says: 'People who may be owners of the organization, and no others.',
        scope: SUPABASE_SCOPES.members,
        source: `${lines_project_API}v1-list-organization-members`,
        kind: list,
        ...onlyFrom,
        part: ({ supabase }) => supabase?.members,
        now: (members) => members
            .filter(({ role }) => role === 'Owner')
            .map(({ name }) => name)
            .sort(),
        remedy: () => 'Give the others a smaller role under Organization > Team.',
    }),
];

;// CONCATENATED MODULE: ./packages/platform/lib/supabase/lines.js



const supabaseLines = [...supabaseProjectLines, ...functionLines, ...authLines];

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/lines-domains.js




const DOMAINS = 'https://vercel.com/docs/rest-api/projects/retrieve-project-domains-by-project-by-id-or-name';
const lines_domains_DAY_MS = 86_400_000;
const isOwn = ({ name, gitBranch }) => !/\.vercel\.app(?::\d+)?$/.test(name) && gitBranch === undefined;
function domainFinding(name, found) {
    const expected = 'a verified domain of the project';
    if (found === undefined)
        return failed('domain-missing', {
            what: name,
            measured: 'not a domain of the project',
            expected,
            remedy: `Run \`vercel domains add ${name} PROJECT\`.`,
        });
    if (found.redirect !== undefined)
        return failed('domain-redirects', {
            what: name,
            measured: `redirects to ${found.redirect}`,
            expected,
            remedy: 'Remove the redirect under Project > Settings > Domains, or list the domain under vercel.redirects.',
        });
    if (!found.verified)
        return failed('domain-not-verified', {
            what: name,
            measured: 'not verified',
            expected,
            remedy: `Add the DNS record that \`vercel domains inspect ${name}\` prints, then \`vercel domains verify ${name}\`.`,
        });
    return passed({ what: name, measured: 'verified', expected });
}
function covers({ names }, domain) {
    const above = domain.replace(/^[^.]+/, '*');
    return names.some((name) => name.toLowerCase() === domain || name.toLowerCase() === above);
}
function certificateFinding(name, certificates, { days, nowMs }) {
    const expected = `a certificate for at least ${days} more days`;
    const newest = certificates.filter((one) => covers(one, name)).sort((a, b) => b.expiresAtMs - a.expiresAtMs)[0];
    const remedy = `Check that the domain points at Vercel and that no CAA record forbids Let's Encrypt, then \`vercel certs issue ${name}\`.`;
    if (newest === undefined)
        return failed('certificate-missing', { what: name, measured: 'no certificate', expected, remedy });
    const left = Math.floor((newest.expiresAtMs - nowMs) / lines_domains_DAY_MS);
    const seeing = { what: name, measured: `${left} days left`, expected };
    return left >= days ? passed(seeing) : failed('certificate-ends-soon', { ...seeing, remedy });
}
function ofOwn(domains, look) {
    const own = domains.filter(isOwn);
    if (own.length === 0)
        return [gap('domains', 'the project has no domain of its own', 'Add it, or remove the line from the policy.')];
    return own.flatMap(look);
}
const domainLines = [
    line({
        key: 'vercel.domains',
        title: 'Domains of production',
        says: 'Domains that have to be verified domains of the project.',
        scope: VERCEL_SCOPES.project,
        source: DOMAINS,
        kind: kinds_names,
        forRelease: true,
        propose: ({ vercel }) => {
            if (vercel?.domains.kind !== 'read')
                return undefined;
            const names = vercel.domains.value.filter(isOwn).filter(({ redirect }) => redirect === undefined);
            return names.length === 0 ? undefined : names.map(({ name }) => name).sort();
        },
        judge: (wanted, { vercel }) => looking(vercel?.domains, { what: 'Domains of production', expected: list.show(wanted), missing: missingOf('vercel.domains') }, (domains) => wanted.map((name) => domainFinding(name, domains.find((one) => one.name === name)))),
    }),
    line({
        key: 'vercel.domains-configured',
        title: 'DNS of the domains points at Vercel',
        says: 'Whether the DNS of every domain of the project has to point at Vercel.',
        scope: VERCEL_SCOPES.team,
        source: 'https://vercel.com/docs/rest-api/domains/get-a-domain-s-configuration',
        kind: flag,
        propose: ({ vercel }) => (vercel?.domains.kind === 'read' && vercel.domains.value.some(isOwn) ? true : undefined),
        judge: (wanted, { vercel }) => wanted
            ? looking(vercel?.domains, { what: 'DNS of the domains', expected: 'points at Vercel', missing: missingOf('vercel.domains') }, (domains) => ofOwn(domains, ({ name }) => configuration(name, vercel?.configurations[name])))
            : [],
    }),
    line({
        key: 'vercel.certificate-days-left',
        title: 'Certificates of the domains',
        says: 'Days that the certificate of each domain of the project has to be valid for.',
        scope: VERCEL_SCOPES.team,
        source: 'https://vercel.com/docs/rest-api/certs/get-certs',
        kind: integer('days', 1),
        propose: ({ vercel }) => vercel?.certificates.kind === 'read' && vercel.domains.kind === 'read' && vercel.domains.value.some(isOwn)
            ? 14
            : undefined,
        judge: (days, { nowMs, vercel }) => {
            const about = {
                what: 'Certificates of the domains',
                expected: `at least ${days} days`,
                missing: missingOf('vercel.certificates'),
            };
            return looking(vercel?.domains, about, (domains) => looking(vercel?.certificates, about, (certificates) => ofOwn(domains, ({ name }) => [certificateFinding(name, certificates, { days, nowMs })])));
        },
    }),
    line({
        key: 'vercel.redirects',
        title: 'Redirects between domains',
        says: 'Domains that redirect to another, as DOMAIN: TARGET.',
        scope: VERCEL_SCOPES.project,
        source: DOMAINS,
        kind: map,
        propose: ({ vercel }) => {
            if (vercel?.domains.kind !== 'read')
                return undefined;
            const found = vercel.domains.value.flatMap(({ name, redirect }) => redirect === undefined ? [] : [[name, redirect]]);
            return found.length === 0 ? undefined : Object.fromEntries(found);
        },
        judge: (wanted, { vercel }) => looking(vercel?.domains, { what: 'Redirects between domains', expected: map.show(wanted), missing: missingOf('vercel.redirects') }, (domains) => Object.entries(wanted).map(([from, to]) => {
            const found = domains.find(({ name }) => name === from);
            const measured = found === undefined ? 'not a domain of the project' : (found.redirect ?? 'no redirect');
            const seeing = { what: from, measured, expected: to };
            return found?.redirect === to
                ? passed(seeing)
                : failed('redirect-differs', {
                    ...seeing,
                    remedy: `Set the redirect of ${from} to ${to} under Project > Settings > Domains.`,
                });
        })),
    }),
];
function configuration(name, part) {
    if (part === undefined)
        return [gap(name, 'its configuration was not read', 'Run the audit again.')];
    return looking(part, { what: name, expected: 'points at Vercel', missing: '' }, ({ configuredBy, misconfigured }) => {
        const measured = misconfigured ? 'does not point at Vercel' : `points at Vercel (${configuredBy ?? 'by proxy'})`;
        const seeing = { what: name, measured, expected: 'points at Vercel' };
        return [
            misconfigured
                ? failed('domain-misconfigured', {
                    ...seeing,
                    remedy: `Set the DNS records that \`vercel domains inspect ${name}\` prints.`,
                })
                : passed(seeing),
        ];
    });
}

;// CONCATENATED MODULE: ./packages/platform/lib/names.js
const SECRET_WORDS = /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PASSWD|PRIVATE|CREDENTIALS?|SERVICE_ROLE|SIGNING|ENCRYPTION|SALT|PEPPER|API_?KEY|ACCESS_KEY|SECRET_KEY|DATABASE_URL|POSTGRES_URL|CONNECTION_STRING|WEBHOOK_URL)(?:_|$)/i;
const PUBLIC_WORDS = /(?:^|_)(?:PUBLISHABLE|ANON|PUBLIC_KEY|SITE_KEY|MEASUREMENT)(?:_|$)/i;
const SHIPPED = /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|PUBLIC_|NUXT_PUBLIC_|EXPO_PUBLIC_)/;
function looksSecret(name) {
    const bare = name.replace(SHIPPED, '');
    return SECRET_WORDS.test(bare) && !PUBLIC_WORDS.test(bare);
}
function isShipped(name) {
    return SHIPPED.test(name);
}

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/lines-env.js





const lines_env_SOURCE = 'https://vercel.com/docs/rest-api/projects/retrieve-the-environment-variables-of-a-project-by-id-or-name';
const lines_env_DAY_MS = 86_400_000;
function ofVariables({ look, now, ...parts }) {
    return line({
        ...parts,
        scope: VERCEL_SCOPES.project,
        source: lines_env_SOURCE,
        propose: ({ vercel }) => (vercel?.env.kind === 'read' ? now(vercel.env.value) : undefined),
        judge: (wanted, { nowMs, vercel }) => looking(vercel?.env, { what: parts.title, expected: parts.kind.show(wanted), missing: missingOf(parts.key) }, (rows) => look(rows, wanted, nowMs)),
    });
}
const inTarget = (rows, target) => [
    ...new Set(rows.filter(({ gitBranch, targets }) => gitBranch === undefined && targets.includes(target)).map(({ key }) => key)),
];
function present(target) {
    return {
        key: `vercel.env-${target}`,
        title: `Environment variables for ${target}`,
        says: `Names of the variables that ${target} needs.`,
        kind: kinds_names,
        forRelease: target === 'production',
        now: (rows) => {
            const names = inTarget(rows, target);
            return names.length === 0 ? undefined : [...names].sort();
        },
        look: (rows, wanted) => {
            const there = inTarget(rows, target);
            return wanted.map((name) => {
                const seeing = { what: name, measured: there.includes(name) ? 'present' : 'missing', expected: 'present' };
                return there.includes(name)
                    ? passed(seeing)
                    : failed('variable-missing', { ...seeing, remedy: `Run \`vercel env add ${name} ${target}\`.` });
            });
        },
    };
}
function each(rows, good, wrong) {
    const found = rows.flatMap((row) => wrong(row) ?? []);
    return found.length > 0 ? found : [passed({ ...good, measured: `${rows.length} looked at` })];
}
const nameOf = ({ key, targets, gitBranch }) => `${key} (${[...targets, ...(gitBranch === undefined ? [] : [`branch ${gitBranch}`])].join(', ')})`;
const envLines = [
    ofVariables(present('production')),
    ofVariables(present('preview')),
    ofVariables({
        key: 'vercel.env-secrets-sensitive',
        title: 'Secrets are sensitive variables',
        says: 'Whether variables with a name like a secret have to be of the type Sensitive, whose value no one can read again.',
        kind: flag,
        now: () => true,
        look: (rows, wanted) => wanted
            ? each(rows.filter(({ key, targets, type }) => looksSecret(key) && type !== 'system' && !onlyDevelopment(targets)), { what: 'variables with a name like a secret', expected: 'type sensitive' }, (row) => row.type === 'sensitive'
                ? undefined
                : failed('secret-not-sensitive', {
                    what: nameOf(row),
                    measured: `type ${row.type}`,
                    expected: 'type sensitive',
                    remedy: `Remove it and add it again: \`vercel env add ${row.key} ${row.targets[0] ?? 'production'} --sensitive\`. Then create a new secret, since the old one could be read.`,
                }))
            : [],
    }),
    ofVariables({
        key: 'vercel.env-no-public-secrets',
        title: 'No secret reaches the browser',
        says: 'Whether no variable with a name like a secret may begin with NEXT_PUBLIC_ (or VITE_, REACT_APP_, and so on).',
        kind: flag,
        forRelease: true,
        now: () => true,
        look: (rows, wanted) => wanted
            ? each(rows.filter(({ key }) => isShipped(key)), { what: 'variables that a build writes into files for browsers', expected: 'no secret' }, (row) => looksSecret(row.key)
                ? failed('public-secret', {
                    what: nameOf(row),
                    measured: 'a name like a secret, in the files for browsers',
                    expected: 'no secret',
                    remedy: `Rename it without the prefix, use it on the server only, and create a new secret. Then \`vercel env rm ${row.key}\`.`,
                })
                : undefined)
            : [],
    }),
    ofVariables({
        key: 'vercel.env-preview-apart',
        title: 'Previews have their own secrets',
        says: 'Whether a secret of production may be a variable of previews too. The API shows that one variable serves both, never whether two have the same value.',
        kind: flag,
        now: () => true,
        look: (rows, wanted) => wanted
            ? each(rows.filter(({ key, type }) => looksSecret(key) && type !== 'system'), {
                what: 'variables with a name like a secret',
                expected: 'one variable for production, another for previews',
            }, (row) => row.targets.includes('production') && row.targets.some((one) => one !== 'production')
                ? failed('shared-with-preview', {
                    what: nameOf(row),
                    measured: `one variable for ${row.targets.join(', ')}`,
                    expected: 'one variable for production, another for previews',
                    remedy: `Limit ${row.key} to production, and add another with its own value: \`vercel env add ${row.key} preview --sensitive\`.`,
                })
                : undefined)
            : [],
    }),
    ofVariables({
        key: 'vercel.env-max-age-days',
        title: 'Age of secrets',
        says: 'Days after which a secret of production has to be replaced.',
        kind: integer('days', 1),
        now: () => 365,
        look: (rows, days, nowMs) => each(rows.filter(({ key, targets, type }) => looksSecret(key) && targets.includes('production') && type !== 'system'), { what: 'secrets of production', expected: `at most ${days} days old` }, (row) => {
            const expected = `at most ${days} days old`;
            if (row.updatedAtMs === undefined)
                return gap(nameOf(row), 'Vercel does not say when it was set', 'Set it again, and run the audit again.');
            const age = Math.floor((nowMs - row.updatedAtMs) / lines_env_DAY_MS);
            return age <= days
                ? undefined
                : failed('secret-too-old', {
                    what: nameOf(row),
                    measured: `${age} days old`,
                    expected,
                    remedy: `Create a new secret at its service, then \`vercel env update ${row.key} production --sensitive\` and deploy.`,
                });
        }),
    }),
];
function onlyDevelopment(targets) {
    return targets.length > 0 && targets.every((one) => one === 'development');
}

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/lines-guard.js




const FIREWALL = 'https://vercel.com/docs/rest-api/security/read-firewall-configuration';
const TEAM = 'https://vercel.com/docs/rest-api/teams/get-a-team';
function lines_guard_named(wanted, expected, look) {
    return wanted.map((what) => {
        const { good, measured, remedy } = look(what);
        return good ? passed({ what, measured, expected }) : failed('not-active', { what, measured, expected, remedy });
    });
}
function firewallLine(parts, now, look) {
    return line({
        ...parts,
        scope: VERCEL_SCOPES.team,
        source: FIREWALL,
        kind: kinds_names,
        propose: ({ vercel }) => {
            if (vercel?.firewall.kind !== 'read')
                return undefined;
            const found = now(vercel.firewall.value);
            return found.length === 0 ? undefined : found;
        },
        judge: (wanted, { vercel }) => looking(vercel?.firewall, { what: parts.title, expected: list.show(wanted), missing: missingOf(parts.key) }, (firewall) => look(firewall, wanted)),
    });
}
const isEnforced = ({ action, onlyLogs }) => action === 'rate_limit' && !onlyLogs;
function limitText(rule) {
    const { active, limit, windowSeconds } = rule;
    const how = isEnforced(rule) ? '' : ', and nothing is stopped';
    const much = limit === undefined ? 'no limit' : `${limit} requests in ${windowSeconds ?? '?'} s${how}`;
    return `${active ? 'active' : 'not active'}, ${much}`;
}
const BLOCKING = ['deny', 'challenge', 'rate_limit'];
const guardLines = [
    setting({
        key: 'vercel.firewall',
        title: 'Firewall of the project',
        says: 'Whether the firewall is on.',
        scope: VERCEL_SCOPES.team,
        source: FIREWALL,
        kind: flag,
        recommended: true,
        part: ({ vercel }) => vercel?.firewall,
        now: ({ enabled }) => enabled,
        remedy: (wanted) => `Turn it ${wanted ? 'on' : 'off'} under Project > Firewall, or PATCH /v1/security/firewall/config with {"action": "firewallEnabled", "value": ${wanted}}.`,
    }),
    firewallLine({
        key: 'vercel.firewall-managed-rules',
        title: 'Managed rules of the firewall',
        says: 'Managed rulesets that have to block or challenge: bot_protection, ai_bots, owasp.',
    }, ({ managed }) => Object.keys(managed).sort(), ({ managed }, wanted) => lines_guard_named(wanted, 'active, and not only logged', (name) => ({
        measured: managed[name] === undefined ? 'not active' : `action ${managed[name]}`,
        good: BLOCKING.includes(managed[name] ?? ''),
        remedy: `Set ${name} to challenge or deny under Project > Firewall > Rules.`,
    }))),
    firewallLine({
        key: 'vercel.firewall-owasp',
        title: 'Groups of the OWASP rules',
        says: 'Groups of the OWASP core rules that have to deny: sqli, xss, rce, lfi, rfi, php, java, gen, ma, sd, sf.',
    }, ({ owasp }) => Object.keys(owasp).sort(), ({ owasp }, wanted) => lines_guard_named(wanted, 'action deny', (name) => ({
        measured: owasp[name] === undefined ? 'not active' : `action ${owasp[name]}`,
        good: owasp[name] === 'deny',
        remedy: `Set the group ${name} to deny under Project > Firewall > Rules > OWASP Core Ruleset.`,
    }))),
    firewallLine({
        key: 'vercel.rate-limits',
        title: 'Rate limits of the firewall',
        says: 'Names of the firewall rules that limit requests, for sign-in and other costly routes.',
    }, ({ rules }) => rules.filter(({ active, limit }) => active && limit !== undefined).map(({ name }) => name), ({ rules }, wanted) => lines_guard_named(wanted, 'active, with a rate limit that is not only logged', (name) => {
        const rule = rules.find((one) => one.name === name);
        return {
            measured: rule === undefined ? 'no such rule' : limitText(rule),
            good: rule?.active === true && rule.limit !== undefined && isEnforced(rule),
            remedy: `Create or activate the rule "${name}" with a rate limit under Project > Firewall > Rules.`,
        };
    })),
    setting({
        key: 'vercel.firewall-bypasses',
        title: 'Addresses that are let past the firewall',
        says: 'Addresses that may be let past the firewall, and no others.',
        scope: VERCEL_SCOPES.team,
        source: FIREWALL,
        kind: list,
        ...onlyFrom,
        part: ({ vercel }) => vercel?.firewall,
        now: ({ bypasses }) => bypasses,
        remedy: () => 'Remove the others under Project > Firewall > Rules > IP Blocking.',
    }),
    line({
        key: 'vercel.drains',
        title: 'Drains of logs',
        says: 'Hosts that have to receive the logs of the project through a drain.',
        scope: VERCEL_SCOPES.team,
        source: 'https://vercel.com/docs/rest-api/drains/retrieve-a-list-of-all-drains',
        kind: kinds_names,
        propose: ({ vercel }) => {
            if (vercel?.drains.kind !== 'read')
                return undefined;
            const hosts = vercel.drains.value.flatMap(({ host, kinds }) => host !== undefined && kinds.includes('log') ? [host] : []);
            return hosts.length === 0 ? undefined : [...new Set(hosts)].sort();
        },
        judge: (wanted, { vercel }) => looking(vercel?.drains, { what: 'Drains of logs', expected: list.show(wanted), missing: missingOf('vercel.drains') }, (drains) => lines_guard_named(wanted, 'an enabled drain of logs', (host) => ({
            ...drainAt(drains, host),
            remedy: `Create or enable a drain of logs to ${host} under Team > Settings > Drains.`,
        }))),
    }),
    setting({
        key: 'vercel.webhook-hosts',
        title: 'Webhooks of the account',
        says: 'Hosts that webhooks of Vercel may call, and no others.',
        scope: VERCEL_SCOPES.team,
        source: 'https://vercel.com/docs/rest-api/webhooks/get-a-list-of-webhooks',
        kind: list,
        ...onlyFrom,
        part: ({ vercel }) => vercel?.webhooks,
        now: (webhooks) => [...new Set(webhooks.map(({ host }) => host))].sort(),
        remedy: () => 'Remove the others under Team > Settings > Webhooks.',
    }),
    setting({
        key: 'vercel.owners',
        title: 'Owners of the team',
        says: 'People who may be owners of the team, by username, and no others.',
        scope: VERCEL_SCOPES.owner,
        source: 'https://vercel.com/docs/rest-api/teams/list-team-members',
        kind: list,
        ...onlyFrom,
        part: ({ vercel }) => vercel?.members,
        now: (members) => members
            .filter(({ role }) => role === 'OWNER')
            .map(({ name }) => name)
            .sort(),
        remedy: () => 'Give the others a smaller role under Team > Settings > Members.',
    }),
    setting({
        key: 'vercel.members',
        title: 'Members of the team',
        says: 'People who may be in the team, by username, and no others.',
        scope: VERCEL_SCOPES.owner,
        source: 'https://vercel.com/docs/rest-api/teams/list-team-members',
        kind: list,
        ...onlyFrom,
        part: ({ vercel }) => vercel?.members,
        now: (members) => members.map(({ name }) => name).sort(),
        remedy: () => 'Remove the others under Team > Settings > Members, or add them to the policy.',
    }),
    setting({
        key: 'vercel.saml',
        title: 'Sign-in by SAML',
        says: 'Whether members have to sign in through your identity provider, where the second factor is enforced.',
        scope: VERCEL_SCOPES.team,
        source: TEAM,
        kind: flag,
        part: ({ vercel }) => vercel?.team,
        now: ({ samlEnforced }) => samlEnforced,
        remedy: (wanted) => `Turn "Require Team Members to log in with SAML" ${wanted ? 'on' : 'off'} under Team > Settings > Security & Privacy.`,
    }),
    setting({
        key: 'vercel.sensitive-by-policy',
        title: 'New variables are sensitive',
        says: 'Whether new variables of production and previews are always of the type Sensitive.',
        scope: VERCEL_SCOPES.team,
        source: TEAM,
        kind: flag,
        recommended: true,
        part: ({ vercel }) => vercel?.team,
        now: ({ sensitivePolicy }) => sensitivePolicy === 'on',
        remedy: (wanted) => `Turn "Enforce Sensitive Environment Variables" ${wanted ? 'on' : 'off'} under Team > Settings > Security & Privacy.`,
    }),
    setting({
        key: 'vercel.hide-ip-addresses',
        title: 'Addresses of visitors are hidden',
        says: 'Whether addresses of visitors are kept out of the dashboard and of drains.',
        scope: VERCEL_SCOPES.team,
        source: TEAM,
        kind: flag,
        part: ({ vercel }) => vercel?.team,
        now: ({ hidesAddresses, hidesAddressesInDrains }) => hidesAddresses && hidesAddressesInDrains,
        remedy: (wanted) => `Turn "IP Address Visibility" ${wanted ? 'off' : 'on'} under Team > Settings > Security & Privacy.`,
    }),
    line({
        key: 'vercel.second-factor',
        title: 'Second factor at Vercel',
        says: 'Whether members need a second factor. Its API does not say it, so this line is always reported as not verified.',
        scope: 'none: Vercel has no documented route',
        source: 'https://vercel.com/docs/two-factor-authentication',
        kind: flag,
        propose: () => undefined,
        judge: (wanted) => wanted
            ? [
                gap('Members of the team', "Vercel's description of its API says nothing of a second factor", 'Look under Team > Settings > Security & Privacy, and accept this line with an end date; vercel.saml can be seen.'),
            ]
            : [],
    }),
    line({
        key: 'vercel.alerts',
        title: 'Alert rules at Vercel',
        says: 'Alert rules that have to exist at Vercel. Its API does not describe them, so this line is always reported as not verified.',
        scope: 'none: Vercel has no documented route',
        source: 'https://vercel.com/docs/alerts',
        kind: kinds_names,
        propose: () => undefined,
        judge: (wanted) => wanted.map((name) => gap(`alert rule ${name}`, "Vercel's description of its API has no route for alert rules", 'Look under Project > Observability > Alerts, and accept this line with an end date.')),
    }),
];
function drainAt(drains, host) {
    const there = drains.filter((one) => one.host === host);
    const logs = there.filter(({ kinds }) => kinds.includes('log'));
    if (logs.some(({ status }) => status === 'enabled'))
        return { measured: 'enabled', good: true };
    if (logs[0] !== undefined)
        return { measured: logs[0].status, good: false };
    return { measured: there.length === 0 ? 'no drain to it' : 'a drain, but not of logs', good: false };
}

;// CONCATENATED MODULE: ./packages/platform/lib/regions.js
const VERCEL = {
    arn1: 'eu-north-1',
    bom1: 'ap-south-1',
    cdg1: 'eu-west-3',
    cle1: 'us-east-2',
    cpt1: 'af-south-1',
    dub1: 'eu-west-1',
    dxb1: 'me-central-1',
    fra1: 'eu-central-1',
    gru1: 'sa-east-1',
    hkg1: 'ap-east-1',
    hnd1: 'ap-northeast-1',
    iad1: 'us-east-1',
    icn1: 'ap-northeast-2',
    kix1: 'ap-northeast-3',
    lhr1: 'eu-west-2',
    pdx1: 'us-west-2',
    sfo1: 'us-west-1',
    sin1: 'ap-southeast-1',
    syd1: 'ap-southeast-2',
    yul1: 'ca-central-1',
};
function awsRegionOf(vercelRegion) {
    return VERCEL[vercelRegion];
}
function vercelRegionIn(awsRegion) {
    return Object.entries(VERCEL).find(([, aws]) => aws === awsRegion)?.[0];
}

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/lines-project.js





const lines_project_SOURCE = 'https://vercel.com/docs/rest-api/projects/find-a-project-by-id-or-name';
function lines_project_ofProject({ place, member, ...parts }) {
    return setting({
        ...parts,
        scope: VERCEL_SCOPES.project,
        source: lines_project_SOURCE,
        part: ({ vercel }) => vercel?.project,
        remedy: (wanted) => `Set it to ${parts.kind.show(wanted)} under Project > Settings > ${place}${member === undefined ? '' : `, or PATCH /v9/projects/PROJECT with "${member}"`}.`,
    });
}
const PROTECTIONS = [
    'none',
    'preview',
    'prod_deployment_urls_and_all_previews',
    'all_except_custom_domains',
    'all',
];
const projectLines = [
    lines_project_ofProject({
        key: 'vercel.repository',
        title: 'Connected repository of the Vercel project',
        says: 'Repository that is connected to the project, as OWNER/NAME.',
        kind: kinds_text,
        now: ({ repository }) => repository ?? 'none',
        place: 'Git',
    }),
    lines_project_ofProject({
        key: 'vercel.production-branch',
        title: 'Production branch at Vercel',
        says: 'Branch whose commits become production deployments.',
        kind: kinds_text,
        now: ({ productionBranch }) => productionBranch,
        place: 'Environments > Production',
    }),
    lines_project_ofProject({
        key: 'vercel.git-deployments',
        title: 'Deployments by pushes',
        says: 'Whether a push deploys. With Lockstep it is false: a push must not reach production past the gates.',
        kind: flag,
        now: ({ gitDeployments }) => gitDeployments,
        place: 'Git',
    }),
    lines_project_ofProject({
        key: 'vercel.verified-commits',
        title: 'Verified commits at Vercel',
        says: 'Whether commits have to be signed before Vercel deploys them.',
        kind: flag,
        now: ({ verifiedCommits }) => verifiedCommits,
        place: 'Git',
    }),
    lines_project_ofProject({
        key: 'vercel.auto-assign-domains',
        title: 'Automatic assignment of production domains',
        says: 'Whether a new production deployment takes the domains at once. With Lockstep it is false.',
        kind: flag,
        now: ({ autoAssignDomains }) => autoAssignDomains,
        place: 'Environments > Production',
        member: 'autoAssignCustomDomains',
    }),
    lines_project_ofProject({
        key: 'vercel.deployment-protection',
        title: 'Deployment Protection',
        says: `Deployments that need a sign-in: ${PROTECTIONS.join(', ')}.`,
        kind: word(PROTECTIONS),
        now: ({ deploymentProtection }) => PROTECTIONS.find((one) => one === deploymentProtection),
        holds: (now, wanted) => PROTECTIONS.indexOf(now) >= PROTECTIONS.indexOf(wanted),
        bound: 'at least',
        recommended: 'prod_deployment_urls_and_all_previews',
        place: 'Deployment Protection',
        member: 'ssoProtection',
    }),
    lines_project_ofProject({
        key: 'vercel.fork-protection',
        title: 'Fork protection',
        says: 'Whether pull requests from forks need an approval before Vercel builds them with your variables.',
        kind: flag,
        now: ({ forkProtection }) => forkProtection,
        recommended: true,
        place: 'Security',
        member: 'gitForkProtection',
    }),
    lines_project_ofProject({
        key: 'vercel.public-source',
        title: 'Public view of sources and logs',
        says: 'Whether everyone may see the source and the logs of deployments.',
        kind: flag,
        now: ({ publicSource }) => publicSource,
        recommended: false,
        place: 'Security',
        member: 'publicSource',
    }),
    lines_project_ofProject({
        key: 'vercel.directory-listing',
        title: 'Directory listing',
        says: 'Whether a directory without an index page lists its files.',
        kind: flag,
        now: ({ directoryListing }) => directoryListing,
        recommended: false,
        place: 'Advanced',
        member: 'directoryListing',
    }),
    lines_project_ofProject({
        key: 'vercel.node-version',
        title: 'Version of Node.js at Vercel',
        says: 'Version of Node.js that builds and runs the functions.',
        kind: kinds_text,
        forRelease: true,
        now: ({ nodeVersion }) => nodeVersion,
        place: 'Build and Deployment',
        member: 'nodeVersion',
    }),
    lines_project_ofProject({
        key: 'vercel.framework',
        title: 'Framework preset',
        says: 'Framework preset of the project.',
        kind: kinds_text,
        now: ({ framework }) => framework ?? 'other',
        place: 'Build and Deployment',
        member: 'framework',
    }),
    lines_project_ofProject({
        key: 'vercel.root-directory',
        title: 'Root directory at Vercel',
        says: 'Directory of the app in the repository; "." for the repository itself.',
        kind: kinds_text,
        forRelease: true,
        now: ({ rootDirectory }) => rootDirectory ?? '.',
        place: 'Build and Deployment',
        member: 'rootDirectory',
    }),
    lines_project_ofProject({
        key: 'vercel.regions',
        title: 'Regions of the functions',
        says: 'Regions in which the functions run.',
        kind: list,
        now: ({ regions }) => (regions.length === 0 ? undefined : regions),
        place: 'Functions',
        member: 'resourceConfig',
    }),
    lines_project_ofProject({
        key: 'vercel.skew-protection-seconds',
        title: 'Skew protection',
        says: 'How long a browser may stay on the deployment that it loaded, in seconds.',
        kind: integer('seconds'),
        ...atLeast,
        now: ({ skewProtectionSeconds }) => skewProtectionSeconds,
        place: 'Advanced',
        member: 'skewProtectionMaxAge',
    }),
    lines_project_ofProject({
        key: 'vercel.preview-retention-days',
        title: 'Retention of previews',
        says: 'Days after which preview deployments are deleted. Old previews hold old code with live data.',
        kind: integer('days', 1),
        ...line_atMost,
        now: ({ previewDays }) => previewDays,
        place: 'Security > Deployment Retention Policy',
    }),
    lines_project_ofProject({
        key: 'vercel.cron-jobs',
        title: 'Cron jobs',
        says: 'Cron jobs of the live deployment, as PATH: SCHEDULE.',
        kind: map,
        now: ({ crons, cronsEnabled }) => (cronsEnabled ? crons : {}),
        place: 'Cron Jobs, and vercel.json',
    }),
    line({
        key: 'vercel.near-database',
        title: 'Functions near the database',
        says: 'Whether a region of the functions has to be the region of the Supabase project.',
        scope: VERCEL_SCOPES.project,
        source: lines_project_SOURCE,
        kind: flag,
        propose: ({ vercel, supabase }) => vercel?.project.kind === 'read' && supabase?.project.kind === 'read' ? true : undefined,
        judge: (wanted, facts) => {
            const what = 'Functions near the database';
            const about = { what, expected: 'the same region', missing: missingOf('vercel.near-database') };
            if (!wanted)
                return [];
            return looking(facts.vercel?.project, about, ({ regions }) => looking(facts.supabase?.project, { ...about, missing: missingOf('supabase.region') }, ({ region }) => nearness(what, regions, region)));
        },
    }),
];
function nearness(what, regions, database) {
    const measured = `functions in ${regions.join(', ') || 'no region that is named'}, database in ${database}`;
    const expected = 'the same region';
    if (regions.some((one) => awsRegionOf(one) === database))
        return [passed({ what, measured, expected })];
    const unknown = regions.filter((one) => awsRegionOf(one) === undefined);
    if (unknown.length > 0 || regions.length === 0)
        return [gap(what, `where the region ${unknown.join(', ') || '(none)'} is, is not known`, 'Compare them by hand.')];
    const near = vercelRegionIn(database);
    const remedy = near === undefined
        ? 'Choose the region of Vercel that is nearest to the database under Project > Settings > Functions.'
        : `Add the region ${near} under Project > Settings > Functions.`;
    return [failed('far-from-database', { what, measured, expected, remedy })];
}

;// CONCATENATED MODULE: ./packages/platform/lib/vercel/lines.js




const vercelLines = [...domainLines, ...projectLines, ...envLines, ...guardLines];

;// CONCATENATED MODULE: ./packages/platform/lib/lines.js






const platformLines = [
    ...bundleLines,
    ...vercelLines,
    ...supabaseLines,
    ...githubLines,
    ...stripeLines,
    ...sentryLines,
];

// EXTERNAL MODULE: ./packages/base/lib/yaml.js
var yaml = __webpack_require__(910221);
// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
;// CONCATENATED MODULE: ./packages/platform/lib/policy/nearest.js
function nearest(given, names) {
    const found = names
        .map((name) => ({ name, away: distance(given.toLowerCase(), name) }))
        .sort((a, b) => a.away - b.away)[0];
    return found !== undefined && found.away <= Math.max(2, Math.floor(given.length / 4)) ? found.name : undefined;
}
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./packages/platform/lib/policy/read-policy.js



const read_policy_MOST_CHARACTERS = 256 * 1024;
function readPolicy(text, file, known) {
    const none = { lines: [], pinned: [] };
    if (text.length > read_policy_MOST_CHARACTERS)
        return { policy: none, problems: [`${file}: ${text.length} characters, at most ${read_policy_MOST_CHARACTERS} are read`] };
    try {
        const { data, lineOf } = (0,yaml/* readYaml */.g)({ LineCounter: dist.LineCounter, parseDocument: dist.parseDocument }, text, file);
        return new Reader(file, lineOf, known).read(data);
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        return { policy: none, problems: error.problems };
    }
}
class Reader {
    #problems = [];
    #file;
    #lineOf;
    #known;
    constructor(file, lineOf, known) {
        this.#file = file;
        this.#lineOf = lineOf;
        this.#known = known;
    }
    read(data) {
        const lines = [];
        let pinned = [];
        for (const [name, value] of this.#entries(data, [], 'expected sections like vercel: and supabase:')) {
            if (name === 'pinned')
                pinned = this.#pinned(value);
            else if (!this.#sections.includes(name))
                this.#unknown([name], [...this.#sections, 'pinned']);
            else
                lines.push(...this.#section(name, value));
        }
        return { policy: { lines, pinned }, problems: this.#problems };
    }
    get #sections() {
        return [...new Set(this.#known.map(({ key }) => key.slice(0, key.indexOf('.'))))];
    }
    #section(section, given) {
        const names = this.#known.flatMap(({ key }) => key.startsWith(`${section}.`) ? [key.slice(section.length + 1)] : []);
        return this.#entries(given, [section], `"${section}": expected lines below it`).flatMap(([name, value]) => {
            const path = [section, name];
            const line = this.#known.find(({ key }) => key === `${section}.${name}`);
            if (line === undefined)
                return this.#unknown(path, names);
            const demand = line.read(value);
            if (demand === undefined)
                return this.#complain(path, `"${line.key}": expected ${line.expected}`);
            return [{ line, demand, at: this.#at(path) }];
        });
    }
    #pinned(value) {
        if (Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== ''))
            return value;
        return this.#complain(['pinned'], '"pinned": expected a list of paths of a snapshot, like vercel.project.nodeVersion');
    }
    #unknown(path, names) {
        const [name = ''] = path.slice(-1);
        const meant = nearest(name, names);
        const advice = meant === undefined ? `known are ${[...names].sort().join(', ')}` : `did you mean "${meant}"?`;
        const where = path.length === 1 ? '' : ` in "${path[0]}"`;
        return this.#complain(path, `"${name}" is not known${where}; ${advice}`);
    }
    #entries(value, path, expected) {
        if (value === null || value === undefined)
            return [];
        return (0,fields/* isMap */.j)(value) ? Object.entries(value) : this.#complain(path, expected);
    }
    #at(path) {
        return this.#lineOf(path) ?? 1;
    }
    #complain(path, what) {
        this.#problems.push(`${this.#file}:${this.#at(path)}: ${what}`);
        return [];
    }
}

;// CONCATENATED MODULE: ./packages/platform/lib/audit.js

function auditPlatform(lines, facts, file) {
    const checks = [];
    const notVerified = [];
    for (const { at, demand, line } of lines) {
        const section = line.key.slice(0, line.key.indexOf('.'));
        const late = facts.unanswered?.[section];
        if (late !== undefined) {
            const remedy = 'Run the audit again.';
            notVerified.push({ id: line.key, what: line.title, because: late, remedy, chosen: false });
            continue;
        }
        for (const found of demand.judge(facts)) {
            if (found.kind === 'gap') {
                const { because, remedy } = whyNothing(facts, section) ?? found;
                const { what } = found;
                notVerified.push({ id: line.key, what, because, remedy, chosen: false });
                continue;
            }
            const { expected, measured, reason, remedy, verdict, what } = found;
            const where = file === undefined ? {} : { where: { file, line: at } };
            checks.push({ id: line.key, title: line.title, verdict, reason, what, ...where, measured, expected, remedy });
        }
    }
    return { checks, notVerified };
}

;// CONCATENATED MODULE: ./packages/platform/lib/read.js





async function read_readPlatform(world) {
    const vercel = world.vercel && (await readVercel(world.vercel.api, world.vercel.place));
    const supabase = world.supabase && (await readSupabase(world.supabase.api, world.supabase.ref));
    const github = world.github && (await readGitHub(world.github.api, world.github.environment));
    const stripe = world.stripe && (await readStripe(world.stripe.api, world.stripe.form));
    const sentry = world.sentry && (await readSentry(world.sentry.api, world.sentry.place));
    const bundle = await world.bundle?.();
    return {
        nowMs: world.nowMs,
        release: world.release,
        ...(world.unasked === undefined ? {} : { unasked: world.unasked }),
        ...(world.tokenNames === undefined ? {} : { tokenNames: world.tokenNames }),
        ...(vercel === undefined ? {} : { vercel }),
        ...(supabase === undefined ? {} : { supabase }),
        ...(github === undefined ? {} : { github }),
        ...(stripe === undefined ? {} : { stripe }),
        ...(sentry === undefined ? {} : { sentry }),
        ...(bundle === undefined ? {} : { bundle }),
    };
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/restore-github.js
const SERVICE = 'github';
function githubSteps(wanted) {
    const { changes, parts, place } = wanted;
    const base = `/repos/${place.repository}`;
    const changed = (part) => changes.some(({ path }) => path === `${SERVICE}.${part}` ||
        path.startsWith(`${SERVICE}.${part}.`) ||
        path.startsWith(`${SERVICE}.${part}[`));
    const request = (method, path, body) => ({
        kind: 'request',
        method,
        path: `${base}${path}`,
        values: [],
        ...(body === undefined ? {} : { body }),
    });
    const step = (what, how, paths) => ({
        service: SERVICE,
        what,
        how,
        paths,
    });
    const on = (part, what, path) => changed(part) && parts[part] === true ? [step(what, request('PUT', path), [`${SERVICE}.${part}`])] : [];
    const actions = (parts['actions'] ?? {});
    const workflow = (parts['workflow'] ?? {});
    return [
        ...rulesetSteps(wanted).map(({ body, name }) => step(`ruleset ${name}`, request('POST', '/rulesets', body), [pathOf('rulesets', name), 'github.rules'])),
        ...(changed('actions')
            ? [
                step('what Actions may run', request('PUT', '/actions/permissions', {
                    enabled: actions['enabled'],
                    ...(actions['enabled'] === true ? { allowed_actions: actions['allowed'] } : {}),
                    sha_pinning_required: actions['shaPinning'],
                }), ['github.actions']),
                ...(actions['allowed'] === 'selected'
                    ? [
                        step('patterns of actions that may run', request('PUT', '/actions/permissions/selected-actions', {
                            github_owned_allowed: actions['githubOwned'],
                            verified_allowed: actions['verifiedCreators'],
                            patterns_allowed: actions['patterns'],
                        }), ['github.actions']),
                    ]
                    : []),
            ]
            : []),
        ...(changed('workflow')
            ? [
                step('default of the token of workflows', request('PUT', '/actions/permissions/workflow', {
                    default_workflow_permissions: workflow['tokenWrites'] === true ? 'write' : 'read',
                    can_approve_pull_request_reviews: workflow['approvesPullRequests'],
                }), ['github.workflow']),
            ]
            : []),
        ...(changed('forkApproval') && typeof parts['forkApproval'] === 'string'
            ? [
                step('approval of workflows from forks', request('PUT', '/actions/permissions/fork-pr-contributor-approval', {
                    approval_policy: parts['forkApproval'],
                }), ['github.forkApproval']),
            ]
            : []),
        ...on('immutableReleases', 'immutable releases', '/immutable-releases'),
        ...on('dependabotAlerts', 'Dependabot alerts', '/vulnerability-alerts'),
        ...on('dependabotUpdates', 'Dependabot security updates', '/automated-security-fixes'),
        ...on('vulnerabilityReports', 'private reports of vulnerabilities', '/private-vulnerability-reporting'),
        ...(changed('codeScanning')
            ? [
                step('code scanning', request('PATCH', '/code-scanning/default-setup', {
                    state: parts['codeScanning'] === true ? 'configured' : 'not-configured',
                }), ['github.codeScanning']),
            ]
            : []),
        ...scanning(wanted).map((body) => step('secret scanning', request('PATCH', '', { security_and_analysis: body }), [
            'github.repository.secretScanning',
            'github.repository.pushProtection',
        ])),
        ...environments(wanted).map(({ body, name }) => step(`environment ${name}`, request('PUT', `/environments/${encodeURIComponent(name)}`, body), [
            pathOf('environments', name),
        ])),
    ];
}
function pathOf(part, name) {
    return /^[\w-]+$/.test(name) ? `${SERVICE}.${part}.${name}` : `${SERVICE}.${part}[${name}]`;
}
function rulesetSteps({ changes, parts }) {
    return Object.entries((parts['rulesets'] ?? {}))
        .filter(([name]) => changes.some(({ before, path }) => path === pathOf('rulesets', name) && before === undefined))
        .map(([name, ruleset]) => ({
        name,
        body: {
            name,
            target: 'branch',
            enforcement: ruleset['enforcement'],
            conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
            rules: Object.entries((ruleset['rules'] ?? {})).map(([type, parameters]) => ({
                type,
                ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
            })),
            bypass_actors: (ruleset['bypassActors'] ?? []).map(actorOf),
        },
    }));
}
function actorOf(text) {
    const [actor_type = '', ...rest] = text.split(' ');
    const id = rest.length > 1 ? Number(rest[0]) : null;
    return { actor_type, actor_id: id, bypass_mode: rest.at(-1) };
}
function scanning({ changes, parts }) {
    const { pushProtection, secretScanning } = (parts['repository'] ?? {});
    const isChanged = changes.some(({ path }) => /^github\.repository\.(?:secretScanning|pushProtection)$/.test(path));
    if (!isChanged || typeof secretScanning !== 'boolean')
        return [];
    const status = (on) => ({ status: on === true ? 'enabled' : 'disabled' });
    return [{ secret_scanning: status(secretScanning), secret_scanning_push_protection: status(pushProtection) }];
}
function environments({ changes, parts }) {
    return Object.entries((parts['environments'] ?? {}))
        .filter(([name]) => changes.some(({ path }) => path === pathOf('environments', name) || path.startsWith(`${pathOf('environments', name)}.`)))
        .map(([name, { branches, preventsSelfReview, reviewerIds, waitMinutes }]) => ({
        name,
        body: {
            wait_timer: waitMinutes,
            prevent_self_review: preventsSelfReview,
            reviewers: reviewerIds.map((one) => {
                const [type, id] = one.split(' ');
                return { type, id: Number(id) };
            }),
            deployment_branch_policy: branches === 'all'
                ? null
                : { protected_branches: branches === 'protected', custom_branch_policies: branches === 'custom' },
        },
    }));
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/restore-supabase.js
const restore_supabase_SERVICE = 'supabase';
function supabaseSteps({ changes, parts, place }) {
    const base = `/v1/projects/${place.supabaseRef}`;
    const has = (part) => changes.some(({ path }) => path.startsWith(`${restore_supabase_SERVICE}.${part}.`));
    const auth = changes.flatMap(({ after, path }) => {
        const name = path.startsWith('supabase.auth.') ? path.slice('supabase.auth.'.length) : '';
        return name === '' || name === 'custom_smtp' || after === undefined ? [] : [[name, after]];
    });
    const steps = [];
    const request = (part, what, { path, ...how }) => {
        steps.push({
            service: restore_supabase_SERVICE,
            what,
            how: { kind: 'request', path: `${base}${path}`, values: [], ...how },
            paths: [`${restore_supabase_SERVICE}.${part}`],
        });
    };
    if (has('ssl'))
        request('ssl', 'enforcement of TLS', {
            method: 'PUT',
            path: '/ssl-enforcement',
            body: { requestedConfig: { database: parts['ssl']['enforced'] } },
        });
    if (has('network')) {
        const allowed = parts['network']['allowed'];
        request('network', 'addresses that may reach the database', {
            method: 'POST',
            path: '/network-restrictions/apply',
            body: {
                dbAllowedCidrs: allowed.filter((one) => !one.includes(':')),
                dbAllowedCidrsV6: allowed.filter((one) => one.includes(':')),
            },
        });
    }
    if (auth.length > 0)
        steps.push({
            service: restore_supabase_SERVICE,
            what: 'authentication settings',
            how: {
                kind: 'request',
                method: 'PATCH',
                path: `${base}/config/auth`,
                body: Object.fromEntries(auth),
                values: [],
            },
            paths: auth.map(([name]) => `supabase.auth.${name}`),
        });
    if (has('dataApi')) {
        const { maxRows, schemas } = parts['dataApi'];
        request('dataApi', 'settings of the Data API', {
            method: 'PATCH',
            path: '/postgrest',
            body: {
                db_schema: schemas.join(','),
                ...(typeof maxRows === 'number' ? { max_rows: maxRows } : {}),
            },
        });
    }
    if (has('keys'))
        request('keys', 'API keys of the old kind', {
            method: 'PUT',
            path: '/api-keys/legacy',
            query: { enabled: String(parts['keys']['legacyEnabled']) },
        });
    return steps;
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/restore-vercel.js
const restore_vercel_SERVICE = 'vercel';
const PATCHED = {
    autoAssignDomains: (value) => ({ autoAssignCustomDomains: value }),
    buildCommand: (value) => ({ buildCommand: value }),
    deploymentProtection: (value) => ({ ssoProtection: value === 'none' ? null : { deploymentType: value } }),
    directoryListing: (value) => ({ directoryListing: value }),
    forkProtection: (value) => ({ gitForkProtection: value }),
    framework: (value) => ({ framework: value }),
    installCommand: (value) => ({ installCommand: value }),
    nodeVersion: (value) => ({ nodeVersion: value }),
    outputDirectory: (value) => ({ outputDirectory: value }),
    publicSource: (value) => ({ publicSource: value }),
    regions: (value) => ({ resourceConfig: { functionDefaultRegions: value } }),
    rootDirectory: (value) => ({ rootDirectory: value }),
    skewProtectionSeconds: (value) => ({ skewProtectionMaxAge: value }),
};
const restore_vercel_TEAM = {
    hidesAddresses: (value) => ({ hideIpAddresses: value }),
    hidesAddressesInDrains: (value) => ({ hideIpAddressesInLogDrains: value }),
    sensitivePolicy: (value) => ({ sensitiveEnvironmentVariablePolicy: value }),
};
function vercelSteps(wanted) {
    const { parts, place } = wanted;
    const scope = place.vercelTeam === '' ? {} : { [place.vercelTeam.startsWith('team_') ? 'teamId' : 'slug']: place.vercelTeam };
    const project = encodeURIComponent(place.vercelProject);
    return [
        ...patch(wanted, 'project', PATCHED, { what: 'settings of the project', path: `/v9/projects/${project}`, scope }),
        ...added(wanted, 'env').map(({ name, value }) => {
            const { gitBranch, key, targets, type } = value;
            const secret = restore_vercel_variableOf(String(key));
            return {
                service: restore_vercel_SERVICE,
                what: `environment variable ${name}`,
                how: {
                    kind: 'request',
                    method: 'POST',
                    path: `/v10/projects/${project}/env`,
                    query: scope,
                    body: { key, value: `$${secret}`, type, target: targets, ...(gitBranch === undefined ? {} : { gitBranch }) },
                    values: [secret],
                },
                paths: [restore_vercel_pathOf('env', name)],
            };
        }),
        ...added(wanted, 'domains').map(({ name, value }) => ({
            service: restore_vercel_SERVICE,
            what: `domain ${name}`,
            how: {
                kind: 'request',
                method: 'POST',
                path: `/v10/projects/${project}/domains`,
                query: scope,
                body: {
                    name,
                    ...(value['gitBranch'] === undefined ? {} : { gitBranch: value['gitBranch'] }),
                    ...(value['redirect'] === undefined ? {} : { redirect: value['redirect'] }),
                    ...(value['redirectStatus'] === undefined ? {} : { redirectStatusCode: value['redirectStatus'] }),
                },
                values: [],
            },
            paths: [restore_vercel_pathOf('domains', name)],
        })),
        ...firewall(wanted, parts['firewall'], scope),
        ...patch(wanted, 'team', restore_vercel_TEAM, {
            what: 'settings of the team',
            path: `/v2/teams/${encodeURIComponent(place.vercelTeam)}`,
            scope: {},
        }),
    ];
}
function patch({ changes }, part, members, to) {
    const set = Object.entries(members).flatMap(([name, body]) => {
        const path = `${restore_vercel_SERVICE}.${part}.${name}`;
        const change = changes.find((one) => one.path === path);
        return change === undefined ? [] : [{ path, body: body(change.after ?? null) }];
    });
    if (set.length === 0)
        return [];
    const body = Object.assign({}, ...set.map((one) => one.body));
    const how = { kind: 'request', method: 'PATCH', path: to.path, query: to.scope, body, values: [] };
    return [{ service: restore_vercel_SERVICE, what: to.what, how, paths: set.map(({ path }) => path) }];
}
function added({ changes, parts }, part) {
    return Object.entries((parts[part] ?? {}))
        .filter(([name]) => changes.some(({ before, path }) => path === restore_vercel_pathOf(part, name) && before === undefined))
        .map(([name, value]) => ({ name, value }));
}
function restore_vercel_pathOf(part, name) {
    return /^[\w-]+$/.test(name) ? `${restore_vercel_SERVICE}.${part}.${name}` : `${restore_vercel_SERVICE}.${part}[${name}]`;
}
function firewall({ changes, place }, wanted, scope) {
    if (wanted === undefined || !changes.some(({ path }) => path.startsWith('vercel.firewall')))
        return [];
    const rules = Object.values((wanted['rules'] ?? {}));
    const active = (groups) => Object.fromEntries(Object.entries((groups ?? {})).map(([name, action]) => [name, { active: true, action }]));
    const whole = rules.filter((rule) => rule['whole'] === true);
    return [
        {
            service: restore_vercel_SERVICE,
            what: 'firewall of the project',
            how: {
                kind: 'request',
                method: 'PUT',
                path: '/v1/security/firewall/config',
                query: { projectId: place.vercelProject, ...scope },
                body: {
                    firewallEnabled: wanted['enabled'],
                    managedRules: active(wanted['managed']),
                    crs: active(wanted['owasp']),
                    rules: whole.map((rule) => rule['definition']),
                    ips: (wanted['bypasses'] ?? []).map((ip) => ({ hostname: '*', ip, action: 'bypass' })),
                },
                values: [],
            },
            paths: ['vercel.firewall'],
        },
        ...rules
            .filter((rule) => rule['whole'] !== true)
            .map((rule) => {
            const name = String(rule['definition']['name']);
            return {
                service: restore_vercel_SERVICE,
                what: `firewall rule ${name}`,
                how: {
                    kind: 'manual',
                    setting: `Create the rule "${name}": the values of its headers, cookies or queries are in no snapshot.`,
                },
                paths: [],
            };
        }),
    ];
}
function restore_vercel_variableOf(key) {
    return `VALUE_OF_${key.replace(/\W/g, '_')}`;
}

;// CONCATENATED MODULE: ./packages/platform/lib/state/restore.js




function planRestore(wanted, now, place) {
    const changes = compareSnapshots(now, wanted);
    const of = (service, plan) => {
        const parts = wanted.services[service];
        const own = changes.filter(({ path }) => path.startsWith(`${service}.`));
        if (parts === undefined || own.length === 0)
            return [];
        const steps = plan({ changes: own, parts, place });
        const done = steps.flatMap(({ paths }) => paths);
        const left = own.filter(({ path }) => !done.some((one) => path === one || restore_isBelow(path, one)));
        return [...steps, ...left.map(manual)];
    };
    return [
        ...of('supabase', supabaseSteps),
        ...of('github', githubSteps),
        ...of('vercel', vercelSteps),
        ...of('stripe', () => []),
        ...of('sentry', () => []),
    ];
}
function restore_isBelow(path, above) {
    return path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}
function manual({ after, path }) {
    const service = path.slice(0, path.indexOf('.'));
    return {
        service,
        what: path,
        how: {
            kind: 'manual',
            setting: after === undefined
                ? `Decide whether ${path} stays: the snapshot does not have it.`
                : `Set ${path} to ${JSON.stringify(after)}.`,
        },
        paths: [path],
    };
}
const restore_TOKENS = {
    vercel: { url: 'https://api.vercel.com', token: 'VERCEL_TOKEN' },
    supabase: { url: 'https://api.supabase.com', token: 'SUPABASE_ACCESS_TOKEN' },
    github: { url: 'https://api.github.com', token: 'GITHUB_TOKEN' },
};
function partsNotPlanned(wanted, now) {
    const leftOut = partsLeftOut(wanted, now);
    return partsNotCompared(wanted, now).filter((part) => !leftOut.includes(part));
}
function restoreText(steps, notPlanned) {
    const unknown = notPlanned.map((part) => `# Not planned, since it could not be read: ${part}\n`).join('');
    if (steps.length === 0 && notPlanned.length === 0)
        return '# Everything is set as in the snapshot: nothing to do.\n';
    const all = steps.map((step, at) => `# ${at + 1}. ${step.service}: ${step.what}\n${commandOf(step)}\n`);
    return [unknown, ...all].filter((text) => text !== '').join('\n');
}
function commandOf({ how, service }) {
    if (how.kind === 'manual')
        return `# By hand: ${how.setting}`;
    const { token, url } = restore_TOKENS[service] ?? { url: '', token: 'TOKEN' };
    const query = new URLSearchParams(how.query).toString();
    const address = `${url}${how.path}${query === '' ? '' : `?${query}`}`;
    const body = how.body === undefined
        ? ''
        : ` \\\n  -H 'content-type: application/json' \\\n  -d ${quoted(JSON.stringify(how.body), how.values)}`;
    return `curl --fail-with-body -X ${how.method} '${address}' \\\n  -H "authorization: Bearer $${token}"${body}`;
}
function quoted(text, values) {
    const literal = `'${text.replaceAll("'", `'\\''`)}'`;
    return values.reduce((all, name) => all.replaceAll(`$${name}`, `'"$${name}"'`), literal);
}

// EXTERNAL MODULE: ./packages/cli/lib/files.js
var files = __webpack_require__(110354);
// EXTERNAL MODULE: ./packages/cli/lib/paths.js
var paths = __webpack_require__(385464);
// EXTERNAL MODULE: ./packages/cli/lib/tell-checks.js
var tell_checks = __webpack_require__(106447);
// EXTERNAL MODULE: ./packages/github/lib/client.js
var lib_client = __webpack_require__(598035);
// EXTERNAL MODULE: ./packages/base/lib/service-api.js
var service_api = __webpack_require__(744302);
// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __webpack_require__(1027241);
;// CONCATENATED MODULE: ./packages/platform/lib/json-api.js

function createJsonApi(options) {
    const { clock, headers, log, service, signal } = options;
    const once = async (path, query) => {
        const url = (0,service_api/* serviceUrl */.R)(options.apiUrl, path);
        for (const [name, value] of Object.entries(query))
            url.searchParams.append(name, value);
        const what = `GET ${url.pathname}`;
        const { body, header, status } = await (0,service_api/* askService */.x)(service, options, { method: 'GET', url, headers });
        if (status !== 200)
            throw refusal(options, what, { header, status });
        if (body === undefined)
            throw new errors/* RemoteError */.Hi(`${service}: ${what}: the answer is not JSON`, { service, retryable: true });
        return { body, link: header('link') ?? '' };
    };
    const read = (path, query) => (0,retry/* retry */.L5)(() => once(path, query), retry/* defaultRetry */.iU, {
        clock,
        signal,
        onRetry: (_error, attempt) => log.debug(`${service}: GET ${path}: try ${attempt} failed`),
    });
    return {
        read: async (path, query = {}) => (await read(path, query)).body,
        readPages: async (path, query, most) => {
            const items = [];
            let cursor;
            for (let page = 0; page < most; page++) {
                const { body, link } = await read(path, cursor === undefined ? query : { ...query, cursor });
                if (!Array.isArray(body))
                    throw new errors/* RemoteError */.Hi(`${service}: GET ${path}: the answer is no list`, { service, retryable: false });
                items.push(...body);
                const next = nextCursor(link);
                if (next === undefined || next === cursor)
                    return { items, whole: next === undefined };
                cursor = next;
            }
            return { items, whole: false };
        },
    };
}
function nextCursor(link) {
    const next = link.split(/,\s*(?=<)/).find((one) => one.includes('rel="next"') && one.includes('results="true"'));
    return /cursor="([\w:-]{1,200})"/.exec(next ?? '')?.[1];
}
function refusal({ clock, service }, what, answer) {
    const { header, status } = answer;
    const retryAfterMs = (0,retry/* parseRetryAfter */.mu)(header('retry-after'), clock.now());
    return new errors/* RemoteError */.Hi(`${service}: ${what}: HTTP ${status}`, {
        service,
        status,
        retryable: status === 408 || status === 429 || status >= 500,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
;// CONCATENATED MODULE: ./packages/platform/lib/bundle/scan.js
const PLACEHOLDER = '[SENSITIVE]';
const REFERENCE = /\b([a-z]{20})\.supabase\.(?:co|in)\b/g;
const SERVER_KEY = /\b(?:sb_secret_[A-Za-z0-9_-]{8,}|(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{8,})/;
const TOKEN = /\beyJ[A-Za-z0-9_-]{8,}\.(eyJ[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]{8,}/g;
function scanBundle(from, files) {
    const refs = new Set();
    for (const { text } of files)
        for (const [, ref = ''] of text.matchAll(REFERENCE))
            refs.add(ref);
    return {
        from,
        files: files.length,
        supabaseRefs: [...refs].sort(),
        withPlaceholder: files.filter(({ text }) => text.includes(PLACEHOLDER)).map(({ name }) => name),
        withServerKey: files.filter(({ text }) => hasServerKey(text)).map(({ name }) => name),
    };
}
function hasServerKey(text) {
    return SERVER_KEY.test(text) || [...text.matchAll(TOKEN)].some(([, claims = '']) => isServiceRole(claims));
}
function isServiceRole(claims) {
    try {
        return (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')).role === 'service_role');
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/platform/lib/bundle/read.js





const MOST_FILES = 5_000;
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_SCRIPTS = 60;
const MOST_SCRIPT_BYTES = 8 * 1024 * 1024;
const LOADED = /\.(?:[cm]?js|html|rsc)$|\b_next[\\/]data[\\/].*\.json$/;
const SCRIPT = /\.(?:[cm]?js|html)$/;
function readBundleDirectory(directory) {
    try {
        const names = (0,external_node_fs_.readdirSync)(directory, { recursive: true, encoding: 'utf8' })
            .filter((name) => LOADED.test(name))
            .filter((name) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(directory, name)).isFile())
            .sort();
        if (!names.some((name) => SCRIPT.test(name)))
            return withheld(`${directory} holds no script`, PASS_BUILD);
        if (names.length > MOST_FILES)
            return withheld(`${directory} holds more than ${MOST_FILES} files`, 'Pass a smaller directory.');
        let bytes = 0;
        const files = [];
        for (const name of names) {
            const path = (0,external_node_path_.join)(directory, name);
            bytes += (0,external_node_fs_.statSync)(path).size;
            if (bytes > MOST_BYTES)
                return withheld(`${directory} is larger than is read`, 'Pass a smaller directory.');
            files.push({ name: name.split(external_node_path_.sep).join('/'), text: (0,external_node_fs_.readFileSync)(path, 'utf8') });
        }
        return { kind: 'read', value: scanBundle(directory, files) };
    }
    catch {
        return withheld(`${directory} cannot be read`, PASS_BUILD);
    }
}
const PASS_BUILD = 'Pass the directory of the build, like .vercel/output/static.';
async function readServedBundle(served) {
    const page = await load(served, served.url);
    if (page === undefined)
        return { kind: 'no-answer', because: `${served.url.host} did not answer with a page` };
    const scripts = [
        ...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)=["']([^"']+\.m?js(?:\?[^"']*)?)["']/g),
    ].flatMap(([, address = '']) => (URL.canParse(address, served.url.href) ? [new URL(address, served.url)] : []));
    const own = [
        ...new Map(scripts.filter(({ origin }) => origin === served.url.origin).map((url) => [url.href, url])).values(),
    ];
    if (own.length === 0)
        return withheld(`the page loads no script of ${served.url.host}`, 'Pass `bundle-directory` instead.');
    if (own.length > MOST_SCRIPTS)
        return withheld(`the page loads more than ${MOST_SCRIPTS} scripts`, 'Pass `bundle-directory` instead.');
    const texts = await atMost(4, own, (url) => load(served, url));
    if (texts.includes(undefined))
        return { kind: 'no-answer', because: `a script of ${served.url.host} could not be loaded` };
    const files = own.map((url, at) => ({ name: url.pathname, text: texts[at] ?? '' }));
    return { kind: 'read', value: scanBundle(served.url.host, [{ name: served.url.pathname, text: page }, ...files]) };
}
async function load(served, url) {
    const { clock, signal, timeoutMs, bypass } = served;
    try {
        return await (0,deadline/* withDeadline */.N)(`GET ${url.pathname}`, timeoutMs, async (inner) => {
            const headers = bypass === '' ? {} : { 'x-vercel-protection-bypass': bypass };
            const response = await served.fetch(url, { redirect: 'manual', signal: inner, headers });
            if (response.status !== 200)
                return undefined;
            return await firstBytes(response, MOST_SCRIPT_BYTES);
        }, { clock, signal });
    }
    catch {
        if (signal.aborted)
            throw signal.reason;
        return undefined;
    }
}
async function firstBytes({ body }, most) {
    if (body === null)
        return '';
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let bytes = 0;;) {
        const { done, value } = await reader.read();
        if (done)
            return text + decoder.decode();
        bytes += value.byteLength;
        if (bytes > most) {
            await reader.cancel();
            return undefined;
        }
        text += decoder.decode(value, { stream: true });
    }
}
function withheld(because, remedy) {
    return { kind: 'withheld', because, remedy };
}

// EXTERNAL MODULE: ./packages/supabase/lib/client.js + 3 modules
var client = __webpack_require__(830633);
;// CONCATENATED MODULE: ./packages/vercel/lib/answer.js

function answer_listAt(value, ...path) {
    const found = (0,json_path.at)(value, ...path);
    return Array.isArray(found) ? found : undefined;
}
function answer_textsAt(value, ...path) {
    const found = at(value, ...path);
    if (typeof found !== 'object' || found === null)
        return {};
    return Object.fromEntries(Object.entries(found).filter((entry) => typeof entry[1] === 'string'));
}
function answer_needed(found, member, of) {
    if (found !== undefined)
        return found;
    throw new RemoteError(`Vercel's answer for ${of} has no "${member}"`, { service: 'Vercel', retryable: true });
}

;// CONCATENATED MODULE: ./packages/vercel/lib/failure.js

function failureOf(what, answer, nowMs) {
    const { status } = answer;
    const code = (0,json_path/* textAt */.$)(answer.body, 'error', 'code') ?? (0,json_path/* textAt */.$)(answer.body, 'code');
    const words = (0,json_path/* textAt */.$)(answer.body, 'error', 'message') ?? (0,json_path/* textAt */.$)(answer.body, 'message') ?? wordsFor(status);
    const requestId = answer.header('x-vercel-id');
    const retryAfterMs = retryAfterOf(answer, nowMs);
    const hint = hintFor(status, code);
    return new errors/* RemoteError */.Hi(`Vercel: ${what}: ${words}`, {
        service: 'Vercel',
        status,
        retryable: status === 408 || status === 429 || status >= 500,
        ...(code === undefined ? {} : { code }),
        ...(requestId === null ? {} : { requestId }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function notJson(what, answer) {
    return new errors/* RemoteError */.Hi(`Vercel: ${what}: the answer is not JSON`, {
        service: 'Vercel',
        status: answer.status,
        retryable: true,
        hint: 'check vercel-api-url and any proxy in between',
    });
}
function retryAfterOf(answer, nowMs) {
    const header = (0,retry/* parseRetryAfter */.mu)(answer.header('retry-after'), nowMs);
    if (header !== undefined || answer.status !== 429)
        return header;
    const resetMs = (0,json_path/* numberAt */.t)(answer.body, 'error', 'limit', 'resetMs');
    const resetSeconds = (0,json_path/* numberAt */.t)(answer.body, 'error', 'limit', 'reset');
    const reset = resetMs ?? (resetSeconds === undefined ? undefined : resetSeconds * 1_000);
    return reset === undefined ? undefined : Math.max(0, reset - nowMs);
}
function wordsFor(status) {
    if (status >= 300 && status < 400)
        return 'a redirect, which is not followed because it could send the token to another host';
    return status >= 500 ? 'Vercel returned a server error' : 'refused';
}
const HINTS = {
    too_many_files: 'set upload-archive: tgz',
    missing_project_settings: 'the project does not exist under that name: check vercel-project and vercel-team',
    builds_rate_limited: 'the plan allows no more builds for now',
    'api-deployments-free-per-day': 'the plan allows no more deployments today',
};
function hintFor(status, code) {
    const known = HINTS[code ?? ''];
    if (known !== undefined)
        return known;
    if (code?.startsWith('api-upload') === true)
        return 'the plan allows no more uploads for now: set upload-archive: tgz';
    if (status >= 300 && status < 400)
        return 'check vercel-api-url';
    if (status === 401 || code === 'not_authenticated' || code === 'invalid_token')
        return 'vercel-token is not accepted: create a new one and store it as a secret';
    if (status === 403)
        return 'the token must have access to the project, and vercel-team must be the team that owns it';
    if (status === 404)
        return 'check the id, vercel-project and vercel-team: what belongs to another team answers 404 too';
    if (status === 402)
        return 'the plan of the team does not allow it';
    return undefined;
}

;// CONCATENATED MODULE: ./packages/vercel/lib/client.js



const VERCEL_API = 'https://api.vercel.com';
const PAGE = 100;
const client_MOST_PAGES = 200;
function createVercelClient(options) {
    const { clock, log, signal, random } = options;
    const policy = options.retry ?? retry/* defaultRetry */.iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} again in ${Math.round(delayMs)} ms`),
    };
    async function send(method, path, query, body) {
        const url = address(options, path, query);
        const answer = await (0,service_api/* askService */.x)('Vercel', options, { method, url, headers: body?.headers, body: body?.bytes });
        return answer.text.trim() === '' ? { ...answer, body: {} } : answer;
    }
    async function once(method, path, query, body) {
        const answer = await send(method, path, query, body);
        if (answer.status < 200 || answer.status >= 300)
            throw failureOf(`${method} ${path}`, answer, clock.now());
        return answer;
    }
    const read = (path, query = {}) => (0,retry/* retry */.L5)(async () => {
        const answer = await once('GET', path, query);
        if (answer.body === undefined)
            throw notJson(`GET ${path}`, answer);
        return answer.body;
    }, policy, tools);
    return {
        clock,
        log,
        signal,
        read,
        async readAll(path, member, query = {}) {
            const items = [];
            let until;
            for (let asked = 0; asked < client_MOST_PAGES; asked++) {
                const answer = await read(path, { ...query, limit: PAGE, until });
                const page = answer_listAt(answer, member);
                if (page === undefined)
                    throw new errors/* RemoteError */.Hi(`Vercel: GET ${path}: no list "${member}" in the answer`, {
                        service: 'Vercel',
                        retryable: false,
                    });
                items.push(...page);
                const next = (0,json_path/* numberAt */.t)((0,json_path.at)(answer, 'pagination'), 'next');
                if (next === undefined || next === until)
                    return items;
                until = next;
            }
            throw new errors/* RemoteError */.Hi(`Vercel: GET ${path}: more than ${client_MOST_PAGES * PAGE} items`, {
                service: 'Vercel',
                retryable: false,
            });
        },
        async change(method, path, query = {}, body = {}) {
            const what = `${method} ${path}`;
            const json = { bytes: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
            try {
                return await (0,retry/* retry */.L5)(async () => {
                    const answer = await attempt(() => send(method, path, query, json));
                    if (answer instanceof errors/* RemoteError */.Hi)
                        return { kind: 'lost', error: answer };
                    if (answer.status === 429)
                        throw failureOf(what, answer, clock.now());
                    return judge(what, answer, clock.now());
                }, policy, tools);
            }
            catch (error) {
                if (!(error instanceof errors/* RemoteError */.Hi))
                    throw error;
                return { kind: 'refused', error, body: undefined };
            }
        },
        async put(path, body) {
            await (0,retry/* retry */.L5)(() => once('POST', path, {}, body), policy, tools);
        },
    };
}
async function client_orAbsent(work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof RemoteError && error.status === 404)
            return undefined;
        throw error;
    }
}
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi)
            return error;
        throw error;
    }
}
function judge(what, answer, nowMs) {
    const { status, body } = answer;
    if (status >= 200 && status < 300)
        return body === undefined ? { kind: 'lost', error: notJson(what, answer) } : { kind: 'accepted', status, body };
    const error = failureOf(what, answer, nowMs);
    return status < 500 && status !== 408 ? { kind: 'refused', error, body } : { kind: 'lost', error };
}
function address(options, path, query) {
    const url = (0,service_api/* serviceUrl */.R)(options.apiUrl, path);
    for (const [name, value] of Object.entries(query))
        if (value !== undefined)
            url.searchParams.set(name, String(value));
    if (options.team !== '')
        url.searchParams.set(options.team.startsWith('team_') ? 'teamId' : 'slug', options.team);
    return url;
}

// EXTERNAL MODULE: ./packages/supabase/lib/functions/last-change.js
var last_change = __webpack_require__(279104);
;// CONCATENATED MODULE: ./packages/action-kit/lib/function-times.js




const FOLDER = 'supabase/functions';
const SHARED = '_shared';
async function functionTimes(at) {
    const names = namesIn(at.workspace);
    if (names.length === 0)
        return {};
    const isShallow = (await git(at, ['rev-parse', '--is-shallow-repository'])) !== 'false';
    const ofPath = (path) => (isShallow ? byGitHub(at, path) : byGit(at, path));
    const entries = [];
    for (const name of names) {
        const paths = [
            `${FOLDER}/${name}`,
            ...(usesShared((0,external_node_path_.join)(at.workspace, FOLDER, name)) ? [`${FOLDER}/${SHARED}`] : []),
        ];
        const times = [];
        for (const path of paths)
            times.push(await ofPath(path));
        entries.push([name, times.includes(undefined) ? undefined : Math.max(...times.map((time) => time ?? 0))]);
    }
    return Object.fromEntries(entries);
}
function namesIn(workspace) {
    try {
        const entries = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(workspace, FOLDER), { withFileTypes: true });
        return entries.flatMap((one) => (one.isDirectory() && !/^[._]/.test(one.name) ? [one.name] : [])).sort();
    }
    catch {
        return [];
    }
}
function usesShared(folder) {
    const files = (0,external_node_fs_.readdirSync)(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]sx?$/.test(name));
    return files.some((name) => {
        try {
            return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8').includes(`${SHARED}/`);
        }
        catch {
            return true;
        }
    });
}
async function byGit(at, path) {
    return secondsOf(await git(at, ['log', '-1', '--format=%ct', at.commit, '--', path]));
}
async function byGitHub({ commit, github }, path) {
    try {
        const [newest] = (await github?.read('repos.listCommits', { sha: commit, path, per_page: 1 })) ?? [];
        const at = Date.parse(newest?.commit.committer?.date ?? '');
        return Number.isNaN(at) ? undefined : at;
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi)
            return undefined;
        throw error;
    }
}
async function commitTime(commit, workspace, signal) {
    return secondsOf(await git({ workspace, signal }, ['show', '--no-patch', '--format=%ct', commit]));
}
function secondsOf(text) {
    return /^\d+$/.test(text) ? Number(text) * 1_000 : undefined;
}
async function git({ signal, workspace }, args) {
    try {
        return await (0,last_change/* gitIn */.u)(workspace, signal)([...args]);
    }
    catch {
        if (signal.aborted)
            throw signal.reason;
        return '';
    }
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/platform-names.js
function neededOf({ github, sentry, stripe, supabase, vercel }) {
    return {
        vercel: { token: vercel.token, places: { project: vercel.project } },
        supabase: { token: supabase.token, places: { project: supabase.project } },
        github: { token: github.token, places: { repository: github.repo } },
        stripe: { token: stripe.token, places: {} },
        sentry: { token: sentry.token, places: { organization: sentry.organization, project: sentry.project } },
    };
}
function platform_names_unaskedOf(access, sections, names) {
    const needed = neededOf(access);
    const unasked = {};
    for (const section of sections) {
        const service = needed[section];
        const why = service === undefined ? buildMissing(access, names) : missing(service, platform_names_namesOf(names, section));
        if (why !== undefined)
            unasked[section] = why;
    }
    return unasked;
}
function platform_names_namesOf(names, section) {
    const found = names[section];
    return typeof found === 'string' || found === undefined ? { token: '', places: {} } : found;
}
function missing({ places, token }, names) {
    const absent = Object.entries(places).flatMap(([name, value]) => (value === '' ? [names.places[name] ?? name] : []));
    if (token.isEmpty) {
        const chosen = absent.length === Object.keys(places).length;
        const all = [names.token, ...absent].join(' and ');
        return { because: `${names.token} is not set`, remedy: `Set ${all}, or leave the service out.`, chosen };
    }
    if (absent.length === 0)
        return undefined;
    const what = absent.join(' and ');
    return {
        because: `${names.token} is set, and ${what} ${absent.length === 1 ? 'is' : 'are'} not`,
        remedy: `Set ${what}, or leave the service out: without ${names.token} it is not asked.`,
        chosen: false,
    };
}
function buildMissing({ bundle }, names) {
    if (bundle.directory !== '' || bundle.url !== undefined)
        return undefined;
    return {
        because: `${names.bundle} is not set`,
        remedy: `Set ${names.bundle}, or leave the build out.`,
        chosen: true,
    };
}
function tokenNamesOf({ bundle: _, ...services }) {
    return Object.fromEntries(Object.entries(services).map(([service, { token }]) => [service, token]));
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/platform.js







function platformWorld(access, tools) {
    const { clock, log, names, requestTimeoutMs, sections, signal } = tools;
    const common = { clock, log, signal, fetch, requestTimeoutMs };
    const { bundle, github, release, sentry, stripe, supabase, vercel } = access;
    const json = (service, token, apiUrl) => createJsonApi({ ...common, service, token, apiUrl });
    const unasked = platform_names_unaskedOf(access, sections, names);
    const asks = (section) => sections.includes(section) && unasked[section] === undefined;
    return {
        nowMs: clock.now(),
        release,
        unasked,
        tokenNames: tokenNamesOf(names),
        ...(asks('vercel')
            ? {
                vercel: {
                    api: createVercelClient({ ...common, ...vercel, apiUrl: vercel.apiUrl ?? new URL(VERCEL_API) }),
                    place: { project: vercel.project, team: vercel.team },
                },
            }
            : {}),
        ...(asks('supabase')
            ? {
                supabase: {
                    api: (0,client/* createSupabaseClient */.S)({ ...common, ...supabase, apiUrl: supabase.apiUrl ?? new URL(client/* SUPABASE_API */._) }),
                    ref: supabase.project,
                },
            }
            : {}),
        ...(asks('github') ? { github: { api: githubReads(github, common), environment: github.environment } } : {}),
        ...(asks('stripe')
            ? {
                stripe: {
                    api: json('Stripe', stripe.token, stripe.apiUrl ?? new URL(STRIPE_API)),
                    form: formOf(stripe.token),
                },
            }
            : {}),
        ...(asks('sentry')
            ? {
                sentry: {
                    api: json('Sentry', sentry.token, sentry.apiUrl ?? new URL(SENTRY_API)),
                    place: {
                        organization: sentry.organization,
                        project: sentry.project,
                        drillSecret: sentry.drillSecret,
                        release: release.sentryRelease ?? '',
                    },
                },
            }
            : {}),
        ...(sections.includes('bundle') ? bundleOf(bundle, common) : {}),
    };
}
async function readServices(access, tools, serviceMs) {
    const { clock, signal } = tools;
    const unanswered = {};
    const unasked = unaskedOf(access, tools.sections, tools.names);
    let facts = { nowMs: clock.now(), release: access.release, unanswered };
    for (const section of tools.sections)
        try {
            const read = (inner) => readPlatform(platformWorld(access, { ...tools, signal: inner, sections: [section] }));
            const found = await withDeadline(`reading of "${section}"`, serviceMs, read, { clock, signal });
            facts = { ...facts, ...found, unasked };
        }
        catch (error) {
            if (!(error instanceof DeadlineError) || signal.aborted)
                throw error;
            unanswered[section] = error.message;
        }
    return facts;
}
function formOf(key) {
    return /^[a-z]{2}_(?:live|test)_/.exec(key.reveal())?.[0] ?? '';
}
async function releaseTimes({ commit, functions, workspace }, github, tools) {
    const { signal } = tools;
    if (commit === '')
        return { committedAtMs: undefined };
    const { owner, repo } = github;
    const client = repo === '' || github.token.isEmpty
        ? undefined
        : (0,lib_client/* createGitHubClient */.L)({ ...tools, ...github, fetch, repository: { owner, repo } });
    return {
        committedAtMs: await commitTime(commit, workspace, signal),
        functionsChangedAtMs: !functions ? {} : await functionTimes({ commit, workspace, signal, github: client }),
    };
}
function githubReads(github, common) {
    const { apiUrl, owner, repo, token } = github;
    const client = (0,lib_client/* createGitHubClient */.L)({ ...common, token, apiUrl, repository: { owner, repo } });
    return { read: (endpoint, parameters) => client.read(endpoint, parameters) };
}
function bundleOf({ bypass, directory, url }, common) {
    if (directory !== '')
        return { bundle: () => Promise.resolve(readBundleDirectory(directory)) };
    if (url === undefined)
        return {};
    const { clock, requestTimeoutMs: timeoutMs, signal } = common;
    return { bundle: () => readServedBundle({ url, fetch, timeoutMs, clock, signal, bypass: bypass.reveal() }) };
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/log.js
var log = __webpack_require__(463499);
// EXTERNAL MODULE: ./packages/cli/lib/git.js
var lib_git = __webpack_require__(851712);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/platform/access.js



const access_SERVICES = ['vercel', 'supabase', 'github', 'stripe', 'sentry'];
const SECTIONS = [...access_SERVICES, 'bundle'];
const access_NAMES = {
    vercel: { token: 'VERCEL_TOKEN', places: { project: '--vercel-project (or VERCEL_PROJECT_ID)' } },
    supabase: { token: 'SUPABASE_ACCESS_TOKEN', places: { project: '--supabase-project (or SUPABASE_PROJECT_ID)' } },
    github: { token: 'GITHUB_TOKEN', places: { repository: '--repository (or GITHUB_REPOSITORY)' } },
    stripe: { token: 'STRIPE_KEY', places: {} },
    sentry: {
        token: 'SENTRY_AUTH_TOKEN',
        places: { organization: '--sentry-organization (or SENTRY_ORG)', project: '--sentry-project (or SENTRY_PROJECT)' },
    },
    bundle: '--bundle-directory or --url',
};
const from = (name) => process.env[name] ?? '';
const given = (call, option, variable) => call.text(option) || from(variable);
const access_secret = (name) => new secret/* Secret */.z(from(name));
async function commitOf(call) {
    const asked = call.text('commit') || 'HEAD';
    const commit = await (0,lib_git/* commitNamed */.vj)(asked, call);
    if (commit === undefined && asked !== 'HEAD')
        throw new errors/* InputError */.dz((0,lib_git/* noCommit */.lN)(asked));
    return commit ?? '';
}
async function worldOf(call, sections) {
    const [owner = '', repo = ''] = access_repositoryOf(call).split('/');
    const url = call.text('url');
    if (url !== '' && !URL.canParse(url))
        throw new errors/* InputError */.dz('--url: expected an address like https://shop.example.com/login');
    const github = {
        token: access_secret('GITHUB_TOKEN'),
        apiUrl: access_address('GITHUB_API_URL', 'https://api.github.com').href.replace(/\/$/, ''),
        owner,
        repo,
        environment: call.text('environment') || 'production',
    };
    const tools = { clock: clock/* systemClock */.ml, log: log/* silent */.K, signal: call.signal, requestTimeoutMs: 10_000 };
    const commit = await commitOf(call);
    return platformWorld({
        vercel: {
            token: access_secret('VERCEL_TOKEN'),
            project: given(call, 'vercel-project', 'VERCEL_PROJECT_ID'),
            team: given(call, 'vercel-team', 'VERCEL_ORG_ID'),
            apiUrl: access_address('VERCEL_API_URL', 'https://api.vercel.com'),
        },
        supabase: {
            token: access_secret('SUPABASE_ACCESS_TOKEN'),
            project: given(call, 'supabase-project', 'SUPABASE_PROJECT_ID'),
            apiUrl: access_address('SUPABASE_API_URL', 'https://api.supabase.com'),
        },
        github,
        stripe: { token: access_secret('STRIPE_KEY'), apiUrl: access_address('STRIPE_API_URL', 'https://api.stripe.com') },
        sentry: {
            token: access_secret('SENTRY_AUTH_TOKEN'),
            organization: given(call, 'sentry-organization', 'SENTRY_ORG'),
            project: given(call, 'sentry-project', 'SENTRY_PROJECT'),
            apiUrl: access_address('SENTRY_URL', 'https://sentry.io'),
            drillSecret: access_secret('LOCKSTEP_DRILL_SECRET'),
        },
        bundle: {
            directory: call.text('bundle-directory'),
            url: url === '' ? undefined : new URL(url),
            bypass: access_secret('VERCEL_AUTOMATION_BYPASS_SECRET'),
        },
        release: {
            commit: commit || undefined,
            ...(await releaseTimes({ commit, workspace: process.cwd(), functions: sections.includes('supabase') }, github, tools)),
            sentryRelease: call.text('sentry-release') || undefined,
        },
    }, { ...tools, sections, names: access_NAMES });
}
function placeOf(call) {
    return {
        vercelProject: given(call, 'vercel-project', 'VERCEL_PROJECT_ID'),
        vercelTeam: given(call, 'vercel-team', 'VERCEL_ORG_ID'),
        supabaseRef: given(call, 'supabase-project', 'SUPABASE_PROJECT_ID'),
        repository: access_repositoryOf(call),
    };
}
function access_repositoryOf(call) {
    const name = given(call, 'repository', 'GITHUB_REPOSITORY');
    if (name !== '' && !/^[\w.-]+\/[\w.-]+$/.test(name))
        throw new errors/* InputError */.dz(`--repository "${name}": expected OWNER/NAME`);
    return name;
}
function access_address(variable, absent) {
    const text = from(variable) || absent;
    if (!URL.canParse(text))
        throw new errors/* InputError */.dz(`${variable}: expected an address`);
    return new URL(text);
}

;// CONCATENATED MODULE: ./packages/cli/lib/commands/platform/commands.js








const commands = { init, audit, snapshot, compare, 'restore-plan': restorePlan };
async function init(call) {
    const path = call.text('policy');
    if ((0,external_node_fs_.existsSync)(path) && !call.flag('force'))
        throw new errors/* InputError */.dz(`${path} is there already: remove it, or pass --force to replace it`);
    (0,files/* assertWritable */.Bz)(path);
    const facts = await readAll(call, SECTIONS);
    const text = writePolicy(facts, platformLines);
    const { policy } = readPolicy(text, path, platformLines);
    const notVerified = whatWasNotRead(facts);
    const unread = unreadServices(facts);
    if (unread.length === 0) {
        (0,files/* write */.M9)(path, text);
        if (!call.json)
            call.terminal.tell(`${path}: ${(0,lists/* count */.U9)(policy.lines.length, 'line')}, of what is set and of what it should be\n`);
    }
    else
        call.terminal.tell(`${path} was not written, since nothing could be read of ${unread.join(', ')}: correct what is listed, or leave it out, and run this again\n`);
    const audited = auditPlatform(policy.lines, facts, unread.length === 0 ? (0,paths/* repositoryPath */.SH)(path) : undefined);
    return told(call, { ...audited, notVerified: [...audited.notVerified, ...notVerified] });
}
async function audit(call) {
    const { lines, pinned } = policyOf(call);
    const path = call.text('compare-with');
    const earlier = path === '' ? undefined : snapshotIn(path);
    const asked = new Set([...lines.map(({ line }) => sectionOf(line)), ...(earlier === undefined ? [] : access_SERVICES)]);
    const world = await worldOf(call, SECTIONS.filter((section) => asked.has(section)));
    const facts = await read_readPlatform(world);
    const audited = auditPlatform(lines, facts, (0,paths/* repositoryPath */.SH)(call.text('policy')));
    const drift = earlier === undefined
        ? { checks: [], notVerified: pinsNotCompared(pinned, TAKE_ONE) }
        : await lookAtDrift({ earlier, facts, pinned, world });
    return told(call, {
        checks: [...audited.checks, ...drift.checks],
        notVerified: [...audited.notVerified, ...drift.notVerified],
    });
}
const TAKE_ONE = 'Commit the file that `lockstep platform snapshot` writes, and name it with --compare-with.';
function sectionOf({ key }) {
    return key.slice(0, key.indexOf('.'));
}
async function snapshot(call) {
    const path = call.text('snapshot');
    if (!call.json)
        (0,files/* assertWritable */.Bz)(path);
    const earlier = !call.json && (0,external_node_fs_.existsSync)(path) ? earlierOf(call) : undefined;
    const facts = await readAll(call, access_SERVICES);
    const now = snapshotOf(facts);
    const missing = whatWasNotRead(facts);
    for (const one of missing)
        call.terminal.tell(gapLine('not contained', one));
    const lost = earlier === undefined ? [] : partsLost(earlier, now);
    const isEmpty = Object.values(now.services).every((parts) => Object.keys(parts).length === 0);
    if (lost.length > 0)
        call.terminal.tell(`${path} is as it was: it has ${lost.join(', ')}, which could not be read now; to write it without, delete it first\n`);
    else if (isEmpty)
        call.terminal.tell(`${path} was not written: nothing could be read\n`);
    else if (call.json)
        call.terminal.write(snapshotText(now));
    else {
        (0,files/* write */.M9)(path, snapshotText(now));
        call.terminal.write(`${path}: ${Object.keys(now.services).join(', ')}\n`);
    }
    return lost.length === 0 && missing.every(({ chosen }) => chosen) ? 'pass' : 'unknown';
}
async function compare(call) {
    const earlier = earlierOf(call);
    const { pinned } = (0,external_node_fs_.existsSync)(call.text('policy')) ? policyOf(call) : { pinned: [] };
    const world = await worldOf(call, access_SERVICES);
    const facts = await read_readPlatform(world);
    const drift = await lookAtDrift({ earlier, facts, pinned, world });
    if (!call.json)
        for (const text of changeLines(drift.checks))
            call.terminal.write(`${text}\n`);
    return told(call, drift);
}
async function restorePlan(call) {
    const wanted = earlierOf(call);
    const facts = await readAll(call, access_SERVICES);
    const now = snapshotOf(facts);
    const steps = planRestore(wanted, now, placeOf(call));
    const notPlanned = partsNotPlanned(wanted, now);
    call.terminal.write(call.json ? `${JSON.stringify(steps, null, 2)}\n` : restoreText(steps, notPlanned));
    if (notPlanned.length > 0)
        for (const one of whatWasNotRead(facts))
            call.terminal.tell(gapLine('not planned', one));
    return notPlanned.length === 0 ? 'pass' : 'unknown';
}
async function readAll(call, sections) {
    const world = await worldOf(call, sections);
    const unasked = Object.values(world.unasked ?? {});
    if (unasked.length === sections.length)
        throw new errors/* InputError */.dz([
            'there is nothing to ask: set the token and the name of at least one service (`lockstep help platform`)',
            ...unasked.filter(({ chosen }) => !chosen).map(({ because, remedy }) => `${because}. ${remedy}`),
        ]);
    return read_readPlatform(world);
}
function gapLine(word, { because, chosen, id, remedy, what }) {
    return `${(0,plain_line/* plainLine */.h)(`${chosen ? 'left out' : word}: ${id}: ${what}: ${because}. ${remedy}`)}\n`;
}
function policyOf(call) {
    const path = call.text('policy');
    const { policy, problems } = readPolicy((0,files/* read */.LF)(path, 'run `lockstep platform init` first'), path, platformLines);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return policy;
}
function earlierOf(call) {
    return snapshotIn(call.text('snapshot'));
}
function snapshotIn(path) {
    return readSnapshot((0,files/* read */.LF)(path, 'run `lockstep platform snapshot` first'), path);
}
function told(call, found) {
    const { checks, notVerified } = found;
    return (0,tell_checks/* tellChecks */.z)(call, { subject: 'platform', tool: 'platform-audit', checks, notVerified });
}


/***/ }),

/***/ 851712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gG: () => (/* binding */ askGit),
/* harmony export */   lN: () => (/* binding */ noCommit),
/* harmony export */   lX: () => (/* binding */ readGit),
/* harmony export */   vj: () => (/* binding */ commitNamed)
/* harmony export */ });
let node_child_process__WEBPACK_IMPORTED_MODULE_0___kept;
const node_child_process__WEBPACK_IMPORTED_MODULE_0__ = () => (node_child_process__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(237763));
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(565658);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);



const WITHIN_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;
async function readGit(args, { signal }, answers = []) {
    return await run(args, { signal, env: await environmentOf(signal) }, answers);
}
async function askGit(args, call) {
    return await answered(readGit(args, call));
}
async function commitNamed(name, call) {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name))
        return name;
    if (name.startsWith('-'))
        return undefined;
    return (await askGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], call))?.trim() || undefined;
}
function noCommit(name) {
    return `--commit: git knows no commit "${name}" here; give its whole id, or a name that git has for it`;
}
function run(args, { env, signal }, answers = []) {
    return new Promise((resolve, reject) => {
        const options = { encoding: 'utf8', maxBuffer: MOST_BYTES, timeout: WITHIN_MS, signal, env };
        const line = ['--literal-pathspecs', '-c', 'core.quotePath=false', ...args];
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__().execFile)('git', line, options, (error, out, complaint) => {
            if (error === null || answers.some((code) => code === error.code))
                resolve(out);
            else if (signal.aborted)
                reject(signal.reason);
            else if (error.code === 'ENOENT')
                reject(new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('git is not installed, or not on the PATH', { cause: error }));
            else
                reject(new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`git: ${lineOfCause(complaint) || (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`, { cause: error }));
        });
    });
}
function lineOfCause(complaint) {
    const lines = complaint.trim().split(/\r?\n/);
    return lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1);
}
async function answered(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz)
            return undefined;
        throw error;
    }
}
async function environmentOf(signal) {
    const { GIT_DIR: given, GIT_WORK_TREE: top, ...env } = process.env;
    if (given === undefined || top !== undefined)
        return process.env;
    const ask = async (what) => (await answered(run(['rev-parse', what], { signal, env })))?.replace(/\r?\n$/, '');
    const own = await ask('--absolute-git-dir');
    if (own === undefined || realOf(own) !== realOf(given))
        return process.env;
    const found = await ask('--show-toplevel');
    return found === undefined ? process.env : { ...process.env, GIT_WORK_TREE: found };
}
function realOf(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 385464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   pe: () => (/* binding */ repositoryFolder),
/* harmony export */   sq: () => (/* binding */ withSlashes)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);

function withSlashes(path, { sep } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return path.split(sep).join('/');
}
function repositoryFolder(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return withSlashes(system.normalize(path), system).replace(/\/$/, '');
}
function repositoryPath(path, system = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const inside = withSlashes(system.normalize(path), system);
    return system.isAbsolute(path) || inside === '..' || inside.startsWith('../') ? undefined : inside;
}
function isProgram(name, { endings, isThere, path }, { delimiter, join } = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const folders = path.split(delimiter).filter((folder) => folder !== '');
    return folders.some((folder) => endings.some((ending) => isThere(join(folder, `${name}${ending}`))));
}


/***/ }),

/***/ 8157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O8: () => (/* binding */ DRILL_RELEASE),
/* harmony export */   R8: () => (/* binding */ DRILL_TAG),
/* harmony export */   SV: () => (/* binding */ DRILL_HEADER),
/* harmony export */   fk: () => (/* binding */ LEAST_SECRET),
/* harmony export */   gd: () => (/* binding */ provenAtMs),
/* harmony export */   it: () => (/* binding */ DRILL_ID),
/* harmony export */   v0: () => (/* binding */ drillHeader)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));

const DRILL_TAG = 'lockstep.drill';
const DRILL_HEADER = 'x-lockstep-drill';
const LEAST_SECRET = 32;
const DRILL_ID = /^[\w-]{1,64}$/;
const DRILL_RELEASE = /^[\w.@+-]{1,200}$/;
const PROOF = /^t=(\d{10}),id=([\w-]{1,64}),v1=([0-9a-f]{64})$/;
function drillHeader(secret, { atSeconds, id, release }) {
    const v1 = hmac(secret, `${atSeconds}.${id}.${release}`).toString('hex');
    return `t=${atSeconds},id=${id},release=${release},v1=${v1}`;
}
function provenAtMs(tag, release, secret) {
    const [, at = '', id = '', v1 = ''] = PROOF.exec(tag) ?? [];
    if (at === '' || secret.length < LEAST_SECRET)
        return undefined;
    const expected = hmac(secret, `event.${at}.${id}.${release}`);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().timingSafeEqual)(expected, Buffer.from(v1, 'hex')) ? Number(at) * 1_000 : undefined;
}
function hmac(secret, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHmac)('sha256', secret).update(text).digest();
}


/***/ })

};
