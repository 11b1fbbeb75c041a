export const id = 5226;
export const ids = [5226];
export const modules = {

/***/ 471733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reviewEnd: () => (/* binding */ reviewEnd),
/* harmony export */   writtenEnd: () => (/* binding */ writtenEnd)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(672435);
/* harmony import */ var _lockstep_tenants__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(399295);


function reviewEnd({ committed, document, path }) {
    if (committed === undefined) {
        const message = `there is no ${path} to compare the rights with`;
        return { verdict: 'unknown', reason: 'no-review', message, diff: undefined };
    }
    const diff = (0,_lockstep_tenants__WEBPACK_IMPORTED_MODULE_0__/* .compareReviews */ .j)(committed, document);
    if (!differs(diff)) {
        const message = `who may do what is as in ${path}`;
        return { verdict: 'pass', reason: 'rights-as-reviewed', message, diff };
    }
    const lines = `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(diff.added.length, 'line')} added, ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(diff.removed.length, 'line')} removed`;
    const message = `who may do what is not as in ${path}: ${lines}`;
    return { verdict: 'fail', reason: 'rights-differ', message, diff };
}
function writtenEnd(path) {
    return { verdict: 'pass', reason: 'review-written', message: `wrote ${path}; read it and commit it` };
}
function differs({ added, removed }) {
    return added.length + removed.length > 0;
}


/***/ }),

/***/ 399295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ compareReviews),
/* harmony export */   z: () => (/* binding */ reviewDiffText)
/* harmony export */ });
function compareReviews(committed, now) {
    const [before, after] = [linesOf(committed), linesOf(now)];
    const [old, fresh] = [new Set(before), new Set(after)];
    return { added: after.filter((line) => !old.has(line)), removed: before.filter((line) => !fresh.has(line)) };
}
function linesOf(text) {
    return [...new Set(text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\|(-+\|)+$/.test(line)))];
}
function reviewDiffText({ added, removed }) {
    const lines = [...removed.map((line) => [line, '-']), ...added.map((line) => [line, '+'])];
    return lines
        .toSorted(([a, signA], [b, signB]) => objectOf(a).localeCompare(objectOf(b)) || Number(signA === '+') - Number(signB === '+'))
        .map(([line, sign]) => `${sign} ${line}`)
        .join('\n');
}
function objectOf(line) {
    return /`([^`]*)`/.exec(line)?.[1] ?? '';
}


/***/ })

};
