export const id = 2507;
export const ids = [2507];
export const modules = {

/***/ 132764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ INPUT_ENDED)
/* harmony export */ });
const INPUT_ENDED = 'the input ended before it was answered';


/***/ }),

/***/ 595654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plainPerson: () => (/* binding */ plainPerson)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(581833);
let node_stream__WEBPACK_IMPORTED_MODULE_1___kept;
const node_stream__WEBPACK_IMPORTED_MODULE_1__ = () => (node_stream__WEBPACK_IMPORTED_MODULE_1___kept ??= __webpack_require__(560640));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var _person_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(132764);




function plainPerson({ input, output, tell }) {
    const shown = (question, signal) => ask({ input, output }, signal, (reader, either) => reader.question(question, { signal: either }));
    return {
        async text({ question, usual, problem = () => undefined }, signal) {
            for (;;) {
                const answer = (await shown(`${question}${usual === '' ? '' : ` [${usual}]`}: `, signal)) || usual;
                const wrong = problem(answer);
                if (wrong === undefined)
                    return answer;
                tell(`${wrong}\n`);
            }
        },
        async choose({ question, choices, usual }, signal) {
            for (const { value, meaning } of choices)
                tell(`  ${value}: ${meaning}\n`);
            for (;;) {
                const answer = (await shown(`${question} [${usual}]: `, signal)) || usual;
                const chosen = choices.find(({ value }) => value === answer);
                if (chosen !== undefined)
                    return chosen.value;
                tell(`expected one of ${choices.map(({ value }) => value).join(', ')}\n`);
            }
        },
        async confirm(question, signal) {
            for (;;) {
                const answer = await shown(`${question} [Y/n] `, signal);
                if (/^(y|yes|)$/i.test(answer))
                    return true;
                if (/^(n|no)$/i.test(answer))
                    return false;
                tell('expected yes or no\n');
            }
        },
        async secret(question, signal) {
            const nowhere = new (node_stream__WEBPACK_IMPORTED_MODULE_1__()).Writable({ write: (_piece, _encoding, done) => done() });
            try {
                return await ask({ input, output: nowhere }, signal, (reader, either) => {
                    tell(`${question}: `);
                    return reader.question('', { signal: either });
                });
            }
            finally {
                tell('\n');
            }
        },
    };
}
async function ask({ input, output }, signal, put) {
    input.ref();
    const reader = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input, output, terminal: true });
    reader.on('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
    const stop = new AbortController();
    reader.on('close', () => stop.abort(new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(_person_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUT_ENDED */ .a)));
    try {
        return (await put(reader, AbortSignal.any([signal, stop.signal]))).trim();
    }
    catch (error) {
        signal.throwIfAborted();
        stop.signal.throwIfAborted();
        throw error;
    }
    finally {
        reader.close();
        input.unref();
    }
}


/***/ })

};
