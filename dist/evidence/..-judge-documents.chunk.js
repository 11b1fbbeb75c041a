export const id = 332;
export const ids = [332];
export const modules = {

/***/ 9332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDocuments: () => (/* binding */ runDocuments)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js + 20 modules
var audit = __webpack_require__(2323);
// EXTERNAL MODULE: ./packages/action-kit/lib/github.js + 1 modules
var github = __webpack_require__(9383);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
// EXTERNAL MODULE: ./packages/evidence/lib/trail/record.js + 1 modules
var record = __webpack_require__(1140);
;// CONCATENATED MODULE: ./packages/github/lib/artifacts.js

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
    throw new errors/* RemoteError */.Hi(`GitHub: artifact ${id}: the answer is no archive`, { service: 'GitHub', retryable: false });
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
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
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
        if (error instanceof RemoteError && error.status === 404)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/evidence/lib/artifact-place.js

function artifactPlace(github) {
    return {
        list: (name) => listArtifacts(github, name),
        download: (id) => downloadArtifact(github, id),
        run: (id) => readArtifactOrigin(github, id),
    };
}

// EXTERNAL MODULE: ./actions/evidence/lib/tool.js
var tool = __webpack_require__(4928);
;// CONCATENATED MODULE: ./actions/evidence/lib/judge-documents.js








async function runDocuments(values, shell) {
    const { clock, env, log, signal } = shell;
    const engine = await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(892)]).then(__webpack_require__.bind(__webpack_require__, 892));
    const name = values['documents-file'];
    const text = bytesOf(name, env.workspace)?.toString('utf8');
    if (text === undefined)
        throw new errors/* InputError */.dz(`input "documents-file": ${name} cannot be read; \`lockstep init --documents\` writes one`);
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
    return (0,audit/* reportChecks */.oG)(shell, { subject: name, nowMs, run, tool: (0,tool/* toolOf */.w)('documents'), ...report }, values);
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
    const { gatherDrills } = await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(892)]).then(__webpack_require__.bind(__webpack_require__, 892));
    try {
        const { found, notes } = await gatherDrills(artifactPlace((0,github/* githubClient */.$)(values, shell)), values.branches);
        for (const note of notes)
            shell.log.warning(note);
        return found;
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        shell.log.warning(`the artifacts of drills cannot be read: ${(0,errors/* describe */.q0)(error)}`);
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
function bytesOf(file, workspace) {
    try {
        const root = (0,external_node_fs_.realpathSync)(workspace);
        const path = (0,external_node_fs_.realpathSync)((0,external_node_path_.resolve)(root, file));
        return path.startsWith(`${root}${external_node_path_.sep}`) && (0,external_node_fs_.statSync)(path).isFile() ? (0,external_node_fs_.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function digestIn(file, workspace) {
    const bytes = bytesOf(file, workspace);
    return bytes === undefined ? null : (0,record/* digestOf */.ol)(bytes);
}
function headingsIn(file, workspace, readDocument) {
    const bytes = bytesOf(file, workspace);
    if (bytes !== undefined)
        return /\.md$/i.test(file) ? readDocument(file, bytes.toString('utf8')).sections.map(({ heading }) => heading) : [];
    try {
        return (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(workspace, file)).isDirectory() ? [] : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
