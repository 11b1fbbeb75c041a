export const id = 376;
export const ids = [376];
export const modules = {

/***/ 655759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCobertura: () => (/* binding */ readCobertura)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(417224);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1004621);




const MOST_LINES = 5_000_000;
async function readCobertura(sources) {
    const files = new Map();
    let count = 0;
    for (const source of sources) {
        let root = '';
        let file = '';
        await (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .readXml */ .k)(source, {
            open(name, attributes, path) {
                if (path.length === 0)
                    root = name;
                if (name === 'class') {
                    file = attributes['filename'] || attributes['name'] || '';
                    if (!files.has(file))
                        files.set(file, new Map());
                }
                if (name !== 'line' || path.at(-2) !== 'class')
                    return;
                const lines = files.get(file);
                if (lines === undefined)
                    return;
                const key = attributes['number'] ?? `unnumbered ${lines.size}`;
                if (!lines.has(key) && ++count > MOST_LINES)
                    throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-too-large', 'it has too many lines');
                const [, covered, branches] = /\((\d{1,9})\/(\d{1,9})\)/.exec((attributes['condition-coverage'] ?? '').slice(-60)) ?? [];
                join(lines, key, {
                    hit: Number(attributes['hits']) > 0,
                    covered: Number(covered ?? 0),
                    branches: Number(branches ?? 0),
                });
            },
        });
        if (root !== 'coverage')
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-malformed', `its root is <${root.slice(0, 80)}>, not <coverage>`);
    }
    const all = [...files.values()].flatMap((lines) => [...lines.values()]);
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_3__/* .coverage */ .v)(files.size, {
        lines: { covered: all.filter(({ hit }) => hit).length, total: all.length },
        branches: {
            covered: all.reduce((sum, one) => sum + one.covered, 0),
            total: all.reduce((sum, one) => sum + one.branches, 0),
        },
    });
}
function join(lines, key, found) {
    const known = lines.get(key);
    if (known === undefined) {
        lines.set(key, found);
        return;
    }
    known.hit ||= found.hit;
    known.covered = Math.max(known.covered, found.covered);
    known.branches = Math.max(known.branches, found.branches);
}


/***/ }),

/***/ 417224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ coverage)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1980);

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

/***/ 1004621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readXml)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(753876);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);


const DEEPEST = 1_000;
async function readXml(source, handler) {
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT();
    const path = [];
    let ended = false;
    let sawAnything = false;
    parser.on('error', (error) => {
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy(ended ? 'report-truncated' : 'report-malformed', `not well-formed XML: ${error.message}`);
    });
    parser.on('opentag', ({ name, attributes }) => {
        if (path.length >= DEEPEST)
            throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-malformed', `it nests over ${DEEPEST} elements`);
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
        source.signal?.throwIfAborted();
    }
    if (!sawAnything)
        throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-empty', 'it is empty');
    ended = true;
    parser.close();
}


/***/ })

};
