export const id = 376;
export const ids = [376];
export const modules = {

/***/ 5376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCobertura: () => (/* binding */ readCobertura)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7106);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5063);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3556);



async function readCobertura(source) {
    const lines = { covered: 0, total: 0 };
    const branches = { covered: 0, total: 0 };
    const files = new Set();
    let root = '';
    await (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .readXml */ .k)(source, {
        open(name, attributes, path) {
            if (path.length === 0)
                root = name;
            if (name === 'class')
                files.add(attributes['filename'] ?? '');
            if (name !== 'line' || path.at(-2) !== 'class')
                return;
            lines.total++;
            if (Number(attributes['hits']) > 0)
                lines.covered++;
            const [, covered, total] = /\((\d+)\/(\d+)\)/.exec(attributes['condition-coverage'] ?? '') ?? [];
            branches.covered += Number(covered ?? 0);
            branches.total += Number(total ?? 0);
        },
    });
    if (root !== 'coverage')
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-malformed', `its root is <${root}>, not <coverage>`);
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .coverage */ .v)(files.size, { lines, branches });
}


/***/ }),

/***/ 5063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ coverage)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7106);

function coverage(files, covered) {
    const metrics = {};
    for (const [kind, { covered: hit, total }] of Object.entries(covered)) {
        if (hit > total)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('report-malformed', `it says ${hit} of ${total} ${kind} are covered`);
        if (total > 0)
            metrics[kind] = (hit / total) * 100;
    }
    if (files > 0 && Object.keys(metrics).length === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('nothing-checked', 'there was nothing to cover in it');
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reading */ .h)({ checked: files, findings: [], metrics });
}


/***/ }),

/***/ 3556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readXml)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3649);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);


async function readXml(source, handler) {
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT();
    const path = [];
    let ended = false;
    let sawAnything = false;
    parser.on('error', (error) => {
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy(ended ? 'report-truncated' : 'report-malformed', `not well-formed XML: ${error.message}`);
    });
    parser.on('opentag', ({ name, attributes }) => {
        handler.open(name, attributes, path);
        path.push(name);
    });
    parser.on('closetag', ({ name }) => {
        path.pop();
        handler.close?.(name, path);
    });
    parser.on('text', (text) => handler.text?.(text, path));
    parser.on('cdata', (text) => handler.text?.(text, path));
    for await (const piece of (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .piecesOf */ .Xe)(source)) {
        sawAnything ||= piece.trim() !== '';
        parser.write(piece);
    }
    if (!sawAnything)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-empty', 'it is empty');
    ended = true;
    parser.close();
}


/***/ })

};
