export const id = 7213;
export const ids = [7213];
export const modules = {

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

/***/ 930816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  documents: () => (/* binding */ documents)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js
var record = __webpack_require__(651974);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/artifact-place.js
var artifact_place = __webpack_require__(361812);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/bytes-in.js
var bytes_in = __webpack_require__(871850);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/text-in.js


const MOST_BYTES = 1024 * 1024;
function textIn(input, file, remedy, workspace) {
    const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
    const refuse = (why) => new errors/* InputError */.dz(`input "${input}": ${file} ${why}`);
    if (bytes === undefined)
        throw refuse(`cannot be read; ${remedy}`);
    if (bytes.length > MOST_BYTES)
        throw refuse(`has ${bytes.length} bytes, and at most ${MOST_BYTES} are read`);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw refuse('is not UTF-8; store it as UTF-8');
    }
}

// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/trusted-branches.js
var trusted_branches = __webpack_require__(318388);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/documents.js








const NO_LIST = '"lockstep init --documents" writes one, and a job needs actions/checkout';
async function documentChecks(values, tools) {
    const { clock, log, signal, workspace } = tools;
    const engine = await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(7555), __webpack_require__.e(7773)]).then(__webpack_require__.bind(__webpack_require__, 639417));
    const name = values['documents-file'];
    const list = engine.readDocumentList(textIn('documents-file', name, NO_LIST, workspace), name);
    const read = readAll(list, workspace, engine.readDocument);
    const drills = await drillsOf(values, tools);
    const links = values['follow-links']
        ? await engine.followLinks([...read.values()], {
            ...{ fetch, clock, signal, timeoutMs: values['link-timeout'] },
            headingsIn: (file) => headingsIn(file, workspace, engine.readDocument),
        })
        : undefined;
    const named = [...read.values()].flatMap((document) => engine.reportFileOf(document) ?? []);
    const nowMs = clock.now();
    const report = engine.judgeDocuments(list, {
        documents: read,
        measured: engine.readMeasured(drills),
        digests: new Map(named.map((file) => [file, digestIn(file, workspace)])),
        links,
        nowMs,
    });
    for (const { kind } of list.leftOut)
        log.info(`${kind}: not needed, as the list says`);
    return { subject: name, nowMs, ...report };
}
function readAll({ documents: wanted }, workspace, readDocument) {
    return new Map(wanted.flatMap(({ file }) => {
        const text = (0,bytes_in/* bytesIn */.t)(file, workspace)?.toString('utf8');
        return text === undefined ? [] : [[file, readDocument(file, text)]];
    }));
}
async function drillsOf(values, tools) {
    const { github, log, workspace } = tools;
    const given = values['drill-files'];
    if (given.length > 0)
        return given.map((path) => drillIn(path, workspace));
    if (github === undefined)
        return [];
    const { gatherDrills } = await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(7555), __webpack_require__.e(7773)]).then(__webpack_require__.bind(__webpack_require__, 639417));
    try {
        const { found, notes } = await gatherDrills((0,artifact_place/* artifactPlace */.g)(github), await (0,trusted_branches/* trustedBranches */.Q)(values, github));
        for (const note of notes)
            log.warning(note);
        return found;
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        log.warning(`the artifacts of drills cannot be read: ${(0,errors/* describe */.q0)(error)}`);
        return [];
    }
}
function drillIn(path, workspace) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8'));
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "drill-files": ${path} cannot be read as JSON`, { cause });
    }
}
function digestIn(file, workspace) {
    const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
    return bytes === undefined ? null : (0,record/* digestOf */.ol)(bytes);
}
function headingsIn(file, workspace, readDocument) {
    const bytes = (0,bytes_in/* bytesIn */.t)(file, workspace);
    if (bytes !== undefined)
        return /\.md$/i.test(file) ? readDocument(file, bytes.toString('utf8')).sections.map(({ heading }) => heading) : [];
    try {
        return (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(workspace, file)).isDirectory() ? [] : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/cli/lib/github-access.js
var github_access = __webpack_require__(495441);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var evidence_given = __webpack_require__(777481);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/places.js + 4 modules
var places = __webpack_require__(540416);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/documents.js





async function documents(call) {
    const { signal, terminal } = call;
    const problems = [];
    const timeoutMs = (0,evidence_given/* durationOf */.cf)(call, 'link-timeout', problems);
    const given = call.texts('drill-file');
    const asks = given.length === 0 && !(0,github_access/* tokenOf */.B9)().isEmpty;
    const repository = asks ? await (0,github_access/* repositoryIn */.ce)('.', call, problems) : '';
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    if (!asks && given.length === 0)
        terminal.tell('note: without GITHUB_TOKEN no drill is read, and what drills measured is unknown; --drill-file names one\n');
    const found = await documentChecks({
        'documents-file': call.text('documents-file'),
        'drill-files': given,
        'follow-links': !call.flag('skip-links'),
        'link-timeout': timeoutMs,
        'trusted-branches': call.texts('trusted-branch'),
    }, {
        ...{ clock: clock/* systemClock */.ml, log: (0,places/* logOf */.Gs)(terminal), signal, workspace: process.cwd() },
        github: asks ? (0,github_access/* githubWithArtifacts */.zD)(repository, signal, (0,github_access/* tokenOf */.B9)()) : undefined,
    });
    return (0,evidence_given/* answered */.oQ)(call, found, 'documents');
}


/***/ }),

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
            const runId = one.workflow_run?.id;
            if (runId === undefined || Number.isNaN(createdMs))
                continue;
            const { digest = null, expired, id, size_in_bytes: bytes } = one;
            yield { id, name: one.name, bytes, expired, createdMs, digest, runId };
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
async function newestRun(github, workflow, branch) {
    try {
        const { workflow_runs: runs } = await github.read('actions.listWorkflowRuns', {
            ...{ workflow_id: workflow, branch, status: 'completed', per_page: 10 },
        });
        const own = runs.find(({ event, head_repository: head, repository }) => {
            const isOwn = head === null || head.full_name === repository.full_name;
            return isOwn && !event.startsWith('pull_request');
        });
        if (own === undefined)
            return undefined;
        return { conclusion: own.conclusion ?? 'unknown', endedMs: Date.parse(own.updated_at), url: own.html_url };
    }
    catch (error) {
        if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && error.status === 404)
            return undefined;
        throw error;
    }
}


/***/ })

};
