export const id = 4322;
export const ids = [4322];
export const modules = {

/***/ 703333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DRILL_HEADER: () => (/* reexport safe */ _sentry_drill_js__WEBPACK_IMPORTED_MODULE_0__.SV),
/* harmony export */   DRILL_ID: () => (/* reexport safe */ _sentry_drill_js__WEBPACK_IMPORTED_MODULE_0__.it),
/* harmony export */   DRILL_RELEASE: () => (/* reexport safe */ _sentry_drill_js__WEBPACK_IMPORTED_MODULE_0__.O8),
/* harmony export */   LEAST_SECRET: () => (/* reexport safe */ _sentry_drill_js__WEBPACK_IMPORTED_MODULE_0__.fk),
/* harmony export */   drillHeader: () => (/* reexport safe */ _sentry_drill_js__WEBPACK_IMPORTED_MODULE_0__.v0)
/* harmony export */ });
/* harmony import */ var _sentry_drill_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8157);




















/***/ }),

/***/ 8157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O8: () => (/* binding */ DRILL_RELEASE),
/* harmony export */   R8: () => (/* binding */ DRILL_TAG),
/* harmony export */   SV: () => (/* binding */ DRILL_HEADER),
/* harmony export */   fk: () => (/* binding */ LEAST_SECRET),
/* harmony export */   gd: () => (/* binding */ provenAtMs),
/* harmony export */   it: () => (/* binding */ DRILL_ID),
/* harmony export */   v0: () => (/* binding */ drillHeader)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));

const DRILL_TAG = 'lockstep.drill';
const DRILL_HEADER = 'x-lockstep-drill';
const LEAST_SECRET = 32;
const DRILL_ID = /^[\w-]{1,64}$/;
const DRILL_RELEASE = /^[\w.@+-]{1,200}$/;
const PROOF = /^t=(\d{10}),id=([\w-]{1,64}),v1=([0-9a-f]{64})$/;
function drillHeader(secret, { atSeconds, id, release }) {
    const v1 = hmac(secret, `${atSeconds}.${id}.${release}`).toString('hex');
    return `t=${atSeconds},id=${id},release=${release},v1=${v1}`;
}
function provenAtMs(tag, release, secret) {
    const [, at = '', id = '', v1 = ''] = PROOF.exec(tag) ?? [];
    if (at === '' || secret.length < LEAST_SECRET)
        return undefined;
    const expected = hmac(secret, `event.${at}.${id}.${release}`);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().timingSafeEqual)(expected, Buffer.from(v1, 'hex')) ? Number(at) * 1_000 : undefined;
}
function hmac(secret, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHmac)('sha256', secret).update(text).digest();
}


/***/ })

};
