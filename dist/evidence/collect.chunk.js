export const id = 898;
export const ids = [898];
export const modules = {

/***/ 7517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collect: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1250);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6982);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7333);
/* harmony import */ var _collect_controls_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2534);
/* harmony import */ var _collect_directory_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7674);
/* harmony import */ var _collect_gather_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6016);
/* harmony import */ var _collect_write_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7696);






async function collect(values, shell) {
    const map = (0,_collect_controls_in_js__WEBPACK_IMPORTED_MODULE_1__/* .controlsIn */ .y)(values, shell);
    const collected = await (0,_collect_gather_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .k)(values, map, shell);
    const report = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__/* .collectEvidence */ .m)(map, collected.found, Date.parse(collected.at));
    const directory = (0,_collect_directory_of_js__WEBPACK_IMPORTED_MODULE_2__/* .directoryOf */ .j)(values, shell);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'evidence.json');
    (0,_collect_write_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFiles */ .h)(directory, { 'evidence.json': (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__/* .collectedJson */ .a)(collected) });
    for (const note of collected.notes)
        shell.log.warning(note);
    const isWhole = Object.keys(collected.found.unread).length === 0 && collected.numbers !== null;
    shell.summary.add(`### Evidence\n\n**${(0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__/* .headline */ .Pl)(report)}**`);
    return {
        verdict: isWhole ? 'pass' : 'unknown',
        reason: isWhole ? 'collected' : 'collected-in-part',
        message: (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_7__/* .headline */ .Pl)(report),
        passes: isWhole || values['on-unknown'] === 'warn' || values['report-only'],
        outputs: {
            'evidence-path': path,
            'report-directory': directory,
            controls: report.rows.length,
            current: report.current,
        },
    };
}


/***/ })

};
