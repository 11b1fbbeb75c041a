export const id = 8788;
export const ids = [8788];
export const modules = {

/***/ 349468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _lockstep_action_kit_evidence_report__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(908519);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(323512);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(112342);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(883149);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(298176);
/* harmony import */ var _controls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(262193);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(684728);





async function report(call) {
    const { terminal } = call;
    const name = call.text('controls-file');
    const { folder, gathering, map } = await (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .readTogether */ .V)({
        folder: () => (0,_controls_js__WEBPACK_IMPORTED_MODULE_1__/* .assertFolder */ .Zp)(call),
        map: () => (0,_controls_js__WEBPACK_IMPORTED_MODULE_1__/* .controlsOf */ .ux)(call),
        gathering: () => gatheringFor(call),
    });
    const collected = await gathering(map);
    const planned = (0,_lockstep_action_kit_evidence_report__WEBPACK_IMPORTED_MODULE_4__/* .planControlsReport */ .e)({ map, collected, name, run: null, version: (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .ownVersion */ .X)() }, { 'on-unknown': 'fail', 'report-only': false, 'report-directory': folder }, folder);
    const { controls, judgement, outcome, warnings } = planned;
    const paths = (0,_controls_js__WEBPACK_IMPORTED_MODULE_1__/* .writeAll */ .f4)(folder, planned.files);
    for (const warning of warnings)
        terminal.tell(`warning: ${_words_js__WEBPACK_IMPORTED_MODULE_2__/* .WORDS */ .q.text(warning)}\n`);
    const { message, reason, verdict } = outcome;
    const answer = {
        ...{ verdict, reason, message },
        ...{ controls: controls.rows.length, current: controls.current, files: paths },
    };
    const words = `${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .checksText */ .r)(judgement, terminal.paint).trimEnd()}\n${message}\nwrote ${paths.length} files into ${folder}\n`;
    terminal.write(call.json ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .jsonText */ .s)(answer) : words);
    return verdict;
}
async function gatheringFor(call) {
    const path = call.text('evidence-path');
    if (path === '')
        return await (await Promise.all(/* import() */[__webpack_require__.e(6745), __webpack_require__.e(8479)]).then(__webpack_require__.bind(__webpack_require__, 884763))).gatheringOf(call);
    const collected = (0,_controls_js__WEBPACK_IMPORTED_MODULE_1__/* .collectedIn */ .p5)(path);
    return async () => collected;
}


/***/ })

};
