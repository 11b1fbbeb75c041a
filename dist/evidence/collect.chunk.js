export const id = 134;
export const ids = [134];
export const modules = {

/***/ 550902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collect: () => (/* binding */ collect_collect)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/evidence/lib/controls/collect.js + 2 modules
var collect = __webpack_require__(48182);
// EXTERNAL MODULE: ./packages/evidence/lib/controls/formats/words.js
var words = __webpack_require__(904462);
// EXTERNAL MODULE: ./packages/evidence/lib/sources/collected.js + 1 modules
var sources_collected = __webpack_require__(744419);
// EXTERNAL MODULE: ./packages/action-kit/lib/evidence/report.js + 14 modules
var evidence_report = __webpack_require__(908519);
;// CONCATENATED MODULE: ./packages/action-kit/lib/evidence/collected.js


function collectedEnd(map, name, collected) {
    const report = (0,collect/* collectEvidence */.m)(map, collected.found, Date.parse(collected.at));
    const isWhole = Object.keys(collected.found.unread).length === 0 && collected.numbers !== null;
    return {
        verdict: isWhole ? 'pass' : 'unknown',
        reason: isWhole ? 'collected' : 'collected-in-part',
        message: (0,words/* headline */.Pl)(report),
        ...{ controls: report.rows.length, current: report.current },
        files: { 'evidence.json': (0,sources_collected/* collectedJson */.a)(collected) },
        warnings: [...collected.notes, ...(0,evidence_report/* idleWarnings */.g)(report, name)],
    };
}

// EXTERNAL MODULE: ./actions/evidence/lib/collect/controls-in.js + 2 modules
var controls_in = __webpack_require__(353731);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/directory-of.js
var directory_of = __webpack_require__(223797);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/gathered.js + 3 modules
var gathered = __webpack_require__(556147);
// EXTERNAL MODULE: ./actions/evidence/lib/collect/write-files.js
var write_files = __webpack_require__(601171);
;// CONCATENATED MODULE: ./actions/evidence/lib/commands/collect.js






const collect_collect = { problems: () => [], run };
async function run(values, shell) {
    const map = (0,controls_in/* controlsIn */.y)(values, shell);
    const collected = await (0,gathered/* gathered */.P)(values, map, shell);
    const { controls, current, files, message, reason, verdict, warnings } = collectedEnd(map, values['controls-file'], collected);
    const directory = (0,directory_of/* directoryOf */.j)(values, shell);
    (0,write_files/* writeFiles */.h)(directory, files);
    for (const warning of warnings)
        shell.log.warning(warning);
    shell.summary.add(`### Evidence\n\n**${message}**`);
    return {
        ...{ verdict, reason, message },
        passes: verdict === 'pass' || values['on-unknown'] === 'warn' || values['report-only'],
        outputs: {
            'evidence-path': (0,external_node_path_.join)(directory, 'evidence.json'),
            'report-directory': directory,
            ...{ controls, current },
        },
    };
}


/***/ })

};
