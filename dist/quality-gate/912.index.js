export const id = 912;
export const ids = [912];
export const modules = {

/***/ 8855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readItems)
/* harmony export */ });
/* harmony import */ var _streamparser_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1863);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);


async function readItems(source, path, onItem) {
    let root;
    let sawAnything = false;
    let ended = false;
    const parser = new _streamparser_json__WEBPACK_IMPORTED_MODULE_0__/* .JSONParser */ .oj({ paths: [path, '$'], keepStack: false });
    parser.onEnd = () => {
        ended = true;
    };
    parser.onValue = ({ value, key, parent, stack }) => {
        if (stack.length === 0) {
            root = value;
            return;
        }
        onItem(value, [...stack.slice(1).map((above) => above.key ?? ''), key ?? '']);
        if (parent !== undefined && key !== undefined)
            parent[key] = null;
    };
    for await (const piece of (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .piecesOf */ .Xe)(source)) {
        sawAnything ||= piece.trim() !== '';
        write(parser, piece);
    }
    if (!sawAnything)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-empty', 'it is empty');
    if (!ended)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-truncated', 'it ends in the middle');
    return root;
}
function write(parser, piece) {
    try {
        parser.write(piece);
    }
    catch (error) {
        if (error instanceof _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy)
            throw error;
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-malformed', 'it is no JSON');
    }
}


/***/ }),

/***/ 8912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readSarif: () => (/* binding */ readSarif)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9311);
/* harmony import */ var _json_stream_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8855);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7106);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);




async function readSarif(source) {
    const undecided = [];
    const fileOf = files({ ...source, directory: source.root });
    const rest = await (0,_json_stream_js__WEBPACK_IMPORTED_MODULE_0__/* .readItems */ .F)(source, '$.runs.*.results.*', (one, [, run]) => {
        const result = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(one, 'a result');
        undecided[Number(run)] ??= [];
        if (isFinding(result))
            undecided[Number(run)]?.push(findingOf(fileOf, result));
    });
    const runs = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(rest, 'the log')['runs'], 'runs').map((run) => (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(run, 'a run'));
    if (runs.length === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('nothing-checked', 'it has no run');
    const findings = [];
    for (const [index, run] of runs.entries()) {
        const failed = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(run['invocations'] ?? [], 'invocations').find((one) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(one) && one['executionSuccessful'] === false);
        if (failed !== undefined)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('tool-crashed', `${toolName(run)} says that it did not run to its end`);
        if (!Array.isArray(run['results']))
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('nothing-checked', `${toolName(run)} has no results, not even an empty list`);
        const levels = defaultLevels(run);
        for (const one of undecided[index] ?? [])
            findings.push(Object.assign(one, { level: one.level ?? levels.get(one.rule) ?? 'warning' }));
    }
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reading */ .h)({ checked: undefined, findings });
}
function isFinding(result) {
    const kind = result['kind'] ?? 'fail';
    const suppressions = Array.isArray(result['suppressions']) ? result['suppressions'] : [];
    const suppressed = suppressions.some((one) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(one) && (one['status'] === undefined || one['status'] === 'accepted'));
    return ((kind === 'fail' || kind === 'open' || kind === 'review') && !suppressed && result['baselineState'] !== 'absent');
}
function findingOf(fileOf, result) {
    const rule = ruleOf(result);
    const message = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(result['message']) ? (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(result['message']['text']) : '';
    const locations = Array.isArray(result['locations']) ? result['locations'] : [];
    const physical = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(locations[0]) ? locations[0]['physicalLocation'] : undefined;
    const artifact = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(physical) ? physical['artifactLocation'] : undefined;
    const region = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(physical) && (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(physical['region']) ? physical['region'] : {};
    const uri = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(artifact) ? (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(artifact['uri']) : '';
    return {
        rule,
        level: levelOf(result['level']),
        message: message === '' ? rule : message,
        ...(0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)(fileOf(uri), (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(region['startLine']), (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(region['startColumn'])),
    };
}
function ruleOf(result) {
    const byReference = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(result['rule']) ? (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(result['rule']['id']) : '';
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(result['ruleId']) || byReference || 'unnamed';
}
function levelOf(value) {
    return value === 'error' || value === 'warning' || value === 'note' ? value : value === 'none' ? 'note' : undefined;
}
function defaultLevels(run) {
    const driver = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(run['tool']) && (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(run['tool']['driver']) ? run['tool']['driver'] : {};
    const rules = Array.isArray(driver['rules']) ? driver['rules'].filter(_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j) : [];
    return new Map(rules.flatMap((rule) => {
        const level = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(rule['defaultConfiguration']) ? levelOf(rule['defaultConfiguration']['level']) : undefined;
        return level === undefined ? [] : [[(0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(rule['id']), level]];
    }));
}
function toolName(run) {
    const driver = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(run['tool']) ? run['tool']['driver'] : undefined;
    return (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(driver) ? (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(driver['name']) || 'a tool' : 'a tool';
}
function files(source) {
    const known = new Map();
    return (uri) => {
        if (!known.has(uri))
            known.set(uri, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, decode(uri)));
        return known.get(uri);
    };
}
function decode(uri) {
    try {
        return decodeURIComponent(uri);
    }
    catch {
        return uri;
    }
}


/***/ })

};
