export const id = 817;
export const ids = [817];
export const modules = {

/***/ 258086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   incident: () => (/* binding */ incident)
/* harmony export */ });
const incident = {
    problems: () => [],
    run: async (values, shell) => (await Promise.all(/* import() */[__webpack_require__.e(9), __webpack_require__.e(545), __webpack_require__.e(46), __webpack_require__.e(959), __webpack_require__.e(420)]).then(__webpack_require__.bind(__webpack_require__, 79483))).runIncidents(values, shell),
};


/***/ })

};
