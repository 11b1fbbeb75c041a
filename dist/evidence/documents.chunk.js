export const id = 337;
export const ids = [337];
export const modules = {

/***/ 981243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documents: () => (/* binding */ documents)
/* harmony export */ });
const documents = {
    problems: () => [],
    run: async (values, shell) => (await Promise.all(/* import() */[__webpack_require__.e(9), __webpack_require__.e(46), __webpack_require__.e(670)]).then(__webpack_require__.bind(__webpack_require__, 954571))).runDocuments(values, shell),
};


/***/ })

};
