export const id = 6068;
export const ids = [6068];
export const modules = {

/***/ 777481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oQ: () => (/* binding */ answered),
  nS: () => (/* binding */ availabilityOf),
  aW: () => (/* binding */ connected),
  cf: () => (/* binding */ durationOf)
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

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __webpack_require__(487083);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/checks/make-list.js
var make_list = __webpack_require__(827298);
// EXTERNAL MODULE: ./packages/base/lib/checks/judge-checks.js + 1 modules
var judge_checks = __webpack_require__(1018894);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/json.js
var json = __webpack_require__(318647);
// EXTERNAL MODULE: ./packages/base/lib/checks/render/text.js
var render_text = __webpack_require__(112342);
// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/commands/version.js
var version = __webpack_require__(298176);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/places.js + 4 modules
var places = __webpack_require__(540416);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/words.js
var words = __webpack_require__(684728);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/given.js






function durationOf(call, option, problems) {
    const ms = (0,duration/* parseDuration */.E)(call.text(option));
    if (ms === undefined)
        problems.push(`--${option}: expected a duration like 14d, got "${call.text(option)}"`);
    return ms ?? 0;
}
function availabilityOf(call, problems) {
    return {
        'availability-source': call.text('availability-source'),
        'availability-objective': call.text('availability-objective'),
        'budget-window': durationOf(call, 'budget-window', problems),
        'metrics-secrets': new secret/* Secret */.z(process.env['METRICS_SECRETS'] ?? ''),
        'request-timeout': github_access/* WITHIN_MS */.zE,
    };
}
async function connected(call) {
    const problems = [];
    const repository = await (0,github_access/* repositoryIn */.ce)('.', call, problems);
    const token = (0,github_access/* tokenOf */.B9)();
    if (token.isEmpty)
        problems.push('GITHUB_TOKEN: required in the environment to read runs, artifacts and the ledger');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    const [owner = '', repo = ''] = repository.split('/');
    const { signal, terminal } = call;
    const asked = { token, apiUrl: (0,github_access/* githubAddress */.Wf)(), repository: { owner, repo }, requestTimeoutMs: github_access/* WITHIN_MS */.zE };
    return {
        github: (0,github_access/* githubWithArtifacts */.zD)(repository, signal, token),
        clock: await clockOfGitHub({ ...asked, clock: clock/* systemClock */.ml, log: (0,places/* logOf */.Gs)(terminal), signal }),
    };
}
function answered(call, facts, tool, accept = []) {
    const list = (0,make_list/* makeCheckList */.P)({
        ...{ ...facts, run: null, tool: { name: tool, version: (0,version/* ownVersion */.X)() }, accept },
        ...{ checks: words/* WORDS */.q.checks(facts.checks), notVerified: words/* WORDS */.q.gaps(facts.notVerified ?? []) },
    });
    const judgement = (0,judge_checks/* judgeChecks */.L)(list, { onUnknown: 'fail', reportOnly: false }, facts.nowMs);
    const text = call.json ? (0,json/* checksJson */.A)(judgement) : (0,render_text/* checksText */.r)(judgement, call.terminal.paint);
    call.terminal.write(text.endsWith('\n') ? text : `${text}\n`);
    return judgement.verdict;
}


/***/ }),

/***/ 710454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  incident: () => (/* binding */ incident)
});

// EXTERNAL MODULE: ./packages/evidence/lib/is-path.js
var is_path = __webpack_require__(736065);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/incident-problems.js

const DAY_MS = 86_400_000;
function incidentProblems(values) {
    return [
        ...(values['acknowledge-within'] <= 0
            ? ['input "acknowledge-within": expected more than 0, such as 1h: no one can be that quick']
            : []),
        ...(values['postmortem-within'] < DAY_MS
            ? ['input "postmortem-within": expected a day or more, such as 14d; m is minutes']
            : []),
        ...((0,is_path/* isPath */.u)(values.postmortems)
            ? []
            : [
                'input "postmortems": expected a folder within the repository, with / and without .., such as docs/postmortems',
            ]),
    ];
}

// EXTERNAL MODULE: ./packages/base/lib/together.js
var together = __webpack_require__(323512);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var given = __webpack_require__(777481);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/places.js + 4 modules
var places = __webpack_require__(540416);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/incident.js




async function incident(call) {
    const { signal, terminal } = call;
    const { values, world } = await (0,together/* readTogether */.V)({ values: () => valuesOf(call), world: () => (0,given/* connected */.aW)(call) });
    const { seenIncidents } = await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(7555), __webpack_require__.e(633), __webpack_require__.e(2697)]).then(__webpack_require__.bind(__webpack_require__, 356576));
    const tools = { ...world, log: (0,places/* logOf */.Gs)(terminal), signal, workspace: process.cwd(), run: null };
    const { checks, nowMs, subject } = await seenIncidents(values, tools);
    return (0,given/* answered */.oQ)(call, { subject: `incidents in ${subject}`, nowMs, checks }, 'incidents');
}
function valuesOf(call) {
    const problems = [];
    const values = {
        ...{ environment: call.text('environment'), service: call.text('service') },
        'ledger-creator': call.text('ledger-creator'),
        'acknowledge-within': (0,given/* durationOf */.cf)(call, 'acknowledge-within', problems),
        'postmortem-within': (0,given/* durationOf */.cf)(call, 'postmortem-within', problems),
        postmortems: call.text('postmortems'),
    };
    const all = problems.length > 0 ? problems : incidentProblems(values);
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    return values;
}


/***/ }),

/***/ 736065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isPath)
/* harmony export */ });
function isPath(file) {
    const isFar = file.startsWith('/') || file.includes('\\') || file.includes(':');
    const isHidden = file.trim() !== file || /\p{C}/u.test(file);
    return !isFar && !isHidden && !file.split('/').some((part) => part === '' || part === '.' || part === '..');
}


/***/ })

};
