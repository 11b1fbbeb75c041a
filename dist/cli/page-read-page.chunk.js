export const id = 1150;
export const ids = [1150];
export const modules = {

/***/ 723205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPage: () => (/* binding */ readPage)
/* harmony export */ });
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(411013);

const JAVASCRIPT = /^(?:(?:application|text)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/;
function readPage(html) {
    const scripts = [];
    const styles = [];
    const images = [];
    const metaHeaders = new Map();
    let metaReferrer;
    let base;
    let handlers = 0;
    let open;
    const parser = new htmlparser2__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .i({
        onopentag(name, attributes) {
            if (Object.keys(attributes).some((one) => /^on[a-z]+$/.test(one)))
                handlers += 1;
            if (name === 'script' || name === 'style')
                open = { tag: name, attributes, text: '' };
            else if (name === 'img')
                images.push(...sourcesOf(attributes));
            else if (name === 'base')
                base ??= attributes['href'];
            else if (name === 'link' && words(attributes['rel']).includes('stylesheet'))
                styles.push({ href: attributes['href'] ?? '', nonce: attributes['nonce'], text: '' });
            else if (name === 'meta')
                readMeta(attributes);
        },
        ontext(text) {
            if (open !== undefined)
                open.text += text;
        },
        onclosetag(name) {
            if (open === undefined || open.tag !== name)
                return;
            if (open.tag === 'script')
                scripts.push(scriptOf(open));
            else
                styles.push({ href: undefined, nonce: open.attributes['nonce'], text: open.text });
            open = undefined;
        },
    }, { decodeEntities: true });
    parser.write(html);
    parser.end();
    return { scripts, styles, images, handlers, metaHeaders, metaReferrer, base };
    function readMeta(attributes) {
        const { content, 'http-equiv': equiv, name } = attributes;
        if (content === undefined || content === '')
            return;
        if (equiv !== undefined) {
            const key = equiv.trim().toLowerCase();
            metaHeaders.set(key, [...(metaHeaders.get(key) ?? []), content]);
        }
        else if (name?.trim().toLowerCase() === 'referrer')
            metaReferrer = content;
    }
}
function scriptOf({ attributes, text }) {
    return {
        src: attributes['src'],
        nonce: attributes['nonce'],
        integrity: attributes['integrity'],
        type: typeOf(attributes['type']),
        text: attributes['src'] === undefined ? text : '',
    };
}
function typeOf(type) {
    const word = (type ?? '').trim().toLowerCase().split(';')[0] ?? '';
    if (word === '' || JAVASCRIPT.test(word))
        return 'classic';
    if (word === 'module')
        return 'module';
    if (word === 'importmap')
        return 'importmap';
    return word === 'speculationrules' ? 'speculation' : 'data';
}
function sourcesOf({ src, srcset }) {
    const candidates = (srcset ?? '').split(/,\s+/).map((one) => one.trim().split(/\s+/)[0] ?? '');
    return [src ?? '', ...candidates].filter((one) => one !== '');
}
function words(text) {
    return (text ?? '').trim().toLowerCase().split(/\s+/);
}


/***/ })

};
