export const id = 2586;
export const ids = [2586];
export const modules = {

/***/ 790825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notAuditedEnd: () => (/* binding */ notAuditedEnd),
/* harmony export */   refusedEnd: () => (/* binding */ refusedEnd)
/* harmony export */ });
function notAuditedEnd(result) {
    switch (result.kind) {
        case 'refused':
            return refusedEnd(result.why);
        case 'locked':
            return { verdict: 'unknown', reason: 'lock-timeout', message: `nothing is known: ${result.message}` };
        case 'not-seeded': {
            const message = `no row of ${result.table}: ${result.message}`;
            return { verdict: 'unknown', reason: 'cannot-seed', message };
        }
    }
}
function refusedEnd({ detail, kind }) {
    const why = {
        'is-production': `this is a production server (${detail})`,
        'has-rows': `the database holds rows in ${detail}`,
        'in-use': `the database is in use by ${detail}`,
    };
    return { verdict: 'fail', reason: kind, message: `nothing was written: ${why[kind]}` };
}


/***/ })

};
