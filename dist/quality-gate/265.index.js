export const id = 265;
export const ids = [265];
export const modules = {

/***/ 9265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJunit: () => (/* binding */ readJunit)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7106);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);
/* harmony import */ var _stack_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2037);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3556);




const FAILURES = ['failure', 'error'];
const FLAKES = ['flakyFailure', 'flakyError'];
const TEXT_KEPT = 4_000;
async function readJunit(source) {
    const totals = { total: 0, passed: 0, failed: 0, skipped: 0, flaky: 0 };
    const findings = [];
    const suiteFiles = [];
    const declared = { tests: 0, failed: 0 };
    let current;
    await (0,_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .readXml */ .k)(source, {
        open(name, attributes, path) {
            if (name === 'testsuite')
                suiteFiles.push(attributes['file'] ?? attributes['filepath'] ?? '');
            if (path.length === 0) {
                if (name !== 'testsuites' && name !== 'testsuite')
                    throw new _source_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableError */ .Gy('report-malformed', `its root is <${name}>, not <testsuites> or <testsuite>`);
                declared.tests = count(attributes['tests']);
            }
            if (name === 'testsuites' || name === 'testsuite')
                declared.failed = Math.max(declared.failed, count(attributes['failures']) + count(attributes['errors']));
            if (name === 'testcase') {
                const suiteFile = suiteFiles.findLast((file) => file !== '') ?? '';
                current = { attributes, suiteFile, status: 'passed', flaky: false, message: '', text: '' };
            }
            if (current !== undefined)
                mark(current, name, attributes);
            else if (FAILURES.includes(name)) {
                totals.total++;
                totals.failed++;
                findings.push({ rule: 'suite', level: 'error', message: attributes['message'] ?? 'the suite failed' });
            }
        },
        text(text, path) {
            const inside = path.at(-1) ?? '';
            if (current !== undefined && FAILURES.includes(inside) && current.text.length < TEXT_KEPT)
                current.text += text;
        },
        close(name) {
            if (name === 'testsuite')
                suiteFiles.pop();
            if (name !== 'testcase' || current === undefined)
                return;
            totals.total++;
            totals[current.status]++;
            if (current.flaky && current.status === 'passed')
                totals.flaky++;
            if (current.status === 'failed')
                findings.push(findingOf(source, current));
            current = undefined;
        },
    });
    if (totals.total < declared.tests)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-incomplete', `it says ${declared.tests} tests and holds ${totals.total}`);
    if (declared.failed > 0 && totals.failed === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-incomplete', `it says that ${declared.failed} tests failed, and none of its tests did`);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reading */ .h)({ checked: totals.total, findings, tests: totals });
}
function mark(test, name, attributes) {
    if (FAILURES.includes(name)) {
        test.status = 'failed';
        test.message ||= attributes['message'] ?? attributes['type'] ?? '';
    }
    else if (name === 'skipped' || name === 'disabled') {
        if (test.status === 'passed')
            test.status = 'skipped';
    }
    else if (FLAKES.includes(name)) {
        test.flaky = true;
    }
}
function findingOf(source, test) {
    const { attributes } = test;
    const names = [attributes['classname'] ?? '', attributes['name'] ?? ''].filter((name) => name !== '');
    const own = [attributes['file'], test.suiteFile, attributes['classname']]
        .map((name) => (0,_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .fileIfThere */ .Kt)(source, name ?? ''))
        .find((file) => file !== undefined);
    const line = Number(attributes['line']);
    const inStack = (0,_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInStack */ .Pz)(source, `${test.message}\n${test.text}`);
    const at = inStack.file !== undefined ? inStack : (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)(own, line > 0 ? line : undefined);
    const words = (0,_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .firstWords */ .Cb)(test.message || test.text);
    return { rule: 'test', level: 'error', message: `${names.join(' › ')}${words === '' ? '' : `: ${words}`}`, ...at };
}
function count(value) {
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : 0;
}


/***/ }),

/***/ 2037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ firstWords),
/* harmony export */   Kt: () => (/* binding */ fileIfThere),
/* harmony export */   Pz: () => (/* binding */ placeInStack)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);


const FRAME = /((?:file:\/\/|\/|[A-Za-z]:[\\/])?[\w@.+~\\/-]+\.[cm]?[jt]sx?):(\d+):(\d+)/g;
const LONGEST = 600;
function placeInStack(source, text) {
    for (const [, path = '', line, column] of text.matchAll(FRAME)) {
        const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, path);
        if (file !== undefined && !file.includes('node_modules/') && isFile(source, file))
            return { file, line: Number(line), column: Number(column) };
    }
    return {};
}
function firstWords(text) {
    const plain = text.replace(/\u001b\[[0-9;]*m/g, '').trim();
    return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
function fileIfThere(source, name) {
    const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, name);
    return file !== undefined && isFile(source, file) ? file : undefined;
}
function isFile(source, file) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .statOf */ ._N)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(source.root, file))?.isFile() === true;
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
