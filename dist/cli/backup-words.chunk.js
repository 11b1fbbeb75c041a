export const id = 3450;
export const ids = [3450];
export const modules = {

/***/ 358105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wordsOf: () => (/* binding */ wordsOf)
/* harmony export */ });
/* harmony import */ var _own_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(986623);

const DATABASE = {
    create: 'DATABASE_URL',
    drill: 'SCRATCH_DATABASE_URL',
    restore: 'TARGET_DATABASE_URL',
    status: 'DATABASE_URL',
    runbook: 'DATABASE_URL',
};
function wordsOf(command) {
    const options = [
        ...['to', 'encrypt-to', 'backup', 'tier', 'exclude-schemas', 'exclude-rows', 'tables', 'confirm-target'],
        ...['check-command', 'after-restore', 'max-age', 'max-restore-time', 'every', 'runs', 'max-drill-age'],
        ...['policy-file', 'parallel', 'pg-dump-path'],
    ];
    return new _own_words_js__WEBPACK_IMPORTED_MODULE_0__/* .OwnWords */ .u({
        ...Object.fromEntries(options.map((name) => [name, `--${name}`])),
        'decrypt-with': '--key-file',
        'database-url': DATABASE[command],
        'scratch-database-url': 'SCRATCH_DATABASE_URL',
        'target-database-url': 'TARGET_DATABASE_URL',
        's3-region': 'AWS_REGION',
        's3-endpoint': 'AWS_ENDPOINT_URL_S3',
        's3-access-key-id': 'AWS_ACCESS_KEY_ID',
        's3-secret-access-key': 'AWS_SECRET_ACCESS_KEY',
        'storage-files': 'the action backup with storage-files',
        'include-archives': 'the action backup with include-archives',
    });
}


/***/ })

};
