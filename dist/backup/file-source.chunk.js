export const id = 35;
export const ids = [35];
export const modules = {

/***/ 65369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s3FileSource: () => (/* binding */ s3FileSource)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(203906);
/* harmony import */ var _targets_s3_download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60405);
/* harmony import */ var _targets_s3_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(521738);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(121859);




function s3FileSource(settings, tools) {
    const stores = new Map();
    const storeOf = (bucket) => {
        const known = stores.get(bucket);
        if (known !== undefined)
            return known;
        const { endpoint, region, accessKeyId, secretAccessKey } = settings;
        const address = `${endpoint.replace(/\/$/, '')}/${encode(bucket)}`;
        const credentials = { accessKeyId, secretAccessKey, sessionToken: undefined };
        const store = new _targets_s3_store_js__WEBPACK_IMPORTED_MODULE_0__/* .S3Store */ .s({ bucket, prefix: '', region, address, credentials }, tools);
        stores.set(bucket, store);
        return store;
    };
    return {
        open: async (bucket, name, signal) => {
            if (name.split('/').some((part) => part === '.' || part === '..'))
                throw new _targets_target_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingObject */ ._m('a file of this name');
            const store = storeOf(bucket);
            const key = name.split('/').map(encode).join('/');
            const stream = await worded(bucket, () => (0,_targets_s3_download_js__WEBPACK_IMPORTED_MODULE_2__/* .openObject */ .M)(store, key, { from: 0, etag: null }, signal));
            return wordedChunks(bucket, (0,_targets_s3_download_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeObject */ .v)(store, key, stream, signal));
        },
    };
}
function encode(part) {
    return encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
async function worded(bucket, work) {
    try {
        return await work();
    }
    catch (error) {
        throw withoutName(bucket, error);
    }
}
async function* wordedChunks(bucket, chunks) {
    try {
        yield* chunks;
    }
    catch (error) {
        throw withoutName(bucket, error);
    }
}
function withoutName(bucket, error) {
    if (!(error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .RemoteError */ .Hi))
        return error;
    const { code, retryable, status } = error;
    if (code === 'NoSuchKey')
        return new _targets_target_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingObject */ ._m('a file');
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .RemoteError */ .Hi(`Supabase Storage: a file of the bucket ${bucket} cannot be read`, {
        service: 'Supabase Storage',
        retryable,
        ...(status === undefined ? {} : { status }),
        ...(code === undefined ? {} : { code }),
        hint: 'check the S3 access keys of Storage and its endpoint (Storage, Settings in the dashboard)',
    });
}


/***/ })

};
