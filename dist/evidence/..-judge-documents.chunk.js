export const id = 760;
export const ids = [760];
export const modules = {

/***/ 8786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ artifactPlace)
/* harmony export */ });
/* harmony import */ var _lockstep_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1837);

function artifactPlace(github) {
    return {
        list: (name) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .listArtifacts */ .wn)(github, name),
        download: (id) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .downloadArtifact */ .bk)(github, id),
        run: (id) => (0,_lockstep_github__WEBPACK_IMPORTED_MODULE_0__/* .readArtifactOrigin */ .b5)(github, id),
    };
}


/***/ }),

/***/ 5760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDocuments: () => (/* binding */ runDocuments)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9479);
/* harmony import */ var _lockstep_action_kit_github__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9383);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6029);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1140);
/* harmony import */ var _artifact_place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8786);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4928);








async function runDocuments(values, shell) {
    const { clock, env, log, signal } = shell;
    const engine = await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(101)]).then(__webpack_require__.bind(__webpack_require__, 3101));
    const name = values['documents-file'];
    const text = bytesOf(name, env.workspace)?.toString('utf8');
    if (text === undefined)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`input "documents-file": ${name} cannot be read; the README of the action has one to copy`);
    const list = engine.readDocumentList(text, name);
    const read = readAll(list, env.workspace, engine.readDocument);
    const drills = await drillsOf(values, shell);
    const links = values['follow-links']
        ? await engine.followLinks([...read.values()], {
            ...{ fetch, clock, signal, timeoutMs: values['link-timeout'] },
            headingsIn: (file) => headingsIn(file, env.workspace, engine.readDocument),
        })
        : undefined;
    const named = [...read.values()].flatMap((document) => engine.reportFileOf(document) ?? []);
    const nowMs = clock.now();
    const report = engine.judgeDocuments(list, {
        documents: read,
        measured: engine.readMeasured(drills),
        digests: new Map(named.map((file) => [file, digestIn(file, env.workspace)])),
        links,
        nowMs,
    });
    for (const { kind } of list.leftOut)
        log.info(`${kind}: not needed, as the list says`);
    const run = env.runId === 0 ? null : env.runUrl;
    return (0,_lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_3__/* .reportChecks */ .oG)(shell, { subject: name, nowMs, run, tool: (0,_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .toolOf */ .w)('documents'), ...report }, values);
}
function readAll({ documents: wanted }, workspace, readDocument) {
    return new Map(wanted.flatMap(({ file }) => {
        const text = bytesOf(file, workspace)?.toString('utf8');
        return text === undefined ? [] : [[file, readDocument(file, text)]];
    }));
}
async function drillsOf(values, shell) {
    const given = values['drill-files'];
    if (given.length > 0)
        return given.map((path) => drillIn(path, shell.env.workspace));
    if (values['github-token'].isEmpty)
        return [];
    const { gatherDrills } = await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(101)]).then(__webpack_require__.bind(__webpack_require__, 3101));
    try {
        const { found, notes } = await gatherDrills((0,_artifact_place_js__WEBPACK_IMPORTED_MODULE_5__/* .artifactPlace */ .g)((0,_lockstep_action_kit_github__WEBPACK_IMPORTED_MODULE_6__/* .githubClient */ .$)(values, shell)), values.branches);
        for (const note of notes)
            shell.log.warning(note);
        return found;
    }
    catch (error) {
        if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi))
            throw error;
        shell.log.warning(`the artifacts of drills cannot be read: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`);
        return [];
    }
}
function drillIn(path, workspace) {
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path), 'utf8'));
    }
    catch (cause) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`input "drill-files": ${path} cannot be read as JSON`, { cause });
    }
}
function bytesOf(file, workspace) {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace);
        const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, file));
        return path.startsWith(`${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile() ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function digestIn(file, workspace) {
    const bytes = bytesOf(file, workspace);
    return bytes === undefined ? null : (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(bytes);
}
function headingsIn(file, workspace, readDocument) {
    const bytes = bytesOf(file, workspace);
    if (bytes !== undefined)
        return /\.md$/i.test(file) ? readDocument(file, bytes.toString('utf8')).sections.map(({ heading }) => heading) : [];
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, file)).isDirectory() ? [] : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
