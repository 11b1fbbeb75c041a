export const id = 1690;
export const ids = [1690];
export const modules = {

/***/ 863671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readSqlFiles: () => (/* binding */ readSqlFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);


function readSqlFiles(directory, workspace) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, directory);
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { recursive: true, encoding: 'utf8' });
    }
    catch {
        return [];
    }
    return names
        .filter((name) => name.endsWith('.sql') && !/(^|[._/-])down([._/-]|\.sql$)/.test(name))
        .filter((name) => !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(name).startsWith('.'))
        .sort()
        .flatMap((name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path).replaceAll('\\', '/');
        try {
            return [{ file, text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8') }];
        }
        catch {
            return [];
        }
    })
        .filter(({ file }) => !file.startsWith('..'));
}


/***/ })

};
