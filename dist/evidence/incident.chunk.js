export const id = 809;
export const ids = [809];
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

/***/ 258086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  incident: () => (/* binding */ incident)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/action-kit/lib/audit.js + 12 modules
var audit = __webpack_require__(966584);
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

// EXTERNAL MODULE: ./packages/action-kit/lib/github.js
var github = __webpack_require__(635046);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/write-files.js
var write_files = __webpack_require__(601171);
// EXTERNAL MODULE: ./actions/evidence/lib/in-server-time.js + 2 modules
var in_server_time = __webpack_require__(963934);
// EXTERNAL MODULE: ./actions/evidence/lib/tool.js
var tool = __webpack_require__(519420);
// EXTERNAL MODULE: ./actions/evidence/lib/trail.js + 8 modules
var lib_trail = __webpack_require__(235222);
;// CONCATENATED MODULE: ./actions/evidence/lib/commands/incident.js









const incident = {
    problems: (values) => [...incidentProblems(values), ...(0,audit/* readAccept */.pc)(values.accept).problems],
    run,
};
async function run(values, given) {
    const engine = await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(969), __webpack_require__.e(712), __webpack_require__.e(726)]).then(__webpack_require__.bind(__webpack_require__, 356576));
    const shell = await (0,in_server_time/* inServerTime */.Q)(values, given);
    const { clock, env, log, signal } = shell;
    const { trail } = await (0,lib_trail/* trailOf */.Q)(values, shell);
    const run = env.runId === 0 ? null : { id: env.runId, attempt: env.runAttempt };
    const tools = { clock, log, signal, workspace: env.workspace, github: (0,github/* githubClient */.$)(values, shell), run };
    if (values['dry-run']) {
        const { planned } = await engine.ledgerIncidents(values, tools);
        const keys = (0,lists/* nameSome */.Kf)(planned.map(({ key }) => key), 10);
        const message = `the ledger has ${planned.length} incidents: ${keys || 'none'}`;
        return { verdict: 'pass', reason: 'dry-run', message };
    }
    const { checks, files, notVerified, nowMs, open, opened, subject } = await engine.followIncidents(values, tools, trail);
    const list = { subject: `incidents in ${subject}`, nowMs, checks, notVerified, tool: (0,tool/* toolOf */.w)('incidents') };
    const { section: _, ...outcome } = (0,audit/* reportChecks */.oG)(shell, { ...list, run: run && env.runUrl }, values);
    const folder = String(outcome.outputs?.['report-directory'] ?? '');
    (0,write_files/* writeFiles */.h)(folder, files);
    return {
        ...outcome,
        outputs: { ...outcome.outputs, opened, open, 'incidents-path': (0,external_node_path_.join)(folder, 'incidents.json') },
    };
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
