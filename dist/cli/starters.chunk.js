export const id = 5261;
export const ids = [5261];
export const modules = {

/***/ 647018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ defaultBranch),
/* harmony export */   _: () => (/* binding */ repositoryOf)
/* harmony export */ });
async function defaultBranch(git) {
    const remote = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
    if (remote !== undefined)
        return remote.replace(/^origin\//, '');
    const branches = ((await git('for-each-ref', '--format=%(refname:short)', 'refs/heads')) ?? '')
        .split('\n')
        .filter(Boolean);
    const [only] = branches;
    if (branches.length === 1 && only !== undefined)
        return only;
    return (['main', 'master'].find((name) => branches.includes(name)) ?? (await git('branch', '--show-current')) ?? 'main');
}
async function repositoryOf(git) {
    const url = (await git('remote', 'get-url', 'origin')) ?? '';
    return /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/]+@)[^/:]+(?::\d+)?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
}


/***/ }),

/***/ 287253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   repositoryOf: () => (/* reexport safe */ _default_branch_js__WEBPACK_IMPORTED_MODULE_0__._)
/* harmony export */ });
/* harmony import */ var _default_branch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(647018);
















/***/ })

};
