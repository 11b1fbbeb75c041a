export const id = 337;
export const ids = [337];
export const modules = {

/***/ 981243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documents: () => (/* binding */ documents)
/* harmony export */ });
/* harmony import */ var _lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(966584);

const documents = {
    problems: ({ accept }) => (0,_lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_0__/* .readAccept */ .pc)(accept).problems,
    run: async (values, shell) => (await __webpack_require__.e(/* import() */ 760).then(__webpack_require__.bind(__webpack_require__, 954571))).runDocuments(values, shell),
};


/***/ })

};
