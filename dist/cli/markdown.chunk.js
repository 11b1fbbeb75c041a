export const id = 3245;
export const ids = [3245];
export const modules = {

/***/ 995893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readMarkdown: () => (/* binding */ readMarkdown)
});

// EXTERNAL MODULE: ./packages/base/lib/fields.js
var fields = __webpack_require__(1015169);
// EXTERNAL MODULE: ./node_modules/.pnpm/mdast-util-from-markdown@2.1.0_supports-color@8.1.1/node_modules/mdast-util-from-markdown/lib/index.js + 51 modules
var lib = __webpack_require__(528755);
// EXTERNAL MODULE: ./node_modules/.pnpm/mdast-util-gfm-table@2.0.1_supports-color@8.1.1/node_modules/mdast-util-gfm-table/lib/index.js + 1 modules
var mdast_util_gfm_table_lib = __webpack_require__(248893);
// EXTERNAL MODULE: ./node_modules/.pnpm/micromark-extension-gfm-table@2.1.2/node_modules/micromark-extension-gfm-table/lib/syntax.js + 2 modules
var syntax = __webpack_require__(733771);
// EXTERNAL MODULE: ./packages/contract/lib/contract.js
var contract = __webpack_require__(585962);
;// CONCATENATED MODULE: ./packages/contract/lib/read/markdown-words.js

function textOf(node) {
    if ('value' in node)
        return node.value;
    if (!('children' in node))
        return node.type === 'break' ? '\n' : '';
    const separator = node.type === 'list' || node.type === 'listItem' ? '\n' : '';
    return node.children.map((child) => textOf(child)).join(separator);
}
function lineOf(node) {
    return node.position?.start.line ?? 1;
}
const CALL = new RegExp(`^(?:[\\d.]+[.)]?\\s+)?(${contract/* METHODS */.J8.join('|')})\\s+(?:https?://[^/\\s]+)?(/\\S*)(?:$|\\s)`, 'i');
function callIn(text) {
    const match = CALL.exec(text.replaceAll('`', '').trim());
    if (match === null)
        return undefined;
    const path = pathIn(match[2] ?? '');
    return path === undefined ? undefined : { method: (match[1] ?? '').toUpperCase(), path };
}
function pathIn(text) {
    const [path = ''] = text
        .replaceAll('`', '')
        .trim()
        .split(/[?#\s]/);
    if (!path.startsWith('/'))
        return undefined;
    return path
        .replace(/:([A-Za-z_]\w*)/g, '{$1}')
        .replace(/<([A-Za-z_][\w-]*)>/g, '{$1}')
        .replace(/\[([A-Za-z_][\w-]*)\]/g, '{$1}')
        .replace(/[.,;:]+$/, '');
}
function methodIn(text) {
    const word = text.replaceAll('`', '').trim().toUpperCase();
    return contract/* METHODS */.J8.find((one) => one === word);
}
function authWord(text) {
    const word = text.replaceAll(/[`*_]/g, '').trim().toLowerCase();
    if (/^(yes|y|✓|✔|✅|x|required|bearer|token|jwt|session|cookie|api[ -]?key|oauth2?|basic|private|protected|🔒)/.test(word))
        return 'required';
    if (/^(no|n|none|public|not required|anonymous|open|-|–|—|✗|✘|❌)$/.test(word))
        return 'none';
    if (/^optional/.test(word))
        return 'optional';
    return undefined;
}
function securityIn(words) {
    const match = /(?:^|\n)\W*auth(?:entication|orization)?\s*[:=–-]\s*(.+)/i.exec(words);
    return match === null ? undefined : authWord(match[1] ?? '');
}
function statusesIn(words) {
    const found = [];
    for (const line of words.split('\n')) {
        const [, item] = /^\W*([1-5]\d\d)\b/.exec(line) ?? [];
        if (item !== undefined)
            found.push(item);
        else if (/^\W*(status(es)?( codes?)?|responses?|returns?|errors?)\b/i.test(line))
            found.push(...statusList(line));
    }
    return found;
}
function statusList(text) {
    return [...text.matchAll(/(?<![\w.])([1-5]\d\d)(?![\w.]*\w)/g)].map(([, status = '']) => status);
}

;// CONCATENATED MODULE: ./packages/contract/lib/read/markdown-table.js

function rowsOf(table) {
    const [head, ...rows] = table.children;
    const names = cells(head).map((name) => name.toLowerCase());
    const column = (pattern) => names.findIndex((name) => pattern.test(name));
    const method = column(/^(http )?(method|verb)$/);
    const path = column(/^(path|route|endpoint|url|uri|operation|call|request)$/);
    const auth = column(/^(auth\w*|security|protected|token|requires auth\w*)$/);
    const status = column(/^(status(es)?|codes?|status codes?|responses?|http status|returns)$/);
    const isOfOperations = path >= 0;
    if (!isOfOperations && status < 0 && auth < 0)
        return [];
    return rows.map((row) => {
        const texts = cells(row);
        const text = (index) => (index < 0 ? '' : (texts[index] ?? ''));
        const call = isOfOperations ? callOf(text(method), text(path)) : undefined;
        return {
            line: lineOf(row),
            call,
            auth: auth < 0 ? undefined : authWord(text(auth)),
            status: status < 0 ? [] : statusList(text(status)),
            understood: !isOfOperations || call !== undefined,
        };
    });
}
function callOf(method, path) {
    const one = methodIn(method);
    const where = pathIn(path);
    return one !== undefined && where !== undefined ? { method: one, path: where } : callIn(path);
}
function cells(row) {
    return (row?.children ?? []).map((cell) => textOf(cell).trim());
}

;// CONCATENATED MODULE: ./packages/contract/lib/read/markdown.js






async function readMarkdown(file, files) {
    const text = await files.read(file);
    const tree = (0,lib/* fromMarkdown */.Y)(text, { extensions: [(0,syntax/* gfmTable */.x)()], mdastExtensions: [(0,mdast_util_gfm_table_lib/* gfmTableFromMarkdown */.c)()] });
    const { drafts, notes } = gather(tree);
    const examples = [];
    const operations = [...drafts.values()].map((draft) => operationOf(draft, { file, line: draft.line }, examples));
    const [title = ''] = tree.children.flatMap((node) => node.type === 'heading' && node.depth === 1 ? [textOf(node)] : []);
    return {
        format: 'markdown',
        title,
        prefix: '',
        operations,
        document: { examples },
        notes: notes.map(({ line, what }) => `${file}:${line}: ${what}`),
    };
}
function gather(tree) {
    const drafts = new Map();
    const notes = [];
    let current;
    let label = '';
    const add = ({ method, path }, line) => {
        const name = `${method} ${path}`;
        const draft = drafts.get(name) ?? {
            method,
            path,
            line,
            security: 'unstated',
            statuses: new Set(),
            example: undefined,
        };
        drafts.set(name, draft);
        return draft;
    };
    for (const node of tree.children) {
        const line = lineOf(node);
        if (node.type === 'heading') {
            const call = callIn(textOf(node));
            if (call !== undefined) {
                const draft = add(call, line);
                draft.line = line;
                current = { draft, depth: node.depth };
            }
            else if (current !== undefined && node.depth <= current.depth)
                current = undefined;
            label = textOf(node);
        }
        else if (node.type === 'table') {
            readTable(node, { add, notes, current: current?.draft });
        }
        else if (node.type === 'code') {
            if (current === undefined)
                readRequest(node, add);
            else
                readExample(node, { draft: current.draft, label, notes });
        }
        else {
            const words = textOf(node);
            if (current === undefined)
                for (const code of inlineCodes(node))
                    addCode(code, line, add);
            else
                readWords(words, current.draft);
            label = words;
        }
    }
    return { drafts, notes };
}
function addCode(code, line, add) {
    const call = callIn(code);
    if (call !== undefined)
        add(call, line);
}
function readWords(words, draft) {
    const security = securityIn(words);
    if (security !== undefined)
        draft.security = security;
    for (const status of statusesIn(words))
        draft.statuses.add(status);
}
function readTable(table, { add, notes, current }) {
    for (const { call, auth, status, line, understood } of rowsOf(table)) {
        const draft = call === undefined ? current : add(call, line);
        if (draft === undefined) {
            if (!understood)
                notes.push({ line, what: 'a row of a table of operations whose method and path could not be read' });
            continue;
        }
        if (auth !== undefined)
            draft.security = auth;
        for (const one of status)
            draft.statuses.add(one);
    }
}
function readRequest(node, add) {
    if (node.lang !== 'http')
        return;
    const call = callIn((node.value.split('\n')[0] ?? '').replace(/\s+HTTP\/[\d.]+\s*$/i, ''));
    if (call !== undefined)
        add(call, lineOf(node));
}
function readExample(node, { draft, label, notes }) {
    if (!/^(json5?|jsonc)?$/i.test(node.lang ?? ''))
        return;
    const isRequest = /\b(request|payload|send|body to)\b/i.test(label) && !/\b(response|returns?|answer)/i.test(label);
    const isError = /\b(error|[45]\d\d)\b/i.test(label) || /\b[45]\d\d\b/.test(node.meta ?? '');
    const isAnswer = /\b(response|returns?|answers?|2\d\d|example)\b/i.test(label) || ['GET', 'HEAD'].includes(draft.method);
    if (isRequest || isError)
        return;
    const line = lineOf(node);
    if (!isAnswer) {
        notes.push({ line, what: 'an example that may be a request or an answer: say "Response" above it' });
        return;
    }
    try {
        draft.example ??= JSON.parse(node.value);
    }
    catch {
        if (node.lang)
            notes.push({ line, what: 'an example that is not readable as JSON, and so promises nothing' });
    }
}
function inlineCodes(node) {
    if (node.type === 'inlineCode')
        return [node.value];
    return 'children' in node ? node.children.flatMap((child) => inlineCodes(child)) : [];
}
function operationOf(draft, where, examples) {
    const { method, path, security, statuses, example } = draft;
    const schema = schemaOf(example);
    const pointer = schema === undefined ? undefined : `#/examples/${examples.push(schema) - 1}`;
    const content = pointer === undefined ? undefined : [{ type: 'application/json', schema: pointer }];
    const named = [...statuses].sort();
    const successes = named.filter((one) => one.startsWith('2') && one !== '204');
    const rules = named.map((status) => ({
        status,
        content: successes.includes(status) ? content : undefined,
        headers: [],
    }));
    const implied = named.length === 0 && content !== undefined
        ? [
            { status: '2XX', content, headers: [] },
            { status: '3XX', content: undefined, headers: [] },
            { status: '4XX', content: undefined, headers: [] },
        ]
        : [];
    return {
        name: `${method} ${path}`,
        method,
        path,
        where,
        security,
        parameters: [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => ({
            name,
            in: 'path',
            required: true,
            example: undefined,
        })),
        request: [],
        responses: [...rules, ...implied],
    };
}
function schemaOf(example) {
    if ((0,fields/* isMap */.j)(example)) {
        const names = Object.keys(example);
        return { type: 'object', required: names, properties: Object.fromEntries(names.map((name) => [name, {}])) };
    }
    if (!Array.isArray(example))
        return undefined;
    const [first] = example;
    return { type: 'array', ...((0,fields/* isMap */.j)(first) ? { items: schemaOf(first) } : {}) };
}


/***/ })

};
