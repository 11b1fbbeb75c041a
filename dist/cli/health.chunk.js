export const id = 2688;
export const ids = [2688];
export const modules = {

/***/ 357088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askIdentity: () => (/* reexport */ askIdentity),
  bypassOnly: () => (/* reexport */ probe/* bypassOnly */.h)
});

// UNUSED EXPORTS: ConditionError, FEWEST_SAMPLES, errorSamples, findableDelta, formatNames, gatusFile, judgeAnswer, junitOf, openProber, parseCondition, reportOn, responseClasses, ruleNames, runComparison, runGate, sentOnTo, showIdentity, summaryOf, withControl, withMetrics

// EXTERNAL MODULE: ./packages/health/lib/identity.js
var identity = __webpack_require__(1047354);
// EXTERNAL MODULE: ./packages/health/lib/judgement.js + 20 modules
var judgement = __webpack_require__(771197);
// EXTERNAL MODULE: ./packages/health/lib/probe.js
var probe = __webpack_require__(7964);
// EXTERNAL MODULE: ./packages/health/lib/protection.js
var protection = __webpack_require__(751273);
;// CONCATENATED MODULE: ./packages/health/lib/sent-on.js

function sentOnTo(exchange, from) {
    if (exchange.kind !== 'answer' || exchange.status < 300 || exchange.status > 399)
        return undefined;
    const location = exchange.headers['location'];
    if (location === undefined || !URL.canParse(location, from.href))
        return undefined;
    const { origin, protocol } = new URL(location, from);
    const isPage = protocol === 'https:' || protocol === 'http:';
    if (!isPage || origin === from.origin)
        return undefined;
    return (0,protection/* wallIn */.I)(exchange, { expectsJson: true, statusNamed: false }) === undefined ? origin : undefined;
}

;// CONCATENATED MODULE: ./packages/health/lib/ask-identity.js




async function askIdentity(origin, question, signal) {
    const { credentials, path, timeoutMs, proxyEnv, query } = question;
    const prober = (0,probe/* openProber */.$)({
        target: { origin, host: undefined },
        credentials,
        ...(proxyEnv === undefined ? {} : { proxyEnv }),
        ...(query === undefined ? {} : { query }),
    });
    try {
        const exchange = await prober.ask(path, timeoutMs, signal);
        const { identity, because, status } = (0,judgement/* judgeAnswer */._)(exchange, anything, undefined);
        const to = sentOnTo(exchange, origin);
        const answer = { identity, because, status, sentOn: to === undefined ? undefined : new URL(to).host };
        if (exchange.kind === 'answer')
            return { ...answer, came: 'answer' };
        return { ...answer, came: exchange.code === 'ENOTFOUND' ? 'unresolved' : 'none' };
    }
    finally {
        prober.close();
    }
}
const anything = {
    format: 'auto',
    identity: identity/* noIdentity */.kH,
    identityHeader: undefined,
    conditions: [],
    criticality: { critical: [], advisory: ['*'] },
    maxAgeMs: Number.MAX_SAFE_INTEGER,
    allowed: [],
};

;// CONCATENATED MODULE: ./packages/health/lib/index.js





















/***/ })

};
