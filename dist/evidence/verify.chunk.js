export const id = 638;
export const ids = [638];
export const modules = {

/***/ 687632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(966584);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(460622);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(265716);
/* harmony import */ var _lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79068);
/* harmony import */ var _anchored_trail_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18065);
/* harmony import */ var _in_server_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(963934);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(519420);





const verify = { problems: ({ accept }) => (0,_lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_1__/* .readAccept */ .pc)(accept).problems, run };
async function run(values, given) {
    const shell = values.to.startsWith('branch:') ? await (0,_in_server_time_js__WEBPACK_IMPORTED_MODULE_2__/* .inServerTime */ .Q)(values, given) : given;
    const { env, log } = shell;
    const { name, ...facts } = await (0,_anchored_trail_js__WEBPACK_IMPORTED_MODULE_0__/* .anchoredTrail */ .j)(values, shell);
    log.info(`${name}: ${facts.objects.length} records, ${facts.anchors.length} anchors`);
    const report = (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_3__/* .judgeTrail */ .o)(facts);
    const policy = { name, maxUnanchoredMs: values['max-unanchored'] };
    const outcome = (0,_lockstep_action_kit_audit__WEBPACK_IMPORTED_MODULE_1__/* .reportChecks */ .oG)(shell, {
        subject: name,
        nowMs: facts.nowMs,
        run: env.runId === 0 ? null : env.runUrl,
        tool: (0,_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .toolOf */ .w)(),
        ...(0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_5__/* .trailChecks */ .Y)(facts, report, policy),
    }, values);
    const head = report.head === undefined ? {} : { digest: report.head.digest, anchor: (0,_lockstep_evidence__WEBPACK_IMPORTED_MODULE_6__/* .anchorLine */ .q7)(report.head) };
    return {
        ...outcome,
        outputs: { ...outcome.outputs, records: facts.objects.length, anchored: report.anchored, ...head },
    };
}


/***/ })

};
