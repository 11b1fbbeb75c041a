export const id = 383;
export const ids = [383];
export const modules = {

/***/ 225071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hasDownHalf: () => (/* reexport */ hasDownHalf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
;// CONCATENATED MODULE: ./packages/migrations/lib/sql/source.js

function source_textSource(name, text, firstLine = 1) {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    return { name, firstLine, size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
const KEPT_IN_MEMORY = (/* unused pure expression or super */ null && (1 << 20));
function fileSource(name, path) {
    const { size } = statSync(path);
    if (size <= KEPT_IN_MEMORY)
        return source_textSource(name, readRange(path, 0, size));
    return { name, firstLine: 1, size, read: (from, to) => readRange(path, from, Math.min(size, to)) };
}
function readRange(path, from, to) {
    const file = openSync(path, 'r');
    try {
        const wanted = Math.max(0, Math.min(to, fstatSync(file).size) - from);
        const bytes = Buffer.allocUnsafe(wanted);
        let filled = 0;
        while (filled < wanted) {
            const got = readSync(file, bytes, filled, wanted - filled, from + filled);
            if (got === 0)
                break;
            filled += got;
        }
        return bytes.subarray(0, filled);
    }
    finally {
        closeSync(file);
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/lexer.js
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const DOLLAR = 36;
const BACKSLASH = 92;
const MINUS = 45;
const SLASH = 47;
const STAR = 42;
const OPEN = 40;
const CLOSE = 41;
const SEMICOLON = 59;
function lexOne(bytes, from, options) {
    const length = bytes.length;
    let start = -1;
    let end = from;
    let parens = 0;
    let bodies = 0;
    let routine = 'start';
    const token = (at, behind) => {
        if (start < 0)
            start = at;
        end = behind;
    };
    const open = (what, at) => options.final ? { kind: 'unterminated', what, start: at } : { kind: 'more' };
    for (let i = from; i < length;) {
        const c = bytes[i];
        if (lexer_isSpace(c)) {
            i++;
        }
        else if (isWordStart(c)) {
            const behind = wordEnd(bytes, i);
            if (behind === length && !options.final)
                return { kind: 'more' };
            token(i, behind);
            if (bytes[behind] === QUOTE && isWord(bytes, i, behind, 'e')) {
                const stop = stringEnd(bytes, behind, true, options.final);
                if (stop < 0)
                    return open('quoted string', behind);
                end = stop;
                i = stop;
                continue;
            }
            if (routine !== 'routine')
                routine = nextStage(routine, bytes, i, behind);
            else if (parens === 0)
                bodies += bodyStep(bytes, i, behind, bodies);
            i = behind;
        }
        else if (c === QUOTE) {
            const stop = stringEnd(bytes, i, !options.standardStrings, options.final);
            if (stop < 0)
                return open('quoted string', i);
            token(i, stop);
            i = stop;
        }
        else if (c === DOUBLE_QUOTE) {
            const close = bytes.indexOf(DOUBLE_QUOTE, i + 1);
            if (close < 0)
                return open('quoted identifier', i);
            token(i, close + 1);
            i = close + 1;
        }
        else if (c === MINUS && bytes[i + 1] === MINUS) {
            i = lineEnd(bytes, i);
            if (i === length && !options.final)
                return { kind: 'more' };
        }
        else if (c === SLASH && bytes[i + 1] === STAR) {
            const stop = commentEnd(bytes, i);
            if (stop < 0)
                return open('comment', i);
            i = stop;
        }
        else if (c === DOLLAR) {
            const stop = dollarEnd(bytes, i, options.final);
            if (stop < 0)
                return open('dollar-quoted string', i);
            token(i, stop);
            i = stop;
        }
        else if (c === BACKSLASH) {
            const stop = lineEnd(bytes, i);
            if (stop === length && !options.final)
                return { kind: 'more' };
            return { kind: 'meta', start: i, end: stop, next: stop, inStatement: start >= 0 };
        }
        else if (c === SEMICOLON && parens === 0 && bodies === 0) {
            if (start >= 0)
                return { kind: 'statement', head: from, start, end, next: i + 1 };
            i++;
        }
        else {
            if (!options.final && i + 1 === length)
                return { kind: 'more' };
            if (c === OPEN)
                parens++;
            else if (c === CLOSE && parens > 0)
                parens--;
            token(i, i + 1);
            i++;
        }
    }
    if (!options.final)
        return { kind: 'more' };
    if (start < 0)
        return { kind: 'end', head: from, next: length };
    return { kind: 'statement', head: from, start, end, next: length };
}
function lexer_isSpace(c) {
    return c === 32 || (c >= 9 && c <= 13);
}
function isWordStart(c) {
    return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c >= 128 || isDigit(c);
}
function isDigit(c) {
    return c >= 48 && c <= 57;
}
function wordEnd(bytes, from) {
    let i = from + 1;
    for (; i < bytes.length; i++) {
        const c = bytes[i];
        if (!isWordStart(c) && c !== DOLLAR)
            break;
    }
    return i;
}
function stringEnd(bytes, from, escapes, final) {
    for (let i = from + 1;;) {
        const close = escapes ? unescapedQuote(bytes, i) : bytes.indexOf(QUOTE, i);
        if (close < 0)
            return -1;
        if (bytes[close + 1] === QUOTE) {
            i = close + 2;
            continue;
        }
        if (close + 1 === bytes.length && !final)
            return -1;
        const again = escapes ? continuation(bytes, close + 1) : -1;
        if (again < 0)
            return close + 1;
        i = again + 1;
    }
}
function unescapedQuote(bytes, from) {
    for (let i = from; i < bytes.length; i++) {
        if (bytes[i] === BACKSLASH)
            i++;
        else if (bytes[i] === QUOTE)
            return i;
    }
    return -1;
}
function continuation(bytes, from) {
    let i = from;
    let lines = 0;
    for (; i < bytes.length; i++) {
        const c = bytes[i];
        if (c === NEWLINE || c === RETURN)
            lines++;
        else if (lines > 0 && c === MINUS && bytes[i + 1] === MINUS)
            i = lineEnd(bytes, i);
        else if (!lexer_isSpace(c))
            break;
    }
    return lines > 0 && bytes[i] === QUOTE ? i : -1;
}
function commentEnd(bytes, from) {
    let depth = 1;
    for (let i = from + 2;;) {
        const slash = bytes.indexOf(SLASH, i);
        if (slash < 0)
            return -1;
        if (slash > i && bytes[slash - 1] === STAR) {
            depth--;
            i = slash + 1;
            if (depth === 0)
                return i;
        }
        else if (bytes[slash + 1] === STAR) {
            depth++;
            i = slash + 2;
        }
        else
            i = slash + 1;
    }
}
function lineEnd(bytes, from) {
    let i = from;
    while (i < bytes.length && bytes[i] !== NEWLINE && bytes[i] !== RETURN)
        i++;
    return i;
}
function dollarEnd(bytes, from, final) {
    let tag = from + 1;
    while (tag < bytes.length && isWordStart(bytes[tag]))
        tag++;
    if (tag === bytes.length && !final)
        return -1;
    if (bytes[tag] !== DOLLAR || isDigit(bytes[from + 1]))
        return from + 1;
    const quote = Buffer.from(bytes.buffer, bytes.byteOffset + from, tag + 1 - from);
    const close = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(quote, tag + 1);
    return close < 0 ? -1 : close + quote.length;
}
function nextStage(stage, bytes, at, behind) {
    const is = (word) => isWord(bytes, at, behind, word);
    if (stage === 'start')
        return is('create') ? 'create' : 'other';
    if (stage === 'create' && is('or'))
        return 'or';
    if (stage === 'or')
        return is('replace') ? 'replace' : 'other';
    return stage !== 'other' && (is('function') || is('procedure')) ? 'routine' : 'other';
}
function bodyStep(bytes, at, behind, depth) {
    if (isWord(bytes, at, behind, 'begin'))
        return 1;
    if (depth > 0 && isWord(bytes, at, behind, 'case'))
        return 1;
    return depth > 0 && isWord(bytes, at, behind, 'end') ? -1 : 0;
}
function isWord(bytes, at, behind, word) {
    if (behind - at !== word.length)
        return false;
    for (let i = 0; i < word.length; i++)
        if ((bytes[at + i] | 32) !== word.charCodeAt(i))
            return false;
    return true;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/tokens.js

const LOWER = 32;
const ESCAPES = 'e'.charCodeAt(0);
const PREFIXES = new Set(Buffer.from('ebxn'));
function tokens(statement, limit = Number.POSITIVE_INFINITY, standardStrings = true) {
    const found = [];
    const bytes = Buffer.from(statement.buffer, statement.byteOffset, statement.byteLength);
    for (let i = 0; i < statement.length && found.length < limit;) {
        if (lexer_isSpace(statement[i])) {
            i++;
            continue;
        }
        const stop = tokenEnd(statement, i, standardStrings);
        if (stop.kind === 'comment') {
            i = stop.end;
            continue;
        }
        const raw = stop.kind === 'mark' ? String.fromCharCode(statement[i]) : bytes.toString('utf8', i, stop.end);
        const value = stop.kind === 'word' ? raw.toLowerCase() : stop.kind === 'name' ? unquoted(raw) : raw;
        found.push({ kind: stop.kind, value, at: i, end: stop.end });
        i = stop.end;
    }
    return found;
}
function parts(sql, standardStrings = true) {
    const found = [];
    for (let i = 0; i < sql.length;) {
        const stop = isSpace(sql[i]) ? { kind: 'space', end: i + 1 } : tokenEnd(sql, i, standardStrings);
        if (stop.kind !== 'space')
            found.push({ kind: stop.kind, text: sql.toString('utf8', i, stop.end).trimEnd() });
        i = stop.end;
    }
    return found;
}
function lineComments(sql, standardStrings = true) {
    const found = [];
    for (let i = 0; i < sql.length;) {
        const stop = tokenEnd(sql, i, standardStrings);
        if (stop.kind === 'comment' && sql[i] === 45)
            found.push({ at: i, end: stop.end });
        i = stop.end;
    }
    return found;
}
function tokenEnd(bytes, i, standardStrings) {
    const c = bytes[i];
    const orEnd = (end) => (end < 0 ? bytes.length : end);
    if (isWordStart(c)) {
        const end = wordEnd(bytes, i);
        const prefix = end === i + 1 && bytes[end] === QUOTE ? c | LOWER : 0;
        return PREFIXES.has(prefix)
            ? { kind: 'text', end: orEnd(stringEnd(bytes, end, !standardStrings || prefix === ESCAPES, true)) }
            : { kind: 'word', end };
    }
    if (c === QUOTE)
        return { kind: 'text', end: orEnd(stringEnd(bytes, i, !standardStrings, true)) };
    if (c === DOUBLE_QUOTE) {
        let close = bytes.indexOf(DOUBLE_QUOTE, i + 1);
        while (close >= 0 && bytes[close + 1] === DOUBLE_QUOTE)
            close = bytes.indexOf(DOUBLE_QUOTE, close + 2);
        return { kind: 'name', end: orEnd(close + 1 || -1) };
    }
    if (c === DOLLAR) {
        const end = orEnd(dollarEnd(bytes, i, true));
        return { kind: end === i + 1 ? 'mark' : 'text', end };
    }
    if (c === MINUS && bytes[i + 1] === MINUS) {
        let end = i;
        while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13)
            end++;
        return { kind: 'comment', end };
    }
    if (c === SLASH && bytes[i + 1] === STAR)
        return { kind: 'comment', end: orEnd(commentEnd(bytes, i)) };
    return { kind: 'mark', end: i + 1 };
}
function unquoted(raw) {
    return raw.slice(1, -1).replaceAll('""', '"');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/classify.js

const plain = { kind: 'plain' };
const other = { kind: 'alone', what: { does: 'other' } };
const once = (doneState, concurrent = false) => ({
    kind: 'alone',
    what: { does: 'once', doneState, concurrent },
});
const ENOUGH = 48;
function classify(statement, standardStrings = true) {
    const rule = rules.get(firstWord(statement));
    return rule === undefined ? plain : rule(tokens(statement, ENOUGH, standardStrings));
}
function firstWord(statement) {
    let end = 0;
    while (end < statement.length && end < 12 && ((statement[end] | 32) - 97) >>> 0 < 26)
        end++;
    let word = '';
    for (let i = 0; i < end; i++)
        word += String.fromCharCode(statement[i] | 32);
    return word;
}
const rules = new Map(Object.entries({
    begin,
    start: (list) => (says(list, 1, 'transaction') ? begin(list) : plain),
    commit: (list) => (says(list, 1, 'prepared') ? once('42704') : { kind: 'commit', chain: chains(list) }),
    end: (list) => ({ kind: 'commit', chain: chains(list) }),
    abort: (list) => ({ kind: 'rollback', chain: chains(list) }),
    rollback,
    prepare: (list) => (says(list, 1, 'transaction') ? { kind: 'prepare-transaction' } : plain),
    copy,
    create,
    drop,
    alter,
    set: setting,
    reset: (list) => (says(list, 1, 'standard_conforming_strings') ? { kind: 'string-syntax', standard: true } : plain),
    vacuum: () => other,
    cluster: (list) => (clustersEverything(list) ? other : plain),
    reindex,
    discard: (list) => (says(list, 1, 'all') ? other : plain),
}));
function says(list, at, ...words) {
    return words.every((word, i) => list[at + i]?.kind === 'word' && list[at + i]?.value === word);
}
function begin(list) {
    return { kind: 'begin', readOnly: list.some((_, i) => says(list, i, 'read', 'only')) };
}
function chains(list) {
    const and = list.findIndex((token) => token.kind === 'word' && token.value === 'and');
    return and > 0 && says(list, and + 1, 'chain');
}
function rollback(list) {
    if (says(list, 1, 'prepared'))
        return once('42704');
    const at = says(list, 1, 'work') || says(list, 1, 'transaction') ? 2 : 1;
    return says(list, at, 'to') ? plain : { kind: 'rollback', chain: chains(list) };
}
function copy(list) {
    let depth = 0;
    for (const [i, token] of list.entries()) {
        if (token.value === '(' && token.kind === 'mark')
            depth++;
        if (token.value === ')' && token.kind === 'mark')
            depth--;
        if (depth === 0 && token.kind === 'word' && token.value === 'from') {
            return says(list, i + 1, 'stdin') ? { kind: 'copy-from-stdin' } : plain;
        }
    }
    return plain;
}
function create(list) {
    const at = says(list, 1, 'unique') ? 2 : 1;
    if (says(list, at, 'index', 'concurrently'))
        return createIndex(list, at + 2);
    if (says(list, 1, 'database'))
        return once('42P04');
    if (says(list, 1, 'tablespace'))
        return once('42710');
    if (says(list, 1, 'subscription'))
        return optionIsOff(list, 'create_slot', 'connect') ? plain : once('42710');
    return plain;
}
function createIndex(list, from) {
    let at = says(list, from, 'if', 'not', 'exists') ? from + 3 : from;
    let index = '';
    if (!says(list, at, 'on'))
        index = list[at++]?.value ?? '';
    at += says(list, at + 1, 'only') ? 2 : 1;
    return { kind: 'alone', what: { does: 'create-index', index, table: qualifiedName(list, at) } };
}
function qualifiedName(list, at) {
    const part = (token) => token === undefined ? '' : token.kind === 'name' ? `"${token.value.replaceAll('"', '""')}"` : token.value;
    let name = part(list[at]);
    for (let i = at + 1; list[i]?.value === '.' && list[i]?.kind === 'mark'; i += 2)
        name += `.${part(list[i + 1])}`;
    return name;
}
function drop(list) {
    if (says(list, 1, 'index', 'concurrently'))
        return once('42704', true);
    if (says(list, 1, 'database'))
        return once('3D000');
    if (says(list, 1, 'tablespace'))
        return once('42704');
    return says(list, 1, 'subscription') ? once('42704') : plain;
}
function alter(list) {
    if (says(list, 1, 'system'))
        return other;
    if (says(list, 1, 'type'))
        return alterType(list);
    if (says(list, 1, 'database')) {
        const at = list.findIndex((token, i) => i > 2 && token.value === 'tablespace');
        return at > 0 && says(list, at - 1, 'set') ? other : plain;
    }
    if (says(list, 1, 'subscription')) {
        const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
        return words.some((word) => ['refresh', 'publication', 'slot_name', 'failover', 'two_phase'].includes(word))
            ? other
            : plain;
    }
    return says(list, 1, 'table') ? alterTable(list) : plain;
}
function alterTable(list) {
    const detach = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'detach');
    if (detach < 0 || !says(list, detach + 1, 'partition'))
        return plain;
    const modes = list
        .slice(detach + 3)
        .filter((token) => token.kind === 'word' && /^(concurrently|finalize)$/.test(token.value));
    if (modes.length === 0)
        return plain;
    const at = says(list, 2, 'if', 'exists') ? 4 : 2;
    const table = qualifiedName(list, says(list, at, 'only') ? at + 1 : at);
    const partition = qualifiedName(list, detach + 2);
    const concurrent = modes.every(({ value }) => value === 'concurrently');
    return { kind: 'alone', what: { does: 'detach-partition', table, partition, concurrent } };
}
function alterType(list) {
    const add = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'add');
    if (add < 0 || !says(list, add + 1, 'value'))
        return plain;
    const label = list.slice(add + 2).find((token) => token.kind === 'text');
    return label === undefined ? plain : { kind: 'enum-value', label: label.value };
}
function setting(list) {
    const at = says(list, 1, 'session') || says(list, 1, 'local') ? 2 : 1;
    const name = list[at]?.value;
    const value = list[at + 2]?.value.replace(/^'|'$/g, '').toLowerCase() ?? '';
    if (name === 'standard_conforming_strings') {
        return { kind: 'string-syntax', standard: !/^(off|false|no|0|of|f|fa|fal|fals|n)$/.test(value) };
    }
    if (name === 'client_encoding')
        return { kind: 'client-encoding', encoding: value };
    if (name === 'names')
        return { kind: 'client-encoding', encoding: list[at + 1]?.value.replace(/'/g, '') ?? '' };
    return plain;
}
function clustersEverything(list) {
    if (list.length === 1 || (list.length === 2 && says(list, 1, 'verbose')))
        return true;
    const close = list.findIndex((token) => token.value === ')' && token.kind === 'mark');
    return list[1]?.value === '(' && close === list.length - 1;
}
function reindex(list) {
    const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
    const runsAlone = words.some((word) => ['concurrently', 'database', 'system', 'schema'].includes(word));
    const mode = list.findIndex((token) => token.kind === 'word' && token.value === 'concurrently');
    const concurrent = mode > 0 && !/^'?(false|off|0)'?$/i.test(list[mode + 1]?.value ?? '');
    return runsAlone ? { kind: 'alone', what: { does: 'reindex', concurrent } } : plain;
}
function optionIsOff(list, ...names) {
    return list.some((token, i) => {
        if (token.kind !== 'word' || !names.includes(token.value))
            return false;
        return list[i + 1]?.value === '=' && /^'?(false|off|0)'?$/i.test(list[i + 2]?.value ?? '');
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/walk.js


const WINDOW = 1 << 20;
function* walk_walk(source, sink = () => undefined, window = WINDOW) {
    let base = 0;
    let bytes = source.read(0, window);
    let at = 0;
    let standardStrings = true;
    const isFinal = () => base + bytes.length >= source.size;
    const slide = () => {
        sink(bytes.subarray(0, at), base);
        const size = at === 0 ? bytes.length * 2 : window;
        base += at;
        at = 0;
        bytes = source.read(base, base + size);
    };
    for (;;) {
        const item = lexOne(bytes, at, { final: isFinal(), standardStrings });
        if (item.kind === 'more') {
            slide();
            continue;
        }
        if (item.kind === 'unterminated') {
            yield { kind: 'unterminated', from: base + item.start, what: item.what };
            return;
        }
        if (item.kind === 'end') {
            yield { kind: 'end', from: base + item.head, head: bytes.subarray(item.head) };
            at = bytes.length;
            sink(bytes, base);
            return;
        }
        if (item.kind === 'meta') {
            const text = bytes.toString('utf8', item.start, item.end);
            yield { kind: 'meta', from: base + item.start, to: base + item.next, text, inStatement: item.inStatement };
            at = item.next;
            continue;
        }
        const statement = bytes.subarray(item.start, item.end);
        const kind = classify(statement, standardStrings);
        let next = item.next;
        if (kind.kind === 'copy-from-stdin') {
            const line = dataBegins(bytes, next);
            if (line === 'more' && !isFinal()) {
                slide();
                continue;
            }
            if (line === 'sql') {
                yield { kind: 'copy-line', from: base + item.next };
                return;
            }
            next = line === 'more' ? bytes.length : line;
        }
        yield {
            kind: 'statement',
            class: kind,
            from: base + item.head,
            start: base + item.start,
            end: base + item.end,
            to: base + next,
            head: bytes.subarray(item.head, item.start),
            bytes: statement,
            standardStrings,
        };
        at = next;
        if (kind.kind === 'string-syntax')
            standardStrings = kind.standard;
        if (kind.kind !== 'copy-from-stdin')
            continue;
        for (let done = false; !done;) {
            const data = dataEnds(bytes, at, isFinal());
            if (data === undefined) {
                slide();
                continue;
            }
            yield { kind: 'copy-data', from: base + at, to: base + data.end, last: data.last };
            at = data.next;
            done = data.last;
        }
    }
}
function dataBegins(bytes, from) {
    const line = bytes.indexOf(10, from);
    const rest = bytes.toString('latin1', from, line < 0 ? bytes.length : line);
    if (!/^[ \t\r]*(--.*)?$/s.test(rest))
        return 'sql';
    return line < 0 ? 'more' : line + 1;
}
function dataEnds(bytes, from, final) {
    for (let at = from;;) {
        const mark = bytes.indexOf('\\.', at);
        if (mark < 0)
            break;
        const startsLine = mark === from || bytes[mark - 1] === 10;
        const behind = bytes[mark + 2] === 13 ? mark + 3 : mark + 2;
        if (startsLine && (bytes[behind] === 10 || (behind >= bytes.length && final))) {
            return { end: mark, next: Math.min(behind + 1, bytes.length), last: true };
        }
        at = mark + 2;
    }
    if (final)
        return { end: bytes.length, next: bytes.length, last: true };
    const line = bytes.lastIndexOf(10);
    return line < from ? undefined : { end: line + 1, next: line + 1, last: false };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/marks.js
const HEADING = 'a section heading';
const sections = (tool, up, down) => [
    ...(up === undefined ? [] : [{ tool, role: 'up', line: up }]),
    { tool, role: 'down', line: down },
];
const refused = (tool, line, why) => ({ tool, role: 'refused', line, why });
const MARKS = [
    ...sections('dbmate', /^--\s*migrate:up\b/i, /^--\s*migrate:down\b/i),
    refused('goose (ENVSUB)', /^--\s*\+\s*goose\s+envsub\s+on\b/i, 'it inserts environment variables into the SQL; write the values themselves'),
    ...sections('goose', /^--\s*\+\s*goose\s+up\b/i, /^--\s*\+\s*goose\s+down\b/i),
    ...sections('sql-migrate', /^--\s*\+\s*migrate\s+up\b/i, /^--\s*\+\s*migrate\s+down\b/i),
    ...sections('micrate', /^--\s*\+\s*micrate\s+up\b/i, /^--\s*\+\s*micrate\s+down\b/i),
    ...sections('a tool like goose', /^--\s*\+\s*\w+\s+up$/i, /^--\s*\+\s*\w+\s+down$/i),
    ...sections('rambler', /^--\s*rambler\s+up\b/i, /^--\s*rambler\s+down\b/i),
    ...sections('node-pg-migrate', /^--[\s-]*up\s+migration\s*([^\w\s].*)?$/i, /^--[\s-]*down\s+migration\s*([^\w\s].*)?$/i),
    { tool: 'node-pg-migrate', role: 'down', line: /^--[\s-]*down\s+migration\b/i, loose: true },
    { tool: 'tern', role: 'down', line: /^-{2,}\s*create\s+above\s*\/\s*drop\s+below\b/i, anywhere: true },
    ...sections('MyBatis', undefined, /^--\s*(\/\/)?\s*@undo\b/i),
    refused('Play evolutions', /^#.*!\s*(ups|downs)\b/i, 'its marks begin with a #, which is no comment in SQL; write "-- !Ups" and "-- !Downs"'),
    ...sections('Play evolutions', /^--.*!\s*ups\b/i, /^--.*!\s*downs\b/i),
    ...sections('Atlas (txtar)', /^--\s+migration\.sql\s+--$/i, /^--\s+down\.sql\s+--$/i),
    refused('Atlas (txtar)', /^--\s*atlas:txtar\b/i, 'it holds several files in one; write the one named migration.sql alone'),
    refused('Atlas (checkpoint)', /^--\s*atlas:checkpoint\b/i, 'it replaces all files before it, which would run as well; delete those or this one'),
    refused('Atlas (delimiter)', /^--\s*atlas:delimiter\b/i, 'end statements with a semicolon instead'),
    refused('Liquibase (formatted SQL)', /^--\s*(liquibase\s+formatted\s+sql\b|changeset\s+[^\s:]+:\S+)/i, 'its changesets, preconditions and rollbacks are not followed; write one file per changeset, with its rollback as the down migration'),
    refused('graphile-migrate (include)', /^--!\s*include\s+\S/i, 'the other file would be missing; write its SQL here'),
    refused('Sqitch', /^--\s*(revert\s+\S+\s+from|verify\s+\S+\s+on)\s+(pg|cockroach|yugabyte|mysql|sqlite)$/i, 'this is a revert or verify script; use the deploy script, and the revert script as its down migration'),
    refused('Bytebase', /^--\s*txn-mode\s*=\s*off\b/i, 'write "-- lockstep: no-transaction" instead'),
    ...sections(HEADING, headingOf('up'), headingOf('down')),
    { tool: HEADING, role: 'down', line: /^--\W*(undo|(undo|rollback)\W+(script|sql|section|part|migration))\W*$/i },
];
function headingOf(half) {
    const between = '[^\\p{L}\\p{N}]';
    return new RegExp(`^--${between}*(?:(?:migrat(?:e|ion)|schema|sql|db|name|direction|section)${between}+)?${half}s?` +
        `(?:${between}+(?:script|sql|section|part|migrations?))?${between}*$`, 'iu');
}
function marks_ruleOf(line, isBehind) {
    return MARKS.find((rule) => (!isBehind || rule.anywhere === true) && rule.line.test(line));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/find-marks.js



const find_marks_WINDOW = 1 << 20;
const LINE = 400;
function find_marks_findMarks(source) {
    const found = candidates(source);
    const sure = new Set(found.filter(({ rule }) => rule.loose !== true).map(({ rule }) => rule.tool));
    const marks = found.filter(({ rule }) => rule.loose !== true || sure.has(rule.tool));
    return marks.length === 0 ? [] : inComments(source, marks);
}
function candidates(source) {
    const found = [];
    for (let base = 0; base < source.size; base += find_marks_WINDOW) {
        const start = Math.max(0, base - LINE);
        const bytes = source.read(start, base + find_marks_WINDOW + LINE);
        const until = base - start + find_marks_WINDOW;
        for (let at = bytes.indexOf('--', base - start); at >= 0 && at < until;) {
            const end = bytes.indexOf(10, at);
            const { isBehind, text } = lineAt(bytes, at, end < 0 ? bytes.length : end);
            const rule = marks_ruleOf(text, isBehind);
            if (rule !== undefined)
                found.push({ rule, at: start + at });
            at = end < 0 ? -1 : bytes.indexOf('--', end);
        }
    }
    return found;
}
function lineAt(bytes, at, end) {
    let from = at;
    while (from > 0 && at - from < LINE && bytes[from - 1] !== 10)
        from--;
    const before = bytes.toString('latin1', from, at).trim();
    const text = bytes.toString('utf8', at, Math.min(end, at + LINE)).trim();
    return before === '#' ? { text: `#${text}`, isBehind: false } : { text, isBehind: before !== '' };
}
function inComments(source, marks) {
    const found = [];
    let next = 0;
    for (const item of walk_walk(source)) {
        if (next >= marks.length)
            break;
        if (item.kind !== 'statement' && item.kind !== 'end')
            continue;
        const to = item.kind === 'end' ? source.size : item.to;
        while ((marks[next]?.at ?? to) < item.from)
            next++;
        if ((marks[next]?.at ?? to) >= to)
            continue;
        const sql = source.read(item.from, to);
        const comments = new Set(lineComments(sql).map(({ at }) => at + item.from));
        const isInParentheses = parentheses(sql);
        for (let mark = marks[next]; mark !== undefined && mark.at < to; mark = marks[++next]) {
            const isProse = mark.rule.tool === HEADING && isInParentheses(mark.at - item.from);
            if (comments.has(mark.at) && !isProse)
                found.push(mark);
        }
    }
    return found;
}
function parentheses(sql) {
    let words;
    let next = 0;
    let depth = 0;
    return (at) => {
        words ??= tokens(sql);
        for (let token = words[next]; token !== undefined && token.at < at; token = words[++next]) {
            if (token.kind === 'mark' && token.value === '(')
                depth++;
            if (token.kind === 'mark' && token.value === ')')
                depth--;
        }
        return depth > 0;
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/directives.js
const noDirectives = { phase: undefined, phaseReason: '', noTransaction: false };
const directives_LINE = /^-{2,}[ \t]*lockstep[ \t]*:(.*)$/i;
const ALMOST = /^[\s*/]*(?:-{2,}[ \t]*)?lockstep(?:[ \t]*[-=:.][ \t]*|[ \t]+)(contract|no-transaction|(?:expand|no-archive|allow\s+\S+)\s+because\s.*)[\s*/.;]*$/i;
const NO_TRANSACTION = [
    /^--\s*pg-delta:\s*transaction=false$/i,
    /^--\s*migrate:\s*(up|down)\b.*\stransaction:\s*false\b/i,
    /^--\s*\+\s*goose\s+no\s+transaction$/i,
    /^--\s*\+\s*migrate\s+(up|down)\b.*\bnotransaction\b/i,
    /^--!\s*no-transaction\b/i,
    /^--\s*atlas:txmode\s+none$/i,
    /^--\s*postgres-migrations\s+disable-transaction$/i,
    /^--\s*morph:\s*nontransactional$/i,
    /^--\s*sem\.attribute\.transaction\s*=\s*none$/i,
];
const ON_TOP = /^--\s*(no-transaction|transactional:\s*false)$/i;
const ANY = /lockstep|transaction|txmode/i;
function findDirectives(text) {
    if (!ANY.test(text))
        return [];
    const lines = text.split('\n');
    return withoutBlocks(text)
        .split('\n')
        .flatMap((line, at) => {
        const directive = parse(line) ?? almost(lines[at] ?? '');
        return directive === undefined ? [] : [{ directive, line: at }];
    });
}
function parse(line) {
    const comment = line.trim();
    if (NO_TRANSACTION.some((pattern) => pattern.test(comment)))
        return { kind: 'no-transaction' };
    if (ON_TOP.test(comment))
        return { kind: 'no-transaction', onTopOnly: true };
    const said = directives_LINE.exec(comment)?.[1]?.trim();
    if (said === undefined)
        return undefined;
    if (/^contract$/i.test(said))
        return { kind: 'phase', phase: 'contract', reason: '' };
    if (/^no-transaction$/i.test(said))
        return { kind: 'no-transaction' };
    const expand = /^expand\s+because\s+(\S.*)$/i.exec(said);
    if (expand?.[1] !== undefined)
        return { kind: 'phase', phase: 'expand', reason: expand[1] };
    const erasure = /^no-archive\s+because\s+(\S.*)$/i.exec(said);
    if (erasure?.[1] !== undefined)
        return { kind: 'no-archive', reason: erasure[1] };
    const allow = /^allow\s+([a-z][a-z0-9-]*)\s+because\s+(\S.*)$/i.exec(said);
    if (allow?.[1] !== undefined && allow[2] !== undefined) {
        return { kind: 'allow', allowance: { rule: allow[1].toLowerCase(), reason: allow[2] } };
    }
    const unfinished = /^unfinished\b\s*(.*)$/i.exec(said);
    if (unfinished?.[1] !== undefined)
        return { kind: 'unfinished', what: unfinished[1] };
    const hint = /^(expand|allow|no-archive)\b/i.test(said) ? 'a reason is required' : 'no such directive';
    return {
        kind: 'unknown',
        problem: `"lockstep: ${said}": ${hint}; known are "contract", "expand because …", "no-transaction", "no-archive because …" and "allow RULE because …"`,
    };
}
function almost(line) {
    const said = ALMOST.exec(line)?.[1];
    if (said === undefined)
        return undefined;
    return { kind: 'unknown', problem: `this is no directive; write it on a line of its own as "-- lockstep: ${said}"` };
}
function withoutBlocks(text) {
    let depth = 0;
    let inLine = false;
    let out = '';
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        const two = c + (text[i + 1] ?? '');
        if (c === '\n')
            inLine = false;
        if (!inLine && depth === 0 && two === '--')
            inLine = true;
        if (!inLine && (two === '/*' || (depth > 0 && two === '*/'))) {
            depth += two === '/*' ? 1 : -1;
            out += '  ';
            i++;
        }
        else
            out += depth > 0 && c !== '\n' ? ' ' : c;
    }
    return out;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/sql/lines.js
const STEP = 1 << 20;
function countLines(bytes, from = 0, to = bytes.length) {
    let lines = 0;
    for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1))
        lines++;
    return lines;
}
function lines_lineCounter(source) {
    let counted = 0;
    let line = source.firstLine;
    return (at) => {
        if (at < counted) {
            counted = 0;
            line = source.firstLine;
        }
        while (counted < at) {
            const to = Math.min(at, counted + STEP);
            line += countLines(source.read(counted, to));
            counted = to;
        }
        return line;
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/joined-sections.js



const EXACT = /^-- \+migrate\s+(Up|Down)(\s|$)/;
const joined_sections_LINE = 400;
function joinSections(source, marks, role) {
    const own = marks.filter(({ rule }) => rule.role === role);
    const [first] = own;
    if (first === undefined || !own.every((mark) => isExact(source, mark)))
        return undefined;
    const parts = [];
    const open = [];
    let isBare = false;
    for (const [nth, mark] of marks.entries()) {
        if (mark.at < first.at)
            continue;
        const bytes = source.read(mark.at, marks[nth + 1]?.at ?? source.size);
        if (mark.rule.role !== role) {
            parts.push(Buffer.alloc(countLines(bytes), '\n'));
            continue;
        }
        parts.push(mark === first ? bytes : bytes.subarray(Buffer.byteLength(lineOf(bytes))));
        if (mark !== own.at(-1) && !isClosed(bytes))
            open.push(mark);
        isBare ||= /\bnotransaction\b/.test(lineOf(bytes));
    }
    const firstLine = source.firstLine + countLines(source.read(0, first.at));
    return { half: source_textSource(source.name, Buffer.concat(parts), firstLine), isBare, open };
}
function isExact(source, { at, rule }) {
    const before = at === 0 ? '\n' : source.read(at - 1, at).toString('latin1');
    return rule.tool === 'sql-migrate' && before === '\n' && EXACT.test(lineOf(source.read(at, at + joined_sections_LINE)));
}
function lineOf(bytes) {
    return bytes.toString('utf8', 0, Math.min(bytes.length, joined_sections_LINE)).split(/\r?\n/, 1)[0] ?? '';
}
function isClosed(bytes) {
    let closed = true;
    for (const item of walk_walk(source_textSource('', bytes))) {
        if (item.kind === 'statement')
            closed = bytes.subarray(item.end, item.to).includes(';');
        else if (item.kind === 'unterminated')
            closed = false;
    }
    return closed;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/sections.js







const sections_NO_TRANSACTION = '-- lockstep: no-transaction';
function sections_cutSections(source, problems) {
    const marks = find_marks_findMarks(source);
    const lineOf = lines_lineCounter(source);
    const report = (at, message) => void problems.push({ file: source.name, line: lineOf(at), message });
    for (const { at, rule } of marks)
        if (rule.role === 'refused')
            report(at, refusalOf(rule));
    const cuts = marks.filter(({ rule }) => rule.role !== 'refused');
    const other = cuts.find(({ rule }) => rule.tool !== cuts[0]?.rule.tool);
    if (other !== undefined) {
        report(other.at, `a mark of ${other.rule.tool} among marks of ${cuts[0]?.rule.tool}; a file has those of one tool`);
    }
    const bare = { up: false, down: false };
    const half = (role) => {
        const [mark, second] = cuts.filter(({ rule }) => rule.role === role);
        if (mark === undefined)
            return undefined;
        const joined = second === undefined ? undefined : joinSections(source, cuts, role);
        if (joined !== undefined) {
            for (const { at } of joined.open)
                report(at, `the last statement below "-- +migrate" ends without a semicolon`);
            bare[role] = joined.isBare;
            return joined.half;
        }
        if (second !== undefined)
            report(second.at, `a second mark for "${role}"; a file has one`);
        const end = cuts.find(({ at }) => at > mark.at)?.at ?? source.size;
        return part(source, mark.at, end, lineOf(mark.at));
    };
    const [first] = cuts;
    const down = half('down');
    const up = half('up') ?? (first?.rule.role === 'down' ? part(source, 0, first.at, source.firstLine) : undefined);
    const before = up?.size === 0 ? undefined : up;
    if (before === undefined)
        report(0, 'no "-- migrate:up" in it, nor such a mark of another tool');
    const isMarked = cuts.some(({ rule }) => rule.role === 'up');
    const begins = isMarked ? (first?.at ?? 0) : 0;
    if (!isOnlyComments(part(source, 0, begins, source.firstLine)))
        report(0, 'SQL before the first mark, which would never run');
    const preamble = source.read(0, begins).toString('utf8');
    const preambleOf = (role) => (bare[role] ? `${preamble}\n${sections_NO_TRANSACTION}\n` : preamble);
    return {
        up: before ?? source,
        down: down === undefined ? undefined : withPreamble(down, preambleOf('down')),
        preamble: preambleOf('up'),
    };
}
function withPreamble(down, preamble) {
    const isBare = findDirectives(preamble).some(({ directive }) => directive.kind === 'no-transaction');
    if (!isBare)
        return down;
    const text = `${sections_NO_TRANSACTION}\n${down.read(0, down.size).toString('utf8')}`;
    return source_textSource(down.name, text, down.firstLine - 1);
}
function hasSections(marks) {
    return marks.some(({ rule }) => rule.role !== 'refused' && rule.tool !== HEADING);
}
function refuseMarks(source, marks, half, problems) {
    const lineOf = lineCounter(source);
    const other = half === 'up' ? 'down' : 'up';
    for (const [nth, { at, rule }] of marks.entries()) {
        const report = (message) => void problems.push({ file: source.name, line: lineOf(at), message });
        if (rule.role === 'refused')
            report(refusalOf(rule));
        if (rule.role !== other)
            continue;
        const end = marks.slice(nth + 1).find((next) => next.rule.role === half)?.at ?? source.size;
        if (isOnlyComments(part(source, at, end, 1)))
            continue;
        report(`here begins the ${other} half (${rule.tool}), which would run as part of the ${half}; ` +
            'set layout: sections if all files are written this way, or put it into a separate file');
        return;
    }
}
function isOnlyComments(source) {
    const [first] = walk_walk(source);
    return first === undefined || first.kind === 'end';
}
function refusalOf({ tool, why }) {
    return `written for ${tool}: ${why ?? ''}`;
}
function part(source, from, to, firstLine) {
    return {
        name: source.name,
        firstLine,
        size: to - from,
        read: (start, end) => source.read(from + start, Math.min(to, from + end)),
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/down-half.js







function hasDownHalf(file, sql) {
    const source = source_textSource(file, sql);
    return hasSections(find_marks_findMarks(source)) && sections_cutSections(source, []).down !== undefined;
}
function readDownHalf(file, sql) {
    const problems = [];
    const { down } = cutSections(textSource(file, sql), problems);
    if (problems.length > 0)
        throw new FileError(problems);
    return down?.read(0, down.size).toString('utf8');
}
function hasStatements(sql) {
    const [first] = walk(textSource('', sql));
    return first !== undefined && first.kind !== 'end';
}
function withDownHalf(file, sql, down) {
    const bytes = Buffer.from(sql, 'utf8');
    const marks = findMarks(textSource(file, bytes)).filter(({ rule }) => rule.role !== 'refused');
    const lineAt = (at) => bytes.toString('utf8', at, endOfLine(bytes, at)).trim();
    const [own, second] = marks.filter(({ rule }) => rule.role === 'down');
    if (second !== undefined)
        throw new InputError(`${file}: has several down sections; write the draft of --print into one of them`);
    if (own === undefined) {
        const up = marks.find(({ rule }) => rule.role === 'up');
        const mark = (up === undefined ? undefined : downMarkOf(lineAt(up.at))) ?? '-- migrate:down';
        return `${sql}${/\n[ \t]*$/.test(sql) ? '' : '\n'}\n${mark}\n${asSection(down, mark)}`;
    }
    const from = endOfLine(bytes, own.at);
    const end = marks.find(({ at }) => at > own.at)?.at ?? bytes.length;
    const there = bytes.toString('utf8', from, end);
    const kept = hasStatements(there) ? '' : there.split('\n').filter(isKept).join('\n').trim();
    const head = bytes.toString('utf8', 0, from);
    const rest = bytes.toString('utf8', end);
    return [
        `${head}${head.endsWith('\n') ? '' : '\n'}`,
        kept === '' ? '' : `${kept}\n`,
        asSection(down, lineAt(own.at)),
        rest === '' ? '' : `\n${rest}`,
    ].join('');
}
function isKept(line) {
    return !/^\s*--\s*(?:lockstep:\s*unfinished\b|\+\s*\w+\s+Statement(?:Begin|End)\b)/i.test(line);
}
function endOfLine(bytes, at) {
    const end = bytes.indexOf(10, at);
    return end < 0 ? bytes.length : end + 1;
}
function downMarkOf(up) {
    const { tool } = ruleOf(up, false) ?? {};
    const bare = up.replace(/\s+(?:\w+\s*[:=]\s*\w+|no\s*transaction)\s*$/i, '').trimEnd();
    const lines = [bare, up].map((line) => line
        .replace(/\bmigration(?=\.sql\b)/i, 'down')
        .replace(/\bup(?=s?\b)/i, (word) => (word === 'UP' ? 'DOWN' : word === 'Up' ? 'Down' : 'down')));
    return lines.find((line) => {
        const rule = ruleOf(line, false);
        return rule?.role === 'down' && rule.tool === tool;
    });
}
function asSection(sql, mark) {
    const [, sign] = /^(--\s*\+\s*\w+)\s+(?:up|down)\b/i.exec(mark) ?? [];
    const bytes = Buffer.from(sql, 'utf8');
    if (sign === undefined || /^\s*--\s*\+\s*\w+\s+StatementBegin\b/im.test(sql))
        return sql;
    const parts = [];
    let done = 0;
    for (const item of walk(textSource('', bytes))) {
        if (item.kind !== 'statement' || !item.bytes.includes(';'))
            continue;
        const statement = bytes.toString('utf8', item.start, item.to).trimEnd();
        parts.push(bytes.toString('utf8', done, item.start));
        parts.push(`${sign} StatementBegin\n${statement}${statement.endsWith(';') ? '' : ';'}\n${sign} StatementEnd`);
        done = item.to;
    }
    return parts.join('') + bytes.toString('utf8', done);
}

;// CONCATENATED MODULE: ./actions/release-notes/lib/down-half.js



/***/ })

};
