export const id = 892;
export const ids = [892];
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

/***/ 110326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentChecks: () => (/* binding */ documentChecks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(651974);
/* harmony import */ var _artifact_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(361812);
/* harmony import */ var _bytes_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(871850);
/* harmony import */ var _text_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(733557);
/* harmony import */ var _trusted_branches_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(318388);








const NO_LIST = '"lockstep init --documents" writes one, and a job needs actions/checkout';
async function documentChecks(values, tools) {
    const { clock, log, signal, workspace } = tools;
    const engine = await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(731)]).then(__webpack_require__.bind(__webpack_require__, 639417));
    const name = values['documents-file'];
    const list = engine.readDocumentList((0,_text_in_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r)('documents-file', name, NO_LIST, workspace), name);
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
        const text = (0,_bytes_in_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesIn */ .t)(file, workspace)?.toString('utf8');
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
    const { gatherDrills } = await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(731)]).then(__webpack_require__.bind(__webpack_require__, 639417));
    try {
        const { found, notes } = await gatherDrills((0,_artifact_place_js__WEBPACK_IMPORTED_MODULE_4__/* .artifactPlace */ .g)(github), await (0,_trusted_branches_js__WEBPACK_IMPORTED_MODULE_5__/* .trustedBranches */ .Q)(values, github));
        for (const note of notes)
            log.warning(note);
        return found;
    }
    catch (error) {
        if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .RemoteError */ .Hi))
            throw error;
        log.warning(`the artifacts of drills cannot be read: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .describe */ .q0)(error)}`);
        return [];
    }
}
function drillIn(path, workspace) {
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path), 'utf8'));
    }
    catch (cause) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .InputError */ .dz(`input "drill-files": ${path} cannot be read as JSON`, { cause });
    }
}
function digestIn(file, workspace) {
    const bytes = (0,_bytes_in_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesIn */ .t)(file, workspace);
    return bytes === undefined ? null : (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(bytes);
}
function headingsIn(file, workspace, readDocument) {
    const bytes = (0,_bytes_in_js__WEBPACK_IMPORTED_MODULE_3__/* .bytesIn */ .t)(file, workspace);
    if (bytes !== undefined)
        return /\.md$/i.test(file) ? readDocument(file, bytes.toString('utf8')).sections.map(({ heading }) => heading) : [];
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, file)).isDirectory() ? [] : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 733557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _bytes_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(871850);


const MOST_BYTES = 1024 * 1024;
function textIn(input, file, remedy, workspace) {
    const bytes = (0,_bytes_in_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesIn */ .t)(file, workspace);
    const refuse = (why) => new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`input "${input}": ${file} ${why}`);
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
