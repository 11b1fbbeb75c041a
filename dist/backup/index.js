import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 1191:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Scalar = __nccwpck_require__(1091);
var YAMLMap = __nccwpck_require__(372);
var YAMLSeq = __nccwpck_require__(7241);
var resolveBlockMap = __nccwpck_require__(7969);
var resolveBlockSeq = __nccwpck_require__(5612);
var resolveFlowCollection = __nccwpck_require__(8384);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 7277:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(7031);
var composeNode = __nccwpck_require__(5015);
var resolveEnd = __nccwpck_require__(698);
var resolveProps = __nccwpck_require__(9781);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5015:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5067);
var identity = __nccwpck_require__(2485);
var composeCollection = __nccwpck_require__(1191);
var composeScalar = __nccwpck_require__(7367);
var resolveEnd = __nccwpck_require__(698);
var utilEmptyScalarPosition = __nccwpck_require__(1201);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 7367:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Scalar = __nccwpck_require__(1091);
var resolveBlockScalar = __nccwpck_require__(2267);
var resolveFlowScalar = __nccwpck_require__(8588);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 8498:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(2300);
var Document = __nccwpck_require__(7031);
var errors = __nccwpck_require__(8078);
var identity = __nccwpck_require__(2485);
var composeDoc = __nccwpck_require__(7277);
var resolveEnd = __nccwpck_require__(698);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7969:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(1923);
var YAMLMap = __nccwpck_require__(372);
var resolveProps = __nccwpck_require__(9781);
var utilContainsNewline = __nccwpck_require__(5709);
var utilFlowIndentCheck = __nccwpck_require__(3849);
var utilMapIncludes = __nccwpck_require__(8929);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 2267:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 5612:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(7241);
var resolveProps = __nccwpck_require__(9781);
var utilFlowIndentCheck = __nccwpck_require__(3849);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 698:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 8384:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Pair = __nccwpck_require__(1923);
var YAMLMap = __nccwpck_require__(372);
var YAMLSeq = __nccwpck_require__(7241);
var resolveEnd = __nccwpck_require__(698);
var resolveProps = __nccwpck_require__(9781);
var utilContainsNewline = __nccwpck_require__(5709);
var utilMapIncludes = __nccwpck_require__(8929);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 8588:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);
var resolveEnd = __nccwpck_require__(698);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 9781:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 5709:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 1201:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 3849:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(5709);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 8929:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 7031:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5067);
var Collection = __nccwpck_require__(1763);
var identity = __nccwpck_require__(2485);
var Pair = __nccwpck_require__(1923);
var toJS = __nccwpck_require__(8161);
var Schema = __nccwpck_require__(2018);
var stringifyDocument = __nccwpck_require__(3611);
var anchors = __nccwpck_require__(5026);
var applyReviver = __nccwpck_require__(3131);
var createNode = __nccwpck_require__(2962);
var directives = __nccwpck_require__(2300);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 5026:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var visit = __nccwpck_require__(4882);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3131:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2962:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(5067);
var identity = __nccwpck_require__(2485);
var Scalar = __nccwpck_require__(1091);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 2300:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var visit = __nccwpck_require__(4882);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 8078:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8009:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(8498);
var Document = __nccwpck_require__(7031);
var Schema = __nccwpck_require__(2018);
var errors = __nccwpck_require__(8078);
var Alias = __nccwpck_require__(5067);
var identity = __nccwpck_require__(2485);
var Pair = __nccwpck_require__(1923);
var Scalar = __nccwpck_require__(1091);
var YAMLMap = __nccwpck_require__(372);
var YAMLSeq = __nccwpck_require__(7241);
var cst = __nccwpck_require__(5599);
var lexer = __nccwpck_require__(1479);
var lineCounter = __nccwpck_require__(7486);
var parser = __nccwpck_require__(978);
var publicApi = __nccwpck_require__(2929);
var visit = __nccwpck_require__(4882);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
exports.qg = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 2767:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 5067:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(5026);
var visit = __nccwpck_require__(4882);
var identity = __nccwpck_require__(2485);
var Node = __nccwpck_require__(2427);
var toJS = __nccwpck_require__(8161);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 1763:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2962);
var identity = __nccwpck_require__(2485);
var Node = __nccwpck_require__(2427);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 2427:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3131);
var identity = __nccwpck_require__(2485);
var toJS = __nccwpck_require__(8161);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 1923:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2962);
var stringifyPair = __nccwpck_require__(6930);
var addPairToJSMap = __nccwpck_require__(8274);
var identity = __nccwpck_require__(2485);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 1091:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Node = __nccwpck_require__(2427);
var toJS = __nccwpck_require__(8161);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 372:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(6090);
var addPairToJSMap = __nccwpck_require__(8274);
var Collection = __nccwpck_require__(1763);
var identity = __nccwpck_require__(2485);
var Pair = __nccwpck_require__(1923);
var Scalar = __nccwpck_require__(1091);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 7241:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2962);
var stringifyCollection = __nccwpck_require__(6090);
var Collection = __nccwpck_require__(1763);
var identity = __nccwpck_require__(2485);
var Scalar = __nccwpck_require__(1091);
var toJS = __nccwpck_require__(8161);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 8274:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(2767);
var merge = __nccwpck_require__(8438);
var stringify = __nccwpck_require__(2862);
var identity = __nccwpck_require__(2485);
var toJS = __nccwpck_require__(8161);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 2485:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 8161:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 4056:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(2267);
var resolveFlowScalar = __nccwpck_require__(8588);
var errors = __nccwpck_require__(8078);
var stringifyString = __nccwpck_require__(7751);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 5715:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 245:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 5599:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(4056);
var cstStringify = __nccwpck_require__(5715);
var cstVisit = __nccwpck_require__(245);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 1479:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(5599);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 7486:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 978:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(5599);
var lexer = __nccwpck_require__(1479);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 2929:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(8498);
var Document = __nccwpck_require__(7031);
var errors = __nccwpck_require__(8078);
var log = __nccwpck_require__(2767);
var identity = __nccwpck_require__(2485);
var lineCounter = __nccwpck_require__(7486);
var parser = __nccwpck_require__(978);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 2018:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var map = __nccwpck_require__(8681);
var seq = __nccwpck_require__(7220);
var string = __nccwpck_require__(8130);
var tags = __nccwpck_require__(4772);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 8681:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var YAMLMap = __nccwpck_require__(372);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 537:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 7220:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var YAMLSeq = __nccwpck_require__(7241);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 8130:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(7751);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 9193:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 6223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);
var stringifyNumber = __nccwpck_require__(9927);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 6304:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(9927);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 5494:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(8681);
var _null = __nccwpck_require__(537);
var seq = __nccwpck_require__(7220);
var string = __nccwpck_require__(8130);
var bool = __nccwpck_require__(9193);
var float = __nccwpck_require__(6223);
var int = __nccwpck_require__(6304);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 7409:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);
var map = __nccwpck_require__(8681);
var seq = __nccwpck_require__(7220);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 4772:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(8681);
var _null = __nccwpck_require__(537);
var seq = __nccwpck_require__(7220);
var string = __nccwpck_require__(8130);
var bool = __nccwpck_require__(9193);
var float = __nccwpck_require__(6223);
var int = __nccwpck_require__(6304);
var schema = __nccwpck_require__(5494);
var schema$1 = __nccwpck_require__(7409);
var binary = __nccwpck_require__(5557);
var merge = __nccwpck_require__(8438);
var omap = __nccwpck_require__(889);
var pairs = __nccwpck_require__(8539);
var schema$2 = __nccwpck_require__(7719);
var set = __nccwpck_require__(4038);
var timestamp = __nccwpck_require__(9382);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 5557:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(1091);
var stringifyString = __nccwpck_require__(7751);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 832:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);
var stringifyNumber = __nccwpck_require__(9927);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 5631:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(9927);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 8438:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Scalar = __nccwpck_require__(1091);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 889:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var toJS = __nccwpck_require__(8161);
var YAMLMap = __nccwpck_require__(372);
var YAMLSeq = __nccwpck_require__(7241);
var pairs = __nccwpck_require__(8539);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8539:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Pair = __nccwpck_require__(1923);
var Scalar = __nccwpck_require__(1091);
var YAMLSeq = __nccwpck_require__(7241);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 7719:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(8681);
var _null = __nccwpck_require__(537);
var seq = __nccwpck_require__(7220);
var string = __nccwpck_require__(8130);
var binary = __nccwpck_require__(5557);
var bool = __nccwpck_require__(832);
var float = __nccwpck_require__(1232);
var int = __nccwpck_require__(5631);
var merge = __nccwpck_require__(8438);
var omap = __nccwpck_require__(889);
var pairs = __nccwpck_require__(8539);
var set = __nccwpck_require__(4038);
var timestamp = __nccwpck_require__(9382);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 4038:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Pair = __nccwpck_require__(1923);
var YAMLMap = __nccwpck_require__(372);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 9382:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(9927);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 6309:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2862:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(5026);
var identity = __nccwpck_require__(2485);
var stringifyComment = __nccwpck_require__(5977);
var stringifyString = __nccwpck_require__(7751);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 6090:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var stringify = __nccwpck_require__(2862);
var stringifyComment = __nccwpck_require__(5977);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 5977:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 3611:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var stringify = __nccwpck_require__(2862);
var stringifyComment = __nccwpck_require__(5977);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 9927:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 6930:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);
var Scalar = __nccwpck_require__(1091);
var stringify = __nccwpck_require__(2862);
var stringifyComment = __nccwpck_require__(5977);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 7751:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(1091);
var foldFlowLines = __nccwpck_require__(6309);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 4882:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(2485);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 7834:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8373);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6437);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 2 modules
var database_url = __nccwpck_require__(2282);
// EXTERNAL MODULE: ./packages/backup/lib/source/inventory.js
var source_inventory = __nccwpck_require__(5085);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __nccwpck_require__(7574);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/pooler.js



async function refuseTransactionPooler(access, session) {
    if (session.announcedPid === session.pid)
        return;
    const second = await (0,connection_session/* openSession */.f)(access.target, {
        log: access.log,
        signal: access.signal,
        applicationName: 'lockstep probe',
    });
    try {
        let shared = second.pid === session.pid;
        if (!shared) {
            await second.rows('begin');
            const [now] = await session.rows('select pg_catalog.pg_backend_pid()');
            shared = Number(now?.[0]) !== session.pid;
            await second.rows('rollback');
        }
        if (!shared)
            return;
    }
    finally {
        await second.close();
    }
    throw new errors/* InputError */.dz(`database-url: ${access.target.host}:${access.target.port} is a pooler in transaction mode, on which locks and ` +
        `settings do not hold; use its session mode, ${(0,database_url/* sessionUrl */._c)(access.target)}, or the server itself`);
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(6768);
// EXTERNAL MODULE: ./packages/backup/lib/source/source-settings.js
var source_settings = __nccwpck_require__(5412);
;// CONCATENATED MODULE: ./packages/backup/lib/source/snapshot.js




class LockNotGranted extends Error {
    name = 'LockNotGranted';
}
const LOCKS_IN_A_MESSAGE = 200;
const TRIES = 3;
async function takeSnapshot(keeper, options) {
    await refuseTransactionPooler(options.access, keeper);
    for (let turn = 1; turn <= TRIES; turn++) {
        const { toLock } = await (0,source_inventory/* readInventory */.zw)(keeper, options.selection, { locked: false });
        await keeper.rows(`begin isolation level repeatable read, read only; ${settingsFor(keeper)}`);
        await lock(keeper, toLock, options.lockTimeoutMs);
        const [row] = await keeper.rows('select pg_catalog.pg_export_snapshot()');
        const inventory = await (0,source_inventory/* readInventory */.zw)(keeper, options.selection, { locked: true });
        if (inventory.toLock.join('\n') === toLock.join('\n')) {
            return { keeper, id: row?.[0] ?? '', inventory, facts: await readFacts(keeper) };
        }
        await keeper.rows('rollback');
    }
    throw new errors/* RemoteError */.Hi('tables were created or dropped each time the locks were taken', {
        service: 'PostgreSQL',
        retryable: true,
        hint: 'run again when no migration runs',
    });
}
async function joinSnapshot(session, id, mode) {
    await session.rows(`begin isolation level repeatable read, ${mode}; set transaction snapshot '${id}'; ${settingsFor(session)}`);
}
function openSource(target, log, signal) {
    return (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep backup' });
}
function settingsFor(session) {
    return session.version < 170_000 ? source_settings/* SOURCE_SETTINGS */.G : `${source_settings/* SOURCE_SETTINGS */.G}; set local transaction_timeout = 0`;
}
async function lock(keeper, tables, timeoutMs) {
    await keeper.rows(`set local lock_timeout = ${Math.max(1, Math.round(timeoutMs))}`);
    for (let from = 0; from < tables.length; from += LOCKS_IN_A_MESSAGE) {
        const list = tables.slice(from, from + LOCKS_IN_A_MESSAGE).map((name) => `only ${name}`);
        const result = await keeper.send(`lock table ${list.join(', ')} in access share mode`);
        if (result.ok)
            continue;
        const isTimeout = result.error instanceof sql_error/* SqlError */.L8 && result.error.server.code === '55P03';
        throw isTimeout ? new LockNotGranted('a table is locked by another transaction') : result.error;
    }
    await keeper.rows('set local lock_timeout = 0');
}
async function readFacts(keeper) {
    const [row] = await keeper.rows(`select extract(epoch from pg_catalog.clock_timestamp()) * 1000, pg_catalog.current_database(),
            pg_catalog.pg_encoding_to_char(d.encoding), pg_catalog.current_setting('server_version'),
            pg_catalog.pg_current_snapshot()::text,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
                 then (select system_identifier::text from pg_catalog.pg_control_system()) end,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_current_wal_insert_lsn()', 'execute')
                 then pg_catalog.pg_current_wal_insert_lsn()::text end
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`);
    const [at, database, encoding, version, snapshot, system, lsn] = row ?? [];
    return {
        takenAtMs: Math.floor(Number(at)),
        database: database ?? '',
        encoding: encoding ?? '',
        serverVersion: version ?? '',
        major: Math.floor(keeper.version / 10_000),
        systemIdentifier: system ?? null,
        snapshot: snapshot ?? '',
        lsn: lsn ?? null,
    };
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/plan.js


async function planBackup({ target, selection, log, signal, }) {
    const session = await openSource(target, log, signal);
    try {
        await session.rows('set row_security = off');
        return await (0,source_inventory/* readInventory */.zw)(session, selection, { locked: false });
    }
    finally {
        await session.close();
    }
}

// EXTERNAL MODULE: ./packages/backup/lib/manifest/manifest.js + 1 modules
var manifest_manifest = __nccwpck_require__(543);
;// CONCATENATED MODULE: ./packages/backup/lib/status/tiers.js

function tierFor(nowMs, backups) {
    for (const tier of ['yearly', 'monthly', 'weekly']) {
        const period = periodOf(tier, nowMs);
        const kept = manifest_manifest/* TIERS */.iB.slice(manifest_manifest/* TIERS */.iB.indexOf(tier));
        const has = backups.some((one) => one.isWhole && kept.includes(one.tier) && periodOf(tier, one.takenAtMs) === period);
        if (!has)
            return tier;
    }
    return 'daily';
}
function periodOf(tier, atMs) {
    const day = new Date(atMs).toISOString().slice(0, 10);
    if (tier === 'yearly')
        return day.slice(0, 4);
    if (tier === 'monthly')
        return day.slice(0, 7);
    if (tier === 'daily')
        return day;
    const DAY_MS = 86_400_000;
    return String(Math.floor((atMs / DAY_MS + 3) / 7));
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/list-backups.js

async function listBackups(place, options) {
    const found = new Map();
    for (const tier of manifest_manifest/* TIERS */.iB) {
        for await (const object of place.list(`${tier}/`, options)) {
            const id = object.key.split('/')[1] ?? '';
            if (!(0,manifest_manifest/* isBackupId */["if"])(id))
                continue;
            const prefix = `${tier}/${id}/`;
            const objects = found.get(prefix);
            if (objects === undefined)
                found.set(prefix, [object]);
            else
                objects.push(object);
        }
    }
    return [...found].map(([prefix, objects]) => listed(prefix, objects)).sort((a, b) => b.takenAtMs - a.takenAtMs);
}
function listed(prefix, objects) {
    const [tier, id = ''] = prefix.split('/');
    const locks = objects.map(({ lockedUntilMs }) => lockedUntilMs);
    return {
        tier,
        id,
        prefix,
        takenAtMs: (0,manifest_manifest/* takenAtOf */.cv)(id) ?? 0,
        isWhole: objects.some(({ key }) => key === `${prefix}${manifest_manifest/* MANIFEST_NAME */.ir}`),
        objects: objects.length,
        bytes: objects.reduce((sum, object) => sum + object.bytes, 0),
        lockedUntilMs: locks.every((lock) => lock !== undefined) ? Math.min(...locks) : undefined,
        legalHold: objects.length > 0 && objects.every(({ legalHold }) => legalHold === true),
    };
}
function newestOf(backups) {
    return backups.find(({ isWhole }) => isWhole);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./packages/backup/lib/files/lazily.js
var lazily = __nccwpck_require__(514);
;// CONCATENATED MODULE: ./packages/backup/lib/manifest/restore-script.js
const RESTORE_NAME = 'restore.sh';
const SUMS_NAME = 'SHA256SUMS';
function checksumFile(objects) {
    return objects.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
}
function restoreScript(order) {
    return `#!/usr/bin/env bash
# Restores this backup into an empty database, with psql alone:
#
#   ./restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE [KEY-FILE]
#
# KEY-FILE holds the age identity that decrypts. Either all is restored or nothing. Jobs of pg_cron are restored switched
# off: turn them on with "update cron.job set active = true" when this database is to act on the world.
# This program's own \`restore\` also compares what it restored with the manifest.
set -euo pipefail
# As it was written, whatever is set here.
export PGCLIENTENCODING=UTF8
cd "$(dirname "$0")"
target=\${1:?usage: ./restore.sh postgresql://… [KEY-FILE]}
key=\${2:-}

sha256sum --check --quiet ${SUMS_NAME}

plain() {
  case $1 in
    *.age) age --decrypt --identity "\${key:?this backup is encrypted: give the file of the key}" "$1" | gzip -dc ;;
    *) gzip -dc "$1" ;;
  esac
}

all() {
  echo 'begin;'
${order.map((name) => `  plain ${name}`).join('\n')}
  # Only behind all of it: psql would also commit what was cut.
  echo 'commit;'
}

all | psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$target" > /dev/null
echo 'restored'
`;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
;// CONCATENATED MODULE: ./packages/backup/lib/schema/native-dump.js



async function refuseUnfitDump(path, major, signal) {
    const { code, output } = await run(path, ['--version'], {}, signal);
    const words = output.toString('utf8').trim();
    const own = Number(/^pg_dump \(PostgreSQL\) (\d+)/.exec(words)?.[1]);
    if (code !== 0 || Number.isNaN(own)) {
        const said = words.split('\n', 1)[0] || 'nothing';
        throw new errors/* InputError */.dz(`pg-dump-path: ${path} is no pg_dump: with --version it ended with ${code} and wrote ${said}`);
    }
    if (own < major) {
        throw new errors/* InputError */.dz(`pg-dump-path: ${path} is of version ${own}, and the server is PostgreSQL ${major}: ` +
            `use a pg_dump of version ${major} or newer, or leave the input out`);
    }
}
async function nativeDump(path, target, args, signal) {
    const { code, output, words } = await run(path, [...args, '--no-password'], libpqVariables(target), signal);
    if (code === 0)
        return output;
    throw new errors/* RemoteError */.Hi(words || `it ended with ${code}`, { service: 'pg_dump', retryable: false });
}
async function run(path, args, env, signal) {
    const program = (0,external_node_child_process_namespaceObject.spawn)(path, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'], ...env },
        ...(signal === undefined ? {} : { signal }),
    });
    const ended = new Promise((resolve, reject) => {
        program.once('error', (cause) => {
            const isAbsent = cause.code === 'ENOENT' || cause.code === 'EACCES';
            reject(isAbsent ? new errors/* InputError */.dz(`pg-dump-path: ${path} cannot be run`, { cause }) : cause);
        });
        program.once('close', (code, killed) => resolve(code ?? killed ?? 'no code'));
    });
    const [output, words, code] = await Promise.all([(0,consumers_namespaceObject.buffer)(program.stdout), (0,consumers_namespaceObject.buffer)(program.stderr), ended]);
    return { code, output, words: words.toString('utf8').trim() };
}
function libpqVariables(target) {
    const { tls } = target;
    const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
    const roots = tls.mode === 'off' || tls.mode === 'none' ? undefined : (tls.roots ?? 'system');
    return {
        PGHOST: target.host,
        PGPORT: String(target.port),
        PGUSER: target.user,
        PGDATABASE: target.database,
        PGPASSWORD: target.password,
        PGSSLMODE: mode,
        PGAPPNAME: 'lockstep backup schema',
        ...(roots === undefined ? {} : { PGSSLROOTCERT: roots }),
        ...(target.options === '' ? {} : { PGOPTIONS: target.options }),
    };
}

// EXTERNAL MODULE: ./packages/backup/lib/seal/sealed-object.js + 2 modules
var sealed_object = __nccwpck_require__(6200);
;// CONCATENATED MODULE: ./packages/postgres/lib/migration-lock.js
const MIGRATION_LOCK = '4120653457330203772';

;// CONCATENATED MODULE: ./packages/backup/lib/source/give-way.js


class GaveWay extends Error {
    name = 'GaveWay';
    to;
    constructor(to, message) {
        super(message);
        this.to = to;
    }
}
const LOOK_EVERY_MS = 500;
class GiveWay {
    #options;
    #startedMs;
    #stop = new AbortController();
    #gaveWay = new AbortController();
    #pids = new Set();
    #looking = Promise.resolve();
    constructor(options) {
        this.#options = options;
        this.#startedMs = options.clock.now();
    }
    get signal() {
        return this.#gaveWay.signal;
    }
    watch(session) {
        this.#pids.add(session.pid);
    }
    start() {
        void this.#options.session.send("set statement_timeout = '10s'");
        this.#looking = this.#look().catch((error) => {
            if (!this.#stop.signal.aborted)
                this.#yield(new GaveWay('lock', `whether someone waits for the backup could not be seen: ${(0,errors/* describe */.q0)(error)}`));
        });
    }
    async refuseRelease() {
        const reason = await this.#release();
        if (reason !== undefined)
            throw reason;
    }
    async end() {
        this.#stop.abort();
        await this.#looking;
        await this.#terminate();
    }
    async #look() {
        const { clock } = this.#options;
        for (;;) {
            const reason = this.#late() ?? (await this.#waiter()) ?? (await this.#release());
            if (reason !== undefined) {
                this.#yield(reason);
                await this.#terminate();
                return;
            }
            try {
                await clock.sleep(LOOK_EVERY_MS, this.#stop.signal);
            }
            catch {
                return;
            }
        }
    }
    #yield(reason) {
        this.#gaveWay.abort(reason);
    }
    #late() {
        const passed = this.#options.clock.now() - this.#startedMs;
        if (passed <= this.#options.maxDurationMs)
            return undefined;
        return new GaveWay('time', `it took longer than ${Math.round(this.#options.maxDurationMs / 1_000)} s`);
    }
    async #waiter() {
        if (this.#pids.size === 0)
            return undefined;
        const ours = `array[${[...this.#pids].join(',')}]::int[]`;
        const [row] = await this.#options.session.rows(`select l.pid, a.application_name from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
        where not l.granted and l.pid <> all (${ours}) and pg_catalog.pg_blocking_pids(l.pid) && ${ours} limit 1`);
        if (row === undefined)
            return undefined;
        return new GaveWay('lock', `backend ${row[0]} (${row[1] || 'no name'}) waits for a table that the backup reads`);
    }
    async #release() {
        const key = MIGRATION_LOCK;
        const [row] = await this.#options.session.rows(`select l.pid from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.classid::bigint = (${key}::bigint >> 32) & 4294967295 and l.objid::bigint = ${key}::bigint & 4294967295
          and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()) limit 1`);
        return row === undefined ? undefined : new GaveWay('release', `a migration runs (backend ${row[0]})`);
    }
    async #terminate() {
        const { session, log } = this.#options;
        if (this.#pids.size === 0 || session.lost)
            return;
        const result = await session.send(`select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
        where a.pid = any (array[${[...this.#pids].join(',')}]::int[]) and a.usename = session_user
          and a.application_name = 'lockstep backup'`);
        if (!result.ok)
            log.warning(`the backup's sessions could not be ended on the server: ${(0,errors/* describe */.q0)(result.error)}`);
    }
}

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(6498);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/copy-rows.js
var copy_rows = __nccwpck_require__(2918);
// EXTERNAL MODULE: ./packages/postgres/lib/schema/describe-schema.js + 3 modules
var describe_schema = __nccwpck_require__(1476);
// EXTERNAL MODULE: ./packages/backup/lib/rows/copy-script.js
var copy_script = __nccwpck_require__(1658);
// EXTERNAL MODULE: ./packages/backup/lib/restore/script-entries.js
var script_entries = __nccwpck_require__(7254);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
// EXTERNAL MODULE: ./packages/base/lib/clock.js
var lib_clock = __nccwpck_require__(6298);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/explain.js
var explain = __nccwpck_require__(5676);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/raw.js


const WITHIN_MS = 20_000;
async function openRaw(target, options) {
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 4945));
    const client = new pg.Client(await (0,connection_session/* clientConfig */.y)(target, options.applicationName, options.withinMs ?? WITHIN_MS));
    const parameters = {};
    client.connection.on('parameterStatus', (message) => {
        parameters[message.parameterName] = message.parameterValue;
    });
    client.on('error', () => undefined);
    try {
        await client.connect();
    }
    catch (error) {
        client.connection.stream.destroy();
        throw (0,explain/* explainFailedLogin */.A)(target, error);
    }
    const socket = client.connection.stream;
    socket.removeAllListeners('data');
    const { processID, secretKey } = client;
    return { socket, parameters, pid: processID, secretKey };
}

;// CONCATENATED MODULE: ./packages/backup/lib/schema/wasm-dump.js







const BUFFER_BYTES = 256 * 1024;
async function wasmDump(target, args, signal) {
    const connection = await openRaw(target, { applicationName: 'lockstep backup schema' });
    const control = new SharedArrayBuffer(8);
    const data = new SharedArrayBuffer(BUFFER_BYTES);
    const { parameters, pid, secretKey } = connection;
    const worker = new external_node_worker_threads_namespaceObject.Worker(beside('dump-worker.cjs'), {
        workerData: { module: pgDumpModule(), args, control, data, parameters, pid, secretKey },
    });
    const bridge = new Bridge(connection, new Int32Array(control), new Uint8Array(data));
    try {
        return await new Promise((resolve, reject) => {
            signal?.addEventListener('abort', () => reject((0,lib_clock/* cancellation */.WN)(signal)), { once: true });
            if (signal?.aborted)
                reject((0,lib_clock/* cancellation */.WN)(signal));
            worker.once('error', reject);
            worker.once('exit', (code) => reject(new Error(`the thread of pg_dump ended with code ${code}`)));
            worker.on('message', (said) => {
                if ('write' in said)
                    connection.socket.write(said.write);
                else if ('read' in said)
                    bridge.wanted();
                else if ('sql' in said)
                    resolve(said.sql);
                else
                    reject(refused(said.error));
            });
        });
    }
    finally {
        await worker.terminate();
        connection.socket.destroy();
    }
}
class Bridge {
    #control;
    #data;
    #received = [];
    #isWanted = false;
    #isClosed = false;
    constructor({ socket }, control, data) {
        this.#control = control;
        this.#data = data;
        socket.on('data', (bytes) => {
            this.#received.push(bytes);
            this.#hand();
        });
        socket.on('close', () => {
            this.#isClosed = true;
            this.#hand();
        });
        socket.on('error', () => undefined);
    }
    wanted() {
        this.#isWanted = true;
        this.#hand();
    }
    #hand() {
        if (!this.#isWanted || (this.#received.length === 0 && !this.#isClosed))
            return;
        this.#isWanted = false;
        let length = 0;
        while (length < this.#data.length) {
            const first = this.#received[0];
            if (first === undefined)
                break;
            const part = first.subarray(0, this.#data.length - length);
            this.#data.set(part, length);
            length += part.length;
            if (part.length === first.length)
                this.#received.shift();
            else
                this.#received[0] = first.subarray(part.length);
        }
        Atomics.store(this.#control, 1, length);
        Atomics.store(this.#control, 0, 1);
        Atomics.notify(this.#control, 0);
    }
}
function refused(words) {
    const said = /pg_dump: error: ([\s\S]*)/.exec(words)?.[1] ?? words;
    return new errors/* RemoteError */.Hi(`pg_dump: ${said}`, { service: 'pg_dump', retryable: false });
}
function beside(name) {
    const folder = (0,external_node_path_.dirname)((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url));
    const own = ['.', '../shared', '../../src/schema'].map((each) => (0,external_node_path_.join)(folder, each, name));
    return own.find(external_node_fs_.existsSync) ?? (0,external_node_path_.join)(folder, name);
}
function pgDumpModule() {
    const bundled = beside('pg_dump.cjs');
    if ((0,external_node_fs_.existsSync)(bundled))
        return bundled;
    return (0,external_node_module_namespaceObject.createRequire)(import.meta.url).resolve(['@electric-sql', 'pglite-tools', 'pg_dump'].join('/'));
}

;// CONCATENATED MODULE: ./packages/backup/lib/schema/dump-schema.js



async function dumpSchema(options) {
    const section = async (name) => {
        const args = [`--section=${name}`, `--snapshot=${options.snapshot}`, '--no-subscriptions', '--encoding=UTF8'];
        for (const table of options.withoutTables)
            args.push(`--exclude-table=${table}`);
        for (const schema of options.withoutSchemas)
            args.push(`--exclude-schema=${schema}`);
        const { target, signal, pgDumpPath } = options;
        const sql = pgDumpPath === undefined
            ? await wasmDump(target, args, signal)
            : await nativeDump(pgDumpPath, target, args, signal);
        return portable(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(sql));
    };
    const before = await section('pre-data');
    const after = await section('post-data');
    return { before, after: (0,script_entries/* eventTriggersLast */.IA)(after) };
}
const END_OF_HEAD = '\nSET client_encoding = ';
function portable(sql) {
    const end = sql.indexOf(END_OF_HEAD) + 1;
    const head = sql.slice(0, end);
    const [restrict = '', key = ''] = /^\\restrict (\w+)\n/m.exec(head) ?? [];
    const plainHead = head.replace(restrict, '').replace(/^SET transaction_timeout = 0;\n/m, '');
    const rest = sql.slice(end);
    const unrestrict = `\n\\unrestrict ${key}\n`;
    const last = key === '' || !rest.trimEnd().endsWith(unrestrict.trimEnd()) ? -1 : rest.lastIndexOf(unrestrict);
    return plainHead + (last === -1 ? rest : rest.slice(0, last + 1) + rest.slice(last + unrestrict.length));
}

// EXTERNAL MODULE: ./packages/backup/lib/source/quiet-session.js
var quiet_session = __nccwpck_require__(5972);
;// CONCATENATED MODULE: ./packages/backup/lib/source/roles.js

const ATTRIBUTES = ['superuser', 'inherit', 'createrole', 'createdb', 'login', 'replication', 'bypassrls'];
async function readGlobals(session) {
    const roles = await session.rows(`select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit,
            pg_catalog.shobj_description(oid, 'pg_authid')
       from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1`);
    const members = await session.rows(`select distinct pg_catalog.pg_get_userbyid(m.roleid), pg_catalog.pg_get_userbyid(m.member), m.admin_option
       from pg_catalog.pg_auth_members m order by 1, 2`);
    const settings = await session.rows(`select case when s.setrole = 0 then null else pg_catalog.pg_get_userbyid(s.setrole)::text end, s.setdatabase <> 0, setting
       from pg_catalog.pg_db_role_setting s cross join pg_catalog.unnest(s.setconfig) setting
      where s.setdatabase in (0, (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()))
      order by 1 nulls first, 2, 3`);
    const [database] = await session.rows(`select pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.shobj_description(d.oid, 'pg_database')
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`);
    const rights = await session.rows(`select case when a.grantee = 0 then null else pg_catalog.pg_get_userbyid(a.grantee)::text end, a.privilege_type, a.is_grantable
       from pg_catalog.pg_database d cross join pg_catalog.aclexplode(d.datacl) a
      where d.datname = pg_catalog.current_database() order by 1 nulls first, 2`);
    const [hasOwnRights] = await session.rows('select datacl is not null from pg_catalog.pg_database where datname = pg_catalog.current_database()');
    return {
        roles: roles.map(([name]) => name ?? ''),
        script: [
            `create temporary table ${NEW_ROLES} (name text);`,
            ...roles.map(createRole),
            ...members.map(grantRole),
            ...databaseScript(database ?? [], rights, hasOwnRights?.[0] === 't'),
            ...settings.map(setting),
            `drop table ${NEW_ROLES};`,
            '',
        ].join('\n'),
    };
}
const NEW_ROLES = 'pg_temp.lockstep_new_roles';
function createRole([name, ...attributes]) {
    const comment = attributes.pop();
    const words = ATTRIBUTES.map((word, at) => (attributes[at] === 't' ? word : `no${word}`));
    const create = `create role ${(0,quote/* identifier */.Cv)(name ?? '')} ${words.join(' ')} connection limit ${attributes.at(-1)}`;
    const said = comment === null || comment === undefined
        ? ''
        : ` execute ${(0,quote/* literal */.eu)(`comment on role ${(0,quote/* identifier */.Cv)(name ?? '')} is ${(0,quote/* literal */.eu)(comment)}`)};`;
    return block(`if not exists (select from pg_catalog.pg_roles where rolname = ${(0,quote/* literal */.eu)(name ?? '')}) then
  execute ${(0,quote/* literal */.eu)(create)};${said} insert into ${NEW_ROLES} values (${(0,quote/* literal */.eu)(name ?? '')}); end if;`);
}
function grantRole([role, member, isAdmin]) {
    const admin = isAdmin === 't' ? ' with admin option' : '';
    const grant = `grant ${(0,quote/* identifier */.Cv)(role ?? '')} to ${(0,quote/* identifier */.Cv)(member ?? '')}${admin}`;
    return block(`if ${isNew(role)} or ${isNew(member)} then execute ${(0,quote/* literal */.eu)(grant)}; end if;`);
}
function isNew(role) {
    return `exists (select from ${NEW_ROLES} where name = ${(0,quote/* literal */.eu)(role ?? '')})`;
}
function block(body, declarations = '') {
    return `do $lockstep$ ${declarations}begin ${body} end $lockstep$;`;
}
function databaseScript([owner, comment], rights, hasOwn) {
    const statements = [`alter database %1$I owner to ${(0,quote/* identifier */.Cv)(owner ?? '').replaceAll('%', '%%')}`];
    if (comment !== null && comment !== undefined)
        statements.push(`comment on database %1$I is ${(0,quote/* literal */.eu)(comment).replaceAll('%', '%%')}`);
    if (hasOwn)
        statements.push('revoke all on database %1$I from public');
    for (const [grantee, privilege, isGrantable] of rights) {
        const to = grantee === null || grantee === undefined ? 'public' : (0,quote/* identifier */.Cv)(grantee).replaceAll('%', '%%');
        statements.push(`grant ${privilege} on database %1$I to ${to}${isGrantable === 't' && to !== 'public' ? ' with grant option' : ''}`);
    }
    return statements.map(onThisDatabase);
}
function onThisDatabase(format) {
    return block(`execute pg_catalog.format(${(0,quote/* literal */.eu)(format)}, pg_catalog.current_database());`);
}
function setting([role, isOfDatabase, text]) {
    const at = (text ?? '').indexOf('=');
    const name = (text ?? '').slice(0, at);
    const value = (text ?? '').slice(at + 1);
    const parameter = name.split('.').map(quote/* identifier */.Cv).join('.').replaceAll('%', '%%');
    const where = isOfDatabase === 't' ? ' in database %1$I' : '';
    const isOfRole = role !== null && role !== undefined;
    const whose = isOfRole ? `alter role ${(0,quote/* identifier */.Cv)(role).replaceAll('%', '%%')}${where}` : 'alter database %1$I';
    const isWanted = isOfRole && isOfDatabase !== 't' ? isNew(role) : 'true';
    return block(`if ${isWanted} then
  perform pg_catalog.set_config(${(0,quote/* literal */.eu)(name)}, ${(0,quote/* literal */.eu)(value)}, false);
  execute pg_catalog.format(${(0,quote/* literal */.eu)(`${whose} set ${parameter} from current`)}, pg_catalog.current_database());
  perform pg_catalog.set_config(${(0,quote/* literal */.eu)(name)}, before, false); end if;`, `declare before text := pg_catalog.current_setting(${(0,quote/* literal */.eu)(name)}, true); `);
}

// EXTERNAL MODULE: ./packages/backup/lib/create/pool.js
var pool = __nccwpck_require__(8420);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
;// CONCATENATED MODULE: ./packages/backup/lib/create/progress.js

const SAY_EVERY_MS = 15_000;
class Progress {
    #clock;
    #log;
    #tables;
    #startedMs;
    #saidMs;
    #finished = 0;
    #bytes = 0;
    constructor({ clock, log }, tables) {
        this.#clock = clock;
        this.#log = log;
        this.#tables = tables.length;
        this.#startedMs = clock.now();
        this.#saidMs = this.#startedMs;
        const size = tables.reduce((sum, table) => sum + table.bytes, 0);
        log.info(`copying ${(0,lists/* count */.U9)(tables.length, 'table')}, ${megabytes(size)} on the server's disk`);
    }
    async *watched(rows) {
        for await (const batch of rows) {
            this.#bytes += batch.length;
            this.#say();
            yield batch;
        }
    }
    finished() {
        this.#finished++;
        this.#say();
    }
    #say() {
        const now = this.#clock.now();
        if (this.#finished < this.#tables && now - this.#saidMs < SAY_EVERY_MS)
            return;
        this.#saidMs = now;
        const seconds = Math.max(0.1, (now - this.#startedMs) / 1_000);
        const rate = `${megabytes(this.#bytes)} in ${seconds.toFixed(1)} s`;
        this.#log.info(`${this.#finished} of ${(0,lists/* count */.U9)(this.#tables, 'table')}, ${rate}`);
    }
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/store-contents.js











const QUIET = `do $lockstep$ begin
  if exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('cron.job') and attname = 'active' and not attisdropped)
  then update cron.job set active = false; end if; end $lockstep$;
`;
async function storeContents(storing) {
    const { snapshot, seal, id } = storing;
    const { facts, inventory } = snapshot;
    const sessions = await joinedSessions(storing);
    const [scripts, tables] = await Promise.all([schemaScripts(storing), storeTables(storing, sessions)]);
    const globals = await readGlobals(snapshot.keeper);
    const objects = [
        await (0,sealed_object/* storeSealed */.ux)(seal, 'globals.sql', store_contents_text(globals.script)),
        await (0,sealed_object/* storeSealed */.ux)(seal, 'before.sql', store_contents_text(scripts.before)),
    ];
    const order = objects.map(({ name }) => name);
    objects.push(...tables.map(({ stored }) => stored));
    order.push(...tables.map(({ stored }) => stored.name));
    const sequences = await (0,source_inventory/* readSequences */.lu)(snapshot.keeper, inventory.sequences);
    for (const [name, script] of [
        ['sequences.sql', sequences.map(source_inventory/* setSequence */.QA).join('')],
        ['after.sql', scripts.after],
        ['quiet.sql', QUIET],
    ]) {
        const stored = await (0,sealed_object/* storeSealed */.ux)(seal, name, store_contents_text(script));
        objects.push(stored);
        order.push(stored.name);
    }
    const schema = [...(await schemaIn(storing))];
    const contents = {
        kind: manifest_manifest/* CONTENTS_KIND */.s4,
        id,
        takenAt: new Date(facts.takenAtMs).toISOString(),
        source: {
            database: facts.database,
            encoding: facts.encoding,
            serverVersion: facts.serverVersion,
            major: facts.major,
            systemIdentifier: facts.systemIdentifier,
        },
        snapshot: { id: facts.snapshot, lsn: facts.lsn },
        tables: tables.map(({ table }) => table),
        sequences,
        schema,
        schemaDigest: (0,manifest_manifest/* schemaDigest */.ku)(schema),
        roles: globals.roles,
        extensions: await readExtensions(snapshot.keeper),
        notContained: inventory.notContained,
        withoutTables: inventory.withoutTables,
        migrations: await readMigrations(snapshot.keeper),
        release: storing.release,
        order,
    };
    const record = await (0,sealed_object/* storeSealed */.ux)(seal, manifest_manifest/* CONTENTS_NAME */.Zx, store_contents_text(JSON.stringify(contents)));
    return { contents, record, objects };
}
function schemaScripts({ target, snapshot, selection, pgDumpPath, signal }) {
    return dumpSchema({
        target,
        snapshot: snapshot.id,
        withoutTables: snapshot.inventory.withoutTables,
        withoutSchemas: (0,source_inventory/* leftOut */.ig)(selection).map(quote/* identifier */.Cv),
        pgDumpPath,
        signal,
    });
}
async function joinedSessions({ open, parallel, snapshot }) {
    const many = Math.max(1, Math.min(parallel, snapshot.inventory.tables.length));
    const sessions = [];
    for (let nth = 0; nth < many; nth++) {
        const session = await open();
        await joinSnapshot(session, snapshot.id, 'read only');
        sessions.push(session);
    }
    return sessions;
}
async function storeTables(storing, sessions) {
    const { tables } = storing.snapshot.inventory;
    const numbered = tables.map((table, at) => ({ table, at }));
    numbered.sort((a, b) => b.table.bytes - a.table.bytes);
    const stored = [];
    const progress = new Progress(storing, tables);
    await (0,pool/* inParallel */.H)(sessions, numbered, async (session, { table, at }) => {
        stored[at] = await storeTable(storing.seal, session, { table, at, progress });
        progress.finished();
    }, () => abandonAll(sessions));
    return stored;
}
function abandonAll(sessions) {
    for (const session of sessions)
        session.abandon();
}
async function storeTable(seal, session, { table, at, progress }) {
    let digest;
    const rows = progress.watched((0,copy_rows/* copyRows */.D)(session, (0,source_inventory/* copyOutStatement */.zj)(table)));
    const script = (0,copy_script/* copyScript */.XY)({ statement: (0,source_inventory/* copyInStatement */.ec)(table), rows }, (rows) => {
        digest = rows;
    });
    const stored = await (0,sealed_object/* storeSealed */.ux)(seal, `data/${String(at + 1).padStart(5, '0')}.sql`, script);
    if (digest === undefined)
        throw new Error(`${table.name}: its rows were not read to their end`);
    const { name, columns, types, condition } = table;
    return { stored, table: { name, columns, types, condition: condition ?? null, object: stored.name, ...digest } };
}
async function schemaIn({ open, snapshot, selection }) {
    const session = await open();
    await (0,quiet_session/* withoutEventTriggers */._)(session);
    await joinSnapshot(session, snapshot.id, 'read write');
    const schema = await (0,describe_schema/* readSchemaWithin */.zT)(session, (0,source_inventory/* leftOut */.ig)(selection));
    await session.rows('rollback');
    return schema;
}
async function readExtensions(session) {
    const rows = await session.rows('select extname, extversion from pg_catalog.pg_extension order by 1');
    return rows.map(([name, version]) => ({ name: name ?? '', version: version ?? '' }));
}
const MIGRATION_TABLES = [
    ['supabase_migrations.schema_migrations', 'version'],
    ['lockstep.migrations', 'version'],
    ['public.schema_migrations', 'version'],
];
async function readMigrations(session) {
    const found = [];
    for (const [table, column] of MIGRATION_TABLES) {
        const [there] = await session.rows(`select exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(table)})
         and attname = ${(0,quote/* literal */.eu)(column)} and not attisdropped)`);
        if (there?.[0] !== 't')
            continue;
        const rows = await session.rows(`select ${column}::text from ${table} order by 1`);
        found.push({ table, versions: rows.map(([version]) => version ?? '') });
    }
    return found;
}
async function* store_contents_text(content) {
    yield Buffer.from(content);
}

;// CONCATENATED MODULE: ./packages/backup/lib/create/create.js











async function createBackup(options) {
    const { target, log, signal } = options;
    const watcher = await openSource(target, log, signal);
    const { clock, maxDurationMs } = options;
    const giveWay = new GiveWay({ session: watcher, clock, log, maxDurationMs });
    const sessions = [];
    const open = async () => {
        const session = await openSource(target, log, signal);
        sessions.push(session);
        giveWay.watch(session);
        return session;
    };
    let working = Promise.resolve();
    try {
        await giveWay.refuseRelease();
        const keeper = await open();
        giveWay.start();
        const ends = either(signal, giveWay.signal);
        const release = async () => {
            await giveWay.end();
            for (const session of sessions)
                session.abandon();
        };
        const backingUp = backUp({ ...options, signal: ends }, keeper, { open, release });
        working = backingUp.catch(() => undefined);
        return await untilAborted(ends, backingUp);
    }
    catch (error) {
        return endOf(giveWay.signal.aborted ? giveWay.signal.reason : error);
    }
    finally {
        await giveWay.end();
        for (const session of sessions)
            session.abandon();
        const settled = new AbortController();
        await Promise.race([working, clock.sleep(SETTLE_MS, settled.signal).catch(() => undefined)]);
        settled.abort();
        await watcher.close();
    }
}
const SETTLE_MS = 5_000;
async function backUp(options, keeper, { open, release }) {
    const { target, selection, lockTimeoutMs, pgDumpPath, log, clock, signal } = options;
    if (pgDumpPath !== undefined)
        await refuseUnfitDump(pgDumpPath, Math.floor(keeper.version / 10_000), signal);
    const access = { target, log, clock, signal };
    const snapshot = await takeSnapshot(keeper, { access, selection, lockTimeoutMs });
    const refused = refusal(snapshot);
    if (refused !== undefined)
        return refused;
    const { facts, inventory } = snapshot;
    const id = (0,manifest_manifest/* backupId */.WH)(facts.takenAtMs, (0,external_node_crypto_.randomBytes)(4).toString('hex'));
    const prefix = (0,manifest_manifest/* backupPrefix */.nY)(options.tier, id);
    const seal = { target: options.place, prefix, encryption: options.encryption, signal };
    const stored = await storeContents({ ...options, id, seal, snapshot, open });
    const files = await listFiles(options, keeper);
    const objects = [...stored.objects];
    objects.push(await (0,sealed_object/* store */.M_)(seal, RESTORE_NAME, textOnce(restoreScript(stored.contents.order))));
    objects.push(await (0,sealed_object/* store */.M_)(seal, SUMS_NAME, textOnce(checksumFile([...objects, stored.record]))));
    let summary;
    if (files !== undefined && options.files !== undefined) {
        await release();
        const { storeFiles } = await (0,lazily/* copying */.kJ)();
        const { tier, parallel } = options;
        const takenAtMs = facts.takenAtMs;
        const kept = await storeFiles({ ...options.files, files, tier, id, takenAtMs, seal, parallel, clock, log });
        summary = kept.summary;
        objects.push(kept.object);
    }
    const manifest = await writeManifest(options, seal, { ...stored, objects, id, files: summary });
    return manifest === undefined
        ? { kind: 'id-taken', id }
        : { kind: 'backed-up', manifest, notContained: inventory.notContained };
}
async function listFiles({ files }, keeper) {
    if (files === undefined)
        return undefined;
    const { hasFiles, readFiles } = await (0,lazily/* listing */.RR)();
    if (await hasFiles(keeper))
        return readFiles(keeper);
    if (files.mode === 'list')
        return undefined;
    throw new errors/* InputError */.dz('storage-files: the database has no table storage.objects that this role may read');
}
function refusal({ inventory }) {
    if (inventory.hidden.length > 0)
        return { kind: 'rows-hidden', tables: inventory.hidden };
    if (inventory.unreadable.length > 0)
        return { kind: 'not-readable', tables: inventory.unreadable };
    if (inventory.largeObjects > 0)
        return { kind: 'large-objects', count: inventory.largeObjects };
    return inventory.toLock.length === 0 ? { kind: 'nothing-to-back-up' } : undefined;
}
async function writeManifest({ tier, encryption, tool, clock, signal }, { target, prefix }, stored) {
    const { contents, record, objects, id, files } = stored;
    const sum = (what) => contents.tables.reduce((total, table) => total + table[what], 0);
    const plain = {
        kind: manifest_manifest/* MANIFEST_KIND */.$8,
        id,
        tier,
        takenAt: contents.takenAt,
        finishedAt: new Date(clock.now()).toISOString(),
        source: contents.source,
        encryption,
        totals: { tables: contents.tables.length, rows: sum('rows'), bytes: sum('bytes') },
        contents: record,
        objects,
        ...(files === undefined ? {} : { files }),
        ...archivesOf(contents),
        tool,
    };
    const manifest = { ...plain, digest: (0,manifest_manifest/* manifestDigest */.It)(plain) };
    const body = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    const put = await target.putIfAbsent(`${prefix}${manifest_manifest/* MANIFEST_NAME */.ir}`, body, { signal, contentType: 'application/json' });
    return put === 'stored' ? manifest : undefined;
}
function archivesOf({ notContained, tables }) {
    if (tables.some(({ name }) => name.startsWith(`${source_inventory/* ARCHIVES */._t}.`)))
        return { archives: 'contained' };
    return notContained.some(({ what }) => what.startsWith(`table ${source_inventory/* ARCHIVES */._t}.`)) ? { archives: 'left-out' } : {};
}
function endOf(error) {
    if (error instanceof GaveWay)
        return { kind: 'gave-way', to: error.to, why: error.message };
    if (error instanceof LockNotGranted)
        return { kind: 'lock-timeout', why: error.message };
    throw error;
}
async function* textOnce(text) {
    yield Buffer.from(text);
}
function either(outer, inner) {
    return outer === undefined ? inner : AbortSignal.any([outer, inner]);
}
async function untilAborted(signal, work) {
    let stop;
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
    }
}

// EXTERNAL MODULE: ./packages/backup/lib/seal/recipients.js
var seal_recipients = __nccwpck_require__(89);
;// CONCATENATED MODULE: ./packages/base/lib/together.js

async function readTogether(readers) {
    const results = {};
    const problems = [];
    const causes = [];
    for (const [name, read] of Object.entries(readers)) {
        try {
            results[name] = await read();
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            problems.push(...error.problems);
            causes.push(error);
        }
    }
    if (causes.length === 1)
        throw causes[0];
    if (causes.length > 1)
        throw new errors/* InputError */.dz([...new Set(problems)]);
    return results;
}

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./packages/base/lib/plain-line.js
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
function plainLine(text, most = Number.POSITIVE_INFINITY) {
    const head = text.length > most * 10 + 1_000 ? `${text.slice(0, most * 10 + 1_000)}…` : text;
    const line = head.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
    if (line.length <= most)
        return line;
    const characters = [...line];
    if (characters.length <= most)
        return line;
    return `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

;// CONCATENATED MODULE: ./packages/base/lib/inline-text.js

const GAP = '\u200b';
function inlineText(text, most = 200) {
    return plainLine(text, most)
        .replace(/@(?=\S)/g, `@${GAP}`)
        .replace(/#(?=\d)/g, `#${GAP}`)
        .replace(/\bGH-(?=\d)/gi, (found) => `${found}${GAP}`)
        .replace(/:\/\//g, `:${GAP}//`)
        .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}${GAP}.`)
        .replace(/[\\`*_{}[\]<>|~&$#]/g, '\\$&')
        .replace(/^(?:[-+=]|\d+(?=[.)]))/, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`));
}
function linkTarget(url) {
    return url.replace(/[\s()<>|\\`]/g, (found) => encodeURIComponent(found).replace('(', '%28').replace(')', '%29'));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./packages/backup/lib/targets/target.js
var target = __nccwpck_require__(1993);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/directory.js






const UNFINISHED = /\.unfinished-[0-9a-f]+$/;
async function directoryTarget(folder) {
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`to: ${folder} cannot be made a folder`, { cause });
    }
    return new DirectoryTarget(folder);
}
class DirectoryTarget {
    name;
    #folder;
    constructor(folder) {
        this.name = folder;
        this.#folder = folder;
    }
    async put(key, body, { signal }) {
        const unfinished = await this.#write(key, body, signal);
        await worded(key, () => (0,promises_.rename)(unfinished, this.#path(key)));
        const stored = await this.head(key);
        if (stored === undefined)
            throw failed(key, 'it is not there after it was written');
        return stored;
    }
    async putIfAbsent(key, body, { signal }) {
        const unfinished = await this.#write(key, once(body), signal);
        try {
            await (0,promises_.link)(unfinished, this.#path(key));
            return 'stored';
        }
        catch (error) {
            if (codeOf(error) === 'EEXIST')
                return 'exists';
            throw failed(key, 'it could not get its name', error);
        }
        finally {
            await (0,promises_.unlink)(unfinished).catch(() => undefined);
        }
    }
    async get(key) {
        if ((await this.head(key)) === undefined)
            throw new target/* MissingObject */._m(key);
        return (0,external_node_fs_.createReadStream)(this.#path(key));
    }
    async *list(prefix) {
        const from = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
        const keys = await this.#keysBelow(from);
        for (const key of keys.sort()) {
            const stored = key.startsWith(prefix) ? await this.head(key) : undefined;
            if (stored !== undefined)
                yield stored;
        }
    }
    async head(key) {
        try {
            const found = await (0,promises_.stat)(this.#path(key));
            return found.isFile() ? { key, bytes: found.size, modifiedMs: Math.floor(found.mtimeMs) } : undefined;
        }
        catch (error) {
            if (isAbsent(error))
                return undefined;
            throw failed(key, 'it cannot be looked at', error);
        }
    }
    #path(key) {
        (0,target/* assertKey */.sM)(key);
        return (0,external_node_path_.join)(this.#folder, key);
    }
    async #write(key, body, signal) {
        const path = `${this.#path(key)}.unfinished-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        const file = await worded(key, async () => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            return (0,promises_.open)(path, 'wx', 0o600);
        });
        try {
            for await (const chunk of body) {
                if (signal?.aborted)
                    throw (0,lib_clock/* cancellation */.WN)(signal);
                await worded(key, () => writeAll(file, chunk));
            }
            if (signal?.aborted)
                throw (0,lib_clock/* cancellation */.WN)(signal);
            await worded(key, () => file.sync());
            await worded(key, () => file.close());
            return path;
        }
        catch (error) {
            await file.close().catch(() => undefined);
            await (0,promises_.unlink)(path).catch(() => undefined);
            throw error;
        }
    }
    async #keysBelow(folder) {
        try {
            const entries = await (0,promises_.readdir)((0,external_node_path_.join)(this.#folder, folder), { withFileTypes: true });
            const below = entries.map(async (entry) => {
                const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory())
                    return this.#keysBelow(key);
                return entry.isFile() && !UNFINISHED.test(key) ? [key] : [];
            });
            return (await Promise.all(below)).flat();
        }
        catch (error) {
            if (isAbsent(error))
                return [];
            throw failed(folder, 'it cannot be listed', error);
        }
    }
}
async function writeAll(file, chunk) {
    for (let rest = chunk; rest.length > 0;)
        rest = rest.subarray((await file.write(rest)).bytesWritten);
}
async function* once(body) {
    yield body;
}
async function worded(key, work) {
    try {
        return await work();
    }
    catch (error) {
        throw failed(key, 'it cannot be written', error);
    }
}
function failed(key, why, cause) {
    const code = codeOf(cause);
    return new errors/* RemoteError */.Hi(`the folder of backups: ${key}: ${why}`, {
        service: 'file system',
        ...(code === undefined ? {} : { code }),
        retryable: false,
        ...(code === 'ENOSPC' ? { hint: 'its disk is full' } : {}),
        cause,
    });
}
function isAbsent(error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}
function codeOf(error) {
    return error?.code;
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var lib_secret = __nccwpck_require__(9558);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/place.js


function readS3Place(settings, env) {
    const problems = [];
    const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*?)\/?)?$/.exec(settings.to) ?? [];
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
        problems.push(`to: "${settings.to}" names no bucket; expected s3://BUCKET or s3://BUCKET/PREFIX`);
    const wrong = prefix === '' ? undefined : (0,target/* keyProblem */.dD)(prefix);
    if (wrong !== undefined)
        problems.push(`to: the prefix "${prefix}" can be none: ${wrong}`);
    const endpoint = readEndpoint(settings.endpoint || env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || '', problems);
    const region = settings.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '';
    if (!/^[a-z0-9-]+$/.test(region))
        problems.push(region === ''
            ? 's3-region: required, for example eu-central-1, or auto for Cloudflare R2; AWS_REGION is not set either'
            : `s3-region: "${region}" is not a region; expected a name like eu-central-1`);
    const credentials = readCredentials(settings, env, problems);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { bucket, prefix, region, address: addressOf(bucket, region, endpoint), credentials };
}
function readCredentials(settings, env, problems) {
    const given = settings.accessKeyId !== undefined && settings.accessKeyId !== '';
    const secret = settings.secretAccessKey;
    if (given || (secret !== undefined && !secret.isEmpty)) {
        if (!given)
            problems.push('s3-access-key-id: required where s3-secret-access-key is given');
        if (secret === undefined || secret.isEmpty)
            problems.push('s3-secret-access-key: the secret is empty; an unset secret arrives as an empty text');
        const token = settings.sessionToken;
        return {
            accessKeyId: settings.accessKeyId ?? '',
            secretAccessKey: secret ?? new lib_secret/* Secret */.z(''),
            sessionToken: token === undefined || token.isEmpty ? undefined : token,
        };
    }
    const [accessKeyId = '', secretAccessKey = '', token = ''] = [
        env['AWS_ACCESS_KEY_ID'],
        env['AWS_SECRET_ACCESS_KEY'],
        env['AWS_SESSION_TOKEN'],
    ];
    if (accessKeyId === '' || secretAccessKey === '')
        problems.push('credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; run aws-actions/configure-aws-credentials before this step, or give s3-access-key-id and s3-secret-access-key');
    return {
        accessKeyId,
        secretAccessKey: new lib_secret/* Secret */.z(secretAccessKey),
        sessionToken: token === '' ? undefined : new lib_secret/* Secret */.z(token),
    };
}
function readEndpoint(text, problems) {
    if (text === '')
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '') {
        problems.push(`s3-endpoint: "${text}" is not an address; expected one like https://ACCOUNT.r2.cloudflarestorage.com`);
        return undefined;
    }
    const isNear = !url.hostname.includes('.') || /^(?:127\.\d+\.\d+\.\d+|.*\.localhost)$/.test(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear))
        problems.push(`s3-endpoint: "${text}" must begin with https://`);
    return url;
}
function addressOf(bucket, region, endpoint) {
    if (endpoint !== undefined)
        return `${endpoint.href.replace(/\/$/, '')}/${bucket}`;
    const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
    return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/targets/open-place.js



async function openPlace(settings, { clock, env, log }) {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(settings.to)?.[1]?.toLowerCase();
    if (scheme === undefined)
        return directoryTarget(settings.to);
    if (scheme === 's3') {
        const place = readS3Place(settings, env);
        const { s3Target } = await Promise.all(/* import() */[__nccwpck_require__.e(589), __nccwpck_require__.e(939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9939));
        return s3Target(place, { clock, log });
    }
    throw new errors/* InputError */.dz(`to: ${scheme}:// is no place for backups; expected s3://BUCKET/PREFIX, or a folder`);
}

;// CONCATENATED MODULE: ./actions/backup/lib/place.js

function placeOf(values, { clock, log }) {
    return openPlace({
        to: values.to,
        region: values['s3-region'],
        endpoint: values['s3-endpoint'],
        accessKeyId: values['s3-access-key-id'],
        secretAccessKey: values['s3-secret-access-key'],
    }, { clock, log, fetch, env: process.env });
}
async function chosenBackup(place, wanted, signal) {
    const backups = await listBackups(place, { signal });
    if (wanted === 'latest')
        return newestOf(backups);
    return backups.find(({ isWhole, tier, id }) => isWhole && (wanted === id || wanted === `${tier}/${id}`));
}

;// CONCATENATED MODULE: ./actions/backup/lib/tool.js
function toolOf() {
    return { name: 'backup', version: process.env['GITHUB_ACTION_REF'] || 'v1' };
}

;// CONCATENATED MODULE: ./actions/backup/lib/create.js




async function create(values, shell) {
    const { clock, log, signal } = shell;
    const whatAndHow = {
        target: () => (0,database_url/* readDatabaseUrl */.Bq)(values['database-url'].reveal()),
        encryption: () => encryptionOf(values['encrypt-to']),
    };
    const selection = {
        withoutSchemas: values['exclude-schemas'],
        withoutRows: values['exclude-rows'],
        withArchives: values['include-archives'],
    };
    if (values['dry-run']) {
        const { target } = await readTogether(whatAndHow);
        return plan(await planBackup({ target, selection, log, signal }), shell);
    }
    const { target, encryption, place, files } = await readTogether({
        ...whatAndHow,
        place: () => placeOf(values, shell),
        files: () => filesOption(values, shell),
    });
    const tier = values.tier === 'auto' ? tierFor(clock.now(), await listBackups(place, { signal })) : values.tier;
    const options = {
        target,
        place,
        tier,
        encryption,
        selection,
        parallel: values.parallel,
        lockTimeoutMs: values['lock-timeout'],
        maxDurationMs: values['max-duration'],
        pgDumpPath: values['pg-dump-path'] === '' ? undefined : values['pg-dump-path'],
        ...files,
        release: values['release-id'] || (shell.journal?.read().release.id ?? null),
        tool: toolOf(),
        clock,
        log,
        signal,
    };
    return outcomeOf(await createBackup(options), place.name, shell);
}
async function filesOption(values, { clock, log }) {
    const asked = values['storage-files'];
    const maxDurationMs = values['max-files-duration'];
    if (asked === 'none')
        return {};
    if (asked !== 'copy')
        return { files: { mode: 'list', source: undefined, maxDurationMs } };
    const settings = {
        endpoint: values['storage-s3-endpoint'],
        region: values['storage-s3-region'],
        accessKeyId: values['storage-s3-access-key-id'],
        secretAccessKey: values['storage-s3-secret-access-key'],
    };
    return { files: { mode: 'copy', source: await (0,lazily/* openFileSource */.Sd)(settings, { clock, log }), maxDurationMs } };
}
async function encryptionOf(recipients) {
    if (recipients.length === 1 && recipients[0] === 'none')
        return { kind: 'none' };
    const problems = await (0,seal_recipients/* recipientProblems */.O2)(recipients);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { kind: 'age', recipients };
}
function plan(inventory, { log }) {
    const { tables, sequences, notContained, hidden, unreadable } = inventory;
    for (const { name } of tables)
        log.info(`contained: ${name}`);
    for (const { what, why } of notContained)
        log.info(`not contained: ${what}: ${why}`);
    const refused = hidden.length + unreadable.length;
    const warning = refused === 0 ? '' : `; it would be refused: ${(0,lists/* nameSome */.Kf)([...hidden, ...unreadable], 5)} cannot be read`;
    const message = `would back up ${(0,lists/* count */.U9)(tables.length, 'table')} and ${(0,lists/* count */.U9)(sequences.length, 'sequence')}${warning}`;
    return { verdict: 'pass', reason: 'dry-run', message };
}
function outcomeOf(created, place, shell) {
    switch (created.kind) {
        case 'backed-up':
            return backedUp(created, place, shell);
        case 'rows-hidden':
            return create_refused('rows-hidden', `row-level security hides rows of ${(0,lists/* nameSome */.Kf)(created.tables, 10)} from this role`);
        case 'not-readable':
            return create_refused('not-readable', `this role may not read ${(0,lists/* nameSome */.Kf)(created.tables, 10)}`);
        case 'large-objects':
            return create_refused('large-objects', `${(0,lists/* count */.U9)(created.count, 'large object')}: they would not be contained`);
        case 'nothing-to-back-up':
            return create_refused('nothing-to-back-up', 'the database has no table of its own');
        case 'lock-timeout':
            return { verdict: 'unknown', reason: 'lock-timeout', message: `no backup: ${created.why}` };
        case 'gave-way': {
            const reason = created.to === 'time' ? 'took-too-long' : 'gave-way';
            return { verdict: 'unknown', reason, message: `no backup: ${created.why}` };
        }
        case 'id-taken':
            return { verdict: 'unknown', reason: 'id-taken', message: `no backup: ${created.id} is stored already` };
    }
}
function create_refused(reason, why) {
    return { verdict: 'fail', reason, message: `no backup was made: ${why}` };
}
function filesSummary({ files }, { log, summary }) {
    if (files === undefined)
        return;
    const { mode, copied, reused, gone, changed, left } = files;
    const head = [
        'Files of Storage',
        'Bytes',
        'Copied now',
        'Copied before',
        'Without bytes',
        'Changed meanwhile',
        'Left',
    ];
    const cells = [files.files, files.bytes, copied, reused, gone, changed, left].map(String);
    summary.add(markdownTable(head, [cells]));
    if (mode === 'list')
        log.info(`${(0,lists/* count */.U9)(files.files, 'file')} of Storage are listed, not copied: storage-files: copy`);
    const lacking = gone + changed + left;
    if (lacking > 0)
        log.warning(`${(0,lists/* count */.U9)(lacking, 'file')} of Storage are not contained as their rows say: ${gone} without bytes, ${changed} changed, ${left} left for the next backup`);
}
function backedUp({ manifest, notContained }, place, shell) {
    const { id, tier, totals, objects, contents, encryption } = manifest;
    const stored = objects.reduce((sum, object) => sum + object.bytes, contents.bytes);
    const seconds = (Date.parse(manifest.finishedAt) - Date.parse(manifest.takenAt)) / 1_000;
    shell.summary.add(`### Backup ${tier}/${id}\n\n${markdownTable(['Tables', 'Rows', 'Stored', 'Encrypted', 'Took'], [
        [
            String(totals.tables),
            String(totals.rows),
            `${(stored / 1e6).toFixed(1)} MB`,
            encryption.kind === 'age' ? `to ${(0,lists/* count */.U9)(encryption.recipients.length, 'recipient')}` : 'no',
            `${seconds.toFixed(1)} s`,
        ],
    ])}`);
    if (notContained.length > 0) {
        const rows = notContained.slice(0, 200).map(({ what, why }) => [inlineText(what), inlineText(why)]);
        shell.summary.add(`Not contained:\n\n${markdownTable(['What', 'Why'], rows)}`);
    }
    for (const { what, why } of notContained)
        shell.log.info(`not contained: ${what}: ${why}`);
    filesSummary(manifest, shell);
    const what = `${(0,lists/* count */.U9)(totals.tables, 'table')}, ${(0,lists/* count */.U9)(totals.rows, 'row')}`;
    return {
        verdict: 'pass',
        reason: 'backed-up',
        message: `${tier}/${id} in ${place}: ${what}, ${(stored / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`,
        outputs: {
            'backup-id': id,
            tier,
            tables: totals.tables,
            rows: totals.rows,
            bytes: stored,
            files: manifest.files?.files ?? 0,
        },
    };
}

;// CONCATENATED MODULE: ./packages/base/lib/reasons.js
function defineReasons(reasons) {
    return reasons;
}

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var lib_fields = __nccwpck_require__(9311);
// EXTERNAL MODULE: ./packages/base/lib/glob.js
var glob = __nccwpck_require__(660);
;// CONCATENATED MODULE: ./packages/base/lib/checks/acceptance.js
function applyAcceptances(items, acceptances, covers, nowMs) {
    const today = new Date(nowMs).toISOString().slice(0, 10);
    const isOver = ({ until }) => until !== undefined && until < today;
    const valid = acceptances.filter((one) => !isOver(one));
    const used = new Set();
    const rest = [];
    const accepted = [];
    for (const item of items) {
        const those = valid.filter((one) => covers(one, item));
        for (const one of those)
            used.add(one);
        const [by] = those;
        if (by === undefined)
            rest.push(item);
        else
            accepted.push({ item, by });
    }
    return {
        rest,
        accepted,
        expired: acceptances.filter(isOver),
        endless: valid.filter(({ until }) => until === undefined),
        idle: valid.filter((one) => !used.has(one)),
    };
}
function isDay(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text))
        return false;
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
function expiredWords(name, { until = '', reason }) {
    return `"${name}" was accepted until ${until}: decide again (${reason})`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/limits.js
const CHECK_LIMITS = {
    file: 64 * 1024 * 1024,
    checks: 50_000,
    notVerified: 50_000,
    accept: 1_000,
    code: 120,
    name: 300,
    text: 1_000,
};
const CHECK_ID = /^[a-z0-9]+(?:[-./][a-z0-9]+)*$/;
const CHECK_REASON = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
function isRepositoryPath(file) {
    if (file === '' || file.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(file) || file.includes('\\'))
        return false;
    return !file.split('/').some((part) => part === '..' || part === '.' || part === '');
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/accept-checks.js




function coversCheck(acceptance, { id, what, verdict }) {
    return (acceptance.verdict === verdict &&
        (0,glob/* fits */.l)(acceptance.check, id) &&
        (acceptance.what === undefined || (0,glob/* fits */.l)(acceptance.what, what)));
}
function acceptanceName({ check, what }) {
    return what === undefined ? check : `${check} (${what})`;
}
function acceptedWords({ until, reason }) {
    return `accepted ${until === undefined ? 'without an end' : `until ${until}`}: ${reason}`;
}
function readAcceptances(value, where) {
    if (value === undefined || value === null)
        return { acceptances: [], problems: [] };
    if (!Array.isArray(value))
        return { acceptances: [], problems: [`${where}: expected a list`] };
    if (value.length > CHECK_LIMITS.accept)
        return { acceptances: [], problems: [`${where}: ${value.length} entries, at most ${CHECK_LIMITS.accept} may be`] };
    const problems = [];
    const acceptances = value.map((entry, index) => {
        const fields = new lib_fields/* Fields */.C((0,lib_fields/* isMap */.j)(entry) ? entry : {}, `${where} ${index + 1}`);
        const check = fields.text('check', { required: true, expected: 'the id of a check, or a pattern like csp-*' });
        const what = fields.text('what');
        const until = fields.text('until');
        if (until !== '' && !isDay(until))
            fields.complain('until', 'expected a day like 2026-12-31');
        const acceptance = {
            check,
            ...(what === '' ? {} : { what }),
            verdict: fields.oneOf('verdict', ['fail', 'unknown'], 'fail'),
            reason: fields.text('reason', { required: true }),
            ...(until === '' ? {} : { until }),
        };
        for (const [name, text] of Object.entries({ check, what, reason: acceptance.reason }))
            if (text.length > CHECK_LIMITS.text)
                fields.complain(name, `longer than ${CHECK_LIMITS.text} characters`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return acceptance;
    });
    return { acceptances, problems };
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/check.js
const CHECKS_KIND = 'lockstep-checks/1';

;// CONCATENATED MODULE: ./packages/base/lib/checks/order.js
const RANK = { fail: 0, unknown: 1, pass: 2 };
function byInterest(a, b) {
    return (RANK[a.verdict] - RANK[b.verdict] ||
        compare(a.id, b.id) ||
        compare(a.what, b.what) ||
        compare(a.where?.file ?? '', b.where?.file ?? '') ||
        (a.where?.line ?? 0) - (b.where?.line ?? 0));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/make-list.js




function makeCheckList(facts) {
    const { accept = [], notVerified = [] } = facts;
    const checks = [...facts.checks].sort(byInterest).slice(0, CHECK_LIMITS.checks);
    const gaps = [...notVerified, ...leftOut('checks', facts.checks.length - checks.length)];
    const kept = gaps.slice(0, CHECK_LIMITS.notVerified - 1);
    return {
        kind: CHECKS_KIND,
        subject: plainLine(facts.subject, CHECK_LIMITS.name),
        at: new Date(facts.nowMs).toISOString(),
        run: facts.run,
        tool: {
            name: plainLine(facts.tool.name, CHECK_LIMITS.name),
            version: plainLine(facts.tool.version, CHECK_LIMITS.name),
        },
        checks: checks.map(cleanCheck),
        notVerified: [...kept, ...leftOut('gaps', gaps.length - kept.length)].map(cleanGap),
        ...(accept.length === 0 ? {} : { accept }),
    };
}
function leftOut(what, many) {
    if (many <= 0)
        return [];
    const because = `${many} more did not fit into the list`;
    return [{ id: 'list-too-long', what, because, remedy: 'look at less at once', chosen: false }];
}
function cleanCheck(check) {
    assertCode(check.id, CHECK_ID, 'id');
    assertCode(check.reason, CHECK_REASON, `reason of ${check.id}`);
    const { id, verdict, reason, where } = check;
    return {
        id,
        title: plainLine(check.title, CHECK_LIMITS.name),
        verdict,
        reason,
        what: plainLine(check.what, CHECK_LIMITS.text),
        ...(where === undefined ? {} : { where: checkedPlace(where, id) }),
        measured: plainLine(check.measured, CHECK_LIMITS.text),
        expected: plainLine(check.expected, CHECK_LIMITS.text),
        remedy: plainLine(check.remedy, CHECK_LIMITS.text),
    };
}
function cleanGap(gap) {
    assertCode(gap.id, CHECK_ID, 'id');
    return {
        id: gap.id,
        what: plainLine(gap.what, CHECK_LIMITS.text),
        because: plainLine(gap.because, CHECK_LIMITS.text),
        remedy: plainLine(gap.remedy, CHECK_LIMITS.text),
        chosen: gap.chosen,
    };
}
function checkedPlace(where, id) {
    if (!isRepositoryPath(where.file) || where.file.length > CHECK_LIMITS.text)
        throw new Error(`check ${id}: "${where.file}" is no path within the repository`);
    return where;
}
function assertCode(code, shape, what) {
    if (!shape.test(code) || code.length > CHECK_LIMITS.code)
        throw new Error(`check: "${code}" can be no ${what}`);
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/block-rule.js
function verdictBlocks(verdict, { onUnknown, reportOnly }) {
    if (reportOnly || verdict === 'pass')
        return false;
    return verdict === 'fail' || onUnknown === 'fail';
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/judge-checks.js





function judgeChecks(list, rule, nowMs) {
    const items = [
        ...[...list.checks].sort(byInterest).map((check) => ({ check, ...check })),
        ...list.notVerified.map((gap) => ({ gap, ...gap, verdict: gap.chosen ? 'pass' : 'unknown' })),
    ];
    const sifted = applyAcceptances(items, list.accept ?? [], coversCheck, nowMs);
    const acceptedBy = new Map(sifted.accepted.map(({ item, by }) => [item, by]));
    const judged = items.map((item) => {
        const by = acceptedBy.get(item);
        return { item, verdict: item.verdict, told: by === undefined ? {} : { acceptedBy: by } };
    });
    const checks = judged.flatMap(({ item, told }) => ('check' in item ? [{ check: item.check, ...told }] : []));
    const gaps = judged.flatMap(({ item, told }) => ('gap' in item ? [{ gap: item.gap, ...told }] : []));
    const counts = countsOf(checks, gaps);
    const certain = checks.some(({ check }) => check.verdict !== 'unknown');
    const reason = reasonOf(counts, certain);
    const verdict = VERDICTS[reason];
    return {
        list,
        verdict,
        reason,
        blocks: verdictBlocks(verdict, rule),
        message: messageOf(counts),
        counts,
        checks,
        gaps,
        notes: [
            ...sifted.expired.map((one) => expiredWords(acceptanceName(one), one)),
            ...sifted.endless.map((one) => `"${acceptanceName(one)}" is accepted without an end: give it one (${one.reason})`),
            ...sifted.idle.map((one) => `"${acceptanceName(one)}" accepts nothing here: is it still needed? (${one.reason})`),
        ],
    };
}
const VERDICTS = {
    'checks-passed': 'pass',
    'checks-failed': 'fail',
    'checks-unknown': 'unknown',
    'nothing-checked': 'unknown',
};
function reasonOf(counts, certain) {
    if (counts.failed > 0)
        return 'checks-failed';
    if (counts.unknown > 0 || counts.notVerified > 0)
        return 'checks-unknown';
    return certain ? 'checks-passed' : 'nothing-checked';
}
function countsOf(checks, gaps) {
    const open = checks.filter(({ acceptedBy }) => acceptedBy === undefined);
    const many = (verdict) => open.filter(({ check }) => check.verdict === verdict).length;
    const openGaps = gaps.filter(({ acceptedBy }) => acceptedBy === undefined);
    const leftOut = openGaps.filter(({ gap }) => gap.chosen).length;
    return {
        passed: many('pass'),
        failed: many('fail'),
        unknown: many('unknown'),
        accepted: checks.length - open.length + gaps.length - openGaps.length,
        notVerified: openGaps.length - leftOut,
        leftOut,
    };
}
function messageOf({ passed, failed, unknown, accepted, notVerified, leftOut }) {
    const parts = [
        failed > 0 ? `${failed} failed` : '',
        unknown > 0 ? `${unknown} unknown` : '',
        notVerified > 0 ? `${notVerified} not verified` : '',
        passed > 0 ? `${passed} passed` : '',
        accepted > 0 ? `${accepted} accepted` : '',
        leftOut > 0 ? `${leftOut} left out on purpose` : '',
    ].filter((part) => part !== '');
    const all = passed + failed + unknown + accepted + notVerified;
    return parts.length === 0 ? 'nothing was checked' : `${(0,lists/* count */.U9)(all, 'check')}: ${parts.join(', ')}`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/json-text.js
const json_text_UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function jsonText(value, indent = 1) {
    return `${JSON.stringify(value, null, indent)
        .replace(json_text_UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '#\\u0023[')}\n`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/json.js

function checksJson(judgement) {
    const { list, verdict, reason, blocks, message, counts, notes } = judgement;
    return jsonText({ ...list, judgement: { verdict, reason, blocks, message, counts, notes } });
}

;// CONCATENATED MODULE: ./packages/base/lib/file-uri.js
function fileUri(file) {
    const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
    return whole.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/sarif.js





const RESULTS = 5_000;
function checksSarif(judgement) {
    const { list, checks, verdict } = judgement;
    const placed = checks.filter(({ check }) => check.verdict !== 'pass' && check.where !== undefined);
    const shown = placed.slice(0, RESULTS);
    const open = (some) => some.filter(({ acceptedBy }) => acceptedBy === undefined);
    const failed = open(checks).filter(({ check }) => check.verdict === 'fail').length;
    const failedHere = open(shown).filter(({ check }) => check.verdict === 'fail').length;
    const isWhole = verdict !== 'unknown' && failed === failedHere;
    const leftOut = placed.length - shown.length;
    const run = {
        tool: {
            driver: {
                name: `lockstep/${plainLine(list.tool.name, 80)}`,
                version: plainLine(list.tool.version, 80),
                rules: rulesOf(shown),
            },
        },
        automationDetails: { id: `lockstep/${plainLine(list.tool.name, 80)}/` },
        invocations: [
            {
                executionSuccessful: isWhole,
                endTimeUtc: list.at,
                ...(isWhole ? {} : { toolExecutionNotifications: [notification(judgement, failed - failedHere)] }),
            },
        ],
        results: resultsOf(shown),
        ...(leftOut > 0 ? { properties: { leftOut } } : {}),
    };
    return jsonText({ version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] });
}
function notification({ message, verdict }, elsewhere) {
    const rest = elsewhere > 0 ? `; ${elsewhere} that failed have no place here` : '';
    return { level: verdict === 'fail' ? 'error' : 'warning', message: { text: `${message}${rest}` } };
}
function rulesOf(checks) {
    const byId = new Map();
    for (const { check } of checks)
        if (!byId.has(check.id))
            byId.set(check.id, check);
    return [...byId.values()].map(({ id, title, remedy }) => ({
        id,
        shortDescription: { text: plainLine(title, 300) || id },
        help: { text: plainLine(remedy, 1_000) || plainLine(title, 300) || id },
    }));
}
function resultsOf(checks) {
    const seen = new Map();
    return checks.flatMap(({ check, acceptedBy }) => {
        if (check.where === undefined)
            return [];
        const print = fingerprint(check, check.where);
        const nth = (seen.get(print) ?? 0) + 1;
        seen.set(print, nth);
        return {
            ruleId: check.id,
            level: check.verdict === 'fail' ? 'error' : 'warning',
            message: { text: words(check) },
            locations: [locationOf(check.where)],
            partialFingerprints: { 'lockstep/v1': `${print}:${nth}` },
            ...(acceptedBy === undefined
                ? {}
                : {
                    suppressions: [
                        {
                            kind: 'external',
                            status: 'accepted',
                            justification: plainLine(`${acceptedBy.reason} (${acceptanceName(acceptedBy)})`, 1_000),
                        },
                    ],
                }),
        };
    });
}
function words({ title, verdict, what, measured, expected, remedy }) {
    const parts = [
        `${verdict === 'fail' ? '' : 'Not known: '}${title}${what === title ? '' : ` (${what})`}`,
        measured === '' ? '' : `Measured: ${measured}`,
        expected === '' ? '' : `Expected: ${expected}`,
        remedy,
    ];
    return parts
        .filter((part) => part !== '')
        .map((part) => plainLine(part, 1_000))
        .join('. ');
}
function fingerprint({ id, what }, { file }) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([id, what, file]))
        .digest('hex')
        .slice(0, 24);
}
function locationOf({ file, line, column }) {
    const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
    return { physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...region } };
}

;// CONCATENATED MODULE: ./packages/base/lib/xml.js

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function xmlQuoted(text) {
    const allowed = plainLine(text).replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    const marked = allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
    return `"${marked.replaceAll('##[', '#&#35;[')}"`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/parts.js
function openChecks({ checks }) {
    return checks.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ check }) => check);
}
function badChecks(judgement) {
    return openChecks(judgement).filter(({ verdict }) => verdict !== 'pass');
}
function openGaps({ gaps }) {
    return gaps.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ gap }) => gap);
}
function acceptedParts({ checks, gaps }) {
    return [
        ...checks.map(({ check: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
        ...gaps.map(({ gap: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
    ].flatMap(({ id, what, by }) => (by === undefined ? [] : [{ id, what, by }]));
}
function titleAndWhat({ title, what }) {
    return title === what ? title : `${title}: ${what}`;
}
function groupGaps(gaps) {
    const groups = new Map();
    for (const gap of gaps) {
        const key = JSON.stringify([gap.because, gap.remedy, gap.chosen]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [gap]);
        else
            group.push(gap);
    }
    return [...groups.values()].flatMap((some) => {
        const [first] = some;
        if (first === undefined)
            return [];
        const { because, chosen, remedy } = first;
        return [{ because, remedy, chosen, gaps: some }];
    });
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/junit.js



const CASES = 20_000;
function checksJunit(judgement) {
    const { list } = judgement;
    const all = [...judgement.checks.map(caseOfCheck), ...judgement.gaps.map(caseOfGap)].sort((a, b) => junit_RANK[a.state] - junit_RANK[b.state]);
    const cases = all.length <= CASES ? all : [...all.slice(0, CASES - 1), others(all.slice(CASES - 1))];
    const many = (state) => cases.filter((one) => one.state === state).length;
    const counts = `tests="${cases.length}" failures="${many('failure')}" errors="${many('error')}" skipped="${many('skipped')}"`;
    const suite = xmlQuoted(`${list.tool.name}: ${list.subject}`);
    const owner = xmlQuoted(list.tool.name);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites ${counts}><testsuite name=${suite} ${counts} time="0" timestamp=${xmlQuoted(list.at)}>`,
        ...cases.map((one) => caseXml(one, owner)),
        '</testsuite></testsuites>',
        '',
    ].join('\n');
}
const junit_RANK = { failure: 0, error: 1, skipped: 2, passed: 3 };
function caseOfCheck({ check, acceptedBy }) {
    const name = titleAndWhat(check);
    const place = check.where === undefined ? '' : ` (${check.where.file}:${check.where.line ?? 1})`;
    const seen = check.measured === '' ? '' : `measured ${check.measured}, `;
    const message = `${check.id} ${check.reason}: ${seen}expected ${check.expected}. ${check.remedy}${place}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
    if (check.verdict === 'pass')
        return { name, state: 'passed', message: '' };
    return { name, state: check.verdict === 'fail' ? 'failure' : 'error', message };
}
function caseOfGap({ gap, acceptedBy }) {
    const name = `${gap.id}: ${gap.what}`;
    if (acceptedBy !== undefined)
        return { name, state: 'skipped', message: acceptedWords(acceptedBy) };
    if (gap.chosen)
        return { name, state: 'skipped', message: `left out on purpose: ${gap.because}` };
    return { name, state: 'error', message: `not verified: ${gap.because}. ${gap.remedy}` };
}
function others(rest) {
    const worst = rest.map(({ state }) => state).sort((a, b) => junit_RANK[a] - junit_RANK[b])[0] ?? 'passed';
    return { name: `… and ${rest.length} more`, state: worst, message: 'the JSON report has all of them' };
}
function caseXml({ name, state, message }, owner) {
    const inner = state === 'passed' ? '' : `<${state} message=${xmlQuoted(message)}/>`;
    return `<testcase classname=${owner} name=${xmlQuoted(name)} time="0">${inner}</testcase>`;
}

;// CONCATENATED MODULE: ./packages/base/lib/verdict.js
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/markdown.js





const CELL = 240;
function checksMarkdown(judgement, limits) {
    for (let rows = limits.rows; rows > 0; rows = Math.floor(rows / 2)) {
        const text = blocksOf(judgement, rows, limits.passed).join('\n\n');
        if (Buffer.byteLength(text) <= limits.bytes)
            return text;
    }
    return outcomeLine(judgement);
}
function blocksOf(judgement, rows, withPassed) {
    const bad = badChecks(judgement);
    const passed = withPassed ? openChecks(judgement).filter(({ verdict }) => verdict === 'pass') : [];
    return [
        outcomeLine(judgement),
        ...judgement.notes.slice(0, rows).map((note) => `- ${inlineText(note, CELL)}`),
        ...(judgement.notes.length > rows ? [more(judgement.notes.length - rows, 'note')] : []),
        ...(bad.length === 0 ? [] : [badTable(bad, rows)]),
        ...gapBlocks(judgement, rows),
        ...acceptedBlock(judgement, rows),
        ...passedBlock(passed, rows),
    ];
}
function outcomeLine({ verdict, blocks, message, list }) {
    const allowed = verdict !== 'pass' && !blocks ? ', which does not block' : '';
    return `${VERDICT_MARKS[verdict]} **${inlineText(list.tool.name, 80)}**: ${message}${allowed} (${inlineText(list.subject)})`;
}
function badTable(checks, rows) {
    const shown = checks
        .slice(0, rows)
        .map((check) => [
        `${VERDICT_MARKS[check.verdict]} ${cell(check.title)}`,
        whatAndWhere(check),
        cell(check.measured),
        cell(check.expected),
        cell(check.remedy),
    ]);
    const table = markdownTable(['Check', 'Of', 'Measured', 'Expected', 'What to do'], shown);
    return checks.length > rows ? `${table}\n\n${more(checks.length - rows, 'check')}` : table;
}
function gapBlocks(judgement, rows) {
    const open = openGaps(judgement);
    const head = ['Of', 'Why', 'What to do'];
    const block = (chosen, title) => {
        const some = open.filter((gap) => gap.chosen === chosen);
        if (some.length === 0)
            return [];
        const cells = some.slice(0, rows).map((gap) => [cell(gap.what), cell(gap.because), cell(gap.remedy)]);
        return [fold(`${title}: ${some.length}`, markdownTable(head, cells), some.length - cells.length)];
    };
    return [...block(false, 'Not verified'), ...block(true, 'Left out on purpose')];
}
function acceptedBlock(judgement, rows) {
    const all = acceptedParts(judgement);
    if (all.length === 0)
        return [];
    const cells = all
        .slice(0, rows)
        .map(({ id, what, by }) => [cell(id), cell(what), cell(by.until ?? 'no end'), cell(by.reason)]);
    const table = markdownTable(['Accepted', 'Of', 'Until', 'Why'], cells);
    return [fold(`Accepted: ${all.length}`, table, all.length - cells.length)];
}
function passedBlock(checks, rows) {
    if (checks.length === 0)
        return [];
    const byId = new Map();
    for (const check of checks) {
        const those = byId.get(check.id);
        if (those === undefined)
            byId.set(check.id, [check]);
        else
            those.push(check);
    }
    const cells = [...byId].slice(0, rows).map(([id, those]) => {
        const names = those.slice(0, 2).map(({ what }) => inlineText(what, 80));
        const rest = those.length - names.length;
        const of = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
        return [`${VERDICT_MARKS.pass} ${cell(those[0]?.title ?? id)}`, of];
    });
    return [fold(`Passed: ${checks.length}`, markdownTable(['Check', 'Of'], cells), byId.size - cells.length)];
}
function whatAndWhere({ title, what, where }) {
    const place = where === undefined ? '' : inlineText(`${where.file}${where.line === undefined ? '' : `:${where.line}`}`, CELL);
    return [title === what ? '' : cell(what), place].filter((one) => one !== '').join('<br>');
}
function cell(text) {
    return inlineText(text, CELL);
}
function fold(title, table, hidden) {
    const tail = hidden > 0 ? [more(hidden, 'row'), ''] : [];
    return [`<details><summary>${title}</summary>`, '', table, '', ...tail, '</details>'].join('\n');
}
function more(many, one) {
    return `… and ${(0,lists/* count */.U9)(many, `more ${one}`)}`;
}

;// CONCATENATED MODULE: ./packages/base/lib/checks/render/summary.js

const SUMMARY_BYTES = 800_000;
const COMMENT_BYTES = 5_500;
function checksSummary(judgement) {
    return checksMarkdown(judgement, { bytes: SUMMARY_BYTES, rows: 1_000, passed: true });
}
function checksComment(judgement) {
    const markdown = checksMarkdown(judgement, { bytes: COMMENT_BYTES, rows: 10, passed: false });
    return { verdict: judgement.verdict, markdown };
}

// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(4515);
;// CONCATENATED MODULE: ./packages/base/lib/checks/render/annotations.js


const ANNOTATIONS = 50;
function checksAnnotations(judgement) {
    const open = badChecks(judgement);
    const name = plainLine(judgement.list.tool.name, 80);
    const shown = open.length <= ANNOTATIONS ? open : open.slice(0, ANNOTATIONS - 1);
    const annotations = shown.map(({ id, title, verdict, what, measured, remedy, where }) => {
        const level = judgement.blocks && verdict === 'fail' ? 'error' : 'warning';
        const message = plainLine(`${title}${what === title ? '' : ` (${what})`}: ${[measured, remedy].filter((one) => one !== '').join('. ')}`, 500);
        return { level, title: `${name}: ${id}`, message, ...where };
    });
    const hidden = open.length - shown.length;
    if (hidden === 0)
        return annotations;
    return [...annotations, { level: 'warning', title: name, message: `… and ${hidden} more; the report has them` }];
}

// EXTERNAL MODULE: ./node_modules/.pnpm/yaml@2.9.1/node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8009);
;// CONCATENATED MODULE: ./packages/action-kit/lib/audit.js




const auditReasons = defineReasons({
    'checks-passed': {
        verdict: 'pass',
        meaning: 'Every check passed or was accepted, and none was left out against the will of the caller.',
        remedy: 'Nothing.',
    },
    'checks-failed': {
        verdict: 'fail',
        meaning: 'At least one check failed and was not accepted. The summary and the report list each with what was expected.',
        remedy: 'Follow the remedy of each failed check. Accept one that has to stay with the input `accept`, with an end date.',
    },
    'checks-unknown': {
        verdict: 'unknown',
        meaning: 'No check failed, but at least one could not be decided or could not be run. Unknown is not a pass.',
        remedy: 'Follow the remedy of each unknown check: usually a missing permission or an unreachable service. `on-unknown: warn` keeps it from blocking.',
    },
    'nothing-checked': {
        verdict: 'unknown',
        meaning: 'Not a single check could be decided, so nothing is known.',
        remedy: 'Look at the list of what was not verified in the summary; correct the inputs that select the checks.',
    },
});
function readAccept(text) {
    try {
        return readAcceptances((0,dist/* parse */.qg)(text), 'input "accept"');
    }
    catch (error) {
        return { acceptances: [], problems: [`input "accept": not readable as YAML: ${(0,errors/* describe */.q0)(error)}`] };
    }
}
function planReport(facts, values, directory) {
    const list = makeCheckList({ ...facts, accept: readAccept(values.accept).acceptances });
    const rule = { onUnknown: values['on-unknown'], reportOnly: values['report-only'] };
    const judgement = judgeChecks(list, rule, facts.nowMs);
    const { counts, verdict, reason, message, blocks } = judgement;
    return {
        files: {
            'checks.json': checksJson(judgement),
            'checks.sarif': checksSarif(judgement),
            'checks.junit.xml': checksJunit(judgement),
            'comment.md': checksComment(judgement).markdown,
        },
        judgement,
        outcome: {
            verdict,
            reason,
            message,
            passes: !blocks,
            outputs: {
                'report-path': (0,external_node_path_.join)(directory, 'checks.json'),
                'report-directory': directory,
                'summary-path': (0,external_node_path_.join)(directory, 'comment.md'),
                'sarif-path': (0,external_node_path_.join)(directory, 'checks.sarif'),
                passed: counts.passed,
                failed: counts.failed,
                unknown: counts.unknown + counts.notVerified,
            },
        },
    };
}
function reportChecks(shell, facts, values) {
    const directory = values['report-directory'] || (0,external_node_path_.join)(shell.env.tempDir, `lockstep-${facts.tool.name}-${shell.instance}`);
    const { files, judgement, outcome } = planReport(facts, values, directory);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    for (const [name, text] of Object.entries(files))
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, name), (0,redact/* redactText */.Rd)(text));
    shell.summary.add(checksSummary(judgement));
    for (const annotation of checksAnnotations(judgement))
        shell.annotate(annotation);
    for (const note of judgement.notes)
        shell.log.warning(note);
    return { ...outcome, section: files['comment.md'] ?? '' };
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/lazily.js
const restoring = () => __nccwpck_require__.e(/* import() */ 694).then(__nccwpck_require__.bind(__nccwpck_require__, 3694));
async function drillBackup(options) {
    return (await restoring()).drillBackup(options);
}
async function restoreWhole(options) {
    return (await restoring()).restoreWhole(options);
}
async function restoreTables(options, names) {
    return (await restoring()).restoreTables(options, names);
}

;// CONCATENATED MODULE: ./packages/backup/lib/drill/check-command.js

const KEPT = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'RUNNER_TEMP', 'RUNNER_TOOL_CACHE', 'CI'];
const SCRATCH_URL = 'LOCKSTEP_SCRATCH_URL';
const GRACE_MS = 5_000;
async function runCheckCommand(of, target) {
    const { command, folder, withinMs, clock, signal, onOutput } = of;
    const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    const env = { ...Object.fromEntries(kept), [SCRATCH_URL]: urlOf(target) };
    const run = (0,external_node_child_process_namespaceObject.spawn)('bash', ['-euo', 'pipefail', '-c', command], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [run.stdout, run.stderr])
        stream.setEncoding('utf8').on('data', onOutput);
    const kill = (how) => {
        try {
            if (run.pid !== undefined)
                process.kill(-run.pid, how);
        }
        catch {
        }
    };
    const over = new AbortController();
    const ended = new Promise((resolve) => {
        run.once('error', (error) => resolve(error.message));
        run.once('exit', (code, killed) => resolve(code === 0 ? '' : `it ended with ${killed ?? code}`));
    });
    const closed = new Promise((resolve) => {
        run.once('error', () => resolve());
        run.once('close', () => resolve());
    });
    const late = clock.sleep(withinMs, over.signal).then(() => 'it took too long', () => new Promise(() => undefined));
    const cancelled = new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve('it was cancelled'), { once: true, signal: over.signal });
    });
    const first = await Promise.race([ended, late, cancelled]);
    kill('SIGTERM');
    await Promise.race([closed, clock.sleep(GRACE_MS, over.signal).catch(() => undefined)]);
    kill('SIGKILL');
    over.abort();
    return [checkOf(first)];
}
function checkOf(trouble) {
    const passed = trouble === '';
    return {
        id: 'check-command',
        title: "The caller's own check passes",
        verdict: passed ? 'pass' : 'fail',
        reason: passed ? 'command-passed' : 'command-failed',
        what: 'check-command',
        measured: passed ? 'it ended with 0' : trouble,
        expected: 'it ends with 0',
        remedy: passed ? '' : 'read what it printed in the log of the step',
    };
}
function urlOf({ user, password, host, port, database, tls }) {
    const login = `${encodeURIComponent(user)}${password === '' ? '' : `:${encodeURIComponent(password)}`}`;
    const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
    const where = host.includes(':') ? `[${host}]` : host;
    return `postgresql://${login}@${where}:${port}/${encodeURIComponent(database)}?sslmode=${mode}`;
}

// EXTERNAL MODULE: ./packages/backup/lib/manifest/read-manifest.js
var read_manifest = __nccwpck_require__(599);
;// CONCATENATED MODULE: ./packages/backup/lib/status/drill-record.js



const PREFIX = 'drills/';
const MOST = 200;
async function keepDrill(place, record, options) {
    const at = record.at.replace(/[-:.]/g, '');
    const body = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    await place.putIfAbsent(`${PREFIX}${at}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.json`, body, options);
}
async function listDrills(place, options) {
    const keys = [];
    for await (const { key } of place.list(PREFIX, options))
        keys.push(key);
    const records = [];
    for (const key of keys.sort().reverse().slice(0, MOST)) {
        const record = parse(await (0,read_manifest/* textOf */.b6)(await place.get(key, options)));
        if (record !== undefined)
            records.push(record);
    }
    return records.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
function parse(text) {
    try {
        const data = JSON.parse(text);
        if (!(0,lib_fields/* isMap */.j)(data) || data['kind'] !== 'lockstep-drill/1' || Number.isNaN(Date.parse(String(data['at']))))
            return undefined;
        return data;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var lib_duration = __nccwpck_require__(394);
;// CONCATENATED MODULE: ./packages/backup/lib/status/age-words.js

function ageWords(ms) {
    const hours = Math.round(ms / 3_600_000);
    if (hours < 1)
        return (0,lists/* count */.U9)(Math.max(0, Math.round(ms / 60_000)), 'minute');
    return hours < 48 ? (0,lists/* count */.U9)(hours, 'hour') : (0,lists/* count */.U9)(Math.round(hours / 24), 'day');
}

;// CONCATENATED MODULE: ./packages/backup/lib/runbook/settings.js


const DAY_MS = 86_400_000;
function readRunbook(fields, problems) {
    const required = (field, expected) => fields.text(field, { required: true, expected });
    const read = {
        document: fields.text('document') || 'docs/BACKUP-RUNBOOK.md',
        owner: required('owner', 'who keeps the runbook true, and how they are reached'),
        restorers: fields.list('restorers'),
        key: required('key', 'where the key that decrypts is kept; never the key itself'),
        store: required('store', 'the place of the backups, such as s3://acme-backups/shop'),
        target: required('target', 'what a lost database is restored into'),
        everyMs: fields.duration('every', DAY_MS),
        reviewed: required('reviewed', 'the day of the last review, such as 2026-11-29'),
        reviewEveryMs: fields.duration('review-every', 180 * DAY_MS),
    };
    if (read.reviewed !== '' && !isDay(read.reviewed))
        fields.complain('reviewed', `expected a day such as 2026-11-29, got "${read.reviewed}"`);
    if (/AGE-SECRET-KEY-/i.test(read.key))
        fields.complain('key', 'this is the key itself: write where it is kept');
    fields.refuseOthers();
    problems.push(...fields.problems);
    return read;
}
function runbookDigest(runbook, recovery) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([runbook, recovery]))
        .digest('hex')
        .slice(0, 16);
}
function peopleIn(restorers) {
    return new Set(restorers.map((one) => one.trim().toLowerCase())).size;
}

;// CONCATENATED MODULE: ./packages/backup/lib/runbook/document.js



const MARK = /<!-- lockstep-runbook: (\{.*\}) -->\s*$/;
function runbookMark(document) {
    const [, text = ''] = MARK.exec(document) ?? [];
    try {
        const data = JSON.parse(text);
        return (0,lib_fields/* isMap */.j)(data) && typeof data['settings'] === 'string' ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function renderRunbook({ runbook, recovery, drill, policy }) {
    const { owner, restorers, key, store, target, everyMs, reviewed, reviewEveryMs } = runbook;
    const promise = (ms) => (ms === undefined ? 'not promised' : `at most ${(0,lib_duration/* formatDuration */.a)(ms)}`);
    const rows = [
        ['Owner of this page', owner],
        ['Who may restore', restorers.join('; ')],
        ['Where the backups are', store],
        ['Where the key is that decrypts', key],
        ['What is restored into', target],
        ['A backup is made every', (0,lib_duration/* formatDuration */.a)(everyMs)],
        ['Age of the data that comes back', promise(recovery.maxDataAgeMs)],
        ['Time that the restore takes', promise(recovery.maxRestoreMs)],
        ['Measured by the last drill that passed', measured(drill)],
        ['Last reviewed', `${reviewed}; again every ${ageWords(reviewEveryMs)}`],
    ];
    const mark = {
        settings: runbookDigest(runbook, recovery),
        drill: drill === undefined
            ? null
            : { backup: drill.backup, at: drill.at, restoreMs: drill.restoreMs, dataAgeMs: drill.dataAgeMs },
        recovery: { maxRestoreMs: recovery.maxRestoreMs ?? null, maxDataAgeMs: recovery.maxDataAgeMs ?? null },
        reviewed,
        people: peopleIn(restorers),
    };
    return `# Runbook: restore the database

<!-- Written by \`lockstep backup runbook\` from ${policy}: change that file, not this one. -->

| | |
|---|---|
${rows.map(([label, value]) => `| ${label} | ${document_cell(value)} |`).join('\n')}

Every command runs on any machine with \`lockstep\`, the key in \`key.txt\`, and the store's credentials in \`AWS_REGION\`,
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`.

## Before anything else

1. Stop what writes wrong data: roll the release back, or take the app offline.
2. Write down the time and who decides, and notify the owner of this page.
3. Look at what there is:

   \`\`\`sh
   lockstep backup status --to ${store}
   \`\`\`

## The whole database is lost

1. Create it new and empty: ${sentence(target)}
2. Restore the newest backup, or the one named by \`--backup ID\`. Type the target's host and database to confirm:

   \`\`\`sh
   TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
     lockstep backup restore --to ${store} --key-file key.txt --confirm-target HOST/DATABASE
   \`\`\`

3. Give the roles their passwords, and point the app to the new database.
4. Repeat erasures that came after the backup, check the app, then let users back in.

## A table was dropped, or its rows are wrong

Create the table empty, as it was. Then bring its rows back:

\`\`\`sh
TARGET_DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE \\
  lockstep backup restore --to ${store} --key-file key.txt --tables public.TABLE --confirm-target HOST/DATABASE
\`\`\`

## Without Lockstep

Each backup has a script that needs \`psql\`, \`gzip\`, \`sha256sum\` and \`age\` only:

\`\`\`sh
aws s3 cp --recursive ${store}/TIER/ID backup
bash backup/restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE key.txt
\`\`\`

<!-- lockstep-runbook: ${JSON.stringify(mark)} -->
`;
}
function measured(drill) {
    if (drill === undefined)
        return 'no drill has passed yet';
    const { at, backup, dataAgeMs, restoreMs, run } = drill;
    const restored = restoreMs === null ? 'restored' : `restored in ${(0,lib_duration/* formatDuration */.a)(restoreMs)}`;
    const age = dataAgeMs === null ? '' : `, its data ${ageWords(dataAgeMs)} old`;
    return `${at.slice(0, 10)}: ${backup} ${restored}${age}${run === null ? '' : ` (${run})`}`;
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
function document_cell(text) {
    return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

;// CONCATENATED MODULE: ./packages/base/lib/yaml-reason.js
function yamlReason(reason) {
    const words = reason.replace(/\s*[:"'<!*&%].*$/s, '').trim();
    return words === '' ? 'it is no valid text of that format' : words;
}

;// CONCATENATED MODULE: ./packages/backup/lib/policy/yaml-lines.js


function readYamlLines(text, name) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
    if (document.errors.length > 0)
        throw new errors/* InputError */.dz(document.errors.map(({ message, pos }) => {
            const { line, col } = lines.linePos(pos[0]);
            return `${name}: not readable as YAML: line ${line}, column ${col}: ${message.split('\n')[0]}`;
        }));
    const lineOf = (path) => {
        let node = document.contents;
        let line;
        const at = (found) => {
            if (found?.range)
                line = lines.linePos(found.range[0]).line;
        };
        for (const step of path) {
            if ((0,dist/* isAlias */.Vj)(node))
                node = node.resolve(document);
            if ((0,dist/* isSeq */.oP)(node)) {
                node = node.items[Number(step)];
                at(node);
                continue;
            }
            const pair = (0,dist/* isMap */.jh)(node) ? node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value) === step) : undefined;
            if (pair === undefined)
                break;
            at(pair.key);
            node = pair.value;
        }
        return line;
    };
    return { data: dataOf(document, name), lineOf };
}
function dataOf(document, name) {
    try {
        return document.toJS();
    }
    catch (error) {
        if (!(error instanceof ReferenceError))
            throw error;
        throw new errors/* InputError */.dz(`${name}: not readable as YAML: ${yamlReason((0,errors/* describe */.q0)(error))}; check its aliases (*name)`);
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/policy/policy-file.js




const POLICY_FILE = '.lockstep/backup.yml';
const policy_file_DAY_MS = 86_400_000;
function readPolicyFile(text, name) {
    const { data, lineOf } = readYamlLines(text, name);
    if (!(0,lib_fields/* isMap */.j)(data))
        throw new errors/* InputError */.dz(`${name}: expected a map with recovery, retention, legal-holds or runbook`);
    const fields = new lib_fields/* Fields */.C(data, name, (field) => lineOf([field]));
    const problems = [];
    const section = (field) => new lib_fields/* Fields */.C(fields.map(field) ?? {}, `${name}: ${field}`, (one) => lineOf([field, one]));
    const runbook = fields.map('runbook');
    const policy = {
        recovery: readRecovery(section('recovery'), problems),
        retention: readRetention(section('retention'), problems),
        legalHolds: readHolds(fields.any('legal-holds'), { where: `${name}: legal-holds`, lineOf }, problems),
        runbook: runbook === undefined ? undefined : readRunbook(section('runbook'), problems),
    };
    fields.refuseOthers();
    problems.unshift(...fields.problems);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return policy;
}
function readRecovery(fields, problems) {
    const duration = (name) => {
        const text = fields.text(name);
        const ms = text === '' ? undefined : (0,lib_duration/* parseDuration */.E)(text);
        if (text !== '' && ms === undefined)
            fields.complain(name, `expected a duration like 2h or 26h, got "${text}"`);
        return ms;
    };
    const recovery = { maxDataAgeMs: duration('max-data-age'), maxRestoreMs: duration('max-restore-time') };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return recovery;
}
function readRetention(fields, problems) {
    const retention = {};
    for (const tier of manifest_manifest/* TIERS */.iB) {
        const text = fields.text(tier);
        if (text === '')
            continue;
        const ms = (0,lib_duration/* parseDuration */.E)(text);
        if (ms === undefined || ms < policy_file_DAY_MS || ms % policy_file_DAY_MS !== 0)
            fields.complain(tier, `expected whole days like 14d, got "${text}"`);
        else
            retention[tier] = ms;
    }
    fields.refuseOthers();
    problems.push(...fields.problems);
    return retention;
}
function readHolds(given, { where, lineOf }, problems) {
    if (given === undefined || given === null)
        return [];
    const onLine = (path) => ` (line ${lineOf(path)})`;
    if (!Array.isArray(given)) {
        problems.push(`${where}${onLine(['legal-holds'])}: expected a list of backup, until and reason`);
        return [];
    }
    return given.flatMap((entry, at) => {
        const place = `${where}: entry ${at + 1}`;
        if (!(0,lib_fields/* isMap */.j)(entry)) {
            problems.push(`${place}${onLine(['legal-holds', at])}: expected backup, until and reason`);
            return [];
        }
        const fields = new lib_fields/* Fields */.C(entry, place, (field) => lineOf(['legal-holds', at, field]));
        const hold = {
            backup: fields.text('backup', { required: true, expected: 'the id of a backup' }),
            until: fields.text('until', { required: true, expected: 'a day like 2027-06-30' }),
            reason: fields.text('reason', { required: true, expected: 'why it is held' }),
        };
        if (hold.backup !== '' && !(0,manifest_manifest/* isBackupId */["if"])(hold.backup))
            fields.complain('backup', `"${hold.backup}" is no id of a backup, such as 20260112T030000Z-0a1b2c3d`);
        if (hold.until !== '' && lastMomentOf(hold.until) === undefined)
            fields.complain('until', `expected a day like 2027-06-30, got "${hold.until}"`);
        fields.refuseOthers();
        problems.push(...fields.problems);
        return fields.problems.length === 0 ? [hold] : [];
    });
}
function lastMomentOf(day) {
    const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
    const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
    return isDay ? start + policy_file_DAY_MS : undefined;
}

;// CONCATENATED MODULE: ./actions/backup/lib/policy.js




function policyOf({ 'policy-file': path }, workspace) {
    if (path === '')
        return undefined;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "policy-file": ${path} cannot be read; is actions/checkout before this step?`, {
            cause,
        });
    }
    return readPolicyFile(text, path);
}
function runbookOf(policy, workspace) {
    const runbook = policy?.runbook;
    return runbook === undefined ? undefined : { runbook, document: policy_textOf((0,external_node_path_.resolve)(workspace, runbook.document)) };
}
function policy_textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/backup/lib/drill.js








async function drill(values, shell) {
    const { clock, log, signal } = shell;
    const { scratch, identities, policy, afterRestore, place } = await readTogether({
        scratch: () => (0,database_url/* readDatabaseUrl */.Bq)(values['scratch-database-url'].reveal()),
        identities: () => identitiesOf(values),
        policy: () => policyOf(values, shell.env.workspace),
        afterRestore: () => readSql(values['after-restore'], shell.env.workspace),
        place: () => placeOf(values, shell),
    });
    const recovery = policy?.recovery;
    const chosen = await chosenBackup(place, values.backup, signal);
    if (chosen === undefined)
        return noBackup(values, place);
    if (values['dry-run']) {
        const message = `would restore ${chosen.tier}/${chosen.id} into a new database on ${scratch.host}:${scratch.port}`;
        return { verdict: 'pass', reason: 'dry-run', message };
    }
    const command = values['check-command'];
    const check = {
        command,
        folder: shell.env.workspace,
        withinMs: values['check-timeout'],
        clock,
        signal,
        onOutput: (text) => log.foreign(text),
    };
    const drilled = await drillBackup({
        place,
        prefix: chosen.prefix,
        identities,
        scratch,
        parallel: values.parallel,
        maxAgeMs: Math.min(values['max-age'], recovery?.maxDataAgeMs ?? Infinity),
        maxRestoreMs: values['max-restore-time'] ?? recovery?.maxRestoreMs,
        afterRestore,
        files: values['storage-files'] !== 'none',
        probe: command === '' ? undefined : (target) => runCheckCommand(check, target),
        clock,
        log,
        signal,
    });
    return drilled.kind === 'refused' ? drill_refused(drilled.why) : report(drilled, { values, shell, place, policy });
}
async function identitiesOf(values) {
    const key = values['decrypt-with'];
    return key.isEmpty ? [] : (0,seal_recipients/* readIdentities */.d1)(key.reveal());
}
function noBackup({ backup, to }, place) {
    const which = backup === 'latest' ? 'no finished backup' : `no finished backup ${backup}`;
    return { verdict: 'fail', reason: 'no-backup', message: `${which} in ${place.name || to}` };
}
function readSql(path, workspace) {
    if (path === '')
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, path), 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "after-restore": ${path} cannot be read`, { cause });
    }
}
function drill_refused(why) {
    switch (why) {
        case 'is-the-source':
            return drill_failed('scratch-is-source', 'the scratch server is the server that was backed up: nothing was restored');
        case 'source-unknown':
            return drill_failed('source-not-known', 'whether the scratch server is the source is not known: nothing was restored');
        case 'not-empty':
            return drill_failed('scratch-not-empty', 'the scratch database has tables of its own: nothing was restored');
    }
}
function drill_failed(reason, message) {
    return { verdict: 'fail', reason, message };
}
async function report(drilled, { values, shell, place, policy }) {
    const { checks, notVerified, manifest, phases, restoreMs, dataAgeMs, backup } = drilled;
    const nowMs = shell.clock.now();
    const run = shell.env.runId === 0 ? null : shell.env.runUrl;
    const facts = { subject: `${backup} in ${place.name}`, nowMs, run, tool: toolOf(), checks, notVerified };
    const outcome = reportChecks(shell, facts, values);
    const seconds = (ms) => (ms === undefined ? '' : (ms / 1_000).toFixed(1));
    const record = {
        kind: 'lockstep-drill/1',
        backup,
        verdict: outcome.verdict,
        at: new Date(nowMs).toISOString(),
        restoreMs: restoreMs ?? null,
        dataAgeMs: dataAgeMs ?? null,
        run,
    };
    await keepDrill(place, record, { signal: shell.signal }).catch((error) => shell.log.warning(`the drill could not be recorded next to the backups, so status does not see it: ${(0,errors/* describe */.q0)(error)}`));
    const folder = String(outcome.outputs?.['report-directory'] ?? '');
    if (folder !== '')
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'drill.json'), (0,redact/* redactText */.Rd)(`${JSON.stringify(record, null, 2)}\n`));
    const took = restoreMs === undefined ? '' : `; restored in ${seconds(restoreMs)} s`;
    return {
        ...outcome,
        message: `${backup}: ${outcome.message}${took}`,
        outputs: {
            ...outcome.outputs,
            ...(manifest === undefined
                ? {}
                : { 'backup-id': manifest.id, tier: manifest.tier, tables: manifest.totals.tables }),
            ...(manifest === undefined ? {} : { rows: manifest.totals.rows }),
            'restore-seconds': seconds(restoreMs),
            'data-age-seconds': dataAgeMs === undefined ? '' : Math.round(dataAgeMs / 1_000),
            phases: phases ?? {},
            'runbook-path': writeRunbook(record, policy, values, folder),
        },
    };
}
function writeRunbook(drill, policy, values, folder) {
    const runbook = policy?.runbook;
    if (policy === undefined || runbook === undefined || drill.verdict !== 'pass' || folder === '')
        return '';
    const path = (0,external_node_path_.join)(folder, 'RUNBOOK.md');
    const text = renderRunbook({ runbook, recovery: policy.recovery, drill, policy: values['policy-file'] });
    (0,external_node_fs_.writeFileSync)(path, (0,redact/* redactText */.Rd)(text));
    return path;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/shape.js

const ok = (value) => ({ ok: true, value });
const no = { ok: false };
function field({ type, empty, others, expected, parse }, defaultText, options = {}) {
    return {
        default: defaultText,
        required: options.required ?? false,
        secret: options.secret ?? false,
        type,
        expected,
        empty,
        others,
        parse,
    };
}
function shape_text(defaultText, options = {}) {
    const parse = (value) => (options.pattern === undefined || options.pattern.test(value) ? ok(value) : no);
    const form = { type: 'text', expected: options.expected ?? 'some text', empty: '', others: ['text'], parse };
    return field(form, defaultText, options);
}
const shape_hidden = {
    empty: new lib_secret/* Secret */.z(''),
    others: [new lib_secret/* Secret */.z('-', 'part')],
    parse: (value) => ok(new lib_secret/* Secret */.z(value)),
};
function shape_secret(options = {}) {
    return field({ type: 'secret', expected: 'a secret', ...shape_hidden }, undefined, { ...options, secret: true });
}
function shape_described(field, description) {
    return { ...field, description };
}
function shape_token(defaultText) {
    return field({ type: 'secret', expected: 'a token', ...shape_hidden }, defaultText, { secret: true });
}
function jobStatus() {
    return shape_described(shape_text('${{ job.status }}'), 'Set by the action itself; it passes the result of the job to the post step.');
}
function commit() {
    return shape_text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
}
function shape_oneOf(words, defaultWord, options = {}) {
    const known = words;
    const parse = (value) => (known.includes(value) ? ok(value) : no);
    return field({
        type: words.map((word) => `\`${word}\``).join(', '),
        expected: `one of ${words.join(', ')}`,
        empty: defaultWord ?? '',
        others: words,
        parse,
    }, defaultWord, options);
}
function shape_flag(defaultValue) {
    const parse = (value) => (value === 'true' ? ok(true) : value === 'false' ? ok(false) : no);
    const form = { type: 'boolean', expected: 'true or false', empty: defaultValue, others: [!defaultValue], parse };
    return field(form, String(defaultValue));
}
function shape_duration(defaultText, options = {}) {
    const parse = (value) => {
        const ms = (0,lib_duration/* parseDuration */.E)(value);
        return ms === undefined ? no : ok(ms);
    };
    const empty = defaultText === undefined ? undefined : (0,lib_duration/* parseDuration */.E)(defaultText);
    return field({ type: 'duration', expected: 'a duration like 200ms, 30s or 5m', empty, others: [60_000], parse }, defaultText, options);
}
function integer(defaultValue, range = {}) {
    return numeric({ type: 'integer', what: 'a whole number' }, /^-?\d{1,15}$/, defaultValue, range);
}
function decimal(defaultValue, range = {}) {
    return numeric({ type: 'number', what: 'a number' }, /^-?\d{1,15}(\.\d{1,15})?$/, defaultValue, range);
}
function numeric({ type, what }, form, defaultValue, range) {
    const { min = -Infinity, max = Infinity } = range;
    const parse = (value) => {
        const n = Number(value);
        return form.test(value) && n >= min && n <= max ? ok(n) : no;
    };
    const limits = [min === -Infinity ? '' : ` from ${min}`, max === Infinity ? '' : ` up to ${max}`].join('');
    const others = [min === -Infinity ? 1 : min];
    const words = { type, expected: `${what}${limits}`, empty: defaultValue, others, parse };
    return field(words, defaultValue?.toString(), range);
}
function shape_list(defaultText, options = {}) {
    const parse = (value) => ok((0,lists/* parseList */.E1)(value));
    return field({ type: 'list', expected: 'one value a line', empty: (0,lists/* parseList */.E1)(defaultText ?? ''), others: [['text']], parse }, defaultText, options);
}
function shape_url(defaultText, options = {}) {
    const empty = defaultText === undefined || defaultText === '' ? undefined : new URL(defaultText);
    return field({
        ...{ type: 'URL', expected: 'a URL that starts with https:// or http://', parse: parseUrl },
        ...{ empty, others: [new URL('https://example.com')] },
    }, defaultText, options);
}
function parseUrl(value) {
    if (!URL.canParse(value))
        return no;
    const parsed = new URL(value);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? ok(parsed) : no;
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/inputs.js

const vercelInputs = (options = { required: true }) => ({
    'vercel-token': described(secret(options), 'Vercel access token. A token scoped to the project is enough.'),
    'vercel-project': described(text(undefined, options), 'Vercel project: its id (`prj_…`) or its name.'),
    'vercel-team': described(text(), 'Vercel team that owns the project: its id (`team_…`) or its slug. Leave empty for a personal account.'),
    'vercel-api-url': described(url('https://api.vercel.com'), "Base URL of Vercel's API. The token is sent to this address only."),
});
const supabaseInputs = (options = {}) => ({
    'supabase-project': shape_described(shape_text(undefined, { ...options, pattern: /^([a-z]{20})?$/, expected: 'the 20 letters of https://REF.supabase.co' }), 'Supabase project: its reference, the 20 letters of `https://REF.supabase.co`.'),
    'supabase-token': shape_described(shape_secret(options), 'Supabase access token. A token scoped to the project and to what the README lists under Permissions is enough.'),
    'supabase-api-url': shape_described(shape_url('https://api.supabase.com'), "Base URL of Supabase's Management API. The token is sent to this address only."),
});
const availabilityInputs = () => ({
    'availability-source': described(text(), 'Monitor that observes the app all the time: YAML, or the path of a YAML file in the repository, with `provider` (`prometheus`, `gatus` or `json`) and its fields. Without one nothing is measured.'),
    'availability-objective': described(text('99.9 %'), 'Share of the time in which the app has to be available. The rest is the error budget.'),
    'budget-window': described(duration('30d'), 'Time for which the error budget is.'),
    'metrics-secrets': described(secret(), 'Secrets that `availability-source` names as `$NAME`: `NAME=value`, one per line. Each is only sent to the address of the monitor.'),
});
const requestInputs = () => ({
    'request-timeout': shape_described(shape_duration('10s'), 'Timeout of a single request.'),
});
const creatorInputs = () => ({
    'ledger-creator': described(text('github-actions[bot]'), 'GitHub login that `github-token` acts as. Ledger records by other authors are ignored.'),
});
const ledgerInputs = () => ({
    ...creatorInputs(),
    'github-token': described(token('${{ github.token }}'), 'GitHub token for the ledger. It needs `deployments: write` and `actions: read`.'),
});
const serviceInputs = () => ({
    service: described(text(), 'Name of the service, where several services are released to the same environment. Leave empty where there is only one.'),
});
const identityInputs = () => ({
    'identity-path': described(text('/api/health', { pattern: /^(none|\/.*)$/, expected: 'a path that starts with /, or none' }), 'Path of the health route that reports which build answers (`metadata.deployment_id` or `metadata.git_commit`). It is requested on every production host after traffic was moved. `none` requests no host; then it is never certain that all traffic was moved back, so that a rollback keeps the schema.'),
    'protection-bypass': described(secret(), "Vercel's Protection Bypass for Automation secret, for hosts behind Deployment Protection. It is sent to hosts of the project only."),
});
const trafficInputs = () => ({
    'swap-timeout': described(duration('3m'), 'How long Vercel may take to move the traffic. Reading the result back may take another 30 seconds.'),
});
const lockInputs = () => ({
    'lock-timeout': described(duration('200ms'), "How long a statement may wait for a lock. While it waits, the app's queries on the same table wait too."),
    'lock-retry-for': described(duration('60s'), 'How long to keep retrying a migration that could not acquire its locks.'),
    'migration-lock-timeout': described(duration('60s'), 'How long to wait for another migration run to finish.'),
    'statement-timeout': described(duration('15m'), 'How long a single SQL statement may run.'),
});
const orderInputs = () => ({
    'require-newer-commit': described(flag(true), 'Require that the commit contains the live commit. An older or diverged commit fails with `superseded`.'),
});
const freezeInputs = () => ({
    freeze: described(list(), "Periods in which no release may begin, one per line, as `FROM..TO reason`: `2026-12-20..2027-01-04 year's end`, `2026-11-26T16:00..2026-11-30T08:00`, `Fri 16:00..Mon 08:00 weekend`."),
    'freeze-zone': described(text('UTC'), 'Time zone of `freeze`, such as `Europe/Berlin`.'),
});
const trustInputs = () => ({
    'trusted-branches': described(list(), "Branches whose workflow runs may write the records that this action relies on (requests, staged deployments, releases of other environments), one per line; `*` matches any characters. Default: the repository's default branch. Every workflow with `deployments: write` can write such records, so GitHub is asked which run of which branch wrote them."),
});
const modeInputs = () => ({
    mode: described(oneOf(['same-build', 'same-commit'], 'same-build'), '`same-build` promotes the deployment that was staged. `same-commit` promotes the commit that another environment released; production gets its own build of it.'),
});
const dryRunInputs = () => ({
    'dry-run': described(flag(false), 'Show the plan and run all checks, but change nothing.'),
});
const auditInputs = () => ({
    accept: shape_described(shape_text(), 'Failures to accept, as a YAML list of `check` (an id, `*` matches anything), `reason`, `until` (a day), and optionally `what` and `verdict` (`fail` or `unknown`).'),
    'on-unknown': shape_described(shape_oneOf(['fail', 'warn'], 'fail'), 'Whether a check that cannot be decided fails the step (`fail`) or is only reported (`warn`).'),
    'report-only': shape_described(shape_flag(false), 'Set to `true` to report everything and never fail the step.'),
    'report-directory': shape_described(shape_text(), 'Directory for the reports. By default one in the temporary directory of the job.'),
});
const storeInputs = () => ({
    's3-region': shape_described(shape_text(), 'Region of the bucket; `auto` for Cloudflare R2. By default `AWS_REGION`.'),
    's3-endpoint': shape_described(shape_text(), 'Address of a store that is compatible with S3. By default AWS.'),
    's3-access-key-id': shape_described(shape_text(), 'Id of the access key. By default the credentials that `aws-actions/configure-aws-credentials` leaves in the environment. The key needs no right to delete.'),
    's3-secret-access-key': shape_described(shape_secret(), 'The secret of the access key.'),
});

;// CONCATENATED MODULE: ./actions/backup/lib/inputs.js



const backupId = /^(latest|(?:(?:daily|weekly|monthly|yearly)\/)?\d{8}T\d{6}Z-[0-9a-f]{8})$/;
const inputs = {
    command: shape_oneOf(['create', 'drill', 'restore', 'status'], 'create'),
    to: shape_text(undefined, { required: true }),
    'database-url': shape_secret(),
    'encrypt-to': shape_list(),
    'decrypt-with': shape_secret(),
    'scratch-database-url': shape_secret(),
    'target-database-url': shape_secret(),
    'confirm-target': shape_text(),
    backup: shape_text('latest', { pattern: backupId, expected: 'latest, or the id of a backup' }),
    tables: shape_list(),
    tier: shape_oneOf(['auto', 'daily', 'weekly', 'monthly', 'yearly'], 'auto'),
    'exclude-schemas': shape_list(),
    'exclude-rows': shape_list(),
    'include-archives': shape_flag(false),
    'storage-files': shape_oneOf(['auto', 'none', 'list', 'copy'], 'auto'),
    'files-directory': shape_text(),
    'release-id': shape_text(),
    'check-command': shape_text(),
    'after-restore': shape_text(),
    every: shape_duration('24h'),
    runs: integer(7, { min: 1, max: 400 }),
    'max-age': shape_duration('30h'),
    'max-drill-age': shape_duration(),
    'max-restore-time': shape_duration(),
    'require-tiers': shape_list(),
    keep: shape_list(),
    'locked-for': shape_duration(),
    'provider-max-age': shape_duration('30h'),
    'min-pitr-window': shape_duration(),
    'policy-file': shape_text(),
    'dry-run': shape_flag(false),
    ...auditInputs(),
    parallel: integer(4, { min: 1, max: 32 }),
    'lock-timeout': shape_duration('10s'),
    'max-duration': shape_duration('2h'),
    'check-timeout': shape_duration('15m'),
    'max-files-duration': shape_duration('2h'),
    'pg-dump-path': shape_text(),
    ...storeInputs(),
    'storage-s3-endpoint': shape_text(),
    'storage-s3-region': shape_text(),
    'storage-s3-access-key-id': shape_text(),
    'storage-s3-secret-access-key': shape_secret(),
    ...supabaseInputs(),
    ...requestInputs(),
};
function keepOf(line) {
    const [, name, days] = /^(\w+):[ \t]*([1-9]\d{0,4})$/.exec(line) ?? [];
    const tier = manifest_manifest/* TIERS */.iB.find((one) => one === name);
    return tier === undefined ? undefined : { name: tier, days: Number(days) };
}
function problemsOf(values) {
    const { command } = values;
    const empty = (name) => `input "${name}": the secret is empty, and ${command} needs it (an unset secret arrives as an empty text)`;
    const isNone = values['encrypt-to'].length === 1 && values['encrypt-to'][0] === 'none';
    const isFolder = !/^[a-z][a-z0-9+.-]*:\/\//i.test(values.to);
    const wrongTiers = values['require-tiers'].filter((tier) => !manifest_manifest/* TIERS */.iB.some((one) => one === tier));
    const wrongKeep = values.keep.filter((line) => keepOf(line) === undefined);
    const given = [
        [command === 'create' && values['database-url'].isEmpty, empty('database-url')],
        [command === 'drill' && values['scratch-database-url'].isEmpty, empty('scratch-database-url')],
        [command === 'restore' && values['target-database-url'].isEmpty, empty('target-database-url')],
        [
            command === 'create' && values['encrypt-to'].length === 0,
            'input "encrypt-to": required for create, expected age recipients (age1…), one per line; a directory may have `none`',
        ],
        [
            command === 'create' && isNone && !isFolder,
            'input "encrypt-to": `none` is for a directory only; backups in a bucket are always encrypted',
        ],
        [command !== 'restore' && values.tables.length > 0, 'input "tables": for restore only'],
        [
            values['supabase-project'] !== '' && values['supabase-token'].isEmpty,
            'input "supabase-token": the secret is empty, and supabase-project needs it (an unset secret arrives as an empty text)',
        ],
        [
            values['supabase-project'] === '' && values['min-pitr-window'] !== undefined,
            'input "min-pitr-window": needs supabase-project, whose window it is',
        ],
        [
            wrongKeep.length > 0,
            `input "keep": expected TIER: DAYS, such as "daily: 7", got ${wrongKeep.map((line) => `"${line}"`).join(', ')}`,
        ],
        [
            wrongTiers.length > 0,
            `input "require-tiers": expected ${manifest_manifest/* TIERS */.iB.join(', ')}, got ${wrongTiers.map((tier) => `"${tier}"`).join(', ')}`,
        ],
    ];
    const copies = command === 'create' && values['storage-files'] === 'copy';
    const problems = copies ? storageProblems(values) : [];
    if (command !== 'restore' && values['files-directory'] !== '')
        problems.push('input "files-directory": for restore only');
    return [...given.flatMap(([isWrong, problem]) => (isWrong ? [problem] : [])), ...problems];
}
function storageProblems(values) {
    const endpoint = values['storage-s3-endpoint'];
    const problems = ['storage-s3-endpoint', 'storage-s3-region', 'storage-s3-access-key-id'].flatMap((name) => (values[name] === '' ? [`input "${name}": required for storage-files: copy`] : []));
    if (values['storage-s3-secret-access-key'].isEmpty)
        problems.push('input "storage-s3-secret-access-key": the secret is empty, and storage-files: copy needs it (an unset secret arrives as an empty text)');
    const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    const isNear = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+)$/.test(url.hostname);
    if (endpoint !== '' && url?.protocol !== 'https:' && !isNear)
        problems.push(`input "storage-s3-endpoint": expected a URL that begins with https://, got "${endpoint}"`);
    const to = values['s3-endpoint'];
    if (url !== undefined && URL.canParse(to) && new URL(to).host === url.host && !isNear)
        problems.push('input "s3-endpoint": backups in the Storage of the same project are deleted together with it');
    return problems;
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/target-name.js
function targetName({ host, user, database }) {
    const ref = /\.pooler\.supabase\.com$/.test(host) ? /\.([a-z0-9]{20})$/.exec(user)?.[1] : undefined;
    return `${ref === undefined ? host : `db.${ref}.supabase.co`}/${database}`;
}

;// CONCATENATED MODULE: ./actions/backup/lib/restore.js







async function restore(values, shell) {
    const { clock, log, signal } = shell;
    const { target, identities, place } = await readTogether({
        target: () => (0,database_url/* readDatabaseUrl */.Bq)(values['target-database-url'].reveal()),
        identities: () => identitiesOf(values),
        place: () => placeOf(values, shell),
    });
    const chosen = await chosenBackup(place, values.backup, signal);
    if (chosen === undefined)
        return noBackup(values, place);
    const backup = `${chosen.tier}/${chosen.id}`;
    const name = targetName(target);
    if (values['dry-run']) {
        const what = values.tables.length === 0 ? backup : `${(0,lists/* nameSome */.Kf)(values.tables, 5)} of ${backup}`;
        return { verdict: 'pass', reason: 'dry-run', message: `would restore ${what} into ${name}` };
    }
    if (values['confirm-target'] !== name) {
        const message = `nothing was restored: type ${name} into confirm-target to restore ${backup} into it`;
        return { verdict: 'fail', reason: 'not-confirmed', message };
    }
    const { parallel } = values;
    const options = { place, prefix: chosen.prefix, identities, target, parallel, clock, log, signal };
    if (values.tables.length > 0)
        return tablesOutcome(await restoreTables(options, values.tables), backup);
    const outcome = wholeOutcome(await restoreWhole(options), { values, shell, backup });
    const directory = values['files-directory'];
    if (directory === '' || outcome.verdict !== 'pass')
        return outcome;
    return writtenFiles(outcome, options, (0,external_node_path_.resolve)(shell.env.workspace, directory));
}
async function writtenFiles(outcome, { place, prefix, identities, signal }, directory) {
    const read = await (0,read_manifest/* readManifest */.WI)(place, prefix, { signal });
    if (read.kind !== 'read' || read.manifest.files?.mode !== 'copy')
        return { ...outcome, message: `${outcome.message}; it has no files of Storage` };
    const from = { target: place, prefix, identities };
    const { written, left } = await (0,lazily/* writeBackupFiles */.he)({ from, manifest: read.manifest, signal }, directory);
    const message = `${outcome.message}; ${(0,lists/* count */.U9)(written, 'file')} in ${directory}, ${left} not contained`;
    return { ...outcome, message, outputs: { ...outcome.outputs, files: written } };
}
function tablesOutcome(restored, backup) {
    switch (restored.kind) {
        case 'restored': {
            const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
            const names = (0,lists/* nameSome */.Kf)(restored.tables.map(({ name }) => name), 5);
            const message = `${(0,lists/* count */.U9)(rows, 'row')} of ${names} are back, from ${backup}`;
            return { verdict: 'pass', reason: 'tables-restored', message, outputs: { rows, tables: restored.tables.length } };
        }
        case 'not-in-backup':
            return restore_failed('not-in-backup', `${backup} does not have ${(0,lists/* nameSome */.Kf)(restored.tables, 10)}: nothing was restored`);
        case 'not-empty':
            return restore_failed('target-not-empty', `${(0,lists/* nameSome */.Kf)(restored.tables, 10)} have rows: nothing was restored`);
        case 'broken':
            return restore_failed('backup-broken', `nothing was restored: ${backup}: ${restored.check.measured}`);
    }
}
function restore_failed(reason, message) {
    return { verdict: 'fail', reason, message };
}
function wholeOutcome(restored, { values, shell, backup }) {
    if (restored.kind === 'not-empty') {
        const what = restored.tables === undefined ? 'tables of its own' : `rows in ${(0,lists/* nameSome */.Kf)(restored.tables, 10)}`;
        return restore_failed('target-not-empty', `the target database has ${what}: nothing was restored`);
    }
    if (restored.kind === 'project-differs')
        return restore_failed('project-differs', `nothing was restored: ${(0,lists/* nameSome */.Kf)(restored.differences, 20)}`);
    const { checks, notVerified, begun, rows, restoreMs, dataAgeMs } = restored;
    const run = shell.env.runId === 0 ? null : shell.env.runUrl;
    const facts = { subject: backup, nowMs: shell.clock.now(), run, tool: toolOf(), checks, notVerified };
    const { outputs, message, passes, verdict } = reportChecks(shell, facts, values);
    const reason = verdict === 'pass'
        ? 'restored'
        : verdict === 'unknown'
            ? 'restore-not-verified'
            : restored.rolledBack === true
                ? 'restore-rolled-back'
                : begun
                    ? 'restore-differs'
                    : 'backup-broken';
    const left = begun || verdict === 'pass' ? '' : '; nothing was restored';
    return {
        verdict,
        reason,
        ...(passes === undefined ? {} : { passes }),
        message: `${backup}: ${message}${left}`,
        outputs: {
            ...outputs,
            rows,
            'restore-seconds': (restoreMs / 1_000).toFixed(1),
            'data-age-seconds': dataAgeMs === undefined ? '' : Math.round(dataAgeMs / 1_000),
        },
    };
}

// EXTERNAL MODULE: ./packages/backup/lib/files/generation.js
var generation = __nccwpck_require__(7641);
;// CONCATENATED MODULE: ./packages/backup/lib/targets/s3/lifecycle.js
const UNFINISHED_DAYS = 7;
const REPLACED_DAYS = 30;
function lifecycleRules(prefix, tiers) {
    const below = (name) => (prefix === '' ? `${name}/` : `${prefix}/${name}/`);
    return {
        Rules: [
            ...tiers.map(({ days, name }) => ({
                ID: `lockstep-${name.replace('/', '-')}`,
                Status: 'Enabled',
                Filter: { Prefix: below(name) },
                Expiration: { Days: days },
                NoncurrentVersionExpiration: { NoncurrentDays: REPLACED_DAYS },
            })),
            {
                ID: 'lockstep-unfinished',
                Status: 'Enabled',
                Filter: { Prefix: prefix === '' ? '' : `${prefix}/` },
                AbortIncompleteMultipartUpload: { DaysAfterInitiation: UNFINISHED_DAYS },
            },
        ],
    };
}
function tierProblems(tiers, expiry) {
    return tiers.flatMap(({ days, name }) => {
        const rules = expiry.filter(({ prefix }) => `${name}/`.startsWith(prefix) || prefix.startsWith(`${name}/`));
        const whole = rules.filter(({ prefix }) => `${name}/`.startsWith(prefix));
        const first = rules.length === 0 ? undefined : Math.min(...rules.map((rule) => rule.days));
        const of = { tier: name, wants: days, has: first };
        if (first !== undefined && first < days)
            return [{ ...of, kind: 'deleted-too-early' }];
        if (whole.length === 0)
            return [{ ...of, has: undefined, kind: 'never-deleted' }];
        const has = Math.min(...whole.map((rule) => rule.days));
        return has > days ? [{ ...of, has, kind: 'kept-too-long' }] : [];
    });
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/runs.js
const LATE = 1.5;
function gapsOf(takenMs, nowMs, { everyMs, runs }) {
    const times = [...takenMs].filter((at) => at <= nowMs).sort((a, b) => a - b);
    const first = times[0] ?? nowMs;
    const since = Math.max(first, nowMs - runs * everyMs);
    const within = times.filter((at) => at > since);
    const points = [since, ...within, nowMs];
    const gaps = [];
    let missing = 0;
    for (const [at, toMs] of points.entries()) {
        const fromMs = points[at - 1];
        if (fromMs === undefined || toMs - fromMs <= LATE * everyMs)
            continue;
        gaps.push({ fromMs, toMs });
        missing += Math.max(1, Math.round((toMs - fromMs) / everyMs) - 1);
    }
    const expected = Math.max(1, Math.min(runs, Math.round((nowMs - since) / everyMs) + (since === first ? 1 : 0)));
    return { expected, missing: Math.min(missing, expected), gaps };
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/status.js





const status_DAY_MS = 86_400_000;
const TIER_MS = {
    daily: 1.5 * status_DAY_MS,
    weekly: 7.5 * status_DAY_MS,
    monthly: 31.5 * status_DAY_MS,
    yearly: 366.5 * status_DAY_MS,
};
function judgeStatus(facts, policy) {
    const newest = newestOf(facts.backups);
    const checks = [newestCheck(facts, policy, newest)];
    if (newest === undefined)
        return checks;
    checks.push(runsCheck(facts, policy));
    for (const tier of manifest_manifest/* TIERS */.iB)
        if (policy.tiers.includes(tier))
            checks.push(tierCheck(facts, tier));
    if (policy.lockedForMs !== undefined)
        checks.push(lockCheck(facts, policy.lockedForMs, newest));
    if (policy.maxDrillAgeMs !== undefined && facts.drills !== undefined)
        checks.push(drillCheck(facts.drills, policy.maxDrillAgeMs, facts));
    return checks;
}
function newestCheck(facts, { maxAgeMs }, newest) {
    const check = { id: 'newest-backup', title: 'The newest backup is young enough', what: facts.place };
    const expected = `one of the last ${(0,lib_duration/* formatDuration */.a)(maxAgeMs)}`;
    if (newest === undefined) {
        const unfinished = facts.backups.length;
        const measured = unfinished === 0 ? 'no backup' : `no backup; ${unfinished} that were never finished`;
        const remedy = 'run create, and check that both use the same store';
        return { ...check, verdict: 'fail', reason: 'no-backup', measured, expected, remedy };
    }
    const age = facts.nowMs - newest.takenAtMs;
    const measured = `${newest.tier}/${newest.id}, ${ageWords(age)} old, ${newest.bytes} bytes`;
    if (age <= maxAgeMs)
        return { ...check, verdict: 'pass', reason: 'young-enough', measured, expected, remedy: '' };
    const remedy = 'look at the runs that should have made a newer one';
    return { ...check, verdict: 'fail', reason: 'too-old', measured, expected, remedy };
}
function runsCheck({ backups, place, nowMs }, policy) {
    const taken = backups.filter(({ isWhole }) => isWhole).map(({ takenAtMs }) => takenAtMs);
    const { expected, missing, gaps } = gapsOf(taken, nowMs, policy);
    const whole = missing === 0;
    const where = gaps.map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}`);
    return {
        id: 'expected-runs',
        title: 'No backup is missing between the others',
        verdict: whole ? 'pass' : 'fail',
        reason: whole ? 'no-gap' : 'gap',
        what: place,
        measured: `${expected - missing} of ${expected} expected runs${whole ? '' : `; none in ${where.join(', ')}`}`,
        expected: `one every ${(0,lib_duration/* formatDuration */.a)(policy.everyMs)}`,
        remedy: whole ? '' : 'look at the runs of that time: a schedule may be late or off',
    };
}
function tierCheck({ backups, place, nowMs }, tier) {
    const longer = manifest_manifest/* TIERS */.iB.slice(manifest_manifest/* TIERS */.iB.indexOf(tier));
    const found = backups.find((one) => one.isWhole && longer.includes(one.tier));
    const age = found === undefined ? undefined : nowMs - found.takenAtMs;
    const isThere = age !== undefined && age <= TIER_MS[tier];
    return {
        id: `tier-${tier}`,
        title: `There is a ${tier} backup`,
        verdict: isThere ? 'pass' : 'fail',
        reason: isThere ? 'tier-kept' : 'tier-missing',
        what: place,
        measured: age === undefined ? 'none' : `${found?.tier}/${found?.id}, ${ageWords(age)} old`,
        expected: `one of the last ${ageWords(TIER_MS[tier])}, kept as ${longer.join(' or ')}`,
        remedy: isThere ? '' : 'leave the tier to auto, or look why it was not made',
    };
}
function lockCheck({ protection, nowMs }, lockedForMs, newest) {
    const until = newest.lockedUntilMs;
    const isLocked = until !== undefined && until - newest.takenAtMs >= lockedForMs && until > nowMs;
    const check = { id: 'immutable', title: 'The newest backup cannot be changed or deleted', what: newest.id };
    const expected = `locked by the place for ${ageWords(lockedForMs)}`;
    if (isLocked) {
        const measured = `locked until ${new Date(until).toISOString()}`;
        return { ...check, verdict: 'pass', reason: 'immutable', measured, expected, remedy: '' };
    }
    const remedy = 'switch on Object Lock with a default retention on the bucket';
    if (until === undefined && protection === undefined)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'lock-unknown',
            measured: 'the place does not say',
            expected,
            remedy,
        };
    const lock = protection?.defaultLock;
    if (until === undefined && lock !== undefined)
        return {
            ...check,
            verdict: 'unknown',
            reason: 'lock-unknown',
            measured: `the bucket has a default lock of ${lock.days} days (${lock.mode}), and its objects do not say theirs`,
            expected,
            remedy: 'give the key the right s3:GetObjectRetention; objects from before the default lock have none',
        };
    const measured = until === undefined
        ? 'no lock, and the bucket has no default one'
        : `locked until ${new Date(until).toISOString()}`;
    return { ...check, verdict: 'fail', reason: 'not-immutable', measured, expected, remedy };
}
function drillCheck(drills, maxAgeMs, { place, nowMs }) {
    const [newest] = drills;
    const passed = drills.find(({ verdict }) => verdict === 'pass');
    const age = passed === undefined ? undefined : nowMs - Date.parse(passed.at);
    const check = {
        id: 'last-drill',
        title: 'A backup was restored and compared lately',
        what: place,
        expected: `one of the last ${ageWords(maxAgeMs)} that passed, and none after it that did not`,
    };
    const last = age === undefined ? 'no drill that passed' : `${passed?.backup}, ${ageWords(age)} ago`;
    const isRecent = age !== undefined && age <= maxAgeMs;
    if (newest !== undefined && newest.verdict !== 'pass') {
        const isFailed = newest.verdict === 'fail';
        return {
            ...check,
            verdict: isFailed || !isRecent ? 'fail' : 'unknown',
            reason: isFailed ? 'drill-failed' : 'drill-unknown',
            measured: `${last}; the latest one, of ${newest.backup}, ${isFailed ? 'failed' : 'ended as unknown'}`,
            remedy: 'read the report of the latest drill, fix what it names, and run drill again',
        };
    }
    if (isRecent)
        return { ...check, verdict: 'pass', reason: 'drilled', measured: last, remedy: '' };
    const remedy = 'run drill: a backup that was never restored is a hope';
    return { ...check, verdict: 'fail', reason: 'not-drilled', measured: last, remedy };
}

;// CONCATENATED MODULE: ./packages/backup/lib/policy/retention.js




const retention_DAY_MS = 86_400_000;
const LATE_MS = 2 * retention_DAY_MS;
const NAMED = 5;
function judgeRetention(facts, policy) {
    const { legalHolds, retention } = policy;
    const limits = Object.keys(retention).length === 0 ? [] : manifest_manifest/* TIERS */.iB.flatMap((tier) => limitCheck(facts, tier, policy));
    return [...limits, ...legalHolds.map((hold) => holdCheck(facts, hold))];
}
function limitCheck({ backups, place, nowMs }, tier, policy) {
    const limit = policy.retention[tier];
    const kept = backups.filter((one) => one.tier === tier);
    const check = {
        id: `retention-${tier}`,
        title: `No ${tier} backup is kept longer than it may be`,
        what: place,
    };
    if (limit === undefined) {
        if (kept.length === 0)
            return [];
        return [
            {
                ...check,
                verdict: 'fail',
                reason: 'no-limit',
                measured: `${(0,lists/* count */.U9)(kept.length, 'backup')}, and the policy has no limit for them`,
                expected: 'a limit for each tier that is used',
                remedy: `add ${tier} to retention in the policy file`,
            },
        ];
    }
    const held = new Set(policy.legalHolds.filter((hold) => !isOver(hold, nowMs)).map(({ backup }) => backup));
    const past = kept.filter(({ id, takenAtMs }) => nowMs - takenAtMs > limit + LATE_MS && !held.has(id));
    const expected = `none older than ${ageWords(limit)} but those under a legal hold`;
    if (past.length === 0) {
        const measured = `${(0,lists/* count */.U9)(kept.length, 'backup')}, none of them past its limit`;
        return [{ ...check, verdict: 'pass', reason: 'within-limit', measured, expected, remedy: '' }];
    }
    const oldest = Math.min(...past.map(({ takenAtMs }) => takenAtMs));
    const named = past.slice(0, NAMED).map(({ id }) => id);
    const more = past.length > NAMED ? ` and ${past.length - NAMED} more` : '';
    return [
        {
            ...check,
            verdict: 'fail',
            reason: 'past-limit',
            measured: `${(0,lists/* count */.U9)(past.length, 'backup')} past it: ${named.join(', ')}${more}; the oldest is ${ageWords(nowMs - oldest)} old`,
            expected,
            remedy: 'let the lifecycle of the bucket delete them, or write a legal hold into the policy file',
        },
    ];
}
function holdCheck(facts, hold) {
    const { nowMs, protection } = facts;
    const { backup: id, until } = hold;
    const check = {
        id: 'legal-hold',
        title: 'A backup under a legal hold is there, and cannot be deleted before its end',
        what: id,
        expected: `kept until ${until}`,
    };
    if (isOver(hold, nowMs)) {
        const remedy = 'remove it from the policy file, and lift the legal hold of the store';
        return { ...check, verdict: 'pass', reason: 'hold-ended', measured: `it ended on ${until}`, remedy };
    }
    const backup = facts.backups.find((one) => one.id === id && one.isWhole);
    if (backup === undefined) {
        const remedy = 'find out who deleted it; in a bucket that keeps versions it may be behind a delete marker: `aws s3api list-object-versions`';
        return { ...check, verdict: 'fail', reason: 'held-backup-gone', measured: 'no such backup is there', remedy };
    }
    const untilMs = lastMomentOf(until) ?? 0;
    const days = daysUntilDeleted(backup, protection);
    const hides = days === undefined ? '' : `; a lifecycle rule hides it ${(0,lists/* count */.U9)(days, 'day')} after it was made`;
    if (backup.legalHold || (backup.lockedUntilMs ?? 0) >= untilMs) {
        const by = backup.legalHold ? 'a legal hold' : `a lock until ${new Date(backup.lockedUntilMs ?? 0).toISOString()}`;
        const isHidden = days !== undefined && backup.takenAtMs + days * retention_DAY_MS < untilMs;
        const measured = `the store has ${by} on it${isHidden ? hides : ''}`;
        return { ...check, verdict: 'pass', reason: 'held', measured, remedy: '' };
    }
    const remedy = 'put a legal hold on each of its objects: `aws s3api put-object-legal-hold --legal-hold Status=ON`, with a key that may; or keep a copy elsewhere';
    if (protection === undefined) {
        const measured = 'it is there, and the store does not say what may delete it';
        return { ...check, verdict: 'unknown', reason: 'hold-unknown', measured, remedy };
    }
    if (days !== undefined && backup.takenAtMs + days * retention_DAY_MS < untilMs) {
        const measured = `a lifecycle rule deletes it ${(0,lists/* count */.U9)(days, 'day')} after it was made, and nothing holds it`;
        return { ...check, verdict: 'fail', reason: 'hold-would-be-deleted', measured, remedy };
    }
    const measured = 'it is there, and nothing keeps it from being deleted';
    return { ...check, verdict: 'fail', reason: 'hold-not-enforced', measured, remedy };
}
function isOver({ until }, nowMs) {
    return nowMs >= (lastMomentOf(until) ?? 0);
}
function daysUntilDeleted({ prefix }, protection) {
    const rules = protection?.expiry.filter((rule) => prefix.startsWith(rule.prefix)) ?? [];
    return rules.length === 0 ? undefined : Math.min(...rules.map(({ days }) => days));
}

;// CONCATENATED MODULE: ./packages/backup/lib/runbook/judge.js




const FEWEST = 2;
const SLOWER = { times: 1.5, ms: 60_000 };
const REWRITE = 'run `lockstep backup runbook` and commit what it writes';
function judgeRunbook(reality) {
    const { document, drills, recovery, runbook } = reality;
    const mark = document === undefined ? undefined : runbookMark(document);
    const passed = drills.find(({ verdict }) => verdict === 'pass');
    const check = (id, title, expected, finding) => ({
        ...{ id: `runbook-${id}`, title, what: runbook.document, expected },
        ...finding,
    });
    const promised = recovery.maxDataAgeMs !== undefined || recovery.maxRestoreMs !== undefined;
    return [
        check('document', 'The runbook is written from its settings', 'the settings of today', documentOf(reality, mark)),
        check('people', 'More than one person may restore', `at least ${FEWEST} people`, peopleOf(runbook)),
        check('review', 'The runbook was reviewed', `one of the last ${ageWords(runbook.reviewEveryMs)}`, reviewOf(reality)),
        check('store', 'The runbook names the store that is used', reality.place, storeOf(reality)),
        check('schedule', 'Backups are made as the runbook says', (0,lib_duration/* formatDuration */.a)(runbook.everyMs), scheduleOf(reality)),
        check('times', 'The times of the runbook are those of the last drill', 'what was measured', timesOf(mark, passed)),
        ...(promised
            ? [check('promise', 'The last drill was as good as promised', promiseOf(recovery), keptOf(recovery, passed))]
            : []),
    ];
}
function good(reason, measured) {
    return { verdict: 'pass', reason, measured, remedy: '' };
}
function bad(reason, measured, remedy) {
    return { verdict: 'fail', reason, measured, remedy };
}
function documentOf({ document, recovery, runbook }, mark) {
    if (document === undefined)
        return bad('runbook-missing', 'there is no such file', REWRITE);
    if (mark === undefined)
        return bad('runbook-not-generated', 'its last line is not that of the generator', REWRITE);
    if (mark.settings === runbookDigest(runbook, recovery))
        return good('runbook-current', 'written from these settings');
    return bad('runbook-outdated', 'the settings have changed since it was written', REWRITE);
}
function peopleOf({ restorers }) {
    const people = peopleIn(restorers);
    if (people >= FEWEST)
        return good('enough-people', `${people} people`);
    return bad('too-few-people', `${people}`, 'name another person in `restorers` who has the key and has tried it');
}
function reviewOf({ nowMs, runbook }) {
    const ageMs = nowMs - Date.parse(runbook.reviewed);
    if (ageMs < 0)
        return bad('review-in-future', runbook.reviewed, 'write the day of the last review');
    if (ageMs <= runbook.reviewEveryMs)
        return good('reviewed', runbook.reviewed);
    return bad('review-overdue', `${runbook.reviewed}, ${ageWords(ageMs)} ago`, 'read it, correct it, set `reviewed`');
}
function storeOf({ place, runbook }) {
    const bare = (text) => text.replace(/\/+$/, '');
    if (bare(place) === bare(runbook.store))
        return good('same-store', runbook.store);
    return bad('other-store', runbook.store, 'correct `store`: in an emergency people would look in the wrong place');
}
function scheduleOf({ everyMs, runbook }) {
    if (everyMs === runbook.everyMs)
        return good('same-schedule', (0,lib_duration/* formatDuration */.a)(everyMs));
    return bad('other-schedule', `expected every ${(0,lib_duration/* formatDuration */.a)(everyMs)}`, 'correct `every` of the runbook or the check');
}
function timesOf(mark, passed) {
    if (passed === undefined || passed.restoreMs === null)
        return notMeasured();
    const took = `restored in ${(0,lib_duration/* formatDuration */.a)(passed.restoreMs)} on ${passed.at.slice(0, 10)}`;
    const said = mark?.drill?.restoreMs ?? undefined;
    if (said === undefined)
        return bad('no-times', `${took}; the runbook has no time`, REWRITE);
    const words = `${took}; the runbook says ${(0,lib_duration/* formatDuration */.a)(said)}`;
    const isSlower = passed.restoreMs > said * SLOWER.times && passed.restoreMs - said > SLOWER.ms;
    return isSlower ? bad('slower-than-written', words, REWRITE) : good('times-hold', words);
}
function promiseOf({ maxDataAgeMs, maxRestoreMs }) {
    const parts = [
        ...(maxRestoreMs === undefined ? [] : [`restored in ${(0,lib_duration/* formatDuration */.a)(maxRestoreMs)}`]),
        ...(maxDataAgeMs === undefined ? [] : [`data of the last ${(0,lib_duration/* formatDuration */.a)(maxDataAgeMs)}`]),
    ];
    return parts.join(', ');
}
function keptOf({ maxDataAgeMs, maxRestoreMs }, passed) {
    if (passed === undefined)
        return notMeasured();
    const { dataAgeMs, restoreMs } = passed;
    const isUnknown = (maxDataAgeMs !== undefined && dataAgeMs === null) || (maxRestoreMs !== undefined && restoreMs === null);
    if (isUnknown)
        return notMeasured();
    const measured = promiseOf({ maxDataAgeMs: dataAgeMs ?? undefined, maxRestoreMs: restoreMs ?? undefined });
    const isKept = (dataAgeMs ?? 0) <= (maxDataAgeMs ?? Infinity) && (restoreMs ?? 0) <= (maxRestoreMs ?? Infinity);
    if (isKept)
        return good('promise-kept', measured);
    return bad('promise-not-kept', measured, 'back up more often, restore more tables at a time, or promise less');
}
function notMeasured() {
    return { verdict: 'unknown', reason: 'not-measured', measured: 'no drill that passed', remedy: 'run drill' };
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/lifecycle.js


const WORDS = {
    'deleted-too-early': 'deleted after',
    'kept-too-long': 'deleted only after',
    'never-deleted': 'never deleted',
};
function judgeLifecycle(place, kept, protection) {
    const problems = protection === undefined ? [] : tierProblems(kept, protection.expiry);
    return kept.map(({ days, name }) => {
        const check = {
            id: `lifecycle-${name.replace('/', '-')}`,
            title: `The store keeps ${lifecycle_words(name)} for as long as it should`,
            what: place,
            expected: `deleted after ${(0,lists/* count */.U9)(days, 'day')}`,
        };
        const remedy = 'set the lifecycle rules of the bucket to those in the summary';
        if (protection === undefined)
            return {
                ...check,
                verdict: 'unknown',
                reason: 'lifecycle-unknown',
                measured: 'the store does not say',
                remedy: 'let the key read the lifecycle of the bucket, or look at the rules of the store yourself',
            };
        const problem = problems.find(({ tier }) => tier === name);
        if (problem === undefined)
            return { ...check, verdict: 'pass', reason: 'lifecycle-as-promised', measured: check.expected, remedy: '' };
        const { has, kind } = problem;
        const measured = has === undefined ? WORDS[kind] : `${WORDS[kind]} ${(0,lists/* count */.U9)(has, 'day')}`;
        return { ...check, verdict: 'fail', reason: kind, measured, remedy };
    });
}
function lifecycle_words(name) {
    const tier = name.replace('files/', '');
    return tier === name ? `${name} backups` : `files of ${tier} backups`;
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/read-locks.js

const AT_ONCE = 8;
async function readLocks(place, backup, options) {
    const keys = [];
    for await (const { key } of place.list(backup.prefix, options))
        keys.push(key);
    const heads = [];
    const workers = Array.from({ length: AT_ONCE }, (_, nth) => nth);
    await (0,pool/* inParallel */.H)(workers, keys, async (_, key) => {
        heads.push(await place.head(key, options));
    }, () => undefined);
    const locks = heads.map((head) => head?.lockedUntilMs);
    const isLocked = locks.length > 0 && locks.every((lock) => lock !== undefined);
    return {
        ...backup,
        lockedUntilMs: isLocked ? locks.reduce((first, lock) => Math.min(first, lock ?? 0), Infinity) : undefined,
        legalHold: heads.length > 0 && heads.every((head) => head?.legalHold === true),
    };
}

// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(782);
// EXTERNAL MODULE: ./packages/base/lib/deadline.js
var deadline = __nccwpck_require__(2098);
;// CONCATENATED MODULE: ./packages/base/lib/service-api.js



function serviceUrl(apiUrl, path) {
    return new URL(`${apiUrl.href.replace(/\/$/, '')}${path}`);
}
const SLOWEST_BYTES_PER_MS = 125;
async function askService(service, access, { body, headers, method, url }) {
    const { clock, log, signal } = access;
    const what = `${service}: ${method} ${url.pathname}`;
    const started = clock.now();
    const exchange = async (inner) => {
        const response = await access.fetch(url, {
            method,
            redirect: 'manual',
            signal: inner,
            headers: {
                authorization: `Bearer ${access.token.reveal()}`,
                accept: 'application/json',
                'user-agent': 'lockstep',
                ...headers,
            },
            ...(body === undefined ? {} : { body }),
        });
        const text = await response.text();
        return { status: response.status, header: (name) => response.headers.get(name), text, body: jsonIn(text) };
    };
    const limitMs = access.requestTimeoutMs + (body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
    try {
        const answer = await (0,deadline/* withDeadline */.N)(what, limitMs, exchange, { clock, signal });
        log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
        return answer;
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,lib_clock/* cancellation */.WN)(signal);
        log.debug(`${what}: no answer after ${clock.now() - started} ms`);
        throw new errors/* RemoteError */.Hi(`${what}: no answer`, { service, retryable: true, cause });
    }
}
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/supabase/lib/failure.js

function failureOf(what, answer, nowMs) {
    const { header, status } = answer;
    const requestId = header('x-request-id') ?? header('cf-ray') ?? header('x-gotrue-id');
    const retryAfterMs = retryAfterOf(answer, nowMs);
    const hint = hintFor(status);
    return new errors/* RemoteError */.Hi(`Supabase: ${what}: ${wordsOf(answer)}`, {
        service: 'Supabase',
        status,
        retryable: status === 408 || status === 429 || status >= 500,
        ...(requestId === null ? {} : { requestId }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function notJson(what, { status }) {
    return new errors/* RemoteError */.Hi(`Supabase: ${what}: the answer is not JSON`, {
        service: 'Supabase',
        status,
        retryable: true,
        hint: 'check supabase-api-url and any proxy in between',
    });
}
function retryAfterOf({ header, status }, nowMs) {
    const asked = (0,retry/* parseRetryAfter */.mu)(header('retry-after'), nowMs);
    if (asked !== undefined || status !== 429)
        return asked;
    const seconds = Number(header('x-ratelimit-reset') ?? '');
    return seconds > 0 ? seconds * 1_000 : undefined;
}
function wordsOf({ body, status }) {
    const message = typeof body === 'object' && body !== null ? body.message : undefined;
    if (typeof message === 'string' && message !== '')
        return message;
    if (Array.isArray(message))
        return message.join('; ');
    if (status >= 300 && status < 400)
        return 'a redirect, which is not followed since it could carry the token away';
    return status >= 500 ? 'Supabase returned a server error' : 'refused';
}
function hintFor(status) {
    if (status >= 300 && status < 400)
        return 'check supabase-api-url';
    if (status === 401)
        return 'supabase-token is not accepted: create a new one and store it as a secret';
    if (status === 402)
        return 'the plan of the organization does not have it';
    if (status === 403)
        return 'the token must reach the project and have the permission that the call needs';
    if (status === 404)
        return 'check supabase-project: a project of another organization answers 404 too';
    if (status === 429)
        return 'Supabase allows 120 requests per minute and account';
    return undefined;
}

;// CONCATENATED MODULE: ./packages/supabase/lib/openapi.js
const PATHS = {
    'v1-create-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
    'v1-get-a-function': '/v1/projects/{ref}/functions/{function_slug}',
    'v1-get-an-organization': '/v1/organizations/{slug}',
    'v1-get-auth-service-config': '/v1/projects/{ref}/config/auth',
    'v1-get-backup-schedule': '/v1/projects/{ref}/database/backups/schedule',
    'v1-get-network-restrictions': '/v1/projects/{ref}/network-restrictions',
    'v1-get-postgrest-service-config': '/v1/projects/{ref}/postgrest',
    'v1-get-project': '/v1/projects/{ref}',
    'v1-get-project-legacy-api-keys': '/v1/projects/{ref}/api-keys/legacy',
    'v1-get-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
    'v1-get-security-advisors': '/v1/projects/{ref}/advisors/security',
    'v1-get-services-health': '/v1/projects/{ref}/health',
    'v1-get-ssl-enforcement-config': '/v1/projects/{ref}/ssl-enforcement',
    'v1-list-all-backups': '/v1/projects/{ref}/database/backups',
    'v1-list-all-buckets': '/v1/projects/{ref}/storage/buckets',
    'v1-list-all-functions': '/v1/projects/{ref}/functions',
    'v1-list-organization-members': '/v1/organizations/{slug}/members',
    'v1-list-project-addons': '/v1/projects/{ref}/billing/addons',
    'v1-update-auth-service-config': '/v1/projects/{ref}/config/auth',
    'v1-update-network-restrictions': '/v1/projects/{ref}/network-restrictions/apply',
    'v1-update-postgrest-service-config': '/v1/projects/{ref}/postgrest',
    'v1-update-project-legacy-api-keys': '/v1/projects/{ref}/api-keys/legacy',
    'v1-update-ssl-enforcement-config': '/v1/projects/{ref}/ssl-enforcement',
};

;// CONCATENATED MODULE: ./packages/supabase/lib/ref.js

const REF = /^[a-z]{20}$/;
function assertRef(ref) {
    if (!REF.test(ref))
        throw new errors/* InputError */.dz(`supabase-project: "${ref}" is not a project reference; expected the 20 lower-case letters of https://REF.supabase.co`);
}

;// CONCATENATED MODULE: ./packages/supabase/lib/client.js




const SUPABASE_API = 'https://api.supabase.com';
const POLICY = { ...retry/* defaultRetry */.iU, budgetMs: 90_000 };
function createSupabaseClient(options) {
    const { clock, log, random, signal } = options;
    return {
        clock,
        signal,
        read: (operation, ref, ...[query]) => (0,retry/* retry */.L5)(async () => {
            const url = client_addressOf(options.apiUrl, operation, ref, query);
            const answer = await askService('Supabase', options, { method: 'GET', url });
            const what = `GET ${url.pathname}`;
            if (answer.status !== 200)
                throw failureOf(what, answer, clock.now());
            if (answer.body === undefined)
                throw notJson(what, answer);
            return answer.body;
        }, options.retry ?? POLICY, {
            clock,
            signal,
            ...(random === undefined ? {} : { random }),
            onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} again in ${Math.round(delayMs)} ms`),
        }),
        async change(operation, ref, body) {
            const url = client_addressOf(options.apiUrl, operation, ref);
            const what = `POST ${url.pathname}`;
            let answer;
            try {
                answer = await askService('Supabase', options, { method: 'POST', url, ...jsonBody(body) });
            }
            catch (error) {
                if (error instanceof errors/* RemoteError */.Hi)
                    return { kind: 'lost', error };
                throw error;
            }
            const { status } = answer;
            if (status >= 200 && status < 300) {
                if (answer.body === undefined)
                    return { kind: 'lost', error: notJson(what, answer) };
                return { kind: 'accepted', data: answer.body };
            }
            const error = failureOf(what, answer, clock.now());
            return status < 500 && status !== 408 ? { kind: 'refused', error } : { kind: 'lost', error };
        },
    };
}
function client_addressOf(apiUrl, operation, ref, query = {}) {
    assertRef(ref);
    const { path, rest } = inPath(PATHS[operation].replace('{ref}', ref), query);
    const url = serviceUrl(apiUrl, path);
    for (const [name, value] of rest)
        for (const one of Array.isArray(value) ? value : [value])
            if (one !== undefined)
                url.searchParams.append(name, String(one));
    return url;
}
function inPath(path, query) {
    const rest = [];
    let filled = path;
    for (const [name, value] of Object.entries(query)) {
        const place = `{${name}}`;
        if (filled.includes(place))
            filled = filled.replace(place, () => encodeURIComponent(String(value)));
        else
            rest.push([name, value]);
    }
    return { path: filled, rest };
}
function jsonBody(body) {
    if (body === undefined)
        return {};
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/supabase.js

function supabaseClient(values, shell) {
    return createSupabaseClient({
        token: values['supabase-token'],
        apiUrl: values['supabase-api-url'] ?? new URL(SUPABASE_API),
        clock: shell.clock,
        log: shell.log,
        signal: shell.signal,
        fetch,
        requestTimeoutMs: values['request-timeout'],
    });
}

;// CONCATENATED MODULE: ./packages/supabase/lib/unsure.js

function unsure_textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function numberOf(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
function booleanOf(value) {
    return typeof value === 'boolean' ? value : undefined;
}
function unsure_listOf(value) {
    return Array.isArray(value) ? value : undefined;
}
function timeOf(value) {
    const text = unsure_textOf(value);
    if (text === undefined)
        return undefined;
    const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
    return Number.isNaN(time) ? undefined : time;
}
function unsure_needed(found, member, of) {
    if (found !== undefined)
        return found;
    throw new errors/* RemoteError */.Hi(`Supabase's answer for ${of} has no "${member}" that can be read`, {
        service: 'Supabase',
        retryable: false,
        hint: 'the Management API may have changed: look for a newer version of this action',
    });
}

;// CONCATENATED MODULE: ./packages/supabase/lib/project.js

const CONDITIONS = {
    ACTIVE_HEALTHY: 'running',
    ACTIVE_UNHEALTHY: 'running',
    INACTIVE: 'stopped',
    PAUSING: 'stopped',
    GOING_DOWN: 'stopped',
    REMOVED: 'stopped',
    COMING_UP: 'changing',
    RESTORING: 'changing',
    UPGRADING: 'changing',
    RESTARTING: 'changing',
    RESIZING: 'changing',
    INIT_FAILED: 'broken',
    RESTORE_FAILED: 'broken',
    PAUSE_FAILED: 'broken',
    UNKNOWN: 'not-known',
};
async function readProject(api, ref) {
    const answer = await api.read('v1-get-project', ref);
    const status = unsure_needed(unsure_textOf(answer?.status), 'status', 'the project');
    const conditions = CONDITIONS;
    return {
        ref: unsure_needed(unsure_textOf(answer?.ref), 'ref', 'the project'),
        name: unsure_textOf(answer?.name) ?? '',
        region: unsure_needed(unsure_textOf(answer?.region), 'region', 'the project'),
        status,
        condition: conditions[status] ?? 'not-known',
        databaseVersion: unsure_textOf(answer?.database?.version) ?? '',
        databaseHost: unsure_textOf(answer?.database?.host) ?? '',
        postgresMajor: unsure_textOf(answer?.database?.postgres_engine) ?? '',
    };
}
async function readHealth(api, ref, services) {
    const answer = needed(listOf(await api.read('v1-get-services-health', ref, { services })), '[]', 'the health');
    return services.map((name) => {
        const found = answer.find((one) => one?.name === name);
        return { name, health: healthOf(found?.status), error: textOf(found?.error) ?? '' };
    });
}
function healthOf(status) {
    switch (status) {
        case 'ACTIVE_HEALTHY':
            return 'healthy';
        case 'UNHEALTHY':
            return 'unhealthy';
        case 'COMING_UP':
            return 'coming-up';
        default:
            return 'not-known';
    }
}

;// CONCATENATED MODULE: ./packages/supabase/lib/backups.js


async function readProviderBackups(api, ref) {
    const answer = await api.read('v1-list-all-backups', ref);
    const of = 'the backups';
    const backups = unsure_needed(unsure_listOf(answer?.backups), 'backups', of).map((backup) => {
        const status = unsure_needed(unsure_textOf(backup?.status), 'backups[].status', of);
        return {
            id: unsure_needed(numberOf(backup?.id), 'backups[].id', of),
            state: stateOf(status),
            isPhysical: booleanOf(backup?.is_physical_backup) ?? false,
            atMs: unsure_needed(timeOf(backup?.inserted_at), 'backups[].inserted_at', of),
        };
    });
    const from = numberOf(answer?.physical_backup_data?.earliest_physical_backup_date_unix);
    const to = numberOf(answer?.physical_backup_data?.latest_physical_backup_date_unix);
    return {
        region: unsure_textOf(answer?.region) ?? '',
        backups: backups.sort((a, b) => b.atMs - a.atMs),
        pitrEnabled: unsure_needed(booleanOf(answer?.pitr_enabled), 'pitr_enabled', of),
        walArchived: unsure_needed(booleanOf(answer?.walg_enabled), 'walg_enabled', of),
        window: from === undefined || to === undefined ? undefined : { fromMs: from * 1_000, toMs: to * 1_000 },
    };
}
function stateOf(status) {
    switch (status) {
        case 'COMPLETED':
            return 'stored';
        case 'FAILED':
        case 'CANCELLED':
            return 'failed';
        case 'PENDING':
            return 'running';
        case 'REMOVED':
        case 'ARCHIVED':
            return 'gone';
        default:
            return 'not-known';
    }
}
async function readBackupSchedule(api, ref) {
    const answer = await orNone(api.read('v1-get-backup-schedule', ref), [402, 404]);
    return answer === undefined ? undefined : needed(textOf(answer.schedule_for), 'schedule_for', 'the backup schedule');
}
const PITR_DAYS = /^pitr_(\d+)$/;
async function readPitrDays(api, ref) {
    const answer = await api.read('v1-list-project-addons', ref);
    const selected = unsure_needed(unsure_listOf(answer?.selected_addons), 'selected_addons', 'the add-ons');
    const pitr = selected.find((addon) => addon?.type === 'pitr');
    if (pitr === undefined)
        return undefined;
    const days = PITR_DAYS.exec(unsure_textOf(pitr.variant?.id) ?? '')?.[1];
    return Number(unsure_needed(days, 'selected_addons[].variant.id', 'the add-ons'));
}
async function orNone(work, statuses) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof RemoteError && error.status !== undefined && statuses.includes(error.status))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/read-provider.js


async function readProvider(api, ref, wantsWindow) {
    const [project, backups, pitrDays] = await Promise.all([
        asked(readProject(api, ref)),
        asked(readProviderBackups(api, ref)),
        wantsWindow ? asked(readPitrDays(api, ref)) : { kind: 'answered', value: undefined },
    ]);
    return { ref, project, backups, pitrDays, nowMs: api.clock.now() };
}
async function asked(work) {
    try {
        return { kind: 'answered', value: await work };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        return { kind: 'unanswered', because: (0,errors/* describe */.q0)(error), remedy: error.hint ?? 'run again later' };
    }
}

;// CONCATENATED MODULE: ./packages/backup/lib/status/provider.js


const WINDOW_LAG_MS = 3_600_000;
const provider_DAY_MS = 86_400_000;
function judgeProvider(facts, policy) {
    const { backups, project, ref } = facts;
    const gap = (id, what, asked) => ({
        id,
        what: `${what} of project ${ref}`,
        because: asked.because,
        remedy: asked.remedy,
        chosen: false,
    });
    const notVerified = [
        ...(project.kind === 'unanswered' ? [gap('provider-project', 'the state', project)] : []),
        ...(backups.kind === 'unanswered' ? [gap('provider-backup', 'the backups', backups)] : []),
    ];
    const condition = project.kind === 'answered' ? project.value : undefined;
    const checks = [
        ...(condition === undefined ? [] : [projectCheck(condition)]),
        ...(backups.kind === 'unanswered' ? [] : [backupCheck(facts, policy, backups.value)]),
        ...(backups.kind === 'unanswered' || policy.minWindowMs === undefined
            ? []
            : [windowCheck(facts, policy.minWindowMs, backups.value)]),
    ];
    return { checks, notVerified };
}
function projectCheck({ condition, ref, status }) {
    const check = {
        id: 'provider-project',
        title: 'The Supabase project runs, so that it makes backups',
        what: ref,
        measured: status,
        expected: 'ACTIVE_HEALTHY, or another state in which it runs',
    };
    if (condition === 'running')
        return { ...check, verdict: 'pass', reason: 'project-running', remedy: '' };
    if (condition === 'broken') {
        const remedy = 'look at the project in the dashboard of Supabase, and ask its support';
        return { ...check, verdict: 'fail', reason: 'project-broken', remedy };
    }
    const remedy = condition === 'changing' ? 'run again when it is back' : 'restore the project in the dashboard of Supabase';
    return { ...check, verdict: 'unknown', reason: 'project-not-running', remedy };
}
function backupCheck(facts, { maxAgeMs }, value) {
    const check = {
        id: 'provider-backup',
        title: 'Supabase itself has stored a backup that is young enough',
        what: facts.ref,
        expected: `one of the last ${(0,lib_duration/* formatDuration */.a)(maxAgeMs)}`,
    };
    const { nowMs } = facts;
    const newest = value.backups[0];
    const stored = value.backups.find(({ state }) => state === 'stored');
    const newestMs = Math.max(stored?.atMs ?? -Infinity, value.window?.toMs ?? -Infinity);
    const failed = newest?.state === 'failed' ? '; the latest one failed' : '';
    const measured = newestMs === -Infinity
        ? `none of ${(0,lists/* count */.U9)(value.backups.length, 'backup')} is stored${failed}${switchedOn(value)}`
        : `${newestMs === stored?.atMs ? 'a backup' : 'a point in time'}, ${ageWords(nowMs - newestMs)} old${failed}`;
    if (nowMs - newestMs <= maxAgeMs)
        return { ...check, measured, verdict: 'pass', reason: 'provider-backup-stored', remedy: '' };
    const { project } = facts;
    if (project.kind === 'answered' && project.value.condition !== 'running') {
        const remedy = 'a project that does not run makes no backups: let it run, and run again a day later';
        return { ...check, measured, verdict: 'unknown', reason: 'project-not-running', remedy };
    }
    if (value.backups.some(({ atMs, state }) => state === 'not-known' && nowMs - atMs <= maxAgeMs)) {
        const remedy = 'Supabase has a new word for the state of a backup: look for a newer version of this action';
        return { ...check, measured, verdict: 'unknown', reason: 'provider-backup-unknown', remedy };
    }
    const reason = newestMs === -Infinity ? 'provider-backup-missing' : 'provider-backup-too-old';
    const remedy = 'look at Database, Backups in the dashboard of Supabase: the Free plan makes none';
    return { ...check, measured, verdict: 'fail', reason, remedy };
}
function windowCheck(facts, minWindowMs, value) {
    const { nowMs, pitrDays } = facts;
    const { pitrEnabled, window } = value;
    const check = {
        id: 'provider-pitr',
        title: 'Any point in time of long enough ago can be restored by Supabase',
        what: facts.ref,
        expected: `the last ${ageWords(minWindowMs)}`,
    };
    if (window === undefined) {
        const measured = pitrEnabled ? 'it is switched on, and nothing can be restored yet' : 'it is switched off';
        const remedy = pitrEnabled
            ? 'wait for its first backup, and ask the support of Supabase where none comes'
            : 'switch on the add-on Point in Time Recovery of the project';
        return { ...check, measured, verdict: 'fail', reason: pitrEnabled ? 'pitr-empty' : 'pitr-off', remedy };
    }
    const length = window.toMs - window.fromMs;
    const measured = `${new Date(window.fromMs).toISOString()} to ${new Date(window.toMs).toISOString()} (${ageWords(length)})`;
    if (nowMs - window.toMs > WINDOW_LAG_MS) {
        const remedy = 'nothing has been archived since: ask the support of Supabase';
        return { ...check, measured, verdict: 'fail', reason: 'pitr-behind', remedy };
    }
    if (length >= minWindowMs)
        return { ...check, measured, verdict: 'pass', reason: 'pitr-long-enough', remedy: '' };
    const days = pitrDays.kind === 'answered' ? pitrDays.value : undefined;
    const remedy = days !== undefined && days * provider_DAY_MS >= minWindowMs
        ? `${(0,lists/* count */.U9)(days, 'day')} are paid for, and the window grows to it day by day: run again later`
        : 'choose a longer retention of the add-on Point in Time Recovery';
    return { ...check, measured, verdict: 'fail', reason: 'pitr-too-short', remedy };
}
function switchedOn({ pitrEnabled, walArchived }) {
    const what = [...(walArchived ? ['archiving of WAL'] : []), ...(pitrEnabled ? ['point-in-time recovery'] : [])];
    return what.length === 0 ? '' : `; ${what.join(' and ')} being on is no backup`;
}

;// CONCATENATED MODULE: ./actions/backup/lib/provider.js


async function providerChecks(values, shell) {
    const ref = values['supabase-project'];
    if (ref === '')
        return { checks: [], notVerified: [] };
    const minWindowMs = values['min-pitr-window'];
    const facts = await readProvider(supabaseClient(values, shell), ref, minWindowMs !== undefined);
    return judgeProvider(facts, { maxAgeMs: values['provider-max-age'], minWindowMs });
}

;// CONCATENATED MODULE: ./actions/backup/lib/status.js








async function status_status(values, shell) {
    const { clock, env, log, signal } = shell;
    const { policy, place } = await readTogether({
        policy: () => policyOf(values, env.workspace),
        place: () => placeOf(values, shell),
    });
    const tiers = keptTiers(values, policy);
    const written = runbookOf(policy, env.workspace);
    const keep = (await hasFiles(place, signal)) ? [...tiers, ...(0,generation/* keptFiles */.y2)(tiers)] : tiers;
    const listed = await listBackups(place, { signal });
    const maxDrillAgeMs = values['max-drill-age'];
    const lockedForMs = values['locked-for'];
    const looks = maxDrillAgeMs !== undefined || written !== undefined;
    const drills = looks ? await listDrills(place, { signal }) : undefined;
    const held = new Set(policy?.legalHolds.map(({ backup }) => backup));
    const newestId = lockedForMs === undefined ? undefined : newestOf(listed)?.id;
    const backups = await withLocks(place, listed, ({ id }) => id === newestId || held.has(id), signal);
    const asks = lockedForMs !== undefined || keep.length > 0 || held.size > 0;
    const protection = asks ? await place.protection?.({ signal }) : undefined;
    if (keep.length > 0) {
        const prefix = /^s3:\/\/[^/]+\/(.*?)\/?$/.exec(values.to)?.[1] ?? '';
        await log.group('Lifecycle rules for the bucket', async () => log.info(JSON.stringify(lifecycleRules(prefix, keep), null, 2)));
    }
    const provider = await providerChecks(values, shell);
    const nowMs = clock.now();
    const checks = judgeStatus({ place: place.name, backups, drills, protection, nowMs }, {
        everyMs: values.every,
        runs: values.runs,
        maxAgeMs: values['max-age'],
        maxDrillAgeMs,
        tiers: values['require-tiers'],
        lockedForMs,
    });
    const retention = policy === undefined ? [] : judgeRetention({ place: place.name, backups, protection, nowMs }, policy);
    const runbook = written === undefined || policy === undefined
        ? []
        : judgeRunbook({
            ...{ ...written, recovery: policy.recovery, place: values.to, everyMs: values.every },
            ...{ drills: drills ?? [], nowMs },
        });
    const store = judgeLifecycle(place.name, keep, protection);
    const all = [...checks, ...store, ...retention, ...runbook, ...provider.checks];
    const { notVerified } = provider;
    const run = env.runId === 0 ? null : env.runUrl;
    const outcome = reportChecks(shell, { subject: place.name, nowMs, run, tool: toolOf(), checks: all, notVerified }, values);
    const newest = newestOf(backups);
    const own = newest === undefined
        ? {}
        : {
            'backup-id': newest.id,
            tier: newest.tier,
            'data-age-seconds': Math.round((nowMs - newest.takenAtMs) / 1_000),
        };
    return { ...outcome, outputs: { ...outcome.outputs, ...own } };
}
function keptTiers(values, policy) {
    const given = values.keep.flatMap((line) => keepOf(line) ?? []);
    const limits = manifest_manifest/* TIERS */.iB.flatMap((name) => {
        const ms = policy?.retention[name];
        return ms === undefined ? [] : [{ name, days: ms / lib_status_DAY_MS }];
    });
    if (given.length > 0 && limits.length > 0)
        throw new errors/* InputError */.dz(`input "keep": ${values['policy-file']} has retention limits already; remove one of the two`);
    return given.length > 0 ? given : limits;
}
const lib_status_DAY_MS = 86_400_000;
function withLocks(place, backups, isJudged, signal) {
    return Promise.all(backups.map((one) => (isJudged(one) ? readLocks(place, one, { signal }) : one)));
}
async function hasFiles(place, signal) {
    for await (const _object of place.list('files/', { signal }))
        return true;
    return false;
}

;// CONCATENATED MODULE: ./actions/backup/lib/run.js






const action = defineAction({ name: 'backup', inputs: inputs, check: problemsOf, run: run_run });
async function run_run(values, shell) {
    switch (values.command) {
        case 'create':
            return create(values, shell);
        case 'drill':
            return drill(values, shell);
        case 'restore':
            return restore(values, shell);
        case 'status':
            return status_status(values, shell);
    }
}


/***/ }),

/***/ 8373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(4515);
// EXTERNAL MODULE: ./packages/base/lib/secret-forms.js
var secret_forms = __nccwpck_require__(132);
// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(9558);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(5917);
;// CONCATENATED MODULE: ./packages/action-shell/lib/budgets.js

const SUMMARY_LIMIT_BYTES = 900_000;
const ANNOTATIONS_PER_LEVEL = 10;
const TAIL_BYTES = 120;
function fitBlocks(blocks, limit) {
    const all = blocks.join('\n\n');
    if (all === '' || Buffer.byteLength(all) < limit)
        return all === '' ? '' : `${all}\n`;
    const sizes = blocks.map((block) => Buffer.byteLength(block) + 2);
    const room = limit - TAIL_BYTES;
    const kept = countThatFit(sizes, room);
    const left = room - sizes.slice(0, kept).reduce((sum, size) => sum + size, 0);
    const cut = left > 2 * TAIL_BYTES ? blocks.slice(kept, kept + 1).map((block) => fitLines(block, left)) : [];
    const hidden = blocks.length - kept - cut.length;
    const tail = hidden === 0 ? [] : [`… and ${(0,lists/* count */.U9)(hidden, 'more block')} that did not fit; the log has everything.`];
    return `${[...blocks.slice(0, kept), ...cut, ...tail].join('\n\n')}\n`;
}
function fitLines(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const lines = text.split('\n');
    const room = Math.max(0, limit - TAIL_BYTES);
    const kept = countThatFit(lines.map((line) => Buffer.byteLength(line) + 1), room);
    if (kept > 0)
        return `${lines.slice(0, kept).join('\n')}\n\n… and ${(0,lists/* count */.U9)(lines.length - kept, 'more line')} that did not fit`;
    const start = Buffer.from(text)
        .subarray(0, room)
        .toString('utf8')
        .replace(/\uFFFD$/, '')
        .split('\n', 1)[0] ?? '';
    const missing = Buffer.byteLength(text) - Buffer.byteLength(start);
    return `${start}\n\n… and ${(0,lists/* count */.U9)(missing, 'more byte')} that did not fit`;
}
function countThatFit(sizes, room) {
    let used = 0;
    const over = sizes.findIndex((size) => {
        used += size;
        return used > room;
    });
    return over < 0 ? sizes.length : over;
}
function fitCount(items, places) {
    if (items.length <= places)
        return { shown: items, hidden: 0 };
    return { shown: items.slice(0, places - 1), hidden: items.length - places + 1 };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/edge.js





const emit = { error: error, warning: warning, notice: notice };
class Edge {
    #annotations = [];
    #blocks = [];
    #hold;
    log;
    summary = { add: (block) => void this.#blocks.push((0,redact/* redactText */.Rd)(block).trimEnd()) };
    constructor() {
        this.log = {
            info: (line) => info(harmless((0,redact/* redactText */.Rd)(line))),
            debug: (line) => (isDebug() ? debug((0,redact/* redactText */.Rd)(line)) : undefined),
            warning: (line) => this.#say('warning', line),
            notice: (line) => this.#say('notice', line),
            group: (title, work) => group(harmless((0,redact/* redactText */.Rd)(title)), work),
            foreign,
        };
    }
    annotate(annotation) {
        this.#annotations.push((0,redact/* redactData */.Ed)(annotation));
    }
    annotateFirst(annotations) {
        this.#annotations.unshift(...annotations.map((annotation) => (0,redact/* redactData */.Ed)(annotation)));
    }
    holdSummary(hold) {
        this.#hold = hold;
    }
    mask(secret) {
        for (const form of (0,secret_forms/* secretForms */.eo)(secret.reveal()))
            setSecret(form);
    }
    outputs(values) {
        for (const [name, value] of Object.entries(values)) {
            if (value instanceof secret/* Secret */.z)
                this.mask(value);
            setOutput(name, value instanceof secret/* Secret */.z ? value.reveal() : outputText((0,redact/* redactData */.Ed)({ [name]: value })[name]));
        }
    }
    exportVariable(name, value) {
        exportVariable(name, (0,redact/* redactData */.Ed)(value));
    }
    flush() {
        for (const level of ['error', 'warning', 'notice']) {
            const all = this.#annotations.filter((annotation) => annotation.level === level);
            const { shown, hidden } = fitCount(all, ANNOTATIONS_PER_LEVEL);
            for (const annotation of shown)
                emit[level](annotation.message, properties(annotation));
            if (hidden > 0)
                emit[level](`… and ${hidden} more; all of them are in the log`);
            for (const annotation of all.slice(shown.length))
                info(harmless(`${level}: ${place(annotation)}${annotation.message}`));
        }
        this.#annotations.length = 0;
        const path = process.env['GITHUB_STEP_SUMMARY'];
        const text = fitBlocks(this.#blocks, SUMMARY_LIMIT_BYTES);
        this.#blocks.length = 0;
        if (text === '' || this.#isHeld(text))
            return;
        if (path !== undefined && path !== '')
            this.#append(path, text);
    }
    #isHeld(text) {
        try {
            return this.#hold?.(text) ?? false;
        }
        catch (error) {
            this.log.debug(`the summary could not be kept for the page of the release: ${(0,errors/* describe */.q0)(error)}`);
            return false;
        }
    }
    #append(path, text) {
        try {
            (0,external_node_fs_.appendFileSync)(path, text);
        }
        catch (error) {
            warning(`the step summary could not be written: ${(0,errors/* describe */.q0)(error)}`);
        }
    }
    #say(level, line) {
        this.log.info(`${level}: ${line}`);
        this.annotate({ level, message: line });
    }
}
function outputText(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
function harmless(line) {
    return line.replace(/^([^\S\n\r\u2028\u2029]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
function foreign(text) {
    const token = (0,external_node_crypto_.randomUUID)();
    info(`::stop-commands::${token}`);
    info((0,redact/* redactText */.Rd)(text));
    info(`::${token}::`);
}
function place(annotation) {
    if (annotation.file === undefined)
        return '';
    return `${annotation.file}${annotation.line === undefined ? '' : `:${annotation.line}`}: `;
}
function properties(annotation) {
    return {
        ...(annotation.title === undefined ? {} : { title: annotation.title }),
        ...(annotation.file === undefined ? {} : { file: annotation.file }),
        ...(annotation.line === undefined ? {} : { startLine: annotation.line }),
        ...(annotation.column === undefined ? {} : { startColumn: annotation.column }),
    };
}

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+github@9.1.1_patch_hash=b420892019d1f5abc2287869812bc38aa2c96072bb4527098c5db269b8f758de/node_modules/@actions/github/lib/context.js


class Context {
    /**
     * Hydrate the context from the environment
     */
    constructor() {
        var _a, _b, _c;
        this.payload = {};
        if (process.env.GITHUB_EVENT_PATH) {
            if ((0,external_fs_.existsSync)(process.env.GITHUB_EVENT_PATH)) {
                this.payload = JSON.parse((0,external_fs_.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: 'utf8' }));
            }
            else {
                const path = process.env.GITHUB_EVENT_PATH;
                process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${external_os_namespaceObject.EOL}`);
            }
        }
        this.eventName = process.env.GITHUB_EVENT_NAME;
        this.sha = process.env.GITHUB_SHA;
        this.ref = process.env.GITHUB_REF;
        this.workflow = process.env.GITHUB_WORKFLOW;
        this.action = process.env.GITHUB_ACTION;
        this.actor = process.env.GITHUB_ACTOR;
        this.job = process.env.GITHUB_JOB;
        this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
        this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
        this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
        this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
        this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
        this.graphqlUrl =
            (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
    }
    get issue() {
        const payload = this.payload;
        return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
    }
    get repo() {
        if (process.env.GITHUB_REPOSITORY) {
            const [owner, repo] = process.env.GITHUB_REPOSITORY.split('/');
            return { owner, repo };
        }
        if (this.payload.repository) {
            return {
                owner: this.payload.repository.owner.login,
                repo: this.payload.repository.name
            };
        }
        throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
    }
}
//# sourceMappingURL=context.js.map
;// CONCATENATED MODULE: ./packages/action-shell/lib/environment.js




function readEnvironment() {
    const context = contextWithoutEvent();
    const runId = context.runId || 0;
    const runAttempt = context.runAttempt || 1;
    const { owner, repo } = repositoryOf(context);
    const serverUrl = context.serverUrl || 'https://github.com';
    const workspace = variable('GITHUB_WORKSPACE') || process.cwd();
    return {
        repository: { owner, repo },
        sha: context.sha ?? '',
        ref: context.ref ?? '',
        runId,
        runAttempt,
        actor: variable('GITHUB_TRIGGERING_ACTOR') || (context.actor ?? ''),
        workflow: context.workflow ?? '',
        job: context.job ?? '',
        eventName: context.eventName ?? '',
        serverUrl,
        apiUrl: context.apiUrl || 'https://api.github.com',
        runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
        tempDir: variable('RUNNER_TEMP') || (0,external_node_path_.join)(workspace, '.lockstep'),
        workspace,
        event: readEvent,
    };
}
const EVENT_PATH = 'GITHUB_EVENT_PATH';
function variable(name) {
    return process.env[name] ?? '';
}
function contextWithoutEvent() {
    const path = process.env[EVENT_PATH];
    delete process.env[EVENT_PATH];
    try {
        return new Context();
    }
    finally {
        if (path !== undefined)
            process.env[EVENT_PATH] = path;
    }
}
function repositoryOf(context) {
    try {
        const { owner, repo = '' } = context.repo;
        return { owner, repo };
    }
    catch {
        return { owner: '', repo: '' };
    }
}
function readEvent() {
    const path = variable(EVENT_PATH);
    if (path !== '' && !(0,external_node_fs_.existsSync)(path))
        throw new errors/* InputError */.dz(`event payload ${path}: there is no such file`);
    try {
        return new Context().payload;
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`event payload ${path}: not readable as JSON`, { cause });
    }
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/failure.js

function outcomeOfError(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const message = (0,errors/* describe */.q0)(error);
    const unknown = (reason, text = message) => ({ verdict: 'unknown', reason, message: text });
    if (error instanceof errors/* InputError */.dz) {
        const causes = error.problems.map((problem) => ({ message: problem }));
        return { verdict: 'fail', reason: 'invalid-input', message, causes };
    }
    if (error instanceof errors/* RemoteError */.Hi)
        return unknown('remote-error');
    if (error instanceof errors/* CancelledError */.cc)
        return unknown('cancelled');
    if (error instanceof errors/* DeadlineError */.j3)
        return unknown('deadline');
    return unknown('internal-error', `a fault of Lockstep itself, please report it with the debug log: ${message}`);
}
function stackOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const ours = ![errors/* InputError */.dz, errors/* RemoteError */.Hi, errors/* CancelledError */.cc, errors/* DeadlineError */.j3].some((kind) => error instanceof kind);
    return ours ? error.stack : undefined;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/journal-state.js
const KEPT_BY_EARLIER = ['kept-after-traffic', 'kept-by-request', 'kept-data', 'kept-for-others'];
function readResult(written) {
    return { ...written, kept: written.kept ?? KEPT_BY_EARLIER.includes(written.reason) };
}
function foldJournal(written) {
    const entries = written.map((entry) => entry.kind === 'undone' ? { ...entry, result: readResult(entry.result) } : entry);
    const head = entries.find((entry) => entry.kind === 'release');
    if (head === undefined)
        return undefined;
    const held = entries.find((entry) => entry.kind === 'held');
    const committed = entries.some((entry) => entry.kind === 'committed');
    const undoStarted = entries.find((entry) => entry.kind === 'undo-started');
    const undone = new Map();
    for (const entry of entries)
        if (entry.kind === 'undone')
            undone.set(entry.instance, entry.result);
    return {
        release: head.release,
        state: committed ? 'committed' : held === undefined ? 'open' : 'held',
        heldBecause: held?.reason,
        traffic: entries.findLast((entry) => entry.kind === 'traffic')?.traffic ?? 'untouched',
        undoStartedAt: undoStarted === undefined ? undefined : Date.parse(undoStarted.at),
        undone: [...undone.values()],
        entries,
    };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/journal.js



const JOURNAL_VARIABLE = 'LOCKSTEP_JOURNAL';
class Journal {
    path;
    #action;
    #instance;
    #clock;
    constructor(path, writer) {
        this.path = path;
        this.#action = writer.action;
        this.#instance = writer.instance;
        this.#clock = writer.clock;
    }
    exists() {
        return (0,external_node_fs_.existsSync)(this.path);
    }
    read() {
        const state = foldJournal(readEntries(this.path));
        if (state === undefined)
            throw new errors/* InputError */.dz(`release journal ${this.path}: holds no release; run "release begin" first`);
        return state;
    }
    open(release) {
        if ((0,external_node_fs_.existsSync)(this.path))
            throw new errors/* InputError */.dz(`release journal ${this.path}: is there already; one job, one release`);
        const draft = `${this.path}.draft`;
        (0,external_node_fs_.writeFileSync)(draft, this.#line({ kind: 'release', release }, this.#action), { mode: 0o600, flush: true });
        (0,external_node_fs_.renameSync)(draft, this.path);
    }
    began(action, detail) {
        this.#append({ kind: 'began', ...(detail === undefined ? {} : { detail }) }, action);
    }
    finished(action, detail) {
        this.#append({ kind: 'finished', ...(detail === undefined ? {} : { detail }) }, action);
    }
    traffic(traffic, detail) {
        this.#append({ kind: 'traffic', traffic, ...(detail === undefined ? {} : { detail }) });
    }
    held(reason) {
        this.#append({ kind: 'held', reason });
    }
    committed() {
        this.#append({ kind: 'committed' });
    }
    undoStarted() {
        this.#append({ kind: 'undo-started' });
    }
    undone(action, result) {
        this.#append({ kind: 'undone', result: { action, kept: false, ...result } }, action);
    }
    note(note, detail) {
        this.#append({ kind: 'note', note, detail });
    }
    #append(fact, action = this.#action) {
        const line = this.#line(fact, action);
        const file = (0,external_node_fs_.openSync)(this.path, 'a+');
        try {
            (0,external_node_fs_.writeFileSync)(file, endsInMidLine(file) ? `\n${line}` : line);
            (0,external_node_fs_.fsyncSync)(file);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    #line(fact, action) {
        const at = new Date(this.#clock.now()).toISOString();
        return `${JSON.stringify({ at, action, instance: this.#instance, ...(0,redact/* redactData */.Ed)(fact) })}\n`;
    }
}
function endsInMidLine(file) {
    const { size } = (0,external_node_fs_.fstatSync)(file);
    if (size === 0)
        return false;
    const last = Buffer.alloc(1);
    (0,external_node_fs_.readSync)(file, last, 0, 1, size - 1);
    return last[0] !== 0x0a;
}
function readEntries(path) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`release journal ${path}: cannot be read; ${JOURNAL_VARIABLE} must not be changed within a job`, { cause });
    }
    return text.split('\n').flatMap((line) => {
        try {
            return line === '' ? [] : [JSON.parse(line)];
        }
        catch {
            return [];
        }
    });
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/known-release.js




const KEY = 'release';
function noteRelease(state, journal) {
    if (journal === undefined)
        return;
    const read = readOrWhy(journal);
    if (typeof read === 'string')
        return;
    state.save(KEY, { path: journal.path, release: read.release });
}
function knownRelease(state) {
    return state.get(KEY);
}
function refuseHiddenRelease(tempDir) {
    const folder = (0,external_node_path_.join)(tempDir, 'lockstep');
    const begun = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).filter((name) => /^release-.*\.jsonl$/.test(name)) : [];
    if (begun.length > 0)
        throw new errors/* InputError */.dz(`${JOURNAL_VARIABLE} is not set, although a release was begun in this job (${(0,external_node_path_.join)(folder, begun[0] ?? '')}): no step of the job may change it`);
}
function standingOf(known, named, at) {
    const path = known?.path ?? named;
    if (path === '')
        return { kind: 'none' };
    const journal = at(path);
    const state = readOrWhy(journal);
    if (typeof state !== 'string' && (known === undefined || state.release.id === known.release.id))
        return { kind: 'journal', journal, state };
    if (known === undefined)
        return { kind: 'none' };
    const why = typeof state === 'string' ? state : `release journal ${path}: is of another release, ${state.release.id}`;
    return { kind: 'lost', known, why };
}
function readOrWhy(journal) {
    try {
        return journal.read();
    }
    catch (error) {
        return (0,errors/* describe */.q0)(error);
    }
}
function resumeHint({ environment, service }) {
    const of = service === '' ? '' : `, "service: ${service}"`;
    return `resolve it with the rollback action, "to: finish", "environment: ${environment}"${of}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/proxy.js
async function honourProxy(env, log) {
    const wanted = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (env[name] ?? '') !== '');
    if (!wanted)
        return;
    const http = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
    const set = http.setGlobalProxyFromEnv;
    if (set !== undefined)
        set();
    else if (env['NODE_USE_ENV_PROXY'] !== '1') {
        log.warning(`Node ${process.versions.node} of this runner goes around the proxy; update the runner, or set NODE_USE_ENV_PROXY to 1`);
    }
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/reason-link.js
function reasonLink(reason, env) {
    const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const repository = (env['GITHUB_ACTION_REPOSITORY'] ?? '').split('/').slice(0, 2).join('/') || 'lockstep-ci/lockstep';
    const ref = env['GITHUB_ACTION_REF'] || 'main';
    return `${server}/${repository}/blob/${ref}/docs/reasons.md#${reason}`;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/publish.js


function passes(outcome) {
    return outcome.passes ?? outcome.verdict === 'pass';
}
function publish({ action, edge }, outcome, part) {
    const failed = !passes(outcome);
    edge.log.info(`${action.name}: ${outcome.verdict} (${outcome.reason}): ${outcome.message}`);
    if (failed || outcome.verdict !== 'pass') {
        const level = failed ? 'error' : 'warning';
        const title = `${action.name}: ${outcome.reason}`;
        const link = reasonLink(outcome.reason, process.env);
        edge.log.info(`What it means and what to do: ${link}`);
        const [first = { message: outcome.message }, ...more] = outcome.causes ?? [];
        const causes = [{ ...first, message: `${first.message}\n${link}` }, ...more];
        edge.annotateFirst(causes.map((cause) => ({ level, title, ...cause })));
    }
    if (part === 'main') {
        edge.outputs({ ...outcome.outputs, verdict: outcome.verdict, reason: outcome.reason });
    }
    edge.flush();
    if (failed)
        process.exitCode = 1;
}
function publishError(speaker, error, part) {
    const stack = stackOf(error);
    if (stack !== undefined)
        speaker.edge.log.debug(stack);
    publish(speaker, outcomeOfError(error), part);
}
function onStrayError(tell) {
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => {
        tell(error);
        process.exit();
    });
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(394);
;// CONCATENATED MODULE: ./packages/action-shell/lib/cancelled-job.js
const WORKER_LIVES_MS = 285_000;
const STEP_ENDS_MS = 10_000;
const UNDO_DEADLINE_MS = 240_000;
const TELLING_MS = 12_000;
const TELLING_STEPS = 2;
const SLACK_MS = 11_000;
function tellingTime(wished, job) {
    return job === 'success' ? wished : Math.min(wished, TELLING_MS);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/lost-journal.js


async function ask({ post }, inputs, shell, { release }) {
    if (post?.witness === undefined)
        return 'unknown';
    try {
        return await post.witness(inputs, shell, release);
    }
    catch (error) {
        shell.log.warning(`the ledger could not be read about release ${release.id}: ${(0,errors/* describe */.q0)(error)}`);
        return 'unknown';
    }
}
async function undoWithoutJournal(action, inputs, shell, lost) {
    const { known, why } = lost;
    const says = await ask(action, inputs, shell, known);
    if (says === 'released') {
        shell.log.warning(`${why}; the ledger says that release ${known.release.id} was committed, so nothing is undone`);
        return undefined;
    }
    const certain = says === 'not-released' && shell.jobStatus !== 'success';
    const undone = certain ? await action.post?.run(inputs, shell) : undefined;
    const what = undone === undefined ? `${action.name} undid nothing` : `${action.name}: ${undone.reason}: ${undone.message}`;
    return {
        verdict: 'unknown',
        reason: 'journal-lost',
        message: `release ${known.release.id} is unresolved: ${why}; ${what}; ${resumeHint(known.release)}`,
        ...(undone?.left === undefined ? {} : { left: undone.left }),
    };
}
function unconfirmedCommit({ release }) {
    return {
        verdict: 'unknown',
        reason: 'commit-not-confirmed',
        message: `release ${release.id} is unresolved: its journal says committed, its ledger does not, and the job failed; nothing was undone; ${resumeHint(release)}`,
    };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/signals.js

function abortOnSignals() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => controller.abort(new errors/* CancelledError */.cc(`cancelled by ${signal}`)));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(6298);
;// CONCATENATED MODULE: ./packages/action-shell/lib/held-summary.js


const materialOf = (journal) => `${journal}.summary`;
const usedOf = (journal) => `${materialOf(journal)}.used`;
function holdSummary(journal, action, markdown) {
    if (!(0,external_node_fs_.existsSync)(journal) || (0,external_node_fs_.existsSync)(usedOf(journal)))
        return false;
    (0,external_node_fs_.appendFileSync)(materialOf(journal), `${JSON.stringify({ action, markdown: (0,redact/* redactText */.Rd)(markdown) })}\n`, {
        mode: 0o600,
    });
    return true;
}
function takeSummaries(journal) {
    return takeMaterial(journal).flatMap((line) => {
        try {
            return line === '' ? [] : [titled(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
function takeMaterial(journal) {
    const material = materialOf(journal);
    try {
        appendFileSync(material, '', { mode: 0o600 });
        renameSync(material, usedOf(journal));
        return readFileSync(usedOf(journal), 'utf8').split('\n');
    }
    catch {
        return [];
    }
}
function titled({ action, markdown }) {
    const heading = /^\s*#+ (.+)\n/.exec(markdown);
    if (heading === null)
        return { title: action, markdown: markdown.trim() };
    return { title: heading[1] ?? action, markdown: markdown.slice(heading[0].length).trim() };
}

// EXTERNAL MODULE: ./packages/base/lib/lines.js
var lines = __nccwpck_require__(7423);
;// CONCATENATED MODULE: ./packages/action-shell/lib/read-inputs.js

function readInputs(shape, raw) {
    const values = {};
    const problems = [];
    const wrong = [];
    for (const [name, one] of Object.entries(shape)) {
        const { value, problem } = readInput(name, one, (0,lines/* trimAscii */.i)(raw(name)));
        values[name] = value;
        if (problem === undefined)
            continue;
        problems.push(problem);
        wrong.push(name);
    }
    return { values: values, problems, wrong };
}
function problemsBetween(shape, { values, wrong }, check) {
    let certain = check(values);
    for (const name of wrong)
        for (const other of shape[name]?.others ?? []) {
            if (certain.length === 0)
                return [];
            const also = check({ ...values, [name]: other });
            certain = certain.filter((problem) => also.includes(problem));
        }
    return certain;
}
function requireInputs(shape, raw) {
    const { values, problems } = readInputs(shape, raw);
    if (problems.length > 0)
        throw new InputError(problems);
    return values;
}
function readInput(name, one, given) {
    const effective = given === '' && one.default !== undefined && !one.default.includes('${{') ? one.default : given;
    if (effective === '')
        return { value: one.empty, problem: one.required ? missing(name, one) : undefined };
    const parsed = one.parse(effective);
    if (!parsed.ok) {
        const got = one.secret ? 'something else' : quote(given);
        return { value: one.empty, problem: `input "${name}": expected ${one.expected}, got ${got}` };
    }
    const isShort = one.secret && effective.length < 4;
    const problem = isShort ? `input "${name}": too short for a secret (under 4 characters)` : undefined;
    return { value: parsed.value, problem };
}
function missing(name, one) {
    if (!one.secret)
        return `input "${name}": required, expected ${one.expected}, got nothing`;
    return `input "${name}": the secret is empty; set it where the caller's "with:" takes it from (an unset secret arrives as an empty text)`;
}
function quote(value) {
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/step.js





function shellOf({ action, edge, state, instance }, signal) {
    const path = process.env[JOURNAL_VARIABLE] ?? '';
    if (path !== '')
        edge.holdSummary((markdown) => holdSummary(path, action.name, markdown));
    return {
        log: edge.log,
        signal,
        clock: clock/* systemClock */.ml,
        env: readEnvironment(),
        journal: path === '' ? undefined : journalOf(path, action.name, instance),
        state,
        summary: edge.summary,
        instance,
        annotate: (annotation) => edge.annotate(annotation),
        mask: (secret) => edge.mask(secret),
        exportVariable: (variable, value) => edge.exportVariable(variable, value),
    };
}
function journalOf(path, action, instance) {
    return new Journal(path, { action, instance, clock: clock/* systemClock */.ml });
}
function takeInputs({ action, edge }) {
    const read = readInputs(action.inputs, inputText);
    const { values } = read;
    for (const [name, field] of Object.entries(action.inputs))
        if (field.secret)
            edge.mask(values[name]);
        else
            (0,redact/* rememberPublic */.DU)(inputText(name).trim());
    const between = problemsBetween(action.inputs, read, (all) => action.check?.(all) ?? []);
    const all = [...read.problems, ...between];
    if (all.length > 0)
        throw new errors/* InputError */.dz(all);
    return values;
}
function inputText(name) {
    return process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '';
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/undo-decision.js
function decideUndo(question) {
    if (question.release === 'committed' || question.release === 'held')
        return { undo: false, why: question.release };
    if (question.onFailure === 'keep')
        return { undo: false, why: 'kept-by-request' };
    if (question.release === 'open')
        return { undo: true, why: 'release-not-committed' };
    if (question.main !== 'finished')
        return { undo: true, why: 'own-failure' };
    if (question.job === 'success')
        return { undo: false, why: 'job-succeeded' };
    return question.onFailure === 'undo' ? { undo: true, why: 'asked-for' } : { undo: false, why: 'not-ours-to-undo' };
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/run-post.js









const LONGEST_TIMER_MS = 2 ** 31 - 1;
async function runPost(action, edge, state) {
    const instance = state.get('instance');
    const { post } = action;
    if (post === undefined || state.get('ready') !== true || instance === undefined)
        return;
    const step = openPost({ action, edge, state, instance }, post);
    const task = await chooseTask(step);
    switch (task.kind) {
        case 'without-journal': {
            const lone = { ...step.shell, signal: withinUndoBudget(step.shell), undo: LOST };
            const outcome = await undoWithoutJournal(action, step.inputs, lone, task.lost);
            return outcome === undefined ? edge.flush() : publish(step, outcome, 'post');
        }
        case 'say':
            return publish(step, task.outcome, 'post');
        case 'nothing':
            return leaveAll(step, task.why);
        case 'run':
            return await runPart(step, task);
    }
}
function openPost(step, post) {
    const inputs = takeInputs(step);
    const named = shellOf(step, abortOnSignals());
    const main = step.state.get('main') ?? 'interrupted';
    const jobStatus = (inputText('job-status') || 'failure');
    const known = knownRelease(step.state);
    const at = (path) => journalOf(path, step.action.name, step.instance);
    const standing = standingOf(known, named.journal?.path ?? '', at);
    const journal = standing.kind === 'journal' ? standing.journal : undefined;
    const lost = standing.kind === 'lost' ? { release: standing.known.release, why: standing.why } : undefined;
    return { ...step, post, inputs, known, standing, shell: { ...named, journal, main, jobStatus, lost } };
}
async function chooseTask(step) {
    const { action, post, inputs, shell, known, standing } = step;
    if (post.when === 'undo' && standing.kind === 'lost')
        return { kind: 'without-journal', lost: standing };
    const release = standing.kind === 'journal' ? standing.state.state : 'none';
    if (release === 'committed' && shell.jobStatus !== 'success' && known !== undefined && post.witness !== undefined) {
        if ((await ask(action, inputs, { ...shell, undo: LOST }, known)) === 'not-released')
            return { kind: 'say', outcome: unconfirmedCommit(known) };
    }
    const undo = decideUndo({ release, main: shell.main, job: shell.jobStatus, onFailure: onFailureOf(inputs) });
    if (post.when === 'always' || undo.undo)
        return { kind: 'run', part: post.run, undo };
    return release === 'open' && undo.why === 'kept-by-request' && post.keep !== undefined
        ? { kind: 'run', part: post.keep, undo }
        : { kind: 'nothing', why: undo.why };
}
const LOST = { undo: true, why: 'release-not-committed' };
function leaveAll(step, why) {
    step.edge.log.info(`nothing to undo: ${why}`);
    if (why === 'kept-by-request')
        noteUnsaid(step, { verdict: 'pass', reason: why, message: 'on-failure is keep', kept: true });
}
async function runPart(step, { part, undo }) {
    const { edge, inputs, post, shell } = step;
    const fail = (error) => {
        record(step, outcomeOfError(error));
        publishError(step, error, 'post');
    };
    const signal = post.when === 'undo' ? withinUndoBudget(shell) : shell.signal;
    onStrayError(fail);
    try {
        const outcome = await part(inputs, { ...shell, signal, undo });
        if (outcome === undefined) {
            if (post.when === 'undo')
                noteUnsaid(step, { verdict: 'pass', reason: 'nothing-to-undo', message: 'there was nothing to undo' });
            return edge.flush();
        }
        record(step, outcome);
        publish(step, outcome, 'post');
    }
    catch (error) {
        fail(error);
    }
}
function record({ action, post, shell }, outcome) {
    if (post.when !== 'undo')
        return;
    const { kept = false, left, message, reason, verdict } = outcome;
    shell.journal?.undone(action.name, { verdict, reason, message, kept, ...(left === undefined ? {} : { left }) });
}
function noteUnsaid({ action, shell }, outcome) {
    const began = shell.journal
        ?.read()
        .entries.some((entry) => entry.kind === 'began' && entry.instance === shell.instance);
    if (began === true)
        shell.journal?.undone(action.name, outcome);
}
function withinUndoBudget(shell) {
    const before = shell.journal?.read();
    if (before !== undefined && before.undoStartedAt === undefined)
        shell.journal?.undoStarted();
    const budget = before?.release.undoDeadlineMs ?? UNDO_DEADLINE_MS;
    const used = shell.clock.now() - (before?.undoStartedAt ?? shell.clock.now());
    const controller = new AbortController();
    const late = new errors/* DeadlineError */.j3(`the undo of this job took longer than its budget of ${(0,duration/* formatDuration */.a)(budget)}`);
    const left = Math.min(Math.max(0, budget - used), LONGEST_TIMER_MS);
    setTimeout(() => controller.abort(late), left).unref();
    return AbortSignal.any([shell.signal, controller.signal]);
}
function onFailureOf(inputs) {
    const value = inputs['on-failure'];
    return value === 'auto' || value === 'undo' || value === 'keep' ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/state.js





const PREFIX = 'lockstep-';
const STATE_LIMIT_BYTES = 16_000;
const SMALL_BYTES = 4_000;
function runnerState(env, fileOf) {
    const own = new Map();
    const put = (key, text) => {
        const others = [...own]
            .filter(([other]) => other !== key)
            .reduce((sum, [, one]) => sum + Buffer.byteLength(one), 0);
        const bytes = others + Buffer.byteLength(text);
        if (bytes > STATE_LIMIT_BYTES)
            throw new Error(`state "${key}": ${bytes} bytes with the others, the limit is ${STATE_LIMIT_BYTES}; keep() it`);
        own.set(key, text);
        saveState(`${PREFIX}${key}`, text);
    };
    return {
        save: (key, value) => put(key, JSON.stringify((0,redact/* redactData */.Ed)(value))),
        keep: (key, value) => {
            const text = JSON.stringify((0,redact/* redactData */.Ed)(value));
            if (Buffer.byteLength(text) <= SMALL_BYTES)
                return put(key, text);
            const path = fileOf(key);
            writeWhole(path, text);
            put(key, JSON.stringify({ lockstepFile: path, digest: digestOf(text) }));
        },
        get: (key) => {
            const text = own.get(key) ?? env[`STATE_${PREFIX}${key}`];
            if (text === undefined || text === '')
                return undefined;
            const value = JSON.parse(text);
            return isInFile(value) ? readWhole(key, value) : value;
        },
    };
}
function writeWhole(path, text) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(path)))
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(`${path}.draft`, text, { mode: 0o600, flush: true });
    (0,external_node_fs_.renameSync)(`${path}.draft`, path);
}
function readWhole(key, { lockstepFile, digest }) {
    const changed = `what this step kept for its post step (${key}, ${lockstepFile})`;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(lockstepFile, 'utf8');
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`${changed} is gone: no step of the job may remove files of RUNNER_TEMP`, { cause });
    }
    if (digestOf(text) !== digest)
        throw new errors/* InputError */.dz(`${changed} was changed: no step of the job may write to files of RUNNER_TEMP`);
    return JSON.parse(text);
}
function isInFile(value) {
    return typeof value === 'object' && value !== null && typeof value.lockstepFile === 'string';
}
function digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/run-action.js












const LINGER_MS = 2_000;
async function runAction(action) {
    const edge = new Edge();
    try {
        await honourProxy(process.env, edge.log);
        const state = openState();
        if (state.get('phase') === undefined) {
            state.save('phase', 'post');
            await runMain(action, edge, state);
        }
        else {
            await runPost(action, edge, state);
        }
    }
    catch (error) {
        publishError({ action, edge }, error, 'main');
    }
    onStrayError(() => undefined);
    setTimeout(() => process.exit(), LINGER_MS).unref();
}
function openState() {
    const { tempDir } = readEnvironment();
    const state = runnerState(process.env, (key) => (0,external_node_path_.join)(tempDir, 'lockstep-state', `${state.get('instance')}-${key}.json`));
    return state;
}
async function runMain(action, edge, state) {
    const instance = (0,external_node_crypto_.randomUUID)();
    state.save('instance', instance);
    const step = { action, edge, state, instance };
    const shell = shellOf(step, abortOnSignals());
    const fail = (error) => {
        state.save('main', 'failed');
        publishError(step, error, 'main');
        noteFailure(shell, outcomeOfError(error));
    };
    onStrayError(fail);
    try {
        const inputs = takeInputs(step);
        state.save('ready', true);
        if (shell.journal === undefined)
            refuseHiddenRelease(shell.env.tempDir);
        noteRelease(state, shell.journal);
        const outcome = await action.run(inputs, shell);
        state.save('main', passes(outcome) ? 'finished' : 'failed');
        if (!passes(outcome))
            noteFailure(shell, outcome);
        publish(step, outcome, 'main');
    }
    catch (error) {
        fail(error);
    }
}
function noteFailure(shell, outcome) {
    if (shell.journal?.exists() === true)
        shell.journal.note('failure', { reason: outcome.reason, message: outcome.message });
}


/***/ }),

/***/ 8420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
async function inParallel(workers, items, work, stop) {
    const waiting = [...items];
    let failure;
    const run = async (worker) => {
        while (failure === undefined) {
            const item = waiting.shift();
            if (item === undefined)
                return;
            try {
                await work(worker, item);
            }
            catch (error) {
                if (failure !== undefined)
                    return;
                failure = { error };
                stop();
            }
        }
    };
    await Promise.all(workers.map(run));
    if (failure !== undefined)
        throw failure.error;
}


/***/ }),

/***/ 7641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gS: () => (/* binding */ generationOf),
/* harmony export */   y2: () => (/* binding */ keptFiles)
/* harmony export */ });
/* unused harmony exports FILES_PREFIX, fileDays */
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(543);

const FILES_PREFIX = 'files/';
function generationOf(tier, atMs) {
    const day = new Date(atMs).toISOString();
    const period = isShort(tier) ? day.slice(0, 7) : day.slice(0, 4);
    return `${FILES_PREFIX}${tier}/${period}/`;
}
function isShort(tier) {
    return tier === 'daily' || tier === 'weekly';
}
function fileDays(tier, days) {
    return days + (isShort(tier) ? 31 : 366);
}
function keptFiles(kept) {
    return kept.flatMap(({ name, days }) => {
        const tier = _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .TIERS */ .iB.find((one) => one === name);
        return tier === undefined ? [] : [{ name: `files/${tier}`, days: fileDays(tier, days) }];
    });
}


/***/ }),

/***/ 514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ verifying),
/* harmony export */   RR: () => (/* binding */ listing),
/* harmony export */   Sd: () => (/* binding */ openFileSource),
/* harmony export */   he: () => (/* binding */ writeBackupFiles),
/* harmony export */   kJ: () => (/* binding */ copying)
/* harmony export */ });
const copying = () => __nccwpck_require__.e(/* import() */ 380).then(__nccwpck_require__.bind(__nccwpck_require__, 7380));
const listing = () => __nccwpck_require__.e(/* import() */ 974).then(__nccwpck_require__.bind(__nccwpck_require__, 3974));
const verifying = () => __nccwpck_require__.e(/* import() */ 364).then(__nccwpck_require__.bind(__nccwpck_require__, 5364));
async function openFileSource(settings, tools) {
    const { s3FileSource } = await Promise.all(/* import() */[__nccwpck_require__.e(589), __nccwpck_require__.e(35)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6035));
    return s3FileSource(settings, tools);
}
async function writeBackupFiles(options, folder) {
    const { writeFiles } = await __nccwpck_require__.e(/* import() */ 650).then(__nccwpck_require__.bind(__nccwpck_require__, 3650));
    return writeFiles({ ...options, parallel: 1 }, folder);
}


/***/ }),

/***/ 543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s4: () => (/* binding */ CONTENTS_KIND),
  Zx: () => (/* binding */ CONTENTS_NAME),
  $8: () => (/* binding */ MANIFEST_KIND),
  ir: () => (/* binding */ MANIFEST_NAME),
  iB: () => (/* binding */ TIERS),
  WH: () => (/* binding */ backupId),
  nY: () => (/* binding */ backupPrefix),
  "if": () => (/* binding */ isBackupId),
  It: () => (/* binding */ manifestDigest),
  ku: () => (/* binding */ schemaDigest),
  cv: () => (/* binding */ takenAtOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/base/lib/canonical.js
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}

;// CONCATENATED MODULE: ./packages/backup/lib/manifest/manifest.js


const MANIFEST_KIND = 'lockstep-backup/1';
const MANIFEST_NAME = 'manifest.json';
const TIERS = ['daily', 'weekly', 'monthly', 'yearly'];
const CONTENTS_KIND = 'lockstep-backup-contents/1';
const CONTENTS_NAME = 'contents.json';
function manifestDigest(manifest) {
    return (0,external_node_crypto_.createHash)('sha256').update(canonicalJson(manifest)).digest('hex');
}
function schemaDigest(schema) {
    return (0,external_node_crypto_.createHash)('sha256').update(canonicalJson(schema)).digest('hex');
}
function backupPrefix(tier, id) {
    return `${tier}/${id}/`;
}
const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}$/;
function backupId(takenAtMs, random) {
    return `${new Date(takenAtMs).toISOString().replace(/[-:]|\.\d+/g, '')}-${random}`;
}
function isBackupId(text) {
    return ID.test(text);
}
function takenAtOf(id) {
    const [, year, month, day, hour, minute, second] = ID.exec(id) ?? [];
    if (year === undefined)
        return undefined;
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}


/***/ }),

/***/ 599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   r0: () => (/* binding */ readContents)
/* harmony export */ });
/* unused harmony export parseManifest */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9311);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6200);
/* harmony import */ var _targets_target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1993);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(543);




const LONGEST = 64 * 1024 * 1024;
async function readManifest(target, prefix, options) {
    let text;
    try {
        text = await textOf(await target.get(`${prefix}${_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_NAME */ .ir}`, options));
    }
    catch (error) {
        if (error instanceof _targets_target_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingObject */ ._m)
            return { kind: 'missing' };
        throw error;
    }
    return parseManifest(text, prefix);
}
function parseManifest(text, prefix) {
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        return { kind: 'unreadable', why: 'it is no JSON' };
    }
    if (!(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(data))
        return { kind: 'unreadable', why: 'it is no JSON object' };
    const kind = data['kind'];
    if (kind !== _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .MANIFEST_KIND */ .$8) {
        const version = /^lockstep-backup\/(\d+)$/.exec(String(kind))?.[1];
        if (version === undefined)
            return { kind: 'unreadable', why: 'it is no manifest of a backup' };
        return { kind: 'newer', why: `it is of version ${version}, and this program reads version 1` };
    }
    const { digest, ...rest } = data;
    if (digest !== (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestDigest */ .It)(rest))
        return { kind: 'edited', why: 'its digest is not that of its text' };
    const problems = shapeProblems(data);
    if (problems.length > 0)
        return { kind: 'unreadable', why: problems.join('; ') };
    if (prefix !== `${rest.tier}/${rest.id}/`)
        return { kind: 'edited', why: `it is of the backup ${rest.tier}/${rest.id}, and is kept as ${prefix}` };
    return { kind: 'read', manifest: { ...rest, digest } };
}
function shapeProblems(data) {
    const fields = new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .Fields */ .C(data, 'manifest');
    for (const name of ['id', 'tier', 'takenAt', 'finishedAt'])
        fields.text(name, { required: true });
    for (const name of ['source', 'encryption', 'totals', 'contents', 'tool']) {
        if (fields.map(name) === undefined)
            fields.complain(name, 'required');
    }
    if (!Array.isArray(data['objects']))
        fields.complain('objects', 'expected a list');
    return fields.problems;
}
async function readContents(from, manifest, options) {
    const text = await textOf((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .openSealed */ .j5)(from, manifest.contents, options));
    const contents = JSON.parse(text);
    if (contents.kind !== _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .CONTENTS_KIND */ .s4)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('the contents are of another version');
    const { id, takenAt, source } = manifest;
    const isOfIt = contents.id === id && contents.takenAt === takenAt && JSON.stringify(contents.source) === JSON.stringify(source);
    if (!isOfIt)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR(`the contents are of another backup: ${contents.id}`);
    const names = manifest.objects.map((object) => object.name);
    const missing = contents.order.filter((name) => !names.includes(name));
    const tables = contents.tables.filter(({ object }) => !contents.order.includes(object));
    if (missing.length > 0 || tables.length > 0)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR(`the manifest does not list ${[...missing, ...tables.map(({ name }) => name)].join(', ')}`);
    const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
    if (contents.tables.length !== manifest.totals.tables || rows !== manifest.totals.rows)
        throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('the manifest counts other tables or rows than the contents');
    return contents;
}
async function textOf(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > LONGEST)
            throw new _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_3__/* .ChangedObject */ .UR('it is too long for what it should be');
    }
    return Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 7254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ withoutTablespaces),
/* harmony export */   IA: () => (/* binding */ eventTriggersLast),
/* harmony export */   Mc: () => (/* binding */ entriesOf)
/* harmony export */ });
const QUOTES = `'|"|\\$(?:[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*)?\\$|--.*`;
const HEAD = /^--\n-- Name: (.*); Type: (.*); Schema: (.*); Owner: (.*)\n--\n/;
const TABLESPACE = /^SET default_tablespace = (?!'')(.*);$/;
const IN_NAME = /[\w$\u0080-\uffff]$/;
function entriesOf(script) {
    const heads = [];
    for (const found of unquoted(script, HEAD)) {
        const [, name = '', type = '', schema = '-', owner = '-'] = found;
        const object = `${type.toLowerCase()} ${schema === '-' ? '' : `${schema}.`}${name}`;
        heads.push({ at: found.index, object, type, name, schema, owner });
    }
    const at = (nth) => heads[nth]?.at ?? script.length;
    return {
        prelude: script.slice(0, at(0)),
        entries: heads.map(({ at: from, ...head }, nth) => ({ ...head, sql: script.slice(from, at(nth + 1)) })),
    };
}
function* unquoted(script, wanted) {
    const token = new RegExp(`${wanted.source}|${QUOTES}`, 'gm');
    for (let found = token.exec(script); found !== null; found = token.exec(script)) {
        const [text] = found;
        if (found[1] !== undefined)
            yield found;
        else if (!text.startsWith('--') && !(text.startsWith('$') && IN_NAME.test(script.charAt(found.index - 1))))
            token.lastIndex = endOfQuoted(script, token.lastIndex, text, isEscaped(script, found.index));
    }
}
function withoutTablespaces(script, there) {
    let rewritten = '';
    let from = 0;
    for (const { index, 0: text, 1: quoted = '' } of unquoted(script, TABLESPACE)) {
        const name = quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted;
        if (there.has(name))
            continue;
        rewritten += `${script.slice(from, index)}SET default_tablespace = '';`;
        from = index + text.length;
    }
    return rewritten + script.slice(from);
}
function isEscaped(script, quoteAt) {
    return /(^|[^\w$])[eE]$/.test(script.slice(Math.max(0, quoteAt - 2), quoteAt));
}
function endOfQuoted(script, from, quote, escaped) {
    if (!escaped) {
        const end = script.indexOf(quote, from);
        return end === -1 ? script.length : end + quote.length;
    }
    for (let at = from; at < script.length; at++) {
        if (script[at] === '\\')
            at++;
        else if (script[at] === "'")
            return at + 1;
    }
    return script.length;
}
function eventTriggersLast(script) {
    const { prelude, entries } = entriesOf(script);
    const first = entries.findIndex(({ type }) => type === 'EVENT TRIGGER');
    if (first === -1)
        return script;
    const last = entries.at(-1);
    const foot = last.sql.lastIndexOf('\n--\n-- PostgreSQL database dump complete\n');
    const end = foot === -1 ? '' : last.sql.slice(foot + 1);
    const whole = [...entries.slice(0, -1), { ...last, sql: foot === -1 ? last.sql : last.sql.slice(0, foot + 1) }];
    const isFilling = ({ type }) => type === 'MATERIALIZED VIEW DATA';
    const later = whole.slice(first);
    const ordered = [...whole.slice(0, first), ...later.filter(isFilling), ...later.filter((entry) => !isFilling(entry))];
    return prelude + ordered.map(({ sql }) => sql).join('') + end;
}


/***/ }),

/***/ 1658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ readScript),
/* harmony export */   XY: () => (/* binding */ copyScript),
/* harmony export */   nQ: () => (/* binding */ BrokenScript)
/* harmony export */ });
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4650);

const END = Buffer.from('\\.\n');
const NEWLINE = 10;
async function* copyScript(table, digest) {
    const hash = new _row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .RowHash */ .X();
    yield Buffer.from(`${table.statement}\n`);
    for await (const batch of table.rows) {
        hash.add(batch);
        yield batch;
    }
    yield END;
    const rows = hash.digest();
    if (rows === undefined)
        throw new Error('the last row of a COPY has no end');
    digest(rows);
}
class BrokenScript extends Error {
    name = 'BrokenScript';
}
async function readScript(script, statement) {
    const chunks = script[Symbol.asyncIterator]();
    const expected = Buffer.from(`${statement}\n`);
    let head = Buffer.alloc(0);
    while (head.length < expected.length) {
        const next = await chunks.next();
        if (next.done === true)
            break;
        head = Buffer.concat([head, next.value]);
    }
    if (!head.subarray(0, expected.length).equals(expected))
        throw new BrokenScript(`it does not begin with ${statement}`);
    const hash = new _row_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .RowHash */ .X();
    let whole;
    async function* rows() {
        for await (const chunk of withoutEnd(head.subarray(expected.length), chunks)) {
            hash.add(chunk);
            yield chunk;
        }
        whole = hash.digest();
        if (whole === undefined)
            throw new BrokenScript('its last row is cut');
    }
    return {
        rows: rows(),
        digest: () => {
            if (whole === undefined)
                throw new Error('not all rows were read');
            return whole;
        },
    };
}
async function* withoutEnd(first, chunks) {
    let held = first;
    let previous = NEWLINE;
    for (;;) {
        const next = await chunks.next();
        if (next.done === true)
            break;
        const all = held.length === 0 ? asBuffer(next.value) : Buffer.concat([held, next.value]);
        const free = Math.max(0, all.length - END.length);
        if (free > 0) {
            previous = all[free - 1] ?? previous;
            yield all.subarray(0, free);
        }
        held = Buffer.from(all.subarray(free));
    }
    const free = held.length - END.length;
    if (free > 0) {
        previous = held[free - 1] ?? previous;
        yield held.subarray(0, free);
    }
    if (free < 0 || previous !== NEWLINE || !held.subarray(free).equals(END))
        throw new BrokenScript('its end is missing');
}
function asBuffer(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}


/***/ }),

/***/ 4650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RowHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

const NEWLINE = 10;
const FOLD_EVERY = 2 ** 20;
const MOD = 2n ** 128n;
class RowHash {
    #sums = [0, 0, 0, 0];
    #total = 0n;
    #rows = 0;
    #bytes = 0;
    #rest = [];
    add(chunk) {
        this.#bytes += chunk.length;
        let from = 0;
        for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
            this.#row(chunk.subarray(from, end));
            from = end + 1;
        }
        if (from < chunk.length)
            this.#rest.push(Buffer.from(chunk.subarray(from)));
    }
    digest() {
        if (this.#rest.length > 0)
            return undefined;
        this.#fold();
        return { rows: this.#rows, bytes: this.#bytes, hash: this.#total.toString(16).padStart(32, '0') };
    }
    #row(end) {
        const digest = this.#rest.length === 0 ? sha256(end) : this.#longRow(end);
        for (let word = 0; word < 4; word++) {
            this.#sums[word] += digest.readUInt32BE(word * 4);
        }
        this.#rows++;
        if (this.#rows % FOLD_EVERY === 0)
            this.#fold();
    }
    #longRow(end) {
        const long = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        for (const part of this.#rest)
            long.update(part);
        this.#rest = [];
        return long.update(end).digest();
    }
    #fold() {
        for (const [word, sum] of this.#sums.entries()) {
            this.#total += BigInt(sum) << BigInt(96 - 32 * word);
            this.#sums[word] = 0;
        }
        this.#total %= MOD;
    }
}
function sha256(row) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', row, 'buffer');
}


/***/ }),

/***/ 89:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ recipientProblems),
/* harmony export */   Yc: () => (/* binding */ decrypt),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   fG: () => (/* binding */ CannotDecrypt),
/* harmony export */   w: () => (/* binding */ encrypt)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);

async function encrypt(plain, recipients) {
    const { Encrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 4747));
    const encrypter = new Encrypter();
    for (const recipient of recipients)
        encrypter.addRecipient(recipient);
    return encrypter.encrypt(ReadableStream.from(plain));
}
async function recipientProblems(recipients) {
    if (recipients.length === 0)
        return ['encrypt-to: at least one age recipient (age1…), or none'];
    const { Encrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 4747));
    return recipients.flatMap((recipient, at) => {
        const which = `encrypt-to: line ${at + 1}`;
        if (/AGE-SECRET-KEY/i.test(recipient))
            return [
                `${which} is the key that decrypts; give its recipient (age-keygen -y), and replace that key: it was shown`,
            ];
        try {
            new Encrypter().addRecipient(recipient);
            return [];
        }
        catch {
            if (/^age1[a-z0-9]{1,2000}$/.test(recipient))
                return [`${which}: "${recipient}" is no age recipient (age1…)`];
            return [
                `${which} is no age recipient (age1…); a passphrase or an SSH key cannot be used, age-keygen creates a key`,
            ];
        }
    });
}
class CannotDecrypt extends Error {
    name = 'CannotDecrypt';
}
async function* decrypt(sealed, identities) {
    const { Decrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 4747));
    const decrypter = new Decrypter();
    for (const identity of identities)
        decrypter.addIdentity(identity);
    let failure;
    async function* watched() {
        try {
            yield* sealed;
        }
        catch (error) {
            failure = error;
            throw error;
        }
    }
    try {
        yield* (await decrypter.decrypt(ReadableStream.from(watched())));
    }
    catch (cause) {
        if (failure !== undefined)
            throw failure;
        throw new CannotDecrypt('it cannot be decrypted: another key, or bytes that are not as they were', { cause });
    }
}
async function readIdentities(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const { Decrypter } = await __nccwpck_require__.e(/* import() */ 747).then(__nccwpck_require__.bind(__nccwpck_require__, 4747));
    const problems = identities.flatMap((identity, at) => {
        try {
            new Decrypter().addIdentity(identity);
            return [];
        }
        catch {
            return [
                `decrypt-with: key ${at + 1} is no age identity (AGE-SECRET-KEY-…); a passphrase or an SSH key cannot be used`,
            ];
        }
    });
    if (identities.length === 0)
        problems.push('decrypt-with: no key in it; expected AGE-SECRET-KEY-…');
    if (problems.length > 0)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(problems);
    return identities;
}


/***/ }),

/***/ 6200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  UR: () => (/* binding */ ChangedObject),
  j5: () => (/* binding */ openSealed),
  M_: () => (/* binding */ store),
  ux: () => (/* binding */ storeSealed)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
// EXTERNAL MODULE: ./packages/backup/lib/seal/recipients.js
var recipients = __nccwpck_require__(89);
;// CONCATENATED MODULE: ./packages/backup/lib/seal/sealed-object.js




const GZIP = { level: 1, chunkSize: 256 * 1024 };
async function storeSealed(seal, name, plain) {
    const packed = compress(plain);
    const isSealed = seal.encryption.kind === 'age';
    const body = seal.encryption.kind === 'age' ? await (0,recipients/* encrypt */.w)(packed, seal.encryption.recipients) : packed;
    return store(seal, `${name}.gz${isSealed ? '.age' : ''}`, body);
}
async function store(seal, name, body) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    async function* hashed() {
        for await (const chunk of body) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    }
    const stored = await seal.target.put(`${seal.prefix}${name}`, hashed(), { signal: seal.signal });
    if (stored.bytes !== bytes)
        throw new Error(`${name}: ${bytes} bytes were sent, and ${stored.bytes} are stored`);
    return { name, bytes, sha256: hash.digest('hex') };
}
async function* compress(plain) {
    const source = external_node_stream_namespaceObject.Readable.from(plain, { objectMode: true });
    const gzip = (0,external_node_zlib_namespaceObject.createGzip)(GZIP);
    source.once('error', (error) => gzip.destroy(error));
    try {
        yield* source.pipe(gzip);
    }
    finally {
        source.destroy();
        gzip.destroy();
    }
}
class ChangedObject extends Error {
    name = 'ChangedObject';
}
async function* openSealed(from, record, options) {
    const key = `${from.prefix}${record.name}`;
    const stored = verified(await from.target.get(key, options), record);
    const packed = record.name.endsWith('.age') ? (0,recipients/* decrypt */.Yc)(stored, from.identities) : stored;
    const gunzip = (0,external_node_zlib_namespaceObject.createGunzip)({ chunkSize: 256 * 1024 });
    const source = external_node_stream_namespaceObject.Readable.from(packed, { objectMode: true });
    source.once('error', (error) => gunzip.destroy(error));
    try {
        yield* source.pipe(gunzip);
    }
    catch (error) {
        if (error instanceof recipients/* CannotDecrypt */.fG)
            await drain(verified(await from.target.get(key, options), record));
        const code = error.code ?? '';
        if (!code.startsWith('Z_'))
            throw error;
        throw new ChangedObject(`${record.name} cannot be unpacked`, { cause: error });
    }
    finally {
        source.destroy();
        gunzip.destroy();
    }
}
async function drain(body) {
    for await (const _chunk of body)
        ;
}
async function* verified(stored, record) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of stored) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
    }
    if (bytes !== record.bytes || hash.digest('hex') !== record.sha256)
        throw new ChangedObject(`${record.name} is not what was stored: ${bytes} bytes, expected ${record.bytes}`);
}


/***/ }),

/***/ 5085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ setSequence),
/* harmony export */   _t: () => (/* binding */ ARCHIVES),
/* harmony export */   ec: () => (/* binding */ copyInStatement),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   lu: () => (/* binding */ readSequences),
/* harmony export */   zj: () => (/* binding */ copyOutStatement),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(660);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6498);


const ARCHIVES = 'lockstep_archive';
function leftOut({ withArchives, withoutSchemas }) {
    return withArchives === true ? withoutSchemas : [...withoutSchemas, ARCHIVES];
}
const PLATFORM = /^supabase_(admin|auth_admin|storage_admin|realtime_admin|functions_admin|replication_admin|etl_admin)$/;
const relations = (size) => `
with settings as (select t.oid, nullif(t.condition, '') as condition
    from pg_catalog.pg_extension e cross join lateral rows from (pg_catalog.unnest(e.extconfig), pg_catalog.unnest(e.extcondition)) as t (oid, condition))
select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    (select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
    exists (select from settings s where s.oid = c.oid), (select s.condition from settings s where s.oid = c.oid),
    case when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'select')
         else pg_catalog.has_table_privilege(c.oid, 'select') end
      and pg_catalog.has_schema_privilege(n.oid, 'usage'),
    c.relkind in ('r', 'p') and pg_catalog.row_security_active(c.oid),
    case when c.relkind = 'r' then ${size} else 0 end, pg_catalog.pg_get_userbyid(c.relowner),
    (select pg_catalog.json_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and (exists (select from settings s where s.oid = c.oid) or not exists (select from pg_catalog.pg_depend d
          where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'))
 order by name`;
async function readInventory(session, selection, { locked }) {
    const rows = await session.rows(relations(locked ? 'pg_catalog.pg_table_size(c.oid)' : '0'));
    const [large] = await session.rows('select count(*) from pg_catalog.pg_largeobject_metadata');
    const [prepared] = await session.rows('select count(*) from pg_catalog.pg_prepared_xacts where database = pg_catalog.current_database()');
    const subscriptions = await session.rows(`select s.subname from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid
      where d.datname = pg_catalog.current_database() order by 1`);
    const inventory = plan(rows.map(readRelation), selection, Number(large?.[0]));
    return {
        ...inventory,
        notContained: [
            ...inventory.notContained,
            ...subscriptions.map(([name]) => ({ what: `subscription ${name}`, why: 'a copy of it would take its place' })),
            ...(prepared?.[0] === '0' ? [] : [{ what: `${prepared?.[0]} prepared transactions`, why: 'not yet committed' }]),
        ],
    };
}
function listOf(json) {
    return json === null || json === undefined ? [] : JSON.parse(json);
}
function readRelation(row) {
    const [oid, schema, relation, kind, persistence, name, columns, isSetting, condition, readable, hidden, bytes, owner, types,] = row;
    return {
        table: {
            oid: oid ?? '',
            schema: schema ?? '',
            name: name ?? '',
            columns: listOf(columns),
            types: listOf(types),
            condition: condition ?? undefined,
            isPartitioned: kind === 'p',
            bytes: Number(bytes),
        },
        kind: kind ?? '',
        persistence: persistence ?? '',
        plainName: `${schema}.${relation}`,
        isSetting: isSetting === 't',
        isReadable: readable === 't',
        isHidden: hidden === 't',
        owner: owner ?? '',
    };
}
function plan(relations, selection, largeObjects) {
    const tables = [];
    const sequences = [];
    const toLock = [];
    const notContained = [];
    const withoutTables = [];
    const hidden = [];
    const unreadable = [];
    for (const relation of relations) {
        const { table, kind } = relation;
        const isKept = !leftOut(selection).includes(table.schema);
        if (!isKept) {
            const isArchive = table.schema === ARCHIVES && !selection.withoutSchemas.includes(ARCHIVES);
            const why = isArchive
                ? 'archives of rollbacks are left out unless include-archives is set'
                : 'its schema is left out on request';
            if (kind !== 'S')
                notContained.push({ what: `table ${table.name}`, why });
        }
        else if (kind === 'f') {
            notContained.push({ what: `rows of the foreign table ${table.name}`, why: 'they are on another server' });
        }
        else if (!relation.isReadable && PLATFORM.test(relation.owner)) {
            if (kind === 'S')
                continue;
            withoutTables.push(table.name);
            notContained.push({
                what: `table ${table.name}`,
                why: `it is ${relation.owner}'s, and this role may not read it`,
            });
        }
        else if (!relation.isReadable)
            unreadable.push(table.name);
        else if (kind === 'S')
            sequences.push(table.name);
        else {
            if (!relation.isSetting)
                toLock.push(table.name);
            if (kind === 'p')
                continue;
            const isLeftOut = selection.withoutRows.some((pattern) => (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .fits */ .l)(pattern, relation.plainName));
            if (isLeftOut)
                notContained.push({ what: `rows of ${table.name}`, why: 'left out on request' });
            else if (relation.persistence === 'u')
                notContained.push({ what: `rows of ${table.name}`, why: 'the table is unlogged' });
            else if (relation.isHidden)
                hidden.push(table.name);
            else
                tables.push(table);
        }
    }
    return { tables, sequences, toLock, notContained, withoutTables, hidden, unreadable, largeObjects };
}
function copyOutStatement({ name, columns, condition, }) {
    const list = columns.join(', ');
    if (condition !== undefined)
        return `copy (select ${list} from only ${name} ${condition}) to stdout`;
    return `copy ${name}${list === '' ? '' : ` (${list})`} to stdout`;
}
function copyInStatement({ name, columns }) {
    return `COPY ${name}${columns.length === 0 ? '' : ` (${columns.join(', ')})`} FROM stdin;`;
}
async function readSequences(session, names) {
    const values = [];
    for (let from = 0; from < names.length; from += 500) {
        const queries = names
            .slice(from, from + 500)
            .map((name) => `select ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name)}::text, last_value::text, is_called from ${name}`);
        for (const [name, last, called] of await session.rows(queries.join(' union all '))) {
            values.push({ name: name ?? '', lastValue: last ?? '', isCalled: called === 't' });
        }
    }
    return values;
}
function setSequence({ name, lastValue, isCalled }) {
    return `select pg_catalog.setval(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name)}, ${lastValue}, ${isCalled});\n`;
}


/***/ }),

/***/ 5972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ withoutEventTriggers)
/* harmony export */ });
async function withoutEventTriggers(session) {
    await session.send('set session_replication_role = replica');
    if (session.version >= 170_000)
        await session.send('set event_triggers = off');
}


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SOURCE_SETTINGS),
/* harmony export */   j: () => (/* binding */ RESTORE_SETTINGS)
/* harmony export */ });
const FORMAT = [
    "datestyle = 'ISO, YMD'",
    'intervalstyle = postgres',
    "timezone = 'UTC'",
    'extra_float_digits = 3',
    'bytea_output = hex',
    "search_path = ''",
    "client_encoding = 'UTF8'",
    'xmloption = content',
];
const READING = ['row_security = off', 'synchronize_seqscans = off', 'statement_timeout = 0', 'lock_timeout = 0'];
const HOLDING = ['idle_in_transaction_session_timeout = 0'];
const SOURCE_SETTINGS = [...FORMAT, ...READING, ...HOLDING].map((each) => `set local ${each}`).join('; ');
const RESTORE_SETTINGS = [...FORMAT, ...READING, ...HOLDING, 'check_function_bodies = off']
    .map((each) => `set ${each}`)
    .join('; ');


/***/ }),

/***/ 1993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _m: () => (/* binding */ MissingObject),
/* harmony export */   dD: () => (/* binding */ keyProblem),
/* harmony export */   sM: () => (/* binding */ assertKey)
/* harmony export */ });
class MissingObject extends Error {
    name = 'MissingObject';
    key;
    constructor(key) {
        super(`there is no object ${key}`);
        this.key = key;
    }
}
function keyProblem(key) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key))
        return 'letters, digits and . _ - / only';
    if (key.length > 512)
        return 'at most 512 characters';
    return key.split('/').some((part) => part === '' || part === '.' || part === '..')
        ? 'no empty part, . or ..'
        : undefined;
}
function assertKey(key) {
    const problem = keyProblem(key);
    if (problem !== undefined)
        throw new Error(`"${key}" can be no key of an object: ${problem}`);
}


/***/ }),

/***/ 6298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony exports isCancellation, isFresh */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(cancellation(signal));
        let left = ms;
        let timer;
        signal?.addEventListener('abort', stop, { once: true });
        go();
        function go() {
            const part = Math.min(left, LONGEST_TIMER_MS);
            left -= part;
            timer = setTimeout(left > 0 ? go : done, part);
        }
        function done() {
            signal?.removeEventListener('abort', stop);
            resolve();
        }
        function stop() {
            clearTimeout(timer);
            reject(cancellation(signal));
        }
    }),
};
function cancellation(signal) {
    const isBare = signal?.reason instanceof DOMException;
    return !isBare && signal?.reason instanceof Error ? signal.reason : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('cancelled');
}
function isCancellation(error, signal) {
    return error instanceof CancelledError || (signal?.aborted === true && error === signal.reason);
}
const CLOCKS_APART_MS = 300_000;
function isFresh(ageMs, mostMs) {
    return ageMs >= -CLOCKS_APART_MS && ageMs <= mostMs;
}


/***/ }),

/***/ 2098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6298);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(394);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6029);



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

/***/ 394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
function parseDuration(text) {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
    if (match === null)
        return undefined;
    const ms = Number(match[1]) * UNITS[match[2]];
    return Number.isSafeInteger(ms) ? ms : undefined;
}
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${trim(ms / 1_000)} s`;
    if (ms < 3_600_000)
        return pair(ms, MINUTE, SECOND);
    return pair(ms, HOUR, MINUTE);
}
function trim(value) {
    return (Math.floor(value * 10) / 10).toFixed(1).replace(/\.0$/, '');
}
const SECOND = { ms: 1_000, name: 's' };
const MINUTE = { ms: 60_000, name: 'min' };
const HOUR = { ms: 3_600_000, name: 'h' };
function pair(ms, big, small) {
    const rest = Math.floor((ms % big.ms) / small.ms);
    const head = `${Math.floor(ms / big.ms)} ${big.name}`;
    return rest === 0 ? head : `${head} ${rest} ${small.name}`;
}


/***/ }),

/***/ 6029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   z3: () => (/* binding */ describeTry),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7423);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4515);


class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems, options) {
        const list = typeof problems === 'string' ? [problems] : problems;
        super(list.join('\n'), options);
        this.problems = list;
    }
}
class RemoteError extends Error {
    name = 'RemoteError';
    service;
    status;
    code;
    requestId;
    retryable;
    retryAfterMs;
    hint;
    constructor(message, failure) {
        super(message, failure.cause === undefined ? undefined : { cause: failure.cause });
        this.service = failure.service;
        this.status = failure.status;
        this.code = failure.code;
        this.requestId = failure.requestId;
        this.retryable = failure.retryable;
        this.retryAfterMs = failure.retryAfterMs;
        this.hint = failure.hint;
    }
}
class CancelledError extends Error {
    name = 'CancelledError';
}
class DeadlineError extends Error {
    name = 'DeadlineError';
}
function asError(thrown) {
    return isError(thrown) ? thrown : new Error(String(thrown));
}
function isError(thrown) {
    return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}
function describe(thrown) {
    const parts = [];
    let error = thrown;
    for (let depth = 0; depth < 5 && error !== undefined && error !== null; depth++) {
        const text = ownWords(error);
        if (text !== '' && !parts.some((part) => part.includes(text)))
            parts.push(text);
        error = isError(error) ? error.cause : undefined;
    }
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)((0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redactText */ .Rd)(parts.join(': ')), '; ');
}
function describeTry(thrown) {
    if (!(thrown instanceof RemoteError))
        return describe(thrown);
    return `${thrown.service}: ${thrown.status === undefined ? 'no answer' : `HTTP ${thrown.status}`}`;
}
function ownWords(error) {
    if (!(error instanceof RemoteError)) {
        const aggregate = error instanceof AggregateError && error.message === '' ? error.errors.map(ownWords).join('; ') : '';
        return isError(error) ? error.message || aggregate || error.name : String(error);
    }
    const facts = [
        error.status === undefined ? '' : `HTTP ${error.status}`,
        error.code ?? '',
        error.requestId === undefined ? '' : `request ${error.requestId}`,
    ].filter((fact) => fact !== '');
    const head = facts.length === 0 ? error.message : `${error.message} (${facts.join(', ')})`;
    return error.hint === undefined ? head : `${head}; ${error.hint}`;
}


/***/ }),

/***/ 9311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Fields),
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(394);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9558);


const MOST_SHOWN = 40;
class Fields {
    #given;
    #where;
    #lineOf;
    #hasSecrets;
    #known = new Set();
    problems = [];
    constructor(given, where, lineOf = () => undefined, { hasSecrets = true } = {}) {
        this.#given = given;
        this.#where = where;
        this.#lineOf = lineOf;
        this.#hasSecrets = hasSecrets;
    }
    text(name, options = {}) {
        const value = this.#take(name);
        if (value === undefined || value === null || value === '') {
            if (options.required === true)
                this.complain(name, `required, expected ${options.expected ?? 'some text'}`);
            return '';
        }
        if (typeof value === 'string' || typeof value === 'number')
            return String(value);
        this.complain(name, `expected ${options.expected ?? 'some text'}, got ${kindOf(value)}`);
        return '';
    }
    oneOf(name, words, absent) {
        const text = this.text(name);
        if (text === '')
            return absent;
        const word = words.find((one) => one === text);
        if (word === undefined)
            this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
        return word ?? absent;
    }
    needed(name, words) {
        const text = this.text(name);
        if (text === '') {
            this.complain(name, `required, expected one of ${words.join(', ')}`);
            return undefined;
        }
        const word = words.find((one) => one === text);
        if (word === undefined)
            this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
        return word;
    }
    flag(name, absent) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return absent;
        if (typeof value === 'boolean')
            return value;
        this.complain(name, `expected true or false${this.#got(value)}`);
        return absent;
    }
    number(name, options = {}) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return undefined;
        const { min = -Infinity, max = Infinity, isWhole = false } = options;
        const fits = typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value));
        if (fits)
            return value;
        const limits = `${min === -Infinity ? '' : ` from ${min}`}${max === Infinity ? '' : ` up to ${max}`}`;
        this.complain(name, `expected a ${isWhole ? 'whole ' : ''}number${limits}${this.#got(value)}`);
        return undefined;
    }
    duration(name, absent) {
        const text = this.text(name);
        const ms = text === '' ? absent : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
        if (ms === undefined)
            this.complain(name, `expected a duration like 200ms, 30s or 5m${this.#got(this.#given[name])}`);
        return ms ?? absent;
    }
    map(name) {
        const value = this.#take(name);
        if (value === undefined || value === null)
            return undefined;
        if (isMap(value))
            return value;
        this.complain(name, `expected a map, got ${kindOf(value)}`);
        return undefined;
    }
    any(name) {
        return this.#take(name);
    }
    list(name, options = {}) {
        const value = this.#take(name) ?? [];
        const items = Array.isArray(value) ? value : [value];
        if (items.some((item) => typeof item !== 'string' || item === '')) {
            this.complain(name, 'expected a list of texts');
            return [];
        }
        if (items.length === 0 && options.required === true)
            this.complain(name, 'required, expected a list of texts');
        return items;
    }
    secret(name, fallback) {
        const text = this.text(name);
        if (text === '' && fallback !== undefined && !fallback.isEmpty)
            return fallback;
        if (text === '') {
            this.complain(name, 'the secret is empty; an unset secret arrives as an empty text');
        }
        return new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(text);
    }
    secretUrl(name, protocols) {
        const secret = this.secret(name);
        if (secret.isEmpty)
            return secret;
        const text = secret.reveal();
        if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
            this.complain(name, `expected a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`);
        return secret;
    }
    complain(name, what) {
        const line = this.#lineOf(name);
        this.problems.push(`${this.#where}: "${name}"${line === undefined ? '' : ` (line ${line})`}: ${what}`);
    }
    refuseOthers() {
        const others = Object.keys(this.#given).filter((name) => !this.#known.has(name));
        const known = [...this.#known].sort();
        for (const name of others) {
            const meant = known.find((one) => bare(one) === bare(name));
            this.complain(name, `no such field; ${meant === undefined ? `known are ${known.join(', ') || 'none'}` : `it is called "${meant}"`}`);
        }
    }
    refuseAll(why) {
        for (const name of Object.keys(this.#given)) {
            this.#known.add(name);
            this.complain(name, `expected nothing here: ${why}`);
        }
    }
    #got(value) {
        if (this.#hasSecrets)
            return '';
        const text = JSON.stringify(value) ?? kindOf(value);
        return `, got ${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}`;
    }
    #take(name) {
        this.#known.add(name);
        return this.#given[name];
    }
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function kindOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
}


/***/ }),

/***/ 660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ fits)
/* harmony export */ });
function fits(pattern, text) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return text === pattern;
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found < 0 || found + part.length > text.length - last.length)
            return false;
        at = found + part.length;
    }
    return true;
}


/***/ }),

/***/ 7423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   i: () => (/* binding */ trimAscii)
/* harmony export */ });
function oneLine(text, between = ' ') {
    if (!text.includes('\n'))
        return text;
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(between);
}
function trimAscii(text) {
    let from = 0;
    let to = text.length;
    while (from < to && isAsciiSpace(text.charCodeAt(from)))
        from++;
    while (to > from && isAsciiSpace(text.charCodeAt(to - 1)))
        to--;
    return text.slice(from, to);
}
function isAsciiSpace(code) {
    return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}


/***/ }),

/***/ 5917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7423);

function parseList(text) {
    return text
        .split(/\r?\n/)
        .map(_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .trimAscii */ .i)
        .filter((line) => line !== '');
}
function nameSome(names, keep) {
    if (names.length <= keep)
        return names.join(', ');
    return `${names.slice(0, keep).join(', ')} and ${names.length - keep} more`;
}
function count(n, one, many = `${one}s`) {
    return `${n} ${n === 1 ? one : many}`;
}


/***/ }),

/***/ 4515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ rememberPublic),
/* harmony export */   Ed: () => (/* binding */ redactData),
/* harmony export */   Gz: () => (/* binding */ rememberSecret),
/* harmony export */   Rd: () => (/* binding */ redactText)
/* harmony export */ });
/* unused harmony export forgetSecrets */
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(132);

const STARS = '***';
const known = { whole: new Set(), part: new Set() };
let publicTexts = [];
let forms;
const SHORTEST_IN_DATA = 8;
const LONGEST_NAME = 24;
function rememberSecret(value, kind = 'whole') {
    const before = known.whole.size + known.part.size;
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeForms */ .jO)(value))
        known[kind].add(form);
    for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .lineForms */ .g0)(value))
        known.part.add(form);
    if (known.whole.size + known.part.size > before)
        forms = undefined;
}
function rememberPublic(text) {
    if (text === '' || publicTexts.includes(text))
        return;
    publicTexts = [...publicTexts, text];
    forms = undefined;
}
function forgetSecrets() {
    known.whole.clear();
    known.part.clear();
    publicTexts = [];
    forms = undefined;
}
function redactText(text) {
    const tame = withoutControls(text);
    if (!tame.includes('<!-- '))
        return starred(tame, lookedFor().text);
    return tame
        .split(/(<!-- \/?lockstep:[^<>\n]{0,9000} -->)/)
        .map((part, at) => starred(part, at % 2 === 0 ? lookedFor().text : lookedFor().data))
        .join('');
}
function redactData(value) {
    return redacted(value, '');
}
const FOR_PEOPLE = /^(?:because|body|changes|detail|details|error|failure|headline|html|message|next|notes|proof|sentence|subject|summary|text|title)$/;
function redacted(value, name) {
    if (typeof value === 'string')
        return FOR_PEOPLE.test(name) ? redactText(value) : starred(value, lookedFor().data);
    if (Array.isArray(value))
        return value.map((one) => redacted(one, name));
    if (typeof value !== 'object' || value === null || !isPlain(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redacted(one, key)]));
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function withoutControls(text) {
    return text.replace(SEQUENCES, '').replace(CONTROLS, '');
}
const SEQUENCES = /\u001b\[[0-9;:?]{0,40}[@-~]/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
function lookedFor() {
    if (forms !== undefined)
        return forms;
    const all = [...known.whole, ...known.part];
    const isPublic = (form) => form.length < LONGEST_NAME && publicTexts.some((one) => one.includes(form));
    const text = [...known.whole, ...[...known.part].filter((form) => !isOrdinary(form))];
    const data = all.filter((form) => form.length >= SHORTEST_IN_DATA && !isOrdinary(form) && !isPublic(form));
    forms = { text: longestFirst(text), data: longestFirst(data) };
    return forms;
}
function isOrdinary(form) {
    return (/^(?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14})(?:[ _./-](?:[a-z]{1,14}|[A-Z][a-z]{1,13}|[A-Z]{1,14}))*$/.test(form) || /^\d{1,7}$/.test(form));
}
function standsAlone(text, at, length) {
    return !/[A-Za-z0-9]/.test(text[at - 1] ?? '') && !/[A-Za-z0-9]/.test(text[at + length] ?? '');
}
function longestFirst(all) {
    return [...new Set(all)].sort((a, b) => b.length - a.length);
}
function starred(text, secrets) {
    const finds = [];
    for (const form of secrets)
        for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
            if (!isOrdinary(form) || standsAlone(text, at, form.length))
                finds.push([at, at + form.length]);
    if (finds.length === 0)
        return text;
    finds.sort((a, b) => a[0] - b[0]);
    let left = '';
    let from = 0;
    for (const [start, end] of finds) {
        if (start > from || (start === 0 && from === 0))
            left += text.slice(from, start) + STARS;
        from = Math.max(from, end);
    }
    return left + text.slice(from);
}


/***/ }),

/***/ 782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);


const defaultRetry = { attempts: 5, firstDelayMs: 250, maxDelayMs: 8_000, budgetMs: 60_000 };
async function retry(work, policy, tools) {
    const started = tools.clock.now();
    for (let attempt = 1;; attempt++) {
        try {
            return await work(attempt);
        }
        catch (error) {
            const delay = nextDelay(error, attempt, policy, tools.random ?? Math.random);
            if (delay === undefined || tools.clock.now() + delay - started > policy.budgetMs)
                throw error;
            tools.onRetry?.(error, attempt, delay);
            await tools.clock.sleep(delay, tools.signal);
        }
    }
}
function nextDelay(error, attempt, policy, random) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi) || !error.retryable || attempt >= policy.attempts)
        return undefined;
    const backoff = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
    const jittered = backoff / 2 + (backoff / 2) * random();
    return error.retryAfterMs === undefined ? jittered : Math.max(error.retryAfterMs, 0) + jittered / 4;
}
function parseRetryAfter(header, nowMs) {
    if (header === null || header === undefined || header.trim() === '')
        return undefined;
    if (/^\d+(\.\d+)?$/.test(header.trim()))
        return Number(header.trim()) * 1_000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
async function until(look, delays, clock, signal) {
    for (let turn = 0;; turn++) {
        const answer = await look();
        if (answer !== undefined)
            return answer;
        await clock.sleep(delayAt(delays, turn), signal);
    }
}


/***/ }),

/***/ 132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   g0: () => (/* binding */ lineForms),
/* harmony export */   jO: () => (/* binding */ wholeForms)
/* harmony export */ });
const SHORTEST_MASK = 4;
const SHORTEST_PIECE = 8;
function secretForms(value) {
    return sorted([...wholeForms(value), ...lineForms(value)]);
}
function wholeForms(value) {
    return sorted([value, ...urlSecrets(value)].flatMap(encodings));
}
function lineForms(value) {
    const lines = value.split(/[\r\n]+/);
    return lines.length < 2 ? [] : sorted(lines.flatMap(encodings));
}
function sorted(forms) {
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST_MASK).sort((a, b) => b.length - a.length);
}
function encodings(part) {
    const text = part.trim();
    if (text.length < SHORTEST_MASK)
        return [];
    const base64 = Buffer.from(text, 'utf8').toString('base64');
    return [
        part,
        text,
        base64,
        base64.replace(/=+$/, ''),
        base64.replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_'),
        ...inLongerBase64(Buffer.from(text, 'utf8')),
        encodeURIComponent(text),
        encodeURI(text),
        JSON.stringify(text).slice(1, -1),
    ];
}
function inLongerBase64(bytes) {
    return [0, 1, 2]
        .map((offset) => {
        const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    })
        .filter((piece) => piece.length >= SHORTEST_PIECE);
}
function urlSecrets(value) {
    const url = value.trim();
    const [, user = '', password = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^:/?#]*):([^/?#]*)@/i.exec(url) ?? [];
    const [, parameter = ''] = /^[a-z][a-z0-9+.-]*:\/\/.*[?&]password=([^&#]*)/i.exec(url) ?? [];
    const plain = decode(password);
    const credentials = plain === '' ? '' : `${decode(user)}:${plain}`;
    return [password, plain, credentials, parameter, decode(parameter)].filter((text) => text !== '');
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 9558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4515);

class Secret {
    #value;
    constructor(value, kind = 'whole') {
        this.#value = value;
        (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .rememberSecret */ .Gz)(value, kind);
    }
    reveal() {
        return this.#value;
    }
    get isEmpty() {
        return this.#value === '';
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '***';
    }
}


/***/ }),

/***/ 2918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ copyRows)
/* harmony export */ });
const BATCH_BYTES = 64 * 1024;
const MOST_WAITING = 16;
async function* copyRows(session, sql) {
    const batches = new Batches();
    let result;
    const sent = session.send(sql, { onCopyRow: (row, socket) => batches.add(row, socket) }).then((answer) => {
        result = answer;
        batches.end();
    });
    try {
        for (;;) {
            const batch = batches.take();
            if (batch !== undefined)
                yield batch;
            else if (batches.isOver)
                break;
            else
                await batches.more();
        }
        await sent;
        if (result?.ok === false)
            throw result.error;
    }
    finally {
        if (result === undefined)
            session.abandon();
        batches.resume();
        await sent;
    }
}
class Batches {
    #full = [];
    #open = Buffer.allocUnsafe(BATCH_BYTES);
    #used = 0;
    #paused;
    #wake;
    isOver = false;
    add(row, socket) {
        if (this.#used + row.length > BATCH_BYTES)
            this.#close();
        if (row.length > BATCH_BYTES)
            this.#push(Buffer.from(row));
        else
            this.#used += row.copy(this.#open, this.#used);
        if (this.#full.length < MOST_WAITING || this.#paused !== undefined)
            return;
        this.#paused = socket;
        socket.pause();
    }
    end() {
        this.#close();
        this.isOver = true;
        this.#wake?.();
    }
    take() {
        const batch = this.#full.shift();
        if (this.#full.length < MOST_WAITING / 2)
            this.resume();
        return batch;
    }
    more() {
        return new Promise((resolve) => {
            this.#wake = resolve;
            if (this.isOver || this.#full.length > 0)
                resolve();
        });
    }
    resume() {
        this.#paused?.resume();
        this.#paused = undefined;
    }
    #close() {
        if (this.#used === 0)
            return;
        const batch = this.#open.subarray(0, this.#used);
        this.#open = Buffer.allocUnsafe(BATCH_BYTES);
        this.#used = 0;
        this.#push(batch);
    }
    #push(batch) {
        this.#full.push(batch);
        this.#wake?.();
    }
}


/***/ }),

/***/ 2282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Pu: () => (/* binding */ directHostHint),
  Bq: () => (/* binding */ readDatabaseUrl),
  _c: () => (/* binding */ sessionUrl)
});

// UNUSED EXPORTS: isLocal

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/url-parameters.js
const READ = ['host', 'port', 'user', 'password', 'dbname', 'sslmode', 'sslrootcert', 'options', 'pgbouncer'];
const SCHEMAS = ['search_path', 'schema', 'currentSchema'];
const WITHOUT_EFFECT = new Set([
    ...['application_name', 'fallback_application_name', 'connect_timeout', 'gssencmode', 'sslsni', 'sslcompression'],
    ...['keepalives', 'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
    ...['channel_binding', 'uselibpqcompat'],
    ...['connection_limit', 'pool_timeout', 'socket_timeout', 'statement_cache_size', 'pool_max_conns'],
    ...['prepareThreshold', 'supa', 'workaround'],
]);
const HARMLESS = {
    client_encoding: ['utf8', 'utf-8', 'unicode', 'auto'],
    target_session_attrs: ['any', 'read-write', 'primary'],
    load_balance_hosts: ['disable'],
    sslnegotiation: ['postgres'],
    ssl_min_protocol_version: ['tlsv1.2'],
};
const WHY = {
    sslcert: 'client certificates are not supported; use a password',
    sslkey: 'client certificates are not supported; use a password',
    sslpassword: 'client certificates are not supported; use a password',
    ssl: 'write sslmode=verify-full, or sslmode=require',
    sslaccept: 'write sslmode=verify-full, or sslmode=require',
};
function readParameters(query) {
    const problems = [];
    const names = [...new Set(query.keys())];
    for (const name of names) {
        if (query.getAll(name).length > 1)
            problems.push(`database-url: ${name} is given twice; give it once`);
        else if (!isKnown(name, query.get(name) ?? ''))
            problems.push(`database-url: ${refusalOf(name)}`);
    }
    const paths = SCHEMAS.filter((name) => query.has(name));
    if (paths.length > 1)
        problems.push(`database-url: ${paths.join(' and ')} mean the same; give one of them`);
    const [path] = paths;
    const value = path === undefined ? '' : (query.get(path) ?? '').trim();
    if (path !== undefined && value === '')
        problems.push(`database-url: ${path} is empty; name a schema, or remove it`);
    const own = query.get('options') ?? '';
    const searchPath = path === 'schema' ? `"${value.replaceAll('"', '""')}"` : value;
    const options = searchPath === '' ? own : `${own} -c search_path=${escaped(searchPath)}`.trim();
    return { options, problems };
}
function isKnown(name, value) {
    if (READ.includes(name) || WITHOUT_EFFECT.has(name))
        return true;
    return SCHEMAS.includes(name) || HARMLESS[name]?.includes(value.toLowerCase()) === true;
}
function refusalOf(name) {
    const shown = name.slice(0, 40).replace(/[^\w.-]/g, '?');
    if (name.startsWith('x-'))
        return `${shown} is a setting of golang-migrate, which is not supported; remove it`;
    if (HARMLESS[name] !== undefined)
        return `${shown}: expected ${HARMLESS[name].join(', ')}`;
    const todo = WHY[name] ?? `remove it, or, for a setting of the server, write options=-c%20${shown}%3DVALUE`;
    return `the parameter ${shown} is not supported: ${todo}`;
}
function escaped(value) {
    return value.replace(/[\\\s]/g, '\\$&');
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/database-url.js



const SUPABASE_HOST = /(^|\.)(supabase\.(co|com|red|in))$/i;
const DIRECT_HOST = /^db\.([a-z0-9]{20})\.supabase\.(co|red|in)$/i;
function readDatabaseUrl(text) {
    const url = parse(text);
    const query = url.searchParams;
    const host = decodeURIComponent(query.get('host') ?? url.hostname).replace(/^\[|\]$/g, '');
    const user = (query.get('user') ?? decodeURIComponent(url.username)) || 'postgres';
    const asked = readParameters(query);
    const target = {
        host,
        port: Number(query.get('port') ?? (url.port || '5432')),
        database: (query.get('dbname') ?? decodeURIComponent(url.pathname.slice(1))) || user,
        user,
        password: query.get('password') ?? decodeURIComponent(url.password),
        tls: readTls(host, query),
        options: asked.options,
    };
    const problems = [...poolerProblems(target, query), ...tlsProblems(target, query), ...asked.problems];
    if (host === '')
        problems.push('database-url: no host in it');
    if (host.includes(','))
        problems.push('database-url: several hosts; name the one that takes writes');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return target;
}
function parse(text) {
    const hint = 'expected postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters percent-encoded';
    if (!/^postgres(ql)?:\/\//i.test(text.trim()))
        throw new errors/* InputError */.dz(`database-url: not a PostgreSQL URL; ${hint}`);
    let url;
    try {
        url = new URL(text.trim());
        for (const part of [url.username, url.password, url.pathname])
            decodeURIComponent(part);
    }
    catch {
        throw new errors/* InputError */.dz(`database-url: cannot be read; ${hint}`);
    }
    return url;
}
function isLocal(host) {
    if (host.startsWith('/'))
        return true;
    const family = (0,external_node_net_namespaceObject.isIP)(host);
    if (family === 4)
        return host.startsWith('127.');
    if (family === 6)
        return host === '::1';
    return !host.includes('.') || host.endsWith('.localhost');
}
function readTls(host, query) {
    const mode = query.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
    const roots = query.get('sslrootcert') ?? undefined;
    const supabase = SUPABASE_HOST.test(host);
    if (['disable', 'allow', 'prefer'].includes(mode))
        return { mode: 'off' };
    if (mode === 'verify-ca')
        return { mode: 'ca', roots, supabase };
    if (mode === 'require' || mode === 'no-verify') {
        const knowsRoots = mode === 'require' && (roots !== undefined || supabase);
        return { mode: knowsRoots ? 'ca' : 'none', roots, supabase };
    }
    return { mode: 'full', roots: roots === 'system' ? undefined : roots, supabase };
}
function tlsProblems({ host }, query) {
    const mode = query.get('sslmode');
    const known = ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'verify-full'];
    if (mode !== null && !known.includes(mode))
        return [`database-url: sslmode=${mode}: expected ${known.join(', ')}`];
    if (isLocal(host) || mode === null || !['disable', 'allow', 'prefer'].includes(mode))
        return [];
    return [`database-url: sslmode=${mode} would send the password over the network in the clear; use verify-full`];
}
function poolerProblems(target, query) {
    const asked = query.get('pgbouncer') === 'true';
    if (target.port !== 6543 && !asked)
        return [];
    const why = asked ? 'pgbouncer=true' : 'port 6543';
    return [
        `database-url: ${why} is a pooler in transaction mode, on which locks and settings do not hold; use ${sessionUrl(target)}`,
    ];
}
function sessionUrl(target) {
    const [user, database] = [target.user, target.database].map(encodeURIComponent);
    return `postgresql://${user}:[YOUR-PASSWORD]@${target.host}:5432/${database}`;
}
function directHostHint(host) {
    const project = DIRECT_HOST.exec(host)?.[1];
    if (project === undefined)
        return undefined;
    return (`${host} has only an IPv6 address and this machine has no IPv6 (nor have GitHub's runners); use the session ` +
        `pooler: postgresql://postgres.${project}:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:5432/postgres ` +
        '(dashboard: Connect, Session pooler), or the IPv4 add-on');
}


/***/ }),

/***/ 5676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ explainFailedLogin)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2282);
/* harmony import */ var _sql_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6768);



function explainFailedLogin(target, error) {
    if (error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
        return error;
    const code = error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8 ? error.server.code : (error.code ?? '');
    const where = `${target.host}:${target.port}`;
    const say = (message, hint, retryable = false) => new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`database ${where}: ${message}`, {
        service: 'PostgreSQL',
        ...(code === '' ? {} : { code }),
        retryable,
        ...(hint === undefined ? {} : { hint }),
        cause: error,
    });
    if (code === '28P01' || code === '28000')
        return say('the login was refused', 'check user and password in database-url');
    if (code === '3D000')
        return say('no such database', 'check the path of database-url');
    if (code === '53300')
        return say('no connection is free', 'end some, or try again later', true);
    if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CERT_)|ERR_TLS/.test(code)) {
        const todo = 'name its authority with ?sslrootcert=FILE in database-url';
        return say(`its certificate was not accepted (${code})`, todo);
    }
    if (/does not support SSL/.test((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)))
        return say('the server speaks no TLS', 'it must, for any host that is not local');
    const direct = (0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .directHostHint */ .Pu)(target.host);
    if (direct !== undefined &&
        /^(ENETUNREACH|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EADDRNOTAVAIL|EAI_AGAIN)/.test(reason(error))) {
        return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`database-url: ${direct}`, { cause: error });
    }
    return error instanceof _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi && !(error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8) && !(error instanceof _sql_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ConnectionLost */ .pz)
        ? error
        : say('cannot be reached', undefined, true);
}
function reason(error) {
    if (error instanceof AggregateError)
        return reason(error.errors[0]);
    return error.code ?? (/timeout expired/.test((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)) ? 'ETIMEDOUT' : '');
}


/***/ }),

/***/ 7574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ clientConfig),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(6029);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(6498);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/explain.js
var explain = __nccwpck_require__(5676);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __nccwpck_require__(6768);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/message.js

class Message {
    #options;
    #resolve;
    #reject;
    #tags = [];
    #rows = [];
    #hadItsTurn = false;
    #over = false;
    #unreadable;
    callback = () => undefined;
    constructor(options, resolve, reject) {
        this.#options = options;
        this.#resolve = resolve;
        this.#reject = reject;
    }
    submit() {
        this.#hadItsTurn = true;
        this.#options.onTurn();
    }
    handleRowDescription() {
        this.#rows = [];
    }
    handleDataRow(message) {
        if (this.#options.keepRows)
            this.#rows.push(message.fields);
    }
    handleCommandComplete(message) {
        this.#tags.push(message.text);
    }
    handleEmptyQuery() { }
    handlePortalSuspended() { }
    handleCopyData(message, connection) {
        this.#options.onCopyRow?.(message.chunk, connection.stream);
    }
    handleCopyInResponse(connection) {
        const wire = connection;
        if (this.#options.copyData === undefined)
            wire.sendCopyFail('no rows follow this COPY in the file');
        else
            void this.#feed(wire, this.#options.copyData);
    }
    async #feed(wire, data) {
        try {
            for await (const chunk of data) {
                if (this.#over)
                    return;
                wire.sendCopyFromChunk(chunk);
                if (wire.stream.writableNeedDrain)
                    await drained(wire.stream);
            }
            if (!this.#over)
                wire.endCopyFrom();
        }
        catch (error) {
            this.#unreadable = error;
            wire.sendCopyFail('the rows could not be read');
        }
    }
    handleError(error) {
        this.#over = true;
        const isAnswer = error.severity !== undefined && error.code !== undefined;
        this.#reject(this.#unreadable ?? (isAnswer ? new sql_error/* SqlError */.L8(fields(error)) : error), this.#tags, this.#hadItsTurn);
    }
    handleReadyForQuery() {
        this.#over = true;
        this.#resolve({ tags: this.#tags, rows: this.#rows });
    }
}
function fields(error) {
    return {
        code: error.code ?? '',
        message: error.message,
        position: error.position === undefined ? undefined : Number(error.position),
        detail: error.detail ?? '',
        hint: error.hint ?? '',
        where: error.where ?? '',
        constraint: error.constraint ?? '',
        table: error.table ?? '',
        column: error.column ?? '',
    };
}
function drained(stream) {
    return new Promise((resolve) => {
        const over = () => {
            stream.off('drain', over).off('close', over);
            resolve();
        };
        stream.once('drain', over).once('close', over);
    });
}

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/supabase-ca.js
const supabaseRoots = [
    `-----BEGIN CERTIFICATE-----
MIIDxDCCAqygAwIBAgIUbLxMod62P2ktCiAkxnKJwtE9VPYwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTIxMDQyODEwNTY1M1oXDTMxMDQyNjEwNTY1M1ow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqQXW
QyHOB+qR2GJobCq/CBmQ40G0oDmCC3mzVnn8sv4XNeWtE5XcEL0uVih7Jo4Dkx1Q
DmGHBH1zDfgs2qXiLb6xpw/CKQPypZW1JssOTMIfQppNQ87K75Ya0p25Y3ePS2t2
GtvHxNjUV6kjOZjEn2yWEcBdpOVCUYBVFBNMB4YBHkNRDa/+S4uywAoaTWnCJLUi
cvTlHmMw6xSQQn1UfRQHk50DMCEJ7Cy1RxrZJrkXXRP3LqQL2ijJ6F4yMfh+Gyb4
O4XajoVj/+R4GwywKYrrS8PrSNtwxr5StlQO8zIQUSMiq26wM8mgELFlS/32Uclt
NaQ1xBRizkzpZct9DwIDAQABo2AwXjALBgNVHQ8EBAMCAQYwHQYDVR0OBBYEFKjX
uXY32CztkhImng4yJNUtaUYsMB8GA1UdIwQYMBaAFKjXuXY32CztkhImng4yJNUt
aUYsMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAB8spzNn+4VU
tVxbdMaX+39Z50sc7uATmus16jmmHjhIHz+l/9GlJ5KqAMOx26mPZgfzG7oneL2b
VW+WgYUkTT3XEPFWnTp2RJwQao8/tYPXWEJDc0WVQHrpmnWOFKU/d3MqBgBm5y+6
jB81TU/RG2rVerPDWP+1MMcNNy0491CTL5XQZ7JfDJJ9CCmXSdtTl4uUQnSuv/Qx
Cea13BX2ZgJc7Au30vihLhub52De4P/4gonKsNHYdbWjg7OWKwNv/zitGDVDB9Y2
CMTyZKG3XEu5Ghl1LEnI3QmEKsqaCLv12BnVjbkSeZsMnevJPs1Ye6TjjJwdik5P
o/bKiIz+Fq8=
-----END CERTIFICATE-----
`,
    `-----BEGIN CERTIFICATE-----
MIIDxzCCAq+gAwIBAgIUeX+gpfmsRW9asFkRvjyXjHxbfgcwDQYJKoZIhvcNAQEL
BQAwazELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5l
dyBDYXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJh
c2UgUm9vdCAyMDIxIENBMB4XDTI1MDkwMzA4MDEyNVoXDTM1MDkwMTA4MDEyNVow
azELMAkGA1UEBhMCVVMxEDAOBgNVBAgMB0RlbHdhcmUxEzARBgNVBAcMCk5ldyBD
YXN0bGUxFTATBgNVBAoMDFN1cGFiYXNlIEluYzEeMBwGA1UEAwwVU3VwYWJhc2Ug
Um9vdCAyMDIxIENBMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5Ve7
i9UAmc7luUilELPtqzEk8nGHxg7nY0aCStr625M7+K4OPO6RUllTsHh47k1jWyzm
LXLlyYwCsYCjQp+3vn06H+F/HRUxBt6CK2B7bNng230exTunk0xFvfkX6YgHR7B3
1B7L25Rq3PhuRFPV4hnGYRam2XBZC4UNPqoAgrhV0HOYzXXAVoTr2yaBTMnB331Z
RwOmINh7eqTCk/JRZbb6vfZOhZRAVAe9AoRLoG8aKwmeoLGwlu0UuFx6z3E+6bmA
fSNa8Lx02GEoCdPLw9IRKUFq/SgBpQUKm44H1fDwTjH2CMM0N4p0mL/6wXnNeHvt
C40MmKZ0RcVmHE5wBwIDAQABo2MwYTAdBgNVHQ4EFgQUjvEE541toZcwtXQlZlcB
YOBRTnowHwYDVR0jBBgwFoAUjvEE541toZcwtXQlZlcBYOBRTnowDwYDVR0TAQH/
BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAYYwDQYJKoZIhvcNAQELBQADggEBACD5IcGP
XKvS9qg0CgEQPFqYavt5c7P+0xxFgiZe+xoG8fUw58yNeK2APtgGPRpxEOGfAlNx
z9HDt4gcyHEE00B3qAVDm49pqNxioFWzNqU2LGfM/HL1QmN6urR7hCOkVCJddvOc
FhFX4nZDuRfaBboDvS5HlK3Pzxddp9hvrJi2bemr8HLqYc3HzmVckgPGSLML6t+h
4LRCXSlQsDgQ1LZ4KHsl4cq7K51N6FOXQBLB5q4lMKhs0VUhCT8Pdsj12+84laCV
c22q6p2mdT9SaernCSRnWazXWisgpjv3H7Ex4S1DCYjJIwn3PUToGFv1r8YRN2/S
O19yVSxxCIf64Sg=
-----END CERTIFICATE-----
`,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/connection/session.js







const CONNECT_WITHIN_MS = 20_000;
const CLOSE_WITHIN_MS = 2_000;
const KEEP_ALIVE_MS = 10_000;
const OLDEST = 130_000;
async function openSession(target, options) {
    if (options.signal?.aborted)
        throw new errors/* CancelledError */.cc('cancelled before connecting to the database');
    const { default: pg } = await __nccwpck_require__.e(/* import() */ 945).then(__nccwpck_require__.bind(__nccwpck_require__, 4945));
    const withinMs = options.withinMs ?? CONNECT_WITHIN_MS;
    const client = new pg.Client(await clientConfig(target, options.applicationName, withinMs));
    const session = new PgSession(client, options.log);
    const timer = setTimeout(() => session.abandon(), withinMs);
    try {
        await client.connect();
        await session.greet();
    }
    catch (error) {
        await session.close();
        throw (0,explain/* explainFailedLogin */.A)(target, error);
    }
    finally {
        clearTimeout(timer);
    }
    return session;
}
async function clientConfig(target, applicationName, withinMs) {
    return {
        host: target.host,
        port: target.port,
        database: target.database,
        user: target.user,
        password: target.password,
        ...(target.options === '' ? {} : { options: target.options }),
        application_name: applicationName,
        connectionTimeoutMillis: withinMs,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
        ssl: await tlsOptions(target),
    };
}
async function tlsOptions({ tls, host }) {
    if (tls.mode === 'off')
        return false;
    if (tls.mode === 'none')
        return { rejectUnauthorized: false };
    const own = tls.roots === undefined ? undefined : readRoots(tls.roots);
    const ca = own ?? (tls.supabase ? [...(await systemRoots()), ...supabaseRoots] : undefined);
    return {
        host,
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca: [...ca] }),
        ...(tls.mode === 'ca' ? { checkServerIdentity: () => undefined } : {}),
    };
}
async function systemRoots() {
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1692, 19));
    return rootCertificates;
}
function readRoots(path) {
    try {
        return [(0,external_node_fs_.readFileSync)(path, 'utf8')];
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`database-url: sslrootcert ${path} cannot be read`, { cause });
    }
}
class PgSession {
    #client;
    #about = '';
    #waiting = [];
    #handedOver = false;
    pid = 0;
    version = 0;
    noticesClientLoss = false;
    lost = false;
    constructor(client, log) {
        this.#client = client;
        client.on('error', () => {
            this.lost = true;
        });
        client.on('end', () => {
            this.lost = true;
        });
        client.on('notice', (notice) => {
            if (notice.code === '25P01')
                return;
            const text = notice.message ?? '';
            if (notice.severity === 'WARNING')
                log.info(`${this.#about}the server warns: ${text}`);
            else
                log.debug(`${this.#about}${notice.severity ?? 'NOTICE'}: ${text}`);
        });
    }
    async greet() {
        const [row] = await this.rows(`select pg_backend_pid(), current_setting('server_version_num'), pg_is_in_recovery(),
              current_setting('transaction_read_only'), current_setting('standard_conforming_strings'), session_user`);
        this.pid = Number(row?.[0]);
        this.version = Number(row?.[1]);
        if (row?.[2] === 't')
            throw new errors/* InputError */.dz('database-url: this server is a read replica; name the primary');
        if (row?.[3] === 'on')
            throw readOnly();
        if (row?.[4] === 'off')
            throw otherStrings(row[5] ?? '');
        if (this.version < OLDEST) {
            throw new errors/* InputError */.dz(`database-url: PostgreSQL ${Math.floor(this.version / 10_000)} is too old; 13 is the oldest`);
        }
        this.noticesClientLoss = (await this.send("set client_connection_check_interval = '2s'")).ok;
    }
    get announcedPid() {
        return this.#client.processID;
    }
    send(sql, options = {}) {
        const [sent] = this.sendAll([{ sql, options }]);
        return sent;
    }
    sendAll(messages) {
        const wire = this.#client.connection;
        if (!this.lost) {
            wire.stream.cork();
            for (const { sql } of messages)
                wire.query(sql);
            wire.stream.uncork();
        }
        const results = messages.map(({ options }) => this.#enqueue(options));
        this.#pump();
        return results;
    }
    #enqueue(options) {
        return new Promise((resolve, reject) => {
            const fail = (error, tags, hadItsTurn) => {
                if (!hadItsTurn)
                    this.#handOn();
                if (error instanceof sql_error/* SqlError */.L8 && !(0,sql_error/* endsConnection */.B5)(error.server.code))
                    resolve({ ok: false, error, tags });
                else if (error instanceof sql_error/* SqlError */.L8 || this.lost || isSocketError(error)) {
                    this.lost = true;
                    resolve({ ok: false, error: new sql_error/* ConnectionLost */.pz(error), tags });
                }
                else
                    reject(error);
            };
            const done = (reply) => resolve({ ok: true, reply, status: this.status() });
            const onTurn = () => {
                this.#about = options.about === undefined ? '' : `${options.about}: `;
                this.#handOn();
            };
            this.#waiting.push(new Message({ ...options, onTurn }, done, fail));
        });
    }
    #pump() {
        if (this.#handedOver)
            return;
        const next = this.#waiting.shift();
        if (next === undefined)
            return;
        this.#handedOver = true;
        this.#client.query(next);
    }
    #handOn() {
        this.#handedOver = false;
        this.#pump();
    }
    async rows(sql) {
        const result = await this.send(sql, { keepRows: true });
        if (!result.ok)
            throw result.error;
        return result.reply.rows;
    }
    status() {
        return this.#client.getTransactionStatus();
    }
    abandon() {
        this.lost = true;
        this.#client.connection.stream.destroy();
    }
    async close() {
        const timer = setTimeout(() => this.abandon(), CLOSE_WITHIN_MS);
        await this.#client.end().catch(() => undefined);
        clearTimeout(timer);
    }
}
function readOnly() {
    return new errors/* RemoteError */.Hi('the database is read-only', {
        service: 'PostgreSQL',
        code: '25006',
        retryable: false,
        hint: 'its disk may be full (Supabase switches to read-only then), or default_transaction_read_only is set for this role',
    });
}
function otherStrings(role) {
    return new errors/* InputError */.dz('database-url: a backslash escapes in the strings of this role or database (standard_conforming_strings is off), so ' +
        `files would mean something else here; run "alter role ${(0,quote/* identifier */.Cv)(role)} set standard_conforming_strings = on" ` +
        'and, in files that need it, "set standard_conforming_strings = off"');
}
function isSocketError(error) {
    if (!(error instanceof Error))
        return false;
    const code = error.code ?? '';
    return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}


/***/ }),

/***/ 6768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ endsConnection),
/* harmony export */   L8: () => (/* binding */ SqlError),
/* harmony export */   pz: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6029);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7423);

class SqlError extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    server;
    constructor(server) {
        super(safeMessage(server), {
            service: 'PostgreSQL',
            code: server.code,
            retryable: /^(40|55P03|53)/.test(server.code),
            ...(safeHint(server) === undefined ? {} : { hint: safeHint(server) ?? '' }),
        });
        this.server = server;
    }
}
class ConnectionLost extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi {
    constructor(cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        super(`the connection to the database was lost: ${words}`, { service: 'PostgreSQL', retryable: true, cause });
    }
}
function endsConnection(code) {
    return /^(08|57P0[1-5]|25P03|25P04)/.test(code);
}
function safeMessage(server) {
    return server.code.startsWith('22') ? server.message.replace(/"[^"]*"(?=$|[^\w])/g, '"…"') : server.message;
}
function safeHint(server) {
    const detail = /^(2B|42|55|57|0A)/.test(server.code) ? server.detail : '';
    const text = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)([detail, server.hint].filter((part) => part !== '').join(' '), '; ');
    return text === '' ? undefined : text;
}


/***/ }),

/***/ 6498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ identifier),
/* harmony export */   TS: () => (/* binding */ textArray),
/* harmony export */   eu: () => (/* binding */ literal)
/* harmony export */ });
/* unused harmony export optional */
function literal(text) {
    const quoted = text.replaceAll("'", "''");
    return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}
function optional(text) {
    return text === undefined || text === '' ? 'null' : literal(text);
}
function identifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function textArray(texts) {
    return `array[${texts.map(literal).join(',')}]::text[]`;
}


/***/ }),

/***/ 1476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _e: () => (/* binding */ compareSchemas),
  G7: () => (/* binding */ readSchema),
  zT: () => (/* binding */ readSchemaWithin)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __nccwpck_require__(6498);
;// CONCATENATED MODULE: ./packages/postgres/lib/schema/catalog-words.js

function catalogTables(without) {
    return `with members as materialized (select x.classid, x.objid from pg_depend x where x.deptype = 'e'),
  visible_schemas as materialized (select v.oid from pg_namespace v where v.nspname !~ '^pg_(toast_)?temp'
     and v.nspname not in ('pg_catalog', 'pg_toast', 'information_schema') and v.nspname <> all (${(0,quote/* textArray */.TS)(without)})
     and not exists (select from members x where x.classid = 'pg_namespace'::regclass and x.objid = v.oid)) `;
}
const CATALOG_FUNCTIONS = `
create or replace function pg_temp.acl_list(acl aclitem[]) returns text language sql stable as
  $$ select string_agg(grants, ' ' order by grants) from (
       select case when e.grantee = 0 then 'public' else pg_get_userbyid(e.grantee) end || '=' ||
              string_agg(e.privilege_type || case when e.is_grantable then '*' else '' end, ',' order by e.privilege_type)
         from aclexplode(acl) e group by e.grantee) as g (grants) $$;
-- What differs from the grants that such an object has by default: they are written down as soon as one is granted, and
-- stay written when it is revoked.
create or replace function pg_temp.acl_words(acl aclitem[], kind text, owner oid) returns text language sql stable as
  $$ select coalesce(' grants ' || pg_temp.acl_list(nullif(array(select makeaclitem(e.grantee, owner, e.privilege_type, e.is_grantable)
          from (select grantee, privilege_type, is_grantable from aclexplode(acl)
                except select grantee, privilege_type, is_grantable from aclexplode(acldefault(kind::"char", owner))) e), '{}')), '')
       || coalesce(' revoked ' || pg_temp.acl_list(nullif(array(select makeaclitem(e.grantee, owner, e.privilege_type, e.is_grantable)
          from (select grantee, privilege_type, is_grantable from aclexplode(acldefault(kind::"char", owner))
                except select grantee, privilege_type, is_grantable from aclexplode(acl)) e), '{}')), '') $$;
create or replace function pg_temp.setting_words(setting text) returns text language sql stable as
  $$ select 'setting ' || split_part(setting, '=', 1) || ' #' || left(md5(setting), 8) $$;
`;
function visibleSchema(schema) {
    return `${schema} in (select oid from visible_schemas)`;
}
function ofExtension(object, catalog) {
    return `${object} in (select x.objid from members x where x.classid = '${catalog}'::regclass)`;
}
function visible(object, catalog, schema) {
    return `${visibleSchema(schema)} and not ${ofExtension(object, catalog)}`;
}
function rights(acl, kind, owner) {
    return `case when ${acl} is null then '' else pg_temp.acl_words(${acl}, ${kind}, ${owner}) end`;
}
function comment(object, catalog) {
    return `coalesce((select ' comment ' || quote_literal(said.description) from pg_description said where said.objoid = ${object} and said.classoid = '${catalog}'::regclass and said.objsubid = 0), '')`;
}
function relationName(alias) {
    return `case ${alias}.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table '
            when 'S' then 'sequence ' when 'c' then 'composite type ' else 'table ' end || ${alias}.oid::regclass`;
}
function options(list) {
    return `nullif(array(select o from unnest(${list}) o where o !~ '^pg_'), '{}')::text`;
}

;// CONCATENATED MODULE: ./packages/postgres/lib/schema/catalog-objects.js

const OBJECTS = [
    `select 'extension ' || quote_ident(e.extname), 0, 'version ' || e.extversion || ' schema ' || e.extnamespace::regnamespace || ${comment('e.oid', 'pg_extension')}
     from pg_extension e`,
    `select 'event trigger ' || quote_ident(t.evtname), 0, format('on %s tags %s execute %s enabled %s owner %s', t.evtevent, t.evttags, t.evtfoid::regproc, t.evtenabled,
        pg_get_userbyid(t.evtowner)) || ${comment('t.oid', 'pg_event_trigger')}
     from pg_event_trigger t where not ${ofExtension('t.oid', 'pg_event_trigger')}`,
    `select 'operator ' || o.oid::regoperator, 0, concat_ws(' ', nullif(o.oprcode, 0)::regproc, 'commutator ' || nullif(o.oprcom, 0)::regoperator, 'negator ' || nullif(o.oprnegate, 0)::regoperator,
        'restrict ' || nullif(o.oprrest, 0)::regproc, 'join ' || nullif(o.oprjoin, 0)::regproc, case when o.oprcanmerge then 'merges' end, case when o.oprcanhash then 'hashes' end,
        'owner ' || pg_get_userbyid(o.oprowner)) || ${comment('o.oid', 'pg_operator')}
     from pg_operator o where ${visible('o.oid', 'pg_operator', 'o.oprnamespace')}`,
    `select 'cast ' || format_type(k.castsource, null) || ' as ' || format_type(k.casttarget, null), 0,
        format('%s %s %s', k.castcontext, k.castmethod, nullif(k.castfunc, 0)::regprocedure) || ${comment('k.oid', 'pg_cast')}
     from pg_cast k where k.oid >= 16384 and not ${ofExtension('k.oid', 'pg_cast')}`,
    `select 'operator class ' || c.opcnamespace::regnamespace || '.' || quote_ident(c.opcname) || ' using ' || m.amname, 0, concat_ws(' ', 'for', c.opcintype::regtype,
        case when c.opcdefault then 'default' end, 'storage ' || nullif(c.opckeytype, 0)::regtype, 'family', f.opfname, 'owner', pg_get_userbyid(c.opcowner)) || ${comment('c.oid', 'pg_opclass')}
     from pg_opclass c join pg_am m on m.oid = c.opcmethod join pg_opfamily f on f.oid = c.opcfamily where ${visible('c.oid', 'pg_opclass', 'c.opcnamespace')}`,
    `select 'operator family ' || f.opfnamespace::regnamespace || '.' || quote_ident(f.opfname) || ' using ' || m.amname, nth, line
     from pg_opfamily f join pg_am m on m.oid = f.opfmethod
       cross join lateral (select 0 as nth, 'owner ' || pg_get_userbyid(f.opfowner) || ${comment('f.oid', 'pg_opfamily')} as line
         union all select 1, format('operator %s %s %s', o.amopstrategy, o.amopopr::regoperator, o.amoppurpose) from pg_amop o where o.amopfamily = f.oid
         union all select 2, format('function %s %s for %s, %s', p.amprocnum, p.amproc::regprocedure, p.amproclefttype::regtype, p.amprocrighttype::regtype)
                     from pg_amproc p where p.amprocfamily = f.oid) as lines
    where ${visible('f.oid', 'pg_opfamily', 'f.opfnamespace')}`,
    `select 'access method ' || quote_ident(m.amname), 0, format('%s %s', m.amtype, m.amhandler::regproc) || ${comment('m.oid', 'pg_am')}
     from pg_am m where m.oid >= 16384 and not ${ofExtension('m.oid', 'pg_am')}`,
    `select 'language ' || quote_ident(l.lanname), 0, concat_ws(' ', case when l.lanpltrusted then 'trusted' end, 'handler ' || nullif(l.lanplcallfoid, 0)::regproc, 'owner', pg_get_userbyid(l.lanowner))
        || ${rights('l.lanacl', `'l'`, 'l.lanowner')} || ${comment('l.oid', 'pg_language')} from pg_language l`,
    `select 'transform for ' || t.trftype::regtype || ' language ' || l.lanname, 0, format('from %s to %s', nullif(t.trffromsql, 0)::regprocedure, nullif(t.trftosql, 0)::regprocedure)
     from pg_transform t join pg_language l on l.oid = t.trflang where not ${ofExtension('t.oid', 'pg_transform')}`,
    `select 'collation ' || c.oid::regcollation, 0, concat_ws(' ', 'provider', c.collprovider, c.collcollate, c.collctype,
        coalesce(to_jsonb(c)->>'colllocale', to_jsonb(c)->>'colliculocale'), 'rules ' || (to_jsonb(c)->>'collicurules'), case when not c.collisdeterministic then 'not deterministic' end,
        'owner', pg_get_userbyid(c.collowner)) || ${comment('c.oid', 'pg_collation')}
     from pg_collation c where ${visible('c.oid', 'pg_collation', 'c.collnamespace')}`,
    `select 'conversion ' || c.connamespace::regnamespace || '.' || quote_ident(c.conname), 0, concat_ws(' ', pg_encoding_to_char(c.conforencoding), 'to', pg_encoding_to_char(c.contoencoding),
        c.conproc::regproc, case when c.condefault then 'default' end, 'owner', pg_get_userbyid(c.conowner)) || ${comment('c.oid', 'pg_conversion')}
     from pg_conversion c where ${visible('c.oid', 'pg_conversion', 'c.connamespace')}`,
    `select 'text search configuration ' || c.oid::regconfig, nth, line
     from pg_ts_config c cross join lateral (select 0 as nth, format('parser %s owner %s', p.prsname, pg_get_userbyid(c.cfgowner)) || ${comment('c.oid', 'pg_ts_config')} as line
           from pg_ts_parser p where p.oid = c.cfgparser
         union all select 1 + m.mapseqno, format('%s with %s', (select k.alias from ts_token_type(c.cfgparser) k where k.tokid = m.maptokentype), m.mapdict::regdictionary)
           from pg_ts_config_map m where m.mapcfg = c.oid) as lines
    where ${visible('c.oid', 'pg_ts_config', 'c.cfgnamespace')}`,
    `select 'text search dictionary ' || d.oid::regdictionary, 0, concat_ws(' ', 'template', t.tmplname, 'options ' || d.dictinitoption, 'owner', pg_get_userbyid(d.dictowner))
        || ${comment('d.oid', 'pg_ts_dict')}
     from pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate where ${visible('d.oid', 'pg_ts_dict', 'd.dictnamespace')}`,
    `select 'text search parser ' || p.prsnamespace::regnamespace || '.' || quote_ident(p.prsname), 0, format('%s %s %s %s %s', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype)
     from pg_ts_parser p where ${visible('p.oid', 'pg_ts_parser', 'p.prsnamespace')}`,
    `select 'text search template ' || t.tmplnamespace::regnamespace || '.' || quote_ident(t.tmplname), 0, format('%s %s', t.tmplinit, t.tmpllexize)
     from pg_ts_template t where ${visible('t.oid', 'pg_ts_template', 't.tmplnamespace')}`,
    `select 'foreign-data wrapper ' || quote_ident(w.fdwname), 0, concat_ws(' ', 'handler ' || nullif(w.fdwhandler, 0)::regproc, 'validator ' || nullif(w.fdwvalidator, 0)::regproc,
        'options ' || w.fdwoptions::text, 'owner', pg_get_userbyid(w.fdwowner)) || ${rights('w.fdwacl', `'F'`, 'w.fdwowner')} || ${comment('w.oid', 'pg_foreign_data_wrapper')}
     from pg_foreign_data_wrapper w`,
    `select 'server ' || quote_ident(s.srvname), 0, concat_ws(' ', 'wrapper', w.fdwname, 'type ' || s.srvtype, 'version ' || s.srvversion, 'options ' || s.srvoptions::text,
        'owner', pg_get_userbyid(s.srvowner)) || ${rights('s.srvacl', `'S'`, 's.srvowner')} || ${comment('s.oid', 'pg_foreign_server')}
     from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw`,
    `select 'user mapping of ' || quote_ident(m.usename) || ' at ' || quote_ident(m.srvname), 0, concat_ws(' ', 'is there', 'options #' || left(md5(m.umoptions::text), 8)) from pg_user_mappings m`,
    `select 'publication ' || quote_ident(p.pubname), 0, format('all %s insert %s update %s delete %s truncate %s root %s owner %s', p.puballtables, p.pubinsert,
        p.pubupdate, p.pubdelete, p.pubtruncate, p.pubviaroot, pg_get_userbyid(p.pubowner)) || ${comment('p.oid', 'pg_publication')} from pg_publication p`,
    `select 'publication ' || quote_ident(t.pubname), 1, 'table ' || quote_ident(t.schemaname) || '.' || quote_ident(t.tablename)
        || coalesce(' columns ' || (to_jsonb(t)->>'attnames'), '') || coalesce(' where ' || (to_jsonb(t)->>'rowfilter'), '') from pg_publication_tables t`,
    `select 'subscription ' || quote_ident(s.subname), 0, format('enabled %s slot %s publications %s owner %s', s.subenabled, s.subslotname, s.subpublications, pg_get_userbyid(s.subowner))
     from pg_subscription s join pg_database d on d.oid = s.subdbid where d.datname = current_database()`,
    `select 'default privileges of ' || pg_get_userbyid(d.defaclrole) || coalesce(' in ' || nullif(d.defaclnamespace, 0)::regnamespace, ''), 0,
        'for ' || d.defaclobjtype::text || coalesce(' grants ' || pg_temp.acl_list(d.defaclacl), '') from pg_default_acl d`,
    `select l.objtype || ' ' || l.objname, 9500, 'security label ' || l.provider || ' ' || quote_literal(l.label) from pg_seclabels l`,
    `select 'role ' || quote_ident(r.rolname), nth, line
     from pg_roles r cross join lateral (select 0 as nth, concat_ws(' ', case when r.rolsuper then 'superuser' end, case when not r.rolinherit then 'noinherit' end,
           case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end, case when r.rolcanlogin then 'login' end,
           case when r.rolreplication then 'replication' end, case when r.rolbypassrls then 'bypassrls' end, 'connections ' || r.rolconnlimit) as line
         union all select distinct 1, 'in ' || quote_ident(pg_get_userbyid(m.roleid)) || case when m.admin_option then ' with admin' else '' end from pg_auth_members m where m.member = r.oid
         union all select 2, pg_temp.setting_words(setting) from pg_db_role_setting s, unnest(s.setconfig) setting
                    where s.setrole = r.oid and s.setdatabase in (0, (select d.oid from pg_database d where d.datname = current_database()))) as lines
    where r.rolname !~ '^pg_'`,
    `select 'the database', nth, line
     from pg_database d cross join lateral (select 0 as nth, 'owner ' || pg_get_userbyid(d.datdba) || ${rights('d.datacl', `'d'`, 'd.datdba')}
           || coalesce(' comment ' || quote_literal(shobj_description(d.oid, 'pg_database')), '') as line
         union all select 1, pg_temp.setting_words(setting) from pg_db_role_setting s, unnest(s.setconfig) setting where s.setrole = 0 and s.setdatabase = d.oid) as lines
    where d.datname = current_database()`,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/schema/catalog.js


const CATALOG = [
    `select 'schema ' || quote_ident(n.nspname), 0, 'owner ' || pg_get_userbyid(n.nspowner) || ${rights('n.nspacl', `'n'`, 'n.nspowner')} || ${comment('n.oid', 'pg_namespace')}
     from pg_namespace n where ${visibleSchema('n.oid')}`,
    `select ${relationName('c')}, 0, concat_ws(' ', 'owner', pg_get_userbyid(c.relowner),
        case c.relpersistence when 'u' then 'unlogged' end,
        case when c.relrowsecurity then 'row-security' end, case when c.relforcerowsecurity then 'forced' end,
        'options ' || ${options('c.reloptions')}, 'toast-options ' || (select ${options('x.reloptions')} from pg_class x where x.oid = c.reltoastrelid),
        case when not c.relispopulated then 'not populated' end,
        'access-method ' || (select amname from pg_am where oid = c.relam and c.relkind in ('r', 'm', 'p')),
        'tablespace ' || (select spcname from pg_tablespace where oid = c.reltablespace),
        case when c.relreplident <> 'd' and c.relkind in ('r', 'p') then 'replica-identity ' || c.relreplident::text end,
        'partition-by ' || pg_get_partkeydef(c.oid), 'partition ' || pg_get_expr(c.relpartbound, c.oid),
        'of-type ' || nullif(c.reloftype, 0)::regtype::text) || ${rights('c.relacl', `case c.relkind when 'S' then 's' else 'r' end`, 'c.relowner')} || ${comment('c.oid', 'pg_class')}
        || coalesce((select ${rights('t.typacl', `'T'`, 't.typowner')} || ${comment('t.oid', 'pg_type')} from pg_type t where c.relkind = 'c' and t.oid = c.reltype), '')
     from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 1, 'inherits ' || i.inhseqno || ' ' || i.inhparent::regclass
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind in ('r', 'p', 'f') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 100 + row_number() over (partition by c.oid order by a.attnum), concat_ws(' ',
        'column', row_number() over (partition by c.oid order by a.attnum), quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
        case when a.attnotnull then 'not null' end,
        case when a.attgenerated <> '' then 'generated ' || a.attgenerated::text || ' ' else 'default ' end || pg_get_expr(d.adbin, d.adrelid),
        case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
        case when a.attstorage <> t.typstorage then 'storage ' || a.attstorage::text end,
        nullif('compression ' || coalesce(to_jsonb(a)->>'attcompression', ''), 'compression '),
        case when coalesce(a.attstattarget, -1) <> -1 then 'statistics ' || a.attstattarget end,
        'options ' || ${options('a.attoptions')}, 'options ' || a.attfdwoptions::text) || ${rights('a.attacl', `'c'`, 'c.relowner')} ||
        coalesce((select ' comment ' || quote_literal(said.description) from pg_description said where said.objoid = c.oid and said.classoid = 'pg_class'::regclass and said.objsubid = a.attnum), '')
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 9000, 'as ' || pg_get_viewdef(c.oid)
     from pg_class c where c.relkind in ('v', 'm') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 9000, 'server ' || s.srvname || coalesce(' options ' || f.ftoptions::text, '')
     from pg_foreign_table f join pg_class c on c.oid = f.ftrelid join pg_foreign_server s on s.oid = f.ftserver
    where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select ${relationName('c')}, 9000, format('as %s start %s increment %s min %s max %s cache %s cycle %s', s.seqtypid::regtype,
        s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle) ||
        coalesce((select ' owned by ' || d.refobjid::regclass || '.' || a.attname from pg_depend d
                    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                   where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype in ('a', 'i') and d.refobjsubid > 0), '')
     from pg_sequence s join pg_class c on c.oid = s.seqrelid where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'constraint ' || quote_ident(o.conname) || ' on ' || coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text), 0,
        pg_get_constraintdef(o.oid) || case when o.convalidated then '' else ' (not validated)' end || ${comment('o.oid', 'pg_constraint')}
     from pg_constraint o where o.contype <> 'n' and ${visibleSchema('o.connamespace')} and not (${ofExtension('o.conrelid', 'pg_class')})
       and not (${ofExtension('o.contypid', 'pg_type')})`,
    `select 'index ' || i.indexrelid::regclass, 0, pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' (invalid)' end
        || case when i.indisclustered then ' (clustered)' else '' end || case when i.indisreplident then ' (replica identity)' else '' end
        || coalesce(' options ' || ${options('c.reloptions')}, '')
        || coalesce((select ' statistics ' || string_agg(a.attnum || ':' || a.attstattarget, ' ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0), '')
        || ${comment('c.oid', 'pg_class')}
     from pg_index i join pg_class c on c.oid = i.indexrelid where ${visible('i.indrelid', 'pg_class', 'c.relnamespace')}`,
    `select 'trigger ' || quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass, 0, pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
        || ${comment('t.oid', 'pg_trigger')}
     from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass, 0, concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end,
        'for ' || p.polcmd::text, 'to ' || (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end, ', ' order by 1) from unnest(p.polroles) r),
        'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid)) || ${comment('p.oid', 'pg_policy')}
     from pg_policy p join pg_class c on c.oid = p.polrelid where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'rule ' || quote_ident(r.rulename) || ' on ' || r.ev_class::regclass, 0, pg_get_ruledef(r.oid) || ' enabled ' || r.ev_enabled::text || ${comment('r.oid', 'pg_rewrite')}
     from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
    `select 'statistics ' || s.stxnamespace::regnamespace || '.' || quote_ident(s.stxname), 0, concat_ws(' ', pg_get_statisticsobjdef(s.oid), 'owner', pg_get_userbyid(s.stxowner),
        case when s.stxstattarget >= 0 then 'target ' || s.stxstattarget end) || ${comment('s.oid', 'pg_statistic_ext')} from pg_statistic_ext s where ${visibleSchema('s.stxnamespace')}`,
    `select case p.prokind when 'p' then 'procedure ' else 'function ' end || p.oid::regprocedure, 0,
        pg_get_functiondef(p.oid) || ' owner ' || pg_get_userbyid(p.proowner) || ${rights('p.proacl', `'f'`, 'p.proowner')} || ${comment('p.oid', 'pg_proc')}
     from pg_proc p where p.prokind <> 'a' and ${visible('p.oid', 'pg_proc', 'p.pronamespace')}`,
    `select 'aggregate ' || p.oid::regprocedure, 0, format('%s state %s final %s initial %s combine %s moving %s kind %s sort %s volatile %s parallel %s', a.aggtransfn::regproc,
        format_type(a.aggtranstype, null), nullif(a.aggfinalfn, 0)::regproc, a.agginitval, nullif(a.aggcombinefn, 0)::regproc, nullif(a.aggmtransfn, 0)::regproc, a.aggkind,
        nullif(a.aggsortop, 0)::regoperator, p.provolatile, p.proparallel) || ' owner ' || pg_get_userbyid(p.proowner) || ${rights('p.proacl', `'f'`, 'p.proowner')} || ${comment('p.oid', 'pg_proc')}
     from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid where ${visible('p.oid', 'pg_proc', 'p.pronamespace')}`,
    `select 'type ' || t.oid::regtype, 0, 'owner ' || pg_get_userbyid(t.typowner) || ${rights('t.typacl', `'T'`, 't.typowner')} || ${comment('t.oid', 'pg_type')}
     from pg_type t where t.typtype in ('e', 'd', 'r') and ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    `select 'type ' || t.oid::regtype, row_number() over (partition by t.oid order by e.enumsortorder),
        'label ' || row_number() over (partition by t.oid order by e.enumsortorder) || ' ' || quote_literal(e.enumlabel)
     from pg_enum e join pg_type t on t.oid = e.enumtypid where ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    `select 'type ' || t.oid::regtype, 1, concat_ws(' ', 'domain over', format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end,
        'default ' || t.typdefault) from pg_type t where t.typtype = 'd' and ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    `select 'type ' || t.oid::regtype, 1, concat_ws(' ', 'range over', r.rngsubtype::regtype, 'collate ' || nullif(r.rngcollation, 0)::regcollation,
        'difference ' || nullif(r.rngsubdiff, 0)::regproc, 'canonical ' || nullif(r.rngcanonical, 0)::regproc) from pg_range r join pg_type t on t.oid = r.rngtypid
    where ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
    ...OBJECTS,
];

;// CONCATENATED MODULE: ./packages/postgres/lib/schema/describe-schema.js


const PREPARE = `set local search_path = ''; set local jit = off; ${CATALOG_FUNCTIONS}`;
async function readSchema(session, without = []) {
    await session.rows(`begin; ${PREPARE}`);
    try {
        return await read(session, without);
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function readSchemaWithin(session, without = []) {
    await session.rows(PREPARE);
    return read(session, without);
}
async function read(session, without) {
    const rows = await session.rows(catalogTables(without) + CATALOG.join(' union all '));
    const found = rows.map(([object, nth, line]) => ({ object: object ?? '', nth: Number(nth), line: line ?? '' }));
    found.sort((a, b) => order(a.object, b.object) || a.nth - b.nth || order(a.line, b.line));
    const schema = new Map();
    for (const { object, line } of found) {
        const lines = schema.get(object);
        if (lines === undefined)
            schema.set(object, line.split('\n'));
        else
            lines.push(...line.split('\n'));
    }
    return schema;
}
function order(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareSchemas(before, after) {
    const objects = [...new Set([...before.keys(), ...after.keys()])].sort(order);
    return objects.flatMap((object) => {
        const old = before.get(object);
        const now = after.get(object);
        if (old === undefined)
            return [{ object, kind: 'extra', lines: (now ?? []).map((line) => `+ ${line}`) }];
        if (now === undefined)
            return [{ object, kind: 'missing', lines: old.map((line) => `- ${line}`) }];
        const lines = [
            ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
            ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
        ];
        const same = old.length === now.length && old.every((line, i) => line === now[i]);
        return same ? [] : [{ object, kind: 'changed', lines: lines.length > 0 ? lines : ['the order of its lines'] }];
    });
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return ({"35":"file-source.chunk.js","364":"verify-files.chunk.js","380":"copy-files.chunk.js","589":"file-source+s3.common.chunk.js","650":"write-files.chunk.js","658":"project-restore-project.chunk.js","694":"engine.chunk.js","747":"age-encryption.chunk.js","939":"s3.chunk.js","945":"../shared/pg.chunk.js","974":"file-list.chunk.js"})[chunkId];
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(7834);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
