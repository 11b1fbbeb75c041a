export const id = 277;
export const ids = [277];
export const modules = {

/***/ 660824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeCheck: () => (/* binding */ writeCheck)
});

// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __webpack_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/github/lib/endpoints.js
var endpoints = __webpack_require__(898178);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(564604);
;// CONCATENATED MODULE: ./packages/github/lib/client.js



const MOST_PAGES = 100;
const beyond = new Set(endpoints/* BEYOND_REPOSITORY */.d$);
function repositoryProblem({ owner, repo }) {
    if (owner !== '' && repo !== '')
        return undefined;
    const given = [owner, repo].filter((part) => part !== '').join('/');
    return `GITHUB_REPOSITORY: expected OWNER/NAME, ${given === '' ? 'and it is not set' : `got "${given}"`}; a runner sets it, elsewhere set it to the repository on GitHub`;
}
function createGitHubClient(options) {
    const { clock, log, signal, repository, random } = options;
    const policy = options.retry ?? retry/* defaultRetry */.iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
    };
    let transport;
    const send = async (endpoint, parameters) => {
        const problem = beyond.has(endpoint) ? undefined : repositoryProblem(repository);
        if (problem !== undefined)
            throw new errors/* InputError */.dz(problem);
        transport ??= Promise.all(/* import() */[__webpack_require__.e(517), __webpack_require__.e(410)]).then(__webpack_require__.bind(__webpack_require__, 291810)).then(({ openTransport }) => openTransport(options));
        return await (await transport)(endpoint, parameters);
    };
    return {
        clock,
        log,
        signal,
        repository,
        async read(endpoint, parameters) {
            const answer = await (0,retry/* retry */.L5)(() => send(endpoint, parameters), policy, tools);
            return answer.data;
        },
        async *pages(endpoint, parameters) {
            for (let page = 1; page <= MOST_PAGES; page++) {
                const answer = await (0,retry/* retry */.L5)(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
                yield answer.data;
                if (!/rel="next"/.test(String(answer.headers['link'] ?? '')))
                    return;
            }
            throw new errors/* RemoteError */.Hi(`GitHub: ${endpoint}: more than ${MOST_PAGES} pages`, {
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
                    if (!(error instanceof errors/* RemoteError */.Hi) || (0,failure/* nothingDone */.mh)(error))
                        throw error;
                    return { kind: 'lost', error };
                }
            };
            try {
                return await (0,retry/* retry */.L5)(once, policy, tools);
            }
            catch (error) {
                if (!(error instanceof errors/* RemoteError */.Hi))
                    throw error;
                return { kind: 'refused', error };
            }
        },
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/github.js

function githubClient(values, shell, signal = shell.signal) {
    const { apiUrl, repository } = shell.env;
    const timeout = values['request-timeout'];
    return createGitHubClient({
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

;// CONCATENATED MODULE: ./packages/github/lib/comment/tame-markdown.js
const PAIRED = 'details|summary|b|i|em|strong|sub|sup|code|kbd|del|ins';
const ALLOWED = `(?:${PAIRED})\\s{0,3}/?|details open`;
const PAIRED_TAG = new RegExp(`<(/?)(?:(${PAIRED})\\s{0,3}/?|(details) open)>`, 'gi');
const OTHER_TAGS = new RegExp(`<(?!/?(?:${ALLOWED}|(?:br|hr)\\s{0,3}/?)>)`, 'gi');
const ISSUE_ADDRESS = /\bhttps?:\/\/(?:www\.)?github\.com(?=\/[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues|pull|discussions|commit)\/)/gi;
const OTHER_ENTITIES = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)(?=#?\w{1,40};)/gi;
const BREAK = '\u200b';
const DEEPEST = 12;
const LONGEST_FENCE = 16;
function tame(markdown) {
    const text = markdown
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
        .replace(/`{17,}|~{17,}/g, (mark) => mark.slice(0, LONGEST_FENCE))
        .replace(OTHER_TAGS, `<${BREAK}`)
        .replace(/!\[/g, `!${BREAK}[`)
        .replace(/@(?=[\w-])/g, `@${BREAK}`)
        .replace(OTHER_ENTITIES, `&${BREAK}`)
        .replace(/(?<!&)#(?=\d)/g, `#${BREAK}`)
        .replace(/\bGH-(?=\d)/gi, `GH-${BREAK}`)
        .replace(ISSUE_ADDRESS, 'https://redirect.github.com');
    return tame_markdown_closed(text);
}
function tame_markdown_closed(text) {
    const open = closers();
    const lines = [];
    for (const line of text.split('\n')) {
        const wasFence = open.fence !== undefined;
        const taken = open.take(line);
        if (!wasFence && open.fence !== undefined) {
            while (lines.at(-1) === '')
                lines.pop();
            if (lines.length > 0)
                lines.push('');
        }
        if (lines.length > 0 || taken !== '')
            lines.push(taken);
    }
    lines.push(...open.all());
    return lines.join('\n').trimEnd();
}
function closers() {
    const tags = [];
    let fence;
    return {
        get fence() {
            return fence;
        },
        take(line) {
            const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
            if (fence !== undefined) {
                if (mark?.startsWith(fence) === true && line.trim() === mark)
                    fence = undefined;
                return line.replace(/<(?!\u200b)/g, `<${BREAK}`);
            }
            if (mark === undefined)
                return line.replace(PAIRED_TAG, (tag, slash, name, fold) => pair(tags, tag, slash, (name ?? fold ?? '').toLowerCase()));
            fence = mark;
            return line;
        },
        isNone: () => fence === undefined && tags.length === 0,
        all: () => [...(fence === undefined ? [] : [fence]), ...tags.toReversed().flatMap((name) => ['', `</${name}>`])],
    };
}
function pair(open, tag, slash, name) {
    if (slash === '' && open.length < DEEPEST) {
        open.push(name);
        return tag === '<details open>' ? tag : `<${name}>`;
    }
    if (slash !== '' && open.at(-1) === name) {
        open.pop();
        return `</${name}>`;
    }
    return `<${BREAK}${slash}${name}>`;
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/cut-markdown.js

const CLOSERS = 400;
function cutMarkdown(markdown, limit, note) {
    if (markdown.length <= limit)
        return markdown;
    const room = limit - note.length - 2;
    if (room <= 0)
        return note.slice(0, Math.max(0, limit));
    const border = lastBorder(markdown, room);
    const kept = border >= room / 2
        ? markdown.slice(0, border).trimEnd()
        : tame_markdown_closed(markdown.slice(0, borderInside(markdown, Math.max(border, room - CLOSERS))));
    return kept === '' || kept.length > room ? note : `${kept}\n\n${note}`;
}
function lastBorder(markdown, room) {
    const open = closers();
    let position = 0;
    let border = 0;
    const lines = linesWithin(markdown, room);
    for (const [index, line] of lines.entries()) {
        open.take(line);
        position += line.length + 1;
        if (position > room + 1)
            break;
        const isTableHead = line.trimStart().startsWith('|') && isRule(lines[index + 1] ?? '');
        if (open.isNone() && !isTableHead && !isRule(line))
            border = position;
    }
    return border;
}
function borderInside(markdown, room) {
    const line = markdown.lastIndexOf('\n', room);
    const end = line >= room / 2 ? line : room;
    const code = markdown.charCodeAt(end - 1);
    return code >= 0xd800 && code < 0xdc00 ? end - 1 : end;
}
function linesWithin(markdown, room) {
    const end = markdown.indexOf('\n', room + 1);
    const next = end === -1 ? -1 : markdown.indexOf('\n', end + 1);
    return (next === -1 ? markdown : markdown.slice(0, next)).split('\n');
}
function isRule(line) {
    return line.includes('|') && line.includes('---') && /^[\s|:-]+$/.test(line);
}

;// CONCATENATED MODULE: ./packages/github/lib/checks.js

const SUMMARY_LIMIT = 65_535;
const CUT_NOTE = '… the rest did not fit; the step summary has it.';
const ANNOTATIONS_PER_REQUEST = 50;
const ANNOTATIONS_SHOWN = 200;
async function publishCheck(github, request) {
    const shown = request.annotations.slice(0, ANNOTATIONS_SHOWN);
    const first = shown.slice(0, ANNOTATIONS_PER_REQUEST);
    const answer = await github.change('checks.create', {
        name: request.name,
        head_sha: request.commit,
        external_id: request.externalId,
        status: 'completed',
        conclusion: request.conclusion,
        details_url: request.detailsUrl,
        output: outputOf(request, first),
    });
    if (answer.kind === 'refused')
        return { kind: 'refused', status: answer.error.status, message: answer.error.message };
    const check = answer.kind === 'accepted' ? answer.data : await findCheck(github, request);
    if (check === undefined)
        return { kind: 'unconfirmed', message: `GitHub did not answer, and the check ${request.name} is not there` };
    const url = check.html_url ?? '';
    let count = first.length;
    while (count < shown.length) {
        const next = shown.slice(count, count + ANNOTATIONS_PER_REQUEST);
        const added = await github.change('checks.update', {
            check_run_id: Number(check.id),
            output: outputOf(request, next),
        });
        if (added.kind !== 'accepted')
            break;
        count += next.length;
    }
    return { kind: 'published', id: Number(check.id), url, lost: shown.length - count };
}
async function findCheck(github, request) {
    const { check_runs: runs } = await github.read('checks.listForRef', {
        ref: request.commit,
        check_name: request.name,
    });
    return runs.find((run) => run.external_id === request.externalId);
}
function outputOf(request, annotations) {
    const left = request.annotationCount - Math.min(request.annotations.length, ANNOTATIONS_SHOWN);
    const note = left > 0 ? `\n\n${left} more annotations are not shown.` : '';
    return {
        title: request.title,
        summary: `${cutMarkdown(request.summary, SUMMARY_LIMIT - note.length, CUT_NOTE)}${note}`,
        annotations: annotations.map(({ file, line, column, level, title, message }) => ({
            path: file,
            start_line: line,
            end_line: line,
            ...(column === undefined ? {} : { start_column: column, end_column: column }),
            annotation_level: level === 'error' ? 'failure' : level,
            title: title.slice(0, 255),
            message: message.slice(0, 4_000),
        })),
    };
}

;// CONCATENATED MODULE: ./actions/quality-gate/lib/check.js


async function writeCheck(values, shell, head, words) {
    const result = await publishCheck(githubClient(values, shell), {
        name: values['check-name'],
        commit: head,
        externalId: `${shell.env.runId}.${shell.env.runAttempt}.${shell.instance}`,
        conclusion: words.passes ? (words.certain ? 'success' : 'neutral') : 'failure',
        title: words.title,
        summary: words.summary,
        detailsUrl: shell.env.runUrl,
        annotationCount: words.findings,
        annotations: words.ordered.flatMap(({ gate, finding, level }) => {
            const { file, line, column, message, rule } = finding;
            if (file === undefined)
                return [];
            const at = { file, line: line ?? 1, ...(column === undefined ? {} : { column }) };
            return [{ ...at, level: level === 'note' ? 'notice' : level, title: `${gate}: ${rule}`, message }];
        }),
    });
    if (result.kind === 'published') {
        shell.log.info(`check run: ${result.url}`);
        if (result.lost > 0)
            shell.log.warning(`GitHub did not accept ${result.lost} annotations of the check run; the step summary has everything`);
    }
    else
        shell.log.warning(`the check run was not written: ${result.message}; the step summary has everything`);
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


/***/ })

};
