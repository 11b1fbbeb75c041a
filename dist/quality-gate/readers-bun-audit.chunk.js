export const id = 566;
export const ids = [566,470];
export const modules = {

/***/ 2161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   advisory: () => (/* binding */ advisory),
/* harmony export */   levelOf: () => (/* binding */ levelOf),
/* harmony export */   readNpmAudit: () => (/* binding */ readNpmAudit),
/* harmony export */   readPnpmAudit: () => (/* binding */ readPnpmAudit),
/* harmony export */   readYarnAudit: () => (/* binding */ readYarnAudit),
/* harmony export */   unique: () => (/* binding */ unique)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1015169);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(270680);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);




async function readNpmAudit(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    const counts = countsOf(report);
    if (counts === undefined)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('service-error', errorOf(report));
    const vulnerabilities = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(report['vulnerabilities']) ? Object.values(report['vulnerabilities']) : [];
    const advisories = vulnerabilities.flatMap((one) => {
        const { via } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(one, 'a vulnerability');
        return Array.isArray(via) ? via.filter(_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j) : [];
    });
    const findings = unique(advisories.map((one) => advisory((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(one['url']) || String(one['source']), (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(one['name']), one)));
    return agreed(counts, findings);
}
async function readPnpmAudit(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    const counts = countsOf(report);
    if (counts === undefined || !(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(report['advisories']))
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('service-error', errorOf(report));
    const findings = Object.values(report['advisories']).map((one) => {
        const entry = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(one, 'an advisory');
        const id = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(entry['github_advisory_id']) || (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(entry['url']) || String(entry['id']);
        return advisory(id, (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(entry['module_name']), entry);
    });
    return agreed(counts, findings);
}
async function readYarnAudit(source) {
    const lines = (await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonLinesOf */ .JF)(source)).filter(_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j);
    const failed = lines.find((line) => line['type'] === 'error');
    if (failed !== undefined)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('service-error', String(failed['data']));
    const summary = lines.findLast((line) => line['type'] === 'auditSummary');
    if (summary === undefined)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-truncated', 'it has no summary at its end');
    const findings = lines
        .filter((line) => line['type'] === 'auditAdvisory')
        .map((line) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(line['data'], 'data')['advisory'], 'an advisory'))
        .map((one) => advisory((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(one['github_advisory_id']) || String(one['id']), (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(one['module_name']), one));
    const counts = countsOf({ metadata: summary['data'] });
    return counts === undefined
        ? (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', 'its summary has no counts')
        : agreed(counts, unique(findings));
}
function countsOf(report) {
    const metadata = report['metadata'];
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(metadata) || !(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(metadata['vulnerabilities']))
        return undefined;
    const stated = metadata['vulnerabilities'];
    if (typeof stated['high'] !== 'number' || typeof stated['critical'] !== 'number')
        return undefined;
    return new Map(_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .ADVISORY_SEVERITIES */ .Wy.map((severity) => [severity, Number(stated[severity] ?? 0)]));
}
function agreed(counts, findings) {
    const worst = _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .ADVISORY_SEVERITIES */ .Wy.findLast((severity) => counts.get(severity) !== 0);
    const isNamed = (least) => findings.some(({ severity = 'info' }) => _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .ADVISORY_SEVERITIES */ .Wy.indexOf(severity) >= _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .ADVISORY_SEVERITIES */ .Wy.indexOf(least));
    if (worst !== undefined && !isNamed(worst))
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `it counts ${counts.get(worst)} of severity ${worst}, and lists none`);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reading */ .h)({ checked: undefined, findings });
}
function advisory(id, name, entry) {
    const severity = _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .ADVISORY_SEVERITIES */ .Wy.find((known) => known === entry['severity']) ?? 'critical';
    const title = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(entry['title']) || 'an advisory without a title';
    const short = /GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}/.exec(id)?.[0] ?? id;
    const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(`${name}: ${title} (${severity})`);
    return { rule: short, level: levelOf(severity), severity, package: name, message };
}
function levelOf(severity) {
    if (severity === 'critical' || severity === 'high')
        return 'error';
    return severity === 'moderate' ? 'warning' : 'note';
}
function unique(findings) {
    return [...new Map(findings.map((finding) => [`${finding.rule}\n${finding.package}`, finding])).values()];
}
function errorOf(report) {
    const { error } = report;
    const stated = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(error) ? [error['summary'], error['message'], error['code']] : [error];
    const words = [...stated, report['message']].find((one) => typeof one === 'string' && one !== '');
    return `the registry did not answer the audit: ${(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(words ?? 'no counts in the report').slice(0, 200)}`;
}


/***/ }),

/***/ 391905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBunAudit: () => (/* binding */ readBunAudit)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);
/* harmony import */ var _audit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2161);



async function readBunAudit(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    const findings = Object.entries(report).flatMap(([name, list]) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(list, `the advisories of ${name.slice(0, 80)}`).map((one) => {
        const entry = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(one, 'an advisory');
        return (0,_audit_js__WEBPACK_IMPORTED_MODULE_1__.advisory)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(entry['url']) || String(entry['id']), name, entry);
    }));
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reading */ .h)({ checked: undefined, findings: (0,_audit_js__WEBPACK_IMPORTED_MODULE_1__.unique)(findings) });
}


/***/ })

};
