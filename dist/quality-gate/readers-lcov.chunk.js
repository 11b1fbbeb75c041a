export const id = 434;
export const ids = [434];
export const modules = {

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

/***/ 533841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readLcov: () => (/* binding */ readLcov)
});

// EXTERNAL MODULE: ./packages/quality/lib/report.js
var report = __webpack_require__(1980);
// EXTERNAL MODULE: ./packages/quality/lib/source.js
var lib_source = __webpack_require__(532124);
// EXTERNAL MODULE: ./packages/quality/lib/readers/coverage.js
var coverage = __webpack_require__(417224);
;// CONCATENATED MODULE: ./packages/quality/lib/readers/line-coverage.js


const MOST_LINES = 5_000_000;
class CoverageSum {
    #kinds;
    #again;
    #once = {};
    #merged = new Map();
    #files = 0;
    #lines = 0;
    constructor(kinds, again) {
        this.#kinds = kinds;
        this.#again = again;
        for (const kind of kinds)
            this.#once[kind] = { covered: 0, total: 0 };
    }
    add(file, found) {
        if (!this.#again.has(file)) {
            this.#files++;
            this.#count([found], file);
            return;
        }
        this.#lines += this.#kinds.reduce((sum, kind) => sum + (found.hits[kind]?.size ?? 0), 0);
        if (this.#lines > MOST_LINES)
            throw new lib_source/* UnreadableError */.Gy('report-too-large', 'too many files are in it twice');
        const all = this.#merged.get(file) ?? [];
        if (all.length === 0)
            this.#merged.set(file, all);
        all.push(found);
    }
    reading() {
        for (const [file, all] of this.#merged) {
            this.#files++;
            this.#count(all, file);
        }
        this.#merged.clear();
        return (0,coverage/* coverage */.v)(this.#files, this.#once);
    }
    #count(all, file) {
        for (const kind of this.#kinds) {
            const sum = this.#once[kind];
            if (sum === undefined)
                continue;
            const { covered, total } = tally(all, kind, file);
            sum.covered += covered;
            sum.total += total;
        }
    }
}
function tally(all, kind, file) {
    const ran = new Map();
    for (const { hits } of all)
        for (const [name, hit] of hits[kind] ?? [])
            ran.set(name, hit || (ran.get(name) ?? false));
    const declared = all.map(({ totals }) => totals[kind] ?? { covered: undefined, total: undefined });
    const total = Math.max(ran.size, ...declared.map((one) => one.total ?? 0));
    if (ran.size === 0) {
        const [first, ...others] = declared.filter((one) => one.total !== undefined || one.covered !== undefined);
        if (first === undefined)
            return { covered: 0, total: 0 };
        if (others.length > 0)
            throw new lib_source/* UnreadableError */.Gy('report-incomplete', `it has ${file.slice(-200)} more than once, and not by line`);
        if (first.total === undefined || first.covered === undefined)
            throw new lib_source/* UnreadableError */.Gy('report-incomplete', `it has only one of two totals of ${kind} of ${file.slice(-200)}`);
        return { covered: first.covered, total: first.total };
    }
    const hit = [...ran.values()].filter((one) => one).length;
    const claimed = all.length === 1 ? declared[0]?.covered : undefined;
    return { covered: Math.min(hit, claimed ?? hit), total };
}

;// CONCATENATED MODULE: ./packages/quality/lib/readers/lcov.js



const KINDS = ['lines', 'branches', 'functions'];
const FOUND = { LF: 'lines', BRF: 'branches', FNF: 'functions' };
const HIT = { LH: 'lines', BRH: 'branches', FNH: 'functions' };
async function readLcov(sources) {
    const seen = new Set();
    const again = new Set();
    for (const source of sources)
        for await (const line of (0,lib_source/* linesOf */.Dx)(source)) {
            if (!line.startsWith('SF:'))
                continue;
            const file = line.slice(3);
            if (seen.has(file))
                again.add(file);
            seen.add(file);
        }
    if (seen.size === 0)
        return (0,report/* unreadable */.O)('report-empty', 'it has no section');
    const sum = new CoverageSum(KINDS, again);
    for (const source of sources) {
        const problem = await readSections(source, ({ file, coverage }) => sum.add(file, coverage));
        if (problem !== undefined)
            return problem;
    }
    return sum.reading();
}
async function readSections(source, onSection) {
    let open;
    let malformed;
    for await (const line of (0,lib_source/* linesOf */.Dx)(source)) {
        const [key, value] = split(line);
        if (key === 'SF') {
            if (open !== undefined)
                return (0,report/* unreadable */.O)('report-truncated', 'a section is not ended before the next one');
            open = new OpenSection(value);
        }
        else if (line === 'end_of_record') {
            if (open !== undefined)
                onSection(open);
            open = undefined;
        }
        else if (open?.take(key, value) === false) {
            malformed ??= `"${line.slice(0, 200)}" holds no count`;
        }
    }
    if (open !== undefined)
        return (0,report/* unreadable */.O)('report-truncated', 'its last section is not ended');
    return malformed === undefined ? undefined : (0,report/* unreadable */.O)('report-malformed', malformed);
}
class OpenSection {
    file;
    #hits = {
        lines: new Map(),
        branches: new Map(),
        functions: new Map(),
    };
    #totals = {};
    constructor(file) {
        this.file = file;
    }
    get coverage() {
        return { hits: this.#hits, totals: this.#totals };
    }
    take(key, value) {
        const { lines, branches, functions } = this.#hits;
        switch (key) {
            case 'DA': {
                const [line = '', count = ''] = value.split(',', 2);
                return mark(lines, line, count);
            }
            case 'BRDA': {
                const at = value.lastIndexOf(',');
                const count = value.slice(at + 1);
                return at > 0 && mark(branches, value.slice(0, at), count === '-' ? '0' : count);
            }
            case 'FN': {
                const name = /^\d+,(?:\d+,)?(.*)$/.exec(value)?.[1];
                if (name !== undefined && !functions.has(name))
                    functions.set(name, false);
                return name !== undefined;
            }
            case 'FNDA': {
                const at = value.indexOf(',');
                return at > 0 && mark(functions, value.slice(at + 1), value.slice(0, at));
            }
            default:
                return this.#takeTotal(key, value);
        }
    }
    #takeTotal(key, value) {
        const kind = FOUND[key] ?? HIT[key];
        if (kind === undefined)
            return true;
        if (!isCount(value))
            return false;
        const known = this.#totals[kind] ?? { covered: undefined, total: undefined };
        this.#totals[kind] =
            FOUND[key] === undefined ? { ...known, covered: Number(value) } : { ...known, total: Number(value) };
        return true;
    }
}
function mark(hits, name, count) {
    if (!isCount(count))
        return false;
    hits.set(name, Number(count) > 0 || (hits.get(name) ?? false));
    return true;
}
function isCount(text) {
    return /^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(text);
}
function split(line) {
    const at = line.indexOf(':');
    return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).trim()];
}


/***/ })

};
