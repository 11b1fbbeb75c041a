export const id = 650;
export const ids = [650];
export const modules = {

/***/ 581068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readJunit: () => (/* binding */ readJunit)
});

// EXTERNAL MODULE: ./packages/quality/lib/report.js
var report = __webpack_require__(1980);
// EXTERNAL MODULE: ./packages/quality/lib/source.js
var lib_source = __webpack_require__(532124);
;// CONCATENATED MODULE: ./packages/quality/lib/readers/junit-suite.js
const PASSED = [
    'run',
    'passed',
    'pass',
    'ok',
    'success',
    'successful',
    'succeeded',
    'completed',
    'executed',
    'fixed',
    'true',
];
const FAILED = [
    'failed',
    'fail',
    'failure',
    'error',
    'errored',
    'broken',
    'regression',
    'panicked',
    'timedout',
    'timeout',
    'false',
];
const NOT_RUN = [
    'notrun',
    'notexecuted',
    'notrunnable',
    'disabled',
    'skipped',
    'skip',
    'suppressed',
    'ignored',
    'ignore',
    'pending',
    'todo',
    'undefined',
    'inconclusive',
    'excluded',
    'cancelled',
    'canceled',
    'aborted',
    'interrupted',
    'blocked',
];
const NOT_RUN_FIELDS = ['skipped', 'disabled', 'ignored', 'skip', 'notrun', 'not-run'];
const DID_RUN_FIELDS = ['executed', 'run', 'enabled'];
function statusIn(attributes) {
    const statuses = ['status', 'result'].flatMap((name) => {
        const word = attributes[name]
            ?.trim()
            .toLowerCase()
            .replace(/[\s_-]/g, '') ?? '';
        return word === '' ? [] : [statusOf(word)];
    });
    if (NOT_RUN_FIELDS.some((name) => attributes[name]?.toLowerCase() === 'true'))
        statuses.push('skipped');
    if (DID_RUN_FIELDS.some((name) => attributes[name]?.toLowerCase() === 'false'))
        statuses.push('skipped');
    return (statuses.find((one) => one === 'failed') ??
        statuses.find((one) => one === 'skipped') ??
        statuses.find((one) => typeof one === 'object') ??
        statuses[0]);
}
function statusOf(word) {
    if (PASSED.includes(word))
        return 'passed';
    if (FAILED.includes(word))
        return 'failed';
    return NOT_RUN.includes(word) ? 'skipped' : { unknown: word.slice(0, 40) };
}
function declaredBy(attributes) {
    const notRun = NOT_RUN_FIELDS.reduce((sum, name) => sum + count(attributes[name]), 0);
    return {
        tests: count(attributes['tests']),
        failed: count(attributes['failures']) + count(attributes['errors']),
        notRun,
    };
}
function count(value) {
    return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
function openSuite(attributes) {
    return {
        declared: declaredBy(attributes),
        file: attributes['file'] ?? attributes['filepath'] ?? '',
        total: 0,
        failed: 0,
        notRun: 0,
        isNotRun: statusIn(attributes) === 'skipped',
    };
}
function notRunIn({ declared, total, failed, notRun, isNotRun }) {
    return isNotRun ? total - failed : Math.max(notRun, Math.min(declared.notRun, total - failed));
}

// EXTERNAL MODULE: ./packages/quality/lib/readers/stack.js
var stack = __webpack_require__(395590);
// EXTERNAL MODULE: ./packages/quality/lib/readers/xml.js
var xml = __webpack_require__(1004621);
;// CONCATENATED MODULE: ./packages/quality/lib/readers/junit.js





const FAILURES = ['failure', 'error'];
const FLAKES = ['flakyFailure', 'flakyError'];
const junit_NOT_RUN = ['skipped', 'disabled', 'ignored', 'notrun', 'pending'];
const TEXT_KEPT = 4_000;
const DEEPEST = 100;
async function readJunit(source) {
    const reader = new JunitReader(source);
    await (0,xml/* readXml */.k)(source, reader);
    const { root, findings, flaky } = reader;
    const { total, failed } = root;
    const skipped = notRunIn(root);
    if (reader.missing !== undefined)
        return (0,report/* unreadable */.O)('report-incomplete', reader.missing);
    if (reader.declaredFailed > 0 && failed === 0)
        return (0,report/* unreadable */.O)('report-incomplete', `it says that ${reader.declaredFailed} tests failed, and none of its tests did`);
    const passed = total - failed - skipped;
    return (0,report/* reading */.h)({ checked: total, findings, tests: { total, passed, failed, skipped, flaky } });
}
class JunitReader {
    #source;
    root = openSuite({});
    findings = [];
    #suites = [this.root];
    #current;
    flaky = 0;
    declaredFailed = 0;
    missing;
    constructor(source) {
        this.#source = source;
    }
    open(name, attributes, path) {
        const isSuite = name === 'testsuites' || name === 'testsuite';
        if (path.length === 0 && !isSuite)
            throw new lib_source/* UnreadableError */.Gy('report-malformed', `its root is <${name.slice(0, 80)}>, not <testsuites> or <testsuite>`);
        if (isSuite) {
            if (this.#suites.length > DEEPEST)
                throw new lib_source/* UnreadableError */.Gy('report-malformed', `it nests over ${DEEPEST} suites`);
            const suite = openSuite(attributes);
            this.#suites.push(suite);
            const saysFailed = statusIn(attributes) === 'failed' ? 1 : 0;
            this.declaredFailed = Math.max(this.declaredFailed, suite.declared.failed, saysFailed);
        }
        else if (name === 'testcase') {
            const suiteFile = this.#suites.findLast(({ file }) => file !== '')?.file ?? '';
            this.#current = {
                attributes,
                suiteFile,
                status: this.#statusOf(attributes),
                flaky: false,
                message: '',
                text: '',
            };
        }
        else if (this.#current !== undefined) {
            mark(this.#current, name, attributes);
        }
        else if (FAILURES.includes(name)) {
            this.#add('failed');
            const message = (0,lib_source/* messageOf */.bD)(attributes['message']) || 'the suite failed';
            this.findings.push({ rule: 'suite', level: 'error', message });
        }
        else if (junit_NOT_RUN.includes(name) && path.at(-1) === 'testsuite') {
            const suite = this.#suites.at(-1);
            if (suite !== undefined)
                suite.isNotRun = true;
        }
    }
    text(text, path) {
        const test = this.#current;
        if (test !== undefined && FAILURES.includes(path.at(-1) ?? '') && test.text.length < TEXT_KEPT)
            test.text += text.slice(0, TEXT_KEPT);
    }
    close(name) {
        if (name === 'testsuite' || name === 'testsuites')
            this.#closeSuite();
        const test = this.#current;
        if (name !== 'testcase' || test === undefined)
            return;
        this.#current = undefined;
        this.#add(test.status);
        if (test.flaky && test.status === 'passed')
            this.flaky++;
        if (test.status === 'failed')
            this.findings.push(findingOf(this.#source, test));
    }
    #closeSuite() {
        const suite = this.#suites.pop();
        const outer = this.#suites.at(-1);
        if (suite === undefined || outer === undefined)
            return;
        if (suite.total < suite.declared.tests)
            this.missing ??= `it says ${suite.declared.tests} tests and holds ${suite.total}`;
        outer.total += suite.total;
        outer.failed += suite.failed;
        outer.notRun += notRunIn(suite);
    }
    #add(status) {
        const suite = this.#suites.at(-1) ?? this.root;
        suite.total++;
        if (status === 'failed')
            suite.failed++;
        if (status === 'skipped')
            suite.notRun++;
    }
    #statusOf(attributes) {
        const status = statusIn(attributes);
        if (typeof status !== 'object')
            return status ?? (declaredBy(attributes).notRun > 0 ? 'skipped' : 'passed');
        const detail = `a test has the status "${status.unknown}", which is neither passed nor failed`;
        throw new lib_source/* UnreadableError */.Gy('report-incomplete', detail);
    }
}
function mark(test, name, attributes) {
    if (FAILURES.includes(name)) {
        test.status = 'failed';
        test.message ||= attributes['message'] ?? attributes['type'] ?? '';
    }
    else if (junit_NOT_RUN.includes(name)) {
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
        .map((name) => (0,stack/* fileIfThere */.Kt)(source, name ?? ''))
        .find((file) => file !== undefined);
    const line = Number(attributes['line']);
    const inStack = (0,stack/* placeInStack */.Pz)(source, `${test.message}\n${test.text}`);
    const at = inStack.file !== undefined ? inStack : (0,lib_source/* place */.ik)(own, line > 0 ? line : undefined);
    const words = (0,stack/* firstWords */.Cb)(test.message || test.text);
    const message = (0,lib_source/* messageOf */.bD)(`${names.join(' › ')}${words === '' ? '' : `: ${words}`}`);
    return { rule: 'test', level: 'error', message, ...at };
}


/***/ }),

/***/ 395590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ firstWords),
/* harmony export */   Kt: () => (/* binding */ fileIfThere),
/* harmony export */   Pz: () => (/* binding */ placeInStack)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);


const FRAME_END = /\.[cm]?[jt]sx?:(\d{1,7}):(\d{1,7})/g;
const PATH_CHARACTER = /[\w@.+~\\/-]/;
const LONGEST_PATH = 1_024;
const LONGEST_TRACE = 65_536;
const MOST_FRAMES = 100;
const LONGEST = 600;
function placeInStack(source, trace) {
    const text = trace.slice(0, LONGEST_TRACE);
    let behind = 0;
    let frames = 0;
    for (const found of text.matchAll(FRAME_END)) {
        if (++frames > MOST_FRAMES)
            break;
        const end = found.index + found[0].indexOf(':');
        const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, pathBefore(text, end, behind));
        behind = end;
        if (file !== undefined && !file.includes('node_modules/') && isFile(source, file))
            return { file, line: Number(found[1]), column: Number(found[2]) };
    }
    return {};
}
function pathBefore(text, end, least) {
    let start = end;
    const first = Math.max(least, end - LONGEST_PATH);
    while (start > first && PATH_CHARACTER.test(text[start - 1] ?? ''))
        start--;
    if (text.startsWith('//', start) && text.slice(start - 5, start) === 'file:')
        start -= 5;
    else if (/^[A-Za-z]:$/.test(text.slice(start - 2, start)) && !/\w/.test(text[start - 3] ?? ''))
        start -= 2;
    return text.slice(start, end);
}
const FRAME_START = /^\s{0,20}(?:at|❯) \S/;
const FRAME_TAIL = /(?::\d{1,7}:\d{1,7}|<anonymous>|native)\)?$/;
function firstWords(text) {
    const lines = text
        .slice(0, LONGEST_TRACE)
        .replace(/\u001b\[[0-9;]*m/g, '')
        .split('\n');
    const frame = lines.findIndex((line) => FRAME_START.test(line) && FRAME_TAIL.test(line.trimEnd()));
    const plain = (frame > 0 ? lines.slice(0, frame) : lines).join('\n').trim();
    return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
function fileIfThere(source, name) {
    const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, name);
    return file !== undefined && isFile(source, file) ? file : undefined;
}
function isFile(source, file) {
    try {
        return (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .statOf */ ._N)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(source.root, file))?.isFile() === true;
    }
    catch {
        return false;
    }
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
