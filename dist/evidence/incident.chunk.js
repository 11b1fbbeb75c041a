export const id = 817;
export const ids = [817];
export const modules = {

/***/ 258086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   incident: () => (/* binding */ incident)
/* harmony export */ });
/* harmony import */ var _lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(966584);

const incident = {
    problems: ({ accept, 'acknowledge-within': within }) => [
        ...(within <= 0 ? ['input "acknowledge-within": expected more than 0, such as 1h: no one can be that quick'] : []),
        ...(0,_lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_0__/* .readAccept */ .pc)(accept).problems,
    ],
    run: async (values, shell) => (await Promise.all(/* import() */[__webpack_require__.e(545), __webpack_require__.e(959), __webpack_require__.e(420)]).then(__webpack_require__.bind(__webpack_require__, 79483))).runIncidents(values, shell),
};


/***/ })

};
