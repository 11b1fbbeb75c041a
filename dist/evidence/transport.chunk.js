export const id = 410;
export const ids = [410];
export const modules = {

/***/ 106301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(636190);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(984731);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);



async function withDeadline(what, ms, work, { clock, signal: outer }) {
    if (outer?.aborted)
        throw (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer);
    const inner = new AbortController();
    const stopTimer = new AbortController();
    const onOuter = () => inner.abort((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(outer));
    outer?.addEventListener('abort', onOuter, { once: true });
    const aborted = new Promise((_, reject) => {
        inner.signal.addEventListener('abort', () => reject((0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN)(inner.signal)), { once: true });
    });
    aborted.catch(() => undefined);
    clock
        .sleep(ms, stopTimer.signal)
        .then(() => inner.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(`${what} took longer than ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(ms)}`)))
        .catch(() => undefined);
    try {
        return await Promise.race([work(inner.signal), aborted]);
    }
    finally {
        stopTimer.abort();
        outer?.removeEventListener('abort', onOuter);
    }
}


/***/ }),

/***/ 291810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openTransport: () => (/* binding */ openTransport)
});

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __webpack_require__(580229);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __webpack_require__(106301);
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+core@7.0.8/node_modules/@octokit/core/dist-src/index.js + 13 modules
var dist_src = __webpack_require__(498461);
// EXTERNAL MODULE: ./node_modules/.pnpm/@octokit+plugin-rest-endpoint-methods@18.0.0_@octokit+core@7.0.8/node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js + 3 modules
var plugin_rest_endpoint_methods_dist_src = __webpack_require__(222532);
// EXTERNAL MODULE: ./packages/github/lib/endpoints.js
var endpoints = __webpack_require__(898178);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(564604);
;// CONCATENATED MODULE: ./packages/github/lib/routes.js
const ROUTES = {
    'actions.getForkPrContributorApprovalPermissionsRepository': 'GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval',
    'orgs.getAuditLog': 'GET /orgs/{org}/audit-log',
};

;// CONCATENATED MODULE: ./packages/github/lib/transport.js






const REQUEST_TIMEOUT_MS = 20_000;
const changes = new Set(endpoints/* CHANGES */.Y6);
const beyond = new Set(endpoints/* BEYOND_REPOSITORY */.d$);
function openTransport(options) {
    const { clock, log, repository, signal } = options;
    const timeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
    const baseUrl = options.apiUrl.replace(/\/$/, '');
    const quiet = { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug };
    const octokit = new (dist_src/* Octokit */.E.plugin(plugin_rest_endpoint_methods_dist_src/* restEndpointMethods */._))({
        auth: options.token.reveal(),
        baseUrl,
        userAgent: 'lockstep',
        log: quiet,
        request: {
            log: quiet,
            redirect: options.redirects === 'refused' ? 'manual' : 'follow',
            ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
        },
    });
    const methods = octokit.rest;
    const routes = ROUTES;
    const methodOf = (endpoint) => {
        const route = routes[endpoint];
        const [scope = '', name = ''] = endpoint.split('.');
        return route === undefined
            ? methods[scope]?.[name]
            : octokit.request.defaults(routeOf(route));
    };
    return async (endpoint, parameters) => {
        const ask = methodOf(endpoint);
        if (ask === undefined)
            throw new Error(`Octokit knows no endpoint ${endpoint}`);
        const all = {
            ...(beyond.has(endpoint) ? {} : repository),
            ...(changes.has(endpoint) ? (0,redact/* redactData */.Ed)(parameters) : parameters),
        };
        const { method, url } = ask.endpoint(all);
        const what = `${method} ${url.slice(baseUrl.length)}`;
        const started = clock.now();
        try {
            const work = (inner) => ask({ ...all, request: { signal: inner } });
            const answer = await (0,deadline/* withDeadline */.N)(what, timeoutMs, work, { clock, signal });
            log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
            if (answer.status >= 300)
                throw (0,failure/* refusalOf */.Of)(what, answer, clock.now());
            if (typeof answer.data === 'string' && answer.status !== 204)
                throw (0,failure/* notJson */.O2)(what, answer.status);
            return answer;
        }
        catch (cause) {
            if (signal.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            if (cause instanceof errors/* RemoteError */.Hi)
                throw cause;
            const answer = cause.response;
            log.debug(`${what}: ${answer?.status ?? 'no answer'} after ${clock.now() - started} ms`);
            throw answer === undefined ? (0,failure/* noAnswer */.qE)(what, cause) : (0,failure/* refusalOf */.Of)(what, answer, clock.now());
        }
    };
}
function routeOf(route) {
    const [method = '', url = ''] = route.split(' ');
    return { method, url };
}


/***/ })

};
