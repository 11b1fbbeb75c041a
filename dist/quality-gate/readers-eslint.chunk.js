export const id = 928;
export const ids = [928];
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

/***/ 719018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEslint: () => (/* binding */ readEslint)
/* harmony export */ });
/* harmony import */ var _json_stream_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(531264);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);



async function readEslint(source) {
    const findings = [];
    let files = 0;
    const rest = await (0,_json_stream_js__WEBPACK_IMPORTED_MODULE_0__/* .readItems */ .F)(source, '$.*', (entry) => {
        const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(entry, 'a file');
        const messages = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(file['messages'], 'messages').map((one) => (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(one, 'a message'));
        const isAll = messages.length > 0 && messages.every(isAboutFile);
        if (!isAll)
            files++;
        agree(file, messages);
        for (const message of messages)
            findings.push(findingOf(source, file, message));
    });
    (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(rest, 'the report');
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reading */ .h)({ checked: files, findings });
}
function isAboutFile(message) {
    return !isError(message) && (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(message['ruleId']) === '' && (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(message['line']) === undefined;
}
function agree(file, messages) {
    const errors = messages.filter(isError).length;
    for (const [field, named] of [
        ['errorCount', errors],
        ['fatalErrorCount', errors],
        ['warningCount', messages.length],
    ]) {
        const counted = file[field];
        if (typeof counted !== 'number' || counted <= named)
            continue;
        const detail = `it counts ${counted} as ${field} of ${(0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(file['filePath']).slice(-200)}, and names ${named}`;
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-incomplete', detail);
    }
}
function isError(message) {
    return message['severity'] === 2 || message['severity'] === 'error' || message['fatal'] === true;
}
function findingOf(source, file, message) {
    return {
        rule: (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(message['ruleId']) || (message['fatal'] === true ? 'parse-error' : 'eslint'),
        level: isError(message) ? 'error' : 'warning',
        message: (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(message['message']),
        ...(0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(file['filePath'])), (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(message['line']), (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(message['column'])),
    };
}


/***/ })

};
