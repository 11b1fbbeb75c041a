export const id = 304;
export const ids = [304];
export const modules = {

/***/ 531264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readItems)
/* harmony export */ });
/* harmony import */ var _streamparser_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(850271);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);


const STRING_BUFFER = 1 << 16;
async function readItems(source, path, onItem) {
    let root;
    let sawAnything = false;
    let ended = false;
    const parser = new _streamparser_json__WEBPACK_IMPORTED_MODULE_0__/* .JSONParser */ .oj({ paths: [path, '$'], keepStack: false, stringBufferSize: STRING_BUFFER });
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

/***/ 1043206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readSecretlint: () => (/* binding */ readSecretlint)
/* harmony export */ });
/* harmony import */ var _json_stream_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(531264);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);



async function readSecretlint(source) {
    const findings = [];
    let files = 0;
    const rest = await (0,_json_stream_js__WEBPACK_IMPORTED_MODULE_0__/* .readItems */ .F)(source, '$.*', (entry) => {
        files++;
        const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(entry, 'a file');
        const path = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(file['filePath']));
        for (const one of (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(file['messages'], 'messages')) {
            const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(one, 'a message');
            const start = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(message['loc'] ?? {}, 'loc')['start'] ?? {}, 'loc.start');
            findings.push({
                rule: (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(message['ruleId']),
                level: message['severity'] === 'warning' ? 'warning' : 'error',
                message: (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(message['message']),
                ...(0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)(path, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(start['line'])),
            });
        }
    });
    (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(rest, 'the report');
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reading */ .h)({ checked: files, findings });
}


/***/ })

};
