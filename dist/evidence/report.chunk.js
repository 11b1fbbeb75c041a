export const id = 989;
export const ids = [989];
export const modules = {

/***/ 124175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _lockstep_action_kit_evidence_bytes_in__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(871850);
/* harmony import */ var _lockstep_action_kit_evidence_report__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(908519);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(744419);
/* harmony import */ var _collect_controls_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(353731);
/* harmony import */ var _collect_directory_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(223797);
/* harmony import */ var _collect_gathered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(556147);
/* harmony import */ var _collect_write_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(601171);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(519420);









const report = { problems: () => [], run };
async function run(values, shell) {
    const { env } = shell;
    const map = (0,_collect_controls_in_js__WEBPACK_IMPORTED_MODULE_3__/* .controlsIn */ .y)(values, shell);
    const collected = await collectedOf(values, map, shell);
    const directory = (0,_collect_directory_of_js__WEBPACK_IMPORTED_MODULE_0__/* .directoryOf */ .j)(values, shell);
    const planned = (0,_lockstep_action_kit_evidence_report__WEBPACK_IMPORTED_MODULE_4__/* .planControlsReport */ .e)({
        ...{ map, collected, name: values['controls-file'] },
        ...{ run: env.runId === 0 ? null : env.runUrl, version: (0,_tool_js__WEBPACK_IMPORTED_MODULE_5__/* .toolOf */ .w)().version },
    }, values, directory);
    (0,_collect_write_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFiles */ .h)(directory, planned.files);
    shell.summary.add(planned.summary);
    for (const warning of planned.warnings)
        shell.log.warning(warning);
    return planned.outcome;
}
async function collectedOf(values, map, shell) {
    const path = values['evidence-path'];
    if (path === '')
        return await (0,_collect_gathered_js__WEBPACK_IMPORTED_MODULE_1__/* .gathered */ .P)(values, map, shell);
    const bytes = (0,_lockstep_action_kit_evidence_bytes_in__WEBPACK_IMPORTED_MODULE_6__/* .bytesIn */ .t)(path, shell.env.workspace, 'anywhere');
    if (bytes === undefined)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_7__/* .InputError */ .dz(`input "evidence-path": ${path} cannot be read`);
    return (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_8__/* .readCollected */ .q)(bytes.toString('utf8'), `input "evidence-path": ${path}`);
}


/***/ })

};
