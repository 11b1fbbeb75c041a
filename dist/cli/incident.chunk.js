export const id = 6068;
export const ids = [6068];
export const modules = {

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
// EXTERNAL MODULE: ./packages/cli/lib/log.js
var log = __webpack_require__(984893);
// EXTERNAL MODULE: ./packages/cli/lib/commands/evidence/given.js + 2 modules
var given = __webpack_require__(777481);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/evidence/incident.js




async function incident(call) {
    const { signal, terminal } = call;
    const { values, world } = await (0,together/* readTogether */.V)({ values: () => valuesOf(call), world: () => (0,given/* connected */.aW)(call) });
    const { seenIncidents } = await Promise.all(/* import() */[__webpack_require__.e(8009), __webpack_require__.e(7555), __webpack_require__.e(6745), __webpack_require__.e(3796)]).then(__webpack_require__.bind(__webpack_require__, 356576));
    const tools = { ...world, log: (0,log/* logOf */.G)(terminal), signal, workspace: process.cwd(), run: null };
    const { checks, notVerified, nowMs, subject } = await seenIncidents(values, tools);
    return (0,given/* answered */.oQ)(call, { subject: `incidents in ${subject}`, nowMs, checks, notVerified }, 'incidents');
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
