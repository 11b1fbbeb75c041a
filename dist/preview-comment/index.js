import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 823569:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 565658:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 447779:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 989278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 802320:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(991619);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(388506);


await (0,_lockstep_action_shell__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_run_js__WEBPACK_IMPORTED_MODULE_0__/* .action */ .X);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 388506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ action)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/retry.js
var retry = __nccwpck_require__(1027241);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __nccwpck_require__(203906);
// EXTERNAL MODULE: ./packages/github/lib/endpoints.js
var endpoints = __nccwpck_require__(898178);
// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __nccwpck_require__(564604);
;// CONCATENATED MODULE: ./packages/github/lib/client.js



const MOST_PAGES = 100;
const beyond = new Set(endpoints/* BEYOND_REPOSITORY */.d$);
function repositoryProblem({ owner, repo }) {
    if (owner !== '' && repo !== '')
        return undefined;
    const given = [owner, repo].filter((part) => part !== '').join('/');
    return `GITHUB_REPOSITORY: expected OWNER/NAME, ${given === '' ? 'and it is not set' : `got "${given}"`}; a runner sets it, elsewhere set it to the repository on GitHub`;
}
function createGitHubClient(options) {
    const { clock, log, signal, repository, random } = options;
    const policy = options.retry ?? retry/* defaultRetry */.iU;
    const tools = {
        clock,
        signal,
        ...(random === undefined ? {} : { random }),
        onRetry: (error, attempt, delayMs) => log.debug(`${(0,errors/* describeTry */.z3)(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
    };
    let transport;
    const send = async (endpoint, parameters) => {
        const problem = beyond.has(endpoint) ? undefined : repositoryProblem(repository);
        if (problem !== undefined)
            throw new errors/* InputError */.dz(problem);
        transport ??= Promise.all(/* import() */[__nccwpck_require__.e(517), __nccwpck_require__.e(812)]).then(__nccwpck_require__.bind(__nccwpck_require__, 291810)).then(({ openTransport }) => openTransport(options));
        return await (await transport)(endpoint, parameters);
    };
    return {
        clock,
        log,
        signal,
        repository,
        async read(endpoint, parameters) {
            const answer = await (0,retry/* retry */.L5)(() => send(endpoint, parameters), policy, tools);
            return answer.data;
        },
        async *pages(endpoint, parameters) {
            for (let page = 1; page <= MOST_PAGES; page++) {
                const answer = await (0,retry/* retry */.L5)(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
                yield answer.data;
                if (!/rel="next"/.test(String(answer.headers['link'] ?? '')))
                    return;
            }
            throw new errors/* RemoteError */.Hi(`GitHub: ${endpoint}: more than ${MOST_PAGES} pages`, {
                service: 'GitHub',
                retryable: false,
            });
        },
        async change(endpoint, parameters) {
            const once = async () => {
                try {
                    const answer = await send(endpoint, parameters);
                    return { kind: 'accepted', status: answer.status, data: answer.data };
                }
                catch (error) {
                    if (!(error instanceof errors/* RemoteError */.Hi) || (0,failure/* nothingDone */.mh)(error))
                        throw error;
                    return { kind: 'lost', error };
                }
            };
            try {
                return await (0,retry/* retry */.L5)(once, policy, tools);
            }
            catch (error) {
                if (!(error instanceof errors/* RemoteError */.Hi))
                    throw error;
                return { kind: 'refused', error };
            }
        },
    };
}

;// CONCATENATED MODULE: ./packages/action-kit/lib/github.js

function githubClient(values, shell, signal = shell.signal) {
    const { apiUrl, repository } = shell.env;
    const timeout = values['request-timeout'];
    return createGitHubClient({
        token: values['github-token'],
        apiUrl,
        repository,
        clock: shell.clock,
        log: shell.log,
        signal,
        ...(timeout === undefined ? {} : { requestTimeoutMs: timeout }),
    });
}
function ledgerClient(values, shell, signal = shell.signal) {
    return openLedger({ github: githubClient(values, shell, signal), creator: values['ledger-creator'] });
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/action.js
function defineAction(action) {
    return action;
}

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __nccwpck_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/redact.js
var redact = __nccwpck_require__(580229);
;// CONCATENATED MODULE: ./packages/base/lib/verdict.js
function combine(verdicts) {
    if (verdicts.includes('fail'))
        return 'fail';
    if (verdicts.length === 0 || verdicts.includes('unknown'))
        return 'unknown';
    return 'pass';
}
const VERDICT_MARKS = { pass: '✅', fail: '❌', unknown: '⚠️' };

;// CONCATENATED MODULE: ./packages/base/lib/markdown-table.js
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
function factTable(facts) {
    return markdownTable(['', ''], facts.map(([name, value]) => [name, `\`${value}\``]));
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/tame-markdown.js
const PAIRED = 'details|summary|b|i|em|strong|sub|sup|code|kbd|del|ins';
const ALLOWED = `(?:${PAIRED})\\s{0,3}/?|details open`;
const PAIRED_TAG = new RegExp(`<(/?)(?:(${PAIRED})\\s{0,3}/?|(details) open)>`, 'gi');
const OTHER_TAGS = new RegExp(`<(?!/?(?:${ALLOWED}|(?:br|hr)\\s{0,3}/?)>)`, 'gi');
const ISSUE_ADDRESS = /\bhttps?:\/\/(?:www\.)?github\.com(?=\/[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues|pull|discussions|commit)\/)/gi;
const OTHER_ENTITIES = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)(?=#?\w{1,40};)/gi;
const BREAK = '\u200b';
const DEEPEST = 12;
const LONGEST_FENCE = 16;
function tame(markdown) {
    const text = markdown
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
        .replace(/`{17,}|~{17,}/g, (mark) => mark.slice(0, LONGEST_FENCE))
        .replace(OTHER_TAGS, `<${BREAK}`)
        .replace(/!\[/g, `!${BREAK}[`)
        .replace(/@(?=[\w-])/g, `@${BREAK}`)
        .replace(OTHER_ENTITIES, `&${BREAK}`)
        .replace(/(?<!&)#(?=\d)/g, `#${BREAK}`)
        .replace(/\bGH-(?=\d)/gi, `GH-${BREAK}`)
        .replace(ISSUE_ADDRESS, 'https://redirect.github.com');
    return tame_markdown_closed(text);
}
function tame_markdown_closed(text) {
    const open = closers();
    const lines = [];
    for (const line of text.split('\n')) {
        const wasFence = open.fence !== undefined;
        const taken = open.take(line);
        if (!wasFence && open.fence !== undefined) {
            while (lines.at(-1) === '')
                lines.pop();
            if (lines.length > 0)
                lines.push('');
        }
        if (lines.length > 0 || taken !== '')
            lines.push(taken);
    }
    lines.push(...open.all());
    return lines.join('\n').trimEnd();
}
function closers() {
    const tags = [];
    let fence;
    return {
        get fence() {
            return fence;
        },
        take(line) {
            const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
            if (fence !== undefined) {
                if (mark?.startsWith(fence) === true && line.trim() === mark)
                    fence = undefined;
                return line.replace(/<(?!\u200b)/g, `<${BREAK}`);
            }
            if (mark === undefined)
                return line.replace(PAIRED_TAG, (tag, slash, name, fold) => pair(tags, tag, slash, (name ?? fold ?? '').toLowerCase()));
            fence = mark;
            return line;
        },
        isNone: () => fence === undefined && tags.length === 0,
        all: () => [...(fence === undefined ? [] : [fence]), ...tags.toReversed().flatMap((name) => ['', `</${name}>`])],
    };
}
function pair(open, tag, slash, name) {
    if (slash === '' && open.length < DEEPEST) {
        open.push(name);
        return tag === '<details open>' ? tag : `<${name}>`;
    }
    if (slash !== '' && open.at(-1) === name) {
        open.pop();
        return `</${name}>`;
    }
    return `<${BREAK}${slash}${name}>`;
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/cut-markdown.js

const CLOSERS = 400;
function cutMarkdown(markdown, limit, note) {
    if (markdown.length <= limit)
        return markdown;
    const room = limit - note.length - 2;
    if (room <= 0)
        return note.slice(0, Math.max(0, limit));
    const border = lastBorder(markdown, room);
    const kept = border >= room / 2
        ? markdown.slice(0, border).trimEnd()
        : tame_markdown_closed(markdown.slice(0, borderInside(markdown, Math.max(border, room - CLOSERS))));
    return kept === '' || kept.length > room ? note : `${kept}\n\n${note}`;
}
function lastBorder(markdown, room) {
    const open = closers();
    let position = 0;
    let border = 0;
    const lines = linesWithin(markdown, room);
    for (const [index, line] of lines.entries()) {
        open.take(line);
        position += line.length + 1;
        if (position > room + 1)
            break;
        const isTableHead = line.trimStart().startsWith('|') && isRule(lines[index + 1] ?? '');
        if (open.isNone() && !isTableHead && !isRule(line))
            border = position;
    }
    return border;
}
function borderInside(markdown, room) {
    const line = markdown.lastIndexOf('\n', room);
    const end = line >= room / 2 ? line : room;
    const code = markdown.charCodeAt(end - 1);
    return code >= 0xd800 && code < 0xdc00 ? end - 1 : end;
}
function linesWithin(markdown, room) {
    const end = markdown.indexOf('\n', room + 1);
    const next = end === -1 ? -1 : markdown.indexOf('\n', end + 1);
    return (next === -1 ? markdown : markdown.slice(0, next)).split('\n');
}
function isRule(line) {
    return line.includes('|') && line.includes('---') && /^[\s|:-]+$/.test(line);
}

;// CONCATENATED MODULE: ./packages/base/lib/fields.js


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
        if (value === undefined || value === null || isBlank(value)) {
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
        const ms = text === '' ? absent : parseDuration(text);
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
        if (items.some((item) => typeof item !== 'string' || isBlank(item))) {
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
        return new Secret(text);
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
function isBlank(value) {
    return typeof value === 'string' && value.trim() === '';
}
function kindOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
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

;// CONCATENATED MODULE: ./packages/github/lib/comment/link-places.js



const PLACE = /(?<![[`\\])`([^`\n:]{1,300})(?:`:(\d{1,7})|:(\d{1,7})(?::\d{1,7})?`)(?![\]`\d])/g;
const MOST = 300;
function namesPlaces(markdown) {
    return markdown.search(PLACE) !== -1;
}
function linkPlaces(markdown, places) {
    const open = closers();
    let count = 0;
    const own = markdown.replaceAll(`${tame(places.pullUrl)}/files#diff-`, `${places.pullUrl}/files#diff-`);
    const lines = own.split('\n').map((line) => {
        const wasFence = open.fence !== undefined;
        open.take(line);
        if (wasFence || open.fence !== undefined)
            return line;
        return line.replace(PLACE, (whole, file, before, inside) => {
            const at = target(file.replaceAll('\u200b', ''), before ?? inside ?? '', places);
            return at === undefined || ++count > MOST ? whole : `[\`${file}:${before ?? inside}\`](${at})`;
        });
    });
    return lines.join('\n');
}
function target(file, line, { changed, fileUrl, pullUrl }) {
    if (changed.has(file)) {
        const name = (0,external_node_crypto_().createHash)('sha256').update(file).digest('hex');
        return linkTarget(`${pullUrl}/files#diff-${name}R${line}`);
    }
    const isPath = /^[^/\s\\][^\\]*\/[^\\]*\.[a-z]\w{0,9}$/i.test(file) && !file.split('/').includes('..');
    if (!isPath || fileUrl === '')
        return undefined;
    return `${linkTarget(`${fileUrl}/${file.split('/').map(encodeURIComponent).join('/')}`)}#L${line}`;
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/readable.js
const CHECKOUTS = [
    /(?:file:\/\/)?\/(?:home\/runner|Users\/runner)\/work\/[\w.-]{1,100}\/[\w.-]{1,100}\//g,
    /(?:file:\/\/)?\/__w\/[\w.-]{1,100}\/[\w.-]{1,100}\//g,
    /(?:file:\/\/)?\/github\/workspace\//g,
    /(?:file:\/\/)?(?:\/[\w.-]{1,60}){1,6}\/_work\/[\w.-]{1,100}\/[\w.-]{1,100}\//g,
    /(?:file:\/\/\/)?[A-Z]:[\\/]a[\\/][\w.-]{1,100}[\\/][\w.-]{1,100}[\\/]/g,
];
const FRAME = /^[ \t]{1,40}at [^\n]{1,1000}(?:\.\w{1,10}|node:[\w/]{1,100}):\d{1,7}(?::\d{1,7})?\)?[ \t]{0,40}$/;
function readable(markdown) {
    const text = CHECKOUTS.reduce((rest, checkout) => rest.replace(checkout, ''), markdown);
    if (!/^[ \t]{1,40}at /m.test(text))
        return text;
    const lines = [];
    let left = 0;
    const note = () => {
        if (left > 0)
            lines.push(`    … ${left} stack ${left === 1 ? 'frame' : 'frames'}`);
        left = 0;
    };
    for (const line of text.split('\n')) {
        if (FRAME.test(line)) {
            left++;
            continue;
        }
        note();
        lines.push(line);
    }
    note();
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/sections.js




const SECTION_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;
const COMMENT_LIMIT = 60_000;
const SHARE = COMMENT_LIMIT / 10 - 800;
const MARKER = '<!-- lockstep:comment -->';
const CLOSED = '<!-- lockstep:closed -->';
const END = '<!-- /lockstep:section -->';
const MOST_ROWS = 30;
const MARK_LENGTH = 8_000;
const LONGEST = { title: 60, name: 80, sentence: 240, time: 20 };
function isOurs(body) {
    return body.startsWith(MARKER);
}
function asWritten(body) {
    return body.replace(/\r\n?/g, '\n').trimEnd();
}
function newer(a, b) {
    return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}
function isEmpty({ body, rows = [] }) {
    return body === '' && rows.length === 0;
}
function markOf({ name, version: { run, attempt }, verdict, title, rows, commit, run: url }) {
    const word = verdict === undefined ? '' : ` ${verdict}`;
    const shown = { title, commit, run: url, rows };
    const isBare = Object.values(shown).every((value) => value === undefined);
    return `<!-- lockstep:section ${name} ${run}.${attempt}${word}${isBare ? '' : ` ${inMark(shown)}`} -->`;
}
function inMark(value) {
    return JSON.stringify(value).replace(/[<>]|-(?=-)/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
const SECTION_MARK = /<!-- lockstep:section ([a-z0-9-]{1,40}) (\d{1,16})\.(\d{1,9})(?: (pass|fail|unknown))?(?: (\{[^<>\n]{0,9000}\}))? -->\n/g;
const NEXT_FOLD = /\n*<\/details>\s*(?:<details(?: open)?><summary>[^\n]*<\/summary>\s*)?$/;
function parseComment(body) {
    const text = asWritten(body);
    const found = [...text.matchAll(SECTION_MARK)];
    const sections = found.flatMap(({ 0: mark, 1: name = '', 2: run, 3: attempt, 4: verdict, 5: shown, index }, nth) => {
        const start = index + mark.length;
        const next = found[nth + 1]?.index ?? text.length;
        const end = text.slice(start - 1, next).indexOf(`\n${END}`);
        const inside = end === -1
            ? text.slice(start, next).trimEnd().replace(NEXT_FOLD, '')
            : text.slice(start, Math.max(start, start - 1 + end));
        const version = { run: Number(run), attempt: Number(attempt) };
        const word = verdict === undefined ? {} : { verdict: verdict };
        return [{ name, version, ...word, ...readMark(shown), body: inside.trimEnd() }];
    });
    return { sections, closed: text.includes(`${MARKER}\n${CLOSED}`) };
}
function readMark(json) {
    if (json === undefined)
        return {};
    let data;
    try {
        data = JSON.parse(json);
    }
    catch {
        return {};
    }
    if (!isMap(data))
        return {};
    const { title, commit, run, rows } = data;
    return {
        ...(typeof title === 'string' ? { title } : {}),
        ...(Array.isArray(rows) ? { rows: rows.filter(isRow) } : {}),
        ...(typeof commit === 'string' ? { commit } : {}),
        ...(typeof run === 'string' ? { run } : {}),
    };
}
function isRow(value) {
    if (!isMap(value))
        return false;
    const { name, sentence, time, verdict } = value;
    const isVerdict = verdict === undefined || (typeof verdict === 'string' && verdict in VERDICT_MARKS);
    return [name, sentence, time].every((text) => typeof text === 'string') && isVerdict;
}
function sectionOf(name, version, text) {
    const { verdict, title = '', run } = text;
    const rows = rowsOf(text.rows ?? []);
    const details = withoutHeading(tame(readable(text.markdown)), [title, name]);
    if (details === '' && rows.length === 0)
        return { name, version, body: '' };
    const commit = text.commit.slice(0, 7);
    const about = [commit, sections_link('run', run), isLong(details) ? sections_link('whole text', text.whole) : ''].filter(Boolean);
    const foot = `${FOOT}${tame(about.join(' · ')).replaceAll('\n', ' ')}</sub>`;
    return {
        name,
        version,
        ...(verdict === undefined ? {} : { verdict }),
        ...(title === '' ? {} : { title: oneLine(title, LONGEST.title) }),
        ...(rows.length === 0 ? {} : { rows }),
        ...(commit === '' ? {} : { commit }),
        ...(run === '' ? {} : { run }),
        body: details === '' ? '' : `${text.places === undefined ? details : linkPlaces(details, text.places)}${foot}`,
    };
}
const FOOT = '\n\n<sub>';
function sections_link(label, url) {
    return url === '' ? '' : `[${label}](${url})`;
}
function rowsOf(given) {
    const rows = given.slice(0, MOST_ROWS).map(({ name, sentence, time, ...rest }) => ({
        ...rest,
        name: oneLine(name, LONGEST.name),
        sentence: oneLine(readable(sentence), LONGEST.sentence),
        time: oneLine(time, LONGEST.time),
    }));
    while (inMark(rows).length > MARK_LENGTH - 500)
        rows.pop();
    return rows;
}
function oneLine(text, most) {
    const line = text.replace(/\s+/g, ' ').trim();
    return tame(line.length > most ? `${line.slice(0, most - 1)}…` : line)
        .replace(/\s+/g, ' ')
        .replace(/(?<!\\)\|/g, '\\|');
}
function withoutHeading(markdown, titles) {
    const [, heading = ''] = /^#{1,6} +([^\n]{1,100})(?:\n|$)/.exec(markdown) ?? [];
    const words = heading
        .replace(/^(?:✅|❌|⚠️|\s)+/u, '')
        .trim()
        .toLowerCase();
    if (heading === '' || !titles.some((title) => title.toLowerCase() === words))
        return markdown;
    return markdown.slice(markdown.indexOf('\n') === -1 ? markdown.length : markdown.indexOf('\n')).trimStart();
}
function isLong(markdown) {
    return markdown.length > SHARE;
}
function merge(first, second) {
    const merged = new Map(second.map((section) => [section.name, section]));
    for (const section of first) {
        const other = merged.get(section.name);
        if (other === undefined || !newer(other.version, section.version))
            merged.set(section.name, section);
    }
    return [...merged.values()];
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/render-comment.js




const ORDER = ['preview', 'quality', 'migrations', 'health', 'bundle'];
const CUT_NOTE = '_… cut here; the whole text is linked below._';
const render_comment_MOST_ROWS = 60;
const MOST_NAMED = 4;
function renderComment(content) {
    const ordered = [...content.sections].sort(byOrder);
    const whole = framed(content, ordered);
    if (whole.length <= COMMENT_LIMIT)
        return whole;
    const frame = framed(content, ordered.map((section) => ({ ...section, body: section.body === '' ? '' : ' ' })));
    return framed(content, fit(ordered, COMMENT_LIMIT - frame.length));
}
function framed({ closed: isClosed }, sections) {
    const blocks = [...head(sections), ...sections.map(block)];
    if (!isClosed)
        return `${MARKER}\n${blocks.join('\n\n')}`;
    const summary = '<details><summary>This pull request is closed. Its last results:</summary>';
    return `${MARKER}\n${CLOSED}\n${[summary, ...blocks, '</details>'].join('\n\n')}`;
}
function block(section) {
    const { body, rows = [], verdict } = section;
    const marked = `${markOf(section)}\n${body}\n${END}`;
    if (body === '')
        return marked;
    const isOpen = verdict === undefined ? rows.length === 0 : verdict !== 'pass';
    const sign = verdict === undefined ? '' : `${VERDICT_MARKS[verdict]} `;
    return `<details${isOpen ? ' open' : ''}><summary>${sign}<b>${titleOf(section)}</b></summary>\n\n${marked}\n\n</details>`;
}
function titleOf({ name, title }) {
    return title ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
function head(sections) {
    const shown = sections.filter((section) => !isEmpty(section));
    const newest = shown.reduce((last, one) => (last === undefined || newer(one.version, last.version) ? one : last), undefined);
    const rows = shown.flatMap((section) => render_comment_rowsOf(section).map((row) => cells(row, section, newest)));
    if (rows.length === 0)
        return [];
    const most = rows.slice(0, render_comment_MOST_ROWS);
    const left = rows.length - most.length;
    const all = left > 0 ? [...most, [`… and ${left} more`, '', '']] : most;
    const hasTimes = all.some(([, , time]) => time !== '');
    const table = hasTimes
        ? markdownTable(['Check', 'Result', 'Time'], all)
        : markdownTable(['Check', 'Result'], all.map((row) => row.slice(0, 2)));
    const line = verdictLine(shown);
    return line === '' ? [table] : [line, table];
}
function render_comment_rowsOf(section) {
    const { rows = [], verdict } = section;
    if (rows.length > 0)
        return rows;
    return verdict === undefined ? [] : [{ name: titleOf(section), verdict, sentence: '', time: '' }];
}
const PLAIN = { pass: 'passed', fail: 'failed', unknown: 'inconclusive' };
function cells({ name, verdict, sentence, time, advisory }, { commit }, newest) {
    const sign = verdict === undefined ? '' : `${VERDICT_MARKS[verdict]} `;
    const result = sentence || (verdict === undefined ? '' : PLAIN[verdict]);
    const isOld = commit !== undefined && newest?.commit !== undefined && newest.commit !== commit;
    return [`${sign}${name}${advisory === true ? ' (advisory)' : ''}`, isOld ? `${result} (of ${commit})` : result, time];
}
function verdictLine(sections) {
    const of = (verdict) => sections.filter((section) => section.verdict === verdict);
    const [failed, unknown, passed] = [of('fail'), of('unknown'), of('pass')];
    const named = (section, verdict, word) => {
        const { rows = [] } = section;
        const causes = rows.filter((row) => row.verdict === verdict && row.advisory !== true).map(({ name }) => name);
        const isItself = rows.length < 2 || causes.length === 0;
        return `${VERDICT_MARKS[verdict]} **${titleOf(section)} ${word}${isItself ? '' : `: ${(0,lists/* nameSome */.Kf)(causes, MOST_NAMED)}`}**`;
    };
    const rows = passed.flatMap(render_comment_rowsOf);
    const isAll = rows.length > 1 && rows.every(({ verdict = 'pass' }) => verdict === 'pass');
    const names = (0,lists/* nameSome */.Kf)(passed.map(titleOf), MOST_NAMED);
    const all = isAll ? `**All ${rows.length} checks passed**` : `**${names} passed**`;
    const bad = [
        ...failed.map((section) => named(section, 'fail', 'failed')),
        ...unknown.map((section) => named(section, 'unknown', 'is inconclusive')),
    ];
    const good = bad.length === 0 ? all : names;
    const parts = [...bad, ...(passed.length === 0 ? [] : [`${VERDICT_MARKS.pass} ${good}`])];
    if (parts.length === 0)
        return '';
    const run = [...failed, ...unknown, ...passed].find((section) => section.run !== undefined)?.run;
    return [...parts, ...(run === undefined ? [] : [`[run](${run})`])].join(' · ');
}
function fit(sections, room) {
    let limit = Math.max(0, ...sections.map((section) => section.body.length));
    const total = (most) => sections.reduce((sum, { body }) => sum + Math.min(body.length, most), 0);
    while (limit > 0 && total(limit) > room)
        limit = Math.floor(limit * 0.9);
    return sections.map((section) => ({ ...section, body: cutBody(section.body, limit) }));
}
function cutBody(body, limit) {
    if (body === '')
        return '';
    const foot = body.endsWith('</sub>') ? body.lastIndexOf(FOOT) : -1;
    const tail = foot === -1 ? '' : body.slice(foot);
    const text = foot === -1 ? body : body.slice(0, foot);
    return `${tame_markdown_closed(cutMarkdown(text, limit - tail.length, CUT_NOTE))}${tail}`;
}
function byOrder(a, b) {
    const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
    return rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1);
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/plan-comment.js


function planComment(comments, author, wanted, closed) {
    const ours = comments
        .filter((comment) => comment.author === author && isOurs(comment.body))
        .sort((a, b) => a.id - b.id);
    const [comment, ...others] = ours;
    const written = wanted.filter((section) => !isEmpty(section));
    if (comment === undefined) {
        if (written.length === 0)
            return { kind: 'none' };
        return { kind: 'create', body: renderComment({ sections: written, closed }) };
    }
    const standing = ours
        .map(({ body }) => parseComment(body).sections)
        .reduce((all, sections) => merge(all, sections), []);
    const fresh = wanted.filter((section) => {
        const there = standing.find((one) => one.name === section.name);
        return there === undefined ? !isEmpty(section) : !newer(there.version, section.version);
    });
    if (written.length > 0 && fresh.length === 0 && others.length === 0)
        return { kind: 'superseded', comment };
    const content = { sections: merge(fresh, standing), closed };
    const body = renderComment(content);
    if (asWritten(body) === asWritten(comment.body) && others.length === 0)
        return { kind: 'keep', comment };
    return { kind: 'update', comment, body, extra: others.map(({ id }) => id) };
}
function holds(body, wanted, closed) {
    const content = parseComment(body);
    const isThere = (section) => {
        const there = content.sections.find((one) => one.name === section.name);
        return there === undefined ? isEmpty(section) : !newer(section.version, there.version);
    };
    return content.closed === closed && wanted.every(isThere);
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/post-comment.js



const ATTEMPTS = 8;
const BACKOFF_MS = 400;
const SETTLE_MS = 2_000;
async function postComment(github, given, random = Math.random) {
    const request = { ...given, sections: given.sections.map(redactedSection) };
    let lost = 'nothing was written';
    let own;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const plan = planComment(await listComments(github, request.pull, own), request.author, request.sections, request.closed);
        if (plan.kind === 'none')
            return { kind: 'nothing' };
        if (plan.kind === 'superseded')
            return resultOf('superseded', plan.comment);
        if (plan.kind === 'keep' && attempt === 1)
            return resultOf('unchanged', plan.comment);
        const answer = plan.kind === 'keep' ? undefined : await write(github, request.pull, plan);
        if (answer?.kind === 'refused') {
            if (plan.kind === 'update' && answer.error.status === 404 && attempt < ATTEMPTS)
                continue;
            return { kind: 'refused', status: answer.error.status, message: answer.error.message };
        }
        if (answer?.kind === 'accepted')
            own = Number(answer.data.id);
        if (plan.kind === 'update' && answer?.kind === 'accepted')
            await remove(github, plan.extra);
        const settled = await settle(github, request, own, random);
        if (settled !== undefined)
            return resultOf('posted', settled);
        lost = answer?.kind === 'lost' ? answer.error.message : 'another job wrote over it';
        await github.clock.sleep(BACKOFF_MS * attempt * (0.5 + random()), github.signal);
    }
    return { kind: 'unconfirmed', message: `after ${ATTEMPTS} tries: ${lost}` };
}
function redactedSection(section) {
    const { body, rows, title } = section;
    return {
        ...section,
        body: (0,redact/* redactText */.Rd)(body),
        ...(title === undefined ? {} : { title: (0,redact/* redactText */.Rd)(title) }),
        ...(rows === undefined
            ? {}
            : { rows: rows.map((row) => ({ ...row, name: (0,redact/* redactText */.Rd)(row.name), sentence: (0,redact/* redactText */.Rd)(row.sentence) })) }),
    };
}
function write(github, pull, plan) {
    return plan.kind === 'create'
        ? github.change('issues.createComment', {
            issue_number: pull,
            body: plan.body,
        })
        : github.change('issues.updateComment', {
            comment_id: plan.comment.id,
            body: plan.body,
        });
}
async function settle(github, request, own, random) {
    let found;
    for (const wait of [0, SETTLE_MS * (1 + random() / 4)]) {
        await github.clock.sleep(wait, github.signal);
        const comments = await listComments(github, request.pull, own);
        const ours = comments.filter(({ author, body }) => author === request.author && isOurs(body));
        found = ours.length === 1 ? ours[0] : undefined;
        if (found === undefined || !holds(found.body, request.sections, request.closed))
            return undefined;
    }
    return found;
}
async function remove(github, ids) {
    for (const id of ids)
        await github.change('issues.deleteComment', { comment_id: id });
}
async function listComments(github, pull, own) {
    const found = [];
    for await (const page of github.pages('issues.listComments', {
        issue_number: pull,
    }))
        found.push(...page.map(commentOf));
    if (own === undefined || found.some(({ id }) => id === own))
        return found;
    try {
        const comment = await github.read('issues.getComment', { comment_id: own });
        return [...found, commentOf(comment)];
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 404)
            return found;
        throw error;
    }
}
function commentOf(comment) {
    return {
        id: Number(comment.id),
        author: comment.user?.login ?? '',
        body: comment.body ?? '',
        url: comment.html_url,
    };
}
function resultOf(kind, comment) {
    return { kind, id: comment.id, url: comment.url };
}

;// CONCATENATED MODULE: ./packages/github/lib/comment/find-pull.js

async function readPull(github, pull) {
    const found = await github.read('pulls.get', { pull_number: pull });
    return { number: found.number, open: found.state === 'open', head: found.head.sha };
}
const MOST_FILES = 300;
async function changedFiles(github, pull) {
    const found = new Set();
    for await (const page of github.pages('pulls.listFiles', { pull_number: pull })) {
        for (const { filename } of page)
            found.add(filename);
        if (found.size >= MOST_FILES)
            break;
    }
    return found;
}
async function pullOfCommit(github, commit, headRepository) {
    const pulls = await github
        .read('repos.listPullRequestsAssociatedWithCommit', { commit_sha: commit, per_page: 100 })
        .catch((error) => {
        if (error instanceof errors/* RemoteError */.Hi && error.status === 422)
            return [];
        throw error;
    });
    const own = `${github.repository.owner}/${github.repository.repo}`.toLowerCase();
    const matching = pulls.filter((pull) => pull.state === 'open' &&
        pull.head.sha === commit &&
        pull.base.repo.full_name.toLowerCase() === own &&
        (headRepository === undefined || pull.head.repo?.full_name.toLowerCase() === headRepository.toLowerCase()));
    const [pull, ...others] = matching;
    if (pull === undefined)
        return { kind: 'none' };
    if (others.length > 0)
        return { kind: 'several', numbers: matching.map((one) => one.number) };
    return { kind: 'found', pull: { number: pull.number, open: true, head: pull.head.sha } };
}

// EXTERNAL MODULE: ./packages/base/lib/secret.js
var secret = __nccwpck_require__(487083);
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
    empty: new secret/* Secret */.z(''),
    others: [new secret/* Secret */.z('-', 'part')],
    parse: (value) => ok(new secret/* Secret */.z(value)),
};
function shape_secret(options = {}) {
    return field({ type: 'secret', expected: 'a secret', ...shape_hidden }, undefined, { ...options, secret: true });
}
function described(field, description) {
    return { ...field, description };
}
function token(defaultText) {
    return field({ type: 'secret', expected: 'a token', ...shape_hidden }, defaultText, { secret: true });
}
function jobStatus() {
    return described(shape_text('${{ job.status }}'), 'Set by the action itself; it passes the result of the job to the post step.');
}
function commit() {
    return shape_text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
}
function oneOf(words, defaultWord, options = {}) {
    const known = words;
    const parse = (value) => (known.includes(value) ? ok(value) : no);
    return field({
        type: words.map((word) => `\`${word}\``).join(', '),
        expected: `one of ${words.filter((word) => word !== '').join(', ')}${words.includes('') ? ', or nothing' : ''}`,
        empty: defaultWord ?? '',
        others: words,
        parse,
    }, defaultWord, options);
}
function flag(defaultValue) {
    const parse = (value) => (value === 'true' ? ok(true) : value === 'false' ? ok(false) : no);
    const form = { type: 'boolean', expected: 'true or false', empty: defaultValue, others: [!defaultValue], parse };
    return field(form, String(defaultValue));
}
function duration(defaultText, options = {}) {
    const parse = (value) => {
        const ms = parseDuration(value);
        return ms === undefined ? no : ok(ms);
    };
    const empty = defaultText === undefined ? undefined : parseDuration(defaultText);
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
function list(defaultText, options = {}) {
    const parse = (value) => ok(parseList(value));
    return field({ type: 'list', expected: 'one value a line', empty: parseList(defaultText ?? ''), others: [['text']], parse }, defaultText, options);
}
function url(defaultText, options = {}) {
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

;// CONCATENATED MODULE: ./actions/preview-comment/lib/inputs.js


const inputs = {
    section: shape_text(undefined, { pattern: SECTION_NAME, expected: 'up to 40 lower-case letters, digits, hyphens' }),
    body: shape_text(),
    'body-path': shape_text(),
    title: shape_text(),
    result: shape_text(),
    duration: shape_text(),
    'rows-path': shape_text(),
    verdict: oneOf(['', 'pass', 'fail', 'unknown'], ''),
    'pull-request': integer(undefined, { min: 1 }),
    state: oneOf(['auto', 'open', 'closed'], 'auto'),
    'commit-sha': commit(),
    'comment-author': shape_text('github-actions[bot]'),
    'write-to': shape_text(),
    'read-from': shape_text(),
    required: flag(false),
    'github-token': token('${{ github.token }}'),
    'dry-run': flag(false),
};
function contradictions(values) {
    const given = ['section', 'body', 'body-path', 'title', 'verdict', 'result', 'duration', 'rows-path', 'write-to'].filter((name) => values[name] !== '');
    if (values['read-from'] !== '') {
        const number = values['pull-request'] === undefined ? [] : ['pull-request'];
        return [...given, ...number].map((name) => `input "${name}": not allowed with "read-from", which finds the sections and the pull request automatically`);
    }
    const problems = [];
    if (values.body !== '' && values['body-path'] !== '')
        problems.push('input "body-path": not allowed with "body"; give one of them');
    if (values['rows-path'] !== '' && (values.result !== '' || values.duration !== ''))
        problems.push('input "rows-path": not allowed with "result" or "duration", which are one row');
    const isSection = given.length > 0;
    if (isSection && values.section === '')
        problems.push('input "section": required, expected the name of this job\'s section');
    const hasText = [values.body, values['body-path'], values.result, values['rows-path']].some((one) => one !== '');
    if (isSection && !hasText)
        problems.push('input "body": required, expected Markdown here, a file in "body-path", or a sentence in "result"');
    return problems;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
;// CONCATENATED MODULE: ./packages/base/lib/byte-order-mark.js
function withoutMark(text) {
    return text.startsWith('\ufeff') ? text.slice(1) : text;
}

;// CONCATENATED MODULE: ./actions/preview-comment/lib/rows.js

const VERDICTS = ['pass', 'fail', 'unknown'];
const rows_MOST = 100;
const rows_LONGEST = 2_000;
function readRows(value) {
    if (!Array.isArray(value) || value.length > rows_MOST)
        return undefined;
    const rows = value.map(readRow);
    return rows.every((row) => row !== undefined) ? rows : undefined;
}
function readRow(value) {
    if (!isMap(value))
        return undefined;
    const { name, sentence = '', time = '', verdict: word, advisory, ...others } = value;
    const verdict = VERDICTS.find((one) => one === word);
    if (Object.keys(others).length > 0 || (word !== undefined && verdict === undefined))
        return undefined;
    if (advisory !== undefined && typeof advisory !== 'boolean')
        return undefined;
    if (!isText(name) || !isText(sentence) || !isText(time) || name === '')
        return undefined;
    return {
        name,
        ...(verdict === undefined ? {} : { verdict }),
        sentence,
        time,
        ...(advisory === undefined ? {} : { advisory }),
    };
}
function isText(value) {
    return typeof value === 'string' && value.length <= rows_LONGEST;
}

;// CONCATENATED MODULE: ./actions/preview-comment/lib/sources.js





class InvalidArtifact extends Error {
    name = 'InvalidArtifact';
}
const FILES = 20;
const FILE_BYTES = 262_144;
const BODY_LENGTH = 65_536;
const TITLE_LENGTH = 1_000;
const NEEDED = ['version', 'section', 'body'];
const OPTIONAL = ['verdict', 'title', 'rows'];
const FIELDS = [...NEEDED, ...OPTIONAL];
const READ_BYTES = 1_048_576;
const sources_VERDICTS = ['pass', 'fail', 'unknown'];
function ownDraft(values, workspace) {
    if (values.section === '')
        return undefined;
    const markdown = values['body-path'] === '' ? values.body : readText('body-path', (0,external_node_path_.resolve)(workspace, values['body-path']));
    const name = values.section;
    const rows = values['rows-path'] === '' ? [] : readRowsFile((0,external_node_path_.resolve)(workspace, values['rows-path']));
    if (markdown.trim() === '' && values.result === '' && rows.length === 0)
        return { name, markdown: '', verdict: undefined, title: '', rows };
    const verdict = values.verdict === '' ? undefined : values.verdict;
    const title = values.title.replace(/\s+/g, ' ').trim();
    return { name, markdown, verdict, title, rows: rows.length > 0 ? rows : ownRow(values, title || name, verdict) };
}
function ownRow({ duration, result }, name, verdict) {
    if (verdict === undefined && result === '')
        return [];
    const row = { name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, sentence: result, time: duration };
    return [verdict === undefined ? row : { ...row, verdict }];
}
function readRowsFile(path) {
    const text = readText('rows-path', path);
    if (text.trim() === '')
        return [];
    let rows;
    try {
        rows = readRows(JSON.parse(text));
    }
    catch {
        rows = undefined;
    }
    if (rows !== undefined)
        return rows;
    throw new errors/* InputError */.dz(`input "rows-path": ${path} is not a JSON list of rows with "name", "verdict", "sentence" and "time"`);
}
function readText(input, path) {
    try {
        if (!(0,external_node_fs_.statSync)(path).isFile())
            throw new errors/* InputError */.dz(`input "${input}": ${path} is not a regular file`);
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const bytes = Buffer.alloc(READ_BYTES);
            const length = (0,external_node_fs_.readSync)(file, bytes, 0, READ_BYTES, 0);
            const text = withoutMark(bytes.toString('utf8', 0, length));
            return length < READ_BYTES
                ? text
                : `${text.slice(0, text.lastIndexOf('\n') + 1) || text}\n\n_… cut here; the file is longer._`;
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (cause) {
        if (cause instanceof errors/* InputError */.dz)
            throw cause;
        throw new errors/* InputError */.dz(`input "${input}": ${path} cannot be read; check that an earlier step writes it`, { cause });
    }
}
const sources_CUT_NOTE = '_… cut here; the summary of the run has the whole text._';
function isTooLong(draft) {
    return draft.markdown.length > BODY_LENGTH;
}
function writeDraft(folder, draft) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, `${draft.name}.json`);
    const body = isTooLong(draft) ? cutMarkdown(tame(draft.markdown), BODY_LENGTH, sources_CUT_NOTE) : draft.markdown;
    const { name: section, rows, title, verdict } = draft;
    const said = {
        ...(verdict === undefined ? {} : { verdict }),
        ...(title === '' ? {} : { title }),
        ...(rows.length === 0 ? {} : { rows }),
    };
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify((0,redact/* redactData */.Ed)({ version: 1, section, ...said, body }))}\n`);
    return path;
}
function readDrafts(folder) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder).sort();
    }
    catch (cause) {
        throw new errors/* InputError */.dz(`input "read-from": ${folder} cannot be read; download the artifact into it first`, { cause });
    }
    if (names.length > FILES)
        throw new InvalidArtifact(`it has ${names.length} files, at most ${FILES} are allowed`);
    return names.map((name) => readOne(folder, name));
}
function readOne(folder, name) {
    const shown = JSON.stringify(name.slice(0, 80));
    const section = name.replace(/\.json$/, '');
    if (section === name || !SECTION_NAME.test(section))
        throw new InvalidArtifact(`it has a file ${shown}`);
    const path = (0,external_node_path_.join)(folder, name);
    const stats = (0,external_node_fs_.lstatSync)(path);
    if (!stats.isFile())
        throw new InvalidArtifact(`${shown} is not a regular file`);
    if (stats.size > FILE_BYTES)
        throw new InvalidArtifact(`${shown} has ${stats.size} bytes, at most ${FILE_BYTES} are allowed`);
    let data;
    try {
        data = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        throw new InvalidArtifact(`${shown} is not JSON`);
    }
    const given = isMap(data) ? Object.keys(data) : [];
    if (!isMap(data) ||
        !NEEDED.every((field) => given.includes(field)) ||
        !given.every((field) => FIELDS.includes(field)))
        throw new InvalidArtifact(`${shown} must have ${NEEDED.join(', ')}, and may have ${OPTIONAL.join(', ')}, nothing else`);
    const { version, section: named, verdict: word, title = '', rows: lines = [], body } = data;
    const verdict = sources_VERDICTS.find((one) => one === word);
    const rows = readRows(lines);
    if (version !== 1 || named !== section || typeof body !== 'string' || body.length > BODY_LENGTH)
        throw new InvalidArtifact(`${shown} has an invalid "version", "section" or "body"`);
    if (verdict === undefined && word !== undefined)
        throw new InvalidArtifact(`${shown} has an invalid "verdict"`);
    if (typeof title !== 'string' || title.length > TITLE_LENGTH || rows === undefined)
        throw new InvalidArtifact(`${shown} has an invalid "title" or "rows"`);
    return { name: section, markdown: body, verdict, title, rows };
}

;// CONCATENATED MODULE: ./actions/preview-comment/lib/where.js

function originOf(run, pullRequest, readsFrom = false) {
    if (readsFrom && run.eventName !== 'workflow_run')
        throw new errors/* InputError */.dz(`input "read-from": only allowed on workflow_run, not on ${run.eventName}; only there GitHub says which run made the data`);
    const own = { version: { run: run.runId, attempt: run.runAttempt }, runUrl: run.runUrl };
    if (run.eventName === 'merge_group')
        return { ...own, where: { kind: 'merge-queue' } };
    const followed = run.event['workflow_run'];
    if (run.eventName === 'workflow_run' && isMap(followed)) {
        if (pullRequest !== undefined)
            throw new errors/* InputError */.dz('input "pull-request": not allowed on workflow_run, where the number could be forged; the pull request is found by its commit');
        return followedRun(followed);
    }
    if (pullRequest !== undefined)
        return { ...own, where: { kind: 'pull', number: pullRequest, commit: '' } };
    const pull = run.event['pull_request'];
    if (isMap(pull) && typeof pull['number'] === 'number') {
        const head = isMap(pull['head']) ? String(pull['head']['sha'] ?? '') : '';
        return { ...own, where: { kind: 'pull', number: pull['number'], commit: head } };
    }
    const issue = run.event['issue'];
    if (isMap(issue) && isMap(issue['pull_request']) && typeof issue['number'] === 'number')
        return { ...own, where: { kind: 'pull', number: issue['number'], commit: '' } };
    if (run.eventName !== 'push')
        return { ...own, where: { kind: 'nowhere' } };
    return { ...own, where: { kind: 'commit', commit: run.sha, headRepository: undefined } };
}
function followedRun(followed) {
    const { id, run_attempt: attempt, head_sha: commit, html_url: url, head_repository: repository } = followed;
    const origin = { version: { run: Number(id), attempt: Number(attempt ?? 1) }, runUrl: String(url ?? '') };
    if (followed['event'] === 'merge_group')
        return { ...origin, where: { kind: 'merge-queue' } };
    const headRepository = isMap(repository) ? String(repository['full_name'] ?? '') : '';
    if (typeof commit !== 'string' || !/^[0-9a-f]{40}$/.test(commit) || headRepository === '')
        return { ...origin, where: { kind: 'nowhere' } };
    return { ...origin, where: { kind: 'commit', commit, headRepository } };
}

;// CONCATENATED MODULE: ./actions/preview-comment/lib/run.js








const action = defineAction({ name: 'preview-comment', inputs: inputs, check: contradictions, run });
const NOTHING = { posted: false, 'comment-id': '', 'comment-url': '', 'pull-request': '' };
async function run(values, shell) {
    const { env } = shell;
    if (values['write-to'] !== '')
        return writeHalf(values, shell);
    const origin = originOf({ ...env, event: env.event() }, values['pull-request'], values['read-from'] !== '');
    if (origin.where.kind === 'merge-queue')
        return {
            verdict: 'pass',
            reason: 'merge-queue',
            message: 'a merge queue has no pull request to comment on; nothing was posted',
            outputs: NOTHING,
        };
    let drafts;
    try {
        drafts = draftsOf(values, env.workspace);
    }
    catch (error) {
        if (!(error instanceof InvalidArtifact))
            throw error;
        const message = `the artifact is not what "write-to" writes: ${error.message}; nothing was posted`;
        return { verdict: 'fail', reason: 'untrusted-artifact-invalid', message, outputs: NOTHING };
    }
    try {
        return await post(values, shell, origin, drafts);
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        return notPosted(values, shell, drafts, { status: error.status, why: (0,errors/* describe */.q0)(error) });
    }
}
function draftsOf(values, workspace) {
    if (values['read-from'] !== '')
        return readDrafts((0,external_node_path_.resolve)(workspace, values['read-from']));
    const own = ownDraft(values, workspace);
    return own === undefined ? [] : [own];
}
async function post(values, shell, origin, drafts) {
    const { env } = shell;
    const github = githubClient(values, shell);
    const found = await findPull(github, origin.where);
    if (typeof found === 'string')
        return { verdict: 'pass', ...notFound(found, origin.where, env.eventName), outputs: NOTHING };
    const closed = values.state === 'auto' ? !found.open : values.state === 'closed';
    if (drafts.length === 0 && !closed)
        return {
            verdict: 'pass',
            reason: 'nothing-to-post',
            message: 'no section was given',
            outputs: NOTHING,
        };
    const commit = values['commit-sha'] || ('commit' in origin.where ? origin.where.commit : '') || found.head;
    const places = await placesOf(github, shell, drafts, { pull: found, commit });
    const sections = drafts.map((draft) => sectionFrom(draft, origin, { commit, places, ownRun: env.runUrl }));
    if (values['dry-run'])
        return rehearse(shell, found, sections, closed);
    const result = await postComment(github, { pull: found.number, author: values['comment-author'], sections, closed });
    return outcomeOf(result, values, shell, { drafts, pull: found });
}
async function findPull(github, where) {
    switch (where.kind) {
        case 'merge-queue':
        case 'nowhere':
            return 'none';
        case 'pull':
            return await readPull(github, where.number);
        case 'commit': {
            const found = await pullOfCommit(github, where.commit, where.headRepository);
            return found.kind === 'found' ? found.pull : found.kind;
        }
    }
}
function notFound(missing, where, event) {
    if (missing === 'several')
        return {
            reason: 'several-pull-requests',
            message: 'several open pull requests have this commit as their head; it is not known which one is meant',
        };
    const message = where.kind === 'nowhere'
        ? `the event ${event} names no pull request to comment on`
        : 'no open pull request has this commit as its head; it is closed, or a newer commit was pushed';
    return { reason: 'no-pull-request', message };
}
async function placesOf(github, { env, log }, drafts, { commit, pull }) {
    const home = `${env.serverUrl}/${env.repository.owner}/${env.repository.repo}`;
    const links = { pullUrl: `${home}/pull/${pull.number}`, fileUrl: `${home}/blob/${commit}` };
    if (!drafts.some(({ markdown }) => namesPlaces(markdown)))
        return { ...links, changed: new Set() };
    const changed = await changedFiles(github, pull.number).catch((error) => {
        if (!(error instanceof errors/* RemoteError */.Hi))
            throw error;
        log.info(`places in files are not linked to the diff: ${(0,errors/* describe */.q0)(error)}`);
        return new Set();
    });
    return { ...links, changed };
}
function sectionFrom({ markdown, name, rows, title, verdict }, origin, about) {
    return sectionOf(name, origin.version, {
        markdown,
        verdict,
        title,
        rows,
        commit: about.commit,
        run: origin.runUrl,
        whole: about.ownRun,
        places: about.places,
    });
}
function keepWhole(shell, drafts) {
    for (const { name, markdown } of drafts)
        shell.summary.add(`<details><summary>${name}, the whole text</summary>\n\n${tame(readable(markdown))}\n\n</details>`);
}
function outcomeOf(result, values, shell, { drafts, pull }) {
    const number = { 'pull-request': pull.number };
    switch (result.kind) {
        case 'posted':
        case 'unchanged':
        case 'superseded': {
            keepWhole(shell, drafts.filter(({ markdown }) => isLong(tame(markdown))));
            const reason = result.kind;
            const what = { posted: 'updated', unchanged: 'already up to date', superseded: 'written by a newer run' }[reason];
            const outputs = {
                posted: result.kind !== 'superseded',
                'comment-id': result.id,
                'comment-url': result.url,
                ...number,
            };
            return { verdict: 'pass', reason, message: `comment on #${pull.number} ${what}: ${result.url}`, outputs };
        }
        case 'nothing':
            return {
                verdict: 'pass',
                ...(drafts.length === 0
                    ? { reason: 'nothing-to-fold', message: `#${pull.number} has no comment to fold` }
                    : { reason: 'nothing-to-post', message: `every section is empty, and #${pull.number} has no comment` }),
                outputs: { ...NOTHING, ...number },
            };
        case 'refused':
            return notPosted(values, shell, drafts, { status: result.status, why: result.message, pull: pull.number });
        case 'unconfirmed':
            return notPosted(values, shell, drafts, { status: undefined, why: result.message, pull: pull.number });
    }
}
function addToSummary(shell, { markdown, rows, title }) {
    const lines = rows.map(({ name, sentence, verdict = '' }) => `- ${tame([name, verdict, sentence].filter(Boolean).join(': '))}`);
    const blocks = [title === '' ? '' : `### ${tame(title)}`, lines.join('\n'), tame(markdown)];
    for (const block of blocks)
        if (block !== '')
            shell.summary.add(block);
}
function notPosted(values, shell, drafts, { pull, status, why }) {
    for (const draft of drafts)
        addToSummary(shell, draft);
    const outputs = { ...NOTHING, ...(pull === undefined ? {} : { 'pull-request': pull }) };
    const mayNot = status === 401 || status === 403 || status === 404;
    if (mayNot) {
        const message = `this token may not comment (those of forks only read); the step summary has ${(0,lists/* count */.U9)(drafts.length, 'section')} instead: ${why}`;
        if (!values.required)
            shell.log.notice(message);
        return { verdict: 'pass', reason: 'summary-only', message, outputs, passes: !values.required };
    }
    const refused = status !== undefined && status >= 400 && status < 500;
    const message = `the comment ${refused ? 'was refused' : 'was not confirmed'}; the step summary has it: ${why}`;
    return {
        verdict: refused ? 'fail' : 'unknown',
        reason: refused ? 'refused' : 'unconfirmed',
        message,
        outputs,
        passes: !values.required,
    };
}
function writeHalf(values, shell) {
    const draft = ownDraft(values, shell.env.workspace);
    if (draft === undefined)
        throw new Error('a section was not checked');
    const folder = (0,external_node_path_.resolve)(shell.env.workspace, values['write-to']);
    if (values['dry-run'])
        return rehearseWords(shell, [draft.markdown], `would write ${draft.name}.json to ${folder}`);
    if (isTooLong(draft))
        keepWhole(shell, [draft]);
    const path = writeDraft(folder, draft);
    return {
        verdict: 'pass',
        reason: 'written',
        message: `wrote ${path}; upload the folder as an artifact`,
        outputs: NOTHING,
    };
}
function rehearse(shell, pull, sections, closed) {
    const what = closed ? ', folded' : '';
    const words = sections.flatMap(({ body, rows = [] }) => [
        ...rows.map(({ name, sentence }) => `${name}: ${sentence}`),
        body,
    ]);
    return rehearseWords(shell, words, `would post ${(0,lists/* count */.U9)(sections.length, 'section')} to #${pull.number}${what}`);
}
function rehearseWords(shell, bodies, message) {
    for (const body of bodies)
        shell.log.foreign(body);
    return { verdict: 'pass', reason: 'dry-run', message, outputs: NOTHING };
}


/***/ }),

/***/ 991619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(989278);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __nccwpck_require__(823569));
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(565658);
;// CONCATENATED MODULE: external "os"
let external_os_namespaceObject_kept;
const external_os_namespaceObject = () => (external_os_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os"));
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/utils.js
function toCommandValue(n){return null==n?"":"string"==typeof n||n instanceof String?n:JSON.stringify(n)}function toCommandProperties(n){return Object.keys(n).length?{title:n.title,file:n.file,line:n.startLine,endLine:n.endLine,col:n.startColumn,endColumn:n.endColumn}:{}}

;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/command.js
function command_issueCommand(e,t,s){let r=new Command(e,t,s);process.stdout.write(r.toString()+external_os_namespaceObject().EOL)}function command_issue(e,t=""){command_issueCommand(e,{},t)}const CMD_STRING="::";class Command{constructor(e,t,s){e||(e="missing.command"),this.command=e,this.properties=t,this.message=s}toString(){let e="::"+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(let s in this.properties)if(this.properties.hasOwnProperty(s)){let r=this.properties[s];r&&(t?t=!1:e+=",",e+=`${s}=${escapeProperty(r)}`)}}return e+`::${escapeData(this.message)}`}}function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}

;// CONCATENATED MODULE: external "crypto"
let external_crypto_namespaceObject_kept;
const external_crypto_namespaceObject = () => (external_crypto_namespaceObject_kept ??= __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto"));
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(e,n){let t=process.env[`GITHUB_${e}`];if(!t)throw Error(`Unable to find environment variable for file command ${e}`);if(!external_fs_namespaceObject.existsSync(t))throw Error(`Missing file at path: ${t}`);external_fs_namespaceObject.appendFileSync(t,`${toCommandValue(n)}${external_os_namespaceObject().EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(e,n){let t=`ghadelimiter_${external_crypto_namespaceObject().randomUUID()}`,a=toCommandValue(n);if(e.includes(t))throw Error(`Unexpected input: name should not contain the delimiter "${t}"`);if(a.includes(t))throw Error(`Unexpected input: value should not contain the delimiter "${t}"`);return`${e}<<${t}${external_os_namespaceObject().EOL}${a}${external_os_namespaceObject().EOL}${t}`}

;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/.pnpm/@actions+core@3.0.1_patch_hash=592aa88c0efd260541c81d9b50b94b54e572c03b9bad36d4358912d972aba45d/node_modules/@actions/core/lib/core.js
var ExitCode,__awaiter=function(e,n,t,o){return new(t||(t=Promise))(function(r,i){function s(e){try{a(o.next(e))}catch(e){i(e)}}function u(e){try{a(o.throw(e))}catch(e){i(e)}}function a(e){var n;e.done?r(e.value):((n=e.value)instanceof t?n:new t(function(e){e(n)})).then(s,u)}a((o=o.apply(e,n||[])).next())})};function exportVariable(e,n){let t=toCommandValue(n);if(process.env[e]=t,process.env.GITHUB_ENV||0)return file_command_issueFileCommand("ENV",prepareKeyValueMessage(e,n));command_issueCommand("set-env",{name:e},t)}function setSecret(e){command_issueCommand("add-mask",{},e)}function addPath(e){process.env.GITHUB_PATH?issueFileCommand("PATH",e):issueCommand("add-path",{},e),process.env.PATH=`${e}${path.delimiter}${process.env.PATH}`}function getInput(e,n){let t=process.env[`INPUT_${e.replace(/ /g,"_").toUpperCase()}`]||"";if(n&&n.required&&!t)throw Error(`Input required and not supplied: ${e}`);return n&&!1===n.trimWhitespace?t:t.trim()}function getMultilineInput(e,n){let t=getInput(e,n).split("\n").filter(e=>""!==e);return n&&!1===n.trimWhitespace?t:t.map(e=>e.trim())}function getBooleanInput(e,n){let t=getInput(e,n);if(["true","True","TRUE"].includes(t))return!0;if(["false","False","FALSE"].includes(t))return!1;throw TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${e}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``)}function setOutput(e,n){if(process.env.GITHUB_OUTPUT)return file_command_issueFileCommand("OUTPUT",prepareKeyValueMessage(e,n));process.stdout.write(external_os_namespaceObject().EOL),command_issueCommand("set-output",{name:e},toCommandValue(n))}function setCommandEcho(e){issue("echo",e?"on":"off")}function setFailed(e){process.exitCode=ExitCode.Failure,error(e)}function isDebug(){return"1"===process.env.RUNNER_DEBUG}function debug(e){command_issueCommand("debug",{},e)}function error(e,n={}){command_issueCommand("error",toCommandProperties(n),e instanceof Error?e.toString():e)}function warning(e,n={}){command_issueCommand("warning",toCommandProperties(n),e instanceof Error?e.toString():e)}function notice(e,n={}){command_issueCommand("notice",toCommandProperties(n),e instanceof Error?e.toString():e)}function info(e){process.stdout.write(e+external_os_namespaceObject().EOL)}function startGroup(e){command_issue("group",e)}function endGroup(){command_issue("endgroup")}function group(e,n){return __awaiter(this,void 0,void 0,function*(){let t;startGroup(e);try{t=yield n()}finally{endGroup()}return t})}function saveState(e,n){if(process.env.GITHUB_STATE)return file_command_issueFileCommand("STATE",prepareKeyValueMessage(e,n));command_issueCommand("save-state",{name:e},toCommandValue(n))}function getState(e){return process.env[`STATE_${e}`]||""}function getIDToken(e){return __awaiter(this,void 0,void 0,function*(){return yield OidcClient.getIDToken(e)})}!function(e){e[e.Success=0]="Success",e[e.Failure=1]="Failure"}(ExitCode||(ExitCode={}));var redact=__nccwpck_require__(580229),secret_forms=__nccwpck_require__(399624),secret=__nccwpck_require__(487083),errors=__nccwpck_require__(203906),lists=__nccwpck_require__(672435);

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

;// CONCATENATED MODULE: ./packages/action-shell/lib/file-command.js



const PLACES = {
    output: { variable: 'GITHUB_OUTPUT', print: setOutput },
    state: { variable: 'GITHUB_STATE', print: saveState },
    variable: { variable: 'GITHUB_ENV', print: exportVariable },
};
function giveRunner(kind, name, value) {
    const { variable, print } = PLACES[kind];
    const path = process.env[variable] ?? '';
    const text = value instanceof secret/* Secret */.z ? value.reveal() : textOf((0,redact/* redactData */.Ed)({ [name]: value })[name]);
    if (path === '')
        return void print(name, text);
    if (kind === 'variable')
        process.env[name] = text;
    (0,external_node_fs_.appendFileSync)(path, keyValue(name, text));
}
function keyValue(name, value) {
    let end = 'lockstep_end';
    while (value.includes(end))
        end += '_';
    return `${name}<<${end}\n${value}\n${end}\n`;
}
function textOf(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
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
            giveRunner('output', name, value);
        }
    }
    exportVariable(name, value) {
        giveRunner('variable', name, value);
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
function harmless(line) {
    return line.replace(/^([^\S\n\r\u2028\u2029]*)::/gm, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
function foreign(text) {
    const token = (0,external_node_crypto_().randomUUID)();
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
class Context{constructor(){var e,s,r;if(this.payload={},process.env.GITHUB_EVENT_PATH)if((0,external_fs_namespaceObject.existsSync)(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse((0,external_fs_namespaceObject.readFileSync)(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let e=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${external_os_namespaceObject().EOL}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=null!=(e=process.env.GITHUB_API_URL)?e:"https://api.github.com",this.serverUrl=null!=(s=process.env.GITHUB_SERVER_URL)?s:"https://github.com",this.graphqlUrl=null!=(r=process.env.GITHUB_GRAPHQL_URL)?r:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,s]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:s}}if(this.payload.repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'")}}

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

;// CONCATENATED MODULE: ./packages/base/lib/failure.js

function failureOf(thrown) {
    const error = (0,errors/* asError */.zR)(thrown);
    const message = (0,errors/* describe */.q0)(error);
    if (error instanceof errors/* InputError */.dz)
        return { verdict: 'fail', reason: 'invalid-input', whose: 'caller', message, problems: error.problems };
    const unknown = (reason, whose = 'world') => ({ verdict: 'unknown', reason, whose, message, problems: [] });
    if (error instanceof errors/* RemoteError */.Hi)
        return unknown('remote-error');
    if (error instanceof errors/* CancelledError */.cc)
        return unknown('cancelled');
    if (error instanceof errors/* DeadlineError */.j3)
        return unknown('deadline');
    return unknown('internal-error', 'ours');
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/failure.js

function outcomeOfError(thrown) {
    const { message, problems, reason, verdict, whose } = failureOf(thrown);
    if (whose === 'ours')
        return {
            verdict,
            reason,
            message: `a fault of Lockstep itself, please report it with the debug log: ${message}`,
        };
    const causes = problems.map((problem) => ({ message: problem }));
    return { verdict, reason, message, ...(causes.length === 0 ? {} : { causes }) };
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
    const http = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 447779, 19));
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

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __nccwpck_require__(984731);
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
    (0,external_node_events_namespaceObject.setMaxListeners)(0, controller.signal);
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => controller.abort(new errors/* CancelledError */.cc(`cancelled by ${signal}`)));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __nccwpck_require__(636190);
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
var lines = __nccwpck_require__(896818);
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
    const either = AbortSignal.any([shell.signal, controller.signal]);
    (0,external_node_events_namespaceObject.setMaxListeners)(0, either);
    return either;
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
        giveRunner('state', `${PREFIX}${key}`, text);
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
    return (0,external_node_crypto_().createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./packages/action-shell/lib/step-id.js
function stepId(now = Date.now(), random = Math.random) {
    const bits = (count) => Math.floor(random() * 2 ** count);
    const hex = (value, digits) => value.toString(16).padStart(digits, '0');
    const time = hex(now, 12);
    const tail = `${hex(bits(24), 6)}${hex(bits(24), 6)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${hex(0x8000 + bits(14), 4)}-${tail}`;
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
    const instance = stepId();
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

/***/ 636190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* unused harmony exports isCancellation, isFresh */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);

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

/***/ 984731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/* unused harmony export parseDuration */
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

/***/ 203906:
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
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(896818);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(580229);


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

/***/ 896818:
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

/***/ 672435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ nameSome),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* unused harmony export parseList */

function parseList(text) {
    return text
        .split(/\r?\n/)
        .map(trimAscii)
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

/***/ 580229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ rememberPublic),
/* harmony export */   Ed: () => (/* binding */ redactData),
/* harmony export */   Gz: () => (/* binding */ rememberSecret),
/* harmony export */   Rd: () => (/* binding */ redactText)
/* harmony export */ });
/* unused harmony export forgetSecrets */
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(399624);

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

/***/ 1027241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   iU: () => (/* binding */ defaultRetry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony export until */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);


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

/***/ 399624:
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

/***/ 487083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(580229);

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

/***/ 898178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ CHANGES),
/* harmony export */   d$: () => (/* binding */ BEYOND_REPOSITORY)
/* harmony export */ });
/* unused harmony export READS */
const BEYOND_REPOSITORY = ['orgs.get', 'orgs.getAuditLog', 'orgs.listMembers', 'users.getById'];
const READS = [
    ...BEYOND_REPOSITORY,
    'actions.downloadArtifact',
    'actions.getAllowedActionsRepository',
    'actions.getForkPrContributorApprovalPermissionsRepository',
    'actions.getGithubActionsDefaultWorkflowPermissionsRepository',
    'actions.getGithubActionsPermissionsRepository',
    'actions.getReviewsForRun',
    'actions.getWorkflowRun',
    'actions.getWorkflowRunAttempt',
    'actions.listArtifactsForRepo',
    'actions.listEnvironmentSecrets',
    'actions.listEnvironmentVariables',
    'actions.listJobsForWorkflowRunAttempt',
    'actions.listRepoOrganizationSecrets',
    'actions.listRepoOrganizationVariables',
    'actions.listRepoSecrets',
    'actions.listRepoVariables',
    'actions.listWorkflowRuns',
    'checks.listForRef',
    'codeScanning.getDefaultSetup',
    'git.getBlob',
    'git.getTree',
    'git.listMatchingRefs',
    'issues.get',
    'issues.getComment',
    'issues.listComments',
    'issues.listEvents',
    'issues.listForRepo',
    'pulls.get',
    'pulls.listFiles',
    'repos.checkAutomatedSecurityFixes',
    'repos.checkImmutableReleases',
    'repos.checkPrivateVulnerabilityReporting',
    'repos.checkVulnerabilityAlerts',
    'repos.compareCommitsWithBasehead',
    'repos.get',
    'repos.getAllEnvironments',
    'repos.getBranch',
    'repos.getBranchProtection',
    'repos.getBranchRules',
    'repos.getCollaboratorPermissionLevel',
    'repos.getCommit',
    'repos.getContent',
    'repos.getEnvironment',
    'repos.getRelease',
    'repos.getRepoRuleset',
    'repos.getRepoRulesetHistory',
    'repos.listCommits',
    'repos.listDeploymentStatuses',
    'repos.listDeployments',
    'repos.listPullRequestsAssociatedWithCommit',
    'repos.listReleases',
];
const CHANGES = [
    'actions.cancelWorkflowRun',
    'checks.create',
    'checks.update',
    'git.createCommit',
    'git.createRef',
    'git.createTree',
    'git.updateRef',
    'issues.create',
    'issues.createComment',
    'issues.deleteComment',
    'issues.update',
    'issues.updateComment',
    'repos.createDeployment',
    'repos.createDeploymentStatus',
    'repos.createRelease',
    'repos.updateRelease',
];


/***/ }),

/***/ 564604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1027241);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(896818);

const SECONDARY_WAIT_MS = 60_000;
function refusalOf(what, answer, nowMs) {
    const { status } = answer;
    const limited = limitWaitMs(answer, nowMs);
    const requestId = answer.headers['x-github-request-id'];
    const hint = limited === undefined ? hintFor(answer) : 'the rate limit of the token is used up for now';
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: ${words(answer)}`, {
        service: 'GitHub',
        status,
        retryable: limited !== undefined || status === 408 || status >= 500,
        ...(requestId === undefined ? {} : { requestId: String(requestId) }),
        ...(limited === undefined ? {} : { retryAfterMs: limited }),
        ...(hint === undefined ? {} : { hint }),
    });
}
function noAnswer(what, cause) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: no answer`, { service: 'GitHub', retryable: true, cause });
}
function notJson(what, status) {
    return new _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub: ${what}: the answer is not JSON`, {
        service: 'GitHub',
        status,
        retryable: true,
        hint: 'check GITHUB_API_URL and any proxy in between',
    });
}
function nothingDone(error) {
    return error.status !== undefined && error.status >= 300 && error.status < 500 && error.status !== 408;
}
function limitWaitMs({ status, headers, data }, nowMs) {
    if (status !== 403 && status !== 429)
        return undefined;
    const after = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(text(headers['retry-after']), nowMs);
    if (after !== undefined)
        return after;
    if (text(headers['x-ratelimit-remaining']) === '0')
        return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1_000 - nowMs);
    return status === 429 || /rate limit/i.test(messageOf(data) ?? '') ? SECONDARY_WAIT_MS : undefined;
}
function hintFor({ status, headers, data }) {
    const accepted = text(headers['x-accepted-github-permissions']) ?? '';
    if (status < 400)
        return 'it answers with a redirect; use the address that it redirects to';
    if (status === 401)
        return 'github-token is not accepted: it is wrong, or has expired';
    if (status === 403 && accepted !== '')
        return `the job needs permissions: ${permissions(accepted)}`;
    if (status === 403 && /not accessible/.test(messageOf(data) ?? ''))
        return 'the job lacks a permission; grant it under permissions:';
    if (status === 404)
        return 'it does not exist, or the token may not read it';
    return undefined;
}
function permissions(accepted) {
    const one = (set) => set
        .split(',')
        .map((entry) => entry.trim().replaceAll('_', '-').replace('=', ': '))
        .join(' and ');
    return accepted.split(';').map(one).join(' or ');
}
function words({ data, status }) {
    const message = messageOf(data);
    if (message === undefined)
        return status >= 500 ? 'GitHub returned a server error' : 'refused';
    const errors = data.errors;
    const details = Array.isArray(errors) ? errors.map((entry) => JSON.stringify(entry)).join(', ') : '';
    return [(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .T)(message.slice(0, 2_000)), details].filter((part) => part !== '').join(': ');
}
function messageOf(data) {
    const message = typeof data === 'object' && data !== null ? data.message : undefined;
    return typeof message === 'string' ? message : undefined;
}
function text(header) {
    return header === undefined ? undefined : String(header);
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
/******/ 		return ({"517":"../shared/octokit-plugin-rest-endpoint-methods.common.chunk.js","812":"../shared/transport.approval.chunk.js"})[chunkId];
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
/******/ var __webpack_exports__ = __nccwpck_require__(802320);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
