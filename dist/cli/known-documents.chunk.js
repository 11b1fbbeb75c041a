export const id = 9947;
export const ids = [9947];
export const modules = {

/***/ 291393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDocumentList: () => (/* reexport safe */ _lockstep_evidence_documents__WEBPACK_IMPORTED_MODULE_0__.e)
/* harmony export */ });
/* harmony import */ var _lockstep_evidence_documents__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23925);



/***/ }),

/***/ 977626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ KINDS),
/* harmony export */   s: () => (/* binding */ DAY_MS)
/* harmony export */ });
const KINDS = [
    'incident-response',
    'runbook',
    'contacts',
    'dpia',
    'records-of-processing',
    'processors',
    'retention',
    'pentest',
    'security-policy',
    'access-review',
];
const DAY_MS = 86_400_000;


/***/ }),

/***/ 23925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readDocumentList),
/* harmony export */   o: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(910221);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1015169);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(984731);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(464659);
/* harmony import */ var _is_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(736065);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(977626);




const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];
const QUARTER_MS = 92 * _names_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .s;
const MOST_MS = 3650 * _names_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .s;
function readDocumentList(text, name) {
    const { data, lineOf } = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .readYaml */ .g)({ LineCounter: yaml__WEBPACK_IMPORTED_MODULE_0__.LineCounter, parseDocument: yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument }, text, name);
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(data))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${name}: expected a map with version and documents, got ${data === null ? 'an empty file' : 'something else'}; "lockstep init --documents" writes one to begin with`);
    const top = new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .Fields */ .C(data, name, (field) => lineOf([field]), { hasSecrets: false });
    if (data['version'] !== 1)
        top.complain('version', 'expected 1, without quotes');
    top.any('version');
    const within = ageOf(top, 'reviewed-within');
    const given = top.map('documents') ?? {};
    if (Object.keys(given).length === 0 && top.problems.length === 0)
        top.complain('documents', `expected a map of kinds: ${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .KINDS */ .G.join(', ')}`);
    top.refuseOthers();
    const problems = [...top.problems];
    const documents = [];
    const leftOut = [];
    for (const [key, value] of Object.entries(given)) {
        const kind = _names_js__WEBPACK_IMPORTED_MODULE_1__/* .KINDS */ .G.find((one) => one === key);
        if (kind === undefined) {
            const line = lineOf(['documents', key]);
            problems.push(`${name}: documents (line ${line}): there is no kind "${key}"; expected one of ${_names_js__WEBPACK_IMPORTED_MODULE_1__/* .KINDS */ .G.join(', ')}`);
            continue;
        }
        const at = (field) => lineOf(['documents', kind, field]);
        const where = `${name}: documents: ${kind}`;
        const fields = new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .Fields */ .C((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(value) ? value : { file: value }, where, at, { hasSecrets: false });
        const because = fields.text('not-needed');
        if (because === '')
            documents.push(settingsOf(kind, fields, within));
        else
            leftOut.push({ kind, because });
        if (because !== '' && (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(value) && Object.hasOwn(value, 'file'))
            fields.complain('not-needed', 'expected either a file, or the reason why there is none: remove one of them');
        fields.any('file');
        fields.refuseOthers();
        problems.push(...fields.problems);
    }
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(problems);
    return { documents, leftOut };
}
function settingsOf(kind, fields, within) {
    const file = fields.text('file', { required: true, expected: 'a path within the repository, or "not-needed"' });
    if (file !== '' && !(0,_is_path_js__WEBPACK_IMPORTED_MODULE_5__/* .isPath */ .u)(file))
        fields.complain('file', `expected a path within the repository, with / and without .., got ${JSON.stringify(file.slice(0, 60))}`);
    return {
        kind,
        file,
        reviewedWithinMs: ageOf(fields, 'reviewed-within') ?? within,
        drilledWithinMs: ageOf(fields, 'drilled-within') ?? QUARTER_MS,
        roles: kind === 'contacts' ? fields.list('roles') : [],
        failsFrom: kind === 'pentest' ? fields.oneOf('fails-from', [...SEVERITIES, 'none'], 'high') : 'none',
    };
}
function ageOf(fields, name) {
    const text = fields.text(name);
    if (text === '')
        return undefined;
    const ms = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .parseDuration */ .E)(text);
    if (ms !== undefined && ms >= _names_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .s && ms <= MOST_MS)
        return ms;
    fields.complain(name, `expected an age from 1d up to 3650d, such as 92d, got ${JSON.stringify(text.slice(0, 60))}; m is minutes`);
    return undefined;
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
