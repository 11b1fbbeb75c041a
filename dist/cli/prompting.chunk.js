export const id = 9157;
export const ids = [9157];
export const modules = {

/***/ 132764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ INPUT_ENDED)
/* harmony export */ });
const INPUT_ENDED = 'the input ended before it was answered';


/***/ }),

/***/ 365846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promptingPerson: () => (/* binding */ promptingPerson)
/* harmony export */ });
/* harmony import */ var _inquirer_confirm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(599560);
/* harmony import */ var _inquirer_core__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(661983);
/* harmony import */ var _inquirer_input__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(266299);
/* harmony import */ var _inquirer_password__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(494231);
/* harmony import */ var _inquirer_select__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40839);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(203906);
/* harmony import */ var _person_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(132764);







function promptingPerson(screen) {
    const theme = screen.isColoured ? {} : PLAIN;
    const put = (signal, prompt) => putOn(screen, signal, prompt);
    return {
        async text({ question: message, usual, problem = () => undefined }, signal) {
            const validate = (answer) => problem(answer.trim()) ?? true;
            return (await put(signal, (where) => (0,_inquirer_input__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)({ message, default: usual, validate, theme }, where))).trim();
        },
        choose({ question: message, choices, usual }, signal) {
            const width = Math.max(...choices.map(({ value }) => value.length));
            const shown = choices.map(({ value, meaning }) => ({
                ...{ value, short: value },
                name: `${value.padEnd(width)}  ${meaning}`,
            }));
            return put(signal, (where) => (0,_inquirer_select__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)({ message, choices: shown, default: usual, theme }, where));
        },
        confirm: (message, signal) => put(signal, (where) => (0,_inquirer_confirm__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)({ message, theme }, where)),
        async secret(message, signal) {
            const hiding = { message, toggleMask: false, theme: screen.isColoured ? HIDDEN : PLAIN };
            return (await put(signal, (where) => (0,_inquirer_password__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A)(hiding, where))).trim();
        },
    };
}
async function putOn({ input, output }, signal, prompt) {
    signal.throwIfAborted();
    const over = new AbortController();
    let isOpen = true;
    const end = () => over.abort(new _lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(_person_js__WEBPACK_IMPORTED_MODULE_5__/* .INPUT_ENDED */ .a));
    const look = () => input.isPaused() && end();
    const goOn = () => setImmediate(() => isOpen && !over.signal.aborted && input.resume());
    input.ref();
    try {
        const answer = prompt({ input, output, signal: AbortSignal.any([signal, over.signal]) });
        input.on('keypress', look).on('pause', goOn).on('end', end).on('error', end);
        return await answer;
    }
    catch (error) {
        if (error instanceof _inquirer_core__WEBPACK_IMPORTED_MODULE_6__/* .ExitPromptError */ .hJ)
            process.emit('SIGINT', 'SIGINT');
        signal.throwIfAborted();
        over.signal.throwIfAborted();
        throw error;
    }
    finally {
        isOpen = false;
        input.off('keypress', look).off('pause', goOn).off('end', end).off('error', end);
        input.unref();
    }
}
const asIs = (text) => text;
const HIDDEN = { style: { maskedText: '(not shown)' } };
const PLAIN = {
    prefix: '?',
    style: {
        ...HIDDEN.style,
        ...{ answer: asIs, message: asIs, help: asIs, highlight: asIs, key: asIs, disabled: asIs, description: asIs },
        error: (text) => `> ${text}`,
        defaultAnswer: (text) => `(${text})`,
        keysHelpTip: (keys) => keys.map((pair) => pair.join(' ')).join(', '),
    },
};


/***/ })

};
