export const id = 1254;
export const ids = [1254];
export const modules = {

/***/ 469084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findUses: () => (/* binding */ findUses)
});

;// CONCATENATED MODULE: ./packages/contract/lib/uses/select-text.js
const NAME = /^\s*(?:\.\.\.)?\s*(?:("[^"]*"|[^\s:,()!."'-]+)\s*:(?!:))?\s*("[^"]*"|[^\s:,()!."'-]+)/;
const HINT = /^!("[^"]*"|[\w$]+)/;
const JOINS = new Set(['inner', 'left']);
const AFTER = /^(?:->>?[^,()!:]*|::[^,()]*|\.(?:count|sum|avg|min|max)\(\)(?:::[^,()]*)?|\s+)/;
function readSelect(text) {
    const state = { rest: text };
    const items = readItems(state);
    return items === undefined || state.rest.trim() !== '' ? undefined : items;
}
function readItems(state) {
    const items = [];
    for (;;) {
        const star = /^\s*\*\s*/.exec(state.rest);
        if (star !== null)
            state.rest = state.rest.slice(star[0].length);
        else if (!/^\s*(?:$|\))/.test(state.rest)) {
            const item = readItem(state);
            if (item === undefined)
                return undefined;
            if (item !== 'count')
                items.push(item);
        }
        state.rest = state.rest.trimStart();
        if (!state.rest.startsWith(','))
            return items;
        state.rest = state.rest.slice(1);
    }
}
function readItem(state) {
    const found = NAME.exec(state.rest);
    if (found === null)
        return undefined;
    state.rest = state.rest.slice(found[0].length);
    const name = plain(found[2] ?? '');
    const alias = plain(found[1] ?? '') || name;
    let hint = '';
    for (let next = HINT.exec(state.rest); next !== null; next = HINT.exec(state.rest)) {
        if (!JOINS.has(next[1] ?? ''))
            hint = plain(next[1] ?? '');
        state.rest = state.rest.slice(next[0].length);
    }
    if (/^\s*\(/.test(state.rest)) {
        if (name === 'count' && /^\s*\(\s*\)/.test(state.rest)) {
            state.rest = state.rest.replace(/^\s*\(\s*\)(?:::[^,()]*)?/, '');
            return 'count';
        }
        state.rest = state.rest.trimStart().slice(1);
        const items = readItems(state);
        if (items === undefined || !state.rest.trimStart().startsWith(')'))
            return undefined;
        state.rest = state.rest.trimStart().slice(1);
        return { name, alias, embedded: { items, hint } };
    }
    for (let next = AFTER.exec(state.rest); next !== null; next = AFTER.exec(state.rest))
        state.rest = state.rest.slice(next[0].length);
    return { name, alias };
}
function readConditions(text) {
    const names = [];
    for (const part of splitTop(text)) {
        const group = /^(?:not\.)?(?:and|or)\(([\s\S]*)\)$/.exec(part.trim());
        if (group !== null) {
            const inner = readConditions(group[1] ?? '');
            if (inner === undefined)
                return undefined;
            names.push(...inner);
            continue;
        }
        const name = /^\s*((?:"[^"]*"|[\w$]+)(?:->>?[\w$]+)*(?:\.[\w$]+)?)\.(?:not\.)?(?:[a-z]+)(?:\([\w]+\))?\./.exec(part);
        if (name === null)
            return undefined;
        names.push(columnOf(name[1] ?? ''));
    }
    return names;
}
function splitTop(text) {
    const parts = [];
    let depth = 0;
    let quoted = false;
    let from = 0;
    for (let at = 0; at < text.length; at++) {
        const letter = text[at];
        if (letter === '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (letter === '(' || letter === '{')
            depth++;
        else if (letter === ')' || letter === '}')
            depth--;
        else if (letter === ',' && depth === 0) {
            parts.push(text.slice(from, at));
            from = at + 1;
        }
    }
    return [...parts, text.slice(from)];
}
function columnOf(text) {
    return plain(text.split('->')[0]?.split('::')[0]?.trim() ?? '');
}
function plain(text) {
    return text.replace(/^"([^"]*)"$/, '$1');
}

// EXTERNAL MODULE: ./node_modules/.pnpm/@babel+parser@7.29.14/node_modules/@babel/parser/lib/index.js
var lib = __webpack_require__(126774);
;// CONCATENATED MODULE: ./packages/contract/lib/uses/syntax.js

function syntaxOf(text, file) {
    const typed = /\.[cm]?tsx?$/.test(file);
    const jsx = !/\.[cm]?ts$/.test(file);
    const plugins = [
        ...(typed ? ['typescript'] : ['flow']),
        ...(jsx ? ['jsx'] : []),
        'decorators',
    ];
    try {
        return (0,lib/* parse */.qg)(text, { sourceType: 'unambiguous', errorRecovery: true, plugins }).program;
    }
    catch {
        return undefined;
    }
}
function isNode(value) {
    return typeof value === 'object' && value !== null && typeof value.type === 'string';
}
function eachNode(root, visit) {
    const around = [];
    const go = (node) => {
        visit(node, around);
        around.push(node);
        for (const key of Object.keys(node)) {
            const value = node[key];
            if (Array.isArray(value)) {
                for (const one of value)
                    if (isNode(one))
                        go(one);
            }
            else if (isNode(value))
                go(value);
        }
        around.pop();
    };
    go(root);
}
function bare(node) {
    if (!isNode(node))
        return undefined;
    const marks = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TypeCastExpression'];
    return marks.includes(node.type) || node.type === 'ParenthesizedExpression' ? bare(node['expression']) : node;
}
function constantsOf(root) {
    const found = new Map();
    const twice = new Set();
    eachNode(root, (node, around) => {
        if (node.type !== 'VariableDeclarator' || around.at(-1)?.['kind'] !== 'const')
            return;
        const name = nameOf(node['id']);
        const value = textOf(node['init'], found);
        if (name === undefined)
            return;
        if (found.has(name) || twice.has(name)) {
            found.delete(name);
            twice.add(name);
        }
        else if (value !== undefined)
            found.set(name, value);
        else
            twice.add(name);
    });
    return found;
}
function nameOf(node) {
    return isNode(node) && node.type === 'Identifier' ? String(node['name']) : undefined;
}
function textOf(node, constants) {
    const one = bare(node);
    if (one === undefined)
        return undefined;
    if (one.type === 'StringLiteral')
        return String(one['value']);
    if (one.type === 'Identifier')
        return constants.get(String(one['name']));
    if (one.type === 'BinaryExpression' && one['operator'] === '+') {
        const left = textOf(one['left'], constants);
        const right = textOf(one['right'], constants);
        return left === undefined || right === undefined ? undefined : left + right;
    }
    if (one.type !== 'TemplateLiteral')
        return undefined;
    const parts = one['quasis'].map(({ value }) => String(value.cooked ?? ''));
    const between = one['expressions'].map((each) => textOf(each, constants));
    if (between.some((each) => each === undefined))
        return undefined;
    return parts.map((part, nth) => part + (between[nth] ?? '')).join('');
}
function keysOf(node) {
    const one = bare(node);
    if (one?.type === 'ArrayExpression') {
        const all = one['elements'].map(keysOf);
        return all.some((keys) => keys === undefined) ? undefined : [...new Set(all.flatMap((keys) => keys ?? []))];
    }
    if (one?.type !== 'ObjectExpression')
        return undefined;
    const keys = one['properties'].map((property) => {
        if (property.type === 'SpreadElement' || property['computed'] === true)
            return undefined;
        const key = property['key'];
        return key.type === 'Identifier'
            ? String(key['name'])
            : key.type === 'StringLiteral'
                ? String(key['value'])
                : undefined;
    });
    return keys.some((key) => key === undefined) ? undefined : keys.flatMap((key) => key ?? []);
}
function memberOf(node, key) {
    const one = bare(node);
    if (one?.type !== 'ObjectExpression')
        return undefined;
    return one['properties'].find((property) => nameOf(property['key']) === key)?.['value'];
}

;// CONCATENATED MODULE: ./packages/contract/lib/uses/find-uses.js


const VERBS = new Set(['select', 'insert', 'update', 'upsert', 'delete']);
const FILTERS = new Set(('eq neq gt gte lt lte like ilike likeAllOf likeAnyOf ilikeAllOf ilikeAnyOf is isDistinct in notIn contains containedBy rangeGt ' +
    'rangeGte rangeLt rangeLte rangeAdjacent overlaps textSearch not filter order regexMatch regexIMatch').split(' '));
const WRITES = new Set(['insert', 'update', 'upsert']);
function findUses({ file, text }, defaultSchema) {
    if (!/\.\s*(?:from|rpc)\s*(?:<|\(|\?)/.test(text))
        return [];
    const root = syntaxOf(text, file);
    if (root === undefined)
        return [{ kind: 'unread', place: { file }, part: 'file' }];
    const constants = constantsOf(root);
    const uses = [];
    eachNode(root, (node, around) => {
        const called = methodOf(node);
        if (called !== 'from' && called !== 'rpc')
            return;
        const chain = chainOf(around, node, file);
        const use = { node, chain, place: placeOf(node, file), constants, defaultSchema };
        uses.push(...(called === 'from' ? relationUse(use) : functionUse(use, /supabase/i.test(text))));
    });
    return uses;
}
function relationUse({ node, chain, place, constants, defaultSchema }) {
    if (!VERBS.has(chain[0]?.method ?? ''))
        return [];
    const schema = schemaOf(node, constants, defaultSchema);
    const name = textOf(argsOf(node)[0], constants);
    if (schema === undefined)
        return [{ kind: 'unread', place, part: 'schema' }];
    if (name === undefined)
        return [{ kind: 'unread', place, part: 'table' }];
    const read = chain.map((link) => readLink(link, constants));
    const selected = read.flatMap((one) => one.selected ?? []);
    const columns = read.flatMap((one) => one.columns ?? []);
    return [{ kind: 'relation', place, schema, name, selected, columns }, ...read.flatMap((one) => one.unread ?? [])];
}
function readLink({ args, method, place }, constants) {
    const unread = (part) => ({ unread: [{ kind: 'unread', place, part }] });
    const named = (names, within = '') => ({
        columns: names.map((name) => ({ name: within === '' ? name : `${within}.${name}`, place })),
    });
    const [first, second] = args;
    if (method === 'select') {
        if (first === undefined)
            return {};
        const text = textOf(first, constants);
        const selected = text === undefined ? undefined : readSelect(text);
        return selected === undefined ? unread('columns') : { selected };
    }
    if (WRITES.has(method)) {
        const keys = keysOf(first);
        const conflict = textOf(memberOf(second, 'onConflict'), constants)?.split(',').map(columnOf) ?? [];
        const written = named([...(keys ?? []), ...conflict]);
        return keys === undefined ? { ...written, ...unread('row') } : written;
    }
    if (method === 'match') {
        const keys = keysOf(first);
        return keys === undefined ? unread('columns') : named(keys);
    }
    const embedded = textOf(memberOf(second, 'referencedTable') ?? memberOf(second, 'foreignTable'), constants) ?? '';
    if (method === 'or') {
        const text = textOf(first, constants) ?? conditionsWithValues(first);
        const names = text === undefined ? undefined : readConditions(text);
        return names === undefined ? unread('columns') : named(names, embedded);
    }
    if (!FILTERS.has(method))
        return {};
    const text = textOf(first, constants);
    return text === undefined ? unread('columns') : named([columnOf(text)], embedded);
}
function conditionsWithValues(node) {
    const one = bare(node);
    if (one?.type !== 'TemplateLiteral')
        return undefined;
    return one['quasis'].map(({ value }) => String(value.cooked)).join('0');
}
function functionUse({ node, place, constants, defaultSchema }, isSupabase) {
    if (!isSupabase)
        return [];
    const [first, second] = argsOf(node);
    const schema = schemaOf(node, constants, defaultSchema);
    const name = textOf(first, constants);
    if (first === undefined)
        return [];
    if (schema === undefined)
        return [{ kind: 'unread', place, part: 'schema' }];
    if (name === undefined)
        return [{ kind: 'unread', place, part: 'function' }];
    return [{ kind: 'function', place, schema, name, args: second === undefined ? [] : keysOf(second) }];
}
function schemaOf(node, constants, otherwise) {
    const before = bare(bare(node['callee'])?.['object']);
    if (before === undefined || methodOf(before) !== 'schema')
        return otherwise;
    return textOf(argsOf(before)[0], constants);
}
function chainOf(around, begin, file) {
    const links = [];
    let inner = begin;
    for (let at = around.length - 1; at >= 0; at--) {
        const node = around[at];
        if (bare(node) === inner)
            continue;
        const member = isMember(node) && bare(node['object']) === inner;
        const call = isCall(node) && bare(node['callee']) === inner && inner !== begin;
        if (!member && !call)
            break;
        if (call)
            links.push({ method: methodOf(node) ?? '', args: argsOf(node), place: placeOf(node, file) });
        inner = node;
    }
    return links;
}
const isCall = (node) => node.type === 'CallExpression' || node.type === 'OptionalCallExpression';
const isMember = (node) => node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
function methodOf(node) {
    if (!isCall(node))
        return undefined;
    const callee = bare(node['callee']);
    if (callee === undefined || !isMember(callee) || callee['computed'] === true)
        return undefined;
    return nameOf(callee['property']);
}
function argsOf(node) {
    return node['arguments'] ?? [];
}
function placeOf(node, file) {
    const property = bare(node['callee'])?.['property'];
    const line = (isNode(property) ? property : node).loc?.start.line;
    return line === undefined ? { file } : { file, line };
}


/***/ })

};
